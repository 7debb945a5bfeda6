"""What encrypts, on a processor with AES instructions and, where `cryptography` is installed, on one without."""

import os
from importlib.util import find_spec

import pytest

from storage import aead
from storage.port import StoreBroken

KEY, BOUND = bytes(range(32)), b"3:log:c-1"
PLAIN = "Vandaag ging het beter, één uur langer.".encode()
THERE = find_spec("cryptography") is not None


def test_what_is_locked_opens_with_its_key_and_purpose_alone() -> None:
    """Another key, another purpose, one bit changed or a piece left out: it doesn't open."""
    locked = aead.lock(KEY, PLAIN, BOUND)
    assert aead.unlock(KEY, locked, BOUND) == PLAIN
    changed = bytes([locked[20] ^ 1])
    for key, sealed, bound in (
        (bytes(32), locked, BOUND),
        (KEY, locked, b"3:log:c-2"),
        (KEY, locked[:20] + changed + locked[21:], BOUND),
        (KEY, locked[:-1], BOUND),
        (KEY, b"", BOUND),
    ):
        with pytest.raises(aead.NotOpened):
            aead.unlock(key, sealed, bound)


@pytest.mark.skipif(THERE, reason="`cryptography` is installed")
def test_without_aes_instructions_and_without_the_other_library_the_start_says_what_to_install() -> None:
    """Refused in words; nothing is kept unencrypted instead."""
    with pytest.raises(StoreBroken, match="install the Python package `cryptography`"):
        aead._in_software()


@pytest.mark.skipif(not THERE, reason="`cryptography` isn't installed")
def test_the_other_library_writes_and_opens_the_very_same() -> None:
    """A database moves between both kinds of processor; what doesn't open is told the same way."""
    encrypt, decrypt = aead._in_software()
    nonce = os.urandom(aead.NONCE)
    locked = encrypt(PLAIN, BOUND, nonce, KEY)
    assert aead.unlock(KEY, nonce + locked, BOUND) == PLAIN
    ours = aead.lock(KEY, PLAIN, BOUND)
    assert decrypt(ours[aead.NONCE :], BOUND, ours[: aead.NONCE], KEY) == PLAIN
    for key, bound in ((bytes(32), BOUND), (KEY, b"")):
        with pytest.raises((aead.CryptoError, ValueError, TypeError)):
            decrypt(locked, bound, nonce, key)
