"""An occupational physician's desk: told without content, reads, answers; everything shown is taken back (R20, R21)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import at_physicians_desk
import people
import pytest
from at_physicians_desk import AT, case, physician

from state_machines import events as e
from state_machines.case import Case
from state_machines.decide import decide
from state_machines.effects import DeskDecision, Pass, Say, Wake
from state_machines.files import Invite, Professional
from state_machines.physician_cases import SHOWN, summary_slot
from state_machines.physician_desk import contact_of, default_of

DAY = timedelta(days=1)
HERE = ZoneInfo("Europe/Amsterdam")
NIGHT = AT + timedelta(hours=6)  # half past ten in the evening
CAME = e.ReferralCame(at=AT, client="c-1", number=1)


def done(file: Professional, event: e.Event) -> tuple[Professional, DeskDecision]:
    """The file after an event, and the whole decision."""
    decision = decide(file, event)
    assert isinstance(decision, DeskDecision)
    return decision.file, decision


def wall(moment: str) -> datetime:
    """A wall-clock moment in the Netherlands."""
    return datetime.fromisoformat(moment).replace(tzinfo=HERE).astimezone(UTC)


def says(decision: DeskDecision) -> list[Say]:
    """What it says."""
    return [effect for effect in decision.effects if isinstance(effect, Say)]


def names(decision: DeskDecision) -> list[str]:
    """The names of the texts it says."""
    return [say.prompt.name for say in says(decision)]


def passed(decision: DeskDecision) -> list[e.Event]:
    """What it passes to clients' files."""
    return [effect.event for effect in decision.effects if isinstance(effect, Pass)]


def wakes(decision: DeskDecision) -> list[tuple[str, datetime | None]]:
    """Kind and moment of the wakes it sets."""
    return [(effect.kind, effect.at) for effect in decision.effects if isinstance(effect, Wake)]


def ways(decision: DeskDecision) -> list[tuple[int, str]]:
    """Which referrals it reports as delivered, and how."""
    return [(event.number, event.way) for event in passed(decision) if isinstance(event, e.ReferralDelivered)]


def pick(what: str, value: str = "1", client: str = "c-1", at: datetime = AT) -> e.DeskPicked:
    """A button about a case."""
    return e.DeskPicked(at=at, what=what, client=client, value=value)


# --- told ---------------------------------------------------------------------------------------------------------


def test_a_referral_is_told_at_once_by_day_and_the_client_hears_that_it_arrived() -> None:
    """One notice with one thing to do; the client's file hears the way."""
    file, decision = done(physician(), CAME)
    assert names(decision) == ["physician.notice"]
    assert ways(decision) == [(1, "telegram")]
    assert file.cases == (Case(client="c-1", number=1, came=AT, state="waiting"),)


def test_nothing_is_told_in_the_quiet_hours() -> None:
    """At night it waits for the morning; the client's file hears of the delivery when it is on its way."""
    file, decision = done(physician(), e.ReferralCame(at=NIGHT, client="c-1", number=1))
    assert (names(decision), passed(decision)) == ([], [])
    [(kind, at)] = wakes(decision)
    assert kind == "notice"
    assert at is not None
    assert at.hour == 7  # eight in the Netherlands
    _, decision = done(file, e.Woke(at=at, kind=kind, day=at.date()))
    assert names(decision) == ["physician.notice"]
    assert ways(decision) == [(1, "telegram")]


def test_after_downtime_a_notice_does_not_come_in_the_night_either() -> None:
    """The wake is late, and waits once more for the morning."""
    _, decision = done(physician(case("new")), e.Woke(at=NIGHT, kind="notice", day=AT.date()))
    assert names(decision) == []
    assert [kind for kind, _ in wakes(decision)] == ["notice"]


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("2026-12-01 09:00", "2026-12-07 08:30"),  # a Tuesday: next Monday
        ("2026-11-30 08:00", "2026-11-30 08:30"),  # early on Monday: the same morning
        ("2026-11-30 09:00", "2026-12-07 08:30"),  # after the list: the next one
        ("2027-03-24 09:00", "2027-03-30 08:30"),  # before Easter Monday: on Tuesday
    ],
)
def test_a_weekly_list_comes_on_monday_morning(came: str, told: str) -> None:
    """Whoever wants one list hears nothing before it; on a public holiday it comes the working day after."""
    at, list_at = wall(came), wall(told)
    file, decision = done(physician(notice="weekly"), e.ReferralCame(at=at, client="c-1", number=1))
    assert names(decision) == []
    assert wakes(decision) == [("notice", list_at)]
    file, _ = done(file, e.ReferralCame(at=at, client="c-2", number=4))
    file, decision = done(file, e.Woke(at=list_at, kind="notice", day=list_at.date()))
    assert names(decision) == ["physician.cases"]
    assert ways(decision) == [(1, "telegram"), (4, "telegram")]
    assert {each.state for each in file.cases} == {"waiting"}


