"""Counts what must never happen, from what people saw and plain values. Knows nothing of how the bot works.

*Begun by the bot* is a new message to an employee's chat at a virtual moment at which nobody did anything: time stands
still while the bot works, so every answer has the moment of the act that it answers. A message exactly an hour after
its reader tapped "later today" is the reader's own wish, and who takes a block away hears once, seconds later or when
the night is over, that they take part: not counted as begun, but no more allowed in quiet hours. Nor is what people say
through the bot: what a coach or physician does in somebody's quiet hours is told when those end, one message an act.

- duplicates: one text begun twice in one local day of a chat; or, at one moment, sent to a chat more often than its
  owner acted then.
- quiet_hour_messages: begun, or come back as wished, in the quiet hours of the zone that was set at that moment.
- silent_drops: due work that ended without letter, expiry or reason, or has not ended although its time has passed;
  letters that neither arrived, were replaced, nor expired or failed with a reason.
- referrals_lost: reports to the physician that are open while nobody is reminded of them any more.
- plan_changes: plan versions that no coach registered, or registered ones that are not there as they were.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from simulator.labels import is_scale, meaning
from simulator.ledger import Seen

WISH = timedelta(hours=1)
NEW = frozenset({"sent", "photo", "document"})
MOST_A_DAY = 2
ZONE_SHOWN = re.compile(r"^(?:Tijdzone|Time zone): (\S+)$", re.M)
#: From which moment which zone was set, oldest first.
Zones = tuple[tuple[datetime, str], ...]
A_MINUTE = timedelta(minutes=1)
ENDED_WELL = ("letter", "expired", "reason: ")
SETTLED = frozenset({"sent", "replaced", "expired", "failed"})
MOST_NAMED = 20
#: The buttons under what answers "start", and nothing else.
STARTED = ({"Check-in doen", "Wat kan ik hier doen?"}, {"Check in now", "What can I do here?"})
DAYS_A_MONTH = 30.44


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of one employee beside the ledger.

    `zones`: from which moment which zone was set, oldest first. `registered`: the fingerprints of the plan versions
    that the coach registered, as they were right then; `versions`: as they are at the end. `answered`: the local dates
    on which at least one question was answered. `kind`: the temperament; `days`: for how long they were coached;
    `referrals`: how many reports to the physician were opened, `lost`: of which nobody is reminded any more.
    """

    name: str
    chat: int
    zones: Zones = ()
    zone: str = "Europe/Amsterdam"
    quiet: tuple[time, time] = (time(21), time(8))
    registered: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    answered: frozenset[date] = frozenset()
    kind: str = ""
    days: int = 0
    referrals: int = 0
    lost: int = 0

    def local(self, at: datetime) -> datetime:
        """A moment on this person's wall clock, in the zone that was set then."""
        zone = next((zone for since, zone in reversed(self.zones) if since <= at), self.zone)
        return at.astimezone(ZoneInfo(zone))

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Whether two moments lie on one local date, each in the zone that was set then."""
        return self.local(one).date() == self.local(other).date()

    def is_quiet(self, at: datetime) -> bool:
        """Whether a moment lies in the quiet hours."""
        clock, (start, end) = self.local(at).time(), self.quiet
        return start <= clock < end if start <= end else clock >= start or clock < end


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How due work and letters ended, as counts: wakes by (kind, outcome), letters by (kind, state).

    `overdue`: wakes whose moment has passed and that have not ended. `unexplained`: letters that expired or failed
    without a reason.
    """

    ended: Mapping[tuple[str, str], int] = field(default_factory=dict)
    letters: Mapping[tuple[str, str], int] = field(default_factory=dict)
    overdue: int = 0
    unexplained: int = 0

    @property
    def drops(self) -> list[str]:
        """A line for each row that was dropped."""
        wakes = {f"wake {kind} ended as {how!r}": n for (kind, how), n in self.ended.items() if not _well(how)}
        letters = {f"letter {kind} is {how}": n for (kind, how), n in self.letters.items() if how not in SETTLED}
        rest = {"a wake is overdue": self.overdue, "a letter ended without a reason": self.unexplained}
        return [line for line, n in (wakes | letters | rest).items() for _ in range(n)]


