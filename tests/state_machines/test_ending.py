"""How a plan ends (R40, tone 25): from plan, date and kept days alone, and never by changing a plan (R2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import people
import pytest

from state_machines import agenda, days, ending, keeping, questions
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass, Say, Wake
from state_machines.files import Answer, Client, Day, Evaluated, Request
from state_machines.plan import Plan, Step, Task
from state_machines.plan_changes import stopped
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms
from state_machines.rhythm import MONTHLY, WEEKLY, falls_on

START = date(2026, 9, 7)  # a Monday; no public holiday until Christmas
WEEKDAYS = (1, 2, 4, 5)
FULL, FULL_HOURS = Decimal(32), 32


def plan(*hours: int, tasks: tuple[Task, ...] = (Task(name="calls", kind="own"),)) -> Plan:
    """A plan of steps of one week with these hours; 32 is the whole contract."""
    return make(
        Terms(
            template="custom",
            goal="own work",
            contract_hours=FULL,
            start=START,
            weekdays=WEEKDAYS,
            tasks=tasks,
            supervisor="Karin",
            parties=("client", "supervisor", "coach"),
            registered=START,
            periods=tuple(Period(hours=Decimal(number)) for number in hours),
        )
    )


def closing(plan_: Plan, week: int, step: str, hours: str = "") -> Day:
    """The Friday that closes a week: how the step went, and the hours of that day ("off": a day off)."""
    friday = plan_.week_start(week) + timedelta(days=4)
    day = Day(date=friday, state="done", asked=True, acted=True, working=True, planned=Decimal(8), closes_week=week)
    if step:
        day = day.keep(Answer(question="step", at=people.AT, words=(step,)))
    if hours == "off":
        return day.keep(Answer(question="hours", at=people.AT, words=("off",)))
    return day.keep(Answer(question="hours", at=people.AT, number=Decimal(hours))) if hours else day


def client(plan_: Plan, *closed: Day, **changes: object) -> Client:
    """Sanne with this plan and these closing days; check-ins on her working days."""
    file = people.client(
        versions=(plan_,), agreed=plan_.digest(), window=closed, coaching_since=START - timedelta(days=20)
    )
    return replace(file, **changes)  # type: ignore[arg-type]


def weeks(plan_: Plan, *went: str, last: int = 0) -> tuple[Day, ...]:
    """Closing days of the last weeks, as they went: "full", "full 8", "" and so on."""
    end = last or plan_.weeks
    first = end - len(went) + 1
    return tuple(closing(plan_, first + n, *(way.split() or [""])) for n, way in enumerate(went))


def morning(day: date) -> datetime:
    return days.moment(day, time(9), "Europe/Amsterdam")


def say_day(file: Client) -> date:
    """The date on which the end of the plan is to be said."""
    return next(entry.day for entry in agenda.entries(file) if entry.kind == ending.PLAN_END)


def wake(file: Client, day: date) -> tuple[Client, list[str], list[str]]:
    """The agenda's wake of a date: the file after it, what was said to Sanne, what the coach was told."""
    decision = decide(file, e.Woke(at=morning(day), kind="agenda", day=day))
    assert isinstance(decision.file, Client)
    said = [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]
    told = [effect.event.what for effect in decision.effects if isinstance(effect, Pass)]  # type: ignore[attr-defined]
    return decision.file, said, told


# --- the table of ends --------------------------------------------------------------------------------------------

