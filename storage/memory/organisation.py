"""What the organisation has set, in memory."""

from storage.memory.tables import Tables
from storage.organisation import Setting


class MemoryOrganisation:
    """The settings of a store in memory."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, setting: Setting) -> None:
        """Keep a setting, after those that were there. Called in a batch."""
        self._tables.must_be_in_batch()
        self._tables.put(self._tables.settings, len(self._tables.settings) + 1, setting)

    def settings(self, what: str) -> tuple[Setting, ...]:
        """How this setting was set, oldest first; the last one counts."""
        return tuple(setting for _, setting in sorted(self._tables.settings.items()) if setting.what == what)
