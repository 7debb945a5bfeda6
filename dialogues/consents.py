"""The client's consents, one by one (R34): what each is for, whether it's on, one tap to give and one to take back."""

import hashlib
from dataclasses import dataclass

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import consents
from state_machines.files import COACHED, Client

#: So much of a text's hash goes along with its button, to know whether it is still the text that was read.
MARK_CHARS = 12
ON, OFF = "✓", "–"
YES, NO = N_("yes"), N_("no")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One subject: its name in a list, what it is for, what holds from now on once it is given or withdrawn."""

    name: str
    about: tuple[str, ...]
    given: str
    withdrawn: str


SUBJECTS = {
    consents.KEEP: Subject(
        name=N_("Keep my answers and hours"),
        about=(
            N_(
                "May I keep your answers and your hours? That gives you an overview, and {coach} sees when you want "
                "help."
            ),
            N_(
                "Your diary is closed: {coach} only reads what you open yourself, later, if you want to. Only what you "
                "have read and sent yourself goes to the occupational physician."
            ),
            N_(
                "One thing is always on: if I read that you may be in danger, {coach} gets a signal. Not what you "
                "wrote."
            ),
            N_("You can look at everything, correct it and have it erased: /privacy"),
        ),
        given=N_("From now on I keep your answers and hours."),
        withdrawn=N_("From now on I keep no more answers. What was kept stays until you erase it: /erase"),
    ),
    consents.COACH: Subject(
        name=N_("{coach} sees my scores"),
        about=(
            N_("May {coach} see your scores, your complaints, and what gives and costs you energy?"),
            N_("Then {coach} can help sooner. Plan, hours and how the week went {coach} sees in any case."),
        ),
        given=N_("From now on {coach} sees your scores."),
        withdrawn=N_("From now on {coach} no longer sees your scores."),
    ),
    consents.DIARY: Subject(
        name=N_("{coach} reads my diary"),
        about=(
            N_("May {coach} read along in your diary?"),
            N_("It holds for what you write from now on. Without it {coach} only reads what you open note by note."),
        ),
        given=N_("From now on {coach} reads what you write in your diary."),
        withdrawn=N_("From now on your diary is closed. What you opened note by note stays open."),
    ),
    consents.PHYSICIAN: Subject(
        name=N_("Offer me a report to the occupational physician"),
        about=(
            N_("May I offer you a report to the occupational physician when complaints last?"),
            N_("You read each report first. Nothing goes without your yes."),
            N_("Without it I offer nothing. Asking for one yourself is always possible: /physician"),
        ),
        given=N_("From now on I offer you a report when complaints last."),
        withdrawn=N_("From now on I offer no report. What was with the occupational physician is taken back."),
    ),
    consents.SUPERVISOR: Subject(
        name=N_("Papers for {supervisor}"),
        about=(
            N_("May I make papers for the talk with {supervisor}: points to discuss, and an evaluation sheet?"),
            N_("You read each paper first, and you release it. No scores, no complaints, no diary are on it."),
        ),
        given=N_("From now on I can make papers for {supervisor}. Each goes only when you release it."),
        withdrawn=N_("From now on I make no papers for {supervisor}."),
    ),
}


def text(subject: str, said: Words, client: Client) -> str:
    """The text of a consent, exactly as it is read, in the welcome too: its hash is kept with the yes (R34)."""
    always = () if subject == consents.KEEP else (said._(ALWAYS),)
    return "\n\n".join((*_named(SUBJECTS[subject].about, said, client), *always))


def fingerprint(subject: str, said: Words, client: Client) -> str:
    """The SHA-256 of the text as it now reads."""
    return hashlib.sha256(text(subject, said, client).encode(errors="replace")).hexdigest()


DIARY_OPEN = N_("By now your diary is open: you chose that apart.")
STOPPING = N_("Without it I can't ask you anything. Taking it back means: stopping.")
ALWAYS = N_("Taking part stays voluntary. You can change this at any time: /consents")


def _named(texts: tuple[str, ...], said: Words, client: Client) -> tuple[str, ...]:
    names = {"coach": phrases.coach_of(client), "supervisor": phrases.supervisor_of(client, said)}
    return tuple(said._(each, **names) for each in texts)


@says("consents.all")
def all_(page: Page[Client]) -> Message:
    """Each subject with what holds now; a button opens it."""
    _, client = page.words._, page.file
    shown = [(each, _name(each, page), consents.gives(client, each)) for each in consents.asked(client)]
    return phrases.message(
        _("What you consent to. You decide about each of them apart."),
        phrases.lines(*(f"{ON if on else OFF} {name}: {_(YES if on else NO)}" for _each, name, on in shown)),
        _in_delegation(page),
        _("Always on: if I read that you may be in danger, {coach} gets a signal.", coach=phrases.coach_of(client)),
        _("Choose one to read what it is for, and to change it."),
        rows=phrases.column(*(phrases.button(name, taps.consent("show", each)) for each, name, _on in shown)),
    )


def _in_delegation(page: Page[Client]) -> str:
    """What isn't asked: the coach works for the occupational physician here (R33)."""
    if page.file.regime != consents.DELEGATION:
        return ""
    return page.words._(
        "{coach} works under the occupational physician here, and therefore sees your scores.",
        coach=phrases.coach_of(page.file),
    )


