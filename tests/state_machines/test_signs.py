"""Early signs (R26): the client's own list and answers, and the question once a week; nothing else moves."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import people
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from state_machines import events as e
from state_machines import questions
from state_machines.case import Sign
from state_machines.decide import decide_client
from state_machines.effects import ClientDecision, Pass, Say, Wake
from state_machines.files import LIST_MOST, Answer, Client, Day, archive, but
from state_machines.questions import SIGNS
from state_machines.signs import LONGEST_ANSWER, LONGEST_SIGN

FUSE = Sign(sign="short fuse", answer="a walk around the building")
SLEEP = Sign(sign="sleeping badly")
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


def signed(**changes: object) -> Client:
    """Sanne with two signs, one with an answer, before her check-in of a Monday."""
    return people.client(**{"signs": (FUSE, SLEEP), "next_checkin": people.MONDAY, **changes})


# --- the list -----------------------------------------------------------------------------------------------------


class Talk:
    """A client who does one thing after another at the list; what was said last, and with which values."""

    def __init__(self, file: Client) -> None:
        self.file, self.said, self.note, self.below = file, "", "", False

    def does(self, choice: str, sign: str = "", words: str = "", message_id: int | None = None) -> "Talk":
        """Decide this event: it says one thing, and wakes and tells nobody."""
        event = e.SignChosen(at=people.AT, choice=choice, sign=sign, words=words, message_id=message_id)
        decision = decide_client(self.file, event)
        (say,) = (effect for effect in decision.effects if isinstance(effect, Say))
        assert not [effect for effect in decision.effects if isinstance(effect, Pass | Wake)]
        assert decision.file.versions == self.file.versions
        self.file, self.said, self.below = decision.file, say.prompt.name, say.below
        self.note = str(say.prompt.values.get("note", ""))
        return self


def test_a_sign_is_added_and_then_the_own_answer_is_asked() -> None:
    """Typed sign, typed answer; the check-in doesn't ask for the list any more."""
    talk = Talk(signed(signs=(), lists_asked=())).does("show")
    assert (talk.said, talk.below) == ("signs.list", True)
    talk.does("add")
    assert (talk.said, talk.file.asking) == ("signs.add", "sign:new")
    talk.does("new", words="  short \n fuse ", message_id=5)
    assert (talk.said, talk.note, talk.below) == ("signs.write", "added", True)
    assert talk.file.asking == "sign:answer:short fuse"
    talk.does("answer", "short fuse", FUSE.answer, 6)
    assert (talk.said, talk.note, talk.file.asking) == ("signs.one", "kept", "")
    assert talk.file.signs == (FUSE,)
    assert "list_signs" in talk.file.lists_asked


def test_an_answer_may_stay_open() -> None:
    """ "Leave it open" keeps the sign, and what is typed next belongs to something else."""
    talk = Talk(signed(signs=())).does("new", words="short fuse").does("list")
    assert talk.file.signs == (Sign(sign="short fuse"),)
    assert talk.file.asking == ""


def test_with_buttons_only_no_words_are_asked_for() -> None:
    """A suggestion is chosen and on the list; nothing waits for typing (R35)."""
    talk = Talk(signed(signs=(), buttons_only=True))
    for choice, sign in (("add", ""), ("write", "short fuse"), ("rename", "short fuse")):
        talk.does("new", words="short fuse").does(choice, sign)
        assert talk.file.asking == ""
    assert talk.file.signs == (Sign(sign="short fuse"),)


def test_answer_and_words_can_be_changed_and_an_edit_corrects_what_was_typed() -> None:
    """The place on the list and the other signs stay."""
    talk = Talk(signed()).does("answer", "Sleeping Badly", "early to bed", 7)
    assert talk.file.signs == (FUSE, replace(SLEEP, answer="early to bed"))
    talk.does("renamed", "sleeping badly", "waking at four", 8)
    assert talk.file.signs == (FUSE, Sign(sign="waking at four", answer="early to bed"))
    subjects = {typed.message_id: typed.subject for typed in talk.file.typed}
    assert subjects == {7: "sign:answer:sleeping badly", 8: "sign:rename:waking at four"}
    talk.does("renamed", "waking at four", "Waking at four")
    assert talk.file.signs[1].sign == "Waking at four", "the same words otherwise written are no other sign"


