"""What any tutor's scores come to: `python -m socratic_tutor.evaluation ITEMS.jsonl SCORES.jsonl [LEVEL]`.

ITEMS are the benchmark items that were replied to, SCORES what `python -m socratic_tutor.scoring` wrote of
them. Standard output gets the JSON of metrics.json, by the workflow's own estimates: for each benchmark and
metric k, n, rate and interval, as fractions; no reading grades, which need the replies' text. LEVEL is the
intervals', 0.95 unless given. Every planned turn must be there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from socratic_tutor.command_line import exit_status
from socratic_tutor.evaluation.estimates import estimates_of, read_scores
from socratic_tutor.files import InputError
from socratic_tutor.scoring.run import read_benchmarks


def level_of(text: str) -> float:
    """A confidence level; InputError unless it lies between 0 and 1."""
    try:
        level = float(text)
    except ValueError:
        level = 0.0
    if not 0 < level < 1:
        raise InputError(f"LEVEL is {text!r}; expected a number between 0 and 1, such as 0.95")
    return level


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3):
        print("usage: python -m socratic_tutor.evaluation ITEMS.jsonl SCORES.jsonl [LEVEL]", file=sys.stderr)
        return 2
    level = arguments[2] if len(arguments) == 3 else "0.95"
    return exit_status(lambda: write_rates(Path(arguments[0]), Path(arguments[1]), level))


def write_rates(items: Path, scores: Path, level: str) -> None:
    """The estimates to standard output; InputError for a bad file or level."""
    width = level_of(level)
    found = estimates_of(read_scores(scores), read_benchmarks(items), width, scores)
    print(json.dumps({"system": scores.stem, **found}, indent=2, ensure_ascii=False, allow_nan=False))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
