"""A client gives or withdraws a consent (R34): one tap either way, on the page that says what it is.

- Until the coach has recognised an account nothing can be given. Nothing else is given while answers aren't kept.
- Keep withdrawn: as /stop does, all messages end and the client hears what stays kept. Given again: the welcome asks.
- Physician withdrawn: what is with the physician is taken back (R21: withdrawn), what isn't sent lapses without a word.
- Supervisor withdrawn: a sheet that was being read or released is let go of, and none is made any more.
- Diary withdrawn: the notes that this consent had opened are closed again; those opened one by one stay open.
"""

from collections.abc import Callable

from state_machines import consents, journey, referral
from state_machines.events import ConsentAsked, ConsentGiven, ConsentWithdrawn, Event
from state_machines.files import Client, Consent
from state_machines.machine import ClientAct

UNKNOWN = ("invited", "claimed")
STOPPABLE = ("welcome", "coaching", "paused")
SLOT = "consents"


def show(file: Client, event: Event) -> ClientAct:
    """All consents as they stand, or the text of one with its yes and no."""
    assert isinstance(event, ConsentAsked)
    act = ClientAct(file, event)
    if file.journey in UNKNOWN:
        act.say("welcome.wait", slot="elsewhere", below=True)
    elif event.subject in consents.asked(file):
        act.say("consents.one", slot=SLOT, subject=event.subject, note=event.note)
    else:
        act.say("consents.all", slot=SLOT, below=not event.subject)
    return act


def choose(file: Client, event: Event) -> ClientAct:
    """A yes or no on one subject; what stands already isn't written down twice."""
    assert isinstance(event, ConsentGiven | ConsentWithdrawn)
    given = isinstance(event, ConsentGiven)
    act = ClientAct(file, event)
    if file.journey in UNKNOWN:
        act.say("welcome.wait", slot="elsewhere", below=True)
    elif event.subject not in consents.asked(file):
        act.say("consents.all", slot=SLOT)
    elif consents.gives(file, event.subject) is given:
        act.say("consents.changed", slot=SLOT, subject=event.subject)
    elif given and event.subject == consents.KEEP:
        return _keep_again(file, event)
    elif given and not consents.gives(file, consents.KEEP):
        act.say("consents.one", slot=SLOT, subject=consents.KEEP, note="first")
    else:
        _write(act, event, given=given)
        if not given and event.subject == consents.KEEP and file.journey in STOPPABLE:
            return journey.walk(act.file, event, "stop")
        AFTER.get((event.subject, given), _nothing)(act)
        act.say("consents.changed", slot=SLOT, subject=event.subject)
    return act


def _keep_again(file: Client, event: Event) -> ClientAct:
    """The welcome asks it: who left comes back, who is in the welcome goes on with the question that is open."""
    if file.journey == "left":
        return journey.walk(file, event, "return")
    act = ClientAct(file, event)
    act.say("welcome.consent" if file.journey == "welcome" else "consents.all", slot="welcome", below=True)
    return act


def _write(act: ClientAct, event: ConsentGiven | ConsentWithdrawn, *, given: bool) -> None:
    made = Consent(subject=event.subject, given=given, text=event.fingerprint, language=event.language, at=event.at)
    act.change(consents=consents.with_newest(act.file.consents, made))
    if event.subject == consents.DIARY:
        act.change(diary_open=given)


def _nothing(_: ClientAct) -> None:
    """Nothing more follows."""


def _no_sheet(act: ClientAct) -> None:
    act.change(sheet=None)


AFTER: dict[tuple[str, bool], Callable[[ClientAct], None]] = {
    (consents.PHYSICIAN, False): referral.leave,
    (consents.SUPERVISOR, False): _no_sheet,
}
