"""The calendar: read back with a library, right to the second on both nights that the clocks change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import sample_plans
from icalendar import Calendar, Component
from sample_plans import START, WEEK, longer, made, periods, weekly

from bot import papers
from dialogues.words import LANGUAGES, words
from reports import calendar
from state_machines.files import Consult
from state_machines.plan import NONE, Blocks, Plan

AMSTERDAM = "Europe/Amsterdam"
STAMP = datetime(2026, 11, 27, 14, 5, tzinfo=UTC)
CONSULTS = (
    Consult(number=1, at=datetime(2026, 12, 3, 9, 30, tzinfo=UTC)),
    Consult(number=2, at=datetime(2027, 7, 1, 8, 0, tzinfo=UTC)),
)


def file_of(plan: Plan, **more: object) -> bytes:
    """The plan's calendar file."""
    given: dict[str, object] = {"file": "c-1", "stamp": STAMP, "coach": "Joost"}
    return calendar.ics(papers.calendar_of(plan, words("nl"), **{**given, **more}))  # type: ignore[arg-type]


def events(ics: bytes) -> list[Component]:
    """Its entries, as the library reads them."""
    return list(Calendar.from_ical(ics).walk("VEVENT"))


def standing(ics: bytes) -> dict[str, Component]:
    """Those that weren't cancelled, by their names for good."""
    return {str(each["UID"]): each for each in events(ics) if each["STATUS"] == "CONFIRMED"}


def timed(ics: bytes) -> list[tuple[datetime, datetime | None]]:
    """When the timed entries begin and end, as moments."""
    found = [(each["DTSTART"].dt, each["DTEND"].dt if "DTEND" in each else None) for each in events(ics)]
    return [(start, end) for start, end in found if isinstance(start, datetime)]


def whole_days(ics: bytes) -> list[tuple[str, date, date]]:
    """The entries of whole days: title, first and last date."""
    day = timedelta(days=1)
    kept = [each for each in events(ics) if not isinstance(each["DTSTART"].dt, datetime)]
    return [(str(each["SUMMARY"]), each["DTSTART"].dt, each["DTEND"].dt - day) for each in kept]


# --- what is in it ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sample_plans.EVERY)
def test_the_calendar_of_every_kind_of_plan_can_be_read(name: str) -> None:
    """As RFC 5545 wants it: lines of at most 75 bytes, every entry named, stamped and numbered."""
    ics = file_of(replace(sample_plans.EVERY[name](), begins=time(9)), consults=CONSULTS)
    assert all(len(line) <= 75 for line in ics.split(b"\r\n"))
    assert b"\n" not in ics.replace(b"\r\n", b"")
    found = events(ics)
    assert found
    assert all(each["DTSTAMP"].dt == STAMP for each in found)
    assert len({str(each["UID"]) for each in found}) == len(found)


def test_steps_are_whole_days_with_their_hours() -> None:
    """Every step from its first to its last date; hours per day and the free day stand in it."""
    plan = weekly()
    ics = file_of(plan)
    steps = [each for each in whole_days(ics) if "stap" in each[0]]
    assert [(start, end) for _, start, end in steps] == [(step.start, step.end) for step in plan.steps]
    assert steps[0][0] == "Plan, stap 1: 8 uur per week"
    last = next(str(each["DESCRIPTION"]) for each in events(ics) if "stap 4" in str(each["SUMMARY"]))
    assert "ma, di, do en vr 8 uur" in last
    assert "vrijdag 25 december" in last
    assert all(each["TRANSP"] == "TRANSPARENT" for each in events(ics))


def test_evaluations_and_consults_are_in_it() -> None:
    """Evaluations on their day, with who is there by function; consults at their moment, in local time."""
    ics = file_of(weekly(), consults=CONSULTS)
    found = [(start, end) for title, start, end in whole_days(ics) if "Evaluatie" in title]
    assert found == [(each.day, each.day) for each in weekly().evaluations]
    assert [start.astimezone(UTC) for start, _ in timed(ics)] == [consult.at for consult in CONSULTS]
    assert b"DTSTART;TZID=Europe/Amsterdam:20261203T103000" in ics
    assert b"DTSTART;TZID=Europe/Amsterdam:20270701T100000" in ics


