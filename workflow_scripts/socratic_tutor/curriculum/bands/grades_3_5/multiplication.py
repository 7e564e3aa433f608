"""Grades 3 to 5: multiplication with small numbers, zero and tens."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- products of one-digit numbers ---


def _equal_groups(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(2, 10), rng.randint(2, 10)
        if a + b != a * b:
            return {"a": a, "b": b}


MULTIPLYING_SMALL_NUMBERS = Family(
    id="mul_small",
    grade_band="3-5",
    grade="3",
    ccss="3.OA.A.1",
    topic="meaning of multiplication",
    mission="find how many there are in equal groups",
    vocabulary=("groups of", "product", "multiply"),
    sample=_equal_groups,
    larger=lambda rng: {"a": rng.randint(11, 19), "b": rng.randint(3, 9)},
    statements=(
        "{a} x {b} = ?",
        "Find the product of {a} and {b}.",
        "What do {a} groups of {b} make?",
    ),
    stories=(
        "There are {a} bags with {b} marbles in each bag. How many marbles are there?",
        "{name} fills {a} pages of an album with {b} stickers on each page. How many stickers does {name} use?",
    ),
    reworded=(
        "Work out {a} times {b}.",
        "A parking lot has {a} lines of cars, and every line has {b} cars. How many cars are parked?",
    ),
    solve=lambda p: integer(p.a * p.b),
    trace=lambda p: {"two groups": 2 * p.b} if p.a > 2 else {},
    elicit=(
        "What would one group look like if you drew it?",
        "Which of your numbers tells how many groups there are?",
        "How could you act this out with counters on a table?",
        "Where have you met {a} groups of {b} before?",
    ),
    extend=(
        "What story of your own would fit {a} x {b}?",
        "How does the total change if one more group comes along?",
        "Which other pairs of numbers have the same product?",
        "How would you show a friend that the order of {a} and {b} makes no difference?",
    ),
    check=(
        "Skip-count by {b} and put up a finger for each jump. Where are you at finger {a}?",
        "Draw dots in {a} lines of {b}. How does your count fit your answer?",
        "Turn the groups around and count by {a} instead. What do you notice?",
        "If you deal your answer out into {a} equal piles, how many land in each pile?",
    ),
    repair=(
        "Can you draw just one group for me?",
        "Pick a thing you like. What would you put in the groups?",
        "Which number is it easier for you to count by, {a} or {b}?",
        "What does the small x between two numbers say to you?",
    ),
    misconceptions=(
        Misconception(
            id="G35-MUL-01",
            name="adds the two numbers",
            hint="adds the number of groups and the size of a group",
            rule=lambda p: integer(p.a + p.b),
            applies_if=lambda p: p.a + p.b != p.a * p.b,
            says=(
                "{a} and {b} make {wrong}",
                "I saw two numbers, so I added them",
                "you put the {a} and the {b} together",
                "I started at {a} and counted up {b} more",
            ),
            reworded=("I joined both numbers into one big number", "{b} more than {a} is {wrong}"),
            cues=(
                "plate*",
                "grape*",
                "spider*",
                "leg",
                "legs",
                "wheel*",
                "nickel*",
                "hand",
                "hands",
                "container*",
                "empty",
                "mixed up",
            ),
            turns={
                "represent": (
                    "Sketch {a} plates and put {b} grapes on every plate. What does your drawing say about {wrong}?",
                    "Use cups as plates and beans as grapes, {b} on each. After how many plates are {wrong} used up?",
                    "Make a picture where the {a} are plates. Where in it would your plus sign be?",
                    "Draw {wrong} grapes and circle {b} at a time for a plate. How many plates do you fill?",
                ),
                "simplify": (
                    "Say there are just 3 plates with 5 grapes each. Would 3 plus 5 count every grape?",
                    "Try 2 spiders on a wall. Does 2 plus 8 tell how many legs you see, and why?",
                    "Think of 3 bikes. What would you do to find how many wheels they have?",
                    "Imagine 2 children holding up all 5 fingers of one hand. What did 2 plus 5 mix together?",
                ),
                "elicit": (
                    "You put {a} and {b} together. What does the {a} count: the grapes or the plates?",
                    "If {wrong} is a number of things, which of them were the containers and which were inside?",
                    "Suppose {a} means containers. How many of the {wrong} things in your sum are really containers?",
                    "What sits on the first of the {a} plates, and what on the last, in your sum?",
                ),
                "analog": (
                    "With {a} nickels in a purse, would you add {a} and 5 to find your cents? Tell why.",
                    "A shop orders {a} tricycles. Would adding {a} and 3 give the right pile of wheels?",
                    "If {a} spiders crawl by, what would adding an 8 to the {a} really count: spiders or legs?",
                    "You and your friends wave both hands. How do people plus hands differ from counting hands?",
                ),
            },
            source="E1416; H38465; H37688",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-MUL-01-A",
            name="counts one group too few",
            hint="skip-counts but stops one group early",
            rule=lambda p: integer((p.a - 1) * p.b),
            cues=("stopped early", "last group", "one group short", "left behind"),
        ),
        PlausibleError(
            id="G35-MUL-01-B",
            name="counts one group too many",
            hint="skip-counts and goes one group too far",
            rule=lambda p: integer((p.a + 1) * p.b),
            cues=("too far", "one jump more", "past the end", "starting jump"),
        ),
    ),
)


# --- a factor of zero ---

MULTIPLYING_BY_ZERO = Family(
    id="mul_zero",
    grade_band="3-5",
    grade="3",
    ccss="3.OA.B.5",
    topic="multiplication by zero",
    mission="multiply by zero and say what it means",
    vocabulary=("zero", "product"),
    sample=lambda rng: {"a": rng.randint(2, 99)},
    larger=lambda rng: {"a": rng.randint(101, 999)},
    statements=(
        "{a} x 0 = ?",
        "0 x {a} = ?",
        "Find the product of {a} and 0.",
    ),
    stories=(
        "{name} has {a} jars with 0 buttons in each jar. How many buttons does {name} have?",
        "A team plays {a} games and scores 0 goals in each game. How many goals does the team score?",
    ),
    reworded=(
        "What is {a} multiplied by 0?",
        "Each of {a} hens lays 0 eggs today. How many eggs are there?",
    ),
    solve=lambda p: integer(0),
    elicit=(
        "What story could you tell that goes with {a} x 0?",
        "Which number here says how many are in each group?",
        "With paper and a pencil, what would you sketch for this?",
        "What do you already know about {a} x 1 that could help you think?",
    ),
    extend=(
        "Why does it not matter how large {a} is in this problem?",
        "How would you explain this to a child who has never multiplied?",
        "What is different about {a} + 0, and why?",
        "Could two numbers that are both larger than 0 give the same product as here? Explain.",
    ),
    check=(
        "Write the problem as {a} zeros in a long addition. What do you get?",
        "Act it out with {a} cups. What is inside when you tip them all over?",
        "Look at {a} x 2 and then {a} x 1. Which way do the products go?",
        "Picture your answer as real things on a table. Where did those things come from?",
    ),
    repair=(
        "What do you see inside one group here?",
        "Can you show me 0 with your fingers?",
        "If one group holds 0 things, what would you see in it?",
        "Would you rather draw this or tell it as a story?",
    ),
    misconceptions=(
        Misconception(
            id="G35-MUL-02",
            name="zero changes nothing",
            hint="thinks multiplying by zero leaves the number as it is",
            rule=lambda p: integer(p.a),
            says=(
                "zero is nothing, so {a} stays {a}",
                "when you do nothing to {a} you still have {a}",
                "a zero does not change a number",
                "I had {a} and I times it by nothing",
            ),
            reworded=("nothing happened to the {a}", "zero has no power to change the {a}"),
            cues=(
                "cookie*",
                "eat",
                "plate*",
                "lunch*",
                "box*",
                "pocket*",
                "coin*",
                "wallet*",
                "adding 0",
                "plus 0",
                "added 0",
            ),
            turns={
                "conflict": (
                    "Set out {a} plates with 0 cookies on every one. Could you eat {wrong} cookies from them?",
                    "Imagine opening {a} lunchboxes that are all empty. Where would you look for your {wrong} snacks?",
                    "You turn out {a} pockets and no coin falls out of any. Which pocket holds your {wrong} coins?",
                    "A waiter brings {a} plates with nothing on them. What makes {wrong} things to eat odd there?",
                ),
                "elicit": (
                    "You said {a} stays {a}. What are the {wrong} things: the plates or what lies on them?",
                    "In your answer, does {wrong} count boxes, or does it count what the boxes hold?",
                    "Tell me about {a} + 0 and {a} x 0. What does adding 0 do that is special?",
                    "When you kept the {a}, what did you picture: 0 put next to it, or wallets holding 0?",
                ),
                "analog": (
                    "The price of a ticket is 0 today. How many coins would {a} people hand over?",
                    "Your wallet gets 0 coins a day. After {a} days, why would you not have {wrong} coins?",
                    "Nobody packs anything into {a} lunchboxes. How is that unlike putting 0 more into one full lunchbox?",
                    "Think of reading 0 pages each night with cookies beside you. Would {a} nights get you to page {wrong}?",
                ),
                "check": (
                    "Fill in {a} plus 0 and compare with {a} times 0. Which of the two did your {wrong} answer?",
                    "Put 0 coins in a row, {a} times over. Count them all: do you reach {wrong}?",
                    "Try your idea on 3 plates with 0 cookies each. What do you count, and does {wrong} still fit?",
                    "Write down 0 for each of the {a} boxes and total your list. How does it compare with {wrong}?",
                ),
            },
            source="memory; cf. E1299",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-MUL-02-A",
            name="sticks the zero on the end",
            hint="writes the 0 behind the number",
            rule=lambda p: integer(10 * p.a),
            cues=("behind the number", "on the end", "ten times", "glue*", "new place"),
        ),
        PlausibleError(
            id="G35-MUL-02-B",
            name="says the product is one",
            hint="thinks a zero always leaves a 1",
            rule=lambda p: integer(1),
            cues=("single one", "that 1", "one left over", "your 1"),
        ),
    ),
)


# --- multiples of ten ---


def _bare(n: int) -> int:
    """Without the zeros at the end."""
    while n % 10 == 0:
        n //= 10
    return n


MULTIPLYING_TENS = Family(
    id="mul_tens",
    grade_band="3-5",
    grade="3",
    ccss="3.NBT.A.3",
    topic="multiples of 10",
    mission="multiply a one-digit number by a multiple of ten",
    vocabulary=("multiple of ten", "tens"),
    sample=lambda rng: {"a": rng.randint(2, 9), "b": 10 * rng.randint(2, 9)},
    larger=lambda rng: {"a": rng.randint(2, 9), "b": 100 * rng.randint(2, 9)},
    statements=(
        "{a} x {b} = ?",
        "Multiply {a} by {b}.",
        "What is {b} x {a}?",
    ),
    stories=(
        "A roll has {b} stamps. {name} buys {a} rolls. How many stamps does {name} buy?",
        "Each shelf at the library holds {b} books. How many books fit on {a} shelves?",
    ),
    reworded=(
        "Find {a} groups of {b}.",
        "A train car carries {b} people. How many people do {a} such cars carry?",
    ),
    solve=lambda p: integer(p.a * p.b),
    trace=lambda p: {"digits multiplied": p.a * _bare(p.b)},
    elicit=(
        "How would you build {b} with sticks of ten?",
        "What does each of the digits in {b} stand for, if you lay {b} out in sticks?",
        "Which smaller fact could be hiding in {a} x {b}?",
        "How could you count by {b} out loud?",
    ),
    extend=(
        "What would {a} x {b} look like as an addition?",
        "Which other multiples of ten give the same product?",
        "How does the product change if {b} gets one more ten?",
        "Why does your product end the way it does?",
    ),
    check=(
        "Count by {b} on your fingers, {a} fingers long. Where do you land?",
        "Is your answer larger than one single group of {b}? Tell how you know.",
        "Lay out {a} groups of {b} in play money. What is the total?",
        "Take your answer apart into {a} equal heaps. How big is each heap?",
    ),
    repair=(
        "How many sticks of ten are in {b}?",
        "Can you say {b} and then {b} more?",
        "What does the 0 in {b} mean to you?",
        "If you had one roll of {b} stamps, how many would that be?",
    ),
    misconceptions=(
        Misconception(
            id="G35-MUL-07",
            name="ignores the zeros",
            hint="multiplies the digits and leaves the zero out",
            rule=lambda p: integer(p.a * _bare(p.b)),
            steps=lambda p: {"bare": _bare(p.b)},
            says=(
                "{a} times {bare} is {wrong}",
                "I multiplied {a} and {bare}, since zero means nothing",
                "I left the zero off and did {a} times {bare}",
            ),
            reworded=(
                "zeros do not count, so it is only {a} times {bare}",
                "I covered up the 0 and used the {bare}",
            ),
            cues=(
                "pack",
                "packs",
                "dime*",
                "single*",
                "bundle*",
                "loose",
                "crayon*",
                "just {bare}",
                "smaller than",
                "even one",
                "sheet*",
            ),
            turns={
                "elicit": (
                    "You used {bare} for {b}. Is that {bare} loose crayons or {bare} packs of crayons?",
                    "Say what your {wrong} counts: single things, or bundles of things?",
                    "If {bare} stands for {b}, what is each one of that {bare}: a loose thing or a bundle?",
                    "Describe the pile you call {wrong}. Is it made of loose things or packs?",
                ),
                "conflict": (
                    "Set {wrong} loose pennies beside {a} heaps of {b} pennies. Which side looks bigger, and why?",
                    "Two heaps of {b} are already how many single things? Look at {wrong} again.",
                    "Without its zeros, {b} turns into just {bare}. Would a shop sell both for one price?",
                    "Here are {a} boxes with just {bare} pens and {a} boxes with {b} pens. Which fits {wrong}?",
                ),
                "represent": (
                    "Lay {bare} dimes in each of {a} lines. What does {wrong} count in that picture?",
                    "Draw a stick for every bundle of ten in {a} x {b}. What is {wrong} in your drawing?",
                    "Show {a} jumps of {b} on a number line. Where is {wrong} next to even one jump?",
                    "Color {a} strips, each {b} squares long, on a grid sheet. How would {wrong} squares look there?",
                ),
                "simplify": (
                    "Think of 2 x 10 and 2 x 1 with crayons. Does leaving out the 0 give the same pile?",
                    "You buy 2 packs of 10 crayons. What would your way say, and how many crayons lie there?",
                    "Put a dime next to a loose penny. Which of them did your {bare} act like?",
                    "Compare 1 x 10 and 1 x 1 as bundles. What does your way say about the two?",
                ),
            },
            source="E1845; E2125",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-MUL-07-A",
            name="adds the numbers",
            hint="adds the two numbers",
            rule=lambda p: integer(p.a + p.b),
            cues=("your plus", "added", "joined once", "one more than"),
        ),
        PlausibleError(
            id="G35-MUL-07-B",
            name="writes one zero too many",
            hint="puts an extra zero behind the product",
            rule=lambda p: integer(10 * p.a * p.b),
            cues=("extra zero", "second zero", "thousands", "too long"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    MULTIPLYING_SMALL_NUMBERS,
    MULTIPLYING_BY_ZERO,
    MULTIPLYING_TENS,
)
