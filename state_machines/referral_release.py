"""The client's part of the referral table: reading, releasing, taking back; and how a referral ends."""

from state_machines import complaints, consents, schedule
from state_machines.case import OWN_WORDS, Referral
from state_machines.effects import LetterClass
from state_machines.events import ReferralCame, ReferralChosen, ReferralGone
from state_machines.files import COACHED, but
from state_machines.machine import ClientAct
from state_machines.standing import standing_of

WISHES = ("talk", "inform", "none")
ASKED = "asked"
MOST_WORDS, LONGEST_WORDS = 5, 400
TYPING = OWN_WORDS
#: What the coach has on the list until it is dealt with.
TALK_WANTED, UNDELIVERED, UNANSWERED = "talk_wanted", "referral_undelivered", "referral_unanswered"


class ReleaseAct(ClientAct):
    """Guards and actions of the referral table, as far as they are the client's."""

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
        self._take_from_physician("withdrawn")
        self.file = self.file.met(UNDELIVERED).met(UNANSWERED)

    def _take_from_physician(self, why: str) -> None:
        if self.referral.physician:
            gone = ReferralGone(at=self.at, client=self.file.id, number=self.referral.number, why=why)
            self.pass_on(self.referral.physician, gone)

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
