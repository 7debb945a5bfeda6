"""The regime of the installation as it is kept (R33): under delegation, or the client's own tool. No default."""

from datetime import datetime

from state_machines.consents import DELEGATION, OWN_TOOL, REGIMES
from storage.open import Opened
from storage.organisation import Setting
from storage.port import StoreBroken

WHAT = "regime"
#: What each means, in one line, for who sits at the shell.
MEANS = {
    DELEGATION: "under the delegation of an occupational physician: the coach sees scores",
    OWN_TOOL: "the client's own tool: the coach sees plan, hours and step results, and what each client opens",
}
HOW = "trede regime set delegation|own_tool --by NAME --role ROLE"


class NotChosen(RuntimeError):  # noqa: N818 - named for what happened
    """No regime was chosen; the message says how."""

    def __init__(self) -> None:
        ways = "\n".join(f"  {name:<11} {MEANS[name]}" for name in REGIMES)
        super().__init__(f"choose the regime of this installation first; there is no default:\n{ways}\n{HOW}")


def set_last(opened: Opened) -> Setting | None:
    """How it was set last; None until somebody chose. Raises StoreBroken for one that this version doesn't know."""
    settings = opened.organisation.settings(WHAT)
    if not settings:
        return None
    if dict(settings[-1].values).get(WHAT) not in REGIMES:
        raise StoreBroken(f"the regime that was set isn't known to this version: set it again ({HOW})")
    return settings[-1]


def regime_of(opened: Opened) -> str:
    """The regime that holds now; empty until somebody chose."""
    last = set_last(opened)
    return dict(last.values)[WHAT] if last else ""


def as_setting(regime: str, *, name: str, role: str, at: datetime, by: str) -> Setting:
    """A regime as it is kept for the organisation."""
    return Setting(what=WHAT, values=((WHAT, regime),), name=name, role=role, at=at, by=by)
