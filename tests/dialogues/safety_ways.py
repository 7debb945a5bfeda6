"""Twelve ways in which the same words are typed: what a phone, a hurry, a habit or a wish to hide makes of a line.

Each is a function of the line alone: its choices are drawn with the line as seed, so every run sees the same.
"""

import random
import re
from collections.abc import Callable

ACCENTS = str.maketrans("eoiau", "éöïáü")
CHAT = {
    "niet": "nie",
    "ik": "k",
    "mijn": "mn",
    "gewoon": "gwn",
    "dat": "da",
    "het": "t",
    "alsjeblieft": "aub",
    "mezelf": "mezelf",
    "even": "ff",
    "want to": "wanna",
    "going to": "gonna",
    "you": "u",
    "because": "cuz",
    "please": "pls",
    "to": "2",
    "tonight": "2nite",
    "really": "rly",
}
DIARY = (
    "Vandaag rustig begonnen, eerst koffie en toen de mail. Om tien uur overleg met Karin over de planning. ",
    "Daarna een rondje met de hond, het was koud maar droog. Lunch thuis. Mijn hoofd was vol en ik ging even liggen. ",
    "In de middag nog een uurtje aan het rapport gewerkt, dat ging wel. De kinderen waren om vier uur thuis. ",
    "Slow start, then two hours of work and a walk. The meeting was long. My neck hurts from the screen. ",
)
LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _drawn(line: str) -> random.Random:
    return random.Random(line)


def _typo(line: str) -> str:
    """One slip of the finger in one word of five letters or more: in a shorter one it often makes another word."""
    drawn, words = _drawn(line), [word for word in LONG_WORD.finditer(line) if len(word[0]) > 4]
    if not words:
        return line
    word = drawn.choice(words)
    at = word.start() + drawn.randrange(1, len(word[0]) - 1)
    slip = drawn.choice(("swap", "drop", "twice"))
    if slip == "swap":
        return line[:at] + line[at + 1] + line[at] + line[at + 2 :]
    return line[:at] + line[at + 1 :] if slip == "drop" else line[:at] + line[at] + line[at:]


def _newlines(line: str) -> str:
    drawn = _drawn(line)
    return re.sub(" ", lambda _: drawn.choice(" \n"), line)


def _emoji(line: str) -> str:
    drawn = _drawn(line)
    return "😔 " + re.sub(r"(?<=\w) (?=\w)", lambda _: drawn.choice((" ", " ", " 😭 ")), line) + " 💔🙏"


def _doubled(line: str) -> str:
    drawn = _drawn(line)
    return re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] * drawn.choice((1, 2, 4)), line)


def _split(line: str) -> str:
    """One word of four letters or more, its letters apart."""
    drawn, words = _drawn(line), list(LONG_WORD.finditer(line))
    if not words:
        return line
    word = drawn.choice(words)
    return line[: word.start()] + drawn.choice(" .-").join(word[0]) + line[word.end() :]


def _missing(line: str) -> str:
    """No marks at all, and a space forgotten behind "ik" or "I": "ikwil", "Iwant"."""
    drawn, plain = _drawn(line), re.sub(r"[^\w\s]", "", line)
    spaces = [short.end() - 1 for short in re.finditer(r"\b(?:ik|i) (?=\w)", plain, re.I)]
    if not spaces:
        return plain
    at = drawn.choice(spaces)
    return plain[:at] + plain[at + 1 :]


def _chat(line: str) -> str:
    short = line.lower()
    for typed, meant in CHAT.items():
        short = re.sub(rf"\b{typed}\b", meant, short)
    return short.replace("'", "")


def _diary(line: str) -> str:
    drawn = _drawn(line)
    before, after = ("".join(drawn.choices(DIARY, k=8)) for _ in range(2))
    return f"{before}{line}{'' if line[-1] in '.!?' else '.'} {after}"


WAYS: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "with accents": lambda line: line.translate(ACCENTS),
    "with a slip of the finger": _typo,
    "over several lines": _newlines,
    "with emoji": _emoji,
    "in quotes": lambda line: f"“{line.replace(chr(39), '’')}”",
    "with letters doubled": _doubled,
    "with the letters of a word apart": _split,
    "with invisible characters": lambda line: "\u200b".join(line) + "\u00ad",
    "without marks, a space forgotten": _missing,
    "in chat spelling": _chat,
    "inside a long diary": _diary,
}

#: Before a line; and after it, where the line's own mark at the end is left out.
IDIOMS_BEFORE = (
    "Ik ben doodmoe. ",
    "I'm dead tired and my back is killing me. ",
    "De deadline is morgen, ik lach me dood. ",
)
IDIOMS_AFTER = (". Ik verveel me dood.", ", lach me dood", ". I'm dying for a coffee.")
