"""The files that `trede plan preview` writes: the plan as a picture, on paper and in a calendar."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from bot import papers
from dialogues.words import Words
from reports import calendar, paper, picture
from state_machines.plan import Plan

#: Whose calendar it is: nobody's yet, so the next preview takes the place of this one.
NOBODY = "preview"
KINDS: dict[str, Callable[[Plan, Words, datetime], bytes]] = {
    "png": lambda plan, said, _: picture.png(papers.picture_of(plan, said)),
    "svg": lambda plan, said, _: picture.svg(papers.picture_of(plan, said)),
    "pdf": lambda plan, said, _: paper.plan_pdf(papers.paper_of(plan, said, draft=True)),
    "ics": lambda plan, said, stamp: calendar.ics(papers.calendar_of(plan, said, file=NOBODY, stamp=stamp)),
}


def write(plan: Plan, wanted: Mapping[str, Path], said: Words, stamp: datetime) -> None:
    """Draw all of them first, then write them. Raises OSError for a place that can't be written."""
    drawn = {path: KINDS[kind](plan, said, stamp) for kind, path in wanted.items()}
    for path, content in drawn.items():
        path.write_bytes(content)
