"""What all signs share: their type, and the bounds that keep one sign from drowning the others."""

from __future__ import annotations

Signs = dict[str, float]


def within(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))
