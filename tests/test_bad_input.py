"""Whatever people send: each thing has a defined, friendly outcome, and nothing is lost or doubled.

Checked against what is kept (the file, the diary, the log) and what is seen (the ledger of the local Telegram).
"""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from story import JOOST, MONDAY, SANNE, Phone, Story, on_stage
from test_transcripts import first_day, joost_taps, plan, sanne_taps, welcome

from simulator.ledger import Seen
from state_machines.decide import turn_day
from state_machines.events import Answered, Asked, NoteEdited
from state_machines.files import Client, Professional, but
from storage.notes import Note
from storage.views import Look

NOVEMBER = date(2026, 11, 1)
GROUP = -1001
TODAY = date(2026, 11, 30)


# --- looking ------------------------------------------------------------------------------------------------------


def client(story: Story) -> Client:
    """The one client's file as it is kept."""
    file = story.file()
    assert isinstance(file, Client)
    return file


def desk(story: Story) -> Professional:
    """The coach's file as it is kept."""
    file = story.file("coach")
    assert isinstance(file, Professional)
    return file


def notes(story: Story) -> tuple[Note, ...]:
    """The client's diary."""
    return story.opened.views.own_notes(client(story).id, NOVEMBER)


def events(story: Story) -> list[object]:
    """The events in the client's log, oldest first."""
    look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
    return [row.event for row in story.opened.views.rows(client(story).id, look)]


def mark(story: Story) -> int:
    """A place in the ledger to look from."""
    return len(story.telegram.ledger)


def seen(story: Story, since: int, chat: int = SANNE) -> list[Seen]:
    """What somebody saw since then: new and edited messages."""
    return [row for row in story.telegram.ledger.after(since, chat) if row.what in {"sent", "edited"}]


def messages(story: Story, since: int, chat: int = SANNE) -> list[str]:
    """The texts of the new messages since then."""
    return [row.text for row in seen(story, since, chat) if row.what == "sent"]


def quiet(story: Story) -> Client:
    """The client's file but for what any sign of life changes: that it is today, and that the client did something."""
    file = turn_day(client(story), Asked(at=story.telegram.clock.now, what="help"))
    return but(file, day=but(file.day, acted=True) if file.day else None)


# --- sending what a phone doesn't send -------------------------------------------------------------------------------


async def hand(story: Story, kind: str, content: dict[str, Any]) -> None:
    """Put an update into the world as it is, and let the bot rest."""
    story.telegram.world.updates.offer(SANNE, kind, content)
    await story.settle()


async def hand_text(story: Story, text: str, phone: Phone | None = None, **more: Any) -> None:
    """A text as it stands in the update, which no phone would send."""
    chat = (phone or story.sanne).person.chat
    chat.known = True
    world = story.telegram.world
    world.last_message_id += 1
    content = {
        "message_id": world.last_message_id,
        "date": int(world.clock.now.timestamp()),
        "chat": chat.to_json(),
        "from": chat.user.to_json(),
        "text": text,
    }
    await hand(story, "message", content | more)


async def tap_data(story: Story, data: str, phone: Phone | None = None) -> None:
    """A tap that carries this, whatever stands on the button."""
    person = (phone or story.sanne).person
    person.tap(person.screen[-1].message_id, data)
    await story.settle()


async def checkin_open(story: Story) -> None:
    """The welcome done, a plan agreed, and the first question of the check-in open."""
    await welcome(story)
    await plan(story)
    await story.until("2026-11-30 16:30")


# --- long and odd texts ---------------------------------------------------------------------------------------------


async def test_the_longest_text_a_phone_can_send_is_kept_whole() -> None:
    """4,096 characters outside the check-in: one diary note, word for word, and one reply."""
    async with on_stage() as story:
        await welcome(story)
        text, since = "wandelen " * 455, mark(story)
        await story.sanne.says(text)
        assert [note.text for note in notes(story)] == [text.strip()]
        assert len(messages(story, since)) == 1


@pytest.mark.parametrize("size", [4096, 5000, 60_000])
async def test_a_text_longer_than_telegram_allows_is_kept_whole(size: int) -> None:
    """An update with 5,000 characters, also where a number or a list is asked: a note, and the question once more."""
    async with on_stage() as story:
        await checkin_open(story)
        for question in ("energy", "giver"):
            since = mark(story)
            await hand_text(story, question[0] * size)
            assert notes(story)[-1].text == question[0] * size
            assert len(messages(story, since)) == 1
            assert story.sanne.person.screen[-1].buttons, "the question is asked once more"
            if question == "energy":
                await story.sanne.says("7")
        assert client(story).day.answers[0].number == 7
        assert client(story).givers == ()


ODD = {
    "emoji": "vandaag 😀👩‍👩‍👧‍👦🏳️‍🌈 gewandeld",
    "right to left": "اليوم مشيت قليلا \u202eabc\u202c עברית",
    "html": "<b>vet</b> <script>alert(1)</script> &amp; <a href='x'>",
    "markdown": "*vet* _schuin_ `code` [link](http://x) \\* ~~door~~",
    "template": "{name} {0} %s %(name)s ${x}",
    "invisible": "een\u200btwee\ufefféén\u0301",
    "lines": "een\n\n\ntwee\r\ndrie\tvier",
    "controls": "een\x00twee\x1b[31m",
    "quotes": "'; DROP TABLE log; -- \" '",
}


@pytest.mark.parametrize("kind", ODD)
async def test_an_odd_text_is_kept_as_it_was_typed(kind: str) -> None:
    """Emoji, right to left, markup of any language: a note word for word."""
    async with on_stage() as story:
        await welcome(story)
        since = mark(story)
        await hand_text(story, ODD[kind])
        assert [note.text for note in notes(story)] == [ODD[kind]]
        assert len(messages(story, since)) == 1


@pytest.mark.parametrize("kind", ["emoji", "right to left", "html", "markdown", "template", "quotes"])
async def test_an_odd_text_is_shown_literally(kind: str) -> None:
    """As an item of a list it comes back in a message and on a button as it was typed: nothing is interpreted."""
    text = ODD[kind].replace(",", "").replace(";", "")
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "7")
        await story.sanne.says(text)
        assert client(story).day.words("giver") == (text,)
        await sanne_taps(story, "not today", "3")
        closing = story.sanne.person.screen[-1]
        assert text in closing.text
        assert not [one for one in closing.entities if one["type"] not in {"url", "bot_command", "text_link"}]
        await story.until("2026-12-01 16:30")
        await sanne_taps(story, "6")
        assert text[:10] in " ".join(story.sanne.person.screen[-1].labels)


