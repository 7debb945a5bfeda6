"""Who may do what with whose file (R33): one table of action x role x own, foreign, erased client. Deny by default.

- A file is a professional's own when the client stands on their desk: a card, a report; a deputy's as long as the
  coach's own desk says so (`deputies.may`). An administrator has no client of their own: each is foreign.
- An administrator sees no health data: their commands show who there is and that something happened, never what. What
  shows more needs on whose behalf it is (`ON_BEHALF`), and that one sees it in who looked.
- A process facilitator sees what is planned of the clients they facilitate, and nothing else. Nobody is one of a client
  whose details they see (`apart`).
- Erased: nothing is left to look at or act on, for anybody.
- No employer or supervisor has an account. What goes to one is a paper of the plan (`reports.paper.PlanPaper`), and an
  evaluation sheet that the client read and released (`reports.sheet.EvaluationSheet`).

The names: a recipe as it is registered, `pick.` and a button of a desk, `event.` and a class, `trede` and a command.
"""

from collections.abc import Iterable

CLIENT, COACH, DEPUTY, PHYSICIAN, ADMINISTRATOR = "client", "coach", "deputy", "physician", "administrator"
FACILITATOR = "facilitator"
#: No person: due moments and delivery. What it does is in the table like everything else.
CLOCK = "clock"
ROLES = (CLIENT, COACH, DEPUTY, PHYSICIAN, FACILITATOR, ADMINISTRATOR)
OWN, FOREIGN, ERASED = "own", "foreign", "erased"
WHOSE = (OWN, FOREIGN, ERASED)

Cells = frozenset[tuple[str, str]]


def _of(*roles: str) -> Cells:
    """Allowed for these roles: with their own clients; for an administrator, who has none, with any that is there."""
    return frozenset((role, FOREIGN if role == ADMINISTRATOR else OWN) for role in roles)


def _each(prefix: str, names: str, *roles: str) -> dict[str, Cells]:
    return {f"{prefix}{name}": _of(*roles) for name in names.split()}


def _commands(names: Iterable[str]) -> dict[str, Cells]:
    return {f"trede {name}": _of(ADMINISTRATOR) for name in names}


