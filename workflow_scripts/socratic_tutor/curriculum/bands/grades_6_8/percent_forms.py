"""Grades 6 to 8: decimals and fractions written as percents."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import percent, terminates
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- decimal to percent -----------------------------------------------------------------------


def _tenths(rng: random.Random) -> dict[str, Any]:
    whole = 0 if rng.random() < 0.4 else rng.randint(1, 8)
    return {"d": f"{whole}.{rng.randint(1 if whole else 2, 9)}"}


def _above_or_below(p: Parameters) -> dict[str, Any]:
    return {"digits": int(p.d.replace(".", ""))}


DECIMAL_TO_PERCENT = Family(
    id="dec2pct",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.3c",
    topic="decimal to percent",
    mission="write a decimal as a percent",
    vocabulary=("percent", "hundredths"),
    sample=_tenths,
    statements=(
        "Write {d} as a percent.",
        "{d} = ?%",
        "Which percent is equal to the decimal {d}?",
    ),
    stories=(
        "A phone app shows that {name} has walked {d} times the step goal for today. How would the app show that as a percent?",
        "This year a club is {d} times as large as last year. What percent of last year's size is that?",
    ),
    reworded=(
        "Rename {d} using the % sign.",
        "{name} reads {d} on a screen that should show percents. What should the screen show?",
    ),
    solve=lambda p: percent(100 * Fraction(p.d)),
    elicit=(
        "How do you read {d} aloud, with its place value?",
        "What does the sign % say about the number in front of it?",
        "Compared with 1 whole, how large is {d}?",
        "Which decimals do you already know as percents?",
    ),
    extend=(
        "How would {d} look as a fraction, and how does that fit with your percent?",
        "What happens to the percent if the decimal gets ten times as small?",
        "Which decimals turn into percents that are over 100, and why?",
        "How would you explain the way back, from a percent to a decimal?",
    ),
    check=(
        "You know what 0.5 is as a percent. On which side of it should {d} come out, and where is yours?",
        "Turn your percent back into a fraction over 100. How does that fraction compare with {d}?",
        "The decimal 1 stands for everything. How does your percent for {d} fit with that?",
        "Shade {d} on hundred grids. How many small squares do you count, compared with your percent?",
    ),
    repair=(
        "Is {d} less than 1 whole or more than 1 whole?",
        "Which digit of {d} stands right after the point, and what is that place called?",
        "What percent do people use when they mean all of something?",
        "How would you shade {d} on grids of a hundred squares?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-07",
            name="removes the point",
            hint="drops the decimal point and reads the digits as the percent",
            rule=lambda p: percent(int(p.d.replace(".", ""))),
            steps=_above_or_below,
            says=(
                "percents have no point, so {d} is just {digits}",
                "I took the point out of {d}",
                "the digits say {digits}, so it is {wrong}",
            ),
            reworded=(
                "without the dot {d} reads {digits}",
                "I erased the dot and put % at the end",
            ),
            cues=("grid*", "penny", "pennies", "0.01", "tiny squares", "two places", "0.50", "quarter*"),
            turns={
                "represent": (
                    "Shade {d} on grids with 100 little squares each. How many squares did you shade, compared with {digits}?",
                    "Each square of a hundred grid is one percent. What do {digits} of these squares look like next to {d}?",
                    "Draw whole grids and parts of grids for {d}. How much of that could {digits} tiny squares cover?",
                    "A penny is one percent of a dollar. If {d} times a dollar were paid in pennies, how far would {digits} of them go?",
                ),
                "conflict": (
                    "Put 0.09 and 0.4 of a dollar through your way. Which percent is larger, and which pile of pennies?",
                    "A full dollar is 100%. How do {digits} pennies compare with {d} times a dollar?",
                    "Your way makes 0.5 into 5%. How many squares of a hundred grid would half of it be?",
                    "Run 0.50 and 0.5 through your way. How can the same amount give those results?",
                ),
                "elicit": (
                    "You wrote {wrong}. In a hundred grid, what does one of those {digits} stand for?",
                    "How many pennies make a dollar, and what would {digits} pennies be in such a dollar?",
                    "Tell me what 0.01 looks like on a grid. How many of those make up your {wrong}?",
                    "Sketch {wrong} of a grid. How does your sketch compare with {d} times the grid?",
                ),
            },
            source="E364; E61",
        ),
        Misconception(
            id="G68-PCT-08",
            name="just adds the sign",
            hint="writes the percent sign after the decimal and changes nothing else",
            rule=lambda p: percent(Fraction(p.d)),
            says=(
                "I put the % after {d}",
                "a percent is a number with % behind it",
                "{d} and {wrong} are the same number",
            ),
            reworded=(
                "the sign % only tells you that it is a percent, so {d} stays",
                "nothing about {d} has to be different",
            ),
            cues=(
                "battery",
                "1%",
                "{d} stars",
                "juice*",
                "dozen",
                "centimeter*",
                "cents",
                "coin*",
                "all of it",
                "mean the same",
            ),
            turns={
                "conflict": (
                    "A battery at 100% is full, so all of it is there. What number would your way write for a full battery?",
                    "Write 1 whole with your way. How long would a battery at that percent last?",
                    "Your way turns 1 into 1%. Who has more, a person with all of it or with that?",
                    "Show {wrong} of a liter of juice. How does that glass compare with {d} liters of juice?",
                ),
                "analog": (
                    "In 3 dozen, the word dozen changes what the 3 is worth. What does the sign in {wrong} do to the {d}?",
                    "Writing 5 meters as 5 centimeters keeps the number. What does it do to the length?",
                    "Seven dollars and seven cents share a number. What makes them so unlike, and where is that in your work?",
                    "Trade a pile of coins worth 3 dollars for 3 cents. Who gains, and how is your % sign like that?",
                ),
                "check": (
                    "Find 1% of 200 coins, and then {wrong} of 200 coins. How far is that from {d} times 200?",
                    "Weigh {d} times 100 grams of coins and then {wrong} of 100 grams. Which pile is heavier?",
                    "Spell your answer as a fraction: {d} out of 100 coins. How much of the heap is that, next to {d} heaps?",
                    "A battery that lasts 1000 minutes has {wrong} of its charge. How many minutes is that, and how many are {d} times its charge?",
                ),
            },
            source="E1965",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-07-A",
            name="moves the point the wrong way",
            hint="moves the point as if dividing by 100",
            rule=lambda p: percent(Fraction(p.d) / 100),
            cues=("shrink*", "shrank", "to the left", "extra zeros", "close to nothing"),
        ),
    ),
)


# --- fraction to percent ----------------------------------------------------------------------

_FRACTIONS = [
    (a, b) for b in (2, 4, 5, 8, 10, 20, 25, 50) for a in range(1, b) if Fraction(a, b).denominator == b
]


def _proper_fraction(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice(_FRACTIONS)
    return {"a": a, "b": b}


def _large_denominator(rng: random.Random) -> dict[str, Any]:
    b = rng.choice([80, 125, 200, 250, 400])
    return {"a": rng.choice([n for n in range(1, b) if Fraction(n, b).denominator == b]), "b": b}


FRACTION_TO_PERCENT = Family(
    id="frac2pct",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.3c",
    topic="fraction to percent",
    mission="write a fraction as a percent",
    vocabulary=("percent", "denominator"),
    sample=_proper_fraction,
    larger=_large_denominator,
    statements=(
        "Write {a}/{b} as a percent.",
        "{a}/{b} = ?%",
        "Which percent is equal to {a}/{b}?",
    ),
    stories=(
        "{name} scored {a} out of {b} points on a quiz. What percent of the points is that?",
        "Of the {b} seats in a row, {name} has reserved {a}. What percent of the seats is that?",
    ),
    reworded=(
        "Express the fraction {a}/{b} with the % sign.",
        "In a bag of {b} beads {name} finds {a} with a crack. Give that part of the bag in percent.",
    ),
    solve=lambda p: percent(Fraction(100 * p.a, p.b)),
    trace=lambda p: {"percent of a single part": percent(Fraction(100, p.b)).text} if p.a != 1 else {},
    elicit=(
        "What does {a}/{b} mean as a part of something whole?",
        "Which fractions do you already know as percents?",
        "Is {a}/{b} closer to nothing, to half or to all of it?",
        "How would you explain the sign % to a younger student?",
    ),
    extend=(
        "What percent is missing from {a}/{b} to make the whole?",
        "How could a second method, such as a decimal, give the same percent?",
        "For which denominators is the change to a percent especially easy, and why?",
        "How would a fraction with a top larger than {b} look as a percent?",
    ),
    check=(
        "Is {a}/{b} more or less than half, and does your percent say the same about 50%?",
        "Write your percent over 100 and compare it with {a}/{b}. What would show you that the two fractions are equal?",
        "Find the percent for the part that is missing. What should the two percents make together?",
        "Draw a bar with {b} equal parts and 100% at its end. How near is your percent to the mark for {a}/{b}?",
    ),
    repair=(
        "Into how many equal parts is the whole cut here?",
        "What percent stands for all {b} of the {b} parts?",
        "Sketch a bar for {a}/{b}. Which parts of it would you color?",
        "What would you call {a} out of {b} in everyday words?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-09",
            name="glues the digits",
            hint="writes the numerator and the denominator side by side as one number",
            rule=lambda p: percent(int(f"{p.a}{p.b}")),
            applies_if=lambda p: int(f"{p.a}{p.b}") * p.b != 100 * p.a,
            says=(
                "{a} and {b} together read {wrong}",
                "I wrote the {a} and then the {b} and put the sign behind",
                "the fraction has {a} on top and {b} below, so it is {wrong}",
            ),
            reworded=(
                "you take away the line of the fraction and get {wrong}",
                "first comes {a}, next comes {b}, and that is the percent",
            ),
            cues=("1/1", "2/4", "pizza", "half of", "all {b}", "same amount", "half full", "{b} out of {b}"),
            turns={
                "simplify": (
                    "Use your way on 1/1, the whole pizza. Which percent does it give for having everything?",
                    "Eat 1/1 of a sandwich. What would your way call that in percent, and what would you call it?",
                    "A glass is half full. Write that as a fraction and run it through your way: what comes out?",
                    "One kid eats 1/2 of a pizza, another 2/4. What percents does your way give them, and who ate more?",
                ),
                "conflict": (
                    "Your way calls 1/4 of a pizza 14%. What do the percents of all such pieces make together?",
                    "If all {b} of {b} parts are colored, what percent should it be, and what would your way write?",
                    "Double both the {a} and the {b} for a fraction of the same amount. What does your way turn that fraction into?",
                    "A test with {b} out of {b} points is perfect. How would your way grade it in percent?",
                ),
                "check": (
                    "Say {wrong} as so many out of 100. How could you show that it is not the same amount as the fraction?",
                    "Sketch a bar cut into {b} parts with {a} of them colored. Half of the bar is 50%: where would {wrong} go?",
                    "Put {wrong} and 100% on a number line, where 100% means all {b} parts. Where should the mark for {a} of these parts land?",
                    "Fill in the rest: some percent must stand for all {b} parts. How much room does {wrong} leave for the others?",
                ),
            },
            source="E1786",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-09-A",
            name="puts the sign on the decimal",
            hint="turns the fraction into a decimal and only adds the percent sign",
            rule=lambda p: percent(Fraction(p.a, p.b)),
            applies_if=lambda p: terminates(Fraction(p.a, p.b)),
            cues=("less than 1%", "point", "tiny crumb", "hundredth*"),
        ),
        PlausibleError(
            id="G68-PCT-09-B",
            name="takes the denominator as percent",
            hint="takes the bottom number as the percent",
            rule=lambda p: percent(p.b),
            applies_if=lambda p: p.b * p.b != 100 * p.a,
            cues=("forget the {a}", "other tops", "more slices cut", "bottom alone"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (DECIMAL_TO_PERCENT, FRACTION_TO_PERCENT)
