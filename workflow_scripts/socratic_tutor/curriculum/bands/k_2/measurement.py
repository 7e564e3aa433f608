"""Kindergarten to grade 2: measurement."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import clock, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _hands(rng: random.Random) -> dict[str, Any]:
    hour, mark = rng.randint(1, 12), rng.randint(1, 11)
    return {"h": hour, "n": hour % 12 + 1, "m": mark}


READING_CLOCKS = Family(
    id="clock",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.C.7",
    topic="telling time",
    mission="tell the time from the two hands of a clock",
    vocabulary=("hour hand", "minute hand", "minutes"),
    sample=_hands,
    statements=(
        "The short hand is between {h} and {n}. The long hand points at {m}. What time is it?",
        "On a clock the long hand points at {m}. The short hand has gone past {h}, but not yet to {n}. "
        "What time does it show?",
    ),
    solve=lambda p: clock(p.h, 5 * p.m),
    trace=lambda p: {"minutes": 5 * p.m},
    elicit=(
        "What do the two hands look like on this clock?",
        "Which hand would you like to look at first?",
        "What do you know about the numbers on a clock?",
    ),
    extend=(
        "Where will the long hand be when the hour is over?",
        "How would the clock look a little later?",
        "How can you tell which hour it is from the short hand?",
    ),
    misconceptions=(
        Misconception(
            id="K2-TIME-01",
            name="each number is one minute",
            hint="reads the number at the minute hand as that many minutes",
            rule=lambda p: clock(p.h, p.m),
            says=(
                "the long hand is on {m}, so it is {m} minutes",
                "it points at {m} and the hour is {h}",
                "I read {h} first and then {m}",
            ),
            cues=("tiny", "small marks", "little lines", "trip", "all the way around", "dots"),
            turns={
                "locate": (
                    "Look from the 12 to the 1. How many tiny steps does the long hand make?",
                    "You read {m} for the long hand. What do the small marks before the {m} count?",
                    "What are the little lines for that come before the {m}?",
                    "Find the {m} on a clock. How many dots are there from one number to the next?",
                ),
                "represent": (
                    "Draw a clock with its little lines. How would {wrong} look on it?",
                    "Trace the long hand all the way around. How many minutes go by on that trip?",
                    "Begin at 12 and touch the small marks up to {m}. What did you count?",
                    "Show {wrong} with tiny steps from the 12. Does the hand get to the {m}?",
                ),
            },
            source="E698",
        ),
        Misconception(
            id="K2-TIME-02",
            name="swaps the hands",
            hint="mixes up the hour hand and the minute hand",
            rule=lambda p: clock(p.m, 5 * p.h % 60),
            applies_if=lambda p: p.h != p.m,
            says=(
                "the long hand is on {m}, so the hour is {m}",
                "long hand for the hour and short hand for the rest",
                "I read the {m} for hours and the {h} for minutes",
            ),
            cues=("slow*", "fast*", "creep*", "race", "job", "o'clock", "crawl*"),
            turns={
                "locate": (
                    "One hand is fast and one is slow. Which of them told you {m}?",
                    "Each hand has a job. What did you use the long hand for?",
                    "Which hand will creep to {n} next, and what does that hand tell us?",
                    "You took your hour from the hand at {m}. Is that the slow one?",
                ),
                "conflict": (
                    "At {m} o'clock, where would the short hand point? Look at where it is now.",
                    "Make {wrong} on a toy clock. Where does the slow hand go?",
                    "Think of a race of the two hands. Which one moves a full number in an hour, the fast one?",
                    "Say it is {wrong}. Which hand would crawl past {m} then?",
                ),
            },
            source="E1902",
        ),
    ),
)


def _ribbon(rng: random.Random) -> dict[str, Any]:
    start = rng.randint(2, 10)
    return {"a": start, "b": start + rng.randint(3, 12)}


MEASURING_LENGTH = Family(
    id="ruler",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.A.1",
    topic="measuring length",
    mission="measure how long a thing is on a ruler",
    vocabulary=("length", "centimeter", "start", "end"),
    sample=_ribbon,
    statements=(
        "A ribbon starts at {a} cm on a ruler and ends at {b} cm. How long is it?",
        "A pencil lies on a ruler from {a} cm to {b} cm. How many cm long is the pencil?",
        "A toy snake lies by a ruler. Its tail is at {a} cm and its nose is at {b} cm. How many cm long is it?",
    ),
    solve=lambda p: integer(p.b - p.a),
    elicit=(
        "What do you see at {a} and at {b} on the ruler?",
        "How do you use a ruler to find how long a thing is?",
        "Can you draw the ruler and show where it lies?",
    ),
    extend=(
        "Where would it end if we slid it to begin at 0?",
        "How could you test that without the ruler?",
        "Where else on the ruler could it lie?",
    ),
    misconceptions=(
        Misconception(
            id="K2-MEA-01",
            name="reads the end mark",
            hint="reads only the number at the end",
            rule=lambda p: integer(p.b),
            says=(
                "it stops at {b}",
                "the last number is {b}, so it is {b} long",
                "I looked at where it goes to on the ruler",
            ),
            cues=("0", "empty", "nothing", "slide", "bare", "not touch*"),
            turns={
                "locate": (
                    "Put your finger on 0 of the ruler. What is between 0 and {a}?",
                    "Which part of the ruler is empty before {a}?",
                    "You said {wrong}. Is there nothing on the ruler from 0 to {a}, or is it covered?",
                    "What part of the ruler does it not touch? Color that bare part.",
                ),
                "conflict": (
                    "Make a {wrong} cm strip and lay it from 0. How does it fit over this one?",
                    "Slide it so that it begins at 0. Will it still reach {wrong}?",
                    "Think of a thing that goes from 0 to {b}. Is it just as long as this one?",
                    "If it is {wrong} cm long and begins at {a}, what about the empty part?",
                ),
            },
            source="E323",
        ),
        Misconception(
            id="K2-MEA-02",
            name="counts marks not spaces",
            hint="counts every mark, also the first one",
            rule=lambda p: integer(p.b - p.a + 1),
            says=(
                "I counted all the marks from {a} to {b}",
                "I said 1 at the {a} and went on to the {b}",
                "I touched each line and got {wrong}",
            ),
            cues=("jump*", "space*", "hop*", "moved", "steps", "gap*"),
            turns={
                "locate": (
                    "You said 1 at the {a}. How far had you moved by then?",
                    "Is a centimeter a line or the space from line to line? Show me one.",
                    "Put a frog on {a}. Has it made a hop yet when you say 1?",
                    "Look at your first count, at {a}. Which gap does it stand for?",
                ),
                "represent": (
                    "Draw hops from {a} to {b}. How do they compare with your {wrong}?",
                    "Color each space from {a} to {b}. Are there {wrong} of them?",
                    "Walk your finger in steps from {a}. Where are you after {wrong} steps?",
                    "Take a tiny ribbon from {a} to the very next mark. How many jumps is it?",
                ),
            },
            source="E2269",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (READING_CLOCKS, MEASURING_LENGTH)
