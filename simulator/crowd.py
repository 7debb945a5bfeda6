"""Everybody together: who there is, who does something next, and what passes between them outside Telegram."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from simulator.coach import Coach
from simulator.deputy import Deputy
from simulator.habits import KINDS
from simulator.ledger import Seen
from simulator.people import Employee
from simulator.physician import Physician
from simulator.someone import Someone
from simulator.telegram import Telegram
from simulator.transcripts import Writer

EMPLOYEES_A_COACH = 20
FIRST_EMPLOYEE, FIRST_COACH, DEPUTY, PHYSICIAN = 10_000, 900_000, 980_000, 990_000
NAMES = (
    "Sanne", "Ali", "Bram", "Chantal", "Daan", "Esra", "Floor", "Gijs", "Hanna", "Ilse", "Jamal", "Kim", "Lotte",
    "Mees", "Noor", "Omar", "Puck", "Quinten", "Roos", "Sven", "Tess", "Umut", "Vera", "Wout", "Xandra", "Yara",
)  # fmt: skip


@dataclass
class Crowd:
    """The people of one run, all of it following from the seed."""

    telegram: Telegram
    coaches: list[Coach] = field(default_factory=list)
    employees: list[Employee] = field(default_factory=list)
    deputies: list[Deputy] = field(default_factory=list)
    physicians: list[Physician] = field(default_factory=list)
    _by_chat: dict[int, Someone] = field(default_factory=dict)
    _by_name: dict[str, Employee] = field(default_factory=dict)
    _seen: int = 0

    @classmethod
    def of(cls, telegram: Telegram, number: int, seed: int) -> Crowd:
        """So many employees, their habits by turns, a coach for each twenty, one deputy and one physician for all."""
        crowd = cls(telegram)
        for n in range(number):
            crowd.employees.append(_employee(telegram, n, Random(f"{seed}:employee:{n}")))
        for n in range(0, number, EMPLOYEES_A_COACH):
            own = {one.name: _account(one) for one in crowd.employees[n : n + EMPLOYEES_A_COACH]}
            name = f"Joost {n // EMPLOYEES_A_COACH + 1}"
            person = telegram.join(FIRST_COACH + n, name, language_code="nl")
            crowd.coaches.append(Coach(name, person, Random(f"{seed}:coach:{n}"), own))
        known = {name: account for coach in crowd.coaches for name, account in coach.accounts.items()}
        person = telegram.join(DEPUTY, "Anna", language_code="nl")
        crowd.deputies.append(Deputy("Anna", person, Random(f"{seed}:deputy"), known))
        person = telegram.join(PHYSICIAN, "Dr. Smit", language_code="nl")
        crowd.physicians.append(Physician("Dr. Smit", person, Random(f"{seed}:physician")))
        crowd._by_chat = {who.person.chat.id: who for who in crowd.everybody}
        crowd._by_name = {who.name: who for who in crowd.employees}
        return crowd

    @property
    def everybody(self) -> list[Someone]:
        """Coaches first, then who stands in for them, and the physician."""
        return [*self.coaches, *self.deputies, *self.physicians, *self.employees]

    @property
    def writers(self) -> list[Writer]:
        """Everybody, as whoever writes transcripts knows them."""
        return [Writer(role=who.title, name=who.name, chat=who.person.chat.id) for who in self.everybody]

    def chat_of(self, name: str) -> int:
        """The chat of an employee."""
        return self._by_name[name].person.chat.id

    def first(self) -> tuple[datetime, Someone] | None:
        """Who does something first, and when; None when nobody means to do anything."""
        planned = ((who.next, n, who) for n, who in enumerate(self.everybody) if who.next is not None)
        found = min(planned, key=lambda plan: (plan[0], plan[1]), default=None)
        return (found[0], found[2]) if found and found[0] is not None else None

    def look_around(self) -> None:
        """Everybody looks at what changed in their chat; links that a coach has in hand are given out."""
        now = self.telegram.clock.now
        rows: defaultdict[int, list[Seen]] = defaultdict(list)
        for row in self.telegram.ledger.after(self._seen):
            rows[row.chat_id].append(row)
        self._seen = len(self.telegram.ledger)
        for chat_id, seen in rows.items():
            self._by_chat[chat_id].look(seen, now)
        for coach in self.coaches:
            self._outside(coach, now)

    def _outside(self, coach: Coach, now: datetime) -> None:
        """By phone or mail: links are handed over, new ones asked for."""
        while coach.handed:
            name, payload = coach.handed.pop(0)
            self._by_name[name].receive(payload, now)
        for name in coach.accounts:
            if self._by_name[name].needs_link:
                self._by_name[name].needs_link = False
                coach.asked_for_link(name)


def _employee(telegram: Telegram, n: int, rng: Random) -> Employee:
    name = NAMES[n % len(NAMES)] + (str(n // len(NAMES)) if n >= len(NAMES) else "")
    language = "en" if n % 4 == 3 else "nl"
    person = telegram.join(FIRST_EMPLOYEE + n, name, f"de {name[0]}.", language_code=language)
    return Employee(name, person, rng, KINDS[n % len(KINDS)])


def _account(one: Employee) -> str:
    return f"{one.person.user.first_name} {one.person.user.last_name}"
