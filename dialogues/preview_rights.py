"""The client's rights for the preview: erasing, correcting, who looked; and erasing at the coach's desk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogues import rights
from dialogues.preview_people import AT, CLIENT_ID, TODAY, joost, newcomer, sanne
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines import consents, signalled
from state_machines.effects import Value
from state_machines.files import Client, Consent, Need, Professional

#: Name, file, values, which case it is; what is drawn has no entry in the registers.
Shown = tuple[str, Client | Professional, dict[str, Value], str, Callable[[], Message | None] | None]


@dataclass(frozen=True)
class Look:
    """One look into Sanne's file."""

    at: datetime
    who: str
    name: str
    why: str


LOOKS = (
    Look(AT - timedelta(days=9), "p-1", "Joost", "overview"),
    Look(AT - timedelta(days=7), "p-1", "Joost", "complaint rule"),
    Look(AT - timedelta(days=5), "p-2", "Anna", "morning summary, on behalf of Joost"),
    Look(AT - timedelta(days=3), "p-3", "Dr. Smit", "referral"),
    Look(AT - timedelta(days=2), "shell:beheer", "beheer", "vraag van Sanne zelf"),
    Look(AT - timedelta(days=1), "p-1", "Joost", "messages"),
    Look(AT, "p-1", "Joost", "logbook"),
)


def client(language: str) -> Iterator[Shown]:
    """What Sanne reads."""
    here, unknown = sanne(language), newcomer(language, "claimed", "")
    signal = replace(here, needs=(Need(kind=signalled.NEED, since=AT),))
    for file, about in ((here, ""), (unknown, "not recognised yet"), (signal, "a signal is open")):
        yield "rights.erase", file, {"day": TODAY}, about, None
        yield "rights.erased", file, {}, about, None
    for name in ("rights.kept", "rights.taken_back"):
        yield name, here, {}, "", None
    yield "rights.not_yet", unknown, {}, "", None
    yield "menu.correct", here, {}, "", None
    yield "menu.correct", unknown, {}, "not recognised yet", None
    for each in consents.SUBJECTS:
        one = replace(here, consents=(*here.consents, consent(each, given=True)), diary_open=each == consents.DIARY)
        for file, about in ((here, each), (one, f"{each} given")):
            yield "consents.one", file, {"subject": each, "note": ""}, about, None
            yield "consents.changed", file, {"subject": each}, about, None
    for note in ("changed", "first"):
        yield "consents.one", here, {"subject": consents.KEEP, "note": note}, note, None
    for regime in ("", *consents.REGIMES):
        yield "consents.all", replace(here, regime=regime), {}, regime or "no regime", None
    for looked, skip, about in (((), 0, "nobody"), (LOOKS, 0, "some"), (LOOKS * 5, 0, "many"), (LOOKS * 5, 12, "more")):
        yield "rights.looks", here, {}, about, _looks(here, looked, skip)


def consent(subject: str, *, given: bool) -> Consent:
    """A yes or no of Sanne's."""
    return Consent(subject=subject, given=given, text="0" * 64, language="nl", at=AT)


def _looks(file: Client, looked: tuple[Look, ...], skip: int) -> Callable[[], Message | None]:
    page = Page(file=file, values={}, words=words(file.language))
    return lambda: rights.looks(page, looked, skip)


def coach(language: str) -> Iterator[Shown]:
    """What Joost reads when Sanne asked him to have everything erased."""
    here = joost(language)
    yield "desk.erase", here, {"client": CLIENT_ID, "day": TODAY}, "", None
    yield "desk.erasing", here, {"client": CLIENT_ID}, "", None
    yield "desk.erase_not", here, {"client": CLIENT_ID}, "", None