def test_what_came_in_one_night_is_one_list() -> None:
    """Two referrals in a night are one message in the morning."""
    file, _ = done(physician(), e.ReferralCame(at=NIGHT, client="c-1", number=1))
    file, _ = done(file, e.ReferralCame(at=NIGHT, client="c-2", number=1))
    _, decision = done(file, e.Woke(at=AT + DAY, kind="notice", day=(AT + DAY).date()))
    assert names(decision) == ["physician.cases"]


def test_who_has_only_mail_is_told_by_mail() -> None:
    """A letter to the mail address, outside the quiet hours too, and the client's file hears that."""
    _, decision = done(physician(chat=None, mail="smit@example.org"), CAME)
    [say] = says(decision)
    assert (say.mail, say.slot, say.recipe) == (True, "", False)
    assert ways(decision) == [(1, "mail")]


def test_mail_that_never_got_through_is_no_delivery() -> None:
    """The client's file hears it, and the referral is told again by whatever comes next."""
    alone = physician(case("waiting"), chat=None, mail="smit@example.org")
    file, decision = done(alone, e.Unreached(at=AT, mail=True))
    assert ways(decision) == [(1, "none")]
    assert file.cases[0].state == "new"
    _, decision = done(physician(case("waiting"), mail="smit@example.org"), e.Unreached(at=AT, mail=True))
    assert ways(decision) == []


def test_without_chat_and_mail_the_client_hears_that_it_is_not_delivered() -> None:
    """Nothing is lost: it is told as soon as the physician opens the link, also at night."""
    invite = Invite(digest="a" * 64, expires=NIGHT + DAY)
    file, decision = done(physician(chat=None, invite=invite), CAME)
    assert (names(decision), ways(decision)) == ([], [(1, "none")])
    file, decision = done(file, e.DeskOpened(at=NIGHT, chat=9, language="nl"))
    assert names(decision) == ["physician.hello", "physician.cases"]
    assert ways(decision) == [(1, "telegram")]
    assert file.chat == 9


def test_a_link_that_ran_out_opens_nothing() -> None:
    """It says so, to the chat that tried."""
    invite = Invite(digest="a" * 64, expires=AT)
    file, decision = done(physician(case("new"), chat=None, invite=invite), e.DeskOpened(at=AT, chat=9, language="nl"))
    assert file.chat is None
    assert [(say.prompt.name, say.chat) for say in says(decision)] == [("desk.expired", 9)]


def test_a_reminder_comes_while_it_is_unread_and_at_a_decent_hour() -> None:
    """R21: one more notice; what is read, over or unknown isn't reminded of."""
    _, decision = done(physician(case()), e.ReferralReminded(at=NIGHT, client="c-1", number=1))
    [say] = says(decision)
    assert say.prompt.name == "physician.reminder"
    assert say.not_before is not None
    assert say.not_before > NIGHT
    for file in (physician(), physician(case("read")), physician(case("answered"))):
        _, decision = done(file, e.ReferralReminded(at=AT, client="c-1", number=1))
        assert (names(decision), bool(decision.reason)) == ([], True)


def test_asking_for_the_list_is_being_told() -> None:
    """What waits for Monday's list is delivered when the physician looks before that."""
    file, decision = done(physician(case("new"), notice="weekly"), e.DeskAsked(at=AT, what="cases"))
    assert names(decision) == ["physician.cases"]
    assert ways(decision) == [(1, "telegram")]
    _, decision = done(file, e.Woke(at=AT + 7 * DAY, kind="notice", day=(AT + 7 * DAY).date()))
    assert (names(decision), decision.reason) == ([], "nothing new to tell")


