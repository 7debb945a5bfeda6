"""Two weeks that don't go as agreed call an evaluation (R38), more than agreed is enough (R16); the plan stands."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import people
import pytest

from state_machines import events as e
from state_machines import questions
from state_machines.carried_out import more
from state_machines.decide import decide_client
from state_machines.effects import ClientDecision, Pass, Say
from state_machines.files import Answer, Client, Day, Evaluated, Request
from state_machines.keeping import KEEPING
from state_machines.lag import lag
from state_machines.plan import Plan, Step
from state_machines.plan_changes import stopped

MONDAY = people.MONDAY
WEEKDAYS = (0, 1, 3, 4)
Hours = tuple[str | None, ...]
#: Hours planned on each of the four working days of week 1, 2 and 3.
FULL: dict[int, Hours] = {1: ("2",) * 4, 2: ("4",) * 4, 3: ("6",) * 4, 4: ("8",) * 4}
ALL_OFF: Hours = ("off",) * 4
SILENT: Hours = (None,) * 4
Week = tuple[str, Hours]


def answer(question: str, value: str, at: datetime = people.AT) -> Answer:
    """A number, or a word."""
    if value.replace(".", "").isdigit():
        return Answer(question=question, at=at, number=Decimal(value))
    return Answer(question=question, at=at, words=(value,))


def days(week: int, step: str, hours: Hours) -> tuple[Day, ...]:
    """The four working days of a plan week: what was noted, and on the last how the step went."""
    kept = []
    for place, (offset, noted) in enumerate(zip(WEEKDAYS, hours, strict=True)):
        day = Day(
            date=MONDAY + timedelta(days=7 * (week - 1) + offset),
            state="done",
            asked=True,
            working=True,
            planned=Decimal(2 * week),
            closes_week=week if place == 3 else 0,
        )
        day = day.keep(answer("hours", noted)) if noted is not None else day
        kept.append(day.keep(answer("step", step)) if step and place == 3 else day)
    return tuple(kept)


def after(*weeks: Week, agreed: Plan | None = None, **changes: object) -> tuple[Client, date]:
    """A client who went through these weeks, on the morning after the last of them."""
    plan = agreed or people.plan()
    kept = tuple(day for number, (step, hours) in enumerate(weeks, 1) for day in days(number, step, hours))
    today = MONDAY + timedelta(weeks=len(weeks))
    given = {"versions": (plan,), "agreed": plan.digest(), "window": kept, **changes}
    file = people.client(**given)
    return replace(file, day=questions.new_day(file, today)), today


# --- what a lag is ------------------------------------------------------------------------------------------------

PARTLY: Week = ("partly", SILENT)
GOOD: Week = ("full", SILENT)
LAGS: dict[str, tuple[tuple[Week, ...], str]] = {
    "twice partly": ((PARTLY, PARTLY), "lag"),
    "partly, then not": ((PARTLY, ("not", SILENT)), "lag"),
    "once": ((GOOD, PARTLY), ""),
    "one week of a plan": ((PARTLY,), ""),
    "apart by a good week": ((PARTLY, GOOD, PARTLY), ""),
    "apart by a week of which nothing is known": ((PARTLY, ("", SILENT), PARTLY), ""),
    "nothing known": ((("", SILENT), ("", SILENT)), ""),
    "the last two of three": ((GOOD, PARTLY, PARTLY), "lag"),
    "exactly 75 %, twice": ((("", ("1.5",) * 4), ("", ("3",) * 4)), ""),
    "under 75 %, twice": ((("", ("1.5", "1.5", "1.5", "1.25")), ("", ("3", "3", "3", "2.75"))), "hours"),
    "under 75 %, then exactly": ((("", ("1",) * 4), ("", ("3",) * 4)), ""),
    "fully done, they say, with under 75 %": ((("full", ("1",) * 4), ("full", ("2",) * 4)), "hours"),
    "partly, then under 75 %": ((PARTLY, ("", ("2",) * 4)), "lag"),
    "half of the days noted": ((("", ("1", None, None, "1")), ("", ("1", "1", None, None))), "hours"),
    "less than half noted": ((("", ("0", None, None, None)), ("", ("1", None, None, None))), ""),
    "missing is not zero": ((("", ("2", "2", None, None)), ("", ("4", "4", None, None))), ""),
    "days off leave out what was planned": ((("", ("off", "off", "2", "2")), ("", ("off", "off", "off", "4"))), ""),
    "the one day that wasn't off": ((("", ("off", "off", "off", "1")), ("", ("off", "off", "off", "2"))), "hours"),
    "two weeks off": ((("", ALL_OFF), ("", ALL_OFF)), ""),
    "two weeks off, not done": ((("not", ALL_OFF), ("not", ALL_OFF)), "lag"),
    "nothing worked on the days that were noted": ((("", ("0",) * 4), ("", ("0",) * 4)), "hours"),
}


@pytest.mark.parametrize("name", LAGS)
def test_two_weeks_in_a_row_behind_are_a_lag(name: str) -> None:
    """R38, edge by edge: by what the client said of the step, or by hours under 75 %; missing stays missing."""
    weeks, expected = LAGS[name]
    assert lag(*after(*weeks)) == expected


def test_a_swapped_day_is_no_lag() -> None:
    """Hours noted on a day that isn't in the plan are hours worked."""
    file, today = after(("", ("0", "2", "2", "0")), ("", ("0", "4", "4", "0")))
    assert lag(file, today) == "hours"
    swapped = tuple(
        Day(date=MONDAY + timedelta(days=7 * n + 2), answers=(answer("hours", str(2 * n + 2)),)) for n in (0, 1)
    )
    window = tuple(sorted((*file.window, *swapped), key=lambda day: day.date))
    assert lag(replace(file, window=window), today) == "", "4 and 2 of 8 hours, 8 and 4 of 16"


