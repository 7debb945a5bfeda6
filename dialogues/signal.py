"""The safety texts (tone 26; R22): numbers and people, no questions, no judgement. Fixed texts."""

from datetime import datetime

from dialogues import phrases, taps
from dialogues.emergency_numbers import NUMBERS, TALK_CHAT
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.words import Words
from state_machines import days
from state_machines.files import Client

CHAT = f"https://www.{TALK_CHAT}"
MOST_CONTACTS = 6


@says("safety.block")
def block(page: Page[Client]) -> Message:
    """T1, /nood, "help": always the first and only text."""
    return _whole(page, _important(page.words))


@says("safety.gentle")
def gentle(page: Page[Client]) -> Message:
    """T2: a softer opening, the same numbers."""
    _ = page.words._
    opening = _(
        "What you write is important to me. You don't have to be alone with it. I'm a computer program, and a person "
        "can do more for you now."
    )
    return _whole(page, opening)


@says("safety.line")
def line(page: Page[Client]) -> Message:
    """T3: one line, and on."""
    return phrases.message(in_passing(page.words), rows=((_chat(page.words),),))


@says("safety.call")
def call(page: Page[Client]) -> Message:
    """ "Let Anna call me": passed on, and what there is until then."""
    _, client = page.words._, page.file
    asked = _("I have asked {coach} to call you.", coach=phrases.coach_of(client))
    return phrases.message(
        f"{asked} {later(page)}",
        _("You don't have to wait for that. You can call now:"),
        phrases.lines(own_contacts(page), *numbers(page.words)),
        rows=((_chat(page.words),),),
    )


@says("safety.misread")
def misread(page: Page[Client]) -> Message:
    """ "I meant something else": the signal stands, the answer goes with it, the numbers once more, and on."""
    _, client = page.words._, page.file
    return phrases.message(
        _(
            "Thank you for telling me. {coach} already has the signal. Your answer goes along with it.",
            coach=phrases.coach_of(client),
        ),
        _("These numbers stay here, just in case:"),
        phrases.lines(own_contacts(page), *numbers(page.words)),
        _("We'll carry on where we were."),
        rows=((_chat(page.words),),),
    )


@says("safety.now")
def now(page: Page[Client]) -> Message:
    """One plain question instead of the next prompt, with the same numbers; neutral in its first line."""
    _, client = page.words._, page.file
    return phrases.message(
        _("Hi {name}. How is it now?", name=phrases.name_of(client)),
        phrases.lines(own_contacts(page), *numbers(page.words)),
        _("Nobody is reading live here. If it's hard, please call."),
        rows=(
            (_chat(page.words),),
            (_call(page),),
            (Button(_("It's going better, we can go on"), taps.safety("better")),),
        ),
    )


@says("safety.better")
def better(page: Page[Client]) -> Message:
    """It's going better: heard, and on where it was. The coach's signal isn't taken back by it."""
    _, client = page.words._, page.file
    coached = client.journey in {"coaching", "paused"}
    stands = _("The signal to {coach} stands.", coach=phrases.coach_of(client))
    open_still = any(need.kind == "safety" for need in client.needs)
    return phrases.message(
        _("Thank you for telling me.") + (f" {stands}" if open_still else ""),
        _("We'll carry on where we were.") + (f" {phrases.next_one(client, page.words)}" if coached else ""),
        phrases.emergency(page.words),
        rows=((Button(_("Check in now"), taps.ask("checkin")),),) if coached else (),
    )


def block_for(words: Words) -> Message:
    """The same block for somebody without a file, in a group, a professional, or when nothing can be stored."""
    return _unnamed(words, _important(words))


def _unnamed(words: Words, opening: str) -> Message:
    _ = words._
    return phrases.message(
        opening,
        phrases.lines(*numbers(words)),
        _("Nobody is reading live here. So please call, or go to somebody who is near you."),
        rows=((_chat(words),),),
    )


# --- the pieces ---------------------------------------------------------------------------------------------------


def in_passing(words: Words) -> str:
    """The one line of T3."""
    return words._("If this is about you, or if it weighs on you: {talk} or {talk_free}.", **NUMBERS)


def numbers(words: Words) -> tuple[str, ...]:
    """112, 113, the GP: Telegram makes the numbers in a text tappable."""
    _ = words._
    return (
        _("Immediate danger? Call {danger}.", **NUMBERS),
        _(
            "{talk} Suicide Prevention: call {talk}, or {talk_free} free of charge, day and night, anonymously. "
            "Chat: {talk_chat}",
            **NUMBERS,
        ),
        _("Your GP, or in the evening and at the weekend the out-of-hours GP service."),
    )


def own_contacts(page: Page[Client]) -> str:
    """The people that the client named for this moment."""
    _ = page.words._
    names = [phrases.clipped(name, phrases.LONGEST_ITEM) for name in page.file.contacts[-MOST_CONTACTS:]]
    return _("Your own people: {names}.", names=page.words.listed(names)) if names else ""


def _important(words: Words) -> str:
    return words._(
        "What you write is important to me. I'm a computer program and can't help you now the way a person can. "
        "Please talk to somebody now."
    )


def _whole(page: Page[Client], opening: str) -> Message:
    _, coach = page.words._, phrases.coach_of(page.file)
    if not phrases.recognised(page.file):
        return _unnamed(page.words, opening)
    kept = _("Your message is kept. {coach} gets a signal now, not what you wrote.", coach=coach)
    told = kept if page.values.get("kept") else _("{coach} gets a signal now that you asked for help.", coach=coach)
    return phrases.message(
        opening,
        phrases.lines(own_contacts(page), *numbers(page.words)),
        f"{told} {later(page)}",
        rows=_choices(page),
    )


def later(page: Page[Client]) -> str:
    """Honest about who reads, and when: nobody reads along live (R22, R35)."""
    _, coach, deputy = page.words._, phrases.coach_of(page.file), page.text("deputy")
    reads = page.values.get("reads")
    if deputy:
        away = _("{coach} is away, and {deputy} gets the signal too.", coach=coach, deputy=deputy)
        return f"{away} {_from(page, deputy, reads)}"
    return _from(page, coach, reads)


def _from(page: Page[Client], reader: str, reads: object) -> str:
    _, said = page.words._, page.words
    if not isinstance(reads, datetime):
        return _("Please note: {reader} isn't reading along live.", reader=reader)
    here = days.local(reads, page.file.zone)
    day, clock = said.day(here.date()), said.clock(here.time())
    return _("Please note: {reader} may not read this until {day} at {time}.", reader=reader, day=day, time=clock)


def _choices(page: Page[Client]) -> Rows:
    """The three of tone 26; at `/nood` also who one wants to call, when answers may be kept."""
    _ = page.words._
    people = ((Button(_("My own people"), taps.contacts("show")),),) if page.values.get("people") else ()
    return (
        *phrases.column(_chat(page.words), _call(page), Button(_("I meant something else"), taps.safety("misread"))),
        *people,
    )


def _call(page: Page[Client]) -> Button:
    return phrases.button(page.words._("Let {coach} call me", coach=phrases.coach_of(page.file)), taps.safety("call"))


def _chat(words: Words) -> Button:
    return Button(words._("Open {talk_chat}", **NUMBERS), url=CHAT)
