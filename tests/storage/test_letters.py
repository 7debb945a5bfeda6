"""The outbox: claim and settle, slots, order, the safety lane, expiry."""

from dataclasses import replace

import pytest

from storage.port import MORNING, NO_ANSWER, LetterState, Turn
from tests.storage.material import (
    HOUR,
    MINUTE,
    NOON,
    a_client,
    a_letter,
    bodies,
    claim,
    keep,
    letters_by_state,
    new,
    settle,
    undone,
)


def post(store, *letters, at=NOON) -> None:
    keep(store, Turn(at=at, before=None, after=None, letters=letters))


def send(store, now=NOON, message_id=None) -> list[str]:
    """Claim what may go and settle it as sent."""
    claims = claim(store, now)
    for claimed in claims.letters:
        settle(store, claimed.n, at=now, message_id=message_id)
    return bodies(claims)


def test_a_letter_comes_out_as_it_was_put_in(store):
    """The store doesn't read letters: body, slot and all else come back unchanged."""
    letter = a_letter(
        body="ç🙂\n\u202eabc",
        file="c-jan",
        kind="question",
        slot="checkin of 2026-11-30",
        below=True,
        once=True,
        expires=NOON + HOUR,
    )
    keep(store, new(a_client(), letters=(letter,)))
    (claimed,) = claim(store).letters
    assert claimed.letter == letter
    assert (claimed.message_id, claimed.tries) == (None, 0)


def test_letters_of_a_chat_go_in_order_one_at_a_time(store):
    """The second letter of a chat waits until it is known what became of the first."""
    post(store, a_letter(1, "a1"), a_letter(1, "a2"), a_letter(2, "b1"))
    first = claim(store)
    assert bodies(first) == ["a1", "b1"]
    assert bodies(claim(store)) == []
    settle(store, first.letters[0].n)
    assert bodies(claim(store)) == ["a2"]


def test_a_letter_that_waits_by_its_own_wish_lets_younger_ones_pass(store):
    """A coach to whom something waits until the morning is answered all the same."""
    post(store, a_letter(1, "a1", not_before=NOON + MINUTE), a_letter(1, "a2"), a_letter(2, "b1"))
    claims = claim(store)
    assert bodies(claims) == ["a2", "b1"]
    assert claims.next == NOON + MINUTE


