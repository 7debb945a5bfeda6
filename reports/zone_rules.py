"""The rules of a time zone as a VTIMEZONE: when its clocks changed, from what to what.

Written here, since the library's own begins summer time an hour late (it writes the new local time where RFC 5545,
3.6.5, wants the old).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from state_machines.days import zone_of

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 - local time, as the format wants it
LAST = -1


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of the clocks: `wall` is the local time at which it happens, by the old offset."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    def place(self, place: int) -> tuple[object, ...] | None:
        """What a yearly rule would say: offsets, month, weekday, hour; None if it isn't the `place`-th of its month."""
        nth = (self.wall.day - 1) // 7 + 1
        last = (self.wall + 7 * DAY).month != self.wall.month
        if not (last if place == LAST else nth == place):
            return None
        return self.before, self.after, self.name, self.wall.month, self.wall.isoweekday(), self.wall.time(), place


def timezone(zone: str, first: int, last: int) -> Timezone:
    """The rules of a zone that hold from the first year to the last."""
    made = Timezone()
    made.add("tzid", zone)
    changes = tuple(_changes(zone, first - 1, last + 1))
    observed = tuple(_observed(changes, last - first + 3))
    if not all("RRULE" in rule for rule in observed) or not observed:
        made.add_component(_before(zone, first - 1))
    for rule in observed:
        made.add_component(rule)
    return made


def _changes(zone: str, first: int, last: int) -> Iterator[Change]:
    """Every change of the clocks in these years, found day by day and then to the second."""
    where = zone_of(zone)
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while at < end:
        low, high = at, at + DAY
        before, after = low.astimezone(where).utcoffset(), high.astimezone(where).utcoffset()
        at = high
        if before == after or before is None or after is None:
            continue
        while high - low > SECOND:
            middle = low + (high - low) // 2
            low, high = (middle, high) if middle.astimezone(where).utcoffset() == before else (low, middle)
        high = high.replace(microsecond=0)
        then = high.astimezone(where)
        wall = (high + before).replace(tzinfo=None)
        yield Change(wall=wall, before=before, after=after, name=str(then.tzname()), summer=bool(then.dst()))


def _observed(changes: tuple[Change, ...], years: int) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    """A yearly rule where one fits all these years, else each change by itself."""
    left = list(changes)
    for place in (LAST, 1, 2, 3, 4):
        alike: dict[tuple[object, ...], list[Change]] = defaultdict(list)
        for change in left:
            if (key := change.place(place)) is not None:
                alike[key].append(change)
        for same in alike.values():
            if len(same) == years:
                yield _rule(same[0], place)
                left = [change for change in left if change not in same]
    yield from (_rule(change, None) for change in left)


def _rule(change: Change, place: int | None) -> TimezoneStandard | TimezoneDaylight:
    made = TimezoneDaylight() if change.summer else TimezoneStandard()
    made.add("dtstart", change.wall)
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    made.add("tzname", change.name)
    if place is not None:
        weekday = WEEKDAYS[change.wall.weekday()]
        made.add("rrule", {"freq": "yearly", "bymonth": change.wall.month, "byday": f"{place}{weekday}"})
    return made


def _before(zone: str, year: int) -> TimezoneStandard:
    """What holds until the first change of a zone without a yearly rule: what held as the year began."""
    then = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone_of(zone))
    offset = then.utcoffset() or timedelta(0)
    made = TimezoneStandard()
    made.add("dtstart", LONG_AGO)
    made.add("tzoffsetfrom", offset)
    made.add("tzoffsetto", offset)
    made.add("tzname", str(then.tzname()))
    return made
