"""A coach enters and changes a plan in Telegram, from the first tap to the client's file: what is read and kept."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from story import JOOST, SANNE, Phone, Story, on_stage
from test_transcripts import AGREED, joost_taps, sanne_taps, welcome

from state_machines.events import DeskTyped
from state_machines.files import Client, Professional
from state_machines.plan import Plan
from storage.views import Look

MONDAY = date(2026, 11, 30)
ZONE = ZoneInfo("Europe/Amsterdam")


def client_of(story: Story) -> Client:
    """The one client's file."""
    file = story.file()
    assert isinstance(file, Client)
    return file


def desk_of(story: Story) -> Professional:
    """The coach's file."""
    file = story.file("coach")
    assert isinstance(file, Professional)
    return file


def version(story: Story) -> Plan:
    """The newest registered version."""
    return client_of(story).versions[-1]


async def does(phone: Phone, *acts: str) -> None:
    """What begins with a bracket is tapped, the rest typed."""
    for act in acts:
        await (phone.taps(act[1:]) if act.startswith("[") else phone.says(act))


def check(story: Story) -> str:
    """The newest overview of a plan on Joost's screen."""
    return next(b.text for b in reversed(story.joost.person.screen) if b.text.startswith("Dit is het plan voor"))


def last_words(story: Story, chat: int = JOOST, number: int = 1) -> list[str]:
    """The newest texts that somebody got, the oldest first."""
    sent = [row.text for row in story.telegram.ledger if row.chat_id == chat and row.what == "sent"]
    return sent[-number:]


NEW = ("/plan", "[Sanne", "[Nieuw plan")
WHO = ("Karin", "[Eigen werk, alle contracturen")


async def entered(story: Story, *acts: str) -> None:
    """A new plan, as far as these acts."""
    await welcome(story)
    await does(story.joost, *NEW, *acts)


# --- the five patterns --------------------------------------------------------------------------------------------


WEEKLY = """\
Dit is het plan voor Sanne:
Opbouw: per week (25, 50, 75, 100 %)
Leidinggevende: Karin
Doel: Eigen werk, alle contracturen
Contract: 32 uur per week
Start: maandag 30 november 2026, week 49
Werkdagen: maandag, dinsdag, donderdag en vrijdag
Evaluaties: vr 11 dec en do 24 dec
Regelruimte: 2 weken
Verteld aan de bedrijfsarts: nog niet
Afgesproken: door allebei op maandag 30 november

Week 49 (ma 30 nov – zo 6 dec): 8 uur per week
   ma, di, do en vr 2 uur
   Taken: post, mail.
Week 50 (ma 7 dec – zo 13 dec): 16 uur per week
   ma, di, do en vr 4 uur
Week 51 (ma 14 dec – zo 20 dec): 24 uur per week
   ma, di, do en vr 6 uur
Week 52 (ma 21 dec – zo 27 dec): 32 uur per week
   ma, di, do en vr 8 uur

Let op:
• Vrijdag 25 december is een feestdag: dan zijn er geen uren gepland.
• Er staat nog geen datum waarop de bedrijfsarts over dit plan is geïnformeerd.

Is dit wat Sanne en Karin hebben afgesproken?"""


async def test_a_weekly_plan_in_sixteen_acts_and_everything_odd_about_it_said() -> None:
    """Five of them typed; the whole is shown before it counts, with the public holiday and the physician."""
    async with on_stage() as story:
        acts = ("[Per week", *WHO, "[32", "[ma 30 nov", "[ma di do vr", "post, mail", "11-12, 24-12")
        await entered(story, *acts, "[2 weken in totaal", "[Nog niet", "[Allebei, vandaag")
        assert check(story) == WEEKLY
        assert client_of(story).versions == ()
        await story.joost.taps("Ja, voer in")
        plan = version(story)
        assert [(step.start, step.hours) for step in plan.steps] == [
            (MONDAY + timedelta(weeks=n), hours) for n, hours in enumerate((8, 16, 24, 32))
        ]
        assert (plan.goal, plan.supervisor, plan.leeway.weeks) == ("Eigen werk, alle contracturen", "Karin", 2)
        assert [evaluation.day for evaluation in plan.evaluations] == [date(2026, 12, 11), date(2026, 12, 24)]
        assert (plan.agreed_on, plan.paper, plan.physician_told) == (MONDAY, None, None)
        assert client_of(story).plan is None, "a draft until Sanne says yes"
        await sanne_taps(story, "8", "agreed")
        assert client_of(story).plan == plan
        assert desk_of(story).sketch is None


