"""A referral to the occupational physician (R19-R21): offered, read, released, followed up. Rules, then the table.

- It is offered when complaints last, or opened when the client asks for it: that always works, at once.
- The client sees the exact text first, may add or strike own words, and says what they wish. What was read is what
  goes: a text that was read on another day is shown once more before it is sent.
- Yes, not now, or "I contact the physician myself". After "not now", and after no choice in five working days, the
  coach sees "conversation wanted" and nothing else (R20). Never twice for the same episode.
- A released one can't get lost: it has a deadline in every state until it is closed (`referral_dates`).
- An answer goes to the client first, then to the coach as function: can, cannot, talk. It is advice: only the coach,
  through R3 or R37, makes a plan version of it. The schedule stands meanwhile, and everybody is told so.
- The client may take it back as long as it isn't answered; then the physician keeps nothing of it.
"""

from datetime import datetime, timedelta

from state_machines import complaint_rule, complaints, consents, referral_dates, schedule
from state_machines.case import OWN_WORDS, Evidence, Referral
from state_machines.effects import LetterClass
from state_machines.events import (
    Event,
    PhysicianSet,
    ReferralAnswered,
    ReferralCame,
    ReferralChosen,
    ReferralDelivered,
    ReferralGone,
)
from state_machines.files import Client, but
from state_machines.machine import ClientAct, Table, row
from state_machines.standing import standing_of

#: With the client; with the physician; over.
ASIDE, WITH_CLIENT = ("declined", "lapsed", "alone", "withdrawn", "closed"), ("offered", "reading")
WITH_PHYSICIAN = ("released", "delivered", "seen")
STATES = (*WITH_CLIENT, *WITH_PHYSICIAN, "answered", *ASIDE)
#: The physician's answers (R21).
ANSWERS = ("stands", "known", "invites", "advises", "stop")
WISHES = ("talk", "inform", "none")
ASKED = "asked"
#: For how long an answer is said again to a client who is on another phone since.
SAID_AGAIN = timedelta(days=14)
#: What a client can choose about one that is there; `ask` opens one.
CHOICES = frozenset({"show", "add", "words", "strike", "wish", "send", "self", "done", "not_now", "withdraw"})
MOST_WORDS, LONGEST_WORDS = 5, 400
TYPING = OWN_WORDS
#: What the coach has on the list until it is dealt with.
TALK_WANTED, UNDELIVERED, UNANSWERED, ANSWER = "talk_wanted", "referral_undelivered", "referral_unanswered", "answer"
#: The client reads the answer first; the coach so much later.
CLIENT_FIRST = timedelta(minutes=15)

REFERRAL = Table(
    "referral",
    STATES,
    [
        row("show", WITH_CLIENT, "reading", do="show"),
        row("show", "alone", "reading", do=("open_again", "show")),
        row("add", "reading", "=", do="ask_words"),
        row("words", "reading", "=", do=("add_words", "show")),
        row("strike", "reading", "=", do=("strike_words", "show")),
        row("wish", "reading", "=", do=("keep_wish", "show")),
        row("send", "reading", "=", unless="was_read_like_this", do="show"),
        row("send", "reading", "released", do="release"),
        row("self", WITH_CLIENT, "alone", do="leave_alone"),
        row("not_now", (*WITH_CLIENT, "alone"), "declined", do="decline"),
        row("done", "alone", "closed", do="thank"),
        row("withdraw", WITH_PHYSICIAN, "withdrawn", do="withdraw"),
        row("deliver", ("released", "delivered"), "delivered", given="has_arrived", do="keep_delivery"),
        row("deliver", "seen", "=", given="has_arrived", do="keep_delivery"),
        row("deliver", ("released", "delivered"), "=", do="tell_undelivered"),
        row("move", WITH_PHYSICIAN, "released", do="send_to_other"),
        row("see", ("released", "delivered"), "seen", do="keep_seen"),
        row("answer", WITH_PHYSICIAN, "answered", do="tell_client"),
        row("pass_on", "answered", "closed", do="tell_coach_answer"),
        row("lapse", WITH_CLIENT, "lapsed", do="lapse"),
        row("leave", (*WITH_CLIENT, "alone"), "lapsed", do="end"),
        row("leave", WITH_PHYSICIAN, "withdrawn", do=("take_back", "end")),
        row("leave", "answered", "closed", do="tell_coach_answer"),
    ],
)


