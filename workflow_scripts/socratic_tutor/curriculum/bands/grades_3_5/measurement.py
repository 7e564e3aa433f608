"""Grades 3 to 5: measurement."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _rectangle(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(3, 16), 2)
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
        "A sticker is {a} cm long and {b} cm wide. How many square cm does it cover?",
    ),
    solve=lambda p: integer(p.a * p.b),
    elicit=(
        "What does the word area ask you to find?",
        "How would you draw this rectangle on grid paper?",
        "What do the {a} and the {b} tell you about the shape?",
    ),
    extend=(
        "What other rectangle has the same area?",
        "How would the area change if one side was twice as long?",
        "How could you show your answer on grid paper?",
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
            cues=("ant", "edge*", "border", "inside", "outline", "middle"),
            turns={
                "locate": (
                    "An ant walks along the sides that you added. Does it ever step on the middle?",
                    "Your {wrong} goes along the edge. What would you count for the inside?",
                    "Color what your {wrong} measures. Did you color the border or the part within it?",
                    "You added {a} and {b} two times. Is that a length of the outline or a number of squares?",
                ),
                "represent": (
                    "Draw the shape on grid paper and trace the outline. Which squares did your {wrong} miss?",
                    "Sketch the inside as squares of 1 cm. How does that count compare with {wrong}?",
                    "Lay a string of {wrong} cm on the border. How much of the inside is covered?",
                    "Suppose you paint the shape. Would {wrong} tell you about the paint or about a frame for the edge?",
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
            },
            source="E828",
        ),
    ),
)


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
        "A rectangular garden is {a} m by {b} m. How much fence goes all the way around?",
        "Find the perimeter of a rectangle that is {a} m long and {b} m wide.",
        "A rug is {a} feet by {b} feet. How many feet of ribbon go once around it?",
    ),
    solve=lambda p: integer(2 * (p.a + p.b)),
    trace=lambda p: {"two sides": p.a + p.b},
    elicit=(
        "What does a perimeter measure?",
        "How would you draw this shape and label it?",
        "Where would you begin if you walked around it?",
    ),
    extend=(
        "What other rectangle has the same perimeter?",
        "How would the perimeter change if it was one longer?",
        "How could you find the same number in another way?",
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
            cues=("finger", "corner*", "opposite", "home", "unlabeled", "stop*"),
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
            cues=("cover*", "square*", "inside", "surface", "paint*", "grass"),
            turns={
                "locate": (
                    "What would {a} times {b} count in a drawing: steps on the line or squares?",
                    "Draw what your {wrong} counts. Does it lie on the line or inside?",
                    "When you multiply {a} by {b}, do you measure a length or a surface?",
                    "If you needed paint for it, would {wrong} be about the paint or the rim?",
                ),
                "conflict": (
                    "Suppose grass grows on the whole shape. Is {wrong} about the grass or the line that holds it in?",
                    "Picture {wrong} squares in the shape. How many of them touch the line?",
                    "Cover the shape with paper squares of 1 by 1. What does {wrong} tell you then?",
                    "Think of a small 1 by 1 square. Does one times one give the walk along its lines?",
                ),
            },
            source="E833; E1668",
        ),
    ),
)


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
        "A fish tank measures {a} by {b} by {c} feet. How many cubic feet does it hold?",
    ),
    solve=lambda p: integer(p.a * p.b * p.c),
    trace=lambda p: {"one layer": p.a * p.b},
    elicit=(
        "What does the volume of a box tell you?",
        "What do the three numbers {a}, {b} and {c} measure?",
        "How would you begin to build this with small blocks?",
    ),
    extend=(
        "What other box has the same volume?",
        "What happens to the volume if the box is twice as high?",
        "How could you find the volume in another order?",
    ),
    misconceptions=(
        Misconception(
            id="G35-GEO-05",
            name="adds the dimensions",
            hint="adds the three lengths",
            rule=lambda p: integer(p.a + p.b + p.c),
            says=(
                "{a} and {b} and {c} make {wrong}",
                "I added the three numbers",
                "you put all the sides together, so {a} plus {b} plus {c}",
            ),
            cues=("bottom", "floor", "stick*", "line of", "end to end"),
            turns={
                "locate": (
                    "If you lay {a}, {b} and {c} end to end, what do you get: a length or a space?",
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
            },
            source="E1984",
        ),
        Misconception(
            id="G35-GEO-06",
            name="one face only",
            hint="multiplies two of the three lengths",
            rule=lambda p: integer(p.a * p.b),
            says=(
                "{a} times {b} is {wrong}",
                "I multiplied the first two numbers",
                "it is a rectangle, so I did {a} times {b}",
            ),
            cues=("stack*", "tall", "flat", "height", "use the {c}", "taller"),
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
                    "Put {wrong} blocks flat in the box. How much room is left over them?",
                    "Compare a box {a} by {b} by 1 with this stack. Can both hold {wrong}?",
                ),
            },
            source="E554",
        ),
    ),
)


def _film(rng: random.Random) -> dict[str, Any]:
    hour = rng.randint(1, 9)
    late = rng.randint(25, 58)
    early = rng.choice([q for q in range(10, late - 4) if (late - q) % 20])
    return {"h": hour, "m": late, "k": hour + rng.randint(1, 3), "q": early}


def _film_steps(p: Parameters) -> dict[str, Any]:
    return {
        "hours": p.k - p.h,
        "apart": abs(p.q - p.m),
        "begin": 100 * p.h + p.m,
        "finish": 100 * p.k + p.q,
    }


ELAPSED_TIME = Family(
    id="elapsed",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.A.1",
    topic="elapsed time",
    mission="find how many minutes pass between two times",
    vocabulary=("elapsed", "start", "end"),
    sample=_film,
    statements=(
        "A film starts at {h}:{m} and ends at {k}:{q}. How many minutes long is it?",
        "A bus leaves at {h}:{m} and arrives at {k}:{q}. How many minutes is the trip?",
        "How many minutes pass from {h}:{m} to {k}:{q}?",
    ),
    solve=lambda p: integer(60 * (p.k - p.h) + p.q - p.m),
    trace=lambda p: {"minutes to the next hour": 60 - p.m, "minutes in the hours": 60 * (p.k - p.h)},
    elicit=(
        "How would you show {h}:{m} and {k}:{q} on a time line?",
        "What do you know about the time between {h}:{m} and {k}:{q}?",
        "Which full hours come between the two times?",
    ),
    extend=(
        "How could you check it by going backward from {k}:{q}?",
        "What if it took ten minutes longer?",
        "How could you find it with other jumps on a time line?",
    ),
    misconceptions=(
        Misconception(
            id="G35-TIME-02",
            name="subtracts parts separately",
            hint="takes the two hours apart and the two minutes apart and adds",
            rule=lambda p: integer(60 * (p.k - p.h) + abs(p.q - p.m)),
            applies_if=lambda p: p.q < p.m,
            steps=_film_steps,
            says=(
                "from {h} to {k} is {hours}, and from {q} to {m} is {apart} minutes more",
                "{hours} for the hours and {apart} for the minutes",
                "I did {k} minus {h}, and then {m} minus {q}, and put it together",
            ),
            cues=("land*", "overshoot", "sooner", "earlier", "later than"),
            turns={
                "conflict": (
                    "Go {hours} hours on from {h}:{m}. Do you land before or after {k}:{q}?",
                    "Jump {hours} full hours from {h}:{m}. Where do you land, and would you still add {apart}?",
                    "If you count {wrong} minutes from {h}:{m}, do you land on {k}:{q} or overshoot it?",
                    "Would a trip from {h}:{m} to {k}:{m} end later than {k}:{q}, and how does {wrong} fit?",
                ),
                "locate": (
                    "You found {apart} between {q} and {m}. Which of the two clock times is earlier in its hour?",
                    "Which is sooner after the hour, {q} or {m}, and what does that do to your {apart}?",
                    "Look at the {apart} you put on. Does the end come earlier or later than {hours} hours?",
                    "On a time line, mark {h}:{m} and hop by hours. Do you land right on {k}:{q}?",
                ),
            },
            source="E299",
        ),
        Misconception(
            id="G35-TIME-03",
            name="subtracts like decimals",
            hint="subtracts the times as if they were plain numbers",
            rule=lambda p: integer(100 * (p.k - p.h) + p.q - p.m),
            steps=_film_steps,
            says=(
                "{finish} minus {begin} is {wrong}",
                "I took away the dots and did {finish} minus {begin}",
                "I lined up {finish} and {begin} and subtracted",
            ),
            cues=("each hour", "whole turn", "hour worth", "in an hour", "one hour", "{h}:99"),
            turns={
                "locate": (
                    "In {finish} minus {begin}, how many minutes is each hour counted as?",
                    "When you opened one hour in {finish}, how many minutes did you get from it?",
                    "Your {finish} treats the {k} as hundreds. What is an hour worth on a clock?",
                    "What does the long hand do in a whole turn, and how did {finish} minus {begin} use that?",
                ),
                "conflict": (
                    "In your way, how long is it from {h}:00 to one hour later? Check that with a clock.",
                    "Does a clock ever show {h}:99? Think about what happens in an hour.",
                    "From {h}:59 to the very next minute your way skips some numbers. Which numbers never show in an hour?",
                    "Count on in hops of one hour from {h}:{m}. How does the total compare with {wrong}?",
                ),
            },
            source="E1736; E13",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (RECTANGLE_AREA, RECTANGLE_PERIMETER, BOX_VOLUME, ELAPSED_TIME)
