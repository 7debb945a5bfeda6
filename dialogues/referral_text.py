"""The text to the occupational physician (tone 23): what the client reads is, word for word, what is sent.

What is promised: numbers and dates, no adjectives, no je or u, no conclusion. What is missing is left out or said to be
missing, never zero.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from dialogues import phrases
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.case import Evidence, Referral
from state_machines.files import Client

WISHES = {"talk": N_("a talk"), "inform": N_("to inform only"), "none": N_("no preference")}
LONGEST_OWN = 500


def dated_on(client: Client, referral: Referral) -> date:
    """The local date that the text carries: of its release, or, as long as it isn't released, of when it was shown."""
    return client.today(referral.released or referral.shown or referral.opened)


def name_in(client: Client, referral: Referral) -> str:
    """The client's name as it stood in the text that they read."""
    return phrases.clipped(referral.name or client.name, phrases.LONGEST_NAME)


def paragraphs(client: Client, referral: Referral, said: Words, released: date) -> tuple[str, ...]:
    """The whole text in the client's language; `released` is the local date on which it is or was released."""
    evidence = referral.evidence
    return (
        said._(
            "Report through Trede, released by the employee, {name}, on {day}.",
            name=name_in(client, referral),
            day=said.dated(released),
        ),
        _period(evidence, said),
        " ".join(each for each in (_complaints(evidence, said), _means(evidence, said)) if each),
        _plan(referral, said),
        phrases.lines(_own_words(referral, said), said._("Wish: {wish}.", wish=said._(WISHES[referral.wish]))),
        said._("The plan runs on as agreed, until people agree otherwise. Trede draws no conclusion.")
        if referral.standing
        else said._("What was agreed at work stands until people agree otherwise. Trede draws no conclusion."),
    )


def _period(evidence: Evidence, said: Words) -> str:
    period = said._("Period: {first} to {last}.", first=said.dated(evidence.first), last=said.dated(evidence.last))
    if not evidence.asked:
        return f"{period} " + said._("No check-in was asked in this period.")
    answered = said._(
        "Answered: {answered} of {asked} days asked. The numbers are self-reported on a scale of 0-10, no validated "
        "measurement.",
        answered=evidence.answered,
        asked=evidence.asked,
    )
    return f"{period} {answered}"


def _complaints(evidence: Evidence, said: Words) -> str:
    if not evidence.answered:
        return _why(evidence, said)
    rule, values = evidence.rule, {"bad": evidence.bad, "answered": evidence.answered}
    limit = said._("limit: {share} %", share=_percent(rule.bad_share))
    by = (
        said._("set by {name} on {day}", name=rule.set_by.name, day=said.dated(rule.set_by.on))
        if rule.set_by
        else said._("a proposal of Trede, not set by a professional yet")
    )
    counted = said._(
        "Complaints {from_} or higher, or put in words: {bad} of {answered} days ({limit}, {by}).",
        from_=said.number(rule.bad_from),
        limit=limit,
        by=by,
        **values,
    )
    return f"{counted} {_why(evidence, said)}".strip()


def _why(evidence: Evidence, said: Words) -> str:
    if evidence.why == "asked":
        return said._("The employee asked for this report.")
    if evidence.why == "change":
        met = evidence.change_days
        return said._("The scores rose: on {days} days the limit of the change rule was met.", days=met)
    if evidence.why == "in_a_row":
        return said._("The last {count} answered days were such days.", count=evidence.rule.in_a_row)
    return ""


def _means(evidence: Evidence, said: Words) -> str:
    return " ".join(
        (
            _two(said._("Mean of the complaints"), evidence.beginning, evidence.lately, said),
            _two(said._("Mean of the energy"), evidence.energy_beginning, evidence.energy_lately, said),
        )
    ).strip()


def _two(what: str, first: Decimal | None, lately: Decimal | None, said: Words) -> str:
    if first is None or lately is None:
        return ""
    return said._(
        "{what}: first weeks {first}, last seven answered days {lately}.",
        what=what,
        first=said.number(_tenth(first)),
        lately=said.number(_tenth(lately)),
    )


def _plan(referral: Referral, said: Words) -> str:
    standing = referral.standing
    if standing is None:
        return said._("Plan: none runs now.")
    where = said._(
        "Plan: step {step} of {steps}, week {week} of {weeks}.",
        step=standing.step,
        steps=standing.steps,
        week=standing.week,
        weeks=standing.weeks,
    )
    planned = phrases.hours(said, standing.planned)
    if standing.worked is None:
        hours = said._("Planned {planned} a week; worked hours were not noted.", planned=planned)
    else:
        worked = phrases.hours(said, standing.worked)
        hours = said._("Planned {planned} and worked {worked} a week.", planned=planned, worked=worked)
    parts = (
        where,
        hours,
        said._("Next evaluation: {day}.", day=said.dated(standing.evaluation)) if standing.evaluation else "",
        said.n_("Leeway left: {weeks} week.", "Leeway left: {weeks} weeks.", standing.leeway, weeks=standing.leeway),
    )
    return " ".join(part for part in parts if part)


def _own_words(referral: Referral, said: Words) -> str:
    words = [phrases.clipped(each, LONGEST_OWN) for each in referral.words]
    if not words:
        return said._("The employee's own words: none.")
    return said._("The employee's own words: {words}", words=" / ".join(f"“{each}”" for each in words))


def _percent(share: Decimal) -> str:
    return format((share * 100).normalize(), "f")


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
