"""A plan file is understood as it was meant, or everything that is wrong with it is named (R1, R6, R9)."""

import json
import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import any_terms

from dialogues import plan_file, plan_file_steps, plan_file_words, plan_json, plan_table, plan_warned
from dialogues.plan_file_values import Fault
from dialogues.words import LANGUAGES, words
from state_machines.plan import Blocks, Evaluation, Leeway, PlanRefused, Task
from state_machines.plan_changes import lengthened, stopped
from state_machines.plan_templates import make, refusals
from state_machines.plan_terms import Terms
from state_machines.plan_warnings import CODES, Warned, warnings

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES, PAGE = DOCS / "examples", DOCS / "reference" / "plan-file.md"
TODAY = date(2026, 11, 20)
WEEKLY = (EXAMPLES / "weekly.toml").read_text(encoding="utf-8")
ROWS = [
    {"dateStart": "2026-11-30", "dateEnd": "2026-12-06", "recoveryPercentage": 25},
    {"dateStart": "2026-12-07", "dateEnd": "2026-12-13", "recoveryPercentage": 62.5},
    {"dateStart": "2026-12-14", "dateEnd": "2026-12-20", "recoveryPercentage": 100},
]
AGREED = {
    "goal": "own work",
    "contract_hours": 32,
    "days": "mon tue thu fri",
    "supervisor": "Karin",
    "tasks": ["post"],
    "agreed_by": ["client", "supervisor"],
    "agreed_on": "2026-11-19",
}


def toml(text: str, **given_: object) -> Terms | tuple[Fault, ...]:
    return plan_file.understand(text, "toml", today=TODAY, given=given_)


def read(values: object, **given_: object) -> Terms | tuple[Fault, ...]:
    return plan_file.understand(json.dumps(values), "json", today=TODAY, given=given_)


def terms(understood: Terms | tuple[Fault, ...]) -> Terms:
    assert isinstance(understood, Terms), understood
    return understood


def faults(understood: Terms | tuple[Fault, ...]) -> dict[str, str]:
    """What is wrong, by key: the code, or the reason why it can't be a plan."""
    assert isinstance(understood, tuple), understood
    return {fault.key: fault.values.get("reason", fault.code) for fault in understood}


def replaced(old: str, new: str) -> str:
    assert WEEKLY.count(old) == 1, old
    return WEEKLY.replace(old, new)


# --- what is understood -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*")), ids=lambda path: path.name)
def test_every_example_is_a_plan(path: Path) -> None:
    """Each file of the docs is read as it stands, and makes a plan."""
    kind = path.suffix.removeprefix(".")
    understood = plan_file.understand(path.read_text(encoding="utf-8"), kind, today=TODAY)
    assert make(terms(understood)).start == date(2026, 11, 30)


def test_everything_of_the_agreement_is_read() -> None:
    """All that R1 names reaches the terms, and what nobody said stays unknown."""
    found = terms(toml(WEEKLY))
    assert (found.goal, found.contract_hours, found.weekdays) == ("own work, all contract hours", 32, (1, 2, 4, 5))
    assert found.tasks[0] == Task(name="sorting the post", kind="adapted", safe=True, deadline=False)
    assert found.own_tasks[0] == Task(name="planning routes", kind="own")
    assert found.evaluations == (
        Evaluation(day=date(2026, 12, 11)),
        Evaluation(day=date(2027, 1, 8), parties=("client", "supervisor", "coach")),
    )
    assert found.leeway == Leeway(weeks=2)
    assert found.parties == ("client", "supervisor", "coach")
    assert (found.basis, found.agreed_on, found.physician_told) == ("advice", date(2026, 11, 19), TODAY)
    assert (found.paper, found.begins, found.blocks) == (None, None, None)


