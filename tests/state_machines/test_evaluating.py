"""Preparing an evaluation (R40), asking for one, and what goes on at work (R38): nothing moves the plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import people
import pytest

from state_machines import events as e
from state_machines.decide import decide_client
from state_machines.disturbing import KINDS
from state_machines.effects import Pass, Say
from state_machines.evaluating import LONGEST, coming, topic
from state_machines.files import Client, Evaluated
from state_machines.plan import Evaluation

SOON = Evaluation(day=people.MONDAY + timedelta(days=11))
LATER = Evaluation(day=people.MONDAY + timedelta(days=25))


def planned(**changes: object) -> Client:
    """Sanne, with two evaluations in her plan."""
    plan = replace(people.plan(), evaluations=(LATER, SOON))
    return people.client(versions=(plan,), agreed=plan.digest(), **changes)


class Talk:
    """A client who does one thing after another; what was said and who was told."""

    def __init__(self, file: Client) -> None:
        self.file, self.said, self.told = file, "", ""
        self.below = False
        self.passed: list[tuple[str, str]] = []

    def does(self, event: e.ClientEvent) -> "Talk":
        """Decide this event; the plan versions stay the same (R2)."""
        decision = decide_client(self.file, event)
        assert decision.file.versions == self.file.versions
        assert decision.file.agreed == self.file.agreed
        self.file = decision.file
        says = [effect for effect in decision.effects if isinstance(effect, Say)]
        self.said, self.below = says[-1].prompt.name, says[-1].below
        for effect in decision.effects:
            if isinstance(effect, Pass) and isinstance(effect.event, e.ClientTold):
                self.passed.append((effect.event.what, effect.event.detail))
        return self

    def asks(self, choice: str, words: str = "") -> "Talk":
        """About an evaluation."""
        return self.does(e.EvaluationAsked(at=people.AT, choice=choice, words=words))

    def answers(self, number: int, words: str = "", message_id: int | None = None, *, edited: bool = False) -> "Talk":
        """One of the four questions."""
        made = e.EvaluationPrepared(at=people.AT, number=number, words=words, message_id=message_id, edited=edited)
        return self.does(made)


# --- the four questions -------------------------------------------------------------------------------------------


def test_four_questions_one_a_message_end_in_a_list() -> None:
    """Typed words go to the question that is open; a skip leaves it empty; after the last the list (R40)."""
    talk = Talk(planned()).asks("prepare")
    assert (talk.said, talk.file.asking) == ("evaluation.question", "evaluation:1")
    talk.answers(1, "it went well", 7)
    assert (talk.said, talk.file.asking, talk.below) == ("evaluation.question", "evaluation:2", True)
    talk.answers(2)
    assert (talk.file.asking, talk.below) == ("evaluation:3", False)
    talk.answers(3, "more breaks", 9).answers(4)
    assert (talk.said, talk.file.asking) == ("evaluation.list", "")
    assert talk.file.prepared == ("it went well", "", "more breaks", "")
    assert talk.passed == [], "it is the client's: the coach hears nothing"


def test_a_skip_takes_no_answer_back_and_an_edit_corrects_one() -> None:
    """Going through them again shows what stands."""
    talk = Talk(planned(prepared=("one", "two", "", ""))).asks("prepare").answers(1)
    assert talk.file.prepared[0] == "one"
    talk.answers(1, "one, and a half", 7, edited=True)
    assert talk.said == "evaluation.changed"
    assert talk.file.prepared == ("one, and a half", "two", "", "")
    assert talk.file.asking == "evaluation:2", "the question that is open stays open"
    assert [typed.subject for typed in talk.file.typed] == ["evaluation:1"]


def test_an_answer_that_is_too_long_is_cut_and_that_is_said() -> None:
    """Four answers and the topics fit in one message; the log keeps all."""
    decision = decide_client(planned(), e.EvaluationPrepared(at=people.AT, number=1, words="x" * 900, message_id=1))
    assert len(decision.file.prepared[0]) == LONGEST
    assert [x.prompt.values.get("cut") for x in decision.effects if isinstance(x, Say)] == [True]


def test_who_uses_buttons_only_is_asked_nothing_to_type() -> None:
    """The questions come, to think about."""
    talk = Talk(planned(buttons_only=True)).asks("prepare")
    assert (talk.said, talk.file.asking) == ("evaluation.question", "")
    talk.answers(1).answers(2).answers(3).answers(4)
    assert (talk.said, talk.file.prepared) == ("evaluation.list", ())
    assert Talk(planned(buttons_only=True)).asks("write").said == "evaluation.show"


def checkin_events() -> Iterator[e.ClientEvent]:
    """What a client does in the check-in."""
    day = people.MONDAY
    yield e.CheckinOpened(at=people.AT)
    yield e.Answered(at=people.AT, day=day, question="energy", add="", ready=True)
    yield e.Moved(at=people.AT, day=day, way="skip", question="energy")


@pytest.mark.parametrize("event", checkin_events(), ids=lambda event: type(event).__name__)
def test_going_on_with_the_check_in_leaves_the_questions(event: e.ClientEvent) -> None:
    """What is typed after that belongs to the check-in; the answers so far are kept."""
    talk = Talk(planned()).asks("prepare").answers(1, "well", 7)
    assert talk.does(event).file.asking == ""
    assert talk.file.prepared[0] == "well"


def test_a_prompt_of_the_clock_leaves_the_question_open() -> None:
    """The bot's own message takes nothing away from what the client is writing."""
    file = Talk(planned()).asks("prepare").file
    woke = decide_client(file, e.Woke(at=people.AT, kind="checkin", day=people.MONDAY))
    assert woke.file.asking == "evaluation:1"