def test_the_same_sign_is_on_the_list_once() -> None:
    """In any case of its letters, added or as the new words of another one: that one is shown."""
    for talk in (
        Talk(signed()).does("new", words="SHORT FUSE", message_id=5),
        Talk(signed()).does("renamed", "sleeping badly", "Short fuse", 5),
    ):
        assert (talk.said, talk.note) == ("signs.one", "known")
        assert talk.file.signs == (FUSE, SLEEP)


def test_twelve_signs_fit_and_none_is_pushed_out() -> None:
    """The page says the list is full; what the check-in's question brings doesn't take the place of an older one."""
    full = (FUSE, *(Sign(sign=str(n)) for n in range(LIST_MOST - 1)))
    for choice in ("add", "new"):
        talk = Talk(signed(signs=full)).does(choice, words="one more")
        assert (talk.said, talk.note, talk.file.asking) == ("signs.list", "full", "")
        assert talk.file.signs == full
    day = Day(date=people.MONDAY, state="asking", turn="list_signs", at="list_signs")
    added = e.Answered(at=people.AT, day=day.date, question="list_signs", add="one more")
    assert decide_client(signed(signs=full, day=day), added).file.signs == full


def test_what_is_long_is_cut_and_what_is_empty_changes_nothing() -> None:
    """Bounded, so that a list fits in a message; the log keeps all that was typed."""
    talk = Talk(signed()).does("new", words="x" * 500).does("answer", "x" * LONGEST_SIGN, "y" * 5000)
    assert talk.file.signs[-1] == Sign(sign="x" * LONGEST_SIGN, answer="y" * LONGEST_ANSWER)
    for choice in ("new", "answer", "renamed"):
        assert Talk(signed()).does(choice, "short fuse", " \n ").file.signs == (FUSE, SLEEP)


def test_a_sign_is_taken_off_after_a_second_tap() -> None:
    """The first asks; with the last sign the question of today is gone, when it wasn't asked yet."""
    today = Day(date=people.MONDAY, turn=SIGNS)
    talk = Talk(signed(day=today)).does("remove", "short fuse")
    assert (talk.said, len(talk.file.signs)) == ("signs.remove", 2)
    talk.does("removed", "short fuse")
    assert (talk.said, talk.note, talk.file.signs) == ("signs.list", "removed", (SLEEP,))
    assert talk.file.day is not None
    assert talk.file.day.turn == SIGNS
    talk.does("removed", "sleeping badly")
    assert talk.file.day.turn == ""
    assert "signs" not in questions.asked(talk.file.day)


@pytest.mark.parametrize("choice", ["one", "write", "answer", "rename", "renamed", "remove", "removed", "odd"])
def test_a_button_of_a_sign_that_is_gone_shows_the_list(choice: str) -> None:
    """An older keyboard never changes another sign."""
    talk = Talk(signed()).does(choice, "gone", "words")
    assert (talk.said, talk.file.signs) == ("signs.list", (FUSE, SLEEP))


def test_who_goes_on_with_the_check_in_types_there() -> None:
    """Words that were asked for at the list are no longer waited for."""
    asked = signed(asking="sign:answer:short fuse")
    opened = decide_client(asked, e.CheckinOpened(at=people.AT))
    assert opened.file.asking == ""


# --- the question of the check-in ---------------------------------------------------------------------------------


def asking(**changes: object) -> Client:
    """Sanne at the question."""
    day = Day(date=people.MONDAY, state="asking", asked=True, turn=SIGNS, at=SIGNS)
    return signed(day=day, **changes)


def noticed(file: Client, *words: str) -> ClientDecision:
    """Sanne taps a sign, or no."""
    event = e.Answered(at=people.AT, day=people.MONDAY, question=SIGNS, words=words, ready=True)
    return decide_client(file, event)


@pytest.mark.parametrize("words", [("short fuse",), ()])
def test_one_tap_answers_and_goes_on(words: tuple[str, ...]) -> None:
    """A sign or no: the next question is open, in the same message."""
    decision = noticed(asking(), *words)
    day = decision.file.day
    assert day is not None
    assert (day.at, day.words(SIGNS)) == ("complaint", words)
    assert [type(effect) for effect in decision.effects] == [Say]


def test_a_sign_changes_nothing_but_the_day() -> None:
    """Not the plan, not the complaint rule, no need or word for the coach (R2, R19, R26)."""
    for sign in ("short fuse", "sleeping badly"):
        before = asking()
        decision = noticed(before, sign)
        assert but(decision.file, day=before.day) == before
        assert not [effect for effect in decision.effects if isinstance(effect, Pass | Wake)]


