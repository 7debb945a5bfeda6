"""Who reads, and when (R35): the coach on their days; while the coach is away the deputy, or honestly nobody."""

from datetime import timedelta

from dialogues.phrases import LONGEST_NAME, clipped, coach_of
from dialogues.words import Words
from state_machines import duty
from state_machines.consents import COACH, gives
from state_machines.files import Client
from state_machines.hand_over import Deputy, Leave


def reading_days(client: Client, said: Words) -> str:
    """The weekdays on which the coach reads."""
    return said.weekdays(client.coach_days) if client.coach_days else said._("some days")


def who_reads(client: Client, said: Words) -> str:
    """ "Joost reads on Monday and Tuesday."; and who does while he is away, as far as that is now or still to come."""
    _, leave, coach = said._, _leave(client), coach_of(client)
    usual = _("{coach} reads on {days}.", coach=coach, days=reading_days(client, said))
    if leave is None:
        return usual
    if client.day is not None and leave.covers(client.day.date):
        return f"{_away(client, leave, said)} {_stands_in(client.deputy, leave, said)}"
    away = _(
        "From {start} up to and including {end} {coach} is away.",
        start=said.day(leave.start),
        end=said.day(leave.end),
        coach=coach,
    )
    return f"{usual} {away} {_stands_in(client.deputy, leave, said)}"


def on_duty(client: Client) -> str:
    """The name of the deputy while the coach is away and the deputy is there; else empty."""
    leave, deputy, today = client.coach_leave, client.deputy, client.day.date if client.day else None
    if today is None or leave is None or deputy is None or not leave.covers(today):
        return ""
    there = deputy.leave is None or not deputy.leave.covers(today)
    return clipped(deputy.name, LONGEST_NAME) if there else ""


def is_told(client: Client) -> str:
    """Who is told what can wait until they read: the coach, or the deputy who is on duty."""
    return on_duty(client) or coach_of(client)


def are_told(client: Client, said: Words) -> str:
    """Who is told what can't wait: the coach, and the deputy who is on duty."""
    return said.listed([coach_of(client), *filter(None, [on_duty(client)])])


def facilitator_sees(client: Client, said: Words) -> str:
    """What the process facilitator sees (R30, R33); empty when there is none."""
    if client.facilitator is None:
        return ""
    return said._(
        "{name} sees your plan: the agreed hours, tasks and dates. "
        "No scores, no complaints, no diary, no hours worked.",
        name=clipped(client.facilitator.name, LONGEST_NAME),
    )


def coach_sees(client: Client, said: Words) -> str:
    """What the coach sees (R33): scores in the delegation regime, or when the client opened them."""
    _, coach = said._, coach_of(client)
    if gives(client, COACH):
        return _(
            "{coach} sees your plan, your hours, your scores and how your week went. "
            "Your diary only where you open it.",
            coach=coach,
        )
    return _(
        "{coach} sees your plan, your hours and how each step went. "
        "Your scores and your diary only where you open them.",
        coach=coach,
    )


def deputy_sees(client: Client, said: Words) -> str:
    """That a deputy can look too, while they stand in (R33); empty without one."""
    if client.deputy is None:
        return ""
    return said._(
        "{deputy} stands in when {coach} is away, and can see the same then. That is noted down as well.",
        deputy=clipped(client.deputy.name, LONGEST_NAME),
        coach=coach_of(client),
    )


def reads_on(client: Client, said: Words) -> str:
    """ "Joost reads on Monday 30 November.": who surely reads next, and when; else the weekdays."""
    _, today = said._, client.day.date if client.day else None
    first = next(duty.there(client, today + timedelta(days=1)), None) if today else None
    if today is None or first is None:
        return who_reads(client, said)
    day, deputy = first
    leave, tomorrow = _leave(client), today + timedelta(days=1)
    if deputy:
        name = clipped(deputy, LONGEST_NAME)
        stands_in = _("{deputy} stands in, and reads on {day}.", deputy=name, day=said.day(day))
        return f"{_away(client, leave, said)} {stands_in}" if leave else stands_in
    reads = _("{coach} reads on {day}.", coach=coach_of(client), day=said.day(day))
    away = leave is not None and leave.covers(tomorrow)
    nobody = _("Nobody stands in then.")
    return f"{_away(client, leave, said)} {nobody} {reads}" if leave and away else reads


def _leave(client: Client) -> Leave | None:
    """The coach's leave, as long as it isn't over."""
    leave = client.coach_leave
    over = leave is not None and client.day is not None and leave.end < client.day.date
    return None if over else leave


def _away(client: Client, leave: Leave, said: Words) -> str:
    return said._("{coach} is away up to and including {end}.", coach=coach_of(client), end=said.day(leave.end))


def _stands_in(deputy: Deputy | None, leave: Leave, said: Words) -> str:
    """Who is there in those days; honest when nobody is, for a part of them or all."""
    _ = said._
    if deputy is None:
        return _("Nobody stands in then.")
    name = clipped(deputy.name, LONGEST_NAME)
    reads = _("{deputy} stands in, and reads on {days}.", deputy=name, days=said.weekdays(deputy.weekdays))
    theirs = deputy.leave
    if theirs is None or theirs.end < leave.start or leave.end < theirs.start:
        return reads
    between = _(
        "From {start} up to and including {end} nobody is there.",
        start=said.day(theirs.start),
        end=said.day(theirs.end),
    )
    return f"{reads} {between}"
