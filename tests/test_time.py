"""Time: downtime, changes of the clock, other zones, and settings that change in the middle of a day.

At most one check-in prompt a local date, at most today's after downtime, the step of the week once, and nothing that is
begun in the quiet hours.
"""

import random
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from story import SANNE, ZONE, Story, on_stage
from test_transcripts import first_day, joost_taps, label, plan, sanne_taps, welcome

from simulator.ledger import Seen
from state_machines.files import Client

PROMPT = ("tijd voor je check-in", "time for your check-in")
NUDGE = ("staat nog klaar", "is still")
STEP = ("van je plan.", "of your plan.")
END = ("einddatum van je plan", "end date of your plan")


def client(story: Story) -> Client:
    """The client's file."""
    file = story.file()
    assert isinstance(file, Client)
    return file


def sent(story: Story, since: int = 0) -> list[Seen]:
    """What was newly sent to Sanne since then."""
    return [row for row in story.telegram.ledger.after(since, SANNE) if row.what == "sent"]


def kind(row: Seen) -> str:
    """prompt, nudge, end or step: what the bot begins by itself; empty for an answer."""
    first = row.text.split("\n")[0]
    for name, beginnings in (("prompt", PROMPT), ("nudge", NUDGE), ("end", END), ("step", STEP)):
        if any(text in first for text in beginnings):
            return name
    return ""


def begun(story: Story, since: int = 0) -> list[tuple[str, str]]:
    """What the bot began since then: kind and moment on a Dutch clock."""
    return [(kind(row), f"{row.at.astimezone(ZONE):%a %d %H:%M}") for row in sent(story, since) if kind(row)]


def mark(story: Story) -> int:
    """A place in the ledger to look from."""
    return len(story.telegram.ledger)


async def down_until(story: Story, moment: str) -> int:
    """No bot until then; the place in the ledger at which it is back."""
    since = mark(story)
    story.telegram.clock.jump(datetime.fromisoformat(moment).replace(tzinfo=ZONE))
    await story.settle()
    return since


def accounted(story: Story) -> None:
    """Everything that was due ended with a letter, as expired, or with a reason."""
    tally = story.opened.views.tally()
    assert tally.dropped == 0
    assert story.opened.upkeep.verify() == ()


# --- downtime -----------------------------------------------------------------------------------------------------


DOWNTIMES = [
    # back at, begun at once, begun in the 24 hours after that
    ("2026-11-30 18:00", [], [("prompt", "Tue 01 16:30")]),
    ("2026-12-01 08:00", [], [("prompt", "Tue 01 16:30"), ("nudge", "Tue 01 19:30")]),
    ("2026-12-01 18:00", ["prompt"], []),
    ("2026-12-01 17:30", ["prompt"], [("nudge", "Tue 01 20:30")]),
    ("2026-12-01 20:59", ["prompt"], []),
    ("2026-12-01 21:00", [], []),
    ("2026-12-02 03:00", [], []),
    ("2026-12-08 17:00", ["prompt", "step"], []),  # two messages are enough: no nudge
    ("2026-12-08 03:00", [], [("step", "Tue 08 08:00"), ("prompt", "Tue 08 16:30")]),
    ("2026-12-08 22:00", [], [("step", "Wed 09 08:00")]),
    ("2026-12-09 12:00", ["step"], []),
    ("2026-12-15 18:00", ["prompt", "step"], []),
    ("2026-12-16 09:00", ["step"], []),
    ("2026-12-22 18:00", ["prompt", "step"], []),
    ("2027-01-09 17:00", ["end"], []),  # the plan is over: said late rather than not, then a check-in a week
    ("2027-01-11 17:00", ["end"], []),
    ("2027-01-14 18:00", ["end"], [("prompt", "Fri 15 16:30")]),
    ("2027-06-09 12:00", ["end"], []),
]