@pytest.mark.parametrize("text", ["\ud83d", "koffie \ud83d", "\udc00 thee", "\ude00\ud83d"])
async def test_half_a_surrogate_pair_stops_nothing(text: str) -> None:
    """Half a sign is kept as a replacement mark; as a note, as an item of a list and in a deep link."""
    async with on_stage() as story:
        await welcome(story)
        await hand_text(story, text)
        await hand_text(story, f"/start {text}")
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "7")
        await hand_text(story, text)
        assert len(notes(story)) == 1
        assert "\ufffd" in notes(story)[0].text
        assert "\ufffd" in client(story).day.words("giver")[0]
        await sanne_taps(story, "enough")
        assert client(story).day.state == "done"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "\u2028"])
async def test_an_empty_text_gets_a_kind_word_and_is_not_kept(text: str) -> None:
    """Nothing was said: nothing is kept, and the open question is still open."""
    async with on_stage() as story:
        await checkin_open(story)
        before, since = quiet(story), mark(story)
        await hand_text(story, text)
        assert quiet(story) == before
        assert notes(story) == ()
        assert len(messages(story, since)) == 1


@pytest.mark.parametrize(
    "text", ["/", "/ ", "/\u00a0", "/@", "/@@", "//", "/start@", "/\u200b", "/🙂", "/" + "x" * 4000]
)
async def test_something_like_a_command_is_an_unknown_command(text: str) -> None:
    """For a client, a coach, a stranger and in a group: an answer, nothing kept."""
    async with on_stage() as story:
        await welcome(story)
        piet, group = story.phone(103, "Piet"), story.phone(104, "Groep")
        before, at_desk, since = quiet(story), desk(story), mark(story)
        for phone in (story.sanne, story.joost, piet, group):
            await hand_text(story, text, phone)
            assert len(messages(story, since, phone.person.chat.id)) == 1
        assert quiet(story) == before
        assert desk(story) == at_desk


# --- numbers --------------------------------------------------------------------------------------------------------


SCALE_OUT = ["11", "-1", "10,5", "10.1", "1000", "99999999999999999999", "-0,5", "elf"]


@pytest.mark.parametrize("text", SCALE_OUT)
async def test_a_score_out_of_range_is_asked_again(text: str) -> None:
    """On each scale of a day: not kept as an answer, the question comes again and says which numbers can."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.sanne.says(text)
        assert client(story).day.answers == ()
        assert "10" in story.sanne.last
        await sanne_taps(story, "7", "coffee", "ready", "noise", "ready", "as agreed")
        assert client(story).day.at == "complaint"
        await story.sanne.says(text)
        assert client(story).day.answer("complaint") is None
        assert client(story).day.at == "complaint"
        await story.sanne.says("3")
        assert client(story).day.state == "done"


@pytest.mark.parametrize("question", ["confidence", "progress"])
async def test_a_score_by_turns_out_of_range_is_asked_again(question: str) -> None:
    """Confidence on a Tuesday, progress on a Thursday, once the lists have had their days."""
    async with on_stage() as story:
        await first_day(story)
        for day in ("01", "03", "04", "07", "08", "10", "11", "14", "15", "17"):
            await story.until(f"2026-12-{day} 16:30")
            await sanne_taps(story, "6")
            while client(story).day.at not in {"", question}:
                await sanne_taps(story, "skip")
            if client(story).day.at == question:
                break
        await story.sanne.says("11")
        assert client(story).day.answer(question) is None
        assert client(story).day.at == question
        await story.sanne.says("6,5")
        assert client(story).day.number(question) == Decimal("6.5")


@pytest.mark.parametrize(
    ("text", "hours"), [("25", None), ("-2", None), ("2,5", "2.5"), ("anderhalf uur", "1.5"), ("24", "24")]
)
async def test_hours_out_of_range_are_asked_again(text: str, hours: str | None) -> None:
    """A day has 24 hours."""
    async with on_stage() as story:
        await checkin_open(story)
        await sanne_taps(story, "7", "coffee", "ready", "noise", "ready")
        await story.sanne.says(text)
        assert client(story).day.number("hours") == (Decimal(hours) if hours else None)
        assert (client(story).day.at == "hours") is (hours is None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6,5", "6.5"),
        ("6.5", "6.5"),
        ("zeven", "7"),
        ("seven", "7"),
        ("7/10", "7"),
        (" 7 ", "7"),
        ("７", "7"),
        ("0", "0"),
        ("10", "10"),
    ],
)
async def test_a_score_is_understood_as_people_type_it(text: str, number: str) -> None:
    """Digits, a comma or a point, words of either language, full-width digits."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.sanne.says(text)
        assert client(story).day.number("energy") == Decimal(number)
        assert notes(story) == ()


async def test_words_where_a_number_is_asked_are_kept_and_asked_once_more() -> None:
    """Nothing typed is lost: a sentence becomes a note of the day, and the question stays open."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.sanne.says("het gaat wel, denk ik")
        assert [note.text for note in notes(story)] == ["het gaat wel, denk ik"]
        assert client(story).day.answers == ()
        await sanne_taps(story, "7")
        assert client(story).day.number("energy") == 7


# --- many, forwarded, from groups -------------------------------------------------------------------------------------


async def test_two_hundred_messages_in_a_minute_are_all_kept_and_get_few_replies() -> None:
    """Every one is a note with its own number, in order; the replies share one slot, so the chat isn't flooded."""
    async with on_stage() as story:
        await welcome(story)
        since = mark(story)
        for n in range(200):
            story.sanne.person.send(f"bericht {n}")
            story.telegram.clock.jump(story.telegram.clock.now + timedelta(seconds=0.3))
        await story.settle()
        assert [(note.number, note.text) for note in notes(story)] == [(n + 1, f"bericht {n}") for n in range(200)]
        assert 1 <= len(messages(story, since)) <= 8
        assert story.opened.upkeep.verify() == ()


