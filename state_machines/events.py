"""What can happen, typed by who caused it (R2). Events are frozen values that carry their own moment, in UTC.

A field marked `unlogged` is used in the turn and never kept.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from state_machines.case import PhysicianContact
from state_machines.files import Card, Invite
from state_machines.hand_over import Deputy, Leave
from state_machines.plan import Plan
from state_machines.plan_terms import Period
from state_machines.rule import Rule


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened at a moment (aware, UTC)."""

    at: datetime


class ClientEvent(Event):
    """Caused by a client. Never changes a plan."""


class ClockEvent(Event):
    """Caused by the clock or by delivery. Never changes a plan."""


class PhysicianEvent(Event):
    """Caused by the occupational physician. Never changes a plan."""


class CoachEvent(Event):
    """Caused by a coach. The only kind that may carry a plan."""


# --- the client's own -------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class LinkOpened(ClientEvent):
    """An account opened this client's invitation. `display_name` is shown to the coach once and kept nowhere."""

    chat: int
    language: str
    display_name: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class WelcomeChosen(ClientEvent):
    """A choice in the welcome: who | not_now | go_on | buttons | agree | ask_coach | refuse | refuse_sure."""

    choice: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeChosen(ClientEvent):
    """The local time of the check-in; None asks for another time to be typed; `understood` is false for odd input."""

    time: time | None
    understood: bool = True
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class DaysChosen(ClientEvent):
    """The ISO weekdays of the check-in; None means "my working days"."""

    weekdays: tuple[int, ...] | None
    understood: bool = True
    typing: bool = False
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckinOpened(ClientEvent):
    """The client asks for today's check-in; a finished one opens again to be corrected."""


@dataclass(frozen=True, kw_only=True)
class Answered(ClientEvent):
    """An answer to a question of the check-in of `day`.

    `number` is a score or hours; `words` are whole answers; `add`/`drop` change a list by one item; `message_id`
    is set when it was typed, so that an edit can correct it; `edited` when it is such an edit.
    """

    day: date
    question: str
    number: Decimal | None = None
    words: tuple[str, ...] = ()
    add: str = ""
    drop: str = ""
    ready: bool = False
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class NotUnderstood(ClientEvent):
    """Typed where a number was asked: `reason` is out_of_range or words; the words are kept as a note of the day."""

    day: date
    question: str
    reason: str
    text: str
    message_id: int


@dataclass(frozen=True, kw_only=True)
class Moved(ClientEvent):
    """A way through the check-in of `day`: skip | back | enough | go_on | snooze | write | other."""

    day: date
    way: str
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class Stale(ClientEvent):
    """A button of an earlier day or of something that is over. Changes nothing."""

    what: str = "checkin"


@dataclass(frozen=True, kw_only=True)
class Noted(ClientEvent):
    """The client's own words, kept as a diary note of `day`, their local date of then; `opened` to the coach (R33)."""

    text: str
    message_id: int
    day: date
    forwarded: bool = False
    opened: bool = False


@dataclass(frozen=True, kw_only=True)
class NoteEdited(ClientEvent):
    """A note's text was corrected by editing the message; the earlier text stays in the log."""

    day: date
    number: int
    text: str
    message_id: int


@dataclass(frozen=True, kw_only=True)
class NoteOpened(ClientEvent):
    """The client opened one diary note to the coach (R33), or closed it again."""

    day: date
    number: int
    open: bool


@dataclass(frozen=True, kw_only=True)
class Asked(ClientEvent):
    """A command or menu button: help, plan, diary, look_back, pause, settings, privacy, stop, start, call ..."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SettingChosen(ClientEvent):
    """A choice in a menu: language, zone, morning, buttons, diary, silence ... and its value as plain text."""

    name: str
    value: str
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PauseChosen(ClientEvent):
    """No check-ins for this many days (1-14); 0 ends a pause, -1 wasn't understood. The plan runs on."""

    days: int
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanAnswered(ClientEvent):
    """The client's "yes, that's what we agreed" or "no" to the version with this digest (R1, R4). Carries no plan."""

    digest: str
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class DoableAnswered(ClientEvent):
    """How doable the client finds the version with this digest, 0-10 (R1)."""

    digest: str
    number: Decimal


