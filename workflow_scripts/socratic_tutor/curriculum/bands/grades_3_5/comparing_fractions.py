"""Grades 3 to 5: comparing fractions, equivalent fractions, a fraction of an amount."""

from __future__ import annotations

import random
from fractions import Fraction
from math import lcm
from typing import Any

from socratic_tutor.curriculum.answers import choice, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- comparing unit fractions ---


def _two_unit_fractions(rng: random.Random) -> dict[str, Any]:
    b, d = rng.sample((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16), 2)
    return {"b": b, "d": d}


def _larger_unit_fractions(rng: random.Random) -> dict[str, Any]:
    b, d = rng.sample(range(20, 61), 2)
    return {"b": b, "d": d}


COMPARING_UNIT_FRACTIONS = Family(
    id="fcmp_unit",
    grade_band="3-5",
    grade="3",
    ccss="3.NF.A.3d",
    topic="comparing fractions",
    mission="compare two fractions that have the same numerator",
    vocabulary=("numerator", "denominator", "greater than"),
    sample=_two_unit_fractions,
    larger=_larger_unit_fractions,
    statements=(
        "Which is greater, 1/{b} or 1/{d}?",
        "Which fraction is larger: 1/{b} or 1/{d}?",
        "Circle the greater fraction: 1/{b}, 1/{d}.",
    ),
    stories=(
        "{name} walked 1/{b} of a mile and {friend} walked 1/{d} of a mile. Which fraction shows the longer walk?",
        "One bottle is 1/{b} full and another bottle of that kind is 1/{d} full. Which fraction shows more water?",
    ),
    reworded=("Here are 1/{b} and 1/{d}. Write down the one that is worth more.",),
    solve=lambda p: choice(f"1/{min(p.b, p.d)}"),
    elicit=(
        "What does the {b} in 1/{b} tell you about a bar?",
        "If a friend had to read 1/{d} from your drawing, what would you draw?",
        "What is alike in 1/{b} and 1/{d}, and what is not?",
        "Where would you begin if you had two paper strips and these fractions?",
    ),
    extend=(
        "Can two strips of paper show your choice, and how?",
        "Which fraction with a 1 on top would be even greater than yours?",
        "What could you say about 3/{b} and 3/{d}?",
        "What would you tell a child in second grade about your choice?",
    ),
    check=(
        "How could two bars of one length help you test your choice?",
        "Where do 1/{b} and 1/{d} land on a line from 0 to 1?",
        "If you fold paper to make both pieces, what do you see when you stack them?",
        "Would you pick the same one if both were parts of your favorite pie?",
    ),
    repair=(
        "Say 1/{b} in words: what is cut, and into how many parts?",
        "How many pieces of 1/{d} fill one bar?",
        "Which of the two numbers, {b} or {d}, makes you unsure?",
        "Suppose you fold a strip to get 1/{b}. How many parts will you count?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-09",
            name="bigger denominator is bigger",
            hint="thinks that the larger denominator makes the larger fraction",
            rule=lambda p: choice(f"1/{max(p.b, p.d)}"),
            steps=lambda p: {"big": max(p.b, p.d), "small": min(p.b, p.d)},
            says=(
                "{big} is a bigger number than {small}",
                "{small} comes before {big} when you count, so {wrong} is more",
                "the tops match, and {big} beats {small} at the bottom",
            ),
            reworded=("when I count I get to {small} first and {big} is higher",),
            cues=("wide", "wider", "width", "portion*", "crowd*", "guests", "sharing", "slice", "narrow*"),
            turns={
                "represent": (
                    "Fold one strip into {b} equal parts and a twin strip into {d}. Which folded part is wider?",
                    "Draw two bars of one length, one with {big} equal parts. How wide is a single part in each?",
                    "Hop from 0 to 1 by {wrong} each time. How crowded are the landing spots next to 1/{small}?",
                    "Sketch one pizza for {big} guests and one for {small}. How does a single portion look in each?",
                ),
                "conflict": (
                    "Suppose {big} friends are sharing a bar, and {small} friends a bar just like it. Whose piece is bigger?",
                    "You chose {wrong} for its {big}. As a cake gets more cuts, what happens to the width of one piece?",
                    "By your way 1/1000 would beat 1/100. How wide is a part when a strip is cut that often?",
                    "It takes {big} pieces of {wrong} to fill a bar. How wide is a piece when just {small} fill it?",
                ),
                "analog": (
                    "One rope is cut for 3 kids, a twin rope for 30 kids. What happens to each portion?",
                    "Think of a bowl of popcorn on a table. How does your portion change as more kids sit down?",
                    "A park has one lawn for more and more tents. What happens to the width of each spot?",
                    "Two kids clean a room, later ten kids clean it. What happens to the portion of work for each?",
                ),
                "check": (
                    "How many pieces of {wrong} side by side are as wide as a whole bar?",
                    "Cut {wrong} out of paper and lay it on 1/{small}. What sticks out, and which is narrower?",
                    "Picture {big} guests at one loaf of bread and {small} at another. At which table would you sit down hungry?",
                    "Use two ribbons of one length to test {wrong}. How wide is each piece after folding?",
                ),
            },
            source="E1667; ML fractions.denominator_comparison_error",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-09-A",
            name="same top means equal",
            hint="says that fractions with the same numerator are equal",
            rule=lambda p: choice("they are equal"),
            cues=("both tops", "match at the top", "one piece each", "same top", "twins"),
        ),
        PlausibleError(
            id="G35-FRA-09-B",
            name="difference of the denominators",
            hint="tells how far apart the denominators are",
            rule=lambda p: integer(abs(p.b - p.d)),
            cues=("how far apart", "subtract*", "difference", "apart"),
        ),
    ),
)

