"""Grades 3 to 5: what decimals are worth: fractions as decimals, comparing, times ten."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import choice, decimal, decimal_text
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- fractions as decimals ---


_DECIMAL_FRACTIONS = [(a, b) for b in (4, 5, 20, 25, 50) for a in range(2, b) if a % 10]


def _decimal_fraction(rng: random.Random) -> dict[str, Any]:
    a, b = rng.choice(_DECIMAL_FRACTIONS[:5] if rng.random() < 0.15 else _DECIMAL_FRACTIONS[5:])
    return {"a": a, "b": b}


def _decimal_trace(p: Parameters) -> dict[str, Any]:
    """Tenths where the denominator goes into ten, else hundredths."""
    parts, unit = (10, "tenths") if 10 % p.b == 0 else (100, "hundredths")
    return {f"{unit} in one part": parts // p.b, f"{unit} in all": p.a * parts // p.b}


def _decimal_steps(p: Parameters) -> dict[str, Any]:
    """`parts`: into how many parts the digits after the point cut a whole, if `a` stands there."""
    return {"parts": 10 ** len(str(p.a)), "twin": p.a + 1 if p.a + 1 < p.b else p.a - 1}


FRACTIONS_AS_DECIMALS = Family(
    id="f2d",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.C.6",
    topic="fractions as decimals",
    mission="write a fraction as a decimal",
    vocabulary=("decimal", "tenths", "hundredths"),
    sample=_decimal_fraction,
    statements=(
        "Write {a}/{b} as a decimal.",
        "What decimal is equal to {a}/{b}?",
        "{a}/{b} = ? Give a decimal.",
    ),
    stories=(
        "A snail crawled {a}/{b} of a meter. How many meters is that, written as a decimal?",
        "{name} filled {a}/{b} of a jar with sand. What part of the jar is that, written as a decimal?",
    ),
    reworded=("Change {a}/{b} to decimal form.",),
    solve=lambda p: decimal(Fraction(p.a, p.b)),
    trace=_decimal_trace,
    elicit=(
        "What does {a}/{b} mean as parts of one bar?",
        "What do the places after a decimal point stand for?",
        "Is {a}/{b} close to 0, to a half or to 1?",
        "Which squares would you color on a hundred grid to think about {a}/{b}?",
    ),
    extend=(
        "How could you show on a number line that both forms match?",
        "What other fraction has the same decimal?",
        "How would you explain the places in your decimal?",
        "Is there a fraction just a bit larger than {a}/{b}, and what is its decimal?",
    ),
    check=(
        "Is {a}/{b} more or less than a half, and does your decimal agree?",
        "Read your decimal aloud as a fraction. Can you show that it equals {a}/{b}?",
        "Where would {a}/{b} and your decimal sit on a line from 0 to 1?",
        "What does a calculator show for {a} divided by {b}, next to your decimal?",
    ),
    repair=(
        "Draw a bar for {a}/{b}. How many parts does it have in all?",
        "What is the first place after a decimal point called?",
        "Which part of {a}/{b} tells how many pieces are taken?",
        "Is {a}/{b} larger or smaller than one whole bar?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-09",
            name="bar becomes the point",
            hint="turns the fraction bar into a decimal point",
            rule=lambda p: decimal(f"{p.a}.{p.b}"),
            says=(
                "the line becomes a dot, so it is {a} point {b}",
                "{a} goes in front of the point and {b} goes after it",
                "I wrote {a} and then {b} with a point between them",
            ),
            reworded=("a fraction is two numbers with something between, and in decimals that is a point",),
            cues=("full bar*", "one bar", "before the point", "beyond", "reach*", "fill*"),
            turns={
                "conflict": (
                    "Does {a}/{b} fill one bar? Compare that with {wrong}.",
                    "Shade {a} of {b} parts. How many full bars would {wrong} need?",
                    "On a line from 0 to 1, does {a}/{b} reach the end, and where would {wrong} land?",
                    "How far beyond 1 is {wrong}, and how far does {a}/{b} get?",
                ),
                "locate": (
                    "In {wrong} the {a} stands before the point. How many full bars does that say?",
                    "What does a digit before the point count, and is that what the {a} counts in {a}/{b}?",
                    "Your {a} sits left of the point in {wrong}. Where would you find {a} full bars in {a}/{b}?",
                    "Draw what {a} counts in {a}/{b}. Would it fill as much as the {a} in {wrong}?",
                ),
                "simplify": (
                    "Your way writes 1/2 as 1.2. Would half a pie fill one bar and more?",
                    "Your dot makes 1/3 of a bar into 1.3. How far does each of them reach?",
                    "If 1/10 became 1.10, how many full bars would one small piece be?",
                    "Try your dot on 3/7. How far beyond 1 does it go, and how far does a drawing go?",
                ),
            },
            source="H37620",
        ),
        Misconception(
            id="G35-DEC-10",
            name="numerator after the point",
            hint="writes the numerator after the decimal point",
            rule=lambda p: decimal(f"0.{p.a}"),
            steps=_decimal_steps,
            says=(
                "it is {a} parts, so it is 0 point {a}",
                "I put a 0 and a point and then the top number",
                "the {a} goes right after the point",
            ),
            reworded=("there are {a} of them, and what you have is written behind the dot",),
            cues=("{parts} equal", "{parts} piece*", "out of {parts}", "cut into {parts}", "{a}/{parts}"),
            turns={
                "locate": (
                    "Your {wrong} means {a} out of {parts}. How many pieces does {a}/{b} talk about?",
                    "With {wrong}, a bar is cut into {parts} equal pieces. Is the bar of {a}/{b} cut that way?",
                    "You wrote {wrong}, which is {a}/{parts}. What happened to the {b}?",
                    "Which bar has {parts} pieces, the one for {wrong} or the one for {a}/{b}?",
                ),
                "conflict": (
                    "Shade {a}/{parts} on a bar and {a}/{b} on its twin. How do the shaded parts compare?",
                    "Which is wider, one of {parts} pieces or one of {b}, and what does that say about {wrong}?",
                    "Put {a}/{parts} and {a}/{b} on one number line. What do you notice?",
                    "Think of a cake cut into {parts} pieces and one cut into {b}. How do {a} pieces of each compare?",
                ),
                "check": (
                    "Read {wrong} aloud. Does it say {a} out of {parts} or {a} out of {b}?",
                    "Color {wrong} on a bar with {parts} equal parts. How does that look beside a drawing of {a}/{b}?",
                    "Turn {wrong} back into a fraction. How does {a}/{parts} fit with the {b} you were given?",
                    "Suppose the bar was cut into {parts} pieces from the start. Would {a}/{b} look just like {wrong}?",
                ),
            },
            source="E1715; H37618",
        ),
        Misconception(
            id="G35-DEC-11",
            name="denominator after the point",
            hint="writes the denominator after the decimal point",
            rule=lambda p: decimal(f"0.{p.b}"),
            applies_if=lambda p: Fraction(f"0.{p.b}") != Fraction(p.a, p.b),
            steps=_decimal_steps,
            says=(
                "it has {b} at the bottom, so it is 0 point {b}",
                "the bottom number goes after the point",
                "I put a 0 and a point and then the {b}",
            ),
            reworded=("the {b} is the lower number, and lower than one means behind the dot",),
            cues=(
                "{twin}/{b}",
                "role",
                "see the {a}",
                "use the {a}",
                "any number of",
            ),
            turns={
                "locate": (
                    "Where can you see the {a} of {a}/{b} in your {wrong}?",
                    "You wrote {wrong}. What role did the {a} play when you found it?",
                    "The {b} tells how many parts there are. What is its role in {wrong}?",
                    "How did you use the {a} to get {wrong}?",
                ),
                "conflict": (
                    "What would you write for {twin}/{b} in the same way? Compare it with {wrong}.",
                    "If {a}/{b} is {wrong} in your way, what about {twin}/{b}?",
                    "Shade {a}/{b} on a bar and {twin}/{b} on another bar. Could both of them be {wrong}?",
                    "Would any number of shaded parts out of {b} give {wrong} in your way?",
                ),
                "elicit": (
                    "Tell me about the {a} in {a}/{b}. How did you use the {a} when you wrote {wrong}?",
                    "What does the {a} count, and what role does it have in {wrong}?",
                    "A friend sees only {wrong}. How can they see the {a} you started with?",
                    "Say in a story what {b} counts. What role is left for the {a}?",
                ),
            },
            source="E760",
        ),
    ),
)

# --- comparing decimals ---


def _two_decimals(rng: random.Random) -> dict[str, Any]:
    """One decimal with tenths and one with hundredths; the longer one is the larger half of the time."""
    longer = rng.random() < 0.5
    tenths = rng.randint(1, 8) if longer else rng.randint(2, 9)
    low, high = (10 * tenths + 1, 99) if longer else (11, 10 * tenths - 1)
    hundredths = rng.choice([n for n in range(low, high + 1) if n % 10])
    whole = rng.choice((0, 0, 0, 1, 2, 3))
    x, y = rng.sample([f"{whole}.{tenths}", f"{whole}.{hundredths}"], 2)
    return {"x": x, "y": y}


def _longer(p: Parameters) -> str:
    return max(p.x, p.y, key=len)


def _shorter(p: Parameters) -> str:
    return min(p.x, p.y, key=len)


def _two_decimals_steps(p: Parameters) -> dict[str, Any]:
    short, long = _shorter(p).split("."), _longer(p).split(".")
    return {
        "short": _shorter(p),
        "long": _longer(p),
        "few": int(short[1]),
        "many": int(long[1]),
        "lead": int(long[1][0]),
    }


COMPARING_DECIMALS = Family(
    id="deccmp",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.C.7",
    topic="comparing decimals",
    mission="compare a decimal with tenths and a decimal with hundredths",
    vocabulary=("tenths", "hundredths", "decimal point", "greater"),
    sample=_two_decimals,
    statements=(
        "Which is greater, {x} or {y}?",
        "Which decimal is larger: {x} or {y}?",
        "Circle the greater number: {x}, {y}.",
    ),
    stories=(
        "{name} jumped {x} meters and {friend} jumped {y} meters. Which number shows the longer jump?",
        "A red bag weighs {x} kilograms and a blue bag weighs {y} kilograms. Which number shows the heavier bag?",
    ),
    reworded=("Here are {x} and {y}. Write the number that lies farther to the right on a number line.",),
    solve=lambda p: choice(max(p.x, p.y, key=Fraction)),
    trace=lambda p: {"hundredths after the point in the shorter one": 10 * int(_shorter(p).split(".")[1])},
    elicit=(
        "What does each digit of {x} stand for?",
        "How would you shade {y} on a grid?",
        "Which digits of {x} and {y} count the same kind of part?",
        "Where would {x} sit on a line from one whole number to the next?",
    ),
    extend=(
        "Which coins would you lay out to show your choice?",
        "Can you name a decimal that lies between {x} and {y}?",
        "What digit could you change so that the other number wins?",
        "Someone has just met decimals. What would you tell them about your choice?",
    ),
    check=(
        "How could a number line with small ticks test your choice?",
        "If {x} and {y} were dollars, which one would you rather have, and why?",
        "What do two grids of 100 squares show for {x} and {y}?",
        "Compare the digits from the left, place by place. What do you find?",
    ),
    repair=(
        "Read {x} aloud with the name of its last place. What do you say?",
        "Which digit stands first after the point in {y}?",
        "What is alike in {x} and {y}?",
        "Say {y} as money. How many dimes and pennies could you use?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-01",
            name="longer is larger",
            hint="reads the digits after the point as whole numbers, so the longer decimal wins",
            rule=lambda p: choice(_longer(p)),
            applies_if=lambda p: Fraction(_longer(p)) < Fraction(_shorter(p)),
            steps=_two_decimals_steps,
            says=(
                "{many} is more than {few}",
                "{long} has two digits after the point and {short} has just one",
                "after the point it is {many} against {few}, so {long} is bigger",
            ),
            reworded=("{few} comes way before {many} when you count",),
            cues=(
                "dime*",
                "penn*",
                "coin*",
                "{many} squares",
                "{many} small",
                "strips of ten",
                "name*",
                "sticker*",
                "cent",
                "cents",
                "1.11111",
                "0.11111",
            ),
            turns={
                "conflict": (
                    "Pretend both are money. How many dimes does {short} show, and how many does {long} show?",
                    "Lay out {many} pennies next to {few} dimes. What do your two piles buy?",
                    "With your way, 0.11111 is more than 0.9. What does a number line say?",
                    "Shade {many} squares of a hundred grid, then {few} full columns. Which shading is larger?",
                ),
                "elicit": (
                    "You compared {many} with {few}. Are they the same kind of coin, if this is money?",
                    "What is the {few} in {short}: dimes, pennies or dollars?",
                    "Tell me what the {many} in {long} counts. Would you use dimes or cents to show it?",
                    "In {long} you read {many}. Does {short} have {few} small squares or {few} strips of ten?",
                ),
                "analog": (
                    "The kid with the longest name is not always the oldest. What does that say about {many} and {few}?",
                    "One prize is {few} dimes, the other is {many} pennies. What do you take, and why?",
                    "Long names and short names stand in ABC order. Which letter decides, and how is {long} like a long name?",
                    "Which would fill your hand with more value, 20 cents or 5 quarters?",
                ),
            },
            source="MaE05; E2237; ML decimals.longer_is_larger; H37596",
        ),
        Misconception(
            id="G35-DEC-02",
            name="shorter is larger",
            hint="thinks that any number of tenths beats hundredths, so the shorter decimal wins",
            rule=lambda p: choice(_shorter(p)),
            applies_if=lambda p: Fraction(_longer(p)) > Fraction(_shorter(p)),
            steps=_two_decimals_steps,
            says=(
                "tenths are bigger than hundredths",
                "{short} has tenths, and {long} goes down to hundredths, which are tiny",
                "the more digits after the point, the smaller the number gets",
            ),
            reworded=("hundredths are such little pieces, and {short} has none of them",),
            cues=(
                "how many of",
                "starts with",
                "first digit",
                "pile",
                "piles",
                "on top of",
                "marbles",
                "crumb*",
                "just right of",
                "handful*",
                "{lead} tenths",
                "add to it",
            ),
            turns={
                "locate": (
                    "A hundredth is small, yes. But how many of them are in {long}?",
                    "Look at the first digit after the point in {long}. What does that digit count?",
                    "You skipped a digit: {long} starts with {lead} after its point. What kind of part is that?",
                    "Does {long} hold only hundredths, or do they come on top of bigger parts?",
                ),
                "represent": (
                    "Show {short} and then {long} with hundred grids. How many of the small squares are colored each time?",
                    "Put {short} on a number line with fine ticks. What lies just right of it?",
                    "Build {short} with strips, and {long} with strips and little squares. Which pile is larger?",
                    "Draw {long} as columns and small squares. How many of its columns are full?",
                ),
                "simplify": (
                    "Think of 0.1 and 0.99. Which pile is larger, one strip or that many little squares?",
                    "Is a jar with 90 small marbles always lighter than a jar with 1 big one, and why?",
                    "You own 0.5 of a cake. You get a crumb more, so 0.51. What did the crumb do?",
                    "Start with 0.2 and add to it one little square. Does the number shrink now?",
                ),
                "elicit": (
                    "You say hundredths are small. What would a big pile of them be like?",
                    "What does the first digit after the point mean in {short}, and what in {long}?",
                    "How many of those little pieces would you take in place of {short}?",
                    "What does {long} have just right of its {lead}, and does that take something away?",
                ),
            },
            source="ML decimals.shorter_is_larger; H37616; H38564",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-01-A",
            name="same whole means equal",
            hint="looks at the wholes only and calls the decimals equal",
            rule=lambda p: choice("they are equal"),
            cues=("a tie", "twins", "before the point", "left of the point"),
        ),
        PlausibleError(
            id="G35-DEC-01-B",
            name="answers how much more",
            hint="tells how much more one number is than the other",
            rule=lambda p: decimal(abs(Fraction(p.x) - Fraction(p.y))),
            steps=lambda p: {"apart": decimal_text(abs(Fraction(p.x) - Fraction(p.y)))},
            cues=("take away", "{apart} more", "subtract*", "minus"),
        ),
    ),
)

# --- a decimal times ten ---


def _decimal_times_ten(rng: random.Random) -> dict[str, Any]:
    f = rng.randint(2, 9) if rng.random() < 0.5 else rng.choice([n for n in range(11, 100) if n % 10])
    return {"w": rng.randint(2, 12), "f": f}


def _larger_times_ten(rng: random.Random) -> dict[str, Any]:
    return {"w": rng.randint(20, 95), "f": rng.choice([n for n in range(111, 999) if n % 10])}


DECIMAL_TIMES_TEN = Family(
    id="dec10",
    grade_band="3-5",
    grade="5",
    ccss="5.NBT.A.2",
    topic="powers of ten",
    mission="multiply a decimal by ten",
    vocabulary=("power of ten", "place value"),
    sample=_decimal_times_ten,
    larger=_larger_times_ten,
    statements=(
        "{w}.{f} x 10 = ?",
        "Multiply {w}.{f} by 10.",
        "What is 10 times {w}.{f}?",
    ),
    stories=(
        "A brick weighs {w}.{f} pounds. How many pounds do 10 such bricks weigh?",
        "{name} runs {w}.{f} miles each day for 10 days. How many miles is that in all?",
    ),
    reworded=("Make {w}.{f} ten times as large. What number do you get?",),
    solve=lambda p: decimal(Fraction(f"{p.w}.{p.f}") * 10),
    trace=lambda p: {"wholes times ten": 10 * p.w},
    elicit=(
        "What does each digit of {w}.{f} stand for?",
        "What does it mean to have something 10 times?",
        "Between which whole numbers does {w}.{f} lie?",
        "About how large should 10 times {w}.{f} be?",
    ),
    extend=(
        "What would happen to your answer if you multiplied by ten again?",
        "How would you get back from your answer to {w}.{f}?",
        "Which digit of {w}.{f} is worth the most after your work, and why?",
        "How could a place value chart show what you did?",
    ),
    check=(
        "Think of ten times {w} and ten times the next whole number. Where should your answer lie?",
        "How could you divide your answer by ten to test it?",
        "If {w}.{f} were dollars, what would ten of them be worth?",
        "Write {w}.{f} ten times and add. Does the sum agree with your answer?",
    ),
    repair=(
        "Which digit of {w}.{f} stands right before the point?",
        "What do you get when you double {w}.{f}?",
        "Read {w}.{f} aloud. Which part of it is less than one whole?",
        "Which blocks or coins could stand for {w}.{f}?",
    ),
    misconceptions=(
        Misconception(
            id="G35-DEC-07",
            name="adds a zero",
            hint="writes a 0 on the end of the decimal",
            rule=lambda p: decimal(f"{p.w}.{p.f}0"),
            says=(
                "times 10 means you add a zero at the end",
                "I put a 0 after {w}.{f}",
                "with 10 you just write one more 0, so {w}.{f} gets a 0",
            ),
            reworded=("when it is times ten the last place gets one more 0",),
            cues=(
                "same spot",
                "same amount",
                "pay*",
                "price*",
                "richer",
                "worth more",
                "as heavy",
                "one alone",
                "single one",
                "apart",
                "at the back",
            ),
            turns={
                "conflict": (
                    "Put {w}.{f} and {wrong} on a number line. How far apart are they?",
                    "A toy costs {w}.{f} dollars. Would you pay {wrong} dollars for ten of them?",
                    "Write a price tag of {w}.{f} and one of {wrong}. Which shop asks for more?",
                    "Ten bags weigh {w}.{f} pounds each. Can the whole pile be as heavy as {wrong} says?",
                ),
                "elicit": (
                    "What does the 0 at the back of {wrong} count, and how is {wrong} worth more now?",
                    "Say {w}.{f} and {wrong} as money. Are you richer, or is it the same amount?",
                    "Which digits changed their place when you wrote {wrong}? Tell me how you can see if they are worth more.",
                    "How is your {wrong} different from just a single one of {w}.{f}?",
                ),
                "simplify": (
                    "By your rule, ten times 0.5 is 0.50. Is that the same amount as one half, or more?",
                    "One pen is 1.5 dollars. Your rule gives 1.50 for ten pens, so who would pay only that?",
                    "Think of 0.1 and 0.10 on a meter stick. How far apart are they?",
                    "A snack is 2.5 dollars. What does the price tag 2.50 tell you?",
                ),
            },
            source="E198",
        ),
        Misconception(
            id="G35-DEC-08",
            name="puts the zero in the ones",
            hint="writes a 0 right before the point and leaves the decimal part as it is",
            rule=lambda p: decimal(f"{p.w}0.{p.f}"),
            says=(
                "{w} times 10 is {w}0, and point {f} stays",
                "the zero goes on the {w}, so it is {w}0 point {f}",
                "I made the front ten times as big and wrote point {f} again",
            ),
            reworded=("only the whole number {w} gets a 0, and the part with the dot is copied",),
            cues=(
                "behind the point",
                "left behind",
                "small part*",
                "stayed put",
                "little piece*",
                "piece of a brick",
                "broken",
                "small change",
                "crumb*",
                "tail",
                "both parts",
            ),
            turns={
                "locate": (
                    "Your {w} became ten times as large. What about the small part behind the point?",
                    "In {wrong} the {f} stayed put. Is it still in the same place as in {w}.{f}?",
                    "Which digits of {w}.{f} moved in your work, and which were left behind?",
                    "Look at the tail of {wrong} and the tail of {w}.{f}. How often is that tail in your total?",
                ),
                "conflict": (
                    "Lay out {w}.{f} ten times. How many times does the small part behind the point show up?",
                    "Ten kids each hold {w} dollars and small change. How often does the small change count in {wrong}?",
                    "Cover the front of {wrong}. How many of the little pieces are in what you still see?",
                    "Share {wrong} fairly among 10 bags. What little piece does each bag get besides its wholes?",
                ),
                "analog": (
                    "Ten kids each bring a sandwich and a broken cookie. How many broken pieces does your way count?",
                    "A recipe needs eggs and a little piece of butter. If you cook it ten times, what must grow?",
                    "Ten friends have a dime and small change each. Can you forget the small change of nine friends?",
                    "A kit has 3 long and 2 short sticks. If you buy ten kits, do both parts grow, or which one does not?",
                ),
                "check": (
                    "Add {w}.{f} and {w}.{f}. Is the small part behind the point still what it was?",
                    "Write {w}.{f} ten times in a list. How often does its tail show up?",
                    "Fill ten jars with {w} dollars and small change each. How much of {wrong} is small change?",
                    "Go from {wrong} back to one tenth of it. Which small part do you get now?",
                ),
            },
            source="E2574 family; memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-DEC-07-A",
            name="moves the point the wrong way",
            hint="moves the point as if dividing",
            rule=lambda p: decimal(Fraction(f"{p.w}.{p.f}") / 10),
            cues=("shrink*", "shrank", "fewer", "less than {w}.{f}", "to the left"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (FRACTIONS_AS_DECIMALS, COMPARING_DECIMALS, DECIMAL_TIMES_TEN)
