"""Clients who live elsewhere and clients who move: nothing is begun in the quiet hours of where they are.

What a coach records in the client's night waits for the morning; it waits for the morning of the zone that counts then.
"""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from story import SANNE, ZONE, Story, on_stage
from test_time import ZONES, accounted, assert_quiet, changed, client, mark, tap
from test_transcripts import plan, welcome

from simulator.faults import Fault
from state_machines.events import ConsultSet
from tests.doing import role_of


def consult(story: Story, number: int) -> ConsultSet:
    """A consult that the coach sets, a week from now."""
    now = story.telegram.clock.now
    return ConsultSet(at=now, number=number, when=now + timedelta(days=7))


def by_coach(story: Story, event: ConsultSet) -> None:
    """What a coach records, at whatever hour."""
    with story.opened.batch():
        story.stage.app.door.act(client(story).id, event, by="p-joost", role=role_of(event))


def told(story: Story, since: int) -> list[datetime]:
    """When Sanne heard of a consult, on her clock."""
    here = ZoneInfo(client(story).zone)
    rows = story.telegram.ledger.after(since, SANNE)
    return [row.at.astimezone(here) for row in rows if row.what == "sent" and "consult" in row.text]


@pytest.mark.parametrize(
    ("zone", "heard"),
    [
        ("Europe/Amsterdam", "2026-12-02 08:00"),
        ("Europe/Istanbul", "2026-12-02 10:00"),  # the moment of eight in Amsterdam is a fine one there
        ("America/New_York", "2026-12-02 08:00"),  # in the night there: it waits on
        ("Asia/Tokyo", "2026-12-02 16:00"),
        ("Pacific/Auckland", "2026-12-02 20:00"),
        ("Pacific/Kiritimati", "2026-12-03 08:00"),  # 21:00 there: the quiet hours have just begun
        ("Pacific/Honolulu", "2026-12-02 08:00"),
    ],
)
async def test_what_waits_for_the_morning_waits_for_the_morning_of_the_new_zone(zone: str, heard: str) -> None:
    """Set at 22:00 in Amsterdam, to be told at eight; then the client flies off."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-12-01 22:00")
        since = mark(story)
        by_coach(story, consult(story, 1))
        await story.settle()
        await story.until("2026-12-01 23:00")
        await changed(story, f"s:zone:{zone}")
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=40))
        assert [f"{at:%Y-%m-%d %H:%M}" for at in told(story, since)] == [heard]
        accounted(story)


async def test_who_comes_back_hears_it_in_the_morning_at_home() -> None:
    """Two moves in one night: only the last zone counts."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-12-01 22:00")
        since = mark(story)
        by_coach(story, consult(story, 1))
        await changed(story, "s:zone:America/New_York", "s:zone:Europe/Amsterdam")
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=40))
        assert [f"{at:%H}" for at in told(story, since)] in (["08"], ["14"])
        accounted(story)


@pytest.mark.parametrize("seed", range(3))
async def test_wherever_a_client_goes_nothing_is_begun_in_the_quiet_hours(seed: int) -> None:
    """Two weeks of moves at any hour, with a coach who records things at any hour; the ledger is looked through."""
    dice = random.Random(seed)
    zones: list[tuple[int, str]] = []
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        zones.append((mark(story), client(story).zone))
        end, number, acted = story.telegram.clock.now + timedelta(days=14), 0, set[datetime]()
        while story.telegram.clock.now < end:
            await story.stage.advance_to(story.telegram.clock.now + timedelta(minutes=dice.randrange(10, 700)))
            number += 1
            if dice.random() < 0.5:
                by_coach(story, consult(story, number))
            else:
                acted.add(story.telegram.clock.now)
                zone = dice.choice(ZONES)
                tap(story, f"s:zone:{zone}")
                zones.append((mark(story), zone))
            await story.settle()
        assert_quiet(story, zones)
        for row in story.telegram.ledger.after(0, SANNE):
            zone = next((name for since, name in reversed(zones) if since < row.n), zones[0][1])
            here = row.at.astimezone(ZoneInfo(zone))
            if row.what == "sent" and "consult" in row.text and row.at not in acted:
                assert 8 <= here.hour < 21, f"{row.text[:40]} at {here}"
        accounted(story)


async def test_a_prompt_that_is_tried_again_does_not_come_in_the_night_of_another_zone() -> None:
    """Telegram didn't answer at half past four; ten minutes later the client lives where it is three in the morning."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-12-01 16:29")
        story.telegram.faults.add(Fault(method="sendMessage", kind="reset_after", chat_id=SANNE))
        await story.stage.advance_to(datetime(2026, 12, 1, 16, 30, tzinfo=ZONE).astimezone(UTC))
        since = mark(story)
        await changed(story, "s:zone:Pacific/Auckland")
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=3))
        begun = [row for row in story.telegram.ledger.after(since, SANNE) if "tijd voor je check-in" in row.text]
        assert begun == []
