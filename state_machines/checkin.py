"""The daily check-in (R11-R16, R39). The rules in prose; the table below is the law.

- A day rests until the prompt comes or the client opens the check-in themselves.
- The first answer may come to a prompt, after a snooze, or out of nowhere; each answer moves to the next question.
- A low energy score shortens the day: the client may stop, or go on (tone 11).
- "That's all for today" ends it at any question; what was answered counts (R11). A high complaint is heard alone (R18):
  what was noted comes after that, when the client taps it.
- A finished day opens again as a correction; every earlier answer stays in the log.
- An answer to another question of the same day, from an older keyboard or a second device, is kept and moves nothing.
- One snooze of an hour, one nudge after three hours, both only inside the window and never in quiet hours (R39).
"""

from state_machines import complaints, contacts, evaluating, signs, working
from state_machines.checkin_act import CheckinAct as CheckinAct
from state_machines.checkin_guards import correct as correct
from state_machines.events import ClientEvent, Event
from state_machines.files import Client
from state_machines.machine import Table, row

WAITING = ("prompted", "snoozed")
UNDERWAY = ("prompted", "snoozed", "asking")
STATES = ("resting", "prompted", "snoozed", "asking", "short", "done")

CHECKIN = Table(
    "checkin",
    STATES,
    [
        row("prompt", "resting", "prompted", do="ask_unasked"),
        row("nudge", "prompted", "=", given="may_nudge", do="ask_once_more"),
        row("snooze", "prompted", "snoozed", given="may_snooze", do="promise_later"),
        row("snooze", WAITING, "=", do="no_more_snooze"),
        row("wake_again", "snoozed", "prompted", do="ask_after_snooze"),
        row("open", ("resting", *WAITING), "asking", do="ask_first"),
        row("open", ("asking", "short"), "=", do="show_below"),
        row("open", "done", "asking", do="reopen"),
        row("answer", "resting", "short", given="is_low", do=("keep", "show")),
        row("answer", ("resting", *UNDERWAY), "asking", given="is_not_all", do=("keep", "show")),
        row("answer", UNDERWAY, "asking", given="knows_none", do="hint"),
        row("answer", UNDERWAY, "short", given="is_low", do=("keep", "show")),
        row("answer", UNDERWAY, "done", given="is_last", do=("keep", "finish")),
        row("answer", ("resting", *UNDERWAY), "asking", do=("keep", "ask_next")),
        row("answer", "short", "=", given="is_low", do=("keep", "show")),
        row("answer", "short", "=", given="is_elsewhere", do=("keep", "show")),
        row("answer", "short", "asking", do=("keep", "ask_next")),
        row("answer", "done", "=", given="is_same", do="say_nothing"),
        row("answer", "done", "=", do=("keep", "finish_again")),
        row("skip", ("resting", *UNDERWAY, "short"), "=", given="is_elsewhere", do="show"),
        row("skip", ("resting", *UNDERWAY, "short"), "done", given="is_last", do=("keep_skipped", "finish")),
        row("skip", ("resting", *UNDERWAY, "short"), "asking", do=("keep_skipped", "ask_next")),
        row("back", (*UNDERWAY, "short"), "asking", do="ask_previous"),
        row("enough", ("resting", *UNDERWAY, "short"), "done", do="finish"),
        row("enough", "done", "=", given="was_high", do="close"),
        row("go_on", "short", "asking", do="ask_next_after_short"),
    ],
)


def walk(file: Client, event: Event, trigger: str) -> CheckinAct:
    """Walk the check-in table once with the file's current day; the file must have a day. The act holds the outcome."""
    assert file.day is not None
    left = signs.left_off(evaluating.left_off(file)) if isinstance(event, ClientEvent) else file
    act = CheckinAct(complaints.left_off(contacts.left_off(working.left_off(left))), event, file.day.state)
    if not CHECKIN.walk(act, trigger):
        act.reason = f"{trigger} means nothing in {act.state}"
    act.set_day(state=act.state)
    return act
