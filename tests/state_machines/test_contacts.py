"""The client's own people (R22): set where answers may be kept, asked about once, seen by nobody else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from people import AT, MONDAY, client, clients

from state_machines import contacts, questions
from state_machines import events as e
from state_machines.decide import decide_client
from state_machines.effects import Pass, Prompt, Say
from state_machines.files import Client

NOOR = "Noor 06 12345678"


def chosen(file: Client, choice: str, *words: str, item: str = "") -> tuple[Client, Prompt]:
    """The file and what is said after a choice."""
    decision = decide_client(file, e.ContactsChosen(at=AT, choice=choice, words=words, item=item))
    assert not [effect for effect in decision.effects if isinstance(effect, Pass)], "nobody is told"
    prompts = [effect.prompt for effect in decision.effects if isinstance(effect, Say)]
    return decision.file, prompts[0]


def test_a_name_with_its_number_is_added_as_it_was_typed() -> None:
    """Asked, typed, kept; what is typed next is no name any more."""
    asked, prompt = chosen(client(), "add")
    assert (prompt.name, asked.asking) == ("contacts.add", contacts.TYPING)
    kept, prompt = chosen(asked, "words", NOOR, "Mam")
    assert (kept.contacts, kept.asking) == ((NOOR, "Mam"), "")
    assert (prompt.name, prompt.values["note"]) == ("contacts.show", "kept")


def test_one_that_is_there_already_is_not_doubled_and_moves_nothing() -> None:
    """Whatever the case it is typed in."""
    assert chosen(client(contacts=("Noor", "Mam")), "words", "noor", "Pap", "PAP")[0].contacts == ("Noor", "Mam", "PAP")


def test_one_is_taken_off_and_the_others_stay() -> None:
    """By the button that names it."""
    left, prompt = chosen(client(contacts=(NOOR, "Mam", "Pap")), "drop", item="Mam")
    assert (left.contacts, prompt.values["note"]) == ((NOOR, "Pap"), "gone")


@pytest.mark.parametrize(
    ("there", "choice", "words", "name", "note"),
    [
        (6, "add", (), "contacts.show", "full"),
        (5, "words", ("x", "y"), "contacts.add", "many"),
        (6, "words", ("x",), "contacts.add", "many"),
        (0, "words", (), "contacts.add", "unclear"),
    ],
)
def test_no_name_is_lost_in_silence(there: int, choice: str, words: tuple[str, ...], name: str, note: str) -> None:
    """There is room for six; what doesn't fit or can't be read isn't kept, and that is said."""
    file = client(contacts=tuple("abcdef"[:there]))
    after, prompt = chosen(file, choice, *words)
    assert after.contacts == file.contacts
    assert (prompt.name, prompt.values["note"]) == (name, note)


def test_who_uses_buttons_only_types_none_and_can_take_one_off() -> None:
    """No free text is kept from them (R35)."""
    file = client(buttons_only=True, contacts=("Noor",))
    for choice, words in (("add", ()), ("words", ("Mam",))):
        after, prompt = chosen(file, choice, *words)
        assert (after.contacts, after.asking, prompt.values["note"]) == (("Noor",), "", "buttons")
    assert chosen(file, "drop", item="Noor")[0].contacts == ()


@pytest.mark.parametrize(("name", "file"), clients())
def test_names_are_kept_exactly_where_answers_may_be(name: str, file: Client) -> None:
    """After the consent, in welcome, coaching and pause; not before, not by who stopped or isn't recognised yet."""
    agreed = bool(file.consents) and file.consents[-1].given
    keeps = agreed and file.journey in {"welcome", "coaching", "paused"} and not file.buttons_only
    room = len(file.contacts) < contacts.MOST
    after, prompt = chosen(file, "words", "Zus")
    assert ("Zus" in after.contacts) == (keeps and room)
    assert (prompt.name == "contacts.closed") == (file.journey in {"invited", "claimed", "left"} or not agreed)


@pytest.mark.parametrize(
    "event",
    [
        e.CheckinOpened(at=AT),
        e.Answered(at=AT, day=MONDAY, question="energy", number=None, words=("x",)),
        e.SafetySignalled(at=AT, tier=1),
        e.Asked(at=AT, what="plan"),
        e.ContactsChosen(at=AT, choice="show"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_going_on_with_something_else_ends_the_typing_of_names(event: e.ClientEvent) -> None:
    """What is typed later is an answer or a note again, never a contact by accident."""
    assert decide_client(client(asking=contacts.TYPING), event).file.asking == ""


# --- asked once ---------------------------------------------------------------------------------------------------


def turns(file: Client, days: int) -> dict[int, str]:
    """The question by turns of each day of coaching, each asked and closed."""
    since, found = file.coaching_since, {}
    assert since is not None
    for n in range(days):
        found[n] = questions.turn_of(file, since + timedelta(days=n))
        if found[n] in questions.FEEDS:
            file = replace(file, lists_asked=(*file.lists_asked, found[n]))
    return found


def test_they_are_asked_about_once_at_the_end_of_the_first_week() -> None:
    """Who begins on a Monday and checks in on working days: on Friday; nobody is asked twice."""
    new = client(coaching_since=MONDAY, lists_asked=(), versions=(), agreed="")
    found = turns(new, 30)
    assert [day for day, turn in found.items() if turn == "contacts"] == [4]
    assert (MONDAY + timedelta(days=4)).isoweekday() == 5


def test_who_named_somebody_before_is_not_asked() -> None:
    """At `/nood` or in the settings."""
    new = client(coaching_since=MONDAY, lists_asked=(), versions=(), agreed="", contacts=(NOOR,))
    assert "contacts" not in turns(new, 30).values()


@pytest.mark.parametrize("way", ["skip", "enough"])
def test_it_can_be_skipped_and_does_not_come_back(way: str) -> None:
    """Skipped or ended there, nothing is kept of it, and it was asked."""
    friday = date(2026, 12, 4)
    asked = ("list_givers", "list_drainers", "list_signs")
    file = client(
        coaching_since=MONDAY,
        lists_asked=asked,
        versions=(),
        agreed="",
        day=questions.Day(date=friday, turn="contacts"),
    )
    at = AT + timedelta(days=4)
    file = decide_client(file, e.CheckinOpened(at=at)).file
    for _ in range(3):
        file = decide_client(file, e.Moved(at=at, day=friday, way="skip")).file
    assert file.day is not None
    assert file.day.at == "contacts"
    after = decide_client(file, e.Moved(at=at, day=friday, way=way)).file
    assert after.lists_asked == (*asked, "contacts")
    assert after.contacts == ()
