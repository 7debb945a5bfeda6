"""The questions of the check-in (R11-R13, R16): their kinds, their order, and when each is asked. A table, no words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from state_machines import keeping
from state_machines.files import COMPLAINT, FACTS, Client, Day, but
from state_machines.plan import Plan

When = Callable[[Day], bool]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: `kind` is scale | list | hours | choice | text | sign; `when` says whether a day has it."""

    name: str
    kind: str
    when: When


def _always(_: Day) -> bool:
    return True


def _working(day: Day) -> bool:
    return day.working


def _other_hours(day: Day) -> bool:
    hours = day.number("hours")
    return day.working and hours is not None and hours > 0 and hours != day.planned


def _week_closes(day: Day) -> bool:
    return day.closes_week > 0


def _helped(day: Day) -> bool:
    return _week_closes(day) and day.words("step") in {("full",), ("partly",)}


def _hindered(day: Day) -> bool:
    return _week_closes(day) and day.words("step") in {("partly",), ("not",)}


def _one_higher(day: Day) -> bool:
    progress = day.number("progress")
    return day.turn == "progress" and progress is not None and progress < 10


def _by_turns(name: str) -> When:
    return lambda day: day.turn == name


ORDER: tuple[Question, ...] = (
    Question(name="energy", kind="scale", when=_always),
    Question(name="giver", kind="list", when=_always),
    Question(name="drainer", kind="list", when=_always),
    Question(name="hours", kind="hours", when=_working),
    Question(name="tasks", kind="list", when=_other_hours),
    Question(name="step", kind="choice", when=_week_closes),
    Question(name="helped", kind="list", when=_helped),
    Question(name="hindered", kind="list", when=_hindered),
    Question(name="confidence", kind="scale", when=_by_turns("confidence")),
    Question(name="progress", kind="scale", when=_by_turns("progress")),
    Question(name="one_higher", kind="text", when=_one_higher),
    Question(name="pleasant", kind="text", when=_by_turns("pleasant")),
    Question(name="list_givers", kind="list", when=_by_turns("list_givers")),
    Question(name="list_drainers", kind="list", when=_by_turns("list_drainers")),
    Question(name="list_signs", kind="list", when=_by_turns("list_signs")),
    Question(name="contacts", kind="list", when=_by_turns("contacts")),
    Question(name="signs", kind="sign", when=_by_turns("signs")),
    Question(name="complaint", kind="scale", when=_always),
)
BY_NAME = {question.name: question for question in ORDER}
PLACE = {question.name: place for place, question in enumerate(ORDER)}
FIRST = ORDER[0].name

#: Which own list of the client a list question feeds (R11: "own list, or new").
FEEDS = {
    "giver": "givers",
    "drainer": "drainers",
    "list_givers": "givers",
    "list_drainers": "drainers",
    "list_signs": "signs",
    "contacts": "contacts",
}

#: The client's own people (R22): asked once, at the end of the first week, unless they were set before.
CONTACTS = "contacts"
#: The client's lists come one at a time on the days after the welcome; the day of coaching from which each is asked.
LISTS_FROM = (("list_givers", 1), ("list_drainers", 2), ("list_signs", 3), (CONTACTS, 4))

#: By turns (R11), by ISO weekday. Progress at most twice a week (R12); no turn on Monday, when a step begins.
TURNS = {2: "confidence", 3: "pleasant", 4: "progress", 6: "pleasant", 7: "pleasant"}

#: Once a week whether an early sign was noticed (R26): the ISO weekdays, best first. Those without a turn of their own,
#: then those of the pleasant moment, then those of a scale.
SIGNS = "signs"
SIGNS_ON = (1, 5, 6, 7, 3, 4, 2)


def asked(day: Day) -> tuple[str, ...]:
    """The questions that this day has, in order, given the answers so far."""
    return tuple(question.name for question in ORDER if question.when(day))


def following(day: Day, question: str) -> str:
    """The question after this one; empty when it was the last. What was noted beside the check-in isn't asked again."""
    for later in ORDER[PLACE[question] + 1 :]:
        if later.when(day) and not _is_known(day, later.name):
            return later.name
    return ""


