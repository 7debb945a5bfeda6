"""A referral from offer to close (R19-R21): every state, every choice, every deadline, and what each end leaves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import people
import pytest
import referred

from state_machines import days, referral, referral_due
from state_machines import events as e
from state_machines.case import PhysicianContact, Referral
from state_machines.decide import decide
from state_machines.effects import Decision, Pass, PlanDecision, Say, Wake
from state_machines.files import Client, Day
from state_machines.machine import ClientAct
from state_machines.needs import needs
from state_machines.referral_dates import DEADLINES

AT, MONDAY = people.AT, people.MONDAY
SMIT = referred.SMIT
EVIDENCE = referred.evidence(MONDAY)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def found(state: str, **changes: object) -> Referral:
    return referred.one(state, AT, **changes)


def client(state: str = "", **changes: object) -> Client:
    known = {"referral": found(state), "referrals": 1} if state else {}
    return people.client(**{"physician": SMIT, **known, **changes})


def chosen(choice: str, number: int = 1, value: str = "1", words: str = "my words") -> e.ReferralChosen:
    return e.ReferralChosen(at=AT, choice=choice, number=number, value=value, words=words)


def said(decision: Decision) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def told(decision: Decision) -> list[tuple[str, bool]]:
    """Word to the coach, and whether the deputy hears it too."""
    passed = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    return [(event.what, event.also_deputy) for event in passed if isinstance(event, e.ClientTold)]


def to_physician(decision: Decision) -> list[tuple[str, e.Event]]:
    passed = [effect for effect in decision.effects if isinstance(effect, Pass)]
    return [(each.to, each.event) for each in passed if not isinstance(each.event, e.ClientTold)]


def wakes(decision: Decision) -> list[Wake]:
    return [effect for effect in decision.effects if isinstance(effect, Wake) and effect.kind == "referral"]


def client_of(decision: Decision) -> Client:
    assert isinstance(decision.file, Client)
    return decision.file


def state_of(decision: Decision) -> str:
    kept = client_of(decision).referral
    assert kept is not None
    return kept.state


# --- read first, then yes -----------------------------------------------------------------------------------------


def test_the_client_reads_it_first_and_yes_sends_it_with_word_to_coach_and_physician() -> None:
    """R20: nothing goes before the text was shown; then the physician gets it, and each hears it."""
    file = client_of(decide(client("offered"), chosen("show")))
    assert file.referral is not None
    assert file.referral.state == "reading"
    decision = decide(file, chosen("send"))
    assert state_of(decision) == "released"
    assert said(decision) == ["referral.sent"]
    assert told(decision) == [("referral_sent", False)]
    [(who, came)] = to_physician(decision)
    assert (who, type(came)) == ("p-9", e.ReferralCame)
    assert client_of(decision).complaints.state == "referral"


def test_an_offer_can_not_be_sent_unread() -> None:
    """A button of an older keyboard doesn't send what nobody read."""
    decision = decide(client("offered"), chosen("send"))
    assert state_of(decision) == "offered"
    assert to_physician(decision) == []


def test_a_text_that_was_read_on_another_day_is_shown_once_more_before_it_goes() -> None:
    """What was read is what goes: its date and the plan's week may have changed overnight."""
    file = client("reading")
    tomorrow = replace(chosen("send"), at=AT + timedelta(days=1))
    decision = decide(file, tomorrow)
    assert (state_of(decision), said(decision)) == ("reading", ["referral.text"])
    again = decide(client_of(decision), replace(tomorrow, at=tomorrow.at + timedelta(minutes=1)))
    assert state_of(again) == "released"


def test_own_words_can_be_added_and_struck_and_the_wish_is_kept() -> None:
    """R20: at most five of them, each no longer than what fits; striking one leaves the others."""
    file = client("reading")
    for n in range(6):
        file = client_of(decide(file, chosen("words", words=f"words {n}")))
    assert file.referral is not None
    assert file.referral.words == ("words 1", "words 2", "words 3", "words 4", "words 5")
    for _ in range(2):  # tapped twice, it is the same words that go
        file = client_of(decide(file, chosen("strike", words="words 2")))
    file = client_of(decide(file, chosen("wish", value="talk")))
    assert file.referral is not None
    assert file.referral.words == ("words 1", "words 3", "words 4", "words 5")
    assert file.referral.wish == "talk"
    long = client_of(decide(file, chosen("words", words="x" * 9000))).referral
    assert long is not None
    assert len(long.words[-1]) == referral.LONGEST_WORDS


