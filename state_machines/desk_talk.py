"""Writing to a client, and talking with one, at the desk of a coach or deputy. The rules, then the rows.

- *Write*: the next typed text goes to the client, once. It can be cancelled until then.
- *Take over*: the client's file decides whether it can be; from then on every typed text goes to the client, and a new
  dialogue waits until the conversation is given back, so that nobody types the wrong words to the wrong place.
- The desk keeps whom it is with, and no words.
"""

from state_machines import events as e
from state_machines.desk_act import STATES, TALKING, WRITING, SketchAct
from state_machines.effects import LetterClass, Value
from state_machines.files import Card
from state_machines.hand_over import Correspondent
from state_machines.machine import row

#: What begins a dialogue; while talking with a client none does.
BEGINS = ("invite", "relink", "plan", "leeway", "stop", "evaluation", "evaluation_of", "consult", "leave")

TALK_ROWS = [
    row("write", STATES, WRITING, do=("put_away", "address", "ask_text")),
    row("take", STATES, "idle", do=("put_away", "ask_to_take")),
    row("begun", (*STATES, TALKING), TALKING, do=("put_away", "join")),
    row("send", WRITING, "idle", do="pass_text"),
    row("send", TALKING, "=", do="pass_text"),
    row("give_back", TALKING, "idle", do=("pass_back", "say_over")),
    row("cancel", TALKING, "idle", do=("pass_back", "say_over")),
    row("over", TALKING, "idle", do="say_over"),
    *(row(trigger, TALKING, "=", do="say_talking") for trigger in (*BEGINS, "write", "take")),
]


class Talks(SketchAct):
    """Guards and actions of writing and talking."""

    @property
    def other(self) -> Correspondent:
        """The client whom this desk writes to or talks with."""
        assert self.file.with_client is not None
        return self.file.with_client

    def address(self) -> None:
        """Whom the next text is for."""
        self.change(with_client=self._addressed())

    def ask_text(self) -> None:
        """What shall the client read?"""
        self.tell("desk.write", client=self.other.client, name=self.other.name)

    def ask_to_take(self) -> None:
        """The client's file says whether it can be."""
        other = self._addressed()
        taken = e.TakenOver(
            at=self.at,
            by=self.file.id,
            name=self.file.name,
            minutes=self.file.talk_minutes,
            deputy=bool(other.coach),
        )
        self.pass_on(other.client, taken)
        self.reason = "the client's file answers"

    def join(self) -> None:
        """The conversation is this desk's."""
        event = self.event
        assert isinstance(event, e.TalkTold)
        self.change(with_client=Correspondent(client=event.client, name=event.name, coach=event.coach))
        minutes = self.file.talk_minutes
        self.tell("desk.talk_begun", client=event.client, name=event.name, minutes=minutes)

    def pass_text(self) -> None:
        """The words go to the client's file, which keeps them and sends them."""
        event, other = self.event, self.other
        assert isinstance(event, e.DeskWrote)
        wrote = e.CoachWrote(
            at=self.at, by=self.file.id, name=self.file.name, text=event.text, deputy=bool(other.coach)
        )
        self.pass_on(other.client, wrote)
        self.reason = "passed on to the client"

    def pass_back(self) -> None:
        """Trede has the conversation again."""
        self.pass_on(self.other.client, e.GivenBack(at=self.at, by=self.file.id))

    def say_over(self) -> None:
        """It is over; what is typed goes to nobody."""
        event = self.event
        why = event.why if isinstance(event, e.TalkTold) else "given_back"
        self.tell("desk.talk_over", client=self.other.client, name=self.other.name, why=why, coach=self.other.coach)

    def say_talking(self) -> None:
        """Another dialogue waits until the conversation is given back."""
        self.say("desk.talking", slot="desk.talking", below=True, client=self.other.client, name=self.other.name)

    def _addressed(self) -> Correspondent:
        event = self.event
        if isinstance(event, e.DeputyAnswered):
            return Correspondent(client=event.client, name=event.name, coach=event.coach)
        assert isinstance(event, e.DeskPicked)
        card = self.file.card(event.client) or Card(client=event.client, name="")
        return Correspondent(client=card.client, name=card.name)


def told(act: SketchAct) -> None:
    """What became of it in the client's file, when it doesn't change the desk's state."""
    event = act.event
    assert isinstance(event, e.TalkTold)
    values = {"client": event.client, "name": event.name, "coach": event.coach}
    values |= {"state": event.state, "why": event.why, "detail": event.detail}
    act.say(TOLD[event.state], slot=f"talk:{event.client}", below=True, values={**values})


#: The texts by what became of it.
TOLD = {
    "refused": "desk.talk_refused",
    "sent": "desk.written",
    "later": "desk.written",
    "not_sent": "desk.not_sent",
}


def heard(act: SketchAct) -> None:
    """What the client typed: shown once, kept nowhere here."""
    event = act.event
    assert isinstance(event, e.ClientSaid)
    values: dict[str, Value] = {
        "client": event.client,
        "name": event.name,
        "text": event.text,
        "edited": event.edited,
    }
    act.say("desk.client_said", kind=LetterClass.QUESTION, once=True, values=values)
