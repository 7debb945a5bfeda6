"""The summary for the physician: from a client's file as it is now to what the worker process is asked to make.

Drawn for the physician's own chat just before sending, after the look is written into the client's file (R33); and for
the client, who can see the same paper (R20).
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.order import PDF, Order
from dialogues import physician_summary, referral_text, summary_words
from dialogues.phrases import message
from dialogues.prompt import Message, Page
from dialogues.words import Words, words
from reports import summary
from reports.summary import ScoreLine, ScorePicture, Spot, SummaryPaper
from state_machines.case import Evidence, Referral, Scored
from state_machines.files import Client, Professional
from state_machines.physician_cases import case_of
from state_machines.referral import WITH_PHYSICIAN
from storage.views import Look, Views

DAY = timedelta(days=1)
#: What has been with the physician and wasn't taken back.
SHOWN = (*WITH_PHYSICIAN, "answered", "closed")
MOST = Decimal(10)
Reading = Callable[[Scored], Decimal | None]


def for_physician(
    views: Views, physician: Professional, values: dict[str, Any], now: datetime
) -> Message | Order | None:
    """The summary of a case on this desk; None when it is over, or somebody else's, since it was asked for."""
    case = case_of(physician, str(values["client"]), int(values["number"]))
    if case is None:
        return None
    look = Look(who=physician.id, name=physician.name, why="referral", at=now)
    try:
        client = views.referred(case.client, look)
    except LookupError:  # erased since
        return None
    referral = client.referral
    if referral is None or (referral.number, referral.physician) != (case.number, physician.id):
        return None
    if referral.state not in SHOWN:
        return None
    page = Page(file=physician, values={"client": case.client, "number": case.number}, words=words(physician.language))
    under = physician_summary.choices(page)
    instead = physician_summary.undrawn(page, _paragraphs(client, referral))
    return _order(client, referral, Message(text=under.text, rows=under.rows, protect=True), instead)


def for_client(_: Views, client: Client, now: datetime) -> Message | Order:  # noqa: ARG001 - as it was released, or stands
    """The same paper for the client; in words when it can't be drawn."""
    referral, said = client.referral, words(client.language)
    if referral is None:
        return message(said._("There is no report to the occupational physician."))
    text = message(said._("This is the paper as the occupational physician gets it, with the scores as lines."))
    instead = message(said._("Drawing it doesn't work at this moment."), *_paragraphs(client, referral))
    return _order(client, referral, text, instead)


def _order(client: Client, referral: Referral, under: Message, instead: Message) -> Order:
    said = said_in(client, referral)
    return Order(
        work=summary.summary_pdf,
        values=paper_of(client, referral, said),
        name=summary_words.FILE_NAME,
        mime=PDF,
        message=under,
        instead=instead,
    )


def said_in(client: Client, referral: Referral) -> Words:
    """The language in which the client read it: what was read is what goes."""
    return words(referral.language or client.language)


# --- the paper ----------------------------------------------------------------------------------------------------


def paper_of(client: Client, referral: Referral, said: Words) -> SummaryPaper:
    """The values of the paper, in the client's language: the text they read, and their scores."""
    return SummaryPaper(
        language=said.language,
        title=summary_words.heading(said),
        facts=summary_words.facts(client, referral, said),
        paragraphs=_paragraphs(client, referral),
        picture=_picture(referral.evidence, said),
        footer=summary_words.footer(said),
        page=summary_words.page(said),
    )


def _paragraphs(client: Client, referral: Referral) -> tuple[str, ...]:
    day = referral_text.dated_on(client, referral)
    return referral_text.paragraphs(client, referral, said_in(client, referral), day)


def _picture(evidence: Evidence, said: Words) -> ScorePicture:
    across = _across(evidence)
    complaints = ScoreLine(
        label=summary_words.complaint_label(said),
        mark="dot",
        runs=_runs(evidence, lambda each: each.score, said),
        crosses=tuple(across(each.day) for each in evidence.scores if each.score is None and each.bad),
        limit=float(evidence.rule.bad_from / MOST),
        limit_label=said.number(evidence.rule.bad_from),
    )
    energy = ScoreLine(
        label=summary_words.energy_label(said), mark="square", runs=_runs(evidence, lambda each: each.energy, said)
    )
    return ScorePicture(
        heading=summary_words.scores_heading(said),
        lines=(complaints, energy),
        ticks=tuple(across(evidence.first + n * DAY) for n in range((evidence.last - evidence.first).days + 1)),
        first=said.dated(evidence.first),
        last=said.dated(evidence.last),
        lowest="0",
        highest="10",
        legend=summary_words.legend(evidence, said),
        alt=summary_words.alternative(evidence, said),
    )


def _across(evidence: Evidence) -> Callable[[date], float]:
    """Where a date stands between the first and the last one."""
    whole = max((evidence.last - evidence.first).days, 1)
    return lambda day: min(max((day - evidence.first).days / whole, 0.0), 1.0)


def _runs(evidence: Evidence, read: Reading, said: Words) -> tuple[tuple[Spot, ...], ...]:
    """The scores in runs of dates that follow each other: a date without one makes a gap, never a zero."""
    across, runs, before = _across(evidence), list[list[Spot]](), None
    for each in evidence.scores:
        score = read(each)
        if score is None:
            continue
        spot = Spot(across=across(each.day), up=float(score / MOST), label=said.number(score))
        if before is not None and each.day - before == DAY:
            runs[-1].append(spot)
        else:
            runs.append([spot])
        before = each.day
    return tuple(tuple(run) for run in runs)