def double(share: Decimal) -> Plan:
    """A double schedule: beside the agreed, ambitious line a cautious one with this share of its hours (R9)."""
    plan = people.plan()

    def less(step: Step) -> Step:
        per_day = tuple((weekday, hours * share) for weekday, hours in step.per_day)
        return replace(step, hours=step.hours * share, per_day=per_day)

    return replace(plan, other=tuple(less(step) for step in plan.steps), line="ambitious")


@pytest.mark.parametrize(
    ("worked", "expected"), [("1", ""), ("0.75", ""), ("0.5", "hours")], ids=["between", "75 % of the lower", "under"]
)
def test_hours_between_the_lines_of_a_double_schedule_are_on_plan(worked: str, expected: str) -> None:
    """R9: measured by the lower line, here half of what was agreed."""
    weeks = ((("", (worked,) * 4)), ("", (str(2 * Decimal(worked)),) * 4))
    assert lag(*after(*weeks, agreed=double(Decimal("0.5")))) == expected
    assert lag(*after(*weeks)) == "hours", "without the second line"


def held(on: date) -> tuple[Evaluated, ...]:
    """An extra evaluation, held on a date."""
    return (Evaluated(planned=None, on=on, outcome="stands"),)


@pytest.mark.parametrize(
    ("on", "weeks", "expected"),
    [
        (MONDAY - timedelta(days=1), 2, "lag"),
        (MONDAY, 2, ""),
        (MONDAY + timedelta(days=12), 3, ""),
        (MONDAY + timedelta(days=13), 4, "lag"),
        (MONDAY + timedelta(days=14), 4, ""),
    ],
)
def test_after_an_evaluation_only_weeks_that_began_later_count(on: date, weeks: int, expected: str) -> None:
    """Never twice for the same weeks: the week in which it was held counts no more."""
    assert lag(*after(*(PARTLY,) * weeks, evaluated=held(on))) == expected


def test_a_week_counts_once_its_closing_check_in_was_answered() -> None:
    """On the closing day itself the weeks before it are judged, until the client says how this one went."""
    file, monday = after(PARTLY, PARTLY)
    friday = monday + timedelta(days=4)
    day = questions.new_day(file, friday)
    assert lag(replace(file, day=day), friday) == "lag"
    assert lag(replace(file, day=day.keep(answer("step", "full"))), friday) == ""


def test_while_full_hours_are_being_kept_a_lag_is_a_lag() -> None:
    """The weeks after the plan's end count on; otherwise the last weeks of the plan are the last ones."""
    weeks = (GOOD, GOOD, GOOD, GOOD, PARTLY, PARTLY)
    assert lag(*after(*weeks, ended=KEEPING)) == "lag"
    assert lag(*after(*weeks)) == ""
    assert lag(*after(GOOD, GOOD, PARTLY, PARTLY, GOOD, GOOD)) == "lag"


def test_a_plan_that_was_stopped_or_agreed_anew_has_no_lag_of_before() -> None:
    """Weeks of an earlier plan say nothing of this one (R37)."""
    file, today = after(PARTLY, PARTLY)
    halted = stopped(people.plan(), on=today, physician="Dr. Smit", look_again=today + timedelta(days=14))
    assert lag(replace(file, versions=(halted,), agreed=halted.digest()), today) == ""
    anew = people.plan(start=today)
    assert lag(replace(file, versions=(anew,), agreed=anew.digest()), today) == ""


# --- what happens then --------------------------------------------------------------------------------------------


def at(day: date, hour: int = 16) -> datetime:
    """A moment on a date."""
    return datetime.combine(day, datetime.min.time(), UTC).replace(hour=hour)


