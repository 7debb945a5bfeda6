"""Stories of a plan that people make and change (R1, R3, R37): what Joost enters and what Sanne reads."""

from story import Story

#: Labels by language; each is the beginning of what the button says.
LABELS = {
    "who": ("Wie ziet wat?", "Who sees what?"),
    "go on": ("Verder", "Continue"),
    "agree": ("Ja, dat is goed", "Yes, that's fine"),
    "own days": ("Mijn werkdagen", "My working days"),
    "recognised": ("Ja, dat is Sanne", "Yes, that's Sanne"),
    "agreed": ("Ja, zo is het afgesproken", "Yes, that's what we agreed"),
    "no": ("Nee, bel mij", "No, call me"),
    "called": ("Ik heb gebeld", "I have called"),
    "new plan": ("Nieuw plan", "New plan"),
    "leeway": ("Regelruimte opnemen", "Take leeway"),
    "stopped": ("Gestopt door de bedrijfsarts", "Stopped by the physician"),
    "weekly": ("Per week", "Per week"),
    "nine weeks": ("Negen weken", "Nine weeks"),
    "as template": ("Zoals in het schema", "As the template"),
    "2 weeks in all": ("2 weken in totaal", "2 weeks in all"),
    "1 week": ("1 week", "1 week"),
    "2 weeks": ("2 weken", "2 weeks"),
    "physician knows": ("Ja, sinds vandaag", "Yes, since today"),
    "both today": ("Allebei, vandaag", "Both, today"),
    "register": ("Ja, voer in", "Yes, register"),
    "this step": ("Deze stap", "This step"),
    "both agreed": ("Ja, allebei akkoord", "Yes, both have agreed"),
    "in two weeks": ("Over 2 weken", "In 2 weeks"),
    "stop it": ("Ja, het plan stopt", "Yes, the plan is stopped"),
    "yes": ("Ja", "Yes"),
    "think along": ("Vraag Joost om mee te denken", "Ask Joost to think along"),
    "talked": ("We hebben gepraat", "We have talked"),
    "seen": ("Gezien", "I've seen it"),
    "picture": ("Plaatje", "Picture"),
    "what if": ("Wat doe ik als", "What do I do if"),
}


def said(story: Story, dutch: str, english: str) -> str:
    """Words in the story's language."""
    return dutch if story.language == "nl" else english


async def sanne_taps(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above; a number is itself."""
    await story.sanne.taps(*(said(story, *LABELS.get(name, (name, name))) for name in names))


async def joost_taps(story: Story, *names: str) -> None:
    """Joost taps these."""
    await story.joost.taps(*(said(story, *LABELS.get(name, (name, name))) for name in names))


async def welcome(story: Story) -> None:
    """From the invitation to the end of the welcome."""
    await story.sanne.opens(await story.invite())
    await joost_taps(story, "recognised")
    await sanne_taps(story, "who", "go on", "agree", "16:30", "own days")


async def menu(story: Story, *names: str) -> None:
    """What Joost records about Sanne's plan."""
    await story.joost.says("/plan")
    await joost_taps(story, "Sanne", *names)


async def enter(story: Story, template: str, hours: str, *evaluations: str) -> None:
    """A new plan, as client and supervisor agreed it today, with two weeks of leeway."""
    await menu(story, "new plan", template)
    words = (
        "Karin",
        said(story, "eigen werk, alle uren", "own work, all hours"),
        hours,
        "30-11-2026",
        said(story, "ma di do vr", "mon tue thu fri"),
        said(story, "post sorteren, mail beantwoorden", "sorting the post, answering mail"),
    )
    for word in words:
        await story.joost.says(word)
    for evaluation in evaluations:
        await story.joost.says(evaluation)
    if not evaluations:
        await joost_taps(story, "as template")
    await joost_taps(story, "2 weeks in all", "physician knows", "both today", "register")


async def running(story: Story) -> None:
    """Sanne has said yes to four weeks of 8, 16, 24 and 32 hours."""
    await welcome(story)
    await enter(story, "weekly", "32", "11-12, 24-12")
    await sanne_taps(story, "8", "agreed")


async def making_a_plan(story: Story) -> None:
    """Nine weeks are entered; Sanne says no; what was really agreed is entered, and she says yes."""
    await welcome(story)
    await enter(story, "nine weeks", "40")
    await sanne_taps(story, "6", "no")
    await joost_taps(story, "called")
    await enter(story, "nine weeks", "32")
    await sanne_taps(story, "picture", "8", "agreed")
    await story.until("2026-11-30 09:05")
    await story.sanne.says("/plan")


async def leeway(story: Story) -> None:
    """A step is heavier than thought: asked for, agreed by both, registered, agreed to. A second time it is used up."""
    await running(story)
    await story.until("2026-12-09 10:00")
    await story.sanne.says(said(story, "/regelruimte", "/leeway"))
    await sanne_taps(story, "yes", "think along")
    await menu(story, "leeway", "this step", "2 weeks", "both agreed")
    await sanne_taps(story, "agreed")
    await menu(story, "leeway", "this step", "1 week", "both agreed")
    await story.sanne.says(said(story, "/regelruimte", "/leeway"))
    await story.sanne.says("/plan")


async def stopped(story: Story) -> None:
    """Sanne's doctor says something else; the physician stops the plan; in two weeks Joost looks again."""
    await running(story)
    await story.until("2026-12-04 10:00")
    await story.sanne.says(said(story, "/arts", "/doctor"))
    await story.until("2026-12-07 12:00")
    await joost_taps(story, "talked")
    await story.until("2026-12-08 12:00")
    await menu(story, "stopped")
    await story.joost.says("dr. Smit")
    await joost_taps(story, "in two weeks", "stop it")
    await story.sanne.says("/plan")
    await story.until("2026-12-22 10:00")
    await joost_taps(story, "seen")
