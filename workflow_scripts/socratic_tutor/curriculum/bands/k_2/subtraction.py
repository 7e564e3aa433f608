"""Kindergarten to grade 2: subtraction."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.bands.k_2.digits import digits
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _difference_with_regrouping(rng: random.Random) -> dict[str, Any]:
    oa, ob = rng.choice([(i, j) for i in range(1, 9) for j in range(i + 1, 10) if j - i != 5])
    ta = rng.randint(4, 9)
    tb = rng.randint(1, ta - 3)
    return {"a": 10 * ta + oa, "b": 10 * tb + ob}


def _difference_steps(p: Parameters) -> dict[str, Any]:
    d = digits(p)
    return {**d, "more": d["oa"] + 10, "flipped": abs(d["ob"] - d["oa"]), "less": d["ta"] - 2}


def _needs_a_ten(p: Parameters) -> bool:
    return p.a % 10 < p.b % 10


SUBTRACTING_TWO_DIGITS = Family(
    id="sub_2d",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.5",
    topic="subtraction with regrouping",
    mission="subtract two numbers and regroup when needed",
    vocabulary=("tens", "ones", "regroup", "difference"),
    sample=_difference_with_regrouping,
    statements=(
        "{a} - {b} = ?",
        "Subtract {b} from {a}.",
        "A box has {a} crayons. Kids take {b} of them. How many crayons are left in the box?",
    ),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {
        "ones after regrouping": p.a % 10 + 10,
        "tens after regrouping": p.a // 10 - 1,
        "ones of the difference": p.a % 10 + 10 - p.b % 10,
    },
    elicit=(
        "How would you show {a} with sticks and cubes?",
        "What are we taking away from {a}?",
        "Which digits do you look at first, and why?",
    ),
    extend=(
        "How could you test your answer by adding?",
        "Can you show the same thing on a number line?",
        "What would be new if we took away ten less?",
    ),
    misconceptions=(
        Misconception(
            id="K2-SUB-01",
            name="smaller from larger",
            hint="takes the smaller digit from the larger digit in each column",
            rule=lambda p: integer(
                10 * abs(p.a // 10 - p.b // 10) + abs(p.a % 10 - p.b % 10),
            ),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "{ob} take away {oa} is {flipped}, and {ta} take away {tb} comes next",
                "{oa} is too small, so I did {ob} minus {oa}",
                "you always take the little one from the big one",
            ),
            cues=("top", "turned the ones", "begin with", "belong*", "have {oa}"),
            turns={
                "locate": (
                    "In the ones, which digit is on top, and which one did you take from which?",
                    "You used {ob} and {oa}. Which of them belongs to the number you begin with?",
                    "Point to the {ob}. Does it belong to what you have or to what you give away?",
                    "Read the ones from top to bottom. How is that not the same as what you did?",
                ),
                "represent": (
                    "Lay out {a} in sticks and cubes. When you have {oa} cubes, how can you hand out {ob}?",
                    "Say you have {oa} apples and a friend wants {ob}. Can you give {ob} away?",
                    "Draw {a} and cross out {b}. What do you have to begin with in the ones?",
                    "You turned the ones around. What story goes with {oa} and {ob} just as they stand?",
                ),
            },
            source="ML subtraction.smaller_from_larger; E1958; MaE21; H37669; BUG; JL(24-7=23)",
        ),
        Misconception(
            id="K2-SUB-02",
            name="borrows without paying back",
            hint="makes ten more ones but keeps all the tens",
            rule=lambda p: integer(10 * (p.a // 10 - p.b // 10) + p.a % 10 + 10 - p.b % 10),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "I made the {oa} into {more} and took {ob}, then {ta} minus {tb}",
                "{oa} is too small so I used {more}, and I still had {ta} tens",
                "I put a 1 by the {oa} to get {more}, and the {ta} stays",
            ),
            cues=("came from", "come from", "free", "for nothing", "still be there", "paid", "grew", "grow"),
            turns={
                "locate": (
                    "You made {oa} into {more}. Where did the new ones come from?",
                    "The ones grew to {more}. What happened to your {ta} sticks when they grew?",
                    "Look at the {ta} in your work. After you made {more}, can all {ta} still be there?",
                    "You got a lot of new ones for {more}. Who paid for them?",
                ),
                "conflict": (
                    "Count {ta} sticks and {more} cubes. Is that {a}, or did it grow?",
                    "Your {more} ones and {ta} tens came from {a}. What do they make when you count them all?",
                    "Nobody gives blocks for nothing. How do {ta} sticks and {more} cubes fit with {a}?",
                    "Build {a}, then make {more} ones with no free blocks. What do your sticks look like?",
                ),
            },
            source="E699; ML subtraction.borrow_no_decrement; BUG(143-28=125)",
        ),
        Misconception(
            id="K2-SUB-03",
            name="loses an extra ten",
            hint="crosses off two tens and uses only one of them",
            rule=lambda p: integer(p.a - p.b - 10),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "I made the {oa} into {more} and the {ta} into {less}",
                "I took from the {ta}, so it is {less} now, and the ones are {more}",
                "{ta} turned to {less} and {oa} turned to {more}",
            ),
            cues=("lost", "lose", "vanish*", "gone", "down to {less}", "shrink*"),
            turns={
                "locate": (
                    "Your {ta} went down to {less}. How many sticks did you open?",
                    "You got {more} ones. How many sticks had to be gone to make that many?",
                    "Look at the {less} you wrote. Did any stick vanish without being used?",
                    "Match each stick that is gone with the new cubes. Which one has no match?",
                ),
                "conflict": (
                    "Add up {less} tens and {more} ones. Did you lose any part of {a}?",
                    "Put {less} sticks and {more} cubes beside {a}. Did it shrink, and by how much?",
                    "Trade back the new ones you made. Do you have all of {a}, or is a stick gone?",
                    "Put {b} back with {wrong}. Do you get all of {a}, or are some blocks lost?",
                ),
            },
            source="H38228",
        ),
    ),
)


def _across_zero(rng: random.Random) -> dict[str, Any]:
    ones = rng.randint(0, 8)
    return {"a": 100 * rng.randint(2, 9) + ones, "b": rng.randint(ones + 1, 9)}


def _across_zero_steps(p: Parameters) -> dict[str, Any]:
    return {"h": p.a // 100, "oa": p.a % 10, "more": p.a % 10 + 10, "less": p.a // 100 - 1}


SUBTRACTING_ACROSS_ZERO = Family(
    id="sub_3d0",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.7",
    topic="subtraction across zero",
    mission="subtract from a number that has a zero in the middle",
    vocabulary=("hundreds", "tens", "ones", "regroup"),
    sample=_across_zero,
    statements=(
        "{a} - {b} = ?",
        "Take {b} away from {a}.",
        "A farm had {a} eggs. Then {b} eggs were sold. How many eggs are left?",
    ),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {
        "hundreds after regrouping": p.a // 100 - 1,
        "tens after regrouping": 9,
        "ones after regrouping": p.a % 10 + 10,
    },
    elicit=(
        "What does the 0 in {a} tell you?",
        "How would you build {a} with flats, sticks and cubes?",
        "If you count back from {a}, what comes first?",
    ),
    extend=(
        "How could you show that your answer fits by adding {b}?",
        "Which step was the hardest with the 0, and why?",
        "How would you find this by counting back?",
    ),
    misconceptions=(
        Misconception(
            id="K2-SUB-06",
            name="zero becomes nine for free",
            hint="turns the middle 0 into 9 and never takes from the hundreds",
            rule=lambda p: integer(100 * (p.a // 100) + 90 + p.a % 10 + 10 - p.b),
            applies_if=lambda p: p.a // 10 % 10 == 0 and p.a % 10 < p.b < 10,
            steps=_across_zero_steps,
            says=(
                "the 0 turns into 9 and the {oa} into {more}, then I take {b}",
                "you change the 0 to a 9 when you borrow, and the {h} is the same",
                "I made it {h} and 9 and {more}",
            ),
            cues=("larger", "more eggs", "greater", "appear*", "those 9", "new 9", "all {h}"),
            turns={
                "conflict": (
                    "Put {a} and {wrong} on a number line. Which is larger after taking some away?",
                    "You took {b} away from {a}. How did {wrong} get larger?",
                    "Which is greater, {wrong} or {a}, and why is that odd after we took some?",
                    "Say a shop has {a} eggs and sells {b}. Can it have more eggs, like {wrong}?",
                ),
                "locate": (
                    "There were no tens in {a}. What did those 9 tens cost you?",
                    "A 9 took the place of 0. Which blocks did you open to make the new 9?",
                    "You kept all {h} hundreds and got tens too. How did the tens appear?",
                    "Build {a} with blocks. How could you get your new 9 from what lies there?",
                ),
            },
            source="BUG(1300-522=878); ML subtraction.stops_borrow_at_zero; H37635",
        ),
        Misconception(
            id="K2-SUB-07",
            name="borrows over the zero",
            hint="takes one hundred straight into the ones and leaves the 0",
            rule=lambda p: integer(100 * (p.a // 100 - 1) + p.a % 10 + 10 - p.b),
            applies_if=lambda p: p.a // 10 % 10 == 0 and p.a % 10 < p.b < 10 and p.a >= 200,
            steps=_across_zero_steps,
            says=(
                "there were no tens, so I took 1 from the {h} and made the {oa} into {more}",
                "I borrowed from the {h} for the ones, so it is {less} and 0 and {more}",
                "the 0 has nothing to give, so I went to the {h} and got {more} ones",
            ),
            cues=("flat*", "rest of", "count back", "far is it", "between"),
            turns={
                "locate": (
                    "You opened a flat and got {more} ones. How much is in one flat?",
                    "One flat left the {h}. How much of it can you find in your {more} ones?",
                    "Look at the 0 in {wrong}. What happened to the rest of the hundred you took?",
                    "One hundred left the {h}, and the middle is still 0. Where is the rest of it?",
                ),
                "conflict": (
                    "Begin at {a} and count back {b}. Do you get as far as {wrong}?",
                    "How far is it from {wrong} up to {a}, next to a hop of {b}?",
                    "Mark {a} and {wrong} on a line. How does the trip between them fit with {b}?",
                    "Lay out your new number in flats and cubes before you take {b}. Is it still {a}?",
                ),
            },
            source="H39124; ML buggy_subtraction.move_over_zero_borrow",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SUBTRACTING_TWO_DIGITS, SUBTRACTING_ACROSS_ZERO)
