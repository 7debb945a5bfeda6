"""The delivery log: a row for each message with its moments, the same from either store, and not a word opened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from state_machines.events import WeekRead, Woke
from storage.deliveries import EVER, Delivery, named
from storage.port import NO_ANSWER, LetterState, Settled, StoreBroken, Turn
from storage.views import Look
from tests.storage.material import HOUR, LOOK, MINUTE, NOON, a_client, a_letter, asked, claim, keep, loaded, new, settle

SECOND = timedelta(seconds=1)
ABOUT = {"file": "c-jan"}


def wrote(store, at, *letters) -> None:
    """A turn of the clock at a moment, with these letters."""
    keep(store, Turn(at=at, before=None, after=None, letters=letters))


def acted(store, at) -> None:
    """The client does something."""
    client = loaded(store, "c-jan")
    keep(store, Turn(at=at, before=client, after=client, record=asked(at=at)))


def told(store, since=EVER) -> list[Delivery]:
    return list(store.views.deliveries("c-jan", since, LOOK))


@pytest.fixture
def jan(store):
    keep(store, Turn(at=NOON - HOUR, before=None, after=a_client(), record=asked(at=NOON - HOUR)))
    return store


def sent(store, at, *, taken=SECOND) -> None:
    """What may go at a moment is sent, and Telegram takes it a second later."""
    for claimed in claim(store, at).letters:
        settle(store, claimed.n, at=at + taken)


def test_a_message_has_its_four_moments(jan):
    """Planned, sent, taken by Telegram, answered."""
    wrote(jan, NOON, a_letter(kind="prompt", not_before=NOON + MINUTE, **ABOUT))
    sent(jan, NOON + 2 * MINUTE)
    acted(jan, NOON + 3 * MINUTE)
    acted(jan, NOON + 4 * MINUTE)
    (found,) = told(jan)
    assert (found.kind, found.state, found.tries) == ("prompt", LetterState.SENT, 1)
    assert [found.planned, found.sent, found.taken, found.answered] == [
        NOON + MINUTE,
        NOON + 2 * MINUTE,
        NOON + 2 * MINUTE + SECOND,
        NOON + 3 * MINUTE,
    ]


def test_what_became_of_it_otherwise_is_said_with_the_reason(jan):
    """Uncertain, failed, expired and replaced have an end and no moment at which they were taken; nor an answer."""
    ends = {
        LetterState.UNCERTAIN: NO_ANSWER,
        LetterState.FAILED: "unreachable",
        LetterState.EXPIRED: "nothing to say",
    }
    wrote(jan, NOON, *(a_letter(chat, kind="prompt", **ABOUT) for chat in range(1, 4)))
    for claimed, (state, reason) in zip(claim(jan).letters, ends.items(), strict=True):
        settle(jan, claimed.n, state, at=NOON + MINUTE, reason=reason)
    wrote(jan, NOON, a_letter(kind="prompt", slot="a", **ABOUT))
    wrote(jan, NOON + MINUTE, a_letter(kind="prompt", slot="a", expires=NOON + 2 * MINUTE, **ABOUT))
    claim(jan, NOON + 2 * MINUTE)
    acted(jan, NOON + HOUR)
    found = told(jan)
    assert {(each.state, each.reason) for each in found[:3]} == set(ends.items())
    assert [each.state for each in found[3:]] == [LetterState.REPLACED, LetterState.EXPIRED]
    assert found[4].reason == "too late"
    assert [each.sent for each in found[3:]] == [None, None]
    assert [each.ended for each in found] == [NOON + MINUTE] * 4 + [NOON + 2 * MINUTE]
    assert {(each.taken, each.answered) for each in found} == {(None, None)}


def test_what_is_tried_again_keeps_the_moment_it_was_planned_for(jan):
    """Sent is the last try; how often, and how often nobody knew, is counted."""
    wrote(jan, NOON, a_letter(kind="prompt", **ABOUT))
    for tried, reason in ((NOON, NO_ANSWER), (NOON + MINUTE, "asked to wait")):
        (claimed,) = claim(jan, tried).letters
        with jan.batch():
            later = Settled(n=claimed.n, state=LetterState.DUE, at=tried, not_before=tried + MINUTE, reason=reason)
            jan.settle([later])
    (waits,) = told(jan)
    assert (waits.state, waits.planned, waits.sent, waits.ended) == (LetterState.DUE, NOON, NOON + MINUTE, None)
    sent(jan, NOON + 2 * MINUTE)
    (found,) = told(jan)
    assert (found.planned, found.sent) == (NOON, NOON + 2 * MINUTE)
    assert (found.tries, found.unsure) == (3, 1)


def test_a_younger_message_that_waits_for_an_older_one_keeps_its_own_plan(jan):
    """The older one is replaced; the pause it was to make is no plan of the younger one's."""
    wrote(jan, NOON, a_letter(kind="prompt", slot="a", **ABOUT))
    (claimed,) = claim(jan).letters
    wrote(jan, NOON + SECOND, a_letter(kind="prompt", slot="a", not_before=NOON + SECOND, **ABOUT))
    settle(jan, claimed.n, LetterState.DUE, at=NOON + SECOND, not_before=NOON + HOUR, reason="asked to wait")
    sent(jan, NOON + HOUR)
    older, younger = told(jan)
    assert (older.state, older.planned, older.sent) == (LetterState.REPLACED, NOON, NOON)
    assert (younger.state, younger.planned, younger.sent) == (LetterState.SENT, NOON + SECOND, NOON + HOUR)


