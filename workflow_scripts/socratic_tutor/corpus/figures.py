"""Two pictures of the corpus: what it is made of, and how varied it is beside human teachers.

Every cell and mark carries its value; the shade and the colours (Okabe and Ito 2008) only help to see.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from socratic_tutor.corpus.human_turns import SETS
from socratic_tutor.curriculum.catalogue import MOVES
from socratic_tutor.dialogue.students import STUDENT_KINDS
from socratic_tutor.pictures import GREY, STYLE, save

OURS, SAMPLE, HUMAN = "#0072B2", "#56B4E9", "#D55E00"
MARKERS = {OURS: "o", SAMPLE: "D", HUMAN: "s"}
SHADES = LinearSegmentedColormap.from_list("shades", ["#FFFFFF", "#9CC9E3"])


def draw_composition(bands: dict[str, dict[str, Any]], *, png: Path, svg: Path) -> None:
    """Training rows by band (columns) and by student, move and number of turns (rows), with their sums."""
    with matplotlib.rc_context(STYLE):
        save(_composition(bands), png=png, svg=svg)


def draw_diversity(spread: dict[str, Any], *, png: Path, svg: Path) -> None:
    """Our tutor turns, samples of them as large as each human set, and the human teachers' turns."""
    with matplotlib.rc_context(STYLE):
        save(_diversity(spread), png=png, svg=svg)


def _composition(bands: dict[str, dict[str, Any]]) -> Figure:
    groups = [
        ("Student, last turn", "student_kind", list(STUDENT_KINDS)),
        ("Tutor's move", "move", list(MOVES)),
        ("Student turns", "turns", ["1", "2", "3"]),
    ]
    present = [
        (title, name, [v for v in values if any(band[name].get(v) for band in bands.values())])
        for title, name, values in groups
    ]
    lines = sum(len(values) for *_, values in present)
    inches = 0.3 * (lines + 1) + 0.42 * len(present) + 1.1
    figure = Figure(figsize=(8.4, inches))
    axis = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axis.set_xlim(0, 8.4)
    axis.set_ylim(inches, 0)
    axis.set_axis_off()
    total = sum(band["rows"] for band in bands.values())
    axis.text(0.15, 0.3, "What the training rows are", fontsize=15, fontweight="bold", va="center")
    axis.text(
        0.15,
        0.6,
        f"{total:,} rows by grade band. Shade: share of its column in the group.",
        color=GREY,
        va="center",
    )
    left, width = 2.15, 1.2
    places = [left + width * i for i in range(len(bands) + 1)]
    height = 0.95
    for x, (name, rows) in zip(
        places, [*((f"Grades {b}", c["rows"]) for b, c in bands.items()), ("All", total)], strict=True
    ):
        axis.text(x + width / 2, height, name, ha="center", va="center", fontweight="bold")
        axis.text(x + width / 2, height + 0.24, f"{rows:,}", ha="center", va="center", color=GREY)
    height += 0.3
    for title, name, values in present:
        height += 0.3
        axis.text(0.15, height, title, fontweight="bold", va="center")
        height += 0.12
        for value in values:
            cells = [band[name].get(value, 0) for band in bands.values()]
            of = [sum(band[name].values()) for band in bands.values()]
            axis.text(0.3, height + 0.15, value.replace("_", " "), va="center")
            for x, cell, whole in zip(places, [*cells, sum(cells)], [*of, sum(of)], strict=True):
                share = cell / whole if whole else 0.0
                box = Rectangle(
                    (x + 0.02, height + 0.02), width - 0.04, 0.26, facecolor=SHADES(min(1.0, share / 0.6))
                )
                axis.add_patch(box)
                axis.text(x + width / 2, height + 0.15, f"{cell:,}", ha="center", va="center")
            height += 0.3
    return figure


# A panel of points: title, note, value of a list of turns, ends of its axis (None: from the data), digits.
_POINTS: tuple[tuple[str, str, Callable[[dict[str, Any]], float], tuple[float, float | None], int], ...] = (
    ("Self-BLEU-4", "lower is more varied", lambda of: of["masked"]["self_bleu_4"], (0, 1), 2),
    ("Distinct-2", "higher is more varied", lambda of: of["masked"]["distinct_2"], (0, 1), 2),
    ("Compression ratio", "lower is more varied", lambda of: of["masked"]["compression_ratio"], (1, None), 1),
    ("Commonest opening", "percent of turns", lambda of: 100 * of["openings"][0]["share"], (0, None), 1),
)
_RANGES = (
    ("Words", "median, line from 10 to 90%", "words"),
    ("Reading grade", "Flesch-Kincaid; median, line from 10 to 90%", "reading_grade"),
)
_LEGEND = ((0.56, OURS, "this corpus"), (0.68, SAMPLE, "sample of it"), (0.81, HUMAN, "human teachers"))