async def test_two_hundred_messages_in_an_open_check_in_are_all_kept() -> None:
    """No message is taken for an answer that it isn't, none is lost, and the question is open at the end."""
    async with on_stage() as story:
        await checkin_open(story)
        since = mark(story)
        for n in range(200):
            story.sanne.person.send(f"en toen {n}")
        await story.settle()
        assert [note.text for note in notes(story)] == [f"en toen {n}" for n in range(200)]
        assert client(story).day.answers == ()
        assert 1 <= len(messages(story, since)) <= 8
        await sanne_taps(story, "7")
        assert client(story).day.number("energy") == 7


async def test_a_forwarded_text_is_a_note_and_never_an_answer() -> None:
    """Somebody else's "7" is no score and their coffee no giver; their words are kept where words are kept."""
    async with on_stage() as story:
        await checkin_open(story)
        for text in ("7", "zeven", "een 7, zegt Piet"):
            since = mark(story)
            story.sanne.person.send(text, forwarded=True)
            await story.settle()
            assert client(story).day.answers == ()
            assert len(messages(story, since)) == 1
        await sanne_taps(story, "7")
        story.sanne.person.send("koffie", forwarded=True)
        await story.settle()
        assert client(story).day.words("giver") == ()
        assert [note.text for note in notes(story)] == ["7", "zeven", "een 7, zegt Piet", "koffie"]


async def test_a_group_gets_one_line_and_nothing_of_it_is_kept() -> None:
    """Commands, plain texts, a deep link, a tap, a photo; also by somebody who takes part in private."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.joost.says("/uitnodigen")
        await story.joost.says("Piet")
        link = story.joost.last.split("start=")[1].split()[0]
        before, at_desk = client(story), desk(story)
        group = Phone(story, story.telegram.join(GROUP, "Sanne", "de V.", kind="group", user_id=SANNE))
        for text in ("/checkin", "/checkin@trede_demo_bot", "hoi allemaal", f"/start {link}", "7"):
            since = mark(story)
            await group.says(text)
            assert len(messages(story, since, GROUP)) == 1, text
            assert messages(story, since) == []
        group.person.photo("kijk")
        await story.settle()
        await tap_data(story, "a:20261130:energy:7", group)
        assert client(story) == before
        assert desk(story) == at_desk
        piet = story.phone(103, "Piet")
        await piet.opens(link)
        assert [c.journey for c in story.opened.views.files() if c.name == "Piet"] == ["claimed"], (
            "the link still works"
        )


async def test_being_put_into_a_group_or_out_of_it_changes_nothing() -> None:
    """`my_chat_member` of a group isn't about a person."""
    async with on_stage() as story:
        await welcome(story)
        before = client(story)
        group = Phone(story, story.telegram.join(GROUP, "Sanne", kind="group", user_id=SANNE))
        group.person.block()
        group.person.unblock()
        await story.settle()
        assert client(story) == before


async def test_an_unknown_command_says_where_help_is_and_changes_nothing() -> None:
    """In every state of a client, for the coach and for a stranger."""
    async with on_stage() as story:
        piet = story.phone(103, "Piet")
        await story.sanne.opens(await story.invite())
        for step in (None, "recognised", "who", "go on", "agree", "16:30", "own days"):
            if step == "recognised":
                await joost_taps(story, step)
            elif step:
                await sanne_taps(story, step)
            before, since = quiet(story), mark(story)
            await story.sanne.says("/bestaatniet")
            assert quiet(story) == before
            assert len(seen(story, since)) == 1
        for phone in (story.joost, piet):
            since = mark(story)
            await phone.says("/bestaatniet")
            assert len(messages(story, since, phone.person.chat.id)) == 1


# --- two devices, double taps, old taps -----------------------------------------------------------------------------


async def test_two_devices_tap_the_same_question_and_the_newest_holds() -> None:
    """Both answers are in the log, the later one stands, and the day has moved on once."""
    async with on_stage() as story:
        await checkin_open(story)
        here = story.sanne.person.screen[-1].message_id
        for value in (7, 4, 9):
            story.sanne.person.tap(here, f"a:20261130:energy:{value}")
        await story.settle()
        day = client(story).day
        assert (day.number("energy"), day.at, len(day.answers)) == (9, "giver", 1)
        assert [e.number for e in events(story) if isinstance(e, Answered)] == [7, 4, 9]


async def test_two_devices_at_different_questions_lose_nothing() -> None:
    """One device is a question ahead; what the other answers to the earlier question is kept and moves nothing."""
    async with on_stage() as story:
        await checkin_open(story)
        first = story.sanne.person.screen[-1]
        await sanne_taps(story, "7")
        second = story.sanne.person.screen[-1]
        coffee = next(b.data for line in second.buttons for b in line if b.label.startswith("Koffie"))
        outside = next(b.data for line in second.buttons for b in line if b.label.startswith("Even naar"))
        story.sanne.person.tap(second.message_id, coffee)
        story.sanne.person.tap(first.message_id, "a:20261130:energy:5")
        story.sanne.person.tap(second.message_id, outside)
        story.sanne.person.tap(first.message_id, "m:20261130:skip:energy")
        await story.settle()
        day = client(story).day
        assert day.number("energy") == 5
        assert len(day.words("giver")) == 2
        assert day.at == "giver"


class Twice(Phone):
    """A phone whose owner taps everything twice; `slowly`: only when the first tap was answered."""

    slowly = False

    async def taps(self, *labels: str) -> None:
        for label in labels:
            shown = self.find(label)
            where, data = next(
                (bubble.message_id, button.data)
                for bubble in reversed(self.person.screen)
                for line in bubble.buttons
                for button in line
                if button.label == shown and button.data
            )
            self.person.tap(where, data)
            if self.slowly:
                await self._story.settle()
            self.person.tap(where, data)
            await self._story.settle()


@pytest.mark.parametrize("slowly", [False, True])
async def test_tapping_everything_twice_keeps_the_same_as_tapping_once(slowly: bool) -> None:
    """A whole first day: the same files, one plan version, one closing line; a second tap changes nothing."""
    async with on_stage() as once:
        await first_day(once)
        wanted = client(once), desk(once)
    async with on_stage() as story:
        story.sanne, story.joost = Twice(story, story.sanne.person), Twice(story, story.joost.person)
        story.sanne.slowly = story.joost.slowly = slowly
        await first_day(story)
        assert (client(story), desk(story)) == wanted
        assert len(client(story).versions) == 1
        assert len(client(story).consents) == 1
        assert story.opened.upkeep.verify() == ()


