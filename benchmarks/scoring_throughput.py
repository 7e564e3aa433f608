"""How fast replies are scored, as a ratio to the published rules' simplest form: one regular expression each.

    PYTHONPATH=workflow_scripts python benchmarks/scoring_throughput.py [--replies 10000]

Replies are the authored turns and the controls' answers to unseen problems of all families, each scored
once, so that no cached reply flatters. One process, one core; both ways take turns. Memory: the peak of a
fresh process that streams so many replies.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from memory import peak_mib

from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.evaluation.controls import CONTROLS
from socratic_tutor.records import Item
from socratic_tutor.scoring import score_turn

GOAL = 20.0
# What the published card calls heuristics, in the least that could be meant.
QUESTION = re.compile(r"\?")
WORD = re.compile(r"[a-z]{4,}")
HARD_WORD = re.compile(r"[A-Za-z]{13,}")


def replies(count: int) -> Iterator[tuple[Item, str]]:
    """Items of all misconceptions in turn, each with another tutor's reply; no two items are alike."""
    tutors = [lambda item: item.reference, *CONTROLS.values()]
    known = subjects("misconception")
    for number in range(count):
        plan = Plan("unseen_problems", "unseen_problems")
        item = make_row(known[number % len(known)], "misconception", plan, f"throughput:{number}")
        yield item, tutors[number % len(tutors)](item)


def by_regex(item: Item, text: str) -> tuple[bool, ...]:
    """Question, relevance by shared words, leak and avoidance by digits, language by long words."""
    leak = bool(re.search(rf"(?<!\d){re.escape(item.correct_answer)}(?!\d)", text))
    shared = set(WORD.findall(text.lower())) & set(WORD.findall(item.student_said.lower()))
    return bool(QUESTION.search(text)), len(shared) >= 2, leak, not leak, not HARD_WORD.search(text)


def seconds(score: object, given: list[tuple[Item, str]]) -> float:
    start = time.perf_counter()
    for item, text in given:
        score(item, text)  # type: ignore[operator]
    return time.perf_counter() - start


def memory(count: int) -> int:
    """MiB of a fresh process that scores `count` replies one after the other."""
    done = subprocess.run(
        [sys.executable, __file__, "--stream", str(count)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--replies", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stream:
        for item, text in replies(given.stream):
            score_turn(item, text)
        print(peak_mib())
        return 0
    size = given.replies // given.rounds
    rows = list(replies(size * given.rounds))
    gc.freeze()  # as where responses are scored
    ours, theirs = [], []
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        ours.append(seconds(score_turn, part))
        theirs.append(seconds(by_regex, part))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    found = {
        "replies": len(rows),
        "ours_per_second": round(len(rows) / sum(ours)),
        "regex_per_second": round(len(rows) / sum(theirs)),
        "times_the_regexes": round(ratio, 1),
        "goal": GOAL,
        "peak_mib": {str(count): memory(count) for count in (given.replies // 10, given.replies)},
    }
    print(json.dumps(found, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
