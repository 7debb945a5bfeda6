"""Invented people for the preview: Sanne (client), Joost (coach), Karin (supervisor), in every state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from state_machines import questions
from state_machines.files import Answer, Card, Client, Day, Need, Professional, Request, Sketch
from state_machines.plan import Evaluation, Leeway, Plan, following
from state_machines.plan_changes import lengthened, stopped
from state_machines.plan_templates import weekly

JOINED, TODAY, FIRST_DAY = date(2026, 11, 9), date(2026, 12, 10), date(2026, 11, 30)
AT = datetime(2026, 12, 10, 15, 30, tzinfo=UTC)
WEEKDAYS = (1, 2, 4, 5)
FOUR = Decimal(4)
CLIENT_ID, COACH_ID = "client-1", "coach-1"


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """What Sanne and Joost type themselves, in their language."""

    goal: str
    tasks: tuple[str, ...]
    giver: str
    drainer: str
    sign: str
    sign_answer: str
    pleasant: str
    one_higher: str
    note: str
    topic: str


OWN: Mapping[str, OwnWords] = {
    "nl": OwnWords(
        goal="eigen werk, 32 uur per week",
        tasks=("post sorteren", "lijsten nakijken", "klanten terugbellen"),
        giver="Praatje met Fatima",
        drainer="Drukke kantoortuin",
        sign="Kort lontje",
        sign_answer="Ik loop een rondje om het gebouw.",
        pleasant="samen lunchen buiten",
        one_higher="dat ik na het werk nog even wil wandelen",
        note="Vandaag ging het bellen makkelijker dan ik dacht.",
        topic="Mijn plek in de kantoortuin.",
    ),
    "en": OwnWords(
        goal="own work, 32 hours a week",
        tasks=("sort the post", "check lists", "call clients back"),
        giver="Chat with Fatima",
        drainer="Busy open-plan office",
        sign="Short fuse",
        sign_answer="I walk around the building.",
        pleasant="having lunch outside together",
        one_higher="that I'd like a short walk after work",
        note="Calling went easier today than I thought.",
        topic="My place in the open-plan office.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Note:
    """A diary note, as the views give it."""

    day: date
    number: int
    text: str
    edited: bool = False
    open: bool = True


def notes(language: str) -> tuple[Note, ...]:
    """Two notes, one of them corrected."""
    text = OWN[language].note
    return (Note(day=date(2026, 12, 7), number=1, text=text), Note(day=TODAY, number=1, text=text, edited=True))


# --- the plan -----------------------------------------------------------------------------------------------------


def plan(language: str, start: date = FIRST_DAY, before: Plan | None = None) -> Plan:
    """What Sanne and Karin agreed: 32 hours in four weeks."""
    own = OWN[language]
    return weekly(
        goal=own.goal,
        contract_hours=Decimal(32),
        start=start,
        weekdays=WEEKDAYS,
        tasks=own.tasks,
        supervisor="Karin",
        parties=("client", "supervisor", "coach"),
        registered=start - timedelta(days=3),
        before=before,
    )


def with_leeway(
    language: str, *, weeks: int = 2, taken: bool = False, agreed: bool = True, **changes: object
) -> Client:
    """Sanne with two weeks of leeway and an evaluation on 11 December; one week of it taken, agreed or waiting."""
    first = replace(
        plan(language),
        leeway=Leeway(weeks=weeks),
        evaluations=(Evaluation(day=date(2026, 12, 11)),),
        agreed_on=FIRST_DAY - timedelta(days=3),
    )
    if not taken:
        return sanne(language, versions=(first,), agreed=first.digest(), **changes)
    parties = ("client", "supervisor")
    longer = lengthened(first, step=first.steps[1].start, weeks=1, on=TODAY, parties=parties)
    second = following(replace(longer, paper=TODAY if agreed else None), first)
    newest = second if agreed else first
    return sanne(language, versions=(first, second), agreed=newest.digest(), doable=None, **changes)


def evaluating(language: str, *, written: bool = False, **changes: object) -> Client:
    """Sanne with an evaluation planned and an extra one asked for after two weeks; her list begun or not."""
    lag = Request(kind="evaluation", why="lag", on=TODAY)
    topic = Request(kind="topic", why="asked", on=TODAY, words=OWN[language].topic)
    answers = (OWN[language].note, "", OWN[language].one_higher, "") if written else ()
    kept = {"requests": (lag, topic) if written else (lag,), "prepared": answers}
    return with_leeway(language, **kept, **changes)  # type: ignore[arg-type]


def halted(language: str) -> Client:
    """Sanne's plan, stopped today on the advice of the physician."""
    first = plan(language)
    stop = stopped(first, on=TODAY, physician="Smit", look_again=date(2026, 12, 21))
    second = following(stop, first)
    return sanne(language, versions=(first, second), agreed=second.digest())


# --- days ---------------------------------------------------------------------------------------------------------


def answered(question: str, language: str) -> Answer:
    """Sanne's answer to a question."""
    own = OWN[language]
    said: Mapping[str, tuple[str, ...]] = {
        "giver": (own.giver,),
        "drainer": (own.drainer,),
        "tasks": own.tasks[:2],
        "step": ("partly",),
        "helped": (own.giver,),
        "hindered": (own.drainer,),
        "one_higher": (own.one_higher,),
        "pleasant": (own.pleasant,),
        "list_givers": (own.giver,),
        "list_drainers": (own.drainer,),
        "list_signs": (own.sign,),
        "signs": (own.sign,),
        "contacts": ("Noor",),
    }
    numbers = {"energy": 6, "hours": 3, "confidence": 7, "progress": 5, "complaint": 4}
    number = Decimal(numbers[question]) if question in numbers else None
    return Answer(question=question, at=AT, number=number, words=said.get(question, ()))


