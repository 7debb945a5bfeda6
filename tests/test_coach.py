"""The coach's side: links, claims, the morning summary, looks that are noted, and what is kept nowhere."""

import re
from pathlib import Path

import pytest
from story import JOOST, MONDAY, SANNE, Story, on_stage
from test_transcripts import joost_taps, plan, sanne_taps, welcome

from state_machines.files import Client, Professional
from storage.open import open_sqlite


def client_of(story: Story) -> Client:
    """The one client's file."""
    file = story.file()
    assert isinstance(file, Client)
    return file


def summaries(story: Story) -> list[str]:
    """Every morning summary that Joost got."""
    rows = story.telegram.ledger
    return [row.text for row in rows if row.chat_id == JOOST and row.what == "sent" and row.at.minute == 30]


async def test_the_morning_summary_names_only_who_needs_something_with_one_reason() -> None:
    """Nobody needs anything: no message. A call that was asked for: one line with that reason, the next working day."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.until("2026-12-01 08:45")
        assert summaries(story) == []
        await story.sanne.says("/belmij")
        await story.until("2026-12-02 08:45")
        found = summaries(story)
        assert len(found) == 1
        assert found[0].count("Sanne") == 1
        assert len(found[0].splitlines()) <= 10
        await story.until("2026-12-05 12:00")
        weekend = len(summaries(story))
        await story.until("2026-12-06 23:00")
        assert len(summaries(story)) == weekend, "no summary at the weekend"


async def test_a_summary_is_at_most_ten_lines() -> None:
    """Fifteen clients who all need something: ten lines at most, the rest counted."""
    async with on_stage() as story:
        for number in range(15):
            someone = story.phone(1000 + number, f"Klant{number}")
            await someone.opens(await story.invite(f"K{number}"))
            await story.joost.taps("Ja, dat is")
            await someone.says("/belmij")
        await story.until("2026-12-01 08:45")
        found = summaries(story)[-1]
        assert len([line for line in found.splitlines() if line.strip()]) <= 10


async def test_the_accounts_name_and_the_link_are_kept_nowhere(tmp_path: Path) -> None:
    """What the coach sees once, the display name and the link's token, is in no byte of the database afterwards."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        payload = await story.invite()
        canary = story.phone(777, "Kanarie", "Achternaam-XYZZY")
        await canary.opens(payload)
        await joost_taps(story, "recognised")
        assert any("XYZZY" in row.text for row in story.telegram.ledger)
    kept = b"".join(found.read_bytes() for found in tmp_path.iterdir())
    assert b"XYZZY" not in kept
    assert payload.encode() not in kept


async def test_a_new_link_unbinds_the_old_chat_and_goes_on_where_it_was() -> None:
    """Lost phone: the old chat hears nothing more, the new one is recognised and keeps plan and days."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.joost.says("/uitnodigen")
        await story.joost.taps("Sanne")
        payload = story.joost.last.split("start=")[1].split()[0]
        assert client_of(story).chat is None
        before = len(story.sanne.person.screen)
        await story.until("2026-11-30 17:00")
        assert len(story.sanne.person.screen) == before
        new = story.phone(555, "Sanne", "nieuw")
        await new.opens(payload)
        await joost_taps(story, "recognised")
        client = client_of(story)
        assert (client.chat, client.journey) == (555, "coaching")
        assert client.plan is not None
        await story.until("2026-12-01 16:30")
        assert "tijd voor je check-in" in new.last


async def test_the_wrong_account_is_sent_away_and_the_link_is_used_up() -> None:
    """A no from the coach unbinds the account; the link doesn't work again."""
    async with on_stage() as story:
        payload = await story.invite()
        stranger = story.phone(888, "Iemand", "Anders")
        await stranger.opens(payload)
        await story.joost.taps("Nee")
        assert client_of(story).chat is None
        await story.sanne.opens(payload)
        assert client_of(story).chat is None
        assert client_of(story).journey == "invited"


async def test_a_coach_who_opens_a_clients_link_is_told_so() -> None:
    """One chat has one role."""
    async with on_stage() as story:
        payload = await story.invite()
        await story.joost.opens(payload)
        assert client_of(story).journey == "invited"
        assert isinstance(story.file("coach"), Professional)
        assert "link" in story.joost.last


async def test_each_look_is_noted_before_it_is_shown() -> None:
    """Overview, logbook and summary each leave a row: who, why, when."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.joost.says("/clienten")
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne")
        looks = story.opened.views.accesses(client_of(story).id)
        assert [(look.name, look.why) for look in looks] == [("Joost", "overview"), ("Joost", "logbook")]
        assert story.opened.upkeep.verify() == ()


async def test_two_clients_with_opposite_scores_get_the_same_step_messages() -> None:
    """Same plan, one always 1 and 10, the other 10 and 0: byte for byte the same steps at the same moments (R2)."""

    async def steps(energy: str, complaint: str) -> list[tuple[str, str]]:
        async with on_stage() as story:
            await welcome(story)
            await plan(story)
            for day in ("2026-11-30", "2026-12-01", "2026-12-03", "2026-12-04", "2026-12-07", "2026-12-10"):
                await story.until(f"{day} 16:30")
                await sanne_taps(story, energy)
                await story.sanne.says("/checkin")
                await sanne_taps(story, "enough")
                await story.sanne.says(f"klachten {complaint}, het gaat zo niet langer op mijn werk")
            await story.until("2026-12-28 12:00")
            rows = [row for row in story.telegram.ledger if row.chat_id == SANNE and row.what == "sent"]
            steps = [row for row in rows if re.search(r"Week \d van \d van je plan", row.text)]
            return [(row.at.isoformat(), row.text) for row in steps]

    low, high = await steps("1", "10"), await steps("10", "0")
    assert low == high
    assert len(low) == 4


@pytest.mark.parametrize(
    ("typed", "refused"), [("Jan de Vries", True), ("", True), ("S.V.", False), ("Anne-Marie", False)]
)
async def test_a_first_name_or_initials_is_all_that_is_kept(typed: str, refused: bool) -> None:
    """A full name is asked again, with nothing made."""
    async with on_stage(start=MONDAY) as story:
        await story.joost.says("/uitnodigen")
        if typed:
            await story.joost.says(typed)
        made = [file for file in story.opened.views.files() if isinstance(file, Client)]
        assert bool(made) is not refused
