"""Stories of the client's rights (R34): a copy, who looked, erasing by oneself and by the coach."""

from lag_stories import said, taps, welcome
from story import Story

LABELS = {
    "erase": ("Ja, wis alles", "Yes, erase everything"),
    "keep": ("Nee, bewaar het", "No, keep it"),
    "copy first": ("Eerst een kopie", "First a copy"),
    "looked": ("Wie keek er?", "Who looked?"),
    "erase all": ("Wis alles", "Erase everything"),
    "erase her": ("Alles van Sanne wissen", "Erase everything of Sanne"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
    "correct": ("Verbeteren", "Correct"),
}


async def does(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above; anything else is itself."""
    await taps(story, *(said(story, *LABELS.get(name, (name, name))) for name in names))


async def lived(story: Story) -> None:
    """Sanne takes part, writes in her diary, and is in the middle of a check-in."""
    await welcome(story)
    await story.sanne.says(said(story, "Vanmorgen gewandeld met de hond.", "Walked the dog this morning."))
    await story.until("2026-12-04 16:30")
    await does(story, "6")


async def rights_erase(story: Story) -> None:
    """Everything erased, in two steps: first thought better of, then done; a second tap does nothing."""
    await lived(story)
    await story.sanne.says("/privacy")
    await does(story, "erase all", "keep")
    await story.sanne.says(said(story, "/wissen", "/erase"))
    page = story.sanne.person.screen[-1]
    sure = next(b for line in page.buttons for b in line if b.label == said(story, *LABELS["erase"]))
    story.sanne.person.tap(page.message_id, sure.data)
    story.sanne.person.tap(page.message_id, sure.data)
    await story.settle()
    await story.until("2026-12-07 12:00")
    await story.sanne.says(said(story, "ben je daar nog?", "are you still there?"))


async def rights_erase_by_coach(story: Story) -> None:
    """Sanne asks Joost, who has everything erased in two steps."""
    await lived(story)
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    await story.joost.taps(said(story, *LABELS["erase her"]), said(story, *LABELS["keep"]))
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    await story.joost.taps(said(story, *LABELS["erase her"]), said(story, *LABELS["erase"]))


async def rights_who_looked(story: Story) -> None:
    """Who looked, when and why; and how to correct something."""
    await welcome(story)
    await story.sanne.says(said(story, "/wiekeek", "/wholooked"))
    await story.joost.says(said(story, "/clienten", "/clients"))
    await story.until("2026-12-01 09:00")
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    await story.sanne.says("/privacy")
    await does(story, "looked", "correct")


async def rights_copy(story: Story) -> None:
    """A copy of everything, as a paper to read and as a file for a computer; also before all is erased."""
    await lived(story)
    await story.sanne.says(said(story, "/mijngegevens", "/mydata"))
    await story.sanne.says(said(story, "/wissen", "/erase"))
    await does(story, "copy first", "keep")


async def rights_consents(story: Story) -> None:
    """Consents one by one: what each is for, given with a tap and taken back with a tap, each effect said at once."""
    await welcome(story)
    await story.sanne.says(said(story, "/toestemmingen", "/consents"))
    await does(story, said(story, "Joost leest mijn", "Joost reads my"), said(story, "Ja, dat is goed", "Yes, that's"))
    await does(story, said(story, "Nee, intrekken", "No, I take it back"))
    await does(story, said(story, "Alle toestemmingen", "All consents"))
    await does(story, said(story, "Mijn antwoorden", "Keep my answers"))
    await does(story, said(story, "Nee, intrekken", "No, I take it back"))
