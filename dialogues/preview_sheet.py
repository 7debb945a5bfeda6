"""The evaluation sheet, for the preview: read, chosen from, released, and why it isn't made."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from dialogues import preview_people
from dialogues.preview_people import AT, TODAY, sanne
from dialogues.preview_sample import Sample
from dialogues.prompt import Page
from dialogues.words import words
from state_machines import sheet
from state_machines.files import Answer, Client, Day, Need, Sheet


def sheets(language: str) -> Iterator[Sample]:
    """Each page of the sheet, in the cases that differ."""
    bare, full = reading(language), reading(language, all_points=True)
    without = replace(full, sheet=replace(full.sheet or Sheet(), without=sheet.PARTS))
    need = Need(kind="disturbed", since=AT)
    yield Sample(name="sheet.read", file=bare, about="as it begins")
    yield Sample(name="sheet.read", file=full, about="with all points")
    yield Sample(name="sheet.read", file=sheet.shown(without, TODAY), about="hours and results left out")
    yield Sample(name="sheet.read", file=replace(bare, needs=(need,)), about="something at work with the coach")
    yield Sample(name="sheet.read", file=sanne(language, versions=(), agreed=""), about="nothing to put on it")
    for note in ("changed", "old"):
        yield Sample(name="sheet.read", file=bare, values={"note": note}, about=note)
    yield Sample(name="sheet.points", file=bare, about="none chosen")
    yield Sample(name="sheet.points", file=full, values={"note": "full"}, about="no more fits")
    yield Sample(name="sheet.points", file=sanne(language), about="nothing on the list")
    yield Sample(name="sheet.released", file=bare)
    yield Sample(name="sheet.left", file=sanne(language))
    yield from _with_the_paper(bare)


def _with_the_paper(file: Client) -> Iterator[Sample]:
    from dialogues import sheet_pages

    page: Page[Client] = Page(file=file, values={}, words=words(file.language))
    yield Sample(name="paper.sheet", file=file, drawn=lambda: sheet_pages.with_paper(page))
    yield Sample(name="paper.sheet", file=file, about="changed meanwhile", drawn=lambda: sheet_pages.not_made(page))


def reading(language: str, *, all_points: bool = False) -> Client:
    """Sanne with her list, on the page of the sheet, after a day with hours that closed a week."""
    file = preview_people.evaluating(language, written=True)
    hours = Answer(question="hours", at=AT, number=Decimal("1.5"))
    went = Answer(question="step", at=AT, words=("partly",))
    worked = Day(date=TODAY - timedelta(days=1), closes_week=1).keep(hours).keep(went)
    marks = tuple(point.mark for point in sheet.listed(file)) if all_points else ()
    return sheet.shown(replace(file, window=(worked,), sheet=Sheet(points=marks)), TODAY)