async def test_a_daily_plan() -> None:
    """Twenty working days, each 5 % more: a week is one step whose days differ."""
    async with on_stage() as story:
        await entered(story, "per dag", *WHO, "40", "7-12", "ma-vr", "post", "geen", "geen", "gisteren", "vandaag")
        assert "ma 0,5 uur, di 0,75 uur, wo 1,25 uur, do 1,5 uur, vr 2 uur" in check(story)
        assert "Verteld aan de bedrijfsarts: ja, op zondag 29 november" in check(story)
        assert "Er is nog geen evaluatie gepland" in check(story)
        await story.joost.taps("Ja, voer in")
        assert version(story).template == "daily"


async def test_nine_weeks_with_the_evaluations_of_the_pattern() -> None:
    """10, 15, 20, 30, 40 hours; the tasks come one by one; week 53 is named."""
    async with on_stage() as story:
        acts = ("[Negen weken", *WHO, "[40", "[ma 7 dec", "[ma–vr", "a, b, c, d, e")
        await entered(story, *acts)
        asked = story.joost.last
        assert "Het schema heeft deze: Evaluaties: vr 18 dec, do 31 dec, vr 29 jan en vr 5 feb." in asked
        await does(story.joost, "[Zoals in het schema", "[Geen", "[Ja, sinds vandaag", "[Allebei, vandaag")
        shown = check(story)
        assert "Evaluaties: zoals in het schema" in shown
        assert "Week 52-53 (ma 21 dec – zo 3 jan)" in shown
        assert "Dit zijn feestdagen, zonder geplande uren: vr 25 dec en vr 1 jan." in shown
        await story.joost.taps("Ja, voer in")
        plan = version(story)
        assert [step.hours for step in plan.steps] == [10, 15, 20, 30, 40]
        assert [len(step.tasks) for step in plan.steps] == [2, 3, 4, 5, 5]
        assert [evaluation.day for evaluation in plan.evaluations] == [
            date(2026, 12, 18),
            date(2026, 12, 31),
            date(2027, 1, 29),
            date(2027, 2, 5),
        ]


async def test_full_hours_with_tasks_that_build_up() -> None:
    """Variant II: no warning about a jump, a week for each task."""
    async with on_stage() as story:
        await entered(story, "[Alle uren", *WHO, "24", "week 50", "ma di do", "post, mail, bellen")
        await joost_taps(story, *AGREED)
        plan = version(story)
        assert (plan.variant, [step.tasks for step in plan.steps]) == (
            "II",
            [("post",), ("post", "mail"), ("post", "mail", "bellen")],
        )
        assert {step.hours for step in plan.steps} == {24}
        assert "kwart" not in check(story)


async def test_own_steps_as_they_were_typed() -> None:
    """ "2x10, 2x15, 20, 32": weeks and hours; what jumps and what goes back is said, and nothing is changed."""
    async with on_stage() as story:
        await entered(story, "[Eigen stappen", *WHO, "32", "[ma 30 nov", "ma di do vr", "2x8, 1 week 24, 16")
        assert "Stappen: 2 weken 8 uur, 1 week 24 uur, 1 week 16 uur" in story.joost.last
        await does(story.joost, "post", "18-1-2027", "geen", "vandaag", "vandaag")
        shown = check(story)
        for odd in ("een kwart van het contract", "minder uren dan in de stap ervoor", "valt niet binnen de datums"):
            assert odd in shown, shown
        await story.joost.taps("Ja, voer in")
        assert [(step.hours, (step.end - step.start).days) for step in version(story).steps] == [
            (8, 13),
            (24, 6),
            (16, 6),
        ]


# --- what can't be, and what is asked again -----------------------------------------------------------------------


