"""Grades 6 to 8: linear."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _two_points(rng: random.Random) -> dict[str, Any]:
    x, y = rng.randint(2, 6), rng.randint(2, 9)
    run = rng.randint(2, 9)
    rise = rng.choice([n for n in range(2, 13) if n != run])
    return {"x1": x, "y1": y, "x2": x + run, "y2": y + rise}


SLOPE = Family(
    id="slope",
    grade_band="6-8",
    grade="8",
    ccss="8.F.B.4",
    topic="slope",
    mission="find the slope of a line from two points",
    vocabulary=("slope", "rise", "run"),
    sample=_two_points,
    statements=(
        "Find the slope of the line through ({x1}, {y1}) and ({x2}, {y2}).",
        "A line passes through ({x1}, {y1}) and ({x2}, {y2}). What is its slope?",
        "A tank fills at a steady rate. The points ({x1}, {y1}) and ({x2}, {y2}) give minutes and inches of water. What is the slope of its graph?",
    ),
    solve=lambda p: lowest(Fraction(p.y2 - p.y1, p.x2 - p.x1)),
    trace=lambda p: {"rise": p.y2 - p.y1, "run": p.x2 - p.x1},
    elicit=(
        "What does each number in ({x1}, {y1}) tell you?",
        "What does the slope of a line describe?",
        "How would you sketch the two points and the line?",
    ),
    extend=(
        "What would the slope be if you started from the other point?",
        "Where would a third point on this line be?",
        "What would a line with the opposite slope look like?",
    ),
    misconceptions=(
        Misconception(
            id="G68-FUN-01",
            name="run over rise",
            hint="divides the change in x by the change in y",
            rule=lambda p: lowest(Fraction(p.x2 - p.x1, p.y2 - p.y1)),
            steps=lambda p: {"run": p.x2 - p.x1, "rise": p.y2 - p.y1},
            says=(
                "x changes by {run} and y by {rise}, so I put {run} over {rise}",
                "x comes first, so {run} goes over {rise}",
                "I did {run} divided by {rise}",
            ),
            cues=("steep*", "for each", "label*", "sits on top", "at the bottom", "across"),
            turns={
                "conflict": (
                    "Picture a cliff path that goes up 50 and only 1 across. Does your way give it a large or a tiny slope?",
                    "Imagine a flat road with both points at the same height. What would your way divide by, and how steep is the road?",
                    "Sketch one steep line and one gentle line. Which of them gets the larger number from your way?",
                    "Does this line go up more than it goes across, or less? Compare what you see with {wrong}.",
                ),
                "locate": (
                    "In your fraction the {run} sits on top. Which way on the grid does that number move you?",
                    'Label the two parts of your fraction "sideways" or "upward". Which label is under the bar?',
                    "Read your fraction as so much of one thing for each one of another. Which thing comes second in your order?",
                    "Trace a path with corners from ({x1}, {y1}) to ({x2}, {y2}). Which part of it did you write at the bottom, and why?",
                ),
            },
            source="ML linear_equations.slope_is_delta_x_over_delta_y; MaE38",
        ),
        Misconception(
            id="G68-FUN-02",
            name="change in y only",
            hint="gives only the change in y",
            rule=lambda p: integer(p.y2 - p.y1),
            says=(
                "y goes from {y1} to {y2}",
                "I subtracted the y numbers, {y2} minus {y1}",
                "the line went up {wrong}",
            ),
            cues=("whole trip", "single step", "never enter*", "tilt", "twice the width"),
            turns={
                "locate": (
                    "The line went up {wrong} over the whole trip. Over what distance did that happen?",
                    "You used {y1} and {y2}. What do {x1} and {x2} tell you about the whole trip?",
                    "Did the line go up {wrong} in a single step, or on the way from {x1} to {x2}?",
                    "Which numbers in the problem never enter your work, and what could they be there for?",
                ),
                "conflict": (
                    "Start at ({x1}, {y1}) and go up {wrong} with every single step to the right. Where are you at x = {x2}?",
                    "Keep both heights but slide the second point out to x = 100. What happens to your {wrong}, and to the tilt of the line?",
                    "Draw a short ramp and a very long ramp that both go up {wrong}. How does their tilt compare?",
                    "Two lines go up {wrong}, but one needs twice the width. How would your way tell them apart?",
                ),
            },
            source="E7",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SLOPE,)
