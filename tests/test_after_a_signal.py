"""What follows a safety signal, on stage (R22): people are alerted until one answers; 24 hours of quiet; going on.

Times are those of the ledger: what people's phones showed, and when.
"""

from datetime import timedelta
from pathlib import Path

import pytest
import safety_stories as told
from story import JOOST, SANNE, ZONE, Story, on_stage
from test_restart import Mortal, mortal
from test_transcripts import plan, sanne_taps, welcome

from simulator.faults import Fault
from state_machines.files import Client
from storage.views import Look

NIGHT = "2026-12-01 23:40"
DANGER = "ik wil niet meer leven"


def shown(story: Story, chat: int, since: str) -> list[tuple[str, str]]:
    """When somebody was sent something new since a moment, and its first line."""
    rows = ((f"{row.at.astimezone(ZONE):%Y-%m-%d %H:%M}", row) for row in story.telegram.ledger)
    return [
        (at, row.text.splitlines()[0])
        for at, row in rows
        if row.chat_id == chat and row.what in {"sent", "photo", "document"} and at >= since
    ]


def times(story: Story, chat: int, since: str = NIGHT) -> list[str]:
    """When somebody was sent something new."""
    return [at for at, _ in shown(story, chat, since)]


async def in_danger_at_night(story: Story) -> None:
    """A client with a plan, who writes at twenty to twelve in the evening."""
    await welcome(story)
    await plan(story)
    await story.until(NIGHT)
    await story.sanne.says(DANGER)


# --- alerts -------------------------------------------------------------------------------------------------------


async def test_the_coach_is_alerted_three_times_at_night_when_nobody_answers() -> None:
    """At once, ten minutes later and ten more: in the quiet hours, without content; then the morning's summary."""
    async with on_stage() as story:
        await in_danger_at_night(story)
        await story.until("2026-12-02 08:00")
        assert times(story, JOOST) == ["2026-12-01 23:40", "2026-12-01 23:50", "2026-12-02 00:00"]
        alerts = [text for _, text in shown(story, JOOST, NIGHT)]
        assert all("Sanne" in text and "leven" not in text for text in alerts)
        await story.until("2026-12-02 08:30")
        assert "heeft nu contact nodig" in story.joost.last


async def test_the_tap_of_the_coach_ends_it() -> None:
    """ "I contact Sanne", three minutes after the second alert: no third one, and the need is met."""
    async with on_stage() as story:
        await in_danger_at_night(story)
        await story.until("2026-12-01 23:53")
        await told.taps(story, "contact", who=story.joost)
        since = len(story.telegram.ledger)
        await story.until("2026-12-02 07:00")
        assert [row for row in story.telegram.ledger.after(since) if row.chat_id == JOOST] == []
        file = story.file()
        assert isinstance(file, Client)
        assert file.needs == ()


async def asleep(story: Mortal, minutes: int) -> None:
    """No bot runs for so many minutes."""
    await story.stage.stop()
    story.opened.close()
    story.telegram.clock.jump(story.telegram.clock.now + timedelta(minutes=minutes))
    story.stage, story.opened = story._born(story.telegram), story._opened
    await story.stage.start()
    await story.settle()


@pytest.mark.parametrize(
    ("minutes", "alerts"),
    [
        (3, ["23:40", "23:50", "00:00"]),
        (12, ["23:40", "23:52", "00:00"]),
        (21, ["23:40", "00:01"]),
        (300, ["23:40", "04:40"]),
    ],
)
async def test_a_restart_loses_no_alert_and_after_long_downtime_it_goes_once(
    minutes: int, alerts: list[str], tmp_path: Path
) -> None:
    """The moments are rows: what was due while no bot ran comes when it is back, once."""
    async with mortal(tmp_path / "trede.db") as story:
        await in_danger_at_night(story)
        await asleep(story, minutes)
        await story.until("2026-12-02 07:00")
        assert [at[-5:] for at in times(story, JOOST)] == alerts


# --- 24 hours -----------------------------------------------------------------------------------------------------


async def test_nothing_is_begun_for_24_hours_but_one_question_and_the_plan_is_the_same() -> None:
    """A signal on Monday just before the check-in: that one is left out; Tuesday's comes, a minute after the hold."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        before = story.file()
        assert isinstance(before, Client)
        await story.until("2026-11-30 16:29")
        await story.sanne.says(DANGER)
        await story.until("2026-12-01 18:00")
        assert shown(story, SANNE, "2026-11-30 16:29")[1:] == [
            ("2026-12-01 09:00", "Hoi Sanne. Hoe is het nu?"),
            ("2026-12-01 16:30", "Hoi Sanne, tijd voor je check-in."),
        ]
        after = story.file()
        assert isinstance(after, Client)
        assert (after.versions, after.agreed) == (before.versions, before.agreed)
        assert story.opened.upkeep.verify() == ()


async def test_a_prompt_that_could_not_go_out_yet_is_not_sent_after_the_block() -> None:
    """Telegram asks to wait for two minutes at the check-in's time; the client writes meanwhile: only the numbers."""
    async with on_stage() as story:
        await welcome(story)
        fault = Fault(method="sendMessage", kind="429", chat_id=SANNE, times=1, retry_after=120)
        story.telegram.faults.add(fault)
        await story.until("2026-11-30 16:30")
        await story.sanne.says(DANGER)
        await story.until("2026-11-30 21:30")
        assert [text for _, text in shown(story, SANNE, "2026-11-30 16:30") if "check-in" in text] == []
        assert "112" in story.sanne.last


