"""The safety texts (tone 26; R22): numbers and people, no questions, no judgement. Fixed texts."""

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.words import Words
from state_machines.files import Client

CHAT = "https://www.113.nl"
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
        f"{asked} {_later(page)}",
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
        phrases.lines(*numbers(page.words)),
        _("We'll carry on where we were."),
        rows=((_chat(page.words),),),
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
    return words._("If this is about you, or if it weighs on you: 113 or 0800-0113.")


def numbers(words: Words) -> tuple[str, ...]:
    """112, 113, the GP: Telegram makes the numbers in a text tappable."""
    _ = words._
    return (
        _("Immediate danger? Call 112."),
        _("113 Suicide Prevention: call 113, or 0800-0113 free of charge, day and night, anonymously. Chat: 113.nl"),
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
        f"{told} {_later(page)}",
        rows=_choices(page),
    )


def _later(page: Page[Client]) -> str:
    """Honest about when: nobody reads along live (R22, R35)."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    day = phrases.next_reading(client, client.day.date) if client.day else None
    if day:
        return _("Please note: {coach} may not read this until {day}.", coach=coach, day=page.words.day(day))
    days = phrases.reading_days(client, page.words)
    return _("Please note: {coach} reads on {days}, and not live.", coach=coach, days=days)


def _choices(page: Page[Client]) -> Rows:
    _ = page.words._
    return phrases.column(
        _chat(page.words),
        phrases.button(_("Let {coach} call me", coach=phrases.coach_of(page.file)), taps.safety("call")),
        Button(_("I meant something else"), taps.safety("misread")),
    )


def _chat(words: Words) -> Button:
    return Button(words._("Open 113.nl"), url=CHAT)
