"""Everything that a SQLite store keeps, gathered for verifying. What doesn't open becomes a fault, not an error."""

from collections.abc import Iterator

from state_machines.files import Consent
from storage import codec, schema
from storage.chain import Link
from storage.kept import Kept
from storage.links import COLUMNS, Enclosed, consent_columns
from storage.organisation import Setting
from storage.port import StoreBroken
from storage.snapshot import KINDS
from storage.sqlite.rows import GET, Run, read_file
from storage.sqlite.wakes import read_wake
from storage.upkeep import Numbered, Papers
from storage.vault import Vault

OWNED = (*COLUMNS, "consent", "agreement", "person", "invite", "wake")
FILES = " UNION ".join(
    [f"SELECT id FROM {table}" for table in KINDS] + [f"SELECT file FROM {table}" for table in OWNED]
)


def file_ids(run: Run) -> tuple[str, ...]:
    """Every file of which there is any row."""
    return tuple(row[0] for row in run(f"{FILES} ORDER BY 1").fetchall())


def papers(run: Run, vault: Vault, file: str, found: list[str]) -> Papers:
    """All rows of one file; what can't be opened is added to `found`."""
    kept = _snapshot(run, vault, file, found)
    chat = run("SELECT chat, role FROM person WHERE file = ?", (file,)).fetchone()
    invite = run("SELECT digest FROM invite WHERE file = ?", (file,)).fetchone()
    agreements = run("SELECT n, at, fingerprint FROM agreement WHERE file = ? ORDER BY n", (file,)).fetchall()
    consents, given = _consents(run, vault, file, found)
    return Papers(
        id=file,
        file=kept.snapshot.file if kept else None,
        tips=kept.snapshot.tips if kept else None,
        log=_links(run, vault, "log", file, found),
        plan=_links(run, vault, "plan", file, found),
        access=_links(run, vault, "access", file, found),
        consents=consents,
        given=given,
        agreements=[(n, (at, fingerprint)) for n, at, fingerprint in agreements],
        chat=chat,
        invite=invite[0] if invite else None,
    )


def trigger_faults(run: Run) -> Iterator[str]:
    """The laws that the database itself keeps (R2, R4): each trigger stands there as it was made."""
    found = dict(run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall())
    for name, sql in schema.triggers().items():
        if found.get(name) != sql:
            yield f"database: its law {name} {'was changed' if name in found else 'is missing'}"


def page_faults(run: Run) -> Iterator[str]:
    """What SQLite itself finds wrong: pages, and indexes that say otherwise than their table."""
    for (line,) in run("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield f"database: {line}"


def wake_faults(run: Run) -> Iterator[str]:
    """Wakes that wait and can't be read: the clock passes them over."""
    for row in run("SELECT file, kind, day, number, at, expires FROM wake WHERE ended IS NULL").fetchall():
        if read_wake(*row) is None:
            yield f"wake of file {row[0]}: a row that waits can't be read"


def loose_faults(run: Run, vault: Vault) -> Iterator[str]:
    """Payloads outside the chains that don't open or can't be read."""
    for n, file, body in run("SELECT n, file, body FROM outbox WHERE body IS NOT NULL"):
        yield from _payload_faults(vault, body, "outbox", str(n), file or "", Enclosed)
    for update_id, stumble in run("SELECT update_id, stumble FROM seen WHERE stumble IS NOT NULL"):
        yield from _payload_faults(vault, stumble, "seen", str(update_id), "", None)
    for place, (n, payload) in enumerate(run("SELECT n, payload FROM setting ORDER BY n"), start=1):
        if n != place:
            yield f"setting: row {place} is missing"
            return
        yield from _payload_faults(vault, payload, "setting", str(n), "", Setting)


def _snapshot(run: Run, vault: Vault, file: str, found: list[str]) -> Kept | None:
    try:
        kept = read_file(run, vault, file)
    except StoreBroken as error:
        found.append(str(error))
        return None
    if kept is None:
        found.append(f"file {file}: has rows in the database, but no snapshot")
    elif kept.snapshot.file.id != file:
        found.append(f"{kept.table} {file}: its snapshot is another file's")
    return kept


def _links(run: Run, vault: Vault, table: str, file: str, found: list[str]) -> list[Link]:
    links = []
    for n, payload, digest, hash_, *columns in run(GET[table].format("1"), (file,)):
        content = None
        if payload is not None:
            try:
                content = vault.open(payload, table=table, row=str(n), file=file)
            except StoreBroken as error:
                found.append(str(error))
        links.append(Link(n=n, columns=tuple(columns), content=content, digest=digest, hash=hash_))
    return links


def _consents(run: Run, vault: Vault, file: str, found: list[str]) -> tuple[list[Numbered], list[Consent]]:
    rows: list[Numbered] = []
    given: list[Consent] = []
    for n, at, payload in run("SELECT n, at, payload FROM consent WHERE file = ? ORDER BY n", (file,)):
        plain = b""
        try:
            plain = vault.open(payload, table="consent", row=str(n), file=file)
            given.append(codec.decode(Consent, plain))
        except StoreBroken as error:
            found.append(str(error))
        rows.append((n, consent_columns(at, plain)))
    return rows, given


def _payload_faults(vault: Vault, payload: bytes, table: str, row: str, file: str, kind: type | None) -> Iterator[str]:
    try:
        plain = vault.open(payload, table=table, row=row, file=file)
        if kind is not None:
            codec.decode(kind, plain)
    except StoreBroken as error:
        yield str(error)
