"""The law (R2), asked of one decision: did anything but a coach's registration touch the plan?

Shared by the walk over all states and by the histories. It looks at a file from outside: which versions it holds, and
which plan counts on each of many dates.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from state_machines.decide import REGISTERS
from state_machines.effects import Decision, Pass, PlanDecision
from state_machines.events import CoachEvent, DeskEvent, Event, PlanAnswered
from state_machines.files import Client, File
from state_machines.plan import Plan, canonical

Calendar = Mapping[date, Plan | None]
#: All that says which plan counts on a date.
COUNTS = ("versions", "agreed", "earlier")


def calendar(file: File, dates: Iterable[date]) -> Calendar:
    """Which plan counts on each of these dates; none at a desk."""
    return {day: file.plan_on(day) for day in dates} if isinstance(file, Client) else {}


def calendar_after(was: Calendar, before: File, after: File) -> Calendar:
    """The calendar after a decision, on the dates of the one before it. `plan_on` reads three fields and no other.

    A test holds it to that; where those three are as they were, nothing is looked up anew.
    """
    if all(getattr(before, name, None) is getattr(after, name, None) for name in COUNTS):
        return was
    return calendar(after, was)


def breach(before: Client, event: Event, decision: Decision, was: Calendar, now: Calendar) -> str:
    """What this decision breaks, in words; empty when it keeps the law. `was`, `now`: the calendars of both files."""
    after = decision.file
    if not isinstance(after, Client):
        return "the file isn't a client's any more"
    if isinstance(event, CoachEvent) and isinstance(decision, PlanDecision):
        return _registration(before, event, decision) or _draft(before, event, decision, was, now)
    if isinstance(decision, PlanDecision):
        return "an event that isn't a coach's returned a plan"
    if not _same(before.versions, after.versions):
        return "the versions of the plan changed"
    if not isinstance(event, CoachEvent) and _passes_back(decision):
        return "an event for a client's file was passed on"
    if now is not was and not _same(list(was.values()), list(now.values())):
        return _new_calendar(before, event, now)
    return ""


def _registration(before: Client, event: CoachEvent, decision: PlanDecision) -> str:
    """A coach's version comes behind those that were there, and follows the newest of them (R4)."""
    if type(event) not in REGISTERS:
        return "a coach's event that registers nothing returned a plan"
    newest = before.versions[-1].digest() if before.versions else ""
    kept = {plan.digest() for plan in decision.file.versions[:-1]}
    known = kept <= {plan.digest() for plan in before.versions}
    last = decision.file.versions[-1].digest() == decision.plan.digest()
    return "" if decision.plan.before == newest and known and last else "a version doesn't follow the newest (R4)"


def _draft(before: Client, event: Event, decision: PlanDecision, was: Calendar, now: Calendar) -> str:
    """Until the yes a version changes no date from now on; a signed paper (R1) and a stop (R37) count at once."""
    if decision.plan.paper is not None or decision.plan.stopped is not None:
        return ""
    today = before.date_now(event.at)
    changed = any(day >= today and not _same((was[day],), (now[day],)) for day in now)
    return "a draft changed which plan counts before the yes (R1)" if changed else ""


def _new_calendar(before: Client, event: Event, now: Calendar) -> str:
    """Only the client's yes selects another plan: the version that waited for it, which a coach registered."""
    draft = before.draft
    if draft is None or not (isinstance(event, PlanAnswered) and event.agreed and event.digest == draft.digest()):
        return "another plan counts on some date"
    registered = {plan.digest() for plan in before.versions}
    chosen = {plan.digest() for plan in now.values() if plan is not None}
    return "" if chosen <= registered and None not in now.values() else "the yes selected something nobody registered"


def _same(before: Sequence[Plan | None], after: Sequence[Plan | None]) -> bool:
    if before is after:
        return True
    return len(before) == len(after) and all(
        one is other or (one is not None and other is not None and one.digest() == other.digest())
        for one, other in zip(before, after, strict=True)
    )


def _passes_back(decision: Decision) -> bool:
    return any(isinstance(effect, Pass) and not isinstance(effect.event, DeskEvent) for effect in decision.effects)


def as_hashed(file: Client) -> bool:
    """Whether each version still has the content that its digest names, whatever anyone did to the objects."""
    return all(hashlib.sha256(canonical(plan).encode()).hexdigest() == plan.digest() for plan in file.versions)
