"""Grades 6 to 8: powers and exponent laws."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import fraction, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

_POWERS = [(a, k) for k in range(2, 9) for a in range(2, 21) if a**k <= 35_000 and (a, k) != (2, 2)]


def _power(rng: random.Random) -> dict[str, Any]:
    a, k = rng.choice(_POWERS)
    return {"a": a, "k": k}


def _large_power(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(21, 60), "k": rng.randint(2, 4)}


def _powers_below(p: Parameters) -> dict[str, Any]:
    return {f"{p.a} to the power {i}": p.a**i for i in range(2, p.k)}


# --- a power as repeated multiplication ---
POWERS = Family(
    id="power",
    grade_band="6-8",
    grade="6",
    ccss="6.EE.A.1",
    topic="exponents",
    mission="work out a power",
    vocabulary=("base", "exponent", "power"),
    sample=_power,
    larger=_large_power,
    statements=(
        "{a}^{k} = ?",
        "What is the value of {a}^{k}?",
        "Work out {a} to the power {k}.",
    ),
    stories=(
        "A lock has {k} wheels with {a} letters on each wheel. How many different words can {name} set?",
        "A quiz has {k} questions, and each offers {a} choices. In how many ways can {name} fill it in?",
    ),
    reworded=("The base of a power is {a} and its exponent is {k}. Which number does it stand for?",),
    solve=lambda p: integer(p.a**p.k),
    trace=_powers_below,
    elicit=(
        "What does an exponent count?",
        "In what way could you write this out in full, without the small raised number?",
        "Which number is the base here, and which one is the exponent?",
        "How could you begin with a smaller exponent and go up from there?",
    ),
    extend=(
        "How would the value change if the exponent were larger by one?",
        "What would change if base and exponent traded places?",
        "Where in daily life do numbers grow in the way of this power?",
        "Which digit do the powers of this base end in, as the exponent goes up?",
    ),
    check=(
        "If you divide your value by {a} again and again, do you end where you should?",
        "How does your value compare with the one for a smaller exponent?",
        "Did each factor of the written-out power get used, when you tick them off?",
        "Can a tree drawing with {a} branches at each fork confirm the size of your value?",
    ),
    repair=(
        "Can you point at the base?",
        "What does the small raised number count?",
        "How would you read the power aloud?",
        "How do you write 7 times 7 as a power?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EXP-01",
            name="multiplies by the exponent",
            hint="takes the base times the exponent",
            rule=lambda p: integer(p.a * p.k),
            says=(
                "{a} times {k} is {wrong}",
                "the little number says how many times, so it's {a} times {k}",
                "I counted by {a}, {k} times, and landed on {wrong}",
            ),
            reworded=("there are {k} of the number {a}, and together they make {wrong}",),
            cues=(
                "divide {wrong}",
                "divided out",
                "factor by factor",
                "one more in",
                "undo*",
                "plus signs",
                "adding {a}",
                "added {a}",
                "{a} x {k}",
                "{k} x {a}",
                "10^3",
                "10^4",
                "branch*",
                "tree",
                "split*",
                "at every fork",
                "photocop*",
                "30",
                "skip counting",
                "raised up",
            ),
            turns={
                "conflict": (
                    "Work out {k} x {a}. Why would anyone invent a raised number for the same thing?",
                    "Adding {a} again and again also reaches {wrong}. What kind of repeating does an exponent ask for?",
                    "Someone writes {a} x {k} and gets {wrong} too. What is new in your problem, compared with theirs?",
                    "Put plus signs between {k} copies of {a}. Which of the two does that line show, your {wrong} or the power?",
                ),
                "simplify": (
                    "You know 10^3 from place value. What would your rule make of it, and is that a thousand?",
                    "Your way gives 40 for 10^4. How many zeros did you expect there?",
                    "Draw a tree where each branch splits into 10, three levels high. Would 30 twigs fill the top?",
                    "A block holds 10^3 small cubes, ten in each direction. How much of it would 10 times 3 cubes fill?",
                ),
                "represent": (
                    "Sketch a tree that starts with {a} branches. What happens on the next level, if each one splits again?",
                    "Give each of the {a} first choices its own branches for the second. What do you notice about the width of the drawing?",
                    "Draw {a} dots and let each dot split into {a}, level after level. How do the dots grow, compared with adding {a} each time?",
                    "Show your {wrong} as skip counting on a line. What would the exponent have to do with these jumps?",
                ),
                "elicit": (
                    "What stands between the copies of {a} in your mind, plus signs or something else?",
                    "Your {k} can be raised up or stand behind a times sign. What does it count in each place?",
                    "You used {a} x {k}. Which sign or word in the problem made you do so?",
                    "Make up a story about equal groups for your {a} x {k}. How does the problem differ from it?",
                ),
                "check": (
                    "Divide {wrong} by {a}, and the result by {a} again. How many factors of {a} can be divided out of it?",
                    "Begin with {a} x {a} and go on, factor by factor. Do you stop at {wrong} once all {k} are used?",
                    "Undo your {wrong} with a single step. Would a power with exponent {k} be undone so quickly?",
                    "By your way, one more in the exponent adds just {a}. How does that compare with what another factor does?",
                ),
            },
            source="E1072; MaE03",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EXP-01-A",
            name="adds base and exponent",
            hint="adds the exponent to the base",
            rule=lambda p: integer(p.a + p.k),
            cues=("{a} + {k}", "added on", "{k} more than", "sum of base", "one more than"),
        ),
        PlausibleError(
            id="G68-EXP-01-B",
            name="one factor too many",
            hint="counts multiplication signs instead of factors",
            rule=lambda p: integer(p.a ** (p.k + 1)),
            cues=("multiplication signs", "times signs", "too many factors", "signs or factors", "tick off"),
        ),
    ),
)


def _two_exponents(rng: random.Random) -> dict[str, Any]:
    while True:
        m, k = rng.randint(2, 9), rng.randint(2, 9)
        if m * k != m + k:
            return {"a": rng.choice((2, 3, 5, 7, 10)), "m": m, "k": k}


def _two_large_exponents(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 9), "m": rng.randint(11, 25), "k": rng.randint(5, 12)}


# --- a product of powers ---
MULTIPLYING_POWERS = Family(
    id="powmul",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.A.1",
    topic="exponent laws",
    mission="write a product of two powers as one power",
    vocabulary=("base", "exponent", "product"),
    sample=_two_exponents,
    larger=_two_large_exponents,
    statements=(
        "Write {a}^{m} x {a}^{k} as one power of {a}. What is the exponent?",
        "{a}^{m} x {a}^{k} = {a}^?. Which exponent is missing?",
    ),
    reworded=("Which exponent does {a} carry when {a}^{m} is multiplied by {a}^{k}?",),
    solve=lambda p: integer(p.m + p.k),
    elicit=(
        "What does {a}^{m} look like when it is written out in full?",
        "What do the exponents {m} and {k} count?",
        "How would you explain the difference between the base and the exponent in {a}^{m}?",
        "Which small example with base 10 could you try before this one?",
    ),
    extend=(
        "Why does this work only when both bases are {a}?",
        "What would happen with the exponents if you divided {a}^{m} by {a}^{k}?",
        "How would you treat a third factor such as {a}^{k}?",
        "Where would it matter which of the two powers stands first?",
    ),
    check=(
        "If you write every factor of {a} in one long row, does your exponent count the row?",
        "What happens when you try your way on 10^2 x 10^2 and count zeros?",
        "Can a calculator confirm that your power equals {a}^{m} x {a}^{k}?",
        "Divide your power by {a}^{k}; does {a}^{m} come back?",
    ),
    repair=(
        "What is the base of both powers?",
        "How would you write {a}^{k} out in full?",
        "Which sign stands between the two powers?",
        "What does the raised {m} count?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EXP-02",
            name="multiplies the exponents",
            hint="multiplies the two exponents because the powers are multiplied",
            rule=lambda p: integer(p.m * p.k),
            says=(
                "it's a times problem, so {m} times {k} is {wrong}",
                "you multiply the powers, so the small numbers get multiplied too",
                "{m} and {k} with the times in between make {wrong}",
            ),
            reworded=("the rule was that the little numbers up top get timesed, {m} by {k}",),
            cues=(
                "({a}^{m})^{k}",
                "long row",
                "in a row",
                "one row",
                "{wrong} copies",
                "{wrong} factors",
                "zeros of",
                "how many zeros",
                "zeros",
                "bag*",
                "packet*",
                "{k} blocks",
                "stack of",
                "string of beads",
                "cards",
            ),
            turns={
                "represent": (
                    "Write both powers out in one row, with dots for the times signs. Do you see {wrong} factors there?",
                    "Lay a card marked {a} for every factor. How many cards does each power bring, and do they reach {wrong} cards?",
                    "Draw {a}^{m} as a string of beads and hang {a}^{k} onto it. What does the string tell about {wrong}?",
                    "Put all copies of {a} into a long row and number them. Where does the numbering stop, before {wrong} or after?",
                ),
                "simplify": (
                    "Think of a hundred times a thousand, as 10^2 x 10^3. How many zeros would your way give?",
                    "Write a hundred times a million in figures. Does your way, used on 10^2 x 10^6, give these zeros?",
                    "Use ten thousand times ten thousand, 10^4 x 10^4. What does your way say about its zeros?",
                    "Try your way on 10^3 x 10^3, a thousand thousands. Do you see that many zeros when you write it out?",
                ),
                "conflict": (
                    "Think of ({a}^{m})^{k} for a moment. Could that problem and yours end with the same exponent?",
                    "An exponent of {wrong} needs {wrong} copies of {a}. Where would all these come from?",
                    "Compare {k} blocks of {a}^{m} with your problem. How many blocks of that kind do you have?",
                    "If {wrong} factors of {a} stood there, which ones belong to {a}^{k}? Try to mark them.",
                ),
                "analog": (
                    "You pour a bag of 20 marbles into a bag of 30. What would multiplying 20 by 30 claim?",
                    "Two packets of cookies are put on one plate. What happens with the counts on the packets?",
                    "A stack of 12 books is put on a stack of 20. How tall would your rule make it?",
                    "A train of 40 cars is hooked to a train of 30 in a row. How long would your rule make it?",
                ),
            },
            source="ML exponents.multiply_exponents_when_multiplying_powers",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EXP-02-A",
            name="keeps the larger exponent",
            hint="keeps the larger exponent for the product",
            rule=lambda p: integer(max(p.m, p.k)),
            cues=("swallow*", "the smaller exponent", "disappear*", "only the larger", "what became of"),
        ),
        PlausibleError(
            id="G68-EXP-02-B",
            name="subtracts the exponents",
            hint="takes the smaller exponent from the larger one",
            rule=lambda p: integer(abs(p.m - p.k)),
            cues=("divided by {a}^{k}", "cancel*", "fewer factors", "shorter than", "taken away"),
        ),
    ),
)


def _any_base(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 20) if rng.random() < 0.4 else rng.randint(2, 99)}


def _large_base(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(101, 999)}


# --- the exponent zero ---
ZERO_EXPONENT = Family(
    id="pow0",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.A.1",
    topic="zero exponent",
    mission="find the value of a power with exponent zero",
    vocabulary=("zero exponent", "pattern"),
    sample=_any_base,
    larger=_large_base,
    statements=(
        "{a}^0 = ?",
        "What is the value of {a}^0?",
        "Work out {a} to the power zero.",
    ),
    reworded=("The base is {a}, the exponent is 0. Which number is this power?",),
    solve=lambda p: integer(1),
    trace=lambda p: {"second power": p.a * p.a},
    elicit=(
        "What happens in the list {a}^4, {a}^3, {a}^2 as you read along?",
        "Which powers of {a} do you know for sure, and how are neighbors related?",
        "What would you like an exponent of zero to mean so that the exponent laws still hold?",
        "How do you get from {a}^3 to {a}^2 without starting afresh?",
    ),
    extend=(
        "Why does the base hardly matter in this problem?",
        "What would come after {a}^0 in the list, when the exponent goes on falling?",
        "How could the law for dividing powers support your value?",
        "Does your reason also work for the base 0, or does something go wrong there?",
    ),
    check=(
        "If you multiply your value by {a}, do you get {a}^1, as the pattern demands?",
        "Does your value follow from {a}^2 and {a}^1 by the same step as before?",
        "What does the law for products say about {a}^0 x {a}^3, and does your value obey it?",
        "Which value makes the list {a}^3, {a}^2, {a}^1, {a}^0 run evenly?",
    ),
    repair=(
        "What is the value of {a}^1?",
        "Can you write {a}^3 out in full?",
        "What is the exponent here?",
        "Which power comes right before {a}^0 in the list?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EXP-03",
            name="zero power is zero",
            hint="takes a power with no factors to be nothing",
            rule=lambda p: integer(0),
            says=(
                "you take {a} zero times, so there is nothing",
                "anything with a zero like that is zero",
                "if there are no {a}s to multiply, nothing is left",
            ),
            reworded=("the exponent says none, so I have no {a} at all",),
            cues=(
                "{a} x 0",
                "{a}^0 x {a}^2",
                "{a}^0 x {a}^3",
                "{a}^0 x {a}^5",
                "wipe* out",
                "land on zero",
                "fall to zero",
                "reach zero",
                "down the list",
                "paper",
                "fold*",
                "10^0",
                "thousand",
                "ladder",
                "0 times",
                "back up",
            ),
            turns={
                "conflict": (
                    "Use your 0 in {a}^0 x {a}^3. What do the exponent laws say should come out instead?",
                    "What is {a} x 0? Tell me why the raised zero in your problem should do the same.",
                    "By the law for products, {a}^0 x {a}^5 is {a}^5. How does your 0 behave there?",
                    "Try to get back up from your 0 to {a}^1 by multiplying by {a}. What goes wrong?",
                ),
                "represent": (
                    "Write {a}^3, {a}^2 and {a}^1 under one another. If you go down the list, could the next line fall to zero?",
                    "Make a ladder of powers, {a}^4 at the top. Which step leads from rung to rung, and would it reach zero?",
                    "Let an arrow lead from {a}^3 to {a}^2, then to {a}^1. Does repeating that arrow ever land on zero?",
                    "Fill a table for {a}^3, {a}^2, {a}^1 and {a}^0 with your 0 in it. How even is the way down the list?",
                ),
                "simplify": (
                    "Take thousand, hundred, ten as powers of 10. What comes next, and is it 10^0 or nothing?",
                    "In place value, 10^3 names the thousands. Which place is left for 10^0, and is it worth nothing?",
                    "Fold a sheet of paper 3 times and you have 2^3 layers. How many layers does the paper have without folding?",
                    "A rumor triples each day, starting with whoever made it up. How many know it after 0 times tripling?",
                ),
                "locate": (
                    "You read {a}^0 as {a} x 0. What sign would have to stand there for that?",
                    "Say what the raised 0 counts. Does it count factors, or is it a factor that can wipe out others?",
                    "Where in your thinking did 'no factors' become 0 times something?",
                    "Your 0 would wipe out any product it joins. Does {a}^0 do that in {a}^0 x {a}^2?",
                ),
            },
            source="ML exponents.zero_exponent_equals_zero",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EXP-03-A",
            name="leaves the base as it is",
            hint="thinks that an exponent of zero changes nothing about the base",
            rule=lambda p: integer(p.a),
            cues=("compare {a}^1", "same as {a}^1", "untouched", "stay {a}", "differ from {a}^1"),
        ),
        PlausibleError(
            id="G68-EXP-03-B",
            name="turns the base over",
            hint="treats the exponent zero like a negative one",
            rule=lambda p: fraction(1, p.a),
            cues=("upside down", "too far", "below the bar", "smaller than a whole", "{a}^(-1)"),
        ),
    ),
)


_NEGATIVE_POWERS = [(a, k) for k in range(2, 7) for a in range(2, 31) if a**k <= 10_000]


def _negative_power(rng: random.Random) -> dict[str, Any]:
    a, k = rng.choice(_NEGATIVE_POWERS)
    return {"a": a, "k": k}


def _large_negative_power(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(31, 60), "k": rng.randint(2, 3)}


# --- negative exponents ---
NEGATIVE_EXPONENTS = Family(
    id="pow_neg",
    grade_band="6-8",
    grade="8",
    ccss="8.EE.A.1",
    topic="negative exponents",
    mission="write a power with a negative exponent as a fraction",
    vocabulary=("reciprocal", "negative exponent"),
    sample=_negative_power,
    larger=_large_negative_power,
    statements=(
        "Write {a}^(-{k}) as a fraction.",
        "What is the value of {a}^(-{k})?",
    ),
    reworded=("The base {a} carries the exponent -{k}. Which number is that, without any exponent?",),
    solve=lambda p: fraction(1, p.a**p.k),
    trace=lambda p: {"the positive power": p.a**p.k},
    elicit=(
        "How do the powers {a}^2, {a}^1, {a}^0 change from each to the next?",
        "What could a negative exponent mean, if the pattern of powers of {a} goes on?",
        "Which law for powers might help with {a}^0 divided by a power of {a}?",
        "What does {a}^0 equal, and what lies beyond it in the list?",
    ),
    extend=(
        "How do {a}^(-{k}) and {a}^{k} belong together?",
        "Which power of {a} would be the next smaller one, and by how much is it smaller?",
        "Will any power of {a} ever be zero, and why?",
        "How would you write your result as a decimal, and is it close to zero?",
    ),
    check=(
        "What do you get when you multiply your value by {a}^{k}, and what should that be?",
        "Does your value fit into the list that runs {a}^2, {a}^1, {a}^0 and on?",
        "Is your value positive or negative, and what does the list of powers say?",
        "Which laws for exponents can you use to test {a}^(-{k}) x {a}^{k} with your value?",
    ),
    repair=(
        "Can you name the base of {a}^(-{k}) and then the exponent?",
        "How much is {a}^0?",
        "Which number is the opposite of -{k}?",
        "What comes before {a}^0 in the list {a}^2, {a}^1, {a}^0?",
    ),
    misconceptions=(
        Misconception(
            id="G68-EXP-04",
            name="negative exponent means negative number",
            hint="moves the minus sign from the exponent to the value",
            rule=lambda p: integer(-(p.a**p.k)),
            says=(
                "I worked out {a}^{k} and then the minus goes in front",
                "a minus in the exponent makes the whole thing negative",
                "it's the normal power, only with a minus",
            ),
            reworded=("I did the power first and brought the minus sign down at the end",),
            cues=(
                "your list",
                "ruler*",
                "calculator",
                "graph*",
                "cross zero",
                "crosses zero",
                "cross* over zero",
                "below zero",
                "(-{a})^{k}",
                "-({a}^{k})",
                "{wrong} x {a}^{k}",
                "downstairs",
                "cake",
                "shrink*",
                "shrank",
                "zoom*",
                "minus sign travel*",
                "minus jump*",
                "jump over zero",
                "microscope",
                "10^(-2)",
                "opposite number",
            ),
            turns={
                "represent": (
                    "List {a}^3, {a}^2, {a}^1 and {a}^0 in a column. As you keep on, does the column ever cross zero?",
                    "Mark {a}^2, {a}^1 and {a}^0 on a number line. Which way are they heading, and would they jump over zero?",
                    "Draw a bar for {a}^1 and a bar for {a}^0. If bars shrink like this, could the next be below zero?",
                    "Make a table of powers of {a} with exponents 2, 1, 0 and on. Where would a value get below zero?",
                ),
                "conflict": (
                    "Look at {wrong} x {a}^{k}. Which sign does it have, and which sign does any power with exponent zero have?",
                    "The problem -({a}^{k}) also comes to {wrong}. What should tell the two problems apart?",
                    "Your {wrong} lies below zero. Which step in {a}^1, {a}^0 and on could make the list cross zero?",
                    "Suppose {wrong} is right. How does {wrong} x {a}^{k} suit exponents that cancel to zero?",
                ),
                "locate": (
                    "Where does the minus stand in {a}^(-{k})? Tell me what made your minus jump in front.",
                    "You brought the minus down to the value. What is the exponent of your {wrong} written as -({a}^{k})?",
                    "Compare -({a}^{k}) with {a}^(-{k}). What is each minus sign attached to?",
                    "Let the minus sign travel back to where it began. Does it belong to {a} or to the count of factors?",
                ),
                "analog": (
                    "On a map you zoom in by steps, then zoom out the same way. Do lengths turn negative when zooming out?",
                    "A microscope makes things ten times larger per click. What would clicking backward do, shrink them or turn them negative?",
                    "Each day a cake is cut to half its size. Will the piece ever be below zero?",
                    "A cent is 10^(-2) dollars. Is a cent a debt or just a small amount?",
                ),
                "check": (
                    "Put {wrong} at the end of your list {a}^2, {a}^1, {a}^0. Does it continue the same steps?",
                    "Ask a calculator for {a}^(-{k}). What stands in front of the display, and does it look like {wrong}?",
                    "Sketch a graph with points for {a}^2, {a}^1 and {a}^0. Does a point at {wrong} follow the curve?",
                    "Start from {wrong} and multiply by {a} again and again. Which sign keeps appearing, and does {a}^2 ever join your list?",
                ),
            },
            source="E433; MaE03(5^-2)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-EXP-04-A",
            name="multiplies by the exponent",
            hint="multiplies the base by the negative exponent",
            rule=lambda p: integer(-p.a * p.k),
            applies_if=lambda p: p.a**p.k != p.a * p.k,
            cues=("{a} x (-{k})", "repeated", "times -{k}", "how often {a}", "plain product"),
        ),
        PlausibleError(
            id="G68-EXP-04-B",
            name="reciprocal with a minus",
            hint="takes the reciprocal and keeps a minus sign as well",
            rule=lambda p: fraction(-1, p.a**p.k),
            cues=("twice over", "used the minus two", "second job", "still in front", "both ways"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (POWERS, MULTIPLYING_POWERS, ZERO_EXPONENT, NEGATIVE_EXPONENTS)
