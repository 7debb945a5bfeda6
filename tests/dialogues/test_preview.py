"""The preview: one page with every message there is, in each language, safe to open anywhere."""

from html.parser import HTMLParser

import pytest

from dialogues import preview
from dialogues.preview_samples import Sample, samples
from dialogues.prompt import Button, Message
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import LANGUAGES
from state_machines import questions
from state_machines.files import Client

VOID = {"meta", "br"}


class Reading(HTMLParser):
    """Collects tags and checks that each is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(language: str) -> list[Sample]:
    return [each for group in samples(language).values() for each in group]


def read(html: str) -> Reading:
    reading = Reading()
    reading.feed(html)
    reading.close()
    assert reading.open == []
    return reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_registered_text_is_shown(language: str) -> None:
    """Client's and coach's, each with a sample that can be written."""
    client = {each.name for each in shown(language) if isinstance(each.file, Client)}
    coach = {each.name for each in shown(language) if not isinstance(each.file, Client)}
    assert set(CLIENT_TEXTS) - client == set()
    assert set(DESK_TEXTS) - coach == set()
    assert {"menu.diary", "menu.look_back"} <= client
    assert {"desk.clients", "desk.summary", "desk.trajectory", "desk.rule", "desk.messages"} <= coach
    assert all(each.message().text for each in shown(language))


def test_every_question_of_the_check_in_is_shown() -> None:
    """Each as the question that is open, and each state of a day."""
    days = [each.file.day for each in shown("nl") if each.name == "checkin" and isinstance(each.file, Client)]
    assert {day.at for day in days if day and day.state == "asking"} == {question.name for question in questions.ORDER}
    assert {day.state for day in days if day} == {"prompted", "snoozed", "asking", "short", "done"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_and_shows_every_sample(language: str) -> None:
    """The name stands above its bubble; every line of the text and every button's label is on the page."""
    text = read(preview.page(language)).text
    for each in shown(language):
        message = each.message()
        assert each.name in text
        assert message.text in text
        assert all(button.label in text for row in message.rows for button in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_alone(language: str) -> None:
    """No script, nothing fetched from elsewhere, links only within the page; it names its language and fits a phone."""
    reading = read(preview.page(language))
    tags = {tag for tag, _ in reading.tags}
    assert tags <= {"html", "head", "meta", "title", "style", "body", "main", "nav", "ul", "li", "a"} | {
        "h1",
        "h2",
        "h3",
        "p",
        "section",
        "article",
        "small",
        "div",
        "span",
        "b",
    }
    ids = {attrs["id"] for _, attrs in reading.tags if "id" in attrs}
    assert all(attrs["href"] and attrs["href"].removeprefix("#") in ids for tag, attrs in reading.tags if tag == "a")
    assert not any(name.startswith("on") or name == "src" for _, attrs in reading.tags for name in attrs)
    assert ("html", {"lang": language}) in reading.tags
    assert any(attrs.get("name") == "viewport" for _, attrs in reading.tags)


def test_what_people_write_is_text_and_never_markup() -> None:
    """A name, a text, a label with angle brackets, quotes and ampersands."""
    odd = '<script>alert("x")</script> & <b>'
    message = Message(text=f"{odd} /help", rows=((Button(odd, "k:x"), Button("113", url="https://www.113.nl")),))
    html = preview._bubble(message, "nothing")
    assert "<script" not in html
    assert read(html).text.count(odd) == 2
    assert "<b>/help</b>" in html
    assert "↗" in html


def test_no_message_is_said_to_be_none() -> None:
    """A summary on a day when nobody needs the coach."""
    assert "nothing here" in preview._bubble(Message(text=""), "nothing here")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_the_same_every_time(language: str) -> None:
    """It depends on the texts alone: no clock, no chance."""
    assert preview.page(language) == preview.page(language)
