"""Pictures and papers in Telegram: asked for, drawn just before sending, never kept; in words when drawing fails."""

import asyncio
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sample_plans
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader
from story import JOOST, MONDAY, SANNE, Story, on_stage
from telegram import Bot
from test_over_http import TOKEN, Installation, ended, running
from test_transcripts import welcome

from bot import papers
from bot.transport import Transport
from bot.wire import Wire
from bot.workshop import NotDrawn
from dialogues import papers as said_with
from dialogues import phrases, taps
from dialogues.prompt import Message, Paper
from dialogues.words import words
from simulator import server
from simulator.ledger import Seen
from state_machines import events as e
from state_machines.files import Client, Professional, Sketch, but
from state_machines.papers import KINDS
from state_machines.plan import Plan
from storage.open import Opened, open_sqlite
from storage.port import Letter, Turn
from tests.doing import role_of

ROOT = Path(__file__).parents[2]
LABELS = {"picture": "Plaatje", "pdf": "Op papier", "calendar": "Agenda", "referral": "Zoals de bedrijfsarts"}


@asynccontextmanager
async def with_plan(plan: Plan | None = None, opened: Opened | None = None) -> AsyncIterator[Story]:
    """Sanne is in coaching; her plan was registered and she agreed to it."""
    async with on_stage(opened=opened) as story:
        await welcome(story)
        registered = plan or sample_plans.made(registered=MONDAY.date(), evaluations=sample_plans.evaluations(2, 4))
        await register(story, registered)
        await agree(story)
        yield story


async def act(story: Story, *events: e.Event) -> None:
    """What these events bring about at Sanne's file."""
    for event in events:
        with story.opened.batch():
            story.stage.app.door.act(sanne(story).id, event, by="p-joost", role=role_of(event))
        await story.settle()


async def register(story: Story, plan: Plan) -> None:
    """Joost registers a plan."""
    now = story.telegram.clock.now
    await act(story, e.PlanAgreed(at=now, version=plan, parties=("client", "supervisor"), reason="agreed"))


async def agree(story: Story) -> None:
    """Sanne finds it doable, and says yes."""
    now, draft = story.telegram.clock.now, sanne(story).draft
    assert draft is not None
    doable = e.DoableAnswered(at=now, digest=draft.digest(), number=Decimal(8))
    await act(story, doable, e.PlanAnswered(at=now, digest=draft.digest(), agreed=True))


def sanne(story: Story) -> Client:
    """Her file."""
    file = story.file()
    assert isinstance(file, Client)
    return file


async def ask(story: Story, kind: str) -> Seen:
    """She asks for one by the buttons under /plan; the row of what came."""
    before = len(story.telegram.ledger)
    await story.sanne.says("/plan")
    if kind == "referral":
        await story.sanne.says("/bedrijfsarts")
    if kind == "why":
        await story.sanne.taps(LABELS["pdf"], "Wat verschuift")
    else:
        await story.sanne.taps(LABELS[kind])
    return [row for row in story.telegram.ledger.after(before, SANNE) if row.what in {"photo", "document", "sent"}][-1]


def newest(story: Story) -> tuple[str, bytes]:
    """The newest file that the bot sent: its name and what is in it."""
    file = list(story.telegram.world.files.values())[-1]
    return file.name, file.content


# --- they arrive --------------------------------------------------------------------------------------------------


async def test_a_client_asks_for_each_and_gets_it() -> None:
    """A picture as a photo, papers as files that open, each as a new message with words of its own."""
    async with with_plan() as story:
        assert (await ask(story, "picture")).what == "photo"
        name, content = newest(story)
        assert (name, Image.open(io.BytesIO(content)).width) == ("plan-v1.png", 1080)
        assert (await ask(story, "pdf")).what == "document"
        name, content = newest(story)
        assert name == "plan-v1.pdf"
        assert "Karin" in PdfReader(io.BytesIO(content)).pages[0].extract_text()
        assert (await ask(story, "calendar")).what == "document"
        name, content = newest(story)
        assert name == "plan.ics"
        assert len(Calendar.from_ical(content).walk("VEVENT")) == 6
        assert (await ask(story, "why")).what == "document"
        name, content = newest(story)
        assert name == "klachten-en-plan.pdf"
        assert len(PdfReader(io.BytesIO(content)).pages) == 1


