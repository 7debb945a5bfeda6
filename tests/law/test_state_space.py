"""The state space: every state is reached, every row taken, nobody waits for nothing, and everybody is answered."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time, timedelta
from functools import cache

import figures
import people
import pytest

from dialogues import safety
from state_machines import events as e
from state_machines import physician_cases as cases
from state_machines.effects import Pass
from state_machines.files import Client
from state_machines.plan import Evaluation
from tests.law import answered, desks, living, rows, waiting, ways_out
from tests.law.desks import Desks
from tests.law.living import Living, Place
from tests.law.rows import Row

HEADING = """## Every state: reached, waited in, left, answered

Each line is one walk of `make test-long` from an invitation on, with the clock as it is set, or from a new coach's
desk on. Of the rows of all tables that it is about, these were taken. The rest are named in
`tests/law/test_state_space.py` with the reason why they never are; a part of a walk takes fewer. In every place that
was found: does all that waits for the clock have a wake that is set; does the client find a way out of all that is
open; and is `/stop`, `/help` and a message of danger answered in both languages, the last with the numbers first? The
last three columns must be 0.

| date | walk | places | decisions | rows taken | not taken | waits without a wake | no way out | not answered |
|---|---|---|---|---|---|---|---|---|
"""
#: Whose table it is, and where a client's file keeps its state.
STATE_OF: dict[str, Callable[[Client], str]] = {
    "journey": lambda file: file.journey,
    "welcome": lambda file: file.stage,
    "checkin": lambda file: file.day.state if file.day else "resting",
    "complaints": lambda file: file.complaints.state,
    "referral": lambda file: file.referral.state if file.referral else "closed",
}
DESK = "desk"
#: States that no file is ever kept in, and why.
PASSED = {("welcome", "done"): "the last answer leads on into coaching in the same act"}
#: So many places of the walk that tells pairs apart.
MOST_PAIRS = 400
AT_FIRST = "before the first answer the first question is open, and others always follow it"
#: Rows that are never taken, by table, trigger, states and place among the rows of a state; and why.
NEVER: dict[tuple[str, str, tuple[str, ...], int], str] = {
    ("checkin", "answer", ("prompted", "snoozed"), 2): AT_FIRST,
    ("checkin", "answer", ("prompted", "snoozed"), 4): AT_FIRST,
    ("checkin", "skip", ("resting", "prompted", "snoozed", "short"), 2): AT_FIRST,
    ("complaints", "release", ("quiet", "voiced", "sustained"), 1): (
        "who reads a report was offered one or asked for it, and the machine stays with that until the report is sent"
    ),
    (DESK, "gone", ("idle", "inviting", "leave_from", "leave_until"), 1): "nothing is being entered about a client",
}


def never() -> set[Row]:
    """The rows of `NEVER`, one a state."""
    return {Row(table, trigger, state, n) for table, trigger, states, n in NEVER for state in states}


def all_rows(names: Iterable[str]) -> set[Row]:
    """The rows of these tables."""
    return {row for name in names for row in rows.rows(rows.tables()[name])}


def walked(walk: Living | Desks) -> set[Row]:
    """Walk, and say which rows were taken."""
    with rows.noted() as taken:
        walk.go()
    return set(taken)


@cache
def short() -> tuple[Living, set[Row]]:
    """The walk of every run, made once."""
    walk = Living()
    return walk, walked(walk)


# --- a client -----------------------------------------------------------------------------------------------------


def test_every_state_of_every_table_is_reached_from_the_invitation_and_every_row_is_taken() -> None:
    """By what people and the clock really can do. What never happens is named in two tables here, and never does."""
    walk, taken = short()
    assert_reached(walk, taken)


def assert_reached(walk: Living, taken: set[Row]) -> None:
    """All states and rows of a client's tables, but for those that are named; and those not."""
    assert walk.whole
    found = {(name, state_of(place.file)) for place in walk.places for name, state_of in STATE_OF.items()}
    every = {(name, state) for name in STATE_OF for state in rows.tables()[name].states}
    assert every - found == set(PASSED)
    assert all_rows(STATE_OF) - taken == never() & all_rows(STATE_OF)


def test_the_tables_are_all_there_are() -> None:
    """A new table must be walked too: it is a client's, or the desk's."""
    assert set(rows.tables()) == {*STATE_OF, DESK}
    assert never() <= all_rows(rows.tables())


