"""When something is due, to the minute: windows, nights, holds, weeks of a plan, what is taken back (R16, R22, R39)."""

from datetime import UTC, date, datetime, time, timedelta

import people
import pytest

from state_machines import days, rhythm, schedule
from state_machines.case import Complaints
from state_machines.days import AMSTERDAM, Quiet
from state_machines.effects import Wake
from state_machines.events import Woke
from state_machines.files import Client, Day
from state_machines.machine import ClientAct
from state_machines.plan import Plan, following
from state_machines.plan_changes import stopped

MONDAY, DAY, WEEK, HOUR = date(2026, 11, 30), timedelta(days=1), timedelta(days=7), timedelta(hours=1)
TUESDAY = MONDAY + DAY


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ASKED = utc("2026-11-30T15:30")  # half past four in Amsterdam
MORNING = utc("2026-11-30T08:00")  # nine


def due(file: Client, at: datetime, **changes: bool) -> str:
    """When the next check-in is, in UTC; "" when there is none."""
    found = schedule.next_checkin(file, at, **changes)
    assert found is None or days.local_date(found[1], file.zone) == found[0]
    return found[1].isoformat()[:16] if found else ""


# --- the next check-in ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "after_gap", "expected"),
    [
        ("2026-11-30T15:29", False, "2026-11-30T15:30"),
        ("2026-11-30T15:30", False, "2026-12-01T15:30"),
        ("2026-11-30T15:30", True, "2026-11-30T15:30"),
        ("2026-11-30T19:59", True, "2026-11-30T19:59"),
        ("2026-11-30T20:00", True, "2026-12-01T15:30"),
        ("2026-11-30T10:00", True, "2026-11-30T15:30"),
    ],
)
def test_todays_check_in_is_due_until_its_time_or_after_a_gap_until_nine(
    at: str, after_gap: bool, expected: str
) -> None:
    """At its own time it is being asked, so the next one is tomorrow's; after downtime it comes at once."""
    assert due(people.client(), utc(at), after_gap=after_gap) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (Day(date=MONDAY), "2026-11-30T15:30"),
        (Day(date=MONDAY, asked=True), "2026-12-01T15:30"),
        (Day(date=MONDAY, state="asking"), "2026-12-01T15:30"),
        (Day(date=MONDAY - DAY, asked=True), "2026-11-30T15:30"),
    ],
)
def test_a_day_that_was_asked_or_begun_is_not_asked_again(day: Day, expected: str) -> None:
    """A day that only rests still comes; yesterday's says nothing of today's."""
    assert due(people.client(day=day), utc("2026-11-30T10:00")) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-11-30T15:30", "2026-11-30T15:30"),
        ("2026-11-30T15:31", "2026-12-01T15:30"),
        ("2026-12-01T15:30", "2026-12-01T15:30"),
        ("2026-12-01T15:31", "2026-12-03T15:30"),
    ],
)
def test_a_check_in_within_a_day_of_a_signal_is_left_out(until: str, expected: str) -> None:
    """And the next one on the client's own days comes, Wednesday isn't one of them (R22)."""
    assert due(people.client(safety_until=utc(until)), utc("2026-11-30T10:00")) == expected


def test_after_a_gap_a_signal_of_meanwhile_counts() -> None:
    """It is the moment at which it would be asked that counts, not the one at which it was due."""
    file = people.client(safety_until=utc("2026-11-30T17:00"))
    assert due(file, utc("2026-11-30T16:59"), after_gap=True) == "2026-12-01T15:30"
    assert due(file, utc("2026-11-30T17:00"), after_gap=True) == "2026-11-30T17:00"


# --- the next step --------------------------------------------------------------------------------------------------


def two_plans(starts: date) -> tuple[Client, Plan, Plan]:
    """A client whose next plan was agreed already, and begins later."""
    first = people.plan()
    second = following(people.plan(goal="more", start=starts, registered=MONDAY), first)
    return people.client(versions=(first, second), agreed=second.digest(), earlier=first.digest()), first, second


