"""What `trede rule` does: show and set the numbers of the complaint rule, explain it for one client (R19).

Numbers that can't be are named, all of them, on the error stream; nothing is changed then, and the exit code is 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import click

from bot import looking, shell
from bot.rule_kept import as_setting, rule_of
from bot.rule_table import UNPAIRED, table, told, whose
from bot.settings import Settings
from bot.turn import Door
from dialogues import rule_words
from dialogues.words import words
from state_machines import consents, policy
from state_machines.complaint_rule import judge
from state_machines.days import AMSTERDAM, local_date
from state_machines.events import DefaultsSet, RuleSet
from state_machines.files import Client, Professional, but
from state_machines.rule import Rule, SetBy
from state_machines.rule_numbers import changed, numbers_of
from storage.open import Opened

REFUSED = 2


@dataclass(frozen=True, kw_only=True)
class Who:
    """The professional who sets numbers, by name and role; `by` sits at the shell."""

    name: str
    role: str
    by: str = ""

    @property
    def recorded(self) -> str:
        """As the log names who acted."""
        return f"{self.by or shell.login()} for {self.name} ({self.role})"


# --- looking ------------------------------------------------------------------------------------------------------


def show(settings: Settings, client: str) -> str:
    """The numbers of the organisation, or of a client; who set them; which clients have their own."""
    with shell.opening(settings) as opened:
        if client:
            file = _client(opened, client)
            opened.views.noted([file.id], shell.look(settings, "", "rule show"), "rule")
            return f"{whose(file.rule)}\n{table(file.rule)}"
        rule, files = rule_of(opened), opened.views.files()
        own = [file for file in files if isinstance(file, Client) and _has_own(file)]
        opened.views.noted([file.id for file in own], shell.look(settings, "", "rule show"), "rule")
    theirs = "".join(f"\n{file.id}  {file.name}  has numbers of their own: {whose(file.rule)}" for file in own)
    return f"{whose(rule)}\n{table(rule)}{theirs}"


def explain(settings: Settings, client: str, by: str, why: str, language: str, whom: str) -> str:
    """Why now or why not, rule by rule, over the days that are over; the look is logged. Raises NotFound.

    It tells of scores, so it is for the client who asks, or for a coach to whom they are open (R33).
    """
    with shell.opening(settings) as opened:
        asked = _client(opened, client)
        if whom == policy.COACH and not consents.gives(asked, consents.COACH):
            raise shell.NotFound(f"{asked.name} hasn't opened scores to {asked.coach_name}: --for client, if they ask")
        id_, now = asked.id, shell.moment_now(settings)
        look = replace(shell.look(settings, by, why), behalf=looking.on_behalf(asked, whom))
        file = opened.views.trajectory(id_, local_date(now, AMSTERDAM), look).client
    today = file.today(now)
    judged = judge(file, today - timedelta(days=1))
    return "\n\n".join(rule_words.paragraphs(file, judged, today, words(language)))


def _client(opened: Opened, wanted: str) -> Client:
    file = shell.find(opened, wanted)
    if not isinstance(file, Client):
        raise shell.NotFound(f"{file.name} isn't a client: the complaint rule is about clients")
    return file


def _has_own(file: Client) -> bool:
    return file.rule.set_by is not None and file.rule.set_by.own


# --- setting ------------------------------------------------------------------------------------------------------


def set_numbers(settings: Settings, given: Iterable[str], who: Who, *, client: str, reset: bool) -> int:
    """Set numbers for everybody or for one client, in this professional's name: 0, or 2 when they can't be."""
    if not who.name or not who.role:
        return _refuse(["--name and --role: say who sets the numbers, and in which role"])
    with shell.opening(settings) as opened:
        file = _client(opened, client) if client else None
        base = _base(opened, file, reset=reset)
        pairs = [text.partition("=") for text in given]
        made = changed(base, {name.strip(): value for name, _, value in pairs})
        wrong = () if isinstance(made, Rule) else made
        faults = [f"{name}: {UNPAIRED}" for name, sign, _ in pairs if not sign]
        values = numbers_of(base) | {name.strip(): value.strip() for name, _, value in pairs}
        faults = faults or [told(each, values) for each in wrong]
        if faults or not isinstance(made, Rule):
            return _refuse(faults)
        at = shell.moment_now(settings)
        if file is None:
            click.echo(_set_for_all(opened, made, who, at))
        else:
            click.echo(_set_for_one(opened, made, who, at, file, back=reset and not pairs))
    return 0


def _base(opened: Opened, file: Client | None, *, reset: bool) -> Rule:
    """From which numbers the change begins."""
    if file is not None and not reset:
        return file.rule
    return Rule() if file is None and reset else rule_of(opened)


def _set_for_all(opened: Opened, rule: Rule, who: Who, at: datetime) -> str:
    """The organisation's numbers: kept, and passed to every client without their own and to every coach."""
    on = local_date(at, AMSTERDAM)
    rule = but(rule, set_by=SetBy(name=who.name, role=who.role, on=on))
    files = opened.views.files()
    clients = [file for file in files if isinstance(file, Client) and not _has_own(file)]
    coaches = [file for file in files if isinstance(file, Professional) and file.role == "coach"]
    with opened.batch():
        opened.organisation.put(as_setting(rule, name=who.name, role=who.role, at=at, by=who.by or shell.login()))
        door = Door(opened)
        for file in clients:
            door.act(file.id, RuleSet(at=at, rule=rule), by=who.recorded)
        for coach in coaches:
            door.act(coach.id, DefaultsSet(at=at, rule=rule), by=who.recorded)
    return f"{whose(rule)}, for everybody: {len(clients)} now, and whoever comes"


def _set_for_one(opened: Opened, rule: Rule, who: Who, at: datetime, file: Client, *, back: bool) -> str:
    """A client's own numbers; or, `back`, the organisation's again."""
    if not back:
        rule = but(rule, set_by=SetBy(name=who.name, role=who.role, on=file.today(at), own=True))
    with opened.batch():
        Door(opened).act(file.id, RuleSet(at=at, rule=rule), by=who.recorded)
    return f"{file.name}: {whose(rule)}"


def _refuse(faults: Iterable[str]) -> int:
    for fault in faults:
        click.echo(fault, err=True)
    click.echo("Nothing was changed.", err=True)
    return REFUSED
