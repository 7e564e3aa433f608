"""Grades 3 to 5: order of operations."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- a sum with a product in it ---


def _sum_and_product(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 12), "b": rng.randint(2, 9), "c": rng.randint(3, 9)}


SUM_WITH_PRODUCT = Family(
    id="order1",
    grade_band="3-5",
    grade="5",
    ccss="5.OA.A.1",
    topic="order of operations",
    mission="find the value of an expression with addition and multiplication",
    vocabulary=("operation", "multiply first", "expression"),
    sample=_sum_and_product,
    larger=lambda rng: {"a": rng.randint(15, 60), "b": rng.randint(3, 12), "c": rng.randint(3, 12)},
    statements=(
        "{a} + {b} x {c} = ?",
        "Find the value of {a} + {b} x {c}.",
    ),
    stories=(
        "{name} has {a} stickers and buys {b} packs of {c} stickers. How many stickers is that, {a} + {b} x {c}?",
        "There are {a} chairs by the wall and {b} rows of {c} chairs. How many chairs, as {a} + {b} x {c}?",
    ),
    reworded=("Evaluate the expression {a} + {b} x {c}.",),
    solve=lambda p: integer(p.a + p.b * p.c),
    trace=lambda p: {"product": p.b * p.c},
    elicit=(
        "Which operations do you see in {a} + {b} x {c}?",
        "What story could {a} + {b} x {c} tell?",
        "Which numbers are tied together most closely here, and why?",
        "How would you show {b} x {c} and the {a} with counters?",
    ),
    extend=(
        "Where could you put parentheses without changing the value?",
        "How would the value change if {a} grew by one?",
        "Can you write {a} + {b} x {c} as a long addition?",
        "What would you change to make the value ten larger?",
    ),
    check=(
        "Write {b} x {c} as an addition and put the {a} in front. What is the total?",
        "Lay {b} rows of {c} counters and {a} more beside them. How many do you count?",
        "Tell a story that fits the expression. Does your answer fit the story too?",
        "Turn it around as {b} x {c} + {a}. Should the value be different now?",
    ),
    repair=(
        "Which sign stands between {b} and {c}?",
        "What does {b} x {c} mean in words?",
        "Can you point to the numbers that are added?",
        "How many signs are there in the expression?",
    ),
    misconceptions=(
        Misconception(
            id="G35-ORD-01",
            name="left to right",
            hint="works strictly from left to right",
            rule=lambda p: integer((p.a + p.b) * p.c),
            steps=lambda p: {"first": p.a + p.b},
            says=(
                "{a} plus {b} is {first}, and {first} times {c} is {wrong}",
                "I read it from the left: {first} first, and then times {c}",
                "the plus comes first, so I had {first} and then I multiplied",
            ),
            reworded=(
                "you go in order like reading, {a} and {b} make {first}, times {c}",
                "I did {first} groups of {c}",
            ),
            cues=(
                "loose",
                "egg*",
                "carton*",
                "dot",
                "dots",
                "your {first}",
                "dollar*",
                "glue*",
                "coupon*",
                "coat*",
                "apples",
                "bananas",
                "milk",
            ),
            turns={
                "locate": (
                    "Your {first} was made from {a} and {b}. Are the {a} among the things that come in groups of {c}?",
                    "Look at the x sign. Which number stands right before it, and did your {first} respect that?",
                    "Underline what is multiplied by {c}. Where in the line is your {first} written?",
                    "Who asked for the {a} to be taken {c} times? Find the place where your {first} did that.",
                ),
                "represent": (
                    "Draw {a} loose eggs, then {b} cartons with {c} eggs. Where in the picture is your {first}?",
                    "Make {b} lines of {c} dots, and put {a} dots to the side. Would you count {wrong}?",
                    "Sketch {wrong} eggs as {c} times {first}. Which eggs in your sketch were loose in the problem?",
                    "Write the whole line with plus signs only. How often does {a} show up, and how often in your {first}?",
                ),
                "analog": (
                    "Buy a hat for 7 dollars and 2 coats for 9 dollars each. What would your way charge you for the hat?",
                    "Put a melon and 3 bags of apples in a cart. Why does the melon not become three melons?",
                    "You order milk and five pizzas. Is the milk poured five times because you said it first?",
                    "A coupon says: 5 dollars plus 2 tickets at 10 dollars. What gets paid more than once?",
                ),
                "check": (
                    "Count {a} dollars in your hand and {b} envelopes of {c} dollars. How does that compare with {wrong}?",
                    "Take the {a} loose dots away and count again. By how much should {wrong} go down?",
                    "Swap the parts: {b} x {c} + {a}. Does reading from the left still give your {first}?",
                    "Cover the {a} with your hand and think of eggs. How much can it add when you lift the hand?",
                ),
            },
            source="E1507; MaE34; ML order_of_operations.strict_left_to_right",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-ORD-01-A",
            name="adds everything",
            hint="reads the times sign as a plus",
            rule=lambda p: integer(p.a + p.b + p.c),
            applies_if=lambda p: p.b + p.c != p.b * p.c,
            cues=("all plus", "times sign as", "three numbers", "tilted"),
        ),
        PlausibleError(
            id="G35-ORD-01-B",
            name="swaps the two operations",
            hint="multiplies at the plus and adds at the times sign",
            rule=lambda p: integer(p.a * p.b + p.c),
            applies_if=lambda p: p.a != p.c,
            cues=("{a} x {b}", "signs traded", "wrong sign", "last number added"),
        ),
    ),
)


# --- subtraction and addition in a row ---


def _back_and_forth(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(4, 15)
    c = rng.choice([n for n in range(3, 13) if n != b])
    return {"a": b + c + rng.randint(3, 30), "b": b, "c": c}


def _back_and_forth_larger(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(20, 60)
    c = rng.choice([n for n in range(15, 51) if n != b])
    return {"a": b + c + rng.randint(40, 200), "b": b, "c": c}


SUBTRACTION_THEN_ADDITION = Family(
    id="order2",
    grade_band="3-5",
    grade="5",
    ccss="5.OA.A.1",
    topic="order of operations",
    mission="find the value of an expression with subtraction and addition",
    vocabulary=("left to right", "addition", "subtraction"),
    sample=_back_and_forth,
    larger=_back_and_forth_larger,
    statements=(
        "{a} - {b} + {c} = ?",
        "Find the value of {a} - {b} + {c}.",
    ),
    stories=(
        "A bus has {a} riders. At a stop {b} get off and {c} get on. How many are on the bus, {a} - {b} + {c}?",
        "{name} has {a} cards, gives {b} to {friend} and then finds {c}. How many cards is {a} - {b} + {c}?",
    ),
    reworded=("Evaluate {a} - {b} + {c}.",),
    solve=lambda p: integer(p.a - p.b + p.c),
    trace=lambda p: {"after taking away": p.a - p.b},
    elicit=(
        "What happens to {a}, told as a short story?",
        "Which sign belongs to {b}, and which to {c}?",
        "How would you walk through {a} - {b} + {c} on a number line?",
        "Will the result be more or less than {a}, and how can you tell?",
    ),
    extend=(
        "What other order of the jumps lands on the same number?",
        "How would the value change if {b} and {c} traded places?",
        "Where would parentheses change the value?",
        "What single jump from {a} does the same job?",
    ),
    check=(
        "Act it out on a number line that starts at {a}. Where do you end?",
        "Start at your answer and undo each jump. Do you come home to {a}?",
        "Compare {b} with {c}. Should the end be above or below {a}?",
        "Try it with counters: take some off, put some on. How many lie there?",
    ),
    repair=(
        "What is the first number you read in the line?",
        "Do you gain or lose something when you meet {c}?",
        "Can you hop from {a} and tell me where you are?",
        "Which part would you like to do with your fingers or a number line?",
    ),
    misconceptions=(
        Misconception(
            id="G35-ORD-02",
            name="addition before subtraction",
            hint="adds before subtracting and takes the sum away",
            rule=lambda p: integer(p.a - (p.b + p.c)),
            steps=lambda p: {"both": p.b + p.c},
            says=(
                "{b} plus {c} is {both}, and {a} minus {both} is {wrong}",
                "A comes before S, so I did {b} plus {c} first",
                "you add first, that makes {both}, and then you take it from {a}",
            ),
            reworded=(
                "plus goes before minus, so I had {both} to take away",
                "I put {b} and {c} together to {both} and subtracted that",
            ),
            cues=(
                "your {both}",
                "lost",
                "piggy bank",
                "coin*",
                "elevator",
                "floor*",
                "gain*",
                "step back",
                "backward",
                "forward",
                "gift",
                "hands you",
                "shell*",
            ),
            turns={
                "conflict": (
                    "Put {a} coins in a jar, pull out {b}, then drop in {c}. Why would the end be {wrong}?",
                    "Someone hands you {c} shells at the end. Did your {both} treat that as a gift or as a loss?",
                    "Walk backward {b} from {a}, then forward {c}. How does that trip fit {wrong}?",
                    "If the last thing that happens is a gain, can the end drop as low as {wrong}?",
                ),
                "simplify": (
                    "You have 10 coins, lose 1, find 1. What would adding first do to your pile?",
                    "Play it with 9 - 2 + 2. After losing and finding the same number of shells, what do you expect?",
                    "An elevator on floor 8 goes down 3 and up 3. Where would your way leave it?",
                    "In 20 - 5 + 1 one coin comes at the end. Should that coin make you richer or poorer?",
                ),
                "elicit": (
                    "What sign sits in front of {c}, and what did your {both} do with that {c}?",
                    "Tell your {both} as a story. Were all of these lost?",
                    "If {c} is a gift, how did it come to be part of your {both}?",
                    "Which of {b} and {c} is a step back, and what did you treat the other one as?",
                ),
                "represent": (
                    "Draw an arrow for each sign, starting at {a}. Which of them points forward, and where does it end?",
                    "Show the moves on a number line in the order they are written. Which of your steps went backward?",
                    "Make a table for a piggy bank: start {a}, out, in. What goes in the last box, and why not {wrong}?",
                    "Use red for what you lose and green for what you gain. What color did your {both} get?",
                ),
            },
            source="ML order_of_operations.addition_before_subtraction_always",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-ORD-02-A",
            name="trades the signs",
            hint="adds the first and subtracts the second",
            rule=lambda p: integer(p.a + p.b - p.c),
            applies_if=lambda p: p.b != p.c,
            cues=("signs traded", "plus {b}", "minus {c}", "other way round"),
        ),
        PlausibleError(
            id="G35-ORD-02-B",
            name="stops after the subtraction",
            hint="leaves out the last number",
            rule=lambda p: integer(p.a - p.b),
            cues=("stopped", "forgot", "left out", "unused"),
        ),
    ),
)


# --- parentheses ---

PARENTHESES = Family(
    id="order3",
    grade_band="3-5",
    grade="5",
    ccss="5.OA.A.1",
    topic="parentheses",
    mission="find the value of an expression with parentheses",
    vocabulary=("parentheses", "expression"),
    sample=lambda rng: {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "c": rng.randint(2, 9)},
    larger=lambda rng: {"a": rng.randint(3, 9), "b": rng.randint(11, 30), "c": rng.randint(11, 30)},
    statements=(
        "{a} x ({b} + {c}) = ?",
        "Find the value of {a} x ({b} + {c}).",
    ),
    stories=(
        "Each of {a} children gets {b} pears and {c} plums. How many pieces of fruit is {a} x ({b} + {c})?",
        "{name} makes {a} necklaces, each with {b} red and {c} blue beads. How many beads is {a} x ({b} + {c})?",
    ),
    reworded=("Evaluate {a} x ({b} + {c}).",),
    solve=lambda p: integer(p.a * (p.b + p.c)),
    trace=lambda p: {"inside the parentheses": p.b + p.c},
    elicit=(
        "What do the parentheses in {a} x ({b} + {c}) tell you?",
        "How would you say {a} x ({b} + {c}) in words?",
        "What could one of the {a} groups look like?",
        "Which numbers live inside the parentheses?",
    ),
    extend=(
        "How could you get the same value without parentheses?",
        "What happens to the value if {c} grows by one, and why that much?",
        "Can you draw a rectangle that shows {a} x ({b} + {c})?",
        "Which story of your own would need these parentheses?",
    ),
    check=(
        "Write the parentheses {a} times with plus signs between them. What total do you find?",
        "Draw {a} bags, each with {b} and {c} things. How many things lie in all bags?",
        "Divide your answer by {a}. What should one group be worth?",
        "Split a rectangle into {a} by {b} and {a} by {c}. Do the pieces make your answer?",
    ),
    repair=(
        "Can you put a finger on everything inside the parentheses?",
        "How many pears would just one child get in such a story?",
        "What does the number in front of the parentheses count?",
        "Which sign is inside, and which is outside?",
    ),
    misconceptions=(
        Misconception(
            id="G35-ORD-03",
            name="ignores parentheses",
            hint="works as if the parentheses were not there",
            rule=lambda p: integer(p.a * p.b + p.c),
            steps=lambda p: {"part": p.a * p.b},
            says=(
                "{a} times {b} is {part}, plus {c} is {wrong}",
                "you multiply first, so {part}, and then I added {c}",
                "I did {a} times {b} and put the {c} on at the end",
            ),
            reworded=(
                "{part} and {c} more make {wrong}",
                "times comes before plus, that gives {part}, and then the {c}",
            ),
            cues=(
                "lunch*",
                "bag",
                "bags",
                "sock*",
                "fence*",
                "bunch*",
                "how many times does the {c}",
                "only once",
                "one time",
                "hot dog*",
                "flower*",
                "tulip*",
                "rose*",
                "wall",
                "walls",
            ),
            turns={
                "locate": (
                    "You used {c} one time. How many groups in this expression are waiting for their {c}?",
                    "Look at the curved marks like a fence. Which numbers does the fence hold, and which did your {a} reach?",
                    "In {wrong}, how many times does the {c} get counted, and how many bunches are there?",
                    "Your {part} holds {a} lots of {b}. Where in the bunches did the {c} go?",
                ),
                "represent": (
                    "Draw {a} bags. Put {b} dots and {c} crosses in every bag. Where do you see just {wrong} marks?",
                    "Sketch {a} vases with {b} roses and {c} tulips each. How many vases got tulips in your {wrong}?",
                    "Make a garden of {a} rows with {b} roses and {c} tulips a row. Which flowers does {wrong} leave out?",
                    "Build a wall of {a} layers from {b} gray and {c} white bricks. Which layers of the wall does {wrong} finish?",
                ),
                "analog": (
                    "A family meal is a hot dog and a juice. If 5 people order it, what is on the tray besides hot dogs?",
                    "A lunch holds a roll and an apple. When you pack 4 such lunches, are 4 rolls and 1 apple fine?",
                    "Each pair is a left sock and a right sock. Would 6 pairs have 6 left socks and one right?",
                    "A gift bag has a pen and a card. If 3 friends each get a bag, what is odd about one card?",
                ),
                "elicit": (
                    "What made you count the {c} only once?",
                    "Why do you think somebody put a fence around {b} + {c}?",
                    "Let the {a} stand for bags. In your {wrong}, is the last bag filled like the others?",
                    "Say what your {part} counts, then what the {c} counts. Did all bunches get both kinds?",
                ),
            },
            source="E2488; ML order_of_operations.ignore_parentheses",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-ORD-03-A",
            name="multiplies everything",
            hint="multiplies all three numbers",
            rule=lambda p: integer(p.a * p.b * p.c),
            applies_if=lambda p: p.b + p.c != p.b * p.c,
            cues=("{b} times {c}", "plus sign inside", "all three", "product of"),
        ),
        PlausibleError(
            id="G35-ORD-03-B",
            name="adds everything",
            hint="adds all three numbers",
            rule=lambda p: integer(p.a + p.b + p.c),
            cues=("your sum", "one more friend", "adding the {a}", "times sign"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SUM_WITH_PRODUCT, SUBTRACTION_THEN_ADDITION, PARENTHESES)