def test_asking_for_it_oneself_always_works_at_once() -> None:
    """R19: in every state of complaints, also while nothing new would be offered; the text is there to read."""
    for state in ("", *referral.ASIDE):
        decision = decide(client(state), chosen("ask", number=0))
        assert (state_of(decision), said(decision)) == ("reading", ["referral.text"])
        kept = client_of(decision).referral
        assert kept is not None
        assert kept.evidence.why == "asked"
    resting = replace(client().complaints, rests_until=MONDAY + timedelta(days=30))
    assert state_of(decide(client(complaints=resting), chosen("ask", number=0))) == "reading"


def test_asking_while_one_is_with_the_physician_says_where_it_is() -> None:
    """One at a time: never twice for the same episode."""
    for state in (*referral.WITH_PHYSICIAN, "answered"):
        decision = decide(client(state), chosen("ask", number=0))
        assert (state_of(decision), said(decision)) == (state, ["referral.status"])


# --- not now, alone, taken back -----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", referral.WITH_CLIENT)
def test_not_now_sends_nothing_and_the_coach_sees_only_that_a_talk_is_wanted(state: str) -> None:
    """R20: without consent no content goes; nothing new for two weeks."""
    decision = decide(client(state), chosen("not_now"))
    assert state_of(decision) == "declined"
    assert told(decision) == [("talk_wanted", False)]
    assert to_physician(decision) == []
    after = client_of(decision)
    assert "talk_wanted" in needs(after, MONDAY)
    assert after.complaints.rests_until == MONDAY + timedelta(days=14)


def test_who_contacts_the_physician_alone_is_asked_once_a_week_later() -> None:
    """No word to anybody; one question; "done" closes it."""
    decision = decide(client("offered"), chosen("self"))
    assert (state_of(decision), told(decision)) == ("alone", [])
    file = client_of(decision)
    assert file.referral is not None
    assert file.referral.due == MONDAY + timedelta(days=7)
    woken = decide(file, e.Woke(at=at(file.referral.due), kind="referral", day=file.referral.due))
    assert said(woken) == ["referral.alone_again"]
    assert client_of(woken).referral.due is None  # type: ignore[union-attr]
    assert state_of(decide(client_of(woken), chosen("done"))) == "closed"


@pytest.mark.parametrize("state", referral.WITH_PHYSICIAN)
def test_a_consent_that_is_withdrawn_takes_the_report_back(state: str) -> None:
    """Bad input: the client withdraws while it is open; the physician's desk is told to keep nothing."""
    decision = decide(client(state), chosen("withdraw"))
    assert (state_of(decision), said(decision)) == ("withdrawn", ["referral.withdrawn"])
    [(who, gone)] = to_physician(decision)
    assert who == "p-9"
    assert isinstance(gone, e.ReferralGone)
    assert gone.why == "withdrawn"


def test_who_stops_with_trede_takes_what_is_open_along() -> None:
    """R34: nothing of theirs waits at a physician afterwards; nobody is asked any more."""
    for state in (*referral.WITH_CLIENT, "alone", *referral.WITH_PHYSICIAN, "answered"):
        decision = decide(client(state), e.Asked(at=AT, what="stop_sure"))
        after = client_of(decision)
        assert after.journey == "left"
        assert after.referral is not None
        assert after.referral.state in referral.ASIDE
        assert after.referral.due is None
        assert bool(to_physician(decision)) == (state in referral.WITH_PHYSICIAN)


# --- the physician ------------------------------------------------------------------------------------------------


def test_seen_and_answered_are_kept_and_the_client_hears_the_answer_first() -> None:
    """R21: the client's letter goes at once, the coach's word a quarter of an hour later."""
    file = client_of(decide(client("delivered"), e.ReferralSeen(at=AT, number=1)))
    assert file.referral is not None
    assert file.referral.state == "seen"
    decision = decide(file, e.ReferralAnswered(at=AT, number=1, answer="stands"))
    assert (state_of(decision), said(decision), told(decision)) == ("answered", ["referral.answer"], [])
    wake = wakes(decision)[-1]
    assert wake.at == AT + referral.CLIENT_FIRST
    closed = decide(client_of(decision), e.Woke(at=wake.at, kind="referral", day=wake.day))
    assert (state_of(closed), told(closed)) == ("closed", [("answer_stands", False)])
    assert client_of(closed).complaints.rests_until == MONDAY + timedelta(days=14)


