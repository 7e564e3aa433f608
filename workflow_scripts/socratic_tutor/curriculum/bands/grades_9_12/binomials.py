"""Grades 9 to 12: binomials."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import expression
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- the square of a binomial ---


def _one_binomial(rng: random.Random, low: int = 2, high: int = 15) -> dict[str, Any]:
    return {"a": rng.randint(low, high), "v": rng.choice("xynkmt")}


def _times(factor: int, letter: str) -> str:
    """A product as one writes it: 3x, but x for 1x."""
    return letter if factor == 1 else f"{factor}{letter}"


SQUARING_BINOMIALS = Family(
    id="sq_bin",
    grade_band="9-12",
    grade="9",
    ccss="HSA-APR.A.1",
    topic="squaring binomials",
    mission="expand a binomial that is raised to the second power",
    vocabulary=("binomial", "expand", "middle term"),
    sample=_one_binomial,
    statements=(
        "Expand ({v} + {a})^2.",
        "Write ({v} + {a})^2 without parentheses.",
    ),
    stories=(
        "A square garden has sides of {v} + {a} meters. Write its area without parentheses.",
        "{name} has a square photo with sides of {v} inches and adds {a} inches to the width and to the height. "
        "Write the new area, ({v} + {a})^2, without parentheses.",
    ),
    reworded=("Multiply {v} + {a} by itself. Which trinomial do you get?",),
    solve=lambda p: expression(f"{p.v}^2 + {2 * p.a}{p.v} + {p.a**2}"),
    trace=lambda p: {"middle coefficient": 2 * p.a, "square of the number": p.a**2},
    larger=lambda rng: _one_binomial(rng, 16, 60),
    elicit=(
        "What does the exponent 2 tell you to do with {v} + {a}?",
        "How would you draw an area that stands for ({v} + {a})^2?",
        "What does ({v} + {a})^2 mean in words?",
        "If {v} were 1000, which number would be squared here?",
    ),
    extend=(
        "Which parts of your result would a minus sign between {v} and {a} change?",
        "How could you use this pattern to find 101 squared in your head?",
        "How does each part of your result show up in an area picture?",
        "How would you turn your result back into a square?",
    ),
    check=(
        "Put {v} = 10 into ({v} + {a})^2 and into your result. Do both give the same number?",
        "Draw a square of side {v} + {a}. Is each of its pieces in your result?",
        "How many products do you make when every part of one bracket meets every part of the other?",
        "Choose a value for {v} other than 0. Does your result agree with the square?",
    ),
    repair=(
        "Which two parts stand in the parentheses?",
        "What is the exponent in this problem?",
        "If {v} is 1, which number stands in the parentheses?",
        "How would you write 7^2 as a product?",
    ),
    misconceptions=(
        Misconception(
            id="G912-ALG-01",
            name="distributes the exponent",
            hint="squares each part on its own",
            rule=lambda p: expression(f"{p.v}^2 + {p.a**2}"),
            says=(
                "I squared {v} and I squared {a}",
                "the exponent goes on the {v} and on the {a}",
                "both parts get the power of 2",
            ),
            reworded=("the little 2 belongs to everything inside, to the {v} and to the {a}",),
            cues=(
                "calculator",
                "under an exponent",
                "6 times 6",
                "2 times 2",
                "uncovered",
                "floor",
                "four parts",
                "gardens",
                "is -{a}",
                "{v} = 10",
                "such squares",
                "gap",
            ),
            turns={
                "simplify": (
                    "Work out (10 + 2)^2 with a calculator, then 10^2 + 2^2. What do you notice?",
                    "Compare 7 times 7 with 5^2 + 2^2. What does that tell you about 5 + 2 under an exponent?",
                    "Five and one make six. How does 6 times 6 compare with the 5^2 + 1^2 of your way?",
                    "Try your way on (1 + 1)^2. Which number comes out, and how does it compare with 2 times 2?",
                ),
                "represent": (
                    "Draw a big square with side {v} + {a}. Where do the two parts of {wrong} fit, and what stays uncovered?",
                    "Lay one {v} by {v} tile and one {a} by {a} tile in a square of side {v} + {a}. How much floor still shows?",
                    "Cut a square of side {v} + {a} into four parts where {v} ends. Which of the four parts appear in {wrong}?",
                    "Two gardens are squares with sides {v} and {a}, and a third has side {v} + {a}. How does the third area compare?",
                ),
                "check": (
                    "Let {v} be {a} as well, so {wrong} is a pair of squares. How many such squares fill one of side {a} + {a}?",
                    "Take {v} = 10. What is the square of 10 + {a}, and how far from it does {wrong} come out?",
                    "Which value does {v} + {a} have when {v} is -{a}, and what does {wrong} give there?",
                    "Test {wrong} with a positive {v} of your own. Is there a gap between it and the square?",
                ),
            },
            source="STACK buggy_pow; BR; PZ sin 1; ML exponents.distribute_exponent_over_addition; MaE04 (neighbour)",
        ),
        Misconception(
            id="G912-ALG-02",
            name="half of the middle term",
            hint="writes only half of the middle term",
            rule=lambda p: expression(f"{p.v}^2 + {_times(p.a, p.v)} + {p.a**2}"),
            says=(
                "{v} squared, then {a} times {v}, then {a} squared",
                "I squared the ends and multiplied {v} by {a} for the part between",
                "{v} times {a} is {a}{v}, and that goes in the middle",
            ),
            reworded=("the two squares are the ends, and {a} with {v} makes the {a}{v} between them",),
            cues=(
                "how many rectangles",
                "strip*",
                "boxes",
                "bracket*",
                "11 times 11",
                "51 times 51",
                "25 times 25",
                "square of 6",
            ),
            turns={
                "represent": (
                    "Draw the area model for ({v} + {a})({v} + {a}). You have one {a}{v}: how many rectangles measure {a} by {v}?",
                    "A square of side {v} + {a} is cut where {v} ends, both ways. How do the strips you see compare with your {a}{v}?",
                    "Fold a square of side {v} + {a} along its diagonal. Which strip lands on which, and what did {wrong} count?",
                    "Make a table of boxes with {v} and {a} along both edges. Which of its boxes match {wrong}, and which are left?",
                ),
                "locate": (
                    "Your {a}{v} takes {v} from one bracket and {a} from another. In what ways could that choice be made?",
                    "Number the brackets in ({v} + {a})({v} + {a}) first and second. Which {v} met which {a} in your {a}{v}?",
                    "Draw arrows from every part of one bracket to every part of its copy. Which arrows belong to {wrong}?",
                    "Think of handshakes between the two brackets of ({v} + {a})({v} + {a}). Which handshake does {wrong} not include?",
                ),
                "simplify": (
                    "Your way turns (10 + 1)^2 into 100 + 10 + 1. What is 11 times 11?",
                    "With your pattern (50 + 1)^2 comes to 2551. How does that fit 51 times 51?",
                    "Compare 20^2 + 20 * 5 + 5^2 with 25 times 25. What do you find?",
                    "Square 3 + 3 your way to get 9 + 9 + 9. How far is that from the square of 6?",
                ),
            },
            source="E1872 (neighbour); memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-ALG-01-A",
            name="doubles",
            hint="takes twice the sum in place of its square",
            rule=lambda p: expression(f"2{p.v} + {2 * p.a}"),
            cues=(
                "doubl*",
                "2 times {v}",
                "two copies",
                "sum of the sides",
            ),
        ),
        PlausibleError(
            id="G912-ALG-01-B",
            name="squares only the number",
            hint="squares the number and leaves the letter as it is",
            rule=lambda p: expression(f"{p.v} + {p.a**2}"),
            cues=(
                "only the {a}",
                "the {v} on its own",
                "plain {v}",
                "left alone",
            ),
        ),
    ),
)

# --- the product of two binomials ---


def _two_binomials(rng: random.Random, low: int = 2, high: int = 10) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b, "v": rng.choice("xyn")}


MULTIPLYING_BINOMIALS = Family(
    id="foil",
    grade_band="9-12",
    grade="9",
    ccss="HSA-APR.A.1",
    topic="multiplying binomials",
    mission="multiply two binomials",
    vocabulary=("binomial", "product", "term"),
    sample=_two_binomials,
    statements=(
        "Expand ({v} + {a})({v} + {b}).",
        "Write ({v} + {a})({v} + {b}) without parentheses.",
    ),
    stories=(
        "A room is {v} + {a} feet long and {v} + {b} feet wide. Write its area without parentheses.",
        "{name} sets up {v} + {a} rows of chairs with {v} + {b} chairs in each row. "
        "Write the number of chairs without parentheses.",
    ),
    reworded=("Multiply {v} + {a} by {v} + {b}. Which trinomial comes out?",),
    larger=lambda rng: _two_binomials(rng, 11, 40),
    solve=lambda p: expression(f"{p.v}^2 + {p.a + p.b}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"middle coefficient": p.a + p.b, "constant": p.a * p.b},
    elicit=(
        "What does it mean when two parentheses stand next to each other?",
        "How could a rectangle help you see this product?",
        "Suppose the first parentheses held a plain number: what would you do?",
        "How many parts does each of the two factors have?",
    ),
    extend=(
        "How could you check your result with a value for {v}?",
        "What would change if one of the signs were a minus?",
        "How would you go back from your result to the two binomials?",
        "Which numbers in place of {a} and {b} would make the middle term vanish?",
    ),
    check=(
        "Put {v} = 1 into the two factors and into your result. Do the values agree?",
        "Draw a rectangle with sides {v} + {a} and {v} + {b}. Does each of its pieces appear in your result?",
        "Swap the two factors and multiply once more. Do you get the same terms?",
        "Which value of {v} would be handy to compare the product with your result?",
    ),
    repair=(
        "Which number stands in the first parentheses?",
        "What is {v} times {v}?",
        "If {v} were 1, how large would each factor be?",
        "Which operation joins the two parentheses?",
    ),
    misconceptions=(
        Misconception(
            id="G912-ALG-03",
            name="first and last only",
            hint="multiplies only the first parts and the last parts",
            rule=lambda p: expression(f"{p.v}^2 + {p.a * p.b}"),
            says=(
                "{v} times {v} and {a} times {b}",
                "I multiplied the fronts and then the backs",
                "the letters go together and the numbers go together",
            ),
            reworded=("I matched first with first and last with last",),
            cues=(
                "missing",
                "bare",
                "empty",
                "blank",
                "ever meet",
                "no line",
                "handshake*",
                "single {v}",
                "{v} = 1",
                "{v} = 100",
                "{v} = -{a}",
                "gap",
            ),
            turns={
                "represent": (
                    "Draw a rectangle with sides {v} + {a} and {v} + {b}. Which pieces of it are missing from {wrong}?",
                    "Picture a floor that is {v} + {a} by {v} + {b}. If carpet covers just {wrong}, where is the floor bare?",
                    "Make a grid with {v} and {a} on one edge, {v} and {b} on the other. Which cells are empty in your work?",
                    "Shade the two parts of {wrong} in an area picture. What shapes stay blank?",
                ),
                "locate": (
                    "Look at the {a} in the first parentheses. Did it ever meet the {v} in the second?",
                    "Draw a line for every multiplication you did from ({v} + {a}) to ({v} + {b}). Which pairs have no line?",
                    "Team one is {v} and {a}, team two is {v} and {b}. Which handshakes between the teams did you use?",
                    "Your {wrong} has no part with a single {v}. What would come out if {v} met a number?",
                ),
                "check": (
                    "Let {v} = 1. What is (1 + {a})(1 + {b}), and what is {wrong} at that value?",
                    "Use {v} = 100 in the problem and in {wrong}. How many hundreds lie between the results?",
                    "Take {v} = -{a}, which turns a factor into 0. What should the product be, and what is {wrong}?",
                    "Pick any {v} besides 0 and compare ({v} + {a})({v} + {b}) with {wrong}. How wide is the gap?",
                ),
            },
            source="E1872",
        ),
        Misconception(
            id="G912-ALG-04",
            name="adds the constants",
            hint="uses the sum of the two constants twice",
            rule=lambda p: expression(f"{p.v}^2 + {p.a + p.b}{p.v} + {p.a + p.b}"),
            steps=lambda p: {"sum": p.a + p.b},
            says=(
                "{a} and {b} make {sum}, so I wrote {sum}{v} and {sum}",
                "I added {a} and {b} for the number part",
                "the numbers join up to {sum}",
            ),
            reworded=("{a} + {b} is {sum}, and that belongs to the middle and to the end",),
            cues=(
                "corner",
                "dots",
                "count as {sum}",
                "{v} = 0",
                "is zero",
                "cover every",
                "12 times 13",
                "(0 + 7)(0 + 9)",
                "20 by 30",
                "bags",
            ),
            turns={
                "represent": (
                    "In an area picture, look at the small corner with sides {a} and {b}. How does its size compare with {sum}?",
                    "Draw {a} rows of dots with {b} dots in each row. How does the picture compare with {sum}?",
                    "Tile the corner that measures {a} by {b} with unit squares. How well do {sum} of them cover it?",
                    "Mark the sides of an area picture {v} and {a}, then {v} and {b}. Which region did you count as {sum}?",
                ),
                "check": (
                    "Put {v} = 0 into ({v} + {a})({v} + {b}) and into {wrong}. What do you notice?",
                    "When {v} is zero, just the {a} and the {b} are left. How would the parentheses turn them into {sum}?",
                    "Which part of {wrong} stays when {v} is zero, and what stays of ({v} + {a})({v} + {b})?",
                    "With your thumb, cover every {v} in ({v} + {a})({v} + {b}). What stands between {a} and {b} now, compared with {sum}?",
                ),
                "simplify": (
                    "For (10 + 2)(10 + 3) your way gives 100 + 50 + 5. What is 12 times 13?",
                    "What is (0 + 7)(0 + 9), and what number would your way put there?",
                    "A floor of 20 by 30 feet would hold only 50 tiles by your count. How many does it really hold?",
                    "Say {a} bags hold {b} apples each. Are there {sum} apples, or did you count something else?",
                ),
            },
            source="E2256",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-ALG-03-A",
            name="adds the binomials",
            hint="adds the two binomials",
            rule=lambda p: expression(f"2{p.v} + {p.a + p.b}"),
            cues=(
                "perimeter",
                "plus sign between",
                "laid end to end",
                "no square",
            ),
        ),
        PlausibleError(
            id="G912-ALG-03-B",
            name="exchanges sum and product",
            hint="exchanges the sum and the product of the constants",
            rule=lambda p: expression(f"{p.v}^2 + {p.a * p.b}{p.v} + {p.a + p.b}"),
            cues=(
                "exchanged",
                "changed places",
                "other way round",
                "trade*",
            ),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SQUARING_BINOMIALS, MULTIPLYING_BINOMIALS)
