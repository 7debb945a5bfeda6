"""The complaint machine (R18, R19): every state times every trigger, and the mornings on which it looks."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import complained
import people
import pytest
from lived import Life

from state_machines import complaint_rule, complaints
from state_machines import events as e
from state_machines.case import Complaints, Evidence, Scored
from state_machines.complaint_rule import Judged
from state_machines.complaints import COMPLAINTS, STATES, ComplaintsAct
from state_machines.effects import Wake
from state_machines.files import Client, but
from state_machines.machine import ClientAct
from state_machines.rule import Rule

HERE = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2027, 3, 1)
DAY = timedelta(days=1)


def at(day: date, clock: str = "09:00", zone: str = "Europe/Amsterdam") -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).astimezone(UTC)


def client(**changes: object) -> Client:
    """Somebody who checks in every day, without a plan: then only level and change can be found."""
    base = people.client(versions=(), agreed="", coaching_since=MONDAY - 60 * DAY, checkin_days=(1, 2, 3, 4, 5, 6, 7))
    return replace(base, **changes)  # type: ignore[arg-type]


def evidence(on: date, why: str = "level") -> Evidence:
    return Evidence(why=why, on=on, first=on - 14 * DAY, last=on - DAY, asked=14, answered=14, bad=12, rule=Rule())


# --- the table ----------------------------------------------------------------------------------------------------

JUDGEMENTS = list(itertools.product((True, False), repeat=4))


def walked(
    state: str, trigger: str, judged: Judged | None, *, old: bool = False, watch: bool = False
) -> tuple[bool, ComplaintsAct]:
    kept = Complaints(
        state=state,
        evidence=evidence(MONDAY - (8 if old else 1) * DAY) if state == "sustained" else None,
        next_look=MONDAY + DAY if state in complaints.WATCHED else None,
    )
    window = (complained.scored(MONDAY - DAY, 8 if watch else 1),)
    act = ComplaintsAct(
        client(complaints=kept, window=window), e.Woke(at=at(MONDAY), kind="complaints", day=MONDAY), judged
    )
    return COMPLAINTS.walk(act, trigger), act


@pytest.mark.parametrize(("found", "cleared", "watch", "old"), JUDGEMENTS)
@pytest.mark.parametrize("state", STATES)
def test_a_judgement_leads_where_the_rules_say(state: str, found: bool, cleared: bool, watch: bool, old: bool) -> None:
    """Found: sustained. What was found stands until it clears or is a week old. Then watched, or quiet."""
    judged = Judged(kind="level" if found else "", cleared=cleared, voiced=watch, evidence=evidence(MONDAY))
    taken, act = walked(state, "judge", judged, old=old, watch=watch)
    if state not in {"voiced", "sustained"}:
        assert not taken
        return
    stands = state == "sustained" and not cleared and not old
    expected = "sustained" if found or stands else "voiced" if watch else "quiet"
    assert act.state == expected
    assert (act.file.complaints.evidence is not None) == (expected == "sustained")
    if found:
        assert act.file.complaints.evidence == judged.evidence


@pytest.mark.parametrize("trigger", ["notice", "offer", "release", "end"])
@pytest.mark.parametrize("state", STATES)
def test_every_other_trigger_leads_to_one_place_from_each_state(state: str, trigger: str) -> None:
    """Asking for a report works from any state; an end leads to quiet from any."""
    after = {
        "notice": {"quiet": "voiced"},
        "offer": dict.fromkeys(("quiet", "voiced", "sustained"), "offered"),
        "release": dict.fromkeys(STATES, "referral"),
        "end": dict.fromkeys(STATES, "quiet"),
    }[trigger]
    taken, act = walked(state, trigger, None)
    assert act.state == after.get(state, state)
    stays = {"notice": {"offered", "referral"}, "offer": {"offered", "referral"}, "release": {"referral"}, "end": set()}
    assert taken == (state not in stays[trigger])
    waits = [effect for effect in act.effects if isinstance(effect, Wake) and effect.at is not None]
    assert bool(waits) == (trigger == "notice" and state == "quiet")
    if taken and trigger != "notice":
        assert act.file.complaints.next_look is None


def test_after_an_end_nothing_new_for_the_rest_or_until_the_physicians_date_and_only_new_days_count() -> None:
    """R19: nothing within 14 days, or before the date that was named; whichever is later."""
    for named, until in ((None, 14), (MONDAY + 3 * DAY, 14), (MONDAY + 40 * DAY, 40)):
        act = ClientAct(client(), e.Woke(at=at(MONDAY), kind="complaints", day=MONDAY))
        complaints.move(act, "end", rests_until=named)
        assert act.file.complaints.rests_until == MONDAY + until * DAY
        assert act.file.complaints.since == MONDAY + DAY


# --- when it looks ------------------------------------------------------------------------------------------------


def living(file: Client | None = None) -> Life:
    return Life(file=file or client())


def bad_days(life: Life, first: date, count: int, score: int = 8) -> None:
    """So many check-ins in a row at 16:30, the mornings between them included."""
    for n in range(count):
        life.until(at(first + n * DAY, "16:30"))
        life.scores(at(first + n * DAY, "16:30"), score)


def test_a_quiet_client_costs_nothing() -> None:
    """Scores that are no reason to look set no wake at all."""
    life = living()
    bad_days(life, MONDAY, 20, score=3)
    assert not life.looks()
    assert life.file.complaints.state == "quiet"
    assert not [reason for reason in life.reasons if "complaints" in reason]


@pytest.mark.parametrize(
    ("score", "looks"), [(6, False), (Decimal("6.9"), False), (7, True), (8, True), (10, True), (0, False)]
)
def test_a_bad_day_sets_a_look_for_the_next_morning(score: int, looks: bool) -> None:
    """From `bad_from` on, at the client's own morning. (A six is looked at for the change rule, once it can be.)"""
    file = client(complaints=Complaints(beginning=tuple(_scored(MONDAY - (20 - n) * DAY, 5) for n in range(14))))
    life = living(file)
    life.scores(at(MONDAY, "16:30"), score)  # type: ignore[arg-type]
    assert [wake.at for wake in life.looks()] == ([at(MONDAY + DAY, "09:00")] if looks else [])
    assert life.file.complaints.state == ("voiced" if looks else "quiet")


