"""How a plan comes into force and how people change it: agreed by tap or on paper, leeway (R3), a stop (R37), holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import people
import pytest
from clockwork import Clockwork

from state_machines import events as e
from state_machines.agenda import entries, for_client, overdue
from state_machines.decide import decide
from state_machines.effects import Decision, Pass, PlanDecision, Say, Wake
from state_machines.files import Client, Consult, Day, Request
from state_machines.needs import needs
from state_machines.plan import Evaluation, Leeway, Plan, following

MONDAY, AT = people.MONDAY, people.AT
BOTH = ("client", "supervisor")
ROOMY = replace(people.plan(), leeway=Leeway(weeks=2), evaluations=(Evaluation(day=date(2026, 12, 11)),))


def with_plan(plan: Plan = ROOMY, **changes: object) -> Client:
    return people.client(versions=(plan,), agreed=plan.digest(), **changes)


def on(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def said(decision: Decision) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def told(decision: Decision) -> list[tuple[str, str]]:
    passed = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    return [(event.what, event.detail) for event in passed if isinstance(event, e.ClientTold)]


def wakes(decision: Decision, kind: str) -> list[Wake]:
    return [effect for effect in decision.effects if isinstance(effect, Wake) and effect.kind == kind]


def client_of(decision: Decision) -> Client:
    assert isinstance(decision.file, Client)
    return decision.file


# --- agreed -------------------------------------------------------------------------------------------------------


def test_a_signed_paper_counts_as_the_clients_yes() -> None:
    """R1: in force at once, the client is told so, and the paper's date stands in the version itself."""
    file = people.client(versions=(), agreed="")
    version = replace(people.plan(), paper=MONDAY)
    decision = decide(file, e.PlanAgreed(at=AT, version=version, parties=BOTH, reason="paper"))
    after = client_of(decision)
    assert after.plan is not None
    assert after.plan.paper == MONDAY
    assert after.draft is None
    assert said(decision) == ["plan.on_paper"]
    assert wakes(decision, "step")


def test_a_plan_agreed_anew_begins_on_its_own_first_day_and_the_old_one_runs_until_then() -> None:
    """R37a: no gap and no overlap; nothing but the calendar changes from the one to the other."""
    old, start = people.plan(), MONDAY + timedelta(days=14)
    file = with_plan(old)
    new = people.plan(start=start, goal="other work")
    file = client_of(decide(file, e.PlanAgreed(at=AT, version=new, parties=BOTH, reason="evaluation")))
    assert file.draft is not None
    decision = decide(file, e.PlanAnswered(at=AT, digest=file.draft.digest(), agreed=True))
    file = client_of(decision)
    assert file.plan == old
    assert file.plan_on(start - timedelta(days=1)) == old
    agreed = file.plan_on(start)
    assert agreed is not None
    assert (agreed.goal, agreed.version, agreed.before) == ("other work", 2, old.digest())
    assert [wake.day for wake in wakes(decision, "step")] == [date(2026, 12, 7)], "the next week of the old plan"


def test_the_step_message_after_the_change_is_the_new_plans() -> None:
    """The last week of the old plan isn't said any more once the new one has begun."""
    old, start = people.plan(), MONDAY + timedelta(days=14)
    file = with_plan(old)
    file = client_of(
        decide(file, e.PlanAgreed(at=AT, version=people.plan(start=start, goal="b"), parties=BOTH, reason="r"))
    )
    assert file.draft is not None
    file = client_of(decide(file, e.PlanAnswered(at=AT, digest=file.draft.digest(), agreed=True)))
    seen = []
    for _ in range(12):
        if file.next_step is None:
            break
        decision = decide(file, e.Woke(at=on(file.next_step, 8), kind="step", day=file.next_step))
        plan = file.plan_on(file.next_step)
        assert plan is not None
        seen.append((file.next_step, plan.goal, plan.week_of(file.next_step)))
        assert said(decision) == ["week.step"]
        file = client_of(decision)
    assert seen == [
        (date(2026, 12, 7), "own work", 2),
        (date(2026, 12, 14), "b", 1),
        (date(2026, 12, 21), "b", 2),
        (date(2026, 12, 28), "b", 3),
        (date(2027, 1, 4), "b", 4),
    ]


