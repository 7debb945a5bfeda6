"""A person takes the conversation over, in the client's file (issue 4: hand-over to a person). The rules in prose.

- From then on what the client types goes to that person, and their words to the client, each with a name on it. The
  client's buttons and commands keep working; a safety signal still gets its fixed text first, and isn't passed on.
- One at a time: a coach and a deputy can't both have it. Without consent nothing typed is kept or passed.
- It goes back to Trede when the person gives it back, when the client wants that, or so many minutes after the last
  message of either; also when the client stops, gets a new link, another coach, or can't be reached.
- Meanwhile the check-in waits; the reminders of the step go on. The plan isn't touched (R2).
- A person can also write once, without taking over. Outside a conversation that waits for the end of the quiet hours.
- Words pass through. They stay in the client's own file as events, and at no desk.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from state_machines import days, schedule
from state_machines.effects import LetterClass, Value
from state_machines.events import ClientSaid, CoachWrote, GivenBack, TakenOver, TalkTold, Woke, WordsPassed
from state_machines.files import COACHED, Client, Typed, but
from state_machines.hand_over import Talk
from state_machines.machine import ClientAct

SUBJECT = "talk"
#: A longer text goes in parts; a message of Telegram has room for 4096 UTF-16 units, the name of who writes included.
MOST_UNITS = 3800
#: So long after a conversation has ended by itself the check-in comes that waited for it.
BREATH = timedelta(minutes=5)


def take(act: ClientAct) -> None:
    """The conversation is taken over, or why it can't be."""
    event, file = act.event, act.file
    assert isinstance(event, TakenOver)
    why = _why_not(file, event.by)
    if why:
        _tell(act, event.by, "refused", why, deputy=event.deputy)
        return
    talk = Talk(by=event.by, name=event.name, since=act.today, last=act.at, minutes=event.minutes, deputy=event.deputy)
    known = file.talk is not None
    if file.talk is not None:
        _wake(act, file.talk, None)
    act.change(talk=talk, asking="")
    _wake(act, talk, talk.until)
    if not known:
        act.say("talk.begun", kind=LetterClass.QUESTION, slot="talk", below=True)
    _tell(act, event.by, "begun", deputy=event.deputy)


def send(act: ClientAct) -> None:
    """A person's own words for the client; outside a conversation not in the quiet hours."""
    event, file = act.event, act.file
    assert isinstance(event, CoachWrote)
    why = _why_not(file, event.by)
    if why:
        _tell(act, event.by, "not_sent", why, deputy=event.deputy)
        return
    later = act.at if file.talk else schedule.outside_quiet(file, act.at)
    for part in parts(event.text):
        values: dict[str, Value] = {"name": event.name, "text": part, "deputy": event.deputy}
        act.say("talk.wrote", kind=LetterClass.QUESTION, once=True, not_before=later, values=values)
    if file.talk:
        _go_on(act, file.talk)
    else:
        state = "later" if later > act.at else "sent"
        _tell(act, event.by, state, detail=later.isoformat(), deputy=event.deputy)


def hear(act: ClientAct) -> None:
    """What the client typed goes to the person, who alone answers it."""
    event, talk = act.event, act.file.talk
    assert isinstance(event, WordsPassed)
    if talk is None:
        act.say("stale.talk", slot="stale", below=True)
        return
    act.file = act.file.remember(Typed(message_id=event.message_id, date=act.today, subject=SUBJECT))
    said = ClientSaid(at=act.at, client=act.file.id, name=act.file.name, text=event.passing, edited=event.edited)
    act.pass_on(talk.by, said)
    _go_on(act, talk)
    act.reason = "passed on to a person"


def give_back(act: ClientAct) -> None:
    """The person gives it back."""
    event, talk = act.event, act.file.talk
    assert isinstance(event, GivenBack)
    if talk is None or talk.by != event.by:
        act.reason = "it was over already"
        return
    _end(act, talk, "given_back")


