"""Each promise of the store is tried on every store that makes it."""

import pytest

from storage.open import open_memory, open_sqlite
from tests import keyed


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    opened = open_memory() if request.param == "memory" else keyed.opened(tmp_path / "trede.db", synchronous="OFF")
    yield opened
    opened.close()


@pytest.fixture
def sqlite(tmp_path):
    opened = open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    yield opened
    opened.close()
