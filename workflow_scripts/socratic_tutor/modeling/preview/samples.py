"""A few training rows as tokens with their place in the loss, and what all rows come to.

The rows are the ones that training itself would read: `training_data.read_examples` encodes them, and the
labels it returns are the only source of what counts as learnt here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from socratic_tutor.modeling.training_data import IGNORED, Example

QUANTILES = (0, 0.25, 0.5, 0.75, 0.95, 1)
_UNFINISHED = "\ufffd"  # what a decoder makes of bytes that are no whole character yet
_LINE_BREAK, _MORE_BYTES = "↵\n", "‥"


@dataclass(frozen=True)
class Token:
    """A token as it is shown; learnt: whether the loss counts it."""

    id: int
    text: str
    learnt: bool

    @property
    def shown(self) -> str:
        """The text with nothing invisible in it but spaces: marks for line breaks, escapes for control
        characters, and a mark for a token that only adds bytes to the character before it."""
        escaped = (c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in self.text)
        return "".join(escaped).replace("\n", _LINE_BREAK) or _MORE_BYTES


@dataclass(frozen=True)
class Sample:
    """One row, and why it was chosen."""

    id: str
    why: str
    tokens: list[Token]

    @property
    def learnt(self) -> int:
        return sum(token.learnt for token in self.tokens)


@dataclass(frozen=True)
class Summary:
    """All rows: counts of rows and tokens; lengths in tokens by quantile; rows by tutor turns.

    max_length: the longest row that training reads, in tokens.
    """

    rows: int
    tokens: int
    learnt: int
    lengths: dict[float, int]
    turns: dict[int, int]
    max_length: int

    def facts(self) -> list[tuple[str, str]]:
        """What there is to say, as pairs of a name and a value."""
        turns = ", ".join(f"{rows:,} with {turns}" for turns, rows in self.turns.items())
        names = {0: "shortest", 0.5: "median", 1: "longest"}
        lengths = ", ".join(f"{names.get(q, f'{q:.0%}')} {n}" for q, n in self.lengths.items())
        return [
            ("rows", f"{self.rows:,}"),
            ("tutor turns", turns),
            ("tokens", f"{self.tokens:,}"),
            ("learnt tokens", f"{self.learnt:,} ({self.learnt / self.tokens:.1%})"),
            ("tokens of a row", f"{lengths}; at most {self.max_length} are read"),
        ]


def summarise(examples: Sequence[Example], *, max_length: int) -> Summary:
    lengths = [len(example.input_ids) for example in examples]
    quantiles = numpy.quantile(lengths, QUANTILES, method="inverted_cdf")
    return Summary(
        rows=len(examples),
        tokens=sum(lengths),
        learnt=sum(example.supervised for example in examples),
        lengths={q: int(n) for q, n in zip(QUANTILES, quantiles, strict=True)},
        turns=dict(sorted(Counter(map(learnt_turns, examples)).items())),
        max_length=max_length,
    )


def samples(examples: Sequence[Example], tokenizer: Any) -> list[Sample]:
    """The first row of each number of tutor turns, and the (first) longest row."""
    chosen: dict[int, list[str]] = {}
    for index, example in enumerate(examples):
        why = _turns(learnt_turns(example))
        if why not in {reason for reasons in chosen.values() for reason in reasons}:
            chosen.setdefault(index, []).append(why)
    longest = max(range(len(examples)), key=lambda index: len(examples[index].input_ids))
    chosen.setdefault(longest, [_turns(learnt_turns(examples[longest]))]).append("the longest row")
    return [
        Sample(examples[index].id, ", ".join(why), tokens_of(examples[index], tokenizer))
        for index, why in sorted(chosen.items(), key=lambda pair: len(examples[pair[0]].input_ids))
    ]


def _turns(count: int) -> str:
    return "1 tutor turn" if count == 1 else f"{count} tutor turns"


def learnt_turns(example: Example) -> int:
    """Unbroken stretches of learnt tokens."""
    marks = [label != IGNORED for label in example.labels]
    return sum(here and not before for before, here in zip([False, *marks], marks, strict=False))


def tokens_of(example: Example, tokenizer: Any) -> list[Token]:
    """The row's tokens; a character of several tokens stands with the first of them."""
    texts: list[str] = []
    pending: list[int] = []
    for position, token in enumerate(example.input_ids, 1):
        pending.append(token)
        text = tokenizer.decode(pending)
        if not text.endswith(_UNFINISHED) or position == len(example.input_ids):
            texts += [text, *[""] * (len(pending) - 1)]
            pending = []
    return [
        Token(token, text, label != IGNORED)
        for token, text, label in zip(example.input_ids, texts, example.labels, strict=True)
    ]
