"""Kindergarten to grade 2: clocks, rulers, coins and equal shares."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import choice, clock, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- clocks ---


def _hands(rng: random.Random) -> dict[str, Any]:
    hour, mark = rng.randint(1, 12), rng.randint(1, 11)
    return {"h": hour, "n": hour % 12 + 1, "m": mark}


READING_CLOCKS = Family(
    id="clock",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.C.7",
    topic="telling time",
    mission="tell the time from the two hands of a clock",
    vocabulary=("hour hand", "minute hand", "minutes"),
    sample=_hands,
    statements=(
        "The short hand is between {h} and {n}. The long hand points at {m}. What time is it?",
        "On a clock the long hand points at {m}. The short hand has gone past {h}, but not yet to {n}. "
        "What time does it show?",
    ),
    stories=(
        "{name} looks up at the clock. The short hand is between {h} and {n}, the long hand is at {m}. "
        "What time is it?",
        "The bus comes when the long hand is at {m} and the short hand is between {h} and {n}. "
        "At what time does {name} get on the bus?",
    ),
    reworded=("Long hand: at {m}. Short hand: a bit past {h}. Read the clock.",),
    solve=lambda p: clock(p.h, 5 * p.m),
    trace=lambda p: {"minutes": 5 * p.m},
    elicit=(
        "What do the two hands look like on this clock?",
        "Which hand would you like to look at first?",
        "What do you know about the numbers on a clock?",
        "What does the short hand tell us, and what does the long one tell?",
    ),
    extend=(
        "Where will the long hand be when the hour is over?",
        "How would the clock look a little later?",
        "How can you tell which hour it is from the short hand?",
        "What do you do at that time of day?",
    ),
    check=(
        "Set a toy clock to your time. Do both hands look like ours?",
        "Where does the short hand sit at your time, and is it there now?",
        "Walk the long hand from the 12. What do you count on the way?",
        "What would the clock look like at the full hour before your time?",
    ),
    repair=(
        "Can you point to the long hand?",
        "Which two numbers is the short hand between?",
        "Where is the 12 on the clock?",
        "Can you draw a round clock with its numbers?",
    ),
    plausible=(
        PlausibleError(
            id="K2-TIME-01-A",
            name="reads the next hour",
            hint="reads the hour that the short hand has not reached",
            rule=lambda p: clock(p.n, 5 * p.m),
            cues=("not there yet", "next hour", "on its way", "too early"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-TIME-01",
            name="each number is one minute",
            hint="reads the number at the minute hand as that many minutes",
            rule=lambda p: clock(p.h, p.m),
            says=(
                "the long hand is on {m}, so I wrote {m} for the minutes",
                "it points at {m} and the hour is {h}",
                "I read {h} first and then {m}",
            ),
            reworded=("the long hand ends at the {m}, and I read that off",),
            cues=(
                "tiny",
                "small marks",
                "little lines",
                "trip",
                "all the way around",
                "dots",
                "a song",
                "ticks",
            ),
            turns={
                "locate": (
                    "Look from the 12 to the 1. How many tiny steps does the long hand make?",
                    "You read {m} for the long hand. What do the small marks before the {m} count?",
                    "What are the little lines for that come before the {m}?",
                    "Find the {m} on a clock. How many dots are there from one number to the next?",
                ),
                "represent": (
                    "Draw a clock with its little lines. How would {wrong} look on it?",
                    "Trace the long hand all the way around. How many minutes go by on that trip?",
                    "Begin at 12 and touch the small marks up to {m}. What did you count?",
                    "Show {wrong} with tiny steps from the 12. Does the hand get to the {m}?",
                ),
                "simplify": (
                    "With the long hand at 6, half its trip is done. How could that be 6 minutes?",
                    "The long hand is all the way around, at 12. Why is that not 12 minutes?",
                    "Go from the 12 to the 1. Which ticks do you pass on the way?",
                    "Look from 1 to 2 on the clock. What are all the little lines for?",
                ),
                "elicit": (
                    "What does one of the tiny marks on a clock stand for?",
                    "You took {m} for the minutes. Which dots on the clock did you count?",
                    "Tell me about the trip from 12 to {m}. What did you count on it?",
                    "Play a song for as long as you say. Would the hand get from 12 to {m}?",
                ),
                "check": (
                    "Set a toy clock to {wrong}. How many tiny ticks past the 12 is the long hand?",
                    "Stand at the 12 and count little lines up to {m}. Which big number is near you?",
                    "Test {wrong} with the small marks. Where would the long hand be?",
                    "Watch a clock for as long as you say. How short is the long hand's trip?",
                ),
            },
            source="E698",
        ),
        Misconception(
            id="K2-TIME-02",
            name="swaps the hands",
            hint="mixes up the hour hand and the minute hand",
            rule=lambda p: clock(p.m, 5 * p.h % 60),
            applies_if=lambda p: p.h != p.m,
            says=(
                "the long hand is on {m}, so the hour is {m}",
                "long hand for the hour and short hand for the rest",
                "I read the {m} for hours and the {h} for minutes",
            ),
            reworded=("the big hand shows the big time, and that is {m}",),
            cues=("slow*", "fast*", "creep*", "race", "job", "o'clock", "crawl*", "snail", "rabbit"),
            turns={
                "locate": (
                    "One hand is fast and one is slow. Which of them told you {m}?",
                    "Each hand has a job. What did you use the long hand for?",
                    "Which hand will creep to {n} next, and what does that hand tell us?",
                    "You took your hour from the hand at {m}. Is that the slow one?",
                ),
                "conflict": (
                    "At {m} o'clock, where would the short hand point? Look at where it is now.",
                    "Make {wrong} on a toy clock. Where does the slow hand go?",
                    "Think of a race of the two hands. Which one moves a full number in an hour, the fast one?",
                    "Say it is {wrong}. Which hand would crawl past {m} then?",
                ),
                "analog": (
                    "A snail and a rabbit go around a track. Which hand is like the snail?",
                    "Grandpa is slow and the dog is fast. Which hand is the dog?",
                    "A tractor creeps and a car zooms. Which hand creeps past {h}?",
                    "Brushing teeth is short. Which hand is fast enough to show it?",
                ),
                "elicit": (
                    "What job does the long hand have in your {wrong}?",
                    "Which number of {wrong} came from the slow hand?",
                    "How did you choose which hand has the job of the hour?",
                    "Tell me how fast each hand moves. Which one has just left {h}?",
                ),
                "check": (
                    "Put your {wrong} on a toy clock. How does the snail hand look next to ours?",
                    "Draw the clock for {wrong}. Where did the slow hand end up?",
                    "Hold {wrong} next to our clock. Which hand would have to creep away from {h}?",
                    "At {wrong}, how far has the fast hand run from the 12?",
                ),
            },
            source="E1902",
        ),
    ),
)


# --- rulers ---


def _ribbon(rng: random.Random) -> dict[str, Any]:
    start = rng.randint(2, 10)
    return {"a": start, "b": start + rng.randint(3, 12)}


def _long_ribbon(rng: random.Random) -> dict[str, Any]:
    start = rng.randint(20, 60)
    return {"a": start, "b": start + rng.randint(13, 39)}


MEASURING_LENGTH = Family(
    id="ruler",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.A.1",
    topic="measuring length",
    mission="measure how long a thing is on a ruler",
    vocabulary=("length", "centimeter", "start", "end"),
    sample=_ribbon,
    larger=_long_ribbon,
    statements=(
        "A ribbon starts at {a} cm on a ruler and ends at {b} cm. How long is it?",
        "A strip lies on a ruler from {a} cm to {b} cm. How many cm long is the strip?",
    ),
    stories=(
        "{name} lays a pencil on a ruler. It goes from {a} cm to {b} cm. How many cm long is the pencil?",
        "A toy snake lies by a ruler. Its tail is at {a} cm and its nose is at {b} cm. How many cm long is it?",
    ),
    reworded=("On the ruler one end is at {a} cm and the other end is at {b} cm. What is the length?",),
    solve=lambda p: integer(p.b - p.a),
    elicit=(
        "What do you see at {a} and at {b} on the ruler?",
        "How do you use a ruler to find how long a thing is?",
        "Can you draw the ruler and show where it lies?",
        "Which part of the ruler lies under the thing we measure?",
    ),
    extend=(
        "Where would it end if we slid it to begin at 0?",
        "How could you test that without the ruler?",
        "Where else on the ruler could it lie?",
        "How would you tell a friend to measure with a broken ruler?",
    ),
    check=(
        "Cut a strip as long as you say. How does it fit on this one?",
        "Put your finger on {a} and move it as far as you say. Where is it?",
        "Lay little cubes of 1 cm along it. How does their count fit your number?",
        "Color the part of the ruler that is covered. How much is that?",
    ),
    repair=(
        "Can you point to {a} on a ruler?",
        "Which number is at the end?",
        "How long is 1 cm, can you show me with two fingers?",
        "Can you draw a line on paper for the ruler?",
    ),
    plausible=(
        PlausibleError(
            id="K2-MEA-01-A",
            name="adds both ends",
            hint="adds the two numbers on the ruler",
            rule=lambda p: integer(p.a + p.b),
            cues=("plus", "added", "put together", "so long"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-MEA-01",
            name="reads the end mark",
            hint="reads only the number at the end",
            rule=lambda p: integer(p.b),
            says=(
                "it stops at {b}",
                "the last number is {b}, so it is {b} long",
                "I looked at where it goes to on the ruler",
            ),
            reworded=("the ruler says {b} there at the tip",),
            cues=(
                "0",
                "from 0",
                "between 0",
                "empty",
                "nothing",
                "slide",
                "bare",
                "not touch*",
                "before it",
                "torn off",
            ),
            turns={
                "locate": (
                    "Put your finger on 0 of the ruler. What is between 0 and {a}?",
                    "Which part of the ruler is empty before {a}?",
                    "You said {wrong}. Is there nothing on the ruler from 0 to {a}, or is it covered?",
                    "What part of the ruler does it not touch? Color that bare part.",
                ),
                "conflict": (
                    "Make a strip of {wrong} cm and lay it from 0. How does it fit over this one?",
                    "Slide it so that it begins at 0. Will it still reach {wrong}?",
                    "Think of a thing that goes from 0 to {b}. Is it just as long as this one?",
                    "Say it is {wrong} cm long and begins at {a}. What about the empty part?",
                ),
                "simplify": (
                    "A bug lies from 1 to 2 on a ruler. Is it 2 long, or is some bare?",
                    "A coin goes from 20 to 22. What is there before it on the ruler?",
                    "Think of a bean from 30 to 31. How big is the empty part?",
                    "A bead lies from 25 to 26, with nothing else. Why is it not 26 long?",
                ),
                "analog": (
                    "A nap starts at 1 and ends at 2. What of the empty time before it?",
                    "A race starts at tree 20 and ends at tree 40. Who runs the empty part before it?",
                    "You read from page 50 to page 51. Which pages did you not touch?",
                    "A tape has its first part torn off. What does the end tell you now?",
                ),
                "check": (
                    "Cut a paper strip of {wrong} cm and slide it over. What sticks out?",
                    "Lay {wrong} cm of tape from 0 on. Which part of the tape is bare?",
                    "Break the ruler at {a}, so that nothing is left below. What can you still measure?",
                    "Count cm from {a} on and skip the empty ones. Do you reach {wrong}?",
                ),
            },
            source="E323",
        ),
        Misconception(
            id="K2-MEA-02",
            name="counts marks not spaces",
            hint="counts every mark, also the first one",
            rule=lambda p: integer(p.b - p.a + 1),
            says=(
                "I counted all the marks from {a} to {b}",
                "I said 1 at the {a} and went on to the {b}",
                "I touched each line and got {wrong}",
            ),
            reworded=("from the {a} to the {b} there are {wrong} lines",),
            cues=("jump*", "space*", "hop*", "moved", "steps", "gap*", "fence*"),
            turns={
                "locate": (
                    "You said 1 at the {a}. How far had you moved by then?",
                    "Is a centimeter a line or the space from line to line? Show me one.",
                    "Put a frog on {a}. Has it made a hop yet when you say 1?",
                    "Look at your first count, at {a}. Which gap does it stand for?",
                ),
                "represent": (
                    "Draw hops from {a} to {b}. How do they compare with your {wrong}?",
                    "Color each space from {a} to {b}. Are there {wrong} of them?",
                    "Walk your finger in steps from {a}. Where are you after {wrong} steps?",
                    "Take a tiny ribbon from {a} to the very next mark. How many jumps is it?",
                ),
                "simplify": (
                    "Look at the part from 1 to 2 on a ruler. How many spaces is that?",
                    "An ant touches line 20 and then line 21. How far has it moved?",
                    "Put a thing on one mark only. What gap does it fill?",
                    "Your way would count 2 from 30 to 31. How many hops do you see?",
                ),
                "analog": (
                    "A fence has 2 posts. How many gaps are there for a board?",
                    "Hold up 2 fingers. How many spaces are there for a ring?",
                    "You climb from one stair to the next. How many steps was that?",
                    "Two kids stand apart with a rope from one to one. How many gaps are there?",
                ),
                "check": (
                    "Take {wrong} hops from {a}. Where do you come out, next to {b}?",
                    "Lay {wrong} small cubes from {a}, one in each gap. Where does the row end?",
                    "Count only the gaps this time. How is that not your {wrong}?",
                    "Hop from {b} back to {a}. How many hops is that, next to {wrong}?",
                ),
            },
            source="E2269",
        ),
    ),
)


# --- coins ---


def _dimes_and_pennies(rng: random.Random) -> dict[str, Any]:
    return {"d": rng.randint(2, 9), "p": rng.randint(2, 12)}


def _many_dimes_and_pennies(rng: random.Random) -> dict[str, Any]:
    return {"d": rng.randint(13, 40), "p": rng.randint(11, 30)}


COUNTING_COINS = Family(
    id="coins",
    grade_band="K-2",
    grade="2",
    ccss="2.MD.C.8",
    topic="money",
    mission="find how many cents some coins are worth",
    vocabulary=("dime", "penny", "cents", "value"),
    sample=_dimes_and_pennies,
    larger=_many_dimes_and_pennies,
    statements=(
        "How many cents are {d} dimes and {p} pennies?",
        "Find the value of {d} dimes and {p} pennies in cents.",
    ),
    stories=(
        "{name} finds {d} dimes and {p} pennies in a coat. How many cents are in the coat?",
        "A jar holds {d} dimes and {p} pennies. How many cents are in the jar?",
        "{friend} gives {name} {d} dimes and {p} pennies. How many cents does {name} get?",
    ),
    reworded=("You empty your bank: {p} pennies and {d} dimes. How much money is it in cents?",),
    solve=lambda p: integer(10 * p.d + p.p),
    trace=lambda p: {"cents in the dimes": 10 * p.d},
    elicit=(
        "What do you know about a dime and about a penny?",
        "Which coins would you like to count first?",
        "How could you sort these coins before you count?",
        "What does one penny buy, and what does one dime buy?",
    ),
    extend=(
        "How could you show that with other coins?",
        "What would you have if one dime was lost?",
        "How would you count the coins if a friend mixed them up?",
        "Which coin changes the number more, a new dime or a new penny?",
    ),
    check=(
        "Lay out the coins and count the money out loud. Where do you stop?",
        "Change every dime into pennies. How many pennies do you have then?",
        "Count the pennies first and the dimes after. Do you get there again?",
        "Take the pennies off your number. Does what is left fit {d} dimes?",
    ),
    repair=(
        "Can you draw one dime and write on it what it is worth?",
        "How many pennies does the problem tell you about?",
        "Which coin is smaller, a dime or a penny?",
        "Can you put the dimes in a row?",
    ),
    plausible=(
        PlausibleError(
            id="K2-MON-01-A",
            name="takes a dime for a nickel",
            hint="counts each dime as five",
            rule=lambda p: integer(5 * p.d + p.p),
            cues=("nickel*", "by fives", "five", "fives", "thick*"),
        ),
        PlausibleError(
            id="K2-MON-01-B",
            name="mixes up the two coins",
            hint="counts the pennies by tens and the dimes by ones",
            applies_if=lambda p: p.d != p.p,
            rule=lambda p: integer(p.d + 10 * p.p),
            cues=("copper", "brown", "mixed up", "silver", "color*"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-MON-01",
            name="counts coins, not cents",
            hint="counts each coin as one",
            rule=lambda p: integer(p.d + p.p),
            says=(
                "there are {d} and {p}, and that makes {wrong}",
                "I counted all of them and got to {wrong}",
                "I touched each coin one time and came to {wrong}",
            ),
            reworded=("{d} and {p} more are {wrong}",),
            cues=(
                "trade*",
                "swap*",
                "gum",
                "buy*",
                "shop*",
                "fair",
                "bill*",
                "toy*",
                "rather",
                "pack*",
                "stack*",
                "all pennies",
                "pair*",
                "rich*",
            ),
            turns={
                "conflict": (
                    "Would you trade one dime for just one penny? Tell me what is fair.",
                    "A shop asks {wrong} cents for gum. Would all your dimes have to go?",
                    "Say your coins were all pennies. Who would still give you just as much gum?",
                    "One child has {wrong} pennies, you have your dimes. Who can buy more?",
                ),
                "represent": (
                    "Draw a stack of pennies next to each dime. How tall must each stack be?",
                    "Lay {wrong} pennies in a row and your coins below. Which row is rich?",
                    "Write on each dime how many pennies you can trade it for. What changes?",
                    "Put a price on a toy for each coin. Which toy would one dime buy?",
                ),
                "simplify": (
                    "I have 1 dime, you have 1 penny. Who can buy more gum?",
                    "What would you rather find, 2 dimes or 2 pennies, and why?",
                    "Say I hold 1 dime and 1 penny. Are they worth a pair of pennies?",
                    "Take 3 pennies or 1 dime to the shop. Which makes you rich?",
                ),
                "analog": (
                    "A pack of gum and a single stick: why is that not 2 sticks?",
                    "One pair of socks and one sock: why is that not 2 socks?",
                    "You have a big bill and a small bill. Which one buys the better toy?",
                    "A box of toys and one toy come home. How many things to play with is that?",
                ),
                "check": (
                    "Trade each dime for pennies and count. How does the pile compare with {wrong}?",
                    "Pay {wrong} cents for a toy with your dimes. What is still in your hand?",
                    "Put {wrong} pennies next to your coins. Why would nobody swap with you?",
                    "Cover the pennies and look at your dimes. What could you buy with those?",
                ),
            },
            source="memory; cf. E2375 (place value of a counter)",
        ),
    ),
)


# --- equal shares ---


def _two_ways_to_cut(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 13), 2)
    return {"a": a, "b": b, "thing": rng.choice(["pie", "pizza", "cake", "pancake", "waffle"])}


def _two_ways_to_cut_fine(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(13, 40), 2)
    return {"a": a, "b": b, "thing": rng.choice(["pie", "pizza", "cake", "pancake", "waffle"])}


def _fine_cut(p: Parameters) -> dict[str, Any]:
    return {"apart": abs(p.a - p.b)}


COMPARING_SHARES = Family(
    id="unit_frac",
    grade_band="K-2",
    grade="2",
    ccss="2.G.A.3",
    topic="equal shares",
    mission="find out which of two equal wholes has the bigger pieces",
    vocabulary=("equal shares", "half", "fourth"),
    sample=_two_ways_to_cut,
    larger=_two_ways_to_cut_fine,
    statements=(
        "One {thing} is cut into {a} equal pieces and another same-size {thing} into {b}. "
        "Which {thing} has the bigger pieces: the one with {a} or {b}?",
        "Two {thing}s have the same size. One has {a} equal pieces, one has {b}. "
        "Are the pieces bigger with {a} or with {b}?",
    ),
    stories=(
        "{name} and {friend} each have a {thing} of the same size. {name} cuts {a} equal pieces, "
        "{friend} cuts {b}. Are the pieces bigger with {a} or with {b}?",
        "At one table a {thing} is for {a} kids, at the other table the same kind is for {b} kids. "
        "Each kid gets an equal piece. Is a piece bigger with {a} kids or with {b}?",
    ),
    reworded=("You want the biggest piece of {thing}. Do you pick the one in {a} equal parts or in {b}?",),
    solve=lambda p: choice(str(min(p.a, p.b))),
    elicit=(
        "What would you draw to see one piece of each {thing}?",
        "What does it mean that all pieces are equal?",
        "What is the same in both, and what is not?",
        "How would you cut a {thing} into equal pieces?",
    ),
    extend=(
        "How could you show that to a friend with paper?",
        "Which number of pieces would make them bigger still?",
        "What would happen if one {thing} was larger to begin with?",
        "How many pieces would you want if you were very hungry, and why?",
    ),
    check=(
        "Draw both {thing}s the same size and cut them. Which piece looks bigger?",
        "Fold two equal papers into parts. Lay one part of each together: what do you see?",
        "Think of one piece from each {thing}. Which would fill your plate more?",
        "Try it with halves and fourths of a paper. Does your rule work there?",
    ),
    repair=(
        "Can you draw one round {thing}?",
        "Can you show me a half of a paper?",
        "How many pieces are in the first {thing}?",
        "Which of the two numbers is bigger, {a} or {b}?",
    ),
    plausible=(
        PlausibleError(
            id="K2-FRA-01-A",
            name="all pieces are the same",
            hint="thinks the pieces match since the wholes do",
            rule=lambda p: choice("the same"),
            cues=("just as big", "look alike", "twins", "match up", "no matter"),
        ),
        PlausibleError(
            id="K2-FRA-01-B",
            name="answers how many more",
            hint="tells how many more pieces there are",
            applies_if=lambda p: abs(p.a - p.b) not in (p.a, p.b),
            rule=lambda p: choice(str(abs(p.a - p.b))),
            steps=_fine_cut,
            cues=("take away", "{apart} more", "subtract*", "the question", "count of"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-FRA-01",
            name="more pieces means bigger pieces",
            hint="picks the one with the higher number of pieces",
            rule=lambda p: choice(str(max(p.a, p.b))),
            says=(
                "{wrong} is the big number",
                "{wrong} pieces are more, and more is bigger",
                "I looked at {a} and {b}, and {wrong} wins",
            ),
            reworded=("with {wrong} you have a lot, so they are big",),
            cues=(
                "knife",
                "slice*",
                "thin",
                "thinner",
                "hungry",
                "plate*",
                "crumb*",
                "cups",
                "room for",
                "more kids",
                "rope*",
                "fold*",
                "strip*",
                "thumb",
                "how many pieces",
                "wedge*",
                "bite*",
                "chocolate",
            ),
            turns={
                "conflict": (
                    "More and more kids want some {thing}. What happens to each slice?",
                    "Each time the knife goes in, what happens to the wedges?",
                    "Cut {wrong} slices from one {thing}. How much room for each is there?",
                    "You are hungry, and {wrong} kids eat one {thing}. How full is your plate?",
                ),
                "represent": (
                    "Draw two strips of one length. Cut them into {a} and {b}: where is a part thin?",
                    "Take two paper strips and fold one more than the other. Which folds lie closer?",
                    "Draw the {thing} with {wrong} wedges. What happens at the middle?",
                    "Draw one bite of each {thing} beside your thumb. Which one is easy to hide?",
                ),
                "elicit": (
                    "Does {wrong} tell how many pieces or how big one is?",
                    "What gets more when the knife cuts again, and what gets less?",
                    "Tell me about a slice when {wrong} of them must come from one {thing}. How wide is it?",
                    "Who holds the plates, and how many pieces go on one?",
                ),
                "simplify": (
                    "Share a cake with 1 friend, then with 99 friends. When is your slice thin?",
                    "Cut a rope into 2 parts, then a twin rope into 20. Which part is long?",
                    "Fold a paper one time, then fold it again. What happens to each part?",
                    "Would you rather split a bar of chocolate in 2 or in 50? Say why.",
                ),
                "check": (
                    "Fold one paper into few parts, one into many. Which part hides your thumb?",
                    "Put one slice from each on a plate. Which plate looks full?",
                    "Try your rule with 1 kid and 100 kids at a cake. Who is still hungry?",
                    "Test it with bread and a butter knife. What does each cut do to a slice?",
                ),
            },
            source="E1667; ML fractions.denominator_comparison_error",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (READING_CLOCKS, MEASURING_LENGTH, COUNTING_COINS, COMPARING_SHARES)