def _is_known(day: Day, question: str) -> bool:
    """Noted hours and tasks, the score of a complaint in words; a day that is gone through again asks them."""
    if day.corrected:
        return False
    scored = question == COMPLAINT and day.voiced and day.number(COMPLAINT) is not None
    return scored or (day.noted and question in FACTS)


def preceding(day: Day, question: str) -> str:
    """The question before this one; the first has itself."""
    earlier = ORDER[: PLACE[question]]
    return next((q.name for q in reversed(earlier) if q.when(day)), question)


def turn_of(file: Client, today: date) -> str:
    """The one question by turns of a date: first the client's lists, one a day (tone 5), then the week's turns."""
    since = file.coaching_since
    if since is None or (today - since).days < 1:
        return ""
    for name, from_day in LISTS_FROM:
        known = name in file.lists_asked or (name == CONTACTS and file.contacts)
        if not known and (today - since).days >= from_day:
            return name
    if _signs_due(file, today):
        return SIGNS
    turn = TURNS.get(today.isoweekday(), "")
    plan = file.plan_on(today)
    running = plan is not None and plan.week_of(today) is not None
    return "" if turn in {"confidence", "progress"} and not running else turn


def _signs_due(file: Client, today: date) -> bool:
    """Whether the early signs are asked about today: when there are any, once an ISO week, skipped or not.

    On the check-in of what is left of the week that suits best; not on one that closes a week of the plan, unless the
    week has no other. A day without a check-in, or that stopped before the question, leaves it to a later one.
    """
    monday = today - timedelta(days=today.isoweekday() - 1)
    if not file.signs or any(_put(day) for day in file.days_since(monday) if day.date < today):
        return False
    week = [monday + timedelta(days=weekday - 1) for weekday in SIGNS_ON]
    best = next((day for day in week if day >= today and file.asked_on(day) and not _closes(file, day)), None)
    if best is not None:
        return best == today
    return not file.asked_on(today) or all(_closes(file, day) for day in week if file.asked_on(day))


def _put(day: Day) -> bool:
    """Whether the client saw the question of a day: they answered or skipped it, or left off there."""
    return day.at == SIGNS or day.answer(SIGNS) is not None


def _closes(file: Client, day: date) -> int:
    """The week of the plan that the check-in of a date closes; 0 when it closes none."""
    plan = file.plan_on(day)
    week = keeping.week_of(file, plan, day) if plan else None
    return week if plan and week is not None and closing_day(file, plan, week) == day else 0


def closing_day(file: Client, plan: Plan, week: int) -> date | None:
    """The date whose check-in closes a week of the plan (R16): the first asked day from the last working day on,
    else the last asked day of that week."""
    first = plan.week_start(week)
    dates = (first + timedelta(days=n) for n in range(7))
    candidates = [d for d in dates if file.asked_on(d) and keeping.week_of(file, plan, d) == week]
    worked = plan.working_days(week)
    late = [d for d in candidates if not worked or d >= worked[-1]]
    return late[0] if late else (candidates[-1] if candidates else None)


def new_day(file: Client, today: date) -> Day:
    """A fresh day: whether it is worked, what was planned, whether it closes a week, its question by turns."""
    plan = file.plan_on(today)
    week = keeping.week_of(file, plan, today) if plan else None
    if plan is None or week is None:
        return Day(date=today, turn=turn_of(file, today))
    planned = keeping.hours_on(file, today)
    closes, turn = _closes(file, today), turn_of(file, today)
    turn = "" if closes and turn != SIGNS else turn
    return Day(date=today, working=planned > 0, planned=planned, closes_week=closes, turn=turn)


def afresh(file: Client, day: Day) -> Day:
    """A day that wasn't begun, as it is under what holds now; what was noted on it stays."""
    kept = {"notes": day.notes, "acted": day.acted, "answers": day.answers, "noted": day.noted, "voiced": day.voiced}
    return but(new_day(file, day.date), **kept)
