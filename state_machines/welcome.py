"""The welcome (tone 1-4): hello -> who sees what -> consent -> time -> days -> done. Under three minutes.

- Each stage asks one thing; a button of an earlier stage changes nothing and the question now open is shown again.
- The consent keeps the hash and language of the text that was read (R34). Buttons alone is a choice (R35).
- A question for the coach leaves the consent open.
"""

from state_machines.consents import with_newest
from state_machines.effects import LetterClass
from state_machines.events import DaysChosen, Event, TimeChosen, WelcomeChosen
from state_machines.files import Client, Consent, but
from state_machines.machine import ClientAct, Table, row

#: What can be chosen by a button; the time and the days come as events of their own.
CHOICES = frozenset({"who", "not_now", "go_on", "buttons", "agree", "ask_coach", "refuse"})
STAGES = ("hello", "who", "consent", "time", "days", "done")

WELCOME = Table(
    "welcome",
    STAGES,
    [
        row("who", "hello", "who", do="show"),
        row("not_now", "hello", "=", do="say_later"),
        row("go_on", "who", "consent", do="show"),
        row("buttons", "who", "consent", do=("choose_buttons", "show")),
        row("agree", "consent", "time", do=("keep_consent", "show")),
        row("ask_coach", "consent", "=", do="pass_question"),
        row("time", "time", "=", given="is_unclear", do="ask_time"),
        row("time", "time", "days", do=("keep_time", "show")),
        row("days", "days", "=", given="is_unclear", do="ask_days"),
        row("days", "days", "done", do="keep_days"),
    ],
)


class WelcomeAct(ClientAct):
    """Guards and actions of the welcome table."""

    def is_unclear(self) -> bool:
        """A time or days must still be typed, weren't understood, or the time lies in the quiet hours."""
        event = self.event
        if isinstance(event, TimeChosen):
            return event.time is None or self.file.quiet.covers(event.time)
        return isinstance(event, DaysChosen) and (event.typing or not event.understood)

    def show(self) -> None:
        """The question of the stage now reached."""
        self.change(asking="")
        self.say(f"welcome.{self.state}", slot="welcome", below=True, kind=LetterClass.QUESTION)

    def say_later(self) -> None:
        """Not now: nothing happens until the client comes back to it."""
        self.say("welcome.later", slot="welcome", below=True, kind=LetterClass.QUESTION)

    def choose_buttons(self) -> None:
        """No free text is kept from now on."""
        self.change(buttons_only=True)

    def keep_consent(self) -> None:
        """The consent, with the hash of the text that was read."""
        event = self.event
        assert isinstance(event, WelcomeChosen)
        given = Consent(subject="keep", given=True, text=event.text, language=self.file.language, at=self.at)
        self.change(consents=with_newest(self.file.consents, given))

    def pass_question(self) -> None:
        """The coach hears that the client wants to ask something first; the consent stays open."""
        self.file = self.file.need("question", self.at)
        self.tell_coach("question")
        self.say("welcome.asked", slot="welcome", below=True, kind=LetterClass.QUESTION)

    def ask_time(self) -> None:
        """Another time: typed, or kindly asked again."""
        event = self.event
        assert isinstance(event, TimeChosen)
        quiet = event.time is not None
        self.change(asking="time")
        note = "quiet" if quiet else ("" if event.understood else "unclear")
        self.say("welcome.time", slot="welcome", below=True, kind=LetterClass.QUESTION, note=note, typing=True)

    def keep_time(self) -> None:
        """The time of the check-in."""
        event = self.event
        assert isinstance(event, TimeChosen)
        assert event.time is not None
        self.change(checkin_time=event.time)

    def ask_days(self) -> None:
        """Own days: typed, or kindly asked again."""
        event = self.event
        assert isinstance(event, DaysChosen)
        self.change(asking="days")
        note = "" if event.understood else "unclear"
        self.say("welcome.days", slot="welcome", below=True, kind=LetterClass.QUESTION, note=note, typing=True)

    def keep_days(self) -> None:
        """The days of the check-in; None follows the client's working days."""
        event = self.event
        assert isinstance(event, DaysChosen)
        self.change(checkin_days=event.weekdays, asking="")


def walk(file: Client, event: Event, trigger: str) -> WelcomeAct:
    """Walk the welcome table once. A trigger of another stage shows the open question again."""
    act = WelcomeAct(file, event, file.stage)
    if not WELCOME.walk(act, trigger):
        act.show()
    act.file = but(act.file, stage=act.state)
    return act
