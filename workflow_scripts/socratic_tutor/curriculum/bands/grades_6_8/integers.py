"""Grades 6 to 8: adding and subtracting integers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError


def _negative_plus_positive(rng: random.Random) -> dict[str, Any]:
    return {"p": rng.randint(4, 25), "q": rng.randint(2, 20)}


def _large_negative_plus_positive(rng: random.Random) -> dict[str, Any]:
    return {"p": rng.randint(40, 99), "q": rng.randint(21, 99)}


# --- a negative plus a positive ---
ADDING_INTEGERS = Family(
    id="int_add",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="adding integers",
    mission="add a negative and a positive integer",
    vocabulary=("integer", "opposite", "number line"),
    sample=_negative_plus_positive,
    larger=_large_negative_plus_positive,
    statements=(
        "-{p} + {q} = ?",
        "Find the sum of -{p} and {q}.",
    ),
    stories=(
        "It is -{p} degrees at dawn. By noon it is {q} degrees warmer. How many degrees is it at noon?",
        "A team in a quiz show stands at -{p} points and then wins {q} points. What is its score now?",
    ),
    reworded=("Begin with the integer -{p} and add {q} to it. Which integer do you get?",),
    solve=lambda p: integer(p.q - p.p),
    trace=lambda p: {"difference of the sizes": abs(p.p - p.q)},
    elicit=(
        "Where would you find -{p} on a number line?",
        "What could -{p} stand for in real life?",
        "What does it mean to get {q} more when you are at -{p}?",
        "Is -{p} or {q} farther from zero, or are they equally far, and why might that matter?",
    ),
    extend=(
        "How could you convince a friend of your sum with a number line?",
        "What would you have to add to your sum to end at the opposite of it?",
        "When is the sum of a negative and a positive integer positive?",
        "How would the sum change if both signs were turned around?",
    ),
    check=(
        "If you take {q} away from your sum again, do you land on -{p}?",
        "Does your sum lie to the right of -{p} on a number line, as it should after adding {q}?",
        "Could a story about a thermometer at -{p} degrees end at your sum?",
        "Pair {p} red chips with {q} yellow ones; which color is left, and does your sign agree?",
    ),
    repair=(
        "Which side of zero is -{p} on?",
        "Can you point at the sign of the first number?",
        "What is the opposite of {q}?",
        "On a number line, which way does adding {q} move you?",
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
            reworded=("I worked out how much more {p} is than {q}",),
            cues=(
                "reach zero",
                "pass zero",
                "past zero",
                "side of zero",
                "cross zero",
                "above zero",
                "minus of -{p}",
                "in front of {p}",
                "where did it go",
                "before the {p}",
                "-100",
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
                "elicit": (
                    "What does the minus of -{p} tell about your starting place? Say what became of it in {wrong}.",
                    "The sign in front of {p} was there at the start. In your {wrong}, where did it go?",
                    "Your {wrong} fits a walk of {q} to the left from {p}. What does the dash before the {p} say about your start?",
                    "Explain your {wrong} as a place: on which side of zero is it, and on which did you begin?",
                ),
                "simplify": (
                    "It is -100 degrees and gets 1 degree warmer. On which side of zero is the thermometer after that?",
                    "Somebody at floor -100 rides up 2 floors. How near is that to getting past zero?",
                    "Take the sum -100 + 1. What would your way give, and would so small a push cross zero?",
                    "With a score of -100 you win 3 points. Does the board show a number above zero now?",
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
            reworded=(
                "I made one big number out of {p} and {q} and it starts with a minus, so it stays minus",
            ),
            cues=(
                "owe*",
                "colder",
                "lower than",
                "deeper",
                "direction",
                "left or right",
                "red chip*",
                "-{p} + (-{q})",
                "-{p} - {q}",
                "two debts",
                "-50 + 1",
                "-40 + 40",
                "-30 + 30",
                "balloon",
                "ladder",
                "hole",
                "down or up",
                "refund",
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
                "simplify": (
                    "Your way makes -51 out of -50 + 1. Is that a step down or up from where you began?",
                    "You owe 40 dollars and earn 40 dollars. What would your way make of -40 + 40?",
                    "Try the pair -30 + 30 by your rule. Where would two opposites take you, and does it make sense?",
                    "With 1 dollar in hand and 50 owed, what is -50 + 1 by your way, more debt or less?",
                ),
                "analog": (
                    "Someone deep in a hole climbs a few rungs of a ladder. Are they deeper or closer to the top?",
                    "A balloon sinks in a valley, then rises a bit. Would you find it lower than it was before rising?",
                    "Two debts pile up, but a debt and a refund do not. Which of the two does your {wrong} describe?",
                    "A store owes money and then sells goods. Would the owner write the sale on the debt side, as you did?",
                ),
            },
            source="E160; E2096",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-01-A",
            name="leaves the minus out",
            hint="adds the two sizes as if the first number were positive",
            rule=lambda p: integer(p.p + p.q),
            cues=("summer", "two gains", "head start", "higher than {q}", "already positive"),
        ),
        PlausibleError(
            id="G68-INT-01-B",
            name="keeps the sign of the first number",
            hint="subtracts the sizes and keeps the minus of the first number",
            rule=lambda p: integer(-abs(p.p - p.q)),
            applies_if=lambda p: p.q > p.p,
            cues=("outweigh*", "stronger", "tug*", "who wins", "winner*"),
        ),
    ),
)


def _minus_a_negative(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 19), 2)
    return {"a": a, "b": b}


def _minus_a_large_negative(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(21, 80), 2)
    return {"a": a, "b": b}


# --- a positive minus a negative ---
SUBTRACTING_A_NEGATIVE = Family(
    id="int_sub_n",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="subtracting a negative",
    mission="subtract a negative integer from a positive one",
    vocabulary=("subtract", "opposite"),
    sample=_minus_a_negative,
    larger=_minus_a_large_negative,
    statements=(
        "{a} - (-{b}) = ?",
        "Subtract -{b} from {a}.",
    ),
    stories=(
        "It is {a} degrees at noon and -{b} degrees at night. How many degrees warmer is noon than night?",
        "A kite flies at a height of {a} meters above the sea and a fish swims at -{b} meters. "
        "How many meters is the kite above the fish?",
    ),
    reworded=("How much greater is {a} than -{b}?",),
    solve=lambda p: integer(p.a + p.b),
    trace=lambda p: {"opposite of the second number": p.b},
    elicit=(
        "What does -{b} mean on a number line?",
        "What is the opposite of -{b}, and how do you know?",
        "How would you put this problem into a story about money?",
        "Which side of zero is each of the two numbers on?",
    ),
    extend=(
        "How could you test your result with an addition?",
        "What story about debts would match this subtraction?",
        "How would the result change if the first number were negative too?",
        "What would you get if -{b} came first and {a} were subtracted from it?",
    ),
    check=(
        "If you add -{b} to your result, do you come back to {a}?",
        "How far apart are {a} and -{b} on a number line, and does your result show that?",
        "Does your result lie above or below {a}, and which of the two suits removing a negative?",
        "Which answers do {a} - 1, {a} - 0 and {a} - (-1) give, and does yours follow that pattern?",
    ),
    repair=(
        "Is -{b} to the left or to the right of zero?",
        "How many minus signs do you see?",
        "Which number is being subtracted?",
        "Can you mark {a} and -{b} on a number line?",
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
            reworded=("two minuses in a row look like a typo, so I wrote just one and did {a} minus {b}",),
            cues=(
                "{a} - {b}",
                "debt",
                "inside the parentheses",
                "penalty",
                "sandbag*",
                "pattern of",
                "taken away shrinks",
                "next line",
                "weights",
                "mask*",
                "referee",
                "{a} - 0",
            ),
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
                "analog": (
                    "A referee takes a penalty of 30 points back. Does the team's score sink, as your {wrong} would have it?",
                    "Sandbags pull a hot-air balloon down. When some sandbags are thrown out, which way does it go?",
                    "A debt is erased from the list of all you own and owe. Does the total go the way of your {wrong}?",
                    "Weights hang on a toy boat. If you take weights off, does the boat sit lower in the water?",
                ),
                "represent": (
                    "Write {a} - 3, {a} - 2, {a} - 1, {a} - 0 in a column. As the number taken away shrinks, where do results go?",
                    "Start a column with {a} - 1 and {a} - 0. What should the next line be, and how should its result move?",
                    "Lay the lines {a} - {b} and {a} - 0 on a number line. Where would {a} - (-{b}) belong, beside them?",
                    "Show a debt of {b} as red chips in a purse. What happens to the purse when these chips are removed?",
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
                "there are so many minus signs that {a} and {b} together must be {wrong}",
                "I added {a} and {b} and kept a minus",
            ),
            reworded=("it's all minus, so {a} and {b} go down together to {wrong}",),
            cues=(
                "below zero",
                "plunge*",
                "cancelled bill",
                "arrow",
                "far down",
                "sunk",
                "sank",
                "sink",
                "-{a} + (-{b})",
                "100 - (-1)",
                "50 - (-1)",
                "start at {a}",
                "positive {a}",
                "sign of {a}",
            ),
            turns={
                "conflict": (
                    "You begin at {a}. What would have to be done to {a} to make it plunge to {wrong}?",
                    "A bath is at {a} degrees and someone takes ice out of it. How could it end up below zero, at {wrong}?",
                    "You hold {a} dollars, and a cancelled bill of {b} dollars comes back to you. Who would say you now have {wrong} dollars?",
                    "You keep your {a} dollars while a bill you had to pay is torn up. How would you fall below zero, to {wrong}?",
                ),
                "represent": (
                    "Draw an arrow from {a} to {wrong} on a number line. How does its length compare with {b}?",
                    "Stand at {a} on a number line. Why would removing a negative walk you below zero, to {wrong}?",
                    "Color a thermometer up to {a}. What kind of change would make the color plunge to {wrong}?",
                    "Sketch {a}, zero and {wrong} on one line. Which part of the problem could send an arrow that far down?",
                ),
                "check": (
                    "Test {wrong} by adding -{b} to it. Do you climb back to {a}, or are you even further below zero?",
                    "The problem -{a} + (-{b}) also ends at {wrong}. How could yours, with a positive {a}, match it?",
                    "Let a friend start at {a} and undo your trip to {wrong}. How long would the friend's arrow have to be?",
                    "Ask yourself what {wrong} plus -{b} is. Has it sunk below zero, or is it {a} again?",
                ),
                "simplify": (
                    "Your way gives -101 for 100 - (-1). Can one small number sink a hundred like that?",
                    "Think of 50 - (-1) as 50 coins and a bill of 1 that is torn up. How could that plunge?",
                    "You own 100 dollars and one small bill is torn up. What would have to happen to end below zero?",
                    "Before any rule, guess where 100 - (-1) lies. How far down does your way send it?",
                ),
            },
            source="E1135",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-04-A",
            name="changes the sign of the first number",
            hint="turns the first number negative and adds the second as a positive",
            rule=lambda p: integer(p.b - p.a),
            cues=("-{a} + {b}", "keep the {a}", "change* the first", "belong* to the {b}"),
        ),
    ),
)


def _two_negatives(rng: random.Random) -> dict[str, Any]:
    p, q = rng.sample(range(2, 26), 2)
    return {"p": p, "q": q}


def _two_large_negatives(rng: random.Random) -> dict[str, Any]:
    p, q = rng.sample(range(26, 90), 2)
    return {"p": p, "q": q}


# --- a negative plus a negative ---
ADDING_TWO_NEGATIVES = Family(
    id="int_add_nn",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="adding two negatives",
    mission="add two negative integers",
    vocabulary=("negative", "sum"),
    sample=_two_negatives,
    larger=_two_large_negatives,
    statements=(
        "-{p} + (-{q}) = ?",
        "Find the sum of -{p} and -{q}.",
    ),
    stories=(
        "The temperature is -{p} degrees in the evening and changes by -{q} degrees overnight. "
        "What is the temperature in the morning?",
        "In a game {name} has a score of -{p} and then gets -{q} points. What is the new score?",
    ),
    reworded=("Two integers, -{p} and -{q}, are added. What is the total?",),
    solve=lambda p: integer(-p.p - p.q),
    trace=lambda p: {"sum of the sizes": p.p + p.q},
    elicit=(
        "Where do you stand on a number line before anything is added?",
        "What could two negative numbers that are added mean in a story?",
        "Which way does adding -{q} move you on a number line?",
        "What does the minus of -{q} help you to see?",
    ),
    extend=(
        "Can the sum of two negative integers ever be positive, and how do you know?",
        "How would the sum change if one of the two signs were turned around?",
        "Which story with three negative numbers could you make up?",
        "How is the rule for adding two negatives different from the rule for multiplying them?",
    ),
    check=(
        "If you take -{q} away from your sum, does -{p} come back?",
        "Is your sum to the left of -{p}, as a negative step asks for?",
        "Could the temperature in a story about -{p} and -{q} degrees come out as your sum?",
        "When you show both numbers with red chips, which color are all your chips?",
    ),
    repair=(
        "Is -{p} above or below zero?",
        "Which of the two numbers do you start from?",
        "Can you mark -{q} on a number line?",
        "How many negative numbers are in this problem?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-03",
            name="two negatives make a positive",
            hint="uses the sign rule for products in a sum",
            rule=lambda p: integer(p.p + p.q),
            says=(
                "two negatives make a positive",
                "I added {p} and {q}, and minus with minus is plus",
                "both minus signs cancel out, so it is {wrong}",
            ),
            reworded=("a minus and another minus turn into a plus, that's how we learned it",),
            cues=(
                "debt*",
                "owe*",
                "i.o.u.*",
                "richer",
                "hole*",
                "dig*",
                "dug",
                "{p} + {q}",
                "red chips only",
                "all red",
                "warmer",
                "multipl*",
                "times sign",
                "where have you met",
                "sunny side",
                "right of zero",
                "-1 + (-1)",
                "-10 + (-10)",
                "cold day*",
            ),
            turns={
                "analog": (
                    "Owing money to two friends is two debts. Would that leave you richer than a single debt?",
                    "You dig a hole and then dig on. After the second round, is there a hill or a deeper hole?",
                    "One I.O.U. lies in your drawer and a second one joins it. Is your drawer a treasure now?",
                    "Two cold days follow each other, each with a fall in temperature. Would you pack sunscreen after that?",
                ),
                "conflict": (
                    "The problem {p} + {q} also has the answer {wrong}. What ought to be different when both signs change?",
                    "Starting at -{p}, something negative is added. How could you land to the right of zero, at {wrong}?",
                    "Suppose you owe {p} dollars and then owe {q} more. Would a bank write {wrong} as your balance?",
                    "At -{p} degrees the weather gets colder by {q}. Why would a thermometer show {wrong}, which is warmer?",
                ),
                "elicit": (
                    "Your rule about two negatives: where have you met it, and which sign stood between the numbers there?",
                    "When you say that minus and minus cancel, what happens to two debts that are put on one bill?",
                    "In which kind of problem did you learn that rule, one with a times sign or one like this?",
                    "What would your rule tell someone who owes {p} dollars and borrows again?",
                ),
                "simplify": (
                    "Hand -1 + (-1) to your rule. What does it make of two small steps on a line?",
                    "You owe 10 dollars to each of two people. By your way -10 + (-10) is 20; who would agree?",
                    "Take one red chip for -1 and add another. Do you see all red, or does a yellow chip appear?",
                    "If two holes are one meter deep each and you stack them, where would your rule put the floor?",
                ),
            },
            source="MaE19; ML negative_numbers.multiplication_rule_for_addition",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-03-A",
            name="drops the second minus",
            hint="adds the second number as if it were positive",
            rule=lambda p: integer(p.q - p.p),
            cues=("second minus", "parentheses", "around {q}", "went up by {q}", "climb*"),
        ),
        PlausibleError(
            id="G68-INT-03-B",
            name="drops the first minus",
            hint="starts from the positive first number",
            rule=lambda p: integer(p.p - p.q),
            cues=("starting place", "first minus", "start at {p}", "begin at", "first sign"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_INTEGERS, SUBTRACTING_A_NEGATIVE, ADDING_TWO_NEGATIVES)