KEPT_FOUR = ("full 8",) * 4
OWN, ADAPTED = (Task(name="calls", kind="own"),), (Task(name="post", kind="adapted"),)
MIXED = (Task(name="calls", kind="own"), Task(name="post", kind="other"))
ENDS = [
    # steps, tasks of the last one, how the last weeks went, the end
    ((16, 32, 32, 32, 32), OWN, KEPT_FOUR, "kept"),
    ((32, 32, 32, 32), OWN, KEPT_FOUR, "kept"),
    ((32, 32, 32, 32), OWN, ("full", "full", "full", "full"), "kept"),  # no hours noted is missing, not less
    ((32, 32, 32, 32), OWN, ("full 8", "full off", "full 8", "full 8"), "keeping"),  # a week of which all was off
    ((32, 32, 32, 32), OWN, ("full 8", "full 6", "full 8", "full 8"), "keeping"),  # hours that say less
    ((32, 32, 32, 32), OWN, ("full 9", "full 8", "full 8", "full 8"), "kept"),
    ((32, 32, 32, 32), OWN, ("full 8", "partly 8", "full 8", "full 8"), "keeping"),
    ((32, 32, 32, 32), OWN, ("full 8", "", "full 8", "full 8"), "keeping"),  # silence is not "carried out"
    ((32, 32, 32, 32), OWN, ("full 8", "full 8", "full 8", ""), "open"),
    ((32, 32, 32, 32), OWN, ("full 8", "full 8", "full 8", "partly 8"), "open"),
    ((32, 32, 32, 32), OWN, ("full 8", "full 8", "full 8", "not 0"), "open"),
    ((32, 32, 32, 32), ADAPTED, KEPT_FOUR, "open"),  # full hours, but not in own work
    ((32, 32, 32, 32), MIXED, KEPT_FOUR, "open"),
    ((8, 16, 24, 32), OWN, ("full 8",) * 4, "keeping"),  # one week at full hours
    ((16, 32, 32, 32), OWN, ("full 8",) * 4, "keeping"),
    ((8, 16, 24), OWN, ("full 8",) * 3, "open"),
    ((8, 16, 24), OWN, (), "open"),
    ((32,), OWN, ("full 8",), "keeping"),
    ((32, 32, 32, 32, 24), OWN, ("full 8",) * 4, "open"),  # the last step is what counts
]


@pytest.mark.parametrize(("hours", "tasks", "went", "end"), ENDS)
def test_the_end_follows_from_the_last_step_and_the_last_weeks(
    hours: tuple[int, ...], tasks: tuple[Task, ...], went: tuple[str, ...], end: str
) -> None:
    """Full contract hours in own work, kept for four weeks, for now, or not there (R40)."""
    agreed = plan(*hours, tasks=tasks)
    file = client(agreed, *weeks(agreed, *went))
    after, said, told = wake(file, say_day(file))
    assert (after.ended, said) == (end, [f"end.{end}"])
    assert told == [{"kept": "plan_kept", "keeping": "plan_keeping", "open": "plan_ended"}[end]]
    assert after.versions == file.versions
    assert after.agreed == file.agreed


def test_a_task_without_a_kind_is_own_work() -> None:
    """Only a task that somebody called adapted or other work stands in the way of the goal."""
    assert keeping.reaches_goal(replace(plan(32), tasks=()))
    assert not keeping.reaches_goal(replace(plan(24), tasks=()))


# --- when it is said ----------------------------------------------------------------------------------------------


def test_the_end_is_said_on_the_first_working_day_after_it() -> None:
    """Sunday 4 October is the end date; Monday is worked. A plan that ends on a Thursday is looked at on Friday."""
    agreed = plan(8, 16, 24, 32)
    assert agreed.end == date(2026, 10, 4)
    assert say_day(client(agreed)) == date(2026, 10, 5)
    short = replace(agreed, steps=(*agreed.steps[:3], replace(agreed.steps[3], end=date(2026, 10, 1))))
    assert say_day(client(short)) == date(2026, 10, 2)


def test_a_public_holiday_is_no_day_to_say_it() -> None:
    """The plan ends on Thursday 24 December; Friday is Christmas, so Monday it is."""
    agreed = replace(plan(32), steps=(replace(plan(32).steps[0], start=date(2026, 12, 21), end=date(2026, 12, 24)),))
    assert say_day(client(agreed)) == date(2026, 12, 28)


WAITS = {
    "a version that waits for a yes": {"versions": (plan(8, 16, 24), replace(plan(24, 32), version=2))},
    "held by the doctor": {"doctor_until": morning(date(2026, 10, 1))},
    "held after a signal": {"safety_until": morning(date(2026, 9, 29))},
    "two messages today": {"begun_on": date(2026, 9, 28), "begun": 2},
    "no chat": {"chat": None},
}


@pytest.mark.parametrize("why", WAITS)
def test_an_end_that_cannot_be_said_waits_and_is_not_lost(why: str) -> None:
    """Held messages, a new version that waits, two messages a day: it is due again the next morning."""
    file = replace(client(plan(8, 16, 24)), **WAITS[why])  # type: ignore[arg-type]
    day = date(2026, 9, 28)
    after, said, told = wake(file, day)
    assert (after.ended, said, told) == ("", [], [])
    assert after.next_agenda == date(2026, 9, 29)
    free = replace(after, versions=file.versions[:1], chat=1, doctor_until=None, safety_until=None)
    assert wake(free, date(2026, 9, 29))[0].ended == "open"