def test_another_sign_takes_the_place_of_the_first() -> None:
    """Back and another tap: one answer stands."""
    first = noticed(asking(), "short fuse").file
    back = decide_client(first, e.Moved(at=people.AT, day=people.MONDAY, way="back")).file
    day = noticed(back, "sleeping badly").file.day
    assert day is not None
    assert day.words(SIGNS) == ("sleeping badly",)


# --- once a week --------------------------------------------------------------------------------------------------

Does = Callable[[Day], Day]


def answers(day: Day) -> Day:
    """A check-in that is done to its end."""
    given = Answer(question=SIGNS, at=people.AT) if day.turn == SIGNS else None
    done = replace(day, state="done", asked=True, acted=True)
    return done.keep(given) if given else done


def skips(day: Day) -> Day:
    """The question is skipped."""
    skipped = Answer(question=SIGNS, at=people.AT, skipped=True) if day.turn == SIGNS else None
    done = replace(day, state="done", asked=True, acted=True)
    return done.keep(skipped) if skipped else done


def walks_off(day: Day) -> Day:
    """The question is open when the client leaves."""
    return replace(day, state="asking", asked=True, acted=True, at=day.turn or "energy")


def stops_early(day: Day) -> Day:
    """That's all for today, after the first question."""
    energy = Answer(question="energy", at=people.AT, skipped=True)
    return replace(day, state="done", asked=True, acted=True).keep(energy)


def misses(day: Day) -> Day:
    """Not a sign of life."""
    return replace(day, state="prompted", asked=True, at="energy")


def turns(file: Client, first: date, days: int, does: Callable[[date], Does]) -> Iterator[date]:
    """The dates on which the signs are put, while days go by."""
    for n in range(days):
        today = first + timedelta(days=n)
        day = questions.new_day(file, today)
        if file.asked_on(today):
            day = does(today)(day)
            if day.turn == SIGNS and (day.at == SIGNS or day.answer(SIGNS)):
                yield today
        file = archive(but(file, day=day))


def put(file: Client, first: date, days: int, does: Callable[[date], Does] = lambda _: answers) -> list[str]:
    """The same, readable: weekday and date."""
    return [f"{day:%a %d %b}" for day in turns(file, first, days, does)]


MAR, DEC = date(2027, 3, 22), date(2026, 12, 21)


@pytest.mark.parametrize(
    ("changes", "first", "days", "expected"),
    [
        ({}, people.MONDAY, 14, ["Mon 30 Nov", "Mon 07 Dec"]),
        ({"versions": (), "agreed": ""}, people.MONDAY, 14, ["Mon 30 Nov", "Mon 07 Dec"]),
        ({}, people.MONDAY + timedelta(days=1), 13, ["Thu 03 Dec", "Mon 07 Dec"]),
        ({"checkin_days": EVERY_DAY}, DEC, 28, ["Mon 21 Dec", "Mon 28 Dec", "Mon 04 Jan", "Mon 11 Jan"]),
        ({"versions": (), "agreed": ""}, MAR, 14, ["Mon 22 Mar", "Fri 02 Apr"]),
        ({"checkin_days": (2, 4), "versions": (), "agreed": ""}, DEC, 14, ["Thu 24 Dec", "Thu 31 Dec"]),
        ({"checkin_days": (3, 6), "versions": (), "agreed": ""}, DEC, 14, ["Sat 26 Dec", "Sat 02 Jan"]),
        ({"checkin_days": (2, 5)}, people.MONDAY, 14, ["Tue 01 Dec", "Tue 08 Dec"]),
        ({"checkin_days": (5,)}, people.MONDAY, 14, ["Fri 04 Dec", "Fri 11 Dec"]),
        ({"checkin_days": ()}, people.MONDAY, 14, []),
        ({"signs": ()}, people.MONDAY, 28, []),
    ],
)
def test_they_are_asked_about_once_a_week_where_it_displaces_least(
    changes: dict[str, object], first: date, days: int, expected: list[str]
) -> None:
    """Monday has no turn of its own; then Friday, unless it closes a week of the plan and there is another day.

    Over year borders and public holidays; with one check-in a week that one, also when it closes a week.
    """
    assert put(signed(**changes), first, days) == expected


