"""Preparing an evaluation, and asking for one (R38, R40): what the client wants to bring, in own words.

- Four questions, one a message, each can be skipped; at the end they are shown back as one list to take along.
- The list is the client's: the coach reads it only when the client shares it, as a note of the diary (R33).
- What the client wants to discuss in any case is a topic: kept beside it, until the evaluation was held.
- A sheet for the talk with the supervisor is made of what the client reads and releases, and of nothing else
  (`releasing`).
- Asking for an evaluation opens a request, and the coach hears it. The plan stands (R2).
"""

from collections.abc import Callable
from datetime import date

from state_machines import lag
from state_machines.effects import LetterClass
from state_machines.events import EvaluationAsked, EvaluationPrepared
from state_machines.files import Client, Request, Typed, but
from state_machines.machine import ClientAct
from state_machines.plan import Evaluation

QUESTIONS = 4
TOPIC = "topic"
#: What is typed goes to a question of the preparation while `asking` begins with this; or to the topics.
TYPING = "evaluation:"
TYPING_TOPIC = f"{TYPING}words"
#: Characters of one answer, so that four of them and the topics fit in one message; the log keeps all that was typed.
LONGEST = 700
SLOT = "evaluation"


def coming(file: Client, today: date) -> Evaluation | None:
    """The next planned evaluation that wasn't held yet; None when there is none, or the plan was stopped."""
    plan = file.plan_on(today)
    if plan is None or plan.stopped is not None:
        return None
    held = {evaluated.planned for evaluated in file.evaluated}
    ahead = (each for each in plan.evaluations if each.day >= today and each.day not in held)
    return min(ahead, key=lambda evaluation: evaluation.day, default=None)


def topic(file: Client) -> str:
    """What the client wants to discuss in any case; empty when nothing was written."""
    request = file.request(TOPIC)
    return request.words if request else ""


# --- what is asked ------------------------------------------------------------------------------------------------


def choose(act: ClientAct) -> None:
    """A command or a button about evaluations; what isn't known shows where things stand."""
    event = act.event
    assert isinstance(event, EvaluationAsked)
    CHOICES.get(event.choice, _show)(act)


def _show(act: ClientAct) -> None:
    act.change(asking="")
    act.say("evaluation.show", kind=LetterClass.QUESTION, slot=SLOT, below=True)


def _ask(act: ClientAct) -> None:
    """The client asks for one: a second time it's the same request."""
    if act.file.plan_on(act.today) is None:
        _show(act)
        return
    if act.file.request(lag.EVALUATION) is None:
        lag.ask_evaluation(act, "asked")
    act.say("evaluation.asked", kind=LetterClass.QUESTION, slot=SLOT)


def _later(act: ClientAct) -> None:
    act.change(asking="")
    act.say("evaluation.later", slot=SLOT)


def _write(act: ClientAct) -> None:
    if act.file.buttons_only:
        _show(act)
        return
    act.change(asking=TYPING_TOPIC)
    act.say("evaluation.write", kind=LetterClass.QUESTION, slot=SLOT)


def _words(act: ClientAct) -> None:
    act.change(asking="")
    cut = _keep_topic(act)
    act.say("evaluation.written", slot=SLOT, below=True, cut=cut)


def _pace(act: ClientAct) -> None:
    """The plan is too slow (tone 19): that belongs to an evaluation."""
    act.say("evaluation.pace", kind=LetterClass.QUESTION, slot=SLOT, below=True)


def _ready(act: ClientAct) -> None:
    """Put ready for the next evaluation; when none is planned or asked for, one is asked."""
    _keep_topic(act)
    asked = coming(act.file, act.today) is None and act.file.request(lag.EVALUATION) is None
    if asked:
        lag.ask_evaluation(act, "asked")
    act.say("evaluation.ready", slot=SLOT, asked=asked)


def _good(act: ClientAct) -> None:
    """This week's step is enough: the closing text of the day, without the question."""
    day = act.file.day
    if day is not None and day.state == "done":
        act.say("checkin", kind=LetterClass.QUESTION, slot=f"checkin:{day.date.isoformat()}")
    else:
        act.say("evaluation.good", slot=SLOT, below=True)


def _list(act: ClientAct) -> None:
    act.change(asking="")
    act.say("evaluation.list", kind=LetterClass.QUESTION, slot=SLOT)


def _prepare(act: ClientAct) -> None:
    _ask_question(act, 1)


CHOICES: dict[str, Callable[[ClientAct], None]] = {
    "show": _show,
    "ask": _ask,
    "later": _later,
    "write": _write,
    "words": _words,
    "pace": _pace,
    "ready": _ready,
    "good": _good,
    "list": _list,
    "prepare": _prepare,
}


def _keep_topic(act: ClientAct) -> bool:
    """One more line of what the client wants to discuss; the same line once. Whether it had to be cut."""
    event = act.event
    assert isinstance(event, EvaluationAsked)
    before = act.file.request(TOPIC)
    said = before.words.split("\n") if before else []
    words = "\n".join(dict.fromkeys((*said, event.words.strip())))
    others = tuple(request for request in act.file.requests if request.kind != TOPIC)
    kept = Request(kind=TOPIC, why="asked", on=act.today, words=words[:LONGEST])
    act.change(requests=(*others, kept))
    return len(words) > LONGEST


# --- the four questions -------------------------------------------------------------------------------------------


def prepare(act: ClientAct) -> None:
    """A question was answered or skipped: on to the next, or the list. A skip takes nothing back."""
    event = act.event
    assert isinstance(event, EvaluationPrepared)
    if not 1 <= event.number <= QUESTIONS:
        _show(act)
        return
    if event.words:
        _keep_answer(act, event)
    cut = len(event.words) > LONGEST
    if event.edited:
        act.say("evaluation.changed", slot=f"{SLOT}.changed", below=True, number=event.number, cut=cut)
    elif event.number < QUESTIONS:
        _ask_question(act, event.number + 1, kept=bool(event.words), cut=cut)
    else:
        act.change(asking="")
        act.say("evaluation.list", kind=LetterClass.QUESTION, slot=SLOT, below=bool(event.words), cut=cut)


def _ask_question(act: ClientAct, number: int, *, kept: bool = False, cut: bool = False) -> None:
    act.change(asking="" if act.file.buttons_only else f"{TYPING}{number}")
    act.say("evaluation.question", kind=LetterClass.QUESTION, slot=SLOT, below=kept, number=number, kept=kept, cut=cut)


def _keep_answer(act: ClientAct, event: EvaluationPrepared) -> None:
    answers = list((*act.file.prepared, *("",) * QUESTIONS)[:QUESTIONS])
    answers[event.number - 1] = event.words[:LONGEST]
    act.change(prepared=tuple(answers))
    if event.message_id is not None:
        typed = Typed(message_id=event.message_id, date=act.today, subject=f"{TYPING}{event.number}")
        act.file = act.file.remember(typed)


# --- the sheet for the supervisor -----------------------------------------------------------------------------------


def sheet(act: ClientAct) -> None:
    """About the evaluation sheet for the supervisor (R33); loaded with the first of them."""
    from state_machines import releasing

    releasing.choose(act)


def left_off(file: Client) -> Client:
    """The file when the client goes on with something else: what is typed next belongs to that."""
    return but(file, asking="") if file.asking.startswith(TYPING) else file
