"""What the coach hears of a referral (R20, R21): that it is on its way, that a talk is wanted, the answer as function.

Never what the client reported or wrote, and never what the complaints are. Each says that the plan stands.
"""

from dialogues.suggestions import N_
from dialogues.told_word import CALLED, DONE, PLAN, SEEN, Word

STANDS = N_("The plan stands as agreed until people agree otherwise.")

WORDS: dict[str, Word] = {
    "referral_sent": Word(
        lines=(N_("{name} has sent a report to the occupational physician. You hear the answer after {name}."), STANDS),
    ),
    "talk_wanted": Word(lines=(N_("{name}: a talk is wanted."), STANDS), done=CALLED, meets="talk_wanted"),
    "referral_undelivered": Word(
        lines=(
            N_("A report of {name} to the occupational physician can't be delivered. It is kept and goes when it can."),
            N_("How can the physician be reached? Whoever runs Trede notes it down."),
            STANDS,
        ),
        done=DONE,
        meets="referral_undelivered",
    ),
    "referral_not_seen": Word(
        lines=(
            N_("The report of {name} has been with the occupational physician for five working days, unopened."),
            N_("Will you ask about it? {name} knows that it was sent."),
            STANDS,
        ),
        done=DONE,
        meets="referral_unanswered",
    ),
    "referral_unanswered": Word(
        lines=(
            N_("The report of {name} has been with the occupational physician for ten working days, unanswered."),
            N_("Will you ask about it? {name} knows that it was sent."),
            STANDS,
        ),
        done=DONE,
        meets="referral_unanswered",
    ),
    "answer_stands": Word(
        lines=(N_("The occupational physician about {name}: the plan can go on as agreed."),), done=SEEN, meets="answer"
    ),
    "answer_known": Word(
        lines=(
            N_("The occupational physician about {name}: known. No new report is asked for before {detail}."),
            STANDS,
        ),
        done=SEEN,
        meets="answer",
    ),
    "answer_invites": Word(
        lines=(N_("The occupational physician invites {name} for a talk."), STANDS), done=SEEN, meets="answer"
    ),
    "answer_advises": Word(
        lines=(
            N_("The occupational physician advises about {name}: look together at {detail}."),
            N_("It is advice. Only what {name} and the supervisor agree, and you register, changes the plan."),
            STANDS,
        ),
        done=N_("I plan a talk about it"),
        meets="answer",
        more=(PLAN,),
    ),
    "answer_stop": Word(
        lines=(
            N_("The occupational physician about {name}: stop working now, on medical ground. It comes from {detail}."),
            N_("Nothing stops by itself. Will you register the stop today, with a date to look again?"),
        ),
        done=N_("I have dealt with the stop"),
        meets="stop_advised",
        more=(PLAN,),
    ),
}
#: What the physician advises to look at.
ABOUT = {"": N_("the plan"), "leeway": N_("the leeway"), "tasks": N_("other tasks")}
MET: dict[str, str] = {
    "talk_wanted": N_("Noted: you have called {name}."),
    "referral_undelivered": N_("Noted: you see to it that the report of {name} can be delivered."),
    "referral_unanswered": N_("Noted: you ask after the answer for {name}."),
    "answer": N_("Noted: you have seen the physician's answer about {name}."),
    "stop_advised": N_("Noted: you have dealt with the stop for {name}."),
}
NEEDS = {
    "stop_advised": N_("the physician says: stop now"),
    "talk_wanted": N_("a talk is wanted"),
    "answer": N_("the physician has answered"),
    "referral_undelivered": N_("a report can't be delivered"),
    "referral_unanswered": N_("a report waits for the physician"),
}
MEETS = {
    "stop_advised": N_("I have dealt with the stop"),
    "talk_wanted": N_("I have called about the talk"),
    "answer": N_("I've seen the physician's answer"),
    "referral_undelivered": N_("The report can be delivered"),
    "referral_unanswered": N_("I've asked after the report"),
}