def _scored(day: date, score: int) -> Scored:
    return Scored(day=day, score=Decimal(score), energy=Decimal(5), bad=False)


def test_scores_that_are_much_worse_than_the_first_are_looked_at_without_a_single_bad_day() -> None:
    """The change rule is R19 too: from 2 to 5 is found, though no day has a 7."""
    life = living()
    bad_days(life, MONDAY - 40 * DAY, 14, score=2)
    assert not life.looks()
    bad_days(life, MONDAY - 26 * DAY, 26, score=5)
    assert life.times("referral.offer")
    assert life.file.referral is not None
    assert life.file.referral.evidence.why == "change"


def test_a_correction_sets_the_look_too_and_a_slip_of_the_finger_does_no_harm() -> None:
    """Today's score or an earlier day's; what turns out to be nothing is quiet again the next morning."""
    life = living()
    life.scores(at(MONDAY, "16:30"), 2)
    assert not life.looks()
    life.scores(at(MONDAY, "16:31"), 9)
    assert life.looks()
    life.scores(at(MONDAY, "16:32"), 2)
    life.until(at(MONDAY + DAY, "12:00"))
    assert life.file.complaints.state == "quiet"
    assert not life.looks()
    edited = e.Answered(
        at=at(MONDAY + DAY, "12:01"), day=MONDAY, question="complaint", number=Decimal(8), message_id=4, edited=True
    )
    life.happen(edited)
    assert [wake.day for wake in life.looks()] == [MONDAY + 2 * DAY]