async def test_settings_notes_and_pauses_tapped_twice_are_done_once() -> None:
    """Opening a note, a pause, its end, a language, stopping: twice is once."""
    async with on_stage() as story:
        await welcome(story)
        story.sanne = Twice(story, story.sanne.person)
        await story.sanne.says("gewandeld")
        await sanne_taps(story, "open note")
        assert [note.open for note in notes(story)] == [True]
        await story.sanne.says("/pauze")
        await sanne_taps(story, "three days")
        assert (client(story).journey, client(story).paused_until) == ("paused", date(2026, 12, 2))
        await tap_data(story, "p:0")
        await tap_data(story, "p:0")
        assert client(story).journey == "coaching"
        await story.sanne.says("/stop")
        since = mark(story)
        await sanne_taps(story, "stop")
        assert client(story).journey == "left"
        told = [text for text in messages(story, since, JOOST) if "gestopt" in text or "stop" in text]
        assert len(told) == 1


async def test_a_new_link_tapped_twice_leaves_one_link_that_works() -> None:
    """The newest link on the coach's screen works; the client's file is there once."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/uitnodigen")
        story.joost = Twice(story, story.joost.person)
        await story.joost.taps("Sanne")
        link = story.joost.last.split("start=")[1].split()[0]
        await story.phone(105, "Sanne").opens(link)
        assert client(story).journey == "claimed"
        assert client(story).chat == 105


async def test_every_button_of_yesterday_answers_kindly_and_changes_nothing() -> None:
    """Each button that stood in the check-in of yesterday, from the first question to the closing line."""
    async with on_stage() as story:
        await first_day(story)
        old = {b.data for row in story.telegram.ledger if row.chat_id == SANNE for line in row.buttons for b in line}
        old = sorted(data for data in old if data and "20261130" in data)
        assert len(old) > 20
        await story.until("2026-12-01 10:00")
        before = quiet(story)
        for data in old:
            since = mark(story)
            await tap_data(story, data)
            assert quiet(story) == before, data
            assert len(seen(story, since)) == 1, data


async def test_every_button_of_the_welcome_changes_nothing_later() -> None:
    """The consent isn't given twice, the time and days stay: they are changed in the settings alone."""
    async with on_stage() as story:
        await welcome(story)
        old = {b.data for row in story.telegram.ledger if row.chat_id == SANNE for line in row.buttons for b in line}
        before = quiet(story)
        for data in sorted(data for data in old if data and data.startswith("w:")):
            since = mark(story)
            await tap_data(story, data)
            assert quiet(story) == before, data
            assert len(seen(story, since)) == 1, data


async def test_a_button_of_a_replaced_keyboard_corrects_its_own_question() -> None:
    """The first keyboard of today, tapped when the day is done: the answer is corrected, the day stays done."""
    async with on_stage() as story:
        await first_day(story)
        await tap_data(story, "a:20261130:energy:2")
        day = client(story).day
        assert (day.number("energy"), day.state, day.corrected) == (2, "done", True)
        assert [e.number for e in events(story) if isinstance(e, Answered) and e.question == "energy"] == [7, 2]


# --- made-up buttons -----------------------------------------------------------------------------------------------


GARBAGE = [
    "", ":", ":::::", "a", "a:", "a:20261130", "a:20261130:energy", "a:20261130:energy:", "x" * 64, "🙂" * 16, "\x00",
    "a:20261130:energy:NaN", "a:20261130:energy:sNaN", "a:20261130:energy:Infinity", "a:20261130:energy:-1",
    "a:20261130:energy:11", "a:20261130:energy:1E+9999", "a:20261130:energy:foo", "a:20261130:energy:²",
    "a:20261130:energy:٧", "a:20261130:energy: 7", "a:20261130:energy:7_0", "a:20261130:giver:5",
    "a:20261130:step:bogus", "a:20261130:hours:99", "a:20261130:hours:Infinity", "a:20261130:complaint:12",
    "a:20261130:one_higher:x", "a:20261130:bogus:7", "a:00010101:energy:5", "a:99991231:energy:5",
    "a:20269999:energy:5",
    "a:20261201:energy:5", "a:2026113:energy:5", "lr:20261130:energy", "lr:20261130:bogus", "lr:20261201:giver",
    "l+:20261130:giver:zzz", "l+:20261130:energy:zzz", "l-:20261130:giver:", "l+:20261201:giver:zzz", "m:20261130",
    "m:20261130:fly", "m:20261201:skip:energy", "p:²", "p:-1", "p:99", "p:x", "p:", "p:1.5", "n+:20261130:²",
    "n+:20261130:99", "n+:20261130:", "n+:x:1", "n-:20261130:99999999999999", "w:", "w:time", "w:days", "w:done",
    "w:refuse_sure", "w:settle", "w:agree", "w:refuse", "w:return", "t:", "t:9999", "t:2460", "t:²²²²",
    "d:", "d:8", "d:0", "d:123456789", "d:²", "s:", "s:zone", "s:zone:", "s:zone:Mars/Phobos",
    "s:zone:../../etc/passwd",
    "s:zone:/etc/passwd", "s:zone:Europe", "s:language:fr", "s:language:", "s:bogus:x", "s:coach:x", "s:versions:x",
    "q:", "q:bogus", "q:clients", "q:stop_sur", "py:", "py:x", "pn:", "pn:" + "0" * 32, "pd::5", "pd:x:²", "pd:x:11",
    "pd:x:", "x:", "x:bogus", "k:plan::", "k:met::safety", "k:register", "kq:clients", "k:claim:c-0000000002:yes",
]  # fmt: skip


