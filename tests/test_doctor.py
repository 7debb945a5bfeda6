"""`trede doctor` and `trede safety`: what is right about an installation, and who approved the safety texts (R22)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from test_plan_cli import trede

from bot import doctor, keys_looked_at, regime
from bot.turn import Door
from dialogues import safety_texts, signal
from dialogues.prompt import Message
from dialogues.words import LANGUAGES, words
from state_machines.events import DeputyChosen, DeskOpened, ProfessionalAdded, Unreached
from state_machines.files import Invite
from storage.open import open_sqlite
from storage.organisation import Setting
from storage.sqlite.backup import is_sealed
from tests import keyed

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
APPROVED = ("--name", "Dr. Vera Smit", "--role", "psychiatrist")


@contextmanager
def at_the_door(database: Path) -> Iterator[Door]:
    """The installation's own door, for what can't be typed at the shell."""
    opened = keyed.opened(database)
    with opened.batch():
        yield Door(opened)
    opened.close()


def add(door: Door, name: str, *, role: str = "coach", chat: int | None = None) -> str:
    """A professional, with or without their link opened; their id."""
    file_id = f"p-{name.casefold()}"
    invite = Invite(digest=f"{name:x<64}", expires=NOW + timedelta(hours=72))
    door.act(None, ProfessionalAdded(at=NOW, professional=file_id, name=name, language="nl", invite=invite, role=role))
    if chat is not None:
        door.act(file_id, DeskOpened(at=NOW, chat=chat, language="nl"), role="coach")
    return file_id


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An installation with nobody in it yet."""
    path = tmp_path / "trede.db"
    opened = keyed.opened(path)
    regime.choose(opened, "delegation", name="A. Baas", role="director", at=NOW, by="op")
    opened.close()
    return path


def run(database: Path, *said: str) -> Result:
    """A short command at this installation."""
    return trede(*said, settings={"TREDE_DB": str(database)})


def lines(database: Path) -> list[str]:
    """What the doctor says; there is no fault."""
    result = run(database, "doctor")
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def about(database: Path, subject: str) -> list[str]:
    """What the doctor says about something: the kind of each line and its text."""
    found = (line for line in lines(database) if f"  {subject}: " in line)
    return [f"{line.split()[0]} {line.split(': ', 1)[1]}" for line in found]


# --- the safety texts ---------------------------------------------------------------------------------------------


def test_the_safety_texts_are_unapproved_until_a_professional_is_recorded(database: Path) -> None:
    """A note, no fault: the installation may run. Then who, as what, when."""
    assert about(database, "safety texts")[0].startswith("note not yet approved by a professional (")
    assert run(database, "safety", "approve", *APPROVED).exit_code == 0
    [line] = about(database, "safety texts")
    assert line.startswith("ok approved by Dr. Vera Smit (psychiatrist) on 20")


def test_an_approval_of_other_words_does_not_count(database: Path) -> None:
    """A text that has changed since is unapproved again; who approved the earlier wording is told."""
    earlier = Setting(what="safety_texts", values=(("digest", "0" * 64),), name="Iris", role="GP", at=NOW)
    with at_the_door(database) as door:
        door.store.organisation.put(earlier)  # type: ignore[attr-defined]
    [line] = about(database, "safety texts")
    assert line.startswith(
        "note not yet approved by a professional; Iris (GP) on 2026-11-30 approved an earlier wording"
    )
    run(database, "safety", "approve", *APPROVED)
    assert about(database, "safety texts")[0].startswith("ok approved by Dr. Vera Smit")


def test_approvals_are_kept_with_the_digest_one_after_the_other(database: Path) -> None:
    """Append-only: who approved what and when stays readable (design: settings)."""
    for name in ("Vera", "Iris"):
        run(database, "safety", "approve", "--name", name, "--role", "GP", "--by", "ops")
    opened = keyed.opened(database)
    kept = opened.organisation.settings("safety_texts")
    opened.close()
    assert [(each.name, each.role, each.by) for each in kept] == [("Vera", "GP", "ops"), ("Iris", "GP", "ops")]
    assert {each.values for each in kept} == {(("digest", safety_texts.digest()),)}


@pytest.mark.parametrize("given", [("--name", "Vera"), ("--role", "GP"), (), ("--name", " ", "--role", "GP")])
def test_an_approval_needs_a_name_and_a_role(database: Path, given: tuple[str, ...]) -> None:
    """Nothing is recorded without them."""
    assert run(database, "safety", "approve", *given).exit_code == 2
    assert about(database, "safety texts")[0].startswith("note")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_can_be_read_with_their_numbers_and_buttons(database: Path, language: str) -> None:
    """All that a professional approves, in either language, as the client will see it."""
    read = run(database, "safety", "texts", language).stdout
    for line in signal.numbers(words(language)):
        assert read.count(line) >= 8
    assert signal.in_passing(words(language)) in read
    assert "{coach}" in read
    assert "113.nl" in read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_safety_text_is_among_those_that_are_approved(language: str) -> None:
    """A text that is added later is approved with the others."""
    named = {name for name, _, _ in safety_texts.CASES}
    assert named == {name for name in safety_texts.CLIENT_TEXTS if name.startswith("safety.")}
    assert len(list(safety_texts.every(language))) == len(safety_texts.CASES) + 1