def test_an_answer_belongs_to_the_last_message_of_its_kind(jan):
    """The first act after it was taken; one that comes after the next of that kind is the next one's."""
    for minute in (0, 10):
        wrote(jan, NOON + minute * MINUTE, a_letter(kind="prompt", not_before=NOON + minute * MINUTE, **ABOUT))
        sent(jan, NOON + minute * MINUTE)
    wrote(jan, NOON + 10 * MINUTE, a_letter(kind="reminder", not_before=NOON + 10 * MINUTE, **ABOUT))
    sent(jan, NOON + 11 * MINUTE)
    acted(jan, NOON - MINUTE)
    acted(jan, NOON + 20 * MINUTE)
    assert [(each.kind, each.answered) for each in told(jan)] == [
        ("prompt", None),
        ("prompt", NOON + 20 * MINUTE),
        ("reminder", NOON + 20 * MINUTE),
    ]


def test_one_that_may_have_come_takes_no_answer_and_gives_none_to_the_one_before(jan):
    """Who answers after an uncertain question didn't answer yesterday's."""
    wrote(jan, NOON, a_letter(kind="prompt", **ABOUT))
    sent(jan, NOON)
    wrote(jan, NOON + HOUR, a_letter(kind="prompt", not_before=NOON + HOUR, **ABOUT))
    (claimed,) = claim(jan, NOON + HOUR).letters
    settle(jan, claimed.n, LetterState.UNCERTAIN, at=NOON + HOUR, reason=NO_ANSWER)
    acted(jan, NOON + 2 * HOUR)
    assert [each.answered for each in told(jan)] == [None, None]


def test_by_a_clock_that_stands_still_the_act_before_a_reply_is_no_answer_to_it(jan):
    """A question of the bot's own can be answered in the same moment; a reply follows on an act of that moment."""
    wrote(jan, NOON, a_letter(kind="prompt", **ABOUT), a_letter(8, kind="reply", **ABOUT))
    sent(jan, NOON, taken=timedelta(0))
    acted(jan, NOON)
    assert [(each.kind, each.answered) for each in told(jan)] == [("prompt", NOON), ("reply", None)]


def test_only_what_the_client_does_is_an_answer(jan):
    """Not what the clock or the coach does in the file."""
    wrote(jan, NOON, a_letter(kind="prompt", **ABOUT))
    sent(jan, NOON)
    client = loaded(jan, "c-jan")
    for event in (Woke(at=NOON + MINUTE, kind="checkin", day=NOON.date()), WeekRead(at=NOON + MINUTE)):
        record = replace(asked(), event=event)
        keep(jan, Turn(at=NOON + MINUTE, before=client, after=client, record=record))
    assert [each.answered for each in told(jan)] == [None]


