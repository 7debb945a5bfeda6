"""The complaint machine (R18, R19): quiet -> voiced -> sustained -> offered -> referral -> quiet. Rules, then table.

- It watches while there is something to watch: a bad day, a complaint in words, or scores that are as much worse than
  the first weeks as the change rule asks. Then it looks each morning; on quiet days nothing is set and nothing is done.
- It judges once a local date, over the window that ends yesterday; in a pause too. `complaint_rule` says what lasts.
- Sustained complaints are offered to be reported: a message that the bot begins, so by the rules of such messages
  (R39, R22), and it gives way to the step and the check-in (`why_not_aside`). What can't be said this morning is tried
  again the next.
- Hysteresis: what was found stands until it clears, also when the rule doesn't find it again today. It clears below
  `clear_share`, or when it wasn't found again for a week: older numbers are no reason to begin about it.
- What is offered stays offered when it clears: by then the choice is the client's. Asking for a report always works,
  from any state, and goes the same way.
- After any end nothing is looked at for `rest_days`, or until the physician's date if that is later, and only days
  after the end count for a new episode.

Nothing here knows the plan (R2).
"""

from datetime import date, timedelta

from state_machines import complaint_rule, complaint_watch, consents, days
from state_machines.case import OWN_WORDS, Complaints, Evidence
from state_machines.complaint_rule import Judged
from state_machines.events import Event, Woke
from state_machines.files import COACHED, Client, but
from state_machines.machine import ClientAct, Table, row

WATCHED = ("voiced", "sustained")
#: A report that is still with the client.
UNSENT = ("offered", "reading")
STATES = ("quiet", *WATCHED, "offered", "referral")
DAY = timedelta(days=1)
#: What is typed belongs to a complaint in words while `asking` begins with this (`voicing`).
TYPING = "complaint:"
#: How long what was found stands without being found again.
STANDS = timedelta(days=7)

COMPLAINTS = Table(
    "complaints",
    STATES,
    [
        row("notice", "quiet", "voiced", do="set_look"),
        row("notice", WATCHED, "=", do="set_look"),
        row("judge", WATCHED, "sustained", given="is_found", do=("keep_found", "set_look")),
        row("judge", "sustained", "=", given="still_stands", do="set_look"),
        row("judge", WATCHED, "voiced", given="is_to_watch", do=("drop_found", "set_look")),
        row("judge", WATCHED, "quiet", do="drop_found"),
        row("offer", ("quiet", *WATCHED), "offered", do="stop_looking"),
        row("release", ("quiet", *WATCHED, "offered"), "referral", do="stop_looking"),
        row("end", STATES, "quiet", do=("stop_looking", "drop_found", "rest")),
    ],
)


class ComplaintsAct(ClientAct):
    """Guards and actions of the complaints table. `judged`: what the rule says, when it was asked."""

    def __init__(self, file: Client, event: Event, judged: Judged | None = None, until: date | None = None) -> None:
        super().__init__(file, event, file.complaints.state)
        self.judged, self.until = judged, until

    def keep(self, **changes: object) -> None:
        """Replace fields of what is kept of complaints."""
        self.change(complaints=but(self.file.complaints, **changes))

    # --- guards

    def is_found(self) -> bool:
        """The rule finds that complaints last."""
        return self.judged is not None and bool(self.judged.kind)

    def still_stands(self) -> bool:
        """What was found before didn't clear since, and is no more than a week old."""
        found = self.file.complaints.evidence
        cleared = self.judged is None or self.judged.cleared
        return found is not None and not cleared and self.today - found.on <= STANDS

    def is_to_watch(self) -> bool:
        """There is still something from which a finding can come, today's answer included."""
        return complaint_watch.is_worth(self.file, self.today)

    # --- actions

    def set_look(self) -> None:
        """The next morning; after an episode the first morning on which something new may begin."""
        kept = self.file.complaints
        due = max(self.today + DAY, kept.rests_until or date.min)
        if kept.next_look is not None and kept.next_look <= due:
            return  # set already, or this morning's is still to come
        self.stop_looking()
        self.keep(next_look=due)
        self.wake("complaints", due, days.moment(due, self.file.morning, self.file.zone))

    def stop_looking(self) -> None:
        """Nothing is to be judged: the wake is taken back."""
        waiting = self.file.complaints.next_look
        if waiting is not None:
            self.wake("complaints", waiting, None)
            self.keep(next_look=None)

    def keep_found(self) -> None:
        """What was found, with the numbers of today."""
        assert self.judged is not None
        self.keep(evidence=self.judged.evidence)

    def drop_found(self) -> None:
        """Nothing is found any more."""
        self.keep(evidence=None)

    def rest(self) -> None:
        """The episode is over: a rest, and only new days count (R19)."""
        rests = self.today + timedelta(days=self.file.rule.rest_days)
        named = max(self.until or date.min, self.file.complaints.rests_until or date.min)
        self.keep(rests_until=max(rests, named), since=self.today + DAY)


