"""`trede facilitator`: who leads a client's work adjustment, and sees none of their scores or diary (R30)."""

import click

from bot import frame

BY = click.option("--by", default="", help="Who does this; by default your login name.")


@click.group()
def facilitator() -> None:
    """Process facilitators: who see what is planned for a client, and nothing of how it goes."""


@facilitator.command("add")
@click.argument("name")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@BY
def add(name: str, language: str, by: str) -> None:
    """Add a process facilitator; prints their one-time link (72 hours)."""
    from bot import facilitators

    click.echo(frame.short(lambda chosen: facilitators.add(chosen, name, language=language, by=by), needs_token=True))


@facilitator.command("link")
@click.argument("name")
@BY
def link(name: str, by: str) -> None:
    """A new one-time link for a facilitator: another phone, or a link that ran out. The old chat then stops working."""
    from bot import facilitators

    click.echo(frame.short(lambda chosen: facilitators.link(chosen, name, by), needs_token=True))


@facilitator.command("list")
def list_() -> None:
    """The facilitators: how they are reached, and whom they facilitate since when."""
    from bot import facilitators

    click.echo(frame.short(facilitators.listed))


@facilitator.command("assign")
@click.argument("client")
@click.argument("name")
@BY
def assign(client: str, name: str, by: str) -> None:
    """Make NAME the process facilitator of CLIENT. Refused to whoever can see the client's scores or diary (R30)."""
    from bot import facilitators

    click.echo(frame.short(lambda chosen: facilitators.assign(chosen, client, name, by)))


@facilitator.command("unassign")
@click.argument("client")
@BY
def unassign(client: str, by: str) -> None:
    """Nobody facilitates CLIENT any more. The client and the facilitator are told."""
    from bot import facilitators

    click.echo(frame.short(lambda chosen: facilitators.unassign(chosen, client, by)))
