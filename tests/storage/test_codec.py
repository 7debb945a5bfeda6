"""Values to bytes and back, for every class of file and event, with values drawn from their type hints."""

import json
import typing
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from state_machines.events import ClaimAsked, Event, InviteMade, LinkOpened, Noted
from state_machines.files import Client, Professional
from state_machines.plan import Plan
from storage import codec, snapshot
from storage.chain import Tip, Tips
from storage.links import Enclosed, Looked, Registered
from storage.port import Record, StoreBroken, StoreRefused
from storage.reading import event_classes
from storage.snapshot import Snapshot
from tests.storage.material import NOON, a_full_client, a_plan, an_invite, plan_turn

LEAVES = [kind for kind in event_classes().values() if not kind.__subclasses__()]
EMPTY = {str: "", int: 0, bool: False}

SIMPLE = {
    str: st.text(max_size=20),
    int: st.integers(-(2**60), 2**60),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000),
    datetime: st.datetimes(timezones=st.just(UTC), allow_imaginary=False).map(lambda at: at.replace(fold=0)),
    date: st.dates(),
    time: st.times().map(lambda clock: clock.replace(fold=0)),
    NoneType: st.none(),
}


def values(hint) -> st.SearchStrategy:
    """Any value of a type, but what is not logged left empty, as it comes back."""
    if hint is Event:
        return st.sampled_from(LEAVES).flatmap(values)
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{f.name: _value_of(f, hints[f.name]) for f in fields(hint)})
    if hint in SIMPLE:
        return SIMPLE[hint]
    origin, of = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and of[-1] is Ellipsis:
        return st.lists(values(of[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, of))
    if origin in (typing.Union, UnionType):
        return st.one_of(*map(values, of))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    raise AssertionError(f"no strategy for {hint}")


def _value_of(f, hint) -> st.SearchStrategy:
    return st.just(EMPTY.get(hint)) if f.metadata.get("unlogged") else values(hint)


@pytest.mark.parametrize("kind", LEAVES, ids=[kind.__name__ for kind in LEAVES])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind, data):
    """Whatever an event holds, the log gives it back, to the last digit of a decimal."""
    record = Record(event=data.draw(values(kind)), by="p-anna", said=("a", "b"))
    found = codec.decode(Record, codec.encode(record))
    assert found == record
    assert repr(found) == repr(record)


@pytest.mark.parametrize("kind", [Client, Professional])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_file_comes_back_as_it_was(kind, data):
    """Whatever a file holds, its snapshot gives it back, with the ends of its chains."""
    kept = Snapshot(file=data.draw(values(kind)), tips=Tips(log=Tip(3, b"\x01" * 32), access=Tip(1, b"\x02" * 32)))
    payload, _ = snapshot.pack(kept)
    found = snapshot.unpack(kind, payload)
    assert repr(found.file) == repr(kept.file)
    assert found.tips == kept.tips


@settings(max_examples=40, deadline=None)
@given(plan=values(Plan))
def test_a_plan_keeps_its_hash(plan):
    """R4: a version that was kept and read again has the same content, and so the same hash."""
    found = codec.decode(Registered, codec.encode(Registered(plan=plan, why="why", by="p-anna")))
    assert found.plan.digest() == plan.digest()


def test_defaults_are_left_out():
    """A new file is a few dozen bytes, so that years of small turns stay small."""
    assert len(codec.encode(Client(id="c", name="J", coach="p", coach_name="A"))) < 60
    assert b"language" not in codec.encode(Client(id="c", name="J", coach="p", coach_name="A", language="nl"))


def test_a_field_that_equals_its_default_in_another_form_is_kept():
    """3.0 and 3 are the same number but not the same text; the text comes back."""
    client = Client(id="c", name="J", coach="p", coach_name="A", low_energy=Decimal("3.0"))
    assert str(codec.decode(Client, codec.encode(client)).low_energy) == "3.0"


