"""Grades 9 to 12: rational expressions."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd
from typing import Any

from socratic_tutor.curriculum.answers import expression, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- one over a sum ---


def _two_summands(rng: random.Random, low: int = 2, high: int = 15) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b}


ONE_OVER_A_SUM = Family(
    id="recip_sum",
    grade_band="9-12",
    grade="10",
    ccss="HSA-APR.D.7",
    topic="rational expressions",
    mission="write one over a sum as a single fraction",
    vocabulary=("reciprocal", "denominator"),
    sample=_two_summands,
    statements=(
        "Write 1/({a} + {b}) as a single fraction.",
        "What single fraction is equal to 1/({a} + {b})?",
        "Let f(x) = 1/(x + {b}). Find f({a}) as a single fraction.",
    ),
    stories=(
        "A pizza is shared equally by {a} adults and {b} children. Each gets 1/({a} + {b}) of it. "
        "Which single fraction is that?",
        "{name} puts {a} red and {b} blue tickets in a hat and draws one. The chance of the one lucky ticket is "
        "1/({a} + {b}). Write it as a single fraction.",
    ),
    reworded=("Find the reciprocal of {a} + {b}. Give it as one fraction.",),
    solve=lambda p: lowest(Fraction(1, p.a + p.b)),
    trace=lambda p: {"denominator": p.a + p.b},
    elicit=(
        "What does the fraction bar in 1/({a} + {b}) tell you about {a} + {b}?",
        "How would you say 1/({a} + {b}) in words?",
        "Do you expect a number above or below 1/{a}, and why?",
        "What would you do first if you typed 1/({a} + {b}) into a calculator?",
    ),
    extend=(
        "Can 1/(x + {b}) be split into two fractions for some x, and how would you find out?",
        "For which numbers in place of {a} and {b} would the denominator be 0?",
        "When is it fine to split a fraction at a plus sign?",
        "What happens to the fraction when {b} grows and grows?",
    ),
    check=(
        "Is your fraction smaller than 1/{a} and smaller than 1/{b}, as it should be?",
        "How many copies of your fraction make a whole, and does that fit {a} + {b}?",
        "Type the problem and your fraction into a calculator. Are the decimals the same?",
        "Multiply your fraction by ({a} + {b}). What should come out?",
    ),
    repair=(
        "Which number is on top of the fraction bar in this problem?",
        "What are the two numbers below the bar?",
        "Which is smaller, 1/{a} or 1/100?",
        "On a strip of paper, how much would you shade for 1/{a}?",
    ),
    larger=lambda rng: _two_summands(rng, 20, 90),
    misconceptions=(
        Misconception(
            id="G912-RAT-01",
            name="splits the denominator",
            hint="splits the sum in the denominator into two fractions",
            rule=lambda p: lowest(Fraction(1, p.a) + Fraction(1, p.b)),
            says=(
                "I wrote 1/{a} + 1/{b} and put them together",
                "1 is divided by {a} and 1 is divided by {b}, and I added",
                "you can take the plus apart, so it is 1/{a} and 1/{b}",
            ),
            reworded=("both {a} and {b} are below the 1, so each gets its own fraction, 1/{a} and 1/{b}",),
            cues=(
                "grow*",
                "arrive*",
                "nearer to 0",
                "decimal",
                "1/(1 + 1)",
                "1/(50 + 50)",
                "60/(10 + 20)",
                "three hundredths",
                "appear*",
                "(3 + 4)/9",
                "common denominator",
                "second 1",
                "prize",
                "miles an hour",
                "bonus",
                "drum",
            ),
            turns={
                "conflict": (
                    "The bottom {a} grows when {b} joins it. Should the fraction rise above 1/{a} or fall, and where is {wrong}?",
                    "First {a} people share a cake, then {b} more arrive. What happens to each piece, and does {wrong} show that?",
                    "Place 1/{a} and {wrong} on a number line. Which should be nearer to 0 when more people share?",
                    "Write 1/{a} and {wrong} as decimals. Which decimal would a larger denominator explain?",
                ),
                "simplify": (
                    "Try your way on 1/(1 + 1). What comes out, and can half a cake be that much?",
                    "Your way turns 1/(50 + 50) into two fiftieths. How does that compare with one hundredth?",
                    "Split 60/(10 + 20) as you split this fraction. Is it the same as sharing 60 among 30?",
                    "With your way, 1/(100 + 100 + 100) is three hundredths. Why is it odd that this beats 1/100?",
                ),
                "locate": (
                    "In 1/{a} + 1/{b} a 1 appears two times. How many ones did the problem have on top?",
                    "Taking (3 + 4)/9 apart at the plus is fine. Where is that plus, and where is the one in this problem?",
                    "Give 1/{a} and 1/{b} a common denominator. What stands below the bar now, compared with the problem?",
                    "Who gave you the second 1 that sits above {b} in your work?",
                ),
                "analog": (
                    "A prize goes to 40 winners, or the same prize goes to 90. In which case does a winner get more?",
                    "How long does 1 mile take at 50 miles an hour, compared with the times at 20 and at 30 put together?",
                    "Two crews of 40 and 60 merge and share a single bonus. Whose share could grow by that?",
                    "One ticket in a drum of 100 wins. What happens to your chance when 200 blanks are thrown in?",
                ),
            },
            source="PZ sin 2; SDAS; CH",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-RAT-01-A",
            name="multiplies the summands",
            hint="multiplies the two numbers below the bar",
            rule=lambda p: lowest(Fraction(1, p.a * p.b)),
            cues=("product", "{a} times {b}", "rows of", "multipl*", "rectangle"),
        ),
        PlausibleError(
            id="G912-RAT-01-B",
            name="divides before adding",
            hint="divides 1 by the first number and then adds the second",
            rule=lambda p: lowest(Fraction(1, p.a) + p.b),
            cues=("left to right", "parentheses do", "more than a whole", "whole pizzas", "which came first"),
        ),
    ),
)


# --- a sum over one of its coefficients ---


def _coefficient_below(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    a = rng.randint(low, high)
    b = rng.choice([n for n in range(2, 2 * high) if gcd(a, n) == 1])
    return {"a": a, "b": b, "v": rng.choice("xnyt")}


def _glued_steps(p: Parameters) -> dict[str, Any]:
    return {"glued": p.a + p.b}


CANCELLING = Family(
    id="cancel",
    grade_band="9-12",
    grade="10",
    ccss="HSA-APR.D.6",
    topic="rational expressions",
    mission="simplify a sum that is divided by a number",
    vocabulary=("cancel", "common factor", "term"),
    sample=_coefficient_below,
    statements=(
        "Simplify ({a}{v} + {b}) / {a}.",
        "Divide {a}{v} + {b} by {a} and write the result without parentheses.",
    ),
    stories=(
        "A group of {a} friends buys {a} tickets for {v} dollars each and pays a fee of {b} dollars. They share "
        "the cost equally. Write each friend's part, ({a}{v} + {b}) / {a}, in its simplest form.",
        "{name} pours {a} bottles of {v} ounces and a jug of {b} ounces evenly into {a} bowls. "
        "Simplify ({a}{v} + {b}) / {a}, the ounces in each bowl.",
    ),
    reworded=("Write ({a}{v} + {b}) / {a} as {v} plus a number.",),
    solve=lambda p: expression(f"{p.v} + {p.b}/{p.a}"),
    trace=lambda p: {"constant after dividing": f"{p.b}/{p.a}"},
    elicit=(
        "What does the bar in ({a}{v} + {b}) / {a} divide, and by what?",
        "How would you share {a}{v} + {b} among {a} people?",
        "Which terms do you see above the division sign?",
        "When would you call a fraction like this one simplified?",
    ),
    extend=(
        "How would you simplify ({a}{v} - {b}) / {a}?",
        "For which numbers in place of {b} would the result have no fraction?",
        "How does the graph of your result differ from the graph of {v}?",
        "Why can all of ({a}{v} + {a}) / {a} be simplified so nicely?",
    ),
    check=(
        "Pick a number for {v} and put it into the problem and your result. Do they agree?",
        "Multiply your result by {a}. Do you come back to {a}{v} + {b}?",
        "Which value of {v} makes it easiest to compare the problem with your result?",
        "Share {a}{v} + {b} among {a} people in a drawing. Does each share look like your result?",
    ),
    repair=(
        "How many terms are there above the division sign?",
        "What is {a}{v} when {v} is 10?",
        "What is {a}{v} / {a} on its own?",
        "By which number is {a}{v} + {b} divided here?",
    ),
    misconceptions=(
        Misconception(
            id="G912-RAT-02",
            name="cancels one term",
            hint="cancels the number below with the coefficient of one term only",
            rule=lambda p: expression(f"{p.v} + {p.b}"),
            says=(
                "the {a} on top and the {a} on the bottom go away",
                "{a} over {a} is 1, so only {v} + {b} is left",
                "I crossed out both {a}s",
            ),
            reworded=("there is the same number above and below, so I struck both and copied the rest",),
            cues=(
                "{v} = 0",
                "{v} = 10",
                "calculator",
                "and expand",
                "(10 + 3) / 10",
                "(2 + 8) / 2",
                "raisins",
                "(7 + 1) / 7",
                "unchanged",
                "your {b}",
                "reach*",
                "circle*",
                "slash*",
                "stay {b}",
                "shares of",
                "million",
                "swap*",
            ),
            turns={
                "check": (
                    "Put {v} = 0 into ({a}{v} + {b}) / {a} and into {wrong}. Which two numbers do you get to compare?",
                    "Take {v} = 10 in the problem and in {wrong}. How far apart do the values lie?",
                    "Multiply {wrong} by {a} and expand. What differs from the top of the fraction?",
                    "Let a calculator work out the fraction and {wrong} for any {v} you choose. What do you see?",
                ),
                "simplify": (
                    "Do the same crossing out in (10 + 3) / 10. What is left, and is the fraction really that large?",
                    "Cross out the 2s in (2 + 8) / 2 your way. What remains, and how does it compare with half of 10?",
                    "Four people share 40 nuts and 6 raisins evenly. How many raisins would each get if it went your way?",
                    "Is (7 + 1) / 7 closer to 1 or to 2, and which number does your way make of it?",
                ),
                "elicit": (
                    "What happened to your {b} when everything above the bar was shared among {a}?",
                    "Your constant came through unchanged. What does the division sign have to say about it?",
                    "To which of the terms on top did your crossing out reach, and why only there?",
                    "Imagine a circle around all that is divided. Is {a} a factor of the whole circle or of a part?",
                ),
                "conflict": (
                    "When {v} is 0, the top is {b} and it is shared among {a}. How could it stay {b}?",
                    "How much do {a} shares of {wrong} make in all, compared with {a}{v} + {b}?",
                    "Suppose the {b} were a million. Would sharing among {a} leave the million whole, as your way does?",
                    "Swap the terms on top: ({b} + {a}{v}) / {a}. Would you still cross out as before, and what becomes of the {b}?",
                ),
            },
            source="PZ sin 3; BR; E363; E891",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-RAT-02-A",
            name="divides only the constant",
            hint="divides the constant and leaves the first term as it is",
            rule=lambda p: expression(f"{p.a}{p.v} + {p.b}/{p.a}"),
            cues=("your {a}{v}", "first term", "tickets themselves", "still {a}{v}", "front"),
        ),
        PlausibleError(
            id="G912-RAT-02-B",
            name="adds unlike terms",
            hint="adds the two terms on top to a single one",
            rule=lambda p: expression(f"{p.a + p.b}{p.v}/{p.a}"),
            steps=_glued_steps,
            cues=("{glued}{v}", "unlike", "glue*", "apples and", "one pile"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ONE_OVER_A_SUM, CANCELLING)