def test_others_and_earlier_messages_are_left_out(jan):
    """Those about this file, planned from the moment on that was asked for."""
    keep(jan, new(a_client("c-two")))
    wrote(jan, NOON, a_letter(1, **ABOUT), a_letter(2, file="c-two"), a_letter(3))
    wrote(jan, NOON, a_letter(4, not_before=NOON + HOUR, **ABOUT))
    assert [each.planned for each in told(jan)] == [NOON, NOON + HOUR]
    assert [each.planned for each in told(jan, NOON + MINUTE)] == [NOON + HOUR]
    assert told(jan, NOON + 2 * HOUR) == []


def test_a_text_is_named_only_where_the_log_leaves_no_doubt():
    """As many texts said at a moment as messages planned for it; else a name might be another's."""
    at = [NOON, NOON, NOON + MINUTE, NOON + HOUR, NOON + 2 * HOUR]
    messages = [Delivery(n=n, kind="reply", state=LetterState.SENT, planned=each) for n, each in enumerate(at)]
    said = [(NOON, ("one",)), (NOON, ("two",)), (NOON + MINUTE, ("three", "by mail")), (NOON + HOUR, ("four",))]
    assert [each.text for each in named(messages, said)] == ["one", "two", "", "four", ""]
    assert [each.n for each in named(messages, said)] == [0, 1, 2, 3, 4]


def test_the_look_is_written_down(jan):
    """R33: who looked at the messages, why and when; there is nothing to see of a file that isn't there."""
    jan.views.deliveries("c-jan", NOON, Look("p-anna", "Anna", "messages", NOON))
    (row,) = jan.views.accesses("c-jan")
    assert (row.who, row.why, row.what) == ("p-anna", "messages", "messages")
    with pytest.raises(LookupError):
        jan.views.deliveries("c-nobody", NOON, LOOK)
    assert jan.upkeep.verify() == ()


def test_they_are_kept_a_month_and_go_with_the_file(jan):
    """As long as letters are kept; erasing the file erases its messages (R34)."""
    wrote(jan, NOON, a_letter(**ABOUT))
    sent(jan, NOON)
    jan.upkeep.prune(NOON + timedelta(days=29))
    assert len(told(jan)) == 1
    jan.upkeep.prune(NOON + timedelta(days=31))
    assert told(jan) == []
    wrote(jan, NOON, a_letter(**ABOUT))
    with jan.batch():
        jan.forget("c-jan", NOON)
    with pytest.raises(LookupError):
        told(jan)


def test_no_payload_is_opened(sqlite):
    """Health data stands in payloads alone: with every one of them unreadable the answer is the same."""
    keep(sqlite, Turn(at=NOON - HOUR, before=None, after=a_client(), record=asked(at=NOON - HOUR)))
    wrote(sqlite, NOON, a_letter(kind="prompt", body="a secret", **ABOUT))
    sent(sqlite, NOON)
    acted(sqlite, NOON + MINUTE)
    before = told(sqlite)
    assert "secret" not in repr(before)
    with sqlite.batch():
        sqlite.connection.run("DROP TRIGGER log_never_changes")
        sqlite.connection.run("UPDATE log SET payload = x'00ff'")
        sqlite.connection.run("UPDATE outbox SET body = x'00ff'")
    assert told(sqlite) == before
    with pytest.raises(StoreBroken):
        sqlite.views.rows("c-jan", LOOK)


def test_messages_of_before_these_moments_were_noted_are_told_as_far_as_they_go(sqlite):
    """A database that was brought up to date: nobody wrote down when those were sent."""
    keep(sqlite, Turn(at=NOON - HOUR, before=None, after=a_client(), record=asked(at=NOON - HOUR)))
    wrote(sqlite, NOON, a_letter(kind="prompt", **ABOUT))
    sent(sqlite, NOON + MINUTE)
    with sqlite.batch():
        sqlite.connection.run("UPDATE outbox SET sent = NULL, planned = NULL")
    (found,) = told(sqlite)
    assert (found.planned, found.sent, found.taken) == (NOON, None, NOON + MINUTE + SECOND)
