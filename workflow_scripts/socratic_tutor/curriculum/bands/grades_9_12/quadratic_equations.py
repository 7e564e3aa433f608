"""Grades 9 to 12: quadratic equations."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isqrt
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest, values
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- zeros of a product of two brackets ---


def _two_brackets(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b, "v": rng.choice("xntkw")}


def _copied_steps(p: Parameters) -> dict[str, Any]:
    return {"na": -p.a}


ZEROS_OF_A_PRODUCT = Family(
    id="quad_roots",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.4",
    topic="zero product property",
    mission="solve a quadratic equation that is given as two brackets with product 0",
    vocabulary=("root", "zero product", "factor"),
    sample=_two_brackets,
    statements=(
        "Solve ({v} - {a})({v} + {b}) = 0.",
        "Find both solutions of ({v} - {a})({v} + {b}) = 0.",
        "Which values of {v} make the product ({v} - {a})({v} + {b}) equal to 0?",
    ),
    stories=(
        "{name} thinks of a number {v}. The product of {v} - {a} and {v} + {b} is 0. What could the number be?",
        "In a model, a valley road lies ({v} - {a})({v} + {b}) feet above sea level, where {v} counts miles east of a town "
        "and is negative to its west. For which values of {v} is the road at sea level?",
    ),
    reworded=("Where on the {v}-axis does the graph of f({v}) = ({v} - {a})({v} + {b}) have its zeros?",),
    solve=lambda p: values(p.a, -p.b),
    trace=lambda p: {"zero of the second bracket": -p.b},
    elicit=(
        "What do you know about two numbers whose product is 0?",
        "How would you explain to a friend what ({v} - {a})({v} + {b}) = 0 asks for?",
        "If you picked any number for {v}, how would you see whether it solves the equation?",
        "Why might it help that this equation has a 0 on the right?",
    ),
    extend=(
        "What equation of this kind would have the solutions 3 and -10?",
        "How do your solutions show up on the graph of the product?",
        "Halfway between your two solutions, is the product above or below 0?",
        "How would the solutions move if both {a} and {b} were one larger?",
    ),
    check=(
        "Put each of your values into ({v} - {a})({v} + {b}). What does the product come to each time?",
        "For each value you found, which of the two brackets does it turn into 0?",
        "Put one of your values into {v} - {a} and {v} + {b}. What two numbers do you then multiply?",
        "Which of your values have you tried out in the equation itself?",
    ),
    repair=(
        "What is the number in the first bracket, ({v} - {a}), when {v} is 20?",
        "Pick any number for {v} you like. What do the two brackets become?",
        "Which number is written on the right side of this equation?",
        "How many brackets are being multiplied here?",
    ),
    larger=lambda rng: _two_brackets(rng, 15, 60),
    misconceptions=(
        Misconception(
            id="G912-QUA-01",
            name="copies the constants",
            hint="reads the constants with their signs off as the solutions",
            rule=lambda p: values(-p.a, p.b),
            applies_if=lambda p: p.a != p.b,
            steps=_copied_steps,
            says=(
                "the first one has minus {a} and the second one has plus {b}",
                "I took the numbers out of the parentheses just as they stand",
                "{v} - {a} gives {na} and {v} + {b} gives {b}",
            ),
            reworded=("the numbers next to {v} are what {v} has to be, sign and all",),
            cues=(
                "{v} = {na}",
                "{v} = {b}",
                "your {b}",
                "your {na}",
                "by {na}",
                "the minus in",
                "the plus in",
                "copied",
                "elevator",
                "debt",
                "diver",
                "nothing left",
            ),
            turns={
                "check": (
                    "Put {v} = {na} into the bracket ({v} - {a}). What number does that bracket become?",
                    "Try your {b} in ({v} + {b}). Does the bracket vanish, or what is left of it?",
                    "Replace {v} by {na} in both brackets. How far is their product from the right side?",
                    "A friend tests {v} = {b} in ({v} - {a})({v} + {b}) = 0. What will the friend tell you about the product?",
                ),
                "locate": (
                    "What does the minus in {v} - {a} do to {v}, and what did you take it for?",
                    "Point to the plus in ({v} + {b}). Does it describe the number {v}, or something that happens to {v}?",
                    "You copied {b} out of the second bracket. What is that bracket worth when {v} takes this value?",
                    "Where did your {na} come from, and which bracket should turn into 0 because of it?",
                ),
                "analog": (
                    "An elevator rises 20 floors and ends at floor 0. On which side of the ground floor did it start?",
                    "Someone pays 50 dollars and a debt is gone. Was the account above or below 0 before that?",
                    "A diver rises 30 feet and reaches the surface. How would you mark the starting depth on a number line?",
                    "Someone spends 40 dollars and has nothing left. Was the starting amount 40 or -40, and how is {v} - {a} like that?",
                ),
                "conflict": (
                    "For your {na} neither of the brackets is 0. How could their product then be 0?",
                    "Compare the worth of ({v} - {a}) at {v} = {na} with what you hoped for. What do you see?",
                    "In the second bracket, your {b} is added to {b}. How near to 0 does that come?",
                    "The product is 0 only where one of its brackets vanishes. Which bracket vanishes at your {na}?",
                ),
            },
            source="E2436; E224",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-01-A",
            name="ignores the signs",
            hint="gives both constants without any sign",
            rule=lambda p: values(p.a, p.b),
            cues=("ignore*", "both positive", "lost its sign", "without a sign", "two positives"),
        ),
        PlausibleError(
            id="G912-QUA-01-B",
            name="solves only the first bracket",
            hint="uses the first bracket and forgets the second",
            rule=lambda p: values(p.a),
            cues=("forgot*", "stopped after", "only the first", "a single solution", "unused"),
        ),
    ),
)


# --- a product that is not zero ---


def _product_not_zero(
    rng: random.Random, low: int = 2, high: int = 8, gap: int = 6, first: int = 2, last: int = 9
) -> dict[str, Any]:
    p = rng.randint(low, high)
    d = rng.randint(2, gap)
    s = rng.randint(first, last)
    return {"p": p, "q": p + d, "k": s * (s + d), "v": rng.choice("xnt")}


def _larger_solution(p: Parameters) -> int:
    """The whole number of which p.p less times p.q less makes p.k, from the quadratic formula."""
    spread = isqrt((p.q - p.p) ** 2 + 4 * p.k)
    return (p.p + p.q + spread) // 2


def _product_trace(p: Parameters) -> dict[str, Any]:
    return {
        "sum of the constants": p.p + p.q,
        "product of the constants": p.p * p.q,
        "constant with 0 on the right": p.p * p.q - p.k,
        "smaller solution": p.p + p.q - _larger_solution(p),
    }


def _product_steps(p: Parameters) -> dict[str, Any]:
    return {"first": p.k + p.q - p.p}


PRODUCT_NOT_ZERO = Family(
    id="zpp",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.4",
    topic="zero product property",
    mission="solve an equation in which two brackets have a product other than 0",
    vocabulary=("zero product", "factor"),
    sample=_product_not_zero,
    statements=(
        "Solve ({v} - {p})({v} - {q}) = {k}. Give the larger solution.",
        "What is the larger solution of ({v} - {p})({v} - {q}) = {k}?",
    ),
    stories=(
        "A rectangle is {v} - {p} meters long and {v} - {q} meters wide. Its area is {k} square meters. What is {v}?",
        "{name} has a square photo with sides of {v} inches, trims {p} inches off the height and {q} inches off "
        "the width, and keeps {k} square inches. What is {v}?",
    ),
    reworded=(
        "Two numbers are {p} less and {q} less than {v}, and their product is {k}. Find the greatest such {v}.",
    ),
    solve=lambda p: integer(_larger_solution(p)),
    trace=_product_trace,
    elicit=(
        "What do the two brackets in ({v} - {p})({v} - {q}) = {k} have to do together?",
        "If {v} were 50, how large would the product of the brackets be?",
        "What form of a quadratic equation do you know how to solve?",
        "How is this equation different from one with 0 on the right?",
    ),
    extend=(
        "What is the other solution, and why does it fit as well?",
        "For which right side would the zero product property work at once?",
        "How could a graph of the product show your solution?",
        "What would happen to the solution if {k} were a little larger?",
    ),
    check=(
        "Put your value in for {v} and multiply the brackets. How does the product compare with {k}?",
        "What are {v} - {p} and {v} - {q} for the value you found, and what do they multiply to?",
        "Draw a rectangle with the sides that your {v} gives. Is its area {k}?",
        "Does a slightly smaller {v} bring the product nearer to {k} or farther away?",
    ),
    repair=(
        "What number stands on the right side of ({v} - {p})({v} - {q}) = {k}?",
        "Suppose {v} is 100. What is the first bracket then?",
        "Which of the two brackets is the smaller one, and by how much?",
        "What is being done with the two brackets: adding or multiplying?",
    ),
    larger=lambda rng: _product_not_zero(rng, low=20, high=50, gap=12, first=12, last=25),
    misconceptions=(
        Misconception(
            id="G912-QUA-02",
            name="uses zero product with a non-zero side",
            hint="sets one bracket equal to the number on the right",
            rule=lambda p: integer(p.k + p.q),
            steps=_product_steps,
            says=(
                "{v} - {q} = {k}, so {v} is {k} plus {q}",
                "each of the parentheses has to be {k}, and {wrong} is the larger {v}",
                "I set {v} - {p} and {v} - {q} equal to {k} and kept the larger {v}",
            ),
            reworded=("one part must make the {k}, so I added {q} to {k}",),
            cues=(
                "the other bracket",
                "{first}",
                "partner",
                "product 36",
                "garden of",
                "forces",
                "ages",
                "put {wrong}",
                "{wrong} in",
                "plug {wrong}",
                "{wrong} for",
                "belong to",
                "happen to",
                "which rule",
                "was that done",
            ),
            turns={
                "conflict": (
                    "With {v} = {wrong} the bracket ({v} - {q}) is {k}. How big is the other bracket, and what is their product?",
                    "Your {v} makes the sides {first} and {k}. How does such a rectangle's area compare with {k}?",
                    "If ({v} - {q}) already equals {k}, what must its partner be so that the product stays {k}?",
                    "Compare {first} times {k} with the right side of the equation. What does that say about {wrong}?",
                ),
                "analog": (
                    "Name some pairs of numbers with product 36. Does 36 itself have to be in every pair?",
                    "A garden of 40 square feet can have many side lengths. Which lengths can you think of besides 40?",
                    "A product of 0 forces some factor to be 0. What does a product of 50 tell you about its factors?",
                    "The ages of two cousins multiply to 60. How sure can you be that one cousin is 60?",
                ),
                "check": (
                    "Put {wrong} into both brackets of the problem. What do you get when you multiply the two results?",
                    "Go back to the original equation with {wrong} in place of {v}. Is the left side near {k}?",
                    "Plug {wrong} into ({v} - {p}) first. Could that bracket and a second large one make only {k}?",
                    "Before you trust it, use {wrong} for {v} on the left. Which number do you compare the result with?",
                ),
                "elicit": (
                    "Does the {k} belong to a single bracket or to both of them together, and how do you know?",
                    "When you wrote {v} - {q} = {k}, what did you expect to happen to the bracket ({v} - {p})?",
                    "Which rule let you give a bracket the value {k}, and on what number does that rule rest?",
                    "Tell me in words what the left side does with its brackets. Where in your work was that done?",
                ),
            },
            source="PZ sin 4",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-02-A",
            name="forgets the right side",
            hint="solves as if the right side were 0",
            rule=lambda p: integer(p.q),
            cues=("as if", "becomes nothing", "where did the {k} go", "dropped", "no area"),
        ),
        PlausibleError(
            id="G912-QUA-02-B",
            name="adds the brackets",
            hint="adds the two brackets where they are multiplied",
            rule=lambda p: lowest(Fraction(p.k + p.p + p.q, 2)),
            cues=("plus sign between", "perimeter", "in a row", "side by side", "joined"),
        ),
    ),
)


# --- a square equal to a multiple of the unknown ---


def _square_and_multiple(rng: random.Random, low: int = 3, high: int = 22) -> dict[str, Any]:
    return {"a": rng.randint(low, high), "v": rng.choice("xntkwm")}


SQUARE_EQUALS_MULTIPLE = Family(
    id="lost_root",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.4",
    topic="solving quadratics",
    mission="find all solutions of a quadratic equation without a constant term",
    vocabulary=("solution", "factor"),
    sample=_square_and_multiple,
    statements=(
        "Find all solutions of {v}^2 = {a}{v}.",
        "Solve {v}^2 = {a}{v}. Give every solution.",
    ),
    stories=(
        "{name} thinks of a number. Its square is the same as {a} times the number. Which numbers could it be?",
        "One machine squares its input {v}, another one multiplies {v} by {a}. "
        "For which inputs do the two machines agree?",
    ),
    reworded=("For which numbers {v} is {v} times {v} exactly as much as {a} times {v}?",),
    solve=lambda p: values(0, p.a),
    trace=lambda p: {"number that makes the common factor vanish": 0},
    elicit=(
        "What does it take for a number to be a solution of {v}^2 = {a}{v}?",
        "What do the two sides of {v}^2 = {a}{v} have in common?",
        "How many solutions would you expect when {v} is squared, and why?",
        "Which easy numbers could you try for {v} first?",
    ),
    extend=(
        "How would you see both solutions on a graph?",
        "If the right side were {a}{v} + 1, would your way still work?",
        "Where does a third solution come in for {v}^3 = {a}{v}^2, if there is one?",
        "How would you write an equation whose solutions are -6 and one of yours?",
    ),
    check=(
        "For each value you gave, are the two sides of {v}^2 = {a}{v} the same number?",
        "How could you make sure that no other number makes {v}^2 and {a}{v} equal?",
        "Try some small numbers in {v}^2 and in {a}{v}. Is every match on your list?",
        "Does the number of your solutions fit what a graph of {v}^2 and {a}{v} shows?",
    ),
    repair=(
        "What are {v}^2 and {a}{v} when {v} is 1?",
        "Which side of {v}^2 = {a}{v} grows faster when {v} gets huge?",
        "How would you say {a}{v} in words?",
        "Pick any number for {v}. Are the two sides the same for it?",
    ),
    larger=lambda rng: _square_and_multiple(rng, 25, 90),
    misconceptions=(
        Misconception(
            id="G912-QUA-03",
            name="divides by x",
            hint="divides both sides by {v} and loses a solution",
            rule=lambda p: values(p.a),
            says=(
                "I canceled one {v} on each side and {v} = {a} was left",
                "{v} times {v} is {a} times {v}, so {v} has to be {a}",
                "{v} squared over {v} is {v}, and {a}{v} over {v} is {a}",
            ),
            reworded=("both sides have the same letter, so I took it away and kept {a}",),
            cues=(
                "struck out",
                "disappear*",
                "slip*",
                "assum*",
                "cross out",
                "sketch",
                "table",
                "ruler",
                "strip",
                "3n",
                "7w",
                "phone",
                "runner*",
                "leave you",
                "last line",
                "handful",
                "claim*",
            ),
            turns={
                "locate": (
                    "You struck out {v} on both sides. For which value of {v} would that step not be allowed?",
                    "When {v}^2 turned into plain {v}, what did you assume about the number {v}?",
                    "Before the letter disappeared you had a square, and afterwards none. What may have gone with it?",
                    "At which line of your work could a solution slip away unseen?",
                ),
                "represent": (
                    "Sketch the curve f({v}) = {v}^2 and the line g({v}) = {a}{v}. Where do they meet besides at {a}?",
                    "Make a table of {v}^2 and {a}{v} for a few small whole numbers. In which rows do the columns agree?",
                    "Draw the graph of {v}^2 and lay a ruler along {a}{v}. What meeting points do you see?",
                    "Compare a square of side {v} with a strip that is {a} by {v}. For which sizes, however tiny, do the areas match?",
                ),
                "analog": (
                    "Solve 3n = 5n by your way. What strange statement is left, and does it mean that no n works?",
                    "Look for a number that makes 7w = 2w true. Would your way ever find it?",
                    "Two phone plans charge 4 and 9 cents a minute with no fee. Can the two bills ever be equal?",
                    "A fast runner and a slow runner leave the same line together. When have they covered the same distance?",
                ),
                "conflict": (
                    "How many solutions may an equation with a square have, and how many did your step leave you?",
                    "Your last line has no square any more. How many numbers can fit it, compared with the first line?",
                    "Test a handful of integers in {v}^2 and {a}{v}, some of them negative. Is {a} the only match?",
                    "A classmate claims that {v} = {a} is not the whole story. How would you put that to the test?",
                ),
            },
            source="PZ sin 3",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-03-A",
            name="wrong sign in the bracket",
            hint="keeps the sign of the moved term when reading the solution off",
            rule=lambda p: values(0, -p.a),
            cues=("moved term", "below zero", "minus sign of", "-{a} squared", "turned negative"),
        ),
        PlausibleError(
            id="G912-QUA-03-B",
            name="treats it as a pure square",
            hint="gives a pair of opposite numbers as for a plain square",
            rule=lambda p: values(-p.a, p.a),
            cues=("opposite*", "mirror", "plus or minus", "both signs", "-{a} times {a}"),
        ),
    ),
)


# --- a square equal to a number ---


def _square_equals(rng: random.Random, low: int = 3, high: int = 20) -> dict[str, Any]:
    return {"s": rng.randint(low, high) ** 2, "v": rng.choice("xntkwm")}


def _root_step(p: Parameters) -> dict[str, Any]:
    return {"a": isqrt(p.s)}


SQUARE_EQUALS_NUMBER = Family(
    id="sqrt_eq",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.4",
    topic="solving quadratics",
    mission="find all numbers with a given square",
    vocabulary=("square root", "solution"),
    sample=_square_equals,
    statements=(
        "Find all solutions of {v}^2 = {s}.",
        "Solve {v}^2 = {s}. Give all the solutions.",
        "For which numbers {v} is {v}^2 equal to {s}?",
    ),
    stories=(
        "{name} types a number into a calculator, presses the x^2 key and reads {s}. "
        "Which numbers could have been typed?",
        "A marker stands at the number {v} on a number line. Squaring {v} gives {s}. Where could the marker stand?",
    ),
    reworded=("A number times itself makes {s}. List every number for which this is true.",),
    solve=lambda p: values(-isqrt(p.s), isqrt(p.s)),
    trace=lambda p: {"square root": isqrt(p.s), "solution on the left of 0": -isqrt(p.s)},
    elicit=(
        "What does {v}^2 = {s} say about {v} in words?",
        "Which numbers do you know whose squares are close to {s}?",
        "Why does the problem ask for all solutions and not for some?",
        "How would you test whether a number solves {v}^2 = {s}?",
    ),
    extend=(
        "What happens to the solutions if the right side is 0?",
        "Why has {v}^2 = -{s} no real solution?",
        "How many solutions would {v}^3 = 1000 have among the real numbers?",
        "How would the solutions of ({v} - 1)^2 = {s} be different?",
    ),
    check=(
        "What do you get when you square each number on your list?",
        "How can you be sure that your list for {v}^2 = {s} is complete?",
        "Does the graph of {v}^2 reach the height {s} as often as you have solutions?",
        "Which kinds of numbers have you tried for {v} so far?",
    ),
    repair=(
        "What is the square of 100?",
        "How do you read {v}^2 = {s} aloud?",
        "Pick one number, multiply it by itself, and compare: is it more or less than {s}?",
        "Which key of a calculator would you press first for {v}^2 = {s}?",
    ),
    larger=lambda rng: _square_equals(rng, 21, 90),
    misconceptions=(
        Misconception(
            id="G912-QUA-04",
            name="positive root only",
            hint="gives only the positive solution",
            rule=lambda p: values(isqrt(p.s)),
            steps=_root_step,
            says=(
                "{a} times {a} is {s}",
                "the square root of {s} is {a}",
                "I pressed the root key for {s} and it said {a}",
            ),
            reworded=("I looked for the number that gives {s} when you square it, and {a} does",),
            cues=(
                "(-30)^2",
                "-50",
                "between -2 and 2",
                "from -3 to 3",
                "parabola",
                "fold*",
                "valley",
                "left of zero",
                "two minus signs",
                "below zero",
                "that task",
                "question it answered",
                "half of the number line",
                "crossing",
                "doors",
                "temperatures",
                "hide*",
            ),
            turns={
                "simplify": (
                    "Work out (-30)^2 and 30^2. What does the pair tell you about squares?",
                    "Multiply -50 by -50. Which sign does the product have, and what could that mean for {s}?",
                    "Which numbers between -2 and 2 solve n^2 = 1?",
                    "List the squares of the whole numbers from -3 to 3. Which squares come up more than once?",
                ),
                "represent": (
                    "Sketch the parabola of {v}^2 and a level line at the height {s}. At how many places do they meet?",
                    "Imagine you fold a number line at zero so that its halves touch. What lies against your {a}?",
                    "Think of the graph of {v}^2 as a valley. Which of its slopes have you visited at the height {s}?",
                    "Draw the number line with your {a} on it. What could you try on the part left of zero?",
                ),
                "locate": (
                    "You found the root {a}. How does that task differ from finding all numbers with square {s}?",
                    "You searched for {a} on one half of the number line. Why only there?",
                    "What happens to two minus signs when a number multiplies itself, and did you look at such numbers?",
                    "Your step used the root of {s}. What is the question it answered, and what does the problem ask?",
                ),
                "analog": (
                    "A car is 60 meters from a crossing on a straight road. Is that enough to say where it is?",
                    "The doors of a hall are 25 steps from its middle. How many such doors could one straight hall have?",
                    "Which temperatures are 30 degrees away from freezing, if freezing is called 0?",
                    "Folded paper hides which side was up. What does squaring a number hide about it?",
                ),
            },
            source="E132",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-04-A",
            name="halves instead of the root",
            hint="divides the number by 2 because of the exponent",
            rule=lambda p: values(Fraction(p.s, 2)),
            cues=("half of {s}", "doubl*", "2 times your", "twice", "two equal addends"),
        ),
        PlausibleError(
            id="G912-QUA-04-B",
            name="keeps the square",
            hint="gives the number and its opposite without taking a root",
            rule=lambda p: values(-p.s, p.s),
            cues=("{s} squared", "untouched", "{s} times {s}", "still a square", "no root"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    ZEROS_OF_A_PRODUCT,
    PRODUCT_NOT_ZERO,
    SQUARE_EQUALS_MULTIPLE,
    SQUARE_EQUALS_NUMBER,
)