@dataclass(frozen=True, kw_only=True)
class LeewayAsked(ClientEvent):
    """The client asks about leeway (R3): show | prepare | together | no. Opens a request at most; changes no plan."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class EvaluationAsked(ClientEvent):
    """The client asks for an evaluation, or writes down what they want to discuss there (R38, R40).

    `choice`: show | ask | later | write | words | list | prepare | good (this week's step is enough) | pace (the plan
    is too slow) | ready (put that ready). `words` with words and ready.
    """

    choice: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EvaluationPrepared(ClientEvent):
    """One of the four questions of R40, by its number from 1: answered in own words, or skipped (no words).

    `message_id` is set when it was typed, so that an edit can correct it; `edited` when it is such an edit.
    """

    number: int
    words: str = ""
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class Disturbed(ClientEvent):
    """Something at work stands in the way (R38): ask | no_work | supervisor_away | not_possible | conflict."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class HoursNoted(ClientEvent):
    """Hours worked on a date of the last two weeks (R15, R17): a fact, apart from how it felt.

    No `day` asks which; `every`: of all dates, also those that have hours. A day without `hours` and `off` asks how
    many. `message_id` when it was typed, so that an edit can correct it.
    """

    day: date | None
    hours: Decimal | None = None
    off: bool = False
    every: bool = False
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class TasksNoted(ClientEvent):
    """The tasks done on a date with hours (R15): planned | other | ready; `add` and `drop` change them by one.

    `words` are tasks that were typed.
    """

    day: date
    choice: str = ""
    add: str = ""
    drop: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DoctorSaid(ClientEvent):
    """`/arts` (R37): the client's doctor told them something else. Holds step messages, changes no plan."""


@dataclass(frozen=True, kw_only=True)
class EndChosen(ClientEvent):
    """How to go on after the plan (tone 25): weekly | monthly | done; and with what is kept: keep | erase."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class PaperAsked(ClientEvent):
    """A picture or paper of the own plan: picture | pdf | calendar | why; or of the own report: referral."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class ComplaintVoiced(ClientEvent):
    """`/klacht` (R18): show | urgent (it can't wait) | can_wait | words | keep | discuss | physician | score.

    `words` with words, which asks what is to happen with them: a closed note of the diary, of local date `day`.
    `number` (0-10) with score, None: skipped. `day` with a button: the date it was shown on. `notes` with discuss:
    which notes of that date are opened to the coach (R33). `message_id`: it was typed.
    """

    choice: str
    words: str = ""
    number: Decimal | None = None
    day: date | None = None
    notes: tuple[int, ...] = ()
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class SignChosen(ClientEvent):
    """The client's own list of early signs (R26): show | list | add | new, or of one `sign`, named by its words:
    one | write | answer | rename | renamed | remove | removed.

    `words` with new, answer and renamed. `message_id` when they were typed, so that an edit can correct them.
    """

    choice: str
    sign: str = ""
    words: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReferralChosen(ClientEvent):
    """A client's choice about a referral: ask, show, add, words, strike, wish, send, self, done, not_now, withdraw.

    `number` names the referral whose button it was, 0 for one that is asked for; `value` is the wish; `words` are
    typed, or those to strike. Releases a summary at most (R20); carries no plan.
    """

    choice: str
    number: int = 0
    value: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class RightsChosen(ClientEvent):
    """A right of the client's own (R34): copy | looks | erase | copy_first | sure (erase now) | keep (erase nothing).

    `day` with sure: the local date of the page whose button it was. `skip` with looks: so many newer ones were shown.
    """

    choice: str
    day: date | None = None
    skip: int = 0


@dataclass(frozen=True, kw_only=True)
class ConsentAsked(ClientEvent):
    """The client looks at their consents: all of them, or one. `note`: why the page comes (changed)."""

    subject: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(ClientEvent):
    """A yes to one of `consents.SUBJECTS`: the SHA-256 and language of the text that was read (R34)."""

    subject: str
    fingerprint: str
    language: str


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(ClientEvent):
    """A yes taken back, with the text that was read then (R34)."""

    subject: str
    fingerprint: str
    language: str


