"""Complaints in words: what is typed and tapped becomes what it means, and what is said sounds as tone 13."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from dialogues import taps
from dialogues.incoming import Incoming, IncomingKind
from dialogues.preview_complaints import shown
from dialogues.preview_people import day_at, day_done, sanne
from dialogues.prompt import Button, Message, Page
from dialogues.texts import CLIENT_TEXTS
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from state_machines import events as e
from state_machines import voicing
from state_machines.case import Complaints, Told
from state_machines.files import Client, Day

AT = datetime(2026, 12, 10, 15, 30, tzinfo=UTC)
TODAY = date(2026, 12, 10)


def said(text: str = "", *, tap: str = "", edit: bool = False, forwarded: bool = False) -> Incoming:
    kind = IncomingKind.TAP if tap else IncomingKind.EDIT if edit else IncomingKind.TEXT
    return Incoming(at=AT, update_id=1, chat=1, kind=kind, text=text, data=tap, message_id=7, forwarded=forwarded)


def asking(place: str, **changes: object) -> Client:
    return sanne("nl", asking=place, **changes)


def write(name: str, file: Client, **values: object) -> Message:
    return CLIENT_TEXTS[name](Page(file=file, values=values, words=words(file.language)))  # type: ignore[arg-type]


def buttons(message: Message) -> list[Button]:
    return [button for row in message.rows for button in row]


# --- understood ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["/klacht", "/complaint", "/Klacht@trede_bot"])
def test_the_command_opens_it_in_either_language(command: str) -> None:
    assert understand(sanne("nl"), said(command)) == e.ComplaintVoiced(at=AT, choice="show")


@pytest.mark.parametrize("place", [voicing.FIRST, voicing.WORDS])
def test_typed_words_are_the_complaint_while_it_is_open(place: str) -> None:
    """With the local date they belong to, so that the diary knows where they stand."""
    assert understand(asking(place), said("mijn rug doet pijn")) == e.ComplaintVoiced(
        at=AT, choice="words", words="mijn rug doet pijn", day=TODAY, message_id=7
    )


@pytest.mark.parametrize(("typed", "number"), [("8", 8), ("zeven", 7), ("6,5", "6.5"), ("0", 0)])
def test_a_typed_number_is_the_score_where_one_is_asked(typed: str, number: object) -> None:
    found = understand(asking(voicing.SCORE), said(typed))
    assert found == e.ComplaintVoiced(at=AT, choice="score", number=Decimal(str(number)), message_id=7)


def test_a_number_that_cant_be_is_told_so() -> None:
    """Not kept as a note, and not forgotten: the core asks once more."""
    found = understand(asking(voicing.SCORE), said("12"))
    assert isinstance(found, e.ComplaintVoiced)
    assert found.number == -1


@pytest.mark.parametrize("place", [voicing.FIRST, voicing.WORDS, voicing.SCORE])
def test_other_things_stay_what_they_are(place: str) -> None:
    """A call, a command, a forwarded message, a voice message; words where a number is asked are a diary line."""
    assert isinstance(understand(asking(place), said("bel mij")), e.Asked)
    assert isinstance(understand(asking(place), said("/plan")), e.Asked)
    assert isinstance(understand(asking(place), said("van een ander", forwarded=True)), e.Noted)
    if place == voicing.SCORE:
        assert isinstance(understand(asking(place), said("best veel")), e.Noted)


def test_a_number_belongs_to_the_check_in_that_is_open() -> None:
    """A prompt that came in between is answered; words are still the complaint's."""
    prompted = asking(voicing.WORDS, day=Day(date=TODAY, state="prompted", asked=True, at="energy"))
    assert isinstance(understand(prompted, said("7")), e.Answered)
    assert isinstance(understand(prompted, said("mijn rug")), e.ComplaintVoiced)


def test_with_buttons_only_nothing_typed_is_kept() -> None:
    """But a number where one is asked, as in the check-in."""
    for place in (voicing.FIRST, voicing.WORDS):
        assert isinstance(understand(asking(place, buttons_only=True), said("mijn rug")), e.Unreadable)
    scored = understand(asking(voicing.SCORE, buttons_only=True), said("8"))
    assert isinstance(scored, e.ComplaintVoiced)


@pytest.mark.parametrize("text", ["ik heb een klacht", "klacht", "mijn klachten zijn erg", "er zit me iets dwars"])
def test_no_other_words_are_taken_for_a_complaint(text: str) -> None:
    """Not even these: only the command and its buttons (R19)."""
    file = sanne("nl", day=replace(day_done("nl")))
    assert isinstance(understand(file, said(text)), e.Noted)


@pytest.mark.parametrize("choice", ["show", "urgent", "can_wait", "keep", "discuss", "physician"])
def test_a_button_names_its_choice_and_its_day(choice: str) -> None:
    day = TODAY - timedelta(days=1)
    found = understand(sanne("nl"), said(tap=taps.complaint(choice, day)))
    assert found == e.ComplaintVoiced(at=AT, choice=choice, day=day)


def test_discuss_names_the_notes_that_it_opens() -> None:
    """The log says which: those that were told on the day of the button."""
    told = tuple(Told(day=day, note=n, words="w") for day, n in ((TODAY, 2), (TODAY, 3), (date(2026, 12, 9), 1)))
    file = sanne("nl", complaints=Complaints(told=told))
    found = understand(file, said(tap=taps.complaint("discuss", TODAY)))
    assert found == e.ComplaintVoiced(at=AT, choice="discuss", day=TODAY, notes=(2, 3))


