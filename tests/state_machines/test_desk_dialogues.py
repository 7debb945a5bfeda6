"""The coach's dialogues as a table: cancelling, going back, changing one thing, refusing, what is passed on (R1-R3)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import at_the_desk
import pytest
from at_the_desk import AT, MONDAY, SHEET, WHOLE, answers, buttons, coach

from state_machines import events as e
from state_machines.decide import decide
from state_machines.desk_act import CHANGES, STATES, STEPS
from state_machines.desk_plan import BACK, MENDED
from state_machines.effects import DeskDecision, LetterClass, Pass, Say
from state_machines.files import Card, Consult, Professional, Sketch
from state_machines.plan_templates import make
from state_machines.plan_terms import TEMPLATES, Period
from state_machines.sketching import sketched, terms_of

DIALOGUES = (*STEPS, *CHANGES)
SHEETS = dict(at_the_desk.sheets())


def at_desk(file: Professional, event: e.DeskEvent) -> DeskDecision:
    decision = decide(file, event)
    assert isinstance(decision, DeskDecision)
    return decision


def picks(file: Professional, what: str, value: str = "", client: str = "c-1") -> DeskDecision:
    return at_desk(file, e.DeskPicked(at=AT, what=what, client=client, value=value))


def types(file: Professional, **said: object) -> DeskDecision:
    return at_desk(file, e.DeskTyped(at=AT, **said))  # type: ignore[arg-type]


def texts(decision: DeskDecision) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def passed(decision: DeskDecision) -> list[e.Event]:
    return [effect.event for effect in decision.effects if isinstance(effect, Pass)]


def note(decision: DeskDecision) -> object:
    return next(effect.prompt.values.get("note") for effect in decision.effects if isinstance(effect, Say))


# --- in every state -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHEETS)
def test_cancelling_ends_any_dialogue_with_nothing_passed_on(name: str) -> None:
    """By command or button; the sheet is put away."""
    file = SHEETS[name]
    for event in (e.DeskAsked(at=AT, what="cancel"), e.DeskPicked(at=AT, what="cancel")):
        decision = at_desk(file, event)
        assert (decision.file.desk, decision.file.sketch) == ("idle", None)
        assert passed(decision) == []
        assert texts(decision) == ["desk.cancelled"]


@pytest.mark.parametrize("name", SHEETS)
def test_whatever_comes_leaves_a_state_and_sheet_that_fit(name: str) -> None:
    """A dialogue has a sheet about one of the coach's clients, otherwise there is none; all is answered once."""
    file = SHEETS[name]
    for event in (*answers(), *buttons()):
        decision = at_desk(file, event)
        after = decision.file
        assert after.desk in STATES
        assert (after.desk in DIALOGUES) == (after.sketch is not None), event
        assert after.sketch is None or after.card(after.sketch.client), event
        questions = [text for text in texts(decision) if text != "desk.plan_picture"]
        assert len(questions) == 1, (event, questions)


@pytest.mark.parametrize("name", SHEETS)
def test_only_a_confirmed_dialogue_passes_anything_on(name: str) -> None:
    """A plan from its check, leeway and a stop after a yes, an evaluation with its outcome, a consult's moment.

    Erasing is no part of a dialogue: its second button passes it on, whatever is open (R34).
    """
    file = SHEETS[name]
    by_state = {
        "check": {"PlanAgreed"},
        "leeway_check": {"LeewayTaken"},
        "stop_check": {"PlanStopped"},
        "evaluation_outcome": {"EvaluationHeld"},
        "consult_when": {"ConsultSet"},
        "consult_move": {"ConsultSet"},
    }
    for event in (*answers(), *buttons()):
        kinds = {type(one).__name__ for one in passed(at_desk(file, event))}
        sure = isinstance(event, e.DeskPicked) and event.what == "erase_sure"
        assert kinds <= ({"ErasureAsked"} if sure else by_state.get(file.desk, set())), event


