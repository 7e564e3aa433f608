"""Grades 6 to 8: the Pythagorean theorem."""

from __future__ import annotations

import random
from math import isqrt
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _triples(low: int, high: int) -> tuple[tuple[int, int], ...]:
    """Pairs of whole legs, in both orders, whose hypotenuse is whole and in the bounds."""
    return tuple(
        (a, b)
        for a in range(3, high)
        for b in range(3, high)
        if low <= isqrt(a * a + b * b) <= high and isqrt(a * a + b * b) ** 2 == a * a + b * b
    )


_SMALL_TRIPLES = _triples(5, 75)
_LARGE_TRIPLES = _triples(110, 200)

# --- length of the hypotenuse --------------------------------------------------------------------


def _legs(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice(_SMALL_TRIPLES)
    return {"a": a, "b": b}


def _long_legs(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice([pair for pair in _LARGE_TRIPLES if max(pair) > 75])
    return {"a": a, "b": b}


def _hypotenuse_steps(p: Parameters) -> dict[str, Any]:
    return {"aa": p.a**2, "bb": p.b**2, "total": p.a + p.b}


HYPOTENUSE = Family(
    id="hyp",
    grade_band="6-8",
    grade="8",
    ccss="8.G.B.7",
    topic="Pythagorean theorem",
    mission="find the hypotenuse of a right triangle",
    vocabulary=("hypotenuse", "leg", "right angle"),
    sample=_legs,
    larger=_long_legs,
    statements=(
        "A right triangle has legs {a} and {b}. How long is the hypotenuse?",
        "Find the hypotenuse of a right triangle whose legs measure {a} cm and {b} cm.",
    ),
    stories=(
        "{name} rows {a} meters east and then {b} meters north. How many meters from the start is the boat now?",
        "A wooden panel is {a} inches wide and {b} inches high. {name} nails a slanted board from the lower left end to the upper right end. How many inches long is the board?",
    ),
    reworded=(
        "Two sides of a triangle, {a} and {b} units long, meet at 90 degrees. What is the length of the side facing that angle?",
    ),
    solve=lambda p: integer(isqrt(p.a**2 + p.b**2)),
    trace=lambda p: {
        "square of the first leg": p.a**2,
        "square of the second leg": p.b**2,
        "sum of the squares": p.a**2 + p.b**2,
    },
    elicit=(
        "How would a sketch of this right triangle look, with {a} and {b} in it?",
        "Which side of the triangle is the unknown one, and where does it lie?",
        "What does the theorem about right triangles say about squares?",
        "Between which two lengths do you expect the unknown side to be?",
    ),
    extend=(
        "How does the hypotenuse change if both legs become twice as long?",
        "Can you find other whole legs that give a whole hypotenuse?",
        "How would you find a leg if you knew the hypotenuse and the other leg?",
        "How large are the two acute angles, roughly, judging by the legs?",
    ),
    check=(
        "Is your side longer than each leg, yet shorter than the legs together?",
        "What do you see when you draw the legs to scale and measure the slanted side?",
        "Do the squares drawn on the three sides fit together with your number?",
        "Could straws with your three lengths make a right triangle?",
    ),
    repair=(
        "Which of the numbers {a} and {b} is the longer leg?",
        "Can you draw two sides that meet at a right angle?",
        "What do we call the longest side of a right triangle?",
        "Where in the triangle is the right angle, next to which sides?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-06",
            name="adds the legs",
            hint="adds the lengths of the legs",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} plus {b} is {wrong}",
                "you put the two sides together to get the third one",
                "a plus b gives c, and {a} + {b} makes {wrong}",
            ),
            reworded=(
                "the long side is as much as both others, {a} and {b}",
                "I took {a} and {b} together for the missing side",
            ),
            cues=(
                "shortcut",
                "in a row",
                "flatten*",
                "straws",
                "crow",
                "sidelines",
                "ladder",
                "park",
                "scissors",
                "wider",
                "ruler",
                "paper strip*",
            ),
            turns={
                "conflict": (
                    "Walk along both legs, then try the shortcut. Which trip should take longer, and what does {wrong} say?",
                    "Flatten the right angle until both legs lie on one line. How far apart are their ends then, and now?",
                    "Your {wrong} is just the legs in a row. How could a side so long close the triangle?",
                    "Cut straws of {a}, {b} and {wrong}. What happens when you try to form a triangle with them?",
                ),
                "analog": (
                    "A path crosses a park from one corner to the far one. Why do people like it better than the streets?",
                    "While a car follows two streets, a crow flies straight. Whose trip is as long as your {wrong}?",
                    "Think of a ladder leaning on a house. How does it compare with the wall and the floor put together?",
                    "On a soccer field, what does a player save by not running along the sidelines?",
                ),
                "check": (
                    "Mark {a} and {b} from the corner of a page. What does a ruler show between the marks?",
                    "Keep {a} and {b} but open the angle wider. Should the third side change, and does your way notice?",
                    "Make a pair of scissors with blades {a} and {b} long. At what opening are the tips {wrong} apart?",
                    "Cut a paper strip of length {wrong} and lay it on a true drawing. Where does the strip end?",
                ),
            },
            source="E1602; memory",
        ),
        Misconception(
            id="G68-GEO-07",
            name="forgets the square root",
            hint="stops at the sum of the squares",
            rule=lambda p: integer(p.a**2 + p.b**2),
            steps=_hypotenuse_steps,
            says=(
                "{a} squared is {aa} and {b} squared is {bb}, and together they make {wrong}",
                "I squared {a} and {b} and added",
                "a squared plus b squared is {aa} + {bb}",
            ),
            reworded=(
                "the theorem says to add the squares, so {aa} and {bb} give {wrong}",
                "when you put the {aa} and the {bb} together you have the other side",
            ),
            cues=(
                "tiles",
                "count* there",
                "unit",
                "patch*",
                "reach only",
                "true to scale",
                "playground",
                "your page",
                "edge*",
                "small 2",
                "lawn",
                "fence",
            ),
            turns={
                "elicit": (
                    "You got {wrong} by adding two squares. If the squares were tiled floors, what do you count there?",
                    "Suppose the legs are in centimeters. What unit belongs to {wrong}, and why?",
                    "Draw a patch on each side of the triangle. What does {wrong} tell about the largest patch?",
                    "Draw the triangle on a tiled wall, with its squares. Where would you find {wrong} tiles in the picture?",
                ),
                "conflict": (
                    "Legs of {a} and {b} reach only {total} when stretched out. How could {wrong} fit between their ends?",
                    "Sketch {a}, {b} and {wrong} true to scale. What looks odd about the third side?",
                    "Say the legs are paths on a playground, in meters. How would a third path of {wrong} meters fit?",
                    "Try to draw this triangle on your page with a side of {wrong}. Where do the legs give out?",
                ),
                "check": (
                    "Add a square to each side of your sketch. Does {wrong} go inside a square or along an edge?",
                    "Look at the letter c in your equation. What does its small 2 say about {wrong}?",
                    "Take just one leg and its square. Which is the edge and which the patch, and which one is {wrong}?",
                    "A lawn and the fence at its edge get different numbers. Which sort of number is {wrong}?",
                ),
            },
            source="E998",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-06-A",
            name="finds the area",
            hint="multiplies the legs and takes half",
            rule=lambda p: integer(p.a * p.b // 2),
            cues=("base times", "half a rectangle", "half of a rectangle", "product", "height"),
        ),
    ),
)


