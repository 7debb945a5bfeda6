"""The local Telegram as one object: the bot calls it, people join it, tests look at it. No HTTP here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from simulator.chats import Chat, ChatKind, User
from simulator.clock import VirtualClock
from simulator.faults import Faults
from simulator.ledger import Ledger
from simulator.methods import METHODS, SPELLED
from simulator.params import Call
from simulator.person import Person
from simulator.rates import Rates
from simulator.reply import Refused, Reply
from simulator.updates import Updates
from simulator.world import World


class Telegram:
    """A world of chats around one bot, on one virtual clock. All of it in one event loop."""

    def __init__(
        self, token: str, clock: VirtualClock, bot_username: str = "trede_demo_bot", bot_name: str = "Trede"
    ) -> None:
        head = token.partition(":")[0]
        bot = User(id=int(head) if head.isdecimal() else 42, first_name=bot_name, username=bot_username, is_bot=True)
        self.token, self.clock, self.bot = token, clock, bot
        self.world = World(clock=clock, bot=bot, updates=Updates(clock))
        self.faults = Faults()
        self.calls: Counter[str] = Counter()

    async def call(
        self, method: str, params: Mapping[str, object], files: Mapping[str, tuple[str, bytes]] | None = None
    ) -> Reply:
        """Carries out one Bot API call and answers exactly as Telegram would.

        Raises `faults.Dropped` where a fault breaks the connection.
        """
        call = Call(method=SPELLED.get(method.lower(), method), params=params, files=files or {})
        self.calls[call.method] += 1
        fault = self.faults.strike(call)
        if fault is None:
            return await self._carried_out(call)
        spoiled = fault.before()
        return spoiled if spoiled is not None else fault.after_all(await self._carried_out(call))

    async def _carried_out(self, call: Call) -> Reply:
        method = METHODS.get(call.method)
        try:
            if method is None:
                raise Refused(404, "Not Found: method not found")
            return Reply(status=200, body={"ok": True, "result": await method(self.world, call)})
        except Refused as refused:
            return refused.reply()

    def join(
        self, chat_id: int, first_name: str, last_name: str = "", username: str | None = None,
        language_code: str = "nl", kind: ChatKind = "private", *, title: str = "", user_id: int | None = None,
    ) -> Person:  # fmt: skip
        """Somebody with a Telegram account who has not written to the bot yet.

        In a group (`kind="group"`, a negative `chat_id`) it is the member who writes; `title` names the group.
        Joining again gives the same chat; in a group, with this member.
        """
        user = User(
            id=user_id or abs(chat_id), first_name=first_name, last_name=last_name, username=username,
            language_code=language_code,
        )  # fmt: skip
        chat = self.world.chats.get(chat_id)
        if chat is None:
            chat = Chat(id=chat_id, kind=kind, user=user, title=title or f"Groep {first_name}")
            self.world.chats[chat_id] = chat
        chat.user = user
        self.world.touch(chat)
        return Person(self.world, chat, user)

    def person(self, chat_id: int) -> Person:
        """The person of a chat that was joined before; KeyError otherwise."""
        chat = self.world.chats[chat_id]
        return Person(self.world, chat, chat.user)

    @property
    def ledger(self) -> Ledger:
        """What each person saw and did."""
        return self.world.ledger

    @property
    def rates(self) -> Rates:
        """Telegram's sending limits; off until `rates.on = True`."""
        return self.world.rates

    def resend(self, update_id: int) -> int:
        """Delivers an update once more under its old number."""
        return self.world.updates.resend(update_id)

    def reorder(self, order: Sequence[int] | None = None) -> None:
        """Puts the updates still waiting in this order; without one, back to front."""
        self.world.updates.reorder(order)

    def restart_ids(self, start: int) -> None:
        """The next update gets this number, also a lower one."""
        self.world.updates.restart_ids(start)
