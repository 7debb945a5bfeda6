"""Who coaches this client, and who stands in: what the coach's desk says of it, in the client's file.

- A name, days, a deputy, leave: texts say it from now on; nobody is disturbed for it.
- Another coach: the client is told once, outside the quiet hours. What can't wait is told to the new one at once.
"""

from state_machines import agenda, schedule, taking_over
from state_machines.effects import LetterClass
from state_machines.events import CoachChanged
from state_machines.files import but
from state_machines.machine import ClientAct

TOLD = ("welcome", "coaching", "paused")
#: Needs that the new coach hears of at once; the others stand in their overview and summary.
AT_ONCE = ("safety", "stop_advised", "call", "complaint_urgent")


def changed(act: ClientAct) -> None:
    """The coach, or what is known of them, has changed."""
    event, before = act.event, act.file
    assert isinstance(event, CoachChanged)
    another = bool(event.coach) and event.coach != before.coach
    if another:
        taking_over.drop(act, "new_coach")
    act.file = but(
        act.file,
        coach=event.coach or before.coach,
        coach_name=event.coach_name,
        coach_days=event.coach_days,
        deputy=event.deputy,
        coach_leave=event.leave,
    )
    if another:
        _tell(act, before.coach_name)
    agenda.other_coach_days(act, before)
    act.reason = act.reason or "who coaches is known"


def _tell(act: ClientAct, before: str) -> None:
    if act.file.journey in TOLD:
        later = schedule.outside_quiet(act.file, act.at)
        kind = LetterClass.QUESTION
        act.say("coach.another", kind=kind, slot="coach", below=True, not_before=later, before=before)
    for kind_of in AT_ONCE:
        if any(need.kind == kind_of for need in act.file.needs):
            act.tell_coach(kind_of)
