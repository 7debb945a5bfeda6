"""What the client reads: every text that the machines name is there, in both languages, fit to send and kind."""

import ast
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from dialogues import checkin_buttons, commands, consents, lookback, phrases, signal, strangers, suggestions, taps
from dialogues.catalogues import FORBIDDEN
from dialogues.prompt import CLIENT_TEXTS, Message, Page
from dialogues.texts import WRITERS
from dialogues.words import LANGUAGES, words
from state_machines import ending, menu, papers, plan, plan_templates, questions
from state_machines.case import Sign
from state_machines.consents import KEEP
from state_machines.files import Answer, Client, Day, Request
from state_machines.welcome import STAGES

MACHINES = Path(__file__).parents[2] / "state_machines"
DESK = {path.name for pattern in ("desk*.py", "physician*.py", "facilitator*.py") for path in MACHINES.glob(pattern)}
DESK |= {"deputies.py", "deputy_acts.py", "removing.py"}
RECIPES = {
    "end.kept",
    "rights.looks",
    "rights.copy",
    "rights.copy_json",
    *(f"menu.{name}" for name in menu.RECIPES),
    *(f"paper.{kind}" for kind in papers.KINDS),
    "paper.sheet",
}
#: The families of names that the machines make with an f-string, and all their members.
FAMILIES = {
    "welcome.": STAGES,
    "menu.": (*menu.PAGES, *menu.RECIPES),
    "safety.": ("call", "misread", "better"),
    "leeway.": ("prepare", "together"),
    "paper.": papers.KINDS,
    "end.": (*ending.WAYS, *ending.RHYTHMS, "keep", "erase"),
    "stale.": ("checkin", "plan", "welcome", "menu"),
}

TODAY = date(2026, 11, 25)  # a Wednesday
NOW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
HOSTILE = "<b>{name}</b> {} %s مرحبا 😀" * 150

# --- the files that texts are written from ------------------------------------------------------------------------


def made_plan(start: date = date(2026, 11, 16), **changes: object) -> plan.Plan:
    return plan_templates.weekly(
        goal=str(changes.get("goal", "weer 32 uur in mijn eigen werk")),
        contract_hours=Decimal(32),
        start=start,
        weekdays=(1, 2, 4, 5),
        tasks=changes.get("tasks", ("post openen", "facturen nakijken")),  # type: ignore[arg-type]
        supervisor=str(changes.get("supervisor", "Karin")),
        parties=("client", "supervisor", "coach"),
        registered=date(2026, 11, 10),
    )


PLAN = made_plan()
LATER_PLAN = made_plan(date(2026, 12, 7))


def answer(question: str, number: object = None, *items: str, skipped: bool = False) -> Answer:
    worth = None if number is None else Decimal(str(number))
    return Answer(question=question, at=NOW, number=worth, words=items, skipped=skipped)


def client(**changes: object) -> Client:
    kept = {
        "id": "c1",
        "name": "Sam",
        "coach": "p1",
        "coach_name": "Anna",
        "coach_days": (1, 3),
        "journey": "coaching",
        "coaching_since": date(2026, 11, 16),
        "day": Day(date=TODAY),
        "next_checkin": TODAY + timedelta(days=1),
    }
    return Client(**{**kept, **changes})  # type: ignore[arg-type]


def with_plan(**changes: object) -> Client:
    return client(**{"versions": (PLAN,), "agreed": PLAN.digest(), **changes})


FULL = Day(
    date=TODAY,
    state="asking",
    asked=True,
    working=True,
    planned=Decimal("2.5"),
    closes_week=2,
    answers=(
        answer("energy", "6.5"),
        answer("giver", None, "Koffiepauze", "zingen"),
        answer("drainer"),
        answer("hours", 2),
        answer("tasks", None, "post openen"),
        answer("step", None, "not"),
        answer("progress", 6),
        answer("pleasant", None, "De zon scheen."),
        answer("complaint", 8),
    ),
)
STATES = ("resting", "prompted", "snoozed", "asking", "short", "done")
NOTES = ("", "nudge", "snoozed", "no_snooze", "corrected", "out_of_range", "words", "long")
LONG_DAY = replace(FULL, answers=tuple(replace(a, words=(HOSTILE,) * 12 if a.words else ()) for a in FULL.answers))


