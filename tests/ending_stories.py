"""Stories of hours noted beside the check-in (R15) and of how a plan ends (R40): what Sanne and Joost do."""

from datetime import UTC, date
from decimal import Decimal

from lag_stories import PARTIES, said, sanne, taps, welcome
from story import Story

from state_machines import events as e
from state_machines.plan import Plan, Task
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms
from tests.doing import role_of

LABELS = {
    "own days": ("Mijn werkdagen", "My working days"),
    "recognised": ("Ja, dat is Sanne", "Yes, that's Sanne"),
    "coffee": ("Koffiepauze", "Coffee break"),
    "as agreed 8": ("8 uur", "8 hours"),
    "as agreed 4": ("4 uur", "4 hours"),
    "a bit less": ("3 uur", "3 hours"),
    "today": ("Vandaag", "Today"),
    "another day": ("Een andere dag", "Another day"),
    "tasks as agreed": ("Taken zoals", "Tasks as"),
    "other tasks": ("Andere taken", "Other tasks"),
    "ill": ("Ziek, vrij", "Ill, on leave"),
    "enough": ("Dit was het voor vandaag", "That's all for today"),
    "once a month": ("Eén keer per maand", "Once a month"),
    "erase": ("Wis alles", "Erase everything"),
    "done": ("Klaar, dank je", "Done, thank you"),
    "plan the end": ("Ik plan het in", "I'll plan it"),
    "ready": ("Klaar", "Done"),
    "fully": ("Helemaal gedaan", "Fully done"),
    "partly": ("Voor een deel", "Partly done"),
    "skip": ("Sla over", "Skip"),
    "not today": ("Niets vandaag", "Nothing today"),
}


async def acts(story: Story, event: e.CoachEvent) -> None:
    """Joost registers something, by whatever way the coach has."""
    with story.opened.batch():
        story.stage.app.door.act(sanne(story).id, event, by="story", role=role_of(event))
    await story.settle()


async def does(story: Story, *names: str) -> None:
    """Sanne taps these, by the names above; anything else is itself."""
    await taps(story, *(said(story, *LABELS.get(name, (name, name))) for name in names))


def agreed_plan(story: Story, *periods: Period, weekdays: tuple[int, ...] = (1, 2, 4, 5), contract: int = 32) -> Plan:
    """Steps as they were agreed, in own work, from Monday 30 November 2026."""
    terms = Terms(
        template="custom",
        goal=said(story, "eigen werk, alle uren", "own work, all hours"),
        contract_hours=Decimal(contract),
        start=date(2026, 11, 30),
        weekdays=weekdays,
        tasks=(Task(name=said(story, "klanten bellen", "calling clients"), kind="own"),),
        supervisor="Karin",
        parties=PARTIES,
        registered=date(2026, 11, 30),
        periods=periods,
    )
    return make(terms)


async def agree(story: Story, plan: Plan) -> str:
    """Joost registers it, Sanne says yes (a first plan also asks how doable); the digest of what stands from now on."""
    first = not sanne(story).versions
    at = story.now.astimezone(UTC)
    await acts(story, e.PlanAgreed(at=at, version=plan, parties=PARTIES, reason="agreed"))
    await taps(story, *(("8", "agreed") if first else ("agreed",)))
    return sanne(story).agreed


async def kept_friday(story: Story, hours: str = "") -> None:
    """A check-in that closes a week which went as agreed; on a public holiday no hours are asked."""
    await does(story, "6", "coffee", "ready", "not today", *([hours] if hours else []), "fully", "skip", "4")


