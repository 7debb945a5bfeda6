"""The commands of each role, in Dutch and English; both languages' names always work."""

import re
from dataclasses import dataclass

from dialogues.suggestions import N_
from dialogues.words import Words


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command: what it asks, its names by language (the first is shown in that language's menu), its description."""

    what: str
    nl: str
    en: str
    about: str
    menu: bool = True


CLIENT = (
    Command(what="checkin", nl="checkin", en="checkin", about=N_("Today's check-in")),
    Command(what="plan", nl="plan", en="plan", about=N_("Your plan and this week's step")),
    Command(what="hours", nl="uren", en="hours", about=N_("Note hours for today or an earlier day")),
    Command(what="diary", nl="dagboek", en="diary", about=N_("Read and add to your diary")),
    Command(what="look_back", nl="terugblik", en="lookback", about=N_("Your last two weeks")),
    Command(what="signs", nl="signalen", en="signs", about=N_("Your early signs, and what you do then")),
    Command(what="call", nl="belmij", en="callme", about=N_("Ask your coach to call you")),
    Command(what="complaint", nl="klacht", en="complaint", about=N_("Something bothers you")),
    Command(what="doctor", nl="arts", en="doctor", about=N_("My doctor says something else")),
    Command(what="physician", nl="bedrijfsarts", en="physician", about=N_("A report to the occupational physician")),
    Command(what="leeway", nl="regelruimte", en="leeway", about=N_("What leeway your plan has left")),
    Command(what="evaluation", nl="evaluatie", en="evaluation", about=N_("Prepare an evaluation, or ask for one")),
    Command(what="disturbance", nl="storing", en="disturbance", about=N_("Something is going on at work")),
    Command(what="pause", nl="pauze", en="pause", about=N_("A pause from check-ins")),
    Command(what="settings", nl="instellingen", en="settings", about=N_("Time, days and other settings")),
    Command(what="language", nl="taal", en="language", about=N_("Nederlands or English")),
    Command(what="privacy", nl="privacy", en="privacy", about=N_("What is kept and who sees it")),
    Command(what="my_data", nl="mijngegevens", en="mydata", about=N_("A copy of everything that is kept of you")),
    Command(what="who_looked", nl="wiekeek", en="wholooked", about=N_("Who looked at your details, when and why")),
    Command(what="consents", nl="toestemmingen", en="consents", about=N_("What you consent to, one by one")),
    Command(what="erase", nl="wissen", en="erase", about=N_("Have everything erased")),
    Command(what="emergency", nl="nood", en="emergency", about=N_("Numbers to call when you are in danger")),
    Command(what="stop", nl="stop", en="stop", about=N_("Stop with Trede")),
    Command(what="help", nl="help", en="help", about=N_("What you can do here")),
    Command(what="correct", nl="verbeteren", en="correct", about="", menu=False),
    Command(what="start", nl="start", en="start", about="", menu=False),
)

COACH = (
    Command(what="clients", nl="clienten", en="clients", about=N_("Your clients, a line each")),
    Command(what="logbook", nl="logboek", en="logbook", about=N_("A client's last weeks")),
    Command(what="plan", nl="plan", en="plan", about=N_("Record what was agreed about a plan")),
    Command(what="invite", nl="uitnodigen", en="invite", about=N_("Invite a client, or make a new link")),
    Command(what="deputy", nl="vervanging", en="deputy", about=N_("Who stands in for you, and your leave")),
    Command(what="settings", nl="instellingen", en="settings", about=N_("Working days, summary, language")),
    Command(what="language", nl="taal", en="language", about=N_("Nederlands or English")),
    Command(what="cancel", nl="annuleren", en="cancel", about=N_("Stop what you were entering")),
    Command(what="emergency", nl="nood", en="emergency", about=N_("Numbers to call when you are in danger")),
    Command(what="help", nl="help", en="help", about=N_("What you can do here")),
    Command(what="start", nl="start", en="start", about="", menu=False),
)

PHYSICIAN = (
    Command(what="cases", nl="meldingen", en="reports", about=N_("Reports that are open")),
    Command(what="settings", nl="instellingen", en="settings", about=N_("Notices and language")),
    Command(what="language", nl="taal", en="language", about=N_("Nederlands or English")),
    Command(what="emergency", nl="nood", en="emergency", about=N_("Numbers to call at danger to life")),
    Command(what="help", nl="help", en="help", about=N_("What can be done here")),
    Command(what="start", nl="start", en="start", about="", menu=False),
)

FACILITATOR = (
    Command(what="clients", nl="clienten", en="clients", about=N_("Whom you facilitate, and since when")),
    Command(what="language", nl="taal", en="language", about=N_("Nederlands or English")),
    Command(what="emergency", nl="nood", en="emergency", about=N_("Numbers to call when you are in danger")),
    Command(what="help", nl="help", en="help", about=N_("What you can do here")),
    Command(what="start", nl="start", en="start", about="", menu=False),
)

STRANGER = (
    Command(what="help", nl="help", en="help", about=N_("What you can do here")),
    Command(what="emergency", nl="nood", en="emergency", about=N_("Numbers to call when you are in danger")),
)


#: Typed words that ask for a talk with the coach, whatever is open (issue: "I want to talk to my coach" at any moment).
CALL_ME = frozenset(
    {
        "bel mij", "bel me", "wil je me bellen", "laat mijn coach bellen", "laat mijn coach mij bellen",
        "kan mijn coach mij bellen", "kan mijn coach me bellen", "kan mijn coach bellen", "mag mijn coach mij bellen",
        "ik wil mijn coach spreken", "ik wil met mijn coach praten", "ik wil praten met mijn coach",
        "kan ik mijn coach spreken", "mag ik mijn coach spreken",
        "call me", "please call me", "can my coach call me", "let my coach call me", "i want to speak to my coach",
        "i want to talk to my coach", "i'd like to talk to my coach", "can i talk to my coach",
    }
)  # fmt: skip
MY_COACH = re.compile(r"\b(mijn|my) coach\b")


def asks_call(text: str, coach: str) -> bool:
    """Whether these words ask for a talk with the coach, who may be named."""
    said = " ".join(text.casefold().replace("\u2019", "'").rstrip(" .?!").split())
    if coach and (name := coach.casefold()) in said:
        said = re.sub(rf"\b{re.escape(name)}\b", "my coach", said)
    return MY_COACH.sub("@", said) in ASKED


ASKED = frozenset(MY_COACH.sub("@", words) for words in CALL_ME)


def named(text: str, commands: tuple[Command, ...]) -> str | None:
    """What a text asks: a command's `what`, "unknown" for a command that doesn't exist, None when it is no command."""
    if not text.startswith("/"):
        return None
    parts = text[1:].split(maxsplit=1)
    word = parts[0].split("@")[0].casefold() if parts else ""
    return next((c.what for c in commands if word in {c.nl, c.en}), "unknown")


def payload(text: str) -> str:
    """What stands behind a command: the token of a deep link's `/start TOKEN`."""
    parts = text.split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""


def of_role(role: str) -> tuple[Command, ...]:
    """The commands of a professional, by their role: coach, physician or facilitator."""
    return {"physician": PHYSICIAN, "facilitator": FACILITATOR}.get(role, COACH)


def menu(commands: tuple[Command, ...], words: Words) -> tuple[tuple[str, str], ...]:
    """The command menu of a language: (name, description) pairs."""
    return tuple(
        (command.nl if words.language == "nl" else command.en, words._(command.about))
        for command in commands
        if command.menu
    )
