"""The letter that carries what a machine wants said: to whom, about whose file, when, and what is rendered or drawn."""

import json
from datetime import datetime

from bot import mail
from bot.rendering import render
from dialogues.incoming import Incoming
from dialogues.prompt import Message
from state_machines.effects import LetterClass, Say
from state_machines.files import File, Professional
from storage.port import Letter


def letter_of(say: Say, before: File | None, after: File, at: datetime, about: str | None) -> Letter | None:
    """What a turn says, as a letter; None without a chat or address. `about`: the file that it is sealed under."""
    if say.mail:
        return _by_mail(say, after, at, about)
    chat = say.chat or after.chat or (before.chat if before and about is None else None)
    if chat is None:
        return None
    if say.recipe:
        body = json.dumps({"recipe": say.prompt.name, "file": after.id, "values": dict(say.prompt.values)})
    else:
        body = render(after, say.prompt).to_json()
    return Letter(
        chat=chat,
        file=about,
        kind=say.kind,
        body=body,
        not_before=max(at, say.not_before) if say.not_before else at,
        slot=say.slot,
        below=say.below,
        once=say.once,
        expires=say.expires,
    )


def to_stranger(said: Incoming, message: Message, kind: LetterClass, slot: str) -> Letter:
    """An answer to a chat without a file."""
    return Letter(
        chat=said.chat, file=None, kind=kind, body=message.to_json(), not_before=said.at, slot=slot, below=True
    )


def _by_mail(say: Say, after: File, at: datetime, about: str | None) -> Letter | None:
    """The letter to a professional's mail address; None without one."""
    address = after.mail if isinstance(after, Professional) else ""
    if not address:
        return None
    return Letter(
        chat=mail.box(after.id, at),
        file=about,
        kind=say.kind,
        body=mail.Mail.of(address, render(after, say.prompt)).to_json(),
        not_before=max(at, say.not_before) if say.not_before else at,
        once=say.once,
        expires=say.expires,
    )
