"""The client's rights in the chat (R34): they work in every state, once each, and after erasing nothing is left."""

import dataclasses
import json
import pickle
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import people
import pytest
import referral_stories
import rights_stories
from lag_stories import sanne, taps, welcome
from story import SANNE, Story, on_stage
from test_restart import mortal

from bot import clearing, own_copy
from bot import rights as recipes
from bot.order import Order
from dialogues import commands, copy_chapters, copy_words, rights
from dialogues import taps as buttons
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import CLIENT_TEXTS, Message, Page
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from simulator.faults import Fault
from state_machines import events as e
from state_machines import questions
from state_machines.decide import decide
from state_machines.effects import Pass, Say
from state_machines.files import Client, Day, Professional
from state_machines.rights import UNKNOWN
from storage.deliveries import Delivery
from storage.links import Registered
from storage.open import open_memory, open_sqlite
from storage.port import LetterState, Settled, Turn
from storage.views import AccessRow, LogRow, OwnCopy
from tests.doing import role_of

AT = people.AT
IN_A_CHAT = {name: file for name, file in people.clients() if file.chat is not None}
COMMANDS = ("erase", "my_data", "who_looked", "consents", "correct")


def typed(text: str, at: datetime = AT) -> Incoming:
    return Incoming(update_id=1, at=at, chat=1, kind=IncomingKind.TEXT, text=text, message_id=4)


def tapped(data: str, at: datetime = AT) -> Incoming:
    return Incoming(update_id=1, at=at, chat=1, kind=IncomingKind.TAP, data=data, message_id=4)


def names(decision: object) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]  # type: ignore[attr-defined]


# --- in every state -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", IN_A_CHAT)
def test_each_right_answers_in_every_state(name: str) -> None:
    """By command in both languages: its own page, or, to an account that isn't recognised, that nothing is shown."""
    file = IN_A_CHAT[name]
    for command in (c for c in commands.CLIENT if c.what in COMMANDS):
        for word in (command.nl, command.en):
            decision = decide(file, understand(file, typed(f"/{word}")))
            assert not decision.forget
            for said in (effect for effect in decision.effects if isinstance(effect, Say)):
                if not said.recipe:
                    for language in LANGUAGES:
                        page = Page(file=decision.file, values=said.prompt.values, words=words(language))
                        assert CLIENT_TEXTS[said.prompt.name](cast("Page[Client]", page)).text
            found = names(decision)
            own = found[0].startswith(("rights.", "consents.", "menu.correct"))
            assert own or (file.journey in UNKNOWN and found == ["welcome.wait"]), found
            if file.journey in UNKNOWN:
                assert not any(effect.recipe for effect in decision.effects if isinstance(effect, Say))


@pytest.mark.parametrize("name", IN_A_CHAT)
def test_the_second_tap_erases_in_every_state(name: str) -> None:
    """The coach hears it, an open report is taken back, who talks hears the end; what isn't recognised lets go."""
    file = IN_A_CHAT[name]
    decision = decide(file, understand(file, tapped(buttons.rights("sure", file.today(AT)))))
    told = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    whats = [event.what for event in told if isinstance(event, e.ClientTold)]
    if file.journey in UNKNOWN:
        assert (decision.forget, names(decision), whats) == (False, ["rights.taken_back"], ["taken_back"])
        assert isinstance(decision.file, Client)
        assert decision.file.chat is None
        return
    waits = any(need.kind == "safety" for need in file.needs)
    assert (decision.forget, names(decision)) == (True, ["rights.erased"])
    hears = ["erased"] if file.facilitator else []  # at whose desk they stand too
    assert whats == ["erased_signalled" if waits else "erased", *hears]
    gone = [event for event in told if isinstance(event, e.ReferralGone)]
    assert len(gone) == bool(file.referral and file.referral.physician)
    assert len([event for event in told if isinstance(event, e.TalkTold)]) == (file.talk is not None)


