"""Which messages the preview shows: every text by name, with the file and values it's written from, in groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial

from dialogues import (
    coach_told,
    ending,
    lookback,
    outage_texts,
    overview,
    preview_complaints,
    preview_desk,
    preview_ends,
    preview_handover,
    preview_messages,
    preview_papers,
    preview_people,
    preview_physician,
    preview_referrals,
    preview_regime,
    preview_rights,
    preview_rule,
    preview_signs,
    strangers,
)
from dialogues.preview_people import AT, TODAY, day_at, day_done, drafted, joost, newcomer, sanne
from dialogues.prompt import Message, Page
from dialogues.suggestions import N_
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import words
from state_machines import disturbing, questions
from state_machines.effects import Value
from state_machines.files import Answer, Client, Day, File, Need, Professional, Request
from state_machines.needs import KINDS


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One message to show: the text's name, the file and values it's written from; `about` says which case it is.

    `drawn` writes what has no entry in the registers: a recipe drawn from what is kept, or a text for a stranger.
    """

    name: str
    file: File
    values: dict[str, Value] = field(default_factory=dict)
    about: str = ""
    drawn: Callable[[], Message | None] | None = None

    def message(self) -> Message:
        """The message as it would be sent; an empty one when there is nothing to say."""
        if self.drawn is not None:
            return self.drawn() or Message(text="")
        said = words(self.file.language)
        if isinstance(self.file, Client):
            return CLIENT_TEXTS[self.name](Page(file=self.file, values=self.values, words=said))
        return DESK_TEXTS[self.name](Page(file=self.file, values=self.values, words=said))


def samples(language: str) -> dict[str, tuple[Sample, ...]]:
    """Every message in groups, in the order in which people meet them; the headings are texts of the catalogue."""
    return {heading: tuple(made(language)) for heading, made in GROUPS}


# --- the client ---------------------------------------------------------------------------------------------------


def _welcome(language: str) -> Iterator[Sample]:
    for name in ("wait", "not_you", "let_go", "expired"):
        yield Sample(name=f"welcome.{name}", file=newcomer(language, "claimed", ""))
    for stage in ("hello", "later", "who", "consent", "asked", "time", "days"):
        yield Sample(name=f"welcome.{stage}", file=newcomer(language, stage=stage))
    for step, notes in (("time", ("", "quiet", "unclear")), ("days", ("", "unclear"))):
        for note in notes:
            values: dict[str, Value] = {"note": note, "typing": True}
            yield Sample(
                name=f"welcome.{step}", file=newcomer(language, stage=step), values=values, about=note or "typing"
            )
    joined = newcomer(language, "coaching", "", day=Day(date=TODAY), next_checkin=date(2026, 12, 11))
    yield Sample(name="welcome.done", file=joined)
    yield Sample(name="welcome.refused", file=newcomer(language))
    yield Sample(name="welcome.back", file=sanne(language))


def _asking(language: str) -> Iterator[Sample]:
    """The prompt in each of its forms, every question, and what is said when an answer wasn't understood."""
    asked = Day(date=TODAY, state="prompted", asked=True, at=questions.FIRST)
    for note in ("", "nudge", "no_snooze"):
        yield _checkin(language, replace(asked, nudged=note == "nudge"), note, note or "prompted")
    yield Sample(name="checkin", file=sanne(language, day=asked), values={"week_read": True}, about="week_read")
    snoozed = replace(asked, state="snoozed", snoozed=True)
    for note in ("snoozed", "no_snooze"):
        yield _checkin(language, snoozed, note, f"snoozed {note}")
    for question in questions.ORDER:
        yield _checkin(language, day_at(question.name, language), "", question.name)
    yield _checkin(language, day_at("giver", language).keep(preview_people.answered("giver", language)), "", "chosen")
    for at, note in (("energy", "out_of_range"), ("hours", "out_of_range"), ("energy", "words"), ("pleasant", "long")):
        yield _checkin(language, day_at(at, language), note, f"{at} {note}")
    buttons = sanne(language, buttons_only=True, day=day_at("pleasant", language))
    yield Sample(name="checkin", file=buttons, about="buttons_only")


