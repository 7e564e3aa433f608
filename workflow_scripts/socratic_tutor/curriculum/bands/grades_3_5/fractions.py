"""Grades 3 to 5: adding and subtracting fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- adding fractions ---


def _unlike_fractions(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    """Half of the time the denominators share a factor without one going into the other (4 and 6)."""
    wanted = rng.random() < 0.5
    while True:
        b, d = rng.sample(range(low, high + 1), 2)
        a, c = rng.randint(1, b - 1), rng.randint(1, d - 1)
        if (1 < gcd(b, d) < min(b, d)) == wanted and a * d != b * c:
            return {"a": a, "b": b, "c": c, "d": d}


def _over_common_denominator(p: Parameters) -> dict[str, Any]:
    """The new numerators, and the common denominator, unless they stand in the problem already."""
    common = lcm(p.b, p.d)
    steps = {
        "common denominator": common,
        "first numerator": p.a * common // p.b,
        "second numerator": p.c * common // p.d,
    }
    return {name: value for name, value in steps.items() if value not in p.values()}


ADDING_FRACTIONS = Family(
    id="fadd",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.A.1",
    topic="adding fractions",
    mission="add two fractions that have different denominators",
    vocabulary=("numerator", "denominator", "common denominator"),
    sample=_unlike_fractions,
    larger=lambda rng: _unlike_fractions(rng, 13, 24),
    statements=(
        "{a}/{b} + {c}/{d} = ?",
        "Add {a}/{b} and {c}/{d}.",
        "What is the sum of {a}/{b} and {c}/{d}?",
    ),
    stories=(
        "A jug holds {a}/{b} liter of juice. Then {c}/{d} liter is poured in. How many liters are there now?",
        "{name} walks {a}/{b} mile to school and {c}/{d} mile to the park. How many miles is that altogether?",
    ),
    reworded=("Work out how much {a}/{b} plus {c}/{d} is.",),
    solve=lambda p: lowest(Fraction(p.a, p.b) + Fraction(p.c, p.d)),
    trace=_over_common_denominator,
    elicit=(
        "What does the {b} in {a}/{b} tell you about the pieces?",
        "How would you draw {a}/{b} of a bar?",
        "Which part of {a}/{b} says how many pieces you have?",
        "Are the pieces of {a}/{b} and the pieces of {c}/{d} alike?",
    ),
    extend=(
        "On a bar, what would show that your total makes sense?",
        "What would you do if there were a third fraction to add?",
        "Which step of your work would you explain to a friend first?",
        "Is your total more or less than one whole, and how can you see that?",
    ),
    check=(
        "Is your total larger than {a}/{b} and larger than {c}/{d}, and should it be?",
        "How could you take {c}/{d} away again to test your total?",
        "Are {a}/{b} and {c}/{d} each more or less than a half, and does your total fit?",
        "What would two strips laid end to end say about your total?",
    ),
    repair=(
        "Draw a bar and show {c}/{d} of it. What did you do first?",
        "Which is the larger one, {a}/{b} or {c}/{d}?",
        "What does the {d} tell you in {c}/{d}?",
        "If you had to guess, would {a}/{b} and {c}/{d} make more than one whole?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-01",
            name="adds tops and bottoms",
            hint="adds the numerators and adds the denominators",
            rule=lambda p: fraction(p.a + p.c, p.b + p.d),
            steps=lambda p: {
                "bottom": p.b + p.d,
                "top": p.a + p.c,
                "more": f"{p.a}/{p.b}" if p.a * p.d > p.b * p.c else f"{p.c}/{p.d}",
            },
            says=(
                "I added the tops and added the bottoms",
                "{a} and {c} make {top}, and {b} and {d} make {bottom}",
                "you just add across the top and across the bottom",
            ),
            reworded=("upstairs you get {top} and downstairs you get {bottom}, just plus both times",),
            cues=(
                "alone",
                "less than you started",
                "smaller than",
                "cut into {bottom}",
                "{bottom} pieces",
                "{bottom} parts",
            ),
            turns={
                "conflict": (
                    "Look at {wrong} next to {more} alone. Which one is larger, and what should adding do?",
                    "There is {more}, and then some more comes. How can you tell if {wrong} is smaller than {more}?",
                    "Draw {more} alone on one bar and {wrong} on another. What do you notice about the two lengths?",
                    "When could adding leave you with less than you started with? Compare {wrong} with {more}.",
                ),
                "locate": (
                    "You wrote {bottom} at the bottom. Which bar in this problem was ever cut into {bottom} pieces?",
                    "In {wrong} the whole is cut into {bottom} parts. Where do those parts come from in a picture?",
                    "Imagine a bar that is cut into {bottom} parts. Where do you have such pieces here?",
                    "Point to a bar with {bottom} pieces in this problem. What did you find?",
                ),
                "simplify": (
                    "Use your way on 1/2 + 1/2. How does the result look next to 1/2 alone?",
                    "Two half pies stand on a table, and your way says 2/4. Is that less than you started with?",
                    "Take 3/4 of a cup twice. Your way calls it 6/8, so how big is one scoop alone?",
                    "By your way 1/3 and 1/3 make 2/6. Which strip is longer, 2/6 or 1/3 alone?",
                ),
            },
            source="E217; MaE08; ML fractions.add_numerators_denominators; STACK mediant; SEED",
        ),
        Misconception(
            id="G35-FRA-02",
            name="keeps the old numerators",
            hint="finds a common denominator but keeps the old numerators",
            rule=lambda p: fraction(p.a + p.c, lcm(p.b, p.d)),
            applies_if=lambda p: lcm(p.b, p.d) != max(p.b, p.d),
            steps=lambda p: {"bottom": lcm(p.b, p.d)},
            says=(
                "I made both bottoms {bottom} and then added {a} and {c}",
                "the bottoms have to match so I used {bottom}, and the tops stay",
                "I changed the bottoms to {bottom} and kept the tops",
            ),
            reworded=("now both are over {bottom}, and {a} and {c} did not change",),
            cues=("thinner", "still as much", "cut again", "same amount", "same length"),
            turns={
                "locate": (
                    "When you wrote {bottom} below, the pieces got thinner. How many thin ones make {a}/{b}?",
                    "Each piece in {a}/{b} is cut again. What happens to the number of pieces you had?",
                    "Your {bottom} makes thinner pieces. What does that do to how many you need?",
                    "Draw {a}/{b}, then cut again to make {bottom} in the whole bar. What changes at the top?",
                ),
                "conflict": (
                    "Show {a}/{bottom} and {a}/{b} with bars. Which one is more, or are they the same amount?",
                    "Shade {a}/{b} and {a}/{bottom} on two bars. Are they the same length?",
                    "You used {a}/{bottom} for {a}/{b}. How could you test with paper whether it is still as much?",
                    "Put {a}/{b} above {a}/{bottom} on a number line. Are the two jumps from 0 the same length?",
                ),
                "simplify": (
                    "Your way keeps the 1 and turns 1/2 into 1/20. How much chocolate is lost, or is it still as much?",
                    "Each half of a strip is cut again into 5. How many thinner parts do you need for one half?",
                    "A pizza in 4 slices is cut again. You had 3 slices, so what lies on your plate now?",
                    "Say 3 quarters turn into 3 pennies. Is that the same amount of money, and why?",
                ),
            },
            source="E1655; MaE09; ML fractions.common_denominator_numerator",
        ),
        Misconception(
            id="G35-FRA-03",
            name="uses the larger denominator",
            hint="adds the numerators over the larger denominator",
            rule=lambda p: fraction(p.a + p.c, max(p.b, p.d)),
            steps=lambda p: {
                "large": max(p.b, p.d),
                "small": min(p.b, p.d),
                "few": p.a if p.b < p.d else p.c,
            },
            says=(
                "{large} is the bigger bottom, so I used it, and {a} and {c} make the top",
                "I added {a} and {c} and kept the {large}",
                "the bottom has to be {large}, that is the larger one, and then you add the tops",
            ),
            reworded=("{large} beats {small}, so everything goes over {large}",),
            cues=("wide", "wider", "width", "count as", "of 1/{small}", "you kept the {large}"),
            turns={
                "locate": (
                    "You let the pieces of 1/{small} count as pieces of 1/{large}. How wide is each kind?",
                    "Lay a piece of 1/{small} on a piece of 1/{large}. Which one is wider?",
                    "In {wrong} every piece has the width of 1/{large}. Which pieces in the problem have another width?",
                    "What happened to the pieces of 1/{small} when you kept the {large}?",
                ),
                "conflict": (
                    "You kept the {large}, so {few}/{small} turned into {few}/{large}. How do those two lengths compare?",
                    "Fold two strips, one to show 1/{small} and one to show 1/{large}. How wide are the parts?",
                    "Mark {few}/{small} and {few}/{large} on a number line. What would have to be true for them to count as one point?",
                    "Can {few}/{small} stay as long as it was if its pieces count as pieces of 1/{large}?",
                ),
                "analog": (
                    "A kid lets dimes count as quarters. What is wrong with the value of that pile?",
                    "Wide books and thin books stand on a shelf. What does counting the books not tell about the width?",
                    "Someone adds 2 feet and 3 inches and writes 5 inches. What did the feet count as?",
                    "If minutes could count as hours, how long would a break of 15 minutes be?",
                ),
                "check": (
                    "Build {few}/{small} from paper, but give each piece the width of 1/{large}. Does it fit your first drawing?",
                    "Your rule lets {few}/{small} count as {few}/{large}. How could a ruler test that?",
                    "Lay {a}/{b} and {c}/{d} in one row. How wide is that row next to {wrong}?",
                    "How could you test with folded paper what was lost when you kept the {large}?",
                ),
            },
            source="E1909; ML fractions.ignore_denominators",
        ),
        Misconception(
            id="G35-FRA-04",
            name="multiplies instead of adding",
            hint="multiplies the numerators and multiplies the denominators",
            rule=lambda p: fraction(p.a * p.c, p.b * p.d),
            steps=lambda p: {"top": p.a * p.c, "bottom": p.b * p.d},
            says=(
                "{a} times {c} is {top}, and {b} times {d} is {bottom}",
                "you do top times top and bottom times bottom",
                "I multiplied straight across and got {top} over {bottom}",
            ),
            reworded=("{a} and {c} get timesed up there, and {b} and {d} down there",),
            cues=(
                "cover*",
                "end to end",
                "part of a part",
                "inside",
                "overlap*",
                "join*",
                "two pours",
                "pour*",
                "pocket*",
                "basket*",
                "walk*",
                "milk",
            ),
            turns={
                "represent": (
                    "Sketch {a}/{b} and {c}/{d} on one bar. How much of that does {wrong} cover?",
                    "Lay strips of {a}/{b} and {c}/{d} end to end. Where on that line is {wrong}?",
                    "Draw what joining {a}/{b} and {c}/{d} looks like. Which piece of it is {wrong}?",
                    "Shade {wrong} on a bar. How much of {a}/{b} does your shading cover?",
                ),
                "elicit": (
                    "Which story fits your {wrong}: joining two amounts, or taking a part of a part?",
                    "What would the plus sign look like with cups? Tell me how {wrong} comes from joining them.",
                    "Tell me a story where {a}/{b} and {c}/{d} get joined. How does it end with {wrong}?",
                    "You wrote {wrong}. Does it lie inside {a}/{b}, or does it reach past it?",
                ),
                "analog": (
                    "Money lies in your left pocket and in your right pocket. Which story about pockets would lead to {wrong}?",
                    "Two baskets of apples are joined in one. When could you have fewer than in the first basket, as with {wrong}?",
                    "Someone walks half a mile, then half a mile more. Your way says a quarter mile, so where did the walk go?",
                    "Pour half a glass of milk, then half a glass more. Why would your way say a quarter glass?",
                ),
                "check": (
                    "Pick the larger of {a}/{b} and {c}/{d}. Can a strip of {wrong} cover it?",
                    "How could you test {wrong} by laying the two strips end to end?",
                    "Join both amounts on one bar. What would you see there, next to {wrong}?",
                    "Take {a}/{b} out of your {wrong} again. What is still inside?",
                ),
            },
            source="E1075; E202",
        ),
        Misconception(
            id="G35-FRA-05",
            name="adds tops, multiplies bottoms",
            hint="adds the numerators over the product of the denominators",
            rule=lambda p: fraction(p.a + p.c, p.b * p.d),
            steps=lambda p: {"top": p.a + p.c, "bottom": p.b * p.d},
            says=(
                "{b} times {d} is {bottom}, and {a} plus {c} is {top}",
                "I timesed the bottoms to get {bottom} and added the tops",
                "the bottoms make {bottom} when you multiply, and the tops make {top}",
            ),
            reworded=("down there it is {b} times {d}, and up there it is {a} plus {c}",),
            cues=(
                "speck*",
                "tiny",
                "1/{bottom}",
                "shrink*",
                "shrank",
                "as small as",
                "crumb*",
                "how much longer",
                "seed*",
                "{bottom} cells",
                "cells",
            ),
            turns={
                "locate": (
                    "A piece of 1/{bottom} is tiny. How many of them fit into one piece of 1/{b}?",
                    "Your {bottom} made every piece shrink. Did the {a} on top notice?",
                    "Draw a bar with {b} columns and {d} rows. How many of its cells belong to {a}/{b}?",
                    "In {wrong} each part is as small as 1/{bottom}. How big was a part in {c}/{d}?",
                ),
                "conflict": (
                    "You put {c}/{d} on top of {a}/{b}. How much longer than {a}/{b} is {wrong}?",
                    "Color {top} cells of a bar with {bottom} cells. How does the colored part compare with {a}/{b} of the bar?",
                    "Compare {top} tiny parts of 1/{bottom} with {c}/{d}. Which would you take if you were hungry?",
                    "Put {wrong}, {a}/{b} and {c}/{d} in order. Why might putting together make things shrink?",
                ),
                "simplify": (
                    "Your way makes 1/2 + 1/2 into 2/4. Did the two halves shrink, or what happened?",
                    "Try 1/10 + 1/10 in your way. How much are your 2 specks of 1/100 next to 1/10?",
                    "Break two cookies in half and take a half of each. Who would call that 2 tiny quarters, and why?",
                    "With 1/3 and 1/3 you get 2/9. Are ninths as small as thirds, or what differs?",
                ),
                "check": (
                    "Cut a bar into {bottom} cells and color {a}/{b} of them. How does the number of cells compare with {top}?",
                    "How many parts of 1/{bottom} would you need just to build {c}/{d}?",
                    "Test {wrong} with a ruler. How much longer than {c}/{d} is it, if at all?",
                    "Picture {wrong} as {top} seeds out of {bottom}. How many seeds would {a}/{b} of the bag be?",
                ),
            },
            source="E1463",
        ),
    ),
)

# --- subtracting fractions ---


def _fractions_to_subtract(rng: random.Random) -> dict[str, Any]:
    """The first fraction has the larger numerator and denominator."""
    while True:
        b, d = rng.randint(5, 12), rng.randint(2, 10)
        a, c = rng.randint(2, b - 1), rng.randint(1, d - 1)
        if b > d + 1 and b != 2 * d and a > c and a * d > b * c:
            return {"a": a, "b": b, "c": c, "d": d}


SUBTRACTING_FRACTIONS = Family(
    id="fsub",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.A.1",
    topic="subtracting fractions",
    mission="subtract two fractions that have different denominators",
    vocabulary=("numerator", "denominator", "common denominator"),
    sample=_fractions_to_subtract,
    statements=(
        "{a}/{b} - {c}/{d} = ?",
        "Subtract {c}/{d} from {a}/{b}.",
        "What is {a}/{b} minus {c}/{d}?",
    ),
    stories=(
        "A tank is {a}/{b} full. Then {c}/{d} of a full tank is used. What part of the tank is still full?",
        "{name} has {a}/{b} yard of ribbon and cuts off {c}/{d} yard for {friend}. How many yards are left?",
    ),
    reworded=("From {a}/{b}, take {c}/{d} away. How much remains?",),
    solve=lambda p: lowest(Fraction(p.a, p.b) - Fraction(p.c, p.d)),
    trace=_over_common_denominator,
    elicit=(
        "What does it mean to take {c}/{d} away from {a}/{b}?",
        "Before anything is taken, what does a picture of {a}/{b} look like?",
        "Are the parts of {a}/{b} and the parts of {c}/{d} equally large?",
        "Which of the two fractions is closer to a half?",
    ),
    extend=(
        "How could adding show that your difference fits?",
        "What would you have to take away to have nothing left?",
        "Where on a number line can one see your difference?",
        "Which step would you warn a friend about, and why?",
    ),
    check=(
        "Add your answer to {c}/{d}. Where should you land?",
        "Is your answer smaller than {a}/{b}, and should it be?",
        "Mark {a}/{b} and {c}/{d} on a number line. How does your answer fit between them?",
        "Round both fractions to 0, a half or 1. Does your answer fit?",
    ),
    repair=(
        "Which fraction do you start with in this problem?",
        "Show {c}/{d} with a folded strip. How many folds do you need?",
        "What does the {b} in {a}/{b} tell you?",
        "Will there be more or less than {a}/{b} when we are done?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-06",
            name="subtracts across",
            hint="subtracts the numerators and subtracts the denominators",
            rule=lambda p: fraction(abs(p.a - p.c), abs(p.b - p.d)),
            applies_if=lambda p: (
                p.a != p.c
                and p.b != p.d
                and abs(Fraction(p.a - p.c, p.b - p.d)) != Fraction(p.a, p.b) - Fraction(p.c, p.d)
            ),
            steps=lambda p: {"top": abs(p.a - p.c), "bottom": abs(p.b - p.d)},
            says=(
                "{a} take away {c} is {top}, and {b} take away {d} is {bottom}",
                "you do minus on the top and minus on the bottom",
                "I subtracted straight across and got {top} over {bottom}",
            ),
            reworded=("up there {top} is left and down there {bottom} is left",),
            cues=(
                "more than you had",
                "farther right",
                "grow*",
                "grew",
                "{bottom} equal",
                "1/{bottom}",
                "cut into {bottom}",
                "longer",
                "fuller",
                "bigger than",
                "gave away",
            ),
            turns={
                "conflict": (
                    "Mark {a}/{b} and {wrong} on a number line. Which one lies farther right after taking away?",
                    "You gave away {c}/{d} of a bar. How can {wrong} be more than you had at first?",
                    "Compare the lengths of {a}/{b} and {wrong}. Which is longer, and does that suit a minus sign?",
                    "A jar is {a}/{b} full and some is used. What would make it fuller, like {wrong}?",
                ),
                "locate": (
                    "Your lower number is {bottom}. Which bar in this problem is cut into {bottom} equal parts?",
                    "You took {d} from {b} to get {bottom}. What do pieces of 1/{bottom} look like in your picture?",
                    "Pieces of 1/{b} turned into pieces of 1/{bottom}. What could make a piece grow like that?",
                    "Where do you see a whole with {bottom} equal pieces in {a}/{b} or in {c}/{d}?",
                ),
                "simplify": (
                    "By your way 3/4 - 1/2 is 2/2, a full bar. How can the bar grow?",
                    "Take half a cookie from 5/6 of a cookie. Your way leaves 4/4, so who made it grow?",
                    "Your rule turns 7/8 - 1/2 into 6/6. Is that bigger than what you began with?",
                    "From three quarters of an hour take one third of an hour. Your way says 2/1, so how did time grow?",
                ),
                "check": (
                    "Put {c}/{d} back with {wrong}. Do you land on {a}/{b} or farther right?",
                    "Cut a strip as long as {wrong}. Does it fit inside {a}/{b}, or is it longer?",
                    "Think of {a}/{b} yard of ribbon. Looking at {wrong}, would a friend say it grew or got cut?",
                    "How can you see on a ruler whether {wrong} is bigger than {a}/{b}?",
                ),
            },
            source="E172; ML fractions.subtract_across; MaE11",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-06-A",
            name="keeps the old numerators",
            hint="finds a common denominator but keeps the old numerators",
            rule=lambda p: fraction(abs(p.a - p.c), lcm(p.b, p.d)),
            applies_if=lambda p: (
                lcm(p.b, p.d) != max(p.b, p.d)
                and Fraction(abs(p.a - p.c), lcm(p.b, p.d)) != Fraction(p.a, p.b) - Fraction(p.c, p.d)
            ),
            cues=("thinner", "still as much", "cut again", "same amount", "same length"),
        ),
        PlausibleError(
            id="G35-FRA-06-B",
            name="uses the larger denominator",
            hint="subtracts the numerators over the larger denominator",
            rule=lambda p: fraction(abs(p.a - p.c), max(p.b, p.d)),
            cues=("wide", "wider", "width", "count as"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ADDING_FRACTIONS, SUBTRACTING_FRACTIONS)
