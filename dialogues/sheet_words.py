"""The words on an evaluation sheet (R33): the same ones that the client reads in the chat before anything is made."""

from dialogues import phrases, plan_lines, preparing
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.sheet import OnSheet, Point, WeekOnSheet

MISSING = "–"
WENT = {"full": N_("fully done"), "partly": N_("partly done"), "not": N_("not done")}
FILE_NAME = N_("evaluation-sheet.pdf")


def heading(said: Words) -> str:
    """The title of the sheet."""
    return said._("Evaluation sheet")


def labels(on: OnSheet, said: Words) -> dict[str, str]:
    """Headings and labels; empty for a column that was left out."""
    _ = said._
    return {
        "client": _("Employee"),
        "supervisor": _("Supervisor"),
        "made": _("Made on"),
        "when": _("When"),
        "step": _("Step"),
        "planned": _("Planned"),
        "worked": _("Worked") if on.hours else "",
        "result": _("How the step went") if on.results else "",
        "points": _("Points to discuss"),
        "page": _("page"),
    }


def facts(on: OnSheet, said: Words) -> dict[str, str]:
    """Whose it is, for whom, and of which date; the supervisor is empty when the plan names none."""
    client, supervisor = (phrases.clipped(name, phrases.LONGEST_NAME) for name in (on.client, on.supervisor))
    return {"client": client, "supervisor": supervisor, "made": said.dated(on.made)}


def week(on: OnSheet, each: WeekOnSheet, said: Words) -> dict[str, str]:
    """One week: the hours and the outcome in words; "–" when they weren't noted, empty when they were left out."""
    _ = said._
    open_ = _("still running") if each.running else MISSING
    result = _(WENT[each.result]) if each.result else open_
    one = each.first == each.last
    return {
        "week": _("Week {week}", week=iso_week(each.first)),
        "dates": said.short_day(each.first) if one else plan_lines.period(each.first, each.last, said),
        "step": str(each.step),
        "planned": phrases.hours(said, each.planned),
        "worked": _worked(each, said) if on.hours else "",
        "result": result if on.results else "",
    }


def _worked(each: WeekOnSheet, said: Words) -> str:
    """Hours, and on how many days they were noted when that isn't all of them."""
    if each.worked is None:
        return MISSING
    hours = phrases.hours(said, each.worked)
    if each.noted >= each.days:
        return hours
    return said._("{hours} (on {noted} of {days} days)", hours=hours, noted=each.noted, days=each.days)


def point(each: Point, said: Words) -> str:
    """A point in the client's own words, after the question that it answers."""
    if not each.question:
        return each.words
    return f"{said._(preparing.QUESTIONS[each.question - 1])} {each.words}"


def legend(on: OnSheet, said: Words) -> str:
    """Whose hours they are, and what a dash means."""
    whose = said._("Worked hours are the hours that the employee noted.") if on.hours else ""
    missing = any(
        MISSING in (cells["worked"], cells["result"]) for cells in (week(on, each, said) for each in on.weeks)
    )
    dash = said._("– means: not noted.") if missing else ""
    return f"{whose} {dash}".strip()


def footer(on: OnSheet, said: Words) -> str:
    """Who decided about it."""
    return said._("Read and released by {client}.", client=facts(on, said)["client"])


def whole(on: OnSheet, said: Words) -> tuple[str, ...]:
    """All that stands on it, as paragraphs: no more and no less than on the paper."""
    label, told = labels(on, said), facts(on, said)
    weeks = [_line(on, each, said) for each in on.weeks]
    points = [f"• {point(each, said)}" for each in on.points]
    return (
        phrases.lines(heading(said), *(f"{label[name]}: {value}" for name, value in told.items() if value)),
        phrases.lines(*weeks),
        legend(on, said),
        phrases.lines(f"{label['points']}:", *points) if points else "",
        footer(on, said),
    )


def _line(on: OnSheet, each: WeekOnSheet, said: Words) -> str:
    _, cells = said._, week(on, each, said)
    told = (
        _("planned {hours}", hours=cells["planned"]),
        _("worked {hours}", hours=cells["worked"]) if on.hours else "",
        _("step {went}", went=cells["result"]) if on.results else "",
    )
    step = _("step {number}", number=cells["step"])
    return f"{cells['week']} ({cells['dates']}), {step}: {', '.join(part for part in told if part)}"
