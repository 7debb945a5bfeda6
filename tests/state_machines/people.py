"""Sample files in every state, and one of each event: for exhaustive walks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from state_machines import events as e
from state_machines import journey, questions
from state_machines.checkin import STATES
from state_machines.files import Card, Client, Consent, Day, Invite, Professional
from state_machines.plan import Plan, weekly

MONDAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)


def plan(**changes: object) -> Plan:
    """A plan that began on Monday 30 November 2026."""
    given = {
        "goal": "own work",
        "contract_hours": Decimal(32),
        "start": MONDAY,
        "weekdays": (1, 2, 4, 5),
        "tasks": ("post", "mail"),
        "supervisor": "Karin",
        "parties": ("client", "supervisor", "coach"),
        "registered": MONDAY,
    }
    return weekly(**{**given, **changes})  # type: ignore[arg-type]


def client(**changes: object) -> Client:
    """Sanne, in coaching, with an agreed plan."""
    agreed = plan()
    sanne = Client(
        id="c-1",
        name="Sanne",
        coach="p-1",
        coach_name="Joost",
        journey="coaching",
        chat=1,
        coaching_since=MONDAY - timedelta(days=20),
        consents=(Consent(subject="keep", given=True, text="0" * 64, language="nl", at=AT),),
        lists_asked=tuple(name for name, _ in questions.LISTS_FROM),
        versions=(agreed,),
        agreed=agreed.digest(),
    )
    return replace(sanne, **changes)  # type: ignore[arg-type]


def coach(**changes: object) -> Professional:
    """Joost, with one client."""
    joost = Professional(id="p-1", name="Joost", chat=2, clients=(Card(client="c-1", name="Sanne"),))
    return replace(joost, **changes)  # type: ignore[arg-type]


def clients() -> Iterator[tuple[str, Client]]:
    """A client in every journey state, welcome stage, and check-in state, with and without a plan, asked or silent."""
    draft = plan(goal="draft")
    invite = Invite(digest="d" * 64, expires=AT + timedelta(hours=1))
    yield "invited", client(journey="invited", chat=None, invite=invite, consents=(), versions=(), agreed="")
    yield "claimed", client(journey="claimed", consents=(), versions=(), agreed="")
    yield "claimed again", client(journey="claimed")
    for stage in ("hello", "who", "consent", "time", "days"):
        yield f"welcome {stage}", client(journey="welcome", stage=stage, versions=(), agreed="", consents=())
    for state in STATES:
        day = replace(questions.new_day(client(), MONDAY), state=state, at="energy" if state != "resting" else "")
        yield f"coaching {state}", client(day=day)
        yield f"coaching {state} at last", client(day=replace(day, at="complaint"))
        yield f"paused {state}", client(journey="paused", paused_until=MONDAY + timedelta(days=3), day=day)
    yield "coaching without plan", client(versions=(), agreed="")
    yield "coaching with a draft", client(versions=(plan(), draft))
    yield "coaching, a first draft", client(versions=(draft,), agreed="")
    yield "silent", client(silent=5, day=Day(date=MONDAY))
    yield "silent and asked", client(silent=6, silence_asked=True, day=Day(date=MONDAY))
    yield "buttons only", client(buttons_only=True)
    yield "unreachable", client(unreachable=AT)
    yield "yesterday's day", client(day=Day(date=MONDAY - timedelta(days=1), asked=True))
    for asking in ("time", "days", "zone", "note", "pause"):
        yield f"asking {asking}", client(asking=asking)
    yield "left", client(journey="left")


def client_events(file: Client) -> Iterator[e.ClientEvent]:
    """Every class of a client's event, with the values that matter."""
    at, day = AT, MONDAY
    digest = file.versions[-1].digest() if file.versions else "0" * 64
    yield e.LinkOpened(at=at, chat=9, language="en", display_name="S.")
    for choice in ("who", "not_now", "go_on", "buttons", "agree", "ask_coach", "refuse", "return"):
        yield e.WelcomeChosen(at=at, choice=choice, text="h")
    for clock in (time(16, 30), time(22), None):
        yield e.TimeChosen(at=at, time=clock, understood=clock is not None)
    yield e.DaysChosen(at=at, weekdays=(1, 3))
    yield e.DaysChosen(at=at, weekdays=None)
    yield e.DaysChosen(at=at, weekdays=None, typing=True)
    yield e.DaysChosen(at=at, weekdays=None, understood=False)
    yield e.CheckinOpened(at=at)
    for question in questions.ORDER:
        for number in (Decimal(0), Decimal("6.5"), Decimal(10)):
            yield e.Answered(at=at, day=day, question=question.name, number=number, ready=True)
        yield e.Answered(at=at, day=day, question=question.name, words=("off",), ready=True, message_id=7)
        yield e.Answered(at=at, day=day, question=question.name, add="walk")
        yield e.Answered(at=at, day=day - timedelta(days=1), question=question.name, number=Decimal(3), edited=True)
        yield e.NotUnderstood(at=at, day=day, question=question.name, reason="words", text="hm", message_id=8)
    for way in ("skip", "back", "enough", "go_on", "snooze"):
        yield e.Moved(at=at, day=day, way=way, question="energy" if way == "skip" else "")
        yield e.Moved(at=at, day=day - timedelta(days=1), way=way)
    yield e.Stale(at=at)
    yield e.Noted(at=at, text="words", message_id=3, day=day)
    yield e.NoteEdited(at=at, day=day, number=1, text="other", message_id=3)
    yield e.NoteOpened(at=at, day=day, number=1, open=True)
    for what in (
        "help",
        "plan",
        "diary",
        "look_back",
        "pause",
        "settings",
        "language",
        "privacy",
        "stop",
        "stop_sure",
        "start",
        "call",
        "write",
        "unknown",
    ):
        yield e.Asked(at=at, what=what)
    for name, value in (
        ("language", "en"),
        ("language", "xx"),
        ("zone", "Europe/Lisbon"),
        ("zone", "ask"),
        ("zone", "?"),
        ("buttons", "yes"),
        ("diary", "open"),
        ("silence", "three"),
        ("silence", "pause"),
        ("silence", "call"),
        ("silence", "go_on"),
        ("nothing", "x"),
    ):
        yield e.SettingChosen(at=at, name=name, value=value)
    for days in (-1, 0, 1, 14, 15):
        yield e.PauseChosen(at=at, days=days)
    for agreed in (True, False):
        yield e.PlanAnswered(at=at, digest=digest, agreed=agreed)
        yield e.PlanAnswered(at=at, digest="f" * 64, agreed=agreed)
    for number in (0, 6, 7, 10):
        yield e.DoableAnswered(at=at, digest=digest, number=Decimal(number))
    for tier in (0, 1, 2, 3):
        yield e.SafetySignalled(at=at, tier=tier, text="words", message_id=4)
    yield e.SafetyAnswered(at=at, choice="call")
    yield e.SafetyAnswered(at=at, choice="misread")
    yield e.Unreadable(at=at, kind="voice")


