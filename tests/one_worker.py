"""One process that draws for all stories of a test run: starting it takes longer than most of them."""

from concurrent.futures import ProcessPoolExecutor
from typing import ClassVar

from bot.workshop import Workshop


class OneWorker(Workshop):
    """A workshop that leaves its worker to the next one; one that breaks down is replaced as ever."""

    _left: ClassVar["ProcessPoolExecutor | None"] = None

    def close(self) -> None:
        """Let go of the worker, which goes on."""
        self._stay()
        self._pool = None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = OneWorker._left
            OneWorker._left = super()._open()
        return OneWorker._left

    def _let_go(self, *, kill: bool = False) -> None:
        if kill:
            OneWorker._left = None
            super()._let_go(kill=kill)

    def _end_later(self) -> None:
        """Never for want of work."""
