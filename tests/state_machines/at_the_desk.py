"""Sample sheets on a coach's desk, in every state and of every kind of plan, and what can come to the dialogues."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from state_machines import events as e
from state_machines.desk_act import LEAVING, STATES, TALKING, WRITING
from state_machines.desk_plan import MENDED
from state_machines.files import Card, Consult, Professional, Sketch
from state_machines.hand_over import AskedDeputy, Correspondent, Deputy, Leave, StandsIn
from state_machines.plan_terms import TEMPLATES, Period

MONDAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
SHEET = Sketch(
    client="c-1",
    template="weekly",
    supervisor="Karin",
    goal="own work",
    contract_hours=Decimal(32),
    start=MONDAY,
    weekdays=(1, 2),
    tasks=("post",),
    evaluations=(),
    which="now",
    weeks=1,
    physician="Smit",
    look_again=MONDAY + timedelta(days=14),
    consult=1,
)
WHOLE = replace(SHEET, weekdays=(1, 2, 4, 5), agreed_on=MONDAY, physician_told=MONDAY, leeway=2)
CARD = Card(client="c-1", name="Sanne", consults=(Consult(number=1, at=AT + timedelta(days=2)),), consults_made=3)


def coach(**changes: object) -> Professional:
    """Joost, with one client and one consult with her."""
    return replace(Professional(id="p-1", name="Joost", chat=2, clients=(CARD,)), **changes)  # type: ignore[arg-type]


def sheets() -> Iterator[tuple[str, Professional]]:
    """A desk in every state, with a sheet as far as that, a whole one, and one that can't be a plan."""
    for state in STATES:
        if state in {"idle", "inviting"}:
            yield state, coach(desk=state)
            continue
        if state in {*LEAVING, WRITING}:
            continue
        yield state, coach(desk=state, sketch=SHEET)
        yield f"{state}, whole", coach(desk=state, sketch=WHOLE)
        yield f"{state}, passed", coach(desk=state, sketch=replace(WHOLE, start=MONDAY - timedelta(days=1)))
        yield f"{state}, after an evaluation", coach(desk=state, sketch=replace(SHEET, after_evaluation=True))
    for state in ("template", "leeway_step", "stop_physician", "evaluation_day", "evaluation_outcome", "consult_when"):
        yield f"{state}, just begun", coach(desk=state, sketch=Sketch(client="c-1"))
    for template in TEMPLATES:
        periods = (Period(weeks=2, hours=Decimal(16)),) if template == "custom" else ()
        yield f"check {template}", coach(desk="check", sketch=replace(WHOLE, template=template, periods=periods))
    lacking = replace(WHOLE, template="custom")
    for state in ("template", "days", "periods", "tasks", "check"):
        yield f"{state}, own steps that aren't there", coach(desk=state, sketch=lacking)


def beside() -> Iterator[tuple[str, Professional]]:
    """A desk in what isn't about a plan: leave, a text for a client, a conversation, standing in, and after removal."""
    for state in LEAVING:
        yield state, coach(desk=state, sketch=Sketch(client="", start=MONDAY))
    yield "leave_from, just begun", coach(desk="leave_from", sketch=Sketch(client=""))
    own, lent = Correspondent(client="c-1", name="Sanne"), Correspondent(client="c-8", name="Bo", coach="p-8")
    for state in (WRITING, TALKING):
        yield f"{state} to an own client", coach(desk=state, with_client=own)
        yield f"{state} as a deputy", coach(desk=state, with_client=lent)
    anna = Deputy(id="p-2", name="Anna", weekdays=(1, 2))
    away = Leave(start=MONDAY, end=MONDAY + timedelta(days=13))
    asked = (AskedDeputy(client="c-1", until=MONDAY),)
    yield "with a deputy", coach(deputy=anna, deputy_asked=asked)
    yield "on leave", coach(deputy=anna, leave=away)
    yield "on leave, nobody on duty", coach(deputy=replace(anna, leave=away), leave=away)
    yield "on leave without a deputy", coach(leave=away)
    yield "a deputy", coach(stands_in_for=(StandsIn(coach="p-8", name="Kees", leave=away),))
    yield "removed", coach(chat=None, clients=(), gone=True, gone_to="p-2")


