"""The complaint rule's numbers (R19), and who set them: each belongs to a professional; the defaults are proposals.

`complaint_rule` applies them; here they only stand.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class SetBy:
    """The professional who set the numbers: name, role, local date; `own`: for one client alone."""

    name: str
    role: str
    on: date
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class Rule:
    """The numbers of R19. Days are local dates; scores 0-10; shares between 0 and 1.

    Level: within `window_days` (`weekly_window_days` for who checks in once a week) at least
    `max(needed_least, min(needed_most, ceil(needed_share x asked days)))` answered, at least `bad_share` of them bad,
    that is a score of `bad_from` or more, or a complaint put in words. Clears below `clear_share`.
    Change: the mean of the last `mean_of` answered days is at least `change_points` and `change_percent` % above the
    mean of the first `beginning_days` (once there are as many, `beginning_later`), a beginning counted as at least
    `beginning_least`, on `change_days` of the window's days (for the longer window in proportion).
    In a row: while the physician wasn't told of the plan, the last `in_a_row` answered days bad (R1).
    After any end of an episode nothing new within `rest_days`.
    """

    bad_from: Decimal = Decimal(7)
    window_days: int = 14
    weekly_window_days: int = 28
    needed_share: Decimal = Decimal("0.8")
    needed_least: int = 4
    needed_most: int = 8
    bad_share: Decimal = Decimal("0.7")
    clear_share: Decimal = Decimal("0.5")
    mean_of: int = 7
    beginning_days: int = 7
    beginning_later: int = 14
    beginning_least: Decimal = Decimal(2)
    change_points: Decimal = Decimal(2)
    change_percent: Decimal = Decimal(30)
    change_days: int = 10
    in_a_row: int = 3
    rest_days: int = 14
    set_by: SetBy | None = None
