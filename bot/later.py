"""Commands that are read only when they are asked for: `trede run`, which stays, needs none of the others."""

from collections.abc import Mapping
from importlib import import_module

import click


class Later(click.Group):
    """A group that also knows commands by name and place (`module:attribute`), and reads their modules when called."""

    #: Of every command that isn't read yet, where it is.
    places: Mapping[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted({*super().list_commands(ctx), *self.places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; None when there is none."""
        if cmd_name not in self.places:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.places[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


def group(places: Mapping[str, str]) -> type[Later]:
    """The class of a group with these commands."""
    return type("LaterHere", (Later,), {"places": places})
