"""Grades 9 to 12: trigonometry."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import Any

from socratic_tutor.curriculum.answers import Answer, expression, fraction, lowest, same
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))


def _right_triangle(rng: random.Random) -> dict[str, Any]:
    short, long, hypotenuse = rng.choice(_TRIPLES)
    scale = rng.randint(1, 6)
    a, b = rng.sample([short * scale, long * scale], 2)
    return {"a": a, "b": b, "c": hypotenuse * scale}


def _large_right_triangle(rng: random.Random) -> dict[str, Any]:
    short, long, hypotenuse = rng.choice(_TRIPLES)
    scale = rng.randint(50, 99)
    a, b = rng.sample([short * scale, long * scale], 2)
    return {"a": a, "b": b, "c": hypotenuse * scale}


# --- the sine as a ratio of sides ---

SINE = Family(
    id="sin_ratio",
    grade_band="9-12",
    grade="10",
    ccss="HSG-SRT.C.6",
    topic="trigonometric ratios",
    mission="find the sine of an angle in a right triangle",
    vocabulary=("opposite", "adjacent", "hypotenuse"),
    sample=_right_triangle,
    larger=_large_right_triangle,
    statements=(
        "In a right triangle the side opposite angle A is {a}, the adjacent side is {b} and the hypotenuse is {c}. Find sin A.",
        "A right triangle has legs {a} and {b} and hypotenuse {c}. Angle A lies opposite the leg {a}. What is sin A?",
        "A right triangle has hypotenuse {c}. Seen from angle A, the opposite leg is {a} and the adjacent leg is {b}. Find sin A.",
    ),
    stories=(
        "A straight wire of {c} feet holds a tower. It runs from {a} feet up the tower to the ground, {b} feet away from its foot. "
        "Find the sine of the angle between the wire and the ground.",
        "{name} flies a kite on a straight string of {c} feet. The kite is {a} feet higher than the hand and {b} feet ahead of it. "
        "Find the sine of the angle between the string and the ground.",
    ),
    reworded=(
        "Angle A of a right triangle faces a leg of {a}. The other leg is {b} and the longest side is {c}. Give the sine of A.",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.c)),
    trace=lambda p: {"common factor of the two sides": gcd(p.a, p.c)} if gcd(p.a, p.c) > 1 else {},
    elicit=(
        "How would you sketch this triangle and mark the angle?",
        "What does the sine of an angle compare?",
        "Which of the three sides can you name as seen from the angle?",
        "Where is the right angle of this triangle, and where is the angle you need?",
    ),
    extend=(
        "How would the ratio change if the triangle were twice as large?",
        "What is the sine of the other sharp angle, and what do you notice?",
        "Which other ratio of this triangle could you find now?",
        "How large is the angle in degrees, roughly, and how did you judge that?",
    ),
    check=(
        "Which numbers can the sine of a sharp angle be, and is yours one of them?",
        "How does your ratio fit with a careful sketch of the triangle?",
        "What does your ratio do if the opposite side becomes longer, and should it?",
        "If you square your sine and the cosine and add them, what should come out?",
    ),
    repair=(
        "Which of the three sides is the longest?",
        "Where does the right angle lie?",
        "How many sides of this triangle meet at the angle?",
        "Which length in the problem did you read first?",
    ),
    plausible=(
        PlausibleError(
            id="G912-TRG-02-A",
            name="uses the two legs",
            hint="divides the opposite side by the adjacent side",
            rule=lambda p: fraction(p.a, p.b),
            cues=("tangent", "both legs", "without the {c}", "leave out the {c}"),
        ),
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
            reworded=("the {b} forms the angle together with the {c}, so I compared those two",),
            cues=(
                "flashlight",
                "touch*",
                "look across",
                "almost zero",
                "wider",
                "cosine",
                "other sharp angle",
                "stand right at",
                "side lies",
                "near or far",
                "sees them",
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
                "elicit": (
                    "Imagine you stand right at the angle. What does opposite mean from there, and which side did you take for it?",
                    "How did you choose {b} for the upper part of your ratio, and how would you describe where that side lies?",
                    "When you learned about sine, did it speak of a side that is near or far from the angle?",
                    "Name all three sides the way the angle sees them. Which of those names goes with {b}?",
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
            reworded=("the long side {c} comes before the {a} in a ratio",),
            cues=(
                "greater than 1",
                "calculator",
                "be longer than",
                "tiny",
                "measured against",
                "in words",
                "on top",
                "ramp",
                "30 degrees",
                "so flat",
                "board",
                "toward 90",
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
                "simplify": (
                    "Recall the sine of 30 degrees from your table. With a leg of 1 and a long side of 2, which way up is it?",
                    "Take an angle so flat that the opposite side is almost 0. How large does your kind of ratio become?",
                    "A board of 100 feet rises by 1 foot. Would you expect a large or a small sine, and what does your way give?",
                    "Open an angle toward 90 degrees, so that leg and hypotenuse become almost equal. From which side does your ratio come near 1?",
                ),
            },
            source="E1819",
        ),
    ),
)


# The sine of an angle in degrees as (how many halves, of the root of what).
_HALVES = {0: (0, 1), 30: (1, 1), 45: (1, 2), 60: (1, 3), 90: (2, 1)}

_Surd = dict[int, Fraction]  # radicand -> how many of its roots


def _sine(degrees: int) -> _Surd:
    turned = degrees % 360
    sign = -1 if turned > 180 else 1
    halves, radicand = _HALVES[90 - abs(90 - turned % 180)]
    return {radicand: Fraction(sign * halves, 2)}


def _added(x: _Surd, y: _Surd) -> _Surd:
    return {r: x.get(r, Fraction(0)) + y.get(r, Fraction(0)) for r in {**x, **y}}


def _multiplied(x: _Surd, y: _Surd) -> _Surd:
    total: _Surd = {}
    for (r, m), (q, n) in product(x.items(), y.items()):
        total = _added(total, {1: m * n * r} if r == q else {r * q: m * n})
    return total


def _surd_text(x: _Surd) -> str:
    """The sum over one bar: {1: 1/2, 3: -1/2} reads "(1 - sqrt(3))/2"."""
    parts = {r: n for r, n in sorted(x.items()) if n}
    if not parts:
        return "0"
    below = lcm(*(n.denominator for n in parts.values()))
    text = ""
    for r, n in parts.items():
        size = abs(n.numerator) * below // n.denominator
        term = str(size) if r == 1 else f"{'' if size == 1 else size}sqrt({r})"
        sign = "-" if n < 0 else "+"
        text += f" {sign} {term}" if text else ("-" if n < 0 else "") + term
    if below == 1:
        return text
    return f"({text})/{below}" if len(parts) > 1 else f"{text}/{below}"


def _surd(x: _Surd) -> Answer:
    return expression(_surd_text(x))


def _two_angles(rng: random.Random) -> dict[str, Any]:
    step, turn = rng.choice(((30, 12), (30, 12), (45, 8)))
    first = rng.randint(1, turn - 2)
    return {"a": step * first, "b": step * rng.randint(1, turn - 1 - first)}


# --- the sine of a sum of angles ---

SINE_OF_A_SUM = Family(
    id="sin_sum",
    grade_band="9-12",
    grade="11",
    ccss="HSF-TF.C.9",
    topic="trigonometric identities",
    mission="find the exact sine of a sum of two angles",
    vocabulary=("sine", "angle sum"),
    sample=_two_angles,
    statements=(
        "Find the exact value of sin({a} + {b} degrees).",
        "What is sin({a} + {b} degrees) exactly?",
        "Give sin({a} + {b} degrees) as an exact value, with roots where you need them.",
    ),
    reworded=("An angle is made of {a} degrees and {b} degrees. State its sine without rounding.",),
    solve=lambda p: _surd(_sine(p.a + p.b)),
    trace=lambda p: {"whole angle": p.a + p.b},
    elicit=(
        "What does the sine of an angle tell you on the unit circle?",
        "What do the parentheses in sin({a} + {b} degrees) hold together?",
        "Which sines do you know by heart, and where on the circle are they?",
        "How would you show an angle made of {a} and {b} degrees?",
    ),
    extend=(
        "How could the angle sum formula confirm your value?",
        "Which other angle on the unit circle has this very sine?",
        "What would the cosine of this angle be, and how did you find it?",
        "When would sin(x + y) and sin x + sin y agree, if ever?",
    ),
    check=(
        "Which numbers can a sine be at all, and is yours one of them?",
        "How does your value look as a decimal, next to the height of the point on the unit circle?",
        "Should the sine of this angle be positive or negative, judging by where the turn ends?",
        "What does a calculator in degree mode say about your exact value?",
    ),
    repair=(
        "Which sides of a right triangle does the sine compare?",
        "Is {a} degrees more or less than a quarter of a turn?",
        "Where on the unit circle does every turn begin?",
        "Which operation do you see between {a} and {b}?",
    ),
    plausible=(
        PlausibleError(
            id="G912-TRG-01-A",
            name="multiplies the sines",
            hint="multiplies the sines of the two angles",
            rule=lambda p: _surd(_multiplied(_sine(p.a), _sine(p.b))),
            applies_if=lambda p: (
                not same(_surd(_multiplied(_sine(p.a), _sine(p.b))), _surd(_sine(p.a + p.b)))
            ),
            cues=("product of", "times each other", "two factors", "shrink*"),
        ),
        PlausibleError(
            id="G912-TRG-01-B",
            name="cosine for sine",
            hint="takes the cosine of the whole angle",
            rule=lambda p: _surd(_sine(p.a + p.b + 90)),
            applies_if=lambda p: not same(_surd(_sine(p.a + p.b + 90)), _surd(_sine(p.a + p.b))),
            cues=("sideways", "left or right", "horizontal*", "first coordinate"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-TRG-01",
            name="sine distributes over a sum",
            hint="adds the sines of the two angles",
            rule=lambda p: _surd(_added(_sine(p.a), _sine(p.b))),
            steps=lambda p: {"sa": _surd_text(_sine(p.a)), "sb": _surd_text(_sine(p.b))},
            says=(
                "sin {a} is {sa} and sin {b} is {sb}, and I added the two",
                "the sin goes to both angles, and {sa} plus {sb} is {wrong}",
                "you can open the parentheses, so it is sin {a} plus sin {b}",
            ),
            reworded=("I looked up {sa} for the first angle and {sb} for the second and put them together",),
            cues=(
                "90 + 90",
                "60 + 60 + 60",
                "double its sine",
                "ever leave",
                "ferris wheel",
                "shape",
                "second turn",
                "tip",
                "unlike",
                "5(x + y)",
                "plus between",
                "how high",
            ),
            turns={
                "conflict": (
                    "Use your way on sin(90 + 90 degrees). How does that fit with the heights on a circle of radius 1?",
                    "Build half a turn as 60 + 60 + 60 degrees. What would your way give for it, and can a sine be that large?",
                    "If your adding worked, doubling an angle would double its sine. What would become of the sine of 90 degrees then?",
                    "Keep adding 30 degrees and a sine of 1/2 each time. Could the total ever leave the unit circle, and can a sine?",
                ),
                "represent": (
                    "Ride a Ferris wheel of radius 1 by {a} degrees and then by {b} more. Where are you above or below its axle, next to {wrong}?",
                    "Sketch the sine curve and mark {a} and {b}. What shape would it need so that heights simply add up?",
                    "On a unit circle, turn by {a} and then by {b} degrees. How much height does the second turn really bring?",
                    "Stack the heights for {a} and {b} degrees beside a unit circle. Where is the tip, next to the point you turn to?",
                ),
                "elicit": (
                    "How would you describe what sin does to an angle, and how is it unlike a number in front of parentheses?",
                    "You treated sin like the 5 in 5(x + y). What makes sin and 5 different kinds of things?",
                    "Which formula were you thinking of when you put a plus between sin {a} and sin {b}?",
                    "What does {wrong} say about how high the point on the unit circle lies?",
                ),
            },
            source="PZ sin 5; ML functions.function_distributive_property",
        ),
    ),
)


def _degrees(rng: random.Random) -> dict[str, Any]:
    fine = [d for d in range(10, 360, 5) if d != 180]
    coarse = [d for d in range(375, 720, 15) if d != 540]
    return {"a": rng.choice(fine + coarse)}


def _many_degrees(rng: random.Random) -> dict[str, Any]:
    return {"a": 180 * rng.randint(4, 20) + rng.choice((15, 30, 45, 60, 75, 90, 120, 135, 150))}


# --- degrees as a multiple of pi ---

DEGREES_TO_RADIANS = Family(
    id="deg2rad",
    grade_band="9-12",
    grade="11",
    ccss="HSF-TF.A.1",
    topic="radian measure",
    mission="convert degrees to radians",
    vocabulary=("radian", "degree", "convert"),
    sample=_degrees,
    larger=_many_degrees,
    statements=(
        "Convert {a} degrees to radians. Give the number that multiplies pi.",
        "An angle of {a} degrees is how many times pi radians?",
        "Write {a} degrees as a multiple of pi radians. Which number stands before pi?",
    ),
    stories=(
        "A robot arm turns by {a} degrees. {name} must enter the turn in radians. Which number multiplies pi?",
        "{name} turns on the ice by {a} degrees. How many times pi radians is that?",
    ),
    reworded=("Measured in radians, {a} degrees is some number times pi. Name that number.",),
    solve=lambda p: lowest(Fraction(p.a, 180)),
    trace=lambda p: {"degrees in pi radians": 180},
    elicit=(
        "What does a radian measure on a circle?",
        "Which angle do you know both in degrees and in radians?",
        "How is a turn of {a} degrees placed on a circle?",
        "What do you remember about pi and the length around a circle?",
    ),
    extend=(
        "How would you go back from radians to degrees?",
        "How long is the arc for this angle on a circle of radius 10?",
        "About how many degrees is a single radian, and how do you know?",
        "Which fraction of a full turn is your angle?",
    ),
    check=(
        "How does your multiple of pi compare with the radians of a full turn?",
        "If you convert your radians back, do you reach {a} degrees?",
        "Where on the unit circle would your multiple of pi end, and where would {a} degrees?",
        "What does your way give for a right angle, and does that fit with what you know?",
    ),
    repair=(
        "How many degrees does a full turn have?",
        "Is {a} degrees more or less than a right angle?",
        "Which unit does the problem start with?",
        "About how large is pi as a decimal?",
    ),
    plausible=(
        PlausibleError(
            id="G912-TRG-04-A",
            name="fraction upside down",
            hint="divides the wrong number by the other",
            rule=lambda p: lowest(Fraction(180, p.a)),
            cues=("larger angle", "upside down", "smaller angle", "turned over"),
        ),
        PlausibleError(
            id="G912-TRG-04-B",
            name="pi for a right angle",
            hint="takes pi radians for a quarter of a turn",
            rule=lambda p: lowest(Fraction(p.a, 90)),
            cues=("quarter", "square corner", "corner of a", "perpendicular"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-TRG-04",
            name="full turn taken as pi",
            hint="takes pi radians for a full turn",
            rule=lambda p: lowest(Fraction(p.a, 360)),
            says=(
                "once around is pi, so {a} out of 360 is {wrong}",
                "I divided {a} by 360, because that is the whole circle",
                "360 degrees and pi both mean all the way around",
            ),
            reworded=("pi belongs to the complete circle, and {a} degrees is {wrong} of one",),
            cues=(
                "string",
                "circumference",
                "wave",
                "pi/2",
                "whole rim",
                "double scale",
                "curved edge",
                "hand",
                "one radian",
                "did you meet",
                "in your view",
                "which turn",
            ),
            turns={
                "conflict": (
                    "Cut a string as long as the radius. About how many of them go once around, and how many does your pi allow?",
                    "Your full turn measures pi radians. How does that compare with the circumference counted in radius lengths?",
                    "Follow the sine graph from 0 to pi. How much of a full wave have you seen by then?",
                    "Find pi/2 on the unit circle from your class. How many of those steps go once around it?",
                ),
                "represent": (
                    "Draw a circle of radius 1 and write its length along the whole rim. How does your pi compare with that?",
                    "Make a double scale with degrees above and radians below. Where does your pi go, and what follows for a full turn?",
                    "Sketch half of a circle with radius 1. How long is its curved edge, and which angle did you give that length to?",
                    "Let the hand of a clock be 1 foot long. How far does its end travel in a full turn, next to pi feet?",
                ),
                "elicit": (
                    "What does one radian look like, if you show it with a piece of a circle?",
                    "Where did you meet pi when you learned about circles, and what did it compare with what?",
                    "How many radius lengths fit around a circle, in your view, and how does {wrong} use that?",
                    "You wrote {a} over 360. Tell me: which turn did you pair with pi, and what made you choose it?",
                ),
            },
            source="memory",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SINE, SINE_OF_A_SUM, DEGREES_TO_RADIANS)
