"""Stories of the occupational physician: what Dr. Smit, Sanne and Joost do and see of a report, in either language."""

from lag_stories import said, sanne, welcome
from story import Phone, Story

from bot.turn import digest_of
from state_machines.events import DefaultsSet, PhysicianSet, ProfessionalAdded
from state_machines.files import Client, Invite, Professional
from state_machines.journey import link_expires
from state_machines.physician_desk import contact_of

SMIT, VOS = 103, 104
LABELS = {
    "send": ("Verstuur dit", "Send this"),
    "take back": ("Haal mijn melding terug", "Take my report back"),
    "read": ("Lezen", "Read"),
    "can go on": ("Plan kan doorgaan", "The plan can go on"),
    "known": ("Al bekend", "Known"),
    "six weeks": ("6 weken", "6 weeks"),
    "invites": ("Nodigt uit", "Invites"),
    "advises": ("Advies", "Advice"),
    "other tasks": ("Andere taken", "Other tasks"),
    "stop": ("Nu stoppen", "Stop now"),
    "yes, stop": ("Ja, nu stoppen", "Yes, stop now"),
    "take away": ("Haal de samenvatting weg", "Take the summary away"),
    "back": ("Terug", "Back"),
}


def labels(story: Story, *names: str) -> list[str]:
    """The labels of these buttons in the story's language."""
    return [said(story, *LABELS[name]) for name in names]


async def physician(
    story: Story, name: str = "Dr. Smit", chat: int = SMIT, *, joins: bool = True, **more: str
) -> Phone:
    """An operator adds a physician, who opens the link; the first one is everybody's."""
    now, token, id_ = story.telegram.clock.now, f"physician-token-{chat:07d}", f"p-{chat}"
    files = story.opened.views.files()
    clients = [file.id for file in files if isinstance(file, Client)]
    alone = not any(isinstance(file, Professional) and file.role == "physician" for file in files)
    added = ProfessionalAdded(
        at=now,
        professional=id_,
        name=name,
        language=story.language,
        invite=Invite(digest=digest_of(token), expires=link_expires(now)),
        role="physician",
        phone="030 123 45 67",
        **more,
    )
    with story.opened.batch():
        made = story.stage.app.door.act(None, added, by="story")
        assert isinstance(made, Professional)
        if alone:
            story.stage.app.door.act("p-joost", DefaultsSet(at=now, physician=contact_of(made)), by="story")
        for client in clients if alone else ():
            story.stage.app.door.act(client, PhysicianSet(at=now, physician=contact_of(made)), by="story")
    story.names[chat] = name
    phone = story.phone(chat, name)
    if joins:
        await phone.opens(token)
    return phone


def desk(story: Story, id_: str = f"p-{SMIT}") -> Professional:
    """A physician's file."""
    found = next(file for file in story.opened.views.files() if file.id == id_)
    assert isinstance(found, Professional)
    return found


async def report(story: Story, *words: str) -> None:
    """Sanne asks for a report, adds these words, and sends it."""
    await story.sanne.says(said(story, "/bedrijfsarts", "/physician"))
    for each in words:
        await story.sanne.taps(said(story, "Eigen woorden toevoegen", "Add my own words"))
        await story.sanne.says(each)
    await story.sanne.taps(*labels(story, "send"))


async def physician_reads(story: Story) -> None:
    """Told without content, read, known for six weeks; the client hears it first; the summary goes by itself."""
    await welcome(story)
    smit = await physician(story)
    await story.until("2026-12-01 10:00")
    await report(story)
    await smit.taps(*labels(story, "read", "known", "back", "known", "six weeks"))
    await story.until("2026-12-01 10:20")
    await story.until("2026-12-02 10:05")
    await smit.says(said(story, "/meldingen", "/reports"))
    assert sanne(story).referral is not None


async def physician_stops(story: Story) -> None:
    """A stop on medical ground is asked twice; the coach gets an alert; the plan stands until it is registered."""
    await welcome(story)
    smit = await physician(story)
    await story.until("2026-12-01 10:00")
    await report(story)
    await smit.taps(*labels(story, "read", "stop", "yes, stop", "take away"))
    await story.until("2026-12-01 10:20")


async def physician_too_late(story: Story) -> None:
    """The client takes the report back: the summary goes, the notice says so, and an answer changes nothing."""
    await welcome(story)
    smit = await physician(story)
    await story.until("2026-12-01 10:00")
    await report(story)
    await smit.taps(*labels(story, "read"))
    paper = smit.person.screen[-1]
    goes_on = next(b for line in paper.buttons for b in line if b.label == labels(story, "can go on")[0])
    await story.sanne.says(said(story, "/bedrijfsarts", "/physician"))
    await story.sanne.taps(*labels(story, "take back"))
    assert goes_on.data is not None
    smit.person.tap(smit.person.screen[-1].message_id, goes_on.data)
    await story.settle()
