"""Grades 6 to 8: integers, percents, expressions, equations, slope, data and probability."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import expression, fraction, integer, lowest, money
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


def _negative_plus_positive(rng: random.Random) -> dict[str, Any]:
    return {"p": rng.randint(4, 25), "q": rng.randint(2, 20)}


ADDING_INTEGERS = Family(
    id="int_add",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="adding integers",
    mission="add a negative and a positive integer",
    vocabulary=("integer", "opposite", "number line"),
    sample=_negative_plus_positive,
    statements=(
        "-{p} + {q} = ?",
        "Find the sum of -{p} and {q}.",
        "It is -{p} degrees at dawn. By noon it is {q} degrees warmer. How many degrees is it at noon?",
    ),
    solve=lambda p: integer(p.q - p.p),
    trace=lambda p: {"difference of the sizes": abs(p.p - p.q)},
    elicit=(
        "Where would you find -{p} on a number line?",
        "What could -{p} stand for in real life?",
        "What does the plus sign in this problem ask you to do?",
    ),
    extend=(
        "How could you convince a friend of your sum with a number line?",
        "What would you have to add to your sum to end at the opposite of it?",
        "When is the sum of a negative and a positive integer positive?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-01",
            name="ignores the sign",
            hint="subtracts the sizes and ignores the negative sign",
            rule=lambda p: integer(abs(p.p - p.q)),
            applies_if=lambda p: p.p > p.q,
            says=(
                "I took {q} away from {p}",
                "the numbers {p} and {q} are {wrong} apart",
                "one is minus and one is plus, so I did {p} minus {q}",
            ),
            cues=(
                "reach zero",
                "pass zero",
                "past zero",
                "side of zero",
                "cross zero",
                "above zero",
            ),
            turns={
                "represent": (
                    "Draw a number line and start at -{p}. After {q} steps to the right, which side of zero are you on?",
                    "Put a finger on -{p} and hop {q} spaces to the right. Is that far enough to pass zero?",
                    "Sketch an arrow of length {q} whose tail sits at -{p}. How far past zero, if at all, does its tip get?",
                    "A thermometer shows -{p} and the liquid climbs {q} marks. Where is its top now, above zero or below?",
                ),
                "conflict": (
                    "Your {wrong} is above zero. How could a climb of only {q} lift you there from -{p}?",
                    "To travel from -{p} to {wrong} you must cross zero. How long is that trip, compared with {q}?",
                    "From -{p} it takes {p} steps up just to reach zero. How does that fit with {q} steps and your {wrong}?",
                    "You began at -{p} and landed on {wrong}. What must happen on the way to end on the other side of zero?",
                ),
            },
            source="MaE18; E795",
        ),
        Misconception(
            id="G68-INT-02",
            name="adds the sizes and keeps the minus",
            hint="adds the two sizes and keeps the minus sign",
            rule=lambda p: integer(-(p.p + p.q)),
            steps=lambda p: {"total": p.p + p.q},
            says=(
                "{p} plus {q} is {total}, and I kept the minus",
                "I put both numbers together and wrote a minus in front",
                "there is a negative, so the total has to be negative {total}",
            ),
            cues=(
                "owe*",
                "colder",
                "lower than",
                "deeper",
                "direction",
                "left or right",
                "red chip*",
            ),
            turns={
                "conflict": (
                    "You owe a friend {p} dollars and then earn {q} dollars. Do you owe more or less after payday?",
                    "Look at -{p} and {wrong} as temperatures. Which one is colder, and should adding {q} bring that?",
                    "Decide if {wrong} is lower than -{p} or higher. Why would adding {q} take you there?",
                    "A diver at -{p} feet swims up {q} feet. How could the diver end up deeper, at {wrong}?",
                ),
                "represent": (
                    "Mark -{p} and {wrong} on a number line. Which direction leads from the first to the second, and does + {q} ask for that?",
                    "Draw an arrow from -{p} to {wrong}. Does it point left or right, and which way should adding {q} point?",
                    "Lay out {p} red chips for the negative and {q} yellow ones for the positive. What happens when a red chip meets a yellow one?",
                    "Rest your finger on -{p}. In what direction should {q} push it, and where is {wrong} from there?",
                ),
            },
            source="E160; E2096",
        ),
    ),
)


def _minus_a_negative(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 19), 2)
    return {"a": a, "b": b}


SUBTRACTING_A_NEGATIVE = Family(
    id="int_sub_n",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.1",
    topic="subtracting a negative",
    mission="subtract a negative integer from a positive one",
    vocabulary=("subtract", "opposite"),
    sample=_minus_a_negative,
    statements=(
        "{a} - (-{b}) = ?",
        "Subtract -{b} from {a}.",
        "It is {a} degrees at noon and -{b} degrees at night. How many degrees warmer is noon than night?",
    ),
    solve=lambda p: integer(p.a + p.b),
    elicit=(
        "What does -{b} mean on a number line?",
        "What is the opposite of -{b}, and how do you know?",
        "How would you put this problem into a story about money?",
    ),
    extend=(
        "How could you test your result with an addition?",
        "What story about debts would match this subtraction?",
        "How would the result change if the first number were negative too?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-04",
            name="ignores one minus sign",
            hint="ignores one of the two minus signs",
            rule=lambda p: integer(p.a - p.b),
            says=(
                "I did {a} take away {b}",
                "there is a minus, so I just took {b} off",
                "I dropped the extra sign and took {b} from {a}",
            ),
            cues=("{a} - {b}", "debt", "inside the parentheses"),
            turns={
                "conflict": (
                    "If {wrong} is what you get here, what would you get for {a} - {b}?",
                    "A bank cancels a debt of {b} dollars for you. Are you richer or poorer after that, and does {wrong} say so?",
                    "Put {a} - {b} next to {a} - (-{b}). How could both of them come out as {wrong}?",
                    "One child loses {b} dollars and another loses a debt of {b} dollars. Who is better off, and which story gives {wrong}?",
                ),
                "locate": (
                    "Point at each minus sign in {a} - (-{b}). What job does the one inside the parentheses do?",
                    "Your steps would fit the problem {a} - {b}. Which mark in {a} - (-{b}) did they not use?",
                    "Read {a} - (-{b}) aloud, word by word. What kind of number is inside the parentheses?",
                    "Name the number inside the parentheses, then the number you took off to get {wrong}. How do the two compare?",
                ),
            },
            source="E55",
        ),
        Misconception(
            id="G68-INT-05",
            name="adds the sizes and writes a minus",
            hint="adds the sizes and writes a minus sign in front",
            rule=lambda p: integer(-(p.a + p.b)),
            says=(
                "I put {a} and {b} together and two minuses make it negative",
                "there are minus signs, so the total is {wrong}",
                "I added the numbers and kept a minus",
            ),
            cues=("below zero", "plunge*", "cancelled bill", "arrow"),
            turns={
                "conflict": (
                    "You begin at {a}. What would have to be done to {a} to make it plunge to {wrong}?",
                    "A bath is at {a} degrees and someone takes ice out of it. How could it end up below zero, at {wrong}?",
                    "You hold {a} dollars and get a cancelled bill of {b} dollars. Who would say you now have {wrong} dollars?",
                    "Nothing is taken from your {a} dollars except a bill you had to pay. How would you fall below zero, to {wrong}?",
                ),
                "represent": (
                    "Draw an arrow from {a} to {wrong} on a number line. How does its length compare with {b}?",
                    "Stand at {a} on a number line. Why would removing a negative walk you below zero, to {wrong}?",
                    "Color a thermometer up to {a}. What kind of change would make the color plunge to {wrong}?",
                    "Sketch {a}, zero and {wrong} on one line. Which part of the problem could send an arrow that far down?",
                ),
            },
            source="E1135",
        ),
    ),
)


def _price_rise(rng: random.Random) -> dict[str, Any]:
    return {
        "t": rng.choice([20, 40, 60, 80, 120, 140, 160, 180, 200, 240]),
        "p": rng.choice([5, 10, 15, 20, 25, 30, 35, 40]),
        "item": rng.choice(["jacket", "bike", "lamp", "game", "tent"]),
    }


PERCENT_INCREASE = Family(
    id="pct_up",
    grade_band="6-8",
    grade="7",
    ccss="7.RP.A.3",
    topic="percent increase",
    mission="find the new price after a percent increase",
    vocabulary=("increase", "original", "percent"),
    sample=_price_rise,
    statements=(
        "A ${t} {item} goes up by {p}%. What is the new price in dollars?",
        "The price of a {item} is ${t}. It rises by {p}%. What is the price after the rise?",
        "A store adds {p}% to the price of a ${t} {item}. How much does the {item} cost then?",
    ),
    solve=lambda p: money(p.t + Fraction(p.t * p.p, 100)),
    trace=lambda p: {"change": p.t * p.p // 100},
    elicit=(
        "What does {p}% mean in your own words?",
        "Which amount is the {p}% taken of?",
        "Before you calculate, should the new price be more or less than ${t}?",
    ),
    extend=(
        "How could you get the new price in a single multiplication?",
        "If the new price then dropped by {p}%, would it return to ${t}?",
        "How could you check your new price by working backward?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-04",
            name="stops at the change",
            hint="finds only the change and stops there",
            rule=lambda p: money(Fraction(p.t * p.p, 100)),
            says=(
                "I found {p}% of {t}",
                "{p}% of ${t} is {wrong}",
                "I multiplied {t} by {p} and divided by 100",
            ),
            cues=("cheaper", "which is less", "cashier", "tag", "sign in the window"),
            turns={
                "conflict": (
                    "Yesterday the {item} cost ${t}. Why would a price that goes up make it cheaper, at {wrong}?",
                    'Compare {wrong} with ${t}. Which is less, and what do the words "goes up" promise?',
                    "If a cashier asked just {wrong} for the {item}, what would you say happened to its price of ${t}?",
                    "Hang the old tag, ${t}, beside a new tag of {wrong}. What would a shopper think the store did?",
                ),
                "locate": (
                    "You found {wrong}. What part of the story does it tell, and is it what a cashier would ask for?",
                    "Write a few words after {wrong} to say what it measures. How do they compare with what a price tag shows?",
                    "Draw a long bar for the ${t} tag. Where in that picture does your {wrong} belong?",
                    "Would the store print {wrong} on a sign in the window, or does that number describe something else?",
                ),
            },
            source="E1313",
        ),
        Misconception(
            id="G68-PCT-05",
            name="adds the percent as dollars",
            hint="adds the percent as if it were dollars",
            rule=lambda p: money(p.t + p.p),
            says=(
                "I added {p} to {t}",
                "it goes up {p}, so {t} plus {p}",
                "{p} more than {t} is {wrong}",
            ),
            cues=("pen", "house", "gum", "% sign", "{p} dollars", "out of every"),
            turns={
                "simplify": (
                    "Suppose a $2 pen also goes up by {p}%. What would your way charge for it, and does that seem fair?",
                    "A house for $100000 goes up by {p}% as well. How much would your way add, and is that believable?",
                    "Imagine that $1 gum rises by {p}%. How does the price from your way compare with the old one?",
                    "A cheap pen and a big house both go up by {p}%. Should both grow by the same amount of money?",
                ),
                "locate": (
                    "You jumped from ${t} to {wrong}. What does the % sign beside the {p} tell you about that jump?",
                    "How would your steps change if the problem said {p} dollars in place of {p}%?",
                    "Where in your work does the % sign make a difference? Show me the step.",
                    "Say {p}% in other words, as {p} out of every so many. Where did your {wrong} use that?",
                ),
            },
            source="memory",
        ),
    ),
)


def _product_with_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 10), 2)
    return {"a": a, "b": b, "v": rng.choice("xynk")}


DISTRIBUTIVE_PROPERTY = Family(
    id="distrib",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.A.1",
    topic="distributive property",
    mission="expand a product of a number and a sum",
    vocabulary=("distribute", "factor", "term"),
    sample=_product_with_sum,
    statements=(
        "Expand {a}({v} + {b}).",
        "Write {a}({v} + {b}) without parentheses.",
        "There are {a} gift bags. Each one holds {v} marbles and {b} stickers. Write the number of things in all without parentheses.",
    ),
    solve=lambda p: expression(f"{p.a}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"second product": p.a * p.b},
    elicit=(
        "What does it mean when a number stands right in front of parentheses?",
        "How would you read {a}({v} + {b}) aloud?",
        "What picture could show {a} groups of {v} + {b}?",
    ),
    extend=(
        "How could you show with a rectangle that your expression is equal to the first one?",
        "What would change if there were a minus sign in the parentheses?",
        "How could you turn your result back into a product?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-02",
            name="multiplies the first term only",
            hint="multiplies only the first term in the parentheses",
            rule=lambda p: expression(f"{p.a}{p.v} + {p.b}"),
            says=(
                "I did {a} times {v} and then plus {b}",
                "the {a} goes with the {v}, and the {b} stays",
                "{a} times {v} is {a}{v} and there is still {b} to add",
            ),
            cues=("show up", "erasers", "only {b}", "copies", "looks the same", "arrow*", "untouched"),
            turns={
                "represent": (
                    "Write {v} + {b} on {a} lines, one under another. How often does {b} show up there, and how often in {wrong}?",
                    "Picture {a} boxes, each with {v} pencils and {b} erasers. How many boxes have their erasers counted in {wrong}?",
                    "Draw a rectangle {a} high and {v} + {b} wide, cut into two parts. Which part could have an area of only {b}?",
                    "Stack {a} copies of {v} + {b}. What happens to the {b} in your stack, compared with {wrong}?",
                ),
                "locate": (
                    "In {wrong} the {b} looks the same as before. What did the {a} in front do to it?",
                    "Draw an arrow from the {a} to everything it multiplied in your work. What inside the parentheses got no arrow?",
                    "You turned {v} into {a}{v} and left {b} untouched. Why do those two get different treatment?",
                    "Suppose the {a} in front were doubled. Which part of {wrong} would stay untouched, and why?",
                ),
            },
            source="E220",
        ),
        Misconception(
            id="G68-VAR-03",
            name="adds instead of multiplying",
            hint="adds the outside number to the second number instead of multiplying",
            rule=lambda p: expression(f"{p.a}{p.v} + {p.a + p.b}"),
            applies_if=lambda p: p.a + p.b != p.a * p.b,
            steps=lambda p: {"sum": p.a + p.b},
            says=(
                "{a} times {v} is {a}{v}, and {a} and {b} make {sum}",
                "I put the {a} with the {b} and got {sum}",
                "the {a} joins the {b}, so that part is {sum}",
            ),
            cues=("operation*", "where would you see", "chairs", "shelves"),
            turns={
                "locate": (
                    "Think of what you did to {v} with the {a}. Was it the same operation that you used on the {b}?",
                    "The {a} acted on {v} in one way and on {b} in another. Which two operations were those?",
                    "You got {sum} from {a} and {b}. Where would you see {sum} in {a} bags that hold {b} each?",
                    "Look at the {sum} in {wrong}. Which operation made it, and what does {a} before parentheses mean?",
                ),
                "represent": (
                    "Picture {a} tables that need {b} chairs each. How far would {sum} chairs go?",
                    "Draw {a} shelves with {b} books on each of them. How does your drawing compare with {sum}?",
                    "Imagine 100 shelves with {b} books on each. Your way gives 100 + {b} books: how does that match the picture?",
                    "Place one more book on each of {a} shelves of {b}. How much does the pile grow, and how much would {sum} grow?",
                ),
            },
            source="E107; E2143",
        ),
    ),
)


def _two_step_equation(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b, x = rng.randint(2, 9), rng.randint(2, 15), rng.randint(2, 12)
        if a * x > 2 * b:
            return {"a": a, "b": b, "c": a * x - b, "v": rng.choice("xnk")}


TWO_STEP_EQUATIONS = Family(
    id="eqn2",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.B.4a",
    topic="two-step equations",
    mission="solve an equation that takes two steps",
    vocabulary=("solve", "inverse operations", "both sides"),
    sample=_two_step_equation,
    statements=(
        "Solve {a}{v} - {b} = {c}.",
        "Find {v} when {a}{v} - {b} = {c}.",
        "A group buys {a} tickets for {v} dollars each. A coupon takes {b} dollars off, so they pay {c} dollars. What is {v}?",
    ),
    solve=lambda p: lowest(Fraction(p.c + p.b, p.a)),
    trace=lambda p: {"value of the first term": p.c + p.b},
    elicit=(
        "What story could {a}{v} - {b} = {c} tell?",
        "What happens to {v} first on the left side, and what happens next?",
        "What would it mean to find the right {v} for this equation?",
    ),
    extend=(
        "How could you test your value in the first equation?",
        "Could you reach the same value with the steps in another order?",
        "What would change if the minus sign were a plus sign?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-03",
            name="moves a term without changing its sign",
            hint="moves the number across without changing its sign",
            rule=lambda p: lowest(Fraction(p.c - p.b, p.a)),
            steps=lambda p: {"moved": p.c - p.b},
            says=(
                "I moved the {b} over, got {moved}, and divided by {a}",
                "{c} minus {b} is {moved}, then I divided by {a}",
                "I took {b} from {c} and got {moved} for {a}{v}",
            ),
            cues=(
                "once more",
                "cancel*",
                "what you did to",
                "disappear*",
                "is larger",
                "if {a}{v} were",
                "as small as",
                "jar",
            ),
            turns={
                "locate": (
                    "On the left, {b} is already being subtracted. If you take {b} away there once more, what do you see?",
                    "You wrote {moved} on the right. Show the same change on the left: does the - {b} cancel?",
                    "Do to {a}{v} - {b} exactly what you did to {c}. What is on the left then?",
                    "From {c} to {moved} you took away {b}. How would that make the - {b} on the left disappear?",
                ),
                "conflict": (
                    "Which is larger, {a}{v} or {a}{v} - {b}? Hold your answer next to {moved} and {c}.",
                    "If {a}{v} were {moved}, what would {a}{v} - {b} be worth, compared with {c}?",
                    "Cover {a}{v} with your hand: something minus {b} is {c}. Could that something be as small as {moved}?",
                    "A jar loses {b} coins and {c} remain. How could the jar have held only {moved} at first?",
                ),
            },
            source="ML algebra.change_side_change_sign; E1214",
        ),
        Misconception(
            id="G68-EQN-04",
            name="divides one term only",
            hint="divides only some of the numbers by the coefficient",
            rule=lambda p: lowest(Fraction(p.c, p.a) + p.b),
            says=(
                "I divided {c} by {a} and then added {b}",
                "I divided by {a} first, and the {b} came along",
                "{a}{v} becomes {v} and {c} gets divided, then plus {b}",
            ),
            cues=("skip*", "split", "ring*", "shar*", "way back"),
            turns={
                "locate": (
                    "You divided {a}{v} by {a} and {c} by {a}. Which number in the equation did the division skip?",
                    "Imagine the whole left side split into {a} equal groups. What would each group hold besides {v}?",
                    "Draw a ring around every number you divided by {a}. What is left outside the rings, and why?",
                    "After you divided, the left still had - {b}. How can sharing among {a} groups leave that as it was?",
                ),
                "conflict": (
                    "Take the way back: multiply all of {v} - {b} by {a}. How does that compare with {a}{v} - {b}?",
                    "A bill of {a}{v} - {b} dollars is shared by {a} people. How much of the {b} does each one save in your work?",
                    "Halve 100 - 40, then split only the 100 and take 40 off. What do you notice about the two results?",
                    "A tray of {a}{v} cookies has {b} missing and is split among {a} kids. Why would each kid miss all {b}?",
                ),
            },
            source="ML algebra.divide_one_term_only; E170",
        ),
    ),
)


def _two_points(rng: random.Random) -> dict[str, Any]:
    x, y = rng.randint(2, 6), rng.randint(2, 9)
    run = rng.randint(2, 9)
    rise = rng.choice([n for n in range(2, 13) if n != run])
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
    statements=(
        "Find the slope of the line through ({x1}, {y1}) and ({x2}, {y2}).",
        "A line passes through ({x1}, {y1}) and ({x2}, {y2}). What is its slope?",
        "A tank fills at a steady rate. The points ({x1}, {y1}) and ({x2}, {y2}) give minutes and inches of water. What is the slope of its graph?",
    ),
    solve=lambda p: lowest(Fraction(p.y2 - p.y1, p.x2 - p.x1)),
    trace=lambda p: {"rise": p.y2 - p.y1, "run": p.x2 - p.x1},
    elicit=(
        "What does each number in ({x1}, {y1}) tell you?",
        "What does the slope of a line describe?",
        "How would you sketch the two points and the line?",
    ),
    extend=(
        "What would the slope be if you started from the other point?",
        "Where would a third point on this line be?",
        "What would a line with the opposite slope look like?",
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
            cues=("steep*", "for each", "label*", "sits on top", "at the bottom", "across"),
            turns={
                "conflict": (
                    "Picture a cliff path that goes up 50 and only 1 across. Does your way give it a large or a tiny slope?",
                    "Imagine a flat road with both points at the same height. What would your way divide by, and how steep is the road?",
                    "Sketch one steep line and one gentle line. Which of them gets the larger number from your way?",
                    "Does this line go up more than it goes across, or less? Compare what you see with {wrong}.",
                ),
                "locate": (
                    "In your fraction the {run} sits on top. Which way on the grid does that number move you?",
                    'Label the two parts of your fraction "sideways" or "upward". Which label is under the bar?',
                    "Read your fraction as so much of one thing for each one of another. Which thing comes second in your order?",
                    "Trace a path with corners from ({x1}, {y1}) to ({x2}, {y2}). Which part of it did you write at the bottom, and why?",
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
            cues=("whole trip", "single step", "never enter*", "tilt", "twice the width"),
            turns={
                "locate": (
                    "The line went up {wrong} over the whole trip. Over what distance did that happen?",
                    "You used {y1} and {y2}. What do {x1} and {x2} tell you about the whole trip?",
                    "Did the line go up {wrong} in a single step, or on the way from {x1} to {x2}?",
                    "Which numbers in the problem never enter your work, and what could they be there for?",
                ),
                "conflict": (
                    "Start at ({x1}, {y1}) and go up {wrong} with every single step to the right. Where are you at x = {x2}?",
                    "Keep both heights but slide the second point out to x = 100. What happens to your {wrong}, and to the tilt of the line?",
                    "Draw a short ramp and a very long ramp that both go up {wrong}. How does their tilt compare?",
                    "Two lines go up {wrong}, but one needs twice the width. How would your way tell them apart?",
                ),
            },
            source="E7",
        ),
    ),
)


def _numbers(p: Parameters) -> list[int]:
    return [int(part) for part in p.data.split(",")]


def _five_values(rng: random.Random) -> dict[str, Any]:
    """Five values whose mean and midrange are whole and not the median; the median is not third."""
    while True:
        data = rng.sample(range(2, 40), 5)
        low, _, median, _, high = sorted(data)
        whole = sum(data) % 5 == 0 and (low + high) % 2 == 0
        if whole and median not in (data[2], sum(data) // 5, (low + high) // 2):
            return {"data": ", ".join(map(str, data))}


MEDIAN = Family(
    id="median",
    grade_band="6-8",
    grade="6",
    ccss="6.SP.B.5",
    topic="median",
    mission="find the median of a set of data",
    vocabulary=("median", "order", "middle"),
    sample=_five_values,
    statements=(
        "Find the median of {data}.",
        "Five players scored {data} points. What is the median score?",
        "Five cousins are {data} years old. What is their median age?",
    ),
    solve=lambda p: integer(sorted(_numbers(p))[2]),
    elicit=(
        "What does the word median mean to you?",
        "What is the median supposed to tell you about the data?",
        "What do you notice when you look over these five numbers?",
    ),
    extend=(
        "How could you change one number and keep the same median?",
        "How would you find the median if there were six numbers?",
        "When might the median describe data better than the mean?",
    ),
    misconceptions=(
        Misconception(
            id="G68-STA-01",
            name="does not put the data in order",
            hint="takes the number in the center of the list as it is written",
            rule=lambda p: integer(_numbers(p)[2]),
            applies_if=lambda p: sorted(_numbers(p))[2] != _numbers(p)[2],
            says=(
                "{wrong} is the one with two numbers before it and two after it",
                "I counted two in from each end",
                "{wrong} is right there in the third spot",
            ),
            cues=(
                "shuffle*",
                "swap*",
                "arrangement",
                "happen* to stand",
                "from left to right",
                "lined up",
                "third place",
                "next-door",
            ),
            turns={
                "conflict": (
                    "Suppose someone shuffles {data}. What would your way give then, and should a median depend on that?",
                    "Swap {wrong} with the number in front of it. What does your way give now, and are the data any different?",
                    "A friend has the same five numbers in another arrangement. How could the two of you get different medians?",
                    "What would you pick if the largest number happened to stand there, and would that be a fair center?",
                ),
                "locate": (
                    "Read {data} aloud from left to right. What happens to the sizes as you go?",
                    "Imagine five children of heights {data}, lined up just like that. How does the row look before you pick one?",
                    "You chose {wrong} from the third place. What makes that place special in a list like {data}?",
                    "Look at the next-door numbers of {wrong}, before and after it. What do their sizes tell you about {wrong}?",
                ),
            },
            source="E1225",
        ),
        Misconception(
            id="G68-STA-02",
            name="gives the mean",
            hint="gives the mean instead",
            rule=lambda p: integer(sum(_numbers(p)) // 5),
            applies_if=lambda p: sum(_numbers(p)) % 5 == 0,
            steps=lambda p: {"total": sum(_numbers(p))},
            says=(
                "I added all of them and divided by 5",
                "the total is {total} and there are five numbers",
                "I found the average",
            ),
            cues=("1000", "huge", "grow and grow", "replace*", "evenly", "kind of center", "which word"),
            turns={
                "conflict": (
                    "Change the largest number in {data} to 1000. What happens to your {wrong}, and who is in the middle then?",
                    "Suppose one value became huge. Would {wrong} feel it, and would the person in the middle feel it?",
                    "Replace the smallest value with 0. How does your way react, and how should a median react?",
                    "Let the top value grow and grow. What does {wrong} do meanwhile, and does the middle person move?",
                ),
                "locate": (
                    "You shared everything out evenly to get {wrong}. What question does that answer, and what is asked here?",
                    "Your {wrong} comes from the size of all five together. What kind of center does the problem name?",
                    "Your work adds and then divides. Which word in the problem made you choose that?",
                    "A data set has more than one kind of center. Which did your adding and dividing find?",
                ),
            },
            source="E732",
        ),
        Misconception(
            id="G68-STA-03",
            name="middle of the range",
            hint="takes the point halfway between the smallest and the largest value",
            rule=lambda p: integer((min(_numbers(p)) + max(_numbers(p))) // 2),
            applies_if=lambda p: (min(_numbers(p)) + max(_numbers(p))) % 2 == 0,
            steps=lambda p: {"low": min(_numbers(p)), "high": max(_numbers(p))},
            says=(
                "I went halfway from {low} to {high}",
                "the ends are {low} and {high}, and {wrong} is between them",
                "I put {low} and {high} together and took half",
            ),
            cues=("other three", "cross out", "erased", "below {wrong}", "flag", "each way"),
            turns={
                "locate": (
                    "Only {low} and {high} went into your work. What part do the other three numbers play?",
                    "Suppose the other three numbers all sat close to {low}. Where would your way land, and where are most values?",
                    "Cross out every number you did not use. What did those numbers have to say about the middle?",
                    "Which numbers in {data} could be erased without changing {wrong}, and what does that make you think?",
                ),
                "conflict": (
                    "Count the values below {wrong} and the values above it. How do your two counts compare?",
                    "Mark all five values on a line and plant a flag at {wrong}. How many values are on each side of it?",
                    "Keep {low} and {high}, but push the other three close together. What happens to {wrong}, and what should a median do?",
                    "Stand at {wrong} and look toward {low}, then toward {high}. How many values do you see each way?",
                ),
            },
            source="E1873",
        ),
    ),
)


def _bag(rng: random.Random) -> dict[str, Any]:
    a, b = sorted(rng.sample(range(2, 13), 2))
    color, other = rng.sample(["red", "blue", "green", "black", "white"], 2)
    return {
        "a": a,
        "b": b,
        "color": color,
        "other": other,
        "things": rng.choice(["tiles", "marbles", "beads"]),
    }


PROBABILITY = Family(
    id="prob1",
    grade_band="6-8",
    grade="7",
    ccss="7.SP.C.5",
    topic="probability",
    mission="find the probability of a simple event",
    vocabulary=("probability", "outcome", "total"),
    sample=_bag,
    statements=(
        "A bag has {a} {color} and {b} {other} {things}. What is the probability of {color}?",
        "There are {a} {color} {things} and {b} {other} {things} in a bag. You pick one without looking. Find the probability that it is {color}.",
        "You draw from a bag of {a} {color} and {b} {other} {things}. How likely is a {color} one, as a fraction?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.a + p.b)),
    trace=lambda p: {"total": p.a + p.b},
    elicit=(
        "What are all the things that can happen when you draw from this bag?",
        "What does the probability of {color} tell you?",
        "If you drew many times, what would you expect to see?",
    ),
    extend=(
        "What is the probability of the other color, and how do the two fit together?",
        "How could you change the bag so that {color} becomes more likely?",
        "How would you test your probability with a real bag?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PRB-01",
            name="part over the other part",
            hint="compares one color with the other color instead of the whole bag",
            rule=lambda p: fraction(p.a, p.b),
            says=(
                "there are {a} {color} and {b} {other}, so {a} over {b}",
                "I put the {color} ones over the {other} ones",
                "{a} {color} to {b} {other} is {wrong}",
            ),
            cues=(
                "hand",
                "leave* out",
                "bottom number",
                "certain",
                "chance that large",
                "add it to",
                "tries",
            ),
            turns={
                "locate": (
                    "The {b} in {wrong} counts only {other} {things}. Which {things} could your hand touch in the bag?",
                    "Pour the bag out on a table. Which of the {things} there does the {b} in {wrong} leave out?",
                    "What does the bottom number of {wrong} count, and what else might come out of the bag?",
                    "List everything that might land in your hand. How does your list compare with the {b} in {wrong}?",
                ),
                "conflict": (
                    "Work out the chance of {other} in the same way and add it to {wrong}. What do you make of that sum?",
                    "Suppose the bag had as many {other} as {color} {things}. What would your way give, and is {color} certain then?",
                    "Leave just one {other} piece with the {a} {color} ones. What would a chance that large mean, if your way gives it?",
                    "Your {wrong} says {color} comes up {a} times in {b} tries. How does that leave room for {other}?",
                ),
            },
            source="memory; cf. E181",
        ),
        Misconception(
            id="G68-PRB-02",
            name="all outcomes equally likely",
            hint="treats both colors as equally likely",
            rule=lambda p: fraction(1, 2),
            says=(
                "there are two colors, so it is one of two",
                "it is either {color} or {other}, so fifty-fifty",
                "you get {color} or you do not, that is half",
            ),
            cues=("bet", "coin", "more often", "a fly", "99", "all but one", "crowded"),
            turns={
                "conflict": (
                    "Which color would you bet on with this bag, and how does {wrong} explain your bet?",
                    "Your {wrong} would suit a fair coin. How is this bag different from a coin?",
                    "Think of a thousand draws from this bag. Which color shows up more often, and does {wrong} say so?",
                    "Spread all the {things} on a table. On which color would a fly land, and what do {a} and {b} have to do with it?",
                ),
                "simplify": (
                    "Say a bag had 1 {color} and 99 {other} {things}. Would you still answer {wrong} for {color}?",
                    "Fill a sack with a thousand {other} {things} and a single {color} one. What would your way say, and would you bet on it?",
                    "Imagine taking out all but one of the {color} {things}. Should {wrong} stay the same, and why?",
                    "Your way never looks at {a} or {b}. What would it say about a bag crowded with {other} {things}?",
                ),
            },
            source="memory (equiprobability bias)",
        ),
    ),
)

FAMILIES: tuple[Family, ...] = (
    ADDING_INTEGERS,
    SUBTRACTING_A_NEGATIVE,
    PERCENT_INCREASE,
    DISTRIBUTIVE_PROPERTY,
    TWO_STEP_EQUATIONS,
    SLOPE,
    MEDIAN,
    PROBABILITY,
)