@pytest.mark.parametrize("name", IN_A_CHAT)
def test_an_old_page_asks_once_more(name: str) -> None:
    """A button of another day erases nothing and lets go of nothing."""
    file = IN_A_CHAT[name]
    decision = decide(file, understand(file, tapped(buttons.rights("sure", file.today(AT) - timedelta(days=1)))))
    assert (decision.forget, names(decision)) == (False, ["rights.erase"])


@pytest.mark.parametrize("name", IN_A_CHAT)
def test_the_copy_can_be_drawn_in_every_state(name: str) -> None:
    """Of any file, in both languages, without an error: a paper for the worker process, and JSON that is JSON."""
    for language in LANGUAGES:
        file = dataclasses.replace(IN_A_CHAT[name], language=language)
        page = Page(file=file, values={}, words=words(language))
        kept = OwnCopy(file=file, log=(), plans=tuple(Registered(plan=p) for p in file.versions), messages=(), looks=())
        order = own_copy.paper(page, kept, AT)
        assert pickle.loads(pickle.dumps(order.values)) == order.values
        drawn = own_copy.as_json(page, kept)
        assert drawn.paper is not None
        assert json.loads(drawn.paper.content)["file"]["name"] == file.name


# --- everything that is kept --------------------------------------------------------------------------------------


def test_the_copy_has_every_field_of_every_value() -> None:
    """Whatever is kept of a client stands in the JSON under its own name: also a field that is added tomorrow."""
    files = tuple(people.clients())
    for _, file in files:
        _same(file, own_copy.plain(file))
    for event in people.client_events(files[0][1]):
        _same(event, own_copy.plain(event))


def _same(value: object, found: object) -> None:
    """The plain form holds exactly the fields of the value, all the way down."""
    if dataclasses.is_dataclass(value):
        assert isinstance(found, dict)
        assert found.pop("is") == type(value).__name__
        assert found.keys() == {field.name for field in dataclasses.fields(value)}
        for name, each in found.items():
            _same(getattr(value, name), each)
    elif isinstance(value, tuple):
        assert isinstance(found, list)
        assert len(found) == len(value)
        for one, other in zip(value, found, strict=True):
            _same(one, other)


def test_the_paper_says_of_every_field_whether_it_shows_it() -> None:
    """A new field of a client's file is put with those that the paper shows, or with the bookkeeping, knowingly."""
    fields = {field.name for field in dataclasses.fields(Client)}
    assert not copy_chapters.SHOWN & copy_chapters.UNSHOWN
    assert fields == copy_chapters.SHOWN | copy_chapters.UNSHOWN
    assert copy_words.QUESTIONS.keys() == questions.BY_NAME.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_what_was_filled_in(language: str) -> None:
    """Scores, givers, hours, notes, plan, consent, talks, messages' moments and who looked, each in its chapter."""
    told = "\n".join(_words_on(own_copy.paper(_page(language), a_year(weeks=1), AT)))
    said = words(language)
    for wanted in ("coffee with Els", "note of day 3", "own work", "Joost", said.number(6), "Karin", "16:30"):
        assert wanted in told, wanted


def _page(language: str) -> Page[Client]:
    return Page(file=people.client(language=language), values={}, words=words(language))


def _words_on(order: Order) -> Iterator[str]:
    paper = cast("own_copy.own_copy.CopyPaper", order.values)
    for chapter in paper.chapters:
        yield from (chapter.heading, *chapter.paragraphs, *chapter.points, *(" ".join(fact) for fact in chapter.facts))
        yield from (" ".join(row) for row in chapter.rows)


