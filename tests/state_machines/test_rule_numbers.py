"""Which numbers the complaint rule may have (R19): at both ends of each, and what they must be to each other."""

from dataclasses import fields
from decimal import Decimal

import pytest

from state_machines.files import WINDOW_DAYS
from state_machines.rule import Rule
from state_machines.rule_numbers import NUMBERS, TOGETHER, Refusal, changed, numbers_of

#: A number, just under, its ends, just over; with what else has to be set for an end to be possible.
ENDS = [
    ("bad_from", "0.9", "1", "10", "10.1", {}),
    ("window_days", "6", "7", "28", "29", {"change_days": "5"}),
    ("weekly_window_days", "6", "7", "28", "29", {"window_days": "7", "needed_least": "1", "change_days": "5"}),
    ("needed_share", "0.04", "0.05", "1", "1.01", {}),
    ("needed_least", "0", "1", "4", "5", {}),
    ("needed_most", "3", "4", "28", "29", {}),
    ("bad_share", "0.5", "0.51", "1", "1.01", {}),
    ("clear_share", "0", "0.01", "0.69", "0.7", {}),
    ("mean_of", "1", "2", "10", "11", {}),
    ("beginning_days", "0", "1", "14", "15", {}),
    ("beginning_later", "6", "7", "14", "15", {}),
    ("beginning_least", "-1", "0", "8", "8.5", {}),
    ("change_points", "0.4", "0.5", "8", "8.5", {}),
    ("change_percent", "-1", "0", "500", "501", {}),
    ("change_days", "0", "1", "14", "15", {}),
    ("in_a_row", "1", "2", "14", "15", {}),
    ("rest_days", "-1", "0", "182", "183", {}),
]


@pytest.mark.parametrize(("name", "under", "least", "most", "over", "beside"), ENDS, ids=[end[0] for end in ENDS])
def test_each_number_has_its_ends(
    name: str, under: str, least: str, most: str, over: str, beside: dict[str, str]
) -> None:
    """The ends themselves are taken, what lies beyond them is refused by name."""
    for value in (least, most):
        made = changed(Rule(), {**beside, name: value})
        assert isinstance(made, Rule), made
        assert str(getattr(made, name)) == value
    for value in (under, over):
        refused = changed(Rule(), {**beside, name: value})
        assert isinstance(refused, tuple)
        assert name in {each.name for each in refused} | {each.against for each in refused}


def test_every_number_of_the_rule_has_bounds_and_a_test() -> None:
    """A number that is added can't be forgotten."""
    assert [field.name for field in fields(Rule) if field.name != "set_by"] == list(NUMBERS) == [end[0] for end in ENDS]


def test_the_proposals_are_possible_and_come_back_as_they_are() -> None:
    """Written down and read again, they are the same rule."""
    assert changed(Rule(), numbers_of(Rule())) == Rule()
    assert all(is_right(Rule()) for _, _, is_right in TOGETHER)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"bad_frm": "7"}, "unknown"),
        ({"set_by": "me"}, "unknown"),
        ({"bad_from": "seven"}, "number"),
        ({"bad_from": ""}, "number"),
        ({"bad_from": "nan"}, "number"),
        ({"bad_from": "inf"}, "number"),
        ({"window_days": "14.5"}, "whole"),
        ({"window_days": "1e9"}, "bounds"),
        ({"bad_share": "0.4"}, "together"),
    ],
)
def test_what_cannot_be_says_why(given: dict[str, str], why: str) -> None:
    """A code for each reason; nothing raises."""
    refused = changed(Rule(), given)
    assert isinstance(refused, tuple)
    assert [each.why for each in refused] == [why]


def test_everything_that_is_wrong_is_named_at_once() -> None:
    """Not one after the other."""
    refused = changed(Rule(), {"bad_from": "11", "mean_of": "x", "odd": "1"})
    assert isinstance(refused, tuple)
    assert set(refused) == {
        Refusal(name="bad_from", why="bounds"),
        Refusal(name="mean_of", why="number"),
        Refusal(name="odd", why="unknown"),
    }


def test_a_decimal_comma_is_understood() -> None:
    """As people write it here."""
    made = changed(Rule(), {"bad_from": " 6,5 "})
    assert isinstance(made, Rule)
    assert made.bad_from == Decimal("6.5")


def test_the_longest_window_lies_within_what_a_file_keeps() -> None:
    """With a week to spare, in which it may be judged late."""
    assert NUMBERS["weekly_window_days"].most + 7 <= WINDOW_DAYS
