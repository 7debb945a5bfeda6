"""Letters that go by mail: to a real mail server on this computer that takes, refuses, is slow or is away."""

import asyncio
import logging
import smtplib
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mail_server import HUNG_UP, MailServer, mail_server
from story import SANNE, Story, on_stage
from structlog.testing import capture_logs

from bot import courier, delivery, mail, smtp
from bot.courier import Courier
from bot.mail import Carried, Mail
from dialogues.prompt import Button, Message
from state_machines.effects import LetterClass
from state_machines.events import ProfessionalAdded, ReferralCame, ReferralReminded, Unreached
from state_machines.files import Invite, Professional
from storage.open import Opened, open_sqlite
from storage.port import Claimed, Letter, LetterState, Turn
from storage.views import Look
from tests.doing import role_of

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "arts@example.org"
MINUTE = timedelta(minutes=1)
SECRET = "geheim-wachtwoord"
NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


@asynccontextmanager
async def posted(opened: Opened | None = None) -> AsyncIterator[tuple[Story, MailServer]]:
    """A story whose mail goes to a real server on this computer."""
    async with mail_server() as server, on_stage(opened=opened, mail=Courier(server.setting).carry) as story:
        yield story, server


def keep(
    story: Story, *, kind: LetterClass = LetterClass.QUESTION, text: str = "Er wacht iets.", **more: object
) -> None:
    """A mail as a turn leaves it in the outbox."""
    now = story.telegram.clock.now
    body = Mail(mail=ADDRESS, subject="Bericht", text=text).to_json()
    letter = Letter(chat=mail.box("p-arts", now), file="p-joost", kind=kind, body=body, not_before=now, **more)
    with story.opened.batch():
        story.opened.commit(Turn(at=now, before=None, after=None, letters=(letter,)))


async def later(story: Story, wait: timedelta) -> None:
    """Let time pass."""
    await story.stage.advance_to(story.telegram.clock.now + wait)


def later_by_hand(story: Story) -> None:
    """A second passes, and nobody takes notice of it."""
    story.telegram.clock.jump(story.telegram.clock.now + timedelta(seconds=1))


def mails_by_state(story: Story, kind: str = "question") -> dict[str, int]:
    """How many mails of this class there are in each state."""
    letters = story.opened.views.tally().letters
    return {state: count for (found, state), count in letters.items() if found == kind}


def told(story: Story, file: str = "p-joost") -> int:
    """How often the file that a mail is about heard that mail doesn't get through."""
    rows = story.opened.views.rows(file, Look("test", "test", "test", NOW))
    return sum(isinstance(row.event, Unreached) and row.event.mail for row in rows)


def add_physician(story: Story, address: str = ADDRESS, id_: str = "p-arts") -> None:
    """A physician with a mail address who hasn't opened Telegram; a referral has come."""
    door, now = story.stage.app.door, story.telegram.clock.now
    invite = Invite(digest=id_, expires=now + timedelta(days=3))
    added = ProfessionalAdded(
        at=now, professional=id_, name="Arts", language="nl", invite=invite, role="physician", mail=address
    )
    with story.opened.batch():
        door.act(None, added)
        door.act(id_, ReferralCame(at=now, client="c-jan", number=1), role="physician")


def physician(story: Story, id_: str = "p-arts") -> Professional:
    """The physician's file."""
    found = next(file for file in story.opened.views.files() if file.id == id_)
    assert isinstance(found, Professional)
    return found


# --- accepted ---------------------------------------------------------------------------------------------------------


async def test_a_mail_arrives_once_as_plain_text_with_its_subject() -> None:
    """Nothing but text: no picture, no second form of it that says something else."""
    async with posted() as (story, server):
        keep(story, text="Dag,\n\nEr wacht één bericht <b>hier</b>. :smile:\nhttps://t.me/x?start=a_b-c")
        await story.settle()
        (arrived,) = server.mails
        assert server.recipients == [ADDRESS]
        assert (arrived["Subject"], arrived["To"]) == ("Bericht", ADDRESS)
        assert "trede@example.org" in arrived["From"]
        assert arrived.get_content_type() == "text/plain"
        said = arrived.get_content().replace("\r\n", "\n").strip()
        assert said == "Dag,\n\nEr wacht één bericht <b>hier</b>. :smile:\nhttps://t.me/x?start=a_b-c"
        assert mails_by_state(story) == {"sent": 1}
        await later(story, timedelta(days=2))
        assert len(server.mails) == 1


