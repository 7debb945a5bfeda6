"""The generated page of who may do what (R33), from the one table that the code asks: `state_machines/policy.py`."""

from collections.abc import Iterator, Mapping

from state_machines import policy

NONE = "–"
PARTS: tuple[tuple[str, str, Mapping[str, policy.Cells]], ...] = (
    (
        "What is drawn for a person",
        "Each look of a professional is written into the client's access log before it is shown.",
        policy.LOOKS,
    ),
    ("Buttons of a desk", "A button about a client who isn't on the desk (any more) changes nothing.", policy.PICKS),
    (
        "What changes a client's file",
        "By the class of its event, asked before anything is decided (`state_machines/causing.py`). A client's own "
        "come from their own chat alone. Due moments and delivery (the clock, no person) have their own: "
        + ", ".join(f"`{action.removeprefix('event.')}`" for action in policy.CLOCK_EVENTS)
        + "; the last comes by the desk of the physician.",
        policy.EVENTS,
    ),
    (
        "What happens at a professional's own desk",
        "By whose desk it can be; most is word that the file of a client passes on, who has to do with that desk.",
        policy.DESK_EVENTS,
    ),
    ("Commands of the shell", "Whoever sits there is an administrator.", policy.COMMANDS),
)


def roles() -> str:
    """The page: for each action and role with whose file it is allowed; what isn't there is denied."""
    parts = [
        "# Who may do what",
        "",
        "Do not edit: `make docs` writes this page from `state_machines/policy.py`; `tests/test_policy.py` tries every "
        "cell at the real doors, and fails for an action that has no row.",
        "",
        f"*own*: with a client of their own (an administrator has none). *foreign*: with another. {NONE}: not at all. "
        "With an erased client nobody may do anything: nothing is left. An employer or supervisor has no account.",
        "",
        "What a coach or deputy sees of scores, complaints and diary hangs on the regime (`trede regime`) and on "
        'what the client opened (`state_machines/consents.py`): "not opened to you" stands there otherwise.',
        "",
        "An administrator sees that something happened, not what. On whose behalf they may see more, which is logged:",
        "",
        *(f"- `{command}`: {' or '.join(whom)}" for command, whom in policy.ON_BEHALF.items()),
    ]
    for title, about, table in PARTS:
        head, line = " | ".join(policy.ROLES), "|".join("---" for _ in policy.ROLES)
        parts += ["", f"## {title}", "", about, "", f"| action | {head} |", f"|---|{line}|"]
        parts += [f"| `{action}` | {' | '.join(_cells(cells))} |" for action, cells in table.items()]
    return "\n".join(parts) + "\n"


def _cells(cells: policy.Cells) -> Iterator[str]:
    """With whose file each role may do it."""
    for role in policy.ROLES:
        yield ", ".join(whose for whose in policy.WHOSE if (role, whose) in cells) or NONE