HINTS = (
    (("[Per week", *WHO), "80", "Ik zoek een getal van 1 tot 60"),
    (("[Per week", *WHO, "32"), "29-11", "Het begin is al geweest: zondag 29 november 2026"),
    (("[Per week", *WHO, "32"), "31 feb", "Ik zoek een datum die bestaat"),
    (("[Per week", *WHO, "32"), "29-2", "Ik zoek een datum die bestaat"),
    (("[Per week", *WHO, "32"), "30-11-2206", "jaar"),
    (("[Per week", *WHO, "32", "30-11"), "za", "meer dan 12 uur per dag"),
    (("[Eigen stappen", *WHO, "32", "30-11", "ma di do vr"), "20,25", "Dit kan ik niet zeker lezen"),
    (("[Eigen stappen", *WHO, "32", "30-11", "ma di do vr"), "2x90", "meer dan 12 uur per dag"),
    (("[Eigen stappen", *WHO, "32", "30-11", "ma di do vr"), "8, 0, 16", "heeft er geen"),
    (("[Eigen stappen", *WHO, "32", "30-11", "ma di do vr"), "10.1", "kwartier"),
    (("[Eigen stappen", *WHO, "32", "30-11", "ma di do vr"), "30x8, 30x16", "langer duren dan 53 weken"),
)  # fmt: skip


@pytest.mark.parametrize(("acts", "typed", "said"), HINTS)
async def test_what_cannot_be_is_named_and_asked_again(acts: tuple[str, ...], typed: str, said: str) -> None:
    """The hint stands above the same question; nothing is taken over, nothing is stored."""
    async with on_stage() as story:
        await entered(story, *acts)
        before, asked = desk_of(story), story.joost.last
        await story.joost.says(typed)
        hint, _, question = story.joost.last.partition("\n\n")
        assert said in hint, hint
        assert question.split("\n\n")[-1] in asked
        assert desk_of(story) == before
        assert client_of(story).versions == ()


async def test_going_back_and_changing_one_thing() -> None:
    """Back shows the step before; from the whole one answer is changed, and the whole is shown again."""
    async with on_stage() as story:
        await entered(story, "[Per week", *WHO, "32", "30-11", "[Terug", "[Terug", "36", "7-12", "ma di do vr", "post")
        await joost_taps(story, *AGREED[:-1])
        assert "Contract: 36 uur per week" in check(story)
        await does(story.joost, "[Iets aanpassen", "[Werkdagen")
        assert story.joost.last.startswith("Werkdagen: maandag, dinsdag, donderdag en vrijdag")
        await does(story.joost, "ma wo do vr", "[Ja, voer in")
        assert (version(story).weekdays, version(story).contract_hours) == ((1, 3, 4, 5), 36)
        assert version(story).start == date(2026, 12, 7)


async def test_a_plan_left_overnight_is_not_registered_with_a_start_that_has_gone_by() -> None:
    """The start is asked again, with the reason; then the same overview, with the new dates."""
    async with on_stage() as story:
        await entered(story, "[Per week", *WHO, "32", "30-11", "ma di do vr", "post")
        await joost_taps(story, *AGREED[:-1])
        await story.until("2026-12-01 09:00")
        await story.joost.taps("Ja, voer in")
        assert story.joost.last.startswith("Het begin is al geweest: maandag 30 november 2026")
        assert client_of(story).versions == ()
        await does(story.joost, "7-12", "[Ja, voer in")
        assert version(story).start == date(2026, 12, 7)
        assert version(story).registered == date(2026, 12, 1)


async def test_a_signed_paper_counts_as_the_clients_yes() -> None:
    """The plan counts at once; Sanne gets to read it."""
    async with on_stage() as story:
        await entered(story, "[Per week", *WHO, "32", "30-11", "ma di do vr", "post", "geen", "geen", "nog niet")
        await does(story.joost, "[Er is een getekend papier", "vrijdag", "[Ja, voer in")
        assert "Het getekende papier geldt als de ja van Sanne" in last_words(story)[0]
        plan = client_of(story).plan
        assert plan is not None
        assert plan.paper == date(2026, 11, 27)


async def test_a_button_of_another_clients_overview_registers_nothing() -> None:
    """An old [Yes, register] can't confirm what isn't on the desk."""
    async with on_stage() as story:
        await entered(story, "[Per week", *WHO, "32", "30-11", "ma di do vr", "post")
        await joost_taps(story, *AGREED[:-1])
        await story.invite("Bram")
        before = desk_of(story)
        newest = max(bubble.message_id for bubble in story.joost.person.screen)
        story.joost.person.tap(newest, f"k:register:{client_of(story).id}:")
        await story.settle()
        assert "Deze knop hoort bij iets dat voorbij is" in story.joost.last
        assert (desk_of(story), client_of(story).versions) == (before, ())


