"""The last three weeks of a client as the coach reads them (R15-R17, R33): days, steps, three adherences kept apart."""

from collections.abc import Container
from datetime import date, timedelta

from dialogues import phrases
from dialogues.phrases import hours, lines
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.adherence import Adherence
from state_machines.adherence import adherence as count
from state_machines.consents import COACH, gives
from state_machines.days import iso_week, local_date
from state_machines.files import Client, Day

WEEKS_SHOWN = 3
MISSING = "–"
DETAIL = "    "

#: The scores of a day, in the order in which they are shown; the first two always, the others when they were given.
SCORES = {
    "energy": N_("energy {number}"),
    "complaint": N_("complaints {number}"),
    "confidence": N_("confidence {number}"),
    "progress": N_("goal {number}"),
}
ALWAYS = ("energy", "complaint")
WENT = {"full": N_("fully carried out"), "partly": N_("partly carried out"), "not": N_("not carried out")}


def first_shown(today: date) -> date:
    """The Monday with which the three weeks begin."""
    return today - timedelta(days=today.isoweekday() - 1, weeks=WEEKS_SHOWN - 1)


def kept_days(client: Client, today: date) -> dict[date, Day]:
    """The days of the last three weeks that are over, and today when the client answered already."""
    kept = client.days_since(first_shown(today))
    return {day.date: day for day in kept if day.date < today or (day.date == today and day.known)}


def weeks(client: Client, today: date, words: Words) -> list[str]:
    """A paragraph for each of the last three weeks, oldest first; weeks before the client took part are left out."""
    kept, first = kept_days(client, today), first_shown(today)
    since = max(first, client.coaching_since or today)
    dates = [day for n in range(WEEKS_SHOWN * 7) if since <= (day := first + timedelta(days=n)) <= today]
    found: dict[int, list[date]] = {}
    for day in dates:
        if (day in kept and kept[day].known) or (day < today and client.asked_on(day)):
            found.setdefault(iso_week(day), []).append(day)
    opened = gives(client, COACH)
    return [_week(number, [(day, kept.get(day)) for day in shown], words, opened) for number, shown in found.items()]


def _week(number: int, shown: list[tuple[date, Day | None]], words: Words, opened: bool) -> str:
    """One ISO week: its days, and the outcome of the step that was closed in it; a week without answers is one line.

    `opened`: the coach may see scores (R33); else only hours, and how the step went.
    """
    title = words._("Week {week}", week=number)
    answered = any(day is not None and day.known for _, day in shown)
    closed = [day for _, day in shown if day is not None and day.closes_week]
    if not answered and not closed:
        return f"{title}: {MISSING}"
    told = (_day(at, day, words) if opened else _closed_day(at, day, words) for at, day in shown)
    return lines(title, *told, *(_step(day, words, opened) for day in closed))


def _closed_day(at: date, day: Day | None, words: Words) -> str:
    """One date of a client who didn't open their scores: hours worked of planned, else that there was an answer."""
    known = day is not None and day.known
    facts = _hours(day, words) if day is not None and known else (MISSING,)
    told = ", ".join(facts) or words._("answered")
    return f"{words.short_day(at)}: {told}"


def _day(at: date, day: Day | None, words: Words) -> str:
    """One date: scores, hours worked of planned, what gave and cost energy; "–" when nothing was answered."""
    if day is None or not day.known:
        return f"{words.short_day(at)}: {MISSING}"
    facts = ", ".join((*_scores(day, words), *_hours(day, words)))
    return lines(f"{words.short_day(at)}: {facts}", *(DETAIL + line for line in _named(day, words)))


def _scores(day: Day, words: Words) -> tuple[str, ...]:
    shown = [name for name in SCORES if name in ALWAYS or day.number(name) is not None]
    return tuple(words._(SCORES[name], number=words.number(day.number(name))) for name in shown)


def _hours(day: Day, words: Words) -> tuple[str, ...]:
    number = day.number("hours")
    if not day.working:  # hours on another day are a fact too
        worked = hours(words, number) if number is not None else ""
        return (words._("{hours} worked", hours=worked),) if worked else ()
    worked, planned = words.number(number), hours(words, day.planned)
    return (words._("{worked} of {planned}", worked=worked, planned=planned),)


def _named(day: Day, words: Words) -> tuple[str, ...]:
    _ = words._
    given, cost = phrases.named(day.words("giver"), words), phrases.named(day.words("drainer"), words)
    return (
        *((_("gave energy: {items}", items=given),) if given else ()),
        *((_("cost energy: {items}", items=cost),) if cost else ()),
    )


def _step(day: Day, words: Words, opened: bool) -> str:
    """How the step of a plan week went, what helped and what got in the way (R16); "–" when it wasn't answered.

    What helped and hindered are the client's own words: without a yes they aren't shown (R33).
    """
    _ = words._
    chosen = next(iter(day.words("step")), "")
    went = _(WENT[chosen]) if chosen in WENT else MISSING
    helped, hindered = phrases.named(day.words("helped"), words), phrases.named(day.words("hindered"), words)
    return lines(
        _("Step of plan week {week}: {went}", week=day.closes_week, went=went),
        DETAIL + _("helped: {items}", items=helped) if helped and opened else "",
        DETAIL + _("in the way: {items}", items=hindered) if hindered and opened else "",
    )


def adherence(client: Client, today: date, words: Words, not_taken: Container[date] = ()) -> str:
    """The three adherences, kept apart (R17).

    Reached: asked, neither on or after the day the chat was out of reach, nor on a date on which Telegram took nothing.
    """
    lost = local_date(client.unreachable, client.zone) if client.unreachable else None
    _, found = words._, count(kept_days(client, today).values(), lost, not_taken)
    return lines(
        _("Question arrived: {count}", count=_of(found.reached, found.asked, words)),
        _("Check-in answered: {count}", count=_of(found.answered, found.called, words)),
        _("Step carried out: {count}", count=steps(found, words)),
    )


def _of(number: int, total: int, words: Words) -> str:
    return words.n_("{number} of {n} day", "{number} of {n} days", total, number=number) if total else MISSING


def steps(found: Adherence, words: Words) -> str:
    """How often the step was carried out, in weeks; "–" when nothing was said of any."""
    if not found.weeks:
        return MISSING
    return words._(
        "fully {full}, partly {partly}, not {none}", full=found.full, partly=found.partly, none=found.not_done
    )