@pytest.mark.parametrize(("back", "at_once", "after"), DOWNTIMES)
async def test_after_downtime_comes_what_is_still_of_use(
    back: str, at_once: list[str], after: list[tuple[str, str]]
) -> None:
    """Down since Monday 16:30, an hour to half a year: today's prompt if its window is open, the current step once."""
    async with on_stage() as story:
        await first_day(story)
        since = await down_until(story, back)
        assert sorted(name for name, _ in begun(story, since)) == sorted(at_once)
        since = mark(story)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=23))
        expected = [one for one in begun(story, since) if one not in after]
        assert [one for one in after if one not in begun(story, since)] == []
        assert [one for one in expected if one[0] != "prompt" or "16:30" not in one[1]] == []
        accounted(story)


async def test_what_was_open_before_the_downtime_is_over_after_it() -> None:
    """An unanswered prompt, its nudge, a snooze: the day is closed, its buttons answer kindly, no nudge comes late."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        old = story.sanne.person.screen[-1]
        await sanne_taps(story, "later")
        since = await down_until(story, "2026-12-01 12:00")
        assert begun(story, since) == []
        story.sanne.person.tap(old.message_id, "a:20261130:energy:7")
        await story.settle()
        assert client(story).day.answers == ()
        await story.until("2026-12-01 16:30")
        assert begun(story, since) == [("prompt", "Tue 01 16:30")]
        accounted(story)


async def test_a_pause_ends_by_itself_although_nobody_was_there() -> None:
    """It ended in the downtime: the next check-in is today's, and nothing is said about the pause."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/pauze")
        await sanne_taps(story, "three days")
        since = await down_until(story, "2026-12-04 12:00")
        assert client(story).journey == "coaching"
        assert [row.text for row in sent(story, since)] == []
        await story.until("2026-12-04 16:30")
        assert begun(story, since) == [("prompt", "Fri 04 16:30")]
        accounted(story)


async def test_days_on_which_no_bot_ran_are_not_days_of_silence() -> None:
    """Nobody was asked on them: after eight days of downtime the client isn't taken for silent."""
    async with on_stage() as story:
        await first_day(story)
        await down_until(story, "2026-12-09 12:00")
        await story.until("2026-12-10 16:30")
        assert client(story).silent == 0
        assert kind(sent(story)[-1]) == "prompt"


async def test_the_coachs_summary_of_a_past_morning_does_not_come_late() -> None:
    """One summary at most, today's, on a working day."""
    async with on_stage() as story:
        await first_day(story)
        await story.sanne.says("/belmij")
        since = mark(story)
        story.telegram.clock.jump(datetime(2026, 12, 9, 12, 0, tzinfo=ZONE))
        await story.settle()
        await story.until("2026-12-10 09:00")
        summaries = [row for row in story.telegram.ledger.after(since, 102) if row.what == "sent"]
        assert len(summaries) <= 2
        accounted(story)


# --- changes of the clock ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("friday", "days"),
    [
        ("2027-03-26", ["Fri 26", "Sat 27", "Sun 28", "Mon 29"]),
        ("2027-10-29", ["Fri 29", "Sat 30", "Sun 31", "Mon 01"]),
    ],
)
async def test_over_a_change_of_the_clock_the_prompt_comes_at_the_same_time(friday: str, days: list[str]) -> None:
    """Once a date, at half past four by the clock on the wall, after the short night and after the long one."""
    start = datetime.fromisoformat(f"{friday} 08:00").replace(tzinfo=ZONE)
    async with on_stage(start=start) as story:
        await story.sanne.opens(await story.invite())
        await joost_taps(story, "recognised")
        await sanne_taps(story, "who", "go on", "agree", "16:30")
        await story.sanne.taps("Zelf kiezen")
        await story.sanne.says("elke dag")
        for _ in range(4):
            await story.stage.advance_to((story.now.replace(hour=17) + timedelta(0)).astimezone(ZoneInfo("UTC")))
            await story.sanne.says("/help")
            await story.stage.advance_to((story.now + timedelta(days=1)).astimezone(ZoneInfo("UTC")))
        found = [moment for name, moment in begun(story) if name == "prompt"]
        assert found[:4] == [f"{day} 16:30" for day in days]
        accounted(story)