@pytest.mark.parametrize(
    ("does", "expected"),
    [
        (answers, ["Mon 30 Nov", "Mon 07 Dec"]),
        (skips, ["Mon 30 Nov", "Mon 07 Dec"]),
        (walks_off, ["Mon 30 Nov", "Mon 07 Dec"]),
        (stops_early, ["Thu 03 Dec", "Mon 07 Dec"]),
        (misses, ["Thu 03 Dec", "Mon 07 Dec"]),
    ],
)
def test_a_week_that_was_asked_is_not_asked_again(does: Does, expected: list[str]) -> None:
    """Skipped or left open is asked; a Monday that was missed, or stopped before, leaves it to a later day."""
    found = put(signed(), people.MONDAY, 14, lambda day: does if day == people.MONDAY else answers)
    assert found == expected


def test_no_other_day_is_asked_in_its_place_when_days_are_changed() -> None:
    """Asked on Monday, then Wednesdays only from Tuesday on: not twice in the same week."""
    monday = replace(questions.new_day(signed(), people.MONDAY), state="done")
    given = monday.keep(Answer(question=SIGNS, at=people.AT, words=("short fuse",)))
    changed = archive(signed(checkin_days=(3,), day=given))
    assert put(changed, people.MONDAY + timedelta(days=1), 13) == ["Wed 09 Dec"]


def test_after_a_pause_the_week_goes_on_where_it_was() -> None:
    """Two weeks in which no check-in comes leave no arrears."""
    pause = {people.MONDAY + timedelta(days=n) for n in range(10)}
    assert put(signed(), people.MONDAY, 21, lambda day: misses if day in pause else answers) == [
        "Thu 10 Dec",
        "Mon 14 Dec",
    ]


@pytest.mark.parametrize(
    ("slow", "expected"),
    [
        ("weekly", ["Fri 01 Jan", "Fri 08 Jan", "Fri 15 Jan", "Fri 22 Jan"]),
        ("monthly", ["Fri 01 Jan"]),
    ],
)
@pytest.mark.parametrize("ended", ["kept", "keeping", "open"])
def test_after_the_plan_they_come_with_the_one_check_in(slow: str, expected: list[str], ended: str) -> None:
    """Once a week or month: each time, also while the weeks at full hours are still being counted."""
    file = signed(ended=ended, slow=slow, slow_from=date(2026, 12, 28), checkin_days=(1, 2, 3, 4, 5))
    assert put(file, date(2026, 12, 28), 28) == expected


def test_the_clients_lists_come_first() -> None:
    """In the first week each list by itself, as long as one is left: one turn a day (R11)."""
    joined = people.MONDAY - timedelta(days=1)
    fresh = signed(coaching_since=joined, lists_asked=("list_givers",))
    assert questions.turn_of(fresh, people.MONDAY + timedelta(days=2)) == "list_drainers"
    assert questions.turn_of(but(fresh, lists_asked=()), people.MONDAY) == "list_givers"


def test_a_day_without_a_check_in_asks_only_what_no_later_day_will() -> None:
    """Opened by oneself on Sunday after a missed week: asked; on a Tuesday, with Wednesday to come: not."""
    file = signed(checkin_days=(3,), versions=(), agreed="")
    assert questions.turn_of(file, people.MONDAY + timedelta(days=1)) != SIGNS
    assert questions.turn_of(file, people.MONDAY + timedelta(days=6)) == SIGNS
    assert questions.turn_of(but(file, checkin_days=()), people.MONDAY) == SIGNS


DOES = st.sampled_from([answers, skips, walks_off, stops_early, misses])


@settings(max_examples=60, deadline=None)
@given(
    weekdays=st.sets(st.integers(1, 7)),
    habits=st.lists(DOES, min_size=35, max_size=35),
    planned=st.booleans(),
    ahead=st.integers(0, 60),
)
def test_never_twice_in_an_iso_week(weekdays: set[int], habits: list[Does], planned: bool, ahead: int) -> None:
    """Whatever the client does on whichever days; who does every check-in is asked in each week that has one."""
    first = people.MONDAY + timedelta(weeks=ahead)
    plan = people.plan(start=first, registered=first - timedelta(days=3))
    plans: dict[str, object] = {"versions": (plan,), "agreed": plan.digest()} if planned else {}
    file = signed(checkin_days=tuple(sorted(weekdays)), **{"versions": (), "agreed": "", **plans})
    found = list(turns(file, first, 35, lambda day: habits[(day - first).days]))
    weeks = [day.isocalendar()[:2] for day in found]
    assert len(set(weeks)) == len(weeks)
    always = list(turns(file, first, 35, lambda _: answers))
    assert len(always) == (5 if weekdays else 0)
