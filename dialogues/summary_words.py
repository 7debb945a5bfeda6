"""The words of the physician's paper around the released text: whose it is, and what the lines of scores show.

In the client's language, as the text is. Numbers and dates, no adjectives.
"""

from decimal import Decimal

from dialogues import phrases, referral_text
from dialogues.words import Words
from state_machines.case import Evidence, Referral, Scored
from state_machines.files import Client

#: What the paper is called as a file: after nobody, and nothing of what it holds.
FILE_NAME = "trede.pdf"


def heading(said: Words) -> str:
    """The title of the paper."""
    return said._("Report to the occupational physician")


def facts(client: Client, referral: Referral, said: Words) -> tuple[tuple[str, str], ...]:
    """Who it is about and who coaches them, as Trede knows them; whose numbers these are; when they were released."""
    released = said.dated(referral_text.dated_on(client, referral))
    evidence = referral.evidence
    answered = said._("{answered} of {asked} days asked", answered=evidence.answered, asked=evidence.asked)
    return (
        (said._("Employee"), referral_text.name_in(client, referral)),
        (said._("Coach"), phrases.coach_of(client)),
        (said._("Self-reported"), answered),
        (said._("Released on"), released),
    )


def scores_heading(said: Words) -> str:
    """Above the lines."""
    return said._("The scores")


def complaint_label(said: Words) -> str:
    """Above the line of complaints: its ends in the words that the client was asked with."""
    return said._("Complaints: 0 = no trouble, 10 = very much trouble")


def energy_label(said: Words) -> str:
    """Above the line of energy."""
    return said._("Energy: 0 = completely drained, 10 = full of energy")


def legend(evidence: Evidence, said: Words) -> tuple[str, ...]:
    """What the marks mean, in words."""
    words_only = any(each.score is None and each.bad for each in evidence.scores)
    found = (
        said._("Filled dots on a solid line: complaints. Open squares on a dashed line: energy."),
        said._("A gap in a line: no score on that day. It was not asked, or not answered."),
        said._("Dotted line: {number}, from which a day counts.", number=said.number(evidence.rule.bad_from)),
        said._("× under the complaints: that day they were put in words, without a score.") if words_only else "",
    )
    return tuple(each for each in found if each)


def alternative(evidence: Evidence, said: Words) -> str:
    """All that the lines show, for who can't see them."""
    complaints = _listed([(each, each.score) for each in evidence.scores], said)
    energy = _listed([(each, each.energy) for each in evidence.scores], said)
    none = said._("none")
    return " ".join(
        (
            said._("Scores from {first} to {last}.", first=said.dated(evidence.first), last=said.dated(evidence.last)),
            said._("Complaints: {scores}.", scores=complaints or none),
            said._("Energy: {scores}.", scores=energy or none),
        )
    )


def _listed(days: list[tuple[Scored, Decimal | None]], said: Words) -> str:
    return "; ".join(f"{said.little_day(each.day)} {said.number(score)}" for each, score in days if score is not None)


def footer(said: Words) -> str:
    """At the foot of each page."""
    return said._("Trede: the employee's own report, released by the employee. No diagnosis, no conclusion.")


def page(said: Words) -> str:
    """The word before a page's number."""
    return said._("page")
