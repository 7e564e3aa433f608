"""Grades 9 to 12: calculus."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- derivative of a product ---------------------------------------------------------------------


def _two_powers(rng: random.Random, low: int = 2, high: int = 14) -> dict[str, Any]:
    while True:
        a, b = rng.randint(low, high), rng.randint(low, high)
        if a != b:
            return {"a": a, "b": b}


def _derivative(exponent: int) -> str:
    """The derivative of a power of x as one writes it: 5x^4, but 2x for an exponent of 2."""
    return f"{exponent}x^{exponent - 1}" if exponent > 2 else f"{exponent}x"


def _power_steps(p: Parameters) -> dict[str, Any]:
    return {"da": _derivative(p.a), "db": _derivative(p.b), "low": p.a + p.b - 2}


DERIVATIVE_OF_PRODUCT = Family(
    id="deriv",
    grade_band="9-12",
    grade="12",
    ccss="HSF-IF.B.6",
    topic="derivatives (AP calculus, beyond the Common Core; the nearest standard is the rate of change)",
    mission="differentiate a product of two powers",
    vocabulary=("derivative", "product rule"),
    sample=_two_powers,
    larger=lambda rng: _two_powers(rng, 15, 60),
    statements=(
        "Differentiate x^{a} * x^{b}. What is the coefficient of the answer?",
        "Let f(x) = x^{a} * x^{b}. Which number stands in front of the power of x in f'(x)?",
        "Find the derivative of the product x^{a} * x^{b} and give its coefficient.",
    ),
    reworded=(
        "How fast does the product of x^{a} and x^{b} change with x? Give the numerical factor of that rate.",
    ),
    solve=lambda p: integer(p.a + p.b),
    trace=lambda p: {"exponent of the derivative": p.a + p.b - 1},
    elicit=(
        "What does a derivative tell you about a function?",
        "Which kinds of functions are x^{a} and x^{b}, and how are they joined?",
        "What do you already know about differentiating a single power of x?",
        "How could you describe x^{a} * x^{b} as a number of factors x?",
    ),
    extend=(
        "How would the result change if one factor had a coefficient of its own?",
        "What rule could you state for the product of any two powers?",
        "How would you differentiate a product that cannot be written as one power?",
        "What is the slope of this function at x = 1, and what does it tell you?",
    ),
    check=(
        "What slope does a calculator show near x = 1, next to your coefficient?",
        "Does your way still work if one of the factors is just the constant 1?",
        "By how much does differentiating lower the degree, and did yours go down like that?",
        "If you find the derivative by a second route, do both agree?",
    ),
    repair=(
        "What is the derivative of x alone?",
        "Which operation joins x^{a} and x^{b} in the problem?",
        "How would you read x^{a} aloud?",
        "What is the larger of the two exponents?",
    ),
    misconceptions=(
        Misconception(
            id="G912-CAL-01",
            name="product of the derivatives",
            hint="multiplies the derivatives of the two factors",
            rule=lambda p: integer(p.a * p.b),
            applies_if=lambda p: p.a * p.b != p.a + p.b,
            steps=_power_steps,
            says=(
                "the derivatives are {da} and {db}, and {a} times {b} is {wrong}",
                "I differentiated each factor and multiplied, so {a} and {b} give {wrong}",
                "the derivative of a product is the product of the derivatives",
            ),
            reworded=(
                "each power brings its exponent down, and {a} times {b} makes {wrong}",
                "you work out both derivatives and the times sign stays between them",
            ),
            cues=(
                "strip*",
                "rectangle",
                "1 times",
                "times 1",
                "constant",
                "stays fixed",
                "wage",
                "tickets",
                "garden",
                "1.01",
                "drop*",
                "x times x",
                "degree",
            ),
            turns={
                "elicit": (
                    "Where have you seen products differentiated factor by factor, and how does that go for x times x?",
                    "What does your way make of a constant factor, such as the 3 in 3x, and why?",
                    "Your result ends in x^{low}. Which degree did you expect for a derivative of this product?",
                    "Sums can be differentiated piece by piece. How would you check whether a constant times x allows that too?",
                ),
                "represent": (
                    "Picture a rectangle with sides x^{a} and x^{b}. When x grows a little, which strips are added to it?",
                    "In a rectangle whose sides both grow, your product covers the tiny corner. Where are the long strips in your work?",
                    "Sketch a garden that gets longer while its width stays fixed. What would your way say about the growth of the garden?",
                    "Draw the constant 1 and the curve x^{a} on the same axes. What slope would your way give their product?",
                ),
                "simplify": (
                    "Write x^{a} as 1 times x^{a} and use your way on it. What do you make of the result?",
                    "Take x times x. What does multiplying the derivatives give, and does the parabola have that slope everywhere?",
                    "Think of 7x as the constant 7 times x. What does your way say about the slope of that line?",
                    "The product of x and 1/x is constant. Which slope should it have, and which one does your way produce?",
                ),
                "analog": (
                    "Pay is wage times hours. If the wage stays fixed while the hours grow, what does multiplying the rates say about pay?",
                    "A theater sells more tickets each day while the price stays fixed. By your way, how fast does the income change?",
                    "Length times width is area. If only the length changes, what does your way make of the rectangle?",
                    "Energy is power times time. With power constant, would a product of the two rates describe the meter?",
                ),
                "check": (
                    "Work out x^{a} * x^{b} at 1 and at 1.01. How does the rise, divided by 0.01, compare with {wrong}?",
                    "Your derivative ends in x^{low}. How far did the degree of the whole function drop on the way there?",
                    "Multiply out a small case such as x times x^2 and graph it. Does the slope at 1 match your rule?",
                    "Swap x^{b} for x^{b} times 1 times 1. What happens to your derivative, although the function is the same?",
                ),
            },
            source="PZ sin 6",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-CAL-01-A",
            name="new exponent as the coefficient",
            hint="lowers the exponent first and takes the new one as the coefficient",
            rule=lambda p: integer(p.a + p.b - 1),
            cues=(
                "before or after",
                "came down first",
                "old exponent",
                "which exponent moves",
                "subtract too early",
            ),
        ),
        PlausibleError(
            id="G912-CAL-01-B",
            name="differentiates one factor",
            hint="differentiates only the first factor",
            rule=lambda p: integer(p.a),
            steps=_power_steps,
            cues=("left untouched", "role of x^{b}", "second factor rest", "asleep", "ignored x^{b}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (DERIVATIVE_OF_PRODUCT,)
