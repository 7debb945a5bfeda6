"""`trede simulate --store --transcripts`: what a simulation leaves, so that anyone can search one for the other."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import canaries
import pytest
from click.testing import CliRunner, Result

from bot import simulated, simulation
from bot.__main__ import main
from bot.simulated import Left, NotFree
from simulator import transcripts
from simulator.ledger import Ledger, Seen
from simulator.markup import Button
from simulator.transcripts import Writer
from state_machines.files import Client
from storage.kek import KekFile
from storage.keyed import Keys
from storage.open import open_sqlite
from storage.port import StoreBroken

NINE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
SANNE = Writer(role="client", name="Sanne de V.", chat=101)
#: Shorter words lie in any file.
LEAST = 8


@dataclass(frozen=True, kw_only=True)
class Watched(Left):
    """Also remembers what there was to write."""

    rows: tuple[Seen, ...] = ()


def played(folder: Path, *, http: bool, clients: int = 2) -> Watched:
    """A week of two clients, kept whole."""
    left, rows = Left(database=folder / "kept.db", transcripts=folder / "typed"), list[Seen]()
    write = transcripts.write

    def watched(to: Path, writers: Iterable[Writer], ledger: Iterable[Seen]) -> None:
        rows.extend(ledger)
        write(to, writers, rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transcripts, "write", watched)
        counts, told = asyncio.run(simulation.play(clients=clients, weeks=1, seed=7, http=http, left=left))
    assert counts.right, told
    assert told["database"] == str(folder / "kept.db")
    return Watched(database=left.database, transcripts=left.transcripts, rows=tuple(rows))


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """In one process."""
    return played(tmp_path_factory.mktemp("left"), http=False)


def lines(left: Left, mark: str) -> set[str]:
    """What all transcripts have behind this mark."""
    assert left.transcripts is not None
    texts = [path.read_text(encoding="utf-8") for path in left.transcripts.iterdir()]
    return {line[2:] for text in texts for line in text.split("\n") if line.startswith(mark)}


def assert_left(left: Watched) -> None:
    """What was typed and said is in the transcripts; nothing of it lies in the database, which opens with its keys."""
    rows = left.rows
    typed = {line for row in rows if row.what in {"user_text", "user_edit"} for line in row.text.splitlines()}
    said = {line for row in rows if row.what in {"sent", "edited"} for line in row.text.splitlines()}
    assert typed <= lines(left, "> ")
    assert said <= lines(left, "< ")
    assert {b.label for row in rows for line in row.buttons for b in line} & lines(left, "> "), "taps show labels"
    assert left.database is not None
    content = {path.name: path.read_bytes() for path in left.database.parent.glob("kept.db*")}
    assert {"kept.db", "kept.db.kek", "kept.db.keys"} <= set(content)
    words = {line for line in lines(left, "> ") | lines(left, "< ") if len(line) >= LEAST}
    assert len(words) > 100
    assert canaries.found(words, content) == {}
    assert {"Sanne", "Ali"} <= {file.name for file in _files(left.database) if isinstance(file, Client)}
    with pytest.raises(StoreBroken):
        open_sqlite(left.database)


def _files(database: Path) -> list[object]:
    kek = KekFile(path=simulated.beside(database, simulated.KEY))
    store = open_sqlite(database, keys=Keys(path=simulated.beside(database, simulated.KEYS), kek=kek, now=lambda: NINE))
    try:
        assert store.upkeep.verify() == ()
        return list(store.views.files())
    finally:
        store.close()


def test_a_simulation_leaves_its_database_and_all_that_was_typed(left: Watched) -> None:
    """One file a person; database and transcripts can be searched for one another, and have nothing in common."""
    assert_left(left)
    assert left.transcripts is not None
    names = sorted(path.name for path in left.transcripts.iterdir())
    people = ["client-Ali.txt", "client-Sanne.txt", "coach-Joost-1.txt", "deputy-Anna.txt", "physician-Dr-Smit.txt"]
    assert names == people


@pytest.mark.long
def test_over_the_wire_it_leaves_the_same(tmp_path: Path) -> None:
    """The bot in a process of its own opens the same keys."""
    assert_left(played(tmp_path, http=True))


def test_a_line_says_who_it_is_by(tmp_path: Path) -> None:
    """Each line of what was typed or tapped, each line that the bot said, and headings that begin with neither."""
    told, here = Ledger(), {"chat_id": SANNE.chat, "at": NINE}
    yes = ((Button(label="Ja, dat is goed", data="we:agree"),),)
    told.add(what="user_text", message_id=1, text="eerste regel\n\n> derde", **here)
    told.add(what="sent", message_id=2, text="Hoi.\nWil je?", buttons=yes, **here)
    told.add(what="user_tap", message_id=2, text="we:agree", **here)
    told.add(what="user_voice", message_id=3, **here)
    told.add(what="sent", message_id=4, text="voor een ander", at=NINE, chat_id=7)
    transcripts.write(tmp_path / "made", [SANNE], told)
    assert (tmp_path / "made" / "client-Sanne-de-V.txt").read_text(encoding="utf-8").splitlines() == [
        "client Sanne de V., chat 101",
        "",
        "Tue 2026-12-01 09:00:00",
        "> eerste regel",
        "> ",
        "> > derde",
        "< Hoi.",
        "< Wil je?",
        "< [Ja, dat is goed]",
        "",
        "Tue 2026-12-01 09:00:00 taps",
        "> Ja, dat is goed",
        "",
        "Tue 2026-12-01 09:00:00 sends a voice message",
    ]
    with pytest.raises(FileExistsError):
        transcripts.write(tmp_path / "made", [replace(SANNE, chat=7)], told)


def called(*words: str) -> Result:
    """`trede simulate` that must refuse before it plays."""
    return CliRunner().invoke(main, ["simulate", *words])


@pytest.mark.parametrize("end", ["", "-wal", ".kek", ".keys"])
def test_a_database_is_never_overwritten(tmp_path: Path, end: str) -> None:
    """Nor its keys, nor what lies beside it: one line says so, and what is there stays."""
    there = tmp_path / f"kept.db{end}"
    there.write_bytes(b"mine")
    said = called("--store", f"sqlite:///{tmp_path / 'kept.db'}")
    assert said.exit_code == 1
    assert "there already" in said.output
    assert len(said.output.splitlines()) == 1
    assert there.read_bytes() == b"mine"


def test_transcripts_are_never_overwritten(tmp_path: Path) -> None:
    """A folder must be new or empty."""
    (tmp_path / "client-Sanne.txt").write_text("mine")
    said = called("--transcripts", str(tmp_path))
    assert (said.exit_code, len(said.output.splitlines())) == (1, 1)
    assert "isn't empty" in said.output
    assert (tmp_path / "client-Sanne.txt").read_text() == "mine"
    simulated.left("", str(tmp_path / "new"))


@pytest.mark.parametrize("store", ["kept.db", "postgresql:///kept", "sqlite:///", "sqlite:////no/such/folder/kept.db"])
def test_what_names_no_database_is_said_before_anything_is_played(store: str) -> None:
    """In one line, with the way to write it."""
    with pytest.raises(NotFree, match=re.escape("sqlite:///FILE") + "|no folder"):
        simulated.left(store, "")


def test_a_path_is_read_as_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three slashes: from here on; four: from the root on."""
    monkeypatch.chdir(tmp_path)
    named: Callable[[str], Path | None] = lambda store: simulated.left(store, "").database  # noqa: E731
    assert named("sqlite:///kept.db") == named(f"sqlite:///{tmp_path}/kept.db") == tmp_path / "kept.db"
