"""Grades 6 to 8: statistics."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _numbers(p: Parameters) -> list[int]:
    return [int(part) for part in p.data.split(",")]


# --- median -------------------------------------------------------------------------------------


def _five_values(rng: random.Random, smallest: int = 2, largest: int = 39) -> dict[str, Any]:
    """Five values whose mean and midrange are whole and not the median; the median is not third."""
    while True:
        data = rng.sample(range(smallest, largest + 1), 5)
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
    larger=lambda rng: _five_values(rng, 60, 300),
    statements=(
        "Find the median of {data}.",
        "What is the median of the data {data}?",
    ),
    stories=(
        "Five players scored {data} points. What is the median score?",
        "{name} counts the pages read on five days: {data}. What is the median number of pages?",
        "Five buses are {data} minutes late. {name} wants the median delay. How many minutes is it?",
    ),
    reworded=("A scientist weighs five stones, in grams: {data}. Which weight is the median?",),
    solve=lambda p: integer(sorted(_numbers(p))[2]),
    trace=lambda p: {
        "two smallest values": ", ".join(map(str, sorted(_numbers(p))[:2])),
        "two largest values": ", ".join(map(str, sorted(_numbers(p))[3:])),
        "middle position": 3,
    },
    elicit=(
        "What does the word median mean to you?",
        "What is the median supposed to tell you about the data?",
        "What do you notice when you look over these five numbers?",
        "If the numbers were people of different heights, which person would you look for?",
    ),
    extend=(
        "How could you change one number and keep the same median?",
        "How would you find the median if there were six numbers?",
        "When might the median describe data better than the mean?",
        "Which of the numbers could change a lot without moving the median?",
    ),
    check=(
        "How many of the values are smaller than your number, and how many are larger?",
        "Would a friend with the same data in another order get the same number?",
        "If the largest value doubled, would your way still give the same median?",
        "Where does your number stand when you mark all the data on a number line?",
    ),
    repair=(
        "How many numbers are in this list?",
        "Which number in {data} is the smallest?",
        "Can you tell me the largest of the values?",
        "In your own words, what does the word middle mean for a group?",
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
            reworded=(
                "I went to the center of the list and {wrong} was there",
                "when I cover the outer numbers on both sides, {wrong} is left",
            ),
            cues=(
                "playing cards",
                "bookshelf",
                "photo",
                "parking",
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
                    "Let the largest number happen to stand there, then the smallest. What would you pick each time, and how fair is that?",
                ),
                "locate": (
                    "Read {data} aloud from left to right. What happens to the sizes as you go?",
                    "Imagine five children of heights {data}, lined up just like that. How does the row look before you pick one?",
                    "You chose {wrong} from the third place. What makes that place special in a list like {data}?",
                    "Look at the next-door numbers of {wrong}, before and after it. What do their sizes tell you about {wrong}?",
                ),
                "analog": (
                    "Five children run onto a photo in any order. Is the child in the center of the photo of middle height?",
                    "Books stand on a bookshelf just as they came back. What can you say about the thickness of the central one?",
                    "You deal five playing cards face up. Does the card in the center have to be a medium one?",
                    "Cars stop in a parking lane as they arrive. What does the central car tell you about their prices?",
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
            reworded=(
                "when {total} is shared by five you get {wrong}",
                "all together it is {total}, and a fifth of that is {wrong}",
            ),
            cues=(
                "stand next to",
                "how many values lie",
                "millionaire",
                "balance*",
                "seesaw",
                "leave {wrong}",
                "1000",
                "huge",
                "grow and grow",
                "replace*",
                "evenly",
                "kind of center",
                "which word",
            ),
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
                "check": (
                    "How many values lie below your {wrong}, and how many above it?",
                    "Let a millionaire join a group of incomes. What does your way do to the center, and what should a median do?",
                    "Your way finds where a seesaw with these five weights would balance. Does that have to split them evenly by count?",
                    "Suppose you leave {wrong} and climb to larger values. How many do you meet, and how many on the way down?",
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
            reworded=(
                "the data go from {low} to {high}, and {wrong} is the point in between",
                "{wrong} is as far from {low} as it is from {high}",
            ),
            cues=(
                "the others",
                "crowd*",
                "lonely",
                "0 and 100",
                "farthest",
                "cross out",
                "erased",
                "below {wrong}",
                "flag",
                "each way",
            ),
            turns={
                "locate": (
                    "Only {low} and {high} went into your work. What part do the others play?",
                    "Suppose the others all sat close to {low}. Where would your way land, and where are most values?",
                    "Cross out every number you did not use. What did those numbers have to say about the middle?",
                    "Which numbers in {data} could be erased without changing {wrong}, and what does that make you think?",
                ),
                "conflict": (
                    "Count the values below {wrong} and the values above it. How do your two counts compare?",
                    "Mark all five values on a line and plant a flag at {wrong}. How many values are on each side of it?",
                    "Keep {low} and {high}, but push the others close together. What happens to {wrong}, and what should a median do?",
                    "Stand at {wrong} and look toward {low}, then toward {high}. How many values do you see each way?",
                ),
                "simplify": (
                    "Take the data 0, 1, 1, 1, 100. Where does your way put the center, and where is the crowd?",
                    "Four houses stand together and one is a hundred miles off. Is the center of the village beside that lonely house or far from it?",
                    "Quiz scores are 0, 98, 99, 99, 100. What would your way call typical, using just 0 and 100?",
                    "Imagine a class where the farthest pupil moves away even more. Should that pupil alone shift your center?",
                ),
            },
            source="E1873",
        ),
    ),
)


# --- range ---------------------------------------------------------------------------------------


def _spread_out(rng: random.Random, smallest: int = 3, largest: int = 40) -> dict[str, Any]:
    """Five values; the smallest and the largest are not the outer ones, nor is either wrong answer right."""
    while True:
        data = rng.sample(range(smallest, largest + 1), 5)
        spread = max(data) - min(data)
        if spread >= 5 and abs(data[-1] - data[0]) not in (spread, max(data)) and spread not in data:
            return {"data": ", ".join(map(str, data))}


def _range_steps(p: Parameters) -> dict[str, Any]:
    data = _numbers(p)
    return {"first": data[0], "last": data[-1], "low": min(data), "high": max(data)}


RANGE = Family(
    id="range",
    grade_band="6-8",
    grade="6",
    ccss="6.SP.B.5",
    topic="range",
    mission="find the range of a set of data",
    vocabulary=("range", "spread", "greatest", "least"),
    sample=_spread_out,
    larger=lambda rng: _spread_out(rng, 45, 400),
    statements=(
        "Find the range of {data}.",
        "What is the range of the data {data}?",
    ),
    stories=(
        "{name} ran on five days and wrote down the minutes: {data}. What is the range of these times?",
        "A shop sells five lamps for {data} dollars. What is the range of the prices?",
        "{name} and {friend} measure five bean plants. The heights are {data} cm. What is the range of the heights?",
    ),
    reworded=("Here are the ages of five people in a choir: {data}. What range do these ages have?",),
    solve=lambda p: integer(max(_numbers(p)) - min(_numbers(p))),
    trace=lambda p: {"largest value": max(_numbers(p)), "smallest value": min(_numbers(p))},
    elicit=(
        "What should the range tell someone who cannot see the data?",
        "How would these five values look as dots on a number line?",
        "Are these values close together or scattered, and how could you say it with a number?",
        "Which of the values do you think matter for the range?",
    ),
    extend=(
        "If every value grew by 10, how would the range react?",
        "Can you change one value so that the range stays the same?",
        "How could two sets of data have the same range and still look very different?",
        "What could the range hide about the values in between?",
    ),
    check=(
        "If you add your range to one value of the data, should you land on another one?",
        "Would your way give the same number if the list were written backward or mixed?",
        "Do all five values fit on a piece of the number line as long as your answer?",
        "What would your way give for five equal values, and does that make sense?",
    ),
    repair=(
        "How many values are in the list?",
        "Which value did you read first when you looked at {data}?",
        "Can you put a dot for one of the values on a number line?",
        "Does the word range ask for one number or for several?",
    ),
    misconceptions=(
        Misconception(
            id="G68-STA-04",
            name="last minus first",
            hint="takes the difference of the first and the last value in the list",
            rule=lambda p: integer(abs(_numbers(p)[-1] - _numbers(p)[0])),
            applies_if=lambda p: abs(_numbers(p)[-1] - _numbers(p)[0]) != max(_numbers(p)) - min(_numbers(p)),
            steps=_range_steps,
            says=(
                "the list goes from {first} to {last}, and that is {wrong} apart",
                "I took the number at the front and the number at the back",
                "from {first} to {last} the difference is {wrong}",
            ),
            reworded=(
                "the data start with {first} and end with {last}",
                "I compared the outside numbers, {first} and {last}",
            ),
            cues=(
                "ends of the list",
                "written down early",
                "outside the stretch",
                "skipped",
                "shuffle*",
                "another order",
                "stick out",
                "hikers",
                "monday",
                "bookshelf",
                "lap",
                "alphabet*",
            ),
            turns={
                "elicit": (
                    "Did you choose {first} and {last} for their size or for their place at the ends of the list?",
                    "Why might someone have put these data down in just this order, and not in another order?",
                    "How would you explain the range to a person who gets the numbers on loose cards to shuffle?",
                    "Suppose the values are listed by the alphabet of some names. What would being first or last say about size?",
                ),
                "locate": (
                    "You picked {first} and {last}. Why should a place at the ends of the list matter?",
                    "What makes {first} special for the range, besides being written down early?",
                    "Draw a line from {first} to {last}. Which of the data lie outside the stretch you drew?",
                    "Look at the values you skipped. How do they compare with {first} and {last}?",
                ),
                "conflict": (
                    "Shuffle the list so that {last} comes second. What may your way give now, and have the data changed?",
                    "A friend writes the same data in another order. How could the two of you get different ranges?",
                    "Cut a strip of length {wrong} from a number line and lay it on the dots. Which dots stick out?",
                    "Write {data} from back to front, then in another order still. When does your {wrong} survive?",
                ),
                "analog": (
                    "Five hikers walk in a line, in no special order. Why not measure just the front and the back hikers to compare heights?",
                    "A weather log runs from Monday to Friday. Must those be the coldest and the hottest day?",
                    "On a messy bookshelf, what do the books at the left and the right tell about the heights of all?",
                    "A swimmer notes the time for every lap. What if the fastest lap came somewhere along the way?",
                ),
            },
            source="E1677; E397",
        ),
        Misconception(
            id="G68-STA-05",
            name="gives the largest value",
            hint="gives the largest value as the range",
            rule=lambda p: integer(max(_numbers(p))),
            applies_if=lambda p: min(_numbers(p)) != 0,
            steps=_range_steps,
            says=(
                "{wrong} is the biggest number in the list",
                "the range is how high the data go, and they go up to {wrong}",
                "nothing in the list is more than {wrong}",
            ),
            reworded=(
                "the data range up to {wrong}",
                "I looked for the top value and found {wrong}",
            ),
            cues=(
                "does it start",
                "started at",
                "starting point",
                "far apart",
                "scattered",
                "slide",
                "wider",
                "bunched",
                "vary",
                "gap",
                "differ",
                "crowded",
                "to be 0",
                "thermometer",
            ),
            turns={
                "represent": (
                    "Plot the five values as dots. Which piece of the line is crowded with them, and how long is {wrong} beside it?",
                    "Draw a bar from 0 to {wrong} above the dots. Which part of the bar says nothing about how scattered they are?",
                    "Stretch a thread along the dots so that it just touches all of them. What is the starting point of your thread?",
                    "Sketch two data sets that both reach {wrong}, one scattered and one tight. What would your way say of each?",
                ),
                "elicit": (
                    "If {wrong} is a stretch on the number line, where does it start and where does it stop?",
                    "What does {wrong} tell about the data, and does it say how scattered they are?",
                    "Which value would have to be 0 for a stretch of {wrong} to fit these data?",
                    "You say the data go up to {wrong}. What is the starting point of that climb?",
                ),
                "conflict": (
                    "Add 1000 to every value. The dots are just as scattered, so what happens to your answer?",
                    "Suppose all five values were {wrong}. How far apart would they be, and what would your way say?",
                    "Slide all the dots along the number line together. What should stay the same, and does yours?",
                    "Let the other values drop lower and lower. The data get wider, so what does your {wrong} do?",
                ),
                "simplify": (
                    "Twins are both 11 years old. What does your way say about the gap between their ages?",
                    "The data are 500, 501 and 502. How bunched are they, and what number would your way report?",
                    "Tickets cost 98, 99 or 100 dollars. Does 100 describe how much the prices differ?",
                    "A thermometer shows 70 degrees all day. What would your way give for how much it changed?",
                ),
            },
            source="E1177",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-STA-04-A",
            name="gives the middle value",
            hint="sorts the values and gives the one in the middle",
            rule=lambda p: integer(sorted(_numbers(p))[2]),
            cues=("median", "halfway", "center", "two on each side", "typical"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MEDIAN, RANGE)
