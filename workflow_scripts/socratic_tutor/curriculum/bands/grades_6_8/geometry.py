"""Grades 6 to 8: area of triangles, angles in a triangle, scale drawings."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- area of triangles ---------------------------------------------------------------------------


def _base_and_height(rng: random.Random, low: int = 4, high: int = 20) -> dict[str, Any]:
    while True:
        b, h = rng.randint(low, high), rng.randint(low, high)
        if b != h and b * h % 2 == 0:
            return {"b": b, "h": h}


TRIANGLE_AREA = Family(
    id="tri_area",
    grade_band="6-8",
    grade="6",
    ccss="6.G.A.1",
    topic="area of triangles",
    mission="find the area of a triangle",
    vocabulary=("base", "height", "area"),
    sample=_base_and_height,
    larger=lambda rng: _base_and_height(rng, 22, 120),
    statements=(
        "A triangle has base {b} cm and height {h} cm. What is its area in square cm?",
        "Find the area of a triangle with a base of {b} and a height of {h}.",
    ),
    stories=(
        "{name} sews a triangular flag. It is {b} inches long at the base and {h} inches high. How many square inches of cloth does the flag show?",
        "A triangular flower bed has a base of {b} feet and a height of {h} feet. How many square feet must {name} water?",
        "A mural on a wall is a triangle, {b} meters along the base and {h} meters high. What area does {name} have to paint?",
    ),
    reworded=(
        "One side of a triangle measures {b} units. The opposite vertex is {h} units away from that side. How many square units lie inside?",
    ),
    solve=lambda p: lowest(Fraction(p.b * p.h, 2)),
    trace=lambda p: {"base times height": p.b * p.h},
    elicit=(
        "Which lengths of the triangle do you know, and how do they lie to each other?",
        "Where would you draw the height in a sketch of this triangle?",
        "What shape whose area you can already find does this one remind you of?",
        "If you laid the triangle on grid paper, what would you be counting?",
    ),
    extend=(
        "How would the area change if only the height became three times as long?",
        "Can you invent a triangle with the same area and another base?",
        "What happens to the area when the top vertex slides sideways at the same height?",
        "How would you explain your way to someone who only knows about rectangles?",
    ),
    check=(
        "On grid paper, about how many full squares would the triangle hold, next to your number?",
        "If you cut a paper copy up and made a rectangle of the pieces, would it have your area?",
        "How does your answer compare with a full sheet {b} wide and {h} tall?",
        "Which unit does your number carry, and does that unit fit an area?",
    ),
    repair=(
        "Which number in the problem tells how tall the triangle is?",
        "What do you call the side that is {b} long?",
        "Can you make a quick sketch and write {b} and {h} where they belong?",
        "What kind of little shape do we count when we talk about area?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-01",
            name="forgets the half",
            hint="multiplies the base by the height and stops there",
            rule=lambda p: integer(p.b * p.h),
            says=(
                "{b} times {h} is {wrong}",
                "area is base times height, so I did {b} times {h}",
                "I just multiplied the two numbers that were given",
            ),
            reworded=(
                "you get the inside of a shape when you multiply how wide it is by how tall it is",
                "the base is {b}, the height is {h}, and their product is {wrong}",
            ),
            cues=(
                "rectangle",
                "box",
                "diagonal*",
                "corner*",
                "twin",
                "sheet of paper",
                "sandwich",
                "napkin",
            ),
            turns={
                "elicit": (
                    "What shape has exactly {wrong} small squares in it, and how many corners would you draw for it?",
                    "Multiplying {b} by {h} is like counting lines of squares. Which box do all those lines fill?",
                    "In your own words, what does {wrong} measure in a picture, a rectangle or something else?",
                    "How would you fill in the corners beside the triangle to arrive at all {wrong} squares?",
                ),
                "represent": (
                    "Draw a rectangle {b} wide and {h} tall, and fit your triangle into it. What does the triangle leave empty?",
                    "Sketch the triangle inside a box that has the same base and height. What else lies in the box?",
                    "Cut a card of {b} by {h} along its diagonal. How does a single piece compare with {wrong}?",
                    "On grid paper, outline a shape that holds {wrong} squares. How many corners does your shape have?",
                ),
                "conflict": (
                    "Your {wrong} squares would fill a whole rectangle. How could a triangle tucked inside it need just as many?",
                    "Lay the triangle on a sheet of paper, {b} by {h}. What does {wrong} claim about the paper that sticks out?",
                    "Glue a twin of this triangle along a slanted side. What shape appears, and how does it compare with {wrong}?",
                    "Which would need more paint, this triangle or a rectangle {b} by {h}, and what does {wrong} say?",
                ),
                "simplify": (
                    "Think of a garden 2 m by 2 m with a path from corner to corner. What does your way give each part?",
                    "A sandwich 100 mm by 100 mm is sliced on the diagonal. How much bread would your way give the pieces together?",
                    "Try your way on a napkin 1 foot by 1 foot, folded into a triangle. What area does the folded napkin get?",
                    "Split a tile 2 inches wide and 2 inches tall at its diagonal. Do your areas for the pieces fit the tile?",
                ),
            },
            source="E159; E1292",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-01-A",
            name="adds the two lengths",
            hint="adds the base and the height",
            rule=lambda p: integer(p.b + p.h),
            applies_if=lambda p: 2 * (p.b + p.h) != p.b * p.h,
            cues=("end to end", "a rope", "walk*", "the outline", "plus sign"),
        ),
        PlausibleError(
            id="G68-GEO-01-B",
            name="halves both lengths",
            hint="takes half of the base and half of the height",
            rule=lambda p: lowest(Fraction(p.b * p.h, 4)),
            cues=("quarter*", "halved twice", "both halves", "how often did you halve", "shrank both"),
        ),
    ),
)


# --- angles in a triangle ------------------------------------------------------------------------


def _two_angles(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(20, 120), rng.randint(20, 120)
        if a + b <= 165 and a + b != 90 and len({a, b, 180 - a - b}) == 3:
            return {"a": a, "b": b}


def _angle_sum(p: Parameters) -> dict[str, Any]:
    return {"total": p.a + p.b}


TRIANGLE_ANGLES = Family(
    id="tri_angle",
    grade_band="6-8",
    grade="8",
    ccss="8.G.A.5",
    topic="angles in a triangle",
    mission="find the third angle of a triangle",
    vocabulary=("angle", "sum", "triangle"),
    sample=_two_angles,
    statements=(
        "Two angles of a triangle are {a} and {b} degrees. Find the third.",
        "In a triangle, one angle measures {a} degrees and another {b} degrees. How many degrees does the third angle measure?",
    ),
    stories=(
        "{name} cuts a triangular sail. Two of its angles are {a} and {b} degrees. How many degrees is the last angle?",
        "A road sign is a triangle. {name} measures {a} degrees at one vertex and {b} degrees at the next. What is the angle at the last vertex?",
    ),
    reworded=(
        "{name} measured only two angles of a triangular shelf: {a} and {b} degrees. How large must the unmeasured one be?",
    ),
    solve=lambda p: integer(180 - p.a - p.b),
    trace=lambda p: {"sum of the two angles": p.a + p.b, "sum of all three angles": 180},
    elicit=(
        "What do you know about the angles of any triangle, whatever its shape?",
        "Which angles are given here, and which one is missing?",
        "How would a sketch of this triangle look, roughly?",
        "Is the triangle with {a} and {b} degrees rather pointed or rather wide?",
    ),
    extend=(
        "What kind of triangle is this, judging by its angles?",
        "How would the third angle change if the first one grew by 10 degrees?",
        "What could you say about the angle outside the triangle, next to the third one?",
        "How might you find the angle sum of a pentagon from what you know about triangles?",
    ),
    check=(
        "Do the three angles together give what every triangle has?",
        "How does a careful sketch with {a} and {b} degrees look next to your answer?",
        "Is your third angle sharp or wide, and does a drawing show the same?",
        "What does a protractor say when you draw the triangle with your angle?",
    ),
    repair=(
        "How many angles does a triangle have?",
        "Which of the given angles is the larger one?",
        "Can you draw an angle of about {a} degrees?",
        "What is the little sign or word that tells how we measure angles?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-09",
            name="angles add to 360",
            hint="takes the angles away from 360 degrees",
            rule=lambda p: integer(360 - p.a - p.b),
            steps=_angle_sum,
            says=(
                "{a} and {b} make {total}, and 360 take away {total} is {wrong}",
                "all the angles of a shape add up to 360",
                "I subtracted {a} and {b} from 360",
            ),
            reworded=(
                "the angles must go all the way to 360, and {wrong} is what remains",
                "I remember that the inside angles come to 360",
            ),
            cues=(
                "corner*",
                "straight ruler",
                "tear",
                "protractor",
                "square sheet",
                "diagonal",
                "fold*",
                "book",
                "half turn",
                "close around",
                "a line through",
            ),
            turns={
                "elicit": (
                    "Where do you remember the 360 from, and how many corners did that figure have?",
                    "What would a corner of {wrong} degrees look like, in your own words?",
                    "You count 360 for all the angles. Which figure comes to mind, and what are its corners like?",
                    "Show {wrong} degrees with your hands. How does that opening compare with a half turn?",
                ),
                "represent": (
                    "Tear off the three corners of a paper triangle and set them side by side. What kind of angle appears?",
                    "Draw a side with {a} degrees at one end and {b} at the other. How wide is the corner where they meet?",
                    "Sketch a triangle and a line through its top, parallel to the base. Which angles gather along that line?",
                    "Try to draw a corner of {wrong} degrees inside a triangle. What must its two sides do?",
                ),
                "check": (
                    "Open a book to {wrong} degrees in your mind. Could the covers still be two sides of a triangle?",
                    "Place a protractor on your sketch. Where on its scale would an opening of {wrong} degrees lie?",
                    "Turn your arm through {wrong} degrees. How does that compare with a half turn, and can a triangle bend so far?",
                    "Add {a}, {b} and {wrong} again. Which shape with square corners has that very sum?",
                ),
                "simplify": (
                    "Cut a square sheet from corner to corner. How do the angles of one piece compare with those of the sheet?",
                    "Imagine a triangle with all its corners alike. What would your total give each of them, and how would it look?",
                    "Split a rectangle along its diagonal. How are its four right angles shared between the pieces?",
                    "A carpenter's triangle has corners of 90, 45 and 45 degrees. How does their sum fit with your 360?",
                ),
            },
            source="E100",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-09-A",
            name="stops at the sum",
            hint="gives the sum of the two known angles",
            rule=lambda p: integer(p.a + p.b),
            steps=_angle_sum,
            cues=("used up", "halfway there", "known two", "put together {total}", "still to come"),
        ),
        PlausibleError(
            id="G68-GEO-09-B",
            name="takes away one angle only",
            hint="takes only the first angle away from the total",
            rule=lambda p: integer(180 - p.a),
            cues=("what about the {b}", "forgot {b}", "left {b} out", "both given", "role of {b}"),
        ),
    ),
)


# --- scale drawings ------------------------------------------------------------------------------


def _area_and_factor(rng: random.Random) -> dict[str, Any]:
    return {"area": rng.randint(5, 30), "k": rng.randint(2, 7)}


SCALED_AREA = Family(
    id="scale_area",
    grade_band="6-8",
    grade="7",
    ccss="7.G.A.1",
    topic="scale drawings",
    mission="find how an area changes when all lengths are scaled",
    vocabulary=("scale factor", "area", "length"),
    sample=_area_and_factor,
    larger=lambda rng: {"area": rng.randint(32, 150), "k": rng.randint(2, 12)},
    statements=(
        "A shape has area {area} square cm. Every length is made {k} times as long. What is the new area in square cm?",
        "A figure with an area of {area} square units is enlarged by the scale factor {k}. Find the area of the image.",
    ),
    stories=(
        "{name} draws a leaf with an area of {area} square cm. On the poster every length is {k} times as long. What is the area of the leaf on the poster?",
        "A logo covers {area} square inches. {name} prints it with all lengths {k} times as long. How many square inches does the print cover?",
    ),
    reworded=(
        "On a plan, a pond takes up {area} square cm. {name} copies the plan so that each length grows by the factor {k}. What area does the pond have on the copy?",
    ),
    solve=lambda p: integer(p.k * p.k * p.area),
    trace=lambda p: {"square of the scale factor": p.k * p.k},
    elicit=(
        "What becomes of each single length when the shape is enlarged?",
        "Which numbers here are about lengths, and which one is about area?",
        "What simple shape could you enlarge first to see what goes on?",
        "How would you draw a shape before and after the enlargement?",
    ),
    extend=(
        "And the perimeter: what becomes of it under the same enlargement?",
        "How would the area change if every length were cut in half?",
        "What might happen to the volume of a solid enlarged like that?",
        "Which scale factor would make the area a hundred times as large?",
    ),
    check=(
        "How could you test your answer with a rectangle that has {area} unit squares?",
        "When you shrink your new shape back to the old size, which area do you get?",
        "Does your rule also work for a single unit square?",
        "If you drew old and new shape on grid paper, would your number look about right?",
    ),
    repair=(
        "How long does a side of 1 cm become here?",
        "Which number tells how much longer every length gets?",
        "Does the {area} stand for a length or for an area?",
        "Can you sketch a tiny shape and a larger copy of it?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-10",
            name="scales area like length",
            hint="multiplies the area by the scale factor itself",
            rule=lambda p: integer(p.k * p.area),
            says=(
                "{area} times {k} is {wrong}",
                "everything gets {k} times as big, so the area does too",
                "the scale factor is {k}, so I multiplied the {area} by {k}",
            ),
            reworded=(
                "if the lengths are multiplied by {k}, you multiply the inside by {k} as well",
                "the copy is {k} times the old one, and {k} times {area} makes {wrong}",
            ),
            cues=(
                "1 by 1",
                "width",
                "wide",
                "sideways",
                "upward",
                "rows",
                "copies",
                "tv",
                "pizza*",
                "tablecloth",
                "pixel*",
                "window*",
            ),
            turns={
                "elicit": (
                    "You multiplied by {k} a single time. What happened to the width in that step, and what to the rest?",
                    "When the shape grows, in which directions does it stretch: sideways, upward, or otherwise?",
                    "How would you lay out {k} copies of the shape so that they form the enlarged one?",
                    "What do you picture when you say {k} times {area}: a wide shape, a tall one, or what?",
                ),
                "represent": (
                    "Draw a 1 by 1 square and make every side {k} times as long. How many small squares fit inside now?",
                    "Stretch only the width of a rectangle by {k}. What area does that give, and what is not stretched yet?",
                    "Cover a stretched square with copies of the old one. How many rows of copies does it take?",
                    "Put {k} copies of a square side by side in a row. Does the result have the form of an enlarged square?",
                ),
                "simplify": (
                    "Take a stamp 1 by 1 and a poster 100 by 100. By your way, how many stamps fill the poster?",
                    "A square 1 cm wide grows to 10 cm by 10 cm. What does your way give, and what does counting give?",
                    "Blow up a 1 by 1 tile sideways only. Where does the tile still have its old size?",
                    "For a 1 by 1 square, your way would give {k} small squares. Could {k} squares in a line be its enlargement?",
                ),
                "analog": (
                    "A pizza gets {k} times as wide. Would {k} of the old pizzas feed as many people as the new one?",
                    "A window is made {k} times as wide, then {k} times as high. When did the glass reach {wrong}?",
                    "Your photo has more pixels now, sideways and upward. Which of these directions does {wrong} take into account?",
                    "A tablecloth fits a table. For a table {k} times as long and wide, would {k} cloths do?",
                ),
            },
            source="MaE28; E612 (neighbour)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-10-A",
            name="doubles the factor",
            hint="multiplies the area by double the scale factor",
            rule=lambda p: integer(2 * p.k * p.area),
            applies_if=lambda p: p.k != 2,
            cues=("{k} + {k}", "raised 2", "a small 2", "plus itself"),
        ),
        PlausibleError(
            id="G68-GEO-10-B",
            name="adds the factor",
            hint="adds the scale factor to the area",
            rule=lambda p: integer(p.area + p.k),
            cues=("plus {k}", "added on", "glued on", "only {k} more", "{k} extra"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (TRIANGLE_AREA, TRIANGLE_ANGLES, SCALED_AREA)