def test_what_lasts_is_offered_in_the_morning_after_the_day_that_made_it_so() -> None:
    """Level: 8 bad days of 8 answered ones out of 14 asked; judged once a day, for the window up to yesterday."""
    life = living()
    before = complained.with_scores(client(), {MONDAY - n * DAY: None for n in range(7, 0, -1)})
    life.file = before
    bad_days(life, MONDAY, 7)
    assert not life.times("referral.offer")
    life.until(at(MONDAY + 7 * DAY, "16:30"))
    assert not life.times("referral.offer")
    life.scores(at(MONDAY + 7 * DAY, "16:30"), 8)
    life.until(at(MONDAY + 8 * DAY, "23:00"))
    assert life.times("referral.offer") == [at(MONDAY + 8 * DAY, "09:00")]
    assert life.file.complaints.state == "offered"
    assert not life.looks()


def test_the_wake_is_one_and_comes_each_morning_as_long_as_it_is_not_quiet() -> None:
    """One row a client; after the last bad day has left the window, none."""
    life = living()
    life.scores(at(MONDAY, "16:30"), 8)
    for n in range(1, 14):
        bad_days(life, MONDAY + n * DAY, 1, score=1)
        assert [wake.day for wake in life.looks()] == [MONDAY + (n + 1) * DAY]
        assert life.file.complaints.judged == MONDAY + (n - 1) * DAY
    bad_days(life, MONDAY + 14 * DAY, 16, score=1)
    assert not life.looks()
    assert life.file.complaints.state == "quiet"


def sustained(**changes: object) -> Life:
    """Sustained since this Monday's morning, not offered yet; the look of Monday is due."""
    file = complained.a_fortnight(client(**changes), MONDAY - DAY, 8)
    life = living(file)
    kept = but(file.complaints, state="voiced", next_look=MONDAY)
    life.file = but(file, complaints=kept)
    life.wakes["complaints", MONDAY, 0] = Wake(kind="complaints", day=MONDAY, at=at(MONDAY))
    return life


OBSTACLES: dict[str, dict[str, object]] = {
    "two messages were begun today": {"begun_on": MONDAY, "begun": 2},
    "no chat is bound": {"chat": None},
    "the journey is paused": {"journey": "paused", "paused_until": MONDAY + DAY},
    "silent: waiting for the client": {"silent": 6, "silence_asked": True},
    "held: safety": {"safety_until": at(MONDAY, "20:00")},
}


@pytest.mark.parametrize("reason", OBSTACLES)
def test_what_cant_be_said_now_is_tried_again_the_next_morning(reason: str) -> None:
    """Judged all the same; nothing is said; the next look is set, and says it when nothing is in the way."""
    life = sustained(**OBSTACLES[reason])
    life.until(at(MONDAY, "12:00"))
    assert life.reasons[-1] == reason
    assert life.file.complaints.state == "sustained"
    assert life.file.complaints.judged == MONDAY - DAY
    assert [wake.at for wake in life.looks()] == [at(MONDAY + DAY)]
    free = {"chat": 1, "journey": "coaching", "silent": 0, "silence_asked": False, "safety_until": None}
    life.file = replace(life.file, **free)  # type: ignore[arg-type]
    life.until(at(MONDAY + DAY, "12:00"))
    assert life.times("referral.offer") == [at(MONDAY + DAY)]


def test_an_offer_gives_way_to_the_step_of_the_week_and_leaves_room_for_the_check_in() -> None:
    """R2, R39: not on a day on which a step message is due, nor after another message of that day."""
    owed = sustained(next_step=MONDAY)
    owed.until(at(MONDAY, "12:00"))
    assert not owed.said
    assert len(owed.looks()) == 1
    one = sustained(begun_on=MONDAY, begun=1)
    one.until(at(MONDAY, "12:00"))
    assert not one.said
    one.until(at(MONDAY + DAY, "12:00"))
    assert one.times("referral.offer") == [at(MONDAY + DAY)]


def test_nothing_is_offered_in_quiet_hours_after_downtime() -> None:
    """The wake of Monday comes at night: judged, and said on the next morning."""
    life = sustained()
    life.until(at(MONDAY, "23:30"), down_until=at(MONDAY, "23:00"))
    assert life.reasons[-1] == "quiet hours"
    assert not life.said
    life.until(at(MONDAY + DAY, "12:00"))
    assert life.times("referral.offer") == [at(MONDAY + DAY)]