# --- asking for one -----------------------------------------------------------------------------------------------


def test_asking_opens_one_request_and_the_coach_hears_it_once() -> None:
    """R38: planned dates don't move, a second time it is the same request."""
    talk = Talk(people.client()).asks("ask").asks("ask")
    assert [(r.kind, r.why, r.on) for r in talk.file.requests] == [("evaluation", "asked", people.MONDAY)]
    assert talk.passed == [("evaluation_asked", "asked")]
    assert talk.said == "evaluation.asked"


def test_without_a_plan_there_is_nothing_to_evaluate() -> None:
    """It is said; no request is opened."""
    talk = Talk(people.client(versions=(), agreed="")).asks("ask")
    assert (talk.said, talk.file.requests, talk.passed) == ("evaluation.show", (), [])


def test_what_the_client_wants_to_discuss_is_kept_line_by_line_until_it_was_held() -> None:
    """Own words, each once; recording the outcome ends requests, topics and preparation, and the plan stands."""
    talk = Talk(planned(prepared=("a", "", "", ""))).asks("ask").asks("write")
    assert talk.file.asking == "evaluation:words"
    for words in ("the mail", "the mail", "my desk"):
        talk.asks("words", words)
    assert topic(talk.file) == "the mail\nmy desk"
    held = decide_client(talk.file, e.EvaluationHeld(at=people.AT, planned=None, outcome="stands"))
    assert (held.file.requests, held.file.prepared, held.file.needs) == ((), (), ())
    assert held.file.versions == talk.file.versions


@pytest.mark.parametrize("has_one", [True, False])
def test_a_plan_that_is_too_slow_is_put_ready_and_asked_for_where_none_is_planned(*, has_one: bool) -> None:
    """Tone 19: it belongs to the evaluation; nothing is put ready before the client says yes."""
    talk = Talk(planned() if has_one else people.client()).asks("pace")
    assert (talk.said, talk.file.requests) == ("evaluation.pace", ())
    talk.asks("ready", "too slow")
    assert topic(talk.file) == "too slow"
    assert talk.passed == ([] if has_one else [("evaluation_asked", "asked")])


def test_the_next_evaluation_is_the_first_that_was_not_held() -> None:
    """By date; one that was held already is past, also before its day; a stopped plan has none."""
    file = planned()
    assert coming(file, people.MONDAY) == SOON
    assert coming(file, SOON.day) == SOON
    assert coming(file, SOON.day + timedelta(days=1)) == LATER
    early = Evaluated(planned=SOON.day, on=people.MONDAY, outcome="stands")
    assert coming(replace(file, evaluated=(early,)), people.MONDAY) == LATER
    assert coming(people.client(versions=(), agreed=""), people.MONDAY) is None
    halted = dict(people.clients())["stopped"]
    assert coming(halted, people.MONDAY) is None


# --- what goes on at work -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_disturbance_reaches_the_coach_in_the_same_turn(kind: str) -> None:
    """The kind and nothing else; the client gets an answer; no request, no plan, no message is touched (R38)."""
    talk = Talk(planned()).does(e.Disturbed(at=people.AT, kind="ask"))
    assert (talk.said, talk.passed) == ("disturbance.ask", [])
    talk.does(e.Disturbed(at=people.AT, kind=kind))
    assert (talk.said, talk.passed) == ("disturbance.told", [("disturbed", kind)])
    assert [need.kind for need in talk.file.needs] == ["disturbed"]
    assert talk.file.requests == ()
    assert talk.file.held_until is None