TWO_WEEKS = Request(kind="evaluation", why="lag", on=TODAY)
TOPIC = Request(kind="topic", why="asked", on=TODAY, words="Mijn plek.\nDe mail.")


def hostile() -> Client:
    """Everything that people can type, as long and as odd as it comes."""
    odd = made_plan(goal=HOSTILE, tasks=(HOSTILE,) * 8, supervisor=HOSTILE)
    many = (HOSTILE,) * 12
    return client(
        name=HOSTILE,
        coach_name=HOSTILE,
        versions=(odd,),
        agreed=odd.digest(),
        givers=many,
        drainers=many,
        signs=tuple(Sign(sign=f"{n} {HOSTILE}", answer=HOSTILE) for n in range(12)),
        contacts=many,
        requests=(TWO_WEEKS, replace(TOPIC, words=HOSTILE)),
        prepared=(HOSTILE,) * 4,
        day=replace(LONG_DAY, at="progress"),
        window=tuple(replace(LONG_DAY, date=TODAY - timedelta(days=n)) for n in range(1, 14)),
    )


SAMPLES = {
    "invited": client(journey="invited", day=None, next_checkin=None, coaching_since=None),
    "claimed": client(journey="claimed", day=None, next_checkin=None, coaching_since=None),
    "welcome": client(journey="welcome", stage="hello", day=None, next_checkin=None, coaching_since=None),
    "without a plan": client(),
    "with a plan": with_plan(day=replace(FULL, at="giver"), contacts=("Mam", "Joost")),
    "before the plan": client(versions=(LATER_PLAN,), agreed=LATER_PLAN.digest()),
    "after the plan": with_plan(day=Day(date=date(2027, 3, 1))),
    "a draft": client(versions=(PLAN,)),
    "a draft, not doable": client(versions=(PLAN,), doable=Decimal(4)),
    "a draft, doable": client(versions=(PLAN,), doable=Decimal(8)),
    "a plan and a draft": with_plan(versions=(PLAN, LATER_PLAN)),
    "buttons only": with_plan(buttons_only=True, day=replace(FULL, at="pleasant")),
    "an open diary": client(diary_open=True),
    "no days": client(checkin_days=(), coach_days=(), next_checkin=None),
    "paused": client(journey="paused", paused_until=TODAY + timedelta(days=3)),
    "left": client(journey="left", day=None, next_checkin=None),
    "a lag": with_plan(requests=(TWO_WEEKS, TOPIC), prepared=("Goed.", "", "Meer pauzes.", "")),
    "an evaluation asked": with_plan(requests=(replace(TWO_WEEKS, why="asked"),), buttons_only=True),
    "early signs": with_plan(signs=(Sign(sign="Kort lontje", answer="Even naar buiten."), Sign(sign="Hoofdpijn"))),
    "week read": with_plan(week_read=True, day=Day(date=TODAY, state="prompted", asked=True, at="energy")),
}
VALUES: dict[str, object] = {"week": 2, "day": TODAY, "number": 1, "digest": PLAN.digest(), "most": 14}
VALUES |= {"sign": "Hoofdpijn"}


def page(file: Client, language: str = "nl", **values: object) -> Page[Client]:
    return Page(file=file, values={**VALUES, **values}, words=words(language))  # type: ignore[arg-type]


def said(name: str, file: Client, language: str = "nl", **values: object) -> Message:
    return CLIENT_TEXTS[name](page(file, language, **values))


def checkin(day: Day, language: str = "nl", note: str = "", **changes: object) -> Message:
    return said("checkin", with_plan(day=day, **changes), language, note=note)


def data(message: Message) -> list[str]:
    return [button.data for row in message.rows for button in row]


