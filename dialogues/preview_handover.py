"""Hand-over to a person, for the preview: leave and deputies, writing, a conversation, a coach who has left."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from dialogues import overview, preview_people, standing_in
from dialogues.preview_people import AT, CLIENT_ID, COACH_ID, OWN, TODAY, joost, sanne
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.desk_act import LEAVING, TALKING, WRITING, question
from state_machines.desk_talk import TOLD
from state_machines.effects import Value
from state_machines.files import Client, Professional, Sketch
from state_machines.hand_over import Correspondent, Deputy, Leave, StandsIn, Talk

#: Name, file, values, which case it is; what is drawn has no entry in the registers.
Shown = tuple[str, Client | Professional, dict[str, Value], str, Callable[[], Message | None] | None]
AWAY = Leave(start=date(2026, 12, 21), end=date(2027, 1, 3))
NOW_AWAY = Leave(start=TODAY - timedelta(days=2), end=TODAY + timedelta(days=10))
ANNA = Deputy(id="coach-2", name="Anna", weekdays=(1, 3))
TALK = Talk(by=COACH_ID, name="Joost", since=TODAY, last=AT)


def client(language: str) -> Iterator[Shown]:
    """What Sanne reads: a person's words, the beginning and end of a conversation, another coach, who stands in."""
    text = {"nl": "Zullen we morgen even bellen?", "en": "Shall we call tomorrow?"}[language]
    for talk in (TALK, replace(TALK, by=ANNA.id, name="Anna", deputy=True)):
        about = "the deputy" if talk.deputy else ""
        yield "talk.begun", sanne(language, talk=talk), {}, about, None
        yield "talk.wrote", sanne(language), {"name": talk.name, "text": text, "deputy": talk.deputy}, about, None
    for how in ("given_back", "time", "client"):
        yield "talk.over", sanne(language), {"name": "Joost", "how": how}, how, None
    yield "talk.over", sanne(language, buttons_only=True), {"name": "Joost", "how": "time"}, "buttons only", None
    yield "stale.talk", sanne(language), {}, "", None
    yield "stray", sanne(language, talk=TALK), {"kind_of": "voice"}, "in a conversation", None
    yield "coach.another", sanne(language, coach=ANNA.id, coach_name="Anna"), {"before": "Joost"}, "", None
    for about, leave, deputy in (
        ("leave to come", AWAY, ANNA),
        ("on leave", NOW_AWAY, ANNA),
        ("on leave, nobody stands in", NOW_AWAY, None),
        ("on leave, and so is the deputy", NOW_AWAY, replace(ANNA, leave=AWAY_TOO)),
    ):
        file = sanne(language, coach_leave=leave, deputy=deputy)
        for name in ("call.asked", "checkin", "menu.help", "menu.privacy", "welcome.who"):
            yield name, file, {}, about, None
    stands_in = sanne(language, deputy=ANNA)
    for name in ("doctor.heard", "doctor.asked_again", "doctor.answered"):
        yield name, stands_in, {"until": date(2026, 12, 15), "by": "Anna"}, "with a deputy", None


#: The deputy is away for a part of those days.
AWAY_TOO = Leave(start=TODAY, end=TODAY + timedelta(days=3))


def coach(language: str) -> Iterator[Shown]:
    """What Joost and Anna read."""
    yield from _leave(language)
    yield from _deputy(language)
    yield from _writing(language)
    yield "desk.removed", joost(language), {"to": "Anna"}, "", None
    yield "desk.removed", joost(language), {"to": ""}, "no clients", None
    yield "desk.handed", joost(language), {"coach_name": "Kees", "names": ("Els", "Finn")}, "", None
    yield "desk.claim", joost(language), {"client": CLIENT_ID, "name": "Sanne"}, "handed over", None