def test_a_yes_to_another_version_than_the_newest_changes_nothing() -> None:
    """R4: the tap names the version's hash."""
    file = client_of(decide(with_plan(), e.PlanAgreed(at=AT, version=people.plan(goal="x"), parties=BOTH, reason="r")))
    decision = decide(file, e.PlanAnswered(at=AT, digest="0" * 64, agreed=True))
    assert client_of(decision).agreed == file.agreed
    assert said(decision) == ["stale.plan"]


# --- leeway -------------------------------------------------------------------------------------------------------


def test_asking_for_leeway_opens_a_request_and_changes_no_plan() -> None:
    """R3: the client sees what is left, gets help with the talk; the coach hears it only when they want that."""
    file = with_plan()
    shown = decide(file, e.LeewayAsked(at=AT, choice="show"))
    assert said(shown) == ["leeway.show"]
    assert client_of(shown).requests == ()
    prepared = client_of(decide(file, e.LeewayAsked(at=AT, choice="prepare")))
    assert [request.kind for request in prepared.requests] == ["leeway"]
    together = decide(prepared, e.LeewayAsked(at=AT, choice="together"))
    assert told(together) == [("leeway_asked", "2")]
    assert client_of(together).requests == prepared.requests, "one request, however often it is asked"
    assert client_of(together).versions == file.versions


def test_leeway_taken_is_a_version_that_waits_for_the_clients_yes() -> None:
    """The step gets longer, the rest and the end shift, the request ends; until the yes the old version runs."""
    file = client_of(decide(with_plan(), e.LeewayAsked(at=AT, choice="together")))
    decision = decide(file, e.LeewayTaken(at=AT, which="now", weeks=1, parties=BOTH))
    assert isinstance(decision, PlanDecision)
    version, after = decision.plan, client_of(decision)
    assert [step.start for step in version.steps] == [
        MONDAY, date(2026, 12, 14), date(2026, 12, 21), date(2026, 12, 28),
    ]  # fmt: skip
    assert version.end == ROOMY.end + timedelta(days=7)
    assert version.evaluations[0].day == date(2026, 12, 18)
    assert version.leeway.left == 1
    assert said(decision) == ["plan.proposal"]
    assert after.plan == ROOMY
    assert after.requests == ()
    assert not [need for need in after.needs if need.kind == "leeway_asked"]
    yes = client_of(decide(after, e.PlanAnswered(at=AT, digest=version.digest(), agreed=True)))
    assert yes.plan == version


@pytest.mark.parametrize(
    ("plan", "which", "weeks", "parties", "day", "detail"),
    [
        (people.plan(), "now", 1, BOTH, MONDAY, "no_leeway:0"),
        (ROOMY, "now", 3, BOTH, MONDAY, "too_much:2"),
        (ROOMY, "now", 0, BOTH, MONDAY, "weeks:2"),
        (ROOMY, "now", 1, ("client",), MONDAY, "not_agreed:2"),
        (ROOMY, "now", 1, ("coach",), MONDAY, "not_agreed:2"),
        (ROOMY, "next", 1, BOTH, date(2026, 12, 22), "no_step:"),
        (ROOMY, "now", 1, BOTH, date(2027, 1, 4), "no_step:"),
        (replace(ROOMY, leeway=Leeway(weeks=0)), "now", 1, BOTH, MONDAY, "no_leeway:0"),
    ],
)
def test_leeway_that_cannot_be_taken_is_refused_to_the_coach_clear_and_specific(
    plan: Plan, which: str, weeks: int, parties: tuple[str, ...], day: date, detail: str
) -> None:
    """R3: within the budget, not in the past, client and supervisor both; nothing changes."""
    file = with_plan(plan)
    decision = decide(file, e.LeewayTaken(at=on(day), which=which, weeks=weeks, parties=parties))
    assert not isinstance(decision, PlanDecision)
    assert told(decision) == [("leeway_refused", detail)]
    assert client_of(decision).versions == file.versions


# --- stopped ------------------------------------------------------------------------------------------------------


def test_a_stop_ends_the_step_messages_the_same_day_and_gives_the_coach_a_date() -> None:
    """R37b: in force at once, name and dates kept, never a reason; check-ins go on."""
    file = with_plan(next_step=date(2026, 12, 7))
    again = MONDAY + timedelta(days=14)
    decision = decide(file, e.PlanStopped(at=AT, physician="Smit", look_again=again))
    assert isinstance(decision, PlanDecision)
    after = client_of(decision)
    assert said(decision) == ["plan.stopped"]
    assert [(wake.day, wake.at) for wake in wakes(decision, "step")] == [(date(2026, 12, 7), None)]
    assert after.plan is not None
    assert after.plan.stopped is not None
    assert (after.plan.stopped.on, after.plan.stopped.physician) == (MONDAY, "Smit")
    assert after.plan.step_on(MONDAY) is None
    assert after.next_agenda == again
    woke = decide(after, e.Woke(at=on(again, 8), kind="agenda", day=again))
    assert told(woke) == [("look_again", again.isoformat())]
    assert decide(after, e.Woke(at=on(date(2026, 12, 7), 8), kind="step", day=date(2026, 12, 7))).reason


