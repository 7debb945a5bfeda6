"""`trede backup` and `trede restore`: copies of the database, tried out and put in place."""

import sys
from pathlib import Path

import click

from bot import frame

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("path", type=FILE)
def backup(path: Path) -> None:
    """Copy the database to PATH, also while the bot runs. PATH must not exist yet.

    The copy is of one moment and is looked over before it gets its name. It holds all that the database holds and is
    readable for you alone: keep it as carefully.
    """
    from bot import backing

    click.echo(frame.short(lambda chosen: backing.back_up(chosen, path)))


@click.command()
@click.argument("file", type=FILE)
@click.option("--check", is_flag=True, help="Try it out in a temporary place, and change nothing.")
@click.option("--to", type=FILE, default=None, help="Put it in place under this name, which must be free.")
@click.option("--erased-in", type=FILE, default=None, help="The old database: who was erased there is erased again.")
@click.option("--moved", is_flag=True, help="No bot has run since the backup: letters that waited still go out.")
def restore(file: Path, check: bool, to: Path | None, moved: bool, erased_in: Path | None) -> None:
    """Try a backup out with --check, or put it in place with --to PATH. Exit code 1 when it isn't whole.

    Letters that were waiting when the backup was made are not sent again: they very likely went out since. They are
    kept as uncertain. Alerts to professionals go again.
    """
    from bot import backing

    if check == (to is not None) or (check and (moved or erased_in)):
        raise click.UsageError("say --check to try it out, or --to PATH to put it in place")
    if to is not None:
        where = to
        click.echo(frame.short(lambda chosen: backing.restore(chosen, file, where, moved=moved, erased_in=erased_in)))
        return
    text, whole = frame.short(lambda chosen: backing.check(chosen, file))
    click.echo(text)
    sys.exit(0 if whole else 1)
