"""The running bot as an operator watches it: health, the local port, the ping, what is never told, stopping, backups.

`trede run` is a process of its own, against a local Telegram over HTTP.
"""

import asyncio
import json
import os
import signal
import socket
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import aiohttp
import pytest
import test_over_http
from aiohttp import web
from click.testing import CliRunner
from test_over_http import SANNE, TOKEN, Installation, Said, ended, first_day, running

from bot import pulse
from bot.__main__ import main
from bot.clock import ticks
from simulator.client import Remote, RemotePerson
from simulator.faults import Fault
from storage.open import open_sqlite
from tests import keyed

place = test_over_http.place
STOP_SECONDS = 20.0
#: The runner of commands takes the output of the whole process.
ONE_AT_A_TIME = threading.Lock()


def a_free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def asked(port: int, path: str) -> tuple[int, str]:
    """What the local port answers; waited for while it isn't open yet."""
    async with aiohttp.ClientSession() as session:
        for _ in range(300):
            try:
                async with session.get(f"http://127.0.0.1:{port}{path}") as answer:
                    return answer.status, await answer.text()
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)
    raise AssertionError("the port was never opened")


async def healthy(place: Installation) -> Said:
    """What `trede health` says once the bot runs."""
    for _ in range(300):
        if pulse.beside(place.folder / "trede.db").exists():
            return await beside(place, "health")
        await asyncio.sleep(0.05)
    raise AssertionError("it never began")


async def beside(place: Installation, *words: str, **changes: str) -> Said:
    """Call `trede WORDS`, in a thread of this process: beside the bot, which is another."""
    outside = {name: None for name in os.environ if name.startswith("TREDE_")}
    env = outside | place.environment(changes)

    def call() -> Said:
        with ONE_AT_A_TIME:
            result = CliRunner(env=env).invoke(main, list(words))
        return Said(result.exit_code, result.stdout, result.stderr)

    return await asyncio.to_thread(call)


async def stopped(bot: asyncio.subprocess.Process) -> tuple[Said, float]:
    """Stop it in order: how it ended, and after how many seconds."""
    begun = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    return await ended(bot), time.monotonic() - begun


# --- health -------------------------------------------------------------------------------------------------------


async def test_health_tells_whether_the_bot_runs_and_why_it_ended(place: Installation) -> None:
    """Before, during, after an ordered stop, after a kill: the exit code and a line that says it."""
    before = await beside(place, "health")
    assert (before.code, "there is no" in before.out) == (1, True)
    async with running(place) as bot:
        well = await healthy(place)
        assert (well.code, well.err) == (0, "")
        assert [line.split()[:2] for line in well.out.splitlines()] == [
            ["ok", about] for about in ("database:", "bot:", "store:", "telegram:", "clock:")
        ]
        said, _ = await stopped(bot)
        assert said.code == 0
    after = await beside(place, "health", TREDE_TOKEN="")
    assert (after.code, "doesn't run: it was stopped" in after.out) == (1, True)
    async with running(place) as bot:
        while pulse.read(place.folder / "trede.db").ended:  # type: ignore[union-attr]
            await asyncio.sleep(0.02)
        bot.kill()
        await bot.communicate()
    left = pulse.read(place.folder / "trede.db")
    assert left is not None
    assert not left.ended
    assert [sign.kind for sign in pulse.signs(left, left.written + pulse.SILENT_SECONDS + 1)] == ["fault"]


async def test_when_another_program_polls_the_doctor_knows_why_the_bot_ended(place: Installation) -> None:
    """Told by what the bot left behind: looking for it by polling would itself take the updates from a bot.

    And whoever waits outside for a ping hears at once that it failed.
    """
    place.local.telegram.faults.add(Fault(method="getUpdates", kind="409", times=None))
    async with a_watch() as (way, calls):
        assert (await ended(await place.start("run", TREDE_PING_URL=way))).code == 1
        assert calls == ["GET /ping/geheime-weg/fail ''"]
    polls = place.local.telegram.calls["getUpdates"]
    for words in ("doctor", "health"):
        said = await beside(place, words)
        assert said.code == 1
        assert "fault  bot: doesn't run: another program polls with its token" in said.out
    assert place.local.telegram.calls["getUpdates"] == polls


async def test_the_doctor_asks_telegram_and_names_a_webhook(place: Installation) -> None:
    """The token is known; a webhook would keep every update from us; a wrong token is a fault, in a line."""
    open_sqlite(place.folder / "trede.db").close()
    good = await beside(place, "doctor")
    assert (good.code, "ok     token: of @" in good.out) == (0, True)
    async with aiohttp.ClientSession() as session:
        here = f"http://127.0.0.1:{place.local.port}"
        async with session.post(f"{here}/bot{TOKEN}/setWebhook", json={"url": f"{here}/hook"}) as answer:
            assert (await answer.json())["ok"]
    hooked, wrong = await asyncio.gather(beside(place, "doctor"), beside(place, "doctor", TREDE_TOKEN="43:x"))
    assert (hooked.code, "fault  webhook: is set" in hooked.out) == (1, True)
    assert (wrong.code, "fault  token: Telegram doesn't know it" in wrong.out) == (1, True)
    away = await beside(place, "doctor", TREDE_API="http://127.0.0.1:9", TREDE_CLOCK="")
    assert (away.code, "fault  telegram: gave no answer" in away.out) == (1, True)


