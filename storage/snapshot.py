"""A file as one payload: a head of JSON (ends of its chains, small fields), then its big parts, each compressed.

A snapshot is written every turn, while a client's window of days, plan versions and what is kept of complaints change
about once a day or less. They stand apart; one that is the same object as last time isn't encoded again.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_type_hints

from state_machines.files import Client, File, Professional
from storage import codec
from storage.chain import Tip, Tips
from storage.reading import reader
from storage.writing import Way, writer, writer_without

KINDS: Mapping[str, type[File]] = {"client": Client, "professional": Professional}
APART: Mapping[type[File], tuple[str, ...]] = {Client: ("window", "versions", "complaints"), Professional: ()}

Parts = Mapping[str, tuple[object, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A file with the ends of its chains. `parts`: its big fields as last encoded."""

    file: File
    tips: Tips = field(default_factory=Tips)
    parts: Parts = field(default_factory=dict)


def table_of(file: File) -> str:
    """The table that keeps this kind of file, which is also the role of the person behind it."""
    return "client" if isinstance(file, Client) else "professional"


def pack(snapshot: Snapshot) -> tuple[bytes, Parts]:
    """The payload of a snapshot, and its parts as they are now encoded."""
    file, kind = snapshot.file, type(snapshot.file)
    parts = {name: _part(snapshot, name) for name in APART[kind] if getattr(file, name)}
    head = {
        "tips": _write_tips(snapshot.tips),
        "apart": {name: len(packed) for name, (_, packed) in parts.items()},
        "file": writer_without(kind, APART[kind])(file),
    }
    return b"\n".join((codec.to_json(head), b"".join([packed for _, packed in parts.values()]))), parts


def unpack(kind: type[File], payload: bytes) -> Snapshot:
    """The snapshot that was packed. Raises StoreBroken when this version can't read it."""
    try:
        head, packed = _parted(payload)
        stored = head["file"] | {name: json.loads(zlib.decompress(part)) for name, part in packed.items()}
        file: File = reader(kind)(stored)
        parts = {name: (getattr(file, name), part) for name, part in packed.items()}
        return Snapshot(file=file, tips=_read_tips(head["tips"]), parts=parts)
    except (*codec.MISREAD, zlib.error) as error:
        raise codec.unreadable(kind.__name__) from error


def tips_of(payload: bytes) -> Tips:
    """The ends of the chains in a payload, without reading the file."""
    return _read_tips(json.loads(payload[: payload.index(b"\n")])["tips"])


def with_tips(payload: bytes, tips: Tips) -> bytes:
    """The same payload with other ends of its chains."""
    end = payload.index(b"\n")
    head = json.loads(payload[:end]) | {"tips": _write_tips(tips)}
    return codec.to_json(head) + payload[end:]


def _part(snapshot: Snapshot, name: str) -> tuple[object, bytes]:
    value = getattr(snapshot.file, name)
    known, packed = snapshot.parts.get(name, (None, b""))
    if known is not value:
        kind: Any = type(snapshot.file)
        written = _writers(kind)[name](value)
        packed = zlib.compress(codec.to_json(written), level=1)
    return value, packed


@cache
def _writers(kind: type[File]) -> dict[str, Way]:
    hints = get_type_hints(kind)
    return {name: writer(hints[name]) for name in APART[kind]}


def _parted(payload: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    end = payload.index(b"\n")
    head = json.loads(payload[:end])
    parts, at = {}, end + 1
    for name, length in head["apart"].items():
        parts[name] = payload[at : at + length]
        at += length
    return head, parts


def _write_tips(tips: Tips) -> dict[str, list[int | str]]:
    ends = zip(Tips._fields, tips, strict=True)
    return {name: [tip.count, tip.hash.hex()] for name, tip in ends if tip.count}


def _read_tips(stored: dict[str, list[Any]]) -> Tips:
    return Tips(**{name: Tip(count, bytes.fromhex(hash_)) for name, (count, hash_) in stored.items()})
