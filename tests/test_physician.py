"""The occupational physician in Telegram: told without content, shown for a day, answers, every end (R19-R21)."""

import io
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from lag_stories import sanne, welcome
from physician_stories import SMIT, VOS, desk, labels, physician, report
from pypdf import PdfReader
from story import JOOST, SANNE, Phone, Story, on_stage
from test_over_http import Chat, Installation, Remote, payload_in, place, running  # noqa: F401 - place is a fixture
from test_restart import Mortal
from test_transcripts import plan

from bot import physicians, shell, summary
from bot.order import Order
from bot.settings import Settings
from dialogues.referral_text import paragraphs
from dialogues.words import words
from simulator.chats import Bubble
from simulator.clock import VirtualClock
from simulator.faults import Fault
from simulator.telegram import Telegram
from state_machines.events import PhysicianSet
from state_machines.files import Client, Professional, but
from state_machines.physician_desk import contact_of
from storage.open import open_sqlite
from storage.views import Look
from tests import keyed
from tests.doing import role_of

OWN = "Het lawaai in de kantoortuin valt me zwaar."
GOES_ON = "Plan kan doorgaan"


async def reported(story: Story, *words_: str, **more: str) -> Phone:
    """Sanne is in coaching with a plan; a report of hers is with Dr. Smit."""
    await welcome(story)
    smit = await physician(story, **more)
    await story.until("2026-12-01 10:00")
    await report(story, *words_)
    return smit


def papers(story: Story, chat: int = SMIT) -> list[Bubble]:
    """The summaries that stand in a physician's chat."""
    return [bubble for bubble in story.telegram.person(chat).screen if bubble.kind == "document"]


def told(story: Story, chat: int) -> list[str]:
    """Every text that a chat ever got, edits and captions too."""
    return [
        row.text for row in story.telegram.ledger if row.chat_id == chat and row.what in {"sent", "document", "edited"}
    ]


def looks(story: Story) -> list[tuple[str, str, str]]:
    """Who looked into Sanne's file, why and at what; the coach's own overviews aside."""
    rows = story.opened.views.accesses(sanne(story).id)
    return [(look.name, look.why, look.what) for look in rows if look.name != "Joost"]


def tap_data(bubble: Bubble, label: str) -> str:
    """What a button of a message carries."""
    found = next(button for line in bubble.buttons for button in line if button.label == label)
    assert found.data is not None
    return found.data


# --- what is where ------------------------------------------------------------------------------------------------


async def test_the_notice_holds_nothing_and_the_summary_what_the_client_read() -> None:
    """No name in any message of the physician's; on paper, word for word what was released, and whose it is."""
    async with on_stage() as story:
        smit = await reported(story, OWN)
        await smit.taps("Lezen")
        [paper] = papers(story)
        assert paper.protected
        assert paper.file is not None
        assert paper.file.name == "trede.pdf"
        for text in (*told(story, SMIT), paper.file.name):
            assert "Sanne" not in text
            assert "Joost" not in text
            assert OWN not in text
        client = sanne(story)
        assert client.referral is not None
        on_paper = squeezed(PdfReader(io.BytesIO(paper.file.content)).pages[0].extract_text())
        seen = squeezed("".join(row.text for row in story.telegram.ledger if row.chat_id == SANNE))
        for paragraph in paragraphs(client, client.referral, words("nl"), client.today(client.referral.shown)):
            assert squeezed(paragraph) in on_paper
            assert squeezed(paragraph) in seen
        assert "MedewerkerSanne" in on_paper
        assert "CoachJoost" in on_paper


def squeezed(text: str) -> str:
    """A text without its spaces and line ends."""
    return "".join(text.split())


async def test_nothing_of_the_summary_is_kept_on_the_physicians_side(tmp_path: Path) -> None:
    """The paper is in no byte of the database, and what the client wrote only in the client's own file."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        smit = await reported(story, "Kanarie-77 zingt.")
        await smit.taps("Lezen")
        own = repr(desk(story))
        with story.opened.batch():
            story.opened.forget(sanne(story).id, story.telegram.clock.now)
        assert "Kanarie" not in own
    kept = b"".join(found.read_bytes() for found in tmp_path.iterdir())
    assert b"%PDF" not in kept
    assert b"Kanarie-77" not in kept


async def test_each_look_is_noted_before_it_is_shown() -> None:
    """The client can ask who looked: the physician, by name, at the report; each time it was opened."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        await story.until("2026-12-01 12:00")
        await smit.taps("Lezen")
        assert looks(story) == [("Dr. Smit", "referral", "referral")] * 2
        assert story.opened.upkeep.verify() == ()


