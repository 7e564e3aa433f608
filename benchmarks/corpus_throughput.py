"""How fast the corpus is made, as ratios to what one would otherwise take, all in one run on one core.

    python -m venv bench && bench/bin/pip install -r benchmarks/requirements.txt
    PYTHONPATH=workflow_scripts bench/bin/python benchmarks/corpus_throughput.py

Three questions:
1. accepted, fully verified rows per second, against one math-verify comparison per row (the usual check
   of a synthetic answer);
2. problems per second (drawn, worded, solved), against the median of seven reasoning-gym generators;
3. peak memory against the number of rows.

Each rate is the median of several rounds; theirs and ours take turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core

STUDENTS = {
    "misconception": 0.6,
    "slip": 0.06,
    "wants_answer": 0.12,
    "vague": 0.07,
    "hollow": 0.05,
    "correct": 0.1,
}
GYM = (
    "basic_arithmetic",
    "fraction_simplification",
    "simple_equations",
    "gsm_symbolic",
    "decimal_arithmetic",
    "polynomial_multiplication",
    "time_intervals",
)


def rate(work: Callable[[], int]) -> float:
    """Things done per second of wall time."""
    begin = time.perf_counter()
    done = work()
    return done / (time.perf_counter() - begin)


def our_rows(count: int, seed: str) -> int:
    from socratic_tutor.corpus.rows import Plan, make_rows

    plan = Plan("train", "train", turns={1: 1.0}, context_dropout=0.1)
    return sum(1 for _ in make_rows(STUDENTS, count, plan, seed))


def math_verify_comparisons(answers: list[tuple[str, str]]) -> int:
    from math_verify import parse, verify

    for right, wrong in answers:
        verify(
            parse(f"${right}$", parsing_timeout=None),
            parse(f"${wrong}$", parsing_timeout=None),
            timeout_seconds=None,
        )
    return len(answers)


def our_answers(count: int) -> list[tuple[str, str]]:
    from socratic_tutor.corpus.rows import Plan, make_rows

    rows = make_rows({"misconception": 1.0}, count, Plan("train", "train"), "answers")
    return [(row.correct_answer, row.wrong_answer) for row in rows]


def our_problems(count: int, seed: str) -> int:
    from socratic_tutor.curriculum import FAMILIES
    from socratic_tutor.curriculum.catalogue import Parameters

    for number in range(count):
        family = FAMILIES[number % len(FAMILIES)]
        rng = random.Random(f"{seed}:{number}")
        parameters = Parameters(family.sample(rng))
        wording = rng.choice((*family.statements, *family.stories))
        wording.format(**parameters, name="Ada", friend="Ben")
        family.solve(parameters)
    return count


def gym_problems(name: str, count: int, seed: int) -> int:
    import reasoning_gym

    dataset = reasoning_gym.create_dataset(name, size=count, seed=seed)
    for number in range(count):
        dataset[number]
    return count


def peak_memory(count: int) -> int:
    """Peak resident memory of a fresh process that streams `count` rows, in MiB (Linux)."""
    code = (
        "import sys; sys.path.insert(0, 'benchmarks'); import corpus_throughput, memory;"
        f"corpus_throughput.our_rows({count}, 'memory'); print(memory.peak_mib())"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=6000, help="rows a round (default 6000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default 5)")
    parser.add_argument(
        "--memory", type=int, nargs="*", default=[10_000, 100_000, 1_000_000], help="row counts"
    )
    given = parser.parse_args()

    answers = our_answers(400)
    our_rows(1000, "warm"), our_problems(1000, "warm"), math_verify_comparisons(answers[:50])
    rows, checks, problems, gym = [], [], [], []
    for number in range(given.rounds):
        rows.append(rate(lambda: our_rows(given.rows, f"round{number}")))  # noqa: B023
        checks.append(rate(lambda: math_verify_comparisons(answers)))
        problems.append(rate(lambda: our_problems(10_000, f"round{number}")))  # noqa: B023
        gym.append(statistics.median(rate(lambda: gym_problems(n, 500, number)) for n in GYM))  # noqa: B023
    ours, theirs = statistics.median(rows), statistics.median(checks)
    made, taken = statistics.median(problems), statistics.median(gym)
    result = {
        "rows_per_second": round(ours),
        "math_verify_comparisons_per_second": round(theirs),
        "rows_to_comparisons": round(ours / theirs, 2),
        "problems_per_second": round(made),
        "reasoning_gym_problems_per_second": round(taken),
        "problems_to_reasoning_gym": round(made / taken, 2),
        "peak_memory_mib": {},
    }
    for count in given.memory:
        result["peak_memory_mib"][count] = peak_memory(count)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
