"""Grades 3 to 5: multiplication."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _two_factors(rng: random.Random) -> dict[str, Any]:
    return {
        "a": 10 * rng.randint(2, 9) + rng.randint(2, 9),
        "b": 10 * rng.randint(2, 9) + rng.randint(2, 9),
    }


def _factor_steps(p: Parameters) -> dict[str, Any]:
    ta, oa, tb, ob = p.a // 10, p.a % 10, p.b // 10, p.b % 10
    return {
        "ta": ta,
        "oa": oa,
        "tb": tb,
        "ob": ob,
        "rows": 10 * tb,
        "corner": 100 * ta * tb,
        "units": oa * ob,
        "tops": ta * tb,
        "first": p.a * ob,
        "second": p.a * tb,
    }


MULTIPLYING_TWO_DIGITS = Family(
    id="mul_2x2",
    grade_band="3-5",
    grade="4",
    ccss="4.NBT.B.5",
    topic="multi-digit multiplication",
    mission="multiply two two-digit numbers",
    vocabulary=("partial products", "tens", "ones"),
    sample=_two_factors,
    statements=(
        "{a} x {b} = ?",
        "Multiply {a} by {b}.",
        "A hall has {b} lines of seats with {a} seats in each line. How many seats are in the hall?",
    ),
    solve=lambda p: integer(p.a * p.b),
    trace=lambda p: {
        "tens by tens": 100 * (p.a // 10) * (p.b // 10),
        "tens by ones": 10 * (p.a // 10) * (p.b % 10),
        "ones by tens": 10 * (p.a % 10) * (p.b // 10),
        "ones by ones": (p.a % 10) * (p.b % 10),
        "first partial product": p.a * (p.b % 10),
        "second partial product": 10 * p.a * (p.b // 10),
    },
    elicit=(
        "What does {a} x {b} mean as a number of equal groups?",
        "How could you break {a} into parts that are easier to multiply?",
        "What picture could stand for {a} x {b}?",
    ),
    extend=(
        "How could you break the numbers apart in another way and compare?",
        "Which part of your work adds the most to the product, and why?",
        "How would your work change if one number had three digits?",
    ),
    misconceptions=(
        Misconception(
            id="G35-MUL-03",
            name="omits cross products",
            hint="multiplies only the tens by the tens and the ones by the ones",
            rule=lambda p: integer(100 * (p.a // 10) * (p.b // 10) + (p.a % 10) * (p.b % 10)),
            steps=_factor_steps,
            says=(
                "tens times tens is {corner} and ones times ones is {units}",
                "{oa} times {ob} is {units}, and the tens make {corner}, so I added those",
                "I got {corner} from the tens and {units} from the ones",
            ),
            cues=("rectangle", "region*", "rows", "unshaded", "partner*", "meet*", "met"),
            turns={
                "locate": (
                    "Draw a rectangle {a} by {b} and split both sides into tens and ones. Which regions did you use?",
                    "Each part of {a} should meet each part of {b}. Which parts have not met yet?",
                    "Shade {corner} and {units} in a rectangle that is {a} by {b}. What is still unshaded?",
                    "Your {oa} met the {ob}. What other partner does the {oa} have in {b}?",
                ),
                "conflict": (
                    "Picture only the first {rows} rows of {a} chairs. How does that number compare with {wrong}?",
                    "Your {corner} counts only full tens. Which chairs does it leave out in {rows} rows of {a}?",
                    "Put {corner} and {units} into a rectangle {a} by {b}. Do they reach every region?",
                    "If {wrong} tiles had to fill a rectangle {a} by {b}, where would you see holes?",
                ),
            },
            source="H37589; H38596",
        ),
        Misconception(
            id="G35-MUL-04",
            name="no placeholder",
            hint="does not shift the second partial product",
            rule=lambda p: integer(p.a * (p.b % 10) + p.a * (p.b // 10)),
            steps=_factor_steps,
            says=(
                "{a} times {ob} is {first} and {a} times {tb} is {second}, and I added them",
                "I wrote {first} and put {second} right under it and added",
                "I multiplied {a} by the {ob} and then by the {tb}",
            ),
            cues=("copies", "worth", "{tb} stand for", "{tb} live", "{tb} groups"),
            turns={
                "locate": (
                    "You multiplied {a} by {tb}. What does that {tb} stand for inside {b}?",
                    "How much is the {tb} worth in {b}, and how much did you treat it as?",
                    "Which place does the {tb} live in? Compare that with how you used it.",
                    "Your second line took {tb} groups of {a}. Which digit of {b} told you so, and where does it sit?",
                ),
                "conflict": (
                    "You took {ob} copies of {a} and then {tb} copies. How many is that next to {b}?",
                    "How many copies of {a} are hidden in {wrong}? Compare that number with {b}.",
                    "Suppose each ticket costs {a} dollars. How many copies of the ticket would {wrong} dollars buy?",
                    "Which gives more copies of {a}, your two lines together or {b} groups?",
                ),
            },
            source="E2476; H37898; ML multiplication_division.alignment_error_in_multi_digit",
        ),
        Misconception(
            id="G35-MUL-05",
            name="column-wise like addition",
            hint="multiplies straight down each column",
            rule=lambda p: integer(
                10 * ((p.a // 10) * (p.b // 10) + (p.a % 10) * (p.b % 10) // 10)
                + (p.a % 10) * (p.b % 10) % 10
            ),
            steps=_factor_steps,
            says=(
                "{oa} times {ob} is {units}, and {ta} times {tb} is {tops}, and I put them together like in adding",
                "I went down the columns: {oa} times {ob}, then {ta} times {tb}",
                "it works like adding, you do the right side and then the left side",
            ),
            cues=("estimate*", "about how", "roughly", "friendly", "ballpark", "{ta} and {tb} really"),
            turns={
                "conflict": (
                    "Before any columns, estimate {b} groups of {a}. How does {wrong} compare with that?",
                    "About how big is {a} x {b} if you use numbers that end in 0? Look at {wrong} again.",
                    "Roughly how much is {a} taken twenty times, and what does that say about {wrong}?",
                    "Make a ballpark guess for {b} bags with {a} nuts each. Where does {wrong} fall?",
                ),
                "locate": (
                    "You multiplied {ta} by {tb} in the left column. What are {ta} and {tb} really in this problem?",
                    "Pick friendly numbers near {a} and {b}. What does your left column say about their size?",
                    "Your left column gave {tops}. Roughly how large should the left part of {a} x {b} be?",
                    "Say {a} and {b} aloud and estimate their product. How do your columns fit with that?",
                ),
            },
            source="E1334; ML buggy_multiplication.column_mimics_addition",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MULTIPLYING_TWO_DIGITS,)
