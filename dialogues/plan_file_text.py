"""A plan file as it was written: TOML or JSON to plain values, and on which line each key stands.

A key is named by its path, places in a list counted from 1: `steps[2].hours`. Numbers with a point are exact.
"""

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

KINDS = ("toml", "json")
MOST_SIGNS = 200_000

_AT = re.compile(r"at line (?P<line>\d+), column (?P<column>\d+)")
_HEADER = re.compile(r"^\s*(?P<open>\[\[?)\s*(?P<path>[^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?P<path>[\w\-."']+(?:\s*\.\s*[\w\-"']+)*)\s*=""")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


@dataclass(frozen=True, kw_only=True)
class Written:
    """What stands in a file. `lines`: the line of each key by its path; `twice`: keys that are there more than once."""

    values: object
    lines: dict[str, int] = field(default_factory=dict)
    twice: tuple[str, ...] = ()

    def line(self, path: str) -> int | None:
        """The line on which a key stands, or else the nearest one around it."""
        while path and path not in self.lines:
            path = path.rpartition("." if path.rfind(".") > path.rfind("[") else "[")[0]
        return self.lines.get(path)


class NotReadable(ValueError):  # noqa: N818 - named for what it is
    """The text isn't well-formed; `line` and `column` say where, when that is known."""

    def __init__(self, line: int | None = None, column: int | None = None) -> None:
        super().__init__("not well-formed")
        self.line, self.column = line, column


def read(text: str, kind: str) -> Written:
    """What a file of this kind (`KINDS`) says. Raises NotReadable."""
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_SIGNS:
        raise NotReadable
    try:
        return _json(text) if kind == "json" else _toml(text)
    except json.JSONDecodeError as error:
        raise NotReadable(error.lineno, error.colno) from None
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        where = (int(at["line"]), int(at["column"])) if at else (len(text.splitlines()), None)
        raise NotReadable(*where) from None
    except (ValueError, RecursionError):  # a number or a nesting that no plan has
        raise NotReadable from None


# --- TOML ---------------------------------------------------------------------------------------------------------


def _toml(text: str) -> Written:
    return Written(values=tomllib.loads(text, parse_float=_exact), lines=_toml_lines(text))


def _toml_lines(text: str) -> dict[str, int]:
    """The line of each section and key that begins one. Inside a value nothing is looked for."""
    lines: dict[str, int] = {}
    places: Counter[str] = Counter()
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            section = _placed(_names(header["path"]), places, more=header["open"] == "[[")
            lines.setdefault(section, number)
        elif key := _KEY.match(line):
            path = ".".join(_names(key["path"]))
            lines.setdefault(f"{section}.{path}" if section else path, number)
    return lines


def _placed(names: list[str], places: Counter[str], *, more: bool) -> str:
    """The path of a section; each list in it at its newest place, or one further for the list that this one is in."""
    path = ""
    for last, name in ((n == len(names) - 1, name) for n, name in enumerate(names)):
        path = f"{path}.{name}" if path else name
        places[path] += last and more
        path = f"{path}[{places[path]}]" if places[path] else path
    return path


def _names(path: str) -> list[str]:
    return [name.strip().strip("\"'") for name in path.split(".")]


# --- JSON ---------------------------------------------------------------------------------------------------------


def _json(text: str) -> Written:
    values = json.loads(text, parse_float=_exact, parse_constant=_no_number)
    lines, twice = _json_lines(text, "steps" if isinstance(values, list) else "")
    return Written(values=values, lines=lines, twice=twice)


def _no_number(said: str) -> Decimal:
    raise ValueError(said)


def _json_lines(text: str, root: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """The line of each key and place in a list of well-formed JSON, and the keys that come back within one object."""
    lines: dict[str, int] = {}
    twice: list[str] = []
    open_: list[list[str | int]] = []  # of each object or list around: its path, and the newest key or place
    number, end = 1, 0
    path = root
    tokens = list(_TOKEN.finditer(text))
    for n, token in enumerate(tokens):
        number, end = number + text.count("\n", end, token.start()), token.start()
        sign = token[0]
        if sign in "}]":
            open_.pop()
            continue
        if sign in ",:":
            continue
        inside = open_[-1] if open_ else None
        if inside is not None and isinstance(inside[1], int):
            inside[1] += 1
            path = f"{inside[0]}[{inside[1]}]"
            lines[path] = number
        elif inside is not None and n + 1 < len(tokens) and tokens[n + 1][0] == ":":
            inside[1] = json.loads(sign)
            path = f"{inside[0]}.{inside[1]}" if inside[0] else str(inside[1])
            twice += [path] if path in lines else []
            lines.setdefault(path, number)
            continue
        if sign in "{[":
            open_.append([path, "" if sign == "{" else 0])
    return lines, tuple(dict.fromkeys(twice))


def _exact(said: str) -> Decimal:
    try:
        return Decimal(said)
    except InvalidOperation:
        return Decimal("NaN")
