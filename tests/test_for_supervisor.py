"""What goes to a supervisor (R33): planned hours, tasks and dates; worked hours and how steps went once released.

Both papers are made by a type with no place for anything else.
"""

import random
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast, get_args, get_type_hints

import people
import pytest
import referred

from bot import paper_recipes
from bot.order import Order
from reports.paper import PlanPaper
from reports.sheet import EvaluationSheet
from state_machines import sheet
from state_machines.case import Complaints, Sign
from state_machines.consents import REGIMES, SUBJECTS, SUPERVISOR
from state_machines.decide import decide_client
from state_machines.events import SheetChosen
from state_machines.files import Answer, Client, Consent, Day, Need, Request, Sheet, but

AT = people.AT
#: Nothing of a health file, nor of work that was done, may have a field to stand in.
FORBIDDEN = (
    *("worked", "realised", "done", "score", "energy", "complaint", "diary", "health", "physician", "answer", "mood"),
    *("sign", "giver", "drainer", "referral", "silent", "checkin", "consent", "needs"),
)
QUESTIONS = ("energy", "complaint", "hours", "confidence", "progress", "giver", "drainer", "helped", "hindered", "step")
SEED, SAMPLE, WHOLE = 36, 100, 1000
PAPERS = Consent(subject=SUPERVISOR, given=True, text="0" * 64, language="nl", at=AT)


def _types(kind: type) -> set[type]:
    """A dataclass and every one that its fields hold."""
    inner = {kind}
    for hint in get_type_hints(kind).values():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and is_dataclass(part):
                inner |= _types(part)
    return inner


def test_the_type_has_no_field_for_health_or_hours_worked() -> None:
    """Whatever the code around it does: there is no place to put it. `signature` is where a pen goes."""
    named = [each.name for kind in _types(PlanPaper) for each in fields(kind)]
    assert "hours" in named
    found = [
        name for name in named if any(word in name.replace("signatur", "").replace("signers", "") for word in FORBIDDEN)
    ]
    assert not found


def test_the_sheets_type_has_no_field_for_anything_of_health() -> None:
    """Worked hours, and how a step went, which the client releases; nothing else of what a file holds."""
    named = [each.name for kind in _types(EvaluationSheet) for each in fields(kind)]
    assert {"worked", "result", "points"} <= set(named)
    assert not [name for name in named if name != "worked" and any(word in name for word in FORBIDDEN)]


def random_file(dice: random.Random) -> tuple[Client, tuple[str, ...]]:
    """Sanne with her plan, and whatever else a file can hold; and the words that must not go along."""
    secrets = tuple(f"geheim{dice.randrange(10**9)}" for _ in range(9))
    word = iter(secrets)
    days = tuple(_day(dice, n, secrets) for n in range(dice.randint(0, 35), 0, -1))
    state = dice.choice(("offered", "reading", "released", "delivered", "seen", "answered", "closed"))
    given = (Consent(subject=s, given=dice.random() < 0.5, text=next(word), language="nl", at=AT) for s in SUBJECTS[:2])
    file = people.client(
        window=days,
        day=_day(dice, 0, secrets),
        givers=(next(word),),
        drainers=(next(word),),
        signs=(Sign(sign=next(word), answer=next(word)),),
        contacts=(next(word),),
        prepared=(next(word), "", "", ""),
        consents=tuple(given),
        diary_open=dice.random() < 0.5,
        doable=Decimal(dice.randint(0, 10)),
        complaints=Complaints(state=dice.choice(("quiet", "voiced", "sustained"))),
        referral=referred.one(state, AT, words=(secrets[0],)) if dice.random() < 0.5 else None,
        requests=(Request(kind="topic", why="asked", on=people.MONDAY, words=secrets[1]),),
        needs=(Need(kind=dice.choice(("safety", "call", "silent", "step_not")), since=AT),),
        safety_until=AT + timedelta(hours=3) if dice.random() < 0.3 else None,
        doctor_until=AT + timedelta(days=3) if dice.random() < 0.3 else None,
        silent=dice.randint(0, 9),
        regime=dice.choice(("", *REGIMES)),
        journey=dice.choice(("coaching", "paused", "left")),
    )
    return file, secrets


