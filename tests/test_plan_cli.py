"""`trede plan` as a coach or operator calls it: looking at a plan, and registering one from a file (R1)."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result
from test_over_http import JOOST, MONDAY, SANNE, TOKEN, Chat, Installation, payload_in, running

from bot.__main__ import main
from bot.turn import Door
from simulator import server
from simulator.client import Remote
from state_machines.events import Invited, ProfessionalAdded
from state_machines.files import Client, Invite
from storage.open import Opened
from storage.views import LogRow, Look
from tests import keyed
from tests.doing import role_of

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
ISSUE = ("--template", "weekly", "--hours", "32", "--start", "2026-11-30", "--days", "mon,tue,thu,fri")
THEN = ("--registered", "2026-11-20")


def trede(*words: object, settings: Mapping[str, str] | None = None, answer: str | None = None) -> Result:
    """Call `trede WORDS` with only these settings."""
    outside = dict.fromkeys(("TREDE_TOKEN", "TREDE_TOKEN_FILE", "TREDE_API", "TREDE_CLOCK", "TREDE_DB", "TREDE_LOG"))
    return CliRunner(env={**outside, **(settings or {})}).invoke(main, list(map(str, words)), input=answer)


def preview(*words: object) -> Result:
    return trede("plan", "preview", *words, *THEN)


def shown(*words: object) -> dict[str, object]:
    """What a preview prints as JSON."""
    result = preview(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)  # type: ignore[no-any-return]


# --- looking ------------------------------------------------------------------------------------------------------


def test_the_plan_of_the_issue_is_shown_as_json() -> None:
    """8, 16, 24 and 32 hours in ISO weeks 49-52, evenly over four days; Christmas among the warnings."""
    told = shown(*ISSUE)
    assert list(told) == ["end", "steps", "warnings"]
    assert told["end"] == "2026-12-27"
    assert [step["hours_per_week"] for step in told["steps"]] == [8, 16, 24, 32]
    assert [step["iso_week"] for step in told["steps"]] == [49, 50, 51, 52]
    assert told["steps"][0] == {
        "start": "2026-11-30",
        "end": "2026-12-06",
        "iso_week": 49,
        "hours_per_week": 8,
        "hours_per_day": {"mon": 2, "tue": 2, "thu": 2, "fri": 2},
        "tasks": [],
    }
    christmas = next(warning for warning in told["warnings"] if warning["code"] == "holiday")
    assert christmas["date"] == "2026-12-25"
    assert "25 December" in christmas["text"]


def test_nine_weeks_need_no_more_than_the_hours() -> None:
    """Five steps of 10, 15, 20, 30 and 40; what was taken as an example is said beside it."""
    result = preview("--template", "nine-weeks", "--hours", "40", "--json")
    assert [step["hours_per_week"] for step in json.loads(result.stdout)["steps"]] == [10, 15, 20, 30, 40]
    assert "--start" in result.stderr
    assert "--days" in result.stderr


def test_days_tasks_and_evaluations_are_options_too() -> None:
    """Dutch days, tasks in their order, an evaluation: and the warning about evaluations is gone."""
    told = shown(*ISSUE[:-1], "ma,di,do,vr", "--task", "post", "--task", "mail", "--evaluation", "2026-12-18")
    assert told["steps"][0]["tasks"] == ["post", "mail"]
    assert "no_evaluation" not in {warning["code"] for warning in told["warnings"]}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*")), ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_example_can_be_looked_at(example: Path, language: str) -> None:
    """As a table in both languages, without a database or a token."""
    result = preview(example, "--lang", language)
    assert result.exit_code == 0, result.stderr
    assert {"en": "Mon 30 Nov", "nl": "ma 30 nov"}[language] in result.stdout


def test_a_preview_can_be_previewed_again(tmp_path: Path) -> None:
    """Its JSON is a plan file: the same steps come out."""
    told = shown(*ISSUE, "--task", "post")
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert shown(path, "--hours", "32", "--days", "mon,tue,thu,fri")["steps"] == told["steps"]


def test_files_are_written_beside_the_table(tmp_path: Path) -> None:
    """A picture twice, a paper and a calendar: each begins as its kind does."""
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "ics": b"BEGIN:VCALENDAR"}
    paths = {kind: tmp_path / f"plan.{kind}" for kind in begins}
    options = [word for kind, path in paths.items() for word in (f"--{kind}", path)]
    result = preview(*ISSUE, *options)
    assert result.exit_code == 0, result.stderr
    for kind, path in paths.items():
        assert path.read_bytes().startswith(begins[kind])


def test_a_plan_that_has_begun_can_still_be_looked_at() -> None:
    """As it was on its first day, and said so; registering it is refused, since a plan is agreed beforehand (R1)."""
    words = ("--template", "weekly", "--hours", "32", "--start", "2020-11-30", "--days", "mon,tue,thu,fri")
    result = trede("plan", "preview", *words)
    assert result.exit_code == 0
    assert "The start has passed: shown as on Monday 30 November." in result.stderr
    assert "Week  From" in result.stdout


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """In one line, with exit code 2."""
    result = preview(*ISSUE, "--svg", tmp_path / "nowhere" / "plan.svg")
    assert result.exit_code == 2
    assert "plan.svg" in result.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--hours", "80"), ("--hours",)),
        (("--hours", "0"), ("--hours",)),
        (("--hours", "many"), ("--hours",)),
        (("--start", "2026-11-19"), ("--start",)),
        (("--start", "then"), ("--start",)),
        (("--days", "someday"), ("--days",)),
        (("--days", "mon"), ("--hours",)),
        (("--template", "monthly", "--evaluation", "later"), ("--template", "--evaluation")),
        (("--leeway", "40"), ("--leeway",)),
        (("--hours", "x", "--start", "y", "--days", "z"), ("--hours", "--start", "--days")),
        (("--registered", "then"), ("--registered",)),
    ],
)
def test_what_cannot_be_is_named_by_its_option(words: tuple[str, ...], named: tuple[str, ...], tmp_path: Path) -> None:
    """All at once, on the error stream, with exit code 2; nothing is printed and no file written."""
    picture = tmp_path / "plan.svg"
    result = trede("plan", "preview", *ISSUE, *THEN, *words, "--json", "--svg", picture)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sorted(line.split(":")[0] for line in result.stderr.splitlines()) == sorted(named)
    assert not picture.exists()


def test_what_cannot_be_in_a_file_is_named_by_its_line(tmp_path: Path) -> None:
    """File, line, key, what is wrong; in the language that was asked."""
    path = tmp_path / "plan.toml"
    path.write_text("contract_hours = 32\ndays = 'ma'\n[[steps]]\nstart = 2026-12-07\nend = 2026-12-01\nhours = 8\n")
    result = preview(path, "--lang", "nl")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "plan.toml, regel 3, steps[1]: Een stap eindigt voordat hij begint: die vanaf maandag 7 december 2026. "
        "Kijk beide datums na."
    ]


@pytest.mark.parametrize(("name", "content"), [("plan.txt", b"x"), ("plan.toml", b"\xff\xfe"), ("plan", b"")])
def test_a_file_that_is_no_plan_file_is_named(name: str, content: bytes, tmp_path: Path) -> None:
    """Another kind, or not text."""
    (tmp_path / name).write_bytes(content)
    result = preview(tmp_path / name)
    assert result.exit_code == 2
    assert "TOML" in result.stderr


# --- registering --------------------------------------------------------------------------------------------------


class Desk:
    """A database with two coaches and two invited clients, and a clock that stands at eight on 30 November 2026."""

    def __init__(self, path: Path, clock: str) -> None:
        self.path, self._clock = path, clock
        with self.opened() as opened, opened.batch():
            door = Door(opened)
            for coach in ("Joost", "Anna"):
                invite = Invite(digest=coach, expires=MONDAY)
                added = ProfessionalAdded(
                    at=MONDAY, professional=f"p-{coach}", name=coach, language="nl", invite=invite
                )
                door.act(None, added)
            for client, coach in (("Sanne", "Joost"), ("Bram", "Anna")):
                invited = Invited(
                    at=MONDAY, client=f"c-{client}", name=client, coach=f"p-{coach}", coach_name=coach,
                    coach_days=(1, 2), language="nl", invite=Invite(digest=client, expires=MONDAY),
                )  # fmt: skip
                door.act(None, invited, role=role_of(invited))

    def opened(self) -> "closing[Opened]":
        return closing(keyed.opened(self.path))

    async def register(self, file: object, *words: str, answer: str | None = None, **who: str) -> Result:
        """`trede plan import`, in a thread of its own as in a process of its own."""
        named = {"client": "c-Sanne", "coach": "p-Joost", "by": "operator", **who}
        options = [word for name, value in named.items() for word in (f"--{name}", value)]
        settings = {"TREDE_DB": str(self.path), "TREDE_CLOCK": self._clock, "TREDE_API": self._clock}
        return await asyncio.to_thread(
            trede, "plan", "import", file, *options, *words, settings=settings, answer=answer
        )

    def client(self) -> Client:
        with self.opened() as opened:
            return next(f for f in opened.views.files() if isinstance(f, Client) and f.name == "Sanne")

    def rows(self) -> list[LogRow]:
        with self.opened() as opened:
            assert opened.upkeep.verify() == ()
            return list(opened.views.rows("c-Sanne", Look("test", "test", "test", MONDAY)))


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    local = await server.start(start=MONDAY, token="42:plan")
    yield Desk(tmp_path / "trede.db", f"http://127.0.0.1:{local.port}")
    await local.stop()


@pytest.fixture
def agreed(tmp_path: Path) -> Path:
    """The weekly example, from a week after that Monday."""
    return changed(tmp_path, "start = 2026-11-30", "start = 2026-12-07")


def changed(folder: Path, old: str, new: str) -> Path:
    """The weekly example with one thing changed."""
    text = (EXAMPLES / "weekly.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = folder / "plan.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


async def test_an_agreed_plan_is_registered_and_its_registrar_named(desk: Desk, agreed: Path) -> None:
    """The version is kept with who agreed, the reason, who did it for whom; until the client's yes it is a draft."""
    result = await desk.register(agreed, "--yes", "--reason", "first plan")
    assert result.exit_code == 0, result.stderr
    assert "Sanne" in result.stdout
    client = desk.client()
    draft = client.draft
    assert draft is not None
    assert client.plan is None
    assert (draft.start, draft.parties, draft.registered) == (
        date(2026, 12, 7), ("client", "supervisor", "coach"), date(2026, 11, 30),
    )  # fmt: skip
    assert draft.agreed_on == date(2026, 11, 19)
    last = desk.rows()[-1]
    assert (type(last.event).__name__, last.actor, last.by) == ("PlanAgreed", "coach", "operator for Joost (p-Joost)")
    assert getattr(last.event, "reason", "") == "first plan"


