"""What `trede backup` and `trede restore` do and answer."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot import crash, erased, keyring, shell
from bot.app import AlreadyRunning, only_one
from bot.settings import Settings
from state_machines.files import Client
from storage.open import SqliteStore
from storage.placing import NotPlaced
from storage.sqlite import backup
from storage.sqlite.backup import Inspected, Unsound

if TYPE_CHECKING:
    from storage.keyed import Keys

ASKED = "at its next start everybody is asked once to send again what they sent since the backup"


class NotDone(shell.NotFound):
    """A backup or restore that wasn't done; the message says why, and that nothing was changed."""


def back_up(settings: Settings, to: Path) -> str:
    """Copy the installation's database to a new file, also while its bot runs. Raises NotDone."""
    if not settings.database.exists():
        raise shell.NotFound(f"there is no database {settings.database}: start in its folder, or name it in TREDE_DB")
    with _said(to, settings.database):
        found = backup.back_up(settings.database, to, lambda *_: crash.here(crash.BACKUP))
    size = to.stat().st_size / 2**20
    return f"{to}: {size:.1f} MB, whole ({_rows(found)}). Try it out now and then: trede restore --check {to}"


def check(settings: Settings, file: Path) -> tuple[str, bool]:
    """Try a backup out in a temporary place: what it holds, and whether it can be used. Raises NotDone."""
    _must_be_there(file)
    with _said(file, file):
        found = backup.check(file, keyring.keys_of(settings))
    return "\n".join(_told(file, found)), not found.faults


def restore(settings: Settings, file: Path, to: Path, *, moved: bool, erased_in: Path | None) -> str:
    """Put a backup in place under a name that is free. Raises NotDone."""
    _must_be_there(file)
    if erased_in is not None and not erased_in.is_file():
        raise NotDone(f"there is no file {erased_in}")
    if not to.absolute().parent.is_dir():
        raise NotDone(f"there is no folder {to.parent}; nothing was changed")
    _nobody_at(to, "stop it, or choose another name")
    with _said(to, file):
        now, marks = shell.moment_now(settings), backup.erased_in(erased_in) if erased_in else ()
        keys, made = _keys_at(settings, to)
        amend = partial(_erase_again, marks, now)
        try:
            found, aside = backup.restore(file, to, now, keys=keys, moved=moved, amend=amend)
        except BaseException:
            for path in made:
                path.unlink(missing_ok=True)
            raise
    return "\n".join(
        [
            *_told(file, found),
            f"{'put in place':<14}{to}",
            f"{'letters':<14}{_letters(aside, moved=moved)}",
            *([] if moved else [f"{'asked':<14}{ASKED}"]),
        ]
    )


def _keys_at(settings: Settings, to: Path) -> tuple["Keys | None", Sequence[Path]]:
    """The keys of a database at `to`: with the key store there, else a copy of the installation's, made now."""
    keys = keyring.keys_of(settings)
    if keys is None:
        return None, ()
    store = settings.keys or keyring.store_of(settings, database=to)
    if store.exists() or not keys.path.exists():
        return replace(keys, path=store), ()
    keys.store().back_up(store)
    made = [store]
    if settings.kek_file is None:  # a demo's, which stands beside the database
        made.append(keyring.copy_beside(keys.kek, to))
    return replace(keys, path=store), made


def _erase_again(marks: Sequence[tuple[str, datetime]], now: datetime, store: SqliteStore) -> None:
    """Who was erased since the backup doesn't come back (R34); the ledger of the keys was gone through already."""
    erased.tell_desks(store, now)
    for file_id, at in marks:
        with store.batch():
            file = store.load(file_id)
            if isinstance(file, Client):
                shell.erase(store, file, at, shell.login())
            else:
                store.forget(file_id, at)


@contextmanager
def _said(path: Path, of: Path) -> Iterator[None]:
    """What is in the way of making `path` out of `of`, in words for the shell."""
    try:
        yield
    except NotPlaced as error:
        raise NotDone(str(error)) from error
    except Unsound as error:
        told = "\n".join(_told(of, error.inspected))
        raise NotDone(f"{told}\n{path} was not made; nothing was changed") from error
    except OSError as error:
        raise NotDone(f"{path}: {error.strerror or type(error).__name__}; nothing was changed") from error


def _nobody_at(path: Path, instead: str) -> None:
    """No bot works on a file of this name, even one that was taken away from under it. Raises NotDone."""
    if not path.with_name(f"{path.name}.lock").exists():
        return
    try:
        with only_one(path):
            return
    except AlreadyRunning:
        raise NotDone(f"a bot works on {path}: {instead}") from None


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise NotDone(f"there is no file {file}")
    _nobody_at(file, "that is no backup. Make one first: trede backup PATH")


def _told(file: Path, found: Inspected) -> Iterator[str]:
    if found.steps:
        newer = f"; this version takes {', '.join(found.behind)} too" if found.behind else ""
        yield f"{'schema':<14}{found.steps[-1]}{newer}"
    for table, count in found.counts.items():
        yield f"{table:<14}{count}"
    for fault in found.faults:
        yield f"{'fault':<14}{fault}"
    if found.faults:
        yield f"{file} can't be used as it is"
    else:
        yield f"{'whole':<14}pages, references and all chains"
    if found.opened:
        yield f"{'opened':<14}{', '.join(f'{n} of {of} {table}' for table, (n, of) in found.opened.items())}"


def _rows(found: Inspected) -> str:
    held = found.counts
    return f"{held['client']} clients, {held['professional']} professionals, {held['log']} log rows"


def _letters(aside: Mapping[str, int], *, moved: bool) -> str:
    if moved:
        return "all wait on, as nothing ran since the backup"
    if not aside:
        return "none had been waiting"
    kinds = ", ".join(f"{count} {kind}" for kind, count in aside.items())
    return f"{kinds}: not sent again, as they very likely went out since the backup; kept as uncertain"
