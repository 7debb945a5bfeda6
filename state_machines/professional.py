"""A professional's file: their desk, as one frozen snapshot."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from state_machines import days
from state_machines.case import Case, PhysicianContact
from state_machines.days import AMSTERDAM, MONDAY_TO_FRIDAY, Quiet
from state_machines.entries import Consult, Invite
from state_machines.frozen import but
from state_machines.hand_over import TALK_MINUTES, AskedDeputy, Correspondent, Deputy, Leave, StandsIn
from state_machines.plan_terms import Period
from state_machines.rule import Rule


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """What a coach has entered so far about a client's plan: a new one (R1), or a change of the one that runs.

    `evaluations=None`: those of the template. `leeway`: the weeks of it that are fixed beforehand (R3). `agreed_on` is
    asked last, so a sketch that has it is whole. `after_evaluation`: an evaluation led to it (R37). The last six belong
    to the shorter dialogues: which step (now | next) by how many weeks (R3); who stopped the plan, and when to look
    again (R37); for which date the evaluation was planned (R40); the number of the consult that moves.
    """

    client: str
    template: str = ""
    supervisor: str = ""
    goal: str = ""
    contract_hours: Decimal | None = None
    start: date | None = None
    weekdays: tuple[int, ...] = ()
    periods: tuple[Period, ...] = ()
    tasks: tuple[str, ...] = ()
    evaluations: tuple[date, ...] | None = None
    leeway: int = 0
    physician_told: date | None = None
    agreed_on: date | None = None
    paper: date | None = None
    after_evaluation: bool = False
    which: str = ""
    weeks: int = 0
    physician: str = ""
    look_again: date | None = None
    planned: date | None = None
    consult: int = 0


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a coach's file keeps of a client: the file id, the name to show, and whether the account waits for a yes.

    `consults` are those that are still to come, so that they can be moved; `consults_made` counts all there ever were,
    so that no number is given twice.
    """

    client: str
    name: str
    claimed: bool = False
    consults: tuple[Consult, ...] = ()
    consults_made: int = 0

    def consult(self, number: int) -> Consult | None:
        """The consult with this number, as long as it is to come."""
        return next((consult for consult in self.consults if consult.number == number), None)


@dataclass(frozen=True, kw_only=True)
class Facilitated:
    """At a process facilitator's desk: a client whose work adjustment they lead (R30), and since when."""

    client: str
    name: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Professional:
    """One coach, occupational physician or process facilitator (`role`): language, working days, the open dialogue.

    A coach's `rule`, `physician` and `regime` are what a new client of theirs begins with. A physician has a telephone
    number for clients, perhaps a mail address, `notice` each | weekly, and the `cases` that are open or were lately.
    A coach's `deputy` stands in on the days of `leave`, and is asked about the clients of `deputy_asked`;
    `stands_in_for` are the coaches who named this one. `with_client`: whom they are writing to or talking with.
    `gone`: this coach was removed; `gone_to` is the one who took over the clients, if there were any.
    A process facilitator `facilitates` clients. `earlier_chats`: accounts they talked from before, by which `apart`
    knows them again (R30).
    """

    id: str
    name: str
    role: str = "coach"
    language: str = "nl"
    zone: str = AMSTERDAM
    chat: int | None = None
    invite: Invite | None = None
    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    summary_time: time = time(8, 30)
    quiet: Quiet = field(default_factory=Quiet)
    desk: str = "idle"
    sketch: Sketch | None = None
    clients: tuple[Card, ...] = ()
    unreachable: datetime | None = None
    rule: Rule = field(default_factory=Rule)
    physician: PhysicianContact | None = None
    phone: str = ""
    mail: str = ""
    notice: str = "each"
    cases: tuple[Case, ...] = ()
    deputy: Deputy | None = None
    leave: Leave | None = None
    deputy_asked: tuple[AskedDeputy, ...] = ()
    stands_in_for: tuple[StandsIn, ...] = ()
    with_client: Correspondent | None = None
    talk_minutes: int = TALK_MINUTES
    gone: bool = False
    gone_to: str = ""
    regime: str = ""
    facilitates: tuple[Facilitated, ...] = ()
    earlier_chats: tuple[int, ...] = ()

    def facilitated(self, client: str) -> Facilitated | None:
        """What this desk knows of a client whom it facilitates; None for any other."""
        return next((each for each in self.facilitates if each.client == client), None)

    def chats_before(self, chat: int | None) -> tuple[int, ...]:
        """The accounts of before, when this one is talked from now: those that were known, and the one until now."""
        known = self.earlier_chats
        if self.chat is None or self.chat == chat or self.chat in known:
            return known
        return (*known, self.chat)

    def card(self, client: str) -> Card | None:
        """The card of one of this coach's clients."""
        return next((card for card in self.clients if card.client == client), None)

    def named(self, client: str) -> str:
        """The name of a client of this coach; empty if it isn't one."""
        card = self.card(client)
        return card.name if card else ""

    def today(self, at: datetime) -> date:
        """The coach's local date at a moment."""
        return days.local_date(at, self.zone)

    def with_card(self, card: Card) -> "Professional":
        """The file with this client's card added or replaced."""
        others = tuple(c for c in self.clients if c.client != card.client)
        return but(self, clients=(*others, card))

    def without_card(self, client: str) -> "Professional":
        """The file without this client."""
        return but(self, clients=tuple(c for c in self.clients if c.client != client))
