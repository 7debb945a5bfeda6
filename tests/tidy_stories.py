"""A client who wants no words of theirs to stay in the chat (R35)."""

from lag_stories import said, welcome
from story import Story


async def tidy_chat(story: Story) -> None:
    """Switched on in the settings: what is typed goes from the chat once it is kept; numbers and commands stay."""
    await welcome(story)
    await story.sanne.says(said(story, "Dit blijft staan.", "This stays."))
    await story.sanne.says("/instellingen" if story.language == "nl" else "/settings")
    await story.sanne.taps(said(story, "Haal mijn woorden", "Take my words"))
    await story.sanne.says(said(story, "Vanmorgen gewandeld met de hond.", "Walked the dog this morning."))
    await story.sanne.says("/dagboek" if story.language == "nl" else "/diary")
    await story.sanne.says("/checkin")
    await story.sanne.says("6")
    await story.sanne.taps(said(story, "Dit was het", "That's all"))
    await story.sanne.says("/instellingen" if story.language == "nl" else "/settings")
    await story.sanne.taps(said(story, "Laat mijn woorden", "Leave my words"))
    await story.sanne.says(said(story, "Dit blijft ook staan.", "This stays too."))
