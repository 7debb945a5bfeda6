"""What needs the coach, and which reason comes first: one a client in the morning summary."""

from datetime import date

from state_machines import agenda, consents
from state_machines.files import Client

#: The kinds, most urgent first. `plan_waits`, `no_plan` and `evaluation_overdue` are read from the file, the others are
#: kept until they are met.
KINDS = (
    "safety",
    "complaint_urgent",
    "stop_advised",
    "call",
    "talk_wanted",
    "question",
    "unreachable",
    "complaint",
    "doctor",
    "answer",
    "referral_undelivered",
    "referral_unanswered",
    "plan_no",
    "doable_low",
    "disturbed",
    "look_again",
    "evaluation_overdue",
    "evaluation_asked",
    "leeway_asked",
    "silent",
    "step_not",
    "more_than_agreed",
    "plan_ended",
    "plan_waits",
    "no_plan",
    "no_giver",
)
NO_PLAN_AFTER_DAYS = 14
#: What is read from answers: for a coach whom the client opened them to (R33).
FROM_ANSWERS = frozenset({"no_giver"})


def needs(file: Client, today: date) -> tuple[str, ...]:
    """The kinds of what needs the coach now, most urgent first."""
    kept = {need.kind for need in file.needs}
    derived = {
        "plan_waits": file.draft is not None and "plan_no" not in kept,
        "no_plan": _lacks_plan(file, today),
        "evaluation_overdue": agenda.overdue(file, today) is not None,
    }
    found = kept | {kind for kind, holds in derived.items() if holds}
    if not consents.gives(file, consents.COACH):
        found -= FROM_ANSWERS
    return tuple(kind for kind in KINDS if kind in found)


def first_need(file: Client, today: date) -> str:
    """The most urgent kind; empty when nothing needs the coach."""
    return next(iter(needs(file, today)), "")


def _lacks_plan(file: Client, today: date) -> bool:
    since = file.coaching_since
    coached = file.journey in {"coaching", "paused"} and since is not None
    return coached and not file.versions and since is not None and (today - since).days >= NO_PLAN_AFTER_DAYS