async def test_the_plan_is_the_same_whatever_the_physician_answers() -> None:
    """R2: not a version more, the same plan on every date, after each of the answers."""
    for answer in (
        ["can go on"],
        ["known", "six weeks"],
        ["invites"],
        ["advises", "other tasks"],
        ["stop", "yes, stop"],
    ):
        async with on_stage() as story:
            await welcome(story)
            await plan(story)
            smit = await physician(story)
            await story.until("2026-12-01 10:00")
            before = sanne(story).versions
            await report(story)
            await smit.taps(*labels(story, "read", *answer))
            await story.until("2026-12-03 12:00")
            assert sanne(story).versions == before
            assert "blijft" in smit.last
            assert sanne(story).referral is not None
            assert sanne(story).referral.state == "closed"


# --- taking back --------------------------------------------------------------------------------------------------


async def test_after_24_hours_the_summary_is_gone_and_can_be_read_again() -> None:
    """To the minute; the notice still opens it."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        await story.until("2026-12-02 09:59")
        assert len(papers(story)) == 1
        await story.until("2026-12-02 10:00")
        assert papers(story) == []
        await smit.taps("Lezen")
        assert len(papers(story)) == 1


async def test_a_tap_takes_it_away_and_reading_twice_leaves_one() -> None:
    """At no moment do two copies stand in the chat."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        await story.until("2026-12-01 10:30")
        await smit.taps("Lezen")
        assert len(papers(story)) == 1
        await smit.taps("Haal de samenvatting weg")
        assert papers(story) == []
        await story.until("2026-12-03 12:00")
        assert papers(story) == []


async def test_it_is_taken_back_after_a_restart_too(tmp_path: Path) -> None:
    """The bot is stopped and started after every act: a wake is a row, the message's number is kept."""
    from story import MONDAY

    telegram = Telegram("42:story", VirtualClock(MONDAY.astimezone(UTC)))
    story = Mortal(telegram, tmp_path / "trede.db")
    await story.stage.start()
    try:
        await story.coach_joins()
        smit = await reported(story)
        await smit.taps("Lezen")
        assert len(papers(story)) == 1
        await story.until("2026-12-02 10:01")
        assert papers(story) == []
        assert story.lives > 5
    finally:
        await story.stage.stop()
        story.opened.close()


@pytest.mark.parametrize("kind", ["reset_before", "reset_after"])
async def test_taking_back_is_tried_until_it_is_sure(kind: str) -> None:
    """No answer to the deletion: once more, also when it had been carried out already."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        story.telegram.faults.add(Fault(method="deleteMessage", kind=kind))
        await story.until("2026-12-02 10:30")
        assert papers(story) == []
        assert not [text for text in told(story, SMIT) if "verwijderen" in text]


async def test_a_summary_too_old_to_delete_says_so_in_its_place() -> None:
    """After two days without a bot Telegram refuses: the words stand under the paper, without buttons."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        refused = Fault(
            method="deleteMessage", kind="400", description="Bad Request: message can't be deleted for everyone"
        )
        story.telegram.faults.add(refused)
        await story.until("2026-12-02 10:30")
        [paper] = papers(story)
        assert "verwijderen" in paper.text
        assert paper.buttons == ()


async def test_a_summary_of_which_nobody_knows_whether_it_came_is_not_sent_twice() -> None:
    """No answer to the upload: no second copy by itself; [Read] brings one, and what may stand there is named."""
    async with on_stage() as story:
        smit = await reported(story)
        story.telegram.faults.add(Fault(method="sendDocument", kind="reset_after"))
        await smit.taps("Lezen")
        await story.until("2026-12-01 11:00")
        assert len(papers(story)) == 1
        await smit.taps("Lezen")
        assert any("Staat hier nog een samenvatting?" in text for text in told(story, SMIT))


