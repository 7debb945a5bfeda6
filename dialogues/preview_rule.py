"""Invented weeks for the preview of the complaint rule: each way in which it can stand, as a coach reads it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from dialogues.preview_people import AT, TODAY, joost, sanne
from dialogues.prompt import Message, Page
from dialogues.rule_words import explained
from dialogues.words import words
from state_machines.case import Complaints
from state_machines.complaint_rule import judge, note
from state_machines.files import Answer, Client, Day
from state_machines.rule import Rule, SetBy

YESTERDAY = TODAY - timedelta(days=1)
SET_BY = SetBy(name="A. Smit", role="bedrijfsarts", on=date(2026, 11, 2))

Drawn = tuple[str, Callable[[], Message]]


def drawn(language: str) -> Iterator[Drawn]:
    """Which case it is, and the message."""
    page = Page(file=joost(language), values={}, words=words(language))
    for about, client in _clients(language):
        yield about, partial(explained, page, client, judge(client, YESTERDAY), TODAY)


def _clients(language: str) -> Iterator[tuple[str, Client]]:
    told = replace(sanne(language).versions[0], physician_told=date(2026, 11, 26))
    knows = {"versions": (told,), "agreed": told.digest()}
    own = Rule(bad_from=Decimal(6), set_by=replace(SET_BY, own=True))
    high = _weeks(sanne(language, **knows, rule=Rule(set_by=SET_BY)), "33343434343434 8879-8866889")
    yield "nothing lasts", _weeks(sanne(language, **knows), "55465-56 5565")
    yield "level", high
    found = judge(high, YESTERDAY).evidence
    yield "offered", replace(high, complaints=replace(high.complaints, state="offered", evidence=found))
    yield "change", _weeks(sanne(language, **knows, rule=own), "22222222222222 55555555555555")
    yield "in a row", _weeks(sanne(language), "4-4888")
    yield "after an episode", _after(_weeks(sanne(language, **knows), "8888888888"))
    yield "nothing known", sanne(language, window=(), coaching_since=TODAY)


def _weeks(client: Client, scores: str) -> Client:
    """The client with these scores on the days up to yesterday; "-": asked and not answered, a space: not asked."""
    window: list[Day] = []
    for n, score in enumerate(reversed(scores)):
        day = Day(date=YESTERDAY - timedelta(days=n), asked=score != " ")
        given = Answer(question="complaint", at=AT, number=Decimal(score)) if score.isdigit() else None
        window.insert(0, day.keep(given) if given else day)
    client = replace(client, window=tuple(window))
    for day in window:
        client = note(client, day)
    return client


def _after(client: Client) -> Client:
    rests = Complaints(since=TODAY - timedelta(days=3), rests_until=TODAY + timedelta(days=11))
    return replace(client, complaints=rests)
