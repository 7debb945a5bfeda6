"""Two short spans of the long campaign with ends at random (`make test-trajectories`); and its judge can find harm."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from simulator.checker import NEW
from simulator.ledger import Seen
from tests.trajectories.apart import BEGUN, Apart
from tests.trajectories.evidence import Evidence, Letter
from tests.trajectories.judge import Verdict, judge
from tests.trajectories.spans import SWITCHES, Span, Told, play, start_of

CLIENTS, WEEKS, EVERY = 4, 1, 20.0
AUTUMN, SPRING = 0, 1


@pytest.fixture(scope="module")
def spans() -> dict[int, Span]:
    """A week over each change of the clocks."""
    return {n: play(n, clients=CLIENTS, weeks=WEEKS, every=EVERY) for n in (AUTUMN, SPRING)}


@pytest.fixture
def evidence(spans: dict[int, Span]) -> Evidence:
    """What one of them left."""
    return spans[SPRING].evidence


def test_a_bot_that_ends_again_and_again_loses_doubles_and_changes_nothing(spans: dict[int, Span]) -> None:
    """Everything that must be zero is, over both changes of the clocks."""
    told = [Told.of(span) for span in spans.values()]
    assert [one.findings for one in told] == [[], []]
    assert {one.span.spring for one in told} == {True, False}
    assert sum(len(one.ends) for one in told) >= 10
    assert len({end.place for one in told for end in one.ends}) >= 4
    assert sum(len(end.orphans) for one in told for end in one.ends) > 0, "no letter was on its way at any end"


def test_half_of_the_spans_cross_the_switch_in_spring_and_half_the_one_in_autumn() -> None:
    """Each in another of its weeks."""
    starts = [start_of(n) for n in range(50)]
    assert sum(SWITCHES[n % len(SWITCHES)].month == 10 for n in range(50)) in {25, 26}
    assert len({begin for begin, _ in starts}) > 30


# --- the judge can find harm ----------------------------------------------------------------------------------------


def test_the_judge_finds_each_thing_that_must_not_be(evidence: Evidence) -> None:
    """Each of them made by hand in one real run; without a hand in it, nothing is found."""
    assert judge(evidence).findings == []
    for harm, found in HARM:
        assert found(judge(harm(evidence))), harm.__name__


def an_act_that_nobody_handled(evidence: Evidence) -> Evidence:
    return replace(evidence, seen=evidence.seen - {max(evidence.seen)})


def an_act_in_the_log_twice(evidence: Evidence) -> Evidence:
    return replace(evidence, done=[*evidence.done, evidence.done[-1]])


def a_message_of_no_letter(evidence: Evidence) -> Evidence:
    last = _sent(evidence)[-1]
    return _with(evidence, replace(last, n=10**6, message_id=10**6))


def a_message_once_more_though_no_bot_ended(evidence: Evidence) -> Evidence:
    row = next(row for row in _sent(evidence) if all(end.at != row.at for end in evidence.ends))
    letter = Letter(n=10**6, chat=row.chat_id, kind="prompt", state="sent", message=10**6)
    more = replace(row, n=10**6, message_id=10**6, at=_begun(evidence)[0].at)
    return _with(replace(evidence, letters=[*evidence.letters, letter]), more, replace(more, n=10**6 + 1))


def a_letter_that_is_unsure_though_no_bot_ended(evidence: Evidence) -> Evidence:
    key = ("reply", "uncertain")
    letters = dict(evidence.kept.letters) | {key: evidence.kept.letters.get(key, 0) + 1}
    return replace(evidence, kept=replace(evidence.kept, letters=letters))


def a_check_in_at_night(evidence: Evidence) -> Evidence:
    row = _begun(evidence)[-1]
    night = datetime.combine(row.at.date(), datetime.min.time(), row.at.tzinfo) + timedelta(hours=2)
    return replace(evidence, rows=[replace(one, at=night) if one.n == row.n else one for one in evidence.rows])


def a_third_message_in_a_day(evidence: Evidence) -> Evidence:
    row, more = _begun(evidence)[0], range(10**6, 10**6 + 2)
    letters = [Letter(n=n, chat=row.chat_id, kind="reminder", state="sent", message=n) for n in more]
    rows = [replace(row, n=n, message_id=n, text=f"{n}", at=row.at + timedelta(seconds=n % 7)) for n in more]
    return _with(replace(evidence, letters=[*evidence.letters, *letters]), *rows)


def a_plan_that_nobody_registered(evidence: Evidence) -> Evidence:
    first, *others = evidence.people
    return replace(evidence, people=[replace(first, versions=(*first.versions, "nobody's")), *others])


def a_report_that_nobody_minds(evidence: Evidence) -> Evidence:
    first, *others = evidence.people
    return replace(evidence, people=[replace(first, lost=1), *others])


HARM: tuple[tuple[Callable[[Evidence], Evidence], Callable[[Verdict], bool]], ...] = (
    (an_act_that_nobody_handled, lambda found: found.lost == 1),
    (an_act_in_the_log_twice, lambda found: found.twice == 1),
    (a_message_of_no_letter, lambda found: any("no letter accounts for" in line for line in found.findings)),
    (a_message_once_more_though_no_bot_ended, lambda found: found.counts.duplicates > 0),
    (a_letter_that_is_unsure_though_no_bot_ended, lambda found: found.counts.silent_drops == 1),
    (a_check_in_at_night, lambda found: found.counts.quiet_hour_messages > 0),
    (a_third_message_in_a_day, lambda found: found.counts.most_begun_in_a_day == 3),
    (a_plan_that_nobody_registered, lambda found: found.counts.plan_changes == 1),
    (a_report_that_nobody_minds, lambda found: found.counts.referrals_lost == 1),
)


def _sent(evidence: Evidence) -> list[Seen]:
    people = {person.chat for person in evidence.people}
    return [row for row in evidence.rows if row.what in NEW and row.chat_id in people]


def _begun(evidence: Evidence) -> list[Seen]:
    kind = Apart(evidence).kind
    return [row for row in _sent(evidence) if kind.get(row.message_id or 0) in BEGUN]


def _with(evidence: Evidence, *rows: Seen) -> Evidence:
    return replace(evidence, rows=sorted((*evidence.rows, *rows), key=lambda row: (row.at, row.n)))
