"""Hours and tasks worked, beside the check-in (R15, R17): the day, the hours, and for who wants to the tasks."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from dialogues import phrases, plan_lines, taps
from dialogues.checkin import UNCLEAR
from dialogues.more_than_agreed import enough
from dialogues.prompt import Button, Message, Page, Rows, rows_of, says
from state_machines import working
from state_machines.files import Client, Day
from state_machines.plan import QUARTER

#: Less than planned, in parts; more is typed, and nothing here invites to it (R16).
PARTS = (Decimal(0), Decimal("0.5"), Decimal("0.75"))
#: Offered on a day on which no hours were planned.
UNPLANNED = tuple(Decimal(number) for number in (1, 2, 3, 4))
MOST_TASKS = 8


@says("hours.which")
def which(page: Page[Client]) -> Message:
    """Which day: today and the working days without hours; all of the last two weeks on request."""
    _, every = page.words._, bool(page.values.get("every"))
    days = _days(page)
    out = page.text("note") == "out_of_reach"
    asked = _("Which day is it about?") if every else _("For which day would you like to note hours?")
    if out:
        asked = _("I can note hours for today and for the 14 days before.")
    buttons = [Button(_label(page, day, every=every), taps.hours(day)) for day in days]
    return phrases.message(asked, rows=(*rows_of(buttons, 2), *(() if every else _another(page))))


def _days(page: Page[Client]) -> list[date]:
    given = page.values.get("days")
    return [date.fromisoformat(day) for day in given] if isinstance(given, tuple) else []


def _label(page: Page[Client], day: date, *, every: bool) -> str:
    """The day, and what stands for it when all days are shown."""
    _, said, client = page.words._, page.words, page.file
    today = client.day is not None and client.day.date == day
    name = _("Today") if today else said.short_day(day)
    kept = working.kept(client, day)
    if not every or not working.is_noted(kept):
        return name
    number, off = kept.number("hours"), _("off")
    return f"{name}: {off if number is None else phrases.hours(said, number)}"


def _another(page: Page[Client]) -> Rows:
    return ((Button(page.words._("Another day"), taps.every_day()),),)


# --- how many -----------------------------------------------------------------------------------------------------


@says("hours.ask")
def ask(page: Page[Client]) -> Message:
    """How many hours on that day: as planned in one tap, less, or a number that is typed."""
    _, day = page.words._, _day(page)
    return phrases.message(
        _unclear(page),
        _("How many hours did you work today?") if _is_today(page, day) else _on_day(page, day),
        _("A different number? Type it, for instance 2.5."),
        rows=(*_hours(page, day), *_another(page)),
    )


def _on_day(page: Page[Client], day: Day) -> str:
    return page.words._("How many hours did you work on {day}?", day=page.words.day(day.date))


def _unclear(page: Page[Client]) -> str:
    note = page.text("note")
    text = UNCLEAR["hours"] if note == "out_of_range" else UNCLEAR.get(note, "")
    return page.words._(text) if text else ""


def _hours(page: Page[Client], day: Day) -> Rows:
    _, said, now = page.words._, page.words, day.number("hours")
    if day.planned <= 0:
        offered = sorted({*UNPLANNED, *(() if now is None else (now,))})
        return rows_of([_number(page, day, number) for number in offered], 4)
    agreed = _("{hours}, as agreed", hours=phrases.hours(said, day.planned))
    as_agreed = Button(_marked(agreed, chosen=now == day.planned), taps.hours(day.date, day.planned))
    others = {_quarters(day.planned * part) for part in PARTS} | (set() if now is None else {now})
    less = [_number(page, day, number) for number in sorted(others - {day.planned})]
    off = Button(
        _marked(_("Ill, on leave or no working day"), chosen=day.words("hours") == ("off",)),
        taps.hours(day.date, "off"),
    )
    return ((as_agreed,), *rows_of(less, 4), (off,))


def _number(page: Page[Client], day: Day, number: Decimal) -> Button:
    label = _marked(phrases.hours(page.words, number), chosen=day.number("hours") == number)
    return Button(label, taps.hours(day.date, number))


def _quarters(number: Decimal) -> Decimal:
    return (number / QUARTER).quantize(Decimal(1), ROUND_HALF_UP) * QUARTER


def _marked(label: str, *, chosen: bool) -> str:
    return f"• {label}" if chosen else label


# --- noted --------------------------------------------------------------------------------------------------------


@says("hours.noted")
def noted(page: Page[Client]) -> Message:
    """What was noted, as a fact; the tasks as planned, or others."""
    _, day = page.words._, _day(page)
    tasks = day.words("tasks")
    more = enough(page, day) if page.text("note") in {"day", "week"} else ""
    return phrases.message(
        phrases.lines(_fact(page, day), plan_lines.tasks(tasks, page.words) if tasks else ""),
        more,
        rows=(*_tasks(page, day), *_another(page)),
    )


def _fact(page: Page[Client], day: Day) -> str:
    _, said, today = page.words._, page.words, _is_today(page, day)
    number, when = day.number("hours"), page.words.day(day.date)
    if number is None:
        off = _("Noted: today ill, on leave or no working day.")
        return off if today else _("Noted for {day}: ill, on leave or no working day.", day=when)
    worked = phrases.hours(said, number)
    return (
        _("Noted: today {hours} worked.", hours=worked)
        if today
        else _("Noted for {day}: {hours} worked.", day=when, hours=worked)
    )


def _tasks(page: Page[Client], day: Day) -> Rows:
    """As planned in one tap, as long as nothing was said of tasks; others can always be chosen."""
    _ = page.words._
    if not day.number("hours") or not working.tasks_of(page.file, day.date):
        return ()
    planned = (Button(_("Tasks as planned"), taps.hours_tasks(day.date, "planned")),)
    other = (Button(_("Other tasks"), taps.hours_tasks(day.date, "other")),)
    return (other,) if day.words("tasks") else (planned + other,)


@says("hours.tasks")
def tasks(page: Page[Client]) -> Message:
    """Which tasks: those of the step, and what is typed; as the check-in asks it."""
    _, day = page.words._, _day(page)
    chosen = day.words("tasks")
    found = dict.fromkeys((*chosen, *working.tasks_of(page.file, day.date)))
    buttons = [_task(day, name, chosen=name in chosen) for name in list(found)[: max(MOST_TASKS, len(chosen))]]
    hint = (
        _("You can choose more than one.")
        if page.file.buttons_only
        else _("You can choose more than one. Something else? Just type it.")
    )
    done = Button(_("Done"), taps.hours_tasks(day.date, "ready"))
    asked = _("Which tasks did you do?")
    return phrases.message(_unclear(page), phrases.lines(asked, hint), rows=(*rows_of(buttons, 2), (done,)))


def _task(day: Day, name: str, *, chosen: bool) -> Button:
    label = f"✓ {name}" if chosen else name
    return phrases.button(label, taps.hours_task(day.date, name, chosen=not chosen))


def _day(page: Page[Client]) -> Day:
    """The day that this is about, as it is kept."""
    client = page.file
    now = client.day.date if client.day else client.coaching_since or date.min
    return working.kept(client, phrases.day_value(page, "day") or now)


def _is_today(page: Page[Client], day: Day) -> bool:
    return page.file.day is not None and page.file.day.date == day.date
