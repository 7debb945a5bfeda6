"""The law, third way: random histories of sixty days, and pairs of clients of whom one has only good days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import figures
import people
import pytest

from bot.rendering import render
from state_machines import events as e
from state_machines.decide import decide
from state_machines.needs import KINDS
from tests.law import histories, trajectory, waiting
from tests.law.acts import ACTS, Act, perform
from tests.law.histories import EVERYBODY, TEMPERAMENTS, History, begun, history, opposite, played, shrunk
from tests.law.living import Place
from tests.law.trajectory import LawBroken, Trajectory

SHORT, LONG = 100, 10_000
PAIRS, LONG_PAIRS, FIRST_PAIR = 20, 1_000, 20_000
HOUR = timedelta(hours=1)
HEADING = """## The law: random histories

Each line is a run of `make test-long`: histories of 60 days from fixed seeds, through the real `decide`. The last
column must be 0. What a history holds stands in [the law](the-law.md).

| date | what | histories | decisions | step messages | breaches |
|---|---|---|---|---|---|
"""


def run(first: int, count: int) -> tuple[int, int]:
    """The histories of these seeds: decisions and step messages. One that breaks the law is told at its shortest."""
    decisions = steps = 0
    for seed in range(first, first + count):
        made = history(seed)
        try:
            way = played(made, nobody_waits_in_vain if count > SHORT or not seed % 4 else None)
        except LawBroken as broken:
            pytest.fail(f"seed {seed}, {made.temperament}: {broken}; plan {made.plan}; acts {shrunk(made).acts}")
        decisions, steps = decisions + way.decisions, steps + len(way.steps)
    return decisions, steps


def nobody_waits_in_vain(way: Trajectory) -> None:
    """Whatever waits for the clock has a wake that is set, and who left has none. Looked at in a fourth of the few."""
    place = Place(file=way.file, wakes=way.wakes, now=way.now)
    found = [*waiting.unset(place), *waiting.left_over(place)]
    assert not found, f"{found} at {way.now}"


def test_a_hundred_histories_leave_every_plan_as_it_was() -> None:
    """Versions, hashes, the plan of each date: only a coach's registration and the client's yes to one touch them."""
    decisions, steps = run(0, SHORT)
    assert decisions > 200 * SHORT
    assert steps > 2 * SHORT


@pytest.mark.long
def test_ten_thousand_histories_leave_every_plan_as_it_was() -> None:
    """The same for all of them; the figures go into docs/reliability.md."""
    decisions, steps = run(0, LONG)
    figures.keep(HEADING, "histories", LONG, decisions, steps, 0)


def test_histories_hold_what_they_are_said_to_hold() -> None:
    """Every temperament, every act and every kind of plan comes by, and every class of a client's event."""
    made = [history(seed) for seed in range(SHORT)]
    assert {each.temperament for each in made} == set(TEMPERAMENTS)
    assert {act.name for each in made for act in each.acts} == set(ACTS)
    assert {each.plan.template for each in made} == set(histories.TEMPLATES)
    assert set(EVERYBODY) <= set(ACTS)


def test_a_seed_decides_the_history() -> None:
    """A history that found something can be played again."""
    assert history(7) == history(7) != history(8)
    assert played(history(7)).file == played(history(7)).file


def test_a_core_that_bends_the_plan_is_caught_and_the_history_made_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """If a high complaint halved the hours, the one act that shows it is what is left of the history."""

    def bending(file, event):
        decision = decide(file, event)
        high = isinstance(event, e.Answered) and event.question == "complaint" and (event.number or 0) >= 7
        if high and file.versions:
            plan = file.versions[-1]
            easier = replace(plan, steps=tuple(replace(step, hours=step.hours / 2) for step in plan.steps))
            return replace(decision, file=replace(decision.file, versions=(*file.versions[:-1], easier)))
        return decision

    monkeypatch.setattr(trajectory, "decide", bending)
    made = next(history(seed) for seed in range(99) if history(seed).temperament == "bad days")
    with pytest.raises(LawBroken, match="versions of the plan changed"):
        played(made)
    assert len(shrunk(made).acts) == 1


