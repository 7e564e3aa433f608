"""Grades 6 to 8: equations."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _two_step_equation(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b, x = rng.randint(2, 9), rng.randint(2, 15), rng.randint(2, 12)
        if a * x > 2 * b:
            return {"a": a, "b": b, "c": a * x - b, "v": rng.choice("xnk")}


TWO_STEP_EQUATIONS = Family(
    id="eqn2",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.B.4a",
    topic="two-step equations",
    mission="solve an equation that takes two steps",
    vocabulary=("solve", "inverse operations", "both sides"),
    sample=_two_step_equation,
    statements=(
        "Solve {a}{v} - {b} = {c}.",
        "Find {v} when {a}{v} - {b} = {c}.",
        "A group buys {a} tickets for {v} dollars each. A coupon takes {b} dollars off, so they pay {c} dollars. What is {v}?",
    ),
    solve=lambda p: lowest(Fraction(p.c + p.b, p.a)),
    trace=lambda p: {"value of the first term": p.c + p.b},
    elicit=(
        "What story could {a}{v} - {b} = {c} tell?",
        "What happens to {v} first on the left side, and what happens next?",
        "What would it mean to find the right {v} for this equation?",
    ),
    extend=(
        "How could you test your value in the first equation?",
        "Could you reach the same value with the steps in another order?",
        "What would change if the minus sign were a plus sign?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-03",
            name="moves a term without changing its sign",
            hint="moves the number across without changing its sign",
            rule=lambda p: lowest(Fraction(p.c - p.b, p.a)),
            steps=lambda p: {"moved": p.c - p.b},
            says=(
                "I moved the {b} over, got {moved}, and divided by {a}",
                "{c} minus {b} is {moved}, then I divided by {a}",
                "I took {b} from {c} and got {moved} for {a}{v}",
            ),
            cues=(
                "once more",
                "cancel*",
                "what you did to",
                "disappear*",
                "is larger",
                "if {a}{v} were",
                "as small as",
                "jar",
            ),
            turns={
                "locate": (
                    "On the left, {b} is already being subtracted. If you take {b} away there once more, what do you see?",
                    "You wrote {moved} on the right. Show the same change on the left: does the - {b} cancel?",
                    "Do to {a}{v} - {b} exactly what you did to {c}. What is on the left then?",
                    "From {c} to {moved} you took away {b}. How would that make the - {b} on the left disappear?",
                ),
                "conflict": (
                    "Which is larger, {a}{v} or {a}{v} - {b}? Hold your answer next to {moved} and {c}.",
                    "If {a}{v} were {moved}, what would {a}{v} - {b} be worth, compared with {c}?",
                    "Cover {a}{v} with your hand: something minus {b} is {c}. Could that something be as small as {moved}?",
                    "A jar loses {b} coins and {c} remain. How could the jar have held only {moved} at first?",
                ),
            },
            source="ML algebra.change_side_change_sign; E1214",
        ),
        Misconception(
            id="G68-EQN-04",
            name="divides one term only",
            hint="divides only some of the numbers by the coefficient",
            rule=lambda p: lowest(Fraction(p.c, p.a) + p.b),
            says=(
                "I divided {c} by {a} and then added {b}",
                "I divided by {a} first, and the {b} came along",
                "{a}{v} becomes {v} and {c} gets divided, then plus {b}",
            ),
            cues=("skip*", "split", "ring*", "shar*", "way back"),
            turns={
                "locate": (
                    "You divided {a}{v} by {a} and {c} by {a}. Which number in the equation did the division skip?",
                    "Imagine the whole left side split into {a} equal groups. What would each group hold besides {v}?",
                    "Draw a ring around every number you divided by {a}. What is left outside the rings, and why?",
                    "After you divided, the left still had - {b}. How can sharing among {a} groups leave that as it was?",
                ),
                "conflict": (
                    "Take the way back: multiply all of {v} - {b} by {a}. How does that compare with {a}{v} - {b}?",
                    "A bill of {a}{v} - {b} dollars is shared by {a} people. How much of the {b} does each one save in your work?",
                    "Halve 100 - 40, then split only the 100 and take 40 off. What do you notice about the two results?",
                    "A tray of {a}{v} cookies has {b} missing and is split among {a} kids. Why would each kid miss all {b}?",
                ),
            },
            source="ML algebra.divide_one_term_only; E170",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (TWO_STEP_EQUATIONS,)
