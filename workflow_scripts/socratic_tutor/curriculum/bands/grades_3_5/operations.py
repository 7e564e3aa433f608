"""Grades 3 to 5: order of operations, patterns, points and pictographs."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import coordinate, integer
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
                    "Underline what is multiplied by {c}. Is your {first} written anywhere in the line?",
                    "Who asked for the {a} to be taken {c} times? Find the place where your {first} did that.",
                ),
                "represent": (
                    "Draw {a} loose eggs, then {b} cartons with {c} eggs. Where in the picture is your {first}?",
                    "Make {b} lines of {c} dots, and put {a} dots to the side. Would you count {wrong}?",
                    "Sketch {wrong} eggs as {c} times {first}. Which eggs in your sketch were loose in the problem?",
                    "Write the whole line with plus signs only. How often does {a} show up, and how often in your {first}?",
                ),
                "analog": (
                    "Buy a hat for 7 dollars and 2 coats for 9 dollars each. Would you pay 9 dollars nine times?",
                    "Put a melon and 3 bags of apples in a cart. Why does the melon not become three melons?",
                    "You order milk and five pizzas. Is the milk poured five times because you said it first?",
                    "A coupon says: 5 dollars plus 2 tickets at 10 dollars. Does the 5 get multiplied? Explain with your {first}.",
                ),
                "check": (
                    "Count {a} dollars in your hand and {b} bills of {c} dollars. Do you hold {wrong}?",
                    "Trade the {a} for 0 and do it again. How much should that change {wrong}, as dots?",
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
    b, c = rng.randint(4, 15), rng.randint(3, 12)
    return {"a": b + c + rng.randint(3, 30), "b": b, "c": c}


def _back_and_forth_larger(rng: random.Random) -> dict[str, Any]:
    b, c = rng.randint(20, 60), rng.randint(15, 50)
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
                    "You used {c} one time. How many groups in this expression are waiting for a {c}?",
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
                    "A family meal is a hot dog and a juice. If 5 people order it, how do you read 5 x (1 + 1)?",
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


# --- patterns ---

_GROWING = [
    {"a": a, "b": a * r, "c": a * r * r}
    for r, top in ((2, 30), (3, 25), (4, 18), (5, 15))
    for a in range(1 if r > 2 else 2, top)
]


def _growing_larger(rng: random.Random) -> dict[str, Any]:
    a, r = rng.randint(110, 250), rng.choice((2, 3))
    return {"a": a, "b": a * r, "c": a * r * r}


NUMBER_PATTERN = Family(
    id="pattern",
    grade_band="3-5",
    grade="4",
    ccss="4.OA.C.5",
    topic="number patterns",
    mission="find the rule of a pattern and the next term",
    vocabulary=("pattern", "rule", "term"),
    sample=lambda rng: rng.choice(_GROWING).copy(),
    larger=_growing_larger,
    statements=(
        "{a}, {b}, {c}, ... Each term is made from the one before in the same way. What comes next?",
        "The pattern {a}, {b}, {c}, ... uses one rule again and again. What is the next term?",
    ),
    stories=(
        "The number of lilies on a pond is {a} in May, {b} in June and {c} in July. It goes on like that. What is it in August?",
        "{name} fills jars with {a}, then {b}, then {c} beads, always by the same rule. How many beads go into the next jar?",
    ),
    reworded=("Find the number that follows {a}, {b}, {c} if the same rule is used every time.",),
    solve=lambda p: integer(p.c * (p.c // p.b)),
    trace=lambda p: {"second gap": p.c - p.b, "times": p.b // p.a},
    elicit=(
        "What could have happened to {a} to make {b}?",
        "What do you notice when you look from {a} to {b} to {c}?",
        "How could you show {a}, {b} and {c} with dots?",
        "What would a machine have to do to turn {b} into {c}?",
    ),
    extend=(
        "How would you tell the rule of this pattern in words?",
        "Which term do you expect after the next one?",
        "What would the pattern look like with another first number?",
        "How fast do the gaps between the terms grow?",
    ),
    check=(
        "Use your rule on {a}, then on {b}. Do you meet every term of the pattern?",
        "Say your rule as one sentence. Does it turn {b} into {c} as well?",
        "Run your rule backward from {c}. Which terms should appear?",
        "Draw the terms as towers. Does your new tower go on in the same manner?",
    ),
    repair=(
        "Can you read the three terms aloud and tell me which grew the most?",
        "How do you get from {a} to {b} in your own words?",
        "Which two terms would you like to compare first?",
        "Could you draw dots for {a} and then for {b}?",
    ),
    misconceptions=(
        Misconception(
            id="G35-PAT-01",
            name="uses the first two terms only",
            hint="adds the step between the first and second term to the last one",
            rule=lambda p: integer(p.c + p.b - p.a),
            steps=lambda p: {"gap": p.b - p.a},
            says=(
                "from {a} to {b} it is {gap} more, so I added {gap} to {c}",
                "it goes up by {gap}, so {c} and {gap} make {wrong}",
                "{b} is {gap} more than {a}, and I did that again at the end",
            ),
            reworded=(
                "the rule is plus {gap}, and {c} plus {gap} is {wrong}",
                "I looked at the start and saw a jump of {gap}",
            ),
            cues=(
                "{b} to {c}",
                "{b} plus {gap}",
                "{gap} to {b}",
                "middle",
                "stair*",
                "same size",
                "both jump*",
                "clue*",
                "detective*",
                "second jump",
                "arch",
                "arches",
                "tower*",
                "recipe",
            ),
            turns={
                "check": (
                    "Try your plus {gap} on the middle term {b}. Do you come out at {c}?",
                    "What do you get from {b} plus {gap}, and what does the pattern show there?",
                    "Write the pattern anew from {a} with your own rule. Does the middle part lead to {c}?",
                    "Is the way from {b} to {c} as long as your {gap}?",
                ),
                "locate": (
                    "Your {gap} comes from the first pair. What did you do with the pair {b} to {c}?",
                    "Mark an arch over each neighboring pair. Under which arch did you find {gap}, and what of the other?",
                    "You read off {gap} at the start. Which second jump is also there for you to look at?",
                    "A detective uses every clue. Which number in the row gave you no clue for your {gap}?",
                ),
                "represent": (
                    "Draw arches over a number line for all the terms. Are both jumps the same size?",
                    "Stack cubes into towers of {a}, {b} and {c}. What do you see about how the towers grow?",
                    "Sketch a stair for each term. Would a person climb steps of the same size here?",
                    "Make a table with the terms and the jumps between them. What does the middle line tell you?",
                ),
                "analog": (
                    "A baby grows fast at first. Would one month's growth be a recipe for every later month?",
                    "A rumor reaches more and more people each hour. Why would its jumps not stay the same size?",
                    "A song's first beat fits many rhythms. What would you listen to before you name the recipe?",
                    "To guess a game's rule, a detective watches more than one move. Which clue did you skip here?",
                ),
            },
            source="E108; E104",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-PAT-01-A",
            name="repeats the last gap",
            hint="adds the step between the second and third term again",
            rule=lambda p: integer(2 * p.c - p.b),
            cues=("last gap", "latest step", "newest", "grow as well"),
        ),
        PlausibleError(
            id="G35-PAT-01-B",
            name="doubles the last term",
            hint="doubles the last term whatever the rule is",
            rule=lambda p: integer(2 * p.c),
            applies_if=lambda p: p.c != 2 * p.b,
            cues=("double*", "twice", "twin", "always times two"),
        ),
    ),
)


# --- points in the plane ---


def _point(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 13), 2)
    return {"a": a, "b": b}


def _point_larger(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(13, 40), 2)
    return {"a": a, "b": b}


POINT_IN_THE_PLANE = Family(
    id="coord",
    grade_band="3-5",
    grade="5",
    ccss="5.G.A.1",
    topic="coordinates",
    mission="write the coordinates of a point",
    vocabulary=("x-coordinate", "y-coordinate", "origin"),
    sample=_point,
    larger=_point_larger,
    statements=(
        "A point is {a} units right and {b} units up from the origin. Write its coordinates.",
        "From the origin, go {b} units up and {a} units right. Which ordered pair names that point?",
    ),
    stories=(
        "On a treasure map {name} walks {a} paces right and {b} paces up from the origin. At which point does {name} dig?",
        "A drone leaves the origin. It flies {a} squares to the right and {b} squares up. Write down its position.",
    ),
    reworded=(
        "A bug sits {b} units above the x-axis and {a} units to the right of the y-axis. Name its ordered pair.",
    ),
    solve=lambda p: coordinate(p.a, p.b),
    elicit=(
        "Where would you put your pencil first on the grid?",
        "What are the names of the two axes, and which way do they run?",
        "How does an ordered pair tell somebody where to go?",
        "Which of the moves in the problem is sideways?",
    ),
    extend=(
        "What point lies one unit to the left of yours?",
        "How would you describe the way back to the origin?",
        "Which other points share a coordinate with yours?",
        "What does a point look like that lies right on one of the axes?",
    ),
    check=(
        "Follow your own pair on a grid, starting at the origin. Do you land on the right spot?",
        "Give your pair to a partner without the problem. Where would that person end up?",
        "Which number of your pair is the sideways one, and does that fit the problem?",
        "Sketch the grid and mark the point from the words. Does your pair name that mark?",
    ),
    repair=(
        "Can you point to the origin on a grid?",
        "Which way does the x-axis run?",
        "Show me {a} units to the right with your finger. Where are you?",
        "What does the comma in an ordered pair keep apart?",
    ),
    misconceptions=(
        Misconception(
            id="G35-COO-01",
            name="swaps x and y",
            hint="writes the distance up first",
            rule=lambda p: coordinate(p.b, p.a),
            says=(
                "it is {b} up, so I wrote the {b} first",
                "you start with how high it is, and then how far over",
                "up comes first and then across, so {b} and then {a}",
            ),
            reworded=("the y is {b} and it leads, and the {a} follows", "I wrote the up number in front"),
            cues=(
                "in front",
                "before the comma",
                "land*",
                "partner*",
                "ladder*",
                "elevator*",
                "lobby",
                "crane",
                "{b} to the right",
                "{b} steps to the right",
                "sideways",
                "spreadsheet",
                "seat*",
                "slide*",
            ),
            turns={
                "conflict": (
                    "Mail {wrong} to a partner who knows the rules of the grid. Where will that person land?",
                    "Start at the origin and follow {wrong} as a grid reader would. Where do you land?",
                    "Draw the spot from the words and the spot {wrong} side by side. Do both land on one place?",
                    "If a crane reads {wrong}, how far sideways does it roll before it lifts anything?",
                ),
                "locate": (
                    "You put {b} in front. Which move does the number before the comma stand for?",
                    "Look at the number before the comma in {wrong}. Along which axis is it counted?",
                    "In {wrong}, what would {b} to the right mean for your point?",
                    "Which axis gets counted in front, and is that the move where you used {b}?",
                ),
                "analog": (
                    "In a tall building you cross the lobby and then take the elevator. Which part of a pair is like the lobby?",
                    "To use a ladder you carry it along the wall before you climb. How is a point's address like that?",
                    "Theater tickets name row and seat. What would happen if you read the seat for the row?",
                    "A crane slides along its rail and then lifts. What goes wrong if it mixes up slide and lift?",
                ),
                "simplify": (
                    "Put a point 1 right and 0 up. Is it on the x-axis, and what would you write before the comma?",
                    "Think of a bug that only walks sideways, 1 unit. Which number in its pair is not zero: in front or behind?",
                    "Mark a dot 0 right and 1 up. What does your habit of putting up in front make of it?",
                    "Place a coin 1 to the right and none up. Would your way slide it along or lift it?",
                ),
            },
            source="E144; MaE43",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-COO-01-A",
            name="counts the grid lines",
            hint="counts the origin as 1",
            rule=lambda p: coordinate(p.a + 1, p.b + 1),
            cues=("counts as one", "starting line", "gaps", "lines instead"),
        ),
        PlausibleError(
            id="G35-COO-01-B",
            name="writes one number twice",
            hint="writes the distance right for both numbers",
            rule=lambda p: coordinate(p.a, p.a),
            cues=("twice", "both times", "same number", "diagonal"),
        ),
    ),
)


# --- pictographs ---


def _pictograph(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 13), 2)
    return {"a": a, "b": b}


PICTOGRAPH = Family(
    id="pict",
    grade_band="3-5",
    grade="3",
    ccss="3.MD.B.3",
    topic="scaled pictographs",
    mission="read a pictograph with a key",
    vocabulary=("key", "symbol", "scale"),
    sample=_pictograph,
    larger=lambda rng: {"a": rng.randint(13, 25), "b": rng.choice((5, 10, 20, 25, 50))},
    statements=(
        "In a pictograph each star stands for {b} books. One row shows {a} stars. How many books is that?",
        "The key of a pictograph says: 1 star = {b} books. There are {a} stars. How many books are meant?",
    ),
    stories=(
        "In a class pictograph each star stands for {b} books. {name} has {a} stars. How many books did {name} read?",
        "{name} makes a pictograph where one star means {b} books and draws {a} stars for {friend}. How many books are those?",
    ),
    reworded=(
        "A library chart uses one star for every {b} books. Monday's row has {a} stars. How many books went out?",
    ),
    solve=lambda p: integer(p.a * p.b),
    trace=lambda p: {"two stars": 2 * p.b} if p.a > 2 else {},
    elicit=(
        "What does the key of a pictograph do?",
        "What are you asked to find: a number of stars or of something else?",
        "How would you explain this row to someone who cannot see the key?",
        "What does a single star tell you here?",
    ),
    extend=(
        "How would you draw the same data if a star meant something else?",
        "What could half a star mean in this pictograph?",
        "Why might someone choose this key for the data?",
        "How many stars would show ten times as many books?",
    ),
    check=(
        "Write the key's number on every star and add them up. What do you get?",
        "Cover all stars but one. How many books do you see, and how does that fit your answer?",
        "Divide your answer by {b}. Does the number of stars come back?",
        "Make a table of stars and books, star by star. What stands at {a} stars?",
    ),
    repair=(
        "How many stars are in the row?",
        "Can you find the key and read it to me?",
        "What are the stars about: books, pets or something else?",
        "If there was just one star, how many books would that be?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DAT-01",
            name="ignores the key",
            hint="counts the symbols and leaves the key out",
            rule=lambda p: integer(p.a),
            says=(
                "I counted the stars and there are {a}",
                "there are {a} stars, so it is {a} books",
                "one star is one book",
            ),
            reworded=("I just looked at how many were drawn", "{a} pictures mean {a} things"),
            cues=(
                "heap*",
                "pile*",
                "shelf",
                "behind one",
                "behind each",
                "stack*",
                "nickel*",
                "coin*",
                "map",
                "maps",
                "one inch",
                "bill",
                "bills",
                "worth",
                "legend",
                "just 1 star",
                "label*",
            ),
            turns={
                "elicit": (
                    "You went from {a} stars to {wrong} books. What is one star worth in that thought?",
                    "Where did the {b} from the problem go in your work, and what is it worth knowing for?",
                    "If a star is a stack, how tall did you make each stack to reach {wrong}?",
                    "Does your {wrong} count drawings, or the pile of books they are worth?",
                ),
                "represent": (
                    "Sketch the pile of books behind one star. What happens when every star gets its pile?",
                    "Set a stack of {b} books under the first star, then go on. When do you pass {wrong}?",
                    "Label each of the {a} stars with what it is worth. Do the labels add up to {wrong}?",
                    "Draw a shelf for each star and fill it by the key. How does {wrong} look next to the shelves?",
                ),
                "analog": (
                    "On maps one inch can mean a mile. Would you say a 7 inch road is 7 inches long in real life?",
                    "A purse holds only nickels. Is counting the coins the same as counting the cents?",
                    "You have some ten-dollar bills. What would a clerk say if you counted each bill as one dollar?",
                    "A map shows one tree for a whole forest. Would a hiker meet only that one tree?",
                ),
                "simplify": (
                    "Suppose there is just 1 star in the row. How many books would your way say, and what says the key?",
                    "Say a row has no more than just 1 star for Sunday. Was only a single book read?",
                    "Think of 3 coins that are nickels. Does the number 3 tell what they can buy?",
                    "A sign shows 1 car on its label for 100 cars. How many cars does your way see?",
                ),
            },
            source="E1310; E86",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DAT-01-A",
            name="adds the key to the count",
            hint="adds the number of stars and the number in the key",
            rule=lambda p: integer(p.a + p.b),
            cues=("your plus", "key only once", "added the key", "joined"),
        ),
        PlausibleError(
            id="G35-DAT-01-B",
            name="reads only the key",
            hint="gives the number in the key",
            rule=lambda p: integer(p.b),
            cues=("other stars", "the rest of the row", "single star only", "ignored stars"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    SUM_WITH_PRODUCT,
    SUBTRACTION_THEN_ADDITION,
    PARENTHESES,
    NUMBER_PATTERN,
    POINT_IN_THE_PLANE,
    PICTOGRAPH,
)