TURNS = frozenset({*questions.TURNS.values(), questions.SIGNS, *(name for name, _ in questions.LISTS_FROM)})
CLOSING = frozenset({"step", "helped", "hindered"})


def day_at(question: str, language: str, state: str = "asking") -> Day:
    """A day on which this question is open and the ones before it were answered."""
    turn = "progress" if question == "one_higher" else question if question in TURNS else ""
    closes = 2 if question in CLOSING else 0
    day = Day(
        date=TODAY, state=state, asked=True, acted=True, working=True, planned=FOUR, turn=turn, closes_week=closes
    )
    while (name := next((n for n in questions.asked(day) if day.answer(n) is None), question)) != question:
        day = day.keep(answered(name, language))
    return replace(day, at=question)


def day_done(language: str, **changes: object) -> Day:
    """A finished day."""
    day = day_at("complaint", language, "done").keep(answered("complaint", language))
    return replace(day, at="", **changes)  # type: ignore[arg-type]


def window(language: str) -> tuple[Day, ...]:
    """Three weeks: answered, silent, skipped and closing days."""
    kept = []
    for n in range((TODAY - JOINED).days):
        day = JOINED + timedelta(days=n)
        working = day >= FIRST_DAY and day.isoweekday() in WEEKDAYS
        if day.isoweekday() > 5 or day.isoweekday() == 3:
            continue
        empty = Day(date=day, state="prompted", asked=True, working=working, planned=FOUR if working else Decimal(0))
        kept.append(empty if day.isoweekday() == 2 and n > 7 else _filled(empty, language))
    return tuple(kept)


def _filled(day: Day, language: str) -> Day:
    closes = 1 if day.date == date(2026, 12, 4) else 0
    day = replace(day, state="done", acted=True, closes_week=closes)
    names = ["energy", "giver", "drainer", "complaint", *(["hours"] if day.working else [])]
    if closes:
        names += ["step", "helped", "hindered"]
    for name in names:
        day = day.keep(answered(name, language))
    for name, number in (("energy", 4 + day.date.day % 4), ("complaint", 6 - day.date.day % 3)):
        day = day.keep(Answer(question=name, at=AT, number=Decimal(number)))
    return day


# --- files --------------------------------------------------------------------------------------------------------


def sanne(language: str, **changes: object) -> Client:
    """Sanne in week 2 of her plan, with the given changes."""
    agreed = plan(language)
    own = OWN[language]
    client = Client(
        id=CLIENT_ID,
        name="Sanne",
        coach=COACH_ID,
        coach_name="Joost",
        coach_days=(1, 2, 4),
        regime="delegation",
        journey="coaching",
        language=language,
        chat=1,
        coaching_since=JOINED,
        givers=(own.giver,),
        drainers=(own.drainer,),
        contacts=("Noor",),
        versions=(agreed,),
        agreed=agreed.digest(),
        doable=Decimal(8),
        day=day_done(language),
        window=window(language),
        next_checkin=date(2026, 12, 11),
    )
    return replace(client, **changes)  # type: ignore[arg-type]


def newcomer(language: str, journey: str = "welcome", stage: str = "hello", **changes: object) -> Client:
    """Sanne before there is a plan."""
    bare = Client(
        id=CLIENT_ID,
        name="Sanne",
        coach=COACH_ID,
        coach_name="Joost",
        coach_days=(1, 2, 4),
        regime="delegation",
        journey=journey,
        stage=stage,
        language=language,
        chat=1,
    )
    return replace(bare, **changes)  # type: ignore[arg-type]


def drafted(language: str, doable: int | None = None) -> Client:
    """Sanne with a plan that waits for her yes."""
    number = None if doable is None else Decimal(doable)
    return sanne(language, agreed="", doable=number, window=(), day=Day(date=FIRST_DAY - timedelta(days=3)))


def colleagues(language: str) -> tuple[Client, ...]:
    """Joost's other clients, one for each line that the overview knows."""
    return (
        sanne(language),
        sanne(language, id="client-2", name="Bram", needs=(Need(kind="call", since=AT),), window=()),
        replace(drafted(language), id="client-3", name="Imke", coaching_since=TODAY),
        sanne(language, id="client-4", name="Devi", journey="paused", paused_until=date(2026, 12, 16)),
        newcomer(language, journey="invited", id="client-5", name="Otto"),
        newcomer(language, journey="coaching", id="client-6", name="Tess", coaching_since=JOINED, day=Day(date=TODAY)),
    )


def joost(language: str, **changes: object) -> Professional:
    """Joost with two clients."""
    coach = Professional(
        id=COACH_ID,
        name="Joost",
        language=language,
        chat=2,
        weekdays=(1, 2, 4),
        clients=(Card(client=CLIENT_ID, name="Sanne"), Card(client="client-2", name="Bram")),
    )
    return replace(coach, **changes)  # type: ignore[arg-type]


def planning(language: str) -> Professional:
    """Joost with Sanne's plan on his desk."""
    own = OWN[language]
    sketch = Sketch(
        client=CLIENT_ID,
        template="weekly",
        supervisor="Karin",
        goal=own.goal,
        contract_hours=Decimal(32),
        start=FIRST_DAY,
        weekdays=WEEKDAYS,
        tasks=own.tasks,
        evaluations=(date(2026, 12, 11), date(2026, 12, 24)),
        leeway=2,
        physician_told=FIRST_DAY - timedelta(days=3),
        agreed_on=FIRST_DAY - timedelta(days=3),
    )
    return joost(language, desk="check", sketch=sketch)
