"""Stories of weeks that go otherwise (R38) and of an evaluation (R40): what Sanne and Joost do, in either language."""

from dataclasses import replace
from datetime import UTC, date
from decimal import Decimal

from story import Story

from state_machines import events as e
from state_machines.files import Client
from state_machines.plan import Evaluation, Plan
from state_machines.plan_templates import weekly
from tests.doing import role_of

PARTIES = ("client", "supervisor", "coach")
LABELS = {
    "who": ("Wie ziet wat?", "Who sees what?"),
    "go on": ("Verder", "Continue"),
    "agree": ("Ja, dat is goed", "Yes, that's fine"),
    "own choice": ("Zelf kiezen", "I'll choose"),
    "recognised": ("Ja, dat is Sanne", "Yes, that's Sanne"),
    "agreed": ("Ja, zo is het afgesproken", "Yes, that's what we agreed"),
    "not today": ("Niets vandaag", "Nothing today"),
    "none": ("Geen van deze", "None of these"),
    "fully": ("Helemaal gedaan", "Fully done"),
    "partly": ("Voor een deel", "Partly done"),
    "not done": ("Niet gedaan", "Not done"),
    "an hour": ("1 uur", "1 hour"),
    "nothing worked": ("0 uur", "0 hours"),
    "nothing special": ("Niets bijzonders", "Nothing special"),
    "little energy": ("Te weinig energie", "Too little energy"),
    "no work": ("Er was geen werk", "There was no work"),
    "ready": ("Klaar", "Done"),
    "write down": ("Opschrijven", "Write down"),
    "go on later": ("Later verder", "Go on later"),
    "talk about it": ("Ik praat erover", "I'll talk about it"),
    "record": ("Evaluatie vastleggen", "Record an evaluation"),
    "extra": ("Het was een extra", "It was an extra"),
    "stands": ("Het plan blijft", "The plan st"),
    "something else": ("Iets anders", "Something else"),
    "plan it": ("Ik plan het in", "I'll plan it"),
    "prepare it": ("Voorbereiden met vier vragen", "Prepare it"),
    "prepare the evaluation": ("Evaluatie voorbereiden", "Prepare the evaluation"),
    "skip": ("Sla over", "Skip"),
    "share": ("Deel met Joost", "Share with Joost"),
    "too slow": ("Ik vind het plan te langzaam", "I find the plan too slow"),
    "good": ("Goed", "Good"),
    "yes": ("Ja", "Yes"),
    "at work": ("Er is iets op het werk", "Something is going on"),
    "there is no work": ("Er is geen werk voor mij", "There is no work"),
    "show my list": ("Laat mijn lijst zien", "Show my list"),
}


def said(story: Story, dutch: str, english: str) -> str:
    """Words in the story's language."""
    return dutch if story.language == "nl" else english


