"""The installation's settings: technical ones only, from the environment. Every wrong one is named, all at once."""

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from environs import Env

from bot import mail

TELEGRAM = "https://api.telegram.org"
LOG_LEVELS = ("debug", "info", "warning", "error")
#: How the key-encryption key is called among the credentials of systemd.
CREDENTIAL = "trede-kek"
TOKEN = re.compile(r"[0-9]+:[\w-]+", re.ASCII)

#: What is wrong, by the name of the setting.
Wrong = dict[str, str]


class SettingsWrong(ValueError):  # noqa: N818 - named for what happened
    """One or more settings can't be used; the message names each and says what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an installation sets. `api` is the Bot API server's address; `clock` a simulator's address or empty.

    `mail` names the mail server, in apprise's form, or is empty. `health_port`: 0 for none; `ping`: where
    to call while all is well, or empty. `kek_file`: the key-encryption key, `kek_given` when it is a credential of
    systemd; `keys`: the key store, None for the one beside the database.
    """

    token: str = field(repr=False, default="")
    api: str = TELEGRAM
    database: Path = Path("trede.db")
    clock: str = ""
    log: str = "info"
    mail: str = field(repr=False, default="")
    health_port: int = 0
    ping: str = field(repr=False, default="")
    kek_file: Path | None = None
    kek_given: bool = False
    keys: Path | None = None


def read(*, needs_token: bool = True) -> Settings:
    """The settings of this environment; one that is set to nothing is as if it weren't. Raises SettingsWrong."""
    env, wrong = Env(prefix="TREDE_"), Wrong()
    api = env.str("API", "").rstrip("/") or TELEGRAM
    clock = env.str("CLOCK", "").rstrip("/")
    database = Path(env.str("DB", "") or "trede.db")
    log = env.str("LOG", "") or "info"
    token = env.str("TOKEN", "").strip() or _from_file(env.str("TOKEN_FILE", ""), wrong)
    post = env.str("MAIL", "").strip()
    port, ping = _port(env.str("HEALTH_PORT", ""), wrong), env.str("PING_URL", "").strip()
    if ping and not _host(ping):
        wrong["TREDE_PING_URL"] = "must be an address such as https://watch.example.org/ping/trede"
    _check_addresses(api, clock, wrong)
    _check_token(token, needs_token, wrong)
    if database.is_dir() or not database.absolute().parent.is_dir():
        wrong["TREDE_DB"] = "must be a file in a folder that exists"
    if post and (said := mail.fault(post)):
        wrong["TREDE_MAIL"] = said
    kek, given = _kek(env.str("KEK_FILE", ""))
    keys = Path(found) if (found := env.str("KEYS", "")) else None
    if keys is not None and (keys.is_dir() or not keys.absolute().parent.is_dir()):
        wrong["TREDE_KEYS"] = "must be a file in a folder that exists"
    if log not in LOG_LEVELS:
        wrong["TREDE_LOG"] = f"must be one of {', '.join(LOG_LEVELS)}"
    if wrong:
        raise SettingsWrong("\n".join(f"{name} {text}" for name, text in sorted(wrong.items())))
    own = Settings(
        token=token, api=api, database=database, clock=clock, log=log, mail=post, health_port=port, ping=ping
    )
    return replace(own, kek_file=kek, kek_given=given, keys=keys)


def _kek(named: str) -> tuple[Path | None, bool]:
    """The file of the key-encryption key, and whether systemd gave it; what is set counts first."""
    if named:
        return Path(named), False
    credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", "")) / CREDENTIAL
    return (credential, True) if credential.is_absolute() and credential.exists() else (None, False)


def _check_addresses(api: str, clock: str, wrong: Wrong) -> None:
    for name, value in (("TREDE_API", api), ("TREDE_CLOCK", clock)):
        if value and not _host(value):
            wrong[name] = "must be an address such as http://127.0.0.1:8081"
    if clock and _host(api) == _host(TELEGRAM):
        wrong["TREDE_CLOCK"] = "is for demo and simulation: it can't be used with Telegram's own API (set TREDE_API)"


def _host(address: str) -> str:
    """The host of a web address; empty when it isn't one."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _port(said: str, wrong: Wrong) -> int:
    """The number of a port; 0 when none is set."""
    if not said or (re.fullmatch(r"[0-9]{1,5}", said, re.ASCII) and 0 < int(said) < 65536):
        return int(said or 0)
    wrong["TREDE_HEALTH_PORT"] = "must be a port of this machine: a number from 1 to 65535"
    return 0


def _check_token(token: str, needed: bool, wrong: Wrong) -> None:
    if needed and not token and "TREDE_TOKEN_FILE" not in wrong:
        wrong["TREDE_TOKEN"] = "is missing: put the token that BotFather gave in it, or name a file in TREDE_TOKEN_FILE"
    if token and not TOKEN.fullmatch(token):
        wrong["TREDE_TOKEN"] = "does not look like a bot token (digits, a colon, letters)"


def _from_file(name: str, wrong: Wrong) -> str:
    if not name:
        return ""
    try:
        found = Path(name).read_text(encoding="utf-8").strip()
    except OSError as error:
        wrong["TREDE_TOKEN_FILE"] = f"can't be read: {error.strerror}"
        return ""
    except UnicodeDecodeError:
        wrong["TREDE_TOKEN_FILE"] = "holds no text: put the token in it and nothing else"
        return ""
    if not found:
        wrong["TREDE_TOKEN_FILE"] = "names an empty file"
    return found
