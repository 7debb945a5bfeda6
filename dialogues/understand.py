"""From what a client typed or tapped to the event it means. Nothing typed is lost: what is no answer is a note."""

from collections.abc import Callable
from functools import partial

from dialogues import (
    commands,
    taps,
    understand_checkin,
    understand_complaint,
    understand_evaluation,
    understand_hours,
    understand_notes,
    understand_plan,
    understand_referral,
    understand_rights,
    understand_settings,
    understand_signs,
)
from dialogues.incoming import Incoming, IncomingKind
from state_machines import contacts, questions, referral, taking_over
from state_machines import events as e
from state_machines.files import COACHED, Client
from state_machines.retention import DIARY, stage_of
from state_machines.working import WORKED

ASKABLE = frozenset({command.what for command in commands.CLIENT} | {"stop_sure", "write", "what_if", "talk_over"})


def understand(file: Client, said: Incoming) -> e.ClientEvent:
    """The event that this means for this client. Never raises on anything a person can send."""
    if said.kind is IncomingKind.TAP:
        return _tapped(file, said)
    if said.kind is IncomingKind.OTHER:
        return e.Unreadable(at=said.at, kind=said.media)
    meant = _edited(file, said) if said.kind is IncomingKind.EDIT else _texted(file, said)
    if file.buttons_only and stage_of(meant) == DIARY:  # typed where words were asked before typing was switched off
        return e.Unreadable(at=said.at, kind="text")
    return meant


def _texted(file: Client, said: Incoming) -> e.ClientEvent:
    text = said.text.strip()
    asked = commands.named(text, commands.CLIENT)
    if asked is not None:
        return _commanded(asked, said)
    if commands.asks_call(text, file.coach_name):
        return e.Asked(at=said.at, what="call")
    if file.journey == "welcome":
        return _in_welcome(file, said, text)
    if file.journey not in COACHED:
        return e.Asked(at=said.at, what="start")
    if file.talk is not None and not file.asking:
        return understand_notes.passed(file, said, text)
    if file.asking in ASKINGS and not (said.forwarded and file.asking == referral.TYPING):
        return ASKINGS[file.asking](said, text)
    if prepared := understand_evaluation.typed_words(file, said, text):
        return prepared
    if sign := understand_signs.typed_words(file, said, text):
        return sign
    if complaint := understand_complaint.typed_words(file, said, text):
        return complaint
    hours = understand_hours.typed_hours(file, said, text)
    return hours or understand_checkin.typed_words(file, said, text) or understand_notes.typed_words(file, said, text)


def _commanded(what: str, said: Incoming) -> e.ClientEvent:
    made = COMMANDED.get(what)
    return made(said) if made else e.Asked(at=said.at, what=what)


#: Commands that are more than a page to show.
COMMANDED: dict[str, Callable[[Incoming], e.ClientEvent]] = {
    "emergency": lambda said: e.SafetySignalled(at=said.at, tier=0),
    "checkin": lambda said: e.CheckinOpened(at=said.at),
    "doctor": lambda said: e.DoctorSaid(at=said.at),
    "leeway": lambda said: e.LeewayAsked(at=said.at, choice="show"),
    "evaluation": lambda said: e.EvaluationAsked(at=said.at, choice="show"),
    "disturbance": lambda said: e.Disturbed(at=said.at, kind="ask"),
    "hours": lambda said: e.HoursNoted(at=said.at, day=None),
    "signs": lambda said: e.SignChosen(at=said.at, choice="show"),
    "complaint": lambda said: e.ComplaintVoiced(at=said.at, choice="show"),
    "physician": understand_referral.asked,
    **{what: partial(understand_rights.asked, what=what) for what in understand_rights.COMMANDS},
    "consents": understand_rights.consents_asked,
}


