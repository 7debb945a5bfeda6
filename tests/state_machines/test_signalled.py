"""What follows a safety signal (R22): every signal answered, alerts that end only with a person, 24 hours of quiet."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from people import AT, MONDAY, client, clients, plan

from state_machines import events as e
from state_machines.days import Quiet
from state_machines.decide import decide_client
from state_machines.effects import ClientDecision, LetterClass, Pass, Say, Wake
from state_machines.files import Client, Day
from state_machines.hand_over import Deputy, Leave

TEN = timedelta(minutes=10)
COACH, DEPUTY = False, True
ALERT, ASK = "signal", "how_now"


def signalled(file: Client, at: datetime = AT, tier: int = 1) -> ClientDecision:
    """The file after words that point to danger."""
    return decide_client(file, e.SafetySignalled(at=at, tier=tier))


def woken(file: Client, at: datetime, kind: str = ALERT, *, expired: bool = False) -> ClientDecision:
    """The file after a wake."""
    return decide_client(file, e.Woke(at=at, kind=kind, day=at.date(), expired=expired))


def said(decision: ClientDecision) -> list[str]:
    """The names of what is said."""
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def told(decision: ClientDecision) -> list[tuple[str, bool]]:
    """What the coach is told, and whether the deputy is told too."""
    events = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    return [(event.what, event.also_deputy) for event in events if isinstance(event, e.ClientTold)]


def wakes(decision: ClientDecision, kind: str) -> list[datetime | None]:
    """When which wake of a kind is set; None takes one back."""
    return [effect.at for effect in decision.effects if isinstance(effect, Wake) and effect.kind == kind]


# --- the alerts ---------------------------------------------------------------------------------------------------


def test_the_coach_is_alerted_at_once_and_a_wake_is_set_for_ten_minutes_later() -> None:
    """The fixed text goes first, then the word to the coach; nothing of what was written is in it."""
    decision = signalled(client())
    assert said(decision) == ["safety.block"]
    assert told(decision) == [("safety", COACH)]
    assert wakes(decision, ALERT) == [AT + TEN]


def test_after_ten_minutes_the_coach_again_after_twenty_the_deputy_too_and_then_no_more() -> None:
    """Nobody marked it: three alerts in all."""
    again = woken(signalled(client()).file, AT + TEN)
    assert (told(again), wakes(again, ALERT)) == ([("safety_again", COACH)], [AT + 2 * TEN])
    last = woken(again.file, AT + 2 * TEN)
    assert (told(last), wakes(last, ALERT)) == ([("safety_alone", DEPUTY)], [])


@pytest.mark.parametrize("gap", [timedelta(hours=1), timedelta(hours=9), timedelta(days=3)])
def test_after_a_long_gap_the_alert_goes_once_to_both(gap: timedelta) -> None:
    """The bot was down: one alert, not two in a row; also when it is days late."""
    late = woken(signalled(client()).file, AT + gap)
    assert told(late) == [("safety_alone", DEPUTY)]
    assert wakes(late, ALERT) == []


def test_the_last_alert_says_truly_whether_somebody_else_hears_it() -> None:
    """With a deputy both get it; without one the coach reads that nobody else does."""
    deputy = Deputy(id="p-2", name="Bram")
    for named, what in ((deputy, "safety_unanswered"), (None, "safety_alone")):
        assert told(woken(signalled(client(deputy=named)).file, AT + 2 * TEN)) == [(what, DEPUTY)]


@pytest.mark.parametrize("after", [timedelta(minutes=1), TEN, 2 * TEN])
def test_i_contact_ends_the_alerts(after: timedelta) -> None:
    """The coach's tap takes the next alert back; one that is under way already says nothing."""
    file = signalled(client()).file
    met = decide_client(file, e.NeedMet(at=AT + after, kind="safety"))
    assert wakes(met, ALERT) == [None]
    assert told(woken(met.file, AT + after)) == []


def test_when_the_deputy_contacts_the_client_the_coach_hears_so() -> None:
    """Once; the coach's own tap needs no word, and a second tap finds nothing to do."""
    file = signalled(client()).file
    by_deputy = decide_client(file, e.NeedMet(at=AT + TEN, kind="safety", by="Bram"))
    assert (told(by_deputy), wakes(by_deputy, ALERT)) == ([("safety_taken", COACH)], [None])
    assert told(decide_client(file, e.NeedMet(at=AT + TEN, kind="safety"))) == []
    assert told(decide_client(by_deputy.file, e.NeedMet(at=AT + TEN, kind="safety", by="Bram"))) == []


@pytest.mark.parametrize(
    "event",
    [
        e.SafetyAnswered(at=AT, choice="misread"),
        e.SafetyAnswered(at=AT, choice="better"),
        e.SafetyAnswered(at=AT, choice="call"),
        e.CheckinOpened(at=AT),
        e.Asked(at=AT, what="stop_sure"),
        e.PauseChosen(at=AT, days=3),
        e.NeedMet(at=AT, kind="call"),
        e.SettingChosen(at=AT, name="zone", value="Asia/Tokyo"),
    ],
    ids=lambda event: f"{type(event).__name__} {getattr(event, 'choice', '')}",
)
def test_nothing_else_ends_them(event: e.Event) -> None:
    """Not the client's own word, not stopping, not another zone: the alert comes after ten minutes all the same."""
    after = decide_client(signalled(client()).file, event)
    assert wakes(after, ALERT) == []
    assert told(woken(after.file, AT + TEN)) == [("safety_again", COACH)]