#: What is drawn for a person, by the name of its recipe.
LOOKS: dict[str, Cells] = {
    **_each("", "desk.clients desk.summary desk.trajectory", COACH, DEPUTY),
    **_each("", "desk.rule desk.messages desk.deputy desk.plan_picture", COACH),
    **_each("", "case.summary", PHYSICIAN),
    **_each("", "facilitator.plan", FACILITATOR),
    **_each("", "menu.diary menu.look_back end.kept", CLIENT),
    **_each("", "paper.picture paper.pdf paper.calendar paper.why paper.referral paper.sheet", CLIENT),
    **_each("", "rights.copy rights.copy_json rights.looks", CLIENT),
}
#: The buttons of a desk.
PICKS: dict[str, Cells] = {
    **_each("pick.", "plan_menu plan leeway evaluation consult back change mend register cancel", COACH),
    **_each("pick.", "rule messages weekday summary_time deputy leave leave_over talk_minutes", COACH),
    **_each("pick.", "erase erase_sure erase_not give_back", COACH),
    **_each("pick.", "logbook claim met write take", COACH, DEPUTY),
    **_each("pick.", "stop read", COACH, PHYSICIAN),
    **_each("pick.", "language", COACH, PHYSICIAN, FACILITATOR),
    **_each("pick.", "planned", FACILITATOR),
    **_each("pick.", "take_back choices stands known invites advises notice", PHYSICIAN),
}
#: What changes a client's file, by the class of its event: whoever causes it, through their own desk, chat or command.
EVENTS: dict[str, Cells] = {
    **_each("event.", "LinkOpened WelcomeChosen TimeChosen DaysChosen Asked SettingChosen Unreadable Stale", CLIENT),
    **_each("event.", "CheckinOpened Answered NotUnderstood Moved HoursNoted TasksNoted SignChosen", CLIENT),
    **_each("event.", "Noted NoteEdited NoteOpened WordsPassed ContactsChosen SafetySignalled SafetyAnswered", CLIENT),
    **_each("event.", "PlanAnswered DoableAnswered LeewayAsked EvaluationAsked EvaluationPrepared EndChosen", CLIENT),
    **_each("event.", "SheetChosen", CLIENT),
    **_each("event.", "Disturbed DoctorSaid PaperAsked ComplaintVoiced ReferralChosen PauseChosen", CLIENT),
    **_each("event.", "RightsChosen ConsentAsked ConsentGiven ConsentWithdrawn", CLIENT),
    **_each("event.", "ReferralSeen ReferralAnswered", PHYSICIAN),
    **_each("event.", "Invited LeewayTaken PlanStopped EvaluationHeld ConsultSet WeekRead", COACH),
    **_each("event.", "ClaimAnswered NeedMet CoachWrote TakenOver GivenBack", COACH, DEPUTY),
    **_each("event.", "PlanAgreed CoachChanged ErasureAsked", COACH, ADMINISTRATOR),
    **_each("event.", "RuleSet RegimeSet PhysicianSet FacilitatorSet", ADMINISTRATOR),
}
#: What due moments and delivery bring about, at the file it is for; of a report the physician's desk hears it first.
CLOCK_EVENTS: dict[str, Cells] = {
    **_each("event.", "Woke Unreached Faded", CLOCK),
    **_each("event.", "ReferralDelivered", PHYSICIAN),
}
#: What happens at a professional's own desk, by the class of its event and whose desk it can be; most is word that a
#: client's file passes on.
DESK_EVENTS: dict[str, Cells] = {
    **_each("event.", "DeskOpened DeskAsked DeskPicked DeskUnreadable DeskSignalled", COACH, PHYSICIAN, FACILITATOR),
    **_each("event.", "DeskTyped InviteMade DeskWrote DeputyAsks DeputyKnown ClientsHanded", COACH),
    **_each("event.", "ClaimAsked ClientSaid", COACH, DEPUTY),
    **_each("event.", "TalkTold", COACH, DEPUTY, ADMINISTRATOR),
    **_each("event.", "ClientTold", COACH, DEPUTY, FACILITATOR, ADMINISTRATOR),
    **_each("event.", "DeputyPicked DeputyAnswered StandInOver", DEPUTY),
    **_each("event.", "StandInAsked", DEPUTY, PHYSICIAN, FACILITATOR),
    **_each("event.", "DeputyChosen LeaveSet", COACH, ADMINISTRATOR),
    **_each("event.", "ReferralCame ReferralReminded", PHYSICIAN),
    **_each("event.", "ReferralGone", PHYSICIAN, ADMINISTRATOR),
    **_each("event.", "Facilitates", FACILITATOR),
    **_each("event.", "ProfessionalAdded CoachRemoved DefaultsSet", ADMINISTRATOR),
}
#: The commands of the shell. Who sits there is an administrator, whatever else they are.
COMMANDS: dict[str, Cells] = _commands(
    (
        *("run", "demo", "simulate", "doctor", "health", "verify", "preview", "catalogues", "docs"),
        *("backup", "restore"),
        *("clients", "log", "export", "forget", "safety texts", "safety approve", "safety-check"),
        *("coach add", "coach list", "coach deputy", "coach leave", "coach remove"),
        *("physician add", "physician assign", "physician link", "physician list"),
        *("facilitator add", "facilitator assign", "facilitator unassign", "facilitator link", "facilitator list"),
        *("plan preview", "plan import", "rule show", "rule set", "rule explain", "regime show", "regime set"),
        *("retention show", "retention set", "retention run", "keys init", "keys rotate", "keys status", "keys backup"),
    )
)
#: On whose behalf an administrator may see what stands in a file: as much as that one may see of it, and it is logged.
ON_BEHALF: dict[str, tuple[str, ...]] = {
    "trede log": (CLIENT,),
    "trede export": (CLIENT,),
    "trede rule explain": (CLIENT, COACH),
}
POLICY: dict[str, Cells] = {**LOOKS, **PICKS, **EVENTS, **CLOCK_EVENTS, **DESK_EVENTS, **COMMANDS}


def may(role: str, action: str, whose: str) -> bool:
    """Whether this role may do this with such a client's file. What the table doesn't know is denied."""
    return (role, whose) in POLICY.get(action, ())


def may_for(command: str, whom: str) -> bool:
    """Whether an administrator may see content with this command on behalf of the client or the coach."""
    return whom in ON_BEHALF.get(command, ())
