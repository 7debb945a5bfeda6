"""What of a client's file ends by itself once the trajectory is over (R34): words first, then scores and the rest.

An event is either words, in which somebody wrote or chose their own, or it belongs to the scores. Emptying a file
changes no plan and sends nothing; what is left of an old file is what was agreed, who agreed, and the moments of it.
"""

from state_machines.case import Complaints, Evidence
from state_machines.events import (
    Answered,
    CoachChanged,
    Event,
    FacilitatorSet,
    Faded,
    PhysicianSet,
    RegimeSet,
    RuleSet,
    WelcomeChosen,
)
from state_machines.files import Client, Day, but
from state_machines.machine import ClientAct
from state_machines.questions import BY_NAME

DIARY, SCORES = "diary", "scores"
STAGES = (DIARY, SCORES)
#: What is said when a client leaves or is done: the log keeps the names of texts, and so the end of a trajectory.
SAID_AT_THE_END = frozenset({"stop.done", "end.done"})
#: What an organisation or a desk arranges for many at once: nobody does anything with this client by it.
ARRANGED = (RuleSet, RegimeSet, PhysicianSet, FacilitatorSet, CoachChanged)
#: Kinds of question whose answers are people's own words.
IN_WORDS = frozenset({"list", "text", "sign"})
#: Fields of an event in which such words stand.
WORDS = ("text", "words", "add", "drop", "sign", "item")


def stage_of(event: Event) -> str:
    """With which of the two an event is emptied: diary or scores."""
    if isinstance(event, Answered):
        words = _in_words(event.question) or bool(event.add or event.drop)
    else:  # the text of a choice in the welcome is the fingerprint of what was agreed to
        words = not isinstance(event, WelcomeChosen) and any(getattr(event, name, "") for name in WORDS)
    return DIARY if words else SCORES


def empty(act: ClientAct) -> None:
    """The time for one of the two has come."""
    event = act.event
    assert isinstance(event, Faded)
    act.file = faded(act.file, event.stage)
    act.reason = "kept no longer"


def faded(file: Client, stage: str) -> Client:
    """The file without people's own words; with SCORES, also without scores, complaints and what was asked for.

    Who is still guided after a year of silence keeps the state of what is under way, without its content.
    """
    file = _without_words(file)
    return _without_scores(file) if stage == SCORES else file


def _without_words(file: Client) -> Client:
    told, referral = file.complaints.told, file.referral
    return but(
        file,
        day=_wordless(file.day) if file.day else None,
        window=tuple(map(_wordless, file.window)),
        typed=(),
        prepared=(),
        sheet=None,
        requests=tuple(but(request, words="") if request.words else request for request in file.requests),
        complaints=but(file.complaints, told=()) if told else file.complaints,
        referral=but(referral, words=()) if referral and referral.words else referral,
        givers=(),
        drainers=(),
        signs=(),
        contacts=(),
        lists_asked=(),
    )


def _wordless(day: Day) -> Day:
    left = tuple(answer for answer in day.answers if not (_in_words(answer.question) and answer.words))
    return day if len(left) == len(day.answers) else but(day, answers=left)


def _in_words(question: str) -> bool:
    known = BY_NAME.get(question)
    return known is None or known.kind in IN_WORDS


def _without_scores(file: Client) -> Client:
    file = but(
        file,
        window=(),
        day=but(file.day, answers=(), high="", voiced=False) if file.day else None,
        doable=None,
        high_said=None,
    )
    if file.journey == "left":
        nothing = Complaints()
        return but(file, day=None, complaints=nothing, referral=None, requests=(), needs=())
    complaints = but(file.complaints, beginning=(), series=(), evidence=_bare(file.complaints.evidence))
    referral = file.referral
    return but(
        file,
        complaints=complaints,
        referral=but(referral, evidence=but(referral.evidence, scores=())) if referral else None,
    )


def _bare(evidence: Evidence | None) -> Evidence | None:
    return but(evidence, scores=()) if evidence else None