def _checkin(language: str, day: Day, note: str, about: str) -> Sample:
    return Sample(name="checkin", file=sanne(language, day=day), values={"note": note}, about=about)


def _ending(language: str) -> Iterator[Sample]:
    """How a day ends, and what is said around the check-in."""
    low = day_at("energy", language, "short").keep(_number("energy", 2))
    yield _checkin(language, low, "", "short")
    yield _checkin(language, day_done(language), "", "done")
    yield _checkin(language, day_done(language, corrected=True), "corrected", "corrected")
    for high in ("first", "again"):
        yield _checkin(language, day_done(language, high=high).keep(_number("complaint", 8)), "", f"high {high}")
    closed = day_done(language, high="first").keep(_number("complaint", 8))
    yield _checkin(language, closed, "closed", "high, and then what was noted")
    yield _checkin(language, Day(date=TODAY, state="done", asked=True, acted=True), "", "nothing filled in")
    reopened = replace(day_done(language, corrected=True), state="asking", at=questions.FIRST)
    yield _checkin(language, reopened, "", "reopened")
    for name in ("checkin.silence", "checkin.welcome_back", "stale.checkin", "stale.number"):
        yield Sample(name=name, file=sanne(language))
    yield Sample(name="checkin.over", file=sanne(language), values={"day": date(2026, 12, 7)})
    yield Sample(name="checkin.corrected", file=sanne(language), values={"day": date(2026, 12, 7)})


def _number(question: str, number: int) -> Answer:
    return Answer(question=question, at=AT, number=Decimal(number))


def _plan(language: str) -> Iterator[Sample]:
    for doable in (None, 8, 5):
        waiting = drafted(language, doable)
        digest = waiting.versions[-1].digest()
        yield Sample(name="plan.proposal", file=waiting, values={"digest": digest}, about=f"doable {doable}")
    yield from _plan_changes(language)
    for name in ("plan.agreed", "plan.declined", "stale.plan"):
        yield Sample(name=name, file=drafted(language, 5) if name == "plan.declined" else sanne(language))
    for week in (1, 2, 4):
        yield Sample(name="week.step", file=sanne(language), values={"week": week}, about=f"week {week}")
    changed = preview_people.plan(language, date(2027, 1, 4), before=preview_people.plan(language))
    for about, file in (
        ("running", sanne(language)),
        ("draft", drafted(language)),
        ("running, a new version waits", sanne(language, versions=(*sanne(language).versions, changed), doable=None)),
        ("none", newcomer(language, "coaching", "", day=Day(date=TODAY))),
        ("ended", sanne(language, day=Day(date=date(2027, 1, 4)))),
    ):
        yield Sample(name="menu.plan", file=file, about=about)


def _plan_changes(language: str) -> Iterator[Sample]:
    """Leeway, signed paper, a stop on medical ground, another doctor, the calendar (R3, R37, R40)."""
    roomy, used = preview_people.with_leeway(language), preview_people.with_leeway(language, taken=True)
    digest: dict[str, Value] = {"digest": used.versions[-1].digest()}
    waiting = preview_people.with_leeway(language, taken=True, agreed=False)
    yield Sample(name="plan.proposal", file=waiting, values=digest, about="leeway")
    yield Sample(name="plan.on_paper", file=used, values=digest)
    halted = preview_people.halted(language)
    yield Sample(name="plan.stopped", file=halted, values={"digest": halted.versions[-1].digest()})
    yield Sample(name="menu.plan", file=halted, about="stopped")
    yield Sample(name="menu.plan", file=roomy, about="leeway")
    yield Sample(name="menu.what_if", file=roomy)
    for about, file in (
        ("left", roomy),
        ("used", preview_people.with_leeway(language, weeks=1, taken=True)),
        ("none", sanne(language)),
        ("stopped", halted),
    ):
        yield Sample(name="leeway.show", file=file, about=about)
    for name in ("prepare", "together", "no"):
        yield Sample(name=f"leeway.{name}", file=roomy)
    for name in ("heard", "answered", "asked_again"):
        yield Sample(name=f"doctor.{name}", file=roomy, values={"until": date(2026, 12, 15)})
    soon = preview_people.with_leeway(language, day=Day(date=date(2026, 12, 10)))
    yield Sample(name="agenda.reminder", file=soon)
    for name in ("set", "moved", "gone"):
        values: dict[str, Value] = {"when": None if name == "gone" else "2026-12-14T13:00:00+00:00"}
        yield Sample(name=f"consult.{name}", file=roomy, values=values)


