"""Shared by all tests: where sample people and stories live, and the switch that writes transcripts anew."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

# A machine that is busy with other work is no fault of what is tested; speed has its own measurements (tests/bench).
settings.register_profile("trede", deadline=None)
settings.load_profile("trede")

for folder in (Path(__file__).parent, Path(__file__).parent / "state_machines"):
    sys.path.insert(0, str(folder))


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """A test that sets up logs, as a command does, sets them up for itself alone."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-transcripts`: keep what the conversations now are."""
    parser.addoption("--write-transcripts", action="store_true", help="write tests/transcripts anew")
