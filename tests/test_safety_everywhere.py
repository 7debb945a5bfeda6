"""Words that point to danger, from everybody, in every state, by every way in (R22).

The numbers are the first thing that comes out; the coach hears that, and never what, was written; no log line tells it.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import lag_stories
import pytest
import safety_stories
import structlog
from story import JOOST, SANNE, Phone, Story, on_stage
from test_transcripts import AGREED, first_day, joost_taps, plan, sanne_taps, welcome

from bot import logs
from dialogues import signal
from dialogues.words import words
from simulator.faults import Fault
from simulator.ledger import Seen
from state_machines.desk import STATES as DESK_STATES
from state_machines.desk_act import TALKING
from state_machines.files import Client
from storage.memory import MemoryStore
from storage.port import StoreBroken, StoreBusy
from storage.views import Look

DANGER = "ik wil niet meer leven en heb xylofoon pillen gespaard"
#: Words of the message that stand nowhere in the bot's own texts.
SECRETS = ("xylofoon", "pillen", "niet meer leven")
GROUP = -1001
Step = Callable[[Story], Awaitable[None]]


# --- states -------------------------------------------------------------------------------------------------------


async def invited(story: Story) -> None:
    """The link was opened; the coach hasn't said yet whether it is Sanne."""
    await story.sanne.opens(await story.invite())


def in_welcome(*taps: str) -> Step:
    """So far in the welcome."""

    async def step(story: Story) -> None:
        await invited(story)
        await joost_taps(story, "recognised")
        await sanne_taps(story, *taps)

    return step


async def typing_a_time(story: Story) -> None:
    """Asked to type another time."""
    await in_welcome("who", "go on", "agree")(story)
    await story.sanne.taps("Andere tijd")


async def buttons_only(story: Story) -> None:
    """No free text is kept."""
    await welcome(story)
    story.sanne.person.tap(story.sanne.person.screen[-1].message_id, "s:buttons:yes")
    await story.settle()


async def proposed(story: Story) -> None:
    """A plan waits for her yes."""
    await welcome(story)
    await story.joost.says("/plan")
    await story.joost.taps("Sanne", "Nieuw plan", "Per week")
    for word in ("Karin", "eigen werk", "32", "7-12-2026", "ma di do vr", "post"):
        await story.joost.says(word)
    await joost_taps(story, *AGREED)


async def paused(story: Story) -> None:
    """No check-ins for three days."""
    await welcome(story)
    await story.sanne.says("/pauze")
    await sanne_taps(story, "three days")


async def left(story: Story) -> None:
    """Stopped."""
    await welcome(story)
    await story.sanne.says("/stop")
    await sanne_taps(story, "stop")


async def unbound(story: Story) -> None:
    """The coach made a new link: this chat has no file any more."""
    await welcome(story)
    await story.joost.says("/uitnodigen")
    await story.joost.taps("Sanne")


def in_checkin(*taps: str) -> Step:
    """So far in the first check-in."""

    async def step(story: Story) -> None:
        await welcome(story)
        await plan(story)
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, *taps)

    return step


def asked(command: str, *labels: str) -> Step:
    """After a command and some of its buttons: a word is asked, or a page shown."""

    async def step(story: Story) -> None:
        await welcome(story)
        await story.sanne.says(command)
        await story.sanne.taps(*labels)

    return step


async def preparing(story: Story) -> None:
    """A question of the preparation of an evaluation is open: what is typed would be its answer."""
    await welcome(story)
    await lag_stories.plan(story, date(2026, 12, 17))
    await story.sanne.says("/evaluatie")
    await story.sanne.taps("Voorbereiden")


async def the_morning_after(story: Story) -> None:
    """A signal was there yesterday: "how is it now?" stands on the screen."""
    await welcome(story)
    await story.sanne.says("ik wil dood")
    await story.until("2026-12-01 09:00")


async def at_night(story: Story) -> None:
    """In the quiet hours."""
    await welcome(story)
    await story.until("2026-12-01 03:00")