async def test_names_do_as_well_as_ids(desk: Desk, agreed: Path) -> None:
    """Whoever types the command may say Sanne and Joost."""
    result = await desk.register(agreed, "--yes", client="sanne", coach="Joost")
    assert result.exit_code == 0, result.stderr


async def test_a_signed_paper_puts_the_plan_in_force(desk: Desk, tmp_path: Path) -> None:
    """The client said yes on paper: no draft (R1)."""
    path = changed(tmp_path, "agreed_on = 2026-11-19", "agreed_on = 2026-11-19\npaper = 2026-11-20")
    result = await desk.register(path, "--yes")
    assert result.exit_code == 0, result.stderr
    client = desk.client()
    assert client.draft is None
    assert client.agreed == client.versions[-1].digest()


@pytest.mark.parametrize(("answer", "kept"), [("y\n", 1), ("n\n", 0), ("", 0)])
async def test_without_yes_it_is_shown_and_asked_first(desk: Desk, agreed: Path, answer: str, kept: int) -> None:
    """The table, the warnings and the question; only a yes registers, no answer is a no."""
    result = await desk.register(agreed, answer=answer)
    assert "Register this plan for Sanne?" in result.stdout
    assert "Fri 25 Dec" in result.stdout
    assert len(desk.client().versions) == kept
    assert result.exit_code == (0 if kept else 2)
    assert kept or "Nothing was registered." in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("start = 2026-11-30", "start = 2026-11-27", "line 5, start"),
        ("contract_hours = 32", "contract_hours = 80", "line 3, contract_hours"),
        ('goal = "own work, all contract hours"', "", "goal"),
        ('agreed_by = ["client", "supervisor", "coach"]', 'agreed_by = ["client"]', "line 19, agreed_by"),
        ("agreed_on = 2026-11-19", "agreed_on = 2026-12-19", "line 20, agreed_on"),
        ('template = "weekly"', 'template = "weekly', "line 6"),
    ],
)
async def test_a_file_that_is_wrong_stores_nothing(desk: Desk, tmp_path: Path, old: str, new: str, named: str) -> None:
    """Named by file, line and key; exit code 2; not a row more in the log."""
    before = desk.rows()
    result = await desk.register(changed(tmp_path, old, new), "--yes")
    assert result.exit_code == 2
    assert f"plan.toml, {named}: " in result.stderr
    assert "Nothing was registered." in result.stderr
    assert desk.client().versions == ()
    assert desk.rows() == before


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ({"client": "nobody"}, "nobody is called nobody"),
        ({"coach": "nobody"}, "nobody is called nobody"),
        ({"client": "p-Joost"}, "Joost is a coach"),
        ({"coach": "c-Sanne"}, "Sanne is a client"),
        ({"coach": "p-Anna"}, "Sanne is with another coach, Joost"),
    ],
)
async def test_only_the_clients_own_coach_registers(desk: Desk, agreed: Path, who: dict[str, str], named: str) -> None:
    """Anybody else is named, and nothing is stored."""
    result = await desk.register(agreed, "--yes", **who)
    assert result.exit_code == 1
    assert named in result.stderr
    assert desk.client().versions == ()


