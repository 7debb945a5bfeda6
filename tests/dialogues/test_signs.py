"""Early signs in words (R26): what is typed and tapped, what the client reads, and what the coach reads of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogues import checkin_buttons, lookback, overview, phrases, preview_signs, signs_noticed, taps
from dialogues.incoming import Incoming, IncomingKind
from dialogues.preview_people import AT, OWN, TODAY, day_at, joost, sanne
from dialogues.prompt import Message, Page
from dialogues.texts import CLIENT_TEXTS
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from state_machines import events as e
from state_machines.case import Sign
from state_machines.files import LIST_MOST, Answer, Client, Day, Typed
from state_machines.questions import SIGNS
from state_machines.signs import LONGEST_ANSWER, LONGEST_SIGN

NOW = datetime(2026, 12, 10, 15, 30, tzinfo=UTC)
FUSE, BADLY = preview_signs.signs("nl")


def said(text: str = "", *, tap: str = "", edit: bool = False, forwarded: bool = False) -> Incoming:
    """Something Sanne types, taps or edits."""
    kind = IncomingKind.TAP if tap else IncomingKind.EDIT if edit else IncomingKind.TEXT
    return Incoming(at=NOW, update_id=1, chat=1, kind=kind, text=text, data=tap, message_id=7, forwarded=forwarded)


def signed(**changes: object) -> Client:
    """Sanne with two signs, her check-in of today done."""
    return sanne("nl", **{"signs": (FUSE, BADLY), **changes})


def shown(name: str, file: Client, language: str = "nl", **values: object) -> Message:
    return CLIENT_TEXTS[name](Page(file=file, values=values, words=words(language)))  # type: ignore[arg-type]


def labels(message: Message) -> list[str]:
    return [button.label for row in message.rows for button in row]


# --- understood ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asking", "choice", "sign"),
    [
        ("sign:new", "new", ""),
        ("sign:answer:Kort lontje", "answer", "Kort lontje"),
        ("sign:rename:a: b", "renamed", "a: b"),
    ],
)
def test_typed_words_go_where_they_are_asked_for(asking: str, choice: str, sign: str) -> None:
    """A sign, an answer, other words; whatever the sign itself has in it."""
    found = understand(signed(asking=asking), said("even naar buiten"))
    assert found == e.SignChosen(at=NOW, choice=choice, sign=sign, words="even naar buiten", message_id=7)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (said("bel mij"), e.Asked),
        (said("/checkin"), e.CheckinOpened),
        (said("iets van een ander", forwarded=True), e.Noted),
        (said("7"), e.Stale),
        (Incoming(at=NOW, update_id=1, chat=1, kind=IncomingKind.OTHER, media="voice", message_id=7), e.Unreadable),
    ],
    ids=["call me", "command", "forwarded", "number", "voice"],
)
def test_other_things_stay_what_they_are(event: Incoming, kind: type[e.Event]) -> None:
    """A call for the coach, a command, a forwarded message or a bare number is no sign."""
    assert isinstance(understand(signed(asking="sign:new"), event), kind)


def test_a_number_belongs_to_the_check_in_that_is_open() -> None:
    """A prompt that came in between isn't answered into the list."""
    prompted = signed(asking="sign:new", day=Day(date=TODAY, state="prompted", asked=True, at="energy"))
    assert isinstance(understand(prompted, said("7")), e.Answered)


def test_who_uses_buttons_only_types_no_sign() -> None:
    """Typed words are kept nowhere (R35)."""
    assert isinstance(understand(signed(asking="sign:new", buttons_only=True), said("hoofdpijn")), e.Unreadable)


def test_an_edited_message_corrects_what_it_had_become() -> None:
    """As long as the sign is on the list; else it is a new note."""
    answer = Typed(message_id=7, date=TODAY, subject="sign:answer:Kort lontje")
    corrected = understand(signed(typed=(answer,)), said("naar buiten", edit=True))
    assert corrected == e.SignChosen(at=NOW, choice="answer", sign="Kort lontje", words="naar buiten", message_id=7)
    renamed = understand(signed(typed=(replace(answer, subject="sign:rename:Kort lontje"),)), said("Boos", edit=True))
    assert isinstance(renamed, e.SignChosen)
    assert (renamed.choice, renamed.sign) == ("renamed", "Kort lontje")
    assert isinstance(understand(signed(typed=(answer,), signs=(BADLY,)), said("x", edit=True)), e.Noted)


