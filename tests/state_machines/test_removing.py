"""A coach has left: everything goes to another coach in one go, nobody is left behind, everybody is told once."""

from dataclasses import replace
from datetime import timedelta

import people
import pytest
from office import AT, Office, anna, joost, lent, picked, sanne

from state_machines import agenda
from state_machines import events as e
from state_machines.decide import turn_day
from state_machines.files import Card, Consult, Need, Professional, Request, Sketch
from state_machines.hand_over import Leave

TODAY = people.MONDAY
AWAY = Leave(start=TODAY, end=TODAY + timedelta(days=11))
GONE = e.CoachRemoved(at=AT, to="p-2", to_name="Anna")
CLIENTS = dict(people.clients())


def full(**changes: object) -> Office:
    """Joost with a consult, a claim and half a plan; Kees has him as deputy, and he stands in for Kees."""
    cards = (
        Card(client="c-1", name="Sanne", consults=(Consult(number=2, at=AT + timedelta(days=3)),), consults_made=2),
        Card(client="c-2", name="Bo", claimed=True),
    )
    leaving = joost(clients=cards, desk="goal", sketch=Sketch(client="c-1", template="weekly"))
    found = Office.of(replace(leaving, **changes), anna(), anna(id="p-3", name="Kees", chat=5, clients=()), sanne())  # type: ignore[arg-type]
    found.files["c-2"] = sanne(id="c-2", name="Bo", journey="claimed", consents=(), versions=(), agreed="")
    found.happen("p-3", e.DeputyChosen(at=AT, deputy="p-1"))
    return found.happen("p-1", e.DeputyChosen(at=AT, deputy="p-3"))


def test_cards_consults_and_a_claim_go_to_the_other_coach() -> None:
    """With the number of consults there were, so that none is given twice; a name that is taken gets a number."""
    found = full().happen("p-1", GONE)
    assert found.coach("p-1").clients == ()
    cards = {card.client: card for card in found.coach("p-2").clients}
    assert set(cards) == {"c-7", "c-1", "c-2"}
    assert (cards["c-1"].consults_made, [each.number for each in cards["c-1"].consults]) == (2, [2])
    assert (cards["c-2"].claimed, cards["c-2"].name, cards["c-7"].name) == (True, "Bo 2", "Bo")
    assert found.texts("p-2") == ["desk.handed", "desk.claim"]


def test_each_client_has_the_new_coach_and_is_told_once_outside_the_quiet_hours() -> None:
    """By name, with the days on which she reads; a second time changes and says nothing."""
    night = AT.replace(hour=22)
    found = full().happen("p-1", replace(GONE, at=night))
    client = found.client()
    assert (client.coach, client.coach_name, client.coach_days) == ("p-2", "Anna", (1, 2))
    (say,) = found.said["c-1"]
    assert say.prompt.name == "coach.another"
    assert say.not_before == night.replace(hour=7, minute=0) + timedelta(days=1)
    assert found.texts("c-2") == [], "an account that isn't recognised yet hears no names"
    again = e.CoachChanged(at=AT, coach="p-2", coach_name="Anna", coach_days=(1, 2))
    assert found.happen("c-1", again).texts("c-1") == []


@pytest.mark.parametrize("name", CLIENTS)
def test_what_is_open_in_a_clients_file_stays_open(name: str) -> None:
    """In every state: only who coaches is changed, and a conversation of the old coach ends.

    The calendar is that of the new coach's days: an evaluation is overdue from another day on.
    """
    before = CLIENTS[name]
    found = Office.of(joost(), anna(clients=()), before).happen("p-1", GONE)
    after = found.client()
    known = {
        "coach": "p-2",
        "coach_name": "Anna",
        "coach_days": (1, 2),
        "deputy": None,
        "coach_leave": None,
        "talk": None,
        "next_agenda": after.next_agenda,
    }
    assert after == replace(turn_day(before, GONE), **known)  # type: ignore[arg-type]
    assert after.next_agenda in {before.next_agenda, *(entry.day for entry in agenda.entries(after))}


