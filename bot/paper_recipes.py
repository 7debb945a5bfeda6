"""Recipes of pictures and papers: from a file as it is now to what the worker process is asked to make.

A recipe gathers plain values, which is quick; an `Order` then goes to the workshop, and comes back as a message with a
paper, or as words when it can't be made.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot import facilitator_plan, papers, sheet, summary
from bot.order import ICS, PDF, PNG, Order
from dialogues import coach_check
from dialogues import papers as said_with
from dialogues.prompt import Message, Page
from dialogues.words import words
from reports import calendar, paper, picture
from state_machines.files import Client, Professional
from state_machines.plan import Plan
from state_machines.plan_weeks import Weeks, worked_by_day, worked_in_window, worked_weeks
from storage.views import Views

# --- the client's own ---------------------------------------------------------------------------------------------


def _page(client: Client) -> Page[Client]:
    return Page(file=client, values={}, words=words(client.language))


def _shown(client: Client, today: date) -> tuple[Plan | None, bool]:
    """The plan that counts, else the one that waits for a yes; and whether it is such a draft."""
    plan = client.plan_on(today)
    return (plan, False) if plan is not None else (client.draft, client.draft is not None)


def _picture(views: Views, client: Client, now: datetime) -> Message | Order:
    page, today = _page(client), client.today(now)
    plan, draft = _shown(client, today)
    if plan is None:
        return said_with.none(page, "picture")
    worked = () if draft else _worked(views, client, plan, today)
    values = papers.picture_of(plan, page.words, today=today, worked=worked, draft=draft)
    return Order(
        work=picture.bare_png,
        values=values,
        name=said_with.file_name("picture", plan, page.words),
        mime=PNG,
        message=said_with.picture(values.sentence, values.alt),
        instead=said_with.instead(page.words, plan, values.sentence, values.alt),
    )


def _paper(_: Views, client: Client, now: datetime) -> Message | Order:
    page = _page(client)
    plan, draft = _shown(client, client.today(now))
    if plan is None:
        return said_with.none(page, "pdf")
    return Order(
        work=paper.plan_pdf,
        values=papers.paper_of(plan, page.words, client=client.name, coach=client.coach_name, draft=draft),
        name=said_with.file_name("pdf", plan, page.words),
        mime=PDF,
        message=said_with.paper(page, plan),
        instead=said_with.instead(page.words, plan),
    )


def _calendar(_: Views, client: Client, now: datetime) -> Message | Order:
    page = _page(client)
    plan = client.plan_on(date.max)  # the newest that was agreed: also one that is yet to start
    if plan is None:
        return said_with.none(page, "calendar")
    former = tuple(version for version in client.versions if version.version < plan.version)
    return Order(
        work=calendar.ics,
        values=papers.calendar_of(
            plan,
            page.words,
            file=client.id,
            stamp=now.replace(microsecond=0),
            zone=client.zone,
            consults=client.consults,
            former=former,
            coach=client.coach_name,
        ),
        name=said_with.file_name("calendar", plan, page.words),
        mime=ICS,
        message=said_with.calendar(page, plan),
        instead=said_with.instead(page.words, plan),
    )


def _why(_: Views, client: Client, now: datetime) -> Message | Order:  # noqa: ARG001 - the same at any moment
    page = _page(client)
    return Order(
        work=paper.why_pdf,
        values=papers.why_of(page.words),
        name=said_with.file_name("why", None, page.words),
        mime=PDF,
        message=said_with.why(page),
        instead=said_with.instead(page.words, None),
    )


def _worked(views: Views, client: Client, plan: Plan, today: date) -> Weeks:
    """Hours worked in each week of the plan: what the file still holds, and from the log what is longer ago."""
    noted = worked_by_day(views.own_events(client.id), client.zone) | worked_in_window(client)
    known: dict[date, Decimal] = {day: hours for day, hours in noted.items() if hours is not None}
    return worked_weeks(plan, known, today)


# --- the coach's --------------------------------------------------------------------------------------------------


def _plan_picture(_: Views, coach: Professional, values: dict[str, Any], now: datetime) -> Message | Order | None:  # noqa: ARG001
    """The picture of the plan that a coach is entering, from the sketch in their own file."""
    plan = coach_check.drawn_from(coach.sketch) if coach.sketch else None
    if plan is None:
        return None
    page = Page(file=coach, values={}, words=words(coach.language))
    drawn = papers.picture_of(plan, page.words, draft=True)
    return Order(
        work=picture.bare_png,
        values=drawn,
        name=said_with.file_name("picture", plan, page.words),
        mime=PNG,
        message=said_with.sketched(page, drawn.sentence, drawn.alt),
        instead=said_with.instead(page.words, plan, drawn.sentence, drawn.alt),
    )


DESK_PAPERS = {
    "desk.plan_picture": _plan_picture,
    "case.summary": summary.for_physician,
    "facilitator.plan": facilitator_plan.planned,
}
CLIENT_PAPERS: dict[str, Callable[[Views, Client, datetime], Message | Order | None]] = {
    "paper.picture": _picture,
    "paper.pdf": _paper,
    "paper.calendar": _calendar,
    "paper.why": _why,
    "paper.referral": summary.for_client,
    "paper.sheet": sheet.for_client,
}
