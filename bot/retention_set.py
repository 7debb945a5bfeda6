"""What `trede retention` does: shows and sets how long what is kept stays, and empties at once what is old (R34)."""

from collections.abc import Iterable
from dataclasses import asdict

import click

from bot import shell
from bot.retaining import PERIODS, WHAT, changed, fade_file, limits_of
from bot.settings import Settings
from bot.turn import Door
from storage.organisation import Setting
from storage.retention import Limits

REFUSED = 2


def show(settings: Settings) -> str:
    """The periods, and who set them when."""
    with shell.opening(settings) as opened:
        limits, history = asdict(limits_of(opened)), opened.organisation.settings(WHAT)
    last = history[-1] if history else None
    whose = (
        f"set by {last.name} ({last.role}) on {last.at:%Y-%m-%d}" if last else "Trede's proposals; nobody set them yet"
    )
    return "\n".join([whose, *(f"{name:<15}{limits[name]:>4}  {period.about}" for name, period in PERIODS.items())])


def set_periods(settings: Settings, given: Iterable[str], *, name: str, role: str, by: str) -> int:
    """Set periods in this person's name: 0, or 2 when they can't be."""
    pairs = {key.strip(): value.strip() for key, _, value in (text.partition("=") for text in given)}
    with shell.opening(settings) as opened:
        made = changed(limits_of(opened), pairs)
        wrong = made if isinstance(made, list) else []
        if not name or not role:
            wrong = ["--name and --role: say who sets the periods, and in which role"]
        if wrong or not isinstance(made, Limits):
            click.echo("\n".join([*wrong, "Nothing was changed."]), err=True)
            return REFUSED
        values = tuple((key, str(value)) for key, value in asdict(made).items())
        at = shell.moment_now(settings)
        with opened.batch():
            opened.organisation.put(
                Setting(what=WHAT, values=values, name=name, role=role, at=at, by=by or shell.login())
            )
    click.echo(show(settings))
    return 0


def run(settings: Settings) -> str:
    """The round, now."""
    with shell.opening(settings) as opened:
        now, limits = shell.moment_now(settings), limits_of(opened)
        pruned, old = opened.upkeep.prune(now, limits.letters), opened.upkeep.fade(now, limits)
        for each in old:
            with opened.batch():
                fade_file(Door(opened), each, now)
    return f"done: {pruned} rows deleted, {len(old)} files emptied"
