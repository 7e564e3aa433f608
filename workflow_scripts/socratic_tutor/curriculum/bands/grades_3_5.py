"""Grades 3 to 5: multiplication, fractions, decimals, rounding, area and time."""

from __future__ import annotations

import random
from fractions import Fraction
from math import lcm
from typing import Any

from socratic_tutor.curriculum.answers import decimal, fraction, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters

# --- adding fractions -------------------------------------------------------------------------


def _unlike_fractions(rng: random.Random) -> dict[str, Any]:
    b, d = rng.sample([2, 3, 4, 5, 6, 7, 8, 9, 10], 2)
    return {"a": rng.randint(1, b - 1), "b": b, "c": rng.randint(1, d - 1), "d": d}


ADDING_FRACTIONS = Family(
    id="fadd",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.A.1",
    topic="adding fractions",
    mission="add two fractions that have different denominators",
    vocabulary=("numerator", "denominator", "common denominator"),
    sample=_unlike_fractions,
    statements=(
        "{a}/{b} + {c}/{d} = ?",
        "Add {a}/{b} and {c}/{d}.",
        "A jug holds {a}/{b} liter of juice. Then {c}/{d} liter is poured in. How many liters are there now?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.b) + Fraction(p.c, p.d)),
    trace=lambda p: {
        "common denominator": lcm(p.b, p.d),
        "first numerator": p.a * lcm(p.b, p.d) // p.b,
        "second numerator": p.c * lcm(p.b, p.d) // p.d,
    },
    elicit=(
        "What does the {b} in {a}/{b} tell you about the pieces?",
        "How would you draw {a}/{b} of a bar?",
        "Which part of {a}/{b} says how many pieces you have?",
    ),
    extend=(
        "How could you show on a bar that your total makes sense?",
        "What would you do if there were a third fraction to add?",
        "Which step of your work would you explain to a friend first?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-01",
            name="adds tops and bottoms",
            hint="adds the numerators and adds the denominators",
            rule=lambda p: fraction(p.a + p.c, p.b + p.d),
            steps=lambda p: {"bottom": p.b + p.d, "top": p.a + p.c},
            says=(
                "I added the tops and added the bottoms",
                "{a} and {c} make {top}, and {b} and {d} make {bottom}",
                "you just add across the top and across the bottom",
            ),
            cues=(
                "alone",
                "less than you started",
                "smaller than",
                "cut into {bottom}",
                "{bottom} pieces",
                "{bottom} parts",
            ),
            turns={
                "conflict": (
                    "Look at {wrong} next to {a}/{b} alone. Which one is larger, and what should adding do?",
                    "You started with {a}/{b} and put more in. How can you tell if {wrong} is smaller than {a}/{b}?",
                    "Draw {a}/{b} alone on one bar and {wrong} on another. What do you notice about the two lengths?",
                    "Could you end up with less than you started with? Compare {wrong} with {a}/{b}.",
                ),
                "locate": (
                    "You wrote {bottom} at the bottom. Was any bar in this problem cut into {bottom} pieces?",
                    "In {wrong} the whole is cut into {bottom} parts. Where do those parts come from in a picture?",
                    "What would a piece look like if the bar was cut into {bottom} parts, and do you have such pieces here?",
                    "Point to a bar with {bottom} pieces in this problem. What did you find?",
                ),
            },
            source="E217; MaE08; ML fractions.add_numerators_denominators; STACK mediant; SEED",
        ),
        Misconception(
            id="G35-FRA-02",
            name="keeps the old numerators",
            hint="finds a common denominator but keeps the old numerators",
            rule=lambda p: fraction(p.a + p.c, lcm(p.b, p.d)),
            applies_if=lambda p: lcm(p.b, p.d) != max(p.b, p.d),
            steps=lambda p: {"bottom": lcm(p.b, p.d)},
            says=(
                "I made both bottoms {bottom} and then added {a} and {c}",
                "the bottoms have to match so I used {bottom}, and the tops stay",
                "I changed the bottoms to {bottom} and kept the tops",
            ),
            cues=("thinner", "still as much", "cut again", "same amount", "same length"),
            turns={
                "locate": (
                    "When you wrote {bottom} below, the pieces got thinner. How many thin ones make {a}/{b}?",
                    "Each piece in {a}/{b} is cut again. What happens to the number of pieces you had?",
                    "Your {bottom} makes thinner pieces. What does that do to how many you need?",
                    "Draw {a}/{b}, then cut again to make {bottom} in the whole bar. What changes at the top?",
                ),
                "conflict": (
                    "Is {a}/{bottom} the same amount as {a}/{b}? Show me with a bar.",
                    "Shade {a}/{b} and {a}/{bottom} on two bars. Are they the same length?",
                    "You used {a}/{bottom} for {a}/{b}. Is that still as much?",
                    "Put {a}/{b} above {a}/{bottom} on a number line. Are the two jumps from 0 the same length?",
                ),
            },
            source="E1655; MaE09; ML fractions.common_denominator_numerator",
        ),
        Misconception(
            id="G35-FRA-03",
            name="uses the larger denominator",
            hint="adds the numerators over the larger denominator",
            rule=lambda p: fraction(p.a + p.c, max(p.b, p.d)),
            steps=lambda p: {
                "large": max(p.b, p.d),
                "small": min(p.b, p.d),
                "few": p.a if p.b < p.d else p.c,
            },
            says=(
                "{large} is the bigger bottom, so I used it, and {a} and {c} make the top",
                "I added {a} and {c} and kept the {large}",
                "the bottom has to be {large}, that is the larger one, and then you add the tops",
            ),
            cues=("wide", "wider", "width", "count as", "of 1/{small}", "you kept the {large}"),
            turns={
                "locate": (
                    "You let the pieces of 1/{small} count as pieces of 1/{large}. Are they equally wide?",
                    "Lay a piece of 1/{small} on a piece of 1/{large}. Which one is wider?",
                    "In {wrong} every piece has the width of 1/{large}. Which pieces in the problem have another width?",
                    "What happened to the pieces of 1/{small} when you kept the {large}?",
                ),
                "conflict": (
                    "You kept the {large}, so {few}/{small} turned into {few}/{large}. How do those two lengths compare?",
                    "Fold two strips, one to show 1/{small} and one to show 1/{large}. How wide are the parts?",
                    "Mark {few}/{small} and {few}/{large} on a number line. Can they count as one point?",
                    "Can {few}/{small} stay as long as it was if its pieces count as pieces of 1/{large}?",
                ),
            },
            source="E1909; ML fractions.ignore_denominators",
        ),
    ),
)


