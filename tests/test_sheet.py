"""The evaluation sheet (R33): nothing of it exists before the client read exactly that and released it."""

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, cast

import people
import pytest
from lag_stories import sanne, taps
from pypdf import PdfReader
from sheet_stories import about_to_release, button, does
from story import Story, on_stage

from bot import paper_recipes
from bot.order import Order
from dialogues import consents as consent_texts
from dialogues import sheet_words
from dialogues import taps as buttons
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import CLIENT_TEXTS, Message, Page
from dialogues.understand import understand
from dialogues.words import LANGUAGES, words
from state_machines import consents, policy, sheet
from state_machines import events as e
from state_machines.decide import decide_client
from state_machines.effects import ClientDecision, Pass, Say
from state_machines.files import COACHED, Answer, Client, Day, Request
from state_machines.papers import KINDS

AT = people.AT
PAPER = "paper.sheet"
SEED, SHORT, LONG, STEPS = 40, 25, 1000, 40


def worked(ago: int, hours: str, went: str = "") -> Day:
    """A day with hours; perhaps the one that closed its week."""
    day = Day(date=people.MONDAY - timedelta(days=ago), working=True)
    day = day.keep(Answer(question="hours", at=AT, number=Decimal(hours)))
    return replace(day.keep(Answer(question="step", at=AT, words=(went,))), closes_week=1) if went else day


def ready(**changes: object) -> Client:
    """Sanne in the fourth week of her plan, with hours, a list of her own, and the consent."""
    plan = people.plan(start=people.MONDAY - timedelta(days=21), registered=people.MONDAY - timedelta(days=30))
    given: dict[str, object] = {
        "versions": (plan,),
        "agreed": plan.digest(),
        "consents": people.PAPERS,
        "window": (worked(21, "2"), worked(18, "1.5", "partly"), worked(11, "4", "full")),
        "requests": (Request(kind="topic", why="asked", on=people.MONDAY, words="my desk\nthe mail"),),
        "prepared": ("it went well", "", "more breaks", ""),
    }
    return people.client(**{**given, **changes})


def chosen(choice: str, at: datetime = AT, **more: str) -> e.SheetChosen:
    return e.SheetChosen(at=at, choice=choice, **more)


def said(decision: ClientDecision) -> list[str]:
    return [effect.prompt.name for effect in decision.effects if isinstance(effect, Say)]


def after(file: Client, *events: e.Event) -> Client:
    for event in events:
        file = decide_client(file, event).file
    return file


def released(file: Client) -> Client:
    """The file after it was read and released."""
    read = after(file, chosen("show"))
    assert read.sheet is not None
    return after(read, chosen("release", fingerprint=read.sheet.shown))


def drawn(file: Client, at: datetime = AT) -> Message | Order | None:
    """What the recipe makes of it."""
    return paper_recipes.CLIENT_PAPERS[PAPER](cast("Any", None), file, at)


def shown(file: Client, name: str = "sheet.read", **values: Any) -> Message:
    return CLIENT_TEXTS[name](Page(file=file, values=values, words=words(file.language)))


# --- read, then released ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_read_in_the_chat_is_what_stands_on_the_paper(language: str) -> None:
    """Every word of the paper that isn't a heading stands in the message that was released, whole and uncut."""
    every = tuple(point.mark for point in sheet.listed(ready()))
    read = after(ready(language=language), chosen("show"), *(chosen("put_on", item=each) for each in every))
    read = after(read, chosen("read"))
    text = shown(read).text
    assert read.sheet is not None
    order = drawn(after(read, chosen("release", fingerprint=read.sheet.shown)))
    assert isinstance(order, Order)
    values = cast("Any", order.values)
    for week in values.weeks:
        assert all(cell in text for cell in (week.week, week.dates, week.planned, week.worked, week.result))
    for words_ in (values.title, values.client, values.supervisor, values.made, values.legend, values.footer):
        assert words_ in text
    assert len(values.points) == 4
    assert all(f"• {point}" in text for point in values.points)
    assert (values.weeks[0].planned, values.weeks[0].worked) == (
        ("8 uur", "3,5 uur (op 2 van 4 dagen)") if language == "nl" else ("8 hours", "3.5 hours (on 2 of 4 days)")
    )


