"""Handing over to a person on the real bot: at any moment, nothing lost, no words where they don't belong."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import handover_stories
import people
import pytest
from click.testing import CliRunner, Result
from handover_stories import anna_joins, desk, tap
from lag_stories import plan, sanne, welcome
from story import Story, on_stage
from test_restart import mortal

from bot.__main__ import main
from bot.turn import Door
from dialogues.incoming import Incoming, IncomingKind
from dialogues.understand import understand
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass, Say
from state_machines.files import Card, Client, Invite, Professional
from storage.open import Opened, open_sqlite
from storage.views import Look
from tests.doing import role_of

CANARIES = ("Kan het ook hier", "Past 15 uur", "Beter dan gisteren", "Hoe gaat het nu")
AT = people.AT


def look(story: Story) -> Look:
    return Look(who="test", name="test", why="test", at=story.now.astimezone(UTC))


# --- at any moment ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, file in people.clients() if file.chat is not None])
def test_i_want_to_talk_to_my_coach_works_in_every_state(name: str) -> None:
    """By button, command or words; with the coach's name; who uses buttons only too. The coach hears it at once."""
    file = dict(people.clients())[name]
    for text in (
        "/belmij",
        "/callme",
        "Ik wil mijn coach spreken",
        "laat Joost mij bellen.",
        "I’d like to talk to Joost",
    ):
        typed = Incoming(update_id=1, at=AT, chat=1, kind=IncomingKind.TEXT, text=text, message_id=4)
        event = understand(file, typed)
        assert event == e.Asked(at=AT, what="call"), text
    tapped = Incoming(update_id=1, at=AT, chat=1, kind=IncomingKind.TAP, data="q:call", message_id=4)
    decision = decide(file, understand(file, tapped))
    told = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    assert [event.what for event in told if isinstance(event, e.ClientTold)] == ["call"]
    assert [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)] == ["call.asked"]
    assert isinstance(decision.file, Client)
    assert "call" in {need.kind for need in decision.file.needs}


# --- the words ----------------------------------------------------------------------------------------------------


async def test_words_of_a_conversation_are_kept_in_the_clients_log_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not in the coach's log or file, not in a letter that was sent, not in a line of the program's log."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await handover_stories.handover(story)
        theirs = repr(story.opened.views.rows("p-joost", look(story))) + repr(desk(story, "p-joost"))
        kept = repr(story.opened.views.rows(sanne(story).id, look(story)))
        snapshot = repr(sanne(story))
        with closing(sqlite3.connect(path)) as db:
            bodies = b"".join(row[0] for row in db.execute("SELECT body FROM outbox WHERE body IS NOT NULL"))
        assert story.opened.upkeep.verify() == ()
    for words in CANARIES:
        assert words in kept, words
        assert words not in theirs, words
        assert words not in snapshot, words
        assert words.encode() not in bodies, words
    printed = capfd.readouterr()
    assert not [words for words in CANARIES if words in printed.out + printed.err]


async def test_danger_during_a_conversation_gets_the_numbers_and_is_not_passed_on() -> None:
    """The fixed text first and alone; Joost is alerted without content; the conversation goes on after it."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/belmij")
        await story.joost.says("/logboek")
        await tap(story, story.joost, "Sanne", "take over")
        before = len(story.sanne.person.screen)
        await story.sanne.says("ik wil niet meer leven")
        new = [bubble.text for bubble in story.sanne.person.screen[before:] if bubble.from_bot]
        assert len(new) == 1
        assert "112" in new[0]
        assert not [b for b in story.joost.person.screen if "niet meer leven" in b.text]
        assert any("heeft nu contact nodig" in b.text for b in story.joost.person.screen)
        await story.joost.says("Ik bel je nu.")
        assert story.sanne.last.startswith("Joost schrijft:")


async def test_safety_words_of_the_coach_reach_no_client() -> None:
    """The coach reads the numbers, and that the text stayed here."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/logboek")
        await tap(story, story.joost, "Sanne", "take over")
        before = len(story.sanne.person.screen)
        await story.joost.says("ik wil niet meer leven")
        assert len(story.sanne.person.screen) == before
        assert any("niet naar Sanne gegaan" in b.text for b in story.joost.person.screen)