def test_who_wants_each_notice_again_gets_what_waited() -> None:
    """From weekly to each: the one that waited for Monday is told at once."""
    file, decision = done(physician(case("new"), notice="weekly"), e.DeskPicked(at=AT, what="notice", value="each"))
    assert file.notice == "each"
    assert names(decision) == ["physician.settings", "physician.notice"]


# --- reading ------------------------------------------------------------------------------------------------------


def test_reading_shows_the_summary_for_a_day_and_tells_the_client_once() -> None:
    """Drawn just before sending; a wake takes it back 24 hours later; the client hears "seen" one time."""
    file, decision = done(physician(case()), pick("read"))
    [say] = says(decision)
    assert (say.prompt.name, say.recipe) == ("case.summary", True)
    assert dict(say.prompt.values) == {"client": "c-1", "number": 1}
    assert passed(decision) == [e.ReferralSeen(at=AT, number=1)]
    assert wakes(decision) == [("take_back", AT + SHOWN)]
    _, decision = done(file, pick("read", at=AT + timedelta(hours=2)))
    assert passed(decision) == []


def test_reading_again_takes_the_first_away() -> None:
    """At most one summary of a case stands in the chat."""
    file, _ = done(physician(case()), pick("read"))
    first = summary_slot(file.cases[0])
    file, decision = done(file, pick("read", at=AT + timedelta(hours=2)))
    assert [(say.prompt.name, say.slot) for say in says(decision)] == [
        ("physician.taken_back", first),
        ("case.summary", summary_slot(file.cases[0])),
    ]
    assert first != summary_slot(file.cases[0])


def test_two_taps_are_one() -> None:
    """A second tap within seconds brings no second copy."""
    file, _ = done(physician(case()), pick("read"))
    after, decision = done(file, pick("read", at=AT + timedelta(seconds=1)))
    assert (after, decision.effects, decision.reason) == (file, (), "shown just now")


def test_after_a_day_it_is_taken_back_and_can_be_read_again_until_it_is_answered() -> None:
    """The case stays open; an answered one is dropped with its summary."""
    file, _ = done(physician(case()), pick("read"))
    early, decision = done(file, e.Woke(at=AT + timedelta(hours=23), kind="take_back", day=AT.date()))
    assert (early, names(decision)) == (file, [])
    slot = summary_slot(file.cases[0])
    file, decision = done(file, e.Woke(at=AT + SHOWN, kind="take_back", day=(AT + SHOWN).date()))
    assert [(say.prompt.name, say.slot) for say in says(decision)] == [("physician.taken_back", slot)]
    assert [(each.state, each.shown_until) for each in file.cases] == [("read", None)]
    answered = physician(case("answered"))
    file, decision = done(answered, e.Woke(at=AT + 3 * DAY, kind="take_back", day=(AT + DAY).date()))
    assert names(decision) == ["physician.taken_back"]
    assert file.cases == ()


def test_several_summaries_each_go_at_their_own_time() -> None:
    """Taking one back sets the wake for the next."""
    file, _ = done(physician(case(), case(client="c-2")), pick("read"))
    later = AT + timedelta(hours=5)
    file, decision = done(file, pick("read", client="c-2", at=later))
    assert wakes(decision) == [("take_back", AT + SHOWN)]
    file, decision = done(file, e.Woke(at=AT + SHOWN, kind="take_back", day=(AT + SHOWN).date()))
    assert wakes(decision) == [("take_back", later + SHOWN)]
    assert [each.shown_until for each in file.cases if each.shown_until] == [later + SHOWN]


def test_a_tap_takes_it_back() -> None:
    """At once; tapping on a copy that is gone already says nothing."""
    file, decision = done(physician(case("read")), pick("take_back"))
    assert names(decision) == ["physician.taken_back"]
    _, decision = done(file, pick("take_back"))
    assert (names(decision), bool(decision.reason)) == ([], True)


