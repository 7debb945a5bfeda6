"""Sample files in every state, and one of each event: for exhaustive walks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import at_facilitators_desk
import at_physicians_desk
import at_the_desk
import complained
import referred

from state_machines import consents, journey, questions, referral, sheet, signs
from state_machines import events as e
from state_machines.case import Sign
from state_machines.checkin import STATES
from state_machines.files import Answer, Card, Client, Consent, Consult, Day, Invite, Need, Professional, Request, Sheet
from state_machines.hand_over import Deputy, Leave, Talk
from state_machines.plan import Evaluation, Leeway, Plan, Taken, following
from state_machines.plan_changes import stopped
from state_machines.plan_templates import weekly
from state_machines.rule import Rule, SetBy

MONDAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
#: Answers may be kept, and papers made for the supervisor.
PAPERS = tuple(
    Consent(subject=subject, given=True, text="0" * 64, language="nl", at=AT) for subject in ("keep", "supervisor")
)


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
        regime="delegation",
        lists_asked=tuple(name for name, _ in questions.LISTS_FROM),
        versions=(agreed,),
        agreed=agreed.digest(),
    )
    return replace(sanne, **changes)  # type: ignore[arg-type]


def coach(**changes: object) -> Professional:
    """Joost, with one client."""
    cards = (Card(client="c-1", name="Sanne"),)
    joost = Professional(id="p-1", name="Joost", chat=2, clients=cards, regime="delegation")
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
    for asking in ("time", "days", "zone", "note", "pause", "evaluation:1", "evaluation:4", "evaluation:words"):
        yield f"asking {asking}", client(asking=asking)
    yield "left", client(journey="left")
    yield from _plans_of_every_kind()
    yield from _plans_that_ended()
    yield from _referrals()
    yield from _signs()
    yield from complained.files(client(), MONDAY)
    noted = Day(date=MONDAY, working=True, planned=Decimal(2), noted=True)
    hours = Answer(question="hours", at=AT, number=Decimal(2))
    yield "with a facilitator", client(facilitator=at_facilitators_desk.FAY)
    yield "hours noted", client(day=noted.keep(hours))
    yield "asking hours", client(asking=f"hours:{MONDAY}")
    yield "asking tasks", client(asking=f"tasks:{MONDAY}", day=noted.keep(hours))


def _plans_of_every_kind() -> Iterator[tuple[str, Client]]:
    """Every situation of the plan: leeway left, used, one agreed before another starts, stopped, held, requested."""
    leeway = replace(plan(), leeway=Leeway(weeks=2), evaluations=(Evaluation(day=MONDAY + timedelta(days=11)),))
    used = replace(leeway, leeway=Leeway(weeks=1, taken=(Taken(step=MONDAY, weeks=1, on=MONDAY),)))
    later = following(replace(plan(start=MONDAY + timedelta(days=14), goal="other work")), leeway)
    halted = stopped(leeway, on=MONDAY, physician="Dr. Smit", look_again=MONDAY + timedelta(days=14))
    requests = tuple(Request(kind=kind, why="asked", on=MONDAY) for kind in ("leeway", "evaluation"))
    yield "with leeway", client(versions=(leeway,), agreed=leeway.digest())
    yield "leeway used", client(versions=(used,), agreed=used.digest())
    yield (
        "a plan that is yet to start",
        client(versions=(leeway, later), agreed=later.digest(), earlier=leeway.digest(), day=Day(date=MONDAY)),
    )
    yield "stopped", client(versions=(following(halted, leeway),), agreed=following(halted, leeway).digest())
    yield "held by the doctor", client(doctor_until=AT + timedelta(days=3), next_step=MONDAY)
    yield "held after a signal", client(safety_until=AT + timedelta(hours=3), next_step=MONDAY)
    for minutes in (5, 15, 60):
        need = Need(kind="safety", since=AT - timedelta(minutes=minutes))
        yield f"signalled {minutes} minutes ago", client(needs=(need,), safety_until=AT + timedelta(hours=23))
    yield "six own people", client(contacts=tuple("abcdef"))
    yield "naming own people", client(contacts=("Noor",), asking="contacts")
    yield "requested", client(versions=(leeway,), agreed=leeway.digest(), requests=requests)
    lag = (Request(kind="evaluation", why="lag", on=MONDAY), Request(kind="topic", why="asked", on=MONDAY, words="w"))
    yield "a lag", client(requests=lag, prepared=("words", "", "", "other"))
    yield from _sheets(client(requests=lag, prepared=("words", "", "", "other"), consents=PAPERS))
    yield "a lag, buttons only", client(requests=lag, buttons_only=True)
    yield from _in_a_conversation()
    yield "with a consult", client(consults=(Consult(number=1, at=AT + timedelta(days=1)),))


def _sheets(file: Client) -> Iterator[tuple[str, Client]]:
    """An evaluation sheet that is being read, with points, and one that was released (R33)."""
    chosen = Sheet(without=("hours",), points=tuple(each.mark for each in sheet.listed(file)))
    reading = sheet.shown(replace(file, sheet=chosen), MONDAY)
    assert reading.sheet is not None
    yield "reading a sheet", reading
    yield "released a sheet", replace(reading, sheet=replace(reading.sheet, shown="", released=reading.sheet.shown))


def _signs() -> Iterator[tuple[str, Client]]:
    """A list of early signs: some, as many as fit, asked about today, and while words are awaited (R26)."""
    two = (Sign(sign="headache", answer="a walk"), Sign(sign="worrying"))
    day = replace(questions.new_day(client(), MONDAY), state="asking", turn=questions.SIGNS, at=questions.SIGNS)
    yield "early signs", client(signs=two)
    yield "twelve early signs", client(signs=(*two, *(Sign(sign=str(n)) for n in range(10))))
    yield "early signs asked", client(signs=two, day=day)
    yield "early signs noted", client(signs=two, day=day.keep(Answer(question="signs", at=AT, words=("headache",))))
    yield "early signs, buttons only", client(signs=two, buttons_only=True)
    for asking in ("new", "answer:headache", "rename:worrying", "answer:gone"):
        yield f"asking sign {asking}", client(signs=two, asking=f"sign:{asking}")


def _referrals() -> Iterator[tuple[str, Client]]:
    """A referral in every state (R19-R21)."""
    for state in referral.STATES:
        found = referred.one(state, AT)
        yield f"referral {state}", client(referral=found, referrals=1, physician=referred.SMIT)
    yield "referral words", client(referral=referred.one("reading", AT), referrals=1, asking=referral.TYPING)


def _plans_that_ended() -> Iterator[tuple[str, Client]]:
    """A plan that is over, before its end is said and in each of the ways it can end."""
    over = plan(start=MONDAY - timedelta(weeks=4), registered=MONDAY - timedelta(weeks=5))
    ended = client(versions=(over,), agreed=over.digest(), next_agenda=MONDAY)
    yield "the end is to be said", ended
    for how in ("kept", "keeping", "open"):
        yield how, replace(ended, ended=how, slow="weekly", slow_from=MONDAY)
    yield "kept, once a month", replace(ended, ended="kept", slow="monthly", slow_from=MONDAY)
    yield "kept and done", replace(ended, ended="kept", journey="left")


def _in_a_conversation() -> Iterator[tuple[str, Client]]:
    """A person has taken the conversation over; the coach is away, with and without somebody who stands in."""
    talk = Talk(by="p-1", name="Joost", since=MONDAY, last=AT - timedelta(minutes=5))
    anna, away = Deputy(id="p-2", name="Anna"), Leave(start=MONDAY, end=MONDAY + timedelta(days=13))
    yield "in a conversation", client(talk=talk)
    yield "in a conversation, buttons only", client(talk=talk, buttons_only=True, asking="note")
    by_anna = replace(talk, by="p-2", name="Anna", deputy=True)
    yield "in a conversation with the deputy", client(talk=by_anna, deputy=anna, coach_leave=away)
    yield "the coach is away, nobody stands in", client(coach_leave=away)


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
    for right in ("copy", "copy_first", "looks", "erase", "sure", "keep", "odd"):
        yield e.RightsChosen(at=at, choice=right, day=day)
    yield e.RightsChosen(at=at, choice="sure", day=day - timedelta(days=1))
    yield e.RightsChosen(at=at, choice="looks", skip=12)
    for subject in (*consents.SUBJECTS, "odd"):
        yield e.ConsentAsked(at=at, subject=subject)
        yield e.ConsentGiven(at=at, subject=subject, fingerprint="1" * 64, language="nl")
        yield e.ConsentWithdrawn(at=at, subject=subject, fingerprint="1" * 64, language="nl")
    yield e.ConsentAsked(at=at)
    yield e.Noted(at=at, text="words", message_id=3, day=day)
    yield e.NoteEdited(at=at, day=day, number=1, text="other", message_id=3)
    yield e.NoteOpened(at=at, day=day, number=1, open=True)
    for kept, edited in (("words", False), ("words", True), ("", False)):
        yield e.WordsPassed(at=at, text=kept, passing="words", message_id=12, edited=edited)
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
        "talk_over",
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
    for choice in ("show", "prepare", "together", "no"):
        yield e.LeewayAsked(at=at, choice=choice)
    yield e.DoctorSaid(at=at)
    yield e.HoursNoted(at=at, day=None)
    yield e.HoursNoted(at=at, day=None, every=True)
    for noted in (day, day - timedelta(days=3), day - timedelta(days=15), day + timedelta(days=1)):
        yield e.HoursNoted(at=at, day=noted)
        yield e.HoursNoted(at=at, day=noted, hours=Decimal("2.5"), message_id=9)
        yield e.HoursNoted(at=at, day=noted, hours=Decimal(25))
        yield e.HoursNoted(at=at, day=noted, off=True)
        for choice in ("planned", "other", "ready"):
            yield e.TasksNoted(at=at, day=noted, choice=choice)
        yield e.TasksNoted(at=at, day=noted, add="post")
        yield e.TasksNoted(at=at, day=noted, drop="post")
        yield e.TasksNoted(at=at, day=noted, words=("post", "mail"))
    for choice in (*signs.OF_ALL, *signs.OF_ONE, "odd"):
        for sign in ("headache", "gone"):
            yield e.SignChosen(at=at, choice=choice, sign=sign)
            yield e.SignChosen(at=at, choice=choice, sign=sign, words="short fuse", message_id=9)
    for choice in ("weekly", "monthly", "done", "keep", "erase", "odd"):
        yield e.EndChosen(at=at, choice=choice)
    for kind in ("picture", "pdf", "calendar", "why", "odd"):
        yield e.PaperAsked(at=at, kind=kind)
    for choice in ("show", "ask", "later", "write", "list", "prepare", "good", "pace", "odd"):
        yield e.EvaluationAsked(at=at, choice=choice)
    for choice in ("show", "points", "leave", "odd"):
        yield e.SheetChosen(at=at, choice=choice)
    for item in ("hours", *(point.mark for point in sheet.listed(file)[:1])):
        yield e.SheetChosen(at=at, choice="leave_out", item=item)
        yield e.SheetChosen(at=at, choice="put_on", item=item)
    for fingerprint in (sheet.on_sheet(file, day).fingerprint(), "1" * 64):
        yield e.SheetChosen(at=at, choice="release", fingerprint=fingerprint)
    for choice in ("words", "ready"):
        yield e.EvaluationAsked(at=at, choice=choice, words="more about the mail")
    for number in (0, 1, 4, 5):
        yield e.EvaluationPrepared(at=at, number=number)
        yield e.EvaluationPrepared(at=at, number=number, words="it went well", message_id=9)
    yield e.EvaluationPrepared(at=at, number=1, words="better", message_id=9, edited=True)
    for kind in ("ask", "no_work", "supervisor_away", "not_possible", "conflict"):
        yield e.Disturbed(at=at, kind=kind)
    yield from referred.choices(at)
    yield from complained.choices(at, day)
    yield e.SafetyAnswered(at=at, choice="call")
    yield e.SafetyAnswered(at=at, choice="misread")
    yield e.SafetyAnswered(at=at, choice="better")
    for choice in ("show", "add", "drop"):
        yield e.ContactsChosen(at=at, choice=choice, item="Noor")
    for named in ((), ("Noor", "Mam 06"), tuple("abcdefg")):
        yield e.ContactsChosen(at=at, choice="words", words=named)
    yield e.Unreadable(at=at, kind="voice")


def clock_events() -> Iterator[e.ClockEvent]:
    """Every wake kind, on time and too late, and delivery's word."""
    kinds = ("checkin", "nudge", "snooze", "pause", "step", "agenda", "hold", "referral")
    kinds = (*kinds, "complaints", "signal", "how_now", "talk", "resend", "restored", "clock_right")
    for kind in kinds:
        yield e.Woke(at=AT, kind=kind, day=MONDAY)
        yield e.Woke(at=AT, kind=kind, day=MONDAY - timedelta(days=9), expired=True)
        yield e.Woke(at=AT + timedelta(hours=7), kind=kind, day=MONDAY)
    yield e.Unreached(at=AT)
    yield e.Unreached(at=AT, reachable=True)
    yield e.Unreached(at=AT, mail=True)
    yield e.Faded(at=AT, stage="diary")
    yield e.Faded(at=AT, stage="scores")
    yield from referred.deliveries(AT)


