"""Grades 3 to 5: division."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import decimal, fraction, integer, lowest, mixed
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- what the remainder means ---

_LOADS = (
    {"who": "students", "one": "van", "box": "vans"},
    {"who": "eggs", "one": "carton", "box": "cartons"},
    {"who": "books", "one": "crate", "box": "crates"},
    {"who": "cookies", "one": "tin", "box": "tins"},
    {"who": "hikers", "one": "boat", "box": "boats"},
    {"who": "photos", "one": "page", "box": "pages"},
)


def _loads(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(3, 9)
    a = b * rng.randint(4, 11) + rng.randint(1, b - 1)
    return {"a": a, "b": b, **rng.choice(_LOADS)}


def _loads_larger(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(12, 30)
    a = b * rng.randint(10, 25) + rng.randint(1, b - 1)
    return {"a": a, "b": b, **rng.choice(_LOADS)}


def _quotient_steps(p: Parameters) -> dict[str, Any]:
    return {"q": p.a // p.b, "left": p.a % p.b}


INTERPRETING_REMAINDERS = Family(
    id="div_context",
    grade_band="3-5",
    grade="4",
    ccss="4.OA.A.3",
    topic="interpreting remainders",
    mission="divide and decide what the remainder means in the story",
    vocabulary=("remainder", "quotient", "divide"),
    sample=_loads,
    larger=_loads_larger,
    statements=(
        "How many {box} that hold {b} {who} each are needed for {a} {who}?",
        "There are {a} {who}, and each {one} holds {b}. How many {box} are needed for all of them?",
    ),
    stories=(
        "{name} must find room for {a} {who}. Each {one} holds {b}. How many {box} does {name} need?",
        "{name} and {friend} have {a} {who} and lots of {box}. A {one} takes {b} {who}. How many {box} must they use?",
    ),
    reworded=(
        "Every one of {a} {who} needs a place, and a {one} has room for {b}. What is the smallest number of {box}?",
    ),
    solve=lambda p: integer(-(-p.a // p.b)),
    trace=lambda p: {"full groups": p.a // p.b, "left over": p.a % p.b},
    elicit=(
        "How many {who} have a place after the first {one} is full?",
        "What would you draw to show the {who} and the {box}?",
        "Which number tells how much one {one} can take?",
        "What do you want to know when you are done: a number of {who} or of {box}?",
    ),
    extend=(
        "How many empty places are there in the end, and where?",
        "What would change if {a} were a little larger?",
        "How would you share the {who} more evenly over the {box}?",
        "Can you invent a question with {a} and {b} that asks for the leftovers instead?",
    ),
    check=(
        "Multiply your number of {box} by {b}. How does that fit with {a}?",
        "Load the {box} one by one on paper. Does every one of the {who} get a place?",
        "Take one {one} away from your answer. Would the rest still be enough?",
        "Read the question once more. Does your number answer exactly that?",
    ),
    repair=(
        "How many {who} can get into two {box}?",
        "Can you draw one full {one} for me?",
        "What number do you count by when you fill {box}?",
        "Are there more {who} or more places in three {box}?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DIV-01",
            name="drops the remainder",
            hint="ignores what is left over",
            rule=lambda p: integer(p.a // p.b),
            applies_if=lambda p: p.a % p.b != 0,
            steps=_quotient_steps,
            says=(
                "{b} goes into {a} {wrong} times, and the {left} is only a remainder",
                "I got {wrong} with {left} left, and you do not need the {left}",
                "{a} divided by {b} is {wrong}, and {left} is too few to count",
            ),
            reworded=(
                "{wrong} {box} get full and the {left} is extra",
                "the {left} does not make a full {one}",
            ),
            cues=(
                "still waiting",
                "waiting",
                "stand",
                "outside",
                "floor",
                "on the table",
                "nobody",
                "sidewalk",
                "behind",
                "drive off",
                "home",
                "next car",
            ),
            turns={
                "conflict": (
                    "Picture all {wrong} {box} filled up and closed. What is still waiting outside?",
                    "After your {wrong} {box} are loaded, look at the floor. What do you see there?",
                    "Say nobody may use more than {wrong} {box}. Which {who} get left behind?",
                    "Count {b} for each of your {wrong} {box}. Are all {a} in, or do some stand outside?",
                ),
                "analog": (
                    "Three people want to cross in a taxi that takes two. When it leaves, who is on the sidewalk?",
                    "You and your family fill one car, and grandma is still waiting. What do you tell her?",
                    "Five cups need washing and the rack takes four. After one load, what is still on the table?",
                    "A lift takes six people and seven wait. Would you let the last one stand there? Explain.",
                ),
                "elicit": (
                    "What happened in your story to those who are still waiting?",
                    "When your work is done, what do you see outside the {wrong} {box}?",
                    "Tell the story to the end. How does it go on for the {who} outside the {wrong} {box}?",
                    "What did you picture for the rest: {who} that are still waiting, or nothing at all?",
                ),
                "check": (
                    "Find how many {who} fit in {wrong} {box}. How many of the {a} are still waiting?",
                    "Go down a list of all {a} {who} and tick those inside. What is still waiting at the end?",
                    "Pretend you are the last of the {a} {who}. Which {one} takes you, or are you left behind?",
                    "Multiply {wrong} by {b}, then look for the {who} outside. What should your plan do about them?",
                ),
            },
            source="H37527; E339",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DIV-01-A",
            name="adds the remainder to the quotient",
            hint="adds what is left over to the number of groups",
            rule=lambda p: integer(p.a // p.b + p.a % p.b),
            applies_if=lambda p: p.a % p.b > 1,
            steps=_quotient_steps,
            cues=("one each", "almost empty", "own {one}", "plus {left}", "single rider"),
        ),
        PlausibleError(
            id="G35-DIV-01-B",
            name="answers with the remainder",
            hint="gives the remainder as the answer",
            rule=lambda p: integer(p.a % p.b),
            applies_if=lambda p: p.a % p.b not in (0, p.a // p.b + 1),
            steps=_quotient_steps,
            cues=("{left} {box}", "full ones", "the loaded", "so few {box}"),
        ),
    ),
)


# --- the remainder as part of a number ---


def _with_remainder(rng: random.Random) -> dict[str, Any]:
    b = rng.choice((3, 4, 6, 7, 8, 9))
    return {"a": b * rng.randint(2, 9) + rng.randint(1, b - 1), "b": b}


def _with_remainder_larger(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(11, 19)
    # one digit left over, which fits behind the point as tenths
    return {"a": b * rng.randint(10, 30) + rng.randint(1, 9), "b": b}


def _exact_quotient(p: Parameters) -> Any:
    part = Fraction(p.a % p.b, p.b)
    return mixed(p.a // p.b, part.numerator, part.denominator) if part else integer(p.a // p.b)


REMAINDER_AS_FRACTION = Family(
    id="div_rem",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.B.3",
    topic="remainder as a fraction",
    mission="write a quotient exactly when the division does not come out even",
    vocabulary=("remainder", "quotient", "decimal"),
    sample=_with_remainder,
    larger=_with_remainder_larger,
    statements=(
        "What is {a} divided by {b}? Give the exact quotient as a number.",
        "Divide {a} by {b}. Write the exact quotient without a remainder.",
        "What number times {b} is exactly {a}?",
    ),
    stories=(
        "{name} cuts a ribbon of {a} feet into {b} equal strips. Exactly how many feet long is each strip?",
        "A group of {b} friends shares {a} oranges equally. Exactly how many oranges does each friend get?",
    ),
    reworded=(
        "Find the exact value of {a} divided by {b}.",
        "{b} equal bags of rice weigh {a} pounds in all. What is the exact weight of one bag in pounds?",
    ),
    solve=_exact_quotient,
    trace=lambda p: {"whole part": p.a // p.b, "left over": p.a % p.b},
    elicit=(
        "Between which two whole numbers will {a} divided by {b} lie?",
        "What story about sharing would fit {a} divided by {b}?",
        "When {b} people share {a} things, what could happen to the last few?",
        "How would you show {a} bars for {b} people if you may cut them?",
    ),
    extend=(
        "How else could you write the same number?",
        "When would a remainder be a better answer than this number?",
        "What happens to the quotient if {a} gets one larger?",
        "Where does your number lie on a number line, and what is near it?",
    ),
    check=(
        "Multiply your answer by {b}. Which number must come back exactly?",
        "Add your answer to itself until you have it {b} times. What total do you see?",
        "Is your answer nearer to its lower or its upper whole number, and does that fit the leftovers?",
        "Share {a} dollars among {b} people on paper. Does your number give out all the money?",
    ),
    repair=(
        "How often does {b} fit into {a} in full?",
        "Can you draw one thing cut into {b} equal parts?",
        "What do you do at home when a few cookies are left to share?",
        "Which number in the problem tells how many shares there are?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DIV-02",
            name="remainder becomes tenths",
            hint="writes the remainder behind the decimal point",
            rule=lambda p: decimal(f"{p.a // p.b}.{p.a % p.b}"),
            applies_if=lambda p: p.a % p.b != 0,
            steps=_quotient_steps,
            says=(
                "{b} goes into {a} {q} times with {left} left, so I wrote {wrong}",
                "I got {q} and there is {left} left, and that is {wrong}",
                "the {left} that is left goes after the point, behind the {q}",
            ),
            reworded=(
                "I got {q} and then put a point and the {left}",
                "{q} with {left} over is the same as {wrong}",
            ),
            cues=(
                "tenths",
                "ten parts",
                "ten equal",
                "dime*",
                "out of ten",
                "grid",
                "come back to {a}",
                "back at {a}",
                "place after",
                "cut into ten",
                "column",
            ),
            turns={
                "locate": (
                    "In {wrong}, what kind of pieces does the place after the point count?",
                    "Your {left} sits right of the point. What does the column it is in have to do with {b} shares?",
                    "Name the column your {left} stands in. Why should leftovers shared by {b} go there?",
                    "Point at the {left} in {wrong}. Is it {left} out of ten or {left} out of something else?",
                ),
                "simplify": (
                    "Two people share 3 dollars. Your way writes 1.1. How many dimes would each person really get?",
                    "Try your way on 7 / 2. Is the place after the point true to what two friends would get?",
                    "Split 5 apples between 2 bowls your way. What does the digit for tenths say about the last apple?",
                    "For 9 / 2 your way gives 4.1. How near to 9 do you get with twice those ones and tenths?",
                ),
                "represent": (
                    "Draw what is left over as bars. Why would you slice each one into ten parts for {b} people?",
                    "Shade {wrong} on strips that are cut into ten. How much do {b} such strips cover?",
                    "On a number line split into tenths, mark {wrong}. Where do {b} jumps of that size end?",
                    "Use play money: lay out {wrong} in dollars and dimes for each of {b} people. What total is that?",
                ),
                "check": (
                    "Multiply {wrong} by {b} with care. Do you come back to {a}?",
                    "Write {wrong} down {b} times and line up the column for tenths. What sum do you find?",
                    "Give each of {b} friends {wrong}. How much of the {a} is gone, tenths included?",
                    "If {wrong} were exact, {b} of them would land back at {a}. Where do they land?",
                ),
            },
            source="MaE22 (remainder extended as decimal); memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DIV-02-A",
            name="leaves the remainder out",
            hint="gives only the whole part",
            rule=lambda p: integer(p.a // p.b),
            applies_if=lambda p: p.a % p.b != 0,
            steps=_quotient_steps,
            cues=("nothing left", "thrown away", "unshared", "whole ones only"),
        ),
        PlausibleError(
            id="G35-DIV-02-B",
            name="puts the remainder over the dividend",
            hint="writes the remainder over the number that is divided",
            rule=lambda p: mixed(p.a // p.b, p.a % p.b, p.a),
            applies_if=lambda p: p.a % p.b != 0,
            steps=_quotient_steps,
            cues=("over {a}", "{a} parts", "the bottom", "denominator"),
        ),
    ),
)


# --- a zero inside the quotient ---


def _zero_inside(rng: random.Random) -> dict[str, Any]:
    u, b = rng.choice([(i, j) for i in range(2, 10) for j in range(3, 10) if i * j >= 10])
    return {"a": (100 * rng.randint(1, 9) + u) * b, "b": b}


def _zero_inside_larger(rng: random.Random) -> dict[str, Any]:
    return {"a": (100 * rng.randint(4, 9) + rng.randint(2, 9)) * (b := rng.randint(21, 39)), "b": b}


def _without_zeros(n: int) -> int:
    return int(str(n).replace("0", ""))


def _zero_steps(p: Parameters) -> dict[str, Any]:
    first, last = divmod(p.a // p.b, 100)
    return {"first": first, "last": last, "lead": first * p.b, "tail": last * p.b, "shared": 100 * first}


ZERO_IN_THE_QUOTIENT = Family(
    id="div_zeroq",
    grade_band="3-5",
    grade="4",
    ccss="4.NBT.B.6",
    topic="zeros in the quotient",
    mission="divide when the divisor does not go into one of the places",
    vocabulary=("quotient", "place value", "zero"),
    sample=_zero_inside,
    larger=_zero_inside_larger,
    statements=(
        "{a} / {b} = ?",
        "Divide {a} by {b}.",
        "Find the quotient of {a} and {b}.",
    ),
    stories=(
        "A printer packs {a} cards into {b} equal boxes. How many cards go into each box?",
        "{name} walks {a} meters in {b} equal laps. How many meters long is one lap?",
    ),
    reworded=(
        "How many times does {b} fit into {a}?",
        "A sum of {a} dollars is shared equally by {b} clubs. How many dollars does each club get?",
    ),
    solve=lambda p: integer(p.a // p.b),
    trace=lambda p: {
        "shared out as hundreds": 100 * (p.a // p.b // 100) * p.b,
        "rest to share": p.a - 100 * (p.a // p.b // 100) * p.b,
    },
    elicit=(
        "About how many hundreds could each of the {b} shares get?",
        "How would you lay out {a} in flats, sticks and cubes?",
        "Which part of {a} would you share first?",
        "What product with {b} is close to {a}?",
    ),
    extend=(
        "How does the 0 in your quotient show up in the sharing?",
        "Which other number divided by {b} would have a 0 in the same place?",
        "How could you split {a} into two friendly parts that are easy to divide?",
        "What would the quotient be like if {a} were {b} larger?",
    ),
    check=(
        "Multiply your quotient by {b}. Which number do you hope to see?",
        "Estimate: how many digits should {a} / {b} have?",
        "Give out your answer {b} times with play money. Is all of {a} gone?",
        "Use another way, such as taking away big chunks of {b}. Do both ways agree?",
    ),
    repair=(
        "Where in {a} do you see its hundreds?",
        "What is {b} times one hundred?",
        "Which digit of {a} do you look at first?",
        "Can you name a multiple of {b} that you know well?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DIV-03",
            name="skips a zero in the quotient",
            hint="leaves out the place where the divisor does not go",
            rule=lambda p: integer(_without_zeros(p.a // p.b)),
            steps=_zero_steps,
            says=(
                "{lead} divided by {b} is {first}, and {tail} divided by {b} is {last}, so {wrong}",
                "I got {first} first, then {b} did not go, so I took the next digit and got {last}",
                "the {first} comes from {lead} and the {last} comes from {tail}",
            ),
            reworded=(
                "after the {first} nothing fit, so I moved on and wrote the {last}",
                "I wrote {first} and then {last}, one for each time it worked",
            ),
            cues=(
                "copies of {wrong}",
                "how far",
                "fall short",
                "short of",
                "each club",
                "hundred-dollar",
                "roof",
                "seat*",
                "above",
                "{wrong} times {b}",
                "phone",
                "in the {first}",
                "your {first} mean*",
                "your {first} count*",
                "{lead} inside",
            ),
            turns={
                "check": (
                    "What is {wrong} times {b}, and how far is that from {a}?",
                    "Collect {b} copies of {wrong}. Do they fill {a} or fall short of it?",
                    "Suppose each box holds {wrong}. After {b} boxes, how far have you come toward {a}?",
                    "Imagine a hotel with {b} floors of {wrong} rooms. How far is its number of rooms from {a}?",
                ),
                "elicit": (
                    "You wrote {first} at the start. Does your {first} mean ones, tens or hundreds in {wrong}?",
                    "When {b} went into {lead}, what did the {lead} stand for, and what does your {first} count?",
                    "Look above {a} at your digits. Which digits of {a} have nothing standing above them?",
                    "In what place was {lead} inside {a}, and in what place is the {first} of {wrong} now?",
                ),
                "conflict": (
                    "Give {b} clubs one hundred-dollar bill each out of {a}. How does {wrong} look next to that?",
                    "Put {b} groups of one hundred into {a}. How far does {wrong} go next to that?",
                    "Each club took {first} hundred-dollar bills at the start. Where are they in your {wrong}?",
                    "A theater with {b} equal blocks has {a} seats. Why do {wrong} seats a block fall short of what you expect?",
                ),
                "analog": (
                    "Read a phone number and skip its 0. Whose phone rings then?",
                    "A seat in row 305 is yours. If the 0 drops out, where do you end up sitting, and how far off?",
                    "A clerk writes a check for 408 dollars and skips the 0. How far is that from the debt?",
                    "House 103 loses its middle digit on the sign. How far down the street does the mail land?",
                ),
            },
            source="memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DIV-03-A",
            name="puts the zero at the end",
            hint="writes the zero as the last digit",
            rule=lambda p: integer(10 * _without_zeros(p.a // p.b)),
            cues=("last digit", "moved the 0", "ends in 0", "tail end"),
        ),
        PlausibleError(
            id="G35-DIV-03-B",
            name="stops after the first digit",
            hint="shares the hundreds and writes zeros for the rest",
            rule=lambda p: integer(p.a // p.b // 100 * 100),
            cues=("stopped", "unshared", "rest of the", "two zeros"),
        ),
    ),
)


# --- fewer things than shares ---


def _few_for_many(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice(
        [(i, j) for i in range(2, 13) for j in range(i + 1, 41) if 2 * j % i == 0 and j < 9 * i]
    )
    return {"a": a, "b": b}


def _few_for_many_larger(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(13, 30)
    return {"a": a, "b": a * rng.randint(4, 9)}


DIVIDING_SMALL_BY_LARGE = Family(
    id="div_smallbig",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.B.3",
    topic="division as fraction",
    mission="divide a smaller number by a larger one",
    vocabulary=("quotient", "share", "fraction"),
    sample=_few_for_many,
    larger=_few_for_many_larger,
    statements=(
        "What is {a} divided by {b}?",
        "Write the quotient of {a} divided by {b}.",
    ),
    stories=(
        "{a} pizzas are shared equally by {b} people. How much pizza does each person get?",
        "{name} pours {a} liters of juice equally into {b} bottles. How many liters are in each bottle?",
    ),
    reworded=(
        "Divide {a} by {b} and write the result as a fraction.",
        "A rope of {a} yards is cut into {b} equal lengths. How many yards long is each length?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.b)),
    elicit=(
        "What is being shared here, and by how many?",
        "What picture could you make of {a} bars for {b} children?",
        "Which number is cut up into shares?",
        "What do you know about a share when there are more people than things?",
    ),
    extend=(
        "How would the share change if there were twice as many to share with?",
        "What other division has the same quotient?",
        "How could you cut the things so that everybody gets the same size?",
        "What does your quotient times {b} tell you?",
    ),
    check=(
        "Take your answer {b} times. Which number should that make?",
        "Will one share be more or less than a whole thing? Look at your answer again.",
        "Hand out your answer to {b} people on paper. Do {a} things last that long?",
        "Say the division in words with who shares what. Does your number answer that?",
    ),
    repair=(
        "Are there more things or more people here?",
        "Can you draw one pizza and cut it in equal slices?",
        "What would each person get if there were as many pizzas as people?",
        "Which number comes first in the division, and what is it in your story?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DIV-04",
            name="always big divided by small",
            hint="divides the larger number by the smaller one",
            rule=lambda p: decimal(Fraction(p.b, p.a)),
            says=(
                "{b} divided by {a} is {wrong}",
                "you cannot divide {a} by {b}, so I switched them",
                "the big number always goes first, so {b} divided by {a}",
                "{a} goes into {b} {wrong} times",
            ),
            reworded=("I took the {b} first since it is larger", "{b} split by {a} comes out as {wrong}"),
            cues=(
                "run out",
                "enough",
                "sandwich*",
                "melon*",
                "taco*",
                "brownie*",
                "granola",
                "swap*",
                "turning",
                "turned",
                "line of",
                "hungry",
            ),
            turns={
                "conflict": (
                    "Hand {wrong} sandwiches to each of {b} children. When do the {a} run out?",
                    "A cook has {a} melons for {b} guests. At {wrong} melons a guest, when do they run out?",
                    "Promise {wrong} granola bars to each of {b} friends. How far do the {a} on the table go?",
                    "Feed a line of {b} hungry kids with {a} tacos. Who gets {wrong} before they run out?",
                ),
                "simplify": (
                    "One sandwich, 4 kids. What would your way say for 1 / 4, and is that enough food?",
                    "Share 2 granola bars among 6 people. Would turning it into 6 / 2 fit with what each one eats?",
                    "Take 1 brownie and cut it for 3 friends. Could anybody leave with more than the brownie?",
                    "If 3 melons go to 12 people, does a person carry home 12 / 3 melons? Tell me why.",
                ),
                "elicit": (
                    "You turned the numbers around. Who shares what in {b} / {a}?",
                    "In your {b} divided by {a}, what is the {b}: the sandwiches or the eaters?",
                    "Tell a story with {b} sandwiches for {a} children. What is different from the problem you were given?",
                    "Does {wrong} tell how much food, or how many hungry people stand around each plate?",
                ),
                "analog": (
                    "You have 3 dollars and a toy costs 8. What goes wrong if the shop swaps those two numbers?",
                    "Compare 3 - 8 with 8 - 3. What does that say about turning a division around?",
                    "Pouring a cup into a bucket is not pouring the bucket into the cup. What have you swapped here?",
                    "If a cake goes to more and more cousins, does it run out, or do the slices change?",
                ),
            },
            source="ML divide_larger_by_smaller_always; E2359; E1717",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DIV-04-A",
            name="subtracts the smaller from the larger",
            hint="takes the smaller number away from the larger",
            rule=lambda p: integer(p.b - p.a),
            cues=("gap between", "took away", "difference", "how many more"),
        ),
        PlausibleError(
            id="G35-DIV-04-B",
            name="gives one piece of one thing",
            hint="cuts one thing only and gives each a piece of it",
            rule=lambda p: fraction(1, p.b),
            cues=("the other", "only one pizza", "untouched", "every pizza"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    INTERPRETING_REMAINDERS,
    REMAINDER_AS_FRACTION,
    ZERO_IN_THE_QUOTIENT,
    DIVIDING_SMALL_BY_LARGE,
)
