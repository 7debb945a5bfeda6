"""Everything that is kept of a client, as chapters that people can read (R34). The whole, field by field, is in JSON.

`SHOWN` says which chapter tells of which field of the file; the rest is bookkeeping, which `UNSHOWN` names.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogues import consents, copy_words, paper_words, phrases, plan_lines, preparing, referral_text, rights
from dialogues.copy_words import QUESTIONS, moment, value
from dialogues.delivery_log import KINDS, OTHER_KIND, Delivered
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import days
from state_machines.days import iso_week
from state_machines.events import CoachWrote, Event, PlanAnswered, SafetySignalled, WordsPassed
from state_machines.files import Client, Consent, Day, Request
from state_machines.plan import Plan

#: Columns of their own; every other question of a day stands in the last one, by its name.
COLUMNS = ("energy", "complaint", "hours", "giver", "drainer")
#: Fields of the file that a chapter shows.
SHOWN = frozenset(
    {
        *("name", "coach_name", "coach_days", "language", "zone", "coaching_since", "deputy", "physician", "regime"),
        *("checkin_time", "checkin_days", "buttons_only", "diary_open", "paused_until", "tidy_chat"),
        *("givers", "drainers", "signs", "contacts", "consents", "versions", "agreed", "doable", "consults"),
        *("evaluated", "requests", "prepared", "day", "window", "referral", "rule", "chat"),
    }
)
#: Fields that only steer the conversation: they stand in the JSON.
UNSHOWN = frozenset(
    {
        *("id", "coach", "journey", "stage", "asking", "invite", "morning", "quiet", "low_energy", "lists_asked"),
        *("typed", "next_checkin", "next_step", "silent", "silence_asked", "begun_on", "begun", "earlier"),
        *("declined", "safety_until", "doctor_until", "next_agenda", "ended", "slow", "slow_from", "high_said"),
        *("needs", "week_read", "unreachable", "complaints", "referrals", "coach_leave", "talk"),
    }
)


class Note(Protocol):
    """A diary note of the client's own."""

    @property
    def at(self) -> datetime:
        """When it was written."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def edited(self) -> bool:
        """Whether it was corrected since."""

    @property
    def open(self) -> bool:
        """Whether the coach may read it."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What the chapters are written from: the file, and what the log and the other tables tell."""

    client: Client
    days: Sequence[Day]
    notes: Sequence[Note]
    plans: Sequence[Plan]
    events: Sequence[Event]
    messages: Sequence[Delivered]
    looks: Sequence[rights.Looked]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One chapter: its heading and what stands under it; a row with one cell spans all columns."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def chapters(kept: Kept, said: Words) -> tuple[Part, ...]:
    """All chapters that have something to tell, in order."""
    return tuple(part for write in CHAPTERS for part in write(kept, said))


# --- who, and with which settings ---------------------------------------------------------------------------------


def _you(kept: Kept, said: Words) -> Iterator[Part]:
    client, _ = kept.client, said._
    yield Part(
        heading=_("You, and who works with you"),
        facts=_told(
            (_("First name or initials"), client.name),
            (_("Chat number at Telegram"), str(client.chat or "")),
            (_("Taking part since"), said.dated(client.coaching_since) if client.coaching_since else ""),
            (_("Coach"), client.coach_name),
            (_("Coach reads on"), said.weekdays(client.coach_days)),
            (_("Deputy"), client.deputy.name if client.deputy else ""),
            (_("Occupational physician"), client.physician.name if client.physician else ""),
            (_("Language"), {"nl": "Nederlands", "en": "English"}.get(client.language, client.language)),
            (_("Time zone"), client.zone),
        ),
    )
    yield Part(
        heading=_("Your settings and your lists"),
        facts=_told(
            (_("Check-in at"), said.clock(client.checkin_time)),
            (_("On"), said.weekdays(client.weekdays)),
            (_("Buttons only"), copy_words.yes_no(client.buttons_only, said)),
            (_("Diary open to your coach"), copy_words.yes_no(client.diary_open, said)),
            (_("Words taken out of the chat"), copy_words.yes_no(client.tidy_chat, said)),
            (_("Pause until"), said.dated(client.paused_until) if client.paused_until else ""),
            (_("Gives energy"), ", ".join(client.givers)),
            (_("Costs energy"), ", ".join(client.drainers)),
            (_("Early signs"), "; ".join(_sign(each.sign, each.answer) for each in client.signs)),
            (_("Your own people"), ", ".join(client.contacts)),
            (_("A heavy day begins at"), said.number(client.rule.bad_from)),
        ),
    )


