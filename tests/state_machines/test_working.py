"""Hours and tasks noted beside the check-in (R15, R17): facts, corrected at will, apart from how it felt."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import people
import pytest

from state_machines import events as e
from state_machines import questions, working
from state_machines.adherence import adherence
from state_machines.decide import decide
from state_machines.effects import Pass, Say, Wake
from state_machines.files import Answer, Client, Day

MONDAY = people.MONDAY
NOON = datetime(2026, 12, 3, 11, tzinfo=UTC)  # a Thursday in the first week of the plan: two hours a day
THURSDAY = date(2026, 12, 3)


def after(file: Client, *events: e.Event) -> Client:
    """The file after these."""
    for event in events:
        found = decide(file, event).file
        assert isinstance(found, Client)
        file = found
    return file


def said(file: Client, event: e.Event) -> tuple[str, dict[str, object]]:
    """The one thing that is said, and its values."""
    says = [effect for effect in decide(file, event).effects if isinstance(effect, Say)]
    assert len(says) == 1
    return says[0].prompt.name, dict(says[0].prompt.values)


def noted(day: date, hours: str | None = None, **more: object) -> e.HoursNoted:
    number = None if hours is None else Decimal(hours)
    return e.HoursNoted(at=NOON, day=day, hours=number, **more)  # type: ignore[arg-type]


def sanne(**changes: object) -> Client:
    return people.client(**changes)


# --- two taps -----------------------------------------------------------------------------------------------------


def test_the_day_and_the_hours_are_two_taps() -> None:
    """`/uren`, a day, a number: noted, on the date it is about."""
    file = sanne()
    name, values = said(file, e.HoursNoted(at=NOON, day=None))
    assert name == "hours.which"
    assert values["days"] == ("2026-12-03", "2026-12-01", "2026-11-30")
    assert said(file, noted(date(2026, 12, 1)))[0] == "hours.ask"
    kept = after(file, noted(date(2026, 12, 1), "2"))
    assert working.kept(kept, date(2026, 12, 1)).number("hours") == 2
    assert said(file, noted(date(2026, 12, 1), "2"))[0] == "hours.noted"


def test_when_only_today_is_open_it_is_asked_at_once() -> None:
    """Then it is one tap."""
    file = after(sanne(), noted(MONDAY, "2"), noted(date(2026, 12, 1), off=True))
    assert said(file, e.HoursNoted(at=NOON, day=None))[0] == "hours.ask"
    every = after(file, noted(THURSDAY, "2"))
    assert said(every, e.HoursNoted(at=NOON, day=None))[1]["every"] is True


def test_a_day_off_is_noted_without_a_reason() -> None:
    """No number: missing is never zero (R16, R39)."""
    day = working.kept(after(sanne(), noted(MONDAY, off=True)), MONDAY)
    assert (day.number("hours"), day.words("hours")) == (None, ("off",))


def test_hours_on_a_day_without_work_are_a_fact_too() -> None:
    """A Wednesday, a Sunday: kept, with nothing planned."""
    for day in (date(2026, 12, 2), date(2026, 11, 29)):
        kept = working.kept(after(sanne(), noted(day, "1.5")), day)
        assert (kept.number("hours"), kept.working, kept.planned) == (Decimal("1.5"), False, 0)


def test_noting_again_corrects_and_the_days_stay_in_order() -> None:
    """The newest holds; the log keeps what was said before. No date is kept twice."""
    days = (date(2026, 12, 1), MONDAY, date(2026, 12, 2), MONDAY)
    file = after(sanne(), *(noted(day, str(number)) for number, day in enumerate(days)))
    assert [day.date for day in file.window] == [MONDAY, date(2026, 12, 1), date(2026, 12, 2)]
    assert working.kept(file, MONDAY).number("hours") == 3


def test_what_else_is_kept_of_an_earlier_day_stays() -> None:
    """A correction touches the hours alone."""
    earlier = Day(date=MONDAY, state="done", asked=True, acted=True, working=True, planned=Decimal(2), closes_week=1)
    earlier = earlier.keep(Answer(question="energy", at=NOON, number=Decimal(6)))
    earlier = earlier.keep(Answer(question="hours", at=NOON, number=Decimal(2)))
    file = after(sanne(window=(earlier,)), noted(MONDAY, "1"))
    day = working.kept(file, MONDAY)
    assert (day.number("energy"), day.number("hours"), day.state, day.closes_week) == (6, 1, "done", 1)


@pytest.mark.parametrize("days_", [-1, 15, 40])
def test_a_date_out_of_reach_is_refused_kindly(days_: int) -> None:
    """Tomorrow, or longer ago than fourteen days: nothing is kept, and the days that can be are shown."""
    file, day = sanne(coaching_since=date(2026, 9, 1)), THURSDAY - timedelta(days=days_)
    name, values = said(file, noted(day, "2"))
    assert (name, values["note"], len(values["days"])) == ("hours.which", "out_of_reach", 15)  # type: ignore[arg-type]
    assert after(file, noted(day, "2")).window == after(file, noted(day)).window


def test_nothing_is_asked_of_the_time_before_taking_part() -> None:
    """The first day that can be noted is the first of the trajectory."""
    reach = working.within_reach(sanne(coaching_since=date(2026, 12, 1)), NOON)
    assert reach == (THURSDAY, date(2026, 12, 2), date(2026, 12, 1))


@pytest.mark.parametrize("hours", ["25", "-1"])
def test_hours_that_cannot_be_are_asked_again(hours: str) -> None:
    """A day has 24 hours, and none below nothing."""
    file = sanne()
    name, values = said(file, noted(THURSDAY, hours))
    assert (name, values["note"]) == ("hours.ask", "out_of_range")
    assert after(file, noted(THURSDAY, hours)).day == after(file, noted(THURSDAY)).day


def test_words_instead_of_hours_are_kept_as_a_note_and_asked_again() -> None:
    """Nothing typed is lost, and the same day is asked about."""
    file = after(sanne(), noted(MONDAY))
    odd = e.NotUnderstood(at=NOON, day=THURSDAY, question="hours", reason="words", text="geen idee", message_id=5)
    name, values = said(file, odd)
    assert (name, values["day"], values["note"]) == ("hours.ask", MONDAY, "words")
    kept = after(file, odd)
    assert kept.asking == f"hours:{MONDAY}"
    assert kept.day is not None
    assert kept.day.notes == 1


# --- today's check-in ---------------------------------------------------------------------------------------------


def test_hours_of_today_leave_the_check_in_as_it_is() -> None:
    """It is still asked at its time, has no answer yet, and then doesn't ask for the hours."""
    file = after(sanne(next_checkin=THURSDAY), noted(THURSDAY, "1"))
    assert file.day is not None
    assert (file.day.state, file.day.answered, file.day.known) == ("resting", False, True)
    assert file.next_checkin == THURSDAY
    assert questions.following(file.day, "drainer") == "progress"
    prompted = after(file, e.Woke(at=NOON + timedelta(hours=4, minutes=30), kind="checkin", day=THURSDAY))
    assert prompted.day is not None
    assert (prompted.day.state, prompted.day.number("hours")) == ("prompted", 1)


