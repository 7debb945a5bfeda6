"""A complaint in words (R18): every way through `/klacht`, what it makes of the day, and what it never does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import people
import pytest
from lived import Life

from state_machines import events as e
from state_machines import questions, voicing
from state_machines.files import Client, Day
from state_machines.journey import ALL

AT = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)
SECOND = timedelta(seconds=1)


class Talk(Life):
    """A life in which only one thing happens: a complaint is voiced, a step a second."""

    now = AT

    def does(self, choice: str, **more: object) -> list[str]:
        """A button of today, or words."""
        self.now += SECOND
        given = {"day": self.file.today(self.now), **more}
        return self.happen(e.ComplaintVoiced(at=self.now, choice=choice, **given))  # type: ignore[arg-type]

    def tells(self, words: str, message_id: int = 5) -> list[str]:
        """Own words."""
        return self.does("words", words=words, message_id=message_id)

    @property
    def day(self) -> Day:
        """The day as it is now."""
        assert self.file.day is not None
        return self.file.day


def gone_through(life: Talk) -> list[str]:
    """The questions of today's check-in, each of them skipped."""
    life.happen(e.CheckinOpened(at=life.now + SECOND))
    asked = []
    while life.day.state != "done":
        asked.append(life.day.at)
        life.happen(e.Moved(at=life.now + 2 * SECOND, day=TODAY, way="skip"))
    return asked


def talk(file: Client | None = None) -> Talk:
    return Talk(file=file or people.client())


# --- the first question -------------------------------------------------------------------------------------------


def test_the_first_question_is_whether_it_can_wait_and_it_makes_no_day_bad() -> None:
    """Who only looks has said nothing: no bad day, no word to the coach."""
    life = talk()
    assert life.does("show") == ["complaint.show"]
    assert life.does("can_wait") == ["complaint.words"]
    assert not life.day.voiced
    assert not life.told
    assert not life.looks()


def test_what_cant_wait_gets_fixed_words_and_the_coach_hears_that_help_was_sought() -> None:
    """Safety's own lane, never held up; no content to the coach; the day is a bad one."""
    life = talk()
    life.does("show")
    life.does("urgent")
    (_, say) = life.said[-1]
    assert (say.prompt.name, say.kind) == ("complaint.urgent", "safety")
    assert [(told.what, told.detail) for told in life.told] == [("complaint_urgent", "")]
    assert [need.kind for need in life.file.needs] == ["complaint_urgent"]
    assert life.day.voiced
    assert life.looks()


@pytest.mark.parametrize("journey", ALL)
def test_what_cant_wait_never_waits_whatever_the_state_or_the_age_of_the_button(journey: str) -> None:
    """Also a button of weeks ago, also from who stopped."""
    life = talk(people.client(journey=journey, stage="hello" if journey == "welcome" else ""))
    assert life.does("urgent", day=TODAY - timedelta(days=30)) == ["complaint.urgent"]
    assert [told.what for told in life.told] == ["complaint_urgent"]
    if journey not in {"coaching", "paused"}:
        assert not life.looks()


@pytest.mark.parametrize("journey", ["invited", "claimed", "welcome", "left"])
@pytest.mark.parametrize("choice", [*voicing.CHOICES])
def test_who_isnt_coached_is_told_where_they_are_and_nothing_is_kept(journey: str, choice: str) -> None:
    """No words, no score, no referral before the consent or after a stop."""
    file = people.client(journey=journey, stage="hello" if journey == "welcome" else "", day=None)
    life = talk(file)
    assert life.does(choice, words="my back", message_id=3)
    if choice != "urgent":
        assert life.file == file
        assert not life.told


# --- in own words -------------------------------------------------------------------------------------------------


def test_own_words_are_a_closed_note_at_once_and_make_the_day_bad() -> None:
    """Before anything is chosen: nothing is lost, and nobody reads it. A look is set for tomorrow (R19)."""
    life = talk(people.client(diary_open=True))
    life.does("can_wait")
    assert life.tells("my back hurts") == ["complaint.what"]
    assert life.day.notes == 1
    assert life.day.voiced
    assert not life.told
    assert life.looks()
    assert [(typed.message_id, typed.subject) for typed in life.file.typed] == [(5, "note:1")]


@pytest.mark.parametrize(("choice", "named", "told"), [("keep", "kept", []), ("discuss", "discussed", ["complaint"])])
def test_each_choice_does_what_it_says_and_asks_the_score_at_once(choice: str, named: str, told: list[str]) -> None:
    """Written down stays with the client; discussed reaches the coach, once, however often it is tapped."""
    life = talk()
    life.does("can_wait")
    life.tells("my back hurts")
    for _ in range(3):
        assert life.does(choice) == [f"complaint.{named}"]
    assert life.said[-1][1].prompt.values["asks"]
    assert life.said[-1][1].prompt.values["words"]
    assert [each.what for each in life.told] == told
    assert {need.kind for need in life.file.needs} == set(told)
    assert life.file.referral is None