@pytest.mark.parametrize("state", ["welcome", "resting", "asking", "done", "left"])
async def test_made_up_buttons_answer_kindly_and_change_nothing(state: str) -> None:
    """Garbage, other people's data, numbers that aren't, dates of other days: no stumble, nothing is changed."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await joost_taps(story, "recognised")
        if state == "welcome":
            await sanne_taps(story, "who", "go on", "agree")
        else:
            await sanne_taps(story, "who", "go on", "agree", "16:30", "own days")
            await plan(story)
        if state in {"asking", "done"}:
            await story.until("2026-11-30 16:30")
            await sanne_taps(story, "7")
        if state == "done":
            await sanne_taps(story, "enough")
        if state == "left":
            await story.sanne.says("/stop")
            await sanne_taps(story, "stop")
        meant = {"w:refuse", "w:agree", "w:return"}
        at_desk = desk(story)
        before = quiet(story)
        for data in GARBAGE:
            if data in meant and state in {"welcome", "left"}:
                continue
            since = mark(story)
            await tap_data(story, data)
            assert len(seen(story, since)) <= 1, data
            assert quiet(story) == before, data
        assert desk(story) == at_desk
        assert story.opened.upkeep.verify() == ()


DESK_GARBAGE = [
    "", ":", "k", "k:", "k:bogus", "k:plan", "k:plan::", "k:plan:c-0000000099", "k:plan:p-joost", "k:register",
    "k:register:c-0000000002", "k:met", "k:met::safety", "k:met:c-0000000099:safety", "k:claim",
    "k:claim:c-0000000002:yes",
    "k:claim:c-0000000002:no", "k:claim:c-0000000099:yes", "k:read", "k:read:c-0000000099", "k:logbook",
    "k:logbook:c-0000000099", "k:relink", "k:relink:c-0000000099", "k:relink:p-joost", "k:summary_time",
    "k:summary_time::x", "k:summary_time::03:00", "k:summary_time::25:00", "k:weekday", "k:weekday::x", "k:weekday::9",
    "k:weekday::0", "k:weekday::²", "k:language", "k:language::fr", "kq", "kq:", "kq:bogus", "a:20261130:energy:7",
    "w:agree", "p:3", "q:stop_sure", "x:misread", "s:language:en", "py:" + "0" * 32, "🙂" * 16, "x" * 64, "\x00",
]  # fmt: skip


async def test_made_up_buttons_at_the_desk_change_nothing() -> None:
    """Clients that aren't the coach's, numbers that aren't, a client's own buttons: an answer, nothing changed."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        before, at_desk = client(story), desk(story)
        for data in DESK_GARBAGE:
            since = mark(story)
            await tap_data(story, data, story.joost)
            assert len(messages(story, since, JOOST)) == 1, data
            assert messages(story, since) == [], data
            assert desk(story) == at_desk, data
            assert client(story) == before, data


async def test_buttons_of_another_coachs_client_do_nothing() -> None:
    """A coach reaches their own clients alone: the other's file, log and access chain stay as they were."""
    async with on_stage() as story:
        await welcome(story)
        mia = await second_coach(story)
        await mia.opens("mia-token")
        before = client(story)
        looks = story.opened.views.accesses(before.id)
        for what in ("plan", "met", "read", "logbook", "relink", "claim"):
            since = mark(story)
            await tap_data(story, f"k:{what}:{before.id}:yes", mia)
            assert len(messages(story, since, 106)) == 1, what
            assert "Sanne" not in " ".join(messages(story, since, 106))
        assert client(story) == before
        assert story.opened.views.accesses(before.id) == looks


async def test_another_clients_plan_button_is_stale() -> None:
    """A yes to somebody else's plan agrees to nothing."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        digest = client(story).agreed
        await story.joost.says("/uitnodigen")
        await story.joost.says("Piet")
        piet = story.phone(103, "Piet")
        await piet.opens(story.joost.last.split("start=")[1].split()[0])
        await story.joost.taps("Ja, dat is Piet")
        await piet.taps("Wie ziet wat?", "Verder", "Ja, dat is goed", "16:30", "Mijn werkdagen")
        await tap_data(story, f"py:{digest[:32]}", piet)
        await tap_data(story, f"pd:{digest[:32]}:8", piet)
        of_piet = next(f for f in story.opened.views.files() if f.name == "Piet")
        assert (of_piet.agreed, of_piet.doable, of_piet.versions) == ("", None, ())


# --- edited messages, things that aren't text ---------------------------------------------------------------------


def own(story: Story, phone: Phone | None = None) -> int:
    """The newest message that somebody sent themselves."""
    return next(b.message_id for b in reversed((phone or story.sanne).person.screen) if not b.from_bot)


async def test_an_edited_answer_corrects_and_the_earlier_one_stays_in_the_log() -> None:
    """Edited twice: the newest holds; no note, no second answer."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.sanne.says("7")
        message = own(story)
        await story.sanne.edits(message, "5")
        await story.sanne.edits(message, "zes")
        assert client(story).day.number("energy") == 6
        assert client(story).day.at == "giver"
        assert [e.number for e in events(story) if isinstance(e, Answered)] == [7, 5, 6]
        assert notes(story) == ()


async def test_an_edited_answer_of_an_earlier_day_corrects_that_day() -> None:
    """The day it belonged to, as long as it is remembered; today isn't touched."""
    async with on_stage() as story:
        await checkin_open(story)
        await story.sanne.says("7")
        message = own(story)
        await story.until("2026-12-01 16:30")
        await story.sanne.edits(message, "5")
        assert client(story).window[-1].number("energy") == 5
        assert client(story).day.answers == ()


async def test_an_edited_note_has_the_new_words_and_keeps_the_old_ones_in_the_log() -> None:
    """Edited twice; then into a command, which is done and leaves the note as it was."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("gewandeld")
        message = own(story)
        for text in ("gefietst", "7"):
            await story.sanne.edits(message, text)
            assert [(note.number, note.text) for note in notes(story)] == [(1, text)]
        await story.sanne.edits(message, "/help")
        assert [note.text for note in notes(story)] == ["7"]
        assert [e.text for e in events(story) if isinstance(e, NoteEdited)] == ["gefietst", "7"]


async def test_an_edited_message_that_is_not_known_is_a_new_note() -> None:
    """A command from before, edited while a question is open, answers nothing by accident."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/help")
        message = own(story)
        await story.until("2026-11-30 16:30")
        await story.sanne.edits(message, "8")
        assert client(story).day.answers == ()
        assert [note.text for note in notes(story)] == ["8"]