def _well(outcome: str) -> bool:
    return outcome.startswith(ENDED_WELL)


@dataclass(kw_only=True)
class Counts:
    """What was found. `findings` names the first of what must be zero."""

    prompts_sent: int = 0
    nudges: int = 0
    step_messages: int = 0
    silence_messages: int = 0
    snoozes: int = 0
    checkins_answered: int = 0
    checkins_missed: int = 0
    most_begun_in_a_day: int = 0
    plan_changes: int = 0
    duplicates: int = 0
    silent_drops: int = 0
    quiet_hour_messages: int = 0
    referrals_opened: int = 0
    referrals_lost: int = 0
    referrals_per_100_client_months: dict[str, float] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        """Whether everything that must be zero is, and nobody was written to more than twice a day."""
        wrong = self.plan_changes + self.duplicates + self.silent_drops + self.quiet_hour_messages + self.referrals_lost
        return not wrong and self.most_begun_in_a_day <= MOST_A_DAY

    def found(self, text: str) -> None:
        """Name one thing that is wrong, as long as the list is short."""
        if len(self.findings) < MOST_NAMED:
            self.findings.append(text)


def zones_seen(rows: Iterable[Seen]) -> Zones:
    """The zones that a chat's own pages of settings showed: each change of one is followed by such a page."""
    shown = ((row.at, ZONE_SHOWN.search(row.text)) for row in rows if row.what in {*NEW, "edited"})
    return tuple((at, found[1]) for at, found in shown if found is not None)


def check(rows: Iterable[Seen], people: Sequence[Facts], kept: Kept) -> Counts:
    """Everything counted."""
    counts, ledger = Counts(), tuple(rows)
    acted = {row.at for row in ledger if row.what.startswith("user_")}
    chats: defaultdict[int, list[Seen]] = defaultdict(list)
    for row in ledger:
        chats[row.chat_id].append(row)
    clients = {person.chat for person in people}
    others = [row.at for row in ledger if row.what.startswith("user_") and row.chat_id not in clients]
    for person in people:
        _check_chat(chats[person.chat], person, acted, others, counts)
        _check_plan(person, counts)
        _check_referrals(person, counts)
    counts.referrals_per_100_client_months = _rates(people)
    for line in kept.drops:
        counts.silent_drops += 1
        counts.found(line)
    return counts


def _check_chat(
    rows: Sequence[Seen], person: Facts, acted: set[datetime], others: Sequence[datetime], counts: Counts
) -> None:
    new = [row for row in rows if row.what in NEW]
    wishes = _wishes(rows)
    unasked = [row for row in new if row.at not in acted]
    back = _welcomes_back(rows) | _told_in_the_morning(unasked, person, others)
    begun = [row for row in unasked if row.at not in wishes and row.n not in back]
    counts.snoozes += sum(row.at in wishes for row in unasked)
    for row in unasked:
        if person.is_quiet(row.at):
            counts.quiet_hour_messages += 1
            counts.found(f"quiet hours: {_shown(row, person)}")
    _check_doubles(rows, new, begun, person, counts)
    days: defaultdict[date, list[Seen]] = defaultdict(list)
    for row in begun:
        if not _is_safety(row):
            days[person.local(row.at).date()].append(row)
    for day, messages in days.items():
        _count_day(day, messages, person, counts)


def _wishes(rows: Sequence[Seen]) -> set[datetime]:
    """The moments at which a message may come back because its reader tapped "later today"."""
    found, keyboards = set(), {}
    for row in rows:
        if row.what in NEW or row.what in {"edited", "markup"}:
            keyboards[row.message_id] = {button.data: button.label for line in row.buttons for button in line}
        elif row.what == "user_tap" and meaning(keyboards.get(row.message_id, {}).get(row.text, "")) == "later":
            found.add(row.at + WISH)
    return found


def _welcomes_back(rows: Sequence[Seen]) -> set[int]:
    """The messages that answer the end of a block: the first after it that say what "start" says. One each.

    Telegram's own button sends that "start" by itself, so an answer that waits for it comes at no moment of an act.
    """
    found, owed = set[int](), False
    for row in rows:
        if row.what == "user_unblock":
            owed = True
        elif owed and row.what in NEW and any(both <= set(_labels(row)) for both in STARTED):
            found.add(row.n)
            owed = False
    return found


