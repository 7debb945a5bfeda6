"""The real thing: `trede run` as a process of its own, against a local Telegram over HTTP, on a virtual clock.

Short commands run beside it, as an operator would run them.
"""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from simulator import server
from simulator.client import Remote, RemotePerson
from simulator.server import Running
from storage.open import open_sqlite

ROOT = Path(__file__).parent.parent
TOKEN = "42:wire"
MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
SANNE, JOOST = 101, 102
PATIENCE = 30.0


@dataclass
class Said:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines that it complained with."""
        return [line for line in self.err.splitlines() if line.strip()]


@dataclass
class Installation:
    """A local Telegram, a folder, and the environment in which `trede` is called."""

    local: Running
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self, changes: Mapping[str, str]) -> dict[str, str]:
        """Only these settings, whatever is set outside."""
        here = f"http://127.0.0.1:{self.local.port}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
        own = {"TREDE_TOKEN": TOKEN, "TREDE_API": here, "TREDE_CLOCK": here, "TREDE_DB": str(self.folder / "trede.db")}
        return kept | own | changes

    async def start(self, *words: str, **changes: str) -> asyncio.subprocess.Process:
        """Start `trede WORDS`."""
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-m", "bot", *words)
        return await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=self.environment(changes), stdout=pipe, stderr=pipe, start_new_session=True
        )

    async def trede(self, *words: str, **changes: str) -> Said:
        """Call `trede WORDS` and wait for its end."""
        process = await self.start(*words, **changes)
        return await ended(process)


async def ended(process: asyncio.subprocess.Process) -> Said:
    """How a process ends; one that doesn't is killed and is a failure."""
    try:
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    except TimeoutError:
        process.kill()
        out, err = await process.communicate()
        pytest.fail(f"it never ended; it said:\n{err.decode()}")
    assert process.returncode is not None
    return Said(process.returncode, out.decode(), err.decode())


@pytest_asyncio.fixture
async def place(tmp_path: Path) -> AsyncIterator[Installation]:
    """A Telegram at eight on a Monday morning, and an empty folder."""
    local = await server.start(start=MONDAY, token=TOKEN)
    yield Installation(local, tmp_path)
    await local.stop()


@asynccontextmanager
async def running(place: Installation) -> AsyncIterator[asyncio.subprocess.Process]:
    """`trede run`; killed if the test ends before it does."""
    bot = await place.start("run")
    try:
        yield bot
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.communicate()


# --- a first day -----------------------------------------------------------------------------------------------------


class Chat:
    """A person over HTTP, followed until the bot rests."""

    def __init__(self, remote: Remote, person: RemotePerson) -> None:
        self._remote, self._person = remote, person

    async def says(self, *texts: str) -> None:
        for text in texts:
            await self._person.send(text)
            await self._remote.until_idle()

    async def opens(self, payload: str) -> None:
        await self._person.open_link(payload)
        await self._remote.until_idle()

    async def taps(self, *labels: str) -> None:
        for label in labels:
            await self._person.tap_label(await self._shown(label))
            await self._remote.until_idle()

    async def _shown(self, label: str) -> str:
        """The newest button that begins like this; waited for: a bot that has just started may still be sending."""
        labels: list[str] = []
        for _ in range(300):
            labels = [b["label"] for m in await self._person.screen() for line in m["buttons"] for b in line]
            found = [one for one in labels if one.lstrip("✓•· ").startswith(label)]
            if found:
                return found[-1]
            await asyncio.sleep(0.02)
        raise AssertionError(f"no button {label!r} on screen: {labels}")

    async def last(self) -> str:
        return next(m["text"] for m in reversed(await self._person.screen()) if m["from_bot"])


def payload_in(text: str) -> str:
    """The payload of the deep link in a text."""
    found = re.search(r"[?&]start=([\w-]+)", text)
    assert found, text
    return found[1]


