"""All tables of the core, found by walking its modules, and which of their rows a walk takes.

A row for several states is several rows here, one a state: each must be taken by itself.
"""

import importlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, cast

import state_machines
from state_machines.machine import Table


@dataclass(frozen=True, order=True)
class Row:
    """One row of a table for one state: the table's name, the trigger, the state, and which of its rows it is there."""

    table: str
    trigger: str
    source: str
    number: int = 1


@cache
def tables() -> dict[str, Table]:
    """Every table that a module of the core holds, by name."""
    found = {id(value): value for module in _modules() for value in vars(module).values() if isinstance(value, Table)}
    return {table.name: table for table in found.values()}


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(state_machines.__path__, "state_machines."):
        yield importlib.import_module(module.name)


def rows(table: Table) -> Iterator[Row]:
    """The rows of a table in order, each state apart."""
    count = Counter[tuple[str, str]]()
    for row in table.rows:
        source = cast("str | list[str]", row["source"])
        for state in [source] if isinstance(source, str) else source:
            key = str(row["trigger"]), state
            count[key] += 1
            yield Row(table.name, *key, count[key])


@contextmanager
def noted() -> Iterator[Counter[Row]]:
    """How often each row is taken as long as this lasts: each transition tells it when it was carried out."""
    taken = Counter[Row]()
    transitions = list(_transitions())
    for row, transition in transitions:
        transition.execute = _telling(transition.execute, taken, row)
    try:
        yield taken
    finally:
        for _, transition in transitions:
            del transition.execute


def _transitions() -> Iterator[tuple[Row, Any]]:
    for table in tables().values():
        numbered = defaultdict[tuple[str, str], list[Row]](list)
        for row in rows(table):
            numbered[row.trigger, row.source].append(row)
        for (trigger, source), known in numbered.items():
            made = table._machine.events[trigger].transitions[source]
            yield from zip(known, made, strict=True)


def _telling(execute: Callable[[Any], bool], taken: Counter[Row], row: Row) -> Callable[[Any], bool]:
    def executed(event: Any) -> bool:
        done = execute(event)
        if done:
            taken[row] += 1
        return done

    return executed
