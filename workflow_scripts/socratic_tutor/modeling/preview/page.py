"""The preview as one HTML file that needs no other, for light and dark screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from socratic_tutor.modeling.preview.samples import Sample, Summary

TEMPLATE = Path(__file__).parent / "templates" / "training_preview.html.jinja"


def page(samples: Sequence[Sample], summary: Summary) -> str:
    """HTML; whatever the rows hold is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE.parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(TEMPLATE.name).render(samples=samples, summary=summary)
