"""Kindergarten to grade 2: place value."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import choice
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _two_numbers(rng: random.Random) -> dict[str, Any]:
    """A longer and a shorter number; one wrong reading at a time picks the shorter one."""
    if rng.random() < 0.5:  # the first digit misleads, the last one does not
        hundreds = rng.randint(1, 5)
        small_ones = rng.randint(0, 7)
        small = 10 * rng.randint(hundreds + 1, 9) + small_ones
        large = 100 * hundreds + 10 * rng.randint(0, 9) + rng.randint(small_ones + 1, 9)
    else:  # the last digit misleads, the first one does not
        hundreds = rng.randint(3, 9)
        ones = rng.randint(0, 5)
        small = 10 * rng.randint(1, hundreds - 1) + rng.randint(ones + 2, 9)
        large = 100 * hundreds + 10 * rng.randint(0, 9) + ones
    a, b = rng.sample([small, large], 2)
    return {"a": a, "b": b}


def _first_digit(n: int) -> int:
    return int(str(n)[0])


def _comparing_steps(p: Parameters) -> dict[str, Any]:
    small, large = sorted((p.a, p.b))
    return {
        "other": large,
        "mine": _first_digit(small),
        "yours": _first_digit(large),
        "last": small % 10,
        "less": large % 10,
    }


COMPARING_NUMBERS = Family(
    id="cmp_int",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.A.4",
    topic="comparing numbers",
    mission="find out which of two numbers is greater",
    vocabulary=("greater", "less", "compare", "hundreds"),
    sample=_two_numbers,
    statements=(
        "Which is greater, {a} or {b}?",
        "Compare {a} and {b}. Which number is greater?",
        "One jar has {a} beads. One jar has {b} beads. Which number of beads is greater?",
    ),
    solve=lambda p: choice(str(max(p.a, p.b))),
    elicit=(
        "How could you build {a} and {b} with blocks?",
        "What does each digit in {a} tell you?",
        "Where would you put {a} and {b} on a number line?",
    ),
    extend=(
        "How would you show that to a friend with blocks?",
        "Can you think of a number that fits between {a} and {b}?",
        "Which digit helped you most, and why?",
    ),
    misconceptions=(
        Misconception(
            id="K2-PV-05",
            name="compares first digits",
            hint="looks only at the first digit of each number",
            rule=lambda p: choice(str(max((p.a, p.b), key=_first_digit))),
            applies_if=lambda p: _first_digit(min(p.a, p.b)) > _first_digit(max(p.a, p.b)),
            steps=_comparing_steps,
            says=(
                "{mine} is more than {yours}",
                "{wrong} starts with {mine}, and {mine} beats {yours}",
                "I looked at the front and saw {mine} and {yours}",
            ),
            cues=("{mine} stand*", "{mine} mean*", "{mine} count*", "how many digits", "kind of block*"),
            turns={
                "locate": (
                    "What does the {mine} stand for in {wrong}, and the {yours} in {other}?",
                    "You looked at {mine} and {yours}. Which kind of block does each one count?",
                    "Say {wrong} out loud. What does the {mine} mean in that word?",
                    "Write both in a place chart. Which house does the {mine} stand in?",
                ),
                "conflict": (
                    "Build {mine} from {wrong} and {yours} from {other}. Which kind of block do you use for each?",
                    "Count how many digits {a} and {b} have. What does that tell about {mine} and {yours}?",
                    "Does the {mine} count the same thing as the {yours}? Show me with blocks.",
                    "Think of 9 and 10. How many digits does each have, and does the 9 win?",
                ),
            },
            source="E1468",
        ),
        Misconception(
            id="K2-PV-06",
            name="compares last digits",
            hint="looks only at the ones digit of each number",
            rule=lambda p: choice(str(max((p.a, p.b), key=lambda n: n % 10))),
            applies_if=lambda p: min(p.a, p.b) % 10 > max(p.a, p.b) % 10,
            steps=_comparing_steps,
            says=(
                "{last} is more than {less}",
                "{wrong} has {last} at the back, and that beats {less}",
                "I looked at how they end, with {last} and {less}",
            ),
            cues=("single*", "tiny", "in front of", "rest of", "candies"),
            turns={
                "locate": (
                    "You looked at {last} and {less}. What stands in front of them?",
                    "Is the {last} in {wrong} big blocks or tiny cubes? Show me.",
                    "Cover the {last} and the {less}. What does the rest of each number tell you?",
                    "What do the {last} single cubes in {wrong} do next to big blocks?",
                ),
                "conflict": (
                    "You can have {a} or {b} candies, and you love candies. Which would you take, and why?",
                    "Build {a} and {b}. Which has more tiny cubes, and is that the whole pile?",
                    "If the {last} single cubes fall off {wrong}, what is left of each number?",
                    "Think of 9 candies and 20 candies. Does the end digit help you choose?",
                ),
            },
            source="E1365",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (COMPARING_NUMBERS,)
