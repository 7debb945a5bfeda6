"""A story of what follows a safety signal (R22): at night, nobody answers at first, the next day goes on."""

from story import Phone, Story

from bot.turn import digest_of
from state_machines.events import DeputyChosen, ProfessionalAdded
from state_machines.files import Client, Invite
from state_machines.journey import link_expires

BRAM = 103
LABELS = {
    "recognised": ("Ja, dat is Sanne", "Yes, that's Sanne"),
    "who": ("Wie ziet wat?", "Who sees what?"),
    "go on": ("Verder", "Continue"),
    "agree": ("Ja, dat is goed", "Yes, that's fine"),
    "own days": ("Mijn werkdagen", "My working days"),
    "own people": ("Mijn eigen mensen", "My own people"),
    "add": ("Iemand toevoegen", "Add somebody"),
    "coffee": ("Koffiepauze", "Coffee break"),
    "ready": ("Klaar", "Done"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
    "better": ("Het gaat weer", "It's going better"),
    "contact": ("Ik neem contact op", "I contact"),
    "meant differently": ("Ik bedoelde het anders", "I meant something else"),
    "call me": ("Laat Joost mij bellen", "Let Joost call me"),
}


def said(story: Story, dutch: str, english: str) -> str:
    """Words in the story's language."""
    return dutch if story.language == "nl" else english


async def taps(story: Story, *names: str, who: Phone | None = None) -> None:
    """Sanne, or somebody else, taps these, by the names above; a number is itself."""
    await (who or story.sanne).taps(*(said(story, *LABELS.get(name, (name, name))) for name in names))


async def deputy_joins(story: Story) -> Phone:
    """Bram is a coach too, and stands in for Joost."""
    now, token = story.telegram.clock.now, "deputy-token-00000000"
    added = ProfessionalAdded(
        at=now,
        professional="p-bram",
        name="Bram",
        language=story.language,
        invite=Invite(digest=digest_of(token), expires=link_expires(now)),
        regime="delegation",
    )
    with story.opened.batch():
        story.stage.app.door.act(None, added, by="story")
    bram = story.phone(BRAM, "Bram")
    story.names[BRAM] = "Bram"
    await bram.opens(token)
    with story.opened.batch():
        story.stage.app.door.act("p-joost", DeputyChosen(at=now, deputy="p-bram"), by="story")
    await story.settle()
    return bram


async def welcome(story: Story) -> None:
    """From the invitation to the end of the welcome."""
    await story.sanne.opens(await story.invite())
    await taps(story, "recognised", who=story.joost)
    await taps(story, "who", "go on", "agree", "16:30", "own days")


async def names_somebody(story: Story) -> None:
    """Sanne names whom she wants to call, with a number, in calm; in the settings."""
    await story.sanne.says(said(story, "/instellingen", "/settings"))
    await taps(story, "own people", "add")
    await story.sanne.says("Noor 06 12345678")


def danger(story: Story) -> str:
    """Words in the first person and now."""
    return said(story, "ik wil niet meer leven", "I don't want to live anymore")


def sanne(story: Story) -> Client:
    """Her file as it is now."""
    file = story.file()
    assert isinstance(file, Client)
    return file


async def safety_follow_up(story: Story) -> None:
    """A signal at night: the coach, again, the deputy; in the morning one question; the day after it goes on."""
    bram = await deputy_joins(story)
    await welcome(story)
    await names_somebody(story)
    await story.until("2026-12-01 16:40")
    await taps(story, "4", "enough")
    await story.until("2026-12-01 23:40")
    await story.sanne.says(danger(story))
    await story.until("2026-12-02 00:04")
    await taps(story, "contact", who=bram)
    await story.until("2026-12-02 09:12")
    await taps(story, "better")
    await story.until("2026-12-03 16:30")
    await taps(story, "5", "enough")
    assert [need.kind for need in sanne(story).needs] == []
