"""The store in memory and the one on SQLite are one and the same to whoever asks."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from state_machines.consents import with_newest
from state_machines.effects import Wake
from state_machines.events import Noted, NoteOpened, PlanAnswered
from storage.open import open_memory, open_sqlite
from storage.port import ByChat, ByInvite, LetterState, Record, Settled, StoreRefused, Turn
from tests.storage.material import (
    LOOK,
    MINUTE,
    NOON,
    TODAY,
    a_client,
    a_coach,
    a_consent,
    a_letter,
    a_plan,
    an_invite,
    asked,
    plan_turn,
)

IDS = ("c-1", "c-2", "c-3", "p-anna")
CHATS = (1, 2, 3, 9)
KINDS = ("safety", "alert", "question", "prompt")


@pytest.mark.parametrize("seed", range(6))
def test_the_same_life_has_the_same_answers(tmp_path, seed):
    """Hundreds of random batches, some undone, some refused, are told apart by no verb, view or verification."""
    stores = open_memory(), open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    lives = [life(store, random.Random(seed)) for store in stores]
    for round_ in range(200):
        in_memory, on_disk = (next(one) for one in lives)
        assert in_memory == on_disk, f"seed {seed}, round {round_}"
    assert [store.upkeep.verify() for store in stores] == [(), ()]
    for store in stores:
        store.close()


def life(store, dice: random.Random) -> Iterator[object]:
    """What a store answers, round after round, to what chance brings."""
    claimed: list[int] = []
    now = NOON
    while True:
        now += dice.choice((MINUTE, timedelta(hours=5)))
        answers: list[object] = []
        try:
            with store.batch():
                for _ in range(dice.randint(1, 4)):
                    answers.append(a_turn(store, dice, now, claimed))
                if dice.random() < 0.2:
                    raise InterruptedError
        except InterruptedError:
            answers.append("undone")
        answers.append(sorted(repr(file) for file in store.views.files()))
        answers.append(store.views.tally())
        yield [*answers, a_look(store, dice), store.upkeep.unsettled()]


def a_turn(store, dice: random.Random, now, claimed: list[int]) -> object:
    """One step: a turn, the post, the clock, an erasure. What it answers can be compared."""
    step = dice.choice((a_change, a_change, a_change, the_post, the_post, the_clock, an_erasure))
    try:
        with store.batch():
            answer = step(store, dice, now, claimed)
            if dice.random() < 0.1:
                raise InterruptedError
            return answer
    except StoreRefused:
        return "refused"
    except InterruptedError:
        return "undone"


def a_change(store, dice: random.Random, now, claimed) -> object:
    id_ = dice.choice(IDS)
    before = store.load(dice.choice((id_, id_, ByChat(dice.choice(CHATS)), ByInvite(f"{dice.randint(1, 3):064}"))))
    wakes = tuple(
        Wake(kind=kind, day=TODAY, at=dice.choice((None, now, now + MINUTE)), number=dice.randint(0, 1))
        for kind in dice.sample(("checkin", "nudge"), k=dice.randint(0, 2))
    )
    letters = tuple(some_letter(dice, now, before.id if before else None) for _ in range(dice.randint(0, 3)))
    extra = {"at": now, "letters": letters}
    if before is None:
        after = a_coach(id_, "c-1", "c-2") if id_ == "p-anna" else a_client(id_, name=f"name {id_}")
        store.commit(Turn(before=None, after=after, record=asked("start", now), wakes=wakes, **extra))
    elif id_ != "p-anna" and before.id != "p-anna" and dice.random() < 0.2:
        newest = before.versions[-1] if before.versions and dice.random() < 0.9 else None
        store.commit(plan_turn(before, a_plan(newest), now))
    else:
        fields, record = some_fields(dice, before, now), some_record(dice, now)
        if "agreed" in fields:
            record = Record(event=PlanAnswered(at=now, digest=fields["agreed"], agreed=True))
        store.commit(Turn(before=before, after=replace(before, **fields), record=record, wakes=wakes, **extra))
    return repr(store.load(id_))


def some_fields(dice: random.Random, file, now) -> dict:
    fields: dict = {"language": dice.choice(("nl", "en"))}
    if dice.random() < 0.3:
        fields["chat"] = dice.choice((None, *CHATS))
    if dice.random() < 0.2:
        fields["invite"] = dice.choice((None, an_invite(f"{dice.randint(1, 3):064}")))
    if file.id != "p-anna" and dice.random() < 0.2:
        given = replace(a_consent(dice.choice("abc"), dice.random() < 0.5), at=now)
        fields["consents"] = with_newest(file.consents, given)
    if file.id != "p-anna" and file.versions and dice.random() < 0.3:
        fields["agreed"] = dice.choice([plan.digest() for plan in file.versions] + ["00" * 32])
    return fields


def some_record(dice: random.Random, now) -> Record | None:
    event = dice.choice(
        (
            Noted(at=now, text=dice.choice(("one", "two", "name c-1")), message_id=1, day=now.date()),
            NoteOpened(at=now, day=now.date(), number=dice.randint(1, 3), open=dice.random() < 0.7),
        )
    )
    return dice.choice((None, Record(event=event, said=("hello",))))


def some_letter(dice: random.Random, now, file: str | None):
    return a_letter(
        dice.choice(CHATS),
        dice.choice(("hello", "about name c-1", "about c-2")),
        file=dice.choice((file, None)),
        kind=dice.choice(KINDS),
        slot=dice.choice(("", "a", "b")),
        below=dice.random() < 0.3,
        once=dice.random() < 0.3,
        not_before=dice.choice((now, now, now + MINUTE)),
        expires=dice.choice((None, None, now + MINUTE)),
    )


def the_post(store, dice: random.Random, now, claimed: list[int]) -> object:
    claims = store.claim(now, limit=dice.randint(1, 5), begun=dice.choice((0, 1, 2, 64)))
    numbers = [one.n for one in claims.letters]
    claimed.extend(numbers)
    states = (LetterState.SENT, LetterState.SENT, LetterState.DUE, LetterState.FAILED, LetterState.UNCERTAIN)
    for n in dice.sample(claimed, k=dice.randint(0, len(claimed))):
        state, message, later = dice.choice(states), dice.choice((None, n)), dice.choice((None, now + MINUTE))
        store.settle([Settled(n=n, state=state, at=now, message_id=message, not_before=later, reason="x")])
        claimed.remove(n)
    return claims


def the_clock(store, dice: random.Random, now, claimed) -> object:
    due = store.due(now, limit=dice.randint(1, 4))
    for wake in due.wakes:
        file = store.load(wake.file)
        outcome = dice.choice(("said", "expired", ""))
        store.commit(Turn(at=now, before=file, after=file, record=asked(at=now), ended=wake, outcome=outcome))
    return due


def an_erasure(store, dice: random.Random, now, claimed) -> object:
    if dice.random() < 0.05:
        store.forget(dice.choice(IDS[:3]), now)
    return None


def a_look(store, dice: random.Random) -> object:
    file = dice.choice(IDS)
    ask = dice.choice(
        (
            lambda: store.views.rows(file, LOOK),
            lambda: store.views.own_notes(file, TODAY),
            lambda: store.views.trajectory(file, TODAY, LOOK),
            lambda: store.views.clients_of(file, LOOK),
            lambda: store.views.deliveries(file, NOON, LOOK),
        )
    )
    try:
        answer = ask()
    except LookupError:
        answer = "nobody"
    return answer, store.views.accesses(file)
