"""How a check-in ends: shorter on a tired day (tone 11), factual (tone 10), with care after a high score (tone 12)."""

from collections.abc import Callable

from dialogues import more_than_agreed, phrases, taps, who_reads
from dialogues.checkin_buttons import enough, voice
from dialogues.prompt import Button, Message, Page, Rows
from state_machines.files import Client, Day

LONGEST_WORDS = 200


def short(page: Page[Client], day: Day) -> Message:
    """Little energy: the client stops here, or goes on."""
    _ = page.words._
    text = _(
        "Your energy: {number}. There isn't much today. So we keep it short.",
        number=page.words.number(day.number("energy")),
    )
    go_on = Button(_("Carry on anyway"), taps.move(day.date, "go_on"))
    return phrases.message(text, rows=(enough(page, day), (go_on,), (_talk(page),)))


def done(page: Page[Client], day: Day) -> Message:
    """The closing text: what was noted, when the next one comes, who reads when."""
    score = day.number("complaint")
    high = score is not None and score >= page.file.rule.bad_from and page.text("note") not in {"corrected", "closed"}
    if high and day.high in HIGH:
        return HIGH[day.high](page, day)
    more = page.text("note") == "more"
    this_is_enough = more_than_agreed.enough(page, day) if more else ""
    rows = (*(more_than_agreed.rows(page) if more else ()), *_after(page, day))
    return phrases.message(_noted(page, day), this_is_enough, _next(page), rows=rows)


def _noted(page: Page[Client], day: Day) -> str:
    """Facts, and one thing that the client said (R13, R15)."""
    _ = page.words._
    if not day.known:
        return _("All right. Nothing was filled in today. That's fine.")
    opening = _("Thank you. It has been changed.") if day.corrected else _("Thank you.")
    facts, named = _facts(page, day), _one_thing(page, day)
    if not facts and not named:
        return opening + " " + _("Today's answers are kept.")
    noted = _("Noted: {facts}.", facts=", ".join(facts)) if facts else ""
    return " ".join(part for part in (opening, noted, named) if part)


def _facts(page: Page[Client], day: Day) -> list[str]:
    _, said, facts = page.words._, page.words, []
    worked, energy = day.number("hours"), day.number("energy")
    if worked is not None:
        amount = phrases.hours(said, worked)
        facts.append(_("{hours} worked", hours=amount))
    if energy is not None:
        facts.append(_("energy {number}", number=said.number(energy)))
    return facts


def _one_thing(page: Page[Client], day: Day) -> str:
    said, _ = page.words, page.words._
    givers, pleasant = day.words("giver") or day.words("list_givers"), day.words("pleasant")
    if givers:
        items = phrases.named(givers, said)
        return said.n_(
            "You named {items} as an energy giver.", "You named {items} as energy givers.", len(givers), items=items
        )
    if pleasant:
        return _("Your most pleasant moment: “{words}”.", words=phrases.clipped(pleasant[0], LONGEST_WORDS).rstrip("."))
    return ""


def _next(page: Page[Client]) -> str:
    _ = page.words._
    sooner = "" if page.file.buttons_only else _("Something to say before then? Just type it.")
    said = (phrases.until_next(page.file, page.words), sooner, who_reads.reads_on(page.file, page.words))
    return " ".join(part for part in said if part)


def _after(page: Page[Client], day: Day) -> Rows:
    _ = page.words._
    correct = Button(_("Correct something") if day.answered else _("Check in now"), taps.ask("checkin"))
    write = Button(_("Write in my diary"), taps.ask("write"))
    first = (correct,) if page.file.buttons_only else (correct, write)
    at_work = ((Button(_("Something is going on at work"), taps.ask("disturbance")),),) if day.working else ()
    return (first, *at_work, (_talk(page),))


def _talk(page: Page[Client]) -> Button:
    return phrases.talk(page.file, page.words)


# --- a high score -------------------------------------------------------------------------------------------------


def _first_high(page: Page[Client], day: Day) -> Message:
    """Heard first; once in a step, that the agreement stands; then a way for the complaint itself; nothing else (R18).

    What was noted and when the next one comes is one tap away.
    """
    _, client = page.words._, page.file
    score, coach = page.words.number(day.number("complaint")), phrases.coach_of(client)
    supervisor = phrases.supervisor_of(client, page.words)
    return phrases.message(
        _("You chose {number} for your complaints. That is a lot for one day. Thank you for saying so.", number=score),
        _(
            "What you agreed with {supervisor} stands. A number changes nothing about it, and a good number doesn't "
            "either. Does the step not work out? Then you look at it together, with {coach}.",
            supervisor=supervisor,
            coach=coach,
        ),
        _("Are you worried about your complaints? Your GP can look at them with you."),
        rows=(enough(page, day), *_about(page, write=not client.buttons_only)),
    )


def _high_again(page: Page[Client], day: Day) -> Message:
    _ = page.words._
    score = page.words.number(day.number("complaint"))
    heard = _("Today: {number}. I wrote it down. Nothing more is needed today.", number=score)
    ready = Button(_("Done"), taps.move(day.date, "enough"))
    return phrases.message(heard, rows=((ready,), *_about(page, write=False)))


def _about(page: Page[Client], *, write: bool) -> Rows:
    _ = page.words._
    writing = ((Button(_("I'd like to write about it"), taps.ask("write")),),) if write else ()
    correct = Button(_("Correct something"), taps.ask("checkin"))
    return ((_talk(page),), *writing, voice(page), (correct,))


HIGH: dict[str, Callable[[Page[Client], Day], Message]] = {"first": _first_high, "again": _high_again}
