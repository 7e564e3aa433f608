"""Grades 6 to 8: probability."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _bag(rng: random.Random) -> dict[str, Any]:
    a, b = sorted(rng.sample(range(2, 13), 2))
    color, other = rng.sample(["red", "blue", "green", "black", "white"], 2)
    return {
        "a": a,
        "b": b,
        "color": color,
        "other": other,
        "things": rng.choice(["tiles", "marbles", "beads"]),
    }


PROBABILITY = Family(
    id="prob1",
    grade_band="6-8",
    grade="7",
    ccss="7.SP.C.5",
    topic="probability",
    mission="find the probability of a simple event",
    vocabulary=("probability", "outcome", "total"),
    sample=_bag,
    statements=(
        "A bag has {a} {color} and {b} {other} {things}. What is the probability of {color}?",
        "There are {a} {color} {things} and {b} {other} {things} in a bag. You pick one without looking. Find the probability that it is {color}.",
        "You draw from a bag of {a} {color} and {b} {other} {things}. How likely is a {color} one, as a fraction?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.a + p.b)),
    trace=lambda p: {"total": p.a + p.b},
    elicit=(
        "What are all the things that can happen when you draw from this bag?",
        "What does the probability of {color} tell you?",
        "If you drew many times, what would you expect to see?",
    ),
    extend=(
        "What is the probability of the other color, and how do the two fit together?",
        "How could you change the bag so that {color} becomes more likely?",
        "How would you test your probability with a real bag?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PRB-01",
            name="part over the other part",
            hint="compares one color with the other color instead of the whole bag",
            rule=lambda p: fraction(p.a, p.b),
            says=(
                "there are {a} {color} and {b} {other}, so {a} over {b}",
                "I put the {color} ones over the {other} ones",
                "{a} {color} to {b} {other} is {wrong}",
            ),
            cues=(
                "hand",
                "leave* out",
                "bottom number",
                "certain",
                "chance that large",
                "add it to",
                "tries",
            ),
            turns={
                "locate": (
                    "The {b} in {wrong} counts only {other} {things}. Which {things} could your hand touch in the bag?",
                    "Pour the bag out on a table. Which of the {things} there does the {b} in {wrong} leave out?",
                    "What does the bottom number of {wrong} count, and what else might come out of the bag?",
                    "List everything that might land in your hand. How does your list compare with the {b} in {wrong}?",
                ),
                "conflict": (
                    "Work out the chance of {other} in the same way and add it to {wrong}. What do you make of that sum?",
                    "Suppose the bag had as many {other} as {color} {things}. What would your way give, and is {color} certain then?",
                    "Leave just one {other} piece with the {a} {color} ones. What would a chance that large mean, if your way gives it?",
                    "Your {wrong} says {color} comes up {a} times in {b} tries. How does that leave room for {other}?",
                ),
            },
            source="memory; cf. E181",
        ),
        Misconception(
            id="G68-PRB-02",
            name="all outcomes equally likely",
            hint="treats both colors as equally likely",
            rule=lambda p: fraction(1, 2),
            says=(
                "there are two colors, so it is one of two",
                "it is either {color} or {other}, so fifty-fifty",
                "you get {color} or you do not, that is half",
            ),
            cues=("bet", "coin", "more often", "a fly", "99", "all but one", "crowded"),
            turns={
                "conflict": (
                    "Which color would you bet on with this bag, and how does {wrong} explain your bet?",
                    "Your {wrong} would suit a fair coin. How is this bag different from a coin?",
                    "Think of a thousand draws from this bag. Which color shows up more often, and does {wrong} say so?",
                    "Spread all the {things} on a table. On which color would a fly land, and what do {a} and {b} have to do with it?",
                ),
                "simplify": (
                    "Say a bag had 1 {color} and 99 {other} {things}. Would you still answer {wrong} for {color}?",
                    "Fill a sack with a thousand {other} {things} and a single {color} one. What would your way say, and would you bet on it?",
                    "Imagine taking out all but one of the {color} {things}. Should {wrong} stay the same, and why?",
                    "Your way never looks at {a} or {b}. What would it say about a bag crowded with {other} {things}?",
                ),
            },
            source="memory (equiprobability bias)",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (PROBABILITY,)