def test_a_new_plan_after_a_stop_runs_again() -> None:
    """What follows is agreed as any plan is (R1)."""
    file = client_of(decide(with_plan(), e.PlanStopped(at=AT, physician="Smit", look_again=date(2026, 12, 14))))
    version = people.plan(start=date(2026, 12, 14), registered=date(2026, 12, 11))
    file = client_of(decide(file, e.PlanAgreed(at=AT, version=version, parties=BOTH, reason="new")))
    assert file.draft is not None
    file = client_of(decide(file, e.PlanAnswered(at=AT, digest=file.draft.digest(), agreed=True)))
    assert file.next_step == date(2026, 12, 14)
    assert file.plan_on(date(2026, 12, 10)).stopped is not None  # type: ignore[union-attr]


# --- held ---------------------------------------------------------------------------------------------------------


STEP_DAY = date(2026, 12, 7)
STEP = e.Woke(at=on(STEP_DAY, 8), kind="step", day=STEP_DAY)


def test_the_doctors_word_holds_step_messages_until_the_coach_answers() -> None:
    """R37: the coach is told at once, the plan stays, and what was held comes when the coach has answered."""
    asked = decide(with_plan(next_step=STEP_DAY), e.DoctorSaid(at=on(date(2026, 12, 4))))
    file = client_of(asked)
    assert said(asked) == ["doctor.heard"]
    assert told(asked) == [("doctor", "2026-12-09")]
    held = decide(file, STEP)
    assert said(held) == []
    assert held.reason == "held: doctor"
    answered = decide(client_of(held), e.NeedMet(at=on(STEP_DAY, 10), kind="doctor"))
    assert said(answered) == ["doctor.answered"]
    due = wakes(answered, "step")
    assert [(wake.day, wake.at) for wake in due] == [(STEP_DAY, on(STEP_DAY, 10))]
    late = decide(client_of(answered), replace(STEP, at=on(STEP_DAY, 10)))
    assert said(late) == ["week.step"]
    assert client_of(late).versions == (ROOMY,)


def test_after_three_working_days_without_an_answer_it_is_asked_again_and_messages_go_on() -> None:
    """R37: at most 3 working days."""
    file = client_of(decide(with_plan(next_step=STEP_DAY), e.DoctorSaid(at=on(date(2026, 12, 4)))))
    file = client_of(decide(file, STEP))
    assert file.held_until == datetime(2026, 12, 9, 16, tzinfo=UTC)
    over = decide(file, e.Woke(at=datetime(2026, 12, 9, 16, tzinfo=UTC), kind="hold", day=date(2026, 12, 9)))
    assert told(over) == [("doctor_overdue", "")]
    assert said(over) == ["doctor.asked_again"]
    assert client_of(over).held_until is None
    assert wakes(over, "step")


def test_a_safety_signal_holds_step_messages_for_a_day_and_changes_no_plan() -> None:
    """R22: for 24 hours the script stops; then the same message comes."""
    file = client_of(decide(with_plan(next_step=STEP_DAY), e.SafetySignalled(at=on(date(2026, 12, 6), 20), tier=1)))
    held = decide(file, STEP)
    assert held.reason == "held: safety"
    assert [wake.at for wake in wakes(held, "step")] == [datetime(2026, 12, 8, 7, tzinfo=UTC)]
    later = decide(client_of(held), replace(STEP, at=datetime(2026, 12, 8, 7, tzinfo=UTC)))
    assert said(later) == ["week.step"]
    assert client_of(later).versions == (ROOMY,)