# --- pairs --------------------------------------------------------------------------------------------------------


def told(way: Trajectory) -> list[tuple[datetime, str]]:
    """The step messages as they would be sent: the moment, and every character."""
    return [(said.at, render(said.file, said.prompt).to_json()) for said in way.steps]


def assert_alike(made: History, other: History, seed: int) -> tuple[int, int]:
    """Both clients get the same step messages at the same moments, and their wakes are the same.

    Says how many decisions and step messages both had.
    """
    one, two = played(made), played(other)
    assert told(one) == told(two), f"seed {seed}"
    assert one.step_wakes == two.step_wakes, f"seed {seed}"
    return one.decisions + two.decisions, len(one.steps) + len(two.steps)


def run_pairs(first: int, count: int) -> tuple[int, int]:
    """Each history beside the same one with every score turned over: decisions and step messages."""
    both = [assert_alike(history(seed), opposite(history(seed)), seed) for seed in range(first, first + count)]
    return sum(decisions for decisions, _ in both), sum(steps for _, steps in both)


def test_opposite_scores_give_the_same_step_messages_at_the_same_moments() -> None:
    """Whatever else happens to both: signals, pauses, zones, a coach who registers."""
    assert run_pairs(FIRST_PAIR, PAIRS)[1] > 4 * PAIRS


@pytest.mark.long
def test_a_thousand_pairs_with_opposite_scores_get_the_same_step_messages() -> None:
    """The same for a thousand; the figures go into docs/reliability.md."""
    decisions, steps = run_pairs(FIRST_PAIR, LONG_PAIRS)
    figures.keep(HEADING, "pairs with opposite scores", 2 * LONG_PAIRS, decisions, steps, 0)


def daily(made: History, name: str, value: int, hour: int = 16) -> History:
    """The same client and plan, with one act each day of the sixty."""
    days = [made.begins.date() + timedelta(days=n) for n in range(1, histories.DAYS)]
    acts = tuple(Act(at=datetime.combine(day, time(hour, 45), UTC), name=name, value=value) for day in days)
    return replace(made, acts=acts)


LIVES: dict[str, Callable[[History], History]] = {
    "only tens": lambda made: daily(made, "check-in", 10),
    "only zeros": lambda made: daily(made, "check-in", 0),
    "a complaint every day": lambda made: daily(made, "complaint", 10),
    "no complaint any day": lambda made: daily(made, "complaint", 0),
    "leeway asked for every day": lambda made: daily(made, "leeway", 2),
    "a disturbance every day": lambda made: daily(made, "disturbed", 1),
    "one answer a day": lambda made: daily(made, "answer", 3),
    "all hours worked": lambda made: daily(made, "worked", 8),
    "no hours worked": lambda made: daily(made, "worked", 0),
    "a pause of a fortnight, again and again": lambda made: daily(made, "pause", 14),
}


@pytest.mark.parametrize("life", LIVES)
def test_every_life_gets_the_step_messages_of_a_silent_one(life: str) -> None:
    """Only tens, only zeros, complaints, requests, pauses: the messages are those of who never says a word."""
    for seed in range(6):
        made = replace(history(seed), acts=())
        assert assert_alike(LIVES[life](made), made, seed)[1] >= 2


# --- the two exceptions: messages held, the plan not --------------------------------------------------------------


def a_week() -> History:
    """A plan that begins on a Monday; the client is welcomed on the Friday before."""
    plan = people.plan(registered=people.MONDAY - timedelta(days=7))
    return History(plan=plan, begins=datetime(2026, 11, 27, 11, tzinfo=UTC), acts=())


#: When the first step message of `a_week` is due: nine in the morning in the Netherlands.
DUE = datetime(2026, 11, 30, 8, tzinfo=UTC)


