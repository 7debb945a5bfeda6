"""Sample files of an occupational physician, in every state of a case, and what can come to their desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from state_machines import events as e
from state_machines.case import Case
from state_machines.files import Invite, Professional
from state_machines.physician_picks import PICKS

AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)  # a Monday, half past four in the Netherlands
STATES = ("new", "waiting", "read", "answered", "over")


def case(state: str = "waiting", **changes: object) -> Case:
    """A case that came an hour ago; one that was read stands in the chat."""
    shown = AT + timedelta(hours=23) if state in {"read", "answered", "over"} else None
    made = Case(client="c-1", number=1, came=AT - timedelta(hours=1), state=state, shown_until=shown)
    return replace(made, **changes)  # type: ignore[arg-type]


def physician(*cases: Case, **changes: object) -> Professional:
    """Dr. Smit."""
    smit = Professional(id="p-9", name="Dr. Smit", role="physician", chat=9, phone="030 123 45 67", cases=cases)
    return replace(smit, **changes)  # type: ignore[arg-type]


def desks() -> Iterator[tuple[str, Professional]]:
    """A physician with a case in every state; told in every way; away, not there yet, by mail alone."""
    yield "physician, nothing open", physician()
    for state in STATES:
        yield f"physician, {state}", physician(case(state))
        yield f"physician, {state}, unreachable", physician(case(state), unreachable=AT)
        yield f"physician, {state}, by mail", physician(case(state), chat=None, mail="smit@example.org")
    yield "physician, read and taken back", physician(case("read", shown_until=None))
    yield "physician, three at once", physician(case("new"), case("waiting", number=2), case("read", client="c-2"))
    yield "physician, weekly", physician(case("new"), notice="weekly")
    invite = Invite(digest="c" * 64, expires=AT + timedelta(hours=1))
    yield "physician, unopened", physician(case("new"), chat=None, invite=invite)


def events() -> Iterator[e.DeskEvent]:
    """Word of referrals, and every button about one: of this desk, of another number, of another client."""
    for client, number in (("c-1", 1), ("c-1", 9), ("c-unknown", 1)):
        yield e.ReferralCame(at=AT, client=client, number=number)
        yield e.ReferralReminded(at=AT, client=client, number=number)
        for why in ("withdrawn", "erased", "closed", "moved"):
            yield e.ReferralGone(at=AT, client=client, number=number, why=why)
        yield from picks(client, str(number))
    yield from picks("c-1", "one")
    yield e.DeskAsked(at=AT, what="cases")
    for value in ("each", "weekly", "odd"):
        yield e.DeskPicked(at=AT, what="notice", value=value)
    invite = Invite(digest="f" * 64, expires=AT + timedelta(hours=72))
    yield e.ProfessionalAdded(at=AT, professional="p-9", name="Dr. Smit", language="nl", invite=invite)


def picks(client: str, number: str) -> Iterator[e.DeskPicked]:
    """Every button about a case, with every value it can have, and one it can't."""
    for what in PICKS:
        for value in ("", "2", "8", "leeway", "tasks", "sure", "odd"):
            yield e.DeskPicked(at=AT, what=what, client=client, value=f"{number}:{value}" if value else number)


def clock() -> Iterator[e.ClockEvent]:
    """What the clock and delivery bring to this desk."""
    for kind in ("notice", "take_back", "summary", "resend", "restored", "clock_right"):
        yield e.Woke(at=AT, kind=kind, day=AT.date())
        yield e.Woke(at=AT + timedelta(hours=7), kind=kind, day=AT.date())
        yield e.Woke(at=AT + timedelta(days=9), kind=kind, day=AT.date())
    for mail in (False, True):
        yield e.Unreached(at=AT, mail=mail)
    yield e.Unreached(at=AT, reachable=True)
