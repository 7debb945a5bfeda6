"""How a calendar is written down: events, and the rules of its time zone. Loads icalendar: only where it is made."""

from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from reports.calendar import CalendarValues, Entry, uid
from reports.zone_rules import timezone
from state_machines.days import local

PRODUCT = "-//Trede//Trede//EN"


def written(values: CalendarValues) -> bytes:
    """The calendar as RFC 5545 wants it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", values.name)
    timed = [entry.moment.starts for entry in values.entries if isinstance(entry.moment.starts, datetime)]
    if timed:
        calendar.add_component(timezone(values.zone, min(timed).year, max(timed).year))
    for entry in values.entries:
        calendar.add_component(_event(entry, values))
    return bytes(calendar.to_ical())


def _event(entry: Entry, values: CalendarValues) -> Event:
    event = Event()
    event.add("uid", uid(values.file, entry.moment))
    event.add("sequence", values.version)
    event.add("dtstamp", values.stamp.astimezone(UTC))
    event.add("last-modified", values.stamp.astimezone(UTC))
    event.add("summary", _text(entry.summary))
    if entry.description:
        event.add("description", _text(entry.description))
    event.add("dtstart", _start(entry.moment.starts, values.zone))
    if entry.moment.ends is not None:
        event.add("dtend", _end(entry.moment.ends, values.zone))
    whole_days = not isinstance(entry.moment.starts, datetime)
    event.add("transp", "TRANSPARENT" if whole_days else "OPAQUE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _text(words: str) -> str:
    """What people wrote, without signs that a calendar can't hold: control signs, half a surrogate pair."""
    kept = "".join(letter for letter in words if letter == "\n" or (letter >= " " and letter != "\x7f"))
    return kept.encode(errors="replace").decode()


def _start(at: date, zone: str) -> date:
    return local(at, zone) if isinstance(at, datetime) else at


def _end(at: date, zone: str) -> date:
    """The end on the wall's clock; in UTC in the autumn's repeated hour, which the wall's clock names twice."""
    if not isinstance(at, datetime):
        return at
    wall = local(at, zone)
    return at.astimezone(UTC) if wall.fold else wall
