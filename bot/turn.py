"""The one door for everything that happens: safety -> seen? -> load -> understand -> decide -> render -> commit.

Called inside a batch of the store; what one turn writes, its passes to other files included, is kept or undone as one.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING

import structlog

from bot import clearing, crash, letters
from dialogues import commands, safety, signal, strangers, understand_rights
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import Message
from dialogues.understand import understand
from dialogues.understand_desk import understand as understand_desk
from dialogues.words import words
from state_machines import causing, journey, policy
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Decision, LetterClass, Pass, PlanDecision, Prompt, Say, Wake
from state_machines.files import Client, File, Invite, Professional
from state_machines.retention import DIARY, stage_of
from storage.port import OUT, ByChat, ByInvite, DueWake, Letter, Record, StoreBroken, Turn

if TYPE_CHECKING:
    from storage.open import Opened

log = structlog.get_logger()

TOKEN_BYTES = 16
#: A guard against a loop: one act at a desk may reach every client of a coach, and each may answer.
MOST_PASSES = 5000
COACHED = ("coaching", "paused")
TYPED = (IncomingKind.TEXT, IncomingKind.EDIT)


class PlanTouched(RuntimeError):  # noqa: N818 - named for what happened
    """A decision changed a plan without being a coach's registration (R2). A defect: nothing of the turn is kept."""


@dataclass(frozen=True)
class Fresh:
    """Where a turn's randomness comes from: tokens for links (128 bits) and pseudonyms for files."""

    token: Callable[[], str] = lambda: secrets.token_urlsafe(TOKEN_BYTES)
    pseudonym: Callable[[], str] = lambda: secrets.token_hex(5)