def test_the_step_of_a_week_belongs_to_the_plan_that_counts_then() -> None:
    """The old plan's until the new one begins, then the new one's; after its last week none."""
    file, _, _ = two_plans(MONDAY + 2 * WEEK)
    at, found = MORNING, []
    while step := schedule.next_step(file, at):
        found.append(step[0])
        at = step[1]
    assert found == [MONDAY + n * WEEK for n in range(1, 6)]


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-11-30T07:59", MONDAY), ("2026-11-30T08:00", MONDAY + WEEK), ("2026-11-29T12:00", MONDAY)],
)
def test_the_step_comes_in_the_morning_of_the_first_working_day(at: str, expected: date) -> None:
    """At nine; when that has come the next week's is the next (R16)."""
    found = schedule.next_step(people.client(), utc(at))
    assert found == (expected, days.moment(expected, time(9), AMSTERDAM))


def test_who_has_no_plan_gets_no_step() -> None:
    """Nor after it ended, nor for a plan that was stopped."""
    assert schedule.next_step(people.client(versions=(), agreed=""), MORNING) is None
    assert schedule.next_step(people.client(), utc("2026-12-21T08:00")) is None
    ended = stopped(people.plan(), on=MONDAY + WEEK, physician="W", look_again=MONDAY + 9 * WEEK)
    file = people.client(versions=(ended,), agreed=ended.digest())
    assert schedule.next_step(file, MORNING) is None


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-30T07:59", None),
        ("2026-11-30T08:00", "2026-11-30T08:00"),
        ("2026-12-03T12:00", "2026-12-03T12:00"),
        ("2026-12-03T22:00", "2026-12-04T07:00"),
        ("2026-12-06T12:00", "2026-12-06T12:00"),
        ("2026-11-29T12:00", None),
        ("2027-01-04T12:00", None),
    ],
)
def test_a_step_that_fell_into_a_gap_comes_in_its_own_week(at: str, expected: str | None) -> None:
    """At once, but not at night; before its morning nothing was missed, nor before the plan or after it."""
    found = schedule.missed_step(people.client(), utc(at))
    assert found == (None if expected is None else (MONDAY, utc(expected)))


def test_a_week_without_a_working_day_has_no_step_to_miss() -> None:
    """Somebody works on Fridays only, and that Friday is Christmas."""
    plan = people.plan(weekdays=(5,), contract_hours=people.Decimal(8))
    file = people.client(versions=(plan,), agreed=plan.digest())
    assert schedule.missed_step(file, utc("2026-12-23T12:00")) is None
    assert schedule.next_step(file, utc("2026-12-18T12:00")) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (MONDAY, "2026-12-07T07:00"),
        (MONDAY + 6 * DAY, "2026-12-07T07:00"),
        (MONDAY + 7 * DAY, "2026-12-14T07:00"),
        (MONDAY - DAY, "2026-11-30T07:00"),
    ],
)
def test_a_step_message_is_of_use_until_the_morning_after_its_week(day: date, expected: str) -> None:
    """Outside a plan until the next morning."""
    assert schedule.plan_week_end(people.client(), day) == utc(expected)
    assert schedule.plan_week_end(people.client(versions=(), agreed=""), MONDAY) == utc("2026-12-01T07:00")


# --- setting and taking back ----------------------------------------------------------------------------------------


def acted(file: Client, at: datetime) -> ClientAct:
    return ClientAct(file, Woke(at=at, kind="checkin", day=MONDAY))


def wakes(act: ClientAct) -> list[tuple[str, date, str, str]]:
    """What an act sets or takes back: kind, date, moment and until when, empty for none."""
    found = [effect for effect in act.effects if isinstance(effect, Wake)]
    return [(w.kind, w.day, *(at.isoformat()[:16] if at else "" for at in (w.at, w.expires))) for w in found]