def _sign(sign: str, answer: str) -> str:
    return f"{sign} – {answer}" if answer else sign


def _told(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in facts if fact[1])


def _consents(kept: Kept, said: Words) -> Iterator[Part]:
    _ = said._
    if kept.client.consents:
        yield Part(
            heading=_("What you consented to"),
            columns=(_("When"), _("About"), _("Answer"), _("Text read in")),
            widths=(0, 1, 0, 0),
            rows=tuple(_consent(each, kept.client, said) for each in kept.client.consents),
        )


def _consent(each: Consent, client: Client, said: Words) -> tuple[str, ...]:
    subject = consents.SUBJECTS.get(each.subject)
    names = {"coach": phrases.coach_of(client), "supervisor": phrases.supervisor_of(client, said)}
    about = said._(subject.name, **names) if subject else each.subject
    language = {"nl": "Nederlands", "en": "English"}.get(each.language, each.language)
    return moment(each.at, client, said), about, copy_words.yes_no(each.given, said), language


# --- the plan -----------------------------------------------------------------------------------------------------


def _plans(kept: Kept, said: Words) -> Iterator[Part]:
    agreed = {event.digest: event for event in kept.events if isinstance(event, PlanAnswered) and event.agreed}
    for plan in kept.plans:
        yes = agreed.get(plan.digest())
        yield Part(
            heading=said._("Your plan, version {version}", version=plan.version),
            facts=_told(
                (said._("Goal"), plan.goal),
                (said._("Agreed with"), plan.supervisor),
                (said._("Contract"), paper_words.contract(plan, said)),
                (said._("Period"), paper_words.period(plan, said)),
                (said._("Tasks"), ", ".join(task.name for task in plan.tasks)),
                (said._("Registered on"), said.dated(plan.registered)),
                (said._("You said yes on"), moment(yes.at, kept.client, said) if yes else ""),
                (said._("Evaluations"), plan_lines.evaluations(plan, said)),
                (said._("Leeway"), plan_lines.leeway(plan, said)),
                (said._("Stopped"), paper_words.stopped(plan, said)),
            ),
            points=tuple(plan_lines.step_line(step, said) for step in plan.steps),
        )


def _around(kept: Kept, said: Words) -> Iterator[Part]:
    """Evaluations that were held or asked for, prepared answers, talks."""
    client, _ = kept.client, said._
    doable = "" if client.doable is None else said.number(client.doable)
    facts = _told(
        (_("How doable you found the plan"), doable),
        *((_("Evaluation held on"), said.dated(each.on)) for each in client.evaluated),
        *((_(ASKED.get(each.kind, each.kind)), _asked(each, said)) for each in client.requests),
        *((_(question), words) for question, words in zip(preparing.QUESTIONS, client.prepared, strict=False)),
        *((_("Talk with your coach"), moment(each.at, client, said)) for each in client.consults),
    )
    if facts:
        yield Part(heading=_("Evaluations and talks"), facts=facts)


def _asked(request: Request, said: Words) -> str:
    return f"{said.dated(request.on)}: {request.words}" if request.words else said.dated(request.on)


ASKED = {
    "leeway": N_("Leeway asked for"),
    "evaluation": N_("Evaluation asked for"),
    "topic": N_("To discuss at the evaluation"),
}


# --- the days -----------------------------------------------------------------------------------------------------


def _days(kept: Kept, said: Words) -> Iterator[Part]:
    """A row a day, under its week."""
    rows: list[tuple[str, ...]] = []
    week = (0, 0)
    for day in kept.days:
        if day.date.isocalendar()[:2] != week:
            week = day.date.isocalendar()[:2]
            rows.append((said._("Week {week}, {year}", week=iso_week(day.date), year=week[0]),))
        rows.append(
            (said.short_day(day.date), *(value(day.answer(name), said) for name in COLUMNS), _others(day, said))
        )
    if rows:
        heads = (said._("Day"), *(said._(QUESTIONS[name]) for name in COLUMNS), said._("And"))
        yield Part(heading=said._("Your days"), columns=heads, widths=(0, 0, 0, 0, 2, 2, 4), rows=tuple(rows))