def clock_events() -> Iterator[e.ClockEvent]:
    """Every wake kind, on time and too late, and delivery's word."""
    for kind in ("checkin", "nudge", "snooze", "pause", "step"):
        yield e.Woke(at=AT, kind=kind, day=MONDAY)
        yield e.Woke(at=AT, kind=kind, day=MONDAY - timedelta(days=9), expired=True)
        yield e.Woke(at=AT + timedelta(hours=7), kind=kind, day=MONDAY)
    yield e.Unreached(at=AT)
    yield e.Unreached(at=AT, reachable=True)


def coach_events() -> Iterator[e.CoachEvent]:
    """Every class of a coach's event to a client's file, but the one that registers a plan."""
    invite = Invite(digest="e" * 64, expires=journey.link_expires(AT))
    yield e.Invited(
        at=AT,
        client="c-1",
        name="Sanne",
        coach="p-1",
        coach_name="Joost",
        coach_days=(1,),
        language="nl",
        invite=invite,
    )
    yield e.ClaimAnswered(at=AT, right=True)
    yield e.ClaimAnswered(at=AT, right=False)
    yield e.CoachChanged(at=AT, coach_name="Joost", coach_days=(2, 3))
    yield e.NeedMet(at=AT, kind="call")
    yield e.WeekRead(at=AT)


