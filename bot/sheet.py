"""The recipe of the evaluation sheet: from what the client read and released to what the worker process is to make.

Without a release of exactly this content there is no order: nothing is drawn that nobody read (R33).
"""

from datetime import datetime

from bot.order import PDF, Order
from dialogues import papers as said_with
from dialogues import sheet_pages, sheet_words
from dialogues.prompt import Message, Page
from dialogues.words import Words, words
from reports.sheet import EvaluationSheet, SheetWeek, SheetWords, sheet_pdf
from state_machines import consents, sheet
from state_machines.files import Client
from state_machines.sheet import OnSheet
from storage.views import Views


def for_client(_: Views, client: Client, now: datetime) -> Message | Order | None:  # noqa: ARG001 - as it was released
    """The released sheet, for the client to hand on; None when it was taken back, words when it changed meanwhile."""
    if client.sheet is None or not client.sheet.released or not consents.gives(client, consents.SUPERVISOR):
        return None
    page: Page[Client] = Page(file=client, values={}, words=words(client.language))
    on = sheet.released(client)
    if on is None:
        return sheet_pages.not_made(page)
    return Order(
        work=sheet_pdf,
        values=paper_of(on, page.words),
        name=page.words._(sheet_words.FILE_NAME),
        mime=PDF,
        message=sheet_pages.with_paper(page),
        instead=said_with.instead(page.words, None, *sheet_words.whole(on, page.words)),
    )


def paper_of(on: OnSheet, said: Words) -> EvaluationSheet:
    """The values of the paper: the words that the client read."""
    return EvaluationSheet(
        language=on.language,
        title=sheet_words.heading(said),
        **sheet_words.facts(on, said),
        weeks=tuple(SheetWeek(**sheet_words.week(on, each, said)) for each in on.weeks),
        points=tuple(sheet_words.point(each, said) for each in on.points),
        legend=sheet_words.legend(on, said),
        footer=sheet_words.footer(on, said),
        words=SheetWords(**sheet_words.labels(on, said)),
    )
