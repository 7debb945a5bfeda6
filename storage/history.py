"""Whether what is kept of a client tells one story: log, plans, agreements and snapshot beside each other (R2, R4).

The chains say that no row was changed after it was written. What stands here is read anew each time: that a version is
what its hash says, that a coach's event makes it, that a client's yes is in the log, that what counts was agreed last.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from state_machines.consents import with_newest
from state_machines.events import Event, LeewayTaken, PlanAgreed, PlanAnswered, PlanStopped
from state_machines.files import Client, Consent
from state_machines.plan import Plan, PlanRefused, following
from state_machines.plan_changes import lengthened, stopped
from storage import codec, laws
from storage.chain import Link
from storage.codec import moment_of
from storage.links import Registered
from storage.port import Record, StoreBroken

#: When a version came into force, and which one.
InForce = tuple[str, str]
#: The name of what is said when a yes is taken. The log keeps the names of texts, never the texts.
TAKEN = "plan.agreed"


def log_faults(file: str, log: Sequence[Link]) -> Iterator[str]:
    """Each row that still has its payload can be read, and names as its actor who caused its event."""
    for row in log:
        if row.payload is None:
            continue
        try:
            actor = laws.actor_of(codec.decode(Record, row.payload).event)
        except StoreBroken:
            yield f"log of file {file}: row {row.n} can't be read"
            continue
        if actor != row.columns[1]:
            yield f"log of file {file}: row {row.n} names another actor than its event has"


def look_faults(file: str, looks: Sequence[Link]) -> Iterator[str]:
    """R33: who looked is emptied by its age alone, the oldest first: none is empty that is newer than a filled one."""
    filled = [(str(row.columns[0]), row.n) for row in looks if row.payload is not None]
    for row in looks:
        if row.payload is None and filled and (str(row.columns[0]), row.n) > min(filled):
            yield f"access of file {file}: row {row.n} was emptied before its time"


def plan_faults(file: str, plans: Sequence[Link], log: Sequence[Link]) -> Iterator[str]:
    """R4: each version has the hash that its row says, follows the one before it, and came with a coach's event."""
    rows = {row.n: row for row in log}
    versions: list[Plan] = []
    used = 0
    for row in plans:
        before = versions[-1] if versions else None
        at, version, fingerprint, number = row.columns
        name = f"plan of file {file}: row {row.n}"
        plan = _read(row)
        if plan is None:
            yield f"{name} can't be read"
            continue
        if (plan.version, plan.digest()) != (version, fingerprint):
            yield f"{name} isn't the version whose number and hash it bears (R4)"
        if (plan.version, plan.before) != ((before.version + 1, before.digest()) if before else (1, "")):
            yield f"{name} doesn't follow the version before it (R4)"
        origin = rows.get(int(number))
        if origin is None or origin.columns != (at, "coach"):
            yield f"{name} names log row {number}, which isn't a coach's of that moment or doesn't exist (R2)"
        elif int(number) <= used or not _brings(origin, plan, versions):
            yield f"{name} names log row {number}, whose event brought another version or none (R2)"
        used = int(number)
        versions.append(plan)


def agreement_faults(
    file: Client, plans: Sequence[Link], agreements: Sequence[InForce], log: Sequence[Link]
) -> Iterator[str]:
    """R1, R4: agreements name kept versions and a client's yes; the snapshot holds what was agreed last."""
    known = {str(row.columns[2]): plan for row in plans if (plan := _read(row)) is not None}
    said = set(_yeses(log))
    for n, (at, fingerprint) in enumerate(agreements, start=1):
        if fingerprint not in known:
            yield f"agreement of file {file.id}: row {n} names a version of the plan that isn't kept (R4)"
        if not {(at, fingerprint), (at, "")} & said:
            yield f"agreement of file {file.id}: row {n} names a yes that the client's log doesn't hold (R1)"
    if missing := len(set(_yeses(log, taken=True)) - set(agreements)):
        yield f"agreement of file {file.id}: the log holds {missing} yes of the client that no row names (R1)"
    digests = [plan.digest() for plan in file.versions]
    order = [digest for digest in known if digest in digests]
    if digests != order or digests[-1:] != list(known)[-1:]:
        yield f"client {file.id}: the versions in its snapshot don't end with the newest of its plan (R4)"
    story = _in_force(known, plans, agreements)
    if file.agreed not in _last(story):
        yield f"client {file.id}: the plan that its snapshot calls agreed isn't the one agreed last (R4)"
    elif not _is_earlier(file, known, story):
        yield f"client {file.id}: the plan that its snapshot lets run until the agreed one starts isn't that one (R4)"