@dataclass(frozen=True, kw_only=True)
class SafetySignalled(ClientEvent):
    """Words that may point to danger to life (R22). `tier` 1-3; 0 when help was asked for by command."""

    tier: int
    text: str = ""
    message_id: int | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class SafetyAnswered(ClientEvent):
    """The answer to the safety text: call | misread | better. Never takes the coach's signal back."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class ContactsChosen(ClientEvent):
    """The client's own people (R22): show | add | words (names that were typed) | drop (takes `item` off)."""

    choice: str
    words: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True, kw_only=True)
class WordsPassed(ClientEvent):
    """What the client typed while a person has taken the conversation over: it goes to that person.

    `text` is what is kept, empty for who uses buttons only; `passing` goes through and is kept nowhere. `edited`: an
    earlier message was changed.
    """

    text: str
    passing: str = field(metadata={"unlogged": True})
    message_id: int
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class Unreadable(ClientEvent):
    """A voice message, photo, sticker or other thing that isn't text; its content is not kept."""

    kind: str


# --- the clock's ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Woke(ClockEvent):
    """A due moment came: its kind, local date and number. `expired` when it came too late to be of use."""

    kind: str
    day: date
    number: int = 0
    expired: bool = False


@dataclass(frozen=True, kw_only=True)
class Unreached(ClockEvent):
    """Telegram says this person blocked the bot or can't be reached; or that they are reachable again.

    `mail`: a letter to a professional's mail address never got through. That says nothing about Telegram.
    """

    reachable: bool = False
    mail: bool = False


@dataclass(frozen=True, kw_only=True)
class Faded(ClockEvent):
    """What is kept no longer (R34): `stage` is diary (people's own words) or scores (and all that goes with them)."""

    stage: str


@dataclass(frozen=True, kw_only=True)
class ReferralDelivered(ClockEvent):
    """What became of the notice of a referral: way is telegram | mail | none (no way to the physician now)."""

    number: int
    way: str


# --- the physician's, to a client's file --------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class ReferralSeen(PhysicianEvent):
    """The physician opened the summary of this referral (R21)."""

    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralAnswered(PhysicianEvent):
    """The physician's answer (R21): stands | known | invites | advises | stop. Carries no plan: people make that (R2).

    `until` with known: not asked again before this date; `about` with advises: leeway | tasks; `name` with stop: whose
    advice it is.
    """

    number: int
    answer: str
    until: date | None = None
    about: str = ""
    name: str = ""


# --- the coach's, to a client's file ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Invited(CoachEvent):
    """The coach made a (new) link for this client. The old chat, if any, is unbound."""

    client: str
    name: str
    coach: str
    coach_name: str
    coach_days: tuple[int, ...]
    language: str
    invite: Invite
    rule: Rule | None = None
    physician: PhysicianContact | None = None
    deputy: Deputy | None = None
    leave: Leave | None = None
    regime: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimAnswered(CoachEvent):
    """The coach recognised the account that opened the link, or did not."""

    right: bool


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(CoachEvent):
    """The coach registers what client and supervisor agreed (R1): the whole version, who agreed, the reason."""

    version: Plan
    parties: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class LeewayTaken(CoachEvent):
    """Client and supervisor agreed to lengthen a step (R3): which one (now | next), by how many weeks, who agreed."""

    which: str
    weeks: int
    parties: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanStopped(CoachEvent):
    """The physician says that working (this much) isn't possible now (R37): name and dates, never the reason."""

    physician: str
    look_again: date


@dataclass(frozen=True, kw_only=True)
class EvaluationHeld(CoachEvent):
    """What came of an evaluation (R40): stands | anew | leeway | other. `planned=None`: an extra one."""

    planned: date | None
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ConsultSet(CoachEvent):
    """A consult with the coach is made, moved (same number) or taken back (`when=None`). No part of the plan."""

    number: int
    when: datetime | None


