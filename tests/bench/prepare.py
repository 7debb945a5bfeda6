"""Prepares a Trede database for the bench, and the conversations that are then played against it.

One coach and many clients, made through the real store and the real door: each client is in coaching, has an agreed
plan, works today, and has finished today's check-in. `/checkin` opens it again as a correction, so that rounds repeat.

The conversations (typed, and by taps) are written down from what the same door answers in memory: each step with the
exact text of its reply. On a Dutch public holiday nobody works, and the two questions about work aren't asked.
"""

import argparse
import itertools
import json
import time as waiting
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.regime_kept import as_setting
from bot.turn import Door, digest_of
from dialogues import taps
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import Message
from state_machines import events as e
from state_machines.days import AMSTERDAM, local_date
from state_machines.files import Client, Invite
from state_machines.journey import link_expires
from state_machines.plan_templates import weekly
from storage.open import Opened, open_memory
from storage.port import ByChat, LetterState, Settled
from tests import keyed
from tests.doing import role_of

COACH, COACH_CHAT, FIRST_CHAT = "p-bench", 999, 1000
BEFORE_MIDNIGHT = timedelta(minutes=1)
PLAN = {
    "goal": "eigen werk, vier dagen",
    "contract_hours": Decimal(28),
    "weekdays": (1, 2, 3, 4, 5, 6, 7),
    "tasks": ("post", "mail", "telefoon"),
    "supervisor": "Karin",
    "parties": ("client", "supervisor", "coach"),
}
#: What a client types to each question. Other hours than planned bring the question about tasks.
TYPED = {
    "energy": "7",
    "giver": "een wandeling, goed geslapen, vrienden",
    "drainer": "lange vergadering, slecht nieuws, file",
    "hours": "2,5",
    "tasks": "post, mail",
    "complaint": "4",
}
#: Which button answers each question: the value it carries; None: "done" with the list as it stands.
TAPPED = {"energy": "7", "giver": None, "drainer": None, "hours": "0.5", "tasks": None, "complaint": "4"}
Step = dict[str, str]


@dataclass
class People:
    """The people of one store, with one coach, and the door they go through."""

    opened: Opened
    now: datetime
    coach_file: str = COACH
    coach_chat: int = COACH_CHAT

    def __post_init__(self) -> None:
        self.door = Door(self.opened, bot_name="bench_bot")
        self._updates = itertools.count(1)
        self._messages = itertools.count(1)
        self._shown = Message(text="")

    def coach(self) -> None:
        """A coach who has opened their link."""
        file = self.coach_file
        added = e.ProfessionalAdded(
            at=self.now,
            professional=file,
            name="Joost",
            language="nl",
            invite=self._invite(file),
            regime="delegation",
        )
        self.door.act(None, added, by="bench")
        self.opened.organisation.put(as_setting("delegation", name="bench", role="bench", at=self.now, by="bench"))
        self.door.act(file, e.DeskOpened(at=self.now, chat=self.coach_chat, language="nl"), role="coach")

    def client(self, chat: int) -> None:
        """A client from invitation to agreed plan."""
        file = f"c-{chat}"
        self.door.act(self.coach_file, e.DeskAsked(at=self.now, what="invite"), role="coach")
        made = e.InviteMade(at=self.now, client=file, name=f"Sanne{chat}", invite=self._invite(file), link="")
        self.door.act(self.coach_file, made, role=role_of(made))
        today = local_date(self.now, AMSTERDAM)
        version = weekly(start=today, registered=today, **PLAN)  # type: ignore[arg-type]
        for event in (
            e.LinkOpened(at=self.now, chat=chat, language="nl", display_name="Sanne"),
            e.ClaimAnswered(at=self.now, right=True),
            *(e.WelcomeChosen(at=self.now, choice=choice, text="0" * 64) for choice in ("who", "go_on", "agree")),
            e.TimeChosen(at=self.now, time=time(16, 30)),
            e.DaysChosen(at=self.now, weekdays=PLAN["weekdays"]),  # type: ignore[arg-type]
            e.PlanAgreed(at=self.now, version=version, parties=version.parties, reason="bench"),
            e.DoableAnswered(at=self.now, digest=version.digest(), number=Decimal(8)),
            e.PlanAnswered(at=self.now, digest=version.digest(), agreed=True),
        ):
            self.door.act(file, event, role=role_of(event))

    def typed(self, chat: int, text: str) -> Step:
        """A step of a client who types, with its reply."""
        self._sends(chat, kind=IncomingKind.TEXT, text=text, message_id=next(self._messages))
        return {"text": text, "expect": self._posted().text}

    def tapped(self, chat: int, data: str) -> Step:
        """A step of a client who taps the button with this data, with its reply."""
        self._sends(chat, kind=IncomingKind.TAP, data=data)
        return {"tap": data, "expect": self._posted().text}

    def checkin(self, chat: int) -> Iterator[Step]:
        """A whole check-in, typed; each step with its reply."""
        yield self.typed(chat, "/checkin")
        while question := self.question(chat):
            yield self.typed(chat, TYPED[question])

    def checkin_by_taps(self, chat: int) -> Iterator[Step]:
        """The same by taps. It begins when the first question stands on the screen, and ends with that again."""
        while question := self.question(chat):
            yield self.tapped(chat, _button(self._shown, question, TAPPED[question]))
        yield self.tapped(chat, taps.ask("checkin"))

    def question(self, chat: int) -> str:
        """The question that is open for a client; empty when the check-in is done."""
        file = self.opened.load(ByChat(chat))
        assert isinstance(file, Client)
        assert file.day is not None
        return "" if file.day.state == "done" else file.day.at

    def deliver(self) -> list[Message]:
        """Take every letter out of the outbox, as the post does; what they said."""
        said: list[Message] = []
        while claimed := self.opened.claim(self.now).letters:
            said += [Message.from_json(c.letter.body) for c in claimed]
            self.opened.settle(
                [
                    Settled(n=c.n, state=LetterState.SENT, at=self.now, message_id=c.message_id or next(self._messages))
                    for c in claimed
                ]
            )
        return said

    def wake(self) -> None:
        """What is due already is done now, not while it is measured."""
        for due in self.opened.due(self.now, limit=100_000).wakes:
            self.door.wake(due, self.now)

    def _sends(self, chat: int, **what: Any) -> None:
        self.door.take(Incoming(at=self.now, update_id=next(self._updates), chat=chat, **what))

    def _posted(self) -> Message:
        """The one message that the last turn sent."""
        said = self.deliver()
        assert len(said) == 1, f"a turn of the bench is answered by one message, this one by {len(said)}"
        self._shown = said[0]
        return self._shown

    def _invite(self, token: str) -> Invite:
        return Invite(digest=digest_of(token), expires=link_expires(self.now))