def _day(dice: random.Random, ago: int, secrets: tuple[str, ...]) -> Day:
    day = Day(date=people.MONDAY - timedelta(days=ago), asked=True, working=dice.random() < 0.7)
    for question in dice.sample(QUESTIONS, dice.randint(0, len(QUESTIONS))):
        day = day.keep(
            Answer(question=question, at=AT, number=Decimal(dice.randint(0, 10)), words=(dice.choice(secrets),))
        )
    return replace(day, closes_week=dice.randint(0, 3), voiced=dice.random() < 0.3)


def _paper(file: Client) -> PlanPaper:
    """As the client gets it in the chat, to hand to the supervisor."""
    order = paper_recipes.CLIENT_PAPERS["paper.pdf"](cast("Any", None), file, AT)
    assert isinstance(order, Order)
    assert isinstance(order.values, PlanPaper)
    return order.values


def _check(count: int) -> None:
    dice, bare = random.Random(SEED), _paper(people.client())
    for _ in range(count):
        file, secrets = random_file(dice)
        made = _paper(file)
        assert made == bare, "the paper hangs on something beside plan and names"
        assert not [word for word in secrets if word in repr(made)]


def test_the_paper_of_any_file_is_that_of_its_plan_and_names_alone() -> None:
    """Scores, words, reports, signals, silence, what was worked: whatever is in the file, it is the same paper."""
    _check(SAMPLE)


@pytest.mark.long
def test_the_same_for_a_thousand_files() -> None:
    """At length."""
    _check(WHOLE)


# --- the evaluation sheet -------------------------------------------------------------------------------------------


def _released(dice: random.Random, file: Client) -> tuple[Client, tuple[str, ...]]:
    """The file after a release of a sheet with some points and parts; and the words of the points on it."""
    without = tuple(part for part in sheet.PARTS if dice.random() < 0.3)
    points = tuple(point for point in sheet.listed(file) if dice.random() < 0.5)
    kept = Sheet(without=without, points=tuple(point.mark for point in points))
    read = sheet.shown(but(file, consents=(*file.consents, PAPERS), sheet=kept, journey="coaching"), people.MONDAY)
    assert read.sheet is not None
    release = SheetChosen(at=AT, choice="release", fingerprint=read.sheet.shown)
    return decide_client(read, release).file, tuple(point.words for point in points)


def _sheet_of(file: Client) -> EvaluationSheet | None:
    order = paper_recipes.CLIENT_PAPERS["paper.sheet"](cast("Any", None), file, AT)
    return cast("EvaluationSheet", order.values) if isinstance(order, Order) else None


def _bare(file: Client) -> Client:
    """The same client with hours, how steps went, their list and the sheet, and nothing else."""
    days = tuple(_only_facts(day) for day in (*file.window, *((file.day,) if file.day else ())))
    return people.client(
        window=days,
        versions=file.versions,
        agreed=file.agreed,
        requests=file.requests,
        prepared=file.prepared,
        sheet=file.sheet,
        consents=(PAPERS,),
    )


def _only_facts(day: Day) -> Day:
    told = tuple(answer for answer in day.answers if answer.question in {"hours", "step"})
    return Day(date=day.date, answers=tuple(but(answer, words=_went(answer)) for answer in told))


def _went(answer: Answer) -> tuple[str, ...]:
    return answer.words if answer.question == "step" else ()


def _check_sheets(count: int) -> None:
    dice, made = random.Random(SEED + 1), 0
    plan = people.plan(start=people.MONDAY - timedelta(days=28), registered=people.MONDAY - timedelta(days=30))
    for _ in range(count):
        file, secrets = random_file(dice)
        file = but(file, versions=(plan,), agreed=plan.digest())
        assert _sheet_of(file) is None, "nothing was released"
        done, points = _released(dice, file)
        found = _sheet_of(done)
        assert found is not None
        assert found == _sheet_of(_bare(done)), "the sheet hangs on something that has no place on it"
        assert [word for word in secrets if word in repr(found)] == [word for word in secrets if word in points]
        made += any(week.worked not in {"", "–"} for week in found.weeks)
    assert made > count // 4


def test_the_sheet_of_any_file_holds_what_was_released_and_nothing_else() -> None:
    """Hours and how steps went as far as they weren't left out, and points that were chosen: nothing before."""
    _check_sheets(SAMPLE)


@pytest.mark.long
def test_the_same_for_a_thousand_sheets() -> None:
    """At length."""
    _check_sheets(WHOLE)