async def first_day(place: Installation, remote: Remote) -> tuple[Chat, Chat]:
    """Coach added, client invited, plan agreed, check-in done: the chats of Sanne and Joost."""
    added = await place.trede("coach", "add", "Joost", "--by", "operator")
    assert (added.code, added.err) == (0, "")
    joost, sanne = Chat(remote, await remote.join(JOOST, "Joost")), Chat(remote, await remote.join(SANNE, "Sanne"))
    await joost.opens(payload_in(added.out))
    await joost.says("/uitnodigen", "Sanne")
    await sanne.opens(payload_in(await joost.last()))
    await joost.taps("Ja, dat is Sanne")
    await sanne.taps("Wie ziet wat?", "Verder", "Ja, dat is goed", "16:30", "Mijn werkdagen")
    await joost.says("/plan")
    await joost.taps("Sanne", "Nieuw plan", "Per week (25, 50, 75, 100 %)")
    await joost.says("Karin", "eigen werk", "32", "30-11-2026", "ma di do vr", "post sorteren")
    await joost.says("geen", "geen", "nog niet", "vandaag")
    await joost.taps("Ja, voer in")
    await sanne.taps("8", "Ja, zo is het afgesproken")
    await remote.advance_to(datetime(2026, 11, 30, 15, 30, tzinfo=UTC))
    await sanne.taps("7", "Koffiepauze", "Klaar", "Lawaai", "Klaar", "2 uur", "3")
    return sanne, joost


async def test_a_first_day_over_the_wire_with_commands_beside_it(place: Installation) -> None:
    """From `coach add` to the closing line; then every short command beside the running bot; then a clean stop."""
    async with running(place) as bot, Remote(f"http://localhost:{place.local.port}") as remote:
        sanne, _joost = await first_day(place, remote)
        assert "energie 7" in await sanne.last()
        begun = [row for row in await remote.ledger() if row["chat_id"] == SANNE and row["what"] == "sent"]
        moments = [(row["at"][11:16], row["text"].split("\n")[0]) for row in begun]
        assert ("08:00", "Goedemorgen Sanne. Week 1 van 4 van je plan.") in moments
        assert ("15:30", "Hoi Sanne, tijd voor je check-in.") in moments

        coaches, clients, log, exported, verified, second = await asyncio.gather(
            place.trede("coach", "list"),
            place.trede("clients"),
            place.trede("log", "Sanne", "--by", "operator", "--why", "test", "--for", "client"),
            place.trede("export", "Sanne", "--json", "--by", "operator", "--for", "client"),
            place.trede("verify"),
            place.trede("run"),
        )
        assert (coaches.code, "Joost  in Telegram" in coaches.out) == (0, True)
        assert (clients.code, "Sanne  coach Joost  coaching" in clients.out) == (0, True)
        assert log.err == ""
        assert log.code == 0
        assert "Answered day=2026-11-30 question=energy number=7" in log.out
        assert (exported.code, exported.err) == (0, "")
        kept = json.loads(exported.out)
        assert kept["file"]["day"]["state"] == "done"
        assert len([row for row in kept["log"] if row["actor"] == "client"]) >= 15
        assert {"operator"} <= {row["name"] for row in kept["access"]}
        assert (verified.code, verified.out) == (0, "all chains are whole\n")
        assert (second.code, len(second.lines)) == (1, 1)
        assert "another `trede run` works on trede.db" in second.err

        bot.send_signal(signal.SIGTERM)
        said = await ended(bot)
        assert said.code == 0
        assert "Traceback" not in said.err
        assert "trede.stopped" in said.err
        assert TOKEN not in said.err + said.out


async def test_killed_and_started_again_it_goes_on_where_it_was(place: Installation) -> None:
    """kill -9 in the middle of a check-in, on the wire; what was said meanwhile is taken up, the day is finished."""
    async with Remote(f"http://localhost:{place.local.port}") as remote:
        async with running(place) as bot:
            sanne, _joost = await first_day(place, remote)
            await remote.advance_to(datetime(2026, 12, 1, 15, 30, tzinfo=UTC))
            await sanne.taps("6")
            bot.kill()
            await bot.communicate()
        person = RemotePerson(remote, SANNE)
        await person.tap_label("Koffiepauze")
        await person.send("en een wandeling gemaakt")
        async with running(place) as bot:
            await remote.until_idle()
            await sanne.taps("Dit was het voor vandaag")
            assert "energie 6" in await sanne.last()
            exported = json.loads((await place.trede("export", "Sanne", "--json", "--for", "client")).out)
            answers = {answer["question"]: answer for answer in exported["file"]["day"]["answers"]}
            assert answers["energy"]["number"] == "6"
            assert "Koffiepauze" in answers["giver"]["words"]
            assert (await place.trede("verify")).code == 0
            bot.send_signal(signal.SIGINT)
            assert (await ended(bot)).code == 0


