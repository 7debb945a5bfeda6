"""A complaint in words: `/klacht` (R18). Heard first; then the client says what is to happen with it.

- First: can it wait? What can't wait gets fixed words and people: the coach hears that help was sought, not about what.
- What can wait is told in own words, or without words by a choice alone (as who uses buttons only does). What is typed
  is a note of the diary at once, closed to everybody, so that nothing is lost by whatever comes in between.
- Then one of three: only written down; discussed with the coach, who may read these words and hears of it; or put ready
  for the physician, as a report that the client still reads and releases (`referral.ask`).
- It makes its day a bad one (R19), and asks its 0-10 at once: the day's complaint score, which the check-in then
  doesn't ask again. Skipped, it stays missing, and the check-in asks it.
- A button of another day changes nothing, except that what can't wait never waits.

Only this command and its buttons make a complaint: no words anywhere else are taken for one. The plan stands (R2).
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from textwrap import wrap

from state_machines import checkin, complaints, duty, menu, referral
from state_machines.case import Told
from state_machines.effects import LetterClass
from state_machines.events import Answered, ComplaintVoiced
from state_machines.files import COACHED, COMPLAINT, Answer, Client, but
from state_machines.machine import ClientAct

SLOT = "complaint"
QUESTION = COMPLAINT
#: What is typed belongs to the complaint while `asking` begins with this; at which of its questions.
TYPING = complaints.TYPING
FIRST, WORDS, SCORE = f"{TYPING}first", f"{TYPING}words", f"{TYPING}score"
#: What the coach has on the list.
URGENT, TO_DISCUSS = "complaint_urgent", "complaint"
#: What can be done with what was told.
KEEP, DISCUSS, PHYSICIAN = "keep", "discuss", "physician"
WITH_WORDS = (KEEP, DISCUSS, PHYSICIAN)
#: How much of one message is at hand for the physician (the diary has all), and of how many messages.
LONGEST, MOST_TOLD = 2500, 3
HIGHEST = 10


def choose(act: ClientAct) -> None:
    """A step of the complaint; an unknown choice, or a button of another day, begins it anew."""
    event = act.event
    assert isinstance(event, ComplaintVoiced)
    if _is_late(act.file, event):
        _show(act, "earlier")
    else:
        CHOICES.get(event.choice, _show)(act)


def _is_late(file: Client, event: ComplaintVoiced) -> bool:
    """A button of an earlier day: a score is today's; a choice may also be about words told before midnight."""
    today = file.day.date if file.day else None
    if event.day is None or event.day == today:
        return False
    told = any(each.day == event.day for each in file.complaints.told)
    return event.choice == "score" or (event.choice in WITH_WORDS and not told)


def urgent(act: ClientAct) -> None:
    """It can't wait: who to call, at once and in every state; the coach hears that help was sought."""
    act.change(asking="")
    if act.file.journey in COACHED:
        _make_bad(act)
    act.file = act.file.need(URGENT, act.at)
    act.tell_coach(URGENT)
    first = duty.reader(act.file, act.at)
    act.say("complaint.urgent", kind=LetterClass.SAFETY, reads=first.at, deputy=first.deputy)


def _show(act: ClientAct, note: str = "") -> None:
    """Can it wait? What was told before is settled by then: it is in the diary."""
    _keep_told(act)
    act.change(asking=FIRST)
    act.say("complaint.show", kind=LetterClass.QUESTION, slot=SLOT, below=True, note=note)


def _can_wait(act: ClientAct) -> None:
    """In own words, or by a choice; who typed already only has to choose."""
    name = "complaint.what" if act.file.complaints.told else "complaint.words"
    act.say(name, kind=LetterClass.QUESTION, slot=SLOT, below=act.file.asking != FIRST)
    act.change(asking="" if act.file.buttons_only else WORDS)


def _words(act: ClientAct) -> None:
    """Own words: kept as a closed note, whichever question was open; then what is to happen with them."""
    event = act.event
    assert isinstance(event, ComplaintVoiced)
    first = act.file.asking == FIRST
    if event.words and event.message_id is not None:
        told = Told(day=act.today, note=menu.count_note(act, event.message_id), words=event.words[:LONGEST])
        kept = tuple(each for each in act.file.complaints.told if each.day == act.today)
        _keep_told(act, *(*kept, told)[-MOST_TOLD:])
        _make_bad(act)
    act.change(asking=FIRST if first else WORDS)
    name = "complaint.show" if first else "complaint.what"
    act.say(name, kind=LetterClass.QUESTION, slot=SLOT, below=True, note="told")


