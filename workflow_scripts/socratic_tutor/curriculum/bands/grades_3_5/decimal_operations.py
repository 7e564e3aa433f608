"""Grades 3 to 5: adding, subtracting and multiplying decimals."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import decimal, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- adding tenths ---


def _tenths(rng: random.Random, low: int = 0, high: int = 5) -> dict[str, Any]:
    a, b = rng.choice([(i, j) for i in range(2, 10) for j in range(2, 10) if i + j > 10])
    return {"u": rng.randint(low, high), "a": a, "v": rng.randint(low, high), "b": b}


ADDING_TENTHS = Family(
    id="decadd",
    grade_band="3-5",
    grade="5",
    ccss="5.NBT.B.7",
    topic="adding decimals",
    mission="add two decimals with tenths",
    vocabulary=("tenths", "ones", "decimal point"),
    sample=_tenths,
    larger=lambda rng: _tenths(rng, 20, 80),
    statements=(
        "{u}.{a} + {v}.{b} = ?",
        "Add {u}.{a} and {v}.{b}.",
        "What is the sum of {u}.{a} and {v}.{b}?",
    ),
    stories=(
        "{name} ran {u}.{a} miles before lunch and {v}.{b} miles after lunch. How many miles is that in all?",
        "A pot holds {u}.{a} liters of soup. {name} pours in {v}.{b} liters more. How many liters are in the pot?",
    ),
    reworded=("Put {u}.{a} and {v}.{b} together. How much do you have?",),
    solve=lambda p: decimal(Fraction(10 * (p.u + p.v) + p.a + p.b, 10)),
    trace=lambda p: {"tenths together": p.a + p.b, "tenths beside the new whole": p.a + p.b - 10},
    elicit=(
        "What does the {a} stand for in {u}.{a}?",
        "With strips and whole squares, what does {v}.{b} look like?",
        "Which digits of {u}.{a} and {v}.{b} count the same kind of part?",
        "About how large will the sum of {u}.{a} and {v}.{b} be?",
    ),
    extend=(
        "How could you show your sum on a number line?",
        "Which other two decimals have the sum you found?",
        "Where could you meet such a sum with money?",
        "What would change if one of the numbers had hundredths too?",
    ),
    check=(
        "How could you take {v}.{b} away again to test your sum?",
        "Is your sum larger than each number you added, and by how much?",
        "What do you get when you round both numbers first, and does your sum fit?",
        "Suppose these were dollars. Would your sum of money make sense?",
    ),
    repair=(
        "How many tenths does {u}.{a} show after the point?",
        "Shade the part of {v}.{b} after the point on a strip of tenths. What do you see?",
        "Which place comes right after the decimal point?",
        "Which digits would you like to begin with, those before the points or those after?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-03",
            name="tenths do not make a whole",
            hint="adds the digits after the point and writes the whole sum after the point",
            rule=lambda p: decimal(f"{p.u + p.v}.{p.a + p.b}"),
            applies_if=lambda p: p.a + p.b > 10,
            steps=lambda p: {"tenths": p.a + p.b, "wholes": p.u + p.v},
            says=(
                "{a} plus {b} is {tenths}, and that goes after the point",
                "{u} and {v} make {wholes} in front, and {a} and {b} make {tenths} behind",
                "I added both sides of the point by themselves and got {wholes} and {tenths}",
            ),
            reworded=("behind the dot you have {a} and {b}, so {tenths} is behind the dot now",),
            cues=(
                "dime*",
                "strip*",
                "single digit",
                "seat*",
                "hundredth*",
                "shorter",
                "shrink*",
                "shrank",
                "bundle*",
                "egg*",
                "minutes",
            ),
            turns={
                "conflict": (
                    "Jump 0.{a} on a number line, then 0.{b} more. How could 0.{tenths} be shorter than the first jump?",
                    "Compare 0.{tenths} with 0.{a}. Why might a part shrink when more is put in?",
                    "Shade 0.{a} on a strip and 0.{tenths} on a twin strip. What do you notice?",
                    "You have {a} dimes and find {b} dimes. Which coins would show the {tenths} in {wrong}?",
                ),
                "locate": (
                    "You wrote {tenths} after the point. Which place did its last digit land in: tenths or hundredths?",
                    "Each seat after the point takes a single digit. What did you put on the first seat?",
                    "Your {tenths} counts tenths. How does {wrong} get read aloud, with its hundredths?",
                    "In {wrong}, the digits of {tenths} sit on two seats. What does each seat count?",
                ),
                "analog": (
                    "Egg boxes hold 12. With {tenths} tenths, what is the box, and when is it full?",
                    "A clock has run 50 minutes, then 30 minutes more. Who would write 0 hours and 80 minutes?",
                    "Sticks are tied in tens. What happens to your bundles when loose sticks are too many?",
                    "You have {tenths} dimes in a jar. How would a bank write that as money, next to {wrong}?",
                ),
                "check": (
                    "Take {v}.{b} away from {wrong} with coins. Do you have your first dimes back?",
                    "Read {wrong} aloud place by place. How many hundredths did you start with?",
                    "Build {u}.{a} and {v}.{b} from strips of tenths. How does the pile compare with {wrong}?",
                    "Trade {tenths} dimes at a bank and write the amount. How does it compare with 0.{tenths}?",
                ),
            },
            source="MaE16; E611; H37638 family",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-03-A",
            name="loses the new whole",
            hint="keeps the last digit of the tenths and loses the new whole",
            rule=lambda p: decimal(f"{p.u + p.v}.{(p.a + p.b) % 10}"),
            cues=("threw away", "thrown away", "vanish*", "lost", "drop*"),
        ),
        PlausibleError(
            id="G35-DEC-03-B",
            name="leaves out the point",
            hint="adds as if there were no decimal point",
            rule=lambda p: integer(10 * (p.u + p.v) + p.a + p.b),
            cues=("no point", "without a point", "where is the point", "ten times"),
        ),
    ),
)

# --- adding decimals of different lengths ---


def _ragged(rng: random.Random) -> dict[str, Any]:
    x = f"{rng.randint(1, 12)}.{rng.randint(1, 9)}"
    y = f"{rng.randint(1, 12)}.{rng.randint(1, 9)}{rng.randint(1, 9)}"
    return {"x": x, "y": y}


def _digits(text: str) -> int:
    return int(text.replace(".", ""))


def _hundredths_text(n: int) -> str:
    return f"{n // 100}.{n % 100:02d}"


def _ragged_steps(p: Parameters) -> dict[str, Any]:
    return {
        "xn": _digits(p.x),
        "yn": _digits(p.y),
        "xe": int(p.x[-1]),
        "ye": int(p.y[-1]),
        "yt": int(p.y[-2]),
        "hop": _hundredths_text(_digits(p.x)),
    }


ADDING_RAGGED_DECIMALS = Family(
    id="decadd_rag",
    grade_band="3-5",
    grade="5",
    ccss="5.NBT.B.7",
    topic="adding decimals",
    mission="add two decimals that have different numbers of decimal places",
    vocabulary=("place value", "line up", "decimal point"),
    sample=_ragged,
    statements=(
        "{x} + {y} = ?",
        "Add {x} and {y}.",
        "Find the sum of {y} and {x}.",
    ),
    stories=(
        "{name} buys {x} pounds of apples and {y} pounds of pears. How many pounds of fruit is that?",
        "A snail crawls {y} inches, rests, and crawls {x} inches more. How many inches does it crawl in all?",
    ),
    reworded=("How much do {x} and {y} make when you put them together?",),
    solve=lambda p: decimal(Fraction(p.x) + Fraction(p.y)),
    trace=lambda p: {"tenths together": int(p.x[-1]) + int(p.y[-2])},
    elicit=(
        "What does each digit of {y} stand for?",
        "How would you write {x} and {y} one below the other?",
        "About how much is {x} plus {y}, in whole numbers?",
        "Which digit of {x} counts tenths?",
    ),
    extend=(
        "How could an estimate show that your sum makes sense?",
        "Suppose {x} had three decimal places. What would be new in your work?",
        "How would you show your sum with dollars and cents?",
        "Which step of your work depends most on place value?",
    ),
    check=(
        "Round {x} and {y} to whole numbers. Is your sum close to what they make?",
        "How could subtracting {x} from your sum test it?",
        "If these were dollars, what would each digit buy, and does your sum fit?",
        "What does a place value chart with both numbers say about your sum?",
    ),
    repair=(
        "Which whole numbers does {x} lie between?",
        "Read {y} aloud with tenths and hundredths. What do you say?",
        "Where is the decimal point in each of the two numbers?",
        "Write {x} on grid paper with one digit in each box. Which box is for the ones?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-04",
            name="lines up on the right",
            hint="lines up the last digits and puts the point in afterwards",
            rule=lambda p: decimal(_hundredths_text(_digits(p.x) + _digits(p.y))),
            steps=_ragged_steps,
            says=(
                "I put {xn} under {yn}, added, and gave it two places",
                "the {xe} goes under the {ye}, like with other numbers",
                "you start from the last digits, so {xe} and {ye} get added first",
            ),
            reworded=("I wrote both so that they end at the same spot and then I added",),
            cues=(
                "dime*",
                "penn*",
                "hop",
                "hops",
                "coin*",
                "chart",
                "live*",
                "family",
                "inches",
                "teammate*",
                "{hop}",
            ),
            turns={
                "locate": (
                    "You added the {xe} of {x} to the {ye} of {y}. In a place chart, where does each live?",
                    "If {x} and {y} were dollars, is the {xe} pennies or dimes, and what is the {ye}?",
                    "In your columns the {xe} of {x} and the {ye} of {y} are teammates. Which place does each come from?",
                    "Name the family of the {xe} in {x} and of the {ye} in {y}. What did you add together?",
                ),
                "conflict": (
                    "From {y} you got to {wrong}. How long is that hop, next to {x}?",
                    "Start at {y} on a number line and hop {x}. On which side of {wrong} do you land?",
                    "Putting {xn} below {yn} turns {x} into {hop}. How do {x} and {hop} compare?",
                    "Lay out {y} dollars in bills and coins, then add {x} dollars. How does {wrong} compare?",
                ),
                "simplify": (
                    "Try your way on 1 dollar and 25 cents. Which coins would go under which?",
                    "With 0.5 and 0.05, which one is a dime pile and which is a penny pile?",
                    "Use your columns for 20 and 0.01. What coins or bills meet in the last column?",
                    "Take 3.0 and 0.03 as coins. Would a bank treat both threes alike?",
                ),
                "check": (
                    "Round {x} and {y}, then look at {wrong}. How big a hop did you give to {x}?",
                    "Pay {x} dollars and {y} dollars with coins. What does the pile say about {wrong}?",
                    "Take {y} away from {wrong}. What hop is left, and is it the {x} you put in?",
                    "Write both numbers in a place chart and read {wrong} from it. What do you notice?",
                ),
            },
            source="E587; E1730; ML decimals.right_align_decimals; H37638",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-04-A",
            name="leaves out the hundredths",
            hint="leaves out the hundredths since the other number has none",
            rule=lambda p: decimal(Fraction(p.x) + Fraction(p.y[:-1])),
            cues=("left out", "thrown away", "drop*", "cut off", "lost"),
        ),
        PlausibleError(
            id="G35-DEC-04-B",
            name="adds the parts after the point as whole numbers",
            hint="adds the digits after the points as if they were whole numbers",
            rule=lambda p: decimal(
                f"{int(p.x.split('.')[0]) + int(p.y.split('.')[0])}.{int(p.x[-1]) + int(p.y[-2:])}",
            ),
            cues=("behind the point", "both sides", "after the points", "right of the point"),
        ),
    ),
)

# --- subtracting a decimal from a whole number ---


def _whole_minus_decimal(rng: random.Random, low: int = 11, high: int = 60) -> dict[str, Any]:
    part = rng.choice([n for n in range(11, 100) if n % 10 and n != 55])
    a = rng.randint(low, high)
    return {"a": a, "y": f"{rng.randint(2, min(9, a - 2))}.{part}"}


def _copied_steps(p: Parameters) -> dict[str, Any]:
    ib, part = p.y.split(".")
    return {"ib": ib, "part": part, "left": p.a - int(ib)}


def _copies_the_part(p: Parameters) -> str:
    ib, part = p.y.split(".")
    return f"{p.a - int(ib)}.{part}"


def _fills_up_to_a_hundred(p: Parameters) -> str:
    ib, part = p.y.split(".")
    return f"{p.a - int(ib)}.{100 - int(part):02d}"


SUBTRACTING_DECIMALS = Family(
    id="decsub",
    grade_band="3-5",
    grade="5",
    ccss="5.NBT.B.7",
    topic="subtracting decimals",
    mission="subtract a decimal from a whole number",
    vocabulary=("hundredths", "regroup", "difference"),
    sample=_whole_minus_decimal,
    larger=lambda rng: _whole_minus_decimal(rng, 200, 900),
    statements=(
        "{a} - {y} = ?",
        "Subtract {y} from {a}.",
        "What is {a} minus {y}?",
    ),
    stories=(
        "A roll has {a} feet of ribbon. {name} cuts off {y} feet. How many feet are left on the roll?",
        "{name} has {a} liters of paint and uses {y} liters. How many liters of paint are left?",
    ),
    reworded=("Begin with {a} and take {y} away. What remains?",),
    solve=lambda p: decimal(p.a - Fraction(p.y)),
    trace=lambda p: {"wholes after opening one": p.a - 1, "hundredths in the open whole": 100},
    elicit=(
        "Tell it as a story: what happens when {y} is taken away from {a}?",
        "Between which two whole numbers does {y} lie?",
        "How could you write {a} so that it has a decimal point too?",
        "About how much is left when {y} is taken from {a}?",
    ),
    extend=(
        "How could you count up from {y} to show that your difference fits?",
        "What would be left if {y} were taken away once more?",
        "Which part of this work needs a whole to be opened, and why?",
        "How would your work change if {a} had tenths as well?",
    ),
    check=(
        "What should your answer and {y} make together?",
        "How could you count up from {y} to {a} to test your answer?",
        "Round {y} to a whole number and subtract. Is your answer close?",
        "What would the change be at a shop that asks {y} dollars, and does your answer fit?",
    ),
    repair=(
        "How much is left of {a} after you take away just one whole?",
        "Does {a} show any hundredths, and what could stand there?",
        "Say {y} with ones and hundredths. What do you say?",
        "Which part of {y} gives you trouble, the front or the end?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-05",
            name="copies the decimal digits",
            hint="subtracts the whole parts and copies the decimal part",
            rule=lambda p: decimal(_copies_the_part(p)),
            steps=_copied_steps,
            says=(
                "{a} minus {ib} is {left}, and the {part} just comes down",
                "nothing is above the {part}, so it stays",
                "I took {ib} from {a} and kept point {part}",
            ),
            reworded=("there is no number over the {part}, so you bring it down",),
            cues=(
                "put back",
                "pour*",
                "back in",
                "out of nowhere",
                "above {left}",
                "beyond {left}",
                "past {left}",
                "cashier",
                "receipt*",
                "glue",
                "still owe",
                "giving",
                "gave",
                "gift",
                "cookie*",
            ),
            turns={
                "check": (
                    "Suppose {y} is put back with {wrong}. What total do you reach, and what should it be?",
                    "Glue a ribbon of {y} feet to one of {wrong} feet. How long is the new one, next to {a}?",
                    "Pour {y} liters back in with your {wrong} liters. What would the pail hold now?",
                    "A cashier hands out {wrong} from {a} for a price of {y}. How could a receipt test that?",
                ),
                "conflict": (
                    "After taking only {ib} you are at {left}. How can taking even more land beyond {left}?",
                    "On a line, step back {ib} from {a}. Which way must you go next, and is {wrong} past {left}?",
                    "You paid {ib} dollars of {y} and hold {left}. If you still owe something, what happens to {left}?",
                    "Your {wrong} lies above {left}. How can that be when a part is still to be taken?",
                ),
                "elicit": (
                    "There was no {part} in {a}. Does the {part} in {wrong} tell of taking or of giving?",
                    "What did you do with the {part} of {y}: was it a gift to {left} or something else?",
                    "Tell me the story of your {part} in {wrong}. Where was it in {a}, or did it come out of nowhere?",
                    "Think of {a} as {a} dollars. What happens to {part} cents of it when you are giving {y} away?",
                ),
                "simplify": (
                    "You have 5 cookies and eat 1 and a half. How many full cookies are on the plate?",
                    "You hold 3 dollars and owe a friend a quarter. After giving it, on which side of 3 are you?",
                    "Ten cookies lie there, and a crumb of one is eaten. On which side of ten is the rest?",
                    "By your way 2 minus 0.25 is 2.25. Whose gift was that quarter?",
                ),
            },
            source="MaE17; H37984",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-05-A",
            name="ignores the decimal part",
            hint="subtracts the whole parts only",
            rule=lambda p: integer(p.a - int(p.y.split(".")[0])),
            cues=("left out", "forgot", "ignore*", "never used"),
        ),
        PlausibleError(
            id="G35-DEC-05-B",
            name="opens a whole but keeps it",
            hint="takes the hundredths from a new whole and keeps all wholes",
            rule=lambda p: decimal(_fills_up_to_a_hundred(p)),
            cues=("opened", "for free", "hundred cents", "came from"),
        ),
    ),
)

# --- multiplying decimals ---


def _two_decimals(rng: random.Random) -> dict[str, Any]:
    y = rng.choice([n for n in range(2, 30) if n % 10])
    return {"x": f"0.{rng.randint(2, 9)}", "y": f"{y // 10}.{y % 10}"}


def _product_steps(p: Parameters) -> dict[str, Any]:
    return {"dx": _digits(p.x), "dy": _digits(p.y), "n": _digits(p.x) * _digits(p.y)}


MULTIPLYING_DECIMALS = Family(
    id="decmul",
    grade_band="3-5",
    grade="5",
    ccss="5.NBT.B.7",
    topic="multiplying decimals",
    mission="multiply two decimals with tenths",
    vocabulary=("product", "tenths", "hundredths"),
    sample=_two_decimals,
    statements=(
        "{x} x {y} = ?",
        "Multiply {x} by {y}.",
        "What is the product of {x} and {y}?",
    ),
    stories=(
        "A path is {y} miles long. {name} walks {x} of it. How many miles does {name} walk?",
        "A can holds {y} liters of paint. {name} uses {x} of the can. How many liters does {name} use?",
    ),
    reworded=("Find {x} of {y} and write it as a decimal.",),
    solve=lambda p: decimal(Fraction(p.x) * Fraction(p.y)),
    trace=lambda p: {"product of the digits": _digits(p.x) * _digits(p.y)},
    elicit=(
        "What does {x} of {y} mean in a picture?",
        "Is {x} more or less than one whole?",
        "How would you shade {x} of a square grid?",
        "About how big do you expect {x} x {y} to be?",
    ),
    extend=(
        "How could a grid of 100 squares show your product?",
        "Why does a tenth of a tenth have its own name?",
        "What would the product be like if {x} were ten times as large?",
        "Which two other decimals have the same product?",
    ),
    check=(
        "Should {x} of {y} be more or less than {y}, and does your answer agree?",
        "How could you use fractions over 10 to test your product?",
        "What is half of {y}, and on which side of it should your answer be?",
        "How could dollars and cents show whether your product makes sense?",
    ),
    repair=(
        "How many tenths make {x}?",
        "Is {y} closer to 0, to 1 or to 2?",
        "Draw a strip for {y}. How would you mark {x} of it?",
        "Read {x} aloud as tenths. What do you say?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-06",
            name="keeps one decimal place",
            hint="gives the product one decimal place, as in a sum",
            rule=lambda p: decimal(Fraction(_digits(p.x) * _digits(p.y), 10)),
            steps=_product_steps,
            says=(
                "{dx} times {dy} is {n}, and then I put in one decimal place",
                "both numbers have one digit after the point, so {n} gets one too",
                "the points are lined up, so {dx} times {dy} makes {n} with one place",
            ),
            reworded=("I got {n} from {dx} and {dy} and moved the point once, because it is tenths",),
            cues=(
                "stretch*",
                "piece of",
                "grid",
                "overlap*",
                "longer than",
                "all of {y}",
                "full {y}",
                "hiker*",
                "bottle*",
                "tenth of a tenth",
                "grow*",
                "grew",
                "strip*",
            ),
            turns={
                "conflict": (
                    "You take just {x} of {y}. How can {wrong} be longer than the {y} you take it from?",
                    "A hiker does {x} of a trail of {y} miles. What would a result of {wrong} mean for that hiker?",
                    "Write down all of {y}, that is 1 times {y}. How does {wrong} compare with it?",
                    "Pour {x} of a bottle with {y} liters into a pot. Where would your {wrong} come from?",
                ),
                "represent": (
                    "Draw a strip that is {y} long and mark {x} of it. Where would {wrong} be?",
                    "Shade {x} of a 10 by 10 grid one way. What does a tenth of a tenth look like there?",
                    "On a grid, let {x} run across and tenths run down. What is the overlap of two such strips?",
                    "Put 0, {y} and {wrong} on a number line. Where would you look for a piece of {y}?",
                ),
                "simplify": (
                    "What is a tenth of a tenth of a dollar in coins, and does your rule agree?",
                    "Use your way on 0.1 x 0.1. Is a tenth of a tenth as big as a tenth?",
                    "By your rule 0.5 x 0.5 is 2.5. Would a piece of a half grow like that?",
                    "Your rule makes 0.1 x 7.0 come out as 7. What would a strip of 7 tell you?",
                ),
                "check": (
                    "Divide {wrong} by {x} on a calculator. Do you get the full {y} back?",
                    "Which is longer, a strip of {wrong} or a strip of {y}, and which should be?",
                    "How could a grid of a hundred small squares test {wrong}?",
                    "Round {x} up to 1, so you take all of {y}. On which side of that should a piece of it be?",
                ),
            },
            source="E2481; COMTA(0.2 x 0.3 = 0.6)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-06-A",
            name="adds instead",
            hint="adds the two decimals",
            rule=lambda p: decimal(Fraction(p.x) + Fraction(p.y)),
            cues=("put together", "joined", "side by side", "plus"),
        ),
        PlausibleError(
            id="G35-DEC-06-B",
            name="moves the point too far",
            hint="gives the product three decimal places",
            rule=lambda p: decimal(Fraction(_digits(p.x) * _digits(p.y), 1000)),
            cues=("thousandth*", "too small", "three places", "speck*"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    ADDING_TENTHS,
    ADDING_RAGGED_DECIMALS,
    SUBTRACTING_DECIMALS,
    MULTIPLYING_DECIMALS,
)
