"""Nothing of ours is heard as danger: no command, and no label of a button, typed by whoever, alarms anybody (R22)."""

from collections.abc import Iterator

import pytest

from dialogues import commands, preview_samples, safety

ROLES = (commands.CLIENT, commands.COACH, commands.PHYSICIAN, commands.STRANGER)
#: What asks for the numbers, and gets them: as a command with its slash, and as a word.
CALLS = {"/nood", "/emergency", "nood", "emergency", "help"}


def names() -> set[str]:
    """Every command of every role in both languages, with its slash and as a word."""
    words = {name for role in ROLES for command in role for name in (command.nl, command.en)}
    return words | {f"/{word}" for word in words}


def labels(language: str) -> Iterator[str]:
    """The label of every button that a person is ever shown, as the previews show them."""
    for group in preview_samples.samples(language).values():
        for sample in group:
            yield from (button.label for row in sample.message().rows for button in row)


def heard(texts: Iterator[str] | set[str]) -> dict[str, int]:
    """Those of these texts in which the scan hears something, and what."""
    found = {text: safety.heard(text) for text in sorted(set(texts))}
    return {text: tier for text, tier in found.items() if tier is not None}


def test_no_command_is_heard_as_danger_but_those_that_ask_for_the_numbers() -> None:
    """`/help` is about the bot; `/nood`, and "help" without a slash, is a call for help."""
    assert heard(names()) == dict.fromkeys(CALLS, 0)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_label_of_a_button_is_heard_as_danger(language: str) -> None:
    """Somebody who types what stands on a button, or a coach who does, alarms nobody."""
    shown = set(labels(language))
    assert len(shown) > 200
    assert heard(shown) == {}


def test_a_label_that_alarms_would_be_found() -> None:
    """Words of danger among the labels are named with their tier."""
    assert heard({"Later vandaag", "ik wil niet meer leven"}) == {"ik wil niet meer leven": 1}
