"""Synthetic people: what they understand, that they act through the phone alone, and that a seed decides everything."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from simulator.clock import VirtualClock
from simulator.crowd import Crowd
from simulator.habits import EVERYBODY, KINDS
from simulator.labels import is_scale, meaning
from simulator.people import Employee
from simulator.telegram import Telegram
from simulator.whims import WHIMS

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
SCALE = [[str(number) for number in range(6)], [str(number) for number in range(6, 11)], ["Sla over", "Later vandaag"]]
SANNE = 101


@pytest.fixture
def telegram() -> Telegram:
    """A world in which nobody answers unless the test does."""
    return Telegram("42:test", VirtualClock(MONDAY))


async def bot_says(telegram: Telegram, chat: int, text: str, labels: list[list[str]]) -> None:
    """The bot's part, played by hand."""
    rows = [[{"text": label, "callback_data": f"data:{label}"} for label in row] for row in labels]
    reply = await telegram.call(
        "sendMessage", {"chat_id": chat, "text": text, "reply_markup": {"inline_keyboard": rows}}
    )
    assert reply.status == 200


def invited(telegram: Telegram, kind: int, seed: int = 1) -> Employee:
    """An employee of this kind who has opened their link."""
    who = Employee("Sanne", telegram.join(SANNE, "Sanne"), Random(seed), KINDS[kind])
    who.person.open_link("token")
    return who


def act_until(telegram: Telegram, who: Employee, end: datetime) -> list[str]:
    """Let somebody do all they mean to do until a moment: what it was."""
    before = len(telegram.ledger)
    while who.next is not None and who.next <= end:
        telegram.clock.jump(who.next)
        who.act(telegram.clock.now)
    return [f"{row.what} {row.text}" for row in telegram.ledger.after(before)]


@pytest.mark.parametrize(
    ("label", "role", "said"),
    [
        ("Later vandaag", "employee", "later"),
        ("Later today", "employee", "later"),
        ("✓ Klaar", "employee", "ready"),
        ("Dit was het voor vandaag", "employee", "enough"),
        ("That's all for today", "employee", "enough"),
        ("• 7", "employee", "score"),
        ("16:30", "employee", "clock"),
        ("4 uur, zoals afgesproken", "employee", "as_agreed"),
        ("2,5 uur", "employee", "hours"),
        ("Nee", "employee", "refuse"),
        ("Nee, bel mij", "employee", "plan_no"),
        ("Noise", "employee", ""),
        ("Laat Joost mij bellen", "employee", "call"),
        ("Even buiten", "employee", ""),
        ("Ja, voer in", "coach", "register"),
        ("Per week (25, 50, 75, 100 %)", "coach", "weekly"),
        ("Nog niet", "coach", "not_told"),
        ("Yes, register", "coach", "register"),
        ("Ja, dat is Sanne", "coach", "right"),
        ("Ik heb dit gelezen", "coach", "read"),
    ],
)
def test_a_label_is_understood_in_both_languages_and_by_whole_words(label: str, role: str, said: str) -> None:
    """People know what a button says, not what is behind it; a word that merely begins alike says something else."""
    assert meaning(label, role) == said


def test_every_whim_of_every_temperament_exists() -> None:
    """A chance is only drawn for something that somebody can do."""
    assert {*EVERYBODY, *(name for kind in KINDS for name in kind.whims), "travel", "block"} <= WHIMS.keys()


async def test_a_complier_answers_a_prompt_within_two_hours_with_the_buttons_on_the_screen(telegram: Telegram) -> None:
    """The answer is a tap on a number, a word of the screen's rows, or something typed; and it comes in time."""
    who = invited(telegram, 0)
    await bot_says(telegram, SANNE, "Hoi Sanne, tijd voor je check-in.", SCALE)
    assert is_scale(who.screen[0].labels)
    who.noticed()
    done = act_until(telegram, who, MONDAY + timedelta(hours=2.1))
    assert done
    assert done[0].startswith(("user_tap data:", "user_text"))


async def test_who_has_blocked_the_bot_does_nothing_else(telegram: Telegram) -> None:
    """A blocked chat can't be written to; whoever means to waits until the block is gone."""
    who = invited(telegram, 3)
    who.person.block()
    assert who.away
    who.noticed()
    who.begin(lambda: WHIMS["voice"](who))
    assert act_until(telegram, who, MONDAY + timedelta(hours=3)) == []
    who.unblock()
    assert not who.away


async def test_people_act_between_the_moments_of_the_bot(telegram: Telegram) -> None:
    """No act falls on a whole second, where the bot's own work is due: so it is always clear who began."""
    crowd = Crowd.of(telegram, 3, seed=5)
    crowd.coaches[0].open_desk("token")
    moments = []
    for _ in range(60):
        first = crowd.first()
        assert first is not None
        telegram.clock.jump(first[0])
        first[1].act(telegram.clock.now)
        moments.append(first[0])
    assert all(moment.microsecond for moment in moments)


def first_acts(seed: int) -> list[str]:
    """What a crowd does in its first days when nobody ever answers."""
    telegram = Telegram("42:test", VirtualClock(MONDAY))
    crowd = Crowd.of(telegram, 4, seed)
    crowd.coaches[0].open_desk("token")
    for one in crowd.employees:
        one.receive("link", MONDAY)
    while (first := crowd.first()) is not None and first[0] < MONDAY + timedelta(days=6):
        telegram.clock.jump(first[0])
        first[1].act(telegram.clock.now)
    return [f"{row.at} {row.chat_id} {row.what} {row.text}" for row in telegram.ledger]


def test_a_seed_decides_everything() -> None:
    """The same seed gives the same acts at the same moments; another seed gives others."""
    assert first_acts(1) == first_acts(1) != first_acts(2)


async def test_a_coach_hands_over_the_link_that_stands_on_the_screen(telegram: Telegram) -> None:
    """The employee opens exactly the link that the coach was shown, whatever came before it."""
    crowd = Crowd.of(telegram, 1, seed=3)
    coach = crowd.coaches[0]
    coach.person.send("/start")
    coach.begin(lambda: coach._invite("Sanne"))
    act_until(telegram, coach, MONDAY + timedelta(minutes=1))
    await bot_says(telegram, coach.person.chat.id, "De link: https://t.me/bot?start=abc-DEF_123", [])
    crowd.look_around()
    who = crowd.employees[0]
    assert "user_text /start abc-DEF_123" in act_until(telegram, who, MONDAY + timedelta(days=4))
