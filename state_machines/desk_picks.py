"""The buttons of a coach's desk: one short function for each thing that a button can be for, found by name."""

from collections.abc import Callable

from state_machines import deputies, policy
from state_machines import events as e
from state_machines.desk import DESK, DeskAct
from state_machines.desk_changes import day_named
from state_machines.desk_plan import MENDED
from state_machines.desk_settings import pick_language, pick_nothing, pick_summary_time, pick_talk_minutes, pick_weekday
from state_machines.files import but

Pick = Callable[[DeskAct, e.DeskPicked], None]


def picked(act: DeskAct) -> None:
    """The button, if it is about one of this coach's clients, or about none."""
    event = act.event
    assert isinstance(event, e.DeskPicked)
    about_a_client = event.what in ABOUT_A_CLIENT
    known = act.file.card(event.client) is not None
    pick = PICKS.get(event.what, pick_nothing)
    fits = known if about_a_client else not event.client or known or event.what in OWN
    whose = policy.OWN if fits else policy.FOREIGN
    (pick if policy.may(policy.COACH, f"pick.{event.what}", whose) else pick_nothing)(act, event)


def _pick_menu(act: DeskAct, event: e.DeskPicked) -> None:
    act.say("desk.plan_menu", slot="desk.plan", below=True, client=event.client)


def _begin(trigger: str) -> Pick:
    """A dialogue about a client's plan begins; another one that was open is left."""

    def pick(act: DeskAct, _: e.DeskPicked) -> None:
        DESK.walk(act, trigger)

    return pick


def _pick_evaluation(act: DeskAct, event: e.DeskPicked) -> None:
    """The evaluation of a date, when the button names one; else the date is asked."""
    DESK.walk(act, "evaluation_of" if day_named(event.value) else "evaluation")


def _in_dialogue(act: DeskAct, event: e.DeskPicked) -> bool:
    """The button belongs to the dialogue that is open, about the same client."""
    return act.file.sketch is not None and act.file.sketch.client == event.client


def _pick_back(act: DeskAct, event: e.DeskPicked) -> None:
    """One step back, from the step that the button was shown with."""
    if not (_in_dialogue(act, event) and event.value == act.state and DESK.walk(act, "back")):
        pick_nothing(act, event)


def _pick_change(act: DeskAct, event: e.DeskPicked) -> None:
    """What to change in the whole that is on the desk; the whole stays open."""
    if act.state == "check" and _in_dialogue(act, event):
        act.say("desk.plan_change", slot="desk.plan", below=True, client=event.client)
    else:
        pick_nothing(act, event)


def _pick_mend(act: DeskAct, event: e.DeskPicked) -> None:
    mends = event.value in MENDED and _in_dialogue(act, event)
    if not (mends and DESK.walk(act, f"mend_{event.value}")):
        pick_nothing(act, event)


def _pick_register(act: DeskAct, event: e.DeskPicked) -> None:
    if not (act.state == "check" and _in_dialogue(act, event) and DESK.walk(act, "register")):
        pick_nothing(act, event)


def _pick_cancel(act: DeskAct, _: e.DeskPicked) -> None:
    DESK.walk(act, "cancel")


def _pick_logbook(act: DeskAct, event: e.DeskPicked) -> None:
    act.say("desk.trajectory", slot=f"desk.logbook:{event.client}", below=True, recipe=True, client=event.client)


def _pick_rule(act: DeskAct, event: e.DeskPicked) -> None:
    """The complaint rule with its evidence for this client: why now, or why not (R19)."""
    act.say("desk.rule", slot=f"desk.rule:{event.client}", below=True, recipe=True, client=event.client)


def _pick_messages(act: DeskAct, event: e.DeskPicked) -> None:
    """The messages to this client: planned, arrived, answered."""
    act.say("desk.messages", slot=f"desk.messages:{event.client}", below=True, recipe=True, client=event.client)


def _pick_erase(act: DeskAct, event: e.DeskPicked) -> None:
    """The client asked for it: what is erased and what stays, before anything is (R34)."""
    act.say("desk.erase", slot=f"erase:{event.client}", below=True, client=event.client, day=act.today)


def _pick_erase_sure(act: DeskAct, event: e.DeskPicked) -> None:
    """Erase now; a page of another day asks once more."""
    if event.value != act.today.isoformat():
        _pick_erase(act, event)
        return
    act.pass_on(event.client, e.ErasureAsked(at=act.at))
    act.say("desk.erasing", slot=f"erase:{event.client}")


def _pick_erase_not(act: DeskAct, event: e.DeskPicked) -> None:
    act.say("desk.erase_not", slot=f"erase:{event.client}", client=event.client)


def _pick_claim(act: DeskAct, event: e.DeskPicked) -> None:
    card = act.file.card(event.client)
    if card is None or not card.claimed:
        pick_nothing(act, event)
        return
    right = event.value == "yes"
    act.file = act.file.with_card(but(card, claimed=False))
    act.pass_on(event.client, e.ClaimAnswered(at=act.at, right=right))
    act.say("desk.claim_yes" if right else "desk.claim_no", slot=f"claim:{event.client}", client=event.client)


def _pick_met(act: DeskAct, event: e.DeskPicked) -> None:
    act.pass_on(event.client, e.NeedMet(at=act.at, kind=event.value))
    deputies.settled(act, event.client)
    act.say("desk.met", slot=f"told:{event.client}:{event.value}", below=True, client=event.client, kind_of=event.value)


def _pick_read(act: DeskAct, event: e.DeskPicked) -> None:
    act.pass_on(event.client, e.WeekRead(at=act.at))
    act.say("desk.read", slot="desk.read", below=True, client=event.client)


def _pick_deputy(act: DeskAct, event: e.DeskPicked) -> None:
    """This colleague stands in, or nobody does."""
    deputies.choose(act, event.value)


def _pick_leave_over(act: DeskAct, _: e.DeskPicked) -> None:
    deputies.set_leave(act, None)


def _pick_give_back(act: DeskAct, event: e.DeskPicked) -> None:
    """The conversation with this client, when it is the one that is on."""
    other = act.file.with_client
    if not (other is not None and other.client == event.client and DESK.walk(act, "give_back")):
        pick_nothing(act, event)


#: What a button can be for; the tables of the desk decide what then happens.
PICKS: dict[str, Pick] = {
    "plan_menu": _pick_menu,
    "plan": _begin("plan"),
    "leeway": _begin("leeway"),
    "stop": _begin("stop"),
    "evaluation": _pick_evaluation,
    "consult": _begin("consult"),
    "back": _pick_back,
    "change": _pick_change,
    "mend": _pick_mend,
    "register": _pick_register,
    "cancel": _pick_cancel,
    "logbook": _pick_logbook,
    "rule": _pick_rule,
    "messages": _pick_messages,
    "erase": _pick_erase,
    "erase_sure": _pick_erase_sure,
    "erase_not": _pick_erase_not,
    "claim": _pick_claim,
    "met": _pick_met,
    "read": _pick_read,
    "language": pick_language,
    "summary_time": pick_summary_time,
    "weekday": pick_weekday,
    "write": _begin("write"),
    "take": _begin("take"),
    "give_back": _pick_give_back,
    "deputy": _pick_deputy,
    "leave": _begin("leave"),
    "leave_over": _pick_leave_over,
    "talk_minutes": pick_talk_minutes,
}
#: About the coach alone, or about whom they talk with, who may be another coach's client.
OWN = frozenset({"deputy", "leave", "leave_over", "talk_minutes", "give_back"})
ABOUT_A_CLIENT = PICKS.keys() - {"cancel", "language", "summary_time", "weekday"} - OWN
