"""`trede simulate`: synthetic people through the real bot; and the checker that counts what must never happen."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import figures
import pytest

from bot import simulation
from simulator.checker import Counts, Facts, Kept, check, zones_seen
from simulator.ledger import Ledger, Seen
from simulator.markup import Button

NINE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
CHAT = 101
SANNE = Facts(name="Sanne", chat=CHAT)
HEADING = """# Reliability: what was measured

Each line is one run of `make test-long` on synthetic people; the last four columns must be 0, and nobody may get more
than 2 messages a day that the bot begins.

| date | clients | client-days | turns | most begun in a day | duplicates | quiet hours | silent drops | plan changes |
|---|---|---|---|---|---|---|---|---|
"""


def play(**how: int | bool) -> tuple[Counts, dict[str, object]]:
    """One run."""
    return asyncio.run(simulation.play(**how))


def same(told: dict[str, object]) -> dict[str, object]:
    """What a seed decides: everything but how long it took, and what can't be seen over the wire."""
    return {name: value for name, value in told.items() if name not in {"seconds", "stumbles"}}


def assert_right(counts: Counts, told: dict[str, object]) -> None:
    """All that must be zero is zero, and the store is as it was written."""
    assert counts.right, told
    assert not told["faults"]
    assert told["stumbles"] == 0


# --- the bot under synthetic people -------------------------------------------------------------------------------


def test_two_weeks_of_six_temperaments_leave_nothing_dropped_doubled_or_changed() -> None:
    """The four counts are 0 and at most two messages a day are begun, among people who do what people do."""
    counts, told = play(clients=6, weeks=2, seed=7)
    assert_right(counts, told)
    assert counts.prompts_sent == counts.checkins_answered + counts.checkins_missed
    assert counts.checkins_answered > 20, "people no longer find their way: is simulator/labels.py still right?"
    assert counts.step_messages > 3, "plans are no longer agreed: is simulator/labels.py still right?"


def test_a_seed_decides_the_counts() -> None:
    """The same seed counts the same, so a run that found something can be run again."""
    first, second = (same(play(clients=3, weeks=1, seed=11)[1]) for _ in range(2))
    assert first == second


@pytest.mark.long
def test_over_the_wire_the_counts_are_the_same() -> None:
    """The bot as a process of its own, over HTTP, does what it does in one process."""
    here, there = (same(play(clients=3, weeks=1, seed=7, http=http)[1]) for http in (False, True))
    assert here == there


@pytest.mark.long
def test_ten_thousand_client_days_never_begin_more_than_two_messages_a_day() -> None:
    """R39 over 10,080 client-days, with zeros all over; the figures go into docs/reliability.md."""
    counts, told = play(clients=120, weeks=12, seed=39)
    keep(counts, told)
    assert_right(counts, told)


