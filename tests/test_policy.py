"""Who may do what (R33): the one table, tried at the real doors, cell by cell; and an action without a row fails."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

import click
import people
import pytest
import referred
from at_physicians_desk import case, physician
from click.testing import CliRunner

from bot import drawing, frame, paper_recipes, rights
from bot.__main__ import main
from bot.drawing import Drawing
from bot.turn import Door
from dialogues.incoming import Incoming, IncomingKind
from dialogues.preview_samples import GROUPS
from state_machines import deputy_acts, desk_picks, physician_picks, policy
from state_machines import events as e
from state_machines.decide import Misrouted, decide
from state_machines.effects import Pass, Say
from state_machines.files import Answer, Card, Client, Day, File, Professional
from state_machines.hand_over import Deputy, Leave, StandsIn
from storage.open import Opened, open_memory
from storage.port import StoreRefused
from tests.storage.material import keep, new

AT = people.AT
AWAY = Leave(start=people.MONDAY, end=people.MONDAY + timedelta(days=6))
CAUSED = (e.ClientEvent, e.PhysicianEvent, e.CoachEvent, e.DeskEvent)
LISTS, OF_ONES_OWN_DESK = {"desk.clients", "desk.summary"}, {"desk.deputy", "desk.plan_picture"}
DESK_LOOKS = [name for name, cells in policy.LOOKS.items() if (policy.CLIENT, policy.OWN) not in cells]


# --- every action has a row -----------------------------------------------------------------------------------------


def _commands(command: click.Command, path: tuple[str, ...] = ("trede",)) -> Iterator[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, (*path, name))
    else:
        yield " ".join(path)


def test_every_recipe_button_event_and_command_has_a_row_and_every_row_is_one() -> None:
    """A new action without a policy fails here; so does a row of something that is gone."""
    recipes = {*drawing.DESK_RECIPES, *drawing.CLIENT_RECIPES, *paper_recipes.DESK_PAPERS, *paper_recipes.CLIENT_PAPERS}
    assert set(policy.LOOKS) == recipes | set(rights.RECIPES)
    picks = {*desk_picks.PICKS, *physician_picks.PICKS, *physician_picks.SETTINGS}
    assert set(policy.PICKS) == {f"pick.{name}" for name in picks}
    events = {f"event.{kind.__name__}" for base in CAUSED for kind in base.__subclasses__()}
    assert {*policy.EVENTS, *policy.DESK_EVENTS} == events
    assert set(policy.COMMANDS) == set(_commands(main))
    assert sum(map(len, (policy.LOOKS, policy.PICKS, policy.EVENTS, policy.DESK_EVENTS, policy.COMMANDS))) == len(
        policy.POLICY
    )


def test_nobody_may_what_the_table_does_not_know_and_nobody_anything_with_an_erased_client() -> None:
    """Deny by default; and no role is an employer's or supervisor's."""
    assert policy.ROLES == ("client", "coach", "deputy", "physician", "administrator")
    for role in policy.ROLES:
        assert not any(policy.may(role, "something new", whose) for whose in policy.WHOSE)
        assert not any(policy.may(role, action, policy.ERASED) for action in policy.POLICY)
        foreign = {action for action in policy.POLICY if policy.may(role, action, policy.FOREIGN)}
        assert role == policy.ADMINISTRATOR or not foreign
    assert not any(policy.may(policy.ADMINISTRATOR, look, whose) for look in policy.LOOKS for whose in policy.WHOSE)


# --- the world ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reader:
    """Somebody who looks or taps: as whom the policy sees them, and whether Sanne is theirs."""

    file: str
    role: str
    whose: str


READERS = {
    "her coach": Reader("p-1", policy.COACH, policy.OWN),
    "another coach": Reader("p-2", policy.COACH, policy.FOREIGN),
    "her coach's deputy, in the leave": Reader("p-3", policy.DEPUTY, policy.OWN),
    "her physician": Reader("p-9", policy.PHYSICIAN, policy.OWN),
    "another physician": Reader("p-8", policy.PHYSICIAN, policy.FOREIGN),
}


@pytest.fixture
def world() -> Iterator[Opened]:
    """Sanne with coach, deputy and physician; and Cas, a coach and a physician who have nothing to do with her."""
    store = open_memory()
    worked = Day(date=people.MONDAY - timedelta(days=3), state="done", asked=True)
    worked = worked.keep(Answer(question="giver", at=AT, words=("gever-sanne",)))
    planless: dict[str, Any] = {"versions": (), "agreed": ""}
    sanne = people.client(
        referral=referred.one("seen", AT), referrals=1, physician=referred.SMIT, window=(worked,), **planless
    ).need("call", AT)
    cas = people.client(id="c-2", name="Cas", coach="p-2", coach_name="Bo", chat=22, **planless)
    anna = Deputy(id="p-3", name="Anna")
    joost = people.coach(deputy=anna, leave=AWAY)
    bo = people.coach(id="p-2", name="Bo", chat=12, clients=(Card(client="c-2", name="Cas"),))
    stands_in = (StandsIn(coach="p-1", name="Joost", leave=AWAY),)
    deputy = people.coach(id="p-3", name="Anna", chat=13, clients=(), stands_in_for=stands_in)
    smit, other = physician(case("read")), physician(id="p-8", name="Dr. Vos", chat=18)
    for file in (sanne, cas, joost, bo, deputy, smit, other):
        keep(store, new(file))
    yield store
    store.close()


def _file(store: Opened, id_: str) -> File:
    with store.batch():
        found = store.load(id_)
    assert found is not None
    return found


def _drawn(store: Opened, reader: str, recipe: str, client: str = "c-1") -> object:
    """What the reader gets who asks for this recipe about this client."""
    here = cast("Any", None)
    pen = Drawing(store, store.views, here, here, here, threads=False)
    values = {"client": client, "number": 1, "skip": 0}
    lent = {"coach": "p-1", "coach_name": "Joost"} if reader == "p-3" else {}
    about = recipe not in LISTS | OF_ONES_OWN_DESK
    return pen.drawn(_file(store, reader), recipe, values | lent if about else {}, AT)


def _looks(store: Opened, client: str = "c-1") -> int:
    return len(store.views.accesses(client))


# --- looks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("recipe", DESK_LOOKS)
@pytest.mark.parametrize("who", READERS)
def test_a_professional_sees_what_the_table_lets_them_and_each_look_is_written(
    world: Opened, who: str, recipe: str
) -> None:
    """Allowed: drawn, and one row more where it shows Sanne. Denied: nothing is said and nothing looked at."""
    reader, before = READERS[who], _looks(world)
    allowed = policy.may(reader.role, recipe, reader.whose)
    if (recipe == "case.summary") is not (reader.role == policy.PHYSICIAN):  # a desk of another kind
        assert not allowed or reader.role != policy.PHYSICIAN
        return
    drawn = _drawn(world, reader.file, recipe)
    shows, looked = "Sanne" in repr(drawn), _looks(world) - before
    if recipe in LISTS:  # of one's own clients: Sanne is among them or isn't
        assert shows is (reader.whose == policy.OWN)
        assert looked == int(shows)
    elif recipe in OF_ONES_OWN_DESK:
        assert (shows, looked) == (False, 0)
    else:
        assert (drawn is not None, looked) == (allowed, int(allowed))


@pytest.mark.parametrize("who", READERS)
def test_of_an_erased_client_nobody_sees_anything(world: Opened, who: str) -> None:
    """A letter that was made before, and is drawn after, says nothing."""
    with world.batch():
        world.forget("c-1", AT)
    reader = READERS[who]
    recipes = (
        ("case.summary",) if reader.role == policy.PHYSICIAN else ("desk.trajectory", "desk.rule", "desk.messages")
    )
    for recipe in (*recipes, *(("desk.clients", "desk.summary") if reader.role != policy.PHYSICIAN else ())):
        assert "gever-sanne" not in repr(_drawn(world, reader.file, recipe))
        if recipe in recipes:
            assert _drawn(world, reader.file, recipe) is None


def test_a_deputy_sees_nothing_of_her_when_the_coach_is_back(world: Opened) -> None:
    """Also in a letter that was made while they stood in."""
    later = people.MONDAY + timedelta(days=20)
    here = cast("Any", None)
    pen = Drawing(world, world.views, here, here, here, threads=False)
    values = {"client": "c-1", "coach": "p-1", "coach_name": "Joost"}
    moment = AT + (later - people.MONDAY)
    assert pen.drawn(_file(world, "p-3"), "desk.trajectory", values, moment) is None
    assert _looks(world) == 0


def test_a_look_says_who_when_what_why_and_on_whose_behalf(world: Opened) -> None:
    """All six, in a chain that verifies."""
    _drawn(world, "p-1", "desk.trajectory")
    _drawn(world, "p-3", "desk.trajectory")
    _drawn(world, "p-9", "case.summary")
    rows = world.views.accesses("c-1")
    assert [(row.who, row.name, row.behalf, row.what) for row in rows] == [
        ("p-1", "Joost", "", "trajectory"),
        ("p-3", "Anna", "Joost", "trajectory"),
        ("p-9", "Dr. Smit", "", "referral"),
    ]
    assert all(row.at == AT and row.why for row in rows)
    assert world.upkeep.verify() == ()


@pytest.mark.parametrize("recipe", sorted(set(policy.LOOKS) - set(DESK_LOOKS)))
def test_a_clients_recipe_shows_their_own_file_alone(world: Opened, recipe: str) -> None:
    """Whatever client the letter names: it is drawn from the reader's own file, and that is no look of another."""
    assert "gever-sanne" not in repr(_drawn(world, "c-2", recipe, client="c-1"))
    for professional in ("p-1", "p-2", "p-3", "p-9"):
        assert _drawn(world, professional, recipe) is None
    assert _looks(world) == 0


