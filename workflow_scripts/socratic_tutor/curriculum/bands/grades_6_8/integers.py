"""Grades 6 to 8: integers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _negative_plus_positive(rng: random.Random) -> dict[str, Any]:
    return {"p": rng.randint(4, 25), "q": rng.randint(2, 20)}


ADDING_INTEGERS = Family(
    id="int_add",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="adding integers",
    mission="add a negative and a positive integer",
    vocabulary=("integer", "opposite", "number line"),
    sample=_negative_plus_positive,
    statements=(
        "-{p} + {q} = ?",
        "Find the sum of -{p} and {q}.",
        "It is -{p} degrees at dawn. By noon it is {q} degrees warmer. How many degrees is it at noon?",
    ),
    solve=lambda p: integer(p.q - p.p),
    trace=lambda p: {"difference of the sizes": abs(p.p - p.q)},
    elicit=(
        "Where would you find -{p} on a number line?",
        "What could -{p} stand for in real life?",
        "What does the plus sign in this problem ask you to do?",
    ),
    extend=(
        "How could you convince a friend of your sum with a number line?",
        "What would you have to add to your sum to end at the opposite of it?",
        "When is the sum of a negative and a positive integer positive?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-01",
            name="ignores the sign",
            hint="subtracts the sizes and ignores the negative sign",
            rule=lambda p: integer(abs(p.p - p.q)),
            applies_if=lambda p: p.p > p.q,
            says=(
                "I took {q} away from {p}",
                "the numbers {p} and {q} are {wrong} apart",
                "one is minus and one is plus, so I did {p} minus {q}",
            ),
            cues=(
                "reach zero",
                "pass zero",
                "past zero",
                "side of zero",
                "cross zero",
                "above zero",
            ),
            turns={
                "represent": (
                    "Draw a number line and start at -{p}. After {q} steps to the right, which side of zero are you on?",
                    "Put a finger on -{p} and hop {q} spaces to the right. Is that far enough to pass zero?",
                    "Sketch an arrow of length {q} whose tail sits at -{p}. How far past zero, if at all, does its tip get?",
                    "A thermometer shows -{p} and the liquid climbs {q} marks. Where is its top now, above zero or below?",
                ),
                "conflict": (
                    "Your {wrong} is above zero. How could a climb of only {q} lift you there from -{p}?",
                    "To travel from -{p} to {wrong} you must cross zero. How long is that trip, compared with {q}?",
                    "From -{p} it takes {p} steps up just to reach zero. How does that fit with {q} steps and your {wrong}?",
                    "You began at -{p} and landed on {wrong}. What must happen on the way to end on the other side of zero?",
                ),
            },
            source="MaE18; E795",
        ),
        Misconception(
            id="G68-INT-02",
            name="adds the sizes and keeps the minus",
            hint="adds the two sizes and keeps the minus sign",
            rule=lambda p: integer(-(p.p + p.q)),
            steps=lambda p: {"total": p.p + p.q},
            says=(
                "{p} plus {q} is {total}, and I kept the minus",
                "I put both numbers together and wrote a minus in front",
                "there is a negative, so the total has to be negative {total}",
            ),
            cues=(
                "owe*",
                "colder",
                "lower than",
                "deeper",
                "direction",
                "left or right",
                "red chip*",
            ),
            turns={
                "conflict": (
                    "You owe a friend {p} dollars and then earn {q} dollars. Do you owe more or less after payday?",
                    "Look at -{p} and {wrong} as temperatures. Which one is colder, and should adding {q} bring that?",
                    "Decide if {wrong} is lower than -{p} or higher. Why would adding {q} take you there?",
                    "A diver at -{p} feet swims up {q} feet. How could the diver end up deeper, at {wrong}?",
                ),
                "represent": (
                    "Mark -{p} and {wrong} on a number line. Which direction leads from the first to the second, and does + {q} ask for that?",
                    "Draw an arrow from -{p} to {wrong}. Does it point left or right, and which way should adding {q} point?",
                    "Lay out {p} red chips for the negative and {q} yellow ones for the positive. What happens when a red chip meets a yellow one?",
                    "Rest your finger on -{p}. In what direction should {q} push it, and where is {wrong} from there?",
                ),
            },
            source="E160; E2096",
        ),
    ),
)


def _minus_a_negative(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 19), 2)
    return {"a": a, "b": b}


SUBTRACTING_A_NEGATIVE = Family(
    id="int_sub_n",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="subtracting a negative",
    mission="subtract a negative integer from a positive one",
    vocabulary=("subtract", "opposite"),
    sample=_minus_a_negative,
    statements=(
        "{a} - (-{b}) = ?",
        "Subtract -{b} from {a}.",
        "It is {a} degrees at noon and -{b} degrees at night. How many degrees warmer is noon than night?",
    ),
    solve=lambda p: integer(p.a + p.b),
    elicit=(
        "What does -{b} mean on a number line?",
        "What is the opposite of -{b}, and how do you know?",
        "How would you put this problem into a story about money?",
    ),
    extend=(
        "How could you test your result with an addition?",
        "What story about debts would match this subtraction?",
        "How would the result change if the first number were negative too?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-04",
            name="ignores one minus sign",
            hint="ignores one of the two minus signs",
            rule=lambda p: integer(p.a - p.b),
            says=(
                "I did {a} take away {b}",
                "there is a minus, so I just took {b} off",
                "I dropped the extra sign and took {b} from {a}",
            ),
            cues=("{a} - {b}", "debt", "inside the parentheses"),
            turns={
                "conflict": (
                    "If {wrong} is what you get here, what would you get for {a} - {b}?",
                    "A bank cancels a debt of {b} dollars for you. Are you richer or poorer after that, and does {wrong} say so?",
                    "Put {a} - {b} next to {a} - (-{b}). How could both of them come out as {wrong}?",
                    "One child loses {b} dollars and another loses a debt of {b} dollars. Who is better off, and which story gives {wrong}?",
                ),
                "locate": (
                    "Point at each minus sign in {a} - (-{b}). What job does the one inside the parentheses do?",
                    "Your steps would fit the problem {a} - {b}. Which mark in {a} - (-{b}) did they not use?",
                    "Read {a} - (-{b}) aloud, word by word. What kind of number is inside the parentheses?",
                    "Name the number inside the parentheses, then the number you took off to get {wrong}. How do the two compare?",
                ),
            },
            source="E55",
        ),
        Misconception(
            id="G68-INT-05",
            name="adds the sizes and writes a minus",
            hint="adds the sizes and writes a minus sign in front",
            rule=lambda p: integer(-(p.a + p.b)),
            says=(
                "I put {a} and {b} together and two minuses make it negative",
                "there are minus signs, so the total is {wrong}",
                "I added the numbers and kept a minus",
            ),
            cues=("below zero", "plunge*", "cancelled bill", "arrow"),
            turns={
                "conflict": (
                    "You begin at {a}. What would have to be done to {a} to make it plunge to {wrong}?",
                    "A bath is at {a} degrees and someone takes ice out of it. How could it end up below zero, at {wrong}?",
                    "You hold {a} dollars and get a cancelled bill of {b} dollars. Who would say you now have {wrong} dollars?",
                    "Nothing is taken from your {a} dollars except a bill you had to pay. How would you fall below zero, to {wrong}?",
                ),
                "represent": (
                    "Draw an arrow from {a} to {wrong} on a number line. How does its length compare with {b}?",
                    "Stand at {a} on a number line. Why would removing a negative walk you below zero, to {wrong}?",
                    "Color a thermometer up to {a}. What kind of change would make the color plunge to {wrong}?",
                    "Sketch {a}, zero and {wrong} on one line. Which part of the problem could send an arrow that far down?",
                ),
            },
            source="E1135",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_INTEGERS, SUBTRACTING_A_NEGATIVE)