@pytest.mark.parametrize(
    ("before", "back"),
    [(None, []), (MONDAY, []), (TUESDAY, [("checkin", TUESDAY, "", "")])],
)
def test_a_client_has_one_wake_for_the_check_in(before: date | None, back: list[object]) -> None:
    """Set until nine in the evening; one for another date is taken back."""
    act = acted(people.client(next_checkin=before), utc("2026-11-30T10:00"))
    schedule.set_checkin(act)
    assert wakes(act) == [*back, ("checkin", MONDAY, "2026-11-30T15:30", "2026-11-30T20:00")]
    assert act.file.next_checkin == MONDAY


def test_who_wants_no_check_in_has_no_wake_for_it() -> None:
    """What was set is taken back."""
    act = acted(people.client(next_checkin=TUESDAY, checkin_days=()), ASKED)
    schedule.set_checkin(act)
    assert wakes(act) == [("checkin", TUESDAY, "", "")]
    assert act.file.next_checkin is None


def test_after_a_gap_todays_check_in_is_set_for_now() -> None:
    """Only then; else for tomorrow."""
    late = ASKED + HOUR
    for after_gap, expected in ((True, "2026-11-30T16:30"), (False, "2026-12-01T15:30")):
        act = acted(people.client(), late)
        schedule.set_checkin(act, after_gap=after_gap)
        assert [wake[2] for wake in wakes(act)] == [expected]


@pytest.mark.parametrize(
    ("before", "at", "after_gap", "expected"),
    [
        (None, "2026-11-29T12:00", False, [("step", MONDAY, "2026-11-30T08:00", "2026-12-07T07:00")]),
        (MONDAY, "2026-11-29T12:00", False, [("step", MONDAY, "2026-11-30T08:00", "2026-12-07T07:00")]),
        (
            MONDAY + WEEK,
            "2026-11-29T12:00",
            False,
            [("step", MONDAY + WEEK, "", ""), ("step", MONDAY, "2026-11-30T08:00", "2026-12-07T07:00")],
        ),
        (None, "2026-12-01T12:00", False, [("step", MONDAY + WEEK, "2026-12-07T08:00", "2026-12-14T07:00")]),
        (None, "2026-12-01T12:00", True, [("step", MONDAY, "2026-12-01T12:00", "2026-12-07T07:00")]),
        (MONDAY, "2026-12-01T12:00", False, [("step", MONDAY, "2026-12-01T12:00", "2026-12-07T07:00")]),
        (TUESDAY, "2026-12-01T12:00", False, [
            ("step", TUESDAY, "", ""), ("step", MONDAY, "2026-12-01T12:00", "2026-12-07T07:00"),
        ]),
        (MONDAY, "2027-01-05T12:00", False, [("step", MONDAY, "", "")]),
    ],
)  # fmt: skip
def test_a_client_has_one_wake_for_the_step(
    before: date | None, at: str, after_gap: bool, expected: list[object]
) -> None:
    """One that wasn't said yet isn't lost: it comes now; one for another date is taken back."""
    act = acted(people.client(next_step=before), utc(at))
    schedule.set_step(act, after_gap=after_gap)
    assert wakes(act) == expected
    assert act.file.next_step == (expected[-1][1] if expected[-1][2] else None)  # type: ignore[index]


def test_by_itself_nothing_fell_into_a_gap() -> None:
    """Whoever sets a wake says so when the bot was down; else it is for the next moment."""
    check_in, step = acted(people.client(), ASKED + HOUR), acted(people.client(), ASKED)
    schedule.set_checkin(check_in)
    schedule.set_step(step)
    assert [wake[2] for wake in (*wakes(check_in), *wakes(step))] == ["2026-12-01T15:30", "2026-12-07T08:00"]


@pytest.mark.parametrize("after_gap", [False, True])
def test_who_left_has_no_wakes(after_gap: bool) -> None:
    """Neither a check-in nor a step is set, whatever happens at their file."""
    act = acted(people.client(journey="left"), utc("2026-11-30T10:00"))
    schedule.set_checkin(act, after_gap=after_gap)
    schedule.set_step(act, after_gap=after_gap)
    assert (wakes(act), act.file.next_checkin, act.file.next_step) == ([], None, None)


