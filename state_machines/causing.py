"""Who brings an event to a file, as the policy names them (R33). Asked by the door before any machine sees the event.

- The clock and delivery are a cause of their own: `policy.CLOCK`.
- What comes from elsewhere (a command of the shell) has the role that its door gives it: an administrator's.
- At a client's file: the client, from their own chat; a professional whom that file itself names. A new coach is the
  one exception: their desk has the card before the file can know them.
- At a desk: whoever's desk it is; a coach's is a deputy's too. Word about a client comes from the file of a client who
  has to do with that desk, or from another desk, which was asked the same when it was told.
"""

from state_machines import events as e
from state_machines import policy
from state_machines.files import Client, File, Professional

STALE = {policy.COACH: "stale.desk", policy.PHYSICIAN: "physician.stale", policy.FACILITATOR: "facilitator.stale"}


def stale_text(reader: File) -> str:
    """What is said to a button that can't be used any more, by the name of its text."""
    return STALE[reader.role] if isinstance(reader, Professional) else "stale.menu"


def refused(event: e.Event, target: File | None, *, source: File | None = None, role: str = "") -> bool:
    """Whether the policy has no cell for this event at this file. `role`: of who acts from elsewhere.

    `source`: the file that passes it on, as it is by then; None for somebody's own chat, and for the clock.
    """
    action = f"event.{type(event).__name__}"
    if isinstance(event, e.ClockEvent) and source is None:
        return not policy.may(policy.CLOCK, action, policy.OWN)
    if role:
        return not policy.may(role, action, policy.FOREIGN if role == policy.ADMINISTRATOR else policy.OWN)
    if isinstance(target, Professional):
        return not any(policy.may(each, action, _whose(source, target)) for each in _at_desk(target))
    if isinstance(source, Professional):
        return not policy.may(*_from_desk(source, target, event, action))
    return not policy.may(policy.CLIENT, action, _whose(source, target))


def _at_desk(desk: Professional) -> tuple[str, ...]:
    return (policy.COACH, policy.DEPUTY) if desk.role == policy.COACH else (desk.role,)


def _whose(source: File | None, target: File | None) -> str:
    """Of whom it comes: one's own chat or clock, another desk, or a file that has to do with this one."""
    if source is None or target is None or source.id == target.id:
        return policy.OWN
    if isinstance(source, Client) and isinstance(target, Professional):
        return policy.OWN if _role_in(source, target.id) or _on_desk(target, source.id) else policy.FOREIGN
    if isinstance(source, Professional) and isinstance(target, Client):
        return policy.OWN if _role_in(target, source.id) else policy.FOREIGN
    return policy.OWN if isinstance(source, Professional) else policy.FOREIGN


def _from_desk(desk: Professional, client: File | None, event: e.Event, action: str) -> tuple[str, str, str]:
    """Role, action and whose, of what a desk does at a client's file (None: one that it makes)."""
    if client is None:
        return desk.role, action, policy.OWN
    role = _role_in(client, desk.id) if isinstance(client, Client) else ""
    if isinstance(event, e.CoachChanged) and desk.card(client.id) is not None:  # a deputy who takes over, too
        role = policy.COACH
    return (role, action, policy.OWN) if role else (desk.role, action, policy.FOREIGN)


def _role_in(client: Client, desk: str) -> str:
    """As what a client's file knows the professional with this file; empty for anybody else."""
    if client.coach == desk:
        return policy.COACH
    if (client.deputy is not None and client.deputy.id == desk) or (client.talk is not None and client.talk.by == desk):
        return policy.DEPUTY
    if client.referral is not None and client.referral.physician == desk:
        return policy.PHYSICIAN
    if client.physician is not None and client.physician.file == desk:
        return policy.PHYSICIAN
    return policy.FACILITATOR if client.facilitator is not None and client.facilitator.file == desk else ""


def _on_desk(desk: Professional, client: str) -> bool:
    """Whether this desk has anything of that client: a card, a referral, a work adjustment, a case it stands in for."""
    known = desk.card(client) or desk.facilitated(client) or any(case.client == client for case in desk.cases)
    return bool(known) or bool(desk.with_client and desk.with_client.client == client)