def test_what_a_button_opens_stands_below_the_text_of_a_mail() -> None:
    """Other buttons have no place in a mail."""
    rows = ((Button("Open", url="https://example.org/x"), Button("Ja", "q:yes")),)
    made = Mail.of(ADDRESS, Message(text="Dag.", rows=rows, subject="Bericht"))
    assert (made.subject, made.text) == ("Bericht", "Dag.\n\nOpen: https://example.org/x")
    assert Mail.from_json(made.to_json()) == made


async def test_a_physician_who_has_only_mail_gets_the_notice_there() -> None:
    """At the address of their own file, with its subject; without an address nothing goes anywhere."""
    async with on_stage() as story:
        add_physician(story)
        add_physician(story, address="", id_="p-elders")
        await story.settle()
        assert [letter.mail for letter in story.mails] == [ADDRESS]
        assert story.mails[0].subject.startswith("Trede: ")
        assert "Telegram" in story.mails[0].text


async def test_a_notice_that_never_goes_is_with_the_physician_no_longer() -> None:
    """It is new again, and told by the next reminder; it doesn't go on by itself."""
    async with posted() as (story, server):
        server.answers = {"RCPT": "550 no such user"}
        add_physician(story)
        await story.settle()
        assert [case.state for case in physician(story).cases] == ["waiting"]
        await later(story, timedelta(days=1))
        assert [case.state for case in physician(story).cases] == ["new"]
        assert (told(story, "p-arts"), server.connections) == (1, 5)
        server.answers = {}
        with story.opened.batch():
            reminded = ReferralReminded(at=story.telegram.clock.now, client="c-jan", number=1)
            story.stage.app.door.act("p-arts", reminded, role=role_of(reminded))
        await story.settle()
        assert server.recipients == [ADDRESS]


async def test_the_address_stands_in_no_plain_column(tmp_path: Path) -> None:
    """Only in the sealed body, and there no longer than it has to be."""
    async with posted(open_sqlite(tmp_path / "trede.db")) as (story, _):
        keep(story, once=True)
        with closing(sqlite3.connect(tmp_path / "trede.db")) as beside:
            (row,) = beside.execute("SELECT * FROM outbox WHERE kind = 'question'").fetchall()
        assert ADDRESS not in repr([value for value in row if not isinstance(value, bytes)])
        await story.settle()
        with closing(sqlite3.connect(tmp_path / "trede.db")) as beside:
            assert beside.execute("SELECT body FROM outbox WHERE kind = 'question'").fetchall() == [(None,)]


# --- not now ----------------------------------------------------------------------------------------------------------


async def test_a_mail_waits_for_a_server_that_is_away_and_goes_once_when_it_is_back() -> None:
    """Tried again with growing pauses; a younger mail to the same address needn't wait for it."""
    async with posted() as (story, server):
        await server.stop()
        keep(story)
        await story.settle()
        await later(story, 30 * MINUTE)
        assert mails_by_state(story) == {"due": 1}
        await server.start()
        keep(story, text="Nog iets.")
        await story.settle()
        assert [arrived.get_content().strip() for arrived in server.mails] == ["Nog iets."]
        await later(story, 33 * MINUTE)
        assert len(server.mails) == 2
        assert mails_by_state(story) == {"sent": 2}


@pytest.mark.parametrize(
    "answers",
    [{"connect": "421 busy"}, {"connect": HUNG_UP}, {"MAIL": "451 later"}, {"RCPT": "450 later"}, {".": "452 full"}],
)
async def test_what_a_server_cannot_do_now_is_tried_again(answers: dict[str, str]) -> None:
    """Its answer says that it has not taken the mail, so a second time is no double."""
    async with posted() as (story, server):
        server.answers = answers
        keep(story, kind=LetterClass.REPLY)
        await story.settle()
        server.answers = {}
        await later(story, 2 * MINUTE)
        assert len(server.mails) == 1
        assert set(mails_by_state(story, "reply")) == {"sent"}


async def test_a_mail_that_never_goes_ends_as_failed_and_that_is_told_on() -> None:
    """After pauses that grow up to a day; the file it is for hears it once."""
    async with posted() as (story, server):
        await server.stop()
        keep(story)
        await story.settle()
        await later(story, timedelta(hours=33))
        assert mails_by_state(story) == {"due": 1}
        await later(story, timedelta(hours=2))
        assert mails_by_state(story) == {"failed": 1}
        assert told(story) == 1


