"""What a coach reads: every text the desk can say, in both languages, within limits, and nothing a client wrote."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from dialogues import coach_told, overview, overview_words, phrases, preview_people, taps
from dialogues.coach_check import drawn_from
from dialogues.incoming import Incoming, IncomingKind
from dialogues.overview_weeks import adherence, weeks
from dialogues.plan_warned import refused, together
from dialogues.preview_people import AT, CLIENT_ID, FIRST_DAY, TODAY, joost, newcomer, planning, sanne
from dialogues.preview_samples import Sample, samples
from dialogues.prompt import Message, Page
from dialogues.texts import DESK_TEXTS
from dialogues.understand_desk import understand
from dialogues.words import LANGUAGES, words
from state_machines import desk, desk_picks, journey, needs
from state_machines import events as e
from state_machines.decide import decide
from state_machines.desk_act import question
from state_machines.effects import Say
from state_machines.files import Answer, Day, Invite, Need, Professional
from state_machines.plan_terms import Period
from state_machines.plan_warnings import warnings

ROOM = Path(desk.__file__).parent
RECIPES = {
    *("desk.clients", "desk.trajectory", "desk.summary", "desk.rule", "desk.messages", "desk.plan_picture"),
    "desk.deputy",
}
#: The modules whose texts a coach's desk says.
DESK = (*sorted(ROOM.glob("desk*.py")), *(ROOM / f"{name}.py" for name in ("deputies", "deputy_acts", "removing")))
TELEGRAM_UNITS, TELEGRAM_BUTTONS, TELEGRAM_BYTES = 4096, 100, 64
LONG = "😀" * 4000


def coach_samples(language: str) -> list[Sample]:
    """What coaches read; physicians have texts and buttons of their own (test_physician_texts)."""
    every = (each for group in samples(language).values() for each in group)
    return [each for each in every if isinstance(each.file, Professional) and each.file.role == "coach"]


def told(text: str, file: Professional, /, **values: object) -> Message:
    return DESK_TEXTS[text](Page(file=file, values=values, words=words(file.language)))


def labelled(message: Message) -> dict[str, str]:
    return {button.data: button.label for row in message.rows for button in row}


def fits(message: Message) -> None:
    buttons = [button for row in message.rows for button in row]
    assert 0 < phrases.size(message.text) <= TELEGRAM_UNITS
    assert len(buttons) <= TELEGRAM_BUTTONS
    assert all(button.label.strip() for button in buttons)
    assert all(button.url or 1 <= len(button.data.encode()) <= TELEGRAM_BYTES for button in buttons)


# --- every text ---------------------------------------------------------------------------------------------------


def test_every_text_that_the_desk_can_say_is_written() -> None:
    """Named in full, by plan step, or by what was asked; the recipes are drawn elsewhere."""
    code = "".join(path.read_text(encoding="utf-8") for path in DESK)
    named = set(re.findall(r'"((?:desk|stale|safety)\.[a-z_]+|stray)"', code)) - {"stale.desk:"}
    asked = {"logbook", "plan", "help", "settings", "language", "unknown", "nothing", "edited"}
    assert f"event.what in {{{', '.join(f'{chr(34)}{a}{chr(34)}' for a in ('logbook', 'plan', 'help'))}" in code
    steps = (*desk.STEPS, *desk.CHANGES, *desk.LEAVING)
    wanted = named | {question(state) for state in steps} | {f"desk.{what}" for what in asked}
    assert wanted - RECIPES <= set(DESK_TEXTS)
    coachs = {name for name in DESK_TEXTS if not name.startswith(("physician.", "facilitator."))}
    assert coachs <= wanted, "a text that nobody says"


def test_every_word_from_a_client_has_its_text_and_every_need_its_words() -> None:
    """`tell_coach("...")` anywhere, every kind of need, every state of the journey."""
    code = "".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
    whats = set(re.findall(r'tell_coach\(\s*"([a-z_]+)"', code)) | {"doable_low", "safety_call", "safety_misread"}
    assert whats <= set(coach_told.WORDS)
    assert set(overview_words.NEEDS) == set(needs.KINDS)
    assert set(overview_words.STATES) == set(journey.ALL) - {"coaching"}
    assert {word.meets for word in coach_told.WORDS.values() if word.done} <= set(needs.KINDS)
    assert (
        set(overview_words.MEETS)
        == set(coach_told.MET)
        == set(needs.KINDS)
        - {
            "plan_waits",
            "no_plan",
            "evaluation_overdue",
        }
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_fits_in_telegram(language: str) -> None:
    """Text, buttons and their data, for every sample there is."""
    for each in coach_samples(language):
        fits(each.message())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_is_understood_at_the_desk(language: str) -> None:
    """A tap on any button shown leads to an answer that isn't "I don't know that"."""
    for each in coach_samples(language):
        for row in each.message().rows:
            for button in row:
                if not button.url:
                    assert isinstance(each.file, Professional)
                    assert not answers(each.file, button.data) & {"desk.unknown", "stale.desk"}, (each, button)