def test_a_letter_that_was_asked_to_wait_holds_the_later_ones_of_its_chat(store):
    """Order is kept when Telegram asked to wait, or there was no connection; other chats go on."""
    post(store, a_letter(1, "a1"), a_letter(2, "b1"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason="asked to wait")
    post(store, a_letter(1, "a2"))
    assert bodies(claim(store)) == []
    assert bodies(claim(store, NOON + MINUTE)) == ["a1"]


def test_safety_text_that_was_asked_to_wait_is_still_the_first_out(store):
    """The chat's other letters wait until it has gone; other chats go on."""
    post(store, a_letter(1, "numbers", kind="safety"), a_letter(2, "b1"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason="asked to wait")
    post(store, a_letter(1, "a1"))
    assert bodies(claim(store)) == []
    assert bodies(claim(store, NOON + MINUTE)) == ["numbers"]


def test_a_letter_of_which_nobody_knows_holds_up_nobody(store):
    """A question that is sent once more after a minute doesn't keep the answer to something else."""
    post(store, a_letter(1, "a1"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason=NO_ANSWER)
    post(store, a_letter(1, "a2"))
    assert bodies(claim(store)) == ["a2"]


def test_a_claim_has_a_limit(store):
    """At most `limit` letters are taken, those that waited longest."""
    post(store, *(a_letter(chat, str(chat), not_before=NOON - chat * MINUTE) for chat in range(1, 9)))
    assert bodies(claim(store, limit=3)) == ["8", "7", "6"]
    assert bodies(claim(store, limit=64)) == ["5", "4", "3", "2", "1"]


def test_safety_overtakes(store):
    """A safety text goes out before all else of its chat, though another letter is under way or waits for later."""
    post(store, a_letter(1, "slow"), a_letter(2, "later", not_before=NOON + HOUR))
    assert bodies(claim(store)) == ["slow"]
    post(store, a_letter(1, "a"), a_letter(1, "help 1", kind="safety"), a_letter(2, "help 2", kind="safety"))
    assert bodies(claim(store)) == ["help 1", "help 2"]


def test_safety_comes_first_in_a_claim_and_alone_in_its_chat(store):
    """The lane is taken before the ordinary letters, which wait while the safety text of their chat is under way."""
    post(store, a_letter(1, "a"), a_letter(2, "b"), a_letter(1, "help", kind="safety"))
    assert bodies(claim(store)) == ["help", "b"]
    assert bodies(claim(store)) == []


def test_safety_letters_keep_their_own_order(store):
    """Two safety texts of a chat go one after the other."""
    post(store, a_letter(1, "help 1", kind="safety"), a_letter(1, "help 2", kind="safety"), a_letter(1, "a"))
    assert send(store) == ["help 1"]
    assert send(store) == ["help 2"]
    assert send(store) == ["a"]


def test_safety_fits_within_the_limit(store):
    """Safety texts count as letters taken."""
    post(store, *(a_letter(n, f"help {n}", kind="safety") for n in range(1, 4)), a_letter(9, "a"))
    assert bodies(claim(store, limit=2)) == ["help 1", "help 2"]
    assert bodies(claim(store, limit=2)) == ["help 3", "a"]


# --- the lane: safety texts and alerts ------------------------------------------------------------------------------


def test_an_alert_overtakes_too(store):
    """It waits for no ordinary letter of its chat: under way, asked to wait, or simply before it in the line."""
    post(store, a_letter(1, "slow"), a_letter(2, "told to wait"))
    slow, waits = claim(store).letters
    settle(store, waits.n, LetterState.DUE, not_before=NOON + HOUR, reason="asked to wait")
    post(store, a_letter(3, "first"), *(a_letter(chat, f"alert {chat}", kind="alert") for chat in (1, 2, 3)))
    assert bodies(claim(store)) == ["alert 1", "alert 2", "alert 3"]
    settle(store, slow.n)


@pytest.mark.parametrize("kind", ["safety", "alert"])
def test_a_thousand_letters_that_waited_longer_leave_room_for_the_lane(store, kind):
    """However full a claim is: what is urgent is in it, and first."""
    post(store, *(a_letter(chat, "check-in", kind="prompt", not_before=NOON - HOUR) for chat in range(10, 1010)))
    post(store, a_letter(1, "urgent", kind=kind))
    assert bodies(claim(store, limit=64)) == ["urgent"] + ["check-in"] * 63
    post(store, a_letter(2, "urgent", kind=kind))
    assert bodies(claim(store, limit=1)) == ["urgent"]


def test_the_lane_goes_in_order_of_urgency(store):
    """A safety text comes before alerts that waited longer, its own chat's and everybody's."""
    post(store, *(a_letter(chat, "alert", kind="alert", not_before=NOON - HOUR) for chat in range(1, 100)))
    post(store, a_letter(1, "help 1", kind="safety"), a_letter(500, "help 2", kind="safety"))
    assert bodies(claim(store, limit=3)) == ["help 1", "help 2", "alert"]


def test_a_safety_text_waits_for_no_alert_and_an_alert_for_the_safety_text(store):
    """Of one chat: what helps now goes first, at once; the alert follows as soon as that is out."""
    post(store, a_letter(1, "alert 1", kind="alert"))
    assert bodies(claim(store)) == ["alert 1"]
    post(store, a_letter(1, "help", kind="safety"), a_letter(1, "alert 2", kind="alert"))
    (help_,) = claim(store).letters
    assert help_.letter.body == "help"
    settle(store, 1)
    assert bodies(claim(store)) == []
    settle(store, help_.n)
    assert bodies(claim(store)) == ["alert 2"]


def test_an_alert_that_was_asked_to_wait_holds_its_own_chat_alone(store):
    """What is less urgent there waits too, though it is older; safety text and other chats go on."""
    post(store, a_letter(1, "older", not_before=NOON + MINUTE), a_letter(1, "alert", kind="alert"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + 2 * MINUTE, reason="asked to wait")
    post(store, a_letter(2, "alert 2", kind="alert"), a_letter(3, "b"), a_letter(1, "help", kind="safety"))
    first = claim(store, NOON + MINUTE)
    assert bodies(first) == ["help", "alert 2", "b"]
    for claimed in first.letters:
        settle(store, claimed.n)
    assert bodies(claim(store, NOON + MINUTE)) == []
    assert send(store, NOON + 2 * MINUTE) == ["alert"]
    assert send(store, NOON + 2 * MINUTE) == ["older"]


@pytest.mark.parametrize("kind", ["safety", "alert"])
def test_of_the_lane_too_a_letter_of_which_nobody_knows_holds_up_nobody(store, kind):
    """It comes again in a moment; what was said meanwhile needn't wait for that."""
    post(store, a_letter(1, "urgent", kind=kind))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason=NO_ANSWER)
    post(store, a_letter(1, "a"), a_letter(1, "next", kind=kind))
    assert send(store) == ["next"]
    assert send(store) == ["a"]
    assert send(store, NOON + MINUTE) == ["urgent"]


def test_alerts_of_a_chat_keep_their_own_order(store):
    """One after the other, though they are let past everything else."""
    post(store, a_letter(1, "a"), a_letter(1, "alert 1", kind="alert"), a_letter(1, "alert 2", kind="alert"))
    assert [send(store) for _ in range(3)] == [["alert 1"], ["alert 2"], ["a"]]


def test_a_letter_past_its_expiry_is_not_sent(store):
    """Too late is too late, from the very moment on; the next letter of the chat isn't held by it."""
    post(store, a_letter(1, "old", expires=NOON), a_letter(1, "new", expires=NOON + MINUTE))
    assert bodies(claim(store)) == ["new"]
    assert letters_by_state(store) == {"expired": 1, "sending": 1}


def test_a_newer_letter_of_a_slot_replaces_one_that_waits(store):
    """Of a message that is edited as it goes only the last form is sent."""
    post(store, a_letter(1, "one", slot="checkin"), a_letter(1, "two", slot="checkin"), a_letter(1, "x", slot="other"))
    assert send(store) == ["two"]
    assert send(store) == ["x"]
    assert letters_by_state(store) == {"replaced": 1, "sent": 2}


def test_a_slot_belongs_to_a_chat(store):
    """The same slot of another chat is another message."""
    post(store, a_letter(1, "one", slot="checkin"), a_letter(2, "two", slot="checkin"), a_letter(1, "no slot"))
    assert sorted(send(store, message_id=5)) == ["one", "two"]
    post(store, a_letter(3, "three", slot="checkin"))
    assert {claimed.message_id for claimed in claim(store).letters} == {None}


def test_a_slot_remembers_its_message(store):
    """Later letters of a slot are told which message to edit: the newest that is known."""
    post(store, a_letter(1, "one", slot="checkin"))
    send(store, message_id=41)
    post(store, a_letter(1, "two", slot="checkin"))
    (claimed,) = claim(store).letters
    assert claimed.message_id == 41
    settle(store, claimed.n)
    post(store, a_letter(1, "three", slot="checkin", below=True))
    (claimed,) = claim(store).letters
    assert (claimed.message_id, claimed.letter.below) == (41, True)
    settle(store, claimed.n, message_id=43)
    post(store, a_letter(1, "four", slot="checkin"))
    assert claim(store).letters[0].message_id == 43


def test_a_letter_under_way_is_not_replaced(store):
    """What was taken for sending may have gone already; the newer one follows it."""
    post(store, a_letter(1, "one", slot="checkin"))
    (first,) = claim(store).letters
    post(store, a_letter(1, "two", slot="checkin"))
    settle(store, first.n, message_id=41)
    (second,) = claim(store).letters
    assert (second.letter.body, second.message_id) == ("two", 41)


def test_a_slot_still_moves_down_when_the_letter_that_was_to_move_it_is_replaced(store):
    """After a typed answer the next question stands below it, however many letters it took."""
    post(store, a_letter(1, "one", slot="checkin", below=True), a_letter(1, "two", slot="checkin"))
    (claimed,) = claim(store).letters
    assert (claimed.letter.body, claimed.letter.below) == ("two", True)


def test_a_letter_is_tried_again_later(store):
    """Settled as due, it keeps its place in the line and knows how often it was tried."""
    post(store, a_letter(1, "one"), a_letter(1, "two"))
    (first,) = claim(store).letters
    settle(store, first.n, LetterState.DUE, not_before=NOON + MINUTE, reason="429")
    assert bodies(claim(store)) == []
    assert claim(store).next == NOON + MINUTE
    (again,) = claim(store, NOON + MINUTE).letters
    assert (again.letter.body, again.tries, again.n) == ("one", 1, first.n)


def test_a_letter_knows_how_often_nobody_knew(store):
    """Tries that certainly didn't arrive are counted apart from those that may have; a wait for the morning is none."""
    post(store, a_letter(1, "one"))
    for reason in ("no connection", NO_ANSWER, MORNING, "asked to wait", NO_ANSWER):
        settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON, reason=reason)
    (again,) = claim(store).letters
    assert (again.tries, again.unsure) == (5, 2)
    assert [(one.tries, one.unsure) for one in store.upkeep.unsettled()] == [(5, 2)]


@pytest.mark.parametrize("reason", ["no connection", "asked to wait", NO_ANSWER])
@pytest.mark.parametrize("back", [HOUR, 24 * HOUR, 3 * MINUTE])
def test_a_clock_that_is_set_back_makes_no_pause_longer(store, reason, back):
    """The pause begins anew, and is as long as it was; one whose clock goes on is left as it is."""
    post(store, a_letter(1, "one"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason=reason)
    found = claim(store, NOON - back)
    assert (bodies(found), found.next) == ([], NOON - back + MINUTE)
    assert claim(store, NOON - back + MINUTE / 2).next == NOON - back + MINUTE
    assert bodies(claim(store, NOON - back + MINUTE)) == ["one"]


def test_a_clock_that_is_set_back_leaves_what_waits_by_its_own_wish(store):
    """A letter for tomorrow morning, never tried, is for tomorrow morning by any clock."""
    post(store, a_letter(1, "tomorrow", not_before=NOON + 20 * HOUR))
    claim(store, NOON + HOUR)
    assert claim(store, NOON - HOUR).next == NOON + 20 * HOUR


def test_a_morning_that_a_wrong_clock_chose_is_asked_for_anew(store):
    """Put off to the morning by a clock a day ahead: by the right one it is looked at at once, and is late by then."""
    post(store, a_letter(1, "one"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + 10 * HOUR, reason=MORNING)
    (again,) = claim(store, NOON - 24 * HOUR).letters
    assert again.letter.not_before < NOON - 24 * HOUR


def test_a_newer_letter_that_took_over_a_pause_keeps_it_short_too(store):
    """What it waits for is the pause of the older one, not a wish of its own."""
    post(store, a_letter(1, "one", slot="checkin"))
    (first,) = claim(store).letters
    post(store, a_letter(1, "two", slot="checkin"))
    settle(store, first.n, LetterState.DUE, not_before=NOON + MINUTE)
    claim(store)
    assert claim(store, NOON - HOUR).next == NOON - HOUR + MINUTE


def test_a_pause_that_was_shortened_in_a_batch_that_failed_is_shortened_in_the_next(store):
    """An undone batch leaves the letter as it was, and it isn't overlooked then."""
    post(store, a_letter(1, "one"))
    settle(store, claim(store).letters[0].n, LetterState.DUE, not_before=NOON + MINUTE, reason="no connection")
    with undone(store):
        store.claim(NOON - HOUR)
    assert claim(store, NOON - HOUR).next == NOON - HOUR + MINUTE


def test_a_letter_that_has_to_wait_makes_way_for_a_newer_one_of_its_slot(store):
    """Trying again an older form of a message would be for nothing; the newer one waits as long as was asked."""
    post(store, a_letter(1, "one", slot="checkin", below=True))
    (first,) = claim(store).letters
    post(store, a_letter(1, "two", slot="checkin"))
    settle(store, first.n, LetterState.DUE, not_before=NOON + MINUTE)
    assert bodies(claim(store)) == []
    (second,) = claim(store, NOON + MINUTE).letters
    assert (second.letter.body, second.letter.below) == ("two", True)
    assert letters_by_state(store) == {"replaced": 1, "sending": 1}


@pytest.mark.parametrize("state", [LetterState.SENT, LetterState.UNCERTAIN, LetterState.FAILED, LetterState.EXPIRED])
def test_a_settled_letter_is_done_with(store, state):
    """A final state ends it; settling again changes nothing."""
    post(store, a_letter(1, "one"))
    (claimed,) = claim(store).letters
    settle(store, claimed.n, state, reason="blocked")
    settle(store, claimed.n, LetterState.DUE)
    assert bodies(claim(store, NOON + HOUR)) == []
    assert letters_by_state(store) == {state.value: 1}


def test_what_was_never_taken_or_is_gone_cannot_be_settled(store):
    """A late word about a letter that isn't under way is passed over."""
    post(store, a_letter(1, "one"))
    settle(store, 1)
    settle(store, 999)
    assert letters_by_state(store) == {"due": 1}


def test_letters_for_an_unbound_chat_are_not_sent(store):
    """When a client moves to another account, what waits for the old one goes nowhere, but a last word to it does."""
    client = a_client(chat=7)
    waiting = (a_letter(7, "private", file="c-jan"), a_letter(9, "for the coach", file="c-jan"), a_letter(7, "other"))
    keep(store, new(client, letters=waiting))
    last = a_letter(7, "this chat is no longer connected", file="c-jan")
    keep(store, Turn(at=NOON, before=client, after=replace(client, chat=8), letters=(last,)))
    assert bodies(claim(store)) == ["for the coach", "other"]
    settle(store, 3)
    assert bodies(claim(store)) == ["this chat is no longer connected"]
    assert letters_by_state(store)["expired"] == 1


def test_a_crash_leaves_letters_that_nobody_knows_of(store):
    """What was under way is found again, as it was taken."""
    post(store, a_letter(1, "one", slot="checkin"), a_letter(2, "two"))
    send(store, message_id=41)
    post(store, a_letter(1, "three", slot="checkin"), a_letter(3, "four"))
    claimed = claim(store).letters
    found = store.upkeep.unsettled()
    assert [(one.n, one.letter, one.message_id) for one in found] == [(c.n, c.letter, c.message_id) for c in claimed]
    assert [one.tries for one in found] == [0, 0]


def test_an_undone_claim_takes_nothing(store):
    """Letters claimed in a batch that fails are due again."""
    post(store, a_letter(1, "one"))
    with undone(store):
        assert len(store.claim(NOON).letters) == 1
    assert bodies(claim(store)) == ["one"]


def test_the_number_of_a_letter_is_given_once(store):
    """A word about a letter that was erased can't meet a younger one."""
    keep(store, new(a_client(), letters=(a_letter(7, "one", file="c-jan"),)))
    (first,) = claim(store).letters
    with store.batch():
        store.forget("c-jan", NOON)
    post(store, a_letter(7, "two"))
    (second,) = claim(store).letters
    assert second.n > first.n


@pytest.mark.parametrize("state", [LetterState.SENT, LetterState.UNCERTAIN, LetterState.FAILED])
def test_the_words_of_a_once_letter_go_when_it_is_settled(sqlite, state):
    """A letter marked `once` keeps its place in the books and loses its words; others keep theirs until pruned."""
    post(sqlite, a_letter(1, "secret link", once=True), a_letter(2, "ordinary"))
    for claimed in claim(sqlite).letters:
        settle(sqlite, claimed.n, state)
    rows = sqlite.connection.run("SELECT body IS NULL FROM outbox ORDER BY n").fetchall()
    assert rows == [(1,), (0,)]


def test_the_words_of_a_once_letter_go_when_it_expires_or_is_replaced(sqlite):
    """Also a letter that was never sent loses its words when it is marked `once`."""
    client = a_client(chat=3)
    letters = (
        a_letter(1, "late", once=True, expires=NOON),
        a_letter(2, "one", once=True, slot="s"),
        a_letter(2, "two", slot="s"),
        a_letter(3, "unbound", once=True, file="c-jan"),
    )
    keep(sqlite, new(client, letters=letters))
    keep(sqlite, Turn(at=NOON, before=client, after=replace(client, chat=4)))
    claim(sqlite)
    rows = sqlite.connection.run("SELECT n, state FROM outbox WHERE body IS NULL ORDER BY n").fetchall()
    assert rows == [(1, "expired"), (2, "replaced"), (4, "expired")]


def test_a_damaged_letter_ends_as_failed_and_holds_up_nobody(sqlite):
    """Its body can't be opened: the others go on, and it is counted."""
    post(sqlite, a_letter(1, "a1"), a_letter(2, "b1"))
    with sqlite.batch():
        sqlite.connection.run("UPDATE outbox SET body = x'00ff' WHERE chat = 1")
    assert bodies(claim(sqlite)) == ["b1"]
    assert letters_by_state(sqlite)["failed"] == 1
