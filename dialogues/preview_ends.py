"""Sanne's hours and the end of her plan, for the preview: kept, kept for now, or open; and her whole way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from dialogues import ending
from dialogues.preview_people import AT, FIRST_DAY, OWN, TODAY, WEEKDAYS, answered, day_at, plan, sanne, window
from dialogues.preview_sample import Sample
from dialogues.prompt import Page
from dialogues.words import words
from state_machines.case import Sign
from state_machines.effects import Value
from state_machines.files import Answer, Client, Day, Request
from state_machines.way import OwnWords, Way

AFTER = date(2026, 12, 28)


def ended(language: str, how: str, went: str = "full", **changes: object) -> Client:
    """The morning after the end date; `went`: how she said the last week went."""
    closing = replace(day_at("step", language, "done"), date=date(2026, 12, 24), closes_week=4)
    told = closing.keep(replace(answered("step", language), words=(went,)))
    told = told.keep(replace(answered("hours", language), number=told.planned))
    return sanne(
        language,
        ended=how,
        slow="weekly",
        slow_from=AFTER,
        day=Day(date=AFTER),
        window=(*window(language), told),
        signs=(Sign(sign=OWN[language].sign, answer=OWN[language].sign_answer),),
        next_checkin=date(2026, 12, 31),
        **changes,
    )


def keeping_on(language: str) -> Client:
    """The closing question of a week after the end date."""
    day = replace(day_at("step", language), date=AFTER + timedelta(days=3), closes_week=5)
    return replace(ended(language, "keeping"), day=replace(day, at="step"))


def way(language: str) -> Way:
    """From the first day on, with a moment and a note in her own words."""
    own = OWN[language]
    days = tuple(replace(day, answers=(*day.answers, answered("pleasant", language))) for day in window(language)[-8:])
    return Way(began=plan(language), days=days, notes=(OwnWords(day=FIRST_DAY, text=own.note),))


def weekday_without_work() -> date:
    """A date on which no hours were planned."""
    return next(d for n in range(7) if (d := FIRST_DAY + timedelta(days=n)).isoweekday() not in WEEKDAYS)


def hours(language: str) -> Iterator[Sample]:
    """Which day, how many, what was noted, which tasks (R15)."""
    here = sanne(language, day=Day(date=TODAY, working=True, planned=Decimal(4)))
    days = ("2026-12-10", "2026-12-08", "2026-12-01")
    for every, note in ((False, ""), (True, ""), (True, "out_of_reach")):
        values: dict[str, Value] = {"days": days, "every": every, "note": note}
        yield Sample(name="hours.which", file=here, values=values, about=note or ("every day" if every else ""))
    free = weekday_without_work()
    for day, note in ((TODAY, ""), (date(2026, 12, 8), ""), (free, ""), (TODAY, "out_of_range"), (TODAY, "words")):
        yield Sample(name="hours.ask", file=here, values={"day": day, "note": note}, about=note or str(day))
    for number, words_, note in ((4, (), ""), (None, ("off",), ""), (6, (), "day")):
        answer = Answer(question="hours", at=AT, number=None if number is None else Decimal(number), words=words_)
        noted = sanne(language, day=Day(date=TODAY, working=True, planned=Decimal(4), noted=True).keep(answer))
        yield Sample(name="hours.noted", file=noted, values={"day": TODAY, "note": note}, about=note or str(number))
    chosen = sanne(language, day=day_at("step", language))
    yield Sample(name="hours.tasks", file=chosen, values={"day": TODAY})
    yield Sample(name="hours.noted", file=chosen, values={"day": date(2026, 12, 7)}, about="an earlier day")


def end(language: str) -> Iterator[Sample]:
    """How a plan ends, and how to go on (tone 25)."""
    kept, said = ended(language, "kept"), words(language)
    page = Page(file=kept, values={}, words=said)
    drawn = partial(ending.kept, page, way(language))
    yield Sample(name="end.kept", file=kept, drawn=drawn)
    yield Sample(name="end.weekly", file=kept)
    yield Sample(name="end.monthly", file=replace(kept, slow="monthly", next_checkin=date(2027, 1, 8)))
    for name in ("done", "keep", "erase"):
        yield Sample(name=f"end.{name}", file=kept, values={"day": TODAY})
    yield Sample(name="end.keep", file=replace(kept, journey="left"), about="left")
    asked = (Request(kind="evaluation", why="end", on=AFTER),)
    for went in ("full", "partly"):
        yield Sample(name="end.open", file=ended(language, "open", went, requests=asked), about=went)
    yield Sample(name="end.open", file=ended(language, "open"), about="evaluated already")
    over = ended(language, "open", requests=asked)
    yield Sample(name="evaluation.show", file=over, about="after the end")
    for outcome in ("stands", "anew", "other"):
        yield Sample(name="evaluation.held", file=over, values={"outcome": outcome}, about=f"after the end, {outcome}")
    yield Sample(name="end.keeping", file=ended(language, "keeping"))
    yield Sample(name="checkin", file=keeping_on(language), about="a week after the end")
    yield Sample(name="menu.settings", file=kept, about="once a week")
    yield Sample(name="menu.settings", file=replace(kept, slow="monthly"), about="once a month")
    yield Sample(name="checkin.welcome_back", file=kept, about="once a week")
