"""Everything that is kept of a client, as chapters that people can read (R34). The whole, field by field, is in JSON.

`SHOWN` says which chapter tells of which field of the file; the rest is bookkeeping, which `UNSHOWN` names.
"""

from collections.abc import Callable, Iterator

from dialogues import copy_of_days, copy_of_plan, copy_of_reports, copy_of_you, copy_words, referral_text, rights
from dialogues.copy_parts import Kept as Kept
from dialogues.copy_parts import Part, telling
from dialogues.copy_words import moment
from dialogues.delivery_log import KINDS, OTHER_KIND
from dialogues.words import Words
from state_machines import days
from state_machines.events import CoachWrote, SafetySignalled, WordsPassed

#: Fields of the file that a chapter shows.
SHOWN = frozenset(
    {
        *("name", "coach_name", "coach_days", "language", "zone", "coaching_since", "deputy", "physician", "regime"),
        "facilitator",
        *("checkin_time", "checkin_days", "buttons_only", "diary_open", "paused_until", "tidy_chat"),
        *("givers", "drainers", "signs", "contacts", "consents", "versions", "agreed", "doable", "consults"),
        *("evaluated", "requests", "prepared", "day", "window", "referral", "rule", "chat"),
    }
)
#: Fields that only steer the conversation: they stand in the JSON.
UNSHOWN = frozenset(
    {
        *("id", "coach", "journey", "stage", "asking", "invite", "morning", "quiet", "low_energy", "lists_asked"),
        *("typed", "next_checkin", "next_step", "silent", "silence_asked", "begun_on", "begun", "earlier"),
        *("declined", "safety_until", "doctor_until", "next_agenda", "ended", "slow", "slow_from", "high_said"),
        *("needs", "week_read", "unreachable", "complaints", "referrals", "coach_leave", "talk", "sheet"),
    }
)


def chapters(kept: Kept, said: Words) -> tuple[Part, ...]:
    """All chapters that have something to tell, in order."""
    return tuple(part for write in CHAPTERS for part in write(kept, said))


def _referral(kept: Kept, said: Words) -> Iterator[Part]:
    client, report = kept.client, kept.client.referral
    if report is None:
        return
    moments = (
        (said._("Begun"), report.opened),
        (said._("Read by you"), report.shown),
        (said._("Released by you"), report.released),
        (said._("Delivered"), report.delivered),
        (said._("Opened by the occupational physician"), report.seen),
        (said._("Answered"), report.answered),
    )
    answer = copy_words.ANSWERS.get(report.answer, report.answer)
    yield Part(
        heading=said._("Your last report to the occupational physician"),
        facts=telling(
            *((label, moment(at, client, said) if at else "") for label, at in moments),
            (said._("Answer"), said._(answer) if answer else ""),
        ),
        paragraphs=referral_text.paragraphs(client, report, said, referral_text.dated_on(client, report)),
    )


def _talks(kept: Kept, said: Words) -> Iterator[Part]:
    """What people wrote to each other here."""
    rows = []
    for event in kept.events:
        if isinstance(event, CoachWrote):
            rows.append((moment(event.at, kept.client, said), event.name, event.text))
        elif isinstance(event, WordsPassed) and event.text:
            rows.append((moment(event.at, kept.client, said), kept.client.name, event.text))
    if rows:
        heads = (said._("When"), said._("Who"), said._("What was written"))
        yield Part(heading=said._("Talks through Trede"), columns=heads, widths=(3, 2, 9), rows=tuple(rows))


def _signals(kept: Kept, said: Words) -> Iterator[Part]:
    """When words were heard that may point to danger; the words themselves stand in the diary."""
    heard = [event for event in kept.events if isinstance(event, SafetySignalled)]
    if heard:
        yield Part(
            heading=said._("When I gave you the numbers to call"),
            points=tuple(moment(event.at, kept.client, said) for event in heard),
        )


def _messages(kept: Kept, said: Words) -> Iterator[Part]:
    """A row a day: what came when."""
    by_day: dict[str, list[str]] = {}
    for each in kept.messages:
        if each.taken is not None:
            here = days.local(each.taken, kept.client.zone)
            text = f"{said.clock(here.time())} {said._(KINDS.get(each.kind, OTHER_KIND))}"
            by_day.setdefault(said.dated(here.date()), []).append(text)
    if by_day:
        yield Part(
            heading=said._("When messages reached you"),
            paragraphs=(said._("Of the last thirty days; older moments aren't kept."),),
            columns=(said._("Day"), said._("Messages")),
            widths=(3, 11),
            rows=tuple((day, ", ".join(dict.fromkeys(texts))) for day, texts in by_day.items()),
        )


def _looks(kept: Kept, said: Words) -> Iterator[Part]:
    rows = tuple(
        (moment(each.at, kept.client, said), rights.who(each, said), rights.why(each.why, said))
        for each in reversed(kept.looks)
        if each.name
    )
    heads = (said._("When"), said._("Who"), said._("What for"))
    nobody = () if rows else (said._("Nobody has looked at your details yet."),)
    yield Part(heading=said._("Who looked"), paragraphs=nobody, columns=heads, widths=(3, 3, 6), rows=rows)


CHAPTERS: tuple[Callable[[Kept, Words], Iterator[Part]], ...] = (
    copy_of_you.you,
    copy_of_you.consented,
    copy_of_plan.plans,
    copy_of_plan.around,
    copy_of_days.days,
    copy_of_days.diary,
    copy_of_reports.earlier,
    _referral,
    _talks,
    _signals,
    _messages,
    _looks,
)