# --- what others call ---------------------------------------------------------------------------------------------


def watch(act: ClientAct) -> None:
    """A complaint was scored, corrected or put in words, or the rule's numbers are others: looked at from tomorrow on.

    Nothing is set while nothing is worth watching, nor for who isn't coached now: who comes back is looked at again.
    """
    if act.file.journey in COACHED and complaint_watch.is_worth(act.file, act.today):
        _walk(act, "notice")


def look(act: ClientAct) -> Evidence | None:
    """The morning's wake: judge up to yesterday. The evidence, if an offer is to be made now; else a reason."""
    assert isinstance(act.event, Woke)
    _keep(act, next_look=None)
    kept, journey = act.file.complaints, act.file.journey
    if journey not in COACHED or kept.state not in WATCHED:
        act.reason = "nothing to watch" if journey in COACHED else f"the journey is {journey}"
        return None
    _keep(act, told=tuple(each for each in kept.told if each.day >= act.today))
    act.reason = _judge(act, act.today - DAY)
    if act.file.complaints.state == "sustained":
        act.reason = _why_not(act)
    return None if act.reason else act.file.complaints.evidence


def _judge(act: ClientAct, last: date) -> str:
    """Judge the window that ends on this date, once, and not at rest; where that leads."""
    kept = act.file.complaints
    if kept.rests_until is not None and act.today < kept.rests_until:
        _walk(act, "notice")
        return "an episode ended lately"
    if kept.judged is not None and kept.judged >= last:
        _walk(act, "notice")
        return "judged already"
    judged = complaint_rule.judge(act.file, last)
    _keep(act, judged=last)
    _walk(act, "judge", judged)
    return f"complaints: {act.file.complaints.state}"


def move(act: ClientAct, trigger: str, *, rests_until: date | None = None) -> None:
    """What became of a report: offer | release | end. `rests_until`: the date that the physician named."""
    _walk(act, trigger, until=rests_until)


def set_again(act: ClientAct) -> None:
    """The client is back, or travels: the wake that waits is set for their morning, or a new one."""
    kept = act.file.complaints
    if kept.state not in WATCHED:
        return
    if kept.next_look is None:
        _walk(act, "notice")
    else:
        act.wake("complaints", kept.next_look, days.moment(kept.next_look, act.file.morning, act.file.zone))


def left_off(file: Client) -> Client:
    """The file when the client goes on with something else, or a day begins: what is typed next belongs to that."""
    left = file.asking.startswith(TYPING) or file.asking == OWN_WORDS
    return but(file, asking="") if left else file


def retold(file: Client, day: date, note: int, words: str) -> Client:
    """The file when a note was corrected that is a complaint in words: the new words count, in an unsent report too."""
    meant = [each for each in file.complaints.told if (each.day, each.note) == (day, note)]
    told = tuple(but(each, words=words) if each in meant else each for each in file.complaints.told)
    found = file.referral
    if found is not None and found.state in UNSENT:
        old = {each.words for each in meant}
        file = but(file, referral=but(found, words=tuple(words if each in old else each for each in found.words)))
    return but(file, complaints=but(file.complaints, told=told)) if meant else file


# --- how ----------------------------------------------------------------------------------------------------------


def _why_not(act: ClientAct) -> str:
    """Why nothing can be offered this morning; empty when it can."""
    file = act.file
    reasons = (
        (file.journey != "coaching", f"the journey is {file.journey}"),
        (file.chat is None, "no chat is bound"),
        (file.silence_asked, "silent: waiting for the client"),
        (not consents.gives(file, consents.PHYSICIAN), "the client wants no reports to be offered"),
        (days.is_quiet(act.at, file.zone, file.quiet), "quiet hours"),
    )
    return next((reason for applies, reason in reasons if applies), "") or act.why_not_aside()


def _keep(act: ClientAct, **changes: object) -> None:
    kept: Complaints = act.file.complaints
    act.change(complaints=but(kept, **changes))


def _walk(act: ClientAct, trigger: str, judged: Judged | None = None, until: date | None = None) -> None:
    """Walk the table once within another act; a trigger that means nothing leaves all as it was."""
    walked = ComplaintsAct(act.file, act.event, judged, until)
    if COMPLAINTS.walk(walked, trigger):
        act.file = but(walked.file, complaints=but(walked.file.complaints, state=walked.state))
        act.effects += walked.effects
