"""Grades 6 to 8: circumference and area of circles, as multiples of pi."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- circumference -------------------------------------------------------------------------------


def _radius(rng: random.Random, low: int = 3, high: int = 90) -> dict[str, Any]:
    return {"r": rng.randint(low, high)}


CIRCUMFERENCE = Family(
    id="circ",
    grade_band="6-8",
    grade="7",
    ccss="7.G.B.4",
    topic="circumference",
    mission="find the circumference of a circle as a multiple of pi",
    vocabulary=("circumference", "radius", "diameter"),
    sample=_radius,
    larger=lambda rng: _radius(rng, 100, 900),
    statements=(
        "A circle has radius {r}. Its circumference is how many times pi?",
        "The radius of a circle is {r} cm. Write its circumference as a number times pi.",
    ),
    stories=(
        "A round pond has a radius of {r} meters. {name} walks once around it. How many times pi is that walk, in meters?",
        "{name} lays a string around a chalk circle with radius {r} inches. The string is how many times pi inches long?",
    ),
    reworded=(
        "Every point of a circle lies {r} units from its middle point. How many pi units is it once around?",
    ),
    solve=lambda p: integer(2 * p.r),
    elicit=(
        "What does the number pi compare in every circle?",
        "Which line of the circle is {r} long?",
        "What would you measure with a piece of string to find a circumference?",
        "Where in a sketch of the circle would you write {r}?",
    ),
    extend=(
        "About how long is the circumference if you use 3.14 for pi?",
        "How would the circumference change if the radius grew by 1?",
        "How could you find the radius if someone gave you the circumference?",
        "What would the length of half this circle be, without the straight side?",
    ),
    check=(
        "Is your way around the circle longer than going straight over and back?",
        "What does your rule give for a cup whose rim you can measure with string?",
        "Does your result carry a unit of length, or another one?",
        "Would a square drawn snugly around the circle have a longer outline than yours?",
    ),
    repair=(
        "What is the radius in this problem?",
        "Can you draw a circle and mark its middle and its radius?",
        "What word do we use for once around a circle?",
        "About how much is pi, as you remember it?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-02",
            name="radius times pi",
            hint="takes the radius where the diameter belongs",
            rule=lambda p: integer(p.r),
            says=(
                "the number next to pi is the radius, and that is {r}",
                "you multiply pi by what is given, so {r} times pi",
                "circumference is pi times the line in the circle, and that line is {r}",
            ),
            reworded=(
                "pi goes with the size of the circle, and its size is {r}",
                "the formula has pi and one length, and the only length here is {r}",
            ),
            cues=(
                "center",
                "hub",
                "spoke*",
                "across",
                "hexagon",
                "six ropes",
                "compass",
                "opposite",
            ),
            turns={
                "elicit": (
                    "Put a finger on the center of the circle. Where do you arrive after going {r} from there?",
                    "On a bicycle wheel, what would be {r} long, and how does it lie to the hub?",
                    "You wrote {r} beside pi. Which segment of the circle is that, and does it pass the center?",
                    "Set a compass to {r}. What does its opening show of the circle, and what does it not show?",
                ),
                "conflict": (
                    "Walk straight across the circle and back again. How does that trip compare with your {r} times pi?",
                    "Pi is a little over 3. Is {r} times pi enough for someone who runs across and back?",
                    "Draw a regular hexagon with corners on the circle and sides of {r}. How long is it, next to {r} times pi?",
                    "Lay six ropes of length {r} from point to point of the circle until they close. How do they compare with your path?",
                ),
                "analog": (
                    "Fold a paper plate in the middle. How does the crease compare with a line from the center to the rim?",
                    "Cut a pizza right across. How does the length of that cut compare with the side of a slice?",
                    "On a merry-go-round, how far is it to the horse opposite yours, if you pass the hub?",
                    "Clock hands start at the hub. How does the longest one compare with the way from 9 over to 3?",
                ),
            },
            source="E53",
        ),
        Misconception(
            id="G68-GEO-03",
            name="area for circumference",
            hint="uses r squared, as for the area",
            rule=lambda p: integer(p.r**2),
            says=(
                "{r} squared is {wrong}",
                "the circle formula is pi r squared",
                "I did {r} times {r} and then put pi behind it",
            ),
            reworded=(
                "for circles you always multiply the radius by itself",
                "pi belongs to r squared, and r squared is {wrong} here",
            ),
            cues=(
                "ribbon",
                "carpet",
                "lawn",
                "lace",
                "grass",
                "filling",
                "fence",
                "block of",
                "what kind of unit",
                "millimeters",
            ),
            turns={
                "locate": (
                    "You multiplied {r} by {r}. What kind of unit comes out when two lengths meet like that?",
                    "Think of what the problem wants measured. Would you lay down a ribbon or a carpet for it?",
                    "What picture belongs to {r} times {r}: a line of dots or a block of dots?",
                    "Trace with your finger what the problem asks for. Is {wrong} times pi the ribbon there or the carpet?",
                ),
                "analog": (
                    "A round yard gets a fence and some grass seed. Which of them does {wrong} times pi help you buy?",
                    "Someone trims a round cloth with lace. What does {r} times {r} count on the cloth, and is it lace?",
                    "A track runs around a lawn. Which of the two is measured in plain meters, and which one did you find?",
                    "For a pie you roll a rim of crust and pour in filling. What does your {wrong} times pi describe?",
                ),
                "check": (
                    "Take {r} as centimeters and change it to millimeters. How does your rule's number grow, and how does a ribbon around grow?",
                    "Let the radius be ten times as long. How much more ribbon is that, and what does your rule say?",
                    "Try a circle of radius 1000. How believable is a fence of 1,000,000 times pi around it?",
                    "Shrink the radius to 1 and then to one tenth. Does a fence shrink the way your numbers do?",
                ),
            },
            source="E459",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-02-A",
            name="doubles twice",
            hint="doubles the radius two times over",
            rule=lambda p: integer(4 * p.r),
            applies_if=lambda p: p.r != 4,
            cues=("doubled again", "second doubling", "how often did you double", "four times {r}"),
        ),
    ),
)


# --- area of circles -----------------------------------------------------------------------------


CIRCLE_AREA = Family(
    id="circ_area",
    grade_band="6-8",
    grade="7",
    ccss="7.G.B.4",
    topic="area of circles",
    mission="find the area of a circle as a multiple of pi",
    vocabulary=("area", "radius", "square units"),
    sample=lambda rng: _radius(rng, 3, 80),
    larger=lambda rng: _radius(rng, 81, 300),
    statements=(
        "A circle has radius {r}. Its area is how many times pi?",
        "The radius of a circle is {r} cm. Write its area as a number times pi.",
    ),
    stories=(
        "A sprinkler waters a round field up to {r} meters away. How many times pi square meters does {name} water with it?",
        "{name} paints a round spot on a wall with a radius of {r} inches. The painted area is how many times pi square inches?",
    ),
    reworded=(
        "A goat on a rope of {r} feet can graze a full circle. How many pi square feet of meadow can it reach?",
    ),
    solve=lambda p: integer(p.r**2),
    elicit=(
        "What does the area of a circle tell you?",
        "Which line of the circle does the {r} belong to?",
        "How might you guess the area by drawing the circle on grid paper?",
        "What do you remember about pi and the inside of a circle?",
    ),
    extend=(
        "If the radius were three times as long, how would the area grow?",
        "Given only the area, how would you work back to the radius?",
        "About how large is the area when you use 3.14 for pi?",
        "How would you find the area of half of this circle?",
    ),
    check=(
        "Does your result lie below the area of the square drawn around the circle?",
        "How would your rule do for a circle whose grid squares you can count?",
        "In which unit is your number, and does that unit suit a surface?",
        "With radius 1 in your rule, what comes out, and is that believable?",
    ),
    repair=(
        "How long is the radius in this problem?",
        "Can you sketch the circle and shade what the question is about?",
        "Which little shape do we use for measuring a surface?",
        "Roughly how much is pi?",
    ),
    misconceptions=(
        Misconception(
            id="G68-GEO-04",
            name="radius times pi",
            hint="multiplies the radius itself by pi",
            rule=lambda p: integer(p.r),
            says=(
                "the area is pi times the radius, and the radius is {r}",
                "you only need pi and the {r}",
                "the number with pi is the radius, so {r}",
            ),
            reworded=(
                "pi turns the radius into the area, and {r} is what I had",
                "there is just one number in the problem, so it has to be {r} times pi",
            ),
            cues=(
                "strip*",
                "row",
                "pennies",
                "coins",
                "dots",
                "ten small",
                "rope*",
                "wire*",
                "plain centimeters",
                "thread*",
            ),
            turns={
                "represent": (
                    "A strip 1 unit wide and {r} units long holds {wrong} small squares. How much of the circle do about three strips cover?",
                    "Draw the circle on grid paper and shade a row of {r} squares from the middle out. How much is still white?",
                    "Lay pennies along a radius of {r}. What part of the inside have the pennies covered?",
                    "Put a thread from the middle to the rim of your sketch. What does the thread measure, and what does it miss?",
                ),
                "simplify": (
                    "Compare a circle of radius 1 with one of radius 10. Would ten small circles fill the big one, as your way says?",
                    "How well would ten coins of radius 1 blanket a plate of radius 10, and what does your way say?",
                    "Sketch circles of radius 1 and 100. Do a hundred little dots use up the space inside the large circle?",
                    "Your way makes radius 20 only twice as roomy as radius 10. How many coins would you need on each?",
                ),
                "check": (
                    "Say {r} is in plain centimeters and pi has no unit. What can {wrong} times pi measure then?",
                    "Stretch out a rope that is {r} times pi long. What could the rope lie along, and could it cover a floor?",
                    "Let a rope from the middle grow from {r} by 1. How much area does your way add for the whole new ring?",
                    "A wire and a sheet of metal are measured in different units. Which of them does a length of {r} times pi fit?",
                ),
            },
            source="E1830; E607",
        ),
        Misconception(
            id="G68-GEO-05",
            name="squares by doubling",
            hint="doubles the radius where it should be squared",
            rule=lambda p: integer(2 * p.r),
            says=(
                "{r} squared is {r} times 2, which is {wrong}",
                "the little 2 means two times, and 2 times {r} is {wrong}",
                "r squared is {r} and {r}, and that makes {wrong}",
            ),
            reworded=(
                "to square {r} you take it two times, and I got {wrong}",
                "the exponent is 2, so {r} turns into {wrong}",
            ),
            cues=(
                "raised",
                "exponent's job",
                "end to end",
                "side {r}",
                "sides of {r}",
                "checkerboard",
                "chocolate",
                "seats",
                "cubed",
                "straight through",
                "floor tiles",
            ),
            turns={
                "elicit": (
                    "What does a small raised 2 ask a number to do, in your own words?",
                    "How would you read r with a raised 2, and how is it unlike a 2 written in front?",
                    "What do {r} + {r} and a square with sides of {r} have to do with each other?",
                    "Your {wrong} is {r} and {r} laid end to end. Which line in the circle is that long?",
                ),
                "represent": (
                    "Lay {wrong} small tiles into a square frame with side {r}. What part of the frame stays open?",
                    "Draw {r} and {r} end to end, and beside it a square on the radius. Which drawing shows r squared?",
                    "Sketch a floor with sides of {r}. Would {wrong} unit tiles be enough for it?",
                    "Make a picture of your {wrong}: is it a line straight through the circle or a surface?",
                ),
                "simplify": (
                    "A checkerboard has 8 fields along each edge. How many would your way count for the board?",
                    "How many pieces does a chocolate bar of 5 by 5 pieces have, and what does your way of squaring say?",
                    "Square the number 1 in your way. Does a 1 by 1 chocolate square have that many pieces?",
                    "A hall has 100 lines of 100 seats. How many seats would your way of squaring report?",
                ),
            },
            source="E2316; E1455",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-GEO-04-A",
            name="uses the full width",
            hint="squares the full width of the circle",
            rule=lambda p: integer(4 * p.r**2),
            cues=("diameter", "rim to rim", "four circles", "too wide"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (CIRCUMFERENCE, CIRCLE_AREA)
