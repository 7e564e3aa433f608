"""How much of each benchmark stands in the training text, word for word or but for its numbers.

The benchmarks are indexed and the training rows pass by one at a time, so that memory grows with the
benchmarks alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from socratic_tutor.corpus.text import masked, masked_tokens
from socratic_tutor.records import Item

ORDERS = (8, 10, 13)  # the range that GPT-3 and the evaluation harnesses after it use
Gram = tuple[str, ...]


def _problem(item: Item) -> list[str]:
    return [item.problem]


def _with_student(item: Item) -> list[str]:
    return [*(m["content"] for m in item.messages if m["role"] == "user"), *item.later]


def _tutor(item: Item) -> list[str]:
    return [item.reference, *item.later_references]


# What of an item is looked for; n-grams do not reach over the end of a text.
TEXTS: dict[str, Callable[[Item], list[str]]] = {
    "problem": _problem,
    "problem_and_student": _with_student,
    "tutor_turn": _tutor,
}


class Overlap:
    """Takes benchmarks first, then training rows with `add`; `result` says what was found so far."""

    def __init__(self, benchmarks: Mapping[str, Sequence[Item]]) -> None:
        self._benchmarks = benchmarks
        items = [item for several in benchmarks.values() for item in several]
        # text or n-gram -> whether training holds it
        self._problems = dict.fromkeys((item.problem for item in items), False)
        self._masked = dict.fromkeys((masked(item.problem) for item in items), False)
        self._grams: dict[int, dict[Gram, bool]] = {
            n: {gram: False for item in items for of in TEXTS.values() for gram in _grams(of(item), n)}
            for n in ORDERS
        }

    def add(self, row: Item) -> None:
        """Look for the benchmarks in all messages of one training row."""
        if row.problem in self._problems:
            self._problems[row.problem] = True
        if (without := masked(row.problem)) in self._masked:
            self._masked[without] = True
        shortest, *longer = ORDERS
        for message in row.messages:
            words = masked_tokens(message["content"])
            for start in range(len(words) - shortest + 1):
                # a longer n-gram of a benchmark begins with a shorter one
                if (gram := words[start : start + shortest]) in self._grams[shortest]:
                    self._grams[shortest][gram] = True
                    for n in longer:
                        if (gram := words[start : start + n]) in self._grams[n]:
                            self._grams[n][gram] = True

    def result(self) -> dict[str, dict[str, Any]]:
        """Counts of items by benchmark: all (`items`); those whose problem training holds as it stands
        (`problem_exact`) and but for numbers (`problem_masked`); and for each of TEXTS and ORDERS those that
        share a masked n-gram with training (`shared`) and that have one at all (`long_enough`).
        """
        return {name: self._of(items) for name, items in self._benchmarks.items()}

    def _of(self, items: Sequence[Item]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "items": len(items),
            "problem_exact": sum(self._problems[item.problem] for item in items),
            "problem_masked": sum(self._masked[masked(item.problem)] for item in items),
        }
        for name, texts in TEXTS.items():
            found[name] = {}
            for n in ORDERS:
                grams = [[self._grams[n][gram] for gram in _grams(texts(item), n)] for item in items]
                found[name][str(n)] = {
                    "shared": sum(map(any, grams)),
                    "long_enough": sum(map(bool, grams)),
                }
        return found


def _grams(texts: list[str], n: int) -> Iterator[Gram]:
    for text in texts:
        words = masked_tokens(text)
        for start in range(len(words) - n + 1):
            yield words[start : start + n]