def consent_faults(file: Client, given: Sequence[Consent]) -> Iterator[str]:
    """R34: the consents in the snapshot are the newest of each subject in the table, or all of an earlier day."""
    newest: tuple[Consent, ...] = ()
    for each in given:
        newest = with_newest(newest, each)
    if file.consents not in {newest, tuple(given)}:
        yield f"client {file.id}: the consents in its snapshot aren't those of its rows (R34)"


def _read(row: Link) -> Plan | None:
    try:
        return codec.decode(Registered, row.payload or b"").plan
    except StoreBroken:
        return None


def _record(row: Link) -> Record | None:
    """What a log row holds; None when its payload was emptied or can't be read."""
    try:
        return codec.decode(Record, row.payload) if row.payload is not None else None
    except StoreBroken:
        return None


def _brings(origin: Link, plan: Plan, versions: Sequence[Plan]) -> bool:
    """The event of this log row, made into a version anew, gives this one. An emptied row tells no more than its actor.

    Leeway and a stop carry no version: they say how one is made of a version that was there (R3, R37).
    """
    record, before = _record(origin), versions[-1] if versions else None
    brought = _made(record.event, plan, versions) if record else ()
    made = (replace(each, registered=plan.registered) for each in brought)
    return origin.payload is None or any(following(each, before).digest() == plan.digest() for each in made)


def _made(event: Event, plan: Plan, versions: Sequence[Plan]) -> Iterator[Plan]:
    """What this event makes of each of the versions that were there."""
    if isinstance(event, PlanAgreed):
        yield event.version
    for each in versions:
        with suppress(PlanRefused):
            if isinstance(event, LeewayTaken) and plan.leeway.taken:
                last = plan.leeway.taken[-1]
                yield lengthened(each, step=last.step, weeks=event.weeks, on=last.on, parties=event.parties)
            elif isinstance(event, PlanStopped) and plan.stopped is not None:
                physician, again = event.physician, event.look_again
                yield stopped(each, on=plan.stopped.on, physician=physician, look_again=again)


def _yeses(log: Sequence[Link], *, taken: bool = False) -> Iterator[InForce]:
    """When the client said yes to which version; of an emptied row of theirs the moment alone.

    `taken`: only where that yes is known to have been taken, not answered with "this button is old".
    """
    for row in log:
        at, actor = row.columns
        record = _record(row)
        if record is not None and isinstance(record.event, PlanAnswered) and record.event.agreed:
            if not taken or TAKEN in record.said:
                yield str(at), record.event.digest
        elif actor == "client" and row.payload is None and not taken:
            yield str(at), ""


def _in_force(known: dict[str, Plan], plans: Sequence[Link], agreements: Sequence[InForce]) -> list[InForce]:
    """Which version came into force when: by the client's yes, a signed paper (R1) or a stop (R37), in order."""
    at_once = [
        (str(row.columns[0]), str(row.columns[2]))
        for row in plans
        if (plan := known.get(str(row.columns[2]))) and (plan.paper is not None or plan.stopped is not None)
    ]
    return sorted([*agreements, *at_once], key=lambda each: each[0])


def _last(story: Sequence[InForce]) -> set[str]:
    """What may be the agreed version: the last that came into force; nothing as long as none did."""
    return {digest for at, digest in story if at == story[-1][0]} or {""}


def _is_earlier(file: Client, known: dict[str, Plan], story: Sequence[InForce]) -> bool:
    """Until the agreed plan starts, the one that was agreed before it runs; there must be one when there was one."""
    before = {digest for _, digest in story} - {file.agreed}
    if file.earlier or not before or file.agreed not in known:
        return not file.earlier or file.earlier in before
    agreed_on: date = moment_of(story[-1][0]).date()
    return agreed_on + timedelta(days=1) >= known[file.agreed].runs_from
