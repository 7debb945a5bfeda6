"""Samples of complaints: files in every state of the machine, days with scores, and every choice of `/klacht`."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from state_machines import complaint_days, complaint_rule, complaints, voicing
from state_machines import events as e
from state_machines.case import Complaints, Told
from state_machines.files import Answer, Client, Day, but


def scored(day: date, score: Decimal | int | None, *, voiced: bool = False) -> Day:
    """A day on which the bot asked and the client gave this score; None: no score."""
    at = datetime.combine(day, time(16), UTC)
    made = Day(date=day, state="done", asked=True, acted=True, voiced=voiced)
    made = made.keep(Answer(question="energy", at=at, number=Decimal(5)))
    return made if score is None else made.keep(Answer(question="complaint", at=at, number=Decimal(score)))


def with_scores(file: Client, scores: Mapping[date, Decimal | int | None]) -> Client:
    """The file with these days behind it, kept as the days themselves would have kept them."""
    for day in sorted(scores):
        made = scored(day, scores[day])
        file = but(complaint_days.note(file, made), window=(*file.window, made))
    return file


def a_fortnight(file: Client, last: date, score: int, days: int = 14) -> Client:
    """The file with this score on so many dates up to and including `last`."""
    return with_scores(file, {last - timedelta(days=n): score for n in range(days)})


def in_state(file: Client, state: str, monday: date) -> Client:
    """The file in a state of the machine, after a fortnight of eights that ends on Sunday."""
    bad = a_fortnight(file, monday - timedelta(days=1), 8)
    evidence = complaint_rule.judge(bad, monday - timedelta(days=2)).evidence
    watched = state in complaints.WATCHED
    return but(
        bad,
        complaints=but(
            bad.complaints,
            state=state,
            evidence=None if state in {"quiet", "voiced"} else evidence,
            next_look=monday if watched else None,
        ),
    )


def files(file: Client, monday: date) -> Iterator[tuple[str, Client]]:
    """A file in every state, judged already, at rest, and in each place of a complaint in words."""
    for state in complaints.STATES:
        yield f"complaints {state}", in_state(file, state, monday)
    sustained = in_state(file, "sustained", monday)
    judged = but(sustained.complaints, judged=monday - timedelta(days=1))
    yield "complaints judged today", but(sustained, complaints=judged)
    rests = Complaints(state="voiced", rests_until=monday + timedelta(days=3), next_look=monday)
    yield "complaints at rest", but(file, complaints=rests)
    told = Complaints(state="voiced", told=(Told(day=monday, note=1, words="my back"),))
    day = Day(date=monday, voiced=True, notes=1)
    for asking in (voicing.FIRST, voicing.WORDS, voicing.SCORE):
        yield f"asking {asking}", but(file, asking=asking, complaints=told, day=day)
    yield "a complaint, buttons only", but(file, buttons_only=True, asking=voicing.FIRST)


def choices(at: datetime, day: date) -> Iterator[e.ComplaintVoiced]:
    """Every choice, of today, of another day, and of none; numbers that can and can't be."""
    for choice in (*voicing.CHOICES, "odd"):
        for shown in (None, day, day - timedelta(days=3)):
            yield e.ComplaintVoiced(at=at, choice=choice, day=shown)
    for number in (Decimal(0), Decimal("6.5"), Decimal(8), Decimal(10), Decimal(11), Decimal(-1)):
        yield e.ComplaintVoiced(at=at, choice="score", day=day, number=number)
        yield e.ComplaintVoiced(at=at, choice="score", number=number, message_id=9)
    yield e.ComplaintVoiced(at=at, choice="words", day=day, words="my back", message_id=9)
    yield e.ComplaintVoiced(at=at, choice="words", day=day, words="pain " * 800, message_id=10)
    yield e.ComplaintVoiced(at=at, choice="discuss", day=day, notes=(1,))
