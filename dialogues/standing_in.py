"""Leave and deputies, as coaches read it: who stands in, when one is away, for whom one stands in; and who has left.

What is promised: when nobody is on duty, that is what it says.
"""

from collections.abc import Sequence
from datetime import date

from dialogues import phrases, taps
from dialogues.coach_asks import Ask, register
from dialogues.coach_words import Desk, choose_from, options, with_year
from dialogues.phrases import lines, message
from dialogues.prompt import Button, Message, Rows, tells
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.files import Professional
from state_machines.hand_over import Leave

MOST_COLLEAGUES = 40
NOTES = {
    "saved": N_("Saved. Your clients' texts say it from now on."),
    "self": N_("You can't stand in for yourself. Choose a colleague."),
    "cannot": N_("This colleague can't stand in. Nothing was changed."),
}


# --- the coach's own ----------------------------------------------------------------------------------------------


def page_of(page: Desk, colleagues: Sequence[Professional], today: date) -> Message:
    """Who stands in, when the coach is away, for whom they stand in; colleagues to choose from."""
    _, file, note = page.words._, page.file, NOTES.get(page.text("note"), "")
    leave = file.leave if file.leave and file.leave.end >= today else None
    return message(
        _(note) if note else "",
        lines(_deputy(page), _leave(page, leave)),
        _on_duty(page, leave),
        lines(*(_for_whom(page, each.name, each.leave, today) for each in file.stands_in_for)),
        _("Who shall stand in for you?") if colleagues else _("There is no colleague here yet who can stand in."),
        rows=(*_colleagues(page, colleagues), *_leave_buttons(page, leave)),
    )


def _deputy(page: Desk) -> str:
    _, deputy = page.words._, page.file.deputy
    if deputy is None:
        return _("Nobody stands in for you.")
    days = page.words.weekdays(deputy.weekdays)
    return _("{name} stands in for you, and reads on {days}.", name=deputy.name, days=days)


def _leave(page: Desk, leave: Leave | None) -> str:
    _ = page.words._
    if leave is None:
        return _("You have noted no leave.")
    return _("You are away from {start} up to and including {end}.", **_between(page.words, leave))


def _between(said: Words, leave: Leave) -> dict[str, str]:
    return {"start": said.day(leave.start), "end": said.day(leave.end)}


def _on_duty(page: Desk, leave: Leave | None) -> str:
    """What happens while the coach is away; honest when nobody is there."""
    _, deputy = page.words._, page.file.deputy
    if leave is None:
        return ""
    if deputy is None:
        return _("In those days nobody is on duty for your clients. Their texts say so.")
    theirs = deputy.leave
    if theirs is not None and theirs.start <= leave.end and leave.start <= theirs.end:
        return _(
            "Please note: {name} is away from {start} up to and including {end}. Then nobody is on duty.",
            name=deputy.name,
            **_between(page.words, theirs),
        )
    return _("In those days {name} hears what your clients tell. What can't wait comes to you too.", name=deputy.name)


def _for_whom(page: Desk, name: str, leave: Leave | None, today: date) -> str:
    _ = page.words._
    if leave is None or leave.end < today:
        return _("You stand in for {name}, who is not away now.", name=name)
    between = _between(page.words, leave)
    return _("You stand in for {name}, away from {start} up to and including {end}.", name=name, **between)


def _colleagues(page: Desk, colleagues: Sequence[Professional]) -> Rows:
    chosen = page.file.deputy.id if page.file.deputy else ""
    named = [(each.name, each.id) for each in colleagues[:MOST_COLLEAGUES]]
    nobody = ((Button(page.words._("Nobody stands in"), taps.pick("deputy", "", "")),),) if chosen else ()
    return (*choose_from(named, "deputy", chosen), *nobody)


def _leave_buttons(page: Desk, leave: Leave | None) -> Rows:
    _ = page.words._
    label = _("Other days away") if leave else _("I'm going to be away")
    back = ((Button(_("I'm not away after all"), taps.pick("leave_over")),),) if leave else ()
    return ((Button(label, taps.pick("leave")),), *back)


# --- from when until when -----------------------------------------------------------------------------------------