# --- ends ---------------------------------------------------------------------------------------------------------


async def test_a_report_that_is_taken_back_leaves_the_physician_nothing() -> None:
    """The summary goes at once, the notice says so, and a button kept on the phone changes nothing."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        data = tap_data(papers(story)[0], GOES_ON)
        await story.sanne.says("/bedrijfsarts")
        await story.sanne.taps("Haal mijn melding terug")
        assert papers(story) == []
        assert any("ingetrokken" in bubble.text for bubble in smit.person.screen)
        smit.person.tap(smit.person.screen[-1].message_id, data)
        await story.settle()
        assert "Er is niets veranderd" in smit.last
        client = sanne(story)
        assert client.referral is not None
        assert (client.referral.state, client.referral.answer) == ("withdrawn", "")


async def test_with_two_physicians_an_open_report_moves_along() -> None:
    """The one before keeps nothing and can't answer any more; the new one is told, reads and answers."""
    async with on_stage() as story:
        smit = await reported(story)
        vos = await physician(story, "Dr. Vos", VOS)
        assert sanne(story).physician == contact_of(desk(story))
        await smit.taps("Lezen")
        data = tap_data(papers(story)[0], GOES_ON)
        now = story.telegram.clock.now
        with story.opened.batch():
            moved = PhysicianSet(at=now, physician=contact_of(desk(story, f"p-{VOS}")))
            story.stage.app.door.act(sanne(story).id, moved, by="operator", role=role_of(moved))
        await story.settle()
        assert papers(story) == []
        assert any("andere bedrijfsarts" in bubble.text for bubble in smit.person.screen)
        smit.person.tap(smit.person.screen[-1].message_id, data)
        await story.settle()
        assert "Er is niets veranderd" in smit.last
        await vos.taps("Lezen", GOES_ON)
        assert len(papers(story, VOS)) == 1
        client = sanne(story)
        assert client.referral is not None
        assert (client.referral.state, client.referral.answer) == ("answered", "stands")


async def test_one_that_was_taken_back_while_it_was_being_drawn_is_not_shown() -> None:
    """Asked for and withdrawn in one breath: nothing reaches the chat, and no look is noted."""
    async with on_stage() as story:
        smit = await reported(story)
        await story.sanne.says("/bedrijfsarts")
        smit.person.tap_label("Lezen")
        story.sanne.person.tap_label("Haal mijn melding terug")
        await story.settle()
        assert papers(story) == []
        assert looks(story) == []


async def test_a_summary_is_drawn_for_who_has_the_case_alone() -> None:
    """Between the tap and the drawing the case went, or the report is with somebody else: nothing is made of it."""
    async with on_stage() as story:
        await reported(story)
        views, now, client = story.opened.views, story.telegram.clock.now, sanne(story)
        asked = {"client": client.id, "number": 1}
        assert summary.for_physician(views, but(desk(story), cases=()), asked, now) is None
        assert summary.for_physician(views, desk(story), asked | {"number": 2}, now) is None
        assert looks(story) == []
        assert summary.for_physician(views, but(desk(story), id="p-other"), asked, now) is None
        assert isinstance(summary.for_physician(views, desk(story), asked, now), Order)


async def test_erasing_the_client_takes_everything_from_the_physician_too(tmp_path: Path) -> None:
    """`trede forget` during a report: the summary, the case, and the log rows that named the client."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        client = sanne(story).id
        shell.forget(Settings(database=path), client, by="operator")
        await story.settle()
        assert papers(story) == []
        assert desk(story).cases == ()
        assert any("gewist" in bubble.text for bubble in smit.person.screen)
        assert story.opened.upkeep.verify() == ()
        rows = story.opened.views.rows(
            desk(story).id, Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        )
        assert client not in repr([row.event for row in rows])


# --- reached, and not ---------------------------------------------------------------------------------------------


async def test_a_physician_who_blocks_the_bot_is_told_when_back() -> None:
    """The coach and the client hear at once that it isn't delivered; unblocked, the notice comes."""
    async with on_stage() as story:
        smit = await reported(story)
        smit.person.block()
        await story.settle()
        assert "komt niet aan" in told(story, JOOST)[-1]
        assert "Dr. Smit" in story.sanne.last
        before = len(told(story, SMIT))
        smit.person.unblock()
        await story.settle()
        assert len(told(story, SMIT)) > before
        await smit.taps("Lezen")
        assert len(papers(story)) == 1


