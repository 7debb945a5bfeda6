"""Neutral on the lock screen (R35): what a phone shows of a message that nobody asked for tells nothing of health."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import people
import pytest

from dialogues.preview_samples import Sample, samples
from dialogues.texts import CLIENT_TEXTS
from dialogues.words import LANGUAGES
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Say
from state_machines.files import Client, File

MACHINES = Path(__file__).parents[2] / "state_machines"
BEGINS = {"begin", "_say"}
#: What counts as health content: complaints and their scores, energy, illness, care, and who gives it.
HEALTH = {
    "nl": (
        r"klacht\w*", r"pijn\w*", r"energie\w*", r"\w*moe\b", r"ziek\w*", r"bedrijfsarts\w*", r"(?:huis)?arts\w*",
        r"dokter\w*", r"dr\.", r"medisch\w*", r"behandel\w*", r"herstel\w*", r"signaal\w*", r"gevaar\w*", r"veilig\w*",
        r"cijfer\w*", r"score\w*", r"113", r"112", r"zelfmoord\w*", r"suïcid\w*", r"burn-?out\w*", r"stress\w*",
        r"diagnos\w*", r"medicijn\w*", r"een \d+", r"\d+ of hoger",
    ),
    "en": (
        r"complain\w*", r"pain\w*", r"energy", r"tired\w*", r"ill(?:ness)?", r"sick\w*", r"physicians?", r"doctors?",
        r"dr\.", r"medical\w*", r"treat\w*", r"recover\w*", r"danger\w*", r"safety", r"scores?", r"113", r"112",
        r"suicid\w*", r"burn-?out\w*", r"stress\w*", r"diagnos\w*", r"medicin\w*", r"an? \d+", r"\d+ or higher",
    ),
}  # fmt: skip
#: Texts whose first line may hold such a word all the same, and why.
ALLOWED = {
    "welcome.hello": "says what Trede isn't: no doctor. About nobody's health",
    "desk.told": "only `doable_low`: how doable a plan is, no score of anybody's health",
    "physician.mail": "to the physician, and names nobody: their own work",
    "physician.gone": "to the physician, and names nobody: their own work",
    "physician.taken_back": "to the physician, and names nobody: their own work",
    "desk.client_said": "a person's own words follow on a line of their own; the first line is a name",
}
#: At a desk: what comes from somebody else, not the professional's own act.
FROM_OTHERS = (
    e.ClientTold, e.ReferralCame, e.ReferralReminded, e.ReferralGone, e.TalkTold, e.ClientSaid, e.ClaimAsked,
    e.StandInAsked, e.StandInOver, e.ClientsHanded, e.CoachRemoved,
)  # fmt: skip
#: What a day of waiting brings that no single event at the sample files does.
LATER = ("referral.reminder", "referral.alone_again", "referral.lapsed", "referral.moved", "doctor.asked_again")
#: What is said when somebody is in danger is about nothing else, and must be read at once (R22).
SAFETY = {"safety.block", "safety.gentle", "safety.line", "safety.own", "complaint.urgent"}


def pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(HEALTH[language])})(?!\w)", re.I)


def said(file: File, event: e.Event) -> Iterator[str]:
    yield from (effect.prompt.name for effect in decide(file, event).effects if isinstance(effect, Say))


@cache
def unasked() -> frozenset[str]:
    """Every text that the clock or another person brings to somebody, over every state and event there is."""
    names: set[str] = set()
    for _, client in people.clients():
        for event in (*people.clock_events(), *people.coach_events(), *people.physician_events()):
            names.update(said(client, event))
    heard = [event for event in people.desk_events() if isinstance(event, FROM_OTHERS)]
    clock = [event for event in people.clock_events() if isinstance(event, e.Woke | e.Unreached)]
    for _, desk in people.desks():
        for event in (*heard, *clock):
            names.update(said(desk, event))
    return frozenset({*names, *LATER} - SAFETY)


def begun() -> Iterator[str]:
    """The texts that the machines name where the bot begins something."""
    for path in sorted(MACHINES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in BEGINS:
                yield from (
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and arg.value in CLIENT_TEXTS
                )


def shown(language: str) -> list[Sample]:
    """Their samples; of the check-in only what begins one, for the rest is an edit of what is being looked at."""
    return [
        each
        for group in samples(language).values()
        for each in group
        if each.name in unasked() and (each.name != "checkin" or _begins(each))
    ]


def _begins(sample: Sample) -> bool:
    file = sample.file
    assert isinstance(file, Client)
    return file.day is not None and file.day.state in {"prompted", "snoozed"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_notification_begins_with_anything_about_health(language: str) -> None:
    """The first line of each message that comes unasked, for clients, coaches and physicians."""
    words, found = pattern(language), {}
    for sample in shown(language):
        first = sample.message().text.split("\n")[0]
        if (word := words.search(first)) and not _allowed(sample):
            found[sample.name, sample.about] = (word[0], first)
    assert found == {}


def _allowed(sample: Sample) -> bool:
    if sample.name == "desk.told":
        return sample.values.get("what") == "doable_low"
    return sample.name in ALLOWED


def test_what_comes_unasked_is_what_one_would_think() -> None:
    """The events reach the prompts, the offer, the answer of a physician, and word to coach and physician."""
    assert {"checkin", "week.step", "referral.offer", "referral.answer", "desk.told", "physician.notice"} <= unasked()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Je geeft je klachten een 8."),
        ("nl", "Dr. Smit heeft geantwoord"),
        ("nl", "Je energie is laag"),
        ("en", "Your complaints have been higher"),
        ("en", "What your doctor said"),
    ],
)
def test_the_table_knows_health_when_it_sees_it(language: str, line: str) -> None:
    """A table that finds nothing would pass every text."""
    assert pattern(language).search(line)


@pytest.mark.parametrize("line", ["Hoi Sanne, tijd voor je check-in.", "Week 1 van 4 van je plan.", "Sanne doet mee."])
def test_the_table_leaves_ordinary_lines_alone(line: str) -> None:
    """Nor would one that finds it everywhere be of any use."""
    assert not pattern("nl").search(line)


def test_no_text_that_the_bot_begins_is_forgotten() -> None:
    """Each name that stands where a message is begun, and each sample of what is drawn just before sending."""
    assert set(begun()) <= unasked() | SAFETY
    assert {"end.kept", "desk.summary"} & unasked() <= {each.name for each in shown("nl")}
