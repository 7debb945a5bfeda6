"""From a plan and the words of a language to what the reports draw: the one place where the two meet.

What these functions make are plain values that travel to the worker process; nothing here draws.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

from dialogues import calendar_words, paper_words, phrases, picture_words, plan_lines, why_words
from dialogues.words import Words
from reports.calendar import CalendarValues, Entry, Moment, gone, moments
from reports.paper import PaperEvaluation, PaperStep, PaperWords, PlanPaper, Section, WhyPaper
from reports.picture import Level, PictureValues, PictureWords, Tick
from state_machines.days import AMSTERDAM, iso_week
from state_machines.files import Consult
from state_machines.plan import WEEK, Plan, Step
from state_machines.plan_weeks import Weeks, coming, short_weeks

DAY = timedelta(days=1)
# --- the picture --------------------------------------------------------------------------------------------------


def picture_of(
    plan: Plan, said: Words, *, today: date | None = None, worked: Weeks = (), draft: bool = False
) -> PictureValues:
    """The picture of a plan. `worked`: first dates of weeks of the plan and the hours worked in them."""
    return PictureValues(
        title=picture_words.title(plan, said, draft=draft),
        planned=_levels(plan.steps, said),
        other=_levels(plan.other, said),
        holidays=_weeks(short_weeks(plan), said),
        worked=_weeks(worked, said),
        ticks=_ticks(plan, said),
        evaluations=tuple(evaluation.day for evaluation in coming(plan)),
        today=today,
        stopped=plan.stopped.on if plan.stopped else None,
        words=PictureWords(**picture_words.legend(plan, said)),
        sentence=picture_words.sentence(plan, said),
        alt=picture_words.alternative(plan, said, today=today, worked=worked),
    )


def _levels(steps: tuple[Step, ...], said: Words) -> tuple[Level, ...]:
    return tuple(_level(step.start, step.end + DAY, step.hours, said) for step in steps)


def _weeks(weeks: Weeks, said: Words) -> tuple[Level, ...]:
    return tuple(_level(first, first + WEEK, hours, said) for first, hours in weeks)


def _level(start: date, until: date, hours: Decimal, said: Words) -> Level:
    return Level(start=start, until=until, hours=hours, label=said.number(hours))


def _ticks(plan: Plan, said: Words) -> tuple[Tick, ...]:
    """The weeks of the plan, or of the other line where that lasts longer."""
    last = max(step.end for step in (*plan.steps, *plan.other))
    starts = (plan.start + n * WEEK for n in range(((last - plan.start).days + 7) // 7))
    return tuple(Tick(day=day, week=str(iso_week(day)), date=said.little_day(day)) for day in starts)


# --- on paper -----------------------------------------------------------------------------------------------------


def paper_of(plan: Plan, said: Words, *, client: str = "", coach: str = "", draft: bool = False) -> PlanPaper:
    """The plan on paper for the talk with the employer (R33): the plan and the names of who agreed, no more."""
    named = paper_words.names(said, client=client, supervisor=plan.supervisor, coach=coach)
    return PlanPaper(
        language=said.language,
        title=paper_words.heading(said),
        version=paper_words.version(plan, said),
        client=phrases.clipped(client, phrases.LONGEST_NAME),
        supervisor=phrases.clipped(plan.supervisor, phrases.LONGEST_NAME),
        goal=phrases.clipped(plan.goal, paper_words.LONGEST),
        contract=paper_words.contract(plan, said),
        period=paper_words.period(plan, said),
        steps=_paper_steps(plan, said),
        evaluations=tuple(
            PaperEvaluation(
                day=said.full_day(evaluation.day), present=paper_words.present(evaluation.parties, named, said)
            )
            for evaluation in coming(plan)
        ),
        agreements=paper_words.agreements(plan, named, said),
        signers=paper_words.signers(plan, said, client=client),
        footer=paper_words.footer(said),
        words=PaperWords(**paper_words.labels(said)),
        stopped=paper_words.stopped(plan, said),
        draft=paper_words.draft(said) if draft else "",
    )


def _paper_steps(plan: Plan, said: Words) -> tuple[PaperStep, ...]:
    highest = max(step.hours for step in plan.steps)
    return tuple(
        PaperStep(
            weeks=plan_lines.weeks(step, said),
            dates=f"{said.little_day(step.start)} – {said.little_day(step.end)}",
            hours=phrases.hours(said, step.hours),
            share=int(100 * step.hours / highest),
            per_day=plan_lines.spread(step.per_day, said),
            tasks=tasks,
            notes=notes,
        )
        for step, tasks, notes in zip(
            plan.steps, paper_words.tasks(plan, said), paper_words.notes(plan, said), strict=True
        )
    )


def why_of(said: Words) -> WhyPaper:
    """The page about complaints and the plan; the same for everybody."""
    return WhyPaper(
        language=said.language,
        title=why_words.heading(said),
        lead=why_words.lead(said),
        sections=tuple(
            Section(heading=heading, paragraphs=paragraphs, points=points)
            for heading, paragraphs, points in why_words.sections(said)
        ),
        footer=why_words.footer(said),
    )


# --- in a calendar ------------------------------------------------------------------------------------------------


def calendar_of(
    plan: Plan,
    said: Words,
    *,
    file: str,
    stamp: datetime,
    zone: str = AMSTERDAM,
    consults: tuple[Consult, ...] = (),
    former: tuple[Plan, ...] = (),
    coach: str = "",
) -> CalendarValues:
    """The plan in a calendar. `file`: whose, as a pseudonym; `former`: versions that the calendar may still show."""
    kept = tuple(_entry(plan, moment, said, coach) for moment in moments(plan, zone, consults))
    lost = tuple(_entry(other, moment, said, coach, cancelled=True) for other, moment in gone(plan, former, zone))
    name = calendar_words.title(said)
    return CalendarValues(name=name, file=file, version=plan.version, stamp=stamp, zone=zone, entries=(*kept, *lost))


def _entry(plan: Plan, moment: Moment, said: Words, coach: str, *, cancelled: bool = False) -> Entry:
    summary, description = _called(plan, moment, said, coach)
    return Entry(moment=moment, summary=summary, description=description, cancelled=cancelled)


def _called(plan: Plan, moment: Moment, said: Words, coach: str) -> tuple[str, str]:
    if moment.kind == "step":
        return calendar_words.step(plan, moment.number, said)
    if moment.kind == "evaluation":
        return calendar_words.evaluation(plan, moment.number, said)
    if moment.kind == "consult":
        return calendar_words.consult(said, coach=coach)
    return calendar_words.work(plan, _date(moment.number), said)


def _date(digits: int) -> date:
    """The date that a working day has as its number."""
    return date(digits // 10000, digits // 100 % 100, digits % 100)