def test_a_double_schedule_names_its_two_lines() -> None:
    """The agreed line makes the steps, the other one lies beside it, from its own template (R9)."""
    found = terms(toml((EXAMPLES / "double.toml").read_text(encoding="utf-8")))
    plan = make(found)
    assert plan.line == "cautious"
    assert [step.hours for step in plan.steps] == [6, 12, 18, 24]
    assert [step.hours for step in plan.other] == [6, 12, 18, 24]
    assert [step.end for step in plan.other][-1] == date(2026, 12, 27)
    assert plan.steps[0].blocks == Blocks(work=Decimal(2), rest=Decimal(1))
    assert plan.steps[3].blocks == Blocks(work=Decimal(4), rest=Decimal(1))
    assert (plan.steps[0].tempo, plan.steps[0].support) == ("half of the usual pile", "Ahmed comes by at ten")
    assert plan.steps[2].pay == "to_be_agreed"


def test_a_night_shift_begins_in_the_evening() -> None:
    """Hours past midnight belong to the date on which the shift begins."""
    found = terms(toml((EXAMPLES / "night-shift.toml").read_text(encoding="utf-8")))
    assert found.begins == time(22)


def test_rows_of_an_absence_system_are_steps() -> None:
    """A percentage is a share of the contract hours; what else a row carries is left out; the order doesn't matter."""
    rows = [dict(row, remark="something about the absence", id=n) for n, row in enumerate(ROWS)]
    found = terms(read({**AGREED, "steps": rows[::-1]}))
    plan = make(found)
    assert [step.hours for step in plan.steps] == [8, 20, 32]
    assert "something about the absence" not in repr(found)


def test_a_share_that_does_not_come_out_is_rounded_to_quarters() -> None:
    """33 % of 32 hours is 10.56: 10.5, as in the templates (R6)."""
    plan = make(terms(read({**AGREED, "steps": [dict(ROWS[0], recoveryPercentage=33)]})))
    assert plan.steps[0].hours == Decimal("10.5")


def test_a_bare_list_of_rows_gets_the_rest_from_options() -> None:
    """As it comes out of the absence system, with the agreement beside it."""
    plan = make(terms(read(ROWS, **AGREED)))
    assert (plan.start, plan.end) == (date(2026, 11, 30), date(2026, 12, 20))


def test_an_open_last_row_ends_with_the_plan() -> None:
    """The last `dateEnd` may be empty or absent when an end is given."""
    open_ = [*ROWS[:2], {"dateStart": "2026-12-14", "dateEnd": None, "recoveryPercentage": 100}]
    plan = make(terms(read({**AGREED, "steps": open_, "end": "2027-01-03"})))
    assert plan.end == date(2027, 1, 3)


@pytest.mark.parametrize(
    "said", ["mon,tue,thu,fri", "ma di do vr", "Monday, Tuesday, Thursday and Friday", ["mon", "di", "thu", "vrijdag"]]
)
def test_days_are_dutch_or_english(said: object) -> None:
    """In one text or in a list."""
    assert terms(read({**AGREED, "steps": ROWS, "days": said})).weekdays == (1, 2, 4, 5)


@pytest.mark.parametrize(
    "said", ["2026-11-30", "30-11-2026", "30/11/2026", "2026-11-30T00:00:00", "2026-11-30T00:00:00+01:00"]
)
def test_dates_are_read_as_systems_write_them(said: str) -> None:
    """Year first or day first, with a midnight behind it or without."""
    rows = [dict(ROWS[0], dateStart=said)]
    assert terms(read({**AGREED, "steps": rows})).start == date(2026, 11, 30)


@given(any_terms())
def test_a_plan_made_from_its_own_preview_is_the_same(wanted: Terms) -> None:
    """What `plan preview --json` writes can be read again: the same steps, to the quarter and the day."""
    plan = make(wanted)
    told = json.loads(plan_json.written(plan, warnings(plan), words("en")))
    beside = {
        "contract_hours": str(plan.contract_hours),
        "days": ",".join(plan_json.DAYS[d - 1] for d in plan.weekdays),
    }
    again = plan_file.understand(json.dumps(told), "json", today=plan.start, given=beside, register=False)
    names = [(step.start, step.end, step.hours, step.per_day, step.tasks) for step in make(terms(again)).steps]
    assert names == [(step.start, step.end, step.hours, step.per_day, step.tasks) for step in plan.steps]


