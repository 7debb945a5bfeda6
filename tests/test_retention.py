"""Retention ends by itself (R34): a table of what is gone when, on every store; chains stay whole all the while."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import people
import pytest
from click.testing import CliRunner
from story import on_stage
from test_transcripts import welcome

from bot import retaining
from bot.__main__ import main
from bot.turn import Door
from state_machines import events as e
from state_machines import retention
from state_machines.files import Client, Professional, but
from state_machines.hand_over import Leave
from state_machines.rule import Rule
from storage.kek import KekFile
from storage.keyed import Keys
from storage.open import Opened, open_memory, open_sqlite
from storage.organisation import Setting
from storage.port import LetterState, Settled
from storage.retention import Limits, months_before
from storage.views import Look
from tests.doing import role_of
from tests.storage.life import STOPPED, lived
from tests.storage.material import keep, new

BEGAN = datetime(2026, 11, 30, 9, tzinfo=UTC)
ENDED = BEGAN + timedelta(days=30)
SECRET = "zwartebes"
WHO = ("--name", "Fleur", "--role", "data protection officer", "--by", "op")
#: When, counted from the end: which parts are still there.
WORDS, SCORES, LOOKS = "words", "scores", "looks"
TABLE = (
    ("at the end", ENDED, {WORDS, SCORES, LOOKS}),
    ("a day before six months", datetime(2027, 6, 29, 9, tzinfo=UTC), {WORDS, SCORES, LOOKS}),
    ("six months", datetime(2027, 6, 30, 9, tzinfo=UTC), {SCORES, LOOKS}),
    ("a day before two years", datetime(2028, 12, 29, 9, tzinfo=UTC), {SCORES, LOOKS}),
    ("two years", datetime(2028, 12, 30, 9, tzinfo=UTC), {LOOKS}),
    ("a day before five years", datetime(2031, 11, 29, 8, tzinfo=UTC), {LOOKS}),
    ("five years after the look", datetime(2031, 11, 30, 9, tzinfo=UTC), set()),
)


@pytest.fixture(params=["memory", "sqlite", "sealed"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    """Every store there is; the last with keys, so that what is emptied was encrypted."""
    if request.param == "memory":
        yield open_memory()
        return
    kek = KekFile(path=tmp_path / "kek")
    kek.make()
    keys = Keys(path=tmp_path / "keys.db", kek=kek, now=lambda: BEGAN) if request.param == "sealed" else None
    with closing(open_sqlite(tmp_path / "trede.db", synchronous="OFF", keys=keys)) as opened:
        yield opened


@dataclass
class Life:
    """A client of whom much is kept: words and scores in the log and in the file, a look, letters; then they stop."""

    store: Opened

    def begin(self) -> None:
        """Thirty days, and the end."""
        file = people.client(journey="coaching", day=None, window=(), versions=(), agreed="", consents=())
        keep(self.store, new(file))
        keep(self.store, new(people.coach()))
        on = date(2026, 11, 30)
        self.happen(
            e.Answered(at=BEGAN, day=on, question="energy", number=Decimal(3), ready=True),
            e.Answered(at=BEGAN, day=on, question="giver", add=SECRET, ready=True),
            e.Noted(at=BEGAN, text=SECRET, message_id=5, day=on),
            e.ComplaintVoiced(at=BEGAN, choice="words", words=SECRET, day=on, message_id=6),
            e.ContactsChosen(at=BEGAN, choice="words", words=(SECRET,)),
            e.SignChosen(at=BEGAN, choice="new", words=SECRET, message_id=7),
            e.CoachWrote(at=BEGAN, by="p-1", name="Joost", text=SECRET),
        )
        self.store.views.trajectory("c-1", on, Look("p-1", "Joost", "round", BEGAN))
        self.settle()
        self.happen(e.Asked(at=ENDED, what="stop_sure"))

    def happen(self, *events: e.Event) -> None:
        for event in events:
            with self.store.batch():
                Door(self.store).act("c-1", event, role=role_of(event))

    def settle(self) -> None:
        """All letters that wait were sent."""
        with self.store.batch():
            for claimed in self.store.claim(BEGAN + timedelta(minutes=1)).letters:
                result = Settled(n=claimed.n, state=LetterState.SENT, at=BEGAN, message_id=1)
                self.store.settle([result])

    def round(self, now: datetime) -> None:
        """What the running bot does once a day."""
        for old in retaining.rounds(self.store, now)():
            with self.store.batch():
                retaining.fade_file(Door(self.store), old, now)

    def left(self) -> set[str]:
        """What is still there, in the log, in the file and in the letters."""
        rows = self.store.views.rows("c-1", Look("op", "op", "test", ENDED + timedelta(days=5000)))
        events = [row.event for row in rows if row.event is not None and not isinstance(row.event, e.Faded)]
        accesses = [row for row in self.store.views.accesses("c-1") if row.why == "round"]
        file = self.file()
        words = SECRET in repr(events) or SECRET in repr(file)
        scores = any(isinstance(event, e.Answered) and event.number is not None for event in events)
        return {name for name, there in ((WORDS, words), (SCORES, scores), (LOOKS, bool(accesses))) if there}

    def file(self) -> Client:
        found = next(file for file in self.store.views.files() if file.id == "c-1")
        assert isinstance(found, Client)
        return found


@pytest.fixture
def life(store: Opened) -> Life:
    begun = Life(store)
    begun.begin()
    return begun


def test_each_part_is_there_until_its_time_and_gone_from_then_on(life: Life) -> None:
    """Words six months after the end, scores two years, looks five years; nothing a day too early; chains whole."""
    for name, now, expected in TABLE:
        life.round(now)
        assert life.left() == expected, name
        assert life.store.upkeep.verify() == (), name


def test_at_once_after_ten_years_it_is_the_same(life: Life) -> None:
    """A bot that was away for years makes up for it in one round, and the next one finds nothing to do."""
    later = ENDED + timedelta(days=3660)
    life.round(later)
    assert life.left() == set()
    assert retaining.rounds(life.store, later + timedelta(days=1))() == ()
    rows = life.store.views.rows("c-1", Look("op", "op", "test", later))
    assert [row.event.stage for row in rows if isinstance(row.event, e.Faded)] == ["scores"]
    assert life.store.upkeep.verify() == ()


def test_who_is_being_guided_keeps_everything(store: Opened) -> None:
    """However old it is: the time runs from the end, and a client who did something lately has none."""
    life = Life(store)
    life.begin()
    agree = e.WelcomeChosen(at=ENDED + timedelta(days=1), choice="return")
    life.happen(agree, replace(agree, choice="agree", text="0" * 64))
    life.happen(e.TimeChosen(at=agree.at, time=life.file().checkin_time), e.DaysChosen(at=agree.at, weekdays=None))
    assert life.file().journey == "coaching"
    life.round(ENDED + timedelta(days=300))
    assert {WORDS, SCORES} <= life.left()


def test_after_a_year_of_silence_the_time_runs_from_the_last_act(store: Opened) -> None:
    """Nobody said that it was over; a file must not stay for ever because of that."""
    life = Life(store)
    life.begin()
    keep(store, new(people.client(id="c-2", chat=9, givers=(SECRET,), versions=(), agreed="", consents=())))
    with store.batch():
        Door(store).act("c-2", e.Noted(at=BEGAN, text=SECRET, message_id=5, day=date(2026, 11, 30)), role="client")
    for days, there in ((364, True), (366, False)):
        life.round(BEGAN + timedelta(days=days))
        rows = store.views.rows("c-2", Look("op", "op", "test", BEGAN))
        kept = next(file for file in store.views.files() if file.id == "c-2")
        assert (SECRET in repr(rows), SECRET in repr(kept)) == (there, there)
    assert isinstance(kept, Client)
    assert kept.journey == "coaching"
    assert store.upkeep.verify() == ()


def test_what_an_organisation_arranges_for_all_does_not_begin_the_year_anew(store: Opened) -> None:
    """A rule, a regime, another physician, a coach's leave: nobody did anything with this client."""
    life = Life(store)
    life.begin()
    keep(store, new(people.client(id="c-2", chat=9, givers=(SECRET,), versions=(), agreed="", consents=())))
    later = BEGAN + timedelta(days=300)
    away = Leave(start=later.date(), end=later.date())
    arranged = (
        e.RuleSet(at=later, rule=Rule(bad_from=Decimal(6))),
        e.RegimeSet(at=later, regime="own_tool"),
        e.PhysicianSet(at=later, physician=None),
        e.FacilitatorSet(at=later, facilitator=None),
        e.CoachChanged(at=later, coach_name="Joost", coach_days=(1, 2), leave=away),
    )
    with store.batch():
        note = e.Noted(at=BEGAN, text=SECRET, message_id=5, day=date(2026, 11, 30))
        Door(store).act("c-2", note, role="client")
        for event in arranged:
            if isinstance(event, e.CoachChanged):
                Door(store).act("c-2", event, role="coach")
            else:
                Door(store).act("c-2", event)
    life.round(BEGAN + timedelta(days=366))
    kept = next(file for file in store.views.files() if file.id == "c-2")
    assert SECRET not in repr(kept)
    assert SECRET not in repr(store.views.rows("c-2", Look("op", "op", "test", BEGAN)))


