"""Methods that change or remove what already stands in a chat, or answer a tap."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from simulator.chats import Bubble, Chat, message_json
from simulator.markup import Rows, markup_of
from simulator.methods.sending import CAPTION, TEXT, written
from simulator.params import Call
from simulator.reply import Refused, bad_request
from simulator.world import World

DELETABLE = timedelta(hours=48)
ANSWERABLE = timedelta(hours=48)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def edit_message_text(world: World, call: Call) -> object:
    """New text and keyboard; a keyboard that is not given is removed."""
    return _rewritten(world, call, "text", TEXT)


async def edit_message_caption(world: World, call: Call) -> object:
    """New caption and keyboard under a photo or document."""
    return _rewritten(world, call, "caption", CAPTION)


async def edit_message_reply_markup(world: World, call: Call) -> object:
    """A new keyboard, or none."""
    chat, bubble = _own(world, call)
    rows = _keyboard(call)
    if rows == bubble.buttons:
        raise bad_request(_SAME)
    bubble = world.change(chat, bubble, buttons=rows)
    world.note("markup", bubble, call)
    return message_json(chat, bubble)


async def delete_message(world: World, call: Call) -> object:
    """Removes a message, at most 48 hours old."""
    chat = world.chat_for_bot(call)
    bubble = chat.bubbles.get(call.whole("message_id"))
    if bubble is None:
        raise bad_request("message to delete not found")
    if world.clock.now - bubble.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    del chat.bubbles[bubble.message_id]
    world.touch(chat)
    world.note("deleted", bubble, call)
    return True


async def delete_messages(world: World, call: Call) -> object:
    """Removes up to a hundred messages; those that aren't there are passed over, one that is too old refuses all."""
    chat = world.chat_for_bot(call)
    numbers = call.nested("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request("message identifiers are not specified")
    found = [chat.bubbles[number] for number in numbers if number in chat.bubbles]
    if any(world.clock.now - bubble.date > DELETABLE for bubble in found):
        raise bad_request("message can't be deleted for everyone")
    for bubble in found:
        del chat.bubbles[bubble.message_id]
        world.note("deleted", bubble, call)
    world.touch(chat)
    return True


async def answer_callback_query(world: World, call: Call) -> object:
    """Ends the waiting look of a tapped button, once, maybe with a short text."""
    query = world.queries.get(call.text("callback_query_id"))
    if query is None or world.clock.now - query.at > ANSWERABLE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = call.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    del world.queries[call.text("callback_query_id")]
    chat = world.chats[query.chat_id]
    if text:
        chat.notices.append(text)
    world.touch(chat)
    row: dict[str, Any] = {"text": text, "method": call.method, "cause_update": query.update_id}
    world.ledger.add(at=world.clock.now, chat_id=chat.id, what="answered", **row)
    return True


def _rewritten(world: World, call: Call, name: str, limit: int) -> object:
    chat, bubble = _own(world, call)
    if (name == "text") != (bubble.kind == "text"):
        raise bad_request(f"there is no {name} in the message to edit")
    text, entities = written(call, name, limit)
    new: tuple[Any, ...] = (text, tuple(entities), _keyboard(call))
    if new == (bubble.text, bubble.entities, bubble.buttons):
        raise bad_request(_SAME)
    bubble = world.change(chat, bubble, text=new[0], entities=new[1], buttons=new[2], edited=world.clock.now)
    world.note("edited", bubble, call)
    return message_json(chat, bubble)


def _own(world: World, call: Call) -> tuple[Chat, Bubble]:
    chat = world.chat_for_bot(call)
    bubble = chat.bubbles.get(call.whole("message_id", 0))
    if bubble is None:
        raise bad_request("message to edit not found")
    if not bubble.from_bot or bubble.fixed:
        raise bad_request("message can't be edited")
    return chat, bubble


def _keyboard(call: Call) -> Rows:
    markup = markup_of(call.nested("reply_markup"))
    if not markup.inline:
        raise Refused(400, "Bad Request: inline keyboard expected")
    return markup.rows