# --- what is wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "key", "code", "line"),
    [
        ('goal = "own work, all contract hours"', "", "goal", "missing_goal", None),
        ('goal = "own work, all contract hours"', 'goal = ""', "goal", "text", 2),
        ('goal = "own work, all contract hours"', "goal = 3", "goal", "text", 2),
        ('"own work, all contract hours"', f'"{"x" * 121}"', "goal", "too_long", 2),
        ("contract_hours = 32", "", "contract_hours", "missing_contract_hours", None),
        ("contract_hours = 32", 'contract_hours = "many"', "contract_hours", "number", 3),
        ("contract_hours = 32", "contract_hours = 0", "contract_hours", "contract_hours", 3),
        ("contract_hours = 32", "contract_hours = 80", "contract_hours", "contract_hours", 3),
        ("contract_hours = 32", "contract_hours = nan", "contract_hours", "number", 3),
        ("contract_hours = 32", "contract_hours = true", "contract_hours", "number", 3),
        ("contract_hours = 32", "contract_hours = 60", "contract_hours", "hours_a_day", 3),
        ("leeway = {weeks = 2}", "leway = {weeks = 2}", "leway", "unknown_near", None),
        ('["mon", "tue", "thu", "fri"]', "[]", "days", "days", 4),
        ('["mon", "tue", "thu", "fri"]', '["mon", "tomorrow"]', "days", "days", 4),
        ('["mon", "tue", "thu", "fri"]', "[1, 2]", "days", "days", 4),
        ("start = 2026-11-30", "", "start", "missing_start", None),
        ("start = 2026-11-30", 'start = "soon"', "start", "date", 5),
        ("start = 2026-11-30", "start = 2026-11-30T09:00:00", "start", "date", 5),
        ("start = 2026-11-30", "start = 2026-11-19", "start", "start", 5),
        ("start = 2026-11-30", "start = 2126-11-30", "start", "start_far", 5),
        ("start = 2026-11-30", "start = 2026-11-30\nend = 2026-12-31", "end", "end_differs", 6),
        ('template = "weekly"', "", "template", "missing_template", None),
        ('template = "weekly"', 'template = "monthly"', "template", "choice", 6),
        ('template = "weekly"', 'template = "custom"', "steps", "steps", None),
        ('template = "weekly"', 'template = "weekly"\nsteps = [{hours = 8}]', "steps", "template_and_steps", 7),
        ('supervisor = "Karin"', "", "supervisor", "missing_supervisor", None),
        ('basis = "advice"', 'basis = "doctor"', "basis", "choice", None),
        ("leeway = {weeks = 2}", "leeway = {weeks = 2, times = 3}", "leeway", "leeway", None),
        ("leeway = {weeks = 2}", "leeway = -1", "leeway", "count", None),
        ("leeway = {weeks = 2}", "leeway = 1.5", "leeway", "count", None),
        ("leeway = {weeks = 2}", "leeway = {week = 2}", "leeway.week", "unknown_near", None),
        ("leeway = {weeks = 2}", "blocks = {work = 0, rest = 1}", "blocks", "blocks", None),
        ("leeway = {weeks = 2}", "blocks = {work = 2}", "blocks.rest", "missing_blocks", None),
        ("leeway = {weeks = 2}", "blocks = 2", "blocks", "section", None),
        ("leeway = {weeks = 2}", 'begins = "late"', "begins", "time", None),
        ("leeway = {weeks = 2}", 'agreed = "cautious"', "agreed", "agreed_alone", None),
        ("agreed_on = 2026-11-19", "", "agreed_on", "missing_agreed_on", None),
        ("agreed_on = 2026-11-19", "agreed_on = 2026-11-21", "agreed_on", "future", None),
        ("physician_told = 2026-11-20", "physician_told = 2027-01-01", "physician_told", "future", None),
        ('agreed_by = ["client", "supervisor", "coach"]', "", "agreed_by", "missing_agreed_by", None),
        ('agreed_by = ["client", "supervisor", "coach"]', 'agreed_by = ["client"]', "agreed_by", "must_agree", None),
        ('agreed_by = ["client", "supervisor", "coach"]', 'agreed_by = ["boss"]', "agreed_by[1]", "choice", None),
        ("2026-12-11, {", '"then", {', "evaluations[1]", "date", None),
        ("date = 2027-01-08, parties", "parties", "evaluations[2].date", "date", None),
        ('"planning routes"', '"calling customers"', "own_tasks[2]", "twice", None),
        ('"planning routes"', '""', "own_tasks[1]", "text", None),
        ('"planning routes"', '{name = "x", share = 101}', "own_tasks[1].share", "percentage", None),
        ('"planning routes"', '{name = "x", safe = "yes"}', "own_tasks[1].safe", "flag", None),
        ('"planning routes"', '{name = "x", kind = "easy"}', "own_tasks[1].kind", "choice", None),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_line(
    old: str, new: str, key: str, code: str, line: int | None
) -> None:
    """One thing is wrong in a file that is right: exactly that is named, at its own line."""
    understood = toml(replaced(old, new))
    assert faults(understood) == {key: code}
    assert isinstance(understood, tuple)
    if line is not None:
        assert understood[0].line == line


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({1: {"dateEnd": "2026-12-06"}}, {"steps[2]": "end_before_start"}),
        ({1: {"dateStart": "2026-12-05"}}, {"steps[2]": "overlap"}),
        ({1: {"dateStart": "2026-11-30"}}, {"steps[2].dateStart": "same_start"}),
        ({0: {"dateStart": "2026-11-01"}}, {"steps[1]": "start"}),
        ({2: {"dateEnd": "2029-12-20"}}, {"steps": "too_long"}),
        ({2: {"dateEnd": "9999-12-31"}}, {"steps[3]": "start_far"}),
        ({1: {"recoveryPercentage": 0}}, {"steps[2].recoveryPercentage": "percentage"}),
        ({1: {"recoveryPercentage": 101}}, {"steps[2].recoveryPercentage": "percentage"}),
        ({1: {"recoveryPercentage": -25}}, {"steps[2].recoveryPercentage": "percentage"}),
        ({1: {"recoveryPercentage": "half"}}, {"steps[2].recoveryPercentage": "number"}),
        ({1: {"recoveryPercentage": None}}, {"steps[2].recoveryPercentage": "missing_in_row"}),
        ({1: {"dateStart": "2026-02-30"}}, {"steps[2].dateStart": "date"}),
        ({1: {"dateStart": "2026-11-29T23:00:00Z"}}, {"steps[2].dateStart": "date"}),
        ({1: {"dateStart": None}}, {"steps[2].dateStart": "missing_in_row"}),
        ({1: {"dateEnd": None}}, {"steps[2].dateEnd": "open_between"}),
        ({2: {"dateEnd": None}}, {"steps[3].dateEnd": "open_last"}),
        (
            {0: {"dateEnd": "soon"}, 2: {"recoveryPercentage": 500}},
            {"steps[1].dateEnd": "date", "steps[3].recoveryPercentage": "percentage"},
        ),
    ],
)
def test_rows_that_contradict_are_named(changes: dict[int, dict[str, object]], expected: dict[str, str]) -> None:
    """By the place of the row; nothing is filled in."""
    rows = [{**row, **changes.get(place, {})} for place, row in enumerate(ROWS)]
    assert faults(read({**AGREED, "steps": rows})) == expected


