"""What people did, in the words in which a log has it, so that the one can be laid beside the other."""

from dataclasses import dataclass

from simulator.ledger import Seen
from simulator.telegram import Telegram
from state_machines import events as e
from tests.kill.people import SKIP

#: A bare number that belonged to nothing any more.
NUMBER = ("number",)


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that a person did: the number of its update, and what it says, as `key_of` reads it in a log.

    `number`: a bare number was typed. Where no question is open any more its row doesn't say which message it was.
    """

    update: int
    key: tuple[str, ...]
    number: bool = False


def acts_of(telegram: Telegram, chat: int) -> tuple[Act, ...]:
    """Everything that was done in a chat, in order."""
    return tuple(_act(row, row.update_id) for row in telegram.ledger.after(0, chat) if row.update_id is not None)


def _act(row: Seen, update: int) -> Act:
    if row.what == "user_tap":
        return Act(update=update, key=_key_of_tap(row.text))
    return Act(update=update, key=_key_of_text(row), number=row.text.isdecimal())


def _key_of_text(row: Seen) -> tuple[str, ...]:
    return ("opened",) if row.text == "/checkin" else ("typed", str(row.message_id))


def _key_of_tap(data: str) -> tuple[str, ...]:
    verb, *args = data.split(":")
    if verb == "a":
        return "answered", args[1], args[2]
    if verb in {"l+", "lr"}:
        return "answered", args[1], verb
    skipped = SKIP.fullmatch(data)
    return ("skipped", skipped[1]) if skipped else ("opened",)


def key_of(event: object) -> tuple[str, ...]:
    """What a kept event says that its person did; empty for what no act of these people can be."""
    match event:
        case e.CheckinOpened():
            return ("opened",)
        case e.Stale(what="number"):
            return NUMBER
        case e.Moved(way="skip", question=question):
            return "skipped", question
        case e.Answered(message_id=None, question=question, number=number) if number is not None:
            return "answered", question, format(number.normalize(), "f")
        case e.Answered(message_id=None, question=question, add=add):
            return "answered", question, "l+" if add else "lr"
    message = getattr(event, "message_id", None)
    return ("typed", str(message)) if message is not None else ("?", type(event).__name__)
