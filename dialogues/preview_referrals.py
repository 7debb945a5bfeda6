"""Sanne and a report to the occupational physician, for the preview: every text of it, in every state."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from dialogues import referral as texts
from dialogues.preview_people import AT, OWN, TODAY, sanne
from state_machines import referral
from state_machines.case import Evidence, PhysicianContact, Referral, Standing
from state_machines.files import Client
from state_machines.rule import Rule, SetBy

SMIT = PhysicianContact(file="p-9", name="Dr. Smit", phone="030 123 45 67")
STANDING = Standing(
    step=2,
    steps=4,
    week=3,
    weeks=8,
    planned=Decimal(16),
    worked=Decimal("14.5"),
    evaluation=TODAY + timedelta(days=9),
    leeway=1,
)
#: The texts that are the same in every state of the rest.
PLAIN = (
    *("reminder", "add", "sent", "declined", "alone", "alone_again", "done"),
    *("lapsed", "withdrawn", "undelivered", "moved"),
)


def evidence(why: str = "level", *, by: bool = True) -> Evidence:
    """Seven bad days of nine, with the means that go with them."""
    set_by = SetBy(name="Ans de Wit", role="psycholoog", on=date(2026, 10, 1)) if by else None
    return Evidence(
        why=why,
        on=TODAY,
        first=TODAY - timedelta(days=14),
        last=TODAY - timedelta(days=1),
        asked=10,
        answered=9,
        bad=7,
        rule=Rule(set_by=set_by),
        beginning=Decimal("4.43"),
        lately=Decimal("7.14"),
        energy_beginning=Decimal(6),
        energy_lately=Decimal("3.86"),
        change_days=11,
    )


def reported(language: str, state: str, **changes: object) -> Client:
    """Sanne with a referral in a state."""
    words = (OWN[language].note,)
    found = Referral(
        number=1, state=state, evidence=evidence(), opened=AT, shown=AT, physician="p-9", standing=STANDING, words=words
    )
    client = sanne(language)
    resting = replace(client.complaints, rests_until=TODAY + timedelta(days=14))
    found = replace(found, **changes)  # type: ignore[arg-type]
    return replace(client, referral=found, referrals=1, physician=SMIT, complaints=resting)


def shown(language: str) -> Iterator[tuple[str, Client, str]]:
    """Each text with the file it is written from, and which case it is."""
    for why in ("level", "change", "in_a_row"):
        yield "referral.offer", reported(language, "offered", evidence=evidence(why)), why
    for why in ("level", "change", "in_a_row", "asked"):
        yield "referral.text", reported(language, "reading", evidence=evidence(why)), why
    bare = reported(language, "reading", words=(), standing=None, wish="talk", evidence=evidence(by=False))
    yield "referral.text", bare, "no words, no plan, nobody set the rule"
    yield "referral.text", replace(reported(language, "reading"), buttons_only=True), "buttons only"
    for name in PLAIN:
        yield f"referral.{name}", reported(language, "delivered"), ""
    yield "referral.declined", replace(reported(language, "declined"), physician=None), "no physician known"
    for answer, about in texts.ANSWERS:
        until = TODAY + timedelta(days=42) if answer == "known" else None
        file = reported(language, "answered", answer=answer, about=about, until=until)
        yield "referral.answer", file, f"{answer} {about}".strip()
    yield "referral.status", sanne(language), "none"
    for state in referral.STATES:
        yield "referral.status", reported(language, state), state
