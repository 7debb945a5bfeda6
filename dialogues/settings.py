"""The client's own settings: what holds now, and a button for each."""

from dialogues import phrases, taps
from dialogues.moments import days_hint, days_rows, time_hint, time_rows
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines.files import Client

LANGUAGES = {"nl": "Nederlands", "en": "English"}
ZONES = ("Europe/Amsterdam", "Europe/London", "Europe/Istanbul", "Africa/Casablanca")


@says("menu.settings")
def settings(page: Page[Client]) -> Message:
    """All settings as they are now."""
    _ = page.words._
    hint = _("I don't know that choice. Nothing was changed.") if page.text("note") == "unclear" else ""
    return phrases.message(hint, _holds(page), rows=_choices(page))


@says("settings.saved")
def saved(page: Page[Client]) -> Message:
    """A setting was changed; what holds now."""
    _ = page.words._
    told = _tidied(page) if page.text("note") == "tidy" else ""
    return phrases.message(_("That has been changed."), told, _holds(page), rows=_choices(page))


def _tidied(page: Page[Client]) -> str:
    _ = page.words._
    return phrases.lines(
        _("From now on I take what you type out of this chat, as soon as it is kept."),
        _("A message that is gone can't be changed any more. What you wrote stands in /diary."),
        _("What you typed before stays here. You can delete that in Telegram yourself."),
    )


def _holds(page: Page[Client]) -> str:
    _, client, said = page.words._, page.file, page.words
    coach = phrases.coach_of(client)
    usual = "" if client.checkin_days is not None else " " + _("(your working days)")
    start, end = said.clock(client.quiet.start), said.clock(client.quiet.end)
    return phrases.lines(
        _("Your settings:"),
        _("Check-in: {time}", time=said.clock(client.checkin_time)),
        phrases.rhythm(client, said) or _("Days: {days}", days=said.weekdays(client.weekdays)) + usual,
        _("Time zone: {zone}", zone=client.zone),
        _("Language: {language}", language=LANGUAGES.get(client.language, client.language)),
        _("Typing: off, buttons only") if client.buttons_only else _("Typing: on"),
        _("New diary notes: {coach} may read them", coach=coach)
        if client.diary_open
        else _("New diary notes: for you alone"),
        _("What you type: I take it out of this chat") if client.tidy_chat else "",
        _("Between {start} and {end} I won't write first.", start=start, end=end),
    )


def _choices(page: Page[Client]) -> Rows:
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    typing = (
        Button(_("Switch typing on"), taps.setting("buttons", "no"))
        if client.buttons_only
        else Button(_("Buttons only"), taps.setting("buttons", "yes"))
    )
    diary = (
        Button(_("Keep my diary to myself"), taps.consent("show", "diary"))
        if client.diary_open
        else phrases.button(_("Let {coach} read my diary", coach=coach), taps.consent("show", "diary"))
    )
    return (
        (Button(_("Time"), taps.at_time(None)), Button(_("Days"), taps.on_days(None, typing=True))),
        (Button(_("Time zone"), taps.setting("zone", "ask")), Button(_("Language"), taps.ask("language"))),
        (typing,),
        (diary,),
        *(() if client.buttons_only else (_tidying(page),)),
        (Button(_("My own people"), taps.contacts("show")),),
        (Button(_("A pause from check-ins"), taps.ask("pause")),),
    )


def _tidying(page: Page[Client]) -> tuple[Button, ...]:
    _ = page.words._
    if page.file.tidy_chat:
        return (Button(_("Leave my words in the chat"), taps.setting("chat", "leave")),)
    return (Button(_("Take my words out of the chat"), taps.setting("chat", "tidy")),)


@says("settings.time")
def time_(page: Page[Client]) -> Message:
    """Another time for the check-in."""
    _ = page.words._
    usual = _("At which time do you want your check-in? Choose one, or type it like this: 16:30")
    return phrases.message(time_hint(page) or usual, rows=time_rows(page.words)[:1])


@says("settings.days")
def days(page: Page[Client]) -> Message:
    """Other days for the check-in."""
    _ = page.words._
    usual = _("On which days do you want your check-in? Choose, or type them like this: mon tue thu")
    return phrases.message(days_hint(page) or usual, rows=days_rows(page.words)[:1])


@says("settings.zone")
def zone(page: Page[Client]) -> Message:
    """Another time zone, for who is abroad."""
    _ = page.words._
    asked = (
        _("I don't know that zone. Type a large city in English, such as Lisbon, or a zone such as Europe/Lisbon.")
        if page.text("note") == "unclear"
        else _("Where are you? Choose, or type a large city in English, such as Lisbon.")
    )
    zones = tuple(Button(name, taps.setting("zone", name)) for name in ZONES)
    return phrases.message(asked, rows=(zones[:2], zones[2:]))


@says("menu.language")
def language(_page: Page[Client]) -> Message:
    """Both languages, each in its own."""
    rows = (tuple(Button(name, taps.setting("language", key)) for key, name in LANGUAGES.items()),)
    return phrases.message("Nederlands of Engels?\nDutch or English?", rows=rows)


@says("settings.language")
def language_saved(page: Page[Client]) -> Message:
    """From now on in the language that was chosen."""
    return phrases.message(page.words._("All right. From now on I'll write in English."))
