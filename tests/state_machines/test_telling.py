"""Word from a client's file to the coach, and when it is for the deputy too."""

import people
import pytest

from state_machines.effects import Pass
from state_machines.events import Asked, ClientTold
from state_machines.machine import ClientAct


@pytest.mark.parametrize("also", [False, True])
def test_word_for_the_coach_says_whether_the_deputy_is_asked_too(also: bool) -> None:
    """It goes to the coach's file in either case: who the deputy is, only the coach's file knows."""
    act = ClientAct(people.client(), Asked(at=people.AT, what="call"))
    act.tell_coach("call", "5", also_deputy=also)
    told = ClientTold(at=people.AT, client="c-1", name="Sanne", what="call", detail="5", also_deputy=also)
    assert act.effects == [Pass(to="p-1", event=told)]


def test_word_is_for_the_coach_alone_unless_said_otherwise() -> None:
    """Nothing reaches a deputy by default."""
    act = ClientAct(people.client(), Asked(at=people.AT, what="call"))
    act.tell_coach("call")
    (passed,) = act.effects
    assert isinstance(passed, Pass)
    assert isinstance(passed.event, ClientTold)
    assert not passed.event.also_deputy
