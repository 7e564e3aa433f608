"""Kindergarten to grade 2: addition of two-digit numbers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import Answer, integer
from socratic_tutor.curriculum.bands.k_2.digits import digits
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- two two-digit numbers ---


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
    statements=("{a} + {b} = ?", "Add {a} and {b}.", "Find the sum of {a} and {b}."),
    stories=(
        "There are {a} red leaves and {b} yellow leaves. How many leaves are there in all?",
        "{name} saves {a} cents in May and {b} cents in June. How many cents are saved in all?",
        "{name} has {a} beads and {friend} has {b} beads. How many beads do they have together?",
    ),
    reworded=("Put {a} and {b} together. What number do they make?", "{b} joins {a}. How much is that?"),
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
        "About how big do you think {a} + {b} will be?",
    ),
    extend=(
        "How could you show your sum with a drawing?",
        "Can you find the same sum in another way?",
        "What would you tell a friend about the ones here?",
        "How could you find {a} + {b} in your head?",
    ),
    check=(
        "Make a guess with round numbers for {a} + {b}. How near is your number?",
        "Take {b} away from your number. What do you expect to be left?",
        "Build {a} and {b} with blocks and count them all. What do you get?",
        "Add {b} and {a} the other way around. Do both ways agree?",
    ),
    repair=(
        "Can you build just {a} with blocks?",
        "How many ones does {b} have?",
        "Which digit of {a} is in the tens place?",
        "Can you write {a} and {b} under each other for me?",
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
            reworded=("the ones are {ones}, so there goes a {unit}, and {tens} is for the front",),
            cues=("cube*", "loose", "bundle*", "missing", "disappear*", "keep {unit}"),
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
                "simplify": (
                    "You hold 21 loose cubes and write just 1. How many are missing?",
                    "I bring 10 cubes and you bring 1. If we write 1, how do I feel?",
                    "Try 10 pennies and 10 pennies. If you write just 0, what is missing?",
                    "Drop 20 cubes in a box. Why is 0 a funny count for them?",
                ),
                "check": (
                    "Take {b} back out of {wrong}. How much of {a} is missing?",
                    "Tie the {ones} ones of yours in bundles. Which bundle did {wrong} forget?",
                    "Line up all your loose ones beside {wrong}. Which of them have no place?",
                    "Build {wrong} beside {a} and {b}. Which cubes disappear on the way?",
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
            reworded=("{tens} for the left side, {ones} for the right side",),
            cues=("hundred*", "guess", "how big", "third digit", "room", "beans", "stadium", "far past"),
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
                "simplify": (
                    "Your way turns 15 + 15 into 210. What would you guess for 15 and 15?",
                    "You have 10 pennies and room for one digit. What would you write there?",
                    "For 19 + 11 you would write 210. How big is 19 and 11, do you think?",
                    "Think of 18 beans and 14 beans. Would that be hundreds of beans?",
                ),
                "check": (
                    "Fill a jar with {wrong} beans. How could {a} and {b} fill that jar?",
                    "Round {a} and {b} for a guess. Is {wrong} near it or far past it?",
                    "Test {wrong} on a number line to one hundred. Where does it go?",
                    "A stadium seats {wrong} kids. How full is it with {a} and {b} kids?",
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
            reworded=("from {ones} I keep the {ten} here and give the {unit} to the next ones over",),
            cues=("full stick*", "single*", "{unit} you moved", "{ten} you put down", "jobs"),
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
                "elicit": (
                    "What does the {unit} you moved over count, singles or sticks?",
                    "Tell me about the {ten} you put down. What does it count now?",
                    "If I read {wrong}, how many singles do I hear in it?",
                    "In {ones} there are singles. Where did your singles go?",
                ),
                "simplify": (
                    "Build 12 with a full stick and singles. What if the digits switch jobs?",
                    "You count 14 cubes. Is the 4 for singles or for full sticks?",
                    "Count out 15 cubes. What would 5 full sticks be, next to your 5 singles?",
                    "Say 13 is one full stick and singles. Which digit stays by itself?",
                ),
            },
            source="ML buggy_addition.write_carry_forget_units",
        ),
        Misconception(
            id="K2-ADD-04",
            name="adds every digit",
            hint="adds all the digits as if each one were ones",
            rule=lambda p: integer(sum(int(c) for c in f"{p.a}{p.b}")),
            applies_if=lambda p: sum(int(c) for c in f"{p.a}{p.b}") < p.a,
            steps=digits,
            says=(
                "I added {ta} and {oa} and {tb} and {ob}",
                "I put all four digits together",
                "{ta}, {oa}, {tb} and {ob} make {wrong}",
            ),
            reworded=("I went digit by digit and counted on: {ta}, {oa}, {tb}, {ob}",),
            cues=(
                "more than {a}",
                "less than {a}",
                "{ta} worth",
                "{ta} in {a}",
                "smaller",
                "shrink*",
                "dime*",
                "pack*",
            ),
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
                "analog": (
                    "You have 4 dimes and 3 pennies. Why is it not fair to call that 7 cents?",
                    "Your piggy bank gets more coins. How could the money shrink?",
                    "I buy a pack of gum and one stick more. Why not call that 2 sticks?",
                    "A long train takes on a short train. Could it end up smaller than before?",
                ),
            },
            source="ML buggy_addition.add_all_digits",
        ),
    ),
)


# --- a two-digit and a one-digit number ---


def _tens_and_a_few(rng: random.Random) -> dict[str, Any]:
    t = rng.randint(1, 7)
    b = rng.randint(2, min(8, 9 - t))
    return {"a": 10 * t + rng.randint(1, 9 - b), "b": b}


ADDING_ONE_DIGIT = Family(
    id="add_2d1d",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.5",
    topic="addition, alignment",
    mission="add a one-digit number to a two-digit number",
    vocabulary=("tens", "ones", "line up"),
    sample=_tens_and_a_few,
    statements=("{a} + {b} = ?", "Add {a} and {b}.", "Find {b} + {a}."),
    stories=(
        "{name} has {a} beads and finds {b} more. How many beads does {name} have now?",
        "A bus has {a} people on it. At the next stop {b} people get on. How many people are on the bus?",
        "{name} read {a} pages last week and {b} pages today. How many pages is that in all?",
    ),
    reworded=("{b} more than {a} is which number?", "Go {b} up from {a}. Where do you get to?"),
    solve=lambda p: integer(p.a + p.b),
    trace=lambda p: {"ones together": p.a % 10 + p.b},
    elicit=(
        "How would you build {a} and {b} with blocks?",
        "What does each digit in {a} stand for?",
        "Is {b} a lot or a little next to {a}?",
        "How would you write {a} and {b} under each other?",
    ),
    extend=(
        "How could you show {a} + {b} on a number line?",
        "Which digit of {a} did not change, and why?",
        "What would be new if we added {b} sticks to {a}?",
        "How would you tell a friend where to write the {b}?",
    ),
    check=(
        "Go {b} small steps back from your number. Where do you land?",
        "Build {a}, put {b} cubes with it and count. What do you get?",
        "About how far from {a} should your number be?",
        "Say the numbers after {a} one by one. Which is number {b}?",
    ),
    repair=(
        "Can you build {a} with blocks for me?",
        "Can you show me {b} on your fingers?",
        "How many digits does {b} have?",
        "Which digit of {a} counts ones?",
    ),
    plausible=(
        PlausibleError(
            id="K2-ADD-05-A",
            name="adds to both digits",
            hint="adds the one-digit number to the tens and to the ones",
            rule=lambda p: integer(10 * (p.a // 10 + p.b) + p.a % 10 + p.b),
            cues=("twice", "both", "just once", "used up", "two times"),
        ),
        PlausibleError(
            id="K2-ADD-05-B",
            name="adds every digit",
            hint="adds all digits as if each one were ones",
            rule=lambda p: integer(p.a // 10 + p.a % 10 + p.b),
            cues=("shrink*", "smaller", "less than {a}", "go down", "got lost"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-ADD-05",
            name="lines up on the left",
            hint="adds the one-digit number to the tens",
            rule=lambda p: integer(p.a + 10 * p.b),
            steps=lambda p: {"ta": p.a // 10, "oa": p.a % 10, "grown": p.a // 10 + p.b},
            says=(
                "{ta} and {b} make {grown}, and the {oa} stays",
                "I put the {b} under the {ta} and added",
                "I wrote {b} under the first digit, and that makes {grown}",
            ),
            reworded=("the {b} goes to the {ta}, so {grown} and then {oa}",),
            cues=(
                "stick*",
                "cube*",
                "dime*",
                "penn*",
                "small steps",
                "baby step*",
                "how far",
                "giant",
                "big jump*",
                "drawer*",
                "bundle*",
                "box*",
                "toe*",
                "cents",
            ),
            turns={
                "locate": (
                    "You put the {b} with the {ta}. Does the {b} count sticks or cubes?",
                    "The {ta} in {a} counts sticks. What does the lonely {b} count?",
                    "Your {ta} grew to {grown}. Who gave you the new sticks?",
                    "Show me the {b} with blocks. Which drawer do those blocks come from?",
                ),
                "conflict": (
                    "Stand on {a} and take {b} small steps. How far away is {wrong}?",
                    "Count how far it is from {a} to {wrong}. Is that trip {b} long?",
                    "You had {a} cents and found {b} pennies. How could you have {wrong}?",
                    "Think of {a} beads in a box, and {b} more go in. How could {wrong} come out?",
                ),
                "represent": (
                    "Draw {a} with sticks and cubes, then draw {b}. What shape did you use for {b}?",
                    "Mark {a} and {wrong} on a number line. How far would {b} baby steps go?",
                    "Lay {a} in dimes and pennies. Which coins will you take for {b}?",
                    "Build {wrong} and {a} with blocks. How many sticks came in?",
                ),
                "simplify": (
                    "Your way takes 12 + 1 up to 22. How far is one baby step from 12?",
                    "You are on page 30 and turn one page. Is that a giant step?",
                    "Try 11 + 1 with blocks. What do you hold, a stick or a cube?",
                    "You have 2 dimes and get a penny. Would you now have 3 dimes?",
                ),
                "check": (
                    "Take {b} cubes off {wrong}. How far from {a} are you?",
                    "Go back from {wrong} in {b} baby steps. Where do you end up?",
                    "Count {a} cents and then {b} pennies out loud. When does {wrong} come up?",
                    "Build {a} and {b} here, {wrong} there. Which side has more sticks?",
                ),
            },
            source="ML buggy_addition.left_justify; E285; E980",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_TWO_DIGITS, ADDING_ONE_DIGIT)
