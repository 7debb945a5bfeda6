"""AES-256-GCM: what is locked opens only with the same key and for the same purpose, and unchanged.

PyNaCl does it with the processor's own instructions; where there are none, `cryptography` does the same if installed.
"""

import os
from collections.abc import Callable
from typing import cast

from nacl.bindings import crypto_aead_aes256gcm_decrypt, crypto_aead_aes256gcm_encrypt
from nacl.exceptions import CryptoError, UnavailableError

from storage.port import StoreBroken

KEY = 32
NONCE = 12
#: Message, what it is bound to, nonce, key.
Way = Callable[[bytes, bytes, bytes, bytes], bytes]


class NotOpened(ValueError):  # noqa: N818 - named for what happened
    """Another key, another purpose, or changed since; which of them can't be known."""


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY)


def lock(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """A random nonce of 12 bytes, then the ciphertext with its tag. `bound` isn't kept, and is needed to open it."""
    nonce = os.urandom(NONCE)
    return nonce + _encrypt(plain, bound, nonce, key)


def unlock(key: bytes, locked: bytes, bound: bytes) -> bytes:
    """What `lock` was given. Raises NotOpened when it wasn't locked so."""
    try:
        return _decrypt(locked[NONCE:], bound, locked[:NONCE], key)
    except (CryptoError, ValueError, TypeError) as error:  # too short, as well
        raise NotOpened("it doesn't open") from error


def _ways() -> tuple[Way, Way]:
    ours = cast("tuple[Way, Way]", (crypto_aead_aes256gcm_encrypt, crypto_aead_aes256gcm_decrypt))
    try:
        ours[0](b"", b"", bytes(NONCE), bytes(KEY))
    except UnavailableError:
        return _in_software()
    return ours


def _in_software() -> tuple[Way, Way]:
    """The same from another library, on a processor without AES of its own. Raises StoreBroken when it isn't there."""
    try:
        from cryptography.exceptions import InvalidTag  # type: ignore[import-not-found]
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # type: ignore[import-not-found]
    except ImportError as error:
        raise StoreBroken(
            "this processor has no AES instructions; install the Python package `cryptography`, which does without"
        ) from error

    def encrypt(plain: bytes, bound: bytes, nonce: bytes, key: bytes) -> bytes:
        return cast("bytes", AESGCM(key).encrypt(nonce, plain, bound))

    def decrypt(locked: bytes, bound: bytes, nonce: bytes, key: bytes) -> bytes:
        try:
            return cast("bytes", AESGCM(key).decrypt(nonce, locked, bound))
        except InvalidTag as error:
            raise NotOpened("it doesn't open") from error

    return encrypt, decrypt


_encrypt, _decrypt = _ways()
