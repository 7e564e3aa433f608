"""Grades 6 to 8: probability."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd
from typing import Any

from socratic_tutor.curriculum.answers import fraction, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- probability of a simple event ---------------------------------------------------------------


def _bag(rng: random.Random, low: int = 2, high: int = 12) -> dict[str, Any]:
    a, b = sorted(rng.sample(range(low, high + 1), 2))
    color, other = rng.sample(["red", "blue", "green", "black", "white"], 2)
    return {
        "a": a,
        "b": b,
        "color": color,
        "other": other,
        "things": rng.choice(["tiles", "marbles", "beads"]),
    }


PROBABILITY = Family(
    id="prob1",
    grade_band="6-8",
    grade="7",
    ccss="7.SP.C.5",
    topic="probability",
    mission="find the probability of a simple event",
    vocabulary=("probability", "outcome", "total"),
    sample=_bag,
    larger=lambda rng: _bag(rng, 14, 80),
    statements=(
        "A bag has {a} {color} and {b} {other} {things}. What is the probability of {color}?",
        "There are {a} {color} {things} and {b} {other} {things} in a bag. You pick one without looking. Find the probability that it is {color}.",
    ),
    stories=(
        "{name} draws from a bag of {a} {color} and {b} {other} {things}. How likely is a {color} one, as a fraction?",
        "For a raffle, {name} fills a bag with {a} {color} and {b} {other} {things}. A {color} one wins. What is the probability that the first draw wins?",
    ),
    reworded=(
        "{friend} mixes {b} {other} {things} with {a} {color} ones, closes both eyes and takes one. Which fraction tells the chance of {color}?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.a + p.b)),
    trace=lambda p: {"total": p.a + p.b},
    elicit=(
        "What are all the things that can happen when you draw from this bag?",
        "What does the probability of {color} tell you?",
        "If you drew many times, what would you expect to see?",
        "Which of the {things} in the bag would you be glad to draw here?",
    ),
    extend=(
        "How likely is the other color, and how do the two results fit together?",
        "How could you change the bag so that {color} becomes more likely?",
        "How would you test your probability with a real bag?",
        "What could you add to the bag so that both colors are equally likely?",
    ),
    check=(
        "What do you get for {other} in the same way, and do both results fit together?",
        "Does your number say {color} is more likely than not, and does the bag agree?",
        "Which {things} does each number of your fraction count?",
        "What would your way give for a bag that holds nothing but {color} {things}?",
    ),
    repair=(
        "How many {color} {things} are in the bag?",
        "Which color is there more of?",
        "Can you name something that might come out of the bag?",
        "What color does the question ask about?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PRB-01",
            name="part over the other part",
            hint="compares one color with the other color instead of the whole bag",
            rule=lambda p: fraction(p.a, p.b),
            says=(
                "there are {a} {color} and {b} {other}, so {a} over {b}",
                "I put the {color} ones over the {other} ones",
                "{a} {color} to {b} {other} is {wrong}",
            ),
            reworded=(
                "I compared the {a} {color} ones with the {b} {other} ones",
                "{color} has {a} and {other} has {b}, which makes {wrong}",
            ),
            cues=(
                "team*",
                "class",
                "pie",
                "shelf",
                "whole song list",
                "hand",
                "leave* out",
                "bottom number",
                "certain",
                "chance that large",
                "add it to",
                "tries",
            ),
            turns={
                "locate": (
                    "The {b} in {wrong} counts only {other} {things}. Which {things} could your hand touch in the bag?",
                    "Pour the bag out on a table. Which of the {things} there does the {b} in {wrong} leave out?",
                    "What does the bottom number of {wrong} count, and what else might come out of the bag?",
                    "List everything that might land in your hand. How does your list compare with the {b} in {wrong}?",
                ),
                "conflict": (
                    "Work out the chance of {other} in the same way and add it to {wrong}. What do you make of that sum?",
                    "Suppose the bag had as many {other} as {color} {things}. What would your way give, and is {color} certain then?",
                    "Leave just one {other} piece with the {a} {color} ones. What does your way give, and what would a chance that large mean?",
                    "Your {wrong} says {color} comes up {a} times in {b} tries. How does that leave room for {other}?",
                ),
                "analog": (
                    "In a class, some wear glasses and the rest do not. Whom would you count to say which fraction of the class wears them?",
                    "From a pie a slice is eaten. Would you name the eaten fraction by the rest or by the pie?",
                    "A player shuffles a list of rock and jazz songs. What does the whole song list have to do with the chance of rock?",
                    "Each of two teams puts names in a hat. Which names can be pulled, and are those of both teams in your {wrong}?",
                ),
            },
            source="memory; cf. E181",
        ),
        Misconception(
            id="G68-PRB-02",
            name="all outcomes equally likely",
            hint="treats both colors as equally likely",
            rule=lambda p: fraction(1, 2),
            says=(
                "there are two colors, so it is one of two",
                "it is either {color} or {other}, so fifty-fifty",
                "you get {color} or you do not, that is half",
            ),
            reworded=(
                "both colors are in the bag, so each has the same chance",
                "only {color} or {other} can happen, which makes it one in two",
            ),
            cues=(
                "repeat*",
                "pull out all",
                "tally",
                "equal piles",
                "pair up",
                "without a partner",
                "bet",
                "coin",
                "more often",
                "a fly",
                "99",
                "all but one",
                "crowded",
            ),
            turns={
                "conflict": (
                    "Which color would you bet on with this bag, and how does {wrong} explain your bet?",
                    "Your {wrong} would suit a fair coin. How is this bag different from a coin?",
                    "Think of a thousand draws from this bag. Which color shows up more often, and does {wrong} say so?",
                    "Spread all the {things} on a table. On which color would a fly land, and what do {a} and {b} have to do with it?",
                ),
                "simplify": (
                    "Say a bag had 1 {color} and 99 {other} {things}. Would you still answer {wrong} for {color}?",
                    "Fill a sack with a thousand {other} {things} and a single {color} one. What would your way say, and would you bet on it?",
                    "Imagine taking out all but one of the {color} {things}. Should {wrong} stay the same, and why?",
                    "Your way never looks at {a} or {b}. What would it say about a bag crowded with {other} {things}?",
                ),
                "check": (
                    "Pair up each {color} piece with a {other} one. Which color has some without a partner, and does {wrong} know?",
                    "How would you test {wrong} with a real bag and a tally of many draws?",
                    "Sort the bag into a {color} and a {other} pile. Would {wrong} fit if those were not equal piles?",
                    "Pull out all the {things} one after another and keep a tally. Will both colors end with the same count?",
                ),
            },
            source="memory (equiprobability bias)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PRB-01-A",
            name="one piece out of all",
            hint="counts one winning piece only and puts it over the total",
            rule=lambda p: fraction(1, p.a + p.b),
            cues=("numerator", "lucky", "favorable", "upper number"),
        ),
    ),
)


# --- the same event twice in a row ---------------------------------------------------------------

_COLORS = ("red", "blue", "green", "yellow")


def _spinner(rng: random.Random, low: int = 5, high: int = 20) -> dict[str, Any]:
    while True:
        n, a = rng.randint(low, high), rng.randint(1, 5)
        if gcd(a, n) == 1 and 2 * a < n:
            return {"a": a, "n": n, "color": rng.choice(_COLORS)}


TWICE_IN_A_ROW = Family(
    id="prob_and",
    grade_band="6-8",
    grade="7",
    ccss="7.SP.C.8",
    topic="compound events",
    mission="find the probability that an event happens twice in a row",
    vocabulary=("independent", "compound event"),
    sample=_spinner,
    larger=lambda rng: _spinner(rng, 21, 60),
    statements=(
        "A spinner lands on {color} with probability {a}/{n}. What is the probability of {color} twice in a row?",
        "The chance of {color} on a spinner is {a}/{n}. Find the probability that two spins both give {color}.",
    ),
    stories=(
        "At a fair, {name} wins when the wheel stops on {color} in both of two turns. It stops on {color} with probability {a}/{n}. How likely is a win?",
        "{name} and {friend} each spin the same wheel once. It shows {color} with probability {a}/{n}. What is the probability that both get {color}?",
    ),
    reworded=(
        "A wheel stops on {color} with a chance of {a}/{n}. {name} turns it two times. How probable is it to see nothing but {color}?",
    ),
    solve=lambda p: lowest(Fraction(p.a, p.n) ** 2),
    trace=lambda p: {
        "product of the bottom numbers": p.n**2,
        **({"product of the top numbers": p.a**2} if p.a > 1 else {}),
    },
    elicit=(
        "What does a chance of {a}/{n} mean for a single spin?",
        "How could you list or draw what may happen in both spins?",
        "Does the first spin change anything for the second one?",
        "Do you expect {color} on both spins to happen often or seldom?",
    ),
    extend=(
        "How likely would {color} be on three spins in a row?",
        "And no {color} at all in both spins: how probable is that?",
        "How would things change if the second wheel were a different one?",
        "How could you test your probability with many pairs of spins?",
    ),
    check=(
        "Is your number smaller or larger than the chance for a single spin, and which makes sense?",
        "Take a wheel that shows {color} every time: what does your way give for it?",
        "How does your result fit with a picture of all pairs of spins?",
        "If you used your way for many spins in a row, would the results stay sensible?",
    ),
    repair=(
        "How many spins does the problem talk about?",
        "Which color counts here?",
        "How likely is {color} on one spin, says the problem?",
        "Can you draw the wheel and shade the part for {color}?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PRB-03",
            name="adds the probabilities",
            hint="adds the two probabilities",
            rule=lambda p: fraction(2 * p.a, p.n),
            says=(
                "{a}/{n} plus {a}/{n} is {wrong}",
                "it happens once and then once more, so I added {a}/{n} to itself",
                "two spins have twice the chance, which makes {wrong}",
            ),
            reworded=(
                "one spin is {a}/{n}, so both together are {wrong}",
                "I put the {a}/{n} of the first spin and the {a}/{n} of the second together",
            ),
            cues=(
                "rarer",
                "certain",
                "10,000",
                "bet",
                "tree",
                "branch*",
                "grid",
                "shade",
                "players",
                "coin",
                "free throw*",
                "true-or-false",
                "lock*",
            ),
            turns={
                "elicit": (
                    "What does the plus in your work stand for in the game, and which players does it let through?",
                    "Which players did you count in {wrong}: those with {color} on some spin or those with it on both?",
                    "What makes you think that a double is easier to get and not rarer?",
                    "In plain words, what bet would you describe with {a}/{n} + {a}/{n}?",
                ),
                "conflict": (
                    "A single {color} has the chance {a}/{n}. Should a double be rarer than that, and is {wrong} rarer?",
                    "Keep going in your way for {n} spins in a row. How certain would a whole run of {color} become?",
                    "Of 10,000 pairs of spins, about how many begin with {color}? Compare that with what {wrong} says of doubles.",
                    "Would you rather bet on {color} once or on {color} both times? Explain how {wrong} fits your bet.",
                ),
                "represent": (
                    "Draw a tree for the first and the second spin. Which branches lead to {color} both times?",
                    "Make a grid with {n} rows and {n} columns for the two spins. Which cells are {color} in both ways?",
                    "Shade {a}/{n} of a square for the first spin. Which part of the shaded piece still wins after the second?",
                    "Picture a crowd of players who each spin once. Which players are still in the game for a double?",
                ),
                "analog": (
                    "A coin should show heads on two flips. What does your way give for that, and do you believe it?",
                    "Someone makes half of all free throws. Are two free throws in a row sure to go in, as your way says?",
                    "You guess on a true-or-false question and then on another. How sure does your way make you of both?",
                    "A chest has a lock that opens for few keys, and then a second lock. Does another lock make opening likelier?",
                ),
            },
            source="E1255",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PRB-03-A",
            name="keeps the single chance",
            hint="gives the probability of a single spin",
            rule=lambda p: fraction(p.a, p.n),
            cues=(
                "second spin matter",
                "stop after one",
                "only the first spin",
                "nothing to lose",
                "skip the second",
            ),
        ),
        PlausibleError(
            id="G68-PRB-03-B",
            name="halves the chance",
            hint="halves the probability because there are two spins",
            rule=lambda p: fraction(p.a, 2 * p.n),
            steps=lambda p: {"twice": 2 * p.n},
            cues=("{twice}", "cut in two", "half as likely", "share* the chance", "half of {a}/{n}"),
        ),
    ),
)


# --- two draws without putting back --------------------------------------------------------------


def _bag_for_two_draws(rng: random.Random, low: int = 4, high: int = 12) -> dict[str, Any]:
    color, other = rng.sample(_COLORS, 2)
    return {
        "a": rng.randint(low, high),
        "b": rng.randint(low, high),
        "color": color,
        "other": other,
        "things": rng.choice(["tiles", "marbles", "beads"]),
    }


def _two_draw_steps(p: Parameters) -> dict[str, Any]:
    return {"n": p.a + p.b, "less": p.a + p.b - 1}


WITHOUT_REPLACEMENT = Family(
    id="prob_wo",
    grade_band="6-8",
    grade="7",
    ccss="7.SP.C.8",
    topic="without replacement",
    mission="find the probability of two draws without replacement",
    vocabulary=("without replacement", "dependent"),
    sample=_bag_for_two_draws,
    larger=lambda rng: _bag_for_two_draws(rng, 13, 60),
    statements=(
        "A bag has {a} {color} and {b} {other} {things}. Two are drawn without putting the first back. What is the probability both are {color}?",
        "From {a} {color} and {b} {other} {things} in a bag, two are drawn without replacement. Find the probability that both are {color}.",
    ),
    stories=(
        "{name} has {a} {color} and {b} {other} {things} in a bag and gives two of them to {friend}, without looking. What is the probability that both are {color}?",
        "A bag holds {a} {color} and {b} {other} {things}. {name} takes one and keeps it, then {friend} takes one. How likely is it that both have a {color} one?",
    ),
    reworded=(
        "Out of a bag with {b} {other} and {a} {color} {things}, {name} pulls one, lays it aside and pulls another. What is the chance that both turn out {color}?",
    ),
    solve=lambda p: lowest(Fraction(p.a * (p.a - 1), (p.a + p.b) * (p.a + p.b - 1))),
    trace=lambda p: {
        "chance of the first draw": f"{p.a}/{p.a + p.b}",
        "left in the bag": p.a + p.b - 1,
        "left of the color": p.a - 1,
        "chance of the second draw": f"{p.a - 1}/{p.a + p.b - 1}",
    },
    elicit=(
        "What is in the bag before anyone draws?",
        "What happens in the bag between the first and the second draw?",
        "How could you act out this problem with real {things}?",
        "Does the first draw matter for the second one, and why?",
    ),
    extend=(
        "How likely is it that both are {other}?",
        "What is the probability that the colors of the draws differ?",
        "How would your result change if the first one were put back?",
        "What could you say about a third draw, if it should be {color} too?",
    ),
    check=(
        "Does each number in your fractions match the bag at the moment of that draw?",
        "Is your result a little smaller than it would be with putting back, and should it be?",
        "How could you list all pairs for a tiny bag and try your way there?",
        "If the bag held a single {color} piece, would your way still make sense?",
    ),
    repair=(
        "How many {things} are drawn in this problem?",
        "Is the first one put back into the bag or kept?",
        "Which color must both of them have?",
        "How many {color} {things} does the bag have at the start?",
    ),
    misconceptions=(
        Misconception(
            id="G68-PRB-04",
            name="puts the first one back",
            hint="uses the same fraction for both draws",
            rule=lambda p: fraction(p.a**2, (p.a + p.b) ** 2),
            steps=_two_draw_steps,
            says=(
                "each draw has a chance of {a}/{n}, and {a}/{n} times {a}/{n} is {wrong}",
                "both times it is {a}/{n}, so I multiplied it by itself",
                "the probability of {color} is {a}/{n} for either draw",
            ),
            reworded=(
                "I squared {a}/{n} since there are two draws",
                "it is {a} out of {n} at first and {a} out of {n} after that",
            ),
            cues=(
                "where is the first",
                "at that moment",
                "peek",
                "freeze",
                "pocket",
                "crossed out",
                "sketches",
                "label",
                "cookie*",
                "raffle",
                "sock",
                "same one twice",
                "just one",
            ),
            turns={
                "locate": (
                    "You used {a}/{n} for the second draw too. What is in the bag at that moment?",
                    "While the second one is drawn from your {n} {things}, where is the first?",
                    "Freeze the game after the first draw. How does a peek into the bag compare with {a}/{n}?",
                    "Your second {a}/{n} looks like a fresh bag. Could a hand pull the same one twice?",
                ),
                "represent": (
                    "Draw all {n} {things} and cross one off for the first draw. Does your second {a}/{n} still count what you crossed out?",
                    "Act it out and slip the first piece into a pocket. What does {n} count after that?",
                    "Make sketches of the bag before each draw. What differs between the sketches?",
                    "Write a label for the bag before the first draw. Would the label still be true before the second?",
                ),
                "simplify": (
                    "Say a bag has just one {color} and one {other} piece. What does your way give for {color} both times?",
                    "You eat a cookie from a jar of chocolate and oat cookies. Is the jar the same for the next cookie?",
                    "In a raffle each winning ticket is kept. With your way, could a raffle ticket win again?",
                    "A drawer has a black and a white sock, and you put on the black sock. What could come next by your way?",
                ),
            },
            source="E164 (denominator), E1508 neighbour",
        ),
        Misconception(
            id="G68-PRB-05",
            name="reduces only the bottom number",
            hint="makes only the bottom number smaller for the second draw",
            rule=lambda p: fraction(p.a**2, (p.a + p.b) * (p.a + p.b - 1)),
            steps=_two_draw_steps,
            says=(
                "first it is {a}/{n}, then {less} are in the bag, so it is {a}/{less}, and I multiplied those",
                "one is gone and {less} stay in the bag, so after {a}/{n} comes {a}/{less}",
                "there are {n} at first and {less} later, so I took {a}/{n} times {a}/{less}",
            ),
            reworded=(
                "after a draw you have {less} instead of {n}, which gives {a}/{n} times {a}/{less}",
                "the {n} turns into {less} and nothing else changes, so it is {a}/{n} and {a}/{less}",
            ),
            cues=(
                "what color",
                "which color",
                "top number",
                "the {a} stand",
                "{a} and {b}",
                "colors",
                "missing one",
                "left your bag",
                "add up",
                "only {color}",
            ),
            turns={
                "elicit": (
                    "In your {a}/{less}, what does the {a} stand for just before the second draw?",
                    "You say the bag went from {n} to {less}. What color was the piece that left?",
                    "Tell the story of {a}/{less} as a scene. Which {things} does its top number point at?",
                    "Your bag lost a piece. Describe it: which color does a lucky first draw have?",
                ),
                "locate": (
                    "Compare {a}/{n} with {a}/{less}. What does each top number say about the {color} ones?",
                    "The {n} became {less} in your work. From which color group was the missing one taken?",
                    "Point to each number in {a}/{less}. Do both know what color was drawn first?",
                    "Suppose the first draw went well. What exactly left your bag, and where does {a}/{less} show it?",
                ),
                "check": (
                    "Split your {less} into its colors. Can {a} {color} and {b} {other} ones still be inside?",
                    "Add up {a} and {b}. Is that what you have for the second draw, {less}?",
                    "Try a bag with only {color} pieces, a hundred of them. Can your second fraction pass 1, as in 100/99?",
                    "Count the second bag in two ways, by its total {less} and by its colors. Do the counts agree?",
                ),
            },
            source="E913",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G68-PRB-04-A",
            name="adds the chances",
            hint="adds the chances of the two draws",
            rule=lambda p: fraction(
                p.a * (p.a + p.b - 1) + (p.a - 1) * (p.a + p.b), (p.a + p.b) * (p.a + p.b - 1)
            ),
            cues=("plus sign", "easier", "harder", "both happen", "more likely than"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (PROBABILITY, TWICE_IN_A_ROW, WITHOUT_REPLACEMENT)
