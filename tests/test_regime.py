"""The regime of an installation (R33): asked once, no default; and what an administrator sees: nothing of health."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import people
import pytest
from click.testing import CliRunner, Result

from bot import doctor, regime
from bot.__main__ import main
from bot.findings import FAULT, NOTE, OK
from bot.regime_kept import NotChosen, regime_of
from bot.settings import Settings
from bot.turn import Door
from state_machines import events as e
from state_machines.consents import REGIMES
from state_machines.files import Answer, Client, Day, Invite, Professional
from storage.kek import KekFile
from storage.keyed import Keys
from storage.open import Opened, open_memory, open_sqlite
from storage.organisation import Setting
from tests.doing import role_of
from tests.storage.material import keep, new

AT = people.AT
SECRET = "zwartebes"
BY = ("--by", "A. Baas", "--role", "director")


@pytest.fixture
def store() -> Iterator[Opened]:
    """Joost and Sanne, before anybody chose."""
    opened = open_memory()
    keep(opened, new(people.coach(regime="")), new(_sanne()))
    yield opened
    opened.close()


def _sanne() -> Client:
    day = Day(date=people.MONDAY - timedelta(days=1), state="done").keep(
        Answer(question="giver", at=AT, words=(SECRET,))
    )
    return people.client(regime="", versions=(), agreed="", givers=(SECRET,), window=(day,))


def _regimes(store: Opened) -> set[str]:
    return {file.regime for file in store.views.files() if isinstance(file, Client | Professional)}


# --- chosen once ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", REGIMES)
def test_it_is_kept_with_name_role_and_date_and_reaches_every_file_in_one_go(store: Opened, chosen: str) -> None:
    """And whoever is invited after it."""
    regime.choose(store, chosen, name="A. Baas", role="director", at=AT, by="op")
    kept = store.organisation.settings("regime")
    assert kept == (
        Setting(what="regime", values=(("regime", chosen),), name="A. Baas", role="director", at=AT, by="op"),
    )
    assert _regimes(store) == {chosen}
    with store.batch():
        made = e.InviteMade(at=AT, client="c-2", name="Bo", invite=_invite(), link="https://t.me/x?start=y")
        door = Door(store)
        door.act("p-1", e.DeskAsked(at=AT, what="invite"), role="coach")
        door.act("p-1", made, role=role_of(made))
    assert {file.id: file.regime for file in store.views.files() if isinstance(file, Client)}["c-2"] == chosen


def _invite() -> Invite:
    return Invite(digest="b" * 64, expires=AT + timedelta(hours=72))


def test_it_can_be_set_anew_and_both_stay_on_record(store: Opened) -> None:
    """Append-only, as every setting of the organisation."""
    for chosen in REGIMES:
        regime.choose(store, chosen, name="A. Baas", role="director", at=AT, by="op")
    assert [dict(each.values)["regime"] for each in store.organisation.settings("regime")] == list(REGIMES)
    assert regime_of(store) == REGIMES[-1]
    assert store.upkeep.verify() == ()


def test_nothing_runs_before_it_is_chosen_but_a_demo_which_chooses_and_says_whose_choice_it_is(store: Opened) -> None:
    """No default in production; `trede doctor` says so too."""
    with pytest.raises(NotChosen, match="trede regime set"):
        regime.must_be_chosen(store, AT, invented=False)
    for settings, kind in ((Settings(), FAULT), (Settings(clock="http://127.0.0.1:9"), NOTE)):
        assert [finding.kind for finding in doctor.regime(settings, store, AT)] == [kind]
    regime.must_be_chosen(store, AT, invented=True)
    assert _regimes(store) == {"delegation"}
    assert store.organisation.settings("regime")[-1].name == "demo"
    regime.must_be_chosen(store, AT, invented=False)
    assert [finding.kind for finding in doctor.regime(Settings(), store, AT)] == [OK]


# --- at the shell ---------------------------------------------------------------------------------------------------


class Place:
    """An installation with Sanne in it."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "trede.db"
        kek = KekFile(path=folder / "trede.db.kek")
        kek.make()
        self.keys = Keys(path=folder / "trede.db.keys", kek=kek, now=lambda: AT)
        with self.opened() as opened:
            keep(opened, new(people.coach(regime="")), new(_sanne()))
            with opened.batch():
                note = e.Noted(at=AT, text=SECRET, message_id=5, day=people.MONDAY)
                Door(opened).act("c-1", note, role=role_of(note))

    def opened(self) -> "Closing":
        """The store, for as long as it is needed."""
        return Closing(open_sqlite(self.database, keys=self.keys, synchronous="OFF"))

    def trede(self, *words: str, token: str = "") -> Result:
        """A command, as an administrator gives it."""
        outside = dict.fromkeys(("TREDE_CLOCK", "TREDE_LOG", "TREDE_KEK_FILE", "TREDE_TOKEN_FILE"))
        env = {"TREDE_DB": str(self.database), "TREDE_TOKEN": token, "TREDE_API": "http://127.0.0.1:9"}
        return CliRunner().invoke(main, list(words), env={**outside, **env})

    def looks(self) -> list[tuple[str, str]]:
        """At what, and on whose behalf."""
        with self.opened() as opened:
            assert opened.upkeep.verify() == ()
            return [(row.what, row.behalf) for row in opened.views.accesses("c-1")]


