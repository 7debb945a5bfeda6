"""Three adherences, kept apart (R17): the prompt reached the client, the check-in was answered, the step carried out.

Counts over kept days; they are never put together into one number, and what is missing is missing.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from state_machines.files import Day


@dataclass(frozen=True, kw_only=True)
class Adherence:
    """Days: `reached` of those `asked`; `answered` of those `called` (asked, or answered unasked).

    Weeks of the plan, by what the client said of the step: carried out in `full`, `partly`, `not_done`; a week of which
    they said nothing is in none of them.
    """

    asked: int
    reached: int
    called: int
    answered: int
    full: int
    partly: int
    not_done: int

    @property
    def weeks(self) -> int:
        """The weeks of which the client said how the step went."""
        return self.full + self.partly + self.not_done


def adherence(days: Iterable[Day], lost: date | None = None, not_taken: Container[date] = ()) -> Adherence:
    """The three over these days. A prompt of or after `lost`, the date the chat was out of reach, didn't arrive; nor
    did one of a date on which Telegram took none (`not_taken`).

    Unless the client did something that day: then it did.
    """
    kept = tuple(days)
    asked = [day for day in kept if day.asked]
    went = [day.words("step") for day in kept if day.closes_week]
    return Adherence(
        asked=len(asked),
        reached=sum(day.acted or not _is_lost(day.date, lost, not_taken) for day in asked),
        called=sum(day.asked or day.answered for day in kept),
        answered=sum(day.answered for day in kept),
        full=went.count(("full",)),
        partly=went.count(("partly",)),
        not_done=went.count(("not",)),
    )


def _is_lost(on: date, lost: date | None, not_taken: Container[date]) -> bool:
    return on in not_taken or (lost is not None and on >= lost)
