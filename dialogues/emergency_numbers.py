"""The numbers that the texts name in an emergency (R22): here and nowhere else, with the date they were looked up.

Whoever looks them up again (112.nl, 113.nl) puts that day here, also when nothing changed: a test fails when it is
older than 180 days. Another country needs numbers of its own, and texts that fit them.
"""

from datetime import date
from typing import Final

CHECKED: Final = date(2026, 11, 22)

DANGER: Final = "112"
TALK: Final = "113"  # 113 Suicide Prevention: day and night, anonymously
TALK_FREE: Final = "0800-0113"  # the same, free of charge
TALK_CHAT: Final = "113.nl"

#: As the placeholders of the texts: `_("... {danger} ...", **NUMBERS)`.
NUMBERS: Final = {"danger": DANGER, "talk": TALK, "talk_free": TALK_FREE, "talk_chat": TALK_CHAT}
