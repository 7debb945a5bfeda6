"""`trede safety`: the fixed safety texts, to be read and approved by a professional (R22)."""

import click

from bot import frame
from bot.settings import Settings
from bot.shell import login, moment_now, opening
from dialogues import safety_texts
from storage.open import Opened
from storage.organisation import Setting

WHAT = "safety_texts"
DIGEST_SHOWN = 12


@click.group()
def safety() -> None:
    """The safety texts: read them, and record who approved them."""


@safety.command()
@click.argument("language", type=click.Choice(["nl", "en"]))
def texts(language: str) -> None:
    """Every safety text of a language, with the case that it is for."""
    shown = (f"== {case}\n\n{safety_texts.as_read(message)}\n" for case, message in safety_texts.every(language))
    click.echo("\n".join((*shown, f"digest of both languages: {safety_texts.digest()[:DIGEST_SHOWN]}")))


@safety.command()
@click.option("--name", required=True, help="The professional who read and approves the texts.")
@click.option("--role", required=True, help="What they are: psychiatrist, GP, work-and-health psychologist ...")
@click.option("--by", default="", help="Who does this; by default your login name.")
def approve(name: str, role: str, by: str) -> None:
    """Record that a professional approved the safety texts, as they are now, in both languages.

    A text that changes later is not approved any more; `trede doctor` says so.
    """
    if not name.strip() or not role.strip():
        raise click.UsageError("an approval needs a name and a role")
    click.echo(frame.short(lambda chosen: record(chosen, name.strip(), role.strip(), by)))


def record(settings: Settings, name: str, role: str, by: str) -> str:
    """Keep the approval, with the moment and the digest of the texts; never taken back, only followed by another."""
    now = safety_texts.digest()
    with opening(settings) as opened, opened.batch():
        at, who = moment_now(settings), by or login()
        opened.organisation.put(Setting(what=WHAT, values=(("digest", now),), name=name, role=role, at=at, by=who))
    return f"recorded: {name} ({role}) approved the safety texts in Dutch and English ({now[:DIGEST_SHOWN]})"


def approved(opened: Opened) -> tuple[bool, Setting | None]:
    """Whether the texts as they are now were approved, and the last approval of any."""
    given = opened.organisation.settings(WHAT)
    now = ("digest", safety_texts.digest())
    return next(((True, each) for each in reversed(given) if now in each.values), (False, given[-1] if given else None))