def _button(message: Message, question: str, value: str | None) -> str:
    """The data of the button that answers a question."""
    data = [taps.read(button.data) for row in message.rows for button in row]
    if value is None:
        found = [tap for tap in data if tap.verb == "lr"]
    else:
        found = [tap for tap in data if tap.verb == "a" and tap.args[1:] == (question, value)]
    assert len(found) == 1, f"no single button answers {question} with {value}"
    return ":".join((found[0].verb, *found[0].args))


def conversations(now: datetime) -> dict[str, dict[str, list[Step]]]:
    """The steps of a round, typed and by taps, with the exact replies; `opening` is what goes before, unmeasured."""
    opened = open_memory()
    people = People(opened, now)
    with opened.batch():
        people.coach()
        people.client(FIRST_CHAT)
        people.deliver()
        for _ in range(2):  # twice: the second time it is a correction, and every later round is like it
            typed = list(people.checkin(FIRST_CHAT))
        opening = [people.typed(FIRST_CHAT, "/checkin")]
        tapped = list(people.checkin_by_taps(FIRST_CHAT))
    return {"typed": {"opening": [], "round": typed}, "taps": {"opening": opening, "round": tapped}}


def database(path: Path, clients: int, now: datetime) -> None:
    """The database, as the measured bot finds it."""
    opened = keyed.opened(path)  # the keys beside it are those that the measured bot takes
    people = People(opened, now)
    with opened.batch():
        people.coach()
        for chat in range(FIRST_CHAT, FIRST_CHAT + clients):
            people.client(chat)
            people.deliver()
            for _ in range(2):
                list(people.checkin(chat))
        people.wake()
        people.deliver()
    assert not opened.upkeep.verify()
    opened.close()


def a_moment_today() -> datetime:
    """Now; or just after midnight, if that comes so soon that the day would end while it is measured."""
    while True:
        now = datetime.now(UTC)
        if local_date(now, AMSTERDAM) == local_date(now + BEFORE_MIDNIGHT, AMSTERDAM):
            return now
        waiting.sleep(1)


def main() -> None:
    """Write `trede.db`, `typed.json` and `taps.json` into a folder."""
    parser = argparse.ArgumentParser(description="Prepare a Trede database and conversations for the bench.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clients", type=int, default=50)
    asked = parser.parse_args()
    now = a_moment_today()
    database(asked.folder / "trede.db", asked.clients, now)
    for name, steps in conversations(now).items():
        path = asked.folder / f"{name}.json"
        path.write_text(json.dumps(steps, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
