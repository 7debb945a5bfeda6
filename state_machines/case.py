"""What a client's file keeps of complaints (R18, R19) and of a referral (R20, R21). Values alone; small and bounded."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from state_machines.rule import Rule

#: What is typed goes into a referral while `Client.asking` is this.
OWN_WORDS = "referral_words"
#: Why a referral was offered, or that the client asked for it (R19, R1).
WHYS = ("level", "change", "in_a_row", "asked")


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A local date with a complaint: its score 0-10 (None: only words), its energy, and whether it was bad."""

    day: date
    score: Decimal | None = None
    energy: Decimal | None = None
    bad: bool = False


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """On what a referral rests: as it was judged or asked for on `on`, over the dates `first` to `last`.

    `asked` check-ins, `answered` complaint scores, `bad` days among them. `beginning` and `lately` are means of the
    first answered days and of the last seven, None while there are too few; the same for energy. `scores` are the days
    of the window, in order, for the line that is drawn; a day without a score is missing, never zero.
    """

    why: str
    on: date
    first: date
    last: date
    asked: int
    answered: int
    bad: int
    rule: Rule
    beginning: Decimal | None = None
    lately: Decimal | None = None
    energy_beginning: Decimal | None = None
    energy_lately: Decimal | None = None
    change_days: int = 0
    scores: tuple[Scored, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """A complaint in the client's own words: which note of which local date it is in the diary, and what it says.

    `done`: what was done with it (`voicing.WITH_WORDS`), so that a second tap does nothing twice.
    """

    day: date
    note: int
    words: str
    done: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Complaints:
    """The complaint machine of a client: quiet -> voiced -> sustained -> offered -> referral -> quiet.

    `beginning`: the first answered scores with their energy, at most `rule.beginning_later`; `series`: the latest
    answered days, enough for the change rule. `judged`: the local date that was judged last. `rests_until`: nothing new
    before this date. `since`: the first date that counts for a new episode. `evidence`: of the episode under way.
    `next_look`: when it is judged next. `told`: today's own words, until the client said what is to happen with them.
    """

    state: str = "quiet"
    beginning: tuple[Scored, ...] = ()
    series: tuple[Scored, ...] = ()
    judged: date | None = None
    rests_until: date | None = None
    since: date | None = None
    evidence: Evidence | None = None
    next_look: date | None = None
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the plan stood when the client read the text (tone 23): numbers and dates, no adjectives."""

    step: int
    steps: int
    week: int
    weeks: int
    planned: Decimal
    worked: Decimal | None
    evaluation: date | None
    leeway: int


@dataclass(frozen=True, kw_only=True)
class Referral:
    """A referral to the occupational physician, from offer to close (R20, R21). `number` names it for good, from 1.

    `state` is the machine's (`referral.STATES`). `words` are the client's own, as far as they left them in; `wish` is
    talk | inform | none. `released`, `delivered`, `seen`, `answered`: moments. `answer` is one of `referral.ANSWERS`,
    `until`, `about` and `named` belong to it (`events.ReferralAnswered`). `due`: the next deadline's date, for its one
    wake. `reminded`: the deadlines that were dealt with; `asked`: the date on which people were last asked after it.
    What was read is what goes: `language`, `name` and `physician` are those of the text that was shown. `passed`: when
    it went to the physician it is with; `told`: the chat that the answer was said to.
    """

    number: int
    state: str
    evidence: Evidence
    opened: datetime
    standing: Standing | None = None
    words: tuple[str, ...] = ()
    wish: str = "none"
    physician: str = ""
    shown: datetime | None = None
    released: datetime | None = None
    delivered: datetime | None = None
    seen: datetime | None = None
    answered: datetime | None = None
    answer: str = ""
    until: date | None = None
    about: str = ""
    named: str = ""
    due: date | None = None
    reminded: tuple[str, ...] = ()
    asked: date | None = None
    language: str = ""
    name: str = ""
    passed: datetime | None = None
    told: int | None = None


@dataclass(frozen=True, kw_only=True)
class PhysicianContact:
    """The occupational physician of a client as texts name them: file id, name, telephone number for the client."""

    file: str
    name: str
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class FacilitatorContact:
    """Who facilitates a client's work adjustment (R30): file id, name, and since which local date of the client's."""

    file: str
    name: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Sign:
    """An early sign of the client's own, and their own answer to it (R26)."""

    sign: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a physician's file keeps of a referral: enough to find it and to take it back, nothing of what it says.

    `state`: new (not told yet) | waiting | read | answered | over. `shown_until`: when the summary in the chat is taken
    back by itself; None while none stands there.
    """

    client: str
    number: int
    came: datetime
    state: str = "waiting"
    shown_until: datetime | None = None