def test_the_plan_in_force_and_the_coach_hear_nothing_of_a_release() -> None:
    """R2, and what she brings to her own talk is hers: no word to anybody; the event holds the whole fingerprint."""
    read = after(ready(), chosen("show"))
    assert read.sheet is not None
    decision = decide_client(read, chosen("release", fingerprint=read.sheet.shown))
    assert said(decision) == ["sheet.released", PAPER]
    assert len(read.sheet.shown) == 64
    assert decision.file.versions == read.versions
    assert not [effect for effect in decision.effects if isinstance(effect, Pass)]
    assert decision.file.needs == read.needs


def test_a_second_tap_on_release_makes_no_second_paper() -> None:
    """Twice is once."""
    done = released(ready())
    assert done.sheet is not None
    assert said(decide_client(done, chosen("release", fingerprint=done.sheet.released))) == ["sheet.released"]


def changes() -> Iterator[tuple[str, Client, datetime]]:
    """A sheet that was read, and then: an hour corrected, the next day, another language, a list that changed."""
    read = after(ready(), chosen("show"), chosen("put_on", item=sheet.listed(ready())[0].mark), chosen("read"))
    day = people.MONDAY - timedelta(days=4)
    yield "an hour", after(read, e.HoursNoted(at=AT, day=day, hours=Decimal(2))), AT
    yield "another day", read, AT + timedelta(days=1)
    yield "another language", after(read, e.SettingChosen(at=AT, name="language", value="en")), AT
    yield "the list", after(read, e.EvaluationHeld(at=AT, planned=None, outcome="stands")), AT
    yield "the step", replace(read, window=(*read.window[:-1], worked(11, "4", "not"))), AT
    yield "the supervisor", replace(read, **_with("Bea")), AT


def _with(supervisor: str) -> dict[str, Any]:
    plan = replace(ready().versions[0], supervisor=supervisor)
    return {"versions": (plan,), "agreed": plan.digest()}


@pytest.mark.parametrize(("what", "file", "at"), changes(), ids=[what for what, _, _ in changes()])
def test_what_changed_since_it_was_read_is_refused_and_shown_anew(what: str, file: Client, at: datetime) -> None:
    """Kindly, with what would stand on it now; nothing is made."""
    read = after(ready(), chosen("show"), chosen("put_on", item=sheet.listed(ready())[0].mark), chosen("read"))
    assert read.sheet is not None
    decision = decide_client(file, chosen("release", at, fingerprint=read.sheet.shown))
    assert said(decision) == ["sheet.read"], what
    assert drawn(decision.file, at) is None
    kept = decision.file.sheet
    assert kept is not None
    assert (kept.released, kept.shown) == ("", sheet.on_sheet(decision.file, decision.file.today(at)).fingerprint())


@pytest.mark.parametrize("fingerprint", ["", "0" * 64, "f" * 32])
def test_a_fingerprint_that_was_never_shown_releases_nothing(fingerprint: str) -> None:
    """Also on a sheet that was never opened."""
    for file in (ready(), after(ready(), chosen("show")), after(ready(), chosen("show"), chosen("points"))):
        decision = decide_client(file, chosen("release", fingerprint=fingerprint))
        assert said(decision) == ["sheet.read"]
        assert drawn(decision.file) is None


def test_the_right_fingerprint_releases_nothing_that_was_not_shown() -> None:
    """Who knows what it would be didn't read it in the chat: never opened, or on the page of the points since."""
    choosing = after(ready(), chosen("show"), chosen("points"))
    other = after(choosing, chosen("put_on", item=sheet.listed(choosing)[0].mark))
    for file in (ready(), choosing, other):
        right = sheet.on_sheet(file, people.MONDAY).fingerprint()
        assert said(decide_client(file, chosen("release", fingerprint=right))) == ["sheet.read"]


