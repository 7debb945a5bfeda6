"""The generated pages of the reference, but for the diagrams: commands in the chat, commands of the shell, settings."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from dialogues.commands import CLIENT, COACH, FACILITATOR, PHYSICIAN, STRANGER, Command
from dialogues.words import words

WIDTH = 96
ROLES = (
    ("Client", CLIENT, "Who has been invited and takes part."),
    ("Coach", COACH, "Who was added with `trede coach add NAME`."),
    ("Occupational physician", PHYSICIAN, "Who was added with `trede physician add NAME`."),
    ("Process facilitator", FACILITATOR, "Who was added with `trede facilitator add NAME`."),
    ("Somebody else", STRANGER, "Who has no invitation: they are answered, and nothing of them is kept."),
)
MADE = "Do not edit: `make docs` writes this page from `{source}`."
SETTING = re.compile(r"(?P<name>TREDE_[A-Z_]+)=(?P<value>.*)")


def chat_commands() -> str:
    """The commands of each role in both languages, as the menus show them."""
    parts = [
        "# Commands in the chat",
        "",
        MADE.format(source="dialogues/commands.py"),
        "",
        "The names of both languages always work; the menu shows those of one's own language. `/start` opens a link.",
    ]
    for role, commands, about in ROLES:
        parts += ["", f"## {role}", "", about, "", "| Dutch | English | in the menu |", "|---|---|---|"]
        parts += [_row(command) for command in commands if command.menu]
    return "\n".join(parts) + "\n"


def _row(command: Command) -> str:
    dutch, english = (words(language)._(command.about) for language in ("nl", "en"))
    return f"| `/{command.nl}` | `/{command.en}` | {dutch} · {english} |"


def shell_commands() -> str:
    """Every command of `trede` with its arguments and options, as `--help` tells it."""
    from bot.__main__ import main  # which calls this module: not at import

    parts = [
        "# Commands of the shell",
        "",
        MADE.format(source="bot/__main__.py"),
        "",
        "`make venv` puts the command at `.venv/bin/trede`. Each command exits with 0 when all went well, with 1 when "
        "it did not, and says why; with 2 when it was called in a way it doesn't know.",
    ]
    for context in _every(click.Context(main, info_name="trede", terminal_width=WIDTH, **main.context_settings)):
        help_text = "\n".join(line.rstrip() for line in context.get_help().splitlines())
        parts += ["", f"## {context.command_path}", "", "```text", help_text, "```"]
    return "\n".join(parts) + "\n"


def _every(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from _every(click.Context(command, parent=context, info_name=name, terminal_width=WIDTH))


def all_settings(example: Path) -> str:
    """Every setting with what `.env.example` says about it."""
    parts = [
        "# Settings",
        "",
        MADE.format(source=".env.example"),
        "",
        "Technical settings of one installation, from the environment. Wrong ones are named at start, all at once. "
        "What a coach or client chooses (times, days, language) is set in the chat: `/instellingen`, `/settings`.",
        "",
        "| setting | when it isn't set | what it is |",
        "|---|---|---|",
    ]
    for name, value, about in _explained(example.read_text(encoding="utf-8")):
        parts.append(f"| `{name}` | {f'`{value}`' if value else 'nothing'} | {about} |")
    parts += ["", "## The example, to copy", "", "```sh", example.read_text(encoding="utf-8").rstrip(), "```"]
    return "\n".join(parts) + "\n"


def _explained(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, value and the comment that stands above it; settings without a line between them share one."""
    about: list[str] = []
    fresh = True
    for line in text.splitlines():
        found = SETTING.fullmatch(line.strip())
        if line.startswith("#"):
            about = [] if fresh else about
            about.append(line.lstrip("# ").rstrip())
            fresh = False
        elif found:
            yield found["name"], found["value"], " ".join(about)
        else:
            fresh = True