def test_an_answer_in_the_evening_waits_for_the_clients_morning_and_the_coach_after_that() -> None:
    """Quiet hours hold for the client; the coach never knows before the client."""
    late = at(MONDAY, 21)
    decision = decide(client("seen"), e.ReferralAnswered(at=late, number=1, answer="invites"))
    [letter] = [effect for effect in decision.effects if isinstance(effect, Say)]
    wake = wakes(decision)[-1]
    assert letter.not_before is not None
    assert wake.at is not None
    assert late < letter.not_before < wake.at


def test_a_stop_is_not_held_by_a_safety_signal() -> None:
    """R37: the coach has to register it the same day; other answers wait until the day after the signal is over."""
    for answer, hours in (("stop", 0), ("invites", 12)):
        file = client("seen", safety_until=AT + timedelta(hours=23))
        decision = decide(file, e.ReferralAnswered(at=AT, number=1, answer=answer, name="Dr. Smit"))
        wake = wakes(decision)[-1]
        assert wake.at is not None
        assert wake.at >= AT + timedelta(hours=hours) + referral.CLIENT_FIRST
        assert (wake.at == AT + referral.CLIENT_FIRST) == (answer == "stop")


@pytest.mark.parametrize("answer", referral.ANSWERS)
def test_no_answer_changes_the_plan(answer: str) -> None:
    """R2, R21: also a stop is only word to the coach, as an alert; the coach registers it or doesn't."""
    file = client("seen")
    until = MONDAY + timedelta(days=42)
    event = e.ReferralAnswered(at=AT, number=1, answer=answer, until=until, about="leeway", name="Dr. Smit")
    decision = decide(file, event)
    assert not isinstance(decision, PlanDecision)
    closed = decide(client_of(decision), e.Woke(at=AT + referral.CLIENT_FIRST, kind="referral", day=MONDAY))
    assert client_of(closed).versions == file.versions
    assert told(closed) == [(f"answer_{answer}", False)]
    assert client_of(closed).complaints.rests_until == (until if answer == "known" else MONDAY + timedelta(days=14))


@pytest.mark.parametrize("state", [*referral.ASIDE, "answered", *referral.WITH_CLIENT])
def test_an_answer_that_comes_too_late_changes_nothing(state: str) -> None:
    """Bad input: answers after it closed, or to an earlier referral."""
    for event in (
        e.ReferralAnswered(at=AT, number=1, answer="stop"),
        e.ReferralSeen(at=AT, number=1),
        e.ReferralAnswered(at=AT, number=7, answer="stands"),
    ):
        decision = decide(client(state), event)
        assert (state_of(decision), said(decision), told(decision)) == (state, [], [])
        assert decision.reason


def test_a_physician_who_can_not_be_reached_is_told_to_coach_and_client_once() -> None:
    """Bad input: blocked the bot, mail is down. It stays released, and is delivered when there is a way."""
    nowhere = e.ReferralDelivered(at=AT, number=1, way="none")
    decision = decide(client("released"), nowhere)
    assert (state_of(decision), said(decision)) == ("released", ["referral.undelivered"])
    assert told(decision) == [("referral_undelivered", False)]
    again = decide(client_of(decision), nowhere)
    assert (said(again), told(again)) == ([], [])
    arrived = decide(client_of(again), e.ReferralDelivered(at=AT, number=1, way="mail"))
    assert state_of(arrived) == "delivered"
    assert "referral_undelivered" not in needs(client_of(arrived), MONDAY)


def test_a_physician_who_is_back_after_opening_it_is_off_the_coachs_list() -> None:
    """Unblocked: what stood on the coach's list as undelivered goes; that it was opened stays."""
    file = client("seen").need("referral_undelivered", AT)
    after = client_of(decide(file, e.ReferralDelivered(at=AT, number=1, way="telegram")))
    assert "referral_undelivered" not in needs(after, MONDAY)
    assert after.referral is not None
    assert after.referral.state == "seen"


def test_without_a_known_physician_the_report_is_kept_and_goes_when_one_is_named() -> None:
    """The coach is asked who it is; the client reads that it waits."""
    unknown = found("reading", physician="")
    decision = decide(client("reading", referral=unknown, physician=None), chosen("send"))
    assert state_of(decision) == "released"
    assert ("referral_undelivered", False) in told(decision)
    assert said(decision) == ["referral.sent"], "which says itself that it waits"
    named = decide(client_of(decision), e.PhysicianSet(at=AT, physician=SMIT))
    assert [(who, type(event)) for who, event in to_physician(named)] == [("p-9", e.ReferralCame)]