# --- two-digit multiplication -----------------------------------------------------------------


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


# --- rounding to the nearest hundred ----------------------------------------------------------


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


# --- mixed numbers ----------------------------------------------------------------------------


def _mixed_number(rng: random.Random) -> dict[str, Any]:
    c = rng.randint(3, 9)
    return {"w": rng.randint(2, 7), "a": rng.randint(1, c - 1), "c": c}


MIXED_NUMBERS = Family(
    id="fmixed",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.3c",
    topic="mixed numbers",
    mission="write a mixed number as an improper fraction",
    vocabulary=("mixed number", "improper fraction", "whole"),
    sample=_mixed_number,
    statements=(
        "Write {w} {a}/{c} as an improper fraction.",
        "Which improper fraction is equal to {w} {a}/{c}?",
        "A cook has {w} {a}/{c} pies. Written as one improper fraction, how many pies is that?",
    ),
    solve=lambda p: fraction(p.w * p.c + p.a, p.c),
    trace=lambda p: {"parts in the wholes": p.w * p.c},
    elicit=(
        "What does the {w} in {w} {a}/{c} stand for?",
        "How could you draw {w} {a}/{c}?",
        "What does the {c} tell you about the parts?",
    ),
    extend=(
        "How could you turn your fraction back to check it?",
        "Where would your fraction go on a number line?",
        "What would change if there was one more whole?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-14",
            name="forgets the extra part",
            hint="multiplies the whole number by the denominator and stops",
            rule=lambda p: fraction(p.w * p.c, p.c),
            steps=lambda p: {"top": p.w * p.c},
            says=(
                "{w} times {c} is {top}, so it is {top} over {c}",
                "I turned the {w} into {top} parts and kept the {c}",
                "the {w} holds {top} parts, and I put that over {c}",
            ),
            cues=("exactly", "leftover", "beside", "besides", "after the {w}"),
            turns={
                "conflict": (
                    "How many full pies does {wrong} make exactly? Compare that with {w} {a}/{c}.",
                    "Draw {wrong} in full bars. Does your drawing have the leftover {a}/{c}?",
                    "Mark {wrong} and {w} {a}/{c} on a number line. Do they land on exactly the same point?",
                    "If {wrong} is all you have, who gets the leftover {a}/{c}?",
                ),
                "locate": (
                    "Your {top} parts fill {w} bars. What do you see in the problem besides those bars?",
                    "You used the {w} and the {c}. What stands after the {w} in {w} {a}/{c}?",
                    "Point to {top} parts in a drawing of {w} {a}/{c}. What is beside them?",
                    "Read {w} {a}/{c} aloud. Does {wrong} say all of it, or is there a leftover?",
                ),
            },
            source="E2579",
        ),
        Misconception(
            id="G35-FRA-15",
            name="adds whole to numerator",
            hint="adds the whole number to the numerator",
            rule=lambda p: fraction(p.w + p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w + p.a},
            says=(
                "{w} plus {a} is {top}, so it is {top} over {c}",
                "I put the {w} and the {a} together on top",
                "I added {w} to the top and kept the {c}",
            ),
            cues=("slice*", "cut one", "for a single", "same kind", "tiny"),
            turns={
                "locate": (
                    "You joined {w} and {a}. Are {w} full bars and {a} slices the same kind of thing?",
                    "In {wrong} your {w} turned into {w} slices. How large was each thing it counted before?",
                    "How many slices of 1/{c} would you trade for a single full bar?",
                    "What does the {w} count before you add it to {a}, and is it the same kind as the {a}?",
                ),
                "represent": (
                    "Draw {top} slices of 1/{c} and then draw {w} {a}/{c}. What do you see?",
                    "Take the full bars and cut one into slices of 1/{c}. How does what you see fit with your {top}?",
                    "Draw {w} full bars. If each turned into a tiny 1/{c} piece, would it be the same amount?",
                    "Show the {w} of {w} {a}/{c} with paper strips. Which of your {top} slices are they?",
                ),
            },
            source="E493; E1852",
        ),
        Misconception(
            id="G35-FRA-16",
            name="multiplies whole by numerator",
            hint="multiplies the whole number by the numerator",
            rule=lambda p: fraction(p.w * p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w * p.a},
            says=(
                "{w} times {a} is {top}, so it is {top} over {c}",
                "I multiplied the {w} by the top and kept the {c}",
                "{w} times {a} goes over {c}",
            ),
            cues=("copies", "again and again", "repeat*"),
            turns={
                "locate": (
                    "Your {top} comes from {w} copies of {a}. Where are those copies in a drawing of {w} {a}/{c}?",
                    "What does the {w} tell you in {w} {a}/{c}: copies of {a}/{c} or something else?",
                    "Read {w} {a}/{c} aloud. Which little word stands at the space, and does it mean to repeat {a}/{c}?",
                    "Does {a}/{c} happen again and again in {w} {a}/{c}, or does it come just once?",
                ),
                "represent": (
                    "Draw {w} copies of {a}/{c} and then draw {w} {a}/{c}. Which picture is {wrong}?",
                    "Hop {a}/{c} again and again, {w} hops from zero. Do you land at {w} {a}/{c}?",
                    "Write a story with {w} copies of {a}/{c} and one with {w} {a}/{c}. How do they differ?",
                    "Shade {a}/{c} of a bar and repeat it {w} times. How many bars did you fill all the way?",
                ),
            },
            source="E1624; E20",
        ),
    ),
)


