"""Stories of complaints in words (R18): what Sanne and Joost do, in either language."""

from lag_stories import said, sanne, welcome
from story import Story

LABELS = {
    "it can wait": ("Het kan wachten", "It can wait"),
    "it can't wait": ("Het kan niet wachten", "It can't wait"),
    "after all": ("Het kan toch wachten", "It can wait after all"),
    "only write down": ("Alleen opschrijven", "Only write it down"),
    "discuss": ("Bespreken met Joost", "Discuss it with Joost"),
    "something bothers me": ("Er zit me iets dwars", "Something bothers me"),
    "not today": ("Niets vandaag", "Nothing today"),
    "ready": ("Klaar", "Done"),
    "skip": ("Sla over", "Skip"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
    "contact": ("Ik neem contact op", "I contact Sanne"),
    "talked": ("We hebben", "We have talked"),
    "call me": ("Laat Joost mij bellen", "Let Joost call me"),
}


async def taps(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above; a number is itself."""
    await story.sanne.taps(*(said(story, *LABELS.get(name, (name, name))) for name in names))


async def joost_taps(story: Story, *names: str) -> None:
    """Joost taps these."""
    await story.joost.taps(*(said(story, *LABELS[name]) for name in names))


async def complaint(story: Story) -> None:
    """It can wait: own words, discussed with the coach; the score is asked once, and the check-in knows it."""
    await welcome(story)
    await story.until("2026-12-04 11:00")
    await story.sanne.says(said(story, "/klacht", "/complaint"))
    await taps(story, "it can wait")
    await story.sanne.says(said(story, "Mijn schouder trekt sinds gisteren.", "My shoulder has been tense for a day."))
    await taps(story, "discuss", "8")
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    await joost_taps(story, "talked")
    await story.until("2026-12-04 16:30")
    await taps(story, "5", "not today", "not today", "enough", "ready")
    day = sanne(story).day
    assert day is not None
    assert day.voiced
    assert day.number("complaint") == 8


async def complaint_urgent(story: Story) -> None:
    """It can't wait: fixed words and people; the coach hears that help was sought. Then it can: only written down."""
    await welcome(story)
    await story.until("2026-12-04 16:30")
    await taps(story, "5", "not today", "not today", "skip", "something bothers me", "it can't wait")
    await joost_taps(story, "contact")
    await taps(story, "call me", "after all", "only write down", "6")
    file = sanne(story)
    assert file.day is not None
    assert file.day.state == "done"
    assert file.day.number("complaint") == 6
    assert "complaint_urgent" not in {need.kind for need in file.needs}


async def an_ordinary_friday(story: Story) -> None:
    """A check-in by buttons with a low complaint score."""
    await welcome(story)
    await story.until("2026-12-04 16:30")
    await taps(story, "5", "not today", "not today", "skip", "3")
