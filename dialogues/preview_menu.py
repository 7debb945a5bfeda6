"""The menu, the diary, words of danger and what doesn't fit, for the preview."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import partial

from dialogues import lookback, outage_texts, preview_people, strangers
from dialogues.preview_people import TODAY, newcomer, sanne
from dialogues.preview_sample import Sample
from dialogues.prompt import Page
from dialogues.words import words
from state_machines.effects import Value


def menu(language: str) -> Iterator[Sample]:
    """Every page of the menu and its settings, and what a choice says."""
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


def diary(language: str) -> Iterator[Sample]:
    """Notes, the diary and looking back."""
    here, said, kept = sanne(language), words(language), preview_people.notes(language)
    for name in ("kept", "edited", "opened", "closed"):
        yield Sample(name=f"note.{name}", file=here, values={"number": 1, "day": TODAY})
    opened = sanne(language, diary_open=True)
    yield Sample(name="note.kept", file=opened, values={"number": 1, "day": TODAY}, about="diary open")
    page = Page(file=here, values={}, words=said)
    yield Sample(name="menu.diary", file=here, drawn=lambda: lookback.diary(page, kept))
    yield Sample(name="menu.diary", file=here, drawn=lambda: lookback.diary(page, ()), about="empty")
    yield Sample(name="menu.look_back", file=here, drawn=lambda: lookback.look_back(page, TODAY))


def safety(language: str) -> Iterator[Sample]:
    """The safety texts (R22), and the client's own people."""
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


def around(language: str) -> Iterator[Sample]:
    """What can't be read, buttons that are over, strangers, and a bot that can't store."""
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
