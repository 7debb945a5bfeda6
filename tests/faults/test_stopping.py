"""What the bot says when it stops over a fault, and what it never stops over. In the process, and in pushed time."""

import asyncio
from pathlib import Path

import pytest
from fault_world import RIGHT, second, until, wired
from pushed_time import run
from test_over_http import MONDAY, TOKEN, Installation, ended, running

from simulator import server
from simulator.faults import Fault


@pytest.mark.parametrize(("kind", "words"), [("401", "BotFather"), ("409", "another program polls with this token")])
async def test_what_only_a_person_can_mend_ends_with_one_clear_line(tmp_path: Path, kind: str, words: str) -> None:
    """A token that is revoked or used elsewhere while the bot runs: exit code 1, no traceback, a critical log line."""
    local = await server.start(start=MONDAY, token=TOKEN)
    try:
        place = Installation(local, tmp_path)
        async with running(place) as bot:
            while not local.telegram.calls["getUpdates"]:
                await asyncio.sleep(0.02)
            local.telegram.faults.add(Fault(method="getUpdates", kind=kind, times=None))
            local.telegram.join(101, "Sanne").send("hallo")  # ends the poll that waits
            said = await ended(bot)
        assert (said.code, "Traceback" in said.err, TOKEN in said.err) == (1, False, False)
        plain = [line for line in said.lines if not line.startswith("{")]
        assert [words in line for line in plain] == [True]
        assert '"event": "gateway.stops", "level": "critical"' in said.err
    finally:
        await local.stop()


@pytest.mark.parametrize("body", ["[]", "{}", "null", '{"ok":true,"result":null}', '{"ok":true,"result":[5]}'])
def test_no_answer_to_a_poll_can_end_the_bot(body: str) -> None:
    """JSON that isn't as the Bot API promises: it polls on, ever more seldom, and then goes on as if nothing was."""

    async def work() -> None:
        async with wired() as world:
            world.local.telegram.faults.add(Fault(method="getUpdates", kind="odd", description=body, times=None))
            await until(lambda: world.struck)
            began = second()
            world.joost.tap_label(RIGHT)
            await asyncio.sleep(60)
            assert world.ended == "goes on"
            assert len(world.requests("getUpdates", began)) <= 6
            world.mend()
            assert await until(world.taken, 60)
            assert world.taken() == 1

    run(work)