def _leave(language: str) -> Iterator[Shown]:
    """The page about deputy and leave in each of its forms, and the dialogue."""
    anna = joost(language, id=ANNA.id, name="Anna")
    cases: tuple[tuple[str, dict[str, object]], ...] = (
        ("nobody", {}),
        ("a deputy", {"deputy": ANNA}),
        ("leave", {"deputy": ANNA, "leave": AWAY}),
        ("leave, nobody on duty", {"leave": AWAY}),
        ("leave, the deputy too", {"deputy": replace(ANNA, leave=AWAY), "leave": AWAY}),
        (
            "stands in",
            {"stands_in_for": (StandsIn(coach="p-3", name="Kees", leave=AWAY), StandsIn(coach="p-4", name="Bo"))},
        ),
    )
    for about, changes in cases:
        file = joost(language, **changes)
        yield "desk.deputy", file, {}, about, _page(file, (anna,))
    yield "desk.deputy", joost(language), {}, "no colleagues", _page(joost(language), ())
    for note in standing_in.NOTES:
        yield "desk.deputy", joost(language), {}, note, _page(joost(language), (anna,), note)
    for state in LEAVING:
        file = joost(
            language, desk=state, sketch=Sketch(client="", start=AWAY.start if state == "leave_until" else None)
        )
        yield question(state), file, {"today": TODAY}, "", None
        for note, day in (("unclear", None), ("early", date(2026, 12, 1)), ("far", date(2206, 12, 1))):
            values: dict[str, Value] = {"today": TODAY, "note": note, "day": day, "first": AWAY.start}
            yield question(state), file, values, note, None


def _page(file: Professional, colleagues: tuple[Professional, ...], note: str = "") -> Callable[[], Message | None]:
    page = Page(file=file, values={"note": note}, words=words(file.language))
    return lambda: standing_in.page_of(page, colleagues, TODAY)


def _deputy(language: str) -> Iterator[Shown]:
    """At the desk of who stands in: being named, word about a colleague's client, overview, summary and logbook."""
    anna = joost(language, id=ANNA.id, name="Anna", clients=(), stands_in_for=(StandsIn(coach=COACH_ID, name="Joost"),))
    for start, end, about in ((AWAY.start, AWAY.end, ""), (None, None, "no leave")):
        yield "desk.stands_in", anna, {"name": "Joost", "start": start, "end": end}, about, None
    yield "desk.stands_in_over", anna, {"name": "Joost"}, "", None
    yield "desk.not_standing_in", anna, {}, "", None
    yield "desk.deputy_gone", joost(language), {"name": "Anna"}, "", None
    whose: dict[str, Value] = {"client": CLIENT_ID, "name": "Sanne", "coach": COACH_ID, "coach_name": "Joost"}
    for what in ("silent", "doctor_overdue", "safety"):
        yield "desk.told", anna, {**whose, "what": what, "detail": ""}, f"to the deputy: {what}", None
    yield "desk.met", anna, {**whose, "kind_of": "silent"}, "the deputy", None
    yield "desk.claim", anna, {**whose, "display_name": "S. de Vries"}, "to the deputy", None
    yield "desk.claim_no", anna, whose, "the deputy", None
    others = preview_people.colleagues(language)
    lent = (overview.Lent(coach=COACH_ID, coach_name="Joost", clients=others),)
    page = Page(file=anna, values={}, words=words(language))
    yield "desk.clients", anna, {}, "to the deputy", lambda: overview.clients(page, (), TODAY, lent)
    yield "desk.summary", anna, {}, "to the deputy", lambda: overview.summary(page, (), TODAY, lent)
    theirs = Page(file=anna, values=whose, words=words(language))
    yield "desk.trajectory", anna, {}, "to the deputy", lambda: overview.trajectory(theirs, others[1], (), TODAY)


def _writing(language: str) -> Iterator[Shown]:
    """Writing, a conversation, and everything that can come in between."""
    other = Correspondent(client=CLIENT_ID, name="Sanne")
    named: dict[str, Value] = {"client": CLIENT_ID, "name": "Sanne"}
    yield "desk.write", joost(language, desk=WRITING, with_client=other), named, "", None
    for state, why in (
        *(("sent", ""), ("later", "")),
        *((state, why) for state in ("not_sent", "refused") for why in ("left", "not_yet", "unreachable", "other")),
        ("not_sent", "safety"),
    ):
        detail = "Anna" if why == "other" else "2026-12-11T07:00:00+00:00"
        values: dict[str, Value] = {**named, "state": state, "why": why, "detail": detail}
        yield TOLD[state], joost(language), values, why or state, None
    talking = joost(language, desk=TALKING, with_client=other)
    yield "desk.talk_begun", talking, {**named, "minutes": 60}, "", None
    for edited in (False, True):
        values = {**named, "text": OWN[language].note, "edited": edited}
        yield "desk.client_said", talking, values, "edited" if edited else "", None
    for why in ("given_back", "time", "client", "left", "unreachable", "new_link", "new_coach"):
        yield "desk.talk_over", joost(language), {**named, "why": why}, why, None
    yield "desk.talking", talking, named, "", None
    yield "desk.edited", talking, {}, "", None
    yield "stray", talking, {"kind_of": "photo", **named}, "in a conversation", None
