"""What stands in the calendar beside the steps: evaluations (R40) and consults, as the client reads it."""

from datetime import date, datetime

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines import agenda, days
from state_machines.agenda import Entry
from state_machines.files import Client
from state_machines.plan import Evaluation


def today_lines(page: Page[Client], day: date) -> str:
    """What is said on a date, a line each; from plan and calendar alone."""
    return phrases.lines(*(_line(page, entry) for entry in agenda.for_client(page.file, day)))


def _line(page: Page[Client], entry: Entry) -> str:
    _, said = page.words._, page.words
    if entry.kind == "consult_day":
        times = [c.at for c in page.file.consults if days.local_date(c.at, page.file.zone) == entry.about]
        clock = said.clock(days.local(times[0], page.file.zone).time()) if times else ""
        return _("Tomorrow at {time}: your consult with {coach}.", time=clock, coach=phrases.coach_of(page.file))
    who = present(page, entry.about)
    if entry.kind == "evaluation_day":
        return _("Tomorrow, {day}: the evaluation with {who}.", day=said.day(entry.about), who=who)
    return _("In a week, on {day}: the evaluation with {who}.", day=said.day(entry.about), who=who)


def present(page: Page[Client], day: date) -> str:
    """Who is at the evaluation of a date, by name where it is known; the client aside."""
    plan = page.file.plan_on(day)
    found = next((each for each in plan.evaluations if each.day == day), None) if plan else None
    return people(page, found or Evaluation(day=day))


def people(page: Page[Client], evaluation: Evaluation) -> str:
    """Supervisor and coach by name, the physician by function."""
    names = {
        "supervisor": phrases.supervisor_of(page.file, page.words),
        "coach": phrases.coach_of(page.file),
        "physician": page.words._("the occupational physician"),
    }
    return page.words.listed([names[role] for role in evaluation.parties if role in names])


def rows(page: Page[Client], day: date) -> Rows:
    """A button to prepare, when an evaluation comes near."""
    near = any(entry.kind.startswith("evaluation") for entry in agenda.for_client(page.file, day))
    return ((Button(page.words._("Prepare the evaluation"), taps.ask("evaluation")),),) if near else ()


@says("agenda.reminder")
def reminder(page: Page[Client]) -> Message:
    """A day without a check-in: the reminder by itself."""
    client, _ = page.file, page.words._
    day = client.day.date if client.day else None
    text = today_lines(page, day) if day else ""
    hello = _("Hi {name}, a reminder.", name=phrases.name_of(client))
    return phrases.message(hello, text, rows=rows(page, day) if day else ())


# --- consults -----------------------------------------------------------------------------------------------------


def _when(page: Page[Client]) -> str:
    """The moment of a consult in the client's own zone."""
    text = page.text("when")
    if not text:
        return ""
    here = days.local(datetime.fromisoformat(text), page.file.zone)
    return page.words._("{day} at {time}", day=page.words.day(here.date()), time=page.words.clock(here.time()))


@says("consult.set")
def consult_set(page: Page[Client]) -> Message:
    """The coach made an appointment."""
    _, coach = page.words._, phrases.coach_of(page.file)
    return phrases.message(_("Your next consult with {coach}: {when}.", coach=coach, when=_when(page)), _beside(page))


@says("consult.moved")
def consult_moved(page: Page[Client]) -> Message:
    """It moved: consults may, the plan doesn't."""
    _, coach = page.words._, phrases.coach_of(page.file)
    return phrases.message(
        _("Your consult with {coach} has moved to {when}.", coach=coach, when=_when(page)), _beside(page)
    )


@says("consult.gone")
def consult_gone(page: Page[Client]) -> Message:
    """It was taken back."""
    _, coach = page.words._, phrases.coach_of(page.file)
    return phrases.message(_("Your consult with {coach} is off. You'll hear a new date.", coach=coach), _beside(page))


def _beside(page: Page[Client]) -> str:
    return page.words._("A consult stands beside your plan. The plan stays as it is.")
