"""What is typed and tapped about evaluations and disturbances becomes the event it means, and nothing else does."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogues import preparing, taps
from dialogues.incoming import Incoming, IncomingKind
from dialogues.preview_people import evaluating, sanne
from dialogues.understand import understand
from dialogues.words import words
from state_machines import events as e
from state_machines.files import Client, Day, Typed

AT = datetime(2026, 12, 10, 15, 30, tzinfo=UTC)
TODAY = date(2026, 12, 10)


def said(text: str = "", *, tap: str = "", edit: bool = False, forwarded: bool = False) -> Incoming:
    """Something Sanne types, taps or edits."""
    kind = IncomingKind.TAP if tap else IncomingKind.EDIT if edit else IncomingKind.TEXT
    return Incoming(at=AT, update_id=1, chat=1, kind=kind, text=text, data=tap, message_id=7, forwarded=forwarded)


def asking(question: str, *, buttons_only: bool = False, day: Day | None = None) -> Client:
    """Sanne, with a question of the preparation open and today's check-in done."""
    file = evaluating("nl", asking=f"evaluation:{question}", buttons_only=buttons_only)
    return replace(file, day=day) if day else file


def test_typed_words_answer_the_question_that_is_open() -> None:
    """By its number; or they are what she wants to discuss."""
    assert understand(asking("3"), said("meer pauzes")) == e.EvaluationPrepared(
        at=AT, number=3, words="meer pauzes", message_id=7
    )
    assert understand(asking("words"), said("mijn plek")) == e.EvaluationAsked(at=AT, choice="words", words="mijn plek")


def test_a_number_is_an_answer_unless_a_check_in_waits_for_one() -> None:
    """A prompt that came in between isn't answered into the preparation."""
    assert isinstance(understand(asking("1"), said("7")), e.EvaluationPrepared)
    prompted = asking("1", day=Day(date=TODAY, state="prompted", asked=True, at="energy"))
    assert isinstance(understand(prompted, said("7")), e.Answered)
    assert isinstance(understand(prompted, said("best goed")), e.EvaluationPrepared)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (said("bel mij"), e.Asked),
        (said("/checkin"), e.CheckinOpened),
        (said("iets van een ander", forwarded=True), e.Noted),
    ],
    ids=["call me", "command", "forwarded"],
)
def test_other_things_stay_what_they_are(event: Incoming, kind: type[e.Event]) -> None:
    """A call for the coach, a command and a forwarded message are no answers."""
    assert isinstance(understand(asking("1"), event), kind)


def test_who_uses_buttons_only_types_nothing_into_it() -> None:
    """R35: typed words aren't kept."""
    assert isinstance(understand(asking("1", buttons_only=True), said("iets")), e.Unreadable)


def test_an_edited_message_corrects_its_answer_until_the_evaluation_was_held() -> None:
    """After that its words are a note of the diary, so nothing typed is lost."""
    typed = (Typed(message_id=7, date=TODAY, subject="evaluation:2"),)
    file = evaluating("nl", written=True, typed=typed)
    corrected = understand(file, said("anders", edit=True))
    assert corrected == e.EvaluationPrepared(at=AT, number=2, words="anders", message_id=7, edited=True)
    assert isinstance(understand(replace(file, prepared=()), said("anders", edit=True)), e.Noted)


def test_sharing_makes_the_list_a_note_that_is_open_to_the_coach() -> None:
    """R33: the client's own tap, and the words she read on the list."""
    file = evaluating("nl", written=True)
    shared = understand(file, said(tap=taps.evaluation("share")))
    assert isinstance(shared, e.Noted)
    assert shared.opened
    assert shared.day == TODAY
    assert all(answer in shared.text for answer in file.prepared)
    assert "Mijn plek in de kantoortuin." in shared.text
    bare = understand(sanne("nl"), said(tap=taps.evaluation("share")))
    assert bare == e.EvaluationAsked(at=AT, choice="show")


def test_the_line_that_the_plan_is_too_slow_comes_in_the_clients_language() -> None:
    """The machine knows no words; the button brings them."""
    for language in ("nl", "en"):
        event = understand(sanne(language), said(tap=taps.evaluation("ready")))
        assert event == e.EvaluationAsked(at=AT, choice="ready", words=preparing.too_slow(words(language)))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("/evaluatie", e.EvaluationAsked(at=AT, choice="show")),
        ("/evaluation", e.EvaluationAsked(at=AT, choice="show")),
        ("/storing", e.Disturbed(at=AT, kind="ask")),
        ("/disturbance", e.Disturbed(at=AT, kind="ask")),
    ],
)
def test_both_languages_commands_always_work(text: str, event: e.Event) -> None:
    """As every command does; the buttons say the same."""
    assert understand(sanne("nl"), said(text)) == event
    what = "evaluation" if isinstance(event, e.EvaluationAsked) else "disturbance"
    assert understand(sanne("nl"), said(tap=taps.ask(what))) == event


@pytest.mark.parametrize("data", ["ev:words", "ev:x", "ev", "ep:0", "ep:5", "ep:x", "ep", "ds:ask", "ds:x", "ds"])
def test_buttons_that_were_never_ours_do_nothing(data: str) -> None:
    """Odd data is a button that is old, whoever made it."""
    assert understand(sanne("nl"), said(tap=data)) == e.Stale(at=AT, what="menu")
