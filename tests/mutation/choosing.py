"""Which tests a change is tried on, and a plugin for pytest that lets only those run."""

import signal
from collections.abc import Iterator, Mapping

import pytest

#: A test that takes so many times as long as without a change, and so many seconds more, doesn't come to its end.
PATIENCE, MORE = 10, 15


class Chosen:
    """Only these tests, the quickest first; one that takes far too long ends the process."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self._seconds = seconds

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the others."""
        kept = [item for item in items if item.nodeid in self._seconds]
        items[:] = sorted(kept, key=lambda item: self._seconds[item.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """The alarm clock of each test."""
        signal.alarm(int(self._seconds[item.nodeid] * PATIENCE) + MORE)
        return (yield)


def noticing(lines: Mapping[int, list[str]], seconds: Mapping[str, float], span: tuple[int, int] | None) -> set[str]:
    """The tests that can notice a change within these lines of a file.

    All of them, when some of it runs while modules are loaded and tests are gathered, or when nobody runs it.
    """
    found = {test for line in range(span[0], span[1] + 1) for test in lines.get(line, ())} if span else set()
    return set(seconds) if not found or "" in found else found & set(seconds)
