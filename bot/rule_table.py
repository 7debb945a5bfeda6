"""The complaint rule's numbers as the shell shows them: what each is for, whose they are, why one can't be."""

from collections.abc import Mapping

from state_machines.rule import Rule
from state_machines.rule_numbers import NUMBERS, Refusal, numbers_of

#: What each number is for.
ABOUT = {
    "bad_from": "a complaint score from here on makes a bad day",
    "window_days": "how many days are looked at",
    "weekly_window_days": "the same for who checks in once a week",
    "needed_share": "which share of the asked days must be answered",
    "needed_least": "but never fewer answers than this",
    "needed_most": "and never more than this",
    "bad_share": "level: from this share of bad days on it is reached",
    "clear_share": "level: below this share it clears",
    "mean_of": "change: over how many of the last answered days the mean is taken",
    "beginning_days": "change: how many first answered days it is compared with",
    "beginning_later": "change: the same, once there are so many",
    "beginning_least": "change: a lower beginning is counted as this",
    "change_points": "change: at least so many points above the beginning",
    "change_percent": "change: and at least so many percent above it",
    "change_days": "change: on so many days of the window",
    "in_a_row": "in a row: so many bad days, while the physician doesn't know the plan",
    "rest_days": "days after an episode before anything new is offered",
}
WRONG = {
    "unknown": "there is no such number; trede rule show lists them",
    "number": "isn't a number",
    "whole": "must be a whole number",
}
#: How the first number must be to the second.
TOGETHER = {
    ("weekly_window_days", "window_days"): "can't be smaller than",
    ("needed_most", "needed_least"): "can't be smaller than",
    ("needed_least", "window_days"): "can't be larger than",
    ("needed_least", "weekly_window_days"): "is more answers than once a week gives in",
    ("clear_share", "bad_share"): "must be smaller than",
    ("beginning_later", "beginning_days"): "can't be smaller than",
    ("change_points", "beginning_least"): "together with it is more than 10, so never reached:",
    ("change_days", "window_days"): "can't be larger than",
    ("in_a_row", "window_days"): "can't be larger than",
}
UNPAIRED = "write it as KEY=VALUE"


def whose(rule: Rule) -> str:
    """Who set these numbers, in which role and when; nobody, as long as they are proposals."""
    who = rule.set_by
    if who is None:
        return "Trede's proposals; no professional has set them yet"
    return f"set by {who.name} ({who.role}) on {who.on}{', for this client alone' if who.own else ''}"


def table(rule: Rule) -> str:
    """A line for each number; beside one that was changed, what was proposed."""
    proposals = numbers_of(Rule())
    return "\n".join(
        f"{name:<20}{value:>6}  {ABOUT[name]}" + ("" if value == proposals[name] else f" (proposal: {proposals[name]})")
        for name, value in numbers_of(rule).items()
    )


def told(refusal: Refusal, values: Mapping[str, str]) -> str:
    """Why a number can't be; `values` are all numbers as they would be."""
    name, against = refusal.name, refusal.against
    if refusal.why == "bounds":
        return f"{name}: must be from {NUMBERS[name].least} to {NUMBERS[name].most}"
    if refusal.why != "together":
        return f"{name}: {WRONG[refusal.why]}"
    return f"{name} ({values[name]}) {TOGETHER[name, against]} {against} ({values[against]})"
