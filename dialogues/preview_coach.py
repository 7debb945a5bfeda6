"""The coach's desk, for the preview: what is said at it, word from a client, what is drawn."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dialogues import coach_told, overview, preview_messages, preview_people, preview_rule, told_of_plan
from dialogues.preview_people import AT, TODAY, joost
from dialogues.preview_sample import Sample
from dialogues.prompt import Page
from dialogues.words import words
from state_machines.effects import Value
from state_machines.files import Need, Professional
from state_machines.needs import KINDS


def desk(language: str) -> Iterator[Sample]:
    """What a coach is told at the desk."""
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


def told(language: str) -> Iterator[Sample]:
    """Word from a client, of every kind; and what the coach dealt with."""
    details = {"paused": "2026-12-16", "doable_low": "5", "evaluation_asked": "lag", "disturbed": "conflict"}
    details |= dict.fromkeys(("evaluation_week", "evaluation_day", "evaluation_overdue"), "2026-12-11")
    details |= {"answer_known": "2027-01-11", "answer_advises": "tasks", "answer_stop": "Dr. Smit"}
    details |= {"leeway_refused": "too_much:1", "stop_refused": "over:", "complaint": "words", "safety_taken": "Bram"}
    coach, told = joost(language), dict[str, Value]({"client": preview_people.CLIENT_ID, "name": "Sanne"})
    for why in told_of_plan.WHY:
        values: dict[str, Value] = {**told, "what": "evaluation_asked", "detail": why}
        yield Sample(name="desk.told", file=coach, values=values, about=f"evaluation_asked {why}")
    closed: dict[str, Value] = {**told, "what": "doable_low", "detail": ""}
    yield Sample(name="desk.told", file=coach, values=closed, about="doable_low in the client's own tool")
    for what in coach_told.WORDS:
        yield Sample(
            name="desk.told", file=coach, values={**told, "what": what, "detail": details.get(what, "")}, about=what
        )
    for kind in coach_told.MET:
        yield Sample(name="desk.met", file=coach, values={**told, "kind_of": kind}, about=kind)


def drawn(language: str) -> Iterator[Sample]:
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
