"""The delivery log, over the local Telegram: what came of each message, for the coach and in the export."""

import json
from pathlib import Path
from typing import Any

import pytest
from story import SANNE, Story, on_stage
from test_transcripts import first_day

from bot import looking
from bot.settings import Settings
from simulator.faults import Fault
from storage.open import open_memory, open_sqlite

WRITTEN = "KANARIE-42 doet pijn"
PAGE = """
Berichten aan Sanne sinds vrijdag 20 november.

⚠ 3 berichten kwamen niet aan, of misschien niet.

• ma 30 nov 09:00, herinnering: aangekomen 09:00, reactie 16:30
• ma 30 nov 16:30, vraag: aangekomen 16:30, reactie 16:30
⚠ di 1 dec 16:30, vraag: verstuurd 16:40, misschien niet aangekomen
• di 1 dec 19:30, herinnering: aangekomen 19:30, reactie –
• do 3 dec 16:30, vraag: er kwam een nieuwer bericht voor in de plaats
⚠ do 3 dec 19:30, herinnering: niet verstuurd, het was er te laat voor
⚠ vr 4 dec 16:30, vraag: niet aangekomen, Sanne is niet te bereiken in Telegram
"""
#: What the bot began: planned, sent, taken, answered, by the wall clock in the Netherlands (UTC and one hour).
BEGUN = """
week.step reminder sent      30T08:00 30T08:00 30T08:00 30T15:30
checkin   prompt   sent      30T15:30 30T15:30 30T15:30 30T15:30
checkin   prompt   uncertain 01T15:30 01T15:40 -        -
checkin   reminder sent      01T18:30 01T18:30 01T18:30 -
checkin   prompt   replaced  03T15:30 03T15:30 -        -
checkin   reminder expired   03T18:30 03T18:30 -        -
checkin   prompt   failed    04T15:30 04T15:30 -        -
"""


async def a_week_of_faults(story: Story) -> None:
    """Monday is answered; Tuesday's question stays uncertain; Thursday's wait too long; on Friday she blocked."""
    await first_day(story)
    await story.until("2026-11-30 16:47")
    await story.sanne.says(WRITTEN)
    for moment, fault in (
        ("2026-12-01 16:00", Fault(method="sendMessage", kind="reset_after", times=2, chat_id=SANNE)),
        ("2026-12-03 16:00", Fault(method="sendMessage", kind="429", times=None, retry_after=8 * 3600, chat_id=SANNE)),
        ("2026-12-04 10:00", Fault(method="sendMessage", kind="403", chat_id=SANNE)),
    ):
        await story.until(moment)
        story.telegram.faults.clear()
        story.telegram.faults.add(fault)
    await story.until("2026-12-04 17:00")


def moment_of(row: dict[str, Any], name: str) -> str:
    return row[name][8:16] if name in row else "-"


@pytest.mark.parametrize("store", ["memory", "sqlite"])
async def test_the_logbook_counts_a_question_as_arrived_when_telegram_took_it(store: str, tmp_path: Path) -> None:
    """Monday's, and Tuesday's with its reminder; not Thursday's, which went too late (R17)."""
    opened = open_memory() if store == "memory" else open_sqlite(tmp_path / "trede.db")
    async with on_stage(opened=opened) as story:
        await a_week_of_faults(story)
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne")
        assert "Vraag aangekomen: 2 van 3 dagen" in story.joost.last


async def test_a_week_with_faults_is_told_to_the_coach_and_in_the_export(tmp_path: Path) -> None:
    """Answered, uncertain, replaced, too late, blocked: a line each for the coach, a row each in the export.

    Nothing that Sanne wrote or answered is in either; both looks are written down (R33).
    """
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await a_week_of_faults(story)
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne", "Berichten")
        page = story.joost.last
        kept = json.loads(looking.export(Settings(database=path), "Sanne", by="op", why="asked", whom="client"))
    assert page.startswith(PAGE.strip())
    begun = [row for row in kept["messages"] if row["kind"] in {"prompt", "reminder"}]
    moments = ("planned", "sent", "taken", "answered")
    told = [[row["text"], row["kind"], row["state"], *(moment_of(row, name) for name in moments)] for row in begun]
    assert told == [line.split() for line in BEGUN.strip().splitlines()]
    ends = {row["state"]: (row["reason"], row["tries"]) for row in begun if "ended" in row}
    wanted = {"uncertain": ("no answer", 2), "expired": ("too late", 1), "failed": ("unreachable", 1)}
    assert ends == {"replaced": ("asked to wait", 1)} | wanted
    assert WRITTEN in json.dumps(kept["log"])
    assert WRITTEN not in page + json.dumps(kept["messages"])
    looks = [(row["why"], row["what"]) for row in kept["access"][-4:]]
    asked = "asked, on behalf of Sanne"
    assert looks == [("logbook", "trajectory"), ("messages", "messages"), (asked, "log"), (asked, "messages")]
