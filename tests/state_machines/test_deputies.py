"""Deputies and leave (R21, R37): who hears what when, what a deputy may do; both desks and the client agree."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import office
import people
import pytest
from office import AT, Office, anna, joost, lent, picked, sanne

from state_machines import days, deputies, duty
from state_machines import events as e
from state_machines.desk_told import ANSWERS, GONE, URGENT
from state_machines.hand_over import AskedDeputy, Deputy, Leave

TODAY = people.MONDAY
AWAY = Leave(start=TODAY, end=TODAY + timedelta(days=11))
LATER = Leave(start=TODAY + timedelta(days=1), end=TODAY + timedelta(days=11))
ANNA = Deputy(id="p-2", name="Anna", weekdays=(1, 2))


def told(what: str, *, also: bool = False) -> e.ClientTold:
    return e.ClientTold(at=AT, client="c-1", name="Sanne", what=what, also_deputy=also)


def standing_in(leave: Leave | None = AWAY, hers: Leave | None = None) -> Office:
    """Joost is away, Anna stands in: agreed by both desks through their own events."""
    found = Office.of(joost(), anna(), sanne())
    found.happen("p-1", e.DeputyChosen(at=AT, deputy="p-2"))
    found.happen("p-2", e.LeaveSet(at=AT, leave=hers))
    return found.happen("p-1", e.LeaveSet(at=AT, leave=leave))


# --- who hears what -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("leave", "hers", "also"), itertools.product((None, AWAY, LATER), (None, AWAY), (False, True)))
def test_who_hears_a_word_follows_from_leave_duty_and_urgency(
    leave: Leave | None, hers: Leave | None, also: bool
) -> None:
    """On leave the deputy instead, with what can't wait to both; on any day both when it is for both; nobody twice."""
    for what in ("silent", "call", "erased", "leeway_refused"):
        found = standing_in(leave, hers).happen("p-1", told(what, also=also))
        on_duty = leave is AWAY and hers is None
        answer = what in ANSWERS
        deputy_hears = not answer and (on_duty or also)
        coach_hears = answer or also or not on_duty or what in URGENT | GONE
        assert found.words("p-1") == ([what] if coach_hears else []), (what, leave, hers, also)
        assert found.words("p-2") == ([what] if deputy_hears else []), (what, leave, hers, also)
        assert coach_hears or deputy_hears


def test_without_a_deputy_everything_stays_with_the_coach() -> None:
    """On leave or not: a word is never lost because nobody stands in."""
    for what in ("silent", "call", "doctor_overdue"):
        found = Office.of(joost(leave=AWAY), sanne()).happen("p-1", told(what, also=True))
        assert found.words("p-1") == [what]


def test_word_that_was_passed_on_says_whose_client_it_is_and_goes_no_further() -> None:
    """Two coaches who stand in for each other, both away, hear each word once each."""
    found = standing_in()
    found.happen("p-2", e.DeputyChosen(at=AT, deputy="p-1"))
    found.happen("p-1", told("call", also=True))
    assert found.words("p-1") == ["call"]
    (say,) = [say for say in found.said["p-2"] if say.prompt.name == "desk.told"]
    assert (say.prompt.values["coach"], say.prompt.values["coach_name"]) == ("p-1", "Joost")


def test_the_deputys_quiet_hours_are_the_deputys_own() -> None:
    """What can wait comes in the morning, what can't at any hour."""
    night = AT.replace(hour=22)
    for what, waits in (("silent", True), ("call", False)):
        found = standing_in().happen("p-1", replace(told(what), at=night))
        (say,) = found.said["p-2"]
        assert (say.not_before is not None) is waits


