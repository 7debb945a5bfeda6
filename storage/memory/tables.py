"""Tables in memory that can be rolled back: every change notes how to undo it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from state_machines.files import Consent
from storage.chain import Link
from storage.organisation import Setting
from storage.port import Letter, LetterState, StoreRefused
from storage.snapshot import Snapshot

K = TypeVar("K")
V = TypeVar("V")

WakeKey = tuple[str, str, date, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeRow:
    """A wake: waiting while `ended` is None."""

    at: datetime
    expires: datetime | None
    ended: datetime | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter and how it stands. `unsure`: tries of which nobody knows; `tried`: when it was last, if it is to be
    again; `emptied`: its body is gone; `planned`: when it was to go before it was put off."""

    letter: Letter
    state: LetterState = LetterState.DUE
    tries: int = 0
    unsure: int = 0
    tried: datetime | None = None
    settled: datetime | None = None
    message_id: int | None = None
    reason: str = ""
    emptied: bool = False
    sent: datetime | None = None
    planned: datetime | None = None


class Tables:
    """What a store keeps, as plain dictionaries of frozen rows, changed by `put` and `drop` alone."""

    def __init__(self) -> None:
        self.files: dict[str, Snapshot] = {}
        self.chains: dict[tuple[str, str, int], Link] = {}
        self.consents: dict[tuple[str, int], Consent] = {}
        self.agreements: dict[tuple[str, int], tuple[str, str]] = {}
        self.people: dict[int, str] = {}
        self.invites: dict[str, str] = {}
        self.wakes: dict[WakeKey, WakeRow] = {}
        self.waiting: dict[WakeKey, WakeRow] = {}
        self.letters: dict[int, LetterRow] = {}
        self.unsettled: dict[int, LetterRow] = {}
        self.slots: dict[tuple[int, str], tuple[int, ...]] = {}
        self.updates: dict[int, tuple[datetime, bytes | None]] = {}
        self.erased: dict[str, datetime] = {}
        self.settings: dict[int, Setting] = {}
        self.polled: dict[str, datetime] = {}
        self.given: dict[str, int] = {"letter": 0}  # the last number given; erasing a letter doesn't give it free
        self._undo: list[Callable[[], object]] = []
        self._depth = 0

    @contextmanager
    def level(self) -> Iterator[None]:
        """A batch, or a batch in a batch. An exception undoes exactly what was changed in it."""
        mark = len(self._undo)
        self._depth += 1
        try:
            yield
        except BaseException:
            while len(self._undo) > mark:
                self._undo.pop()()
            raise
        finally:
            self._depth -= 1
            if not self._depth:
                self._undo.clear()

    def must_be_in_batch(self) -> None:
        """Raises StoreRefused outside a batch."""
        if not self._depth:
            raise StoreRefused("the store was used outside `with store.batch():`")

    def put(self, table: dict[K, V], key: K, row: V) -> None:
        """Set a row."""
        self._note(table, key)
        table[key] = row

    def drop(self, table: dict[K, Any], key: K) -> None:
        """Delete a row, if it is there."""
        if key in table:
            self._note(table, key)
            del table[key]

    def drop_all(self, table: dict[K, V], gone: Callable[[K, V], bool]) -> int:
        """Delete the rows for which `gone` holds, and say how many."""
        keys = [key for key, row in table.items() if gone(key, row)]
        for key in keys:
            self.drop(table, key)
        return len(keys)

    def chain(self, table: str, file: str) -> tuple[Link, ...]:
        """The rows of one of a file's chains, in order."""
        snapshot = self.files.get(file)
        if snapshot is None:
            return ()
        count = getattr(snapshot.tips, table).count
        return tuple(self.chains[table, file, n] for n in range(1, count + 1))

    def _note(self, table: dict[K, V], key: K) -> None:
        if key in table:
            before = table[key]
            self._undo.append(lambda: table.__setitem__(key, before))
        else:
            self._undo.append(lambda: table.pop(key, None))