def test_what_cannot_wait_reaches_the_new_coach_at_once() -> None:
    """A call that was asked for, contact that is needed: as alerts; the rest stands in the overview."""
    found = full()
    needs = tuple(Need(kind=kind, since=AT) for kind in ("safety", "call", "silent"))
    requests = (Request(kind="evaluation", why="asked", on=TODAY),)
    found.files["c-1"] = sanne(needs=needs, requests=requests)
    found.happen("p-1", GONE)
    assert found.words("p-2") == ["safety", "call"]
    assert found.words("p-1") == []
    assert found.client().needs == needs
    assert found.client().requests == requests


def test_everything_about_deputies_is_undone() -> None:
    """Kees isn't Joost's deputy any more, nor has he him as one, and hears both."""
    found = full().happen("p-1", GONE)
    assert found.coach("p-3").stands_in_for == ()
    assert found.coach("p-3").deputy is None
    assert sorted(found.texts("p-3")) == ["desk.deputy_gone", "desk.stands_in_over"]
    assert found.happen("p-3", lent("met", value="call")).texts("p-3") == ["desk.not_standing_in"]


def test_the_removed_coach_is_told_and_unbound_and_nothing_comes_there_any_more() -> None:
    """The word goes to the old chat; no dialogue, no summary, no new deputy afterwards."""
    found = full().happen("p-1", GONE)
    (say,) = found.said["p-1"]
    assert (say.prompt.name, say.chat) == ("desk.removed", 2)
    file = found.coach("p-1")
    assert (file.chat, file.invite, file.desk, file.sketch, file.gone, file.gone_to) == (
        None,
        None,
        "idle",
        None,
        True,
        "p-2",
    )
    found.happen("p-1", e.Woke(at=AT, kind="summary", day=TODAY))
    assert (found.said, found.wakes) == ({}, [])
    found.happen("c-1", e.Asked(at=AT, what="call"))
    assert (found.words("p-1"), found.words("p-2")) == ([], ["call"])
    found.happen("p-2", picked("deputy", "", "p-1"))
    assert found.coach("p-2").deputy is None


def test_a_conversation_with_the_leaving_coach_ends() -> None:
    """The client's next words are their own again."""
    found = Office.of(joost(), anna(clients=()), sanne()).happen("p-1", picked("take")).happen("p-1", GONE)
    assert found.client().talk is None
    assert found.coach("p-1").with_client is None
    assert [wake.at for wake in found.wakes if wake.kind == "talk"] == [None]


def test_the_new_coach_registers_a_plan_for_a_client_who_was_handed_over() -> None:
    """From the first button to the version in the client's file, as her own."""
    found = full().happen("p-1", GONE)
    again = people.plan(goal="new")
    found.happen("p-2", picked("plan"))
    assert found.coach("p-2").desk == "template"
    found.happen("c-1", e.PlanAgreed(at=AT, version=again, parties=("client", "supervisor"), reason="agreed"))
    assert len(found.client().versions) == 2
    digest = found.client().versions[-1].digest()
    found.happen("c-1", e.PlanAnswered(at=AT, digest=digest, agreed=True))
    assert found.words("p-2") == ["plan_yes"]


def test_without_clients_a_coach_leaves_alone() -> None:
    """Nobody has to take over, and nothing is handed."""
    found = Office.of(joost(clients=()), anna()).happen("p-1", e.CoachRemoved(at=AT, to="", to_name=""))
    assert found.coach("p-1").gone
    assert found.texts("p-2") == []
    assert [type(file) for file in found.files.values()] == [Professional, Professional]


def test_the_leave_of_a_coach_who_has_left_holds_for_nobody() -> None:
    """The new coach's own holds."""
    found = full(leave=AWAY).happen("p-1", GONE)
    assert found.client().coach_leave is None
    found.happen("p-2", e.LeaveSet(at=AT, leave=AWAY))
    assert found.client().coach_leave == AWAY
