"""Grades 3 to 5: number theory."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

# --- factors and multiples ---


def _smallest_factor(n: int) -> int:
    return next(d for d in range(2, n + 1) if n % d == 0)


def _composites(low: int, high: int) -> tuple[list[int], list[int]]:
    """Odd ones (without squares of primes) and even ones."""
    found = [n for n in range(low, high) if _smallest_factor(n) ** 2 < n]
    return [n for n in found if n % 2], [n for n in found if n % 2 == 0]


_ODD, _EVEN = _composites(6, 130)
_LARGE_ODD, _ = _composites(131, 400)


SMALLEST_FACTOR = Family(
    id="factors",
    grade_band="3-5",
    grade="4",
    ccss="4.OA.B.4",
    topic="factors and multiples",
    mission="find a factor of a number",
    vocabulary=("factor", "multiple", "divides"),
    sample=lambda rng: {"a": rng.choice(rng.choice((_ODD, _EVEN)))},
    larger=lambda rng: {"a": rng.choice(_LARGE_ODD)},
    statements=(
        "Name the smallest factor of {a} that is greater than 1.",
        "What is the smallest factor of {a}, not counting 1?",
    ),
    stories=(
        "{name} lays {a} tiles in equal rows, in more than 1 row. What is the smallest number of rows that works?",
        "A coach puts {a} players into equal teams, and there is more than 1 team. What is the smallest number of teams?",
    ),
    reworded=("Apart from 1, which is the first counting number that divides {a} with nothing left over?",),
    solve=lambda p: integer(_smallest_factor(p.a)),
    trace=lambda p: {"partner factor": p.a // _smallest_factor(p.a)},
    elicit=(
        "What does it mean when one number is a factor of {a}?",
        "How could you find out which numbers divide {a} evenly?",
        "If you build a rectangle from {a} squares, what do its sides tell you?",
        "Which number would you test first, and why that one?",
    ),
    extend=(
        "Which partner goes with your factor to make {a}?",
        "How can you be sure that no smaller number works?",
        "What other factors of {a} can you find?",
        "Which numbers near {a} have the same smallest factor?",
    ),
    check=(
        "Divide {a} by your answer. What would a remainder tell you?",
        "Build {a} dots in rows of your answer. Does the last row come out full?",
        "Test each number between 1 and your answer. What do you find?",
        "Is there a whole number that makes {a} when you multiply it by your answer?",
    ),
    repair=(
        "Can you write {a} as a product in any way at all?",
        "Is {a} even or odd, and what does that make you think?",
        "Which number do you like to count by, and what happens if you try it on {a}?",
        "How would you put a few tiles into a full rectangle?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FAC-01",
            name="confuses factors and multiples",
            hint="gives a multiple of the number",
            rule=lambda p: integer(2 * p.a),
            says=(
                "{a} and {a} make {wrong}, and that is the first one after {a}",
                "I counted by {a} and the next one is {wrong}",
                "{a} times 2 is {wrong}",
                "you skip-count to find factors, so {a} and then {wrong}",
            ),
            reworded=("{wrong} is the next jump after {a}", "I doubled {a}, since that is the smallest jump"),
            cues=(
                "bigger than",
                "only {a}",
                "share*",
                "piece*",
                "bag",
                "bags",
                "inside",
                "shelf",
                "shelves",
                "into {wrong}",
                "by {wrong}",
                "parent*",
                "fit*",
            ),
            turns={
                "conflict": (
                    "Try to put {a} tiles into rows of {wrong}. What happens, when you have only {a}?",
                    "You own {a} stickers and share them out in piles of {wrong}. How many piles do you get?",
                    "Divide {a} by {wrong} on a calculator. What does the display tell you about shares?",
                    "Could a number bigger than {a} ever split {a} evenly? Test it with {wrong}.",
                ),
                "elicit": (
                    "Tell me how {wrong} and {a} belong together: which one fits inside the other?",
                    "What would it look like if {wrong} went into {a}, and where would it fit?",
                    "Which is it: does {a} fit into {wrong}, or {wrong} into {a}, and what did the problem want?",
                    "You jumped from {a} to {wrong}. Were you making shares of {a} or more and more of it?",
                ),
                "simplify": (
                    "Think of 15 pencils in equal bags. How could a bag hold 30 of them?",
                    "For 21, your way names 42. How would you sort 21 marbles into bags of 42?",
                    "Picture 9 books on equal shelves. When would you ever need 18 on a shelf?",
                    "Say 25 cards go into equal stacks. How would a stack of 50 come out of them, piece by piece?",
                ),
                "analog": (
                    "A child is younger than its parents. Which is {wrong} for {a}, the child or the parent?",
                    "Slices come from a pizza, not pizzas from a slice. Is {wrong} a piece of {a}, or the reverse?",
                    "Bricks are smaller than the wall. Which is {a} here, and what kind of piece is {wrong}?",
                    "Drawers go inside a desk. How would a drawer of size {wrong} go inside a desk of size {a}?",
                ),
            },
            source="E710",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FAC-01-A",
            name="gives the number itself",
            hint="answers with the number itself",
            rule=lambda p: integer(p.a),
            cues=("itself", "same number", "any smaller", "just one row"),
        ),
        PlausibleError(
            id="G35-FAC-01-B",
            name="gives the largest factor",
            hint="gives the largest factor below the number",
            rule=lambda p: integer(p.a // _smallest_factor(p.a)),
            applies_if=lambda p: _smallest_factor(p.a) ** 2 != p.a,
            cues=("other end", "partner of {wrong}", "largest", "top of the list"),
        ),
    ),
)


# --- primes ---


def _is_prime(n: int) -> bool:
    return n > 1 and _smallest_factor(n) == n


def _primes_up_to(n: int) -> int:
    return sum(map(_is_prime, range(1, n + 1)))


COUNTING_PRIMES = Family(
    id="primes",
    grade_band="3-5",
    grade="4",
    ccss="4.OA.B.4",
    topic="primes",
    mission="count the prime numbers up to a number",
    vocabulary=("prime", "factor"),
    sample=lambda rng: {"n": rng.randint(10, 100)},
    larger=lambda rng: {"n": rng.randint(101, 200)},
    statements=(
        "How many prime numbers are there from 1 to {n}?",
        "Count the primes from 1 to {n}. How many are there?",
    ),
    stories=(
        "{name} paints every door from 1 to {n} whose number is prime. How many doors does {name} paint?",
        "Cards are numbered 1 to {n}. {name} keeps each card with a prime number. How many cards does {name} keep?",
    ),
    reworded=("Look at the numbers 1, 2, 3 and so on up to {n}. How many of them are prime?",),
    solve=lambda p: integer(_primes_up_to(p.n)),
    trace=lambda p: {"primes up to ten": _primes_up_to(10)} if p.n > 10 else {},
    elicit=(
        "How would you explain the word prime to a friend?",
        "What would you test to find out if a number up to {n} is prime?",
        "Which numbers up to {n} can you rule out quickly?",
        "How will you keep track so that no number is missed?",
    ),
    extend=(
        "Which numbers did you rule out together, in one go?",
        "Where are two primes of your list closest together?",
        "What happens to your count if we go on past {n} for a while?",
        "Why is it enough to test small numbers as factors?",
    ),
    check=(
        "Write the numbers to {n} and strike out multiples. Do the ones that stay agree with your count?",
        "Pick any number on your list. Can it be laid as a rectangle that is wider than a line?",
        "Read your list from the first number to the last. Does each fit the meaning of prime?",
        "Choose a number you left out. Which factors does it have?",
    ),
    repair=(
        "Is 9 prime, and how can you tell?",
        "Can you name any prime number you are sure about?",
        "What are the factors of 6?",
        "Which number would you like to test first?",
    ),
    misconceptions=(
        Misconception(
            id="G35-PRI-01",
            name="1 is prime",
            hint="counts 1 as a prime number",
            rule=lambda p: integer(_primes_up_to(p.n) + 1),
            says=(
                "I started with 1, since only 1 goes into it",
                "1 is prime since nothing else divides it, and then come 2 and 3",
                "my list is 1, 2, 3, 5 and so on",
            ),
            reworded=("the first prime is 1", "you can only divide 1 by 1, so it counts as well"),
            cues=(
                "factors of 1",
                "factors does 1",
                "your 1",
                "the 1",
                "door 1",
                "card 1",
                "different",
                "pair*",
                "itself",
                "first number",
                "begin*",
                "start of",
                "column",
            ),
            turns={
                "elicit": (
                    "Write down all factors of 1 and all factors of 7. What is different about the lists?",
                    "How many different factors does 1 have, next to a number like 3?",
                    "You put 1 at the start of your list. Which meaning of prime did you test it with?",
                    "Prime numbers come with a pair of factors. What pair does your 1 have to show?",
                ),
                "conflict": (
                    "Hold the factor list of 1 beside that of 13. Would both pass a test for a pair of factors?",
                    "Say the meaning of prime out loud with 1 in it: 1 and itself. What sounds odd?",
                    "Tiles for 5 make a line that reads two ways, 1 by 5 and 5 by 1. Do you find a different one for 1?",
                    "Take the first number on your list. Which two different factors would make it prime?",
                ),
                "check": (
                    "Take the beginning of your list and count factors for each entry. Which one breaks the habit?",
                    "Make a column of factor counts beside your numbers. What stands at the top of that column?",
                    "Ask each entry for a pair of different factors. At which entry do you stop first?",
                    "Test 3, 5 and 7 the way you tested 1. Do you count just as many different factors?",
                ),
                "analog": (
                    "A seesaw needs a pair of riders. Let factors be the riders: which number on your list cannot play?",
                    "A pair of shoes has a left and a right. Is a lone shoe a pair, and how is 1 like it?",
                    "A safe opens with two different keys. If factors are the keys, how many does 1 bring?",
                    "Twins come as a pair of different children. Would a single child begin a list of twins, as 1 does yours?",
                ),
            },
            source="E1798",
        ),
        Misconception(
            id="G35-PRI-02",
            name="even numbers cannot be prime",
            hint="thinks that no even number is prime",
            rule=lambda p: integer(_primes_up_to(p.n) - 1),
            says=(
                "even numbers are never prime, so I began with 3",
                "I crossed out all the even ones and counted the rest that work",
                "a prime has to be odd",
            ),
            reworded=(
                "every even number can be split, so none of them is prime",
                "my list goes 3, 5, 7 and on",
            ),
            cues=(
                "factors of 2",
                "factors does 2",
                "go into 2",
                "rectangle*",
                "rule out",
                "evens",
                "strike",
                "sweep*",
                "every 2nd",
                "smallest even",
                "exception",
                "all swans",
                "squares",
                "two dots",
            ),
            turns={
                "elicit": (
                    "You threw away the evens in one sweep. Which reason did you have for the smallest even number?",
                    "Which numbers go into 2? Compare that list with the one for 3.",
                    "Tell me why 8 is not prime. Does the same reason rule out the smallest even number?",
                    "When you said no even number works, did you write out the factors of 2?",
                ),
                "represent": (
                    "Lay all rectangles you can with two dots, then with six dots. How do they compare?",
                    "Make every rectangle for 2 squares and for 3 squares. What do the drawings have in common?",
                    "Draw 2 dots, 6 dots and 8 dots. Which of these can be a rectangle wider than a line?",
                    "Sketch a card with the factors of 2 and one with those of 6. Which looks like the card of 5?",
                ),
                "check": (
                    "Go back to each even number you dropped and name a factor that rules it out. Do all evens have one?",
                    "Make a table: number, factors, for the evens from 2 to 8. What do you see in each line?",
                    "Before you strike an even number, find a factor besides 1 that is smaller than it. What stays?",
                    "Use the meaning of prime on the smallest even number, not its last digit. What do you find?",
                ),
                "analog": (
                    "Somebody says all swans are white and never looked at the first one. How is that like your evens?",
                    "A guard sends home everyone in red without reading tickets. Which even number did you sweep out unread?",
                    "Fruit that is green is often sour. Would you rule out a green pear, and how does that touch the evens?",
                    "A speller drops each word with a silent letter, no exception. What did you drop in one sweep?",
                ),
            },
            source="E886",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-PRI-01-A",
            name="odd is enough",
            hint="counts every odd number as a prime",
            rule=lambda p: integer((p.n + 1) // 2),
            cues=("3 times 3", "3 times 5", "threes", "groups of three"),
        ),
    ),
)


# --- rounding ---


def _to_round(rng: random.Random) -> dict[str, Any]:
    """A four-digit number; a third each for rounding down, rounding up and rounding in a chain."""
    rest = rng.choice((rng.randint(51, 98), rng.randint(2, 39), rng.randint(45, 49)))
    return {"a": 1000 * rng.randint(1, 9) + 100 * rng.randint(1, 8) + rest}


def _nearest(n: int, unit: int) -> int:
    """Halves go up, as in school."""
    return (n + unit // 2) // unit * unit


def _in_chain(n: int) -> bool:
    return 45 <= n % 100 <= 49


ROUNDING_TO_HUNDREDS = Family(
    id="round100",
    grade_band="3-5",
    grade="4",
    ccss="4.NBT.A.3",
    topic="rounding",
    mission="round a number to the nearest hundred",
    vocabulary=("round", "nearest", "hundred"),
    sample=_to_round,
    statements=(
        "Round {a} to the nearest hundred.",
        "What is {a} when it is rounded to the nearest hundred?",
    ),
    stories=(
        "A stadium sold {a} tickets. To the nearest hundred, how many tickets is that?",
        "{name} counts {a} steps in a day and tells {friend} the number to the nearest hundred. What does {name} say?",
    ),
    reworded=(
        "Which hundred lies closest to {a}?",
        "A town has {a} people. Its sign shows that number rounded to hundreds. What does the sign show?",
    ),
    larger=lambda rng: {"a": 10_000 * rng.randint(1, 9) + _to_round(rng)["a"]},
    solve=lambda p: integer(_nearest(p.a, 100)),
    trace=lambda p: {"halfway": p.a // 100 * 100 + 50},
    elicit=(
        "Which two hundreds does {a} lie between?",
        "Where would you mark {a} on a number line?",
        "What does the word nearest mean to you here?",
        "How many full hundreds are in {a}?",
    ),
    extend=(
        "What other numbers would give the same hundred as {a}?",
        "How would your answer change if you rounded to the nearest thousand?",
        "When could it be useful to round a number like {a}?",
        "Which number close to {a} would round to another hundred?",
    ),
    check=(
        "Count the steps from {a} to your answer. Is there a hundred with fewer steps?",
        "Put {a} and your answer on a number line. What else is close by?",
        "Does your answer end the way a hundred ends?",
        "Find the hundreds on both sides of {a} and measure both gaps. What do the gaps tell you?",
    ),
    repair=(
        "Can you count by hundreds up to about {a}?",
        "What hundred do you pass just before you come to {a}?",
        "Which digit of {a} stands in the hundreds place?",
        "Could you draw a short number line with {a} somewhere on it?",
    ),
    misconceptions=(
        Misconception(
            id="G35-RND-01",
            name="always rounds down",
            hint="always rounds down",
            rule=lambda p: integer(p.a // 100 * 100),
            applies_if=lambda p: p.a % 100 >= 50,
            steps=lambda p: {"rest": p.a % 100},
            says=(
                "I kept the hundreds and made the rest zeros",
                "you just turn the {rest} into 00",
                "I took off the {rest} at the end",
            ),
            reworded=(
                "rounding means cutting off the end",
                "the {rest} goes away and the hundreds stay as they are",
            ),
            cues=("ahead", "forward", "give up", "throw away", "drop*", "further on"),
            turns={
                "conflict": (
                    "Walk from {a} back to {wrong}, or from {a} to the hundred ahead. Which walk is shorter?",
                    "Stand at {a} on a number line. Which is closer, {wrong} or the hundred further on?",
                    "How many steps forward from {a} to the hundred ahead, compared with the steps from {wrong}?",
                    "Mark {wrong}, {a} and the hundred ahead on a line. What do you notice about the gaps?",
                ),
                "locate": (
                    "You let the {rest} drop off. How much of a whole hundred do you give up with it?",
                    "How much did you throw away to get from {a} to {wrong}?",
                    "Look at the {rest} in {a}. Is that closer to nothing or to the hundred ahead?",
                    "Which hundreds did you think about when you let the {rest} drop, and is there one further on?",
                ),
                "analog": (
                    "You are {rest} steps into a walk of 100. Is it quicker to turn back or go forward?",
                    "Your phone is at {rest} percent and you report nothing at all. How much do you throw away?",
                    "A swimmer is {rest} meters into a pool of 100. Which wall is closer, the one ahead or the start?",
                    "With {rest} cents in your hand, would you say you have no money, or drop that idea?",
                ),
            },
            source="E1379",
        ),
        Misconception(
            id="G35-RND-02",
            name="always rounds up",
            hint="always rounds up",
            rule=lambda p: integer((p.a + 99) // 100 * 100),
            # where two roundings in a row would also end too high, that rule is the better reading
            applies_if=lambda p: 0 < p.a % 100 < 50 and not _in_chain(p.a),
            steps=lambda p: {"rest": p.a % 100},
            says=(
                "rounding means you go to the next one",
                "there is {rest} left, so I went one hundred higher",
                "I made the hundreds digit one bigger",
            ),
            reworded=(
                "you always round to the higher hundred",
                "{wrong} is the hundred that comes after {a}",
            ),
            cues=("behind", "barely", "added on", "climb*", "just left", "extra"),
            turns={
                "conflict": (
                    "Stand at {a}. Which is closer, the hundred behind you or {wrong}?",
                    "Measure the climb from {a} to {wrong} and the way to the hundred behind it. What do you see?",
                    "Mark {a} and {wrong} on a line, and also the hundred behind {a}. What do you notice about the gaps?",
                    "If {a} is only {rest} past the hundred behind it, how does it end up at {wrong}?",
                ),
                "locate": (
                    "How much extra did you put on {a} to reach {wrong}?",
                    "Which hundred has {a} just left, and how far away is it?",
                    "Look at the {rest} in {a}. How much of the climb to {wrong} has it done?",
                    "You went on to {wrong}. How much was added on for that, compared with the {rest}?",
                ),
                "simplify": (
                    "A ladder has 100 rungs and you stand on rung 8. Is the climb up or the way down shorter?",
                    "Say a number is 103. Which hundred has it just left, and where does your way send it?",
                    "You pay 100 dollars for a toy of 12 dollars. How much extra is that, and does it seem near?",
                    "Your way sends 201 all the way to 300. How long is that climb next to the way back?",
                ),
            },
            source="E1988",
        ),
        Misconception(
            id="G35-RND-03",
            name="rounds in a chain",
            hint="rounds to the nearest ten first and then once more",
            rule=lambda p: integer(_nearest(_nearest(p.a, 10), 100)),
            applies_if=lambda p: _in_chain(p.a),
            steps=lambda p: {"mid": _nearest(p.a, 10)},
            says=(
                "{a} goes to {mid}, and {mid} goes to {wrong}",
                "I made it {mid} and then {wrong}",
                "the last digit makes it {mid}, and that goes up to {wrong}",
            ),
            reworded=(
                "the ones push it to {mid} and the tens push {mid} to {wrong}",
                "I rounded to {mid} and then rounded that",
            ),
            cues=("stopover", "stopped at", "went through", "detour", "original", "straight"),
            turns={
                "locate": (
                    "You stopped at {mid} on the way. Was the question about {mid} or about {a}?",
                    "What did the detour to {mid} change about where {a} lies?",
                    "Which number did you look at when you chose {wrong}: the original or the stopover?",
                    "How far did your number move when it went through {mid}, before you looked at hundreds?",
                ),
                "conflict": (
                    "Go straight from {a} to the hundreds around it, with no detour. Which one is closer?",
                    "Measure from the original {a} to {wrong} and to the hundred below. What do you find?",
                    "If you never stopped at {mid}, which side of the middle would {a} be on?",
                    "Put {a} and your stopover {mid} on a number line. Are they on the same side of the middle?",
                ),
                "elicit": (
                    "Why did your way need a stopover at {mid} at all?",
                    "What did you want to know about {mid} that the original {a} could not tell you?",
                    "Tell me about your trip from {a}. Was {mid} the goal or just a stopover?",
                    "Is {mid} the number of tickets or steps we have, or a detour you made up?",
                ),
                "analog": (
                    "You whisper a word, a friend changes it, the next one changes it again. How is {mid} such a detour?",
                    "A map copied from a copy gets blurry. Which number here is the original, and which is the copy?",
                    "A judge rounds a jump before comparing it. Would you trust the original mark or the rounded one more?",
                    "Two trains go to town, one straight and one through {mid}. Which of them tells how far {a} really is?",
                ),
            },
            source="memory",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SMALLEST_FACTOR, COUNTING_PRIMES, ROUNDING_TO_HUNDREDS)
