"""Grades 6 to 8: ratios and rates."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd
from typing import Any

from socratic_tutor.curriculum.answers import fraction, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _recipe(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 13), 2)
    return {"a": a, "b": b, "target": a * rng.randint(3, 7)}


def _large_recipe(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(13, 31), 2)
    return {"a": a, "b": b, "target": a * rng.randint(7, 12)}


def _factor(p: Parameters) -> int:
    return int(p.target // p.a)


# --- equivalent ratios ---
EQUIVALENT_RATIOS = Family(
    id="ratio_eq",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.3",
    topic="equivalent ratios",
    mission="find the missing number in an equivalent ratio",
    vocabulary=("ratio", "equivalent", "scale"),
    sample=_recipe,
    larger=_large_recipe,
    statements=(
        "{a}:{b} = {target}:? Find the missing number.",
        "The ratios {a}:{b} and {target}:? are equivalent. What number is missing?",
    ),
    stories=(
        "A recipe uses {a} cups of milk for {b} cups of flour. How much flour goes with {target} cups of milk?",
        "{name} mixes {a} cans of yellow paint with {b} cans of blue. "
        "How many cans of blue go with {target} cans of yellow for the same green?",
    ),
    reworded=(
        "When the first amount is {a}, the second is {b}. What is the second when the first is {target}?",
    ),
    solve=lambda p: integer(p.b * _factor(p)),
    trace=lambda p: {"scale factor": _factor(p)},
    elicit=(
        "What does {a}:{b} tell you about how the two amounts belong together?",
        "Which two of the three given numbers describe the same thing?",
        "If you made the mixture {a}:{b} a second time, what would you have altogether?",
        "How could a table with two rows help you to get from {a}:{b} further on?",
    ),
    extend=(
        "How would you find the partner of a first amount that is no multiple of {a}?",
        "What would a graph of all the pairs that are equivalent to {a}:{b} look like?",
        "Which is the smallest pair of whole numbers with the same ratio as {a}:{b}?",
        "How could you use division to compare your new pair with {a}:{b}?",
    ),
    check=(
        "If you simplify your new ratio as far as you can, do you get the same as from {a}:{b}?",
        "How many times does {b} go into your result, and {a} into {target}?",
        "Would a mixture with your numbers taste or look the same as {a}:{b}?",
        "What does each pair give when you divide its first number by its second?",
    ),
    repair=(
        "Which number belongs to {target} in the ratio, the first or the second?",
        "Can you put {a} and {b} into a small table?",
        "What would two portions of {a}:{b} be?",
        "What does the colon in {a}:{b} mean to you?",
    ),
    misconceptions=(
        Misconception(
            id="G68-RAT-01",
            name="adds instead of multiplying",
            hint="adds the same amount to both sides of the ratio",
            rule=lambda p: integer(p.b + p.target - p.a),
            steps=lambda p: {"gap": p.target - p.a},
            says=(
                "from {a} to {target} you add {gap}, so I added {gap} to {b} as well",
                "you have to do the same to both sides, so plus {gap} on both",
                "the two numbers have to stay the same distance apart",
            ),
            reworded=("the first one went up by {gap}, and then the second one goes up by {gap} too",),
            cues=(
                "cross out",
                "cut both",
                "shrink*",
                "divided by the first",
                "simplest form",
                "batch*",
                "lemonade",
                "taste*",
                "weaker",
                "sweeter",
                "portion after portion",
                "next row",
                "extra {gap}",
                "{gap} extra",
                "1 to 10",
                "bicycle*",
                "photo*",
                "spoon*",
                "started from nothing",
            ),
            turns={
                "conflict": (
                    "Prepare {a} and {b} as one batch and then the same again. What does your way of adding say about two batches?",
                    "You put in {gap} extra of each, in equal amounts. Is that how {a} and {b} stand to each other, equal?",
                    "Pour {gap} of the first and {gap} of the second into a bowl. Does that bowl hold batches of {a}:{b}?",
                    "Look only at what you added, an extra {gap} on each side. What ratio does that part have?",
                ),
                "simplify": (
                    "A lemonade needs 1 lemon for 10 cups. By your way, how many cups would 2 lemons flavor?",
                    "A syrup drink is mixed 1 to 10. If the 1 grows to 11, what does adding give, and how does it taste?",
                    "Each bicycle has 2 wheels. How many wheels would your way give when 1 bicycle becomes 9 bicycles?",
                    "One spoon of cocoa goes into 15 cups. What does your way predict for 50 spoons, and is it just as sweet?",
                ),
                "analog": (
                    "A photo is 2 inches by 20 inches. If both sides grow by 18 inches, does it still look like the old photo?",
                    "Enlarge a photo of a tall tower by adding the same length to both sides. What happens to its shape?",
                    "A lemonade with little syrup and much water gets a glass of each. Does it taste weaker, sweeter or unchanged?",
                    "A shop has 200 bicycles with 400 wheels. When 300 more bicycles come in, how many more wheels come with them?",
                ),
                "represent": (
                    "Start a table with {a} and {b}. What would you write in the next row if the mixture is made once more?",
                    "Draw {a} circles and {b} squares as one batch. What does the drawing look like after another batch?",
                    "Build the mixture portion after portion in a picture. Where in that picture do you see {gap} squares added?",
                    "Show one batch as a strip of {a} red and {b} white boxes. How does the strip grow when you repeat it?",
                ),
                "check": (
                    "Cut both numbers of your new pair, {target} and {wrong}, down to simplest form. Do you meet {a}:{b} in its simplest form?",
                    "Take the second number divided by the first, for {a}:{b} and for {target}:{wrong}. What do the two results tell you?",
                    "Shrink your pair {target}:{wrong} step by step, keeping the mix. Will you ever pass {a}:{b}?",
                    "Show {target}:{wrong} to a friend without the story. Which ratio would your friend shrink it to, {a}:{b} or another?",
                ),
            },
            source="ML ratios.additive_instead_of_multiplicative; E276; E306",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-RAT-01-A",
            name="always doubles",
            hint="doubles the second number whatever the first one did",
            rule=lambda p: integer(2 * p.b),
            cues=("doubled", "twice {b}", "half of {target}", "why double", "twice as"),
        ),
        PlausibleError(
            id="G68-RAT-01-B",
            name="adds the factor",
            hint="finds the factor between the first numbers and adds it to the second",
            rule=lambda p: integer(p.b + _factor(p)),
            steps=lambda p: {"factor": _factor(p)},
            cues=("added the factor", "plus {factor}", "{factor} groups", "times as many", "how many times"),
        ),
    ),
)


def _coprime(rng: random.Random, low: int, high: int) -> dict[str, Any]:
    while True:
        a, b = rng.sample(range(low, high), 2)
        if gcd(a, b) == 1:
            return {"a": a, "b": b}


def _two_colors(rng: random.Random) -> dict[str, Any]:
    return _coprime(rng, 2, 16)


def _two_large_colors(rng: random.Random) -> dict[str, Any]:
    return _coprime(rng, 16, 60)


# --- from a ratio to a fraction of the whole ---
PART_OF_THE_WHOLE = Family(
    id="part_whole",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.1",
    topic="ratios and fractions",
    mission="turn a ratio of two parts into a fraction of the whole",
    vocabulary=("ratio", "part", "whole"),
    sample=_two_colors,
    larger=_two_large_colors,
    statements=(
        "Red and blue counters are in the ratio {a}:{b}. What fraction of the counters are red?",
        "A pattern has red and blue squares in the ratio {a}:{b} and no others. Which fraction of the squares is red?",
    ),
    stories=(
        "The ratio of red to blue beads on a string is {a}:{b}. What fraction of the beads are red?",
        "In a box of tiles there are only red and blue ones, in the ratio {a}:{b}. What fraction of the tiles are red?",
    ),
    reworded=(
        "For every {a} red ones there are {b} blue ones and nothing else. What part of everything is red?",
    ),
    solve=lambda p: fraction(p.a, p.a + p.b),
    trace=lambda p: {"parts in one set": p.a + p.b},
    elicit=(
        "What does {a}:{b} compare, in your own words?",
        "What would you need to know to name the red ones as a fraction?",
        "How would you draw the smallest set that has the ratio {a}:{b}?",
        "When somebody says 'a fraction of it', what is 'it' in this problem?",
    ),
    extend=(
        "Which fraction is blue, and how do the two fractions belong together?",
        "How would your fraction change if one more blue one came into each set?",
        "What percent is red, at least roughly?",
        "How would you go back from your fraction to the ratio?",
    ),
    check=(
        "If you find the blue fraction in the same way, what do both fractions add up to?",
        "Can you draw one set and see your fraction in the picture?",
        "Is your fraction less than a whole, as a part should be?",
        "Suppose there were 100 sets; would your fraction of everything be the red ones?",
    ),
    repair=(
        "Which number of {a}:{b} belongs to blue?",
        "Can you draw the red ones of one set?",
        "What two things does {a}:{b} compare?",
        "What does the bottom number of a fraction stand for?",
    ),
    misconceptions=(
        Misconception(
            id="G68-RAT-02",
            name="part-to-part as part-to-whole",
            hint="writes the other part of the ratio below the fraction bar",
            rule=lambda p: fraction(p.a, p.b),
            says=(
                "the ratio is {a} to {b}, so as a fraction it is {a} over {b}",
                "a ratio is the same as a fraction, you only write it with a bar",
                "red comes first, so it is on top, and blue is on the bottom",
            ),
            reworded=("I changed the two dots into a fraction line and kept {a} and {b} where they were",),
            cues=(
                "{b}/{a}",
                "bottom number",
                "stand in the bottom",
                "pizza*",
                "boys and girls",
                "handful",
                "scatter*",
                "under the bar",
                "below the bar",
                "missing from",
                "also lie",
                "1 cat",
                "win*",
            ),
            turns={
                "conflict": (
                    "Find the blue fraction in your way, {b}/{a}. What do your two fractions make together?",
                    "By your way red is {wrong} and blue is {b}/{a}. How much of everything would that be?",
                    "If {wrong} were red, what would blue be? See what happens when {b}/{a} joins it.",
                    "A friend who wants to know the blue fraction hears {b}/{a} from you. How can {wrong} and {b}/{a} both be true of this set?",
                ),
                "locate": (
                    "Your bottom number is {b}. Which ones did you count for it, and which ones did you not?",
                    "What is the {b} under the bar a number of? Think about what a fraction needs there.",
                    "Scatter one set on the table. Which ones are missing from the {b} in your fraction?",
                    "Who is counted below the bar in {wrong}? Tell me about the ones left aside.",
                ),
                "simplify": (
                    "A home has 1 cat and 1 dog, a ratio of 1:1. What fraction of the pets would your way call cats?",
                    "In a group with 1 boy and 3 girls, boys and girls are 1:3. Does one third fit the boys there?",
                    "A team has 6 wins and 2 losses. What would your way give as its fraction of wins?",
                    "Cut a pizza so that you get 1 slice and I get 1 slice. What fraction of the pizza does your way say?",
                ),
                "elicit": (
                    "What should the bottom number of a fraction tell about a set like this?",
                    "Take a handful that holds exactly one set. What do you see in it besides the {b} blue ones?",
                    "What does {b} count in your {wrong}, and do the red ones also lie in that count?",
                    "How would you explain to a friend why the blue ones alone stand in the bottom of {wrong}?",
                ),
            },
            source="E181; E221; E327",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-RAT-02-A",
            name="names the other part",
            hint="gives the fraction of the other color",
            rule=lambda p: fraction(p.b, p.a + p.b),
            cues=("which color", "asks about", "color does", "blue fraction you", "on top stands {b}"),
        ),
        PlausibleError(
            id="G68-RAT-02-B",
            name="one part only",
            hint="counts a color as a single part",
            rule=lambda p: fraction(1, p.a + p.b),
            cues=("single", "only one red", "each red", "one part", "top number 1"),
        ),
    ),
)


def _shares(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b = rng.randint(3, 9), rng.randint(2, 9)
        part = rng.randint(2, 24)
        total = part * (a + b)
        if total % a == 0 and gcd(a, b) == 1 and total <= 200:
            return {"a": a, "b": b, "t": total}


def _large_shares(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice(((3, 8), (5, 7), (4, 11), (7, 9), (8, 13)))
    return {"a": a, "b": b, "t": a * rng.randint(7, 18) * (a + b)}


def _one_part(p: Parameters) -> int:
    return int(p.t // (p.a + p.b))


# --- sharing in a ratio ---
SHARING_IN_A_RATIO = Family(
    id="share",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.3",
    topic="sharing in a ratio",
    mission="share an amount in a given ratio",
    vocabulary=("ratio", "parts", "total"),
    sample=_shares,
    larger=_large_shares,
    statements=(
        "Split {t} in the ratio {a}:{b}. How large is the first share?",
        "Two shares of {t} are in the ratio {a}:{b}. Find the first share.",
    ),
    stories=(
        "{t} cards are shared between {name} and {friend} in the ratio {a}:{b}. How many does {name} get?",
        "{name} and {friend} earn {t} dollars and split them in the ratio {a}:{b}, {name} first. How much is for {name}?",
    ),
    reworded=(
        "An amount of {t} goes to two people. For every {a} of the first, the second has {b}. What has the first?",
    ),
    solve=lambda p: integer(p.a * _one_part(p)),
    trace=lambda p: {"equal parts altogether": p.a + p.b, "size of one part": _one_part(p)},
    elicit=(
        "What does {a}:{b} say about who gets how much?",
        "Which share will be the larger one, and how can you tell?",
        "How would you hand out {t} things fairly in the ratio {a}:{b}, a round at a time?",
        "What picture with boxes could show the ratio {a}:{b}?",
    ),
    extend=(
        "How large is the other share, and how do both compare with {t}?",
        "What fraction of {t} is the first share?",
        "How would the first share change if the ratio were turned around?",
        "What would you do if a third person joined the ratio?",
    ),
    check=(
        "What is left of {t} after your share, and is your share to the rest as {a} to {b}?",
        "Do both shares together make {t} again?",
        "Compare {a} with {b}: should the first share be above or below half, and is yours?",
        "When you simplify your share to the other share, does {a}:{b} come out?",
    ),
    repair=(
        "Who gets more, the first or the second?",
        "What is the amount that is being shared?",
        "Can you draw {a} boxes for the first share?",
        "Which number of {a}:{b} belongs to the second share?",
    ),
    misconceptions=(
        Misconception(
            id="G68-RAT-03",
            name="divides the total by one side",
            hint="divides everything by one number of the ratio",
            rule=lambda p: lowest(Fraction(p.t, p.a)),
            steps=lambda p: {"rest": p.t - p.t // p.a},
            says=(
                "the number for the first one is {a}, so I did {t} divided by {a}",
                "{t} has to be split by {a}",
                "I took {t} and made {a} groups, and one of them is the share",
            ),
            reworded=("the ratio starts with {a}, so {t} gets cut into {a} pieces",),
            cues=(
                "share of {wrong}",
                "beside {rest}",
                "by the same way",
                "promise*",
                "{rest}",
                "other person",
                "second person",
                "{b} never",
                "role of {b}",
                "{b} was",
                "{b} were",
                "nobody",
                "round*",
                "{a} piles",
                "hand out",
                "1:1",
                "1:9",
            ),
            turns={
                "locate": (
                    "You made {a} piles out of everything. Which of your piles go to the other person?",
                    "Where did the {b} enter your work? Tell me the role of {b} in the ratio.",
                    "In your steps {b} never showed up. What would change for you if {b} were 100?",
                    "Name the owner of each of your {a} piles. Whose piles are they, in the ratio {a}:{b}?",
                ),
                "conflict": (
                    "With {wrong} for the first, {rest} are left over. How does {wrong}:{rest} fit with {a}:{b}?",
                    "Give {wrong} to the first and see that {rest} remain. What would both people say, when {a}:{b} was the promise?",
                    "Compare {wrong} with {rest}. Is that the comparison that {a}:{b} asks for?",
                    "Suppose the second person is promised {b} for every {a}. Does {rest} keep that promise beside your {wrong}?",
                ),
                "simplify": (
                    "Share 20 sweets in the ratio 1:1. What would dividing by the first number alone give?",
                    "Take 30 marbles and the ratio 1:9. How many would your way hand the first child, and what about the rest?",
                    "Split 50 dollars in the ratio 1:1 by your way. What does the second person think of it?",
                    "Think of 40 grapes at 1:9. Dividing by the first number, what would you keep for the second person?",
                ),
                "represent": (
                    "Draw boxes for one round, {a} for the first and {b} for the second. Which boxes did your division use?",
                    "Hand out {a} counters to the first and {b} to the other person. What has left the pile after that round?",
                    "Sketch a bar for all {t} with a section for the other person. Where does your {wrong} lie in it?",
                    "Show {wrong} and {rest} as two bars. How do they compare with bars of {a} and {b} boxes?",
                ),
                "check": (
                    "Find the second share by the same way, with {b}. Do both shares together use up {t} exactly?",
                    "Set a share of {wrong} beside {rest}. When you simplify that pair, which ratio shows up?",
                    "Deal out rounds of {a} and {b} until the first has about {wrong}. What would that do to the {t}?",
                    "Check the promise {a}:{b} with {wrong} for the first and what remains. Which share looks too large to you?",
                ),
            },
            source="E735; acyhuang README (Eedi example)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-RAT-03-A",
            name="stops at one part",
            hint="gives the size of one part as the share",
            rule=lambda p: integer(_one_part(p)),
            cues=("one part", "single box", "how many boxes belong", "one box", "all of the first's boxes"),
        ),
        PlausibleError(
            id="G68-RAT-03-B",
            name="gives the other share",
            hint="gives the share of the second person",
            rule=lambda p: integer(p.b * _one_part(p)),
            cues=("whose share", "asked for", "names in order", "comes first in", "belongs to whom"),
        ),
    ),
)


def _trip(rng: random.Random) -> dict[str, Any]:
    hours = rng.randint(2, 8)
    return {"d": hours * rng.randint(8, 22), "t": hours}


def _long_trip(rng: random.Random) -> dict[str, Any]:
    hours = rng.randint(9, 14)
    return {"d": hours * rng.randint(36, 75), "t": hours}


# --- unit rate ---
UNIT_RATE = Family(
    id="rate",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.2",
    topic="unit rate",
    mission="find a speed in miles per hour",
    vocabulary=("rate", "per", "unit rate"),
    sample=_trip,
    larger=_long_trip,
    statements=(
        "{d} miles in {t} hours: what is the speed in miles per hour?",
        "Find the unit rate in miles per hour for {d} miles in {t} hours.",
    ),
    stories=(
        "A cyclist rides {d} miles in {t} hours. What is the speed in miles per hour?",
        "A boat needs {t} hours for a trip of {d} miles. How many miles per hour does it make?",
    ),
    reworded=("Someone covers {d} miles in {t} hours at an even pace. How far is that in each hour?",),
    solve=lambda p: lowest(Fraction(p.d, p.t)),
    elicit=(
        "What does miles per hour tell you about a trip?",
        "Which of the two numbers, {d} or {t}, gets spread out evenly?",
        "How would you draw the trip as a line that is cut by the clock?",
        "What would a good guess for the speed be, slower than a car or not?",
    ),
    extend=(
        "How far would the trip go in one more hour at this speed?",
        "What is the time for a single mile, and how does it belong to your speed?",
        "How would the speed change if {d} miles took twice the time?",
        "Which other pairs of miles and hours have the same unit rate?",
    ),
    check=(
        "If you travel {t} hours at your speed, how many miles do you cover?",
        "Is your speed closer to walking, cycling or driving, and does that suit {d} miles in {t} hours?",
        "What unit does your number have when you say it aloud?",
        "How many miles would your speed give after two hours, and is that less than {d} or equal to it?",
    ),
    repair=(
        "How many hours does the trip take?",
        "What does the word per mean to you?",
        "Which number in the problem counts miles?",
        "Can you say the unit of the answer aloud?",
    ),
    misconceptions=(
        Misconception(
            id="G68-RATE-01",
            name="inverts the rate",
            hint="divides the time by the distance",
            rule=lambda p: lowest(Fraction(p.t, p.d)),
            says=(
                "I did {t} divided by {d}",
                "it says hours, so I put the {t} on top and the {d} below",
                "you divide the small number by the big one for a unit rate",
            ),
            reworded=("I set it up with hours first, {t} over {d}, and made it simpler",),
            cues=(
                "odometer",
                "{t} hours at",
                "after each hour",
                "milestone*",
                "hour by hour",
                "snail*",
                "crawl*",
                "stroll*",
                "less than a mile",
                "fraction of a mile",
                "of a mile",
                "hours on top",
                "top of your fraction",
                "hours for a mile",
                "price",
                "dollars for a",
                "after a whole hour",
                "label*",
                "backpack*",
            ),
            turns={
                "conflict": (
                    "At {wrong} of a mile each hour, would a crawling baby stay behind you or pass you?",
                    "Imagine a stroll at {wrong} of a mile per hour. How far would you be after a whole hour?",
                    "Your speed means less than a mile in an hour. How does that suit a trip of {d} miles?",
                    "Crawl along at {wrong} of a mile per hour for {t} hours. Which part of {d} miles is behind you?",
                ),
                "locate": (
                    "Write the label behind each number you divided. Which label ended up on top?",
                    "You placed hours on top and miles below. What does such a fraction measure?",
                    "Say {wrong} with its labels. Is it hours for a mile or miles for an hour?",
                    "Look at the top of your fraction. Which unit stands there, and which unit does the question name first?",
                ),
                "analog": (
                    "Apples have a price of 6 dollars a bag. Which of the two comes first in that rate, the bags or the money?",
                    "The price sign says 'dollars per pound'. Which of the two amounts gets spread over the other?",
                    "Two backpacks hold 24 books. Which order of dividing tells books per backpack?",
                    "At a price of 12 dollars for 4 tickets, what would 4 tickets over 12 dollars tell you?",
                ),
                "elicit": (
                    "What does {wrong} tell about the trip: a piece of an hour, or a piece of a mile?",
                    "Put your {wrong} into a sentence with its labels. Which sentence would that be?",
                    "Why do you think the speed comes out as a fraction of a mile when the trip is {d} miles?",
                    "How did you decide to have the hours on top in your division?",
                ),
                "check": (
                    "Start the odometer at zero and add {wrong} for each hour. What does it read when the trip is over?",
                    "Put together {t} hours at {wrong} of a mile each. How near do you come to {d} miles?",
                    "Go hour by hour with {wrong} on a number line. Where do you stand at the end, and where should you be?",
                    "Milestones stand along the way, one a mile. Moving at {wrong}, how many of them would you pass on the trip?",
                ),
            },
            source="E489",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-RATE-01-A",
            name="multiplies distance and time",
            hint="multiplies the miles by the hours",
            rule=lambda p: integer(p.d * p.t),
            cues=("faster than", "rocket", "more miles than", "airplane", "longer than the whole trip"),
        ),
        PlausibleError(
            id="G68-RATE-01-B",
            name="subtracts the time",
            hint="takes the hours away from the miles",
            rule=lambda p: integer(p.d - p.t),
            cues=("minus hours", "took off", "take hours away", "left over from", "the first hour alone"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (EQUIVALENT_RATIOS, PART_OF_THE_WHOLE, SHARING_IN_A_RATIO, UNIT_RATE)
