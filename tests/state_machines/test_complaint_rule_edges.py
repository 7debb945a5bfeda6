"""What the complaint rule keeps and shows, to the date (R19); and which number it is that clashes with which."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import people
import pytest

from state_machines.case import Complaints, Scored
from state_machines.complaint_days import FIRST_KEPT, LATEST_KEPT, history, note, scored
from state_machines.complaint_rule import evidence_of, is_untold, judge, window_days
from state_machines.files import WINDOW_DAYS, Answer, Client, Day, but
from state_machines.plan import Plan
from state_machines.plan_changes import stopped
from state_machines.rule import Rule
from state_machines.rule_numbers import Refusal, changed

LAST = date(2026, 12, 31)
DAY = timedelta(days=1)


def a_day(day: date, score: str | None = None, energy: str | None = None, **changes: object) -> Day:
    made = Day(date=day, asked=True)
    for question, number in (("energy", energy), ("complaint", score)):
        if number is not None:
            at = datetime.combine(day, time(12), UTC)
            made = made.keep(Answer(question=question, at=at, number=Decimal(number)))
    return but(made, **changes)


def lived(*days: Day, **changes: object) -> Client:
    """Somebody without a plan, with these days behind them; the last one is today."""
    given = {"versions": (), "agreed": "", "window": days[:-1], "day": days[-1] if days else None}
    return people.client(**{**given, **changes})


def in_force(plan: Plan, **changes: object) -> Client:
    return lived(**{"versions": (plan,), "agreed": plan.digest(), **changes})


# --- what is kept of days that fell out of the window ---------------------------------------------------------------


def kept_after(*ago: int) -> tuple[list[int], list[int]]:
    """How many days ago the answered days lie that are kept, the first ones and the latest, when today is over."""
    before = tuple(a_day(LAST - n * DAY, "5") for n in sorted(ago, reverse=True))
    file = note(lived(window=before), a_day(LAST, "5"))
    found = file.complaints.beginning, file.complaints.series
    return tuple([(LAST - each.day).days for each in part] for part in found)  # type: ignore[return-value]


def test_a_day_is_kept_when_it_falls_out_of_the_window() -> None:
    """The 35 dates of the window stand in the file itself; the one before them is the first that is kept apart."""
    assert WINDOW_DAYS == 35
    assert kept_after(36, 35, 34, 33) == ([36, 35, 34, 33, 0], [36, 35])
    assert kept_after(34) == ([34, 0], [])


def test_the_first_fourteen_and_the_latest_ten_are_kept() -> None:
    """Of whoever answers seldom or often: what the change rule compares, and no more."""
    beginning, series = kept_after(*range(36, 66))
    assert (FIRST_KEPT, LATEST_KEPT) == (14, 10)
    assert beginning == list(range(65, 51, -1))
    assert series == list(range(45, 35, -1))


def test_a_late_correction_counts_from_the_newest_day() -> None:
    """An older day that is corrected moves no window: the newest of the file does."""
    file = lived(window=(a_day(LAST - 35 * DAY, "5"), a_day(LAST, "5")))
    assert [each.day for each in note(file, a_day(LAST - 2 * DAY, "5")).complaints.series] == [LAST - 35 * DAY]


def test_a_score_that_was_taken_back_is_gone_and_twice_the_same_changes_nothing() -> None:
    """Also from what was kept of the first days."""
    once = note(lived(), a_day(LAST, "5"))
    assert [each.day for each in once.complaints.beginning] == [LAST]
    assert note(once, a_day(LAST, "5")) is once
    assert note(once, a_day(LAST)).complaints.beginning == ()


def test_a_day_is_told_with_its_energy_and_whether_it_was_bad() -> None:
    """From `bad_from` on, or by words; nothing is made up for what is missing."""
    assert scored(a_day(LAST, "7", "3"), Rule()) == Scored(day=LAST, score=Decimal(7), energy=Decimal(3), bad=True)
    assert scored(a_day(LAST, "6.9"), Rule()) == Scored(day=LAST, score=Decimal("6.9"), energy=None, bad=False)
    assert scored(a_day(LAST, voiced=True), Rule()) == Scored(day=LAST, score=None, energy=None, bad=True)
    file = lived(a_day(LAST - DAY, "5"), a_day(LAST, "6"))
    assert [each.score for each in history(file)] == [5, 6]


# --- what the evidence shows ----------------------------------------------------------------------------------------


def test_energy_and_score_are_shown_of_the_first_days_and_of_the_last() -> None:
    """Means of fourteen and of seven days, to one decimal, halves up; of a day without energy none."""
    first = [a_day(LAST - (20 - n) * DAY, "2", "8") for n in range(14)]
    last = [a_day(LAST - (6 - n) * DAY, "6" if n < 6 else "6.5", "3" if n else None) for n in range(7)]
    found = judge(lived(*first, *last), LAST).evidence
    assert (found.beginning, found.lately) == (Decimal("2.0"), Decimal("6.1"))
    assert (found.energy_beginning, found.energy_lately) == (Decimal("8.0"), Decimal("3.0"))
    half = [a_day(LAST - (6 - n) * DAY, "5.25", "1") for n in range(7)]
    assert judge(lived(*half), LAST).evidence.lately == Decimal("5.3")


def test_the_scores_are_those_of_days_of_which_something_is_known() -> None:
    """Energy alone is something; a day that was asked and not answered has no line. Only dates of the window count."""
    days = (a_day(LAST - 14 * DAY, "9"), a_day(LAST - 13 * DAY, "8"), a_day(LAST - 2 * DAY, None, "4"))
    found = judge(lived(*days, a_day(LAST - DAY), a_day(LAST, voiced=True)), LAST).evidence
    assert [(LAST - each.day).days for each in found.scores] == [13, 2, 0]
    assert (found.asked, found.answered, found.bad) == (4, 1, 1)
    assert (found.first, found.last, found.on) == (LAST - 13 * DAY, LAST, LAST)


def test_a_window_that_ended_earlier_is_told_on_the_day_it_is_told() -> None:
    """Judged late: the days after it don't count, and the evidence has the date on which it was made."""
    file = lived(a_day(LAST - 2 * DAY, "8"), a_day(LAST - DAY, "8"), a_day(LAST, "9"))
    found = evidence_of(file, LAST - DAY, "asked")
    assert (found.on, found.last, found.answered, found.why) == (LAST, LAST - DAY, 2, "asked")
    assert evidence_of(lived(), LAST, "asked").on == LAST