def test_a_plan_that_was_stopped_has_no_end() -> None:
    """It was stopped by people (R37): its end date says nothing any more."""
    halted = stopped(plan(8, 16, 24), on=date(2026, 9, 21), physician="Dr. Smit", look_again=date(2026, 11, 2))
    assert list(ending.moments(client(halted))) == []


def test_a_plan_that_another_one_goes_on_from_has_no_end() -> None:
    """Leeway, or a plan agreed anew: the end that counts is that of the newest agreed version."""
    old, new = plan(8, 16), replace(plan(8, 16, 24, 32), version=2)
    file = client(new, versions=(old, new), earlier=old.digest())
    assert say_day(file) == new.end + timedelta(days=1)


def test_whoever_left_or_is_in_the_welcome_hears_nothing() -> None:
    """After /stop the end of the plan is nobody's business but theirs."""
    for journey in ("left", "welcome", "invited", "claimed"):
        file = client(plan(8, 16, 24), journey=journey, stage="hello" if journey == "welcome" else "")
        after, said, told = wake(file, date(2026, 9, 28))
        assert (after.ended, said, told) == ("", [], [])


def test_a_pause_does_not_hold_the_end_back() -> None:
    """Like the step messages (R2): a pause is from check-ins."""
    file = client(plan(8, 16, 24), journey="paused", paused_until=date(2026, 10, 8))
    after, said, _ = wake(file, date(2026, 9, 28))
    assert (after.ended, said) == ("open", ["end.open"])


def test_it_is_said_once() -> None:
    """The next mornings bring nothing more."""
    file, said, _ = wake(client(plan(8, 16, 24)), date(2026, 9, 28))
    assert said == ["end.open"]
    assert file.next_agenda is None
    assert wake(file, date(2026, 9, 29))[1:] == ([], [])


# --- open ---------------------------------------------------------------------------------------------------------


def test_without_the_goal_an_evaluation_is_asked_for_at_once() -> None:
    """One request, one need for the coach; a request that stands already stays as it is (R38)."""
    file, _, told = wake(client(plan(8, 16, 24)), date(2026, 9, 28))
    assert [(each.kind, each.why, each.on) for each in file.requests] == [("evaluation", "end", date(2026, 9, 28))]
    assert [need.kind for need in file.needs] == ["plan_ended"]
    assert told == ["plan_ended"]
    before = Request(kind="evaluation", why="lag", on=date(2026, 9, 18))
    assert wake(client(plan(8, 16, 24), requests=(before,)), date(2026, 9, 28))[0].requests == (before,)


def test_an_evaluation_that_was_just_held_is_not_asked_for_again() -> None:
    """People looked at it in the last week: the end is said, and nothing is asked; one of before doesn't count."""
    held = (Evaluated(planned=None, on=date(2026, 9, 25), outcome="anew"),)
    file, said, told = wake(client(plan(8, 16, 24), evaluated=held), date(2026, 9, 28))
    assert (said, told, file.requests, file.needs) == (["end.open"], ["plan_over"], (), ())
    early = (Evaluated(planned=None, on=date(2026, 9, 18), outcome="stands"),)
    assert wake(client(plan(8, 16, 24), evaluated=early), date(2026, 9, 28))[2] == ["plan_ended"]


def test_a_check_in_a_week_until_a_new_plan_runs_and_then_the_old_days() -> None:
    """The last of the usual days of a week; the client's own setting stays in the file all along (R40)."""
    file, _, _ = wake(client(plan(8, 16, 24), checkin_days=(1, 2, 3, 4, 5)), date(2026, 9, 28))
    assert file.checkin_days == (1, 2, 3, 4, 5)
    assert file.next_checkin == date(2026, 10, 2)
    october = [day for n in range(3, 31) if file.asked_on(day := date(2026, 10, n))]
    assert october == [date(2026, 10, 9), date(2026, 10, 16), date(2026, 10, 23), date(2026, 10, 30)]
    later = replace(plan(24, 32), version=2, before=file.agreed)
    later = replace(later, steps=tuple(_moved(step, 42) for step in later.steps))
    draft = replace(file, versions=(*file.versions, later))
    at = morning(date(2026, 10, 7))
    agreed = decide(draft, e.PlanAnswered(at=at, digest=later.digest(), agreed=True)).file
    assert isinstance(agreed, Client)
    assert (agreed.ended, agreed.requests, agreed.needs) == ("", (), ())
    assert not agreed.asked_on(date(2026, 10, 14))
    assert agreed.asked_on(date(2026, 10, 16))
    assert all(agreed.asked_on(date(2026, 10, n)) for n in range(19, 24))


