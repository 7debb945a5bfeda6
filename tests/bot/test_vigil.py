"""What watches over the bot: the ping goes out while all is well and at no other time; the pulse says how it is."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
import structlog
import structlog.testing
from aiohttp import web
from telegram.error import Conflict, InvalidToken

from bot import health_port, metrics, pulse, vigil
from bot.app import App, bot_for
from bot.clock import SystemClock, ticks
from bot.pulse import Pulse
from bot.settings import Settings
from bot.vigil import Vigil, told_outside, watched, why
from simulator import server
from storage.open import open_sqlite
from storage.port import StoreLost, StoreOut


@asynccontextmanager
async def a_vigil(tmp_path: Path, ping: str = "") -> AsyncIterator[Vigil]:
    """Over a bot that has said who it is and runs."""
    local = await server.start(start=datetime.now(UTC), token="42:x")
    settings = Settings(
        token="42:x", api=f"http://127.0.0.1:{local.port}", database=tmp_path / "trede.db", ping=ping, log="error"
    )
    opened = open_sqlite(settings.database)
    app = App(opened, *bot_for(settings), SystemClock())
    await app.start()
    running = asyncio.create_task(app.run())
    try:
        async with watched(app, settings) as found:
            while app.ticker.passed is None:
                await asyncio.sleep(0.01)
            yield found
    finally:
        running.cancel()
        await asyncio.wait({running})
        await app.stop()
        opened.close()
        await local.stop()


@asynccontextmanager
async def outside(status: int = 200) -> AsyncIterator[tuple[str, list[str]]]:
    """Somebody who is to be called: the address, and what came."""
    calls: list[str] = []

    async def called(request: web.Request) -> web.Response:
        calls.append(f"{request.method} {request.path_qs} {(await request.text())!r}")
        return web.Response(status=status)

    application = web.Application()
    application.router.add_route("*", "/{way:.*}", called)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/ping/geheim", calls
    finally:
        await runner.cleanup()


async def test_the_ping_goes_out_after_a_pass_in_which_all_was_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By itself, again and again, to the address as it was set, with nothing in it."""
    monkeypatch.setattr(vigil, "EVERY_SECONDS", 0.02)
    monkeypatch.setattr(vigil, "PASS_SECONDS", 0.05)
    async with outside() as (way, calls), a_vigil(tmp_path, way):
        while len(calls) < 3:
            await asyncio.sleep(0.01)
        assert set(calls) == {"GET /ping/geheim ''"}


async def test_no_ping_goes_out_while_the_store_keeps_nothing(tmp_path: Path) -> None:
    """Whoever waits for it then asks. When the store is back it goes again."""
    async with outside() as (way, calls), a_vigil(tmp_path, way) as found:
        found.app.outage.failed(StoreOut("the disk is full"))
        await found.ping()
        assert calls == []
        found.app.outage.kept()
        await found.ping()
        assert len(calls) == 1


@pytest.fixture
def logged() -> Iterator[None]:
    """All is logged, whatever a command before this one had set."""
    before = structlog.get_config()
    structlog.reset_defaults()
    yield
    structlog.configure(**before)


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("status", [404, 500])
async def test_a_ping_that_nobody_takes_is_logged_without_its_address(tmp_path: Path, status: int) -> None:
    """Refused, or nobody there: the bot goes on, and who reads the log doesn't learn the address."""
    with structlog.testing.capture_logs() as said:
        async with outside(status) as (way, calls), a_vigil(tmp_path, way) as found:
            await found.ping()
            assert len(calls) == 1
        async with a_vigil(tmp_path, "http://127.0.0.1:9/geheim") as found:
            await found.ping()
    assert [row["event"] for row in said] == ["vigil.ping_refused", "vigil.ping_failed"]
    assert "geheim" not in str(said)


@pytest.mark.parametrize(
    "error", [Conflict("another"), InvalidToken(), StoreLost("damaged"), ExceptionGroup("all", [Conflict("another")])]
)
@pytest.mark.parametrize(("more", "asked"), [("", "/fail"), ("/", "/fail"), ("?rid=7", "/fail?rid=7")])
async def test_that_the_bot_ended_by_an_error_is_told_outside(error: Exception, more: str, asked: str) -> None:
    """One call without content to the address of the ping with `/fail` behind it; the error goes on as it was."""
    async with outside() as (way, calls):
        with pytest.raises(type(error)) as raised:
            async with told_outside(way + more):
                raise error
        assert raised.value is error
        assert calls == [f"GET /ping/geheim{asked} ''"]


async def test_a_stop_in_order_is_no_failure_to_the_outside() -> None:
    """Who stops the bot knows it; and without an address nobody is called."""
    async with outside() as (way, calls):
        with pytest.raises(asyncio.CancelledError):
            async with told_outside(way):
                raise asyncio.CancelledError
        with pytest.raises(InvalidToken):
            async with told_outside(""):
                raise InvalidToken
        async with told_outside(way):
            pass
        assert calls == []


