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

from state_machines import complaint_rule, complaints, referral_dates
from state_machines.case import Evidence, Referral
from state_machines.effects import LetterClass
from state_machines.events import Event, PhysicianSet, ReferralChosen
from state_machines.files import Client, but
from state_machines.machine import ClientAct, Table, row
from state_machines.referral_act import CLIENT_FIRST as CLIENT_FIRST
from state_machines.referral_act import ReferralAct as ReferralAct
from state_machines.referral_release import ASKED as ASKED
from state_machines.referral_release import LONGEST_WORDS as LONGEST_WORDS
from state_machines.referral_release import MOST_WORDS as MOST_WORDS
from state_machines.referral_release import TYPING as TYPING
from state_machines.referral_release import UNANSWERED as UNANSWERED
from state_machines.referral_release import UNDELIVERED as UNDELIVERED
from state_machines.referral_release import WISHES as WISHES

#: With the client; with the physician; over.
ASIDE, WITH_CLIENT = ("declined", "lapsed", "alone", "withdrawn", "closed"), ("offered", "reading")
WITH_PHYSICIAN = ("released", "delivered", "seen")
STATES = (*WITH_CLIENT, *WITH_PHYSICIAN, "answered", *ASIDE)
#: The physician's answers (R21).
ANSWERS = ("stands", "known", "invites", "advises", "stop")
#: For how long an answer is said again to a client who is on another phone since.
SAID_AGAIN = timedelta(days=14)
#: What a client can choose about one that is there; `ask` opens one.
CHOICES = frozenset({"show", "add", "words", "strike", "wish", "send", "self", "done", "not_now", "withdraw"})

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
