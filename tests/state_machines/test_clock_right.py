"""The clock was ahead by days and is right again: what a file has ahead is set anew, and nothing else."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

import people
import pytest
import referred

from state_machines import clock_right, days, files, hold
from state_machines import events as e
from state_machines.case import Case, Complaints, Scored
from state_machines.decide import decide
from state_machines.effects import Decision, Pass, Say, Wake
from state_machines.files import Client, Day, Invite, Need, Professional, Request
from state_machines.hand_over import Talk

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
AHEAD = 40 * DAY
AT, TODAY = people.AT, people.MONDAY
LATER, WRONG = AT + AHEAD, TODAY + AHEAD


def ahead(**changes: object) -> Client:
    """Sanne as a clock left her that was forty days ahead."""
    given = {"day": Day(date=WRONG), "window": (Day(date=TODAY, state="done", asked=True, acted=True),)}
    return people.client(**{**given, **changes})


def right(file: files.File, at: datetime = AT) -> Decision:
    """What comes of it that the clock is right again."""
    return decide(file, e.Woke(at=at, kind=clock_right.KIND, day=TODAY))


def waking(decision: Decision) -> dict[tuple[str, object], datetime | None]:
    """The wakes that are set or taken back."""
    return {(effect.kind, effect.day): effect.at for effect in decision.effects if isinstance(effect, Wake)}


@pytest.mark.parametrize(("name", "file"), [*people.clients(), *people.desks()], ids=lambda each: str(each)[:30])
def test_the_plan_stands_and_nobody_hears_of_it_whoever_it_is(name: str, file: files.File) -> None:
    """No word to the client, no version changed (R2); a second time changes nothing more. A physician to whom something
    new was to be told is told it."""
    del name
    once = right(file)
    waits = isinstance(file, Professional) and any(case.state == "new" for case in file.cases)
    assert waits or [effect for effect in once.effects if isinstance(effect, Say)] == []
    if isinstance(file, Client):
        assert isinstance(once.file, Client)
        assert (once.file.versions, once.file.agreed) == (file.versions, file.agreed)
        assert [effect for effect in once.effects if isinstance(effect, Pass)] == []
    assert once.file is not None
    assert right(once.file).file == once.file


def test_who_has_nothing_ahead_stays_as_they_are() -> None:
    """The day of a traveller may be tomorrow's; a safety hold is at most a day long."""
    file = people.client(day=Day(date=TODAY + DAY), safety_until=AT + 24 * HOUR, paused_until=TODAY + 13 * DAY)
    found = right(file)
    assert (found.file, found.effects, found.reason) == (file, (), "nothing was ahead")


def test_the_day_is_todays_and_later_ones_leave_the_window() -> None:
    """What the right clock had begun goes on; without that, a fresh day."""
    kept = ahead(window=(Day(date=TODAY, state="done", asked=True), Day(date=WRONG - DAY, asked=True)))
    found, fresh = right(kept).file, right(ahead(window=())).file
    assert isinstance(found, Client)
    assert isinstance(fresh, Client)
    assert (found.day, found.window) == (kept.window[0], ())
    assert fresh.day is not None
    assert (fresh.day.date, fresh.day.state) == (TODAY, "resting")


def test_check_in_step_and_calendar_are_set_for_the_coming_days() -> None:
    """The wakes of the wrong days are taken back."""
    found = right(ahead(next_checkin=WRONG, next_step=WRONG, next_agenda=WRONG))
    set_ = waking(found)
    assert {kind for (kind, day), at in set_.items() if day == WRONG and at is None} >= {"checkin", "step", "agenda"}
    coming = {kind: at for (kind, _), at in set_.items() if at is not None}
    assert all(AT <= at < LATER for at in coming.values())
    assert min(coming.values()) < AT + 2 * DAY
    assert coming.keys() >= {"checkin", "step", "agenda"}


def test_an_end_that_was_said_too_early_was_not_said() -> None:
    """The plan runs on: no slow rhythm, no request that came of it; those of the client stay."""
    mine = Request(kind="topic", why="asked", on=TODAY)
    asked = (mine, Request(kind="evaluation", why="end", on=WRONG))
    file = ahead(
        ended="open", slow="weekly", slow_from=WRONG, requests=asked, needs=(Need(kind="plan_ended", since=LATER),)
    )
    found = right(file).file
    assert isinstance(found, Client)
    assert (found.ended, found.slow, found.slow_from, found.requests, found.needs) == ("", "", None, (mine,), ())
    over = replace(file, day=Day(date=WRONG + AHEAD), slow_from=WRONG)
    late = right(over, AT + AHEAD).file
    assert isinstance(late, Client)
    assert late.ended == "open", "an end that is past by the right clock too stands"


