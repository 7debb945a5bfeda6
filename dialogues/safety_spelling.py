"""How people spell in a chat, and what they mean (R22): short forms, known slips, words split or starred out.

The tables are for people to read and correct.
"""

from __future__ import annotations

import re
from typing import Final

# Chat spelling and known slips; each is read as what stands behind it.
READ_AS: Final = {
    "zelfmoort zelfmoor zelfmoordt zelmoord zefmoord zelfmood zelfmrood zlefmoord zelfmoodr zelvmoord": "zelfmoord",
    "zelfmoortgedachten zelfmoordgedagten zelfmoordgedachtes": "zelfmoordgedachten",
    "suiside suiciede sucide suicde suicied suecide suisside suicid sucidie suizide siucide": "suicide",
    "suisidal sucidal suicidle suicidial suecidal suicidall suicidial suicidale suicidaal": "suicidal",
    "nie ni nt neit nit niett": "niet",
    "leve leevn leeve lefen lven levn": "leven",
    "doot doodd dod dooood": "dood",
    "wll wik wl will": "wil",
    "k ikk ikke": "ik",
    "kwil ikwil": "ik wil",
    "kben": "ik ben",
    "ikkan": "ik kan",
    "kzou": "ik zou",
    "kga": "ik ga",
    "kgaan": "ik gaan",
    "der": "er",
    "kheb": "ik heb",
    "kwou": "ik wou",
    "kzie": "ik zie",
    "kzal": "ik zal",
    "kweet": "ik weet",
    "kdenk": "ik denk",
    "khoop": "ik hoop",
    "kspring": "ik spring",
    "nimeer niemeer nimer niemer nietmeer": "niet meer",
    "nooitmeer": "nooit meer",
    "goan goa": "gaan",
    "zelfmoordt": "zelfmoord",
    "mn mijne": "mijn",
    "mijself meself mezelve mijzelf mzelf mezelfs mezellf mijzelve mijnzelf mnzelf meself": "mezelf",
    "gwn gwoon": "gewoon",
    "nooi noit": "nooit",
    "meerr mer meeer": "meer",
    "wakkr wakkerr": "wakker",
    "myslef mysef mysself mself": "myself",
    "kil kll killl": "kill",
    "dnt donot": "dont",
    "cnt cannot": "cant",
    "wnt wan": "want",
    "wana wnna": "wanna",
    "anymor nomore anymoer": "anymore",
    "dieing dyin": "dying",
    "liv lve": "live",
    "suide": "suicide",
    "suidal suidaal": "suicidal",
    "melf": "mezelf",
    "beidigen": "beeindigen",
    "alwys": "always",
    "suicidality": "suicidal",
    "overdosi overdossis": "overdosis",
}

# What a slip makes of these is a word of its own; it is only read as them in a phrase of three words or more.
MISTYPED: Final = {
    "leven": "leen lee",
    "niet": "net nit",
    "doen": "don den done",
    "dood": "doo dod",
    "wakker": "waker",
    "einde": "eind einden ende",
    "zonder": "zoder",
    "hoef": "hoe",
    "alles": "alls",
    "touw": "tow tuw",
    "life": "lief lie lif",
    "live": "lie liv lieve",
    "alive": "alie alve",
    "dead": "dad ded",
    "died": "did",
    "want": "wat wan wnt",
    "wish": "wih",
    "hope": "hoe",
    "here": "hee heer",
    "hurt": "hut",
    "never": "neer nerve",
    "over": "oer ovr",
    "stop": "sop",
    "world": "word",
    "head": "hed",
    "doing": "ding",
}

# In single spelling these would be another word ("oom" is not "om", "en" is not "een"):
# each is first read as a word that stays apart.
APART: Final = {"en": "plus", "oom": "uncle", "zoon": "son", "boss": "leidinggevende", "mee": "samen", "zee": "kust"}

# Two words that are one.
JOINED: Final = """
zelf moord|moort
zelf doding
zelf beschadiging
dood gaan|gaat|ga
dood zijn
me|mij|mijn|mn|my zelf|self
my self
any more
no one
some one
don|didn|won|isn|wasn|aren|couldn|wouldn|doesn t
can t
af maken
aan doen
"""

# With stars in between they are still these.
CENSORED: Final = "dood zelfmoord suicide suicidal kill killing die dying dead death hang cut moord vermoorden sterven"


def squeezed(words: str) -> str:
    """`words` with each run of a letter as one letter: "doooood" and "dood" are then the same, and so is "dod"."""
    return "".join((_PLAIN_RUN if words.isascii() else _RUN).split(words))


def spelled(word: str) -> str:
    """What is meant by a word in chat spelling (in single spelling); itself when it is none that is known."""
    return _READ_AS.get(word, word)


def uncensored(word: str) -> str:
    """The word that stands behind "d**d" or "k*ll"; `word` without its stars if it is none of the known ones."""
    head, *_, tail = word.split("*")
    known = (known for known in _CENSORED if known.startswith(head) and known.endswith(tail))
    return next(known, word.replace("*", ""))


_RUN: Final = re.compile(r"([^\W\d_])\1+")
_PLAIN_RUN: Final = re.compile(r"([A-Za-z])\1+")  # the same, sooner
_READ_AS: Final = {squeezed(typed): squeezed(meant) for row, meant in READ_AS.items() for typed in row.split()}
_CENSORED: Final = tuple(map(squeezed, CENSORED.split()))