# --- answering ----------------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 30)
ANSWERS = [
    ("stands", "1", {"answer": "stands"}),
    ("invites", "1", {"answer": "invites"}),
    *(("known", f"1:{n}", {"answer": "known", "until": TODAY + timedelta(weeks=n)}) for n in (2, 4, 6, 8)),
    ("advises", "1:leeway", {"answer": "advises", "about": "leeway"}),
    ("advises", "1:tasks", {"answer": "advises", "about": "tasks"}),
    ("stop", "1:sure", {"answer": "stop", "name": "Dr. Smit"}),
]


@pytest.mark.parametrize(("what", "value", "fields"), ANSWERS)
def test_each_answer_goes_to_the_client_and_is_confirmed(what: str, value: str, fields: dict[str, object]) -> None:
    """R21's five, with their date, subject or name; under the summary it says that it is answered."""
    file, decision = done(physician(case("read")), pick(what, value))
    assert passed(decision) == [e.ReferralAnswered(at=AT, number=1, **fields)]  # type: ignore[arg-type]
    assert names(decision) == ["physician.answered", "physician.settled"]
    assert file.cases[0].state == "answered"


@pytest.mark.parametrize("what", ["known", "advises", "stop"])
@pytest.mark.parametrize("value", ["1", "1:odd", "1:3"])
def test_what_needs_a_choice_is_asked_first(what: str, value: str) -> None:
    """Known asks for how long, an advice on what, a stop once more; nothing is passed on before that."""
    file, decision = done(physician(case("read")), pick(what, value))
    assert names(decision) == [f"physician.{what}"]
    assert passed(decision) == []
    assert file.cases == (case("read"),)


@pytest.mark.parametrize(("what", "value", "fields"), ANSWERS)
@pytest.mark.parametrize(("state", "says_"), [("answered", "again"), ("waiting", "read_first")])
def test_a_second_answer_or_one_unread_changes_nothing(
    what: str, value: str, fields: dict[str, object], state: str, says_: str
) -> None:
    """The first answer stands; what wasn't opened can't be answered."""
    before = physician(case(state))
    file, decision = done(before, pick(what, value))
    assert (file, passed(decision)) == (before, [])
    assert names(decision) == [f"physician.{says_}"]


@pytest.mark.parametrize("event", list(at_physicians_desk.picks("c-unknown", "1")), ids=str)
def test_a_button_about_somebody_elses_client_is_refused(event: e.DeskPicked) -> None:
    """Whoever isn't this client's physician (any more) sees nothing and changes nothing."""
    before = physician(case("read"))
    file, decision = done(before, event)
    assert (file, passed(decision)) == (before, [])
    assert names(decision) == ["physician.over"]


def test_no_event_at_this_desk_can_carry_a_plan() -> None:
    """R2: whatever comes to a physician's desk, only word of referrals is passed on."""
    for _, file in at_physicians_desk.desks():
        for event in (*people.desk_events(), *at_physicians_desk.clock()):
            decision = decide(file, event)
            kinds = {type(found) for found in passed(decision)}  # type: ignore[arg-type]
            assert kinds <= {e.ReferralDelivered, e.ReferralSeen, e.ReferralAnswered}
            assert decision.effects or decision.reason, event


# --- over ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("why", ["withdrawn", "erased", "closed", "moved"])
def test_when_it_is_over_the_summary_goes_and_the_notice_says_so(why: str) -> None:
    """The case is dropped; its message is deleted; what told of it can say no more than why."""
    before = physician(case("read"))
    file, decision = done(before, e.ReferralGone(at=AT, client="c-1", number=1, why=why))
    assert file.cases == ()
    assert names(decision) == ["physician.taken_back", "physician.gone", "physician.cases"]
    _, decision = done(file, pick("read"))
    assert (names(decision), passed(decision)) == (["physician.over"], [])


def test_one_that_was_not_told_yet_goes_without_a_word() -> None:
    """Withdrawn before Monday's list: the physician never hears of it."""
    file, decision = done(
        physician(case("new"), notice="weekly"), e.ReferralGone(at=AT, client="c-1", number=1, why="withdrawn")
    )
    assert (file.cases, names(decision)) == ((), [])


# --- reached, and not ---------------------------------------------------------------------------------------------


