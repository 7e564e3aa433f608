"""Kindergarten to grade 2: counting."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _open_equation(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(3, 9), rng.randint(2, 9)
    return {"a": a, "b": b, "c": rng.choice([c for c in range(1, min(9, a + b - 2) + 1) if c not in (a, b)])}


EQUAL_SIGN = Family(
    id="eq_sign",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.D.7",
    topic="equal sign",
    mission="find the number that makes both sides equal",
    vocabulary=("equal", "same as", "balance"),
    sample=_open_equation,
    statements=(
        "{a} + {b} = __ + {c}. What goes in the blank?",
        "Fill in the blank: {a} + {b} = __ + {c}.",
        "Two bags hold just as many nuts. One has {a} and {b} nuts. "
        "The other has {c} nuts and some more. How many more?",
    ),
    solve=lambda p: integer(p.a + p.b - p.c),
    trace=lambda p: {"left side": p.a + p.b},
    elicit=(
        "What does the = sign say to you?",
        "How could you show {a} and {b} with cubes?",
        "What do you see on each side of the = sign?",
    ),
    extend=(
        "How can you show that both sides match?",
        "Can you make one more number sentence like this?",
        "What if the {c} was one more? What would change?",
    ),
    misconceptions=(
        Misconception(
            id="K2-EQ-01",
            name="answer comes next",
            hint="thinks the = sign means that the answer comes next",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "the answer goes after the = and it is {wrong}",
                "I did {a} plus {b} and wrote what I got",
            ),
            cues=("sit*", "waiting", "comes along", "leave out", "cover*"),
            turns={
                "locate": (
                    "You wrote {wrong}. What is the {c} that sits by it for?",
                    "Who is waiting next to your {wrong}, and what does it do there?",
                    "Read what you made, and do not leave out the {c}. What do you hear?",
                    "Cover the {c} with your hand, then show it. What does it do to your {wrong}?",
                ),
                "conflict": (
                    "Give one side {a} and {b} cubes. Give the other {wrong}, and {c} comes along: what do you see?",
                    "With {wrong} in the blank, {c} still sits there. Which side has more now?",
                    "Is {a} + {b} as much as {wrong} when {c} comes along?",
                    "Draw dots for {wrong} and for the {c} that sits by it. Do they match {a} and {b}?",
                ),
            },
            source="MaE51; memory(Falkner et al. 1999)",
        ),
        Misconception(
            id="K2-EQ-02",
            name="adds everything",
            hint="adds all the numbers it can see",
            rule=lambda p: integer(p.a + p.b + p.c),
            says=(
                "{a} and {b} and {c} make {wrong}",
                "I put all the numbers together",
                "I saw three numbers and plus signs, so I added them all",
            ),
            cues=("pile*", "live*", "pan*", "scale", "heavier", "belong*"),
            turns={
                "locate": (
                    "You made one pile from {a}, {b} and {c}. Which of them stand before the = sign?",
                    "Point to the = sign. Which side does {c} live on?",
                    "Draw a line at the = sign. Which numbers belong on the same side as your {wrong}?",
                    "Your {wrong} has {c} in it. Where does the {c} belong in the number sentence?",
                ),
                "conflict": (
                    "Put {a} and {b} on one pan of a scale. What happens if the other pan gets {wrong} and {c}?",
                    "Which is heavier, a bag with {a} and {b} nuts or a bag with {wrong}?",
                    "Make two piles: one of {a} and {b}, one of {wrong} and {c}. What do you see?",
                    "Think of a seesaw with {a} and {b} on one end. Why might {wrong} be heavier?",
                ),
            },
            source="memory(Falkner et al. 1999)",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (EQUAL_SIGN,)
