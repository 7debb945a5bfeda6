"""What of a client's file is control and what is only data: the states that the walk tells apart.

Every field of a file and of its day stands in one of the two tables below; a test fails for a field that stands in
neither. Two files with the same `key` are one state, of which the walk keeps the first it meets.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date

from state_machines import questions
from state_machines.consents import KEEP, PHYSICIAN, gives
from state_machines.files import COACHED, Client
from state_machines.machine import MOST_BEGUN
from state_machines.plan import Plan
from tests.law.moments import (
    DAY_AFTER,
    FIRST_DAY,
    LAST_DAY,
    MOMENTS,
    MONTH_AFTER,
    SPRING_NIGHT,
    Moment,
)

Dimension = Callable[[Client, Moment], Hashable]

#: Fields that decide what happens next, and the dimension that tells their values apart. The chat, the invitation and
#: the end of a pause follow from the journey, the first slow date from the rhythm.
CONTROL = {
    "journey": "journey",
    "stage": "journey",
    "chat": "journey",
    "invite": "journey",
    "consents": "journey",
    "coaching_since": "journey",
    "paused_until": "journey",
    "asking": "asking",
    "day": "day",
    "next_checkin": "waits",
    "next_step": "waits",
    "next_agenda": "waits",
    "silent": "silent",
    "silence_asked": "silent",
    "begun": "marks",
    "begun_on": "marks",
    "versions": "plan",
    "agreed": "plan",
    "earlier": "plan",
    "declined": "declined",
    "ended": "end",
    "slow": "end",
    "slow_from": "end",
    "safety_until": "held",
    "doctor_until": "held",
    "requests": "requests",
    "referral": "referral",
    "complaints": "complaints",
    "talk": "talk",
}
#: Fields that only fill texts, or shift moments, or are kept: one value stands for all.
DATA = {
    *("id", "name", "coach", "coach_name", "coach_days", "language", "zone", "buttons_only", "diary_open", "tidy_chat"),
    *("checkin_time", "checkin_days", "morning", "quiet", "low_energy", "givers", "drainers"),
    *("signs", "contacts", "lists_asked", "window", "typed", "consults", "evaluated", "high_said", "needs"),
    *("week_read", "unreachable", "prepared", "sheet", "doable", "referrals", "physician", "rule"),
    *("deputy", "coach_leave", "regime", "facilitator"),
}
#: The same for a day: its state, the kind of question that is open and its marks are control.
DAY_CONTROL = {"date", "state", "at", "asked", "acted", "nudged", "snoozed", "corrected", "closes_week"}
DAY_DATA = {"turn", "hint", "working", "planned", "answers", "notes", "noted", "high", "voiced"}


def _journey(file: Client, moment: Moment) -> Hashable:
    """With what the journey's guards read: the stage of a welcome, a consent that stands, coaching that once began."""
    if file.journey in COACHED:
        return (file.journey,)
    stage = file.stage if file.journey == "welcome" else ""
    return file.journey, stage, gives(file, KEEP), file.coaching_since is not None


def _asking(file: Client, moment: Moment) -> Hashable:
    return file.asking.partition(":")[0]


def _typing(file: Client, moment: Moment) -> Hashable:
    return bool(file.asking)


def _day(file: Client, moment: Moment) -> Hashable:
    day = file.day
    if day is None or file.journey not in COACHED:
        return None
    question = questions.BY_NAME.get(day.at)
    return day.date >= moment.day, day.state, question.kind if question else day.at


def _marks(file: Client, moment: Moment) -> Hashable:
    day = file.day
    if day is None or file.journey not in COACHED:
        return None
    full = file.begun_on == day.date and file.begun >= MOST_BEGUN
    return (day.asked, day.acted, day.nudged or day.snoozed, day.corrected, day.closes_week > 0, full)


def _plan(file: Client, moment: Moment) -> Hashable:
    today = file.date_now(moment.at)
    now, newest, draft = file.plan_on(today), file.plan_on(date.max), file.draft
    waits = "" if draft is None else "later" if today < draft.runs_from else "at once"
    return _phase(now, today), newest is not now, waits


def _declined(file: Client, moment: Moment) -> Hashable:
    return file.draft is not None and file.draft.digest() == file.declined


