"""Grades 9 to 12: radicals."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters

# (root, denominator, largest numerators): bases root^denominator that one can work out by hand.
_POWERS = tuple(
    (root, q, p)
    for q, p, largest in (
        (2, 1, 20),
        (2, 3, 12),
        (2, 5, 4),
        (3, 1, 10),
        (3, 2, 10),
        (3, 4, 4),
        (4, 1, 5),
        (4, 3, 4),
        (5, 1, 3),
        (5, 2, 3),
        (5, 3, 3),
    )
    for root in range(2, largest + 1)
)


def _rational_power(rng: random.Random) -> dict[str, Any]:
    root, q, p = rng.choice(_POWERS)
    return {"n": root**q, "p": p, "q": q}


def _whole_root(n: int, degree: int) -> int | None:
    """The whole number whose `degree`-th power is n, if there is one."""
    root = round(n ** (1 / degree))
    return root if root**degree == n else None


def _right_power(p: Parameters) -> int:
    root = _whole_root(p.n, p.q)
    if root is None:
        raise ValueError(f"{p.n} has no whole root of degree {p.q}")
    return root**p.p


RATIONAL_EXPONENTS = Family(
    id="frac_exp",
    grade_band="9-12",
    grade="11",
    ccss="HSN-RN.A.2",
    topic="rational exponents",
    mission="evaluate a number with a rational exponent",
    vocabulary=("rational exponent", "root", "power"),
    sample=_rational_power,
    statements=(
        "Evaluate {n}^({p}/{q}).",
        "What is the value of {n}^({p}/{q})?",
        "Let f(x) = x^({p}/{q}). Find f({n}).",
    ),
    solve=lambda p: integer(_right_power(p)),
    trace=lambda p: {"root": _whole_root(p.n, p.q)} if p.p > 1 else {},
    elicit=(
        "What does an exponent tell you when it is a whole number?",
        "What do the two parts of the exponent {p}/{q} mean to you?",
        "How else could you write {n}^({p}/{q})?",
    ),
    extend=(
        "Does the order of the root and the power matter here?",
        "What would a negative exponent change?",
        "How could you check your value with an exponent rule?",
    ),
    misconceptions=(
        Misconception(
            id="G912-EXP-01",
            name="multiplies by the fraction",
            hint="multiplies the base by the fraction",
            rule=lambda p: lowest(Fraction(p.n * p.p, p.q)),
            says=(
                "{n} times {p}/{q} is {wrong}",
                "I took {p}/{q} of {n}",
                "I did {n} times {p} and divided by {q}",
            ),
            cues=("{n}^2", "50^2", "10^3", "copies", "up high", "with symbols", "each one ask", "raised"),
            turns={
                "simplify": (
                    "What would your way give for {n}^2, and what does that little 2 mean to you?",
                    "Find 50^2 by your way and then as you learned it long ago. What do you notice?",
                    "Think of a whole-number exponent such as 10^3. Does it mean 10 times 3, or something else?",
                    "By your way, {n}^(1/{q}) is {n} divided by {q}. What happens if you multiply {q} copies of that?",
                ),
                "locate": (
                    "The {p}/{q} is written up high and not beside the {n}. What does that place mean?",
                    "How would you write {p}/{q} of {n} with symbols? Compare that with {n}^({p}/{q}).",
                    "Put {n}^({p}/{q}) next to ({p}/{q}) * {n}. What does each one ask you to do?",
                    "Suppose the {p}/{q} came down from its raised place to the front. Which of your steps would change?",
                ),
            },
            source="E823; E1072",
        ),
        Misconception(
            id="G912-EXP-02",
            name="swaps root and power",
            hint="swaps the root and the power",
            rule=lambda p: integer((_whole_root(p.n, p.p) or 0) ** p.q),
            applies_if=lambda p: _whole_root(p.n, p.p) is not None and p.n**p.q <= 300_000 * p.p,
            says=(
                "the top is the root and the bottom is the power",
                "I used {p} for the root and {q} for the power",
                "{q} is the power, so I raised to {q}",
            ),
            cues=(
                "comparisons",
                "up or down",
                "{n}^({q}/{p})",
                "2500^(1/2)",
                "plain",
                "7/1",
                "jobs",
                "calls for",
            ),
            turns={
                "conflict": (
                    "Compare {p}/{q} with 1, and then {wrong} with {n}. Do your two comparisons agree?",
                    "An exponent of 1 keeps {n} where it is. Should {p}/{q} send it up or down, and where is {wrong}?",
                    "Write {n}^({q}/{p}) below the problem. How would your steps for that one differ?",
                    "Test your way on 2500^(1/2), the side of a square with area 2500. What comes out?",
                ),
                "locate": (
                    "Which number of {p}/{q} did you use for the root? Compare with the plain square root, an exponent of 1/2.",
                    "The exponent 7 is the same as 7/1. Which place in 7/1 does the powering?",
                    "Name the jobs of the {p} and of the {q} in {n}^({p}/{q}). How did you decide?",
                    "The exponent {p}/{q} is {p} times 1/{q}. Which of those two factors calls for a root?",
                ),
            },
            source="E1437",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (RATIONAL_EXPONENTS,)