def _evaluations(language: str) -> Iterator[Sample]:
    """Weeks that don't go as agreed, the four questions before an evaluation, and what came of it (R38, R40)."""
    preparing, written = preview_people.evaluating(language), preview_people.evaluating(language, written=True)
    for about, file in (
        ("lag", preparing),
        ("prepared", written),
        ("planned", preview_people.with_leeway(language)),
        ("none planned", sanne(language)),
        ("no plan", newcomer(language, "coaching", "", day=Day(date=TODAY))),
    ):
        yield Sample(name="evaluation.show", file=file, about=about)
    for name in ("lag", "asked", "write", "written", "later", "pace", "ready", "good"):
        yield Sample(name=f"evaluation.{name}", file=preparing)
    bare = preview_people.evaluating(language, buttons_only=True)
    yield Sample(name="evaluation.lag", file=bare, about="buttons_only")
    yield Sample(name="evaluation.pace", file=sanne(language), about="none planned")
    yield from _preparing(language)
    for outcome in ("stands", "anew", "leeway", "other"):
        yield Sample(name="evaluation.held", file=sanne(language), values={"outcome": outcome}, about=outcome)
    long = preview_people.day_done(language).keep(_number("hours", 5))
    yield _checkin(language, long, "more", "more than agreed")
    yield Sample(name="disturbance.ask", file=sanne(language))
    for kind in disturbing.KINDS:
        yield Sample(name="disturbance.told", file=sanne(language), values={"kind_of": kind}, about=kind)


def _preparing(language: str) -> Iterator[Sample]:
    """The four questions and the list."""
    preparing, written = preview_people.evaluating(language), preview_people.evaluating(language, written=True)
    for number in (1, 2, 3, 4):
        yield Sample(name="evaluation.question", file=preparing, values={"number": number}, about=str(number))
    yield Sample(name="evaluation.question", file=written, values={"number": 1, "cut": True}, about="written before")
    bare = preview_people.evaluating(language, buttons_only=True)
    yield Sample(name="evaluation.question", file=bare, values={"number": 1}, about="buttons_only")
    yield Sample(name="evaluation.changed", file=written, values={"number": 2})
    for about, file in (("written", written), ("nothing written", sanne(language))):
        yield Sample(name="evaluation.list", file=file, about=about)


def _menu(language: str) -> Iterator[Sample]:
    here = sanne(language)
    for journey in ("claimed", "welcome", "left"):
        yield Sample(name="menu.help", file=newcomer(language, journey), about=journey)
    yield Sample(name="menu.stop", file=newcomer(language, "claimed"), about="claimed")
    for name in ("help", "privacy", "pause", "settings", "language", "stop", "write", "started", "unknown"):
        yield Sample(name=f"menu.{name}", file=here)
    yield Sample(name="menu.pause", file=here, values={"note": "out_of_range", "most": 14}, about="out_of_range")
    paused = sanne(language, journey="paused", paused_until=date(2026, 12, 16))
    yield Sample(name="menu.pause", file=paused, about="paused")
    yield Sample(name="pause.begun", file=paused)
    yield Sample(name="pause.ended", file=here)
    yield Sample(name="settings.saved", file=sanne(language, diary_open=True, checkin_time=time(19)))
    yield Sample(name="settings.saved", file=sanne(language, tidy_chat=True), values={"note": "tidy"}, about="tidy")
    yield Sample(name="settings.language", file=here)
    for name, notes in (("time", ("", "quiet", "unclear")), ("days", ("", "unclear")), ("zone", ("", "unclear"))):
        for note in notes:
            yield Sample(name=f"settings.{name}", file=here, values={"note": note}, about=note)
    yield Sample(name="call.asked", file=here)
    yield Sample(name="stop.done", file=sanne(language, journey="left"))
    yield Sample(name="stop.left", file=sanne(language, journey="left"))
    yield Sample(name="resend", file=here)
    yield Sample(name="restored", file=here)