@pytest.mark.parametrize(
    ("zone", "start", "expected"),
    [
        ("America/Havana", "2027-03-12 12:00", "2027-03-14"),  # clocks jump from 0:00 to 1:00 on the 14th
        ("Africa/Cairo", "2027-04-28 12:00", "2027-04-30"),  # the same, on the 30th
        ("America/Havana", "2027-11-05 12:00", "2027-11-07"),  # 1:00 comes back as 0:00
    ],
)
async def test_a_pause_that_ends_at_a_midnight_that_is_skipped_or_comes_twice_ends_once(
    zone: str, start: str, expected: str
) -> None:
    """And the check-in of that day comes at its time, by the clock there."""
    async with on_stage(start=datetime.fromisoformat(start).replace(tzinfo=ZONE)) as story:
        await welcome(story)
        await story.sanne.says("/instellingen")
        await story.sanne.taps("Tijdzone")
        await story.sanne.says(zone)
        tap(story, "d:1234567")
        await story.settle()
        end = date.fromisoformat(expected)
        days = (end - client(story).today(story.telegram.clock.now)).days
        tap(story, f"p:{days}")
        await story.settle()
        assert client(story).paused_until == end - timedelta(days=1)
        since = mark(story)
        while client(story).today(story.telegram.clock.now) < end + timedelta(days=1):
            await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=6))
        here = ZoneInfo(zone)
        prompts = [row.at.astimezone(here) for row in sent(story, since) if kind(row) == "prompt"]
        assert [f"{at:%Y-%m-%d %H:%M}" for at in prompts] == [f"{expected} 16:30"]
        accounted(story)


# --- settings in the middle of a day ---------------------------------------------------------------------------------


def tap(story: Story, data: str) -> None:
    """A button of the settings, wherever it stood."""
    story.sanne.person.tap(story.sanne.person.screen[-1].message_id, data)


async def changed(story: Story, *data: str) -> None:
    """These buttons, one after the other."""
    for one in data:
        tap(story, one)
        await story.settle()


@pytest.mark.parametrize(
    ("at", "change", "prompts"),
    [
        ("10:00", "t1230", ["Mon 30 12:30", "Tue 01 12:30"]),
        ("10:00", "t1900", ["Mon 30 19:00", "Tue 01 19:00"]),
        ("13:00", "t1230", ["Tue 01 12:30"]),
        ("16:45", "t1900", ["Mon 30 16:30", "Tue 01 19:00"]),
        ("16:45", "t1230", ["Mon 30 16:30", "Tue 01 12:30"]),
        ("16:30", "t1900", ["Mon 30 16:30", "Tue 01 19:00"]),
    ],
)
async def test_another_time_moves_the_next_check_in_and_never_adds_one(
    at: str, change: str, prompts: list[str]
) -> None:
    """Before and after today's prompt, to an earlier and a later time."""
    async with on_stage() as story:
        await welcome(story)
        await story.until(f"2026-11-30 {at}")
        await changed(story, f"{change[0]}:{change[1:]}")
        await story.until("2026-12-01 20:00")
        assert [moment for name, moment in begun(story) if name == "prompt"] == prompts


@pytest.mark.parametrize(
    ("at", "days", "prompts"),
    [
        ("10:00", "23", ["Tue 01 16:30", "Wed 02 16:30"]),
        ("10:00", "1", ["Mon 30 16:30"]),
        ("17:00", "1", ["Mon 30 16:30"]),
        ("17:00", "123", ["Mon 30 16:30", "Tue 01 16:30", "Wed 02 16:30"]),
    ],
)
async def test_other_days_hold_from_now_on(at: str, days: str, prompts: list[str]) -> None:
    """Without today, with today, after today's prompt."""
    async with on_stage() as story:
        await welcome(story)
        await story.until(f"2026-11-30 {at}")
        await changed(story, f"d:{days}")
        for day in ("11-30 17:30", "12-01 17:30", "12-02 17:30"):
            await story.until(f"2026-{day}")
            await story.sanne.says("/help")
        assert [moment for name, moment in begun(story) if name == "prompt"] == prompts