def handing() -> Iterator[e.DeskEvent]:
    """Everything about standing in, leave, writing, talking and leaving for good that can come to a desk."""
    anna = Deputy(id="p-2", name="Anna", weekdays=(1, 2))
    away = Leave(start=MONDAY, end=MONDAY + timedelta(days=13))
    for what, value in (("write", ""), ("take", ""), ("give_back", ""), ("leave", ""), ("leave_over", "")):
        for client in ("c-1", "c-8", "c-unknown", ""):
            yield e.DeskPicked(at=AT, what=what, client=client, value=value)
    aside = [("deputy", deputy) for deputy in ("p-2", "p-1", "")]
    for what, value in (*aside, ("talk_minutes", "30"), ("talk_minutes", "9")):
        yield e.DeskPicked(at=AT, what=what, value=value)
    for asked in ("deputy", "edited"):
        yield e.DeskAsked(at=AT, what=asked)
    yield e.DeskWrote(at=AT, text="words")
    for edited in (False, True):
        yield e.ClientSaid(at=AT, client="c-1", name="Sanne", text="words", edited=edited)
    for state in ("begun", "refused", "sent", "later", "not_sent", "over"):
        for why in ("", "other", "unreachable", "left", "not_yet", "given_back", "time", "client", "new_coach"):
            yield e.TalkTold(at=AT, client="c-1", name="Sanne", state=state, why=why)
    for deputy in ("p-2", "p-1", ""):
        yield e.DeputyChosen(at=AT, deputy=deputy)
    for leave in (away, None):
        yield e.LeaveSet(at=AT, leave=leave)
        for choosing in (True, False):
            yield e.StandInAsked(at=AT, coach="p-8", name="Kees", leave=leave, choosing=choosing)
    yield e.StandInOver(at=AT, coach="p-8", name="Kees")
    for known in (anna, None):
        for choosing in (True, False):
            yield e.DeputyKnown(at=AT, id="p-2", deputy=known, choosing=choosing)
    for what in ("met", "logbook", "write", "take", "claim", "plan"):
        yield e.DeputyPicked(at=AT, what=what, coach="p-8", client="c-8", value="call")
        yield e.DeputyAsks(at=AT, deputy="p-2", what=what, client="c-1", value="yes")
        yield e.DeputyAsks(at=AT, deputy="p-3", what=what, client="c-1")
        yield e.DeputyAnswered(at=AT, what=what, coach="p-8", client="c-8", value="yes")
        if what != "plan":
            names = {"name": "Bo", "coach_name": "Kees"}
            yield e.DeputyAnswered(at=AT, what=what, coach="p-8", client="c-8", value="yes", may=True, **names)
    yield e.ClaimAsked(at=AT, client="c-8", display_name="B.", name="Bo", coach="p-8", coach_name="Kees")
    for also in (True, False):
        yield e.ClientTold(at=AT, client="c-1", name="Sanne", what="silent", also_deputy=also)
        yield e.ClientTold(at=AT, client="c-8", name="Bo", what="call", coach="p-8", coach_name="Kees")
    yield e.CoachRemoved(at=AT, to="p-2", to_name="Anna")
    yield e.CoachRemoved(at=AT, to="", to_name="")
    cards = (Card(client="c-8", name="Sanne", claimed=True), Card(client="c-9", name="Bo"))
    yield e.ClientsHanded(at=AT, cards=cards, coach="p-8", coach_name="Kees")


def answers() -> Iterator[e.DeskTyped]:
    """Everything that an open step can be told, at its edges, and nothing at all."""
    yield e.DeskTyped(at=AT)
    for text in ("Karin", "x" * 120, "x" * 500, "a b c d e f g"):
        yield e.DeskTyped(at=AT, text=text)
    for number in ("0", "0.5", "1", "2", "8", "9", "28.8", "32", "60", "80"):
        yield e.DeskTyped(at=AT, number=Decimal(number))
    for days in (-800, -367, -1, 0, 1, 366, 367, 4000):
        yield e.DeskTyped(at=AT, day=MONDAY + timedelta(days=days))
        yield e.DeskTyped(at=AT, when=AT + timedelta(days=days))
    for weekdays in ((1, 2), (1, 2, 4, 5), (7,), tuple(range(1, 8))):
        yield e.DeskTyped(at=AT, weekdays=weekdays)
    for tasks in (("post",), ("post",) * 8, ("post",) * 9, ("x" * 61,)):
        yield e.DeskTyped(at=AT, tasks=tasks)
    for hours, weeks in (("8", 1), ("0", 1), ("90", 2), ("16", 60), ("10.1", 1)):
        yield e.DeskTyped(at=AT, periods=(Period(weeks=weeks, hours=Decimal(hours)),))
    yield e.DeskTyped(at=AT, periods=(Period(hours=Decimal(8)),) * 61)
    for count in (1, 12, 13):
        yield e.DeskTyped(at=AT, days=tuple(MONDAY + timedelta(days=n) for n in range(count)))
    words = ("none", "template", "not_yet", "other", "paper", "now", "next", "yes", "extra", "stands", "anew", "leeway")
    for choice in (*TEMPLATES, *words, "odd"):
        yield e.DeskTyped(at=AT, choice=choice)
    for choice in ("move", "drop"):
        for number in (1, 9):
            yield e.DeskTyped(at=AT, choice=choice, number=Decimal(number))


def buttons() -> Iterator[e.DeskPicked]:
    """Every button of the dialogues, about a client of this coach and about another; in and out of their places."""
    picks = [("back", state) for state in STATES]
    picks += [("mend", step) for step in (*MENDED, "check", "odd")]
    picks += [(what, "") for what in ("plan_menu", "plan", "leeway", "stop", "consult", "change", "register", "cancel")]
    picks += [("evaluation", ""), ("evaluation", "2026-12-11"), ("evaluation", "odd"), ("say", "template:weekly")]
    picks += [("erase", ""), ("erase_not", ""), ("erase_sure", MONDAY.isoformat()), ("erase_sure", "2026-11-29")]
    for what, value in picks:
        for client in ("c-1", "c-unknown", ""):
            yield e.DeskPicked(at=AT, what=what, client=client, value=value)
