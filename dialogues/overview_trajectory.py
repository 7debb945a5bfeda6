"""One client's last weeks as the coach reads them: plan, days, adherences, and opened diary notes (R33)."""

from collections.abc import Container, Sequence
from datetime import date

from dialogues import phrases, plan_lines, signs_noticed, taps
from dialogues.coach_talk import write_buttons
from dialogues.coach_words import Desk, on_behalf, pick
from dialogues.diary_note import DiaryNote
from dialogues.overview_weeks import MISSING, adherence, kept_days, weeks
from dialogues.overview_words import MEETS, NEEDS, place, state
from dialogues.phrases import button, clipped, lines, message
from dialogues.prompt import Button, Message, Rows
from dialogues.words import Words
from state_machines.consents import COACH, gives
from state_machines.files import COACHED, Client
from state_machines.needs import needs

MOST_DRAWN = 3900
MOST_NOTES = 1500
LONGEST_NOTE = 500


def trajectory(
    page: Desk, client: Client, notes: Sequence[DiaryNote], today: date, not_taken: Container[date] = ()
) -> Message:
    """The last three weeks in readable form. Weeks that don't fit fall away from the oldest on, and that is said.

    `notes` are the diary notes that the client opened to the coach; `not_taken` the dates on which Telegram took no
    question.
    """
    words = page.words
    shown = weeks(client, today, words)
    tail = _adherences(client, today, words, not_taken), _diary(client, notes, words)
    head = lines(on_behalf(page), _head(client, today, words))
    text = _fitting(head, shown, tail, words._("Earlier weeks don't fit here."))
    return Message(text=text, rows=_buttons(page, client, today, bool(shown)))


def _fitting(head: str, shown: list[str], tail: tuple[str, ...], earlier: str) -> str:
    """The paragraphs, with as many of the newest weeks as there is room for."""
    text = message(head, *shown, *tail).text
    for first in range(1, len(shown)):
        if phrases.size(text) <= MOST_DRAWN:
            break
        text = message(head, earlier, *shown[first:], *tail).text
    return text


def _head(client: Client, today: date, words: Words) -> str:
    """Who, where they are, the plan, and what needs the coach."""
    _, plan = words._, client.plan
    week = plan.week_of(today) if plan else None
    where = ", ".join(fact for fact in (state(client, words), place(client, today, words)) if fact)
    return lines(
        f"{client.name}: {where}" if where else client.name,
        _("Goal: {goal}", goal=clipped(plan.goal, 120)) if plan else _("There is no agreed plan yet."),
        _("Agreed with: {supervisor}", supervisor=clipped(plan.supervisor, 40)) if plan else "",
        _("This week: {spread}", spread=plan_lines.week_spread(plan, week, words) or MISSING) if plan and week else "",
        *_terms(client, today, words),
        *("→ " + _(NEEDS[kind]) for kind in needs(client, today)),
    )


def _terms(client: Client, today: date, words: Words) -> tuple[str, ...]:
    """What stands beside the steps: evaluation, leeway, what was asked for, a newer version, a stop (R3, R37, R40)."""
    _, plan, after = words._, client.plan, client.plan_on(date.max)
    asked = {"leeway": _("Asked for: leeway, since {day}."), "evaluation": _("Asked for: an evaluation, since {day}.")}
    requests = tuple(asked[r.kind].format(day=words.short_day(r.on)) for r in client.requests if r.kind in asked)
    if plan is None:
        return requests
    stop = plan.stopped
    return (
        _("Stopped on {day}, on the advice of the occupational physician.", day=words.short_day(stop.on))
        if stop
        else "",
        plan_lines.next_evaluation(plan, today, words) if stop is None else "",
        plan_lines.leeway(plan, words) if stop is None else "",
        *requests,
        _("From {day} on a new plan.", day=words.short_day(after.runs_from)) if after and after is not plan else "",
    )


def _adherences(client: Client, today: date, words: Words, not_taken: Container[date]) -> str:
    if client.coaching_since is None:
        return ""
    if not gives(client, COACH):
        closed = words._("Scores and early signs: not opened to you.")
        return lines(words._("In these weeks:"), adherence(client, today, words), closed)
    signs = signs_noticed.for_coach(kept_days(client, today).values(), words)
    return lines(words._("In these weeks:"), adherence(client, today, words, not_taken), signs)


def _diary(client: Client, notes: Sequence[DiaryNote], words: Words) -> str:
    """The opened notes in order, the newest when there is no room for all; each cut when it's long."""
    told: list[str] = []
    ordered = sorted(notes, key=lambda note: (note.day, note.number), reverse=True)
    for note in ordered:
        line = _note(note, words)
        if phrases.size(lines(line, *told)) > MOST_NOTES:
            break
        told.insert(0, line)
    if not told:
        return ""
    older = words._("Older notes don't fit here.") if len(told) < len(ordered) else ""
    return lines(words._("From the diary, opened to you by {name}:", name=client.name), older, *told)


def _note(note: DiaryNote, words: Words) -> str:
    text, day = clipped(note.text, LONGEST_NOTE), words.short_day(note.day)
    return words._("{day}, corrected: {text}", day=day, text=text) if note.edited else f"{day}: {text}"


def _buttons(page: Desk, client: Client, today: date, something: bool) -> Rows:
    """What was dealt with, that the weeks were read, writing to the client, and the way back."""
    _, own = page.words._, not page.text("coach")
    met = [kind for kind in needs(client, today) if kind in MEETS]
    dealt = [button(_(MEETS[kind], name=client.name), pick(page, "met", client.id, kind)) for kind in met]
    read = [Button(_("I have read this"), taps.pick("read", client.id))] if something and own else []
    judged = own and client.coaching_since is not None and gives(client, COACH)
    rule = [Button(_("Complaint rule"), taps.pick("rule", client.id))] if judged else []
    came = [Button(_("Messages"), taps.pick("messages", client.id))] if client.chat is not None and own else []
    write = write_buttons(page, client.id, client.name) if client.journey in COACHED else ()
    pages = ((*rule, *came),) if rule or came else ()
    wanted = button(_("Erase everything of {name}", name=client.name), taps.pick("erase", client.id))
    last = (*(((wanted,),) if own else ()), (Button(_("Clients"), taps.desk("clients")),))
    return (*((each,) for each in (*dealt, *read)), *pages, *write, *last)
