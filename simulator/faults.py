"""Switches for everything that can go wrong between a bot and Telegram."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal, get_args

from simulator.params import Call
from simulator.reply import Refused, Reply

Kind = Literal[
    "400", "401", "403", "404", "409", "429", "500", "502", "504",
    "reset_before", "reset_after", "hang_before", "hang_after", "truncated", "html",
    "html_200", "odd",
]  # fmt: skip
KINDS: frozenset[str] = frozenset(get_args(Kind))
CARRIED_OUT = frozenset({"reset_after", "hang_after", "truncated"})
"""The kinds whose call takes effect although no good answer comes."""

_SAYS = {
    "400": "Bad Request: injected fault",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "404": "Not Found",
    "409": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    "429": "Too Many Requests: retry after {0}",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "504": "Gateway Timeout",
}
_HTML = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"


#: A gateway's page of error, and some proxy's page that says all is well.
_INSTEAD = {
    "html": Reply(status=502, body={}, raw=_HTML, content_type="text/html"),
    "html_200": Reply(status=200, body={}, raw=_HTML, content_type="text/html"),
}


class Dropped(ConnectionError):  # noqa: N818 - read where it is raised
    """The connection broke; `carried_out` says whether the call took effect, `hold` how long the line stayed silent."""

    def __init__(self, kind: str, *, carried_out: bool, hold: float = 0.0) -> None:
        super().__init__(f"fault {kind}: the connection was closed without an answer")
        self.kind, self.carried_out, self.hold = kind, carried_out, hold


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One thing going wrong: for which calls, how, how often, and after how many calls that still go well."""

    method: str = "*"
    kind: str
    times: int | None = 1
    after: int = 0
    chat_id: int | None = None
    retry_after: int = 3
    description: str | None = None
    """Other words than Telegram's usual ones; of "odd", JSON that isn't as the Bot API promises, the whole body."""
    timeout: float = 60.0
    """Real seconds a hanging connection stays open."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault of kind {self.kind!r}; there are {', '.join(sorted(KINDS))}")

    def meets(self, call: Call) -> bool:
        """Whether this call is one of those that may go wrong."""
        wanted = self.method == "*" or self.method.lower() == call.method.lower()
        return wanted and (self.chat_id is None or call.text("chat_id") == str(self.chat_id))

    def before(self) -> Reply | None:
        """What happens instead of the call; None when the call is carried out first."""
        if self.kind.isdigit():
            says = self.description or _SAYS[self.kind].format(self.retry_after)
            return Refused(int(self.kind), says, retry_after=self.retry_after if self.kind == "429" else None).reply()
        if self.kind == "odd":
            return Reply(status=200, body={}, raw=(self.description or "[]").encode())
        if self.kind in _INSTEAD:
            return _INSTEAD[self.kind]
        if self.kind not in CARRIED_OUT:
            raise self._dropped()
        return None

    def after_all(self, reply: Reply) -> Reply:
        """What becomes of the answer once the call was carried out."""
        if self.kind != "truncated":
            raise self._dropped()
        whole = json.dumps(reply.body).encode()
        return Reply(status=reply.status, body={}, raw=whole[: len(whole) * 2 // 3])

    def _dropped(self) -> Dropped:
        hold = self.timeout if self.kind.startswith("hang") else 0.0
        return Dropped(self.kind, carried_out=self.kind in CARRIED_OUT, hold=hold)


@dataclass(slots=True)
class _Armed:
    fault: Fault
    skip: int
    left: int | None


@dataclass(slots=True)
class Faults:
    """The faults switched on, in order; the first that fits a call is used. `struck` counts those that happened."""

    struck: int = 0
    _armed: list[_Armed] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Switches a fault on."""
        self._armed.append(_Armed(fault, fault.after, fault.times))

    def clear(self) -> None:
        """Switches all faults off."""
        self._armed.clear()

    @property
    def waiting(self) -> tuple[Fault, ...]:
        """The faults that can still strike."""
        return tuple(armed.fault for armed in self._armed)

    def strike(self, call: Call) -> Fault | None:
        """The fault this call meets, if any, counted off."""
        for armed in self._armed:
            if not armed.fault.meets(call):
                continue
            if armed.skip:
                armed.skip -= 1
                continue
            if armed.left is not None:
                armed.left -= 1
            self._armed = [one for one in self._armed if one.left != 0]
            self.struck += 1
            return armed.fault
        return None