def test_the_digest_moves_with_every_word_button_and_address() -> None:
    """Whatever changes in whichever text, in whichever language: another digest."""
    texts = {language: tuple(safety_texts.every(language)) for language in LANGUAGES}
    found = {safety_texts.digest()}
    count = 1
    for language, messages in texts.items():
        for n, (case, message) in enumerate(messages):
            for changed in other_wordings(message):
                others = (*messages[:n], (case, changed), *messages[n + 1 :])
                found.add(safety_texts.digest_of({**texts, language: others}))
                count += 1
    assert len(found) == count > 60


def other_wordings(message: Message) -> Iterator[Message]:
    """The message with another text, and with another label or address for each of its buttons."""
    yield replace(message, text=message.text + ".")
    for n, row in enumerate(message.rows):
        button = row[0]
        other = button._replace(url=button.url + "/") if button.url else button._replace(label=button.label + ".")
        yield replace(message, rows=(*message.rows[:n], (other, *row[1:]), *message.rows[n + 1 :]))


# --- people -------------------------------------------------------------------------------------------------------


def test_who_cannot_be_reached_and_who_has_no_deputy_is_named(database: Path) -> None:
    """Coaches and physicians whose link wasn't opened; coaches without a deputy. Notes, no faults."""
    assert about(database, "coaches") == ["note none yet: trede coach add NAME"]
    with at_the_door(database) as door:
        joost, bram = add(door, "Joost", chat=1), add(door, "Bram", chat=2)
        add(door, "Cas")
        add(door, "Smit", role="physician")
        door.act(joost, DeputyChosen(at=NOW, deputy=bram))
        door.act(bram, Unreached(at=NOW))
    assert about(database, "coach Joost") == ["ok can be reached, Bram is deputy"]
    assert about(database, "coach Bram") == [
        "note messages don't arrive: the bot is blocked or the chat is gone",
        "note has no deputy",
    ]
    assert about(database, "coach Cas") == ["note the link wasn't opened yet", "note has no deputy"]
    assert about(database, "physician Smit") == ["note the link wasn't opened yet"]
    assert about(database, "coaches") == []


# --- faults -------------------------------------------------------------------------------------------------------


def test_a_whole_database_is_ok(database: Path) -> None:
    """In one line."""
    assert about(database, "database") == ["ok all chains are whole"]


def test_a_damaged_database_is_a_fault_and_ends_with_1(database: Path) -> None:
    """What `trede verify` finds, the doctor tells too."""
    with at_the_door(database) as door:
        add(door, "Joost", chat=1)
    opened = keyed.opened(database)
    opened.connection.run("DROP TRIGGER log_never_changes")  # type: ignore[attr-defined]
    opened.close()
    result = run(database, "doctor")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("fault  database: ")]


def test_the_keys_have_lines_of_their_own(database: Path, tmp_path: Path) -> None:
    """One that opens the key store, who can read it, and how old the copy of the key store is."""
    kek = database.with_name("trede.db.kek")
    fits, beside, copy = about(database, "keys")
    assert fits == f"ok {kek}, for its owner alone; it opens the key store (version 1)"
    assert beside.startswith("note the key file stands beside the database")
    assert copy.startswith("note no copy of the key store is known of here: trede keys backup")
    assert run(database, "keys", "backup", str(tmp_path / "copy")).exit_code == 0
    assert about(database, "keys")[2] == "ok the key store was copied 0 days ago"
    keys_looked_at.note_copied(database.with_name("trede.db.keys"), datetime.now(UTC) - timedelta(days=8))
    assert about(database, "keys")[2].startswith("note the key store was copied 8 days ago: trede keys backup")
    database.with_name("trede.db.keys").chmod(0o644)
    result = run(database, "doctor")
    assert (result.exit_code, "others can read" in result.stdout) == (1, True)
    kek.chmod(0o644)
    result = run(database, "doctor")
    assert (result.exit_code, f"chmod 600 {kek}" in result.output) == (1, True)


def test_an_installation_without_a_key_hears_it_at_every_command(tmp_path: Path) -> None:
    """Its database is plain: that is a fault, and each command says what to do next."""
    plain = tmp_path / "plain.db"
    open_sqlite(plain).close()
    result = run(plain, "doctor")
    assert result.exit_code == 1
    assert "fault  keys: what people said stands plain in the database" in result.stdout
    for said in (("clients",), ("coach", "list")):
        done = run(plain, *said)
        assert (done.exit_code, "trede keys init" in done.stderr) == (0, True)
    kek = {"TREDE_DB": str(plain), "TREDE_KEK_FILE": str(tmp_path / "kek")}
    assert trede("keys", "init", settings=kek).exit_code == 0
    assert "trede keys init" not in trede("clients", settings=kek).stderr
    assert is_sealed(plain)


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    """And makes none."""
    path = tmp_path / "none.db"
    result = run(path, "doctor")
    assert result.exit_code == 1
    assert "there is no database" in result.stderr
    assert not path.exists()


def test_every_line_has_one_of_three_kinds() -> None:
    """Nobody has to guess what must be mended."""
    finding = doctor.Finding(kind=doctor.NOTE, about="a", text="b")
    assert str(finding) == "note   a: b"
    assert str(replace(finding, kind=doctor.FAULT)) == "fault  a: b"
