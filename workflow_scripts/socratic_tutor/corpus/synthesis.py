"""The training and validation splits, and what was made and rejected on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.rows import make_rows
from socratic_tutor.files import sha256_of, write_json, write_jsonl
from socratic_tutor.records import Item


def write_corpus(*, seed: str, corpus: dict[str, Any], train: Path, validation: Path, report: Path) -> None:
    """Write both splits as JSONL of `Item` and a report with counts, rejections and hashes.

    corpus: the config section of that name (train_examples, validation_examples, student_kinds,
        context_dropout).
    """
    rejections: Counter[str] = Counter()
    sections: dict[str, Any] = {}
    for split, path in (("train", train), ("validation", validation)):
        rows = make_rows(
            corpus["student_kinds"],
            corpus[f"{split}_examples"],
            split=split,
            part=split,
            seed=seed,
            context_dropout=corpus["context_dropout"],
            rejections=rejections,
        )
        write_jsonl(path, (asdict(with_turn(row)) for row in rows))
        sections[split] = {"sha256": sha256_of(path), "rows": len(rows), **_counts(rows)}
    write_json(report, {**sections, "rejected": dict(sorted(rejections.items()))})


def with_turn(row: Item) -> Item:
    """The row with the tutor's turn at the end of its messages, as training reads it."""
    messages = [*row.messages, {"role": "assistant", "content": row.reference}]
    return Item(**{**row.__dict__, "messages": messages})


def _counts(rows: list[Item]) -> dict[str, dict[str, int]]:
    """Rows by each property; a student without a misconception counts for none."""
    properties = ("grade_band", "topic", "student_kind", "move", "misconception")
    counters = {name: Counter(str(getattr(row, name)) for row in rows) for name in properties}
    return {name: {k: n for k, n in sorted(found.items()) if k} for name, found in counters.items()}