# --- the local port, the ping ---------------------------------------------------------------------------------------


@asynccontextmanager
async def a_watch() -> AsyncIterator[tuple[str, list[str]]]:
    """Somebody outside who is to be called while all is well: the address, and the calls."""
    calls: list[str] = []

    async def called(request: web.Request) -> web.Response:
        calls.append(f"{request.method} {request.path_qs} {(await request.text())!r}")
        return web.Response(text="thanks")

    application = web.Application()
    application.router.add_route("*", "/{way:.*}", called)
    runner = web.AppRunner(application)
    await runner.setup()
    port = a_free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/ping/geheime-weg", calls
    finally:
        await runner.cleanup()


async def test_nothing_about_persons_and_never_the_token_is_told_outside(place: Installation) -> None:
    """A whole first day, with all that can go wrong on the wire, everything logged: in no log line, number, pulse or
    answer of the port is the token, the way of the ping, a name, a word that somebody wrote or a number of a chat.
    """
    port = a_free_port()
    async with a_watch() as (way, _), Remote(f"http://localhost:{place.local.port}") as remote:
        place.settings |= {"TREDE_LOG": "debug", "TREDE_HEALTH_PORT": str(port), "TREDE_PING_URL": way}
        bot = await place.start("run", **place.settings)
        try:
            await first_day(place, remote)
            for method in ("getUpdates", "sendMessage", "editMessageText"):
                for kind in ("500", "html", "truncated", "reset_before", "429"):
                    place.local.telegram.faults.add(Fault(method=method, kind=kind, retry_after=1))
            await RemotePerson(remote, SANNE).send("mijn tuin in Zutphen")
            await asyncio.sleep(1.5)
            place.local.telegram.faults.clear()
            lives, ready, numbers = await asyncio.gather(
                *(asked(port, f"/{w}") for w in ("livez", "readyz", "metrics"))
            )
            left = pulse.beside(place.folder / "trede.db").read_text()
            healthy, doctor = await asyncio.gather(beside(place, "health"), beside(place, "doctor", **place.settings))
            said, _seconds = await stopped(bot)
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.communicate()
    assert (lives[0], ready[0], numbers[0]) == (200, 200, 200), ready
    assert "gateway.poll_failed" in said.err
    told = "\n".join([said.err, said.out, lives[1], ready[1], numbers[1], left, healthy.out, healthy.err])
    for word in (
        TOKEN,
        TOKEN.replace(":", "%3A"),
        "geheime-weg",
        "Sanne",
        "Joost",
        "Karin",
        "Zutphen",
        "Lawaai",
        str(SANNE) + " ",
    ):
        assert word not in told, word
    assert TOKEN not in doctor.out + doctor.err
    assert "geheime-weg" not in doctor.out + doctor.err
    assert 'trede_letters{kind="question",state="sent"} ' in numbers[1]
    assert "process_resident_memory_bytes " in numbers[1]
    names = [line.split("{")[0].split(" ")[0] for line in numbers[1].splitlines() if not line.startswith("#")]
    assert set(names) == {line.split()[2] for line in numbers[1].splitlines() if line.startswith("# TYPE")} - {""}


# --- stopping -------------------------------------------------------------------------------------------------------


async def test_a_stop_in_the_middle_of_a_burst_loses_nothing_and_repeats_nothing(place: Installation) -> None:
    """Told to stop while forty messages come in: it ends in order, and the next start takes up the rest, each once."""
    texts = [f"gewandeld {n}" for n in range(40)]
    async with Remote(f"http://localhost:{place.local.port}") as remote:
        async with running(place) as bot:
            await first_day(place, remote)
            person = RemotePerson(remote, SANNE)
            for n, text in enumerate(texts):
                await person.send(text)
                if n == len(texts) // 2:
                    stopping = asyncio.create_task(stopped(bot))
            said, seconds = await stopping
        assert (said.code, seconds < STOP_SECONDS, "stop_forced" in said.err) == (0, True, False), said.err
        async with running(place) as bot:
            await remote.until_idle()
            exported = json.loads((await beside(place, "export", "Sanne", "--json", "--for", "client")).out)
            told = [row["event"].get("text") for row in exported["log"] if row["event"].get("text") in texts]
            assert told == texts
            await stopped(bot)
    with closing(keyed.opened(place.folder / "trede.db")) as opened:
        states = {state for _, state in opened.views.tally().letters}
        assert states <= {"sent", "replaced", "expired"}
        assert opened.upkeep.verify() == ()