def _diary(language: str) -> Iterator[Sample]:
    here, said, kept = sanne(language), words(language), preview_people.notes(language)
    for name in ("kept", "edited", "opened", "closed"):
        yield Sample(name=f"note.{name}", file=here, values={"number": 1, "day": TODAY})
    opened = sanne(language, diary_open=True)
    yield Sample(name="note.kept", file=opened, values={"number": 1, "day": TODAY}, about="diary open")
    page = Page(file=here, values={}, words=said)
    yield Sample(name="menu.diary", file=here, drawn=lambda: lookback.diary(page, kept))
    yield Sample(name="menu.diary", file=here, drawn=lambda: lookback.diary(page, ()), about="empty")
    yield Sample(name="menu.look_back", file=here, drawn=lambda: lookback.look_back(page, TODAY))


def _complaint(language: str) -> Iterator[Sample]:
    for name, file, values, about in preview_complaints.shown(language):
        yield Sample(name=name, file=file, values=values, about=about)


def _safety(language: str) -> Iterator[Sample]:
    for name in ("block", "gentle", "line", "call", "misread", "now", "better"):
        yield Sample(name=f"safety.{name}", file=sanne(language))
    later: dict[str, Value] = {"reads": datetime(2026, 12, 11, 8, 0, tzinfo=UTC)}
    yield Sample(name="safety.block", file=sanne(language), values=later, about="at night")
    yield Sample(name="safety.block", file=sanne(language), values={"people": True}, about="emergency")
    away: dict[str, Value] = {**later, "deputy": "Bram"}
    yield Sample(name="safety.gentle", file=sanne(language), values=away, about="the coach is on leave")
    yield Sample(name="contacts.show", file=sanne(language))
    yield Sample(name="contacts.show", file=sanne(language, contacts=(), buttons_only=True), about="buttons only")
    for note in ("kept", "gone", "full", "buttons"):
        yield Sample(name="contacts.show", file=sanne(language), values={"note": note}, about=note)
    for note in ("", "unclear", "many"):
        yield Sample(name="contacts.add", file=sanne(language), values={"note": note}, about=note)
    yield Sample(name="contacts.closed", file=sanne(language))


def _around(language: str) -> Iterator[Sample]:
    here, said = sanne(language), words(language)
    for kind in ("voice", "photo", "sticker", "empty", "text"):
        yield Sample(name="stray", file=here, values={"kind_of": kind}, about=kind)
    for name in ("stale.welcome", "stale.menu"):
        yield Sample(name=name, file=here)
    for key in strangers.TEXTS:
        yield Sample(name=key, file=here, drawn=partial(strangers.stranger, key, said), about="stranger")
    for key in outage_texts.TEXTS:
        yield Sample(
            name=key, file=here, drawn=partial(outage_texts.outage, key, (said,)), about="nothing can be stored"
        )
    everybody = (said, words("en" if language == "nl" else "nl"))
    yield Sample(
        name="waits", file=here, drawn=partial(outage_texts.outage, "waits", everybody), about="language unknown"
    )


# --- the coach ----------------------------------------------------------------------------------------------------


