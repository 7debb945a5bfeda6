"""The field register says of all that is kept what it is; what isn't to be kept has no place to stand (R34)."""

import ast
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import people
import pytest
from story import on_stage
from test_transcripts import welcome

from bot import register
from bot.updates import incoming, to_keep
from state_machines.retention import DIARY, SCORES, faded
from storage import key_file
from storage.open import open_memory, open_sqlite
from storage.port import Turn

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
#: The update of somebody who filled in everything, and shares a contact and forwards what isn't theirs.
SECRETS = ("Vandersteen", "vandersteentje", "+31612345678", "Doorgestuurd", "Contactpersoon", "Kantoor BV")
ACCOUNT = {
    "id": 101,
    "is_bot": False,
    "first_name": "Sanne",
    "last_name": SECRETS[0],
    "username": SECRETS[1],
    "language_code": "nl",
    "is_premium": True,
}
CHAT = {"id": 101, "type": "private", "first_name": "Sanne", "last_name": SECRETS[0], "username": SECRETS[1]}
CONTACT = {"phone_number": SECRETS[2], "first_name": SECRETS[4], "last_name": SECRETS[0], "user_id": 7}
FORWARDED = {"type": "user", "date": 0, "sender_user": {"id": 9, "is_bot": False, "first_name": SECRETS[3]}}
#: What no field may be named after: never kept of a client (R34).
NEVER = re.compile(
    r"surname|last_?name|user_?name|bsn|social_security|diagnos|medic|drug|disease|illness|employer|company|birth|gender"
)
#: A telephone number or address is a professional's alone.
OF_PROFESSIONALS = {"Professional", "PhysicianContact", "ProfessionalAdded", "Mail"}


@cache
def kept() -> Mapping[str, Any]:
    return register.table(DOCS)


@cache
def values() -> dict[str, type]:
    return register.values()


def columns(script: str | None, path: Path) -> dict[str, set[str]]:
    """The tables of a database with their columns, as they really stand."""
    with closing(sqlite3.connect(path)) as db:
        if script:
            db.executescript(script)
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        mine = [name for name in names if not name.startswith(("sqlite_", "_sqlite_"))]
        return {name: {row[1] for row in db.execute(f"PRAGMA table_info({name})")} for name in mine}


# --- the register and the code ------------------------------------------------------------------------------------


def test_every_column_of_the_database_has_a_row_and_every_row_a_column(tmp_path: Path) -> None:
    """As the migrations really make it, not as somebody remembers it."""
    with closing(open_sqlite(tmp_path / "trede.db")):
        pass
    found = columns(None, tmp_path / "trede.db")
    assert {name: set(register.names_of(group)) for name, group in kept()["table"].items()} == found


def test_every_column_of_the_key_store_has_a_row(tmp_path: Path) -> None:
    """What stands apart from the data is kept too."""
    found = columns(key_file.TABLES, tmp_path / "keys.db")
    assert {name: set(register.names_of(group)) for name, group in kept()["keys"].items()} == found


def test_every_field_of_every_value_has_one_row_and_every_row_a_field() -> None:
    """Files and all they hold, each event, the payloads of rows, letters: added or renamed, it is missed here."""
    listed = {name: sorted(register.names_of(group)) for name, group in kept()["value"].items()}
    assert listed == {name: sorted(register.fields_of(kind)) for name, kind in values().items()}


def test_every_group_says_whose_basis_how_long_and_who_reads() -> None:
    """In words that the legend explains; what goes earlier is one of its own fields."""
    for part in ("table", "keys", "value"):
        for name, group in kept()[part].items():
            assert group["basis"] in kept()["basis"], name
            assert group["retention"] in kept()["retention"], name
            assert group["readers"], name
            assert part == "value" or group["purpose"], name
            assert {each for early in register.EARLIER for each in group.get(early, ())} <= set(
                register.names_of(group)
            )
            assert set(register.KINDS) <= set(kept()["kinds"])


def test_what_is_used_in_the_turn_alone_is_said_to_be() -> None:
    """A field marked `unlogged` is never written; the register says so of exactly those."""
    for name, kind in values().items():
        unlogged = {field.name for field in fields(kind) if field.metadata.get("unlogged")}
        assert set(kept()["value"][name].get("turn", ())) == unlogged, name


def test_what_the_register_says_goes_with_words_or_scores_is_emptied_then() -> None:
    """Of a client's file, over every sample: what the retention really empties, against what is promised."""
    group = kept()["value"]["Client"]
    for name, file in people.clients():
        left = type(file)(**{field.name: getattr(file, field.name) for field in fields(file)})
        empty = faded(left, DIARY)
        for field in group["diary"]:
            assert not getattr(empty, field), (name, field)
        assert not faded(left, SCORES).window, name


