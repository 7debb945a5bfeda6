"""Made-up words, one for every free text that a person can give; and the search for them in whatever is kept.

An input is a text field of an event that a person causes, named by its way: `Noted.text`, `PlanAgreed.version.goal`.
`OURS` names those that hold a word of ours, an id or a hash; every other is free, whatever is added later.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import quote

from state_machines import events as e

BY_PEOPLE = (e.ClientEvent, e.PhysicianEvent, e.CoachEvent, e.DeskEvent)
STEM = "Zwëlkobim"
RULE, INVITE, DOCTOR = ("rule.set_by.role",), ("invite.digest",), ("physician.file",)
REPORTED = ("version.before", "version.parties", "version.template", "version.variant", "version.tasks.kind")
REPORTED += ("version.evaluations.parties", "version.basis", "version.line", "parties")
#: By class: the fields that a person can't fill in their own words. A choice of ours, a language, an id, a hash.
OURS: Mapping[str, tuple[str, ...]] = {
    "LinkOpened": ("language",),
    "WelcomeChosen": ("choice", "text"),  # the hash of what was agreed to
    "Answered": ("question",),
    "NotUnderstood": ("question", "reason"),
    "Moved": ("way", "question"),
    "Stale": ("what",),
    "Asked": ("what",),
    "SettingChosen": ("name", "value"),  # a zone that is typed comes as the name of one
    "PlanAnswered": ("digest",),
    "DoableAnswered": ("digest",),
    "LeewayAsked": ("choice",),
    "EvaluationAsked": ("choice",),
    "SheetChosen": ("choice", "item", "fingerprint"),
    "Disturbed": ("kind",),
    "TasksNoted": ("choice",),
    "EndChosen": ("choice",),
    "PaperAsked": ("kind",),
    "ComplaintVoiced": ("choice",),
    "SignChosen": ("choice",),
    "ReferralChosen": ("choice", "value"),
    "RightsChosen": ("choice",),
    "ConsentAsked": ("subject", "note"),
    "ConsentGiven": ("subject", "fingerprint", "language"),
    "ConsentWithdrawn": ("subject", "fingerprint", "language"),
    "SafetyAnswered": ("choice",),
    "ContactsChosen": ("choice",),
    "Unreadable": ("kind",),
    "ReferralAnswered": ("answer", "about"),
    "Invited": ("client", "coach", "language", "regime", "deputy.id", *INVITE, *RULE, *DOCTOR),
    "PlanAgreed": REPORTED,
    "LeewayTaken": ("which", "parties"),
    "EvaluationHeld": ("outcome",),
    "CoachChanged": ("coach", "deputy.id"),
    "NeedMet": ("kind",),
    "CoachWrote": ("by",),
    "TakenOver": ("by",),
    "GivenBack": ("by",),
    "RuleSet": RULE,
    "RegimeSet": ("regime",),
    "PhysicianSet": DOCTOR,
    "FacilitatorSet": ("facilitator.file",),
    "ProfessionalAdded": ("professional", "language", "role", "notice", "regime", *INVITE, *RULE, *DOCTOR),
    "DeskOpened": ("language",),
    "DeskAsked": ("what",),
    "DeskTyped": ("choice",),
    "DeskPicked": ("what", "client", "value"),
    "InviteMade": ("client", "link", *INVITE),
    "ClaimAsked": ("client", "coach"),
    "ClientTold": ("client", "what", "detail", "coach"),  # a date or a number
    "DeputyChosen": ("deputy",),
    "StandInAsked": ("coach",),
    "StandInOver": ("coach",),
    "DeputyKnown": ("id", "deputy.id"),
    "DeputyPicked": ("what", "coach", "client", "value"),
    "DeputyAsks": ("deputy", "what", "client", "value"),
    "DeputyAnswered": ("what", "coach", "client", "value"),
    "ClientSaid": ("client",),
    "TalkTold": ("client", "state", "why", "detail", "coach"),  # a moment
    "CoachRemoved": ("to",),
    "ClientsHanded": ("coach", "cards.client"),
    "DefaultsSet": ("regime", *RULE, *DOCTOR),
    "ReferralCame": ("client",),
    "ReferralReminded": ("client",),
    "ReferralGone": ("client", "why"),
    "DeskUnreadable": ("kind",),
    "Facilitates": ("client",),
}
#: Filled by another event, which has its own canary: a stop comes as `PlanStopped`.
ELSEWHERE = frozenset({"PlanAgreed.version.stopped.physician"})


def classes() -> Iterator[type[e.Event]]:
    """Every class of event that a person can cause."""
    for branch in BY_PEOPLE:
        yield from _leaves(branch)


def _leaves(kind: type[e.Event]) -> Iterator[type[e.Event]]:
    for child in kind.__subclasses__():
        yield from _leaves(child) if child.__subclasses__() else (child,)


def inputs() -> dict[str, bool]:
    """Every text field of an event by a person, by its way, and whether it is ever kept."""
    found: dict[str, bool] = {}
    for kind in classes():
        for field, hint in _hints(kind):
            kept = not field.metadata.get("unlogged")
            found |= dict.fromkeys(_ways(hint, f"{kind.__name__}.{field.name}"), kept)
    return found


def ours() -> set[str]:
    """The ways in `OURS`."""
    return {f"{kind}.{name}" for kind, names in OURS.items() for name in names}


def _hints(kind: type) -> Iterator[tuple[Any, object]]:
    hints = get_type_hints(kind)
    return ((field, hints[field.name]) for field in fields(kind))


def _ways(hint: object, way: str) -> Iterator[str]:
    if hint is str:
        yield way
    for argument in get_args(hint):
        yield from _ways(argument, way)
    if isinstance(hint, type) and is_dataclass(hint):
        for field, inner in _hints(hint):
            yield from _ways(inner, f"{way}.{field.name}")


class Cage:
    """Gives each input its word, and knows which were let out."""

    def __init__(self) -> None:
        self.words = {way: f"{STEM}{n:03d}" for n, way in enumerate(sorted(set(inputs()) - ours() - ELSEWHERE))}
        self.out: set[str] = set()

    def plant(self, event: e.Event) -> e.Event:
        """The same event with the canary in each of its free texts."""
        planted: e.Event = self._planted(event, type(event).__name__)
        return planted

    def _planted(self, value: Any, way: str) -> Any:
        changes: dict[str, Any] = {}
        for field, hint in _hints(type(value)):
            inner = f"{way}.{field.name}"
            changes[field.name] = self._in_field(getattr(value, field.name), hint, inner)
        return replace(value, **changes)

    def _in_field(self, value: Any, hint: object, way: str) -> Any:
        if way in self.words:
            self.out.add(way)
            return (self.words[way], *value[1:]) if isinstance(value, tuple) else self.words[way]
        if is_dataclass(value):
            return self._planted(value, way)
        if isinstance(value, tuple):
            return tuple(self._planted(each, way) if is_dataclass(each) else each for each in value)
        return value


# --- searching ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Form:
    """One way in which a word can lie in bytes; `exact`: capitals count."""

    content: bytes
    exact: bool = False


def forms(word: str) -> tuple[Form, ...]:
    """As UTF-8 and UTF-16, as hex and base64 of these, escaped for JSON and for addresses, in capitals or not."""
    encoded = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    escaped = json.dumps(word)[1:-1].encode()
    plain = (*encoded, escaped, quote(word).encode(), *(each.hex().encode() for each in encoded))
    return (
        *(Form(content=each.lower()) for each in plain),
        *(Form(content=cut, exact=True) for each in encoded for n in range(3) for cut in _in_base64(each, n)),
    )


def _in_base64(content: bytes, shift: int) -> Iterator[bytes]:
    """What base64 of anything with this inside always has, when it begins `shift` bytes after a multiple of three."""
    whole = bytes(shift) + content
    first, last = -(-shift * 4 // 3), len(whole) // 3 * 4
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        yield encode(whole)[first:last]


def found(words: Iterable[str], places: Mapping[str, bytes]) -> dict[str, str]:
    """Which of these words lie in a place, in whatever form, and in which one."""
    shapes = {word: forms(word) for word in words}
    seen: dict[str, str] = {}
    for name, content in places.items():
        folded = content.lower()
        for word, ways in shapes.items():
            if any(way.content in (content if way.exact else folded) for way in ways):
                seen[word] = name
    return seen


def flown(places: Mapping[str, bytes]) -> dict[str, bytes]:
    """The places where a canary lies, whichever."""
    stem = forms(STEM)
    return {
        name: content
        for name, content in places.items()
        if any(way.content in (content if way.exact else content.lower()) for way in stem)
    }


def everything_in(*folders: Path) -> dict[str, bytes]:
    """Every file below these folders."""
    return {str(path): path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}