# --- changes of a plan that runs ----------------------------------------------------------------------------------


async def running(story: Story, leeway: str = "2 weken in totaal", until: str = "2026-12-01 10:00") -> None:
    """A weekly plan from today, with leeway, agreed by all; then it is a later day."""
    await entered(story, "[Per week", *WHO, "32", "30-11", "ma di do vr", "post", "11-12", leeway, "vandaag", "vandaag")
    await story.joost.taps("Ja, voer in")
    await sanne_taps(story, "8", "agreed")
    await story.until(until)


LEEWAY = ("/plan", "[Sanne", "[Regelruimte opnemen")


async def test_leeway_that_both_agreed_to_becomes_a_version_that_sanne_sees() -> None:
    """The step of now is longer, the rest shifts; it counts with her yes (R1, R3)."""
    async with on_stage() as story:
        await running(story)
        await does(story.joost, *LEEWAY, "[Deze stap", "[1 week")
        assert story.joost.last == (
            "Deze stap wordt 1 week langer.\n\nDe stappen daarna en de einddatum schuiven mee.\n\n"
            "Zijn Sanne en de leidinggevende het hier allebei over eens?"
        )
        await does(story.joost, "ok", "[Ja, allebei akkoord")
        assert version(story).steps[0].end == date(2026, 12, 13)
        assert version(story).leeway.left == 1
        await sanne_taps(story, "agreed")
        assert client_of(story).plan == version(story)


@pytest.mark.parametrize(
    ("leeway", "before", "acts", "said"),
    [
        ("geen", (), ("[Deze stap", "[1 week"), "is geen regelruimte afgesproken"),
        ("1 week", (), ("[Deze stap", "[2 weken"), "Dat is meer dan er over is van de regelruimte: 1 week"),
        ("1 week", (*LEEWAY, "[Deze stap", "[1 week", "ja"), ("[De volgende stap", "[1 week"), "evaluatie de weg"),
    ],
)
async def test_leeway_that_cannot_be_taken_is_refused_at_once_and_says_why(
    leeway: str, before: tuple[str, ...], acts: tuple[str, ...], said: str
) -> None:
    """Clear and specific, naming the evaluation as the way when it is used up; nothing changes (R3)."""
    async with on_stage() as story:
        await running(story, leeway)
        await does(story.joost, *before)
        if before:
            await sanne_taps(story, "agreed")
        kept = client_of(story).versions
        await does(story.joost, *LEEWAY, *acts, "ja")
        passed, refused = last_words(story, number=2)
        assert passed.startswith("Doorgegeven.")
        assert refused.startswith("De regelruimte van Sanne is niet opgenomen. Er is niets veranderd.")
        assert said in refused
        assert client_of(story).versions == kept
        assert story.joost.find("Evaluatie vastleggen")


async def test_a_refusal_does_not_wait_for_the_morning() -> None:
    """At half past ten in the evening the coach hears at once that it can't be done."""
    async with on_stage() as story:
        await running(story, "geen", until="2026-12-01 22:30")
        await does(story.joost, *LEEWAY, "[Deze stap", "[1 week", "ja")
        assert "niet opgenomen" in story.joost.last


STOP = ("/plan", "[Sanne", "[Gestopt door de bedrijfsarts")


async def test_a_stop_keeps_the_name_and_the_dates_and_never_a_reason() -> None:
    """What looks like a reason isn't taken, and isn't in the log either (R37)."""
    async with on_stage() as story:
        await running(story)
        await does(story.joost, *STOP, "mevrouw Jansen, want ze is overspannen", "overspannen: rust nodig", "dr. Smit")
        await does(story.joost, "[Over 2 weken")
        assert "dr. Smit zegt dat (zo veel) werken nu niet kan." in story.joost.last
        assert "Op dinsdag 15 december 2026 herinner ik je eraan om opnieuw te kijken." in story.joost.last
        assert version(story).stopped is None
        await story.joost.taps("Ja, het plan stopt")
        stop = version(story).stopped
        assert stop is not None
        assert (stop.on, stop.physician, stop.look_again) == (date(2026, 12, 1), "dr. Smit", date(2026, 12, 15))
        assert "gestopt, op advies van de bedrijfsarts" in last_words(story, SANNE)[0]
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        kept = repr(story.opened.views.rows("p-joost", look)) + repr(story.opened.views.files())
        assert "overspannen" not in kept


