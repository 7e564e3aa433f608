"""Grades 3 to 5: decimals."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import decimal
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _decimal_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.choice((4, 5, 8, 20, 25, 50))
    return {"a": rng.choice([a for a in range(2, b) if a % 10]), "b": b}


def _decimal_steps(p: Parameters) -> dict[str, Any]:
    """`parts`: into how many parts the digits after the point cut a whole, if `a` stands there."""
    return {"parts": 10 ** len(str(p.a)), "twin": p.a + 1 if p.a + 1 < p.b else p.a - 1}


FRACTIONS_AS_DECIMALS = Family(
    id="f2d",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.C.6",
    topic="fractions as decimals",
    mission="write a fraction as a decimal",
    vocabulary=("decimal", "tenths", "hundredths"),
    sample=_decimal_fraction,
    statements=(
        "Write {a}/{b} as a decimal.",
        "What decimal is equal to {a}/{b}?",
        "A snail crawled {a}/{b} of a meter. How many meters is that, written as a decimal?",
    ),
    solve=lambda p: decimal(Fraction(p.a, p.b)),
    trace=lambda p: {"one part in thousandths": 1000 // p.b, "all parts in thousandths": 1000 * p.a // p.b},
    elicit=(
        "What does {a}/{b} mean as parts of one bar?",
        "What do the places after a decimal point stand for?",
        "Is {a}/{b} close to 0, to a half or to 1?",
    ),
    extend=(
        "How could you show on a number line that both forms match?",
        "What other fraction has the same decimal?",
        "How would you explain the places in your decimal?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-09",
            name="bar becomes the point",
            hint="turns the fraction bar into a decimal point",
            rule=lambda p: decimal(f"{p.a}.{p.b}"),
            says=(
                "the line becomes a dot, so it is {a} point {b}",
                "{a} goes in front of the point and {b} goes after it",
                "I wrote {a} and then {b} with a point between them",
            ),
            cues=("full bar*", "one bar", "before the point", "beyond", "reach*", "fill*"),
            turns={
                "conflict": (
                    "Does {a}/{b} fill one bar? Compare that with {wrong}.",
                    "Shade {a} of {b} parts. How many full bars would {wrong} need?",
                    "On a line from 0 to 1, does {a}/{b} reach the end, and where would {wrong} land?",
                    "How far beyond 1 is {wrong}, and how far does {a}/{b} get?",
                ),
                "locate": (
                    "In {wrong} the {a} stands before the point. How many full bars does that say?",
                    "What does a digit before the point count, and is that what the {a} counts in {a}/{b}?",
                    "Your {a} sits left of the point in {wrong}. Do you have {a} full bars?",
                    "Draw what {a} counts in {a}/{b}. Would it fill as much as the {a} in {wrong}?",
                ),
            },
            source="H37620",
        ),
        Misconception(
            id="G35-DEC-10",
            name="numerator after the point",
            hint="writes the numerator after the decimal point",
            rule=lambda p: decimal(f"0.{p.a}"),
            steps=_decimal_steps,
            says=(
                "it is {a} parts, so it is 0 point {a}",
                "I put a 0 and a point and then the top number",
                "the {a} goes right after the point",
            ),
            cues=("{parts} equal", "{parts} piece*", "out of {parts}", "cut into {parts}", "{a}/{parts}"),
            turns={
                "locate": (
                    "Your {wrong} means {a} out of {parts}. How many pieces does {a}/{b} talk about?",
                    "With {wrong}, a bar is cut into {parts} equal pieces. Is the bar of {a}/{b} cut that way?",
                    "You wrote {wrong}, which is {a}/{parts}. What happened to the {b}?",
                    "Which bar has {parts} pieces, the one for {wrong} or the one for {a}/{b}?",
                ),
                "conflict": (
                    "Shade {a}/{parts} and {a}/{b} on two bars. How do the shaded parts compare?",
                    "Which is wider, one of {parts} pieces or one of {b}, and what does that say about {wrong}?",
                    "Put {a}/{parts} and {a}/{b} on one number line. What do you notice?",
                    "Think of a cake cut into {parts} pieces and one cut into {b}. Would {a} pieces be as much?",
                ),
            },
            source="E1715; H37618",
        ),
        Misconception(
            id="G35-DEC-11",
            name="denominator after the point",
            hint="writes the denominator after the decimal point",
            rule=lambda p: decimal(f"0.{p.b}"),
            steps=_decimal_steps,
            says=(
                "it has {b} at the bottom, so it is 0 point {b}",
                "the bottom number goes after the point",
                "I put a 0 and a point and then the {b}",
            ),
            cues=(
                "{twin}/{b}",
                "role",
                "see the {a}",
                "use the {a}",
                "any number of",
            ),
            turns={
                "locate": (
                    "Where can you see the {a} of {a}/{b} in your {wrong}?",
                    "You wrote {wrong}. What role did the {a} play when you found it?",
                    "The {b} tells how many parts there are. What is its role in {wrong}?",
                    "How did you use the {a} to get {wrong}?",
                ),
                "conflict": (
                    "What would you write for {twin}/{b} in the same way? Compare it with {wrong}.",
                    "If {a}/{b} is {wrong} in your way, what about {twin}/{b}?",
                    "Shade {a}/{b} and {twin}/{b} on two bars. Could both of them be {wrong}?",
                    "Would any number of shaded parts out of {b} give {wrong} in your way?",
                ),
            },
            source="E760",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (FRACTIONS_AS_DECIMALS,)
