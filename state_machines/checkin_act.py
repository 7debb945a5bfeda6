"""What each row of the check-in table does: asking, keeping an answer, finishing the day."""

from datetime import timedelta

from state_machines import complaints, days, lag, own_lists, questions
from state_machines.checkin_guards import SNOOZE, CheckinGuards
from state_machines.effects import LetterClass
from state_machines.events import Answered
from state_machines.files import COMPLAINT, Typed

NUDGE_AFTER = timedelta(hours=3)


class CheckinAct(CheckinGuards):
    """Guards and actions of the check-in table."""

    def ask_unasked(self) -> None:
        """The daily prompt: the first question, and the nudge set for three hours later."""
        end = days.window_end(self.day.date, self.file.zone, self.file.quiet)
        self.set_day(asked=True, at=questions.FIRST)
        self.begin("checkin", kind=LetterClass.PROMPT, slot=self.slot, expires=end, week_read=self.file.week_read)
        self.change(week_read=False)
        if self.at + NUDGE_AFTER < end:
            self.wake("nudge", self.day.date, self.at + NUDGE_AFTER, expires=end)

    def ask_once_more(self) -> None:
        """The nudge: the same question, one message lower."""
        end = days.window_end(self.day.date, self.file.zone, self.file.quiet)
        self.set_day(nudged=True)
        self.begin("checkin", kind=LetterClass.REMINDER, slot=self.slot, expires=end, below=True, note="nudge")

    def promise_later(self) -> None:
        """The snooze: an hour, once."""
        end = days.window_end(self.day.date, self.file.zone, self.file.quiet)
        self.set_day(snoozed=True)
        self.wake("snooze", self.day.date, self.at + SNOOZE, expires=end)
        self.wake("nudge", self.day.date, None)
        self.say_day(note="snoozed")

    def no_more_snooze(self) -> None:
        """A second snooze, or one past the window: kindly no, the question stays."""
        self.say_day(note="no_snooze")

    def ask_after_snooze(self) -> None:
        """An hour later, as the client asked: the client's own wish, so not counted as begun by the bot."""
        end = days.window_end(self.day.date, self.file.zone, self.file.quiet)
        self.say("checkin", kind=LetterClass.PROMPT, slot=self.slot, below=True, expires=end)

    def ask_first(self) -> None:
        """The client opens the check-in: the question that is open, or the first."""
        self.set_day(at=self.day.at or questions.FIRST)
        self.say_day(below=True)

    def reopen(self) -> None:
        """A finished day is gone through again; every answer shows what it was."""
        self.set_day(at=questions.FIRST, corrected=True)
        self.say_day(below=True)

    def keep(self) -> None:
        """Keep the answer, and what it adds to the client's own lists."""
        event = self.event
        assert isinstance(event, Answered)
        self.change(day=self._kept())
        if event.question in questions.FEEDS:
            for item in (*event.words, event.add):
                self.file = own_lists.added(self.file, questions.FEEDS[event.question], item)
        if event.message_id is not None:
            typed = Typed(message_id=event.message_id, date=self.day.date, subject=event.question)
            self.file = self.file.remember(typed)
        if event.question == COMPLAINT:
            complaints.watch(self)

    def hint(self) -> None:
        """The same question with small examples."""
        self.set_day(hint=self.day.hint + 1)
        self.say_day(note="hint")

    def keep_skipped(self) -> None:
        """A skipped question is missing, never zero."""
        self.change(day=self._kept())

    def ask_next(self) -> None:
        """On to the next question; a list that was asked for once is not asked again."""
        here = self.day.at or questions.FIRST
        self._list_asked(here)
        self.set_day(at=questions.following(self.day, here))
        self.say_day()

    def ask_next_after_short(self) -> None:
        """The client wants to go on after a low score."""
        self.set_day(at=questions.following(self.day, questions.FIRST))
        self.say_day()

    def ask_previous(self) -> None:
        """One question back; what was answered stays until it is changed."""
        here = self.day.at or questions.FIRST
        self.set_day(at=questions.preceding(self.day, here))
        self.say_day()

    def finish(self) -> None:
        """The day is done: what lasts is noted, and the closing line refers to what the client said."""
        self._list_asked(self.day.at)
        self.set_day(at="", high=self._high())
        if self.day.words("step") == ("not",):
            self.file = self.file.need("step_not", self.at)
        self.wake("nudge", self.day.date, None)
        self.say_day(note=lag.close(self))
        lag.say(self)

    def close(self) -> None:
        """What was noted, and when the next one comes."""
        self.say_day(note="closed")

    def say_nothing(self) -> None:
        """Nothing changed, so there is nothing to say."""
        self.reason = "the same answer again"

    def finish_again(self) -> None:
        """A correction after the end: the closing line says so."""
        self.set_day(corrected=True)
        self.say_day(note="corrected")

    def show(self) -> None:
        """The same question again, with what is chosen now."""
        self.set_day(at=self.day.at or questions.FIRST)
        self.say_day()

    def show_below(self) -> None:
        """The same question as a new message, because the client asked for it."""
        self.say_day(below=True)

    # --- how

    def say_day(self, *, below: bool = False, note: str = "") -> None:
        """The day's one message as it now is: edited in place, or below what the client typed."""
        typed = isinstance(self.event, Answered) and self.event.message_id is not None and not self.event.edited
        self.say("checkin", kind=LetterClass.QUESTION, slot=self.slot, below=below or typed, note=note)

    def _list_asked(self, name: str) -> None:
        if name == "list_givers" and not self.file.givers:
            self.file = self.file.need("no_giver", self.at)
        if name and name == self.day.turn and name not in self.file.lists_asked and name in questions.FEEDS:
            self.change(lists_asked=(*self.file.lists_asked, name))

    def _high(self) -> str:
        """How a high complaint is answered (R18): the sentence about the plan once a step, at most once a week."""
        score, plan = self.day.number("complaint"), self.file.plan
        if self.file.high_said == self.day.date:
            return "first"
        if score is None or score < self.file.rule.bad_from:
            return ""
        said, step = self.file.high_said, plan.step_on(self.day.date) if plan else None
        if step is None or (said is not None and (said >= step.start or (self.day.date - said).days < 7)):
            return "again"
        self.change(high_said=self.day.date)
        return "first"
