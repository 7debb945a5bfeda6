"""Which messages of the coach's dialogues the preview shows: every question, hint and refusal, and how each ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from dialogues.plan_warned import REASONS
from dialogues.preview_people import CLIENT_ID, FIRST_DAY, TODAY, joost, planning
from state_machines.desk_act import AHEAD, BEHIND, CHANGES, STEPS, question
from state_machines.desk_plan import MAKING
from state_machines.effects import Value
from state_machines.files import Card, Consult, Professional
from state_machines.plan_terms import TEMPLATES, Period

#: Name, file, values, which case it is.
Shown = tuple[str, Professional, dict[str, Value], str]
TALK = datetime(2026, 12, 14, 13, 0, tzinfo=UTC)
TO_TALK = (Consult(number=1, at=TALK), Consult(number=2, at=TALK + timedelta(days=14)))
OWN = (Period(weeks=2, hours=Decimal(10)), Period(weeks=2, hours=Decimal(15)), Period(hours=Decimal("22.5")))


def busy(language: str, desk: str, **changes: object) -> Professional:
    """Joost in a step of a dialogue about Sanne, with two consults to come."""
    coach = planning(language)
    assert coach.sketch is not None
    sketch = replace(coach.sketch, agreed_on=None, **changes)  # type: ignore[arg-type]
    cards = (Card(client=CLIENT_ID, name="Sanne", consults=TO_TALK, consults_made=2), *coach.clients[1:])
    return replace(coach, desk=desk, sketch=sketch, clients=cards)


def registering(language: str) -> Iterator[Shown]:
    """A new plan: every question of every pattern, every hint and refusal, the whole, what can be changed in it."""
    now: dict[str, Value] = {"today": TODAY}
    yield "desk.plan", joost(language), {}, ""
    yield "desk.plan_menu", joost(language), {"client": CLIENT_ID}, ""
    for state in (step for step in STEPS if step != "check"):
        yield question(state), busy(language, state), now, ""
        yield question(state), busy(language, state), {**now, "note": "unclear"}, "unclear"
    yield question("template"), busy(language, "template", after_evaluation=True), now, "after an evaluation"
    for template in ("nine-weeks", "full-hours"):
        for state in ("tasks", "evaluations"):
            yield question(state), busy(language, state, template=template), now, template
    yield question("tasks"), busy(language, "tasks", template="custom", periods=OWN), now, "own steps"
    yield from _odd_dates(language, BEHIND)
    for reason in REASONS:
        values: dict[str, Value] = {**now, "note": "refused", "reason": reason, "detail": "2026-12-07"}
        yield question("hours"), busy(language, "hours"), values, f"refused: {reason}"
    for state in MAKING:
        whole = replace(planning(language), desk=state)
        yield question(state), whole, now, "to be changed"
    yield from _whole(language)


def _whole(language: str) -> Iterator[Shown]:
    """The check of every pattern, with and without anything odd; and what comes after it."""
    coach = planning(language)
    assert coach.sketch is not None
    yield question("check"), coach, {}, ""
    yield question("check"), coach, {"note": "unclear"}, "unclear"
    for template in TEMPLATES:
        sketch = replace(coach.sketch, template=template, periods=OWN if template == "custom" else ())
        yield question("check"), replace(coach, sketch=sketch), {}, template
    odd = replace(
        coach.sketch,
        template="custom",
        periods=(Period(weeks=18, hours=Decimal(30)), Period(hours=Decimal(20)), Period(hours=Decimal(40))),
        evaluations=(date(2026, 11, 2),),
        physician_told=None,
        paper=FIRST_DAY,
    )
    yield question("check"), replace(coach, sketch=odd), {}, "odd"
    yield "desk.plan_change", coach, {"client": CLIENT_ID}, ""
    for paper in (False, True):
        yield "desk.plan_registered", joost(language), {"client": CLIENT_ID, "paper": paper}, "paper" if paper else ""
    yield "desk.cancelled", joost(language), {"recorded": True}, "after an evaluation"
    yield "desk.cancelled", joost(language), {"nothing": True}, "nothing was open"


def _odd_dates(language: str, states: tuple[str, ...]) -> Iterator[Shown]:
    """Dates on the wrong side of today, or far away."""
    for state in states:
        wrong = "future" if state in BEHIND else "past"
        for note, day in ((wrong, date(2026, 12, 9)), ("far", date(2206, 12, 9))):
            yield question(state), busy(language, state), {"today": TODAY, "note": note, "day": day}, note


def changing(language: str) -> Iterator[Shown]:
    """Leeway, a stop, an evaluation, consults."""
    filled: dict[str, object] = {
        "which": "next",
        "weeks": 2,
        "physician": "Smit",
        "look_again": date(2026, 12, 21),
        "planned": date(2026, 12, 11),
        "consult": 1,
    }
    for state in CHANGES:
        yield question(state), busy(language, state, **filled), {"today": TODAY}, ""
        yield question(state), busy(language, state, **filled), {"today": TODAY, "note": "unclear"}, "unclear"
    yield question("leeway_check"), busy(language, "leeway_check", **{**filled, "which": "now", "weeks": 1}), {}, "now"
    yield question("leeway_step"), busy(language, "leeway_step", after_evaluation=True), {}, "after an evaluation"
    yield question("evaluation_outcome"), busy(language, "evaluation_outcome"), {}, "an extra one"
    bare = replace(busy(language, "consult_when"), clients=(Card(client=CLIENT_ID, name="Sanne"),))
    yield question("consult_when"), bare, {}, "none to come"
    yield from _odd_dates(language, tuple(state for state in AHEAD if state in CHANGES))
    about: dict[str, Value] = {"client": CLIENT_ID, "when": TALK, "day": date(2026, 12, 21)}
    for name in ("leeway_passed", "stop_passed", "consult_set", "consult_moved", "consult_gone"):
        yield f"desk.{name}", joost(language), about, ""
    for outcome in ("stands", "other"):
        yield "desk.evaluation_held", joost(language), {**about, "outcome": outcome}, outcome
