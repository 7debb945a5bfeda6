"""`trede physician`: the occupational physicians of an installation, and whose they are."""

import click

from bot import frame

BY = click.option("--by", default="", help="Who does this; by default your login name.")


def _mail(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and ("@" not in value or " " in value):
        raise click.BadParameter("this is no mail address")
    return value


@click.group()
def physician() -> None:
    """Occupational physicians: who reads the reports that clients release."""


@physician.command("add")
@click.argument("name")
@click.option("--phone", default="", help="The number that clients may call.")
@click.option("--mail", default="", callback=_mail, help="For notices without content while there is no chat.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--weekly", is_flag=True, help="One list on Monday morning instead of a notice for each report.")
@BY
def add(name: str, phone: str, mail: str, language: str, weekly: bool, by: str) -> None:
    """Add a physician; prints their one-time link (72 hours). The only one is everybody's who has none."""
    from bot import physicians

    click.echo(
        frame.short(
            lambda chosen: physicians.add(
                chosen, name, phone=phone, mail=mail, language=language, weekly=weekly, by=by
            ),
            needs_token=True,
        )
    )


@physician.command("link")
@click.argument("name")
@BY
def link(name: str, by: str) -> None:
    """A new one-time link for a physician: another phone, or a link that ran out. The old chat then stops working."""
    from bot import physicians

    click.echo(frame.short(lambda chosen: physicians.link(chosen, name, by), needs_token=True))


@physician.command("list")
def list_() -> None:
    """The physicians: how they are reached, how many clients they have, how much is open."""
    from bot import physicians

    click.echo(frame.short(physicians.listed))


@physician.command("assign")
@click.argument("client")
@click.argument("name")
@BY
def assign(client: str, name: str, by: str) -> None:
    """Make NAME the physician of CLIENT. An open report moves along; the one before keeps nothing of it."""
    from bot import physicians

    click.echo(frame.short(lambda chosen: physicians.assign(chosen, client, name, by)))
