"""People, moments and turns to try a store with."""

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from state_machines.events import Answered, Asked, PlanAgreed, PlanAnswered
from state_machines.files import Answer, Card, Client, Consent, Day, Invite, Professional
from state_machines.plan import Plan
from state_machines.plan_templates import weekly
from storage import schema
from storage.port import Letter, LetterState, Record, Settled, Turn
from storage.views import Look

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LOOK = Look("p-anna", "Anna", "morning round", NOON)
QUESTIONS = ("energy", "mood", "sleep", "complaint", "hours", "giver", "drainer")


def a_client(id_: str = "c-jan", **fields) -> Client:
    return Client(**{"id": id_, "name": "Jan", "coach": "p-anna", "coach_name": "Anna"} | fields)


def a_coach(id_: str = "p-anna", *clients: str, **fields) -> Professional:
    cards = tuple(Card(client=client, name=f"name of {client}") for client in clients)
    return Professional(**{"id": id_, "name": "Anna", "clients": cards} | fields)


def an_invite(digest: str = "ab" * 32) -> Invite:
    return Invite(digest=digest, expires=NOON + timedelta(hours=72))


def a_consent(subject: str = "checkin", given: bool = True) -> Consent:
    return Consent(subject=subject, given=given, text="cd" * 32, language="nl", at=NOON)


def a_day(on: date) -> Day:
    scores = [Answer(question=name, at=NOON + n * MINUTE, number=Decimal(n)) for n, name in enumerate(QUESTIONS[:5])]
    words = [Answer(question=name, at=NOON + 9 * MINUTE, words=("a walk with the dog",)) for name in QUESTIONS[5:]]
    return Day(date=on, state="done", asked=True, working=True, planned=Decimal("2.5"), answers=(*scores, *words))


def a_full_client(id_: str = "c-jan", **fields) -> Client:
    """A client with a window of 35 days with seven answers each."""
    window = tuple(a_day(TODAY - timedelta(days=n)) for n in range(35, 0, -1))
    return a_client(id_, **{"journey": "coaching", "window": window, "day": a_day(TODAY)} | fields)


def a_plan(before: Plan | None = None, goal: str = "own work, 32 hours") -> Plan:
    return weekly(
        goal=goal,
        contract_hours=Decimal(32),
        start=date(2026, 12, 7),
        weekdays=(1, 2, 4),
        tasks=("sorting the post",),
        supervisor="S. de Boer",
        parties=("client", "supervisor"),
        registered=TODAY,
        before=before,
    )


def asked(what: str = "plan", at: datetime = NOON, **fields) -> Record:
    return Record(event=Asked(at=at, what=what), **fields)


def a_letter(chat: int = 7, body: str = "hello", **fields) -> Letter:
    return Letter(**{"chat": chat, "file": None, "kind": "reply", "body": body, "not_before": NOON} | fields)


def new(file, **fields) -> Turn:
    """The turn that brings a file into the store."""
    return Turn(**{"at": NOON, "before": None, "after": file, "record": asked("start")} | fields)


def change(before, at: datetime = NOON, **fields) -> Turn:
    """A turn that changes some fields of a file; an agreement comes with the client's yes."""
    yes = Record(event=PlanAnswered(at=at, digest=str(fields.get("agreed")), agreed=True))
    record = yes if "agreed" in fields else asked(at=at)
    return Turn(at=at, before=before, after=replace(before, **fields), record=record)


def plan_turn(before: Client, plan: Plan, at: datetime = NOON) -> Turn:
    """The coach's turn that registers a version."""
    event = PlanAgreed(at=at, version=plan, parties=plan.parties, reason="first plan")
    after = replace(before, versions=(*before.versions, plan)[-2:])
    return Turn(at=at, before=before, after=after, record=Record(event=event, by="p-anna"), plan=plan, why="first plan")


def answered(at: datetime, number: int) -> Record:
    return Record(event=Answered(at=at, day=TODAY, question="energy", number=Decimal(number)), said=("checkin.next",))


def keep(store, *turns: Turn) -> None:
    """Each turn in a savepoint of one batch, as the door does."""
    with store.batch():
        for turn in turns:
            with store.batch():
                store.commit(turn)


def drop_triggers(raw: sqlite3.Connection) -> None:
    """What somebody does who wants to tamper."""
    for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")


def put_triggers_back(raw: sqlite3.Connection) -> None:
    """What they do afterwards, so that nobody sees it."""
    for sql in schema.triggers().values():
        raw.execute(sql)


class UndoneError(Exception):
    pass


@contextmanager
def undone(store):
    """A batch that fails at its end: an exception goes through it and on up."""
    try:
        with store.batch():
            yield
            raise UndoneError
    except UndoneError:
        return


def loaded(store, key):
    with store.batch():
        return store.load(key)


def due(store, now: datetime, limit: int = 64):
    with store.batch():
        return store.due(now, limit)


def claim(store, now: datetime = NOON, limit: int = 64):
    with store.batch():
        return store.claim(now, limit)


def bodies(claims) -> list[str]:
    return [claimed.letter.body for claimed in claims.letters]


def settle(store, n: int, state: LetterState = LetterState.SENT, at: datetime = NOON, **fields) -> None:
    with store.batch():
        store.settle([Settled(n=n, state=state, at=at, **fields)])


def letters_by_state(store) -> dict[str, int]:
    """How many letters there are in each state, of whatever kind."""
    found: dict[str, int] = {}
    for (_, state), count in store.views.tally().letters.items():
        found[state] = found.get(state, 0) + count
    return found
