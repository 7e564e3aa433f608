"""Grades 9 to 12: geometry."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd
from typing import Any

from socratic_tutor.curriculum.answers import lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _slope(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(2, 12), rng.randint(2, 12)
        if gcd(a, b) == 1:
            return {"a": a, "b": b}


PERPENDICULAR_LINES = Family(
    id="perp",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GPE.B.5",
    topic="perpendicular lines",
    mission="find the slope of a perpendicular line",
    vocabulary=("perpendicular", "negative reciprocal"),
    sample=_slope,
    statements=(
        "A line has slope {a}/{b}. What is the slope of a line perpendicular to it?",
        "Line k has slope {a}/{b}, and line m is perpendicular to line k. Find the slope of line m.",
        "On a map, one street has slope {a}/{b}. A second street crosses it at a right angle. What is the slope of the second street?",
    ),
    solve=lambda p: lowest(Fraction(-p.b, p.a)),
    trace=lambda p: {"reciprocal": f"{p.b}/{p.a}"},
    elicit=(
        "What does a slope of {a}/{b} look like on a grid?",
        "What does it mean for two lines to be perpendicular?",
        "How would you sketch a line that meets the first one squarely?",
    ),
    extend=(
        "What should the two slopes give when you multiply them?",
        "What happens to this rule for a level line?",
        "How could you prove the relation with a turned triangle?",
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-03",
            name="reciprocal with the same sign",
            hint="flips the fraction but keeps its sign",
            rule=lambda p: lowest(Fraction(p.b, p.a)),
            says=(
                "I turned {a}/{b} over",
                "perpendicular means you flip it",
                "I swapped the {a} and the {b}",
            ),
            cues=("uphill", "both rise", "same sign", "to itself", "gap", "climb*"),
            turns={
                "represent": (
                    "Sketch lines with slopes {a}/{b} and {wrong} from one point. Do both go uphill, and what angle do they make?",
                    "Hold two pencils so that both rise to the right. How wide can the angle between them get?",
                    "Walk from left to right on the line {a}/{b}, then on the line {wrong}. When do you go uphill?",
                    "Draw {a}/{b} and {wrong} through the origin. How does the gap between them compare with a square corner?",
                ),
                "conflict": (
                    "Both {a}/{b} and {wrong} have the same sign. What does that say about the directions of the two lines?",
                    "By your way, a line with slope 1 has a perpendicular of slope 1. Can a line be perpendicular to itself?",
                    "Two roads both climb toward the east, with slopes {a}/{b} and {wrong}. How could they make a square corner?",
                    "A ladder climbs to the right. Which way would a board have to lean to meet it squarely, and does {wrong} lean so?",
                ),
            },
            source="E925",
        ),
        Misconception(
            id="G912-GEO-04",
            name="opposite sign only",
            hint="changes the sign but does not flip the fraction",
            rule=lambda p: lowest(Fraction(-p.a, p.b)),
            says=(
                "I made {a}/{b} negative",
                "perpendicular means the other sign",
                "I put a minus in front of {a}/{b}",
            ),
            cues=(
                "mirror",
                "fold",
                "equally steep",
                "as steep as",
                "almost flat",
                "wall",
                "upright",
                "for which slope",
            ),
            turns={
                "represent": (
                    "Sketch slopes {a}/{b} and {wrong} from one point. They are mirror images: what angle do you see?",
                    "Draw the line with slope {a}/{b} and fold the paper along a level line. Where does it land, and at what angle?",
                    "Draw one rising line and an equally steep falling line, as {a}/{b} and {wrong} are. What angle opens between them?",
                    "Lay the corner of a sheet on a graph of {a}/{b}. Is the other edge as steep as the first?",
                ),
                "conflict": (
                    "Imagine an almost flat line. Your way gives it a partner that is almost flat too: how do they meet?",
                    "A wall meets the floor squarely. How do their slopes compare in size, and how do {a}/{b} and {wrong} compare?",
                    "A line with slope 100 is nearly upright. What partner does your way give it, and do the two meet squarely?",
                    "Changing the sign alone works once in a while. For which slope would it, and is {a}/{b} that slope?",
                ),
            },
            source="E1607",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (PERPENDICULAR_LINES,)
