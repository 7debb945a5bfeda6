"""Sanne at the end of her plan, for the preview: kept, kept for now, or open; and her whole way."""

from dataclasses import replace
from datetime import date, timedelta

from dialogues.preview_people import FIRST_DAY, OWN, WEEKDAYS, answered, day_at, plan, sanne, window
from state_machines.case import Sign
from state_machines.files import Client, Day
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