# --- comparing any two fractions ---


def _gap_wrong(p: Parameters) -> bool:
    """Whether the fraction with the smaller gap between top and bottom is the smaller fraction."""
    first, second = p.b - p.a, p.d - p.c
    return first != second and (first < second) != (Fraction(p.a, p.b) > Fraction(p.c, p.d))


def _numerator_wrong(p: Parameters) -> bool:
    return p.a != p.c and (p.a > p.c) != (Fraction(p.a, p.b) > Fraction(p.c, p.d))


def _fractions_to_compare(rng: random.Random, low: int = 3, high: int = 15) -> dict[str, Any]:
    """Two proper fractions that one of the two wrong ways of comparing gets wrong."""
    wanted = rng.choice((_gap_wrong, _numerator_wrong))
    while True:
        b, d = rng.sample(range(low, high + 1), 2)
        p = Parameters({"a": rng.randint(2, b - 1), "b": b, "c": rng.randint(2, d - 1), "d": d})
        different = Fraction(p.a, p.b) != Fraction(p.c, p.d)
        if different and p.a != p.c and p.b - p.a != p.d - p.c and wanted(p):
            return dict(p)


def _by_gap(p: Parameters) -> str:
    return f"{p.a}/{p.b}" if p.b - p.a < p.d - p.c else f"{p.c}/{p.d}"


def _by_numerator(p: Parameters) -> str:
    return f"{p.a}/{p.b}" if p.a > p.c else f"{p.c}/{p.d}"


def _chosen_steps(p: Parameters, chosen: str) -> dict[str, Any]:
    """`top`/`bottom` of the fraction the student chose, `lost_top`/`lost_bottom` of the other one."""
    first = chosen == f"{p.a}/{p.b}"
    top, bottom, lost_top, lost_bottom = (p.a, p.b, p.c, p.d) if first else (p.c, p.d, p.a, p.b)
    return {
        "top": top,
        "bottom": bottom,
        "lost_top": lost_top,
        "lost_bottom": lost_bottom,
        "near": bottom - top,
        "far": lost_bottom - lost_top,
    }


def _over_common_denominator(p: Parameters) -> dict[str, Any]:
    """The new numerators, and the common denominator unless it stands in the problem already."""
    common = lcm(p.b, p.d)
    steps = {
        "common denominator": common,
        "first numerator over it": p.a * common // p.b,
        "second numerator over it": p.c * common // p.d,
    }
    return {name: value for name, value in steps.items() if value not in (p.b, p.d)}