def _in_welcome(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """Before the consent nothing typed is kept; a typed time or days is understood where it is asked."""
    if file.asking == contacts.TYPING:
        return understand_settings.typed_contacts(said, text)
    if file.stage in {"time", "days"}:
        return ASKINGS[file.stage](said, text)
    return e.Asked(at=said.at, what="start")


ASKINGS: dict[str, Callable[[Incoming, str], e.ClientEvent]] = {
    "time": understand_settings.typed_time,
    "days": understand_settings.typed_weekdays,
    "zone": understand_settings.typed_zone,
    "pause": understand_settings.typed_pause,
    contacts.TYPING: understand_settings.typed_contacts,
    referral.TYPING: understand_referral.typed_words,
}


def _edited(file: Client, said: Incoming) -> e.ClientEvent:
    """An edited message corrects what it had become; one we don't know any more is a new note."""
    text = said.text.strip()
    was = next((t for t in file.typed if t.message_id == said.message_id), None)
    if file.journey not in COACHED or commands.named(text, commands.CLIENT):
        return _texted(file, said)
    if was is not None and was.subject == taking_over.SUBJECT:
        return understand_notes.passed(file, said, text) if file.talk else e.Stale(at=said.at, what="talk")
    if was is None or (file.buttons_only and was.subject.startswith("note:")):
        return understand_notes.note(file, said, text)
    if was.subject.startswith("note:"):
        number = int(was.subject.removeprefix("note:"))
        return e.NoteEdited(at=said.at, day=was.date, number=number, text=text, message_id=said.message_id)
    if was.subject == WORKED:
        return understand_hours.edited_hours(said, text, was.date) or understand_notes.note(file, said, text)
    if was.subject not in questions.BY_NAME:
        prepared = understand_evaluation.edited_words(file, said, text, was.subject)
        return (
            prepared
            or understand_signs.edited_words(file, said, text, was.subject)
            or understand_notes.note(file, said, text)
        )
    answer = understand_checkin.answer(file, said, text, was.date, was.subject)
    return answer if isinstance(answer, e.Answered) else understand_notes.note(file, said, text)


def _tapped(file: Client, said: Incoming) -> e.ClientEvent:
    tap = taps.read(said.data)
    made = TAPS.get(tap.verb)
    event = made(file, said, tap) if made else None
    return event or e.Stale(at=said.at, what="menu")


def _tap_ask(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return _commanded(tap.arg(0), said) if tap.arg(0) in ASKABLE else None


def _tap_safety(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return e.SafetyAnswered(at=said.at, choice=tap.arg(0)) if tap.arg(0) in {"call", "misread", "better"} else None


TAPS: dict[str, Callable[[Client, Incoming, taps.Tap], e.ClientEvent | None]] = {
    "a": understand_checkin.tap_answer,
    "l+": understand_checkin.tap_item,
    "l-": understand_checkin.tap_item,
    "lr": understand_checkin.tap_ready,
    "m": understand_checkin.tap_move,
    "q": _tap_ask,
    "w": understand_settings.tap_welcome,
    "t": understand_settings.tap_time,
    "d": understand_settings.tap_days,
    "s": understand_settings.tap_setting,
    "p": understand_settings.tap_pause,
    "py": understand_plan.tap_plan,
    "pn": understand_plan.tap_plan,
    "pd": understand_plan.tap_doable,
    "x": _tap_safety,
    "ct": understand_settings.tap_contacts,
    "n+": understand_notes.tap_note,
    "n-": understand_notes.tap_note,
    "lw": understand_plan.tap_leeway,
    "f": understand_plan.tap_paper,
    "ev": understand_evaluation.tap_evaluation,
    "ep": understand_evaluation.tap_prepared,
    "sh": understand_evaluation.tap_sheet,
    "ds": understand_evaluation.tap_disturbed,
    "h": understand_hours.tap_hours,
    "ht": understand_hours.tap_tasks,
    "h+": understand_hours.tap_task,
    "h-": understand_hours.tap_task,
    "sg": understand_signs.tap_signs,
    "sn": understand_signs.tap_noticed,
    "en": understand_hours.tap_end,
    "cv": understand_complaint.tap_complaint,
    "rf": understand_referral.tap_referral,
    understand_rights.VERB: understand_rights.tap_rights,
    "co": understand_rights.tap_consent,
}
