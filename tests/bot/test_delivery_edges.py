"""What becomes of a letter, to the second and the last try; how fast the bot begins; what waits for the morning."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot import delivery, lateness
from bot.mail import Carried
from bot.pace import MOST, Pace
from bot.transport import NotSent
from state_machines.effects import BEGUN_BY_BOT, LANE, LetterClass
from storage.open import open_memory
from storage.port import MORNING, NO_ANSWER, Claimed, Letter, LetterState, Settled, Turn
from tests.storage.material import a_client, asked, keep

AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
NIGHT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
KINDS = [str(kind) for kind in LetterClass]
N = 41


def claimed(
    kind: str, tries: int = 0, *, unsure: int = 0, file: str | None = None, not_before: datetime = AT
) -> Claimed:
    """A letter of this class, taken for sending after so many tries; after `unsure` of them nobody knew."""
    letter = Letter(chat=101, file=file, kind=kind, body="{}", not_before=not_before)
    return Claimed(n=N, letter=letter, message_id=None, tries=tries, unsure=unsure)


def due(wait: timedelta, reason: str) -> Settled:
    """Sent again after this long, for this reason."""
    return Settled(n=N, state=LetterState.DUE, at=AT, not_before=AT + wait, reason=reason)


def ended(state: LetterState, reason: str) -> Settled:
    """It ends, for this reason; no message is known and no moment for another try."""
    return Settled(n=N, state=state, at=AT, message_id=None, not_before=None, reason=reason)


# --- what Telegram said ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "waits"),
    [
        ("safety", [1, 2, 4, 8, 16, 32, 60, 60]),
        ("alert", [5, 10, 20, 40, 60, 60]),
        ("question", [60]),
        ("prompt", [600]),
        ("reminder", []),
        ("reply", []),
    ],
)
def test_a_letter_of_which_nobody_knows_waits_twice_as_long_each_time(kind: str, waits: list[int]) -> None:
    """To a minute, or as long as its class waits at first; a class that may not come twice ends at once."""
    for unsure, wait in enumerate(waits):
        assert delivery.failed(claimed(kind, unsure=unsure), AT, TimedOut()) == due(wait * SECOND, NO_ANSWER)
    last = 999 if kind in LANE else len(waits)
    assert delivery.uncertain(claimed(kind, unsure=last), AT) == ended(LetterState.UNCERTAIN, NO_ANSWER)


def test_a_thousand_tries_of_which_nobody_knows_are_enough() -> None:
    """The last but one is followed by another, a minute later; how long it waits never grows beyond that."""
    assert delivery.uncertain(claimed("safety", unsure=998), AT) == due(MINUTE, NO_ANSWER)
    assert delivery.uncertain(claimed("alert", unsure=13), AT) == due(MINUTE, NO_ANSWER)


@pytest.mark.parametrize(("kind", "most"), [("question", 5), ("prompt", 5), ("reply", 0), ("safety", 1000)])
def test_a_program_that_ended_gives_what_is_waited_for_five_tries(kind: str, most: int) -> None:
    """Not four and not six; what may not come twice doesn't, also then."""
    states = [delivery.uncertain(claimed(kind, unsure=n), AT, ended=True).state for n in (max(most - 2, 0), most - 1)]
    assert states == [LetterState.DUE if most else LetterState.UNCERTAIN, LetterState.UNCERTAIN]


def test_an_edit_of_which_nobody_knows_comes_again_with_growing_pauses() -> None:
    """Twice the same edit is one; it counts no unknown try, so it has a reason of its own."""
    for tries, wait in ((0, SECOND), (3, 8 * SECOND), (20, 10 * MINUTE)):
        assert delivery.failed(claimed("reply", tries), AT, TimedOut(), edit=True) == due(wait, "no answer to an edit")


def test_the_pauses_double_from_a_second_to_ten_minutes() -> None:
    """1, 2, 4 ... 512 s, then ten minutes for ever; in the lane never longer than fifteen seconds (R22)."""
    assert [delivery.backoff(tries) // SECOND for tries in (0, 1, 9, 10, 12, 13, 400)] == [
        1,
        2,
        512,
        600,
        600,
        600,
        600,
    ]
    for kind in KINDS:
        waits = [delivery.failed(claimed(kind, tries), AT, NotSent("refused")) for tries in (3, 4, 30)]
        longest = 15 * SECOND if kind in LANE else 10 * MINUTE
        assert waits == [due(min(wait, longest), "no connection") for wait in (8 * SECOND, 16 * SECOND, 10 * MINUTE)]


