"""The rule's work: read the training rows as training does, and write them down to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socratic_tutor.files import write_text
from socratic_tutor.modeling.loading import load_skeleton
from socratic_tutor.modeling.preview.page import page
from socratic_tutor.modeling.preview.samples import samples, summarise
from socratic_tutor.modeling.preview.terminal import coloured
from socratic_tutor.modeling.quiet import quiet_libraries
from socratic_tutor.modeling.training_data import read_examples


def write_preview(
    *, base_model: dict[str, Any], max_length: int, train: Path, html: Path, text: Path
) -> None:
    """Write the preview of `train` as a page and as text for a terminal.

    base_model: the config section. max_length: the longest row (tokens) that training reads. Neither the
    base's weights nor a GPU is needed. Raises InputError for rows that training would refuse.
    """
    quiet_libraries()
    model, tokenizer = load_skeleton(base_model)
    examples = read_examples(train, model=model, tokenizer=tokenizer, max_length=max_length)
    limit = min(max_length, model.config.max_position_embeddings)
    chosen, summary = samples(examples, tokenizer), summarise(examples, max_length=limit)
    write_text(html, page(chosen, summary))
    write_text(text, coloured(chosen, summary))
