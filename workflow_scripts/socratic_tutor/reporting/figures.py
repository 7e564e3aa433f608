"""The comparison as a picture.

Colours are Okabe and Ito's (2008), told apart with any colour vision; each kind also has its own marker, and
every value stands beside its mark, so that nothing depends on colour.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from socratic_tutor.pictures import GREY, STYLE, save
from socratic_tutor.records import Estimate
from socratic_tutor.reporting.results import (
    KINDS,
    MAIN,
    Estimates,
    Key,
    in_order,
    kind_of,
    label,
    lower_is_better,
    percent,
)

COLOURS = {
    "run": "#0072B2",
    "filtered": "#56B4E9",
    "base": "#1A1A1A",
    "control": "#D55E00",
    "reference": "#009E73",
}
MARKERS = {"run": "o", "filtered": "P", "base": "D", "control": "s", "reference": "^"}
NAMES = {
    "run": "adapters",
    "filtered": "adapters behind the leak filter",
    "base": "untuned base",
    "control": "controls, must lose",
    "reference": "reference",
}
COLUMNS = 4
# Of so many systems or more only the first COLUMNS metrics are drawn: nobody could look at a taller picture.
MANY_SYSTEMS = 40


def draw_comparison(estimates: Estimates, *, png: Path, svg: Path) -> None:
    """A forest plot: one panel per main metric, one row per system, rate with its interval.

    Metrics that no system has are left out; with none of the main metrics at all, all metrics are drawn.
    Of MANY_SYSTEMS or more the picture has the first COLUMNS metrics, and says so.
    """
    present = {key for rows in estimates.values() for key in rows}
    keys = [key for key in MAIN if key in present] or sorted(present)
    shown = keys[:COLUMNS] if len(estimates) >= MANY_SYSTEMS else keys
    left_out = f" {len(shown)} of {len(keys)} metrics; the page has all." if len(shown) < len(keys) else ""
    with matplotlib.rc_context(STYLE):
        save(_forest(estimates, shown, left_out), png=png, svg=svg)


def _rows(systems: list[str]) -> dict[str, float]:
    """System -> height in its panel, from the top, with a gap between the kinds."""
    heights: dict[str, float] = {}
    height, previous = 0.0, None
    for system in systems:
        height -= 1.0 if previous in (None, kind_of(system)) else 1.55
        heights[system], previous = height, kind_of(system)
    return heights


def _forest(estimates: Estimates, keys: list[Key], left_out: str) -> Figure:
    rows = _rows(in_order(list(estimates)))
    columns = min(COLUMNS, len(keys))
    lines = -(-len(keys) // columns)
    bottom = min(rows.values())
    panel = 0.27 * -bottom + 0.85  # inches
    names = 0.35 + 0.1 * max(len(system) for system in rows)
    figure = Figure(figsize=(max(names + 0.55 + 2.55 * columns, 10.0), 0.95 + panel * lines))
    height = figure.get_figheight()
    axes = figure.subplots(lines, columns, squeeze=False)
    figure.subplots_adjust(
        left=names / figure.get_figwidth(),
        right=1 - 0.62 / figure.get_figwidth(),
        top=1 - 1.32 / height,
        bottom=0.36 / height,
        wspace=0.42,
        hspace=0.85 / (panel - 0.85) if panel > 0.85 else 0.5,
    )
    for place, axis in enumerate(axes.flat):
        if place >= len(keys):
            axis.set_axis_off()
            continue
        _panel(axis, estimates, keys[place], rows, names=place % columns == 0)
    _headings(figure, estimates, height, left_out)
    return figure


def _headings(figure: Figure, estimates: Estimates, height: float, left_out: str) -> None:
    left = 0.1 / figure.get_figwidth()
    figure.text(left, 1 - 0.3 / height, "How each system tutors", fontsize=15, fontweight="bold", va="center")
    levels = sorted({row.level for rows in estimates.values() for row in rows.values()})
    methods = sorted({row.method for rows in estimates.values() for row in rows.values()})
    level = ", ".join(f"{100 * value:g}%" for value in levels)
    figure.text(
        left,
        1 - 0.6 / height,
        f"Share of turns in percent with {level} interval ({', '.join(methods).capitalize()}). "
        f"↓ marks faults, where lower is better.{left_out}",
        color=GREY,
        va="center",
    )
    place = figure.get_figwidth() - 0.1
    for kind in reversed([kind for kind in KINDS if kind in {kind_of(system) for system in estimates}]):
        place -= 0.088 * len(NAMES[kind])  # inches: the mean advance of this font at this size
        x = place / figure.get_figwidth()
        colour = COLOURS[kind]
        figure.text(x, 1 - 0.3 / height, NAMES[kind], color=colour, va="center")
        marker = Line2D([x - 0.12 / figure.get_figwidth()], [1 - 0.3 / height], marker=MARKERS[kind])
        marker.set(color=colour, markersize=6, markeredgewidth=0, transform=figure.transFigure)
        figure.add_artist(marker)
        place -= 0.42


def _panel(axis: Any, estimates: Estimates, key: Key, rows: dict[str, float], *, names: bool) -> None:
    benchmark, metric = key
    found = {system: estimates[system][key] for system in rows if key in estimates[system]}
    for edge in ("top", "right", "left", "bottom"):
        axis.spines[edge].set_visible(False)
    for x in (0, 50, 100):
        axis.axvline(x, color="#D9D9D9", linewidth=0.8, zorder=0)
    axis.set_xlim(-2, 102)
    axis.set_ylim(min(rows.values()) - 0.6, -0.4)
    axis.set_xticks((0, 50, 100), ("0", "50", "100"), color=GREY, fontsize=9)
    axis.tick_params(axis="x", length=0, pad=2)
    axis.tick_params(axis="y", length=0, pad=7)  # clear of a mark at 0
    axis.set_yticks(list(rows.values()), list(rows) if names else [""] * len(rows))
    for text, system in zip(axis.get_yticklabels(), rows, strict=True):
        text.set_color(COLOURS[kind_of(system)])
        text.set_fontweight("bold" if kind_of(system) == "run" else "normal")
    for system, row in found.items():
        _mark(axis, kind_of(system), row, rows[system])
    arrow = " ↓" if lower_is_better(metric) else ""
    axis.annotate(
        f"{label(metric)}{arrow}", (0, 1), (0, 17), **_ABOVE, fontweight="bold", fontsize=11, color="black"
    )
    sizes = sorted({row.n for row in found.values()})
    count = str(sizes[0]) if len(sizes) == 1 else f"{sizes[0]}-{sizes[-1]}"
    axis.annotate(f"{benchmark}, n = {count}", (0, 1), (0, 4), **_ABOVE, fontsize=9, color=GREY)


_ABOVE: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "va": "bottom"}


def _mark(axis: Any, kind: str, row: Estimate, height: float) -> None:
    colour = COLOURS[kind]
    axis.plot(
        (100 * row.ci_low, 100 * row.ci_high),
        (height, height),
        color=colour,
        linewidth=2.2,
        alpha=0.45,
        solid_capstyle="round",
    )
    axis.plot(
        100 * row.rate, height, MARKERS[kind], color=colour, markersize=6, markeredgewidth=0, clip_on=False
    )
    axis.annotate(
        percent(row.rate),
        (1, height),
        (33, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=9.5,
        color=colour,
    )