def test_another_physician_gets_it_and_the_one_before_keeps_nothing() -> None:
    """Bad input: two physicians; the working days count anew for the new one."""
    other = PhysicianContact(file="p-8", name="Dr. Bakker")
    decision = decide(client("seen"), e.PhysicianSet(at=AT, physician=other))
    assert [(who, type(event)) for who, event in to_physician(decision)] == [
        ("p-9", e.ReferralGone),
        ("p-8", e.ReferralCame),
    ]
    moved = client_of(decision).referral
    assert moved is not None
    assert (moved.state, moved.physician, moved.delivered, moved.seen) == ("released", "p-8", None, None)


def test_what_was_read_for_one_physician_is_not_sent_to_another_unseen() -> None:
    """The text says to whom it goes: with another physician, language or name it is shown once more first."""
    bakker = PhysicianContact(file="p-8", name="Dr. Bakker")
    for changes in ({"physician": bakker}, {"language": "en"}, {"name": "S."}):
        decision = decide(client("reading", **changes), chosen("send"))
        assert (state_of(decision), said(decision)) == ("reading", ["referral.text"])
        assert state_of(decide(client_of(decision), chosen("send"))) == "released"


def test_a_report_that_moves_keeps_the_day_on_which_it_was_released() -> None:
    """R20: the paper says when the client released it; the new one's days count from the move, and she hears it."""
    later = AT + timedelta(days=3)
    moved = decide(client("delivered"), e.PhysicianSet(at=later, physician=PhysicianContact(file="p-8", name="B")))
    kept = client_of(moved).referral
    assert kept is not None
    assert (kept.released, kept.passed) == (AT, later)
    assert said(moved) == ["referral.moved"]
    nobody = decide(client_of(moved), e.PhysicianSet(at=later, physician=None))
    again = decide(client_of(nobody), e.PhysicianSet(at=later, physician=None))
    assert (said(again), told(again)) == ([], [])


def test_an_answer_is_said_on_the_phone_that_the_client_has_now() -> None:
    """A new link around the answer: what the old chat was to read is said in the new one, once."""
    answered = client_of(decide(client("seen"), e.ReferralAnswered(at=AT, number=1, answer="invites")))
    moved = replace(answered, journey="claimed", chat=555)
    back = decide(moved, e.ClaimAnswered(at=AT + timedelta(hours=1), right=True))
    assert "referral.answer" in said(back)
    again = decide(replace(client_of(back), journey="claimed"), e.ClaimAnswered(at=AT + timedelta(hours=2), right=True))
    assert "referral.answer" not in said(again)


def test_a_physician_who_blocks_after_reading_makes_nobody_think_it_was_lost() -> None:
    """It was opened; that no answer comes is what the deadline is for."""
    decision = decide(client("seen"), e.ReferralDelivered(at=AT, number=1, way="none"))
    assert (said(decision), told(decision), state_of(decision)) == ([], [], "seen")


def test_who_wanted_contact_alone_and_sends_it_after_all_has_all_the_time_again() -> None:
    """A week later the text is opened again: it doesn't lapse in the same minute."""
    week = AT + timedelta(days=7)
    shown = decide(client("alone", referral=found("alone", reminded=("ask_alone",))), replace(chosen("show"), at=week))
    assert state_of(shown) == "reading"
    woke = woken(client_of(shown), week.date())
    assert state_of(woke) == "reading"


def test_of_a_report_that_was_only_asked_for_the_coach_hears_nothing_when_it_is_not_sent() -> None:
    """R20: who looked and decided otherwise is reported to nobody."""
    asked = client_of(decide(client(), chosen("ask", number=0)))
    assert told(decide(asked, chosen("not_now"))) == []
    lapsed = woken(asked, date(2026, 12, 7))
    assert (state_of(lapsed), told(lapsed)) == ("lapsed", [])


def test_nothing_of_a_report_is_said_to_an_account_that_nobody_recognised() -> None:
    """A new link was opened by somebody, and the coach hasn't said yet that it is the client."""
    file = client("offered", journey="claimed", chat=666)
    for day in (date(2026, 12, 2), date(2026, 12, 7)):
        decision = woken(file, day)
        assert said(decision) == []
        file = client_of(decision)
    assert file.referral is not None
    assert file.referral.state == "lapsed"