def test_a_gap_between_rows_is_a_warning() -> None:
    """People may have agreed it so; it is said before anything is registered."""
    plan = make(terms(read({**AGREED, "steps": [ROWS[0], ROWS[2]]})))
    assert Warned(code="gap", day=date(2026, 12, 7)) in warnings(plan)


STEP = {"start": "2026-11-30", "hours": 8, "tasks": ["post"]}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"hours": None}, {"steps[1].hours": "missing_hours"}),
        ({"hours": 8.1}, {"steps[1]": "quarters"}),
        ({"hours": 0}, {"steps[1]": "no_hours"}),
        ({"hours": 60}, {"steps[1]": "hours_a_day"}),
        ({"hours_per_week": 8}, {"steps[1].hours_per_week": "twice"}),
        ({"hours_per_day": {"mon": 4, "tue": 3}}, {"steps[1].hours": "hours_differ"}),
        ({"hours": None, "hours_per_day": {"mon": 4, "ma": 4}}, {"steps[1].hours_per_day.ma": "twice"}),
        ({"hours": None, "hours_per_day": {"someday": 4}}, {"steps[1].hours_per_day.someday": "day"}),
        ({"hours": None, "hours_per_day": {"mon": "x"}}, {"steps[1].hours_per_day.mon": "number"}),
        ({"hours": None, "hours_per_day": {"mon": 13}}, {"steps[1]": "hours_a_day"}),
        ({"end": "2026-12-06", "weeks": 1}, {"steps[1].weeks": "weeks_and_end"}),
        ({"weeks": 0}, {"steps": "step_weeks"}),
        ({"weeks": 99}, {"steps": "step_weeks"}),
        ({"end": "2026-11-29"}, {"steps[1]": "end_before_start"}),
        ({"tasks": ["post", "posst"]}, {"steps[1].tasks[2]": "unknown_task_near"}),
        ({"tasks": ["juggling"]}, {"steps[1].tasks[1]": "unknown_task"}),
        ({"tasks": "post"}, {"steps[1].tasks": "list"}),
        ({"pay": "much"}, {"steps[1].pay": "choice"}),
        ({"iso_week": 50}, {"steps[1].iso_week": "week_differs"}),
        ({"temp": "slow"}, {"steps[1].temp": "unknown_near"}),
        ({"tempo": "x" * 301}, {"steps[1].tempo": "too_long"}),
    ],
)
def test_a_step_that_contradicts_itself_is_named(step: dict[str, object], expected: dict[str, str]) -> None:
    """Hours, days, dates, tasks: what doesn't fit is said, not mended."""
    assert faults(read({**AGREED, "steps": [{**STEP, **step}]})) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"agreed": None}, {"agreed": "missing_line"}),
        ({"ambitious": None}, {"ambitious": "missing_line"}),
        ({"agreed": "middle"}, {"agreed": "choice"}),
        ({"template": "weekly"}, {"template": "beside_lines"}),
        ({"ambitious": {}}, {"ambitious.template": "missing_template"}),
        ({"ambitious": {"steps": [{"hours": 8, "weeks": 60}]}}, {"steps": "step_weeks"}),
        (
            {"ambitious": {"steps": [{"hours": 8}, {"hours": 8, "start": "2026-12-01"}]}},
            {"ambitious.steps[2]": "overlap"},
        ),
    ],
)
def test_a_double_schedule_that_is_not_whole_is_named(changes: dict[str, object], expected: dict[str, str]) -> None:
    """Two lines, one of them agreed (R9)."""
    lines = {"cautious": {"template": "nine-weeks"}, "ambitious": {"template": "weekly"}, "agreed": "cautious"}
    assert faults(read({**AGREED, "start": "2026-11-30", **lines, **changes})) == expected


