"""What a client consents to, one subject at a time (R33, R34), and the regime of the installation that some hang on.

Each yes and no is a `Consent` in the client's file, with the hash and language of the text that was read; the newest of
a subject counts. What was never spoken of:

- keep, supervisor, diary: no. The diary may also be opened note by note, which is no consent of this kind.
- coach (scores, complaints, what gives and costs energy): in the delegation regime it is part of the occupational
  physician's task and isn't asked; in the client's own tool, and before a regime is chosen, no.
- physician: reports may be offered. An offer sends nothing: each report is read and released one by one (R20). After a
  no nothing is offered; who asks for a report still gets to read and release one, always (R19).
"""

from state_machines.files import Client, Consent

KEEP, COACH, DIARY, PHYSICIAN, SUPERVISOR = "keep", "coach", "diary", "physician", "supervisor"
SUBJECTS = (KEEP, COACH, DIARY, PHYSICIAN, SUPERVISOR)

#: Who answers for the data: the occupational physician, under whose delegation the coach works; or the client alone.
DELEGATION, OWN_TOOL = "delegation", "own_tool"
REGIMES = (DELEGATION, OWN_TOOL)


def newest(client: Client, subject: str) -> Consent | None:
    """The last yes or no on a subject; None when it was never spoken of."""
    return next((each for each in reversed(client.consents) if each.subject == subject), None)


def with_newest(known: tuple[Consent, ...], made: Consent) -> tuple[Consent, ...]:
    """The last word on each subject once this is said. The earlier ones stay in the log and the table of consents."""
    return (*(each for each in known if each.subject != made.subject), made)


def gives(client: Client, subject: str) -> bool:
    """Whether this client lets it happen now; what a subject means without any answer stands above."""
    if subject == COACH and client.regime == DELEGATION:
        return True
    if subject == DIARY:
        return client.diary_open
    found = newest(client, subject)
    return found.given if found is not None else subject == PHYSICIAN


def asked(client: Client) -> tuple[str, ...]:
    """The subjects that this client decides about, in the order in which they are shown."""
    return tuple(each for each in SUBJECTS if each != COACH or client.regime != DELEGATION)