async def test_a_command_edited_into_another_shows_that_one() -> None:
    """A typing mistake in a command is mended by editing it."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/pln")
        since = mark(story)
        await story.sanne.edits(own(story), "/plan")
        assert len(messages(story, since)) == 1
        assert notes(story) == ()


async def test_a_coachs_edit_fills_no_step_of_the_plan() -> None:
    """The word that is edited belonged to an earlier step: the step now open is still open."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/plan")
        await story.joost.taps("Sanne", "Nieuw plan", "Per week")
        await story.joost.says("Karin")
        since = mark(story)
        await story.joost.edits(own(story, story.joost), "Karin B.")
        assert (desk(story).desk, desk(story).sketch.goal) == ("goal", "")
        assert len(messages(story, since, JOOST)) == 1


@pytest.mark.parametrize("where", ["welcome", "resting", "asking"])
async def test_what_is_not_text_gets_a_kind_word_and_is_not_kept(where: str) -> None:
    """Voice, photo, sticker, with a caption or without; the caption isn't kept either, and answers nothing."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await joost_taps(story, "recognised")
        if where != "welcome":
            await sanne_taps(story, "who", "go on", "agree", "16:30", "own days")
        if where == "asking":
            await story.until("2026-11-30 16:30")
        before = quiet(story)
        for send in (
            story.sanne.person.voice,
            story.sanne.person.sticker,
            story.sanne.person.photo,
            lambda: story.sanne.person.photo("geheimwoord 7"),
            lambda: story.sanne.person.photo("/stop"),
        ):
            since = mark(story)
            send()
            await story.settle()
            assert len(messages(story, since)) == 1
            assert quiet(story) == before
        assert "geheimwoord" not in repr(events(story))


@pytest.mark.parametrize(
    "media",
    ["video", "video_note", "location", "contact", "poll", "dice", "venue", "story", "animation", "unknown_kind"],
)
async def test_every_other_kind_of_message_gets_a_kind_word(media: str) -> None:
    """Also kinds that this program, or its library, doesn't know."""
    made: dict[str, Any] = {
        "video": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "duration": 1},
        "video_note": {"file_id": "f", "file_unique_id": "u", "length": 1, "duration": 1},
        "animation": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "duration": 1},
        "location": {"longitude": 4.9, "latitude": 52.4},
        "venue": {"location": {"longitude": 4.9, "latitude": 52.4}, "title": "Kantoor", "address": "Straat 1"},
        "contact": {"phone_number": "0612345678", "first_name": "Karin"},
        "dice": {"emoji": "🎲", "value": 6},
        "poll": {"id": "1", "question": "Hoe?", "options": [], "total_voter_count": 0, "is_closed": False,
                 "is_anonymous": True, "type": "regular", "allows_multiple_answers": False},
        "story": {"chat": {"id": 1, "type": "private"}, "id": 1},
    }  # fmt: skip
    async with on_stage() as story:
        await welcome(story)
        before, at_desk = quiet(story), desk(story)
        piet = story.phone(103, "Piet")
        for phone in (story.sanne, story.joost, piet):
            since = mark(story)
            chat = phone.person.chat
            chat.known = True
            content = {"message_id": 9000, "date": 0, "chat": chat.to_json(), "from": chat.user.to_json()}
            await hand(story, "message", content | {media: made.get(media, {"x": 1})})
            assert len(messages(story, since, chat.id)) == 1
        assert quiet(story) == before
        assert desk(story) == at_desk


async def test_updates_of_other_kinds_are_passed_by() -> None:
    """A channel post, an inline query, a reaction, an update with nothing in it: no answer, and the line goes on."""
    async with on_stage() as story:
        await welcome(story)
        before, since = client(story), mark(story)
        channel = {"id": -100200, "type": "channel", "title": "Nieuws"}
        person = story.sanne.person.chat.user.to_json()
        story.telegram.world.updates.allow([])
        for kind, content in (
            ("channel_post", {"message_id": 1, "date": 0, "chat": channel, "text": "nieuws"}),
            ("inline_query", {"id": "1", "from": person, "query": "x", "offset": ""}),
            (
                "callback_query",
                {"id": "1", "from": person, "chat_instance": "1", "inline_message_id": "x", "data": "q:help"},
            ),
            ("unheard_of", {"x": 1}),
        ):
            await hand(story, kind, content)
        assert seen(story, since) == []
        assert client(story) == before
        await story.sanne.says("/help")
        assert len(messages(story, since)) == 1


async def test_with_buttons_only_no_typed_word_is_kept() -> None:
    """Typed, edited, forwarded, in a list, behind a question: a kind word, and the words are nowhere."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("gewandeld")
        note = own(story)
        await tap_data(story, "s:buttons:yes")
        secret = "dit mag nergens staan"
        await story.sanne.says(secret)
        await story.sanne.edits(note, secret)
        story.sanne.person.send(secret, forwarded=True)
        await story.settle()
        await story.until("2026-11-30 16:30")
        await story.sanne.says(secret)
        await story.sanne.says("7")
        await story.sanne.says(secret)
        assert client(story).day.number("energy") == 7, "a number is no free text"
        assert client(story).day.words("giver") == ()
        assert secret not in repr(events(story))
        assert secret not in repr(client(story))
        assert [n.text for n in notes(story)] == ["gewandeld"]


# --- links and strangers ---------------------------------------------------------------------------------------------


async def second_coach(story: Story) -> Phone:
    """Mia is added by an operator; her link is `mia-token`."""
    from bot.turn import digest_of
    from state_machines.events import ProfessionalAdded
    from state_machines.files import Invite
    from state_machines.journey import link_expires

    now = story.telegram.clock.now
    invite = Invite(digest=digest_of("mia-token"), expires=link_expires(now))
    added = ProfessionalAdded(at=now, professional="p-mia", name="Mia", language="nl", invite=invite)
    with story.opened.batch():
        story.stage.app.door.act(None, added, by="story")
    return story.phone(106, "Mia")


async def test_a_clients_link_opened_by_the_wrong_person_still_works_for_the_right_one() -> None:
    """By the coach, by another client: told so, and the link isn't used."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/uitnodigen")
        await story.joost.says("Piet")
        link = story.joost.last.split("start=")[1].split()[0]
        before = quiet(story)
        for phone in (story.joost, story.sanne):
            since = mark(story)
            await phone.opens(link)
            assert len(messages(story, since, phone.person.chat.id)) == 1
        assert quiet(story) == before
        piet = story.phone(103, "Piet")
        await piet.opens(link)
        assert next(f for f in story.opened.views.files() if f.name == "Piet").chat == 103