def _moved(step: Step, days_: int) -> Step:
    return replace(step, start=step.start + timedelta(days=days_), end=step.end + timedelta(days=days_))


def test_days_that_the_client_chooses_then_are_the_days() -> None:
    """Who picks days in the settings gets those days, whatever the rhythm was."""
    file, _, _ = wake(client(plan(8, 16, 24)), date(2026, 9, 28))
    at = morning(date(2026, 9, 29))
    chosen = decide(file, e.DaysChosen(at=at, weekdays=(1, 3))).file
    assert isinstance(chosen, Client)
    assert [n for n in range(5, 12) if chosen.asked_on(date(2026, 10, n))] == [5, 7]


# --- keeping ------------------------------------------------------------------------------------------------------


def keep_on(*after_the_end: str) -> tuple[Client, list[str]]:
    """One full week in the plan, then weeks after its end as told: the file, and what was said in all."""
    agreed = plan(8, 16, 24, 32)
    file, said, _ = wake(client(agreed, *weeks(agreed, "full 8")), agreed.end + timedelta(days=1))
    for n, way in enumerate(after_the_end, start=5):
        file = replace(file, window=(*file.window, closing(agreed, n, *(way.split() or [""]))), day=None)
        file, more, _ = wake(file, agreed.week_start(n + 1))
        said += more
    return file, said


WEEKS_AFTER = [
    (("full", "full"), "keeping", []),
    (("full", "full", "full"), "kept", ["end.kept"]),
    (("full 8", "partly 8", "full 8"), "keeping", []),
    (("full 8", "partly 8", "full 8", "full 8", "full 8"), "keeping", []),
    (("full 8", "partly 8", "full 8", "full 8", "full 8", "full 8"), "kept", ["end.kept"]),
    (("full", "", "full", "full", "full", "full"), "kept", ["end.kept"]),
    (("full", "full 4", "full"), "keeping", []),
]


@pytest.mark.parametrize(("after_the_end", "end", "said"), WEEKS_AFTER)
def test_weeks_after_the_end_count_on_until_four_in_a_row_were_kept(
    after_the_end: tuple[str, ...], end: str, said: list[str]
) -> None:
    """The morning after the fourth week says it; no other morning says anything."""
    file, found = keep_on(*after_the_end)
    assert (file.ended, found) == (end, ["end.keeping", *said])


def test_a_week_after_the_end_is_asked_about_once_a_week_against_the_last_step() -> None:
    """The weekly check-in closes the week; its hours and tasks are those of the last step (R16)."""
    file, _ = keep_on()
    agreed = file.plan_on(date.max)
    assert agreed is not None
    friday = date(2026, 10, 9)
    asked = [day for n in range(5, 12) if file.asked_on(day := date(2026, 10, n))]
    assert asked == [friday]
    day = questions.new_day(file, friday)
    assert (day.working, day.planned, day.closes_week) == (True, Decimal(8), 5)
    assert {"hours", "step"} <= set(questions.asked(day))
    assert keeping.week_hours(file, agreed, 5) == FULL_HOURS
    saturday = questions.new_day(file, date(2026, 10, 10))
    assert (saturday.working, saturday.closes_week) == (False, 0)


def test_an_end_that_stays_open_asks_nothing_about_weeks() -> None:
    """There is no step any more to ask about, until a new plan."""
    file, _, _ = wake(client(plan(8, 16, 24)), date(2026, 9, 28))
    day = questions.new_day(file, date(2026, 10, 2))
    assert (day.working, day.planned, day.closes_week) == (False, 0, 0)


def test_the_goal_is_not_kept_by_silence() -> None:
    """Half a year of weeks without an answer: the end is never called kept, and nothing is said."""
    file, said = keep_on(*("",) * 26)
    assert (file.ended, said) == ("keeping", ["end.keeping"])


# --- kept ---------------------------------------------------------------------------------------------------------


def kept_file() -> Client:
    """Sanne on the morning on which the end is marked."""
    agreed = plan(32, 32, 32, 32)
    return wake(client(agreed, *weeks(agreed, *KEPT_FOUR)), agreed.end + timedelta(days=1))[0]


