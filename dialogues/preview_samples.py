"""Which messages the preview shows: every text by name, with the file and values it's written from, in groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from functools import partial

from dialogues import coach_plan, coach_told, lookback, overview, preview_people, strangers
from dialogues.preview_people import AT, TODAY, day_at, day_done, drafted, joost, newcomer, planning, sanne
from dialogues.prompt import Message, Page
from dialogues.suggestions import N_
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import words
from state_machines import questions
from state_machines.effects import Value
from state_machines.files import Answer, Client, Day, File, Need, Professional
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
    for name in ("wait", "not_you", "expired"):
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


def _menu(language: str) -> Iterator[Sample]:
    here = sanne(language)
    for journey in ("claimed", "welcome", "left"):
        yield Sample(name="menu.help", file=newcomer(language, journey), about=journey)
    for name in ("help", "privacy", "pause", "settings", "language", "stop", "write", "started", "unknown"):
        yield Sample(name=f"menu.{name}", file=here)
    yield Sample(name="menu.pause", file=here, values={"note": "out_of_range", "most": 14}, about="out_of_range")
    paused = sanne(language, journey="paused", paused_until=date(2026, 12, 16))
    yield Sample(name="menu.pause", file=paused, about="paused")
    yield Sample(name="pause.begun", file=paused)
    yield Sample(name="pause.ended", file=here)
    yield Sample(name="settings.saved", file=sanne(language, diary_open=True, checkin_time=time(19)))
    yield Sample(name="settings.language", file=here)
    for name, notes in (("time", ("", "quiet", "unclear")), ("days", ("", "unclear")), ("zone", ("", "unclear"))):
        for note in notes:
            yield Sample(name=f"settings.{name}", file=here, values={"note": note}, about=note)
    yield Sample(name="call.asked", file=here)
    yield Sample(name="stop.done", file=sanne(language, journey="left"))
    yield Sample(name="stop.left", file=sanne(language, journey="left"))


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


def _safety(language: str) -> Iterator[Sample]:
    for name in ("block", "gentle", "line", "call", "misread"):
        yield Sample(name=f"safety.{name}", file=sanne(language))


def _around(language: str) -> Iterator[Sample]:
    here, said = sanne(language), words(language)
    for kind in ("voice", "photo", "sticker", "empty", "text"):
        yield Sample(name="stray", file=here, values={"kind_of": kind}, about=kind)
    for name in ("stale.welcome", "stale.menu"):
        yield Sample(name=name, file=here)
    for key in strangers.TEXTS:
        yield Sample(name=key, file=here, drawn=partial(strangers.stranger, key, said), about="stranger")


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
    for name in ("stale.desk", "safety.own", "safety.line"):
        yield Sample(name=name, file=coach)


def _registering(language: str) -> Iterator[Sample]:
    coach, unclear = planning(language), ("supervisor", "goal", "start", "days", "tasks", "check")
    yield Sample(name="desk.plan", file=coach)
    for step in ("supervisor", "goal", "hours", "start", "days", "tasks", "check"):
        yield Sample(name=f"desk.plan_{step}", file=coach)
    for step in unclear:
        yield Sample(name=f"desk.plan_{step}", file=coach, values={"note": "unclear"}, about="unclear")
    for note in coach_plan.REFUSALS:
        yield Sample(name="desk.plan_hours", file=coach, values={"note": note}, about=note)
    yield Sample(name="desk.plan_registered", file=coach, values={"client": preview_people.CLIENT_ID})


def _told(language: str) -> Iterator[Sample]:
    coach, details = joost(language), {"paused": "2026-12-16", "doable_low": "5"}
    told: dict[str, Value] = {"client": preview_people.CLIENT_ID, "name": "Sanne"}
    for what in coach_told.WORDS:
        yield Sample(
            name="desk.told", file=coach, values={**told, "what": what, "detail": details.get(what, "")}, about=what
        )
    for kind in coach_told.MET:
        yield Sample(name="desk.met", file=coach, values={**told, "kind_of": kind}, about=kind)


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


GROUPS: tuple[tuple[str, Callable[[str], Iterator[Sample]]], ...] = (
    (N_("Client: the welcome"), _welcome),
    (N_("Client: the check-in"), _asking),
    (N_("Client: the end of a check-in"), _ending),
    (N_("Client: the plan and the step of the week"), _plan),
    (N_("Client: the menu"), _menu),
    (N_("Client: the diary and looking back"), _diary),
    (N_("Client: safety"), _safety),
    (N_("Client and strangers: what doesn't fit"), _around),
    (N_("Coach: the desk"), _desk),
    (N_("Coach: registering a plan"), _registering),
    (N_("Coach: word from a client"), _told),
    (N_("Coach: clients, summary and logbook"), _overview),
)
