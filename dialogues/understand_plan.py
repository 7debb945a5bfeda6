"""Buttons under the plan: yes or no, how doable, leeway, a picture or paper."""

from decimal import Decimal

from dialogues import taps
from dialogues.incoming import Incoming
from state_machines import events as e
from state_machines import papers
from state_machines.files import Client


def tap_plan(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent:
    """The client's yes or no to the version that was shown."""
    return e.PlanAnswered(at=said.at, digest=_full_digest(file, tap.arg(0)), agreed=tap.verb == "py")


def tap_doable(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """How doable the version is, 0 to 10."""
    number = tap.whole(1)
    if number is None or number > 10:
        return None
    return e.DoableAnswered(at=said.at, digest=_full_digest(file, tap.arg(0)), number=Decimal(number))


def tap_leeway(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """What to do about leeway."""
    known = tap.arg(0) in {"show", "prepare", "together", "no"}
    return e.LeewayAsked(at=said.at, choice=tap.arg(0)) if known else None


def tap_paper(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A picture or paper of the own plan."""
    return e.PaperAsked(at=said.at, kind=tap.arg(0)) if tap.arg(0) in papers.KINDS else None


def _full_digest(file: Client, prefix: str) -> str:
    draft = file.draft
    return draft.digest() if draft and prefix and draft.digest().startswith(prefix) else prefix
