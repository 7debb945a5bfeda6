"""Early signs of relapse (R26): the client's own list, and in their own words what they do then.

- At most twelve. A sign is chosen from the suggestions or typed; an answer of one's own is typed, and may stay open.
- Which sign is meant travels as its words, so that an older keyboard never changes another one.
- Once a week the check-in asks whether one was noticed (`questions`). The client's answer is shown back, and nothing
  else: relapse is part of learning.
- The coach sees when one was noticed. No sign changes the plan (R2), nor counts as a complaint (R19).
"""

from collections.abc import Callable

from state_machines import own_lists
from state_machines.case import Sign
from state_machines.effects import LetterClass
from state_machines.events import SignChosen
from state_machines.files import LIST_MOST, Client, Typed, but
from state_machines.machine import ClientAct
from state_machines.questions import SIGNS

#: Characters of a sign and of an answer, so that twelve of each fit in one message; the log keeps all that was typed.
LONGEST_SIGN, LONGEST_ANSWER = 60, 240
#: What is typed belongs to the list while `asking` begins with this; then new, or answer or rename with the sign.
TYPING = "sign:"
NEW, ANSWER, RENAME = f"{TYPING}new", f"{TYPING}answer:", f"{TYPING}rename:"
#: The question that fills the list in the first week.
LIST = "list_signs"
SLOT = "signs"


def found(file: Client, sign: str) -> Sign | None:
    """The sign with these words, in any case; None when it isn't on the list, or no longer."""
    return next((each for each in file.signs if each.sign.casefold() == sign.casefold()), None)


def left_off(file: Client) -> Client:
    """The file when the client goes on with something else: what is typed next belongs to that."""
    return but(file, asking="") if file.asking.startswith(TYPING) else file


def choose(act: ClientAct) -> None:
    """A command, a button or words about the list. One about a sign that is gone shows the list."""
    event = act.event
    assert isinstance(event, SignChosen)
    act.file = left_off(act.file)
    sign = found(act.file, event.sign)
    if event.choice in OF_ONE and sign is not None:
        OF_ONE[event.choice](act, event, sign)
    else:
        OF_ALL.get(event.choice, _list)(act, event)


# --- the list -----------------------------------------------------------------------------------------------------


def _show(act: ClientAct, _: SignChosen) -> None:
    act.say("signs.list", kind=LetterClass.QUESTION, slot=SLOT, below=True)


def _list(act: ClientAct, event: SignChosen) -> None:
    act.say("signs.list", kind=LetterClass.QUESTION, slot=SLOT, below=_was_typed(event))


def _add(act: ClientAct, event: SignChosen) -> None:
    """Ask for one more; a full list is shown with what can be done."""
    if len(act.file.signs) >= LIST_MOST:
        act.say("signs.list", kind=LetterClass.QUESTION, slot=SLOT, below=_was_typed(event), note="full")
        return
    act.change(asking="" if act.file.buttons_only else NEW)
    act.say("signs.add", kind=LetterClass.QUESTION, slot=SLOT)


def _new(act: ClientAct, event: SignChosen) -> None:
    """One more sign; then what the client does, for who types. The check-in then doesn't ask for the list any more."""
    words = _on_one_line(event.words)
    sign, cut = words[:LONGEST_SIGN].rstrip(), len(words) > LONGEST_SIGN
    if not sign or len(act.file.signs) >= LIST_MOST:
        _add(act, event)
        return
    known = found(act.file, sign)
    if known is not None:
        _show_one(act, event, known, note="known")
        return
    act.file = own_lists.added(act.file, own_lists.SIGNS, sign)
    if LIST not in act.file.lists_asked:
        act.change(lists_asked=(*act.file.lists_asked, LIST))
    _remember(act, event, RENAME + sign)
    if act.file.buttons_only:
        act.say("signs.list", kind=LetterClass.QUESTION, slot=SLOT, note="added", sign=sign)
    else:
        _ask_answer(act, event, Sign(sign=sign), note="added", cut=cut)


# --- one sign -----------------------------------------------------------------------------------------------------