def _name(subject: str, page: Page[Client]) -> str:
    return _named((SUBJECTS[subject].name,), page.words, page.file)[0]


@says("consents.one")
def one(page: Page[Client]) -> Message:
    """One subject: its text, what holds now, and one tap to change it."""
    _, client, subject = page.words._, page.file, _subject(page)
    on = consents.gives(client, subject)
    return phrases.message(
        _(NOTES[page.text("note")]) if page.text("note") in NOTES else "",
        text(subject, page.words, client),
        *(_around(page) if subject == consents.KEEP else ()),
        _("Now it is: yes.") if on else _("Now it is: no."),
        rows=(_change(page, subject, on=on), _back(page)),
    )


def _around(page: Page[Client]) -> tuple[str, ...]:
    """What stands beside the text of the first consent here, and not in the welcome."""
    opened = page.words._(DIARY_OPEN) if consents.gives(page.file, consents.DIARY) else ""
    return opened, page.words._(STOPPING), page.words._(ALWAYS)


def _subject(page: Page[Client]) -> str:
    subject = page.text("subject")
    return subject if subject in SUBJECTS else consents.KEEP


#: Why the page comes, when it isn't asked for.
NOTES = {
    "changed": N_("This text has changed since you read it. Please read it again."),
    "first": N_("For that I first need this."),
}


def _change(page: Page[Client], subject: str, *, on: bool) -> tuple[Button, ...]:
    _ = page.words._
    mark = fingerprint(subject, page.words, page.file)[:MARK_CHARS]
    if on:
        return (Button(_("No, I take it back"), taps.consent("withdraw", subject, mark)),)
    return (Button(_("Yes, that's fine"), taps.consent("give", subject, mark)),)


def _back(page: Page[Client]) -> tuple[Button, ...]:
    return (Button(page.words._("All consents"), taps.ask("consents")),)


@says("consents.changed")
def changed(page: Page[Client]) -> Message:
    """What holds from now on, and the way back in one tap."""
    subject = _subject(page)
    on = consents.gives(page.file, subject)
    effect = SUBJECTS[subject].given if on else SUBJECTS[subject].withdrawn
    again = (phrases.button(_name(subject, page), taps.consent("show", subject)),)  # a yes follows on reading it
    rows: Rows = (_change(page, subject, on=on) if on else again, _back(page))
    if on and subject == consents.SUPERVISOR and page.file.journey in COACHED:
        rows = ((Button(page.words._("Evaluation sheet"), taps.sheet("show")),), *rows)
    return phrases.message(_named((effect,), page.words, page.file)[0], rows=rows)
