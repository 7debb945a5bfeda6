"""What an administrator sees at the shell (R33): who there is and that something happened, never what somebody said.

With on whose behalf it is, `log` and `export` show all: a client may ask for a copy by way of whoever runs Trede (R34).
Each look is written down before it is shown, with that name, and the client sees it in who looked.
"""

import json
from dataclasses import replace
from typing import Any, cast

from bot.settings import Settings
from bot.shell import NotFound, find, look, opening
from state_machines import policy
from state_machines.files import Client, File
from storage import codec
from storage.deliveries import EVER, named
from storage.views import LogRow, Look

WITHHELD = "not shown to an administrator: the client can ask for it (--for client, or /mydata in the chat)"
DESKS = "not shown to an administrator: what a professional hears is about clients"


def clients(settings: Settings, by: str) -> str:
    """The clients, a line each."""
    with opening(settings) as opened:
        found = [file for file in opened.views.files() if isinstance(file, Client)]
        opened.views.noted([each.id for each in found], look(settings, by, "overview"), "list")
    return "\n".join(f"{c.id}  {c.name}  coach {c.coach_name}  {c.journey}" for c in found) or "no clients yet"


def log(settings: Settings, client: str, by: str, why: str, whom: str) -> str:
    """A file's log, a line a turn: number, moment, who caused it; on the client's behalf also what was said and why."""
    with opening(settings) as opened:
        file = find(opened, client)
        rows = opened.views.rows(file.id, _for(look(settings, by, why), file, whom))
    return "\n".join(_line(row, whole=_whole(file, whom)) for row in rows)


def export(settings: Settings, client: str, by: str, why: str, whom: str) -> str:
    """A file as JSON. On the client's behalf all that is kept: snapshot, log, plan versions, messages, who looked."""
    with opening(settings) as opened:
        file = find(opened, client)
        looker = _for(look(settings, by, why), file, whom)
        rows = opened.views.rows(file.id, looker)
        messages = opened.views.deliveries(file.id, EVER, looker)  # classes and moments: names come from the log
        looks = opened.views.accesses(file.id)
    if _whole(file, whom):
        kept: dict[str, Any] = {
            "file": _plain(file),
            "log": [_plain(row) for row in rows],
            "messages": [_plain(each) for each in named(messages, ((row.at, row.said) for row in rows))],
        }
    else:
        kept = {
            "file": {name: getattr(file, name) for name in ("id", "name", "language", "zone")},
            "log": [{"n": row.n, "at": row.at.isoformat(), "actor": row.actor} for row in rows],
            "messages": len(messages),
            "withheld": WITHHELD if isinstance(file, Client) else DESKS,
        }
    return json.dumps(kept | {"access": [_plain(each) for each in looks]}, ensure_ascii=False, indent=2)


def _whole(file: File, whom: str) -> bool:
    """Whether content is shown. Of a professional never: their desk hears of every client that something is the matter,
    which no row of who looked would tell that client.
    """
    return isinstance(file, Client) and whom == policy.CLIENT


def _for(looker: Look, file: File, whom: str) -> Look:
    return replace(looker, behalf=on_behalf(file, whom))


def on_behalf(file: File, whom: str) -> str:
    """The name of who asked for it: the client or their coach; empty for the administrator alone. Raises NotFound."""
    if not whom:
        return ""
    if not isinstance(file, Client):
        raise NotFound(f"{file.name} isn't a client: leave --for out")
    return file.name if whom == policy.CLIENT else file.coach_name


def _line(row: LogRow, *, whole: bool) -> str:
    begin = f"{row.n:>5}  {row.at:%Y-%m-%d %H:%M:%S}Z  {row.actor:<9}"
    if not whole:
        return begin.rstrip()
    said = f"  -> {', '.join(row.said)}" if row.said else ""
    return f"{begin}  {_told(row.event)}{said}" + (f"  ({row.reason})" if row.reason else "")


def _told(event: object) -> str:
    """An event in one line: its name and the fields that are set."""
    fields = _plain(event) if event is not None else {}
    shown = " ".join(f"{name}={value}" for name, value in fields.items() if name not in {"at", "_"})
    return f"{type(event).__name__} {shown}".strip()


def _plain(value: object) -> dict[str, Any]:
    """A kept value as plain JSON values."""
    return cast("dict[str, Any]", json.loads(codec.encode(value)))
