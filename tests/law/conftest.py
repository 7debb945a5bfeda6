"""A walk asks for many transitions that a state doesn't have: the library warns of each, and nobody reads it."""

import logging

import pytest


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """No warnings from the tables' library while a test here runs."""
    caplog.set_level(logging.ERROR, logger="transitions.core")