def test_signals_that_keep_coming_do_not_put_the_deputy_off() -> None:
    """Danger every four minutes: the coach hears each; the deputy is reached twenty minutes after the first."""
    file, due, heard = client(), None, []
    for minute in range(0, 25, 4):
        at = AT + timedelta(minutes=minute)
        while due is not None and due <= at:
            decision = woken(file, due)
            file, heard = decision.file, heard + told(decision)
            due = next(iter(wakes(decision, ALERT)), None)
        decision = signalled(file, at)
        file, heard = decision.file, heard + told(decision)
        due = next(iter(wakes(decision, ALERT)), due)
        assert said(decision) == ["safety.block"]
    assert [what for what, _ in heard].count("safety") == 7
    assert heard.index(("safety_alone", DEPUTY)) == heard.index(("safety_again", COACH)) + 3


def test_a_signal_after_alerts_that_nobody_answered_reaches_the_deputy_at_once() -> None:
    """And the alerts begin anew."""
    later = AT + timedelta(hours=2)
    decision = signalled(signalled(client()).file, later)
    assert told(decision) == [("safety", DEPUTY)]
    assert wakes(decision, ALERT) == [later + TEN]


def test_a_signal_after_the_coach_marked_it_begins_anew_with_the_coach() -> None:
    """The first one was dealt with; this is another."""
    met = decide_client(signalled(client()).file, e.NeedMet(at=AT + TEN, kind="safety"))
    later = AT + timedelta(hours=2)
    decision = signalled(met.file, later)
    assert (told(decision), wakes(decision, ALERT)) == ([("safety", COACH)], [later + TEN])


@pytest.mark.parametrize("tier", [0, 1, 2])
@pytest.mark.parametrize(("name", "file"), clients())
def test_in_every_state_a_signal_is_answered_each_time_and_alerts(name: str, file: Client, tier: int) -> None:
    """Whatever the journey, the day or the plan: text, alert, and the next alert; the same at the third one."""
    for n in range(3):
        decision = signalled(file, AT + n * timedelta(minutes=1), tier)
        assert said(decision)[0] == ("safety.gentle" if tier == 2 else "safety.block")
        assert decision.effects[0].kind is LetterClass.SAFETY  # type: ignore[union-attr]
        assert [what for what, _ in told(decision)] == ["safety"]
        assert decision.file.versions == file.versions
        file = decision.file
    since = next(need.since for need in file.needs if need.kind == "safety")
    assert told(woken(file, max(AT, since) + TEN))


def test_words_about_somebody_else_get_one_line_and_no_alert() -> None:
    """T3."""
    decision = signalled(client(), tier=3)
    assert said(decision) == ["safety.line"]
    assert told(decision) == []
    assert wakes(decision, ALERT) == wakes(decision, ASK) == []
    assert decision.file.safety_until is None


# --- the 24 hours -------------------------------------------------------------------------------------------------


def local(text: str) -> datetime:
    """A wall-clock moment in winter, in Amsterdam."""
    return datetime.fromisoformat(f"2026-12-{text}+01:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        ("01T16:30", "02T09:00"),  # the next morning
        ("01T03:00", "01T09:00"),  # at night: that morning
        ("01T06:59", "01T09:00"),
        ("01T07:01", "02T08:00"),  # too near: when the 24 hours are over, after the quiet hours
        ("01T08:30", "02T08:30"),
        ("01T22:00", "02T09:00"),
    ],
)
def test_how_is_it_now_comes_the_next_morning_or_when_the_hold_ends(at: str, asked: str) -> None:
    """Once, outside the quiet hours."""
    assert wakes(signalled(client(), local(at)), ASK) == [local(asked)]


def test_it_is_asked_once_for_signals_in_a_row() -> None:
    """The later signal moves the question; the earlier one is taken back when it has another date."""
    first = signalled(client(), local("01T23:30"))
    same_day = signalled(first.file, local("01T23:50"))
    assert wakes(same_day, ASK) == [local("02T09:00")]
    next_day = signalled(same_day.file, local("02T01:30"))
    assert wakes(next_day, ASK) == [None, local("02T09:00")]


def test_it_is_one_message_that_counts_for_nothing_else() -> None:
    """Safety aside, two messages a day are begun by the bot: this one isn't among them (R39)."""
    file = signalled(client(), local("01T16:30")).file
    decision = woken(file, local("02T09:00"), ASK)
    assert said(decision) == ["safety.now"]
    assert (decision.file.begun, decision.file.needs) == (file.begun, file.needs)


