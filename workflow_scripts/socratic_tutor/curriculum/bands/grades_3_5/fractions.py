"""Grades 3 to 5: fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from math import lcm
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _unlike_fractions(rng: random.Random) -> dict[str, Any]:
    b, d = rng.sample([2, 3, 4, 5, 6, 7, 8, 9, 10], 2)
    return {"a": rng.randint(1, b - 1), "b": b, "c": rng.randint(1, d - 1), "d": d}


ADDING_FRACTIONS = Family(
    id="fadd",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.A.1",
    topic="adding fractions",
    mission="add two fractions that have different denominators",
    vocabulary=("numerator", "denominator", "common denominator"),
    sample=_unlike_fractions,
    statements=(
        "{a}/{b} + {c}/{d} = ?",
        "Add {a}/{b} and {c}/{d}.",
        "A jug holds {a}/{b} liter of juice. Then {c}/{d} liter is poured in. How many liters are there now?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.b) + Fraction(p.c, p.d)),
    trace=lambda p: {
        "common denominator": lcm(p.b, p.d),
        "first numerator": p.a * lcm(p.b, p.d) // p.b,
        "second numerator": p.c * lcm(p.b, p.d) // p.d,
    },
    elicit=(
        "What does the {b} in {a}/{b} tell you about the pieces?",
        "How would you draw {a}/{b} of a bar?",
        "Which part of {a}/{b} says how many pieces you have?",
    ),
    extend=(
        "How could you show on a bar that your total makes sense?",
        "What would you do if there were a third fraction to add?",
        "Which step of your work would you explain to a friend first?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-01",
            name="adds tops and bottoms",
            hint="adds the numerators and adds the denominators",
            rule=lambda p: fraction(p.a + p.c, p.b + p.d),
            steps=lambda p: {"bottom": p.b + p.d, "top": p.a + p.c},
            says=(
                "I added the tops and added the bottoms",
                "{a} and {c} make {top}, and {b} and {d} make {bottom}",
                "you just add across the top and across the bottom",
            ),
            cues=(
                "alone",
                "less than you started",
                "smaller than",
                "cut into {bottom}",
                "{bottom} pieces",
                "{bottom} parts",
            ),
            turns={
                "conflict": (
                    "Look at {wrong} next to {a}/{b} alone. Which one is larger, and what should adding do?",
                    "You started with {a}/{b} and put more in. How can you tell if {wrong} is smaller than {a}/{b}?",
                    "Draw {a}/{b} alone on one bar and {wrong} on another. What do you notice about the two lengths?",
                    "Could you end up with less than you started with? Compare {wrong} with {a}/{b}.",
                ),
                "locate": (
                    "You wrote {bottom} at the bottom. Was any bar in this problem cut into {bottom} pieces?",
                    "In {wrong} the whole is cut into {bottom} parts. Where do those parts come from in a picture?",
                    "What would a piece look like if the bar was cut into {bottom} parts, and do you have such pieces here?",
                    "Point to a bar with {bottom} pieces in this problem. What did you find?",
                ),
            },
            source="E217; MaE08; ML fractions.add_numerators_denominators; STACK mediant; SEED",
        ),
        Misconception(
            id="G35-FRA-02",
            name="keeps the old numerators",
            hint="finds a common denominator but keeps the old numerators",
            rule=lambda p: fraction(p.a + p.c, lcm(p.b, p.d)),
            applies_if=lambda p: lcm(p.b, p.d) != max(p.b, p.d),
            steps=lambda p: {"bottom": lcm(p.b, p.d)},
            says=(
                "I made both bottoms {bottom} and then added {a} and {c}",
                "the bottoms have to match so I used {bottom}, and the tops stay",
                "I changed the bottoms to {bottom} and kept the tops",
            ),
            cues=("thinner", "still as much", "cut again", "same amount", "same length"),
            turns={
                "locate": (
                    "When you wrote {bottom} below, the pieces got thinner. How many thin ones make {a}/{b}?",
                    "Each piece in {a}/{b} is cut again. What happens to the number of pieces you had?",
                    "Your {bottom} makes thinner pieces. What does that do to how many you need?",
                    "Draw {a}/{b}, then cut again to make {bottom} in the whole bar. What changes at the top?",
                ),
                "conflict": (
                    "Is {a}/{bottom} the same amount as {a}/{b}? Show me with a bar.",
                    "Shade {a}/{b} and {a}/{bottom} on two bars. Are they the same length?",
                    "You used {a}/{bottom} for {a}/{b}. Is that still as much?",
                    "Put {a}/{b} above {a}/{bottom} on a number line. Are the two jumps from 0 the same length?",
                ),
            },
            source="E1655; MaE09; ML fractions.common_denominator_numerator",
        ),
        Misconception(
            id="G35-FRA-03",
            name="uses the larger denominator",
            hint="adds the numerators over the larger denominator",
            rule=lambda p: fraction(p.a + p.c, max(p.b, p.d)),
            steps=lambda p: {
                "large": max(p.b, p.d),
                "small": min(p.b, p.d),
                "few": p.a if p.b < p.d else p.c,
            },
            says=(
                "{large} is the bigger bottom, so I used it, and {a} and {c} make the top",
                "I added {a} and {c} and kept the {large}",
                "the bottom has to be {large}, that is the larger one, and then you add the tops",
            ),
            cues=("wide", "wider", "width", "count as", "of 1/{small}", "you kept the {large}"),
            turns={
                "locate": (
                    "You let the pieces of 1/{small} count as pieces of 1/{large}. Are they equally wide?",
                    "Lay a piece of 1/{small} on a piece of 1/{large}. Which one is wider?",
                    "In {wrong} every piece has the width of 1/{large}. Which pieces in the problem have another width?",
                    "What happened to the pieces of 1/{small} when you kept the {large}?",
                ),
                "conflict": (
                    "You kept the {large}, so {few}/{small} turned into {few}/{large}. How do those two lengths compare?",
                    "Fold two strips, one to show 1/{small} and one to show 1/{large}. How wide are the parts?",
                    "Mark {few}/{small} and {few}/{large} on a number line. Can they count as one point?",
                    "Can {few}/{small} stay as long as it was if its pieces count as pieces of 1/{large}?",
                ),
            },
            source="E1909; ML fractions.ignore_denominators",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_FRACTIONS,)
