"""Grades 3 to 5: number theory."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _to_round(rng: random.Random) -> dict[str, Any]:
    """A four-digit number; a third each for rounding down, rounding up and rounding in a chain."""
    rest = rng.choice((rng.randint(51, 98), rng.randint(2, 39), rng.randint(45, 49)))
    return {"a": 1000 * rng.randint(1, 9) + 100 * rng.randint(1, 8) + rest}


def _nearest(n: int, unit: int) -> int:
    """Halves go up, as in school."""
    return (n + unit // 2) // unit * unit


def _in_chain(n: int) -> bool:
    return 45 <= n % 100 <= 49


ROUNDING_TO_HUNDREDS = Family(
    id="round100",
    grade_band="3-5",
    grade="4",
    ccss="4.NBT.A.3",
    topic="rounding",
    mission="round a number to the nearest hundred",
    vocabulary=("round", "nearest", "hundred"),
    sample=_to_round,
    statements=(
        "Round {a} to the nearest hundred.",
        "A stadium sold {a} tickets. To the nearest hundred, how many tickets is that?",
        "What is {a} when it is rounded to the nearest hundred?",
    ),
    solve=lambda p: integer(_nearest(p.a, 100)),
    trace=lambda p: {"halfway": p.a // 100 * 100 + 50},
    elicit=(
        "Which two hundreds does {a} lie between?",
        "Where would you mark {a} on a number line?",
        "What does the word nearest mean to you here?",
    ),
    extend=(
        "What other numbers would give the same hundred as {a}?",
        "How would your answer change if you rounded to the nearest thousand?",
        "When could it be useful to round a number like {a}?",
    ),
    misconceptions=(
        Misconception(
            id="G35-RND-01",
            name="always rounds down",
            hint="always rounds down",
            rule=lambda p: integer(p.a // 100 * 100),
            applies_if=lambda p: p.a % 100 >= 50,
            steps=lambda p: {"rest": p.a % 100},
            says=(
                "I kept the hundreds and made the rest zeros",
                "you just turn the {rest} into 00",
                "I took off the {rest} at the end",
            ),
            cues=("ahead", "forward", "give up", "throw away", "drop*", "further on"),
            turns={
                "conflict": (
                    "From {a}, how long is the walk back to {wrong}, and how long is it to the hundred ahead?",
                    "Stand at {a} on a number line. Which is closer, {wrong} or the hundred further on?",
                    "How many steps forward from {a} to the hundred ahead, compared with the steps from {wrong}?",
                    "Mark {wrong}, {a} and the hundred ahead on a line. What do you notice about the gaps?",
                ),
                "locate": (
                    "You let the {rest} drop off. How much of a whole hundred do you give up with it?",
                    "How much did you throw away to get from {a} to {wrong}?",
                    "Look at the {rest} in {a}. Is that closer to nothing or to the hundred ahead?",
                    "Which hundreds did you think about when you let the {rest} drop, and is there one further on?",
                ),
            },
            source="E1379",
        ),
        Misconception(
            id="G35-RND-02",
            name="always rounds up",
            hint="always rounds up",
            rule=lambda p: integer((p.a + 99) // 100 * 100),
            # where two roundings in a row would also end too high, that rule is the better reading
            applies_if=lambda p: 0 < p.a % 100 < 50 and not _in_chain(p.a),
            steps=lambda p: {"rest": p.a % 100},
            says=(
                "rounding means you go to the next one",
                "there is a {rest} left, so I went one hundred higher",
                "I made the hundreds digit one bigger",
            ),
            cues=("behind", "barely", "added on", "climb*", "just left", "extra"),
            turns={
                "conflict": (
                    "Stand at {a}. Which is closer, the hundred behind you or {wrong}?",
                    "How long is the climb from {a} to {wrong}, and how long is the way to the hundred behind it?",
                    "Mark {a} and {wrong} on a line, and also the hundred behind {a}. What do you notice about the gaps?",
                    "If {a} has barely begun its hundred, how does it end up at {wrong}?",
                ),
                "locate": (
                    "How much extra did you put on {a} to reach {wrong}?",
                    "Which hundred has {a} just left, and how far away is it?",
                    "Look at the {rest} in {a}. How much of the climb to {wrong} has it done?",
                    "You went on to {wrong}. How much was added on for that, compared with the {rest}?",
                ),
            },
            source="E1988",
        ),
        Misconception(
            id="G35-RND-03",
            name="rounds in a chain",
            hint="rounds to the nearest ten first and then once more",
            rule=lambda p: integer(_nearest(_nearest(p.a, 10), 100)),
            applies_if=lambda p: _in_chain(p.a),
            steps=lambda p: {"mid": _nearest(p.a, 10)},
            says=(
                "{a} goes to {mid}, and {mid} goes to {wrong}",
                "I made it {mid} and then {wrong}",
                "the last digit makes it {mid}, and that goes up to {wrong}",
            ),
            cues=("stopover", "stopped at", "went through", "detour", "original", "straight"),
            turns={
                "locate": (
                    "You stopped at {mid} on the way. Was the question about {mid} or about {a}?",
                    "What did the detour to {mid} change about where {a} lies?",
                    "Which number did you look at when you chose {wrong}: the original or the stopover?",
                    "How far did your number move when it went through {mid}, before you looked at hundreds?",
                ),
                "conflict": (
                    "Go straight from {a} to the hundreds around it, with no detour. Which one is closer?",
                    "Measure from the original {a} to {wrong} and to the hundred below. What do you find?",
                    "If you never stopped at {mid}, which side of the middle would {a} be on?",
                    "Put {a} and your stopover {mid} on a number line. Are they on the same side of the middle?",
                ),
            },
            source="memory",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ROUNDING_TO_HUNDREDS,)
