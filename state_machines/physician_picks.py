"""The buttons of an occupational physician's desk: reading, the five answers of R21, taking back, settings.

An answer is advice: it goes to the client's file, which tells the client first, and carries no plan (R2). A button of a
referral that isn't (any more) this physician's, that is over or answered, changes nothing and says so kindly.
"""

from collections.abc import Callable
from datetime import timedelta

from state_machines import events as e
from state_machines import policy
from state_machines.case import Case
from state_machines.files import LANGUAGES, but
from state_machines.physician_cases import (
    ANSWERED,
    OVER,
    READ,
    SHOWN,
    PhysicianAct,
    show_summary,
    summary_slot,
    take_back,
)
from state_machines.physician_notices import NOTICES, tell

#: "Known, ask again after ...": so many weeks from today.
KNOWN_WEEKS = (2, 4, 6, 8)
ADVICES = ("leeway", "tasks")
#: A second tap on [Read] within this is the same tap.
SAME_TAP = timedelta(seconds=10)

Pick = Callable[[PhysicianAct, Case, str], None]


def picked(act: PhysicianAct) -> None:
    """The button: about a referral on this desk, or a setting."""
    event = act.event
    assert isinstance(event, e.DeskPicked)
    if not policy.may(policy.PHYSICIAN, f"pick.{event.what}", policy.OWN):
        act.say("physician.stale", slot="stale", below=True)
        return
    if event.what in SETTINGS:
        SETTINGS[event.what](act, event.value)
        return
    number, _, value = event.value.partition(":")
    case = act.case(event.client, int(number)) if number.isascii() and number.isdigit() else None
    if case is None or case.state == OVER:
        act.say("physician.over", slot="stale", below=True)
    else:
        PICKS[event.what](act, case, value)


# --- reading ------------------------------------------------------------------------------------------------------


def _read(act: PhysicianAct, case: Case, _: str) -> None:
    """The summary, drawn just before it is sent; tapped twice it comes once."""
    shown = case.shown_until - SHOWN if case.shown_until else None
    if shown is not None and act.at - shown < SAME_TAP:
        act.reason = "shown just now"
    else:
        show_summary(act, case)


def _take_back(act: PhysicianAct, case: Case, _: str) -> None:
    if case.shown_until is None:
        act.reason = "taken back already"
    take_back(act, case)


# --- answering ----------------------------------------------------------------------------------------------------


def _to_answer(pick: Pick) -> Pick:
    """An answer counts once, and after the summary was read."""

    def answer(act: PhysicianAct, case: Case, value: str) -> None:
        if case.state == READ:
            pick(act, case, value)
        else:
            name = "physician.again" if case.state == ANSWERED else "physician.read_first"
            act.say(name, slot="stale", below=True, client=case.client, number=case.number)

    return answer


def _ask(act: PhysicianAct, case: Case, name: str) -> None:
    """Under the summary itself: what there is to choose, or which kind."""
    act.say(name, slot=summary_slot(case), client=case.client, number=case.number)


def _choices(act: PhysicianAct, case: Case, _: str) -> None:
    _ask(act, case, "physician.choices")


def _stands(act: PhysicianAct, case: Case, _: str) -> None:
    _answer(act, case, e.ReferralAnswered(at=act.at, number=case.number, answer="stands"))


def _invites(act: PhysicianAct, case: Case, _: str) -> None:
    _answer(act, case, e.ReferralAnswered(at=act.at, number=case.number, answer="invites"))


def _known(act: PhysicianAct, case: Case, value: str) -> None:
    """Known: not asked again before a date, some weeks ahead."""
    if value not in {str(weeks) for weeks in KNOWN_WEEKS}:
        _ask(act, case, "physician.known")
        return
    until = act.today + timedelta(weeks=int(value))
    _answer(act, case, e.ReferralAnswered(at=act.at, number=case.number, answer="known", until=until))


def _advises(act: PhysicianAct, case: Case, value: str) -> None:
    if value not in ADVICES:
        _ask(act, case, "physician.advises")
        return
    _answer(act, case, e.ReferralAnswered(at=act.at, number=case.number, answer="advises", about=value))


def _stop(act: PhysicianAct, case: Case, value: str) -> None:
    """Stop on medical ground: asked once more; the coach registers it with the physician's name (R37)."""
    if value != "sure":
        _ask(act, case, "physician.stop")
        return
    _answer(act, case, e.ReferralAnswered(at=act.at, number=case.number, answer="stop", name=act.file.name))


def _answer(act: PhysicianAct, case: Case, answer: e.ReferralAnswered) -> None:
    act.pass_on(case.client, answer)
    values = {"answer": answer.answer, "until": answer.until, "about": answer.about}
    act.say("physician.answered", slot=f"answer:{case.client}:{case.number}", below=True, values=values)
    if case.shown_until is not None:
        act.say("physician.settled", slot=summary_slot(case), client=case.client, number=case.number)
    act.keep(but(case, state=ANSWERED))


# --- settings -----------------------------------------------------------------------------------------------------


def _language(act: PhysicianAct, value: str) -> None:
    _set(act, value, LANGUAGES, "language")


def _notice(act: PhysicianAct, value: str) -> None:
    """Each, or once a week; what still waits for the list is told when each is wanted."""
    _set(act, value, NOTICES, "notice")
    tell(act)


def _set(act: PhysicianAct, value: str, known: tuple[str, ...], name: str) -> None:
    if value not in known:
        act.say("physician.stale", slot="stale", below=True)
        return
    act.change(**{name: value})
    act.say("physician.settings", slot="physician.settings", note="saved")


SETTINGS: dict[str, Callable[[PhysicianAct, str], None]] = {"language": _language, "notice": _notice}
#: What a button about a referral can be for.
PICKS: dict[str, Pick] = {
    "read": _read,
    "take_back": _take_back,
    "choices": _to_answer(_choices),
    "stands": _to_answer(_stands),
    "known": _to_answer(_known),
    "invites": _to_answer(_invites),
    "advises": _to_answer(_advises),
    "stop": _to_answer(_stop),
}