async def test_a_link_binds_to_the_first_who_opens_it() -> None:
    """The second stranger hears that it no longer works; the first opens it again and hears where they are."""
    async with on_stage() as story:
        link = await story.invite()
        piet = story.phone(103, "Piet")
        story.sanne.person.open_link(link)
        story.sanne.person.open_link(link)
        piet.person.open_link(link)
        await story.settle()
        assert (client(story).chat, client(story).journey) == (SANNE, "claimed")
        asked = [row for row in story.telegram.ledger if row.chat_id == JOOST and "de V." in row.text]
        assert len(asked) == 1, "the coach is asked once"
        assert "coach" in piet.last
        await joost_taps(story, "recognised")
        await story.sanne.opens(link)
        assert client(story).journey == "welcome"


async def test_an_expired_link_binds_nobody() -> None:
    """After 72 hours; also tried twice, and the coach can make a new one for the same client."""
    async with on_stage() as story:
        link = await story.invite()
        await story.until("2026-12-03 08:01")
        for _ in range(2):
            await story.sanne.opens(link)
            assert (client(story).chat, client(story).journey) == (None, "invited")
        await story.joost.says("/uitnodigen")
        await story.joost.taps("Sanne")
        await story.sanne.opens(story.joost.last.split("start=")[1].split()[0])
        assert client(story).chat == SANNE


async def test_an_account_that_the_coach_does_not_know_is_let_go_of() -> None:
    """Told so, unbound, a stranger from then on; a new link for the right person works, the old one never again."""
    async with on_stage() as story:
        link = await story.invite()
        piet = story.phone(103, "Piet")
        await piet.opens(link)
        await story.joost.taps("Nee")
        assert (client(story).chat, client(story).journey) == (None, "invited")
        since = mark(story)
        for text in ("hallo?", f"/start {link}", "/checkin"):
            await piet.says(text)
        assert len(messages(story, since, 103)) == 3
        assert client(story).chat is None
        await story.joost.says("/uitnodigen")
        await story.joost.taps("Sanne")
        await story.sanne.opens(story.joost.last.split("start=")[1].split()[0])
        assert client(story).chat == SANNE
        assert piet.person.chat.id not in [file.chat for file in story.opened.views.files()]


async def test_a_coachs_link_opened_by_somebody_with_a_role_changes_nothing() -> None:
    """By a client, by another coach: one chat has one role, and the link still works for its owner."""
    async with on_stage() as story:
        await welcome(story)
        mia = await second_coach(story)
        for phone in (story.sanne, story.joost):
            since = mark(story)
            await phone.opens("mia-token")
            assert len(messages(story, since, phone.person.chat.id)) == 1
        assert (client(story).chat, desk(story).chat) == (SANNE, JOOST)
        await mia.opens("mia-token")
        assert next(f for f in story.opened.views.files() if f.name == "Mia").chat == 106
        since = mark(story)
        await mia.opens("mia-token")
        await story.phone(107, "Kees").opens("mia-token")
        assert len(messages(story, since, 106)) == 1
        assert len(messages(story, since, 107)) == 1


@pytest.mark.parametrize("payload", ["", "x", "x" * 64, "token 2", "../..", "_-_", "a" * 4000])
async def test_a_link_that_never_was_one_is_answered_kindly(payload: str) -> None:
    """A stranger, a client and a coach with a made-up token: an answer, nothing kept."""
    async with on_stage() as story:
        await welcome(story)
        before, at_desk = quiet(story), desk(story)
        piet = story.phone(103, "Piet")
        for phone in (piet, story.sanne, story.joost):
            since = mark(story)
            await phone.opens(payload)
            assert len(seen(story, since, phone.person.chat.id)) == 1
        assert quiet(story) == before
        assert desk(story) == at_desk


async def test_a_strangers_words_are_answered_and_kept_nowhere() -> None:
    """Text, tap, edit, photo, blocking: how to get an invitation, and no file of it."""
    async with on_stage() as story:
        piet = story.phone(103, "Piet")
        await piet.says("hallo, geheimwoord")
        assert "coach" in piet.last
        await piet.edits(own(story, piet), "geheimwoord twee")
        await tap_data(story, "a:20261130:energy:7", piet)
        piet.person.photo("geheimwoord drie")
        piet.person.block()
        await story.settle()
        piet.person.unblock()
        await story.settle()
        assert [file.name for file in story.opened.views.files()] == ["Joost"]


async def test_after_stopping_anything_is_answered_and_nothing_kept() -> None:
    """Texts, commands, taps of every age, photos: the same kind line, and no message that the bot begins."""
    async with on_stage() as story:
        await first_day(story)
        old = sorted(
            {
                b.data
                for row in story.telegram.ledger
                if row.chat_id == SANNE
                for line in row.buttons
                for b in line
                if b.data
            }
            - {"w:return", "q:stop_sure", "q:call"}
        )
        await story.sanne.says("/stop")
        await sanne_taps(story, "stop")
        before = client(story)
        for text in (
            "hallo",
            "7",
            "/checkin",
            "/plan",
            "/dagboek",
            "/pauze",
            "/instellingen",
            "/stop",
            "/help",
            "/bestaatniet",
        ):
            since = mark(story)
            await story.sanne.says(text)
            assert len(messages(story, since)) == 1, text
            assert client(story) == before, text
        for data in old:
            if data.startswith("s:language"):
                continue
            since = mark(story)
            await tap_data(story, data)
            assert len(messages(story, since)) == 1, data
            assert client(story) == before, data
        story.sanne.person.photo("kijk")
        await story.settle()
        assert notes(story) == ()
        since = mark(story)
        await story.until("2026-12-12 12:00")
        assert seen(story, since) == []


# --- the coach's nonsense ---------------------------------------------------------------------------------------------


