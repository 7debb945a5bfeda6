"""Methods that put something new into a chat."""

from __future__ import annotations

import mimetypes
import struct

from simulator.chats import BubbleKind, Chat, StoredFile, message_json
from simulator.entities import Entity, parse, utf16
from simulator.ledger import What
from simulator.markup import markup_of
from simulator.params import Call
from simulator.reply import bad_request
from simulator.world import World

TEXT, CAPTION = 4096, 1024
SIZES = {"photo": 10_000_000, "document": 50_000_000}
_PNG = b"\x89PNG\r\n\x1a\n"


async def send_message(world: World, call: Call) -> object:
    """A text message."""
    chat = world.chat_for_bot(call)
    text, entities = written(call, "text", TEXT)
    return _placed(world, call, chat, text, entities, "text", None)


async def send_photo(world: World, call: Call) -> object:
    """A photo, uploaded or sent again by its id."""
    return _sent_file(world, call, "photo")


async def send_document(world: World, call: Call) -> object:
    """A document, uploaded or sent again by its id."""
    return _sent_file(world, call, "document")


async def send_chat_action(world: World, call: Call) -> object:
    """ "Is typing": accepted, shown nowhere, gone at once."""
    world.chat_for_bot(call)
    if not call.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


def written(call: Call, name: str, limit: int) -> tuple[str, list[Entity]]:
    """The text of a call within its limit; formatted by parse mode or by entities given outright."""
    given = call.nested("entities" if name == "text" else "caption_entities")
    text, entities = parse(call.text(name), call.text("parse_mode"))
    if given is not None:
        entities = [{key: value for key, value in entity.items() if value is not None} for entity in given]
    if name == "text" and not text:
        raise bad_request("message text is empty")
    if utf16(text) > limit:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    return text, entities


def _sent_file(world: World, call: Call, kind: BubbleKind) -> object:
    chat = world.chat_for_bot(call)
    caption, entities = written(call, "caption", CAPTION)
    return _placed(world, call, chat, caption, entities, kind, _file(world, call, kind))


def _placed(
    world: World, call: Call, chat: Chat, text: str, entities: list[Entity], kind: BubbleKind, file: StoredFile | None
) -> object:
    markup = markup_of(call.nested("reply_markup"))
    world.rates.spend(chat.id, world.clock.now)
    bubble = world.place(
        chat,
        sender=world.bot,
        text=text,
        entities=tuple(entities),
        buttons=markup.rows,
        protected=call.flag("protect_content"),
        silent=call.flag("disable_notification"),
        kind=kind,
        file=file,
        fixed=not markup.inline,
    )
    what: dict[str, What] = {"text": "sent", "photo": "photo", "document": "document"}
    world.note(what[kind], bubble, call)
    return message_json(chat, bubble)


def _file(world: World, call: Call, kind: str) -> StoredFile:
    named = call.text(kind)
    uploaded = call.files.get(named.removeprefix("attach://") if named.startswith("attach://") else kind)
    if uploaded is None:
        if named in world.files:
            return world.files[named]
        raise bad_request("wrong remote file identifier specified" if named else f"there is no {kind} in the request")
    name, content = uploaded
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > SIZES[kind]:
        raise bad_request("file is too big")
    mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind == "photo":
        mime = "image/png" if content.startswith(_PNG) else "image/jpeg"
        if mime == "image/jpeg" and not content.startswith(b"\xff\xd8"):
            raise bad_request("IMAGE_PROCESS_FAILED")
    return world.store(name, content, mime, _dimensions(content))


def _dimensions(content: bytes) -> tuple[int, int]:
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    return 800, 600