def _diversity(spread: dict[str, Any]) -> Figure:
    rows = _lists(spread)
    heights = _heights(rows)
    figure = Figure(figsize=(12.4, 7.4))
    axes = figure.subplots(2, 3, sharey=True)
    figure.subplots_adjust(left=0.135, right=0.955, top=0.815, bottom=0.04, wspace=0.3, hspace=0.4)
    figure.text(0.008, 0.965, "How varied the tutor turns are", fontsize=15, fontweight="bold", va="center")
    note = "Numbers masked. Only lists of one size compare: above each human set, as large a sample of ours."
    figure.text(0.008, 0.925, note, color=GREY, va="center")
    for x, colour, name in _LEGEND:
        figure.text(x, 0.965, name, color=_dark(colour), va="center", fontweight="bold")
        marker = Line2D([x - 0.012], [0.965], marker=MARKERS[colour], color=colour)
        marker.set(markersize=7, markeredgewidth=0, transform=figure.transFigure)
        figure.add_artist(marker)
    panels = list(axes.flat)
    for axis, (title, note, value, (low, high), digits) in zip(panels, _POINTS, strict=False):
        values = [value(of) for *_, of in rows]
        _panel(axis, title, note, heights, (low, high or 1.12 * max(values)))
        for (_, colour, _), height, point in zip(rows, heights, values, strict=True):
            axis.plot((low, point), (height, height), color=colour, linewidth=1.2, alpha=0.35)
            _mark(axis, point, height, colour, f"{point:.{digits}f}")
    for axis, (title, note, name) in zip(panels[len(_POINTS) :], _RANGES, strict=True):
        low = min(0.0, *(of[name]["p10"] for *_, of in rows))
        _panel(axis, title, note, heights, (1.1 * low, 1.06 * max(of[name]["p90"] for *_, of in rows)))
        for (_, colour, of), height in zip(rows, heights, strict=True):
            ends = (of[name]["p10"], of[name]["p90"])
            axis.plot(ends, (height, height), color=colour, linewidth=2.4, alpha=0.45)
            _mark(axis, of[name]["p50"], height, colour, f"{of[name]['p50']:g}")
    for axis in axes[:, 0]:
        axis.set_yticks(heights, [name for name, *_ in rows])
        for label, (_, colour, _) in zip(axis.get_yticklabels(), rows, strict=True):
            label.set_color(_dark(colour))
    return figure


def _lists(spread: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Name, colour and figures of each list of turns, from the top."""
    rows = [("all", OURS, spread["all"])]
    rows += [(f"grades {band}", OURS, of) for band, of in spread["bands"].items()]
    for key, chosen in SETS.items():
        ours = spread["as_many_as"][key]
        rows.append((f"sample of {ours['turns']:,}", SAMPLE, ours))
        rows.append((chosen.name, HUMAN, spread["humans"]["sets"][key]["figures"]))
    return rows


def _heights(rows: list[tuple[str, str, dict[str, Any]]]) -> list[float]:
    """Downwards, with a gap above each sample."""
    heights: list[float] = []
    for _, colour, _ in rows:
        heights.append((heights[-1] if heights else 1.0) - (1.5 if colour == SAMPLE else 1.0))
    return heights


def _mark(axis: Any, point: float, height: float, colour: str, text: str) -> None:
    axis.plot(point, height, MARKERS[colour], color=colour, markersize=6.5, markeredgewidth=0)
    _value(axis, height, text, colour)


def _dark(colour: str) -> str:
    """Light blue is a mark's colour; text in it would be hard to read."""
    return "#2A7FAB" if colour == SAMPLE else colour


def _panel(axis: Any, title: str, note: str, heights: list[float], limits: tuple[float, float]) -> None:
    for edge in ("top", "right", "left", "bottom"):
        axis.spines[edge].set_visible(False)
    axis.grid(axis="x", color="#D9D9D9", linewidth=0.8)
    axis.set_axisbelow(True)
    axis.set_xlim(*limits)
    axis.set_ylim(min(heights) - 0.6, 0.6)
    axis.tick_params(axis="both", length=0, labelsize=9.5)
    axis.tick_params(axis="x", colors=GREY)
    axis.locator_params(axis="x", nbins=5)
    place = {"xycoords": "axes fraction", "textcoords": "offset points", "va": "bottom"}
    axis.annotate(title, (0, 1), (0, 18), **place, fontweight="bold", fontsize=11)
    axis.annotate(note, (0, 1), (0, 4), **place, fontsize=9, color=GREY)


def _value(axis: Any, height: float, text: str, colour: str) -> None:
    axis.annotate(
        text,
        (1, height),
        (30, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=9.5,
        color=_dark(colour),
    )