def test_after_days_of_downtime_it_judges_once_up_to_yesterday() -> None:
    """Missing days are missing: the window ends on the day before it runs again, and the offer comes once."""
    life = sustained()
    life.until(at(MONDAY + 2 * DAY, "15:00"), down_until=at(MONDAY + 2 * DAY, "14:00"))
    assert life.times("referral.offer") == [at(MONDAY + 2 * DAY, "14:00")]
    assert life.file.complaints.judged == MONDAY + DAY


def test_it_is_judged_once_a_local_date_also_for_who_travels() -> None:
    """A second look on the same date judges nothing; a date that comes twice is no new one."""
    life = sustained(journey="paused", paused_until=MONDAY + 9 * DAY)
    life.until(at(MONDAY, "12:00"))
    judged = life.file.complaints.judged
    life.file = replace(life.file, window=tuple(complained.scored(day.date, 0) for day in life.file.window))
    life.happen(e.SettingChosen(at=at(MONDAY, "12:01"), name="zone", value="America/New_York"))
    assert [wake.at for wake in life.looks()] == [at(MONDAY + DAY, "09:00", "America/New_York")]
    life.happen(e.Woke(at=at(MONDAY, "15:00"), kind="complaints", day=MONDAY))
    assert life.file.complaints.judged == judged
    assert life.file.complaints.state == "sustained"
    assert life.reasons[-1] == "the journey is paused"
    assert len(life.looks()) == 1


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Europe/Lisbon", "America/New_York"])
def test_in_another_zone_the_look_comes_in_the_morning_there(zone: str) -> None:
    """Nine o'clock on the wall of where the client now is."""
    life = living()
    life.scores(at(MONDAY, "08:30"), 8)
    life.happen(e.SettingChosen(at=at(MONDAY, "08:31"), name="zone", value=zone))
    (wake,) = life.looks()
    assert wake.at is not None
    assert wake.at.astimezone(ZoneInfo(zone)).time() == time(9)


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2027, 10, 30)])
def test_on_the_days_when_the_clocks_change_it_looks_once_at_nine(day: date) -> None:
    """The nights of 23 and of 25 hours."""
    life = living()
    life.scores(at(day, "16:30"), 8)
    assert [wake.at for wake in life.looks()] == [at(day + DAY, "09:00")]
    life.until(at(day + DAY, "23:00"))
    assert life.file.complaints.judged == day


# --- hysteresis ---------------------------------------------------------------------------------------------------


def test_what_was_found_stands_between_the_two_limits_and_clears_below_the_lower() -> None:
    """70 % begins it, at 60 % it stands, below 50 % it is over: also while it couldn't be offered yet."""
    life = sustained(journey="paused", paused_until=MONDAY + 30 * DAY)
    shares = []
    for n in range(12):
        life.until(at(MONDAY + n * DAY, "12:00"))
        judged = complaint_rule.judge(life.file, MONDAY + (n - 1) * DAY)
        share = Decimal(judged.evidence.bad) / judged.evidence.answered
        shares.append((share, life.file.complaints.state))
        life.scores(at(MONDAY + n * DAY, "16:30"), 1)
    assert ("sustained") in {state for share, state in shares if Decimal("0.5") <= share < Decimal("0.7")}
    assert {state for share, state in shares if share < Decimal("0.5")} == {"voiced"}
    assert not life.times("referral.offer")


def test_what_was_found_more_than_a_week_ago_is_no_reason_to_begin_about_it() -> None:
    """A pause without answers neither finds nor clears; after a week the finding has lost its use."""
    life = sustained(journey="paused", paused_until=MONDAY + 30 * DAY)
    for n in range(20):
        life.until(at(MONDAY + n * DAY, "12:00"))
        judged = complaint_rule.judge(life.file, MONDAY + (n - 1) * DAY)
        found = life.file.complaints.evidence
        if not judged.kind and found is not None:
            assert MONDAY + n * DAY - found.on <= timedelta(days=7)
    assert life.file.complaints.state == "quiet"
    assert not life.looks(), "who is silent isn't looked at for ever"


