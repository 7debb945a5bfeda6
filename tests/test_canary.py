"""The canary proof: of what people write nothing lies anywhere in plain (R34), whoever writes it, wherever.

A made-up word is planted in every free text of every role; after real turns on a store with keys it is searched for in
all that is kept, logged or told. On a store without keys the same search finds each, so that it can fail.
"""

import base64
import json
import logging
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import canaries
import people
import pytest
from canaries import Cage

from bot import logs
from bot.simulated import keys_of
from bot.turn import Door
from state_machines import events as e
from state_machines.files import Card, Client, File, Professional
from state_machines.hand_over import Deputy
from state_machines.rule import Rule, SetBy
from storage.open import SqliteStore, open_sqlite
from storage.port import StoreRefused
from storage.sqlite import backup
from tests.doing import role_of
from tests.storage.material import keep, new

COACH = "p-1"
FILES_A_SAMPLE = 2
#: A plan comes in through the door alone (R2).
WITHOUT_A_PLAN: dict[str, Any] = {"versions": (), "agreed": "", "earlier": "", "declined": "", "unreachable": None}


def samples() -> Iterator[e.Event]:
    """One of every event that a person can cause, and more: those that have a free text or a value that has one."""
    client, rule = people.client(), Rule(set_by=SetBy(name="n", role="physician", on=people.MONDAY))
    step = replace(people.plan().steps[0], pay="p", tempo="t", circumstances="c", support="s")
    version = replace(people.plan(start=people.MONDAY, goal="another"), steps=(step,), other=(step,))
    anna, doctor = Deputy(id="p-2", name="Anna"), people.referred.SMIT
    yield e.PlanAgreed(at=people.AT, version=version, parties=("client",), reason="r")
    yield e.RuleSet(at=people.AT, rule=rule)
    for event in (*people.coach_events(), *people.desk_events()):
        if isinstance(event, e.Invited | e.CoachChanged):
            event = replace(event, deputy=anna)
        if isinstance(event, e.Invited | e.ProfessionalAdded | e.DefaultsSet):
            event = replace(event, rule=rule, physician=doctor)
        if isinstance(event, e.TalkTold):
            event = replace(event, detail=people.AT.isoformat())
        yield event
    yield from people.client_events(client)
    yield from people.physician_events()
    yield from people.changes()


def files() -> dict[str, File]:
    """Somebody in every state there is, and every kind of desk; each under an id of their own."""
    found: dict[str, File] = {}
    for n, (_, one) in enumerate(people.clients()):
        found[f"c-{n}"] = replace(one, id=f"c-{n}", chat=1000 + n, invite=None, **WITHOUT_A_PLAN)
    for n, (_, desk) in enumerate(islice(people.desks(), 0, None, 4)):
        found[f"p-{n}-desk"] = replace(desk, id=f"p-{n}-desk", chat=5000 + n, invite=None)
    cards = tuple(Card(client=id_, name=f"name {id_}") for id_ in found if id_.startswith("c-"))
    for n, id_ in enumerate((COACH, "p-2")):
        found[id_] = people.coach(id=id_, chat=9000 + n, clients=cards if id_ == COACH else ())
    return found


@dataclass(frozen=True, kw_only=True)
class Aviary:
    """A store in which every canary was let out by turns, all that lies around it, and what was logged."""

    cage: Cage
    places: Mapping[str, bytes]


def let_out(folder: Path, *, sealed: bool) -> Aviary:
    """Every event with a free text in it, to files in several states, through the door; then a backup beside it."""
    database = folder / "trede.db"
    opened = open_sqlite(database, keys=keys_of(database, people.AT) if sealed else None, synchronous="OFF")
    cage, known = Cage(), files()
    keep(opened, *(new(file) for file in known.values()))
    door = Door(opened)
    for n, sample in enumerate(samples()):
        event = cage.plant(sample)
        if event != sample:
            for to in targets(event, known, n):
                _act(opened, door, to, event)
    backup.back_up(database, folder / "copy.db")
    places = canaries.everything_in(folder)
    opened.close()
    return Aviary(cage=cage, places=places | canaries.everything_in(folder))


def targets(event: e.Event, known: Mapping[str, File], n: int) -> list[str | None]:
    """To whom it happens: its own coach's desk or client, and some in another state; a new file where it makes one."""
    if isinstance(event, e.ProfessionalAdded):
        return [None]
    kind = Professional if isinstance(event, e.DeskEvent) else Client
    ids = [id_ for id_, file in known.items() if isinstance(file, kind)]
    return [COACH if kind is Professional else "c-1", *(ids[(7 * n + k) % len(ids)] for k in range(FILES_A_SAMPLE))]


def _act(opened: SqliteStore, door: Door, to: str | None, event: e.Event) -> None:
    """What the store refuses, such as one chat for two people, is kept nowhere; another target keeps it."""
    with suppress(StoreRefused), opened.batch(), opened.batch():
        door.act(to, event, by=COACH, role=role_of(event))


@pytest.fixture(scope="module")
def without_keys(tmp_path_factory: pytest.TempPathFactory) -> Aviary:
    """What lies about when nothing is sealed."""
    return let_out(tmp_path_factory.mktemp("plain"), sealed=False)


def test_every_input_of_every_role_has_a_canary() -> None:
    """A text field of an event by a person is one of ours, or a canary sits in it; what is gone is in no list."""
    assert canaries.ours() <= set(canaries.inputs())
    assert set(canaries.inputs()) >= canaries.ELSEWHERE
    cage = Cage()
    for sample in samples():
        cage.plant(sample)
    assert cage.out == set(cage.words), "no sample of this event fills this field"


def test_without_keys_every_canary_is_found(without_keys: Aviary) -> None:
    """So the search can fail: of each input that is kept, the word lies in the database and in its backup."""
    kept = {way: word for way, word in without_keys.cage.words.items() if canaries.inputs()[way]}
    for name in ("trede.db", "copy.db"):
        place = {path: content for path, content in without_keys.places.items() if path.endswith(name)}
        seen = canaries.found(kept.values(), place)
        assert {way for way, word in kept.items() if word not in seen} == set()


def test_with_keys_no_canary_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In database, write-ahead log, key store, backup and temporary folder; in what is logged at debug, and printed."""
    (tmp_path / "store").mkdir()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "tmp"))
    caplog.set_level(logging.DEBUG)
    logs.set_up("debug")
    aviary = let_out(tmp_path / "store", sealed=True)
    assert {Path(path).name for path in aviary.places} >= {"trede.db", "trede.db-wal", "trede.db-shm", "copy.db"}
    said = "\n".join((*capfd.readouterr(), caplog.text)).encode()
    assert canaries.flown({**aviary.places, **canaries.everything_in(tmp_path), "said": said}) == {}


@pytest.mark.parametrize("hide", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_canary_is_found_in_whatever_form_it_lies(hide: str) -> None:
    """As it is, in small letters, as hex, as base64 from any place on, escaped for JSON."""
    word = canaries.STEM
    shapes = [word.encode(hide), word.lower().encode(hide), word.encode(hide).hex().upper().encode()]
    shapes += [base64.b64encode(b"x" * n + word.encode(hide) + b"more") for n in range(3)]
    shapes += [json.dumps({"text": f"a {word}."}).encode()]
    for shape in shapes:
        assert canaries.found([word], {"here": b"before" + shape + b"behind"}) == {word: "here"}
    assert canaries.found([word], {"here": b"before Zwelkobim"}) == {}
