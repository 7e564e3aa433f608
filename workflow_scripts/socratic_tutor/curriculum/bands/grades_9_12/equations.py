"""Grades 9 to 12: equations."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import expression, integer, lowest, values
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- two equations in two unknowns ---


def _system(rng: random.Random, low: int = 4, high: int = 15) -> dict[str, Any]:
    c = rng.randint(3, 9)
    m = rng.randint(2, min(6, c))
    x = rng.randint(low, high)
    y = rng.choice([n for n in range(2, high) if n != x and c * x - m * n >= 2])
    return {"s": x + y, "c": c, "m": m, "r": c * x - m * y}


def _system_x(p: Parameters) -> Fraction:
    return Fraction(p.m * p.s + p.r, p.c + p.m)


def _system_trace(p: Parameters) -> dict[str, Any]:
    return {
        "right side after multiplying": p.m * p.s,
        "right side after adding": p.m * p.s + p.r,
        "coefficient of x after adding": p.c + p.m,
        "y": p.s - _system_x(p),
    }


def _unscaled_steps(p: Parameters) -> dict[str, Any]:
    return {"total": p.s + p.r, "sum": p.c + p.m}


SYSTEM = Family(
    id="system",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.C.6",
    topic="systems of equations",
    mission="solve a system of two linear equations",
    vocabulary=("elimination", "multiply both sides"),
    sample=_system,
    statements=(
        "Solve for x: x + y = {s} and {c}x - {m}y = {r}.",
        "The numbers x and y fit x + y = {s} and {c}x - {m}y = {r}. Find x.",
    ),
    stories=(
        "In a quiz {name} gives x right and y wrong answers, {s} in all. A right answer earns {c} points and "
        "a wrong one costs {m}, so {c}x - {m}y = {r} is the score. Find x.",
        "A potter makes {s} vases: x turn out well and y break. Each good one brings {c} dollars, each broken one "
        "costs {m}. In the end {c}x - {m}y = {r} dollars are left. Find x.",
    ),
    reworded=("Two lines, x + y = {s} and {c}x - {m}y = {r}, cross at one point. What is its x-coordinate?",),
    solve=lambda p: lowest(_system_x(p)),
    trace=_system_trace,
    elicit=(
        "What does x + y = {s} tell you about x and y?",
        "How could you get an equation with a single letter?",
        "Why must x and y be the same numbers in both equations?",
        "Which letter would be easier to make disappear, and why?",
    ),
    extend=(
        "How could you find the same x by substitution?",
        "What do your x and the matching y mean on a graph of both lines?",
        "How could you get y without using x?",
        "What would the two lines look like if the system had no solution?",
    ),
    check=(
        "Find the y that goes with your x in x + y = {s}. Does the pair fit {c}x - {m}y = {r}?",
        "Put your x and its y into the second equation. What should come out?",
        "How would a sketch of both lines show whether your x is sensible?",
        "Do your x and y still add up to {s}?",
    ),
    repair=(
        "If x were 1, what would y be in x + y = {s}?",
        "Which letters stand for unknown numbers here?",
        "What is the right side of the second equation?",
        "Name one pair of numbers that adds up to {s}. Which one did you pick?",
    ),
    larger=lambda rng: _system(rng, 120, 400),
    misconceptions=(
        Misconception(
            id="G912-SYS-01",
            name="scales only one side",
            hint="multiplies the left side of the first equation but not the right side",
            rule=lambda p: lowest(Fraction(p.s + p.r, p.c + p.m)),
            steps=_unscaled_steps,
            says=(
                "I made it {m}x + {m}y = {s}, added the equations, and divided {total} by {sum}",
                "{s} plus {r} is {total}, and that is {sum}x",
                "I multiplied x + y by {m} so that y goes away, and then {sum}x = {total}",
            ),
            reworded=("with {m}y and -{m}y the y cancels, and the right sides {s} and {r} make {total}",),
            cues=(
                "new line",
                "before and after",
                "touch*",
                "{total} came",
                "bill",
                "pan",
                "recipe",
                "rope",
                "that pair",
                "both equations",
                "any two numbers",
                "bar of length",
                "both at once",
                "same line",
                "you wrote",
                "reach {s}",
            ),
            turns={
                "locate": (
                    "Look at x + y and its right side before and after you used the factor {m}. What changed, and what did not?",
                    "Which parts of x + y = {s} did your factor {m} touch?",
                    "Your {total} came from {s} and {r}. Which left side did that {s} belong to at that moment?",
                    "Your new line is {m}x + {m}y = {s}. Can it be true together with x + y = {s}, or do they quarrel?",
                ),
                "analog": (
                    "A pen and a pad cost 90 cents together. What happens to the bill when someone buys several of each?",
                    "A cup and a book balance 80 coins. If one pan gets twenty times as many of both, what will the scale show?",
                    "A recipe mixes flour and water into 700 grams of dough. What becomes of the 700 when both are tripled?",
                    "Two pieces make a rope of 500 feet. If each piece is made twenty times as long, what about the whole?",
                ),
                "check": (
                    "Use x = {wrong} in x + y = {s} to get a y. What does the second equation say about that pair?",
                    "Take any two numbers that add up to {s} as x and y. What do you find for {m}x + {m}y?",
                    "Does x = {wrong} leave a y that suits both equations, or which of them breaks?",
                    "Draw x + y as a bar of length {s}. How long would {m}x + {m}y be in your drawing?",
                ),
                "conflict": (
                    "You need x + y = {s} and {m}x + {m}y = {s} to hold. Which positive numbers could fit both at once?",
                    "Sketch x + y = {s} and {m}x + {m}y = {s}. Are they the same line, as they ought to be?",
                    "Let x be 1 and y the rest of {s}. Does {m}x + {m}y give the {s} you wrote?",
                    "If x is {wrong}, what y does {c}x - {m}y = {r} give, and does x + y reach {s}?",
                ),
            },
            source="E614",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-SYS-01-A",
            name="adds without matching the coefficients",
            hint="adds the equations as they are and ignores the y that is left",
            rule=lambda p: lowest(Fraction(p.s + p.r, p.c + 1)),
            cues=("y that is left", "leftover", "still holds a y", "dropped", "vanish*"),
        ),
        PlausibleError(
            id="G912-SYS-01-B",
            name="gives the other unknown",
            hint="gives the value of y where x is asked",
            rule=lambda p: lowest(p.s - _system_x(p)),
            cues=("which letter", "asked for", "names on", "swap*", "label*"),
        ),
    ),
)


# --- a complex number times its conjugate ---


def _conjugates(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b}


def _square_steps(p: Parameters) -> dict[str, Any]:
    return {"a2": p.a**2, "b2": p.b**2}


COMPLEX_PRODUCT = Family(
    id="complex",
    grade_band="9-12",
    grade="11",
    ccss="HSN-CN.A.2",
    topic="complex numbers",
    mission="multiply two complex numbers",
    vocabulary=("complex", "imaginary unit"),
    sample=_conjugates,
    statements=(
        "Multiply ({a} + {b}i)({a} - {b}i).",
        "What is the product of {a} + {b}i and {a} - {b}i?",
        "Let z = {a} + {b}i and w = {a} - {b}i. Find zw.",
    ),
    reworded=("Simplify ({a} - {b}i)({a} + {b}i) to a real number.",),
    solve=lambda p: integer(p.a**2 + p.b**2),
    trace=lambda p: {"i times i": -1, "square of the real part": p.a**2, "square of the factor of i": p.b**2},
    elicit=(
        "What does the letter i stand for in {a} + {b}i?",
        "How would you multiply these brackets if i were an ordinary letter?",
        "What do {a} + {b}i and {a} - {b}i have in common?",
        "How many small products do you expect from these two brackets?",
    ),
    extend=(
        "Why is there no i left in your result?",
        "How is your result linked to the distance of {a} + {b}i from 0?",
        "Which new parts appear if both brackets hold a plus sign?",
        "How could such a product help you to divide by {a} + {b}i?",
    ),
    check=(
        "Write out all four small products. Does each one show up in your result?",
        "Draw {a} + {b}i as an arrow. Does its squared length fit your result?",
        "Multiply the brackets in the other order. Do you get the same number?",
        "Where in your work did you use what i is?",
    ),
    repair=(
        "Which part of {a} + {b}i has no i in it?",
        "What sign stands in the second bracket?",
        "What is 10 times {b}i?",
        "Where would you mark the number {a} on the complex plane?",
    ),
    larger=lambda rng: _conjugates(rng, 15, 40),
    misconceptions=(
        Misconception(
            id="G912-CPX-01",
            name="i squared is 1",
            hint="takes the square of i to be 1",
            rule=lambda p: integer(p.a**2 - p.b**2),
            steps=_square_steps,
            says=(
                "{a} squared is {a2} and {b}i squared is {b2}, so it is {a2} - {b2}",
                "the parts with one i cancel, and {a2} minus {b2} is left",
                "it is a difference of squares: {a2} and {b2}",
            ),
            reworded=(
                "first times first is {a2}, last times last is {b2} with a minus, the middle goes away",
            ),
            cues=(
                "i times i",
                "i by i",
                "invent*",
                "meaning of i",
                "each i",
                "in its place",
                "quarter turn*",
                "arrow",
                "(1 + i)(1 - i)",
                "7i",
                "20i",
                "5i",
                "without any i",
                "leave every i",
                "square below 0",
                "at x = i",
            ),
            turns={
                "elicit": (
                    "You met i times i on your way to {wrong}. What number did you let it be?",
                    "Where did each i go between the two brackets and your result?",
                    "What is the meaning of i, and in which line of your work did you use it?",
                    "An i^2 was in your work and then it was gone. What did you write in its place?",
                ),
                "represent": (
                    "Draw {a} + {b}i as an arrow with legs {a} and {b}. Could {wrong} be the square of its length?",
                    "Going from 1 to i is a quarter turn. Where do you land after one more such turn?",
                    "Mark {b}i on the vertical axis and give it another quarter turn. On which side of 0 does it end?",
                    "On the complex plane, what do two quarter turns do to the number 50?",
                ),
                "simplify": (
                    "What does your way give for (1 + i)(1 - i), and can two nonzero numbers have that product?",
                    "Square 7i your way. How would that differ from the square of plain 7, and should it?",
                    "Multiply i by i and nothing else. Why was this number invented at all?",
                    "By your way, is there any difference between (20i)(20i) and (20)(20), and should there be?",
                ),
                "conflict": (
                    "The numbers {a} + {b} and {a} - {b}, without any i, also have the product {wrong}. Should i make no difference?",
                    "Leave every i out and multiply ({a} + {b})({a} - {b}). What do you notice about that result and yours?",
                    "Which real number has a square below 0, and what does {wrong} assume about the square of i?",
                    "With your way x^2 + 1 would be 2 at x = i. What should it be, if i solves x^2 + 1 = 0?",
                ),
            },
            source="memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-CPX-01-A",
            name="keeps the middle terms",
            hint="adds the two middle terms instead of letting them cancel",
            rule=lambda p: expression(f"{p.a**2 + p.b**2} + {2 * p.a * p.b}i"),
            cues=("middle", "cross product*", "still shows an i", "opposite signs", "left over"),
        ),
        PlausibleError(
            id="G912-CPX-01-B",
            name="keeps one i",
            hint="leaves a single i behind the square",
            rule=lambda p: expression(f"{p.a**2} - {p.b**2}i"),
            cues=("one i or two", "single i", "behind the", "count the", "lost a factor"),
        ),
    ),
)


# --- absolute value equations ---


def _distance(rng: random.Random, low: int = 2, high: int = 15) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b, "v": rng.choice("xnt")}


ABSOLUTE_VALUE = Family(
    id="absval_eq",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.3",
    topic="absolute value equations",
    mission="find all numbers at a given distance from a number",
    vocabulary=("absolute value", "distance"),
    sample=_distance,
    statements=(
        "Find all solutions of |{v} - {a}| = {b}.",
        "Solve |{v} - {a}| = {b}. Give every solution.",
    ),
    stories=(
        "A robot at {a} on a straight track rolls exactly {b} units to the point {v}, so |{v} - {a}| = {b}. "
        "Where can it be now?",
        "{name} had {a} points in a game. One round later the score is {v} points, and |{v} - {a}| = {b}. "
        "Which scores are possible, counting those below 0?",
    ),
    reworded=("The absolute value of {v} - {a} is {b}. Which numbers can {v} be?",),
    solve=lambda p: values(p.a - p.b, p.a + p.b),
    trace=lambda p: {"second number between the bars": -p.b, "smaller solution": p.a - p.b},
    elicit=(
        "What do the bars in |{v} - {a}| do to a number?",
        "How would you read |{v} - {a}| = {b} as a sentence about a distance?",
        "Where is {a} on a number line, and what does {b} have to do with it?",
        "What kinds of numbers have an absolute value of {b}?",
    ),
    extend=(
        "Which point lies halfway between your two solutions?",
        "Why is there no solution for |{v} - {a}| = -1?",
        "Which numbers would solve |{v} - {a}| < {b}?",
        "How do the solutions move if {a} grows by 100?",
    ),
    check=(
        "Put each of your values into |{v} - {a}|. Do you get {b} every time?",
        "How far is each of your values from {a}?",
        "How could you convince a friend that your list is complete?",
        "Mark your values and {a} on one line. Does the picture look balanced?",
    ),
    repair=(
        "What is the absolute value of -200?",
        "What is the value of |{v} - {a}| when {v} is equal to {a}?",
        "Which number comes after the equal sign?",
        "How far apart are 3 and 10 on a number line?",
    ),
    larger=lambda rng: _distance(rng, 20, 120),
    misconceptions=(
        Misconception(
            id="G912-ABS-01",
            name="one solution only",
            hint="drops the bars and finds only one solution",
            rule=lambda p: values(p.a + p.b),
            says=(
                "I left out the bars, and {v} - {a} = {b} gives {wrong}",
                "the bars just make it positive, and {b} is positive already",
                "{a} plus {b} is {wrong}, and {wrong} minus {a} is {b}",
            ),
            reworded=("absolute value means positive, so I solved {v} - {a} = {b} like any equation",),
            cues=(
                "walk*",
                "compass",
                "v-shaped",
                "leash",
                "|n| = 50",
                "|-30|",
                "|t| = 40",
                "from 100",
                "sign of",
                "between the bars",
                "right of {a}",
                "job",
                "on both sides",
                "without bars",
                "just as far",
                "points of a line",
            ),
            turns={
                "represent": (
                    "Stand at {a} on a line and walk exactly {b} units. Where could that take you?",
                    "Set a compass on {a} and open it to {b}. At how many places does its circle cut the line?",
                    "Sketch the v-shaped graph of |{v} - {a}| and a level line at height {b}. How often do they meet?",
                    "A dog is tied at the mark {a} of a long path with a leash of {b} meters. At which marks does it come to a stop?",
                ),
                "simplify": (
                    "Someone tells you only that |n| = 50. What can you say about n?",
                    "Compare |-30| with |30|. What does it tell you about removing bars?",
                    "Which numbers t fit |t| = 40, and would your way find them all?",
                    "Name every whole number that is exactly one step away from 100. How does that compare with your list?",
                ),
                "elicit": (
                    "When you removed the bars, what did you believe about the sign of {v} - {a}?",
                    "What numbers could have stood between the bars and still come out as {b}?",
                    "Your solution lies to the right of {a}. What made you search on that side?",
                    "What job did the bars have, and who does it after you left them out?",
                ),
                "conflict": (
                    "Does your list treat {a} as a center, with the same distance on both sides, or not?",
                    "Without bars, {v} - {a} = {b} would be an ordinary equation. What did the bars change about the problem, then?",
                    "From {a} one can go just as far in another direction. Where is that place on your list?",
                    "How many points of a line have the distance {b} from {a}, and how many of them did you name?",
                ),
            },
            source="ML absolute_value.absolute_value_makes_positive (neighbour); memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-ABS-01-A",
            name="opposite of the solution",
            hint="gives the one solution and its opposite",
            rule=lambda p: values(p.a + p.b, -p.a - p.b),
            cues=("-{wrong}", "opposite*", "around 0", "from 0", "flipped"),
        ),
        PlausibleError(
            id="G912-ABS-01-B",
            name="reads the minus as a plus",
            hint="turns every sign between the bars into a plus",
            rule=lambda p: values(p.b - p.a),
            applies_if=lambda p: p.b != p.a,
            cues=("plus sign", "{v} + {a}", "minus between", "turned the minus", "became a plus"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SYSTEM, COMPLEX_PRODUCT, ABSOLUTE_VALUE)
