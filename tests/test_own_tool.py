"""In the client's own tool nothing of what isn't opened reaches a coach or deputy (R20, R33).

Two lives that differ only in what is the client's own look the same to them: in every word that is passed on, and in
everything that is drawn.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal
from itertools import chain, islice
from typing import Any, cast

import people
import pytest

from bot.drawing import Drawing
from bot.turn import Door
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass
from state_machines.files import Answer, Client, Day, but
from state_machines.hand_over import Deputy
from storage.open import open_memory
from tests.storage.material import keep, new

AT = people.AT
#: What only the client knows, in the one life and in the other: both on the same side of every threshold.
SECRETS = ({"number": Decimal(8), "word": "zeurt"}, {"number": Decimal(9), "word": "steekt"})
#: What a client writes to a coach, or says to be said, is opened by that.
MEANT_FOR_THEM = (e.WordsPassed,)
SAMPLE = 23
WORDED = {"text", "add", "words"}


def _lives() -> Iterator[tuple[str, tuple[Client, Client]]]:
    """Every kind of file, in the client's own tool and with nothing opened, twice."""
    for name, file in people.clients():
        yield name, tuple(_life(file, secret) for secret in SECRETS)  # type: ignore[misc]


def _life(file: Client, secret: dict[str, Any]) -> Client:
    number, word = secret["number"], secret["word"]
    given = [Answer(question="complaint", at=AT, number=number), Answer(question="energy", at=AT, number=number - 6)]
    listed = Answer(question="giver", at=AT, words=(word,))
    window = []
    for back in range(10, 0, -1):
        day = Day(date=people.MONDAY - timedelta(days=back), state="done", asked=True)
        for answer in (*given, listed):
            day = day.keep(answer)
        window.append(day)
    kept = tuple(each for each in file.consents if each.subject == "keep")
    anna = Deputy(id="p-3", name="Anna")
    return but(
        file, regime="own_tool", consents=kept, diary_open=False, window=tuple(window), deputy=anna, givers=(word,)
    )


def _with(event: e.Event, secret: dict[str, Any]) -> e.Event:
    """The event as it would be in this life: another score and other words."""
    changes: dict[str, Any] = {}
    for each in fields(event):
        value = getattr(event, each.name)
        if isinstance(event, e.DoableAnswered) and each.name == "number":
            changes[each.name] = secret["number"] - 6
        elif isinstance(event, e.Answered) and each.name == "number" and value is not None:
            changes[each.name] = secret["number"]
        elif each.name in WORDED and isinstance(event, e.Answered | e.Noted | e.NoteEdited | e.ComplaintVoiced):
            changes[each.name] = (secret["word"],) if isinstance(value, tuple) and value else (value and secret["word"])
    return replace(event, **changes)


def _told(file: Client, event: e.Event) -> list[str]:
    """Everything that reaches a coach or deputy, as it is passed on."""
    decision = decide(file, event)
    desks = {file.coach, "p-3"}
    return [repr(each) for each in decision.effects if isinstance(each, Pass) and each.to in desks]


def _looks_the_same(step: int) -> None:
    told = 0
    drafts = (lives for lives in _lives() if lives[1][0].draft is not None)
    for name, (one, other) in chain(islice(_lives(), 0, None, step), islice(drafts, 1)):
        for event in (*people.client_events(one), *people.clock_events()):
            if isinstance(event, MEANT_FOR_THEM) or (isinstance(event, e.SettingChosen) and event.name == "diary"):
                continue
            first, second = _told(one, _with(event, SECRETS[0])), _told(other, _with(event, SECRETS[1]))
            assert first == second, (name, type(event).__name__)
            told += len(first)
    assert told > 50


def test_no_notice_tells_what_the_client_did_not_open() -> None:
    """Every event of a client and of the clock: both lives tell a coach the very same."""
    _looks_the_same(SAMPLE)


@pytest.mark.long
def test_no_notice_in_any_kind_of_file_tells_what_the_client_did_not_open() -> None:
    """The same in every kind of file there is."""
    _looks_the_same(1)


@pytest.mark.parametrize("recipe", ["desk.clients", "desk.summary", "desk.trajectory", "desk.rule", "desk.messages"])
def test_nothing_that_is_drawn_shows_what_the_client_did_not_open(recipe: str) -> None:
    """Overview, summary, logbook, the complaint rule explained and the messages: the same for both lives."""
    drawn = []
    for index, secret in enumerate(SECRETS):
        store = open_memory()
        file = _life(people.client(versions=(), agreed="", day=None), secret)
        for each in (file, people.coach()):
            keep(store, new(each))
        here = cast("Any", None)
        pen = Drawing(store, store.views, here, here, here, threads=False)
        with store.batch():
            day = people.MONDAY - timedelta(days=1)
            noted = e.Noted(at=AT, text=secret["word"], message_id=3, day=day)
            Door(store).act("c-1", noted, role="client")
            coach = store.load("p-1")
        assert coach is not None
        values = {"client": "c-1", "skip": 0}
        made = pen.drawn(coach, recipe, values if recipe not in {"desk.clients", "desk.summary"} else {}, AT)
        assert made is not None
        drawn.append(repr(made))
        assert secret["word"] not in drawn[index]
        store.close()
    assert drawn[0] == drawn[1]
