"""The words in and under the picture of a plan: legend, one plain sentence, and all of it for who can't see it."""

from collections.abc import Sequence
from datetime import date

from dialogues import phrases
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.plan import Plan, Step
from state_machines.plan_weeks import Weeks, coming, short_weeks


def title(plan: Plan, said: Words, *, draft: bool) -> str:
    """What stands above the picture."""
    if draft:
        return said._("Plan, not confirmed yet: hours a week")
    return said._("Plan: hours a week") if plan.stopped is None else said._("Stopped plan: hours a week")


def legend(plan: Plan, said: Words) -> dict[str, str]:
    """What each sign in the picture means, and the words on its axes."""
    _ = said._
    agreed = {
        "cautious": (_("Agreed: the cautious line"), _("The ambitious line")),
        "ambitious": (_("Agreed: the ambitious line"), _("The cautious line")),
    }
    planned, other = agreed.get(plan.line, (_("Agreed"), _("The other line")))
    return {
        "week": _("week"),
        "planned": planned,
        "other": other,
        "between": _("Between the lines: on plan"),
        "holiday": _("Less because of a public holiday"),
        "worked": _("Worked, noted by yourself"),
        "evaluation": _("Evaluation"),
        "evaluation_sign": "E",
        "today": _("today"),
        "stopped": _("Stopped: from here on"),
    }


def sentence(plan: Plan, said: Words) -> str:
    """What the picture shows, in one plain sentence."""
    _ = said._
    first, last = plan.steps[0], plan.steps[-1]
    if plan.stopped is not None:
        return _(
            "The plan stopped on {day}, on the advice of the occupational physician; a new plan follows.",
            day=said.day(plan.stopped.on),
        )
    if iso_week(first.start) == iso_week(last.end):
        return _(
            "The plan has {hours} in week {week}.", hours=phrases.hours(said, first.hours), week=iso_week(first.start)
        )
    if all(step.hours == first.hours for step in plan.steps):
        return _(
            "The plan has {hours} a week, from week {week} to week {end}.",
            hours=phrases.hours(said, first.hours),
            week=iso_week(first.start),
            end=iso_week(last.end),
        )
    return _(
        "The plan goes from {first} in week {week} to {last} in week {end}.",
        first=phrases.hours(said, first.hours),
        week=iso_week(first.start),
        last=phrases.hours(said, last.hours),
        end=iso_week(last.start),
    )


def alternative(plan: Plan, said: Words, *, today: date | None, worked: Weeks) -> str:
    """Everything that is in the picture, in words, a line for each kind of thing."""
    names = legend(plan, said)
    kinds = (
        (names["planned"], _levels(plan.steps, said)),
        (names["other"], _levels(plan.other, said)),
        (names["holiday"], _listed(short_weeks(plan), said)),
        (names["worked"], _listed(worked, said)),
    )
    lines = (said._("{line}: {hours}.", line=name, hours=hours) for name, hours in kinds if hours)
    now = said._("Today is {day}.", day=said.day(today)) if today and plan.start <= today <= plan.end else ""
    return phrases.lines(*lines, _evaluations(plan, said), now)


def _evaluations(plan: Plan, said: Words) -> str:
    dates = [said.short_day(evaluation.day) for evaluation in coming(plan)]
    return said._("Evaluations: {days}.", days=said.listed(dates)) if dates else ""


def other_line(plan: Plan, said: Words) -> str:
    """The line of a double schedule that wasn't agreed, in words; empty without one (R9)."""
    if not plan.other:
        return ""
    return said._("{line}: {hours}.", line=legend(plan, said)["other"], hours=_levels(plan.other, said))


def _levels(steps: Sequence[Step], said: Words) -> str:
    """Each step's weeks and hours; steps of equal hours together."""
    together: list[tuple[Step, Step]] = []
    for step in steps:
        if together and together[-1][1].hours == step.hours:
            together[-1] = (together[-1][0], step)
        else:
            together.append((step, step))
    return ", ".join(_one(one.start, other.end, phrases.hours(said, one.hours), said) for one, other in together)


def _listed(weeks: Weeks, said: Words) -> str:
    return ", ".join(_one(first, first, phrases.hours(said, hours), said) for first, hours in weeks)


def _one(first: date, last: date, hours: str, said: Words) -> str:
    one, other = iso_week(first), iso_week(last)
    if one == other:
        return said._("{hours} in week {week}", hours=hours, week=one)
    return said._("{hours} in weeks {first}-{last}", hours=hours, first=one, last=other)
