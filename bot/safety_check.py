"""`trede safety-check`: what the safety scan hears in each line of a file, to try and measure it (R22)."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot import frame
from dialogues.safety import Tier, heard

STDIN = "-"


@click.command("safety-check")
@click.argument("file")
def safety_check(file: str) -> None:
    """Print T1, T2, T3 or -, a tab and the line, for each line of FILE, as if each were a message.

    FILE is UTF-8 text, one message a line; - reads what is typed or piped in. T1: first person and now (a wish, a plan,
    means, a farewell). T2: passive or indirect. T3: somebody else, the past, the news, a denial. -: no signal. A bare
    call for help ("help", "113") gets the reply of T1, and is shown so. Nothing is kept: no database, no settings.
    """
    for line in _lines(file):
        click.echo(f"{name_of(heard(line))}\t{line}".encode())  # as it came in, whatever the terminal speaks


def name_of(tier: int | None) -> str:
    """How a tier is shown; a bare call for help (0) as T1, whose reply it gets."""
    return "-" if tier is None else Tier(tier or Tier.T1).name


def _lines(file: str) -> Iterator[str]:
    """The lines of a file without their ends. What can't be read ends the command, and says what to do."""
    try:
        text = (sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shown = "what came in" if file == STDIN else file
        frame.fail(f"{shown} is no UTF-8 text (byte {error.start + 1}): save it as UTF-8, plain text, then try again")
    except IsADirectoryError:
        frame.fail(f"{file} is a folder: name one text file in it")
    except (FileNotFoundError, ValueError):
        frame.fail(f"there is no file {file!r}: check the name and the folder, or give - to read what is piped in")
    except OSError as error:
        frame.fail(f"{file} can't be read: {error.strerror}. Check who may read it.")
    yield from (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n") if text)