def test_a_report_is_put_ready_with_these_words_which_the_client_still_reads() -> None:
    """Nothing is sent: the referral is one that is being read. A second tap adds the words no second time."""
    life = talk()
    life.does("can_wait")
    life.tells("my back hurts")
    life.tells("since Friday", message_id=6)
    assert life.does("physician") == ["referral.text", "complaint.ready"]
    life.does("physician")
    found = life.file.referral
    assert found is not None
    assert found.state == "reading"
    assert found.released is None
    assert found.words == ("my back hurts", "since Friday")
    assert life.file.complaints.state == "offered"


def test_a_long_story_fits_in_a_report_in_pieces_and_the_diary_has_it_all() -> None:
    """Pieces as long as a report takes; no word is cut in two."""
    life = talk()
    life.does("can_wait")
    life.tells("pain in my back " * 200)
    life.does("physician")
    assert life.file.referral is not None
    assert len(life.file.referral.words) == 5
    assert all(
        len(piece) <= 500 and piece.startswith(("pain", "in", "my", "back")) for piece in life.file.referral.words
    )


def test_a_choice_without_words_is_enough() -> None:
    """As for who uses buttons only: the day is bad, the coach hears it, the report has no words."""
    for choice, told in (("keep", []), ("discuss", ["complaint"]), ("physician", [])):
        life = talk(people.client(buttons_only=True))
        life.does("show")
        life.does("can_wait")
        life.does(choice)
        assert life.day.voiced
        assert not life.said[-1][1].prompt.values["words"]
        assert [each.what for each in life.told] == told
        assert (life.file.referral is not None) == (choice == "physician")


def test_words_typed_at_the_first_question_are_kept_and_it_is_asked_once_more() -> None:
    """Then only the choice is left."""
    life = talk()
    life.does("show")
    assert life.tells("it hurts") == ["complaint.show"]
    assert life.day.notes == 1
    assert life.does("can_wait") == ["complaint.what"]


def test_an_edited_message_changes_what_would_be_put_ready() -> None:
    """The words of before stand in the log; the report gets those that stand now."""
    life = talk()
    life.does("can_wait")
    life.tells("my bak")
    life.happen(e.NoteEdited(at=life.now + SECOND, day=TODAY, number=1, text="my back", message_id=5))
    life.does("physician")
    assert life.file.referral is not None
    assert life.file.referral.words == ("my back",)


def test_a_command_in_between_loses_nothing() -> None:
    """The buttons still know the words; what is typed after the command isn't a complaint any more."""
    life = talk()
    life.does("can_wait")
    life.tells("my back")
    life.happen(e.Asked(at=life.now + SECOND, what="plan"))
    assert life.file.asking == ""
    assert life.does("discuss") == ["complaint.discussed"]
    assert life.said[-1][1].prompt.values["words"]


def test_a_second_complaint_on_a_day_has_words_of_its_own() -> None:
    """What was settled isn't put ready with the next."""
    life = talk()
    life.does("can_wait")
    life.tells("my back")
    life.does("keep")
    life.does("show")
    life.does("can_wait")
    life.tells("my head", message_id=6)
    life.does("physician")
    assert life.file.referral is not None
    assert life.file.referral.words == ("my head",)


# --- the score ----------------------------------------------------------------------------------------------------


def test_the_score_is_todays_answer_and_the_check_in_doesnt_ask_it_again() -> None:
    """One fact in one place; the check-in of that day is a question shorter, and its answer counts for R19."""
    life = talk()
    life.does("keep")
    assert life.does("score", number=Decimal(8)) == ["complaint.scored"]
    assert life.day.number("complaint") == 8
    assert not life.day.answered, "the check-in itself wasn't answered (R17)"
    assert "complaint" not in gone_through(life)
    assert life.day.high == "first", "the high score is heard at the end of the check-in"


def test_a_check_in_that_is_gone_through_again_asks_it() -> None:
    """A correction shows every answer."""
    day = replace(questions.new_day(people.client(), TODAY), state="done")
    life = talk(people.client(day=day))
    life.does("keep")
    life.does("score", number=Decimal(8))
    assert "complaint" in gone_through(life)


