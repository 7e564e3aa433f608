"""Grades 9 to 12: radicals."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isqrt
from typing import Any

from socratic_tutor.curriculum.answers import expression, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- the root of a sum ---

# The legs of right triangles with whole sides, by the longest side.
_LEGS = tuple(
    (a, b) for b in range(3, 200) for a in range(3, 200) if isqrt(a * a + b * b) ** 2 == a * a + b * b
)
_SMALL_LEGS = tuple(legs for legs in _LEGS if sum(n * n for n in legs) <= 65**2)
_LARGE_LEGS = tuple(legs for legs in _LEGS if 63 < max(legs) < 150)


def _two_squares(rng: random.Random, legs: tuple[tuple[int, int], ...] = _SMALL_LEGS) -> dict[str, Any]:
    a, b = rng.choice(legs)
    return {"p": a * a, "q": b * b}


def _root_steps(p: Parameters) -> dict[str, Any]:
    return {"a": isqrt(p.p), "b": isqrt(p.q)}


ROOT_OF_A_SUM = Family(
    id="sqrt_sum",
    grade_band="9-12",
    grade="9",
    ccss="HSN-RN.A.2",
    topic="radicals",
    mission="simplify the square root of a sum",
    vocabulary=("radical", "square root", "sum"),
    sample=_two_squares,
    statements=(
        "Simplify sqrt({p} + {q}).",
        "What is the value of sqrt({p} + {q})?",
    ),
    stories=(
        "Two square gardens cover {p} and {q} square meters. {name} lays out one new square garden that is as "
        "large as both. How many meters long is it, sqrt({p} + {q})?",
        "The diagonal of a gate measures sqrt({p} + {q}) inches. {name} cuts a brace of that size. "
        "How many inches is the brace?",
    ),
    reworded=("Let f(x) = sqrt(x + {q}). Evaluate f({p}).",),
    solve=lambda p: integer(isqrt(p.p + p.q)),
    trace=lambda p: {"number under the root": p.p + p.q},
    elicit=(
        "What does the root sign in sqrt({p} + {q}) cover?",
        "If a square has the area {p} + {q}, what does sqrt({p} + {q}) tell you about it?",
        "What question does a square root answer about a number?",
        "Roughly how large do you expect sqrt({p} + {q}) to be compared with sqrt({q})?",
    ),
    extend=(
        "Which right triangle could you draw for sqrt({p} + {q})?",
        "For which numbers would sqrt(x + y) and sqrt(x) + sqrt(y) agree?",
        "Would a product under the root behave in the same way as a sum?",
        "How would you estimate the root if the sum were not a perfect square?",
    ),
    check=(
        "Square your number. Does it match what stands under the root?",
        "Is your number larger than sqrt({p}) and than sqrt({q}) but not by too much?",
        "How large is a square whose side is your number, compared with {p} + {q}?",
        "Between which tens should sqrt({p} + {q}) lie, and does your number lie there?",
    ),
    repair=(
        "Which two numbers stand under the root sign?",
        "What number is sqrt(10000)?",
        "Is sqrt({q}) larger or smaller than {q}?",
        "How many root signs do you see in the problem?",
    ),
    larger=lambda rng: _two_squares(rng, _LARGE_LEGS),
    misconceptions=(
        Misconception(
            id="G912-RAD-01",
            name="splits the root",
            hint="takes the root of each number under the sign on its own",
            rule=lambda p: integer(isqrt(p.p) + isqrt(p.q)),
            steps=_root_steps,
            says=(
                "the root of {p} is {a} and the root of {q} is {b}, and that makes {wrong}",
                "{a} times {a} is {p} and {b} times {b} is {q}, so I added {a} and {b}",
                "the root goes to both numbers, so it is {a} plus {b}",
            ),
            reworded=("I shared the sign out: {a} for the {p} and {b} for the {q}",),
            cues=(
                "by itself",
                "side {wrong}",
                "undo*",
                "were the root",
                "legs",
                "blocks",
                "cut it",
                "along a line",
                "sqrt(1 + 1 + 1 + 1)",
                "sqrt(2 + 2)",
                "same split",
                "1 + sqrt(3)",
                "long bar",
                "your {a}",
                "hand the root",
                "along one line",
            ),
            turns={
                "check": (
                    "Multiply {wrong} by itself. How does the result compare with what stands under the sign?",
                    "What area has a square of side {wrong}, and what area does the problem describe?",
                    "Undo your last step by squaring {wrong}. Do you land back at {p} + {q}, or past it?",
                    "Suppose {wrong} were the root. Which number would have to be under the sign then?",
                ),
                "represent": (
                    "Draw a right triangle with legs {a} and {b}. How does a trip along both legs compare with its longest side?",
                    "Walk {a} blocks east and {b} blocks north. Is the straight way back as far as {wrong} blocks?",
                    "Sketch a square with side {a} + {b} and cut it where {a} ends. Which pieces are neither {p} nor {q}?",
                    "Put squares of areas {p} and {q} next to each other along a line. How big is a square over that whole line?",
                ),
                "simplify": (
                    "Try your way on sqrt(1 + 1 + 1 + 1). What comes out, and what is that root really?",
                    "With your way sqrt(2 + 2) becomes about 2.8. How does that fit a number whose square is 4?",
                    "We may split sqrt(25 * 16) into 5 * 4. What happens if you test the same split on sqrt(25 + 24)?",
                    "Would your way give 1 + sqrt(3) for the root of 1 + 3, and is that a whole number?",
                ),
                "elicit": (
                    "What lies below the long bar of the root in sqrt({p} + {q}), and what lay below each of yours?",
                    "Your {a} is the side of a square of area {p}. Which square has the side {wrong}?",
                    "Which rule told you to hand the root to both numbers, and for which operation does it hold?",
                    "What lengths are {a} and {b}, and why should they lie along one line?",
                ),
            },
            source="BR; PZ; ML radicals.distribute_square_root_over_addition; E483",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-RAD-01-A",
            name="halves the sum",
            hint="takes half of the sum in place of the root",
            rule=lambda p: lowest(Fraction(p.p + p.q, 2)),
            cues=("half", "halv*", "doubl*", "divided by 2", "two equal parts"),
        ),
        PlausibleError(
            id="G912-RAD-01-B",
            name="roots only the first",
            hint="takes the root of the first number and adds the second as it is",
            rule=lambda p: integer(isqrt(p.p) + p.q),
            cues=("only the first", "how far does the sign reach", "the {q} as it is", "outside", "roof"),
        ),
    ),
)


# --- the sum of two roots ---


def _two_roots(rng: random.Random, low: int = 3, high: int = 12) -> dict[str, Any]:
    a, b = rng.choice(
        [
            (i, j)
            for i in range(low, high + 1)
            for j in range(low, high + 1)
            if i != j and isqrt(i * i + j * j) ** 2 != i * i + j * j
        ]
    )
    return {"p": a * a, "q": b * b}


ADDING_ROOTS = Family(
    id="add_surd",
    grade_band="9-12",
    grade="9",
    ccss="HSN-RN.A.2",
    topic="radicals",
    mission="add two square roots",
    vocabulary=("radical", "like radicals"),
    sample=_two_roots,
    statements=(
        "sqrt({p}) + sqrt({q}) = ?",
        "Find the sum of sqrt({p}) and sqrt({q}).",
    ),
    stories=(
        "Two square rugs cover {p} and {q} square feet. {name} puts them in a row along a wall. "
        "How many feet of wall, sqrt({p}) + sqrt({q}), do they take?",
        "{name} walks sqrt({p}) miles before lunch and sqrt({q}) miles after it. How many miles is that in all?",
    ),
    reworded=("Let f(x) = sqrt(x). What is f({p}) + f({q})?",),
    solve=lambda p: integer(isqrt(p.p) + isqrt(p.q)),
    trace=lambda p: {"first root": isqrt(p.p), "second root": isqrt(p.q)},
    elicit=(
        "What does sqrt({p}) mean for a square of area {p}?",
        "How many root signs are there, and what does each of them cover?",
        "Do you expect the sum to be above or below sqrt({q}), and why?",
        "What would you tell a friend that sqrt({q}) stands for?",
    ),
    extend=(
        "How would you add sqrt(2) and sqrt(50)?",
        "When can two square roots be written with one root sign?",
        "Is the difference of two roots as easy to find as their sum?",
        "What is the product of your two roots, and can it be found another way?",
    ),
    check=(
        "Is your sum larger than each of the two roots alone?",
        "Draw a line as long as sqrt({p}) and go on by sqrt({q}). Does your number fit its length?",
        "Enter the problem in a calculator with two separate root signs. Does it agree with you?",
        "Take sqrt({p}) away from your sum. Should what is left look familiar?",
    ),
    repair=(
        "Which number is under the first root sign?",
        "Is sqrt({p}) larger or smaller than {p}?",
        "Which number has the square 400?",
        "What stands between the two roots: a plus or a times sign?",
    ),
    larger=lambda rng: _two_roots(rng, 13, 25),
    misconceptions=(
        Misconception(
            id="G912-RAD-02",
            name="adds under one root",
            hint="adds the numbers below a common root sign",
            rule=lambda p: expression(f"sqrt({p.p + p.q})"),
            steps=lambda p: {"sum": p.p + p.q},
            says=(
                "{p} plus {q} is {sum}, so it is the root of {sum}",
                "both have a root, so I kept the root and added {p} and {q}",
                "I put {p} + {q} under the sign and got {wrong}",
            ),
            reworded=("it is like adding things of the same kind, {p} and {q} make {sum}",),
            cues=(
                "alone",
                "lie between",
                "end to end",
                "as a binomial",
                "sqrt(1)",
                "141",
                "copies of sqrt(x)",
                "room",
                "roof",
                "merge",
                "a length",
                "which square",
                "your root of",
                "tables",
                "square of a sum",
                "melt*",
                "pizzas",
            ),
            turns={
                "conflict": (
                    "Compare {wrong} with sqrt({q}) alone. By your result, how much did sqrt({p}) add to it?",
                    "Which whole numbers does {wrong} lie between, and does sqrt({p}) fit in on top of sqrt({q})?",
                    "Join boards of sqrt({p}) and sqrt({q}) feet end to end. Would {wrong} feet be long enough for both?",
                    "Square sqrt({p}) + sqrt({q}) as a binomial, then square {wrong}. By what do the results differ?",
                ),
                "simplify": (
                    "What does your way give for sqrt(1) + sqrt(1), and what is 1 + 1?",
                    "By your way sqrt(10000) + sqrt(10000) is about 141. What is strange about that?",
                    "Write sqrt(x) + sqrt(x) your way and as copies of sqrt(x). For which x do the two agree?",
                    "Your way makes sqrt(900) + sqrt(1600) equal to 50. How much room is that for sqrt(900) beside sqrt(1600)?",
                ),
                "elicit": (
                    "What does the {sum} in your work measure, and which square has that area?",
                    "You moved both numbers under a single roof. What made you think that roots may merge like that?",
                    "If sqrt({p}) is a length, what kind of thing is {p}, and which of them did you add?",
                    "How would you explain to a friend what your root of {sum} has to do with sqrt({p})?",
                ),
                "analog": (
                    "Two square tables of 1 square meter stand in a row. How does the row compare with one square table of 2 square meters?",
                    "The square of a sum is not just the sum of the squares. What could that mean for roots?",
                    "Melt two cubes into one and the volumes add up. What about the lengths of the edges?",
                    "Two round pizzas become one with the same area. Is it as wide as both of them side by side?",
                ),
            },
            source="E44; ML radicals.add_under_common_root",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-RAD-02-A",
            name="multiplies the roots",
            hint="multiplies the two roots",
            rule=lambda p: integer(isqrt(p.p * p.q)),
            cues=("product", "times sign", "multipl*", "rectangle", "rows"),
        ),
        PlausibleError(
            id="G912-RAD-02-B",
            name="loses the roots",
            hint="adds the numbers and leaves the root signs out",
            rule=lambda p: integer(p.p + p.q),
            cues=("signs went", "left out", "without any sign", "larger than {p}", "forgot*"),
        ),
    ),
)


# --- rational exponents ---

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
    stories=(
        "In a model, an island of {n} square miles is home to {n}^({p}/{q}) kinds of birds. How many kinds is that?",
        "{name} writes a program that turns an input x into x^({p}/{q}). What does it print for the input {n}?",
    ),
    reworded=("Write {n}^({p}/{q}) as a whole number.",),
    solve=lambda p: integer(_right_power(p)),
    trace=lambda p: {"root": _whole_root(p.n, p.q)} if p.p > 1 else {},
    elicit=(
        "What does an exponent tell you when it is a whole number?",
        "What does each part of the exponent {p}/{q} mean to you?",
        "How else could you write {n}^({p}/{q})?",
        "Which rules for exponents do you know that still hold for fractions?",
    ),
    extend=(
        "Does the order of the root and the power matter here?",
        "What would a negative exponent change?",
        "How could you check your value with an exponent rule?",
        "Which other base would give a whole number with the exponent {p}/{q}?",
    ),
    check=(
        "Raise your value to the power {q} and {n} to the power {p}. Do the two agree?",
        "Compare the exponent {p}/{q} with 1. Is your value on the matching side of {n}?",
        "Write {n} as a power of a smaller number. Does your value fit that form?",
        "Take your steps in the other order. Do you reach the same value?",
    ),
    repair=(
        "What is the denominator of the exponent here?",
        "What is {n}^1, just by the meaning of an exponent?",
        "Which number is the base of {n}^({p}/{q})?",
        "Is the exponent {p}/{q} a whole number or a fraction?",
    ),
    misconceptions=(
        Misconception(
            id="G912-EXP-01",
            name="multiplies by the fraction",
            hint="multiplies the base by the fraction",
            rule=lambda p: lowest(Fraction(p.n * p.p, p.q)),
            applies_if=lambda p: p.n * p.p != p.q * _right_power(p),
            says=(
                "{n} times {p}/{q} is {wrong}",
                "I took {p}/{q} of {n}",
                "I did {n} times {p} and divided by {q}",
            ),
            reworded=("{p}/{q} is a fraction, so I found that fraction of {n}",),
            cues=(
                "{n}^2",
                "50^2",
                "10^3",
                "copies",
                "up high",
                "with symbols",
                "each one ask",
                "raised",
                "exponent 0",
                "base be 1",
                "lists part",
            ),
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
                "check": (
                    "Multiply {q} copies of {wrong}. How does the product compare with {n} to the power {p}?",
                    "Use the exponent 0 in place of {p}/{q}. What does your way give, and is that the value of {n}^0?",
                    "Let the base be 1 and keep the exponent. What does your way make of a power of 1?",
                    "Follow {n}^1, {n}^2, {n}^3 your way and by repeated multiplication. Where do the two lists part?",
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
            reworded=("first comes the root, so that is the {p}, and then the power, so that is the {q}",),
            cues=(
                "comparisons",
                "up or down",
                "{n}^({q}/{p})",
                "2500^(1/2)",
                "plain",
                "7/1",
                "jobs",
                "calls for",
                "below the bar",
                "asks for a root",
                "{p}/1",
                "attach*",
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
                "elicit": (
                    "In your reading of {n}^({p}/{q}), what does the {q} below the bar count?",
                    "How did you decide which of {p} and {q} asks for a root?",
                    "If the exponent were {p}/1, which of your steps would still be there?",
                    "Say {n}^({p}/{q}) aloud in words. Which word do you attach to the {q}?",
                ),
            },
            source="E1437",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-EXP-01-A",
            name="root without the power",
            hint="takes the root and forgets the power",
            rule=lambda p: integer(_whole_root(p.n, p.q) or 0),
            applies_if=lambda p: p.p > 1,
            cues=(
                "stopped",
                "numerator idle",
                "forgot the {p}",
                "unused top",
            ),
        ),
        PlausibleError(
            id="G912-EXP-01-B",
            name="power without the root",
            hint="raises to the power and forgets the root",
            rule=lambda p: integer(p.n**p.p),
            applies_if=lambda p: p.n**p.p <= 10**9,
            cues=(
                "no root at all",
                "forgot the {q}",
                "unused bottom",
                "ignored the",
            ),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ROOT_OF_A_SUM, ADDING_ROOTS, RATIONAL_EXPONENTS)
