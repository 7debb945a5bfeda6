"""The complaint rule at its edges (R19, R1): each number just under, exactly and just over; and what counts as what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import people
import pytest

from state_machines import questions
from state_machines.case import Complaints
from state_machines.complaint_rule import evidence_of, judge, needed_answers, note
from state_machines.decide import decide_client, turn_day
from state_machines.events import Answered, CheckinOpened, RuleSet, Woke
from state_machines.files import Answer, Client, Day, but
from state_machines.plan_changes import stopped
from state_machines.rule import Rule, SetBy

LAST = date(2026, 12, 31)
FIRST = LAST - timedelta(days=120)
SET_BY = SetBy(name="Ans", role="psychologist", on=FIRST)

#: A day as told: a score, "-" asked and not answered, "" not asked, "w" words alone; "3w" a score with words.
Told = str | int | float


def a_day(day: date, told: Told) -> Day:
    """A date as it was told, with energy 5 on every day that was answered."""
    text = str(told)
    made = Day(date=day, asked=bool(text), voiced=text.endswith("w"))
    score = text.rstrip("w")
    if score in {"", "-"}:
        return made
    at = datetime.combine(day, time(12), UTC)
    made = made.keep(Answer(question="energy", at=at, number=Decimal(5)))
    return made.keep(Answer(question="complaint", at=at, number=Decimal(score)))


def lived(told: Sequence[Told], rule: Rule | None = None, **changes: object) -> Client:
    """Somebody without a plan whose last days, up to LAST, were these: through the turn of the day, as in life."""
    file = people.client(versions=(), agreed="", rule=rule or Rule(), coaching_since=FIRST, **changes)
    for n, each in enumerate(told, start=1):
        day = LAST - timedelta(days=len(told) - n)
        file = turn_day(file, Woke(at=datetime.combine(day, time(12), UTC), kind="checkin", day=day))
        file = but(file, day=a_day(day, each))
    return file


def holds(told: Sequence[Told], rule: Rule | None = None, **changes: object) -> tuple[str, ...]:
    return judge(lived(told, rule, **changes), LAST).holds


# --- level: a row of days, the number, what it decides at which value ------------------------------------------------


@pytest.mark.parametrize(("score", "bad"), [(6, 0), (6.5, 0), (7, 4), (7.5, 4)])
def test_a_day_is_bad_from_seven_on(score: float, bad: int) -> None:
    """`bad_from`: just under isn't, exactly is."""
    judged = judge(lived([score] * 4), LAST)
    assert judged.evidence.bad == bad
    assert ("level" in judged.holds) == bool(bad)


@pytest.mark.parametrize(
    ("asked", "needed"), [(0, 4), (1, 4), (4, 4), (5, 4), (6, 5), (8, 7), (10, 8), (14, 8), (28, 8)]
)
def test_needed_answers_by_asked_days(asked: int, needed: int) -> None:
    """The issue's own numbers, and both ends."""
    assert needed_answers(Rule(), asked) == needed


@pytest.mark.parametrize(("asked", "needed"), [(4, 4), (6, 5), (8, 7), (10, 8), (14, 8)])
@pytest.mark.parametrize("under", [-1, 0, 1])
def test_level_needs_so_many_answers(asked: int, needed: int, under: int) -> None:
    """One answer too few is nothing, however bad the others were; exactly enough is enough."""
    answered = min(needed + under, asked)
    told = ["-"] * (asked - answered) + [9] * answered
    assert ("level" in holds(told)) == (answered >= needed)


@pytest.mark.parametrize(
    ("bad", "of", "does"), [(6, 10, False), (7, 10, True), (8, 10, True), (5, 8, False), (6, 8, True)]
)
def test_level_needs_seven_in_ten_bad(bad: int, of: int, does: bool) -> None:
    """`bad_share`: 69 % isn't, 70 % is."""
    assert ("level" in holds([8] * bad + [2] * (of - bad))) is does


@pytest.mark.parametrize(("bad", "of", "cleared"), [(4, 10, True), (5, 10, False), (6, 10, False), (0, 10, True)])
def test_it_clears_below_half(bad: int, of: int, cleared: bool) -> None:
    """`clear_share`: exactly half isn't below. Between half and seven in ten neither holds: what there is, stays."""
    judged = judge(lived([8] * bad + [2] * (of - bad)), LAST)
    assert judged.cleared is cleared
    assert judged.kind == ""