def test_a_day_that_is_gone_through_again_asks_for_them() -> None:
    """So that they can be corrected there too."""
    file = after(sanne(), noted(THURSDAY, "1"))
    assert file.day is not None
    assert questions.following(replace(file.day, corrected=True), "drainer") == "hours"


def test_a_new_plan_leaves_what_was_noted_today() -> None:
    """The day takes over the plan; the hours stay a fact."""
    new = people.plan(goal="another", registered=THURSDAY, start=THURSDAY)
    file = after(sanne(versions=(people.plan(), new)), noted(THURSDAY, "1"))
    agreed = after(file, e.PlanAnswered(at=NOON, digest=new.digest(), agreed=True))
    assert agreed.agreed == new.digest()
    assert agreed.day is not None
    assert agreed.day.number("hours") == 1


def test_a_question_of_the_check_in_takes_over_what_is_typed() -> None:
    """After `/uren` was left open, a number belongs to the question that came later."""
    file = after(sanne(next_checkin=THURSDAY), noted(MONDAY))
    assert file.asking == f"hours:{MONDAY}"
    prompt = e.Woke(at=NOON + timedelta(hours=4, minutes=30), kind="checkin", day=THURSDAY)
    assert after(file, prompt).asking == ""


# --- a shift that passes midnight ---------------------------------------------------------------------------------

NIGHT = replace(people.plan(), begins=time(23, 30), weekdays=(1, 2, 4, 5))
SHIFTS = [
    # when the plan says work begins, the moment, the date it belongs to
    (time(23, 30), datetime(2026, 12, 1, 1, tzinfo=UTC), MONDAY),  # 02:00 on Tuesday: Monday's shift
    (time(23, 30), datetime(2026, 12, 1, 12, tzinfo=UTC), MONDAY),  # Tuesday noon, before Tuesday's shift
    (time(23, 30), datetime(2026, 12, 1, 22, 45, tzinfo=UTC), date(2026, 12, 1)),  # Tuesday 23:45
    (time(23, 30), datetime(2026, 12, 3, 1, tzinfo=UTC), date(2026, 12, 3)),  # no shift on Wednesday
    (time(9), datetime(2026, 12, 1, 7, tzinfo=UTC), date(2026, 12, 1)),  # a day shift passes no midnight
    (None, datetime(2026, 12, 1, 1, tzinfo=UTC), date(2026, 12, 1)),
]