def test_working_days_are_timed_when_somebody_said_when_they_begin() -> None:
    """Each working day with hours; none on Christmas; none at all when nobody said it."""
    plan = replace(weekly(), begins=time(9))
    hours = [(start.date(), (end - start) / timedelta(hours=1)) for start, end in timed(file_of(plan)) if end]
    days = [START + timedelta(days=n) for n in range(28)]
    assert hours == [(day, float(plan.hours_on(day))) for day in days if plan.hours_on(day) > 0]
    assert date(2026, 12, 25) not in {day for day, _ in hours}
    assert not timed(file_of(weekly()))


def test_rest_between_blocks_makes_the_day_longer() -> None:
    """Two hours work, an hour rest, two hours work: four hours take five; the rest after the last isn't counted."""
    plan = replace(made(blocks=Blocks(work=Decimal(2), rest=Decimal(1))), begins=time(9))
    spans = {start.date(): end - start for start, end in timed(file_of(plan)) if end}
    assert spans[START] == timedelta(hours=2)
    assert spans[START + WEEK] == timedelta(hours=5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_client_and_nothing_of_health_stands_in_it(language: str) -> None:
    """Others may see a calendar: no name of the client in it, and nobody's in what an entry is called for good."""
    values = papers.calendar_of(weekly(), words(language), file="c-1", stamp=STAMP, consults=CONSULTS, coach="Joost")
    text = calendar.ics(values).decode()
    assert "c-1" not in text
    assert all("Joost" not in str(each["UID"]) for each in events(text.encode()))
    assert "Sanne" not in text


@pytest.mark.parametrize("odd", ["a;b,c\\d\ne", "\x00\x07", "\ud83d", "BEGIN:VEVENT\r\nX", "🙂" * 60])
def test_odd_words_stay_words(odd: str) -> None:
    """Signs that mean something in a calendar are read back as they were; what can't be in one is left out."""
    plan = made(tasks=(replace(sample_plans.TASKS[0], name=odd),))
    found = [each for each in events(file_of(plan)) if "stap" in str(each["SUMMARY"])]
    assert len(found) == 4
    assert len(events(file_of(plan))) == 4


# --- new versions -------------------------------------------------------------------------------------------------


def test_the_same_values_give_the_same_bytes() -> None:
    """No clock and no chance."""
    assert file_of(weekly(), consults=CONSULTS) == file_of(weekly(), consults=CONSULTS)


def test_a_new_version_updates_what_the_calendar_has() -> None:
    """The same things keep their names when they move, with a higher sequence number; another client's differ."""
    first, second = weekly(), longer(weekly())
    before, after = standing(file_of(first)), standing(file_of(second, former=(first,)))
    assert before.keys() == after.keys()
    assert {int(each["SEQUENCE"]) for each in before.values()} == {1}
    assert {int(each["SEQUENCE"]) for each in after.values()} == {2}
    moved = [uid for uid in before if before[uid]["DTSTART"].dt != after[uid]["DTSTART"].dt]
    assert moved
    assert not before.keys() & standing(file_of(first, file="c-2")).keys()


def test_what_a_former_version_had_comes_as_cancelled() -> None:
    """A shorter plan agreed anew: its missing steps and working days are cancelled, nothing else is."""
    former = replace(weekly(), begins=time(9))
    shorter = made(template="custom", periods=periods(8, 16))
    plan = replace(shorter, version=2, begins=time(9))
    found = events(file_of(plan, former=(former,)))
    lost = {str(each["UID"]) for each in found if each["STATUS"] == "CANCELLED"}
    assert lost == standing(file_of(former)).keys() - standing(file_of(plan)).keys()
    assert lost
    assert all(int(each["SEQUENCE"]) == 2 for each in found)


def test_a_stop_cancels_what_comes_after_it() -> None:
    """From the stop on nothing of the plan stands; the step it falls in ends the day before (R37)."""
    plan = replace(sample_plans.stopped_plan(), begins=time(9))
    assert plan.stopped is not None
    ics = file_of(plan)
    kept = standing(ics).values()
    assert all(_last_day(each) < plan.stopped.on for each in kept)
    cancelled = [each for each in events(ics) if each["STATUS"] == "CANCELLED"]
    assert {str(each["SUMMARY"]).split(":")[0] for each in cancelled} >= {"Plan, stap 3", "Plan, stap 4"}
    assert all(_last_day(each) >= plan.stopped.on for each in cancelled)
    middle = replace(plan, stopped=replace(plan.stopped, on=plan.stopped.on + timedelta(days=2)))
    assert ("Plan, stap 3: 24 uur per week", START + 2 * WEEK, START + 2 * WEEK + timedelta(days=1)) in [
        each for each in whole_days(file_of(middle)) if "stap 3" in each[0]
    ]


def _last_day(event: Component) -> date:
    end = event["DTEND"].dt
    return end.date() if isinstance(end, datetime) else end - timedelta(days=1)


# --- time ---------------------------------------------------------------------------------------------------------


def nights(begins: time, hours: int, first: date) -> list[tuple[datetime, datetime | None]]:
    """Shifts every night of a week from a date on, as read back."""
    each = tuple((day, Decimal(hours)) for day in range(1, 8))
    plan = made(start=first, weekdays=tuple(range(1, 8)), contract_hours=Decimal(56), registered=first)
    step = replace(plan.steps[0], per_day=each)
    return timed(file_of(replace(plan, steps=(step,), begins=begins)))


@pytest.mark.parametrize(
    ("first", "night"),
    [(date(2026, 3, 23), date(2026, 3, 28)), (date(2026, 10, 19), date(2026, 10, 24))],
    ids=["spring", "autumn"],
)
@pytest.mark.parametrize("hours", [1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("begins", [time(21, 30), time(22), time(23, 45), time(0, 30), time(1), time(2), time(2, 30)])
def test_hours_worked_are_hours_that_pass_also_when_the_clocks_change(
    first: date, night: date, hours: int, begins: time
) -> None:
    """A shift past midnight on either night ends as many hours later as were planned, on a real clock."""
    shifts = nights(begins, hours, first)
    assert len(shifts) == 7
    for start, end in shifts:
        assert end is not None
        assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours), (start, end)
    of_night = [start for start, _ in shifts if night <= start.date() <= night + timedelta(days=1)]
    assert of_night


def _wall(moment: datetime, zone: Component) -> datetime:
    """What the clock shows at a moment (UTC), by the rules in the file alone: a small reading of RFC 5545, not ours."""
    onsets = sorted(
        (onset - rule["TZOFFSETFROM"].td, rule["TZOFFSETTO"].td)
        for rule in zone.subcomponents
        for onset in _onsets(rule, moment.year)
    )
    return moment + [offset for onset, offset in onsets if onset <= moment][-1]


def _onsets(rule: Component, year: int) -> Iterator[datetime]:
    """When a rule begins to hold, each year: by its own RRULE, in the local time that ends."""
    start = rule["DTSTART"].dt
    if "RRULE" not in rule:
        yield start
        return
    assert rule["RRULE"]["BYDAY"] == ["-1SU"]
    for each in range(start.year, year + 1):
        month = rule["RRULE"]["BYMONTH"][0]
        last = date(each, month + 1, 1) - timedelta(days=1)
        sunday = last - timedelta(days=last.isoweekday() % 7)
        yield datetime.combine(sunday, start.time())


def test_the_rules_of_the_zone_are_right_around_both_changes() -> None:
    """Read by the file's own rules, every quarter of an hour around the changes of four years is what it should be."""
    zone = Calendar.from_ical(file_of(replace(weekly(), begins=time(9)))).walk("VTIMEZONE")[0]
    where = ZoneInfo(AMSTERDAM)
    assert zone["TZID"] == AMSTERDAM
    for day in (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2029, 3, 25)):
        for quarter in range(-16, 24):
            moment = datetime.combine(day, time(0)) + timedelta(minutes=15 * quarter)
            right = moment.replace(tzinfo=UTC).astimezone(where).replace(tzinfo=None)
            assert _wall(moment, zone) == right, moment


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/Curacao", "Europe/Lisbon", "America/New_York", "UTC"])
def test_a_client_elsewhere_has_the_rules_of_their_own_zone(zone: str) -> None:
    """Where the clocks don't change one rule holds; everywhere the moments read back are those of the plan."""
    ics = file_of(replace(weekly(), begins=time(9)), zone=zone)
    assert [start.astimezone(ZoneInfo(zone)).time() for start, _ in timed(ics)] == [time(9)] * len(timed(ics))
    found = Calendar.from_ical(ics).walk("VTIMEZONE")[0]
    assert found["TZID"] == zone
    assert found.subcomponents


def test_a_plan_without_times_needs_no_zone() -> None:
    """Whole days are the same everywhere."""
    assert not Calendar.from_ical(file_of(weekly())).walk("VTIMEZONE")
    assert weekly().hours_on(START) > NONE