async def test_a_stop_without_a_plan_is_refused() -> None:
    """There is nothing to stop."""
    async with on_stage() as story:
        await welcome(story)
        await does(story.joost, *STOP, "dr. Smit", "over 2 weken", "ja")
        assert story.joost.last.startswith("Het plan van Sanne is niet gestopt. Er is niets veranderd.")
        assert "nog geen afgesproken plan" in story.joost.last


EVALUATION = ("/plan", "[Sanne", "[Evaluatie vastleggen")


async def test_an_evaluation_is_recorded_and_goes_on_to_a_new_plan() -> None:
    """The outcome is in Sanne's file; the plan that was agreed there is entered right away."""
    async with on_stage() as story:
        await running(story, until="2026-12-11 15:00")
        await does(story.joost, *EVALUATION, "11-12")
        assert story.joost.last.startswith("Over de evaluatie die gepland was op vrijdag 11 december 2026.")
        await story.joost.taps("Er is een nieuw plan afgesproken")
        held = client_of(story).evaluated[-1]
        assert (held.planned, held.on, held.outcome) == (date(2026, 12, 11), date(2026, 12, 11), "anew")
        assert "De evaluatie is vastgelegd. Nu het plan dat daar is afgesproken." in story.joost.last
        await does(story.joost, "[Eigen stappen", *WHO, "32", "14-12", "ma di do vr", "2x16, 24, 32", "post")
        await joost_taps(story, *AGREED)
        assert [step.hours for step in version(story).steps] == [16, 24, 32]
        assert client_of(story).plan != version(story), "the old one stands until her yes"


async def test_an_evaluation_after_which_the_plan_stands_changes_no_version() -> None:
    """R2: looking at a plan together is no change of it."""
    async with on_stage() as story:
        await running(story)
        kept = client_of(story).versions
        await does(story.joost, *EVALUATION, "[Het was een extra", "[Het plan blijft staan")
        assert client_of(story).versions == kept
        assert client_of(story).evaluated[-1].planned is None
        assert last_words(story) == [
            "Vastgelegd. De uitkomst: het plan blijft staan.\n\nHet plan van Sanne blijft zoals het is."
        ]


async def test_cancelling_after_an_evaluation_says_that_it_is_recorded() -> None:
    """Nothing else was passed on."""
    async with on_stage() as story:
        await running(story)
        await does(story.joost, *EVALUATION, "extra", "[Er wordt regelruimte opgenomen", "/annuleren")
        assert story.joost.last == "Geannuleerd. De evaluatie is vastgelegd. Verder is er niets doorgegeven."
        assert client_of(story).evaluated[-1].outcome == "leeway"


async def test_cancelling_when_nothing_is_open_does_not_deny_what_was_registered() -> None:
    """A coach whose button stayed on the screen cancels to be sure: the plan that was passed on stands."""
    async with on_stage() as story:
        await running(story)
        plans = client_of(story).versions
        await story.joost.says("/annuleren")
        assert story.joost.last == "Er stond niets open. Wat eerder is ingevoerd, blijft staan."
        assert client_of(story).versions == plans


CONSULT = ("/plan", "[Sanne", "[Consult")


async def test_a_consult_is_made_moved_and_called_off_beside_the_plan() -> None:
    """On the coach's own clock; Sanne hears each; the plan's hash is as it was."""
    async with on_stage() as story:
        await running(story)
        digest = version(story).digest()
        await does(story.joost, *CONSULT, "morgen", "8-12 14:00")
        [consult] = client_of(story).consults
        assert consult.at == datetime(2026, 12, 8, 14, tzinfo=ZONE)
        assert last_words(story)[0].startswith("Je consult met Sanne is op dinsdag 8 december 14:00.")
        await does(story.joost, *CONSULT, "[Verzet di 8 dec", "1-12 9:00", "maandag half drie")
        [consult] = client_of(story).consults
        assert consult.at == datetime(2026, 12, 7, 14, 30, tzinfo=ZONE)
        assert "maandag 7 december om 14:30" in last_words(story, SANNE)[0]
        await does(story.joost, *CONSULT, "[Zeg af: ma 7 dec")
        assert client_of(story).consults == ()
        assert version(story).digest() == digest


