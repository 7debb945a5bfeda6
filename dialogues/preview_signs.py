"""Sanne's early signs, for the preview: her list and answers, each of its pages, a week in which she noticed one."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues.preview_people import AT, OWN, TODAY, day_at, sanne
from dialogues.suggestions import SUGGESTED
from dialogues.words import words
from state_machines.case import Sign
from state_machines.effects import Value
from state_machines.files import Answer, Client, Day
from state_machines.questions import SIGNS
from state_machines.signs import LIST

Shown = tuple[str, Client, dict[str, Value], str]


def signs(language: str) -> tuple[Sign, ...]:
    """One with an answer of her own, one without."""
    own = OWN[language]
    return (Sign(sign=own.sign, answer=own.sign_answer), Sign(sign=words(language)._(SUGGESTED[LIST][0])))


def noticing(language: str, noticed: bool, **changes: object) -> Client:
    """Sanne's check-in just after the question: one was noticed, or none."""
    own = OWN[language]
    day = replace(day_at(SIGNS, language), at="complaint")
    told = day.keep(Answer(question=SIGNS, at=AT, words=(own.sign,) if noticed else ()))
    return sanne(language, **{"signs": signs(language), "day": told, **changes})


def shown(language: str) -> Iterator[Shown]:
    """Every page of the list, and the weekly question, as (name, file, values, which case)."""
    here, bare = sanne(language, signs=signs(language)), sanne(language)
    buttons = sanne(language, signs=signs(language), buttons_only=True)
    with_answer, without = (each.sign for each in signs(language))
    first: dict[str, Value] = {"sign": with_answer}
    second: dict[str, Value] = {"sign": without}
    yield "signs.list", here, {}, "two signs"
    yield "signs.list", bare, {}, "empty"
    for note in ("full", "added", "removed"):
        yield "signs.list", here, {**second, "note": note}, note
    yield "signs.add", here, {}, ""
    yield "signs.add", buttons, {}, "buttons_only"
    yield "signs.write", here, {**second, "note": "added"}, "added"
    yield "signs.write", here, first, "written before"
    yield "signs.one", here, first, "with an answer"
    yield "signs.one", here, second, "without one"
    yield "signs.one", buttons, second, "buttons_only"
    for note in ("known", "kept", "renamed"):
        yield "signs.one", here, {**first, "note": note, "cut": note == "kept"}, note
    yield "signs.rename", here, first, ""
    yield "signs.remove", here, first, "with an answer"
    yield "signs.remove", here, second, "without one"
    yield "checkin", sanne(language, signs=signs(language), day=day_at(SIGNS, language)), {}, "early signs"
    monthly = sanne(language, signs=signs(language), day=day_at(SIGNS, language), slow="monthly", slow_from=TODAY)
    yield "checkin", replace(monthly, versions=(), agreed=""), {}, "early signs, once a month"
    yield "checkin", noticing(language, True), {}, "an early sign was noticed"
    yield "checkin", noticing(language, False), {}, "no early sign was noticed"


def noticed_before(language: str) -> tuple[Day, ...]:
    """Two Mondays with the question answered: noticed on the last."""
    window = sanne(language).window
    mondays = [day.date for day in window if day.date.isoweekday() == 1 and day.known][-2:]
    answers = {day: (OWN[language].sign,) if day == mondays[-1] else () for day in mondays}
    return tuple(
        day.keep(Answer(question=SIGNS, at=AT, words=answers[day.date])) if day.date in answers else day
        for day in window
    )
