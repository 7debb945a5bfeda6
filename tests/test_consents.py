"""Consents one by one (R34), and what a coach sees in either regime (R33)."""

from dataclasses import replace
from datetime import timedelta

import people
import pytest
import referred

from dialogues import consents as texts
from dialogues import overview, taps, welcome
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import Page
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from state_machines import consents, referral
from state_machines import events as e
from state_machines.consents import COACH, DIARY, KEEP, PHYSICIAN, REGIMES, SUBJECTS, SUPERVISOR
from state_machines.decide import decide
from state_machines.effects import ClientDecision, Pass, Say
from state_machines.files import Answer, Client, Consent, Day, but
from state_machines.needs import needs
from storage.notes import notes_of

AT = people.AT
MARK = "a" * 64


def own_tool(**changes: object) -> Client:
    return people.client(**{"regime": "own_tool", **changes})


def give(file: Client, subject: str) -> ClientDecision:
    return _decided(file, e.ConsentGiven(at=AT, subject=subject, fingerprint=MARK, language="nl"))


def withdraw(file: Client, subject: str) -> ClientDecision:
    return _decided(file, e.ConsentWithdrawn(at=AT, subject=subject, fingerprint=MARK, language="nl"))


def _decided(file: Client, event: e.ClientEvent) -> ClientDecision:
    decision = decide(file, event)
    assert isinstance(decision, ClientDecision)
    return decision


def said(decision: ClientDecision) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


# --- what holds without an answer -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regime", "given"),
    [("", {PHYSICIAN}), ("own_tool", {PHYSICIAN}), ("delegation", {PHYSICIAN, COACH})],
)
def test_before_any_answer_only_what_shares_nothing_is_on(regime: str, given: set[str]) -> None:
    """An offer sends nothing; scores are a coach's in delegation alone, and nobody's before a regime was chosen."""
    file = people.client(regime=regime, consents=())
    assert {subject for subject in SUBJECTS if consents.gives(file, subject)} == given


def test_in_delegation_scores_are_not_asked_and_a_no_to_them_means_nothing() -> None:
    """It is the physician's task that they are seen for (R33): no sham choice is shown."""
    file = people.client(regime="delegation")
    assert COACH not in consents.asked(file)
    assert consents.gives(withdraw(file, COACH).file, COACH)
    assert consents.asked(own_tool()) == SUBJECTS


# --- giving and withdrawing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", [COACH, DIARY, SUPERVISOR])
def test_a_yes_and_a_no_are_kept_with_text_language_and_moment(subject: str) -> None:
    """The newest of a subject counts; saying it twice writes nothing more."""
    before = own_tool()
    given = give(before, subject).file
    assert (consents.gives(before, subject), consents.gives(given, subject)) == (False, True)
    row = given.consents[-1]
    assert (row.subject, row.given, row.text, row.language, row.at) == (subject, True, MARK, "nl", AT)
    assert give(given, subject).file.consents == given.consents
    back = withdraw(given, subject).file
    assert not consents.gives(back, subject)
    assert [each.given for each in back.consents if each.subject == subject] == [False]
    others = set(SUBJECTS) - {subject}
    assert {each: consents.gives(back, each) for each in others} == {
        each: consents.gives(before, each) for each in others
    }


def test_keep_withdrawn_stops_as_stop_does_and_given_again_begins_with_the_welcome() -> None:
    """No messages any more; what is kept stays; coming back asks the consent."""
    decision = withdraw(people.client(), KEEP)
    assert decision.file.journey == "left"
    assert "stop.done" in said(decision)
    assert not consents.gives(decision.file, KEEP)
    again = give(decision.file, KEEP)
    assert (again.file.journey, again.file.stage) == ("welcome", "consent")
    assert not consents.gives(again.file, KEEP)


def test_nothing_else_is_given_while_answers_are_not_kept() -> None:
    """Asked for first, in words."""
    file = own_tool(journey="left", consents=())
    decision = give(file, COACH)
    assert decision.file.consents == ()
    assert said(decision) == ["consents.one"]


