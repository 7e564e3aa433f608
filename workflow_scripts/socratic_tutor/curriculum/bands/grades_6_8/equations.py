"""Grades 6 to 8: equations."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- one-step equations: a number is added ----------------------------------------------------


def _added_number(rng: random.Random, low: int = 3, high: int = 30) -> dict[str, Any]:
    a = rng.randint(low, high)
    return {"a": a, "b": a + rng.randint(low, high + 10), "v": rng.choice("xnky")}


ONE_STEP_SUMS = Family(
    id="eqn_add",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.B.7",
    topic="one-step equations",
    mission="solve an equation in which a number is added to the unknown",
    vocabulary=("solve", "inverse", "equation"),
    sample=_added_number,
    larger=lambda rng: _added_number(rng, 120, 700),
    statements=(
        "Solve {v} + {a} = {b}.",
        "Find the value of {v}: {v} + {a} = {b}.",
    ),
    stories=(
        "{name} had {v} stickers, got {a} more, and has {b} stickers now. So {v} + {a} = {b}. What is {v}?",
        "A book of {v} pages and one of {a} pages have {b} pages together, so {v} + {a} = {b}. Find {v}.",
    ),
    reworded=(
        "For which {v} is {v} + {a} = {b} a true statement?",
        "{name} thinks of a number {v}. With {a} added it becomes {b}. Which number is it?",
    ),
    solve=lambda p: integer(p.b - p.a),
    elicit=(
        "How would you say {v} + {a} = {b} in words, as a riddle?",
        "Should {v} be smaller or larger than {b}?",
        "What would a scale in balance look like for {v} + {a} = {b}?",
        "Which part of the equation keeps {v} from standing by itself?",
    ),
    extend=(
        "How would you solve it if {a} were taken away from {v} and not added?",
        "Can you write another equation with the same solution?",
        "What happens to the solution when {b} gets 1 larger?",
        "Which number could replace {a} so that {v} becomes negative?",
    ),
    check=(
        "Use your number for {v} on the left. What does {v} + {a} come to, and what should it be?",
        "Think of {v} as one part of a total. How does its size fit with {b}?",
        "Draw a bar of length {b} and cut off your number. How long is the rest, next to {a}?",
        "Read {v} + {a} = {b} aloud with your number in it. Would a friend call it true?",
    ),
    repair=(
        "Which number is the total in {v} + {a} = {b}?",
        "What does the letter {v} want you to find out?",
        "Would {v} = 0 make the left side too small or too large?",
        "How many terms do you see on the left of the equals sign?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-01",
            name="uses the same operation",
            hint="adds the number once more instead of undoing the addition",
            rule=lambda p: integer(p.b + p.a),
            says=(
                "I added {a} to {b}",
                "there is a plus, so I did {b} plus {a}",
                "{b} and {a} make {wrong}",
            ),
            reworded=(
                "the sign is + and the numbers are {b} and {a}, that comes to {wrong}",
                "I put the {a} together with the {b}",
            ),
            cues=(
                "alone",
                "overshoot*",
                "beyond {b}",
                "scale",
                "backpack",
                "elevator",
                "piggy bank",
                "left side",
                "inside a",
            ),
            turns={
                "check": (
                    "Replace {v} by {wrong} on the left side. What does it come to, and where should it stop?",
                    "Start at {wrong} and count on {a}. By how much do you overshoot {b}?",
                    "Write {wrong} + {a} under the left side of the equation. How does it compare with {b}?",
                    "Suppose {v} really is {wrong}, already beyond {b}. What does {v} + {a} turn out to be?",
                ),
                "conflict": (
                    "{v} needs {a} more to reach {b}. How can {v} alone be {wrong}?",
                    "Mark {wrong} and {b} on a number line. On which side of {b} should {v} alone lie?",
                    "A box of {b} nuts has {v} of one kind and {a} of another. How could {wrong} nuts be inside a box like that?",
                    "Together, {v} and {a} fill a bar of {b}. Which of them alone would stick out beyond {b} in your solution?",
                ),
                "analog": (
                    "With a backpack of 5 kilograms on, a scale shows 50. What makes it odd to say that you alone weigh 55?",
                    "An elevator went up 3 floors and is on floor 8 now. How would you find where it set off?",
                    "Your piggy bank has $20 after you put in $6. How did it look before, fuller or emptier?",
                    "A cat sits on a scale with its 2-pound basket, and it shows 11. What would the scale show for the cat alone?",
                ),
            },
            source="E1214; E2271",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EQN-01-A",
            name="subtracts the wrong way round",
            hint="subtracts the total from the number that is added",
            rule=lambda p: integer(p.a - p.b),
            cues=("below zero", "wrong order", "swap the two", "negative number of"),
        ),
        PlausibleError(
            id="G68-EQN-01-B",
            name="takes the total",
            hint="gives the number on the right side as the value of the letter",
            rule=lambda p: integer(p.b),
            cues=("where did the {a} go", "already all of", "ignores", "nothing was added"),
        ),
    ),
)


# --- one-step equations: the unknown is multiplied --------------------------------------------


def _multiplied_unknown(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(3, 12)
    return {"a": a, "b": a * rng.randint(2, 12), "v": rng.choice("xnky")}


def _large_multiplied_unknown(rng: random.Random) -> dict[str, Any]:
    a = rng.randint(13, 40)
    return {"a": a, "b": a * rng.randint(15, 60), "v": rng.choice("xnky")}


ONE_STEP_PRODUCTS = Family(
    id="eqn_mul",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.B.7",
    topic="one-step equations",
    mission="solve an equation in which the unknown is multiplied",
    vocabulary=("coefficient", "inverse", "divide"),
    sample=_multiplied_unknown,
    larger=_large_multiplied_unknown,
    statements=(
        "Solve {a}{v} = {b}.",
        "Find {v} if {a}{v} = {b}.",
    ),
    stories=(
        "{name} buys {a} stickers for {v} cents each and pays {b} cents, so {a}{v} = {b}. What is {v}?",
        "In {a} equal boxes of {v} eggs there are {b} eggs, so {a}{v} = {b}. Find {v}.",
    ),
    reworded=(
        "Which number {v} makes {a}{v} equal to {b}?",
        "{name} takes a number {v} exactly {a} times and reaches {b}. Which number is it?",
    ),
    solve=lambda p: integer(p.b // p.a),
    elicit=(
        "How do you read {a}{v} when you say it in full?",
        "What story with equal groups could {a}{v} = {b} tell?",
        "How many times does {v} appear if you write {a}{v} out as a long sum?",
        "What would it mean for a number to solve {a}{v} = {b}?",
    ),
    extend=(
        "What would the solution be if {b} were doubled?",
        "How could you build a two-step equation that has the same solution?",
        "What happens to the solution as the coefficient gets larger and {b} stays?",
        "For which right-hand sides would the solution not be a whole number?",
    ),
    check=(
        "Take your number {a} times. Where do you arrive, compared with {b}?",
        "Draw {a} equal bars, each as long as your number. How long is the whole row, next to {b}?",
        "Count up in steps of your number. After how many steps do you land on {b}?",
        "Put your number in for {v}. What must the coefficient make of it?",
    ),
    repair=(
        "How many equal groups does {a}{v} talk about?",
        "Which number is the coefficient in {a}{v} = {b}?",
        "Which number would {a}{v} be for {v} = 1?",
        "What is unknown here: the number of groups or the size of a group?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-02",
            name="subtracts the coefficient",
            hint="takes the coefficient away from the right side as if it had been added",
            rule=lambda p: integer(p.b - p.a),
            applies_if=lambda p: p.b // p.a != p.b - p.a,
            says=(
                "{b} minus {a} is {wrong}",
                "I took the {a} to the other side, so {b} minus {a}",
                "you have to get rid of the {a}, so I subtracted it",
            ),
            reworded=(
                "{a} was too much on the left, so I pulled {a} off the {b}",
                "{a} less than {b} leaves {wrong}",
            ),
            cues=(
                "{a} + {v}",
                "pens",
                "tickets",
                "long chain",
                "friends",
                "spaces",
                "every one of",
                "row of",
                "each of the {a}",
                "between the {a}",
            ),
            turns={
                "elicit": (
                    "How would {a} + {v} look on paper, and how does the left side of this equation look?",
                    "Your way fits {a} + {v} = {b}. What would a price of {v} mean there, and what does it mean in {a}{v}?",
                    "What happens between the {a} and the {v} in this equation, in your words?",
                    "You took {a} away. Where in {a}{v} did you see {a} single things, like {a} pens in a pocket?",
                ),
                "represent": (
                    "Draw {a}{v} as a row of equal bars that is {b} long. How long would the row be with {wrong} for each bar?",
                    "Show {a} friends who each hold {v} cards. If every one of them held {wrong}, how far would {b} cards go?",
                    "Write {a}{v} as a long chain {v} + {v} + ... How does that chain compare with {a} + {v}?",
                    "Sketch {a} tickets with the price {wrong} on each. What does your sketch cost, next to {b}?",
                ),
                "check": (
                    "Let each of the {a} groups hold {wrong}. How does the total compare with {b}?",
                    "Suppose a ticket costs {wrong}. What would {a} tickets cost, compared with {b}?",
                    "Test {wrong}: take it twice and look at {b}. How many more of the {a} tickets are still unpaid?",
                    "If {wrong} is right, {a} friends with {wrong} coins each own {b} coins. What bothers you about that?",
                ),
            },
            source="E568",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EQN-02-A",
            name="multiplies again",
            hint="multiplies the right side by the coefficient",
            rule=lambda p: integer(p.b * p.a),
            cues=("grow* even more", "once again", "far too large", "bigger than {b}"),
        ),
        PlausibleError(
            id="G68-EQN-02-B",
            name="divides the wrong way round",
            hint="divides the coefficient by the right side",
            rule=lambda p: lowest(Fraction(p.a, p.b)),
            cues=("less than 1", "tiny piece", "goes into which", "upside down"),
        ),
    ),
)


# --- two-step equations with a difference -----------------------------------------------------


def _two_step_equation(rng: random.Random) -> dict[str, Any]:
    while True:
        a, b, x = rng.randint(2, 9), rng.randint(2, 15), rng.randint(2, 12)
        if a * x > 2 * b:
            return {"a": a, "b": b, "c": a * x - b, "v": rng.choice("xnk")}


def _large_two_step_equation(rng: random.Random) -> dict[str, Any]:
    a, b, x = rng.randint(11, 25), rng.randint(16, 60), rng.randint(15, 40)
    return {"a": a, "b": b, "c": a * x - b, "v": rng.choice("xnk")}


TWO_STEP_EQUATIONS = Family(
    id="eqn2",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.B.4a",
    topic="two-step equations",
    mission="solve an equation that takes two steps",
    vocabulary=("solve", "inverse operations", "both sides"),
    sample=_two_step_equation,
    larger=_large_two_step_equation,
    statements=(
        "Solve {a}{v} - {b} = {c}.",
        "Find {v} when {a}{v} - {b} = {c}.",
    ),
    stories=(
        "A group buys {a} tickets for {v} dollars each. A coupon takes {b} dollars off, so they pay {c} dollars. What is {v}?",
        "{name} fills {a} bags with {v} nuts each. Then {friend} eats {b} nuts, and {c} are left. What is {v}?",
    ),
    reworded=(
        "Which number {v} makes {a}{v} - {b} equal to {c}?",
        "{name} multiplies a number {v} by {a}, takes {b} away and gets {c}. What was the number?",
    ),
    solve=lambda p: lowest(Fraction(p.c + p.b, p.a)),
    trace=lambda p: {"value of the first term": p.c + p.b},
    elicit=(
        "What story could {a}{v} - {b} = {c} tell?",
        "What happens to {v} first on the left side, and what happens next?",
        "What would it mean to find the right {v} for this equation?",
        "Which numbers in {a}{v} - {b} = {c} are known, and what is done with them?",
    ),
    extend=(
        "How could you test your value in the first equation?",
        "Could you reach the same value with the steps in another order?",
        "What would change if the minus sign were a plus sign?",
        "How could you make up a harder equation with the same solution?",
    ),
    check=(
        "Multiply your number by {a} and take {b} off. Where do you arrive, and where should you?",
        "Put your number in for {v} on the left. What does each side of the line become?",
        "Tell the story of {a}{v} - {b} = {c} with your number. How does it end, compared with {c}?",
        "Compare {a} times your number with {c}. Is the gap between them {b}?",
    ),
    repair=(
        "What is done to {v} first in {a}{v} - {b}?",
        "Which number stands alone on the right?",
        "How many terms are on the left side of {a}{v} - {b} = {c}?",
        "If {v} were 1, what would {a}{v} be?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-03",
            name="moves a term without changing its sign",
            hint="moves the number across without changing its sign",
            rule=lambda p: lowest(Fraction(p.c - p.b, p.a)),
            steps=lambda p: {"moved": p.c - p.b},
            says=(
                "I moved the {b} over, got {moved}, and divided by {a}",
                "{c} minus {b} is {moved}, then I divided by {a}",
                "I took {b} from {c} and got {moved} for {a}{v}",
            ),
            reworded=(
                "the minus {b} goes over to the {c}, that makes {moved}",
                "{b} off the right side leaves {moved}, and I split that by {a}",
            ),
            cues=(
                "once more",
                "cancel*",
                "what you did to",
                "disappear*",
                "is larger",
                "if {a}{v} were",
                "as small as",
                "jar",
                "elevator",
                "wallet",
                "balloon",
                "rewind",
            ),
            turns={
                "locate": (
                    "On the left, {b} is already being subtracted. If you take {b} away there once more, what do you see?",
                    "You wrote {moved} on the right. Show the same change on the left: does the - {b} cancel?",
                    "Do to {a}{v} - {b} exactly what you did to {c}. What is on the left then?",
                    "From {c} to {moved} you took away {b}. How would that make the - {b} on the left disappear?",
                ),
                "conflict": (
                    "Which is larger, {a}{v} or {a}{v} - {b}? Hold your answer next to {moved} and {c}.",
                    "If {a}{v} were {moved}, what would {a}{v} - {b} be worth, compared with {c}?",
                    "Cover {a}{v} with your hand: something minus {b} is {c}. Could that something be as small as {moved}?",
                    "A jar loses {b} coins and {c} remain. How could the jar have held only {moved} at first?",
                ),
                "analog": (
                    "An elevator goes down 2 floors and stops at floor 17. If it goes down 2 again, how far is it from where it began?",
                    "You spend $3 and still have $50 in your wallet. Why can the wallet not have held $47 before?",
                    "A balloon sinks 100 feet and floats at 900 feet. What would 900 - 100 tell you about where it began?",
                    "You film someone who takes 2 books off a pile of many. What do you see when you rewind the film?",
                ),
            },
            source="ML algebra.change_side_change_sign; E1214",
        ),
        Misconception(
            id="G68-EQN-04",
            name="divides one term only",
            hint="divides only some of the numbers by the coefficient",
            rule=lambda p: lowest(Fraction(p.c, p.a) + p.b),
            says=(
                "I divided {c} by {a} and then added {b}",
                "I divided by {a} first, and the {b} came along",
                "{a}{v} becomes {v} and {c} gets divided, then plus {b}",
            ),
            reworded=(
                "first I got rid of the {a} in {c} and in {a}{v}, and at the end the {b} was added",
                "{c} over {a} is {v} minus {b}, and then I added the {b}",
            ),
            cues=(
                "skip*",
                "split",
                "ring*",
                "shar*",
                "way back",
                "overshoot*",
                "too high",
                "larger than {c}",
            ),
            turns={
                "locate": (
                    "You divided {a}{v} by {a} and {c} by {a}. Which number in the equation did the division skip?",
                    "Imagine the whole left side split into {a} equal groups. What would each group hold besides {v}?",
                    "Draw a ring around every number you divided by {a}. What is left outside the rings, and why?",
                    "After you divided, the left still had - {b}. How can sharing among {a} groups leave that as it was?",
                ),
                "conflict": (
                    "Take the way back: multiply all of {v} - {b} by {a}. How does that compare with {a}{v} - {b}?",
                    "A bill of {a}{v} - {b} dollars is shared by {a} people. How much of the {b} does each one save in your work?",
                    "Halve 100 - 40, then split only the 100 and take 40 off. What do you notice about the two results?",
                    "A tray of {a}{v} cookies has {b} missing and is split among {a} kids. Why would each kid miss all {b}?",
                ),
                "check": (
                    "Put {wrong} in for {v} and work through the left side. By how much does it overshoot {c}?",
                    "Take {a} times {wrong}, less {b}. By how much does that come out too high for {c}?",
                    "Run your {wrong} through the story: times {a}, then {b} off. Why might the end be larger than {c}?",
                    "Let {v} be {wrong} in the equation. Which number in your work lets the left side overshoot {c}?",
                ),
            },
            source="ML algebra.divide_one_term_only; E170",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EQN-03-A",
            name="subtracts the coefficient",
            hint="undoes the minus and then takes the coefficient away",
            rule=lambda p: lowest(Fraction(p.c + p.b - p.a)),
            applies_if=lambda p: p.a * (p.c + p.b - p.a) != p.c + p.b,
            cues=("stuck to the {v}", "times sign", "groups of", "next to the {v}", "multiplication"),
        ),
    ),
)


# --- two-step equations with a sum ------------------------------------------------------------


def _sum_equation(rng: random.Random) -> dict[str, Any]:
    a, b, x = rng.randint(2, 9), rng.randint(3, 20), rng.randint(2, 12)
    return {"a": a, "b": b, "c": a * x + b, "v": rng.choice("xnky")}


def _large_sum_equation(rng: random.Random) -> dict[str, Any]:
    a, b, x = rng.randint(11, 25), rng.randint(30, 90), rng.randint(15, 40)
    return {"a": a, "b": b, "c": a * x + b, "v": rng.choice("xnky")}


TWO_STEP_SUMS = Family(
    id="eqn_rev",
    grade_band="6-8",
    grade="7",
    ccss="7.EE.B.4a",
    topic="two-step equations",
    mission="solve an equation with a product and a sum",
    vocabulary=("solve", "subtract", "both sides"),
    sample=_sum_equation,
    larger=_large_sum_equation,
    statements=(
        "Solve {a}{v} + {b} = {c}.",
        "Find {v} so that {a}{v} + {b} = {c}.",
    ),
    stories=(
        "A gym asks {b} dollars to join and {v} dollars for each class. {name} takes {a} classes and pays {c} dollars in all. What is {v}?",
        "{name} puts {a} rows of {v} chairs into a hall where {b} chairs stand already. Now there are {c} chairs. What is {v}?",
    ),
    reworded=(
        "Which value of {v} makes {a}{v} + {b} equal to {c}?",
        "{friend} multiplies a secret number {v} by {a}, adds {b} and tells {name} the result, {c}. What is the number?",
    ),
    solve=lambda p: integer((p.c - p.b) // p.a),
    trace=lambda p: {"value of the first term": p.c - p.b},
    elicit=(
        "What story could {a}{v} + {b} = {c} tell?",
        "What is done to {v} first, and what is done after that?",
        "Which part of {c} has nothing to do with {v}?",
        "How would you draw {a}{v} + {b} and {c} as two bars of the same length?",
    ),
    extend=(
        "How would the steps change if {b} were subtracted on the left?",
        "Could you begin with the division, and what would you have to watch?",
        "Which number in place of {c} would make {v} equal to zero?",
        "Can you write a story of your own that fits this equation?",
    ),
    check=(
        "Let your number stand for {v} and work out the left side. How does it compare with {c}?",
        "Think of {a} groups of your number and {b} more. How much is that, next to {c}?",
        "Cut a bar of {c} into {b} and {a} equal pieces. Does each piece fit your number?",
        "Tell the equation as a story with your number. What does the end of the story say?",
    ),
    repair=(
        "Which number on the left is added on its own?",
        "How many {v} are there in {a}{v} + {b}?",
        "Is {c} the total or a part of the total?",
        "If {v} were 0, what would the left side be?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EQN-05",
            name="subtracts the wrong way round",
            hint="subtracts the total from the constant instead of the constant from the total",
            rule=lambda p: lowest(Fraction(p.b - p.c, p.a)),
            steps=lambda p: {"diff": p.b - p.c},
            says=(
                "{b} minus {c} is {diff}, and {diff} divided by {a} is {wrong}",
                "I subtracted {c} from {b} and got {diff}",
                "I moved the numbers together, {b} minus {c}, and then split {diff} by {a}",
            ),
            reworded=(
                "{b} comes first in the equation, so {b} minus {c}, and then over {a}",
                "when you take {c} off {b} you are at {diff}",
            ),
            cues=(
                "below zero",
                "negative chairs",
                "bill",
                "who pays",
                "had before",
                "starting amount",
                "owe*",
                "less than nothing",
                "which number came first",
                "cookie*",
                "minus sign in {wrong}",
            ),
            turns={
                "analog": (
                    "A bill is $60, and $10 of it is a fee. If the rest were 10 - 60, who would pay whom?",
                    "You bake 30 cookies and 6 are eaten. What does 6 - 30 say about the cookies left?",
                    "A rope of 90 feet loses a piece of 15 feet. Which number is the starting amount when you write the minus?",
                    "Someone has $100 and pays a bill of $30. How would it sound to say that they owe $70 now?",
                ),
                "locate": (
                    "When you wrote {diff}, which number came first in that step, and which number had to lose something?",
                    "Think of the {c} on the right as money that you had before. Which number should lose something then?",
                    "Your step ended at {diff}, below zero. What does {a}{v} count, and can it be like that here?",
                    "In the step before {wrong}, which was your starting amount: the total or what was added to {a}{v}?",
                ),
                "check": (
                    "Use {wrong} for {v}, which is below zero. Where does adding {b} to {a}{v} bring you?",
                    "Tell a story of {a} rows with {wrong} chairs each. What would negative chairs mean on the way to {c}?",
                    "Where does the minus sign in {wrong} lead you when you work out {a}{v} + {b} with it?",
                    "{c} is more than {b}. If {a}{v} were {diff}, less than nothing, on which side of {b} would the left side be?",
                ),
            },
            source="MaE33",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EQN-05-A",
            name="adds the constant",
            hint="adds the constant to the right side before dividing",
            rule=lambda p: lowest(Fraction(p.c + p.b, p.a)),
            cues=("even larger", "cancel*", "twice on the right", "disappear*"),
        ),
        PlausibleError(
            id="G68-EQN-05-B",
            name="stops before dividing",
            hint="takes the constant away and forgets the coefficient",
            rule=lambda p: integer(p.c - p.b),
            cues=("all {a} of them", "just a single {v}", "not finished", "still {a} copies"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (ONE_STEP_SUMS, ONE_STEP_PRODUCTS, TWO_STEP_EQUATIONS, TWO_STEP_SUMS)
