"""Grades 6 to 8: expressions."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import expression
from socratic_tutor.curriculum.catalogue import Family, Misconception


def _product_with_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 10), 2)
    return {"a": a, "b": b, "v": rng.choice("xynk")}


DISTRIBUTIVE_PROPERTY = Family(
    id="distrib",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.A.1",
    topic="distributive property",
    mission="expand a product of a number and a sum",
    vocabulary=("distribute", "factor", "term"),
    sample=_product_with_sum,
    statements=(
        "Expand {a}({v} + {b}).",
        "Write {a}({v} + {b}) without parentheses.",
        "There are {a} gift bags. Each one holds {v} marbles and {b} stickers. Write the number of things in all without parentheses.",
    ),
    solve=lambda p: expression(f"{p.a}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"second product": p.a * p.b},
    elicit=(
        "What does it mean when a number stands right in front of parentheses?",
        "How would you read {a}({v} + {b}) aloud?",
        "What picture could show {a} groups of {v} + {b}?",
    ),
    extend=(
        "How could you show with a rectangle that your expression is equal to the first one?",
        "What would change if there were a minus sign in the parentheses?",
        "How could you turn your result back into a product?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-02",
            name="multiplies the first term only",
            hint="multiplies only the first term in the parentheses",
            rule=lambda p: expression(f"{p.a}{p.v} + {p.b}"),
            says=(
                "I did {a} times {v} and then plus {b}",
                "the {a} goes with the {v}, and the {b} stays",
                "{a} times {v} is {a}{v} and there is still {b} to add",
            ),
            cues=("show up", "erasers", "only {b}", "copies", "looks the same", "arrow*", "untouched"),
            turns={
                "represent": (
                    "Write {v} + {b} on {a} lines, one under another. How often does {b} show up there, and how often in {wrong}?",
                    "Picture {a} boxes, each with {v} pencils and {b} erasers. How many boxes have their erasers counted in {wrong}?",
                    "Draw a rectangle {a} high and {v} + {b} wide, cut into two parts. Which part could have an area of only {b}?",
                    "Stack {a} copies of {v} + {b}. What happens to the {b} in your stack, compared with {wrong}?",
                ),
                "locate": (
                    "In {wrong} the {b} looks the same as before. What did the {a} in front do to it?",
                    "Draw an arrow from the {a} to everything it multiplied in your work. What inside the parentheses got no arrow?",
                    "You turned {v} into {a}{v} and left {b} untouched. Why do those two get different treatment?",
                    "Suppose the {a} in front were doubled. Which part of {wrong} would stay untouched, and why?",
                ),
            },
            source="E220",
        ),
        Misconception(
            id="G68-VAR-03",
            name="adds instead of multiplying",
            hint="adds the outside number to the second number instead of multiplying",
            rule=lambda p: expression(f"{p.a}{p.v} + {p.a + p.b}"),
            applies_if=lambda p: p.a + p.b != p.a * p.b,
            steps=lambda p: {"sum": p.a + p.b},
            says=(
                "{a} times {v} is {a}{v}, and {a} and {b} make {sum}",
                "I put the {a} with the {b} and got {sum}",
                "the {a} joins the {b}, so that part is {sum}",
            ),
            cues=("operation*", "where would you see", "chairs", "shelves"),
            turns={
                "locate": (
                    "Think of what you did to {v} with the {a}. Was it the same operation that you used on the {b}?",
                    "The {a} acted on {v} in one way and on {b} in another. Which two operations were those?",
                    "You got {sum} from {a} and {b}. Where would you see {sum} in {a} bags that hold {b} each?",
                    "Look at the {sum} in {wrong}. Which operation made it, and what does {a} before parentheses mean?",
                ),
                "represent": (
                    "Picture {a} tables that need {b} chairs each. How far would {sum} chairs go?",
                    "Draw {a} shelves with {b} books on each of them. How does your drawing compare with {sum}?",
                    "Imagine 100 shelves with {b} books on each. Your way gives 100 + {b} books: how does that match the picture?",
                    "Place one more book on each of {a} shelves of {b}. How much does the pile grow, and how much would {sum} grow?",
                ),
            },
            source="E107; E2143",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (DISTRIBUTIVE_PROPERTY,)
