"""The `retrieval` reference: the nearest training turn, with its numbers replaced by the item's.

What a lookup table would say. A model that only matches it has not learnt to tutor but to remember, so
"run minus retrieval" is the headline difference.
"""

from __future__ import annotations

import re
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from socratic_tutor.curriculum.matching import quantities
from socratic_tutor.files import read_jsonl
from socratic_tutor.records import Item, from_row

_NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*")


def masked(text: str) -> str:
    """The text with every number as `#`: rows that differ in numbers alone are equally near."""
    return _NUMBER.sub("#", text.lower())


class Retrieval:
    """Nearest neighbour by cosine over word and bigram TF-IDF of problem, hint and student."""

    def __init__(self, train: Path) -> None:
        """Index the rows of a training split; InputError when it has none, or a bad one."""
        self._rows = [from_row(Item, row, f"{train}:{line}") for line, row in enumerate(read_jsonl(train), 1)]
        self._vectors = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+|[#+=<>?-]")
        self._table = self._vectors.fit_transform(_query(row) for row in self._rows)

    def __call__(self, item: Item) -> str:
        """The nearest row's tutor turn; of equally near ones the first."""
        cosines = self._table @ self._vectors.transform([_query(item)]).T  # of vectors of length 1
        return adapted(self._rows[int(cosines.toarray().argmax())], item)


def _query(row: Item) -> str:
    return masked(f"{row.problem} {row.hint} {row.student_said}")


def adapted(row: Item, item: Item) -> str:
    """The row's turn; each number that its problem or student says becomes the item's in that place."""
    theirs, ours = (_numbers(f"{x.problem} {x.student_said}") for x in (row, item))
    replacement: dict[str, str] = {}
    for old, new in zip(theirs, ours, strict=False):
        replacement.setdefault(old, new)
    pieces, end = [], 0
    for quantity in quantities(row.reference):
        pieces += [row.reference[end : quantity.start], replacement.get(quantity.text, quantity.text)]
        end = quantity.end
    return "".join([*pieces, row.reference[end:]])


def _numbers(text: str) -> list[str]:
    return [quantity.text for quantity in quantities(text)]
