"""`trede regime`: whose tool this installation is, and so what a coach may see (R33)."""

import click

from bot import frame
from state_machines.consents import REGIMES


@click.group()
def regime() -> None:
    """Whether this runs under an occupational physician's delegation, or is the client's own tool."""


@regime.command()
def show() -> None:
    """The regime that was chosen, by whom, in which role and when."""
    from bot import regime as kept

    click.echo(frame.short(kept.show))


@regime.command("set")
@click.argument("which", type=click.Choice(REGIMES))
@click.option("--by", "name", required=True, help="The person who decides this for the organisation.")
@click.option("--role", required=True, help="Their role, such as occupational physician or director.")
def set_(which: str, name: str, role: str) -> None:
    """Choose the regime. It holds for every client at once; what was opened or closed before stays as it is."""
    from bot import regime as kept

    if not name.strip() or not role.strip():
        frame.fail("--by and --role: say who decides this, and in which role", 2)
    click.echo(frame.short(lambda chosen: kept.set_regime(chosen, which, name.strip(), role.strip())))
