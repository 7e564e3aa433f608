"""Grades 3 to 5: multiplying fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- a whole number times a fraction ---


def _whole_times_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(3, 12)
    return {"k": rng.randint(2, 9), "a": rng.randint(1, b - 1), "b": b}


def _larger_whole_times_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(5, 12)
    return {"k": rng.randint(15, 60), "a": rng.randint(1, b - 1), "b": b}


WHOLE_TIMES_FRACTION = Family(
    id="fmulw",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.4",
    topic="fraction times whole number",
    mission="multiply a fraction by a whole number",
    vocabulary=("numerator", "denominator", "product"),
    sample=_whole_times_fraction,
    larger=_larger_whole_times_fraction,
    statements=(
        "{k} x {a}/{b} = ?",
        "Multiply {a}/{b} by {k}.",
        "What is {k} times {a}/{b}?",
    ),
    stories=(
        "A cake needs {a}/{b} cup of milk. {name} bakes {k} cakes. How many cups of milk does {name} need?",
        "{name} reads for {a}/{b} hour on each of {k} days. How many hours is that in all?",
    ),
    reworded=("Each of {k} bags weighs {a}/{b} pound. Find the weight of all the bags in pounds.",),
    solve=lambda p: lowest(Fraction(p.k * p.a, p.b)),
    trace=lambda p: {"pieces in all": p.k * p.a} if p.a > 1 else {},
    elicit=(
        "How would you say {k} x {a}/{b} in everyday words?",
        "What does {a}/{b} look like on a bar?",
        "Could you write {k} x {a}/{b} as adding, and how would that begin?",
        "Will the product be more or less than {a}/{b}?",
    ),
    extend=(
        "How many wholes does your product hold, and what is left over?",
        "Which other product with a fraction has the same value?",
        "How could hops on a number line show your product?",
        "With one more group, which numbers in your work would be new?",
    ),
    check=(
        "Add {a}/{b} again and again, {k} in all. Do you reach your answer?",
        "Is your answer more than {a}/{b}, and should it be?",
        "How could you share your answer among {k} bowls to test it?",
        "If {a}/{b} were a whole cup, how much would you have, and is your answer below that?",
    ),
    repair=(
        "Draw {a}/{b} of a bar once. How many parts did you shade?",
        "What does the {k} tell you to do?",
        "Would 2 groups of {a}/{b} be more than one whole?",
        "Which number in {k} x {a}/{b} says how large one piece is?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-07",
            name="multiplies top and bottom",
            hint="multiplies both the numerator and the denominator by the whole number",
            rule=lambda p: fraction(p.k * p.a, p.k * p.b),
            steps=lambda p: {"top": p.k * p.a, "bottom": p.k * p.b},
            says=(
                "{k} times {a} is {top}, and {k} times {b} is {bottom}",
                "the {k} goes with the top and with the bottom",
                "you have to times both numbers by {k}, so it is {top} over {bottom}",
            ),
            reworded=("I did the {k} twice, once for the {a} and once for the {b}",),
            cues=(
                "copies",
                "single",
                "same spot",
                "same length",
                "hop",
                "hops",
                "one scoop",
                "scoops",
                "{bottom} parts",
                "cut into {bottom}",
                "1/{bottom}",
                "just one",
                "only one",
            ),
            turns={
                "conflict": (
                    "Shade {a}/{b} on a bar and {wrong} on its twin. Why might they have the same length?",
                    "Make a single hop of {a}/{b} from 0, then mark {wrong}. How many hops is it away?",
                    "Put {wrong} and {a}/{b} on a number line. What does it tell you if both land on the same spot?",
                    "One scoop is {a}/{b} cup. If {k} scoops make {wrong}, how much is a scoop worth?",
                ),
                "locate": (
                    "You wrote {bottom} below. If you lay down {k} copies, does anybody cut the pieces?",
                    "In {wrong} a bar is cut into {bottom} parts. Who made those cuts?",
                    "Look at one of the {k} copies. Are its pieces of size 1/{b} or 1/{bottom}?",
                    "The {k} changed your {b} to {bottom}. What would {k} copies do to the size of a piece?",
                ),
                "simplify": (
                    "By your way 2 x 1/2 is 2/4. Are two halves of a pie just one half?",
                    "Three scoops of 1/3 cup: your way says 3/9. How does a single scoop compare with that?",
                    "Take 10 copies of 1/10. Your way says 10/100, so how much did the copies bring?",
                    "Two kids each hold a quarter of a bar. Your way says 2/8, so what does a single kid have?",
                ),
                "check": (
                    "Write {wrong} with smaller numbers. How many hops of {a}/{b} does it hold?",
                    "Pour {wrong} cup into cups of {a}/{b}. Do you fill {k} of them or just one?",
                    "Lay copies of {a}/{b} along {wrong}. How many fit?",
                    "How can you see with paper strips whether {wrong} is longer than a single {a}/{b}?",
                ),
            },
            source="MaE13; E408",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-07-A",
            name="multiplies only the denominator",
            hint="multiplies only the denominator by the whole number",
            rule=lambda p: fraction(p.a, p.k * p.b),
            cues=("thinner", "shrink*", "shrank", "smaller piece*", "smaller than one"),
        ),
        PlausibleError(
            id="G35-FRA-07-B",
            name="adds the whole number to the numerator",
            hint="adds the whole number to the numerator",
            rule=lambda p: fraction(p.k + p.a, p.b),
            applies_if=lambda p: p.k + p.a != p.k * p.a,
            cues=("plus", "joined", "added", "{k} extra"),
        ),
    ),
)

# --- multiplying fractions ---


def _fractions_with_one_denominator(rng: random.Random, low: int = 3, high: int = 12) -> dict[str, Any]:
    b = rng.randint(low, high)
    return {"a": rng.randint(1, b - 1), "b": b, "c": rng.randint(2, b - 1)}


MULTIPLYING_FRACTIONS = Family(
    id="fmul",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.B.4",
    topic="multiplying fractions",
    mission="multiply two fractions that have the same denominator",
    vocabulary=("product", "numerator", "denominator"),
    sample=_fractions_with_one_denominator,
    larger=lambda rng: _fractions_with_one_denominator(rng, 13, 25),
    statements=(
        "{a}/{b} x {c}/{b} = ?",
        "Multiply {a}/{b} by {c}/{b}.",
        "Find the product of {a}/{b} and {c}/{b}.",
    ),
    stories=(
        "A yard is {a}/{b} lawn. {name} mows {c}/{b} of the lawn. What fraction of the yard does {name} mow?",
        "A bag is {a}/{b} full of rice. {name} cooks {c}/{b} of this rice. What fraction of a full bag is cooked?",
    ),
    reworded=("How much is {c}/{b} of {a}/{b}?",),
    solve=lambda p: lowest(Fraction(p.a * p.c, p.b * p.b)),
    trace=lambda p: {"product of the numerators": p.a * p.c, "product of the denominators": p.b * p.b},
    elicit=(
        "What does {c}/{b} of {a}/{b} mean in a picture?",
        "How would you shade {a}/{b} of a square?",
        "Will the product be larger or smaller than {a}/{b}?",
        "How would you tell {a}/{b} x {c}/{b} as a story about food?",
    ),
    extend=(
        "How could a square with rows and columns show your product?",
        "Why is your product smaller than both fractions?",
        "What would the product be if one of the fractions were a whole?",
        "How does this differ from adding {a}/{b} and {c}/{b}?",
    ),
    check=(
        "Is your answer less than {a}/{b} alone, and should it be?",
        "What is half of {a}/{b}, and on which side of it should your answer be?",
        "What do rows and columns in a square say about your answer?",
        "What would you get from {a}/{b} x 1, and how does your answer compare?",
    ),
    repair=(
        "Shade {a}/{b} of a square. Did you use rows or columns?",
        "Is {c}/{b} more or less than one whole?",
        "What does the sign in {a}/{b} x {c}/{b} mean to you?",
        "Think of a half of a half. What do you see?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-08",
            name="keeps the common denominator",
            hint="multiplies the numerators but keeps the denominator, as in a sum",
            rule=lambda p: fraction(p.a * p.c, p.b),
            steps=lambda p: {"top": p.a * p.c},
            says=(
                "{a} times {c} is {top}, and the bottom stays {b}",
                "both bottoms are {b}, so the answer has {b} too",
                "when the bottoms match you keep them and just do the tops",
            ),
            reworded=("the {b} is already the same, so only {a} and {c} get timesed",),
            cues=(
                "overlap*",
                "crosswise",
                "both ways",
                "piece of a piece",
                "boxes",
                "as much as",
                "whole lawn",
                "half of a half",
                "tenth of a tenth",
                "take only",
                "leftover*",
                "shrink*",
                "grid",
                "all of {a}/{b}",
            ),
            turns={
                "conflict": (
                    "If you take only {c}/{b} of {a}/{b}, can you get as much as {wrong}?",
                    "How does {wrong} compare with all of {a}/{b}, and how should it compare?",
                    "You eat {c}/{b} of a leftover {a}/{b} pizza. Could you have eaten {wrong} of a pizza?",
                    "Draw {a}/{b} and {wrong} as bars. If you take only some of {a}/{b}, which bar looks odd?",
                ),
                "represent": (
                    "Shade {a}/{b} of a square in columns and {c}/{b} crosswise in rows. How large is one box?",
                    "Fold a sheet into {b} columns and crosswise into {b} rows. What part of the sheet is a single box?",
                    "In a square, let {a}/{b} and {c}/{b} overlap. What size is a box in the overlap, next to 1/{b}?",
                    "Cut one piece of 1/{b} into {b} bits. What is such a piece of a piece of the bar?",
                ),
                "simplify": (
                    "By your way 1/2 x 1/2 is 1/2. What is half of a half of an apple?",
                    "By your way a tenth of a tenth of a dollar is a dime. Which coin would you hand out?",
                    "Your way makes 2/3 x 2/3 more than a whole. How big is two thirds of a leftover cake?",
                    "Cut half of a half of a sheet of paper. How many such scraps fill the sheet?",
                ),
                "elicit": (
                    "What does a piece of a piece look like when {a}/{b} is cut once more?",
                    "You kept the {b}. When bars overlap crosswise, what does {b} count?",
                    "Which parts does your {b} name: those of the whole bar, or those of all of {a}/{b}?",
                    "How are the boxes in a picture of {a}/{b} x {c}/{b} made, and what are they called?",
                ),
            },
            source="ML fractions.keep_common_denominator_for_multiplication",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-08-A",
            name="adds instead",
            hint="adds the numerators and keeps the denominator",
            rule=lambda p: fraction(p.a + p.c, p.b),
            cues=("end to end", "joined", "put together", "plus"),
        ),
        PlausibleError(
            id="G35-FRA-08-B",
            name="adds the denominators",
            hint="multiplies the numerators and adds the denominators",
            rule=lambda p: fraction(p.a * p.c, 2 * p.b),
            cues=("doubled", "double", "twice {b}", "{b} and {b}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (WHOLE_TIMES_FRACTION, MULTIPLYING_FRACTIONS)
