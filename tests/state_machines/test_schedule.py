"""When the next check-in and the next step message are due: tables over days, holidays, zones and gaps."""

from datetime import UTC, date, datetime, time, timedelta

import people
import pytest

from state_machines import schedule
from state_machines.files import Day


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "chosen", "expected"),
    [
        ("2026-11-30T10:00", (1, 2, 3, 4, 5), "2026-11-30T15:30"),
        ("2026-11-30T15:30", (1, 2, 3, 4, 5), "2026-12-01T15:30"),
        ("2026-12-04T16:00", (1, 2, 3, 4, 5), "2026-12-07T15:30"),
        ("2026-11-30T16:00", (1,), "2026-12-07T15:30"),
        ("2026-12-24T16:00", None, "2026-12-28T15:30"),
        ("2026-12-24T16:00", (4, 5), "2026-12-25T15:30"),
        ("2026-03-27T16:00", (7,), "2026-03-29T14:30"),
        ("2026-10-24T16:00", (7,), "2026-10-25T15:30"),
    ],
)
def test_the_next_check_in_is_on_the_clients_own_days(now: str, chosen: tuple[int, ...] | None, expected: str) -> None:
    """Own weekdays as chosen; "my working days" leaves out public holidays; each local date has its own offset."""
    found = schedule.next_checkin(people.client(checkin_days=chosen), _at(now))
    assert found is not None
    assert found[1] == _at(expected)


def test_no_days_mean_no_check_in() -> None:
    """Who chose no days is asked on none."""
    assert schedule.next_checkin(people.client(checkin_days=()), people.AT) is None


@pytest.mark.parametrize(("hours", "today"), [(0, True), (2, True), (6, False), (12, False)])
def test_after_downtime_todays_check_in_comes_while_its_window_is_open(hours: int, today: bool) -> None:
    """16:30 was missed: at 18:30 it comes at once, after 21:00 only on the next day."""
    now = _at("2026-11-30T15:30") + timedelta(hours=hours)
    found = schedule.next_checkin(people.client(), now, after_gap=True)
    assert found is not None
    assert (found[0] == date(2026, 11, 30)) is today


def test_a_date_that_was_asked_is_not_asked_again() -> None:
    """Whatever is set to another time on the same day."""
    asked = people.client(day=Day(date=people.MONDAY, state="done", asked=True), checkin_time=time(19))
    found = schedule.next_checkin(asked, people.AT)
    assert found is not None
    assert found[0] > people.MONDAY


def test_the_step_comes_on_the_first_working_day_of_each_plan_week() -> None:
    """Mondays of four weeks at nine; after the last week none."""
    client, moment, found = people.client(), _at("2026-11-29T12:00"), []
    while due := schedule.next_step(client, moment):
        found.append(due[1].isoformat())
        moment = due[1]
    assert found == [f"2026-{day}T08:00:00+00:00" for day in ("11-30", "12-07", "12-14", "12-21")]


def test_a_step_week_that_begins_on_a_holiday_is_told_on_its_first_working_day() -> None:
    """Easter Monday 2027 is free: the step of that week comes on Tuesday."""
    plan = people.plan(start=date(2027, 3, 22), registered=date(2027, 3, 1))
    client = people.client(versions=(plan,), agreed=plan.digest())
    found = schedule.next_step(client, _at("2027-03-23T12:00"))
    assert found is not None
    assert found[0] == date(2027, 3, 30)
