"""Handing a mail to a mail server, by `apprise`; and what an error says about the mail. Loaded with the first one."""

import logging
import smtplib
import sys
import threading
import traceback

import structlog
from apprise import AppriseAsset
from apprise.exception import AppriseImproperlyConfigured
from apprise.plugins.email import NotifyEmail

from bot.mail import Carried, Mail

log = structlog.get_logger()
#: Seconds that a mail server gets for each of its answers.
SECONDS = 15
#: From here on, a mail server's answer is its last word (RFC 5321, 4.2.1).
FOR_GOOD = 500
#: smtplib's function that hands over the words; an error before it leaves no doubt (RFC 5321, 4.1.1.4).
HANDS_OVER = "data"


class _Witness(logging.Handler):
    """apprise says yes or no, and in its log why: what it was handling while it logged. Nothing goes into any log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.seen = threading.local()

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - its words may hold an address
        """Note the error that is being handled in this thread."""
        error = sys.exc_info()[1]
        if error is not None:
            self.seen.error = error


_WITNESS = _Witness()
_ASIDE = logging.getLogger("apprise")
_ASIDE.addHandler(_WITNESS)
_ASIDE.setLevel(logging.DEBUG)
_ASIDE.propagate = False


def hand_over(setting: str, letter: Mail) -> Carried:
    """Hand a mail to the server; what became of it. Waits for its answers, so it is called in a thread."""
    plugin = _plugin(setting, letter.mail)
    if plugin is None:
        return Carried.NOT_SET_UP
    _WITNESS.seen.error = None
    if plugin.notify(title=letter.subject, body=letter.text, body_format="text"):
        return Carried.SENT
    error: BaseException | None = _WITNESS.seen.error
    carried = meaning(error)
    log.warning("mail.trouble", carried=carried.value, error=type(error).__name__, code=_code(error))
    return carried


def has_sender(setting: str) -> bool:
    """Whether the setting says who mail comes from."""
    return _plugin(setting, "nobody@example.org") is not None


def meaning(error: BaseException | None) -> Carried:
    """What an error says about the mail. Without one nothing was tried: there was no address to send it to."""
    code = _code(error)
    if error is None or (code >= FOR_GOOD and not isinstance(error, smtplib.SMTPAuthenticationError)):
        return Carried.REFUSED
    if code:
        return Carried.NOT_SENT
    steps = {step.name for step in traceback.extract_tb(error.__traceback__)}
    return Carried.UNKNOWN if HANDS_OVER in steps else Carried.NOT_SENT


def _code(error: BaseException | None) -> int:
    """The mail server's answer; 0 when it gave none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _ in error.recipients.values()), default=0)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0


def _plugin(setting: str, address: str) -> NotifyEmail | None:
    """apprise's sender of a mail to this address; None when it can't make one of the setting."""
    ours = {"targets": [address], "format": "text", "cto": SECONDS, "asset": AppriseAsset(app_id="Trede")}
    try:
        asked = NotifyEmail.parse_url(setting)  # type: ignore[no-untyped-call]
        return NotifyEmail(**(asked | ours))  # type: ignore[no-untyped-call]
    except AppriseImproperlyConfigured:
        return None