async def test_the_words_under_a_picture_say_what_it_shows() -> None:
    """One sentence, then all that is in it, within what Telegram takes."""
    async with with_plan() as story:
        row = await ask(story, "picture")
        assert row.text.startswith("Het plan gaat van 8 uur in week 49 naar 32 uur in week 52.")
        assert "16 uur in week 50" in row.text
        assert "Vandaag is het maandag 30 november." in row.text
        weeks = tuple((MONDAY.date() + n * sample_plans.WEEK, Decimal(n)) for n in range(60))
        values = papers.picture_of(sample_plans.seventeen_weeks(), words("nl"), worked=weeks)
        assert len(values.alt) > 1024
        assert phrases.size(said_with.picture(values.sentence, values.alt).text) <= 1024


async def test_hours_that_a_client_noted_are_in_their_own_picture_only() -> None:
    """Worked hours come from the whole log, also when the file no longer holds them; on paper they never are."""
    plan = sample_plans.made(
        template="custom", periods=sample_plans.periods(*sample_plans.BUILD_UP), registered=MONDAY.date()
    )
    async with with_plan(plan) as story:
        for day, hours in ((date(2026, 11, 30), "1.75"), (date(2026, 12, 1), "1.5")):
            at = story.telegram.clock.now + (day - MONDAY.date())
            await act(story, e.HoursNoted(at=at, day=day, hours=Decimal(hours)))
        await story.until("2027-01-20 12:00")
        assert date(2026, 11, 30) not in {day.date for day in sanne(story).window}
        row = await ask(story, "picture")
        assert "Gewerkt, zelf genoteerd: 3,25 uur in week 49." in row.text
        await ask(story, "pdf")
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(newest(story)[1])).pages)
        assert "3,25" not in text
        assert "ewerkt" not in text.replace("geen gewerkte uren", "")


async def test_a_client_without_a_plan_is_told_kindly() -> None:
    """Nothing is drawn; the page about complaints is there for everybody."""
    async with on_stage() as story:
        await welcome(story)
        for kind in KINDS:
            await act(story, e.PaperAsked(at=story.telegram.clock.now, kind=kind))
        assert [file.name for file in story.telegram.world.files.values()] == ["klachten-en-plan.pdf"]


async def test_a_plan_that_waits_for_a_yes_is_drawn_as_a_proposal_and_put_in_no_calendar() -> None:
    """Until the client says yes it is a draft (R1)."""
    async with on_stage() as story:
        await welcome(story)
        await register(story, sample_plans.made(registered=MONDAY.date()))
        await act(story, e.PaperAsked(at=story.telegram.clock.now, kind="pdf"))
        assert "voorstel" in PdfReader(io.BytesIO(newest(story)[1])).pages[0].extract_text()
        await act(story, e.PaperAsked(at=story.telegram.clock.now, kind="calendar"))
        assert newest(story)[0] == "plan-v1.pdf"
        assert "nog niet bevestigd" in story.sanne.last


async def test_a_new_version_updates_the_calendar_and_cancels_what_is_gone() -> None:
    """The file of the second version names what the first had."""
    async with with_plan() as story:
        await ask(story, "calendar")
        first = {str(each["UID"]) for each in Calendar.from_ical(newest(story)[1]).walk("VEVENT")}
        shorter = sample_plans.made(template="custom", periods=sample_plans.periods(8, 16), registered=MONDAY.date())
        await register(story, shorter)
        await agree(story)
        await ask(story, "calendar")
        found = Calendar.from_ical(newest(story)[1]).walk("VEVENT")
        assert {str(each["UID"]) for each in found} == first
        assert sum(each["STATUS"] == "CANCELLED" for each in found) == 4
        assert {int(each["SEQUENCE"]) for each in found} == {2}


async def test_a_coach_sees_the_picture_of_the_plan_they_are_entering() -> None:
    """From the sketch in the coach's own file, marked as not registered; without a sketch nothing is sent."""
    async with on_stage() as story:
        coach = story.file("coach")
        assert isinstance(coach, Professional)
        desk = letter(story, coach.id, "desk.plan_picture", JOOST)
        await keep(story, desk)
        assert not story.telegram.world.files
        sketch = Sketch(
            template="weekly",
            client="c-1",
            supervisor="Karin",
            goal="eigen werk",
            contract_hours=Decimal(32),
            start=date(2026, 12, 7),
            weekdays=(1, 2, 4, 5),
            tasks=("post",),
        )
        with story.opened.batch():
            after = but(coach, sketch=sketch)
            story.opened.commit(Turn(at=story.telegram.clock.now, before=coach, after=after, letters=(desk,)))
        await story.settle()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(seconds=1))
        assert newest(story)[0] == "plan-v1.png"
        assert "Er is nog niets vastgelegd." in story.joost.last