def test_the_date_that_a_physician_named_outlasts_a_later_report() -> None:
    """R19: known for eight weeks; a report that is asked for meanwhile, and not sent, doesn't shorten that."""
    until = MONDAY + timedelta(days=56)
    file = client_of(decide(client("seen"), e.ReferralAnswered(at=AT, number=1, answer="known", until=until)))
    file = client_of(decide(file, e.Woke(at=AT + referral.CLIENT_FIRST, kind="referral", day=MONDAY)))
    assert file.complaints.rests_until == until
    file = client_of(decide(file, chosen("ask", number=0)))
    assert client_of(decide(file, replace(chosen("not_now"), number=2))).complaints.rests_until == until


def test_what_is_typed_on_another_day_or_at_the_check_in_is_no_word_for_the_physician() -> None:
    """The question for own words ends with its day, and with the check-in's prompt."""
    typing = client("reading", asking=referral.TYPING)
    prompted = client_of(decide(typing, e.Woke(at=AT, kind="checkin", day=MONDAY)))
    assert prompted.day is not None
    assert (prompted.day.state, prompted.asking) == ("prompted", "")
    tomorrow = decide(replace(typing, day=Day(date=MONDAY)), e.Stale(at=AT + timedelta(days=1)))
    assert client_of(tomorrow).asking == ""


# --- deadlines ----------------------------------------------------------------------------------------------------


def test_every_open_state_has_a_deadline_and_every_deadline_a_deed() -> None:
    """A referral can't get lost: as long as it is open, something is due some day."""
    open_states = {*referral.WITH_CLIENT, *referral.WITH_PHYSICIAN, "alone"}
    assert open_states == {state for deadline in DEADLINES for state in deadline.states}
    assert {deadline.name for deadline in DEADLINES} == {*referral_due.DUE, "lapse"}


DATES = [
    ("offered", date(2026, 12, 2), "remind_client"),
    ("offered", date(2026, 12, 7), "lapse"),
    ("reading", date(2026, 12, 7), "lapse"),
    ("released", date(2026, 12, 8), "not_delivered"),
    ("delivered", date(2026, 12, 3), "remind_physician"),
    ("delivered", date(2026, 12, 7), "not_seen"),
    ("delivered", date(2026, 12, 14), "not_answered"),
    ("seen", date(2026, 12, 14), "not_answered"),
    ("alone", date(2026, 12, 7), "ask_alone"),
]


@pytest.mark.parametrize(("state", "day", "name"), DATES)
def test_deadlines_fall_on_working_days(state: str, day: date, name: str) -> None:
    """Counted from Monday 30 November 2026; weekends don't count (R21)."""
    [deadline] = [each for each in DEADLINES if each.name == name]
    before = tuple(each.name for each in DEADLINES if each.states == deadline.states and each.days < deadline.days)
    file = client(state, referral=found(state, reminded=before))
    decision = decide(file, e.Woke(at=at(day - timedelta(days=1)), kind="referral", day=day - timedelta(days=1)))
    assert client_of(decision).referral.due == day  # type: ignore[union-attr]
    assert days.working_day_after(MONDAY, deadline.days) == day


def test_public_holidays_are_no_working_days() -> None:
    """Offered on Wednesday 23 December 2026: Christmas doesn't count, nor does New Year's Day."""
    opened = datetime(2026, 12, 23, 12, tzinfo=UTC)
    file = client("offered", referral=found("offered", opened=opened, reminded=("remind_client",)))
    decision = decide(file, e.Woke(at=opened, kind="referral", day=date(2026, 12, 23)))
    assert client_of(decision).referral.due == date(2026, 12, 31)  # type: ignore[union-attr]


def woken(file: Client, day: date, hour: int = 8) -> Decision:
    return decide(file, e.Woke(at=at(day, hour), kind="referral", day=day))


def test_no_choice_in_five_working_days_is_a_talk_wanted_and_no_second_offer() -> None:
    """Reminded once at two, lapsed at five; the text loses its buttons by an edit, so nobody is disturbed."""
    file = client("offered")
    reminded = woken(file, date(2026, 12, 2))
    assert said(reminded) == ["referral.reminder"]
    lapsed = woken(client_of(reminded), date(2026, 12, 7))
    assert (state_of(lapsed), said(lapsed), told(lapsed)) == ("lapsed", ["referral.lapsed"], [("talk_wanted", False)])
    assert to_physician(lapsed) == []


