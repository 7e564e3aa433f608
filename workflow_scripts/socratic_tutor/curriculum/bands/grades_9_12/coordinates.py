"""Grades 9 to 12: coordinate geometry."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd, isqrt
from typing import Any

from socratic_tutor.curriculum.answers import coordinate, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _slope(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(2, 12), rng.randint(2, 12)
        if gcd(a, b) == 1:
            return {"a": a, "b": b}


def _large_slope(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(15, 60), rng.randint(15, 60)
        if gcd(a, b) == 1:
            return {"a": a, "b": b}


# --- the slope of a perpendicular line ---

PERPENDICULAR_LINES = Family(
    id="perp",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GPE.B.5",
    topic="perpendicular lines",
    mission="find the slope of a perpendicular line",
    vocabulary=("perpendicular", "negative reciprocal"),
    sample=_slope,
    larger=_large_slope,
    statements=(
        "A line has slope {a}/{b}. What is the slope of a line perpendicular to it?",
        "Line k has slope {a}/{b}, and line m is perpendicular to line k. Find the slope of line m.",
        "Find the slope of a line that is perpendicular to a line with slope {a}/{b}.",
    ),
    stories=(
        "On a map, one street has slope {a}/{b}. A second street crosses it at a right angle. What is the slope of the second street?",
        "On a plan, a roof has slope {a}/{b}. {name} draws a beam perpendicular to it. What is the slope of the beam?",
    ),
    reworded=(
        "Two lines cross at 90 degrees, and one of them has slope {a}/{b}. Which slope has the other?",
    ),
    solve=lambda p: lowest(Fraction(-p.b, p.a)),
    trace=lambda p: {"reciprocal of the slope": Fraction(p.b, p.a)},
    elicit=(
        "What does a slope of {a}/{b} look like on a grid?",
        "What does it mean for two lines to be perpendicular?",
        "How would you sketch a line that meets the first one squarely?",
        "Does a line with slope {a}/{b} rise or fall from left to right?",
    ),
    extend=(
        "What should the two slopes give when you multiply them?",
        "What happens to this rule for a level line?",
        "How could you prove the relation with a turned triangle?",
        "What slope would a line perpendicular to your new line have?",
    ),
    check=(
        "What is the product of your slope and {a}/{b}, and what should it be?",
        "If you draw both lines on squared paper, does the corner of a sheet fit between them?",
        "What slope do you get if you use your way twice, and which line should that be?",
        "Does your line rise or fall, and which of the two should it do?",
    ),
    repair=(
        "What does a slope of 1 look like?",
        "Does a line with a negative slope go up or down to the right?",
        "How many degrees are in a right angle?",
        "How many units up does the first line go when you move {b} to the right?",
    ),
    plausible=(
        PlausibleError(
            id="G912-GEO-03-A",
            name="keeps the slope",
            hint="keeps the slope as it is",
            rule=lambda p: lowest(Fraction(p.a, p.b)),
            cues=("parallel", "rails", "never meet", "never cross", "same direction"),
        ),
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
            reworded=("the rise becomes the run and the run becomes the rise",),
            cues=(
                "uphill",
                "both rise",
                "same sign",
                "to itself",
                "gap",
                "climb*",
                "multiply",
                "steps",
                "slope triangle",
                "leaning",
            ),
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
                "check": (
                    "Multiply {a}/{b} by {wrong}. What do you know about the product of perpendicular slopes, and what do you get?",
                    "Take steps of {b} right and {a} up, and steps of {a} right and {b} up. What angle lies between the two paths?",
                    "Cut out a slope triangle for {a}/{b} and turn it by 90 degrees. Where does the line point now, compared with {wrong}?",
                    "Your way pairs the slopes 1/10 and 10, both leaning to the right. How wide is the angle between such lines?",
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
            reworded=("one line goes up, so the other has to go down by the same amount",),
            cues=(
                "mirror",
                "fold",
                "equally steep",
                "as steep as",
                "almost flat",
                "wall",
                "upright",
                "for which slope",
                "tent",
                "nearly level",
                "1 down",
                "between partners",
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
                    "A wall meets the floor squarely. Is one as steep as the other, and what about {a}/{b} and {wrong}?",
                    "A line with slope 100 is nearly upright. What partner does your way give it, and do the two meet squarely?",
                    "Changing the sign alone works once in a while. For which slope would it, and is {a}/{b} that slope?",
                ),
                "simplify": (
                    "Sketch a line with slope 50 and one with slope -50. Do they look like a plus sign or like a narrow tent?",
                    "Use your way on a slope of 1/100. Which nearly level lines do you get, and at what angle do they cross?",
                    "Go 20 squares right and 1 up, then 20 right and 1 down. How does the angle between those paths look?",
                    "Try your way for slopes 2, 20 and 200. What happens to the angle between partners each time?",
                ),
            },
            source="E1607",
        ),
    ),
)


def _segment(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(1, 12), rng.randint(1, 20)
    ends = [b, b + 2 * rng.randint(1, 8)]
    rng.shuffle(ends)
    return {"a": a, "b": ends[0], "c": a + 2 * rng.randint(1, 8), "d": ends[1]}


def _large_segment(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(50, 150), rng.randint(50, 150)
    ends = [b, b + 2 * rng.randint(10, 80)]
    rng.shuffle(ends)
    return {"a": a, "b": ends[0], "c": a + 2 * rng.randint(10, 80), "d": ends[1]}


def _half_changes(p: Parameters) -> dict[str, Any]:
    return {"hx": (p.c - p.a) // 2, "hy": (p.d - p.b) // 2}


# --- the midpoint of a segment ---

MIDPOINT = Family(
    id="midpoint",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GPE.B.6",
    topic="coordinate geometry",
    mission="find the midpoint of a segment",
    vocabulary=("midpoint", "average"),
    sample=_segment,
    larger=_large_segment,
    statements=(
        "Find the midpoint of ({a}, {b}) and ({c}, {d}).",
        "What is the midpoint of the segment from ({a}, {b}) to ({c}, {d})?",
        "A segment has the ends ({a}, {b}) and ({c}, {d}). Give the coordinates of its midpoint.",
    ),
    stories=(
        "On a map {name} is at ({a}, {b}) and {friend} is at ({c}, {d}). They meet halfway. At which point do they meet?",
        "A drone flies straight from ({a}, {b}) to ({c}, {d}). {name} takes a photo when half of the flight is done. Where is the drone?",
    ),
    reworded=("Which point of the plane lies exactly in the middle between ({a}, {b}) and ({c}, {d})?",),
    solve=lambda p: coordinate((p.a + p.c) // 2, (p.b + p.d) // 2),
    trace=lambda p: {"sum of the x": p.a + p.c, "sum of the y": p.b + p.d},
    elicit=(
        "Where would the two ends be on a sheet of squared paper?",
        "What must be true of a point that lies exactly in the middle?",
        "How would you find the middle of two numbers on a ruler?",
        "Which parts of the two points have to do with left and right only?",
    ),
    extend=(
        "How could you find the point a quarter of the way along the segment?",
        "If you knew the midpoint and an end, how would you find the other end?",
        "What does the midpoint become when both ends move up by 10?",
        "How could you show that your point lies on the segment itself?",
    ),
    check=(
        "How far is your point from each end, across and then up or down?",
        "Does your point lie on the straight line through both ends, and how can you tell?",
        "What do you get for your point if you start from the other end?",
        "Is each of your coordinates between the coordinates of the ends?",
    ),
    repair=(
        "Which of the two points lies farther to the right?",
        "What is the x of the first point?",
        "Which number is halfway between 0 and 100?",
        "Does the segment go up or down from left to right?",
    ),
    plausible=(
        PlausibleError(
            id="G912-GEO-01-A",
            name="adds without halving",
            hint="adds the coordinates but does not halve",
            rule=lambda p: coordinate(p.a + p.c, p.b + p.d),
            cues=("beyond both ends", "far outside", "total of", "twice too"),
        ),
        PlausibleError(
            id="G912-GEO-01-B",
            name="averages within each point",
            hint="averages the two coordinates of each point",
            rule=lambda p: coordinate(Fraction(p.a + p.b, 2), Fraction(p.c + p.d, 2)),
            applies_if=lambda p: p.a + p.b != p.a + p.c or p.c + p.d != p.b + p.d,
            cues=("mixes", "own axis", "belong together", "within a point"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-01",
            name="halves the differences",
            hint="subtracts the coordinates and halves the differences",
            rule=lambda p: coordinate(Fraction(p.c - p.a, 2), Fraction(p.d - p.b, 2)),
            steps=_half_changes,
            says=(
                "half of {c} - {a} is {hx}, and half of {d} - {b} is {hy}",
                "the middle is half of the way, so I subtracted and halved",
                "I took {c} minus {a} and {d} minus {b} and cut both in half",
            ),
            reworded=("going halfway means {hx} across and {hy} in the other direction",),
            cues=(
                "measure from",
                "100 units",
                "another segment",
                "swap*",
                "grid",
                "number line",
                "arrow",
                "stroll",
                "90 and 100",
                "(50, 50)",
                "street",
                "movie",
            ),
            turns={
                "conflict": (
                    "Measure from {wrong} to each end, first across and then up or down. What do you notice about the two results?",
                    "Slide both ends 100 units to the right. Where should the middle go, and what does your way give?",
                    "Another segment starts at (0, 0) and has the very same changes. How could both segments have the middle {wrong}?",
                    "Swap the two ends and use your way again. What becomes of {wrong}, and should a middle change so?",
                ),
                "represent": (
                    "Plot ({a}, {b}), ({c}, {d}) and {wrong} on a grid. How does {wrong} lie compared with the segment?",
                    "Draw a number line with {a} and {c} on it. Where is {hx}, and how far is it from both?",
                    "Draw an arrow between the two ends. Do {hx} and {hy} describe half of its size, or a place on it?",
                    "On a stroll, x changes by {hx} and y by {hy}, and you end at {wrong}. From which point did you start?",
                ),
                "simplify": (
                    "Look at 90 and 100 on a ruler. What is half of their difference, and where does that lie?",
                    "Where does your way put the middle of (50, 50) and (52, 52)? Describe how far that is from them.",
                    "Two friends live at numbers 60 and 80 of a street. Which house number does your way call the middle?",
                    "A movie scene lasts from minute 70 to minute 90. Which minute would half of the difference pick as its middle?",
                ),
            },
            source="E761",
        ),
    ),
)


_LEGS = ((3, 4), (6, 8), (5, 12), (9, 12), (8, 15), (12, 16), (7, 24), (15, 20))


def _two_points(rng: random.Random) -> dict[str, Any]:
    across, up = rng.choice(_LEGS)
    if rng.random() < 0.5:
        across, up = up, across
    a, b = rng.randint(1, 12), rng.randint(1, 12)
    ends = [b, b + up]
    rng.shuffle(ends)
    return {"a": a, "b": ends[0], "c": a + across, "d": ends[1]}


def _two_far_points(rng: random.Random) -> dict[str, Any]:
    across, up = rng.choice(_LEGS)
    scale, a, b = rng.randint(10, 20), rng.randint(20, 90), rng.randint(20, 90)
    ends = [b, b + scale * up]
    rng.shuffle(ends)
    return {"a": a, "b": ends[0], "c": a + scale * across, "d": ends[1]}


def _across(p: Parameters) -> int:
    return p.c - p.a


def _up(p: Parameters) -> int:
    return abs(p.d - p.b)


# --- the distance between two points ---

DISTANCE = Family(
    id="distance",
    grade_band="9-12",
    grade="10",
    ccss="HSG-GPE.B.7",
    topic="distance formula",
    mission="find the distance between two points",
    vocabulary=("distance", "right triangle"),
    sample=_two_points,
    larger=_two_far_points,
    statements=(
        "Find the distance between ({a}, {b}) and ({c}, {d}).",
        "What is the distance from ({a}, {b}) to ({c}, {d})?",
        "How long is the segment with ends ({a}, {b}) and ({c}, {d})?",
    ),
    stories=(
        "On a map in miles, a ship is at ({a}, {b}) and a port at ({c}, {d}). How many miles is the direct way for the ship?",
        "A cable runs straight from a mast at ({a}, {b}) to a house at ({c}, {d}), in meters. How many meters of cable does {name} need?",
    ),
    reworded=("Two points lie at ({a}, {b}) and ({c}, {d}). What does a ruler show between them, in units?",),
    solve=lambda p: integer(isqrt(_across(p) ** 2 + _up(p) ** 2)),
    trace=lambda p: {
        "square of the change across": _across(p) ** 2,
        "square of the change up": _up(p) ** 2,
        "sum of the squares": _across(p) ** 2 + _up(p) ** 2,
    },
    elicit=(
        "How would you place the two points on squared paper?",
        "What kind of triangle could help with a slanted segment?",
        "How far apart are the points if you look only from left to right?",
        "What do you know about the longest side of a right triangle?",
    ),
    extend=(
        "Which other points with whole coordinates have this distance from the first point?",
        "How would the distance change if both points moved 5 units up?",
        "What happens to the distance if all coordinates are doubled?",
        "How could you write the distance for any two points as a formula?",
    ),
    check=(
        "Is your distance more than the larger change and less than both changes together?",
        "How does your result fit with a ruler on an exact drawing?",
        "What triangle has your distance as a side, and do its squares fit together?",
        "Do you get the same distance if you start from the other point?",
    ),
    repair=(
        "Which point lies farther to the right?",
        "What is the y of the second point?",
        "Is the segment between the points level, upright or slanted?",
        "How far is it from 0 to {c} on the x-axis?",
    ),
    plausible=(
        PlausibleError(
            id="G912-GEO-02-A",
            name="leaves out the root",
            hint="adds the squares of the changes and stops there",
            rule=lambda p: integer(_across(p) ** 2 + _up(p) ** 2),
            cues=("square units", "an area", "undo the squares", "huge"),
        ),
        PlausibleError(
            id="G912-GEO-02-B",
            name="uses the longer change only",
            hint="takes the larger of the two changes for the distance",
            rule=lambda p: integer(max(_across(p), _up(p))),
            cues=("ignor*", "left out", "slant for nothing", "the smaller change"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-GEO-02",
            name="adds the changes",
            hint="adds the change across and the change up",
            rule=lambda p: integer(_across(p) + _up(p)),
            steps=lambda p: {"dx": _across(p), "dy": _up(p)},
            says=(
                "it is {dx} one way and {dy} the other way, and that makes {wrong}",
                "I counted {dx} across and then {dy} along the side",
                "the x changes by {dx} and the y by {dy}, so I added them",
            ),
            reworded=("you go {dx} and then {dy}, so the trip is {wrong} long",),
            cues=(
                "bird",
                "string",
                "detour",
                "compass",
                "corner where",
                "route",
                "color*",
                "ramp",
                "pool",
                "soccer",
                "screen",
                "tile",
            ),
            turns={
                "conflict": (
                    "A bird flies directly and a taxi keeps to the streets, {dx} and then {dy}. Whose trip did you measure with {wrong}?",
                    "Pull a string tight between the points and then bend it along your {dx} and {dy}. How far along does it get?",
                    "A detour by way of a third point is never the shortest trip. What does {wrong} tell you about your trip then?",
                    "Set a compass on one point and open it to {wrong} units. Where does the circle run, compared with the other point?",
                ),
                "represent": (
                    "Draw the points and the corner where your {dx} meets your {dy}. Which side of this triangle does the problem ask about?",
                    "Trace the route with length {wrong} on paper, then lay a ruler between the points. How do the two differ?",
                    "Color the {dx} and the {dy} red and the segment itself blue. Which color does {wrong} measure?",
                    "Sketch the segment as a ramp that covers {dx} along one leg and {dy} along the other. What would a carpet of length {wrong} cover?",
                ),
                "analog": (
                    "You can swim slantwise across a pool or walk along two of its sides. Which of these would {wrong} belong to?",
                    "A soccer field is 100 yards by 60 yards. Why do players who run from corner to corner save some of the 160?",
                    "A screen is 40 inches wide and 30 inches high. Why is it sold as 50 inches and not as 70?",
                    "A square tile has sides of 30 centimeters. How would you convince a friend that its diagonal is not 60?",
                ),
            },
            source="E1602",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (PERPENDICULAR_LINES, MIDPOINT, DISTANCE)
