"""The messages to one client as their coach reads them: when planned, when they arrived, when the client answered.

What is promised: never what a message was about. What the bot begins is listed; replies are counted, and listed only
when they didn't arrive, under a name that doesn't tell a safety text from any other. What didn't arrive, or perhaps
not, is marked and comes before all else when there is no room. No answer is "–", and no reproach (R39).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from dialogues import taps
from dialogues.coach_words import Desk, moment
from dialogues.phrases import LONGEST_NAME, clipped, lines, message
from dialogues.prompt import Button, Message
from dialogues.suggestions import N_
from state_machines import days
from state_machines.effects import BEGUN_BY_BOT

MOST_LINES = 10
NOTHING = "–"
MARK = {True: "⚠", False: "•"}
KINDS = {"prompt": N_("question"), "reminder": N_("reminder")}
#: Also safety texts: whoever writes about somebody else's danger gets one line, of which nobody is told (R22).
OTHER_KIND = N_("message in a conversation")
#: What became of it, by state and reason; without the reason: whatever the reason is.
BECAME = {
    "sent": N_("arrived {taken}, reaction {answered}"),
    "uncertain": N_("sent {sent}, perhaps not arrived"),
    "failed": N_("not arrived"),
    "failed: unreachable": N_("not arrived, {name} can't be reached in Telegram"),
    "expired": N_("not sent, not needed any more"),
    "expired: too late": N_("not sent, it was too late for it"),
    "replaced": N_("a newer message took its place"),
    "due": N_("waits"),
    "sending": N_("on its way"),
}
TRIED_AGAIN = N_("sent {sent}, is tried again")
TWICE = N_("{became}; perhaps twice")
#: These didn't arrive, or perhaps not, while they were meant to.
TROUBLE = frozenset({"uncertain", "failed", "failed: unreachable", "expired: too late"})


class Delivered(Protocol):
    """What the page needs to know of a message: its class, how it stands, and its moments."""

    @property
    def kind(self) -> str:
        """Its class."""

    @property
    def state(self) -> str:
        """Whether it waits, is on its way, or how it ended."""

    @property
    def reason(self) -> str:
        """Why it ended so."""

    @property
    def planned(self) -> datetime:
        """When it was to go."""

    @property
    def sent(self) -> datetime | None:
        """When it was last sent."""

    @property
    def taken(self) -> datetime | None:
        """When Telegram took it."""

    @property
    def answered(self) -> datetime | None:
        """When the client did something after it."""

    @property
    def tries(self) -> int:
        """How often it was sent."""

    @property
    def unsure(self) -> int:
        """How many of those may have arrived although nobody knows."""


def messages(page: Desk, name: str, delivered: Sequence[Delivered], since: date) -> Message:
    """A line for each message that the bot began or that didn't arrive, ten at most; the rest is counted."""
    _, client = page.words._, page.text("client")
    name = clipped(name, LONGEST_NAME)
    listed = [each for each in delivered if each.kind in BEGUN_BY_BOT or _is_trouble(each)]
    shown = _most(listed)
    rows = ((Button(_("Logbook"), taps.pick("logbook", client)), Button(_("Clients"), taps.desk("clients"))),)
    return message(
        _("Messages to {name} since {day}.", name=name, day=page.words.day(since)),
        _troubles(page, delivered),
        lines(*(_line(page, name, each) for each in shown), _more(page, len(listed) - len(shown))),
        _conversation(page, len(delivered) - len(listed)) if delivered else _("Nothing was sent in these two weeks."),
        _("A reaction is the first thing that {name} did here after it; – is nothing yet.", name=name) if shown else "",
        rows=rows,
    )


def _most(listed: Sequence[Delivered]) -> list[Delivered]:
    """As many as there is room for, as they were planned: what didn't arrive comes first, then the newest."""
    in_order = sorted(listed, key=lambda each: each.planned)
    first = sorted(in_order, key=lambda each: (not _is_trouble(each), -each.planned.timestamp()))[:MOST_LINES]
    return [each for each in in_order if each in first]


def _stand(each: Delivered) -> str:
    """Its state, with the reason where that has words of its own."""
    reasoned = f"{each.state}: {each.reason}"
    return reasoned if reasoned in BECAME else str(each.state)


def _is_trouble(each: Delivered) -> bool:
    """Whether it didn't arrive, or perhaps not; one that is being tried again still may."""
    return _stand(each) in TROUBLE or _is_tried_again(each)


def _is_tried_again(each: Delivered) -> bool:
    return each.state == "due" and each.tries > 0


def _troubles(page: Desk, delivered: Sequence[Delivered]) -> str:
    count = sum(_is_trouble(each) for each in delivered)
    told = page.words.n_(
        "{mark} {n} message didn't arrive, or perhaps not.",
        "{mark} {n} messages didn't arrive, or perhaps not.",
        count,
        mark=MARK[True],
    )
    return told if count else ""


def _line(page: Desk, name: str, each: Delivered) -> str:
    """Planned when, what it was, what became of it."""
    said, marked = page.words, _is_trouble(each)
    text = TRIED_AGAIN if _is_tried_again(each) else BECAME[_stand(each)]
    moments = {key: _time(page, getattr(each, key), each.planned) for key in ("taken", "sent", "answered")}
    became = said._(text, name=name, **moments)
    if each.taken and each.unsure:
        became = said._(TWICE, became=became)
    what = said._(KINDS.get(each.kind, OTHER_KIND))
    return f"{MARK[marked]} {moment(page, each.planned, short=True)}, {what}: {became}"


def _time(page: Desk, at: datetime | None, planned: datetime) -> str:
    """The wall-clock time, with its date when it isn't that of the plan."""
    if at is None:
        return NOTHING
    here, zone = days.local(at, page.file.zone), page.file.zone
    if here.date() != days.local_date(planned, zone):
        return moment(page, at, short=True)
    return page.words.clock(here.time())


def _more(page: Desk, rest: int) -> str:
    return page.words._("And {n} more.", n=rest) if rest else ""


def _conversation(page: Desk, count: int) -> str:
    """The replies, of which each follows on something the client did."""
    told = page.words.n_(
        "Beside these, {n} message in a conversation.", "Beside these, {n} messages in a conversation.", count
    )
    return told if count else ""