def test_the_coach_who_is_away_gets_no_morning_summary() -> None:
    """It goes on after the leave: the next one is set all the same."""
    found = standing_in()
    morning = days.moment(TODAY + timedelta(days=1), found.coach("p-1").summary_time, "Europe/Amsterdam")
    found.happen("p-1", e.Woke(at=morning, kind="summary", day=TODAY + timedelta(days=1)))
    assert found.texts("p-1") == []
    assert [wake.kind for wake in found.wakes] == ["summary"]
    found.happen("p-2", e.Woke(at=morning, kind="summary", day=TODAY + timedelta(days=1)))
    assert found.texts("p-2") == ["desk.summary"]


# --- what a deputy may do -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leave", "asked_until", "deputy", "client", "may"),
    [
        (AWAY, None, "p-2", "c-1", True),
        (AWAY, None, "p-3", "c-1", False),
        (AWAY, None, "p-2", "c-9", False),
        (LATER, None, "p-2", "c-1", False),
        (None, None, "p-2", "c-1", False),
        (None, TODAY, "p-2", "c-1", True),
        (None, TODAY - timedelta(days=1), "p-2", "c-1", False),
        (None, TODAY, "p-3", "c-1", False),
    ],
)
def test_a_deputy_may_act_on_clients_of_whom_they_stand_in_for_now_or_about_whom_they_were_asked(
    leave: Leave | None, asked_until: date | None, deputy: str, client: str, may: bool
) -> None:
    """The coach's own desk decides: the leave, or the one client, and nobody else's deputy."""
    asked = (AskedDeputy(client="c-1", until=asked_until),) if asked_until else ()
    file = joost(deputy=ANNA, leave=leave, deputy_asked=asked)
    assert deputies.may(file, deputy, client, TODAY) is may


@pytest.mark.parametrize("what", ["met", "logbook", "write", "take"])
def test_a_deputys_button_works_while_they_stand_in_and_is_refused_before_and_afterwards(what: str) -> None:
    """The same button, in order: before the leave, in it, after it was ended."""
    found = standing_in(LATER).happen("p-2", lent(what, value="call"))
    assert found.texts("p-2") == ["desk.not_standing_in"]
    assert office.passed_words(found.happened[-3:]) == []
    found = standing_in(AWAY).happen("p-2", lent(what, value="call"))
    assert "desk.not_standing_in" not in found.texts("p-2")
    found = standing_in(AWAY)
    found.happen("p-1", picked("leave_over", client=""))
    found.happen("p-2", lent(what, value="call"))
    assert found.texts("p-2") == ["desk.not_standing_in"]


def test_somebody_elses_deputy_is_refused_without_asking_any_desk() -> None:
    """Anna isn't named by Joost: her desk says no, and nothing is passed on."""
    found = Office.of(joost(leave=AWAY), anna(), sanne()).happen("p-2", lent("met", value="call"))
    assert found.texts("p-2") == ["desk.not_standing_in"]
    assert len(found.happened) == 1


def test_what_a_deputy_dealt_with_is_off_the_list_and_the_log_names_the_deputy() -> None:
    """The need is met in the client's file, by Anna's name."""
    found = standing_in().happen("c-1", e.Asked(at=AT, what="call"))
    assert [need.kind for need in found.client().needs] == ["call"]
    found.happen("p-2", lent("met", value="call"))
    assert found.client().needs == ()
    assert ("c-1", e.NeedMet(at=AT, kind="call", by="Anna")) in found.happened
    assert found.texts("p-2") == ["desk.met"]


def test_a_deputy_who_was_asked_about_one_client_may_act_on_that_one_until_it_is_dealt_with() -> None:
    """On a day without leave; another client of the coach stays closed."""
    found = standing_in(None).happen("p-1", told("doctor_overdue", also=True))
    assert [each.until for each in found.coach("p-1").deputy_asked] == [days.working_day_after(TODAY, 5)]
    assert found.happen("p-2", lent("logbook")).texts("p-2") == ["desk.trajectory"]
    assert found.happen("p-2", lent("logbook", client="c-9")).texts("p-2") == ["desk.not_standing_in"]
    found.happen("p-2", lent("met", value="doctor"))
    assert found.coach("p-1").deputy_asked == ()
    assert found.happen("p-2", lent("logbook")).texts("p-2") == ["desk.not_standing_in"]


