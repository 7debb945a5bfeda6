"""The settings of an installation: what may be left out, and every wrong one named, all at once."""

import os
from pathlib import Path

import pytest

from bot.settings import TELEGRAM, SettingsWrong, read

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting is set, and the folder is empty."""
    for name in [name for name in os.environ if name.startswith("TREDE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def wrong(**settings: str) -> str:
    """What is said about these settings."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(f"TREDE_{name}", value)
        with pytest.raises(SettingsWrong) as refused:
            read()
    return str(refused.value)


def test_a_token_is_all_that_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else has a default: Telegram's own API, a file in this folder, the computer's clock."""
    monkeypatch.setenv("TREDE_TOKEN", "42:abc")
    found = read()
    assert (found.token, found.api, found.database, found.clock) == ("42:abc", TELEGRAM, Path("trede.db"), "")


def test_what_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a copy of .env.example with lines left empty."""
    for name in ("API", "DB", "CLOCK", "LOG", "TOKEN_FILE", "MAIL", "HEALTH_PORT", "PING_URL"):
        monkeypatch.setenv(f"TREDE_{name}", "")
    monkeypatch.setenv("TREDE_TOKEN", "42:abc")
    found = read()
    assert (found.api, found.database, found.clock, found.log) == (TELEGRAM, Path("trede.db"), "", "info")


def test_every_wrong_setting_is_named_at_once() -> None:
    """One look tells all there is to mend, in the order of the names."""
    mail = "mailto://wij:geheim@x?to=iemand@example.org"
    watch = {"HEALTH_PORT": "8O80", "PING_URL": "geheim.example.org/x"}
    said = wrong(API="ftp://x", CLOCK="morgen", DB="/nergens/trede.db", LOG="LOUD", MAIL=mail, TOKEN="geheim", **watch)
    assert [line.split()[0] for line in said.splitlines()] == [
        "TREDE_API",
        "TREDE_CLOCK",
        "TREDE_DB",
        "TREDE_HEALTH_PORT",
        "TREDE_LOG",
        "TREDE_MAIL",
        "TREDE_PING_URL",
        "TREDE_TOKEN",
    ]
    assert "geheim" not in said, "neither a token nor a password is ever repeated"


@pytest.mark.parametrize("token", ["abc", ":abc", "42:", "42:a b", "42:a\nb", "a42:abc", "42:abc/x", "٤٢:abc"])
def test_something_that_is_no_token_is_refused(token: str) -> None:
    """Digits, a colon, letters; nothing that would end up in an address."""
    assert wrong(TOKEN=token).startswith("TREDE_TOKEN ")


def test_a_missing_token_says_where_it_comes_from() -> None:
    """And a command that needs none doesn't ask for it."""
    assert "BotFather" in wrong()
    assert read(needs_token=False).token == ""


def test_a_token_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With a line end; the token itself is then in no environment."""
    (tmp_path / "token").write_text("42:uit-een-bestand\n", encoding="utf-8")
    monkeypatch.setenv("TREDE_TOKEN_FILE", str(tmp_path / "token"))
    assert read().token == "42:uit-een-bestand"


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "can't be read"), (b"", "empty file"), (b" \n", "empty file"), (b"\xff\xfe", "no text")],
)
def test_a_token_file_that_cannot_be_used_is_named(content: bytes | None, says: str, tmp_path: Path) -> None:
    """And only the file: that the token is missing then goes without saying."""
    if content is not None:
        (tmp_path / "token").write_bytes(content)
    said = wrong(TOKEN_FILE=str(tmp_path / "token"))
    assert says in said
    assert said.startswith("TREDE_TOKEN_FILE ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    "api", ["", TELEGRAM, f"{TELEGRAM}/", "https://API.telegram.org", "http://api.telegram.org:443"]
)
def test_a_simulators_clock_is_refused_with_telegrams_own_api(api: str) -> None:
    """However its address is written."""
    assert "TREDE_CLOCK is for demo and simulation" in wrong(TOKEN="42:abc", CLOCK="http://127.0.0.1:8000", API=api)


def test_a_simulators_clock_goes_with_a_local_api(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the demo sets them; a slash at the end is taken off."""
    monkeypatch.setenv("TREDE_TOKEN", "42:demo")
    monkeypatch.setenv("TREDE_API", "http://127.0.0.1:8000/")
    monkeypatch.setenv("TREDE_CLOCK", "http://127.0.0.1:8000/")
    assert (read().api, read().clock) == ("http://127.0.0.1:8000", "http://127.0.0.1:8000")


@pytest.mark.parametrize("address", ["127.0.0.1:8081", "http://", "http:///x", "http://[", "file:///etc/passwd", "x"])
@pytest.mark.parametrize("name", ["API", "CLOCK"])
def test_what_is_no_address_is_refused(name: str, address: str) -> None:
    """With an example of one."""
    assert f"TREDE_{name} must be an address such as http://" in wrong(
        **{"TOKEN": "42:abc", "API": "http://127.0.0.1:8000", name: address}
    )


@pytest.mark.parametrize("path", [".", "/", "nergens/trede.db"])
def test_a_database_needs_a_folder_and_a_name(path: str) -> None:
    """A folder that isn't there, or a name that is a folder."""
    assert wrong(TOKEN="42:abc", DB=path).startswith("TREDE_DB ")


def test_a_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in what the settings look like in a log or an error."""
    monkeypatch.setenv("TREDE_TOKEN", "42:geheim")
    assert "geheim" not in repr(read())


def test_the_example_names_every_setting_and_no_other() -> None:
    """`.env.example` is the list that an installer reads."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line.startswith("TREDE_")}
    others = {"TREDE_API", "TREDE_DB", "TREDE_CLOCK", "TREDE_LOG", "TREDE_MAIL", "TREDE_HEALTH_PORT", "TREDE_PING_URL"}
    assert named == others | {"TREDE_TOKEN", "TREDE_TOKEN_FILE", "TREDE_KEK_FILE", "TREDE_KEYS"}


@pytest.mark.parametrize("port", ["0", "65536", "80a", "-1", "8082 ", "٨٠٨٢", "8082.0"])
def test_what_is_no_port_is_refused(port: str) -> None:
    """A number from 1 to 65535."""
    assert wrong(TOKEN="42:abc", HEALTH_PORT=port).startswith("TREDE_HEALTH_PORT must be a port")


@pytest.mark.parametrize("address", ["watch.example.org", "ftp://watch.example.org", "https://"])
def test_a_ping_goes_to_an_address_that_is_never_repeated(address: str) -> None:
    """It may hold a secret way."""
    said = wrong(TOKEN="42:abc", PING_URL=f"{address}/geheim")
    assert said.startswith("TREDE_PING_URL must be an address")
    assert "geheim" not in said


def test_a_port_and_a_ping_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what they look like in a log tells nothing of the ping."""
    for name, value in (("TOKEN", "42:abc"), ("HEALTH_PORT", "8082"), ("PING_URL", "https://watch.example.org/geheim")):
        monkeypatch.setenv(f"TREDE_{name}", value)
    assert (read().health_port, read().ping) == (8082, "https://watch.example.org/geheim")
    assert "geheim" not in repr(read())
