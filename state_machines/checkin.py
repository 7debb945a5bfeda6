"""The daily check-in (R11-R16, R39). The rules in prose; the table below is the law.

- A day rests until the prompt comes or the client opens the check-in themselves.
- The first answer may come to a prompt, after a snooze, or out of nowhere; each answer moves to the next question.
- A low energy score shortens the day: the client may stop, or go on (tone 11).
- "That's all for today" ends it at any question; what was answered counts (R11). A high complaint is heard alone (R18):
  what was noted comes after that, when the client taps it.
- A finished day opens again as a correction; every earlier answer stays in the log.
- An answer to another question of the same day, from an older keyboard or a second device, is kept and moves nothing.
- One snooze of an hour, one nudge after three hours, both only inside the window and never in quiet hours (R39).
"""

from datetime import timedelta

from state_machines import complaints, contacts, days, evaluating, lag, own_lists, questions, signs, working
from state_machines.effects import LetterClass
from state_machines.events import Answered, ClientEvent, Event, Moved
from state_machines.files import COMPLAINT, LIST_MOST, Answer, Client, Day, Typed, but
from state_machines.machine import ClientAct, Table, row

SNOOZE = timedelta(hours=1)
NUDGE_AFTER = timedelta(hours=3)
NO_NUDGE_FROM = 2
MOST_HINTS = 2

WAITING = ("prompted", "snoozed")
UNDERWAY = ("prompted", "snoozed", "asking")
STATES = ("resting", "prompted", "snoozed", "asking", "short", "done")

CHECKIN = Table(
    "checkin",
    STATES,
    [
        row("prompt", "resting", "prompted", do="ask_unasked"),
        row("nudge", "prompted", "=", given="may_nudge", do="ask_once_more"),
        row("snooze", "prompted", "snoozed", given="may_snooze", do="promise_later"),
        row("snooze", WAITING, "=", do="no_more_snooze"),
        row("wake_again", "snoozed", "prompted", do="ask_after_snooze"),
        row("open", ("resting", *WAITING), "asking", do="ask_first"),
        row("open", ("asking", "short"), "=", do="show_below"),
        row("open", "done", "asking", do="reopen"),
        row("answer", "resting", "short", given="is_low", do=("keep", "show")),
        row("answer", ("resting", *UNDERWAY), "asking", given="is_not_all", do=("keep", "show")),
        row("answer", UNDERWAY, "asking", given="knows_none", do="hint"),
        row("answer", UNDERWAY, "short", given="is_low", do=("keep", "show")),
        row("answer", UNDERWAY, "done", given="is_last", do=("keep", "finish")),
        row("answer", ("resting", *UNDERWAY), "asking", do=("keep", "ask_next")),
        row("answer", "short", "=", given="is_low", do=("keep", "show")),
        row("answer", "short", "=", given="is_elsewhere", do=("keep", "show")),
        row("answer", "short", "asking", do=("keep", "ask_next")),
        row("answer", "done", "=", given="is_same", do="say_nothing"),
        row("answer", "done", "=", do=("keep", "finish_again")),
        row("skip", ("resting", *UNDERWAY, "short"), "=", given="is_elsewhere", do="show"),
        row("skip", ("resting", *UNDERWAY, "short"), "done", given="is_last", do=("keep_skipped", "finish")),
        row("skip", ("resting", *UNDERWAY, "short"), "asking", do=("keep_skipped", "ask_next")),
        row("back", (*UNDERWAY, "short"), "asking", do="ask_previous"),
        row("enough", ("resting", *UNDERWAY, "short"), "done", do="finish"),
        row("enough", "done", "=", given="was_high", do="close"),
        row("go_on", "short", "asking", do="ask_next_after_short"),
    ],
)


class CheckinAct(ClientAct):
    """Guards and actions of the check-in table. `day` is always the client's current local date."""

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

    # --- guards

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

    # --- actions

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


def walk(file: Client, event: Event, trigger: str) -> CheckinAct:
    """Walk the check-in table once with the file's current day; the file must have a day. The act holds the outcome."""
    assert file.day is not None
    left = signs.left_off(evaluating.left_off(file)) if isinstance(event, ClientEvent) else file
    act = CheckinAct(complaints.left_off(contacts.left_off(working.left_off(left))), event, file.day.state)
    if not CHECKIN.walk(act, trigger):
        act.reason = f"{trigger} means nothing in {act.state}"
    act.set_day(state=act.state)
    return act
