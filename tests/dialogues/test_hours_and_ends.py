"""Hours beside the check-in and the ends of a plan, in words: what is shown, tapped and typed (R15, R40)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dialogues import preview_ends, taps
from dialogues.incoming import Incoming, IncomingKind
from dialogues.overview_words import place
from dialogues.preview_people import TODAY, sanne
from dialogues.preview_samples import Sample, samples
from dialogues.prompt import CLIENT_TEXTS, Page
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from state_machines import events as e
from state_machines.files import Client, Day, Typed

AT = datetime(2026, 12, 10, 11, tzinfo=UTC)
TUESDAY = date(2026, 12, 8)


def shown(language: str) -> list[Sample]:
    """Every sample of these texts."""
    every = [each for group in samples(language).values() for each in group]
    return [each for each in every if each.name.startswith(("hours.", "end."))]


def typed(file: Client, text: str, **more: object) -> e.ClientEvent:
    """What a typed text means."""
    said = Incoming(update_id=1, chat=1, at=AT, kind=IncomingKind.TEXT, text=text, message_id=7)
    return understand(file, replace(said, **more))  # type: ignore[arg-type]


def asking(**changes: object) -> Client:
    """Sanne, who is being asked for the hours of Tuesday."""
    return replace(
        sanne("nl", day=Day(date=TODAY)),
        **{"asking": f"hours:{TUESDAY}", **changes},  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_is_understood(language: str) -> None:
    """No button of these texts is a dead one."""
    found = set()
    for each in shown(language):
        assert isinstance(each.file, Client)
        for button in (button for row in each.message().rows for button in row):
            said = Incoming(update_id=1, chat=1, at=AT, kind=IncomingKind.TAP, data=button.data)
            event = understand(each.file, said)
            assert not isinstance(event, e.Stale), f"{each.name}: {button.label}"
            found.add(type(event))
    assert {e.HoursNoted, e.TasksNoted, e.EndChosen} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_that_are_offered_are_never_more_than_agreed(language: str) -> None:
    """More can be typed; nothing invites to it (R16)."""
    day = Day(date=TODAY, working=True, planned=Decimal("2.5"))
    message = CLIENT_TEXTS["hours.ask"](
        Page(file=sanne(language, day=day), values={"day": TODAY}, words=words(language))
    )
    numbers = [taps.read(button.data).arg(1) for row in message.rows for button in row]
    assert max(Decimal(number) for number in numbers if number not in {"", "off"}) == Decimal("2.5")
    assert "off" in numbers


TYPED = [
    ("2,5", e.HoursNoted(at=AT, day=TUESDAY, hours=Decimal("2.5"), message_id=7)),
    ("anderhalf uur", e.HoursNoted(at=AT, day=TUESDAY, hours=Decimal("1.5"), message_id=7)),
    ("0", e.HoursNoted(at=AT, day=TUESDAY, hours=Decimal(0), message_id=7)),
    ("25 uur", e.NotUnderstood(at=AT, day=TODAY, question="hours", reason="out_of_range", text="", message_id=7)),
    ("-1", e.NotUnderstood(at=AT, day=TODAY, question="hours", reason="out_of_range", text="", message_id=7)),
    ("best lang", e.NotUnderstood(at=AT, day=TODAY, question="hours", reason="words", text="best lang", message_id=7)),
    ("/plan", e.Asked(at=AT, what="plan")),
    ("bel mij", e.Asked(at=AT, what="call")),
]


@pytest.mark.parametrize(("text", "event"), TYPED)
def test_what_is_typed_after_the_hours_were_asked(text: str, event: e.ClientEvent) -> None:
    """A number is the hours of that day; what can't be is met with a hint; commands and "call me" always work."""
    assert typed(asking(), text) == event


def test_somebody_elses_words_are_no_hours() -> None:
    """A forwarded message is a note, whatever was asked."""
    assert isinstance(typed(asking(), "3 uur", forwarded=True), e.Noted)


def test_who_uses_buttons_only_may_type_a_number_and_no_words() -> None:
    """As everywhere (R35): words aren't kept."""
    assert isinstance(typed(asking(buttons_only=True), "3"), e.HoursNoted)
    assert isinstance(typed(asking(buttons_only=True), "best lang"), e.Unreadable)


def test_tasks_that_are_typed_are_listed() -> None:
    """A few, with commas between; a long story becomes a note."""
    file = asking(asking=f"tasks:{TUESDAY}")
    assert typed(file, "post, mail") == e.TasksNoted(at=AT, day=TUESDAY, words=("post", "mail"))
    long = typed(file, "woord " * 30)
    assert isinstance(long, e.NotUnderstood)
    assert (long.question, long.reason) == ("tasks", "long")


def test_an_edit_corrects_the_hours_of_the_day_they_were_about() -> None:
    """What is no number any more becomes a note."""
    file = asking(asking="", typed=(Typed(message_id=7, date=TUESDAY, subject="worked"),))
    assert typed(file, "3", kind=IncomingKind.EDIT) == e.HoursNoted(at=AT, day=TUESDAY, hours=Decimal(3), message_id=7)
    assert isinstance(typed(file, "weet ik niet", kind=IncomingKind.EDIT), e.Noted)


@pytest.mark.parametrize(
    "data",
    ["h", "h:x", "h:20261208:25", "h:20261208:-1", "h:20261208:x", "ht:20261208:x", "h+:20261208:zz", "h+:x:y", "en:x"],
)
def test_a_button_that_was_never_ours_changes_nothing(data: str) -> None:
    """Odd data is met as an old button."""
    said = Incoming(update_id=1, chat=1, at=AT, kind=IncomingKind.TAP, data=data)
    assert isinstance(understand(asking(), said), e.Stale)


# --- the ends -----------------------------------------------------------------------------------------------------


def said_at_the_end(name: str, file: Client) -> str:
    return CLIENT_TEXTS[name](Page(file=file, values={}, words=words("nl"))).text


def test_an_open_end_says_what_is_worked_only_when_the_client_said_so() -> None:
    """Facts (R15): "you now work" after a week that was fully carried out; else what the last step was."""
    assert "Je werkt nu 32 uur; je begon met 8 uur." in said_at_the_end("end.open", preview_ends.ended("nl", "open"))
    for went in ("partly", "not"):
        text = said_at_the_end("end.open", preview_ends.ended("nl", "open", went))
        assert "Je werkt nu" not in text
        assert "De laatste stap was 32 uur per week; je begon met 8 uur." in text


def test_an_open_end_says_that_an_evaluation_was_asked_for_only_when_it_was() -> None:
    """Not after people looked at it together in the last week."""
    assert "evaluatie" not in said_at_the_end("end.open", preview_ends.ended("nl", "open"))


def test_nobody_failed() -> None:
    """No word of reproach, hurry or praise at any end."""
    for language in LANGUAGES:
        for each in shown(language):
            text = each.message().text.lower()
            assert not any(word in text for word in ("helaas", "mislukt", "fail", "proud", "trots", "geweldig", "!"))


def test_the_coach_sees_how_many_weeks_were_kept() -> None:
    """In the overview, while full hours are being kept."""
    keeping = preview_ends.ended("en", "keeping")
    assert place(keeping, preview_ends.AFTER, words("en")) == "plan ended Sun 27 Dec, full hours: 1 of 4 weeks"
    open_ = preview_ends.ended("en", "open")
    assert place(open_, preview_ends.AFTER, words("en")) == "plan ended Sun 27 Dec"
