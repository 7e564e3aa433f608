"""Grades 3 to 5: patterns, points and pictographs."""

from __future__ import annotations

import random
from typing import Any

from socratic_tutor.curriculum.answers import coordinate, integer
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError

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
        "Can you read the three terms aloud and point to the largest?",
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
                    "Try your plus {gap} on the middle term {b}. Where do you come out?",
                    "What do you get from {b} plus {gap}, and what does the pattern show there?",
                    "Write the pattern anew from {a} with your own rule. Does the middle term lead to {c}?",
                    "How long is the way from {b} to {c}, next to your {gap}?",
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
                    "A baby grows fast at first. Why is one month's growth no recipe for every later month?",
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
            reworded=("the y is {b} and it leads, and the {a} follows", "I wrote the up number at the start"),
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
        "What would a person miss who cannot see the key?",
        "What does a single star tell you here?",
    ),
    extend=(
        "What would the row look like if a star meant something else?",
        "What could half a star mean in this pictograph?",
        "Why might someone choose this key for the data?",
        "How many stars would show ten times as many books?",
    ),
    check=(
        "Write the key's number on every star and add them up. What do you get?",
        "Cover all stars but one. How many books do you see, and how does that fit your answer?",
        "Split your answer into groups of {b}. Does the number of stars come back?",
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
                    "On maps one inch can mean a mile. How long is a road of 7 inches for someone who walks it?",
                    "A purse holds only nickels. What do you learn if you only count the coins?",
                    "You have some ten-dollar bills. What would a clerk say if you counted each bill as one dollar?",
                    "A map shows one tree for a whole forest. Would a hiker meet only that one tree?",
                ),
                "simplify": (
                    "Suppose there is just 1 star in the row. What would your way say, and what would the key say?",
                    "Say Sunday has just 1 star. What was read that day: a single book or what the key says?",
                    "Think of 3 coins that are nickels. What does the number 3 leave out about them?",
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


FAMILIES: tuple[Family, ...] = (NUMBER_PATTERN, POINT_IN_THE_PLANE, PICTOGRAPH)
