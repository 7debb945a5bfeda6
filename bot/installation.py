"""The doctor's look at the machine: folder and disk, zones, fonts, mail, and how old the emergency numbers are."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

from bot import courier
from bot.findings import FAULT, NOTE, OK, Finding
from bot.settings import Settings
from dialogues import emergency_numbers
from state_machines import days
from storage.open import Opened

MEGABYTE = 2**20
#: Below this a day's work may not fit; and an erasure, which writes the database anew, needs it twice.
LEAST_BYTES = 200 * MEGABYTE
SPARE_BYTES = 1024 * MEGABYTE
#: As long as a test lets them be (`emergency_numbers`).
NUMBERS_AGE = timedelta(days=180)
FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")


def folder(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether the database and what stands beside it can be written, by the bot's user and by nobody else."""
    path = settings.database.absolute()
    shut = [str(each) for each in (path.parent, path) if not os.access(each, os.W_OK)]
    if shut:
        yield Finding(kind=FAULT, about="write access", text=f"can't write {' and '.join(shut)} as this user")
    elif stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Finding(kind=FAULT, about="write access", text=f"others can read {path}: chmod 600 {path}")
    else:
        yield Finding(kind=OK, about="write access", text="database and folder, and for this user alone")


def disk(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether there is room to go on."""
    path = settings.database.absolute()
    free = shutil.disk_usage(path.parent).free
    text = f"{free // MEGABYTE} MB free, the database takes {path.stat().st_size / MEGABYTE:.1f} MB"
    least = max(LEAST_BYTES, 3 * path.stat().st_size)
    kind = FAULT if free < least else NOTE if free < max(SPARE_BYTES, least) else OK
    yield Finding(kind=kind, about="disk", text=text)


def zones(_: Settings, opened: Opened, now: datetime) -> Iterator[Finding]:
    """Whether the computer knows every zone that somebody lives in, and when its clocks change."""
    wanted = sorted({days.AMSTERDAM, *(file.zone for file in opened.views.files())})
    unknown = [zone for zone in wanted if not _known(zone)]
    if unknown:
        text = f"no data for {', '.join(unknown)}: install tzdata"
        yield Finding(kind=FAULT, about="zones", text=text)
    elif _summer(now.year) == _winter(now.year):
        yield Finding(kind=FAULT, about="zones", text=f"{days.AMSTERDAM} knows no summer time: install tzdata anew")
    else:
        yield Finding(kind=OK, about="zones", text=f"data for all {len(wanted)} in use")


def _known(zone: str) -> bool:
    try:
        return bool(days.zone_of(zone).key)
    except (KeyError, ValueError, OSError):
        return False


def _summer(year: int) -> timedelta | None:
    return datetime(year, 7, 1, tzinfo=UTC).astimezone(days.zone_of(days.AMSTERDAM)).utcoffset()


def _winter(year: int) -> timedelta | None:
    return datetime(year, 1, 1, tzinfo=UTC).astimezone(days.zone_of(days.AMSTERDAM)).utcoffset()


def fonts(_: Settings, __: Opened, ___: datetime) -> Iterator[Finding]:
    """Whether what draws pictures and papers is there. It isn't loaded for this."""
    drawing, printing = find_spec("matplotlib"), find_spec("typst")
    missing = [name for name, spec in (("matplotlib", drawing), ("typst", printing)) if spec is None]
    if drawing is not None and drawing.origin is not None:
        inside = Path(drawing.origin).parent / "mpl-data" / "fonts" / "ttf"
        missing += [font for font in FONTS if not (inside / font).is_file()]
    if missing:
        yield Finding(kind=FAULT, about="pictures", text=f"can't be drawn, missing: {', '.join(missing)} (make venv)")
    else:
        yield Finding(kind=OK, about="pictures", text="fonts and typesetter are there")


def mail(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether notices can go by mail, as far as can be seen without sending one."""
    if not settings.mail:
        yield Finding(kind=NOTE, about="mail", text="no TREDE_MAIL: notices by mail end at once, and the coach is told")
    elif said := courier.fault(settings.mail):
        yield Finding(kind=FAULT, about="mail", text=f"TREDE_MAIL {said}")
    else:
        yield Finding(kind=OK, about="mail", text="TREDE_MAIL names a server and a sender")


def numbers(_: Settings, __: Opened, now: datetime) -> Iterator[Finding]:
    """Whether the numbers for an emergency were looked up lately (R22)."""
    checked = emergency_numbers.CHECKED
    old = now.date() - checked > NUMBERS_AGE
    text = f"looked up on {checked}" + (": look them up again (112.nl, 113.nl)" if old else "")
    yield Finding(kind=NOTE if old else OK, about="emergency numbers", text=text)


LOOKS: tuple[Callable[[Settings, Opened, datetime], Iterator[Finding]], ...] = (
    folder,
    disk,
    zones,
    fonts,
    mail,
    numbers,
)
