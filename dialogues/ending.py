"""The end of a plan (tone 25; R40): kept with a look back at the whole way, kept for now, or open. Nobody failed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dialogues import phrases, rights, safety, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines import keeping, own_lists
from state_machines.days import iso_week
from state_machines.files import Client, Day
from state_machines.plan import Plan
from state_machines.way import OwnWords, Way

MOST_GIVERS = 2
#: Own words that fit in a sentence and say something.
SHORTEST_WORDS, LONGEST_WORDS = 15, 200


# --- kept ---------------------------------------------------------------------------------------------------------


def kept(page: Page[Client], way: Way) -> Message:
    """Tone 25a: where it began, where it is now, what was named on the way, what stays the client's own."""
    _ = page.words._
    return phrases.message(
        _from_to(page, way),
        phrases.lines(_named(page, way), _quoted(page, way)),
        _stays(page),
        _("Shall I still come along now and then? If you choose nothing, I come once a week."),
        _("And what I keep of you: shall it stay, or be erased?"),
        rows=_choices(page),
    )


def _from_to(page: Page[Client], way: Way) -> str:
    _, said, plan = page.words._, page.words, page.file.plan_on(date.max)
    began = way.began or plan
    if plan is None or began is None:
        return _("{name}, your plan is complete.", name=phrases.name_of(page.file))
    return _(
        "{name}, your plan is complete. You began on {day} with {began}. "
        "Now you work {now} in your own work, for four weeks already.",
        name=phrases.name_of(page.file),
        day=said.day(began.start),
        began=phrases.hours(said, began.steps[0].hours),
        now=phrases.hours(said, plan.steps[-1].hours),
    )


def _named(page: Page[Client], way: Way) -> str:
    counts = Counter(phrases.spoken(item) for day in way.days for item in day.words("giver"))
    most = page.words.listed([item for item, _count in counts.most_common(MOST_GIVERS)])
    return page.words._("Along the way you named {items} most.", items=most) if most else ""


def _quoted(page: Page[Client], way: Way) -> str:
    """One sentence of the client's own: a most pleasant moment, else a note of a day that wasn't a heavy one.

    Never words that point to danger.
    """
    words = next((each for each in (*_moments(way), *_light_notes(page.file, way)) if _fits(each)), None)
    if words is None:
        return ""
    text = phrases.clipped(words.text, LONGEST_WORDS)
    return page.words._("You wrote in week {week}: “{words}”", week=iso_week(words.day), words=text.rstrip("."))


def _moments(way: Way) -> Iterator[OwnWords]:
    for day in way.days:
        for text in day.words("pleasant"):
            yield OwnWords(day=day.date, text=text)


def _light_notes(client: Client, way: Way) -> Iterator[OwnWords]:
    light = {day.date for day in way.days if _is_light(client, day)}
    return (note for note in way.notes if note.day in light)


def _is_light(client: Client, day: Day) -> bool:
    complaint, energy = day.number("complaint"), day.number("energy")
    return (
        complaint is not None and complaint < client.rule.bad_from and energy is not None and energy > client.low_energy
    )


def _fits(words: OwnWords) -> bool:
    return SHORTEST_WORDS <= phrases.size(words.text.strip()) <= LONGEST_WORDS and safety.heard(words.text) is None


def _stays(page: Page[Client]) -> str:
    """What the client keeps: givers, first signs, diary and overview."""
    _, client = page.words._, page.file
    givers = phrases.named(client.givers, page.words)
    signs = phrases.named(own_lists.items(client, own_lists.SIGNS), page.words)
    return phrases.lines(
        _("This stays yours:"),
        "• " + _("what gives you energy: {items}", items=givers) if givers else "",
        "• " + _("what tells you first that it's getting too much: {items}", items=signs) if signs else "",
        "• " + _("your plan, your overview and your diary: /plan, /lookback and /diary"),
    )


def _choices(page: Page[Client]) -> Rows:
    _ = page.words._
    return (
        (Button(_("Once a week"), taps.end("weekly")), Button(_("Once a month"), taps.end("monthly"))),
        (Button(_("Done, thank you"), taps.end("done")),),
        (Button(_("Keep my overview"), taps.end("keep")), Button(_("Erase everything"), taps.end("erase"))),
    )


