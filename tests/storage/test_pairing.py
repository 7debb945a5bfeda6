"""Two commands that open a new database at the same moment: both find its keys, neither fails."""

from contextlib import closing
from pathlib import Path

from bot.simulated import keys_of
from storage.sqlite import open_sqlite, pairing
from tests.storage.material import NOON, a_client, keep, loaded, new


def test_who_is_second_finds_the_same_keys(tmp_path: Path) -> None:
    """Between looking whether it is paired and pairing it, another did so: that is no error, and both read alike."""
    keys = keys_of(tmp_path / "trede.db", NOON)
    with closing(open_sqlite(tmp_path / "trede.db", keys=keys)) as first:
        keep(first, new(a_client()))
        seen = first.connection.run(pairing.OURS).fetchone()
        with first.batch():
            first.connection.run(pairing.PUT, (b"another one",))
        assert first.connection.run(pairing.OURS).fetchone() == seen
        with closing(open_sqlite(tmp_path / "trede.db", keys=keys)) as second:
            assert loaded(second, "c-jan") == loaded(first, "c-jan")
