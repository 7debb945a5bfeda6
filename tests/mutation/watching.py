"""A plugin for pytest: which test runs which lines, and how long it takes."""

from collections.abc import Collection, Iterator
from pathlib import Path

import coverage
import pytest

Lines = dict[str, dict[int, list[str]]]


class Watching:
    """Which tests run which lines of these files. Lines that run while modules are loaded belong to no test."""

    def __init__(self, files: Collection[str]) -> None:
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()
        self._files = files
        self._coverage = coverage.Coverage(data_file=None, include=[str(Path(file).resolve()) for file in files])
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """What runs from here to its end is this test's."""
        self._coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self._coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """How long it took, with what prepares it, and whether it failed."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.add(report.nodeid)

    def lines(self) -> Lines:
        """For each file the tests of each line; the name of none is empty."""
        self._coverage.stop()
        told = self._coverage.get_data()
        return {file: told.contexts_by_lineno(str(Path(file).resolve())) for file in self._files}
