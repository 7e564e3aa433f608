"""Grades 6 to 8: statistics."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters


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


FAMILIES: tuple[Family, ...] = (MEDIAN,)
