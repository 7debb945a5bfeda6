"""A conversation on stage: people with phones, the real bot, a local Telegram, and a clock that is pushed.

What everyone sees is written down as a transcript that a coach can read.
"""

import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from one_worker import OneWorker

from bot.mail import Carried, Carry, Mail
from bot.stage import Files, Stage
from bot.turn import Fresh
from simulator.clock import VirtualClock
from simulator.ledger import Seen
from simulator.person import Person
from simulator.telegram import Telegram
from state_machines.events import ProfessionalAdded
from state_machines.files import Client, File, Invite, Professional
from state_machines.journey import link_expires
from storage.open import Opened, open_memory

ZONE = ZoneInfo("Europe/Amsterdam")
TOKEN = "42:story"
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=ZONE)
SANNE, JOOST = 101, 102
TRANSCRIPTS = Path(__file__).parent / "transcripts"


def fixed_fresh() -> Fresh:
    """Tokens and pseudonyms that are the same in each run."""
    count = itertools.count(1)
    return Fresh(token=lambda: f"token{next(count):017d}", pseudonym=lambda: f"{next(count):010x}")


class Phone:
    """Somebody's phone, and the story it is part of: everything they do is followed until the bot rests."""

    def __init__(self, story: "Story", person: Person) -> None:
        self._story, self.person = story, person

    async def says(self, text: str) -> None:
        """Type and send."""
        self.person.send(text)
        await self._story.settle()

    async def taps(self, *labels: str) -> None:
        """Tap these buttons, one after the other; a label may be its beginning."""
        for label in labels:
            self.person.tap_label(self.find(label))
            await self._story.settle()

    async def opens(self, payload: str) -> None:
        """Open a deep link."""
        self.person.open_link(payload)
        await self._story.settle()

    async def edits(self, message_id: int, text: str) -> None:
        """Change an own message."""
        self.person.edit(message_id, text)
        await self._story.settle()

    def find(self, label: str) -> str:
        """The newest visible button that is, or begins with, this label (a check mark or dot before it aside)."""
        for bubble in reversed(self.person.screen):
            for shown in bubble.labels:
                if shown == label or shown.lstrip("✓•· ").startswith(label):
                    return shown
        raise AssertionError(f"no button {label!r} on screen:\n{self.shows()}")

    def shows(self, last: int = 3) -> str:
        """The last messages on the screen."""
        bubbles = self.person.screen[-last:]
        return "\n".join(f"{b.text}\n   {' '.join(f'[{name}]' for name in b.labels)}" for b in bubbles)

    @property
    def last(self) -> str:
        """The text of the newest message of the bot."""
        return next(b.text for b in reversed(self.person.screen) if b.from_bot)


class Story:
    """The stage with its people."""

    def __init__(self, stage: Stage, telegram: Telegram, opened: Opened, language: str) -> None:
        self.stage, self.telegram, self.opened, self.language = stage, telegram, opened, language
        self.mails: list[Mail] = []
        self.names = {SANNE: "Sanne", JOOST: "Joost"}
        self.joost = self.phone(JOOST, "Joost")
        self.sanne = self.phone(SANNE, "Sanne", "de V.")

    def phone(self, chat: int, first: str, last: str = "") -> Phone:
        """A phone with Telegram on it."""
        return Phone(self, self.telegram.join(chat, first, last, language_code=self.language))

    @property
    def now(self) -> datetime:
        """The moment, in the Netherlands."""
        return self.telegram.clock.now.astimezone(ZONE)

    async def settle(self) -> None:
        """Until the bot rests; a turn that raised is a defect."""
        await self.stage.settle()
        assert self.stage.app.gateway.stumbles == 0, "a turn could not be handled"

    async def until(self, moment: str) -> None:
        """Let time pass until a wall-clock moment in the Netherlands: "2026-11-30 16:30"."""
        goal = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        assert goal > self.now, f"{moment} is past"
        await self.stage.advance_to(goal.astimezone(UTC))

    def file(self, kind: str = "client") -> File:
        """The one client's, or the coach's, file as it is kept."""
        wanted = Client if kind == "client" else Professional
        return next(file for file in self.opened.views.files() if isinstance(file, wanted))

    async def coach_joins(self) -> None:
        """Joost is added by an operator and opens his link."""
        now = self.telegram.clock.now
        token = "coach-token-000000000"
        from bot.turn import digest_of

        added = ProfessionalAdded(
            at=now,
            professional="p-joost",
            name="Joost",
            language=self.language,
            invite=Invite(digest=digest_of(token), expires=link_expires(now)),
            regime="delegation",
        )
        with self.opened.batch():
            self.stage.app.door.act(None, added, by="story")
        await self.joost.opens(token)

    async def invite(self, name: str = "Sanne") -> str:
        """Joost invites somebody; the payload of the link."""
        await self.joost.says("/uitnodigen" if self.language == "nl" else "/invite")
        await self.joost.says(name)
        return self.joost.last.split("start=")[1].split()[0]

    def transcript(self, names: Mapping[int, str] | None = None, after: int = 0) -> str:
        """What everyone did and saw, in order, as a coach can read it."""
        return render(self.telegram.ledger.after(after), names or self.names)