def test_an_offer_stays_when_the_numbers_clear() -> None:
    """By then the choice is the client's, until the referral's own deadline."""
    life = sustained()
    life.until(at(MONDAY, "12:00"))
    assert life.file.complaints.state == "offered"
    bad_days(life, MONDAY, 3, score=0)
    assert life.file.complaints.state == "offered"
    assert len(life.times("referral.offer")) == 1


def test_never_twice_for_the_same_episode_and_again_for_a_new_one() -> None:
    """Fourteen days of rest; the days before the end don't count again; then it is found anew."""
    life = sustained()
    life.until(at(MONDAY, "12:00"))
    number = life.file.referrals
    life.happen(e.ReferralChosen(at=at(MONDAY, "12:01"), choice="not_now", number=number))
    assert life.file.complaints.state == "quiet"
    assert not life.looks()
    bad_days(life, MONDAY, 1)
    assert not life.looks(), "a day that the ended episode holds already"
    bad_days(life, MONDAY + DAY, 1)
    assert [wake.day for wake in life.looks()] == [MONDAY + 14 * DAY], "nothing is judged at rest"
    bad_days(life, MONDAY + 2 * DAY, 12)
    assert [wake.day for wake in life.looks()] == [MONDAY + 14 * DAY]
    assert len(life.times("referral.offer")) == 1
    life.until(at(MONDAY + 14 * DAY, "12:00"))
    assert life.times("referral.offer")[1:] == [at(MONDAY + 14 * DAY)]


# --- coming and going ---------------------------------------------------------------------------------------------


def test_who_leaves_is_not_looked_at_and_who_comes_back_is_again() -> None:
    """The wake is taken back at /stop; at the end of the welcome it is set for the next morning."""
    life = living()
    life.scores(at(MONDAY, "16:30"), 8)
    life.happen(e.Asked(at=at(MONDAY, "17:00"), what="stop_sure"))
    assert not life.looks()
    assert life.file.complaints.next_look is None
    for choice in ("return", "agree"):
        life.happen(e.WelcomeChosen(at=at(MONDAY + DAY, "10:00"), choice=choice, text="h"))
    life.happen(e.TimeChosen(at=at(MONDAY + DAY, "10:01"), time=time(16, 30)))
    life.happen(e.DaysChosen(at=at(MONDAY + DAY, "10:02"), weekdays=(1, 2, 3)))
    assert life.file.journey == "coaching"
    assert [wake.day for wake in life.looks()] == [MONDAY + 2 * DAY]


def test_a_pause_is_judged_through_and_nothing_is_said() -> None:
    """The look goes on; after the pause the offer comes."""
    life = sustained(journey="paused", paused_until=MONDAY + DAY)
    life.wakes["pause", MONDAY + DAY, 0] = Wake(kind="pause", day=MONDAY + DAY, at=at(MONDAY + 2 * DAY, "00:00"))
    life.until(at(MONDAY + DAY, "12:00"))
    assert life.file.complaints.judged == MONDAY
    assert not life.times("referral.offer")
    life.until(at(MONDAY + 2 * DAY, "12:00"))
    assert life.times("referral.offer") == [at(MONDAY + 2 * DAY)]


def test_a_wake_while_the_client_has_a_new_link_waits_for_them() -> None:
    """Nothing is judged for an account that isn't recognised yet; once it is, the look is set again."""
    life = sustained(journey="invited", chat=None)
    life.until(at(MONDAY, "12:00"))
    assert not life.looks()
    assert life.reasons[-1] == "the journey is invited"
    life.file = replace(life.file, journey="claimed", chat=5)
    life.happen(e.ClaimAnswered(at=at(MONDAY, "13:00"), right=True))
    assert [wake.day for wake in life.looks()] == [MONDAY + DAY]


def test_other_numbers_of_the_rule_are_looked_at_too() -> None:
    """A professional who lowers what counts as a bad day makes days of before bad ones."""
    life = living()
    bad_days(life, MONDAY, 3, score=3)
    assert not life.looks()
    life.happen(e.RuleSet(at=at(MONDAY + 2 * DAY, "20:00"), rule=Rule(bad_from=Decimal(3))))
    assert [wake.day for wake in life.looks()] == [MONDAY + 3 * DAY]
