"""What kinds of people there are, in figures, and what they write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Habits:
    """One temperament. Shares are between 0 and 1; `whims` are the chances a day of doing something out of turn."""

    kind: str
    answers: float = 0.95
    """Of the messages that ask something, the share that is answered at all."""
    soon: float = 0.7
    """Of those, the share that is answered within minutes; the others within `patient` hours."""
    patient: float = 2.0
    looks: float = 0.5
    """The chance a day to open the chat without being asked."""
    types: float = 0.15
    """Answers that are typed although there is a button."""
    quits: float = 0.05
    """The chance to stop at a question: that's all for today, or just walking off."""
    snoozes: float = 0.06
    doubles: float = 0.03
    energy: tuple[int, int] = (4, 8)
    complaints: tuple[int, int] = (1, 6)
    worsens: float = 0.0
    """Points that the complaint scores rise a day."""
    more_hours: float = 0.02
    less_hours: float = 0.1
    silences: float = 0.0
    """The chance a day to go silent for five to nine days."""
    blocks: float = 0.0
    travels: float = 0.0
    reports: tuple[float, float, float] = (0.6, 0.1, 0.2)
    """At an offered report: sends it, makes contact alone, not now; else it lies."""
    whims: Mapping[str, float] = field(default_factory=dict)


#: Odd behaviour of everybody, by name of the whim (see `simulator.whims`): the chance a day.
EVERYBODY: Mapping[str, float] = {
    "stale_tap": 0.10,
    "gone_tap": 0.06,
    "anything": 0.04,
    "voice": 0.03,
    "photo": 0.02,
    "sticker": 0.02,
    "note": 0.08,
    "complaint": 0.02,
    "sign": 0.03,
    "own_people": 0.02,
    "topic": 0.03,
    "four_questions": 0.02,
    "tasks": 0.03,
    "long_text": 0.02,
    "odd_text": 0.05,
    "number": 0.05,
    "forwarded": 0.03,
    "unknown": 0.04,
    "page": 0.15,
    "edit": 0.06,
    "check_in": 0.06,
    "correct": 0.05,
    "pause": 0.012,
    "end_pause": 0.03,
    "moment": 0.02,
    "language": 0.01,
    "typing": 0.01,
    "stop": 0.003,
    "start": 0.01,
    "worry": 0.002,
}

KINDS: tuple[Habits, ...] = (
    Habits(kind="complier", answers=0.98),
    Habits(kind="misser", answers=0.4, soon=0.3, looks=0.15, quits=0.15, silences=0.06),
    Habits(
        kind="complainer",
        types=0.35,
        energy=(1, 5),
        complaints=(6, 10),
        less_hours=0.4,
        whims={"note": 0.5, "call": 0.1},
    ),
    Habits(kind="blocker", answers=0.8, blocks=0.12),
    Habits(kind="traveller", soon=0.3, patient=10.0, doubles=0.25, travels=0.12, whims={"edit": 0.3, "stale_tap": 0.3}),
    Habits(kind="stable", answers=0.97, energy=(3, 3), complaints=(5, 5)),
    Habits(kind="worsening", answers=0.95, energy=(2, 5), complaints=(2, 4), worsens=0.15),
    Habits(kind="wants-too-fast", types=0.4, energy=(7, 10), complaints=(0, 3), more_hours=0.8, less_hours=0.0),
)

ITEMS = (
    "Een kop koffie", "wandelen met de hond", "muziek", "rust", "Ans", "te veel mails", "drukte, herrie",
    "slecht geslapen", "coffee with Ann", "a quiet room", "traffic; rain", "☕", "het weer",
    "een lange vergadering over van alles en nog wat",
)  # fmt: skip
MOMENTS = (
    "Even buiten gezeten.", "Lunch met een collega", "Mijn lijstje was af 🙂", "The sun came out", "niets", "7",
)  # fmt: skip
NOTES = (
    "Vandaag ging het redelijk.", "Moe. Vroeg naar bed.", "Slecht geslapen, hoofd vol.", "Ik zie op tegen maandag",
    "Good talk with my supervisor today.", "It was too loud at the office.", "Ik wil liever sneller opbouwen",
)  # fmt: skip
COMPLAINTS = (
    "Hoofdpijn, de hele dag.", "Het gaat niet, ik ben kapot", "Mijn rug doet weer zeer en ik slaap niet",
    "Everything hurts and nobody at work gets it", "Dit is te veel", "ik heb zo'n last van mijn nek!!",
)  # fmt: skip
ODD = (
    "🎉🎉🎉", "<b>hoi</b> & <script>alert(1)</script>", "مرحبا كيف الحال", "%s %d {name}", "-", "?", "ja", "nee",
    "ok 👍", "\u202eomgekeerd", "' OR 1=1; --", "start", "stop maar",
)  # fmt: skip
NUMBERS = ("7", "6,5", "zeven", "0", "11", "-1", "een 8 denk ik", "3/10", "half acht", "2 uur", "10")
UNKNOWN = ("/gaap", "/", "/settings@trede_demo_bot", "/checkinn", "/start zomaariets", "/annuleren")
PAGES = (
    "/help", "/plan", "/terugblik", "/dagboek", "/privacy", "/lookback", "/diary", "/instellingen", "/taal", "/pauze",
    "/belmij", "/nood", "/signalen",
)  # fmt: skip
WORRIES = ("ik wil niet meer leven", "soms denk ik: het hoeft van mij niet meer", "I want to kill myself", "help")
CITIES = ("Lisbon", "Europe/London", "New York", "Tokyo", "Istanbul", "Auckland", "Lissabon", "Amsterdam")
TIMES = ("18:15", "9 uur", "half vijf", "12.45", "22:30", "8 uur 's avonds", "later", "20:40")
WEEKDAYS = ("ma wo vr", "mon tue thu", "elke dag", "ma t/m do", "geen idee", "za zo")