def labels(message: Message) -> list[str]:
    return [button.label for row in message.rows for button in row]


def fit_to_send(message: Message) -> None:
    assert message.text.strip()
    assert phrases.size(message.text) <= 4096
    for row in message.rows:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.label.strip()
            assert phrases.size(button.label) <= 64
            assert bool(button.data) != bool(button.url)
            assert len(button.data.encode()) <= taps.MOST_BYTES


def well_said(message: Message, language: str) -> None:
    fit_to_send(message)
    text = "\n".join((message.text, *labels(message)))
    assert not re.search(r"[{}]|\bNone\b(?! of)|\bDecimal\b|  +\S*$", text)
    for word in (*FORBIDDEN[""], *FORBIDDEN.get(language, ())):
        assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE), (word, text)


# --- every name ---------------------------------------------------------------------------------------------------


def constants(node: ast.AST) -> list[str]:
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def named_in(source: str) -> tuple[set[str], set[str]]:
    """The names that a machine says to a client: written out, or the beginning of an f-string."""
    plain, families = set(), set()
    tree = ast.parse(source)
    assigned = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        verb = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        place = {"say": 0, "begin": 0, "_saved": 1}.get(verb)
        if place is None or len(call.args) <= place:
            continue
        first = call.args[place]
        value = assigned.get(first.id, first) if isinstance(first, ast.Name) else first
        if isinstance(value, ast.IfExp):
            plain.update(constants(value.body) + constants(value.orelse))
        elif isinstance(value, ast.JoinedStr):
            families.add(constants(value.values[0])[0])
        else:
            plain.update(constants(value))
    return plain, families


def test_every_text_that_the_machines_name_has_a_writer() -> None:
    plain, families = {"settings.saved"}, set()
    for path in MACHINES.rglob("*.py"):
        if path.name not in DESK:
            here, made = named_in(path.read_text())
            plain, families = plain | here, families | made
    assert families == set(FAMILIES)
    every = plain | {family + member for family in families for member in FAMILIES[family]}
    assert len(every) > 50
    assert every - RECIPES - CLIENT_TEXTS.keys() == set()
    assert WRITERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(CLIENT_TEXTS))
def test_every_text_is_fit_to_send_in_both_languages(name: str, language: str) -> None:
    for file in SAMPLES.values():
        for note in ("", "unclear", "quiet", "out_of_range"):
            for typing in (False, True):
                well_said(said(name, file, language, note=note, typing=typing), language)


@pytest.mark.parametrize("name", sorted(CLIENT_TEXTS))
def test_no_text_grows_too_long_whatever_people_typed(name: str) -> None:
    odd = hostile()
    for file in (odd, replace(odd, agreed="", doable=Decimal(3)), replace(odd, journey="left", day=None)):
        fit_to_send(said(name, file, digest=file.versions[0].digest()))


def test_dates_that_were_kept_as_text_are_read_back() -> None:
    assert said("note.opened", SAMPLES["without a plan"], day=TODAY.isoformat()).text.startswith(
        "Anna kan deze notitie van woensdag 25 november nu lezen."
    )


# --- the check-in -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [q.name for q in questions.ORDER])
def test_every_question_is_asked_in_every_state(question: str, language: str) -> None:
    for state in STATES:
        for note in NOTES:
            for bare in (False, True):
                answers = () if bare else FULL.answers
                turn = question if questions.BY_NAME[question].when(Day(date=TODAY, turn=question)) else ""
                day = replace(FULL, state=state, at=question, turn=turn, answers=answers, corrected=note == "corrected")
                for buttons_only in (False, True):
                    well_said(checkin(day, language, note, buttons_only=buttons_only), language)


@pytest.mark.parametrize("question", [q.name for q in questions.ORDER])
def test_each_question_can_be_skipped_and_left_and_gone_back_from(question: str) -> None:
    found = data(checkin(replace(FULL, at=question)))
    assert taps.move(TODAY, "skip", question) in found
    assert taps.move(TODAY, "enough") in found
    assert (taps.move(TODAY, "back") in found) == (question != questions.FIRST)