# --- fractions as decimals --------------------------------------------------------------------


def _decimal_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.choice((4, 5, 8, 20, 25, 50))
    return {"a": rng.choice([a for a in range(2, b) if a % 10]), "b": b}


def _decimal_steps(p: Parameters) -> dict[str, Any]:
    """`parts`: into how many parts the digits after the point cut a whole, if `a` stands there."""
    return {"parts": 10 ** len(str(p.a)), "twin": p.a + 1 if p.a + 1 < p.b else p.a - 1}


FRACTIONS_AS_DECIMALS = Family(
    id="f2d",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.C.6",
    topic="fractions as decimals",
    mission="write a fraction as a decimal",
    vocabulary=("decimal", "tenths", "hundredths"),
    sample=_decimal_fraction,
    statements=(
        "Write {a}/{b} as a decimal.",
        "What decimal is equal to {a}/{b}?",
        "A snail crawled {a}/{b} of a meter. How many meters is that, written as a decimal?",
    ),
    solve=lambda p: decimal(Fraction(p.a, p.b)),
    trace=lambda p: {"one part in thousandths": 1000 // p.b, "all parts in thousandths": 1000 * p.a // p.b},
    elicit=(
        "What does {a}/{b} mean as parts of one bar?",
        "What do the places after a decimal point stand for?",
        "Is {a}/{b} close to 0, to a half or to 1?",
    ),
    extend=(
        "How could you show on a number line that both forms match?",
        "What other fraction has the same decimal?",
        "How would you explain the places in your decimal?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-09",
            name="bar becomes the point",
            hint="turns the fraction bar into a decimal point",
            rule=lambda p: decimal(f"{p.a}.{p.b}"),
            says=(
                "the line becomes a dot, so it is {a} point {b}",
                "{a} goes in front of the point and {b} goes after it",
                "I wrote {a} and then {b} with a point between them",
            ),
            cues=("full bar*", "one bar", "before the point", "beyond", "reach*", "fill*"),
            turns={
                "conflict": (
                    "Does {a}/{b} fill one bar? Compare that with {wrong}.",
                    "Shade {a} of {b} parts. How many full bars would {wrong} need?",
                    "On a line from 0 to 1, does {a}/{b} reach the end, and where would {wrong} land?",
                    "How far beyond 1 is {wrong}, and how far does {a}/{b} get?",
                ),
                "locate": (
                    "In {wrong} the {a} stands before the point. How many full bars does that say?",
                    "What does a digit before the point count, and is that what the {a} counts in {a}/{b}?",
                    "Your {a} sits left of the point in {wrong}. Do you have {a} full bars?",
                    "Draw what {a} counts in {a}/{b}. Would it fill as much as the {a} in {wrong}?",
                ),
            },
            source="H37620",
        ),
        Misconception(
            id="G35-DEC-10",
            name="numerator after the point",
            hint="writes the numerator after the decimal point",
            rule=lambda p: decimal(f"0.{p.a}"),
            steps=_decimal_steps,
            says=(
                "it is {a} parts, so it is 0 point {a}",
                "I put a 0 and a point and then the top number",
                "the {a} goes right after the point",
            ),
            cues=("{parts} equal", "{parts} piece*", "out of {parts}", "cut into {parts}", "{a}/{parts}"),
            turns={
                "locate": (
                    "Your {wrong} means {a} out of {parts}. How many pieces does {a}/{b} talk about?",
                    "With {wrong}, a bar is cut into {parts} equal pieces. Is the bar of {a}/{b} cut that way?",
                    "You wrote {wrong}, which is {a}/{parts}. What happened to the {b}?",
                    "Which bar has {parts} pieces, the one for {wrong} or the one for {a}/{b}?",
                ),
                "conflict": (
                    "Shade {a}/{parts} and {a}/{b} on two bars. How do the shaded parts compare?",
                    "Which is wider, one of {parts} pieces or one of {b}, and what does that say about {wrong}?",
                    "Put {a}/{parts} and {a}/{b} on one number line. What do you notice?",
                    "Think of a cake cut into {parts} pieces and one cut into {b}. Would {a} pieces be as much?",
                ),
            },
            source="E1715; H37618",
        ),
        Misconception(
            id="G35-DEC-11",
            name="denominator after the point",
            hint="writes the denominator after the decimal point",
            rule=lambda p: decimal(f"0.{p.b}"),
            steps=_decimal_steps,
            says=(
                "it has {b} at the bottom, so it is 0 point {b}",
                "the bottom number goes after the point",
                "I put a 0 and a point and then the {b}",
            ),
            cues=(
                "{twin}/{b}",
                "role",
                "see the {a}",
                "use the {a}",
                "any number of",
            ),
            turns={
                "locate": (
                    "Where can you see the {a} of {a}/{b} in your {wrong}?",
                    "You wrote {wrong}. What role did the {a} play when you found it?",
                    "The {b} tells how many parts there are. What is its role in {wrong}?",
                    "How did you use the {a} to get {wrong}?",
                ),
                "conflict": (
                    "What would you write for {twin}/{b} in the same way? Compare it with {wrong}.",
                    "If {a}/{b} is {wrong} in your way, what about {twin}/{b}?",
                    "Shade {a}/{b} and {twin}/{b} on two bars. Could both of them be {wrong}?",
                    "Would any number of shaded parts out of {b} give {wrong} in your way?",
                ),
            },
            source="E760",
        ),
    ),
)


