"""Grades 6 to 8: inequalities."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import inequality
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- inequalities with a negative coefficient -------------------------------------------------

_REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _negative_coefficient(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(2, 9)
    bound = rng.choice([n for n in range(-9, 10) if n])
    return {"a": a, "r": a * bound, "s": rng.choice(list(_REVERSED)), "v": rng.choice("xnky")}


def _large_negative_coefficient(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(11, 25)
    bound = rng.choice([-1, 1]) * rng.randint(12, 40)
    return {"a": a, "r": a * bound, "s": rng.choice(list(_REVERSED)), "v": rng.choice("xnky")}


def _bound(p: Parameters) -> int:
    return int(-p.r // p.a)


INEQUALITIES = Family(
    id="ineq",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.B.4b",
    topic="inequalities",
    mission="solve an inequality with a negative coefficient",
    vocabulary=("inequality", "reverse", "negative"),
    sample=_negative_coefficient,
    larger=_large_negative_coefficient,
    statements=(
        "Solve -{a}{v} {s} {r}.",
        "Find all {v} with -{a}{v} {s} {r}.",
        "Solve the inequality -{a}{v} {s} {r} for {v}.",
    ),
    reworded=(
        "For which numbers {v} is it true that -{a}{v} {s} {r}?",
        "Give the solution set of -{a}{v} {s} {r} as an inequality for {v}.",
    ),
    solve=lambda p: inequality(f"{p.v} {_REVERSED[p.s]} {_bound(p)}"),
    trace=lambda p: {"bound": _bound(p)},
    elicit=(
        "What does it mean for a number to be a solution of -{a}{v} {s} {r}?",
        "Name any number for {v}. Does it make -{a}{v} {s} {r} true?",
        "What happens to -{a}{v} when {v} becomes larger and larger?",
        "How is this task different from the equation -{a}{v} = {r}?",
    ),
    extend=(
        "How would your solution look if the coefficient were positive?",
        "Where on the number line do the solutions begin, and does that point belong to them?",
        "Could you solve it without dividing by a negative number?",
        "What story about a falling temperature could this inequality tell?",
    ),
    check=(
        "Choose a number from your solution set. What happens when you use it in -{a}{v} {s} {r}?",
        "Choose a number that your solution leaves out. What should the inequality do for it?",
        "Test the number 0 in -{a}{v} {s} {r}. How does your solution treat 0?",
        "Pick numbers on both sides of your bound. Which of them fit the inequality you began with?",
    ),
    repair=(
        "What is the coefficient of {v}, with its sign?",
        "Which symbol stands between -{a}{v} and {r}, and how do you read it?",
        "If {v} were 0, what would -{a}{v} be?",
        "Is -{a}{v} positive or negative when {v} is 100?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INQ-01",
            name="does not reverse the sign",
            hint="divides by the negative number and keeps the symbol as it was",
            rule=lambda p: inequality(f"{p.v} {p.s} {_bound(p)}"),
            steps=lambda p: {"bound": _bound(p)},
            says=(
                "{r} divided by -{a} is {bound}, and the sign is {s}",
                "I divided both sides by -{a}",
                "it works like an equation, and with {s} that makes {wrong}",
            ),
            reworded=(
                "I did the same thing on both sides, so {s} stays {s}",
                "-{a} goes away and {r} turns into {bound}",
            ),
            cues=(
                "zero",
                "million",
                "number line",
                "arrow",
                "2 < 7",
                "-2 and -7",
                "debt*",
                "3 < 4",
                "dots",
                "colder",
                "belong* to {wrong}",
            ),
            turns={
                "check": (
                    "Try zero for {v} in -{a}{v} {s} {r}. What do you find, and what does {wrong} say about zero?",
                    "Let {v} be a million. What does -{a}{v} become, and what does {wrong} say about a million?",
                    "Name a number that belongs to {wrong}. What do you get when you put it into -{a}{v} {s} {r}?",
                    "Your solution either takes zero in or leaves it out. What does -{a}{v} {s} {r} do with zero?",
                ),
                "represent": (
                    "Draw {wrong} as an arrow on a number line. What happens in -{a}{v} {s} {r} with numbers under the arrow?",
                    "Mark {bound} on a number line with a test point on each side. Which side passes in -{a}{v} {s} {r}?",
                    "Make a table for {v} with the numbers -20, 0 and 20, and draw a dot for each one that works. Where does your arrow point?",
                    "Put green dots on a number line where -{a}{v} {s} {r} holds. How do the dots and {wrong} agree?",
                ),
                "simplify": (
                    "You know that 2 < 7. Multiply both numbers by -1: how do -2 and -7 compare?",
                    "Someone owes $4 and you owe $3. From 3 < 4, what can you say about who has less with such debts?",
                    "It is -7 degrees here and -2 degrees there. Which is colder, and how does that go with 2 < 7?",
                    "Divide both sides of the true 10 < 20 by -10 and leave the symbol. What does a number line say to that?",
                ),
            },
            source="E811",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INQ-01-A",
            name="loses the minus of the bound",
            hint="turns the symbol round but divides by the positive number",
            rule=lambda p: inequality(f"{p.v} {_REVERSED[p.s]} {-_bound(p)}"),
            cues=("mirror*", "minus before the {a}", "opposite of your bound", "other half"),
        ),
        PlausibleError(
            id="G68-INQ-01-B",
            name="adds the coefficient",
            hint="adds the coefficient to the right side instead of dividing",
            rule=lambda p: inequality(f"{p.v} {p.s} {p.r + p.a}"),
            applies_if=lambda p: p.r + p.a != _bound(p),
            cues=("stuck to the {v}", "times sign", "groups of", "added on"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (INEQUALITIES,)