def test_a_button_names_what_was_read_when_it_is_the_newest_one() -> None:
    """Its first half is enough to know it by; any other is handed on as it came, and refused."""
    read = after(ready(), chosen("show"))
    assert read.sheet is not None
    whole = read.sheet.shown
    for mark, named in ((whole[:32], whole), ("0" * 32, "0" * 32), (whole[:8], whole[:8]), (whole[:31] + "x", None)):
        tap = Incoming(at=AT, update_id=1, chat=1, kind=IncomingKind.TAP, data=f"sh:release:{mark}", message_id=7)
        assert understand(read, tap) == chosen("release", fingerprint=named or mark)
    for odd in ("sh", "sh:x", "sh:release", "sh:put_on", "sh:show:hours"):
        tap = Incoming(at=AT, update_id=1, chat=1, kind=IncomingKind.TAP, data=odd, message_id=7)
        assert understand(read, tap) == e.Stale(at=AT, what="menu")


def test_without_the_consent_it_is_asked_first_and_withdrawn_it_ends_at_once() -> None:
    """With its own text; a sheet that was released and isn't drawn yet goes with it."""
    bare = ready(consents=people.PAPERS[:1])
    for choice in ("show", "read", "points", "put_on", "leave_out", "release"):
        decision = decide_client(bare, chosen(choice, item="hours", fingerprint="1" * 64))
        assert said(decision) == ["consents.one"]
        assert decision.file.sheet is None
    text = shown(bare, "consents.one", subject=consents.SUPERVISOR, note="first").text
    assert consent_texts.text(consents.SUPERVISOR, words("nl"), bare) in text
    gone = e.ConsentWithdrawn(at=AT, subject=consents.SUPERVISOR, fingerprint="1" * 64, language="nl")
    done = released(ready())
    assert isinstance(drawn(done), Order)
    assert drawn(after(done, gone)) is None
    assert drawn(replace(done, consents=people.PAPERS[:1])) is None
    assert after(done, gone).sheet is None


def test_an_hour_corrected_between_release_and_drawing_is_not_drawn() -> None:
    """The paper holds what was read, or there is none: it is said, with the way to read it again."""
    later = e.HoursNoted(at=AT, day=people.MONDAY - timedelta(days=4), hours=Decimal(2))
    made = drawn(after(released(ready()), later))
    assert isinstance(made, Message)
    assert made.paper is None
    assert [each.data for row in made.rows for each in row] == [buttons.sheet("show")]


def test_leaving_it_keeps_nothing_and_after_a_release_takes_nothing_back() -> None:
    """No, without a word to anybody; a late tap on a page that is over says how it is."""
    assert after(ready(), chosen("show"), chosen("points"), chosen("leave")).sheet is None
    assert said(decide_client(released(ready()), chosen("leave"))) == ["sheet.released"]


# --- what stands on it ------------------------------------------------------------------------------------------------


def test_a_sheet_begins_with_hours_and_results_and_without_any_point() -> None:
    """What is left out isn't hidden: it isn't there."""
    file = after(ready(), chosen("show"))
    on = sheet.on_sheet(file, people.MONDAY)
    assert (on.hours, on.results, on.points) == (True, True, ())
    less = after(file, chosen("leave_out", item="hours"), chosen("leave_out", item="results"))
    on = sheet.on_sheet(less, people.MONDAY)
    assert [(week.worked, week.noted, week.result) for week in on.weeks] == [(None, 0, "")] * 4
    assert [week.planned for week in on.weeks] == [8, 16, 24, 8]
    assert "gewerkt" not in shown(less).text.casefold()
    again = after(less, chosen("put_on", item="hours"), chosen("put_on", item="results"), chosen("put_on", item="odd"))
    assert sheet.on_sheet(again, people.MONDAY) == sheet.on_sheet(file, people.MONDAY)