async def taps(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above; a number is itself."""
    await story.sanne.taps(*(said(story, *LABELS.get(name, (name, name))) for name in names))


async def joost_taps(story: Story, *names: str) -> None:
    """Joost taps these."""
    await story.joost.taps(*(said(story, *LABELS[name]) for name in names))


def sanne(story: Story) -> Client:
    """Her file as it is now."""
    file = story.file()
    assert isinstance(file, Client)
    return file


async def welcome(story: Story) -> None:
    """From the invitation to the end of the welcome: a check-in on Fridays alone."""
    await story.sanne.opens(await story.invite())
    await joost_taps(story, "recognised")
    await taps(story, "who", "go on", "agree", "16:30", "own choice")
    await story.sanne.says(said(story, "vrijdag", "friday"))


def made_plan(story: Story, *evaluations: date) -> Plan:
    """32 hours in four weeks, on four days, with these evaluations."""
    plan = weekly(
        goal=said(story, "eigen werk, alle uren", "own work, all hours"),
        contract_hours=Decimal(32),
        start=date(2026, 11, 30),
        weekdays=(1, 2, 4, 5),
        tasks=(said(story, "post sorteren", "sorting the post"), said(story, "mail beantwoorden", "answering mail")),
        supervisor="Karin",
        parties=PARTIES,
        registered=date(2026, 11, 30),
    )
    return replace(plan, evaluations=tuple(Evaluation(day=day) for day in evaluations))


async def plan(story: Story, *evaluations: date) -> str:
    """The plan is registered from the shell, and Sanne says yes; the digest of what stands from now on."""
    at = story.now.astimezone(UTC)
    agreed = e.PlanAgreed(at=at, version=made_plan(story, *evaluations), parties=PARTIES, reason="agreed")
    with story.opened.batch():
        story.stage.app.door.act(sanne(story).id, agreed, by="story", role=role_of(agreed))
    await story.settle()
    await taps(story, "8", "agreed")
    return sanne(story).agreed


async def friday(story: Story, hours: str, step: str, *way: str) -> None:
    """A check-in that closes the week: hours and how the step went; the rest in as few taps as there are."""
    tasks = ("none",) if hours == "an hour" else ()
    await taps(story, "5", "not today", "not today", hours, *tasks, step, *way, "4")


async def lag_to_evaluation(story: Story) -> None:
    """Two weeks that go otherwise; an extra evaluation is asked for, prepared, shared and held. The plan stands."""
    await welcome(story)
    digest = await plan(story)
    await story.until("2026-12-04 16:30")
    await friday(story, "an hour", "partly", "nothing special", "little energy", "ready")
    await story.until("2026-12-11 16:30")
    await friday(story, "nothing worked", "not done", "no work", "ready")
    await taps(story, "write down")
    await story.sanne.says(said(story, "Er was twee keer geen werk voor mij.", "Twice there was no work for me."))
    await joost_taps(story, "plan it")
    await story.until("2026-12-14 10:00")
    await taps(story, "prepare it")
    await story.sanne.says(said(story, "De post ging goed, de mail niet.", "The post went well, the mail didn't."))
    await taps(story, "skip")
    await story.sanne.says(said(story, "Eerder zeggen dat er geen werk is.", "Say sooner that there is no work."))
    await story.sanne.says(said(story, "Beginnen met de post.", "Starting with the post."))
    await taps(story, "share")
    await story.joost.says(said(story, "/logboek", "/logbook"))
    await story.joost.taps("Sanne")
    await story.until("2026-12-15 11:00")
    await story.joost.says("/plan")
    await story.joost.taps("Sanne")
    await joost_taps(story, "record", "extra", "stands")
    await story.sanne.says(said(story, "/evaluatie", "/evaluation"))
    assert sanne(story).agreed == digest
    assert len(sanne(story).versions) == 1


async def evaluation(story: Story) -> None:
    """More hours than agreed, something at work, a planned evaluation: reminded of, prepared, overdue, held."""
    await welcome(story)
    digest = await plan(story, date(2026, 12, 17))
    await story.until("2026-12-04 16:30")
    await taps(story, "5", "not today", "not today")
    await story.sanne.says("3")
    await taps(story, "none", "fully", "nothing special", "4", "too slow", "yes")
    await taps(story, "at work", "there is no work")
    await joost_taps(story, "talk about it")
    await story.until("2026-12-10 09:00")
    await taps(story, "prepare the evaluation", "prepare it")
    await story.sanne.says(said(story, "Beter dan ik dacht.", "Better than I thought."))
    typed = next(b for b in reversed(story.sanne.person.screen) if not b.from_bot)
    await taps(story, "go on later")
    await story.sanne.edits(typed.message_id, said(story, "Anders dan ik dacht.", "Otherwise than I thought."))
    await taps(story, "show my list")
    await story.until("2026-12-16 09:00")
    await story.until("2026-12-21 09:30")
    await joost_taps(story, "record", "something else")
    assert sanne(story).agreed == digest
