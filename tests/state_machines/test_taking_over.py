"""A person writes, takes the conversation over and gives it back: who may, what goes where, how it ends."""

from dataclasses import replace
from datetime import timedelta

import people
import pytest
from office import AT, Office, anna, joost, lent, picked, sanne

from state_machines import events as e
from state_machines import questions
from state_machines.decide import decide
from state_machines.effects import LetterClass
from state_machines.files import Client, Day, Professional
from state_machines.hand_over import Leave, Talk
from state_machines.taking_over import BREATH, MOST_UNITS, parts

TODAY = people.MONDAY
AWAY = Leave(start=TODAY, end=TODAY + timedelta(days=11))
HOUR = timedelta(hours=1)
CLIENTS = dict(people.clients())


def working() -> Office:
    """Joost away with Anna standing in, so that both could take over."""
    found = Office.of(joost(), anna(), sanne())
    found.happen("p-1", e.DeputyChosen(at=AT, deputy="p-2"))
    return found.happen("p-1", e.LeaveSet(at=AT, leave=AWAY))


def talking(minutes: int = 60) -> Office:
    """Joost has the conversation with Sanne."""
    found = Office.of(joost(talk_minutes=minutes), anna(), sanne())
    return found.happen("p-1", picked("take"))


def typed(text: str = "words", **changes: object) -> e.WordsPassed:
    given: dict[str, object] = {"at": AT, "text": text, "passing": text, "message_id": 5}
    return e.WordsPassed(**{**given, **changes})  # type: ignore[arg-type]


# --- writing once -------------------------------------------------------------------------------------------------


def test_the_next_text_goes_to_the_client_once_and_names_who_wrote_it() -> None:
    """The one after it goes to nobody."""
    found = Office.of(joost(), sanne()).happen("p-1", picked("write"))
    assert found.texts("p-1") == ["desk.write"]
    found.happen("p-1", e.DeskWrote(at=AT, text="Hello"))
    (say,) = found.said["c-1"]
    assert (say.prompt.name, say.prompt.values["name"], say.prompt.values["text"]) == ("talk.wrote", "Joost", "Hello")
    assert say.once
    assert found.texts("p-1") == ["desk.written"]
    assert found.coach("p-1").desk == "idle"
    found.happen("p-1", e.DeskWrote(at=AT, text="Hello"))
    assert (found.texts("p-1"), found.texts("c-1")) == (["desk.nothing"], [])


def test_outside_a_conversation_a_text_waits_for_the_end_of_the_clients_quiet_hours() -> None:
    """The coach is told when it arrives; in a conversation it goes at any hour."""
    night = AT.replace(hour=22)
    found = Office.of(joost(), sanne()).happen("p-1", picked("write", at=night))
    found.happen("p-1", e.DeskWrote(at=night, text="Hello"))
    (say,) = found.said["c-1"]
    assert say.not_before == night.replace(hour=7, minute=0) + timedelta(days=1)
    (told,) = found.said["p-1"]
    assert (told.prompt.values["state"], told.prompt.values["detail"]) == ("later", say.not_before.isoformat())
    found = Office.of(joost(), sanne()).happen("p-1", picked("take", at=night))
    found.happen("p-1", e.DeskWrote(at=night, text="Hello"))
    (say,) = found.said["c-1"]
    assert say.not_before == night


def test_a_text_can_be_taken_back_before_it_is_typed() -> None:
    """Cancel, or another dialogue: nothing goes to the client."""
    for leaving in (e.DeskAsked(at=AT, what="cancel"), e.DeskAsked(at=AT, what="invite"), picked("plan")):
        found = Office.of(joost(), sanne()).happen("p-1", picked("write")).happen("p-1", leaving)
        found.happen("p-1", e.DeskWrote(at=AT, text="Hello"))
        assert found.texts("c-1") == []
        assert found.coach("p-1").with_client is None


