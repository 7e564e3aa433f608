"""Kindergarten to grade 2: counting, place value, adding, subtracting, time and length."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import Answer, choice, clock, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _digits(p: Parameters) -> dict[str, Any]:
    """Tens and ones of both numbers: `a` = 10`ta` + `oa`, `b` = 10`tb` + `ob`."""
    return {"ta": p.a // 10, "oa": p.a % 10, "tb": p.b // 10, "ob": p.b % 10}


# --- adding two-digit numbers -----------------------------------------------------------------


def _sum_with_regrouping(rng: random.Random) -> dict[str, Any]:
    oa = rng.randint(2, 9)
    ob = rng.randint(max(2, 11 - oa), 9)
    ta = rng.randint(1, 7)
    tb = rng.randint(1, 8 - ta)
    return {"a": 10 * ta + oa, "b": 10 * tb + ob}


def _sum_steps(p: Parameters) -> dict[str, Any]:
    d = _digits(p)
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
            steps=_digits,
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


# --- subtracting two-digit numbers ------------------------------------------------------------


def _difference_with_regrouping(rng: random.Random) -> dict[str, Any]:
    oa, ob = rng.choice([(i, j) for i in range(1, 9) for j in range(i + 1, 10) if j - i != 5])
    ta = rng.randint(4, 9)
    tb = rng.randint(1, ta - 3)
    return {"a": 10 * ta + oa, "b": 10 * tb + ob}


def _difference_steps(p: Parameters) -> dict[str, Any]:
    d = _digits(p)
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


# --- subtracting across a zero ----------------------------------------------------------------


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


# --- the equal sign ---------------------------------------------------------------------------


def _open_equation(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(3, 9), rng.randint(2, 9)
    return {"a": a, "b": b, "c": rng.choice([c for c in range(1, min(9, a + b - 2) + 1) if c not in (a, b)])}


EQUAL_SIGN = Family(
    id="eq_sign",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.D.7",
    topic="equal sign",
    mission="find the number that makes both sides equal",
    vocabulary=("equal", "same as", "balance"),
    sample=_open_equation,
    statements=(
        "{a} + {b} = __ + {c}. What goes in the blank?",
        "Fill in the blank: {a} + {b} = __ + {c}.",
        "Two bags hold just as many nuts. One has {a} and {b} nuts. "
        "The other has {c} nuts and some more. How many more?",
    ),
    solve=lambda p: integer(p.a + p.b - p.c),
    trace=lambda p: {"left side": p.a + p.b},
    elicit=(
        "What does the = sign say to you?",
        "How could you show {a} and {b} with cubes?",
        "What do you see on each side of the = sign?",
    ),
    extend=(
        "How can you show that both sides match?",
        "Can you make one more number sentence like this?",
        "What if the {c} was one more? What would change?",
    ),
    misconceptions=(
        Misconception(
            id="K2-EQ-01",
            name="answer comes next",
            hint="thinks the = sign means that the answer comes next",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "the answer goes after the = and it is {wrong}",
                "I did {a} plus {b} and wrote what I got",
            ),
            cues=("sit*", "waiting", "comes along", "leave out", "cover*"),
            turns={
                "locate": (
                    "You wrote {wrong}. What is the {c} that sits by it for?",
                    "Who is waiting next to your {wrong}, and what does it do there?",
                    "Read what you made, and do not leave out the {c}. What do you hear?",
                    "Cover the {c} with your hand, then show it. What does it do to your {wrong}?",
                ),
                "conflict": (
                    "Give one side {a} and {b} cubes. Give the other {wrong}, and {c} comes along: what do you see?",
                    "With {wrong} in the blank, {c} still sits there. Which side has more now?",
                    "Is {a} + {b} as much as {wrong} when {c} comes along?",
                    "Draw dots for {wrong} and for the {c} that sits by it. Do they match {a} and {b}?",
                ),
            },
            source="MaE51; memory(Falkner et al. 1999)",
        ),
        Misconception(
            id="K2-EQ-02",
            name="adds everything",
            hint="adds all the numbers it can see",
            rule=lambda p: integer(p.a + p.b + p.c),
            says=(
                "{a} and {b} and {c} make {wrong}",
                "I put all the numbers together",
                "I saw three numbers and plus signs, so I added them all",
            ),
            cues=("pile*", "live*", "pan*", "scale", "heavier", "belong*"),
            turns={
                "locate": (
                    "You made one pile from {a}, {b} and {c}. Which of them stand before the = sign?",
                    "Point to the = sign. Which side does {c} live on?",
                    "Draw a line at the = sign. Which numbers belong on the same side as your {wrong}?",
                    "Your {wrong} has {c} in it. Where does the {c} belong in the number sentence?",
                ),
                "conflict": (
                    "Put {a} and {b} on one pan of a scale. What happens if the other pan gets {wrong} and {c}?",
                    "Which is heavier, a bag with {a} and {b} nuts or a bag with {wrong}?",
                    "Make two piles: one of {a} and {b}, one of {wrong} and {c}. What do you see?",
                    "Think of a seesaw with {a} and {b} on one end. Why might {wrong} be heavier?",
                ),
            },
            source="memory(Falkner et al. 1999)",
        ),
    ),
)


# --- reading a clock --------------------------------------------------------------------------


def _hands(rng: random.Random) -> dict[str, Any]:
    hour, mark = rng.randint(1, 12), rng.randint(1, 11)
    return {"h": hour, "n": hour % 12 + 1, "m": mark}


READING_CLOCKS = Family(
    id="clock",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.C.7",
    topic="telling time",
    mission="tell the time from the two hands of a clock",
    vocabulary=("hour hand", "minute hand", "minutes"),
    sample=_hands,
    statements=(
        "The short hand is between {h} and {n}. The long hand points at {m}. What time is it?",
        "On a clock the long hand points at {m}. The short hand has gone past {h}, but not yet to {n}. "
        "What time does it show?",
    ),
    solve=lambda p: clock(p.h, 5 * p.m),
    trace=lambda p: {"minutes": 5 * p.m},
    elicit=(
        "What do the two hands look like on this clock?",
        "Which hand would you like to look at first?",
        "What do you know about the numbers on a clock?",
    ),
    extend=(
        "Where will the long hand be when the hour is over?",
        "How would the clock look a little later?",
        "How can you tell which hour it is from the short hand?",
    ),
    misconceptions=(
        Misconception(
            id="K2-TIME-01",
            name="each number is one minute",
            hint="reads the number at the minute hand as that many minutes",
            rule=lambda p: clock(p.h, p.m),
            says=(
                "the long hand is on {m}, so it is {m} minutes",
                "it points at {m} and the hour is {h}",
                "I read {h} first and then {m}",
            ),
            cues=("tiny", "small marks", "little lines", "trip", "all the way around", "dots"),
            turns={
                "locate": (
                    "Look from the 12 to the 1. How many tiny steps does the long hand make?",
                    "You read {m} for the long hand. What do the small marks before the {m} count?",
                    "What are the little lines for that come before the {m}?",
                    "Find the {m} on a clock. How many dots are there from one number to the next?",
                ),
                "represent": (
                    "Draw a clock with its little lines. How would {wrong} look on it?",
                    "Trace the long hand all the way around. How many minutes go by on that trip?",
                    "Begin at 12 and touch the small marks up to {m}. What did you count?",
                    "Show {wrong} with tiny steps from the 12. Does the hand get to the {m}?",
                ),
            },
            source="E698",
        ),
        Misconception(
            id="K2-TIME-02",
            name="swaps the hands",
            hint="mixes up the hour hand and the minute hand",
            rule=lambda p: clock(p.m, 5 * p.h % 60),
            applies_if=lambda p: p.h != p.m,
            says=(
                "the long hand is on {m}, so the hour is {m}",
                "long hand for the hour and short hand for the rest",
                "I read the {m} for hours and the {h} for minutes",
            ),
            cues=("slow*", "fast*", "creep*", "race", "job", "o'clock", "crawl*"),
            turns={
                "locate": (
                    "One hand is fast and one is slow. Which of them told you {m}?",
                    "Each hand has a job. What did you use the long hand for?",
                    "Which hand will creep to {n} next, and what does that hand tell us?",
                    "You took your hour from the hand at {m}. Is that the slow one?",
                ),
                "conflict": (
                    "At {m} o'clock, where would the short hand point? Look at where it is now.",
                    "Make {wrong} on a toy clock. Where does the slow hand go?",
                    "Think of a race of the two hands. Which one moves a full number in an hour, the fast one?",
                    "Say it is {wrong}. Which hand would crawl past {m} then?",
                ),
            },
            source="E1902",
        ),
    ),
)


# --- measuring with a ruler -------------------------------------------------------------------


def _ribbon(rng: random.Random) -> dict[str, Any]:
    start = rng.randint(2, 10)
    return {"a": start, "b": start + rng.randint(3, 12)}


MEASURING_LENGTH = Family(
    id="ruler",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.A.1",
    topic="measuring length",
    mission="measure how long a thing is on a ruler",
    vocabulary=("length", "centimeter", "start", "end"),
    sample=_ribbon,
    statements=(
        "A ribbon starts at {a} cm on a ruler and ends at {b} cm. How long is it?",
        "A pencil lies on a ruler from {a} cm to {b} cm. How many cm long is the pencil?",
        "A toy snake lies by a ruler. Its tail is at {a} cm and its nose is at {b} cm. How many cm long is it?",
    ),
    solve=lambda p: integer(p.b - p.a),
    elicit=(
        "What do you see at {a} and at {b} on the ruler?",
        "How do you use a ruler to find how long a thing is?",
        "Can you draw the ruler and show where it lies?",
    ),
    extend=(
        "Where would it end if we slid it to begin at 0?",
        "How could you test that without the ruler?",
        "Where else on the ruler could it lie?",
    ),
    misconceptions=(
        Misconception(
            id="K2-MEA-01",
            name="reads the end mark",
            hint="reads only the number at the end",
            rule=lambda p: integer(p.b),
            says=(
                "it stops at {b}",
                "the last number is {b}, so it is {b} long",
                "I looked at where it goes to on the ruler",
            ),
            cues=("0", "empty", "nothing", "slide", "bare", "not touch*"),
            turns={
                "locate": (
                    "Put your finger on 0 of the ruler. What is between 0 and {a}?",
                    "Which part of the ruler is empty before {a}?",
                    "You said {wrong}. Is there nothing on the ruler from 0 to {a}, or is it covered?",
                    "What part of the ruler does it not touch? Color that bare part.",
                ),
                "conflict": (
                    "Make a {wrong} cm strip and lay it from 0. How does it fit over this one?",
                    "Slide it so that it begins at 0. Will it still reach {wrong}?",
                    "Think of a thing that goes from 0 to {b}. Is it just as long as this one?",
                    "If it is {wrong} cm long and begins at {a}, what about the empty part?",
                ),
            },
            source="E323",
        ),
        Misconception(
            id="K2-MEA-02",
            name="counts marks not spaces",
            hint="counts every mark, also the first one",
            rule=lambda p: integer(p.b - p.a + 1),
            says=(
                "I counted all the marks from {a} to {b}",
                "I said 1 at the {a} and went on to the {b}",
                "I touched each line and got {wrong}",
            ),
            cues=("jump*", "space*", "hop*", "moved", "steps", "gap*"),
            turns={
                "locate": (
                    "You said 1 at the {a}. How far had you moved by then?",
                    "Is a centimeter a line or the space from line to line? Show me one.",
                    "Put a frog on {a}. Has it made a hop yet when you say 1?",
                    "Look at your first count, at {a}. Which gap does it stand for?",
                ),
                "represent": (
                    "Draw hops from {a} to {b}. How do they compare with your {wrong}?",
                    "Color each space from {a} to {b}. Are there {wrong} of them?",
                    "Walk your finger in steps from {a}. Where are you after {wrong} steps?",
                    "Take a tiny ribbon from {a} to the very next mark. How many jumps is it?",
                ),
            },
            source="E2269",
        ),
    ),
)


# --- comparing numbers ------------------------------------------------------------------------


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
    statements=(
        "Which is greater, {a} or {b}?",
        "Compare {a} and {b}. Which number is greater?",
        "One jar has {a} beads. One jar has {b} beads. Which number of beads is greater?",
    ),
    solve=lambda p: choice(str(max(p.a, p.b))),
    elicit=(
        "How could you build {a} and {b} with blocks?",
        "What does each digit in {a} tell you?",
        "Where would you put {a} and {b} on a number line?",
    ),
    extend=(
        "How would you show that to a friend with blocks?",
        "Can you think of a number that fits between {a} and {b}?",
        "Which digit helped you most, and why?",
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
            cues=("{mine} stand*", "{mine} mean*", "{mine} count*", "how many digits", "kind of block*"),
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
            cues=("single*", "tiny", "in front of", "rest of", "candies"),
            turns={
                "locate": (
                    "You looked at {last} and {less}. What stands in front of them?",
                    "Is the {last} in {wrong} big blocks or tiny cubes? Show me.",
                    "Cover the {last} and the {less}. What does the rest of each number tell you?",
                    "What do the {last} single cubes in {wrong} do next to big blocks?",
                ),
                "conflict": (
                    "You can have {a} or {b} candies, and you love candies. Which would you take, and why?",
                    "Build {a} and {b}. Which has more tiny cubes, and is that the whole pile?",
                    "If the {last} single cubes fall off {wrong}, what is left of each number?",
                    "Think of 9 candies and 20 candies. Does the end digit help you choose?",
                ),
            },
            source="E1365",
        ),
    ),
)

FAMILIES: tuple[Family, ...] = (
    ADDING_TWO_DIGITS,
    SUBTRACTING_TWO_DIGITS,
    SUBTRACTING_ACROSS_ZERO,
    EQUAL_SIGN,
    READING_CLOCKS,
    MEASURING_LENGTH,
    COMPARING_NUMBERS,
)
