"""The canary proof on the real thing: `trede run` on the wire, all of it logged, with faults, a backup and commands.

What people type bears a made-up word; it is searched for in every file the bot has, and in all that it tells anybody.
"""

import itertools
from pathlib import Path

import canaries
import test_over_http
from canaries import STEM
from test_over_http import JOOST, SANNE, Chat, Installation, payload_in
from test_watch import a_free_port, asked, beside, stopped

from simulator.client import Remote
from simulator.faults import Fault

place = test_over_http.place
SMIT = 103


def bird() -> str:
    """Words of which one is the canary, with another number each time."""
    return f"vandaag {STEM}{next(_NUMBERS):03d} gehoord"


_NUMBERS = itertools.count()


async def lived(place: Installation, remote: Remote) -> Chat:
    """Client, coach and physician: everybody's names, and everything that each of them can type on a first day."""
    added = await beside(place, "coach", "add", STEM, "--by", "operator")
    doctor = await beside(place, "physician", "add", f"Dr. {STEM}", "--phone", "030 123", "--by", "operator")
    joost, smit = Chat(remote, await remote.join(JOOST, STEM)), Chat(remote, await remote.join(SMIT, STEM))
    sanne = Chat(remote, await remote.join(SANNE, STEM, last_name=f"de {STEM}"))
    await joost.opens(payload_in(added.out))
    await smit.opens(payload_in(doctor.out))
    await smit.says(bird())
    await joost.says("/uitnodigen", STEM)
    await sanne.opens(payload_in(await joost.last()))
    await joost.taps(f"Ja, dat is {STEM}")
    await sanne.taps("Wie ziet wat?", "Verder", "Ja, dat is goed", "16:30", "Mijn werkdagen")
    await joost.says("/plan")
    await joost.taps(STEM, "Nieuw plan", "Per week (25, 50, 75, 100 %)")
    await joost.says(STEM, bird(), "32", "30-11-2026", "ma di do vr", bird(), "geen", "geen", "nog niet", "vandaag")
    await joost.taps("Ja, voer in")
    await sanne.taps("8", "Ja, zo is het afgesproken")
    await sanne.says(bird(), "/klacht")
    await sanne.taps("Het kan wachten")
    await sanne.says(bird())
    await sanne.taps("Bespreken met", "8")
    await sanne.says("/signalen")
    await sanne.taps("Signaal toevoegen")
    await sanne.says(STEM, bird(), "/instellingen")
    await sanne.taps("Mijn eigen mensen", "Iemand toevoegen")
    await sanne.says(f"{STEM} 06 12345678", "/bedrijfsarts")
    await sanne.taps("Eigen woorden toevoegen")
    await sanne.says(bird())
    await sanne.taps("Verstuur dit")
    await smit.taps("Lezen")
    await sanne.says("Ik wil mijn coach spreken")
    await joost.taps("Schrijf")
    await joost.says(bird())
    await joost.taps("Neem het gesprek over")
    await sanne.says(bird())
    await joost.says(bird())
    await joost.taps("Geef het terug")
    await sanne.says(f"ik wil niet meer leven, {STEM}")
    return sanne


async def test_of_what_people_type_the_running_bot_leaves_nothing_in_plain(place: Installation) -> None:
    """In database, write-ahead log, backup, keys, pulse, temporary files, log at debug, output, numbers and answers."""
    port, temporary = a_free_port(), place.folder / "tmp"
    temporary.mkdir()
    own = {"TREDE_LOG": "debug", "TREDE_HEALTH_PORT": str(port), "TMPDIR": str(temporary)}
    place.settings |= own | {"SQLITE_TMPDIR": str(temporary)}
    async with Remote(f"http://localhost:{place.local.port}") as remote:
        bot = await place.start("run", **place.settings)
        try:
            sanne = await lived(place, remote)
            for method in ("getUpdates", "sendMessage"):
                place.local.telegram.faults.add(Fault(method=method, kind="truncated"))
            await sanne.says(bird())
            place.local.telegram.faults.clear()
            await sanne.says("/dagboek")
            assert STEM in await sanne.last()
            told = {way: (await asked(port, f"/{way}"))[1] for way in ("livez", "readyz", "metrics")}
            backed = await beside(place, "backup", str(place.folder / "copy.db"), **place.settings)
            commands = [await beside(place, *way) for way in (("verify",), ("health",))]  # `doctor` names professionals
            running = canaries.everything_in(place.folder)
            said, _seconds = await stopped(bot)
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.communicate()
    assert backed.code == 0, backed.err
    names = {Path(path).name for path in running}
    assert {"trede.db", "trede.db-wal", "trede.db-shm", "trede.db.keys", "copy.db"} <= names
    said_by = {"run": said, "backup": backed} | dict(enumerate(commands))
    told |= {str(name): each.out + each.err for name, each in said_by.items()}
    assert '"level": "debug"' in said.err or "trede.started" in said.err
    everywhere = running | canaries.everything_in(place.folder) | {name: text.encode() for name, text in told.items()}
    assert canaries.flown(everywhere) == {}