def answers(file: Professional, data: str) -> set[str]:
    """The names of what the desk says to a tap; a card waits for its yes, and every client has a card."""
    cards = {card.client: replace(card, claimed=True) for card in file.clients}
    for other in (*preview_people.colleagues("nl"), sanne("nl")):
        file = file.with_card(
            cards.get(other.id) or preview_people.Card(client=other.id, name=other.name, claimed=True)
        )
    said = Incoming(at=AT, update_id=1, chat=2, kind=IncomingKind.TAP, data=data)

    def mint(coach: Professional, client: str, name: str, said: Incoming) -> e.InviteMade:
        invite = Invite(digest="d", expires=AT + timedelta(hours=72))
        return e.InviteMade(at=said.at, client=client, name=name, invite=invite, link="https://t.me/x")

    event = understand(file, said, mint)
    if isinstance(event, e.DeskPicked):
        assert event.what in desk_picks.PICKS
    return {effect.prompt.name for effect in decide(file, event).effects if isinstance(effect, Say)}


# --- inviting -----------------------------------------------------------------------------------------------------


def test_the_accounts_name_is_shown_on_one_line_and_no_longer_than_telegram_allows() -> None:
    """Shown once; a name with line breaks can't look like a line of ours."""
    message = told("desk.claim", joost("en"), client=CLIENT_ID, name="Sanne", display_name="A\n\nAll is well\n" + LONG)
    assert "A All is well" in message.text
    fits(message)


def test_a_coach_with_many_clients_still_gets_a_keyboard_that_telegram_takes() -> None:
    """Two hundred clients."""
    cards = tuple(preview_people.Card(client=f"client-{n}", name=f"Name {n}") for n in range(200))
    for name in ("desk.invite", "desk.plan", "desk.logbook"):
        fits(told(name, joost("nl", clients=cards)))


# --- the plan -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_is_shown_whole_before_it_is_registered(language: str) -> None:
    """Dates, ISO weeks, hours a week and a day, tasks, goal, supervisor; the holiday on a working day is named."""
    message, said = told("desk.plan_check", planning(language)), words(language)
    for expected in (said.short_day(date(2026, 11, 30)), "49", "52", "32", "Karin", preview_people.OWN[language].goal):
        assert expected in message.text
    assert said.day(date(2026, 12, 25)) in message.text.casefold() or language == "en"
    assert said.day(date(2026, 12, 25)) in message.text or language == "nl", "a sentence begins with it"
    assert all(task in message.text for task in preview_people.OWN[language].tasks)
    data = labelled(message)
    others = {taps.pick(what, CLIENT_ID) for what in ("register", "change", "plan")}
    assert others | {taps.pick("cancel")} == set(data)


def test_a_plan_with_nothing_odd_is_shown_without_a_note() -> None:
    """From 4 January no working day is a public holiday; all else was agreed."""
    coach = planning("en")
    assert coach.sketch is not None
    dates = (date(2027, 1, 15), date(2027, 1, 28))
    later = replace(coach, sketch=replace(coach.sketch, start=date(2027, 1, 4), evaluations=dates))
    assert "note:" not in told("desk.plan_check", later).text
    assert "note:" in told("desk.plan_check", coach).text


