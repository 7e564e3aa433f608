"""Grades 3 to 5: multiplication of two-digit numbers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- a two-digit number by a one-digit number ---


def _with_a_carry(rng: random.Random) -> dict[str, Any]:
    ones, b = rng.choice([(i, j) for i in range(2, 10) for j in range(3, 10) if i * j > 10 and i * j % 10])
    return {"a": 10 * rng.randint(2, 9) + ones, "b": b}


def _with_a_carry_larger(rng: random.Random) -> dict[str, Any]:
    small = _with_a_carry(rng)
    return {"a": 100 * rng.randint(1, 9) + small["a"], "b": small["b"]}


def _carry_steps(p: Parameters) -> dict[str, Any]:
    tens, ones = p.a // 10, p.a % 10
    units = ones * p.b
    return {
        "ta": tens,
        "oa": ones,
        "units": units,
        "digit": units % 10,
        "tops": tens * p.b,
        "full": 10 * tens,
    }


MULTIPLYING_BY_ONE_DIGIT = Family(
    id="mul_2x1",
    grade_band="3-5",
    grade="4",
    ccss="4.NBT.B.5",
    topic="multiplication with regrouping",
    mission="multiply a longer number by a one-digit number",
    vocabulary=("regroup", "tens", "ones"),
    sample=_with_a_carry,
    larger=_with_a_carry_larger,
    statements=(
        "{a} x {b} = ?",
        "Multiply {a} by {b}.",
        "Find the product {b} x {a}.",
    ),
    stories=(
        "A bus has {a} seats. How many seats do {b} such buses have?",
        "{name} swims {a} laps a week. How many laps does {name} swim in {b} weeks?",
    ),
    reworded=(
        "How much is {b} times {a}?",
        "One crate holds {a} apples. How many apples are in {b} full crates?",
    ),
    solve=lambda p: integer(p.a * p.b),
    trace=lambda p: {
        "ones product": p.a % 10 * p.b,
        "carried tens": p.a % 10 * p.b // 10,
        "tens product": p.a // 10 * 10 * p.b,
    },
    elicit=(
        "What two parts could you break {a} into?",
        "Before any work, is {a} x {b} nearer to one hundred or to several hundreds?",
        "How would you lay out {b} groups of {a} with sticks and cubes?",
        "What does the {b} tell you to do with all of {a}?",
    ),
    extend=(
        "How else could you break up {a} and still get the same product?",
        "Which part of your work was the largest, and what does it count?",
        "What would change in your work if {a} grew by one?",
        "How could you use a nearby round number instead?",
    ),
    check=(
        "Add {a} to itself {b} times on paper. What total do you reach?",
        "Break {a} into two friendlier parts and multiply each. Do they join up to your answer?",
        "Round {a} to a ten that is easy. Is your answer on the side you expect?",
        "Divide your answer by {b}. Which number should come back?",
    ),
    repair=(
        "How many tens and ones do you see in {a}?",
        "What is the first thing you multiplied, or would multiply?",
        "Can you tell me what {a} and {a} make together?",
        "Which digit of {a} feels easier to start with?",
    ),
    misconceptions=(
        Misconception(
            id="G35-MUL-06",
            name="forgets the carried tens",
            hint="drops the tens that the ones made",
            rule=lambda p: integer(10 * (p.a // 10) * p.b + p.a % 10 * p.b % 10),
            applies_if=lambda p: p.a % 10 * p.b >= 10,
            steps=_carry_steps,
            says=(
                "{oa} times {b} is {units}, so I wrote {digit}, and {ta} times {b} is {tops}",
                "I wrote the {digit} of {units}, and then I wrote {tops} in front of it",
                "the ones made {units}, I put down {digit}, and the tens made {tops}",
            ),
            reworded=(
                "from {units} only the last digit goes down, and {tops} goes next to it",
                "{units} ends in {digit}, and then {ta} times {b} gives {tops}",
            ),
            cues=(
                "only {digit}",
                "rest of",
                "kept",
                "disappear*",
                "vanish*",
                "trash",
                "of your {units}",
                "all {units}",
                "penn*",
                "dime*",
                "missing",
            ),
            turns={
                "locate": (
                    "The ones gave {units}, and {digit} went on the paper. What became of the rest of it?",
                    "Find all {units} ones inside your {wrong}. Which of them have vanished?",
                    "Point at each piece of your {units}. What is written down for it, and what is not?",
                    "Between {units} and {tops} there is a step. What was kept from the {units} for it?",
                ),
                "analog": (
                    "You have {units} pennies and write down only {digit}. What would a bank do with the missing ones?",
                    "When pennies pile up to {units}, what do you trade, and where do those dimes go?",
                    "A baker packs {units} rolls in boxes of ten and counts only {digit}. What disappears from the list?",
                    "On a mile counter the ones wheel rolls past 9. What would break if that turn simply vanished?",
                ),
                "check": (
                    "Draw {b} lines of {oa} cubes and count only those. Can you find all {units} in {wrong}?",
                    "Multiply just {oa} by {b} again. How much of your {units} shows up in {wrong}?",
                    "From {wrong}, take away {b} groups of {full}. Is what is left all {units}, or is some missing?",
                    "Add {a} over and over, {b} times. What is missing when you compare your sum with {wrong}?",
                ),
                "simplify": (
                    "Try 15 x 2 your way. Which part of both fives would be kept, and which goes in the trash?",
                    "In 16 x 2 the ones make 12. If you write down 2, where is the rest of 12?",
                    "Think of 14 x 3 with cubes, where the ones make 12. What would disappear in your way?",
                    "Take 19 x 2 on a place value mat. What is missing if you write the 8 and nothing else?",
                ),
            },
            source="E350; E2431; ML forget_to_add_carried_number",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-MUL-06-A",
            name="adds the carry before multiplying",
            hint="adds the carried tens to the tens digit and then multiplies",
            rule=lambda p: integer(10 * (p.a // 10 + p.a % 10 * p.b // 10) * p.b + p.a % 10 * p.b % 10),
            cues=("too soon", "multiplied the carry", "joined before", "early", "twice multiplied"),
        ),
        PlausibleError(
            id="G35-MUL-06-B",
            name="writes both products side by side",
            hint="writes the whole ones product behind the tens product",
            rule=lambda p: integer(100 * (p.a // 10) * p.b + p.a % 10 * p.b),
            cues=("side by side", "four digits", "thousands", "one column", "two digits in"),
        ),
    ),
)


# --- two-digit numbers ---


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
    mission="multiply by a two-digit number",
    vocabulary=("partial products", "tens", "ones"),
    sample=_two_factors,
    statements=(
        "{a} x {b} = ?",
        "Multiply {a} by {b}.",
    ),
    stories=(
        "A hall has {b} lines of seats with {a} seats in each line. How many seats are in the hall?",
        "{name} sells {b} boxes of cards with {a} cards in each box. How many cards does {name} sell?",
    ),
    reworded=(
        "Find the product {a} x {b}.",
        "A printer makes {a} pages a minute. How many pages does it make in {b} minutes?",
    ),
    larger=lambda rng: {
        "a": 100 * rng.randint(1, 8) + 10 * rng.randint(2, 9) + rng.randint(2, 9),
        "b": _two_factors(rng)["b"],
    },
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
        "Is {a} x {b} more or less than ten groups of {a}, and how can you tell?",
    ),
    extend=(
        "How could you break the numbers apart in another way and compare?",
        "Which part of your work adds the most to the product, and why?",
        "How would your work change if one number had one more digit?",
        "Can you find the same product by starting from a nearby round number?",
    ),
    check=(
        "Swap the two factors and multiply again. What should you see?",
        "Round both {a} and {b} to tens. How near is that product to your answer?",
        "Which digit must the product end in, going by the ones of {a} and {b}?",
        "When you divide your answer by {b}, which number of the problem should appear?",
    ),
    repair=(
        "How would you split {b} into tens and ones?",
        "What is ten times {a}?",
        "Can you sketch a box with {a} written on one side and {b} on the other?",
        "Would you rather break up {a} or {b} first?",
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
            reworded=(
                "the tens go with the tens to make {corner} and the ones go with the ones to make {units}",
                "I paired the front digits and the back digits, {corner} and {units}",
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
                "analog": (
                    "Two girls meet two boys and everyone shakes hands across. Which handshakes would your way leave out?",
                    "A menu has two soups and two breads. Which lunches are lost if a soup meets only one bread?",
                    "At a dance each of two girls gets both boys as partners. Which pairs would your way never let dance?",
                    "A garden is cut by a path across and a path down. How many regions did you plant?",
                ),
            },
            source="H37589; H38596",
        ),
        Misconception(
            id="G35-MUL-04",
            name="no placeholder",
            hint="does not shift the second partial product",
            rule=lambda p: integer(p.a * (p.b % 10) + p.a * (p.b // 10)),
            # with two equal digits nobody can tell which of them a sentence is about
            applies_if=lambda p: p.b % 10 != p.b // 10,
            steps=_factor_steps,
            says=(
                "{a} times {ob} is {first} and {a} times {tb} is {second}, and I added them",
                "I wrote {first} and put {second} right under it and added",
                "I multiplied {a} by the {ob} and then by the {tb}",
            ),
            reworded=(
                "my two lines were {first} and {second}, and together they make {wrong}",
                "each digit of {b} gets its turn with {a}, {first} first and {second} next",
            ),
            cues=("copies", "worth", "{tb} stand for", "{tb} live", "{tb} groups", "your {second}", "a dime"),
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
                "elicit": (
                    "Tell me about your {second}. Which part of {b} is it worth?",
                    "Say {b} slowly, word by word. Which word goes with your {second}?",
                    "What story would end in your {second}, and how many copies of {a} are in it?",
                    "How would you describe the {tb} in {b} to a friend who asks what it is worth?",
                ),
                "simplify": (
                    "Take 3 x 11 your way, line by line. How many copies of 3 do both lines hold?",
                    "Suppose {b} were just 10. How many copies of {a} would the 1 in front bring?",
                    "In 4 x 12, how much is the 1 worth, and how would your way use it?",
                    "Is a dime worth as much as a penny? Look at the {tb} in {b} with that in mind.",
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
            reworded=(
                "{tops} is from the left side and {units} is from the right side",
                "you multiply straight down, just like you add straight down",
            ),
            cues=(
                "estimate*",
                "about how",
                "roughly",
                "friendly",
                "ballpark",
                "{ta} and {tb} really",
                "alone",
                "too small",
            ),
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
                "check": (
                    "Hand out {wrong} cards in packs of {a}. Roughly how many packs come out, next to {b}?",
                    "Skip-count by {a} alone until you pass {wrong}. How many skips did that take, next to {b}?",
                    "Hold {wrong} against ten lots of {a}. Is it about right, too large or too small?",
                    "Ask what {wrong} shared among {b} children gives. Is that roughly {a}?",
                ),
                "simplify": (
                    "Use your columns on 10 x 10. Roughly what do they say, and does a ten by ten square agree?",
                    "Ten boxes of 12 eggs: what do your columns give, and roughly how many eggs do you expect?",
                    "Run your way on 11 x 11. Is what comes out too small for eleven teams of eleven?",
                    "Try your columns on 12 x 10 and make a ballpark guess too. What do you notice?",
                ),
            },
            source="E1334; ML buggy_multiplication.column_mimics_addition",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MULTIPLYING_BY_ONE_DIGIT, MULTIPLYING_TWO_DIGITS)
