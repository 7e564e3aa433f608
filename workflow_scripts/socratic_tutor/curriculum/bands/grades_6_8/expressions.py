"""Grades 6 to 8: expressions."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import expression, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- combining like terms ---------------------------------------------------------------------


def _sum_of_terms(rng: random.Random, low: int = 2, high: int = 9) -> dict[str, Any]:
    v = rng.choice("xynk")
    a, b = rng.randint(low, high), rng.randint(low, high)
    c = rng.choice([0, *range(low, high + 1), *range(low, high + 1)])
    more = f" + {c}{v}" if c else ""
    return {"a": a, "b": b, "c": c, "v": v, "e": f"{a}{v} + {b}{more}"}


LIKE_TERMS = Family(
    id="liketerms",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.A.1",
    topic="combining like terms",
    mission="simplify a sum of terms",
    vocabulary=("term", "like terms", "coefficient"),
    sample=_sum_of_terms,
    larger=lambda rng: _sum_of_terms(rng, 21, 95),
    statements=(
        "Simplify {e}.",
        "Write {e} in simplest form.",
    ),
    stories=(
        "A ticket costs {v} dollars. What {name} buys comes to {e} dollars. Write this total in simplest form.",
        "A bag holds {v} marbles. The marbles that {name} and {friend} own can be written as {e}. Simplify this expression.",
    ),
    reworded=(
        "Shorten {e} as far as the rules of algebra allow.",
        "{name} wants to write {e} with as few terms as possible. What is the result?",
    ),
    solve=lambda p: expression(f"{p.a + p.c}{p.v} + {p.b}"),
    trace=lambda p: {"coefficients together": p.a + p.c} if p.c else {},
    elicit=(
        "What does {a}{v} stand for if {v} is the number of marbles in a bag?",
        "Which parts of {e} change when {v} changes, and which stay?",
        "How would you build {e} from bags and single marbles?",
        "When do two terms count as the same kind?",
    ),
    extend=(
        "How would your result change if one more {v} were added?",
        "What would {e} be worth for {v} = 100, and which form makes that easier?",
        "Can you invent another sum of four terms that simplifies to your result?",
        "Which value of {v} would make your expression equal to zero?",
    ),
    check=(
        "Choose a number for {v} and use it in {e} and in your result. Which two values do you get?",
        "Let {v} be 0 in {e} and in your expression. What should stay behind in both?",
        "Build {e} with bags and loose marbles. Which part of your result stands for which part of the pile?",
        "Use {v} = 10 to test your form against {e}. How do the two values compare?",
    ),
    repair=(
        "How many terms does {e} have?",
        "Which term of {e} has no letter?",
        "If {v} were the price of a ticket, what would {a}{v} tell you?",
        "What is the coefficient in the first term?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-01",
            name="joins unlike terms",
            hint="adds a plain number to the coefficients as if it had the letter too",
            rule=lambda p: expression(f"{p.a + p.b + p.c}{p.v}"),
            steps=lambda p: {"all": p.a + p.b + p.c},
            says=(
                "I added all the numbers and got {all}, and the letter is {v}",
                "the numbers make {all}, so it is {wrong}",
                "you add what you can, and the {v} goes at the end",
            ),
            reworded=(
                "there is a plus, so everything can go together to {wrong}",
                "{all} is what you get from the numbers and {v} is the letter",
            ),
            cues=("{v} = 0", "is 0", "loose", "bags", "apples", "dogs", "leash*", "empty", "same kind"),
            turns={
                "check": (
                    "Let {v} = 0. What is left of {e}, and what is left of {wrong}?",
                    "Suppose {v} is 0, so every bag is empty. Which numbers do {e} and {wrong} give?",
                    "Make the bags empty: how many marbles does {e} still have, and how many does {wrong}?",
                    "Test {wrong} against {e} with {v} = 0. What do you notice?",
                ),
                "represent": (
                    "Draw a bag for each {v} and a dot for each loose marble in {e}. How many bags does your picture show, next to {all} bags?",
                    "Lay out {e} with bags and loose marbles. Where do the {b} belong?",
                    "Sketch {wrong} with bags. Which loose marbles of {e} were stuffed into bags of their own?",
                    "Sort the pile for {e} by bags and loose marbles. What does each group look like next to {all} bags?",
                ),
                "analog": (
                    "Six boxes of apples and 2 single apples are on a cart. What goes wrong if a clerk notes down 8 boxes of apples?",
                    "In a park you see 4 dogs and 3 leashes. What would it mean to call that 7 dogs?",
                    "You have 5 crates of apples plus 1 apple. Why would a shop not call this 6 crates?",
                    "A wallet holds 3 twenty-dollar bills and 2 loose coins. What would a friend expect if you said you had 5 twenties?",
                ),
            },
            source="E2422",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-01-A",
            name="multiplies the number in",
            hint="multiplies the plain number with the coefficients",
            rule=lambda p: expression(f"{(p.a + p.c) * p.b}{p.v}"),
            applies_if=lambda p: (p.a + p.c) * p.b != p.a + p.b + p.c,
            cues=("times sign", "groups of {b}", "rectangle*", "product"),
        ),
        PlausibleError(
            id="G68-VAR-01-B",
            name="drops the letter",
            hint="adds all numbers and leaves the letter out",
            rule=lambda p: expression(f"{p.a + p.b + p.c}"),
            cues=("where did the {v} go", "letter vanish*", "without any {v}", "plain number at the end"),
        ),
    ),
)


# --- distributive property --------------------------------------------------------------------


def _product_with_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 10), 2)
    return {"a": a, "b": b, "v": rng.choice("xynk")}


def _large_product_with_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(11, 26), 2)
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
    larger=_large_product_with_sum,
    statements=(
        "Expand {a}({v} + {b}).",
        "Write {a}({v} + {b}) without parentheses.",
    ),
    stories=(
        "There are {a} gift bags. Each one holds {v} marbles and {b} stickers. Write the number of things in all without parentheses.",
        "{name} buys {a} lunches. Each lunch is a sandwich for {v} dollars and a drink for {b} dollars. Write the total cost without parentheses.",
    ),
    reworded=(
        "Rewrite the product {a}({v} + {b}) as a sum.",
        "A garden is {a} meters wide and {v} + {b} meters long. Give its area as a sum of two terms.",
    ),
    solve=lambda p: expression(f"{p.a}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"second product": p.a * p.b},
    elicit=(
        "What does it mean when a number stands right in front of parentheses?",
        "How would you read {a}({v} + {b}) aloud?",
        "What picture could show {a} groups of {v} + {b}?",
        "If {v} were 10, how would you find the value of {a}({v} + {b})?",
    ),
    extend=(
        "How could you show with a rectangle that your expression is equal to the first one?",
        "What would change if there were a minus sign in the parentheses?",
        "How could you turn your result back into a product?",
        "What happens to your result when {b} is replaced by 0, and why does that make sense?",
    ),
    check=(
        "Choose a number for {v}. What are {a}({v} + {b}) and your expression worth then?",
        "Let {v} be 0 in both forms. What does the product give, and what does your sum give?",
        "Draw a rectangle with sides {a} and {v} + {b}. Which part of it belongs to which of your terms?",
        "Write {v} + {b} exactly {a} times and count up. What do you count, compared with your expression?",
    ),
    repair=(
        "How many groups does the number in front of the parentheses make?",
        "What is in one single group of {a}({v} + {b})?",
        "Which two things are added inside the parentheses?",
        "If {v} is 1, what number is inside the parentheses?",
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
            reworded=(
                "{a} stands next to {v}, so those two get multiplied",
                "first comes {a}{v}, and then the plus {b} is written down again",
            ),
            cues=(
                "show up",
                "erasers",
                "only {b}",
                "copies",
                "looks the same",
                "arrow*",
                "untouched",
                "alone",
                "{v} = 0",
                "receipt",
            ),
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
                "check": (
                    "Set {v} = 0, so that {b} is alone in the parentheses. What do {a} groups of it make, next to {wrong}?",
                    "With {v} = 0, read {wrong} once more. How many of the {a} groups does that value pay for?",
                    "Think of {a} people who each get {v} and {b}. On the receipt {wrong}, how many people got their {b}?",
                    "Leave {b} alone in each group by taking all the {v} away. Which groups does {wrong} still count?",
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
            reworded=(
                "{a} goes with both, it makes {a}{v}, and with the {b} it makes {sum}",
                "there is a plus before the {b}, so the {a} and the {b} come to {sum}",
            ),
            cues=(
                "operation*",
                "where would you see",
                "chairs",
                "shelves",
                "cars",
                "teams",
                "spider*",
                "trays",
            ),
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
                "simplify": (
                    "Try 10 cars with 4 wheels each. Your way puts 10 and 4 together: how many wheels does it find?",
                    "Take 3 teams of a captain and 5 players. How many players would your way count, and how many are there?",
                    "Five spiders sit in a web, each with 8 legs. What would your way say about all the legs?",
                    "With 100 trays of 2 eggs, what does your way give for the eggs, and would that feed a crowd?",
                ),
            },
            source="E107; E2143",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-02-A",
            name="joins everything into one term",
            hint="multiplies all three into a single term",
            rule=lambda p: expression(f"{p.a * p.b}{p.v}"),
            cues=("unlike", "glue*", "apples", "plus sign vanish*", "{v} times {b}"),
        ),
    ),
)


# --- distributing a negative ------------------------------------------------------------------


def _negative_times_difference(rng: random.Random, low: int = 2, high: int = 9) -> dict[str, Any]:
    a, b = rng.sample(range(low, high + 1), 2)
    return {"a": a, "b": b, "v": rng.choice("xynk")}


DISTRIBUTING_A_NEGATIVE = Family(
    id="distrib_neg",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.A.1",
    topic="distributing a negative",
    mission="expand a product of a negative number and a difference",
    vocabulary=("distribute", "negative", "term"),
    sample=_negative_times_difference,
    larger=lambda rng: _negative_times_difference(rng, 11, 25),
    statements=(
        "Expand -{a}({v} - {b}).",
        "Write -{a}({v} - {b}) without parentheses.",
        "Distribute: -{a}({v} - {b}) = ?",
    ),
    reworded=(
        "Multiply out the product of -{a} and ({v} - {b}).",
        "Which sum of two terms is equal to -{a}({v} - {b})?",
    ),
    solve=lambda p: expression(f"-{p.a}{p.v} + {p.a * p.b}"),
    trace=lambda p: {"size of the second term": p.a * p.b},
    elicit=(
        "Which two things inside the parentheses does the number in front belong to?",
        "What does the minus sign before the {a} do to whatever it meets?",
        "How would you write {v} - {b} as a sum of two terms?",
        "What would the expression be worth if {v} were the same as {b}?",
    ),
    extend=(
        "How would the result look if the parentheses held a plus sign?",
        "For which {v} is the whole expression positive, and how do you know?",
        "How could you write the same expression with a positive number in front?",
        "What stays and what changes if both minus signs are dropped?",
    ),
    check=(
        "Put {b} in for {v} in the product and in your result. What should both give?",
        "Let {v} be 0. What is the product worth then, and does your expression agree?",
        "Choose {v} = 10 and work out both forms. How do they compare in size and in sign?",
        "Read the sign of each term you wrote. Which two signs met to make it?",
    ),
    repair=(
        "How many minus signs does -{a}({v} - {b}) have?",
        "What sign does the number in front of the parentheses have?",
        "Which term inside the parentheses carries a minus?",
        "If {v} were {b}, what would the parentheses be worth?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-04",
            name="loses the second sign",
            hint="keeps the minus on the second term after multiplying by the negative number",
            rule=lambda p: expression(f"-{p.a}{p.v} - {p.a * p.b}"),
            steps=lambda p: {"prod": p.a * p.b},
            says=(
                "-{a} times {v} is -{a}{v}, and {a} times {b} is {prod} with the minus from inside",
                "I multiplied both by {a} and kept the minus signs",
                "there is a minus in front of the {b}, so it stays minus {prod}",
            ),
            reworded=(
                "it is {a}{v} and {prod}, and both of them are negative",
                "I copied the minus in the middle and wrote {prod} behind it",
            ),
            cues=(
                "{v} = {b}",
                "parentheses are",
                "debt*",
                "second minus",
                "middle minus",
                "fine*",
                "cancel*",
                "10 - 4",
                "0 - 1",
                "100 - 1",
                "same as {b}",
            ),
            turns={
                "locate": (
                    "Circle the middle minus in your result. Which two signs met to produce it?",
                    "The first minus reached {v}. What did it do when it came to the second minus, beside the {b}?",
                    "You have - {prod} at the end. Trace its middle minus back: did it come from -{a}, from - {b} or from both?",
                    "Read - {b} as a number with its own sign. What happened to this second minus when -{a} met it?",
                ),
                "check": (
                    "Try {v} = {b}. What are the parentheses worth then, and what does {wrong} give?",
                    "Pick the {v} for which the parentheses are zero. What is {wrong} worth there?",
                    "When {v} is the same as {b}, how much is {v} - {b}, and how much is {wrong}?",
                    "Suppose {v} = {b}. Work out the product first and then {wrong}: what do you see?",
                ),
                "simplify": (
                    "Find -2(10 - 4) by doing the parentheses first. Then use your way on it: do the results match?",
                    "What is -5(100 - 1) close to? Compare that with what your way makes of it.",
                    "Look at -3(0 - 1), where the parentheses are easy. Which sign comes out, and which with your way?",
                    "A game cancels 2 of your debts of 10 points. Which way does your score move, and what does your sign rule say?",
                ),
            },
            source="E583",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-04-A",
            name="multiplies the first term only",
            hint="multiplies only the first term in the parentheses",
            rule=lambda p: expression(f"-{p.a}{p.v} - {p.b}"),
            cues=("left alone", "arrow*", "still just {b}", "untouched"),
        ),
        PlausibleError(
            id="G68-VAR-04-B",
            name="forgets the sign in front",
            hint="multiplies as if the number in front were positive",
            rule=lambda p: expression(f"{p.a}{p.v} - {p.a * p.b}"),
            cues=("opening sign", "very first sign", "starts with", "where the - in front went"),
        ),
    ),
)


# --- evaluating expressions -------------------------------------------------------------------


def _coefficient_and_value(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 9), "n": rng.randint(2, 12), "v": rng.choice("nxkyt")}


EVALUATING_EXPRESSIONS = Family(
    id="subst",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.A.2c",
    topic="evaluating expressions",
    mission="find the value of an expression for a given number",
    vocabulary=("variable", "coefficient", "substitute"),
    sample=_coefficient_and_value,
    larger=lambda rng: {"a": rng.randint(11, 25), "n": rng.randint(13, 40), "v": rng.choice("nxkyt")},
    statements=(
        "Find the value of {a}{v} when {v} = {n}.",
        "Evaluate {a}{v} for {v} = {n}.",
    ),
    stories=(
        "A snack costs {v} dollars, so {a} snacks cost {a}{v} dollars. How many dollars do {name} and {friend} pay for {a} snacks when {v} = {n}?",
        "{name} trains {v} minutes a day. In {a} days that is {a}{v} minutes. How many minutes is it when {v} = {n}?",
    ),
    reworded=(
        "Let {v} = {n}. How much is {a}{v} then?",
        "In a formula of {name} the term {a}{v} appears, and {v} has the value {n}. What number does the term stand for?",
    ),
    solve=lambda p: integer(p.a * p.n),
    elicit=(
        "How would you read {a}{v} aloud so that a friend understands what it means?",
        "What does the letter {v} stand for in this problem?",
        "What story with equal groups fits {a}{v}?",
        "How would {a}{v} look if every hidden sign were written out?",
    ),
    extend=(
        "What happens to {a}{v} when {v} grows by 1?",
        "For which value of {v} would {a}{v} be 0?",
        "How would the value change if a plus 1 stood behind the expression?",
        "Could {a}{v} ever be smaller than {v}, and for which numbers?",
    ),
    check=(
        "Draw {a} boxes and put {n} into each of them. What does the picture say about your value?",
        "Compare with {v} = 1, where {a}{v} is easy. How does your value for {n} fit with that?",
        "Count up by {n}, {a} times. Where do you land compared with your value?",
        "Take {n} away from your value. How well does what is left fit one group less?",
    ),
    repair=(
        "Which number takes the place of {v}?",
        "What is the coefficient in {a}{v}?",
        "If {v} were 1, what would {a}{v} be?",
        "How many groups of {v} does {a}{v} describe?",
    ),
    misconceptions=(
        Misconception(
            id="G68-VAR-05",
            name="glues digits together",
            hint="puts the value next to the coefficient like a digit",
            rule=lambda p: integer(int(f"{p.a}{p.n}")),
            says=(
                "I put {n} where the {v} was and it says {wrong}",
                "you swap the {v} for {n}, so {a}{v} turns into {wrong}",
                "{a} is there and then comes {n}",
            ),
            reworded=(
                "the letter is gone and {n} sits in its spot, that reads {wrong}",
                "I wrote {a} first and {n} right behind it",
            ),
            cues=(
                "packs",
                "bags",
                "side by side",
                "eggs",
                "tens",
                "hundreds",
                "between the",
                "next-door",
                "invisible",
                "100",
            ),
            turns={
                "elicit": (
                    "In {a}{v}, an invisible sign sits between the {a} and the {v}. What does it tell you to do?",
                    "If {v} is the number of eggs in a carton, what does {a}{v} count, and how could you lay that out?",
                    "Your {wrong} has a digit {a} in front. Is that {a} worth tens or hundreds there, and what was it in {a}{v}?",
                    "What do people leave out between the {a} and the {v} when they write {a}{v}?",
                ),
                "simplify": (
                    "One ticket costs {v} = 100 dollars. What would your way say for the cost of 2 tickets?",
                    "Suppose 3 bags hold 10 nuts each, so 3k with k = 10. What does your way give, and how many nuts are there?",
                    "Four packs of 25 cards make 4c cards, with c = 25. How many cards does your way find in those packs?",
                    "Work out 2m for m = 0, where both bags are empty. Which number does your way write side by side?",
                ),
                "check": (
                    "Lay {a} packs of {n} on the table and count. How close do you come to {wrong}?",
                    "Add one more to {v} and glue again. By how much did {wrong} grow, and by how much should {a} bags grow?",
                    "Picture {a} cartons that hold {n} eggs each. How many of your {wrong} eggs would find no place?",
                    "Let {v} be 1 for a moment. What does gluing give for {a} bags with a single nut in each?",
                ),
            },
            source="E1343; MaE55",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-VAR-05-A",
            name="adds the value",
            hint="adds the value to the coefficient",
            rule=lambda p: integer(p.a + p.n),
            applies_if=lambda p: p.a + p.n != p.a * p.n,
            cues=("plus sign", "only {n} more", "raise {v} by", "one group and {a} extra"),
        ),
        PlausibleError(
            id="G68-VAR-05-B",
            name="keeps the letter",
            hint="multiplies but leaves the letter in the result",
            rule=lambda p: expression(f"{p.a * p.n}{p.v}"),
            cues=("letter still", "after the swap", "unknown left", "stand there twice"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    LIKE_TERMS,
    DISTRIBUTIVE_PROPERTY,
    DISTRIBUTING_A_NEGATIVE,
    EVALUATING_EXPRESSIONS,
)