def physician_events() -> Iterator[e.PhysicianEvent]:
    """Every class of a physician's event to a client's file."""
    yield from referred.answers(AT, MONDAY)


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
    anna, away = Deputy(id="p-2", name="Anna"), Leave(start=MONDAY, end=MONDAY + timedelta(days=13))
    yield e.CoachChanged(at=AT, coach_name="Joost", coach_days=(2, 3), deputy=anna, leave=away)
    yield e.CoachChanged(at=AT, coach="p-2", coach_name="Anna", coach_days=(1,))
    for by, name in (("p-1", "Joost"), ("p-2", "Anna")):
        yield e.CoachWrote(at=AT, by=by, name=name, text="words", deputy=by == "p-2")
        yield e.TakenOver(at=AT, by=by, name=name, minutes=60, deputy=by == "p-2")
        yield e.GivenBack(at=AT, by=by)
    yield e.NeedMet(at=AT, kind="doctor", by="Anna")
    yield e.NeedMet(at=AT, kind="call")
    yield e.NeedMet(at=AT, kind="doctor")
    yield e.NeedMet(at=AT, kind="safety")
    yield e.NeedMet(at=AT, kind="safety", by="Bram")
    for outcome in ("stands", "anew", "leeway", "other"):
        yield e.EvaluationHeld(at=AT, planned=MONDAY + timedelta(days=11), outcome=outcome)
    yield e.EvaluationHeld(at=AT, planned=None, outcome="stands")
    for when in (AT + timedelta(days=2), None):
        yield e.ConsultSet(at=AT, number=1, when=when)
    yield e.WeekRead(at=AT)
    yield e.ErasureAsked(at=AT)
    yield e.PhysicianSet(at=AT, physician=referred.SMIT)
    yield e.PhysicianSet(at=AT, physician=None)
    yield e.FacilitatorSet(at=AT, facilitator=at_facilitators_desk.FAY)
    yield e.FacilitatorSet(at=AT, facilitator=None)
    yield e.RegimeSet(at=AT, regime="own_tool")
    yield e.RuleSet(at=AT, rule=Rule(bad_from=Decimal(6), set_by=SetBy(name="Ans", role="psychologist", on=MONDAY)))


