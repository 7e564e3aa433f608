"""Grades 9 to 12: quadratics."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import values
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _trinomial(rng: random.Random) -> dict[str, Any]:
    m, n = rng.sample(range(2, 13), 2)
    return {"b": m + n, "c": m * n, "v": rng.choice("xyz")}


def _factor_pair(p: Parameters) -> tuple[int, int]:
    """The m <= n with m + n = b and m * n = c."""
    return next((m, p.b - m) for m in range(1, p.b) if m * (p.b - m) == p.c)


FACTORING = Family(
    id="factor",
    grade_band="9-12",
    grade="9",
    ccss="HSA-SSE.B.3a",
    topic="factoring",
    mission="factor a quadratic trinomial",
    vocabulary=("factor", "product", "sum"),
    sample=_trinomial,
    statements=(
        "Factor {v}^2 + {b}{v} + {c} as ({v} + m)({v} + n). Give m and n.",
        "Write {v}^2 + {b}{v} + {c} as ({v} + m)({v} + n). What are m and n?",
        "A rectangle has area {v}^2 + {b}{v} + {c} and sides {v} + m and {v} + n. Find m and n.",
    ),
    solve=lambda p: values(*_factor_pair(p)),
    elicit=(
        "What does it mean to write {v}^2 + {b}{v} + {c} as two factors?",
        "What happens when you multiply ({v} + m)({v} + n) in general?",
        "What do you notice about the numbers {b} and {c}?",
    ),
    extend=(
        "For which values of {v} is the trinomial zero?",
        "How would you convince someone that no other pair works?",
        "What would change if the constant were negative?",
    ),
    misconceptions=(
        Misconception(
            id="G912-QUA-05",
            name="checks only the product",
            hint="checks only the product of the two numbers",
            rule=lambda p: values(1, p.c),
            steps=lambda p: {"total": 1 + p.c},
            says=(
                "1 times {c} is {c}",
                "I looked for two numbers that multiply to {c}",
                "{wrong} multiply to {c}",
            ),
            cues=(
                "{v} term",
                "strips",
                "in front of {v}",
                "{total}{v}",
                "which pair",
                "thumb",
                "play a part",
                "tested on",
            ),
            turns={
                "check": (
                    "Multiply ({v} + 1)({v} + {c}) out. Which {v} term do you get, and which does the problem have?",
                    "Draw an area picture for ({v} + 1)({v} + {c}). How do its two strips together compare with {b}{v}?",
                    "Hold 1 + {c} next to the {b} in front of {v}. How far apart are they?",
                    "Your numbers would put {total}{v} between the ends. How does that fit this trinomial?",
                ),
                "locate": (
                    "Your two numbers fit the {c}. Which number in the problem have they not been tested on?",
                    "More than one pair multiplies to {c}. What could the {b} say about which pair to keep?",
                    "Cover the {c} with your thumb. What does the {b}{v} that you still see ask of {wrong}?",
                    "Point to the {b} in the problem. Where does it play a part in your choice of {wrong}?",
                ),
            },
            source="E1535",
        ),
        Misconception(
            id="G912-QUA-06",
            name="checks only the sum",
            hint="checks only the sum of the two numbers",
            rule=lambda p: values(1, p.b - 1),
            steps=lambda p: {"other": p.b - 1},
            says=(
                "1 plus {other} is {b}",
                "I looked for two numbers that make {b}",
                "{wrong} add up to {b}",
            ),
            cues=(
                "constant",
                "{v} = 0",
                "corner",
                "1 times {other}",
                "free of {v}",
                "list a few",
                "your search",
                "last number",
            ),
            turns={
                "check": (
                    "Multiply ({v} + 1)({v} + {other}) out. Which constant do you get, and which one is in the problem?",
                    "Let {v} = 0 in ({v} + 1)({v} + {other}) and in the trinomial. How do the two values compare?",
                    "Sketch a rectangle with sides {v} + 1 and {v} + {other}. How big is its small corner, compared with {c}?",
                    "Look at 1 times {other} and at {c} side by side. What do you notice?",
                ),
                "locate": (
                    "Your numbers take care of the {b}{v}. Which part of the problem is free of {v}, and how do they fit it?",
                    "There are other ways to make {b}, so list a few. How could the {c} help you choose?",
                    "Where did the {c} in the problem come into your search for two numbers?",
                    "Suppose the last number were 1000 in place of {c}. Would your way still give {wrong}?",
                ),
            },
            source="E418; E1421",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (FACTORING,)