def keep(counts: Counts, told: dict[str, object]) -> None:
    """Append the figures of a run, with its size and date."""
    figures.keep(
        HEADING, told["clients"], told["client_days"], told["turns"], counts.most_begun_in_a_day, counts.duplicates,
        counts.quiet_hour_messages, counts.silent_drops, counts.plan_changes,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({}, 0),
        ({"duplicates": 1}, 1),
        ({"silent_drops": 1}, 1),
        ({"plan_changes": 1}, 1),
        ({"quiet_hour_messages": 1}, 1),
        ({"most_begun_in_a_day": 3}, 1),
        ({"most_begun_in_a_day": 2}, 0),
    ],
)
def test_the_exit_code_says_whether_all_is_well(
    wrong: dict[str, int], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """1 when one of the four isn't 0 or a day had a third message; the counts are printed all the same."""
    counts = Counts(**wrong)

    async def played(**_: int) -> tuple[Counts, dict[str, object]]:
        return counts, {"turns": 1, "findings": [], "faults": [], "stumbles": 0}

    monkeypatch.setattr(simulation, "play", played)
    monkeypatch.setattr(simulation.logs, "set_up", lambda level: None)
    assert simulation.run(clients=1, weeks=1, seed=1, http=False, as_json=True) == code
    assert '"turns": 1' in capsys.readouterr().out


# --- the checker can fail -----------------------------------------------------------------------------------------


class Told(Ledger):
    """A ledger with short ways to say what happened."""

    def bot(self, text: str, at: datetime, *labels: str) -> Seen:
        """A new message."""
        rows = (tuple(Button(label=label, data=f"data:{label}") for label in labels),)
        return self.add(at=at, chat_id=CHAT, what="sent", message_id=len(self) + 1, text=text, buttons=rows)

    def taps(self, message: Seen, label: str, at: datetime) -> None:
        """A tap on a label."""
        self.add(at=at, chat_id=CHAT, what="user_tap", message_id=message.message_id, text=f"data:{label}")


PROMPT = [str(number) for number in range(11)] + ["Later vandaag"]


def test_an_ordinary_day_is_right() -> None:
    """A prompt, a nudge, and answers at the moments of acts: two begun, nothing wrong."""
    told = Told()
    prompt = told.bot("prompt", NINE, *PROMPT)
    told.bot("nudge", NINE + timedelta(hours=3), *PROMPT)
    told.taps(prompt, "7", NINE + timedelta(hours=3, seconds=5))
    told.bot("thank you", NINE + timedelta(hours=3, seconds=5))
    counts = check(told, [SANNE], Kept())
    assert counts.right
    assert (counts.prompts_sent, counts.nudges, counts.most_begun_in_a_day) == (1, 1, 2)
    assert (counts.checkins_answered, counts.checkins_missed) == (0, 1)


def test_the_same_text_begun_twice_in_a_day_is_a_duplicate() -> None:
    """Also when hours lie between; on another local day it is not."""
    told = Told()
    for hours in (0, 2, 24):
        told.bot("prompt", NINE + timedelta(hours=hours), *PROMPT)
    counts = check(told, [SANNE], Kept())
    assert counts.duplicates == 1
    assert not counts.right


def test_one_answer_sent_twice_is_a_duplicate_and_two_answers_to_two_taps_are_not() -> None:
    """At one moment there is one answer for each act of the chat's owner."""
    told = Told()
    prompt = told.bot("prompt", NINE, *PROMPT)
    for seconds, taps in ((10, 1), (20, 2)):
        at = NINE + timedelta(seconds=seconds)
        for _ in range(taps):
            told.taps(prompt, "7", at)
        told.bot("old button", at)
        told.bot("old button", at)
    assert check(told, [SANNE], Kept()).duplicates == 1


@pytest.mark.parametrize(("zone", "found"), [("Europe/Amsterdam", 0), ("America/New_York", 1)])
def test_quiet_hours_are_those_of_the_zone_that_was_set_then(zone: str, found: int) -> None:
    """Nine in the morning here is the middle of the night there, from the moment on that the zone was changed."""
    told = Told()
    told.bot("prompt", NINE - timedelta(days=1), *PROMPT)
    told.bot("prompt", NINE, *PROMPT)
    person = Facts(name="Sanne", chat=CHAT, zones=((NINE - timedelta(hours=5), zone),))
    assert check(told, [person], Kept()).quiet_hour_messages == found


def test_a_third_message_in_a_day_is_found_and_a_wished_one_is_no_third() -> None:
    """A prompt that comes back an hour after "later today" is the reader's own wish; ten minutes later it isn't."""
    for wished, most in ((timedelta(hours=1), 2), (timedelta(minutes=70), 3)):
        told = Told()
        prompt = told.bot("prompt", NINE, *PROMPT)
        told.taps(prompt, "Later vandaag", NINE + timedelta(minutes=5))
        told.bot("prompt again", NINE + timedelta(minutes=5) + wished, *PROMPT)
        told.bot("step", NINE + timedelta(hours=2))
        assert check(told, [SANNE], Kept()).most_begun_in_a_day == most


def test_the_zone_of_who_erased_everything_is_the_one_that_they_saw() -> None:
    """In Tokyo five in the morning here is a day's first hour; who never saw that zone is still asleep."""
    told, at = Told(), NINE - timedelta(hours=4)
    told.bot("Dat is aangepast.\n\nJouw instellingen:\nTijdzone: Asia/Tokyo\nTaal: Nederlands", at - timedelta(days=1))
    told.bot("step", at)
    seen = replace(SANNE, zones=zones_seen(told))
    assert [found for _, found in seen.zones] == ["Asia/Tokyo"]
    assert check(told, [seen], Kept()).quiet_hour_messages < check(told, [SANNE], Kept()).quiet_hour_messages


@pytest.mark.parametrize(
    ("acted_at", "told_at", "begun"),
    [
        ((-60,), (0,), 0),  # an act in the night, told when it ends
        ((-60, -30), (0, 0), 0),
        ((-60,), (0, 0), 1),  # the second tells nothing that anybody did
        ((), (0,), 1),
        ((-60,), (5,), 1),  # too late to be word of the night
        ((-13 * 60,), (0,), 1),  # done in the evening, before the night
    ],
)
def test_what_a_coach_did_in_the_night_may_be_told_when_it_ends(
    acted_at: tuple[int, ...], told_at: tuple[int, ...], begun: int
) -> None:
    """A person says it, not the bot (R39): one message for each thing that somebody else did in the quiet hours."""
    told, ends = Told(), NINE - timedelta(hours=1)
    for at in acted_at:
        told.add(at=ends + timedelta(minutes=at), chat_id=CHAT + 1, what="user_text")
    for number, at in enumerate(told_at):
        told.bot(f"Joost writes {number}", ends + timedelta(minutes=at))
    assert check(told, [SANNE], Kept()).most_begun_in_a_day == begun


@pytest.mark.parametrize(
    ("unblocked_at", "welcomed_at", "duplicates", "begun"),
    [
        ((0, 10, 20), (1, 11, 21), 0, 0),  # one each
        ((0,), (1, 11), 0, 1),  # the second answers nothing
        ((0,), (1, 11, 21), 1, 2),  # nor does the third, which is the second once more
        ((), (1,), 0, 1),
        ((5,), (1,), 0, 1),  # said before it
    ],
)
@pytest.mark.parametrize(
    "labels", [("Check-in doen", "Wat kan ik hier doen?"), ("Check in now", "What can I do here?")]
)
def test_each_end_of_a_block_earns_one_word_of_welcome(
    unblocked_at: tuple[int, ...], welcomed_at: tuple[int, ...], duplicates: int, begun: int, labels: tuple[str, str]
) -> None:
    """It comes at no moment of an act, as "start" might follow; it counts neither as begun nor as said twice."""
    told = Told()
    acts = [(NINE + timedelta(minutes=at), False) for at in unblocked_at]
    for at, welcomed in sorted(acts + [(NINE + timedelta(minutes=at), True) for at in welcomed_at]):
        if welcomed:
            told.bot("You take part", at, *labels)
        else:
            told.add(at=at, chat_id=CHAT, what="user_unblock")
    counts = check(told, [SANNE], Kept())
    assert (counts.duplicates, counts.most_begun_in_a_day) == (duplicates, begun)


def test_a_word_of_welcome_in_the_night_disturbs_all_the_same() -> None:
    """It waits for the morning like all that isn't said at once."""
    told, night = Told(), NINE - timedelta(hours=4)
    told.add(at=night, chat_id=CHAT, what="user_unblock")
    told.bot("You take part", night + timedelta(seconds=20), "Check in now", "What can I do here?")
    assert check(told, [SANNE], Kept()).quiet_hour_messages == 1


@pytest.mark.parametrize(
    "kept",
    [
        Kept(ended={("checkin", ""): 1}),
        Kept(ended={("nudge", "whatever"): 1, ("nudge", "letter"): 9}),
        Kept(overdue=1),
        Kept(letters={("prompt", "due"): 1}),
        Kept(letters={("prompt", "sending"): 1, ("prompt", "sent"): 5}),
        Kept(letters={("reply", "uncertain"): 1}),
        Kept(unexplained=1),
    ],
)
def test_work_that_ends_in_silence_is_a_drop(kept: Kept) -> None:
    """No letter, no expiry, no reason; or still there although its time has passed."""
    assert check((), [SANNE], kept).silent_drops == 1


def test_work_that_ended_well_is_no_drop() -> None:
    """A letter, an expiry, a reason; sent, replaced, expired, failed with a reason."""
    ended = {("checkin", how): 3 for how in ("letter", "expired", "reason: quiet hours")}
    letters = {("prompt", how): 3 for how in ("sent", "replaced", "expired", "failed")}
    assert check((), [SANNE], Kept(ended=ended, letters=letters)).silent_drops == 0


@pytest.mark.parametrize(
    ("registered", "versions", "changes"),
    [(("a", "b"), ("a", "b", "b"), 0), (("a",), ("a", "x"), 1), (("a", "b"), ("a", "c"), 2), (("a",), (), 1)],
)
def test_a_plan_that_nobody_registered_or_that_changed_is_found(
    registered: tuple[str, ...], versions: tuple[str, ...], changes: int
) -> None:
    """Fingerprints at the moment of registering against those at the end."""
    person = Facts(name="Sanne", chat=CHAT, registered=registered, versions=versions)
    assert check((), [person], Kept()).plan_changes == changes