def test_a_physician_who_does_not_look_is_reminded_once_then_coach_and_deputy_hear_it() -> None:
    """R21: three, five, ten working days; it stays on the coach's list until somebody deals with it."""
    reminded = woken(client("delivered"), date(2026, 12, 3))
    assert [type(event) for _, event in to_physician(reminded)] == [e.ReferralReminded]
    unseen = woken(client_of(reminded), date(2026, 12, 7))
    assert told(unseen) == [("referral_not_seen", True)]
    unanswered = woken(client_of(unseen), date(2026, 12, 14))
    assert told(unanswered) == [("referral_unanswered", True)]
    after = client_of(unanswered)
    assert "referral_unanswered" in needs(after, date(2026, 12, 14))
    after = client_of(decide(after, e.NeedMet(at=at(date(2026, 12, 15)), kind="referral_unanswered")))
    again = woken(after, date(2026, 12, 21))
    assert told(again) == [("referral_unanswered", True)], "every five working days, whatever was tapped"
    after = client_of(again)
    answered = client_of(decide(after, e.ReferralAnswered(at=at(date(2026, 12, 20)), number=1, answer="stands")))
    assert "referral_unanswered" not in needs(answered, date(2026, 12, 20))


def test_after_long_downtime_everything_that_is_due_comes_once() -> None:
    """Forty days late: one reminder, one word of each kind, no loop."""
    late = woken(client("delivered"), date(2027, 1, 12))
    assert told(late) == [("referral_not_seen", True), ("referral_unanswered", True)]
    assert client_of(late).referral.due == date(2027, 1, 19)  # type: ignore[union-attr]
    again = woken(client_of(late), date(2027, 1, 13))
    assert (told(again), to_physician(again)) == ([], [])
    offered = woken(client("offered"), date(2027, 1, 12))
    assert (state_of(offered), said(offered)) == ("lapsed", ["referral.lapsed"])


def test_a_reminder_waits_a_day_when_it_can_not_be_said_now() -> None:
    """Quiet hours, two messages begun, silence, a pause: tried again tomorrow, never lost (R39)."""
    day = date(2026, 12, 2)
    step = {"next_step": day}
    for changes in ({"begun_on": day, "begun": 1}, {"silence_asked": True, "silent": 6}, {"chat": None}, step):
        decision = woken(client("offered", **changes), day)
        assert said(decision) == []
        assert client_of(decision).referral.due == day + timedelta(days=1)  # type: ignore[union-attr]


# --- every state, every event -------------------------------------------------------------------------------------


def events() -> Iterator[e.Event]:
    """Every choice and every word about a referral, and its wake."""
    yield from referred.choices(AT)
    yield from referred.answers(AT, MONDAY)
    yield from referred.deliveries(AT)
    yield e.PhysicianSet(at=AT, physician=None)
    yield e.PhysicianSet(at=AT, physician=SMIT)
    for days_later in (0, 2, 3, 7, 14, 40):
        day = MONDAY + timedelta(days=days_later)
        yield e.Woke(at=at(day), kind="referral", day=day)


@pytest.mark.parametrize("state", ["", *referral.STATES])
@pytest.mark.parametrize("journey", ["coaching", "paused", "left", "invited", "claimed"])
def test_every_state_meets_every_event_and_no_plan_moves(state: str, journey: str) -> None:
    """Nothing raises, the state stays one of the table's, an open one keeps a deadline, and no version changes (R2)."""
    for event in events():
        file = client(state, journey=journey, chat=None if journey == "invited" else 1)
        after = client_of(decide(file, event))
        assert after.versions == file.versions
        if after.referral is not None:
            assert after.referral.state in referral.STATES
            done = set(after.referral.reminded)
            left = {d.name for d in DEADLINES if after.referral.state in d.states} - done
            touched = after.referral is not file.referral and journey != "left"
            assert after.referral.due is not None or not left or not touched


def test_an_offer_is_begun_by_the_bot_and_counts_as_such() -> None:
    """R39: an offer is one of at most two messages of the day; it opens the referral with its evidence."""
    act = ClientAct(client(), e.Woke(at=AT, kind="complaints", day=MONDAY))
    referral.offer(act, EVIDENCE)
    assert act.file.begun == 1
    assert act.file.referral is not None
    assert (act.file.referral.state, act.file.referral.number, act.file.referrals) == ("offered", 1, 1)
    assert act.file.referral.due == date(2026, 12, 2)
    assert act.file.referral.evidence.bad == Decimal(7)