def _desk(language: str) -> Iterator[Sample]:
    coach = joost(language)
    about_sanne: dict[str, Value] = {"client": preview_people.CLIENT_ID, "name": "Sanne"}
    for name in ("hello", "expired", "help", "invite", "logbook", "language", "unknown", "nothing", "cancelled"):
        yield Sample(name=f"desk.{name}", file=coach)
    yield Sample(name="desk.invite", file=coach, values={"note": "odd_name"}, about="odd_name")
    yield Sample(name="desk.logbook", file=joost(language, clients=()), about="no clients")
    link = "https://t.me/trede_bot?start=Zx81kQ0vT3mYw7cN5bR2aA"
    yield Sample(name="desk.invited", file=coach, values={"name": "Sanne", "link": link})
    yield Sample(name="desk.claim", file=coach, values={**about_sanne, "display_name": "S. de Vries"})
    for name in ("claim_yes", "claim_no", "read"):
        yield Sample(name=f"desk.{name}", file=coach, values=about_sanne)
    for note in ("", "saved", "one_day"):
        yield Sample(name="desk.settings", file=coach, values={"note": note}, about=note)
    yield Sample(name="stray", file=coach, values={"kind_of": "voice"})
    for name in ("stale.desk", "safety.own", "safety.line", "desk.resend", "desk.restored"):
        yield Sample(name=name, file=coach)


def _papers(language: str) -> Iterator[Sample]:
    for name, about, file, written in preview_papers.drawn(language):
        yield Sample(name=name, file=file, about=about, drawn=written)


def _registering(language: str) -> Iterator[Sample]:
    for name, file, values, about in preview_desk.registering(language):
        yield Sample(name=name, file=file, values=values, about=about)
    coach = preview_people.planning(language)
    yield Sample(name="desk.plan_picture", file=coach, drawn=lambda: preview_papers.sketched(coach))


def _changing(language: str) -> Iterator[Sample]:
    for name, file, values, about in preview_desk.changing(language):
        yield Sample(name=name, file=file, values=values, about=about)


def _told(language: str) -> Iterator[Sample]:
    details = {"paused": "2026-12-16", "doable_low": "5", "evaluation_asked": "lag", "disturbed": "conflict"}
    details |= dict.fromkeys(("evaluation_week", "evaluation_day", "evaluation_overdue"), "2026-12-11")
    details |= {"answer_known": "2027-01-11", "answer_advises": "tasks", "answer_stop": "Dr. Smit"}
    details |= {"leeway_refused": "too_much:1", "stop_refused": "over:", "complaint": "words", "safety_taken": "Bram"}
    coach, told = joost(language), dict[str, Value]({"client": preview_people.CLIENT_ID, "name": "Sanne"})
    for why in coach_told.WHY:
        values: dict[str, Value] = {**told, "what": "evaluation_asked", "detail": why}
        yield Sample(name="desk.told", file=coach, values=values, about=f"evaluation_asked {why}")
    for what in coach_told.WORDS:
        yield Sample(
            name="desk.told", file=coach, values={**told, "what": what, "detail": details.get(what, "")}, about=what
        )
    for kind in coach_told.MET:
        yield Sample(name="desk.met", file=coach, values={**told, "kind_of": kind}, about=kind)


def _person(language: str) -> Iterator[Sample]:
    for name, file, values, about, written in preview_handover.client(language):
        yield Sample(name=name, file=file, values=values, about=about, drawn=written)


def _handover(language: str) -> Iterator[Sample]:
    for name, file, values, about, written in preview_handover.coach(language):
        yield Sample(name=name, file=file, values=values, about=about, drawn=written)


