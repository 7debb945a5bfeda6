"""Early signs (R26): the client's own list and own answers, a page of their own. Nothing here is the bot's advice."""

from dialogues import phrases, taps
from dialogues.checkin_questions import CHOOSING, TEXTS
from dialogues.prompt import Button, Message, Page, Rows, rows_of, says
from dialogues.signs_noticed import once_a_month
from dialogues.suggestions import N_, SUGGESTED
from state_machines.case import Sign
from state_machines.consents import COACH, gives
from state_machines.files import LIST_MOST, Client
from state_machines.signs import LIST, found

#: What just happened, above the page.
LIST_NOTES = {
    "full": N_("Twelve signs fit on your list. Take one off first, or change one."),
    "added": N_("“{sign}” is on your list."),
    "removed": N_("“{sign}” is off your list."),
}
ONE_NOTES = {
    "known": N_("“{sign}” is on your list already."),
    "kept": N_("Thank you, I wrote it down."),
    "renamed": N_("That has been changed."),
}
#: Of an answer that is long, so that twelve fit in one message.
LONGEST_SHOWN = 120


@says("signs.list")
def listed(page: Page[Client]) -> Message:
    """All signs, each with the client's own answer; when they are asked about, and what the coach sees (R33)."""
    _, signs = page.words._, page.file.signs
    note = LIST_NOTES.get(page.text("note"), "")
    happened = _(note, sign=_named(page)) if note else ""
    if not signs:
        return phrases.message(
            happened,
            _("An early sign is what tells you first that it's getting too much. Your list is still empty."),
            rows=_adding(page),
        )
    return phrases.message(
        happened,
        phrases.lines(_("Your early signs: what tells you first that it's getting too much."), *_lines(page)),
        _when(page) + " " + _who_sees(page),
        rows=(*_each(page), *_adding(page)),
    )


def _when(page: Page[Client]) -> str:
    _ = page.words._
    if once_a_month(page.file):
        return _("Once a month I ask about them in your check-in.")
    return _("Once a week I ask about them in your check-in.")


def _who_sees(page: Page[Client]) -> str:
    """What the coach sees of signs: that there was one and when, if at all; the words stay the client's own."""
    if not gives(page.file, COACH):
        return page.words._("{coach} doesn't see your signs.", coach=phrases.coach_of(page.file))
    return page.words._(
        "{coach} sees when you noticed one. Not which sign, and not what you wrote.",
        coach=phrases.coach_of(page.file),
    )


def _lines(page: Page[Client]) -> list[str]:
    _ = page.words._
    told = []
    for each in page.file.signs:
        told.append(f"• {phrases.clipped(each.sign, phrases.LONGEST_ITEM)}")
        if each.answer:
            told.append("   " + _("What I do then: {words}", words=phrases.clipped(each.answer, LONGEST_SHOWN)))
    return told


def _each(page: Page[Client]) -> Rows:
    keys = [phrases.button(each.sign, taps.signs("one", each.sign)) for each in page.file.signs]
    return rows_of(keys, 2)


def _adding(page: Page[Client]) -> Rows:
    full = len(page.file.signs) >= LIST_MOST
    return () if full else ((Button(page.words._("Add a sign"), taps.signs("add")),),)


# --- one more -----------------------------------------------------------------------------------------------------


@says("signs.add")
def add(page: Page[Client]) -> Message:
    """Suggestions that aren't on the list yet; or typed."""
    _, hint = page.words._, CHOOSING[LIST][1 if page.file.buttons_only else 0]
    here = {each.sign.casefold() for each in page.file.signs}
    offered = [text for text in (_(text) for text in SUGGESTED[LIST]) if text.casefold() not in here]
    suggested = [Button(text, taps.signs("new", text)) for text in offered]
    return phrases.message(
        phrases.lines(_(TEXTS[LIST]), _(hint)), rows=(*rows_of(suggested, 2), (_back(page, _("To my list")),))
    )


@says("signs.write")
def write(page: Page[Client]) -> Message:
    """What the client does when they notice it: in own words, or left open."""
    _, sign, note = page.words._, _sign(page), LIST_NOTES["added"]
    added = page.text("note") == "added"
    later = _back(page, _("Leave it open") if added else _("To my list"))
    return phrases.message(
        _(note, sign=_named(page)) if added else "",
        _cut(page),
        phrases.lines(
            _("What do you do when you notice this?")
            if added
            else _("What do you do when you notice “{sign}”?", sign=_named(page)),
            _("Type it in your own words. You can also leave it open."),
            _wrote(page, sign),
        ),
        rows=((later,),),
    )


# --- one sign -----------------------------------------------------------------------------------------------------


@says("signs.one")
def one(page: Page[Client]) -> Message:
    """A sign with the client's own answer, and what can be changed about it."""
    _, sign = page.words._, _sign(page)
    if sign is None:
        return listed(page)
    note = ONE_NOTES.get(page.text("note"), "")
    open_ = "" if page.file.buttons_only else _("What you do then isn't written here yet. That's fine.")
    return phrases.message(
        _(note, sign=_named(page)) if note else "",
        _cut(page),
        phrases.lines(f"• {_named(page)}", _wrote(page, sign) or open_),
        rows=(*_typing(page, sign), *_leaving(page, sign)),
    )


def _typing(page: Page[Client], sign: Sign) -> Rows:
    """What needs words: not for who uses buttons only (R35)."""
    _ = page.words._
    if page.file.buttons_only:
        return ()
    label = _("Change what I do then") if sign.answer else _("Write down what I do then")
    return (
        (Button(label, taps.signs("write", sign.sign)),),
        (Button(_("Other words for this sign"), taps.signs("rename", sign.sign)),),
    )


def _leaving(page: Page[Client], sign: Sign) -> Rows:
    _ = page.words._
    return (
        (Button(_("Take it off my list"), taps.signs("remove", sign.sign)),),
        (_back(page, _("To my list")),),
    )


@says("signs.rename")
def rename(page: Page[Client]) -> Message:
    """Other words for the same sign."""
    _, sign = page.words._, _sign(page)
    if sign is None:
        return listed(page)
    return phrases.message(
        _("How do you want to call “{sign}” from now on? Type it in a few words.", sign=_named(page)),
        rows=((Button(_("Leave it as it is"), taps.signs("one", sign.sign)),),),
    )


@says("signs.remove")
def remove(page: Page[Client]) -> Message:
    """Asked once more: the client wrote something with it."""
    _, sign = page.words._, _sign(page)
    if sign is None:
        return listed(page)
    answer = _("What you wrote with it goes too.") if sign.answer else ""
    return phrases.message(
        phrases.lines(_("Take “{sign}” off your list?", sign=_named(page)), answer),
        rows=(
            (Button(_("Yes, take it off"), taps.signs("removed", sign.sign)),),
            (Button(_("No, leave it"), taps.signs("one", sign.sign)),),
        ),
    )


# --- how ----------------------------------------------------------------------------------------------------------


def _sign(page: Page[Client]) -> Sign | None:
    return found(page.file, page.text("sign"))


def _named(page: Page[Client]) -> str:
    return phrases.clipped(page.text("sign"), phrases.LONGEST_ITEM)


def _wrote(page: Page[Client], sign: Sign | None) -> str:
    return page.words._("You wrote: “{words}”", words=sign.answer) if sign and sign.answer else ""


def _cut(page: Page[Client]) -> str:
    kept = page.words._("It was too long for your list, so I kept the beginning.")
    return kept if page.values.get("cut") else ""


def _back(_page: Page[Client], label: str) -> Button:
    return Button(label, taps.signs("list"))
