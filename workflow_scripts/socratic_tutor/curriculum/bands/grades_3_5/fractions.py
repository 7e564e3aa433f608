"""Grades 3 to 5: adding, subtracting and multiplying fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- adding fractions ---


def _unlike_fractions(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    """Half of the time the denominators share a factor without one going into the other (4 and 6)."""
    wanted = rng.random() < 0.5
    while True:
        b, d = rng.sample(range(low, high + 1), 2)
        if (1 < gcd(b, d) < min(b, d)) == wanted:
            return {"a": rng.randint(1, b - 1), "b": b, "c": rng.randint(1, d - 1), "d": d}


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
    trace=lambda p: {
        "common denominator": lcm(p.b, p.d),
        "first numerator": p.a * lcm(p.b, p.d) // p.b,
        "second numerator": p.c * lcm(p.b, p.d) // p.d,
    },
    elicit=(
        "What does the {b} in {a}/{b} tell you about the pieces?",
        "How would you draw {a}/{b} of a bar?",
        "Which part of {a}/{b} says how many pieces you have?",
        "Are the pieces of {a}/{b} and the pieces of {c}/{d} alike?",
    ),
    extend=(
        "How could you show on a bar that your total makes sense?",
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
            steps=lambda p: {"bottom": p.b + p.d, "top": p.a + p.c},
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
                    "Look at {wrong} next to {a}/{b} alone. Which one is larger, and what should adding do?",
                    "You started with {a}/{b} and put more in. How can you tell if {wrong} is smaller than {a}/{b}?",
                    "Draw {a}/{b} alone on one bar and {wrong} on another. What do you notice about the two lengths?",
                    "Could you end up with less than you started with? Compare {wrong} with {a}/{b}.",
                ),
                "locate": (
                    "You wrote {bottom} at the bottom. Was any bar in this problem cut into {bottom} pieces?",
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
                    "Is {a}/{bottom} the same amount as {a}/{b}? Show me with a bar.",
                    "Shade {a}/{b} and {a}/{bottom} on two bars. Are they the same length?",
                    "You used {a}/{bottom} for {a}/{b}. Is that still as much?",
                    "Put {a}/{b} above {a}/{bottom} on a number line. Are the two jumps from 0 the same length?",
                ),
                "simplify": (
                    "Your way turns 1/2 into 1/20. Is that still as much of a chocolate bar?",
                    "Each half of a strip is cut again into 5. How many thinner parts lie in one half?",
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
                    "You let the pieces of 1/{small} count as pieces of 1/{large}. Are they equally wide?",
                    "Lay a piece of 1/{small} on a piece of 1/{large}. Which one is wider?",
                    "In {wrong} every piece has the width of 1/{large}. Which pieces in the problem have another width?",
                    "What happened to the pieces of 1/{small} when you kept the {large}?",
                ),
                "conflict": (
                    "You kept the {large}, so {few}/{small} turned into {few}/{large}. How do those two lengths compare?",
                    "Fold two strips, one to show 1/{small} and one to show 1/{large}. How wide are the parts?",
                    "Mark {few}/{small} and {few}/{large} on a number line. Can they count as one point?",
                    "Can {few}/{small} stay as long as it was if its pieces count as pieces of 1/{large}?",
                ),
                "analog": (
                    "A kid lets dimes count as quarters. Does the pile have the value the kid says?",
                    "Wide books and thin books stand on a shelf. Does counting books tell how much width they need?",
                    "Someone adds 2 feet and 3 inches and writes 5 inches. What did the feet count as?",
                    "If minutes could count as hours, how long would a break of 15 minutes be?",
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
            ),
            turns={
                "represent": (
                    "Sketch {a}/{b} and {c}/{d} on one bar. Does {wrong} cover both of them?",
                    "Lay strips of {a}/{b} and {c}/{d} end to end. Where on that line is {wrong}?",
                    "Draw what joining {a}/{b} and {c}/{d} looks like. Which piece of it is {wrong}?",
                    "Shade {wrong} on a bar. How much of {a}/{b} does your shading cover?",
                ),
                "elicit": (
                    "Which story fits your {wrong}: joining two amounts, or taking a part of a part?",
                    "What would the plus sign look like with two cups? Tell me how {wrong} comes from pouring.",
                    "Tell me a story where {a}/{b} and {c}/{d} get joined. How does it end with {wrong}?",
                    "You wrote {wrong}. Does it lie inside {a}/{b}, or does it reach past it?",
                ),
                "analog": (
                    "You have 5 dollars in one pocket and 2 in the other. How do you find what you own?",
                    "Two baskets of apples are joined in one. Would you ever have fewer than in the first basket?",
                    "Someone walks half a mile and walks half a mile more. Would they be only a quarter mile away?",
                    "Pour half a glass of milk, then pour half a glass more. How full is the glass?",
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
                    "Color {top} cells of a bar with {bottom} cells. Is {a}/{b} of the bar colored now?",
                    "Compare {top} tiny parts of 1/{bottom} with {c}/{d}. Which would you take if you were hungry?",
                    "Put {wrong}, {a}/{b} and {c}/{d} in order. Why might putting together make things shrink?",
                ),
                "simplify": (
                    "Your way makes 1/2 + 1/2 into 2/4. Did the two halves shrink, or what happened?",
                    "Try 1/10 + 1/10 in your way. Are 2 specks of 1/100 what you expect?",
                    "Break two cookies in half and take a half of each. Would you call that 2 tiny quarters?",
                    "With 1/3 and 1/3 you get 2/9. Are ninths as small as thirds, or what differs?",
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
    trace=lambda p: {
        "common denominator": lcm(p.b, p.d),
        "first numerator": p.a * lcm(p.b, p.d) // p.b,
        "second numerator": p.c * lcm(p.b, p.d) // p.d,
    },
    elicit=(
        "What does it mean to take {c}/{d} away from {a}/{b}?",
        "How would you draw {a}/{b} before anything is taken?",
        "Are the parts of {a}/{b} and the parts of {c}/{d} equally large?",
        "Which of the two fractions is closer to a half?",
    ),
    extend=(
        "How could adding show that your difference fits?",
        "What would you have to take away to have nothing left?",
        "How would you show your difference on a number line?",
        "Which step would you warn a friend about, and why?",
    ),
    check=(
        "What do you get when you add your answer to {c}/{d}?",
        "Is your answer smaller than {a}/{b}, and should it be?",
        "How could a number line with {a}/{b} and {c}/{d} test your answer?",
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
                    "A jar is {a}/{b} full and some is used. Could it be fuller, like {wrong}?",
                ),
                "locate": (
                    "Your lower number is {bottom}. Was any bar here cut into {bottom} equal parts?",
                    "You took {d} from {b} to get {bottom}. What do pieces of 1/{bottom} look like in your picture?",
                    "Pieces of 1/{b} turned into pieces of 1/{bottom}. Did cutting make them grow?",
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

# --- a whole number times a fraction ---


def _whole_times_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(3, 12)
    return {"k": rng.randint(2, 9), "a": rng.randint(1, b - 1), "b": b}


def _larger_whole_times_fraction(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(5, 12)
    return {"k": rng.randint(15, 60), "a": rng.randint(1, b - 1), "b": b}


WHOLE_TIMES_FRACTION = Family(
    id="fmulw",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.4",
    topic="fraction times whole number",
    mission="multiply a fraction by a whole number",
    vocabulary=("numerator", "denominator", "product"),
    sample=_whole_times_fraction,
    larger=_larger_whole_times_fraction,
    statements=(
        "{k} x {a}/{b} = ?",
        "Multiply {a}/{b} by {k}.",
        "What is {k} times {a}/{b}?",
    ),
    stories=(
        "A cake needs {a}/{b} cup of milk. {name} bakes {k} cakes. How many cups of milk does {name} need?",
        "{name} reads for {a}/{b} hour on each of {k} days. How many hours is that in all?",
    ),
    reworded=("Each of {k} bags weighs {a}/{b} pound. Find the weight of all the bags in pounds.",),
    solve=lambda p: lowest(Fraction(p.k * p.a, p.b)),
    trace=lambda p: {"pieces in all": p.k * p.a},
    elicit=(
        "How would you say {k} x {a}/{b} in everyday words?",
        "What does {a}/{b} look like on a bar?",
        "Could you write {k} x {a}/{b} as adding, and how would that begin?",
        "Will the product be more or less than {a}/{b}?",
    ),
    extend=(
        "How many wholes does your product hold, and what is left over?",
        "Which other product with a fraction has the same value?",
        "How could hops on a number line show your product?",
        "What would change if there were one more group?",
    ),
    check=(
        "Add {a}/{b} again and again, {k} in all. Do you reach your answer?",
        "Is your answer more than {a}/{b}, and should it be?",
        "How could you share your answer among {k} bowls to test it?",
        "If {a}/{b} were a whole cup, how much would you have, and is your answer below that?",
    ),
    repair=(
        "Draw {a}/{b} of a bar once. How many parts did you shade?",
        "What does the {k} tell you to do?",
        "Would 2 groups of {a}/{b} be more than one whole?",
        "Which number in {k} x {a}/{b} says how large one piece is?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-07",
            name="multiplies top and bottom",
            hint="multiplies both the numerator and the denominator by the whole number",
            rule=lambda p: fraction(p.k * p.a, p.k * p.b),
            steps=lambda p: {"top": p.k * p.a, "bottom": p.k * p.b},
            says=(
                "{k} times {a} is {top}, and {k} times {b} is {bottom}",
                "the {k} goes with the top and with the bottom",
                "you have to times both numbers by {k}, so it is {top} over {bottom}",
            ),
            reworded=("I did the {k} twice, once for the {a} and once for the {b}",),
            cues=(
                "copies",
                "single",
                "same spot",
                "same length",
                "hop",
                "hops",
                "one scoop",
                "scoops",
                "{bottom} parts",
                "cut into {bottom}",
                "1/{bottom}",
                "just one",
                "only one",
            ),
            turns={
                "conflict": (
                    "Shade {a}/{b} on a bar and {wrong} on its twin. Why might they have the same length?",
                    "Make a single hop of {a}/{b} from 0, then mark {wrong}. How many hops is it away?",
                    "Put {wrong} and {a}/{b} on a number line. Is it strange if both land on the same spot?",
                    "One scoop is {a}/{b} cup. If {k} scoops make {wrong}, how much is a scoop worth?",
                ),
                "locate": (
                    "You wrote {bottom} below. If you lay down {k} copies, does anybody cut the pieces?",
                    "In {wrong} a bar is cut into {bottom} parts. Who made those cuts?",
                    "Look at one of the {k} copies. Are its pieces of size 1/{b} or 1/{bottom}?",
                    "The {k} changed your {b} to {bottom}. What would {k} copies do to the size of a piece?",
                ),
                "simplify": (
                    "By your way 2 x 1/2 is 2/4. Are two halves of a pie just one half?",
                    "Three scoops of 1/3 cup: your way says 3/9. How does a single scoop compare with that?",
                    "Take 10 copies of 1/10. Your way says 10/100, so how much did the copies bring?",
                    "Two kids each hold a quarter of a bar. Is 2/8 more than what a single kid has?",
                ),
                "check": (
                    "Write {wrong} with smaller numbers. How many hops of {a}/{b} does it hold?",
                    "Pour {wrong} cup into cups of {a}/{b}. Do you fill {k} of them or just one?",
                    "Lay copies of {a}/{b} along {wrong}. How many fit?",
                    "How can you see with paper strips whether {wrong} is longer than a single {a}/{b}?",
                ),
            },
            source="MaE13; E408",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-07-A",
            name="multiplies only the denominator",
            hint="multiplies only the denominator by the whole number",
            rule=lambda p: fraction(p.a, p.k * p.b),
            cues=("thinner", "shrink*", "shrank", "smaller piece*", "smaller than one"),
        ),
        PlausibleError(
            id="G35-FRA-07-B",
            name="adds the whole number to the numerator",
            hint="adds the whole number to the numerator",
            rule=lambda p: fraction(p.k + p.a, p.b),
            applies_if=lambda p: p.k + p.a != p.k * p.a,
            cues=("plus", "joined", "added", "{k} extra"),
        ),
    ),
)

# --- multiplying fractions ---


def _fractions_with_one_denominator(rng: random.Random, low: int = 3, high: int = 12) -> dict[str, Any]:
    b = rng.randint(low, high)
    return {"a": rng.randint(1, b - 1), "b": b, "c": rng.randint(1, b - 1)}


MULTIPLYING_FRACTIONS = Family(
    id="fmul",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.B.4",
    topic="multiplying fractions",
    mission="multiply two fractions that have the same denominator",
    vocabulary=("product", "numerator", "denominator"),
    sample=_fractions_with_one_denominator,
    larger=lambda rng: _fractions_with_one_denominator(rng, 13, 25),
    statements=(
        "{a}/{b} x {c}/{b} = ?",
        "Multiply {a}/{b} by {c}/{b}.",
        "Find the product of {a}/{b} and {c}/{b}.",
    ),
    stories=(
        "A yard is {a}/{b} lawn. {name} mows {c}/{b} of the lawn. What fraction of the yard does {name} mow?",
        "A bag is {a}/{b} full of rice. {name} cooks {c}/{b} of this rice. What fraction of a full bag is cooked?",
    ),
    reworded=("How much is {c}/{b} of {a}/{b}?",),
    solve=lambda p: lowest(Fraction(p.a * p.c, p.b * p.b)),
    trace=lambda p: {"product of the numerators": p.a * p.c, "product of the denominators": p.b * p.b},
    elicit=(
        "What does {c}/{b} of {a}/{b} mean in a picture?",
        "How would you shade {a}/{b} of a square?",
        "Will the product be larger or smaller than {a}/{b}?",
        "How would you tell {a}/{b} x {c}/{b} as a story about food?",
    ),
    extend=(
        "How could a square with rows and columns show your product?",
        "Why is your product smaller than both fractions?",
        "What would the product be if one of the fractions were a whole?",
        "How does this differ from adding {a}/{b} and {c}/{b}?",
    ),
    check=(
        "Is your answer less than {a}/{b} and less than {c}/{b}, and should it be?",
        "What is half of {a}/{b}, and on which side of it should your answer be?",
        "How could a drawing with rows and columns test your answer?",
        "What would you get from {a}/{b} x 1, and how does your answer compare?",
    ),
    repair=(
        "Shade {a}/{b} of a square. Did you use rows or columns?",
        "Is {c}/{b} more or less than one whole?",
        "What does the sign between {a}/{b} and {c}/{b} ask you to do?",
        "Think of a half of a half. What do you see?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-08",
            name="keeps the common denominator",
            hint="multiplies the numerators but keeps the denominator, as in a sum",
            rule=lambda p: fraction(p.a * p.c, p.b),
            steps=lambda p: {"top": p.a * p.c},
            says=(
                "{a} times {c} is {top}, and the bottom stays {b}",
                "both bottoms are {b}, so the answer has {b} too",
                "when the bottoms match you keep them and just do the tops",
            ),
            reworded=("the {b} is already the same, so only {a} and {c} get timesed",),
            cues=(
                "overlap*",
                "crosswise",
                "both ways",
                "piece of a piece",
                "boxes",
                "as much as",
                "whole lawn",
                "half of a half",
                "tenth of a tenth",
                "take only",
                "leftover*",
                "shrink*",
                "grid",
                "all of {a}/{b}",
            ),
            turns={
                "conflict": (
                    "If you take only {c}/{b} of {a}/{b}, can you get as much as {wrong}?",
                    "How does {wrong} compare with all of {a}/{b}, and how should it compare?",
                    "Some pizza is leftover: {a}/{b}. You eat {c}/{b} of that. Could you have eaten {wrong} of a pizza?",
                    "Draw {a}/{b} and {wrong} as bars. Did the part you take only from {a}/{b} shrink?",
                ),
                "represent": (
                    "Shade {a}/{b} of a square in columns and {c}/{b} crosswise in rows. How large is one box?",
                    "Fold a sheet into {b} columns and crosswise into {b} rows. What part of the sheet is a single box?",
                    "In a square, let {a}/{b} and {c}/{b} overlap. Do the boxes of the overlap have size 1/{b}?",
                    "Cut one piece of 1/{b} into {b} bits. What is such a piece of a piece of the bar?",
                ),
                "simplify": (
                    "By your way 1/2 x 1/2 is 1/2. What is half of a half of an apple?",
                    "Think of a tenth of a tenth of a dollar. Would you say it is a dime?",
                    "Your way makes 2/3 x 2/3 more than a whole. How big is two thirds of a leftover cake?",
                    "Cut half of a half of a sheet of paper. How many such scraps fill the sheet?",
                ),
                "elicit": (
                    "What does a piece of a piece look like when {a}/{b} is cut once more?",
                    "You kept the {b}. When bars overlap crosswise, what does {b} count?",
                    "Which parts does your {b} name: those of the whole bar, or those of all of {a}/{b}?",
                    "How are the boxes in a picture of {a}/{b} x {c}/{b} made, and what are they called?",
                ),
            },
            source="ML fractions.keep_common_denominator_for_multiplication",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-08-A",
            name="adds instead",
            hint="adds the numerators and keeps the denominator",
            rule=lambda p: fraction(p.a + p.c, p.b),
            cues=("end to end", "joined", "put together", "plus"),
        ),
        PlausibleError(
            id="G35-FRA-08-B",
            name="adds the denominators",
            hint="multiplies the numerators and adds the denominators",
            rule=lambda p: fraction(p.a * p.c, 2 * p.b),
            cues=("doubled", "double", "twice {b}", "{b} and {b}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    ADDING_FRACTIONS,
    SUBTRACTING_FRACTIONS,
    WHOLE_TIMES_FRACTION,
    MULTIPLYING_FRACTIONS,
)
