"""What `trede plan` does: read what was agreed, show the plan that it makes, register it by the one door (R1).

What can't be used is named, all of it, on the error stream; nothing is written then, and the exit code is 2.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from bot import frame, shell
from bot.clock import SystemClock
from bot.plan_shell import OPTIONS
from bot.settings import Settings
from bot.turn import Door
from dialogues import plan_file, plan_file_words, plan_json, plan_table
from dialogues.plan_file_text import KINDS
from dialogues.plan_file_values import Fault, as_date
from dialogues.words import Words, words
from state_machines.days import AMSTERDAM, local_date
from state_machines.events import PlanAgreed
from state_machines.files import Client, Professional
from state_machines.plan import NONE, Plan
from state_machines.plan_templates import make, refusals
from state_machines.plan_terms import Terms
from state_machines.plan_warnings import warnings
from storage.open import Opened

REFUSED = 2
NO_FILES: Mapping[str, Path] = {}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the plan is read from: a file, keys from options, or both; and the language of what is said about it."""

    file: Path | None = None
    given: Mapping[str, object] = field(default_factory=dict)
    language: str = "en"

    @property
    def words(self) -> Words:
        """The words to answer in."""
        return words(self.language)


@dataclass(frozen=True, kw_only=True)
class Who:
    """For which client, by which coach, and why; `by` sits at the shell."""

    client: str
    coach: str
    reason: str
    by: str = ""


# --- reading ------------------------------------------------------------------------------------------------------


def understood(asked: Asked, today: date, *, register: bool) -> Terms | None:
    """The terms that were asked; None when something can't be used, which has been said then."""
    read = _read(asked, today, register=register)
    if isinstance(read, Terms):
        return read
    complain(read, asked)
    return None


def _read(asked: Asked, today: date, *, register: bool) -> Terms | tuple[Fault, ...]:
    kind, text = _text(asked.file)
    if kind not in KINDS:
        return (Fault(key="", code="not_a_file"),)
    return plan_file.understand(text, kind, today=today, given=asked.given, register=register)


def _begun(asked: Asked, today: date) -> date | None:
    """The first date of a plan that has begun, when nothing else is wrong with it: it can still be looked at."""
    read = _read(asked, today, register=False)
    late = isinstance(read, tuple) and all(f.code == "refused" and f.values["reason"] == "start" for f in read)
    days = [as_date(str(fault.values["detail"])) for fault in read] if isinstance(read, tuple) and late else []
    return min((day for day in days if day is not None), default=None)


def _text(file: Path | None) -> tuple[str, str]:
    """The kind and the text of a file, which is an empty one when there is none; no kind when it can't be read."""
    if file is None:
        return "toml", ""
    try:
        return file.suffix.lower().removeprefix("."), file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return "", ""


def complain(faults: Iterable[Fault], asked: Asked) -> None:
    """Name every fault on a line of its own: by its line and key in the file, or by the option that said it."""
    for fault in faults:
        key = fault.key.partition("[")[0]
        of_option = key in asked.given or asked.file is None
        shown = replace(fault, key=OPTIONS.get(key, fault.key), line=None) if of_option else fault
        before = f"{asked.file.name}, " if asked.file and not of_option else ""
        click.echo(before + plan_file_words.told(shown, asked.words), err=True)


# --- looking ------------------------------------------------------------------------------------------------------


def preview(asked: Asked, *, registered: str, as_json: bool, files: Mapping[str, Path] = NO_FILES) -> int:
    """Print the plan, and write the files that were asked: 0, or 2 when it can't be one."""
    now = SystemClock().now()
    today = as_date(registered) if registered else local_date(now, AMSTERDAM)
    if today is None:
        complain((Fault(key="--registered", code="date"),), replace(asked, file=None))
        return REFUSED
    begun = None if registered else _begun(asked, today)
    if begun is not None:
        click.echo(plan_file_words.begun(begun, asked.words), err=True)
        today = begun
    example = _example(asked, today)
    terms = understood(replace(asked, given={**asked.given, **example}), today, register=False)
    if terms is None:
        return REFUSED
    for key in example:
        click.echo(f"{OPTIONS[key]}: {plan_file_words.example(key, terms.start, asked.words)}", err=True)
    plan = plan_file.nameless(make(terms))
    if files:
        _write(plan, files, asked.words, now)
    shown = plan_json.written if as_json else plan_table.table
    click.echo(shown(plan, warnings(plan), asked.words))
    return 0


