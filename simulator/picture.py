"""The one photo synthetic people have: a soft evening sky, drawn here so that no file needs to be shipped."""

from __future__ import annotations

import struct
import zlib
from functools import cache

PICTURE_SIZE = (240, 160)


@cache
def picture() -> bytes:
    """A valid PNG of `PICTURE_SIZE`, the same bytes every time."""
    width, height = PICTURE_SIZE
    rows = b"".join(b"\0" + bytes(_colour(y / height)) * width for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _colour(depth: float) -> tuple[int, int, int]:
    """From evening blue at the top to sand, with land below three quarters."""
    if depth > 0.75:
        return 94, 122, 88
    share = depth / 0.75
    return round(126 + 116 * share), round(162 + 38 * share), round(206 - 46 * share)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
