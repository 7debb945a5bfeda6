"""`trede rule` as an operator calls it: the numbers, who set them, and what the rule says of a client (R19)."""

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from story import Story, on_stage
from test_transcripts import plan, welcome

from bot.__main__ import main
from bot.turn import Door
from state_machines.events import DeskAsked, InviteMade, ProfessionalAdded
from state_machines.files import Client, Invite, Professional
from state_machines.rule import Rule
from storage.open import Opened
from storage.views import Look
from tests import keyed

NOW = datetime.now(UTC)
SOON = NOW + timedelta(hours=1)
FOR = ("--for", "client")
WHO = ("--name", "A. Smit", "--role", "physician", "--by", "op")


class Office:
    """A database with two coaches; Sanne and Bram are with Joost."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.opened() as opened, opened.batch():
            door = Door(opened)
            for name in ("Joost", "Anna"):
                invite = Invite(digest=name, expires=SOON)
                door.act(
                    None,
                    ProfessionalAdded(
                        at=NOW,
                        professional=f"p-{name}",
                        name=name,
                        language="nl",
                        invite=invite,
                        regime="delegation",
                    ),
                )
        self.invites("Sanne")
        self.invites("Bram")

    def opened(self) -> "closing[Opened]":
        return closing(keyed.opened(self.path))

    def invites(self, name: str) -> None:
        """Joost invites somebody, as he does in the chat."""
        invite = Invite(digest=f"of {name}", expires=SOON)
        with self.opened() as opened, opened.batch():
            Door(opened).act("p-Joost", DeskAsked(at=NOW, what="invite"), role="coach")
            Door(opened).act(
                "p-Joost", InviteMade(at=NOW, client=f"c-{name}", name=name, invite=invite, link="l"), role="coach"
            )

    def trede(self, *words: object) -> Result:
        outside: Mapping[str, str | None] = dict.fromkeys(("TREDE_TOKEN", "TREDE_API", "TREDE_CLOCK", "TREDE_LOG"))
        runner = CliRunner(env={**outside, "TREDE_DB": str(self.path)})
        return runner.invoke(main, ["rule", *map(str, words)])

    def client(self, name: str = "Sanne") -> Client:
        with self.opened() as opened:
            return next(f for f in opened.views.files() if isinstance(f, Client) and f.name == name)

    def coaches(self) -> list[Professional]:
        with self.opened() as opened:
            return [f for f in opened.views.files() if isinstance(f, Professional)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "trede.db")


def test_the_proposals_are_shown_as_nobodys(office: Office) -> None:
    """Every number with what it is for; they are proposals until a professional sets them."""
    shown = office.trede("show")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith("Trede's proposals; no professional has set them yet\n")
    named = [line.split()[0] for line in shown.stdout.splitlines()[1:]]
    assert named == [field.name for field in fields(Rule) if field.name != "set_by"]


def test_numbers_are_set_for_everybody_and_for_whoever_comes(office: Office) -> None:
    """Every client, every coach, and through their coach every new client; with name, role and date."""
    done = office.trede("set", *WHO, "bad_from=6", "in_a_row=4")
    assert done.exit_code == 0, done.stderr
    assert "for everybody: 2 now" in done.stdout
    office.invites("Otto")
    for rule in (
        *(office.client(name).rule for name in ("Sanne", "Bram", "Otto")),
        *(c.rule for c in office.coaches()),
    ):
        assert (rule.bad_from, rule.in_a_row, rule.window_days) == (6, 4, 14)
        assert rule.set_by is not None
        assert (rule.set_by.name, rule.set_by.role, rule.set_by.own) == ("A. Smit", "physician", False)
        assert abs(rule.set_by.on - NOW.date()) <= timedelta(days=1)
    shown = office.trede("show").stdout
    assert shown.startswith("set by A. Smit (physician) on ")
    assert re.search(r"bad_from +6 .*\(proposal: 7\)", shown)


def test_the_log_names_who_typed_it_and_for_whom(office: Office) -> None:
    """In each file that it reached, as an event of a professional."""
    office.trede("set", *WHO, "bad_from=6")
    with office.opened() as opened:
        rows = opened.views.rows("c-Sanne", Look("test", "test", "test", NOW))
        assert opened.upkeep.verify() == ()
    last = rows[-1]
    assert (type(last.event).__name__, last.actor, last.by) == ("RuleSet", "coach", "op for A. Smit (physician)")


def test_a_second_set_builds_on_the_first_and_both_stay_readable(office: Office) -> None:
    """What isn't named stays; the earlier setting is followed, not changed."""
    office.trede("set", *WHO, "bad_from=6")
    office.trede("set", "--name", "Bo", "--role", "psychologist", "in_a_row=4")
    assert (office.client().rule.bad_from, office.client().rule.in_a_row) == (6, 4)
    with office.opened() as opened:
        kept = opened.organisation.settings("complaint rule")
    assert [(each.name, dict(each.values)["bad_from"], dict(each.values)["in_a_row"]) for each in kept] == [
        ("A. Smit", "6", "3"),
        ("Bo", "6", "4"),
    ]


