"""Grades 3 to 5: area, perimeter, volume and angles."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- area of a rectangle ---


def _rectangle(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(3, 16), 2)
    return {"a": a, "b": b}


def _rectangle_larger(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(16, 61), 2)
    return {"a": a, "b": b}


RECTANGLE_AREA = Family(
    id="rect",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.D.8",
    topic="area and perimeter",
    mission="find the area of a rectangle",
    vocabulary=("area", "perimeter", "square units"),
    sample=_rectangle,
    statements=(
        "A rectangle is {a} cm by {b} cm. What is its area in square cm?",
        "Find the area of a rectangle with sides of {a} cm and {b} cm, in square cm.",
    ),
    stories=(
        "A sticker is {a} cm long and {b} cm wide. How many square cm does it take up?",
        "{name} lays out a photo of {a} cm by {b} cm on a page. How many square cm of the page are under it?",
    ),
    reworded=("How many squares of 1 cm by 1 cm fill a rectangle that is {a} cm long and {b} cm wide?",),
    larger=_rectangle_larger,
    solve=lambda p: integer(p.a * p.b),
    elicit=(
        "What would the word area mean for this shape?",
        "How would you draw this rectangle on grid paper?",
        "What do the {a} and the {b} tell you about the shape?",
        "Which unit will your answer have, and what does one of it look like?",
    ),
    extend=(
        "What other rectangle has the same area?",
        "How would the area change if one side was twice as long?",
        "How could you show your answer on grid paper?",
        "How would you split this rectangle into two parts and still find its area?",
    ),
    check=(
        "Draw the shape on grid paper and count. Does the count agree with you?",
        "Count by {a}, once for each row. Where do you end?",
        "Cut the shape into two smaller rectangles. Do their areas make your answer?",
        "Share your squares out over {a} equal lines. Which side should that give you?",
    ),
    repair=(
        "Can you draw a small rectangle and fill it with squares?",
        "What is the length of the longest side here?",
        "How many squares fit along the first side?",
        "Does area sound more like a carpet or like a fence to you?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-01",
            name="perimeter for area",
            hint="adds all four sides",
            rule=lambda p: integer(2 * (p.a + p.b)),
            applies_if=lambda p: 2 * (p.a + p.b) != p.a * p.b,
            says=(
                "{a} and {b} and {a} and {b} make {wrong}",
                "I added every side of the shape",
                "I went around it and got {wrong}",
            ),
            reworded=("the four sides together are {wrong}", "two times {a} and two times {b} make {wrong}"),
            cues=("ant", "edge*", "border", "inside", "outline", "middle"),
            turns={
                "locate": (
                    "An ant walks along the sides that you added. Does it ever step on the middle?",
                    "Your {wrong} goes along the edge. What would you count for the inside?",
                    "Color what your {wrong} measures. Did you color the border or the part within it?",
                    "You added {a} and {b} two times. What does that measure: the outline or squares?",
                ),
                "represent": (
                    "Draw the shape on grid paper and trace the outline. Which squares did your {wrong} miss?",
                    "Sketch the inside as squares of 1 cm. How does that count compare with {wrong}?",
                    "Lay a string of {wrong} cm on the border. How much of the inside is covered?",
                    "Suppose you paint the shape. Is {wrong} about the paint or a frame for the edge?",
                ),
                "elicit": (
                    "What did you trace with your eyes while you got {wrong}: the border or the middle?",
                    "Why did {a} and {b} both appear two times, and what outline does that describe?",
                    "Tell me what a single cm of your {wrong} looks like. Is it a bit of edge or a tiny square?",
                    "Think of a room like this. Would {wrong} be for the carpet or for the strip at its edge?",
                ),
                "analog": (
                    "A pool has a rim and a bottom. Which part is your {wrong} about, the border or the middle?",
                    "A pie has a crust around the edge. Do you eat just that, or also what is inside?",
                    "A coloring page has an outline. Once you have traced it, is the picture colored in?",
                    "To seed a field you do not only walk its border. How is your {wrong} like that walk?",
                ),
            },
            source="E982; E1678",
        ),
        Misconception(
            id="G35-GEO-02",
            name="adds the two sides",
            hint="adds the length and the width",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "I added the two numbers",
                "you put the long side and the short side together",
            ),
            reworded=(
                "{a} cm and {b} cm together are {wrong}",
                "length and width are {a} and {b}, and I put a plus between",
            ),
            cues=("row*", "tile*", "corner"),
            turns={
                "locate": (
                    "Think of tiles of 1 cm. What do the {a} and the {b} tell you about them?",
                    "What would your {a} plus {b} count if you put tiles in the rectangle?",
                    "You joined {a} and {b}. Does the {b} count tiles, or rows of tiles?",
                    "How many tiles sit in one row, and what does the other number tell you?",
                ),
                "represent": (
                    "Draw one row of squares, {a} long. What did the {b} add to that row in your {wrong}?",
                    "Place {wrong} tiles in the rectangle, row by row. How far do you get?",
                    "Lay tiles along one long and one short side, from a corner. How much stays empty?",
                    "Build rows of {a} tiles each. When do you pass {wrong}, and is the shape full then?",
                ),
                "simplify": (
                    "Take a tray of 2 by 5 brownies in rows. Would 2 plus 5 count them all?",
                    "A sheet has 3 rows with 10 stamps each. What would your way say, and would you pay for that many?",
                    "Think of a floor of 1 tile by 8 tiles. Your way says 9: can you find the extra tile?",
                    "On a board of 10 rows with 10 squares, your way counts 20. Which squares are those?",
                ),
                "check": (
                    "Lay {wrong} tiles in the shape. Do they reach the far corner?",
                    "Count only the first two rows of {a}. How close are you to {wrong} with just those?",
                    "Put your {wrong} tiles down from one corner in full lines. Which part of the floor stays bare?",
                    "Color a row of {a} over and over on grid paper, {b} times. Do you stop at {wrong}?",
                ),
            },
            source="E828",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-GEO-01-A",
            name="takes the product twice",
            hint="multiplies the two sides and takes the result two times",
            rule=lambda p: integer(2 * p.a * p.b),
            cues=("doubl*", "overlap*", "second sheet", "counted again", "on top of each other"),
        ),
    ),
)


# --- perimeter of a rectangle ---

RECTANGLE_PERIMETER = Family(
    id="perim",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.D.8",
    topic="perimeter",
    mission="find the perimeter of a rectangle",
    vocabulary=("perimeter", "side"),
    sample=_rectangle,
    statements=(
        "Find the perimeter of a rectangle that is {a} m long and {b} m wide.",
        "A rectangle measures {a} cm by {b} cm. What is its perimeter in cm?",
    ),
    stories=(
        "A rectangular garden is {a} m by {b} m. How much fence goes all the way around?",
        "A rug is {a} feet by {b} feet. How many feet of ribbon go once around it?",
        "{name} runs once around a rectangular yard of {a} m by {b} m. How many meters does {name} run?",
    ),
    reworded=("The sides of a rectangle are {a} cm and {b} cm long. How long is the line around it in cm?",),
    larger=_rectangle_larger,
    solve=lambda p: integer(2 * (p.a + p.b)),
    trace=lambda p: {"two sides": p.a + p.b},
    elicit=(
        "What does a perimeter measure?",
        "What would a labeled sketch of this shape look like?",
        "Where would you begin if you walked around it?",
        "How many sides does this shape have, and which lengths do you know?",
    ),
    extend=(
        "What other rectangle has the same perimeter?",
        "How would the perimeter change if the shape was 1 longer at one end?",
        "What other way leads to the same number?",
        "Which rectangle with this perimeter is as square as can be?",
    ),
    check=(
        "Trace the whole drawing and say each length aloud. What is the total?",
        "Imagine a string of your length. Does it close exactly around the shape?",
        "Write a length at each side of a sketch. Is every one of them in your answer?",
        "Unfold the shape into one long line. How many pieces is it made of?",
    ),
    repair=(
        "Can you draw the shape and point at one side?",
        "Which sides of a rectangle have the same length?",
        "How long is the longer side here?",
        "Where in your day do you go around something?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-03",
            name="adds only two sides",
            hint="adds only the two sides that have numbers",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "I added the two numbers I was given",
                "one side is {a} and one side is {b}, so I put them together",
            ),
            reworded=(
                "there were only {a} and {b} in the problem",
                "the one side is {a} and the next side is {b}, that makes {wrong}",
            ),
            cues=("finger", "corner*", "opposite", "home", "unlabeled", "stop*", "half the picture", "gap"),
            turns={
                "locate": (
                    "Trace the shape with a finger. Which parts of your trip are in {wrong}?",
                    "You used {a} and {b}. What lies opposite each of them in your drawing?",
                    "Draw the shape and mark what you added. Which lines are unlabeled?",
                    "How many corners do you pass on the full trip, and how many with {a} and {b}?",
                ),
                "conflict": (
                    "Begin at one corner and walk {a}, then {b}. Where do you stop?",
                    "An ant walks only {wrong} along the lines. Is it home yet?",
                    "Bend a wire of {wrong} along the shape. At which corner does it run out?",
                    "Suppose you walk {wrong} and stop. Could you close the shape there?",
                ),
                "analog": (
                    "A picture frame needs wood on each edge. Would you stop after the top and the left piece?",
                    "In baseball a runner must touch every base to get home. Where does your {wrong} leave the runner?",
                    "You tie a ribbon around a gift but stop at the far corner. What happens to the ribbon?",
                    "A dog wants a yard with no gap in the wall. Where would it slip out of your {wrong}?",
                ),
                "check": (
                    "Draw the shape and cross off each side as you count it. Where did your finger never go?",
                    "Fold a string of {wrong} along your sketch, corner by corner. Does it come home?",
                    "Point at each side in turn and name its length. Which opposite ones did {wrong} skip?",
                    "Mark a start corner and go on until you are back. At which corner is {wrong} used up?",
                ),
            },
            source="E1446; E1706",
        ),
        Misconception(
            id="G35-GEO-04",
            name="area for perimeter",
            hint="multiplies the two sides",
            rule=lambda p: integer(p.a * p.b),
            applies_if=lambda p: 2 * (p.a + p.b) != p.a * p.b,
            says=(
                "{a} times {b} is {wrong}",
                "you multiply the two numbers of a rectangle",
                "I did {a} times {b}",
            ),
            reworded=("length times width makes {wrong}", "I used times since it is a rectangle"),
            cues=(
                "cover*",
                "square*",
                "inside",
                "surface",
                "paint*",
                "grass",
                "carpet*",
                "lawn",
                "blanket*",
                "tiles",
            ),
            turns={
                "locate": (
                    "What would {a} times {b} count in a drawing: steps on the line or squares?",
                    "Draw what your {wrong} counts. Does it lie on the line or inside?",
                    "When you multiply {a} by {b}, do you measure a length or a surface?",
                    "If you needed paint for it, would {wrong} be about the paint or the rim?",
                ),
                "conflict": (
                    "Suppose grass grows on the whole shape. Is {wrong} about the grass or the line that holds it in?",
                    "Lay paper squares only along the line, on its inner side. How many of your {wrong} stay unused?",
                    "Cover the shape with paper squares of 1 by 1. What does {wrong} tell you then?",
                    "Think of a small 1 by 1 square. Does one times one give the walk along its lines?",
                ),
                "elicit": (
                    "What would you buy {wrong} of: carpet for the middle, or rope for the rim?",
                    "Where in your sketch can I see all {wrong}, as lines or as little squares?",
                    "You multiplied. What does {a} times {b} fill when you color it on a surface?",
                    "If {wrong} were tiles, would you lay them along the rim or over the lawn?",
                ),
                "simplify": (
                    "Take a 10 by 10 blanket. Your way says 100: is that its hem or the blanket itself?",
                    "A card is 2 by 1. Multiplying gives a tiny number: does that reach along all its lines, or cover it?",
                    "Try a thin strip of 1 by 20. What does 1 times 20 say about the grass on it and about its rim?",
                    "A 3 by 3 tray makes 9 your way. Is that nine squares of cake or nine steps of an ant?",
                ),
            },
            source="E833; E1668",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-GEO-03-A",
            name="takes all sides for equal",
            hint="multiplies the first side by four",
            rule=lambda p: integer(4 * p.a),
            cues=("equal sides", "all four the same", "four times", "just as wide", "the {b} go"),
        ),
    ),
)


# --- volume of a box ---


def _box(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(3, 9), "b": rng.randint(3, 9), "c": rng.randint(2, 8)}


BOX_VOLUME = Family(
    id="volume",
    grade_band="3-5",
    grade="5",
    ccss="5.MD.C.5",
    topic="volume",
    mission="find the volume of a box",
    vocabulary=("volume", "cubic units", "layer"),
    sample=_box,
    statements=(
        "A box is {a} by {b} by {c} units. What is its volume?",
        "Find the volume of a box that is {a} units long, {b} units wide and {c} units high.",
    ),
    stories=(
        "A fish tank measures {a} by {b} by {c} feet. How many cubic feet does it hold?",
        "{name} fills a crate with cubes of 1 inch. It is {a} by {b} by {c} inches. How many cubes fit?",
    ),
    reworded=("How many unit cubes make a block that is {a} long, {b} wide and {c} high?",),
    larger=lambda rng: {"a": rng.randint(10, 20), "b": rng.randint(5, 15), "c": rng.randint(3, 12)},
    solve=lambda p: integer(p.a * p.b * p.c),
    trace=lambda p: {"one layer": p.a * p.b},
    elicit=(
        "What does the volume of a box tell you?",
        "What do the three numbers {a}, {b} and {c} measure?",
        "How would you begin to build this with small blocks?",
        "What is one cubic unit, and what does it look like?",
    ),
    extend=(
        "What other box has the same volume?",
        "What happens to the volume if the box is twice as high?",
        "In what other order could you find the volume?",
        "Which boxes could you cut this one into?",
    ),
    check=(
        "Build or sketch it in layers and count. Do you reach your answer?",
        "Turn the box on another side and find the volume again. What should happen?",
        "Take just one of {c} equal parts of your answer. What part of the box is that?",
        "Slice the box into two smaller boxes. Do their volumes make your answer?",
    ),
    repair=(
        "What is the height of this box?",
        "Can you sketch the box and write the three numbers at it?",
        "How would you set the first few cubes?",
        "Have you ever packed cubes into a box, and how did you go about it?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-05",
            name="adds the dimensions",
            hint="adds the three lengths",
            rule=lambda p: integer(p.a + p.b + p.c),
            # So that blocks on the floor alone outnumber the sum, as the turns say.
            applies_if=lambda p: p.a * p.b > p.a + p.b + p.c,
            says=(
                "{a} and {b} and {c} make {wrong}",
                "I added the three numbers",
                "you put all the sides together, so {a} plus {b} plus {c}",
            ),
            reworded=("all three sides together are {wrong}", "{a} plus {b} plus {c} makes {wrong}"),
            cues=("bottom", "floor", "stick*", "line of", "end to end"),
            turns={
                "locate": (
                    "Lay {a}, {b} and {c} end to end. What do you get: a length or a space?",
                    "Your {wrong} fits three sticks. What would you need to know about the inside?",
                    "What would {a} plus {b} count on the floor of the box?",
                    "You added {a}, {b} and {c}. Would a line of blocks that long fill the box?",
                ),
                "conflict": (
                    "Lay just the bottom with small blocks, {a} by {b}. How do they compare with {wrong}?",
                    "Put {wrong} blocks into the box. How much of the floor do they hide?",
                    "Picture blocks on the bottom, {b} lines of {a}. When do you pass {wrong}?",
                    "Suppose {wrong} blocks stood in a line of single blocks. Could that line fill the box?",
                ),
                "analog": (
                    "A suitcase is filled with shirts, not with a line of string. What fills your box?",
                    "Three sticks make the edges of a tent. What else decides how many people fit in it?",
                    "To fill a truck you need to know more than its edges laid end to end. What else?",
                    "A pool is long, wide and deep. How much water could those lengths hold when laid end to end?",
                ),
                "simplify": (
                    "A box of 10 by 10 by 1 gives 21 your way. How does its floor look with just 21 blocks?",
                    "Think of 5 by 2 by 1. Your way says 8: do 8 blocks hide the bottom?",
                    "Take a cube of 10 by 10 by 10. Would a line of 30 blocks be the same as that cube?",
                    "For a single block, 1 by 1 by 1, your way says 3. Where on the floor are the other blocks?",
                ),
            },
            source="E1984",
        ),
        Misconception(
            id="G35-GEO-06",
            name="one face only",
            hint="multiplies two of the three lengths",
            rule=lambda p: integer(p.a * p.b),
            # The unused length can be named by its number only where the others differ from it.
            applies_if=lambda p: p.c not in (p.a, p.b),
            says=(
                "{a} times {b} is {wrong}",
                "I multiplied the first two numbers",
                "it is a rectangle, so I did {a} times {b}",
            ),
            reworded=("length times width is {wrong}", "{a} blocks in {b} rows make {wrong}"),
            cues=(
                "stack*",
                "tall",
                "flat",
                "height",
                "use the {c}",
                "taller",
                "high-rise",
                "pancake*",
                "lid",
            ),
            turns={
                "locate": (
                    "Your {wrong} comes from {a} and {b}. How tall is the shape that it fills?",
                    "Where did you use the {c}, and what does it tell you?",
                    "Does your {wrong} count one flat sheet of blocks or the full stack?",
                    "Which of the numbers {a}, {b} and {c} gives the height, and where is it in {wrong}?",
                ),
                "conflict": (
                    "Take a box {a} by {b} that is only 1 tall. What would you write for that one?",
                    "If the box grew taller than {c}, would your way still give {wrong}?",
                    "Put {wrong} blocks flat in the box. How much room is left above them?",
                    "Compare a box {a} by {b} by 1 with this stack. Can both hold {wrong}?",
                ),
                "elicit": (
                    "Suppose I see only the top of your {wrong} blocks. How tall are they when I look from the side?",
                    "What would change in your {wrong} if the {c} were 1, and what does that say about height?",
                    "Which of the three lengths did you never touch, and is the box flat without it?",
                    "Tell me what the {c} is doing in this problem. Does your {wrong} know how tall the box is?",
                ),
                "analog": (
                    "One pancake fills the plate. How is a stack of pancakes different, and which one is your {wrong}?",
                    "On every level of a high-rise there are apartments. Would you count just one level for the whole house?",
                    "A lid fits its lunchbox. How much does the lid alone say about the food that goes in?",
                    "A sheet of paper and a thick book have the same front. What makes the book taller, and where is that in {wrong}?",
                ),
            },
            source="E554",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-GEO-05-A",
            name="adds the faces",
            hint="adds the areas of all the faces",
            rule=lambda p: integer(2 * (p.a * p.b + p.b * p.c + p.a * p.c)),
            applies_if=lambda p: 2 * (p.a * p.b + p.b * p.c + p.a * p.c) != p.a * p.b * p.c,
            cues=("wrap*", "cardboard", "gift", "hollow", "paint*"),
        ),
        PlausibleError(
            id="G35-GEO-05-B",
            name="adds the third length",
            hint="multiplies two of the lengths and adds the third",
            rule=lambda p: integer(p.a * p.b + p.c),
            cues=("{c} on top", "only {c} more", "single cubes", "one tower"),
        ),
    ),
)


# --- angles on a protractor ---


def _angle(rng: random.Random) -> dict[str, Any]:
    a = rng.choice([n for n in range(15, 166) if abs(n - 90) > 9])
    return {"a": a, "o": 180 - a}


MEASURING_ANGLES = Family(
    id="angle",
    grade_band="3-5",
    grade="4",
    ccss="4.MD.C.6",
    topic="measuring angles",
    mission="read the size of an angle on a protractor",
    vocabulary=("protractor", "acute", "obtuse", "degree"),
    sample=_angle,
    statements=(
        "One ray lies on 0 and the other passes {a} on the scale that starts at that 0 (and {o} on the other scale). What is the angle in degrees?",
        "A protractor lies on an angle. One ray is at 0. The other ray is at {a} on that 0's scale and at {o} on the second scale. How many degrees is the angle?",
    ),
    stories=(
        "{name} measures a bend in a pipe. One side lies on 0, the other passes {a} on the scale of that 0 and {o} on the other scale. How many degrees is it?",
        "{name} and {friend} measure an open fan. One edge is on 0. The other meets {a} on that 0's scale and {o} on the second scale. How many degrees?",
    ),
    reworded=(
        "The first ray of an angle is on the 0 of a scale. On this scale the second ray is at {a}, on the other one at {o}. Give the angle in degrees.",
    ),
    solve=lambda p: integer(p.a),
    elicit=(
        "Which of the two rays would you look at first, and why?",
        "What do the two scales of a protractor have in common?",
        "How wide do you imagine this angle when you close your eyes?",
        "What does the word degree measure?",
    ),
    extend=(
        "How are the two numbers {a} and {o} tied together?",
        "What kind of angle is it, and how do you know?",
        "How would you draw an angle that fits beside it to make a straight line?",
        "What would the reading be if you turned the protractor around?",
    ),
    check=(
        "Compare the angle with the corner of a book. Does your number fit what you see?",
        "Follow one scale from 0 with your finger until you meet the second ray. What do you pass?",
        "Is the angle acute or obtuse? Hold that against your number.",
        "Sketch an angle with your number of degrees. Does it look like the one in the problem?",
    ),
    repair=(
        "Where on a protractor do you find a 0?",
        "Can you show me a right angle with your arms?",
        "How many scales can you see on a protractor?",
        "Is your angle more like a slice of cake or more like an open book?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-07",
            name="reads the wrong scale",
            hint="reads the protractor's other scale",
            rule=lambda p: integer(p.o),
            says=(
                "the ray goes through {o}",
                "I looked where the ray crosses and it said {o}",
                "{o} is written right there at the ray",
            ),
            reworded=("my ray points at {o}", "there were two numbers and I picked {o}"),
            cues=(
                "corner*",
                "square sheet",
                "narrow*",
                "wide*",
                "ruler*",
                "slide*",
                "which 0",
                "own 0",
                "travel*",
                "thermometer*",
                "door*",
                "count up",
            ),
            turns={
                "conflict": (
                    "Hold the corner of a sheet in the angle. Does {wrong} fit what you see?",
                    "Does {wrong} degrees look wider or narrower than a corner, and how does yours look?",
                    "Open a door as far as this angle. Would you call that door {wrong} degrees open?",
                    "Draw {wrong} degrees next to this angle. Which of the two is wider?",
                ),
                "locate": (
                    "You read {wrong}. At which 0 does that row of numbers begin, and is a ray lying there?",
                    "Let a finger travel along the row of {wrong} back to its own 0. What lies there?",
                    "Put your finger on the ray at 0 and count up. Which row of numbers do you travel on?",
                    "Two numbers sit at the second ray. Which 0 does each of them count from?",
                ),
                "analog": (
                    "A stick lies at the far end of a ruler. From which end would you read its length?",
                    "A thermometer shows two rows of numbers. How do you choose which row to trust?",
                    "You travel from home and read the sign that counts from the next town. What does it tell you?",
                    "Two rulers lie head to tail along a pencil. Which one would you read, and why?",
                ),
                "simplify": (
                    "Think of an angle like a thin slice of pizza, 10 and 170 at its ray. Is it narrow or wide?",
                    "A door is open just a crack. Both 5 and 175 are at its edge: which would you tell a friend?",
                    "The hands of a clock nearly cover each other, with 1 and 179 to pick from. How wide is that?",
                    "Imagine a very wide fan with 5 and 175 at its edge. How would you pick between the two?",
                ),
            },
            source="memory; cf. E1290",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-GEO-07-A",
            name="adds both readings",
            hint="adds the numbers on both scales",
            rule=lambda p: integer(p.a + p.o),
            cues=("both readings", "straight line", "your sum", "half turn"),
        ),
        PlausibleError(
            id="G35-GEO-07-B",
            name="takes the readings apart",
            hint="subtracts one reading from the other",
            rule=lambda p: integer(abs(p.a - p.o)),
            applies_if=lambda p: abs(p.a - p.o) != p.a,
            cues=("took away", "minus", "between the numbers", "gap"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (RECTANGLE_AREA, RECTANGLE_PERIMETER, BOX_VOLUME, MEASURING_ANGLES)
