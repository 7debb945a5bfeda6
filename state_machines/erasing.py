"""What others hear when everything of a client is erased (R34): the coach, who is talking with them, the physician.

- The coach and the deputy hear that it was done. While a safety signal waits for somebody to take it up, they hear that
  too, as an alert: nothing can remind them of it any more (R22).
- Who has taken the conversation over hears that it is over.
- A referral is taken back at the physician's desk, a closed one too: its summary may still stand there.
"""

from state_machines import facilitating, signalled, taking_over
from state_machines.events import ReferralGone
from state_machines.machine import ClientAct

ERASED, SIGNALLED = "erased", "erased_signalled"


def tell(act: ClientAct) -> None:
    """Everybody who works with this client hears that nothing is kept any more."""
    file = act.file
    waits = any(need.kind == signalled.NEED for need in file.needs)
    taking_over.drop(act, "left")
    act.tell_coach(SIGNALLED if waits else ERASED, also_deputy=waits)
    facilitating.tell_gone(act, ERASED)
    if file.referral is not None and file.referral.physician:
        number = file.referral.number
        act.pass_on(file.referral.physician, ReferralGone(at=act.at, client=file.id, number=number, why="erased"))