async def test_a_held_step_message_comes_after_the_24_hours() -> None:
    """A signal on Sunday evening: the second week's step comes on Tuesday morning, with the hours as agreed."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.until("2026-12-06 22:00")
        await story.sanne.says(DANGER)
        await story.until("2026-12-08 12:00")
        assert shown(story, SANNE, "2026-12-06 22:00")[1:] == [
            ("2026-12-07 09:00", "Hoi Sanne. Hoe is het nu?"),
            ("2026-12-08 08:00", "Goedemorgen Sanne. Week 2 van 4 van je plan."),
        ]
        assert "16 uur" in story.sanne.last


async def test_nudge_and_snooze_are_left_out_with_their_reason_in_the_log() -> None:
    """The prompt was there already; what the client asked to come later doesn't come in the hold either."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "later")
        await story.sanne.says(DANGER)
        await story.until("2026-11-30 21:00")
        assert len(times(story, SANNE, "2026-11-30 16:31")) == 0
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        reasons = [row.reason for row in story.opened.views.rows(story.file().id, look)]
        assert "held: safety" in reasons


async def test_a_pause_does_not_keep_the_question_away_and_stopping_does() -> None:
    """Safety goes past a pause; who stopped gets no message that the bot begins."""
    for command, label, asked in (("/pauze", "3 dagen", 1), ("/stop", "Ja, stop", 0)):
        async with on_stage() as story:
            await in_danger_at_night(story)
            await story.sanne.says(command)
            await story.sanne.taps(label)
            await story.until("2026-12-04 12:00")
            texts = [text for _, text in shown(story, SANNE, NIGHT)]
            assert texts.count("Hoi Sanne. Hoe is het nu?") == asked, command
            assert times(story, JOOST)[:3] == [NIGHT, "2026-12-01 23:50", "2026-12-02 00:00"], "the alerts go on"


async def test_an_answer_to_the_question_goes_on_where_it_was_and_ends_no_need() -> None:
    """ "It's going better": the need stands; a check-in can be opened at once."""
    async with on_stage() as story:
        await in_danger_at_night(story)
        await story.until("2026-12-02 09:05")
        await told.taps(story, "better")
        assert "Het seintje aan Joost blijft staan." in story.sanne.last
        file = story.file()
        assert isinstance(file, Client)
        assert [need.kind for need in file.needs] == ["safety"]
        await story.sanne.taps("Check-in doen")
        assert "Hoeveel energie" in story.sanne.last


# --- own people ---------------------------------------------------------------------------------------------------


async def test_own_people_are_set_at_the_emergency_command_and_stand_first_from_then_on() -> None:
    """Named with a number; shown above 112 in every safety text; on no screen of the coach's."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/nood")
        await story.sanne.taps("Mijn eigen mensen", "Iemand toevoegen")
        await story.sanne.says("Noor 06 12345678, Mam")
        assert "• Noor 06 12345678\n• Mam" in story.sanne.last
        await story.sanne.says(DANGER)
        text = story.sanne.last
        assert text.index("Noor 06 12345678 en Mam") < text.index("112")
        await story.sanne.says("/nood")
        await story.sanne.taps("Mijn eigen mensen", "Weghalen: Mam")
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne")
        screens = [row.text for row in story.telegram.ledger if row.chat_id == JOOST]
        assert not [text for text in screens if "Noor" in text or "Mam" in text]
        file = story.file()
        assert isinstance(file, Client)
        assert file.contacts == ("Noor 06 12345678",)


async def test_own_people_can_be_named_in_the_welcome_once_the_consent_is_given() -> None:
    """What is typed there is a name, and the welcome goes on with the question that was open."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await told.taps(story, "recognised", who=story.joost)
        await sanne_taps(story, "who", "go on")
        await story.sanne.says("/nood")
        with pytest.raises(AssertionError):
            story.sanne.find("Mijn eigen mensen")
        await sanne_taps(story, "agree")
        await story.sanne.says("/nood")
        await story.sanne.taps("Mijn eigen mensen", "Iemand toevoegen")
        await story.sanne.says("Noor")
        await sanne_taps(story, "16:30", "own days")
        file = story.file()
        assert isinstance(file, Client)
        assert (file.contacts, file.journey) == (("Noor",), "coaching")