def test_everything_that_is_wrong_is_named_at_once_in_the_order_of_the_lines() -> None:
    """Faults of values, of the agreement and of the plan itself, all in one go."""
    text = """
goal = 3
contract_hours = 80
days = ["mon", "tue"]
agreed_by = ["client", "supervisor"]
paper = 2030-01-01
tasks = ["post"]
colour = "blue"

[[steps]]
start = 2026-11-30
hours = 8

[[steps]]
start = 2026-12-01
hours = 8
"""
    understood = toml(text)
    assert faults(understood) == {
        "supervisor": "missing_supervisor",
        "agreed_on": "missing_agreed_on",
        "goal": "text",
        "contract_hours": "contract_hours",
        "paper": "future",
        "colour": "unknown",
        "steps[2]": "overlap",
    }
    assert isinstance(understood, tuple)
    lines = [fault.line for fault in understood if fault.line]
    assert lines == sorted(lines) == [2, 3, 6, 8, 14]


def test_a_start_that_contradicts_the_first_step_is_named() -> None:
    """Two starts are one too many."""
    values = {**AGREED, "start": "2026-12-07", "steps": ROWS}
    assert faults(read(values)) == {"start": "start_differs"}


def test_file_and_option_may_say_the_same_but_not_different_things() -> None:
    """Nobody wonders which of the two counted."""
    assert isinstance(toml(WEEKLY, goal="own work, all contract hours"), Terms)
    assert faults(toml(WEEKLY, goal="something else")) == {"goal": "also_option"}


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("goal = ", "toml", 1),
        ("goal = 'x'\ngoal = 'y'", "toml", 2),
        ("a = 1\nstart = 2026-02-30", "toml", 2),
        ("a = " + "[" * 3000, "toml", None),
        ('{"goal": }', "json", 1),
        ('{"a": 1,\n "b" 2}', "json", 2),
        ("[" * 100_000, "json", None),
        ('{"a": NaN}', "json", None),
        ('{"a": ' + "9" * 5000 + "}", "json", None),
        ("", "json", 1),
        ('"' + "x" * 300_000 + '"', "json", None),
    ],
)
def test_text_that_is_not_well_formed_is_named_with_its_line(text: str, kind: str, line: int | None) -> None:
    """Never an error of the program; the line where to look when there is one."""
    understood = plan_file.understand(text, kind, today=TODAY)
    assert isinstance(understood, tuple)
    assert [fault.code for fault in understood] == ["not_readable"]
    assert line is None or understood[0].line == line