def digest_of(token: str) -> str:
    """What is kept of a token: its SHA-256."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


class Door:
    """The one door to the files in a store. `bot_name` makes the deep links."""

    def __init__(self, store: "Opened", *, bot_name: str = "", fresh: Fresh | None = None) -> None:
        self.store = store
        self.bot_name = bot_name
        self._fresh = fresh or Fresh()
        self.menus: set[int] = set()
        self.refused = 0

    # --- what comes in ----------------------------------------------------------------------------------------------

    def take(self, said: Incoming) -> None:
        """One thing a person did. An update that was seen before does nothing."""
        tier = tier_of(said)
        if not self.store.seen(said.update_id, said.at):
            return
        file = self.store.load(ByChat(said.chat)) if said.private else None
        if said.kind in {IncomingKind.BLOCKED, IncomingKind.UNBLOCKED}:
            self._reachable(file, said)
        elif file is None:
            self._stranger(said, tier)
        elif isinstance(file, Professional):
            self._professional(file, said, tier)
        else:
            self._client(file, said, tier)

    def wake(self, due: DueWake, now: datetime) -> None:
        """A due moment came. A wake of a file that is gone, or too late to be of use, ends with that reason."""
        file = self.store.load(due.file)
        expired = due.expires is not None and now >= due.expires
        event = e.Woke(at=now, kind=due.kind, day=due.day, number=due.number, expired=expired)
        if file is None:
            self.store.commit(Turn(at=now, before=None, after=None, ended=due, outcome="reason: the file is gone"))
        else:
            self._decide(file, event, ended=due)

    def act(
        self, file_id: str | None, event: e.Event, by: str = "", *, role: str = policy.ADMINISTRATOR
    ) -> File | None:
        """An event that comes from elsewhere: the shell, delivery, a page. Returns the file as it then is.

        Whoever isn't an administrator says as whom it is done: the policy is asked (R33).
        """
        file = self.store.load(file_id) if file_id else None
        if file_id and file is None:
            return None
        return self._decide(file, event, by=by, role=role)

    def stumble(self, said: Incoming, sealed: bytes) -> None:
        """An update that can't be handled: kept aside, its sender told kindly."""
        if self.store.seen(said.update_id, said.at, sealed):
            self._reply_stranger(said, "try_again")

    # --- who says it ------------------------------------------------------------------------------------------------

    def _client(self, file: Client, said: Incoming, tier: int | None) -> None:
        token = _token(said)
        if token and self._other_owner(file, said, token):
            return
        if tier is not None:
            keeps = file.journey in COACHED and not file.buttons_only and tier != safety.Tier.T3
            event = e.SafetySignalled(
                at=said.at,
                tier=tier,
                text=said.text if keeps else "",
                message_id=said.message_id if keeps else None,
                day=file.date_now(said.at) if keeps else None,
            )
            file = _client_of(self._decide(file, event))
            if tier != safety.Tier.T3:
                return
        understood = understand(file, said)
        self._decide(file, understood)
        if file.tidy_chat and said.kind in TYPED and _is_own_words(understood):
            away = clearing.letters(said.chat, [said.message_id], said.at)
            self.store.commit(Turn(at=said.at, before=None, after=None, letters=away))

    def _professional(self, file: Professional, said: Incoming, tier: int | None) -> None:
        token = _token(said)
        if token and self._other_owner(file, said, token):
            return
        if tier is not None:
            self._decide(file, e.DeskSignalled(at=said.at, tier=tier))
            if tier != safety.Tier.T3:
                return
        event = understand_desk(file, said, self._mint)
        if isinstance(event, e.DeskPicked) and event.what == "deputy" and event.value:
            event = _apart().deputy(self.store, file, event)
        self._decide(file, event)

    def _other_owner(self, file: File, said: Incoming, token: str) -> bool:
        """Someone who has a role opens a link: one chat has one role. True when that is the answer."""
        owner = self.store.load(ByInvite(digest_of(token)))
        if isinstance(owner, Professional) and owner.id == file.id:
            self._open_desk(owner, said)
        elif isinstance(owner, Professional) and isinstance(file, Professional):
            self._reply_stranger(said, "link_by_other_client")
        elif isinstance(owner, Professional):
            self._reply_stranger(said, "professional_link_by_client")
        elif owner is not None and isinstance(file, Professional):
            self._reply_stranger(said, "client_link_by_professional")
        elif owner is not None and owner.id != file.id:
            self._reply_stranger(said, "link_by_other_client")
        else:
            return False
        return True

    def _stranger(self, said: Incoming, tier: int | None) -> None:
        """No file: scanned, answered, not kept."""
        if tier is not None:
            self._letter_stranger(said, signal.block_for(words(said.language)), LetterClass.SAFETY)
            return
        if understand_rights.is_ours(said):
            return  # a second tap on what is erased: it was said already
        token = _token(said) if said.private else ""
        owner = self.store.load(ByInvite(digest_of(token))) if token else None
        if isinstance(owner, Client):
            self._claim(owner, said)
        elif isinstance(owner, Professional):
            self._open_desk(owner, said)
        else:
            self._reply_stranger(said, "dead_link" if token else ("unknown" if said.private else "group"))

    def _claim(self, owner: Client, said: Incoming) -> None:
        if owner.facilitator is not None and not _apart().claims(self.store, owner, said.chat):
            self._reply_stranger(said, "apart")
            return
        opened = e.LinkOpened(at=said.at, chat=said.chat, language=_language(said), display_name=said.sender or "?")
        self._decide(owner, opened)

    def _open_desk(self, owner: Professional, said: Incoming) -> None:
        if not _apart().opens_desk(self.store, owner, said.chat):
            self._reply_stranger(said, "apart")
            return
        self._decide(owner, e.DeskOpened(at=said.at, chat=said.chat, language=_language(said)))
        self.menus.add(said.chat)

    def _reachable(self, file: File | None, said: Incoming) -> None:
        if file is not None:
            self._decide(file, e.Unreached(at=said.at, reachable=said.kind is IncomingKind.UNBLOCKED))

    def _mint(self, coach: Professional, client: str, name: str, said: Incoming) -> e.InviteMade:  # noqa: ARG002
        token = self._fresh.token()
        invite = Invite(digest=digest_of(token), expires=journey.link_expires(said.at))
        made = client or f"c-{self._fresh.pseudonym()}"
        return e.InviteMade(at=said.at, client=made, name=name, invite=invite, link=self.link(token))

    def link(self, token: str) -> str:
        """The deep link that carries this token."""
        return f"https://t.me/{self.bot_name}?start={token}"

    # --- deciding and keeping ---------------------------------------------------------------------------------------

    def _decide(
        self, file: File | None, event: e.Event, *, by: str = "", role: str = "", ended: DueWake | None = None
    ) -> File | None:
        """Decide, keep, and everything that is passed on, in order. Returns the first file as it then is.

        A file is loaded when its turn comes: two events passed to the same one are decided one after the other. What
        the policy has no cell for reaches no machine (R33).
        """
        if causing.refused(event, file, role=role):
            self._refuse(event, None if role else file, ended)
            return file
        decision = decide(file, event)
        self._keep(file, event, decision, by, ended)
        first = decision.file
        forgotten, passed = _forgotten(decision), deque((decision.file, each) for each in _passes(decision))
        for _ in range(MOST_PASSES):
            if not passed:
                for file_id in forgotten:
                    self.store.forget(file_id, event.at)
                return first
            decided = self.pass_on(*passed.popleft(), by=by)
            if decided is not None:
                forgotten += _forgotten(decided)
                passed += ((decided.file, each) for each in _passes(decided))
        raise RuntimeError("a turn passes on without end")

    def pass_on(self, source: File, effect: Pass, *, by: str = "") -> Decision | None:
        """What one file passes on is decided at the other; None when that is gone, or the policy refuses it."""
        target = self.store.load(effect.to)
        if target is None and not isinstance(effect.event, e.Invited):
            return None
        if causing.refused(effect.event, target, source=source):
            self._refuse(effect.event, source, None)
            return None
        decision = decide(target, effect.event)
        self._keep(target, effect.event, decision, by, None)
        return decision

    def _refuse(self, event: e.Event, reader: File | None, ended: DueWake | None) -> None:
        """Counted, and logged by its class alone; whoever tapped hears what is said to a button of long ago."""
        self.refused += 1
        log.warning("policy.refused", kind=type(event).__name__)
        letter = None
        if reader is not None and not isinstance(event, e.ClockEvent):
            say = Say(prompt=Prompt(name=causing.stale_text(reader)), kind=LetterClass.REPLY, slot="stale", below=True)
            letter = letters.letter_of(say, reader, reader, event.at, None)
        said, outcome = (letter,) if letter else (), "reason: the policy refuses it"
        self.store.commit(Turn(at=event.at, before=None, after=None, letters=said, ended=ended, outcome=outcome))

    def _keep(self, before: File | None, event: e.Event, decision: Decision, by: str, ended: DueWake | None) -> None:
        check_plan(before, decision)
        after = decision.file
        says = [effect for effect in decision.effects if isinstance(effect, Say)]
        about = None if decision.forget else after.id
        made = (letters.letter_of(say, before, after, event.at, about) for say in says)
        said = tuple(letter for letter in made if letter is not None)
        outcome = "letter" if said else f"reason: {decision.reason or 'nothing to say'}"
        if isinstance(event, e.Woke) and event.expired:
            outcome = "expired"
        record = Record(event=event, by=by, said=tuple(say.prompt.name for say in says), reason=decision.reason)
        if decision.forget:
            away = self._taken_away(before, event.at)
            self.store.commit(Turn(at=event.at, before=None, after=None, letters=(*away, *said)))
            return
        self.store.commit(
            Turn(
                at=event.at,
                before=before,
                after=after,
                record=record,
                plan=decision.plan if isinstance(decision, PlanDecision) else None,
                why=decision.why if isinstance(decision, PlanDecision) else "",
                wakes=tuple(effect for effect in decision.effects if isinstance(effect, Wake)),
                letters=said,
                hush=decision.hush,
                nights=decision.nights,
                ended=ended,
                outcome=outcome,
            )
        )
        crash.here(crash.TURN)
        if after.chat is not None and (
            before is None or before.chat != after.chat or before.language != after.language
        ):
            self.menus.add(after.chat)

    def _taken_away(self, before: File | None, at: datetime) -> tuple[Letter, ...]:
        """What takes the messages of who is erased out of their chat; their menu goes too."""
        if before is None or before.chat is None:
            return ()
        self.menus.add(before.chat)
        try:
            numbers = self.store.in_chat(before.id, before.chat, at - clearing.DELETABLE)
        except OUT:
            raise
        except StoreBroken:  # a damaged row is no reason to keep the rest
            return ()
        return clearing.letters(before.chat, numbers, at)

    def _reply_stranger(self, said: Incoming, name: str) -> None:
        message = strangers.stranger(name, words(said.language))
        self._letter_stranger(said, message, LetterClass.REPLY, slot=f"stranger:{name}")

    def _letter_stranger(self, said: Incoming, message: Message, kind: LetterClass, slot: str = "") -> None:
        letter = letters.to_stranger(said, message, kind, slot)
        self.store.commit(Turn(at=said.at, before=None, after=None, letters=(letter,)))