async def test_a_summary_in_a_blocked_chat_goes_when_the_chat_is_back() -> None:
    """The clock comes while Telegram refuses: it isn't forgotten."""
    async with on_stage() as story:
        smit = await reported(story)
        await smit.taps("Lezen")
        smit.person.block()
        await story.until("2026-12-02 12:00")
        smit.person.unblock()
        await story.settle()
        assert papers(story) == []


async def test_who_has_only_mail_is_asked_there_to_open_the_link() -> None:
    """One mail without name, content or link; after the link is opened the report can be read."""
    async with on_stage() as story:
        await welcome(story)
        smit = await physician(story, joins=False, mail="smit@example.org")
        await story.until("2026-12-01 10:00")
        await report(story, OWN)
        [mail] = story.mails
        assert mail.mail == "smit@example.org"
        for hidden in ("Sanne", "Joost", OWN, "http", "t.me"):
            assert hidden not in mail.subject + mail.text
        client = sanne(story)
        assert client.referral is not None
        assert client.referral.state == "delivered"
        await smit.opens(f"physician-token-{SMIT:07d}")
        await smit.taps("Lezen")
        assert len(papers(story)) == 1


async def test_a_weekly_list_is_one_message_on_monday() -> None:
    """Nothing until Monday half past eight, then one list."""
    async with on_stage() as story:
        await reported(story, notice="weekly")
        quiet = len(told(story, SMIT))
        await story.until("2026-12-07 08:29")
        assert len(told(story, SMIT)) == quiet
        await story.until("2026-12-07 08:30")
        assert len(told(story, SMIT)) == quiet + 1
        assert "Open meldingen" in told(story, SMIT)[-1]


async def test_an_unread_report_is_reminded_of_once_after_three_working_days() -> None:
    """R21: on Friday for one of Tuesday; not again."""
    async with on_stage() as story:
        await reported(story)
        before = len(told(story, SMIT))
        await story.until("2026-12-04 12:00")
        assert len(told(story, SMIT)) == before + 1
        await story.until("2026-12-20 12:00")
        assert len(told(story, SMIT)) == before + 1


# --- one chat, one role -------------------------------------------------------------------------------------------


async def test_a_physician_has_no_commands_of_a_coach() -> None:
    """What a coach types leads nowhere: no client is invited, no list is shown, nothing is kept."""
    async with on_stage() as story:
        smit = await reported(story)
        before = {file.id for file in story.opened.views.files()}
        for typed in ("/clienten", "/uitnodigen", "Piet", "/plan", "/logboek", "Sanne moet stoppen"):
            await smit.says(typed)
            assert "Sanne" not in smit.last
        for data in ("k:logbook:c-1", "k:relink:c-1", "kq:clients", "k:plan:c-1", "k:read:x:1", "k:read::", "q:plan"):
            smit.person.tap(smit.person.screen[-1].message_id, data)
            await story.settle()
        assert {file.id for file in story.opened.views.files()} == before
        assert looks(story) == []


async def test_the_menu_is_the_physicians_own_in_their_language() -> None:
    """In Dutch, and in English after choosing that; none of a coach's commands."""
    async with on_stage() as story:
        smit = await physician(story)
        menus = story.telegram.world.profile.commands
        [key] = [key for key in menus if f"chat:{SMIT}" in str(key)]
        assert [each["command"] for each in menus[key]] == ["meldingen", "instellingen", "taal", "nood", "help"]
        await smit.says("/taal")
        await smit.taps("English")
        assert [each["command"] for each in menus[key]] == ["reports", "settings", "language", "emergency", "help"]
        assert "Saved" in smit.last


