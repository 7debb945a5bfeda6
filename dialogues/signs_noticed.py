"""An early sign that was noticed (R26): the weekly question, the client's own answer shown back, and who sees what.

Nothing is added to what the client wrote: no advice, no verdict (R14).
"""

from collections.abc import Iterable, Sequence

from dialogues import phrases, taps
from dialogues.prompt import Button, Page, Rows, rows_of
from dialogues.words import Words
from state_machines.consents import COACH, gives
from state_machines.days import iso_week
from state_machines.files import Client, Day
from state_machines.questions import SIGNS
from state_machines.rhythm import MONTHLY
from state_machines.signs import found


def question(page: Page[Client], _day: Day) -> str:
    """Whether one was noticed since the last time; and what the coach sees of it (R33)."""
    _, client = page.words._, page.file
    text = (
        _("Did you notice one of your early signs since last time?")
        if once_a_month(client)
        else _("Did you notice one of your early signs in the past week?")
    )
    coach = phrases.coach_of(client)
    sees = (
        _("{coach} sees whether you noticed one, not which.", coach=coach)
        if gives(client, COACH)
        else _("{coach} doesn't see your signs.", coach=coach)
    )
    return phrases.lines(text, sees)


def once_a_month(client: Client) -> bool:
    """Whether a check-in, and so the question, comes once a month: after the end of a plan."""
    return client.slow == MONTHLY and client.day is not None and client.slowed_on(client.day.date)


def buttons(page: Page[Client], day: Day) -> Rows:
    """Each sign of the list, and no: one tap and on."""
    answer = day.answer(SIGNS)
    chosen = answer.words if answer else ()
    each = [
        phrases.button(f"• {sign.sign}" if sign.sign in chosen else sign.sign, taps.noticed(day.date, sign.sign))
        for sign in page.file.signs
    ]
    none = answer is not None and not answer.words and not answer.skipped
    no = page.words._("No")
    return (*rows_of(each, 2), (Button(f"• {no}" if none else no, taps.noticed(day.date)),))


def listed(page: Page[Client], day: Day) -> str:
    """The signs that were put on the list, and where an own answer can be written with them."""
    _, items = page.words._, phrases.named(day.words("list_signs"), page.words).rstrip(".")
    if not items:
        return _("Noted.")
    where = "" if page.file.buttons_only else _("With /signs you can write down what you do then.")
    return phrases.lines(_("Noted: {items}.", items=items), where)


def heard(page: Page[Client], day: Day) -> str:
    """What was noticed, and the client's own answer to it; nothing else."""
    _, noticed = page.words._, day.words(SIGNS)
    if not noticed:
        return _("Noted.")
    sign = found(page.file, noticed[0])
    own = _("You wrote: “{words}”", words=sign.answer) if sign and sign.answer else ""
    return phrases.lines(_("Noted: {items}.", items=phrases.named(noticed, page.words).rstrip(".")), own)


def looked_back(days: Sequence[Day], said: Words) -> str:
    """The signs that the client noticed on these days, with their dates; empty when there was none."""
    named = [f"{phrases.spoken(sign)} ({said.short_day(day.date)})" for day in days for sign in day.words(SIGNS)]
    return said._("Early signs you noticed: {items}.", items=said.listed(named)) if named else ""


def for_coach(days: Iterable[Day], said: Words) -> str:
    """How often one was noticed and when, never which (R33); empty when the question was never answered."""
    answered = [day for day in days if (answer := day.answer(SIGNS)) is not None and not answer.skipped]
    when = [
        said._("{day} (week {week})", day=said.short_day(day.date), week=iso_week(day.date))
        for day in answered
        if day.words(SIGNS)
    ]
    if not answered:
        return ""
    counted = said.n_(
        "Early sign noticed: {number} of {n} time",
        "Early sign noticed: {number} of {n} times",
        len(answered),
        number=len(when),
    )
    return f"{counted}: {said.listed(when)}" if when else counted