# --- buttons --------------------------------------------------------------------------------------------------------


def _reached(decision: Any, client: str) -> bool:
    return any(isinstance(effect, Pass) and effect.to == client for effect in decision.effects)


def _stale(decision: Any) -> bool:
    said = [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]
    return set(said) <= {"stale.desk", "physician.stale", "physician.over", "desk.not_standing_in"}


@pytest.mark.parametrize("action", policy.PICKS)
def test_a_coachs_button_works_for_their_own_client_alone(action: str) -> None:
    """On a foreign client nothing happens in any state of the desk; on one's own something does in some state."""
    what, own = action.removeprefix("pick."), False
    for _, desk in people.desks():
        if desk.role != "coach":
            continue
        for value in ("", "yes", "nl", "07:30", "1", "60", "p-2", "check", "goal"):
            decision = decide(desk, e.DeskPicked(at=AT, what=what, client="c-foreign", value=value))
            assert not _reached(decision, "c-foreign")
            decision = decide(desk, e.DeskPicked(at=AT, what=what, client="c-1", value=value))
            alone = decide(desk, e.DeskPicked(at=AT, what=what, value=value))
            own = own or not (_stale(decision) and _stale(alone))
            if not policy.may(policy.COACH, action, policy.OWN):
                assert _stale(decision)
    assert own is policy.may(policy.COACH, action, policy.OWN)