def test_a_silence_or_one_good_day_after_it_clears_nothing() -> None:
    """Missing is missing: as many answers are needed to end an episode as to begin one."""
    assert not judge(lived(["-"] * 14), LAST).cleared
    assert not judge(lived([*["-"] * 13, 0]), LAST).cleared
    assert not judge(lived([*["-"] * 7, *[0] * 7]), LAST).cleared
    assert judge(lived([*["-"] * 6, *[0] * 8]), LAST).cleared


@pytest.mark.parametrize(("ago", "does"), [(12, True), (13, True), (14, False)])
def test_the_window_has_fourteen_dates(ago: int, does: bool) -> None:
    """`window_days`: the thirteenth date before the last one is the first that counts."""
    told = [8, *[""] * (ago - 3), 8, 8, 8]
    assert ("level" in holds(told)) is does
    assert judge(lived(told), LAST).evidence.first == LAST - timedelta(days=13)


@pytest.mark.parametrize("weekly", [{"checkin_days": (4,)}, {"slow": "weekly", "slow_from": FIRST}])
@pytest.mark.parametrize(("ago", "does"), [(26, True), (27, True), (28, False)])
def test_who_checks_in_once_a_week_has_twenty_eight(weekly: dict[str, object], ago: int, does: bool) -> None:
    """`weekly_window_days`; by one day of their own, or in the slow rhythm after a plan. Four of four asked."""
    told = [8, *[""] * (ago - 3), 8, 8, 8]
    assert ("level" in holds(told, **weekly)) is does


def test_two_days_a_week_is_not_once_a_week() -> None:
    """The window stays fourteen."""
    assert judge(lived([8], checkin_days=(2, 4)), LAST).evidence.first == LAST - timedelta(days=13)


def test_the_example_of_the_docs() -> None:
    """docs/complaint-rule.md: ten asked, nine answered, seven bad; with seven answers too little would be known."""
    found = judge(lived([8, 7, "-", 8, "", "", 6, 9, 7, 8, "", "", 5, 8]), LAST)
    assert (found.evidence.asked, found.needed, found.evidence.answered, found.evidence.bad) == (10, 8, 9, 7)
    assert found.kind == "level"
    assert judge(lived(["-"] * 3 + [8] * 7), LAST).kind == ""


# --- what counts as what ------------------------------------------------------------------------------------------


def test_words_make_a_low_score_a_bad_day() -> None:
    """A complaint put in words makes its day bad; the score stays what it is."""
    judged = judge(lived(["2w"] * 4), LAST)
    assert (judged.evidence.answered, judged.evidence.bad, judged.kind) == (4, 4, "level")
    assert {day.score for day in judged.evidence.scores} == {2}


def test_words_without_a_score_voice_but_answer_nothing() -> None:
    """A day counts as answered when its score is given: of how heavy it was nobody said anything."""
    judged = judge(lived(["w"] * 10), LAST)
    assert (judged.voiced, judged.kind, judged.cleared) == (True, "", False)
    assert (judged.evidence.asked, judged.evidence.answered, judged.evidence.bad) == (10, 0, 0)
    assert [(day.score, day.bad) for day in judged.evidence.scores] == [(None, True)] * 10


def test_low_energy_is_no_bad_day() -> None:
    """R19: energy doesn't count by itself. A stable client with energy 3 and complaints 5 is left in peace."""
    told = lived([5] * 60)
    low = Answer(question="energy", at=people.AT, number=Decimal(0))
    file = but(told, window=tuple(day.keep(low) for day in told.window), day=told.day.keep(low) if told.day else None)
    judged = judge(file, LAST)
    assert (judged.kind, judged.voiced, judged.cleared) == ("", False, True)


def test_a_check_in_that_was_answered_unasked_is_asked() -> None:
    """Whoever opens the check-in themselves was as good as asked; hours noted beside it are no check-in."""
    file = lived([8] * 4)
    bare = but(file, window=tuple(replace(day, asked=False) for day in file.window))
    assert judge(bare, LAST).evidence.asked == 4
    hours = Answer(question="hours", at=people.AT, number=Decimal(4))
    noted = replace(Day(date=LAST - timedelta(days=5), noted=True), answers=(hours,))
    assert judge(but(bare, window=(noted, *bare.window)), LAST).evidence.asked == 4


