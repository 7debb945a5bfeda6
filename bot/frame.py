"""What all short commands share: settings are read, and what can't be done is said in one line."""

from collections.abc import Callable
from typing import NoReturn, TypeVar

import aiohttp
import click
from telegram.error import InvalidToken, NetworkError

from bot import keyring, logs, settings, shell
from state_machines import policy
from storage.port import StoreBroken, StoreBusy

T = TypeVar("T")
#: What makes the keys, or says it in a line of its own.
KEYS_TOO = ("trede keys", "trede doctor")
TOKEN_UNKNOWN = "Telegram does not know this token: look it up with BotFather (/mybots), and put it in TREDE_TOKEN"
UNREACHABLE = "Telegram can't be reached: check the network and TREDE_API"
CLOCK_AWAY = "the simulator's clock can't be reached: check TREDE_CLOCK, or leave it empty for the computer's own clock"


def chosen(*, needs_token: bool = True) -> settings.Settings:
    """The settings of this installation; wrong ones end the command."""
    try:
        return settings.read(needs_token=needs_token)
    except settings.SettingsWrong as error:
        fail(f"Some settings can't be used:\n{error}\nAll settings are in .env.example.")


def short(work: Callable[[settings.Settings], T], *, needs_token: bool = False) -> T:
    """A short command, beside a running bot or without one: what it answers."""
    if not policy.may(policy.ADMINISTRATOR, command(), policy.FOREIGN):
        fail(f"{command()} isn't in the policy of who may do what (state_machines/policy.py)")
    ours = chosen(needs_token=needs_token)
    logs.set_up("error")
    if keyring.is_plain(ours) and not command().startswith(KEYS_TOO):
        click.echo(keyring.PLAIN, err=True)
    try:
        return work(ours)
    except (shell.NotFound, keyring.NoKey) as error:
        fail(str(error))
    except InvalidToken:
        fail(TOKEN_UNKNOWN)
    except NetworkError:
        fail(f"{UNREACHABLE}, then try again; nothing was changed")
    except aiohttp.ClientConnectionError:
        fail(CLOCK_AWAY)
    except StoreBusy:
        fail("the database is busy; try again in a moment. Nothing was changed.")
    except StoreBroken as error:
        fail(f"the database can't be used: {error}")


def command() -> str:
    """The command that now runs, as the policy names it: `trede plan import`."""
    names: list[str] = []
    context = click.get_current_context(silent=True)
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(("trede", *names))


def fail(text: str, code: int = 1) -> NoReturn:
    """End the command with this complaint."""
    click.echo(text, err=True)
    raise SystemExit(code)
