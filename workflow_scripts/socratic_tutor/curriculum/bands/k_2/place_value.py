"""Kindergarten to grade 2: what a digit is worth, and which number is greater."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import choice, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- what a digit is worth ---


def _a_tens_digit(rng: random.Random) -> dict[str, Any]:
    """A number of two or three different digits, none of them 0, and its tens digit."""
    count = rng.choice([2, 3])
    digits = rng.sample(range(1, 10), count)
    if digits[-2] == 1:
        digits[-2] = next(d for d in range(2, 10) if d not in digits)
    return {"n": int("".join(map(str, digits))), "d": digits[-2]}


def _a_tens_digit_of_four(rng: random.Random) -> dict[str, Any]:
    digits = rng.sample(range(2, 10), 4)
    return {"n": int("".join(map(str, digits))), "d": digits[2]}


VALUE_OF_A_DIGIT = Family(
    id="digit_value",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.A.1",
    topic="place value",
    mission="tell the value of a digit in a number",
    vocabulary=("tens", "ones", "digit", "value"),
    sample=_a_tens_digit,
    larger=_a_tens_digit_of_four,
    statements=(
        "In the number {n}, what is the value of the digit {d}?",
        "Look at {n}. What is the {d} worth?",
        "How much does the digit {d} stand for in {n}?",
    ),
    stories=(
        "{name} builds {n} with blocks. How much are the blocks for the digit {d} worth?",
        "{name} has {n} points. {friend} rubs out the {d} and writes a 0 there. How many points are lost?",
    ),
    reworded=("If you break {n} into its parts, which part comes from the {d}?",),
    solve=lambda p: integer(10 * p.d),
    trace=lambda p: {"worth of one in this place": 10},
    elicit=(
        "How would you build {n} with blocks?",
        "Say {n} out loud. Which part of the word comes from the {d}?",
        "Which place does the {d} live in?",
        "What are the names of the places in {n}?",
    ),
    extend=(
        "How would the value change if the {d} moved one place over?",
        "Which other number has a digit with this value?",
        "How could you show a friend the parts of {n}?",
        "What are the other digits of {n} worth?",
    ),
    check=(
        "Break {n} into its parts and put them together. Does your part fit?",
        "Build {n} with blocks and pick up the blocks for the {d}. How much is that?",
        "Put {n} in a place chart. What is the name over the {d}?",
        "Write {n} with a 0 in place of the {d}. How much smaller is it?",
    ),
    repair=(
        "Can you point to the {d} in {n}?",
        "Can you read {n} out loud?",
        "Which digit of {n} is on the far right?",
        "How many digits does {n} have?",
    ),
    plausible=(
        PlausibleError(
            id="K2-PV-01-A",
            name="one place too far",
            hint="reads the digit as if it stood one place farther left",
            rule=lambda p: integer(100 * p.d),
            cues=("flat*", "too big", "hundreds", "big square*", "from the right"),
        ),
        PlausibleError(
            id="K2-PV-01-B",
            name="reads on to the end",
            hint="reads the digit together with all that comes after it",
            rule=lambda p: integer(int(str(p.n)[str(p.n).index(str(p.d)) :])),
            cues=("cover*", "by itself", "alone", "leave out", "neighbor*"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-PV-01",
            name="face value",
            hint="reads the digit as that many ones",
            rule=lambda p: integer(p.d),
            steps=lambda p: {"last": p.n % 10},
            says=(
                "the digit says {d}, so it is {d}",
                "it just says {d}",
                "I see the {d} there, and {d} is {d}",
            ),
            reworded=("you read it as {d} and that is how many it is",),
            cues=(
                "cube*",
                "stick*",
                "bundle*",
                "penn*",
                "dime*",
                "candies",
                "seat",
                "crayon*",
                "apart",
                "{last} worth",
                "trade*",
                "pack*",
                "jump*",
            ),
            turns={
                "represent": (
                    "Build {n} with blocks. How many small cubes hide in the blocks for the {d}?",
                    "Draw {n} with sticks and dots. What did you draw for the {d}?",
                    "Draw {n} cents in dollars, dimes and pennies. Which coins go with the {d}?",
                    "Put {d} cubes next to the blocks for {n}. Where in {n} do they fit?",
                ),
                "conflict": (
                    "Take just {d} cubes off a pile of {n}. What number of cubes is left?",
                    "Swap {d} and {last} in {n}. If {d} is always just {d}, why is the pile of cubes new?",
                    "Take {n} apart and count {d} for the {d}. Do your cubes make all of {n}?",
                    "I owe you {n} candies and pay {d} candies for the {d}. How fair is that?",
                ),
                "locate": (
                    "Look at the seat of the {d} in {n}. What kind of block lives there?",
                    "You say {d}. Is that {d} sticks or {d} cubes in {n}?",
                    "The {last} in {n} counts small cubes. What does the {d} count?",
                    "Which would you trade for the {d} in {n}, pennies or dimes?",
                ),
                "analog": (
                    "I have 2 packs of crayons. Why is that not the same as 2 crayons?",
                    "Are 3 dimes worth as much as 3 pennies? Tell me how you know.",
                    "A big jump in a game moves you far. Is a big jump worth one step?",
                    "Two kids each hold up 4. One means packs of gum. Who has more to chew?",
                ),
                "check": (
                    "Build {n} without the {d}, then put {d} cubes in. Why is it not {n} again?",
                    "Pay {n} cents in coins. Would {d} pennies do for the {d}?",
                    "Pull the {d} out of {n} in blocks. What do you hold, sticks or cubes?",
                    "Hand me the {d} of {n} as candies. What is unfair about {d} candies?",
                ),
            },
            source="CCSD K.NBT.1; DS item 2; E2375",
        ),
    ),
)


# --- comparing numbers ---


def _two_numbers(rng: random.Random) -> dict[str, Any]:
    """A longer and a shorter number; one wrong reading at a time picks the shorter one."""
    if rng.random() < 0.5:  # the first digit misleads, the last one does not
        hundreds = rng.randint(1, 5)
        small_ones = rng.randint(0, 7)
        small = 10 * rng.randint(hundreds + 1, 9) + small_ones
        large = 100 * hundreds + 10 * rng.randint(0, 9) + rng.randint(small_ones + 1, 9)
    else:  # the last digit misleads, the first one does not
        hundreds = rng.randint(3, 9)
        ones = rng.randint(0, 5)
        small = 10 * rng.randint(1, hundreds - 1) + rng.randint(ones + 2, 9)
        large = 100 * hundreds + 10 * rng.randint(0, 9) + ones
    a, b = rng.sample([small, large], 2)
    return {"a": a, "b": b}


def _first_digit(n: int) -> int:
    return int(str(n)[0])


def _comparing_steps(p: Parameters) -> dict[str, Any]:
    small, large = sorted((p.a, p.b))
    return {
        "other": large,
        "mine": _first_digit(small),
        "yours": _first_digit(large),
        "last": small % 10,
        "less": large % 10,
    }


COMPARING_NUMBERS = Family(
    id="cmp_int",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.A.4",
    topic="comparing numbers",
    mission="find out which of two numbers is greater",
    vocabulary=("greater", "less", "compare", "hundreds"),
    sample=_two_numbers,
    statements=("Which is greater, {a} or {b}?", "Compare {a} and {b}. Which number is greater?"),
    stories=(
        "One jar has {a} beads. One jar has {b} beads. Which number of beads is greater?",
        "{name} read {a} pages this year and {friend} read {b}. Which number of pages is greater?",
    ),
    reworded=("Two books have {a} and {b} pages. Which is the bigger of the two numbers?",),
    solve=lambda p: choice(str(max(p.a, p.b))),
    elicit=(
        "How could you build {a} and {b} with blocks?",
        "What does each digit in {a} tell you?",
        "Where would you put {a} and {b} on a number line?",
        "Say {a} and {b} out loud. What do you hear first in each?",
    ),
    extend=(
        "How would you show that to a friend with blocks?",
        "Can you think of a number that fits between {a} and {b}?",
        "Which digit helped you most, and why?",
        "Can you think of a number that is greater than both?",
    ),
    check=(
        "Build both numbers with blocks. Which pile is larger?",
        "Put both numbers in a place chart. What does each digit count?",
        "Mark {a} and {b} on a number line. Which lies farther from 0?",
        "Count on from one of the two numbers. Would you ever meet the other one?",
    ),
    repair=(
        "Can you read {a} out loud to me?",
        "How many digits do you see in {b}?",
        "Which block would you take first to build {b}?",
        "Can you write {a} and {b} under each other?",
    ),
    plausible=(
        PlausibleError(
            id="K2-PV-05-A",
            name="answers how many more",
            hint="tells how many more one number is than the other",
            rule=lambda p: integer(abs(p.a - p.b)),
            steps=lambda p: {"apart": abs(p.a - p.b)},
            cues=("take away", "{apart} more", "subtract*", "left over"),
        ),
        PlausibleError(
            id="K2-PV-05-B",
            name="adds the two numbers",
            hint="adds the two numbers",
            rule=lambda p: integer(p.a + p.b),
            steps=lambda p: {"total": p.a + p.b},
            cues=("plus", "altogether", "{total} in all", "pour* together", "one big heap"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-PV-05",
            name="compares first digits",
            hint="looks only at the first digit of each number",
            rule=lambda p: choice(str(max((p.a, p.b), key=_first_digit))),
            applies_if=lambda p: _first_digit(min(p.a, p.b)) > _first_digit(max(p.a, p.b)),
            steps=_comparing_steps,
            says=(
                "{mine} is more than {yours}",
                "{wrong} starts with {mine}, and {mine} beats {yours}",
                "I looked at the front and saw {mine} and {yours}",
            ),
            reworded=("the first thing you read is {mine}, and over there it is just {yours}",),
            cues=(
                "{mine} stand*",
                "{mine} mean*",
                "{mine} count*",
                "{mine} build*",
                "how many digits",
                "kind of block*",
                "{mine} sticks",
                "flat*",
                "long*",
                "bill*",
                "room*",
            ),
            turns={
                "locate": (
                    "What does the {mine} stand for in {wrong}, and the {yours} in {other}?",
                    "You looked at {mine} and {yours}. Which kind of block does each one count?",
                    "Say {wrong} out loud. What does the {mine} mean in that word?",
                    "Write both in a place chart. Which house does the {mine} stand in?",
                ),
                "conflict": (
                    "Build {mine} from {wrong} and {yours} from {other}. Which kind of block do you use for each?",
                    "Count how many digits {a} and {b} have. What does that tell about {mine} and {yours}?",
                    "Does the {mine} count the same thing as the {yours}? Show me with blocks.",
                    "Think of 9 and 10. How many digits does each have, and does the 9 win?",
                ),
                "simplify": (
                    "Your way lets 8 beat 12. What is odd there, and how many digits do they have?",
                    "Try 5 and 20 with blocks. Which kind of block does the 2 ask for?",
                    "Is 90 or 100 more, and how many digits do they have?",
                    "Put 7 and 10 on a line. What does the long number have that 7 does not?",
                ),
                "analog": (
                    "I have 9 bills of one dollar, you have 1 bill of 100. Who is rich?",
                    "A hotel has {wrong} rooms and one has {other} rooms. Which has more doors to paint?",
                    "One race has {a} steps, one has {b}. Which is the long race?",
                    "Sticks for the {mine} or flats for the {yours}: which buys more candy?",
                ),
                "check": (
                    "Test your way on 9 and 100. Which wins, and how many digits does it have?",
                    "Build both and line up the flats. Who has no flat at all?",
                    "Walk from 0 on a number line. Which is the long walk, to {a} or to {b}?",
                    "Trade the {mine} sticks of {wrong} for flats. How many flats do you get?",
                ),
            },
            source="E1468",
        ),
        Misconception(
            id="K2-PV-06",
            name="compares last digits",
            hint="looks only at the ones digit of each number",
            rule=lambda p: choice(str(max((p.a, p.b), key=lambda n: n % 10))),
            applies_if=lambda p: min(p.a, p.b) % 10 > max(p.a, p.b) % 10,
            steps=_comparing_steps,
            says=(
                "{last} is more than {less}",
                "{wrong} has {last} at the back, and that beats {less}",
                "I looked at how they end, with {last} and {less}",
            ),
            reworded=("at the right side one has {last} and one has {less}",),
            cues=(
                "single*",
                "tiny",
                "in front of",
                "rest of",
                "candies",
                "crumb*",
                "coins",
                "{last} loose",
                "{last} out of",
                "penn*",
                "on the left",
            ),
            turns={
                "locate": (
                    "You looked at {last} and {less}. What stands in front of them?",
                    "Is the {last} in {wrong} big blocks or tiny cubes? Show me.",
                    "Cover the {last} and the {less}. What does the rest of each number tell you?",
                    "How do the {last} single cubes in {wrong} look next to big blocks?",
                ),
                "conflict": (
                    "You can have {a} or {b} candies, and you love candies. Which would you take, and why?",
                    "Build {a} and {b}. Which has more tiny cubes, and is that the whole pile?",
                    "If the {last} single cubes fall off {wrong}, what is left of each number?",
                    "Think of 9 candies and 20 candies. Does the end digit help you choose?",
                ),
                "elicit": (
                    "What do your {last} and {less} count, tiny cubes or big blocks?",
                    "You chose by {last} and {less}. What is the rest of each number for?",
                    "Tell me what the {last} out of {wrong} would buy if it was pennies. Is it a lot?",
                    "What did you do with the digits on the left?",
                ),
                "check": (
                    "Count tiny cubes up to {wrong}. Do you pass {other} on the way?",
                    "Take the {last} single cubes off {wrong}. How much is still there?",
                    "Test your way on 9 and 30 pennies. Which would you rather have?",
                    "Write {a} above {b}. What is there on the left that you did not use?",
                ),
            },
            source="E1365",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (VALUE_OF_A_DIGIT, COMPARING_NUMBERS)
