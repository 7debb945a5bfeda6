"""The seal with keys: what opens, what doesn't, and what it says then."""

from datetime import UTC, datetime
from random import Random

import pytest

from storage import vault
from storage.keyed import HEAD, Keyed
from storage.port import StoreBroken, StoreRefused
from tests.keyed import keys_beside

ROW = {"table": "log", "row": "3", "file": "c-jan"}
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def keyed(tmp_path):
    """A vault with keys, for a database that was never without."""
    store = keys_beside(tmp_path / "trede.db").store()
    store.caught_up(1)
    return Keyed(store)


def test_what_is_sealed_opens_in_its_own_row(keyed):
    """`open` gives back what `seal` was given, whatever it is; also another vault on the same keys does."""
    for plain in (b"", b"x", b"\x00" * 99, Random(1).randbytes(5000)):
        assert keyed.open(keyed.seal(plain, **ROW), **ROW) == plain
        assert Keyed(keyed.store).open(keyed.seal(plain, **ROW), **ROW) == plain


@pytest.mark.parametrize("other", [{"table": "access"}, {"row": "4"}, {"row": "33"}, {"file": "c-piet"}, {"file": ""}])
def test_it_opens_in_no_other_row(keyed, other):
    """Nor another's in its place."""
    keyed.seal(b"so that this file has a key too", **ROW | {"file": "c-piet"})
    with pytest.raises(StoreBroken):
        keyed.open(keyed.seal(b"content", **ROW), **ROW | other)


def test_names_that_run_together_are_told_apart(keyed):
    """`log 1 of c-12` isn't `log 11 of c-2`."""
    sealed = keyed.seal(b"content", table="log", row="1", file="c-1")
    for row in ({"table": "lo", "row": "g1"}, {"table": "log1", "row": ""}):
        with pytest.raises(StoreBroken):
            keyed.open(sealed, **row, file="c-1")


def test_a_changed_or_shortened_payload_does_not_open_and_its_content_is_not_told(keyed):
    """Each byte counts; the message names the row."""
    sealed = keyed.seal(b"secret content", **ROW)
    changed = [sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1 :] for i in range(len(sealed))]
    for payload in (*changed, *(sealed[:n] for n in range(len(sealed))), sealed + b"x"):
        with pytest.raises(StoreBroken, match="log row 3 of file c-jan") as told:
            keyed.open(payload, **ROW)
        assert "secret" not in str(told.value)


def test_nothing_of_the_content_can_be_read_and_no_two_seals_are_alike(keyed):
    """Encrypted, each with a nonce of its own."""
    sealed = {keyed.seal(b"secret content", **ROW) for _ in range(50)}
    assert len({payload[HEAD : HEAD + 12] for payload in sealed}) == 50
    assert not [payload for payload in sealed if b"secret" in payload]


def test_each_file_has_a_key_of_its_own(keyed):
    """And the installation one too."""
    for file in ("c-jan", "c-piet", ""):
        keyed.seal(b"content", **ROW | {"file": file})
    assert len({keyed.store.key(file, 1) for file in ("c-jan", "c-piet", "")}) == 3


def test_a_payload_without_a_seal_is_refused_once_all_was_sealed(tmp_path):
    """Else whoever can write to the database could put anything in it."""
    store = keys_beside(tmp_path / "trede.db").store()
    plain, yet = vault.seal(b"content", **ROW), Keyed(store)
    assert yet.open(plain, **ROW) == b"content", "a store that is being sealed for the first time still has these"
    store.caught_up(1)
    with pytest.raises(StoreBroken, match="doesn't know"):
        Keyed(store).open(plain, **ROW)


def test_a_key_is_in_the_key_store_before_anything_is_sealed_with_it(keyed):
    """What a crash leaves of the database then always opens."""
    assert keyed.store.key("c-jan", 1) is None
    sealed = keyed.seal(b"content", **ROW)
    assert Keyed(keyed.store).open(sealed, **ROW) == b"content"


def test_what_was_erased_never_opens_and_is_never_sealed_again(keyed):
    """In this process as in another one; the message says that it may be an erasure."""
    sealed = keyed.seal(b"content", **ROW)
    keyed.store.destroy("c-jan", NOON, None)
    keyed.look_again(7)
    for found in (keyed, Keyed(keyed.store)):
        with pytest.raises(StoreBroken, match="was erased"):
            found.open(sealed, **ROW)
        with pytest.raises(StoreRefused, match="was erased"):
            found.seal(b"content", **ROW)


def test_keys_are_read_again_in_another_era_only(keyed):
    """Whoever rotates begins an era; until then the known keys seal."""
    before = keyed.seal(b"content", **ROW)
    keyed.look_again(1)
    keyed.store.renew(None)
    keyed.look_again(1)
    assert keyed.seal(b"content", **ROW)[:HEAD] == before[:HEAD]
    keyed.look_again(2)
    after = keyed.seal(b"content", **ROW)
    assert after[:HEAD] > before[:HEAD]
    assert [keyed.open(sealed, **ROW) for sealed in (before, after)] == [b"content"] * 2
