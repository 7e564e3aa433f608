"""Grades 3 to 5: elapsed time and changing units."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import Answer, decimal_text, integer, measure
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- elapsed time ---


def _film(rng: random.Random) -> dict[str, Any]:
    hour = rng.randint(1, 9)
    late = rng.randint(25, 58)
    early = rng.choice([q for q in range(10, late - 4) if (late - q) % 20])
    return {"h": hour, "m": late, "k": hour + rng.randint(2, 3), "q": early}


def _film_steps(p: Parameters) -> dict[str, Any]:
    return {
        "hours": p.k - p.h,
        "apart": abs(p.q - p.m),
        "begin": 100 * p.h + p.m,
        "finish": 100 * p.k + p.q,
    }


ELAPSED_TIME = Family(
    id="elapsed",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.A.1",
    topic="elapsed time",
    mission="find how many minutes pass between two times",
    vocabulary=("elapsed", "start", "end"),
    sample=_film,
    statements=(
        "How many minutes pass from {h}:{m} to {k}:{q}?",
        "Find the time from {h}:{m} to {k}:{q} in minutes.",
    ),
    stories=(
        "A film starts at {h}:{m} and ends at {k}:{q}. How many minutes long is it?",
        "A bus leaves at {h}:{m} and arrives at {k}:{q}. How many minutes is the trip?",
        "{name} begins to read at {h}:{m} and puts the book away at {k}:{q}. How many minutes does {name} read?",
    ),
    reworded=(
        "It is {h}:{m} now. How many minutes are there until {k}:{q}?",
        "A cake goes into the oven at {h}:{m} and comes out at {k}:{q}. How many minutes does it bake?",
    ),
    solve=lambda p: integer(60 * (p.k - p.h) + p.q - p.m),
    trace=lambda p: {
        "minutes to the next hour": 60 - p.m,
        "minutes in the full hours between": 60 * (p.k - p.h - 1),
    },
    elicit=(
        "How would you show {h}:{m} and {k}:{q} on a time line?",
        "What do you know about the time between {h}:{m} and {k}:{q}?",
        "Which full hours come between the two times?",
        "About how many hours lie between {h}:{m} and {k}:{q}, without any exact work?",
    ),
    extend=(
        "How could you check it by going backward from {k}:{q}?",
        "What if it took ten minutes longer?",
        "How could you find it with other jumps on a time line?",
        "How would you say the same length in hours and minutes?",
    ),
    check=(
        "Start at {h}:{m} and go on by your minutes on a clock. Where do the hands end?",
        "Walk back from {k}:{q} by your minutes. Which time should you meet?",
        "Draw a time line with both times and label every jump. What do the jumps add up to?",
        "How many full hours fit between the times, and does your answer hold about that many?",
    ),
    repair=(
        "Where are the hands of a clock at {h}:{m}?",
        "Which full hour comes right after {h}:{m}?",
        "Can you draw a line and put {h}:{m} at its left end?",
        "What might somebody be doing from {h}:{m} to {k}:{q}?",
    ),
    misconceptions=(
        Misconception(
            id="G35-TIME-02",
            name="subtracts parts separately",
            hint="takes the two hours apart and the two minutes apart and adds",
            rule=lambda p: integer(60 * (p.k - p.h) + abs(p.q - p.m)),
            applies_if=lambda p: p.q < p.m,
            steps=_film_steps,
            says=(
                "from {h} to {k} is {hours}, and from {q} to {m} is {apart} minutes more",
                "{hours} for the hours and {apart} for the minutes",
                "I did {k} minus {h}, and then {m} minus {q}, and put it together",
            ),
            reworded=(
                "I took {hours} for the hours and the minutes are {apart} apart, so both go together",
                "{k} and {h} are {hours} apart and {m} and {q} are {apart} apart",
            ),
            cues=("land*", "overshoot", "sooner", "earlier", "later than"),
            turns={
                "conflict": (
                    "Go {hours} hours on from {h}:{m}. Do you land before or after {k}:{q}?",
                    "Jump {hours} full hours from {h}:{m}. Where do you land, and would you still add {apart}?",
                    "If you count {wrong} minutes from {h}:{m}, do you land on {k}:{q} or overshoot it?",
                    "Would a trip from {h}:{m} to {k}:{m} end later than {k}:{q}, and how does {wrong} fit?",
                ),
                "locate": (
                    "You found {apart} between {q} and {m}. Which of the two clock times is earlier in its hour?",
                    "Which is sooner after the hour, {q} or {m}, and what does that do to your {apart}?",
                    "Look at the {apart} you put on. Does the end come earlier or later than {hours} hours?",
                    "On a time line, mark {h}:{m} and hop by hours. Do you land right on {k}:{q}?",
                ),
                "simplify": (
                    "Go from 3:50 to 4:10 on a clock. Your way says 1 hour 40 minutes: does that land there?",
                    "A nap goes from 1:55 to 2:05. Would your way have you wake up sooner or later than that?",
                    "From 5:40 to 6:30 your way finds 1 hour and 10 minutes. Where would you land from 5:40 with that?",
                    "Try 2:45 to 3:00. Jump a full hour first: do you land on 3:00 or overshoot it?",
                ),
                "elicit": (
                    "What do your {apart} minutes stand for on a time line: before you land or past it?",
                    "You put {apart} on top of {hours} hours. Why should the end be later than {hours} hours on?",
                    "Say where you land after {hours} hours from {h}:{m}. What is left to do from there?",
                    "Which of the two times sits earlier in its hour, and how did you use that?",
                ),
            },
            source="E299",
        ),
        Misconception(
            id="G35-TIME-03",
            name="subtracts like decimals",
            hint="subtracts the times as if they were plain numbers",
            rule=lambda p: integer(100 * (p.k - p.h) + p.q - p.m),
            steps=_film_steps,
            says=(
                "{finish} minus {begin} is {wrong}",
                "I took away the dots and did {finish} minus {begin}",
                "I lined up {finish} and {begin} and subtracted",
            ),
            reworded=(
                "I wrote the times without dots and took {begin} from {finish}",
                "{finish} take away {begin} gives {wrong}",
            ),
            cues=("each hour", "whole turn", "hour worth", "in an hour", "one hour", "{h}:99"),
            turns={
                "locate": (
                    "In {finish} minus {begin}, how many minutes is each hour counted as?",
                    "When you opened one hour in {finish}, how many minutes did you get from it?",
                    "Your {finish} treats the {k} as hundreds. What is an hour worth on a clock?",
                    "What does the long hand do in a whole turn, and how did {finish} minus {begin} use that?",
                ),
                "conflict": (
                    "In your way, how long is it from {h}:00 to one hour later? Check that with a clock.",
                    "Does a clock ever show {h}:99? Think about what happens in an hour.",
                    "At {h}:59 your way says that one hour still has 41 minutes to go. What does a clock say?",
                    "Count on in hops of one hour from {h}:{m}. How does the total compare with {wrong}?",
                ),
                "elicit": (
                    "Tell me what the {k} in {finish} counts. What is each hour made of there?",
                    "When you dropped the dots to write {finish}, what became of each hour?",
                    "If {wrong} is right, how many minutes did you give to each hour?",
                    "What comes after {h}:59 on a clock, and does {finish} minus {begin} know about one hour ending there?",
                ),
                "analog": (
                    "A dozen eggs is not ten eggs. What is the dozen of a clock, the number of minutes in an hour?",
                    "Dollars break into a hundred cents. Would a bank of time hand out the same for one hour?",
                    "Feet and inches do not subtract like plain numbers. What is it about one hour that is like a foot?",
                    "A week ends after day seven, not ten. Where does the count of minutes begin anew in an hour?",
                ),
            },
            source="E1736; E13",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-TIME-02-A",
            name="rounds the start down",
            hint="counts from the full hour before the start",
            rule=lambda p: integer(60 * (p.k - p.h) + p.q),
            cues=("on the dot", "head start", "too soon", "already gone"),
        ),
    ),
)


# --- hours and minutes in minutes ---


def _in_minutes(n: int) -> Answer:
    return measure(n, "minutes")


HOURS_TO_MINUTES = Family(
    id="h2m",
    grade_band="3-5",
    grade="4",
    ccss="4.MD.A.1",
    topic="time conversion",
    mission="write hours and minutes as minutes",
    vocabulary=("hour", "minute", "convert"),
    sample=lambda rng: {"h": rng.randint(2, 9), "m": rng.randint(5, 55)},
    statements=(
        "How many minutes are in {h} hours {m} minutes?",
        "Convert {h} hours and {m} minutes to minutes.",
    ),
    stories=(
        "A train ride takes {h} hours and {m} minutes. How many minutes is that?",
        "{name} sleeps {h} hours {m} minutes during a flight. How many minutes does {name} sleep?",
    ),
    reworded=("Express {h} h {m} min in minutes.",),
    solve=lambda p: _in_minutes(60 * p.h + p.m),
    trace=lambda p: {"minutes in the hours": 60 * p.h},
    elicit=(
        "What do you know about a single hour that could help?",
        "Which part of {h} hours {m} minutes is already in minutes?",
        "What happens on a clock while an hour goes by?",
        "Would you expect more or fewer than {h} minutes, and why?",
    ),
    extend=(
        "How would you turn your minutes back into hours and minutes?",
        "How many more minutes would make the next full hour?",
        "What would change if there were two hours more?",
        "Where have you seen a time given only in minutes?",
    ),
    check=(
        "Take full hours away from your minutes, one at a time. What is left at the end?",
        "Make a table of hours and minutes up to {h} hours. Does your answer fit after it?",
        "Count on by hours on a clock face and add the minutes last. Do you agree with yourself?",
        "Does your answer lie between {h} full hours and one hour more, as it should?",
    ),
    repair=(
        "How long is a quarter of an hour?",
        "Can you show half an hour on a clock?",
        "What takes you about an hour on a school day?",
        "Which hand of a clock moves faster?",
    ),
    misconceptions=(
        Misconception(
            id="G35-TIME-01",
            name="100 minutes in an hour",
            hint="treats hours like hundreds",
            rule=lambda p: _in_minutes(100 * p.h + p.m),
            steps=lambda p: {"hundreds": 100 * p.h},
            says=(
                "{h} hours are {hundreds} minutes, and {m} more makes {wrong}",
                "I put the {h} in front of the {m}, that is {hundreds} and {m}",
                "an hour is 100 minutes, so {hundreds}, plus {m}",
            ),
            reworded=(
                "{h} times 100 is {hundreds} and then the {m} is added",
                "hours are like hundreds, I wrote {hundreds} and put {m} in",
            ),
            cues=(
                "long hand",
                "clock face",
                "dial",
                "tick*",
                "your {hundreds}",
                "half an hour",
                "quarter*",
                "dozen*",
                "stopwatch",
                "recess",
                "each hour",
                "inch*",
                "week*",
            ),
            turns={
                "elicit": (
                    "To get your {hundreds}, how long did you make each hour?",
                    "What does the long hand do while one hour passes, and where is that in your work?",
                    "Describe a clock face that your {hundreds} would need. How many little ticks does it have?",
                    "Which length for half an hour goes with your {hundreds}, and does a clock agree?",
                ),
                "check": (
                    "Count the ticks on a clock face once around. Does that fit your {hundreds} for {h} hours?",
                    "Watch the long hand from 12 back to 12. How does its trip compare with your hour?",
                    "Let a stopwatch run for 1 hour. What must it show for your {hundreds} to be true?",
                    "Fill a table for {h} turns of the long hand. Does the last line show {hundreds}?",
                ),
                "simplify": (
                    "How many minutes is half an hour, and what would your way make of two of those?",
                    "Recess of a quarter hour comes four times. Does your way of counting an hour match all four?",
                    "Think of 1 hour 5 minutes of cartoons. What does your way say, and what would a stopwatch show?",
                    "If a lesson is half an hour, how many minutes do two lessons take on the dial?",
                ),
                "analog": (
                    "Eggs come by the dozen, and nobody writes 3 dozen as 300. What decides how big an hour is?",
                    "Nobody says 2 weeks 3 days is 203 days. What do weeks and hours have in common there?",
                    "Feet hold inches, but not one hundred of them. How do you find out what an hour holds?",
                    "With dollars and cents your way works well. What is different about the ticks on a clock?",
                ),
            },
            source="E161; E1013",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-TIME-01-A",
            name="adds hours and minutes",
            hint="adds the two numbers",
            rule=lambda p: _in_minutes(p.h + p.m),
            cues=("your plus", "joined", "same unit", "apples"),
        ),
        PlausibleError(
            id="G35-TIME-01-B",
            name="counts one hour only",
            hint="adds the minutes of a single hour",
            rule=lambda p: _in_minutes(60 + p.m),
            cues=("other hours", "only the first hour", "just one of the", "remaining hours"),
        ),
    ),
)


# --- units of length ---

_LENGTHS = (
    {"big": "meters", "small": "centimeters", "one_big": "meter", "one_small": "centimeter", "k": 100},
    {"big": "kilometers", "small": "meters", "one_big": "kilometer", "one_small": "meter", "k": 1000},
    {
        "big": "centimeters",
        "small": "millimeters",
        "one_big": "centimeter",
        "one_small": "millimeter",
        "k": 10,
    },
)


def _length(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.choice([n for n in range(2, 40) if n != 10]), **rng.choice(_LENGTHS)}


def _length_larger(rng: random.Random) -> dict[str, Any]:
    return {"a": 25 * rng.randint(41, 200), **rng.choice(_LENGTHS)}


CONVERTING_LENGTHS = Family(
    id="conv",
    grade_band="3-5",
    grade="4",
    ccss="4.MD.A.1",
    topic="unit conversion",
    mission="change a length to a smaller unit",
    vocabulary=("meter", "centimeter", "convert"),
    sample=_length,
    larger=_length_larger,
    statements=(
        "How many {small} are in {a} {big}?",
        "Convert {a} {big} to {small}.",
        "{a} {big} = how many {small}?",
    ),
    stories=(
        "{name} measures a length of {a} {big} and wants to tell {friend} how many {small} that is. What does {name} say?",
        "On a plan a line stands for {a} {big}. {name} must write it in {small}. What should {name} write?",
    ),
    reworded=("Give {a} {big} in {small}.",),
    solve=lambda p: measure(p.a * p.k, p.small),
    trace=lambda p: {f"{p.small} in one {p.one_big}": p.k},
    elicit=(
        "Which is longer, a {one_big} or a {one_small}?",
        "Which fact about one {one_big} could help you?",
        "What thing that you know is about one {one_small} long?",
        "Will the number get larger or smaller when the unit changes, and why?",
    ),
    extend=(
        "How would you go back from {small} to {big}?",
        "When would {small} be handier than {big}?",
        "Which other pair of units works just like this one?",
        "What would you say to someone who has never used {big}?",
    ),
    check=(
        "Picture your answer laid out in {small}. Is it as long as {a} {big}?",
        "Change your answer back into {big}. Which number should you see?",
        "Do it for one {one_big} first. Does your answer fit that?",
        "Compare the two units. Should there be more {small} or fewer than {a}?",
    ),
    repair=(
        "Can you show me about how long a {one_small} is?",
        "For a pencil, would you choose {big} or {small}?",
        "What have you measured in {big} before?",
        "Is a {one_small} shorter than your arm?",
    ),
    misconceptions=(
        Misconception(
            id="G35-CONV-01",
            name="divides instead of multiplying",
            hint="uses the conversion factor the wrong way round",
            rule=lambda p: measure(decimal_text(Fraction(p.a, p.k)), p.small),
            says=(
                "{small} are smaller, so the number gets smaller, and I divided",
                "I divided {a} and got {wrong}",
                "going down to a small unit means you divide",
            ),
            reworded=(
                "I made the {a} smaller because the unit is smaller",
                "you move the point to the left for a small unit",
            ),
            cues=(
                "ladybug*",
                "bug",
                "rope",
                "lay",
                "laid",
                "side by side",
                "penn*",
                "spoon*",
                "crumb*",
                "as long as",
                "single {one_small}",
                "one {one_small} of",
                "fewer",
                "step*",
                "cover*",
                "cup",
                "cups",
            ),
            turns={
                "conflict": (
                    "Unroll a rope of {a} {big}. Next to it, would {wrong} be as long as the rope?",
                    "Put a single {one_small} beside {a} {big}. Does {wrong} cover that length?",
                    "A bug walks {wrong} and stops. How much of the {a} {big} is behind it?",
                    "Which looks longer when laid on the ground: {a} {big} or {wrong}?",
                ),
                "represent": (
                    "Draw a bar for one {one_big} and lay {small} along it. How does the count compare with your {wrong}?",
                    "Sketch {a} {big} as a rope and mark {wrong} on it. Where does your mark fall?",
                    "Make a two-row table of {big} and {small}, step by step from 1. Does {wrong} ever appear?",
                    "Show {a} {big} and {wrong} as two bars side by side. What do you notice?",
                ),
                "analog": (
                    "You trade dollar bills for pennies. Do you walk off with more coins or fewer?",
                    "A pot is filled with a cup or with a spoon. With which do you go back more often?",
                    "A giant and a mouse cross the same yard. Who takes more steps, and who is the {one_small} here?",
                    "You break a cookie into crumbs. Is the number of crumbs below the number of cookies?",
                ),
                "elicit": (
                    "Your {wrong} is said to match {a} {big}. How many {small} would be laid along one {one_big}?",
                    "You said the small unit makes the number shrink. What happens if ladybugs measure the same rope?",
                    "When the pieces get small, do you need more or fewer of them to cover {a} {big}?",
                    "Explain your {wrong}: how far would a bug get along one {one_big} with it?",
                ),
            },
            source="ML measurement.inverted_conversion_factor",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-CONV-01-A",
            name="uses a factor ten times too large",
            hint="uses a conversion factor that is ten times too large",
            rule=lambda p: measure(10 * p.a * p.k, p.small),
            cues=("extra zero", "too many zeros", "ten times", "zeros did you"),
        ),
        PlausibleError(
            id="G35-CONV-01-B",
            name="keeps the number",
            hint="changes only the name of the unit",
            rule=lambda p: measure(p.a, p.small),
            cues=("same number", "new label", "only the name", "kept the {a}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ELAPSED_TIME, HOURS_TO_MINUTES, CONVERTING_LENGTHS)
