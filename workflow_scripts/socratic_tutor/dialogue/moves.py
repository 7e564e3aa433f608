"""Tutor moves: one is chosen first, from what the student did, and then worded.

Moves for an error are authored per misconception; the moves for the other students wrap an authored
question in a short opening that fits any problem.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

# Openings for a student who only wants the answer (`hold`); the misconception's own question follows.
HOLD = (
    "I hear that you want to be done.",
    "I know you want the answer now.",
    "You can find this one yourself.",
    "Let's find it together.",
    "I will not hand it over, but I can help you look.",
    "Stay with it for one more minute.",
)
# Openings for a student who does not know where to begin (`elicit`); the family's opener follows.
ELICIT = (
    "That is okay.",
    "Let's look at it together.",
    "No rush.",
    "We can start small.",
    "Let's begin with what you see.",
)
# Openings for a student who is right (`extend`); they say so before asking further.
EXTEND = (
    "Yes, {right} is correct.",
    "Your answer {right} is right.",
    "That works, {right} is correct.",
    "You are right, it is {right}.",
)


def error_turn(turns: Mapping[str, tuple[str, ...]], rng: random.Random) -> tuple[str, str]:
    """A move and one of its wordings for a student who erred: (move, template)."""
    move = rng.choice(sorted(turns))
    return move, rng.choice(turns[move])


def hold_turn(question: str, rng: random.Random) -> str:
    """Decline kindly, then ask the misconception's own question."""
    return f"{rng.choice(HOLD)} {question}"


def elicit_turn(openers: tuple[str, ...], rng: random.Random) -> str:
    return f"{rng.choice(ELICIT)} {rng.choice(openers)}"


def extend_turn(questions: tuple[str, ...], rng: random.Random) -> str:
    return f"{rng.choice(EXTEND)} {rng.choice(questions)}"
