"""`trede plan`: look at a plan before it is agreed, and register an agreed one from a file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from state_machines.plan_terms import TEMPLATES

F = TypeVar("F", bound=Callable[..., None])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)

#: The option that says a key of a plan file, by that key.
OPTIONS = {
    "template": "--template",
    "contract_hours": "--hours",
    "start": "--start",
    "end": "--end",
    "days": "--days",
    "tasks": "--task",
    "evaluations": "--evaluation",
    "leeway": "--leeway",
    "goal": "--goal",
    "supervisor": "--supervisor",
    "agreed_by": "--agreed-by",
    "agreed_on": "--agreed-on",
}
OF_THE_PLAN = (
    click.option("--template", help=f"The build-up: {', '.join(TEMPLATES)}."),
    click.option("--hours", "contract_hours", help="The contract hours a week."),
    click.option("--start", metavar="DATE", help="The first date of the plan, like 2026-11-30."),
    click.option("--end", metavar="DATE", help="The last date, where the last row of a file has none."),
    click.option("--days", help="The working days: mon,tue,thu,fri or ma,di,do,vr."),
    click.option("--task", "tasks", multiple=True, help="A task, safe ones first; may be repeated."),
    click.option("--evaluation", "evaluations", metavar="DATE", multiple=True, help="May be repeated."),
    click.option("--leeway", metavar="WEEKS", help="The leeway for the whole trajectory."),
    click.option("--goal", help="The end goal."),
    click.option("--supervisor", help="The name of the supervisor."),
)
LANGUAGE = click.option("--lang", type=click.Choice(["nl", "en"]), default="en", show_default=True)


def _of_the_plan(command: F) -> F:
    for option in reversed(OF_THE_PLAN):
        command = option(command)
    return command


@click.group()
def plan() -> None:
    """Plans: look at one, or register one that was agreed."""


@plan.command()
@click.argument("file", type=FILE, required=False)
@_of_the_plan
@click.option("--registered", metavar="DATE", default="", help="As if registered on this date; today by default.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable.")
@LANGUAGE
@click.option("--png", type=NEW_FILE, help="Write the picture to this file.")
@click.option("--svg", type=NEW_FILE, help="Write the picture to this file.")
@click.option("--pdf", type=NEW_FILE, help="Write the paper to this file.")
@click.option("--ics", type=NEW_FILE, help="Write the calendar to this file.")
def preview(
    file: Path | None,
    registered: str,
    as_json: bool,
    lang: str,
    png: Path | None,
    svg: Path | None,
    pdf: Path | None,
    ics: Path | None,
    **said: str | tuple[str, ...],
) -> None:
    """Show the plan that a FILE or these options make, and what is odd about it. Keeps nothing; needs no database."""
    from bot import planning

    asked = planning.Asked(file=file, given=_given(said), language=lang)
    files = {"png": png, "svg": svg, "pdf": pdf, "ics": ics}
    wanted = {kind: path for kind, path in files.items() if path is not None}
    sys.exit(planning.preview(asked, registered=registered, as_json=as_json, files=wanted))


@plan.command("import")
@click.argument("file", type=FILE)
@click.option("--client", required=True, help="The client's id or name.")
@click.option("--coach", required=True, help="The id or name of the client's coach, who registers it.")
@_of_the_plan
@click.option("--agreed-on", metavar="DATE", help="When it was agreed.")
@click.option("--agreed-by", help="Who agreed: client,supervisor and maybe coach, physician.")
@click.option("--reason", default="agreed", show_default=True, help="Why there is a new version.")
@click.option("--yes", is_flag=True, help="Register without asking.")
@click.option("--by", default="", help="Who does this; by default your login name.")
@LANGUAGE
def import_(
    file: Path, client: str, coach: str, reason: str, yes: bool, by: str, lang: str, **said: str | tuple[str, ...]
) -> None:
    """Register the agreed plan of a FILE (TOML or JSON). The client is asked to confirm it, unless there is a paper."""
    from bot import planning

    asked = planning.Asked(file=file, given=_given(said), language=lang)
    who = planning.Who(client=client, coach=coach, reason=reason, by=by)
    sys.exit(planning.register(asked, who, sure=yes))


def _given(said: dict[str, str | tuple[str, ...]]) -> dict[str, object]:
    """The keys that the options say: one that wasn't used says nothing."""
    used = {key: value for key, value in said.items() if value}
    lists = {key: [each.strip() for each in str(used[key]).split(",")] for key in ("agreed_by",) if key in used}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in (used | lists).items()}
