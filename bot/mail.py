"""Letters that go by mail: what their body keeps, and the form of the setting that says by which server."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from urllib.parse import parse_qsl, urlsplit

from dialogues.prompt import Message

#: How the body of a mail begins; any other body is for a chat.
MAIL = '{"mail":'
SCHEMES = ("mailto", "mailtos")
#: Arguments of the setting that would send what is meant for one person to another as well.
RECIPIENTS = frozenset({"to", "cc", "bcc"})
#: Far below the numbers of Telegram's chats, which have 52 bits.
BOXES = -(2**62)


class Carried(StrEnum):
    """What became of a mail; but for the first and the last, it has certainly not gone."""

    SENT = "sent"
    NOT_SET_UP = "not set up"
    NOT_SENT = "not sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail in plain text. The address is kept in a letter's sealed body and nowhere else."""

    mail: str
    subject: str
    text: str

    @staticmethod
    def of(address: str, message: Message) -> "Mail":
        """A message as mail: the addresses that its buttons open stand below it; other buttons have no use there."""
        links = [f"{b.label}: {b.url}" for row in message.rows for b in row if b.url]
        text = "\n\n".join([message.text, *(["\n".join(links)] if links else [])])
        return Mail(mail=address, subject=message.subject or "Trede", text=text)

    def to_json(self) -> str:
        """The mail as a letter's body."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @staticmethod
    def from_json(body: str) -> "Mail":
        """The mail of a letter's body."""
        return Mail(**json.loads(body))


#: Carries one mail to where it goes.
Carry = Callable[[Mail], Awaitable[Carried]]


def is_mail(body: str) -> bool:
    """Whether a letter with this body goes by mail."""
    return body.startswith(MAIL)


def box(file: str, at: datetime) -> int:
    """What stands for a chat in the outbox: a number of this file and moment, so that no mail waits for another."""
    return BOXES - int.from_bytes(blake2b(f"{file}:{at.isoformat()}".encode(), digest_size=6).digest(), "big")


def fault(setting: str) -> str:
    """What is wrong with the form of TREDE_MAIL, empty when nothing is. Repeats none of it: it may hold a password."""
    if not _is_server(setting):
        return "must name a mail server, such as mailtos://USER:PASSWORD@mail.example.org?from=trede@example.org"
    parts = urlsplit(setting)
    if parts.path.strip("/") or RECIPIENTS & {name.casefold() for name, _ in parse_qsl(parts.query)}:
        return "names a recipient: each mail has its own. Leave out what follows the server, and to, cc and bcc"
    return ""


def _is_server(setting: str) -> bool:
    try:
        parts = urlsplit(setting)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