def _others(day: Day, said: Words) -> str:
    others = [each for each in day.answers if each.question not in COLUMNS and not each.skipped]
    return "; ".join(f"{said._(QUESTIONS.get(each.question, each.question))}: {value(each, said)}" for each in others)


def _diary(kept: Kept, said: Words) -> Iterator[Part]:
    """All notes: also complaints in words, and what was typed where a number was asked."""
    if kept.notes:
        yield Part(
            heading=said._("Your diary, and complaints in your own words"),
            columns=(said._("When"), said._("What you wrote"), said._("Open to your coach")),
            widths=(3, 9, 2),
            rows=tuple(
                (
                    moment(note.at, kept.client, said),
                    said._("{text} (corrected)", text=note.text) if note.edited else note.text,
                    copy_words.yes_no(note.open, said),
                )
                for note in kept.notes
            ),
        )


# --- what went to others ------------------------------------------------------------------------------------------


def _referral(kept: Kept, said: Words) -> Iterator[Part]:
    client, report = kept.client, kept.client.referral
    if report is None:
        return
    moments = (
        (said._("Begun"), report.opened),
        (said._("Read by you"), report.shown),
        (said._("Released by you"), report.released),
        (said._("Delivered"), report.delivered),
        (said._("Opened by the occupational physician"), report.seen),
        (said._("Answered"), report.answered),
    )
    answer = copy_words.ANSWERS.get(report.answer, report.answer)
    yield Part(
        heading=said._("Your last report to the occupational physician"),
        facts=_told(
            *((label, moment(at, client, said) if at else "") for label, at in moments),
            (said._("Answer"), said._(answer) if answer else ""),
        ),
        paragraphs=referral_text.paragraphs(client, report, said, referral_text.dated_on(client, report)),
    )


def _talks(kept: Kept, said: Words) -> Iterator[Part]:
    """What people wrote to each other here."""
    rows = []
    for event in kept.events:
        if isinstance(event, CoachWrote):
            rows.append((moment(event.at, kept.client, said), event.name, event.text))
        elif isinstance(event, WordsPassed) and event.text:
            rows.append((moment(event.at, kept.client, said), kept.client.name, event.text))
    if rows:
        heads = (said._("When"), said._("Who"), said._("What was written"))
        yield Part(heading=said._("Talks through Trede"), columns=heads, widths=(3, 2, 9), rows=tuple(rows))


def _signals(kept: Kept, said: Words) -> Iterator[Part]:
    """When words were heard that may point to danger; the words themselves stand in the diary."""
    heard = [event for event in kept.events if isinstance(event, SafetySignalled)]
    if heard:
        yield Part(
            heading=said._("When I gave you the numbers to call"),
            points=tuple(moment(event.at, kept.client, said) for event in heard),
        )


# --- what the program did -----------------------------------------------------------------------------------------


def _messages(kept: Kept, said: Words) -> Iterator[Part]:
    """A row a day: what came when."""
    by_day: dict[str, list[str]] = {}
    for each in kept.messages:
        if each.taken is not None:
            here = days.local(each.taken, kept.client.zone)
            text = f"{said.clock(here.time())} {said._(KINDS.get(each.kind, OTHER_KIND))}"
            by_day.setdefault(said.dated(here.date()), []).append(text)
    if by_day:
        yield Part(
            heading=said._("When messages reached you"),
            paragraphs=(said._("Of the last thirty days; older moments aren't kept."),),
            columns=(said._("Day"), said._("Messages")),
            widths=(3, 11),
            rows=tuple((day, ", ".join(dict.fromkeys(texts))) for day, texts in by_day.items()),
        )


def _looks(kept: Kept, said: Words) -> Iterator[Part]:
    rows = tuple(
        (moment(each.at, kept.client, said), rights.who(each, said), rights.why(each.why, said))
        for each in reversed(kept.looks)
        if each.name
    )
    heads = (said._("When"), said._("Who"), said._("What for"))
    nobody = () if rows else (said._("Nobody has looked at your details yet."),)
    yield Part(heading=said._("Who looked"), paragraphs=nobody, columns=heads, widths=(3, 3, 6), rows=rows)


CHAPTERS: tuple[Callable[[Kept, Words], Iterator[Part]], ...] = (
    _you,
    _consents,
    _plans,
    _around,
    _days,
    _diary,
    _referral,
    _talks,
    _signals,
    _messages,
    _looks,
)
