"""Grades 9 to 12: growth."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import decimal_text, integer, lowest, money
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _sequence(rng: random.Random) -> dict[str, Any]:
    a, d = rng.sample(range(2, 13), 2)
    return {"a": a, "t2": a + d, "t3": a + 2 * d, "n": rng.randint(12, 40)}


def _large_sequence(rng: random.Random) -> dict[str, Any]:
    a, d = rng.sample(range(15, 60), 2)
    return {"a": a, "t2": a + d, "t3": a + 2 * d, "n": rng.randint(100, 400)}


def _difference(p: Parameters) -> int:
    return p.t2 - p.a


# --- a far term of an arithmetic sequence ---

ARITHMETIC_SEQUENCES = Family(
    id="seq_nth",
    grade_band="9-12",
    grade="9",
    ccss="HSF-BF.A.2",
    topic="arithmetic sequences",
    mission="find a far term of an arithmetic sequence",
    vocabulary=("term", "common difference"),
    sample=_sequence,
    larger=_large_sequence,
    statements=(
        "An arithmetic sequence starts {a}, {t2}, {t3}, ... What is term number {n}?",
        "Find term number {n} of the arithmetic sequence {a}, {t2}, {t3}, ...",
    ),
    stories=(
        "The rows of a theater have {a}, {t2}, {t3}, ... seats, always growing by the same number. How many seats are in row {n}?",
        "{name} saves ${a} in week 1, ${t2} in week 2, ${t3} in week 3 and goes on like this. How many dollars does {name} save in week {n}?",
    ),
    reworded=(
        "The list {a}, {t2}, {t3}, ... goes on with equal steps. Which number stands at position {n}?",
    ),
    solve=lambda p: integer(p.a + (p.n - 1) * _difference(p)),
    trace=lambda p: {"jumps": p.n - 1, "added": (p.n - 1) * _difference(p)},
    elicit=(
        "What do you notice when you go from {a} to {t2} to {t3}?",
        "How would you find the next number in this list?",
        "What stays the same as this sequence grows?",
        "Which numbers of this problem are terms, and which one is a position?",
    ),
    extend=(
        "How could you write a formula for any term of this sequence?",
        "Which term of this sequence is the first one above 1000?",
        "How would the formula change if the sequence went down?",
        "What would a graph of the terms against their positions look like?",
    ),
    check=(
        "What does your rule give for the second term, and is it {t2}?",
        "If you walk back from your term to {a} in equal steps, does the number of steps fit?",
        "How could you write a formula and test it on the three terms you know?",
        "Would the term after yours fit as well, and how can you tell?",
    ),
    repair=(
        "What is the fourth number in this list?",
        "How far is it from {a} to {t2}?",
        "Which term of the sequence is {t2}, the first, second or third?",
        "What position does the problem ask about?",
    ),
    plausible=(
        PlausibleError(
            id="G912-SEQ-01-A",
            name="multiplies the first term",
            hint="multiplies the first term by the position",
            rule=lambda p: integer(p.a * p.n),
            applies_if=lambda p: p.a != _difference(p),
            cues=("copies of {a}", "{n} times {a}", "2 times {a}", "proportion*"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-SEQ-01",
            name="off by one",
            hint="adds the difference one time too many",
            rule=lambda p: integer(p.a + p.n * _difference(p)),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "I did {a} plus {n} times {d}",
                "I began at {a} and added {d} for each of the {n} places",
                "{n} jumps of {d} from {a} go to {wrong}",
            ),
            reworded=("every one of the {n} terms adds {d} to the {a}",),
            cues=(
                "from term 1",
                "term 2",
                "fence",
                "stairs",
                "before the first jump",
                "stand there",
                "the counts",
                "landing",
                "counting on",
                "fifth",
                "nothing has been added",
                "go back from",
            ),
            turns={
                "simplify": (
                    "How many jumps does it take to get from term 1 to term 3?",
                    "Use your way to find term 2. Where in the list {a}, {t2}, {t3} is the number you get?",
                    "A fence has 5 posts in a row. How many spaces lie between them, and how is that like your {n} jumps?",
                    "You walk from floor 1 to floor 4. How many sets of stairs is that, and how would your way count them?",
                ),
                "locate": (
                    "You used {n} jumps of {d}. At which term were you before the first jump?",
                    "Think about your {n} jumps. Is {a} reached by a jump, or do you stand there already?",
                    "Write 1, 2, 3 under {a}, {t2}, {t3} and mark each jump. What do you notice about the counts?",
                    "After {n} jumps from {a} you reach {wrong}. If you number every landing and the start, where is {wrong}?",
                ),
                "check": (
                    "Use your way for term 4. How does the result compare with counting on from {t3}?",
                    "Write out five terms of the sequence, then use your way for the fifth. What do you notice?",
                    "Position 1 is where nothing has been added yet. What does your way give there?",
                    "Go back from {wrong} in steps of {d} and number each value until you say {a}. Which number does {a} get?",
                ),
            },
            source="E1631; E440",
        ),
        Misconception(
            id="G912-SEQ-02",
            name="multiplies position by difference",
            hint="multiplies the position by the common difference",
            rule=lambda p: integer(p.n * _difference(p)),
            applies_if=lambda p: p.a != _difference(p),
            steps=lambda p: {"d": _difference(p)},
            says=(
                "{n} times {d} is {wrong}",
                "it goes up by {d}, so I did {d} times {n}",
                "I multiplied {n} by {d}",
            ),
            reworded=("each of the {n} places is worth {d}",),
            cues=(
                "very first",
                "your own list",
                "place 1",
                "third place",
                "1000",
                "500 larger",
                "times table",
                "jar",
                "front of the list",
                "before any step",
                "exactly right",
                "story of",
            ),
            turns={
                "check": (
                    "Try your way on the very first number. What comes out, and how does it compare with {a}?",
                    "Write your own list for 1 times {d}, 2 times {d} and so on. How does it compare with {a}, {t2}, {t3}?",
                    "Your way gives {d} for place 1. What does the sequence have there?",
                    "Test your way on the third place, where the problem shows {t3}. What do you get?",
                ),
                "conflict": (
                    "Two sequences grow by {d}, but one begins with {a} and one with 1000. Would both have {wrong} as term {n}?",
                    "Imagine every number in {a}, {t2}, {t3} were 500 larger. Would your way notice, or still give {wrong}?",
                    "The {d} times table and this sequence both grow by {d}. What tells the two apart?",
                    "A jar begins with {a} coins and gains {d} a day. Where in {n} times {d} are the coins it began with?",
                ),
                "elicit": (
                    "What does the {a} at the front of the list tell you, and where did it go in your work?",
                    "You counted {n} steps of {d} and nothing else. What does the list hold before any step is taken?",
                    "What would the list look like if {n} times {d} were exactly right for it?",
                    "Tell me the story of this sequence from its beginning. At which moment does {a} come in?",
                ),
            },
            source="E1582 (neighbour); E210",
        ),
    ),
)


def _investment(rng: random.Random) -> dict[str, Any]:
    return {"a": 100 * rng.randint(1, 20), "p": 10 * rng.randint(1, 6), "t": rng.randint(2, 4)}


def _large_investment(rng: random.Random) -> dict[str, Any]:
    return {"a": 1000 * rng.randint(5, 90), "p": 10 * rng.randint(1, 6), "t": rng.randint(2, 4)}


def _grown(p: Parameters, years: int) -> Fraction:
    return p.a * (1 + Fraction(p.p, 100)) ** years


def _growth_trace(p: Parameters) -> dict[str, Any]:
    amounts = {f"amount after year {year}": money(_grown(p, year)).text for year in range(1, p.t)}
    return {"growth factor": decimal_text(1 + Fraction(p.p, 100)), **amounts}


def _growth_steps(p: Parameters) -> dict[str, Any]:
    yearly = Fraction(p.a * p.p, 100)
    return {"start": money(p.a).text, "growth": money(yearly).text, "gain": money(p.t * yearly).text}


# --- exponential growth ---

EXPONENTIAL_GROWTH = Family(
    id="growth",
    grade_band="9-12",
    grade="9",
    ccss="HSF-LE.A.1",
    topic="exponential growth",
    mission="find an amount after growth by a percent in every year",
    vocabulary=("growth factor", "compound", "percent"),
    sample=_investment,
    larger=_large_investment,
    statements=(
        "${a} grows by {p}% each year. How much is there after {t} years?",
        "An amount of ${a} grows by {p}% per year, compounded yearly. Find the amount after {t} years.",
        "Find the value of ${a} after {t} years of growth at {p}% a year, compounded each year.",
    ),
    stories=(
        "{name} puts ${a} into a fund that grows by {p}% each year. How much is in the fund after {t} years?",
        "A rare guitar is worth ${a} and gains {p}% in value every year. What is it worth after {t} years?",
    ),
    reworded=("Year after year, ${a} becomes {p}% larger than it was. What has it become after {t} years?",),
    solve=lambda p: money(_grown(p, p.t)),
    trace=_growth_trace,
    elicit=(
        "What happens to the money during the very first year?",
        "How would you explain growing by {p}% to a younger student?",
        "What could a table of the years look like for this problem?",
        "Which amount does a percent always need before you can use it?",
    ),
    extend=(
        "How would you write a formula for any number of years?",
        "About when will the amount be ten times as large, and how could you find out?",
        "What would the graph of this growth look like next to a straight line?",
        "How would your work change if the amount shrank by {p}% each year?",
    ),
    check=(
        "How could you fill in a table year by year and compare its last line with your amount?",
        "What is the growth in your first year, and what is it in your last year?",
        "If you divide the amounts of neighboring years, what should stay the same?",
        "Is your amount more than it would be with a fixed sum each year, and should it be?",
    ),
    repair=(
        "What is 10% of 100 dollars?",
        "How much money is there before the first year?",
        "Does the amount become larger or smaller here, and which words tell you?",
        "How many years does this problem cover?",
    ),
    plausible=(
        PlausibleError(
            id="G912-EXP-03-A",
            name="grows once only",
            hint="raises the amount by the percent a single time",
            rule=lambda p: money(_grown(p, 1)),
            cues=("only once", "a single year", "stopped after", "other years go"),
        ),
        PlausibleError(
            id="G912-EXP-03-B",
            name="percent as dollars",
            hint="adds the number of the percent in dollars for every year",
            rule=lambda p: money(p.a + p.p * p.t),
            applies_if=lambda p: p.a != 100,
            cues=("{p} dollars", "percent sign", "out of a hundred", "symbol behind"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-EXP-03",
            name="grows by the same amount",
            hint="adds the same amount of growth for every year",
            rule=lambda p: money(p.a + Fraction(p.t * p.a * p.p, 100)),
            steps=_growth_steps,
            says=(
                "{p}% of {start} is {growth}, and I added that {t} times",
                "it gains {growth} a year, so {gain} in {t} years",
                "I took {p}% of {start} and multiplied it by {t} before adding",
            ),
            reworded=("every year brings {growth}, and {start} plus {gain} is {wrong}",),
            cues=(
                "just before",
                "beside each",
                "later years",
                "last year only",
                "a classmate opens",
                "the last raise",
                "new bank",
                "second account",
                "doubl*",
                "cell*",
                "snow*",
                "rumor",
            ),
            turns={
                "locate": (
                    "You gave {growth} for every year. How much money was there just before the last of those years?",
                    "List your {t} gains of {growth} in a column. Which amount can you write beside each, if it has to be {p}% of that amount?",
                    "Your {growth} is {p}% of {start}. What are the later years taking their {p}% of?",
                    "Think of the last year only. Which amount is lying there when its {p}% is worked out?",
                ),
                "conflict": (
                    "Today a classmate opens a fund with exactly what yours holds after a year. Whose fund should gain more next year?",
                    "In your work the last raise is {growth}. What percent is that of the amount it was added to?",
                    "Carry the whole amount to a new bank after a year. How would that bank know to pay only {growth}?",
                    "Imagine every gain of {growth} is moved to a second account. What does that account earn at {p}%, by your reckoning?",
                ),
                "simplify": (
                    "Let 15 dollars double each week for five weeks. How does adding 15 every week compare with doubling?",
                    "One cell becomes two each hour, a growth of 100%. How many cells would your way draw in the sixth hour?",
                    "A rolling ball of snow gains half of its weight with every turn. Which turn picks up more, an early or a late one?",
                    "Everyone who knows a rumor tells it to somebody new each hour. Which hour brings more new listeners, the first or the eighth?",
                ),
            },
            source="E985; MaE39",
        ),
    ),
)


def _log_terms(rng: random.Random) -> dict[str, Any]:
    base = rng.choice((2, 2, 2, 2, 3))
    extra = rng.choice(((0, 0), (0, 0, 1), (0, 0, 0, 0), (0, 0, 1, 2))) if base == 2 else (0, 0, 0)
    shifts = rng.sample(extra, len(extra))
    least = rng.randint(1, {2: 8, 3: 5, 4: 3}[len(extra)] if base == 2 else 4)
    return {"base": base, "terms": " + ".join(str(base ** (least + shift)) for shift in shifts)}


def _exponent(base: int, power: int) -> int:
    """The n with base^n = power."""
    n = 0
    while base**n < power:
        n += 1
    return n


def _parts(p: Parameters) -> list[int]:
    return [int(term) for term in p.terms.split(" + ")]


def _log_sum_steps(p: Parameters) -> dict[str, Any]:
    logs = [_exponent(p.base, part) for part in _parts(p)]
    return {"first": _parts(p)[0], "flog": logs[0], "chain": " + ".join(str(log) for log in logs)}


def _sum_of_logs(p: Parameters) -> int:
    return sum(_exponent(p.base, part) for part in _parts(p))


# --- the logarithm of a sum ---

LOGARITHM_OF_A_SUM = Family(
    id="log_sum",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.B.5",
    topic="logarithms",
    mission="find the logarithm of a sum",
    vocabulary=("logarithm", "base", "product rule"),
    sample=_log_terms,
    statements=(
        "Find log base {base} of ({terms}).",
        "What is log base {base} of ({terms})?",
        "Evaluate the logarithm with base {base} of ({terms}).",
    ),
    reworded=("Which number is the logarithm of ({terms}) when the base is {base}?",),
    solve=lambda p: integer(_exponent(p.base, sum(_parts(p)))),
    trace=lambda p: {"number inside the log": sum(_parts(p))},
    elicit=(
        "What question does a log with base {base} ask?",
        "Which parts of this expression belong inside the log?",
        "How would you read this logarithm aloud in full?",
        "What do the powers of {base} look like, listed one after the other?",
    ),
    extend=(
        "How would the result change if the number inside were multiplied by {base}?",
        "Which other numbers could stand in the parentheses and give the same logarithm?",
        "For which operation inside a log does the product rule help?",
        "How could you estimate the log if one of the numbers were 1 larger?",
    ),
    check=(
        "Take {base} to the power of your result. What should that give?",
        "How does your result compare with the log of the largest number alone?",
        "What does your result say about the size of the number in the parentheses?",
        "If you turn the log into a statement about powers, what does it say, and does it hold?",
    ),
    repair=(
        "What is the base of this log?",
        "Which power of {base} do you know best?",
        "What is {base} to the power of 0?",
        "How many numbers stand in the parentheses?",
    ),
    plausible=(
        PlausibleError(
            id="G912-LOG-01-A",
            name="log of the first number only",
            hint="takes the log of the first number and adds the others as they are",
            rule=lambda p: integer(_exponent(p.base, _parts(p)[0]) + sum(_parts(p)[1:])),
            cues=("without a log", "as plain numbers", "left alone", "only the front"),
        ),
        PlausibleError(
            id="G912-LOG-01-B",
            name="divides by the base",
            hint="divides the sum by the base",
            rule=lambda p: integer(sum(_parts(p)) // p.base),
            applies_if=lambda p: sum(_parts(p)) // p.base != _exponent(p.base, sum(_parts(p))),
            cues=("divid*", "shar*", "equal parts", "goes into"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-LOG-01",
            name="log distributes over addition",
            hint="takes the log of each number and adds the logs",
            rule=lambda p: integer(_sum_of_logs(p)),
            applies_if=lambda p: _sum_of_logs(p) != _exponent(p.base, sum(_parts(p))),
            steps=_log_sum_steps,
            says=(
                "the logs are {chain}, and that makes {wrong}",
                "log of {first} is {flog}, and I did the rest the same way and added",
                "you can give the log to each number, so I got {chain}",
            ),
            reworded=("a plus inside turns into a plus outside, and {chain} is {wrong}",),
            cues=(
                "raise {base}",
                "stand for",
                "some number too",
                "by {base}, again",
                "base 10",
                "1 + 1",
                "1000 + 1000",
                "root*",
                "act on",
                "in mind",
                "to which power",
                "get added",
            ),
            turns={
                "check": (
                    "Raise {base} to the power {wrong}. How does that compare with what stands in the parentheses?",
                    "A log names a power of {base}. Which number would {wrong} stand for, and is {terms} that large?",
                    "Your {chain} is the log of some number too. Which number is it, and how is it made from {terms}?",
                    "Start at 1 and multiply by {base}, again and again, {wrong} times. Do you stop at {terms} or somewhere else?",
                ),
                "simplify": (
                    "Your way gives 2 for the log of 10 + 10 in base 10. Which number really has the log 2 there?",
                    "Use your way on log base 7 of (1 + 1). What comes out, and which number has that log?",
                    "In base ten, your way makes log(1000 + 1000) the log of a million. How far is a million from the number inside?",
                    "Try roots in place of logs. How does root 25 plus root 144 compare with the root of 25 + 144?",
                ),
                "elicit": (
                    "What do the parentheses in log base {base} of ({terms}) tell you the log should act on?",
                    "Which rule for logs did you have in mind, and what operation stands inside the log in that rule?",
                    "How would you say log base {base} of ({terms}) as a question beginning with 'To which power'?",
                    "In your own words, what happens to the numbers inside when logs get added?",
                ),
            },
            source="PZ sin 5; CH rule 4",
        ),
    ),
)


def _two_logs(rng: random.Random) -> dict[str, Any]:
    base, top = rng.choice(((2, 11), (2, 11), (3, 7), (5, 5), (10, 7)))
    high = rng.randint(3, top)
    return {"base": base, "x": base**high, "y": base ** rng.randint(2, high - 1)}


def _two_large_logs(rng: random.Random) -> dict[str, Any]:
    high = rng.randint(8, 13)
    return {"base": 10, "x": 10**high, "y": 10 ** rng.randint(2, high - 1)}


def _log_x(p: Parameters) -> int:
    return _exponent(p.base, p.x)


def _log_y(p: Parameters) -> int:
    return _exponent(p.base, p.y)


# --- the quotient of two logarithms ---

QUOTIENT_OF_LOGARITHMS = Family(
    id="log_quot",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.B.5",
    topic="logarithms",
    mission="divide one logarithm by another",
    vocabulary=("logarithm", "quotient"),
    sample=_two_logs,
    larger=_two_large_logs,
    statements=(
        "Find (log base {base} of {x}) divided by (log base {base} of {y}).",
        "What is (log base {base} of {x}) / (log base {base} of {y})?",
        "Evaluate the quotient of log base {base} of {x} and log base {base} of {y}.",
    ),
    reworded=("Divide the base {base} logarithm of {x} by the base {base} logarithm of {y}.",),
    solve=lambda p: lowest(Fraction(_log_x(p), _log_y(p))),
    trace=lambda p: {"upper log": _log_x(p), "lower log": _log_y(p)},
    elicit=(
        "What does a log with base {base} ask about {x}?",
        "Which parts of the problem does the division connect?",
        "How would you write this expression with a fraction bar?",
        "What do you know about {x} and {y} as powers?",
    ),
    extend=(
        "Which single log could this quotient be, if its base were {y}?",
        "Does the quotient depend on the base of the two logs, and why?",
        "What would happen to the quotient if {x} and {y} changed places?",
        "For which numbers would this quotient be exactly 1?",
    ),
    check=(
        "If you multiply your quotient by the lower log, what should come out?",
        "To which power must {y} be taken to give {x}, and how is that linked to your result?",
        "Should the quotient be more or less than 1 here, and how can you tell?",
        "What would a calculator show for each log, and do they fit your result?",
    ),
    repair=(
        "What is the base of both logs?",
        "Is {x} a power of {base}, and how would you find out?",
        "Which log stands in front of the division?",
        "What is log base {base} of {base}?",
    ),
    plausible=(
        PlausibleError(
            id="G912-LOG-02-A",
            name="cancels the word log",
            hint="crosses out log on top and below and divides the numbers",
            rule=lambda p: integer(p.x // p.y),
            applies_if=lambda p: p.x // p.y * _log_y(p) != _log_x(p),
            cues=("cross*", "cancel*", "like a letter", "log as a number"),
        ),
        PlausibleError(
            id="G912-LOG-02-B",
            name="divides the wrong way",
            hint="divides the second log by the first",
            rule=lambda p: lowest(Fraction(_log_y(p), _log_x(p))),
            cues=("upside down", "turned over", "which log comes", "smaller than 1"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-LOG-02",
            name="quotient of logs as log of the quotient",
            hint="takes the log of the quotient instead of the quotient of the logs",
            rule=lambda p: integer(_log_x(p) - _log_y(p)),
            applies_if=lambda p: (_log_x(p) - _log_y(p)) * _log_y(p) != _log_x(p),
            steps=lambda p: {"ratio": p.x // p.y},
            says=(
                "{x} over {y} is {ratio}, and the log of {ratio} is {wrong}",
                "I divided {x} by {y} to get {ratio}, then took the log",
                "dividing logs turns into a minus, and that gives {wrong}",
            ),
            reworded=("both logs have the same base, so I put {ratio} under one log",),
            cues=(
                "multiply {wrong}",
                "{wrong} times",
                "every base",
                "by itself",
                "still there",
                "division stands",
                "make one log",
                "single log",
                "digit*",
                "doublings",
                "tower",
                "as long",
            ),
            turns={
                "conflict": (
                    "Multiply {wrong} by log base {base} of {y}. What should come out if {wrong} is the quotient?",
                    "How large is {wrong} times the log of {y}? Compare it with the log of {x} itself.",
                    "The quotient of these logs would be the same in every base. What happens to your log of {ratio} when the base changes?",
                    "Put {x} in both places, so that a log is divided by itself. What should come out, and what does your way give?",
                ),
                "locate": (
                    "Count the logs in the problem. How many of them are still there when you work with {ratio}?",
                    "In the problem the division stands between two things. Which two did you put it between?",
                    "You squeezed everything into one log when you wrote {ratio}. Which log rule lets you make one log here?",
                    "Your {ratio} sits inside a single log. How would the problem have to be written to mean that?",
                ),
                "analog": (
                    "Divide the digit count of a million by that of a hundred. How does that compare with the digits of a million over a hundred?",
                    "One lab culture went through thirty doublings, another through fifteen. What does dividing the counts tell you that dividing the cultures does not?",
                    "A tower is 300 feet high and a house 20. Which question does 15 answer, and which one does 280 answer?",
                    "A rope of 600 feet is 20 times as long as one of 30, and 570 feet longer. Which kind of comparison is your {wrong}?",
                ),
            },
            source="memory",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    EXPONENTIAL_GROWTH,
    LOGARITHM_OF_A_SUM,
    QUOTIENT_OF_LOGARITHMS,
    ARITHMETIC_SEQUENCES,
)
