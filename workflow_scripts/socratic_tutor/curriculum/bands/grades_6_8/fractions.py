"""Grades 6 to 8: dividing fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _draw(rng: random.Random, low: int, high: int) -> dict[str, Any]:
    while True:
        b, d = rng.sample(range(low, high), 2)
        a, c = rng.randint(1, b - 1), rng.randint(1, d - 1)
        if len({Fraction(a, b), Fraction(c, d), Fraction(b * c, a * d), Fraction(a * d, b * c)}) == 4:
            return {"a": a, "b": b, "c": c, "d": d}


def _two_fractions(rng: random.Random) -> dict[str, Any]:
    return _draw(rng, 3, 10)


def _two_large_fractions(rng: random.Random) -> dict[str, Any]:
    return _draw(rng, 11, 20)


def _flipped_steps(p: Parameters) -> dict[str, Any]:
    return {"flipped": f"{p.b}/{p.a}", "top": p.b * p.c, "bottom": p.a * p.d}


def _straight_steps(p: Parameters) -> dict[str, Any]:
    return {"top": p.a * p.c, "bottom": p.b * p.d}


# --- dividing a fraction by a fraction ---
DIVIDING_FRACTIONS = Family(
    id="fdiv",
    grade_band="6-8",
    grade="6",
    ccss="6.NS.A.1",
    topic="dividing fractions",
    mission="divide a fraction by a fraction",
    vocabulary=("reciprocal", "divisor", "dividend", "quotient"),
    sample=_two_fractions,
    larger=_two_large_fractions,
    statements=(
        "{a}/{b} divided by {c}/{d} = ?",
        "Find the quotient of {a}/{b} and {c}/{d}, in this order.",
    ),
    stories=(
        "{name} has {a}/{b} of a pound of rice. One serving takes {c}/{d} of a pound. How many servings is that?",
        "A jug holds {a}/{b} of a gallon of juice and a bottle holds {c}/{d} of a gallon. "
        "How many bottles, or what part of a bottle, does the jug fill?",
    ),
    reworded=("How many times does {c}/{d} go into {a}/{b}? Answer with a fraction or a whole number.",),
    solve=lambda p: lowest(Fraction(p.a, p.b) / Fraction(p.c, p.d)),
    trace=lambda p: {
        "reciprocal of the divisor": f"{p.d}/{p.c}",
        "new top": p.a * p.d,
        "new bottom": p.b * p.c,
    },
    elicit=(
        "Which of the two fractions is being measured, and which one does the measuring?",
        "If {a}/{b} were a length of ribbon, what could {c}/{d} stand for?",
        "How would you tell a younger student what {a}/{b} divided by {c}/{d} asks for?",
        "Before you compute: is {c}/{d} larger or smaller than {a}/{b}, and what does that say about the quotient?",
    ),
    extend=(
        "What picture would show a friend why your quotient makes sense?",
        "How would the quotient change if the divisor {c}/{d} were cut in half?",
        "When is the quotient of two fractions larger than both of them?",
        "Which division would you get if the two fractions traded places, and how do the quotients belong together?",
    ),
    check=(
        "What do you get when you multiply your quotient by {c}/{d}, and what should come out?",
        "How could a drawing of {a}/{b} cut into portions of {c}/{d} test your result?",
        "If you guess first, will {c}/{d} fit into {a}/{b} more or less than once, and does your result agree?",
        "Rewrite both fractions with the same denominator; how do the numerators compare with your result?",
    ),
    repair=(
        "Which one is the divisor here?",
        "Which is larger, {a}/{b} or {c}/{d}?",
        "Can you draw a bar and shade {a}/{b} of it, then tell me what you see?",
        "What does the word quotient mean to you?",
    ),
    misconceptions=(
        Misconception(
            id="G68-FRA-01",
            name="flips the first fraction",
            hint="turns the dividend over instead of the divisor",
            rule=lambda p: fraction(p.b * p.c, p.a * p.d),
            steps=_flipped_steps,
            says=(
                "you have to flip one and then multiply, so I flipped {a}/{b}",
                "I did keep, change, flip but I started with flipping and got {top} over {bottom}",
                "when you divide, the first fraction goes upside down and then it is times {c}/{d}",
            ),
            reworded=(
                "I swapped the {a} and the {b} and then just did tops times tops and bottoms times bottoms",
            ),
            cues=(
                "{wrong} x {c}/{d}",
                "{wrong} portions",
                "pour*",
                "refill*",
                "{b}/{a}",
                "at hand",
                "to begin with",
                "starting amount",
                "poured out",
                "whole supply",
                "as given",
                "traded places",
                "two halves of a chapter",
            ),
            turns={
                "locate": (
                    "Find {a}/{b} in the problem and {b}/{a} in your work. What does each one tell about the amount?",
                    "In your line there is {b}/{a}. Which words of the problem speak of that much?",
                    "Compare the starting amount in the problem with the one you multiplied. What happened to it?",
                    "Underline the number you have to begin with. How did it end up as {b}/{a}?",
                ),
                "conflict": (
                    "Your line works with {b}/{a}, which is more than a whole. How much is really at hand?",
                    "Suppose {a}/{b} of a pan of brownies is on the table. Who could serve {b}/{a} of a pan from it?",
                    "Shade {a}/{b} of one bar and then {b}/{a} of a bar. Which one shows the whole supply?",
                    "You used {b}/{a} in place of {a}/{b}. Which of them is larger than a full unit, and what does that do?",
                ),
                "simplify": (
                    "Try your steps on 60 cookies put in bags of 20, as 60/1 and 20/1. How many bags come out of the whole supply?",
                    "With 100 cookies and 50 in each bag, what would 1/100 say about the starting amount?",
                    "Write 80 divided by 40 as 80/1 and 40/1 and work as you did. What happens to the starting amount?",
                    "Take 10 dollars to begin with and tickets at 5 dollars each. What does your rule say about 10/1 and 5/1?",
                ),
                "elicit": (
                    "What made you choose {a}/{b} as the one to turn over, when it is all there is to begin with?",
                    "In your own words, what does {b}/{a} count in this problem?",
                    "Tell me the story of {a}/{b} as given. Where in that story does {b}/{a} appear?",
                    "Why did {a}/{b} become {b}/{a} while the other fraction stayed as given?",
                ),
                "check": (
                    "Refill the pot: {wrong} portions of {c}/{d} each. Do they bring you back to {a}/{b}?",
                    "Work backward with {wrong} x {c}/{d}. Which number should appear, and which one does?",
                    "Suppose there really are {wrong} portions. When all of them are poured together, is it {a}/{b}?",
                    "Compare {c}/{d} with {a}/{b} first. Does a count of {wrong} portions suit what you see?",
                ),
            },
            source="MaE15",
        ),
        Misconception(
            id="G68-FRA-02",
            name="multiplies straight across",
            hint="multiplies the tops and the bottoms as if the sign were times",
            rule=lambda p: fraction(p.a * p.c, p.b * p.d),
            applies_if=lambda p: p.c * p.c != p.d * p.d,
            steps=_straight_steps,
            says=(
                "{a} and {c} make {top}, and {b} and {d} make {bottom}",
                "with fractions you do the tops and then the bottoms, so it is {top} over {bottom}",
                "I went straight across, top with top and bottom with bottom",
            ),
            reworded=("the top row gives {top} and the bottom row gives {bottom}, and that is the fraction",),
            cues=(
                "{a}/{b} x {c}/{d}",
                "a piece of it",
                "shrink*",
                "shrank",
                "sign between",
                "scoop*",
                "jump*",
                "other symbol",
                "part of a part",
                "pile*",
            ),
            turns={
                "conflict": (
                    "What would you write for {a}/{b} x {c}/{d}? Put it next to your {wrong} and tell me what you notice.",
                    "Your {wrong} is a piece of {a}/{b}. Why would counting portions shrink the number you started from?",
                    "A scoop holds {c}/{d} of a cup. How many cups would {wrong} scoops bring, and is that {a}/{b}?",
                    "Make jumps of {c}/{d} on a line that ends at {a}/{b}. How do {wrong} jumps match that picture?",
                ),
                "locate": (
                    "Write the problem as one line and circle the sign between the fractions. Which of your steps listened to it?",
                    "You wrote {top} over {bottom}. What other symbol between {a}/{b} and {c}/{d} would lead to the same line?",
                    "Say the problem aloud as a line with a sign between the numbers. Which word does your {top} belong to?",
                    "Suppose the sign between the fractions were a times sign. What in your work would look different?",
                ),
                "analog": (
                    "Dividing 100 by 50 and taking 100 times 50 are two stories. Which sign between your fractions did you follow?",
                    "Filling jars from a tub is one job, taking part of a part is another. Which one gives {wrong}?",
                    "Think of scoops of flour. Does a smaller scoop mean more scoops or fewer, and how does {wrong} fit?",
                    "Cutting a rope into many pieces is not like cutting off its tip. Which of them, pile of pieces or part of a part, gives {wrong}?",
                ),
            },
            source="ML fractions.multiply_across_for_division",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-FRA-01-A",
            name="flips both fractions",
            hint="turns both fractions over and then multiplies",
            rule=lambda p: fraction(p.b * p.d, p.a * p.c),
            cues=("two flips", "flip* twice", "both upside down", "single flip"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (DIVIDING_FRACTIONS,)
