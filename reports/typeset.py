"""Typesetting: a template of ours and values become a PDF. Loads typst: only for the worker process."""

import json
from functools import cache
from pathlib import Path

import typst
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font

TEMPLATES = Path(__file__).parent / "typst"
#: Stands for a sign that no font here can show: PDF/UA-1 asks for a real glyph.
UNKNOWN = "□"
CONTROLS = {"\n", "\t"}


def pdf(name: str, values: object) -> bytes:
    """The template with these plain values, which travel as JSON. Raises TypstError for a defect of ours."""
    made: bytes = typst.compile(
        str(TEMPLATES / f"{name}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(_fonts())],
        ignore_system_fonts=True,  # the same everywhere
        format="pdf",
        pdf_standards="ua-1",  # PDF/UA-1: tagged, titled, in a language
        sys_inputs={"paper": json.dumps(_printable(values))},
    )
    return made


def _printable(value: object) -> object:
    if isinstance(value, dict):
        return {key: _printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(each) for each in value]
    return shown(value) if isinstance(value, str) else value


def shown(text: str) -> str:
    """The text with what our font has no glyph for replaced, and signs that only steer others left out."""
    known = _glyphs()
    kept = (letter for letter in text if letter in CONTROLS or not _steers(letter))
    return "".join(letter if ord(letter) in known or letter in CONTROLS else UNKNOWN for letter in kept)


def _steers(letter: str) -> bool:
    """Joiners, direction marks, variation selectors, modifiers of a skin colour, half surrogates."""
    code = ord(letter)
    return (
        0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xD800 <= code <= 0xDFFF
        or code < 0x20
        or 0x7F <= code < 0xA0
    )


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(FT2Font(str(_fonts() / "DejaVuSans-Bold.ttf")).get_charmap()) & frozenset(
        FT2Font(str(_fonts() / "DejaVuSans.ttf")).get_charmap()
    )


def _fonts() -> Path:
    """Matplotlib comes with DejaVu Sans: letters of most scripts, and the same on every machine."""
    return Path(get_data_path()) / "fonts" / "ttf"
