"""A database and its key store belong together: each names the other, so that neither is used with a stranger."""

from storage.port import StoreBroken
from storage.sqlite.connection import Connection, reading

THERE = "SELECT 1 FROM sqlite_schema WHERE name = 'key_store'"  # an older version of Trede made none
OURS = "SELECT id FROM key_store"
PUT = "INSERT INTO key_store (one, id) VALUES (1, ?) ON CONFLICT DO NOTHING"
KEEPS = ("client", "professional", "outbox", "seen", "setting")
ANY = "SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in KEEPS)


def pair(connection: Connection, *, plain: bool = False) -> None:
    """See to it that they belong together. Raises StoreBroken when they don't, or when keys are needed and not given.

    `plain`: the database may be one without seals, though its key store has served others.
    """
    with reading(connection.path) as db:
        ours = db.execute(OURS).fetchone() if db.execute(THERE).fetchone() else None
        kept = bool(db.execute(ANY).fetchone()[0])
    store = connection.vault.store
    if store is None:
        if ours:
            raise StoreBroken("it is sealed: name its key file in TREDE_KEK_FILE (docs/how-to/keep-the-keys.md)")
        return
    standing = store.standing()
    if ours is None:
        if kept and standing.behind != "plain":
            _refuse_or_accept(connection, plain=plain)
        with connection.batch():
            connection.run(PUT, (standing.id,))
            ours = connection.run(OURS).fetchone()  # another command may have been first
    if ours[0] != standing.id:
        raise StoreBroken(f"{store.path.name} is another database's key store: put its own in place")


def _refuse_or_accept(connection: Connection, *, plain: bool) -> None:
    """A database without seals beside a key store that is in use: an old one, or one that somebody slipped in."""
    if not plain:
        raise StoreBroken("it isn't sealed, though its key store is in use. If you know why: trede keys init")
    assert connection.vault.store is not None
    connection.vault.store.plain_again()
    with connection.batch():
        connection.new_era()
