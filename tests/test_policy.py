"""Who may do what (R33): the one table, tried at the real doors, cell by cell; and an action without a row fails."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import click
import people
import pytest
import referred
from at_facilitators_desk import FAY, facilitator
from at_physicians_desk import case, physician
from click.testing import CliRunner

from bot import drawing, frame, paper_recipes, rights
from bot.__main__ import main
from bot.drawing import Drawing
from bot.turn import Door
from dialogues.incoming import Incoming, IncomingKind
from dialogues.preview_samples import GROUPS
from state_machines import deputy_acts, desk_picks, facilitator_desk, physician_picks, policy
from state_machines import events as e
from state_machines.decide import Misrouted, decide
from state_machines.effects import Pass, Say
from state_machines.files import Answer, Card, Client, Day, File, Professional, but
from state_machines.hand_over import Deputy, Leave, StandsIn
from storage.open import Opened, open_memory
from storage.port import Record, Turn
from tests.storage.material import keep, new

AT = people.AT
PARTS = ("LOOKS", "PICKS", "EVENTS", "CLOCK_EVENTS", "DESK_EVENTS", "COMMANDS")
AWAY = Leave(start=people.MONDAY, end=people.MONDAY + timedelta(days=6))
CAUSED = (e.ClientEvent, e.PhysicianEvent, e.CoachEvent, e.DeskEvent, e.ClockEvent)
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
    picks = {*desk_picks.PICKS, *physician_picks.PICKS, *physician_picks.SETTINGS, *facilitator_desk.PICKS}
    assert set(policy.PICKS) == {f"pick.{name}" for name in picks}
    events = {f"event.{kind.__name__}" for base in CAUSED for kind in base.__subclasses__()}
    assert {*policy.EVENTS, *policy.CLOCK_EVENTS, *policy.DESK_EVENTS} == events
    assert set(policy.COMMANDS) == set(_commands(main))
    assert sum(len(getattr(policy, part)) for part in PARTS) == len(policy.POLICY)


def test_nobody_may_what_the_table_does_not_know_and_nobody_anything_with_an_erased_client() -> None:
    """Deny by default; and no role is an employer's or supervisor's."""
    assert policy.ROLES == ("client", "coach", "deputy", "physician", "facilitator", "administrator")
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
    "her facilitator": Reader("p-7", policy.FACILITATOR, policy.OWN),
    "another facilitator": Reader("p-6", policy.FACILITATOR, policy.FOREIGN),
}
#: What is drawn at a desk of another kind than a coach's, and whose.
OTHER_DESKS = {"case.summary": policy.PHYSICIAN, "facilitator.plan": policy.FACILITATOR}


@pytest.fixture
def world() -> Iterator[Opened]:
    """Sanne with all who work with her; and Cas, a coach, physician and facilitator who have nothing to do with her."""
    store = open_memory()
    worked = Day(date=people.MONDAY - timedelta(days=3), state="done", asked=True)
    worked = worked.keep(Answer(question="giver", at=AT, words=("gever-sanne",)))
    planless: dict[str, Any] = {"versions": (), "agreed": ""}
    sanne = people.client(
        referral=referred.one("seen", AT),
        referrals=1,
        physician=referred.SMIT,
        window=(worked,),
        facilitator=FAY,
        **planless,
    ).need("call", AT)
    cas = people.client(id="c-2", name="Cas", coach="p-2", coach_name="Bo", chat=22, **planless)
    anna = Deputy(id="p-3", name="Anna")
    joost = people.coach(deputy=anna, leave=AWAY)
    bo = people.coach(id="p-2", name="Bo", chat=12, clients=(Card(client="c-2", name="Cas"),))
    stands_in = (StandsIn(coach="p-1", name="Joost", leave=AWAY),)
    deputy = people.coach(id="p-3", name="Anna", chat=13, clients=(), stands_in_for=stands_in)
    smit, other = physician(case("read")), physician(id="p-8", name="Dr. Vos", chat=18)
    fay, gijs = facilitator("c-1"), facilitator("c-2", id="p-6", name="Gijs", chat=6)
    for file in (sanne, cas, joost, bo, deputy, smit, other, fay, gijs):
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
    drawn = _drawn(world, reader.file, recipe)
    shows, looked = "Sanne" in repr(drawn), _looks(world) - before
    if OTHER_DESKS.get(recipe, "") != (reader.role if reader.role in OTHER_DESKS.values() else ""):
        assert not allowed
        assert (drawn, looked) == (None, 0)
        return
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
    other = tuple(recipe for recipe, role in OTHER_DESKS.items() if role == reader.role)
    recipes = other or ("desk.trajectory", "desk.rule", "desk.messages")
    for recipe in (*recipes, *(() if other else ("desk.clients", "desk.summary"))):
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
    _drawn(world, "p-7", "facilitator.plan")
    rows = world.views.accesses("c-1")
    assert [(row.who, row.name, row.behalf, row.what) for row in rows] == [
        ("p-1", "Joost", "", "trajectory"),
        ("p-3", "Anna", "Joost", "trajectory"),
        ("p-9", "Dr. Smit", "", "referral"),
        ("p-7", "Fay", "", "planned"),
    ]
    assert all(row.at == AT and row.why for row in rows)
    assert world.upkeep.verify() == ()


@pytest.mark.parametrize("recipe", sorted(set(policy.LOOKS) - set(DESK_LOOKS)))
def test_a_clients_recipe_shows_their_own_file_alone(world: Opened, recipe: str) -> None:
    """Whatever client the letter names: it is drawn from the reader's own file, and that is no look of another."""
    assert "gever-sanne" not in repr(_drawn(world, "c-2", recipe, client="c-1"))
    for professional in ("p-1", "p-2", "p-3", "p-7", "p-9"):
        assert _drawn(world, professional, recipe) is None
    assert _looks(world) == 0


