"""Which messages of a person's own a log knows of: their numbers in Telegram, for who has everything erased (R34)."""

from collections.abc import Iterable, Iterator

from storage.chain import Link
from storage.views import log_rows


def typed_in(links: Iterable[Link]) -> Iterator[int]:
    """The numbers of the messages that these rows of a log came from, as far as they were kept."""
    for row in log_rows(links):
        number = getattr(row.event, "message_id", None)
        if isinstance(number, int) and number > 0:
            yield number
