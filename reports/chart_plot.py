"""The plot in the picture of a plan: staircases, the band between them, hours worked, moments, the axis of weeks.

The agreed line is thick and drawn through, the other line dashed, the band between them dotted, hours worked are
hatched bars, evaluations carry a sign: nothing needs colour to be told apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from matplotlib.typing import LineStyleType

from reports.chart_look import (
    AGREED_WIDTH,
    BAND_HATCH,
    BAR,
    BAR_HATCH,
    BLUE,
    GREY,
    HOLIDAY_WIDTH,
    INK,
    NORMAL,
    ORANGE,
    OTHER_WIDTH,
    PALE,
    SMALL,
    STOP_WIDTH,
    write,
)
from reports.picture import Level, PictureValues

HALF_DAY = 0.5
#: Room above the highest line, as a share of it: for its number; more where signs and the word "today" stand there.
ABOVE, ABOVE_SIGNS = 0.12, 0.34
#: Where signs, the word "today" and the line of a stop end, as a share of the whole height.
SIGNS, TODAY, STOP = 0.93, 0.8, 0.88
#: How many letters of a number fit beside each other over the whole width.
LETTERS_WIDE = 44
#: Up to so many weeks each is named in full, numbered, dated.
NAMED, NUMBERED, DATED = 5, 14, 5
#: Between a line and its number, as a share of the highest line.
GAP = 0.022


class Plot:
    """One plot: dates as numbers of days since the first, hours a week as heights."""

    def __init__(self, axes: Axes, values: PictureValues) -> None:
        self._axes, self._values = axes, values
        lines = (*values.planned, *values.other)
        self._first = min(level.start for level in lines)
        self._many = self._of(max(level.until for level in lines))
        self._highest = float(max(level.hours for level in (*lines, *values.worked)))
        signs = bool(values.evaluations or values.today or values.stopped)
        self._top = self._highest * (1 + (ABOVE_SIGNS if signs else ABOVE))

    def draw(self) -> None:
        """All of it, from what lies below to what lies above."""
        values = self._values
        self._axes.set_xlim(-0.02 * self._many, self._many * 1.02)
        self._axes.set_ylim(0, self._top)
        self._band()
        self._worked()
        self._stairs(values.other, ORANGE, OTHER_WIDTH, (0, (4, 2)), above=4)
        self._holidays()
        self._agreed()
        self._evaluations()
        self._today()
        self._axis()

    # --- where things are -----------------------------------------------------------------------------------------

    def _of(self, day: date) -> int:
        return (day - self._first).days

    def _holds(self, day: date) -> bool:
        return 0 <= self._of(day) <= self._many

    def _middle(self, level: Level) -> float:
        return (self._of(level.start) + self._of(level.until)) / 2

    def _fits(self, level: Level) -> bool:
        """Whether a level is wide enough for its own number."""
        return (level.until - level.start).days * LETTERS_WIDE >= self._many * (len(level.label) + 0.5)

    def _apart(self, one: Level, other: Level) -> bool:
        """Whether the numbers of two levels stand clear of each other."""
        letters = (len(one.label) + len(other.label)) / 2 + 1
        return (self._middle(other) - self._middle(one)) * LETTERS_WIDE >= self._many * letters

    # --- lines ----------------------------------------------------------------------------------------------------

    def _agreed(self) -> None:
        """The agreed line with its numbers; what a stop has taken away is thin and has none (R37)."""
        planned, stop = self._values.planned, self._values.stopped
        before = planned if stop is None else tuple(_cut(each, until=stop) for each in planned if each.start < stop)
        after = () if stop is None else tuple(_cut(each, start=stop) for each in planned if each.until > stop)
        self._stairs(after, GREY, 1.2, (0, (1, 2)), above=5)
        self._stairs(before, BLUE, AGREED_WIDTH, "-", above=6)
        for level in self._numbered(before):
            at = self._middle(level), float(level.hours) + self._highest * GAP
            write(self._axes, at, level.label, colour=BLUE, bold=True)
        if stop is not None and self._holds(stop):
            self._upright(self._of(stop), STOP, "-.", width=STOP_WIDTH, above=7)

    def _numbered(self, levels: Sequence[Level]) -> list[Level]:
        """The first and the last; between them where the number changes and there is room for it."""
        kept = list(levels[:1])
        for level in levels[1:]:
            if level.hours != kept[-1].hours and self._apart(kept[-1], level):
                kept.append(level)
        if not kept or kept[-1].hours == levels[-1].hours:
            return kept
        return [each for each in kept if each is kept[0] or self._apart(each, levels[-1])] + [levels[-1]]

    def _holidays(self) -> None:
        """What is left of a week when public holidays take their hours away."""
        levels = self._values.holidays
        self._stairs(levels, BLUE, HOLIDAY_WIDTH, ":", above=5, joined=False)
        for level in levels:
            if self._fits(level):
                at = self._middle(level), float(level.hours) - self._highest * GAP
                write(self._axes, at, level.label, size=SMALL, colour=BLUE, hangs="top")

    def _stairs(
        self,
        levels: Sequence[Level],
        colour: str,
        width: float,
        style: LineStyleType,
        *,
        above: int,
        joined: bool = True,
    ) -> None:
        """Levels as a staircase, on a white edge; not joined where dates lie between them."""
        xs: list[float] = []
        ys: list[float] = []
        before: date | None = None
        for level in levels:
            if xs and (not joined or level.start != before):
                xs.append(float("nan"))
                ys.append(float("nan"))
            xs += [self._of(level.start), self._of(level.until)]
            ys += [float(level.hours)] * 2
            before = level.until
        edge = [withStroke(linewidth=width + 2.2, foreground="white")]
        self._axes.plot(
            xs,
            ys,
            color=colour,
            linewidth=width,
            linestyle=style,
            zorder=above,
            solid_capstyle="butt",
            solid_joinstyle="miter",
            path_effects=edge,
        )

    # --- areas ----------------------------------------------------------------------------------------------------

    def _band(self) -> None:
        """Between the two lines, day by day (R9)."""
        for first, until, low, high in _between(self._values.planned, self._values.other):
            self._axes.fill_between(
                [self._of(first), self._of(until)],
                low,
                high,
                facecolor=PALE,
                edgecolor=GREY,
                hatch=BAND_HATCH,
                linewidth=0,
            )

    def _worked(self) -> None:
        """A bar for each week with hours worked, and its number at the foot."""
        for level in self._values.worked:
            first, last = self._of(level.start) + HALF_DAY, self._of(level.until) - HALF_DAY
            self._axes.bar(
                first,
                float(level.hours),
                width=last - first,
                align="edge",
                facecolor=BAR,
                edgecolor=INK,
                hatch=BAR_HATCH,
                linewidth=1,
                zorder=2,
            )
            if self._fits(level):
                write(self._axes, ((first + last) / 2, 0), level.label, size=SMALL, above=7)

    # --- moments --------------------------------------------------------------------------------------------------

    def _evaluations(self) -> None:
        ring = {"boxstyle": "circle,pad=0.18", "facecolor": "white", "edgecolor": INK, "linewidth": 1.2}
        for day in self._values.evaluations:
            if self._holds(day):
                at = self._of(day) + HALF_DAY
                self._upright(at, SIGNS - 0.03, (0, (1, 3)), width=0.9, above=1, colour=GREY)
                self._axes.text(
                    at,
                    self._top * SIGNS,
                    self._values.words.evaluation_sign,
                    ha="center",
                    va="center",
                    fontsize=SMALL,
                    weight="bold",
                    bbox=ring,
                    zorder=9,
                )

    def _today(self) -> None:
        today = self._values.today
        if today is None or not self._holds(today):
            return
        at = self._of(today) + HALF_DAY
        self._upright(at, TODAY, (0, (6, 3)), width=1.8, above=3)
        share = at / self._many
        write(
            self._axes,
            (at, self._top * TODAY),
            self._values.words.today,
            side="left" if share < 0.15 else "right" if share > 0.85 else "center",
            above=9,
        )

    def _upright(
        self, at: float, share: float, style: LineStyleType, *, width: float, above: int, colour: str = INK
    ) -> None:
        """A line from the axis up to a share of the height."""
        self._axes.plot([at, at], [0, self._top * share], color=colour, linewidth=width, linestyle=style, zorder=above)

    # --- the axis -------------------------------------------------------------------------------------------------

    def _axis(self) -> None:
        """ISO weeks in the middle of their week, dates at its beginning; as many as fit beside each other."""
        axes, ticks, word = self._axes, self._values.ticks, self._values.words.week
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_linewidth(1.2)
        axes.yaxis.set_visible(False)
        axes.set_xticks([self._of(tick.day) for tick in ticks], labels=["" for _ in ticks])
        axes.tick_params(axis="x", length=6, width=1)
        below, many = axes.get_xaxis_transform(), len(ticks)
        if many > NAMED:
            axes.text(-0.012, -0.03, word, transform=axes.transAxes, ha="right", va="top", fontsize=SMALL)
        for tick in ticks[:: _stride(many, NUMBERED)]:
            middle = self._of(tick.day + timedelta(days=3)) + HALF_DAY
            week = f"{word} {tick.week}" if many <= NAMED else tick.week
            axes.text(middle, -0.03, week, transform=below, ha="center", va="top", fontsize=NORMAL)
        for tick in ticks[:: _stride(many, DATED)]:
            last = tick is ticks[-1] and many > NAMED
            at = self._many if last else self._of(tick.day)
            side = "right" if last else "left"
            axes.text(at, -0.115, tick.date, transform=below, ha=side, va="top", fontsize=SMALL)


def _cut(level: Level, *, start: date | None = None, until: date | None = None) -> Level:
    first = max(level.start, start) if start else level.start
    last = min(level.until, until) if until else level.until
    return replace(level, start=first, until=last)


def _between(one: Sequence[Level], two: Sequence[Level]) -> Iterator[tuple[date, date, float, float]]:
    """From when to when, from how many hours to how many, the two lines lie apart."""
    for level in one:
        for beside in two:
            first, until = max(level.start, beside.start), min(level.until, beside.until)
            if first < until and level.hours != beside.hours:
                low, high = sorted((float(level.hours), float(beside.hours)))
                yield first, until, low, high


def _stride(many: int, room: int) -> int:
    """Every how manieth of so many fits, where there is room for `room`."""
    return max(1, -(-many // room))
