"""Which messages the preview shows: every text by name, with the file and values it's written from, in groups."""

from collections.abc import Callable, Iterator
from functools import partial

from dialogues import (
    lookback,
    overview,
    preview_checkin,
    preview_coach,
    preview_complaints,
    preview_desk,
    preview_ends,
    preview_facilitator,
    preview_handover,
    preview_menu,
    preview_papers,
    preview_people,
    preview_physician,
    preview_plan,
    preview_referrals,
    preview_regime,
    preview_rights,
    preview_signs,
)
from dialogues.preview_people import TODAY, joost, sanne
from dialogues.preview_sample import Sample as Sample
from dialogues.prompt import Message, Page
from dialogues.suggestions import N_
from dialogues.words import words
from state_machines.effects import Value
from state_machines.files import File, Professional

Made = Callable[[str], Iterator[Sample]]
#: What a module of a group yields: name, file, values, which case; and for what is drawn elsewhere, what draws it.
Row = tuple[str, File, dict[str, Value], str]
DrawnRow = tuple[str, File, dict[str, Value], str, Callable[[], Message | None] | None]


def samples(language: str) -> dict[str, tuple[Sample, ...]]:
    """Every message in groups, in the order in which people meet them; the headings are texts of the catalogue."""
    return {heading: tuple(made(language)) for heading, made in GROUPS}


def _plain(rows: Callable[[str], Iterator[Row]]) -> Made:
    def made(language: str) -> Iterator[Sample]:
        for name, file, values, about in rows(language):
            yield Sample(name=name, file=file, values=values, about=about)

    return made


def _drawn(rows: Callable[[str], Iterator[DrawnRow]]) -> Made:
    def made(language: str) -> Iterator[Sample]:
        for name, file, values, about, drawn in rows(language):
            yield Sample(name=name, file=file, values=values, about=about, drawn=drawn)

    return made


def _papers(language: str) -> Iterator[Sample]:
    for name, about, file, written in preview_papers.drawn(language):
        yield Sample(name=name, file=file, about=about, drawn=written)


def _own_tool(language: str) -> Iterator[Sample]:
    for name, file, values, drawn in preview_regime.shown(language):
        yield Sample(name=name, file=file, values=values, about=preview_regime.ABOUT, drawn=drawn)


def _referral(language: str) -> Iterator[Sample]:
    for name, file, about in preview_referrals.shown(language):
        yield Sample(name=name, file=file, about=about)


def _registering(language: str) -> Iterator[Sample]:
    yield from _plain(preview_desk.registering)(language)
    coach = preview_people.planning(language)
    yield Sample(name="desk.plan_picture", file=coach, drawn=lambda: preview_papers.sketched(coach))


def _signs(language: str) -> Iterator[Sample]:
    yield from _plain(preview_signs.shown)(language)
    noticed = sanne(language, signs=preview_signs.signs(language), window=preview_signs.noticed_before(language))
    page = Page(file=noticed, values={}, words=words(language))
    drawn = partial(lookback.look_back, page, TODAY)
    yield Sample(name="menu.look_back", file=noticed, drawn=drawn, about="a sign was noticed")
    desk: Page[Professional] = Page(file=joost(language), values={}, words=words(language))
    read = partial(overview.trajectory, desk, noticed, (), TODAY)
    yield Sample(name="desk.trajectory", file=joost(language), drawn=read, about="an early sign was noticed")


GROUPS: tuple[tuple[str, Made], ...] = (
    (N_("Client: the welcome"), preview_checkin.welcome),
    (N_("Client: the check-in"), preview_checkin.asking),
    (N_("Client: the end of a check-in"), preview_checkin.ending),
    (N_("Client: the plan and the step of the week"), preview_plan.plan),
    (N_("Client: evaluations, and what is going on at work"), preview_plan.evaluations),
    (N_("Client: the plan as a picture, on paper, in a calendar"), _papers),
    (N_("Client: hours worked"), preview_ends.hours),
    (N_("Client: early signs"), _signs),
    (N_("Client: a report to the occupational physician"), _referral),
    (N_("Client: the end of the plan"), preview_ends.end),
    (N_("Client: the menu"), preview_menu.menu),
    (N_("Client: the diary and looking back"), preview_menu.diary),
    (N_("Client: rights"), _drawn(preview_rights.client)),
    (N_("The client's own tool: who sees what"), _own_tool),
    (N_("Client: a complaint in words"), _plain(preview_complaints.shown)),
    (N_("Client: safety"), preview_menu.safety),
    (N_("Client: a person speaks"), _drawn(preview_handover.client)),
    (N_("Client and strangers: what doesn't fit"), preview_menu.around),
    (N_("Coach: the desk"), preview_coach.desk),
    (N_("Coach: registering a plan"), _registering),
    (N_("Coach: a plan that runs, and talks beside it"), _plain(preview_desk.changing)),
    (N_("Coach: word from a client"), preview_coach.told),
    (N_("Coach: standing in, writing, taking over, leaving"), _drawn(preview_handover.coach)),
    (N_("Coach: clients, summary and logbook"), preview_coach.drawn),
    (N_("Coach: erasing at a client's wish"), _drawn(preview_rights.coach)),
    (N_("Occupational physician: the desk"), _drawn(preview_physician.physician)),
    (N_("Process facilitator: the desk, and what the client is told"), _drawn(preview_facilitator.facilitator)),
)
