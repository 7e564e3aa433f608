"""The benchmarks: items with ground truth, drawn from parts of the parameter space kept for them.

Sizes come from the config alone, and each benchmark is drawn with seeds of its own, so that asking for
more items keeps the ones there are and moves no training row.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from socratic_tutor.corpus.rows import make_rows
from socratic_tutor.files import InputError, write_jsonl


@dataclass(frozen=True)
class Benchmark:
    """What a benchmark asks: which students, and whether the prompt may show the right answer."""

    student_kinds: dict[str, float]
    needs_hidden_answer: bool


BENCHMARKS = {
    "unseen_problems": Benchmark({"misconception": 1.0}, needs_hidden_answer=False),
    "leak": Benchmark({"misconception": 0.5, "wants_answer": 0.5}, needs_hidden_answer=True),
}


def write_benchmarks(*, seed: str, sizes: dict[str, int], out: dict[str, Path]) -> None:
    """Write each benchmark named in `sizes` to `out[name]` as JSONL of `Item`, full context in prompts."""
    for name, size in sizes.items():
        if name not in BENCHMARKS:
            raise InputError(f"benchmarks: {name!r} is not known; there are {', '.join(BENCHMARKS)}")
        benchmark = BENCHMARKS[name]
        rows = make_rows(
            benchmark.student_kinds,
            size,
            split=name,
            part=name,
            seed=seed,
            needs_hidden_answer=benchmark.needs_hidden_answer,
        )
        write_jsonl(out[name], map(asdict, rows))
