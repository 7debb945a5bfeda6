"""What goes to a supervisor (R33): planned hours, tasks and dates, made by a type with no place for anything else."""

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
from state_machines.case import Complaints, Sign
from state_machines.consents import REGIMES, SUBJECTS
from state_machines.files import Answer, Client, Consent, Day, Need, Request

AT = people.AT
#: Nothing of a health file, nor of work that was done, may have a field to stand in.
FORBIDDEN = (
    *("worked", "realised", "done", "score", "energy", "complaint", "diary", "health", "physician", "answer", "mood"),
    *("sign", "giver", "drainer", "referral", "silent", "checkin", "consent", "needs"),
)
QUESTIONS = ("energy", "complaint", "hours", "confidence", "progress", "giver", "drainer", "helped", "hindered", "step")
SEED, SAMPLE, WHOLE = 36, 100, 1000


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
