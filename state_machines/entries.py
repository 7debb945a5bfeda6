"""What files list: links, consents, what was typed, needs, talks and requests. Values alone; small and bounded."""

from dataclasses import dataclass
from datetime import date, datetime

#: What people can read and write in.
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, kw_only=True)
class Invite:
    """A one-time deep link: only the SHA-256 of its token is kept, with the moment it ends and who it is for."""

    digest: str
    expires: datetime


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What a client agreed to or withdrew: subject, hash and language of the text they read, moment (R34)."""

    subject: str
    given: bool
    text: str
    language: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Which question or note a typed message became, so that editing the message corrects it."""

    message_id: int
    date: date
    subject: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something that needs the coach: a kind from `needs.KINDS`, and since when."""

    kind: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Consult:
    """A talk with the coach (R1): beside the plan and outside its hash, so it may move. `number` names it for good."""

    number: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Evaluated:
    """An evaluation that was held: the date it was planned for (None: an extra one), when, and what came of it."""

    planned: date | None
    on: date
    outcome: str


@dataclass(frozen=True, kw_only=True)
class Request:
    """Something the client, or a lag, asks people to look at (R3, R38): `kind` is leeway | evaluation | topic.

    `why`: asked | lag | hours | end. A topic is what the client wants to discuss at the next evaluation, in own
    `words`. It changes no plan, and ends when the coach records what came of it.
    """

    kind: str
    why: str
    on: date
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The evaluation sheet that a client is reading or released (R33): choices and fingerprints, never its content.

    `without`: what was left out; `points`: marks of the points that were chosen; `shown`: the SHA-256 of what was shown
    last, on the local date `day`; `released`: of what was released, empty until then.
    """

    without: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    shown: str = ""
    day: date | None = None
    released: str = ""
