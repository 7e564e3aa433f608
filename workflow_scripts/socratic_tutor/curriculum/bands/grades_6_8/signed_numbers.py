"""Grades 6 to 8: products, squares, order and absolute value of signed numbers."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import choice, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _two_sizes(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(3, 16), 2)
    return {"a": a, "b": b}


def _two_large_sizes(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(16, 40), 2)
    return {"a": a, "b": b}


# --- a negative times a negative ---
MULTIPLYING_NEGATIVES = Family(
    id="int_mul",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.2",
    topic="multiplying integers",
    mission="multiply two negative integers",
    vocabulary=("product", "negative", "integer"),
    sample=_two_sizes,
    larger=_two_large_sizes,
    statements=(
        "(-{a}) x (-{b}) = ?",
        "Find the product of -{a} and -{b}.",
        "Multiply -{a} by -{b}.",
    ),
    stories=(
        "The level of a pond changes by -{a} centimeters each week. Call today week 0. "
        "By how many centimeters did the level at week -{b} differ from today's?",
        "A shop takes back {b} bills of {a} dollars from {name}. A bill counts as -{a} and taking {b} back as -{b}. "
        "By how many dollars does the balance change?",
    ),
    reworded=("The factors are -{a} and -{b}. What number do they make when they are multiplied?",),
    solve=lambda p: integer(p.a * p.b),
    elicit=(
        "What could -{a} mean in a story, and what could it mean to take it -{b} times?",
        "Which multiplication with -{b} can you already do without any doubt?",
        "How would a table of multiples of -{b} begin, and where could it go on?",
        "Which two decisions do you make when you multiply integers: one about size, and the other about what?",
    ),
    extend=(
        "How would you explain your sign to a student who has only seen positive factors?",
        "What would change if there were three negative factors instead of two?",
        "Which other pairs of integers have the same product as -{a} and -{b}?",
        "Where in daily life does removing something bad work like your product?",
    ),
    check=(
        "Divide your product by -{b}: which number should come back?",
        "If you list 2 x (-{b}), then 0 x (-{b}), then your product, does the list keep going in one direction?",
        "How does your product compare with the one for {a} and -{b}, and should they differ?",
        "Could a story about bills that are taken back confirm the sign you wrote?",
    ),
    repair=(
        "What is 0 x (-{b})?",
        "How many negative factors do you see?",
        "Can you read the problem aloud and name each sign?",
        "Where does -{a} sit on a number line, left or right of zero?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-06",
            name="negative times negative is negative",
            hint="keeps a minus sign on a product of two negatives",
            rule=lambda p: integer(-p.a * p.b),
            says=(
                "both numbers are negative, so what comes out has to be negative too",
                "I multiplied {a} and {b} and put the minus back in front",
                "nothing here is positive, so I don't see how it could turn positive",
            ),
            reworded=("I did the times part first and then I kept the minus sign from the numbers",),
            cues=(
                "divide {wrong}",
                "list of results",
                "undo*",
                "{a} x (-{b})",
                "-{a} x {b}",
                "backward*",
                "rewind*",
                "same {wrong}",
                "one minus sign",
                "other minus sign",
                "rows of a table",
                "turn around",
                "turned around",
                "each row",
                "not not",
                "opposite of",
            ),
            turns={
                "conflict": (
                    "Work out {a} x (-{b}) as well. How could two different problems both come to {wrong}?",
                    "A friend says that -{a} x {b} makes {wrong}. What is different about your problem?",
                    "Suppose {wrong} were right here. What would be left for {a} x (-{b}) to be?",
                    "Divide {wrong} by -{b} and see what returns. Is it -{a} or the opposite of it?",
                ),
                "represent": (
                    "Write the rows of a table for 3, 2, 1 and 0 times -{b}. Which way do the results walk?",
                    "List 2 x (-{b}), 1 x (-{b}) and 0 x (-{b}) with their values. From each row to the next, which way do you jump?",
                    "Make a table that starts at 2 x (-{b}) and ends at -2 x (-{b}). What changes from each row to the next?",
                    "Draw arrows of length {b} to the left. What does it mean to turn around such an arrow?",
                ),
                "analog": (
                    "A film shows water draining from a tub. If you rewind it, what does the water seem to do?",
                    "Somebody walks backward while facing west. Toward which side does that person move?",
                    "Say the sentence 'I do not not like it'. What happened to the meaning when the second word came in?",
                    "Play a clip of a falling ball backward. How could that scene belong to two minus signs?",
                ),
                "locate": (
                    "Your {wrong} shows one minus sign. Which factor does it come from, and where did the rest go?",
                    "Point at the sign of -{a}, then at the other minus sign. What did each of them do in your work?",
                    "You used one minus sign for the result. What job was left for the second factor's sign?",
                    "Read -{a} as 'the opposite of {a}'. What is it the opposite of, once you multiply?",
                ),
                "check": (
                    "Divide {wrong} by -{a}. Does -{b} return, or is it something with another sign?",
                    "Place {wrong} into the list of results for 2 x (-{b}), 0 x (-{b}), -{a} x (-{b}). Is the walk still one-way?",
                    "Undo your product: {wrong} shared by the factor -{b}. Which factor comes back to you?",
                    "Let a calculator divide {wrong} by -{a}. Which sign appears, and does it match the other factor?",
                ),
            },
            source="E1597",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-06-A",
            name="adds instead of multiplying",
            hint="adds the two negatives instead of multiplying them",
            rule=lambda p: integer(-(p.a + p.b)),
            cues=("sum of", "put together", "combined", "times sign", "plus sign"),
        ),
        PlausibleError(
            id="G68-INT-06-B",
            name="adds the sizes and drops both signs",
            hint="lets the two minus signs make a plus and adds the sizes",
            rule=lambda p: integer(p.a + p.b),
            cues=("a plus", "groups of", "how many groups", "become plus", "joined"),
        ),
    ),
)


def _three_integers(rng: random.Random) -> dict[str, Any]:
    while True:
        low = -rng.randint(6, 20)
        middle = rng.randint(low + 1, -1)
        high = rng.randint(low + 1, -low - 2)
        numbers = [low, middle, high]
        if len(set(numbers)) == 3:
            rng.shuffle(numbers)
            return dict(zip("xyz", numbers, strict=True))


def _three_large_integers(rng: random.Random) -> dict[str, Any]:
    low = -rng.randint(60, 99)
    numbers = [low, rng.randint(-55, -35), rng.randint(-30, 50)]
    rng.shuffle(numbers)
    return dict(zip("xyz", numbers, strict=True))


def _listed(p: Parameters) -> list[int]:
    return [p.x, p.y, p.z]


def _largest_size(p: Parameters) -> int:
    return max(_listed(p), key=abs)


def _largest_negative(p: Parameters) -> int:
    return max(n for n in _listed(p) if n < 0)


# --- the greatest of three integers ---
COMPARING_INTEGERS = Family(
    id="int_cmp",
    grade_band="6-8",
    grade="6",
    ccss="6.NS.C.7",
    topic="ordering integers",
    mission="find the greatest of three integers",
    vocabulary=("greater", "number line", "negative"),
    sample=_three_integers,
    larger=_three_large_integers,
    statements=(
        "Which is the greatest: {x}, {y} or {z}?",
        "Pick the greatest of the numbers {x}, {y} and {z}.",
    ),
    stories=(
        "On three days the temperature at sunrise was {x}, {y} and {z} degrees. What was the highest temperature?",
        "In a quiz show three teams stand at {x}, {y} and {z} points. What score does the leading team have?",
    ),
    reworded=(
        "Three flags mark {x}, {y} and {z} on a number line. At which number is the flag farthest right?",
    ),
    solve=lambda p: choice(str(max(_listed(p)))),
    elicit=(
        "What does the word greater mean when numbers can lie on both sides of zero?",
        "How would you place {x}, {y} and {z} on a number line?",
        "Which of the three numbers would you compare first, and why those?",
        "If these were heights above and below the sea, how would you picture each of them?",
    ),
    extend=(
        "How would the order change if every number were replaced by its opposite?",
        "Which integer could you add to the list so that it becomes the new greatest one?",
        "What rule could you give a friend for comparing any two negative numbers?",
        "How would you list all three numbers from least to greatest?",
    ),
    check=(
        "Where does your choice lie on a number line compared with the other two?",
        "If the numbers were temperatures, would your choice be the warmest of them?",
        "What do you have to add to your choice to reach each of the others, something positive or something negative?",
        "Would you rather own your choice in dollars or one of the other amounts?",
    ),
    repair=(
        "Which side of zero is {x} on?",
        "Can you sketch a number line and mark {y}?",
        "How would you say {z} as a temperature?",
        "Which of the three numbers is easiest for you to place?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-07",
            name="larger size is larger",
            hint="compares only the sizes and skips the signs",
            rule=lambda p: choice(str(_largest_size(p))),
            steps=lambda p: {"size": abs(_largest_size(p))},
            says=(
                "{size} is the biggest number there",
                "I looked at how big the numbers are, and {size} beats the rest",
                "it has the most in it, the others are smaller",
            ),
            reworded=("when you count, you say {size} after all the others, so it's the most",),
            cues=(
                "coat*",
                "freez*",
                "owe*",
                "debt*",
                "dive*",
                "diving",
                "elevator",
                "steps below",
                "left end",
                "basement",
                "little dash",
                "loses more",
                "penalty",
            ),
            turns={
                "conflict": (
                    "If {wrong} were a temperature, how thick a coat would you need, compared with the other two?",
                    "Owning {wrong} dollars means that you owe money. Whose wallet looks better among the three?",
                    "Imagine a puddle at each of the three temperatures, {wrong} among them. Which puddle freezes hardest?",
                    "A submarine dives to {wrong} meters. How does its place compare with the other two?",
                ),
                "represent": (
                    "Draw a number line and mark all three numbers. Which of them sits at the left end?",
                    "Sketch a thermometer with zero in the middle. How many steps below zero is your {wrong}?",
                    "Show the three numbers as floors of a tower with a basement. Where does the elevator stop for {wrong}?",
                    "Put {wrong} and 0 on a line. How many steps below zero is it, and where does that leave it in a ranking?",
                ),
                "locate": (
                    "You compared {size} with the other sizes. What does the little dash in front of it tell you?",
                    "Read {wrong} aloud with every mark. What changes when you leave out the little dash?",
                    "Your choice was about {size}. In a game, what does a penalty of {size} points do to a score?",
                    "Circle each little dash in the list. How did it enter your comparison?",
                ),
                "analog": (
                    "One child has a debt of 50 dollars, another of 2 dollars. Which of them is better off?",
                    "Two players get a penalty, one of 30 points and one of 40 points. Whose score ends up higher?",
                    "In a hotel with a deep basement, which floor is higher up: four below the street or thirty below?",
                    "Two shops lose money in May, and one loses more. Which owner had the better month?",
                ),
            },
            source="E388; ML negative_numbers.larger_absolute_value_always_wins",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-07-A",
            name="ranks only the negative numbers",
            hint="leaves numbers without a minus sign out of the ranking",
            rule=lambda p: choice(str(_largest_negative(p))),
            applies_if=lambda p: max(_listed(p)) >= 0 and _largest_negative(p) != _largest_size(p),
            cues=("right of zero", "without a sign", "left out", "above zero", "side of zero"),
        ),
        PlausibleError(
            id="G68-INT-07-B",
            name="takes the last number of the list",
            hint="reads the list as if it were sorted already",
            rule=lambda p: choice(str(p.z)),
            applies_if=lambda p: p.z not in (max(_listed(p)), _largest_size(p)),
            cues=("last in the list", "order of the list", "shuffle*", "sorted", "listed last"),
        ),
    ),
)


# Sizes whose square students meet: all up to 40, then multiples of 5, then of 10.
_BASES = (*range(3, 41), *range(45, 100, 5), *range(100, 310, 10))
_COMMON_BASES = (*range(3, 21), 25, 30, 40, 50)


def _base(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.choice(_COMMON_BASES if rng.random() < 0.4 else _BASES)}


# --- the square of a negative ---
SQUARING_NEGATIVES = Family(
    id="sq_neg",
    grade_band="6-8",
    grade="7",
    ccss="7.NS.A.2",
    topic="squaring negatives",
    mission="square a negative integer",
    vocabulary=("square", "base", "exponent"),
    sample=_base,
    statements=(
        "(-{a})^2 = ?",
        "Find this square: (-{a})^2.",
        "What is the value of (-{a})^2?",
    ),
    reworded=("The base is -{a} and the exponent is 2. Work out the power.",),
    solve=lambda p: integer(p.a * p.a),
    elicit=(
        "What does the small 2 next to the parentheses tell you?",
        "Which number is the base here, and what belongs to it?",
        "How would you read (-{a})^2 aloud to someone who cannot see it?",
        "What do the parentheses around -{a} change, in your view?",
    ),
    extend=(
        "How would the value change if the exponent were 3 instead of 2?",
        "What would -{a}^2 mean without the parentheses?",
        "Which two numbers have the same square as -{a}, and why are there two?",
        "Can the square of any integer lie below zero, and how could you argue for it?",
    ),
    check=(
        "If you write out both factors of (-{a})^2, does your value agree in size and in sign?",
        "When your value is divided by -{a}, which number should be left?",
        "How does your value compare with the area of a square with side {a}?",
        "Try the same steps on (-1)^2; does the outcome make sense to you?",
    ),
    repair=(
        "What is the base in (-{a})^2?",
        "Where in the problem is the exponent?",
        "Can you say in words what squaring a number means?",
        "What is {a} with the opposite sign?",
    ),
    misconceptions=(
        Misconception(
            id="G68-INT-08",
            name="square of a negative is negative",
            hint="squares the size and puts the minus sign back",
            rule=lambda p: integer(-p.a * p.a),
            says=(
                "I squared {a} first and then the minus sign came back",
                "the number was negative, so the square is negative too",
                "the 2 is for the {a}, and the minus just stays in front",
            ),
            reworded=("I left the minus outside while I multiplied and stuck it on at the end",),
            cues=(
                "parenthes*",
                "minus sign outside",
                "how many minus",
                "each minus",
                "both minus",
                "which sign",
                "{a} and a -{a}",
                "(-{a}) x {a}",
                "{a} x (-{a})",
                "different signs",
                "u-turn*",
                "half turn*",
            ),
            turns={
                "locate": (
                    "What is inside the parentheses in (-{a})^2? Compare that with what you squared.",
                    "Your minus waited until the end. Where does it stand in the problem, in or out of the parentheses?",
                    "Write the power out, factor by factor. How many minus signs are on your paper now?",
                    "You squared {a} and brought the sign back. Which sign did the second factor have?",
                ),
                "conflict": (
                    "On the side, find {a} x (-{a}). How can that and (-{a})^2 both be {wrong}?",
                    "To reach {wrong} you need one {a} and a -{a}. Which of these two does the power not hold?",
                    "A product like {wrong} comes from factors with different signs. Which factors does a square give you?",
                    "If {wrong} is correct, what would (-{a}) x {a} be? Put the two side by side.",
                ),
                "analog": (
                    "A dancer makes a half turn and then one more half turn. Which way does the dancer face?",
                    "In a car, one U-turn sends you back. Where do you head after a second U-turn?",
                    "A light switch is flipped, and then flipped again. What would each minus sign do in that picture?",
                    "Turn a card face down, then do the same act again. How could both minus signs behave like that?",
                ),
            },
            source="E82; E876",
        ),
        Misconception(
            id="G68-EXP-00",
            name="squaring doubles",
            hint="multiplies the base by the exponent",
            rule=lambda p: integer(-2 * p.a),
            says=(
                "the little 2 means times 2, and 2 times -{a} is {wrong}",
                "squaring is taking the number two times, so I doubled -{a}",
                "I did -{a} times the 2 up there",
            ),
            reworded=("I saw a 2 and a -{a}, so I put two of them and got {wrong}",),
            cues=(
                "-{a} + (-{a})",
                "{a} + {a}",
                "side length",
                "tiles",
                "pair of",
                "twice",
                "double of",
                "doubling",
                "2 x (-{a})",
                "5 by 5",
                "rows",
                "10^2",
                "100 cents",
            ),
            turns={
                "conflict": (
                    "What does -{a} + (-{a}) come to? Tell me how a square should differ from that.",
                    "Write the problem 2 x (-{a}) under yours. Why would anyone need two ways to write the same thing?",
                    "A wall is {a} tiles wide and {a} tiles high. Would {a} + {a} tiles cover it?",
                    "If the answer is the double of -{a}, what would be left for 2 x (-{a}) to mean?",
                ),
                "simplify": (
                    "Tile a floor that is 5 by 5. How does the number of tiles compare with twice the width?",
                    "Your rule makes 20 out of 10^2. What do you already know about ten rows of ten?",
                    "Take a chessboard with 8 rows of 8 fields. How would your rule count its fields?",
                    "Think of 10^2 first. Which of the two is it, a pair of tens or something else?",
                ),
                "represent": (
                    "Sketch a square with side length {a}. Which part of the sketch would twice {a} measure?",
                    "Draw dots in rows for 5^2. How many rows do you need, and where is the 2 in it?",
                    "Lay out a pair of sticks, each {a} long, and a square of tiles on one stick. Which shows your steps?",
                    "Make a dot picture of doubling 6 and one of squaring 6. In what way do they differ?",
                ),
                "elicit": (
                    "You read the small 2 as twice. Where have you seen a 2 in that raised position before?",
                    "What would the picture of your {wrong} be, a pair of numbers or a square?",
                    "Explain to me how doubling and squaring differ on your calculator. Which key do you press for each?",
                    "Which word or sign in the problem told you to make a pair of -{a}?",
                ),
            },
            source="E2316; E968",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-INT-08-A",
            name="adds the exponent",
            hint="adds the exponent to the base",
            rule=lambda p: integer(2 - p.a),
            cues=("plus 2", "2 more", "two more", "-{a} + 2"),
        ),
    ),
)


def _difference_in_bars(rng: random.Random) -> dict[str, Any]:
    a, b = sorted(rng.sample(range(2, 31), 2))
    return {"a": a, "b": b}


def _large_difference_in_bars(rng: random.Random) -> dict[str, Any]:
    a, b = sorted(rng.sample(range(31, 200), 2))
    return {"a": a, "b": b}


# --- absolute value of a difference ---
ABSOLUTE_DIFFERENCE = Family(
    id="absdiff",
    grade_band="6-8",
    grade="6",
    ccss="6.NS.C.7c",
    topic="absolute value",
    mission="find the absolute value of a difference",
    vocabulary=("absolute value", "distance"),
    sample=_difference_in_bars,
    larger=_large_difference_in_bars,
    statements=(
        "|{a} - {b}| = ?",
        "What is the value of |{a} - {b}|?",
    ),
    stories=(
        "{name} lives at mile {a} of a highway and {friend} at mile {b}. The distance is |{a} - {b}|. "
        "How many miles is it?",
        "A guess was {a} and the true number of beans is {b}. The error is |{a} - {b}|. How large is the error?",
    ),
    reworded=("Evaluate the difference {a} - {b} inside absolute value bars.",),
    solve=lambda p: integer(abs(p.a - p.b)),
    trace=lambda p: {"difference inside the bars": p.a - p.b},
    elicit=(
        "What do the two upright bars ask you to find?",
        "Which part of |{a} - {b}| would you look at first, and why?",
        "If {a} and {b} were two places on a number line, what could the bars measure?",
        "How is |{a} - {b}| different from {a} - {b} without bars?",
    ),
    extend=(
        "What happens to the value if {a} and {b} trade places inside the bars?",
        "Which other number has the same distance from {a} as {b} has?",
        "When would the bars make no difference at all?",
        "How could a map or a ruler show the meaning of your result?",
    ),
    check=(
        "Could your result be the length of a walk between {a} and {b}?",
        "If you hop from {a} to {b} on a number line, do the hops agree with your result?",
        "Does your result stay the same when the numbers inside the bars trade places?",
        "What kind of number can an absolute value be, and is yours one of them?",
    ),
    repair=(
        "What would you write for |-8|?",
        "Can you mark {a} and {b} on a number line?",
        "What are the two upright lines called?",
        "Which of the two numbers is farther from zero?",
    ),
    misconceptions=(
        Misconception(
            id="G68-ABS-01",
            name="distributes the bars",
            hint="gives each number bars of its own and then subtracts",
            rule=lambda p: integer(p.a - p.b),
            says=(
                "the absolute value of {a} is {a}, of {b} is {b}, and then I subtracted",
                "{a} and {b} are both positive already, so the bars do nothing",
                "I did the bars on each number first and then {a} minus {b}",
            ),
            reworded=("I used up the lines on {a} and on {b}, and what's left is just taking away",),
            cues=(
                "odometer",
                "below zero",
                "ruler",
                "negative distance",
                "walk*",
                "footstep*",
                "steps long",
                "around the whole",
                "last step",
                "fence*",
                "the bars are gone",
                "tape",
            ),
            turns={
                "conflict": (
                    "Walk from {a} to {b} on a number line and count. How could the walk be {wrong} steps long?",
                    "A ruler lies between {a} and {b}. What would it mean for the ruler to read {wrong}?",
                    "Your {wrong} lies below zero. What do bars promise about the number that comes out?",
                    "Someone drives from mile {a} to mile {b}. Why would the odometer never show {wrong}?",
                ),
                "locate": (
                    "The bars stand like a fence with {a} - {b} between them. What did you do with the fence?",
                    "In your last step you subtracted. Were the bars still there at that moment, or had they been used up?",
                    "Look at where the bars begin and end. Are they around the whole difference or around single numbers?",
                    "You emptied the bars before the last step. What would change if they stayed until the end?",
                ),
                "check": (
                    "Give {wrong} to a friend as the length of a tape. What would your friend say?",
                    "Test {wrong} with footsteps on the floor from tile {a} to tile {b}. What do you notice?",
                    "Swap the two numbers inside the bars and walk again. Does your way give one length or two?",
                    "Use your way on |1 - 50|. Could a walk between those places have that length?",
                ),
            },
            source="ML absolute_value.absolute_value_distributes",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-ABS-01-A",
            name="turns the minus inside into a plus",
            hint="lets the bars change the subtraction into an addition",
            rule=lambda p: integer(p.a + p.b),
            cues=("plus", "total of", "altogether", "changed the sign", "beyond {b}"),
        ),
        PlausibleError(
            id="G68-ABS-01-B",
            name="picks the larger size",
            hint="names the number with the larger size and does not subtract",
            rule=lambda p: integer(p.b),
            applies_if=lambda p: p.b != 2 * p.a,
            cues=("from zero", "starting at {a}", "farther out", "ignored {a}", "role of {a}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    MULTIPLYING_NEGATIVES,
    COMPARING_INTEGERS,
    SQUARING_NEGATIVES,
    ABSOLUTE_DIFFERENCE,
)