def _keep(act: ClientAct) -> None:
    """Only written down."""
    _settle(act, KEEP, "complaint.kept")


def _discuss(act: ClientAct) -> None:
    """The coach hears that the client wants to discuss something, and may read these words."""
    new = any(DISCUSS not in each.done for each in act.file.complaints.told)
    waits = any(need.kind == TO_DISCUSS for need in act.file.needs)
    act.file = act.file.need(TO_DISCUSS, act.at)
    if new or not waits:
        act.tell_coach(TO_DISCUSS, "words" if act.file.complaints.told else "")
    _settle(act, DISCUSS, "complaint.discussed")


def _physician(act: ClientAct) -> None:
    """Put ready for the physician: a report with these words, which the client reads first.

    With one at the physician already there is no place for them: they are written down, and where that one is is said.
    """
    found = referral.open_one(act.file)
    waits = found is not None and found.state not in referral.WITH_CLIENT
    asked = referral.ask(act.file, act.event, _words_for_physician(act.file))
    act.file = asked.file
    act.effects += asked.effects
    _settle(act, *((KEEP, "complaint.kept") if waits else (PHYSICIAN, "complaint.ready")))


def _settle(act: ClientAct, done: str, name: str) -> None:
    """What was chosen is done; the 0-10 is asked at once, unless the day has it or the words are yesterday's."""
    told, day = act.file.complaints.told, act.file.day
    of_today = not told or told[-1].day == act.today
    if not told:
        _make_bad(act)
    _keep_told(act, *(but(each, done=tuple(dict.fromkeys((*each.done, done)))) for each in told))
    asks = of_today and day is not None and day.number(QUESTION) is None
    act.change(asking=SCORE if asks else "")
    act.say(name, kind=LetterClass.QUESTION, slot=SLOT, words=bool(told), asks=asks)


def _score(act: ClientAct) -> None:
    """The 0-10 of today: the check-in's answer, wherever the check-in is; skipped, it is missing."""
    event, day = act.event, act.file.day
    assert isinstance(event, ComplaintVoiced)
    number = event.number
    if day is None or (number is not None and not 0 <= number <= HIGHEST):
        act.change(asking=SCORE)
        act.say("complaint.score", kind=LetterClass.QUESTION, slot=SLOT, below=True, note="out_of_range")
        return
    act.change(asking="")
    if number is not None:
        _keep_score(act, number)
    act.say("complaint.scored", slot=SLOT, below=event.message_id is not None, given=number is not None)


def _keep_score(act: ClientAct, number: Decimal) -> None:
    """Today's answer; a check-in that stands open at this very question goes on with it."""
    day = act.file.day
    assert day is not None
    if day.at == QUESTION and day.state in checkin.UNDERWAY:
        answered = Answered(at=act.at, day=day.date, question=QUESTION, number=number, ready=True)
        walked = checkin.walk(act.file, answered, "answer")
        act.file = walked.file
        act.effects += walked.effects
    else:
        act.change(day=day.keep(Answer(question=QUESTION, at=act.at, number=number)))
    complaints.watch(act)


def _make_bad(act: ClientAct) -> None:
    """A complaint in words makes its day bad, whatever its score (R19)."""
    day = act.file.day
    assert day is not None
    if not day.voiced:
        act.change(day=but(day, voiced=True))
    complaints.watch(act)


def _keep_told(act: ClientAct, *told: Told) -> None:
    act.change(complaints=but(act.file.complaints, told=told))


CHOICES: dict[str, Callable[[ClientAct], None]] = {
    "show": _show,
    "urgent": urgent,
    "can_wait": _can_wait,
    "words": _words,
    KEEP: _keep,
    DISCUSS: _discuss,
    PHYSICIAN: _physician,
    "score": _score,
}


# --- the words ----------------------------------------------------------------------------------------------------


def _words_for_physician(file: Client) -> tuple[str, ...]:
    """What was told and wasn't put ready before, in pieces that fit in a report."""
    told = (each.words for each in file.complaints.told if PHYSICIAN not in each.done)
    pieces = [piece for words in told for piece in wrap(words, referral.LONGEST_WORDS)]
    return tuple(pieces[: referral.MOST_WORDS])


def opened_notes(file: Client, day: date | None) -> tuple[int, ...]:
    """Which notes of a date "discuss" opens to the coach: those that were told then."""
    return tuple(each.note for each in file.complaints.told if each.day == day)