def _first(page: Desk) -> Rows:
    _ = page.words._
    return options(page, [(_("Today"), "today"), (_("Tomorrow"), "tomorrow")], width=2)


def _noted(page: Desk) -> tuple[str, ...]:
    """The first day, so that a slip is seen at once; or why the other couldn't be used."""
    _, first, day = page.words._, page.values.get("first"), page.values.get("day")
    if page.text("note") == "early" and isinstance(first, date) and isinstance(day, date):
        return (_("{day} is before {first}.", day=with_year(page, day), first=with_year(page, first)),)
    start = page.file.sketch.start if page.file.sketch else None
    return (_("Away from {day}.", day=with_year(page, start)),) if start and page.file.desk == "leave_until" else ()


register(
    {
        "leave_from": Ask(
            lines=(N_("From which day are you away? Tap, or type the date."),),
            hint=N_("I need a date from today on, like 21 December or 21-12."),
            options=_first,
            more=_noted,
        ),
        "leave_until": Ask(
            lines=(N_("Up to and including which day? Type the date."),),
            hint=N_("I need a date that isn't before the first day, like 3 January or 3-1."),
            more=_noted,
        ),
    }
)


# --- at the deputy's desk -----------------------------------------------------------------------------------------


@tells("desk.stands_in")
def stands_in(page: Desk) -> Message:
    """A colleague named this coach, or is away at other times; what that means."""
    _, said, name = page.words._, page.words, phrases.clipped(page.text("name"), phrases.LONGEST_NAME)
    start, end = page.values.get("start"), page.values.get("end")
    if not isinstance(start, date) or not isinstance(end, date):
        return message(
            _("You stand in for {name}. {name} is not away now.", name=name),
            _("I tell you when that changes, and when something has to be asked of you sooner."),
        )
    return message(
        _(
            "You stand in for {name}, who is away from {start} up to and including {end}.",
            name=name,
            start=said.day(start),
            end=said.day(end),
        ),
        _("In those days you hear what the clients of {name} tell, and can read their logbooks.", name=name)
        + " "
        + _("Each look is noted with your name."),
    )


@tells("desk.stands_in_over")
def stands_in_over(page: Desk) -> Message:
    """Not any more."""
    name = phrases.clipped(page.text("name"), phrases.LONGEST_NAME)
    return message(page.words._("You no longer stand in for {name}. You don't see those clients any more.", name=name))


@tells("desk.not_standing_in")
def not_standing_in(page: Desk) -> Message:
    """Neither now nor about this client."""
    _ = page.words._
    return message(
        _("You don't stand in for this client now. Nothing was changed."),
        _("Does something have to happen? Call the client's own coach."),
    )


@tells("desk.deputy_gone")
def deputy_gone(page: Desk) -> Message:
    """The deputy has left: choose another."""
    _, name = page.words._, phrases.clipped(page.text("name"), phrases.LONGEST_NAME)
    return message(
        _("{name} has left, and no longer stands in for you.", name=name),
        _("Nobody stands in for you now."),
        rows=((Button(_("Choose a deputy"), taps.desk("deputy")),),),
    )


# --- a coach who has left -----------------------------------------------------------------------------------------


@tells("desk.removed")
def removed(page: Desk) -> Message:
    """This chat is cut off; where the clients are now."""
    _, to = page.words._, phrases.clipped(page.text("to"), phrases.LONGEST_NAME)
    return message(
        _("You are no longer a coach here. This chat is cut off, and I don't answer you any more."),
        _("Your clients and what was open are with {name} now.", name=to) if to else "",
        _("Do you still have something of a client in this chat? Then delete it, please."),
    )


@tells("desk.handed")
def handed(page: Desk) -> Message:
    """Whose coach one is from now on; what needs doing stands in the overview."""
    _, names = page.words._, page.values.get("names")
    named = [str(name) for name in names] if isinstance(names, tuple) else []
    coach = phrases.clipped(page.text("coach_name"), phrases.LONGEST_NAME)
    return message(
        _("{coach} has left. From now on you are the coach of: {names}.", coach=coach, names=page.words.listed(named)),
        _("Your clients are told, once. What was open is open still: you find it in the overview."),
        rows=((Button(_("Clients"), taps.desk("clients")), Button(_("Logbook"), taps.desk("logbook"))),),
    )