@pytest.mark.parametrize("name", SHEETS)
def test_a_new_dialogue_begins_with_a_fresh_sheet(name: str) -> None:
    """Whatever was open is left; nothing of it comes along."""
    first = {"plan": "template", "leeway": "leeway_step", "stop": "stop_physician", "consult": "consult_when"}
    for what, state in first.items():
        after = picks(SHEETS[name], what).file
        assert (after.desk, after.sketch) == (state, Sketch(client="c-1"))


@pytest.mark.parametrize("name", SHEETS)
def test_a_client_who_leaves_for_good_takes_what_was_being_entered_along(name: str) -> None:
    """No half plan about somebody whose file is erased."""
    told = e.ClientTold(at=AT, client="c-1", name="Sanne", what="erased")
    after = at_desk(SHEETS[name], told).file
    assert after.sketch is None
    assert after.desk not in DIALOGUES
    assert after.card("c-1") is None


def test_another_client_who_leaves_changes_nothing_about_this_dialogue() -> None:
    """The sheet stays open."""
    two = coach(desk="goal", sketch=SHEET, clients=(*coach().clients, Card(client="c-2", name="Bo")))
    after = at_desk(two, e.ClientTold(at=AT, client="c-2", name="Bo", what="refused")).file
    assert (after.desk, after.sketch) == ("goal", SHEET)


# --- a new plan ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("step", "before"), BACK.items())
def test_back_goes_one_step_back_and_keeps_what_was_entered(step: str, before: str) -> None:
    """Only from the step that the button was shown with."""
    file = coach(desk=step, sketch=SHEET)
    after = picks(file, "back", step).file
    assert (after.desk, after.sketch) == (before, SHEET)
    assert picks(file, "back", before).file.desk == step
    assert picks(replace(file, desk="idle", sketch=None), "back", step).file.desk == "idle"


def test_back_again_and_again_is_the_way_forward_reversed() -> None:
    """From the last question to the first, without one being passed over."""
    way, file = ["agreed"], coach(desk="agreed", sketch=SHEET)
    while file.desk in BACK:
        file = picks(file, "back", file.desk).file
        way.append(file.desk)
    questions = [step for step in STEPS if step not in {"periods", "agreed_on", "paper", "check"}]
    assert way == questions[::-1]


def test_back_from_the_tasks_goes_to_own_steps_where_there_are_some() -> None:
    """Otherwise to the working days."""
    custom = replace(SHEET, template="custom", periods=(Period(hours=Decimal(16)),))
    assert picks(coach(desk="tasks", sketch=custom), "back", "tasks").file.desk == "periods"
    assert picks(coach(desk="tasks", sketch=SHEET), "back", "tasks").file.desk == "days"


CHANGED = {
    "template": {"choice": "daily"},
    "supervisor": {"text": "Petra"},
    "goal": {"text": "other work"},
    "hours": {"number": Decimal(36)},
    "start": {"day": MONDAY + timedelta(days=7)},
    "days": {"weekdays": (1, 3, 4, 5)},
    "tasks": {"tasks": ("mail", "post")},
    "evaluations": {"days": (MONDAY + timedelta(days=18),)},
    "leeway": {"number": Decimal(1)},
    "physician": {"choice": "not_yet"},
    "agreed": {"day": MONDAY - timedelta(days=1)},
}


@pytest.mark.parametrize("step", CHANGED)
def test_one_thing_in_the_whole_is_changed_and_the_whole_is_shown_again(step: str) -> None:
    """One answer, and back at the check; the picture is drawn anew; the rest is as it was."""
    asked = picks(coach(desk="check", sketch=WHOLE), "mend", step)
    assert asked.file.desk == step
    after = types(asked.file, **CHANGED[step])
    assert after.file.desk == "check"
    assert texts(after) == ["desk.plan_picture", "desk.plan_check"]
    assert after.file.sketch is not None
    kept, was = vars(after.file.sketch), vars(WHOLE)
    assert len([name for name in was if kept[name] != was[name]]) == 1
    assert picks(asked.file, "back", step).file == coach(desk="check", sketch=WHOLE)