async def test_a_server_s_last_word_is_told_on_the_same_day() -> None:
    """An address that doesn't exist: asked a few times within a quarter of an hour, as servers err, and no more."""
    async with posted() as (story, server):
        server.answers = {"RCPT": "550 no such user"}
        keep(story)
        await story.settle()
        await later(story, 16 * MINUTE)
        assert mails_by_state(story) == {"failed": 1}
        assert server.connections == 5
        assert told(story) == 1


async def test_without_a_setting_a_mail_ends_at_once_and_that_is_told_on() -> None:
    """Nothing waits for a setting that nobody may ever make."""
    async with on_stage(mail=Courier("").carry) as story:
        keep(story)
        with capture_logs() as lines:
            await story.settle()
        assert mails_by_state(story) == {"failed": 1}
        assert told(story) == 1
        assert "TREDE_MAIL" in next(line["reason"] for line in lines if line["event"] == "post.failed")


# --- nobody knows -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "times"), [("reply", 1), ("reminder", 1), ("question", 2), ("prompt", 2)])
async def test_a_mail_of_which_nobody_knows_is_sent_again_as_its_class_allows(kind: str, times: int) -> None:
    """The server took the words and hung up without a word: what is no harm twice goes twice, the rest doesn't."""
    async with posted() as (story, server):
        server.answers = {".": HUNG_UP}
        keep(story, kind=LetterClass(kind))
        await story.settle()
        await later(story, timedelta(days=2))
        assert server.connections == times
        assert mails_by_state(story, kind)["uncertain"] == 1


@pytest.mark.parametrize(("silent", "state"), [("connect", "due"), ("RCPT", "due"), (".", "uncertain")])
async def test_a_server_that_does_not_answer_in_time(silent: str, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it had the words, the mail surely hasn't gone; after that nobody knows."""
    monkeypatch.setattr(smtp, "SECONDS", 0.3)
    async with posted() as (story, server):
        server.silent = {silent}
        keep(story, kind=LetterClass.REMINDER)
        await story.settle()
        assert mails_by_state(story, "reminder") == {state: 1}


async def test_a_slow_server_holds_up_nobody_else() -> None:
    """While it keeps a mail waiting, the chats go on; when it is itself again, the mail comes."""
    async with posted() as (story, server):
        await story.sanne.says("/start")
        server.silent = {"MAIL"}
        keep(story)
        post, now = story.stage.app.post, story.telegram.clock.now
        await post.round()
        with story.opened.batch():
            chat = Letter(chat=SANNE, file=None, kind="reply", body=Message(text="nu").to_json(), not_before=now)
            story.opened.commit(Turn(at=now, before=None, after=None, letters=(chat,)))
        await post.round()
        while story.sanne.last != "nu" or not server.connections:
            await asyncio.sleep(0)
        assert mails_by_state(story) == {"sending": 1}
        await server.stop()
        await story.settle()
        server.silent = set()
        await server.start()
        await later(story, 2 * MINUTE)
        assert len(server.mails) == 1
        assert mails_by_state(story) == {"sent": 1}


async def test_after_a_crash_a_mail_that_was_under_way_goes_as_its_class_allows() -> None:
    """A question goes once more, a reply doesn't."""
    async with posted() as (story, server):
        keep(story)
        later_by_hand(story)
        keep(story, kind=LetterClass.REPLY)
        with story.opened.batch():
            story.opened.claim(story.telegram.clock.now)
        await story.stage.app.post.recover(story.opened.upkeep.unsettled())
        await later(story, 2 * MINUTE)
        assert len(server.mails) == 1
        assert (mails_by_state(story), mails_by_state(story, "reply")["uncertain"]) == ({"sent": 1}, 1)


def test_every_outcome_of_a_mail_has_an_end() -> None:
    """However often: no mail is tried for ever."""
    tried = dict.fromkeys(Carried, 0)
    for carried in Carried:
        for kind in LetterClass:
            for tries in range(20):
                letter = Letter(chat=1, file=None, kind=kind, body=mail.MAIL, not_before=NOW)
                unsure = tries if carried is Carried.UNKNOWN else 0
                claimed = Claimed(n=1, letter=letter, message_id=None, tries=tries, unsure=unsure)
                settled = delivery.mailed(claimed, NOW, carried)
                again = settled.state is LetterState.DUE
                tried[carried] = max(tried[carried], tries + 2 if again else 1)
                assert not again or (settled.not_before or NOW) <= NOW + timedelta(days=1)
    assert tried == {"sent": 1, "not set up": 1, "not sent": 12, "refused": 5, "unknown": 12}


@pytest.mark.parametrize(
    ("error", "carried"),
    [
        (None, Carried.REFUSED),
        (ConnectionRefusedError(), Carried.NOT_SENT),
        (TimeoutError(), Carried.NOT_SENT),
        (smtplib.SMTPServerDisconnected("x"), Carried.NOT_SENT),
        (smtplib.SMTPAuthenticationError(535, b"x"), Carried.NOT_SENT),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"x")}), Carried.NOT_SENT),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"x")}), Carried.REFUSED),
        (smtplib.SMTPSenderRefused(553, b"x", "a"), Carried.REFUSED),
        (smtplib.SMTPDataError(554, b"x"), Carried.REFUSED),
        (smtplib.SMTPDataError(451, b"x"), Carried.NOT_SENT),
    ],
)
def test_what_an_error_says_of_a_mail(error: Exception | None, carried: Carried) -> None:
    """A wrong password may be mended, so the mail waits; a server's 5xx about the mail is its last word."""
    assert smtp.meaning(error) is carried


