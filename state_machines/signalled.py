"""What follows a safety signal (R22, tone 26). The rules in prose; one short function an event below.

- The fixed text comes first and alone, at every signal, however many there were. The coach is told at once that contact
  is needed, never what was written.
- Nobody marked it as being dealt with: after ten minutes the coach is alerted again, after ten more the coach and the
  deputy. Only "I contact ..." ends that; nothing the client says or taps does. A signal that comes meanwhile doesn't
  put the alerts off. One that comes after them, while the first still waits, reaches the deputy at once too.
- For 24 hours the bot begins nothing for this client: prompts, nudges and reminders are left out, step messages wait
  (`hold`, `ClientAct.why_not_begin`, `schedule.after_quiet`); a prompt that is on its way still isn't sent. What the
  client begins goes on as always.
- Instead comes one plain "how is it now?", the next morning or when the 24 hours are over, never in quiet hours. An
  answer to it goes on where it was, and takes nothing back.
- Words about somebody else or long ago (T3): one line, and on.

The plan isn't touched (R2). The moments are rows in the store: a restart loses none, and after a long gap the alert
that is due goes once, to coach and deputy together.
"""

from datetime import datetime, timedelta

from state_machines import contacts, days, duty, hold, menu, schedule
from state_machines.effects import LetterClass, Value
from state_machines.events import NeedMet, SafetyAnswered, SafetySignalled, Woke
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct

SECOND, THIRD = 2, 3
NEED = "safety"
AGAIN_AFTER, DEPUTY_AFTER = timedelta(minutes=10), timedelta(minutes=20)
#: "How is it now?" comes in a morning that is at least so far away, and not later than a day after its moment.
REST, ASK_WITHIN = timedelta(hours=2), timedelta(hours=24)
#: What the coach hears of an answer to the safety text; of "it's going better" nothing.
TOLD = {"call": "safety_call", "misread": "safety_misread"}


def signal(act: ClientAct) -> None:
    """Words that may point to danger: the fixed text first and alone, then the coach, then the 24 hours."""
    event = act.event
    assert isinstance(event, SafetySignalled)
    if event.message_id is not None:
        menu.count_note(act, event.message_id)
    if event.tier == THIRD:
        act.say("safety.line", kind=LetterClass.SAFETY)
        return
    act.file = contacts.left_off(act.file)
    act.say(
        "safety.gentle" if event.tier == SECOND else "safety.block",
        kind=LetterClass.SAFETY,
        kept=bool(event.text),
        people=event.tier == 0 and contacts.may_keep(act.file),
        values=_reader(act),
    )
    _alert(act)
    _hold(act)


def _reader(act: ClientAct) -> dict[str, Value]:
    """Who reads first and from when, so that the text can be honest about it."""
    first = duty.reader(act.file, act.at)
    return {"reads": first.at, "deputy": first.deputy}


def _alert(act: ClientAct) -> None:
    """Tell the coach, and set the next alert unless one is set already."""
    since = _since(act.file)
    if since is None or act.at >= since + DEPUTY_AFTER:
        act.file = act.file.met(NEED).need(NEED, act.at)
        act.wake("signal", act.at.date(), act.at + AGAIN_AFTER)
    act.tell_coach(NEED, also_deputy=since is not None and act.at >= since + DEPUTY_AFTER)


def _since(file: Client) -> datetime | None:
    """Since when contact is needed and nobody marked it; the alerts are counted from there."""
    return next((need.since for need in file.needs if need.kind == NEED), None)


def alert_again(act: ClientAct) -> None:
    """Nobody marked it as being dealt with: the coach again, at last the deputy too. Without content, at any hour."""
    since = _since(act.file)
    if since is None:
        act.reason = "it is being dealt with"
    elif act.at < since + AGAIN_AFTER:
        act.reason = "an earlier signal's; the newer one has its own"
    elif act.at < since + DEPUTY_AFTER:
        act.tell_coach("safety_again")
        act.wake("signal", since.date(), since + DEPUTY_AFTER)
    else:
        act.tell_coach("safety_unanswered" if act.file.deputy else "safety_alone", also_deputy=True)


def dealt_with(act: ClientAct, before: Client) -> None:
    """Somebody contacts the client: the alerts end. The 24 hours don't, nor does "how is it now?".

    When it is the deputy, the coach hears so: who was alerted must not have to guess.
    """
    event, since = act.event, _since(before)
    assert isinstance(event, NeedMet)
    if since is not None:
        act.wake("signal", since.date(), None)
        if event.by:
            act.tell_coach("safety_taken", event.by)


# --- the 24 hours -------------------------------------------------------------------------------------------------


def _hold(act: ClientAct) -> None:
    """The bot begins nothing for 24 hours; the check-in that would fall into them moves on, and the question is set."""
    earlier = act.file.safety_until
    hold.after_signal(act)
    act.hush = frozenset({LetterClass.PROMPT})
    until = act.file.safety_until
    if until is None or act.file.journey not in COACHED:
        return
    if earlier is not None and earlier.date() != until.date():
        act.wake("how_now", earlier.date(), None)
    act.wake("how_now", until.date(), _ask_at(act.file, act.at, until), expires=until + ASK_WITHIN)
    if act.file.journey == "coaching":
        schedule.set_checkin(act)


def not_ahead(act: ClientAct) -> None:
    """After the clock was set back: the alerts count from now on, and the 24 hours are no more than that (R22)."""
    since, until = _since(act.file), act.file.safety_until
    if since is not None and since > act.at:
        act.wake("signal", since.date(), None)
        act.file = act.file.met(NEED).need(NEED, act.at)
        act.wake("signal", act.at.date(), act.at + AGAIN_AFTER)
    if until is not None and until > act.at + timedelta(hours=hold.SAFETY_HOURS):
        act.wake("how_now", until.date(), None)
        hold.after_signal(act)
        until = act.at + timedelta(hours=hold.SAFETY_HOURS)
        act.wake("how_now", until.date(), _ask_at(act.file, act.at, until), expires=until + ASK_WITHIN)


def _ask_at(file: Client, at: datetime, until: datetime) -> datetime:
    """The next morning that isn't too near, or the end of the hold; outside the quiet hours."""
    today = file.today(at)
    mornings = (days.moment(today + timedelta(days=n), file.morning, file.zone) for n in range(3))
    return schedule.outside_quiet(file, min(next(m for m in mornings if m >= at + REST), until))


def ask_how_it_is(act: ClientAct) -> None:
    """One plain "how is it now?", with the same numbers: safety, so not counted among the two of a day (R39)."""
    event, file = act.event, act.file
    assert isinstance(event, Woke)
    if event.expired or file.journey not in COACHED or file.chat is None:
        act.reason = "too late to be of use" if event.expired else f"no chat, or the journey is {file.journey}"
    elif days.is_quiet(act.at, file.zone, file.quiet):
        later = schedule.outside_quiet(file, act.at)
        act.wake("how_now", event.day, later, expires=later + ASK_WITHIN)
        act.reason = "quiet hours: set for the morning"
    else:
        act.say("safety.now", kind=LetterClass.QUESTION, slot="safety.now", below=True)


# --- what the client answers --------------------------------------------------------------------------------------


def answer(act: ClientAct) -> None:
    """Call me, I meant it differently, it's going better: the coach's signal stands, whatever it is (tone 26)."""
    event = act.event
    assert isinstance(event, SafetyAnswered)
    if event.choice == "call":
        act.file = act.file.need("call", act.at)
    if event.choice in TOLD:
        act.tell_coach(TOLD[event.choice])
    act.say(f"safety.{event.choice}", kind=LetterClass.SAFETY, values=_reader(act))