def test_a_button_means_the_sign_whose_words_it_was_made_from() -> None:
    """One that is off the list is stale; a suggestion of the other language is said in the client's own."""
    assert understand(signed(), said(tap=taps.signs("one", "Kort lontje"))) == e.SignChosen(
        at=NOW, choice="one", sign="Kort lontje"
    )
    suggested = understand(signed(), said(tap=taps.signs("new", "Headache")))
    assert suggested == e.SignChosen(at=NOW, choice="new", words="Hoofdpijn")
    for odd in (
        taps.signs("removed", "gone"),
        taps.signs("new", "no suggestion"),
        "sg:answer:x",
        "sg",
        "sg:show",
        "sn:x",
    ):
        assert isinstance(understand(signed(), said(tap=odd)), e.Stale), odd


@pytest.mark.parametrize(
    ("text", "expected"),
    [("kort lontje", ("Kort lontje",)), ("Kort lontje.", ("Kort lontje",)), ("nee", ()), ("No", ()), ("Geen.", ())],
)
def test_the_question_can_be_answered_by_typing(text: str, expected: tuple[str, ...]) -> None:
    """A sign of the list, in any case, or no."""
    found = understand(signed(day=day_at(SIGNS, "nl")), said(text))
    assert isinstance(found, e.Answered)
    assert (found.question, found.words) == (SIGNS, expected)


def test_what_is_neither_a_sign_nor_a_no_is_kept_as_a_note() -> None:
    """Nothing is guessed: the question is asked once more, and the words stay the client's own."""
    found = understand(signed(day=day_at(SIGNS, "nl")), said("een beetje wel, geloof ik"))
    assert isinstance(found, e.NotUnderstood)
    assert found.reason == "words"
    bare = understand(signed(day=day_at(SIGNS, "nl"), buttons_only=True), said("een beetje"))
    assert isinstance(bare, e.Unreadable)


@pytest.mark.parametrize("sign", ["Kort lontje", ""])
def test_each_button_of_the_question_is_an_answer(sign: str) -> None:
    """A sign, or none; of its own date."""
    found = understand(signed(), said(tap=taps.noticed(TODAY, sign)))
    assert found == e.Answered(at=NOW, day=TODAY, question=SIGNS, words=(sign,) if sign else (), ready=True)
    assert isinstance(understand(signed(signs=(BADLY,)), said(tap=taps.noticed(TODAY, "Kort lontje"))), e.Stale)


# --- the client's page --------------------------------------------------------------------------------------------


def test_the_list_says_who_sees_what_and_shows_the_own_answers() -> None:
    """The coach's part in one sentence (R33); a sign without an answer stands alone."""
    text = shown("signs.list", signed()).text
    assert "• Kort lontje\n   Wat ik dan doe: Ik loop een rondje om het gebouw.\n• Slecht slapen\n\n" in text
    assert "Joost ziet wanneer je er een merkte. Niet welk signaal, en niet wat je schreef." in text


def test_a_full_list_offers_no_more() -> None:
    """Twelve: the button is gone."""
    full = tuple(Sign(sign=str(n)) for n in range(LIST_MOST))
    assert "Signaal toevoegen" in labels(shown("signs.list", signed()))
    assert "Signaal toevoegen" not in labels(shown("signs.list", signed(signs=full)))


def test_suggestions_that_are_on_the_list_are_not_offered() -> None:
    """Those that are left, and the way back."""
    assert labels(shown("signs.add", signed())) == [
        "Snel geïrriteerd",
        "Pauzes overslaan",
        "Hoofdpijn",
        "Piekeren",
        "Naar mijn lijst",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["signs.list", "signs.add", "signs.one", "signs.remove"])
def test_buttons_only_is_asked_for_no_words(name: str, language: str) -> None:
    """No page says "type", and no button leads to a question for words (R35)."""
    message = shown(name, signed(buttons_only=True), language, sign=BADLY.sign)
    assert "typ" not in message.text.lower()
    asks = {taps.signs(choice, BADLY.sign) for choice in ("write", "rename")}
    assert not asks & {button.data for row in message.rows for button in row}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_whatever_was_typed(language: str) -> None:
    """Twelve signs and answers of the longest kind, in the widest letters."""
    widest = tuple(
        Sign(sign=(f"{n} " + "😀" * LONGEST_SIGN)[:LONGEST_SIGN], answer="😀" * LONGEST_ANSWER)
        for n in range(LIST_MOST)
    )
    file = signed(signs=widest, day=day_at(SIGNS, language))
    for name in [name for name in CLIENT_TEXTS if name.startswith("signs.")] + ["checkin"]:
        message = shown(name, file, language, sign=widest[0].sign)
        assert phrases.size(message.text) < phrases.MOST_TEXT, "nothing had to be cut off at the end"
        for row in message.rows:
            assert all(len(button.data.encode()) <= taps.MOST_BYTES for button in row)


# --- the check-in -------------------------------------------------------------------------------------------------