def test_a_desk_keeps_no_log_older_than_the_scores(life: Life) -> None:
    """What a coach heard of clients ends too, by its own age; the coach's file stays as it is."""
    before = next(file for file in life.store.views.files() if isinstance(file, Professional))
    life.round(months_before(ENDED, -24) + timedelta(days=1))
    rows = life.store.views.rows("p-1", Look("op", "op", "test", ENDED))
    assert rows
    assert all(row.event is None for row in rows)
    assert next(file for file in life.store.views.files() if isinstance(file, Professional)) == before


def test_letters_go_after_the_days_that_were_set(life: Life) -> None:
    """Thirty by proposal."""
    life.store.upkeep.prune(BEGAN + timedelta(days=29), Limits().letters)
    there = sum(life.store.views.tally().letters.values())
    life.store.upkeep.prune(BEGAN + timedelta(days=31), Limits().letters)
    assert sum(life.store.views.tally().letters.values()) < there


def test_the_organisation_sets_other_periods(life: Life) -> None:
    """From the next round on they hold; what was set before stays on record."""
    for months in ("12", "1"):
        values = (("letters_days", "30"), ("diary_months", months), ("scores_months", "24"), ("access_years", "5"))
        with life.store.batch():
            life.store.organisation.put(Setting(what="retention", values=values, name="F", role="dpo", at=ENDED))
        life.round(months_before(ENDED, -7 if months == "12" else -2))
        assert (WORDS in life.left()) == (months == "12")
    assert len(life.store.organisation.settings("retention")) == 2


