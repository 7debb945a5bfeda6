"""A plan as JSON, for other programs; `dialogues.plan_file` reads its steps back."""

import json
from collections.abc import Iterable
from decimal import Decimal

from dialogues import plan_warned
from dialogues.words import Words
from state_machines.plan import Plan, Step
from state_machines.plan_warnings import Warned

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def written(plan: Plan, found: Iterable[Warned], said: Words) -> str:
    """The end date, the steps and the warnings: dates as text, hours as numbers, ISO week of a step's first date."""
    values = {
        "end": plan.end.isoformat(),
        "steps": [_step(step) for step in plan.steps],
        "warnings": [_warning(warning, said) for warning in found],
    }
    return json.dumps(values, ensure_ascii=False, indent=2)


def _step(step: Step) -> dict[str, object]:
    return {
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "iso_week": step.start.isocalendar().week,
        "hours_per_week": _number(step.hours),
        "hours_per_day": {DAYS[day - 1]: _number(hours) for day, hours in step.per_day},
        "tasks": list(step.tasks),
    }


def _warning(warning: Warned, said: Words) -> dict[str, object]:
    day = warning.day.isoformat() if warning.day else None
    return {"code": warning.code, "date": day, "text": plan_warned.warned(warning, said)}


def _number(hours: Decimal) -> int | float:
    return int(hours) if hours == int(hours) else float(hours)