def test_changing_to_own_steps_asks_for_them_first() -> None:
    """Then the whole is shown; the steps are those that were typed."""
    asked = picks(coach(desk="check", sketch=WHOLE), "mend", "template").file
    steps = types(asked, choice="custom").file
    assert steps.desk == "periods"
    whole = types(steps, periods=(Period(weeks=2, hours=Decimal(16)),)).file
    assert whole.desk == "check"
    assert whole.sketch is not None
    assert [step.hours for step in sketched(whole.sketch, MONDAY).steps] == [16]


def test_nothing_is_mended_but_from_the_whole() -> None:
    """Elsewhere the button is over."""
    for step in MENDED:
        after = picks(coach(desk="goal", sketch=SHEET), "mend", step)
        assert (after.file.desk, texts(after)) == ("goal", ["stale.desk"])


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_registered_is_what_make_makes_of_the_sheet(template: str) -> None:
    """The whole version, with who agreed and when; for the client it is about; nothing of it stays on the desk."""
    periods = (Period(weeks=2, hours=Decimal(16)), Period(hours=Decimal(32))) if template == "custom" else ()
    sketch = replace(WHOLE, template=template, periods=periods, evaluations=None if template == "nine-weeks" else ())
    decision = picks(coach(desk="check", sketch=sketch), "register")
    [agreed] = passed(decision)
    assert isinstance(agreed, e.PlanAgreed)
    assert agreed.version == make(terms_of(sketch, MONDAY))
    assert (agreed.version.template, agreed.version.agreed_on, agreed.version.leeway.weeks) == (template, MONDAY, 2)
    assert agreed.parties == ("client", "supervisor", "coach")
    assert (decision.file.desk, decision.file.sketch) == ("idle", None)


def test_a_start_that_has_gone_by_is_asked_again_and_nothing_is_passed_on() -> None:
    """The sheet was left overnight."""
    stale = coach(desk="check", sketch=replace(WHOLE, start=MONDAY - timedelta(days=1)))
    decision = picks(stale, "register")
    assert (decision.file.desk, passed(decision), note(decision)) == ("start", [], "refused")
    whole = types(decision.file, day=MONDAY).file
    assert whole.desk == "check"


@pytest.mark.parametrize(("step", "said"), [("days", {"weekdays": (1, 2, 4, 5)}), ("tasks", {"tasks": ("post",)})])
def test_a_start_that_goes_by_during_the_dialogue_is_asked_next(step: str, said: dict[str, object]) -> None:
    """Not the step whose answer was fine; with the reason."""
    decision = types(coach(desk=step, sketch=replace(SHEET, start=MONDAY - timedelta(days=1))), **said)
    say = next(effect for effect in decision.effects if isinstance(effect, Say))
    assert (decision.file.desk, say.prompt.values["reason"]) == ("start", "start")


@pytest.mark.parametrize(
    ("step", "said", "reason"),
    [
        ("hours", {"number": Decimal(80)}, "contract_hours"),
        ("hours", {"number": Decimal("0.5")}, "contract_hours"),
        ("start", {"day": MONDAY - timedelta(days=1)}, "start"),
        ("start", {"day": MONDAY + timedelta(days=3000)}, "start_far"),
        ("days", {"weekdays": (1,)}, "hours_a_day"),
        ("periods", {"periods": (Period(hours=Decimal(0)),)}, "no_hours"),
        ("periods", {"periods": (Period(hours=Decimal(90)),)}, "hours_a_day"),
        ("periods", {"periods": (Period(hours=Decimal("10.1")),)}, "quarters"),
        ("periods", {"periods": (Period(weeks=60, hours=Decimal(8)),)}, "step_weeks"),
        ("periods", {"periods": (Period(weeks=30, hours=Decimal(8)),) * 2}, "too_long"),
        ("periods", {"periods": (Period(hours=Decimal(8)),) * 61}, "many_steps"),
    ],
)
def test_what_cannot_be_a_plan_is_refused_at_its_own_step(step: str, said: dict[str, object], reason: str) -> None:
    """With the reason, on the way and when it is changed in the whole; the sheet stays as it was."""
    custom = step == "periods"
    first = replace(SHEET, template="custom" if custom else "weekly", weekdays=(1, 2, 4, 5), agreed_on=None)
    whole = replace(WHOLE, template=first.template, periods=(Period(hours=Decimal(16)),) if custom else ())
    for sketch in (first, whole):
        decision = types(coach(desk=step, sketch=sketch), **said)
        say = next(effect for effect in decision.effects if isinstance(effect, Say))
        assert (decision.file.desk, decision.file.sketch) == (step, sketch)
        assert (say.prompt.values["note"], say.prompt.values["reason"]) == ("refused", reason)


