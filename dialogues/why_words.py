"""One page for supervisor and GP: complaints don't move the plan, and what does (R2, R3, R18, R37). About nobody."""

from dialogues.words import Words

Parts = tuple[str, tuple[str, ...], tuple[str, ...]]


def heading(said: Words) -> str:
    """The title of the page."""
    return said._("Why complaints don't move the plan, and what does")


def lead(said: Words) -> str:
    """Whom it is for."""
    return said._("For supervisor and GP. This page tells how the plan works. It says nothing about a person.")


def footer(said: Words) -> str:
    """What Trede is and isn't (R36)."""
    return said._("Trede is a tool for keeping track and coaching. It is not a medical device and promises no result.")


def sections(said: Words) -> tuple[Parts, ...]:
    """Heading, paragraphs and points of each section."""
    return (_how(said), _complaints(said), _moves(said), _supervisor(said), _doctor(said), _open(said))


def _how(said: Words) -> Parts:
    _ = said._
    return (
        _("How the plan works"),
        (
            _(
                "Employee and supervisor agree beforehand on hours and tasks, step by step, each with its dates. The "
                "plan goes by the calendar: that is called time-contingent. A step begins on its date, after a bad day "
                "and after a good one."
            ),
        ),
        (),
    )


def _complaints(said: Words) -> Parts:
    _ = said._
    return (
        _("A complaint is heard, and moves nothing"),
        (
            _(
                "If each bad day took hours away, each day would bring a new talk about hours. A plan that stands "
                "gives rest: everyone knows what next week asks. Good days don't make it faster either."
            ),
            _(
                "A complaint has a way of its own: to the GP, the therapist or the occupational physician. What "
                "complaints mean for work, only the occupational physician judges. Not the supervisor, not the program."
            ),
        ),
        (),
    )


def _moves(said: Words) -> Parts:
    _ = said._
    return (
        _("What does move the plan"),
        (_("Three things, and always by people. Each change is a new version, with a date and with names."),),
        (
            _(
                "Leeway: a little time, fixed beforehand, to let a step last longer. Employee and supervisor decide on "
                "it together."
            ),
            _(
                "An evaluation: on the agreed dates, or earlier when two weeks went differently. There a new plan can "
                "be agreed."
            ),
            _(
                "The occupational physician: if working isn't possible now on medical grounds, the plan stops. A new "
                "plan follows."
            ),
        ),
    )


def _supervisor(said: Words) -> Parts:
    _ = said._
    return (
        _("What helps, as a supervisor"),
        (),
        (
            _("See that the agreed tasks are there, and somebody who knows about them."),
            _("Ask how the step went and what is needed at work. Complaints needn't be told at work."),
            _("No work, nobody there, a task that can't be done? That is a reason to look together soon."),
            _("The step is enough. More hours than agreed aren't needed, on a good day either."),
        ),
    )


def _doctor(said: Words) -> Parts:
    _ = said._
    return (
        _("What helps, as a GP or therapist"),
        (),
        (
            _("Treatment and return to work go side by side. Neither waits for the other."),
            _("Advice about work goes through the occupational physician, if the patient agrees."),
            _("If a doctor advises otherwise, the employee follows the doctor. The coach then looks at it with them."),
        ),
    )


def _open(said: Words) -> Parts:
    _ = said._
    return (
        _("Where people in the field differ"),
        (
            _(
                "Some build up by the calendar, others by how recovery goes. This page takes no side as proven. The "
                "program keeps to the calendar; the people around it look at the person."
            ),
        ),
        (),
    )
