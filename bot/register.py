"""The page of the field register (`docs/data-register.md`), made from the table that people keep beside it.

The table says of each column and field what it is; what a value is for is read from the docstring of its class.
"""

import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from bot.mail import Mail
from dialogues.prompt import Message
from state_machines.events import Event
from state_machines.files import Client, Professional
from storage.links import Enclosed, Looked, Registered
from storage.organisation import Setting
from storage.port import Record

NAME = "data-register"
KINDS = ("identifying", "health", "plan", "technical")
#: Lists that say of a field that it goes earlier than its group.
EARLIER = ("diary", "scores", "turn")
#: From these every value that is kept can be reached.
KEPT: tuple[type, ...] = (Client, Professional, Record, Registered, Looked, Enclosed, Setting, Mail, Message)
Table = Mapping[str, Any]
#: The numbers of rules, which are for who reads the code.
RULES = re.compile(r" \((?:[a-z]+ \d+; )?R\d+[^)]*\)|\bR\d+: ")


def table(docs: Path) -> Table:
    """The register as it is kept by hand."""
    return tomllib.loads((docs / f"{NAME}.toml").read_text(encoding="utf-8"))


def values() -> dict[str, type]:
    """Every dataclass of which something is kept, by its name: files, what they hold, each event, rows' payloads."""
    found: dict[str, type] = {}
    waiting: list[Any] = [*KEPT, *_events(Event)]
    while waiting:
        kind = waiting.pop(0)
        if is_dataclass(kind) and isinstance(kind, type):
            if kind.__name__ in found or kind is Event:
                continue
            found[kind.__name__] = kind
            waiting += get_type_hints(kind).values()
        else:
            waiting += get_args(kind)
    return found


def _events(kind: type) -> Iterator[type]:
    """Those that can happen: the kinds of them are no event themselves."""
    each: type
    for each in kind.__subclasses__():
        if each.__subclasses__():
            yield from _events(each)
        else:
            yield each


def names_of(group: Table) -> list[str]:
    """The fields that a group of the register lists, by kind."""
    return [name for kind in KINDS for name in group.get(kind, ())]


# --- the page -----------------------------------------------------------------------------------------------------


def page(docs: Path) -> str:
    """The whole page."""
    kept, kinds = table(docs), values()
    parts = [
        "# The field register",
        "",
        f"Do not edit: `make docs` writes this page from `docs/{NAME}.toml` and the docstrings of the code. "
        "A test compares it with the schema and with every value that is kept; a field without a row fails it.",
        "",
        "Retention is [Trede's proposal](privacy/retention.md); the organisation decides. There is no field for a "
        "surname, a client's telephone number, the name of a Telegram account, a BSN, a diagnosis, medication or an "
        "employer.",
        "",
        *_legend("What a field is", kept["kinds"]),
        *_legend("Basis", kept["basis"]),
        *_legend("Retention", kept["retention"]),
        "## Tables of the database",
        "",
        *(line for name, group in kept["table"].items() for line in _group(name, group, group["purpose"])),
        "## Tables of the key store",
        "",
        *(line for name, group in kept["keys"].items() for line in _group(name, group, group["purpose"])),
        "## Inside the payloads",
        "",
        *(
            line
            for name, group in kept["value"].items()
            for line in _group(name, group, _purpose(kinds[name]) if name in kinds else "")
        ),
        *_lines("Log lines of the program", kept["logs"]),
        *_lines("Metrics", kept["metrics"]),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _legend(heading: str, words: Mapping[str, str]) -> list[str]:
    rows = [f"| {name} | {about} |" for name, about in words.items()]
    return [f"## {heading}", "", "| | |", "|---|---|", *rows, ""]


def _group(name: str, group: Table, purpose: str) -> list[str]:
    about = f"For: {purpose.rstrip('.')}. Basis: {group['basis']}. Readers: {group['readers']}."
    rows = [f"| `{each}` | {kind} | {_until(group, each)} |" for kind in KINDS for each in group.get(kind, ())]
    return [f"### {name}", "", about, "", "| field | what it is | kept |", "|---|---|---|", *rows, ""]


def _until(group: Table, name: str) -> str:
    return next((earlier for earlier in EARLIER if name in group.get(earlier, ())), str(group["retention"]))


def _purpose(kind: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    said = inspect.getdoc(kind) or ""
    flat = " ".join(said.split("\n\n")[0].split())
    return RULES.sub("", flat).replace("|", "/")


def _lines(heading: str, named: Mapping[str, Sequence[str]]) -> list[str]:
    rows = [
        f"| `{name}` | {', '.join(f'`{each}`' for each in with_it) or 'nothing'} |" for name, with_it in named.items()
    ]
    return [f"## {heading}", "", "| name | with |", "|---|---|", *rows, ""]


def fields_of(kind: type) -> list[str]:
    """The names of a dataclass's fields."""
    return [field.name for field in fields(kind)]
