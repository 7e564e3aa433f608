"""The corpus report: its numbers, two pictures, and the dataset card that says them.

The card lies beside the data, so that `results/{experiment}/corpus/` can be uploaded to the Hugging Face
hub as it is, and `datasets.load_dataset` reads it from there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socratic_tutor.corpus.dataset_card import card_text
from socratic_tutor.corpus.figures import draw_composition, draw_diversity
from socratic_tutor.corpus.statistics import statistics
from socratic_tutor.files import write_json, write_text


def describe_corpus(
    *,
    train: Path,
    validation: Path,
    report: Path,
    benchmarks: dict[str, Path],
    config: dict[str, Any],
    card: Path,
    numbers: Path,
    composition: dict[str, Path],
    diversity: dict[str, Path],
) -> None:
    """Write the card, `numbers` (statistics.json) and both pictures (as `png` and `svg`).

    report: what was counted when the two splits were made. config: seed and corpus section.
    The same files give the same bytes. Raises InputError when the files do not belong together.
    """
    found, examples = statistics(train=train, validation=validation, report=report, benchmarks=benchmarks)
    draw_composition(found["train_by_band"], **composition)
    draw_diversity(found["diversity"], **diversity)
    pictures = {
        name: paths["png"].relative_to(card.parent).as_posix()
        for name, paths in (("composition", composition), ("diversity", diversity))
    }
    write_text(card, card_text(found, examples, config, pictures))
    write_json(numbers, found)
