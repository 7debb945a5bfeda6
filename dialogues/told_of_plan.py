"""What the coach hears of a plan: the client's answer, leeway, a doctor's word, evaluations, how a plan ends."""

from dialogues.suggestions import N_
from dialogues.told_word import CALLED, DONE, EVALUATION, LOGBOOK, PLAN, SEEN, TALKED, Word

WORDS: dict[str, Word] = {
    "plan_yes": Word(
        lines=(
            N_("{name} says: yes, that's what we agreed."),
            N_("The plan now stands. I tell {name} the step of each week."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_replaced": Word(
        lines=(
            N_("The version for {name} that was to begin on {detail} never ran."),
            N_("The newer one that was agreed takes its place. The earlier one can still be read."),
        ),
    ),
    "plan_no": Word(
        lines=(
            N_("{name} says the plan isn't what was agreed, and would like you to call."),
            N_("This plan doesn't begin. Was something else agreed? Then register that."),
        ),
        done=CALLED,
        meets="plan_no",
        more=(PLAN,),
    ),
    "doable_low": Word(
        lines=(
            "{detail}",
            N_("Talk about it together first. The plan begins only when {name} says yes."),
        ),
        done=TALKED,
        meets="doable_low",
    ),
    "leeway_asked": Word(
        lines=(
            N_("{name} would like you to think along about the leeway. Weeks left: {detail}."),
            N_("Client and supervisor decide together. When they agree, register it here. Until then the plan stands."),
        ),
        done=DONE,
        meets="leeway_asked",
        more=(PLAN,),
    ),
    "doctor": Word(
        lines=(
            N_("{name} says: my doctor told me something else. I told {name} to follow the doctor."),
            N_("The plan stands. I hold the messages about the step until you answer, up to and including {detail}."),
            N_("Will you contact {name}? Was something else agreed, or stopped? Then register that."),
        ),
        done=TALKED,
        meets="doctor",
        more=(PLAN,),
    ),
    "doctor_overdue": Word(
        lines=(
            N_("{name} is still waiting for your answer about what the doctor said."),
            N_("From now on I send the messages about the step again. The plan stands."),
        ),
        done=TALKED,
        meets="doctor",
        more=(PLAN,),
    ),
    "look_again": Word(
        lines=(
            N_("The plan of {name} was stopped on the advice of the occupational physician."),
            N_("Today is the date on which you wanted to look at it again."),
        ),
        done=SEEN,
        meets="look_again",
        more=(PLAN,),
    ),
    "evaluation_asked": Word(
        lines=(
            N_("{name}: time to look at it together, in an extra evaluation. {detail}"),
            N_("Will you plan it with client and supervisor? Until then the plan stands."),
        ),
        done=N_("I'll plan it"),
        meets="evaluation_asked",
        more=(LOGBOOK,),
    ),
    "evaluation_week": Word(
        lines=(
            N_("The evaluation with {name} is on {detail}."),
            N_("{name} can prepare it with four questions. What {name} writes is shown to you only when it is shared."),
        ),
        more=(LOGBOOK,),
    ),
    "evaluation_day": Word(lines=(N_("The evaluation with {name} is on {detail}."),), more=(LOGBOOK,)),
    "evaluation_overdue": Word(
        lines=(
            N_("The evaluation with {name} was planned for {detail}. What came of it isn't noted yet."),
            N_("Was it held? Then note what came of it. Otherwise plan it again together. The plan stands."),
        ),
        more=(EVALUATION, LOGBOOK),
    ),
    "leeway_refused": Word(
        lines=(N_("The leeway of {name} isn't taken, and nothing was changed."), "{detail}"),
        more=(EVALUATION,),
    ),
    "stop_refused": Word(lines=(N_("The plan of {name} isn't stopped, and nothing was changed."), "{detail}")),
    "disturbed": Word(
        lines=(
            N_("{name} tells me about work: {detail}."),
            N_("It shows where things get stuck. The plan stands. {name} knows that you hear this now."),
        ),
        done=N_("I'll talk about it"),
        meets="disturbed",
        more=(LOGBOOK,),
    ),
    "more_than_agreed": Word(
        lines=(
            N_("{name} worked more than agreed, twice in two weeks."),
            N_("I tell {name} that this week's step is enough. The plan stands."),
        ),
        done=SEEN,
        meets="more_than_agreed",
        more=(LOGBOOK,),
    ),
    "plan_kept": Word(
        lines=(
            N_("{name} has worked full hours in own work for four weeks. The plan is complete."),
            N_("I looked back on the way with {name}, and asked how often I still come along."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_keeping": Word(
        lines=(
            N_("The plan of {name} is over, at full hours in own work."),
            N_("I ask {name} once a week how it went, until four such weeks in a row are there."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_ended": Word(
        lines=(
            N_("The plan of {name} is over, and the goal isn't reached yet."),
            N_("Will you plan an evaluation with client and supervisor? Until a new plan I come along once a week."),
        ),
        done=N_("I'll plan it"),
        meets="plan_ended",
        more=(LOGBOOK, PLAN),
    ),
    "plan_over": Word(
        lines=(
            N_("The plan of {name} is over, and the goal isn't reached yet."),
            N_("You looked at it together already. Until there is a new plan I come along once a week."),
        ),
        more=(PLAN, LOGBOOK),
    ),
}
#: How doable the client finds the plan (R1); the number is for who may see scores (R33).
DOABLE = N_("How doable is the plan? {name} gives it a {number}.")
DOABLE_CLOSED = N_("How doable is the plan? {name} can tell you. I don't show the number.")
#: Why an evaluation is asked for (R38); what got in the way stands in the logbook.
WHY = {
    "lag": N_("Two weeks in a row went differently from the plan. What got in the way is in the logbook."),
    "hours": N_("Two weeks in a row less than 75 % of the hours was worked. The days are in the logbook."),
    "asked": N_("{name} asks for it."),
}
#: What is going on at work (R38).
AT_WORK = {
    "no_work": N_("there is no work to do"),
    "supervisor_away": N_("the supervisor is away"),
    "not_possible": N_("a task can't be done"),
    "conflict": N_("there is a conflict"),
}
MET: dict[str, str] = {
    "plan_no": N_("Noted: you have called {name} about the plan."),
    "doctor": N_("Noted: you have talked with {name} about what the doctor said."),
    "look_again": N_("Noted: you look at the plan of {name} again."),
    "leeway_asked": N_("Noted: you have thought along with {name} about the leeway."),
    "evaluation_asked": N_("Noted: you plan an evaluation with {name}."),
    "disturbed": N_("Noted: you talk with {name} about what is going on at work."),
    "more_than_agreed": N_("Noted: you have seen that {name} worked more than agreed."),
    "doable_low": N_("Noted: you have talked with {name} about the plan."),
    "plan_ended": N_("Noted: you plan the evaluation at the end of {name}'s plan."),
    "step_not": N_("Noted: you have seen how the step of {name} went."),
    "no_giver": N_("Noted: you talk about energy givers with {name}."),
}