@pytest.mark.parametrize("signals", [(6,), (6, 12)], ids=["over before that morning", "over after it"])
def test_a_step_message_held_until_the_next_plan_began_gives_way_to_that_plans_own(signals: tuple[int, ...]) -> None:
    """R16, R22: on the first day of a plan agreed meanwhile its step is said once, whenever the hold is over."""
    tuesday, new = STEP_DAY + timedelta(days=1), people.plan(start=STEP_DAY + timedelta(days=1), goal="b")
    work = Clockwork(file=with_plan(next_step=STEP_DAY), now=on(STEP_DAY, 5))
    work.wakes["step", STEP_DAY, 0] = Wake(kind="step", day=STEP_DAY, at=on(STEP_DAY, 8))
    for hour in signals:
        work.until(on(STEP_DAY, hour))
        work.happen(e.SafetySignalled(at=on(STEP_DAY, hour), tier=1))
    work.until(on(STEP_DAY, 15))
    work.happen(e.PlanAgreed(at=work.now, version=replace(new, paper=STEP_DAY), parties=BOTH, reason="evaluation"))
    work.until(on(tuesday, 23))
    assert [said.event.day for said in work.begun("week.step")] == [tuesday]


# --- the calendar -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2026, 12, 3), []),
        (date(2026, 12, 4), ["evaluation_week"]),
        (date(2026, 12, 9), []),
        (date(2026, 12, 10), ["evaluation_day"]),
        (date(2026, 12, 11), []),
        (date(2026, 12, 14), []),
        (date(2026, 12, 15), ["evaluation_overdue"]),
    ],
)
def test_an_evaluation_is_said_a_week_and_a_day_before_and_shows_up_when_nobody_recorded_it(
    day: date, kinds: list[str]
) -> None:
    """R40; the evaluation is on Friday 11 December, the coach works Monday to Friday."""
    assert [entry.kind for entry in entries(with_plan()) if entry.day == day] == kinds


def test_a_recorded_evaluation_is_not_overdue_and_asks_no_more() -> None:
    """What came of it is kept with its date; the plan stays."""
    file = with_plan()
    assert overdue(file, date(2026, 12, 15)) == date(2026, 12, 11)
    held = e.EvaluationHeld(at=on(date(2026, 12, 14)), planned=date(2026, 12, 11), outcome="stands")
    decision = decide(file, held)
    after = client_of(decision)
    assert overdue(after, date(2026, 12, 15)) is None
    assert after.evaluated[0].outcome == "stands"
    assert after.versions == file.versions


def test_a_consult_may_move_without_a_version() -> None:
    """R1: consults stand beside the plan, outside its hash; the client hears a day before."""
    file = with_plan()
    made = decide(file, e.ConsultSet(at=AT, number=1, when=on(date(2026, 12, 3))))
    moved = decide(client_of(made), e.ConsultSet(at=AT, number=1, when=on(date(2026, 12, 8))))
    after = client_of(moved)
    assert (said(made), said(moved)) == (["consult.set"], ["consult.moved"])
    assert after.consults == (Consult(number=1, at=on(date(2026, 12, 8))),)
    assert [entry.kind for entry in for_client(after, date(2026, 12, 7))] == ["consult_day"]
    assert after.versions == file.versions
    gone = decide(after, e.ConsultSet(at=AT, number=1, when=None))
    assert said(gone) == ["consult.gone"]
    assert client_of(gone).consults == ()


def test_a_day_without_a_checkin_gets_the_reminder_as_a_message_and_another_day_in_its_checkin() -> None:
    """R39: no third message for a reminder."""
    free = with_plan(checkin_days=(1,), next_checkin=date(2026, 12, 14), next_agenda=date(2026, 12, 10))
    woke = e.Woke(at=on(date(2026, 12, 10), 8), kind="agenda", day=date(2026, 12, 10))
    alone = decide(free, woke)
    assert said(alone) == ["agenda.reminder"]
    assert told(alone) == [("evaluation_day", "2026-12-11")]
    asked = with_plan(next_checkin=date(2026, 12, 10), next_agenda=date(2026, 12, 10))
    joined = decide(asked, woke)
    assert said(joined) == []
    assert told(joined) == [("evaluation_day", "2026-12-11")]


def test_an_outcome_noted_under_a_date_close_by_is_the_planned_ones() -> None:
    """A coach types the day on which it was really held; the plan's own date is what is done with."""
    held = e.EvaluationHeld(at=on(date(2026, 12, 15)), planned=date(2026, 12, 14), outcome="stands")
    after = client_of(decide(with_plan(), held))
    assert after.evaluated[0].planned == date(2026, 12, 11)
    assert "evaluation_overdue" in needs(with_plan(), date(2026, 12, 15))
    assert "evaluation_overdue" not in needs(after, date(2026, 12, 15))


# --- between two plans --------------------------------------------------------------------------------------------