def a_year(weeks: int = 52) -> OwnCopy:
    """A file with a check-in and a note every day, eight messages a day, and a look a day."""
    client, began = people.client(), datetime(2026, 1, 1, 16, 30, tzinfo=UTC)
    happened: list[e.Event] = []
    for n in range(7 * weeks):
        at, day = began + timedelta(days=n), (began + timedelta(days=n)).date()
        scores = (("energy", 5), ("complaint", 6), ("hours", 4))
        happened += (e.Answered(at=at, day=day, question=q, number=people.Decimal(s), ready=True) for q, s in scores)
        happened += (e.Answered(at=at, day=day, question=q, add="coffee with Els") for q in ("giver", "drainer"))
        happened.append(e.Noted(at=at, text=f"note of day {n} " + "and more of it " * 10, message_id=n, day=day))
    times = [began + timedelta(days=n // 8, seconds=n) for n in range(56 * weeks)]
    return OwnCopy(
        file=client,
        log=tuple(LogRow(n=n, at=event.at, actor="client", event=event) for n, event in enumerate(happened, 1)),
        plans=tuple(Registered(plan=plan) for plan in client.versions),
        messages=tuple(
            Delivery(n=n, kind="reply", state=LetterState.SENT, planned=at, taken=at) for n, at in enumerate(times, 1)
        ),
        looks=tuple(
            AccessRow(n=n, at=at, who="p-1", name="Joost", why="overview") for n, at in enumerate(times[::8], 1)
        ),
    )


@pytest.mark.long
def test_a_copy_of_a_year_takes_less_than_ten_seconds() -> None:
    """Fifty-two weeks, both files, the paper too (issue: within 10 s)."""
    import time

    kept, began = a_year(), time.monotonic()
    order = own_copy.paper(_page("nl"), kept, AT)
    assert order.work(order.values).startswith(b"%PDF")
    assert own_copy.as_json(_page("nl"), kept).paper is not None
    assert time.monotonic() - began < 10


# --- who looked ---------------------------------------------------------------------------------------------------


def test_all_looks_can_be_read_a_page_at_a_time_newest_first() -> None:
    """With "Earlier" every look is reached once, and each page fits a message."""
    page, looked = _page("nl"), a_year(weeks=6).looks
    lines: list[str] = []
    skip = 0
    while True:
        shown = rights.looks(page, looked, skip)
        lines += [line for line in shown.text.splitlines() if line.startswith("•")]
        if not shown.rows:
            break
        event = understand(page.file, tapped(shown.rows[0][0].data))
        assert isinstance(event, e.RightsChosen)
        assert event.skip == skip + rights.MOST_LOOKS
        skip = event.skip
    assert len(lines) == len(looked)
    assert "11 feb" in lines[0]
    assert "1 jan" in lines[-1]


# --- on the real bot ----------------------------------------------------------------------------------------------


async def in_a_checkin(story: Story) -> None:
    await rights_stories.lived(story)


async def with_a_report(story: Story) -> None:
    await referral_stories.report_sent(story)


async def after_a_signal(story: Story) -> None:
    await welcome(story)
    await story.sanne.says("ik wil niet meer leven")


async def in_a_talk(story: Story) -> None:
    await rights_stories.lived(story)
    with story.opened.batch():
        taken = e.TakenOver(at=story.now.astimezone(UTC), by="p-joost", name="Joost", minutes=60)
        story.stage.app.door.act(sanne(story).id, taken, by="story", role=role_of(taken))
    await story.settle()
    await story.sanne.says("Fijn dat je er bent, Joost. CANARY-7")


async def paused(story: Story) -> None:
    await rights_stories.lived(story)
    await story.sanne.says("/pauze")
    await taps(story, "3 dagen")


async def left(story: Story) -> None:
    await rights_stories.lived(story)
    await story.sanne.says("/stop")
    await taps(story, "Ja, stop")


async def blocked_and_back(story: Story) -> None:
    await rights_stories.lived(story)
    story.sanne.person.block()
    await story.settle()
    story.sanne.person.unblock()
    await story.settle()


async def in_the_welcome(story: Story) -> None:
    await story.sanne.opens(await story.invite())
    await story.joost.taps("Ja, dat is Sanne")


STATES: dict[str, Callable[[Story], Awaitable[None]]] = {
    "in a check-in": in_a_checkin,
    "a report is open": with_a_report,
    "after a signal": after_a_signal,
    "in a talk": in_a_talk,
    "paused": paused,
    "left": left,
    "blocked and back": blocked_and_back,
    "in the welcome": in_the_welcome,
}


@pytest.mark.parametrize("state", STATES)
async def test_after_erasing_nothing_is_left(state: str, tmp_path: Path) -> None:
    """Tapped twice: no file, no row with the chat or a word, the chat cleared, one last message, the coach told."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path, synchronous="OFF")) as story:
        await STATES[state](story)
        file = sanne(story)
        await erase(story)
        heard = [bubble.text for bubble in story.joost.person.screen if "gewist" in bubble.text]
        assert len(heard) == 1
        assert ("contact nodig" in heard[0]) == (state == "after a signal")
        assert [bubble.text[:13] for bubble in story.sanne.person.screen if bubble.from_bot][-1] == "Het is gedaan"
        young = [
            b
            for b in story.sanne.person.screen[:-1]
            if b.from_bot and story.telegram.clock.now - b.date < clearing.DELETABLE
        ]
        assert young == []
        assert [type(each) for each in story.opened.views.files() if isinstance(each, Client)] == []
        desks = [each for each in story.opened.views.files() if isinstance(each, Professional) and each.role == "coach"]
        assert [(desk.clients, desk.with_client) for desk in desks] == [((), None)]
        assert story.opened.upkeep.verify() == ()
    assert rows_with(path, file.id, SANNE) == {"erasing"}
    on_disk = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    for canary in ("gewandeld met de hond", "CANARY-7", "niet meer leven", "een uur lezen"):
        assert canary.encode() not in on_disk


async def erase(story: Story) -> None:
    """Both steps, the second one tapped twice at once."""
    await story.sanne.says("/wissen")
    page = story.sanne.person.screen[-1]
    sure = next(b for line in page.buttons for b in line if b.label == "Ja, wis alles")
    for _ in range(2):
        story.sanne.person.tap(page.message_id, sure.data or "")
    await story.settle()


def rows_with(path: Path, *values: object) -> set[str]:
    """The tables of which a row has one of these values."""
    found = set()
    with closing(sqlite3.connect(path)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            for row in db.execute(f"SELECT * FROM {table}"):
                found |= {table} if any(value in row for value in values) else set()
    return found


async def test_the_coach_erases_at_the_clients_wish_and_a_second_tap_does_nothing() -> None:
    """Named in both steps; the client gets the last message; a page of another day asks again."""
    async with on_stage() as story:
        await rights_stories.rights_erase_by_coach(story)
        assert "Het is gedaan" in story.sanne.last
        assert not [file for file in story.opened.views.files() if isinstance(file, Client)]


async def test_an_account_that_is_not_recognised_sees_nothing_and_lets_go_of_itself_alone() -> None:
    """The file and its history stay for the real client; the coach hears it and can make a new link."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await story.sanne.says("/mijngegevens")
        await story.sanne.says("/wiekeek")
        assert "Sanne" not in "".join(b.text for b in story.sanne.person.screen if b.from_bot)
        await story.sanne.says("/wissen")
        await story.sanne.taps("Ja, laat los")
        assert sanne(story).chat is None
        assert "teruggetrokken" in story.joost.last
        await story.joost.taps("Nieuwe link")
        await story.sanne.opens(story.joost.last.split("start=")[1].split()[0])
        await story.joost.taps("Ja, dat is Sanne")
        assert sanne(story).journey == "welcome"


async def test_the_copy_comes_as_two_files() -> None:
    """A PDF and JSON, to the client alone, and no look is written for it."""
    async with on_stage() as story:
        await rights_stories.lived(story)
        before = len(story.opened.views.accesses(sanne(story).id))
        for name in ("rights.copy", "rights.copy_json"):
            drawn = recipes.RECIPES[name](story.opened.views, sanne(story), {}, story.now)
            assert isinstance(drawn, Order | Message)
        assert len(story.opened.views.accesses(sanne(story).id)) == before


async def test_a_chat_without_a_role_loses_its_menu_and_what_telegram_refuses_stays() -> None:
    """One message that can't be deleted is no reason to keep the others; the last message comes all the same."""
    async with on_stage() as story:
        await rights_stories.lived(story)
        faults = story.telegram.faults
        faults.add(Fault(method="deleteMessages", kind="400", description="Bad Request: message can't be deleted"))
        faults.add(Fault(method="deleteMessage", kind="400", description="Bad Request: message can't be deleted"))
        menus = len(story.telegram.world.profile.commands)
        await erase(story)
        assert "Het is gedaan" in story.sanne.last
        assert len(story.telegram.world.profile.commands) == menus - 1
        assert sum(row.what == "deleted" for row in story.telegram.ledger.after(0)) == 1  # of two younger than two days


# --- a bot that ends in between -----------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("method", ["deleteMessages", "sendMessage"])
async def test_a_bot_killed_while_it_clears_the_chat_goes_on_with_it(method: str, when: str, tmp_path: Path) -> None:
    """At the next start the rest is deleted and the last message comes; then no row has the chat any more."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await rights_stories.lived(story)
        await story.sanne.says("/wissen")
        story.kill = _once(method, when)
        await story.sanne.taps("Ja, wis alles")
        story.kill = lambda _method, _parameters: ""
        await story.until("2026-12-04 17:00")
        assert story.lives > 1
        assert "Het is gedaan" in story.sanne.last
        young = [b for b in story.sanne.person.screen if b.from_bot and b.date >= datetime(2026, 12, 4, tzinfo=UTC)]
        assert {b.text[:13] for b in young} == {"Het is gedaan"}
    assert rows_with(tmp_path / "trede.db", SANNE) == set()


def _once(method: str, when: str) -> Callable[[str, Mapping[str, object]], str]:
    """Kill at the first call of this method to Sanne's chat."""
    left = [when]
    return lambda name, values: (
        left.pop() if left and name == method and str(values.get("chat_id")) == str(SANNE) else ""
    )


@pytest.mark.parametrize("opening", [open_memory, None])
def test_what_is_to_be_cleared_survives_the_erasure_and_leaves_no_row(opening: object, tmp_path: Path) -> None:
    """The numbers wait about no file, in parts of a hundred; once they ended nothing of the letter stays."""
    store = open_memory() if opening else open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    with store.batch():
        store.commit(Turn(at=AT, before=None, after=None, letters=clearing.letters(7, range(1, 151), AT)))
        store.forget("c-1", AT)
    sizes = []
    for _ in range(2):
        with store.batch():
            (claimed,) = store.claim(AT + timedelta(minutes=1)).letters
            sizes.append(len(json.loads(claimed.letter.body)["take_away"]))
            store.settle([Settled(n=claimed.n, state=LetterState.SENT, at=AT, leaves=True)])
    assert sizes == [100, 50]
    assert sum(store.views.tally().letters.values()) == 0


def test_consent_is_given_to_the_text_that_was_read() -> None:
    """A button whose text reads otherwise by now shows it again; one that fits keeps its hash and language."""
    file = people.client(day=Day(date=people.MONDAY))
    for subject in ("coach", "diary", "physician", "supervisor"):
        asked = understand(file, tapped(buttons.consent("give", subject, "0" * 12)))
        assert asked == e.ConsentAsked(at=AT, subject=subject, note="changed")
        page = CLIENT_TEXTS["consents.one"](Page(file=file, values={"subject": subject}, words=words("nl")))
        decision = decide(file, understand(file, tapped(page.rows[0][0].data)))
        assert isinstance(decision.file, Client)
        if decision.file.consents != file.consents:
            assert len(decision.file.consents[-1].text) == 64