async def test_a_physician_who_opens_a_clients_link_stays_a_physician() -> None:
    """One chat has one role; the link isn't used up."""
    async with on_stage() as story:
        smit = await physician(story)
        payload = await story.invite()
        await smit.opens(payload)
        assert desk(story).chat == SMIT
        await story.sanne.opens(payload)
        assert [file.chat for file in story.opened.views.files() if isinstance(file, Client)] == [SANNE]


async def test_words_that_point_to_danger_get_the_numbers_here_too() -> None:
    """R22 holds for every person; nobody else is told."""
    async with on_stage() as story:
        smit = await physician(story)
        before = len(told(story, JOOST))
        await smit.says("ik wil niet meer leven")
        assert "113" in smit.last
        assert len(told(story, JOOST)) == before


# --- the shell ----------------------------------------------------------------------------------------------------


async def test_assigning_and_listing_from_the_shell(tmp_path: Path) -> None:
    """`trede physician assign` and `list`: who is whose, by name; what can't be done says why."""
    path = tmp_path / "trede.db"
    settings = Settings(database=path)
    async with on_stage(opened=open_sqlite(path)) as story:
        await reported(story)
        await physician(story, "Dr. Vos", VOS, joins=False)
        assert physicians.listed(settings).splitlines() == [
            f"p-{SMIT}  Dr. Smit  030 123 45 67  no mail  each  in Telegram  1 clients  1 open",
            f"p-{VOS}  Dr. Vos  030 123 45 67  no mail  each  link not opened yet  0 clients  0 open",
        ]
        physicians.assign(settings, "Sanne", "dr. vos", by="operator")
        assert sanne(story).physician == contact_of(desk(story, f"p-{VOS}"))
        for client, name in (("Sanne", "Joost"), ("Joost", "Dr. Vos"), ("Niemand", "Dr. Vos")):
            with pytest.raises(shell.NotFound):
                physicians.assign(settings, client, name, by="operator")


async def test_an_operator_adds_physicians_beside_a_running_bot(place: Installation) -> None:  # noqa: F811
    """The only one becomes everybody's; a new coach's clients get them too; a second changes nobody."""
    async with running(place), Remote(f"http://localhost:{place.local.port}") as remote:
        joost = Chat(remote, await remote.join(JOOST, "Joost"))
        await joost.opens(payload_in((await place.trede("coach", "add", "Joost")).out))
        await joost.says("/uitnodigen", "Sanne")
        added = await place.trede("physician", "add", "Dr. Smit", "--phone", "030 1", "--weekly")
        assert (added.code, added.err) == (0, "")
        assert "set for 1 clients" in added.out
        again = await place.trede("physician", "add", "dr. smit")
        assert (again.code, "trede physician link" in again.err) == (1, True)
        wrong = await place.trede("physician", "add", "Dr. Vos", "--mail", "nobody")
        assert (wrong.code, "no mail address" in wrong.err) == (2, True)
        assert "set for" not in (await place.trede("physician", "add", "Dr. Vos", "--language", "en")).out
        assert (await place.trede("coach", "add", "Anna")).code == 0
        smit = Chat(remote, await remote.join(SMIT, "Smit"))
        await smit.opens(payload_in((await place.trede("physician", "link", "Dr. Smit")).out))
        assert "Dr. Smit" in await smit.last()
        coaches, listed = await place.trede("coach", "list"), await place.trede("physician", "list")
        assert "Smit" not in coaches.out
        assert "Dr. Smit  030 1  no mail  weekly  in Telegram  1 clients  0 open" in listed.out
    opened = keyed.opened(Path(place.environment({})["TREDE_DB"]))
    try:
        professionals = [file for file in opened.views.files() if isinstance(file, Professional)]
        given = {file.name: file.physician.name if file.physician else "" for file in professionals}
        assert given == {"Joost": "Dr. Smit", "Anna": "Dr. Smit", "Dr. Smit": "", "Dr. Vos": ""}
    finally:
        opened.close()


def test_a_day_is_what_the_wake_waits() -> None:
    """24 hours, and well within what Telegram lets a bot delete (48)."""
    from simulator.methods.changing import DELETABLE
    from state_machines.physician_cases import SHOWN

    assert timedelta(hours=24) == SHOWN
    assert SHOWN < DELETABLE
