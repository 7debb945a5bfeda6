"""The command `trede`."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import click
import structlog
import uvloop
from telegram.error import Conflict, InvalidToken, NetworkError

from bot import (
    crash,
    erased,
    frame,
    keyring,
    later,
    logs,
    regime,
    settings,
    shell,
    stopping,
)
from bot.app import AlreadyRunning, App, bot_for, clock_for, only_one
from bot.courier import Courier
from bot.findings import FAULT
from bot.regime_kept import NotChosen
from bot.vigil import PortTaken, told_outside, watched
from state_machines import policy
from storage.open import must_be_whole, open_sqlite
from storage.port import StoreBroken, StoreBusy

log = structlog.get_logger()
#: A turn makes many small values and no cycles: the collector's default looks for them far too often.
COLLECT_SELDOM = (20_000, 20, 20)


#: Commands that have a module of their own.
ELSEWHERE = {
    "physician": "bot.physician_shell:physician",
    "facilitator": "bot.facilitator_shell:facilitator",
    "plan": "bot.plan_shell:plan",
    "rule": "bot.rule_shell:rule",
    "regime": "bot.regime_shell:regime",
    "retention": "bot.retention_shell:retention",
    "safety": "bot.safety_shell:safety",
    "safety-check": "bot.safety_check:safety_check",
    "keys": "bot.keys_shell:keys",
    "backup": "bot.backup_shell:backup",
    "restore": "bot.backup_shell:restore",
}
OF_A_COACH = {name: f"bot.coach_shell:{name}" for name in ("deputy", "leave", "remove")}

#: An administrator sees what a client said only for that client, who asked for it (`state_machines.policy`).
FOR_CLIENT = click.option(
    "--for",
    "whom",
    type=click.Choice(policy.ON_BEHALF["trede export"]),
    help="On whose behalf: with it you see what they may see, and they see that you did.",
)


@click.group(cls=later.group(ELSEWHERE), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trede")
def main() -> None:
    """Trede: a Telegram coach that walks an employee on sick leave back to work, along an agreed plan."""


@main.command()
def run() -> None:
    """Run the bot, with the token of TREDE_TOKEN or TREDE_TOKEN_FILE."""
    chosen = frame.chosen()
    logs.set_up(chosen.log)
    try:
        with only_one(chosen.database):
            _until_stopped(lambda: _serve(chosen))
    except AlreadyRunning as error:
        frame.fail(str(error))


async def _serve(chosen: settings.Settings) -> None:
    async with told_outside(chosen.ping):
        await _serve_whole(chosen)


async def _serve_whole(chosen: settings.Settings) -> None:
    must_be_whole(chosen.database)
    keys = keyring.must_have(chosen)
    migrated = partial(crash.here, crash.MIGRATION)
    opened = open_sqlite(chosen.database, keys=keys, migrated=migrated, passing=crash.here)
    try:
        async with clock_for(chosen) as clock:
            erased.tell_desks(opened, clock.now())
            regime.must_be_chosen(opened, clock.now(), invented=bool(chosen.clock))
            app = App(opened, *bot_for(chosen), clock, mail=Courier(chosen.mail).carry)
            await app.start()
            log.info("trede.started", bot=app.bot.username)
            try:
                async with watched(app, chosen):
                    await app.run()
            finally:
                await app.stop()
    finally:
        opened.close()


def _until_stopped(serve: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run until Ctrl-C or SIGTERM; what nothing here can mend ends with one clear line."""

    async def until() -> None:
        task = asyncio.ensure_future(serve())
        loop = asyncio.get_running_loop()

        def stop() -> None:
            stopping.for_sure()
            task.cancel()

        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)
        await task

    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_SELDOM)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(until())
    except* asyncio.CancelledError:
        log.info("trede.stopped")
    except* keyring.NoKey as missing:
        frame.fail(str(missing.exceptions[0]))
    except* InvalidToken:
        frame.fail(frame.TOKEN_UNKNOWN)
    except* Conflict:
        frame.fail("another program polls with this token: stop it first, or make a new token with BotFather (/revoke)")
    except* (StoreBroken, StoreBusy) as broken:
        frame.fail(f"the database can't be used: {broken.exceptions[0]}")
    except* NetworkError:
        frame.fail(f"{frame.UNREACHABLE}, then start again; nothing was lost")
    except* aiohttp.ClientConnectionError:
        frame.fail(frame.CLOCK_AWAY)
    except* (PortTaken, NotChosen) as refused:
        frame.fail(str(refused.exceptions[0]))


@main.command()
@click.option("--port", default=0, help="The page's port; 0 takes a free one.")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", help="What the invented people speak.")
def demo(port: int, browser: bool, language: str) -> None:
    """Try Trede: no token, no network. A local Telegram, two chats, and a clock you can push."""
    from simulator import demo as local

    sys.exit(local.run(port=port, browser=browser, language=language))


