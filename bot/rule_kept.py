"""The organisation's complaint rule as it is kept: the numbers a professional set last, or Trede's proposals (R19)."""

from datetime import datetime

from state_machines.days import AMSTERDAM, local_date
from state_machines.files import but
from state_machines.rule import Rule, SetBy
from state_machines.rule_numbers import NUMBERS, changed, numbers_of
from storage.open import Opened
from storage.organisation import Setting
from storage.port import StoreBroken

WHAT = "complaint rule"


def rule_of(opened: Opened) -> Rule:
    """The numbers that count now, with who set them. Raises StoreBroken when this version can't use what is kept."""
    settings = opened.organisation.settings(WHAT)
    if not settings:
        return Rule()
    last = settings[-1]
    made = changed(Rule(), {name: value for name, value in last.values if name in NUMBERS})
    if not isinstance(made, Rule):
        raise StoreBroken(
            "the complaint rule that was set can't be used by this version: set it again (trede rule set)"
        )
    return but(made, set_by=SetBy(name=last.name, role=last.role, on=local_date(last.at, AMSTERDAM)))


def as_setting(rule: Rule, *, name: str, role: str, at: datetime, by: str) -> Setting:
    """All numbers of a rule, as they are kept for the organisation."""
    return Setting(what=WHAT, values=tuple(numbers_of(rule).items()), name=name, role=role, at=at, by=by)
