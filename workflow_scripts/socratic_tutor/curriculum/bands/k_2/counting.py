"""Kindergarten to grade 2: counting on and counting back."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- counting on ---


def _count_on(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(4, 15)
    return {"a": a, "b": rng.choice([b for b in range(3, min(8, 20 - a) + 1) if b != a])}


def _count_on_from_far(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(21, 89), "b": rng.randint(3, 9)}


COUNTING_ON = Family(
    id="add_small",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.C.5",
    topic="counting on",
    mission="add a small number by counting on",
    vocabulary=("add", "count on", "sum"),
    sample=_count_on,
    larger=_count_on_from_far,
    statements=("{a} + {b} = ?", "Add {a} and {b}.", "How much is {a} and {b} more?"),
    stories=(
        "{name} has {a} stickers and gets {b} more. How many stickers does {name} have now?",
        "There are {a} ducks on the pond. Then {b} more ducks swim up. How many ducks are there now?",
        "{name} has read {a} pages. Tonight {name} reads {b} more pages. How many pages is that in all?",
    ),
    reworded=(
        "Begin with {a} and count on {b}. Which number do you land on?",
        "What do you get when {b} joins {a}?",
    ),
    solve=lambda p: integer(p.a + p.b),
    trace=lambda p: {"first number said when counting on": p.a + 1},
    elicit=(
        "Which of the two numbers would you like to keep in your head?",
        "What could you use to show {a} and {b}, cubes or a drawing?",
        "How would you begin if you had {a} toys and got {b} new ones?",
        "Tell me the story of {a} + {b} in your own words. What happens first?",
    ),
    extend=(
        "How could you show {a} + {b} on a number line for a friend?",
        "Which way of adding {a} and {b} was the fastest for you, and why?",
        "What happens to your sum if we swap {a} and {b}?",
        "Can you make a story of your own for {a} + {b}?",
    ),
    check=(
        "Lay out {a} counters and {b} more. What do you find when you count every one?",
        "How can you walk back from your number to see if you reach {a}?",
        "Start from {b} this time and count on {a}. Do both ways agree?",
        "Draw all the dots for {a} and for {b}. How does your number fit the dots?",
    ),
    repair=(
        "Can you hold up {b} fingers for me?",
        "Where is {a} on your number line?",
        "Which number is bigger, {a} or {b}?",
        "Will you draw {b} little circles and tell me when you are done?",
    ),
    plausible=(
        PlausibleError(
            id="K2-CNT-01-A",
            name="counts one too many",
            hint="goes on counting after the second number is used up",
            rule=lambda p: integer(p.a + p.b + 1),
            cues=("too far", "extra", "last one", "used up", "when to stop"),
        ),
        PlausibleError(
            id="K2-CNT-01-B",
            name="takes away",
            hint="takes the second number away",
            rule=lambda p: integer(abs(p.a - p.b)),
            cues=("fewer", "gave away", "lost", "smaller than {a}", "plus sign"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-CNT-01",
            name="counts the start number",
            hint="says the number to start from as the first count",
            rule=lambda p: integer(p.a + p.b - 1),
            says=(
                "I said {a} for one, and when I had counted {b} I was at {wrong}",
                "I counted {b} numbers, {a} first, and the last was {wrong}",
                "I began with {a} as my first number and came to {wrong}",
            ),
            reworded=("I counted out {b} in a row from {a}, and {a} was number one",),
            cues=(
                "finger*",
                "frog",
                "touch*",
                "standing",
                "jump*",
                "hop*",
                "square",
                "floor",
                "cup",
                "dot",
                "that one",
                "again",
                "twice",
            ),
            turns={
                "elicit": (
                    "Say your count again for me. How many fingers are up when you say {a}?",
                    "Is your {a} a jump, or the place where you were already standing?",
                    "You said {a} out loud first. What were you touching just then?",
                    "Tell me about your first finger. Which of the {b} new ones does it count?",
                ),
                "represent": (
                    "Draw a line of numbers and put a frog on {a}. Where does one jump take it?",
                    "Hide {a} beans in a cup and lay {b} beside it. Which bean gets your first number?",
                    "Make {a} blue dots, then {b} red ones. On which dot do you say {a}?",
                    "Put your toy on {a} and hop {b} times. Where are you after the first hop?",
                ),
                "simplify": (
                    "Add just 1 to {a} in your way. You say {a} for that one, so where do you land?",
                    "Let us try 3 + 1. If that one new cube is called 3, what is odd?",
                    "I hold 2 crayons and pick up one more. Should I say 2 again?",
                    "Say 2 + 2 has 2 as its first jump. Where does your second jump end?",
                ),
                "analog": (
                    "You live on floor 3 and go up. Which floor do you climb to first?",
                    "In a board game you roll a 3. Which square do you tap for 1?",
                    "Your cup has 3 grapes and Mom drops in one. Which number do you say for it?",
                    "A bus has 2 kids, and one kid hops on. Who gets the next number?",
                ),
                "check": (
                    "Hop back {b} times from {wrong}. Where do you stop, next to {a}?",
                    "Lay {a} cubes and {b} cubes and touch each one. When do you pass {wrong}?",
                    "Put up a finger for each number after {a}, up to {wrong}. Who is missing?",
                    "Count the jumps from {a} to {wrong}. How many of the {b} did you make?",
                ),
            },
            source="E670; PT(9+4=12)",
        ),
    ),
)


# --- counting back ---


def _count_back(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(9, 20)
    return {"a": a, "b": rng.choice([b for b in range(3, 9) if a not in (2 * b, 2 * b - 1) and a - b > 2])}


def _count_back_from_far(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(31, 99), "b": rng.randint(3, 9)}


COUNTING_BACK = Family(
    id="sub_small",
    grade_band="K-2",
    grade="1",
    ccss="1.OA.C.5",
    topic="counting back",
    mission="subtract a small number by counting back",
    vocabulary=("subtract", "count back", "difference"),
    sample=_count_back,
    larger=_count_back_from_far,
    statements=("{a} - {b} = ?", "Take {b} away from {a}.", "How much is {a} take away {b}?"),
    stories=(
        "{name} has {a} grapes and eats {b} of them. How many grapes are left?",
        "There are {a} birds in a tree. Then {b} of them fly away. How many birds are still in the tree?",
        "{name} had {a} stickers and gave {b} to {friend}. How many stickers does {name} have now?",
    ),
    reworded=(
        "Begin with {a} and count back {b}. Which number do you land on?",
        "What stays when {b} leaves {a}?",
    ),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {"first number said when counting back": p.a - 1},
    elicit=(
        "What does the problem tell you to do with the {b}?",
        "How would you show {a} things, and what would you do next?",
        "Which number is the whole pile, and which one leaves?",
        "Say {a} - {b} as a little story. What happens in it?",
    ),
    extend=(
        "How could you show {a} - {b} with a drawing for a friend?",
        "Can you make an adding sentence that goes with {a} - {b}?",
        "What would change if {b} was one more?",
        "Which helps you more here, counting back or counting up, and why?",
    ),
    check=(
        "Put your number and {b} together. What should come out?",
        "Draw {a} dots and cross out {b}. How does your number fit the dots?",
        "How many hops is it from your number up to {a}?",
        "Make a pile of your number and a pile of {b}. Which number do both make?",
    ),
    repair=(
        "Can you point to {a} on a number line?",
        "Can you find the {b} in the problem and circle it?",
        "Can you draw {b} circles and cross them all out?",
        "Which number tells how many there are at the start?",
    ),
    plausible=(
        PlausibleError(
            id="K2-CNT-02-A",
            name="counts back one too many",
            hint="goes on counting back after the number is used up",
            rule=lambda p: integer(p.a - p.b - 1),
            cues=("too far", "extra", "used up", "when to stop"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-CNT-02",
            name="counts the start number going back",
            hint="says the number to start from as the first count back",
            rule=lambda p: integer(p.a - p.b + 1),
            steps=lambda p: {"short": p.b - 1},
            says=(
                "I said {a} for one, and after {b} numbers I was at {wrong}",
                "I counted back {b} numbers with {a} first, and I came to {wrong}",
                "I put up a finger at {a} and kept going down to {wrong}",
            ),
            reworded=("I went down from {a}, and {a} was number one of my {b}",),
            cues=(
                "stair*",
                "frog",
                "hop*",
                "jump*",
                "standing",
                "leave {a}",
                "left {a}",
                "first bite",
                "gone when",
                "floor",
                "page",
                "go back 1",
                "spend",
            ),
            turns={
                "elicit": (
                    "You said {a} first. How many things are gone when you say {a}?",
                    "When you say {a}, are you standing still or did you jump?",
                    "Which of your numbers tells that you left {a}?",
                    "Think of {a} as a stair. How many stairs have you gone down when you say {a}?",
                ),
                "represent": (
                    "Put a frog on {a} of a number line. Where does it sit after one hop down?",
                    "Draw {b} jumps back, the first one at {a}. Where does that jump end?",
                    "Walk your finger {b} hops down from {a}. Which place do you reach?",
                    "Draw a frog path from {a} to {wrong}. How many hops did it make?",
                ),
                "check": (
                    "Go up from {wrong} to {a} one hop at a time. How many hops do you make?",
                    "Stand on {wrong} and climb {b} stairs up. Where do you come out?",
                    "Count the jumps between {wrong} and {a}. How do they fit with {b}?",
                    "Play your count with grapes. At {a}, did you take the first bite?",
                ),
                "analog": (
                    "You are on floor 2 and ride down one floor. What does the door say?",
                    "You are on page 4 and flip back one page. Which page do you see?",
                    "If you have 2 coins and spend one, what is wrong with saying 2?",
                    "Dad is on stair 4 and steps down once. Which stair is he on then?",
                ),
            },
            source="E1824; PT(13-5=9)",
        ),
        Misconception(
            id="K2-OP-01",
            name="adds instead of subtracting",
            hint="reads the take-away sign as a plus",
            rule=lambda p: integer(p.a + p.b),
            says=(
                "{a} and {b} make {wrong}",
                "I put {b} with {a} and got {wrong}",
                "I counted up {b} from {a}",
            ),
            reworded=("I started at {a} and went {b} up to {wrong}",),
            cues=(
                "more than {a}",
                "grow*",
                "bigger",
                "pile",
                "bowl",
                "come or go",
                "talks about",
                "sent you up",
                "your hands",
                "full*",
                "backpack",
                "which way",
            ),
            turns={
                "locate": (
                    "Think of the {b} in this problem. Do they come or go?",
                    "Say the problem out loud. Which word or sign talks about the {b}?",
                    "You went from {a} to {wrong}. What in the problem sent you up?",
                    "Act it out with {a} cubes. What do your hands do with the {b}?",
                ),
                "conflict": (
                    "We took {b} from {a}, and you have {wrong}. How could the pile grow?",
                    "Is {wrong} more than {a}, and what does that tell you about the story?",
                    "A bowl with {a} grapes loses {b}. How full does the bowl look after that?",
                    "Think of {a} balloons when {b} of them pop. How could the bunch grow to {wrong}?",
                ),
                "simplify": (
                    "Say you have 2 cookies and eat 1. Is your plate more full or less full?",
                    "Try 3 - 1 with blocks. What happens to the pile?",
                    "Act out 4 - 1 with 4 socks. Which way does the pile change?",
                    "Your bowl has 2 plums and you eat 1. Could your bowl then have 3?",
                ),
                "analog": (
                    "You take books out of a backpack. How heavy is the backpack after that?",
                    "Kids get off a bus. Is the bus more full now or less full?",
                    "Water runs out of a tub. Which way does the water go, up or down?",
                    "Someone bites off a piece of bread. How could the bread grow from that?",
                ),
            },
            source="PT(16-7=23); E1514",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (COUNTING_ON, COUNTING_BACK)
