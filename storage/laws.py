"""What every store demands of a turn before it keeps it, and what it reads from the turn's before and after."""

from state_machines.events import ClientEvent, ClockEvent, CoachEvent, DeskEvent, Event, PhysicianEvent
from state_machines.files import Client, Consent, File, Invite
from state_machines.plan import Plan
from storage.port import StoreRefused, Turn

ACTORS: tuple[tuple[type[Event], str], ...] = (
    (ClientEvent, "client"),
    (ClockEvent, "clock"),
    (CoachEvent, "coach"),
    (DeskEvent, "coach"),
    (PhysicianEvent, "physician"),
)


def actor_of(event: Event) -> str:
    """Who caused an event, in the log's own words."""
    for kind, actor in ACTORS:
        if isinstance(event, kind):
            return actor
    raise StoreRefused(f"{type(event).__name__} is no event of a client, the clock, a coach or a physician")


def check(turn: Turn) -> None:
    """Raises StoreRefused when a turn breaks a law of the store."""
    if turn.after is None:
        _check_stranger(turn)
        return
    if turn.before is not None and (type(turn.before), turn.before.id) != (type(turn.after), turn.after.id):
        raise StoreRefused("a turn changes one file, and may not change its id or kind")
    if turn.ended is not None and turn.ended.file != turn.after.id:
        raise StoreRefused("a turn ends a wake of its own file, or of one that is gone")
    _check_plan(turn, turn.after)


def _check_stranger(turn: Turn) -> None:
    if turn.before is not None:
        raise StoreRefused("a turn can't make a file disappear; `forget` does")
    if turn.record or turn.plan or turn.wakes:
        raise StoreRefused("a turn without a file has letters and a wake to end at most: no log, plan or new wakes")


def _check_plan(turn: Turn, after: File) -> None:
    """R2: a plan comes with a coach's event, and a client's versions change with such a plan alone."""
    versions = _versions(turn.before), _versions(after)
    if turn.plan is None:
        if versions[0] is not versions[1] and versions[0] != versions[1]:
            raise StoreRefused("the plan versions of a file changed without a plan in the turn (R2)")
        return
    if turn.record is None or not isinstance(turn.record.event, CoachEvent):
        raise StoreRefused("a plan was to be kept with an event that isn't a coach's (R2)")
    if versions[1][-1:] != (turn.plan,):
        raise StoreRefused("the plan of a turn must be the newest version in its client's file")


def check_follows(plan: Plan, before: tuple[int, str] | None) -> None:
    """R4: a version names the hash of the one it follows. `before`: number and hash of the newest kept version."""
    number, fingerprint = before or (0, "")
    if (plan.version, plan.before) != (number + 1, fingerprint):
        raise StoreRefused(f"version {plan.version} of a plan doesn't follow version {number}, the newest kept (R4)")


def check_current(before: File | None, kept: File | None) -> None:
    """Raises StoreRefused when a turn was decided on another file than the one that is kept: a change would be lost."""
    if before is not kept and before != kept:
        state = "doesn't exist" if kept is None else "exists already" if before is None else "has changed since"
        raise StoreRefused(f"a turn was decided on a file that {state}; load it again and decide anew")


def _versions(file: File | None) -> tuple[Plan, ...]:
    return file.versions if isinstance(file, Client) else ()


def chat_of(file: File | None) -> int | None:
    """The chat that a file's person talks from."""
    return file.chat if file else None


def invite_of(file: File | None) -> Invite | None:
    """The invitation that stands in a file."""
    return file.invite if file else None


def new_consents(turn: Turn) -> tuple[Consent, ...]:
    """What the client gave or withdrew in this turn."""
    if not isinstance(turn.after, Client):
        return ()
    known = turn.before.consents if isinstance(turn.before, Client) else ()
    if known is turn.after.consents:
        return ()
    return tuple(consent for consent in turn.after.consents if consent not in known)


def new_agreement(turn: Turn) -> str:
    """The digest of the plan version that the client agreed to in this turn; empty when they didn't.

    A version in force by a signed paper or a stop carries that itself: this table holds the client's own taps.
    """
    if not isinstance(turn.after, Client) or turn.record is None or not isinstance(turn.record.event, ClientEvent):
        return ""
    known = turn.before.agreed if isinstance(turn.before, Client) else ""
    return turn.after.agreed if turn.after.agreed != known else ""


def may_be_refused_late(turn: Turn) -> bool:
    """Whether the database itself may still refuse this turn after its first row: one that changes an index or a plan.

    An ordinary turn changes a file that stays where it is; the laws above are all it can break.
    """
    before, after = turn.before, turn.after
    if before is None or after is None or turn.plan is not None:
        return True
    moved = (before.chat, before.invite) != (after.chat, after.invite)
    foreign = any(letter.file != after.id for letter in turn.letters)
    return moved or foreign or bool(new_agreement(turn)) or bool(new_consents(turn))