# --- area and perimeter -----------------------------------------------------------------------


def _rectangle(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(3, 16), 2)
    return {"a": a, "b": b}


RECTANGLE_AREA = Family(
    id="rect",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.D.8",
    topic="area and perimeter",
    mission="find the area of a rectangle",
    vocabulary=("area", "perimeter", "square units"),
    sample=_rectangle,
    statements=(
        "A rectangle is {a} cm by {b} cm. What is its area in square cm?",
        "Find the area of a rectangle with sides of {a} cm and {b} cm, in square cm.",
        "A sticker is {a} cm long and {b} cm wide. How many square cm does it cover?",
    ),
    solve=lambda p: integer(p.a * p.b),
    elicit=(
        "What does the word area ask you to find?",
        "How would you draw this rectangle on grid paper?",
        "What do the {a} and the {b} tell you about the shape?",
    ),
    extend=(
        "What other rectangle has the same area?",
        "How would the area change if one side was twice as long?",
        "How could you show your answer on grid paper?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-01",
            name="perimeter for area",
            hint="adds all four sides",
            rule=lambda p: integer(2 * (p.a + p.b)),
            applies_if=lambda p: 2 * (p.a + p.b) != p.a * p.b,
            says=(
                "{a} and {b} and {a} and {b} make {wrong}",
                "I added every side of the shape",
                "I went around it and got {wrong}",
            ),
            cues=("ant", "edge*", "border", "inside", "outline", "middle"),
            turns={
                "locate": (
                    "An ant walks along the sides that you added. Does it ever step on the middle?",
                    "Your {wrong} goes along the edge. What would you count for the inside?",
                    "Color what your {wrong} measures. Did you color the border or the part within it?",
                    "You added {a} and {b} two times. Is that a length of the outline or a number of squares?",
                ),
                "represent": (
                    "Draw the shape on grid paper and trace the outline. Which squares did your {wrong} miss?",
                    "Sketch the inside as squares of 1 cm. How does that count compare with {wrong}?",
                    "Lay a string of {wrong} cm on the border. How much of the inside is covered?",
                    "Suppose you paint the shape. Would {wrong} tell you about the paint or about a frame for the edge?",
                ),
            },
            source="E982; E1678",
        ),
        Misconception(
            id="G35-GEO-02",
            name="adds the two sides",
            hint="adds the length and the width",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "I added the two numbers",
                "you put the long side and the short side together",
            ),
            cues=("row*", "tile*", "corner"),
            turns={
                "locate": (
                    "Think of tiles of 1 cm. What do the {a} and the {b} tell you about them?",
                    "What would your {a} plus {b} count if you put tiles in the rectangle?",
                    "You joined {a} and {b}. Does the {b} count tiles, or rows of tiles?",
                    "How many tiles sit in one row, and what does the other number tell you?",
                ),
                "represent": (
                    "Draw one row of squares, {a} long. What did the {b} add to that row in your {wrong}?",
                    "Place {wrong} tiles in the rectangle, row by row. How far do you get?",
                    "Lay tiles along one long and one short side, from a corner. How much stays empty?",
                    "Build rows of {a} tiles each. When do you pass {wrong}, and is the shape full then?",
                ),
            },
            source="E828",
        ),
    ),
)


