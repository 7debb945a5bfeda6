"""Stories of the evaluation sheet (R33): what Sanne reads, releases and hands on to her supervisor."""

from datetime import date

from lag_stories import friday, plan, said, sanne, taps, welcome
from story import Story

LABELS = {
    "sheet": ("Evaluatieblad", "Evaluation sheet"),
    "yes": ("Ja, dat is goed", "Yes, that's fine"),
    "points": ("Mijn punten kiezen", "Choose my points"),
    "put 1": ("Zet 1 erop", "Put 1 on it"),
    "back": ("Terug naar het blad", "Back to the sheet"),
    "no results": ("Zonder hoe de stap ging", "Leave out how steps went"),
    "release": ("Vrijgeven", "Release it"),
    "another": ("Nog een blad maken", "Make another sheet"),
    "not now": ("Nu niet", "Not now"),
}


async def does(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above."""
    await story.sanne.taps(*(said(story, *LABELS[name]) for name in names))


def button(story: Story, name: str) -> tuple[int, str]:
    """The newest button of this name, with its message, to tap it later."""
    label = said(story, *LABELS[name])
    for message in reversed(story.sanne.person.screen):
        for each in (each for line in message.buttons for each in line):
            if each.label == label and each.data:
                return message.message_id, each.data
    raise AssertionError(label)


async def about_to_release(story: Story) -> None:
    """A week of work, a list of her own, the consent, and the sheet as she reads it."""
    await welcome(story)
    await plan(story, date(2026, 12, 11))
    await story.until("2026-12-04 16:30")
    await friday(story, "an hour", "partly", "nothing special", "no work", "ready")
    await story.until("2026-12-08 10:00")
    await story.sanne.says(said(story, "/evaluatie", "/evaluation"))
    await taps(story, said(story, "Opschrijven wat", "Write down what"))
    await story.sanne.says(said(story, "Een rustige plek om te bellen.", "A calm place to make calls."))
    await story.sanne.says(said(story, "/evaluatie", "/evaluation"))
    await does(story, "sheet", "yes", "sheet")


async def evaluation_sheet(story: Story) -> None:
    """Read, chosen from, corrected, read again, released: only then there is a paper, and it goes to Sanne alone."""
    await about_to_release(story)
    await does(story, "points", "put 1", "back")
    early = button(story, "release")
    await story.sanne.says(said(story, "/uren", "/hours"))
    await taps(story, said(story, "Een andere dag", "Another day"), said(story, "vr 4 dec", "Fri 4 Dec"))
    await story.sanne.says("2")
    assert sanne(story).sheet is not None
    story.sanne.person.tap(*early)
    await story.settle()
    await does(story, "release")
    await does(story, "another", "no results", "not now")
    await story.sanne.says(said(story, "/toestemmingen", "/consents"))
    await taps(
        story, said(story, "Papieren voor Karin", "Papers for Karin"), said(story, "Nee, intrekken", "No, I take")
    )
    await story.sanne.says(said(story, "/evaluatie", "/evaluation"))
    await does(story, "sheet")
