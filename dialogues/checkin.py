"""The check-in of a day (tone 6-12, 16, 17): one message that is edited as it goes; and what is said around it."""

from collections.abc import Callable
from dataclasses import replace

from dialogues import agenda, checkin_buttons, checkin_closing, checkin_questions, phrases, taps
from dialogues.prompt import Button, Message, Page, says
from dialogues.suggestions import N_
from state_machines import questions
from state_machines.files import Client, Day

#: What is said when something typed was no answer to the open question.
UNCLEAR = {
    "words": N_("I put your words in your diary. Here I can only write down an answer to the question."),
    "long": N_("That is a lot to fit in here, so I put it in your diary. A few words are enough for this question."),
    "scale": N_("I can write down a number from 0 to 10 here."),
    "hours": N_("I can write down hours from 0 to 24 here."),
    "hint": N_("That's fine. Think of a small moment: a chat, a quiet room, a short walk outside."),
}


@says("checkin")
def checkin(page: Page[Client]) -> Message:
    """The day's message, by the state of the day. Neutral in its first line: it may stand on a lock screen."""
    day = page.file.day
    if day is None:
        return welcome_back(page)
    shown = SHOWN.get(day.state, _asking)(page, day)
    hint = _unclear(page, day) if day.state in SHOWN and day.state != "prompted" else ""
    return replace(shown, text=f"{hint}\n\n{shown.text}") if hint else shown


def _prompted(page: Page[Client], day: Day) -> Message:
    """The prompt, the nudge, and the prompt after an hour's snooze."""
    _, client = page.words._, page.file
    note, name = page.text("note"), phrases.name_of(client)
    greetings = {
        "nudge": _(
            "Hi {name}, your check-in is still here. It takes less than two minutes, and skipping is fine.", name=name
        ),
        "no_snooze": _("Later today no longer fits. Now is fine, and so is skipping today."),
    }
    hello = greetings.get(note) or _unclear(page, day) or _("Hi {name}, time for your check-in.", name=name)
    read = _("{coach} has read your week.", coach=phrases.coach_of(client)) if page.values.get("week_read") else ""
    later = day.at in {"", questions.FIRST} and not day.snoozed and note != "no_snooze"
    more = phrases.lines(read, agenda.today_lines(page, day.date))
    return _question(page, day, hello, more, later=later)


def _asking(page: Page[Client], day: Day) -> Message:
    """Under way: what was just said, then the next question."""
    _, first = page.words._, day.at in {"", questions.FIRST}
    opening = checkin_questions.heard(page, day)
    if first and day.corrected:
        opening = _("Today's check-in is open again. What you don't change stays as it is.")
    elif first:
        opening = _("Hi {name}, here is today's check-in.", name=phrases.name_of(page.file))
    return _question(page, day, _unclear(page, day) or opening, "", later=False)


def _question(page: Page[Client], day: Day, opening: str, more: str, *, later: bool) -> Message:
    rows = (*checkin_buttons.answers(page, day), *checkin_buttons.ways(page, day, later=later))
    return phrases.message(opening, more, checkin_questions.asked(page, day), rows=rows)


def _snoozed(page: Page[Client], _day: Day) -> Message:
    _ = page.words._
    text = (
        _("I come back once today, as agreed. Sooner is fine too.")
        if page.text("note") == "no_snooze"
        else _("All right. I'll come back in an hour.")
    )
    return phrases.message(text, rows=((Button(_("I'd rather do it now"), taps.ask("checkin")),),))


def _unclear(page: Page[Client], day: Day) -> str:
    note = page.text("note")
    kind = questions.BY_NAME[day.at or questions.FIRST].kind
    text = UNCLEAR.get("hours" if kind == "hours" else "scale") if note == "out_of_range" else UNCLEAR.get(note)
    return page.words._(text) if text else ""


SHOWN: dict[str, Callable[[Page[Client], Day], Message]] = {
    "prompted": _prompted,
    "snoozed": _snoozed,
    "short": checkin_closing.short,
    "done": checkin_closing.done,
}


# --- around it ----------------------------------------------------------------------------------------------------


@says("checkin.silence")
def silence(page: Page[Client]) -> Message:
    """After five silent days, once (tone 24): nothing to catch up on, four choices."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    choices = (
        Button(_("Three days a week"), taps.setting("silence", "three")),
        Button(_("A pause from messages"), taps.setting("silence", "pause")),
        phrases.button(_("Let {coach} call me", coach=coach), taps.setting("silence", "call")),
        Button(_("Just carry on"), taps.setting("silence", "go_on")),
    )
    return phrases.message(
        _(
            "Hi {name}. I haven't heard from you for a few days. That's fine. There is nothing to catch up on.",
            name=phrases.name_of(client),
        ),
        _("What suits you now?"),
        _(
            "Until I hear from you, I only send you the step of the week. {coach} sees that it's quiet, and may call.",
            coach=coach,
        ),
        rows=phrases.column(*choices),
    )


@says("checkin.welcome_back")
def welcome_back(page: Page[Client]) -> Message:
    """A choice after a silence: what holds now."""
    _, client = page.words._, page.file
    return phrases.message(
        _("Good to hear from you."),
        _("There is nothing to catch up on.")
        if phrases.rhythm(client, page.words)
        else _(
            "Your check-in comes on {days} at {time}. There is nothing to catch up on.",
            days=page.words.weekdays(client.weekdays),
            time=page.words.clock(client.checkin_time),
        ),
        phrases.next_one(client, page.words),
        rows=((Button(_("Check in now"), taps.ask("checkin")),),),
    )


@says("checkin.over")
def over(page: Page[Client]) -> Message:
    """What stays of a check-in that was left open: no buttons, nothing to catch up on. Only ever an edit."""
    _ = page.words._
    text = _("The check-in of {day} is over. There is nothing to catch up on.", day=phrases.day_of(page, "day"))
    return replace(phrases.message(text), only_edit=True)


@says("checkin.corrected")
def corrected(page: Page[Client]) -> Message:
    """An edited message changed an earlier day."""
    _ = page.words._
    return phrases.message(
        _("I changed your answer for {day}. The earlier one is kept in the history.", day=phrases.day_of(page, "day"))
    )
