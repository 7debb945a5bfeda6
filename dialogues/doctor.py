"""My doctor says something else (tone 21; R37): follow your doctor, the coach is told, step messages wait."""

from dialogues import phrases, taps, who_reads
from dialogues.cover import covered
from dialogues.prompt import Button, Message, Page, says
from state_machines.files import Client


@says("doctor.heard")
def heard(page: Page[Client]) -> Message:
    """Follow your doctor; who is told what; until when the step messages wait; what to tell the supervisor."""
    _, client = page.words._, page.file
    coach = who_reads.is_told(client)
    return phrases.message(
        _("Follow what your doctor says. I tell {coach} now that there is other advice. Not why.", coach=coach),
        _until(page),
        _(
            "Let {supervisor} know that your plan is being discussed. You don't have to say more.",
            supervisor=phrases.supervisor_of(client, page.words),
        ),
        rows=((phrases.talk(client, page.words),),),
    )


def _until(page: Page[Client]) -> str:
    """How long the messages wait, and who is asked then (R37)."""
    _, client = page.words._, page.file
    coach, day = who_reads.is_told(client), phrases.day_of(page, "until")
    if client.deputy is None or who_reads.on_duty(client):
        return _(
            "Until {coach} answers I send you no messages about the step. Heard nothing by {day}? Then I ask again.",
            coach=coach,
            day=day,
        )
    return _(
        "Until {coach} answers I send you no messages about the step. Heard nothing by {day}? Then I ask {deputy}.",
        coach=coach,
        day=day,
        deputy=phrases.clipped(client.deputy.name, phrases.LONGEST_NAME),
    )


@says("doctor.answered")
@covered
def answered(page: Page[Client]) -> Message:
    """The coach dealt with it: step messages go on; a new agreement comes as a plan to say yes to."""
    _, coach = page.words._, phrases.clipped(page.text("by"), phrases.LONGEST_NAME) or phrases.coach_of(page.file)
    return phrases.message(
        _("{coach} has looked at what your doctor said. The messages about the step go on.", coach=coach),
        _("Was something else agreed? Then I show you that first, and it only holds when you say yes."),
        rows=((Button(_("My plan"), taps.ask("plan")), phrases.talk(page.file, page.words)),),
    )


@says("doctor.asked_again")
def asked_again(page: Page[Client]) -> Message:
    """No answer in time: asked once more; keep to the doctor until people have talked."""
    _, coach, deputy = page.words._, phrases.coach_of(page.file), page.file.deputy
    asked = (
        _("{coach} hasn't answered yet. I have asked again.", coach=coach)
        if deputy is None
        else _(
            "{coach} hasn't answered yet. Now I have asked {deputy}, who stands in for {coach}.",
            coach=coach,
            deputy=phrases.clipped(deputy.name, phrases.LONGEST_NAME),
        )
    )
    return phrases.message(
        asked,
        _("Keep following what your doctor says. From now on I send the message about the step again."),
        rows=((phrases.talk(page.file, page.words),),),
    )
