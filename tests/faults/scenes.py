"""The four calls, each on a small scene: what a fault comes to, measured, in the words of the matrix."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from fault_world import HOUR, MINUTE, RIGHT, letter, second, until, wired
from pushed_time import run
from wired_bot import JOOST, SANNE, Wired

from storage.port import LetterState

Row = Mapping[str, str]
OUTAGE = HOUR / 2
TEXT = "a letter"
#: A class of letters, and after how many seconds its letters expire here.
CLASSES = {
    "safety": ("safety", 0.0),
    "alert": ("alert", 0.0),
    "question": ("question", 0.0),
    "prompt": ("prompt", 2 * HOUR),
    "prompt, 20 min": ("prompt", 20 * MINUTE),
    "reminder": ("reminder", 2 * HOUR),
    "reply": ("reply", 0.0),
}
CHATS = {name: 201 + n for n, name in enumerate(CLASSES)}
WAITS = frozenset({LetterState.DUE.value, LetterState.SENDING.value})


# --- getUpdates: the coach taps while polling goes wrong --------------------------------------------------------------


async def polling(fault: str) -> Row:
    """The row of `getUpdates`."""
    return {"fault": fault} | await _polled_once(fault) | await _polled_long(fault)


async def _polled_once(fault: str) -> Row:
    async with wired() as world:
        world.arm("getUpdates", fault, times=1)
        await until(lambda: world.struck)
        began = second()
        world.joost.tap_label(RIGHT)
        after = await _taken_after(world, began)
        return {"once: handled": f"{await _handled(world)}, after {after} s"}


async def _polled_long(fault: str) -> Row:
    async with wired() as world:
        world.arm("getUpdates", fault, times=None)
        await until(lambda: world.struck)
        began = world.requests("getUpdates", 0)[-1]
        world.joost.tap_label(RIGHT)
        await asyncio.sleep(OUTAGE)
        count = len([at for at in world.requests("getUpdates", began) if at < began + MINUTE])
        bot = world.ended
        world.mend()
        await _taken_after(world, second())
        return {"for long: requests/min": str(count), "then handled": await _handled(world), "the bot": bot}


async def _taken_after(world: Wired, began: float) -> int:
    """Seconds until the tap was handled; a bot that stopped is started again, as an operator would."""
    assert world.job is not None
    await until(lambda: world.job.done() or world.taken())  # type: ignore[union-attr]
    if world.job.done():
        await world.stop()
        await world.start()
        await until(world.taken)
    await until(lambda: world.requests("sendMessage", began, chat=SANNE), MINUTE)
    return round(world.requests("sendMessage", began, chat=SANNE)[0] - began)


async def _handled(world: Wired) -> str:
    """How often the tap counted, and that what followed from it was said as often."""
    await asyncio.sleep(2 * MINUTE)
    said = world.seen(SANNE, "Hoi Sanne. Ik ben Trede")
    assert said == world.taken(), f"told {said} times, counted {world.taken()} times"
    return f"{said}x"


# --- answerCallbackQuery: the coach taps, the answer to the tap goes wrong --------------------------------------------


async def answering(fault: str) -> Row:
    """The row of `answerCallbackQuery`."""
    async with wired() as world:
        world.arm("answerCallbackQuery", fault, times=None)
        began = second()
        world.joost.tap_label(RIGHT)
        after = await _taken_after(world, began)
        handled = await _handled(world)
        await asyncio.sleep(OUTAGE)
        return {
            "fault": fault,
            "the tap: handled": f"{handled}, after {after} s",
            "answers tried": str(len(world.requests("answerCallbackQuery", began))),
            "the card": f"edited {world.seen(JOOST, 'Sanne is verbonden', 'edited')}x",
            "the bot": world.ended,
        }


# --- editMessageText: a message that is to change ---------------------------------------------------------------------


async def editing(fault: str) -> Row:
    """The row of `editMessageText`."""
    once = await _edited(fault, times=1)
    long = await _edited(fault, times=None)
    return {
        "fault": fault,
        "once": once["letter"],
        "then on screen": once["screen"],
        "for long: requests/min": long["requests"],
        "after it": long["letter"].partition(",")[0],
        "on screen": long["screen"],
        "the bot": long["bot"],
    }


async def _edited(fault: str, *, times: int | None) -> Row:
    async with wired() as world:
        await _put(world, JOOST, "one")
        world.arm("editMessageText", fault, times=times)
        began = second()
        n = await _put(world, JOOST, "two")
        if times is None:
            await asyncio.sleep(OUTAGE)
            world.mend()
        await until(lambda: world.letters(JOOST)[n][0] not in WAITS)
        asked = [
            a.at for a in world.out.asked if a.chat == JOOST and a.at >= began and a.method != "editMessageReplyMarkup"
        ]
        state, reason = world.letters(JOOST)[n]
        shown = [b.text for b in world.joost.screen if b.text in {"one", "two"}]
        return {
            "letter": _said(state, reason, asked),
            "screen": ", ".join(shown),
            "requests": str(len([at for at in asked if at < began + MINUTE])),
            "bot": world.ended,
        }


async def _put(world: Wired, chat: int, text: str) -> int:
    """A letter of one and the same slot: its number."""
    assert world.app is not None
    await world.keep(letter(chat, "reply", world.app.clock.now(), text=text, slot="card"))
    n = max(world.letters(chat))
    await until(lambda: world.letters(chat)[n][0] not in WAITS, 1.0)
    return n


# --- sendMessage: a letter of each class ------------------------------------------------------------------------------


async def sending_once(fault: str) -> Row:
    """The row of `sendMessage`, when the first try of each letter goes wrong."""
    async with wired() as world:
        began, numbers = await _letters(world, fault, times=1)
        row = {"fault": fault}
        for name, chat in CHATS.items():
            state, reason = world.letters(chat)[numbers[chat]]
            said = _said(state, reason, world.requests("sendMessage", began, chat=chat))
            row[name] = f"{said}: {world.seen(chat, TEXT)}x"
        return row | {"the bot": world.ended}


async def sending_long(fault: str) -> Row:
    """The same, when half an hour long every try goes wrong, and then none does."""
    async with wired() as world:
        began, numbers = await _letters(world, fault, times=None)
        row = {"fault": fault}
        for name, chat in CHATS.items():
            asked = world.requests("sendMessage", began, chat=chat)
            count = len([at for at in asked if at < began + MINUTE])
            row[name] = f"{count}/min, {world.letters(chat)[numbers[chat]][0]}: {world.seen(chat, TEXT)}x"
        return row | {"the bot": world.ended}


async def _letters(world: Wired, fault: str, *, times: int | None) -> tuple[float, Mapping[int, int]]:
    """One letter of each class, until each of them is settled: when they were due, and their numbers by chat."""
    assert world.app is not None
    for chat in CHATS.values():
        world.local.telegram.join(chat, "Iemand").chat.known = True
        world.arm("sendMessage", fault, times=times, chat=chat)
    began, now = second(), world.app.clock.now()
    mine = [letter(CHATS[name], kind, now, text=TEXT, expires=ends) for name, (kind, ends) in CLASSES.items()]
    await world.keep(*mine)
    numbers = {chat: max(world.letters(chat)) for chat in CHATS.values()}
    if times is None:
        await asyncio.sleep(OUTAGE)
        world.mend()
    await until(lambda: all(world.letters(chat)[n][0] not in WAITS for chat, n in numbers.items()))
    return began, numbers


def _said(state: str, reason: str, asked: list[float]) -> str:
    """A letter's end: its state, and when the last try was if there were more than one."""
    why = f" ({reason})" if state in {"failed", "expired"} else ""
    again = f", {round(asked[-1] - asked[0])} s" if len(asked) > 1 else ""
    return f"{state}{why}{again}"


SCENES: Mapping[str, Callable[[str], Awaitable[Row]]] = {
    "getUpdates": polling,
    "answerCallbackQuery": answering,
    "editMessageText": editing,
    "sendMessage, once": sending_once,
    "sendMessage, for half an hour": sending_long,
}


def measured(scene: str, fault: str) -> Row:
    """What a fault comes to in a scene, in a loop of its own."""
    return run(lambda: SCENES[scene](fault))
