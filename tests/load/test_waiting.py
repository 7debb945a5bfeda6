"""How waits are counted and judged; and a short form of `make test-load`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.load.__main__ import within
from tests.load.minute import Minute, lived, next_minute
from tests.load.waiting import percentile

MINUTE = Minute(due=10, out=50.0, wrong=0, answers=(0.1, 0.2), safety=(0.1, 0.2), unanswered=0, refused=3)


def test_a_percentile_is_a_wait_that_somebody_had() -> None:
    """95 of a hundred didn't wait longer, 99 of a hundred neither; of few the slowest counts."""
    hundred = [float(n) for n in range(100, 0, -1)]
    assert (percentile(hundred, 0.95), percentile(hundred, 0.99), percentile([3.0, 1.0], 0.99)) == (95.0, 99.0, 3.0)


def test_when_nobody_waited_there_is_nothing_to_say() -> None:
    """No wait is no short wait."""
    with pytest.raises(ValueError, match="nobody"):
        percentile([], 0.95)


@pytest.mark.parametrize(
    "worse",
    [
        {"out": 60.5},
        {"answers": (0.1,) * 90 + (1.6,) * 10},
        {"safety": (0.1,) * 90 + (2.1,) * 10},
        {"wrong": 1},
        {"unanswered": 1},
    ],
)
def test_each_limit_can_be_exceeded(worse: dict[str, object]) -> None:
    """All out within a minute, answers, safety texts, each check-in once, an answer to everybody."""
    assert within(MINUTE)
    assert not within(replace(MINUTE, **worse))


def test_the_minute_is_whole_and_far_enough_ahead() -> None:
    """At least as far as the database needs to be made."""
    now = datetime(2026, 11, 30, 9, 0, 20, tzinfo=UTC)
    assert next_minute(now, 10) == datetime(2026, 11, 30, 9, 1, tzinfo=UTC)
    assert next_minute(now, 50) == datetime(2026, 11, 30, 9, 2, tzinfo=UTC)


@pytest.mark.long
async def test_forty_check_ins_come_once_each_while_others_are_answered(tmp_path: Path) -> None:
    """In real time, over HTTP, by a bot that is a process of its own; how fast is for `make test-load` to say."""
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=20)
    minute = await lived(tmp_path, 40, at, others=(6, 10))
    assert (minute.due, minute.wrong, minute.unanswered) == (40, 0, 0)
    assert minute.answers
    assert minute.safety