def test_whatever_waits_for_the_clock_has_a_wake_that_is_set() -> None:
    """In every place; and for who left nothing is set any more. Each kind of waiting comes by."""
    places = short()[0].places
    assert [(place.now, found) for place in places for found in waiting.unset(place)] == []
    assert [(place.now, found) for place in places for found in waiting.left_over(place)] == []
    assert {kind for kind, waits in waiting.WAITS.items() for place in places if waits(place)} == set(waiting.WAITS)


def test_the_client_finds_a_way_out_of_everything_that_is_open() -> None:
    """A command and buttons on the screen lead out of each knot; `/stop` ends it all, and `/start` begins again."""
    places = short()[0].places
    assert [(place.now, found) for place in places for found in ways_out.tied(place)] == []
    assert {name for name, knot in ways_out.KNOTS.items() if any(knot.is_open(p.file) for p in places)} == set(
        ways_out.KNOTS
    )


def test_in_every_state_stop_and_help_are_answered_and_danger_gets_the_numbers_first() -> None:
    """In both languages, through the real door."""
    assert all(safety.heard(text) == safety.Tier.T1 for text in answered.DANGER.values())
    places = short()[0].places
    assert [(place.now, found) for place in places for found in answered.unanswered(place.file, place.now)] == []


@pytest.mark.long
def test_the_same_with_more_told_apart() -> None:
    """The figures go into docs/reliability.md."""
    walk = Living(aspects=living.ASPECTS | living.MORE)
    taken = walked(walk)
    assert_reached(walk, taken)
    assert_all_well("a client: more told apart", walk, taken)


@pytest.mark.long
def test_the_same_with_pairs_told_apart() -> None:
    """A part of them, in an order from a seed: all would take hours. No row is taken that never is."""
    walk = Living(together=2, most=MOST_PAIRS)
    taken = walked(walk)
    assert not taken & never()
    assert_all_well("a client: pairs of what is told apart, a part", walk, taken)


def assert_all_well(name: str, walk: Living, taken: set[Row]) -> None:
    """Nobody waits in vain, is stuck or unanswered; the figures are kept."""
    unset = sum(1 for place in walk.places for _ in (*waiting.unset(place), *waiting.left_over(place)))
    tied = sum(1 for place in walk.places for _ in ways_out.tied(place))
    silent = sum(1 for place in walk.places for _ in answered.unanswered(place.file, place.now))
    untaken = len(all_rows(STATE_OF) - taken)
    found = len(taken & all_rows(STATE_OF)), untaken, unset, tied, silent
    figures.keep(HEADING, name, len(walk.places), walk.decisions, *found)
    assert (unset, tied, silent) == (0, 0, 0)


# --- a desk -------------------------------------------------------------------------------------------------------


def test_every_state_of_a_desk_is_reached_and_left() -> None:
    """Of a coach's dialogues and of a physician's cases; cancelling ends any dialogue, help and danger are answered."""
    coach, physician = Desks(role="coach", coarse=True).go(), Desks(role="physician").go()
    assert {desk.file.desk for desk in coach.places} == set(rows.tables()[DESK].states)
    known = {cases.NEW, cases.WAITING, cases.READ, cases.ANSWERED, cases.OVER}
    assert {case.state for desk in physician.places for case in desk.file.cases} == known
    assert list(wanting(coach)) == list(wanting(physician)) == []


@pytest.mark.long
def test_every_row_of_the_desk_is_taken() -> None:
    """With every kind of sheet in every state, and after days in which a start has passed."""
    walk = Desks(role="coach")
    taken = walked(walk) & all_rows([DESK])
    untaken = all_rows([DESK]) - taken
    silent = len(list(wanting(walk)))
    figures.keep(
        HEADING, "a coach's desk", len(walk.places), walk.decisions, len(taken), len(untaken), "–", "–", silent
    )
    assert untaken == never() & all_rows([DESK])
    assert silent == 0


def wanting(walk: Desks) -> Iterable[str]:
    """What isn't answered at a desk, and the dialogues that cancelling doesn't end."""
    for desk in walk.places:
        yield from answered.unanswered(desk.file, desk.moment.at)
        if desk.file.role == "coach" and desks.cancelled(desk).desk != "idle":
            yield f"cancel in {desk.file.desk}"


# --- what was found by it -----------------------------------------------------------------------------------------


def lived(file: Client, *steps: tuple[int, e.Event]) -> Place:
    """The file after these events, each so many days after the sample moment; the wakes in between come on time."""
    place = Place(file=file, wakes={}, now=people.AT)
    for days, event in steps:
        at = people.AT + timedelta(days=days)
        place = until(place, at).happen(replace(event, at=at))
    return place


