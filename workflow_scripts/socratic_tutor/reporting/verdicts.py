"""The one verdict on a paired difference that every page gives: the adjusted p value decides.

An interval is of one difference by itself; a reader sees many at once, of which some leave out 0 by chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def told_apart(row: Mapping[str, Any]) -> bool:
    """Whether the two systems are told apart, by {"ci_low", "ci_high", "p_holm", "level"}.

    The p value after Holm's correction must lie below 1 - level. Where it does and the interval still holds 0
    (of items with several turns, say), the way in which they differ is not known: they are not told apart.
    """
    return bool(row["p_holm"] < 1 - row["level"] and not row["ci_low"] <= 0 <= row["ci_high"])


def p_value(row: Mapping[str, Any]) -> str:
    return "p < 0.001" if row["p_holm"] < 0.001 else f"p = {row['p_holm']:.3f}"


def in_words(row: Mapping[str, Any]) -> str:
    """What Holm says, and that an interval says otherwise where one does; follows a verdict."""
    said = f"{p_value(row)} after Holm's correction"
    if row["told_apart"] or row["ci_low"] <= 0 <= row["ci_high"]:
        return said
    return f"{said}, too large though the interval leaves out 0"