def test_a_prompt_is_neutral_on_a_lock_screen() -> None:
    health = re.compile(r"energ|klacht|complain|ziek|\bill\b|score|cijfer|dagboek|diary", re.IGNORECASE)
    for language in LANGUAGES:
        for note in ("", "nudge"):
            message = checkin(Day(date=TODAY, state="prompted", asked=True, at="energy"), language, note)
            assert not health.search(message.text.splitlines()[0])


def test_the_first_prompt_is_tone_6() -> None:
    message = checkin(Day(date=TODAY, state="prompted", asked=True, at="energy"))
    assert message.text == (
        "Hoi Sam, tijd voor je check-in.\n\nHoeveel energie heb je nu?\n0 = helemaal op, 10 = vol energie"
    )
    assert [len(row) for row in message.rows] == [6, 5, 2]
    assert labels(message)[-2:] == ["Sla over", "Later vandaag"]


def test_later_today_is_offered_once_and_only_at_the_first_question_of_a_prompt() -> None:
    snooze = taps.move(TODAY, "snooze")
    first = Day(date=TODAY, state="prompted", asked=True, at="energy")
    assert snooze in data(checkin(first))
    for other in (replace(first, snoozed=True), replace(first, at="giver"), replace(first, state="asking")):
        assert snooze not in data(checkin(other))
    assert snooze not in data(checkin(first, note="no_snooze"))


def test_a_week_that_was_read_is_one_line_in_the_prompt() -> None:
    prompt = Day(date=TODAY, state="prompted", asked=True, at="energy")
    """The line comes with the prompt that carries it, and never again (R39)."""
    told = said("checkin", with_plan(day=prompt), "nl", week_read=True)
    assert told.text.count("Anna heeft je week gelezen.") == 1
    assert "gelezen" not in checkin(prompt).text


def test_a_number_is_repeated_and_its_button_marked() -> None:
    day = Day(date=TODAY, state="asking", at="giver", answers=(answer("energy", 7),))
    assert checkin(day).text.startswith("Je energie: 7.")
    assert "• 7" in labels(checkin(replace(day, at="energy")))


def test_a_chosen_item_is_marked_and_a_tap_takes_it_back() -> None:
    day = Day(date=TODAY, state="asking", at="giver", answers=(answer("giver", None, "zingen"),))
    message = checkin(day)
    assert "✓ zingen" in labels(message)
    assert taps.drop(TODAY, "giver", "zingen") in data(message)
    assert taps.add(TODAY, "giver", "Koffiepauze") in data(message)
    assert taps.ready(TODAY, "giver") in data(message)
    assert "Klaar" in labels(message)
    assert "Niets vandaag" in labels(checkin(replace(day, answers=())))


def test_an_ordinary_day_takes_seven_taps() -> None:
    day = Day(date=TODAY, state="asking", working=True, planned=Decimal("2.5"))
    one_tap = {"energy": 1, "giver": 2, "drainer": 2, "hours": 1, "complaint": 1}
    assert set(questions.asked(day)) == set(one_tap)
    assert sum(one_tap.values()) == 7
    assert labels(checkin(replace(day, at="hours")))[0] == "2,5 uur, zoals afgesproken"
    assert "a:20261125:hours:2.5" in data(checkin(replace(day, at="hours")))


def test_hours_offered_are_never_more_than_agreed() -> None:
    for planned in ("0.25", "1", "2.5", "8"):
        day = Day(date=TODAY, state="asking", at="hours", working=True, planned=Decimal(planned))
        rows = checkin_buttons.answers(page(with_plan(day=day)), day)
        offered = [taps.read(button.data).arg(2) for row in rows for button in row]
        assert len(set(offered)) == len(offered)
        assert max(Decimal(number) for number in offered if number != "off") == Decimal(planned)