def until(place: Place, at: object) -> Place:
    """Time goes by: all that comes due until then."""
    while any(wake.at <= at for wake in place.wakes.values()):
        place = place.wait()
    return place


def test_a_pause_that_ended_by_stopping_ends_no_later_one() -> None:
    """Its wake is taken back: who comes back and pauses again has all of that pause."""
    at, again = people.AT, [e.WelcomeChosen(at=people.AT, choice=choice, text="h") for choice in ("return", "agree")]
    place = lived(
        people.client(),
        (0, e.PauseChosen(at=at, days=3)),
        (1, e.Asked(at=at, what="stop_sure")),
        *((1, event) for event in again),
        (1, e.TimeChosen(at=at, time=time(16, 30))),
        (1, e.DaysChosen(at=at, weekdays=None)),
        (2, e.PauseChosen(at=at, days=14)),
    )
    assert until(place, at + timedelta(days=14)).file.journey == "paused"
    assert until(place, at + timedelta(days=17)).file.journey == "coaching"


def test_a_plan_that_is_registered_sets_nothing_for_who_left() -> None:
    """The coach records a signed paper after the stop: no wake comes day after day for nothing."""
    plan = replace(people.plan(goal="other work"), paper=people.MONDAY)
    registered = e.PlanAgreed(at=people.AT, version=plan, parties=plan.parties, reason="agreed")
    place = lived(people.client(), (0, e.Asked(at=people.AT, what="stop_sure")), (1, registered))
    assert place.file.agreed == place.file.versions[-1].digest()
    assert dict(place.wakes) == {}


@pytest.mark.parametrize(("changed", "told"), [(12, 15), (17, 17)])
def test_an_evaluation_that_is_overdue_by_the_coachs_new_days_is_told(changed: int, told: int) -> None:
    """Planned for 11 December; on Mondays alone overdue from the 21st on. With a whole week: from the 15th, or now."""
    plan = replace(people.plan(), evaluations=(Evaluation(day=people.MONDAY + timedelta(days=11)),))
    file = people.client(versions=(plan,), agreed=plan.digest(), coach_days=(1,))
    consult = e.ConsultSet(at=people.AT, number=1, when=people.AT + timedelta(days=3))
    whole_week = e.CoachChanged(at=people.AT, coach_name="Joost", coach_days=(1, 2, 3, 4, 5))
    place = lived(file, (0, consult), (changed, whole_week))
    assert "agenda" not in waiting.unset(place)
    while "evaluation_overdue" not in words_to_coach(place) and place.now < people.AT + timedelta(days=30):
        place = place.wait()
    assert place.now.date() == people.MONDAY + timedelta(days=told)


def words_to_coach(place: Place) -> set[str]:
    """What the coach was told of the last event."""
    passed = [effect.event for effect in place.effects if isinstance(effect, Pass)]
    return {event.what for event in passed if isinstance(event, e.ClientTold)}


# --- that it would find something ---------------------------------------------------------------------------------


def test_a_wake_that_was_not_set_is_found() -> None:
    """Without its wakes each place that waits says so, for every kind of waiting."""
    found = Counter(kind for place in short()[0].places for kind in waiting.unset(replace(place, wakes={})))
    assert set(found) == set(waiting.WAITS)


def test_a_knot_without_a_way_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """If no button were tapped, nobody would get out of most."""
    for name, knot in ways_out.KNOTS.items():
        monkeypatch.setitem(ways_out.KNOTS, name, replace(knot, taps=()))
    found = {name for place in short()[0].places for name in ways_out.tied(place)}
    assert found >= {"taking part", "having stopped", "a pause", "a check-in under way", "a report to choose about"}


def test_words_of_danger_that_were_not_heard_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Harmless words in their place get no numbers, and the walk says so."""
    monkeypatch.setitem(answered.DANGER, "nl", "ik ging wandelen")
    place = next(place for place in short()[0].places if place.file.journey == "coaching")
    assert list(answered.unanswered(place.file, place.now)) == ["danger in nl"]


def test_a_row_that_is_taken_is_noted_and_no_other() -> None:
    """The first of two rows for a link that is opened is the one for a link that is too old."""
    file = people.client(journey="invited", chat=None, versions=(), agreed="", consents=())
    opened = e.LinkOpened(at=people.AT, chat=9, language="en", display_name="S.")
    with rows.noted() as taken:
        Place(file=file, wakes={}, now=people.AT).happen(opened)
    assert taken == {Row("journey", "open", "invited", 1): 1}
    with rows.noted() as none:
        pass
    assert not none
