"""Grades 6 to 8: percents of an amount, the whole behind a percent, and percent change."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import decimal, decimal_text, integer, money
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- percent of a quantity --------------------------------------------------------------------


def _percent_of_amount(rng: random.Random) -> dict[str, Any]:
    if rng.random() < 0.3:
        p, k = rng.choice([5, 15, 25, 35, 45]), rng.choice([4, 8, 12])
    else:
        p, k = rng.choice([20, 30, 40, 60, 70, 80, 90]), rng.randint(2, 12)
    return {"p": p, "t": p * k}


def _percent_of_large_amount(rng: random.Random) -> dict[str, Any]:
    p = rng.choice([20, 30, 40, 60, 70, 80, 90])
    return {"p": p, "t": p * rng.randint(60, 120)}


PERCENT_OF_QUANTITY = Family(
    id="pct_of",
    grade_band="6-8",
    grade="6",
    ccss="6.RP.A.3c",
    topic="percent of a quantity",
    mission="find a percent of an amount",
    vocabulary=("percent", "per hundred", "part"),
    sample=_percent_of_amount,
    larger=_percent_of_large_amount,
    statements=(
        "Find {p}% of {t}.",
        "What is {p}% of {t}?",
    ),
    stories=(
        "A school has {t} students, and {p}% of them walk to school. How many students walk to school?",
        "{name} is reading a book of {t} pages and has finished {p}% of it. How many pages has {name} read?",
        "A farm has {t} apple trees. {p}% of the trees carry red apples. How many trees is that?",
    ),
    reworded=(
        "Out of {t} voters, {p}% chose {name}. Work out the number of votes for {name}.",
        "{p}% of {t} = ?",
    ),
    solve=lambda p: integer(p.p * p.t // 100),
    trace=lambda p: {
        "one percent": decimal_text(Fraction(p.t, 100)),
        "amount times percent": p.p * p.t,
    },
    elicit=(
        "How would you explain {p}% to a friend who has never seen the sign?",
        "Is {p}% of {t} more or less than half of {t}, and how can you tell?",
        "What kind of picture could show all of {t} and {p}% of it?",
        "Which percents of {t} can you find in your head right away?",
    ),
    extend=(
        "What percent of {t} is left over, and how could you get that amount in two ways?",
        "How is {p}% of {t} related to {t}% of {p}?",
        "Which fraction could you have used in place of {p}%, and why?",
        "How would you set up a rule for {p}% of any number n?",
    ),
    check=(
        "Place your number on a bar from 0 to {t}. How does the mark compare with where {p}% of the bar should end?",
        "Compare your number with half of {t}. On which side does it fall, and which side do you expect for {p}%?",
        "Write your number over {t} as a fraction. How close does that fraction come to {p} hundredths?",
        "Find the rest of {t} with your number. Which percent should that rest be, and does its size fit?",
    ),
    repair=(
        "Pick just the sign %. What would you say to a younger kid about what it means?",
        "Which number here is the whole amount, and which one is the percent?",
        "Sketch a bar and write {t} at its right end. Where would you put a mark for 50%?",
        "What would 100% of {t} be, if you had to say it in one breath?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-01",
            name="divides by the percent",
            hint="divides the amount by the number of percent",
            rule=lambda p: decimal(Fraction(p.t, p.p)),
            says=(
                "I divided {t} by {p}",
                "percent means split it up, and {t} split by {p} is {wrong}",
                "{p} goes into {t} exactly {wrong} times",
            ),
            reworded=(
                "I saw how often {p} fits into {t}, and it was {wrong}",
                "you put the {p} into the {t} and that leaves {wrong}",
            ),
            cues=("shares", "shrink*", "100%", "bigger sale", "smaller percent", "piles", "50%"),
            turns={
                "elicit": (
                    "You made {p} equal shares out of {t}. What does one of those shares have to do with {p}%?",
                    "Tell me about the {wrong}: into how many piles did you sort {t}, and what does one pile stand for?",
                    "Where would 100% be in your picture with {p} piles?",
                    "Describe what {p} equal shares of {t} look like. Which words in the problem ask for shares?",
                ),
                "conflict": (
                    "Use your way to find 100% of {t}. How does what you get compare with all of {t}?",
                    "Work out 50% of {t} in your own way. What would you expect half of {t} to look like?",
                    "Swap {p}% for a smaller percent, such as 2%, and work the same way. Why does your result not shrink?",
                    "Suppose the percent climbs from {p} toward 100. Should the part grow, or shrink as it does with your way?",
                ),
                "simplify": (
                    "Take only 10 marbles, and take 50% of them. What do you expect, and what does your way say?",
                    "Ask your way for 100% of 200 grapes. Which number comes out, and how many grapes are there?",
                    "A store takes 50% off a $10 cap. What does your way say about that, and does it seem fair?",
                    "Let two friends split 8 cookies, 50% each. How many piles would your way make?",
                ),
            },
            source="memory; cf. E531",
        ),
        Misconception(
            id="G68-PCT-02",
            name="answers with 10%",
            hint="finds a tenth of the amount and stops",
            rule=lambda p: decimal(Fraction(p.t, 10)),
            says=(
                "I divided {t} by 10",
                "I moved the point in {t} one place over",
                "for percents you take off one zero, so {wrong}",
            ),
            reworded=(
                "you always split by ten for a percent, and {t} split by ten is {wrong}",
                "I made {t} ten times smaller",
            ),
            cues=("cells", "any other percent", "switch*", "neighbor*", "{p} come in", "touch*", "role"),
            turns={
                "represent": (
                    "Draw a bar for {t} with ten equal cells. How many of the cells does {p}% cover, and how many did you count?",
                    "Color the cells of a ten-cell strip until {p}% is covered. Where does {wrong} sit on it?",
                    "Label the ends of ten cells 10%, 20%, 30% and so on. Under which label does your {wrong} end?",
                    "Fill a hundred grid for {t} row by row. Which cells belong to {wrong}, and which to {p}%?",
                ),
                "check": (
                    "Pretend the problem switched to 95% or to 2% of {t}. Which of your steps would come out different?",
                    "Ask yourself for any other percent of {t}, such as 75%. What does your method give then?",
                    "Trade problems with a neighbor who has 1% of {t}. How would your neighbor's work differ from yours?",
                    "Cover the {p} in the problem and redo your work. At which line did you have to touch the cover?",
                ),
                "locate": (
                    "You went from {t} straight to {wrong}. Where did the {p} come in?",
                    "Which number in the problem has no role yet in the way you found {wrong}?",
                    "Put a finger on the {p} in the problem. At which line of your work did you touch that number?",
                    "Someone switches {p}% to another percent. Which line of your work has to change?",
                ),
            },
            source="E914",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-01-A",
            name="takes the percent off",
            hint="takes the number of percent away from the amount",
            rule=lambda p: integer(p.t - p.p),
            applies_if=lambda p: 100 * (p.t - p.p) != p.p * p.t,
            cues=("minus", "subtract*", "{p} fewer", "coupon"),
        ),
    ),
)


# --- finding the whole ------------------------------------------------------------------------

# For each percent: the step of the part, so that part, whole and the wrong answers stay friendly.
_PART_STEPS = {5: 20, 10: 10, 20: 5, 25: 4, 30: 30, 40: 10, 50: 2, 60: 15, 75: 12, 80: 20}


def _part_and_percent(rng: random.Random) -> dict[str, Any]:
    p = rng.choice(list(_PART_STEPS))
    return {"p": p, "v": _PART_STEPS[p] * rng.randint(2, 13)}


def _large_part_and_percent(rng: random.Random) -> dict[str, Any]:
    p = rng.choice(list(_PART_STEPS))
    return {"p": p, "v": _PART_STEPS[p] * rng.randint(200, 400)}


WHOLE_FROM_PERCENT = Family(
    id="pct_rev",
    grade_band="6-8",
    grade="7",
    ccss="6.RP.A.3c",
    topic="finding the whole",
    mission="find the whole amount when a percent of it is known",
    vocabulary=("percent", "whole", "part"),
    sample=_part_and_percent,
    larger=_large_part_and_percent,
    statements=(
        "{p}% of what number is {v}?",
        "{v} is {p}% of a number. What is the number?",
    ),
    stories=(
        "{name} has saved {v} dollars, which is {p}% of the price of a trip. How many dollars does the trip cost?",
        "So far {v} runners have finished a race. That is {p}% of all the runners. How many runners are in the race?",
        "A rain barrel has {v} gallons of water in it and is {p}% full. How many gallons are in the full barrel?",
    ),
    reworded=(
        "Find the number whose {p}% equals {v}.",
        "{name} answered {v} questions of a quiz app and the app says {p}% done. How long is the quiz, in questions?",
    ),
    solve=lambda p: integer(100 * p.v // p.p),
    trace=lambda p: {
        "one percent": decimal_text(Fraction(p.v, p.p)),
        "part times one hundred": 100 * p.v,
    },
    elicit=(
        "Which amount does the word percent refer to here, and do you know that amount yet?",
        "If you drew a bar for this problem, where would {v} be written on it?",
        "Should the number you look for be above or below {v}?",
        "How would you tell this problem as a story about a full jar?",
    ),
    extend=(
        "What percent of the number does not belong to {v}, and how large is that piece?",
        "How would the whole change if {v} stood for a percent twice as large?",
        "How could you write this problem as an equation with one letter?",
        "Which percents make the whole especially easy to find, and why?",
    ),
    check=(
        "Take {p}% of the number you found. Which number in the problem should come out?",
        "Draw a bar as long as your number and shade {p}% of it. How long is the shaded piece, next to {v}?",
        "Read the problem again with your number in place of the unknown one. What would convince a friend that the sentence holds?",
        "Halve your number and compare with {v}. What do you expect, given that {v} is {p}%?",
    ),
    repair=(
        "Which is the piece in this problem, and which is the thing that we do not know?",
        "Sketch a bar. Where does 100% go, and where does {p}% go?",
        "Say the problem in your own words, with a tank or a jar. What is unknown?",
        "How would you finish this line: {v} belongs to ... %?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-03",
            name="takes percent of the part",
            hint="multiplies the given part by the percent",
            rule=lambda p: decimal(Fraction(p.p * p.v, 100)),
            says=(
                "I found {p}% of {v}",
                "{p}% times {v} is {wrong}",
                "I turned {p}% into a decimal and multiplied it by {v}",
            ),
            reworded=(
                "the problem has {p}% and {v} in it, and {p}% of that is {wrong}",
                "you change {p}% to a decimal and times it with {v}, so {wrong}",
            ),
            cues=("fit* inside", "hold*", "swallow*", "puddle", "poster", "spill*", "put {wrong}", "lid"),
            turns={
                "conflict": (
                    "{v} is only a piece of the number. How could a piece of {v} fit inside a number like {wrong}?",
                    "Draw a jar that contains {wrong}. How would {v} fit inside it as just a piece?",
                    "Pour {v} cups of water into a tank that holds {wrong} cups. What spills, and what does that tell you?",
                    "Which is longer, a strip of {v} or one of {wrong}? Decide which of them should hold the other.",
                ),
                "check": (
                    "Put {wrong} in for the missing number and read the sentence aloud. Is {v} really {p}% of it?",
                    "Now put {wrong} to the test and work out {p}% of it. How far from {v} do you land?",
                    "Suppose the whole thing holds {wrong}. How much would half of it be, next to {v}?",
                    "Go back to the problem and put {wrong} where the unknown stands. Which number should come out at the end?",
                ),
                "analog": (
                    "One puzzle piece is on the table. Which of the two should hold the other, the piece or the whole puzzle?",
                    "A friend shows a scrap of a poster. Is the poster larger or smaller than the scrap?",
                    "You see a puddle that is only a bit of a lake. Which of them could swallow the other?",
                    "Chapter one of a book has 30 pages. What do you know about how many pages the whole book must hold?",
                ),
            },
            source="MaE30; MaE29",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-03-A",
            name="adds the percent of the part",
            hint="adds the percent of the given part onto that part",
            rule=lambda p: decimal(p.v + Fraction(p.p * p.v, 100)),
            steps=lambda p: {"extra": decimal_text(Fraction(p.p * p.v, 100))},
            cues=("grew by", "price rise", "on top of {v}", "bonus"),
        ),
        PlausibleError(
            id="G68-PCT-03-B",
            name="divides the part by the percent",
            hint="divides the part by the number of percent and stops",
            rule=lambda p: decimal(Fraction(p.v, p.p)),
            cues=("single percent", "just 1%", "hundred steps", "one of the hundred"),
        ),
    ),
)


# --- percent increase -------------------------------------------------------------------------


def _price_rise(rng: random.Random) -> dict[str, Any]:
    return {
        "t": rng.choice([20, 40, 60, 80, 120, 140, 160, 180, 200, 240]),
        "p": rng.choice([5, 10, 15, 20, 25, 30, 35, 40]),
        "item": rng.choice(["jacket", "bike", "lamp", "game", "tent"]),
    }


def _large_price_rise(rng: random.Random) -> dict[str, Any]:
    return {
        "t": rng.randrange(1200, 9000, 200),
        "p": rng.choice([5, 10, 15, 20, 25, 30, 35, 40]),
        "item": rng.choice(["piano", "used car", "boat", "drum set", "camper"]),
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
    larger=_large_price_rise,
    statements=(
        "A {item} for ${t} goes up by {p}%. What is the new price in dollars?",
        "The price of a {item} is ${t}. It rises by {p}%. What is the price after the rise?",
    ),
    stories=(
        "A store adds {p}% to the price of a {item} that costs ${t}. How much does the {item} cost then?",
        "{name} wants a {item} that costs ${t}. Before {name} can buy it, the price goes up by {p}%. What is the new price?",
        "{name} bought a {item} for ${t} and sells it to {friend} for {p}% more. How many dollars does {friend} pay?",
    ),
    reworded=(
        "Increase ${t} by {p}%. What amount do you get?",
        "Last year a {item} was ${t}. This year {name} has to pay {p}% more for it. What does it cost this year?",
    ),
    solve=lambda p: money(p.t + Fraction(p.t * p.p, 100)),
    trace=lambda p: {"change": decimal_text(Fraction(p.t * p.p, 100))},
    elicit=(
        "What does {p}% mean in your own words?",
        "Which amount is the {p}% taken of?",
        "Before you calculate, should the new price be more or less than ${t}?",
        "How would you draw the old price and the new price as two bars?",
    ),
    extend=(
        "How could you get the new price in a single multiplication?",
        "If the new price then dropped by {p}%, would it return to ${t}?",
        "How could you check your new price by working backward?",
        "Which percent rise would make the {item} cost twice as much as before?",
    ),
    check=(
        "Set your new price next to ${t}. How could you tell whether the gap between them is {p}% of ${t}?",
        "What would a rise of 50% make of ${t}? Use that to judge whether your price is believable.",
        "Divide your new price by ${t}. What should that number look like after a rise of {p}%?",
        "Write your price and ${t} on two price tags. What percent would a shopper call the difference?",
    ),
    repair=(
        "Which words in the problem tell you which way the price moves?",
        "What does the {item} cost before anything changes?",
        "If the rise were 100%, what would happen to the price tag of ${t}?",
        "Which two numbers does the problem give, and what does each one measure?",
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
            reworded=(
                "{p} hundredths of {t} makes {wrong}",
                "I worked out the {p}% and it came to {wrong}",
            ),
            cues=("cheaper", "which is less", "cashier", "tag", "sign in the window", "receipt", "wallet"),
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
                "elicit": (
                    "Finish the line for a receipt: {wrong} is the amount that ... What would you write?",
                    "Explain to a cashier what your {wrong} stands for. Which of the store's numbers is it?",
                    "Suppose your wallet holds just {wrong}. What part of the new price would that pay for?",
                    "The receipt has three lines: old price, change, total. On which of them does {wrong} go?",
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
            reworded=(
                "you start at {t} and go {p} higher",
                "{t} and {p} together make {wrong}",
            ),
            cues=("pen", "house", "gum", "% sign", "{p} dollars", "out of every", "50%", "100%"),
            turns={
                "simplify": (
                    "Suppose a $2 pen also goes up by {p}%. What would your way charge for it, and does that seem fair?",
                    "A house for $100000 goes up by {p}% as well. How much would your way add, and is that believable?",
                    "Imagine that $1 gum rises by {p}%. How does the price from your way compare with the old one?",
                    "A cheap pen and a big house both go up by {p}%. Which of the two should grow by more money?",
                ),
                "locate": (
                    "You jumped from ${t} to {wrong}. What does the % sign beside the {p} tell you about that jump?",
                    "How would your steps change if the problem said {p} dollars in place of {p}%?",
                    "Where in your work does the % sign make a difference? Show me the step.",
                    "Say {p}% in other words, as {p} out of every so many. Where did your {wrong} use that?",
                ),
                "check": (
                    "Try your way on a rise of 50% for the same {item}. How does that compare with ${t} and half of it again?",
                    "A price that rises by 100% becomes double. What does your way make of ${t} with 100%?",
                    "Use your steps for a rise of 100% on a $3 snack. Which price comes out, and does it fit?",
                    "Before you trust {wrong}, let a $1000 sofa go up by 50% your way. What would its owner expect?",
                ),
            },
            source="memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-04-A",
            name="adds the percent as a decimal",
            hint="turns the percent into a decimal and adds it to the price",
            rule=lambda p: money(p.t + Fraction(p.p, 100)),
            cues=("cents", "penn*", "barely", "hardly", "coin*"),
        ),
    ),
)


# --- successive percent change ----------------------------------------------------------------


def _up_and_down(rng: random.Random) -> dict[str, Any]:
    return {
        "t": rng.randrange(60, 620, 20),
        "p": rng.choice([10, 20, 30, 40, 50]),
        "item": rng.choice(["bike", "tent", "phone", "guitar", "desk", "jacket"]),
    }


def _large_up_and_down(rng: random.Random) -> dict[str, Any]:
    return {
        "t": rng.randrange(2000, 9000, 200),
        "p": rng.choice([10, 20, 30, 40, 50]),
        "item": rng.choice(["piano", "boat", "camper", "used car"]),
    }


SUCCESSIVE_PERCENT_CHANGE = Family(
    id="pct_updown",
    grade_band="6-8",
    grade="7",
    ccss="7.RP.A.3",
    topic="successive percent change",
    mission="find a price after a percent rise and a percent drop",
    vocabulary=("percent change", "original", "new"),
    sample=_up_and_down,
    larger=_large_up_and_down,
    statements=(
        "A {item} for ${t} goes up {p}%, then the new price goes down {p}%. What is the final price in dollars?",
        "The price of a {item} is ${t}. It rises by {p}% and after that it falls by {p}%. What does it cost in the end?",
    ),
    stories=(
        "{name} sells a {item} for ${t}. In May the price is raised by {p}%, and in June that price is cut by {p}%. What is the price in June?",
        "A store has a {item} for ${t} and marks it up by {p}%. Later {name} gets {p}% off the marked price. How much does {name} pay?",
    ),
    reworded=(
        "Increase ${t} by {p}%. Now decrease the result by {p}%. Which amount is left?",
        "{name} watched a {item} for ${t} online: first it got {p}% more expensive, then {p}% less expensive. What is its price now?",
    ),
    solve=lambda p: money(p.t * (1 - Fraction(p.p * p.p, 10_000))),
    trace=lambda p: {
        "first change": decimal_text(Fraction(p.t * p.p, 100)),
        "price after the rise": decimal_text(p.t * (1 + Fraction(p.p, 100))),
        "second change": decimal_text(p.t * (1 + Fraction(p.p, 100)) * Fraction(p.p, 100)),
    },
    elicit=(
        "How many times does the price change in this problem, and in which direction each time?",
        "What do you know about the price right after the first change?",
        "Each percent is a percent of something. What is that something, each time?",
        "How would you draw three bars for the three prices in this problem?",
    ),
    extend=(
        "Would the final price be different if the drop came first and the rise second?",
        "Which drop in percent would bring the raised price back to ${t}?",
        "What happens to the final price as the percent gets closer to 100?",
        "How could you write both changes as one multiplication?",
    ),
    check=(
        "Write all the prices in a row, from ${t} on. By what percent of its own starting price does each step change it?",
        "From the raised price, figure the drop once more. How close do you come to the price you have?",
        "Try the same two changes on $100. How well does the pattern match what you found for ${t}?",
        "Look at the price before the drop. What percent of that price did you take off?",
    ),
    repair=(
        "What happens to the price of the {item} first?",
        "Which three prices does this story have, in order?",
        "Right after the rise, is the price above or below ${t}?",
        "Which words tell you when the price turns around?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PCT-06",
            name="the changes cancel",
            hint="assumes that equal percent changes up and down undo each other",
            rule=lambda p: money(p.t),
            says=(
                "up {p}% and down {p}% is zero change",
                "it goes up and then down by the same percent, so it is back at ${t}",
                "plus {p} and minus {p} make 0",
            ),
            reworded=(
                "the {p}% was put on and then taken off again",
                "both percents are {p}, so they are the same amount and nothing is different",
            ),
            cues=(
                "which price",
                "two bars",
                "bigger tag",
                "100%",
                "same number of dollars",
                "chocolate",
                "crowd*",
                "garden",
                "plant",
            ),
            turns={
                "locate": (
                    "Two times you see {p}% here. Of which price is it taken the first time, and of which the second?",
                    "On the way down, a clerk types {p}%. Which price is on the screen at that moment?",
                    "You treat both {p}% pieces as the same number of dollars. What is each one a piece of?",
                    "Under each {p}% in the problem, note the tag it works on. Which one works on the bigger tag?",
                ),
                "simplify": (
                    "Make both changes 100% for a $5 cap: it doubles, then all of its price comes off. Where does it end up?",
                    "Let a $10 plant double in price, a rise of 100%. Then take 100% off: what is left to pay?",
                    "A $2 snack goes up 100%, and then the new tag is cut by 50%. How does the pair of percents behave?",
                    "Picture $100 that shrinks by 50% and then grows by 50%. Of which price is the growth taken?",
                ),
                "analog": (
                    "A chocolate bar gets longer by half. Then half of that longer chocolate is eaten: how much is left of the old length?",
                    "A crowd doubles, and later half of the crowd leaves. Which two percents tell that story?",
                    "Half of 8 kids leave a garden club, then the club grows by half. How many kids work in the garden now?",
                    "A plant loses half its height in winter and grows by half in spring. How tall is the plant next to last year?",
                ),
            },
            source="E985",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PCT-06-A",
            name="stops after the rise",
            hint="raises the price and leaves out the drop",
            rule=lambda p: money(p.t * (1 + Fraction(p.p, 100))),
            cues=("second sentence", "after the word then", "turns around", "not yet happened"),
        ),
        PlausibleError(
            id="G68-PCT-06-B",
            name="only takes the drop",
            hint="lowers the starting price and leaves out the rise",
            rule=lambda p: money(p.t * (1 - Fraction(p.p, 100))),
            cues=("first event", "climb*", "before the sale", "skipped the rise"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    PERCENT_OF_QUANTITY,
    WHOLE_FROM_PERCENT,
    PERCENT_INCREASE,
    SUCCESSIVE_PERCENT_CHANGE,
)