def _one(act: ClientAct, event: SignChosen, sign: Sign) -> None:
    _show_one(act, event, sign)


def _write(act: ClientAct, event: SignChosen, sign: Sign) -> None:
    if act.file.buttons_only:
        _show_one(act, event, sign)
    else:
        _ask_answer(act, event, sign)


def _answer(act: ClientAct, event: SignChosen, sign: Sign) -> None:
    """The client's own answer: as typed, on its own lines; no words leave it as it is."""
    words = event.words.strip()
    kept = but(sign, answer=words[:LONGEST_ANSWER].rstrip()) if words else sign
    _put(act, sign, kept)
    _remember(act, event, ANSWER + kept.sign)
    _show_one(act, event, kept, note="kept", cut=len(words) > LONGEST_ANSWER)


def _rename(act: ClientAct, event: SignChosen, sign: Sign) -> None:
    if act.file.buttons_only:
        _show_one(act, event, sign)
        return
    act.change(asking=RENAME + sign.sign)
    act.say("signs.rename", kind=LetterClass.QUESTION, slot=SLOT, sign=sign.sign)


def _renamed(act: ClientAct, event: SignChosen, sign: Sign) -> None:
    """Other words for the same sign, unless they are those of another one."""
    words = _on_one_line(event.words)
    name = words[:LONGEST_SIGN].rstrip()
    other = found(act.file, name)
    if other is not None and other != sign:
        _show_one(act, event, other, note="known")
        return
    kept = but(sign, sign=name) if name else sign
    _put(act, sign, kept)
    _remember(act, event, RENAME + kept.sign)
    _show_one(act, event, kept, note="renamed", cut=len(words) > LONGEST_SIGN)


def _remove(act: ClientAct, _: SignChosen, sign: Sign) -> None:
    act.say("signs.remove", kind=LetterClass.QUESTION, slot=SLOT, sign=sign.sign)


def _removed(act: ClientAct, _: SignChosen, sign: Sign) -> None:
    """Off the list; with the last one goes the question of today, when it wasn't asked yet."""
    act.change(signs=tuple(each for each in act.file.signs if each != sign))
    day = act.file.day
    if not act.file.signs and day is not None and day.turn == SIGNS and day.at != SIGNS:
        act.change(day=but(day, turn=""))
    act.say("signs.list", kind=LetterClass.QUESTION, slot=SLOT, note="removed", sign=sign.sign)


Whole = Callable[[ClientAct, SignChosen], None]
Single = Callable[[ClientAct, SignChosen, Sign], None]
OF_ALL: dict[str, Whole] = {"show": _show, "list": _list, "add": _add, "new": _new}
OF_ONE: dict[str, Single] = {
    "one": _one,
    "write": _write,
    "answer": _answer,
    "rename": _rename,
    "renamed": _renamed,
    "remove": _remove,
    "removed": _removed,
}


# --- how ----------------------------------------------------------------------------------------------------------


def _show_one(act: ClientAct, event: SignChosen, sign: Sign, *, note: str = "", cut: bool = False) -> None:
    below = _was_typed(event)
    act.say("signs.one", kind=LetterClass.QUESTION, slot=SLOT, below=below, sign=sign.sign, note=note, cut=cut)


def _ask_answer(act: ClientAct, event: SignChosen, sign: Sign, *, note: str = "", cut: bool = False) -> None:
    act.change(asking=ANSWER + sign.sign)
    below = _was_typed(event)
    act.say("signs.write", kind=LetterClass.QUESTION, slot=SLOT, below=below, sign=sign.sign, note=note, cut=cut)


def _put(act: ClientAct, sign: Sign, kept: Sign) -> None:
    act.change(signs=tuple(kept if each == sign else each for each in act.file.signs))


def _remember(act: ClientAct, event: SignChosen, subject: str) -> None:
    """What an edit of this message corrects."""
    if event.message_id is not None:
        act.file = act.file.remember(Typed(message_id=event.message_id, date=act.today, subject=subject))


def _was_typed(event: SignChosen) -> bool:
    return event.message_id is not None


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