COMPARING_FRACTIONS = Family(
    id="fcmp_gap",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.A.2",
    topic="comparing fractions",
    mission="compare two fractions with different numerators and denominators",
    vocabulary=("compare", "benchmark", "whole", "common denominator"),
    sample=_fractions_to_compare,
    larger=lambda rng: _fractions_to_compare(rng, 16, 30),
    statements=(
        "Which is greater, {a}/{b} or {c}/{d}?",
        "Compare {a}/{b} and {c}/{d}. Which one is larger?",
        "Name the greater fraction: {a}/{b} or {c}/{d}.",
    ),
    stories=(
        "{name} read {a}/{b} of a book and {friend} read {c}/{d} of the same book. Which fraction is the larger one?",
        "A red tank is {a}/{b} full. A blue tank of the same size is {c}/{d} full. Which fraction means more water?",
    ),
    reworded=(
        "Look at {a}/{b} and {c}/{d}. Tell me the one that stands farther to the right on a number line.",
    ),
    solve=lambda p: choice(
        f"{p.a}/{p.b}" if Fraction(p.a, p.b) > Fraction(p.c, p.d) else f"{p.c}/{p.d}",
    ),
    trace=_over_common_denominator,
    elicit=(
        "Where would {a}/{b} sit on a line from 0 to 1?",
        "What do the {b} and the {d} tell you about the two wholes?",
        "Which of these two fractions could you draw most easily?",
        "How do you usually find out which of two fractions is larger?",
    ),
    extend=(
        "How could you prove your choice with a drawing?",
        "Can you name a fraction that lies between {a}/{b} and {c}/{d}?",
        "What is another way to compare these two fractions?",
        "How could comparing both with a half or with 1 help here?",
    ),
    check=(
        "How could two bars of the same length test your choice?",
        "Which of {a}/{b} and {c}/{d} lands farther right on a careful number line?",
        "How would a calculator show which of the two is larger?",
        "Suppose both wholes were cut into parts of one size. Would your choice still stand?",
    ),
    repair=(
        "Is {a}/{b} more than a half or less, and how can you tell?",
        "What does the {c} count in {c}/{d}?",
        "Shade {a}/{b} of a bar. How many parts did you leave white?",
        "Which of the four numbers here would you like to talk about first?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-10",
            name="gap thinking",
            hint="picks the fraction whose top and bottom are closer together",
            rule=lambda p: choice(_by_gap(p)),
            applies_if=_gap_wrong,
            steps=lambda p: _chosen_steps(p, _by_gap(p)),
            says=(
                "{top} is only {near} away from {bottom}, and {lost_top} is {far} away from {lost_bottom}",
                "{wrong} needs just {near} more to be a whole and the other one needs {far}",
                "the top and the bottom of {wrong} are closer together",
            ),
            reworded=("from {top} to {bottom} you count up {near}, and in the other one you count up {far}",),
            cues=("missing", "white part*", "unshaded", "gap*", "empty", "left to fill", "uncolored"),
            turns={
                "locate": (
                    "Both fractions are missing something to be 1. How big is one missing piece in each?",
                    "You counted {near} for {wrong} and {far} for the other. How large are the pieces in those two gaps?",
                    "Your {near} and your {far} both count empty parts. How big is one empty part in each bar?",
                    "Look only at the white parts of {a}/{b} and {c}/{d}. What size are they?",
                ),
                "conflict": (
                    "Shade {a}/{b} and {c}/{d} on two equal bars. In which bar is the unshaded end longer?",
                    "Put {near}/{bottom} beside {far}/{lost_bottom}. Which of these two gaps is wider?",
                    "Your way makes 1/2 beat 98/100, since its gap is smaller. What would a drawing say?",
                    "Cut out the empty ends of both bars and lay them together. Which one is longer?",
                ),
                "simplify": (
                    "Test your way on 1/3 and 97/100. What do the gaps say, and what does a bar say?",
                    "Take 1/2 and 49/52. How do the missing parts look when you draw both?",
                    "With 2/4 and 58/62, which gap is smaller, and which bar is fuller?",
                    "Picture a jar with 1 of 3 beads and one with 90 of 99. What do the gaps hide?",
                ),
            },
            source="E112",
        ),
        Misconception(
            id="G35-FRA-11",
            name="bigger numerator wins",
            hint="looks only at the numerators and picks the larger one",
            rule=lambda p: choice(_by_numerator(p)),
            applies_if=_numerator_wrong,
            steps=lambda p: _chosen_steps(p, _by_numerator(p)),
            says=(
                "{top} is more than {lost_top}",
                "you get {top} parts there and only {lost_top} in the other one",
                "the number on top is bigger, {top} against {lost_top}",
            ),
            reworded=("I looked at the upper numbers and {top} wins",),
            cues=(
                "crumb*",
                "coin*",
                "thin",
                "thinner",
                "thick",
                "tiny",
                "slices of",
                "how large is one",
                "1/{bottom}",
                "1/{lost_bottom}",
            ),
            turns={
                "elicit": (
                    "Your {top} counts something. How large is one of those things in {wrong}?",
                    "What does a single part look like in {wrong}: thick or thin beside one of {lost_top}/{lost_bottom}?",
                    "Tell me about one part: how does 1/{bottom} compare with 1/{lost_bottom}?",
                    "You went for the {top} and not for the {lost_top}. What did you find out about the slices of each cake?",
                ),
                "conflict": (
                    "Lay {top} strips of 1/{bottom} in a row and {lost_top} strips of 1/{lost_bottom} below. How long are the rows?",
                    "With your rule, 5 crumbs of a cake beat 2 quarters of it. What is odd about that?",
                    "If {top} always wins, {top} parts of a bar cut 100 times win too. How thin are those?",
                    "Color {wrong} on one bar and {lost_top} parts of 1/{lost_bottom} on its twin. Where does each color end?",
                ),
                "analog": (
                    "One purse has {top} coins, another has {lost_top} coins. What must you know to tell which is worth more?",
                    "Which is longer, {top} tiny ant steps or {lost_top} steps of a horse?",
                    "One stack has {top} thin sheets, another has {lost_top} thick books. What decides which is taller?",
                    "Would you trade {lost_top} cookies for {top} crumbs, and what does that say about {wrong}?",
                ),
            },
            source="ML fractions.natural_number_bias_numerator_only",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-10-A",
            name="less than one means equal",
            hint="thinks that both fractions are equal since each is less than one whole",
            rule=lambda p: choice("they are equal"),
            cues=("both under", "each less than", "alike"),
        ),
    ),
)

