"""Methods that ask or tell who somebody is: the bot's own profile, a chat, a file."""

from __future__ import annotations

from simulator.params import Call
from simulator.profile import commands_of, scope_key
from simulator.reply import bad_request
from simulator.world import World


async def get_me(world: World, _call: Call) -> object:
    """The bot's own account."""
    able = {"can_join_groups": True, "can_read_all_group_messages": True, "supports_inline_queries": False}
    return world.bot.to_json() | able


async def get_chat(world: World, call: Call) -> object:
    """A chat the bot knows."""
    more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    return world.known_chat(call).to_json() | more


async def get_file(world: World, call: Call) -> object:
    """Where a file can be fetched: below `/file/bot<token>/`."""
    file = world.files.get(call.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    unique = {"file_id": file.file_id, "file_unique_id": f"u{file.file_id}"}
    return unique | {"file_size": len(file.content), "file_path": f"{file.file_id}/{file.name}"}


async def set_my_commands(world: World, call: Call) -> object:
    """The commands of one scope and language."""
    commands = commands_of(call.nested("commands"))
    world.profile.commands[_key(world, call)] = commands
    return _changed(world)


async def get_my_commands(world: World, call: Call) -> object:
    """Exactly the commands of this scope and language; no falling back."""
    return world.profile.commands.get(_key(world, call), [])


async def delete_my_commands(world: World, call: Call) -> object:
    """Forgets the commands of one scope and language: the wider ones show again."""
    world.profile.commands.pop(_key(world, call), None)
    return _changed(world)


async def set_my_text(world: World, call: Call) -> object:
    """The bot's name, description or short description in one language."""
    name = _text_name(call)
    world.profile.set_text(name, call.text("language_code"), call.text(name))
    return _changed(world)


async def get_my_text(world: World, call: Call) -> object:
    """The bot's name, description or short description in one language."""
    name = _text_name(call)
    default = world.bot.first_name if name == "name" else ""
    return {name: world.profile.text(name, call.text("language_code")) or default}


async def accept(_world: World, _call: Call) -> object:
    """Taken, without any effect here."""
    return True


_NO_GIFTS = dict.fromkeys(
    ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"], False
)


def _text_name(call: Call) -> str:
    """`setMyShortDescription` -> `short_description`."""
    return {"Description": "description", "Name": "name"}.get(call.method[5:], "short_description")


def _key(world: World, call: Call) -> tuple[str, str]:
    scope = scope_key(call.nested("scope"))
    kind, _, chat_id = scope.partition(":")
    if kind == "chat" and (not chat_id.lstrip("-").isdecimal() or int(chat_id) not in world.chats):
        raise bad_request("chat not found")
    return scope, call.text("language_code")


def _changed(world: World) -> bool:
    for chat in world.chats.values():
        chat.version += 1
    world.bell.ring()
    return True