@pytest.mark.parametrize(
    ("change", "expired", "why"),
    [
        ({"journey": "left"}, False, "journey"),
        ({"chat": None}, False, "no chat"),
        ({}, True, "too late"),
    ],
)
def test_it_is_left_out_with_a_reason(change: dict[str, object], expired: bool, why: str) -> None:
    """Who stopped gets no message that the bot begins; one that is days late has lost its use."""
    decision = woken(client(**change), AT, ASK, expired=expired)
    assert said(decision) == []
    assert why in decision.reason


def test_it_waits_for_the_morning_when_it_comes_due_in_quiet_hours() -> None:
    """After downtime, or with quiet hours of one's own."""
    decision = woken(client(quiet=Quiet(start=time(21), end=time(10))), local("02T09:00"), ASK)
    assert said(decision) == []
    assert wakes(decision, ASK) == [local("02T10:00")]


def test_the_check_in_of_the_24_hours_moves_on_and_nothing_else_is_said_of_it() -> None:
    """A check-in at 16:30 each working day; a signal on Tuesday at 17:00: Wednesday's is left out, Thursday's comes."""
    tuesday = date(2026, 12, 1)
    file = client(day=Day(date=tuesday, state="done", asked=True), next_checkin=date(2026, 12, 2))
    decision = signalled(file, local("01T17:00"))
    assert decision.file.next_checkin == date(2026, 12, 3)
    assert wakes(decision, "checkin") == [None, local("03T16:30")]


HELD: dict[str, Callable[[], Client]] = {
    "checkin": lambda: client(next_checkin=MONDAY),
    "nudge": lambda: client(day=Day(date=MONDAY, state="prompted", asked=True, at="energy")),
    "snooze": lambda: client(day=Day(date=MONDAY, state="snoozed", asked=True, snoozed=True, at="energy")),
    "step": lambda: client(next_step=MONDAY),
    "agenda": lambda: client(checkin_days=(), next_agenda=MONDAY),
}


@pytest.mark.parametrize("kind", HELD)
def test_nothing_is_begun_within_24_hours_and_the_same_wake_speaks_without_a_signal(kind: str) -> None:
    """Every wake that would begin a message: silent while the hold lasts, with that as its reason."""
    file = HELD[kind]()
    if kind == "agenda":
        tomorrow = e.ConsultSet(at=AT - timedelta(days=1), number=1, when=AT + timedelta(days=1))
        file = decide_client(file, tomorrow).file
    silent = woken(signalled(file, AT - timedelta(hours=1)).file, AT, kind)
    assert said(silent) == []
    assert silent.reason == "held: safety"
    assert said(woken(file, AT, kind))


def test_a_held_step_message_comes_when_the_24_hours_are_over() -> None:
    """The wake is set for then, outside the quiet hours; the plan is the same."""
    file = signalled(client(next_step=MONDAY), AT).file
    put_off = woken(file, AT + timedelta(hours=1), "step")
    assert wakes(put_off, "step") == [AT + timedelta(hours=24)]
    comes = woken(put_off.file, AT + timedelta(hours=24), "step")
    assert said(comes) == ["week.step"]
    assert put_off.file.versions == comes.file.versions == (plan(),)


def test_a_prompt_that_is_on_its_way_still_is_not_sent() -> None:
    """It waits behind others in the outbox: not wanted any more. Words about somebody else hush nothing."""
    assert signalled(client()).hush == {LetterClass.PROMPT}
    assert signalled(client(), tier=3).hush == frozenset()


def test_what_the_client_begins_goes_on_as_always() -> None:
    """A check-in opened by hand, an answer, the plan: each is answered within the hold."""
    file = signalled(client()).file
    opened = decide_client(file, e.CheckinOpened(at=AT))
    assert said(opened) == ["checkin"]
    assert said(decide_client(opened.file, e.Moved(at=AT, day=MONDAY, way="enough")))[0] == "checkin"
    assert said(decide_client(file, e.Asked(at=AT, what="plan"))) == ["menu.plan"]


# --- who is there -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "deputy", "reads"),
    [
        ("01T10:00", "", None),
        ("01T16:59", "", None),
        ("01T17:00", "", "02T09:00"),
        ("01T03:00", "", "01T09:00"),
        ("04T18:00", "", "07T09:00"),  # a Friday
        ("24T18:00", "", "28T09:00"),  # Christmas on Friday and Saturday
        ("08T10:00", "Bram", None),  # on leave: the deputy is there
        ("08T20:00", "Bram", "10T09:00"),  # who works on Tuesday and Thursday
        ("11T18:00", "", "14T09:00"),  # the last day of the leave
    ],
)
def test_the_text_says_who_reads_first_and_from_when(at: str, deputy: str, reads: str | None) -> None:
    """Working days, office hours, holidays and leave; the deputy on the days of the leave."""
    leave = Leave(start=date(2026, 12, 7), end=date(2026, 12, 11))
    file = client(deputy=Deputy(id="p-2", name="Bram", weekdays=(2, 4)), coach_leave=leave)
    if at == "04T18:00":
        file = client()
    values = next(effect.prompt.values for effect in signalled(file, local(at)).effects if isinstance(effect, Say))
    assert (values["deputy"], values["reads"]) == (deputy, local(reads) if reads else None)