@pytest.mark.parametrize(
    ("error", "settled"),
    [
        (RetryAfter(7), due(7 * SECOND, "asked to wait")),
        (RetryAfter(timedelta(minutes=2)), due(2 * MINUTE, "asked to wait")),
        (Forbidden("blocked"), ended(LetterState.FAILED, "unreachable")),
        (BadRequest("Bot can't initiate conversation with a user"), ended(LetterState.FAILED, "unreachable")),
        (BadRequest("user is deactivated"), ended(LetterState.FAILED, "unreachable")),
        (BadRequest("message is too long"), ended(LetterState.FAILED, "BadRequest")),
        (InvalidToken("x"), due(SECOND, "bot refused")),
        (NotSent("refused"), due(SECOND, "no connection")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_means_one_thing(error: TelegramError, settled: Settled) -> None:
    """The whole of what is written down: which letter, when, what became of it, why."""
    assert delivery.failed(claimed("reply"), AT, error) == settled


def test_what_arrived_is_written_down_with_its_message() -> None:
    """And with nothing else."""
    assert delivery.sent(claimed("reply"), AT, 77) == Settled(n=N, state=LetterState.SENT, at=AT, message_id=77)


def test_while_the_store_is_out_a_letter_waits_five_seconds() -> None:
    """It was neither sent nor refused."""
    assert delivery.store_out(claimed("reply"), AT) == due(5 * SECOND, "the store was out")


def test_only_who_cannot_be_reached_is_told_on() -> None:
    """What Telegram refuses for another reason is a defect of ours, and no news for a coach."""
    assert {
        "unreachable", "mail never went", "mail refused", "mail can't be sent: see TREDE_MAIL",
    } == delivery.TOLD_ON  # fmt: skip


# --- what a mail server said ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("carried", "tries", "reason"),
    [
        (Carried.NOT_SENT, 12, "mail never went"),
        (Carried.REFUSED, 5, "mail refused"),
        (Carried.NOT_SET_UP, 1, "mail can't be sent: see TREDE_MAIL"),
    ],
)
def test_a_mail_that_has_not_gone_is_tried_so_often_and_no_more(carried: Carried, tries: int, reason: str) -> None:
    """1 minute after the first time, then 2, 4 ... and after the last try it has failed, for that reason."""
    for before in range(tries - 1):
        assert delivery.mailed(claimed("reply", before), AT, carried) == due(2**before * MINUTE, reason)
    assert delivery.mailed(claimed("reply", tries - 1), AT, carried) == ended(LetterState.FAILED, reason)


def test_a_mail_waits_never_longer_than_a_day() -> None:
    """Whatever was tried before: 2048 minutes is over a day."""
    assert delivery.mailed(claimed("alert", 20, unsure=1), AT, Carried.UNKNOWN) == due(DAY, NO_ANSWER)
    assert delivery.mailed(claimed("alert", 10, unsure=1), AT, Carried.UNKNOWN) == due(1024 * MINUTE, NO_ANSWER)


@pytest.mark.parametrize(
    ("kind", "most", "first"),
    [
        ("safety", 12, MINUTE),
        ("alert", 12, MINUTE),
        ("question", 2, MINUTE),
        ("prompt", 2, 10 * MINUTE),
        ("reply", 0, MINUTE),
    ],
)
def test_a_mail_that_may_have_gone_follows_its_class(kind: str, most: int, first: timedelta) -> None:
    """As often as its class may come twice, twelve times at most; not sooner than its class waits."""
    if most:
        assert delivery.mailed(claimed(kind), AT, Carried.UNKNOWN) == due(first, NO_ANSWER)
        assert delivery.mailed(claimed(kind, unsure=most - 2), AT, Carried.UNKNOWN).state is LetterState.DUE
    last = delivery.mailed(claimed(kind, unsure=max(most - 1, 0)), AT, Carried.UNKNOWN)
    assert last == ended(LetterState.UNCERTAIN, NO_ANSWER)


def test_a_mail_that_went_has_no_message() -> None:
    """It is sent, and that is all."""
    assert delivery.mailed(claimed("alert"), AT, Carried.SENT) == Settled(n=N, state=LetterState.SENT, at=AT)


# --- how fast the bot begins ----------------------------------------------------------------------------------------


def begun_in_ten_seconds(late: timedelta) -> list[datetime]:
    """When letters go, of which there are always more, if the bot wakes so much later than it meant to."""
    pace, now, went = Pace(), AT, []
    while now < AT + 10 * SECOND:
        count = pace.left(now)
        pace.spend(count, now)
        went += [now] * count
        now = pace.again(now) + late
    return went


@pytest.mark.parametrize("late", [timedelta(0), timedelta(milliseconds=20), timedelta(milliseconds=140)])
def sent_within(seconds: int, waiting: int = 10**6) -> list[datetime]:
    """The moments of all letters that go, when so many wait and each is taken as soon as there is room."""
    pace, now, moments = Pace(), AT, list[datetime]()
    while now < AT + seconds * SECOND and len(moments) < waiting:
        count = min(pace.left(now), waiting - len(moments))
        pace.spend(count, now)
        moments += [now] * count
        now = pace.again(now)
    return moments


def test_twenty_letters_are_begun_in_a_second_and_never_a_burst() -> None:
    """A thousand in fifty seconds; in no second that one can choose so many that Telegram refuses the answers."""
    moments = sent_within(60, waiting=1000)
    assert len(moments) == 1000
    assert timedelta(seconds=49) < moments[-1] - AT <= timedelta(seconds=50)
    for n, first in enumerate(moments):
        assert sum(moment < first + SECOND for moment in moments[n : n + 40]) <= 26


def test_a_few_go_at_once_and_each_place_is_free_again_after_a_twentieth_of_a_second() -> None:
    """Six; a place that is half free isn't free; who waits goes with two others."""
    pace = Pace()
    assert (pace.left(AT), MOST) == (6, 6)
    pace.spend(6, AT)
    milliseconds = (0, 49, 50, 99, 100, 299, 300, 5000)
    assert [pace.left(AT + SECOND * n / 1000) for n in milliseconds] == [0, 0, 1, 1, 2, 5, 6, 6]
    assert pace.again(AT) == AT + SECOND * 0.15
    assert pace.left(pace.again(AT)) == 3


def test_who_sends_nothing_takes_no_place() -> None:
    """However often it was asked; and there is room for one more a twentieth of a second later."""
    pace = Pace()
    pace.spend(0, AT)
    assert pace.left(AT) == 6
    assert pace.again(AT) == AT + SECOND * 0.05
    pace.spend(2, AT)
    pace.spend(0, AT)
    assert pace.left(AT) == 4
    assert pace.again(AT) == AT + SECOND * 0.05


def test_more_than_there_was_room_for_takes_all_places_and_no_more() -> None:
    """An answer that waits takes its chat's letters along: nobody waits longer for that than for a full house."""
    pace = Pace()
    pace.spend(50, AT)
    assert pace.left(AT) == 0
    assert pace.left(AT + SECOND * 0.3) == 6


def test_a_clock_that_was_set_back_begins_anew() -> None:
    """Nobody waits an hour because the clock did."""
    pace = Pace()
    pace.spend(6, AT)
    assert pace.left(AT - HOUR) == 6


# --- what comes late waits for the morning --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("after", "tries", "late"),
    [
        (timedelta(0), 0, False),
        (10 * MINUTE, 0, False),
        (10 * MINUTE + SECOND, 0, True),
        (timedelta(0), 8, False),
        (timedelta(0), 9, True),
    ],
)
def test_ten_minutes_after_its_moment_a_letter_is_late(kind: str, after: timedelta, tries: int, late: bool) -> None:
    """Or after nine tries without a connection, or what the bot begins at its second try. Never in the lane (R22)."""
    again = tries > 0 and kind in BEGUN_BY_BOT
    expected = (late or again) and kind not in LANE
    assert lateness.is_late(claimed(kind, tries, file="c-jan"), AT + after) is expected


def test_a_letter_that_is_about_nobody_is_never_late() -> None:
    """Nobody knows whose night it would be."""
    assert not lateness.is_late(claimed("reply", 50), AT + DAY)


@pytest.mark.parametrize(
    ("file", "now", "morning"),
    [
        ("c-jan", NIGHT, datetime(2026, 12, 1, 7, 0, tzinfo=UTC)),
        ("c-jan", datetime(2026, 11, 30, 20, 0, tzinfo=UTC), datetime(2026, 12, 1, 7, 0, tzinfo=UTC)),
        ("c-jan", datetime(2026, 11, 30, 19, 59, tzinfo=UTC), None),
        ("c-jan", datetime(2026, 12, 1, 7, 0, tzinfo=UTC), None),
        ("c-gone", NIGHT, None),
        (None, NIGHT, None),
    ],
)
def test_the_morning_is_that_of_whose_letter_it_is(file: str | None, now: datetime, morning: datetime | None) -> None:
    """From nine in the evening to eight in the morning there (R39); who has no file has no night."""
    store = open_memory()
    keep(store, Turn(at=AT, before=None, after=a_client(), record=asked("start")))
    with store.batch():
        assert lateness.morning(store, claimed("reply", file=file), now) == morning
    store.close()


def test_put_off_a_letter_waits_for_the_morning_and_says_so() -> None:
    """With that reason it holds up no answer, and a clock that was wrong is found out."""
    settled = lateness.put_off(claimed("reply"), AT, AT + HOUR)
    assert settled == Settled(n=N, state=LetterState.DUE, at=AT, not_before=AT + HOUR, reason=MORNING)