# --- what an installer meets -----------------------------------------------------------------------------------------


async def test_a_wrong_token_is_one_clear_line(place: Installation) -> None:
    """For `run` and for `coach add`: what to do, no traceback, the token not repeated, exit code 1."""
    wrong = {"TREDE_TOKEN": "43:geheim"}
    for said in await asyncio.gather(place.trede("run", **wrong), place.trede("coach", "add", "Joost", **wrong)):
        assert (said.code, len(said.lines)) == (1, 1)
        assert "BotFather" in said.err
        assert "geheim" not in said.err


async def test_a_telegram_that_is_not_there_is_one_clear_line(place: Installation) -> None:
    """A wrong port, a simulator's clock that doesn't run, a second program with the same token."""
    away, no_clock = {"TREDE_API": "http://127.0.0.1:9"}, {"TREDE_CLOCK": "http://127.0.0.1:9"}
    other = {"TREDE_DB": str(place.folder / "other.db")}
    found = await asyncio.gather(
        place.trede("run", **away),
        place.trede("coach", "add", "Joost", **away),
        place.trede("run", **no_clock, **other),
        place.trede("coach", "add", "Joost", **no_clock),
    )
    for said in found:
        assert (said.code, len(said.lines)) == (1, 1), said.err
    assert ["TREDE_CLOCK" in said.err for said in found] == [False, False, True, True]
    assert ["TREDE_API" in said.err for said in found] == [True, True, False, False]


async def test_two_bots_with_one_token_are_told_apart(place: Installation) -> None:
    """Telegram lets one poll at a time: the first ends with one clear line, and the second goes on."""
    async with running(place) as first:
        while not place.local.telegram.calls["getUpdates"]:
            await asyncio.sleep(0.02)
        second = await place.start("run", TREDE_DB=str(place.folder / "other.db"))
        said = await ended(first)
        assert (said.code, len([line for line in said.lines if not line.startswith("{")])) == (1, 1)
        assert "another program polls with this token" in said.err
        second.send_signal(signal.SIGTERM)
        assert (await ended(second)).code == 0


async def test_every_wrong_setting_is_named_at_once(place: Installation) -> None:
    """One look tells all there is to mend; `trede log` and others that need no token don't ask for one."""
    wrong = {
        "TREDE_API": "ftp://x",
        "TREDE_LOG": "LOUD",
        "TREDE_TOKEN": "geheim",
        "TREDE_CLOCK": "x",
        "TREDE_DB": "/n/x",
    }
    said, listed = await asyncio.gather(
        place.trede("run", **wrong), place.trede("coach", "list", TREDE_TOKEN="", TREDE_API="", TREDE_CLOCK="")
    )
    assert said.code == 1
    assert re.findall(r"^TREDE_\w+", said.err, re.MULTILINE) == sorted(wrong)
    assert "geheim" not in said.err
    assert ".env.example" in said.err
    assert listed.code == 1
    assert "there is no database" in listed.err
    assert not list(place.folder.glob("*.db")), "looking makes nothing"


async def test_short_commands_say_in_one_line_what_is_wrong(place: Installation) -> None:
    """Nobody of that name, a file that is no database: exit code 1, no traceback, nothing changed."""
    (place.folder / "junk.db").write_bytes(b"no database at all" * 500)
    open_sqlite(place.folder / "trede.db").close()
    nobody, nothing, junk, broken = await asyncio.gather(
        place.trede("log", "Karel"),
        place.trede("export", "Karel", "--json"),
        place.trede("verify", TREDE_DB=str(place.folder / "junk.db")),
        place.trede("run", TREDE_DB=str(place.folder / "junk.db")),
    )
    for said in (nobody, nothing, junk, broken):
        assert (said.code, len(said.lines)) == (1, 1), said.err
        assert "Traceback" not in said.err
    assert "nobody is called Karel" in nobody.err
    assert "can't be used" in junk.err
    assert (place.folder / "junk.db").read_bytes() == b"no database at all" * 500