@pytest.mark.parametrize("data", ["cv", "cv:keep", "cv:odd:20261210", "cv:words:20261210", "cv:keep:today"])
@pytest.mark.parametrize("value", ["", ":11", ":-1", ":7.5", ":x", ":٣"])
def test_data_that_was_never_a_button_of_ours_changes_nothing(data: str, value: str) -> None:
    assert isinstance(understand(sanne("nl"), said(tap=data + value)), e.Stale)
    assert isinstance(understand(sanne("nl"), said(tap="cv:score:20261210" + value)), e.Stale)


@pytest.mark.parametrize(("value", "number"), [("0", 0), ("7", 7), ("10", 10), ("skip", None)])
def test_a_score_button_carries_its_number_or_none(value: str, number: int | None) -> None:
    given = None if number is None else Decimal(number)
    found = understand(sanne("nl"), said(tap=taps.complaint("score", TODAY, value)))
    assert found == e.ComplaintVoiced(at=AT, choice="score", day=TODAY, number=given)


# --- said ---------------------------------------------------------------------------------------------------------


def test_the_first_question_and_the_fixed_text_are_as_tone_13_has_them() -> None:
    first = write("complaint.show", sanne("nl"))
    assert first.text == "Je wilt iets kwijt over hoe het met je gaat. Eerst dit: kan het wachten?"
    assert [button.label for button in buttons(first)] == ["Het kan niet wachten", "Het kan wachten"]
    urgent = write("complaint.urgent", sanne("nl"), reads=None, deputy="")
    assert urgent.text.startswith(
        "Bel bij levensgevaar 112. Bel anders nu je huisarts of de huisartsenpost.\n\n"
        "Ik ben een computerprogramma en kan dit niet beoordelen.\n\n"
        "Joost krijgt een seintje dat je hulp zocht, niet waarover."
    )
    in_words = write("complaint.words", sanne("nl"))
    assert in_words.text == "Vertel het in je eigen woorden, of kies. Wat wil je dat ermee gebeurt?"
    assert [button.label for button in buttons(in_words)] == [
        "Alleen opschrijven",
        "Bespreken met Joost",
        "Klaarzetten voor de bedrijfsarts",
    ]


def test_an_account_that_isnt_recognised_reads_no_name() -> None:
    """Who opened a link that isn't theirs learns nobody's name."""
    for journey in ("invited", "claimed"):
        text = write("complaint.urgent", sanne("nl", journey=journey, day=None), reads=None, deputy="").text
        assert "112" in text
        assert "Joost" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_question_a_message_and_nothing_about_the_plan_or_less_work(language: str) -> None:
    """R18: heard, and left alone."""
    about_work = {"nl": ("plan", "stap", "uren", "minder", "werk", "leidinggevende")}
    about_work["en"] = ("plan", "step", "hours", "less", "work", "supervisor")
    for name, file, values, about in shown(language):
        text = write(name, file, **values).text
        assert text.count("?") <= (2 if "huisarts" in text or "GP" in text else 1), (name, about)
        for word in about_work[language]:
            assert word not in text.casefold().replace("werkt", "").split(), (name, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_in_has_the_way_in_at_the_complaints_alone(language: str) -> None:
    """A button beside the question, which costs nobody a tap; and after a high score (tone 12)."""
    label = {"nl": "Er zit me iets dwars", "en": "Something bothers me"}[language]
    for question in ("energy", "giver", "hours", "complaint"):
        labels = [b.label for b in buttons(write("checkin", sanne(language, day=day_at(question, language))))]
        assert (label in labels) == (question == "complaint")
    for high, score, there in (("first", 8, True), ("again", 8, True), ("", 3, False)):
        day = day_done(language, high=high)
        answers = tuple(replace(a, number=Decimal(score)) if a.question == "complaint" else a for a in day.answers)
        done = write("checkin", sanne(language, day=replace(day, answers=answers)))
        assert (label in [b.label for b in buttons(done)]) == there


def test_a_high_score_is_heard_as_tone_12_and_the_rest_is_a_tap_away() -> None:
    """First in a step: three paragraphs; later: one line. The coach's button is on both."""
    day = day_done("nl")
    answers = tuple(replace(a, number=Decimal(8)) if a.question == "complaint" else a for a in day.answers)
    high = replace(day, answers=answers)
    first = write("checkin", sanne("nl", day=replace(high, high="first")))
    assert first.text == (
        "Je geeft je klachten een 8. Dat is veel op één dag. Dank je dat je het zegt.\n\n"
        "Wat je met Karin hebt afgesproken, blijft staan. Een cijfer verandert daar niets aan, ook een goed cijfer "
        "niet. Lukt de stap niet? Dan bekijken jullie dat samen, met Joost.\n\n"
        "Maak je je zorgen over je klachten? Je huisarts kan met je meekijken."
    )
    labels = [b.label for b in buttons(first)]
    assert labels[:3] == ["Dit was het voor vandaag", "Ik wil Joost spreken", "Ik wil er iets over schrijven"]
    again = write("checkin", sanne("nl", day=replace(high, high="again")))
    assert again.text == "Een 8 vandaag. Ik heb het opgeschreven. Meer hoeft vandaag niet."
    assert [b.label for b in buttons(again)][:2] == ["Klaar", "Ik wil Joost spreken"]
    for shown_first in ("first", "again"):
        closed = write("checkin", sanne("nl", day=replace(high, high=shown_first)), note="closed")
        assert closed.text.startswith("Dank je. Genoteerd: ")
