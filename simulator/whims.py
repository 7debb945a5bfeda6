"""What people do out of turn: stale taps, voice messages, pages, pauses, other zones, blocking. A short script each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator import habits, own_words
from simulator.someone import Script

if TYPE_CHECKING:
    from simulator.people import Employee

Whim = Callable[["Employee"], Script]
WHIMS: dict[str, Whim] = {}


def whim(made: Whim) -> Whim:
    """Register a whim under its name. Who is away has none."""

    def unless_away(who: Employee) -> Script:
        if not who.away:
            yield from made(who)

    WHIMS[made.__name__] = unless_away
    return unless_away


def _sends(name: str, texts: tuple[str, ...]) -> None:
    def send(who: Employee) -> Script:
        who.send(who.rng.choice(texts))
        yield 5

    send.__name__ = name
    whim(send)


_sends("odd_text", habits.ODD)
_sends("number", habits.NUMBERS)
_sends("unknown", habits.UNKNOWN)
_sends("page", habits.PAGES)
_sends("worry", habits.WORRIES)
_sends("call", ("/belmij", "/callme"))
_sends("start", ("/start",))


@whim
def stale_tap(who: Employee) -> Script:
    """A button of an older message."""
    older = [bubble for bubble in who.person.screen[-40:-3] if bubble.buttons]
    if older:
        bubble = who.rng.choice(older)
        button = who.rng.choice([button for row in bubble.buttons for button in row])
        if button.data is not None:
            who.press(bubble, button)
    yield 3


@whim
def gone_tap(who: Employee) -> Script:
    """A tap where a button once was."""
    who.tap_again()
    yield 3


@whim
def anything(who: Employee) -> Script:
    """Lost: any button on the screen, a few times."""
    for _ in range(3):
        found = [(bubble, button) for bubble in who.screen[:3] for row in bubble.buttons for button in row]
        usable = [(bubble, button) for bubble, button in found if button.data is not None]
        if who.away or not usable:
            return
        who.press(*who.rng.choice(usable))
        yield who.rng.uniform(2, 20)


@whim
def voice(who: Employee) -> Script:
    """A voice message."""
    who.person.voice()
    yield 3


@whim
def photo(who: Employee) -> Script:
    """A photo, with or without words."""
    who.person.photo(who.rng.choice((None, "mijn bureau")))
    yield 3


@whim
def sticker(who: Employee) -> Script:
    """A sticker."""
    who.person.sticker()
    yield 3


@whim
def note(who: Employee) -> Script:
    """Own words for the diary; now and then opened to the coach."""
    texts = habits.COMPLAINTS if who.habits.complaints[0] > 5 else habits.NOTES
    who.send(who.rng.choice(texts) if who.chance(0.4) else own_words.lines(who.rng))
    yield who.rng.uniform(5, 30)
    if who.chance(0.3) and not who.away:
        who.tap("")
        yield 3


for _name in own_words.WAYS:
    whim(own_words.telling(_name))


@whim
def long_text(who: Employee) -> Script:
    """As long as a phone can send, cut in two as a phone does."""
    for _ in range(2):
        who.send(". ".join(own_words.sentence(who.rng) for _ in range(60))[:4000])
        yield 1


@whim
def forwarded(who: Employee) -> Script:
    """Somebody else's words."""
    who.send(who.rng.choice(("7", "Beste collega's, het overleg vervalt", "sterkte!")), forwarded=True)
    yield 3


@whim
def edit(who: Employee) -> Script:
    """Changes something typed before."""
    own = [bubble for bubble in who.person.screen[-60:] if not bubble.from_bot and bubble.kind == "text"]
    if own:
        who.person.edit(who.rng.choice(own[-8:]).message_id, who.rng.choice((*habits.NUMBERS, *habits.NOTES)))
    yield 3


@whim
def check_in(who: Employee) -> Script:
    """Opens the check-in out of the blue."""
    who.send("/checkin")
    yield 4
    yield from who.session()


@whim
def correct(who: Employee) -> Script:
    """Goes back to correct something, when the screen offers it."""
    if who.tap("correct"):
        yield 4
        yield from who.session()


@whim
def pause(who: Employee) -> Script:
    """A pause of some length, tapped or typed."""
    who.send(who.rng.choice(("/pauze", "/pause")))
    yield 5
    if who.types():
        who.send(who.rng.choice(("2", "5", "drie dagen", "30", "0", "week")))
    else:
        who.tap(who.rng.choice(("one_day", "some_days", "one_week", "two_weeks")))
    yield 3


@whim
def end_pause(who: Employee) -> Script:
    """Ends the pause, when there is a button for it."""
    who.tap("end_pause")
    yield 3


def _settings(choice: str, texts: tuple[str, ...], taps: tuple[str, ...]) -> Whim:
    """Through /instellingen to one setting, answered with a button or typed."""

    def change(who: Employee) -> Script:
        who.send(who.rng.choice(("/instellingen", "/settings")))
        yield 4
        if not who.tap(choice):
            return
        yield 4
        if who.chance(0.6):
            who.send(who.rng.choice(texts))
        else:
            who.tap(*taps)
        yield 3

    change.__name__ = choice
    return change


WHIMS["travel"] = whim(_settings("zone", habits.CITIES, ("place",)))
WHIMS["moment"] = whim(_settings("time", habits.TIMES, ("clock",)))
WHIMS["week"] = whim(_settings("days", habits.WEEKDAYS, ("weekdays", "own_days")))


@whim
def typing(who: Employee) -> Script:
    """Buttons only, or typing again."""
    who.send("/instellingen")
    yield 4
    who.tap("typing_on", "only_buttons")
    yield 3


@whim
def language(who: Employee) -> Script:
    """The other language."""
    who.send("/taal")
    yield 4
    who.tap_named(who.rng.choice(("Nederlands", "English")))
    yield 3


@whim
def stop(who: Employee) -> Script:
    """Stops, and mostly comes back within days."""
    who.send("/stop")
    yield 6
    if who.tap("stop", "stay") and who.chance(0.8):
        who.later(who.rng.uniform(1, 3) * 86400, lambda: who.begin(lambda: come_back(who)))


@whim
def come_back(who: Employee) -> Script:
    """Starts again after a stop, when the screen offers it."""
    if who.tap("again"):
        yield 5
        yield from who.session()


@whim
def block(who: Employee) -> Script:
    """Blocks the bot for hours or days."""
    who.person.block()
    who.later(who.rng.uniform(2, 48) * 3600, who.unblock)
    yield 60
