"""The copy's chapter on reports to the occupational physician before the last one (R34): what the log tells of them.

The file holds the text of the last report alone. Of an earlier one the log has the client's own words, and what became
of it and when.
"""

from collections.abc import Iterator

from dialogues import copy_words
from dialogues.copy_parts import Kept, Part
from dialogues.copy_words import moment
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.events import Event, ReferralAnswered, ReferralChosen, ReferralSeen

#: What the client's choices were; any other only turns a page.
CHOSEN = {
    "send": N_("Released by you"),
    "self": N_("You contact them yourself"),
    "not_now": N_("Not now"),
    "withdraw": N_("Taken back by you"),
}


def earlier(kept: Kept, said: Words) -> Iterator[Part]:
    """A row for each thing that happened to an earlier report, oldest first; no chapter when there was none."""
    report = kept.client.referral
    last = report.number if report else kept.client.referrals + 1
    rows = tuple(
        (moment(event.at, kept.client, said), str(event.number), happened)
        for event in kept.events
        if isinstance(event, ReferralChosen | ReferralSeen | ReferralAnswered)
        and 0 < event.number < last
        and (happened := _happened(event, said))
    )
    if rows:
        heads = (said._("When"), said._("Report"), said._("What happened"))
        heading = said._("Your earlier reports to the occupational physician")
        yield Part(heading=heading, columns=heads, widths=(3, 2, 9), rows=rows)


def _happened(event: Event, said: Words) -> str:
    if isinstance(event, ReferralSeen):
        return said._("Opened by the occupational physician")
    if isinstance(event, ReferralAnswered):
        answer = copy_words.ANSWERS.get(event.answer, event.answer)
        return f"{said._('Answered')}: {said._(answer)}"
    assert isinstance(event, ReferralChosen)
    if event.choice == "words":
        return said._("Your own words: {words}", words=event.words) if event.words else ""
    return said._(CHOSEN[event.choice]) if event.choice in CHOSEN else ""
