"""A file that is there whole or not at all: written under another name, and given its own when it is on the disk."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: What SQLite keeps beside a database; an old one of these beside another file would be taken for its own.
BESIDE = ("-wal", "-shm", "-journal")
UNFINISHED = ".unfinished"


class NotPlaced(RuntimeError):  # noqa: N818 - named for what happened
    """The file wasn't made, and nothing else was touched; the message says what is in the way."""


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A path to write at; when the block ends well, the file gets the name `path`, readable for its owner alone.

    An error, or a kill at any moment, leaves no file of that name. What a killed one left under the other name is
    overwritten by the next. Raises NotPlaced when something has the name, or when the folder can't be written.
    """
    _refuse_taken(path)
    part = path.with_name(path.name + UNFINISHED)
    try:
        held = os.open(part, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise NotPlaced(f"{path} can't be made: {error.strerror}") from error
    try:
        _take(held, path)
        try:
            _clear(part)
            yield part
            os.fsync(held)
            _name(part, path)
        finally:
            for beside in ("", *BESIDE):
                part.with_name(part.name + beside).unlink(missing_ok=True)
    finally:
        os.close(held)  # last: closing a file drops this process's locks on it, also those that SQLite took


def _refuse_taken(path: Path) -> None:
    for beside in ("", *BESIDE):
        found = path.with_name(path.name + beside)
        if found.is_symlink() or found.exists():
            raise NotPlaced(f"{found} is there already, and nothing is ever overwritten: choose another name")


def _take(held: int, path: Path) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise NotPlaced(f"another command is making {path} at this moment") from error


def _clear(part: Path) -> None:
    """Nothing of an earlier try stays: its journal would be played back into the new file."""
    os.truncate(part, 0)
    for beside in BESIDE:
        part.with_name(part.name + beside).unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    """Give the file its name, never another's; the name itself is on the disk afterwards."""
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise NotPlaced(f"{path} was made by somebody else meanwhile, and nothing is ever overwritten") from error
    except OSError as error:  # a disk that knows no links
        if path.exists():
            raise NotPlaced(f"{path} was made by somebody else meanwhile, and nothing is ever overwritten") from error
        part.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