# --- square of a leg -----------------------------------------------------------------------------


def _hypotenuse_and_leg(rng: random.Random, low: int = 6, high: int = 20) -> dict[str, Any]:
    c = rng.randint(low, high)
    return {"c": c, "a": rng.randint(3, c - 2)}


def _leg_steps(p: Parameters) -> dict[str, Any]:
    return {"cc": p.c**2, "aa": p.a**2, "gap": p.c - p.a}


LEG = Family(
    id="leg",
    grade_band="6-8",
    grade="8",
    ccss="8.G.B.7",
    topic="Pythagorean theorem",
    mission="find the square of a leg of a right triangle",
    vocabulary=("hypotenuse", "leg"),
    sample=_hypotenuse_and_leg,
    larger=lambda rng: _hypotenuse_and_leg(rng, 21, 90),
    statements=(
        "A right triangle has hypotenuse {c} and one leg {a}. What is the square of the other leg?",
        "The hypotenuse of a right triangle is {c} cm and one leg is {a} cm. Find the square of the other leg.",
    ),
    stories=(
        "{name} leans a plank of {c} feet against a wall. Its lower end stands {a} feet from the wall. What is the square of the height that it reaches?",
        "A kite string is {c} meters long and tight. {friend} stands under the kite, {a} meters from {name}, who holds the string. What is the square of the kite's height?",
    ),
    reworded=(
        "In a triangle with a 90 degree angle, the side facing it is {c} long. One of the others is {a} long. How large is a square drawn on the third side?",
    ),
    solve=lambda p: integer(p.c**2 - p.a**2),
    trace=lambda p: {"square of the hypotenuse": p.c**2, "square of the known leg": p.a**2},
    elicit=(
        "Which of the sides {c} and {a} faces the right angle?",
        "How would you sketch this triangle and label what you know?",
        "What do the squares on the sides of a right triangle have to do with each other?",
        "What are you asked for: a side, or the square on a side?",
    ),
    extend=(
        "About how long is the other leg itself?",
        "As {a} comes closer and closer to {c}, what becomes of the other leg?",
        "How could you choose the given sides so that the other leg is whole?",
        "What would the area of this triangle be, roughly?",
    ),
    check=(
        "Would a side with your square be shorter than {c}?",
        "How do your two squares on the legs compare with the one on the longest side?",
        "What happens if you draw the triangle to scale and measure the third side?",
        "Does your number stay below the largest square in the sketch?",
    ),
    repair=(
        "Which number in the problem is the hypotenuse?",
        "Can you draw a right triangle and put {c} where it belongs?",
        "How many legs does a right triangle have?",
        "Which side is still without a number in your sketch?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-08",
            name="adds although a leg is missing",
            hint="adds the squares of the two given sides",
            rule=lambda p: integer(p.c**2 + p.a**2),
            steps=_leg_steps,
            says=(
                "{c} squared is {cc} and {a} squared is {aa}, and I added them",
                "you always add the two squares, so {cc} + {aa}",
                "it is a squared plus b squared, so I put {cc} and {aa} together",
            ),
            reworded=(
                "the theorem has a plus in it, so {cc} and {aa} go together",
                "I squared both numbers and took the total of {cc} and {aa}",
            ),
            cues=(
                "across from",
                "opposite",
                "which letter*",
                "longest",
                "biggest",
                "outgrow*",
                "put back",
                "sit beside",
                "faces",
                "three patches",
                "5-3-4",
            ),
            turns={
                "represent": (
                    "Sketch three patches of tiles, one on each side. Which patch holds {cc}, and which one did you call {wrong}?",
                    "Make a drawing in which {c} is a leg, as in your work. Where would the longest side be then?",
                    "Set {c} and {a} at the right angle of a sketch. Which side is {wrong} about there, and is it the longest?",
                    "Cut paper strips of {c} and {a} and try to place them. Which strip can lie opposite the square corner?",
                ),
                "locate": (
                    "You set {c} and {a} side by side around the plus. Which of them lies across from the right angle?",
                    "Mark the right angle in your sketch. Which of your numbers stands opposite to it?",
                    "Read the theorem aloud with your numbers in it. Which letter did {c} stand for in your work?",
                    "Look at {cc}, {aa} and {wrong} as squares on the sides. Which one did you make the biggest?",
                ),
                "conflict": (
                    "Your other leg has a square of {wrong}. Compare that with {c} times {c}: which side comes out the longest?",
                    "No leg may outgrow the hypotenuse. What do you find when you test your square {wrong} on that?",
                    "Imagine floor tiles on all sides of the triangle. Why would your leg need {wrong} tiles, more than the longest side?",
                    "Sort the sides by their squares, with your {wrong} among them. Which side now faces the right angle?",
                ),
                "check": (
                    "Put back your {wrong} and the square of {a} as the legs. Which side should their total belong to?",
                    "Test your way on the 5-3-4 triangle, leaving out the 4. What does it give for the missing square?",
                    "Estimate the side whose square is {wrong}. How does it sit beside a hypotenuse of {c}?",
                    "Draw three patches, one on each side. Where do your two leg squares land when you join them?",
                ),
            },
            source="E615",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-08-A",
            name="squares the difference",
            hint="squares the difference of the given sides",
            rule=lambda p: integer((p.c - p.a) ** 2),
            steps=_leg_steps,
            cues=("{gap} cm", "side of {gap}", "shorter by", "before squaring", "gap of {gap}"),
        ),
        PlausibleError(
            id="G68-GEO-08-B",
            name="doubles instead of squaring",
            hint="takes the doubles of the sides instead of their squares",
            rule=lambda p: integer(2 * p.c - 2 * p.a),
            steps=_leg_steps,
            applies_if=lambda p: p.c - p.a > 2,
            cues=("raised 2", "{c} + {c}", "{a} + {a}", "pair of equal sticks", "end to end"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (HYPOTENUSE, LEG)