def test_who_stops_has_nothing_waiting() -> None:
    """Every wake is taken back by its own key, and the file knows of none."""
    act = acted(
        people.client(
            next_checkin=MONDAY,
            next_step=TUESDAY,
            next_agenda=MONDAY + WEEK,
            day=Day(date=MONDAY),
            doctor_until=utc("2026-12-02T23:30"),
            complaints=Complaints(next_look=MONDAY + 2 * DAY),
        ),
        ASKED,
    )
    schedule.take_back_all(act)
    assert {wake[:2] for wake in wakes(act)} == {
        ("checkin", MONDAY),
        ("step", TUESDAY),
        ("agenda", MONDAY + WEEK),
        ("nudge", MONDAY),
        ("snooze", MONDAY),
        ("hold", date(2026, 12, 2)),  # by its date in UTC, wherever the client is by then
        ("complaints", MONDAY + 2 * DAY),
    }
    assert {wake[2:] for wake in wakes(act)} == {("", "")}
    file = act.file
    left = (file.next_checkin, file.next_step, file.next_agenda, file.doctor_until, file.complaints.next_look)
    assert left == (None,) * 5
    nothing = acted(people.client(), ASKED)
    schedule.take_back_all(nothing)
    assert wakes(nothing) == []


# --- quiet hours ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-30T19:59", "2026-11-30T19:59"),
        ("2026-11-30T20:00", "2026-12-01T07:00"),
        ("2026-11-30T23:30", "2026-12-01T07:00"),
        ("2026-12-01T06:59", "2026-12-01T07:00"),
        ("2026-12-01T07:00", "2026-12-01T07:00"),
    ],
)
def test_nothing_begins_at_night(at: str, expected: str) -> None:
    """From nine to eight it waits for the morning; a hold after a signal that ends at night does too."""
    assert schedule.outside_quiet(people.client(), utc(at)) == utc(expected)
    assert schedule.after_quiet(people.client(), utc(at)) == utc(expected)
    held = people.client(safety_until=utc(at))
    assert schedule.after_quiet(held, utc("2026-11-30T10:00")) == utc(expected)


def test_quiet_hours_within_a_day_end_on_that_day() -> None:
    """Who sleeps from one to nine at night."""
    file = people.client(quiet=Quiet(start=time(1), end=time(9)))
    assert schedule.outside_quiet(file, utc("2026-12-01T00:30")) == utc("2026-12-01T08:00")
    assert schedule.outside_quiet(file, utc("2026-11-30T23:30")) == utc("2026-11-30T23:30")
    assert schedule.outside_quiet(file, utc("2026-12-01T08:00")) == utc("2026-12-01T08:00")


def test_the_nights_are_those_of_yesterday_to_three_days_on() -> None:
    """Five of them, from nine to eight; or within a day for whose quiet hours pass no midnight."""
    found = schedule.nights(people.client(), ASKED)
    assert found == tuple(
        (days.moment(day, time(21), AMSTERDAM), days.moment(day + DAY, time(8), AMSTERDAM))
        for day in (MONDAY + n * DAY for n in range(-1, 4))
    )
    within = schedule.nights(people.client(quiet=Quiet(start=time(1), end=time(9))), ASKED)
    assert within[1] == (days.moment(MONDAY, time(1), AMSTERDAM), days.moment(MONDAY, time(9), AMSTERDAM))
    none = schedule.nights(people.client(quiet=Quiet(start=time(8), end=time(8))), ASKED)
    assert all(start == end for start, end in none)


@pytest.mark.parametrize(
    ("quiet", "expected"),
    [
        (Quiet(), "2026-11-30T20:00"),
        (Quiet(start=time(22, 30), end=time(7)), "2026-11-30T21:30"),
        (Quiet(start=time(1), end=time(9)), "2026-11-30T23:00"),
    ],
)
def test_the_window_of_a_date_closes_at_night_or_at_midnight(quiet: Quiet, expected: str) -> None:
    """When quiet hours begin; at midnight for whose quiet hours begin after it."""
    assert days.window_end(MONDAY, AMSTERDAM, quiet) == utc(expected)


