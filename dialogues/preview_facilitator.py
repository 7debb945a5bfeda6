"""What a process facilitator sees, for the preview, and what Sanne is told of one (R30)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from dialogues import facilitator as written
from dialogues.preview_people import CLIENT_ID, TODAY, sanne
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.case import FacilitatorContact
from state_machines.effects import Value
from state_machines.files import Client, Facilitated, Professional

#: Name, file, values, which case it is; what writes it, when it isn't in the registers.
Shown = tuple[str, Client | Professional, dict[str, Value], str, Callable[[], Message] | None]
ABOUT: dict[str, Value] = {"client": CLIENT_ID, "name": "Sanne"}
FAY = FacilitatorContact(file="facilitator-1", name="Fay", since=TODAY)


def fay(language: str, **changes: object) -> Professional:
    """Fay, who facilitates Sanne."""
    cards = (Facilitated(client=CLIENT_ID, name="Sanne", since=TODAY),)
    made = Professional(id=FAY.file, name=FAY.name, role="facilitator", language=language, chat=7, facilitates=cards)
    return replace(made, **changes)  # type: ignore[arg-type]


def facilitator(language: str) -> Iterator[Shown]:
    """Every message of the facilitator's chat, and those to the client."""
    desk = fay(language)
    for name in ("hello", "clients", "help", "unknown", "nothing", "stale", "plan_gone"):
        yield f"facilitator.{name}", desk, {}, "", None
    yield "facilitator.clients", replace(desk, facilitates=()), {}, "none", None
    yield "desk.language", desk, {}, "facilitator", None
    for name in ("assigned", "taken_off", "gone"):
        yield f"facilitator.{name}", desk, ABOUT, "", None
    page: Page[Professional] = Page(file=desk, values=ABOUT, words=words(language))
    plan = sanne(language).plan_on(TODAY)
    yield "facilitator.plan", desk, ABOUT, "", partial(written.with_plan, page)
    yield "facilitator.plan", desk, ABOUT, "no plan", partial(written.no_plan, page)
    if plan is not None:
        yield "facilitator.plan", desk, ABOUT, "not drawn", partial(written.instead, page, plan)
    told = sanne(language, facilitator=FAY)
    yield "facilitator.named", told, {}, "", None
    yield "facilitator.named", told, {"before": "Gijs"}, "in place of another", None
    yield "facilitator.over", sanne(language), {"before": "Fay"}, "", None
    for name in ("menu.privacy", "welcome.who"):
        yield name, told, {}, "with a process facilitator", None