def test_a_skipped_score_is_missing() -> None:
    """It is not zero, and it is not an answer."""
    file = lived([8] * 3)
    assert file.day is not None
    skipped = file.day.keep(Answer(question="complaint", at=people.AT, skipped=True))
    assert judge(but(file, day=skipped), LAST).evidence.answered == 2


@pytest.mark.parametrize(("since", "does"), [(-1, True), (0, True), (1, False)])
def test_days_of_an_episode_that_is_over_do_not_count_again(since: int, does: bool) -> None:
    """`Complaints.since` is the first date that counts; the evidence says from when it counted."""
    file = lived([8] * 4, complaints=Complaints(since=LAST - timedelta(days=3 - since)))
    judged = judge(file, LAST)
    assert ("level" in judged.holds) is does
    assert judged.evidence.first == file.complaints.since


def test_who_asks_for_it_themselves_shows_the_whole_window() -> None:
    """Asking always works, at once (R19): also just after an episode, and with nothing to show."""
    file = lived([8] * 4, complaints=Complaints(since=LAST))
    found = evidence_of(file, LAST, "asked")
    assert (found.why, found.answered, found.first) == ("asked", 4, LAST - timedelta(days=13))
    assert evidence_of(lived([]), LAST, "asked").answered == 0


# --- change -------------------------------------------------------------------------------------------------------

CALM = [2] * 14


def changed(calm: Sequence[Told], heavy: Sequence[Told], rule: Rule | None = None) -> bool:
    return "change" in holds([*calm, *heavy], rule)


@pytest.mark.parametrize(("now", "does"), [(4.4, False), (4.5, True), (5, True)])
def test_change_needs_two_points_and_thirty_percent(now: float, does: bool) -> None:
    """From 2.5: two points bind. `change_points` just under isn't, exactly is."""
    assert changed([2.5] * 14, [now] * 30) is does


@pytest.mark.parametrize(("now", "does"), [(6.4, False), (6.49, False), (6.5, True), (6.6, True)])
def test_above_a_high_beginning_the_percentage_binds(now: float, does: bool) -> None:
    """`change_percent`: from 5, thirty percent is 6.5 and two points is 7."""
    rule = Rule(change_points=Decimal(1))
    assert changed([5] * 14, [now] * 30, rule) is does


def test_below_a_high_beginning_both_are_asked() -> None:
    """From 5 by the proposals: 6.9 is more than 30 % worse and no two points."""
    assert not changed([5] * 14, [6.9] * 30)
    assert changed([5] * 14, [7] * 30)


@pytest.mark.parametrize(("now", "does"), [(3.9, False), (4, True)])
def test_a_beginning_is_counted_as_at_least_two(now: float, does: bool) -> None:
    """`beginning_least`: from nothing at all, 4 is the first that counts as worse."""
    assert changed([0] * 14, [now] * 30) is does


@pytest.mark.parametrize(("heavy", "does"), [(13, False), (14, True), (15, True)])
def test_change_needs_ten_of_fourteen_dates(heavy: int, does: bool) -> None:
    """`change_days`: from 2 to 5 the mean of seven is two points worse from the fifth heavy day on; so 9, 10, 11."""
    judged = judge(lived([*CALM, *[5] * heavy]), LAST)
    assert (judged.evidence.change_days, judged.change_needed) == (heavy - 4, 10)
    assert ("change" in judged.holds) is does


@pytest.mark.parametrize(("later", "does"), [(4, False), (5, True), (6, True)])
def test_in_the_longer_window_it_is_twenty_of_twenty_eight(later: int, does: bool) -> None:
    """In proportion, by the date: worse from the second heavy week on, which is 15 dates on the day of the fourth."""
    told = [each for score in (*CALM, *[9] * 4) for each in (*[""] * 6, score)]
    judged = judge(lived([*told, *[""] * later], checkin_days=(4,)), LAST)
    assert (judged.evidence.change_days, judged.change_needed) == (15 + later, 20)
    assert ("change" in judged.holds) is does


@pytest.mark.parametrize(("first", "beginning"), [(6, None), (7, 2), (13, 2), (14, 5)])
def test_the_beginning_is_seven_days_and_later_fourteen(first: int, beginning: int | None) -> None:
    """`beginning_days`, `beginning_later`: seven at 2 and seven at 8 make 2 at first, 5 once there are fourteen."""
    told = ([2] * 7 + [8] * 7)[:first]
    assert judge(lived(told), LAST).evidence.beginning == beginning