def test_what_the_coach_dealt_with_needs_no_deputy_any_more() -> None:
    """Joost's own button closes it for Anna too."""
    found = standing_in(None).happen("p-1", told("doctor_overdue", also=True))
    found.happen("p-1", picked("met", value="doctor"))
    assert found.happen("p-2", lent("logbook")).texts("p-2") == ["desk.not_standing_in"]


def test_a_claim_during_leave_is_asked_of_the_deputy_too() -> None:
    """A new client doesn't wait for two weeks; whoever answers first has answered."""
    waits = sanne(journey="invited", chat=None, invite=people.Invite(digest="d" * 64, expires=AT + timedelta(hours=1)))
    found = standing_in()
    found.files["c-1"] = replace(waits, consents=(), versions=(), agreed="", coaching_since=None)
    found.happen("c-1", e.LinkOpened(at=AT, chat=9, language="nl", display_name="S."))
    assert found.texts("p-2") == ["desk.claim"]
    found.happen("p-2", lent("claim", value="yes"))
    assert found.client().journey == "welcome"
    assert found.happen("p-1", picked("claim", value="no")).texts("p-1") == ["stale.desk"]


# --- naming one ---------------------------------------------------------------------------------------------------


def test_naming_a_deputy_is_known_at_both_desks_and_in_the_clients_file_in_one_turn() -> None:
    """Name, days and leave; both are told."""
    found = Office.of(joost(), anna(leave=LATER), sanne()).happen("p-1", picked("deputy", "", "p-2"))
    known = replace(ANNA, leave=LATER)
    assert found.coach("p-1").deputy == found.client().deputy == known
    assert [each.coach for each in found.coach("p-2").stands_in_for] == ["p-1"]
    assert found.texts("p-1") == ["desk.deputy"]
    assert found.texts("p-2") == ["desk.stands_in"]


def test_another_deputy_or_none_ends_the_standing_in_of_the_one_before() -> None:
    """The first is told; what they were asked is closed."""
    kees = anna(id="p-3", name="Kees", chat=4, clients=())
    found = standing_in()
    found.files["p-3"] = kees
    found.happen("p-1", told("call", also=True))
    found.happen("p-1", picked("deputy", "", "p-3"))
    assert found.texts("p-2") == ["desk.stands_in_over"]
    assert found.coach("p-2").stands_in_for == ()
    assert found.coach("p-1").deputy_asked == ()
    found.happen("p-1", picked("deputy", "", ""))
    assert (found.coach("p-1").deputy, found.client().deputy) == (None, None)
    assert found.texts("p-3") == ["desk.stands_in_over"]


@pytest.mark.parametrize(
    ("changes", "deputy", "note"),
    [({}, "p-1", "self"), ({"gone": True}, "p-2", "cannot"), ({"role": "physician"}, "p-2", None)],
)
def test_who_cannot_stand_in_is_not_named(changes: dict[str, object], deputy: str, note: str | None) -> None:
    """Oneself, a coach who has left, a physician: nothing is changed."""
    found = Office.of(joost(), anna(**changes), sanne()).happen("p-1", picked("deputy", "", deputy))
    assert found.coach("p-1").deputy is None
    assert found.client().deputy is None
    if note:
        (say,) = found.said["p-1"]
        assert say.prompt.values["note"] == note


def test_a_deputys_days_and_leave_are_known_where_they_stand_in() -> None:
    """Anna's own change reaches Joost's desk and his client's file; nothing goes round in circles."""
    found = standing_in()
    found.happen("p-2", picked("weekday", "", "3"))
    assert found.client().deputy == replace(ANNA, weekdays=(1, 2, 3))
    found.happen("p-2", e.LeaveSet(at=AT, leave=LATER))
    assert found.client().deputy == replace(ANNA, weekdays=(1, 2, 3), leave=LATER)
    assert found.coach("p-1").deputy == found.client().deputy


