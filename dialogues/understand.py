"""From what a client typed or tapped to the event it means. Nothing typed is lost: what is no answer is a note."""

import hashlib
import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import partial
from zoneinfo import available_timezones

from dialogues import (
    commands,
    suggestions,
    taps,
    typed,
    understand_complaint,
    understand_evaluation,
    understand_hours,
    understand_referral,
    understand_rights,
    understand_signs,
    welcome,
)
from dialogues.incoming import Incoming, IncomingKind
from dialogues.words import words
from state_machines import contacts, papers, questions, referral, taking_over
from state_machines import events as e
from state_machines.files import Client
from state_machines.retention import DIARY, stage_of
from state_machines.working import WORKED

COACHED = ("coaching", "paused")
#: What a tap may say by kind of question: the highest number, and the words.
MOST = {"scale": 10, "hours": 24}
WORDS = {"hours": ("off",), "choice": ("full", "partly", "not")}
WELCOME = frozenset({"who", "not_now", "go_on", "buttons", "agree", "ask_coach", "refuse", "return"})
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


# --- typed --------------------------------------------------------------------------------------------------------


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
        return _passed(file, said, text)
    if file.asking in ASKINGS and not (said.forwarded and file.asking == referral.TYPING):
        return ASKINGS[file.asking](said, text)
    if prepared := understand_evaluation.typed_words(file, said, text):
        return prepared
    if sign := understand_signs.typed_words(file, said, text):
        return sign
    if complaint := understand_complaint.typed_words(file, said, text):
        return complaint
    hours = understand_hours.typed_hours(file, said, text)
    return hours or _in_checkin(file, said, text) or _loose(file, said, text)


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
        return _contacts(said, text)
    if file.stage in {"time", "days"}:
        return ASKINGS[file.stage](said, text)
    return e.Asked(at=said.at, what="start")


def _time(said: Incoming, text: str) -> e.ClientEvent:
    found = typed.clock_time(text)
    return e.TimeChosen(at=said.at, time=found, understood=found is not None, typed=True)


def _weekdays(said: Incoming, text: str) -> e.ClientEvent:
    found = typed.weekdays(text)
    kept = tuple(sorted(found)) if found else None
    return e.DaysChosen(at=said.at, weekdays=kept, understood=bool(found), typed=True)


def _zone(said: Incoming, text: str) -> e.ClientEvent:
    """A zone by its IANA name or its city: "Lissabon" isn't known, "Lisbon" and "Europe/Lisbon" are."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = sorted(available_timezones())
    found = [n for n in names if n.casefold() == wanted or n.casefold().rsplit("/", 1)[-1] == wanted]
    return e.SettingChosen(at=said.at, name="zone", value=found[0] if found else "?", typed=True)


def _contacts(said: Incoming, text: str) -> e.ClientEvent:
    """Names, with a telephone number behind them perhaps; a longer text is none of these."""
    return e.ContactsChosen(at=said.at, choice="words", words=typed.items(text))


def _pause_days(said: Incoming, text: str) -> e.ClientEvent:
    days = typed.day_count(text)
    return e.PauseChosen(at=said.at, days=-1 if days is None or days < 1 else days, typed=True)


ASKINGS: dict[str, Callable[[Incoming, str], e.ClientEvent]] = {
    "time": _time,
    "days": _weekdays,
    "zone": _zone,
    "pause": _pause_days,
    contacts.TYPING: _contacts,
    referral.TYPING: understand_referral.typed_words,
}


def _loose(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """No question is open: a bare number belongs to nothing any more, other words are a note."""
    bare = file.asking != "note" and not said.forwarded and isinstance(typed.scale(text), Decimal)
    return e.Stale(at=said.at, what="number") if bare else _note(file, said, text)


def _passed(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """A person has taken over: what is typed goes to them. Who uses buttons only has nothing typed kept."""
    if not text:
        return e.Unreadable(at=said.at, kind="empty")
    return e.WordsPassed(
        at=said.at,
        text="" if file.buttons_only else text,
        passing=text,
        message_id=said.message_id,
        edited=said.kind is IncomingKind.EDIT,
    )


def _note(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    if file.buttons_only or not text:
        return e.Unreadable(at=said.at, kind="text" if text else "empty")
    return e.Noted(
        at=said.at,
        text=text,
        message_id=said.message_id,
        day=file.date_now(said.at),
        forwarded=said.forwarded,
        opened=file.diary_open,
    )


def _in_checkin(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """An answer to the question that is open today; None when none is, or it is over."""
    day = file.day
    open_now = day is not None and day.date == file.today(said.at) and day.state in {"prompted", "asking", "short"}
    if day is None or not open_now or file.asking == "note" or said.forwarded or not text:
        return None
    return _answer(file, said, text, day.date, day.at or questions.FIRST)


def _answer(file: Client, said: Incoming, text: str, day: date, question: str) -> e.ClientEvent:
    """A typed answer; what isn't one is kept as a note of the day and asked once more."""
    kind = questions.BY_NAME[question].kind
    edited = said.kind is IncomingKind.EDIT

    def answered(number: Decimal | None = None, items: tuple[str, ...] = ()) -> e.Answered:
        return e.Answered(
            at=said.at,
            day=day,
            question=question,
            number=number,
            words=items,
            ready=True,
            message_id=said.message_id,
            edited=edited,
        )

    def unclear(reason: str) -> e.ClientEvent:
        if file.buttons_only and reason == "words":
            return e.Unreadable(at=said.at, kind="text")
        return e.NotUnderstood(
            at=said.at,
            day=day,
            question=question,
            reason=reason,
            text="" if reason == "out_of_range" else text,
            message_id=said.message_id,
        )

    if kind in {"scale", "hours"}:
        found = typed.scale(text) if kind == "scale" else typed.hours(text)
        if isinstance(found, Decimal):
            return answered(found)
        return unclear("words" if found is None else "out_of_range")
    if kind == "choice" or file.buttons_only:
        return unclear("words")
    if kind == "sign":
        found_sign = understand_signs.noticed(file, text)
        return unclear("words") if found_sign is None else answered(items=found_sign)
    if kind == "list":
        items = typed.items(text)
        return answered(items=items) if items else unclear("long")
    return answered(items=(text,))


