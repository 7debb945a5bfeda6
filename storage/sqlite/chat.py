"""Which messages stand in a chat, so that they can be taken away when everything is erased (R34)."""

from datetime import datetime

from storage.codec import moment_text
from storage.sqlite.rows import Run, get_links
from storage.typed import typed_in
from storage.vault import Vault

#: A message that was edited later is as old as the first letter that it was.
SENT = (
    "SELECT message_id FROM outbox WHERE chat = ? AND (file = ? OR file IS NULL) AND message_id IS NOT NULL "
    "GROUP BY message_id HAVING min(settled) >= ?"
)


def in_chat(run: Run, vault: Vault, file: str, chat: int, since: datetime) -> tuple[int, ...]:
    """The messages to and from this file's person in a chat that came from a moment on, as far as they are known."""
    sent = {number for (number,) in run(SENT, (chat, file, moment_text(since)))}
    typed = set(typed_in(get_links(run, vault, "log", file, "at >= ?", moment_text(since))))
    return tuple(sorted(sent | typed))
