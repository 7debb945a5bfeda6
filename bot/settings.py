"""The installation's settings: technical ones only, from the environment. Every wrong one is named, all at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from environs import Env, EnvValidationError

TELEGRAM = "https://api.telegram.org"
LOG_LEVELS = ("debug", "info", "warning", "error")


class SettingsWrong(ValueError):  # noqa: N818 - named for what happened
    """One or more settings can't be used; the message names each and says what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an installation sets. `api` is the Bot API server's address; `clock` a simulator's address or empty."""

    token: str = field(repr=False, default="")
    api: str = TELEGRAM
    database: Path = Path("trede.db")
    clock: str = ""
    log: str = "info"


def read(*, needs_token: bool = True) -> Settings:
    """The settings of this environment. Raises SettingsWrong naming everything that is wrong."""
    env = Env(eager=False, prefix="TREDE_")
    api = env.str("API", TELEGRAM, validate=_address)
    clock = env.str("CLOCK", "", validate=_address)
    database = Path(env.str("DB", "trede.db"))
    log = env.str("LOG", "info", validate=_level)
    token = env.str("TOKEN", "")
    token_file = env.str("TOKEN_FILE", "")
    wrong: dict[str, list[str]] = {}
    try:
        env.seal()
    except EnvValidationError as error:
        if isinstance(error.error_messages, Mapping):
            wrong = {name: list(texts) for name, texts in error.error_messages.items()}
    token = token or _from_file(token_file, wrong)
    if needs_token and not token and not wrong.get("TREDE_TOKEN_FILE"):
        wrong["TREDE_TOKEN"] = [
            "is missing: put the token that BotFather gave in it, or name a file in TREDE_TOKEN_FILE"
        ]
    if token and ":" not in token:
        wrong["TREDE_TOKEN"] = ["does not look like a bot token (digits, a colon, letters)"]
    if clock and api == TELEGRAM:
        wrong["TREDE_CLOCK"] = ["is for demo and simulation: it can't be used with Telegram's own API (set TREDE_API)"]
    if wrong:
        lines = (f"{name} {text}" for name, texts in sorted(wrong.items()) for text in texts)
        raise SettingsWrong("\n".join(lines))
    return Settings(token=token, api=api.rstrip("/"), database=database, clock=clock.rstrip("/"), log=log)


def _address(value: str) -> None:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.netloc):
        _refuse("must be an address such as http://127.0.0.1:8081")


def _level(value: str) -> None:
    if value not in LOG_LEVELS:
        _refuse(f"must be one of {', '.join(LOG_LEVELS)}")


def _refuse(text: str) -> NoReturn:
    raise EnvValidationError(text, [text])


def _from_file(name: str, wrong: dict[str, list[str]]) -> str:
    if not name:
        return ""
    try:
        found = Path(name).read_text(encoding="utf-8").strip()
    except OSError as error:
        wrong["TREDE_TOKEN_FILE"] = [f"can't be read: {error.strerror}"]
        return ""
    if not found:
        wrong["TREDE_TOKEN_FILE"] = ["names an empty file"]
    return found