def letter(story: Story, file: str, recipe: str, chat: int) -> Letter:
    """A recipe as a turn leaves it in the outbox."""
    body = json.dumps({"recipe": recipe, "file": file, "values": {}})
    return Letter(chat=chat, file=file, kind="reply", body=body, not_before=story.telegram.clock.now, below=True)


async def keep(story: Story, *letters: Letter) -> None:
    """Letters that were written; then the post goes round."""
    with story.opened.batch():
        story.opened.commit(Turn(at=story.telegram.clock.now, before=None, after=None, letters=letters))
    await story.stage.advance_to(story.telegram.clock.now + timedelta(seconds=1))


# --- nothing is kept, nobody waits --------------------------------------------------------------------------------


async def test_what_is_drawn_is_never_kept(tmp_path: Path) -> None:
    """In the database stand recipes alone: no picture, no paper, no words of the plan with them."""
    async with with_plan(opened=open_sqlite(tmp_path / "kept.db", synchronous="OFF")) as story:
        for kind in KINDS:
            await ask(story, kind)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b'"recipe": "paper.pdf"' in kept or b'{\\"recipe\\": \\"paper.pdf\\"' in kept
    for trace in (b"\x89PNG", b"%PDF", b"BEGIN:VCALENDAR", b"Het plan gaat van", b"op papier, versie"):
        assert trace not in kept, trace


def test_a_message_leaves_its_paper_behind_when_it_is_kept() -> None:
    """A paper is no part of a letter's body."""
    whole = Message(text="dag", paper=Paper(name="plan.pdf", content=b"%PDF", mime="application/pdf"))
    assert Message.from_json(whole.to_json()) == replace(whole, paper=None)


async def test_a_look_at_ones_own_plan_leaves_no_access_row() -> None:
    """As with the diary: who looks into their own file isn't written down as a look (R33)."""
    async with with_plan() as story:
        before = story.opened.views.accesses(sanne(story).id)
        await ask(story, "picture")
        assert story.opened.views.accesses(sanne(story).id) == before


async def test_other_people_do_not_wait_for_a_picture() -> None:
    """While Sanne's first picture is being drawn, Joost is answered."""
    async with with_plan() as story:
        story.sanne.person.send("/plan")
        await story.settle()
        story.sanne.person.tap_label("Plaatje")
        story.joost.person.send("/help")
        before = len(story.telegram.ledger)
        await story.settle()
        rows = [row for row in story.telegram.ledger.after(before) if row.what in {"sent", "photo"}]
        assert [row.chat_id for row in rows] == [JOOST, SANNE]


# --- when drawing fails -------------------------------------------------------------------------------------------


async def test_a_worker_that_is_killed_is_replaced_and_the_picture_comes() -> None:
    """Once killed, the same picture is drawn by the next."""
    async with with_plan() as story:
        await ask(story, "picture")
        os.kill(story.stage.app.workshop.pids[0], signal.SIGKILL)
        assert (await ask(story, "picture")).what == "photo"