def _edited(file: Client, said: Incoming) -> e.ClientEvent:
    """An edited message corrects what it had become; one we don't know any more is a new note."""
    text = said.text.strip()
    was = next((t for t in file.typed if t.message_id == said.message_id), None)
    if file.journey not in COACHED or commands.named(text, commands.CLIENT):
        return _texted(file, said)
    if was is not None and was.subject == taking_over.SUBJECT:
        return _passed(file, said, text) if file.talk else e.Stale(at=said.at, what="talk")
    if was is None or (file.buttons_only and was.subject.startswith("note:")):
        return _note(file, said, text)
    if was.subject.startswith("note:"):
        number = int(was.subject.removeprefix("note:"))
        return e.NoteEdited(at=said.at, day=was.date, number=number, text=text, message_id=said.message_id)
    if was.subject == WORKED:
        return understand_hours.edited_hours(said, text, was.date) or _note(file, said, text)
    if was.subject not in questions.BY_NAME:
        prepared = understand_evaluation.edited_words(file, said, text, was.subject)
        return prepared or understand_signs.edited_words(file, said, text, was.subject) or _note(file, said, text)
    answer = _answer(file, said, text, was.date, was.subject)
    return answer if isinstance(answer, e.Answered) else _note(file, said, text)


# --- tapped -------------------------------------------------------------------------------------------------------


def _tapped(file: Client, said: Incoming) -> e.ClientEvent:
    tap = taps.read(said.data)
    made = TAPS.get(tap.verb)
    event = made(file, said, tap) if made else None
    return event or e.Stale(at=said.at, what="menu")