def _overview(language: str) -> Iterator[Sample]:
    """What is drawn just before sending: clients, the summary, one client's weeks in four forms."""
    coach = joost(language)
    page: Page[Professional] = Page(file=coach, values={}, words=words(language))
    others = preview_people.colleagues(language)
    named = zip(("Aya", "Cas", "Els", "Finn", "Guus", "Hanna", "Iris", "Jip"), KINDS, strict=False)
    needing = tuple(replace(others[1], name=name, needs=(Need(kind=kind, since=AT),)) for name, kind in named)
    yield Sample(name="desk.clients", file=coach, drawn=lambda: overview.clients(page, others, TODAY))
    yield Sample(name="desk.clients", file=coach, drawn=lambda: overview.clients(page, (), TODAY), about="none")
    yield Sample(name="desk.summary", file=coach, drawn=lambda: overview.summary(page, others, TODAY))
    many = (*others, *needing)
    yield Sample(name="desk.summary", file=coach, drawn=lambda: overview.summary(page, many, TODAY), about="many")
    for about, client, notes in (
        ("running", others[0], preview_people.notes(language)),
        ("call", others[1], ()),
        ("draft", others[2], ()),
        ("invited", others[4], ()),
    ):
        drawn = partial(overview.trajectory, page, client, notes, TODAY)
        yield Sample(name="desk.trajectory", file=coach, drawn=drawn, about=about)
    for about, explained in preview_rule.drawn(language):
        yield Sample(name="desk.rule", file=coach, drawn=explained, about=about)
    for about, delivered in preview_messages.drawn(language):
        yield Sample(name="desk.messages", file=coach, drawn=delivered, about=about)


# --- hours, and the end of the plan -------------------------------------------------------------------------------


def _hours(language: str) -> Iterator[Sample]:
    """Which day, how many, what was noted, which tasks (R15)."""
    here = sanne(language, day=Day(date=TODAY, working=True, planned=Decimal(4)))
    days = ("2026-12-10", "2026-12-08", "2026-12-01")
    for every, note in ((False, ""), (True, ""), (True, "out_of_reach")):
        values: dict[str, Value] = {"days": days, "every": every, "note": note}
        yield Sample(name="hours.which", file=here, values=values, about=note or ("every day" if every else ""))
    free = preview_ends.weekday_without_work()
    for day, note in ((TODAY, ""), (date(2026, 12, 8), ""), (free, ""), (TODAY, "out_of_range"), (TODAY, "words")):
        yield Sample(name="hours.ask", file=here, values={"day": day, "note": note}, about=note or str(day))
    for number, words_, note in ((4, (), ""), (None, ("off",), ""), (6, (), "day")):
        answer = Answer(question="hours", at=AT, number=None if number is None else Decimal(number), words=words_)
        noted = sanne(language, day=Day(date=TODAY, working=True, planned=Decimal(4), noted=True).keep(answer))
        yield Sample(name="hours.noted", file=noted, values={"day": TODAY, "note": note}, about=note or str(number))
    chosen = sanne(language, day=day_at("step", language))
    yield Sample(name="hours.tasks", file=chosen, values={"day": TODAY})
    yield Sample(name="hours.noted", file=chosen, values={"day": date(2026, 12, 7)}, about="an earlier day")


def _end(language: str) -> Iterator[Sample]:
    """How a plan ends, and how to go on (tone 25)."""
    kept, said = preview_ends.ended(language, "kept"), words(language)
    page = Page(file=kept, values={}, words=said)
    drawn = partial(ending.kept, page, preview_ends.way(language))
    yield Sample(name="end.kept", file=kept, drawn=drawn)
    yield Sample(name="end.weekly", file=kept)
    yield Sample(name="end.monthly", file=replace(kept, slow="monthly", next_checkin=date(2027, 1, 8)))
    for name in ("done", "keep", "erase"):
        yield Sample(name=f"end.{name}", file=kept, values={"day": TODAY})
    yield Sample(name="end.keep", file=replace(kept, journey="left"), about="left")
    asked = (Request(kind="evaluation", why="end", on=preview_ends.AFTER),)
    for went in ("full", "partly"):
        yield Sample(name="end.open", file=preview_ends.ended(language, "open", went, requests=asked), about=went)
    yield Sample(name="end.open", file=preview_ends.ended(language, "open"), about="evaluated already")
    over = preview_ends.ended(language, "open", requests=asked)
    yield Sample(name="evaluation.show", file=over, about="after the end")
    for outcome in ("stands", "anew", "other"):
        yield Sample(name="evaluation.held", file=over, values={"outcome": outcome}, about=f"after the end, {outcome}")
    yield Sample(name="end.keeping", file=preview_ends.ended(language, "keeping"))
    yield Sample(name="checkin", file=preview_ends.keeping_on(language), about="a week after the end")
    yield Sample(name="menu.settings", file=kept, about="once a week")
    yield Sample(name="menu.settings", file=replace(kept, slow="monthly"), about="once a month")
    yield Sample(name="checkin.welcome_back", file=kept, about="once a week")


