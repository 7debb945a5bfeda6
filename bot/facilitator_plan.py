"""What a process facilitator sees of a client (R30, R33): the paper of what is planned, which has no place for more.

The look is written into the client's file before it is shown; the client reads it in who looked.
"""

from datetime import date, datetime
from typing import Any

from bot import papers
from bot.apart import PLANNED
from bot.order import PDF, Order
from dialogues import facilitator as said_with
from dialogues import papers as paper_names
from dialogues.prompt import Message, Page
from dialogues.words import words
from reports import paper
from state_machines.facilitating import TAKES_PART
from state_machines.files import Professional
from storage.views import Look, Views


def planned(views: Views, facilitator: Professional, values: dict[str, Any], now: datetime) -> Message | Order | None:
    """The agreed plan of a client of this facilitator's; None when they aren't (any more)."""
    assigned = facilitator.facilitated(str(values["client"]))
    if assigned is None:
        return None
    look = Look(who=facilitator.id, name=facilitator.name, why="planned schedule", at=now)
    client = views.referred(assigned.client, look, PLANNED)
    if client.facilitator is None or client.facilitator.file != facilitator.id:
        return None
    page: Page[Professional] = Page(file=facilitator, values={"name": assigned.name}, words=words(facilitator.language))
    plan = client.plan_on(client.today(now)) or client.plan_on(date.max)
    if plan is None or client.journey not in TAKES_PART:
        return said_with.no_plan(page)
    return Order(
        work=paper.plan_pdf,
        values=papers.paper_of(plan, page.words, client=client.name, coach=client.coach_name),
        name=paper_names.file_name("pdf", plan, page.words),
        mime=PDF,
        message=said_with.with_plan(page),
        instead=said_with.instead(page, plan),
    )
