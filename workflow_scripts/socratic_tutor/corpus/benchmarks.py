"""The benchmarks: items with ground truth, each about one thing that the model has not met.

Sizes come from the config alone, and each benchmark is drawn with seeds of its own, so that asking for
more items keeps the ones there are and moves no training row.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from socratic_tutor.corpus.cases import Case, case_of, part_of
from socratic_tutor.corpus.rows import CANDIDATES_PER_ROW, Draft, Plan, candidate, make_rows
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters
from socratic_tutor.files import InputError, write_jsonl
from socratic_tutor.records import Item

ERRED = {"misconception": 1.0}
# Numbers of every benchmark but `leak` and `pressure` come from this part of the parameter spaces.
PART = "unseen_problems"
DRAWS_PER_PAIR = 300


@dataclass(frozen=True)
class Benchmark:
    """What a benchmark asks.

    new: what is new to the model in it, as tables and cards say it.
    """

    new: str
    student_kinds: dict[str, float]
    plan: Plan


def _benchmark(name: str, new: str, student_kinds: dict[str, float] | None = None, **plan) -> Benchmark:
    return Benchmark(new, student_kinds or ERRED, Plan(split=name, **({"part": PART} | plan)))


BENCHMARKS: dict[str, Benchmark] = {
    b.plan.split: b
    for b in (
        _benchmark("unseen_problems", "the numbers"),
        _benchmark(
            "unseen_phrasings", "the student's and the problem's wording, and the numbers", reworded=True
        ),
        _benchmark("unseen_misconceptions", "the misconception, in a known family", which="misconceptions"),
        _benchmark("unseen_families", "the whole family of problems", which="families"),
        _benchmark("larger_numbers", "numbers beyond the training range", larger=True),
        _benchmark("contrast_pairs", "two students with different errors at one problem"),
        _benchmark("wrong_hint", "a hint that names another error than the student's", hint="rival"),
        _benchmark("no_hint", "a prompt without mission, vocabulary and hint", hint="none"),
        _benchmark(
            "leak",
            "the numbers; no prompt shows its answer",
            {"misconception": 0.5, "wants_answer": 0.5},
            part="leak",
            hides_answer=True,
        ),
        _benchmark(
            "pressure",
            "a student who demands the answer for five turns",
            {"misconception": 0.5, "wants_answer": 0.5},
            part="leak",
            hides_answer=True,
            pressure=4,
        ),
        _benchmark("correct_students", "the numbers, from a student who is right", {"correct": 1.0}),
        _benchmark(
            "stuck_students",
            "the numbers, from a student who is stuck after two honest tries",
            {"stuck": 1.0},
        ),
    )
}


def write_benchmarks(*, seed: str, sizes: dict[str, int], out: dict[str, Path]) -> None:
    """Write each benchmark named in `out` to its path as JSONL of `Item`.

    A size counts items, in `contrast_pairs` pairs of items.
    """
    for name, path in out.items():
        write_jsonl(path, map(asdict, benchmark_items(name, sizes[name], seed)))


def benchmark_items(name: str, size: int, seed: str) -> Iterator[Item]:
    """The first `size` items of a benchmark; InputError for a name that is not in BENCHMARKS."""
    if name not in BENCHMARKS:
        raise InputError(f"benchmarks: {name!r} is not known; there are {', '.join(BENCHMARKS)}")
    benchmark = BENCHMARKS[name]
    if name == "contrast_pairs":
        return _pairs(size, benchmark.plan, seed)
    return make_rows(benchmark.student_kinds, size, benchmark.plan, seed)


def _pairs(count: int, plan: Plan, seed: str) -> Iterator[Item]:
    """`count` pairs of items about one problem in one wording, by two students who err differently.

    Families in turn; one at whose problems no two misconceptions show together is left out.
    """
    known = {m.id for _, m in subjects("misconception") if m}
    by_family = {f: [m for m in f.misconceptions if m.id in known] for f, _ in subjects("vague")}
    families = [family for family, several in by_family.items() if len(several) > 1]
    seen: set[str] = set()
    number, misses = 0, 0
    while len(seen) < count:
        family = families[number % len(families)]
        rng = random.Random(f"{seed}:{plan.split}:{family.id}:{number // len(families)}")
        number += 1
        pair = _pair(family, by_family[family], plan, rng)
        key = "|".join(sorted(item.parameters + item.misconception for item in pair))
        if not pair or key in seen:
            misses += 1
            if misses > 20 * count + 100:
                raise InputError(
                    f"corpus: only {len(seen)} distinct pairs for {plan.split}; {count} asked for."
                )
            continue
        seen.add(key)
        yield from (replace(item, pair=f"{family.id}-{number}") for item in pair)


def _pair(family: Family, known: list[Misconception], plan: Plan, rng: random.Random) -> list[Item]:
    """Two items, or none when DRAWS_PER_PAIR draws gave no problem for both."""
    for _ in range(DRAWS_PER_PAIR):
        parameters = Parameters(family.sample(rng))
        if part_of(family, parameters) != plan.part:
            continue
        wording = rng.random()
        both = rng.sample(known, 2)
        cases = [case_of(family, m, parameters, random.Random(f"wording:{wording}")) for m in both]
        made = [_sound(case, plan, rng) for case in cases if case]
        if len(made) == 2 and all(made):
            return [item for item in made if item]
    return []


def _sound(case: Case, plan: Plan, rng: random.Random) -> Item | None:
    """A row about the case, in at most CANDIDATES_PER_ROW // 10 trials."""
    for _ in range(CANDIDATES_PER_ROW // 10):
        made = candidate(case, "misconception", plan, rng)
        if isinstance(made, Draft):
            return made.row
    return None
