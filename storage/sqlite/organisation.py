"""What the organisation has set, in a SQLite file: table `setting`, whose rows never change and are never deleted."""

import sqlite3

from storage import codec
from storage.codec import moment_text
from storage.organisation import Setting
from storage.sqlite.connection import Connection, reading, tell
from storage.sqlite.rows import Run
from storage.vault import Vault

TABLE = "setting"
NEXT = "SELECT coalesce(max(n), 0) + 1 FROM setting"
INSERT = "INSERT INTO setting (n, at, payload) VALUES (?, ?, ?)"
ALL = "SELECT n, payload FROM setting ORDER BY n"


class SqliteOrganisation:
    """The settings of a SQLite store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, setting: Setting) -> None:
        """Keep a setting, after those that were there. Called in a batch."""
        self._connection.must_be_in_batch()
        try:
            n = self._connection.run(NEXT).fetchone()[0]
            sealed = self._connection.vault.seal(codec.encode(setting), table=TABLE, row=str(n), file="")
            self._connection.run(INSERT, (n, moment_text(setting.at), sealed))
        except sqlite3.Error as error:
            raise tell(error) from error

    def settings(self, what: str) -> tuple[Setting, ...]:
        """How this setting was set, oldest first; the last one counts. Raises StoreBroken for a damaged row."""
        with reading(self._connection.path) as db:
            found = tuple(opened(db.execute, self._connection.vault))
        return tuple(setting for setting in found if setting.what == what)


def opened(run: Run, vault: Vault) -> list[Setting]:
    """Every setting, oldest first. Raises StoreBroken at the first whose payload is damaged."""
    rows = run(ALL).fetchall()
    return [codec.decode(Setting, vault.open(sealed, table=TABLE, row=str(n), file="")) for n, sealed in rows]
