"""The seven-turn check-in of the peers, the same for each: what is asked, checked, kept and replied."""

import json

QUESTIONS = (
    "What gave you energy today?",
    "What drained you?",
    "Energy 0-10?",
    "Mood 0-10?",
    "Stress 0-10?",
    "Did you do your step?",
    "Anything for the diary?",
)
KEYS = ("givers", "drainers", "energy", "mood", "stress", "step", "diary")
ANSWERS = (
    "a walk in the park, good sleep, friends",
    "a long meeting, bad news, traffic",
    "7",
    "5",
    "8",
    "yes",
    "Today I walked for half an hour and then called an old friend. It helped.",
)
TURNS = len(QUESTIONS)
SCORES = (2, 3, 4)
STEP = 5


class Unclear(ValueError):  # noqa: N818 - named for what happened
    """Not an answer to this question."""


def accepted(turn: int, text: str) -> object:
    """The value of the answer of a turn, counted from 0."""
    if turn in SCORES:
        if not text.isdecimal() or int(text) > 10:
            raise Unclear("A whole number from 0 to 10, please.")
        return int(text)
    return text.lower() in {"yes", "y", "ja"} if turn == STEP else text


def reply_after(turn: int, answers: dict[str, object]) -> str:
    """What is said after the answer of a turn: the next question, or the summary."""
    if turn < TURNS - 1:
        return QUESTIONS[turn + 1]
    return "Saved. Energy {energy}, mood {mood}, stress {stress}.".format(**answers)


# --- the conversations, as the scripted clients play them ---------------------------------------------------------


def typed() -> list[dict[str, str]]:
    """A round of typed answers, with the replies."""
    answers: dict[str, object] = {}
    steps = []
    for turn, text in enumerate(ANSWERS):
        answers[KEYS[turn]] = accepted(turn, text)
        steps.append({"text": text, "expect": reply_after(turn, answers)})
    return steps


def echoed() -> list[dict[str, str]]:
    """A round of typed texts, with their echoes."""
    return [{"text": text, "expect": f"[echo] {text}"} for text in ANSWERS]


BUTTONS = (
    ("walk", "sleep", "friends", "music", "work", "none"),
    ("meeting", "news", "traffic", "noise", "work", "none"),
    *(tuple(str(number) for number in range(11)) for _ in SCORES),
    ("yes", "partly", "no"),
    ("nothing today",),
)
TAPS = ("walk", "meeting", "7", "5", "8", "yes", "nothing today")


def keyboard(turn: int) -> list[list[tuple[str, str]]]:
    """The rows of buttons under the question of a turn: label and data of each."""
    row = [(label, f"{turn}:{label}") for label in BUTTONS[turn]]
    return [row[start : start + 6] for start in range(0, len(row), 6)]


def tapped() -> list[dict[str, str]]:
    """A round of taps. It begins with the first question on the screen; the last tap shows it again in its place."""
    answers: dict[str, object] = {}
    steps = []
    for turn, value in enumerate(TAPS):
        answers[KEYS[turn]] = accepted(turn, value)
        text = reply_after(turn, answers)
        steps.append({"tap": f"{turn}:{value}", "expect": text if turn < TURNS - 1 else f"{text}\n\n{QUESTIONS[0]}"})
    return steps


def scripts() -> dict[str, str]:
    """Every conversation of the peers as a JSON text, by name."""
    opening = [{"text": "/checkin", "expect": QUESTIONS[0]}]
    found = {"peer-typed": ([], typed()), "peer-echo": ([], echoed()), "peer-taps": (opening, tapped())}
    return {name: json.dumps({"opening": before, "round": steps}) for name, (before, steps) in found.items()}
