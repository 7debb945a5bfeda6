"""Twenty kills: the first two databases of `make test-kill`, with the same seeds. And where a bot can be ended."""

import re
from pathlib import Path

import pytest

from bot import crash
from tests.kill.life import PLACES, lives

ROOT = Path(__file__).parent.parent.parent

#: Killed at in `tests/test_keys_killed.py`.
ROTATING = ("rotate-kek", "rotate-keys", "rotate-placed")


@pytest.mark.parametrize("seed", ["kill:0", "kill:1"])
async def test_ten_kills_lose_nothing_keep_nothing_twice_and_leave_nobody_hanging(seed: str, tmp_path: Path) -> None:
    """Fifty people in the middle of their check-in; a checker apart from the bot finds nothing after any of them."""
    told = await lives(tmp_path, seed, kills=10)
    assert told.verdict.findings == []
    assert sum(told.kills.values()) == 10
    assert told.acts > 300


def test_every_place_is_somewhere_in_the_code_and_in_the_campaign() -> None:
    """A place that nothing comes by would be a kill that never is; one that is never chosen shows nothing."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").glob("*.py"))
    names = {name: value for name, value in vars(crash).items() if name.isupper() and not name.startswith("_")}
    assert set(names) == set(re.findall(r"crash\.here(?:\(|, )crash\.([A-Z]+)\)", source))
    assert set(names.values()) == {*PLACES, "migration", "backup", *ROTATING}
