"""Grades 6 to 8: scientific notation and square roots."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isqrt
from typing import Any

from socratic_tutor.curriculum.answers import decimal, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _written_small(lead: str, k: int) -> dict[str, Any]:
    return {"number": "0." + "0" * (k - 1) + lead, "lead": lead, "k": k}


def _lead(rng: random.Random) -> str:
    return str(rng.randint(2, 9)) + rng.choice(("", "", str(rng.randint(1, 9))))


def _small_number(rng: random.Random) -> dict[str, Any]:
    return _written_small(_lead(rng), rng.randint(3, 8))


def _tiny_number(rng: random.Random) -> dict[str, Any]:
    return _written_small(_lead(rng), rng.randint(9, 13))


def _first_factor(p: Parameters) -> str:
    return p.lead[0] + ("." + p.lead[1:] if len(p.lead) > 1 else "")


# --- a small number in scientific notation ---
SCIENTIFIC_NOTATION = Family(
    id="sci",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.A.4",
    topic="scientific notation",
    mission="find the exponent of a small number in scientific notation",
    vocabulary=("scientific notation", "power of ten"),
    sample=_small_number,
    larger=_tiny_number,
    statements=(
        "Write {number} in scientific notation. What is the exponent of 10?",
        "Which exponent does 10 get when {number} is written in scientific notation?",
    ),
    stories=(
        "A thread is {number} meters thick. {name} writes this in scientific notation. Which exponent of 10 is right?",
        "A drop of ink weighs {number} kilograms. Which exponent of 10 does the weight get in scientific notation?",
    ),
    reworded=("The number {number} is to become a factor from 1 to 10, times 10^n. Find n.",),
    solve=lambda p: integer(-p.k),
    trace=lambda p: {"first factor": _first_factor(p), "places the point moves": p.k},
    elicit=(
        "Between which two numbers does the first factor of scientific notation lie?",
        "Is {number} more or less than a whole, and what does that tell you?",
        "Which place does the first digit that is not zero have in {number}?",
        "What does multiplying by 10 do to the decimal point?",
    ),
    extend=(
        "How would the exponent change if {number} were ten times as large?",
        "Which number has the same first factor and the opposite exponent?",
        "How could you compare two tiny numbers by their exponents alone?",
        "Why do scientists prefer this form to writing {number}?",
    ),
    check=(
        "If you turn your scientific notation back into a decimal, does {number} come out?",
        "Does your exponent make a number smaller than a whole, as {number} is?",
        "What happens when you apply your power of ten to the first factor, a place at a time?",
        "How many digits stand behind the point in your number when you write it out again?",
    ),
    repair=(
        "What is the first digit of {number} that is not zero?",
        "Is {number} closer to 0 or to 10?",
        "How do you read {number} aloud?",
        "Where does the decimal point have to stand in scientific notation?",
    ),
    misconceptions=(
        Misconception(
            id="G68-SCI-01",
            name="wrong sign of the exponent",
            hint="gives a small number a positive exponent",
            rule=lambda p: integer(p.k),
            says=(
                "I moved the point {k} places",
                "you count the places to get behind the first digit, and that's {k}",
                "the point jumps to the right, and right is positive",
            ),
            reworded=("it takes {k} moves to reach the front digit, so that's the power",),
            cues=(
                "10^{k}",
                "million*",
                "huge",
                "giant",
                "distance to the sun",
                "grows",
                "grow",
                "enlarge*",
                "10^3",
                "10^6",
                "beyond a whole",
                "city",
                "mountain*",
                "planet*",
            ),
            turns={
                "conflict": (
                    "Write 10^{k} out in full. When a digit is multiplied by it, do you come near {number}?",
                    "The power 10^{k} makes things grow. What should happen to a plain digit so that it ends at {number}?",
                    "Which is closer to 10^{k}: how many people fill a town or how many meters a dust grain spans? Now look at {number}.",
                    "Undo your notation by typing a digit times 10^{k}. Is the display huge or tiny?",
                ),
                "analog": (
                    "One scientist writes about a planet, another about an ant's leg. Whose lengths in meters need powers such as 10^6?",
                    "A map maker can enlarge or reduce a mountain. Which of the two do powers like 10^3 do?",
                    "Would millions of dollars and thousandths of a dollar have the same kind of exponent, and how would you tell?",
                    "You hear '10^6 meters' on the radio. Is that huge, and is {number} in the same league?",
                ),
                "simplify": (
                    "Think of 4000 as 4 x 10^3. What would be left for the exponent of 0.004?",
                    "A million is 10^6. How would you name the power for a millionth, so that the two differ?",
                    "Compare 7000 and 0.007. If both got 10^3, how would a reader know which was meant?",
                    "In 9 x 10^3 the number grows beyond a whole. Does 0.09 lie on that side too?",
                ),
                "elicit": (
                    "What does a power such as 10^{k} tell a reader about the size of the number?",
                    "In which direction does multiplying by 10^{k} send a number, up or down in size?",
                    "Your exponent tells how far the point went. What tells the reader whether the number is giant or tiny?",
                    "Imagine somebody sees only your 10^{k} and not {number}. What size would they expect, huge or small?",
                ),
            },
            source="ML scientific_notation.wrong_exponent_sign; E2099",
        ),
        Misconception(
            id="G68-SCI-02",
            name="counts the zeros after the point",
            hint="counts only the zeros behind the point",
            rule=lambda p: integer(1 - p.k),
            steps=lambda p: {"zeros": p.k - 1},
            says=(
                "there are {zeros} zeros after the point",
                "I counted the zeros behind the point, {zeros} of them, and made it minus",
                "each zero is one ten less, and I see {zeros} zeros there",
            ),
            reworded=("between the point and the first real digit there are {zeros} zeros",),
            cues=(
                "0.5",
                "0.7",
                "0.03",
                "0.3",
                "last hop",
                "each hop",
                "pencil point",
                "hops",
                "land*",
                "ends up",
                "in front of the first",
                "{wrong} places",
                "moving the point back",
                "tenths",
                "hundredths",
                "fence*",
                "posts",
                "stair*",
                "10^({wrong})",
            ),
            turns={
                "simplify": (
                    "Use your counting on 0.7. What exponent comes out, and is 0.7 then still less than a whole?",
                    "Look at 0.5, which has no zero behind its point. What would your rule make of it?",
                    "Which exponent would your way give to 0.03? Turn that back into a decimal and compare.",
                    "Tenths come right behind the point. By your rule, what power of ten do tenths get in 0.3?",
                ),
                "represent": (
                    "Draw an arc for each hop of the point. After your {zeros} hops, where does it land?",
                    "Write {number} large and let a pencil point hop past each zero. Is it already behind the first digit that counts?",
                    "Label each place in {number}, beginning with tenths and hundredths. Which label does the first other digit get?",
                    "Mark where the point starts and where it ends up. Does your count of zeros cover the last hop?",
                ),
                "check": (
                    "Move the point back by your count, starting behind the first digit. Which decimal lands on your paper?",
                    "Undo your notation by moving the point back {zeros} places. What number do you reach?",
                    "Write the number with 10^({wrong}) as a decimal again. How many zeros does that one have?",
                    "Give your notation to a friend who makes hops to the left. On which number does the friend land?",
                ),
                "analog": (
                    "Between the posts of a fence there are gaps. Why is counting gaps not the same as counting posts?",
                    "On a stair you pass some steps and then land on one more. Which of these did your count include?",
                    "A frog jumps over stones and lands behind the last thing it crossed. What does it cross besides zeros here?",
                    "A week of school has more days than nights between them. Which of your hops is like the day that gets forgotten?",
                ),
            },
            source="E2028 (neighbouring rule); ML scientific_notation.count_all_zeros_for_exponent",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-SCI-01-A",
            name="uses the whole length",
            hint="counts all the digits of the number",
            rule=lambda p: integer(1 - len(p.number)),
            steps=lambda p: {"digits": len(p.number) - 1},
            cues=("{digits} digits", "leading zero", "very end", "too many moves", "overcount*"),
        ),
    ),
)


# Roots that are met in class: all up to 40, then multiples of 5, then of 10.
_ROOTS = (*range(3, 41), *range(45, 155, 5), *range(160, 310, 10))
_COMMON_ROOTS = (*range(3, 21), 25, 30, 40, 50)


def _square(rng: random.Random) -> dict[str, Any]:
    root = rng.choice(_COMMON_ROOTS if rng.random() < 0.5 else _ROOTS)
    return {"square": root * root}


def _large_square(rng: random.Random) -> dict[str, Any]:
    return {"square": rng.randint(301, 600) ** 2}


# --- square roots ---
SQUARE_ROOTS = Family(
    id="sqrt",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.A.2",
    topic="square roots",
    mission="find the square root of a perfect square",
    vocabulary=("square root", "square"),
    sample=_square,
    larger=_large_square,
    statements=(
        "What is the square root of {square}?",
        "sqrt({square}) = ?",
        "Find the positive square root of {square}.",
    ),
    stories=(
        "A square garden has an area of {square} square feet. How many feet long is each side?",
        "{name} designs a mosaic of {square} equal square tiles that form one big square. How many tiles are in each row?",
    ),
    reworded=("A positive number was squared and {square} came out. Which number was it?",),
    solve=lambda p: integer(isqrt(p.square)),
    elicit=(
        "What does squaring do to a number, and what would undo it?",
        "Which square numbers do you know by heart that are near {square}?",
        "If {square} is the area of a square, what is the root a measure of?",
        "Between which two tens would you look for the root, and why?",
    ),
    extend=(
        "Which other number has {square} as its square?",
        "How could you estimate the root of a number a little larger than {square}?",
        "What happens to the root when {square} becomes four times as large?",
        "Which is the next perfect square after {square}, and how far away is it?",
    ),
    check=(
        "Which number appears when your result is multiplied by itself?",
        "Could a square with your result as its side have the area {square}?",
        "Does the last digit of your result, squared, fit the last digit of {square}?",
        "If you square the next smaller and the next larger whole number, does {square} lie between them?",
    ),
    repair=(
        "What is 10 squared?",
        "What is a square root, in your own words?",
        "Can you sketch a square with the area {square} and name its sides?",
        "Which sign means square root?",
    ),
    misconceptions=(
        Misconception(
            id="G68-ROOT-01",
            name="halves the number",
            hint="divides the number under the root sign by two",
            rule=lambda p: decimal(Fraction(p.square, 2)),
            says=(
                "half of {square} is {wrong}",
                "a square root is two equal parts, so I split {square} in the middle",
                "the root has a 2 in it, so I divided {square} by 2",
            ),
            reworded=("{wrong} and {wrong} together give {square}",),
            cues=(
                "press*",
                "square key",
                "times table",
                "square of {wrong}",
                "whose square",
                "{wrong} x {wrong}",
                "{wrong} + {wrong}",
                "{wrong} by {wrong}",
                "side of {wrong}",
                "{wrong} long",
                "sides are {wrong}",
                "cut in two",
                "two strips",
                "double* back",
                "doubling",
                "100",
                "10,000",
                "strip*",
                "times itself or",
            ),
            turns={
                "conflict": (
                    "Estimate {wrong} x {wrong} without a calculator. How does that compare with {square}?",
                    "A square lot is {wrong} by {wrong}. Would its area be near {square}, far above it or far below?",
                    "You know {wrong} + {wrong} makes {square}. What should a root do with itself to reach {square}?",
                    "Suppose the sides are {wrong} each. Fill in a first row of tiles; how many more rows fit before {square}?",
                ),
                "represent": (
                    "Draw a square of area {square}, then the same square cut in two. Which length in your picture is {wrong}?",
                    "Sketch a square with a side of {wrong}. What would you write inside for its area?",
                    "Cut a paper square into two strips of equal size. Does a strip show a side or an area?",
                    "On squared paper, outline a row that is {wrong} long. Can a square with that row hold only {square} boxes?",
                ),
                "simplify": (
                    "By your way the root of 100 is 50. What would 50 rows of 50 be?",
                    "A board of 100 fields has equal sides. Would your rule describe its side or two strips of it?",
                    "What would your rule give for the root of 10,000? Square that in your head and compare.",
                    "For the number 100, compare doubling back from your result with squaring it. Which one belongs to a root?",
                ),
                "elicit": (
                    "What can you do with {wrong} to get {square} again: take it times itself or something else?",
                    "In your thinking, which action does a root undo, doubling or another one?",
                    "You have {wrong} + {wrong} in mind. Where in the word 'square' do you find that plus?",
                    "Tell me what {wrong} by {wrong} looks like as a floor; why would it need just {square} tiles?",
                ),
                "check": (
                    "Type {wrong} and press the square key. What should the display show, and what will it show?",
                    "Look along a times table for {square}. Would a row and column of {wrong} cross there?",
                    "Find the square of {wrong}, roughly. Does it come back to {square} or run away from it?",
                    "Name a whole number whose square goes past {square}. How does {wrong} sit next to it?",
                ),
            },
            source="E734",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-ROOT-01-A",
            name="divides by the four sides",
            hint="divides the number by four because a square has four sides",
            rule=lambda p: decimal(Fraction(p.square, 4)),
            applies_if=lambda p: p.square != 16,
            cues=("fourth", "around the edge", "perimeter", "walk around", "four times"),
        ),
        PlausibleError(
            id="G68-ROOT-01-B",
            name="doubles the number",
            hint="doubles the number under the root sign",
            rule=lambda p: integer(2 * p.square),
            cues=(
                "larger than {square}",
                "more than {square}",
                "smaller or larger",
                "grow*",
                "bigger than the area",
            ),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SCIENTIFIC_NOTATION, SQUARE_ROOTS)
