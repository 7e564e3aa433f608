"""Grades 9 to 12: functions."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _two_functions(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "t": rng.randint(2, 9)}


COMPOSITE_FUNCTIONS = Family(
    id="compose",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.A.1c",
    topic="composite functions",
    mission="evaluate a composite function",
    vocabulary=("composite", "inner", "outer"),
    sample=_two_functions,
    statements=(
        "f(x) = {a}x and g(x) = x + {b}. Find f(g({t})).",
        "Let f(x) = {a}x and g(x) = x + {b}. What is the value of f(g({t}))?",
        "Machine f multiplies a number by {a}, and machine g adds {b} to a number. What is f(g({t}))?",
    ),
    solve=lambda p: integer(p.a * (p.t + p.b)),
    trace=lambda p: {"inner value": p.t + p.b},
    elicit=(
        "What does g do to any number you give it?",
        "How would you read f(g({t})) aloud?",
        "What does the notation f(5) mean to you?",
    ),
    extend=(
        "Is there an input for which the order of f and g makes no difference?",
        "How would you write f(g(x)) as one formula?",
        "Which input would you need to get twice your result?",
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-03",
            name="multiplies the functions",
            hint="multiplies the two function values",
            rule=lambda p: integer(p.a * p.t * (p.t + p.b)),
            steps=lambda p: {"first": p.a * p.t, "second": p.t + p.b},
            says=(
                "f({t}) is {first} and g({t}) is {second}, so I multiplied",
                "f next to g means times",
                "{first} times {second} is {wrong}",
            ),
            cues=(
                "directly in f",
                "function name",
                "sits",
                "of each other",
                "belt",
                "phone",
                "side by side",
                "a sock",
            ),
            turns={
                "locate": (
                    "You worked out f({t}). Where in f(g({t})) do you see the {t} standing directly in f?",
                    "Look at the parenthesis right after the f in f(g({t})). What does it mean after a function name?",
                    "In f({t}), a plain number sits between the parentheses. What sits there in f(g({t}))?",
                    "Write the multiplication of f({t}) and g({t}) under f(g({t})). Are the two just copies of each other?",
                ),
                "represent": (
                    "Draw f and g as machines on one belt. How many of them get the {t} straight from you?",
                    "Suppose you may phone the number {t} to one function only. Who tells the other its number?",
                    "Sketch your work with a box for f and a box for g. Do they stand side by side, or in a line?",
                    "Think of g as socks and f as shoes. How does wearing both differ from multiplying a sock by a shoe?",
                ),
            },
            source="E487",
        ),
        Misconception(
            id="G912-FUN-04",
            name="wrong order",
            hint="applies the functions in the wrong order",
            rule=lambda p: integer(p.a * p.t + p.b),
            steps=lambda p: {"first": p.a * p.t},
            says=(
                "f comes first, so {a} times {t} is {first}, then plus {b}",
                "I went left to right, f and then g",
                "{first} plus {b} is {wrong}",
            ),
            cues=("closest", "touch*", "with f and g", "g(f({t}))", "envelope", "wait", "wood"),
            turns={
                "locate": (
                    "Which function stands closest to the {t} in f(g({t}))? Compare it with the one you used at the start.",
                    "You gave the {t} to f. Which function does the {t} touch in f(g({t}))?",
                    "Your steps were times {a}, then plus {b}. How would you write exactly those with f and g?",
                    "Write g(f({t})) below f(g({t})). Which of the two fits the way you got {wrong}?",
                ),
                "represent": (
                    "Picture {t} in a small envelope g, and that one in a large envelope f. Which did you deal with at the start?",
                    "Draw an arrow that leaves {t} and goes through both machines. Which machine does f(g({t})) let it touch at once?",
                    "To act, f needs a number in its parentheses. Is that number ready in f(g({t})), or must f wait?",
                    "Say f is painting and g is sanding. In f(g(board)), what happens to the wood before anything else?",
                ),
            },
            source="E168",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (COMPOSITE_FUNCTIONS,)
