"""Kindergarten to grade 2: addition."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import Answer, integer
from socratic_tutor.curriculum.bands.k_2.digits import digits
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _sum_with_regrouping(rng: random.Random) -> dict[str, Any]:
    oa = rng.randint(2, 9)
    ob = rng.randint(max(2, 11 - oa), 9)
    ta = rng.randint(1, 7)
    tb = rng.randint(1, 8 - ta)
    return {"a": 10 * ta + oa, "b": 10 * tb + ob}


def _sum_steps(p: Parameters) -> dict[str, Any]:
    d = digits(p)
    ones = d["oa"] + d["ob"]
    return {**d, "ones": ones, "tens": d["ta"] + d["tb"], "unit": ones % 10, "ten": ones // 10}


def _sum_carrying(p: Parameters, written: str, carried: str) -> Answer:
    s = _sum_steps(p)
    return integer(10 * (s["tens"] + s[carried]) + s[written])


ADDING_TWO_DIGITS = Family(
    id="add_2d",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.5",
    topic="addition with regrouping",
    mission="add two numbers and regroup the ones",
    vocabulary=("tens", "ones", "regroup", "sum"),
    sample=_sum_with_regrouping,
    statements=(
        "{a} + {b} = ?",
        "Add {a} and {b}.",
        "There are {a} red leaves and {b} yellow leaves. How many leaves are there in all?",
    ),
    solve=lambda p: integer(p.a + p.b),
    trace=lambda p: {
        "ones together": p.a % 10 + p.b % 10,
        "tens together": p.a // 10 + p.b // 10,
        "tens after regrouping": p.a // 10 + p.b // 10 + 1,
    },
    elicit=(
        "How would you build {a} with blocks?",
        "What does each digit in {b} stand for?",
        "Which part of {a} and {b} would you like to put together first?",
    ),
    extend=(
        "How could you show your sum with a drawing?",
        "Can you find the same sum in another way?",
        "What would you tell a friend about the ones here?",
    ),
    misconceptions=(
        Misconception(
            id="K2-ADD-01",
            name="drops the regrouped ten",
            hint="writes the ones digit and forgets the new ten",
            rule=lambda p: integer(10 * (p.a // 10 + p.b // 10) + (p.a + p.b) % 10),
            applies_if=lambda p: p.a % 10 + p.b % 10 >= 10 and p.a // 10 + p.b // 10 < 10,
            steps=_sum_steps,
            says=(
                "{oa} and {ob} make {ones}, so I wrote the {unit}",
                "my ones made {ones} and I kept the {unit}",
                "{ones} ends in {unit}, and then {ta} and {tb} make {tens}",
            ),
            cues=("cube*", "loose", "bundle*", "missing"),
            turns={
                "locate": (
                    "Your ones made {ones}, and you wrote {unit}. Where did the other cubes go?",
                    "Build {ones} with cubes. Which of those cubes can you find in {wrong}?",
                    "Touch the {unit} in {wrong}. How many loose ones did you have before you wrote it?",
                    "You put down {unit} from {ones}. What did you do with the cubes you did not write?",
                ),
                "conflict": (
                    "You had {ones} loose ones, but {wrong} shows {unit}. What is missing?",
                    "Draw every bundle and every loose one for {a} and {b}. How does {wrong} match your drawing?",
                    "Count your {ones} cubes again. Could you tie up a bundle, and is it in {wrong}?",
                    "Take {a} and {b} in bundles and loose ones. How many bundles does {wrong} show?",
                ),
            },
            source="E1383; JL",
        ),
        Misconception(
            id="K2-ADD-02",
            name="writes the whole column sum",
            hint="writes two digits in one column",
            rule=lambda p: integer(int(f"{p.a // 10 + p.b // 10}{p.a % 10 + p.b % 10}")),
            applies_if=lambda p: p.a % 10 + p.b % 10 >= 10,
            steps=_sum_steps,
            says=(
                "{ta} and {tb} make {tens}, and {oa} and {ob} make {ones}, so it is {wrong}",
                "I wrote {ones} for the ones and {tens} in front of it",
                "the tens make {tens} and the ones make {ones}, and I put them next to each other",
            ),
            cues=("hundred*", "guess", "how big", "third digit", "room"),
            turns={
                "conflict": (
                    "Make a quick guess for {a} + {b}. How far is {wrong} from your guess?",
                    "Your {wrong} has hundreds in it. Where do you see hundreds in {a} or {b}?",
                    "Think of a jar with {a} beans and {b} beans. How big is {wrong} next to that?",
                    "Look for a hundred in {a} and in {b}. How does what you find fit with {wrong}?",
                ),
                "locate": (
                    "Look at {wrong} digit by digit. Which place did the {tens} land in, and is it hundreds?",
                    "Each place has room for one digit. Which place in {wrong} got more?",
                    "You have a third digit in {wrong}. What does it count?",
                    "Put {wrong} in a place chart. Where is there no room for {ones}?",
                ),
            },
            source="E711; ML buggy_addition; H38376",
        ),
        Misconception(
            id="K2-ADD-03",
            name="carries the wrong digit",
            hint="writes the ten in the ones place and carries the ones",
            rule=lambda p: _sum_carrying(p, "ten", "unit"),
            applies_if=lambda p: p.a % 10 + p.b % 10 >= 10 and (p.a + p.b) % 10 != 1,
            steps=_sum_steps,
            says=(
                "{oa} and {ob} make {ones}, so I wrote {ten} and moved the {unit} over",
                "I put the {ten} of {ones} down and took the {unit} to the tens",
                "{ones} starts with {ten}, so {ten} goes under the ones and {unit} goes on top",
            ),
            cues=("full stick", "single*", "{unit} you moved", "{ten} you put down", "jobs"),
            turns={
                "locate": (
                    "In {ones}, which digit is a full stick? Find out where it sits in {wrong}.",
                    "Look at the {unit} you moved over. Does it mean {unit} sticks or {unit} singles?",
                    "Point to the {ten} you put down. What did it stand for when you said {ones}?",
                    "The two digits of {ones} have different jobs. What is the job of each one?",
                ),
                "represent": (
                    "Lay out {ones} as a full stick and singles. Which of them belong with the sticks?",
                    "Show me the {unit} you moved with blocks. Are your blocks long or small?",
                    "Make {ones} from blocks and look at {wrong}. How many singles does {wrong} have?",
                    "Draw {ones} as a line and dots. Which of them is the {ten} you put down?",
                ),
            },
            source="ML buggy_addition.write_carry_forget_units",
        ),
        Misconception(
            id="K2-ADD-04",
            name="adds every digit",
            hint="adds all the digits as if each one were ones",
            rule=lambda p: integer(sum(int(c) for c in f"{p.a}{p.b}")),
            steps=digits,
            says=(
                "I added {ta} and {oa} and {tb} and {ob}",
                "I put all four digits together",
                "{ta}, {oa}, {tb} and {ob} make {wrong}",
            ),
            cues=("more than {a}", "less than {a}", "{ta} worth", "{ta} in {a}", "smaller", "shrink*"),
            turns={
                "conflict": (
                    "Put {wrong} next to {a} on a number line. Is your total more than {a} or not?",
                    "You had {a} and got {b} more. How can the pile shrink to {wrong}?",
                    "You get {b} more and still end up smaller than {a}. How could that be?",
                    "Say you have {a} stickers and get {b} more. Can {wrong} be less than {a}?",
                ),
                "locate": (
                    "Look at the {ta} in {a}. How many blocks do you need to build it?",
                    "What is the {ta} worth in {a}? Show it with blocks.",
                    "You used the {ta} in {a} to get {wrong}. Does it stand for sticks or small blocks?",
                    "Say the number {a} out loud. How do you hear the {ta} in {a}?",
                ),
            },
            source="ML buggy_addition.add_all_digits",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_TWO_DIGITS,)