def test_the_end_of_the_week_puts_facts_before_the_question() -> None:
    monday = Day(date=date(2026, 11, 23), answers=(answer("hours", 4),))
    skipped = Day(date=date(2026, 11, 24), answers=(answer("hours", skipped=True),))
    earlier = Day(date=date(2026, 11, 19), answers=(answer("hours", 8),))
    day = Day(date=TODAY, state="asking", at="step", closes_week=2)
    text = checkin(day, window=(earlier, monday, skipped)).text
    assert "Afgesproken was 16 uur, jij noteerde 4 uur. Hoe ging de stap?" in text
    assert "noteerde" not in checkin(day, window=(earlier, skipped)).text


def test_a_step_not_done_is_met_without_reproach() -> None:
    day = replace(FULL, at="hindered", answers=(answer("step", None, "not"),))
    assert checkin(day).text == (
        "Duidelijk, de stap is deze week niet gedaan. Dat weten is nuttig: het laat zien waar het vastloopt.\n\n"
        "Je plan blijft zoals het is. Anna ziet dat de stap niet is gedaan. "
        "Wat je hier invult, gaat niet naar Karin, tenzij jij het deelt.\n\n"
        "Wat zat het meest in de weg?\nIets anders? Typ het gerust."
    )


def test_the_closing_line_refers_to_what_was_said() -> None:
    answers = (answer("hours", "2.5"), answer("energy", 6), answer("giver", None, "Koffiepauze"))
    day = Day(date=TODAY, state="done", answers=answers)
    assert checkin(day).text == (
        "Dank je. Genoteerd: 2,5 uur gewerkt, energie 6. Je noemde koffiepauze als energiegever.\n\n"
        "Tot donderdag 26 november om 16:30. Eerder iets kwijt? Typ het gerust. Anna leest op maandag 30 november."
    )


def test_what_was_not_answered_is_not_in_the_closing_line() -> None:
    text = checkin(Day(date=TODAY, state="done", answers=(answer("energy", 6),))).text
    assert "Genoteerd: energie 6." in text
    assert "uur gewerkt" not in text
    assert "0" not in text.replace("16:30", "").replace("30 november", "")


def test_a_high_score_is_heard_and_the_agreement_stands_without_but() -> None:
    day = Day(date=TODAY, state="done", high="first", answers=(answer("complaint", 8),))
    text = checkin(day).text
    assert text.startswith("Je geeft je klachten een 8. Dat is veel op één dag. Dank je dat je het zegt.\n\n")
    assert "Wat je met Karin hebt afgesproken, blijft staan." in text
    assert "maar" not in text
    again = checkin(replace(day, high="again")).text
    assert again.startswith("Een 8 vandaag. Ik heb het opgeschreven. Meer hoeft vandaag niet.")
    assert "afgesproken" not in again


def test_a_high_score_that_was_corrected_downwards_is_not_answered_as_high() -> None:
    day = Day(date=TODAY, state="done", high="first", corrected=True, answers=(answer("complaint", 3),))
    assert "Dat is veel" not in checkin(day, note="corrected").text


def test_nothing_asks_for_typing_from_who_uses_buttons_only() -> None:
    for name in (q.name for q in questions.ORDER):
        message = checkin(replace(FULL, at=name, turn=name), buttons_only=True)
        assert not re.search(r"\btyp (het|er)\b", message.text, re.IGNORECASE), name
        assert taps.ask("write") not in data(message)


# --- plan, welcome, safety ----------------------------------------------------------------------------------------


def test_the_step_message_depends_on_plan_and_date_alone() -> None:
    low = replace(FULL, answers=(answer("energy", 0), answer("complaint", 10)))
    plain, worse = with_plan(day=Day(date=TODAY)), with_plan(day=low, window=(low,), silent=7, week_read=True)
    for language in LANGUAGES:
        for week in range(1, PLAN.weeks + 1):
            assert said("week.step", plain, language, week=week) == said("week.step", worse, language, week=week)


