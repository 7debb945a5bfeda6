"""One local date of a client: the check-in's state and answers (R11, R15)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from state_machines.frozen import but

#: Facts of a day that can be noted beside the check-in (R15).
FACTS = ("hours", "tasks")
#: The question whose score a complaint in words asks too (R19).
COMPLAINT = "complaint"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer of a check-in: a number (score 0-10 or hours), words, or skipped; facts and experience apart (R15)."""

    question: str
    at: datetime
    number: Decimal | None = None
    words: tuple[str, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, kw_only=True)
class Day:
    """One local date of a client. `state` is the check-in machine's; `turn` is the day's question by turns (R11).

    `asked`: the bot sent a prompt; `acted`: the client did anything at all; `at`: the question now open; `notes`: how
    many diary notes the date has; `noted`: the hours were noted beside the check-in, which then doesn't ask for them;
    `voiced`: a complaint was put in words, which makes it a bad day (R19).
    """

    date: date
    state: str = "resting"
    asked: bool = False
    acted: bool = False
    nudged: bool = False
    snoozed: bool = False
    at: str = ""
    turn: str = ""
    hint: int = 0
    working: bool = False
    planned: Decimal = Decimal(0)
    closes_week: int = 0
    answers: tuple[Answer, ...] = ()
    notes: int = 0
    noted: bool = False
    corrected: bool = False
    high: str = ""
    voiced: bool = False

    def answer(self, question: str) -> Answer | None:
        """The answer now standing for a question, if it was given or skipped."""
        for answer in self.answers:
            if answer.question == question:
                return answer
        return None

    def number(self, question: str) -> Decimal | None:
        """The number given for a question; None when it wasn't asked, answered or was skipped. Never zero."""
        answer = self.answer(question)
        return answer.number if answer else None

    def words(self, question: str) -> tuple[str, ...]:
        """The words chosen or typed for a question."""
        answer = self.answer(question)
        return answer.words if answer else ()

    @property
    def answered(self) -> bool:
        """Whether at least one question was really answered (R11: after the first answer the day counts).

        Hours and tasks that were noted beside the check-in are no answer to it (R17), nor is the score of a complaint
        that was put in words.
        """
        aside = (*(FACTS if self.noted else ()), *((COMPLAINT,) if self.voiced else ()))
        return any(not answer.skipped and answer.question not in aside for answer in self.answers)

    @property
    def known(self) -> bool:
        """Whether anything is known of this day: an answer, or hours noted beside the check-in."""
        return any(not answer.skipped for answer in self.answers)

    def keep(self, answer: Answer) -> "Day":
        """The day with this answer in place of an earlier one to the same question."""
        others = tuple(a for a in self.answers if a.question != answer.question)
        return but(self, answers=(*others, answer))