def test_quiet_hours_that_begin_as_they_end_cover_nothing() -> None:
    """Nobody is quiet all day by a slip."""
    same = Quiet(start=time(8), end=time(8))
    assert not any(same.covers(time(hour)) for hour in range(24))
    assert days.is_quiet(utc("2026-11-30T20:00"), AMSTERDAM, Quiet())
    assert not days.is_quiet(utc("2026-11-30T20:00"), "Europe/London", Quiet(start=time(20, 30)))
    assert (Quiet().start, Quiet().end) == (time(21), time(8))


# --- moments in odd zones -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        (date(2011, 12, 30), time(12), "Pacific/Apia", "2011-12-30T10:00"),  # a whole date that was skipped
        (date(2026, 9, 6), time(0, 30), "America/Santiago", "2026-09-06T04:00"),
        (date(2026, 10, 4), time(2, 29), "Australia/Lord_Howe", "2026-10-03T15:30"),
        (date(2026, 10, 4), time(2, 30), "Australia/Lord_Howe", "2026-10-03T15:30"),
        (date(2026, 4, 5), time(1, 45), "Australia/Lord_Howe", "2026-04-04T14:45"),
    ],
)
def test_a_skipped_time_is_the_first_moment_after_the_gap(day: date, clock: time, zone: str, expected: str) -> None:
    """Also a gap at midnight, of half an hour, or of a whole day: to the second."""
    assert days.moment(day, clock, zone) == utc(expected)
    assert days.moment(day, clock, zone).tzinfo is UTC
    assert days.moment(MONDAY, clock, zone).tzinfo is UTC


# --- the slow rhythm ------------------------------------------------------------------------------------------------


def on(*weekdays: int) -> rhythm.Usual:
    return lambda day: day.isoweekday() in weekdays


@pytest.mark.parametrize(
    ("day", "usual", "falls"),
    [
        (date(2026, 12, 4), (1, 3, 5), True),
        (date(2026, 12, 2), (1, 3, 5), False),
        (date(2026, 12, 6), (1, 3, 5), False),
        (date(2026, 12, 6), (7,), True),
        (date(2026, 11, 30), (1,), True),
        (date(2026, 12, 4), (), False),
    ],
)
def test_once_a_week_it_is_the_last_usual_day(day: date, usual: tuple[int, ...], falls: bool) -> None:
    """Of weeks that begin on a Monday, or on any day that a plan began on (R40)."""
    assert rhythm.falls_on(day, rhythm.WEEKLY, on(*usual), MONDAY) is falls
    assert rhythm.falls_on(day + 3 * DAY, rhythm.WEEKLY, lambda d: on(*usual)(d - 3 * DAY), MONDAY + 3 * DAY) is falls


def monthly(usual: rhythm.Usual, number: int = 31) -> list[date]:
    """The dates of a monthly rhythm, from December on."""
    dates = (date(2026, 12, 1) + n * DAY for n in range(number))
    return [day for day in dates if rhythm.falls_on(day, rhythm.MONTHLY, usual, MONDAY)]


def test_once_a_month_it_is_the_first_of_those() -> None:
    """The first Friday, each month once; one within the first fortnight, or none."""
    fridays = monthly(on(1, 5), 365)
    assert fridays[:3] == [date(2026, 12, 4), date(2027, 1, 1), date(2027, 2, 5)]
    assert [day.month for day in fridays] == [12, *range(1, 12)]
    assert monthly(lambda day: on(5)(day) and day.day != 4) == [date(2026, 12, 11)]
    assert monthly(lambda day: day.day in (18, 25)) == []
    assert monthly(lambda day: day.day == 14) == [date(2026, 12, 14)]
    assert monthly(lambda day: day.day == 15) == []
