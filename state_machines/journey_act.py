"""Guards and actions of the journey table: what each step does to file, chat, coach and the moments that are set."""

from datetime import time, timedelta

from state_machines import (
    agenda,
    agreement,
    complaints,
    consents,
    days,
    erasing,
    facilitating,
    referral,
    schedule,
    taking_over,
)
from state_machines.effects import BEGUN_BY_BOT, LetterClass
from state_machines.events import ClaimAsked, Invited, LinkOpened, PauseChosen
from state_machines.machine import ClientAct


class JourneyAct(ClientAct):
    """Guards and actions of the journey table."""

    forget = False

    # --- guards

    def is_expired(self) -> bool:
        """The link is older than 72 hours."""
        return self.file.invite is None or self.at >= self.file.invite.expires

    def has_agreed(self) -> bool:
        """The client's consent stands: the newest one on keeping answers is a yes."""
        return consents.gives(self.file, consents.KEEP)

    def was_coached(self) -> bool:
        """There is a history: a no then means leaving, not being forgotten unasked."""
        return self.file.coaching_since is not None

    def is_pausing(self) -> bool:
        """A pause that was chosen before is not over yet."""
        return self.file.paused_until is not None and self.file.paused_until >= self.today

    # --- actions

    def bind_link(self) -> None:
        """A new link: the old chat is unbound."""
        event = self.event
        assert isinstance(event, Invited)
        taking_over.drop(self, "new_link")
        self.change(
            chat=None,
            invite=event.invite,
            coach_name=event.coach_name,
            coach_days=event.coach_days,
            deputy=event.deputy,
            coach_leave=event.leave,
        )

    def say_expired(self) -> None:
        """An expired link binds nobody."""
        event = self.event
        assert isinstance(event, LinkOpened)
        self.say("welcome.expired", chat=event.chat)

    def claim(self) -> None:
        """The first account that opens the link; the coach is asked whether it is the right one."""
        event = self.event
        assert isinstance(event, LinkOpened)
        language = self.file.language if self.has_agreed() else event.language
        self.change(chat=event.chat, invite=None, language=language)
        self.say("welcome.wait")
        self.pass_on(self.file.coach, ClaimAsked(at=self.at, client=self.file.id, display_name=event.display_name))

    def unclaim(self) -> None:
        """Not the right account: it is unbound, and told so in the morning when the coach says it at night."""
        later = schedule.outside_quiet(self.file, self.at)
        self.say("welcome.not_you", chat=self.file.chat, not_before=later)
        self.change(chat=None)

    def let_go(self) -> None:
        """Whoever opened the link would rather not: unbound, and the coach hears it."""
        self.say("welcome.let_go", chat=self.file.chat)
        self.change(chat=None)
        self.tell_coach("let_go")

    def say_hello(self) -> None:
        """The welcome starts; in the morning when the coach says yes at night."""
        self.change(stage="hello")
        later = schedule.outside_quiet(self.file, self.at)
        self.say("welcome.hello", slot="welcome", kind=LetterClass.QUESTION, not_before=later)

    def go_on_welcome(self) -> None:
        """The consent was given before the new link: the welcome goes on with the question that was open."""
        self.change(asking="")
        name, later = f"welcome.{self.file.stage}", schedule.outside_quiet(self.file, self.at)
        self.say(name, slot="welcome", below=True, kind=LetterClass.QUESTION, not_before=later)

    def welcome_back(self) -> None:
        """The same client on another account: everything goes on, and is said outside the quiet hours."""
        later = schedule.outside_quiet(self.file, self.at)
        self.say("welcome.back", not_before=later)
        referral.say_again(self, later)
        schedule.set_checkin(self)
        schedule.set_step(self)
        agenda.set_agenda(self)
        complaints.set_again(self)
        agreement.say_draft(self, later)

    def begin_coaching(self) -> None:
        """The welcome is done: the first check-in is set, the coach hears that the client has joined."""
        first = self.file.coaching_since is None
        self.change(stage="", asking="", coaching_since=self.file.coaching_since or self.today)
        schedule.set_checkin(self)
        schedule.set_step(self, after_gap=first)
        agenda.set_agenda(self)
        complaints.set_again(self)
        self.say("welcome.done", slot="welcome", below=True)
        self.tell_coach("joined")
        referral.say_again(self)
        agreement.say_draft(self)

    def be_forgotten(self) -> None:
        """A no in the welcome: nothing of this client is kept."""
        self.say("welcome.refused", once=True)
        self.tell_coach("refused")
        facilitating.tell_gone(self, "refused")
        self.forget = True

    def be_erased(self) -> None:
        """Everything is erased at the client's wish (R34); who works with them hears it, and the client last of all."""
        self.say("rights.erased", kind=LetterClass.QUESTION, once=True)
        erasing.tell(self)
        self.forget = True

    def take_back(self) -> None:
        """An account that isn't recognised yet takes itself back: nothing of it is kept."""
        self.say("rights.taken_back", kind=LetterClass.QUESTION, chat=self.file.chat, once=True)
        self.tell_coach("taken_back")
        self.change(chat=None)

    def begin_pause(self) -> None:
        """No check-ins until the chosen day is over; the plan runs on.

        What the client put off to later today stays set: it comes if the pause has been ended by then.
        """
        event = self.event
        assert isinstance(event, PauseChosen)
        until = self.today + timedelta(days=event.days - 1)
        if self.file.paused_until:
            self.wake("pause", self.file.paused_until, None)
        self.change(paused_until=until, asking="")
        self.wake("pause", until, days.moment(until + timedelta(days=1), time(0), self.file.zone))
        if self.file.day:
            self.wake("nudge", self.file.day.date, None)
        self.hush = frozenset({LetterClass.PROMPT})
        self.say("pause.begun", slot="pause")
        self.tell_coach("paused", until.isoformat())

    def end_pause(self) -> None:
        """The pause is over, by itself or because the client says so."""
        if isinstance(self.event, PauseChosen):
            if self.file.paused_until:
                self.wake("pause", self.file.paused_until, None)
            self.say("pause.ended", slot="pause")
        self.change(paused_until=None, silent=0, silence_asked=False)
        schedule.set_checkin(self)

    def leave(self) -> None:
        """All messages end; the client hears what stays kept and how to have it erased."""
        self._end_all()
        self.say("stop.done", slot="stop")
        self.tell_coach("left")

    def close(self) -> None:
        """The goal was kept and the client is done: all messages end, with thanks."""
        self._end_all()
        self.say("end.done", slot="end.choice", below=True)
        self.tell_coach("finished")

    def _end_all(self) -> None:
        if self.file.paused_until:  # or it would end a pause that is chosen after coming back
            self.wake("pause", self.file.paused_until, None)
        self.change(stage="", asking="", paused_until=None)
        schedule.take_back_all(self)
        referral.leave(self)
        taking_over.drop(self, "left")
        self.hush = BEGUN_BY_BOT

    def ask_again(self) -> None:
        """Coming back starts with the consent."""
        self.change(stage="consent", slow="")
        self.say("welcome.consent", slot="welcome", below=True, kind=LetterClass.QUESTION)
