"""The training and validation splits, and what was made and rejected on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socratic_tutor.corpus.rows import Plan, make_drafts
from socratic_tutor.files import sha256_of, write_json, write_jsonl
from socratic_tutor.records import Item

if TYPE_CHECKING:
    from socratic_tutor.corpus.teacher.rewrite import Teacher

PROPERTIES = ("grade_band", "topic", "student_kind", "move", "turns", "misconception")
# Beside the report, and no output: Snakemake would remove it before a run that could go on from it.
TEACHER_CACHE = "teacher_cache.sqlite"


def write_corpus(*, seed: str, corpus: dict[str, Any], train: Path, validation: Path, report: Path) -> None:
    """Write both splits as JSONL of `Item` and a report with counts, rejections and hashes.

    corpus: the config section of that name (train_examples, validation_examples, student_kinds,
        student_turns, context_dropout, teacher).
    Raises InputError when the teacher's server stays away; its replies so far are kept for the next run.
    """
    rejections: Counter[str] = Counter()
    sections: dict[str, Any] = {}
    with _teacher(corpus.get("teacher"), report.with_name(TEACHER_CACHE), seed) as teacher:
        for split, path in (("train", train), ("validation", validation)):
            plan = Plan(
                split=split,
                part=split,
                turns={number: share for number, share in enumerate(corpus["student_turns"], 1) if share},
                context_dropout=corpus["context_dropout"],
            )
            counts = {name: Counter[str]() for name in PROPERTIES}
            drafts = make_drafts(corpus["student_kinds"], corpus[f"{split}_examples"], plan, seed, rejections)
            rows = (draft.row for draft in (teacher.rewrite(drafts, split) if teacher else drafts))
            number = write_jsonl(path, (asdict(with_turn(row)) for row in _counted(rows, counts)))
            by_property = {name: dict(sorted(found.items())) for name, found in counts.items()}
            sections[split] = {"sha256": sha256_of(path), "rows": number, **by_property}
    if teacher:
        sections["teacher"] = teacher.report()
    write_json(report, {**sections, "rejected": dict(sorted(rejections.items()))})


def _teacher(
    section: dict[str, Any] | None, cache: Path, seed: str
) -> AbstractContextManager[Teacher | None]:
    """The teacher of the config section; None without one, and then its libraries are not loaded."""
    if section is None:
        return nullcontext()
    from socratic_tutor.corpus.teacher.rewrite import Teacher
    from socratic_tutor.corpus.teacher.settings import settings_of

    return Teacher(settings_of(section), cache, seed)


def with_turn(row: Item) -> Item:
    """The row with the tutor's turn at the end of its messages, as training reads it."""
    messages = [*row.messages, {"role": "assistant", "content": row.reference}]
    return replace(row, messages=messages)


def _counted(rows: Iterable[Item], counts: dict[str, Counter[str]]) -> Iterator[Item]:
    """The rows, unchanged, counted by each property; a student without a misconception counts for none."""
    for row in rows:
        for name, found in counts.items():
            if value := str(getattr(row, name)):
                found[value] += 1
        yield row