# --- secrets, and the setting -----------------------------------------------------------------------------------------


class Everything(logging.Handler):
    """What any library logs where somebody might read it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.mark.parametrize("trouble", [{}, {"connect": HUNG_UP}, {"RCPT": "550 arts@example.org unknown"}])
async def test_no_log_holds_an_address_a_password_or_words(
    trouble: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever becomes of the mail: neither in our log, nor in that of the library, nor on the screen."""
    everything, root = Everything(), logging.getLogger()
    monkeypatch.setattr(root, "handlers", [everything])
    monkeypatch.setattr(root, "level", logging.DEBUG)
    async with mail_server() as server:
        server.answers = {"EHLO": "250-here\r\n250 AUTH PLAIN", "AUTH": "235 ok"} | trouble
        setting = server.setting.replace("//", f"//wij:{SECRET}@")
        with capture_logs() as lines:
            carried = await Courier(setting).carry(Mail(mail=ADDRESS, subject="Bericht", text="Er wacht iets."))
    assert (carried is Carried.SENT, len(lines)) == (not trouble, int(bool(trouble)))
    said = repr(list(lines)) + repr(everything.lines) + "".join(capfd.readouterr())
    for secret in (SECRET, ADDRESS, "Er wacht", "Bericht", "unknown"):
        assert secret not in said


async def test_the_setting_cannot_make_a_mail_go_twice() -> None:
    """The library would try by itself; how often a mail is tried is decided in one place."""
    async with mail_server() as server:
        server.answers = {".": HUNG_UP}
        carried = await Courier(f"{server.setting}&retry=3").carry(Mail(mail=ADDRESS, subject="x", text="y"))
        assert (carried, server.connections) == (Carried.UNKNOWN, 1)


@pytest.mark.parametrize("setting", ["mailto://127.0.0.1:25?from=a@example.org", "mailtos://u:p@mail.example.org"])
def test_a_setting_that_can_be_used(setting: str) -> None:
    """With a sender, or with a user who is one."""
    assert (mail.fault(setting), courier.fault(setting)) == ("", "")


@pytest.mark.parametrize(
    "setting",
    [
        "mail.example.org",
        "smtp://u:geheim@mail.example.org",
        "mailto://",
        "mailto://u:geheim@mail.example.org:port",
        "mailtos://u:geheim@mail.example.org/arts@example.org",
        "mailtos://u:geheim@mail.example.org?to=arts@example.org",
        "mailtos://u:geheim@mail.example.org?BCC=arts@example.org",
    ],
)
def test_a_setting_that_cannot_be_used_is_told_without_repeating_it(setting: str) -> None:
    """It may hold a password; and every mail has a recipient of its own."""
    said = mail.fault(setting)
    assert said
    assert courier.fault(setting) == said
    assert "geheim" not in said


def test_a_setting_without_a_sender_is_told() -> None:
    """That takes the library to see: `trede doctor` looks, the start doesn't."""
    assert "from=" in courier.fault("mailto://127.0.0.1:25")


def test_an_idle_bot_has_not_loaded_what_carries_mail() -> None:
    """It takes 16 MB."""
    made = "import sys, bot.__main__, bot.courier; bot.courier.Courier('mailto://x')"
    code = f"{made}; print({{'apprise', 'smtplib'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