@pytest.mark.parametrize(("answered", "lately"), [(6, None), (7, 4), (8, 4)])
def test_lately_is_the_mean_of_the_last_seven_answered_days(answered: int, lately: int | None) -> None:
    """`mean_of`: none as long as there are fewer; days without an answer are passed over."""
    told = [each for _ in range(answered) for each in (4, "-")]
    assert judge(lived(told), LAST).evidence.lately == lately


def test_who_is_silent_for_a_whole_window_shows_no_change() -> None:
    """The last answers were heavy, and two weeks say nothing: missing is missing."""
    heavy = [*CALM, *[8] * 14]
    assert "change" in holds(heavy)
    assert "change" in holds([*heavy, *["-"] * 13])
    assert "change" not in holds([*heavy, *["-"] * 14])


def test_the_first_days_are_remembered_long_after_they_left_the_window() -> None:
    """A year on, the beginning is still the beginning; and no more than that is kept."""
    file = lived([*CALM, *[3] * 60, *[6] * 14])
    judged = judge(file, LAST)
    assert (judged.evidence.beginning, judged.kind) == (2, "change")
    assert (len(file.complaints.beginning), len(file.complaints.series)) == (14, 10)


# --- in a row -----------------------------------------------------------------------------------------------------


def planned(file: Client, **changes: object) -> Client:
    """The same with an agreed plan that runs over those days."""
    plan = people.plan(start=LAST - timedelta(days=10), registered=LAST - timedelta(days=20))
    plan = replace(plan, **changes)  # type: ignore[arg-type]
    return but(file, versions=(plan,), agreed=plan.digest())


@pytest.mark.parametrize(
    ("told", "does"), [([8, 8], False), ([8, 8, 8], True), ([8, 6, 8, 8], False), ([6, 8, 8, 8], True)]
)
def test_three_bad_days_in_a_row_while_the_physician_does_not_know(told: list[Told], does: bool) -> None:
    """`in_a_row`: two aren't, three are; a better day begins the row anew (R1)."""
    judged = judge(planned(lived(told)), LAST)
    assert ("in_a_row" in judged.holds) is does


def test_a_day_without_an_answer_does_not_break_the_row() -> None:
    """Missing is missing: neither bad nor good."""
    assert judge(planned(lived([8, "-", 8, "", 8])), LAST).kind == "in_a_row"


def test_the_row_lies_within_the_window() -> None:
    """Three bad days of which one is three weeks old aren't in a row."""
    told = [8, *[""] * 13, 8, 8]
    assert judge(planned(lived(told)), LAST).kind == ""


@pytest.mark.parametrize(
    ("changes", "does"),
    [
        ({}, True),
        ({"physician_told": LAST}, False),
    ],
)
def test_only_while_a_plan_is_agreed_of_which_the_physician_was_not_told(
    changes: dict[str, object], does: bool
) -> None:
    """R1: the warning becomes an offer after three bad days; told, or without a plan, the usual rules alone hold."""
    assert ("in_a_row" in judge(planned(lived([8, 8, 8]), **changes), LAST).holds) is does
    assert judge(lived([8, 8, 8]), LAST).kind == ""


def test_also_of_a_plan_that_is_yet_to_start() -> None:
    """It is agreed: the physician should know beforehand (R1)."""
    plan = people.plan(start=LAST + timedelta(days=3), registered=LAST)
    assert judge(but(lived([8, 8, 8]), versions=(plan,), agreed=plan.digest()), LAST).kind == "in_a_row"


def test_not_of_a_plan_that_the_physician_stopped_or_that_is_over() -> None:
    """They know of that one (R37); and nothing that is over is reported as running."""
    file = planned(lived([8, 8, 8]))
    halted = stopped(file.versions[0], on=LAST, physician="Dr. Smit", look_again=LAST + timedelta(days=14))
    assert judge(but(file, versions=(halted,), agreed=halted.digest()), LAST).kind == ""
    over = people.plan(start=LAST - timedelta(weeks=5), registered=LAST - timedelta(weeks=6))
    assert judge(but(file, versions=(over,), agreed=over.digest()), LAST).kind == ""


