"""How the picture of a plan looks: sizes that a phone can show, and colours that nobody needs to tell apart."""

from typing import Literal

from matplotlib.axes import Axes

SMALL, NORMAL, LARGE = 9.5, 11, 12.5  # points; at 200 dots an inch 11 points are 31 pixels
BLUE, ORANGE, INK, GREY, PALE = "#003a70", "#b34700", "#1a1a1a", "#595959", "#d9d9d9"
BAR = "#bcd9ea"
AGREED_WIDTH, OTHER_WIDTH, HOLIDAY_WIDTH, STOP_WIDTH = 3.2, 2.4, 1.8, 3.0
BAR_HATCH, BAND_HATCH = "////", "..."
#: Behind a number, so that lines and hatching don't run through it.
BOX = {"facecolor": "white", "edgecolor": "none", "pad": 0.9, "alpha": 0.9}


def write(
    axes: Axes,
    at: tuple[float, float],
    text: str,
    *,
    size: float = NORMAL,
    colour: str = INK,
    bold: bool = False,
    side: Literal["left", "center", "right"] = "center",
    hangs: Literal["top", "bottom"] = "bottom",
    above: int = 8,
) -> None:
    """A few letters in the plot, at a place in its own measures, readable over whatever is behind them."""
    axes.text(
        *at,
        text,
        fontsize=size,
        color=colour,
        weight="bold" if bold else "normal",
        ha=side,
        va=hangs,
        zorder=above,
        bbox=BOX,
        parse_math=False,
    )
