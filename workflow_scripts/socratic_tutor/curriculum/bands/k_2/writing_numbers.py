"""Kindergarten to grade 2: writing numbers in digits."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- hundreds and more ---


def _hundreds_and_more(rng: random.Random) -> dict[str, Any]:
    few = rng.random() < 0.5
    return {
        "h": rng.randint(2, 9),
        "q": rng.randint(2, 9) if few else 10 * rng.randint(1, 9) + rng.randint(1, 9),
    }


def _hundreds_steps(p: Parameters) -> dict[str, Any]:
    return {"full": 100 * p.h, "length": len(f"{100 * p.h}{p.q}")}


WRITING_HUNDREDS = Family(
    id="write_number",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.A.3",
    topic="place value",
    mission="write a number with hundreds in digits",
    vocabulary=("hundreds", "tens", "ones", "digit"),
    sample=_hundreds_and_more,
    statements=(
        "Write in digits the number made of {h} hundreds and {q} more.",
        "Which number is {h} hundreds and {q} more? Write it in digits.",
    ),
    stories=(
        "{name} has {h} boxes of 100 beads and {q} loose beads. How many beads are there? Write it in digits.",
        "A farm packs {h} crates of 100 eggs, and {q} eggs are left. Write the number of eggs in digits.",
    ),
    reworded=("Someone counts {h} hundreds and then {q} more. How do you write that down in digits?",),
    solve=lambda p: integer(100 * p.h + p.q),
    trace=lambda p: {"worth of the hundreds": 100 * p.h},
    elicit=(
        "How would you build this number with blocks?",
        "What do the {h} hundreds look like in blocks?",
        "Which places does a number with hundreds have?",
        "Say the number out loud. What do you hear first?",
    ),
    extend=(
        "How would a place chart show your number?",
        "Which digit would change if one more flat came in?",
        "How can you explain to a friend where each digit goes?",
        "What is the next number after yours, and how do you write it?",
    ),
    check=(
        "Put your number in a place chart. What does each digit stand for?",
        "Read your number out loud. Does it say {h} hundreds and {q}?",
        "Build your number with blocks. How many flats do you need?",
        "Find your number between two round numbers. Which ones does it lie between?",
    ),
    repair=(
        "Which block would you take for a hundred?",
        "Can you draw {h} big squares for me?",
        "How many hundreds does the problem tell you about?",
        "How do you write just the {q}?",
    ),
    plausible=(
        PlausibleError(
            id="K2-PV-02-A",
            name="adds the two numbers",
            hint="adds the hundreds to the rest as if they were ones",
            rule=lambda p: integer(p.h + p.q),
            cues=("same size", "add up", "so small", "count the same"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-PV-02",
            name="writes what is heard",
            hint="writes the hundreds in full and puts the rest behind them",
            rule=lambda p: integer(int(f"{100 * p.h}{p.q}")),
            steps=_hundreds_steps,
            says=(
                "{full} comes first and then I wrote {q}",
                "you say {full} and then {q}, so I wrote both",
                "I put {full} and then {q} next to it",
            ),
            reworded=("that is how it sounds, {full} and after it {q}",),
            cues=(
                "too many",
                "how long",
                "{length} digits",
                "thousand*",
                "roof*",
                "on top of",
                "overlap*",
                "cards",
                "long number",
                "house number",
                "room*",
                "zeros",
            ),
            turns={
                "conflict": (
                    "You have {h} hundreds. Is {wrong} more than a thousand or less?",
                    "Count the digits of {wrong}. Why might {length} digits be a lot for {h} hundreds?",
                    "Find {wrong} on a number line to a thousand. Where would you put it?",
                    "Which is more, one thousand or {h} hundreds and some? Look at {wrong}.",
                ),
                "locate": (
                    "Your {wrong} is a long number. Which digits came from {full}?",
                    "Point to the zeros you wrote for {full}. What were they holding open?",
                    "Give each digit of {wrong} a room in a place chart. Which have no room?",
                    "The {q} went behind {full}. Which zeros did you keep?",
                ),
                "represent": (
                    "Write {full} on a card and {q} on a card. How would you lay the cards?",
                    "Draw a chart for hundreds, tens and ones. Which digits of {wrong} are too many?",
                    "Build {wrong} in your head. Would you need a block for a thousand?",
                    "Draw three rooms in a row. Where could you fit all of {wrong}?",
                ),
                "simplify": (
                    "Think of how you write sixteen. Do you put 10 and 6 one by one, zeros and all?",
                    "You write 12 for ten and 2. How long is 102 next to that?",
                    "How would your way write 20 and 5? Tell me how long that gets.",
                    "A house number says 25. Why are there no zeros for the twenty?",
                ),
            },
            source="DS item 3; CCSD 1.NBT.1 (47 as 407)",
        ),
        Misconception(
            id="K2-PV-03",
            name="drops the zero placeholder",
            hint="leaves out the place that has nothing in it",
            rule=lambda p: integer(10 * p.h + p.q),
            applies_if=lambda p: p.q < 10,
            says=(
                "it has the {h} and it has the {q}",
                "I wrote the {h} first and then the {q}",
                "the {h} is for the big ones and the {q} is the rest",
            ),
            reworded=("I just put {h} and {q} side by side",),
            cues=(
                "sit*",
                "slid*",
                "moved over",
                "flat*",
                "sticks",
                "gap",
                "smaller than",
                "empty",
                "locker*",
                "chair*",
                "only two",
                "age",
            ),
            turns={
                "locate": (
                    "Touch the {h} in {wrong}. Which place does it sit in now?",
                    "The {h} should count flats. What does the {h} in {wrong} count?",
                    "Lay {wrong} in a place chart from the right. Where has the {h} moved over to?",
                    "Look at the sticks in {wrong}. Who told you to take those?",
                ),
                "conflict": (
                    "Build {wrong} with blocks. How many flats did you use?",
                    "Which is more, just one flat or {wrong}?",
                    "You have {h} flats on the rug. How can {wrong} be smaller than one of them?",
                    "Think of somebody of age {wrong}. How does that fit with {h} hundreds?",
                ),
                "represent": (
                    "Draw {h} flats and {q} cubes. What is in the gap where sticks would go?",
                    "Set out three chairs: hundreds, tens, ones. Which chair is empty?",
                    "Make a chart with three boxes and put in what you have. Which box is empty?",
                    "Draw your blocks for {wrong}. Why are there sticks and no flats?",
                ),
                "elicit": (
                    "What does each digit of {wrong} count, flats, sticks or cubes?",
                    "Tell me what the {h} is worth where it sits in {wrong}. How do you know?",
                    "Your number has only two digits. What would a friend build for it?",
                    "If nobody sits on the tens chair, how would a reader know?",
                ),
            },
            source="DS item 3; E539",
        ),
    ),
)


# --- tens and ones ---


def _tens_and_ones(rng: random.Random) -> dict[str, Any]:
    t, o = rng.sample(range(1, 10), 2)
    return {
        "t": t,
        "o": o,
        "tens": "1 ten" if t == 1 else f"{t} tens",
        "ones": "1 one" if o == 1 else f"{o} ones",
    }


WRITING_TENS_AND_ONES = Family(
    id="write_teen",
    grade_band="K-2",
    grade="1",
    ccss="1.NBT.B.2",
    topic="place value",
    mission="write a number that is made of tens and ones",
    vocabulary=("tens", "ones", "digit"),
    sample=_tens_and_ones,
    statements=(
        "Write the number with {tens} and {ones}.",
        "Which number has {tens} and {ones}?",
        "Ones: {o}. Tens: {t}. Write the number.",
    ),
    stories=(
        "{name} ties straws in bundles of ten. Bundles: {t}. Loose straws: {o}. How many straws is that?",
        "Egg boxes with ten eggs: {t}. Single eggs: {o}. How many eggs does {name} have?",
    ),
    reworded=("What do {ones} and {tens} make together? Write it in digits.",),
    solve=lambda p: integer(10 * p.t + p.o),
    trace=lambda p: {"worth of the tens": 10 * p.t},
    elicit=(
        "How would you show {tens} and {ones} with blocks?",
        "Which part of this number is big, and which is small?",
        "What do you say first when you read a number like this?",
        "Where do the tens live in a number with two digits?",
    ),
    extend=(
        "How could you show a friend that each digit is in its place?",
        "What would your number be with one more ten?",
        "Which number comes right after yours?",
        "What happens to the number if the two digits trade places?",
    ),
    check=(
        "Build your number with sticks and cubes. Do you see {tens} and {ones}?",
        "Read your number out loud. Which part of it tells the tens?",
        "Draw your number as lines and dots. How many lines did you draw?",
        "Put your number in a place chart. What stands under tens?",
    ),
    repair=(
        "What could you draw for {ones}?",
        "Which word tells about the long sticks, tens or ones?",
        "How many tens does the problem give you?",
        "Can you point to the word ones in the problem?",
    ),
    plausible=(
        PlausibleError(
            id="K2-PV-04-A",
            name="adds tens and ones",
            hint="counts tens and ones as if they were the same size",
            rule=lambda p: integer(p.t + p.o),
            cues=("same size", "one pile", "so small", "hidden in", "mixed"),
        ),
        PlausibleError(
            id="K2-PV-04-B",
            name="writes the tens in full",
            hint="writes the tens with their zero and then the ones",
            rule=lambda p: integer(int(f"{10 * p.t}{p.o}")),
            cues=("zero", "three digits", "hundreds", "too long", "flat*"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-PV-04",
            name="reverses digits",
            hint="writes the ones first and the tens after them",
            rule=lambda p: integer(10 * p.o + p.t),
            says=(
                "I saw {o} and {t} in it",
                "I wrote the {o} and then the {t}",
                "you need the {o} and the {t} to make it",
            ),
            reworded=("it has the {o} and it has the {t}, like {wrong}",),
            cues=(
                "bundle* does",
                "sticks",
                "lines",
                "dots",
                "front",
                "seat",
                "swap*",
                "switch*",
                "mirror",
                "dime*",
                "first chair",
                "left",
                "shoe*",
                "order",
                "trade*",
            ),
            turns={
                "locate": (
                    "Point to the {o} in {wrong}. How many sticks does it make there?",
                    "Look at the front of {wrong}. What does the digit there count?",
                    "Which digit has the front seat in {wrong}, and what should it tell?",
                    "The problem says {tens}. What does the digit on the left of {wrong} say?",
                ),
                "represent": (
                    "Draw {wrong} with lines for tens and dots for ones. How many lines are there?",
                    "Show {wrong} in sticks and cubes. How do your sticks fit with {tens}?",
                    "Make {wrong} with dimes and pennies. How many dimes did that take?",
                    "Put {wrong} in a chart with two chairs. Who has the first chair?",
                ),
                "conflict": (
                    "Build {wrong} first, then {tens} and {ones}. Which one took more sticks?",
                    "Lay out {tens} in sticks. How is the row of sticks for {wrong} not like it?",
                    "Draw {wrong} in lines and dots. Why does that not show {tens}?",
                    "Put dimes and pennies on the table for {wrong}. Do the dimes stand for {tens}?",
                ),
                "analog": (
                    "You put on a sock and then a shoe. What if you switch them?",
                    "Is 21 the same as 12 when you swap the digits? Use lines and dots.",
                    "On a door, 14 and 41 are not one house. What does the order tell us?",
                    "A score of 3 to 1 is not 1 to 3. Why does the order count?",
                ),
                "check": (
                    "Read {wrong} out loud slowly. How many sticks do you hear?",
                    "Build {wrong} and hide the loose part. How do the sticks fit {tens}?",
                    "Trade {wrong} pennies for dimes. How many dimes do you get?",
                    "Draw dots for the last digit of {wrong}. How do they fit with {ones}?",
                ),
            },
            source="JL; PT(15 written 51)",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (WRITING_HUNDREDS, WRITING_TENS_AND_ONES)