@pytest.mark.parametrize("action", policy.PICKS)
def test_a_deputys_button_works_where_the_coachs_desk_says_so(world: Opened, action: str) -> None:
    """What isn't a deputy's reaches neither coach nor client; what is, gets a no for a client who isn't the coach's."""
    what = action.removeprefix("pick.")
    deputy = _file(world, "p-3")
    decision = decide(deputy, e.DeputyPicked(at=AT, what=what, coach="p-1", client="c-1"))
    assert _reached(decision, "p-1") is policy.may(policy.DEPUTY, action, policy.OWN)
    assert deputy_acts.may_do(what) is policy.may(policy.DEPUTY, action, policy.OWN)
    other = decide(deputy, e.DeputyPicked(at=AT, what=what, coach="p-2", client="c-2"))
    assert not _reached(other, "p-2")
    asked = decide(_file(world, "p-1"), e.DeputyAsks(at=AT, deputy="p-3", what="write", client="c-2"))
    answers = [effect.event for effect in asked.effects if isinstance(effect, Pass)]
    assert [answer.may for answer in answers if isinstance(answer, e.DeputyAnswered)] == [False]


@pytest.mark.parametrize("action", policy.PICKS)
def test_a_physicians_button_works_for_a_case_on_the_desk(action: str) -> None:
    """A button of somebody else's case, or one that is a coach's, changes nothing."""
    what, works = action.removeprefix("pick."), False
    for _, desk in people.desks():
        if desk.role != "physician":
            continue
        for value in ("1", "1:2", "1:leeway", "nl", "weekly"):
            decision = decide(desk, e.DeskPicked(at=AT, what=what, client="c-foreign", value=value))
            assert not _reached(decision, "c-foreign")
            decision = decide(desk, e.DeskPicked(at=AT, what=what, client="c-1", value=value))
            works = works or not _stale(decision)
    assert works is policy.may(policy.PHYSICIAN, action, policy.OWN)