@main.command()
@click.option("--clients", default=20, show_default=True)
@click.option("--weeks", default=2, show_default=True)
@click.option("--seed", default=7, show_default=True)
@click.option("--http", is_flag=True, help="Over the wire, with the bot as a process of its own.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable.")
@click.option("--store", default="", metavar="sqlite:///FILE", help="Keep the database as this file.")
@click.option("--transcripts", default="", metavar="DIR", help="Keep what everybody typed and read: a file a person.")
def simulate(clients: int, weeks: int, seed: int, http: bool, as_json: bool, store: str, transcripts: str) -> None:
    """Play synthetic people through the real bot on a virtual clock, and count what must be zero.

    Nothing is kept unless asked for, and nothing is overwritten. In a transcript, lines that begin with "> " are what
    the person typed, or the button they tapped; lines that begin with "< " are what the bot said.
    """
    from bot import simulated, simulation

    try:
        left = simulated.left(store, transcripts)
    except simulated.NotFree as error:
        frame.fail(str(error))
    sys.exit(simulation.run(clients=clients, weeks=weeks, seed=seed, http=http, as_json=as_json, left=left))


@main.group(cls=later.group(OF_A_COACH))
def coach() -> None:
    """Coaches."""


@coach.command("add")
@click.argument("name")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--by", default="", help="Who does this; by default your login name.")
def coach_add(name: str, language: str, by: str) -> None:
    """Add a coach; prints their one-time link (72 hours)."""
    click.echo(frame.short(lambda chosen: shell.add_coach(chosen, name, language, by), needs_token=True))


@coach.command("list")
def coach_list() -> None:
    """The coaches and their ids."""
    from bot import coaches

    click.echo(frame.short(coaches.listed))


@main.command()
@click.option("--by", default="", help="Who looks; by default your login name.")
def clients(by: str) -> None:
    """The clients: id, name, coach, where they are. No answers. The look is written to the access log."""
    from bot import looking

    click.echo(frame.short(lambda chosen: looking.clients(chosen, by)))


@main.command("log")
@click.argument("client")
@click.option("--by", default="", help="Who looks; by default your login name.")
@click.option("--why", default="shell", help="The reason, kept in the access log.")
@FOR_CLIENT
def log_(client: str, by: str, why: str, whom: str | None) -> None:
    """A client's log, one line a turn: when, and who caused it. The look is written to the access log."""
    from bot import looking

    click.echo(frame.short(lambda chosen: looking.log(chosen, client, by, why, whom or "")))


@main.command()
@click.argument("client")
@click.option("--json", "as_json", is_flag=True, required=True, help="Machine-readable: the one form there is so far.")
@click.option("--by", default="", help="Who looks; by default your login name.")
@click.option("--why", default="export", help="The reason, kept in the access log.")
@FOR_CLIENT
def export(client: str, as_json: bool, by: str, why: str, whom: str | None) -> None:
    """What is kept of a client; everything with --for client. The look is written to the access log."""
    from bot import looking

    assert as_json
    click.echo(frame.short(lambda chosen: looking.export(chosen, client, by, why, whom or "")))


@main.command()
@click.argument("client")
@click.option("--by", default="", help="Who does this; by default your login name.")
@click.confirmation_option("--yes", prompt="This erases everything that is kept of this client. Go on?")
def forget(client: str, by: str) -> None:
    """Erase everything of a client. It can't be taken back; backups made before still hold it."""
    click.echo(frame.short(lambda chosen: shell.forget(chosen, client, by)))


@main.command()
def verify() -> None:
    """Recompute every chain; one line for each fault. Exit code 1 when there is one."""
    faults = frame.short(shell.verify)
    click.echo(faults or "all chains are whole")
    sys.exit(1 if faults else 0)


@main.command()
def doctor() -> None:
    """What is right about this installation and what isn't, a line each. Exit code 1 when there is a fault."""
    from bot import doctor as look

    findings = frame.short(look.examine)
    click.echo("\n".join(map(str, findings)))
    sys.exit(1 if any(finding.kind == FAULT for finding in findings) else 0)


@main.command()
def health() -> None:
    """Whether the bot of this database runs well, a line each. Quick; exit code 1 when it doesn't."""
    from bot import health as look

    findings = look.examine(frame.chosen(needs_token=False))
    click.echo("\n".join(map(str, findings)))
    sys.exit(1 if any(finding.kind == FAULT for finding in findings) else 0)


@main.command()
@click.argument("language", type=click.Choice(["nl", "en"]))
@click.option("--to", type=click.Path(path_type=Path), default=None, help="The file; preview-LANGUAGE.html by default.")
def preview(language: str, to: Path | None) -> None:
    """Write one HTML page with every message as a reader will see it."""
    from dialogues import preview as pages

    path = to or Path(f"preview-{language}.html")
    path.write_text(pages.page(language), encoding="utf-8")
    click.echo(f"wrote {path}")


@main.command()
def catalogues() -> None:
    """Bring the catalogues up to date with the texts, and say what is missing."""
    from dialogues import catalogues as all_of_them

    all_of_them.update(Path(all_of_them.__file__).parent)
    problems = all_of_them.problems()
    click.echo("\n".join(problems) or "the catalogues are complete")
    sys.exit(1 if problems else 0)


@main.command()
@click.option("--check", is_flag=True, help="Change nothing; exit code 1 when a page is stale.")
def docs(check: bool) -> None:
    """Draw the tables of the state machines as diagrams in docs/."""
    from bot import diagrams

    stale = diagrams.draw(Path("docs"), check=check)
    what = "stale" if check else "wrote"
    click.echo("\n".join(f"{what}: {name}" for name in stale) or "the pages are up to date")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
