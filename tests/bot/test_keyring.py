"""Where the keys of an installation come from, and that nothing of the bot opens a database without asking for them."""

import ast
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import keyring, settings, shell
from bot.__main__ import main
from bot.settings import Settings
from storage.kek import KekFile
from storage.open import open_sqlite
from storage.port import StoreBroken
from storage.sqlite.backup import is_sealed

ROOT = Path(__file__).parents[2]
OUTSIDE = dict.fromkeys(
    ("TREDE_TOKEN", "TREDE_TOKEN_FILE", "TREDE_API", "TREDE_CLOCK", "TREDE_KEK_FILE", "TREDE_KEYS", "TREDE_LOG")
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the installation's database will be."""
    return tmp_path / "trede.db"


def trede(database: Path, *words: str, **own: str) -> tuple[int, str]:
    """A command of the shell: its exit code and what it said."""
    done = CliRunner(env={**OUTSIDE, "TREDE_DB": str(database), **own}).invoke(main, list(words))
    assert not done.exception or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_nothing_of_the_bot_opens_a_database_without_saying_with_which_keys() -> None:
    """Every call names `keys`; a new composition root that forgets them is found here."""
    calls = [
        (path.name, {keyword.arg for keyword in node.keywords})
        for path in sorted((ROOT / "bot").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "open_sqlite"
    ]
    assert len(calls) >= 4
    assert [name for name, given in calls if "keys" not in given] == []
    made = [path.name for path in (ROOT / "bot").glob("*.py") if "SqliteStore(" in path.read_text(encoding="utf-8")]
    assert made == []


def test_what_keeps_peoples_data_refuses_without_a_key_and_says_how_to_make_one(database: Path) -> None:
    """The bot and what makes a database: one line, and no file is made."""
    code, said = trede(database, "run", TREDE_TOKEN="42:x", TREDE_API="http://127.0.0.1:9")
    assert (code, "trede keys init" in said, len(said.splitlines())) == (1, True, 1), said
    with pytest.raises(keyring.NoKey), shell.opening(Settings(database=database), make=True):
        pass
    assert not database.exists()


def test_the_key_is_made_once_and_the_database_is_sealed_with_it(database: Path, tmp_path: Path) -> None:
    """`trede keys init`: a file for its owner alone; a second time there is nothing to do, and nothing is changed."""
    open_sqlite(database).close()
    kek = tmp_path / "kek"
    code, said = trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))
    assert (code, "now copy both" in said) == (0, True), said
    assert (is_sealed(database), kek.stat().st_mode & 0o777, len(key := kek.read_bytes())) == (True, 0o600, 32)
    code, said = trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))
    assert (code, "already" in said, kek.read_bytes() == key) == (1, True, True)
    code, said = trede(database, "keys", "status", TREDE_KEK_FILE=str(kek))
    assert (code, "1 keys" in said, "older seals   0" in said) == (0, True, True), said
    assert (key.hex() in said, repr(key)[2:-1] in said) == (False, False)


def test_a_new_key_is_not_made_for_a_key_store_that_has_one(database: Path, tmp_path: Path) -> None:
    """The old key was mislaid: another would open nothing."""
    kek = tmp_path / "kek"
    assert trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))[0] == 0
    kek.rename(tmp_path / "mislaid")
    code, said = trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))
    assert (code, "put that back" in said, kek.exists()) == (1, True, False)


def test_rotating_gives_new_keys_and_all_opens(database: Path, tmp_path: Path) -> None:
    """Another key in the same file; the older data keys stay, for backups."""
    kek = tmp_path / "kek"
    open_sqlite(database).close()
    trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))
    before = kek.read_bytes()
    code, said = trede(database, "keys", "rotate", TREDE_KEK_FILE=str(kek))
    assert (code, "version 2" in said, kek.read_bytes() != before) == (0, True, True), said
    assert trede(database, "verify", TREDE_KEK_FILE=str(kek)) == (0, "all chains are whole\n")


def test_the_key_store_is_copied_and_never_overwritten(database: Path, tmp_path: Path) -> None:
    """`trede keys backup`: for its owner alone, without the key that opens it."""
    kek, copy = tmp_path / "kek", tmp_path / "copy"
    trede(database, "keys", "init", TREDE_KEK_FILE=str(kek))
    assert trede(database, "keys", "backup", str(copy), TREDE_KEK_FILE=str(kek))[0] == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert kek.read_bytes() not in copy.read_bytes()
    code, said = trede(database, "keys", "backup", str(copy), TREDE_KEK_FILE=str(kek))
    assert (code, "nothing is ever overwritten" in said) == (1, True)


def test_a_credential_of_the_system_counts_when_no_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """systemd's `LoadCredential=trede-kek:...`; what is set in TREDE_KEK_FILE comes before it."""
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    KekFile(path=tmp_path / "trede-kek").make()
    (tmp_path / "trede-kek").chmod(0o440)  # as systemd does on some systems, with the folder closed to others
    monkeypatch.setenv("TREDE_DB", str(tmp_path / "trede.db"))
    assert keyring.kek_of(settings.read(needs_token=False)) is None
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    found = keyring.kek_of(settings.read(needs_token=False))
    assert found
    assert (found.path, len(found.read())) == (tmp_path / "trede-kek", 32)
    monkeypatch.setenv("TREDE_KEK_FILE", str(tmp_path / "own"))
    assert keyring.kek_of(settings.read(needs_token=False)) == KekFile(path=tmp_path / "own")


def test_rotating_with_a_credential_renews_what_it_can_and_says_how_to_renew_the_rest(
    database: Path, tmp_path: Path
) -> None:
    """Trede can't write a credential: it stays, everything opens, and the steps that are told do renew it."""
    folder = tmp_path / "credentials"
    folder.mkdir()
    kek, own = folder / "trede-kek", tmp_path / "own"
    KekFile(path=kek).make()
    kek.chmod(0o440)
    before, given = kek.read_bytes(), {"CREDENTIALS_DIRECTORY": str(folder)}
    assert trede(database, "keys", "init", **given)[0] == 0
    open_sqlite(database, keys=keyring.keys_of(Settings(database=database, kek_file=kek, kek_given=True))).close()
    code, said = trede(database, "keys", "rotate", **given)
    assert (code, kek.read_bytes()) == (0, before)
    steps = [line.strip() for line in said.splitlines() if line.startswith("  ")]
    assert [step[0] for step in steps] == ["1", "2", "3", "4", "5"]
    assert all(word in said for word in ("stop the bot", "TREDE_KEK_FILE=", "trede keys rotate", "shred", "doctor"))
    own.write_bytes(before)
    own.chmod(0o600)
    assert trede(database, "keys", "rotate", TREDE_KEK_FILE=str(own))[0] == 0
    assert own.read_bytes() != before
    assert trede(database, "clients", **given)[0] == 1
    kek.chmod(0o640)
    kek.write_bytes(own.read_bytes())
    assert trede(database, "clients", **given)[0] == 0


def test_a_demo_makes_a_key_by_itself_and_an_installation_never_does(database: Path) -> None:
    """It has a clock of its own, which Telegram's API refuses."""
    assert keyring.keys_of(Settings(database=database)) is None
    with pytest.raises(keyring.NoKey, match="trede keys init"):
        keyring.must_have(Settings(database=database))
    keys = keyring.must_have(Settings(database=database, clock="http://127.0.0.1:9", api="http://127.0.0.1:9"))
    open_sqlite(database, keys=keys).close()
    assert is_sealed(database)
    with pytest.raises(StoreBroken):
        open_sqlite(database)