# --- leave in the chat --------------------------------------------------------------------------------------------


def test_leave_is_asked_from_when_until_when_with_kind_refusals() -> None:
    """Too early, the wrong way round, far away, not understood: asked again; a good pair is kept."""
    found = Office.of(joost(), anna(), sanne()).happen("p-1", picked("leave", ""))
    assert found.texts("p-1") == ["desk.leave_from"]
    for day, note in ((None, "unclear"), (TODAY - timedelta(days=1), "early"), (TODAY + timedelta(days=400), "far")):
        (say,) = found.happen("p-1", e.DeskTyped(at=AT, day=day)).said["p-1"]
        assert (say.prompt.name, say.prompt.values["note"]) == ("desk.leave_from", note)
    found.happen("p-1", e.DeskTyped(at=AT, day=LATER.start))
    for day, note in ((None, "unclear"), (TODAY, "early"), (LATER.start + timedelta(days=400), "far")):
        (say,) = found.happen("p-1", e.DeskTyped(at=AT, day=day)).said["p-1"]
        assert (say.prompt.name, say.prompt.values["note"]) == ("desk.leave_until", note)
    found.happen("p-1", e.DeskTyped(at=AT, day=LATER.end))
    assert found.coach("p-1").leave == found.client().coach_leave == LATER
    assert (found.coach("p-1").desk, found.coach("p-1").sketch) == ("idle", None)


def test_a_new_client_knows_the_deputy_and_the_leave() -> None:
    """An invitation made during leave, or before it."""
    found = standing_in(LATER)
    invite = people.Invite(digest="b" * 64, expires=AT + timedelta(hours=72))
    found.happen("p-1", e.InviteMade(at=AT, client="c-1", name="Sanne", invite=invite, link="x"))
    assert (found.client().deputy, found.client().coach_leave) == (ANNA, LATER)


def test_who_reads_next_is_the_deputy_while_the_coach_is_away_and_nobody_when_both_are() -> None:
    """Day by day: Joost on his days, Anna on hers within the leave, nobody while she is away too."""
    hers = Leave(start=TODAY + timedelta(days=7), end=TODAY + timedelta(days=7))
    file = sanne(deputy=replace(ANNA, leave=hers), coach_leave=LATER)
    found = dict(itertools.takewhile(lambda pair: pair[0] <= TODAY + timedelta(days=14), duty.there(file, TODAY)))
    expected = {TODAY: "", TODAY + timedelta(days=1): "Anna", TODAY + timedelta(days=8): "Anna"}
    expected[TODAY + timedelta(days=14)] = ""
    assert found == expected


def test_the_doctors_word_is_asked_of_the_deputy_after_three_working_days() -> None:
    """R37: not before; then Anna hears it as Joost does, and what she does about it lets the messages go on."""
    found = standing_in(None).happen("c-1", e.DoctorSaid(at=AT))
    assert found.words("p-2") == []
    until = found.client().doctor_until
    assert until is not None
    assert days.local_date(until, "Europe/Amsterdam") == days.working_day_after(TODAY, 3)
    found.happen("c-1", e.Woke(at=until, kind="hold", day=days.local_date(until, "Europe/Amsterdam")))
    assert found.words("p-1") == found.words("p-2") == ["doctor_overdue"]
    found.happen("p-2", lent("met", value="doctor", at=until))
    assert "doctor" not in {need.kind for need in found.client().needs}


def test_every_kind_of_word_is_either_urgent_or_waits() -> None:
    """The sets that decide who hears what don't overlap, but for who is gone while a signal waits (R22)."""
    assert not URGENT & ANSWERS
    assert {"erased_signalled"} == URGENT & GONE
    assert not GONE & ANSWERS
