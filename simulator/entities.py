"""Formatted text as Telegram takes it: HTML in, plain text and entities out.

Offsets and lengths are counted in UTF-16 code units, as Telegram does, so an emoji counts two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from simulator.reply import Refused, bad_request

Entity = dict[str, Any]

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "a": "text_link", "code": "code",
    "pre": "pre", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_ESCAPE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w+)?)(?![\w/<>])|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'])"
)


@dataclass(slots=True)
class _Open:
    tag: str
    kind: str
    offset: int
    url: str | None


def utf16(text: str) -> int:
    """Length in UTF-16 code units, the measure of all Telegram's limits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def found(text: str) -> list[Entity]:
    """The entities Telegram finds by itself in a plain text: commands and links."""
    if "/" not in text:
        return []
    return [
        {"type": match.lastgroup, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
        for match in _FOUND.finditer(text)
    ]


def parse(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of a message; refused with Telegram's words when the HTML does not balance."""
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    plain, marked = _html(text) if parse_mode else (text, [])
    plain, marked = _trimmed(plain, marked)
    taken = [(e["offset"], e["offset"] + e["length"]) for e in marked if e["type"] in {"text_link", "code", "pre"}]
    free = [e for e in found(plain) if not any(a <= e["offset"] < b for a, b in taken)]
    return plain, sorted(marked + free, key=lambda e: (e["offset"], -e["length"]))


def _html(source: str) -> tuple[str, list[Entity]]:
    out: list[str] = []
    entities: list[Entity] = []
    stack: list[_Open] = []
    size = at = 0
    while True:
        cut = source.find("<", at)
        piece = _unescaped(source[at:] if cut < 0 else source[at:cut])
        out.append(piece)
        size += utf16(piece)
        if cut < 0:
            break
        match = _TAG.match(source, cut)
        if match is None:
            raise _unparsed(f"Unclosed start tag at byte offset {_bytes(source, cut)}")
        if match[1]:
            _close(stack, match[2].lower(), entities, size, _bytes(source, cut))
        else:
            stack.append(_opened(match, size, _bytes(source, cut)))
        at = match.end()
    if stack:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return "".join(out), entities


def _opened(match: re.Match[str], offset: int, where: int) -> _Open:
    tag = match[2].lower()
    if tag not in _TAGS or (tag == "span" and "tg-spoiler" not in match[3]):
        raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {where}')
    href = _HREF.search(match[3]) if tag == "a" else None
    url = _unescaped(next(part for part in href.groups() if part is not None)) if href else None
    kind = "expandable_blockquote" if tag == "blockquote" and "expandable" in match[3] else _TAGS[tag]
    return _Open(tag, kind, offset, url)


def _close(stack: list[_Open], tag: str, entities: list[Entity], end: int, where: int) -> None:
    if not stack:
        raise _unparsed(f"Unexpected end tag at byte offset {where}")
    opened = stack.pop()
    if tag and opened.tag != tag:
        raise _unparsed(f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"')
    if end > opened.offset and not (opened.tag == "a" and not opened.url):
        entity: Entity = {"type": opened.kind, "offset": opened.offset, "length": end - opened.offset}
        entities.append(entity | ({"url": opened.url} if opened.url else {}))


def _unescaped(text: str) -> str:
    """Telegram knows four named escapes and numbers; every other ampersand is just one."""
    if "&" not in text:
        return text
    return _ESCAPE.sub(lambda m: _NAMED[m[3]] if m[3] else _char(int(m[1]) if m[1] else int(m[2], 16)), text)


def _char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Telegram cuts white space off both ends; entities move and shrink with it."""
    tight = text.strip()
    if tight == text:
        return text, entities
    lead, size = utf16(text[: len(text) - len(text.lstrip())]), utf16(tight)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(size, entity["offset"] + entity["length"] - lead)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return tight, kept


def _bytes(source: str, index: int) -> int:
    return len(source[:index].encode())


def _unparsed(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")
