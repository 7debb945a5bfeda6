"""Decoded files in memory, each with the version it was read at, so that a turn seldom decodes one.

A file is *sure* when nobody else has written to the database since it was read, compared or written here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from storage.snapshot import Snapshot

MOST = 1_000  # about 80 kB each when the window is full


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A snapshot, the table it stands in and the version of its row."""

    table: str
    version: int
    snapshot: Snapshot


class KeptFiles:
    """The most recently used files. What a batch put here is dropped when that batch, or its level of it, is undone."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._files: dict[str, Kept] = {}
        self._levels: list[set[str]] = []
        self._sure: set[str] = set()
        self._chats: dict[int, str] = {}
        self._seen = -1

    @contextmanager
    def level(self) -> Iterator[None]:
        """One level of a batch."""
        touched: set[str] = set()
        self._levels.append(touched)
        try:
            yield
        except BaseException:
            for file in touched:
                self.drop(file)
            raise
        finally:
            self._levels.pop()
            if self._levels:
                self._levels[-1] |= touched

    def compare(self, seen: int) -> None:
        """`seen` changes whenever another connection has written: then no file is sure any more."""
        if seen != self._seen:
            self._sure.clear()
            self._seen = seen

    def get(self, file: str) -> Kept | None:
        """The file as last seen; whether that is still its version is for the caller to compare."""
        found = self._files.pop(file, None)
        if found is not None:
            self._files[file] = found  # now the youngest
        return found

    def is_sure(self, file: str) -> bool:
        """Whether this is the file's version still, for a batch that holds the write lock and has compared."""
        return file in self._sure

    def talks_from(self, chat: int) -> str | None:
        """The file of a chat, as far as that is sure."""
        file = self._chats.get(chat)
        return file if file in self._sure else None

    def make_sure(self, file: str) -> None:
        """The version of this file was compared in this batch."""
        if self._levels:
            self._sure.add(file)
            self._index(file, self._files[file])

    def put(self, file: str, kept: Kept) -> None:
        """Remember a file; the one longest unused makes room."""
        self._unindex(self._files.pop(file, None))
        self._files[file] = kept
        self.make_sure(file)
        if self._levels:
            self._levels[-1].add(file)
        if len(self._files) > self._most:
            self.drop(next(iter(self._files)))

    def drop(self, file: str) -> None:
        """Forget a file."""
        self._unindex(self._files.pop(file, None))
        self._sure.discard(file)

    def _index(self, file: str, kept: Kept) -> None:
        if kept.snapshot.file.chat is not None:
            self._chats[kept.snapshot.file.chat] = file

    def _unindex(self, kept: Kept | None) -> None:
        chat = None if kept is None else kept.snapshot.file.chat
        if chat is not None:
            self._chats.pop(chat, None)