def test_a_plan_with_very_long_tasks_still_fits() -> None:
    """Eight tasks of 4,000 emoji."""
    coach = planning("nl")
    assert coach.sketch is not None
    sketch = replace(coach.sketch, tasks=(LONG,) * 8, goal="g" * 120, supervisor="s" * 120)
    fits(told("desk.plan_check", replace(coach, sketch=sketch)))


def test_a_step_of_two_weeks_shows_what_was_agreed_a_week() -> None:
    """Public holidays are named apart; the hours are not averaged over what is left."""
    coach = planning("en")
    assert coach.sketch is not None
    periods = (Period(weeks=2, hours=Decimal(10)), Period(weeks=2, hours=Decimal(15)))
    sketch = replace(coach.sketch, template="custom", periods=periods)
    text = told("desk.plan_check", replace(coach, sketch=sketch)).text
    assert "Weeks 51-52 (Mon 14 Dec – Sun 27 Dec): 15 hours a week" in text
    assert "Friday 25 December is a public holiday" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_odd_about_a_plan_is_shown_however_long_the_rest_is(language: str) -> None:
    """Sixty steps, long words everywhere, every warning there can be: all of them, and the question after them."""
    coach = planning(language)
    assert coach.sketch is not None
    periods = tuple(Period(hours=Decimal(hours)) for hours in (40, 8, 40, 8, 40) * 10)
    sketch = replace(
        coach.sketch,
        template="custom",
        start=date(2026, 12, 2),
        weekdays=(1, 2, 4, 5),
        contract_hours=Decimal(36),
        periods=periods,
        tasks=("t" * 60,) * 8,
        goal="g" * 120,
        supervisor="s" * 120,
        evaluations=tuple(date(2028, 11, day) for day in range(1, 13)),
        physician_told=None,
        paper=FIRST_DAY,
    )
    message, drawn = told("desk.plan_check", replace(coach, sketch=sketch)), drawn_from(sketch)
    assert drawn is not None
    odd = together(warnings(drawn), words(language))
    assert len(odd) >= 7
    assert [sentence for sentence in odd if f"• {sentence}" not in message.text] == []
    assert message.text.endswith("?")
    fits(message)


def test_half_a_plan_is_never_shown_as_a_plan() -> None:
    """Without hours or start there is nothing to register."""
    coach = planning("en")
    assert coach.sketch is not None
    half = replace(coach, sketch=replace(coach.sketch, start=None))
    assert taps.pick("register", CLIENT_ID) not in labelled(told("desk.plan_check", half))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_just_entered_stands_above_the_next_question(language: str) -> None:
    """So that a slip is seen at once: a typed date with its weekday, year and week."""
    coach = planning(language)
    assert coach.sketch is not None
    asked = told("desk.plan_days", replace(coach, desk="days", sketch=replace(coach.sketch, agreed_on=None)))
    said = words(language)
    expected = f"{said._('Start')}: {said.day(date(2026, 11, 30))} 2026, week 49"
    assert asked.text.splitlines()[0] == expected


