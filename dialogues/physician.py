"""What an occupational physician is told (R20, R21, R33): that there is something to read, and where.

What is promised: no message but the summary itself says whom a report is about or what it holds. (Tone 23: the
physician is never addressed by a pronoun.)
"""

from dialogues import commands, phrases, physician_summary, taps
from dialogues.coach_settings import LANGUAGE_NAMES
from dialogues.coach_words import CHOSEN, moment
from dialogues.phrases import lines, message
from dialogues.physician_words import REPORTS, STANDS, Desk, case_of, read_button, tap, to_list
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_
from state_machines.case import Case
from state_machines.physician_cases import OPEN, READ, cases_in

#: The other module that writes the physician's texts.
PARTS = (physician_summary,)
#: Telegram's limit on a keyboard is 100 buttons.
MOST_LISTED = 40
NO_CONTENT = N_("Whom it is about and what it holds, the summary alone says.")


# --- coming in ----------------------------------------------------------------------------------------------------


@tells("physician.hello")
def hello(page: Desk) -> Message:
    """In: what comes here, how long it stands, what an answer does, who else can reach the messages."""
    _ = page.words._
    return message(
        _("Hello {name}. I'm Trede: a computer program, not a person.", name=page.file.name),
        _("When an employee releases a report, a notice comes here, without name or content. It opens with one tap."),
        _("It can't be forwarded. After 24 hours, or with a tap, I take it out of this chat again."),
        _("An answer is one tap. The employee hears it first, then the coach. It changes no plan: people do that."),
        _("The company Telegram can technically reach these messages too. So nothing about a person is asked here."),
        rows=(
            (Button(_(REPORTS), taps.desk("cases")),),
            (Button(_("What can I do here?"), taps.desk("help")),),
        ),
    )


@tells("physician.help")
def help_(page: Desk) -> Message:
    """Every command of the physician."""
    _ = page.words._
    named = commands.menu(commands.PHYSICIAN, page.words)
    return message(
        _("This is what can be done here:"),
        lines(*(f"/{name}: {about}" for name, about in named)),
        _("Commands work in Dutch and in English."),
    )


# --- told without content -----------------------------------------------------------------------------------------


@tells("physician.notice")
def notice(page: Desk) -> Message:
    """There is something to read."""
    return _notice(page, page.words._("A report has come in."))


@tells("physician.reminder")
def reminder(page: Desk) -> Message:
    """Once, when it wasn't opened."""
    return _notice(page, page.words._("A report has been here for a few days. It hasn't been opened yet."))


def _notice(page: Desk, opening: str) -> Message:
    _, case = page.words._, case_of(page)
    rows = read_button(page, case) if case else ()
    noted = _("Reading is noted: the employee can see who looked.")
    return message(opening, _(NO_CONTENT), noted, _(STANDS), rows=rows)


@tells("physician.cases")
def cases(page: Desk) -> Message:
    """What is open, by the moment it came; `only_edit`: the list that stands there, because one is over."""
    _, found = page.words._, cases_in(page.file, *OPEN)
    said = message(
        _("New reports have come in.") if page.text("note") == "new" else "",
        lines(_("Open reports:"), *(_line(page, case) for case in found[:MOST_LISTED])) if found else "",
        _(NO_CONTENT) if found else _("No report is open. A notice comes here when one is released."),
        rows=tuple((_read_button(page, case),) for case in found[:MOST_LISTED]),
    )
    return Message(text=said.text, rows=said.rows, only_edit=bool(page.values.get("only_edit")))


def _line(page: Desk, case: Case) -> str:
    _, came = page.words._, moment(page, case.came, short=True)
    if case.state == READ:
        return _("• came {moment}: read, not answered yet", moment=came)
    return _("• came {moment}: not opened yet", moment=came)


def _read_button(page: Desk, case: Case) -> Button:
    label = page.words._("Read: came {moment}", moment=moment(page, case.came, short=True))
    return phrases.button(label, tap("read", case))


@tells("physician.mail")
def mail(page: Desk) -> Message:
    """By mail: that there is something, and where to read it. No name, no content, and no link that opens the desk."""
    _ = page.words._
    return Message(
        subject=_("Trede: a report has come in"),
        text=message(
            _("A report for the occupational physician waits in Trede. This mail holds nothing of it."),
            _("Please open the personal link to Trede in Telegram. There it can be read, and answered with a tap."),
            _("Is the link lost or older than 72 hours? Whoever runs Trede makes a new one."),
            _(STANDS),
        ).text,
    )


@tells("physician.gone")
def gone(page: Desk) -> Message:
    """In place of the notice: it is over, and why, as far as that says nothing of the report."""
    _ = page.words._
    text = _(GONE.get(page.text("why"), GONE["closed"]))
    return Message(text=message(text, _("There is nothing left to read here.")).text, only_edit=True)


GONE = {
    "withdrawn": N_("The employee has taken this report back."),
    "erased": N_("This report was erased, at the employee's wish."),
    "moved": N_("This report is with another occupational physician now."),
    "closed": N_("This report is closed."),
}


# --- unclear ----------------------------------------------------------------------------------------------------------


@tells("physician.stale")
def stale(page: Desk) -> Message:
    """A button that means nothing here."""
    return message(
        page.words._("This button belongs to something that is over. Nothing was changed."), rows=to_list(page)
    )


@tells("physician.unknown")
def unknown(page: Desk) -> Message:
    """A command that doesn't exist here."""
    return message(page.words._("I don't know that command. /help shows what can be done here."))


@tells("physician.nothing")
def nothing(page: Desk) -> Message:
    """Typed words: nothing asked for them, they are not kept and go to nobody."""
    _ = page.words._
    return message(
        _("Nothing is asked to be typed here. What was typed is not kept and goes to nobody."),
        _("Answers go by the buttons under a summary."),
        rows=to_list(page),
    )


# --- settings -----------------------------------------------------------------------------------------------------


@tells("physician.settings")
def settings(page: Desk) -> Message:
    """How notices come, and the language; a tap changes one and shows the page again."""
    _, file, words = page.words._, page.file, page.words
    weekly = _("as one list on Monday at {time}", time=words.clock(file.summary_time))
    how = weekly if file.notice == "weekly" else _("for each report")
    notices = (("each", _("For each report")), ("weekly", _("One list on Monday")))
    return message(
        _("Saved.") if page.text("note") == "saved" else "",
        lines(
            _("Settings:"),
            _("Notices: {how}", how=how),
            _("Language: {language}", language=LANGUAGE_NAMES[words.language]),
        ),
        _(
            "Between {start} and {end} no notice comes.",
            start=words.clock(file.quiet.start),
            end=words.clock(file.quiet.end),
        ),
        rows=(
            tuple(_choice(label, "notice", value, chosen=value == file.notice) for value, label in notices),
            tuple(
                _choice(name, "language", code, chosen=code == file.language) for code, name in LANGUAGE_NAMES.items()
            ),
        ),
    )


def _choice(label: str, what: str, value: str, *, chosen: bool) -> Button:
    return Button(f"{CHOSEN}{label}" if chosen else label, taps.pick(what, "", value))