@pytest.mark.usefixtures("logged")
async def test_the_outside_that_cannot_be_told_hides_no_error_and_holds_nothing_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Refused, nobody there, silent, no address at all: the bot ends by its own error, soon, and tells no address."""
    monkeypatch.setattr(vigil, "FAIL_SECONDS", 0.1)
    with structlog.testing.capture_logs() as said, socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()  # and never answers
        port = silent.getsockname()[1]
        async with outside(404) as (way, _):
            for address in (way, "http://127.0.0.1:9/geheim", f"http://127.0.0.1:{port}/geheim", "http://[geheim"):
                with pytest.raises(Conflict):
                    async with asyncio.timeout(2), told_outside(address):
                        raise Conflict("another")
    assert [row["event"] for row in said] == ["vigil.ping_refused", *["vigil.ping_failed"] * 3]
    assert "geheim" not in str(said)


async def test_the_pulse_tells_that_the_store_is_out_and_in_the_end_why_it_ended(tmp_path: Path) -> None:
    """Written without the store: a full disk doesn't hide itself."""
    async with a_vigil(tmp_path) as found:
        found.app.outage.failed(StoreOut("the disk is full"))
        found.leave()
        left = pulse.read(tmp_path / "trede.db")
        assert left is not None
        assert (left.out, left.ended) == ("StoreOut", "")
        assert [str(sign) for sign in pulse.signs(left, ticks()) if sign.kind == "fault"] == [
            "fault  store: keeps nothing: StoreOut"
        ]
    left = pulse.read(tmp_path / "trede.db")
    assert left is not None
    assert left.ended == "it was stopped"


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({}, []),
        ({"polled": -91.0}, ["telegram"]),
        ({"polled": None, "started": -91.0}, ["telegram"]),
        ({"polled": None, "started": -30.0}, []),
        ({"passed": None, "started": -30.0}, ["clock"]),
        ({"passed": None, "started": -3.0}, []),
        ({"late": 181.0}, ["clock"]),
        ({"late": 61.0}, []),
        ({"out": "SQLITE_FULL"}, ["store"]),
        ({"written": -21.0}, ["bot"]),
        ({"written": 1.0}, ["bot"]),
        ({"ended": "it was stopped"}, ["bot"]),
    ],
)
def test_what_is_wrong_is_told_and_nothing_else(changes: dict[str, object], faults: list[str]) -> None:
    """Seconds before now, at 1000 by the count: each sign turns red at its own limit."""
    moments = {"started": -600.0, "written": -1.0, "polled": -20.0, "passed": -300.0} | changes
    at = {
        name: 1000 + value if name in {"started", "written", "polled", "passed"} and isinstance(value, float) else value
        for name, value in moments.items()
    }
    found = pulse.signs(Pulse(pid=1, **at), 1000)  # type: ignore[arg-type]
    assert [sign.about for sign in found if sign.kind == "fault"] == faults


def test_a_pulse_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """Half a file, one of another version, a folder."""
    database = tmp_path / "trede.db"
    assert pulse.read(database) is None
    for content in ("", "{", "[]", '{"pid": 1}', '{"pid": 1, "started": 1, "written": 1, "mood": 3}'):
        pulse.beside(database).write_text(content)
        assert pulse.read(database) is None


def test_why_it_ended_never_repeats_the_words_of_an_error() -> None:
    """They may be somebody's; the first of several errors counts."""
    errors: Iterable[BaseException] = (ValueError("wat Sanne schreef"), asyncio.CancelledError("x"))
    group = ExceptionGroup("all", [ExceptionGroup("some", [ValueError("wat Sanne schreef"), OSError("x")])])
    assert [why(error) for error in (*errors, group)] == [
        "an error ended it (ValueError)",
        "it was stopped",
        "an error ended it (ValueError)",
    ]


async def test_a_port_that_is_taken_ends_the_start_with_one_clear_line(tmp_path: Path) -> None:
    """Who set it wants to be able to look; the first one's port stays open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with a_vigil(tmp_path) as found, health_port.opened(found, port):
        with pytest.raises(vigil.PortTaken, match=f"TREDE_HEALTH_PORT {port} can't be opened: Address already in use"):
            await health_port.opened(found, port).__aenter__()
        async with aiohttp.ClientSession() as session:
            for path in ("livez", "readyz", "metrics"):
                async with session.get(f"http://127.0.0.1:{port}/{path}") as answer:
                    assert answer.status == 200
            found.app.outage.failed(StoreOut("the disk is full"))
            async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                assert (answer.status, "keeps nothing" in await answer.text()) == (503, True)


async def test_the_numbers_are_as_prometheus_reads_them(tmp_path: Path) -> None:
    """Each has its two comments and a number; a store that can't be read leaves its numbers out and no error."""
    async with a_vigil(tmp_path) as found:
        text = metrics.page(
            [*metrics.of_bot(found.app, found.pulse()), *metrics.of_store(found.app.opened, tmp_path / "trede.db")]
        )
        lines = text.splitlines()
        numbers = [line.rsplit(" ", 1) for line in lines if not line.startswith("#")]
        assert all(float(number) >= 0 for _, number in numbers)
        assert {name.partition("{")[0] for name, _ in numbers} <= {
            line.split()[2] for line in lines if "# TYPE" in line
        }
        assert len([line for line in lines if line.startswith("# HELP")]) == len([x for x in lines if "# TYPE" in x])
        assert health_port.HOST == "127.0.0.1"
        late = found.pulse().late
        assert late < timedelta(minutes=1).total_seconds()