def _told_in_the_morning(unasked: Sequence[Seen], person: Facts, others: Sequence[datetime]) -> set[int]:
    """The messages at the end of a night that tell what somebody else did in it: no more than there were such acts."""
    found, told = set[int](), Counter[date]()
    for row in unasked:
        here = person.local(row.at)
        ended = here.replace(hour=person.quiet[1].hour, minute=person.quiet[1].minute, second=0, microsecond=0)
        if not ended <= here < ended + A_MINUTE or is_scale(_labels(row)):
            continue
        since = row.at - _night(person)
        if told[here.date()] < sum(since <= at < row.at for at in others):
            told[here.date()] += 1
            found.add(row.n)
    return found


def _night(person: Facts) -> timedelta:
    """How long the quiet hours of a day are."""
    start, end = (timedelta(hours=at.hour, minutes=at.minute) for at in person.quiet)
    return (end - start) % timedelta(days=1)


def _is_safety(row: Seen) -> bool:
    """A message with the numbers to call: of those there may be more in a day (R39: safety aside)."""
    return any("113" in label for label in _labels(row))


def _check_doubles(
    rows: Sequence[Seen], new: Sequence[Seen], begun: Sequence[Seen], person: Facts, counts: Counts
) -> None:
    acts = Counter(row.at for row in rows if row.what.startswith("user_"))
    at_once = Counter((row.at, row.text) for row in new)
    twice = {(at, text): n - max(1, acts[at]) for (at, text), n in at_once.items() if n > max(1, acts[at])}
    in_a_day = Counter((person.local(row.at).date(), row.text) for row in begun if (row.at, row.text) not in twice)
    again = {(day, text): n - 1 for (day, text), n in in_a_day.items() if n > 1}
    for (when, text), more in [*twice.items(), *again.items()]:
        counts.duplicates += more
        counts.found(f"duplicate: {person.name} {when}: {text[:60]!r}")


def _count_day(day: date, messages: Sequence[Seen], person: Facts, counts: Counts) -> None:
    asking = [row for row in messages if is_scale(_labels(row))]
    silence = [row for row in messages if "three_days" in map(meaning, _labels(row))]
    counts.prompts_sent += bool(asking)
    counts.nudges += len(asking[1:])
    counts.silence_messages += len(silence)
    counts.step_messages += len(messages) - len(asking) - len(silence)
    if asking:
        counts.checkins_answered += day in person.answered
        counts.checkins_missed += day not in person.answered
    counts.most_begun_in_a_day = max(counts.most_begun_in_a_day, len(messages))
    if len(messages) > MOST_A_DAY:
        counts.found(f"{len(messages)} begun in a day: {_shown(messages[-1], person)}")


def _check_plan(person: Facts, counts: Counts) -> None:
    for digest in set(person.versions) ^ set(person.registered):
        counts.plan_changes += 1
        what = "not there as registered" if digest in person.registered else "registered by nobody"
        counts.found(f"plan: {person.name} {digest[:12]} is {what}")


def _check_referrals(person: Facts, counts: Counts) -> None:
    counts.referrals_opened += person.referrals
    counts.referrals_lost += person.lost
    if person.lost:
        counts.found(f"referral: {person.name}'s is open and nobody is reminded of it")


def _rates(people: Sequence[Facts]) -> dict[str, float]:
    """Reports opened in 100 client-months, by temperament."""
    opened: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for person in people:
        opened[person.kind] += person.referrals
        days[person.kind] += person.days
    return {kind: round(100 * opened[kind] * DAYS_A_MONTH / n, 1) for kind, n in sorted(days.items()) if n}


def _labels(row: Seen) -> list[str]:
    return [button.label for line in row.buttons for button in line]


def _shown(row: Seen, person: Facts) -> str:
    return f"{person.name} {person.local(row.at):%a %Y-%m-%d %H:%M:%S %Z}: {row.text[:60]!r}"
