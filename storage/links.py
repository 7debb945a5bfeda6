"""The rows that a turn or a look adds to a file's chains, and what they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from state_machines.plan import Plan
from storage import chain, codec, laws
from storage.chain import Columns, Link, Tips
from storage.codec import moment_text
from storage.port import Letter, Record, Turn

NewestPlan = Callable[[], tuple[int, str] | None]

COLUMNS = {"log": ("at", "actor"), "plan": ("at", "version", "fingerprint", "log"), "access": ("at",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What a plan row keeps: the version, why it came, and who registered it."""

    plan: Plan
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What an access row keeps: who looked, by which name, why, at what, and on whose behalf."""

    who: str
    name: str
    why: str
    what: str
    behalf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What an outbox row keeps sealed: the rendered letter and the name of its slot."""

    body: str = ""
    slot: str = ""


@dataclass(frozen=True, kw_only=True)
class LastWords:
    """What the ledger of the keys keeps of an erasure until its rows are gone, sealed: the client's name, and the
    letters of the turn that asked for it (numbers to take out of the chat, the last message)."""

    name: str = ""
    letters: tuple[Letter, ...] = ()


def of_turn(turn: Turn, file: str, tips: Tips, newest: NewestPlan) -> tuple[list[tuple[str, Link]], Tips]:
    """The log row and the plan row of a turn, as far as it has them, and the new ends of all chains."""
    links: list[tuple[str, Link]] = []
    if turn.record is not None:
        columns = (moment_text(turn.at), laws.actor_of(turn.record.event))
        row, tip = chain.link("log", file, tips.log, columns, codec.encode(turn.record))
        links.append(("log", row))
        tips = tips._replace(log=tip)
    if turn.plan is not None and turn.record is not None:
        laws.check_follows(turn.plan, newest())
        row, tip = _plan(turn, turn.plan, turn.record, file, tips)
        links.append(("plan", row))
        tips = tips._replace(plan=tip)
    for table, covered in yeses(turn):
        tips = tips._replace(**{table: chain.after(table, file, getattr(tips, table), covered)})
    return links, tips


def yeses(turn: Turn) -> Iterator[tuple[str, Columns]]:
    """What the client said yes to, or withdrew, in this turn: for each row its table and what its chain covers."""
    for consent in laws.new_consents(turn):
        yield "consent", consent_columns(moment_text(consent.at), codec.encode(consent))
    if fingerprint := laws.new_agreement(turn):
        yield "agreement", (moment_text(turn.at), fingerprint)


def consent_columns(at: str, payload: bytes) -> Columns:
    """What the chain of consents covers of a row: its moment and a digest of what it says."""
    return at, sha256(payload).hexdigest()


def of_look(file: str, tips: Tips, at: datetime, looked: Looked) -> tuple[Link, Tips]:
    """The access row of a look, and the new ends of the chains."""
    row, tip = chain.link("access", file, tips.access, (moment_text(at),), codec.encode(looked))
    return row, tips._replace(access=tip)


def _plan(turn: Turn, plan: Plan, record: Record, file: str, tips: Tips) -> tuple[Link, chain.Tip]:
    columns = (moment_text(turn.at), plan.version, plan.digest(), tips.log.count)
    payload = codec.encode(Registered(plan=plan, why=turn.why, by=record.by))
    return chain.link("plan", file, tips.plan, columns, payload)