async def test_a_pause_in_the_middle_of_a_day_ends_what_was_still_to_come() -> None:
    """After the prompt: no nudge and no snooze; before it: no prompt. The step of the week comes all the same."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.until("2026-11-30 17:00")
        await changed(story, "p:1")
        await story.until("2026-12-01 10:00")
        await changed(story, "p:7")
        await story.until("2026-12-07 12:00")
        assert begun(story) == [("step", "Mon 30 09:00"), ("prompt", "Mon 30 16:30"), ("step", "Mon 07 09:00")]
        await story.until("2026-12-08 16:30")
        assert begun(story)[3:] == [("prompt", "Tue 08 16:30")]
        accounted(story)


@pytest.mark.parametrize(("at", "prompts"), [("12:00", ["Mon 30 16:30"]), ("18:00", [])])
async def test_a_pause_that_is_ended_the_same_day_leaves_the_day_as_it_was(at: str, prompts: list[str]) -> None:
    """Before the time of the check-in it comes; after it the day is over."""
    async with on_stage() as story:
        await welcome(story)
        await changed(story, "p:3")
        await story.until(f"2026-11-30 {at}")
        await changed(story, "p:0")
        await story.until("2026-12-01 10:00")
        assert [moment for name, moment in begun(story) if name == "prompt"] == prompts


@pytest.mark.parametrize(("ended", "back"), [("16:50", ["Mon 30 17:35"]), ("17:34", ["Mon 30 17:35"]), ("17:36", [])])
async def test_what_was_put_off_to_later_today_comes_although_a_pause_lay_between(ended: str, back: list[str]) -> None:
    """Put off at 16:35, paused, and the pause ended: before the promised hour is over, or just after it."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:35")
        await sanne_taps(story, "later")
        since = mark(story)
        await story.until("2026-11-30 16:40")
        await changed(story, "p:1")
        await story.until(f"2026-11-30 {ended}")
        await changed(story, "p:0")
        await story.until("2026-11-30 23:00")
        rows = [row for row in sent(story, since) if kind(row) == "prompt"]
        assert [f"{row.at.astimezone(ZONE):%a %d %H:%M}" for row in rows] == back
        accounted(story)


async def test_a_pause_and_its_end_after_the_prompt_bring_no_second_one() -> None:
    """Asked, paused, back: that was today's."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        await changed(story, "p:3", "p:0", "t:1900", "t:1630", "t:2030")
        await story.until("2026-12-01 10:00")
        assert [moment for name, moment in begun(story) if name == "prompt"] == ["Mon 30 16:30"]


async def test_another_language_in_the_middle_of_a_check_in_loses_nothing() -> None:
    """The answers stand, the day goes on in the other language, and it is the same check-in."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "7")
        await changed(story, "s:language:en")
        story.language = "en"
        await story.sanne.says("/checkin")
        assert "What gave you energy" in story.sanne.last
        await story.sanne.taps(label(story, "not today"), label(story, "not today"), "3")
        day = client(story).day
        assert (day.number("energy"), day.number("complaint"), day.state) == (7, 3, "done")
        await story.until("2026-12-01 16:30")
        assert PROMPT[1] in story.sanne.last


async def test_a_snooze_and_a_new_time_bring_one_prompt_each_at_most() -> None:
    """Later today, then another time: the snooze comes an hour later as asked, tomorrow's at the new time."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "later")
        await changed(story, "t:1900")
        await story.until("2026-12-01 18:59")
        found = [moment for name, moment in begun(story) if name == "prompt"]
        assert found in (["Mon 30 16:30", "Mon 30 17:30"], ["Mon 30 16:30"])
        await story.until("2026-12-01 19:00")
        assert begun(story)[-1] == ("prompt", "Tue 01 19:00")


# --- other zones -----------------------------------------------------------------------------------------------------


ZONES = [
    "Europe/Amsterdam", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "America/St_Johns",
    "Asia/Kolkata", "Europe/Lisbon", "America/Los_Angeles", "Australia/Lord_Howe",
]  # fmt: skip


@pytest.mark.parametrize("zone", ZONES[1:])
async def test_in_another_zone_the_check_in_comes_at_the_time_there(zone: str) -> None:
    """Moved before today's prompt: at half past four by the clock there, and never in the night there."""
    async with on_stage() as story:
        await welcome(story)
        await changed(story, "d:1234567", f"s:zone:{zone}")
        await story.until("2026-12-02 23:00")
        here = ZoneInfo(zone)
        prompts = [row.at.astimezone(here) for row in sent(story) if kind(row) == "prompt"]
        assert len(prompts) >= 2
        assert {f"{at:%H:%M}" for at in prompts} == {"16:30"}
        assert len({at.date() for at in prompts}) == len(prompts)