def test_ill_free_and_unknown_are_one_and_the_same_on_it() -> None:
    """A day marked ill or free says nothing to a supervisor: missing is missing, never zero."""
    off = Day(date=people.MONDAY - timedelta(days=20), working=True)
    off = off.keep(Answer(question="hours", at=AT, words=("off",)))
    ill, unknown = (replace(ready(), window=(*days, *ready().window)) for days in ((off,), ()))
    assert sheet.on_sheet(ill, people.MONDAY) == sheet.on_sheet(unknown, people.MONDAY)
    empty = sheet.on_sheet(ready(window=(off,)), people.MONDAY)
    assert [week.worked for week in empty.weeks] == [None] * 4


def test_only_weeks_that_the_file_holds_whole_stand_on_it() -> None:
    """A week of which days are gone already would count too few hours."""
    start = people.MONDAY - timedelta(weeks=6)
    plan = people.plan(start=start, registered=start, contract_hours=Decimal(40), weekdays=(1, 2, 3, 4, 5))
    file = ready(versions=(plan,), agreed=plan.digest())
    on = sheet.on_sheet(file, people.MONDAY)
    assert [week.week for week in on.weeks] == [3, 4], "the second began 35 days ago"
    assert "Ik kijk vijf weken terug." in shown(after(file, chosen("show"))).text
    assert "Ik kijk vijf weken terug." not in shown(after(ready(), chosen("show"))).text


def test_nothing_is_released_when_nothing_stands_on_it() -> None:
    """Without a plan that began and without points; with a point alone it can be."""
    bare = ready(versions=(), agreed="", requests=(), prepared=())
    read = after(bare, chosen("show"))
    assert read.sheet is not None
    assert said(decide_client(read, chosen("release", fingerprint=read.sheet.shown))) == ["sheet.read"]
    assert not [b for row in shown(read).rows for b in row if b.data.startswith("sh:release")]
    listed = ready(versions=(), agreed="")
    chose = after(listed, chosen("show"), chosen("put_on", item=sheet.listed(listed)[1].mark), chosen("read"))
    assert chose.sheet is not None
    order = drawn(after(chose, chosen("release", fingerprint=chose.sheet.shown)))
    assert isinstance(order, Order)
    assert cast("Any", order.values).points == ("the mail",)


def test_points_are_chosen_one_by_one_and_one_whose_words_changed_is_not_chosen_any_more() -> None:
    """What was read is what goes; the page says once that a supervisor needs to know nothing about health."""
    file = after(ready(), chosen("show"), chosen("points"), chosen("put_on", item=sheet.listed(ready())[2].mark))
    assert "hoeft niets te weten over je gezondheid" in shown(file, "sheet.points").text
    assert "gezondheid" not in shown(after(file, chosen("read"))).text
    assert [point.words for point in sheet.on_sheet(file, people.MONDAY).points] == ["it went well"]
    edited = e.EvaluationPrepared(at=AT, number=1, words="it went badly", message_id=3, edited=True)
    assert sheet.on_sheet(after(file, edited), people.MONDAY).points == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_sheet_is_shown_whole(language: str) -> None:
    """Whatever a client wrote: what doesn't fit isn't put on it, and nothing of what stands on it is cut."""
    topics = "\n".join(f"{n} " + "😀" * 30 for n in range(12))
    file = ready(
        language=language,
        name="N" * 80,
        requests=(Request(kind="topic", why="asked", on=people.MONDAY, words=topics),),
        prepared=tuple(letter * 690 for letter in "abcd"),
    )
    file = after(file, chosen("show"))
    turned = [decide_client(file, chosen("put_on", item=point.mark)) for point in sheet.listed(file)]
    for point in reversed(sheet.listed(file)):
        decision = decide_client(file, chosen("put_on", item=point.mark))
        turned.append(decision)
        file = decision.file
    notes = [e_.prompt.values.get("note") for each in turned for e_ in each.effects if isinstance(e_, Say)]
    assert "full" in notes
    read = after(file, chosen("read"))
    text = shown(read, note="changed").text
    assert all(part in text for part in sheet_words.whole(sheet.on_sheet(read, people.MONDAY), words(language)))
    assert text.endswith(words(language)._(LAST))
    assert len(sheet.on_sheet(read, people.MONDAY).points) >= 2


