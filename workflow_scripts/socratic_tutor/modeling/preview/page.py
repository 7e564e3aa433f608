"""The preview as one HTML file that needs no other, for light and dark screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from socratic_tutor.modeling.preview.samples import Sample, Summary
from socratic_tutor.pages import render_page

TEMPLATES = Path(__file__).parent / "templates"


def page(samples: Sequence[Sample], summary: Summary) -> str:
    """HTML; whatever the rows hold is escaped."""
    return render_page(
        TEMPLATES / "training_preview.html.jinja",
        {"samples": samples, "summary": summary},
        styles=[TEMPLATES / "training_preview.css"],
    )
