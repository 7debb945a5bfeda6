"""The welcome and the check-in, for the preview: each stage, question and form of the prompt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dialogues import preview_people
from dialogues.preview_people import AT, TODAY, day_at, day_done, newcomer, sanne
from dialogues.preview_sample import Sample
from state_machines import questions
from state_machines.effects import Value
from state_machines.files import Answer, Day


def welcome(language: str) -> Iterator[Sample]:
    """Each stage, and what is said before and after it."""
    for name in ("wait", "not_you", "let_go", "expired"):
        yield Sample(name=f"welcome.{name}", file=newcomer(language, "claimed", ""))
    for stage in ("hello", "later", "who", "consent", "asked", "time", "days"):
        yield Sample(name=f"welcome.{stage}", file=newcomer(language, stage=stage))
    for step, notes in (("time", ("", "quiet", "unclear")), ("days", ("", "unclear"))):
        for note in notes:
            values: dict[str, Value] = {"note": note, "typing": True}
            yield Sample(
                name=f"welcome.{step}", file=newcomer(language, stage=step), values=values, about=note or "typing"
            )
    joined = newcomer(language, "coaching", "", day=Day(date=TODAY), next_checkin=date(2026, 12, 11))
    yield Sample(name="welcome.done", file=joined)
    yield Sample(name="welcome.refused", file=newcomer(language))
    yield Sample(name="welcome.back", file=sanne(language))


def asking(language: str) -> Iterator[Sample]:
    """The prompt in each of its forms, every question, and what is said when an answer wasn't understood."""
    asked = Day(date=TODAY, state="prompted", asked=True, at=questions.FIRST)
    for note in ("", "nudge", "no_snooze"):
        yield checkin(language, replace(asked, nudged=note == "nudge"), note, note or "prompted")
    yield Sample(name="checkin", file=sanne(language, day=asked), values={"week_read": True}, about="week_read")
    snoozed = replace(asked, state="snoozed", snoozed=True)
    for note in ("snoozed", "no_snooze"):
        yield checkin(language, snoozed, note, f"snoozed {note}")
    for question in questions.ORDER:
        yield checkin(language, day_at(question.name, language), "", question.name)
    yield checkin(language, day_at("giver", language).keep(preview_people.answered("giver", language)), "", "chosen")
    for at, note in (("energy", "out_of_range"), ("hours", "out_of_range"), ("energy", "words"), ("pleasant", "long")):
        yield checkin(language, day_at(at, language), note, f"{at} {note}")
    buttons = sanne(language, buttons_only=True, day=day_at("pleasant", language))
    yield Sample(name="checkin", file=buttons, about="buttons_only")


def checkin(language: str, day: Day, note: str, about: str) -> Sample:
    """The check-in with this day and note."""
    return Sample(name="checkin", file=sanne(language, day=day), values={"note": note}, about=about)


def ending(language: str) -> Iterator[Sample]:
    """How a day ends, and what is said around the check-in."""
    low = day_at("energy", language, "short").keep(numbered("energy", 2))
    yield checkin(language, low, "", "short")
    yield checkin(language, day_done(language), "", "done")
    yield checkin(language, day_done(language, corrected=True), "corrected", "corrected")
    for high in ("first", "again"):
        yield checkin(language, day_done(language, high=high).keep(numbered("complaint", 8)), "", f"high {high}")
    closed = day_done(language, high="first").keep(numbered("complaint", 8))
    yield checkin(language, closed, "closed", "high, and then what was noted")
    yield checkin(language, Day(date=TODAY, state="done", asked=True, acted=True), "", "nothing filled in")
    reopened = replace(day_done(language, corrected=True), state="asking", at=questions.FIRST)
    yield checkin(language, reopened, "", "reopened")
    for name in ("checkin.silence", "checkin.welcome_back", "stale.checkin", "stale.number"):
        yield Sample(name=name, file=sanne(language))
    yield Sample(name="checkin.over", file=sanne(language), values={"day": date(2026, 12, 7)})
    yield Sample(name="checkin.corrected", file=sanne(language), values={"day": date(2026, 12, 7)})


def numbered(question: str, number: int) -> Answer:
    """An answer in a number."""
    return Answer(question=question, at=AT, number=Decimal(number))
