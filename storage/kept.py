"""Decoded files in memory, each with the version it was read at, so that a turn seldom decodes one."""

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
            else:
                self._sure.clear()

    def get(self, file: str) -> Kept | None:
        """The file as last seen; whether that is still its version is for the caller to compare."""
        found = self._files.pop(file, None)
        if found is not None:
            self._files[file] = found  # now the youngest
        return found

    def is_sure(self, file: str) -> bool:
        """Whether this batch, which holds the write lock, has seen or written the file's version already."""
        return file in self._sure

    def make_sure(self, file: str) -> None:
        """The version of this file was compared in this batch."""
        if self._levels:
            self._sure.add(file)

    def put(self, file: str, kept: Kept) -> None:
        """Remember a file; the one longest unused makes room."""
        self._files.pop(file, None)
        self._files[file] = kept
        self.make_sure(file)
        if self._levels:
            self._levels[-1].add(file)
        if len(self._files) > self._most:
            del self._files[next(iter(self._files))]

    def drop(self, file: str) -> None:
        """Forget a file."""
        self._files.pop(file, None)
        self._sure.discard(file)