def test_when_days_count_only_from_tomorrow_none_counts() -> None:
    """An episode that ended today: the window is empty, and begins on the day after it ends."""
    for since in (LAST + DAY, LAST + 9 * DAY):
        found = judge(lived(a_day(LAST, "9"), complaints=Complaints(since=since)), LAST).evidence
        assert (found.first, found.asked, found.scores) == (LAST + DAY, 0, ())


# --- which window, and whose plan -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weekdays", "chosen", "dates"),
    [((1,), None, 28), ((1, 2), None, 14), ((1,), (1, 2), 14), ((1, 2), (3,), 28), ((1,), (), 14)],
)
def test_one_working_day_is_a_long_window(
    weekdays: tuple[int, ...], chosen: tuple[int, ...] | None, dates: int
) -> None:
    """By the client's own days, else by the working days of the plan; without a plan by neither."""
    plan = people.plan(weekdays=weekdays, contract_hours=Decimal(8))
    assert window_days(in_force(plan, checkin_days=chosen), people.MONDAY) == dates
    assert window_days(lived(checkin_days=None), LAST) == 14


def test_an_untold_plan_is_one_that_runs_or_is_to_come() -> None:
    """To its last date; not when the physician knows, and not one that they stopped (R1, R37)."""
    plan = people.plan()
    file = in_force(plan)
    days = (plan.start - 30 * DAY, plan.start, plan.end, plan.end + DAY)
    assert [is_untold(file, day) for day in days] == [True, True, True, False]
    assert not is_untold(in_force(but(plan, physician_told=people.MONDAY)), plan.start)
    ended = stopped(plan, on=plan.start + DAY, physician="W", look_again=plan.end)
    assert not is_untold(in_force(ended), plan.start)
    assert not is_untold(lived(), LAST)


@pytest.mark.parametrize(
    ("scores", "does"), [("888", True), ("8882", False), ("288", False), ("2888", True), ("88", False)]
)
def test_three_in_a_row_are_the_last_three_answered(scores: str, does: bool) -> None:
    """All bad, as many as that takes; a day without an answer between them is passed over."""
    plan = people.plan(start=date(2026, 12, 7))
    first = LAST - 2 * (len(scores) - 1) * DAY
    days = tuple(a_day(first + 2 * n * DAY, score) for n, score in enumerate(scores))
    assert ("in_a_row" in judge(in_force(plan, window=days, day=a_day(LAST + DAY)), LAST).holds) is does


# --- numbers that clash ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "name", "against"),
    [
        ({"window_days": "14", "weekly_window_days": "13"}, "weekly_window_days", "window_days"),
        ({"needed_most": "3"}, "needed_most", "needed_least"),
        ({"window_days": "7", "change_days": "7", "needed_least": "8", "weekly_window_days": "28"},
         "needed_least", "window_days"),
        ({"needed_least": "5"}, "needed_least", "weekly_window_days"),
        ({"clear_share": "0.7"}, "clear_share", "bad_share"),
        ({"beginning_later": "6"}, "beginning_later", "beginning_days"),
        ({"beginning_least": "9"}, "change_points", "beginning_least"),
        ({"change_days": "15"}, "change_days", "window_days"),
        ({"in_a_row": "15"}, "in_a_row", "window_days"),
    ],
)  # fmt: skip
def test_a_clash_names_both_numbers(numbers: dict[str, str], name: str, against: str) -> None:
    """The one that is refused and the one that it is held against, so that either can be mended."""
    refused = changed(Rule(), numbers)
    assert isinstance(refused, tuple)
    assert Refusal(name=name, why="together", against=against) in refused