async def test_a_photo_with_words_during_a_conversation_gets_the_usual_kind_word() -> None:
    """Neither picture nor caption is passed on; it says so."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/logboek")
        await tap(story, story.joost, "Sanne", "take over")
        story.sanne.person.photo("kijk eens")
        await story.settle()
        assert "Joost ziet het niet" in story.sanne.last
        story.joost.person.photo()
        await story.settle()
        assert "Sanne heeft het niet gekregen" in story.joost.last
        assert not [b for b in story.joost.person.screen if "kijk eens" in b.text]


@pytest.mark.parametrize(
    "story_of", [handover_stories.handover, handover_stories.deputy, handover_stories.coach_leaves]
)
async def test_a_restart_after_every_act_changes_nothing_of_it(tmp_path: Path, story_of: object) -> None:
    """Stopped and started again after each act and due moment: what everyone sees is the same conversation."""
    async with on_stage() as story:
        await story_of(story)  # type: ignore[operator]
        expected = [b.text for b in story.sanne.person.screen]
    async with mortal(tmp_path / "trede.db") as restarted:
        await story_of(restarted)  # type: ignore[operator]
        assert restarted.lives > 10
        assert [b.text for b in restarted.sanne.person.screen] == expected
        assert restarted.opened.upkeep.verify() == ()


# --- a deputy -----------------------------------------------------------------------------------------------------


async def test_a_deputys_look_is_noted_with_on_whose_behalf() -> None:
    """Summary, overview and logbook each (R33); before the leave and after it there is nothing of Anna's."""
    async with on_stage() as story:
        await handover_stories.deputy(story)
        looks = story.opened.views.accesses(sanne(story).id)
        theirs = [each for each in looks if each.who == "p-anna"]
        assert {each.why for each in theirs} == {
            "morning summary, on behalf of Joost",
            "overview, on behalf of Joost",
            "logbook, on behalf of Joost",
        }
        before = len(looks)
        await story.until("2026-12-03 12:00")
        after = [each for each in story.opened.views.accesses(sanne(story).id)[before:] if each.who == "p-anna"]
        assert after == []


async def test_the_doctors_word_is_asked_of_the_deputy_after_three_working_days() -> None:
    """R37 on the real bot: Joost doesn't answer, Anna is asked; Sanne reads her name before and after."""
    async with on_stage() as story:
        anna = await anna_joins(story)
        await welcome(story)
        await plan(story)
        await story.joost.says("/vervanging")
        await tap(story, story.joost, "choose a deputy")
        await story.sanne.says("/arts")
        assert "dan vraag ik Anna" in story.sanne.last
        await story.until("2026-12-03 17:10")
        assert any("aan Anna gevraagd" in b.text for b in story.sanne.person.screen)
        assert any("binnen drie werkdagen niet gereageerd" in b.text for b in anna.person.screen)
        await tap(story, anna, "logbook", "advice")
        assert "doctor" not in {need.kind for need in sanne(story).needs}
        await tap(story, anna, "logbook")
        assert "geen vervanger voor deze cliënt" in anna.last


# --- the shell ----------------------------------------------------------------------------------------------------


def trede(path: Path, *words: str) -> Result:
    """Call `trede WORDS` beside no bot, on this database."""
    outside: Mapping[str, str | None] = dict.fromkeys(
        ("TREDE_TOKEN", "TREDE_TOKEN_FILE", "TREDE_API", "TREDE_CLOCK", "TREDE_LOG")
    )
    return CliRunner(env={**outside, "TREDE_DB": str(path)}).invoke(main, list(words))


def installation(path: Path, clients: int = 2, opened_link: bool = True) -> None:
    """Joost with clients, Anna, and Kees who hasn't opened his link."""
    with closing(open_sqlite(path)) as opened, opened.batch():
        for n, name in enumerate(("Joost", "Anna", "Kees")):
            coach(opened, f"p-{name.casefold()}", name, chat=50 + n if name != "Kees" and opened_link else None)
        for n in range(clients):
            client(opened, f"c-{n}", f"K{n}")


def coach(opened: Opened, file: str, name: str, chat: int | None) -> None:
    now = datetime.now(UTC)
    invite = Invite(digest=f"{name:_<64}", expires=now + timedelta(hours=1))
    door = Door(opened)
    door.act(None, e.ProfessionalAdded(at=now, professional=file, name=name, language="nl", invite=invite))
    if chat is not None:
        door.act(file, e.DeskOpened(at=now, chat=chat, language="nl"), role="coach")


