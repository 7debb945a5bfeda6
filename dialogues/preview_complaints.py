"""A complaint in words, for the preview: each step, with words and without, typing or with buttons alone."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dialogues.preview_people import AT, TODAY, sanne
from state_machines import duty, voicing
from state_machines.case import Complaints, Told
from state_machines.effects import Value
from state_machines.files import Answer, Client, Day

Shown = tuple[str, Client, dict[str, Value], str]


def shown(language: str) -> Iterator[Shown]:
    """Every text of `/klacht`: its name, the file and values it is written from, which case it is."""
    here = sanne(language, day=Day(date=TODAY, working=True, planned=Decimal(4)))
    told = replace(here, complaints=Complaints(told=(Told(day=TODAY, note=1, words="..."),)))
    first = duty.reader(here, AT)
    for note in ("", "told", "earlier"):
        yield "complaint.show", here, {"note": note}, note
    yield "complaint.urgent", here, {"reads": first.at, "deputy": first.deputy}, ""
    yield "complaint.words", here, {}, ""
    yield "complaint.words", replace(here, buttons_only=True), {}, "buttons_only"
    yield "complaint.what", told, {}, ""
    for name in ("kept", "discussed"):
        yield f"complaint.{name}", told, {"words": True, "asks": True}, "with words"
        yield f"complaint.{name}", here, {"words": False, "asks": False}, "without words, scored already"
    yield "complaint.ready", told, {"words": True, "asks": True}, ""
    yield "complaint.ready", told, {"words": True, "asks": False}, "scored already"
    yield "complaint.score", here, {"note": "out_of_range"}, ""
    eight = Answer(question=voicing.QUESTION, at=AT, number=Decimal(8))
    assert here.day is not None
    yield "complaint.scored", replace(here, day=here.day.keep(eight)), {"given": True}, "8"
    yield "complaint.scored", here, {"given": False}, "skipped"
