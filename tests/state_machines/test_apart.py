"""Whoever sees a client's details is never their facilitator, nor the other way round (R30): the rule, every path."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import at_facilitators_desk
import people
import pytest
import referred
from at_physicians_desk import case, physician

from state_machines import apart, deputies, policy
from state_machines import events as e
from state_machines.apart import Both, Past, World
from state_machines.decide import decide
from state_machines.effects import Pass
from state_machines.files import Card, Client, Professional
from state_machines.hand_over import Deputy, StandsIn, Talk

AT = people.AT
FAY = at_facilitators_desk.facilitator("c-1")
SANNE = people.client(facilitator=at_facilitators_desk.FAY)
JOOST = people.coach()
#: Somebody who has nothing to do with Sanne.
ANNA = people.coach(id="p-2", name="Anna", chat=12, clients=())

#: Every way to come to see her details: what makes Anna, or a physician, one who does.
Seen = tuple[Client, Professional, Past]
PATHS: dict[str, Callable[[], Seen]] = {
    "the coach her file names": lambda: (replace(SANNE, coach=ANNA.id), ANNA, Past()),
    "a coach with her card": lambda: (SANNE, replace(ANNA, clients=(Card(client="c-1", name="Sanne"),)), Past()),
    "the deputy her file names": lambda: (replace(SANNE, deputy=Deputy(id=ANNA.id, name="Anna")), ANNA, Past()),
    "who stands in for her coach": lambda: (
        SANNE,
        replace(ANNA, stands_in_for=(StandsIn(coach="p-1", name="Joost"),)),
        Past(),
    ),
    "her physician": lambda: (replace(SANNE, physician=referred.SMIT), physician(), Past()),
    "a physician who had a report of hers": lambda: (SANNE, physician(case("read")), Past()),
    "who talks with her": lambda: (
        replace(SANNE, talk=Talk(by=ANNA.id, name="Anna", since=people.MONDAY, last=AT)),
        ANNA,
        Past(),
    ),
    "who looked before, and left": lambda: (SANNE, replace(ANNA, gone=True), Past(lookers=frozenset({ANNA.id}))),
}
#: In which a facilitator can be the same person as somebody else.
SAME: dict[str, Callable[[Professional, Professional], Professional]] = {
    "the same name": lambda facilitator, other: replace(facilitator, name=f" {other.name.upper()} "),
    "the same account": lambda facilitator, other: replace(facilitator, chat=other.chat),
    "an account the other had before": lambda facilitator, other: replace(
        facilitator, chat=None, earlier_chats=(5, other.chat or 0)
    ),
}


def both(client: Client, other: Professional, facilitator: Professional = FAY, past: Past | None = None) -> list[Both]:
    """Who would be both, in a world of these."""
    known = {client.id: past} if past else {}
    return list(apart.both(World(professionals=(JOOST, other, facilitator), clients=(client,), past=known)))


@pytest.mark.parametrize("same", SAME)
@pytest.mark.parametrize("path", PATHS)
def test_a_facilitator_who_is_somebody_that_sees_her_details_is_found(path: str, same: str) -> None:
    """Each way to see x each way to be the same person; the finding names whom, and as whom."""
    client, other, past = PATHS[path]()
    found = both(client, other, SAME[same](FAY, other), past)
    assert [(each.client, each.seer) for each in found] == [("c-1", other.name)]
    assert found[0].way in apart.WAYS


@pytest.mark.parametrize("path", PATHS)
def test_the_same_file_is_the_same_person(path: str) -> None:
    """Whoever sees her details is named as facilitator by their own file."""
    client, other, past = PATHS[path]()
    named = replace(at_facilitators_desk.FAY, file=other.id, name=other.name)
    found = list(
        apart.both(
            World(
                professionals=(replace(JOOST, id="p-x"), other),
                clients=(replace(client, facilitator=named),),
                past={"c-1": past},
            )
        )
    )
    assert [each.seer for each in found] == [other.name]


@pytest.mark.parametrize("path", PATHS)
def test_somebody_else_is_no_obstacle(path: str) -> None:
    """Fay with a name and accounts of her own facilitates, whoever else sees; and the same person elsewhere may too."""
    client, other, past = PATHS[path]()
    assert both(client, other, past=past) == []
    foreign = replace(ANNA, id="p-4", name="Bo", chat=44)
    assert both(SANNE, foreign, replace(FAY, chat=44)) == []


@pytest.mark.parametrize("way", apart.WAYS)
def test_every_way_of_the_table_is_tried_by_a_path(way: str) -> None:
    """A way that is added later without a path here fails."""
    assert way in {apart.way_of(client, other, past) for client, other, past in (made() for made in PATHS.values())}


def test_the_client_is_never_their_own_facilitator() -> None:
    """By the account they talk from, and by one that opened their link before."""
    assert [each.way for each in both(SANNE, ANNA, replace(FAY, chat=SANNE.chat))] == ["client"]
    assert [each.way for each in both(SANNE, ANNA, past=Past(accounts=frozenset({7})))] == ["client"]


def test_who_looked_at_the_computer_under_the_same_name_is_found() -> None:
    """An administrator who saw her details on somebody's behalf."""
    assert [each.way for each in both(SANNE, ANNA, past=Past(names=frozenset({"fay"})))] == ["looked"]