def _signs(language: str) -> Iterator[Sample]:
    for name, file, values, about in preview_signs.shown(language):
        yield Sample(name=name, file=file, values=values, about=about)
    noticed = sanne(language, signs=preview_signs.signs(language), window=preview_signs.noticed_before(language))
    page = Page(file=noticed, values={}, words=words(language))
    drawn = partial(lookback.look_back, page, TODAY)
    yield Sample(name="menu.look_back", file=noticed, drawn=drawn, about="a sign was noticed")
    desk: Page[Professional] = Page(file=joost(language), values={}, words=words(language))
    read = partial(overview.trajectory, desk, noticed, (), TODAY)
    yield Sample(name="desk.trajectory", file=joost(language), drawn=read, about="an early sign was noticed")


def _physician(language: str) -> Iterator[Sample]:
    for name, file, values, about, drawn in preview_physician.physician(language):
        yield Sample(name=name, file=file, values=values, about=about, drawn=drawn)


def _own_tool(language: str) -> Iterator[Sample]:
    for name, file, values, drawn in preview_regime.shown(language):
        yield Sample(name=name, file=file, values=values, about=preview_regime.ABOUT, drawn=drawn)


def _rights(language: str) -> Iterator[Sample]:
    for name, file, values, about, drawn in preview_rights.client(language):
        yield Sample(name=name, file=file, values=values, about=about, drawn=drawn)


def _erasing(language: str) -> Iterator[Sample]:
    for name, file, values, about, drawn in preview_rights.coach(language):
        yield Sample(name=name, file=file, values=values, about=about, drawn=drawn)


def _referral(language: str) -> Iterator[Sample]:
    for name, file, about in preview_referrals.shown(language):
        yield Sample(name=name, file=file, about=about)


GROUPS: tuple[tuple[str, Callable[[str], Iterator[Sample]]], ...] = (
    (N_("Client: the welcome"), _welcome),
    (N_("Client: the check-in"), _asking),
    (N_("Client: the end of a check-in"), _ending),
    (N_("Client: the plan and the step of the week"), _plan),
    (N_("Client: evaluations, and what is going on at work"), _evaluations),
    (N_("Client: the plan as a picture, on paper, in a calendar"), _papers),
    (N_("Client: hours worked"), _hours),
    (N_("Client: early signs"), _signs),
    (N_("Client: a report to the occupational physician"), _referral),
    (N_("Client: the end of the plan"), _end),
    (N_("Client: the menu"), _menu),
    (N_("Client: the diary and looking back"), _diary),
    (N_("Client: rights"), _rights),
    (N_("The client's own tool: who sees what"), _own_tool),
    (N_("Client: a complaint in words"), _complaint),
    (N_("Client: safety"), _safety),
    (N_("Client: a person speaks"), _person),
    (N_("Client and strangers: what doesn't fit"), _around),
    (N_("Coach: the desk"), _desk),
    (N_("Coach: registering a plan"), _registering),
    (N_("Coach: a plan that runs, and talks beside it"), _changing),
    (N_("Coach: word from a client"), _told),
    (N_("Coach: standing in, writing, taking over, leaving"), _handover),
    (N_("Coach: clients, summary and logbook"), _overview),
    (N_("Coach: erasing at a client's wish"), _erasing),
    (N_("Occupational physician: the desk"), _physician),
)
