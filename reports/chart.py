"""The picture of a plan on its sheet: title, plot, legend, sentence. Big type for a phone; the same values, same bytes.

Loads matplotlib: only for the worker process and for short commands.
"""

import re
import textwrap
from io import BytesIO
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.legend_handler import HandlerTuple
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from reports.chart_look import (
    AGREED_WIDTH,
    BAND_HATCH,
    BAR,
    BAR_HATCH,
    BLUE,
    GREY,
    HOLIDAY_WIDTH,
    INK,
    LARGE,
    NORMAL,
    ORANGE,
    OTHER_WIDTH,
    PALE,
    STOP_WIDTH,
)
from reports.chart_plot import Plot
from reports.picture import PictureValues

DPI = 200
WIDTH, PLOT_HEIGHT = 5.4, 4.3  # inches: 1080 pixels wide; a phone shows it at about a third of that
LEGEND_LINE, SENTENCE_LINE, GAP = 0.222, 0.205, 0.12
SENTENCE_WIDTH = 55  # letters on a line
SETTINGS = {
    "svg.hashsalt": "trede",  # the same values give the same bytes
    "svg.fonttype": "path",  # looks the same where the font is missing
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "hatch.linewidth": 0.8,
    "text.parse_math": False,
}
#: What stands before an entry of the legend; several are drawn over each other.
Handle = Artist | tuple[Artist, ...]


def drawn(values: PictureValues, form: str, *, sentence: bool) -> bytes:
    """The picture as "png" or "svg"."""
    with mpl.rc_context(SETTINGS):  # type: ignore[arg-type] # wants every setting's name as a literal
        figure = _figure(values, sentence=sentence)
        made = BytesIO()
        metadata = {"Date": None, "Creator": None, "Title": values.title} if form == "svg" else {"Software": None}
        figure.savefig(made, format=form, metadata=metadata)
    return made.getvalue() if form == "png" else _described(made.getvalue(), values)


def _described(svg: bytes, values: PictureValues) -> bytes:
    """The SVG with its description beside its title, and both named as what the picture says."""
    before, title, after = svg.decode().partition("</title>")
    head, tag, rest = before.partition("<svg ")
    named = 'role="img" aria-labelledby="title desc" '
    described = f'{title}\n <desc id="desc">{escape(values.alt)}</desc>'
    return (head + tag + named + rest.replace("<title>", '<title id="title">') + described + after).encode()


def _figure(values: PictureValues, *, sentence: bool) -> Figure:
    """Title, plot, legend and sentence, one under the other; the height follows from what there is to say."""
    said, legend = _wrapped(values.sentence) if sentence else [], _legend(values)
    below = LEGEND_LINE * len(legend) + GAP + (SENTENCE_LINE * len(said) + GAP if said else 0)
    height = round((PLOT_HEIGHT + below) * DPI) / DPI
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    figure.text(0.03, 1 - GAP / height, values.title, fontsize=LARGE, weight="bold", va="top")
    Plot(figure.add_axes((0.085, (below + 0.6) / height, 0.89, (PLOT_HEIGHT - 1.0) / height)), values).draw()
    _write_legend(figure, legend, below / height)
    figure.text(0.03, 0.1 / height, "\n".join(said), fontsize=NORMAL, va="bottom", linespacing=1.2)
    return figure


def _wrapped(text: str) -> list[str]:
    """The lines of a text, as even as they can be: no last line of one word, no number without the word before it."""
    text = re.sub(r" (?=\d)", "\u00a0", text)
    lines = textwrap.wrap(text, SENTENCE_WIDTH)
    evener = (textwrap.wrap(text, width) for width in range(SENTENCE_WIDTH // 2, SENTENCE_WIDTH))
    return next((tried for tried in evener if len(tried) == len(lines)), lines)


# --- the legend ---------------------------------------------------------------------------------------------------


def _write_legend(figure: Figure, entries: list[tuple[Handle, str]], top: float) -> None:
    figure.legend(
        handles=[handle for handle, _ in entries],
        labels=[label for _, label in entries],
        loc="upper left",
        bbox_to_anchor=(0.015, top),
        fontsize=NORMAL,
        frameon=False,
        handlelength=2.4,
        labelspacing=0.35,
        borderaxespad=0.1,
        handler_map={tuple: HandlerTuple(ndivide=1, pad=0)},
    )


def _legend(values: PictureValues) -> list[tuple[Handle, str]]:
    """What is in this picture, each with its sign; nothing that isn't."""
    words = values.words
    there: tuple[tuple[object, Handle, str], ...] = (
        (values.planned, Line2D([], [], color=BLUE, linewidth=AGREED_WIDTH), words.planned),
        (values.other, Line2D([], [], color=ORANGE, linewidth=OTHER_WIDTH, linestyle="--"), words.other),
        (values.other, Patch(facecolor=PALE, edgecolor=GREY, hatch=BAND_HATCH, linewidth=0), words.between),
        (values.worked, Patch(facecolor=BAR, edgecolor=INK, hatch=BAR_HATCH, linewidth=1), words.worked),
        (values.holidays, Line2D([], [], color=BLUE, linewidth=HOLIDAY_WIDTH, linestyle=":"), words.holiday),
        (values.evaluations, _sign(words.evaluation_sign), words.evaluation),
        (values.stopped, Line2D([], [], color=INK, linewidth=STOP_WIDTH, linestyle="-."), words.stopped),
    )
    return [(handle, label) for present, handle, label in there if present]


def _sign(letter: str) -> Handle:
    """A letter in a ring, as in the picture."""
    shape = TextPath((0, 0), letter, prop=FontProperties(weight="bold"))
    middle = shape.get_extents()
    centred = shape.transformed(Affine2D().translate(-(middle.x0 + middle.x1) / 2, -(middle.y0 + middle.y1) / 2))
    ring = Line2D([], [], linestyle="", marker="o", markersize=13, markerfacecolor="white", color=INK)
    return ring, Line2D([], [], linestyle="", marker=centred, markersize=5.5, color=INK, markeredgewidth=0)