async def test_a_consult_in_the_summer_is_kept_in_utc() -> None:
    """Half past two in Amsterdam is half past twelve."""
    async with on_stage() as story:
        await welcome(story)
        await does(story.joost, *CONSULT, "1-7-2027 14:30")
        [consult] = client_of(story).consults
        assert consult.at.isoformat() == "2027-07-01T12:30:00+00:00"


# --- in every state -----------------------------------------------------------------------------------------------


PLAN = ("[Per week", "Karin", "eigen werk", "32", "7-12", "ma di do vr", "post", "geen", "geen", "nog niet", "vandaag")
STATES: dict[str, tuple[str, ...]] = {
    **{f"plan {n}": (*NEW, *PLAN[:n]) for n in range(len(PLAN) + 1)},
    "own steps": (*NEW, "[Eigen stappen", *PLAN[1:6]),
    "another date": (*NEW, *PLAN[:-1], "[Op een andere datum"),
    "paper": (*NEW, *PLAN[:-1], "[Er is een getekend papier"),
    **{f"leeway {n}": (*LEEWAY, *("[Deze stap", "[1 week")[:n]) for n in range(3)},
    **{f"stop {n}": (*STOP, *("dr. Smit", "[Over 1 week")[:n]) for n in range(3)},
    **{f"evaluation {n}": (*EVALUATION, *("11-12",)[:n]) for n in range(2)},
    "consult": CONSULT,
}
Odd = Callable[[Story], Awaitable[None]]


async def voice(story: Story) -> None:
    """A voice message."""
    story.joost.person.voice()
    await story.settle()


async def photo(story: Story) -> None:
    """A photo with words under it."""
    story.joost.person.photo("een kiekje")
    await story.settle()


ODD: tuple[str | Odd, ...] = (
    "🤷", "?", "/gaap", "/logboek", "x" * 4000, "-1", "\u202e-", "%s {name}", "<b>99</b>", "31-2-2027 27:00", voice,
    photo,
)  # fmt: skip
FREE_TEXT = {"plan 1", "plan 2", "plan 6", "stop 0"}


@pytest.mark.parametrize("state", STATES)
async def test_odd_input_changes_nothing_and_cancelling_always_works(state: str) -> None:
    """Each is answered once; where free words are asked only what is too long is odd; nothing reaches Sanne."""
    async with on_stage() as story:
        await welcome(story)
        await does(story.joost, *STATES[state])
        before, client = desk_of(story), client_of(story)
        since = len(story.telegram.ledger)
        for odd in ODD:
            if isinstance(odd, str) and state in FREE_TEXT and len(odd) < 200 and not odd.startswith("/"):
                continue
            await (story.joost.says(odd) if isinstance(odd, str) else odd(story))
            assert (desk_of(story).desk, desk_of(story).sketch) == (before.desk, before.sketch), odd
        await story.joost.says("/annuleren")
        assert story.joost.last == "Geannuleerd. Er is niets doorgegeven."
        assert (desk_of(story).desk, desk_of(story).sketch) == ("idle", None)
        rows = [row for row in story.telegram.ledger.after(since) if row.chat_id == SANNE and row.what == "sent"]
        assert (rows, client_of(story)) == ([], client)


async def test_what_was_typed_in_a_dialogue_is_in_the_log_as_it_was_understood() -> None:
    """Numbers, dates and weeks; a tap and the typed word are the same."""
    async with on_stage() as story:
        await entered(story, "[Per week", *WHO, "28,5")
        look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
        typed = [row.event for row in story.opened.views.rows("p-joost", look) if isinstance(row.event, DeskTyped)]
        assert [(one.choice, one.text, one.number) for one in typed] == [
            ("weekly", "", None),
            ("", "Karin", None),
            ("", "Eigen werk, alle contracturen", None),
            ("", "", Decimal("28.5")),
        ]
