"""Grades 9 to 12: polygons, similar solids and units of area."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- the interior angles of a polygon ---

POLYGON_ANGLES = Family(
    id="polygon",
    grade_band="9-12",
    grade="10",
    ccss="HSG-CO.C.10",
    topic="polygon angles",
    mission="find the sum of the interior angles of a polygon",
    vocabulary=("interior angle", "polygon"),
    sample=lambda rng: {"n": rng.choice((rng.randint(5, 20), rng.randint(5, 90)))},
    larger=lambda rng: {"n": rng.randint(100, 900)},
    statements=(
        "What is the sum of the interior angles of a polygon with {n} sides, in degrees?",
        "Find the sum of the interior angles of a polygon that has {n} sides. Answer in degrees.",
        "A polygon has {n} sides. How many degrees do its interior angles have together?",
    ),
    stories=(
        "A wall of {n} straight pieces closes around a park as a polygon. {name} measures all the inside angles and adds them. "
        "What total in degrees is expected?",
        "{name} programs a robot to draw a closed polygon with {n} sides. What is the sum of all its inside angles in degrees?",
    ),
    reworded=(
        "Add up the inside angles at all corners of a polygon with {n} sides. How many degrees is that?",
    ),
    solve=lambda p: integer(180 * (p.n - 2)),
    trace=lambda p: {"triangles": p.n - 2},
    elicit=(
        "What do you know about the angles of simpler shapes?",
        "What does an interior angle of a polygon look like in a sketch?",
        "How does the sum change, do you think, when a shape gets another side?",
        "Which shapes could you cut this polygon into?",
    ),
    extend=(
        "How large is each angle if the polygon is regular?",
        "What is the sum of the exterior angles, and why does it not depend on {n}?",
        "Which polygon has an angle sum of 1980 degrees, and how did you find it?",
        "Does your reasoning still hold for a polygon with a dent?",
    ),
    check=(
        "What does your way of finding the sum give for a triangle?",
        "If all the angles were equal, would each be less than a straight angle, and more than a right angle?",
        "How does your sum change with one more side, and is that what a drawing shows?",
        "Could you cut the polygon up in another way and count again?",
    ),
    repair=(
        "How many corners does this polygon have?",
        "What is a polygon with 5 sides called?",
        "How many degrees does a right angle have?",
        "How would you draw a diagonal in a square?",
    ),
    plausible=(
        PlausibleError(
            id="G912-GEO-05-A",
            name="one triangle for each side",
            hint="multiplies the number of sides by 180",
            rule=lambda p: integer(180 * p.n),
            cues=("center", "hub", "spoke*", "pizza", "{n} slices"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-05",
            name="always 360",
            hint="gives 360 degrees for every polygon",
            rule=lambda p: integer(360),
            applies_if=lambda p: p.n != 4,
            says=(
                "the angles inside a shape make 360 degrees",
                "it closes up and goes all the way round, and that is 360",
                "I remember that a square has 360, so this one has it too",
            ),
            reworded=("any closed figure has a full turn inside it",),
            cues=(
                "nearly like a circle",
                "on average",
                "scissors",
                "floor tile*",
                "met 360",
                "notice the {n}",
                "walk around",
                "have in mind",
                "stop sign",
                "soccer",
                "each half",
                "glue",
            ),
            turns={
                "conflict": (
                    "A polygon with 1000 sides looks nearly like a circle. How wide is each corner if they share 360, and how wide does it look?",
                    "With 360 degrees for {n} corners, how wide would a corner be on average? Compare that with your sketch.",
                    "Snip one corner off a square with scissors and count the angles again. What happens to a total of 360?",
                    "Regular hexagons make a good floor tile. What corner does 360 give them, and how many would meet at a point?",
                ),
                "locate": (
                    "Where have you met 360 before, and what did that shape have that this one does not?",
                    "Your rule would not notice the {n} if it changed. Which part of a drawing changes when you add a side?",
                    "If you walk around any polygon, your turns add up to 360. Are those turns the inside angles you were asked for?",
                    "Which 360 did you have in mind: a full turn at a point, a square, or the corners of this shape?",
                ),
                "simplify": (
                    "Every corner of a stop sign is wider than a right angle. What do right angles at all its corners give, next to 360?",
                    "A patch on a soccer ball has five corners, all wider than 90 degrees. How can they fit into 360?",
                    "Cut a square from corner to corner. What does your rule say for each half, and what do you really see?",
                    "Glue two squares side by side and bend the joint, so that there are six corners. What became of 360?",
                ),
            },
            source="E28",
        ),
        Misconception(
            id="G912-GEO-06",
            name="adds 2 to the sides",
            hint="adds 2 to the number of sides before multiplying by 180",
            rule=lambda p: integer(180 * (p.n + 2)),
            steps=lambda p: {"more": p.n + 2},
            says=(
                "{n} plus 2 is {more}, and {more} times 180 is {wrong}",
                "the rule is sides plus 2, times 180",
                "you add 2 to the {n} and multiply by 180",
            ),
            reworded=("I counted {more} triangles' worth of degrees, two more than there are sides",),
            cues=(
                "on a triangle",
                "about a square",
                "straight line",
                "pointed corner",
                "diagonal*",
                "your rule use",
                "starting at",
                "a dot",
                "does {more} count",
                "extra 2",
                "have to do with",
                "made of",
            ),
            turns={
                "check": (
                    "Use your rule on a triangle. Which sum comes out, and what do you know about that sum?",
                    "What does your rule say about a square, and what do its right angles come to?",
                    "Share {wrong} degrees among the {n} corners. How does a single one compare with a straight line?",
                    "Work out the average corner from {wrong}. Could a pointed corner in a regular polygon look like that?",
                ),
                "represent": (
                    "Draw the polygon with the diagonals from a single corner. How do the pieces fit with your {more}?",
                    "Sketch a square and cut it into triangles from a corner. How many are there, and how many would your rule use?",
                    "Try to draw {more} triangles inside the polygon, all starting at the same corner. Where do you run out of room?",
                    "Put a dot inside the polygon and join it to all {n} corners. How many triangles do you see, next to your {more}?",
                ),
                "elicit": (
                    "What does the 180 mean in your drawing, and what does {more} count there?",
                    "Which pieces of the polygon did the extra 2 in your rule bring in?",
                    "How do you remember that rule, and what does the 2 have to do with the sides?",
                    "If {wrong} comes from triangles, which corners are they made of, and how many do you have?",
                ),
            },
            source="E35",
        ),
    ),
)


# --- the volume of an enlarged solid ---

VOLUME_OF_ENLARGED_SOLID = Family(
    id="scale_vol",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GMD.A.3",
    topic="similar solids",
    mission="find the volume of an enlarged solid",
    vocabulary=("scale factor", "volume"),
    sample=lambda rng: {"v": rng.randint(3, 40), "k": rng.randint(2, 6)},
    larger=lambda rng: {"v": rng.randint(50, 400), "k": rng.randint(5, 20)},
    statements=(
        "A solid has volume {v}. Every length is multiplied by {k}. What is the new volume?",
        "The volume of a solid is {v}. All its lengths become {k} times as large. Find the new volume.",
        "A solid with volume {v} is enlarged with scale factor {k}. What is the volume of the larger solid?",
    ),
    stories=(
        "A model of a statue has a volume of {v} cubic inches. In the statue every length is {k} times as large. How many cubic inches is the statue?",
        "{name} has a water tank that holds {v} gallons. {friend} has one of the same shape, and each length is {k} times as long. How many gallons does it hold?",
    ),
    reworded=(
        "Two solids are similar, with all lengths in the ratio 1 to {k}. The smaller has volume {v}. How large is the other?",
    ),
    solve=lambda p: integer(p.v * p.k**3),
    trace=lambda p: {"volume factor": p.k**3, "square of the factor": p.k**2},
    elicit=(
        "What does volume measure in a solid?",
        "What happens to the edges of a box when every length is multiplied by {k}?",
        "Which simple solid could you try this on?",
        "How would you find the volume of a box from its edges?",
    ),
    extend=(
        "What happens to the surface of the solid in the same enlargement?",
        "Which scale factor would make the volume exactly 1000 times as large?",
        "Why does the shape of the solid not matter here?",
        "How would you find the scale factor if you knew both volumes?",
    ),
    check=(
        "Does your way give the right thing for a box whose edges you choose yourself?",
        "If you shrink the large solid again by the same factor, do you come back to {v}?",
        "What does your result become for a scale factor of 1, and does that make sense?",
        "How many of the old solids would fill the new one, judging by your result?",
    ),
    repair=(
        "Is the new solid larger or smaller than the old one?",
        "What is the volume of a cube with edge 1?",
        "Which number in the problem is the scale factor?",
        "If an edge was 1 inch long before, how long is it now?",
    ),
    plausible=(
        PlausibleError(
            id="G912-GEO-07-A",
            name="scales volume like area",
            hint="multiplies the volume by the square of the factor",
            rule=lambda p: integer(p.v * p.k**2),
            cues=("surface*", "paint*", "flat picture", "like an area"),
        ),
        PlausibleError(
            id="G912-GEO-07-B",
            name="adds the three factors",
            hint="multiplies the volume by the sum of the three factors",
            rule=lambda p: integer(p.v * 3 * p.k),
            cues=("plus {k}", "sum of the factors", "three times {k}", "added the"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-07",
            name="scales volume like length",
            hint="multiplies the volume by the scale factor itself",
            rule=lambda p: integer(p.v * p.k),
            says=(
                "everything gets {k} times as big, so {v} times {k} is {wrong}",
                "I multiplied the volume by {k} like the lengths",
                "the factor is {k}, and {k} times {v} makes {wrong}",
            ),
            reworded=("if the sides are {k} times as long, the inside is {k} times as much too",),
            cues=(
                "small cubes",
                "stretch*",
                "layer*",
                "directions",
                "in a row",
                "only the height",
                "dry",
                "mail*",
                "20 by 20",
                "sugar",
                "dice",
                "dough",
            ),
            turns={
                "represent": (
                    "Build a cube whose edges are {k} small cubes long. How does the number of small cubes compare with {k}?",
                    "Sketch a box and stretch it {k} times in length alone. Which volume is that, and which edges still wait?",
                    "Draw the enlarged box cut into layers as high as the old box. Is a layer as wide as the old box, or wider?",
                    "Put the old solid and the new one side by side. In which directions did it grow, and which of them are in {wrong}?",
                ),
                "conflict": (
                    "Stand {k} copies of the old solid in a row. How does the shape of that row differ from the new solid?",
                    "If only the height were multiplied by {k}, which volume would you get, and what is left for the other edges?",
                    "Fill the new solid with {k} pourings from the old one. Which parts of it would still be dry?",
                    "Mail {k} of the old solids in a box of the new size. How much of the box is empty, going by its length, width and height?",
                ),
                "simplify": (
                    "A cube with edge 10 has volume 1000. How does twice that compare with 20 by 20 by 20?",
                    "One sugar cube has edge 1. How many of them build a cube with edge 10, and how many does your way say?",
                    "A box holds one of your dice. How many dice fit when the box is twice as long, twice as wide and twice as high?",
                    "A ball of dough is twice as wide as another. Would you need two small balls for it, or more, and why?",
                ),
            },
            source="E1052",
        ),
    ),
)


# Large unit, one of it, small unit, how many small in a large one.
_LENGTHS = (
    ("yards", "yard", "feet", 3),
    ("feet", "foot", "inches", 12),
    ("meters", "meter", "centimeters", 100),
    ("centimeters", "centimeter", "millimeters", 10),
    ("kilometers", "kilometer", "meters", 1000),
)


def _area(rng: random.Random, low: int = 2, high: int = 40) -> dict[str, Any]:
    big, unit, small, factor = rng.choice(_LENGTHS)
    return {"a": rng.randint(low, high), "big": big, "unit": unit, "small": small, "f": factor}


# --- square units ---

SQUARE_UNITS = Family(
    id="unit_sq",
    grade_band="9-12",
    grade="9",
    ccss="HSN-Q.A.1",
    topic="unit conversion",
    mission="convert square units",
    vocabulary=("square unit", "conversion factor"),
    sample=_area,
    larger=lambda rng: _area(rng, 1001, 9000),
    statements=(
        "How many square {small} are in {a} square {big}?",
        "Convert {a} square {big} to square {small}.",
        "An area is {a} square {big}. How many square {small} is it?",
    ),
    stories=(
        "{name} has measured an area of {a} square {big}. The report needs it in square {small}. Which number belongs there?",
        "A form lists an area of {a} square {big}. {name} must enter it in square {small}. Which number does {name} type?",
    ),
    reworded=("Give the number of square {small} that cover the same area as {a} square {big}.",),
    solve=lambda p: integer(p.a * p.f * p.f),
    trace=lambda p: {"small squares in a large one": p.f * p.f},
    elicit=(
        "What does one square {unit} look like?",
        "How are {big} and {small} related as lengths?",
        "What does a square unit measure that a plain unit does not?",
        "Which of the two squares is larger, and how could they fit together?",
    ),
    extend=(
        "How would the conversion look for cubic units?",
        "What would change if you went back from square {small} to square {big}?",
        "Which sides could a rectangle of {a} square {big} have, in {small}?",
        "How could you write the conversion as one multiplication for any area?",
    ),
    check=(
        "How could you draw one square {unit} and test your number on it?",
        "Choose a rectangle with this area and give its sides in {small}. What area do they make?",
        "If you convert your result back, do you return to {a} square {big}?",
        "Is your number of square {small} more than the number for plain lengths, and should it be?",
    ),
    repair=(
        "How many {small} are in one {unit}?",
        "Which is longer, a {unit} or a stick of 2 {small}?",
        "What shape is a square {unit}?",
        "Does the problem ask about a length or an area?",
    ),
    plausible=(
        PlausibleError(
            id="G912-UNI-01-A",
            name="divides by the factor",
            hint="divides the area by the length factor",
            rule=lambda p: lowest(Fraction(p.a, p.f)),
            cues=("fewer", "divid*", "larger unit", "shrank"),
        ),
        PlausibleError(
            id="G912-UNI-01-B",
            name="doubles the factor",
            hint="uses twice the length factor",
            rule=lambda p: integer(2 * p.f * p.a),
            cues=("twice {f}", "doubl*", "{f} plus {f}", "2 times {f}"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-UNI-01",
            name="does not square the factor",
            hint="multiplies an area by the factor for lengths",
            rule=lambda p: integer(p.a * p.f),
            says=(
                "there are {f} {small} in a {unit}, so {a} times {f}",
                "I multiplied {a} by {f} to go from {big} to {small}",
                "one {unit} is {f} {small}, and {a} of them make {wrong}",
            ),
            reworded=("the factor between {big} and {small} is {f}, so I used that",),
            cues=(
                "each of its sides",
                "bottom edge",
                "shade*",
                "board",
                "strip",
                "rope",
                "ribbon",
                "word square",
                "pane*",
                "chocolate",
                "pixel*",
                "theater",
            ),
            turns={
                "represent": (
                    "Draw a square {unit} and mark the {small} along each of its sides. What does your {f} count in that drawing?",
                    "Set small squares along the bottom edge of a square {unit}. After {f} of them, how much of it is covered?",
                    "Shade {f} small squares inside a sketch of one square {unit}. Which shape have you shaded?",
                    "Think of a board with {f} squares along its edge. Is {f} also the number of squares on the board, or of something else?",
                ),
                "conflict": (
                    "Lay {f} small squares end to end. How wide is that strip, next to one square {unit}?",
                    "How many {small} long is a rope of {a} {big}? Compare that number with your number of square {small}.",
                    "You would give {wrong} for {a} {big} of ribbon as well. What does an area have that a ribbon does not?",
                    "Take the word square out of the problem and solve it again. Why should a length and an area give the same {wrong}?",
                ),
                "analog": (
                    "A window has 6 panes along each edge. How many panes would your way count, and how many do you look through?",
                    "A bar of chocolate is 5 pieces long and 5 wide. Which number of pieces does your way of counting find?",
                    "A screen gets ten times as many pixels along both edges. What happens to all of its pixels together?",
                    "A theater has 20 rows with 20 seats each. Which of its numbers is like your {f}, a row or the whole audience?",
                ),
            },
            source="E486",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (POLYGON_ANGLES, VOLUME_OF_ENLARGED_SOLID, SQUARE_UNITS)
