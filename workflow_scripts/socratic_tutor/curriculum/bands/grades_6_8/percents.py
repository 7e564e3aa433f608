"""Grades 6 to 8: percents."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import money
from socratic_tutor.curriculum.catalogue import Family, Misconception


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


FAMILIES: tuple[Family, ...] = (PERCENT_INCREASE,)