@dataclass(frozen=True, kw_only=True)
class CoachChanged(CoachEvent):
    """Who reads when has changed: the coach's name, days, deputy or leave; texts to the client say it.

    `coach`: the file id of another coach who is the client's from now on; empty when it is the same one.
    """

    coach_name: str
    coach_days: tuple[int, ...]
    coach: str = ""
    deputy: Deputy | None = None
    leave: Leave | None = None


@dataclass(frozen=True, kw_only=True)
class NeedMet(CoachEvent):
    """The coach dealt with a need of the client; `by`: the deputy who did, by name."""

    kind: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class CoachWrote(CoachEvent):
    """A person's own words for the client, by the one with file id `by`. Kept here alone, not at that person's desk."""

    by: str
    name: str
    text: str
    deputy: bool = False


@dataclass(frozen=True, kw_only=True)
class TakenOver(CoachEvent):
    """A person takes the conversation over, until they give it back or nothing was written for so many minutes."""

    by: str
    name: str
    minutes: int
    deputy: bool = False


@dataclass(frozen=True, kw_only=True)
class GivenBack(CoachEvent):
    """The person who took the conversation over gives it back."""

    by: str


@dataclass(frozen=True, kw_only=True)
class RuleSet(CoachEvent):
    """A professional set the numbers of the complaint rule for this client (R19); `rule.set_by` names them."""

    rule: Rule


@dataclass(frozen=True, kw_only=True)
class RegimeSet(CoachEvent):
    """The regime of the installation, as a person with that say recorded it: delegation | own_tool (R33)."""

    regime: str


@dataclass(frozen=True, kw_only=True)
class PhysicianSet(CoachEvent):
    """Who the client's occupational physician is; None when there is none any more."""

    physician: PhysicianContact | None


@dataclass(frozen=True, kw_only=True)
class ErasureAsked(CoachEvent):
    """The client asked a person to have everything erased (R34): their coach, or an operator, does so."""


@dataclass(frozen=True, kw_only=True)
class WeekRead(CoachEvent):
    """The coach has read the client's week; the client hears so once (R39)."""


# --- to a professional's file -----------------------------------------------------------------------------------


class DeskEvent(Event):
    """Something for a professional's own file: their own act, or word passed on from a client's file."""


@dataclass(frozen=True, kw_only=True)
class ProfessionalAdded(DeskEvent):
    """`trede coach add`: a professional and their one-time link."""

    professional: str
    name: str
    language: str
    invite: Invite
    role: str = "coach"
    phone: str = ""
    mail: str = ""
    notice: str = "each"
    rule: Rule | None = None
    physician: PhysicianContact | None = None
    regime: str = ""


@dataclass(frozen=True, kw_only=True)
class DeskOpened(DeskEvent):
    """The professional opened their own link."""

    chat: int
    language: str


@dataclass(frozen=True, kw_only=True)
class DeskAsked(DeskEvent):
    """A command or menu button of the coach: help, clients, logbook, invite, plan, settings, cancel ..."""

    what: str


@dataclass(frozen=True, kw_only=True)
class DeskTyped(DeskEvent):
    """What the coach typed or chose in a dialogue, understood as the step asks: one field is set, or none.

    `choice` is one of the words that the step knows; with `number`, which of the things it lists.
    """

    text: str = ""
    number: Decimal | None = None
    day: date | None = None
    weekdays: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    choice: str = ""
    days: tuple[date, ...] = ()
    periods: tuple[Period, ...] = ()
    when: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DeskPicked(DeskEvent):
    """A button of the coach's: what for, which client, with which value."""

    what: str
    client: str = ""
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class InviteMade(DeskEvent):
    """A token was drawn for a new or existing client; only its digest is kept, the link itself is shown once."""

    client: str
    name: str
    invite: Invite
    link: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class ClaimAsked(DeskEvent):
    """Someone opened a client's link; their account's display name is shown once and not kept.

    To a deputy, with the client's name, and whose client it is.
    """

    client: str
    display_name: str = field(metadata={"unlogged": True})
    name: str = ""
    coach: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class ClientTold(DeskEvent):
    """Word about a client: joined, refused, erased, let_go, taken_back, left, paused, call, question, plan_yes,
    plan_no, plan_replaced, doable_low, silent, unreachable, safety ... and a plain detail such as a date or a number.

    `also_deputy`: the coach's deputy is told as well, on leave or not (R21, R37). To a deputy, `coach` and `coach_name`
    say whose client it is.
    """

    client: str
    name: str
    what: str
    detail: str = ""
    also_deputy: bool = False
    coach: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyChosen(DeskEvent):
    """The coach, or an operator for them, names a deputy by file id; empty: nobody stands in any more."""

    deputy: str