def changes() -> Iterator[e.CoachEvent]:
    """A coach's events that may make a version out of the plan that is there (R3, R37)."""
    for which in ("now", "next"):
        yield e.LeewayTaken(at=AT, which=which, weeks=1, parties=("client", "supervisor"))
    yield e.LeewayTaken(at=AT, which="now", weeks=9, parties=("client", "supervisor"))
    yield e.LeewayTaken(at=AT, which="now", weeks=1, parties=("client",))
    yield e.PlanStopped(at=AT, physician="Dr. Smit", look_again=MONDAY + timedelta(days=14))
    yield e.PlanStopped(at=AT, physician="", look_again=MONDAY)


def desks() -> Iterator[tuple[str, Professional]]:
    """A coach in every state of the desk."""
    yield from at_the_desk.sheets()
    yield from at_the_desk.beside()
    yield "unopened", coach(chat=None, invite=Invite(digest="a" * 64, expires=AT + timedelta(hours=1)))
    yield "claim waits", coach(clients=(Card(client="c-1", name="Sanne", claimed=True),))
    yield from at_physicians_desk.desks()
    yield from at_facilitators_desk.desks()


def desk_events() -> Iterator[e.DeskEvent]:
    """Every class of event at a desk, with the values that matter."""
    at = AT
    invite = Invite(digest="b" * 64, expires=at + timedelta(hours=72))
    yield e.DeskOpened(at=at, chat=5, language="nl")
    for what in ("help", "clients", "logbook", "invite", "plan", "settings", "language", "cancel", "unknown", "odd"):
        yield e.DeskAsked(at=at, what=what)
    yield from at_the_desk.answers()
    yield from at_the_desk.buttons()
    yield from at_the_desk.handing()
    for picked, value in (
        ("logbook", ""),
        ("rule", ""),
        ("messages", ""),
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
        "let_go",
        "erased",
        "erased_signalled",
        "taken_back",
        "left",
        "paused",
        "question",
        "call",
        "plan_yes",
        "plan_no",
        "plan_replaced",
        "doable_low",
        "evaluation_asked",
        "evaluation_week",
        "evaluation_day",
        "evaluation_overdue",
        "disturbed",
        "more_than_agreed",
        "leeway_refused",
        "stop_refused",
        "silent",
        "unreachable",
        "plan_kept",
        "plan_keeping",
        "plan_ended",
        "plan_over",
        "finished",
        "safety",
        "safety_again",
        "safety_unanswered",
        "safety_alone",
        "safety_taken",
        "safety_call",
        "safety_misread",
        "complaint",
        "complaint_urgent",
    ):
        yield e.ClientTold(
            at=at, client="c-1", name="Sanne", what=what, detail="2026-12-03" if what == "paused" else "5"
        )
    yield e.DefaultsSet(at=at, rule=Rule(in_a_row=4))
    yield from at_physicians_desk.events()
    yield from at_facilitators_desk.events()
    yield e.DeskUnreadable(at=at, kind="voice")
    for tier in (0, 1, 3):
        yield e.DeskSignalled(at=at, tier=tier)