@pytest.mark.parametrize("state", ["prompted", "asking"])
def test_a_check_in_that_stands_open_at_the_score_goes_on_with_it(state: str) -> None:
    """The day is done; it isn't asked twice on one screen."""
    day = replace(questions.new_day(people.client(), TODAY), state=state, at="complaint")
    life = talk(people.client(day=day))
    life.does("show")
    life.does("can_wait")
    life.does("keep")
    assert life.does("score", number=Decimal(4)) == ["checkin", "complaint.scored"]
    assert life.day.state == "done"
    assert life.day.number("complaint") == 4


def test_a_day_that_has_its_score_isnt_asked_again() -> None:
    """From the closing text of a high score there are no more than two taps."""
    life = talk()
    life.scores(AT, 8)
    life.does("show")
    life.does("can_wait")
    life.does("discuss")
    assert not life.said[-1][1].prompt.values["asks"]
    assert life.file.asking == ""


def test_a_skipped_score_is_missing_and_the_check_in_asks_it() -> None:
    """Never zero; the day stays a bad one by its words."""
    life = talk()
    life.does("keep")
    assert life.does("score") == ["complaint.scored"]
    assert life.day.number("complaint") is None
    assert life.day.answer("complaint") is None
    assert "complaint" in gone_through(life)


@pytest.mark.parametrize("number", [Decimal(-1), Decimal(11)])
def test_a_number_that_cant_be_is_asked_again(number: Decimal) -> None:
    """Nothing is kept of it."""
    life = talk()
    life.does("keep")
    assert life.does("score", number=number, message_id=9) == ["complaint.score"]
    assert life.day.number("complaint") is None
    assert life.file.asking == voicing.SCORE


def test_a_plan_that_is_agreed_on_the_same_day_leaves_the_bad_day_bad() -> None:
    """The day is made anew for the plan; what was said on it stays."""
    plan = people.plan()
    life = talk(people.client(versions=(plan,), agreed=""))
    life.does("keep")
    life.happen(e.DoableAnswered(at=life.now + SECOND, digest=plan.digest(), number=Decimal(8)))
    life.happen(e.PlanAnswered(at=life.now + SECOND, digest=plan.digest(), agreed=True))
    assert life.day.working
    assert life.day.voiced


# --- buttons of another day ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", ["keep", "discuss", "physician", "score"])
def test_a_button_of_another_day_changes_nothing_and_begins_anew(choice: str) -> None:
    """Kindly: the first question, and that nothing was changed."""
    life = talk()
    assert life.does(choice, day=TODAY - timedelta(days=2), number=Decimal(8)) == ["complaint.show"]
    assert life.said[-1][1].prompt.values["note"] == "earlier"
    assert not life.day.voiced
    assert life.day.number("complaint") is None
    assert not life.told
    assert life.file.referral is None


def test_words_told_before_midnight_can_be_settled_after_it() -> None:
    """The choice counts; the new day isn't made bad by it and isn't asked for a score."""
    life = talk()
    life.now = datetime(2026, 11, 30, 22, 58, tzinfo=UTC)
    life.does("can_wait")
    life.tells("my back")
    life.now = datetime(2026, 11, 30, 23, 2, tzinfo=UTC)
    assert life.does("discuss", day=TODAY) == ["complaint.discussed"]
    assert life.said[-1][1].prompt.values["words"]
    assert not life.said[-1][1].prompt.values["asks"]
    assert life.day.date == TODAY + timedelta(days=1)
    assert not life.day.voiced
    assert life.does("score", day=TODAY, number=Decimal(9)) == ["complaint.show"]
    assert life.day.number("complaint") is None


def test_the_words_are_let_go_of_the_next_morning() -> None:
    """Until then they are at hand; the diary keeps them."""
    life = talk()
    life.does("can_wait")
    life.tells("my back")
    assert life.file.complaints.told
    life.until(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
    assert not life.file.complaints.told


# --- never --------------------------------------------------------------------------------------------------------


def test_no_other_words_of_a_client_make_a_complaint() -> None:
    """A diary line, an answer, a topic, words at a pause: no day becomes bad by them, whatever they say."""
    for event in people.client_events(people.client()):
        if isinstance(event, e.ComplaintVoiced):
            continue
        life = talk()
        life.happen(event)
        assert life.file.day is None or not life.file.day.voiced, event


def test_nothing_of_it_begins_a_message_or_offers_less_work() -> None:
    """All of it is an answer to the client; the plan is untouched (`Life` sees to that) and no request is opened."""
    life = talk()
    for choice in (*voicing.CHOICES, "odd"):
        life.does(choice, words="my back", message_id=5)
    assert {say.kind for _, say in life.said} <= {"question", "reply", "safety"}
    assert life.file.begun == 0
    assert life.file.requests == ()