def client(opened: Opened, file: str, name: str) -> None:
    now = datetime.now(UTC)
    invite = Invite(digest=f"{file:_<64}", expires=now + timedelta(hours=1))
    Door(opened).act("p-joost", e.DeskAsked(at=now, what="invite"), role="coach")
    Door(opened).act("p-joost", e.InviteMade(at=now, client=file, name=name, invite=invite, link="x"), role="coach")


def coaches_of(path: Path) -> dict[str, Professional]:
    with closing(open_sqlite(path)) as opened:
        return {each.name: each for each in opened.views.professionals()}


def test_a_deputy_and_leave_from_the_shell(tmp_path: Path) -> None:
    """Named, noted, listed, ended; and each odd request refused in one kind line, with nothing changed."""
    path = tmp_path / "trede.db"
    installation(path)
    year = datetime.now(UTC).year + 1
    days = ("--from", f"{year}-07-01", "--until", f"{year}-07-14")
    assert "nobody stands in" in trede(path, "coach", "leave", "joost", *days).stdout
    assert trede(path, "coach", "deputy", "Joost", "--is", "Anna", "--by", "Els").stdout == "Anna stands in for Joost\n"
    assert "Anna stands in" in trede(path, "coach", "leave", "Joost", *days).stdout
    assert f"deputy Anna, away {year}-07-01 up to and including {year}-07-14" in trede(path, "coach", "list").stdout
    for words, why in (
        (("deputy", "Joost", "--is", "Joost"), "can't stand in for themselves"),
        (("deputy", "Joost", "--is", "Zoe"), "no coach is called Zoe"),
        (("deputy", "Zoe", "--is", "Joost"), "no coach is called Zoe"),
        (("leave", "Joost", "--from", f"{year}-07-14", "--until", f"{year}-07-01"), "before the first"),
        (("leave", "Joost", "--from", "2020-01-01", "--until", "2020-01-02"), "passed already"),
    ):
        before = coaches_of(path)
        result = trede(path, "coach", *words)
        assert (result.exit_code, why in result.stderr) == (1, True), result.output
        assert coaches_of(path) == before
    for words in (("deputy", "Joost"), ("deputy", "Joost", "--is", "Anna", "--nobody"), ("leave", "Joost")):
        assert trede(path, "coach", *words).exit_code == 2
    assert trede(path, "coach", "leave", "Joost", "--end").exit_code == 0
    assert trede(path, "coach", "deputy", "Joost", "--nobody").exit_code == 0
    joost = coaches_of(path)["Joost"]
    assert (joost.deputy, joost.leave) == (None, None)
    with closing(open_sqlite(path)) as opened:
        rows = opened.views.rows("p-joost", Look(who="t", name="t", why="t", at=datetime.now(UTC)))
        assert "Els" in {row.by for row in rows if isinstance(row.event, e.DeputyChosen)}
    assert trede(path, "verify").exit_code == 0


def test_a_coach_is_removed_with_250_clients_in_one_go(tmp_path: Path) -> None:
    """All cards at Anna's desk, all files hers, one batch; who did it stands in every log."""
    path = tmp_path / "trede.db"
    installation(path, clients=250)
    result = trede(path, "coach", "remove", "Joost", "--to", "Anna", "--by", "Els")
    assert "250 clients went to Anna" in result.stdout, result.output
    found = coaches_of(path)
    assert len(found["Anna"].clients) == 250
    assert (found["Joost"].clients, found["Joost"].gone, found["Joost"].chat) == ((), True, None)
    with closing(open_sqlite(path)) as opened:
        files = [file for file in opened.views.files() if isinstance(file, Client)]
        assert {file.coach for file in files} == {"p-anna"}
        rows = opened.views.rows("c-7", Look(who="t", name="t", why="t", at=datetime.now(UTC)))
        assert [row.by for row in rows if isinstance(row.event, e.CoachChanged)] == ["Els"]
    assert "Joost  removed" in trede(path, "coach", "list").stdout
    assert trede(path, "verify").exit_code == 0