async def test_an_export_of_an_absence_system_gets_the_agreement_from_options(desk: Desk, tmp_path: Path) -> None:
    """A bare list of rows and the rest beside it."""
    path = tmp_path / "export.json"
    rows = [{"dateStart": "2026-12-07", "dateEnd": None, "recoveryPercentage": 50}]
    path.write_text(json.dumps(rows), encoding="utf-8")
    said = ("--hours", "32", "--days", "ma di do vr", "--goal", "own work", "--supervisor", "Karin", "--task", "post")
    when = ("--end", "2026-12-20", "--agreed-on", "2026-11-27", "--agreed-by", "client,supervisor")
    result = await desk.register(path, *said, *when, "--yes")
    assert result.exit_code == 0, result.stderr
    assert [(step.hours, step.end) for step in desk.client().versions[-1].steps] == [(16, date(2026, 12, 20))]


async def test_a_plan_that_overlaps_the_one_that_runs_says_what_it_replaces(desk: Desk, tmp_path: Path) -> None:
    """Agreed anew (R37): the old one counts until the new one starts, and the jump is from where the client is."""
    paper = "agreed_on = 2026-11-19\npaper = 2026-11-20"
    first = await desk.register(changed(tmp_path, "agreed_on = 2026-11-19", paper), "--yes")
    assert first.exit_code == 0, first.stderr
    path = changed(tmp_path, "start = 2026-11-30", "start = 2026-12-14")
    steps = "steps = [{hours = 24, weeks = 2}]"
    text = path.read_text().replace("agreed_on = 2026-11-19", paper).replace('template = "weekly"', steps)
    path.write_text(text, encoding="utf-8")
    second = await desk.register(path, "--yes")
    assert second.exit_code == 0, second.stderr
    assert "The plan that runs now ends on Sunday 10 January. From Monday 14 December this one counts." in second.stdout
    assert "over a quarter" not in second.stdout
    client = desk.client()
    old, new = client.versions
    assert client.plan_on(date(2026, 12, 13)) == old
    assert client.plan_on(date(2026, 12, 14)) == new
    assert new.before == old.digest()


