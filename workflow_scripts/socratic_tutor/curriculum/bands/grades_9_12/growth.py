"""Grades 9 to 12: growth."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _sequence(rng: random.Random) -> dict[str, Any]:
    a, d = rng.sample(range(2, 13), 2)
    return {"a": a, "t2": a + d, "t3": a + 2 * d, "n": rng.randint(12, 40)}


def _difference(p: Parameters) -> int:
    return p.t2 - p.a


ARITHMETIC_SEQUENCES = Family(
    id="seq_nth",
    grade_band="9-12",
    grade="9",
    ccss="HSF-BF.A.2",
    topic="arithmetic sequences",
    mission="find a far term of an arithmetic sequence",
    vocabulary=("term", "common difference"),
    sample=_sequence,
    statements=(
        "An arithmetic sequence starts {a}, {t2}, {t3}, ... What is term number {n}?",
        "Find term number {n} of the arithmetic sequence {a}, {t2}, {t3}, ...",
        "The rows of a theater have {a}, {t2}, {t3}, ... seats, always growing by the same number. How many seats are in row {n}?",
    ),
    solve=lambda p: integer(p.a + (p.n - 1) * _difference(p)),
    trace=lambda p: {"jumps": p.n - 1, "added": (p.n - 1) * _difference(p)},
    elicit=(
        "What do you notice when you go from {a} to {t2} to {t3}?",
        "How would you find the next number in this list?",
        "What stays the same as this sequence grows?",
    ),
    extend=(
        "How could you write a formula for any term of this sequence?",
        "Which term of this sequence is the first one above 1000?",
        "How would the formula change if the sequence went down?",
    ),
    misconceptions=(
        Misconception(
            id="G912-SEQ-01",
            name="off by one",
            hint="adds the difference one time too many",
            rule=lambda p: integer(p.a + p.n * _difference(p)),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "I did {a} plus {n} times {d}",
                "I began at {a} and added {d} for each of the {n} places",
                "{n} jumps of {d} from {a} go to {wrong}",
            ),
            cues=(
                "from term 1",
                "term 2",
                "fence",
                "stairs",
                "before the first jump",
                "stand there",
                "the counts",
                "landing",
            ),
            turns={
                "simplify": (
                    "How many jumps does it take to get from term 1 to term 3?",
                    "Use your way to find term 2. Where in the list {a}, {t2}, {t3} is the number you get?",
                    "A fence has 5 posts in a row. How many spaces lie between them, and how is that like your {n} jumps?",
                    "You walk from floor 1 to floor 4. How many sets of stairs is that, and how would your way count them?",
                ),
                "locate": (
                    "You used {n} jumps of {d}. At which term were you before the first jump?",
                    "Think about your {n} jumps. Is {a} reached by a jump, or do you stand there already?",
                    "Write 1, 2, 3 under {a}, {t2}, {t3} and mark each jump. What do you notice about the counts?",
                    "After {n} jumps from {a} you reach {wrong}. If you number every landing and the start, where is {wrong}?",
                ),
            },
            source="E1631; E440",
        ),
        Misconception(
            id="G912-SEQ-02",
            name="multiplies position by difference",
            hint="multiplies the position by the common difference",
            rule=lambda p: integer(p.n * _difference(p)),
            applies_if=lambda p: p.a != _difference(p),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "{n} times {d} is {wrong}",
                "it goes up by {d}, so I did {d} times {n}",
                "I multiplied {n} by {d}",
            ),
            cues=(
                "very first",
                "your own list",
                "place 1",
                "third place",
                "1000",
                "500 larger",
                "times table",
                "jar",
            ),
            turns={
                "check": (
                    "Try your way on the very first number. What comes out, and how does it compare with {a}?",
                    "Write your own list for 1 times {d}, 2 times {d} and so on. How does it compare with {a}, {t2}, {t3}?",
                    "Your way gives {d} for place 1. What does the sequence have there?",
                    "Test your way on the third place, where the problem shows {t3}. What do you get?",
                ),
                "conflict": (
                    "Two sequences grow by {d}, but one begins with {a} and one with 1000. Would both have {wrong} as term {n}?",
                    "Imagine every number in {a}, {t2}, {t3} were 500 larger. Would your way notice, or still give {wrong}?",
                    "The {d} times table and this sequence both grow by {d}. What tells the two apart?",
                    "A jar begins with {a} coins and gains {d} a day. Where in {n} times {d} are the coins it began with?",
                ),
            },
            source="E1582 (neighbour); E210",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ARITHMETIC_SEQUENCES,)