def test_the_deputy_who_takes_over_is_the_coach_in_every_file(tmp_path: Path) -> None:
    """Until then the clients' files know them as deputy: that is no reason to refuse what makes them the coach."""
    path = tmp_path / "trede.db"
    installation(path)
    assert trede(path, "coach", "deputy", "Joost", "--is", "Anna").exit_code == 0
    assert "2 clients went to Anna" in trede(path, "coach", "remove", "Joost", "--to", "Anna").stdout
    with closing(open_sqlite(path)) as opened:
        files = [file for file in opened.views.files() if isinstance(file, Client)]
    assert [(file.coach, file.coach_name, file.deputy) for file in files] == [("p-anna", "Anna", None)] * 2


def test_a_removal_that_cannot_be_is_refused_kindly_and_changes_nothing(tmp_path: Path) -> None:
    """No heir while there are clients, an unknown or same one, one who hasn't opened the link, a name of nobody."""
    path = tmp_path / "trede.db"
    installation(path)
    before = coaches_of(path)
    for words, why in (
        (("Joost",), "Joost has 2 clients (K0, K1): say who takes over, with --to OTHER"),
        (("Joost", "--to", "Joost"), "can't take over from themselves"),
        (("Joost", "--to", "Zoe"), "no coach is called Zoe"),
        (("Joost", "--to", "Kees"), "hasn't opened their link yet"),
        (("Zoe", "--to", "Anna"), "no coach is called Zoe"),
    ):
        result = trede(path, "coach", "remove", *words)
        assert (result.exit_code, why in result.stderr) == (1, True), result.output
        assert coaches_of(path) == before
    assert trede(path, "coach", "remove", "Kees").exit_code == 0
    assert "no coach is called Kees" in trede(path, "coach", "remove", "Kees").stderr


def test_erasing_a_client_takes_the_name_from_former_coaches_and_deputies_too(tmp_path: Path) -> None:
    """R34: after a hand-over and word to a deputy no desk's log names the client any more."""
    path = tmp_path / "trede.db"
    installation(path, clients=1)
    with closing(open_sqlite(path)) as opened, opened.batch():
        door, now = Door(opened), datetime.now(UTC)
        door.act("p-joost", e.DeputyChosen(at=now, deputy="p-anna"))
        told = e.ClientTold(at=now, client="c-0", name="K0", what="doctor_overdue", also_deputy=True)
        door.act("p-joost", told, role=role_of(told))
    assert trede(path, "coach", "remove", "Joost", "--to", "Anna").exit_code == 0
    assert trede(path, "forget", "c-0", "--yes").exit_code == 0
    with closing(open_sqlite(path)) as opened:
        for file in ("p-joost", "p-anna"):
            kept = repr(opened.views.rows(file, Look(who="t", name="t", why="t", at=datetime.now(UTC))))
            assert "K0" not in kept
            assert "c-0" not in kept
    assert trede(path, "verify").exit_code == 0


async def test_after_a_removal_everything_works_for_the_new_coach() -> None:
    """The plan registered in the chat, the yes, the step, the summary, the logbook: all with Anna."""
    async with on_stage() as story:
        anna = await anna_joins(story)
        await welcome(story)
        gone = e.CoachRemoved(at=story.now.astimezone(UTC), to="p-anna", to_name="Anna")
        handover_stories.act(story, "p-joost", gone)
        await story.settle()
        assert "Vanaf nu is Anna je coach" in story.sanne.last
        await anna.says("/plan")
        await tap(story, anna, "Sanne", "new plan", "Per week")
        for word in ("Karin", "eigen werk, alle uren", "32", "30-11-2026", "ma di do vr", "post sorteren"):
            await anna.says(word)
        await anna.taps("Geen", "Geen", "Nog niet", "Allebei, vandaag", "Ja, voer in")
        await tap(story, story.sanne, "8", "agreed")
        assert any("ja, zo is het afgesproken" in b.text for b in anna.person.screen)
        await story.until("2026-11-30 12:00")
        await story.sanne.says("/belmij")
        await story.until("2026-12-01 08:40")
        assert any("Hier ben jij nodig" in b.text for b in anna.person.screen)
        await anna.says("/logboek")
        await anna.taps("Sanne")
        assert "week 1/4" in anna.last
        assert sanne(story).plan is not None
        assert story.opened.upkeep.verify() == ()
        assert desk(story, "p-anna").clients == (Card(client=sanne(story).id, name="Sanne"),)
