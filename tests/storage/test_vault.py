"""The seal: what opens, what doesn't, and what it says then."""

import random

import pytest

from storage import vault
from storage.port import StoreBroken

ROW = {"table": "log", "row": "3", "file": "c-jan"}


def test_what_is_sealed_opens_in_its_own_row():
    """`open` gives back what `seal` was given, whatever it is."""
    for plain in (b"", b"x", b"\x00" * 99, random.Random(1).randbytes(5000)):
        assert vault.open(vault.seal(plain, **ROW), **ROW) == plain


@pytest.mark.parametrize("other", [{"table": "access"}, {"row": "4"}, {"row": "33"}, {"file": "c-piet"}, {"file": ""}])
def test_it_opens_in_no_other_row(other):
    """A payload moved to another table, row or file doesn't open there."""
    with pytest.raises(StoreBroken):
        vault.open(vault.seal(b"content", **ROW), **ROW | other)


def test_names_that_run_together_are_told_apart():
    """Row 1 of file 23 isn't row 12 of file 3."""
    sealed = vault.seal(b"content", table="log", row="1", file="23")
    with pytest.raises(StoreBroken):
        vault.open(sealed, table="log", row="12", file="3")


def test_any_damage_is_noticed():
    """Every byte counts, and so does the length; the message names the row and never shows the content."""
    sealed = vault.seal(b"secret content", **ROW)
    damaged = [sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :] for n in range(len(sealed))]
    for payload in (*damaged, sealed[:-1], sealed + b"\x00", b"", sealed[:5]):
        with pytest.raises(StoreBroken, match="log row 3 of file c-jan") as broken:
            vault.open(payload, **ROW)
        assert "secret" not in str(broken.value)


def test_a_seal_of_the_future_is_named_as_such():
    """A payload sealed by a newer version asks for that version, not for a backup alone."""
    with pytest.raises(StoreBroken, match="doesn't know"):
        vault.open(b"\x07" + vault.seal(b"content", **ROW)[1:], **ROW)
