"""Two papers on A4, as tagged PDF (PDF/UA-1): the plan for the talk with the employer, and what moves a plan.

What people wrote goes to the typesetter as values, never as source. Works without network.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """The headings and labels of the plan's paper, in the reader's language."""

    client: str
    supervisor: str
    goal: str
    contract: str
    period: str
    steps: str
    week: str
    dates: str
    hours: str
    per_day: str
    tasks: str
    evaluations: str
    day: str
    present: str
    agreements: str
    signatures: str
    name: str
    date: str
    signature: str
    page: str


@dataclass(frozen=True, kw_only=True)
class PaperStep:
    """One step as it stands on paper; `share` is how high its hours stand, in % of the highest step."""

    weeks: str
    dates: str
    hours: str
    share: int
    per_day: str
    tasks: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PaperEvaluation:
    """An evaluation moment and who is there."""

    day: str
    present: str


@dataclass(frozen=True, kw_only=True)
class PlanPaper:
    """The plan for the employer (R33): what is planned and agreed, and no place for anything else.

    `stopped` and `draft` are empty unless they hold; `agreements` are sentences; `signers` one role and name each.
    """

    language: str
    title: str
    version: str
    client: str
    supervisor: str
    goal: str
    contract: str
    period: str
    steps: tuple[PaperStep, ...]
    evaluations: tuple[PaperEvaluation, ...]
    agreements: tuple[str, ...]
    signers: tuple[str, ...]
    footer: str
    words: PaperWords
    stopped: str = ""
    draft: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with paragraphs and points under it."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WhyPaper:
    """What moves a plan and what doesn't, for supervisor and GP: about nobody, so it has no place for a person."""

    language: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    footer: str


def plan_pdf(values: PlanPaper) -> bytes:
    """The plan's paper as PDF. Same values, same bytes."""
    return _typeset("plan", values)


def why_pdf(values: WhyPaper) -> bytes:
    """The page about complaints and the plan as PDF. Same values, same bytes."""
    return _typeset("why", values)


def _typeset(name: str, values: PlanPaper | WhyPaper) -> bytes:
    from reports import typeset

    return typeset.pdf(name, asdict(values))