def test_the_step_message_is_tone_15() -> None:
    assert said("week.step", with_plan(), week=2).text == (
        "Goedemorgen Sam. Week 2 van 4 van je plan.\n\n"
        "Deze week: 16 uur, ma, di, do en vr 4 uur.\nTaken: post openen, facturen nakijken.\nBij: Karin.\n\n"
        "Volgende week: 24 uur.\nEen nieuwe stap kost in het begin vaak wat meer energie."
    )


def test_a_plan_is_agreed_only_after_how_doable_it_is() -> None:
    yes, no = taps.plan(PLAN.digest(), agreed=True), taps.plan(PLAN.digest(), agreed=False)
    first = said("plan.proposal", SAMPLES["a draft"])
    picture = taps.paper("picture")
    assert data(first) == [*(taps.doable(PLAN.digest(), n) for n in range(11)), picture]
    low = said("plan.proposal", SAMPLES["a draft, not doable"])
    assert data(low) == [yes, no, picture]
    assert "Bespreek dat eerst met Anna. Je plan begint pas als jij ja zegt." in low.text
    assert "Bespreek" not in said("plan.proposal", SAMPLES["a draft, doable"]).text


def test_the_consent_that_is_hashed_is_the_text_that_is_read() -> None:
    for language in LANGUAGES:
        file = SAMPLES["welcome"]
        assert consents.text(KEEP, words(language), file) == said("welcome.consent", file, language).text


NAMELESS = (
    *("welcome.wait", "welcome.not_you", "welcome.let_go", "welcome.expired", "menu.help", "menu.privacy", "menu.stop"),
    *("menu.unknown", "menu.language", "call.asked", "stray", "safety.block", "safety.gentle", "safety.line"),
    "stale.menu",
)


def test_an_account_that_is_not_recognised_hears_no_names() -> None:
    for name in NAMELESS:
        for journey in ("invited", "claimed"):
            for language in LANGUAGES:
                message = said(name, SAMPLES[journey], language)
                assert not re.search(r"Sam\b|Anna", message.text + "".join(labels(message)))


def test_the_safety_text_gives_numbers_and_the_clients_own_people_first() -> None:
    for language in LANGUAGES:
        for name in ("safety.block", "safety.gentle", "safety.call"):
            text = said(name, SAMPLES["with a plan"], language).text
            places = [
                text.index(part)
                for part in ("Mam", "112", "113", "0800-0113", "Anna" if "call" not in name else "113.nl")
            ]
            assert places == sorted(places)
        for message in (said("safety.misread", client(), language), signal.block_for(words(language))):
            assert all(number in message.text for number in ("112", "113", "0800-0113"))


def test_the_safety_text_says_who_reads_first_and_from_when() -> None:
    """Nobody reads along live, also in office hours; on leave the deputy is named (R22, R35)."""
    assert "Let op: Anna leest niet live mee." in said("safety.block", client()).text
    later = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    at_night = said("safety.block", client(), reads=later).text
    assert "Let op: Anna leest dit misschien pas maandag 30 november om 09:00." in at_night
    on_leave = said("safety.gentle", client(), reads=later, deputy="Bram").text
    assert "Anna is er nu niet. Bram krijgt het seintje ook." in on_leave
    assert "Let op: Bram leest dit misschien pas maandag 30 november om 09:00." in on_leave


def test_how_is_it_now_is_one_plain_question_with_the_same_numbers() -> None:
    """Neutral on a lock screen; own people first; three buttons."""
    message = said("safety.now", client(contacts=("Noor",)))
    assert message.text.splitlines()[0] == "Hoi Sam. Hoe is het nu?"
    assert message.text.count("?") == 3, "it, danger, hard: nothing else is asked"
    assert message.text.index("Noor") < message.text.index("112") < message.text.index("0800-0113")
    assert [button.label for row in message.rows for button in row] == [
        "113.nl openen",
        "Laat Anna mij bellen",
        "Het gaat weer, we kunnen verder",
    ]


