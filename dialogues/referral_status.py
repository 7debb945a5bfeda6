"""Where a client's last referral stands, said when asked, and wherever another text has no referral to be about."""

from collections.abc import Callable
from functools import wraps

from dialogues import phrases
from dialogues.prompt import Message, Page, says
from dialogues.referral_pieces import physician, stands, withdraw
from dialogues.suggestions import N_
from state_machines.case import Referral
from state_machines.files import Client


def about_one(write: Callable[[Page[Client], Referral], Message]) -> Callable[[Page[Client]], Message]:
    """A text about the client's report; where there is none, it says so."""

    @wraps(write)
    def text(page: Page[Client]) -> Message:
        found = page.file.referral
        return write(page, found) if found else status(page)

    return text


@says("referral.status")
def status(page: Page[Client]) -> Message:
    """Where the last referral stands; how to open one."""
    _, client, found = page.words._, page.file, page.file.referral
    if found is None:
        return phrases.message(_("There is no report to the occupational physician. You can open one with /physician."))
    done = found.state == "closed" and not found.answer
    line = _(DONE if done else STATUS[found.state], physician=physician(page))
    open_ = found.state in {"released", "delivered", "seen"}
    return phrases.message(
        line,
        stands(page) if client.plan else "",
        rows=withdraw(page, found) if open_ else (),
    )


DONE = N_("You contacted the physician yourself. You can open a report at any time with /physician.")
STATUS = {
    "offered": N_("I asked whether the occupational physician may look along. You can still choose: /physician."),
    "reading": N_("Your report isn't sent. You find the text with /physician."),
    "released": N_("Your report is kept and goes to {physician} as soon as I can reach them."),
    "delivered": N_("Your report is with {physician}. You are the first to hear the answer."),
    "seen": N_("{physician} has opened your report. You are the first to hear the answer."),
    "answered": N_("{physician} has answered your report. The answer comes here, not at night."),
    "declined": N_("Your last report was not sent. You can open one at any time with /physician."),
    "lapsed": N_("Your last report was not sent. You can open one at any time with /physician."),
    "alone": N_("You would contact the physician yourself. You can still send a report with /physician."),
    "withdrawn": N_("You took your last report back. You can open one at any time with /physician."),
    "closed": N_("Your last report was answered. You can open a new one at any time with /physician."),
}
