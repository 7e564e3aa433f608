"""Grades 9 to 12: binomials, factoring, functions, exponents, sine, perpendicular lines, sequences."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd
from typing import Any

from socratic_tutor.curriculum.answers import expression, fraction, integer, lowest, values
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _one_binomial(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 15), "v": rng.choice("xynkmt")}


def _times(factor: int, letter: str) -> str:
    """A product as one writes it: 3x, but x for 1x."""
    return letter if factor == 1 else f"{factor}{letter}"


SQUARING_BINOMIALS = Family(
    id="sq_bin",
    grade_band="9-12",
    grade="9",
    ccss="HSA-APR.A.1",
    topic="squaring binomials",
    mission="expand a binomial that is raised to the second power",
    vocabulary=("binomial", "expand", "middle term"),
    sample=_one_binomial,
    statements=(
        "Expand ({v} + {a})^2.",
        "Write ({v} + {a})^2 without parentheses.",
        "A square garden has sides of {v} + {a} meters. Write its area without parentheses.",
    ),
    solve=lambda p: expression(f"{p.v}^2 + {2 * p.a}{p.v} + {p.a**2}"),
    trace=lambda p: {"middle coefficient": 2 * p.a},
    elicit=(
        "What does the exponent 2 tell you to do with {v} + {a}?",
        "How would you draw an area that stands for ({v} + {a})^2?",
        "What does ({v} + {a})^2 mean in words?",
    ),
    extend=(
        "What would change if there were a minus sign between the two parts?",
        "How could you use this pattern to find 101 squared in your head?",
        "How does each part of your result show up in an area picture?",
    ),
    misconceptions=(
        Misconception(
            id="G912-ALG-01",
            name="distributes the exponent",
            hint="squares each part on its own",
            rule=lambda p: expression(f"{p.v}^2 + {p.a**2}"),
            says=(
                "I squared {v} and I squared {a}",
                "the exponent goes on the {v} and on the {a}",
                "both parts get the power of 2",
            ),
            cues=(
                "calculator",
                "under an exponent",
                "6 times 6",
                "2 times 2",
                "uncovered",
                "floor",
                "four parts",
                "gardens",
            ),
            turns={
                "simplify": (
                    "Work out (10 + 2)^2 with a calculator, then 10^2 + 2^2. What do you notice?",
                    "Compare 7 times 7 with 5^2 + 2^2. What does that tell you about 5 + 2 under an exponent?",
                    "Five and one make six. How do 6 times 6 and 5^2 + 1^2 compare, and what about your way?",
                    "Try your way on (1 + 1)^2. Which number comes out, and how does it compare with 2 times 2?",
                ),
                "represent": (
                    "Draw a big square with side {v} + {a}. Where do the two parts of {wrong} fit, and what stays uncovered?",
                    "Lay one {v} by {v} tile and one {a} by {a} tile in a square of side {v} + {a}. How much floor still shows?",
                    "Cut a square of side {v} + {a} into four parts where {v} ends. Which of the four parts appear in {wrong}?",
                    "Two gardens are squares with sides {v} and {a}, and a third has side {v} + {a}. How does the third area compare?",
                ),
            },
            source="STACK buggy_pow; BR; PZ sin 1; ML exponents.distribute_exponent_over_addition; MaE04 (neighbour)",
        ),
        Misconception(
            id="G912-ALG-02",
            name="half of the middle term",
            hint="writes only half of the middle term",
            rule=lambda p: expression(f"{p.v}^2 + {_times(p.a, p.v)} + {p.a**2}"),
            says=(
                "{v} squared, then {a} times {v}, then {a} squared",
                "I squared the ends and multiplied {v} by {a} for the part between",
                "{v} times {a} is {a}{v}, and that goes in the middle",
            ),
            cues=("how many rectangles", "strip*", "boxes", "bracket*"),
            turns={
                "represent": (
                    "Draw the area model for ({v} + {a})({v} + {a}). You have one {a}{v}: how many rectangles measure {a} by {v}?",
                    "Cut a square of side {v} + {a} where {v} ends, both ways. How do the strips you see compare with your {a}{v}?",
                    "Fold a square of side {v} + {a} along its diagonal. Which strip lands on which, and what did {wrong} count?",
                    "Make a table of boxes with {v} and {a} along both edges. Which of its boxes match {wrong}, and which are left?",
                ),
                "locate": (
                    "Your {a}{v} takes {v} from one bracket and {a} from another. In what ways could that choice be made?",
                    "Number the brackets in ({v} + {a})({v} + {a}) first and second. Which {v} met which {a} in your {a}{v}?",
                    "Draw arrows from every part of one bracket to every part of its copy. Which arrows belong to {wrong}?",
                    "Think of handshakes between the two brackets of ({v} + {a})({v} + {a}). Which handshake does {wrong} not include?",
                ),
            },
            source="E1872 (neighbour); memory",
        ),
    ),
)


def _two_binomials(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 11), 2)
    return {"a": a, "b": b, "v": rng.choice("xyn")}


MULTIPLYING_BINOMIALS = Family(
    id="foil",
    grade_band="9-12",
    grade="9",
    ccss="HSA-APR.A.1",
    topic="multiplying binomials",
    mission="multiply two binomials",
    vocabulary=("binomial", "product", "term"),
    sample=_two_binomials,
    statements=(
        "Expand ({v} + {a})({v} + {b}).",
        "Write ({v} + {a})({v} + {b}) without parentheses.",
        "A room is {v} + {a} feet long and {v} + {b} feet wide. Write its area without parentheses.",
    ),
    solve=lambda p: expression(f"{p.v}^2 + {p.a + p.b}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"middle coefficient": p.a + p.b, "constant": p.a * p.b},
    elicit=(
        "What does it mean when two parentheses stand next to each other?",
        "How could a rectangle help you see this product?",
        "What would you do if the first parentheses held a plain number?",
    ),
    extend=(
        "How could you check your result with a value for {v}?",
        "What would change if one of the signs were a minus?",
        "How would you go back from your result to the two binomials?",
    ),
    misconceptions=(
        Misconception(
            id="G912-ALG-03",
            name="first and last only",
            hint="multiplies only the first parts and the last parts",
            rule=lambda p: expression(f"{p.v}^2 + {p.a * p.b}"),
            says=(
                "{v} times {v} and {a} times {b}",
                "I multiplied the fronts and then the backs",
                "the letters go together and the numbers go together",
            ),
            cues=("missing", "bare", "empty", "blank", "ever meet", "no line", "handshake*", "single {v}"),
            turns={
                "represent": (
                    "Draw a rectangle with sides {v} + {a} and {v} + {b}. Which pieces of it are missing from {wrong}?",
                    "Picture a floor that is {v} + {a} by {v} + {b}. If carpet covers just {wrong}, where is the floor bare?",
                    "Make a grid with {v} and {a} on one edge, {v} and {b} on the other. Which cells are empty in your work?",
                    "Shade the two parts of {wrong} in an area picture. What shapes stay blank?",
                ),
                "locate": (
                    "Look at the {a} in the first parentheses. Did it ever meet the {v} in the second?",
                    "Draw a line for every multiplication you did from ({v} + {a}) to ({v} + {b}). Which pairs have no line?",
                    "Team one is {v} and {a}, team two is {v} and {b}. Which handshakes between the teams did you use?",
                    "Your {wrong} has no part with a single {v}. What would happen if a {v} and a number were paired?",
                ),
            },
            source="E1872",
        ),
        Misconception(
            id="G912-ALG-04",
            name="adds the constants",
            hint="uses the sum of the two constants twice",
            rule=lambda p: expression(f"{p.v}^2 + {p.a + p.b}{p.v} + {p.a + p.b}"),
            steps=lambda p: {"sum": p.a + p.b},
            says=(
                "{a} and {b} make {sum}, so I wrote {sum}{v} and {sum}",
                "I added {a} and {b} for the number part",
                "the numbers join up to {sum}",
            ),
            cues=("corner", "dots", "count as {sum}", "{v} = 0", "is zero", "cover every"),
            turns={
                "represent": (
                    "In an area picture, look at the small corner with sides {a} and {b}. How does its size compare with {sum}?",
                    "Draw {a} rows of dots with {b} dots in each row. How does the picture compare with {sum}?",
                    "Tile the corner that measures {a} by {b} with unit squares. How well do {sum} of them cover it?",
                    "Mark the sides of an area picture {v} and {a}, then {v} and {b}. Which region did you count as {sum}?",
                ),
                "check": (
                    "Put {v} = 0 into ({v} + {a})({v} + {b}) and into {wrong}. What do you notice?",
                    "When {v} is zero, just the {a} and the {b} are left. How would the parentheses turn them into {sum}?",
                    "Which part of {wrong} stays when {v} is zero, and what stays of ({v} + {a})({v} + {b})?",
                    "With your thumb, cover every {v} in ({v} + {a})({v} + {b}). What stands between {a} and {b} now, compared with {sum}?",
                ),
            },
            source="E2256",
        ),
    ),
)


def _trinomial(rng: random.Random) -> dict[str, Any]:
    m, n = rng.sample(range(2, 13), 2)
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
        "A rectangle has area {v}^2 + {b}{v} + {c} and sides {v} + m and {v} + n. Find m and n.",
    ),
    solve=lambda p: values(*_factor_pair(p)),
    elicit=(
        "What does it mean to write {v}^2 + {b}{v} + {c} as two factors?",
        "What happens when you multiply ({v} + m)({v} + n) in general?",
        "What do you notice about the numbers {b} and {c}?",
    ),
    extend=(
        "For which values of {v} is the trinomial zero?",
        "How would you convince someone that no other pair works?",
        "What would change if the constant were negative?",
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
            cues=(
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
                    "Draw an area picture for ({v} + 1)({v} + {c}). How do its two strips together compare with {b}{v}?",
                    "Hold 1 + {c} next to the {b} in front of {v}. How far apart are they?",
                    "Your numbers would put {total}{v} between the ends. How does that fit this trinomial?",
                ),
                "locate": (
                    "Your two numbers fit the {c}. Which number in the problem have they not been tested on?",
                    "More than one pair multiplies to {c}. What could the {b} say about which pair to keep?",
                    "Cover the {c} with your thumb. What does the {b}{v} that you still see ask of {wrong}?",
                    "Point to the {b} in the problem. Where does it play a part in your choice of {wrong}?",
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
            cues=(
                "constant",
                "{v} = 0",
                "corner",
                "1 times {other}",
                "free of {v}",
                "list a few",
                "your search",
                "last number",
            ),
            turns={
                "check": (
                    "Multiply ({v} + 1)({v} + {other}) out. Which constant do you get, and which one is in the problem?",
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
            },
            source="E418; E1421",
        ),
    ),
)


def _two_functions(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "t": rng.randint(2, 9)}


COMPOSITE_FUNCTIONS = Family(
    id="compose",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.A.1c",
    topic="composite functions",
    mission="evaluate a composite function",
    vocabulary=("composite", "inner", "outer"),
    sample=_two_functions,
    statements=(
        "f(x) = {a}x and g(x) = x + {b}. Find f(g({t})).",
        "Let f(x) = {a}x and g(x) = x + {b}. What is the value of f(g({t}))?",
        "Machine f multiplies a number by {a}, and machine g adds {b} to a number. What is f(g({t}))?",
    ),
    solve=lambda p: integer(p.a * (p.t + p.b)),
    trace=lambda p: {"inner value": p.t + p.b},
    elicit=(
        "What does g do to any number you give it?",
        "How would you read f(g({t})) aloud?",
        "What does the notation f(5) mean to you?",
    ),
    extend=(
        "Is there an input for which the order of f and g makes no difference?",
        "How would you write f(g(x)) as one formula?",
        "Which input would you need to get twice your result?",
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-03",
            name="multiplies the functions",
            hint="multiplies the two function values",
            rule=lambda p: integer(p.a * p.t * (p.t + p.b)),
            steps=lambda p: {"first": p.a * p.t, "second": p.t + p.b},
            says=(
                "f({t}) is {first} and g({t}) is {second}, so I multiplied",
                "f next to g means times",
                "{first} times {second} is {wrong}",
            ),
            cues=(
                "directly in f",
                "function name",
                "sits",
                "of each other",
                "belt",
                "phone",
                "side by side",
                "a sock",
            ),
            turns={
                "locate": (
                    "You worked out f({t}). Where in f(g({t})) do you see the {t} standing directly in f?",
                    "Look at the parenthesis right after the f in f(g({t})). What does it mean after a function name?",
                    "In f({t}), a plain number sits between the parentheses. What sits there in f(g({t}))?",
                    "Write the multiplication of f({t}) and g({t}) under f(g({t})). Are the two just copies of each other?",
                ),
                "represent": (
                    "Draw f and g as machines on one belt. How many of them get the {t} straight from you?",
                    "Suppose you may phone the number {t} to one function only. Who tells the other its number?",
                    "Sketch your work with a box for f and a box for g. Do they stand side by side, or in a line?",
                    "Think of g as socks and f as shoes. How does wearing both differ from multiplying a sock by a shoe?",
                ),
            },
            source="E487",
        ),
        Misconception(
            id="G912-FUN-04",
            name="wrong order",
            hint="applies the functions in the wrong order",
            rule=lambda p: integer(p.a * p.t + p.b),
            steps=lambda p: {"first": p.a * p.t},
            says=(
                "f comes first, so {a} times {t} is {first}, then plus {b}",
                "I went left to right, f and then g",
                "{first} plus {b} is {wrong}",
            ),
            cues=("closest", "touch*", "with f and g", "g(f({t}))", "envelope", "wait", "wood"),
            turns={
                "locate": (
                    "Which function stands closest to the {t} in f(g({t}))? Compare it with the one you used at the start.",
                    "You gave the {t} to f. Which function does the {t} touch in f(g({t}))?",
                    "Your steps were times {a}, then plus {b}. How would you write exactly those with f and g?",
                    "Write g(f({t})) below f(g({t})). Which of the two fits the way you got {wrong}?",
                ),
                "represent": (
                    "Picture {t} in a small envelope g, and that one in a large envelope f. Which did you deal with at the start?",
                    "Draw an arrow that leaves {t} and goes through both machines. Which machine does f(g({t})) let it touch at once?",
                    "To act, f needs a number in its parentheses. Is that number ready in f(g({t})), or must f wait?",
                    "Say f is painting and g is sanding. In f(g(board)), what happens to the wood before anything else?",
                ),
            },
            source="E168",
        ),
    ),
)

# (root, denominator, largest numerators): bases root^denominator that one can work out by hand.
_POWERS = tuple(
    (root, q, p)
    for q, p, largest in (
        (2, 1, 20),
        (2, 3, 12),
        (2, 5, 4),
        (3, 1, 10),
        (3, 2, 10),
        (3, 4, 4),
        (4, 1, 5),
        (4, 3, 4),
        (5, 1, 3),
        (5, 2, 3),
        (5, 3, 3),
    )
    for root in range(2, largest + 1)
)


def _rational_power(rng: random.Random) -> dict[str, Any]:
    root, q, p = rng.choice(_POWERS)
    return {"n": root**q, "p": p, "q": q}


def _whole_root(n: int, degree: int) -> int | None:
    """The whole number whose `degree`-th power is n, if there is one."""
    root = round(n ** (1 / degree))
    return root if root**degree == n else None


def _right_power(p: Parameters) -> int:
    root = _whole_root(p.n, p.q)
    if root is None:
        raise ValueError(f"{p.n} has no whole root of degree {p.q}")
    return root**p.p


RATIONAL_EXPONENTS = Family(
    id="frac_exp",
    grade_band="9-12",
    grade="11",
    ccss="HSN-RN.A.2",
    topic="rational exponents",
    mission="evaluate a number with a rational exponent",
    vocabulary=("rational exponent", "root", "power"),
    sample=_rational_power,
    statements=(
        "Evaluate {n}^({p}/{q}).",
        "What is the value of {n}^({p}/{q})?",
        "Let f(x) = x^({p}/{q}). Find f({n}).",
    ),
    solve=lambda p: integer(_right_power(p)),
    trace=lambda p: {"root": _whole_root(p.n, p.q)} if p.p > 1 else {},
    elicit=(
        "What does an exponent tell you when it is a whole number?",
        "What do the two parts of the exponent {p}/{q} mean to you?",
        "How else could you write {n}^({p}/{q})?",
    ),
    extend=(
        "Does the order of the root and the power matter here?",
        "What would a negative exponent change?",
        "How could you check your value with an exponent rule?",
    ),
    misconceptions=(
        Misconception(
            id="G912-EXP-01",
            name="multiplies by the fraction",
            hint="multiplies the base by the fraction",
            rule=lambda p: lowest(Fraction(p.n * p.p, p.q)),
            says=(
                "{n} times {p}/{q} is {wrong}",
                "I took {p}/{q} of {n}",
                "I did {n} times {p} and divided by {q}",
            ),
            cues=("{n}^2", "50^2", "10^3", "copies", "up high", "with symbols", "each one ask", "raised"),
            turns={
                "simplify": (
                    "What would your way give for {n}^2, and what does that little 2 mean to you?",
                    "Find 50^2 by your way and then as you learned it long ago. What do you notice?",
                    "Think of a whole-number exponent such as 10^3. Does it mean 10 times 3, or something else?",
                    "By your way, {n}^(1/{q}) is {n} divided by {q}. What happens if you multiply {q} copies of that?",
                ),
                "locate": (
                    "The {p}/{q} is written up high and not beside the {n}. What does that place mean?",
                    "How would you write {p}/{q} of {n} with symbols? Compare that with {n}^({p}/{q}).",
                    "Put {n}^({p}/{q}) next to ({p}/{q}) * {n}. What does each one ask you to do?",
                    "Suppose the {p}/{q} came down from its raised place to the front. Which of your steps would change?",
                ),
            },
            source="E823; E1072",
        ),
        Misconception(
            id="G912-EXP-02",
            name="swaps root and power",
            hint="swaps the root and the power",
            rule=lambda p: integer((_whole_root(p.n, p.p) or 0) ** p.q),
            applies_if=lambda p: _whole_root(p.n, p.p) is not None and p.n**p.q <= 300_000 * p.p,
            says=(
                "the top is the root and the bottom is the power",
                "I used {p} for the root and {q} for the power",
                "{q} is the power, so I raised to {q}",
            ),
            cues=(
                "comparisons",
                "up or down",
                "{n}^({q}/{p})",
                "2500^(1/2)",
                "plain",
                "7/1",
                "jobs",
                "calls for",
            ),
            turns={
                "conflict": (
                    "Compare {p}/{q} with 1, and then {wrong} with {n}. Do your two comparisons agree?",
                    "An exponent of 1 keeps {n} where it is. Should {p}/{q} send it up or down, and where is {wrong}?",
                    "Write {n}^({q}/{p}) below the problem. How would your steps for that one differ?",
                    "Test your way on 2500^(1/2), the side of a square with area 2500. What comes out?",
                ),
                "locate": (
                    "Which number of {p}/{q} did you use for the root? Compare with the plain square root, an exponent of 1/2.",
                    "The exponent 7 is the same as 7/1. Which place in 7/1 does the powering?",
                    "Name the jobs of the {p} and of the {q} in {n}^({p}/{q}). How did you decide?",
                    "The exponent {p}/{q} is {p} times 1/{q}. Which of those two factors calls for a root?",
                ),
            },
            source="E1437",
        ),
    ),
)

_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))


def _right_triangle(rng: random.Random) -> dict[str, Any]:
    short, long, hypotenuse = rng.choice(_TRIPLES)
    scale = rng.randint(1, 6)
    a, b = rng.sample([short * scale, long * scale], 2)
    return {"a": a, "b": b, "c": hypotenuse * scale}


SINE = Family(
    id="sin_ratio",
    grade_band="9-12",
    grade="10",
    ccss="HSG-SRT.C.6",
    topic="trigonometric ratios",
    mission="find the sine of an angle in a right triangle",
    vocabulary=("opposite", "adjacent", "hypotenuse"),
    sample=_right_triangle,
    statements=(
        "In a right triangle the side opposite angle A is {a}, the adjacent side is {b} and the hypotenuse is {c}. Find sin A.",
        "A right triangle has legs {a} and {b} and hypotenuse {c}. Angle A lies opposite the leg {a}. What is sin A?",
        "A {c} foot ladder reaches {a} feet up a wall. Its foot is {b} feet from the wall. Find the sine of the angle at its foot.",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.c)),
    elicit=(
        "How would you sketch this triangle and mark the angle?",
        "What does the sine of an angle compare?",
        "Which of the three sides can you name as seen from the angle?",
    ),
    extend=(
        "How would the ratio change if the triangle were twice as large?",
        "What is the sine of the other sharp angle, and what do you notice?",
        "Which other ratio of this triangle could you find now?",
    ),
    misconceptions=(
        Misconception(
            id="G912-TRG-02",
            name="adjacent for opposite",
            hint="uses the adjacent side for the opposite side",
            rule=lambda p: fraction(p.b, p.c),
            says=(
                "{b} is next to the angle, so {b} over {c}",
                "I put {b} over {c}",
                "sine is the near side over the long one",
            ),
            cues=(
                "flashlight",
                "touch*",
                "look across",
                "almost zero",
                "wider",
                "cosine",
                "other sharp angle",
            ),
            turns={
                "represent": (
                    "Stand at the angle and shine a flashlight into the triangle. Which side does the beam hit?",
                    "Draw the triangle and color the two sides that touch the angle. What color does the {b} get?",
                    "Sketch the triangle with your eye at the angle. Which side do you look across at, and where is the {b}?",
                    "Write each length on a sketch. Is the {b} you used touching the angle, or far from it?",
                ),
                "conflict": (
                    "Let the angle become almost zero in your mind. What happens to your {b} side, and what should the sine do?",
                    "Open the angle wider while the slanted side stays {c}. What does your {b} side do, and what should the sine do?",
                    "Work out the cosine of this angle too. How would it differ from your {wrong}?",
                    "Move to the other sharp angle of the triangle. What role does your {b} side play from there?",
                ),
            },
            source="E1819",
        ),
        Misconception(
            id="G912-TRG-03",
            name="inverts the ratio",
            hint="turns the ratio upside down",
            rule=lambda p: fraction(p.c, p.a),
            says=(
                "sine is hypotenuse over opposite",
                "I put {c} over {a}",
                "I divided {c} by {a}",
            ),
            cues=(
                "greater than 1",
                "calculator",
                "be longer than",
                "tiny",
                "measured against",
                "in words",
                "on top",
                "ramp",
            ),
            turns={
                "conflict": (
                    "Your {wrong} is greater than 1. What would that say about the {a} side next to the {c} side?",
                    "Ask a calculator for the sine of a few angles. How do those numbers compare with {wrong}?",
                    "Could a leg ever be longer than the hypotenuse? Explain what {wrong} would say about that.",
                    "A tiny angle has a tiny opposite side. What does {c} over such a number do, and should sine do that?",
                ),
                "locate": (
                    "In {wrong} the {a} is below the bar. Which side of a triangle is a sine measured against?",
                    "Say your ratio in words, as one side over another side. How do those words fit the meaning of sine?",
                    "You wrote {c} on top. If that side grew while {a} stayed, what would happen to {wrong}, and to the angle?",
                    "Walk {c} steps along a ramp and gain {a} in height. Is the gain in each step more or less than the step?",
                ),
            },
            source="E1819",
        ),
    ),
)


def _slope(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(2, 12), rng.randint(2, 12)
        if gcd(a, b) == 1:
            return {"a": a, "b": b}


PERPENDICULAR_LINES = Family(
    id="perp",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GPE.B.5",
    topic="perpendicular lines",
    mission="find the slope of a perpendicular line",
    vocabulary=("perpendicular", "negative reciprocal"),
    sample=_slope,
    statements=(
        "A line has slope {a}/{b}. What is the slope of a line perpendicular to it?",
        "Line k has slope {a}/{b}, and line m is perpendicular to line k. Find the slope of line m.",
        "On a map, one street has slope {a}/{b}. A second street crosses it at a right angle. What is the slope of the second street?",
    ),
    solve=lambda p: lowest(Fraction(-p.b, p.a)),
    trace=lambda p: {"reciprocal": f"{p.b}/{p.a}"},
    elicit=(
        "What does a slope of {a}/{b} look like on a grid?",
        "What does it mean for two lines to be perpendicular?",
        "How would you sketch a line that meets the first one squarely?",
    ),
    extend=(
        "What should the two slopes give when you multiply them?",
        "What happens to this rule for a level line?",
        "How could you prove the relation with a turned triangle?",
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-03",
            name="reciprocal with the same sign",
            hint="flips the fraction but keeps its sign",
            rule=lambda p: lowest(Fraction(p.b, p.a)),
            says=(
                "I turned {a}/{b} over",
                "perpendicular means you flip it",
                "I swapped the {a} and the {b}",
            ),
            cues=("uphill", "both rise", "same sign", "to itself", "gap", "climb*"),
            turns={
                "represent": (
                    "Sketch lines with slopes {a}/{b} and {wrong} from one point. Do both go uphill, and what angle do they make?",
                    "Hold two pencils so that both rise to the right. How wide can the angle between them get?",
                    "Walk from left to right on the line {a}/{b}, then on the line {wrong}. When do you go uphill?",
                    "Draw {a}/{b} and {wrong} through the origin. How does the gap between them compare with a square corner?",
                ),
                "conflict": (
                    "Both {a}/{b} and {wrong} have the same sign. What does that say about the directions of the two lines?",
                    "By your way, a line with slope 1 has a perpendicular of slope 1. Can a line be perpendicular to itself?",
                    "Two roads both climb toward the east, with slopes {a}/{b} and {wrong}. How could they make a square corner?",
                    "A ladder climbs to the right. Which way would a board have to lean to meet it squarely, and does {wrong} lean so?",
                ),
            },
            source="E925",
        ),
        Misconception(
            id="G912-GEO-04",
            name="opposite sign only",
            hint="changes the sign but does not flip the fraction",
            rule=lambda p: lowest(Fraction(-p.a, p.b)),
            says=(
                "I made {a}/{b} negative",
                "perpendicular means the other sign",
                "I put a minus in front of {a}/{b}",
            ),
            cues=(
                "mirror",
                "fold",
                "equally steep",
                "as steep as",
                "almost flat",
                "wall",
                "upright",
                "for which slope",
            ),
            turns={
                "represent": (
                    "Sketch slopes {a}/{b} and {wrong} from one point. They are mirror images: what angle do you see?",
                    "Draw the line with slope {a}/{b} and fold the paper along a level line. Where does it land, and at what angle?",
                    "Draw one rising line and an equally steep falling line, as {a}/{b} and {wrong} are. What angle opens between them?",
                    "Lay the corner of a sheet on a graph of {a}/{b}. Is the other edge as steep as the first?",
                ),
                "conflict": (
                    "Imagine an almost flat line. Your way gives it a partner that is almost flat too: how do they meet?",
                    "A wall meets the floor squarely. How do their slopes compare in size, and how do {a}/{b} and {wrong} compare?",
                    "A line with slope 100 is nearly upright. What partner does your way give it, and do the two meet squarely?",
                    "Changing the sign alone works once in a while. For which slope would it, and is {a}/{b} that slope?",
                ),
            },
            source="E1607",
        ),
    ),
)


def _sequence(rng: random.Random) -> dict[str, Any]:
    a, d = rng.sample(range(2, 13), 2)
    return {"a": a, "t2": a + d, "t3": a + 2 * d, "n": rng.randint(12, 40)}


def _difference(p: Parameters) -> int:
    return p.t2 - p.a


ARITHMETIC_SEQUENCES = Family(
    id="seq_nth",
    grade_band="9-12",
    grade="9",
    ccss="HSF-BF.A.2",
    topic="arithmetic sequences",
    mission="find a far term of an arithmetic sequence",
    vocabulary=("term", "common difference"),
    sample=_sequence,
    statements=(
        "An arithmetic sequence starts {a}, {t2}, {t3}, ... What is term number {n}?",
        "Find term number {n} of the arithmetic sequence {a}, {t2}, {t3}, ...",
        "The rows of a theater have {a}, {t2}, {t3}, ... seats, always growing by the same number. How many seats are in row {n}?",
    ),
    solve=lambda p: integer(p.a + (p.n - 1) * _difference(p)),
    trace=lambda p: {"jumps": p.n - 1, "added": (p.n - 1) * _difference(p)},
    elicit=(
        "What do you notice when you go from {a} to {t2} to {t3}?",
        "How would you find the next number in this list?",
        "What stays the same as this sequence grows?",
    ),
    extend=(
        "How could you write a formula for any term of this sequence?",
        "Which term of this sequence is the first one above 1000?",
        "How would the formula change if the sequence went down?",
    ),
    misconceptions=(
        Misconception(
            id="G912-SEQ-01",
            name="off by one",
            hint="adds the difference one time too many",
            rule=lambda p: integer(p.a + p.n * _difference(p)),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "I did {a} plus {n} times {d}",
                "I began at {a} and added {d} for each of the {n} places",
                "{n} jumps of {d} from {a} go to {wrong}",
            ),
            cues=(
                "from term 1",
                "term 2",
                "fence",
                "stairs",
                "before the first jump",
                "stand there",
                "the counts",
                "landing",
            ),
            turns={
                "simplify": (
                    "How many jumps does it take to get from term 1 to term 3?",
                    "Use your way to find term 2. Where in the list {a}, {t2}, {t3} is the number you get?",
                    "A fence has 5 posts in a row. How many spaces lie between them, and how is that like your {n} jumps?",
                    "You walk from floor 1 to floor 4. How many sets of stairs is that, and how would your way count them?",
                ),
                "locate": (
                    "You used {n} jumps of {d}. At which term were you before the first jump?",
                    "Think about your {n} jumps. Is {a} reached by a jump, or do you stand there already?",
                    "Write 1, 2, 3 under {a}, {t2}, {t3} and mark each jump. What do you notice about the counts?",
                    "After {n} jumps from {a} you reach {wrong}. If you number every landing and the start, where is {wrong}?",
                ),
            },
            source="E1631; E440",
        ),
        Misconception(
            id="G912-SEQ-02",
            name="multiplies position by difference",
            hint="multiplies the position by the common difference",
            rule=lambda p: integer(p.n * _difference(p)),
            applies_if=lambda p: p.a != _difference(p),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "{n} times {d} is {wrong}",
                "it goes up by {d}, so I did {d} times {n}",
                "I multiplied {n} by {d}",
            ),
            cues=(
                "very first",
                "your own list",
                "place 1",
                "third place",
                "1000",
                "500 larger",
                "times table",
                "jar",
            ),
            turns={
                "check": (
                    "Try your way on the very first number. What comes out, and how does it compare with {a}?",
                    "Write your own list for 1 times {d}, 2 times {d} and so on. How does it compare with {a}, {t2}, {t3}?",
                    "Your way gives {d} for place 1. What does the sequence have there?",
                    "Test your way on the third place, where the problem shows {t3}. What do you get?",
                ),
                "conflict": (
                    "Two sequences grow by {d}, but one begins with {a} and one with 1000. Would both have {wrong} as term {n}?",
                    "Imagine every number in {a}, {t2}, {t3} were 500 larger. Would your way notice, or still give {wrong}?",
                    "The {d} times table and this sequence both grow by {d}. What tells the two apart?",
                    "A jar begins with {a} coins and gains {d} a day. Where in {n} times {d} are the coins it began with?",
                ),
            },
            source="E1582 (neighbour); E210",
        ),
    ),
)

FAMILIES: tuple[Family, ...] = (
    SQUARING_BINOMIALS,
    MULTIPLYING_BINOMIALS,
    FACTORING,
    COMPOSITE_FUNCTIONS,
    RATIONAL_EXPONENTS,
    SINE,
    PERPENDICULAR_LINES,
    ARITHMETIC_SEQUENCES,
)
