"""Who carries mail: in threads, by `bot/smtp.py`, which is loaded with the first mail. It brings 16 MB along."""

import asyncio
from types import ModuleType

from bot import mail
from bot.mail import Carried, Mail

TOGETHER = 2


class Courier:
    """Carries mail by the server that TREDE_MAIL names, two mails at a time."""

    def __init__(self, setting: str) -> None:
        self._setting = setting
        self._few = asyncio.Semaphore(TOGETHER)

    async def carry(self, letter: Mail) -> Carried:
        """Hand a mail to the server; what became of it. Raises for a defect of ours alone."""
        if not self._setting:
            return Carried.NOT_SET_UP
        async with self._few:
            return await asyncio.to_thread(_hand_over, self._setting, letter)


def fault(setting: str) -> str:
    """What is wrong with TREDE_MAIL as far as can be seen without sending; empty when nothing is. For `doctor`."""
    if said := mail.fault(setting):
        return said
    return "" if _smtp().has_sender(setting) else "names no sender: add from=ADDRESS"


def _hand_over(setting: str, letter: Mail) -> Carried:
    carried: Carried = _smtp().hand_over(setting, letter)
    return carried


def _smtp() -> ModuleType:
    from bot import smtp

    return smtp
