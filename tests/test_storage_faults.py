"""The store fails under a morning of work: nothing is lost, nothing half kept, and people hear it once.

Whatever fails and wherever, once it works again all stands as if nothing had happened.
"""

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import figures
import pytest
from failing_disk import Disk, opened_on, put_in
from story import Story, on_stage
from test_transcripts import welcome

from dialogues import outage_texts
from dialogues.words import words
from state_machines.events import Event
from storage.port import OUT

POSITIONS = 65
SAMPLE = 5
HEADING = """## Storage faults

Each line is a run of `make test-long`: a morning of work (a check-in, notes, a coach's look) on a store that fails from
one position on: no room for one page more, a limit of the operating system, an I/O error at a write or at a commit.
Then the disk works again. Lost: what somebody sent and isn't kept afterwards. Half: a file that isn't as it was after
some whole turn. The last four columns must be 0.

| date | fault | positions | outages | lost | kept twice | half turns | told twice or not at all |
|---|---|---|---|---|---|---|---|
"""
WAITS = outage_texts.outage("waits", (words("nl"),)).text
PLACES = ("naar het park", "langs het water", "door het dorp", "om de kerk", "over de markt", "naar de buren")
#: What happens that morning, in order: who does what. A moment lets time pass.
Act = Callable[[Story], None]


def taps(label: str) -> Act:
    """Sanne taps the newest button with this label."""
    return lambda story: story.sanne.person.tap_label(story.sanne.find(label))


def says(text: str) -> Act:
    """Sanne types."""
    return lambda story: story.sanne.person.send(text)


def joost_says(text: str) -> Act:
    """Joost types."""
    return lambda story: story.joost.person.send(text)


def together(*acts: Act) -> Act:
    """All of these before the bot looks."""

    def act(story: Story) -> None:
        for one in acts:
            one(story)

    return act


MORNING: tuple[Act | str, ...] = (
    says("gewandeld met de hond"),
    "2026-11-30 16:30",
    taps("7"),
    taps("Koffiepauze"),
    together(taps("Klaar"), joost_says("/clienten")),
    taps("Lawaai"),
    taps("Klaar"),
    taps("3"),
    together(*(says(f"{place} gelopen, {place} terug") for place in PLACES)),
    joost_says("/logboek"),
    "2026-12-01 16:31",
    taps("6"),
)


@dataclass(kw_only=True)
class Morning:
    """What became of one morning. `wrong`: what should not be, a line each, with its kind as the first word."""

    events: tuple[Event, ...] = ()
    saw: frozenset[tuple[int, str]] = frozenset()
    outages: int = 0
    pages: int = 0
    bytes: int = 0
    writes: int = 0
    commits: int = 0
    wrong: list[str] = field(default_factory=list)


@asynccontextmanager
async def prepared(path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Story]:
    """Sanne and Joost, on a disk that still works."""
    put_in(disk, monkeypatch)
    async with on_stage(opened=opened_on(path)) as story:
        await welcome(story)
        yield story


def kept(story: Story) -> tuple[Event, ...]:
    """Everything that is kept of Sanne, in order."""
    return story.opened.views.own_events(story.file().id)


def saw(story: Story, since: int) -> frozenset[tuple[int, str]]:
    """What came out, the word about the outage aside. How often depends on what was handled together."""
    rows = [row for row in story.telegram.ledger.after(since) if row.what in {"sent", "edited"}]
    return frozenset((row.chat_id, row.text) for row in rows if row.text != WAITS)


async def lived(story: Story, disk: Disk) -> Morning:
    """The morning, act by act; where the store fails, the disk heals after three more tries."""
    found, since = Morning(), len(story.telegram.ledger)
    pages, writes, commits, journal = disk.pages, disk.writes, disk.commits, disk.journal
    for act in MORNING:
        if not isinstance(act, str):
            act(story)
        await _through(story, act if isinstance(act, str) else "", disk, found)
    disk.heals()
    await story.settle()
    found.pages, found.writes, found.commits = disk.pages - pages, disk.writes - writes, disk.commits - commits
    found.bytes = disk.journal - journal
    found.events, found.saw = kept(story), saw(story, since)
    if story.telegram.world.updates.pending:
        found.wrong.append("lost: an update was never confirmed")
    found.wrong += [f"half: {fault}" for fault in story.opened.upkeep.verify()]
    return found