def _phase(plan: Plan | None, today: date) -> str:
    if plan is None:
        return "none"
    if plan.stopped is not None:
        return "stopped"
    return "to come" if today < plan.start else "over" if today > plan.end else "running"


def _leeway(file: Client, moment: Moment) -> Hashable:
    newest = file.plan_on(date.max)
    return newest is not None and newest.leeway.left > 0


def _end(file: Client, moment: Moment) -> Hashable:
    return file.ended, file.slow


def _held(file: Client, moment: Moment) -> Hashable:
    return tuple(until is not None and moment.at < until for until in (file.safety_until, file.doctor_until))


def _silent(file: Client, moment: Moment) -> Hashable:
    return min(file.silent, 5), file.silence_asked


def _requests(file: Client, moment: Moment) -> Hashable:
    return bool(file.requests)


def _referral(file: Client, moment: Moment) -> Hashable:
    """Its state, whether the text was read today, and which deadlines were dealt with."""
    found = file.referral
    if found is None:
        return None
    return found.state, found.shown is not None and file.today(found.shown) == moment.day, found.reminded


def _complaints(file: Client, moment: Moment) -> Hashable:
    """Its state, whether it rests, whether words wait for a choice, and whether reports may be offered."""
    kept = file.complaints
    rests = kept.rests_until is not None and moment.day < kept.rests_until
    return kept.state, rests, bool(kept.told), gives(file, PHYSICIAN)


def _waits(file: Client, moment: Moment) -> Hashable:
    return file.next_checkin is not None, file.next_step is not None, file.next_agenda is not None


def _talk(file: Client, moment: Moment) -> Hashable:
    """Whether a person has taken the conversation over, and whether it is time to give it back."""
    return file.talk is not None and (file.talk.deputy, moment.at >= file.talk.until)


DIMENSIONS: dict[str, Dimension] = {
    "journey": _journey,
    "day": _day,
    "plan": _plan,
    "declined": _declined,
    "held": _held,
    "silent": _silent,
    "asking": _asking,
    "typing": _typing,
    "requests": _requests,
    "marks": _marks,
    "leeway": _leeway,
    "end": _end,
    "referral": _referral,
    "complaints": _complaints,
    "talk": _talk,
    "waits": _waits,
}


@dataclass(frozen=True, kw_only=True)
class Grain:
    """How finely the walk looks: which dimensions it tells apart, at which moments."""

    dimensions: tuple[str, ...]
    moments: tuple[Moment, ...]

    def key(self, file: Client, moment: Moment) -> Hashable:
        """The control state that a file is in at a moment."""
        return moment.name, *(DIMENSIONS[name](file, moment) for name in self.dimensions)


#: Each is walked whole. The first two in every run of the tests, the others in the long campaigns.
SHORT_WALKS = {
    "the plan": Grain(dimensions=("journey", "plan"), moments=(FIRST_DAY, DAY_AFTER)),
    "the day": Grain(dimensions=("journey", "day", "held"), moments=(FIRST_DAY, LAST_DAY)),
}
LONG_WALKS = {
    "all at once": Grain(
        dimensions=("journey", "day", "plan", "held", "silent", "requests", "typing"),
        moments=(FIRST_DAY, SPRING_NIGHT, DAY_AFTER),
    ),
    "what is asked, requested or declined, how a plan ended": Grain(
        dimensions=("journey", "plan", "declined", "leeway", "end", "asking", "requests"),
        moments=(FIRST_DAY, MONTH_AFTER),
    ),
    "silence and the marks of a day, at every moment": Grain(
        dimensions=("journey", "day", "marks", "silent"), moments=MOMENTS
    ),
    "a conversation with a person": Grain(
        dimensions=("journey", "day", "plan", "talk", "typing"), moments=(FIRST_DAY, DAY_AFTER)
    ),
    "complaints, and the plan": Grain(dimensions=("journey", "plan", "complaints"), moments=(FIRST_DAY, DAY_AFTER)),
    "a report to the physician, and the plan": Grain(
        dimensions=("journey", "plan", "referral"), moments=(FIRST_DAY, MONTH_AFTER)
    ),
    "the plan and what the clock waits for, at every moment": Grain(
        dimensions=("journey", "plan", "held", "waits"), moments=MOMENTS
    ),
}
