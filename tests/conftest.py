"""Shared by all tests: where sample people and stories live, and the switch that writes transcripts anew."""

import sys
from pathlib import Path

import pytest

for folder in (Path(__file__).parent, Path(__file__).parent / "state_machines"):
    sys.path.insert(0, str(folder))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-transcripts`: keep what the conversations now are."""
    parser.addoption("--write-transcripts", action="store_true", help="write tests/transcripts anew")
