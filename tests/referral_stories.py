"""Stories of a report to the occupational physician (R19-R21): offered, read, sent or not, and followed to its end."""

from datetime import UTC, timedelta
from decimal import Decimal

from lag_stories import joost_taps, made_plan, sanne, taps
from physician_stories import labels, physician
from story import Phone, Story

from state_machines import events as e
from tests.doing import role_of

PARTIES = ("client", "supervisor", "coach")
LABELS = {
    "show me": ("Laat zien", "Show me"),
    "add": ("Eigen woorden toevoegen", "Add my own words"),
    "talk": ("Ik wil graag een gesprek", "I'd like a talk"),
    "send": ("Verstuur dit", "Send this"),
    "myself": ("Ik neem zelf contact op", "I contact them myself"),
    "not now": ("Nu niet", "Not now"),
    "done": ("Ja, dat is gedaan", "Yes, that's done"),
    "take back": ("Haal mijn melding terug", "Take my report back"),
    "weekdays": ("Ma-vr", "Mon-Fri"),
}


def said(story: Story, dutch: str, english: str) -> str:
    """Words in the story's language."""
    return dutch if story.language == "nl" else english


async def chooses(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above."""
    for name in names:
        await story.sanne.taps(said(story, *LABELS[name]))


async def bad_days(story: Story, *dates: str) -> None:
    """The plan runs, and on these dates Sanne gives her complaints an 8. The morning after the last one has come."""
    await story.sanne.opens(await story.invite())
    await joost_taps_recognised(story)
    await taps(story, "who", "go on", "agree", "16:30")
    await chooses(story, "weekdays")
    with story.opened.batch():
        at = story.now.astimezone(UTC)
        agreed = e.PlanAgreed(at=at, version=made_plan(story), parties=PARTIES, reason="agreed")
        story.stage.app.door.act(sanne(story).id, agreed, by="story", role=role_of(agreed))
    await story.settle()
    await taps(story, "8", "agreed")
    for date in dates:
        await story.until(f"{date} 17:00")
        at = story.now.astimezone(UTC)
        day = sanne(story).today(at)
        complaint = e.Answered(at=at, day=day, question="complaint", number=Decimal(8), ready=True)
        with story.opened.batch():
            for event in (complaint, e.Moved(at=at + timedelta(seconds=1), day=day, way="enough")):
                story.stage.app.door.act(sanne(story).id, event, by="story", role=role_of(event))
        await story.settle()


async def joost_taps_recognised(story: Story) -> None:
    """Joost says that it is her."""
    await joost_taps(story, "recognised")


async def three_in_a_row(story: Story) -> Phone:
    """Nobody told the physician of the plan, so three bad days in a row are enough (R1): offered on Friday morning."""
    smit = await physician(story)
    await bad_days(story, "2026-12-01", "2026-12-02", "2026-12-03")
    await story.until("2026-12-04 09:00")
    return smit


async def report_sent(story: Story) -> None:
    """Offered after three bad days, read first, own words and a wish added, sent; invited. The plan stands."""
    smit = await three_in_a_row(story)
    digest = sanne(story).agreed
    await chooses(story, "show me", "add")
    await story.sanne.says(said(story, "Na een uur lezen heb ik hoofdpijn.", "After an hour of reading my head aches."))
    await chooses(story, "talk", "send")
    await smit.taps(*labels(story, "read", "invites"))
    await story.until("2026-12-04 10:00")
    await story.joost.says(said(story, "/clienten", "/clients"))
    assert sanne(story).agreed == digest
    assert len(sanne(story).versions) == 1


async def report_not_now(story: Story) -> None:
    """Not now: nothing goes out, the coach sees that a talk is wanted; later she asks for it herself, at once."""
    smit = await three_in_a_row(story)
    await chooses(story, "not now")
    await story.until("2026-12-08 10:00")
    await story.sanne.says(said(story, "/bedrijfsarts", "/physician"))
    await chooses(story, "send")
    await smit.taps(*labels(story, "read", "advises", "other tasks"))
    await story.until("2026-12-08 11:00")


async def report_alone(story: Story) -> None:
    """She contacts the physician herself: the number, and one question a week later."""
    await three_in_a_row(story)
    await chooses(story, "myself")
    await story.until("2026-12-11 09:30")
    await chooses(story, "done")


async def report_lapses(story: Story) -> None:
    """No choice: reminded once after two working days, lapsed after five; the coach sees that a talk is wanted."""
    await three_in_a_row(story)
    await story.until("2026-12-11 09:30")
    assert sanne(story).referral is not None


async def report_unanswered(story: Story) -> None:
    """The physician doesn't look: reminded, then the coach hears it, and again; an answer after all closes it."""
    smit = await three_in_a_row(story)
    await chooses(story, "show me", "send")
    await story.until("2026-12-11 09:30")
    await story.until("2026-12-18 09:30")
    await smit.taps(*labels(story, "read", "can go on"))
    await story.until("2026-12-18 10:00")


async def report_undelivered(story: Story) -> None:
    """The physician has blocked the bot: coach and client hear it once; it arrives when the block is gone."""
    smit = await three_in_a_row(story)
    smit.person.block()
    await story.settle()
    await chooses(story, "show me", "send")
    await story.until("2026-12-07 09:30")
    smit.person.unblock()
    await story.settle()
    await smit.taps(*labels(story, "read", "can go on"))
    await story.until("2026-12-07 10:00")
