"""The complaint rule beside the slow reference: random series, judged along the way, no difference (R19, R1)."""

import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import complaint_reference as slow
import figures
import people
import pytest

from state_machines import rule_numbers
from state_machines.case import Complaints
from state_machines.complaint_rule import Judged, judge, note
from state_machines.decide import decide_client, turn_day
from state_machines.events import Answered, Woke
from state_machines.files import Answer, Client, Day, but
from state_machines.rule import Rule

SEED = 19
SAMPLE, ALL, PARTS = 400, 10_000, 4
FIRST = date(2026, 9, 7)
SECTION = """## The complaint rule against an independent reference

Each line is one run of `make test-long`: random series of check-ins, from every day to once a week, with gaps, words,
corrections and other numbers of the rule, taken through the real turn of the day. On days drawn along the way each is
judged twice, by Trede and by a slow reference that shares no code with it. Compared: level, change, three in a row,
cleared, voiced, and the counts and means of the evidence.

| date | series | judged | level | change | in a row | cleared | differences |
|---|---|---|---|---|---|---|---|
"""


# --- random people ------------------------------------------------------------------------------------------------


@dataclass
class Life:
    """What a random person is like: how often they are asked and answer, how heavy it is, how that changes."""

    days: int
    asked: float
    answers: float
    words: float
    before: float
    after: float
    turn: int
    spread: float
    halves: bool
    weekly: str
    untold: bool
    since: int | None
    rule: Rule


