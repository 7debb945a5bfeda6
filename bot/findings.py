"""What a look at an installation finds, a line each: for `trede doctor` and `trede health`."""

from dataclasses import dataclass

OK, NOTE, FAULT = "ok", "note", "fault"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line: how serious, what it is about, what is the case."""

    kind: str
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind:<5}  {self.about}: {self.text}"
