"""The complaint rule and its evidence in plain sentences: why now, or why not (R19); for the coach and for the shell.

Counts and dates, never a judgement of a person. What is missing is said to be missing.
"""

from datetime import date
from decimal import Decimal

from dialogues import taps
from dialogues.coach_words import Desk
from dialogues.phrases import clipped, lines, message
from dialogues.prompt import Button, Message
from dialogues.words import Words
from state_machines.case import Evidence
from state_machines.complaint_rule import CHANGE, IN_A_ROW, LEVEL, Judged, is_untold
from state_machines.consents import COACH, gives
from state_machines.files import Client

LONGEST_SET_BY = 60
#: The machine's states in which what was found stands in `Complaints.evidence`.
FOUND = ("sustained", "offered", "referral")


def explained(page: Desk, client: Client, judged: Judged, today: date) -> Message:
    """What a coach reads of one client: why now or why not, each rule with its counts, who set the numbers."""
    _ = page.words._
    rows = ((Button(_("Logbook"), taps.pick("logbook", client.id)), Button(_("Clients"), taps.desk("clients"))),)
    if not gives(client, COACH):
        return message(_("{name} hasn't opened scores and complaints to you.", name=client.name), rows=rows)
    return message(*paragraphs(client, judged, today, page.words), rows=rows)


def paragraphs(client: Client, judged: Judged, today: date, words: Words) -> tuple[str, ...]:
    """The whole explanation, a paragraph each."""
    _, found = words._, judged.evidence
    first, last = words.short_day(found.first), words.short_day(found.last)
    title = _(
        "Complaint rule for {name}, {first} up to and including {last}.", name=client.name, first=first, last=last
    )
    return (
        title,
        lines(why_now(client, judged, words), _rest(client, today, words)),
        lines(
            *("• " + line for line in (_level(judged, words), _change(judged, words), _in_a_row(client, judged, words)))
        ),
        lines(set_by(client, words), _("Whatever it says: the plan stays as it was agreed.")),
    )


def why_now(client: Client, judged: Judged, words: Words) -> str:
    """The one plain sentence: what was found and stands, what is found now, or that nothing lasts."""
    _, kept = words._, client.complaints
    if kept.state in FOUND and kept.evidence is not None:
        why = reason(kept.evidence, words)
        return _("Why now, found on {day}: {reason}", day=words.short_day(kept.evidence.on), reason=why)
    if judged.kind:
        return _("Why now: {reason}", reason=reason(judged.evidence, words))
    return _("Nothing lasts by the rule: there is no reason to offer a report now.")


def reason(found: Evidence, words: Words) -> str:
    """On what a finding rests, in one sentence that begins with a small letter."""
    _, rule = words._, found.rule
    if found.why == CHANGE:
        return _(
            "on {days} days the last {mean_of} scores lay above the first weeks: {lately} now, {beginning} then.",
            days=found.change_days,
            mean_of=rule.mean_of,
            lately=words.number(found.lately),
            beginning=words.number(found.beginning),
        )
    if found.why == IN_A_ROW:
        return _(
            "{number} or higher, or a complaint in words, on each of the last {count} answered days; and the physician "
            "doesn't know the plan yet.",
            number=words.number(rule.bad_from),
            count=rule.in_a_row,
        )
    if found.why == LEVEL:
        return _(
            "{number} or higher, or a complaint in words, on {bad} of the {answered} answered days; the limit is "
            "{share} %.",
            number=words.number(rule.bad_from),
            bad=found.bad,
            answered=found.answered,
            share=_percent(rule.bad_share, words),
        )
    return _("the client asked for it.")


# --- each rule with its counts ------------------------------------------------------------------------------------


def _level(judged: Judged, words: Words) -> str:
    _, found = words._, judged.evidence
    if found.answered < judged.needed:
        return _(
            "Level: too little is known. {answered} of the {asked} days asked have a score; {needed} are needed.",
            answered=found.answered,
            asked=found.asked,
            needed=judged.needed,
        )
    verdict = _("Level: reached.") if LEVEL in judged.holds else _("Level: not reached.")
    counted = _(
        "{bad} of {answered} answered days: {bad_from} or higher, or a complaint in words. The limit is {share} %; "
        "below {clear} % it clears.",
        bad=found.bad,
        answered=found.answered,
        bad_from=words.number(found.rule.bad_from),
        share=_percent(found.rule.bad_share, words),
        clear=_percent(found.rule.clear_share, words),
    )
    return f"{verdict} {counted}"


def _change(judged: Judged, words: Words) -> str:
    _, found, rule = words._, judged.evidence, judged.evidence.rule
    if found.beginning is None or found.lately is None or not found.answered:
        return _("Change: too little is known. There are too few answered days to compare.")
    verdict = _("Change: reached.") if CHANGE in judged.holds else _("Change: not reached.")
    means = _(
        "First weeks {beginning}, last {mean_of} answered days {lately}.",
        beginning=words.number(found.beginning),
        mean_of=rule.mean_of,
        lately=words.number(found.lately),
    )
    counted = _(
        "At least {points} points and {percent} % above the first weeks on {days} days; {needed} are needed.",
        points=words.number(rule.change_points),
        percent=words.number(rule.change_percent),
        days=found.change_days,
        needed=judged.change_needed,
    )
    return f"{verdict} {means} {counted}"


def _in_a_row(client: Client, judged: Judged, words: Words) -> str:
    _, found = words._, judged.evidence
    if not is_untold(client, found.last):
        return _("In a row: doesn't count now. It's for a plan that the physician doesn't know yet.")
    verdict = _("In a row: reached.") if IN_A_ROW in judged.holds else _("In a row: not reached.")
    told = _(
        "The physician doesn't know the plan yet; then {count} such days in a row count.", count=found.rule.in_a_row
    )
    return f"{verdict} {told}"


# --- beside it ----------------------------------------------------------------------------------------------------


def _rest(client: Client, today: date, words: Words) -> str:
    """After an episode nothing new is offered for a while; asking for it always works."""
    until = client.complaints.rests_until
    if until is None or until <= today:
        return ""
    return words._(
        "Nothing new is offered before {day}; {name} can always ask.", day=words.short_day(until), name=client.name
    )


def set_by(client: Client, words: Words) -> str:
    """Whose numbers these are, since when, and for whom."""
    _, who = words._, client.rule.set_by
    if who is None:
        return _("The numbers are Trede's proposals: no professional has set them yet.")
    told = {"by": clipped(who.name, LONGEST_SET_BY), "role": clipped(who.role, LONGEST_SET_BY)}
    day = words.dated(who.on)
    if who.own:
        return _("The numbers were set by {by} ({role}) on {day}, for {name} alone.", name=client.name, day=day, **told)
    return _("The numbers were set by {by} ({role}) on {day}, for everybody here.", day=day, **told)


def _percent(share: Decimal, words: Words) -> str:
    return words.number(share * 100)