def _tap_answer(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A number within its scale, or one of the words that a question knows; anything else was never our button."""
    day, question, value = tap.day(), tap.arg(1), tap.arg(2)
    known = questions.BY_NAME.get(question)
    if day is None or known is None:
        return None
    if value in WORDS.get(known.kind, ()):
        return e.Answered(at=said.at, day=day, question=question, words=(value,), ready=True)
    most = MOST.get(known.kind)
    if most is None or not re.fullmatch(r"\d{1,2}(\.\d{1,2})?", value, re.ASCII) or Decimal(value) > most:
        return None
    return e.Answered(at=said.at, day=day, question=question, number=Decimal(value), ready=True)


def _tap_item(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    day, question = tap.day(), tap.arg(1)
    if day is None or question not in questions.BY_NAME or questions.BY_NAME[question].kind != "list":
        return None
    item = suggestions.resolve(file, question, tap.arg(2))
    if not item:
        return e.Stale(at=said.at)
    if tap.verb == "l+":
        return e.Answered(at=said.at, day=day, question=question, add=item)
    return e.Answered(at=said.at, day=day, question=question, drop=item)


def _tap_ready(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    day, question = tap.day(), tap.arg(1)
    if day is None or question not in questions.BY_NAME or questions.BY_NAME[question].kind != "list":
        return None
    return e.Answered(at=said.at, day=day, question=question, ready=True)


def _tap_move(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    day, way = tap.day(), tap.arg(1)
    if day is None or way not in {"skip", "back", "enough", "go_on", "snooze"}:
        return None
    return e.Moved(at=said.at, day=day, way=way, question=tap.arg(2))


def _tap_ask(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return _commanded(tap.arg(0), said) if tap.arg(0) in ASKABLE else None


def _tap_welcome(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    if tap.arg(0) not in WELCOME:
        return None
    text = welcome.consent_text(words(file.language), file)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return e.WelcomeChosen(at=said.at, choice=tap.arg(0), text=digest if tap.arg(0) == "agree" else "")


def _tap_time(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    digits = tap.arg(0)
    if digits == "other":
        return e.TimeChosen(at=said.at, time=None)
    if not re.fullmatch(r"([01]\d|2[0-3])[0-5]\d", digits):
        return None
    return e.TimeChosen(at=said.at, time=time(int(digits[:2]), int(digits[2:])))


def _tap_days(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    chosen = tap.arg(0)
    if chosen in {"typing", "own"}:
        return e.DaysChosen(at=said.at, weekdays=None, typing=chosen == "typing")
    if not re.fullmatch(r"[1-7]{1,7}", chosen):
        return None
    return e.DaysChosen(at=said.at, weekdays=tuple(sorted({int(digit) for digit in chosen})))


def _tap_setting(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    if tap.arg(0) == "diary":  # an older button: the diary is opened on the page that says what that means
        return e.ConsentAsked(at=said.at, subject="diary")
    return e.SettingChosen(at=said.at, name=tap.arg(0), value=tap.arg(1))


def _whole(text: str) -> bool:
    """A small whole number in plain digits."""
    return re.fullmatch(r"\d{1,4}", text, re.ASCII) is not None


def _tap_pause(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return e.PauseChosen(at=said.at, days=int(tap.arg(0))) if _whole(tap.arg(0)) else None


def _full_digest(file: Client, prefix: str) -> str:
    draft = file.draft
    return draft.digest() if draft and prefix and draft.digest().startswith(prefix) else prefix


def _tap_plan(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent:
    return e.PlanAnswered(at=said.at, digest=_full_digest(file, tap.arg(0)), agreed=tap.verb == "py")


def _tap_doable(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    if not _whole(tap.arg(1)) or int(tap.arg(1)) > 10:
        return None
    return e.DoableAnswered(at=said.at, digest=_full_digest(file, tap.arg(0)), number=Decimal(tap.arg(1)))


def _tap_safety(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return e.SafetyAnswered(at=said.at, choice=tap.arg(0)) if tap.arg(0) in {"call", "misread", "better"} else None


def _tap_contacts(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    if tap.arg(0) == "drop":
        item = next((each for each in file.contacts if taps.item_key(each) == tap.arg(1)), "")
        return e.ContactsChosen(at=said.at, choice="drop" if item else "show", item=item)
    return e.ContactsChosen(at=said.at, choice=tap.arg(0)) if tap.arg(0) in {"show", "add"} else None


def _tap_note(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    day = tap.day()
    if day is None or not _whole(tap.arg(1)):
        return None
    return e.NoteOpened(at=said.at, day=day, number=int(tap.arg(1)), open=tap.verb == "n+")


def _tap_leeway(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    known = tap.arg(0) in {"show", "prepare", "together", "no"}
    return e.LeewayAsked(at=said.at, choice=tap.arg(0)) if known else None


def _tap_paper(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    return e.PaperAsked(at=said.at, kind=tap.arg(0)) if tap.arg(0) in papers.KINDS else None


TAPS: dict[str, Callable[[Client, Incoming, taps.Tap], e.ClientEvent | None]] = {
    "a": _tap_answer,
    "l+": _tap_item,
    "l-": _tap_item,
    "lr": _tap_ready,
    "m": _tap_move,
    "q": _tap_ask,
    "w": _tap_welcome,
    "t": _tap_time,
    "d": _tap_days,
    "s": _tap_setting,
    "p": _tap_pause,
    "py": _tap_plan,
    "pn": _tap_plan,
    "pd": _tap_doable,
    "x": _tap_safety,
    "ct": _tap_contacts,
    "n+": _tap_note,
    "n-": _tap_note,
    "lw": _tap_leeway,
    "f": _tap_paper,
    "ev": understand_evaluation.tap_evaluation,
    "ep": understand_evaluation.tap_prepared,
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