# --- how to go on -------------------------------------------------------------------------------------------------


@says("end.weekly", "end.monthly")
def rhythm(page: Page[Client]) -> Message:
    """How often from now on, and when the next time is."""
    _ = page.words._
    often = (
        _("All right, once a month from now on.")
        if page.file.slow == "monthly"
        else _("All right, once a week from now on.")
    )
    return phrases.message(
        often + " " + phrases.next_one(page.file, page.words),
        _("Stopping can be done at any time: /stop"),
    )


@says("end.done")
def done(page: Page[Client]) -> Message:
    """The client is done: thanks, and what stays kept."""
    _, client = page.words._, page.file
    return phrases.message(
        _(
            "Thank you, {name}, for everything you filled in. I don't send you anything any more.",
            name=phrases.name_of(client),
        ),
        _("What you filled in is kept. Erasing it is something apart: /erase"),
        rows=((Button(_("Start again"), taps.welcome("return")),),),
    )


@says("end.keep")
def keep(page: Page[Client]) -> Message:
    """What is kept stays; where to find it, or whom to ask."""
    _, client = page.words._, page.file
    where = (
        _("A copy of it: /mydata") if client.journey == "left" else _("You find it with /plan, /lookback and /diary.")
    )
    return phrases.message(_("Your overview stays kept.") + " " + where)


@says("end.erase")
def erase(page: Page[Client]) -> Message:
    """The first of two steps (R34): what goes and what stays."""
    return rights.erase(page)


# --- not there yet ------------------------------------------------------------------------------------------------


@says("end.open")
def open_(page: Page[Client]) -> Message:
    """Tone 25b: the end date without the goal. An evaluation was asked for; nobody failed."""
    _, client, plan = page.words._, page.file, page.file.plan_on(date.max)
    coach, supervisor = phrases.coach_of(client), phrases.supervisor_of(client, page.words)
    asked = client.request("evaluation") is not None
    prepare = ((Button(_("Prepare the evaluation"), taps.ask("evaluation")),),) if asked else ()
    return phrases.message(
        _ended(page, plan) + " " + _where_it_is(page, plan) if plan else "",
        _("How it goes on, you discuss with {supervisor} and {coach}.", supervisor=supervisor, coach=coach)
        + (" " + _("I have asked for an evaluation.") if asked else ""),
        _("Until there is a new plan, I come along once a week.") + " " + phrases.next_one(client, page.words),
        rows=(*prepare, (phrases.talk(client, page.words),)),
    )


def _ended(page: Page[Client], plan: Plan) -> str:
    day = page.words.day(plan.end)
    return page.words._("{day} was the end date of your plan.", day=day[:1].upper() + day[1:])


def _where_it_is(page: Page[Client], plan: Plan) -> str:
    """What is worked now, when the client said so of the last week; else what the last step was. Facts (R15)."""
    _, said = page.words._, page.words
    first, last = phrases.hours(said, plan.steps[0].hours), phrases.hours(said, plan.steps[-1].hours)
    carried_out = keeping.went(page.file, plan, plan.weeks) == "full"
    if first == last:
        return _("You now work {now}.", now=last) if carried_out else _("The last step was {last} a week.", last=last)
    if carried_out:
        return _("You now work {now}; you began with {began}.", now=last, began=first)
    return _("The last step was {last} a week; you began with {began}.", last=last, began=first)


@says("end.keeping")
def keeping_(page: Page[Client]) -> Message:
    """At full hours, not yet for four weeks: what goes on, and until when."""
    _, said, plan = page.words._, page.words, page.file.plan_on(date.max)
    if plan is None:
        return phrases.message(_("I come along once a week for now, and ask how the week went."))
    count = keeping.kept_weeks(page.file, plan, plan.weeks)
    return phrases.message(
        _ended(page, plan)
        + " "
        + _("You now work {now}, all the hours that were agreed.", now=phrases.hours(said, plan.steps[-1].hours)),
        _("I come along once a week for now, and ask how the week went.")
        + " "
        + _("After four such weeks in a row we look back on the whole way.")
        + " "
        + said.n_("One of those weeks is there already.", "{n} of those weeks are there already.", count),
        phrases.next_one(page.file, said),
    )
