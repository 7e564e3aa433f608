"""Grades 6 to 8: linear."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import expression, integer, lowest, money
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- slope from two points --------------------------------------------------------------------


def _two_points(rng: random.Random) -> dict[str, Any]:
    x, y = rng.randint(2, 6), rng.randint(2, 9)
    run = rng.randint(2, 9)
    rise = rng.choice([n for n in range(2, 13) if n != run])
    return {"x1": x, "y1": y, "x2": x + run, "y2": y + rise}


def _two_far_points(rng: random.Random) -> dict[str, Any]:
    x, y = rng.randint(2, 9), rng.randint(2, 9)
    run = rng.randint(11, 40)
    rise = rng.choice([n for n in range(41, 90) if n != run])
    return {"x1": x, "y1": y, "x2": x + run, "y2": y + rise}


SLOPE = Family(
    id="slope",
    grade_band="6-8",
    grade="8",
    ccss="8.F.B.4",
    topic="slope",
    mission="find the slope of a line from two points",
    vocabulary=("slope", "rise", "run"),
    sample=_two_points,
    larger=_two_far_points,
    statements=(
        "Find the slope of the line through ({x1}, {y1}) and ({x2}, {y2}).",
        "A line passes through ({x1}, {y1}) and ({x2}, {y2}). What is its slope?",
    ),
    stories=(
        "A tank fills at a steady rate. The points ({x1}, {y1}) and ({x2}, {y2}) give minutes and inches of water. What is the slope of its graph?",
        "{name} walks at a steady speed. The graph of blocks over minutes goes through ({x1}, {y1}) and ({x2}, {y2}). What is the slope of the graph?",
    ),
    reworded=(
        "How steep is the straight line that joins ({x1}, {y1}) to ({x2}, {y2})? Give its slope.",
        "{name} plots ({x1}, {y1}) and ({x2}, {y2}) and draws the line through them. Which slope does it have?",
    ),
    solve=lambda p: lowest(Fraction(p.y2 - p.y1, p.x2 - p.x1)),
    trace=lambda p: {"rise": p.y2 - p.y1, "run": p.x2 - p.x1},
    elicit=(
        "What does each number in ({x1}, {y1}) tell you?",
        "What does the slope of a line describe?",
        "How would you sketch the two points and the line?",
        "What changes on the way from ({x1}, {y1}) to ({x2}, {y2})?",
    ),
    extend=(
        "What would the slope be if you started from the other point?",
        "Where would a third point on this line be?",
        "What would a line with the opposite slope look like?",
        "Where does this line cross the y-axis, and how could the slope tell you?",
    ),
    check=(
        "Sketch both points. How does the steepness that you see fit your number?",
        "Start at ({x1}, {y1}) and use your slope for one step to the right, then more. How close to ({x2}, {y2}) do you pass?",
        "A line at 45 degrees has slope 1. Is yours steeper or flatter, and does your number agree?",
        "Work from the second point back to the first. What should come out, and what does?",
    ),
    repair=(
        "In ({x1}, {y1}), which number tells how high the point is?",
        "Which of the two points is farther to the right?",
        "Does the line go up or down when you walk from left to right?",
        "What are the x-values of the two points?",
    ),
    misconceptions=(
        Misconception(
            id="G68-FUN-01",
            name="run over rise",
            hint="divides the change in x by the change in y",
            rule=lambda p: lowest(Fraction(p.x2 - p.x1, p.y2 - p.y1)),
            steps=lambda p: {"run": p.x2 - p.x1, "rise": p.y2 - p.y1},
            says=(
                "x changes by {run} and y by {rise}, so I put {run} over {rise}",
                "x comes first, so {run} goes over {rise}",
                "I did {run} divided by {rise}",
            ),
            reworded=(
                "I took the first numbers of the points, {run} apart, and put them above {rise}",
                "you go {run} over and then {rise} up, in that order",
            ),
            cues=(
                "steep*",
                "for each",
                "label*",
                "sits on top",
                "at the bottom",
                "across",
                "per",
                "wheelchair",
                "stairs",
                "each gallon",
            ),
            turns={
                "conflict": (
                    "Picture a cliff path that goes up 50 and only 1 across. What slope does your way give it, and how steep is that?",
                    "Imagine a flat road with both points at the same height. What would your way divide by, and how steep is the road?",
                    "Sketch one steep line and one gentle line. Which of them gets the larger number from your way?",
                    "Does this line go up more than it goes across, or less? Compare what you see with {wrong}.",
                ),
                "locate": (
                    "The {run} sits on top when you divide. Which way on the grid does that number move you?",
                    'Label the two numbers you divided "sideways" or "upward". Which label is under the bar?',
                    "Read your fraction as so much of one thing for each one of another. Which thing comes second in your order?",
                    "Trace a path with corners from ({x1}, {y1}) to ({x2}, {y2}). Which part of it did you write at the bottom, and why?",
                ),
                "analog": (
                    "A wheelchair ramp is long and low. Which side of 1 should its slope be on, and which does your order give?",
                    "Stairs with tall, narrow steps feel hard to climb. What slope would your order of the two differences give them?",
                    "A car goes 100 miles on 4 gallons. What does 4 over 100 tell, if it is not the miles for each gallon?",
                    "Pay is counted in dollars per hour. If hours are on the x-axis, what does your order of the parts count?",
                ),
            },
            source="ML linear_equations.slope_is_delta_x_over_delta_y; MaE38",
        ),
        Misconception(
            id="G68-FUN-02",
            name="change in y only",
            hint="gives only the change in y",
            rule=lambda p: integer(p.y2 - p.y1),
            says=(
                "y goes from {y1} to {y2}",
                "I subtracted the y numbers, {y2} minus {y1}",
                "the line went up {wrong}",
            ),
            reworded=(
                "slope is how much higher the second point is, and that is {wrong}",
                "from {y1} up to {y2} there are {wrong}",
            ),
            cues=(
                "whole trip",
                "single step",
                "never enter*",
                "tilt",
                "twice the width",
                "how wide",
                "hike*",
                "level stretch",
            ),
            turns={
                "locate": (
                    "The line went up {wrong} over the whole trip. Over what distance did that happen?",
                    "You used {y1} and {y2}. What do {x1} and {x2} tell you about the whole trip?",
                    "If the line went up {wrong} in a single step, how high would it be after the way from {x1} to {x2}?",
                    "Which numbers in the problem never enter your work, and what could they be there for?",
                ),
                "conflict": (
                    "Start at ({x1}, {y1}) and go up {wrong} with every single step to the right. Where are you at x = {x2}?",
                    "Keep both heights but slide the second point out to x = 100. What happens to your {wrong}, and to the tilt of the line?",
                    "Draw a short ramp and a very long ramp that both go up {wrong}. How does their tilt compare?",
                    "Two lines go up {wrong}, but one needs twice the width. How would your way tell them apart?",
                ),
                "elicit": (
                    "What does your {wrong} tell a hiker about the path, and what does it keep from the hiker?",
                    "Describe the walk from one point to the other. Which level stretch belongs to the {wrong}?",
                    "You say {wrong}. Is that a height for the whole trip, or for how wide a piece?",
                    "In your words, what makes a hike hard: only the {wrong} upward, or something else as well?",
                ),
            },
            source="E7",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-FUN-01-A",
            name="mixes the order of the points",
            hint="subtracts the points in one order for y and in the other for x",
            rule=lambda p: lowest(Fraction(p.y1 - p.y2, p.x2 - p.x1)),
            cues=("downhill", "falls", "minus sign", "same point first"),
        ),
    ),
)


# --- slope-intercept form ---------------------------------------------------------------------


def _line(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    m, b = rng.sample(range(low, high + 1), 2)
    down = rng.random() < 0.3
    return {"m": -m if down else m, "b": b, "e": f"y = {b} {'-' if down else '+'} {m}x"}


SLOPE_INTERCEPT_FORM = Family(
    id="ymxb",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.B.6",
    topic="slope-intercept form",
    mission="read the slope from the equation of a line",
    vocabulary=("slope", "y-intercept"),
    sample=_line,
    larger=lambda rng: _line(rng, 14, 60),
    statements=(
        "What is the slope of {e}?",
        "Give the slope of the line {e}.",
        "A line has the equation {e}. Find its slope.",
    ),
    stories=(
        "The water level at a pier, seen from a mark on the wall, follows {e}, with x in hours and y in inches. What is the slope of its graph?",
        "{name} models the temperature of a liquid, in degrees after x minutes, by {e}. What is the slope of this line?",
    ),
    reworded=(
        "Which number in {e} tells how steep the line is?",
        "{name} graphs {e}. Name the slope of the graph.",
    ),
    solve=lambda p: integer(p.m),
    elicit=(
        "What does the slope of a line tell you about its graph?",
        "Which part of {e} changes when x changes?",
        "How would a table for x = 0, 1 and 2 look for this line?",
        "What role does each number in {e} play?",
    ),
    extend=(
        "Where does this line cross the x-axis, roughly?",
        "How could you write a line that is parallel to this one?",
        "What would change in the graph if the two numbers in the equation traded places?",
        "Which point of the line can you name without any calculation?",
    ),
    check=(
        "Find y for two neighboring values of x. By how much does y change, next to your number?",
        "Sketch the line with your number as its slope. Which points of {e} does it pass through?",
        "Make a table for {e}. How does the jump from row to row compare with what you said?",
        "Change the constant in {e} in your mind. Would the line tilt in another way or just move?",
    ),
    repair=(
        "What is y in {e} when x is 0?",
        "Which number in {e} stands right beside the x?",
        "Does this line go up or down as x gets larger?",
        "How many terms do you see on the right side of {e}?",
    ),
    misconceptions=(
        Misconception(
            id="G68-FUN-03",
            name="takes the first number",
            hint="takes the first number on the right side of the equation as the slope",
            rule=lambda p: integer(p.b),
            says=(
                "the {b} comes first after the equals sign",
                "in y = mx + b the m is in front, and here {b} is in front",
                "the slope is always the number you see first, so {b}",
            ),
            reworded=(
                "m has the place right behind the = and that is {b}",
                "{b} is written before the other one",
            ),
            cues=(
                "x = 0",
                "table",
                "trade* places",
                "order of",
                "at the start",
                "start*",
                "swap*",
                "constant",
                "without the x",
                "fee",
                "each time",
            ),
            turns={
                "check": (
                    "Work out y for x = 0, 1 and 2 in a table. How does y move each time, compared with {b}?",
                    "Begin at x = 0, where y is {b}. What does the equation give at the next step, and what would a slope of {b} give?",
                    "Start at x = 100 in {e} and go on to x = 101. How far does y jump, compared with {b}?",
                    "List three points of {e} in a table. Which number do you see in the jumps, and is {b} one of them?",
                ),
                "conflict": (
                    "Swap the two terms on the right of {e}. The line stays the same, so why would its slope change?",
                    "If the order of two added terms changes, what happens to the graph, and what happens to your answer?",
                    "Erase the {b} and keep the rest of {e}. How steep is the line with nothing added at the start?",
                    "Replace the {b} by 1000. Does the line become steeper, or does it only start somewhere else?",
                ),
                "elicit": (
                    "What is the {b} worth to y when x = 0, and what happens to it as x grows?",
                    "Suppose the equation is the price of a ride. Which number is a fee you owe at the start?",
                    "Which number in {e} is there without the x, and what does it tell about the graph?",
                    "You picked {b} from the order of the numbers. What makes a number in {e} a slope, wherever it stands?",
                ),
            },
            source="E401; E1499; ML linear_equations.confuse_slope_and_intercept_roles",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-FUN-03-A",
            name="keeps the letter",
            hint="gives the whole term with x as the slope",
            rule=lambda p: expression(f"{p.m}x"),
            cues=("a plain number", "does steepness change", "different at every x", "letter"),
        ),
        PlausibleError(
            id="G68-FUN-03-B",
            name="height at one",
            hint="adds both numbers, which gives the height at x = 1",
            rule=lambda p: integer(p.m + p.b),
            cues=("height of a point", "x = 1", "both numbers", "a single point"),
        ),
    ),
)


# --- linear or proportional -------------------------------------------------------------------

# What is paid for, the unit, its plural.
_RIDES = [
    ("taxi", "mile", "miles"),
    ("rental bike", "hour", "hours"),
    ("print shop", "poster", "posters"),
    ("climbing gym", "visit", "visits"),
    ("kayak rental", "hour", "hours"),
]


def _fee_and_rate(rng: random.Random, low: int = 2, high: int = 9) -> dict[str, Any]:
    service, unit, units = rng.choice(_RIDES)
    b, m, k = rng.randint(low, high), rng.randint(low, high), rng.randint(3, 9)
    return {
        "b": b,
        "m": m,
        "k": k,
        "n": 2 * k,
        "f": b + m * k,
        "service": service,
        "unit": unit,
        "units": units,
    }


LINEAR_OR_PROPORTIONAL = Family(
    id="linprop",
    grade_band="6-8",
    grade="8",
    ccss="8.F.A.3",
    topic="linear vs proportional",
    mission="use a linear rule with a starting fee",
    vocabulary=("linear", "proportional", "rate", "fixed"),
    sample=_fee_and_rate,
    larger=lambda rng: _fee_and_rate(rng, 25, 60),
    statements=(
        "A {service} charges ${b} plus ${m} per {unit}. For {k} {units} you pay ${f}. What do you pay for {n} {units}?",
        "A {service} takes ${b} once and ${m} for every {unit}. The price of {k} {units} is ${f}. What is the price of {n} {units}?",
    ),
    stories=(
        "A {service} asks for ${b} at the beginning and ${m} per {unit}. {name} pays ${f} for {k} {units}. How much does {friend} pay for {n} {units}?",
        "{name} compares prices. A {service} charges ${b} plus ${m} for each {unit}, so {k} {units} cost ${f}. What do {n} {units} cost?",
    ),
    reworded=(
        "The bill of a {service} has a base price of ${b} and ${m} for each {unit}. With {k} {units} it is ${f}. How much is it with {n} {units}?",
        "{friend} knows that {k} {units} with a {service} cost ${f}: a one-time ${b} and ${m} per {unit}. Find the cost of {n} {units}.",
    ),
    solve=lambda p: money(p.b + p.m * p.n),
    trace=lambda p: {"cost without the fee": p.m * p.n, "shorter cost without the fee": p.m * p.k},
    elicit=(
        "Which part of the price depends on the {units}, and which does not?",
        "How would a receipt for {k} {units} look, line by line?",
        "What would you pay for 0 {units}?",
        "What changes on the bill when one more {unit} is added?",
    ),
    extend=(
        "How would the graph of price over {units} look, and where does it begin?",
        "For which starting fee would twice the {units} cost exactly twice as much?",
        "What is the price for each {unit} on average, and why does it fall?",
        "How would you write the price for any number of {units} as a rule?",
    ),
    check=(
        "Write the longer bill line by line. How often should each line appear?",
        "Find the price of one {unit} more than {k}. How does your answer continue that pattern?",
        "Take the starting fee off your price. Does the rest fit {n} {units}?",
        "Make a table from {k} {units} on. Where does it arrive at {n} {units}, next to your price?",
    ),
    repair=(
        "What does the {service} charge before the first {unit}?",
        "How much does a single {unit} add to the bill?",
        "How many {units} does the question ask about?",
        "Which amount in the problem is paid no matter how many {units} there are?",
    ),
    misconceptions=(
        Misconception(
            id="G68-FUN-04",
            name="doubles everything",
            hint="doubles the whole price because the amount doubles",
            rule=lambda p: money(2 * p.f),
            steps=lambda p: {"twice": 2 * p.b},
            says=(
                "{n} is two times {k}, so it is two times ${f}",
                "I doubled ${f}",
                "twice as many {units} cost twice as much",
            ),
            reworded=(
                "{k} {units} are ${f}, and {n} is that again, so ${f} plus ${f}",
                "everything gets times two when you go from {k} to {n}",
            ),
            cues=(
                "${twice}",
                "two separate",
                "second time",
                "customer*",
                "envelope",
                "suitcase",
                "candle*",
                "doorman",
                "one bill",
                "pot",
                "entrance",
                "shoe*",
            ),
            turns={
                "locate": (
                    "Two customers with {k} {units} each pay {wrong} together. What does one customer with {n} {units} not need twice?",
                    "Inside {wrong}, the starting fee takes up ${twice}. When would someone really pay that much as a fee?",
                    "Split {wrong} into what is paid for {units} and what is paid at the start. Which line says ${twice}?",
                    "Your {wrong} is the price of two separate orders of {k} {units}. How is that different from a single order?",
                ),
                "analog": (
                    "An empty suitcase weighs 4 pounds, and 9 with clothes in it. Why does twice the clothes not make it weigh 18?",
                    "You pay for new shoes and for a race of 5 miles. For 10 miles, which of the two would you pay for again?",
                    "A museum takes $8 at the entrance, once. What does the doorman ask of visitors who stay twice as long?",
                    "One letter weighs 3 grams with its envelope. Why do two pages in that envelope not weigh 6 grams?",
                ),
                "conflict": (
                    "Start with ${f} for {k} {units} and add only the next {units} on one bill. How does that end, next to {wrong}?",
                    "On the way from {k} to {n} {units}, is the ${b} asked for a second time, as {wrong} has it?",
                    "Write one bill for {n} {units} line by line. Where on this one bill would ${twice} stand?",
                    "Double 0 {units}, which cost ${b}. Would a customer with no {units} pay ${twice} all at once?",
                ),
            },
            source="MaE42; E1582; E788",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-FUN-04-A",
            name="leaves the fee out",
            hint="multiplies the rate and leaves the starting fee out",
            rule=lambda p: money(p.m * p.n),
            cues=("for free", "before the first", "never paid", "missing from the bill"),
        ),
        PlausibleError(
            id="G68-FUN-04-B",
            name="charges the fee each time",
            hint="adds the fee to the rate before multiplying",
            rule=lambda p: money((p.m + p.b) * p.n),
            cues=("{n} fees", "at every {unit}", "again and again", "how many starts"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SLOPE, SLOPE_INTERCEPT_FORM, LINEAR_OR_PROPORTIONAL)
