"""Stories of the process facilitator (R30): who Fay is, what she sees of Sanne, and what she never does."""

from datetime import UTC

from lag_stories import plan, said, sanne, welcome
from story import Phone, Story

from bot.facilitators import kept_apart
from bot.turn import digest_of
from state_machines.case import FacilitatorContact
from state_machines.events import FacilitatorSet, ProfessionalAdded
from state_machines.files import Invite
from state_machines.journey import link_expires
from tests.doing import role_of

FAY, FILE, TOKEN = 107, "p-fay", "facilitator-token-00001"


async def fay_joins(story: Story, *, opens: bool = True) -> Phone:
    """An operator adds Fay, who opens her link."""
    now = story.now.astimezone(UTC)
    invite = Invite(digest=digest_of(TOKEN), expires=link_expires(now))
    added = ProfessionalAdded(
        at=now, professional=FILE, name="Fay", language=story.language, invite=invite, role="facilitator"
    )
    with story.opened.batch():
        story.stage.app.door.act(None, added, by="story")
    story.names[FAY] = "Fay"
    phone = story.phone(FAY, "Fay")
    if opens:
        await phone.opens(TOKEN)
    return phone


async def assign(story: Story, file: str = FILE, name: str = "Fay") -> None:
    """As `trede facilitator assign` does it. Raises NotApart."""
    client = sanne(story)
    contact = FacilitatorContact(file=file, name=name, since=client.today(story.now))
    with story.opened.batch(), kept_apart(story.opened, client.id):
        event = FacilitatorSet(at=story.now.astimezone(UTC), facilitator=contact)
        story.stage.app.door.act(client.id, event, by="story", role=role_of(event))
    await story.settle()


async def unassign(story: Story) -> None:
    """As `trede facilitator unassign` does it."""
    with story.opened.batch():
        event = FacilitatorSet(at=story.now.astimezone(UTC), facilitator=None)
        story.stage.app.door.act(sanne(story).id, event, by="story", role=role_of(event))
    await story.settle()


async def facilitator(story: Story) -> None:
    """An operator makes Fay the facilitator of Sanne: she sees what is planned, and Sanne sees that she looked."""
    await welcome(story)
    fay = await fay_joins(story)
    await story.until("2026-11-30 09:00")
    await assign(story)
    await fay.taps(said(story, "Het plan van Sanne", "The plan of Sanne"))
    await plan(story)
    await story.until("2026-11-30 11:00")
    await fay.says(said(story, "/clienten", "/clients"))
    await fay.taps(said(story, "Het plan van Sanne", "The plan of Sanne"))
    await fay.says(said(story, "/logboek", "/logbook"))
    await fay.says(said(story, "Hoe gaat het met Sanne?", "How is Sanne doing?"))
    await story.sanne.says(said(story, "/wiekeek", "/wholooked"))
    await story.sanne.says("/privacy")
    await story.until("2026-11-30 12:00")
    await unassign(story)
    await fay.taps(said(story, "Het plan van Sanne", "The plan of Sanne"))