def desks() -> Iterator[tuple[str, Professional]]:
    """A coach in every state of the desk."""
    from state_machines.desk import STATES as DESK_STATES
    from state_machines.files import Sketch

    sketch = Sketch(
        client="c-1",
        supervisor="Karin",
        goal="own work",
        contract_hours=Decimal(32),
        start=MONDAY,
        weekdays=(1, 2),
        tasks=("post",),
    )
    for state in DESK_STATES:
        yield state, coach(desk=state, sketch=sketch if state not in {"idle", "inviting"} else None)
    yield "unopened", coach(chat=None, invite=Invite(digest="a" * 64, expires=AT + timedelta(hours=1)))
    yield "claim waits", coach(clients=(Card(client="c-1", name="Sanne", claimed=True),))


def desk_events() -> Iterator[e.DeskEvent]:
    """Every class of event at a desk, with the values that matter."""
    at = AT
    invite = Invite(digest="b" * 64, expires=at + timedelta(hours=72))
    yield e.DeskOpened(at=at, chat=5, language="nl")
    for what in ("help", "clients", "logbook", "invite", "plan", "settings", "language", "cancel", "unknown", "odd"):
        yield e.DeskAsked(at=at, what=what)
    yield e.DeskTyped(at=at, text="Karin")
    yield e.DeskTyped(at=at, text="x" * 500)
    yield e.DeskTyped(at=at, number=Decimal(32))
    yield e.DeskTyped(at=at, number=Decimal(80))
    yield e.DeskTyped(at=at, day=MONDAY)
    yield e.DeskTyped(at=at, day=MONDAY - timedelta(days=1))
    yield e.DeskTyped(at=at, weekdays=(1, 2))
    yield e.DeskTyped(at=at, tasks=("post",))
    yield e.DeskTyped(at=at)
    for picked, value in (
        ("plan", ""),
        ("register", ""),
        ("cancel", ""),
        ("logbook", ""),
        ("claim", "yes"),
        ("claim", "no"),
        ("met", "call"),
        ("read", ""),
        ("nothing", ""),
    ):
        yield e.DeskPicked(at=at, what=picked, client="c-1", value=value)
        yield e.DeskPicked(at=at, what=picked, client="c-unknown", value=value)
    yield e.DeskPicked(at=at, what="language", value="en")
    yield e.DeskPicked(at=at, what="summary_time", value="07:30")
    yield e.DeskPicked(at=at, what="weekday", value="1")
    for name in ("Sanne", "Bo", "", "Jan Peter de Vries", "x" * 40):
        yield e.InviteMade(at=at, client="c-2", name=name, invite=invite, link="https://t.me/x?start=y")
    yield e.InviteMade(at=at, client="c-1", name="Sanne", invite=invite, link="https://t.me/x?start=y")
    yield e.ClaimAsked(at=at, client="c-1", display_name="S.")
    yield e.ClaimAsked(at=at, client="c-9", display_name="S.")
    for what in (
        "joined",
        "refused",
        "erased",
        "left",
        "paused",
        "question",
        "call",
        "plan_yes",
        "plan_no",
        "doable_low",
        "silent",
        "unreachable",
        "safety",
        "safety_call",
        "safety_misread",
    ):
        yield e.ClientTold(
            at=at, client="c-1", name="Sanne", what=what, detail="2026-12-03" if what == "paused" else "5"
        )
    yield e.DeskUnreadable(at=at, kind="voice")
    for tier in (0, 1, 3):
        yield e.DeskSignalled(at=at, tier=tier)