def _passes(decision: Decision) -> list[Pass]:
    return [effect for effect in decision.effects if isinstance(effect, Pass)]


def _is_own_words(event: e.Event) -> bool:
    """Whether words of a client's own were kept: not a number, nor what went on to a person (R35)."""
    return stage_of(event) == DIARY and not isinstance(event, e.WordsPassed)


def _forgotten(decision: Decision) -> list[str]:
    return [decision.file.id] if decision.forget else []


def tier_of(said: Incoming) -> int | None:
    """The first step of all (R22): the tier of a safety signal in any text or caption; 0 for a bare call for help."""
    return safety.heard(said.text) if said.text else None


def check_plan(before: File | None, decision: Decision) -> None:
    """R2 once more, at the door: only a registration changes plan versions."""
    kept = before.versions if isinstance(before, Client) else ()
    now = decision.file.versions if isinstance(decision.file, Client) else ()
    if now != kept and not isinstance(decision, PlanDecision):
        raise PlanTouched("a decision without a coach's registration changed a plan")


def _apart() -> ModuleType:
    """The rule that nobody sees and facilitates (R30): asked now and then, so loaded with the first question."""
    from bot import apart

    return apart


def _token(said: Incoming) -> str:
    if said.kind is not IncomingKind.TEXT or commands.named(said.text, commands.CLIENT) != "start":
        return ""
    return commands.payload(said.text)


def _language(said: Incoming) -> str:
    return "nl" if said.language.startswith("nl") else "en"


def _client_of(file: File | None) -> Client:
    assert isinstance(file, Client)
    return file