def test_a_key_that_is_there_twice_is_named_in_json_too() -> None:
    """Where a reader would silently take the last one."""
    text = json.dumps({**AGREED, "steps": ROWS}).replace('"goal"', '"goal": "first", "goal"', 1)
    assert faults(plan_file.understand(text, "json", today=TODAY)) == {"goal": "twice"}


@pytest.mark.parametrize("values", [3, "x", None, True])
def test_json_that_is_no_plan_at_all_is_named(values: object) -> None:
    """Neither a section nor a list."""
    assert faults(read(values))[""] == "section"


@pytest.mark.parametrize("values", [[], [1], ["x"], [[]], [None], {}])
def test_json_without_a_step_is_named(values: object) -> None:
    """An empty list, or a list of other things."""
    assert isinstance(read(values, **AGREED), tuple)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
OTHER_KEYS = (
    *("steps", "template", "start", "end", "own_tasks", "evaluations", "leeway", "blocks", "begins", "cautious"),
    *("ambitious", "agreed", "paper", "physician_told", "basis", "warnings"),
)
KEYS = st.sampled_from([*AGREED, *OTHER_KEYS])
STEP_KEYS = (
    *("start", "end", "weeks", "hours", "hours_per_week", "hours_per_day", "tasks", "blocks", "iso_week", "pay"),
    *plan_file_steps.WORDS,
    *plan_file_steps.ROW,
)
STEPS = st.lists(
    st.dictionaries(
        st.sampled_from(STEP_KEYS),
        JSON | st.just("2026-12-01") | st.integers(0, 40),
        max_size=5,
    ),
    max_size=4,
)


@given(st.dictionaries(KEYS, JSON, max_size=4), STEPS, st.booleans())
def test_whatever_a_file_says_it_is_understood_or_named(
    values: dict[str, object], steps: list[object], whole: bool
) -> None:
    """Never an error of the program; every fault has words; what is understood can be made into a plan."""
    said = {**AGREED, "start": "2026-11-30", **({"steps": steps} if steps else {"template": "weekly"}), **values}
    understood = plan_file.understand(json.dumps(said), "json", today=TODAY, register=whole)
    if isinstance(understood, Terms):
        assert refusals(understood) == ()
        make(understood)
    else:
        assert understood
        assert all(plan_file_words.told(fault, words("nl")) for fault in understood)


@given(st.text(max_size=200), st.sampled_from(["toml", "json"]))
def test_any_text_is_understood_or_named(text: str, kind: str) -> None:
    """Never an error of the program."""
    assert plan_file.understand(text, kind, today=TODAY)


# --- the page -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["toml", "json"])
def test_the_examples_on_the_page_are_plans(kind: str) -> None:
    """What docs/reference/plan-file.md shows can be registered as it stands, rows with the agreement beside them."""
    blocks = re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert blocks
    beside = {**AGREED, "end": "2026-12-27"} if kind == "json" else {}
    for block in blocks:
        make(terms(plan_file.understand(block, kind, today=TODAY, given=beside)))