# --- events ---------------------------------------------------------------------------------------------------------

CAUSES = {
    e.ClientEvent: {policy.CLIENT},
    e.PhysicianEvent: {policy.PHYSICIAN},
    e.CoachEvent: {policy.COACH, policy.DEPUTY, policy.ADMINISTRATOR},
    e.DeskEvent: {policy.COACH, policy.DEPUTY, policy.PHYSICIAN, policy.ADMINISTRATOR},
}


@pytest.mark.parametrize("base", CAUSES)
def test_an_event_is_caused_by_whom_its_class_names(base: type[e.Event]) -> None:
    """The log's actor comes from the class; the table can't say another."""
    for kind in base.__subclasses__():
        assert {role for role, _ in policy.POLICY[f"event.{kind.__name__}"]} <= CAUSES[base], kind


def test_an_event_reaches_no_file_of_another_kind() -> None:
    """A client's event can't be decided at a desk, nor a desk's at a client's file."""
    for event in people.client_events(people.client()):
        with pytest.raises(Misrouted):
            decide(people.coach(), event)
    for event in people.desk_events():
        with pytest.raises(Misrouted):
            decide(people.client(), event)


def _buttons(kind: type[File]) -> frozenset[str]:
    """What every button carries that these people are ever shown."""
    samples = [sample for _, group in GROUPS for sample in group("nl")]
    shown = [sample.message() for sample in samples if isinstance(sample.file, kind)]
    return frozenset(button.data for message in shown for row in message.rows for button in row if button.data)


@pytest.mark.parametrize(("kind", "chats"), [(Client, (22, 2, 12, 9, 777)), (Professional, (22, 12, 18, 777))])
def test_no_button_that_another_taps_changes_her_file(world: Opened, kind: type[File], chats: tuple[int, ...]) -> None:
    """Hers, tapped by another client, a coach, a physician, a stranger; and those of desks, by whose they are not."""
    door = Door(world, bot_name="trede_bot")
    before, number = _file(world, "c-1"), 0
    for data in sorted(_buttons(kind)):
        for chat in chats:
            number += 1
            tapped = Incoming(
                update_id=number,
                chat=chat,
                at=AT,
                kind=IncomingKind.TAP,
                data=data.replace("client-1", "c-1").replace("coach-1", "p-1"),
            )
            if chat == 2 and kind is Client:
                continue
            with world.batch():
                door.take(tapped)
    assert number > 500
    assert _file(world, "c-1") == before
    assert _looks(world) == 0


# --- commands -------------------------------------------------------------------------------------------------------


def test_a_command_without_a_row_does_nothing() -> None:
    """The door of all short commands asks the policy."""

    @click.group()
    def trede() -> None:
        """As the real one."""

    @trede.command("peek")
    def peek() -> None:
        frame.short(lambda _: pytest.fail("it was let through"))

    done = CliRunner().invoke(trede, ["peek"])
    assert done.exit_code == 1
    assert "trede peek isn't in the policy" in done.output


def test_the_store_refuses_a_turn_without_a_cause(world: Opened) -> None:
    """No other door: what changes a file names an event of one of the kinds that the table covers."""

    class Sneaked(e.Event):
        """Of no kind."""

    with pytest.raises((Misrouted, StoreRefused)), world.batch():
        Door(world).act("c-1", Sneaked(at=AT))
    assert replace(cast("Client", _file(world, "c-1"))) == _file(world, "c-1")