# --- equivalent fractions ---


def _equivalent(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(3, 10)
    return {"a": rng.randint(2, b - 1), "b": b, "n": b * rng.randint(2, 6)}


def _larger_equivalent(rng: random.Random) -> dict[str, Any]:
    b = rng.randint(11, 25)
    return {"a": rng.randint(3, b - 1), "b": b, "n": b * rng.randint(7, 12)}


EQUIVALENT_FRACTIONS = Family(
    id="fequiv",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.A.1",
    topic="equivalent fractions",
    mission="find the missing numerator of an equivalent fraction",
    vocabulary=("equivalent", "numerator", "denominator"),
    sample=_equivalent,
    larger=_larger_equivalent,
    statements=(
        "{a}/{b} = ?/{n}. Find the missing number.",
        "What is the missing numerator? {a}/{b} = ?/{n}",
        "Fill in the top number: {a}/{b} = ?/{n}.",
    ),
    stories=(
        "A pan of corn bread is cut into {b} equal parts and {a} are eaten. If it had {n} equal parts, how many parts"
        " would be eaten for the same amount?",
        "{name} colored {a} of the {b} equal parts of a flag. {friend} cut the same flag into {n} equal parts. How many"
        " of those parts are colored?",
    ),
    reworded=("{a}/{b} can be written with {n} at the bottom. Which number belongs on top then?",),
    solve=lambda p: integer(p.a * p.n // p.b),
    trace=lambda p: {"small parts in each old part": p.n // p.b},
    elicit=(
        "What must stay alike when {a}/{b} gets the new bottom number {n}?",
        "How would you draw {a}/{b} of a bar?",
        "What happens to a bar of {b} parts when it has to show {n}?",
        "What does the word equivalent mean to you here?",
    ),
    extend=(
        "Which other fraction equals {a}/{b}, and how do you know?",
        "Which drawing would show that both fractions are one amount?",
        "What would the top be if the bottom were twice {n}?",
        "Can you go back from your new fraction to {a}/{b}, and how?",
    ),
    check=(
        "How can a pair of equally long bars show that your top fits?",
        "Where should {a}/{b} and your new fraction land on a number line?",
        "Is your top the same share of {n} as {a} is of {b}?",
        "How could you shrink your new fraction to see whether {a}/{b} comes back?",
    ),
    repair=(
        "Draw a bar with {b} equal parts. How many of them do you shade?",
        "What does the new bottom number {n} count?",
        "Which bar has the smaller parts, the one with {b} or the one with {n}?",
        "Point to the {a} in {a}/{b}. What does it count?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-12",
            name="adds the same to both",
            hint="adds to the numerator what was added to the denominator",
            rule=lambda p: integer(p.a + p.n - p.b),
            steps=lambda p: {"added": p.n - p.b, "rest": p.b - p.a},
            says=(
                "{b} plus {added} is {n}, so I did {a} plus {added}",
                "the bottom went up by {added}, so the top goes up by {added}",
                "you have to do the same to both, and I added {added}",
            ),
            reworded=("from {b} to {n} it is {added} more, and the top gets {added} more as well",),
            cues=(
                "left white",
                "unshaded",
                "not shaded",
                "almost",
                "full bar",
                "new parts",
                "paint*",
                "nearly",
                "{added} extra",
                "extra*",
            ),
            turns={
                "conflict": (
                    "Draw {wrong} of {n} parts beside {a} of {b} parts. Which bar has more left white?",
                    "In {a}/{b}, {rest}/{b} of the bar is unshaded. How much is unshaded in {wrong}/{n}?",
                    "How much of a full bar is missing in {wrong}/{n}, and how much in {a}/{b}?",
                    "Go on with your way to a bottom of 1000. How near to a full bar do you get?",
                ),
                "locate": (
                    "You gave the top {added} extra parts. How many of these would be painted in the drawing of {a}/{b}?",
                    "The bar went from {b} to {n} parts. Where did your {added} extra parts come from?",
                    "Look at your {added} extra pieces. Which of them lie in the painted region of {a}/{b}, and which do not?",
                    "You added {added} at the bottom. In a drawing, which new parts are shaded and which are not shaded?",
                ),
                "simplify": (
                    "Try your way on 1/2 with 100 at the bottom. How near to a full bar is that?",
                    "Start with 1/3 and add 60 to both numbers. Is the new bar nearly full or mostly white?",
                    "With 1/2 you would add 1 and 1 and get 2/3. How much is left white now?",
                    "Add 7 to both numbers of 1/2. How much of a pie is painted now, next to before?",
                ),
                "check": (
                    "Lay {wrong}/{n} and {a}/{b} on top of each other. Which one is nearer to a full bar?",
                    "Shade {wrong} of {n} boxes. How much is left white, next to the drawing of {a}/{b}?",
                    "Group the {n} boxes into {b} equal bundles. How many bundles does your {wrong} paint?",
                    "Put {wrong}/{n} on a number line. How far is it from a full bar, and how far is {a}/{b}?",
                ),
            },
            source="E1429; E2078; ML ratios additive",
        ),
        Misconception(
            id="G35-FRA-13",
            name="leaves the numerator",
            hint="changes only the denominator and leaves the numerator",
            rule=lambda p: integer(p.a),
            says=(
                "the top was {a}, so it stays {a}",
                "only the bottom number changes, and there are still {a} on top",
                "I just copied the {a}",
            ),
            reworded=("nothing happened to the {a}, just the {b} turned into {n}",),
            cues=(
                "thin",
                "thinner",
                "shrink*",
                "shrank",
                "shorter",
                "swap*",
                "trade*",
                "{a} crumbs",
                "smaller bite*",
            ),
            turns={
                "locate": (
                    "With {n} parts the pieces got thinner. What does that do to {a} of them?",
                    "You kept {a} when the bottom became {n}. How much thinner is a piece now?",
                    "You swap {a} parts of 1/{b} for {a} parts of 1/{n}. How fair is that for you?",
                    "In {a}/{n}, the pieces shrank. What did the amount do when you kept the {a}?",
                ),
                "represent": (
                    "Shade {a}/{b} on one bar and {a}/{n} on a bar just as long. Which shading is shorter?",
                    "Mark {a}/{b} and {a}/{n} on a line from 0 to 1. Which jump from 0 is shorter?",
                    "Cut a strip into {b} parts and a twin into {n}. How long are {a} of the thinner parts?",
                    "Draw {a}/{b} of a cake, then cut thinner slices until there are {n}. What do you count now?",
                ),
                "analog": (
                    "You trade {a} dimes for {a} pennies. What stayed as it was, and what did not?",
                    "A cook swaps a big spoon for a tiny one but still takes {a} spoonfuls. How does the soup turn out?",
                    "Your steps shrink, but you still take {a} of them. Where do you end up now?",
                    "Someone trades your 3 dollar bills for 3 quarters. How is your {a} over {n} like that?",
                ),
                "elicit": (
                    "Tell me about one piece in {a}/{n}: is it thinner or thicker than one in {a}/{b}?",
                    "When a bar goes from {b} to {n} pieces, do the pieces shrink or grow?",
                    "Your {a} stayed. How would you describe the swap from {b} pieces to {n} pieces?",
                    "Say what a person gets from {a}/{b} of a pie and from {a}/{n}. Who has the smaller bite?",
                ),
            },
            source="E2234; MaE07",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-12-A",
            name="writes the factor on top",
            hint="writes how many times larger the denominator became",
            rule=lambda p: integer(p.n // p.b),
            cues=("how many times", "as many times", "factor"),
            applies_if=lambda p: p.n // p.b != p.a,
        ),
    ),
)

# --- a fraction of an amount ---


def _fraction_of_amount(rng: random.Random) -> dict[str, Any]:
    d = rng.randint(3, 10)
    return {"a": rng.randint(2, d - 1), "d": d, "t": d * rng.randint(2, 9)}


def _fraction_of_larger_amount(rng: random.Random) -> dict[str, Any]:
    d = rng.randint(3, 12)
    return {"a": rng.randint(2, d - 1), "d": d, "t": d * rng.randint(40, 90)}


FRACTION_OF_AMOUNT = Family(
    id="fof",
    grade_band="3-5",
    grade="4",
    ccss="4.NF.B.4c",
    topic="fraction of an amount",
    mission="find a fraction of a whole number",
    vocabulary=("numerator", "denominator", "equal parts"),
    sample=_fraction_of_amount,
    larger=_fraction_of_larger_amount,
    statements=(
        "Find {a}/{d} of {t}.",
        "What is {a}/{d} of {t}?",
        "{a}/{d} of {t} = ?",
    ),
    stories=(
        "{name} has {t} stickers and gives {a}/{d} of them to {friend}. How many stickers does {friend} get?",
        "There are {t} kids on a playground. {a}/{d} of them wear a cap. How many kids wear a cap?",
    ),
    reworded=("Take {t} and work out how much {a}/{d} of it is.",),
    solve=lambda p: integer(p.t // p.d * p.a),
    trace=lambda p: {"one part": p.t // p.d},
    elicit=(
        "What does {a}/{d} of a group of {t} look like?",
        "Which number here is the whole, and how could you draw it?",
        "What does the {d} ask you to do with {t} counters?",
        "Is {a}/{d} of {t} more or less than {t}, and how do you know?",
    ),
    extend=(
        "How much of the {t} is not in your {a}/{d}?",
        "What would you find for the next fraction, with one more on top?",
        "How could you draw your answer as a bar cut into boxes?",
        "Can you make a story where {a}/{d} of {t} makes sense?",
    ),
    check=(
        "How could you lay out {t} counters to test your answer?",
        "Is your answer more or less than half of {t}, and should it be?",
        "Draw a bar of {d} equal boxes for {t}. Does your answer fill the boxes it should?",
        "What share of {t} did you not count, and does that fit with {a}/{d}?",
    ),
    repair=(
        "Draw a bar for {t}. Into how many boxes would you split it?",
        "Read {a}/{d} aloud. What does the lower number tell you?",
        "If you had {t} beads, what would you do first with your hands?",
        "What does the little word 'of' tell you in this problem?",
    ),
    misconceptions=(
        Misconception(
            id="G35-FRA-18",
            name="treats it as a unit fraction",
            hint="divides by the denominator and stops there",
            rule=lambda p: integer(p.t // p.d),
            says=(
                "{t} split into {d} is {wrong}",
                "I divided {t} by {d}",
                "you make {d} groups out of {t} and that gives {wrong} in a group",
            ),
            reworded=("{d} goes into {t} exactly {wrong} times",),
            cues=(
                "one box",
                "1/{d}",
                "role",
                "asked for",
                "other number",
                "use the {a}",
                "the {a} do*",
                "only one",
            ),
            turns={
                "locate": (
                    "You found {wrong} by using {t} and {d}. Where did you use the {a}?",
                    "Which number of {a}/{d} has had no role in your work so far?",
                    "Draw {d} boxes with {wrong} in each. How many boxes are asked for here?",
                    "Your {wrong} fills one box of {d}. What does the {a} do in {a}/{d}?",
                ),
                "conflict": (
                    "What is 1/{d} of {t}? Put that next to your {wrong} for {a}/{d}.",
                    "If {a}/{d} of {t} is {wrong}, what would you say for 1/{d} of {t}?",
                    "Shade {a}/{d} and 1/{d} on two bars for {t}. Which of the two bars shows {wrong}?",
                    "A friend got {wrong} for 1/{d} of {t}. Who is asking for more, and by how many boxes?",
                ),
                "analog": (
                    "A pizza has 8 slices and you order 3 of them. What if the cook hands you only one?",
                    "You want three quarters of an hour of play and get only one quarter. How is {wrong} like that?",
                    "You are promised 3 rides, but only one is given to you. How does {wrong} treat the {a}?",
                    "Someone pays for 5 of 9 tickets in a book and gets only one. What was asked for?",
                ),
                "check": (
                    "Mark {wrong} on a bar from 0 to {t}. Does it reach as far as {a}/{d}, or just 1/{d}?",
                    "Repeat {wrong} along a bar until you hit {t}. What role does the {a} play in that picture?",
                    "Put rings around groups of {wrong} in {t} dots. How many rings are asked for?",
                    "How would your work change with another top than {a}? Say where you use the {a}.",
                ),
            },
            source="E69",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G35-FRA-18-A",
            name="multiplies by the numerator only",
            hint="multiplies the amount by the numerator and stops",
            rule=lambda p: integer(p.t * p.a),
            cues=("more than the whole", "larger than {t}", "grew", "never split"),
        ),
        PlausibleError(
            id="G35-FRA-18-B",
            name="divides by the numerator",
            hint="divides by the numerator in place of the denominator",
            rule=lambda p: lowest(Fraction(p.t, p.a)),
            applies_if=lambda p: p.a * p.a != p.d,
            cues=("{a} groups", "into {a}", "1/{a}"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    COMPARING_UNIT_FRACTIONS,
    COMPARING_FRACTIONS,
    EQUIVALENT_FRACTIONS,
    FRACTION_OF_AMOUNT,
)
