"""From Telegram's JSON to our own terms, for every kind of update."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.updates import MEDIA, incoming
from dialogues.incoming import Incoming, IncomingKind

AT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
SANNE = {"id": 101, "is_bot": False, "first_name": "Sanne", "last_name": "de V.", "language_code": "nl"}
PRIVATE = {"id": 101, "type": "private", "first_name": "Sanne"}
GROUP = {"id": -5, "type": "group", "title": "Groep"}


def read(**update: Any) -> Incoming | None:
    """An update with number 7."""
    return incoming({"update_id": 7, **update}, AT)


def message(**more: Any) -> dict[str, Any]:
    """A message of Sanne's in private."""
    return {"message_id": 9, "date": 0, "chat": PRIVATE, "from": SANNE} | more


def test_a_text() -> None:
    """Who, where, what, in which language, and the moment at which we got it."""
    assert read(message=message(text="hoi")) == Incoming(
        at=AT,
        update_id=7,
        chat=101,
        kind=IncomingKind.TEXT,
        private=True,
        sender="Sanne de V.",
        language="nl",
        text="hoi",
        message_id=9,
        media="other",
    )


def test_an_edited_text_has_no_message_and_is_an_edit() -> None:
    """`update.message` is missing there."""
    said = read(edited_message=message(text="hoi", edit_date=1))
    assert said is not None
    assert (said.kind, said.text, said.message_id) == (IncomingKind.EDIT, "hoi", 9)


def test_a_forwarded_text_says_so() -> None:
    """Whatever the kind of its origin."""
    said = read(message=message(text="hoi", forward_origin={"type": "hidden_user", "sender_user_name": "x", "date": 0}))
    assert said is not None
    assert said.forwarded


def test_a_tap() -> None:
    """Its data and the message under which it stood."""
    query = {"id": "1", "from": SANNE, "chat_instance": "1", "data": "q:help", "message": message(text="x")}
    said = read(callback_query=query)
    assert said is not None
    assert (said.kind, said.data, said.message_id, said.chat) == (IncomingKind.TAP, "q:help", 9, 101)
    assert said.text == "", "the words of our own message aren't the person's"


def test_a_tap_on_a_message_that_is_too_old_to_be_shown() -> None:
    """Telegram gives its number and chat and no more."""
    query = {"id": "1", "from": SANNE, "data": "q:help", "message": {"chat": PRIVATE, "message_id": 9, "date": 0}}
    said = read(callback_query=query)
    assert said is not None
    assert (said.data, said.chat) == ("q:help", 101)


def test_a_tap_without_message_or_data_raises_nothing() -> None:
    """Under an inline message there is no chat; a game's button has no data."""
    assert read(callback_query={"id": "1", "from": SANNE, "inline_message_id": "x", "data": "q:help"}) is None
    said = read(callback_query={"id": "1", "from": SANNE, "game_short_name": "x", "message": message(text="x")})
    assert said is not None
    assert said.data == ""


@pytest.mark.parametrize(("status", "kind"), [("kicked", "blocked"), ("left", "blocked"), ("member", "unblocked")])
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_blocking_and_unblocking(status: str, kind: str, chat: dict[str, Any]) -> None:
    """In private it is about a person, in a group it isn't."""
    change = {"chat": chat, "from": SANNE, "date": 0, "new_chat_member": {"status": status, "user": SANNE}}
    said = read(my_chat_member=change)
    assert said is not None
    assert (str(said.kind), said.chat, said.private) == (kind, chat["id"], chat is PRIVATE)


@pytest.mark.parametrize("media", [*MEDIA, "paid_media", "checklist", "gift", "something_new"])
@pytest.mark.parametrize("edited", [False, True])
def test_what_is_not_text_has_its_name_and_its_caption(media: str, edited: bool) -> None:
    """The caption is read for safety's sake; what nobody knows yet is "other"."""
    name = "edited_message" if edited else "message"
    said = read(**{name: message(**{media: {"x": 1}, "caption": "kijk"})})
    assert said is not None
    assert (said.kind, said.text) == (IncomingKind.OTHER, "kijk")
    assert said.media == (media if media in MEDIA else "other")


def test_a_group_is_not_private() -> None:
    """Also a supergroup and a channel."""
    for kind in ("group", "supergroup", "channel"):
        said = read(message=message(text="hoi", chat={"id": -5, "type": kind}))
        assert said is not None
        assert not said.private


def test_a_sender_may_be_missing_or_have_one_name() -> None:
    """An anonymous group admin has no account; a language may be unknown."""
    nobody = message(text="hoi")
    del nobody["from"]
    said = read(message=nobody)
    assert said is not None
    assert (said.sender, said.language) == ("", "nl")
    said = read(message=message(text="hoi", **{"from": {"id": 1, "first_name": "Piet"}}))
    assert said is not None
    assert said.sender == "Piet"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nl", "nl"),
        ("nl-BE", "nl"),
        ("NL", "nl"),
        ("en", "en"),
        ("en-US", "en"),
        ("de", "en"),
        ("", "nl"),
        (None, "nl"),
    ],
)
def test_the_language_is_one_of_ours(code: str | None, language: str) -> None:
    """Whatever a phone says: for a text and for a tap."""
    sender = SANNE | {"language_code": code}
    said = read(message=message(text="hoi", **{"from": sender}))
    tapped = read(callback_query={"id": "1", "from": sender, "data": "x", "message": message(text="x")})
    assert said is not None
    assert tapped is not None
    assert (said.language, tapped.language) == (language, language)


@pytest.mark.parametrize(
    "kind", ["channel_post", "inline_query", "poll", "chat_member", "message_reaction", "business_message", "new_one"]
)
def test_other_kinds_say_nothing_to_us(kind: str) -> None:
    """They are passed by, and the line goes on."""
    assert read(**{kind: {"x": 1}}) is None
    assert read() is None


@pytest.mark.parametrize(
    ("text", "read_as"),
    [("\ud83d", "\ufffd"), ("a\udc00b", "a\ufffdb"), ("\ud83d\ude00", "\U0001f600"), ("é😀", "é😀"), ("", "")],
)
def test_text_can_always_be_written_down(text: str, read_as: str) -> None:
    """Half a surrogate pair becomes a replacement mark, two halves a sign; everything else stays."""
    said = read(message=message(text=text))
    assert said is not None
    assert said.text == read_as
    assert said.text.encode().decode() == read_as