async def silent(story: Story) -> None:
    """After five silent days."""
    await first_day(story)
    await story.until("2026-12-12 12:00")


async def nothing(_story: Story) -> None:
    """Nobody in particular: no file at all."""


STATES: dict[str, Step] = {
    "stranger": nothing,
    "claimed": invited,
    "welcome hello": in_welcome(),
    "welcome who": in_welcome("who"),
    "welcome consent": in_welcome("who", "go on"),
    "welcome time": in_welcome("who", "go on", "agree"),
    "welcome typing a time": typing_a_time,
    "welcome days": in_welcome("who", "go on", "agree", "16:30"),
    "resting": welcome,
    "buttons only": buttons_only,
    "prompted": in_checkin(),
    "snoozed": in_checkin("later"),
    "asking a list": in_checkin("7"),
    "asking hours": in_checkin("7", "coffee", "ready", "noise", "ready"),
    "short": in_checkin("2"),
    "done": in_checkin("7", "enough"),
    "plan proposed": proposed,
    "typing a zone": asked("/instellingen", "Tijdzone"),
    "typing a pause": asked("/pauze"),
    "writing a note": asked("/dagboek"),
    "preparing an evaluation": preparing,
    "naming own people": asked("/instellingen", "Mijn eigen mensen", "Iemand toevoegen"),
    "the morning after": the_morning_after,
    "paused": paused,
    "left": left,
    "unbound": unbound,
    "at night": at_night,
    "silent": silent,
}


# --- looking ------------------------------------------------------------------------------------------------------


def block(story: Story) -> tuple[str, ...]:
    """The numbers, as they stand in every safety text."""
    return signal.numbers(words(story.language))


def is_block(story: Story, text: str) -> bool:
    """Whether a text holds all the numbers."""
    return all(line in text for line in block(story))


def seen(story: Story, since: int, chat: int = SANNE) -> list[Seen]:
    """What somebody saw since then, keyboards that went away aside."""
    return [row for row in story.telegram.ledger.after(since, chat) if row.what in {"sent", "edited"}]


def came_out(story: Story, since: int) -> list[Seen]:
    """Everything that was sent to anybody since then, in order."""
    return [row for row in story.telegram.ledger.after(since) if row.what in {"sent", "edited", "photo", "document"}]


def told(story: Story) -> str:
    """All that coach and deputy ever saw, buttons and pop-ups included."""
    rows = [row for row in story.telegram.ledger if row.chat_id in {JOOST, safety_stories.BRAM}]
    return " ".join(f"{row.text} {[b.label for line in row.buttons for b in line]}" for row in rows)


@contextmanager
def logged() -> Iterator[list[dict[str, Any]]]:
    """Every log line of whatever level."""
    with structlog.testing.capture_logs() as lines:
        yield lines


def hides(story: Story, lines: list[dict[str, Any]], *outputs: str) -> None:
    """Asserts that none of the words is in what the coach saw, in the logs, or in anything printed."""
    for secret in SECRETS:
        assert secret not in told(story).casefold()
        assert secret not in repr(lines).casefold()
        for output in outputs:
            assert secret not in output.casefold()


# --- from a client, in every state ------------------------------------------------------------------------------------


def by_text(phone: Phone) -> None:
    phone.person.send(DANGER)


def by_caption(phone: Phone) -> None:
    phone.person.photo(DANGER)


def forwarded(phone: Phone) -> None:
    phone.person.send(DANGER, forwarded=True)


def by_edit(phone: Phone) -> None:
    own = [bubble for bubble in phone.person.screen if not bubble.from_bot]
    message = own[-1].message_id if own else phone.person.chat.last_message_id
    phone.person.edit(message, DANGER)


