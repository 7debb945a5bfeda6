"""The plan, for the preview: agreed, changed, stopped, evaluated."""

from collections.abc import Iterator
from datetime import date

from dialogues import preview_checkin, preview_people, preview_sheet
from dialogues.preview_people import TODAY, drafted, newcomer, sanne
from dialogues.preview_sample import Sample
from state_machines import disturbing
from state_machines.effects import Value
from state_machines.files import Day


def plan(language: str) -> Iterator[Sample]:
    """A proposal, the step of the week, and the plan in each of its states."""
    for doable in (None, 8, 5):
        waiting = drafted(language, doable)
        digest = waiting.versions[-1].digest()
        yield Sample(name="plan.proposal", file=waiting, values={"digest": digest}, about=f"doable {doable}")
    yield from _plan_changes(language)
    for name in ("plan.agreed", "plan.declined", "stale.plan"):
        yield Sample(name=name, file=drafted(language, 5) if name == "plan.declined" else sanne(language))
    for week in (1, 2, 4):
        yield Sample(name="week.step", file=sanne(language), values={"week": week}, about=f"week {week}")
    changed = preview_people.plan(language, date(2027, 1, 4), before=preview_people.plan(language))
    for about, file in (
        ("running", sanne(language)),
        ("draft", drafted(language)),
        ("running, a new version waits", sanne(language, versions=(*sanne(language).versions, changed), doable=None)),
        ("none", newcomer(language, "coaching", "", day=Day(date=TODAY))),
        ("ended", sanne(language, day=Day(date=date(2027, 1, 4)))),
    ):
        yield Sample(name="menu.plan", file=file, about=about)


def _plan_changes(language: str) -> Iterator[Sample]:
    """Leeway, signed paper, a stop on medical ground, another doctor, the calendar (R3, R37, R40)."""
    roomy, used = preview_people.with_leeway(language), preview_people.with_leeway(language, taken=True)
    digest: dict[str, Value] = {"digest": used.versions[-1].digest()}
    waiting = preview_people.with_leeway(language, taken=True, agreed=False)
    yield Sample(name="plan.proposal", file=waiting, values=digest, about="leeway")
    yield Sample(name="plan.on_paper", file=used, values=digest)
    halted = preview_people.halted(language)
    yield Sample(name="plan.stopped", file=halted, values={"digest": halted.versions[-1].digest()})
    yield Sample(name="menu.plan", file=halted, about="stopped")
    yield Sample(name="menu.plan", file=roomy, about="leeway")
    yield Sample(name="menu.what_if", file=roomy)
    for about, file in (
        ("left", roomy),
        ("used", preview_people.with_leeway(language, weeks=1, taken=True)),
        ("none", sanne(language)),
        ("stopped", halted),
    ):
        yield Sample(name="leeway.show", file=file, about=about)
    for name in ("prepare", "together", "no"):
        yield Sample(name=f"leeway.{name}", file=roomy)
    for name in ("heard", "answered", "asked_again"):
        yield Sample(name=f"doctor.{name}", file=roomy, values={"until": date(2026, 12, 15)})
    soon = preview_people.with_leeway(language, day=Day(date=date(2026, 12, 10)))
    yield Sample(name="agenda.reminder", file=soon)
    for name in ("set", "moved", "gone"):
        values: dict[str, Value] = {"when": None if name == "gone" else "2026-12-14T13:00:00+00:00"}
        yield Sample(name=f"consult.{name}", file=roomy, values=values)


def evaluations(language: str) -> Iterator[Sample]:
    """Weeks that don't go as agreed, the four questions before an evaluation, and what came of it (R38, R40)."""
    preparing, written = preview_people.evaluating(language), preview_people.evaluating(language, written=True)
    for about, file in (
        ("lag", preparing),
        ("prepared", written),
        ("planned", preview_people.with_leeway(language)),
        ("none planned", sanne(language)),
        ("no plan", newcomer(language, "coaching", "", day=Day(date=TODAY))),
    ):
        yield Sample(name="evaluation.show", file=file, about=about)
    for name in ("lag", "asked", "write", "written", "later", "pace", "ready", "good"):
        yield Sample(name=f"evaluation.{name}", file=preparing)
    bare = preview_people.evaluating(language, buttons_only=True)
    yield Sample(name="evaluation.lag", file=bare, about="buttons_only")
    yield Sample(name="evaluation.pace", file=sanne(language), about="none planned")
    yield from _preparing(language)
    yield from preview_sheet.sheets(language)
    for outcome in ("stands", "anew", "leeway", "other"):
        yield Sample(name="evaluation.held", file=sanne(language), values={"outcome": outcome}, about=outcome)
    long = preview_people.day_done(language).keep(preview_checkin.numbered("hours", 5))
    yield preview_checkin.checkin(language, long, "more", "more than agreed")
    yield Sample(name="disturbance.ask", file=sanne(language))
    for kind in disturbing.KINDS:
        yield Sample(name="disturbance.told", file=sanne(language), values={"kind_of": kind}, about=kind)


def _preparing(language: str) -> Iterator[Sample]:
    """The four questions and the list."""
    preparing, written = preview_people.evaluating(language), preview_people.evaluating(language, written=True)
    for number in (1, 2, 3, 4):
        yield Sample(name="evaluation.question", file=preparing, values={"number": number}, about=str(number))
    yield Sample(name="evaluation.question", file=written, values={"number": 1, "cut": True}, about="written before")
    bare = preview_people.evaluating(language, buttons_only=True)
    yield Sample(name="evaluation.question", file=bare, values={"number": 1}, about="buttons_only")
    yield Sample(name="evaluation.changed", file=written, values={"number": 2})
    for about, file in (("written", written), ("nothing written", sanne(language))):
        yield Sample(name="evaluation.list", file=file, about=about)
