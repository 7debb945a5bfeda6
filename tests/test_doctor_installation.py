"""What `trede doctor` sees of the machine: folder, disk, zones, fonts, mail, and how old the emergency numbers are."""

import asyncio
import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from test_plan_cli import trede

from bot import connection, installation, regime
from bot.findings import Finding
from bot.settings import Settings
from dialogues import emergency_numbers
from simulator import server
from state_machines import days
from storage.open import Opened, open_sqlite
from tests import keyed

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def opened(tmp_path: Path):
    """An installation with nobody in it."""
    store = open_sqlite(tmp_path / "trede.db")
    yield store
    store.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Its settings."""
    return Settings(database=tmp_path / "trede.db")


def kinds(findings: object) -> list[str]:
    """How serious each finding is."""
    return [finding.kind for finding in findings]  # type: ignore[attr-defined]


def test_a_good_installation_has_no_fault(tmp_path: Path) -> None:
    """Every look says something, in the form of all the others; without a token nobody is asked."""
    opened = keyed.opened(tmp_path / "trede.db")
    regime.choose(opened, "own_tool", name="A. Baas", role="director", at=datetime.now(UTC), by="op")
    opened.close()
    where = {"TREDE_DB": "trede.db", "TREDE_KEK_FILE": "trede.db.kek", "TREDE_KEYS": "trede.db.keys"}
    result = trede("doctor", settings={name: str(tmp_path / file) for name, file in where.items()})
    assert result.exit_code == 0, result.output
    about = [line[7:].split(": ")[0] for line in result.stdout.splitlines()]
    looks = ["write access", "disk", "zones", "pictures", "mail", "emergency numbers", "token", "bot"]
    assert [name for name in about if name in looks] == looks


def test_a_database_that_others_can_read_is_a_fault(settings: Settings, opened: Opened) -> None:
    """Health stands in it; the finding says how to mend it."""
    assert kinds(installation.folder(settings, opened, NOW)) == ["ok"]
    settings.database.chmod(0o640)
    [finding] = installation.folder(settings, opened, NOW)
    assert finding.kind == "fault"
    assert "chmod 600" in finding.text


def test_a_folder_that_cannot_be_written_is_a_fault(
    settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal stands beside the database: both are named."""
    monkeypatch.setattr(installation.os, "access", lambda path, _: path == settings.database)
    [finding] = installation.folder(settings, opened, NOW)
    assert (finding.kind, str(settings.database.parent) in finding.text) == ("fault", True)


@pytest.mark.parametrize(("free", "kind"), [(100, "fault"), (600, "note"), (5000, "ok")])
def test_a_disk_that_fills_up_is_told_in_time(
    free: int, kind: str, settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In megabytes that are free."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, free * 2**20))
    [finding] = installation.disk(settings, opened, NOW)
    assert (finding.kind, f"{free} MB free" in finding.text) == (kind, True)


def test_a_large_database_needs_more_room(settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """An erasure writes it anew: three times its size must be free."""
    with settings.database.open("r+b") as file:
        file.truncate(2**31)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 5000 * 2**20))
    assert kinds(installation.disk(settings, opened, NOW)) == ["fault"]


def test_a_zone_without_data_is_a_fault(settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nobody knows when it is morning there; nor when clocks change without its summer time."""
    assert kinds(installation.zones(settings, opened, NOW)) == ["ok"]
    monkeypatch.setattr(days, "AMSTERDAM", "Europe/Nergens")
    [finding] = installation.zones(settings, opened, NOW)
    assert (finding.kind, "Europe/Nergens" in finding.text) == ("fault", True)
    monkeypatch.undo()
    monkeypatch.setattr(days, "zone_of", lambda _: ZoneInfo("Etc/GMT-1"))
    [finding] = installation.zones(settings, opened, NOW)
    assert (finding.kind, "summer time" in finding.text) == ("fault", True)


def test_missing_fonts_are_a_fault(settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each that is missing is named."""
    assert kinds(installation.fonts(settings, opened, NOW)) == ["ok"]
    monkeypatch.setattr(installation, "FONTS", ("DejaVuSans.ttf", "Nergens.ttf"))
    [finding] = installation.fonts(settings, opened, NOW)
    assert (finding.kind, "missing: Nergens.ttf (" in finding.text) == ("fault", True)


@pytest.mark.parametrize(
    ("mail", "kind"),
    [("", "note"), ("mailto://127.0.0.1:25?from=trede@example.org", "ok"), ("mailto://127.0.0.1:25", "fault")],
)
def test_mail_without_a_server_is_told_and_without_a_sender_a_fault(mail: str, kind: str, opened: Opened) -> None:
    """As far as can be seen without sending; the setting itself is never repeated."""
    [finding] = installation.mail(Settings(mail=mail), opened, NOW)
    assert finding.kind == kind
    assert "127.0.0.1" not in finding.text


@pytest.mark.parametrize(("after", "kind"), [(180, "ok"), (181, "note")])
def test_emergency_numbers_that_nobody_looked_up_lately_are_told(
    after: int, kind: str, settings: Settings, opened: Opened
) -> None:
    """112 and 113 change seldom, and are what counts most (R22)."""
    day = emergency_numbers.CHECKED + timedelta(days=after)
    now = datetime.combine(day, NOW.timetz())
    [finding] = installation.numbers(settings, opened, now)
    assert finding.kind == kind
    assert date.isoformat(emergency_numbers.CHECKED) in finding.text


@pytest.mark.parametrize(
    ("ahead", "kind", "says"),
    [
        (1, "ok", "right"),
        (20, "note", "s ahead of Telegram's"),
        (-20, "note", "s behind"),
        (300, "fault", "s ahead of"),
    ],
)
async def test_a_clock_that_is_wrong_is_told(
    ahead: int, kind: str, says: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compared with the date that the Bot API server puts on its answers."""
    local = await server.start(start=NOW, token="42:x")
    monkeypatch.setattr(connection, "SystemClock", lambda: Shifted(timedelta(seconds=ahead)))
    try:
        [finding] = await on_its_own(
            lambda: list(connection.skew(Settings(token="42:x", api=f"http://127.0.0.1:{local.port}"), opened, NOW))
        )
    finally:
        await local.stop()
    assert (finding.kind, says in finding.text) == (kind, True)


class Shifted:
    """A computer's clock that is so far ahead."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


async def on_its_own(look: Callable[[], list[Finding]]) -> list[Finding]:
    """In a thread, as each look has a loop of its own."""

    return await asyncio.to_thread(look)


def test_a_server_that_tells_no_time_is_no_fault(opened: Opened) -> None:
    """It can't be compared; that it can't be reached is told by the look before."""
    assert kinds(connection.skew(Settings(token="42:x", api="http://127.0.0.1:9"), opened, NOW)) == ["note"]


def test_a_simulators_clock_is_its_own(opened: Opened) -> None:
    """Nothing to compare."""
    assert kinds(connection.skew(Settings(token="42:x", clock="http://127.0.0.1:9"), opened, NOW)) == []
