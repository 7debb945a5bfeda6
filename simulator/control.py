"""The control API of people, ledger and faults, in JSON below `/sim/`."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from simulator.actors import Actor
from simulator.answers import Answer, route, told, wish_of
from simulator.faults import Fault
from simulator.person import Person
from simulator.telegram import Telegram


class Control:
    """What the page, tests and synthetic people in another process steer the world with."""

    def __init__(self, telegram: Telegram, actors: list[Actor], title: str, refuse: Callable[[float], None]) -> None:
        self.telegram, self.actors, self.title, self._refuse = telegram, actors, title, refuse

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to below `/sim/`."""
        table: list[tuple[str, str, Answer]] = [
            ("POST", "person", self.person),
            ("POST", "act", self.act),
            ("GET", "actors", self.all_actors),
            ("GET", "chat", self.chat),
            ("GET", "file", self.file),
            ("GET", "ledger", self.ledger),
            ("POST", "faults", self.add_fault),
            ("DELETE", "faults", self.clear_faults),
        ]
        return [route(verb, path, answer) for verb, path, answer in table]

    # --- people -------------------------------------------------------------------------------

    async def person(self, request: web.Request) -> web.Response:
        """Somebody joins."""
        person = self.telegram.join(**await wish_of(request))
        return told({"chat_id": person.chat.id})

    async def act(self, request: web.Request) -> web.Response:
        """Somebody does something; the number of the update it made."""
        wish = await wish_of(request)
        deeds: dict[str, Callable[[Person], int]] = {
            "send": lambda p: p.send(wish["text"], forwarded=bool(wish.get("forwarded"))),
            "tap": lambda p: p.tap(wish["message_id"], wish["data"]) if "data" in wish else p.tap_label(wish["label"]),
            "edit": lambda p: p.edit(wish["message_id"], wish["text"]),
            "open_link": lambda p: p.open_link(wish.get("payload", "")),
            "photo": lambda p: p.photo(wish.get("caption")),
            "voice": Person.voice,
            "sticker": Person.sticker,
            "block": Person.block,
            "unblock": Person.unblock,
            "resend": lambda _: self.telegram.resend(wish["update_id"]),
        }
        if wish.get("do") not in deeds:
            raise ValueError(f'act wants "do" to be one of {", ".join(deeds)}')
        return told({"update_id": deeds[wish["do"]](self._person(wish["chat_id"]))})

    async def all_actors(self, _request: web.Request) -> web.Response:
        """Who is played on the page, and with which bot."""
        bot = self.telegram.bot
        shown = {"username": bot.username, "name": bot.first_name}
        return told({"title": self.title, "bot": shown, "actors": [actor.to_json() for actor in self.actors]})

    async def chat(self, request: web.Request) -> web.Response:
        """What one person sees: the messages, the commands, the pop-ups. `last=n` gives the newest n messages."""
        person = self._person(request.query["chat_id"])
        chat, profile = person.chat, self.telegram.world.profile
        screen = person.screen[-int(request.query.get("last", "1000000")) :]
        return told(
            {
                "chat_id": chat.id,
                "version": chat.version,
                "known": chat.known,
                "blocked": chat.blocked,
                "screen": [bubble.to_json() for bubble in screen],
                "commands": person.commands,
                "notices": person.notices,
                "description": profile.text("description", chat.user.language_code),
            }
        )

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a photo or document in a chat; only pictures open in the browser."""
        bubble = self._person(request.query["chat_id"]).chat.bubbles[int(request.query["message_id"])]
        if bubble.file is None:
            raise LookupError("this message carries no file")
        shown = bubble.kind == "photo" and bubble.file.mime in {"image/png", "image/jpeg"}
        safe = "".join(c for c in bubble.file.name if c.isascii() and (c.isalnum() or c in "-_. ")) or "file"
        headers = {"Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{safe}"'}
        return web.Response(body=bubble.file.content, content_type=bubble.file.mime, headers=headers)

    def _person(self, chat_id: str | int) -> Person:
        try:
            return self.telegram.person(int(chat_id))
        except KeyError:
            raise LookupError(f"nobody joined with chat_id {chat_id}") from None

    # --- what was seen, what goes wrong ---------------------------------------------------------

    async def ledger(self, request: web.Request) -> web.Response:
        """The ledger's rows after row `after`."""
        return told({"rows": self.telegram.ledger.to_json(int(request.query.get("after", "0")))})

    async def add_fault(self, request: web.Request) -> web.Response:
        """Switches a fault on; `{"kind": "refused", "seconds": 2}` closes the door itself for so long."""
        wish = await wish_of(request)
        if wish.get("kind") == "refused":
            self._refuse(float(wish.get("seconds", 1.0)))
        else:
            self.telegram.faults.add(Fault(**wish))
        return told({"waiting": len(self.telegram.faults.waiting)})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """Switches all faults off."""
        self.telegram.faults.clear()
        return told({"waiting": 0, "struck": self.telegram.faults.struck})