def test_every_own_word_of_an_event_ends_with_the_diary() -> None:
    """Of each event there is: whatever field somebody typed into. Numbers alone stay until the scores go."""
    assert retention.stage_of(e.Noted(at=BEGAN, text="x", message_id=1, day=date(2026, 1, 1))) == "diary"
    plain = e.Answered(at=BEGAN, day=date(2026, 1, 1), question="energy", number=Decimal(3))
    assert retention.stage_of(plain) == "scores"
    assert retention.stage_of(replace(plain, question="step", number=None, words=("full",))) == "scores"
    assert retention.stage_of(replace(plain, question="pleasant", number=None, words=("x",))) == "diary"


def test_emptying_a_file_changes_no_plan_and_leaves_none_of_its_words() -> None:
    """R2, and the point of it: for each sample file and both stages."""
    for name, file in people.clients():
        full = but(file, givers=(SECRET,), drainers=(SECRET,), contacts=(SECRET,), prepared=(SECRET,))
        for stage in retention.STAGES:
            empty = retention.faded(full, stage)
            assert (empty.versions, empty.agreed, empty.consents) == (full.versions, full.agreed, full.consents), name
            assert SECRET not in repr(empty), name
            assert retention.faded(empty, stage) == empty, name


def test_plans_agreements_and_consents_are_whole_when_all_else_is_gone(store: Opened) -> None:
    """A life with versions, leeway and a stop: `verify` finds nothing amiss, and the plan is as it was."""
    lived(store, STOPPED, 4)
    with store.batch():
        Door(store).act(STOPPED, e.Asked(at=ENDED, what="stop_sure"), role="client")
    before = next(file for file in store.views.files() if file.id == STOPPED)
    Life(store).round(ENDED + timedelta(days=3660))
    after = next(file for file in store.views.files() if file.id == STOPPED)
    assert isinstance(before, Client)
    assert isinstance(after, Client)
    assert (after.versions, after.agreed, after.consents) == (before.versions, before.agreed, before.consents)
    assert not any(row.event for row in store.views.rows(STOPPED, Look("op", "op", "test", ENDED))[:-1])
    assert store.upkeep.verify() == ()


async def test_the_running_bot_makes_the_round(tmp_path: Path) -> None:
    """As `_watch` calls it: rows are emptied in a thread beside the loop, the file by an event through the door."""
    opened = open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    async with on_stage(opened=opened) as story:
        await welcome(story)
        await story.sanne.says(SECRET)
        await story.sanne.says("/stop")
        await story.sanne.taps("Ja, stoppen")
        story.telegram.clock.jump(ENDED + timedelta(days=200))
        app = story.stage.app
        app._threads = True
        await app.fade(story.telegram.clock.now)
        await story.settle()
        events = story.opened.views.own_events(story.file().id)
        assert SECRET not in repr(events)
        assert [event.stage for event in events if isinstance(event, e.Faded)] == ["diary"]
        assert story.opened.upkeep.verify() == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("diary_months=9",), "diary_months      9"),
        (("diary_months=30",), "can't be more than scores_months"),
        (("letters_days=1",), "from 2 to 365"),
        (("diary=1",), "there is no such period"),
        (("access_years=x",), "from 1 to 20"),
    ],
)
def test_an_operator_sets_periods_in_somebodys_name(tmp_path: Path, given: tuple[str, ...], said: str) -> None:
    """What can't be is refused with a reason, and nothing is changed."""
    path = tmp_path / "trede.db"
    with closing(open_sqlite(path)):
        pass
    runner = CliRunner(env={"TREDE_DB": str(path), "TREDE_TOKEN": None, "TREDE_CLOCK": None, "TREDE_API": None})
    done = runner.invoke(main, ["retention", "set", *given, *WHO])
    assert said in done.output
    shown = runner.invoke(main, ["retention", "show"]).stdout
    assert shown.startswith("set by Fleur (data protection officer)" if done.exit_code == 0 else "Trede's proposals")
    assert "done: " in runner.invoke(main, ["retention", "run"]).output
