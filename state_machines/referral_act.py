"""The physician's part of the referral table: a report arrives, is opened and answered. With it the act is whole."""

from datetime import datetime, timedelta

from state_machines import referral_dates, schedule
from state_machines.effects import LetterClass
from state_machines.events import ReferralAnswered, ReferralDelivered
from state_machines.files import COACHED
from state_machines.referral_release import UNANSWERED, UNDELIVERED, ReleaseAct

#: What the coach has on the list until it is dealt with.
ANSWER = "answer"
#: The client reads the answer first; the coach so much later.
CLIENT_FIRST = timedelta(minutes=15)


class ReferralAct(ReleaseAct):
    """Guards and actions of the referral table."""

    def has_arrived(self) -> bool:
        """The notice is with the physician, in Telegram or by mail."""
        return isinstance(self.event, ReferralDelivered) and self.event.way != "none"

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
        self._take_from_physician("moved")
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

    def _say(self, name: str, later: datetime | None, *, kind: LetterClass = LetterClass.REPLY) -> None:
        if self.file.journey in COACHED:
            self.say(name, kind=kind, slot=self.slot, below=True, not_before=later)