def said(decision: ClientDecision) -> list[str]:
    """The names of what was said to the client."""
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def told(decision: ClientDecision) -> list[tuple[str, str]]:
    """What the coach was told, with its detail."""
    passed = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    return [(event.what, event.detail) for event in passed if isinstance(event, e.ClientTold)]


def closing(step: str = "partly", complaint: str = "3", requests: tuple[Request, ...] = ()) -> ClientDecision:
    """The last question of a check-in that closes the second week, after a first one that was partly done."""
    file, monday = after(PARTLY, requests=requests)
    friday = monday + timedelta(days=4)
    day = questions.new_day(file, friday)
    assert day.closes_week == 2
    for name, value in (("energy", "6"), ("hours", "4"), ("step", step)):
        day = day.keep(answer(name, value, at(friday)))
    day = replace(day, state="asking", at="complaint", acted=True)
    last = e.Answered(at=at(friday), day=friday, question="complaint", number=Decimal(complaint), ready=True)
    decision = decide_client(replace(file, day=day), last)
    assert decision.file.day is not None
    assert decision.file.day.state == "done"
    return decision


def test_closing_the_second_week_opens_one_request_and_tells_both() -> None:
    """The client after the closing text, the coach with why; the plan is the same to the last byte (R2)."""
    decision = closing()
    assert said(decision) == ["checkin", "evaluation.lag"]
    assert told(decision) == [("evaluation_asked", "lag")]
    assert [(r.kind, r.why) for r in decision.file.requests] == [("evaluation", "lag")]
    assert [need.kind for need in decision.file.needs] == ["evaluation_asked"]
    assert decision.file.versions == (people.plan(),)
    assert decision.file.next_step == after(PARTLY)[0].next_step


def test_a_request_that_is_open_is_not_opened_again() -> None:
    """Whoever asked for it."""
    for why in ("asked", "lag", "end"):
        open_ = Request(kind="evaluation", why=why, on=MONDAY - timedelta(days=9))
        assert told(closing(requests=(open_,))) == []
        assert closing(requests=(open_,)).file.requests == (open_,)


def test_a_good_second_week_asks_nothing() -> None:
    """A good week moves as little as a bad one."""
    decision = closing("full")
    assert said(decision) == ["checkin"]
    assert told(decision) == []
    assert decision.file.requests == ()


def test_after_a_high_complaint_the_lag_waits_for_the_next_check_in() -> None:
    """A complaint is heard, and stands alone (R18); the coach hears of the lag at once."""
    decision = closing("partly", "8")
    assert said(decision) == ["checkin"]
    assert told(decision) == [("evaluation_asked", "lag")]
    later = next_check_in(decision.file)
    assert said(later) == ["checkin", "evaluation.lag"]
    assert said(next_check_in(later.file)) == ["checkin"], "said once"


def next_check_in(file: Client) -> ClientDecision:
    """The next check-in, ended after its first answer."""
    assert file.day is not None
    day = file.next_asked(file.day.date)
    assert day is not None
    begun = decide_client(file, e.Answered(at=at(day), day=day, question="energy", number=Decimal(6), ready=True))
    return decide_client(begun.file, e.Moved(at=at(day), day=day, way="enough"))


def test_a_correction_of_the_closing_check_in_says_it_in_the_same_message() -> None:
    """Nothing piles up: the second time it is an edit."""
    decision = closing()
    friday = decision.file.day.date if decision.file.day else MONDAY
    opened = decide_client(decision.file, e.CheckinOpened(at=at(friday, 17)))
    again = decide_client(opened.file, e.Moved(at=at(friday, 17), day=friday, way="enough"))
    says = [effect for effect in again.effects if isinstance(effect, Say) and effect.prompt.name == "evaluation.lag"]
    assert [say.below for say in says] == [False]
    assert told(again) == []


def morning(file: Client, today: date, **changes: object) -> ClientDecision:
    """The step message of a week is due."""
    return decide_client(replace(file, **changes), e.Woke(at=at(today, 9), kind="step", day=today))  # type: ignore[arg-type]


def test_weeks_that_nobody_closed_are_looked_at_before_the_next_step() -> None:
    """The coach hears it; the client gets the step message alone, and reads of the lag after a check-in (R39)."""
    few: Week = ("", ("0", "0", None, None))
    file, today = after(few, few)
    decision = morning(file, today)
    assert said(decision) == ["week.step"]
    assert told(decision) == [("evaluation_asked", "hours")]
    assert decision.file.begun == 1
    same = morning(*after(GOOD, GOOD))
    assert [x for x in same.effects if isinstance(x, Say)] == [x for x in decision.effects if isinstance(x, Say)]
    assert said(next_check_in(decision.file)) == ["checkin", "evaluation.lag"]