@pytest.mark.parametrize("kind", ["picture", "pdf", "calendar"])
async def test_when_it_cannot_be_drawn_the_plan_comes_in_words(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind line, and the plan itself; nothing about machines."""
    async with with_plan() as story:

        async def broken(*_: object) -> bytes:
            raise NotDrawn("twice")

        monkeypatch.setattr(story.stage.app.workshop, "make", broken)
        row = await ask(story, kind)
        assert row.what == "sent"
        assert "Het tekenen lukt op dit moment niet." in row.text
        assert "16 uur" in row.text
        assert "week 52" in row.text.casefold()


async def test_an_old_or_made_up_button_is_answered_kindly() -> None:
    """A kind that doesn't exist draws nothing."""
    async with with_plan() as story:
        await act(story, e.PaperAsked(at=story.telegram.clock.now, kind="odd"))
        assert not story.telegram.world.files
        assert taps.read(taps.paper("why")).arg(0) in KINDS


# --- the process --------------------------------------------------------------------------------------------------

LIGHT = """
import asyncio, sys
sys.path[:0] = ["tests", "tests/state_machines", "tests/bot"]
from test_papers import ask, with_plan
HEAVY = ("matplotlib", "numpy", "typst", "icalendar", "PIL")
async def main():
    for name in [name for name in sys.modules if name.split(".")[0] in HEAVY]:
        del sys.modules[name]
    async with with_plan() as story:
        for kind in ("picture", "pdf", "calendar", "why"):
            assert (await ask(story, kind)).what in {"photo", "document"}
    print(sorted({name.split(".")[0] for name in sys.modules} & set(HEAVY)))
if __name__ == "__main__":
    asyncio.run(main())
"""


def test_the_bot_itself_never_loads_what_draws(tmp_path: Path) -> None:
    """After all four were sent, neither matplotlib nor typst nor icalendar is in the bot's own process."""
    script = tmp_path / "light.py"
    script.write_text(LIGHT)
    paths = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script], cwd=ROOT, env=os.environ | paths, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr[-2000:]


def test_no_module_of_the_bot_loads_what_draws_when_it_is_imported() -> None:
    """Importing the whole bot stays light: it starts quickly and sits in little memory."""
    code = (
        "import sys, bot.app, bot.papers, bot.__main__; "
        "print({name.split('.')[0] for name in sys.modules} & {'matplotlib', 'numpy', 'typst', 'icalendar', 'PIL'})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


async def test_a_file_travels_over_the_wire_as_telegram_wants_it() -> None:
    """As a form with the file in it, over the bot's own transport; buttons and words come along."""
    running = await server.start(start=MONDAY, token="42:x")
    running.telegram.join(SANNE, "Sanne").send("hoi")
    polling = Transport(size=1)
    bot = Bot("42:x", base_url=running.api, request=Transport(), get_updates_request=polling)
    await bot.initialize()
    try:
        keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
        file = {"document": ("plan.ics", b"BEGIN:VCALENDAR", "text/calendar")}
        wire = Wire(bot, polling, polling)
        await wire.upload("sendDocument", file, chat_id=SANNE, caption="dág \ud83d", reply_markup=keys)
        bubble = running.telegram.person(SANNE).screen[-1]
        stored = list(running.telegram.world.files.values())[-1]
        assert (bubble.text, bubble.labels) == ("dág ?", ("Ja",))
        assert (stored.name, stored.content, stored.mime) == ("plan.ics", b"BEGIN:VCALENDAR", "text/calendar")
    finally:
        await bot.shutdown()
        await running.stop()


async def test_a_running_bot_sends_a_picture_and_leaves_no_worker_behind(tmp_path: Path) -> None:
    """`trede run` over the wire: the picture comes, and when the bot is told to stop its worker is gone too."""
    async with with_plan(opened=open_sqlite(tmp_path / "trede.db", synchronous="OFF")):
        pass
    local = await server.start(start=MONDAY + timedelta(days=2), token=TOKEN)
    local.telegram.restart_ids(100_000)
    person = local.telegram.join(SANNE, "Sanne")
    async with running(Installation(local, tmp_path)) as bot:
        person.send("/plan")
        await until(lambda: any("Plaatje" in bubble.labels for bubble in person.screen))
        person.tap_label("Plaatje")
        await until(lambda: bool(local.telegram.world.files))
        workers = children(bot.pid)
        assert workers
        bot.send_signal(signal.SIGINT)
        said = await ended(bot)
    assert next(iter(local.telegram.world.files.values())).name == "plan-v1.png"
    assert "Traceback" not in said.err
    await until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))
    await local.stop()


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


async def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds."""
    for _ in range(1500):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came to be")


async def test_a_picture_is_a_new_message_also_where_its_slot_is_one_already() -> None:
    """Telegram can't turn a text into a picture: what stands in the slot stays, and the picture comes below it."""
    async with with_plan() as story:
        for _ in range(2):
            await keep(story, replace(letter(story, sanne(story).id, "paper.picture", SANNE), slot="x", below=False))
        photos = [row for row in story.telegram.ledger if row.what == "photo"]
        assert len({row.message_id for row in photos}) == 2
