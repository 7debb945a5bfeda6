"""Chapters of the copy: the days with their answers, and the diary."""

from collections.abc import Iterator

from dialogues import copy_words
from dialogues.copy_parts import Kept, Part
from dialogues.copy_words import QUESTIONS, moment, value
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.files import Day

#: Columns of their own; every other question of a day stands in the last one, by its name.
COLUMNS = ("energy", "complaint", "hours", "giver", "drainer")


def days(kept: Kept, said: Words) -> Iterator[Part]:
    """A row a day, under its week."""
    rows: list[tuple[str, ...]] = []
    week = (0, 0)
    for day in kept.days:
        if day.date.isocalendar()[:2] != week:
            week = day.date.isocalendar()[:2]
            rows.append((said._("Week {week}, {year}", week=iso_week(day.date), year=week[0]),))
        rows.append(
            (said.short_day(day.date), *(value(day.answer(name), said) for name in COLUMNS), _others(day, said))
        )
    if rows:
        heads = (said._("Day"), *(said._(QUESTIONS[name]) for name in COLUMNS), said._("And"))
        yield Part(heading=said._("Your days"), columns=heads, widths=(0, 0, 0, 0, 2, 2, 4), rows=tuple(rows))


def _others(day: Day, said: Words) -> str:
    others = [each for each in day.answers if each.question not in COLUMNS and not each.skipped]
    return "; ".join(f"{said._(QUESTIONS.get(each.question, each.question))}: {value(each, said)}" for each in others)


def diary(kept: Kept, said: Words) -> Iterator[Part]:
    """All notes: also complaints in words, and what was typed where a number was asked."""
    if kept.notes:
        yield Part(
            heading=said._("Your diary, and complaints in your own words"),
            columns=(said._("When"), said._("What you wrote"), said._("Open to your coach")),
            widths=(3, 9, 2),
            rows=tuple(
                (
                    moment(note.at, kept.client, said),
                    said._("{text} (corrected)", text=note.text) if note.edited else note.text,
                    copy_words.yes_no(note.open, said),
                )
                for note in kept.notes
            ),
        )