RECTANGLE_PERIMETER = Family(
    id="perim",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.D.8",
    topic="perimeter",
    mission="find the perimeter of a rectangle",
    vocabulary=("perimeter", "side"),
    sample=_rectangle,
    statements=(
        "A rectangular garden is {a} m by {b} m. How much fence goes all the way around?",
        "Find the perimeter of a rectangle that is {a} m long and {b} m wide.",
        "A rug is {a} feet by {b} feet. How many feet of ribbon go once around it?",
    ),
    solve=lambda p: integer(2 * (p.a + p.b)),
    trace=lambda p: {"two sides": p.a + p.b},
    elicit=(
        "What does a perimeter measure?",
        "How would you draw this shape and label it?",
        "Where would you begin if you walked around it?",
    ),
    extend=(
        "What other rectangle has the same perimeter?",
        "How would the perimeter change if it was one longer?",
        "How could you find the same number in another way?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-03",
            name="adds only two sides",
            hint="adds only the two sides that have numbers",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "I added the two numbers I was given",
                "one side is {a} and one side is {b}, so I put them together",
            ),
            cues=("finger", "corner*", "opposite", "home", "unlabeled", "stop*"),
            turns={
                "locate": (
                    "Trace the shape with a finger. Which parts of your trip are in {wrong}?",
                    "You used {a} and {b}. What lies opposite each of them in your drawing?",
                    "Draw the shape and mark what you added. Which lines are unlabeled?",
                    "How many corners do you pass on the full trip, and how many with {a} and {b}?",
                ),
                "conflict": (
                    "Begin at one corner and walk {a}, then {b}. Where do you stop?",
                    "An ant walks only {wrong} along the lines. Is it home yet?",
                    "Bend a wire of {wrong} along the shape. At which corner does it run out?",
                    "Suppose you walk {wrong} and stop. Could you close the shape there?",
                ),
            },
            source="E1446; E1706",
        ),
        Misconception(
            id="G35-GEO-04",
            name="area for perimeter",
            hint="multiplies the two sides",
            rule=lambda p: integer(p.a * p.b),
            applies_if=lambda p: 2 * (p.a + p.b) != p.a * p.b,
            says=(
                "{a} times {b} is {wrong}",
                "you multiply the two numbers of a rectangle",
                "I did {a} times {b}",
            ),
            cues=("cover*", "square*", "inside", "surface", "paint*", "grass"),
            turns={
                "locate": (
                    "What would {a} times {b} count in a drawing: steps on the line or squares?",
                    "Draw what your {wrong} counts. Does it lie on the line or inside?",
                    "When you multiply {a} by {b}, do you measure a length or a surface?",
                    "If you needed paint for it, would {wrong} be about the paint or the rim?",
                ),
                "conflict": (
                    "Suppose grass grows on the whole shape. Is {wrong} about the grass or the line that holds it in?",
                    "Picture {wrong} squares in the shape. How many of them touch the line?",
                    "Cover the shape with paper squares of 1 by 1. What does {wrong} tell you then?",
                    "Think of a small 1 by 1 square. Does one times one give the walk along its lines?",
                ),
            },
            source="E833; E1668",
        ),
    ),
)


