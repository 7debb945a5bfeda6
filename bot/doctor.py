"""`trede doctor`: what is right about this installation and what isn't, a line each.

Three kinds of line: `ok`; `note`, which somebody should know and which may well stay so; `fault`, which has to be
mended and makes the command end with 1.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from bot import connection, installation, keys_looked_at, safety_shell
from bot.findings import FAULT, NOTE, OK, Finding
from bot.regime_kept import HOW, regime_of, set_last
from bot.settings import Settings
from bot.shell import moment_now, opening
from state_machines import deputies
from state_machines.files import Professional
from storage.open import Opened


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Every finding, in a fixed order. Raises NotFound without a database, StoreBroken for one that can't be read."""
    now = moment_now(settings)
    with opening(settings) as opened:
        outside = (finding for look in OUTSIDE for finding in look(settings, opened, now))
        return (*(finding for look in LOOKS for finding in look(opened, now)), *outside)


def _database(opened: Opened, _: datetime) -> Iterator[Finding]:
    faults = opened.upkeep.verify()
    yield from (Finding(kind=FAULT, about="database", text=fault) for fault in faults)
    if not faults:
        yield Finding(kind=OK, about="database", text="all chains are whole")


def _safety_texts(opened: Opened, _: datetime) -> Iterator[Finding]:
    """Fixed texts that nobody with the right training has read are a draft; the installation may run with them."""
    stands, last = safety_shell.approved(opened)
    who = f"{last.name} ({last.role}) on {last.at:%Y-%m-%d}" if last else ""
    if stands:
        yield Finding(kind=OK, about="safety texts", text=f"approved by {who}")
        return
    changed = f"; {who} approved an earlier wording" if who else ""
    text = f"not yet approved by a professional{changed} (read them: trede safety texts nl; then: trede safety approve)"
    yield Finding(kind=NOTE, about="safety texts", text=text)


def regime(settings: Settings, opened: Opened, _: datetime) -> Iterator[Finding]:
    """Whose tool this is decides what a coach sees (R33): no default, and `trede run` doesn't start without.

    On a simulator's clock it chooses by itself.
    """
    last = set_last(opened)
    if last is None:
        yield Finding(kind=NOTE if settings.clock else FAULT, about="regime", text=f"not chosen yet: {HOW}")
        return
    text = f"{regime_of(opened)}, chosen by {last.name} ({last.role}) on {last.at:%Y-%m-%d}"
    yield Finding(kind=OK, about="regime", text=text)


def _professionals(opened: Opened, now: datetime) -> Iterator[Finding]:
    found = [file for file in opened.views.files() if isinstance(file, Professional) and not file.gone]
    if not any(file.role == deputies.COACH for file in found):
        yield Finding(kind=NOTE, about="coaches", text="none yet: trede coach add NAME")
    for file in found:
        yield from _professional(file, file.today(now))


def _professional(file: Professional, today: date) -> Iterator[Finding]:
    """Who can't be reached, and for whom nobody stands in: then an alert that goes unanswered has nowhere to go."""
    coach = file.role == deputies.COACH
    wrongs = (
        (file.chat is None, "the link wasn't opened yet"),
        (file.unreachable is not None, "messages don't arrive: the bot is blocked or the chat is gone"),
        (coach and file.deputy is None, "has no deputy"),
        (
            coach and deputies.is_away(file, today) and deputies.on_duty(file, today) is None,
            "is away, nobody stands in",
        ),
    )
    found = [text for applies, text in wrongs if applies]
    about = f"{file.role} {file.name}"
    yield from (Finding(kind=NOTE, about=about, text=text) for text in found)
    if not found:
        yield Finding(
            kind=OK, about=about, text="can be reached" + (f", {file.deputy.name} is deputy" if file.deputy else "")
        )


LOOKS: tuple[Callable[[Opened, datetime], Iterator[Finding]], ...] = (
    _database,
    _safety_texts,
    _professionals,
)
#: Those that need to know what this installation set.
OUTSIDE = (regime, keys_looked_at.look, *installation.LOOKS, *connection.LOOKS)
