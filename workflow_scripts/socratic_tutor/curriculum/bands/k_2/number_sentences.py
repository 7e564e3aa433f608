"""Kindergarten to grade 2: number sentences with a part to find, the equal sign, comparing stories."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- missing part ---


def _part_and_whole(rng: random.Random) -> dict[str, Any]:
    a, part = rng.choice([(i, j) for i in range(3, 13) for j in range(3, 10) if i != j and i + j <= 20])
    return {"a": a, "c": a + part}


def _larger_part_and_whole(rng: random.Random) -> dict[str, Any]:
    a, part = rng.choice([(i, j) for i in range(12, 60) for j in range(11, 40) if i != j])
    return {"a": a, "c": a + part}


MISSING_PART = Family(
    id="missing_addend",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.D.8",
    topic="missing addend",
    mission="find the missing part of a number sentence",
    vocabulary=("missing", "part", "whole"),
    sample=_part_and_whole,
    larger=_larger_part_and_whole,
    statements=(
        "{a} + __ = {c}",
        "Fill in the blank: {a} + __ = {c}.",
        "{a} and how many more make {c}?",
    ),
    stories=(
        "{name} wants {c} stickers and has {a} so far. How many stickers are still needed?",
        "A tray holds {c} cups when it is full. It has {a} cups on it. How many more fit on the tray?",
        "There are {c} kids in the room. {a} of them sit and the others stand. How many kids stand?",
    ),
    reworded=(
        "Which number must join {a} to make {c}?",
        "Part: {a}. Whole: {c}. What is the other part?",
    ),
    solve=lambda p: integer(p.c - p.a),
    trace=lambda p: {"first number said when counting up": p.a + 1},
    elicit=(
        "What does {c} tell you, a part or all of it?",
        "Read {a} + __ = {c} out loud. What do you say for the blank?",
        "How could you show {a} and {c} with two rows of cubes?",
        "What do you know already, and what is still hidden?",
    ),
    extend=(
        "How could you show that both parts make {c}?",
        "Which take-away sentence goes with {a} + __ = {c}?",
        "What else could two parts of {c} be?",
        "How would you explain the missing part to a younger child?",
    ),
    check=(
        "Put your number with {a}. Do both parts make {c}?",
        "Draw {a} dots and your number of dots. How does that fit with {c}?",
        "Walk from {a} as far as your number says. Where do you stop?",
        "Build a row of {c} cubes. How do {a} and your number fit under it?",
    ),
    repair=(
        "Can you show me {a} on your fingers or with dots?",
        "Which number in the problem is the biggest?",
        "Can you point to the part we know already?",
        "Will you draw a box and write {c} on it?",
    ),
    plausible=(
        PlausibleError(
            id="K2-EQ-03-A",
            name="counts the start number",
            hint="counts up from the known part and counts that number too",
            rule=lambda p: integer(p.c - p.a + 1),
            cues=("hop*", "jump*", "frog", "first finger", "already standing"),
        ),
        PlausibleError(
            id="K2-EQ-03-B",
            name="writes the whole",
            hint="writes the number after the = sign into the blank",
            rule=lambda p: integer(p.c),
            cues=("{c} twice", "copied", "two times", "nothing to do", "both spots"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-EQ-03",
            name="does the operation it sees",
            hint="sees the plus and adds the two numbers that are shown",
            rule=lambda p: integer(p.a + p.c),
            says=(
                "{a} plus {c} is {wrong}",
                "there is a plus, so I put {a} and {c} together",
                "I saw {a} and {c} and I added them up",
            ),
            reworded=("{a} goes with {c}, and then you have {wrong}",),
            cues=(
                "fit inside",
                "box*",
                "over the top",
                "too long",
                "longer than",
                "bag",
                "in all",
                "spill*",
                "bigger than {c}",
                "past {c}",
                "lunch*",
                "shelf",
            ),
            turns={
                "conflict": (
                    "Think of {a} and {wrong} more. Does that stop at {c} or go past {c}?",
                    "A bag has {c} nuts and {a} of them are mine. How could yours be {wrong}?",
                    "How can a bit that goes with {a} be bigger than {c}?",
                    "Pour {wrong} beads in a cup made for {c}. Where do they spill?",
                ),
                "represent": (
                    "Draw a bar for {c} and under it a bar for {a}. Is {wrong} too long?",
                    "Make a train of {c} cubes. How do {a} red ones and {wrong} blue ones fit inside?",
                    "Draw a box with {c} dots in it and circle {a}. Where could {wrong} dots be?",
                    "Lay {a} and {wrong} end to end next to {c}. What is longer than you want?",
                ),
                "elicit": (
                    "Does {c} stand for just a bit, or for how many in all?",
                    "Tell me what {c} stands for. How many would there be in all with your {wrong}?",
                    "Your {wrong} has {c} in it. What did {c} count in all?",
                    "Put {wrong} where the hidden part goes, in a box of {c}. What happens?",
                ),
                "simplify": (
                    "Try 20 + __ = 21. If you put 41 in the box, what does it say?",
                    "You have 1 shoe on and need 2 in all. Would you look for 3 shoes?",
                    "A lunch box holds 2 buns and 1 is in. How would 3 more go in the box?",
                    "A shelf for 31 toys has 30. What happens if you bring 61 more?",
                ),
                "check": (
                    "Start with {a} and add your {wrong}. How far over the top of {c} are you?",
                    "Take {wrong} things out of a box of {c}. What goes wrong?",
                    "Say {a} + {wrong} out loud. Do you land on {c} or past {c}?",
                    "Fill a shelf with {a} and then {wrong}. How does that suit a shelf for {c}?",
                ),
            },
            source="E2271; H38616",
        ),
    ),
)


# --- comparing stories ---


def _more_than(rng: random.Random) -> dict[str, Any]:
    a, d = rng.choice([(i, j) for i in range(8, 20) for j in range(3, 7) if i != 2 * j and i - j > 3])
    return {"a": a, "d": d, "things": rng.choice(["shells", "stamps", "marbles", "buttons", "stickers"])}


def _more_than_many(rng: random.Random) -> dict[str, Any]:
    return {
        "a": rng.randint(31, 95),
        "d": rng.randint(3, 12),
        "things": rng.choice(["shells", "stamps", "marbles", "buttons", "stickers"]),
    }


COMPARING_STORIES = Family(
    id="compare_wp",
    grade_band="K-2",
    grade="2",
    ccss="2.OA.A.1",
    topic="compare word problems",
    mission="find out how many each child has in a comparing story",
    vocabulary=("more than", "fewer", "compare"),
    sample=_more_than,
    larger=_more_than_many,
    statements=(
        "{name}: {a} {things}. That is {d} more than {friend} has. How many {things} does {friend} have?",
        "{name} has {a} {things}, which is {d} more than {friend} has. How many does {friend} have?",
    ),
    stories=(
        "{name} has {a} {things}. {name} has {d} more {things} than {friend}. "
        "How many {things} does {friend} have?",
        "{name} and {friend} count their {things}. {name} has {a}, and that is {d} more than {friend} has. "
        "How many {things} are in the bag of {friend}?",
    ),
    reworded=(
        "{name} beats {friend} by {d} {things}. {name} owns {a} of them. How many are owned by {friend}?",
    ),
    solve=lambda p: integer(p.a - p.d),
    elicit=(
        "Who has more {things} in this story, {name} or {friend}?",
        "What could you draw for {name}, and what for {friend}?",
        "Say the story in your own words. Who has {a}?",
        "Which child are we asked about, and what do we know?",
    ),
    extend=(
        "How could you show with two rows that your number fits?",
        "Can you tell the same story with the word fewer?",
        "How would you tell a friend which word in the story is tricky?",
        "How many would {friend} need to catch up, and how do you know?",
    ),
    check=(
        "Read the story with your number for {friend}. Who has more now?",
        "Draw a row for {name} and a row for {friend}. How much longer is one row?",
        "How far is it from your number to {a}?",
        "Give each of the {a} {things} a partner from {friend}. How many have no partner?",
    ),
    repair=(
        "Whose {things} do we count first in the story?",
        "Can you draw {d} little circles for me?",
        "Which number belongs to {name}?",
        "Can you read me just the last sentence of the story?",
    ),
    plausible=(
        PlausibleError(
            id="K2-WP-01-A",
            name="answers how many more",
            hint="writes down how many more there are",
            rule=lambda p: integer(p.d),
            cues=("only {d}", "the gap", "no partner", "all of the {things}", "left over"),
        ),
        PlausibleError(
            id="K2-WP-01-B",
            name="gives both the same",
            hint="gives both children the same number",
            rule=lambda p: integer(p.a),
            cues=("the same number", "a tie", "equal rows", "as many as", "even"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-WP-01",
            name='keyword "more" means add',
            hint='adds because the story has the word "more"',
            rule=lambda p: integer(p.a + p.d),
            says=(
                "it says more, so I did {a} plus {d}",
                "more means plus, and {a} and {d} make {wrong}",
                "I put {d} more on {a}",
            ),
            reworded=("when I read more I count up, so {d} up from {a}",),
            cues=(
                "winner",
                "winning",
                "ahead",
                "longer row",
                "taller",
                "tower*",
                "brag*",
                "happy",
                "whose row",
                "rich",
                "jar",
                "kitten",
                "older",
                "behind",
                "flip*",
                "trophy",
            ),
            turns={
                "conflict": (
                    "With {wrong} for {friend}, who is ahead now, {name} or {friend}?",
                    "Your {friend} has {wrong} and {name} has {a}. Who is the winner in the story?",
                    "If {friend} has {wrong}, what could {name} brag about?",
                    "Read the story with {wrong} in it. Who gets the trophy for most {things}?",
                ),
                "represent": (
                    "Draw a row of {a} for {name}. Should {friend} get a longer row?",
                    "Build a tower of {a} for {name} and {wrong} for {friend}. Which story do they tell?",
                    "Draw a row of {things} for each child. Whose row is short?",
                    "Stack cubes for both kids. Who needs the taller stack in this story?",
                ),
                "locate": (
                    "Find the word more. Who is the rich one in this story, {name} or {friend}?",
                    "You put {d} on top of {a}. Whose jar holds {a} in the story?",
                    "Who is behind in the story, and who got {wrong} from you?",
                    "Say who is ahead. Which words in the story tell you?",
                ),
                "analog": (
                    "You are older than your sister. Who has fewer candles on the cake?",
                    "Dad is taller than you. To find you, do we look above Dad's head or below?",
                    "Your team is winning by 2 goals. What do you know about the other team?",
                    "A pup is older than a kitten. Would the kitten have more birthdays than the pup?",
                ),
                "check": (
                    "Tell the story again with {wrong} for {friend}. Who is ahead in it?",
                    "Line up {a} and {wrong} in cubes. Whose row would beat the other?",
                    "Give {friend} a jar of {wrong}. Which jar is full now, and which should be?",
                    "Let {name} brag about {d} more. Does that work if {friend} has {wrong}?",
                ),
            },
            source="E1773; H38624 (keyword addition)",
        ),
    ),
)


# --- equal sign ---


def _open_equation(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(4, 9), rng.randint(2, 9)
    return {"a": a, "b": b, "c": rng.choice([c for c in range(2, min(9, a + b - 2) + 1) if c not in (a, b)])}


def _larger_open_equation(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(11, 40), rng.randint(11, 40)
    return {"a": a, "b": b, "c": rng.choice([c for c in range(4, 20) if c not in (a, b)])}


EQUAL_SIGN = Family(
    id="eq_sign",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.D.7",
    topic="equal sign",
    mission="find the number that makes both sides equal",
    vocabulary=("equal", "same as", "balance"),
    sample=_open_equation,
    larger=_larger_open_equation,
    statements=(
        "{a} + {b} = __ + {c}. What goes in the blank?",
        "Fill in the blank: {a} + {b} = __ + {c}.",
    ),
    stories=(
        "Two bags hold just as many nuts: {a} + {b} = __ + {c}. What goes in the blank?",
        "{name} has {a} plums and {b} pears. {friend} has {c} plums, some pears and just as much fruit. "
        "How many pears go in the blank: {a} + {b} = __ + {c}?",
    ),
    reworded=("Make this true: {a} + {b} is the same as some number + {c}. Which number is it?",),
    solve=lambda p: integer(p.a + p.b - p.c),
    trace=lambda p: {"left side": p.a + p.b},
    elicit=(
        "What does the = sign say to you?",
        "How could you show {a} and {b} with cubes?",
        "What do you see on each side of the = sign?",
        "Which numbers stand together, and which one is hidden?",
    ),
    extend=(
        "How can you show that both sides match?",
        "Can you make one more number sentence like this?",
        "If {c} was one more, what would change in the blank?",
        "How would you tell a friend what the = sign means here?",
    ),
    check=(
        "Put your number in the blank. How much is on each side?",
        "Build both sides with cubes. Which side has more, or do they match?",
        "Draw dots for {a} and {b}, and dots for the other side. Do they pair up?",
        "Read it with your number, and say the same as for =. Is it true?",
    ),
    repair=(
        "Can you point to the = sign for me?",
        "Which numbers come before the = sign?",
        "Can you lay out {a} cubes and {b} cubes?",
        "What stands right after the blank?",
    ),
    plausible=(
        PlausibleError(
            id="K2-EQ-01-A",
            name="adds the neighbors",
            hint="adds the numbers on both sides of the blank",
            rule=lambda p: integer(p.b + p.c),
            applies_if=lambda p: p.b + p.c != p.a + p.b - p.c,
            cues=("neighbor*", "next door", "left out", "{a} at the start"),
        ),
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
            reworded=("{wrong} is what comes out of {a} + {b}",),
            cues=(
                "sit*",
                "waiting",
                "comes along",
                "leave out",
                "cover*",
                "by itself",
                "lonely",
                "still there",
                "joins",
                "tail",
            ),
            turns={
                "locate": (
                    "You wrote {wrong}. What is the {c} that sits by it for?",
                    "Who is waiting next to your {wrong}, and what does it do there?",
                    "Read what you made, and do not leave out the {c}. What do you hear?",
                    "Cover the {c} with your hand, then show it. What does it do to your {wrong}?",
                ),
                "conflict": (
                    "Lay {a} and {b} cubes here, {wrong} there. What changes when {c} comes along?",
                    "With {wrong} in the blank, {c} still sits there. Which side has more now?",
                    "Is {a} + {b} as much as {wrong} when {c} comes along?",
                    "Draw dots for {wrong} and for the {c} that sits by it. Do they match {a} and {b}?",
                ),
                "elicit": (
                    "Tell me what the = sign asks for. Why is {c} still there after it?",
                    "What does your {wrong} count, and what does the {c} that joins it count?",
                    "Your {wrong} looks done by itself. What would you say about the tail, + {c}?",
                    "If {wrong} is all, what is the {c} that sits there doing?",
                ),
                "simplify": (
                    "Look at 1 + 1 = __ + 1. If 2 goes in, what happens when the 1 joins it?",
                    "Try 2 + 0 = __ + 1 with a 2 in the blank. Who is waiting at the end?",
                    "We both have 2 cats. When one more comes along to me, who has more?",
                    "Put 30 in 20 + 10 = __ + 1. What does the tail do to that side?",
                ),
                "check": (
                    "Put cubes on both sides with {wrong} in. Where does the lonely {c} go?",
                    "Start at the tail, the {c}. What does it make with your {wrong}?",
                    "Write {wrong} in and hide the left side. How much sits on the right?",
                    "Look at {wrong} + {c} by itself. How does it match {a} + {b}?",
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
            reworded=("I took {a}, {b} and {c} and counted the whole lot",),
            cues=(
                "pile*",
                "live*",
                "pan*",
                "scale",
                "heavier",
                "belong*",
                "seesaw",
                "fence",
                "twice",
                "team*",
            ),
            turns={
                "locate": (
                    "You made one pile from {a}, {b} and {c}. Which of them stand before the = sign?",
                    "Point to the = sign. Which side does {c} live on?",
                    "Draw a line at the = sign. Which numbers belong with your {wrong}?",
                    "Your {wrong} has {c} in it. Where does the {c} belong in the number sentence?",
                ),
                "conflict": (
                    "Put {a} and {b} on one pan of a scale. What if {wrong} and {c} go on the other?",
                    "Which bag is heavier, one with {a} and {b} nuts or one with {wrong}?",
                    "Make two piles: {a} and {b} here, {wrong} and {c} there. What do you see?",
                    "Think of a seesaw with {a} and {b} on one end. Why might {wrong} be heavier?",
                ),
                "analog": (
                    "Two teams play tug of war. Can a kid belong to both teams?",
                    "A fence runs between two yards. Whose dog is it if it lives on your side?",
                    "On a seesaw I ride on my end. How could I push down your end too?",
                    "Your lunch is on your tray. How is it if my milk goes on your pile too?",
                ),
                "check": (
                    "Read it with {wrong} in the blank. Which end of the seesaw goes down?",
                    "Put your {wrong} in and look at {c}. Is that {c} counted twice?",
                    "Test {wrong} with a pan for each side. Which pan sinks?",
                    "Count the pile left of = and the pile right of it with {wrong}. Which is bigger?",
                ),
            },
            source="memory(Falkner et al. 1999)",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MISSING_PART, COMPARING_STORIES, EQUAL_SIGN)