# --- volume -----------------------------------------------------------------------------------


def _box(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(3, 9), "b": rng.randint(3, 9), "c": rng.randint(2, 8)}


BOX_VOLUME = Family(
    id="volume",
    grade_band="3-5",
    grade="5",
    ccss="5.MD.C.5",
    topic="volume",
    mission="find the volume of a box",
    vocabulary=("volume", "cubic units", "layer"),
    sample=_box,
    statements=(
        "A box is {a} by {b} by {c} units. What is its volume?",
        "Find the volume of a box that is {a} units long, {b} units wide and {c} units high.",
        "A fish tank measures {a} by {b} by {c} feet. How many cubic feet does it hold?",
    ),
    solve=lambda p: integer(p.a * p.b * p.c),
    trace=lambda p: {"one layer": p.a * p.b},
    elicit=(
        "What does the volume of a box tell you?",
        "What do the three numbers {a}, {b} and {c} measure?",
        "How would you begin to build this with small blocks?",
    ),
    extend=(
        "What other box has the same volume?",
        "What happens to the volume if the box is twice as high?",
        "How could you find the volume in another order?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-05",
            name="adds the dimensions",
            hint="adds the three lengths",
            rule=lambda p: integer(p.a + p.b + p.c),
            says=(
                "{a} and {b} and {c} make {wrong}",
                "I added the three numbers",
                "you put all the sides together, so {a} plus {b} plus {c}",
            ),
            cues=("bottom", "floor", "stick*", "line of", "end to end"),
            turns={
                "locate": (
                    "If you lay {a}, {b} and {c} end to end, what do you get: a length or a space?",
                    "Your {wrong} fits three sticks. What would you need to know about the inside?",
                    "What would {a} plus {b} count on the floor of the box?",
                    "You added {a}, {b} and {c}. Would a line of blocks that long fill the box?",
                ),
                "conflict": (
                    "Lay just the bottom with small blocks, {a} by {b}. How do they compare with {wrong}?",
                    "Put {wrong} blocks into the box. How much of the floor do they hide?",
                    "Picture blocks on the bottom, {b} lines of {a}. When do you pass {wrong}?",
                    "Suppose {wrong} blocks stood in a line of single blocks. Could that line fill the box?",
                ),
            },
            source="E1984",
        ),
        Misconception(
            id="G35-GEO-06",
            name="one face only",
            hint="multiplies two of the three lengths",
            rule=lambda p: integer(p.a * p.b),
            says=(
                "{a} times {b} is {wrong}",
                "I multiplied the first two numbers",
                "it is a rectangle, so I did {a} times {b}",
            ),
            cues=("stack*", "tall", "flat", "height", "use the {c}", "taller"),
            turns={
                "locate": (
                    "Your {wrong} comes from {a} and {b}. How tall is the shape that it fills?",
                    "Where did you use the {c}, and what does it tell you?",
                    "Does your {wrong} count one flat sheet of blocks or the full stack?",
                    "Which of the numbers {a}, {b} and {c} gives the height, and where is it in {wrong}?",
                ),
                "conflict": (
                    "Take a box {a} by {b} that is only 1 tall. What would you write for that one?",
                    "If the box grew taller than {c}, would your way still give {wrong}?",
                    "Put {wrong} blocks flat in the box. How much room is left over them?",
                    "Compare a box {a} by {b} by 1 with this stack. Can both hold {wrong}?",
                ),
            },
            source="E554",
        ),
    ),
)


