"""`trede coach deputy | leave | remove`: who stands in for a coach, who is away, who has left."""

from datetime import date, datetime

import click

from bot import frame

BY = click.option("--by", default="", help="Who does this; by default your login name.")
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("deputy")
@click.argument("name")
@click.option("--is", "other", default="", help="The coach who stands in.")
@click.option("--nobody", is_flag=True, help="Nobody stands in any more.")
@BY
def deputy(name: str, other: str, nobody: bool, by: str) -> None:
    """Who stands in for a coach: another coach of this installation. Both are told in their chat."""
    from bot import coaches

    if bool(other) == nobody:
        raise click.UsageError("say who stands in with --is OTHER, or --nobody")
    if nobody:
        click.echo(frame.short(lambda chosen: coaches.no_deputy(chosen, name, by)))
    else:
        click.echo(frame.short(lambda chosen: coaches.deputy(chosen, name, other, by)))


@click.command("leave")
@click.argument("name")
@click.option("--from", "start", type=DAY, default=None, help="The first day away, like 2026-12-21.")
@click.option("--until", "end", type=DAY, default=None, help="The last day away, like 2027-01-03.")
@click.option("--end", "over", is_flag=True, help="The leave is over, or taken back.")
@BY
def leave(name: str, start: datetime | None, end: datetime | None, over: bool, by: str) -> None:
    """When a coach is away. Their deputy then hears what the clients tell; the clients' texts say so."""
    from bot import coaches

    if over:
        click.echo(frame.short(lambda chosen: coaches.no_leave(chosen, name, by)))
        return
    if start is None or end is None:
        raise click.UsageError("give both days with --from DATE --until DATE, or --end")
    first: date = start.date()
    last: date = end.date()
    click.echo(frame.short(lambda chosen: coaches.leave(chosen, name, first, last, by)))


@click.command("remove")
@click.argument("name")
@click.option("--to", default="", help="The coach who takes over the clients and what is open.")
@BY
def remove(name: str, to: str, by: str) -> None:
    """A coach has left: the clients, and all that is open, go to another coach in one go. Everybody is told once."""
    from bot import coaches

    click.echo(frame.short(lambda chosen: coaches.remove(chosen, name, to, by)))