@dataclass(frozen=True, kw_only=True)
class LeaveSet(DeskEvent):
    """When the coach is away; None: not, or no longer."""

    leave: Leave | None


@dataclass(frozen=True, kw_only=True)
class StandInAsked(DeskEvent):
    """To a deputy's desk: this coach names them, or is away at other times. `choosing`: it is a new choice."""

    coach: str
    name: str
    leave: Leave | None
    choosing: bool = False


@dataclass(frozen=True, kw_only=True)
class StandInOver(DeskEvent):
    """To a deputy's desk: this coach has another deputy now, or none."""

    coach: str
    name: str


@dataclass(frozen=True, kw_only=True)
class DeputyKnown(DeskEvent):
    """To a coach's desk: what a deputy is called and when they are there; None: `id` can't stand in."""

    id: str
    deputy: Deputy | None
    choosing: bool = False


@dataclass(frozen=True, kw_only=True)
class DeputyPicked(DeskEvent):
    """A deputy's button about a client of a coach for whom they stand in: what for, with which value."""

    what: str
    coach: str
    client: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyAsks(DeskEvent):
    """To the coach's desk, which alone knows: may this deputy do this for that client now?"""

    deputy: str
    what: str
    client: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyAnswered(DeskEvent):
    """Back at the deputy's desk: the answer, and the client's and coach's names when it is yes."""

    what: str
    coach: str
    client: str
    value: str = ""
    may: bool = False
    name: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class DeskWrote(DeskEvent):
    """What a professional typed for the client whom they write to or talk with. Kept in the client's file alone."""

    text: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class ClientSaid(DeskEvent):
    """To the person who has taken over: what the client typed. Shown, and not kept here."""

    client: str
    name: str
    text: str = field(metadata={"unlogged": True})
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class TalkTold(DeskEvent):
    """To who writes to a client or talks with them: begun | refused | sent | later | not_sent | over, and why.

    `detail`: a name or moment that belongs to it; `coach`: whose client it is, to who stands in.
    """

    client: str
    name: str
    state: str
    why: str = ""
    detail: str = ""
    coach: str = ""


@dataclass(frozen=True, kw_only=True)
class CoachRemoved(DeskEvent):
    """`trede coach remove`: this coach has left. `to` has their clients and open work from now on; empty: none."""

    to: str
    to_name: str


@dataclass(frozen=True, kw_only=True)
class ClientsHanded(DeskEvent):
    """To the coach who takes over: the cards of a colleague who has left, and that colleague."""

    cards: tuple[Card, ...]
    coach: str
    coach_name: str


@dataclass(frozen=True, kw_only=True)
class DefaultsSet(DeskEvent):
    """What a new client of this coach begins with: the complaint rule's numbers, the physician, the regime (R33)."""

    rule: Rule | None = None
    physician: PhysicianContact | None = None
    regime: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralCame(DeskEvent):
    """To a physician: a client released a referral. Who and what stands in the summary alone."""

    client: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralReminded(DeskEvent):
    """To a physician: a referral was not opened yet; once (R21)."""

    client: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralGone(DeskEvent):
    """To a physician: a referral is over: withdrawn | erased | closed | moved. Its summary is taken back."""

    client: str
    number: int
    why: str


@dataclass(frozen=True, kw_only=True)
class DeskUnreadable(DeskEvent):
    """The professional sent something that isn't text, or a command that doesn't exist."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class DeskSignalled(DeskEvent):
    """Safety words in a professional's own text (R22): they get the numbers too; nobody else is told."""

    tier: int
