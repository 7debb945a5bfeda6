"""Story of early signs (R26): a list and answers of one's own, the question once a week, and what Joost reads of it."""

from lag_stories import LABELS, said, sanne, taps
from story import Story

HERE = {
    "own days": ("Mijn werkdagen", "My working days"),
    "add a sign": ("Signaal toevoegen", "Add a sign"),
    "headache": ("Hoofdpijn", "Headache"),
    "to my list": ("Naar mijn lijst", "To my list"),
    "leave it open": ("Openlaten", "Leave it open"),
    "short fuse": ("kort lontje", "short fuse"),
    "take it off": ("Van mijn lijst halen", "Take it off my list"),
    "yes, take it off": ("Ja, haal eraf", "Yes, take it off"),
    "colleagues": ("Collega's", "Colleagues"),
    "noise": ("Lawaai", "Noise"),
    "not now": ("Nu niet", "Not now"),
    "no": ("Nee", "No"),
    "back": ("Terug", "Back"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
}


async def does(story: Story, *names: str) -> None:
    """Sanne taps these, by the names here and in the other stories; anything else is itself."""
    found = {**LABELS, **HERE}
    await taps(story, *(said(story, *found.get(name, (name, name))) for name in names))


async def early_signs(story: Story) -> None:
    """Two signs, one with an own answer; one is noticed a week later. Joost reads when, not which."""
    await story.sanne.opens(await story.invite())
    await story.joost.taps(said(story, *LABELS["recognised"]))
    await does(story, "who", "go on", "agree", "16:30", "own days")
    await story.sanne.says(said(story, "/signalen", "/signs"))
    await does(story, "add a sign", "headache")
    await story.sanne.says(said(story, "Dan ga ik tien minuten naar buiten.", "Then I go outside for ten minutes."))
    await does(story, "to my list", "add a sign")
    await story.sanne.says(said(story, *HERE["short fuse"]))
    await does(story, "leave it open")
    await story.until("2026-11-30 16:30")
    await does(story, "6", "enough")
    await story.until("2026-12-01 16:30")
    await does(story, "6", "not today", "not today", "colleagues", "ready", "3")
    await story.until("2026-12-02 16:30")
    await does(story, "6", "not today", "not today", "noise", "ready", "3")
    await story.until("2026-12-03 16:30")
    await does(story, "6", "enough")
    await story.until("2026-12-04 16:30")
    await does(story, "6", "not today", "not today", "not now", "3")
    await story.until("2026-12-07 16:30")
    await does(story, "4", "not today", "not today", "no", "back", "headache", "5")
    await story.sanne.says(said(story, "/terugblik", "/lookback"))
    await story.sanne.says(said(story, "/signalen", "/signs"))
    await does(story, "short fuse", "take it off", "yes, take it off")
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    assert [sign.sign for sign in sanne(story).signs] == [said(story, *HERE["headache"])]