# --- elapsed time -----------------------------------------------------------------------------


def _film(rng: random.Random) -> dict[str, Any]:
    hour = rng.randint(1, 9)
    late = rng.randint(25, 58)
    early = rng.choice([q for q in range(10, late - 4) if (late - q) % 20])
    return {"h": hour, "m": late, "k": hour + rng.randint(1, 3), "q": early}


def _film_steps(p: Parameters) -> dict[str, Any]:
    return {
        "hours": p.k - p.h,
        "apart": abs(p.q - p.m),
        "begin": 100 * p.h + p.m,
        "finish": 100 * p.k + p.q,
    }


ELAPSED_TIME = Family(
    id="elapsed",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.A.1",
    topic="elapsed time",
    mission="find how many minutes pass between two times",
    vocabulary=("elapsed", "start", "end"),
    sample=_film,
    statements=(
        "A film starts at {h}:{m} and ends at {k}:{q}. How many minutes long is it?",
        "A bus leaves at {h}:{m} and arrives at {k}:{q}. How many minutes is the trip?",
        "How many minutes pass from {h}:{m} to {k}:{q}?",
    ),
    solve=lambda p: integer(60 * (p.k - p.h) + p.q - p.m),
    trace=lambda p: {"minutes to the next hour": 60 - p.m, "minutes in the hours": 60 * (p.k - p.h)},
    elicit=(
        "How would you show {h}:{m} and {k}:{q} on a time line?",
        "What do you know about the time between {h}:{m} and {k}:{q}?",
        "Which full hours come between the two times?",
    ),
    extend=(
        "How could you check it by going backward from {k}:{q}?",
        "What if it took ten minutes longer?",
        "How could you find it with other jumps on a time line?",
    ),
    misconceptions=(
        Misconception(
            id="G35-TIME-02",
            name="subtracts parts separately",
            hint="takes the two hours apart and the two minutes apart and adds",
            rule=lambda p: integer(60 * (p.k - p.h) + abs(p.q - p.m)),
            applies_if=lambda p: p.q < p.m,
            steps=_film_steps,
            says=(
                "from {h} to {k} is {hours}, and from {q} to {m} is {apart} minutes more",
                "{hours} for the hours and {apart} for the minutes",
                "I did {k} minus {h}, and then {m} minus {q}, and put it together",
            ),
            cues=("land*", "overshoot", "sooner", "earlier", "later than"),
            turns={
                "conflict": (
                    "Go {hours} hours on from {h}:{m}. Do you land before or after {k}:{q}?",
                    "Jump {hours} full hours from {h}:{m}. Where do you land, and would you still add {apart}?",
                    "If you count {wrong} minutes from {h}:{m}, do you land on {k}:{q} or overshoot it?",
                    "Would a trip from {h}:{m} to {k}:{m} end later than {k}:{q}, and how does {wrong} fit?",
                ),
                "locate": (
                    "You found {apart} between {q} and {m}. Which of the two clock times is earlier in its hour?",
                    "Which is sooner after the hour, {q} or {m}, and what does that do to your {apart}?",
                    "Look at the {apart} you put on. Does the end come earlier or later than {hours} hours?",
                    "On a time line, mark {h}:{m} and hop by hours. Do you land right on {k}:{q}?",
                ),
            },
            source="E299",
        ),
        Misconception(
            id="G35-TIME-03",
            name="subtracts like decimals",
            hint="subtracts the times as if they were plain numbers",
            rule=lambda p: integer(100 * (p.k - p.h) + p.q - p.m),
            steps=_film_steps,
            says=(
                "{finish} minus {begin} is {wrong}",
                "I took away the dots and did {finish} minus {begin}",
                "I lined up {finish} and {begin} and subtracted",
            ),
            cues=("each hour", "whole turn", "hour worth", "in an hour", "one hour", "{h}:99"),
            turns={
                "locate": (
                    "In {finish} minus {begin}, how many minutes is each hour counted as?",
                    "When you opened one hour in {finish}, how many minutes did you get from it?",
                    "Your {finish} treats the {k} as hundreds. What is an hour worth on a clock?",
                    "What does the long hand do in a whole turn, and how did {finish} minus {begin} use that?",
                ),
                "conflict": (
                    "In your way, how long is it from {h}:00 to one hour later? Check that with a clock.",
                    "Does a clock ever show {h}:99? Think about what happens in an hour.",
                    "From {h}:59 to the very next minute your way skips some numbers. Which numbers never show in an hour?",
                    "Count on in hops of one hour from {h}:{m}. How does the total compare with {wrong}?",
                ),
            },
            source="E1736; E13",
        ),
    ),
)

FAMILIES: tuple[Family, ...] = (
    ADDING_FRACTIONS,
    MULTIPLYING_TWO_DIGITS,
    ROUNDING_TO_HUNDREDS,
    MIXED_NUMBERS,
    FRACTIONS_AS_DECIMALS,
    RECTANGLE_AREA,
    RECTANGLE_PERIMETER,
    BOX_VOLUME,
    ELAPSED_TIME,
)