class Closing:
    """A store that is closed at the end."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def __enter__(self) -> Opened:
        return self._opened

    def __exit__(self, *_: object) -> None:
        self._opened.close()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_run_refuses_to_start_and_says_how_to_choose(place: Place) -> None:
    """In production: without a simulator's clock."""
    refused = place.trede("run", token="42:abc")
    assert refused.exit_code == 1
    assert "there is no default" in refused.output
    assert "trede regime set delegation|own_tool" in refused.output


def test_the_command_wants_a_name_and_a_role_and_shows_what_was_chosen(place: Place) -> None:
    """Without them nothing is set."""
    for lacking in ((), BY[:2], ("--by", " ", *BY[2:])):
        assert place.trede("regime", "set", "own_tool", *lacking).exit_code == 2
    assert "no default" in place.trede("regime", "show").output
    assert "for 1 clients now" in place.trede("regime", "set", "own_tool", *BY).output
    assert "set by A. Baas (director)" in place.trede("regime", "show").output
    assert place.trede("regime", "set", "sometimes", *BY).exit_code == 2


def test_an_administrator_sees_no_health_data_and_each_look_is_written(place: Place) -> None:
    """Who there is, and that something happened; never what. The client sees that it was looked at."""
    for words in (("clients",), ("log", "Sanne"), ("export", "Sanne", "--json")):
        done = place.trede(*words)
        assert done.exit_code == 0, done.output
        assert SECRET not in done.output
        assert "Noted" not in done.output
    assert place.trede("rule", "explain", "Sanne").exit_code == 2
    assert place.trede("rule", "explain", "Sanne", "--for", "coach").exit_code == 1  # not opened to the coach
    assert place.looks() == [("list", ""), ("log", ""), ("log", ""), ("messages", "")]


@pytest.mark.parametrize("words", [("log", "Joost"), ("export", "Joost", "--json")])
def test_an_administrator_reads_nothing_of_clients_at_a_desk(place: Place, words: tuple[str, ...]) -> None:
    """That a safety signal was heard is health data too; and no row of who looked would tell the client."""
    with place.opened() as opened, opened.batch():
        Door(opened).act("p-1", e.ClientTold(at=AT, client="c-1", name="Sanne", what="signalled"), by="c-1")
    done = place.trede(*words)
    assert done.exit_code == 0, done.output
    assert AT.isoformat()[:10] in done.output
    for word in ("signalled", "ClientTold", "Sanne", "c-1"):
        assert word not in done.output


def test_a_name_that_nobody_has_brings_no_list_of_clients(place: Place) -> None:
    """Who there is stands in `trede clients`, which writes down that somebody looked."""
    for words in (("log", "Karel"), ("export", "Karel", "--json"), ("forget", "Karel", "--yes")):
        done = place.trede(*words)
        assert done.exit_code == 1
        assert "nobody is called Karel" in done.output
        assert "Sanne" not in done.output
    assert place.looks() == []


def test_on_the_clients_behalf_everything_is_there_and_that_is_written(place: Place) -> None:
    """A copy by hand (R34)."""
    exported = place.trede("export", "Sanne", "--json", "--for", "client")
    kept = json.loads(exported.output)
    assert kept["file"]["givers"] == [SECRET]
    assert SECRET in json.dumps(kept["log"])
    assert SECRET in place.trede("log", "Sanne", "--for", "client").output
    assert "Complaint rule" in place.trede("rule", "explain", "Sanne", "--for", "client").output
    assert {behalf for _, behalf in place.looks()} == {"Sanne"}
    assert place.trede("log", "Joost", "--for", "client").exit_code == 1


def test_rule_explain_for_the_coach_is_what_the_coach_may_see(place: Place) -> None:
    """In delegation; logged on the coach's behalf."""
    assert place.trede("regime", "set", "delegation", *BY).exit_code == 0
    assert "Complaint rule" in place.trede("rule", "explain", "Sanne", "--for", "coach").output
    assert place.looks() == [("trajectory", "Joost")]