WAYS: dict[str, Callable[[Phone], None]] = {
    "text": by_text,
    "caption": by_caption,
    "forwarded": forwarded,
    "edit": by_edit,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", STATES)
async def test_safety_text_is_the_first_thing_that_comes_out(
    state: str, way: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """In every state and by every way in: the block first; the coach alerted at once, without a word of it."""
    async with on_stage() as story:
        await STATES[state](story)
        if way == "edit" and not any(not bubble.from_bot for bubble in story.sanne.person.screen):
            story.sanne.person.send("hallo")
            await story.settle()
        since = len(story.telegram.ledger)
        with logged() as lines:
            WAYS[way](story.sanne)
            await story.settle()
        first = came_out(story, since)[0]
        assert first.chat_id == SANNE
        assert is_block(story, first.text), first.text
        assert first.at == story.telegram.clock.now, "at any hour, at once"
        alerts = [row.text for row in seen(story, since, JOOST)]
        if state in {"stranger", "unbound"}:
            assert alerts == []
        else:
            assert len(alerts) == 1
            assert "Sanne" in alerts[0]
        hides(story, lines, *capfd.readouterr())


@pytest.mark.parametrize("text", ["/nood", "/emergency", "help", "Help!", "HELP", "113", "/nood nu", "/NOOD", "112"])
@pytest.mark.parametrize("state", ["stranger", "claimed", "welcome consent", "prompted", "asking a list", "left"])
async def test_a_bare_call_for_help_gets_the_block(state: str, text: str) -> None:
    """`/nood`, "help", "113": in any state the numbers first, and the coach told that help was asked for."""
    async with on_stage() as story:
        await STATES[state](story)
        since = len(story.telegram.ledger)
        await story.sanne.says(text)
        assert is_block(story, came_out(story, since)[0].text)
        assert len(seen(story, since, JOOST)) == (0 if state == "stranger" else 1)


async def test_the_help_command_is_about_the_bot_and_no_alarm() -> None:
    """`/help` with its slash: what one can do here."""
    async with on_stage() as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        await story.sanne.says("/help")
        assert seen(story, since, JOOST) == []
        assert not is_block(story, story.sanne.last)


async def test_the_emergency_button_gets_the_block() -> None:
    """The same as the command."""
    async with on_stage() as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        story.sanne.person.tap(story.sanne.person.screen[-1].message_id, "q:emergency")
        await story.settle()
        assert is_block(story, came_out(story, since)[0].text)
        assert len(seen(story, since, JOOST)) == 1


async def test_danger_again_and_again_is_answered_each_time() -> None:
    """Five messages: five blocks and a signal that stands; nobody is told less the second time."""
    async with on_stage() as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        for n in range(5):
            await story.sanne.says(f"{DANGER} {n}")
        assert sum(is_block(story, row.text) for row in seen(story, since)) == 5
        assert len(seen(story, since, JOOST)) >= 1
        file = story.file()
        assert isinstance(file, Client)
        assert [need.kind for need in file.needs] == ["safety"]


async def test_danger_between_many_others_goes_first() -> None:
    """Two hundred messages in line, the last of them in danger: the block is the first message out."""
    async with on_stage() as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        for n in range(60):
            story.sanne.person.send(f"bericht {n}")
        story.sanne.person.send(DANGER)
        await story.settle()
        assert is_block(story, seen(story, since)[0].text)


async def test_what_was_written_stays_the_clients_own() -> None:
    """Kept as a closed note in their own diary; nowhere on the coach's side: not in the logbook, not in the summary."""
    async with on_stage() as story:
        await welcome(story)
        story.sanne.person.tap(story.sanne.person.screen[-1].message_id, "s:diary:open")
        await story.settle()
        with logged() as lines:
            await story.sanne.says(DANGER)
            await story.until("2026-12-01 09:00")
            for command in ("/clienten", "/logboek"):
                await story.joost.says(command)
            await story.joost.taps("Sanne")
        file, look = story.file(), Look(who="p-joost", name="Joost", why="test", at=story.telegram.clock.now)
        notes = story.opened.views.own_notes(file.id, file.day.date.replace(day=1, month=11))
        assert [(note.text, note.open) for note in notes] == [(DANGER, False)]
        assert story.opened.views.trajectory(file.id, notes[0].day, look).notes == ()
        at_desk = story.opened.views.rows("p-joost", look)
        hides(story, lines, repr(at_desk), repr(story.file("coach")))


async def test_nothing_of_it_is_in_an_alert_a_deputys_chat_a_log_line_or_a_count(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Written, as a caption, and edited; alerts to coach and deputy, their desks, and the next days."""
    async with on_stage() as story:
        with logged() as lines:
            bram = await safety_stories.deputy_joins(story)
            await first_day(story)
            for way in WAYS.values():
                way(story.sanne)
                await story.until(f"{story.now + timedelta(minutes=25):%Y-%m-%d %H:%M}")
            assert "Sanne" in bram.last
            await story.sanne.taps("Laat Joost mij bellen")
            await story.until("2026-12-01 09:30")
            await safety_stories.taps(story, "better")
            for phone in (story.joost, bram):
                for command in ("/clienten", "/logboek", "/help"):
                    await phone.says(command)
            await safety_stories.taps(story, "contact", who=bram)
            await story.joost.says("/logboek")
            await story.joost.taps("Sanne")
            await story.until("2026-12-03 17:00")
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        desks = [repr(story.opened.views.rows(desk, look)) for desk in ("p-joost", "p-bram")]
        files = [repr(file) for file in story.opened.views.files() if not isinstance(file, Client)]
        hides(story, lines, *desks, *files, repr(story.opened.views.tally()), *capfd.readouterr())


async def test_before_the_consent_the_words_are_not_kept_at_all() -> None:
    """The signal is; the words are in no row of the log."""
    async with on_stage() as story:
        await in_welcome("who", "go on")(story)
        await story.sanne.says(DANGER)
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        kept = repr(story.opened.views.rows(story.file().id, look)) + repr(story.file())
        assert "SafetySignalled" in kept
        assert not [secret for secret in SECRETS if secret in kept]


# --- coach, stranger, group ----------------------------------------------------------------------------------------


#: What Joost does to come to a state of the desk; what begins with a bracket he taps, the rest he types.
PLAN = (
    "/plan", "[Sanne", "[Nieuw plan", "[Per week", "Karin", "eigen werk", "32", "7-12", "ma di do vr", "post", "geen",
    "geen", "nog niet", "vandaag",
)  # fmt: skip
LEEWAY = ("/plan", "[Sanne", "[Regelruimte opnemen", "[Deze stap", "[1 week")
STOP = ("/plan", "[Sanne", "[Gestopt door de bedrijfsarts", "dr. Smit", "[Over 2 weken")
EVALUATION = ("/plan", "[Sanne", "[Evaluatie vastleggen", "[Het was een extra")
CONSULT = ("/plan", "[Sanne", "[Consult", "7-12 14:00", "/plan", "[Sanne", "[Consult", "[Verzet")
LEAVE = ("/vervanging", "[Ik ben straks afwezig", "[Morgen")
DESK: dict[str, tuple[str, ...]] = {
    "idle": (),
    "inviting": ("/uitnodigen",),
    "template": PLAN[:3],
    "supervisor": PLAN[:4],
    "goal": PLAN[:5],
    "hours": PLAN[:6],
    "start": PLAN[:7],
    "days": PLAN[:8],
    "periods": (*PLAN[:3], "[Eigen stappen", *PLAN[4:9]),
    "tasks": PLAN[:9],
    "evaluations": PLAN[:10],
    "leeway": PLAN[:11],
    "physician": PLAN[:12],
    "agreed": PLAN[:13],
    "agreed_on": (*PLAN[:13], "[Op een andere datum"),
    "paper": (*PLAN[:13], "[Er is een getekend papier"),
    "check": PLAN,
    "leeway_step": LEEWAY[:3],
    "leeway_weeks": LEEWAY[:4],
    "leeway_check": LEEWAY,
    "stop_physician": STOP[:3],
    "stop_look_again": STOP[:4],
    "stop_check": STOP,
    "evaluation_day": EVALUATION[:3],
    "evaluation_outcome": EVALUATION,
    "consult_when": CONSULT[:3],
    "consult_move": CONSULT,
    "leave_from": LEAVE[:2],
    "leave_until": LEAVE,
    "writing": ("/logboek", "[Sanne", "[Schrijf Sanne"),
    "talking": ("/logboek", "[Sanne", "[Neem het gesprek over"),
}


def test_every_state_of_the_desk_is_among_them() -> None:
    """A dialogue that is added later is added here too."""
    assert set(DESK) == {*DESK_STATES, TALKING}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("desk", DESK)
async def test_a_coach_in_danger_gets_the_numbers_too(desk: str, way: str, capfd: pytest.CaptureFixture[str]) -> None:
    """At every step of the desk: nobody else is told, the words are kept nowhere, and no step is filled by them."""
    async with on_stage() as story:
        await welcome(story)
        for word in DESK[desk]:
            await (story.joost.taps(word[1:]) if word.startswith("[") else story.joost.says(word))
        before = story.file("coach")
        assert before.desk == desk
        since = len(story.telegram.ledger)
        with logged() as lines:
            WAYS[way](story.joost)
            await story.settle()
        first = came_out(story, since)[0]
        assert first.chat_id == JOOST
        assert is_block(story, first.text)
        assert seen(story, since) == []
        assert story.file("coach") == before
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        hides_in = repr(story.opened.views.rows("p-joost", look)), repr(lines), *capfd.readouterr()
        assert not [secret for secret in SECRETS if any(secret in one for one in hides_in)]


@pytest.mark.parametrize("way", WAYS)
async def test_a_group_gets_the_numbers_and_nobody_is_told(way: str) -> None:
    """Also when the member takes part in private: who wrote it isn't looked up."""
    async with on_stage() as story:
        await welcome(story)
        group = Phone(story, story.telegram.join(GROUP, "Sanne", kind="group", user_id=SANNE))
        if way == "edit":
            await group.says("hallo")
        since = len(story.telegram.ledger)
        WAYS[way](group)
        await story.settle()
        first = came_out(story, since)[0]
        assert first.chat_id == GROUP
        assert is_block(story, first.text)
        assert seen(story, since, JOOST) == []
        assert seen(story, since) == []


@pytest.mark.parametrize(
    ("code", "language"), [("nl", "nl"), ("nl-BE", "nl"), ("en", "en"), ("en-US", "en"), ("de", "en"), ("", "nl")]
)
async def test_a_stranger_reads_the_numbers_in_a_language_they_may_know(code: str, language: str) -> None:
    """Dutch for Dutch phones and unknown ones, English for all others."""
    async with on_stage() as story:
        piet = Phone(story, story.telegram.join(103, "Piet", language_code=code))
        await piet.says("I want to die")
        assert all(line in piet.last for line in signal.numbers(words(language)))


async def test_a_link_does_not_hide_the_danger() -> None:
    """Words behind `/start`, as somebody might type them: the numbers, and no file is bound."""
    async with on_stage() as story:
        link = await story.invite()
        since = len(story.telegram.ledger)
        await story.sanne.says(f"/start {link} {DANGER}")
        assert is_block(story, came_out(story, since)[0].text)


# --- when things break -----------------------------------------------------------------------------------------------


class Broken(MemoryStore):
    """A store whose transactions fail while `broken` is set."""

    broken: Exception | None = None
    depth = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        self.depth += 1
        try:
            with super().batch():
                yield
                if self.depth == 1 and self.broken is not None:
                    raise self.broken
        finally:
            self.depth -= 1


@pytest.mark.parametrize("error", [StoreBroken("the disk is full"), StoreBusy("locked"), ValueError("a defect")])
@pytest.mark.parametrize("state", ["stranger", "welcome consent", "prompted", "left"])
async def test_the_block_is_sent_although_nothing_can_be_kept(
    state: str, error: Exception, capfd: pytest.CaptureFixture[str]
) -> None:
    """A disk that is full: the numbers come all the same, once; the update waits and is kept when the store works."""
    store = Broken()
    async with on_stage(opened=store) as story:
        await STATES[state](story)
        since = len(story.telegram.ledger)
        with logged() as lines:
            story.sanne.person.send(DANGER)
            store.broken = error
            for _ in range(3):
                with pytest.raises(type(error)):
                    await story.stage.settle()
            shown = seen(story, since)
            assert [is_block(story, row.text) for row in shown] == [True]
            assert len(story.telegram.world.updates.pending) == 1
            store.broken = None
            await story.settle()
        assert story.telegram.world.updates.pending == []
        if state != "stranger":
            assert len(seen(story, since, JOOST)) == 1, "the coach's signal is late, and it comes"
        hides(story, lines, *capfd.readouterr())


async def test_the_block_is_sent_although_the_turn_has_a_defect() -> None:
    """A turn that raises three times: the numbers once at the first, and the message is kept aside, sealed."""

    class Defect(MemoryStore):
        defect = False

        def commit(self, turn: Any) -> None:
            if self.defect and turn.record is not None:
                raise LookupError("a defect")
            super().commit(turn)

    store = Defect()
    async with on_stage(opened=store) as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        store.defect = True
        with logged() as lines:
            story.sanne.person.send(DANGER)
            await story.stage.settle()
        assert is_block(story, seen(story, since)[0].text)
        assert story.stage.app.gateway.stumbles == 1
        hides(story, lines)


@pytest.mark.parametrize("kind", ["429", "reset_before", "502", "truncated", "html"])
async def test_the_block_comes_although_telegram_is_in_trouble(kind: str) -> None:
    """Five calls in a row that fail: the numbers are there within a minute, before anything else to this chat."""
    async with on_stage() as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        story.telegram.faults.add(Fault(method="sendMessage", kind=kind, chat_id=SANNE, times=5, retry_after=2))
        story.sanne.person.send("gewandeld met de hond")
        story.sanne.person.send(DANGER)
        await story.settle()
        await story.until(later(story, "2026-11-30 08:01"))
        assert is_block(story, next(row.text for row in seen(story, since)))


def later(story: Story, moment: str) -> str:
    """A moment that is still to come."""
    assert datetime.fromisoformat(moment).replace(tzinfo=story.now.tzinfo) > story.now
    return moment


def test_nothing_that_libraries_log_is_let_through(capfd: pytest.CaptureFixture[str]) -> None:
    """python-telegram-bot logs what it can't read, words included, as critical: silent at every level of ours."""
    import logging

    names = (
        "telegram",
        "telegram.Bot",
        "telegram.request.BaseRequest",
        "httpx",
        "aiohttp",
        "aiohttp.client",
        "transitions",
    )
    before = {name: logging.getLogger(name).level for name in (*names, "httpcore", "asyncio")}
    try:
        for level in ("debug", "info", "error"):
            logs.set_up(level)
            for name in names:
                logging.getLogger(name).critical("Received data was %r", DANGER)
                logging.getLogger(name).error(DANGER)
    finally:
        for name, number in before.items():
            logging.getLogger(name).setLevel(number)
        structlog.reset_defaults()
    assert not [secret for secret in SECRETS if secret in "".join(capfd.readouterr())]


def test_where_an_error_was_raised_is_told_without_its_words() -> None:
    """Its message may hold what somebody wrote."""
    try:
        raise ValueError(DANGER)
    except ValueError as error:
        said = logs.where(error)
    assert said.startswith("ValueError in test_safety_everywhere.py:")
    assert not [secret for secret in SECRETS if secret in said]
