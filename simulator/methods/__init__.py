"""The Bot API's methods, under the names Telegram gives them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from simulator.methods import changing, polling, sending, telling
from simulator.params import Call
from simulator.world import World

Method = Callable[[World, Call], Awaitable[object]]

METHODS: dict[str, Method] = {
    "getMe": telling.get_me,
    "getChat": telling.get_chat,
    "getFile": telling.get_file,
    "setMyCommands": telling.set_my_commands,
    "getMyCommands": telling.get_my_commands,
    "deleteMyCommands": telling.delete_my_commands,
    "setMyName": telling.set_my_text,
    "getMyName": telling.get_my_text,
    "setMyDescription": telling.set_my_text,
    "getMyDescription": telling.get_my_text,
    "setMyShortDescription": telling.set_my_text,
    "getMyShortDescription": telling.get_my_text,
    "setChatMenuButton": telling.accept,
    "logOut": telling.accept,
    "close": telling.accept,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": changing.edit_message_text,
    "editMessageCaption": changing.edit_message_caption,
    "editMessageReplyMarkup": changing.edit_message_reply_markup,
    "deleteMessage": changing.delete_message,
    "deleteMessages": changing.delete_messages,
    "answerCallbackQuery": changing.answer_callback_query,
}

SPELLED = {name.lower(): name for name in METHODS}
"""Telegram does not mind the case of a method's name."""
