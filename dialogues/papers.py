"""What is said with a picture or a paper of the plan, and in its place when it can't be made (tone: in words then)."""

from dialogues import phrases, plan_lines, taps
from dialogues.agreeing import no_plan
from dialogues.prompt import Button, Message, Page, Rows
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.files import Client, Professional
from state_machines.plan import Plan

#: Telegram's own measure for the text under a picture or a file.
MOST_CAPTION = 1024
LONGEST_PLAN = 3000
#: What each kind is called as a file: never after a person.
FILE_NAMES = {
    "picture": N_("plan-v{version}.png"),
    "pdf": N_("plan-v{version}.pdf"),
    "calendar": N_("plan.ics"),
    "why": N_("complaints-and-plan.pdf"),
}


def file_name(kind: str, plan: Plan | None, said: Words) -> str:
    """The name of the file that a kind of paper is sent as."""
    return said._(FILE_NAMES[kind], version=plan.version if plan else "")


def rows(said: Words) -> Rows:
    """The buttons under the plan: as a picture, on paper, in a calendar."""
    _ = said._
    return (
        (
            Button(_("Picture"), taps.paper("picture")),
            Button(_("On paper"), taps.paper("pdf")),
            Button(_("Calendar"), taps.paper("calendar")),
        ),
    )


# --- with it ------------------------------------------------------------------------------------------------------


def picture(sentence: str, alternative: str) -> Message:
    """Under a picture: what it shows in one sentence, then all that is in it, for who can't see it."""
    return _caption(sentence, alternative)


def paper(page: Page[Client], plan: Plan) -> Message:
    """With the plan on paper: what is on it and what never is; the page for who asks about complaints."""
    _, supervisor = page.words._, phrases.clipped(plan.supervisor, phrases.LONGEST_NAME)
    return _caption(
        _("This is your plan on paper, version {version}.", version=plan.version),
        _(
            "You can print it or send it on, to {supervisor} for instance. Only planned hours and tasks are on it: no "
            "scores, no complaints, no worked hours.",
            supervisor=supervisor or _("your supervisor"),
        ),
        rows=((Button(_("What moves a plan?"), taps.paper("why")),),),
    )


def calendar(page: Page[Client], plan: Plan) -> Message:
    """With the calendar: how it gets in, and what a new version does."""
    _ = page.words._
    return _caption(
        _("This is your plan for your calendar, version {version}.", version=plan.version),
        _("Open the file to add it. Is there a new version later? Then ask for it again: it updates what is there."),
        _("Other people may see your calendar. It holds hours, tasks and dates, nothing about complaints."),
    )


def why(page: Page[Client]) -> Message:
    """With the page about complaints and the plan."""
    _ = page.words._
    return _caption(
        _("This page is for {supervisor} and for your GP.", supervisor=phrases.supervisor_of(page.file, page.words)),
        _("It tells how the plan works, and what moves it. Nothing about you is on it."),
    )


def _caption(*paragraphs: str, rows: Rows = ()) -> Message:
    made = phrases.message(*paragraphs)
    return Message(text=phrases.cut(made.text, MOST_CAPTION), rows=rows)


# --- in its place -------------------------------------------------------------------------------------------------


def none(page: Page[Client], kind: str) -> Message:
    """There is no plan to draw; for a calendar a plan must be confirmed first (R1)."""
    if kind == "calendar" and page.file.draft is not None:
        return phrases.message(
            page.words._("Your plan isn't confirmed yet. Once it is, I can put it in a calendar."),
            rows=((Button(page.words._("My plan"), taps.ask("plan")),),),
        )
    return no_plan(page)


def instead(said: Words, plan: Plan | None, *words: str) -> Message:
    """It couldn't be made: kindly so, and the plan in words."""
    return phrases.message(
        said._("Drawing it doesn't work at this moment. Please ask again later."),
        said._("In words it is this:") if words or plan else "",
        *words,
        phrases.cut(plan_lines.whole(plan, said), LONGEST_PLAN) if plan and not words else "",
    )


def sketched(page: Page[Professional], sentence: str, alternative: str) -> Message:
    """Under the picture of a plan that a coach is entering: how it would look."""
    return _caption(page.words._("This is how the plan would look. Nothing is registered yet."), sentence, alternative)
