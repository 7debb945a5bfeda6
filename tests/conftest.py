"""Shared by all tests: where sample people and stories live, and the switch that writes transcripts anew."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy with other work is no fault of what is tested; speed has its own measurements (tests/bench).
settings.register_profile("trede", deadline=None)
settings.load_profile("trede")

for folder in (Path(__file__).parent, Path(__file__).parent / "state_machines"):
    sys.path.insert(0, str(folder))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-transcripts`: keep what the conversations now are."""
    parser.addoption("--write-transcripts", action="store_true", help="write tests/transcripts anew")
