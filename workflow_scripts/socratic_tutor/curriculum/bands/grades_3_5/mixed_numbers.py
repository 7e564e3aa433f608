"""Grades 3 to 5: mixed numbers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import fraction
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _mixed_number(rng: random.Random) -> dict[str, Any]:
    c = rng.randint(3, 9)
    return {"w": rng.randint(2, 7), "a": rng.randint(1, c - 1), "c": c}


MIXED_NUMBERS = Family(
    id="fmixed",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.3c",
    topic="mixed numbers",
    mission="write a mixed number as an improper fraction",
    vocabulary=("mixed number", "improper fraction", "whole"),
    sample=_mixed_number,
    statements=(
        "Write {w} {a}/{c} as an improper fraction.",
        "Which improper fraction is equal to {w} {a}/{c}?",
        "A cook has {w} {a}/{c} pies. Written as one improper fraction, how many pies is that?",
    ),
    solve=lambda p: fraction(p.w * p.c + p.a, p.c),
    trace=lambda p: {"parts in the wholes": p.w * p.c},
    elicit=(
        "What does the {w} in {w} {a}/{c} stand for?",
        "How could you draw {w} {a}/{c}?",
        "What does the {c} tell you about the parts?",
    ),
    extend=(
        "How could you turn your fraction back to check it?",
        "Where would your fraction go on a number line?",
        "What would change if there was one more whole?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-14",
            name="forgets the extra part",
            hint="multiplies the whole number by the denominator and stops",
            rule=lambda p: fraction(p.w * p.c, p.c),
            steps=lambda p: {"top": p.w * p.c},
            says=(
                "{w} times {c} is {top}, so it is {top} over {c}",
                "I turned the {w} into {top} parts and kept the {c}",
                "the {w} holds {top} parts, and I put that over {c}",
            ),
            cues=("exactly", "leftover", "beside", "besides", "after the {w}"),
            turns={
                "conflict": (
                    "How many full pies does {wrong} make exactly? Compare that with {w} {a}/{c}.",
                    "Draw {wrong} in full bars. Does your drawing have the leftover {a}/{c}?",
                    "Mark {wrong} and {w} {a}/{c} on a number line. Do they land on exactly the same point?",
                    "If {wrong} is all you have, who gets the leftover {a}/{c}?",
                ),
                "locate": (
                    "Your {top} parts fill {w} bars. What do you see in the problem besides those bars?",
                    "You used the {w} and the {c}. What stands after the {w} in {w} {a}/{c}?",
                    "Point to {top} parts in a drawing of {w} {a}/{c}. What is beside them?",
                    "Read {w} {a}/{c} aloud. Does {wrong} say all of it, or is there a leftover?",
                ),
            },
            source="E2579",
        ),
        Misconception(
            id="G35-FRA-15",
            name="adds whole to numerator",
            hint="adds the whole number to the numerator",
            rule=lambda p: fraction(p.w + p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w + p.a},
            says=(
                "{w} plus {a} is {top}, so it is {top} over {c}",
                "I put the {w} and the {a} together on top",
                "I added {w} to the top and kept the {c}",
            ),
            cues=("slice*", "cut one", "for a single", "same kind", "tiny"),
            turns={
                "locate": (
                    "You joined {w} and {a}. Are {w} full bars and {a} slices the same kind of thing?",
                    "In {wrong} your {w} turned into {w} slices. How large was each thing it counted before?",
                    "How many slices of 1/{c} would you trade for a single full bar?",
                    "What does the {w} count before you add it to {a}, and is it the same kind as the {a}?",
                ),
                "represent": (
                    "Draw {top} slices of 1/{c} and then draw {w} {a}/{c}. What do you see?",
                    "Take the full bars and cut one into slices of 1/{c}. How does what you see fit with your {top}?",
                    "Draw {w} full bars. If each turned into a tiny 1/{c} piece, would it be the same amount?",
                    "Show the {w} of {w} {a}/{c} with paper strips. Which of your {top} slices are they?",
                ),
            },
            source="E493; E1852",
        ),
        Misconception(
            id="G35-FRA-16",
            name="multiplies whole by numerator",
            hint="multiplies the whole number by the numerator",
            rule=lambda p: fraction(p.w * p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w * p.a},
            says=(
                "{w} times {a} is {top}, so it is {top} over {c}",
                "I multiplied the {w} by the top and kept the {c}",
                "{w} times {a} goes over {c}",
            ),
            cues=("copies", "again and again", "repeat*"),
            turns={
                "locate": (
                    "Your {top} comes from {w} copies of {a}. Where are those copies in a drawing of {w} {a}/{c}?",
                    "What does the {w} tell you in {w} {a}/{c}: copies of {a}/{c} or something else?",
                    "Read {w} {a}/{c} aloud. Which little word stands at the space, and does it mean to repeat {a}/{c}?",
                    "Does {a}/{c} happen again and again in {w} {a}/{c}, or does it come just once?",
                ),
                "represent": (
                    "Draw {w} copies of {a}/{c} and then draw {w} {a}/{c}. Which picture is {wrong}?",
                    "Hop {a}/{c} again and again, {w} hops from zero. Do you land at {w} {a}/{c}?",
                    "Write a story with {w} copies of {a}/{c} and one with {w} {a}/{c}. How do they differ?",
                    "Shade {a}/{c} of a bar and repeat it {w} times. How many bars did you fill all the way?",
                ),
            },
            source="E1624; E20",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MIXED_NUMBERS,)
