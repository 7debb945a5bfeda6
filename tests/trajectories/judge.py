"""What a run with many ends came to: what people saw and did, from the local Telegram, against the database.

Lost acts are found here, and messages that no letter accounts for; what ends explain is told apart (`apart`) and
counted; all else is the checker's of `trede simulate`. Letters that ended as uncertain after an end are no drops: they
are kept
and shown as what they are, and counted, with how many of them had arrived all the same.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from simulator.checker import MOST_A_DAY, Counts, Kept, check
from simulator.updates import KEPT
from tests.trajectories.apart import Apart
from tests.trajectories.evidence import Evidence, Letter

#: How the checker names what it counts by moments; here it is counted by the classes of letters.
OF_A_DAY = " begun in a day: "


@dataclass(kw_only=True)
class Verdict:
    """What was found. `findings` must be empty; the rest is counted and shown.

    `lost`: acts that nobody handled; `twice`: rows of what an employee did for which there is no act left; `stale`:
    acts that lay at Telegram for longer than it keeps them.
    """

    counts: Counts
    acts: int = 0
    lost: int = 0
    twice: int = 0
    stale: int = 0
    repeated: int = 0
    unsure: int = 0
    unsure_seen: int = 0
    late: int = 0
    findings: list[str] = field(default_factory=list)


def judge(evidence: Evidence) -> Verdict:
    """Everything counted."""
    apart = Apart(evidence)
    kept, unsure = _uncertain_apart(evidence, apart)
    verdict = Verdict(counts=check(apart.rows, evidence.people, kept), repeated=apart.repeated, late=apart.late)
    verdict.unsure, verdict.unsure_seen = len(unsure), sum(map(apart.arrived, unsure))
    verdict.findings += [line for line in verdict.counts.findings if OF_A_DAY not in line]
    verdict.findings += [*apart.unaccounted(), *apart.against_policy]
    _judge_nights(evidence, apart, verdict)
    _judge_days(evidence, apart, verdict)
    _judge_acts(evidence, verdict)
    _judge_twice(evidence, apart, verdict)
    return verdict


def _uncertain_apart(evidence: Evidence, apart: Apart) -> tuple[Kept, list[Letter]]:
    """Letters that ended as uncertain after an end of the bot; any others stay what they are."""
    unsure = [one for one in evidence.letters if one.state == "uncertain" and one.n in apart.orphans]
    letters = Counter(evidence.kept.letters) - Counter((one.kind, one.state) for one in unsure)
    return replace(evidence.kept, letters=dict(letters)), unsure


def _judge_nights(evidence: Evidence, apart: Apart, verdict: Verdict) -> None:
    """Once more by the real moments: nothing that the bot begins came in anybody's quiet hours."""
    for person, row in apart.begun(evidence.rows):
        if person.is_quiet(row.at):
            verdict.counts.quiet_hour_messages += 1
            verdict.findings.append(f"quiet hours: {person.name} {person.local(row.at)}: {row.text[:60]!r}")


def _judge_days(evidence: Evidence, apart: Apart, verdict: Verdict) -> None:
    """R39, by the classes of the letters: what another rule demands by the clock, or a person wrote, isn't begun by the
    bot, though it may come at a moment at which nobody does anything."""
    wishes = {person.chat: apart.wishes(person.chat) for person in evidence.people}
    begun = [(person, row) for person, row in apart.begun(apart.rows) if row.at not in wishes[person.chat]]
    days = Counter((person.name, person.local(row.at).date()) for person, row in begun)
    verdict.counts.most_begun_in_a_day = max(days.values(), default=0)
    over = [(name, day, number) for (name, day), number in days.items() if number > MOST_A_DAY]
    verdict.findings += [f"{number} begun in a day: {name} {day}" for name, day, number in over]


def _judge_acts(evidence: Evidence, verdict: Verdict) -> None:
    """Each act was handled; one that lay at Telegram for more than a day is gone, as Telegram has it."""
    for row in evidence.rows:
        if row.update_id is None or not row.what.startswith("user_"):
            continue
        verdict.acts += 1
        if row.update_id in evidence.seen or row.update_id in evidence.waiting:
            continue
        if any(end.since <= row.at and end.up - row.at >= KEPT for end in evidence.ends):
            verdict.stale += 1
        else:
            verdict.lost += 1
            verdict.findings.append(f"lost: update {row.update_id}, {row.what} in chat {row.chat_id} at {row.at}")


def _judge_twice(evidence: Evidence, apart: Apart, verdict: Verdict) -> None:
    """At one moment no log has more rows of one class than its client did things; what waited came at a start."""
    acts = Counter((row.chat_id, row.at) for row in apart.rows if row.what.startswith("user_"))
    for (chat, at, what), number in Counter(evidence.done).items():
        if number > acts[chat, at]:
            verdict.twice += 1
            verdict.findings.append(f"twice: {number} {what} at {at} in the log of chat {chat}, {acts[chat, at]} acts")