def test_a_held_step_message_waits_and_so_does_the_look_at_the_weeks() -> None:
    """After a safety signal people come first (R22); a client who left isn't looked at."""
    file, today = after(PARTLY, PARTLY)
    waits = morning(file, today, safety_until=at(today, 20))
    assert told(waits) == []
    assert told(morning(file, today, journey="left")) == []
    assert told(morning(file, today, journey="paused")) == [("evaluation_asked", "lag")]


# --- more than agreed ---------------------------------------------------------------------------------------------

MORES: dict[str, tuple[Hours, str]] = {
    "as agreed": (("2", "2", "2", "2"), ""),
    "less": (("1", "0", "2", "1"), ""),
    "more on the day": (("2", "2", "2", "2.25"), "day"),
    "more before, as agreed on the day": (("2", "4", "2", "2"), ""),
    "more before and on the day": (("2", "4", "2", "3"), "day"),
    "nothing known of the day": (("9", "9", "9", None), ""),
    "the day off": (("9", "9", "9", "off"), ""),
}


@pytest.mark.parametrize("name", MORES)
def test_more_than_agreed_is_seen_on_the_day_or_over_the_week(name: str) -> None:
    """R16: noted hours above those of the day, or above the week's plan; missing is no "more"."""
    hours, expected = MORES[name]
    file, _ = after(("", hours))
    assert more(file, file.window[-1]) == expected


def test_hours_on_a_day_without_hours_count_in_the_week_and_are_spoken_of_once() -> None:
    """A Wednesday of two hours is no "more" by itself; a week of ten hours is, from the first day over eight on."""
    file, _ = after(("", ("2", "2", "2", "2")))
    wednesday = Day(date=MONDAY + timedelta(days=2), answers=(answer("hours", "4"),))
    saturday = Day(date=MONDAY + timedelta(days=5), answers=(answer("hours", "1"),))
    window = tuple(sorted((*file.window, wednesday, saturday), key=lambda day: day.date))
    file = replace(file, window=window)
    assert [more(file, day) for day in window] == ["", "", "", "week", "", ""]


def test_up_to_the_upper_line_of_a_double_schedule_is_not_more() -> None:
    """R9: the agreed line here is the cautious one."""
    plan = people.plan()
    upper = tuple(
        replace(step, per_day=tuple((weekday, hours + 1) for weekday, hours in step.per_day)) for step in plan.steps
    )
    agreed = replace(plan, other=upper, line="cautious")
    for worked, expected in (("3", ""), ("3.25", "day")):
        file, _ = after(("", (worked,) * 4), agreed=agreed)
        assert more(file, file.window[0]) == expected


def worked_more(*earlier: Hours, need: str = "") -> ClientDecision:
    """A check-in on the first day after these weeks that ends with an hour more than was planned."""
    file, monday = after(*(("full", hours) for hours in earlier))
    file = file.need(need, people.AT) if need else file
    planned = file.day.planned if file.day else Decimal(0)
    answered = e.Answered(at=at(monday), day=monday, question="hours", number=planned + 1, ready=True)
    begun = decide_client(file, answered)
    return decide_client(begun.file, e.Moved(at=at(monday), day=monday, way="enough"))


def notes(decision: ClientDecision) -> list[object]:
    """What the closing text is told to say beside the facts."""
    return [x.prompt.values.get("note") for x in decision.effects if isinstance(x, Say) and x.prompt.name == "checkin"]


def test_more_than_agreed_is_answered_with_this_weeks_step_is_enough() -> None:
    """Said in the closing text; once in two weeks the coach isn't told."""
    once = worked_more(FULL[1])
    assert notes(once) == ["more"]
    assert told(once) == []


def test_twice_within_two_weeks_the_coach_sees_it_once() -> None:
    """R16; while it stands on the coach's list it isn't told again."""
    assert told(worked_more(("2", "2", "2", "3"))) == [("more_than_agreed", "")]
    assert told(worked_more(("2", "2", "2", "3"), need="more_than_agreed")) == []
    assert told(worked_more(("3", "2", "2", "2"), FULL[2])) == [], "fifteen days apart"
    assert told(worked_more(("2", "3", "2", "2"), FULL[2])) == [("more_than_agreed", "")], "fourteen days, both counted"


def test_good_takes_the_question_away_and_nothing_else() -> None:
    """The closing text once more, in its own message; on a day that is open, one line."""
    decision = worked_more(FULL[1])
    good = decide_client(decision.file, e.EvaluationAsked(at=at(MONDAY + timedelta(days=7), 17), choice="good"))
    assert [(x.prompt.name, x.slot) for x in good.effects if isinstance(x, Say)] == [("checkin", "checkin:2026-12-07")]
    assert notes(good) == [None]
    assert good.file == decision.file
    assert said(decide_client(people.client(), e.EvaluationAsked(at=people.AT, choice="good"))) == ["evaluation.good"]
