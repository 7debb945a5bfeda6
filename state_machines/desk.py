"""A coach's desk: the table of its dialogues, and inviting. The rules in prose, then the table.

- One dialogue at a time: inviting, a new plan, a change of one, or cancelling leaves the one that was open. Other
  commands are answered in between, and what was asked stays open.
- What is confirmed is passed to the client's file; the coach's file keeps names and half plans, never answers.
- Word from a client's file waits for the morning when it comes in the coach's quiet hours, unless it is an alert, or
  the answer to what the coach just did.
- What was being entered about a client who leaves for good is put away.
- Leave and who stands in: `deputies`. Writing to a client and talking with one: `desk_talk`.
"""

from state_machines import events as e
from state_machines.desk_act import CHANGES, LEAVING, STATES, STEPS, TALKING
from state_machines.desk_changes import CHANGE_ROWS, Changes
from state_machines.desk_leave import LEAVE_ROWS, Leaving
from state_machines.desk_plan import PLAN_ROWS, PlanSteps
from state_machines.desk_talk import TALK_ROWS, Talks
from state_machines.effects import LetterClass
from state_machines.files import Card
from state_machines.machine import Table, row

__all__ = ["CHANGES", "DESK", "LEAVING", "STATES", "STEPS", "DeskAct"]

LONGEST_NAME = 30

DESK = Table(
    "desk",
    (*STATES, TALKING),
    [
        row("invite", STATES, "inviting", do=("put_away", "ask_name")),
        row("name", "inviting", "=", given="is_odd_name", do="ask_name_again"),
        row("name", "inviting", "idle", do="make_client"),
        row("relink", STATES, "idle", do=("put_away", "make_link")),
        *PLAN_ROWS,
        *CHANGE_ROWS,
        *LEAVE_ROWS,
        *TALK_ROWS,
        row("cancel", STATES, "idle", do="say_cancelled"),
        row("gone", (*STATES, TALKING), "idle", given="is_gone", do="put_away"),
    ],
)


class DeskAct(PlanSteps, Changes, Leaving, Talks):
    """Guards and actions of the desk table: those of its dialogues, and of inviting."""

    # --- guards

    def is_odd_name(self) -> bool:
        """A first name or initials is asked: one word, not empty, not too long, not in use; a surname isn't kept."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        long_words = [word for word in event.name.split() if len(word) > 2]
        taken = event.name.casefold() in {card.name.casefold() for card in self.file.clients}
        return not 1 <= len(event.name) <= LONGEST_NAME or len(long_words) > 1 or taken

    def is_gone(self) -> bool:
        """The client who is gone is the one of the sheet, or with whom this desk writes or talks."""
        event = self.event
        assert isinstance(event, e.ClientTold)
        about = {each.client for each in (self.file.sketch, self.file.with_client) if each is not None}
        return event.client in about

    # --- actions

    def ask_name(self) -> None:
        """Who is invited: a first name or initials, or an existing client for a new link."""
        self.say("desk.invite", kind=LetterClass.QUESTION, slot="desk", below=True)

    def ask_name_again(self) -> None:
        """The name can't be used; nothing was made."""
        self.say("desk.invite", kind=LetterClass.QUESTION, slot="desk", below=True, note="odd_name")

    def make_client(self) -> None:
        """A new client's file and their one-time link."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        self._invite(event)
        self.file = self.file.with_card(Card(client=event.client, name=event.name))

    def make_link(self) -> None:
        """A new link for a client who lost the old one, or has another account."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        self._invite(event)

    # --- how

    def _invite(self, event: e.InviteMade) -> None:
        coach = self.file
        invited = e.Invited(
            at=self.at,
            client=event.client,
            name=event.name,
            coach=coach.id,
            coach_name=coach.name,
            coach_days=coach.weekdays,
            language=coach.language,
            invite=event.invite,
            deputy=coach.deputy,
            leave=coach.leave if coach.leave and coach.leave.end >= self.today else None,
            rule=coach.rule,
            physician=coach.physician,
            regime=coach.regime,
        )
        self.pass_on(event.client, invited)
        self.say(
            "desk.invited",
            kind=LetterClass.QUESTION,
            slot="desk",
            below=True,
            once=True,
            name=event.name,
            link=event.link,
        )
