"""How varied a list of tutor turns is: the same measures, by the same code, for ours and for human teachers'.

All measures but self-BLEU read every turn, one at a time. They are given raw and with numbers masked
(`masked`): a template with fresh numbers is no variety, and only the masked values show that. Except for the
shares of turns, the values depend on how many turns there are; compare lists of one size (`Reservoir`).
"""

from __future__ import annotations

import hashlib
import random
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.helpers import extract_all_word_ngrams
from sacrebleu.tokenizers.tokenizer_13a import Tokenizer13a

from socratic_tutor.corpus.text import masked, masked_tokens, quantiles, reading_grade, tokens

SELF_BLEU_TURNS = 1000
ORDER = 4
OPENING_WORDS = 4
OPENINGS = 10


class Reservoir:
    """A seeded sample of at most `size` texts of a stream, in its order (Vitter 1985, algorithm R)."""

    def __init__(self, size: int, seed: str) -> None:
        self._size, self._random, self._seen = size, random.Random(seed), 0
        self._kept: list[tuple[int, str]] = []

    def add(self, text: str) -> None:
        entry = (self._seen, text)
        if self._seen < self._size:
            self._kept.append(entry)
        elif (place := self._random.randrange(self._seen + 1)) < self._size:
            self._kept[place] = entry
        self._seen += 1

    def texts(self) -> list[str]:
        return [text for _, text in sorted(self._kept)]


class Compression:
    """Bytes of the texts, joined with blanks, over bytes gzipped (Shaib et al. 2024, arXiv 2403.00553)."""

    def __init__(self) -> None:
        self._gzip = zlib.compressobj(level=9, wbits=31)
        self._read = self._written = 0

    def add(self, text: str) -> None:
        data = (" " if self._read else "").encode() + text.encode()
        self._read += len(data)
        self._written += len(self._gzip.compress(data))

    def ratio(self) -> float:
        return self._read / (self._written + len(self._gzip.copy().flush()))


class Diversity:
    """The measures of the turns that were added."""

    def __init__(self, seed: str = "diversity") -> None:
        self._turns = self._one_question = self._ngrams = 0
        self._sample = Reservoir(SELF_BLEU_TURNS, seed)
        self._compression, self._compression_masked = Compression(), Compression()
        self._pairs: set[int] = set()
        self._pairs_masked: set[int] = set()
        self._distinct: set[int] = set()
        self._openings: Counter[tuple[str, ...]] = Counter()
        self._words: Counter[float] = Counter()
        self._grades: Counter[float] = Counter()

    def add(self, turn: str) -> None:
        without = masked(turn)
        self._turns += 1
        self._one_question += turn.count("?") == 1
        self._sample.add(turn)
        self._compression.add(turn)
        self._compression_masked.add(without)
        self._distinct.add(_number(without))
        self._words[len(turn.split())] += 1
        if (grade := reading_grade(turn)) is not None:
            self._grades[round(grade, 1)] += 1
        raw, words = tokens(turn), masked_tokens(turn)
        self._ngrams += max(0, len(raw) - 1)
        self._pairs.update(_number(f"{a} {b}") for a, b in pairwise(raw))
        self._pairs_masked.update(_number(f"{a} {b}") for a, b in pairwise(words))
        self._openings[words[:OPENING_WORDS]] += 1

    def result(self) -> dict[str, Any]:
        """Numbers by name. Shares and self-BLEU are fractions; words, reading grade: 10, 50 and 90% points.

        compression_ratio: see `Compression`; higher is more repetitive. distinct_2: distinct word pairs over
        all word pairs (Li et al. 2016). self_bleu_4: see `self_bleu`; higher is more repetitive.
        distinct_turns: turns that differ in more than numbers. openings: the commonest first words, masked.
        Raises ValueError when nothing was added.
        """
        if not self._turns:
            raise ValueError("no turns to describe")
        sample = self._sample.texts()
        openings = sorted(self._openings.items(), key=lambda pair: (-pair[1], pair[0]))[:OPENINGS]
        return {
            "turns": self._turns,
            "distinct_turns": len(self._distinct),
            "compression_ratio": _rounded(self._compression.ratio()),
            "distinct_2": _rounded(len(self._pairs) / max(1, self._ngrams)),
            "self_bleu_4": _rounded(self_bleu(sample)),
            "masked": {
                "compression_ratio": _rounded(self._compression_masked.ratio()),
                "distinct_2": _rounded(len(self._pairs_masked) / max(1, self._ngrams)),
                "self_bleu_4": _rounded(self_bleu([masked(text) for text in sample])),
            },
            "self_bleu_turns": len(sample),
            "one_question": _rounded(self._one_question / self._turns),
            "words": quantiles(self._words),
            "reading_grade": quantiles(self._grades) if self._grades else None,
            "openings": [
                {"words": " ".join(words), "share": _rounded(count / self._turns)}
                for words, count in openings
            ],
        }


def diversity(turns: Iterable[str]) -> dict[str, Any]:
    """`Diversity.result` of the turns."""
    found = Diversity()
    for turn in turns:
        found.add(turn)
    return found.result()


def self_bleu(texts: list[str]) -> float:
    """Mean sentence BLEU-4 of each text against all the others as references (Zhu et al. 2018), 0 to 1.

    sacrebleu's BLEU (tokens 13a, mixed case, effective order, smoothing exp). Among many references an
    n-gram counts as often as in the one that holds it most, so that its two highest counts suffice for all
    texts, and the time grows with their number, not with its square. 0 for fewer than two texts.
    """
    if len(texts) < 2:
        return 0.0
    split = Tokenizer13a()
    parts = [extract_all_word_ngrams(split(text), 1, ORDER) for text in texts]
    highest: dict[tuple[str, ...], tuple[int, int]] = {}  # n-gram -> its two highest counts in a text
    for ngrams, _ in parts:
        for ngram, count in ngrams.items():
            first, second = highest.get(ngram, (0, 0))
            if count > second:
                highest[ngram] = (count, first) if count > first else (first, count)
    lengths = Counter(length for _, length in parts)
    return sum(_bleu(ngrams, length, highest, lengths) for ngrams, length in parts) / len(parts)


def _bleu(
    ngrams: Counter[tuple[str, ...]],
    length: int,
    highest: dict[tuple[str, ...], tuple[int, int]],
    lengths: Counter[int],
) -> float:
    correct, total = [0] * ORDER, [0] * ORDER
    for ngram, count in ngrams.items():
        first, second = highest[ngram]
        correct[len(ngram) - 1] += second if count == first else count
        total[len(ngram) - 1] += count
    others = (n for n, count in lengths.items() if n != length or count > 1)
    closest = min(others, key=lambda n: (abs(n - length), n))
    score = BLEU.compute_bleu(
        correct, total, length, closest, smooth_method="exp", effective_order=True, max_ngram_order=ORDER
    )
    return score.score / 100


def _number(text: str) -> int:
    """64 bits that stand for the text, so that sets of many stay small. Not `hash`: it differs by process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _rounded(value: float) -> float:
    """Six digits, so that another order of summing changes no byte."""
    return round(value, 6)