def test_the_question_has_a_button_for_each_sign_and_no() -> None:
    """One tap; the chosen one is marked, and so is a no."""
    day = day_at(SIGNS, "nl")
    file = signed(day=day)
    message = shown("checkin", file)
    assert (
        "Merkte je de afgelopen week een van je vroege signalen?\nJoost ziet of je er een merkte, niet welk."
        in message.text
    )
    assert labels(message)[:3] == ["Kort lontje", "Slecht slapen", "Nee"]
    page = Page(file=file, values={}, words=words("nl"))
    for given, marked in (
        (Answer(question=SIGNS, at=AT, words=("Kort lontje",)), "• Kort lontje"),
        (Answer(question=SIGNS, at=AT), "• Nee"),
    ):
        rows = checkin_buttons.answers(page, day.keep(given))
        assert [b.label for row in rows for b in row if b.label.startswith("•")] == [marked]
    skipped = checkin_buttons.answers(page, day.keep(Answer(question=SIGNS, at=AT, skipped=True)))
    assert not [b.label for row in skipped for b in row if b.label.startswith("•")]


def test_the_own_answer_is_shown_back_and_nothing_else() -> None:
    """What was noticed, the client's words, the next question: no advice in between (R14, R26)."""
    text = shown("checkin", preview_signs.noticing("nl", noticed=True)).text
    assert text == (
        "Genoteerd: Kort lontje.\nJe schreef: “Ik loop een rondje om het gebouw.”\n\n"
        "Hoeveel last had je vandaag van je klachten?\n0 = geen last, 10 = heel veel last"
    )
    without = preview_signs.noticing("nl", noticed=True, signs=(replace(FUSE, answer=""),))
    assert shown("checkin", without).text.startswith("Genoteerd: Kort lontje.\n\nHoeveel last")
    assert shown("checkin", preview_signs.noticing("nl", noticed=False)).text.startswith("Genoteerd.\n\nHoeveel last")


def test_once_a_month_the_question_is_about_the_time_since() -> None:
    """After a plan, with a check-in a month: not only the past week."""
    file = signed(day=day_at(SIGNS, "nl"), slow="monthly", slow_from=TODAY, versions=(), agreed="")
    assert "Merkte je sinds de vorige keer" in shown("checkin", file).text


# --- afterwards ---------------------------------------------------------------------------------------------------


def weeks_of_signs() -> Client:
    """Four questions: a no, a skip, two signs; and an answer to the diary's side of it all."""
    given = {
        date(2026, 11, 23): Answer(question=SIGNS, at=AT),
        date(2026, 11, 30): Answer(question=SIGNS, at=AT, skipped=True),
        date(2026, 12, 7): Answer(question=SIGNS, at=AT, words=("Kort lontje",)),
        TODAY: Answer(question=SIGNS, at=AT, words=("Slecht slapen",)),
    }
    days = {day: Day(date=day, state="done", asked=True, acted=True).keep(answer) for day, answer in given.items()}
    today = days.pop(TODAY)
    return signed(window=tuple(days.values()), day=today)


def test_the_client_looks_back_on_which_signs_and_when() -> None:
    """Their own words with their dates; a no and a skip are not in it."""
    page = Page(file=weeks_of_signs(), values={}, words=words("nl"))
    text = lookback.look_back(page, TODAY).text
    assert "Vroege signalen die je merkte: Kort lontje (ma 7 dec) en slecht slapen (do 10 dec)." in text
    assert "signalen" not in lookback.look_back(replace(page, file=signed()), TODAY).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_reads_how_often_and_when_and_never_which(language: str) -> None:
    """Counts and dates of the questions that were answered; no word of a sign or of an answer (R33)."""
    page = Page(file=joost(language), values={}, words=words(language))
    text = overview.trajectory(page, weeks_of_signs(), (), TODAY).text
    expected = {
        "nl": "Vroeg signaal gemerkt: 2 van 3 keer: ma 7 dec (week 50) en do 10 dec (week 50)",
        "en": "Early sign noticed: 2 of 3 times: Mon 7 Dec (week 50) and Thu 10 Dec (week 50)",
    }
    assert expected[language] in text
    for own in (FUSE.sign, FUSE.answer, BADLY.sign, OWN["nl"].sign_answer):
        assert own.casefold() not in text.casefold()


def test_a_question_that_was_never_answered_has_no_line() -> None:
    """Missing is missing, never zero; a no is an answer."""
    skipped = Day(date=TODAY).keep(Answer(question=SIGNS, at=AT, skipped=True))
    assert signs_noticed.for_coach([skipped, Day(date=TODAY - timedelta(days=1))], words("nl")) == ""
    no = Day(date=TODAY).keep(Answer(question=SIGNS, at=AT))
    assert signs_noticed.for_coach([no], words("nl")) == "Vroeg signaal gemerkt: 0 van 1 keer"