class ReferralAct(ClientAct):
    """Guards and actions of the referral table."""

    @property
    def referral(self) -> Referral:
        """The referral this act is about."""
        assert self.file.referral is not None
        return self.file.referral

    def keep(self, **changes: object) -> None:
        """Replace fields of the referral; its state is the machine's and is written when the act is over."""
        self.change(referral=but(self.referral, **changes))

    @property
    def slot(self) -> str:
        """The slot of the referral's one message."""
        return f"referral:{self.referral.number}"

    @property
    def chosen(self) -> ReferralChosen:
        """The client's choice."""
        assert isinstance(self.event, ReferralChosen)
        return self.event

    @property
    def physician(self) -> str:
        """The file of the client's physician now; empty when none is known."""
        return self.file.physician.file if self.file.physician else ""

    # --- guards

    def was_read_like_this(self) -> bool:
        """The text was shown on this very date, in this language, for this physician: what was read is what goes."""
        found, shown = self.referral, self.referral.shown
        if shown is None or self.file.today(shown) != self.today:
            return False
        return (found.language, found.name, found.physician) == (self.file.language, self.file.name, self.physician)

    def has_arrived(self) -> bool:
        """The notice is with the physician, in Telegram or by mail."""
        return isinstance(self.event, ReferralDelivered) and self.event.way != "none"

    # --- the client's part

    def show(self) -> None:
        """The exact text, as it would be sent now."""
        self.change(asking="")
        self.keep(shown=self.at, standing=standing_of(self.file, self.today))
        self.keep(language=self.file.language, name=self.file.name, physician=self.physician)
        typed = not isinstance(self.event, ReferralChosen) or self.event.choice in {"ask", "words"}
        self.say("referral.text", kind=LetterClass.QUESTION, slot=self.slot, below=typed)

    def open_again(self) -> None:
        """Who wanted to make contact alone wants to send it after all: all deadlines count anew."""
        self.keep(opened=self.at, reminded=())
        complaints.move(self, "offer")

    def ask_words(self) -> None:
        """Own words: typed next."""
        self.change(asking=TYPING)
        self.say("referral.add", kind=LetterClass.QUESTION, slot=f"{self.slot}:words", below=True)

    def add_words(self) -> None:
        """Own words, as typed; the newest five."""
        words = (*self.referral.words, self.chosen.words[:LONGEST_WORDS])
        self.keep(words=words[-MOST_WORDS:])

    def strike_words(self) -> None:
        """Words that the client doesn't want to be sent; those that aren't there any more strike nothing."""
        self.keep(words=tuple(words for words in self.referral.words if words != self.chosen.words))

    def keep_wish(self) -> None:
        """What the client wishes of the physician."""
        if self.chosen.value in WISHES:
            self.keep(wish=self.chosen.value)

    def release(self) -> None:
        """Yes: from now on it is with the physician. Client and coach each hear that the schedule stands (R20)."""
        self.change(asking="")
        self.keep(released=self.at)
        self.say("referral.sent", slot=self.slot)
        complaints.move(self, "release")
        self.tell_coach("referral_sent")
        self._deliver()

    def leave_alone(self) -> None:
        """The client contacts the physician alone: the contact data, and one question a week later."""
        self.change(asking="")
        self.keep(opened=self.at, reminded=())
        self.end()
        self.say("referral.alone", slot=self.slot)

    def decline(self) -> None:
        """Not now: nothing goes to the physician; the coach sees "conversation wanted" alone (R20).

        Of a report that the client only asked for, the coach hears nothing.
        """
        self.change(asking="")
        self.end()
        self._want_talk()
        self.say("referral.declined", slot=self.slot)

    def thank(self) -> None:
        """The client made contact alone."""
        self.say("referral.done", slot=self.slot)

    def withdraw(self) -> None:
        """Taken back: the physician keeps nothing of it."""
        self.take_back()
        self.end()
        self.say("referral.withdrawn", slot=self.slot, below=True)

    def take_back(self) -> None:
        """The physician's summary goes, and with it what the coach would wait for."""
        if self.referral.physician:
            gone = ReferralGone(at=self.at, client=self.file.id, number=self.referral.number, why="withdrawn")
            self.pass_on(self.referral.physician, gone)
        self.file = self.file.met(UNDELIVERED).met(UNANSWERED)

    # --- the physician's part

    def keep_delivery(self) -> None:
        """The notice arrived; from now on the physician's working days count."""
        self.keep(delivered=self.referral.delivered or self.at)
        self.file = self.file.met(UNDELIVERED)

    def tell_undelivered(self) -> None:
        """The physician can't be reached: the coach hears it; the client reads how to make contact, once."""
        if "undelivered" in self.referral.reminded:
            self.reason = "said already"
            return
        self._tell_coach_undelivered()
        just_sent = self.referral.released == self.at
        self._say("referral.undelivered", None if just_sent else schedule.after_quiet(self.file, self.at))

    def send_to_other(self) -> None:
        """Another physician from now on: the one before keeps nothing, the new one gets it, and the client hears so."""
        if self.referral.physician:
            gone = ReferralGone(at=self.at, client=self.file.id, number=self.referral.number, why="moved")
            self.pass_on(self.referral.physician, gone)
        self.keep(physician=self.physician, delivered=None, seen=None, asked=None, reminded=())
        name = "referral.moved" if self.physician else "referral.undelivered"
        self._say(name, schedule.after_quiet(self.file, self.at))
        self._deliver()

    def keep_seen(self) -> None:
        """The physician opened it."""
        self.keep(seen=self.at, delivered=self.referral.delivered or self.at)
        self.file = self.file.met(UNDELIVERED)

    def tell_client(self) -> None:
        """The answer goes to the client first, outside the quiet hours; the coach hears it after that."""
        event = self.event
        assert isinstance(event, ReferralAnswered)
        until = event.until if event.answer == "known" else None
        self.keep(answered=self.at, answer=event.answer, until=until, about=event.about, named=event.name)
        self.file = self.file.met(UNANSWERED).met(UNDELIVERED)
        # a stop waits for the quiet hours alone, no other hold: the coach has to register it
        free = schedule.outside_quiet if event.answer == "stop" else schedule.after_quiet
        later = free(self.file, self.at)
        self.keep(told=self.file.chat if self.file.journey in COACHED else None)
        self._say("referral.answer", later, kind=LetterClass.QUESTION)
        referral_dates.wake_at(self, self.today, later + CLIENT_FIRST)

    def tell_coach_answer(self) -> None:
        """To the coach as function; a stop is an alert. The episode is over."""
        referral = self.referral
        self.file = self.file.need(ANSWER if referral.answer != "stop" else "stop_advised", self.at)
        detail = referral.until.isoformat() if referral.until else referral.about or referral.named
        self.tell_coach(f"answer_{referral.answer}", detail)
        self.end(until=True)

    # --- how it ends

    def lapse(self) -> None:
        """No choice in five working days: the coach sees "conversation wanted"; the open text loses its buttons."""
        self.change(asking="" if self.file.asking == TYPING else self.file.asking)
        self.end()
        self._want_talk()
        if self.file.journey in COACHED and self.file.chat is not None:
            self.say("referral.lapsed", slot=self.slot, not_before=schedule.after_quiet(self.file, self.at))

    def end(self, *, until: bool = False) -> None:
        """The episode is over: nothing new for a while, or before the physician's date (R19)."""
        complaints.move(self, "end", rests_until=self.referral.until if until else None)

    def _want_talk(self) -> None:
        if self.referral.evidence.why == ASKED or not consents.gives(self.file, consents.COACH):
            return
        self.file = self.file.need(TALK_WANTED, self.at)
        self.tell_coach(TALK_WANTED)

    def _deliver(self) -> None:
        """To the physician, if one is known; else the coach is asked who it is."""
        physician = self.referral.physician
        self.keep(passed=self.at)
        if physician:
            self.pass_on(physician, ReferralCame(at=self.at, client=self.file.id, number=self.referral.number))
        else:
            self._tell_coach_undelivered()

    def _tell_coach_undelivered(self) -> None:
        self.keep(reminded=(*self.referral.reminded, "undelivered"))
        self.file = self.file.need(UNDELIVERED, self.at)
        self.tell_coach(UNDELIVERED)

    def _say(self, name: str, later: datetime | None, *, kind: LetterClass = LetterClass.REPLY) -> None:
        if self.file.journey in COACHED:
            self.say(name, kind=kind, slot=self.slot, below=True, not_before=later)


