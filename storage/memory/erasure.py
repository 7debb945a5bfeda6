"""Erasing a file in memory (R34)."""

from dataclasses import replace
from datetime import datetime

from state_machines.files import Client, Professional
from storage.memory.letters import Letters
from storage.memory.tables import Tables
from storage.names import Names


def forget(tables: Tables, letters: Letters, file: str, at: datetime) -> None:
    """Delete all rows of a file; its pseudonym and the moment stay. A file that isn't there is marked too."""
    snapshot = tables.files.get(file)
    tables.put(tables.erased, file, at)
    chat = snapshot.file.chat if snapshot else None
    for n, row in list(tables.letters.items()):
        before_the_file = row.letter.file is None and row.settled is not None and row.letter.chat == chat
        if row.letter.file == file or before_the_file:
            letters.drop(n)
    if snapshot and isinstance(snapshot.file, Client):
        _forget_elsewhere(tables, letters, snapshot.file)
    tables.drop(tables.files, file)
    tables.drop_all(tables.chains, lambda key, _: key[1] == file)
    tables.drop_all(tables.consents, lambda key, _: key[0] == file)
    tables.drop_all(tables.agreements, lambda key, _: key[0] == file)
    tables.drop_all(tables.wakes, lambda key, _: key[0] == file)
    tables.drop_all(tables.waiting, lambda key, _: key[0] == file)
    tables.drop_all(tables.people, lambda _, owner: owner == file)
    tables.drop_all(tables.invites, lambda _, owner: owner == file)
    for update, (seen, stumble) in list(tables.updates.items()):
        if stumble is not None:  # of whatever account: some may be theirs
            tables.put(tables.updates, update, (seen, None))


def _forget_elsewhere(tables: Tables, letters: Letters, client: Client) -> None:
    """Log rows and letters of professionals that name the client lose their words; what waits does when it is sent."""
    names = Names.of(client)
    desks = {file for file, snapshot in tables.files.items() if isinstance(snapshot.file, Professional)}
    for desk in desks:
        for row in tables.chain("log", desk):
            if row.payload is not None and names.in_payload(row.payload):
                tables.put(tables.chains, ("log", desk, row.n), replace(row, content=None))
    for n, letter in list(tables.letters.items()):
        if letter.letter.file in desks and names.in_words(letter.letter.body):
            letters.empty(n)
