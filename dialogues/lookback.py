"""The client's own pages, drawn just before sending: the diary, and the last two weeks. Missing is "–", never zero."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from dialogues import notes, overview_weeks, phrases, signs_noticed, taps
from dialogues.diary_note import DiaryNote
from dialogues.prompt import Button, Message, Page, Rows
from dialogues.words import Words
from state_machines.adherence import adherence
from state_machines.files import Client, Day

MOST_SHOWN = 3500
LONGEST_NOTE = 1500
NEWEST_OPENABLE = 3
TWO_WEEKS = timedelta(days=13)
MOST_GIVERS = 3


class OwnNote(DiaryNote, Protocol):
    """A diary note as its writer sees it: also whether it is open to the coach."""

    @property
    def open(self) -> bool:
        """Whether the coach may read it."""


# --- the diary ----------------------------------------------------------------------------------------------------


def diary(page: Page[Client], notes: Sequence[OwnNote]) -> Message:
    """All notes, the newest last; what doesn't fit is counted, not shown."""
    _ = page.words._
    if not notes:
        return phrases.message(
            _("Your diary is still empty. What you type outside a question comes here."),
            rows=_write(page),
        )
    shown = _newest(page, notes)
    return phrases.message(
        _("Your diary:"),
        _older(page, len(notes) - len(shown)),
        *shown,
        rows=(*_turns(page, notes), *_write(page)),
    )


def _newest(page: Page[Client], notes: Sequence[OwnNote]) -> list[str]:
    """As many notes as fit, from the newest back; the newest always."""
    shown: list[str] = []
    room = MOST_SHOWN
    for note in reversed(notes):
        entry = _entry(page, note)
        room -= phrases.size(entry) + 2
        if room < 0 and shown:
            break
        shown.insert(0, entry)
    return shown


def _entry(page: Page[Client], note: OwnNote) -> str:
    _, coach = page.words._, phrases.coach_of(page.file)
    marks = (
        _("changed") if note.edited else "",
        _("{coach} may read this", coach=coach) if note.open else "",
    )
    marked = ", ".join(mark for mark in marks if mark)
    head = page.words.short_day(note.day) + (f" ({marked})" if marked else "")
    return f"{head}\n{phrases.cut(note.text.strip(), LONGEST_NOTE)}"


def _older(page: Page[Client], number: int) -> str:
    if number <= 0:
        return ""
    return page.words.n_(
        "One older note is kept too, and doesn't fit here.", "{n} older notes are kept too, and don't fit here.", number
    )


def _turns(page: Page[Client], kept: Sequence[OwnNote]) -> Rows:
    """The newest notes can be opened to the coach, or closed again."""
    rows = []
    for note in reversed(kept[-NEWEST_OPENABLE:]):
        turn = notes.turn(page, note.day, note.number, opened=note.open)
        rows.append((phrases.button(f"{page.words.short_day(note.day)}: {turn.label}", turn.data),))
    return tuple(rows)


def _write(page: Page[Client]) -> Rows:
    return () if page.file.buttons_only else ((Button(page.words._("Write in my diary"), taps.ask("write")),),)


# --- the last two weeks -------------------------------------------------------------------------------------------


def look_back(page: Page[Client], today: date) -> Message:
    """A line a day on which a check-in was asked or done; how many; the givers named most. No judgement."""
    _ = page.words._
    first = max(today - TWO_WEEKS, page.file.coaching_since or today)
    kept = [day for day in page.file.days_since(first) if day.date <= today]
    days = [day for day in kept if day.asked or day.known]
    title = _("Your last two weeks, {period}", period=_period(first, today, page.words))
    if not days:
        return phrases.message(title, _("There are no check-ins in these weeks yet."))
    return phrases.message(
        title,
        phrases.lines(_("day: energy / complaints / hours"), *(_line(day, page.words) for day in days)),
        _("– means: not filled in. That's fine."),
        _counted(days, page.words),
        _givers(kept, page.words),
        signs_noticed.looked_back(kept, page.words),
        rows=((Button(_("My plan"), taps.ask("plan")),),),
    )


def _period(first: date, last: date, said: Words) -> str:
    return f"{said.short_day(first)} – {said.short_day(last)}"


def _line(day: Day, said: Words) -> str:
    values = (said.number(day.number(name)) for name in ("energy", "complaint", "hours"))
    return f"{said.short_day(day.date)}: {' / '.join(values)}"


def _counted(days: Sequence[Day], said: Words) -> str:
    """The three adherences (R17), each by itself: what I asked, what you answered, how the step went."""
    found = adherence(days)
    stepped = said._("The step of the week: {count}.", count=overview_weeks.steps(found, said)) if found.weeks else ""
    return phrases.lines(
        said.n_("My question came on one day.", "My question came on {n} days.", found.asked),
        said.n_("You did one check-in.", "You did {n} check-ins.", found.answered),
        stepped,
    )


def _givers(days: Sequence[Day], said: Words) -> str:
    counts = Counter(phrases.spoken(item) for day in days for item in day.words("giver"))
    if not counts:
        return ""
    named = [f"{item} ({count}×)" for item, count in counts.most_common(MOST_GIVERS)]
    return said._("What you named most as energy givers: {items}.", items=said.listed(named))
