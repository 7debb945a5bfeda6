"""Golden conversations, in Dutch and English: what a client and a coach see, message by message.

Run with `--write-transcripts` after a text was changed on purpose, and read what changed.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime

import complaint_stories
import ending_stories
import facilitator_stories
import handover_stories
import lag_stories
import physician_stories
import plan_stories
import pytest
import referral_stories
import rights_stories
import safety_stories
import sheet_stories
import signs_stories
import tidy_stories
from story import TRANSCRIPTS, Story, on_stage

from state_machines.files import Client

#: Labels by language; each is the beginning of what the button says.
LABELS = {
    "who": ("Wie ziet wat?", "Who sees what?"),
    "go on": ("Verder", "Continue"),
    "agree": ("Ja, dat is goed", "Yes, that's fine"),
    "refuse": ("Nee", "No"),
    "own days": ("Mijn werkdagen", "My working days"),
    "recognised": ("Ja, dat is Sanne", "Yes, that's Sanne"),
    "new plan": ("Nieuw plan", "New plan"),
    "weekly": ("Per week", "Per week"),
    "none": ("Geen", "None"),
    "not yet": ("Nog niet", "Not yet"),
    "both today": ("Allebei, vandaag", "Both, today"),
    "register": ("Ja, voer in", "Yes, register"),
    "agreed": ("Ja, zo is het afgesproken", "Yes, that's what we agreed"),
    "coffee": ("Koffiepauze", "Coffee break"),
    "colleagues": ("Collega's", "Colleagues"),
    "mailbox": ("Een volle mailbox", "A full mailbox"),
    "noise": ("Lawaai", "Noise"),
    "ready": ("Klaar", "Done"),
    "no": ("Nee, bel mij", "No, call me"),
    "as agreed": ("2 uur", "2 hours"),
    "skip": ("Sla over", "Skip"),
    "later": ("Later vandaag", "Later today"),
    "back": ("Terug", "Back"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
    "fully": ("Helemaal gedaan", "Fully done"),
    "colleague": ("Een collega", "A colleague"),
    "go on as before": ("Gewoon doorgaan", "Just carry on"),
    "three days": ("3 dagen", "3 days"),
    "stop": ("Ja, stop", "Yes, stop"),
    "meant differently": ("Ik bedoelde het anders", "I meant something else"),
    "again": ("Opnieuw beginnen", "Start again"),
    "read": ("Gelezen", "I have read this"),
    "open note": ("Laat Joost dit lezen", "Let Joost read this"),
    "not today": ("Niets vandaag", "Nothing today"),
}


#: The end of `/plan`: no evaluations, no leeway, the physician not told yet, both agreed today; and yes, register.
AGREED = ("none", "none", "not yet", "both today", "register")


def label(story: Story, name: str) -> str:
    """The label in the story's language; a number or other text is itself."""
    pair = LABELS.get(name)
    return name if pair is None else pair[0 if story.language == "nl" else 1]


