"""What a turn costs does not grow with what is kept."""

import re

import pytest

from storage.sqlite import deliveries, erasure, files, letters, rows, wakes
from storage.sqlite.upkeep import PRUNED

HOT = {
    "wakes that are due": wakes.WAITING,
    "a wake that ends": wakes.END,
    "letters: the lane": letters.URGENT,
    "letters: ordinary": letters.ORDINARY,
    "letters: later": letters.LATER,
    "letters: expiry": letters.EXPIRE,
    "letters: replaced": letters.REPLACE,
    "letters: waiting in a slot": letters.WAITING,
    "letters: under way": letters.SENDING,
    "letters: a younger one": letters.YOUNGER,
    "letters: unbound": files.UNBOUND,
    "the newest plan": files.NEWEST_PLAN,
    "the snapshot of a client": rows.SNAPSHOT["client"],
    "the log from a moment on": rows.GET["log"].format("at >= ?"),
    "letters about a file": erasure.LETTERS,
    "letters to a stranger": erasure.STRANGER,
    "the delivery log": deliveries.POSTED,
    "the client's acts": deliveries.ACTS,
} | {f"pruning {table} {old}": f"SELECT {key} FROM {table} WHERE {old} LIMIT 500" for table, key, old, _ in PRUNED}


@pytest.mark.parametrize("statement", HOT.values(), ids=HOT)
def test_no_statement_reads_a_whole_table(sqlite, statement):
    """Every statement of a turn finds its rows by an index, and sorts nothing but a handful."""
    numbered = {int(number) for number in re.findall(r"\?(\d)", statement)}
    values = [None] * (max(numbered) if numbered else statement.count("?"))
    plan = [row[3] for row in sqlite.connection.run(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()]
    assert [step for step in plan if step.startswith("SCAN") and "USING" not in step] == []
    assert [step for step in plan if "TEMP B-TREE" in step] == []
