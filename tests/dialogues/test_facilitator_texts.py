"""What a process facilitator reads, and a client of one (R30): who and when, and nothing of how it goes."""

import re
from pathlib import Path

import pytest

from dialogues.preview_facilitator import Shown, facilitator
from dialogues.preview_people import OWN
from dialogues.prompt import Message, Page
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import LANGUAGES, words
from state_machines.facilitator_desk import PAGES
from state_machines.files import Client, Professional

ROOM = Path(__file__).parent.parent.parent / "state_machines"
#: Written for coaches too.
SHARED = {"desk.language", "desk.expired"}


def written(sample: Shown) -> Message:
    """The message of a sample."""
    name, file, values, _, drawn = sample
    if drawn is not None:
        return drawn()
    said = words(file.language)
    if isinstance(file, Client):
        return CLIENT_TEXTS[name](Page(file=file, values=values, words=said))
    return DESK_TEXTS[name](Page(file=file, values=values, words=said))


def test_every_text_that_the_desk_can_say_is_written_and_shown_in_the_preview() -> None:
    """Named in full, or as a page of the desk; what is drawn is shown too."""
    code = (ROOM / "facilitator_desk.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"(facilitator\.[a-z_]+)"', code)) | {f"facilitator.{page}" for page in (*PAGES, "stale")}
    known = {name for name in DESK_TEXTS if name.startswith("facilitator.")}
    assert named - {"facilitator.plan", "facilitator.language"} == known
    shown = {name for name, file, *_ in facilitator("en") if isinstance(file, Professional)}
    assert known | {"facilitator.plan"} <= shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_holds_anything_of_the_clients_own(language: str) -> None:
    """No giver, drainer, note or score; whatever names the client can't be forwarded, but for word that it is over."""
    own = OWN[language]
    for sample in facilitator(language):
        name, file, *_ = sample
        if not isinstance(file, Professional):
            continue
        message = written(sample)
        assert own.giver not in message.text
        assert own.drainer not in message.text
        if "Sanne" in message.text:
            assert message.protect or name in {"facilitator.taken_off", "facilitator.gone"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_client_reads_who_it_is_what_they_see_and_whom_to_tell(language: str) -> None:
    """One message, with the way to who looked, and to the coach."""
    [first, *_] = [sample for sample in facilitator(language) if sample[0] == "facilitator.named"]
    message = written(first)
    assert "Fay" in message.text
    assert "Joost" in message.text
    assert ("/wiekeek" if language == "nl" else "/wholooked") in message.text
    assert message.rows