def render(rows: list[Seen], names: Mapping[int, str]) -> str:
    """Rows of the ledger as a conversation, with a line wherever time moved."""
    lines: list[str] = []
    labels: dict[tuple[int, str], str] = {}
    clock = ""
    for row in rows:
        labels |= {(row.chat_id, b.data): b.label for line in row.buttons for b in line if b.data}
        now = f"{row.at.astimezone(ZONE):%a %Y-%m-%d %H:%M}"
        if row.chat_id not in names or row.what in {"answered", "markup"}:
            continue
        if now != clock:
            lines += ["", f"== {now}"]
            clock = now
        lines += _row(row, names[row.chat_id], labels.get((row.chat_id, row.text), row.text))
    return "\n".join(lines).strip() + "\n"


def _row(row: Seen, name: str, tapped: str) -> list[str]:
    label = {
        "user_text": f"{name}: {row.text}",
        "user_edit": f"{name} (edits): {row.text}",
        "user_tap": f"{name} taps [{tapped}]",
        "user_voice": f"{name} sends a voice message",
        "user_photo": f"{name} sends a photo",
        "user_sticker": f"{name} sends a sticker",
        "user_block": f"{name} blocks the bot",
        "user_unblock": f"{name} unblocks the bot",
        "deleted": f"Trede takes a message away from {name}",
    }.get(row.what)
    if label:
        return [label]
    verb = "edited for" if row.what == "edited" else "to"
    text = [f"    {line}" for line in row.text.splitlines()]
    buttons = ["    " + " ".join(f"[{button.label}]" for button in line) for line in row.buttons]
    return [f"Trede {verb} {name}:", *text, *buttons]


@asynccontextmanager
async def on_stage(
    language: str = "nl", start: datetime = MONDAY, opened: Opened | None = None, mail: Carry | None = None
) -> AsyncIterator[Story]:
    """A story that begins on a Monday at eight, with a coach who has joined. Mail is gathered in `Story.mails`."""
    clock = VirtualClock(start.astimezone(UTC))
    telegram = Telegram(TOKEN, clock)
    store = opened or open_memory()
    mails: list[Mail] = []

    async def gather(mail: Mail) -> Carried:
        mails.append(mail)
        return Carried.SENT

    async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
        reply = await telegram.call(method, parameters, files)
        return reply.status, reply.raw if reply.raw is not None else json.dumps(reply.body).encode()

    own = {"now": lambda: clock.now, "jump": clock.jump, "token": TOKEN, "fresh": fixed_fresh(), "mail": mail or gather}
    stage = Stage(store, call, workshop=OneWorker(), **own)
    await stage.start()
    try:
        story = Story(stage, telegram, store, language)
        story.mails = mails
        await story.coach_joins()
        yield story
    finally:
        await stage.stop()
        store.close()