async def sanne_taps(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above."""
    await story.sanne.taps(*(label(story, name) for name in names))


async def joost_taps(story: Story, *names: str) -> None:
    """Joost taps these."""
    await story.joost.taps(*(label(story, name) for name in names))


def said(story: Story, dutch: str, english: str) -> str:
    """Words in the story's language."""
    return dutch if story.language == "nl" else english


async def welcome(story: Story) -> None:
    """From invitation to the end of the welcome."""
    await story.sanne.opens(await story.invite())
    await joost_taps(story, "recognised")
    await sanne_taps(story, "who", "go on", "agree", "16:30", "own days")


async def plan(story: Story) -> None:
    """Joost registers a plan, Sanne agrees."""
    await register(story)
    await sanne_taps(story, "8", "agreed")


async def register(story: Story) -> None:
    """Joost registers a plan."""
    await story.joost.says("/plan")
    await story.joost.taps("Sanne")
    await joost_taps(story, "new plan", "weekly")
    words = (
        "Karin",
        said(story, "eigen werk, alle uren", "own work, all hours"),
        "32",
        "30-11-2026",
        said(story, "ma di do vr", "mon tue thu fri"),
        said(story, "post sorteren, mail beantwoorden", "sorting the post, answering mail"),
    )
    for word in words:
        await story.joost.says(word)
    await joost_taps(story, *AGREED)


async def ordinary_day(story: Story, energy: str = "7", complaint: str = "3") -> None:
    """Seven taps."""
    await sanne_taps(story, energy, "coffee", "ready", "noise", "ready", "as agreed", complaint)


async def first_day(story: Story) -> None:
    """Invitation, welcome, plan, first check-in in seven taps."""
    await welcome(story)
    await plan(story)
    await story.until("2026-11-30 16:30")
    await ordinary_day(story)


async def full_week(story: Story) -> None:
    """A week from Monday to the next Monday's step; the coach reads along."""
    await first_day(story)
    await story.until("2026-12-01 16:45")
    await sanne_taps(story, "6", "coffee", "ready", "noise", "ready", "as agreed")
    await sanne_taps(story, "skip", "4")
    await story.until("2026-12-03 17:10")
    await story.sanne.says("2")
    await sanne_taps(story, "enough")
    await story.until("2026-12-04 16:50")
    await sanne_taps(story, "5", "colleagues", "ready", "mailbox", "ready", "as agreed")
    await sanne_taps(story, "fully", "colleague", "ready", "8")
    await story.until("2026-12-04 17:30")
    await story.joost.says("/clienten" if story.language == "nl" else "/clients")
    await story.joost.says("/logboek" if story.language == "nl" else "/logbook")
    await story.joost.taps("Sanne")
    await joost_taps(story, "read")
    await story.until("2026-12-07 09:00")
    await story.until("2026-12-07 16:30")


async def correction(story: Story) -> None:
    """Back, a changed answer after the end, an edited message: the newest holds, the earlier ones stay in the log."""
    await welcome(story)
    await story.until("2026-11-30 16:30")
    await story.sanne.says(said(story, "zeven", "seven"))
    typed = next(b for b in reversed(story.sanne.person.screen) if not b.from_bot)
    await sanne_taps(story, "back", "6", "coffee", "ready", "not today", "4")
    await story.sanne.edits(typed.message_id, "5")
    await story.sanne.says("/checkin")
    await sanne_taps(story, "8", "ready", "not today", "2")


async def snooze(story: Story) -> None:
    """Later today: an hour later, once."""
    await welcome(story)
    await story.until("2026-11-30 16:30")
    await sanne_taps(story, "later")
    await story.until("2026-11-30 17:30")
    await sanne_taps(story, "7", "enough")


async def silent_week(story: Story) -> None:
    """Five silent days, one message with choices, then quiet until she answers (R39)."""
    await first_day(story)
    await story.until("2026-12-12 12:00")
    await story.until("2026-12-15 18:00")
    await sanne_taps(story, "go on as before")
    await story.until("2026-12-17 16:30")


async def stale_button(story: Story) -> None:
    """A button of yesterday answers kindly and changes nothing."""
    await welcome(story)
    await story.until("2026-11-30 16:30")
    prompt = story.sanne.person.screen[-1]
    seven = next(b for line in prompt.buttons for b in line if b.label == "7")
    await story.until("2026-12-01 10:00")
    assert seven.data is not None
    story.sanne.person.tap(prompt.message_id, seven.data)
    await story.settle()


async def pause_and_return(story: Story) -> None:
    """Three days without check-ins; the step of the week comes all the same; it ends by itself."""
    await welcome(story)
    await plan(story)
    await story.sanne.says("/pauze" if story.language == "nl" else "/pause")
    await sanne_taps(story, "three days")
    await story.until("2026-12-04 16:30")


async def stop(story: Story) -> None:
    """Stop: what stays kept is said, and nothing comes any more; coming back begins with the consent."""
    await welcome(story)
    await story.sanne.says("/stop")
    await sanne_taps(story, "stop")
    await story.until("2026-12-03 12:00")
    await story.sanne.says(said(story, "ben je daar nog?", "are you still there?"))
    await sanne_taps(story, "again")


async def refusal(story: Story) -> None:
    """A no in the welcome: nothing is kept."""
    await story.sanne.opens(await story.invite())
    await joost_taps(story, "recognised")
    await sanne_taps(story, "who", "go on", "refuse")
    assert not [f for f in story.opened.views.files() if isinstance(f, Client)]


async def danger(story: Story) -> None:
    """Words that point to danger: the numbers first and alone, the coach told without content."""
    await welcome(story)
    await story.until("2026-11-30 16:30")
    await story.sanne.says(said(story, "ik ben doodmoe en ik wil niet meer leven", "I don't want to live anymore"))
    await sanne_taps(story, "meant differently")
    await sanne_taps(story, "6", "enough")


async def diary(story: Story) -> None:
    """Own words, opened to the coach one by one."""
    await welcome(story)
    await story.sanne.says(said(story, "Vanmorgen gewandeld met de hond.", "Walked the dog this morning."))
    await sanne_taps(story, "open note")
    await story.sanne.says(said(story, "Dit is alleen voor mij.", "This is just for me."))
    await story.sanne.says("/dagboek" if story.language == "nl" else "/diary")
    await story.until("2026-11-30 16:30")
    await sanne_taps(story, "6", "enough")
    await story.sanne.says("/terugblik" if story.language == "nl" else "/lookback")
    await story.joost.says("/logboek" if story.language == "nl" else "/logbook")
    await story.joost.taps("Sanne")


STORIES: dict[str, Callable[[Story], Awaitable[None]]] = {
    "first-day": first_day,
    "full-week": full_week,
    "correction": correction,
    "snooze": snooze,
    "silent-week": silent_week,
    "stale-button": stale_button,
    "pause-and-return": pause_and_return,
    "stop": stop,
    "refusal": refusal,
    "danger": danger,
    "diary": diary,
    "making-a-plan": plan_stories.making_a_plan,
    "leeway": plan_stories.leeway,
    "stopped": plan_stories.stopped,
    "lag-to-evaluation": lag_stories.lag_to_evaluation,
    "evaluation": lag_stories.evaluation,
    "evaluation-sheet": sheet_stories.evaluation_sheet,
    "complaint": complaint_stories.complaint,
    "complaint-urgent": complaint_stories.complaint_urgent,
    "hours": ending_stories.hours,
    "end-kept": ending_stories.end_kept,
    "end-open": ending_stories.end_open,
    "physician-reads": physician_stories.physician_reads,
    "physician-stops": physician_stories.physician_stops,
    "physician-too-late": physician_stories.physician_too_late,
    "report-sent": referral_stories.report_sent,
    "report-not-now": referral_stories.report_not_now,
    "report-alone": referral_stories.report_alone,
    "report-lapses": referral_stories.report_lapses,
    "report-unanswered": referral_stories.report_unanswered,
    "report-undelivered": referral_stories.report_undelivered,
    "safety-follow-up": safety_stories.safety_follow_up,
    "early-signs": signs_stories.early_signs,
    "handover": handover_stories.handover,
    "deputy": handover_stories.deputy,
    "coach-leaves": handover_stories.coach_leaves,
    "rights-copy": rights_stories.rights_copy,
    "rights-erase": rights_stories.rights_erase,
    "rights-erase-by-coach": rights_stories.rights_erase_by_coach,
    "rights-who-looked": rights_stories.rights_who_looked,
    "rights-consents": rights_stories.rights_consents,
    "facilitator": facilitator_stories.facilitator,
    "tidy-chat": tidy_stories.tidy_chat,
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", STORIES)
async def test_the_conversation_is_as_written(name: str, language: str, request: pytest.FixtureRequest) -> None:
    """Every word, button and moment is the one that was read and approved."""
    path = TRANSCRIPTS / f"{name}.{language}.txt"
    async with on_stage(language) as story:
        await STORIES[name](story)
        found = f"{STORIES[name].__doc__}\n\n{story.transcript()}"
        assert story.opened.upkeep.verify() == ()
    if request.config.getoption("--write-transcripts"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found


async def test_an_ordinary_day_takes_seven_taps() -> None:
    """From the prompt to the closing line, on a working day (issue: check-in)."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.until("2026-11-30 16:30")
        before = len(story.telegram.ledger)
        await ordinary_day(story)
        taps = [row for row in story.telegram.ledger.after(before) if row.what == "user_tap"]
        assert len(taps) == 7
        client = story.file()
        assert isinstance(client, Client)
        assert client.day is not None
        assert client.day.state == "done"
        assert datetime.fromisoformat("2026-11-30").date() == client.day.date


async def test_a_no_leads_to_a_second_version_that_names_the_first() -> None:
    """After "no" the coach registers anew: version 2 follows version 1, and the client's yes makes it the plan (R4)."""
    async with on_stage() as story:
        await welcome(story)
        await register(story)
        await sanne_taps(story, "4", "no")
        await register(story)
        await sanne_taps(story, "8", "agreed")
        client = story.file()
        assert isinstance(client, Client)
        assert client.plan is not None
        assert client.plan.version == 2
        assert story.opened.upkeep.verify() == ()


async def test_a_check_in_is_one_message_that_is_edited() -> None:
    """With buttons alone a whole day adds one message to the chat."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.until("2026-11-30 16:29")
        before = len(story.sanne.person.screen)
        await story.until("2026-11-30 16:30")
        await ordinary_day(story)
        assert len(story.sanne.person.screen) == before + 1