def test_every_key_is_on_the_page_and_every_key_of_the_page_is_known() -> None:
    """The tables of the page and the keys that are understood are the same."""
    rows = re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.M)
    named = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    assert {*AGREED, *OTHER_KEYS, *STEP_KEYS} - {"warnings", *plan_file_steps.ROW} <= named
    for key in named - {"weekly", "daily"}:
        top, step = faults(read({key: {}})), faults(read({"steps": [{key: {}}]}))
        unknown = {top.get(key, ""), step.get(f"steps[1].{key}", "")}
        assert not unknown <= {"unknown", "unknown_near"}, key


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(plan_file_words.WRONG))
def test_every_fault_has_words_that_say_what_to_do(language: str, code: str) -> None:
    """Filled in, with its line and key in front, and nothing left open."""
    values = dict.fromkeys(("kind", "near", "most", "choices", "template", "said", "days", "name", "day", "week"), "7")
    text = plan_file_words.told(Fault(key="steps[2].hours", line=14, code=code, values=values), words(language))
    assert text.startswith({"en": "line 14, steps[2].hours: ", "nl": "regel 14, steps[2].hours: "}[language])
    assert "{" not in text
    assert text.endswith((".", "?"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_warning_has_words_alone_and_together(language: str, code: str) -> None:
    """One sentence for one, one for all of the same kind, each with its dates."""
    said = words(language)
    day, detail = date(2026, 12, 25), {"free_day": "6", "long": "19"}.get(code, "12.5")
    one, other = Warned(code=code, day=day, detail=detail), Warned(code=code, day=date(2027, 1, 1), detail=detail)
    texts = (plan_warned.warned(one, said), *plan_warned.together((one, other), said))
    assert len(texts) == 2
    for text in texts:
        assert "{" not in text
        assert text[0] == text[0].upper()
        assert text.endswith((".", "?"))
    assert plan_warned.together((), said) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [*plan_warned.REASONS, "something new"])
@pytest.mark.parametrize("detail", ["", "2026-12-25", "1", "nonsense"])
def test_every_refusal_has_words_whatever_its_detail(language: str, reason: str, detail: str) -> None:
    """No refusal leaves a coach without a sentence."""
    text = plan_warned.refused(reason, detail, words(language))
    assert "{" not in text
    assert text.endswith(".")


def test_the_words_know_every_refusal_of_the_core() -> None:
    """Whatever the plan's own functions refuse, there is a sentence of its own for it."""
    sources = (Path(make.__code__.co_filename), Path(lengthened.__code__.co_filename))
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    table = [line.strip() for line in text.splitlines() if line.startswith(" " * 8 + '("') or 'yield "' in line]
    reasons = {line.split('"')[1] for line in table}
    assert {"overlap", "used_up", "look_again", "contract_hours"} <= reasons
    assert reasons <= set(plan_warned.REASONS)


def test_a_table_shows_every_step_and_every_warning() -> None:
    """Dates, ISO weeks, hours by day, tasks, evaluations, block work, and what is odd."""
    plan = make(terms(toml((EXAMPLES / "double.toml").read_text(encoding="utf-8"))))
    shown = plan_table.table(plan, warnings(plan), words("en"))
    for said in (
        "49-50",
        "Mon 30 Nov",
        "Sun 13 Dec",
        "sorting the post",
        "Thu 17 Dec",
        "2 hours of work",
        "half of the",
    ):
        assert said in shown
    plan = make(terms(toml(WEEKLY)))
    assert "vr 25 dec" in plan_table.table(plan, warnings(plan), words("nl"))


def test_refused_changes_read_as_sentences() -> None:
    """A refusal as the core raises it, put into words with what is left."""
    plan = make(terms(toml(WEEKLY)))
    with pytest.raises(PlanRefused) as refused:
        lengthened(plan, step=plan.start, weeks=3, on=plan.start, parties=("client", "supervisor"))
    assert "2 weken" in plan_warned.refused(refused.value.reason, refused.value.detail, words("nl"))
    with pytest.raises(PlanRefused) as refused:
        stopped(plan, on=plan.start, physician="", look_again=plan.end)
    assert "arts" in plan_warned.refused(refused.value.reason, refused.value.detail, words("nl"))
