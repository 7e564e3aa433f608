"""Kindergarten to grade 2: subtraction."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import integer
from socratic_tutor.curriculum.bands.k_2.digits import digits
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- two-digit numbers with a trade ---


def _difference_with_regrouping(rng: random.Random) -> dict[str, Any]:
    oa, ob = rng.choice([(i, j) for i in range(1, 9) for j in range(i + 1, 10) if j - i != 5])
    ta = rng.randint(4, 9)
    tb = rng.randint(1, ta - 3)
    return {"a": 10 * ta + oa, "b": 10 * tb + ob}


def _difference_steps(p: Parameters) -> dict[str, Any]:
    d = digits(p)
    return {**d, "more": d["oa"] + 10, "flipped": abs(d["ob"] - d["oa"]), "less": d["ta"] - 2}


def _needs_a_ten(p: Parameters) -> bool:
    return p.a % 10 < p.b % 10


SUBTRACTING_TWO_DIGITS = Family(
    id="sub_2d",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.5",
    topic="subtraction with regrouping",
    mission="subtract two numbers and regroup when needed",
    vocabulary=("tens", "ones", "regroup", "difference"),
    sample=_difference_with_regrouping,
    statements=("{a} - {b} = ?", "Subtract {b} from {a}.", "Find the difference of {a} and {b}."),
    stories=(
        "A box has {a} crayons. Kids take {b} of them. How many crayons are left in the box?",
        "{name} has {a} beads and uses {b} for a chain. How many beads are not used?",
        "A book has {a} pages. {name} has read {b} of them. How many pages are still to read?",
    ),
    reworded=("You start with {a} and lose {b}. What stays?", "How far is it from {b} up to {a}?"),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {
        "ones after regrouping": p.a % 10 + 10,
        "tens after regrouping": p.a // 10 - 1,
        "ones of the difference": p.a % 10 + 10 - p.b % 10,
    },
    elicit=(
        "How would you show {a} with sticks and cubes?",
        "What are we taking away from {a}?",
        "Which digits do you look at first, and why?",
        "What could a story for {a} - {b} be about?",
    ),
    extend=(
        "How could you test your answer by adding?",
        "Can you show the same thing on a number line?",
        "What would be new if we took away ten less?",
        "How would you tell a friend about the trade you made?",
    ),
    check=(
        "Put your number and {b} together. Which number should come out?",
        "Count up from {b} to {a}. How does that trip fit with your number?",
        "Build {a}, take {b} off the pile and count. What is left?",
        "Make a quick guess with round numbers. Is your number near it?",
    ),
    repair=(
        "Can you build {a} with sticks and cubes?",
        "How many ones does {b} have?",
        "Which number do we start with?",
        "Can you read me the digits of {a}, left to right?",
    ),
    misconceptions=(
        Misconception(
            id="K2-SUB-01",
            name="smaller from larger",
            hint="takes the smaller digit from the larger digit in each column",
            rule=lambda p: integer(
                10 * abs(p.a // 10 - p.b // 10) + abs(p.a % 10 - p.b % 10),
            ),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "{ob} take away {oa} is {flipped}, and {ta} take away {tb} comes next",
                "{oa} is too small, so I did {ob} minus {oa}",
                "you always take the little one from the big one",
            ),
            reworded=("{oa} and {ob} are {flipped} apart, so that goes in the ones",),
            cues=(
                "top",
                "turned the ones",
                "begin with",
                "belong*",
                "have {oa}",
                "flip",
                "around",
                "upside down",
            ),
            turns={
                "locate": (
                    "Which digit of your ones is on top? Tell me what you took from what.",
                    "You used {ob} and {oa}. Which of them belongs to the number you begin with?",
                    "Point to the {ob}. Does it belong to what you have or to what you give away?",
                    "Read the ones from top to bottom. How is that not the same as what you did?",
                ),
                "represent": (
                    "Lay out {a} in sticks and cubes. With {oa} loose to begin with, how do you hand out {ob}?",
                    "You begin with {oa} in your apple bowl, and a friend wants {ob}. Can you give {ob} away?",
                    "Draw {a} and cross out {b}. What do you have to begin with in the ones?",
                    "You turned the ones around. What story goes with {oa} and {ob} just as they stand?",
                ),
                "simplify": (
                    "Your way turns 30 - 1 into 31. How is that more than you begin with?",
                    "The ones of 20 - 1 have a 0 on top. What if we flip them?",
                    "You have no pennies and I ask for 1. Does turning that around help you?",
                    "Try 40 - 1 with the ones upside down. What would you take from what?",
                ),
                "check": (
                    "Put {b} back with {wrong}. How does that fit with what you begin with?",
                    "Start at {wrong} and add {b}. How does that fit with the {a} on top?",
                    "In your hand you have {oa}, and {ob} should go. What did you turn around?",
                    "Read your ones again with the top digit first. What is hard now?",
                ),
            },
            source="ML subtraction.smaller_from_larger; E1958; MaE21; H37669; BUG; JL(24-7=23)",
        ),
        Misconception(
            id="K2-SUB-02",
            name="borrows without paying back",
            hint="makes ten more ones but keeps all the tens",
            rule=lambda p: integer(10 * (p.a // 10 - p.b // 10) + p.a % 10 + 10 - p.b % 10),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "I made the {oa} into {more} and took {ob}, then {ta} minus {tb}",
                "{oa} is too small so I used {more}, and I still had {ta} tens",
                "I put a 1 by the {oa} to get {more}, and the {ta} stays",
            ),
            reworded=("{more} is enough for {ob}, and then I did {ta} and {tb}",),
            cues=("came from", "come from", "free", "for nothing", "still be there", "paid", "grew", "grow"),
            turns={
                "locate": (
                    "You made {oa} into {more}. Where did the new ones come from?",
                    "The ones grew to {more}. What happened to your {ta} sticks when they grew?",
                    "Look at the {ta} in your work. After you made {more}, can all {ta} still be there?",
                    "Your {more} ones hold some new ones. Who paid for them?",
                ),
                "conflict": (
                    "Count {ta} sticks and {more} cubes. Is that {a}, or did it grow?",
                    "Your {more} ones and {ta} tens came from {a}. What do they make when you count them all?",
                    "Nobody gives blocks for nothing. How do {ta} sticks and {more} cubes fit with {a}?",
                    "Build {a}, then make {more} ones with no free blocks. What do your sticks look like?",
                ),
                "check": (
                    "Add {b} and {wrong}. How much did {a} grow?",
                    "Put {b} back on {wrong}. Where did the blocks past {a} come from?",
                    "Build {wrong} and {b} side by side. Which blocks came for free?",
                    "Test {wrong} by giving {b} back. What did you get for nothing?",
                ),
                "analog": (
                    "You swap a dime for pennies. Why don't you keep the dime for nothing?",
                    "I open a pack of gum. Could the full pack still be there?",
                    "You change a big bill into coins. Who paid for the coins?",
                    "A baker cuts up a cake. Where did the pieces come from?",
                ),
            },
            source="E699; ML subtraction.borrow_no_decrement; BUG(143-28=125)",
        ),
        Misconception(
            id="K2-SUB-03",
            name="loses an extra ten",
            hint="crosses off two tens and uses only one of them",
            rule=lambda p: integer(p.a - p.b - 10),
            applies_if=_needs_a_ten,
            steps=_difference_steps,
            says=(
                "I made the {oa} into {more} and the {ta} into {less}",
                "I took from the {ta}, so it is {less} now, and the ones are {more}",
                "{ta} turned to {less} and {oa} turned to {more}",
            ),
            reworded=("the ones needed help and got {more}, and that left {less} over there",),
            cues=("lost", "lose", "vanish*", "gone", "down to {less}", "shrink*"),
            turns={
                "locate": (
                    "Your {ta} went down to {less}. How many sticks did you open?",
                    "You got {more} ones. How many sticks had to be gone to make that many?",
                    "Look at the {less} you wrote. Did any stick vanish without being used?",
                    "Match each stick that is gone with the new cubes. Which one has no match?",
                ),
                "conflict": (
                    "Add up {less} tens and {more} ones. Did you lose any part of {a}?",
                    "Put {less} sticks and {more} cubes beside {a}. Did it shrink, and by how much?",
                    "Trade back the new ones you made. Do you have all of {a}, or is a stick gone?",
                    "Put {b} back with {wrong}. Do you get all of {a}, or are some blocks lost?",
                ),
                "elicit": (
                    "You wrote {less}. Which sticks are gone, and where did each one go?",
                    "Tell me the trip of each stick. Did any vanish on the way?",
                    "What made the {ta} go down to {less}?",
                    "Your ones are {more} now. How many sticks did you lose for that?",
                ),
                "analog": (
                    "You change one bill at the bank. What if one more bill is gone after?",
                    "A cake needs one egg, and two eggs are gone. What would you ask?",
                    "You buy one ball and lose the price of two. What do you tell the shop?",
                    "You put one sock in the wash and a pair is gone. Which sock was lost?",
                ),
            },
            source="H38228",
        ),
    ),
)


# --- across a zero in the middle ---


def _across_zero(rng: random.Random) -> dict[str, Any]:
    ones = rng.randint(0, 8)
    return {"a": 100 * rng.randint(2, 9) + ones, "b": rng.randint(max(2, ones + 1), 9)}


def _across_zero_steps(p: Parameters) -> dict[str, Any]:
    return {"h": p.a // 100, "oa": p.a % 10, "more": p.a % 10 + 10, "less": p.a // 100 - 1}


SUBTRACTING_ACROSS_ZERO = Family(
    id="sub_3d0",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.7",
    topic="subtraction across zero",
    mission="subtract from a number that has a zero in the middle",
    vocabulary=("hundreds", "tens", "ones", "regroup"),
    sample=_across_zero,
    statements=("{a} - {b} = ?", "Take {b} away from {a}.", "What is {a} take away {b}?"),
    stories=(
        "A farm had {a} eggs. Then {b} eggs were sold. How many eggs are left?",
        "{name} has {a} stamps and gives {b} to {friend}. How many stamps does {name} keep?",
    ),
    reworded=("Which number is {b} steps below {a}?",),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {
        "hundreds after regrouping": p.a // 100 - 1,
        "tens after regrouping": 9,
        "ones after regrouping": p.a % 10 + 10,
    },
    elicit=(
        "What does the 0 in {a} tell you?",
        "How would you build {a} with flats, sticks and cubes?",
        "What happens in {a} - {b} if you tell it as a story?",
        "Which places does {a} have, and what is in each?",
    ),
    extend=(
        "How could you show that your answer fits by adding {b}?",
        "Which step was the hardest with the 0, and why?",
        "How would you find this by counting back?",
        "How would you tell a friend what happened to the 0?",
    ),
    check=(
        "Put {b} and your number together. Which number should come out?",
        "How many small steps is it from your number up to {a}?",
        "Should your number be near {a} or far from it, and why?",
        "Count from your number up to {a}. How does that fit with {b}?",
    ),
    repair=(
        "Can you read {a} out loud?",
        "Which digit of {a} is in the middle?",
        "Can you show {b} on your fingers?",
        "Which block would you take first to build {a}?",
    ),
    plausible=(
        PlausibleError(
            id="K2-SUB-06-A",
            name="smaller from larger",
            hint="takes the smaller digit of the ones from the larger",
            rule=lambda p: integer(100 * (p.a // 100) + p.b - p.a % 10),
            cues=("top", "flip*", "upside down", "which from which"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-SUB-06",
            name="zero becomes nine for free",
            hint="turns the middle 0 into 9 and never takes from the hundreds",
            rule=lambda p: integer(100 * (p.a // 100) + 90 + p.a % 10 + 10 - p.b),
            applies_if=lambda p: p.a // 10 % 10 == 0 and p.a % 10 < p.b < 10,
            steps=_across_zero_steps,
            says=(
                "the 0 turns into 9 and the {oa} into {more}, then I take {b}",
                "you change the 0 to a 9 when you borrow, and the {h} is the same",
                "I made it {h} and 9 and {more}",
            ),
            reworded=("when you need ones a 0 becomes 9, and {oa} becomes {more}",),
            cues=("larger", "more eggs", "greater", "appear*", "those 9", "new 9", "all {h}", "magic"),
            turns={
                "conflict": (
                    "Put {a} and {wrong} on a number line. Which is larger after taking some away?",
                    "You took {b} away from {a}. How did {wrong} get larger?",
                    "We took some away. Which is greater, {wrong} or {a}, and why is that odd?",
                    "Say a shop has {a} eggs and sells {b}. How can it have more eggs, like {wrong}?",
                ),
                "locate": (
                    "There were no tens in {a}. What did those 9 tens cost you?",
                    "A 9 took the place of 0. Which blocks did you open to make the new 9?",
                    "You kept all {h} hundreds and got tens too. How did the tens appear?",
                    "Build {a} with blocks. How could you get your new 9 from what lies there?",
                ),
                "elicit": (
                    "What do those 9 tens of yours count, and who gave them to you?",
                    "Tell me how the new 9 came to be. What did you open for it?",
                    "Why could you keep all {h} hundreds and still fill the tens?",
                    "Is a 0 that turns to 9 magic, or was something traded?",
                ),
                "simplify": (
                    "Your way turns 200 - 1 into 299. How can that be greater?",
                    "I have 100 pennies and drop 1. Why would 199 left be magic?",
                    "Think of page 300 and go back a page. Would it be a larger number?",
                    "You have 400 beads and lose 1. Which is greater, 400 or 499?",
                ),
            },
            source="BUG(1300-522=878); ML subtraction.stops_borrow_at_zero; H37635",
        ),
        Misconception(
            id="K2-SUB-07",
            name="borrows over the zero",
            hint="takes one hundred straight into the ones and leaves the 0",
            rule=lambda p: integer(100 * (p.a // 100 - 1) + p.a % 10 + 10 - p.b),
            applies_if=lambda p: p.a // 10 % 10 == 0 and p.a % 10 < p.b < 10 and p.a >= 200,
            steps=_across_zero_steps,
            says=(
                "there were no tens, so I took 1 from the {h} and made the {oa} into {more}",
                "I borrowed from the {h} for the ones, so it is {less} and 0 and {more}",
                "the 0 has nothing to give, so I went to the {h} and got {more} ones",
            ),
            reworded=("I jumped to the {h} and brought it to the ones, so they are {more}",),
            cues=("flat*", "rest of", "count back", "far is it", "between", "dollar*", "change"),
            turns={
                "locate": (
                    "You opened a flat and got {more} ones. How much is in one flat?",
                    "One flat left the {h}. How much of it can you find in your {more} ones?",
                    "Look at the 0 in {wrong}. What happened to the rest of the hundred you took?",
                    "One hundred left the {h}, and the middle is still 0. Where is the rest of it?",
                ),
                "conflict": (
                    "Begin at {a} and count back {b}. Do you get as far as {wrong}?",
                    "How far is it from {wrong} up to {a}, and is {b} enough?",
                    "Mark {a} and {wrong} on a line. How does the trip between them fit with {b}?",
                    "Lay out flats and cubes just before you take {b}. Is it still {a}?",
                ),
                "simplify": (
                    "Suppose 200 - 1 took us to 109. How far is it from 200 to 109?",
                    "From 300, count back 1. How does 209 fit with that?",
                    "We take 1 from 200 and land on 109. What happened to all between?",
                    "You break 1 flat and hold a handful of cubes. Where is the rest of it?",
                ),
                "analog": (
                    "You pay 1 cent with a dollar. How much change should the shop hand back?",
                    "A dollar is turned into coins. What if just a few pennies come out as change?",
                    "I pour a full jug and get one small cup. Where is the rest of it?",
                    "A whole cake is cut, and we see one plate. What became of the rest of it?",
                ),
            },
            source="H39124; ML buggy_subtraction.move_over_zero_borrow",
        ),
    ),
)


# --- a zero in the ones ---


def _from_full_tens(rng: random.Random) -> dict[str, Any]:
    t = rng.randint(3, 9)
    return {"a": 10 * t, "b": 10 * rng.randint(2, t - 1) + rng.choice([2, 3, 4, 6, 7, 8, 9])}


def _from_hundreds_and_tens(rng: random.Random) -> dict[str, Any]:
    h, t = rng.randint(2, 9), rng.randint(2, 9)
    b = 100 * rng.randint(1, h - 1) + 10 * rng.randint(0, t - 1) + rng.randint(1, 9)
    return {"a": 100 * h + 10 * t, "b": b}


SUBTRACTING_FROM_ZERO_ONES = Family(
    id="sub_0",
    grade_band="K-2",
    grade="2",
    ccss="2.NBT.B.5",
    topic="subtraction from zero",
    mission="subtract from a number that ends in zero",
    vocabulary=("tens", "ones", "zero", "regroup"),
    sample=_from_full_tens,
    larger=_from_hundreds_and_tens,
    statements=("{a} - {b} = ?", "Subtract {b} from {a}.", "Take {b} away from {a}."),
    stories=(
        "{name} has {a} cents and spends {b} cents. How many cents does {name} keep?",
        "There are {a} chairs in a hall. Kids sit on {b} of them. How many chairs are free?",
    ),
    reworded=(
        "How much is left of {a} when {b} go?",
        "{a} is the whole and {b} is a part. What is the other part?",
    ),
    solve=lambda p: integer(p.a - p.b),
    trace=lambda p: {"tens after opening one": p.a // 10 - 1, "ones after opening one": 10},
    elicit=(
        "What does the 0 in {a} tell you about loose cubes?",
        "How would you show {a} with blocks?",
        "Which part of {b} is easy to take from {a}, and which is not?",
        "What story could go with {a} - {b}?",
    ),
    extend=(
        "How could you show {a} - {b} on a number line?",
        "Which step changed the 0 in {a}, and how?",
        "What would be easier if we took away one more or one less?",
        "How can a plus sentence show that your number fits?",
    ),
    check=(
        "Put {b} and your number together. Do you come back to {a}?",
        "Count up from {b} to {a}. How long is that trip?",
        "Build {a} and take {b} off the pile. What do you see?",
        "Find a round number near {b}. About how much should be left?",
    ),
    repair=(
        "Can you build {a} with sticks?",
        "How many loose cubes does {a} have?",
        "Can you point to the ones in {b}?",
        "Which of the two numbers is the bigger one?",
    ),
    plausible=(
        PlausibleError(
            id="K2-SUB-04-A",
            name="takes a ten for free",
            hint="makes ten ones but keeps all the tens",
            rule=lambda p: integer(p.a - p.b + 10),
            cues=("still all", "for nothing", "grew", "paid for"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="K2-SUB-04",
            name="0 - n = n",
            hint="writes the bottom digit when the top digit is 0",
            rule=lambda p: integer(10 * (p.a // 10 - p.b // 10) + p.b % 10),
            steps=digits,
            says=(
                "0 take away {ob} is {ob}",
                "there is nothing above the {ob}, so the {ob} comes down",
                "with a 0 you just write the {ob}, and {ta} minus {tb} goes in front",
            ),
            reworded=("the 0 does nothing, so the {ob} stays {ob}",),
            cues=(
                "ends in {ob}",
                "{ob} and {ob}",
                "pocket*",
                "owe",
                "shelf",
                "purse",
                "who gave",
                "come from",
                "came from",
                "out of nowhere",
                "your hand",
                "basket",
            ),
            turns={
                "locate": (
                    "Your {wrong} ends in {ob}. Are those cubes you keep or cubes you give?",
                    "There are no loose cubes in {a}. Where did the {ob} in {wrong} come from?",
                    "Point to the {ob} of {b}. How did it get out of nowhere into {wrong}?",
                    "The 0 is what you have. Who gave you the {ob} you wrote?",
                ),
                "conflict": (
                    "Your pocket has no pennies and you owe {ob}. How can you keep {ob}?",
                    "Add {wrong} and {b}. What do {ob} and {ob} do to the 0 of {a}?",
                    "Open your hand: no cubes. If I ask for {ob}, what is in your hand after?",
                    "Pour {b} and {wrong} in one pile. Which of the ones came from nowhere?",
                ),
                "simplify": (
                    "Your way turns 20 - 9 into 29. How is your purse fuller than before?",
                    "You have 30 nuts in a basket and eat 9. How could it be 39?",
                    "Try 20 - 1 your way. Where does the 1 at the end come from?",
                    "Take 1 from 30 and look in the basket. Why is 31 odd?",
                ),
                "analog": (
                    "A shelf has no books. How can I take 9 and see 9 on it?",
                    "No birds sit on a roof. If 9 stay there, who gave the roof those 9?",
                    "Your purse is empty and you pay 9 cents. Do you own 9 cents now?",
                    "The basket has no eggs, and the cook wants 9. What does the cook find?",
                ),
            },
            source="ML subtraction.diff_0_n_equals_n; BUG(140-21=121); JL(70-23=53)",
        ),
        Misconception(
            id="K2-SUB-05",
            name="0 - n = 0",
            hint="writes 0 when the top digit is 0",
            rule=lambda p: integer(10 * (p.a // 10 - p.b // 10)),
            steps=lambda p: {**digits(p), "round": 10 * (p.b // 10)},
            says=(
                "0 take away {ob} is 0",
                "there is nothing there, so nothing can go",
                "you can't take {ob} from 0, so I wrote 0 and did {ta} minus {tb}",
            ),
            reworded=("a 0 is empty and stays 0",),
            cues=(
                "waiting",
                "hand over",
                "handed over",
                "in all",
                "for free",
                "slice*",
                "skip*",
                "past {a}",
                "went away",
                "really go",
                "unpaid",
                "forgot*",
                "the trip",
            ),
            turns={
                "locate": (
                    "You gave away {round} of {b}. Who is still waiting for {ob}?",
                    "There is a 0 in {wrong}. Where did the {ob} of {b} really go?",
                    "Trace what you took from {a}. Which part of {b} did you skip?",
                    "Your tens are done. What about the {ob} that you left unpaid?",
                ),
                "conflict": (
                    "Someone wants {b}. If {wrong} are left from {a}, how many did you hand over?",
                    "Look at {a} and {wrong}. How much went away in all?",
                    "Show the trip from {a} down to {wrong}. Is it {b} steps long?",
                    "A jar of {a} nuts now has {wrong}. How many nuts really go missing there?",
                ),
                "check": (
                    "Add {b} to {wrong}. How far past {a} do you go?",
                    "Walk up {b} steps from {wrong}. Do you stop at {a} or past {a}?",
                    "Pay {b} out of {a} coin by coin. Which coins did {wrong} skip?",
                    "Give {b} back to {wrong}. Is that {a}, or was some of it for free?",
                ),
                "analog": (
                    "You have only whole pies, and a friend wants a slice. What could you do?",
                    "The shop says 21 cents and you pay 20. Is the last cent for free?",
                    "You have only dollars and the gum costs 9 cents. Would it be for free?",
                    "A kid asks for a drink, but all bottles are shut. Is the kid left waiting?",
                ),
            },
            source="ML buggy_subtraction.diff_0_n_equals_0",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (SUBTRACTING_TWO_DIGITS, SUBTRACTING_ACROSS_ZERO, SUBTRACTING_FROM_ZERO_ONES)