STEPS = (
    ("template", "eigen stappen", ["", "iets", "per maand", "10", "🤷", "x" * 4096]),
    ("supervisor", "Karin", ["x" * 121, "x" * 4096]),
    ("goal", "eigen werk", ["y" * 121, "y" * 4096]),
    ("hours", "32", ["", "veel", "0", "61", "-5", "1e9", "NaN", "Infinity", "32 33", "x" * 4096]),
    (
        "start", "30-11-2026",
        ["gisteren", "29-11-2026", "31-2-2027", "29-2-2027", "week 54", "30-11-2126", "99-99-9999", "0", "1-1-0001"],
    ),
    ("days", "ma di do vr", ["nooit", "0", "8", "blub", "za", "x" * 4096]),
    (
        "periods", "2x8, 16, 24, 32",
        ["", "0", "2x", "-3", "20,25", "2x90", "60x8", "10.1", "week 1: 8", "8 16", "8, " * 61, "x" * 4096],
    ),
    ("tasks", "post", [",", ";;;", "a, b, c, d, e, f, g, h, i", "x" * 61, "x" * 4096]),
    ("evaluations", "18-12, 28 december", ["", "31-2", "18-12, ooit", "week 51", "18-12, " * 580, "x" * 4096]),
    ("leeway", "2 weken in totaal", ["", "veel", "-1", "0,5", "9", "10 dagen", "2 of 3", "x" * 4096]),
    ("physician", "nog niet", ["", "ja", "morgen", "1-1-0001", "31-2", "1-12-2026", "x" * 4096]),
    ("agreed", "papier", ["", "ja", "morgen", "maandag", "1-1-2020", "99-99", "x" * 4096]),
    ("paper", "27-11", ["", "papier", "morgen", "28-11-2020", "30-2", "x" * 4096]),
)  # fmt: skip


async def test_nonsense_in_any_step_of_the_plan_is_asked_again() -> None:
    """Nothing is taken over, the same step stays open with a hint; in between commands, photos and old buttons."""
    async with on_stage() as story:
        await welcome(story)
        await story.joost.says("/plan")
        await story.joost.taps("Sanne", "Nieuw plan")
        for step, right, nonsense in STEPS:
            assert desk(story).desk == step
            before = desk(story)
            for text in nonsense:
                since = mark(story)
                await hand_text(story, text, story.joost)
                assert desk(story) == before, (step, text)
                assert len(messages(story, since, JOOST)) == 1, (step, text)
            story.joost.person.photo("plan.png")
            await story.settle()
            await tap_data(story, "k:register", story.joost)
            assert desk(story) == before
            await story.joost.says(right)
        assert desk(story).desk == "check"
        await story.joost.says("ja hoor")
        assert desk(story).desk == "check"
        assert client(story).versions == ()
        await joost_taps(story, "register")
        version = client(story).versions[-1]
        assert (version.supervisor, version.goal, version.contract_hours) == ("Karin", "eigen werk", 32)
        assert ([step.hours for step in version.steps], version.leeway.weeks) == ([8, 16, 24, 32], 2)
        assert (version.paper, version.physician_told) == (TODAY - timedelta(days=3), None)


@pytest.mark.parametrize("name", ["", " ", "x" * 31, "Sanne de Vries", "Sanne", "sanne", "\n", "x" * 4096])
async def test_a_name_that_cannot_be_used_makes_no_client(name: str) -> None:
    """Nothing, too long, with a surname, or taken: asked again, and nobody is made."""
    async with on_stage() as story:
        await welcome(story)
        before = [file.id for file in story.opened.views.files()]
        await story.joost.says("/uitnodigen")
        since = mark(story)
        await hand_text(story, name, story.joost)
        assert [file.id for file in story.opened.views.files()] == before
        assert len(messages(story, since, JOOST)) == 1
        assert desk(story).desk == "inviting"


# --- doubled and out of order ----------------------------------------------------------------------------------------


async def test_every_update_sent_again_changes_nothing() -> None:
    """Telegram may deliver an update twice: a whole first day, all of it once more, in order and back to front."""
    async with on_stage() as story:
        await first_day(story)
        updates = [row.update_id for row in story.telegram.ledger if row.update_id]
        before, at_desk, since = client(story), desk(story), mark(story)
        log = len(events(story))
        for order in (updates, updates[::-1]):
            for update in order:
                story.telegram.resend(update)
            await story.settle()
        assert client(story) == before
        assert desk(story) == at_desk
        assert len(events(story)) == log
        assert [row for row in story.telegram.ledger.after(since) if row.what != "answered"] == []


async def test_the_same_update_twice_in_one_batch_counts_once() -> None:
    """Twice before the bot looks: one note, one reply."""
    async with on_stage() as story:
        await welcome(story)
        since = mark(story)
        update = story.sanne.person.send("gewandeld")
        for _ in range(3):
            story.telegram.resend(update)
        await story.settle()
        assert [note.text for note in notes(story)] == ["gewandeld"]
        assert len(messages(story, since)) == 1


async def test_updates_in_another_order_are_all_kept() -> None:
    """Back to front: every note is there, every answer stands at its own question."""
    async with on_stage() as story:
        await checkin_open(story)
        here = story.sanne.person.screen[-1].message_id
        story.sanne.person.tap(here, "a:20261130:energy:7")
        story.sanne.person.tap(here, "a:20261130:complaint:2")
        for text in ("een mooie dag gehad vandaag toch", "en nog iets"):
            story.sanne.person.send(text, forwarded=True)
        story.telegram.reorder()
        await story.settle()
        assert {note.text for note in notes(story)} == {"een mooie dag gehad vandaag toch", "en nog iets"}
        assert (client(story).day.number("energy"), client(story).day.number("complaint")) == (7, 2)


async def test_numbers_that_start_anew_lower_than_before_lose_nothing() -> None:
    """After a quiet week Telegram may number from another, lower start."""
    async with on_stage() as story:
        await welcome(story)
        numbers = count(1)
        story.telegram.restart_ids(5)
        for _ in range(3):
            await story.sanne.says(f"bericht {next(numbers)}")
        assert [note.text for note in notes(story)] == ["bericht 1", "bericht 2", "bericht 3"]


def test_the_story_begins_on_a_monday() -> None:
    """The dates in this file say so."""
    assert MONDAY.date() == TODAY
