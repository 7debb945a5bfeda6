"""Stories of handing over to a person: writing, taking over, a deputy, a coach who leaves; in either language."""

from datetime import UTC

from lag_stories import LABELS as MORE
from lag_stories import plan, said, sanne, welcome
from story import Phone, Story

from bot.turn import digest_of
from state_machines import events as e
from state_machines.files import Invite, Professional
from state_machines.journey import link_expires
from tests.doing import role_of

ANNA = 103
LABELS = {
    **MORE,
    "new plan": ("Nieuw plan", "New plan"),
    "called": ("Ik heb gebeld", "I have called"),
    "write": ("Schrijf Sanne", "Write to Sanne"),
    "take over": ("Neem het gesprek over", "Take over"),
    "give back": ("Geef het terug", "Give it back"),
    "stop talking": ("Stop dit gesprek", "Stop this"),
    "choose a deputy": ("Anna", "Anna"),
    "away": ("Ik ben straks afwezig", "I'm going to be away"),
    "not away": ("Ik ben toch niet", "I'm not away"),
    "talked": ("We hebben gepraat", "We have talked"),
    "logbook": ("Logboek", "Logbook"),
    "advice": ("We hebben over het advies", "We have talked about the doctor"),
}


def label(story: Story, name: str) -> str:
    """What a button says, by the names above; a number is itself."""
    return said(story, *LABELS.get(name, (name, name)))


async def tap(story: Story, phone: Phone, *names: str) -> None:
    """Somebody taps these, one after the other."""
    await phone.taps(*(label(story, name) for name in names))


async def anna_joins(story: Story) -> Phone:
    """A second coach is added, and opens her link."""
    now, token = story.now.astimezone(UTC), "coach-token-anna-0000"
    added = e.ProfessionalAdded(
        at=now,
        professional="p-anna",
        name="Anna",
        language=story.language,
        invite=Invite(digest=digest_of(token), expires=link_expires(now)),
        regime="delegation",
    )
    with story.opened.batch():
        story.stage.app.door.act(None, added, by="story")
    phone = story.phone(ANNA, "Anna")
    story.names[ANNA] = "Anna"
    await phone.opens(token)
    return phone


def desk(story: Story, file: str) -> Professional:
    """A coach's file as it is now."""
    found = next(each for each in story.opened.views.professionals() if each.id == file)
    assert isinstance(found, Professional)
    return found


def act(story: Story, file: str, event: e.Event) -> None:
    """What an operator does in the shell, by name."""
    with story.opened.batch():
        story.stage.app.door.act(file, event, by="operator", role=role_of(event))


async def handover(story: Story) -> None:
    """Sanne asks for her coach. Joost writes, takes the conversation over, gives it back; the next ends by itself."""
    await welcome(story)
    digest = await plan(story)
    await story.until("2026-12-02 10:00")
    await story.sanne.says(said(story, "Ik wil mijn coach spreken", "I want to talk to my coach"))
    await story.until("2026-12-02 10:20")
    await tap(story, story.joost, "write")
    await story.joost.says(said(story, "Ik bel je vanmiddag. Past 15 uur?", "I'll call you. Does 3 o'clock suit you?"))
    await tap(story, story.joost, "take over")
    await story.sanne.says(said(story, "15 uur is goed. Kan het ook hier?", "3 o'clock is fine. Can it be here?"))
    await story.joost.says(said(story, "Dat kan. Hoe gaat het nu?", "It can. How is it now?"))
    await story.sanne.says(said(story, "Beter dan giseren.", "Better than yesteday."))
    typed = next(b for b in reversed(story.sanne.person.screen) if not b.from_bot)
    await story.sanne.edits(typed.message_id, said(story, "Beter dan gisteren.", "Better than yesterday."))
    story.sanne.person.voice()
    await story.settle()
    await story.joost.says("/plan")
    await tap(story, story.joost, "Sanne", "new plan", "give back")
    await story.sanne.says(said(story, "Fijn gesprek gehad.", "Had a good talk."))
    await story.until("2026-12-04 16:20")
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await tap(story, story.joost, "Sanne", "take over")
    await story.until("2026-12-04 16:25")
    await story.sanne.says(said(story, "Dag Joost.", "Hello Joost."))
    await story.until("2026-12-04 17:30")
    assert sanne(story).agreed == digest
    assert sanne(story).talk is None


async def deputy(story: Story) -> None:
    """Joost goes on leave. Anna stands in: she hears what Sanne tells, looks, writes and says what is dealt with."""
    anna = await anna_joins(story)
    await welcome(story)
    await plan(story)
    await story.joost.says(said(story, "/vervanging", "/deputy"))
    await tap(story, story.joost, "choose a deputy", "away")
    await story.joost.says(said(story, "1 december", "1 December"))
    await story.joost.says(said(story, "30 november", "30 November 2026"))
    await story.joost.says(said(story, "11 december", "11 December"))
    await story.until("2026-12-01 10:00")
    await story.sanne.says(said(story, "/arts", "/doctor"))
    await story.sanne.says(said(story, "/belmij", "/callme"))
    await story.until("2026-12-02 08:30")
    await tap(story, anna, "Sanne")
    await tap(story, anna, "write")
    await anna.says(said(story, "Ik bel je om 11 uur.", "I'll call you at 11."))
    await story.until("2026-12-02 11:30")
    await anna.says(said(story, "/clienten", "/clients"))
    await tap(story, anna, "Sanne")
    await tap(story, anna, "advice", "called")
    await story.joost.says(said(story, "/vervanging", "/deputy"))
    await tap(story, story.joost, "not away")
    await tap(story, anna, "take over")


async def coach_leaves(story: Story) -> None:
    """Joost leaves while Sanne waits for a call: Anna has her file, what was open, and the word; the plan stands."""
    anna = await anna_joins(story)
    await welcome(story)
    digest = await plan(story)
    await story.until("2026-12-01 22:00")
    await story.sanne.says(said(story, "/belmij", "/callme"))
    gone = e.CoachRemoved(at=story.now.astimezone(UTC), to="p-anna", to_name="Anna")
    act(story, "p-joost", gone)
    await story.settle()
    await story.joost.says(said(story, "/clienten", "/clients"))
    await story.until("2026-12-02 08:30")
    await tap(story, anna, "Sanne", "called")
    assert sanne(story).agreed == digest
    assert sanne(story).coach == "p-anna"
