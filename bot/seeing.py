"""Whose file a reader asks to see, and whether the policy lets them (R33): asked for each letter that is drawn."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from state_machines import deputies, physician_desk, policy
from state_machines.files import Client, File, Professional
from state_machines.physician_cases import case_of
from storage.views import Views


def may_see(views: Views, reader: File, recipe: str, values: Mapping[str, Any], now: datetime) -> bool:
    """Whether this reader may see this now; a client who isn't theirs any more is a foreign one."""
    role, whose = standing(views, reader, values, now)
    return policy.may(role, recipe, whose)


def standing(views: Views, reader: File, values: Mapping[str, Any], now: datetime) -> tuple[str, str]:
    """As whom this reader looks, and whether the client whom the recipe is about is theirs."""
    if isinstance(reader, Client):
        return policy.CLIENT, policy.OWN
    client = str(values.get("client", ""))
    if reader.role == physician_desk.ROLE:
        case = case_of(reader, client, int(values.get("number", 0)))
        return policy.PHYSICIAN, policy.OWN if case is not None else policy.FOREIGN
    if reader.role == policy.FACILITATOR:
        return policy.FACILITATOR, policy.OWN if reader.facilitated(client) is not None else policy.FOREIGN
    if not client or reader.card(client) is not None:
        return policy.COACH, policy.OWN
    if _stands_in(views, reader, str(values.get("coach", "")), client, now):
        return policy.DEPUTY, policy.OWN
    return policy.COACH, policy.FOREIGN


def _stands_in(views: Views, deputy: Professional, coach: str, client: str, now: datetime) -> bool:
    """As the coach's own desk says, which alone knows for whom and until when a deputy was asked."""
    asked = deputies.standing_for(deputy, coach)
    desk = next((each for each in views.professionals() if asked and each.id == coach), None)
    return desk is not None and deputies.may(desk, deputy.id, client, desk.today(now))