def test_a_signed_paper_is_recorded_with_its_date() -> None:
    """It is also when both agreed."""
    asked = types(coach(desk="agreed", sketch=replace(WHOLE, agreed_on=None)), choice="paper").file
    assert asked.desk == "paper"
    whole = types(asked, day=MONDAY - timedelta(days=3)).file
    assert whole.sketch is not None
    assert (whole.sketch.paper, whole.sketch.agreed_on) == (MONDAY - timedelta(days=3), MONDAY - timedelta(days=3))
    oral = types(picks(whole, "mend", "agreed").file, day=MONDAY).file
    assert oral.sketch is not None
    assert (oral.sketch.paper, oral.sketch.agreed_on) == (None, MONDAY)


@pytest.mark.parametrize("step", ["physician", "agreed", "agreed_on", "paper"])
def test_what_was_done_was_not_done_in_the_future(step: str) -> None:
    """Nor years ago: both are asked again with what is odd about them."""
    file = coach(desk=step, sketch=replace(WHOLE, agreed_on=None))
    assert note(types(file, day=MONDAY + timedelta(days=1))) == "future"
    assert note(types(file, day=date(1926, 11, 30))) == "far"
    assert note(types(file, text="?")) == "unclear"


def test_the_evaluations_of_a_pattern_are_offered_to_nine_weeks_only() -> None:
    """The word means nothing to another pattern."""
    for template, desk in (("nine-weeks", "leeway"), ("weekly", "evaluations")):
        sketch = replace(SHEET, template=template, evaluations=())
        assert types(coach(desk="evaluations", sketch=sketch), choice="template").file.desk == desk


# --- changes and consults -----------------------------------------------------------------------------------------


def test_leeway_is_passed_on_only_after_the_question_whether_both_agreed() -> None:
    """Which step, how many weeks, who agreed (R3)."""
    file = picks(coach(), "leeway").file
    for said in ({"choice": "next"}, {"number": Decimal(2)}):
        decision = types(file, **said)
        assert passed(decision) == []
        file = decision.file
    for other in ({"text": "ok"}, {"choice": "next"}, {"number": Decimal(1)}):
        assert passed(types(file, **other)) == []
    [taken] = passed(types(file, choice="yes"))
    assert taken == e.LeewayTaken(at=AT, which="next", weeks=2, parties=("client", "supervisor", "coach"))


def test_a_stop_carries_a_name_and_a_date_and_nothing_else() -> None:
    """R37: never the reason."""
    file = picks(coach(), "stop").file
    file = types(file, text="dr. Smit").file
    for day, odd in ((MONDAY, "past"), (MONDAY + timedelta(days=400), "far")):
        assert note(types(file, day=day)) == odd
    file = types(file, day=MONDAY + timedelta(days=14)).file
    [stopped] = passed(types(file, choice="yes"))
    assert stopped == e.PlanStopped(at=AT, physician="dr. Smit", look_again=MONDAY + timedelta(days=14))


@pytest.mark.parametrize(
    ("outcome", "state"), [("stands", "idle"), ("anew", "template"), ("leeway", "leeway_step"), ("other", "idle")]
)
def test_an_evaluation_goes_on_where_it_led(outcome: str, state: str) -> None:
    """Recorded at once; a new plan or leeway is then entered, and its reason says where it came from."""
    asked = types(picks(coach(), "evaluation").file, day=MONDAY - timedelta(days=3)).file
    decision = types(asked, choice=outcome)
    held = e.EvaluationHeld(at=AT, planned=MONDAY - timedelta(days=3), outcome=outcome)
    assert (passed(decision), decision.file.desk) == ([held], state)
    sketch = None if state == "idle" else Sketch(client="c-1", after_evaluation=True)
    assert decision.file.sketch == sketch


