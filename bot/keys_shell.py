"""`trede keys`: make the keys of this installation, renew them, look at them, copy the key store."""

from pathlib import Path

import click

from bot import frame


@click.group()
def keys() -> None:
    """The keys that everything is sealed with."""


@keys.command()
def init() -> None:
    """Make the key-encryption key in the file of TREDE_KEK_FILE, and the key store; seal a database that is there.

    Nothing is ever overwritten. Killed halfway, it goes on where it was when it is called again.
    """
    from bot import keeping

    click.echo(frame.short(keeping.init))


@keys.command()
def rotate() -> None:
    """A new key-encryption key and new data keys; everything is sealed anew, also while the bot runs.

    Killed halfway, the next start finishes it. Back up the key store and the key file afterwards.
    """
    from bot import keeping

    click.echo(frame.short(keeping.rotate))


@keys.command()
def status() -> None:
    """How many keys, how old, and what is still sealed with older ones. Never a key."""
    from bot import keeping

    click.echo(frame.short(keeping.status))


@keys.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
def backup(path: Path) -> None:
    """Copy the key store to PATH, which must not exist yet. The key-encryption key isn't in it: copy that by itself."""
    from bot import keeping

    click.echo(frame.short(lambda chosen: keeping.back_up(chosen, path)))
