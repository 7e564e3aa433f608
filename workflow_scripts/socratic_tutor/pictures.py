"""How every picture of the workflow is drawn and written: the same bytes for the same numbers.

No dates, no random ids, and the font that matplotlib ships.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

from matplotlib.figure import Figure

from socratic_tutor.files import atomic_open

GREY = "#6B6B6B"
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10.5,
    "svg.hashsalt": "socratic-tutor",
    "svg.fonttype": "path",
    "axes.unicode_minus": False,
}


def save(figure: Figure, *, png: Path, svg: Path) -> None:
    """Write both formats without the metadata that changes from run to run or from version to version."""
    with atomic_open(png, "wb") as stream:
        figure.savefig(stream, format="png", dpi=150, metadata={"Software": None}, facecolor="white")
    with atomic_open(svg, "wb") as stream:
        metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
        figure.savefig(stream, format="svg", metadata=metadata, facecolor="white")
