"""As whom a test does what comes through `Door.act`: somebody whom the policy lets do it."""

from state_machines import events as e
from state_machines import policy


def role_of(event: e.Event) -> str:
    """The first role that may bring about such an event."""
    cells = policy.POLICY[f"event.{type(event).__name__}"]
    return next(role for role in (policy.ADMINISTRATOR, *policy.ROLES, policy.CLOCK) if role in dict(cells))