def test_a_client_with_their_own_numbers_keeps_them(office: Office) -> None:
    """Set for one alone, and left alone by what is set for everybody; until they are given back."""
    alone = office.trede("set", "--client", "Sanne", *WHO, "bad_from=8")
    assert alone.exit_code == 0, alone.stderr
    assert "for this client alone" in alone.stdout
    assert office.client("Bram").rule == Rule()
    everybody = office.trede("set", *WHO, "bad_from=6")
    assert "for everybody: 1 now" in everybody.stdout
    assert (office.client("Sanne").rule.bad_from, office.client("Bram").rule.bad_from) == (8, 6)
    assert "c-Sanne  Sanne  has numbers of their own: set by A. Smit" in office.trede("show").stdout
    assert "bad_from" in office.trede("show", "--client", "Sanne").stdout
    back = office.trede("set", "--client", "Sanne", *WHO, "--reset")
    assert back.exit_code == 0, back.stderr
    assert office.client("Sanne").rule == office.client("Bram").rule


def test_the_proposals_can_be_taken_over_as_they_are(office: Office) -> None:
    """Without a number: they stand, and now in somebody's name. And one can go back to them."""
    assert office.trede("set", *WHO).exit_code == 0
    rule = office.client().rule
    assert rule.set_by is not None
    assert Rule(set_by=rule.set_by) == rule
    office.trede("set", *WHO, "bad_from=6")
    office.trede("set", *WHO, "--reset")
    assert office.client().rule.bad_from == Decimal(7)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bad_from=11",), "bad_from: must be from 1 to 10"),
        (("bad_from",), "bad_from: write it as KEY=VALUE"),
        (("bad_from=x",), "bad_from: isn't a number"),
        (("window_days=14.5",), "window_days: must be a whole number"),
        (("odd=1",), "odd: there is no such number; trede rule show lists them"),
        (("clear_share=0.8",), "clear_share (0.8) must be smaller than bad_share (0.7)"),
        (("needed_most=3",), "needed_most (3) can't be smaller than needed_least (4)"),
        (("window_days=7",), "change_days (10) can't be larger than window_days (7)"),
    ],
)
def test_impossible_numbers_are_refused_and_nothing_is_changed(
    office: Office, words: tuple[str, ...], said: str
) -> None:
    """Named on the error stream, with exit code 2."""
    refused = office.trede("set", *WHO, *words)
    assert refused.exit_code == 2
    assert said in refused.stderr.splitlines()
    assert "Nothing was changed." in refused.stderr
    assert office.client().rule == Rule()
    with office.opened() as opened:
        assert opened.organisation.settings("complaint rule") == ()


def test_someone_must_set_them_by_name_and_role(office: Office) -> None:
    """Numbers belong to a professional."""
    assert office.trede("set", "bad_from=6").exit_code == 2
    assert office.trede("set", "--name", " ", "--role", "physician", "bad_from=6").exit_code == 2
    assert office.client().rule == Rule()


@pytest.mark.parametrize(
    "words", [("explain", "nobody", *FOR), ("show", "--client", "Joost"), ("explain", "Joost", *FOR)]
)
def test_only_clients_have_a_rule(office: Office, words: tuple[str, ...]) -> None:
    """Anybody else is named."""
    result = office.trede(*words)
    assert result.exit_code == 1
    assert "nobody is called" in result.stderr or "isn't a client" in result.stderr


def test_explaining_is_a_look_and_is_logged(office: Office) -> None:
    """Who, why and what: the client can read it (R33)."""
    told = office.trede("explain", "Sanne", "--by", "op", "--why", "asked by the client", *FOR)
    assert told.exit_code == 0, told.stderr
    assert "Complaint rule for Sanne" in told.stdout
    assert "Nothing lasts by the rule" in told.stdout
    assert "Klachtenregel van Sanne" in office.trede("explain", "Sanne", "--lang", "nl", *FOR).stdout
    with office.opened() as opened:
        looks = opened.views.accesses("c-Sanne")
    assert (looks[0].name, looks[0].why, looks[0].behalf) == (
        "op",
        "asked by the client, on behalf of Sanne",
        "Sanne",
    )


async def test_a_coach_reads_it_in_the_logbook_and_the_look_is_logged() -> None:
    """One tap from the logbook; the client can see that it was read (R33)."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne")
        await story.joost.taps("Klachtenregel")
        assert story.joost.last.startswith("Klachtenregel van Sanne")
        assert "het plan blijft zoals het is afgesproken" in story.joost.last
        assert looks(story)[-1] == ("Joost", "complaint rule")


def looks(story: Story) -> list[tuple[str, str]]:
    file = story.file()
    return [(look.name, look.why) for look in story.opened.views.accesses(file.id)]