def test_a_physician_who_blocks_the_bot_has_nothing_delivered() -> None:
    """The files of all open cases hear it, so that coach and client do; once."""
    file, decision = done(physician(case(), case("read", client="c-2")), e.Unreached(at=AT))
    assert ways(decision) == [(1, "none"), (1, "none")]
    assert file.unreachable == AT
    _, decision = done(file, e.Unreached(at=AT + DAY))
    assert (decision.effects, decision.reason) == ((), "known already")
    _, decision = done(file, e.ReferralCame(at=AT, client="c-3", number=1))
    assert names(decision) == []
    assert (1, "none") in ways(decision)


def test_with_a_mail_address_a_block_is_got_around() -> None:
    """What wasn't opened is told by mail instead."""
    _, decision = done(physician(case(), mail="smit@example.org"), e.Unreached(at=AT))
    assert [say.mail for say in says(decision)] == [True]
    assert ways(decision) == [(1, "mail")]


def test_back_again_everything_is_told() -> None:
    """Unblocked: what is unread comes as a notice, and the clients' files hear that it is delivered."""
    file, _ = done(physician(case()), e.Unreached(at=AT))
    file, decision = done(file, e.Unreached(at=AT + DAY, reachable=True))
    assert file.unreachable is None
    assert names(decision) == ["physician.notice"]
    assert ways(decision) == [(1, "telegram")]


def test_taking_back_waits_while_the_chat_is_blocked() -> None:
    """Neither the clock nor an end of the referral loses it: it is deleted when the bot can."""
    away = physician(case("read"), unreachable=AT)
    for event in (
        e.Woke(at=AT + 2 * DAY, kind="take_back", day=AT.date()),
        e.ReferralGone(at=AT + DAY, client="c-1", number=1, why="withdrawn"),
    ):
        file, decision = done(away, event)
        assert (names(decision), bool(decision.reason)) == ([], True)
        file, decision = done(file, e.Unreached(at=AT + 3 * DAY, reachable=True))
        assert "physician.taken_back" in names(decision)
        assert not [each for each in file.cases if each.shown_until]


def test_another_account_leaves_nothing_in_the_old_chat() -> None:
    """A new link on another phone: what stood in the chat before is deleted there."""
    invite = Invite(digest="a" * 64, expires=AT + DAY)
    file, decision = done(physician(case("read"), invite=invite), e.DeskOpened(at=AT, chat=77, language="nl"))
    [gone] = [say for say in says(decision) if say.prompt.name == "physician.taken_back"]
    assert gone.chat == 9
    assert (file.chat, file.cases[0].shown_until) == (77, None)


def test_a_new_link_changes_nothing_else() -> None:
    """`trede physician link`: the open cases, number and mail stay."""
    before = physician(case(), mail="smit@example.org")
    invite = Invite(digest="b" * 64, expires=AT + DAY)
    again = e.ProfessionalAdded(at=AT, professional="p-9", name="Dr. Smit", language="nl", invite=invite)
    file, _ = done(before, again)
    assert file == physician(case(), mail="smit@example.org", invite=invite)


# --- who is whose -------------------------------------------------------------------------------------------------


def test_a_physician_and_a_coach_are_made_from_the_same_event() -> None:
    """The role decides; a new physician has number, mail and way of being told."""
    invite = Invite(digest="b" * 64, expires=AT + DAY)
    added = e.ProfessionalAdded(
        at=AT,
        professional="p-9",
        name="Dr. Smit",
        language="nl",
        invite=invite,
        role="physician",
        phone="030 123 45 67",
        mail="smit@example.org",
        notice="weekly",
    )
    file = decide(None, added).file
    assert isinstance(file, Professional)
    assert (file.role, file.phone, file.mail, file.notice) == (
        "physician",
        "030 123 45 67",
        "smit@example.org",
        "weekly",
    )


def test_the_default_for_new_coaches_is_what_others_have_else_the_only_one() -> None:
    """One physician: theirs. Two: whom the other coaches' clients get, else nobody."""
    smit, vos = physician(), physician(id="p-8", name="Dr. Vos")
    joost = people.coach()
    assert default_of([joost]) is None
    assert default_of([joost, smit]) == contact_of(smit)
    assert default_of([joost, smit, vos]) is None
    assert default_of([people.coach(physician=contact_of(vos)), smit, vos]) == contact_of(vos)