LATER = date(2026, 12, 21)


def between_two_plans(today: date) -> Client:
    """The old plan of four weeks, and one agreed for 21 December that is yet to start."""
    new = following(people.plan(start=LATER, goal="b"), ROOMY)
    return people.client(
        versions=(ROOMY, new), agreed=new.digest(), earlier=ROOMY.digest(), day=Day(date=today), next_step=LATER
    )


def test_leeway_is_not_taken_over_the_head_of_a_newer_plan() -> None:
    """Lengthening the old one would drop what was agreed for later, or what waits for a yes."""
    take = e.LeewayTaken(at=AT, which="now", weeks=1, parties=BOTH)
    assert told(decide(between_two_plans(MONDAY), take)) == [("leeway_refused", "newer:")]
    waiting = client_of(decide(with_plan(), e.PlanAgreed(at=AT, version=people.plan(), parties=BOTH, reason="r")))
    assert told(decide(waiting, take)) == [("leeway_refused", "newer:")]


def test_a_stop_between_two_plans_stops_the_one_that_would_start() -> None:
    """R37: the old one is over; the new one doesn't start."""
    over = replace(ROOMY, steps=ROOMY.steps[:1])
    new = following(people.plan(start=LATER), over)
    file = people.client(versions=(over, new), agreed=new.digest(), earlier=over.digest())
    decision = decide(file, e.PlanStopped(at=on(date(2026, 12, 14)), physician="Smit", look_again=date(2026, 12, 28)))
    assert isinstance(decision, PlanDecision)
    assert client_of(decision).plan_on(LATER).step_on(LATER) is None  # type: ignore[union-attr]


def test_the_running_plans_evaluations_stand_until_the_new_one_begins() -> None:
    """R1, R40: agreeing on what comes next ends no evaluation of what runs."""
    found = {entry.about for entry in entries(between_two_plans(MONDAY)) if entry.kind == "evaluation_day"}
    assert found == {date(2026, 12, 11)}


def test_a_new_plan_answers_what_a_lag_asked_for_and_leeway_does_not() -> None:
    """R38: the request of the old plan doesn't stand in the way of the new one's."""
    lag = Request(kind="evaluation", why="lag", on=MONDAY)
    file = with_plan(requests=(lag,)).need("evaluation_asked", AT)
    paper = replace(people.plan(goal="b"), paper=MONDAY)
    anew = client_of(decide(file, e.PlanAgreed(at=AT, version=paper, parties=BOTH, reason="evaluation")))
    assert anew.requests == ()
    assert "evaluation_asked" not in {need.kind for need in anew.needs}
    longer = decide(file, e.LeewayTaken(at=AT, which="now", weeks=1, parties=BOTH))
    assert isinstance(longer, PlanDecision)
    yes = client_of(decide(client_of(longer), e.PlanAnswered(at=AT, digest=longer.plan.digest(), agreed=True)))
    assert yes.requests == (lag,)


# --- at the right moment ------------------------------------------------------------------------------------------


def test_a_stop_answers_what_the_doctor_said() -> None:
    """No alarm follows three days later about a word that was acted on (R37)."""
    file = client_of(decide(with_plan(), e.DoctorSaid(at=AT)))
    after = client_of(decide(file, e.PlanStopped(at=AT, physician="Smit", look_again=date(2026, 12, 14))))
    assert after.doctor_until is None
    assert "doctor" not in {need.kind for need in after.needs}
    late = decide(after, e.Woke(at=on(date(2026, 12, 3), 16), kind="hold", day=date(2026, 12, 3)))
    assert (said(late), told(late)) == ([], [])


def test_an_old_wake_does_not_end_a_newer_hold() -> None:
    """Each word of the doctor has its own three working days."""
    file = client_of(decide(with_plan(), e.DoctorSaid(at=on(date(2026, 12, 2)))))
    early = decide(file, e.Woke(at=on(date(2026, 12, 3), 16), kind="hold", day=date(2026, 12, 3)))
    assert told(early) == []
    assert client_of(early).doctor_until == file.doctor_until


def test_a_third_message_of_a_day_waits_for_the_next_morning() -> None:
    """R39: also a step message that was held; the week isn't over by then."""
    file = with_plan(next_step=MONDAY, begun_on=MONDAY, begun=2)
    decision = decide(file, e.Woke(at=AT, kind="step", day=MONDAY))
    assert said(decision) == []
    assert [wake.at for wake in wakes(decision, "step")] == [datetime(2026, 12, 1, 8, tzinfo=UTC)]


