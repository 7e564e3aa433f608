"""Grades 6 to 8: words turned into expressions and equations."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import equation, expression, inequality
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- writing expressions ----------------------------------------------------------------------


def _amount_less(rng: random.Random, low: int = 2, high: int = 30) -> dict[str, Any]:
    return {"a": rng.randint(low, high), "v": rng.choice("xnkym")}


WRITING_EXPRESSIONS = Family(
    id="less_than",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.A.2a",
    topic="writing expressions",
    mission="write an expression for a phrase in words",
    vocabulary=("less than", "expression", "variable"),
    sample=_amount_less,
    larger=lambda rng: _amount_less(rng, 120, 900),
    statements=(
        'Write an expression for "{a} less than a number {v}".',
        "Translate into algebra: {a} less than {v}.",
    ),
    stories=(
        "{name} has {v} game cards. {friend} has {a} less than {v} cards. Write an expression for {friend}'s cards.",
        "A bike costs {v} dollars. A helmet costs {a} dollars less than the bike. Write an expression for the price of the helmet.",
        "There are {v} people on a train. The bus holds {a} less than that. Write an expression for the people on the bus.",
    ),
    reworded=(
        "Which expression tells you the number that is {a} below {v}?",
        "{name} thinks of a number {v}. {friend}'s number lies {a} under it. Give {friend}'s number in terms of {v}.",
    ),
    solve=lambda p: expression(f"{p.v} - {p.a}"),
    elicit=(
        "Is the amount you are asked for smaller or larger than {v}?",
        "Say the phrase in other words, without the word less. How does it sound?",
        "What does the letter {v} stand for here?",
        "Which of the two, {v} or {a}, do you start from?",
    ),
    extend=(
        'How would "{a} more than {v}" look, and does the order matter there?',
        "For which value of {v} would your expression be zero?",
        "How would you write a phrase that means twice as much as your expression?",
        "What word phrase would you give a friend for {v} - 1?",
    ),
    check=(
        "Pick a large number for {v} and work out your expression. How does the result compare with your number?",
        "Read your expression aloud as a story. Who has more at the end of it, and by how much?",
        "Put your result on a number line next to {v}. On which side is it, and how far away?",
        "Start with 1000 for {v}. What do the words ask for, and what does your expression give?",
    ),
    repair=(
        "Which number in the phrase is unknown?",
        "Suppose {v} is 100. Is the amount you want above or below 100?",
        "Which word of the phrase tells you that something gets smaller?",
        "Who or what does the letter {v} count here?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-06",
            name="writes in reading order",
            hint="writes the symbols in the order in which the words are read",
            rule=lambda p: expression(f"{p.a} - {p.v}"),
            says=(
                "it says {a} first, and less is a minus, and then comes {v}",
                "I wrote it from left to right just like the words",
                "{a} less {v} is {wrong}",
            ),
            reworded=(
                "I changed each word into a symbol one after the other",
                "{a} stands at the front, so it goes first",
            ),
            cues=(
                "1000",
                "older",
                "cousin",
                "shorter",
                "sister",
                "minutes before",
                "below zero",
                "start* with",
                "owner",
                "5 less than",
            ),
            turns={
                "simplify": (
                    "Say what 5 less than 20 is. Which of the two numbers came first when you wrote that with a minus?",
                    "Let {v} be 1000. What would the words mean then, and what does {wrong} give?",
                    "Take the phrase 5 less than 50. Where do you land if you treat it like {wrong}, and is that below zero?",
                    "Try your order on 5 less than 6. What comes out, and what should it be?",
                ),
                "analog": (
                    "Your cousin is 3 years younger than you. Whose age do you start with to find the cousin's?",
                    "A show begins 10 minutes before 8. Which number do you start with on the clock?",
                    "A girl is 4 inches shorter than her sister. To get her height, which height has to be known first?",
                    "A coach says: take 2 seconds off your best time. Which number do you start with, and which did you hear first?",
                ),
                "check": (
                    "Suppose {v} is 1000. How far from 1000 does {wrong} come out?",
                    "Act out {wrong}: the owner has {a} things and gives away {v}. Which story does the problem tell?",
                    "In {wrong}, which amount do you start with, and which amount is handed over?",
                    "Make {v} grow to 1000 and then beyond. What should happen to the amount, and what does {wrong} do?",
                ),
            },
            source="MaE45",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-06-A",
            name="adds the amount",
            hint="adds the amount to the variable",
            rule=lambda p: expression(f"{p.v} + {p.a}"),
            cues=("plus sign", "richer", "gain*", "more than {v}"),
        ),
        PlausibleError(
            id="G68-VAR-06-B",
            name="writes a comparison",
            hint="turns the phrase into an inequality",
            rule=lambda p: inequality(f"{p.a} < {p.v}"),
            cues=("true or false", "a statement", "< sign", "compares"),
        ),
    ),
)


# --- writing equations ------------------------------------------------------------------------

# Things, their letter, the single holder, the holders, their letter.
_PAIRS = [
    ("students", "s", "professor", "professors", "p"),
    ("windows", "w", "coach", "coaches", "c"),
    ("players", "p", "team", "teams", "t"),
    ("muffins", "m", "box", "boxes", "b"),
    ("seats", "s", "row", "rows", "r"),
    ("goats", "g", "farmer", "farmers", "f"),
    ("hikers", "h", "guide", "guides", "g"),
    ("beads", "b", "necklace", "necklaces", "n"),
]


def _things_per_holder(rng: random.Random, low: int = 3, high: int = 15) -> dict[str, Any]:
    things, t, holder, holders, h = rng.choice(_PAIRS)
    return {
        "k": rng.randint(low, high),
        "things": things,
        "t": t,
        "holder": holder,
        "holders": holders,
        "h": h,
    }


WRITING_EQUATIONS = Family(
    id="studprof",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.C.9",
    topic="writing equations",
    mission="write an equation that connects two amounts",
    vocabulary=("variable", "equation", "times as many"),
    sample=_things_per_holder,
    larger=lambda rng: _things_per_holder(rng, 40, 300),
    statements=(
        "There are {k} {things} for every {holder}. With {t} {things} and {h} {holders}, write {t} in terms of {h}.",
        "For each {holder} there are {k} {things}. Let {t} be the number of {things} and {h} the number of {holders}. Write an equation for {t}.",
    ),
    stories=(
        "{name} counts {k} {things} for each {holder}. Write an equation that gives the number of {things}, {t}, from the number of {holders}, {h}.",
        "{name} and {friend} see that there are {k} times as many {things} as {holders}. Write {t}, the {things}, in terms of {h}, the {holders}.",
    ),
    reworded=(
        "Every {holder} goes with {k} {things}. How does {t} (the {things}) depend on {h} (the {holders})? Answer with an equation.",
        "Find an equation of the form {t} = ... if {h} {holders} come with {k} {things} each.",
    ),
    solve=lambda p: equation(f"{p.t} = {p.k}{p.h}"),
    elicit=(
        "Which are there more of, {things} or {holders}?",
        "What does the letter {t} count, and what does {h} count?",
        "How would a table for 1, 2 and 3 {holders} begin?",
        "If one more {holder} came, what would happen to the {things}?",
    ),
    extend=(
        "How would you write {h} in terms of {t} for the same situation?",
        "What would the graph of your equation look like?",
        "How would your equation change if 5 extra {things} belonged to nobody?",
        "Which values can {h} have, and which ones make no sense here?",
    ),
    check=(
        "Imagine 10 {holders}. How many {things} do you expect, and how many does your equation give?",
        "Make a small table for your equation. How many {things} does each new {holder} bring?",
        "Ask which letter must be the larger one. What does your equation say about that?",
        "Read your equation aloud with the words {things} and {holders}. Which story does it tell?",
    ),
    repair=(
        "How many {things} go with one single {holder}?",
        "Which letter stands for the {holders}?",
        "Draw one {holder} and what belongs to it. What do you see?",
        "What does the problem want you to write: a number or an equation?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-07",
            name="reversal error",
            hint="ties the factor to the wrong letter, which reverses the two groups",
            rule=lambda p: equation(f"{p.t} = {p.h}/{p.k}"),
            says=(
                "{k} {things} for one {holder} means {k}{t} = {h}",
                "it says {k} {things}, so the {k} goes with the {t}",
                "{k}{t} is the same as {h}, and then I divided by {k}",
            ),
            reworded=(
                "{k} {things} match one {holder}, I wrote that down as {k}{t} = {h}",
                "the {k} belongs to the {things}, so I split {h} by {k}",
            ),
            cues=(
                "table",
                "larger group",
                "crowd",
                "smaller",
                "60",
                "fewer",
                "headcount",
                "a piece of",
                "outnumber*",
                "label*",
                "fraction of",
            ),
            turns={
                "check": (
                    "Use {h} = 60 in your equation. How many {things} would that be, more or fewer than the {holders}?",
                    "Which group is the crowd in this story, and which letter comes out smaller in your equation?",
                    "Let {h} be 60 and ask your equation for {t}. How many {things} would be there for each {holder}?",
                    "Suppose there is only one {holder}. Your equation says {t} is a fraction of that: which {things} would those be?",
                ),
                "represent": (
                    "Make a table with 1, 2 and 3 {holders}. Which row of your table agrees with {wrong}?",
                    "Draw one {holder} and all the {things} that come along. Which group is the larger group, and which does {wrong} make larger?",
                    "Sketch two bars, one for {t} and one for {h}, as {wrong} has them. Which is smaller, and which is so in the story?",
                    "Put a dot for each of the {things} and a square for each {holder}. Who outnumbers whom, and what does {wrong} say?",
                ),
                "elicit": (
                    "In your equation, is {t} a label for the word {things}, or is it a headcount?",
                    "What does {t} mean to you: a label on a thing, or how many there are?",
                    "You split {h} by {k}. How can a headcount of all {things} be just a piece of {h}?",
                    "Your equation makes {t} a fraction of {h}. How would you say that in a sentence about {things} and {holders}?",
                ),
            },
            source="MaE54",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-07-A",
            name="adds the factor",
            hint="adds the factor to the number of the smaller group",
            rule=lambda p: equation(f"{p.t} = {p.h} + {p.k}"),
            cues=("plus sign", "only {k} extra", "a second {holder}", "just once"),
        ),
        PlausibleError(
            id="G68-VAR-07-B",
            name="leaves the other letter out",
            hint="writes only the factor and leaves the other letter out",
            rule=lambda p: equation(f"{p.t} = {p.k}"),
            cues=("always the same", "never change*", "where is {h}", "no matter how many"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (WRITING_EXPRESSIONS, WRITING_EQUATIONS)
