"""The coach's settings: language, the time of the morning summary, working days."""

from datetime import time

from dialogues import taps
from dialogues.coach_words import CHOSEN, Desk
from dialogues.phrases import lines, message
from dialogues.prompt import Button, Message, Rows, rows_of, tells
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.desk_settings import SUMMARY_TIMES, TALK_MINUTES

#: A language is offered by its own name, whatever the language of the screen.
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
SETTINGS_NOTES = {
    "saved": N_("Saved."),
    "one_day": N_("One working day has to stay. Nothing was changed."),
}


@tells("desk.settings")
def settings(page: Desk) -> Message:
    """Language, the time of the summary, the working days; a tap changes one and shows the page again."""
    _, file, words = page.words._, page.file, page.words
    note = SETTINGS_NOTES.get(page.text("note"), "")
    return message(
        _(note) if note else "",
        lines(
            _("Your settings:"),
            _("Language: {language}", language=LANGUAGE_NAMES[words.language]),
            _("Summary on working days: {time}", time=words.clock(file.summary_time)),
            _("Working days: {days}", days=words.weekdays(file.weekdays)),
            words.n_(
                "A conversation goes back after {n} minute without a message",
                "A conversation goes back after {n} minutes without a message",
                file.talk_minutes,
            ),
        ),
        _("Your clients see on which days you read. Tap what you want to change."),
        rows=(
            _languages(file.language),
            _times(file.summary_time, words),
            *_weekdays(file.weekdays, words),
            _minutes(file.talk_minutes, words),
            (Button(_("Deputy and leave"), taps.desk("deputy")),),
        ),
    )


def _marked(label: str, chosen: bool) -> str:
    return f"{CHOSEN}{label}" if chosen else label


def _languages(chosen: str) -> tuple[Button, ...]:
    return tuple(
        Button(_marked(name, code == chosen), taps.pick("language", "", code)) for code, name in LANGUAGE_NAMES.items()
    )


def _times(chosen: time, words: Words) -> tuple[Button, ...]:
    clocks = [(words.clock(at), at == chosen) for at in SUMMARY_TIMES]
    return tuple(Button(_marked(clock, now), taps.pick("summary_time", "", clock)) for clock, now in clocks)


def _minutes(chosen: int, words: Words) -> tuple[Button, ...]:
    labels = [(number, words.n_("{n} minute", "{n} minutes", number)) for number in TALK_MINUTES]
    return tuple(Button(_marked(label, n == chosen), taps.pick("talk_minutes", "", str(n))) for n, label in labels)


def _weekdays(chosen: tuple[int, ...], words: Words) -> Rows:
    days = [
        Button(_marked(words.short_weekday(day), day in chosen), taps.pick("weekday", "", str(day)))
        for day in range(1, 8)
    ]
    return rows_of(days, 4)


@tells("desk.language")
def language(page: Desk) -> Message:
    """Which language, asked so that a reader of either finds it."""
    return message(page.words._("Which language do you want to read here?"), rows=(_languages(page.file.language),))