@pytest.mark.parametrize(("begins", "at", "day"), SHIFTS)
def test_a_night_shift_belongs_to_the_date_on_which_it_began(begins: time | None, at: datetime, day: date) -> None:
    """That date is the one that is offered first."""
    night = replace(people.plan(), begins=begins)
    file = sanne(versions=(night,), agreed=night.digest())
    assert working.shift_day(file, at) == day
    assert working.missing(file, at)[0] == day


# --- tasks --------------------------------------------------------------------------------------------------------


def test_tasks_are_those_of_the_step_in_one_tap_or_others() -> None:
    """After the hours: as agreed, or chosen one by one; what is typed is added."""
    file = after(sanne(), noted(THURSDAY, "2"))
    planned = after(file, e.TasksNoted(at=NOON, day=THURSDAY, choice="planned"))
    assert planned.day is not None
    assert planned.day.words("tasks") == ("post", "mail")
    events = (
        e.TasksNoted(at=NOON, day=THURSDAY, choice="other"),
        e.TasksNoted(at=NOON, day=THURSDAY, add="post"),
        e.TasksNoted(at=NOON, day=THURSDAY, words=("coffee", "post")),
        e.TasksNoted(at=NOON, day=THURSDAY, drop="post"),
        e.TasksNoted(at=NOON, day=THURSDAY, choice="ready"),
    )
    other = after(file, *events)
    assert other.day is not None
    assert (other.day.words("tasks"), other.asking) == (("coffee",), "")


def test_a_day_without_hours_has_no_tasks() -> None:
    """Nor does a day off: the tasks of before fall away with the hours."""
    planned = e.TasksNoted(at=NOON, day=THURSDAY, choice="planned")
    assert said(sanne(), planned)[0] == "stale.menu"
    file = after(sanne(), noted(THURSDAY, "2"), planned, noted(THURSDAY, "0"))
    assert file.day is not None
    assert file.day.answer("tasks") is None


# --- what it never does -------------------------------------------------------------------------------------------


def test_hours_change_no_plan_and_no_message() -> None:
    """Whatever is noted: the versions, the next step and the next check-in stay (R2)."""
    file = sanne(next_checkin=THURSDAY, next_step=date(2026, 12, 7))
    for day in working.within_reach(file, NOON):
        for number in ("0", "0.25", "2", "24"):
            decision = decide(file, noted(day, number))
            assert isinstance(decision.file, Client)
            assert decision.file.versions == file.versions
            assert not [effect for effect in decision.effects if isinstance(effect, Wake)]


def test_more_than_agreed_is_said_and_twice_in_two_weeks_the_coach_sees_it() -> None:
    """This week's step is enough (R16); the second time the coach hears it, a third time not again."""
    file = sanne()
    assert said(file, noted(MONDAY, "4"))[1]["note"] == "day"
    told = []
    for day in (MONDAY, date(2026, 12, 1), THURSDAY):
        decision = decide(file, noted(day, "4"))
        assert isinstance(decision.file, Client)
        file = decision.file
        told += [effect.event.what for effect in decision.effects if isinstance(effect, Pass)]  # type: ignore[attr-defined]
    assert told == ["more_than_agreed"]


# --- three adherences ---------------------------------------------------------------------------------------------


def test_the_three_adherences_are_counted_apart() -> None:
    """Reached, answered, carried out (R17): hours noted beside the check-in answer no check-in."""
    energy = Answer(question="energy", at=NOON, number=Decimal(6))
    hours = Answer(question="hours", at=NOON, number=Decimal(2))
    skipped = Answer(question="energy", at=NOON, skipped=True)
    full, partly = (Answer(question="step", at=NOON, words=(way,)) for way in ("full", "partly"))
    first = date(2026, 11, 23)
    days = [
        Day(date=first, asked=True, acted=True).keep(energy),
        Day(date=first + timedelta(days=1), asked=True, acted=True, noted=True).keep(hours),
        Day(date=first + timedelta(days=2), asked=True, acted=True).keep(skipped),
        Day(date=first + timedelta(days=3), asked=True),
        Day(date=first + timedelta(days=4), asked=True, acted=True, closes_week=1).keep(full),
        Day(date=first + timedelta(days=5), acted=True).keep(energy),
        Day(date=first + timedelta(days=7), asked=True, acted=True, closes_week=2).keep(partly),
        Day(date=first + timedelta(days=14), asked=True, closes_week=3),
        Day(date=first + timedelta(days=15)),
    ]
    found = adherence(days, lost=first + timedelta(days=14))
    assert (found.reached, found.asked) == (6, 7)
    assert (found.answered, found.called) == (4, 8)
    assert (found.full, found.partly, found.not_done, found.weeks) == (1, 1, 0, 2)
    assert adherence(days).reached == 7