# --- the numbers are the professional's ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "told", "under", "exactly"),
    [
        ("bad_from", [5] * 4, Decimal("5.1"), Decimal(5)),
        ("window_days", [8, *[""] * 7, 8, 8, 8], 10, 11),
        ("needed_share", [*["-"] * 5, *[8] * 5], Decimal("0.51"), Decimal("0.5")),
        ("needed_least", [8] * 3, 4, 3),
        ("needed_most", [*["-"] * 7, *[8] * 7], 8, 7),
        ("bad_share", [8, 8, 2, 2], Decimal("0.51"), Decimal("0.5")),
    ],
)
def test_each_number_of_the_level_rule_decides(number: str, told: list[Told], under: object, exactly: object) -> None:
    """With the one value the rule doesn't hold, with the other it does."""
    assert "level" not in holds(told, replace(Rule(), **{number: under}))  # type: ignore[arg-type]
    assert "level" in holds(told, replace(Rule(), **{number: exactly}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "told", "under", "exactly"),
    [
        ("mean_of", [*CALM, *[8] * 11], 7, 4),
        ("beginning_days", [*[2] * 5, *[6] * 2, *[4.5] * 6, *["-"] * 8], 7, 5),
        ("beginning_later", [2] * 7 + [9] * 14, 14, 7),
        ("beginning_least", [1] * 14 + [Decimal("3.5")] * 30, Decimal(2), Decimal("1.5")),
        ("change_points", [2] * 14 + [Decimal("3.5")] * 30, Decimal(2), Decimal("1.5")),
        ("change_percent", [7] * 14 + [9] * 30, Decimal(30), Decimal(28)),
        ("change_days", [*CALM, *[5] * 13], 10, 9),
    ],
)
def test_each_number_of_the_change_rule_decides(number: str, told: list[Told], under: object, exactly: object) -> None:
    """With the one value the rule doesn't hold, with the other it does."""
    assert "change" not in holds(told, replace(Rule(), **{number: under}))  # type: ignore[arg-type]
    assert "change" in holds(told, replace(Rule(), **{number: exactly}))  # type: ignore[arg-type]


def test_other_numbers_count_from_the_next_judgement_on() -> None:
    """`RuleSet` changes the numbers and nothing else; the evidence names the rule it was judged by."""
    file = lived([6] * 4)
    rule = Rule(bad_from=Decimal(6), set_by=SET_BY)
    decision = decide_client(file, RuleSet(at=datetime.combine(LAST, time(12), UTC), rule=rule))
    assert but(decision.file, complaints=file.complaints) == but(file, rule=rule)
    judged = judge(decision.file, LAST)
    assert (judged.kind, judged.evidence.rule.set_by) == ("level", SET_BY)


def test_the_same_number_says_what_is_high_in_the_conversation() -> None:
    """One source of truth: a score that makes a bad day is the score that is answered as high (R18)."""
    at = datetime.combine(LAST, time(12), UTC)
    for score, high in ((Decimal(5), ""), (Decimal(6), "again")):
        file = lived([""], Rule(bad_from=Decimal(6)))
        file = decide_client(file, CheckinOpened(at=at)).file
        assert file.day is not None
        file = but(file, day=replace(file.day, at=questions.ORDER[-1].name))
        file = decide_client(file, Answered(at=at, day=LAST, question="complaint", number=score)).file
        assert file.day is not None
        assert file.day.high == high


# --- what is kept -------------------------------------------------------------------------------------------------


def test_a_correction_of_an_earlier_day_counts() -> None:
    """Also of one that stands among the first days."""
    file = lived([3] * 20)
    earlier = LAST - timedelta(days=19)
    at = datetime.combine(LAST, time(13), UTC)
    corrected = decide_client(
        file, Answered(at=at, day=earlier, question="complaint", number=Decimal(10), message_id=4, edited=True)
    ).file
    assert judge(corrected, LAST).evidence.beginning == Decimal("3.5")
    assert corrected.complaints.beginning[0].score == 10


def test_a_score_that_was_taken_back_is_gone_from_the_first_days() -> None:
    """The next answered day takes its place."""
    file = lived([1, *[3] * 20])
    taken_back = Day(date=file.window[0].date, asked=True)
    after = note(but(file, window=(taken_back, *file.window[1:])), taken_back)
    assert judge(after, LAST).evidence.beginning == 3
    assert len(after.complaints.beginning) == 14


def test_a_quiet_day_writes_nothing() -> None:
    """A day without a score leaves what is kept as it is, the very same value."""
    file = lived([3] * 20)
    assert note(file, Day(date=LAST, asked=True)).complaints is not None
    assert note(file, Day(date=LAST + timedelta(days=1), asked=True)) is file
