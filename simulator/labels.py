"""What a person understands a button to mean, from its label alone, in Dutch and English. The one table to keep up.

People have never seen what is behind a button. A label that fits nothing here means nothing to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

#: Meaning: the beginnings of labels that say so. The longest beginning that fits wins.
EMPLOYEE: dict[str, tuple[str, ...]] = {
    # the welcome
    "who": ("wie ziet wat", "who sees what"),
    "not_now": ("nu niet", "niet nu", "not now"),
    "go_on": ("verder", "continue", "go on"),
    "buttons": ("liever alleen knoppen", "ik gebruik liever", "i'd rather use buttons"),
    "agree": ("ja, dat is goed", "yes, that's fine"),
    "ask_first": ("eerst een vraag", "first ask", "stel "),
    "refuse": ("nee", "no"),
    "other_time": ("andere tijd", "een andere tijd", "another time"),
    "weekdays": ("ma-vr", "ma t/m vr", "mon-fri"),
    "own_days": ("mijn werkdagen", "my working days"),
    "type_days": ("zelf kiezen", "choose myself"),
    # the plan
    "plan_yes": ("ja, zo is het", "ja, dat is wat", "ja, dit is wat", "ja, dit hebben we", "yes, that's what we"),
    "plan_no": ("nee, bel", "no, call"),
    # the check-in
    "later": ("later vandaag", "later today"),
    "skip": ("sla over", "overslaan", "skip"),
    "back": ("terug", "back"),
    "enough": ("dit was het", "dat was het", "that's all for today"),
    "ready": ("klaar", "done"),
    "nothing": ("niets", "nothing", "geen van", "none of", "ik weet het", "i don't know yet"),
    "anyway": ("toch verder", "toch doorgaan", "go on anyway"),
    "now": ("liever nu", "ik doe het liever nu", "toch liever nu", "i'd rather do it now"),
    "off": ("ziek", "ill, on leave"),
    "full": ("helemaal", "fully"),
    "partly": ("voor een deel", "deels", "gedeeltelijk", "partly"),
    "not": ("niet gedaan", "not done"),
    "correct": ("iets verbeteren", "iets aanpassen", "iets wijzigen", "iets corrigeren", "correct something"),
    "write": ("in mijn dagboek", "iets in mijn dagboek", "ik wil er iets over", "write in my", "i'd like to write"),
    "today": ("check-in van vandaag", "de check-in van vandaag", "check-in of today"),
    # a report to the occupational physician
    "show_me": ("laat zien", "show me", "show what"),
    "send_this": ("verstuur dit", "send this"),
    "myself": ("ik neem zelf contact", "i contact them myself"),
    "take_back": ("haal mijn melding", "take my report"),
    "contacted": ("ja, dat is gedaan", "yes, that's done"),
    # own words
    "can_wait": ("het kan wachten", "it can wait"),
    "only_write": ("alleen opschrijven", "only write it down"),
    "discuss": ("bespreken met", "discuss it with"),
    "own_words": ("eigen woorden toevoegen", "add my own words"),
    "new_sign": ("signaal toevoegen", "add a sign"),
    "own_people": ("mijn eigen mensen", "my own people"),
    "add_somebody": ("iemand toevoegen", "add somebody"),
    "write_down": ("opschrijven", "nog iets opschrijven", "write down", "write down more"),
    "prepare": ("voorbereiden met vier", "prepare it with four"),
    "other_tasks": ("andere taken", "other tasks"),
    "stop_talk": ("stop dit gesprek", "stop this conversation"),
    # silence, safety, stop
    "three_days": ("drie dagen", "three days"),
    "just_on": ("gewoon doorgaan", "gewoon verder", "just go on"),
    "misread": ("ik bedoelde", "i meant"),
    "stop": ("ja, stop", "ja, ik stop", "yes, stop"),
    "stay": ("nee, ga", "nee, ik ga", "nee, door", "nee, verder", "nee, niet stoppen", "no, go on"),
    "again": ("opnieuw beginnen", "begin opnieuw", "weer beginnen", "start again"),
    # settings and pause
    "time": ("tijd", "time"),
    "days": ("dagen", "days"),
    "zone": ("tijdzone", "time zone"),
    "language": ("taal", "language"),
    "only_buttons": ("alleen knoppen", "buttons only"),
    "typing_on": ("typen aan", "zet typen", "weer typen", "switch typing on"),
    "pause": ("even pauze", "een pauze", "pauze van", "a pause"),
    "end_pause": ("pauze stoppen", "pauze beëindigen", "stop de pauze", "de pauze", "end the pause"),
    "one_day": ("1 dag", "1 day"),
    "some_days": ("3 dagen", "3 days"),
    "one_week": ("1 week",),
    "two_weeks": ("2 weken", "2 weeks"),
}  # fmt: skip
COACH: dict[str, tuple[str, ...]] = {
    "right": ("ja, dat is", "ja, dit is", "yes, that's"),
    "wrong": ("nee", "no"),
    "register": ("ja, voer", "ja, invoeren", "ja, leg", "ja, registreer", "ja, vastleggen", "yes, register"),
    # the way through /plan
    "new_plan": ("nieuw plan", "new plan"),
    "weekly": ("per week",),
    "daily": ("per dag", "per day"),
    "nine_weeks": ("negen weken", "nine weeks"),
    "full_hours": ("alle uren", "all hours"),
    "own_steps": ("eigen stappen", "own steps"),
    "none": ("geen", "none"),
    "at_the_end": ("aan het einde", "at the end"),
    "as_template": ("zoals in het schema", "as the template"),
    "one_week": ("1 week",),
    "two_weeks": ("2 weken", "2 weeks"),
    "told": ("ja, sinds", "yes, since"),
    "not_told": ("nog niet", "not yet"),
    "both": ("allebei", "both"),
    "consult": ("consult",),
    "evaluation": ("evaluatie vastleggen", "record an evaluation"),
    "extra": ("het was een extra", "it was an extra"),
    "stands": ("het plan blijft staan", "the plan stands"),
    "plan": ("plan invoeren", "een plan invoeren", "plan registreren", "register a plan"),
    "link": ("nieuwe link", "new link"),
    "read": ("gelezen", "ik heb dit gelezen", "i have read"),
    "met": (
        "ik heb gebeld", "ik heb de", "ik neem contact", "dat is gedaan", "gezien", "we hebben", "de vraag is",
        "i have called", "i contact", "that's done", "i've seen", "we have", "the question is",
    ),
    "logbook": ("logboek", "logbook"),
    # to a client, in person
    "write_to": ("schrijf", "write to"),
    "take_over": ("neem het gesprek over", "take over"),
    "give_back": ("geef het terug", "give it back"),
    "away": ("ik ben straks afwezig", "i'm going to be away"),
}  # fmt: skip
PHYSICIAN: dict[str, tuple[str, ...]] = {
    "read": ("lezen", "read"),
    "stands": ("plan kan doorgaan", "het plan kan doorgaan", "the plan can go on"),
    "known": ("al bekend", "bekend", "known"),
    "invites": ("nodigt uit", "invites"),
    "advises": ("advies", "advice"),
    "stop": ("nu stoppen", "stop now"),
    "weeks": ("2 weken", "4 weken", "6 weken", "8 weken", "2 weeks", "4 weeks", "6 weeks", "8 weeks"),
    "leeway": ("regelruimte", "leeway"),
    "tasks": ("andere taken", "other tasks"),
    "sure": ("ja, nu stoppen", "ja, stop", "yes, stop"),
    "take_away": ("samenvatting weghalen", "haal de samenvatting", "neem de samenvatting", "take the summary"),
}  # fmt: skip
ROLES = {"employee": EMPLOYEE, "coach": COACH, "physician": PHYSICIAN}
#: Labels whose meaning lies elsewhere than in their beginning.
SHAPES = (
    ("clock", re.compile(r"\d\d:\d\d")),
    ("score", re.compile(r"\d|10")),
    ("as_agreed", re.compile(r".*(volgens afspraak|zoals afgesproken|als afgesproken|as agreed).*")),
    ("hours", re.compile(r"[\d.,½¼¾ ]+(uur|uren|hours?)")),
    ("place", re.compile(r"[A-Z]\w+/\w+")),
    (
        "call",
        re.compile(r"(ik wil .* spreken|laat .* mij bellen|let .* call me|i('d like| want) to (speak|talk).*)", re.I),
    ),
)
MARKS = "✓•· "
SCALE = frozenset(str(number) for number in range(11))


@cache
def meaning(label: str, role: str = "employee") -> str:
    """What a label says to an employee, a coach or a physician; empty when it says nothing to them."""
    bare = label.lstrip(MARKS)
    for name, shape in SHAPES:
        if shape.fullmatch(bare):
            return name
    said, best, found = bare.casefold(), 0, ""
    for name, beginnings in ROLES[role].items():
        for beginning in beginnings:
            if len(beginning) > best and _begins(said, beginning):
                best, found = len(beginning), name
    return found


def _begins(said: str, beginning: str) -> bool:
    """Whole words only: "no" is not the beginning of "noise"."""
    return said.startswith(beginning) and not said[len(beginning) : len(beginning) + 1].isalnum()


def is_scale(labels: Iterable[str]) -> bool:
    """Whether these labels hold a whole scale from 0 to 10."""
    return {label.lstrip(MARKS) for label in labels} >= SCALE