LAST = "Nothing is made until you release it. Then the paper comes to you, and you hand it on yourself."


def test_while_something_at_work_is_with_the_coach_a_conflict_goes_to_the_coach_first() -> None:
    """R32: then it isn't "talk to your supervisor"."""
    file = after(ready(), e.Disturbed(at=AT, kind="conflict"), chosen("show"))
    assert "Is er een conflict op het werk? Praat dan eerst met Joost" in shown(file).text
    assert "conflict" not in shown(after(ready(), chosen("show"))).text


def test_who_uses_buttons_only_can_make_one() -> None:
    """Nothing has to be typed."""
    assert isinstance(drawn(released(ready(buttons_only=True))), Order)


# --- no order of taps makes one ---------------------------------------------------------------------------------------


def test_in_every_state_a_paper_comes_of_a_release_of_what_was_shown_alone() -> None:
    """Whatever the client does in whatever state; no other choice, command or paper that is asked for makes one."""
    assert PAPER.partition(".")[2] not in KINDS
    made = 0
    for name, file in people.clients():
        for event in people.client_events(file):
            if not isinstance(event, e.SheetChosen | e.PaperAsked | e.EvaluationAsked | e.ConsentGiven):
                continue
            decision = decide_client(file, event)
            if PAPER in said(decision):
                made += 1
                _was_read(file, event, name)
    assert made


def _was_read(file: Client, event: e.Event, about: str) -> None:
    assert isinstance(event, e.SheetChosen)
    assert event.choice == "release", about
    assert file.sheet is not None
    assert event.fingerprint == file.sheet.shown, about
    assert event.fingerprint == sheet.on_sheet(file, file.date_now(event.at)).fingerprint(), about
    assert consents.gives(file, consents.SUPERVISOR), about
    assert file.journey in COACHED, about


class Fingers:
    """Somebody who taps whatever was ever on the screen, old or new, once or again, and buttons that never were."""

    def __init__(self, seed: int) -> None:
        self.dice, self.file, self.at = random.Random(seed), ready(consents=people.PAPERS[:1]), AT
        self.seen = [buttons.sheet("show"), buttons.consent("withdraw", "supervisor"), buttons.ask("evaluation")]
        self.read, self.papers = "", 0

    def forged(self) -> str:
        """A button that no page has."""
        right = sheet.on_sheet(self.file, self.file.date_now(self.at)).fingerprint()
        mark = self.dice.choice((right, "0" * 32, self.read))
        return self.dice.choice(
            (f"sh:release:{mark[:32]}", f"sh:release:{mark[:8]}", "sh:release", "f:sheet", "sh:put_on", "sh:x")
        )

    def other(self) -> e.Event | None:
        """What else happens in between."""
        day = people.MONDAY - timedelta(days=self.dice.randint(0, 10))
        return self.dice.choice(
            (
                e.HoursNoted(at=self.at, day=day, hours=Decimal(self.dice.randint(0, 6))),
                e.EvaluationAsked(at=self.at, choice="words", words=f"point {self.dice.randint(0, 3)}"),
                e.EvaluationHeld(at=self.at, planned=None, outcome="stands"),
                e.SettingChosen(at=self.at, name="language", value=self.dice.choice(("nl", "en"))),
                None,
            )
        )

    def taps(self) -> None:
        """One tap, or something else; what is drawn afterwards is what was read and released, or nothing."""
        if self.dice.random() < 0.02:
            self.at += timedelta(days=1)
        event: e.Event | None = self.other() if self.dice.random() < 0.15 else None
        if event is None:
            data = self.forged() if self.dice.random() < 0.15 else self.dice.choice(self.seen[-12:])
            event = understand(self.file, self._tap(data))
        assert event is not None
        before = self.file
        decision = decide_client(before, event)
        self.file = decision.file
        if PAPER in said(decision):
            self.papers += 1
            _was_read(before, event, f"{event}")
            assert cast("e.SheetChosen", event).fingerprint == self.read, "the newest page was another"
        self._look(decision)
        order = drawn(self.file, self.at)
        assert not isinstance(order, Order) or (self.file.sheet is not None and self.file.sheet.released == self.read)
        assert self.file.versions == before.versions

    def _tap(self, data: str) -> Incoming:
        return Incoming(at=self.at, update_id=1, chat=1, kind=IncomingKind.TAP, data=data, message_id=7)

    def _look(self, decision: ClientDecision) -> None:
        """See what is on the screen now."""
        for effect in decision.effects:
            if not isinstance(effect, Say) or effect.prompt.name not in CLIENT_TEXTS or effect.recipe:
                continue
            page = shown(self.file, effect.prompt.name, **effect.prompt.values)
            self.seen += [each.data for row in page.rows for each in row if each.data.startswith(("sh:", "co:"))]
            if effect.prompt.name == "sheet.read":
                self.read = sheet.on_sheet(self.file, self.file.date_now(self.at)).fingerprint()