async def _through(story: Story, moment: str, disk: Disk, found: Morning) -> None:
    """One act or a stretch of time, through an outage if there is one."""
    since = len(story.telegram.ledger)
    try:
        await (story.until(moment) if moment else story.settle())
    except OUT:
        found.outages += 1
        for _ in range(3):
            with pytest.raises(OUT):
                await story.stage.settle()
        await story.stage.app.gateway.settle()
        assert story.stage.app.outage.since == story.telegram.clock.now, "health can see it"
        found.wrong += [f"half: {fault}" for fault in story.opened.upkeep.verify()]
        found.wrong += told_wrong(story, since)
        disk.heals()
        await story.settle()
        assert story.stage.app.outage.since is None
        if moment and f"{story.now:%Y-%m-%d %H:%M}" < moment:
            await story.until(moment)


def told_wrong(story: Story, since: int) -> list[str]:
    """Who heard of the outage twice, or should have heard and didn't, or had nothing that waits."""
    waiting = {update.chat_id for update in story.telegram.world.updates.pending}
    heard = [row.chat_id for row in story.telegram.ledger.after(since) if row.what == "sent" and row.text == WAITS]
    wrong = [chat for chat in {*heard, *waiting} if heard.count(chat) != (chat in waiting)]
    return [f"told: chat {chat} heard it {heard.count(chat)} times" for chat in wrong]


def compared(found: Morning, whole: Morning) -> Morning:
    """The same morning without a fault beside it: nothing is lost, twice or otherwise."""
    all_of_it, is_kept = told_of(whole), told_of(found)
    found.wrong += [f"lost: {event}" for event in Counter(all_of_it) - Counter(is_kept)]
    found.wrong += [f"twice: {event}" for event in Counter(is_kept) - Counter(all_of_it)]
    if not found.wrong and all_of_it != is_kept:
        found.wrong.append("half: the order is another")
    if not found.wrong and found.saw != whole.saw:
        found.wrong.append(f"told: people saw {sorted(found.saw ^ whole.saw)}")
    return found


def told_of(morning: Morning) -> list[str]:
    """The events without the numbers of messages: the word about the outage has one too."""
    return [re.sub("message_id=[0-9]+", "", repr(event)) for event in morning.events]


#: What fails, and how it is set for a position: a part between 0 and 1 of all pages, writes or commits of the morning.
FAULTS: dict[str, Callable[[Disk, Morning, float], None]] = {
    "no room for a page": lambda disk, whole, part: disk.room(int(part * whole.pages)),
    "the system takes no more bytes": lambda disk, whole, part: disk.takes_bytes(
        disk.journal + int(part * whole.bytes)
    ),
    "I/O error at a write": lambda disk, whole, part: disk.strikes("SQLITE_IOERR", at=int(part * whole.writes)),
    "I/O error at a commit": lambda disk, whole, part: disk.strikes(
        "SQLITE_IOERR", at=int(part * whole.commits), on="COMMIT"
    ),
    "no room at a commit": lambda disk, whole, part: disk.strikes(
        "SQLITE_FULL", at=int(part * whole.commits), on="COMMIT"
    ),
}


async def at_position(folder: Path, fault: str, part: float, whole: Morning) -> Morning:
    """The morning with this fault from one position on: a part between 0 and 1 of all there are."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        disk = Disk()
        path = folder / f"{fault.replace('/', '')}-{part:.4f}.db"
        async with prepared(path, disk, monkeypatch) as story:
            FAULTS[fault](disk, whole, part)
            return compared(await lived(story, disk), whole)


async def without_fault(folder: Path) -> Morning:
    """The morning on a disk that works."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        disk = Disk()
        async with prepared(folder / "whole.db", disk, monkeypatch) as story:
            return await lived(story, disk)


@pytest.mark.parametrize("fault", FAULTS)
async def test_some_positions_of_each_fault_lose_nothing(fault: str, tmp_path: Path) -> None:
    """Kept whole, once and in order, and each who waits told once: as if nothing had happened."""
    whole = await without_fault(tmp_path)
    for n in range(SAMPLE):
        found = await at_position(tmp_path, fault, n / SAMPLE, whole)
        assert (found.outages, found.wrong) == (1, []), n


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
async def test_every_position_of_each_fault_loses_nothing(fault: str, tmp_path: Path) -> None:
    """The figures go into docs/reliability.md."""
    whole = await without_fault(tmp_path)
    found = [await at_position(tmp_path, fault, n / POSITIONS, whole) for n in range(POSITIONS)]
    wrong = [line for one in found for line in one.wrong]
    counts = [sum(line.startswith(kind) for line in wrong) for kind in ("lost", "twice", "half", "told")]
    figures.keep(HEADING, fault, POSITIONS, sum(one.outages for one in found), *counts)
    assert wrong == []
    assert all(one.outages for one in found), "each position is hit"