def test_a_reminder_names_the_evaluation_itself() -> None:
    """With a date on the button the date isn't asked; a date that is none is asked."""
    named = picks(coach(), "evaluation", "2026-12-11").file
    assert named.sketch is not None
    assert (named.desk, named.sketch.planned) == ("evaluation_outcome", date(2026, 12, 11))
    assert picks(coach(), "evaluation", "2026-13-41").file.desk == "evaluation_day"


def test_a_plan_after_an_evaluation_says_so() -> None:
    """R4: every change names its reason."""
    sketch = replace(WHOLE, after_evaluation=True)
    [agreed] = passed(picks(coach(desk="check", sketch=sketch), "register"))
    assert isinstance(agreed, e.PlanAgreed)
    assert agreed.reason == "agreed after an evaluation"


def test_consults_are_made_moved_and_called_off_and_no_number_is_used_twice() -> None:
    """The card keeps those to come, in order; the client's file hears each; no plan is touched."""
    file = coach(clients=(Card(client="c-1", name="Sanne"),))
    later, sooner = AT + timedelta(days=9), AT + timedelta(days=2)
    for number, when in ((1, later), (2, sooner)):
        decision = types(picks(file, "consult").file, when=when)
        assert passed(decision) == [e.ConsultSet(at=AT, number=number, when=when)]
        file = decision.file
    assert [consult.number for consult in file.clients[0].consults] == [2, 1]
    moving = types(picks(file, "consult").file, choice="move", number=Decimal(1)).file
    decision = types(moving, when=AT + timedelta(days=1))
    assert passed(decision) == [e.ConsultSet(at=AT, number=1, when=AT + timedelta(days=1))]
    decision = types(picks(decision.file, "consult").file, choice="drop", number=Decimal(1))
    assert passed(decision) == [e.ConsultSet(at=AT, number=1, when=None)]
    decision = types(picks(decision.file, "consult").file, when=later)
    assert passed(decision) == [e.ConsultSet(at=AT, number=3, when=later)]
    assert decision.file.clients[0].consults == (Consult(number=2, at=sooner), Consult(number=3, at=later))


def test_a_consult_lies_ahead() -> None:
    """Within a year; one that has been leaves the card."""
    file = picks(coach(), "consult").file
    assert note(types(file, when=AT - timedelta(minutes=1))) == "past"
    assert note(types(file, when=AT + timedelta(days=800))) == "far"
    week_later = e.DeskPicked(at=AT + timedelta(days=7), what="consult", client="c-1")
    assert at_desk(coach(), week_later).file.clients[0].consults == ()


def test_clients_stay_in_their_places_when_a_consult_is_made() -> None:
    """The buttons with names don't move about."""
    two = coach(clients=(*coach().clients, Card(client="c-2", name="Bo")))
    after = types(picks(two, "consult").file, when=AT + timedelta(days=1)).file
    assert [card.name for card in after.clients] == ["Sanne", "Bo"]


@pytest.mark.parametrize("what", ["leeway_refused", "stop_refused"])
def test_a_refusal_comes_at_once_at_any_hour(what: str) -> None:
    """It answers what the coach just did; other word waits for the morning."""
    night = AT.replace(hour=22)
    told = e.ClientTold(at=night, client="c-1", name="Sanne", what=what, detail="no_plan")
    [say] = [effect for effect in at_desk(coach(), told).effects if isinstance(effect, Say)]
    assert (say.not_before, say.kind) == (None, LetterClass.QUESTION)
    waits = at_desk(coach(), replace(told, what="plan_yes")).effects[0]
    assert isinstance(waits, Say)
    assert waits.not_before is not None