def test_every_look_of_the_policy_that_shows_a_client_has_a_way() -> None:
    """What a professional may be shown about a client is a coach's, a deputy's, a physician's, or the plan alone."""
    roles = {role for cells in policy.LOOKS.values() for role, _ in cells}
    assert roles - {policy.FACILITATOR, policy.CLIENT} == {policy.COACH, policy.DEPUTY, policy.PHYSICIAN}
    assert roles - {policy.FACILITATOR, policy.CLIENT} <= set(apart.WAYS)
    facilitators = {look for look, cells in policy.LOOKS.items() if (policy.FACILITATOR, policy.OWN) in cells}
    assert facilitators == {"facilitator.plan"}


# --- at the desks and in the file -----------------------------------------------------------------------------------


def test_a_facilitator_named_as_deputy_says_no() -> None:
    """By a button that was kept: the coach hears that they can't, and nobody stands in."""
    assert not deputies.can_stand_in(FAY)
    asked = decide(FAY, e.StandInAsked(at=AT, coach="p-1", name="Joost", leave=None, choosing=True))
    [answer] = [effect for effect in asked.effects if isinstance(effect, Pass)]
    assert answer.to == "p-1"
    assert asked.file == FAY
    told = decide(JOOST, answer.event).file
    assert isinstance(told, Professional)
    assert told.deputy is None


def test_nothing_that_comes_to_a_facilitators_desk_makes_them_see() -> None:
    """Cards, cases, standing in, conversations: none of it is ever theirs; and no client's file is reached."""
    for event in people.desk_events():
        after = decide(FAY, event)
        file = after.file
        assert isinstance(file, Professional)
        assert (file.clients, file.cases, file.stands_in_for, file.with_client, file.sketch) == ((), (), (), None, None)
        assert not [effect for effect in after.effects if isinstance(effect, Pass) and effect.to.startswith("c-")]


def test_the_client_hears_it_once_and_both_desks_know() -> None:
    """Named, named again, another one, taken off: the file, the desks, and one message each time something changed."""
    bare = people.client()
    first = decide(bare, e.FacilitatorSet(at=AT, facilitator=at_facilitators_desk.FAY))
    assert isinstance(first.file, Client)
    assert [effect.to for effect in first.effects if isinstance(effect, Pass)] == ["p-7"]
    again = decide(first.file, e.FacilitatorSet(at=AT, facilitator=at_facilitators_desk.FAY))
    assert again.effects == ()
    gijs = replace(at_facilitators_desk.FAY, file="p-6", name="Gijs")
    other = decide(first.file, e.FacilitatorSet(at=AT, facilitator=gijs))
    assert [effect.to for effect in other.effects if isinstance(effect, Pass)] == ["p-7", "p-6"]
    over = decide(other.file, e.FacilitatorSet(at=AT, facilitator=None))
    assert isinstance(over.file, Client)
    assert over.file.facilitator is None
    assert first.file.versions == over.file.versions == bare.versions


def test_a_client_who_does_not_take_part_gets_no_facilitator() -> None:
    """Before the welcome is done, and after leaving."""
    for journey in ("invited", "claimed", "welcome", "left"):
        decision = decide(people.client(journey=journey), e.FacilitatorSet(at=AT, facilitator=at_facilitators_desk.FAY))
        assert isinstance(decision.file, Client)
        assert decision.file.facilitator is None


def test_who_is_erased_leaves_the_facilitators_desk() -> None:
    """R34: the desk lets go of them in the same turn."""
    decision = decide(SANNE, e.ErasureAsked(at=AT))
    [told] = [effect for effect in decision.effects if isinstance(effect, Pass) and effect.to == "p-7"]
    after = decide(FAY, told.event).file
    assert isinstance(after, Professional)
    assert after.facilitates == ()


def test_in_the_night_neither_is_woken() -> None:
    """Both messages wait for the morning."""
    night = AT + timedelta(hours=7)
    named = decide(people.client(), e.FacilitatorSet(at=night, facilitator=at_facilitators_desk.FAY))
    told = decide(
        at_facilitators_desk.facilitator(),
        e.Facilitates(at=night, client="c-1", name="Sanne", since=at_facilitators_desk.SINCE),
    )
    for decision in (named, told):
        [said] = [effect for effect in decision.effects if not isinstance(effect, Pass)]
        assert getattr(said, "not_before", None) is not None
        assert said.not_before > night + timedelta(hours=6)  # type: ignore[union-attr]
