"""Samples of referrals (R19-R21): one in every state, and every word about one that can come to a client's file."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from state_machines import events as e
from state_machines import referral
from state_machines.case import Evidence, PhysicianContact, Referral
from state_machines.rule import Rule

SMIT = PhysicianContact(file="p-9", name="Dr. Smit", phone="030 123 45 67")
CHOICES = ("show", "add", "words", "strike", "wish", "send", "self", "done", "not_now", "withdraw", "ask", "odd")


def evidence(on: date, why: str = "level") -> Evidence:
    """Seven bad days of nine."""
    first = on - timedelta(days=14)
    return Evidence(why=why, on=on, first=first, last=on, asked=10, answered=9, bad=7, rule=Rule())


def one(state: str, at: datetime, **changes: object) -> Referral:
    """A referral in a state, with the moments that this state implies."""
    passed: dict[str, object] = {"opened": at}
    if state in {*referral.WITH_PHYSICIAN, "answered", "closed", "withdrawn"}:
        passed |= {"shown": at, "released": at, "passed": at, "physician": SMIT.file}
    if state in {"delivered", "seen", "answered", "closed"}:
        passed |= {"delivered": at}
    passed |= {"language": "nl", "name": "Sanne"}
    if state == "reading":
        passed |= {"shown": at, "physician": SMIT.file}
    return Referral(number=1, state=state, evidence=evidence(at.date()), **{**passed, **changes})  # type: ignore[arg-type]


def choices(at: datetime) -> Iterator[e.ReferralChosen]:
    """Every choice of the client's, also about a referral that isn't there."""
    for choice in CHOICES:
        yield e.ReferralChosen(at=at, choice=choice, number=1, value="talk" if choice == "wish" else "1", words="words")
    yield e.ReferralChosen(at=at, choice="send", number=9)


def answers(at: datetime, day: date) -> Iterator[e.PhysicianEvent]:
    """Everything that a physician can cause at a client's file."""
    for number in (1, 9):
        yield e.ReferralSeen(at=at, number=number)
        yield e.ReferralAnswered(at=at, number=number, answer="stands")
    yield e.ReferralAnswered(at=at, number=1, answer="known", until=day + timedelta(days=42))
    yield e.ReferralAnswered(at=at, number=1, answer="advises", about="leeway")
    yield e.ReferralAnswered(at=at, number=1, answer="invites")
    yield e.ReferralAnswered(at=at, number=1, answer="stop", name=SMIT.name)


def deliveries(at: datetime) -> Iterator[e.ClockEvent]:
    """What can become of a notice."""
    for way in ("telegram", "mail", "none"):
        yield e.ReferralDelivered(at=at, number=1, way=way)