async def hours(story: Story) -> None:
    """Hours of today and of earlier days in two taps each; odd ones are met kindly; the check-in asks them no more."""
    await welcome(story)
    await agree(story, agreed_plan(story, Period(weeks=4, hours=Decimal(16))))
    await story.until("2026-12-03 12:00")
    await story.sanne.says(said(story, "/uren", "/hours"))
    await does(story, said(story, "di 1 dec", "Tue 1 Dec"), "as agreed 4", "tasks as agreed")
    await story.sanne.says(said(story, "/uren", "/hours"))
    await does(story, said(story, "ma 30 nov", "Mon 30 Nov"), "ill", "another day")
    await does(story, said(story, "wo 2 dec", "Wed 2 Dec"))
    await story.sanne.says(said(story, "25 uur", "25 hours"))
    await story.sanne.says("1,5")
    await does(story, "other tasks", said(story, "klanten bellen", "calling clients"))
    await story.sanne.says(said(story, "koffie zetten", "making coffee"))
    await does(story, "ready")
    await story.until("2026-12-04 15:00")
    await story.sanne.says(said(story, "/uren", "/hours"))
    await does(story, "today", "a bit less")
    await story.until("2026-12-04 16:30")
    await does(story, "6", "coffee", "ready", "not today", "fully", "skip", "4")


async def end_kept(story: Story) -> None:
    """Full hours in own work for four weeks: a look back at the whole way, then once a month, then done."""
    await welcome(story)
    steps = (Period(weeks=1, hours=Decimal(16)), Period(weeks=4, hours=Decimal(32)))
    digest = await agree(story, agreed_plan(story, *steps))
    await story.until("2026-12-04 16:30")
    await kept_friday(story, "as agreed 4")
    await story.until("2026-12-11 16:30")
    await kept_friday(story, "as agreed 8")
    await story.sanne.says(
        said(story, "Vandaag zelf klanten gebeld, het ging rustig.", "Called clients myself today, it went calmly.")
    )
    await story.until("2026-12-18 16:30")
    await kept_friday(story, "as agreed 8")
    for holiday in ("2026-12-25", "2027-01-01"):
        await story.until(f"{holiday} 16:30")
        await kept_friday(story)
    await story.until("2027-01-04 09:00")
    await does(story, "once a month", "erase")
    await story.until("2027-02-05 16:30")
    await does(story, "7", "enough", "done")
    assert sanne(story).agreed == digest


async def end_keeping(story: Story) -> None:
    """The end date after one week at full hours: asked about once a week, until four in a row were kept."""
    await welcome(story)
    steps = tuple(Period(hours=Decimal(number)) for number in (8, 32))
    await agree(story, agreed_plan(story, *steps))
    await story.until("2026-12-04 16:30")
    await kept_friday(story, "2 uur" if story.language == "nl" else "2 hours")
    await story.until("2026-12-11 16:30")
    await kept_friday(story, "as agreed 8")
    await story.until("2026-12-14 09:00")
    for friday, hours_ in (("2026-12-18", "as agreed 8"), ("2026-12-25", ""), ("2027-01-01", "")):
        await story.until(f"{friday} 16:30")
        await kept_friday(story, hours_)
    await story.until("2027-01-04 09:00")


async def end_open(story: Story) -> None:
    """The end date without the goal: an evaluation at once, a check-in a week, and the old days with a new plan."""
    await story.sanne.opens(await story.invite())
    await story.joost.taps(said(story, *LABELS["recognised"]))
    await taps(story, "who", "go on", "agree", "16:30")
    await does(story, "own days")
    weekdays = (1, 4)
    steps = (Period(weeks=1, hours=Decimal(4)), Period(weeks=1, hours=Decimal(8)))
    await agree(story, agreed_plan(story, *steps, weekdays=weekdays, contract=16))
    for day in ("2026-11-30", "2026-12-03", "2026-12-07"):
        await story.until(f"{day} 16:30")
        await does(story, "6", "enough")
    await story.until("2026-12-10 16:30")
    await does(story, "6", "coffee", "ready", "not today", "as agreed 4", "fully", "skip", "4")
    await story.until("2026-12-14 09:00")
    await story.joost.taps(said(story, *LABELS["plan the end"]))
    await story.until("2026-12-17 16:30")
    await does(story, "6", "enough")
    await story.until("2026-12-18 10:00")
    await acts(story, e.EvaluationHeld(at=story.now.astimezone(UTC), planned=None, outcome="anew"))
    later = Period(start=date(2026, 12, 28), weeks=2, hours=Decimal(12))
    await agree(story, agreed_plan(story, later, weekdays=weekdays, contract=16))
    await story.until("2026-12-24 16:30")
    await does(story, "6", "enough")
    await story.until("2026-12-28 16:30")
