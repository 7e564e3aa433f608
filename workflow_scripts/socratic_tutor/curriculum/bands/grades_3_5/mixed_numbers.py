"""Grades 3 to 5: mixed numbers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import fraction, mixed
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- mixed numbers as improper fractions ---


def _larger_mixed_number(rng: random.Random) -> dict[str, Any]:
    c = rng.randint(3, 12)
    return {"w": rng.randint(11, 40), "a": rng.randint(1, c - 1), "c": c}


def _mixed_number(rng: random.Random) -> dict[str, Any]:
    c = rng.randint(3, 9)
    return {"w": rng.randint(2, 7), "a": rng.randint(1, c - 1), "c": c}


MIXED_NUMBERS = Family(
    id="fmixed",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.3c",
    topic="mixed numbers",
    mission="write a mixed number as an improper fraction",
    vocabulary=("mixed number", "improper fraction", "whole"),
    sample=_mixed_number,
    larger=_larger_mixed_number,
    statements=(
        "Write {w} {a}/{c} as an improper fraction.",
        "Which improper fraction is equal to {w} {a}/{c}?",
        "Change {w} {a}/{c} to an improper fraction.",
    ),
    stories=(
        "A cook has {w} {a}/{c} pies. Written as one improper fraction, how many pies is that?",
        "{name} ran {w} {a}/{c} miles. Which improper fraction tells how many miles that is?",
    ),
    reworded=("Write {w} {a}/{c} with a single numerator over a single denominator.",),
    solve=lambda p: fraction(p.w * p.c + p.a, p.c),
    trace=lambda p: {"parts in the wholes": p.w * p.c},
    elicit=(
        "What does the {w} in {w} {a}/{c} stand for?",
        "How could you draw {w} {a}/{c}?",
        "What does the {c} tell you about the parts?",
        "Between which two whole numbers does {w} {a}/{c} lie?",
    ),
    extend=(
        "How could you turn your fraction back to check it?",
        "Where would your fraction go on a number line?",
        "What would change if there was one more whole?",
        "Which form would you rather use for adding, and why?",
    ),
    check=(
        "How many full wholes can you make from your fraction, and what is left?",
        "Is your fraction between {w} and the next whole number?",
        "How could a drawing of bars show that nothing got lost?",
        "Which point on a number line belongs to your fraction, and which to {w} {a}/{c}?",
    ),
    repair=(
        "Draw one whole bar with {c} equal parts. How many do you shade to fill it?",
        "Read {w} {a}/{c} aloud. Which little word do you say in the middle?",
        "What is the {a} counting in {w} {a}/{c}?",
        "Would {w} {a}/{c} pies be more or less than {w} pies?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-14",
            name="forgets the extra part",
            hint="multiplies the whole number by the denominator and stops",
            rule=lambda p: fraction(p.w * p.c, p.c),
            steps=lambda p: {"top": p.w * p.c},
            says=(
                "{w} times {c} is {top}, so it is {top} over {c}",
                "I turned the {w} into {top} parts and kept the {c}",
                "the {w} holds {top} parts, and I put that over {c}",
            ),
            reworded=("when you cut up the {w} you have {top} parts of size 1/{c}",),
            cues=("exactly", "leftover", "beside", "besides", "after the {w}"),
            turns={
                "conflict": (
                    "How many full pies does {wrong} make exactly? Compare that with {w} {a}/{c}.",
                    "Draw {wrong} in full bars. Where in your drawing is the leftover {a}/{c}?",
                    "Mark {wrong} and {w} {a}/{c} on a number line. Do they land on exactly the same point?",
                    "If {wrong} is all you have, who gets the leftover {a}/{c}?",
                ),
                "locate": (
                    "Your {top} parts fill {w} bars. What do you see in the problem besides those bars?",
                    "You used the {w} and the {c}. What stands after the {w} in {w} {a}/{c}?",
                    "Point to {top} parts in a drawing of {w} {a}/{c}. What is beside them?",
                    "Read {w} {a}/{c} aloud. Does {wrong} say all of it, or is there a leftover?",
                ),
                "check": (
                    "Turn {wrong} back into wholes. What stands beside them, and what stands beside the {w} in {w} {a}/{c}?",
                    "Build {wrong} from pieces of 1/{c}. Do they make exactly what the problem gave you?",
                    "Put a full bar from your {wrong} on each of {w} plates. What lies beside them?",
                    "How can you see that {wrong} and {w} are exactly one point, and is that fine here?",
                ),
            },
            source="E2579",
        ),
        Misconception(
            id="G35-FRA-15",
            name="adds whole to numerator",
            hint="adds the whole number to the numerator",
            rule=lambda p: fraction(p.w + p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w + p.a},
            says=(
                "{w} plus {a} is {top}, so it is {top} over {c}",
                "I put the {w} and the {a} together on top",
                "I added {w} to the top and kept the {c}",
            ),
            reworded=("{w} and {a} are put together, so it is {top} upstairs",),
            cues=("slice*", "cut one", "for a single", "same kind", "tiny"),
            turns={
                "locate": (
                    "You joined {w} and {a}. How are full bars and slices of 1/{c} the same kind of thing?",
                    "In {wrong} your {w} turned into {w} slices. How large was each thing it counted before?",
                    "How many slices of 1/{c} would you trade for a single full bar?",
                    "Think of what the {w} in front counts. Is that the same kind of thing that the top number counts?",
                ),
                "represent": (
                    "Draw {top} slices of 1/{c} and then draw {w} {a}/{c}. What do you see?",
                    "Take the full bars and cut one into slices of 1/{c}. How does what you see fit with your {top}?",
                    "Draw {w} full bars. If each turned into a tiny 1/{c} piece, would it be the same amount?",
                    "Show the {w} of {w} {a}/{c} with paper strips. Which of your {top} slices are they?",
                ),
                "analog": (
                    "Someone has 3 dollars and 2 dimes and says 5 dimes. Which part of that money is not the same kind?",
                    "You own 2 full cakes and a slice. Would you swap them for just slices, one for each?",
                    "A 4 foot rope and one tiny inch are called 5 inches. What happened to the feet?",
                    "What would you pay for a single dollar, if you only had dimes?",
                ),
            },
            source="E493; E1852",
        ),
        Misconception(
            id="G35-FRA-16",
            name="multiplies whole by numerator",
            hint="multiplies the whole number by the numerator",
            rule=lambda p: fraction(p.w * p.a, p.c),
            applies_if=lambda p: p.w + p.a != p.w * p.a,
            steps=lambda p: {"top": p.w * p.a},
            says=(
                "{w} times {a} is {top}, so it is {top} over {c}",
                "I multiplied the {w} by the top and kept the {c}",
                "{w} times {a} goes over {c}",
            ),
            reworded=("the {w} is in front of the {a}, and that means times, so it is {top}",),
            cues=("copies", "again and again", "repeat*"),
            turns={
                "locate": (
                    "Your {top} comes from {w} copies of {a}. Where are those copies in a drawing of {w} {a}/{c}?",
                    "What does the {w} tell you in {w} {a}/{c}: copies of {a}/{c} or something else?",
                    "Read {w} {a}/{c} aloud. Which little word stands at the space, and does it mean to repeat {a}/{c}?",
                    "Does {a}/{c} happen again and again in {w} {a}/{c}, or does it come just once?",
                ),
                "represent": (
                    "Draw {w} copies of {a}/{c} and then draw {w} {a}/{c}. Which picture is {wrong}?",
                    "Hop {a}/{c} again and again, {w} hops from zero. Where do you land, next to {w} {a}/{c}?",
                    "Write a story with {w} copies of {a}/{c} and one with {w} {a}/{c}. How do they differ?",
                    "Shade {a}/{c} of a bar and repeat it {w} times. How many bars did you fill all the way?",
                ),
                "simplify": (
                    "Your way reads 3 1/2 as 3 copies of 1/2. What would a baker with 3 1/2 loaves say?",
                    "Take 10 1/100. Would 10 copies of 1/100 even fill one bar?",
                    "By your way 5 1/5 is 5/5. How many bars do those copies of 1/5 fill?",
                    "Say 6 1/2 dollars. Do you repeat a half dollar, or what does the 6 stand for?",
                ),
                "elicit": (
                    "What picture did you have in mind: {w} copies of {a}/{c}, or something else?",
                    "Tell me how often {a}/{c} is there in {w} {a}/{c}. Does anything repeat?",
                    "You let {a}/{c} come again and again. Which word or sign in the problem told you that?",
                    "Put {a}/{c} of a pie on a plate and repeat it {w} times. How is that unlike {w} {a}/{c}?",
                ),
            },
            source="E1624; E20",
        ),
    ),
)


# --- subtracting mixed numbers ---


def _mixed_difference(rng: random.Random, low: int = 4, high: int = 12) -> dict[str, Any]:
    d = rng.randint(3, 9)
    a = rng.randint(1, d - 2)
    w = rng.randint(low, high)
    return {"w": w, "a": a, "v": rng.randint(1, w - 2), "c": rng.randint(a + 1, d - 1), "d": d}


SUBTRACTING_MIXED_NUMBERS = Family(
    id="fmixsub",
    grade_band="3-5",
    grade="5",
    ccss="5.NF.A.1",
    topic="subtracting mixed numbers",
    mission="subtract mixed numbers when a whole has to be opened",
    vocabulary=("regroup", "mixed number", "whole"),
    sample=_mixed_difference,
    larger=lambda rng: _mixed_difference(rng, 20, 60),
    statements=(
        "{w} {a}/{d} - {v} {c}/{d} = ?",
        "Subtract {v} {c}/{d} from {w} {a}/{d}.",
        "What is {w} {a}/{d} minus {v} {c}/{d}?",
    ),
    stories=(
        "A plank is {w} {a}/{d} feet long. {name} saws off {v} {c}/{d} feet. How many feet are left?",
        "{name} has {w} {a}/{d} cups of flour and uses {v} {c}/{d} cups. How many cups of flour are left?",
    ),
    reworded=("Start with {w} {a}/{d} and take away {v} {c}/{d}. What remains?",),
    solve=lambda p: mixed(p.w - p.v - 1, p.a + p.d - p.c, p.d),
    trace=lambda p: {
        "wholes after opening one": p.w - 1,
        "parts after opening one": p.a + p.d,
        "wholes left": p.w - p.v - 1,
    },
    elicit=(
        "What would {w} {a}/{d} look like as bars?",
        "Which part of {v} {c}/{d} do you want to take away first?",
        "Without any pencil, what would you guess for {w} {a}/{d} minus {v} {c}/{d}?",
        "What do you see when you compare {a}/{d} with {c}/{d}?",
    ),
    extend=(
        "How could adding {v} {c}/{d} show that your answer fits?",
        "Can you find the answer by counting up from {v} {c}/{d}?",
        "Suppose both fraction parts were equal. How would your work change?",
        "When do you not need to open a whole in such a problem?",
    ),
    check=(
        "What should your answer and {v} {c}/{d} make together?",
        "How could a number line from {v} {c}/{d} to {w} {a}/{d} test your answer?",
        "Would improper fractions lead you to the answer you have?",
        "Take just {v} from {w} {a}/{d}. Should your answer be above or below that?",
    ),
    repair=(
        "Draw {a}/{d} of a bar. How many parts are shaded?",
        "Which is larger, {a}/{d} or {c}/{d}?",
        "How many full bars do you need to show {w} {a}/{d}?",
        "Read {v} {c}/{d} aloud. Which piece of it is smaller than a whole?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-17",
            name="smaller from larger fraction part",
            hint="takes the smaller fraction part from the larger one, in whatever order they stand",
            rule=lambda p: mixed(p.w - p.v, abs(p.a - p.c), p.d),
            applies_if=lambda p: p.a < p.c,
            steps=lambda p: {"bars": p.w - p.v, "flipped": p.c - p.a},
            says=(
                "{w} minus {v} is {bars}, and {c} minus {a} is {flipped}",
                "{a} is too small, so I did {c} take away {a}",
                "I took the wholes apart and then did {c}/{d} minus {a}/{d}",
            ),
            reworded=("you can not take {c} from {a}, so it has to be {c} minus {a}",),
            cues=(
                "swap*",
                "trade* places",
                "turned around",
                "whose",
                "belong*",
                "hand over",
                "give away",
                "put back",
                "beyond {bars}",
                "owe*",
                "glue",
                "shelf",
                "plate",
                "at the start",
            ),
            turns={
                "locate": (
                    "You used {a}/{d} and {c}/{d}. Which one belongs to what you have at the start?",
                    "In your work {a}/{d} was taken away. Whose part is it in {w} {a}/{d} - {v} {c}/{d}?",
                    "Your fraction parts swapped their roles. Which of them belongs to what goes away?",
                    "Point to {c}/{d} in the problem. Which number does it belong to, and did you give away or keep it?",
                ),
                "represent": (
                    "Draw {a}/{d} of a pie on a plate. What happens when you hand over {c} such pieces?",
                    "Show {w} {a}/{d} with paper bars. Where do the {c} parts that you give away come from?",
                    "Draw {w} {a}/{d} pies on a shelf. Which pieces go when {v} {c}/{d} is taken?",
                    "Sketch what is there at the start and cross out {v} {c}/{d}. How do you get {c}/{d} off?",
                ),
                "check": (
                    "Suppose {v} {c}/{d} is put back with {wrong}. Do you get what you had at the start?",
                    "Glue a strip of {wrong} to a strip of {v} {c}/{d}. How long is it, next to {w} {a}/{d}?",
                    "Step back {v} from {w} {a}/{d} and you still owe {c}/{d}. Can you end beyond {bars}?",
                    "How would you use {wrong} and {v} {c}/{d} on a shelf to rebuild {w} {a}/{d}?",
                ),
                "analog": (
                    "You hold 20 cents and owe a friend 50. What changes if they swap, as your {a} and {c} did?",
                    "A bus has 20 free seats, and 25 kids come. What is odd if the numbers are turned around?",
                    "There are 30 cookies on a plate, and 70 kids ask. How could you hand over what they want?",
                    "A jar has 40 beads at the start, and 60 are wanted. Would 20 beads be left in it?",
                ),
            },
            source="MaE10",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-17-A",
            name="opens a whole but keeps it",
            hint="opens a whole for more parts but still counts it as a whole",
            rule=lambda p: mixed(p.w - p.v, p.a + p.d - p.c, p.d),
            cues=("opened", "for free", "came from", "still there", "used twice"),
        ),
        PlausibleError(
            id="G35-FRA-17-B",
            name="opens a whole into ten parts",
            hint="turns an opened whole into ten parts",
            rule=lambda p: mixed(p.w - p.v - 1, p.a + 10 - p.c, p.d),
            cues=("ten parts", "10 parts", "into ten", "into 10"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (MIXED_NUMBERS, SUBTRACTING_MIXED_NUMBERS)