def test_own_people_are_offered_at_the_emergency_command_alone() -> None:
    """The three buttons of tone 26 stand alone under the fixed text of a signal."""
    for values, buttons in (({}, 3), ({"people": True}, 4)):
        assert len(said("safety.block", client(), **values).rows) == buttons


def test_one_line_is_enough_for_somebody_elses_danger() -> None:
    text = said("safety.line", client()).text
    assert text == "Als dit over jou gaat, of als je ermee zit: 113 of 0800-0113."


@pytest.mark.parametrize("name", [*strangers.TEXTS, "no such name"])
def test_a_stranger_is_told_kindly_where_they_are(name: str) -> None:
    for language in LANGUAGES:
        well_said(strangers.stranger(name, words(language)), language)


# --- the client's own pages ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Note:
    day: date
    number: int
    text: str
    edited: bool = False
    open: bool = False


def test_the_diary_shows_the_newest_last_and_counts_what_does_not_fit() -> None:
    notes = [Note(TODAY - timedelta(days=30 - n), 1, f"dag {n} " + "woord " * 60) for n in range(30)]
    message = lookback.diary(page(client()), notes)
    fit_to_send(message)
    assert message.text.rstrip().endswith("woord")
    assert "dag 29" in message.text
    assert "dag 0 " not in message.text
    assert re.search(r"nog \d+ oudere notities", message.text)
    assert data(message)[0] == taps.note(notes[-1].day, 1, opened=True)


def test_the_diary_fits_whatever_was_written() -> None:
    for language in LANGUAGES:
        odd = [Note(TODAY, n, text, edited=True, open=n % 2 == 0) for n, text in enumerate((HOSTILE, "", "😀" * 4000))]
        fit_to_send(lookback.diary(page(hostile(), language), odd))
        well_said(lookback.diary(page(client(), language), []), language)


def test_looking_back_shows_what_is_missing_as_missing() -> None:
    days = (
        Day(date=date(2026, 11, 23), asked=True),
        Day(date=date(2026, 11, 24), asked=True, answers=(answer("energy", 7), answer("giver", None, "zingen"))),
        Day(date=date(2026, 11, 1), asked=True, answers=(answer("energy", 1),)),
    )
    message = lookback.look_back(page(client(window=days)), TODAY)
    assert "ma 23 nov: – / – / –\ndi 24 nov: 7 / – / –" in message.text
    assert "Je deed één check-in." in message.text
    assert "zingen (1×)" in message.text
    assert "1 nov:" not in message.text
    fit_to_send(lookback.look_back(page(hostile()), TODAY))
    for language in LANGUAGES:
        well_said(lookback.look_back(page(client(), language), TODAY), language)


# --- small things -------------------------------------------------------------------------------------------------


def test_own_words_are_cut_by_what_telegram_counts() -> None:
    assert phrases.clipped("  een   twee\ndrie ", 40) == "een twee drie"
    for most in (1, 2, 7, 40):
        for text in ("😀" * 60, "a" * 60, HOSTILE):
            assert phrases.size(phrases.clipped(text, most)) <= most


def test_a_suggestion_inside_a_sentence_is_in_lower_case_and_own_words_stay() -> None:
    assert phrases.spoken("Koffiepauze") == "koffiepauze"
    assert phrases.spoken("I was ill or off") == "I was ill or off"
    assert phrases.spoken("Mijn Hond") == "Mijn Hond"


def test_every_suggestion_is_translated() -> None:
    for texts in suggestions.SUGGESTED.values():
        assert all(words("nl")._(text) != text for text in texts)
    assert all(words("nl")._(c.about) != c.about for c in commands.CLIENT if c.about)


def test_the_times_offered_lie_outside_the_quiet_hours() -> None:
    found = [taps.read(button).arg(0) for button in data(said("welcome.time", SAMPLES["welcome"]))]
    assert found == ["1230", "1630", "1900", "other"]
    quiet = client().quiet
    assert not any(quiet.covers(time(int(at[:2]), int(at[2:]))) for at in found if at != "other")