async def test_an_opened_note_stays_the_one_that_was_opened_when_the_client_moves() -> None:
    """R33: a private note of the evening before never takes the place of an opened one."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-12-01 23:30")
        await story.sanne.says("geheim van dinsdag")
        await story.until("2026-12-02 12:30")
        await story.sanne.says("open van woensdag")
        await sanne_taps(story, "open note")
        for zone in ZONES[1:]:
            await changed(story, f"s:zone:{zone}")
            notes = story.opened.views.own_notes(client(story).id, date(2026, 11, 1))
            assert [(note.text, note.open) for note in notes] == [
                ("geheim van dinsdag", False),
                ("open van woensdag", True),
            ], zone


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_is_changed_whenever_the_rules_of_the_day_hold(seed: int) -> None:
    """Two weeks of a restless client: times, days, zones, pauses, downtime, snoozes and answers at any hour.

    At most one prompt and two messages a local date, none of them in the quiet hours of the zone of that moment.
    """
    dice = random.Random(seed)
    times, days = ("0830", "1230", "1630", "2030"), ("1234567", "12345", "135", "67", "own")
    zones: list[tuple[int, str]] = []
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        zones.append((mark(story), client(story).zone))
        end = story.telegram.clock.now + timedelta(days=14)
        while story.telegram.clock.now < end:
            wait = timedelta(minutes=dice.randrange(10, 900))
            if dice.random() < 0.15:
                story.telegram.clock.jump(story.telegram.clock.now + wait * 3)
                await story.settle()
            else:
                await story.stage.advance_to(story.telegram.clock.now + wait)
            choice = dice.choice(
                (
                    f"t:{dice.choice(times)}",
                    f"d:{dice.choice(days)}",
                    f"s:zone:{dice.choice(ZONES)}",
                    "p:2",
                    "p:0",
                    "later",
                    "7",
                )
            )
            since = mark(story)  # a zone holds from the choice on, for what follows at once too
            if choice == "later":
                day = client(story).day
                tap(story, f"m:{day.date:%Y%m%d}:snooze:" if day else "p:0")
            elif choice == "7":
                story.sanne.person.send("/checkin")
                story.sanne.person.send("7")
            else:
                tap(story, choice)
            await story.settle()
            zones.append((since, client(story).zone))
        assert_quiet(story, zones)
        accounted(story)


def assert_quiet(story: Story, zones: list[tuple[int, str]]) -> None:
    """The rules of a day, on everything that the bot began."""
    prompts, messages = Counter[date](), Counter[date]()
    snoozes = Counter[date]()
    for row in story.telegram.ledger:
        if row.chat_id != SANNE:
            continue
        zone = next((name for since, name in reversed(zones) if since < row.n), zones[0][1])
        here = row.at.astimezone(ZoneInfo(zone))
        if row.what == "user_tap" and ":snooze" in row.text:
            snoozes[here.date()] += 1
        if row.what != "sent" or not kind(row):
            continue
        assert 8 <= here.hour < 21, f"{row.text[:40]} at {here}"
        prompts[here.date()] += kind(row) == "prompt"
        messages[here.date()] += 1
    assert [day for day, count in prompts.items() if count > 1 + min(snoozes[day], 1)] == []
    assert [day for day, count in messages.items() if count > 2 + min(snoozes[day], 1)] == []