def _write(plan: Plan, files: Mapping[str, Path], said: Words, now: datetime) -> None:
    from bot import plan_files

    try:
        plan_files.write(plan, files, said, now)
    except OSError as error:
        frame.fail(f"{error.filename} can't be written: {error.strerror}", REFUSED)


def _example(asked: Asked, today: date) -> dict[str, object]:
    """Options alone may leave out when: the plan is shown from next Monday, on weekdays; and that is said."""
    monday = today + timedelta(days=8 - today.isoweekday())
    example: dict[str, object] = {"start": monday, "days": ", ".join(plan_json.DAYS[:5])}
    return {key: value for key, value in example.items() if asked.file is None and key not in asked.given}


# --- registering --------------------------------------------------------------------------------------------------


def register(asked: Asked, who: Who, *, sure: bool) -> int:
    """Show the plan, ask unless `sure`, and pass it to the client's file: 0, or 2 when nothing was registered."""
    return frame.short(lambda settings: _register(settings, asked, who, sure=sure))


def _register(settings: Settings, asked: Asked, who: Who, *, sure: bool) -> int:
    said = asked.words
    with shell.opening(settings) as opened:
        client, coach = _people(opened, who)
        opened.views.noted([client.id], shell.look(settings, who.by, "plan import"), "plan")
        terms = understood(asked, client.today(shell.moment_now(settings)), register=True)
        if terms is None or not _shown(client, make(terms), said, sure=sure):
            click.echo(plan_table.nothing(said), err=True)
            return REFUSED
        at = shell.moment_now(settings)
        terms = replace(terms, registered=client.today(at))
        if refused := refusals(terms):  # the day has turned since it was shown
            complain((plan_file.as_fault(each) for each in refused), asked)
            return REFUSED
        plan, by = make(terms), f"{who.by or shell.login()} for {coach.name} ({coach.id})"
        with opened.batch():
            event = PlanAgreed(at=at, version=plan, parties=plan.parties, reason=who.reason)
            Door(opened).act(client.id, event, by=by)
    click.echo(plan_table.registered(plan, client.name, said))
    return 0


def _people(opened: Opened, who: Who) -> tuple[Client, Professional]:
    """The client and their own coach. Raises NotFound when that isn't who they are."""
    client, coach = shell.find(opened, who.client), shell.find(opened, who.coach)
    if not isinstance(client, Client):
        raise shell.NotFound(f"{client.name} is a coach: a plan is registered for a client")
    if not isinstance(coach, Professional):
        raise shell.NotFound(f"{coach.name} is a client: a plan is registered by a coach")
    if client.coach != coach.id:
        raise shell.NotFound(f"{client.name} is with another coach, {client.coach_name}: only they register a plan")
    if client.journey == "left":
        raise shell.NotFound(f"{client.name} has stopped with Trede: invite them again first")
    return client, coach


def _shown(client: Client, plan: Plan, said: Words, *, sure: bool) -> bool:
    """Show what would be registered and what it takes the place of; whether it may be."""
    before = client.plan_on(plan.start - timedelta(days=1))
    step = before.step_on(plan.start - timedelta(days=1)) if before else None
    found = warnings(plan, before_hours=step.hours if step else NONE)
    click.echo(plan_table.table(plan, found, said))
    replaced = plan_table.replaced(plan, before, client.draft, said)
    if replaced:
        click.echo(f"\n{replaced}")
    if sure:
        return True
    try:
        return click.confirm(f"\n{plan_table.sure(client.name, said)}")
    except click.Abort:
        return False