async def test_a_version_that_waits_is_replaced_and_that_is_said(desk: Desk, agreed: Path) -> None:
    """One draft at a time."""
    await desk.register(agreed, "--yes")
    again = await desk.register(agreed, "--yes")
    assert "An earlier version still waits" in again.stdout
    assert len(desk.client().versions) == 1


async def test_without_a_database_nothing_is_made(tmp_path: Path, agreed: Path) -> None:
    """A wrong folder is named, and stays empty."""
    path = tmp_path / "nowhere.db"
    result = trede("plan", "import", agreed, "--client", "a", "--coach", "b", "--yes", settings={"TREDE_DB": str(path)})
    assert result.exit_code == 1
    assert "there is no database" in result.stderr
    assert not path.exists()


# --- beside a running bot -----------------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def place(tmp_path: Path) -> AsyncIterator[Installation]:
    local = await server.start(start=MONDAY, token=TOKEN)
    yield Installation(local, tmp_path)
    await local.stop()


async def test_the_running_bot_asks_the_client_at_once(place: Installation, agreed: Path) -> None:
    """Imported in a process of its own, beside `trede run`: the client is asked within a second or two."""
    async with running(place), Remote(f"http://localhost:{place.local.port}") as remote:
        added = await place.trede("coach", "add", "Joost", "--by", "operator")
        joost, sanne = Chat(remote, await remote.join(JOOST, "Joost")), Chat(remote, await remote.join(SANNE, "Sanne"))
        await joost.opens(payload_in(added.out))
        await joost.says("/uitnodigen", "Sanne")
        await sanne.opens(payload_in(await joost.last()))
        await joost.taps("Ja, dat is Sanne")
        await sanne.taps("Wie ziet wat?", "Verder", "Ja, dat is goed", "16:30", "Mijn werkdagen")
        done = await place.trede("plan", "import", str(agreed), "--client", "Sanne", "--coach", "Joost", "--yes")
        assert (done.code, done.err) == (0, "")
        for _ in range(100):
            if "32 uur" in await sanne.last():
                break
            await asyncio.sleep(0.02)
        await sanne.taps("8", "Ja, zo is het afgesproken")
        exported = json.loads((await place.trede("export", "Sanne", "--json", "--for", "client")).out)
        assert exported["file"]["agreed"]
        assert (await place.trede("verify")).code == 0