def test_every_log_line_and_metric_has_a_row() -> None:
    """What goes to the operator's journal and monitor: events and counts, never words."""
    assert dict(logged()) == {name: set(each) for name, each in kept()["logs"].items()}
    found = set(re.findall(r"\"((?:trede|process)_\w+)\"", (ROOT / "bot" / "metrics.py").read_text(encoding="utf-8")))
    assert set(kept()["metrics"]) == found


def logged() -> Iterator[tuple[str, set[str]]]:
    found: dict[str, set[str]] = {}
    for path in (*(ROOT / "bot").glob("*.py"), *(ROOT / "storage").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_log(node.func.value):
                first = node.args[0]
                assert isinstance(first, ast.Constant), path
                found.setdefault(str(first.value), set()).update(str(word.arg) for word in node.keywords)
    yield from found.items()


def _is_log(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "log"


def test_the_page_is_fresh() -> None:
    """`make docs` has been run since the register or a docstring changed."""
    assert (DOCS / "data-register.md").read_text(encoding="utf-8") == register.page(DOCS)


# --- what isn't kept ----------------------------------------------------------------------------------------------


def test_there_is_no_field_for_what_is_never_kept() -> None:
    """Surname, username, BSN, diagnosis, medication, employer: nowhere; a phone only of professionals."""
    for name, kind in values().items():
        for field in register.fields_of(kind):
            assert not NEVER.search(field.casefold()), (name, field)
            assert field not in {"phone", "mail", "address"} or name in OF_PROFESSIONALS | {"Unreached"}, (name, field)
    for group in kept()["table"].values():
        assert not any(NEVER.search(column) for column in register.names_of(group))


@pytest.mark.parametrize(
    "more",
    [
        {"text": "gewandeld"},
        {"text": "gewandeld", "forward_origin": FORWARDED},
        {"contact": CONTACT},
        {"document": {"file_id": "x", "file_name": SECRETS[5]}},
    ],
    ids=["text", "forwarded", "contact", "document"],
)
async def test_of_an_account_nothing_is_kept_but_its_chat_and_language(tmp_path: Path, more: dict[str, Any]) -> None:
    """An update with everything in it; afterwards the database, its journal and its keys are searched for it."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await welcome(story)
        message = {"message_id": 900, "date": 0, "chat": CHAT, "from": ACCOUNT} | more
        await story.stage.app.gateway.take_all([{"update_id": 99_999, "message": message}])
        await story.settle()
        rows = story.opened.views.own_events(story.file().id)
        said = repr(rows) + repr(story.opened.views.files())
        assert not [secret for secret in SECRETS if secret in said]
    found = b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())
    assert not [secret for secret in SECRETS if secret.encode() in found]


def test_an_update_that_could_not_be_handled_is_set_aside_without_names() -> None:
    """Its words and shape stay, to look at and to mend; whose account it was, a shared contact, a file's name go."""
    message = {"message_id": 9, "date": 0, "chat": CHAT, "from": ACCOUNT, "text": "hoi", "contact": CONTACT}
    update = {"update_id": 7, "message": message | {"forward_origin": FORWARDED}}
    aside = to_keep(update)
    assert not [secret for secret in SECRETS if secret in repr(aside)]
    assert aside["message"]["text"] == "hoi"
    assert aside["message"]["chat"]["id"] == 101
    tap = {"id": "1", "from": ACCOUNT, "data": "q:help", "message": {"message_id": 8, "chat": CHAT, "text": "x"}}
    kept_tap = to_keep({"update_id": 8, "callback_query": tap})
    assert not [secret for secret in SECRETS if secret in repr(kept_tap)]
    assert kept_tap["callback_query"]["data"] == "q:help"


async def test_the_stumble_in_the_store_holds_no_name() -> None:
    """All the way: a turn that raises three times, and what is then in the store."""

    class Breaking(type(open_memory())):  # type: ignore[misc]
        def commit(self, turn: Turn) -> None:
            if type(getattr(turn.record, "event", None)).__name__ == "Noted":
                raise LookupError("x")
            super().commit(turn)

    store = Breaking()
    async with on_stage(opened=store) as story:
        await welcome(story)
        message = {"message_id": 900, "date": 0, "chat": CHAT, "from": ACCOUNT, "text": "gewandeld"}
        update = {"update_id": 99_999, "message": message}
        assert incoming(update, story.telegram.clock.now) is not None
        await story.stage.app.gateway.take_all([update])
        (sealed,) = [stumble for _, stumble in store._tables.updates.values() if stumble is not None]
        assert b"gewandeld" in sealed
        assert not [secret for secret in SECRETS if secret.encode() in sealed]
