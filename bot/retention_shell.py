"""`trede retention`: how long what is kept stays, who set that, and the round that empties what is old (R34)."""

import sys

import click

from bot import frame


@click.group()
def retention() -> None:
    """How long what is kept stays."""


@retention.command()
def show() -> None:
    """The periods, and who set them when."""
    from bot import retention_set

    click.echo(frame.short(retention_set.show))


@retention.command("set")
@click.argument("periods", nargs=-1, required=True, metavar="KEY=NUMBER...")
@click.option("--name", required=True, help="Who decides about it in the organisation.")
@click.option("--role", required=True, help="Their role, such as data protection officer.")
@click.option("--by", default="", help="Who types this; by default your login name.")
def set_(periods: tuple[str, ...], name: str, role: str, by: str) -> None:
    """Set periods, by the names that `trede retention show` gives; those that were set before stay on record."""
    from bot import retention_set

    given = {"name": name.strip(), "role": role.strip(), "by": by}
    sys.exit(frame.short(lambda chosen: retention_set.set_periods(chosen, periods, **given)))


@retention.command()
def run() -> None:
    """Empty now what has outlived its time; the running bot does so once a day."""
    from bot import retention_set

    click.echo(frame.short(retention_set.run))