@pytest.mark.parametrize("journey", ["left", "claimed", "welcome"])
def test_what_a_coach_records_is_told_only_to_somebody_who_is_coached(journey: str) -> None:
    """Who left, or isn't recognised yet, hears nothing of evaluations and consults."""
    file = with_plan(journey=journey, stage="hello" if journey == "welcome" else "")
    held = decide(file, e.EvaluationHeld(at=AT, planned=None, outcome="stands"))
    consult = decide(file, e.ConsultSet(at=AT, number=1, when=on(date(2026, 12, 3))))
    assert said(held) == said(consult) == []
    if journey == "left":
        assert wakes(consult, "agenda") == []


def test_word_in_the_evening_waits_for_the_morning() -> None:
    """The coach records a consult at half past eleven in the evening; the client's phone stays silent."""
    decision = decide(with_plan(), e.ConsultSet(at=on(MONDAY, 22), number=1, when=on(date(2026, 12, 3))))
    letters = [effect for effect in decision.effects if isinstance(effect, Say)]
    assert [letter.not_before for letter in letters] == [datetime(2026, 12, 1, 7, tzinfo=UTC)]


def test_a_morning_that_was_skipped_is_still_said() -> None:
    """Another zone, or a consult set just after nine: the date to look again isn't lost."""
    again = date(2026, 12, 14)
    file = client_of(decide(with_plan(), e.PlanStopped(at=AT, physician="Smit", look_again=again)))
    moved = decide(file, e.ConsultSet(at=on(again, 9), number=1, when=on(date(2026, 12, 18))))
    assert client_of(moved).next_agenda == again
    assert wakes(moved, "agenda") == []
    late = decide(client_of(moved), e.Woke(at=on(again, 9), kind="agenda", day=again))
    assert told(late) == [("look_again", again.isoformat())]


def test_who_joins_just_after_the_step_message_was_due_still_gets_this_weeks() -> None:
    """R16: a plan on paper is in force before the welcome is done."""
    file = with_plan(journey="welcome", stage="days", coaching_since=None)
    decision = decide(file, e.DaysChosen(at=AT, weekdays=(1, 2)))
    assert [wake.day for wake in wakes(decision, "step")] == [MONDAY]


def test_a_version_that_was_declined_stands_in_nobodys_way() -> None:
    """The client said no; leeway on the plan that runs can be taken."""
    waiting = client_of(decide(with_plan(), e.PlanAgreed(at=AT, version=people.plan(), parties=BOTH, reason="r")))
    assert waiting.draft is not None
    declined = client_of(decide(waiting, e.PlanAnswered(at=AT, digest=waiting.draft.digest(), agreed=False)))
    assert waiting.awaits_yes
    assert not declined.awaits_yes
    assert isinstance(decide(declined, e.LeewayTaken(at=AT, which="now", weeks=1, parties=BOTH)), PlanDecision)


def test_a_version_that_never_ran_gives_way_to_a_newer_one_and_the_coach_is_told() -> None:
    """R37a: agreed for later, then agreed anew once more: the first runs on until the newest, and nothing is silent."""
    old, start = people.plan(), MONDAY + timedelta(days=14)
    second = following(people.plan(start=start, goal="second"), old)
    file = people.client(versions=(old, second), agreed=second.digest(), earlier=old.digest())
    third = people.plan(start=start + timedelta(days=7), goal="third")
    file = client_of(decide(file, e.PlanAgreed(at=AT, version=third, parties=BOTH, reason="evaluation")))
    assert file.draft is not None
    decision = decide(file, e.PlanAnswered(at=AT, digest=file.draft.digest(), agreed=True))
    assert ("plan_replaced", start.isoformat()) in told(decision)
    after = client_of(decision)
    assert after.plan_on(start) == old
    newest = after.plan_on(start + timedelta(days=7))
    assert newest is not None
    assert newest.goal == "third"


def test_a_new_link_in_the_midst_of_the_welcome_goes_on_with_the_question_that_was_open() -> None:
    """Who consented and hadn't chosen a time yet is asked for it; nobody is coached without time and days."""
    file = people.client(journey="claimed", stage="time", coaching_since=None, day=None, versions=(), agreed="")
    decision = decide(file, e.ClaimAnswered(at=AT, right=True))
    after = client_of(decision)
    assert (after.journey, after.stage) == ("welcome", "time")
    assert said(decision) == ["welcome.time"]
