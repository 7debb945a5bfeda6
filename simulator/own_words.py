"""Own words, made up anew each time, and the ways that lead to where they can be typed: a short script each.

So that whatever can be said in own words is said now and then, by somebody, in a way that can be found again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from simulator.someone import Script

if TYPE_CHECKING:
    from simulator.people import Employee

WHO = ("mijn buurvrouw Truus", "onze nieuwe collega", "mijn zus", "de man van de lift", "my neighbour", "Rick beneden")
DID = ("heeft tomatenplanten gebracht", "praatte een uur over zijn boot", "zong mee met de radio", "fixed my bike lamp")
AND = ("daarna viel ik in slaap", "mijn schouder trok weer", "I felt calmer after that", "het suisde in mijn oren")
PEOPLE = ("Noor 06 12345678", "tante Wil", "mijn broer in Deventer", "Mees van de roeiclub")
TASKS = ("kasten uitmesten", "etiketten plakken", "the old invoices", "de plantenbakken water geven")
SIGNS = ("ik laat mijn sleutels liggen", "kortaf tegen de kinderen", "I stop humming", "trillend ooglid")
ANSWERS = ("dan loop ik een rondje om de vijver", "eerst drie keer zuchten en dan thee", "I call my sister")


def sentence(rng: Random) -> str:
    """Something about one's day, with a number in it so that no other day has the same."""
    return f"{rng.choice(WHO)} {rng.choice(DID)}, {rng.choice(AND)} ({rng.randint(100, 999)})".capitalize()


def lines(rng: Random) -> str:
    """The same, over several lines now and then."""
    return "\n".join(sentence(rng) for _ in range(rng.choice((1, 1, 1, 2, 3))))


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where own words can be typed: the command, the buttons that lead there, what is typed, what may be tapped then.

    `words`: for each time that something is typed, what there is to choose from; nothing there: sentences.
    """

    commands: tuple[str, ...]
    taps: tuple[str, ...]
    words: tuple[tuple[str, ...], ...] = ((),)
    then: tuple[str, ...] = ()


WAYS = {
    "complaint": Way(commands=("/klacht", "/complaint"), taps=("can_wait",), then=("only_write", "discuss")),
    "sign": Way(commands=("/signalen", "/signs"), taps=("new_sign",), words=(SIGNS, ANSWERS)),
    "own_people": Way(commands=("/instellingen", "/settings"), taps=("own_people", "add_somebody"), words=(PEOPLE,)),
    "topic": Way(commands=("/evaluatie", "/evaluation"), taps=("write_down",)),
    "four_questions": Way(commands=("/evaluatie", "/evaluation"), taps=("prepare",), words=((), (), (), ())),
    "tasks": Way(commands=("/uren", "/hours"), taps=("", "hours", "other_tasks"), words=(TASKS,), then=("ready",)),
}


def telling(name: str) -> Callable[[Employee], Script]:
    """The script of the way with this name."""
    way = WAYS[name]

    def tell(who: Employee) -> Script:
        who.send(who.rng.choice(way.commands))
        yield 4
        for wanted in way.taps:
            if who.away or not who.tap(wanted):
                return
            yield 5
        for words in way.words:
            if who.away:
                return
            who.send(who.rng.choice(words) if words else lines(who.rng))
            yield who.rng.uniform(5, 40)
        if way.then and not who.away:
            who.tap(who.rng.choice(way.then))
            yield 3

    tell.__name__ = name
    return tell