@pytest.mark.parametrize("journey", ["invited", "claimed"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_account_that_is_not_recognised_consents_to_nothing(journey: str, subject: str) -> None:
    """It may be somebody else's."""
    file = own_tool(journey=journey, consents=(), versions=(), agreed="")
    for decided in (give(file, subject), withdraw(file, subject)):
        assert decided.file.consents == ()


@pytest.mark.parametrize("state", ["offered", "reading", *referral.WITH_PHYSICIAN])
def test_physician_withdrawn_takes_an_open_report_back(state: str) -> None:
    """R21's own end: withdrawn at the physician's desk, or lapsed without a word when it wasn't sent."""
    file = people.client(referral=referred.one(state, AT), referrals=1, physician=referred.SMIT)
    decision = withdraw(file, PHYSICIAN)
    assert decision.file.referral is not None
    with_physician = state in referral.WITH_PHYSICIAN
    assert decision.file.referral.state == ("withdrawn" if with_physician else "lapsed")
    gone = [each.event for each in decision.effects if isinstance(each, Pass) and each.to == referred.SMIT.file]
    assert [each.why for each in gone if isinstance(each, e.ReferralGone)] == (["withdrawn"] if with_physician else [])


def test_after_no_to_the_physician_asking_for_a_report_oneself_still_works() -> None:
    """R19: always, at once."""
    file = withdraw(people.client(physician=referred.SMIT), PHYSICIAN).file
    asked = _decided(file, e.ReferralChosen(at=AT, choice="ask"))
    assert asked.file.referral is not None
    assert asked.file.referral.state == "reading"


def test_the_diary_withdrawn_closes_what_it_opened_and_not_what_was_opened_one_by_one() -> None:
    """The notes, read back from the log."""
    day = people.MONDAY
    noted = e.Noted(at=AT, text="one", message_id=1, day=day, opened=True)
    events: list[e.Event] = [
        noted,
        replace(noted, text="two", message_id=2, opened=False),
        e.NoteOpened(at=AT, day=day, number=2, open=True),
        replace(noted, text="three", message_id=3),
    ]
    assert [note.open for note in notes_of(events, day)] == [True, True, True]
    closed = e.ConsentWithdrawn(at=AT + timedelta(hours=1), subject=DIARY, fingerprint=MARK, language="nl")
    assert [note.open for note in notes_of([*events, closed], day)] == [False, True, False]
    assert [note.open for note in notes_of([*events, replace(closed, subject=COACH)], day)] == [True, True, True]


def test_the_diary_setting_and_its_consent_are_one() -> None:
    """What a new note begins with follows the consent."""
    given = give(own_tool(), DIARY).file
    assert given.diary_open
    assert not withdraw(given, DIARY).file.diary_open


# --- the text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_is_read_is_what_the_hash_is_of(subject: str, language: str) -> None:
    """The page holds the text word for word; other words or names give another hash."""
    spoken, file = words(language), own_tool(language=language)
    page = Page(file=file, values={"subject": subject}, words=spoken)
    assert texts.text(subject, spoken, file) in texts.one(page).text
    renamed = replace(file, coach_name="Anna")
    if "Joost" in texts.text(subject, spoken, file):
        assert texts.fingerprint(subject, spoken, file) != texts.fingerprint(subject, spoken, renamed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_consent_has_one_text_wherever_it_is_asked(language: str) -> None:
    """The welcome and /consents show the same words for the same subject, and keep the same hash of them."""
    spoken, file = words(language), people.client(language=language, journey="welcome", stage="consent")
    text = texts.text(KEEP, spoken, file)
    page = Page(file=file, values={"subject": KEEP}, words=spoken)
    assert welcome.consent(page).text == text
    assert text in texts.one(page).text
    agreed = understand(file, Incoming(update_id=1, chat=2, at=AT, kind=IncomingKind.TAP, data=taps.welcome("agree")))
    assert isinstance(agreed, e.WelcomeChosen)
    assert agreed.text == texts.fingerprint(KEEP, spoken, file)
    file = but(file, consents=())
    (kept,) = _decided(file, agreed).file.consents
    given = but(file, consents=(), journey="left")
    (button,) = [b for row in texts.one(but(page, file=given)).rows for b in row if KEEP in b.data]
    tapped = understand(given, Incoming(update_id=2, chat=2, at=AT, kind=IncomingKind.TAP, data=button.data))
    assert isinstance(tapped, e.ConsentGiven)
    assert (kept.text, kept.language) == (tapped.fingerprint, tapped.language)


def test_of_each_subject_the_newest_word_stands_in_the_file() -> None:
    """However often it is given and withdrawn the file grows no more; log and table keep each of them."""
    file = own_tool(consents=(Consent(subject=KEEP, given=True, text=MARK, language="nl", at=AT),))
    for _ in range(20):
        file = give(file, COACH).file
        file = withdraw(file, COACH).file
        file = give(file, DIARY).file
        file = withdraw(file, DIARY).file
    assert [each.subject for each in file.consents] == [KEEP, COACH, DIARY]
    assert not consents.gives(file, COACH)
    assert consents.gives(file, KEEP)


# --- what a coach sees ----------------------------------------------------------------------------------------------


def _answered(**changes: object) -> Client:
    day = Day(date=people.MONDAY - timedelta(days=3), state="done", asked=True, working=True, acted=True)
    for answer in (
        Answer(question="energy", at=AT, number=3),
        Answer(question="complaint", at=AT, number=9),
        Answer(question="hours", at=AT, number=2),
        Answer(question="giver", at=AT, words=("gever",)),
        Answer(question="drainer", at=AT, words=("vreter",)),
        Answer(question="sign", at=AT, words=("signaal",)),
        Answer(question="step", at=AT, words=("partly",)),
        Answer(question="hindered", at=AT, words=("belemmering",)),
    ):
        day = day.keep(answer)
    return people.client(window=(replace(day, closes_week=1),), **changes).need("no_giver", AT)


def _seen(file: Client) -> str:
    page = Page(file=people.coach(language="en"), values={}, words=words("en"))
    today = people.MONDAY
    shown = (
        overview.trajectory(page, file, (), today),
        overview.clients(page, (file,), today),
        overview.summary(page, (file,), today),
    )
    return "\n".join(message.text for message in shown if message)


SCORES = ("energy 3", "complaints 9", "gever", "vreter", "belemmering", "nothing that gives energy")


@pytest.mark.parametrize("regime", ["", *REGIMES])
@pytest.mark.parametrize("opened", [False, True])
def test_a_coach_sees_scores_in_delegation_or_where_the_client_opened_them(regime: str, opened: bool) -> None:
    """Hours and how the step went are always there; the rest says that it isn't open."""
    file = _answered(regime=regime)
    seen = _seen(give(file, COACH).file if opened else file)
    assert "2" in seen
    assert "partly carried out" in seen
    visible = opened or regime == "delegation"
    for score in SCORES:
        assert (score in seen) is visible, score
    assert ("not opened to you" in seen) is not visible


def test_a_talk_is_wanted_reaches_the_coach_of_an_own_tool_only_with_a_yes() -> None:
    """R20: after "not now" the coach sees that a talk is wanted; in the client's own tool only on the client's yes."""
    offered = {"referral": referred.one("offered", AT), "referrals": 1}
    for file, told in (
        (people.client(**offered), True),
        (own_tool(**offered), False),
        (give(own_tool(**offered), COACH).file, True),
    ):
        decision = _decided(file, e.ReferralChosen(at=AT, choice="not_now", number=1))
        assert ("talk_wanted" in needs(decision.file, people.MONDAY)) is told