def a_life(draw: random.Random) -> Life:
    """From quiet to heavy, steady or changing, around the numbers of the rule more often than not."""
    weekly = draw.choice(("", "", "", "days", "slow"))
    before = draw.choice((1, 2, 3, 5, 6.5, 7, 8))
    days = draw.randint(5, 100)
    return Life(
        days=days,
        asked=draw.choice((0.3, 0.7, 1)),
        answers=draw.choice((0.15, 0.5, 0.8, 1)) if not weekly else draw.choice((0.15, 0.3, 1)),
        words=draw.choice((0, 0, 0.05, 0.3)),
        before=before,
        after=before + draw.choice((0, 0, 2, 2.5, 3, 4, 5, -3)),
        turn=draw.randint(0, days // 2),
        spread=draw.choice((0, 0.5, 1.5, 3)),
        halves=draw.random() < 0.3,
        weekly=weekly,
        untold=draw.random() < 0.5,
        since=draw.randrange(days) if draw.random() < 0.3 else None,
        rule=some_numbers(draw) if draw.random() < 0.4 else Rule(),
    )


def some_numbers(draw: random.Random) -> Rule:
    """Other numbers, as far as a professional may set them."""
    while True:
        names = draw.sample(sorted(rule_numbers.NUMBERS), draw.randint(1, 5))
        given = {name: a_number(draw, rule_numbers.NUMBERS[name]) for name in names}
        made = rule_numbers.changed(Rule(), given)
        if isinstance(made, Rule):
            return made


def a_number(draw: random.Random, bounds: rule_numbers.Bounds) -> str:
    if bounds.whole:
        return str(draw.randint(int(bounds.least), int(bounds.most)))
    return f"{draw.uniform(float(bounds.least), float(bounds.most)):.2f}"


def a_score(draw: random.Random, life: Life, number: int) -> Decimal:
    middle = life.after if number >= life.turn else life.before
    drawn = draw.gauss(middle, life.spread) if life.spread else middle + draw.choice((0, 0, 0, 1))
    steps = 2 if life.halves else 1
    return Decimal(max(0, min(10 * steps, round(drawn * steps)))) / steps


# --- the same life, twice -----------------------------------------------------------------------------------------


def exact(rule: Rule) -> slow.Numbers:
    """The rule's numbers as the reference's own."""
    wanted = {name: getattr(rule, name) for name in vars(slow.Numbers())}
    return slow.Numbers(**{name: Fraction(v) if isinstance(v, Decimal) else v for name, v in wanted.items()})


def somebody(life: Life) -> Client:
    """Sanne with such a life; her plan, if she has one, runs the whole time."""
    since = None if life.since is None else FIRST + timedelta(days=life.since)
    sanne = people.client(
        rule=life.rule, complaints=Complaints(since=since), coaching_since=FIRST, versions=(), agreed=""
    )
    if life.weekly == "slow":
        return replace(sanne, slow="weekly", slow_from=FIRST)
    plan = people.plan(start=FIRST, registered=FIRST)
    steps = (*plan.steps[:-1], replace(plan.steps[-1], end=FIRST + timedelta(days=150)))
    plan = replace(plan, steps=steps, physician_told=None if life.untold else FIRST)
    days = (3,) if life.weekly else None
    return replace(sanne, versions=(plan,), agreed=plan.digest(), checkin_days=days)


def at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


@dataclass
class Counted:
    """How many series were lived, how often they were judged, and how often each verdict came."""

    series: int = 0
    judged: int = 0
    verdicts: "Counter[str]" = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.verdicts = Counter()


def live(life: Life, draw: random.Random, counted: Counted) -> None:
    """Day after day, on both sides; judged on some of the days, for today or yesterday."""
    file = somebody(life)
    diary = slow.Diary(exact(life.rule), weekly=bool(life.weekly), since=file.complaints.since)
    diary.untold = life.untold and life.weekly != "slow"
    for number in range(life.days):
        today = FIRST + timedelta(days=number)
        file = turn_day(file, Woke(at=at(today), kind="checkin", day=today))
        file = correct(file, diary, draw, life)
        file = check_in(file, diary, draw, life, number)
        if number == life.days - 1 or draw.random() < 0.1:
            last = today - timedelta(days=draw.randrange(2))
            side_by_side(judge(file, last), diary, last)
            counted.judged += 1
            counted.verdicts.update(verdicts(diary, last))
    counted.series += 1


def check_in(file: Client, diary: slow.Diary, draw: random.Random, life: Life, number: int) -> Client:
    """What is asked, said and answered today, or nothing."""
    assert file.day is not None
    today, day = file.day.date, file.day
    if draw.random() < life.asked:
        day = replace(day, asked=True)
        diary.asked.add(today)
    if draw.random() < 0.5:
        day = day.keep(Answer(question="energy", at=at(today), number=Decimal(draw.randint(0, 10))))
        diary.otherwise.add(today)
    if draw.random() < life.words:
        day = replace(day, voiced=True)
        diary.worded.add(today)
    if draw.random() < life.answers:
        score = a_score(draw, life, number)
        day = day.keep(Answer(question="complaint", at=at(today), number=score))
        diary.scores[today] = Fraction(score)
    elif draw.random() < 0.1:
        day = day.keep(Answer(question="complaint", at=at(today), skipped=True))
    return but(file, day=day)


def correct(file: Client, diary: slow.Diary, draw: random.Random, life: Life) -> Client:
    """Now and then an earlier day gets another score: given at last, or taken for another."""
    if not file.window or draw.random() > 0.03:
        return file
    day = draw.choice(file.window).date
    score = a_score(draw, life, draw.randrange(life.days))
    diary.scores[day] = Fraction(score)
    today = file.day.date if file.day else day
    return decide_client(
        file, Answered(at=at(today), day=day, question="complaint", number=score, message_id=1, edited=True)
    ).file


def side_by_side(quick: Judged, diary: slow.Diary, last: date) -> None:
    """The same verdict on the same counts."""
    found = quick.evidence
    assert set(quick.holds) == verdicts(diary, last) - {"cleared", "voiced"}
    assert (quick.cleared, quick.voiced) == (diary.cleared(last), diary.voiced(last))
    assert (found.asked, found.answered, found.bad) == (
        diary.asked_days(last),
        len(diary.answered(last)),
        diary.bad_days(last),
    )
    assert quick.needed == diary.needed(last)
    assert found.change_days == diary.worse_dates(last)
    assert [day.day for day in found.scores if day.score is not None] == diary.answered(last)
    for shown, exactly in ((found.beginning, diary.beginning(last)), (found.lately, diary.lately(last))):
        assert (shown is None) == (exactly is None)
        assert shown is None or exactly is None or abs(Fraction(shown) - exactly) <= Fraction(1, 20)


def verdicts(diary: slow.Diary, last: date) -> set[str]:
    every = {
        "level": diary.level(last),
        "change": diary.change(last),
        "in_a_row": diary.in_a_row(last),
        "cleared": diary.cleared(last),
        "voiced": diary.voiced(last),
    }
    return {name for name, does in every.items() if does}


def run(numbers: range) -> Counted:
    """The random series with these numbers: each has a seed of its own, so that one can be looked at again."""
    counted = Counted()
    for number in numbers:
        draw = random.Random(SEED * 1_000_000 + number)
        life = a_life(draw)
        try:
            live(life, draw, counted)
        except AssertionError as error:
            raise AssertionError(f"series {number}: {life}") from error
    return counted


@pytest.mark.parametrize("part", range(PARTS))
def test_random_series_are_judged_the_same(part: int) -> None:
    """400 series: on no day do the two differ, and every verdict occurs."""
    size = SAMPLE // PARTS
    counted = run(range(part * size, (part + 1) * size))
    assert counted.series == size
    assert counted.judged > 2 * size
    assert all(counted.verdicts[name] > size // 10 for name in ("level", "change", "in_a_row", "cleared", "voiced"))


@pytest.mark.long
def test_ten_thousand_random_series_are_judged_the_same() -> None:
    """All 10,000; the counts go into docs/reliability.md."""
    counted = run(range(ALL))
    assert counted.series == ALL
    kinds = (counted.verdicts[name] for name in ("level", "change", "in_a_row", "cleared"))
    figures.keep(SECTION, counted.series, counted.judged, *kinds, 0)


def test_the_reference_knows_the_issues_own_numbers() -> None:
    """Needed answers for 4, 6, 8, 10, 14 asked days: 4, 5, 7, 8, 8. A reference that is wrong itself shows nothing."""
    last = date(2026, 12, 31)
    found = []
    for asked in (4, 6, 8, 10, 14):
        dates = {last - timedelta(days=n) for n in range(asked)}
        found.append(slow.Diary(slow.Numbers(), asked=dates).needed(last))
    assert found == [4, 5, 7, 8, 8]


def test_noting_a_day_twice_changes_nothing() -> None:
    """The very same file comes back, so that nothing is written again for it."""
    day = Day(date=FIRST).keep(Answer(question="complaint", at=at(FIRST), number=Decimal(5)))
    once = note(people.client(), day)
    assert note(once, day) is once