def test_a_long_text_goes_in_parts_that_telegram_takes_and_loses_no_word() -> None:
    """Cut at a line or a word; emoji count double there."""
    words = " ".join(f"w{n}" for n in range(1500)) + "\n" + "😀" * 5000
    found = list(parts(words))
    assert len(found) > 2
    assert all(len(part.encode("utf-16-le")) // 2 <= MOST_UNITS for part in found)
    assert "".join("".join(found).split()) == "".join(words.split())
    assert list(parts("short")) == ["short"]


# --- taking over --------------------------------------------------------------------------------------------------


def test_taking_over_is_told_to_both_and_what_is_typed_goes_to_the_other() -> None:
    """Each message names who speaks; nothing is answered by the bot."""
    found = talking()
    assert (found.texts("c-1"), found.texts("p-1")) == (["talk.begun"], ["desk.talk_begun"])
    found.happen("c-1", typed("How are you"))
    (say,) = found.said["p-1"]
    assert (say.prompt.name, say.prompt.values["name"], say.prompt.values["text"]) == (
        "desk.client_said",
        "Sanne",
        "How are you",
    )
    assert say.once
    assert found.texts("c-1") == []
    found.happen("p-1", e.DeskWrote(at=AT, text="Fine"))
    assert (found.texts("c-1"), found.texts("p-1")) == (["talk.wrote"], [])
    found.happen("p-1", picked("give_back"))
    assert (found.texts("c-1"), found.texts("p-1")) == (["talk.over"], ["desk.talk_over"])
    assert (found.client().talk, found.coach("p-1").desk, found.coach("p-1").with_client) == (None, "idle", None)


def test_one_at_a_time_said_kindly() -> None:
    """Anna has it: Joost can neither take it nor write, and hears that it is Anna; and the other way round."""
    for first, second, name in (("p-2", "p-1", "Anna"), ("p-1", "p-2", "Joost")):
        found = working()
        buttons = {"p-1": picked("take"), "p-2": lent("take")}
        found.happen(first, buttons[first])
        assert found.client().talk is not None
        found.happen(second, buttons[second])
        (say,) = found.said[second]
        assert (say.prompt.name, say.prompt.values["why"], say.prompt.values["detail"]) == (
            "desk.talk_refused",
            "other",
            name,
        )
        assert found.texts("c-1") == []
        found.happen(second, {"p-1": picked("write"), "p-2": lent("write")}[second])
        found.happen(second, e.DeskWrote(at=AT, text="Hello"))
        assert (found.texts(second), found.texts("c-1")) == (["desk.not_sent"], [])
        assert found.client().talk.by == first


def test_a_deputy_takes_over_in_the_coachs_name_and_hears_what_is_told_meanwhile() -> None:
    """The client reads who stands in for whom; a signal reaches the deputy who is talking, on leave or not."""
    found = Office.of(joost(), anna(), sanne())
    found.happen("p-1", e.DeputyChosen(at=AT, deputy="p-2"))
    asked = e.ClientTold(at=AT, client="c-1", name="Sanne", what="doctor_overdue", also_deputy=True)
    found.happen("p-1", asked)
    found.happen("p-2", lent("take"))
    assert found.client().talk == Talk(by="p-2", name="Anna", since=TODAY, last=AT, deputy=True)
    found.happen("c-1", e.SafetySignalled(at=AT, tier=1))
    assert found.words("p-1") == found.words("p-2") == ["safety"]


@pytest.mark.parametrize("name", CLIENTS)
def test_only_who_takes_part_and_can_be_reached_is_written_to(name: str) -> None:
    """In every state of a client: it begins, or the desk is told why not; never in silence."""
    file = CLIENTS[name]
    reachable = file.journey in {"coaching", "paused"} and file.chat is not None and file.unreachable is None
    free = file.talk is None or file.talk.by == "p-1"
    found = Office.of(joost(), file).happen("p-1", picked("take"))
    assert (found.texts("p-1") == ["desk.talk_begun"]) is (reachable and free)
    assert (found.client().talk is not None and found.client().talk.by == "p-1") is (reachable and free)
    found = Office.of(joost(), file).happen("p-1", picked("write"))
    found.happen("p-1", e.DeskWrote(at=AT, text="Hello"))
    assert ("talk.wrote" in found.texts("c-1")) is (reachable and free)
    assert len(found.texts("p-1")) == (0 if file.talk and free else 1)


@pytest.mark.parametrize("trigger", ["plan", "leeway", "stop", "evaluation", "consult", "write", "take", "leave"])
def test_no_dialogue_begins_while_the_coach_talks_with_a_client(trigger: str) -> None:
    """Else the words of one would go to the other: refused kindly, the conversation goes on."""
    found = talking().happen("p-1", picked(trigger, "" if trigger == "leave" else "c-1"))
    assert found.texts("p-1") == ["desk.talking"]
    assert found.coach("p-1").desk == "talking"
    for invite in (e.DeskAsked(at=AT, what="invite"),):
        assert talking().happen("p-1", invite).texts("p-1") == ["desk.talking"]


def test_other_commands_of_the_coach_are_answered_in_between() -> None:
    """Looking doesn't end the conversation, and isn't passed on."""
    for what in ("clients", "help", "logbook", "settings", "deputy"):
        found = talking().happen("p-1", e.DeskAsked(at=AT, what=what))
        assert found.texts("p-1") == [f"desk.{what}"]
        assert found.coach("p-1").desk == "talking"
        assert found.texts("c-1") == []


# --- what goes on meanwhile ---------------------------------------------------------------------------------------


def test_a_signal_gets_its_fixed_text_first_and_alone_and_the_conversation_goes_on() -> None:
    """What was written isn't passed on by the signal; the coach is alerted as always (R22)."""
    found = talking().happen("c-1", e.SafetySignalled(at=AT, tier=1, text="secret"))
    assert [say.kind for say in found.said["c-1"]] == [LetterClass.SAFETY]
    assert found.words("p-1") == ["safety"]
    assert "secret" not in repr([say.prompt for say in found.said["p-1"]])
    assert found.client().talk is not None


def test_safety_words_of_the_coach_go_to_no_client_and_that_is_said() -> None:
    """The coach gets the numbers, and hears that the text stayed here; a mention in passing (T3) is no obstacle."""
    for found in (talking(), Office.of(joost(), sanne()).happen("p-1", picked("write"))):
        found.happen("p-1", e.DeskSignalled(at=AT, tier=1))
        assert found.texts("p-1") == ["safety.own", "desk.not_sent"]
        assert found.texts("c-1") == []
        assert found.happen("p-1", e.DeskSignalled(at=AT, tier=3)).texts("p-1") == ["safety.line"]


def woken(found: Office, kind: str, at: object, day: object = TODAY) -> Office:
    return found.happen("c-1", e.Woke(at=at, kind=kind, day=day))  # type: ignore[arg-type]


def test_the_check_in_waits_for_the_end_and_comes_then_and_the_step_does_not_wait() -> None:
    """Put off until after the conversation would end; put off again when it goes on; the step message comes."""
    found = talking()
    woken(found, "checkin", AT)
    assert found.texts("c-1") == []
    (wake,) = [wake for wake in found.wakes if wake.kind == "checkin"]
    assert wake.at == AT + HOUR + BREATH
    assert found.client().day is not None
    assert found.client().day.state == "resting"
    found.happen("c-1", typed(at=AT + timedelta(minutes=50)))
    woken(found, "checkin", wake.at)
    (again,) = [wake for wake in found.wakes if wake.kind == "checkin"]
    assert again.at == AT + timedelta(minutes=50) + HOUR + BREATH
    woken(found, "talk", AT + timedelta(minutes=110))
    woken(found, "checkin", again.at)
    assert found.texts("c-1") == ["checkin"]
    stepping = Office.of(joost(), sanne(next_step=TODAY, talk=Talk(by="p-1", name="Joost", since=TODAY, last=AT)))
    morning = AT.replace(hour=8)
    assert woken(stepping, "step", morning).texts("c-1") == ["week.step"]


def test_a_conversation_late_in_the_day_lets_todays_check_in_fall_out_with_a_reason() -> None:
    """It can't come before the quiet hours: the next one is set, and the day isn't counted as asked."""
    late = AT.replace(hour=19, minute=30)
    found = Office.of(joost(), sanne(talk=Talk(by="p-1", name="Joost", since=TODAY, last=late)))
    decision = decide(found.files["c-1"], e.Woke(at=late, kind="checkin", day=TODAY))
    assert isinstance(decision.file, Client)
    assert decision.file.next_checkin is not None


def test_buttons_of_the_check_in_answer_it_during_a_conversation() -> None:
    """Only what is typed goes to the person."""
    day = replace(questions.new_day(sanne(), TODAY), state="asking", at="energy")
    found = Office.of(joost(), sanne(day=day)).happen("p-1", picked("take"))
    found.happen("c-1", e.Answered(at=AT, day=TODAY, question="energy", number=people.Decimal(7), ready=True))
    assert found.client().day is not None
    assert found.client().day.number("energy") == 7
    assert found.texts("p-1") == []


def test_who_uses_buttons_only_has_nothing_typed_kept() -> None:
    """The words pass; the event that is kept holds none."""
    event = typed("", passing="Hello")
    found = talking().happen("c-1", event)
    (say,) = found.said["p-1"]
    assert say.prompt.values["text"] == "Hello"
    assert event.text == ""


# --- how it ends --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [30, 60, 120])
def test_it_ends_by_itself_so_long_after_the_last_message_of_either(minutes: int) -> None:
    """The coach's setting; words of either put it off; both are told."""
    found = talking(minutes)
    wait = timedelta(minutes=minutes)
    assert [wake.at for wake in found.wakes if wake.kind == "talk"] == [AT + wait]
    later = AT + timedelta(minutes=20)
    found.happen("c-1", typed(at=later))
    assert [wake.at for wake in found.wakes if wake.kind == "talk"] == [later + wait]
    assert woken(found, "talk", AT + wait).texts("c-1") == []
    even_later = later + timedelta(minutes=5)
    found.happen("p-1", e.DeskWrote(at=even_later, text="Hello"))
    woken(found, "talk", even_later + wait)
    assert (found.texts("c-1"), found.texts("p-1")) == (["talk.over"], ["desk.talk_over"])
    assert (found.client().talk, found.coach("p-1").desk) == (None, "idle")


ENDS: dict[str, tuple[str, e.Event]] = {
    "the client stops it": ("c-1", e.Asked(at=AT, what="talk_over")),
    "the client stops with Trede": ("c-1", e.Asked(at=AT, what="stop_sure")),
    "the client can't be reached": ("c-1", e.Unreached(at=AT)),
    "a new link": (
        "p-1",
        e.InviteMade(
            at=AT,
            client="c-1",
            name="Sanne",
            invite=people.Invite(digest="b" * 64, expires=AT + timedelta(hours=72)),
            link="x",
        ),
    ),
    "another coach": ("c-1", e.CoachChanged(at=AT, coach="p-2", coach_name="Anna", coach_days=(1,))),
    "cancelled": ("p-1", e.DeskAsked(at=AT, what="cancel")),
    "erased": ("p-1", e.ClientTold(at=AT, client="c-1", name="Sanne", what="erased")),
}


@pytest.mark.parametrize("how", ENDS)
def test_every_way_to_end_leaves_desk_and_file_apart(how: str) -> None:
    """The desk talks with nobody any more, and what is typed there goes nowhere; the wake is taken back."""
    found = talking()
    file, event = ENDS[how]
    if how == "a new link":  # refused at the desk while talking: made from elsewhere
        assert found.happen(file, event).texts("p-1") == ["desk.talking"]
        found = talking()
        invited = next(each for each in people.coach_events() if isinstance(each, e.Invited))
        file, event = "c-1", invited
    found.happen(file, event)
    assert found.coach("p-1").desk == "idle"
    assert found.coach("p-1").with_client is None
    if how != "erased":
        assert found.client().talk is None
        assert [wake.at for wake in found.wakes if wake.kind == "talk"] == [None]
    assert found.happen("p-1", e.DeskWrote(at=AT, text="Hello")).texts("c-1") == []


def test_a_pause_does_not_end_it() -> None:
    """Check-ins pause; a person who talks doesn't."""
    found = talking().happen("c-1", e.PauseChosen(at=AT, days=3))
    assert found.client().talk is not None


def test_an_edit_is_passed_on_as_one_and_after_the_end_is_told_so() -> None:
    """Nothing of it is kept then."""
    found = talking().happen("c-1", typed(edited=True))
    assert found.said["p-1"][0].prompt.values["edited"] is True
    found.happen("p-1", picked("give_back"))
    assert found.happen("c-1", e.Stale(at=AT, what="talk")).texts("c-1") == ["stale.talk"]
    assert found.happen("c-1", typed(edited=True)).texts("c-1") == ["stale.talk"]
    assert found.texts("p-1") == []


def test_what_was_being_typed_for_the_bot_is_left_at_the_beginning() -> None:
    """A question that waited for typed words doesn't take what is meant for the person."""
    found = Office.of(joost(), sanne(asking="note", day=Day(date=TODAY))).happen("p-1", picked("take"))
    assert found.client().asking == ""


def test_nothing_typed_in_a_conversation_is_kept_at_the_desk() -> None:
    """Neither in the coach's file nor in an event as it is kept there."""
    found = talking().happen("c-1", typed("secret words")).happen("p-1", e.DeskWrote(at=AT, text="other words"))
    assert "words" not in repr(found.coach("p-1"))
    for kind in (e.DeskWrote, e.ClientSaid):
        assert kind.__dataclass_fields__["text"].metadata["unlogged"]
    assert e.WordsPassed.__dataclass_fields__["passing"].metadata["unlogged"]


def test_a_person_who_talks_changes_no_plan() -> None:
    """R2: whatever is said, versions and agreement stay as they are."""
    found = talking()
    before = found.client()
    for file, event in (("c-1", typed()), ("p-1", e.DeskWrote(at=AT, text="x")), ("p-1", picked("give_back"))):
        found.happen(file, event)
    assert (found.client().versions, found.client().agreed) == (before.versions, before.agreed)


def test_the_samples_know_every_state_of_a_desk_that_writes_or_talks() -> None:
    """Else the walks over all states would miss them."""
    desks = [file for _, file in people.desks() if isinstance(file, Professional)]
    assert {"writing", "talking", "leave_from", "leave_until"} <= {file.desk for file in desks}
    assert {bool(file.with_client.coach) for file in desks if file.with_client} == {True, False}