@pytest.mark.parametrize(
    "event",
    [
        LinkOpened(at=NOON, chat=7, language="nl", display_name="Jan de Vries"),
        InviteMade(at=NOON, client="c-jan", name="J", invite=an_invite(), link="https://example.org/secret"),
        ClaimAsked(at=NOON, client="c-jan", display_name="Jan de Vries"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_is_not_logged_is_nowhere_in_the_bytes(event):
    """A field marked `unlogged` is never written, and comes back empty."""
    kept = codec.encode(Record(event=event))
    hidden = [f.name for f in fields(event) if f.metadata.get("unlogged")]
    assert hidden
    for name in hidden:
        assert getattr(event, name).encode() not in kept
        assert getattr(codec.decode(Record, kept).event, name) == ""


def test_a_moment_is_kept_in_utc():
    """Another zone's moment is the same moment; a datetime without a zone is refused."""
    local = datetime(2026, 11, 30, 13, 0, tzinfo=timezone(timedelta(hours=1)))
    assert codec.decode(Noted, codec.encode(Noted(at=local, text="", message_id=1, day=NOON.date()))).at == NOON
    assert codec.moment_text(local) == "2026-11-30T12:00:00.000000+00:00"
    assert codec.moment_of(codec.moment_text(local)) == NOON
    with pytest.raises(StoreRefused, match="zone"):
        codec.encode(Noted(at=NOON.replace(tzinfo=None), text="", message_id=1, day=NOON.date()))


@pytest.mark.parametrize("text", ["\ud83d", "a\x00b", '\u202e\u2028\n\t"\\', "🙂" * 2000, "<b>&amp;"])
def test_every_text_is_kept(text):
    """Half an emoji, a NUL, right-to-left marks, HTML: what people send comes back."""
    assert codec.decode(Enclosed, codec.encode(Enclosed(body=text))).body == text


def test_a_field_that_came_later_has_its_default_in_old_rows():
    """Old rows are read by newer programs, which know more fields, and by ones that dropped a field."""
    old = codec.encode(Looked(who="a", name="b", why="c", what="d"))

    @dataclass(frozen=True, kw_only=True)
    class Newer:
        who: str
        where: str = "nowhere"
        tags: tuple[str, ...] = field(default=())

    assert codec.decode(Newer, old) == Newer(who="a")


def test_what_was_a_text_before_it_had_more_to_it_keeps_that_text_in_old_rows():
    """A list of words in an old snapshot is read as a list of values that begin with those words."""

    @dataclass(frozen=True, kw_only=True)
    class Worded:
        word: str
        more: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Listed:
        items: tuple[Worded, ...] = ()

    assert codec.decode(Listed, b'{"items":["a","b"]}') == Listed(items=(Worded(word="a"), Worded(word="b")))


NO_RECORDS = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff",
    b'{"event":{"$":"NoSuchEvent","at":"2026-11-30T12:00:00+00:00"}}',
    b'{"event":{"$":"Asked"}}',
    b'{"event":{"$":"Asked","at":"seven","what":"x"}}',
    b'{"event":{"$":"DoableAnswered","at":"2026-11-30T12:00:00+00:00","digest":"x","number":"seven"}}',
)


@pytest.mark.parametrize("content", NO_RECORDS)
def test_what_cannot_be_read_is_broken_and_not_quoted(content):
    """Bytes of another shape raise StoreBroken, whose message shows nothing of them."""
    with pytest.raises(StoreBroken) as broken:
        codec.decode(Record, content)
    assert "seven" not in str(broken.value)


def test_two_kinds_that_json_cannot_tell_apart_are_refused():
    """A type hint that the codec has no form for is found when it is first used, not when it is read back."""

    @dataclass(frozen=True)
    class Odd:
        what: str | date

    with pytest.raises(TypeError, match="no form"):
        codec.encode(Odd(what="x"))


def test_unchanged_parts_are_not_encoded_again():
    """Window, versions and complaints keep the very same bytes while they are the same objects."""
    file = plan_turn(a_full_client(), a_plan()).after
    _, parts = snapshot.pack(Snapshot(file=file))
    changed = replace(file, language="en")
    _, again = snapshot.pack(Snapshot(file=changed, parts=parts))
    assert set(parts) == {"window", "versions", "complaints"}
    assert all(again[name][1] is parts[name][1] for name in parts)
    shorter = replace(file, window=file.window[1:])
    payload, third = snapshot.pack(Snapshot(file=shorter, parts=again))
    assert third["window"][1] != parts["window"][1]
    assert snapshot.unpack(Client, payload).file == shorter


def test_the_ends_of_the_chains_change_without_reading_the_file():
    """A look writes new chain ends into a snapshot and leaves all else as it is."""
    file = plan_turn(a_full_client(), a_plan()).after
    payload, _ = snapshot.pack(Snapshot(file=file))
    tips = Tips(access=Tip(4, b"\x07" * 32))
    changed = snapshot.with_tips(payload, tips)
    assert snapshot.tips_of(changed) == tips
    assert snapshot.unpack(Client, changed).file == file


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_a_snapshot_of_noise_is_broken(noise):
    """No bytes make the reader fail in another way than StoreBroken."""
    payload, _ = snapshot.pack(Snapshot(file=a_full_client()))
    for content in (noise, payload[: len(noise) * 5], payload + noise[:1], noise + payload):
        try:
            assert isinstance(snapshot.unpack(Client, content).file, Client)
        except StoreBroken:
            continue


def test_a_letter_is_plain_json_inside():
    """What is sealed can be read with nothing but a JSON reader, ten years from now."""
    assert json.loads(codec.encode(Enclosed(body="hello", slot="s"))) == {"body": "hello", "slot": "s"}
