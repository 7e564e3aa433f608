"""The percentile bootstrap of a mean over groups of units: items with their turns, or families of items.

Groups are drawn with replacement, as many as there are. Where all are of one size the mean is a sum of
independent draws from a lattice, so its law is computed (a power of the characteristic function, by FFT) and
nothing is left to chance. Where sizes differ the mean is a ratio, and RESAMPLES are drawn: the same for every
comparison of as many groups, so that two systems are never told apart by the draw.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

RESAMPLES = 10_000
_ROUNDING = 1e-12  # of the computed law; a tail that is met exactly counts as met


def percentile_interval(sums: np.ndarray, sizes: np.ndarray, level: float) -> tuple[float, float, str]:
    """The interval of sum(sums) / sum(sizes) over resampled groups, and how it was found.

    sums: integers, the sum of each group's values; sizes: how many each holds, at least 1. Shape (groups,).
    """
    if sizes.min() == sizes.max():
        return *_exact(sums, int(sizes[0]), level), "computed exactly"
    return *_drawn(sums, sizes, level), f"{RESAMPLES} resamples"


def _exact(sums: np.ndarray, size: int, level: float) -> tuple[float, float]:
    """The outermost values that leave no more than the tail beyond them."""
    number, lowest = len(sums), int(sums.min())
    chances = np.bincount(sums - lowest) / number
    width = (len(chances) - 1) * number + 1
    law = np.fft.irfft(np.fft.rfft(chances, width) ** number, width)  # of the sum, from number * lowest on
    tail = (1 - level) / 2 - _ROUNDING
    low = int(np.searchsorted(np.cumsum(law), tail))
    high = width - 1 - int(np.searchsorted(np.cumsum(law[::-1]), tail))
    return (number * lowest + low) / (number * size), (number * lowest + high) / (number * size)


def _drawn(sums: np.ndarray, sizes: np.ndarray, level: float) -> tuple[float, float]:
    # whole numbers far below 2**24, so that no order of summing can change them
    times = _draws(len(sums))
    means = (times @ sums.astype(np.float32)) / (times @ sizes.astype(np.float32)).astype(np.float64)
    tail = (1 - level) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


@lru_cache(maxsize=32)  # 4 MB each at 100 groups
def _draws(groups: int) -> np.ndarray:
    """How often each of so many groups is drawn: shape (RESAMPLES, groups)."""
    seed = hashlib.sha256(f"bootstrap:{groups}".encode()).digest()[:8]
    generator = np.random.default_rng(int.from_bytes(seed, "big"))
    return generator.multinomial(groups, [1 / groups] * groups, size=RESAMPLES).astype(np.float32)
