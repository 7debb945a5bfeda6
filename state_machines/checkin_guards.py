"""When a row of the check-in table is taken: what today's answer is about, and whether a question follows it."""

from datetime import timedelta

from state_machines import days, questions
from state_machines.events import Answered, Moved
from state_machines.files import LIST_MOST, Answer, Day, but
from state_machines.machine import ClientAct

#: How long a snooze lasts.
SNOOZE = timedelta(hours=1)
NO_NUDGE_FROM = 2
MOST_HINTS = 2


class CheckinGuards(ClientAct):
    """Guards of the check-in table. `day` is always the client's current local date."""

    _kept_of: tuple[Day, Day] | None = None

    @property
    def day(self) -> Day:
        """The day this act is about."""
        assert self.file.day is not None
        return self.file.day

    def set_day(self, **changes: object) -> None:
        """Replace fields of the day; its state is the machine's and is written when the act is over."""
        self.change(day=but(self.day, **changes))

    @property
    def slot(self) -> str:
        """The slot of the day's one message."""
        return f"checkin:{self.day.date.isoformat()}"

    def may_nudge(self) -> bool:
        """One nudge a day, not on silent days, not beyond two messages, not after a snooze (R39)."""
        fresh = not self.day.nudged and not self.day.snoozed
        return fresh and self.file.silent < NO_NUDGE_FROM and self.may_begin()

    def may_snooze(self) -> bool:
        """Once a day, and only when an hour later still lies within the window."""
        end = days.window_end(self.day.date, self.file.zone, self.file.quiet)
        return not self.day.snoozed and self.at + SNOOZE < end

    def is_elsewhere(self) -> bool:
        """The answer or skip is about another question than the one now open."""
        at = self.day.at or questions.FIRST
        return isinstance(self.event, Answered | Moved) and bool(self.event.question) and self.event.question != at

    def is_not_all(self) -> bool:
        """The open question isn't answered by it: about another one, or an item of a list of which more may follow."""
        event = self.event
        choosing = isinstance(event, Answered) and not event.ready and _is_list(event.question)
        return choosing or self.is_elsewhere()

    def knows_none(self) -> bool:
        """The inventory brings no giver: asked on at most twice with small examples, then left (R13)."""
        event = self.event
        asked = isinstance(event, Answered) and event.question == "list_givers" and not event.words
        return asked and not self.day.words("list_givers") and self.day.hint < MOST_HINTS

    def is_low(self) -> bool:
        """The energy score is low and the shorter day was not offered yet (tone 11)."""
        event = self.event
        if not isinstance(event, Answered) or event.question != "energy" or event.number is None:
            return False
        return event.number <= self.file.low_energy and not self.day.corrected

    def is_same(self) -> bool:
        """The answer is the one that stands already: a second tap."""
        event = self.event
        if not isinstance(event, Answered) or event.message_id is not None:
            return False
        stands, now = self.day.answer(event.question), self._kept().answer(event.question)
        return stands is not None and now is not None and (stands.number, stands.words) == (now.number, now.words)

    def is_last(self) -> bool:
        """No question follows the one that is answered or skipped."""
        return not questions.following(self._kept(), self.day.at or questions.FIRST)

    def was_high(self) -> bool:
        """The day ended with a high complaint, which was heard alone: what else there is to say comes now."""
        return bool(self.day.high)

    def _kept(self) -> Day:
        """The day with what this event answers or skips; guards and actions of one act ask for it in turn."""
        known = self._kept_of
        if known is None or known[0] is not self.day:
            self._kept_of = known = (self.day, self._with_answer())
        return known[1]

    def _with_answer(self) -> Day:
        event = self.event
        if isinstance(event, Moved):
            return self.day.keep(Answer(question=self.day.at or questions.FIRST, at=event.at, skipped=True))
        assert isinstance(event, Answered)
        return correct(self.day, event)


def correct(day: Day, event: Answered) -> Day:
    """The day with this answer in place of an earlier one; a list gains or loses one item."""
    words = event.words
    if _is_list(event.question):
        kept = () if event.edited else day.words(event.question)
        chosen = (w for w in (*kept, *event.words, event.add) if w and w != event.drop)
        words = tuple(dict.fromkeys(chosen))[:LIST_MOST]
    return day.keep(Answer(question=event.question, at=event.at, number=event.number, words=words))


def _is_list(question: str) -> bool:
    known = questions.BY_NAME.get(question)
    return known is not None and known.kind == "list"
