"""Which messages stand in a chat, so that they can be taken away when everything is erased (R34)."""

from datetime import datetime

from storage.codec import moment_of
from storage.memory.tables import Tables
from storage.typed import typed_in


def in_chat(tables: Tables, file: str, chat: int, since: datetime) -> tuple[int, ...]:
    """The messages to and from this file's person in a chat that came from a moment on, as far as they are known."""
    began: dict[int, datetime] = {}
    for row in tables.letters.values():
        if row.letter.chat == chat and row.letter.file in {file, None} and row.message_id and row.settled:
            began[row.message_id] = min(began.get(row.message_id, row.settled), row.settled)
    sent = {number for number, at in began.items() if at >= since}
    links = (link for link in tables.chain("log", file) if moment_of(str(link.columns[0])) >= since)
    return tuple(sorted(sent | set(typed_in(links))))