@pytest.mark.long
async def test_a_telegram_that_answers_nothing_does_not_hold_up_a_stop(place: Installation) -> None:
    """Messages, answers to taps and menus all hang: within the promise it ends all the same, and all was kept."""
    async with Remote(f"http://localhost:{place.local.port}") as remote, running(place) as bot:
        sanne, _joost = await first_day(place, remote)
        await sanne.says("/instellingen")
        person = RemotePerson(remote, SANNE)
        labels = [b["label"] for m in await person.screen() for line in m["buttons"] for b in line]
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery", "setMyCommands"):
            place.local.telegram.faults.add(Fault(method=method, kind="hang_before", times=None, timeout=60))
        before, kept = dict(place.local.telegram.calls), await rows_of_sanne(place)
        await person.tap_label(labels[-1])
        await person.send("een lange wandeling")
        while place.local.telegram.calls["getUpdates"] < before["getUpdates"] + 2:
            await asyncio.sleep(0.02)
        said, seconds = await stopped(bot)
        assert place.local.telegram.calls["answerCallbackQuery"] > before["answerCallbackQuery"]
        place.local.telegram.faults.clear()
    assert (said.code, seconds < STOP_SECONDS, "stop_forced" in said.err) == (0, True, False), said.err
    assert await rows_of_sanne(place) == kept + 2


async def rows_of_sanne(place: Installation) -> int:
    """How many turns her log has."""
    return len((await beside(place, "log", "Sanne", "--by", "test", TREDE_CLOCK="")).out.splitlines())


async def test_a_thread_that_never_comes_back_does_not_hold_up_a_stop() -> None:
    """The last resort: the process ends by itself, and says so."""
    script = (
        "import asyncio, threading, time\nfrom bot import logs, stopping\nlogs.set_up('info')\n"
        "async def hang():\n await asyncio.to_thread(time.sleep, 60)\n"
        "stopping.for_sure(0.3)\nasyncio.run(hang())"
    )
    begun = time.monotonic()
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        test_over_http.sys.executable, "-c", script, cwd=test_over_http.ROOT, stdout=pipe, stderr=pipe
    )
    said = await ended(process)
    assert (said.code, "trede.stop_forced" in said.err) == (0, True)
    assert time.monotonic() - begun < 10


# --- backups beside it ----------------------------------------------------------------------------------------------


async def test_a_backup_beside_the_running_bot_and_a_restore_from_the_shell(place: Installation) -> None:
    """While people write: made, tried out, put in place; nothing is overwritten, and the bot never stumbles over it."""
    folder = place.folder
    async with running(place) as bot, Remote(f"http://localhost:{place.local.port}") as remote:
        await first_day(place, remote)
        person = RemotePerson(remote, SANNE)
        making = asyncio.create_task(beside(place, "backup", str(folder / "copy.db")))
        sent = 0
        while not making.done():
            await person.send(f"buiten {sent}")
            sent += 1
        made, again = await making, await beside(place, "backup", str(folder / "copy.db"))
        assert (made.code, made.err) == (0, ""), made
        assert (again.code, len(again.lines), "is there already" in again.err) == (1, 1, True)
        checked, live = await asyncio.gather(
            beside(place, "restore", "--check", str(folder / "copy.db")),
            beside(place, "restore", "--check", str(folder / "trede.db")),
        )
        assert checked.code == 0
        rows = dict(line.split(None, 1) for line in checked.out.splitlines())
        assert (rows["client"], rows["professional"]) == ("1", "1")
        assert rows["whole"] == "pages, references and all chains"
        assert (live.code, "a bot works on" in live.err) == (1, True)
        await remote.until_idle()
        said, _ = await stopped(bot)
        assert sent > 5
        assert "warning" not in said.err
    back = await beside(place, "restore", str(folder / "copy.db"), "--to", str(folder / "back.db"))
    assert (back.code, back.err) == (0, "")
    listed = await beside(place, "clients", TREDE_DB=str(folder / "back.db"))
    assert "Sanne  coach Joost  coaching" in listed.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("restore", "none.db", "--check"), 1, "there is no file"),
        (("restore", "none.db", "--to", "x.db"), 1, "there is no file"),
        (("restore", "none.db"), 2, "say --check"),
        (("restore", "none.db", "--check", "--to", "x.db"), 2, "say --check"),
        (("restore", "none.db", "--check", "--moved"), 2, "say --check"),
        (("backup", "copy.db"), 1, "there is no database"),
    ],
)
async def test_what_cannot_be_done_is_one_clear_line(
    place: Installation, words: tuple[str, ...], code: int, says: str
) -> None:
    """And nothing is made."""
    named = [str(place.folder / word) if word.endswith(".db") else word for word in words]
    said = await beside(place, *named)
    assert (said.code, says in said.err) == (code, True), said
    assert "Traceback" not in said.err
    assert list(place.folder.glob("*.db*")) == []


def test_a_pulse_of_before_the_machine_was_started_anew_is_none() -> None:
    """The count of seconds begins at nought then: a sign from the future is too old."""
    found = pulse.Pulse(pid=1, started=ticks() + 1e6, written=ticks() + 1e6)
    assert [sign.text for sign in pulse.signs(found, ticks())] == ["doesn't run, or hangs: its last sign is too old"]