@pytest.mark.parametrize("what", ["leeway_refused", "stop_refused"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_says_that_nothing_changed_and_why(language: str, what: str) -> None:
    """Every reason that the client's file can give, in a sentence of its own."""
    said, found = words(language), set()
    for reason in ("stopped", "not_agreed", "no_leeway", "used_up", "weeks", "too_much", "no_step", "past", "no_plan"):
        values = {"what": what, "client": CLIENT_ID, "name": "Sanne", "detail": f"{reason}:1"}
        first, why = told("desk.told", joost(language), **values).text.split("\n\n")
        assert "Sanne" in first
        assert why == refused(reason, "1", said) != refused("odd", "1", said)
        found.add(why)
    assert len(found) == 9


def test_an_overdue_evaluation_is_recorded_with_one_tap_on_its_own_date() -> None:
    """The button carries the date, so it isn't asked."""
    values = {"what": "evaluation_overdue", "client": CLIENT_ID, "name": "Sanne", "detail": "2026-12-11"}
    assert taps.pick("evaluation", CLIENT_ID, "2026-12-11") in labelled(told("desk.told", joost("nl"), **values))


# --- word from a client -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_safety_signal_names_the_client_and_112_and_has_no_content(language: str) -> None:
    """Whatever comes as detail isn't shown; the one button says that the coach contacts the client."""
    message = told("desk.told", joost(language), what="safety", client=CLIENT_ID, name="Sanne", detail="SECRET")
    assert "Sanne" in message.text
    assert "112" in message.text
    assert "SECRET" not in message.text
    assert list(labelled(message)) == [taps.pick("met", CLIENT_ID, "safety")]


def test_an_unknown_word_points_to_the_logbook() -> None:
    """A kind that a later version adds."""
    message = told("desk.told", joost("en"), what="something_new", client=CLIENT_ID, name="Sanne", detail="")
    assert taps.pick("logbook", CLIENT_ID) in labelled(message)


def test_a_date_is_said_in_words_and_an_odd_one_as_it_came() -> None:
    """The detail of a pause is an ISO date."""
    values = {"what": "paused", "client": CLIENT_ID, "name": "Sanne"}
    assert "woensdag 16 december" in told("desk.told", joost("nl"), **values, detail="2026-12-16").text
    assert "odd" in told("desk.told", joost("nl"), **values, detail="odd").text


# --- overview -----------------------------------------------------------------------------------------------------


def desk_page(language: str = "en") -> Page[Professional]:
    return Page(file=joost(language), values={}, words=words(language))


def crowd(number: int, kind: str = "call") -> tuple:
    one = sanne("en", window=(), needs=(Need(kind=kind, since=AT),))
    return tuple(replace(one, id=f"client-{n}", name=f"Client {n:03}") for n in range(number))


def test_the_summary_is_left_out_when_nobody_needs_the_coach() -> None:
    """No message at all."""
    assert overview.summary(desk_page(), (sanne("en"),), TODAY) is None
    assert overview.summary(desk_page(), (), TODAY) is None


@pytest.mark.parametrize(("number", "lines"), [(1, 2), (9, 10), (10, 10), (50, 10)])
def test_the_summary_has_ten_lines_at_most_and_counts_the_rest(number: int, lines: int) -> None:
    """The last line says how many more."""
    message = overview.summary(desk_page(), crowd(number), TODAY)
    assert message is not None
    shown = message.text.splitlines()
    assert len(shown) == lines
    named = sum("Client" in line for line in shown)
    assert named == number or f"{number - named} more" in shown[-1]


def test_the_summary_names_one_reason_and_the_most_urgent_client_first() -> None:
    """Safety before a call, whatever the order in the file."""
    calls, safety = (
        crowd(2),
        replace(sanne("en"), name="Zoë", needs=(Need(kind="call", since=AT), Need(kind="safety", since=AT))),
    )
    message = overview.summary(desk_page(), (*calls, safety), TODAY)
    assert message is not None
    assert message.text.splitlines()[1] == "Zoë: needs contact now"
    assert message.text.count("Zoë") == 1


def test_the_list_of_clients_fits_and_counts_the_rest() -> None:
    """Three hundred clients."""
    message = overview.clients(desk_page(), crowd(300), TODAY)
    fits(message)
    shown = message.text.count("•")
    assert f"{300 - shown} more" in message.text
    assert len(labelled(message)) == shown


def test_a_client_line_says_where_they_are() -> None:
    """Name, last check-in, week of the plan and its hours; a state other than coaching; what needs attention."""
    lines = overview.clients(desk_page(), preview_people.colleagues("en"), TODAY).text.splitlines()
    assert "• Sanne: last check-in Thu 10 Dec, week 2/4, 16 hours" in lines
    assert "• Bram: last check-in Thu 10 Dec, week 2/4, 16 hours → asks you to call" in lines
    assert "• Otto: hasn't opened the link yet" in lines
    assert any(line.startswith("• Devi: takes a break up to and including Wed 16 Dec") for line in lines)


def test_a_missing_day_is_a_dash_and_never_zero() -> None:
    """Asked and not answered, or not asked at all."""
    drawn = "\n".join(weeks(sanne("en"), TODAY, words("en")))
    assert "Tue 1 Dec: –" in drawn
    assert not re.search(r"\b0\b", drawn)


def test_a_skipped_score_is_a_dash_on_a_day_that_was_answered() -> None:
    """Energy was given, the complaint skipped, the hours not reached."""
    day = Day(date=TODAY, state="done", asked=True, acted=True, working=True, planned=Decimal(4))
    day = day.keep(Answer(question="energy", at=AT, number=Decimal("6.5")))
    day = day.keep(Answer(question="complaint", at=AT, skipped=True))
    drawn = "\n".join(weeks(sanne("en", day=day), TODAY, words("en")))
    assert "Thu 10 Dec: energy 6.5, complaints –, – of 4 hours" in drawn


def test_the_three_adherences_are_kept_apart() -> None:
    """Reached, answered, carried out: a line each (R17); the step counts weeks, not check-ins."""
    lines = adherence(sanne("en"), TODAY, words("en")).splitlines()
    assert lines == [
        "Question arrived: 11 of 11 days",
        "Check-in answered: 8 of 11 days",
        "Step carried out: fully 0, partly 1, not 0",
    ]


def test_a_day_out_of_reach_does_not_count_as_reached() -> None:
    """The chat was blocked on 8 December and nothing was done since."""
    blocked = sanne("en", unreachable=AT - timedelta(days=2), day=Day(date=TODAY, asked=True))
    assert "Question arrived: 9 of 10 days" in adherence(blocked, TODAY, words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_logbook_shows_only_the_notes_it_is_given(language: str) -> None:
    """No note, no diary; own words of the check-in that are no item of a list stay with the client."""
    own, page = preview_people.OWN[language], desk_page(language)
    day = preview_people.day_done(language).keep(Answer(question="pleasant", at=AT, words=(own.pleasant,)))
    day = day.keep(Answer(question="contacts", at=AT, words=("Noor",)))
    client = sanne(language, day=replace(day, notes=2))
    closed = overview.trajectory(page, client, (), TODAY).text
    assert own.note not in closed
    assert own.pleasant not in closed
    assert "Noor" not in closed
    assert own.note in overview.trajectory(page, client, preview_people.notes(language), TODAY).text


def test_the_logbook_fits_whatever_was_written() -> None:
    """Long names, long items, many long notes: the newest week and notes stay, and what is left out is said."""
    client = sanne("en", name="N" * 30)
    long_days = tuple(
        day.keep(Answer(question="giver", at=AT, words=(LONG,) * 3)).keep(
            Answer(question="drainer", at=AT, words=(LONG,) * 3)
        )
        for day in client.window
    )
    notes = tuple(preview_people.Note(day=TODAY, number=n, text=LONG) for n in range(20))
    message = overview.trajectory(desk_page(), replace(client, window=long_days), notes, TODAY)
    fits(message)
    assert "Earlier weeks don't fit here." in message.text
    assert "Older notes don't fit here." in message.text
    assert "Thu 10 Dec" in message.text


def test_the_logbook_offers_what_can_be_dealt_with() -> None:
    """A call that was asked for; "read" only when there is something to read."""
    asked = sanne("en", needs=(Need(kind="call", since=AT),))
    data = labelled(overview.trajectory(desk_page(), asked, (), TODAY))
    assert taps.pick("met", CLIENT_ID, "call") in data
    assert taps.pick("read", CLIENT_ID) in data
    bare = newcomer("en", "invited", "")
    assert taps.pick("read", CLIENT_ID) not in labelled(overview.trajectory(desk_page(), bare, (), TODAY))