# --- buttons --------------------------------------------------------------------------------------------------------


def _reached(decision: Any, client: str) -> bool:
    return any(isinstance(effect, Pass) and effect.to == client for effect in decision.effects)


def _stale(decision: Any) -> bool:
    said = [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]
    return set(said) <= {"stale.desk", "physician.stale", "physician.over", "desk.not_standing_in", "facilitator.stale"}


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


@pytest.mark.parametrize("action", policy.PICKS)
def test_a_facilitators_button_works_for_whom_they_facilitate(action: str) -> None:
    """None of them reaches a client's file; a look at somebody else's plan, or another desk's button, is refused."""
    what, works = action.removeprefix("pick."), False
    for _, desk in people.desks():
        if desk.role != "facilitator":
            continue
        for client, value in (("c-foreign", ""), ("c-foreign", "yes"), ("c-1", ""), ("c-1", "1"), ("", "nl")):
            decision = decide(desk, e.DeskPicked(at=AT, what=what, client=client, value=value))
            assert not _reached(decision, client)
            works = works or not _stale(decision)
            assert client != "c-foreign" or _stale(decision)
    assert works is policy.may(policy.FACILITATOR, action, policy.OWN)


# --- events ---------------------------------------------------------------------------------------------------------

CAUSES = {
    e.ClientEvent: {policy.CLIENT},
    e.PhysicianEvent: {policy.PHYSICIAN},
    e.CoachEvent: {policy.COACH, policy.DEPUTY, policy.ADMINISTRATOR},
    e.DeskEvent: {policy.COACH, policy.DEPUTY, policy.PHYSICIAN, policy.FACILITATOR, policy.ADMINISTRATOR},
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


class Undone(Exception):  # noqa: N818 - named for what is done with the turn
    """What was tried isn't kept."""


#: A file from which each role passes things on to Sanne: of who has to do with her, and of who hasn't.
SOURCES = {
    (policy.CLIENT, policy.FOREIGN): "c-2",
    (policy.COACH, policy.OWN): "p-1",
    (policy.COACH, policy.FOREIGN): "p-2",
    (policy.DEPUTY, policy.OWN): "p-3",
    (policy.PHYSICIAN, policy.OWN): "p-9",
    (policy.PHYSICIAN, policy.FOREIGN): "p-8",
    (policy.FACILITATOR, policy.OWN): "p-7",
    (policy.FACILITATOR, policy.FOREIGN): "p-6",
    (policy.CLOCK, policy.FOREIGN): "c-2",
}
#: Who comes by another way than from a file: their own chat, the clock, a command of the shell.
DIRECT = {(policy.CLIENT, policy.OWN), (policy.CLOCK, policy.OWN), (policy.ADMINISTRATOR, policy.FOREIGN)}
HERS = [*policy.EVENTS, *policy.CLOCK_EVENTS]


def _samples() -> dict[str, e.Event]:
    """One event of every class."""
    every = (people.client_events(people.client()), people.clock_events(), people.physician_events())
    others = (people.coach_events(), people.changes(), people.desk_events())
    agreed = e.PlanAgreed(at=AT, version=people.plan(), parties=("client", "supervisor"), reason="agreed")
    return {f"event.{type(event).__name__}": event for events in (*every, *others, (agreed,)) for event in events}


def _tried(door: Door, to: str, event: e.Event, cell: tuple[str, str], source: str = "") -> bool:
    """Whether the door lets it by; what came of it is undone. What it refuses changes no file."""
    refused, passes, before = door.refused, False, _file(cast("Opened", door.store), to)
    with suppress(Undone), door.store.batch():
        if source:
            passes = door.pass_on(_loaded(door, source), Pass(to=to, event=event)) is not None
        else:
            door.act(to, event, role=cell[0])
            passes = door.refused == refused
        assert passes or (door.refused == refused + 1 and door.store.load(to) == before)
        raise Undone
    return passes


def _loaded(door: Door, file: str) -> File:
    found = door.store.load(file)
    assert found is not None
    return found


def _with_deputy(world: Opened) -> Door:
    sanne = _file(world, "c-1")
    with world.batch():
        anna = Deputy(id="p-3", name="Anna")
        world.commit(
            Turn(
                at=AT,
                before=sanne,
                after=but(sanne, deputy=anna),
                record=Record(event=e.Woke(at=AT, kind="x", day=people.MONDAY)),
            )
        )
    return Door(world)


def test_every_event_at_her_file_passes_the_door_where_its_cell_says_so(world: Opened) -> None:
    """Each class, by each role, as an own and as a foreign client: refused before any machine sees it, or not."""
    door, samples = _with_deputy(world), _samples()
    assert set(samples) == {*HERS, *policy.DESK_EVENTS}
    for action in HERS:
        for cell in (*SOURCES, *DIRECT):
            if action == "event.Invited" or (cell, action) == ((policy.COACH, policy.FOREIGN), "event.CoachChanged"):
                continue
            clock = action in policy.CLOCK_EVENTS and action != "event.ReferralDelivered"
            if clock and cell in DIRECT:
                continue  # whoever sets off the clock: it is the clock's
            passed = _tried(door, "c-1", samples[action], cell, SOURCES.get(cell, ""))
            assert passed is policy.may(cell[0], action, cell[1]), (action, cell)


def test_every_event_at_a_desk_passes_the_door_where_its_cell_says_so(world: Opened) -> None:
    """Word from Sanne, who has to do with that desk; the same from Cas, who hasn't; and what the shell may do there."""
    door, samples = _with_deputy(world), _samples()
    desks = {"p-1": (policy.COACH, policy.DEPUTY), "p-9": (policy.PHYSICIAN,), "p-7": (policy.FACILITATOR,)}
    for action in policy.DESK_EVENTS:
        for desk, roles in desks.items():
            own = any(policy.may(role, action, policy.OWN) for role in roles)
            if action != "event.ProfessionalAdded":
                assert _tried(door, desk, samples[action], (roles[0], policy.OWN), "c-1") is own, (action, desk)
            assert not _tried(door, desk, samples[action], (roles[0], policy.FOREIGN), "c-2")
            shell = (policy.ADMINISTRATOR, policy.FOREIGN)
            if not policy.may(shell[0], action, shell[1]):
                assert not _tried(door, desk, samples[action], shell)


def test_nothing_is_done_with_who_is_erased(world: Opened) -> None:
    """No event of any class, by anybody: there is no file for it, and none comes of it."""
    door, samples = Door(world), _samples()
    with world.batch():
        world.forget("c-1", AT)
        for action in HERS:
            for cell, source in SOURCES.items():
                if action != "event.Invited" and source:
                    assert door.pass_on(_loaded(door, source), Pass(to="c-1", event=samples[action])) is None
                assert door.act("c-1", samples[action], role=cell[0]) is None
        assert world.load("c-1") is None


def test_who_taps_what_is_refused_hears_what_a_stale_button_says(world: Opened) -> None:
    """Kindly, and nothing of what was asked for; what the clock brings says nothing."""
    door = Door(world)
    with world.batch():
        door.pass_on(_loaded(door, "p-2"), Pass(to="c-1", event=e.NeedMet(at=AT, kind="call")))
        door.pass_on(_loaded(door, "c-2"), Pass(to="c-1", event=e.Faded(at=AT, stage="diary")))
        (said,) = [claimed.letter for claimed in world.claim(AT + timedelta(seconds=1), 9).letters]
    assert (said.chat, door.refused) == (12, 2)
    assert "Sanne" not in said.body


def _buttons(kind: type[File]) -> frozenset[str]:
    """What every button carries that these people are ever shown."""
    samples = [sample for _, group in GROUPS for sample in group("nl")]
    shown = [sample.message() for sample in samples if isinstance(sample.file, kind)]
    return frozenset(button.data for message in shown for row in message.rows for button in row if button.data)


@pytest.mark.parametrize(("kind", "chats"), [(Client, (22, 2, 12, 9, 7, 777)), (Professional, (22, 12, 18, 6, 777))])
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


def test_the_door_refuses_what_has_no_row(world: Opened) -> None:
    """Of no kind that the table covers: refused before any machine sees it, and counted; nothing is changed."""

    class Sneaked(e.CoachEvent):
        """Without a row."""

    door, before = Door(world), _file(world, "c-1")
    for role in (*policy.ROLES, policy.CLOCK):
        with world.batch():
            assert door.act("c-1", Sneaked(at=AT), role=role) is before
    assert door.refused == len(policy.ROLES) + 1
    assert _file(world, "c-1") == before
