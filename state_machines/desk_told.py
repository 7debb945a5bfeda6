"""Word from a client's file, at the coach's desk or the deputy's: what is said, to whom, and when."""

from state_machines import deputies, erasing
from state_machines import events as e
from state_machines.desk import DESK, DeskAct
from state_machines.effects import LetterClass
from state_machines.files import but

#: What the coach hears at any hour; other word from a client's file waits for the morning.
URGENT = frozenset(
    {
        *("safety", "safety_again", "safety_unanswered", "safety_alone", "safety_call", "safety_misread"),
        *("call", "complaint_urgent", "answer_stop", erasing.SIGNALLED),
    }
)
#: The answer to what the coach just did or was alerted about: it comes at once, at any hour, to the coach alone.
ANSWERS = frozenset({"safety_taken", "leeway_refused", "stop_refused"})
#: Nothing is kept of this client any more: on leave or not, the coach hears it.
GONE = frozenset({"refused", erasing.ERASED, erasing.SIGNALLED})


def claim_asked(act: DeskAct) -> None:
    """Somebody opened a client's link: is it them? The deputy is asked too while the coach is on leave."""
    event = act.event
    assert isinstance(event, e.ClaimAsked)
    card = act.file.card(event.client)
    if event.coach:
        _tell_claim(act, event)
        return
    if card is None:
        act.reason = "not a client of this coach"
        return
    act.file = act.file.with_card(but(card, claimed=True))
    deputies.pass_claim(act, event, card)
    _tell_claim(act, event)


def _tell_claim(act: DeskAct, event: e.ClaimAsked) -> None:
    act.say(
        "desk.claim",
        slot=f"claim:{event.client}",
        below=True,
        once=True,
        kind=LetterClass.QUESTION,
        client=event.client,
        name=event.name,
        display_name=event.display_name,
        coach=event.coach,
        coach_name=event.coach_name,
    )


def told(act: DeskAct) -> None:
    """Word from a client's file, for this coach or the deputy; only alerts come in the quiet hours."""
    event = act.event
    assert isinstance(event, e.ClientTold)
    if deputies.passed_on(act, event, both=URGENT | GONE, answers=ANSWERS):
        act.reason = "on leave: told to the deputy"
    else:
        _tell(act, event)
    card = act.file.card(event.client)
    if event.what in {"let_go", "taken_back"} and card is not None:
        act.file = act.file.with_card(but(card, claimed=False))
    if event.what in GONE:
        act.file = act.file.without_card(event.client)
        deputies.settled(act, event.client)
        DESK.walk(act, "gone")


def _tell(act: DeskAct, event: e.ClientTold) -> None:
    later = None if event.what in URGENT | ANSWERS else deputies.morning_after(act)
    values = {"what": event.what, "client": event.client, "name": event.name, "detail": event.detail}
    if event.coach:
        values |= {"coach": event.coach, "coach_name": event.coach_name}
    kind = LetterClass.ALERT if event.what in URGENT else LetterClass.QUESTION
    act.say(
        "desk.told", kind=kind, not_before=later, slot=f"told:{event.client}:{event.what}", below=True, values=values
    )
