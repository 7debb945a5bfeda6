"""How long what is kept stays (R34): the periods, which the organisation may set, and which row's time is over.

A client's rows count from the end of the trajectory, or from their own moment when that is later; those at a
professional's desk and those of who looked count from their own moment. Emptying a row leaves its hash: chains stay
whole.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from state_machines.files import Client
from state_machines.retention import ARRANGED, DIARY, SAID_AT_THE_END, SCORES, STAGES, faded, stage_of
from storage import codec
from storage.chain import Link
from storage.port import Record

#: A trajectory in which neither client nor coach nor physician did anything for so long is over, from the last thing
#: they did. A rule or regime that the organisation sets, or a coach's leave, does nothing with a client.
SILENT_MONTHS = 12
#: Nobody ever did anything in this file.
LONG_SINCE = datetime.min.replace(tzinfo=UTC)
#: Who can do something in a client's file; the clock always does.
PEOPLE = ("client", "coach", "physician")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The periods. The numbers are Trede's proposals; the organisation decides."""

    letters_days: int = 30
    diary_months: int = 6
    scores_months: int = 24
    access_years: int = 5

    def before(self, stage: str, now: datetime) -> datetime:
        """What is older than this moment is emptied with this stage."""
        return months_before(now, {DIARY: self.diary_months, SCORES: self.scores_months}[stage])

    @property
    def letters(self) -> timedelta:
        """How long a letter stays after it was settled."""
        return timedelta(days=self.letters_days)

    def looks_before(self, now: datetime) -> datetime:
        """Looks that are older are emptied."""
        return months_before(now, 12 * self.access_years)


@dataclass(frozen=True, kw_only=True)
class Old:
    """A client's file whose own fields are to be emptied, up to and including this stage."""

    file: str
    stage: str


def months_before(at: datetime, months: int) -> datetime:
    """The same day and time so many months earlier; the last day of a month that is shorter."""
    count = at.year * 12 + at.month - 1 - months
    year, month = divmod(count, 12)
    if year < 1:
        return LONG_SINCE
    return at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))


def ends(row: Link) -> bool:
    """Whether this row of a log is the end of a trajectory: the client left, or was done."""
    return row.payload is not None and bool(SAID_AT_THE_END & set(codec.decode(Record, row.payload).said))


def is_an_act(row: Link) -> bool:
    """Whether somebody did something with the client by this row, one of `PEOPLE`; what it was may be emptied since."""
    if row.columns[1] not in PEOPLE:
        return False
    return row.payload is None or not isinstance(codec.decode(Record, row.payload).event, ARRANGED)


def over(client: Client, ended: datetime | None, last: datetime, now: datetime) -> datetime | None:
    """Since when a trajectory is over; None while it isn't. `last`: what a person did last.

    `ended`: by its log, which doesn't say it any more once that row was emptied too.
    """
    if client.journey == "left":
        return last if ended is None else ended
    return last if last <= months_before(now, SILENT_MONTHS) else None


def outlived(rows: Iterator[Link], since: datetime, limits: Limits, now: datetime) -> Iterator[int]:
    """The numbers of a client's log rows whose time is over, when the trajectory is over since that moment."""
    before = {stage: limits.before(stage, now) for stage in STAGES}
    for row in rows:
        if row.payload is None:
            continue
        counted = max(since, codec.moment_of(str(row.columns[0])))
        if counted <= before[SCORES] or counted <= before[stage_of(codec.decode(Record, row.payload).event)]:
            yield row.n


def stage_due(client: Client, since: datetime, limits: Limits, now: datetime) -> Old | None:
    """Which of the file's own fields are to be emptied; None when none are, or they are empty."""
    due = [stage for stage in STAGES if since <= limits.before(stage, now)]
    return Old(file=client.id, stage=due[-1]) if due and faded(client, due[-1]) != client else None