@pytest.mark.parametrize(("choice", "next_one"), [("weekly", date(2026, 10, 9)), ("monthly", date(2026, 11, 6))])
def test_the_client_chooses_how_often_from_then_on(choice: str, next_one: date) -> None:
    """Once a week, or on the first of those days in a month; the choice can be made anew."""
    at = morning(date(2026, 10, 5)) + timedelta(hours=1)
    file = decide(kept_file(), e.EndChosen(at=at, choice=choice)).file
    assert isinstance(file, Client)
    assert file.next_asked(date(2026, 10, 5)) == next_one
    back = decide(file, e.EndChosen(at=at, choice="weekly")).file
    assert isinstance(back, Client)
    assert back.next_checkin == date(2026, 10, 9)


def test_done_closes_the_trajectory_and_takes_back_every_wake() -> None:
    """As /stop does; the coach hears that the client is done."""
    file = kept_file()
    decision = decide(file, e.EndChosen(at=morning(date(2026, 10, 6)), choice="done"))
    assert isinstance(decision.file, Client)
    assert decision.file.journey == "left"
    assert [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)] == ["end.done"]
    taken_back = {effect.kind for effect in decision.effects if isinstance(effect, Wake) and effect.at is None}
    assert "checkin" in taken_back
    assert decision.file.next_checkin is None
    told = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    assert [event.what for event in told] == ["finished"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("choice", ["weekly", "monthly", "done", "keep", "erase", "odd"])
def test_without_a_kept_plan_these_buttons_do_nothing(choice: str) -> None:
    """A button from another life is met kindly, and changes nothing."""
    for file in (people.client(), client(plan(8, 16, 24), ended="open"), people.client(journey="left")):
        decision = decide(file, e.EndChosen(at=people.AT, choice=choice))
        assert isinstance(decision.file, Client)
        assert (decision.file.journey, decision.file.slow) == (file.journey, file.slow)
        names = [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]
        assert names in (["stale.menu"], ["stop.left"])


def test_what_is_kept_can_be_asked_about_after_leaving_too() -> None:
    """Keeping and erasing are still answered when the client is done; nothing is erased by a tap (R34)."""
    left = replace(kept_file(), journey="left", day=None)
    for choice in ("keep", "erase"):
        decision = decide(left, e.EndChosen(at=people.AT, choice=choice))
        assert [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)] == [f"end.{choice}"]
        assert not decision.forget


# --- the rhythm ---------------------------------------------------------------------------------------------------


def test_a_rhythm_takes_one_of_the_usual_days() -> None:
    """The last of a week; the first such day of a month; weeks are counted as the plan's are."""

    def worked(day: date) -> bool:
        return days.works_on(day, WEEKDAYS)

    monday = date(2026, 12, 7)
    december = [date(2026, 12, n) for n in range(1, 32)]
    weekly = [day.day for day in december if falls_on(day, WEEKLY, worked, monday)]
    assert weekly == [4, 11, 18, 24, 31]  # 25 December is a holiday, 1 January is the week's last day no more
    assert [day.day for day in december if falls_on(day, MONTHLY, worked, monday)] == [4]
    thursdays = [day.day for day in december if falls_on(day, WEEKLY, worked, date(2026, 12, 4))]
    assert thursdays == [3, 10, 17, 24, 31]


def test_every_month_has_its_one_check_in() -> None:
    """Whatever the usual days are, holidays aside: exactly one a month, for three years."""
    for weekdays in ((1,), (5,), (1, 4), (6, 7), (1, 2, 3, 4, 5, 6, 7)):
        found = [
            (day.year, day.month)
            for n in range(3 * 365)
            if falls_on(
                day := date(2026, 1, 1) + timedelta(days=n),
                MONTHLY,
                lambda each, those=weekdays: each.isoweekday() in those,  # type: ignore[misc]
                date(2024, 1, 1),
            )
        ]
        assert found == [(2026 + n // 12, n % 12 + 1) for n in range(len(found))]
        assert len(found) >= 35


def test_the_end_never_comes_in_quiet_hours() -> None:
    """After downtime the wake may come at night: nothing is said, and the next morning is set."""
    file = client(plan(8, 16, 24))
    night = datetime(2026, 9, 28, 21, 30, tzinfo=UTC)
    decision = decide(file, e.Woke(at=night, kind="agenda", day=date(2026, 9, 28)))
    assert not [effect for effect in decision.effects if isinstance(effect, Say)]
    assert isinstance(decision.file, Client)
    assert decision.file.next_agenda == date(2026, 9, 29)
