"""The one repeat that an uncertain letter has, over HTTP: what certainly wasn't sent doesn't use it up."""

import pytest
from fault_world import letter, second, until, wired
from pushed_time import run
from wired_bot import REFUSED, SANNE

WORDS = "how is it going"


async def met(kind: str, *faults: tuple[str, int]) -> tuple[str, int, int]:
    """How a letter ends that meets these faults, one after another: its state, how often it was tried, and seen."""
    async with wired() as world:
        assert world.app is not None
        began, struck, (first, *others) = second(), world.struck, faults
        world.arm("sendMessage", first[0], times=first[1], chat=SANNE)
        await world.keep(letter(SANNE, kind, world.app.clock.now(), text=WORDS))
        n = max(world.letters(SANNE))
        struck += first[1]
        for fault, times in others:
            await until(lambda struck=struck: world.struck == struck)
            world.arm("sendMessage", fault, times=times, chat=SANNE)
            struck += times
        await until(lambda: world.letters(SANNE)[n][0] not in {"due", "sending"})
        tried = len(world.requests("sendMessage", began, chat=SANNE))
        return world.letters(SANNE)[n][0], tried, world.seen(SANNE, WORDS)


@pytest.mark.parametrize("kind", ["question", "prompt"])
def test_refused_connections_leave_an_uncertain_letter_its_repeat(kind: str) -> None:
    """Two refused connections, then no answer to what did arrive or not: it is sent once more."""
    assert run(lambda: met(kind, (REFUSED, 2), ("reset before", 1))) == ("sent", 4, 1)


def test_a_repeat_is_one_also_when_the_line_was_gone_between() -> None:
    """No answer, then two refused connections, then no answer again: that is the end, and it is shown as uncertain."""
    assert run(lambda: met("question", ("reset after", 1), (REFUSED, 2), ("reset after", 1))) == ("uncertain", 4, 2)
