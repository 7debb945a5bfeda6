"""What an occupational physician sees, for the preview: every message, with a case in each state it is written for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from dialogues import physician_summary, preview_referrals, referral_text
from dialogues.preview_people import AT, CLIENT_ID
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.case import Case
from state_machines.effects import Value
from state_machines.files import Professional
from state_machines.physician_cases import ANSWERED, NEW, READ, SHOWN, WAITING

#: Name, file, values, which case it is; what writes it, when it isn't in the registers.
Shown = tuple[str, Professional, dict[str, Value], str, Callable[[], Message] | None]
ABOUT: dict[str, Value] = {"client": CLIENT_ID, "number": 1}
SMALL = ("hello", "help", "mail", "taken_back", "over", "again", "stale", "unknown", "nothing")


def smit(language: str, *states: str, **changes: object) -> Professional:
    """Dr. Smit with a case in each of these states, a few hours apart."""
    cases = tuple(_case(state, n) for n, state in enumerate(states, start=1))
    made = Professional(id="physician-1", name="Dr. Smit", role="physician", language=language, chat=9, cases=cases)
    return replace(made, **changes)  # type: ignore[arg-type]


def _case(state: str, number: int) -> Case:
    shown = AT + SHOWN if state in {READ, ANSWERED} else None
    came = AT - timedelta(days=2) + timedelta(hours=3 * number)
    return Case(client=CLIENT_ID, number=number, came=came, state=state, shown_until=shown)


def physician(language: str) -> Iterator[Shown]:
    """Every message of the physician's chat, and the letter by mail."""
    read = smit(language, READ)
    for name in SMALL:
        yield f"physician.{name}", read, {}, "", None
    yield "desk.language", smit(language), {}, "physician", None
    yield "desk.expired", smit(language), {}, "physician", None
    for name in ("notice", "reminder", "read_first"):
        yield f"physician.{name}", smit(language, WAITING), ABOUT, "", None
    yield "physician.cases", smit(language, WAITING, READ, NEW), {}, "", None
    yield "physician.cases", smit(language, WAITING, WAITING), {"note": "new"}, "new", None
    yield "physician.cases", smit(language), {}, "none", None
    for why in ("withdrawn", "erased", "moved", "closed"):
        yield "physician.gone", smit(language), {"why": why}, why, None
    yield from _under_a_summary(language)
    for notice in ("each", "weekly"):
        yield "physician.settings", smit(language, notice=notice), {"note": "saved"}, notice, None


def _under_a_summary(language: str) -> Iterator[Shown]:
    read, answered = smit(language, READ), smit(language, ANSWERED)
    for name in ("choices", "known", "advises", "stop"):
        yield f"physician.{name}", read, ABOUT, "", None
    yield "physician.choices", answered, ABOUT, "answered", None
    yield "physician.settled", answered, ABOUT, "", None
    for answer, about in physician_summary.PASSED_ON:
        until = date(2027, 1, 21) if answer == "known" else None
        values: dict[str, Value] = {"answer": answer, "about": about, "until": until}
        yield "physician.answered", answered, values, f"{answer} {about}".strip(), None
    page: Page[Professional] = Page(file=read, values=ABOUT, words=words(language))
    yield "case.summary", read, ABOUT, "not drawn", partial(physician_summary.undrawn, page, _released(language))


def _released(language: str) -> tuple[str, ...]:
    """The text that Sanne released."""
    client = preview_referrals.reported(language, "released")
    assert client.referral is not None
    return referral_text.paragraphs(client, client.referral, words(language), AT.date())