COACHED = ("coaching", "paused")


# --- the ways in --------------------------------------------------------------------------------------------------


def walk(file: Client, event: Event, trigger: str) -> ReferralAct:
    """Walk the referral table once; the act holds the outcome. A trigger that means nothing leaves all as it was."""
    act = ReferralAct(file, event, file.referral.state if file.referral else "closed")
    if file.referral is None or not REFERRAL.walk(act, trigger):
        act.reason = f"{trigger} means nothing in {act.state}"
        return act
    act.keep(state=act.state)
    if act.state != "answered":
        referral_dates.set_due(act)
    return act


def open_one(file: Client) -> Referral | None:
    """The referral that isn't over; None when there is none."""
    referral = file.referral
    return referral if referral is not None and referral.state not in ASIDE else None


def offer(act: ClientAct, evidence: Evidence) -> None:
    """Complaints last: offered in a message that the bot begins. The caller knows that it may (R39)."""
    _open(act, evidence, "offered")
    number = act.file.referrals
    act.begin("referral.offer", kind=LetterClass.PROMPT, slot=f"referral:{number}")
    complaints.move(act, "offer")
    referral_dates.set_due(act)


def _open(act: ClientAct, evidence: Evidence, state: str, words: tuple[str, ...] = ()) -> None:
    number = act.file.referrals + 1
    made = Referral(number=number, state=state, evidence=evidence, opened=act.at, words=words)
    act.change(referral=made, referrals=number)