def held(*acts: Act) -> tuple[Trajectory, list[tuple[datetime, str]], list[tuple[datetime, str]]]:
    """The client with these acts, and the step messages of a client without and of this one."""
    way = begun(a_week())
    for act in acts:
        perform(act, way)
    way.until(DUE + timedelta(days=40))
    return way, told(played(a_week())), told(way)


def assert_only_later(way: Trajectory, without: list[tuple[datetime, str]], with_: list[tuple[datetime, str]]) -> None:
    """The same messages, byte for byte, the first one later; the plan and its dates as they were."""
    assert [text for _, text in with_] == [text for _, text in without]
    assert with_[0][0] > without[0][0]
    assert with_[1:] == without[1:]
    assert way.file.plan_on(people.MONDAY) == begun(a_week()).file.plan_on(people.MONDAY)


@pytest.mark.parametrize("tier", [0, 1, 2])
def test_after_a_safety_signal_the_step_message_waits_a_day(tier: int) -> None:
    """R22: 24 hours, then the same message; after the quiet hours when the day ends in them."""
    signal = DUE - timedelta(hours=2)
    way, without, with_ = held(Act(at=signal, name="danger", value=tier))
    assert_only_later(way, without, with_)
    assert with_[0][0] == datetime(2026, 12, 1, 7, tzinfo=UTC)  # 24 hours after 7:00 is 7:00: quiet until 8:00


def test_after_arts_the_step_message_waits_until_the_coach_answers() -> None:
    """R37: the coach deals with it on the same day, and the message comes at that moment."""
    doctor = Act(at=DUE - HOUR, name="doctor")
    answer = Act(at=DUE + 5 * HOUR, name="met", value=KINDS.index("doctor"))
    way, without, with_ = held(doctor, answer)
    assert_only_later(way, without, with_)
    assert with_[0][0] == answer.at


def test_after_arts_without_an_answer_the_step_message_waits_three_working_days_at_most() -> None:
    """R37: then somebody else is asked, and the message comes; each day another /arts makes it no longer."""
    deadline = datetime(2026, 12, 2, 16, tzinfo=UTC)  # the third working day of the coach, at the end of it
    for again in ((), tuple(Act(at=DUE + timedelta(hours=24 * n), name="doctor") for n in range(2))):
        way, without, with_ = held(Act(at=DUE - timedelta(days=2), name="doctor"), *again)
        assert_only_later(way, without, with_)
        assert with_[0][0] == deadline, again


def test_an_answer_about_the_doctor_ends_no_hold_for_safety() -> None:
    """R22 beside R37: the day after a signal stays free of step messages, whatever was settled meanwhile."""
    signal = DUE - HOUR
    doctor = Act(at=DUE - 2 * HOUR, name="doctor")
    answer = Act(at=DUE + HOUR, name="met", value=KINDS.index("doctor"))
    _, _, with_ = held(doctor, Act(at=signal, name="danger", value=1), answer)
    assert with_[0][0] >= signal + timedelta(hours=24)


@pytest.mark.parametrize("hours", [-3, 2])
def test_a_message_that_waits_survives_another_time_zone(hours: int) -> None:
    """Held or not yet said, the step of this week still comes once when the client travels (R16)."""
    signal = Act(at=DUE - 2 * HOUR, name="danger", value=1)
    travels = Act(at=DUE + hours * HOUR, name="zone", value=3)
    for acts in ((travels,), (signal, travels) if hours > 0 else (travels, signal)):
        _, without, with_ = held(*acts)
        assert [text for _, text in with_] == [text for _, text in without]


def test_doable_is_a_number_and_no_switch() -> None:
    """A low "how doable" opens a talk and leaves the version as it is, waiting for its yes (R1)."""
    way = begun(replace(a_week(), acts=()))
    way.happen(e.PlanAgreed(at=DUE, version=replace(people.plan(), goal="anew"), parties=(), reason="anew"))
    draft = way.file.versions[-1].digest()
    way.happen(e.DoableAnswered(at=DUE + HOUR, digest=draft, number=Decimal(0)))
    assert way.file.draft is not None
    assert way.file.draft.digest() == draft