def test_a_signal_is_alerted_on_from_now_and_holds_a_day() -> None:
    """The second alert in ten minutes, at most 24 hours without what the bot begins (R22)."""
    found = right(ahead(needs=(Need(kind="safety", since=LATER),), safety_until=LATER + DAY))
    assert isinstance(found.file, Client)
    assert found.file.safety_until == AT + DAY
    assert found.file.needs == (Need(kind="safety", since=AT),)
    wakes = waking(found)
    assert wakes["signal", AT.date()] == AT + timedelta(minutes=10)
    assert wakes["signal", LATER.date()] is None
    assert AT < (wakes["how_now", (AT + DAY).date()] or AT) <= AT + DAY


def test_the_doctors_word_holds_no_longer_than_one_of_today() -> None:
    """Three working days from now (R37)."""
    until = hold.deadline(people.client(), LATER)
    found = right(ahead(doctor_until=until))
    assert isinstance(found.file, Client)
    assert found.file.doctor_until == hold.deadline(people.client(), AT)
    assert waking(found)["hold", until.date()] is None


def test_a_persons_conversation_ends_an_hour_from_now() -> None:
    """Not when nobody has written for an hour in forty days."""
    found = right(ahead(talk=Talk(by="p-1", name="Joost", since=WRONG, last=LATER)))
    assert waking(found)["talk", WRONG] == AT + HOUR


def test_a_pause_is_as_long_as_it_was_meant_to_be() -> None:
    """Chosen by the wrong clock for five days: five days from today on."""
    found = right(ahead(journey="paused", paused_until=WRONG + 4 * DAY))
    assert isinstance(found.file, Client)
    assert found.file.paused_until == TODAY + 4 * DAY
    ends = days.moment(TODAY + 5 * DAY, time(0), found.file.zone)
    assert waking(found)["pause", TODAY + 4 * DAY] == ends


def test_complaints_are_judged_again_and_scores_of_days_to_come_are_left_out() -> None:
    """What was judged up to a day that is yet to come would stop the rule until then (R19)."""
    scores = (Scored(day=TODAY - DAY, score=Decimal(8), bad=True), Scored(day=WRONG, score=Decimal(8), bad=True))
    rested = {"since": WRONG + DAY, "rests_until": WRONG + 14 * DAY, "judged": WRONG - DAY, "next_look": WRONG}
    found = right(ahead(complaints=Complaints(state="voiced", series=scores, **rested))).file  # type: ignore[arg-type]
    assert isinstance(found, Client)
    kept = found.complaints
    assert (kept.series, kept.since) == (scores[:1], TODAY + DAY)
    assert kept.rests_until == TODAY + timedelta(days=found.rule.rest_days)
    assert kept.judged is not None
    assert kept.judged < TODAY
    assert kept.next_look == kept.rests_until


def test_a_referrals_deadlines_count_from_today() -> None:
    """Delivered in a future that isn't there: the reminder comes three working days from now (R21)."""
    late = referred.one("delivered", AT, delivered=LATER, passed=LATER, due=WRONG, reminded=())
    found = right(ahead(referral=late)).file
    assert isinstance(found, Client)
    assert found.referral is not None
    assert (found.referral.delivered, found.referral.due) == (AT, TODAY + 3 * DAY)


def test_a_link_lasts_72_hours_from_now_at_most() -> None:
    """For clients and for professionals."""
    invite = Invite(digest="0" * 64, expires=LATER + 72 * HOUR)
    for file in (people.client(invite=invite), people.coach(invite=invite)):
        found = right(file).file
        assert found is not None
        assert found.invite is not None
        assert found.invite.expires == AT + 72 * HOUR


def test_a_coach_gets_the_next_summary_on_the_next_working_day() -> None:
    """It is half past four on Monday: on Tuesday."""
    assert list(waking(right(people.coach(chat=2)))) == [("summary", TODAY + DAY)]


def test_a_summary_on_a_physicians_screen_goes_within_a_day() -> None:
    """Not forty days later (R33)."""
    shown = Case(client="c-1", number=1, came=AT, state="read", shown_until=LATER)
    desk = Professional(id="p-3", name="Smit", role="physician", chat=3, cases=(shown,))
    found = right(desk)
    assert isinstance(found.file, Professional)
    assert found.file.cases[0].shown_until == AT + DAY
    assert waking(found)["take_back", TODAY + DAY] == AT + DAY
