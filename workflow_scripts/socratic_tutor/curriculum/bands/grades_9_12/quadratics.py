"""Grades 9 to 12: quadratics."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd, isqrt
from typing import Any

from socratic_tutor.curriculum.answers import expression, integer, values
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- factoring a trinomial ---


def _trinomial(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    m, n = rng.sample(range(low, high + 1), 2)
    return {"b": m + n, "c": m * n, "v": rng.choice("xyz")}


def _factor_pair(p: Parameters) -> tuple[int, int]:
    """The m <= n with m + n = b and m * n = c."""
    return next((m, p.b - m) for m in range(1, p.b) if m * (p.b - m) == p.c)


FACTORING = Family(
    id="factor",
    grade_band="9-12",
    grade="9",
    ccss="HSA-SSE.B.3a",
    topic="factoring",
    mission="factor a quadratic trinomial",
    vocabulary=("factor", "product", "sum"),
    sample=_trinomial,
    statements=(
        "Factor {v}^2 + {b}{v} + {c} as ({v} + m)({v} + n). Give m and n.",
        "Write {v}^2 + {b}{v} + {c} as ({v} + m)({v} + n). What are m and n?",
    ),
    stories=(
        "A rectangle has area {v}^2 + {b}{v} + {c} and sides {v} + m and {v} + n. Find m and n.",
        "{name} plans a hall of {v}^2 + {b}{v} + {c} square feet that is {v} + m feet long and {v} + n feet wide. "
        "Which numbers are m and n?",
    ),
    reworded=("Two numbers m and n make ({v} + m)({v} + n) equal to {v}^2 + {b}{v} + {c}. Name them.",),
    solve=lambda p: values(*_factor_pair(p)),
    trace=lambda p: {"smaller of the two numbers": _factor_pair(p)[0]},
    larger=lambda rng: _trinomial(rng, 13, 30),
    elicit=(
        "If {v}^2 + {b}{v} + {c} is a product, what do its factors look like?",
        "What happens when you multiply ({v} + m)({v} + n) in general?",
        "What do you notice about the numbers {b} and {c}?",
        "How would an area picture of {v}^2 + {b}{v} + {c} look?",
    ),
    extend=(
        "For which values of {v} is the trinomial zero?",
        "How would you convince someone that no other pair works?",
        "Suppose the constant were negative: what could you say about m and n?",
        "How is your pair linked to the graph of the trinomial?",
    ),
    check=(
        "Multiply ({v} + m)({v} + n) out with your numbers. Does every term agree with the problem?",
        "What do your two numbers add up to, and what do they multiply to?",
        "Put {v} = 10 into the trinomial and into your brackets. Do both give the same number?",
        "Draw a rectangle with the sides you found. Do its four pieces make {v}^2 + {b}{v} + {c}?",
    ),
    repair=(
        "What coefficient does {v} have in {v}^2 + {b}{v} + {c}?",
        "Name one pair of numbers whose product is {c}. Which pair comes to mind?",
        "What is the constant in {v}^2 + {b}{v} + {c}?",
        "How many brackets should your result have?",
    ),
    misconceptions=(
        Misconception(
            id="G912-QUA-05",
            name="checks only the product",
            hint="checks only the product of the two numbers",
            rule=lambda p: values(1, p.c),
            steps=lambda p: {"total": 1 + p.c},
            says=(
                "1 times {c} is {c}",
                "I looked for two numbers that multiply to {c}",
                "{wrong} multiply to {c}",
            ),
            reworded=("the last number is {c}, and {wrong} give a product of {c}",),
            cues=(
                "(n + 100)",
                "sides have area 60",
                "1 and 200",
                "distance around",
                "{v} term",
                "strips",
                "in front of {v}",
                "{total}{v}",
                "which pair",
                "thumb",
                "play a part",
                "tested on",
            ),
            turns={
                "check": (
                    "Multiply ({v} + 1)({v} + {c}) out. Which {v} term do you get, and which does the problem have?",
                    "Draw an area picture for ({v} + 1)({v} + {c}). How do its strips together compare with {b}{v}?",
                    "Hold 1 + {c} next to the {b} in front of {v}. How far apart are they?",
                    "Your numbers would put {total}{v} between the ends. How does that fit this trinomial?",
                ),
                "locate": (
                    "Your numbers fit the {c}. Which number in the problem have they not been tested on?",
                    "More than one pair multiplies to {c}. What could the {b} say about which pair to keep?",
                    "Cover the {c} with your thumb. What does the {b}{v} that you still see ask of {wrong}?",
                    "Point to the {b} in the problem. Where does it play a part in your choice of {wrong}?",
                ),
                "simplify": (
                    "Someone factors n^2 + 25n + 100 as (n + 1)(n + 100). Which part would be lost when you multiply back?",
                    "Which rectangles with whole sides have area 60, and do all of them have the same distance around?",
                    "For t^2 + 30t + 200 a friend takes 1 and 200. What does multiplying out show?",
                    "A sheet of 100 squares can be long and thin or wide. Which stays the same, the area or the distance around?",
                ),
            },
            source="E1535",
        ),
        Misconception(
            id="G912-QUA-06",
            name="checks only the sum",
            hint="checks only the sum of the two numbers",
            rule=lambda p: values(1, p.b - 1),
            steps=lambda p: {"other": p.b - 1},
            says=(
                "1 plus {other} is {b}",
                "I looked for two numbers that make {b}",
                "{wrong} add up to {b}",
            ),
            reworded=("the middle number is {b}, and {wrong} make that together",),
            cues=(
                "constant",
                "{v} = 0",
                "corner",
                "1 times {other}",
                "free of {v}",
                "list a few",
                "your search",
                "last number",
                "fence*",
                "locker",
                "ages",
                "rope",
            ),
            turns={
                "check": (
                    "When you multiply out ({v} + 1)({v} + {other}), which constant do you get, and which one is in the problem?",
                    "Let {v} = 0 in ({v} + 1)({v} + {other}) and in the trinomial. How do the two values compare?",
                    "Sketch a rectangle with sides {v} + 1 and {v} + {other}. How big is its small corner, compared with {c}?",
                    "Look at 1 times {other} and at {c} side by side. What do you notice?",
                ),
                "locate": (
                    "Your numbers take care of the {b}{v}. Which part of the problem is free of {v}, and how do they fit it?",
                    "There are other ways to make {b}, so list a few. How could the {c} help you choose?",
                    "Where did the {c} in the problem come into your search for two numbers?",
                    "Suppose the last number were 1000 in place of {c}. Would your way still give {wrong}?",
                ),
                "analog": (
                    "Two sides of a pen use 20 feet of fence together. Do all such pens have the same area?",
                    "A locker code is two digits with the sum 9. How many codes would you have to try, knowing only that?",
                    "The ages of two cousins add up to 40. What else would you ask so that only one pair is possible?",
                    "A rope of 60 feet can go around many rectangles. What does it leave open about them?",
                ),
            },
            source="E418; E1421",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-05-A",
            name="gives the zeros",
            hint="gives the zeros of the trinomial where m and n are asked",
            rule=lambda p: values(*(-n for n in _factor_pair(p))),
            cues=(
                "opposite*",
                "solutions of",
                "zeros of",
                "minus signs",
            ),
        ),
        PlausibleError(
            id="G912-QUA-05-B",
            name="halves the middle",
            hint="cuts the middle number into two equal parts",
            rule=lambda p: values(Fraction(p.b, 2)),
            cues=(
                "half of {b}",
                "equal parts",
                "the same number twice",
                "halv*",
            ),
        ),
    ),
)


# --- the difference of two squares ---


def _square_minus_square(rng: random.Random) -> dict[str, Any]:
    letter, k = rng.choice("xykwtz"), rng.choice((1, 1, 2, 3))
    a = rng.choice([n for n in range(2, 13) if gcd(n, k) == 1])
    return _difference_of_squares(letter, k, a)


def _difference_of_squares(letter: str, k: int, a: int) -> dict[str, Any]:
    """The texts of (k letter)^2 - a^2: 3x for the root, 9x^2 for its square."""
    lead, root = (f"{letter}^2", letter) if k == 1 else (f"{k * k}{letter}^2", f"{k}{letter}")
    return {"lead": lead, "t": root, "s": a * a, "v": letter}


def _twin_steps(p: Parameters) -> dict[str, Any]:
    return {"a": isqrt(p.s)}


DIFFERENCE_OF_SQUARES = Family(
    id="dos",
    grade_band="9-12",
    grade="9",
    ccss="HSA-SSE.A.2",
    topic="difference of squares",
    mission="factor a difference of two squares",
    vocabulary=("difference of squares", "factor"),
    sample=_square_minus_square,
    statements=(
        "Factor {lead} - {s}.",
        "Write {lead} - {s} as a product of two brackets.",
    ),
    stories=(
        "{name} cuts a square of area {s} out of a square sheet of area {lead}. "
        "Factor the area that is left, {lead} - {s}.",
        "A square park of side {t} has a square pond of area {s}. The lawn is {lead} - {s}. Write it in factored form.",
    ),
    reworded=("Find two binomials whose product is {lead} - {s}.",),
    solve=lambda p: expression(f"({p.t} - {isqrt(p.s)})({p.t} + {isqrt(p.s)})"),
    trace=lambda p: {"root of the constant": isqrt(p.s)},
    elicit=(
        "What do you notice about {lead} and about {s}?",
        "How does a product of brackets differ from {lead} - {s} as it stands?",
        "Why might there be no middle term in {lead} - {s}?",
        "Which products of two brackets have you seen that end in only two terms?",
    ),
    extend=(
        "For which values of {v} is {lead} - {s} equal to 0?",
        "How could this pattern help you to find 99 times 101 in your head?",
        "Can {lead} + {s} be factored in a similar way?",
        "How would a drawing with scissors show your result?",
    ),
    check=(
        "Multiply your brackets out. Which terms stay, and do they match {lead} - {s}?",
        "Put {v} = 0 into your product. Does it agree with {lead} - {s} there?",
        "What happens to the middle terms when you expand your brackets?",
        "Choose a number for {v}. Do the problem and your product have the same value?",
    ),
    repair=(
        "Which sign stands between {lead} and {s}?",
        "How many terms does {lead} - {s} have?",
        "What do you get when you square 20?",
        "What is {lead} when {v} is 1?",
    ),
    larger=lambda rng: _difference_of_squares(rng.choice("xykwtz"), 1, rng.randint(13, 40)),
    misconceptions=(
        Misconception(
            id="G912-QUA-07",
            name="same sign in both brackets",
            hint="puts the minus sign into both brackets",
            rule=lambda p: expression(f"({p.t} - {isqrt(p.s)})({p.t} - {isqrt(p.s)})"),
            steps=_twin_steps,
            says=(
                "{lead} is {t} times {t}, {s} is {a} times {a}, and there is a minus",
                "it is minus {s}, so each one gets minus {a}",
                "the root of {lead} is {t}, the root of {s} is {a}, and I did {t} - {a} squared",
            ),
            reworded=("both parts are squares, so the whole thing is {t} - {a} times itself",),
            cues=(
                "arrow*",
                "-{a} times -{a}",
                "into your brackets",
                "your square",
                "twins",
                "equal brackets",
                "smaller square",
                "pairs of minus",
                "(10 - 3)(10 - 3)",
                "49 times 49",
                "(20 - 10)(20 - 10)",
                "20 by 20",
                "want it to show",
                "second sign",
                "same bracket",
                "do you expect",
            ),
            turns={
                "check": (
                    "Multiply ({t} - {a})({t} - {a}) with all four arrows. Which terms with {v} show up in the middle?",
                    "What is -{a} times -{a}, and what stands at the end of the problem?",
                    "Put {v} = 0 into your brackets. Is their product above or below 0, and what about -{s}?",
                    "Expand your square and lay it beside {lead} - {s}. Which of its terms find no match?",
                ),
                "conflict": (
                    "Your brackets are twins. Can the product of twins be negative, as {lead} - {s} is when {v} is 0?",
                    "Near {v} = 0 the expression {lead} - {s} is negative. What do two equal brackets make there?",
                    "Cut a corner of area {s} off a sheet of area {lead}. Is what remains a smaller square of side {t} - {a}?",
                    "Which sign do pairs of minus signs make, and which sign does the {s} in the problem have?",
                ),
                "simplify": (
                    "Compare 10^2 - 3^2 with (10 - 3)(10 - 3). How far apart are they?",
                    "Your pattern would make 50 squared less 1 the same as 49 times 49. How do they compare?",
                    "Test your pattern on 20^2 - 10^2. Does (20 - 10)(20 - 10) come to the same?",
                    "A yard of 30 by 30 feet loses a spot of 10 by 10 feet. Is the rest as big as 20 by 20 feet?",
                ),
                "elicit": (
                    "What does the minus in {lead} - {s} do, and where did you want it to show in your brackets?",
                    "After you had written {t} - {a}, how did you decide on the second sign?",
                    "What made you use the same bracket once more?",
                    "Which middle term do you expect from {wrong}, and where is it in {lead} - {s}?",
                ),
            },
            source="E547; MaE04",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-07-A",
            name="plus in both brackets",
            hint="puts a plus sign into both brackets",
            rule=lambda p: expression(f"({p.t} + {isqrt(p.s)})({p.t} + {isqrt(p.s)})"),
            cues=("two plus", "both plus", "no minus anywhere", "where did the minus", "grew"),
        ),
        PlausibleError(
            id="G912-QUA-07-B",
            name="takes no root of the constant",
            hint="writes the constant itself into the brackets",
            rule=lambda p: expression(f"({p.t} - {p.s})({p.t} + {p.s})"),
            cues=("{s} times {s}", "{s} squared", "still a square", "untouched", "too large a constant"),
        ),
    ),
)


# --- completing the square ---


def _perfect_square(rng: random.Random, low: int = 3, high: int = 25) -> dict[str, Any]:
    return {"b": 2 * rng.randint(low, high), "v": rng.choice("xykwz")}


COMPLETING_THE_SQUARE = Family(
    id="csq",
    grade_band="9-12",
    grade="9",
    ccss="HSA-REI.B.4a",
    topic="completing the square",
    mission="complete a trinomial to a perfect square",
    vocabulary=("complete the square", "coefficient"),
    sample=_perfect_square,
    statements=(
        "{v}^2 + {b}{v} + c is a perfect square ({v} + h)^2. What is h?",
        "Find the number h for which {v}^2 + {b}{v} + c = ({v} + h)^2.",
    ),
    stories=(
        "A square patio covers {v}^2 + {b}{v} + c square feet, and its sides are {v} + h feet long. What is h?",
        "{name} lays tiles with a total area of {v}^2 + {b}{v} + c. They make a full square of side {v} + h. Find h.",
    ),
    reworded=("Complete the square: {v}^2 + {b}{v} + c can be written as ({v} + h)^2. Give the value of h.",),
    solve=lambda p: integer(p.b // 2),
    trace=lambda p: {"middle terms of size h": 2},
    elicit=(
        "What does ({v} + h)^2 look like when you multiply it out?",
        "Which picture of an area would go with ({v} + h)^2?",
        "Which part of {v}^2 + {b}{v} + c is known, and which part is free?",
        "What makes a trinomial a perfect square?",
    ),
    extend=(
        "What must c be for your h?",
        "How could you use your square to solve {v}^2 + {b}{v} = 0?",
        "Where does the graph of {v}^2 + {b}{v} + c touch the axis?",
        "How would h change if the middle term were -{b}{v}?",
    ),
    check=(
        "Expand ({v} + h)^2 with your h. Is the {v} term the same as {b}{v}?",
        "Draw a square of side {v} + h with your number for h. Do its pieces hold {b}{v}?",
        "Multiply your bracket by itself term by term. What stands in the middle?",
        "Take your h and find what comes before {v} after expanding. Does it agree with the problem?",
    ),
    repair=(
        "Which number stands in front of {v} in the trinomial?",
        "What does the small exponent outside ({v} + h)^2 ask for?",
        "Which letters in the problem stand for numbers you do not know?",
        "How do you write {v} times {v} with an exponent?",
    ),
    larger=lambda rng: _perfect_square(rng, 26, 90),
    misconceptions=(
        Misconception(
            id="G912-QUA-08",
            name="does not halve",
            hint="uses the whole coefficient of {v}",
            rule=lambda p: integer(p.b),
            says=(
                "h is the number in front of {v}, and that is {b}",
                "there is {b}{v} in the middle, so h has to be {b}",
                "you take the {b} and put it next to {v} in the parentheses",
            ),
            reworded=("the square starts with {v} and then comes the {b}",),
            cues=(
                "({v} + {b})^2",
                "({v} + {b})({v} + {b})",
                "square {v} + {b}",
                "side {v} + {b}",
                "right edge",
                "right side of it",
                "fold*",
                "if h is {b}",
                "(n + 1)^2",
                "(t + 100)^2",
                "(n + 20)^2",
                "(t + 50)^2",
                "in a drawing",
                "squared {v} + {b}",
                "meets",
                "role",
            ),
            turns={
                "represent": (
                    "Draw a square of side {v} + {b} and cut it where {v} ends. How many strips measure {b} by {v}?",
                    "You own {b} strips that are 1 by {v}. If all go to the right edge of a tile {v} by {v}, what shape comes out?",
                    "Sketch {v}^2 as a square and attach {b}{v} to the right side of it. What kind of shape do you have?",
                    "Fold a square of side {v} + {b} along its diagonal. Which strip meets which?",
                ),
                "check": (
                    "Expand ({v} + {b})^2 fully. How does its {v} term compare with the {b}{v} in the problem?",
                    "Write ({v} + {b})({v} + {b}) as separate products. Which of them hold a single {v}?",
                    "If h is {b}, how much {v} does squaring the bracket bring?",
                    "Ask a friend to square {v} + {b} and read out the middle. What will you hear?",
                ),
                "simplify": (
                    "Multiply (n + 1)^2 out. How does the number before n compare with the 1 in the bracket?",
                    "Which t term does (t + 100)^2 have, and what is its link to the 100?",
                    "Your way turns n^2 + 20n + 100 into (n + 20)^2. What does each of them give for n = 0?",
                    "A friend writes t^2 + 50t + c as (t + 50)^2. Which t term would come out of that?",
                ),
                "elicit": (
                    "What does the {b} in {b}{v} count in a drawing of the square?",
                    "Where would the {b}{v} come from if someone squared {v} + {b}?",
                    "Which products hold both {v} and h when ({v} + h) meets ({v} + h)?",
                    "What role does h play in the middle term of ({v} + h)^2, and how did you see that?",
                ),
            },
            source="E978",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-QUA-08-A",
            name="doubles the coefficient",
            hint="doubles the coefficient",
            rule=lambda p: integer(2 * p.b),
            cues=("twice as large as", "larger than {b}", "grew to", "four times", "too wide"),
        ),
        PlausibleError(
            id="G912-QUA-08-B",
            name="gives the constant",
            hint="gives the constant c where h is asked",
            rule=lambda p: integer((p.b // 2) ** 2),
            cues=("which letter", "constant term", "the corner", "asked for", "name of"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (FACTORING, DIFFERENCE_OF_SQUARES, COMPLETING_THE_SQUARE)
