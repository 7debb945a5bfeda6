"""`trede rule`: the numbers of the complaint rule, who set them, and what the rule says of a client (R19)."""

import sys

import click

from bot import frame
from state_machines import policy


@click.group()
def rule() -> None:
    """The complaint rule: its numbers, who set them, and what it says of a client."""


@rule.command()
@click.option("--client", default="", help="The numbers of this client (id or name), not the organisation's.")
def show(client: str) -> None:
    """The numbers, what each is for, and who set them when."""
    from bot import ruling

    click.echo(frame.short(lambda chosen: ruling.show(chosen, client)))


@rule.command("set")
@click.argument("numbers", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--client", default="", help="For this client (id or name) alone; without it for everybody.")
@click.option("--name", required=True, help="The professional who sets the numbers.")
@click.option("--role", required=True, help="Their role, such as physician or psychologist.")
@click.option("--reset", is_flag=True, help="Begin from the proposals; with --client, from the organisation's numbers.")
@click.option("--by", default="", help="Who types this; by default your login name.")
def set_(numbers: tuple[str, ...], client: str, name: str, role: str, reset: bool, by: str) -> None:
    """Set numbers, by the names that `trede rule show` gives. Without any: they stand, in this professional's name."""
    from bot import ruling

    who = ruling.Who(name=name.strip(), role=role.strip(), by=by)
    sys.exit(frame.short(lambda chosen: ruling.set_numbers(chosen, numbers, who, client=client, reset=reset)))


@rule.command()
@click.argument("client")
@click.option("--by", default="", help="Who looks; by default your login name.")
@click.option("--why", default="complaint rule", show_default=True, help="The reason, kept in the access log.")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="en", show_default=True)
@click.option(
    "--for",
    "whom",
    type=click.Choice(policy.ON_BEHALF["trede rule explain"]),
    required=True,
    help="On whose behalf: it tells of scores, which an administrator doesn't see.",
)
def explain(client: str, by: str, why: str, lang: str, whom: str) -> None:
    """Why now, or why not: the rule and its evidence for a client. The look is written to the access log."""
    from bot import ruling

    click.echo(frame.short(lambda chosen: ruling.explain(chosen, client, by, why, lang, whom)))