def run_out(act: ClientAct) -> None:
    """Nobody wrote for as long as was set."""
    talk = act.file.talk
    assert isinstance(act.event, Woke)
    if talk is None or act.at < talk.until:
        act.reason = "it was over already" if talk is None else "there were words since"
        return
    _end(act, talk, "time", not_before=schedule.outside_quiet(act.file, act.at))


def not_ahead(act: ClientAct) -> None:
    """After the clock was set back: its last words were said now at the latest."""
    talk = act.file.talk
    if talk is not None and talk.last > act.at:
        _go_on(act, talk)


def stop(act: ClientAct) -> None:
    """The client would rather not go on with it."""
    talk = act.file.talk
    if talk is None:
        act.say("stale.talk", slot="stale", below=True)
    else:
        _end(act, talk, "client")


def drop(act: ClientAct, why: str) -> None:
    """It ends because of something that is told elsewhere: left | new_link | unreachable | new_coach."""
    talk = act.file.talk
    if talk is None:
        return
    act.change(talk=None)
    _wake(act, talk, None)
    _tell(act, talk.by, "over", why, deputy=talk.deputy)


def put_off(act: ClientAct) -> bool:
    """A check-in that comes due waits for the end of the conversation, if that is in time; True if it waits."""
    event, talk = act.event, act.file.talk
    if talk is None or not isinstance(event, Woke) or event.day != act.today:
        return False
    end = days.window_end(event.day, act.file.zone, act.file.quiet)
    later = talk.until + BREATH
    if not act.at < later < end:
        return False
    act.wake(event.kind, event.day, later, expires=end)
    act.reason = "a person talks with the client"
    return True


def parts(text: str, most: int = MOST_UNITS) -> Iterator[str]:
    """The text in pieces of at most `most` UTF-16 units, cut at a line or word where there is one."""
    while _units(text) > most:
        piece = text[:most]
        while _units(piece) > most:
            piece = piece[: len(piece) - (_units(piece) - most + 1) // 2]
        cut = max(piece.rfind("\n"), piece.rfind(" "))
        piece = piece[:cut] if cut > most // 2 else piece
        yield piece
        text = text[len(piece) :].lstrip()
    yield text


def _units(text: str) -> int:
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


# --- how ----------------------------------------------------------------------------------------------------------


def _why_not(file: Client, by: str) -> str:
    """Why a person can't reach the client here now; empty when they can."""
    if file.journey not in COACHED:
        return "left" if file.journey == "left" else "not_yet"
    if file.chat is None or file.unreachable is not None:
        return "unreachable"
    return "other" if file.talk is not None and file.talk.by != by else ""


def _go_on(act: ClientAct, talk: Talk) -> None:
    """There were words: from now on the time counts again."""
    later = but(talk, last=act.at)
    act.change(talk=later)
    _wake(act, talk, later.until)


def _end(act: ClientAct, talk: Talk, how: str, not_before: datetime | None = None) -> None:
    act.change(talk=None)
    _wake(act, talk, None)
    values = {"name": talk.name, "how": how}
    act.say("talk.over", kind=LetterClass.QUESTION, slot="talk", below=True, not_before=not_before, values=values)
    _tell(act, talk.by, "over", how, deputy=talk.deputy)


def _wake(act: ClientAct, talk: Talk, at: datetime | None) -> None:
    """The moment at which it ends by itself; None takes it back."""
    act.wake("talk", talk.since, at)


def _tell(act: ClientAct, to: str, state: str, why: str = "", detail: str = "", *, deputy: bool) -> None:
    """Word to who writes or talks; who has it already, when that is why."""
    file = act.file
    named = file.talk.name if why == "other" and file.talk else detail
    coach = file.coach if deputy else ""
    told = TalkTold(at=act.at, client=file.id, name=file.name, state=state, why=why, detail=named, coach=coach)
    act.pass_on(to, told)
    act.reason = act.reason or f"{state} {why}".strip()