def choose(file: Client, event: ReferralChosen) -> ClientAct:
    """A choice of the client's; a button of another referral, or of one that is over, changes nothing."""
    if event.choice == "ask":
        return ask(file, event)
    referral = file.referral
    meant = referral is not None and event.number in {0, referral.number} and event.choice in CHOICES
    act = walk(file, event, event.choice) if meant else None
    if act is None or act.reason:
        stale = ClientAct(file, event)
        stale.say("referral.status", slot="referral.status", below=True)
        return stale
    return act


def ask(file: Client, event: Event, words: tuple[str, ...] = ()) -> ClientAct:
    """The client asks for it: always, at once (R19). One that is open is shown, with these words added."""
    referral = open_one(file)
    if referral is not None and referral.state not in WITH_CLIENT:
        act = ClientAct(file, event)
        act.say("referral.status", slot="referral.status", below=True)
        return act
    opening = ClientAct(file, event)
    if referral is None:
        _open(opening, complaint_rule.evidence_of(file, opening.today, ASKED), "reading", words)
        complaints.move(opening, "offer")
    else:
        opening.change(referral=but(referral, words=(*referral.words, *words)[-MOST_WORDS:]))
    act = walk(opening.file, event, "show")
    act.effects = [*opening.effects, *act.effects]
    return act


def physician_set(file: Client, event: PhysicianSet) -> ClientAct:
    """Who the physician is; a referral that is with another one moves along."""
    changed = but(file, physician=event.physician)
    with_whom = file.referral.physician if file.referral and file.referral.state in WITH_PHYSICIAN else None
    if with_whom is None or with_whom == (event.physician.file if event.physician else ""):
        return ClientAct(changed, event)
    return walk(changed, event, "move")


def leave(act: ClientAct) -> None:
    """The client stops with Trede: what is with the physician is taken back, what isn't sent lapses without a word."""
    left = walk(act.file, act.event, "leave")
    act.file = left.file
    act.effects += left.effects


def say_again(act: ClientAct, not_before: datetime | None = None) -> None:
    """The client is on another phone since the answer was said: it is said there too, so that it isn't lost."""
    found = act.file.referral
    if found is None or found.answered is None or found.told == act.file.chat or act.at - found.answered > SAID_AGAIN:
        return
    act.change(referral=but(found, told=act.file.chat))
    slot = f"referral:{found.number}"
    act.say("referral.answer", kind=LetterClass.QUESTION, slot=slot, below=True, not_before=not_before)
