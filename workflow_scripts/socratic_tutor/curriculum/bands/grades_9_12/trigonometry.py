"""Grades 9 to 12: trigonometry."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception

_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))


def _right_triangle(rng: random.Random) -> dict[str, Any]:
    short, long, hypotenuse = rng.choice(_TRIPLES)
    scale = rng.randint(1, 6)
    a, b = rng.sample([short * scale, long * scale], 2)
    return {"a": a, "b": b, "c": hypotenuse * scale}


SINE = Family(
    id="sin_ratio",
    grade_band="9-12",
    grade="10",
    ccss="HSG-SRT.C.6",
    topic="trigonometric ratios",
    mission="find the sine of an angle in a right triangle",
    vocabulary=("opposite", "adjacent", "hypotenuse"),
    sample=_right_triangle,
    statements=(
        "In a right triangle the side opposite angle A is {a}, the adjacent side is {b} and the hypotenuse is {c}. Find sin A.",
        "A right triangle has legs {a} and {b} and hypotenuse {c}. Angle A lies opposite the leg {a}. What is sin A?",
        "A {c} foot ladder reaches {a} feet up a wall. Its foot is {b} feet from the wall. Find the sine of the angle at its foot.",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.c)),
    elicit=(
        "How would you sketch this triangle and mark the angle?",
        "What does the sine of an angle compare?",
        "Which of the three sides can you name as seen from the angle?",
    ),
    extend=(
        "How would the ratio change if the triangle were twice as large?",
        "What is the sine of the other sharp angle, and what do you notice?",
        "Which other ratio of this triangle could you find now?",
    ),
    misconceptions=(
        Misconception(
            id="G912-TRG-02",
            name="adjacent for opposite",
            hint="uses the adjacent side for the opposite side",
            rule=lambda p: fraction(p.b, p.c),
            says=(
                "{b} is next to the angle, so {b} over {c}",
                "I put {b} over {c}",
                "sine is the near side over the long one",
            ),
            cues=(
                "flashlight",
                "touch*",
                "look across",
                "almost zero",
                "wider",
                "cosine",
                "other sharp angle",
            ),
            turns={
                "represent": (
                    "Stand at the angle and shine a flashlight into the triangle. Which side does the beam hit?",
                    "Draw the triangle and color the two sides that touch the angle. What color does the {b} get?",
                    "Sketch the triangle with your eye at the angle. Which side do you look across at, and where is the {b}?",
                    "Write each length on a sketch. Is the {b} you used touching the angle, or far from it?",
                ),
                "conflict": (
                    "Let the angle become almost zero in your mind. What happens to your {b} side, and what should the sine do?",
                    "Open the angle wider while the slanted side stays {c}. What does your {b} side do, and what should the sine do?",
                    "Work out the cosine of this angle too. How would it differ from your {wrong}?",
                    "Move to the other sharp angle of the triangle. What role does your {b} side play from there?",
                ),
            },
            source="E1819",
        ),
        Misconception(
            id="G912-TRG-03",
            name="inverts the ratio",
            hint="turns the ratio upside down",
            rule=lambda p: fraction(p.c, p.a),
            says=(
                "sine is hypotenuse over opposite",
                "I put {c} over {a}",
                "I divided {c} by {a}",
            ),
            cues=(
                "greater than 1",
                "calculator",
                "be longer than",
                "tiny",
                "measured against",
                "in words",
                "on top",
                "ramp",
            ),
            turns={
                "conflict": (
                    "Your {wrong} is greater than 1. What would that say about the {a} side next to the {c} side?",
                    "Ask a calculator for the sine of a few angles. How do those numbers compare with {wrong}?",
                    "Could a leg ever be longer than the hypotenuse? Explain what {wrong} would say about that.",
                    "A tiny angle has a tiny opposite side. What does {c} over such a number do, and should sine do that?",
                ),
                "locate": (
                    "In {wrong} the {a} is below the bar. Which side of a triangle is a sine measured against?",
                    "Say your ratio in words, as one side over another side. How do those words fit the meaning of sine?",
                    "You wrote {c} on top. If that side grew while {a} stayed, what would happen to {wrong}, and to the angle?",
                    "Walk {c} steps along a ramp and gain {a} in height. Is the gain in each step more or less than the step?",
                ),
            },
            source="E1819",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SINE,)