def walk(count: int) -> int:
    """So many people with such fingers; how many papers came of it."""
    made = 0
    for number in range(count):
        fingers = Fingers(SEED + number)
        for _ in range(STEPS):
            fingers.taps()
        made += fingers.papers
    return made


def test_no_order_of_taps_makes_a_paper_of_what_was_not_read() -> None:
    """Stale, repeated, forged; with the consent given and withdrawn in between, hours corrected, days gone by."""
    assert walk(SHORT) > SHORT // 5


@pytest.mark.long
def test_nor_do_a_thousand_pairs_of_hands() -> None:
    """At length."""
    assert walk(LONG) > LONG // 5


# --- in the chat ------------------------------------------------------------------------------------------------------


def files(story: Story) -> list[str]:
    """The names of the files that the bot ever sent."""
    return [file.name for file in story.telegram.world.files.values()]


async def test_the_paper_comes_to_the_client_alone_and_the_log_names_what_was_read() -> None:
    """Before the release there is no file and no letter of one; after it one PDF, in her own chat."""
    async with on_stage("nl") as story:
        await about_to_release(story)
        assert files(story) == []
        assert PAPER not in {name for row in _log(story) for name in row.said}
        coach = len(story.joost.person.screen)
        read = sanne(story).sheet
        assert read is not None
        await does(story, "release")
        assert files(story) == ["evaluatieblad.pdf"]
        assert PAPER in {name for row in _log(story) for name in row.said}
        content = next(iter(story.telegram.world.files.values())).content
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
        assert "Gewerkt" in text
        assert "1 uur (op 1 van 4 dagen)" in text
        assert "Gelezen en vrijgegeven door Sanne." in text
        assert len(story.joost.person.screen) == coach
        released_ = [event for event in story.opened.views.own_events(sanne(story).id) if _releases(event)]
        assert [cast("e.SheetChosen", event).fingerprint for event in released_] == [read.shown]
        assert story.opened.upkeep.verify() == ()


def _log(story: Story) -> tuple[Any, ...]:
    return story.opened.views.own_copy(sanne(story).id).log


def _releases(event: e.Event) -> bool:
    return isinstance(event, e.SheetChosen) and event.choice == "release"


async def test_after_erasing_no_old_button_makes_a_sheet() -> None:
    """Nothing is left that could stand on it."""
    async with on_stage("nl") as story:
        await about_to_release(story)
        early = button(story, "release")
        await story.sanne.says("/wissen")
        await taps(story, "Ja, wis alles")
        story.sanne.person.tap(*early)
        await story.settle()
        assert files(story) == []
        assert not any(policy.may(role, PAPER, policy.ERASED) for role in policy.ROLES)


def test_nobody_but_the_client_may_see_it_drawn() -> None:
    """No other role, whoever's file it is."""
    allowed = {(role, whose) for role in policy.ROLES for whose in policy.WHOSE if policy.may(role, PAPER, whose)}
    assert allowed == {(policy.CLIENT, policy.OWN)}
