"""Grades 9 to 12: functions."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import coordinate, fraction, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError


def _two_functions(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 9), "b": rng.randint(2, 9), "t": rng.randint(2, 9)}


def _two_large_functions(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(11, 40), "b": rng.randint(11, 40), "t": rng.randint(11, 40)}


# --- composite functions ---

COMPOSITE_FUNCTIONS = Family(
    id="compose",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.A.1c",
    topic="composite functions",
    mission="evaluate a composite function",
    vocabulary=("composite", "inner", "outer"),
    sample=_two_functions,
    larger=_two_large_functions,
    statements=(
        "f(x) = {a}x and g(x) = x + {b}. Find f(g({t})).",
        "Let f(x) = {a}x and g(x) = x + {b}. What is the value of f(g({t}))?",
        "With f(x) = {a}x and g(x) = x + {b}, work out f(g({t})).",
    ),
    stories=(
        "Machine f multiplies a number by {a}, and machine g adds {b} to a number. What is f(g({t}))?",
        "In a game, f(x) = {a}x multiplies a score and g(x) = x + {b} adds a bonus. {name} has {t} points. Find f(g({t})).",
    ),
    reworded=(
        "Two functions are given by f(x) = {a}x and g(x) = x + {b}. Evaluate the composite f(g({t})).",
    ),
    solve=lambda p: integer(p.a * (p.t + p.b)),
    trace=lambda p: {"inner value": p.t + p.b},
    elicit=(
        "What does g do to any number you give it?",
        "How would you read f(g({t})) aloud?",
        "What does the notation f(5) mean to you?",
        "Which of the two functions looks easier to explain, and how would you explain it?",
    ),
    extend=(
        "Is there an input for which the order of f and g makes no difference?",
        "How would you write f(g(x)) as one formula?",
        "Which input would you need to get twice your result?",
        "How do the graphs of f(g(x)) and g(f(x)) differ?",
    ),
    check=(
        "Build a chain of arrows from {t} to your result. Which function does each arrow stand for?",
        "Could you take your result back through both functions, and where should you end?",
        "Find one formula for f(g(x)). What does it give for {t}?",
        "What changes in your result when {t} grows by 1, and does that fit with f and g?",
    ),
    repair=(
        "What is g(1) in this problem?",
        "Which of f and g adds something?",
        "How many pairs of parentheses do you see in f(g({t}))?",
        "What would f do to the number 100?",
    ),
    plausible=(
        PlausibleError(
            id="G912-FUN-03-A",
            name="adds the function values",
            hint="finds both function values and adds them",
            rule=lambda p: integer(p.a * p.t + p.t + p.b),
            applies_if=lambda p: p.a * p.t + p.t + p.b != p.a * (p.t + p.b),
            cues=("plus sign", "f({t}) + g({t})", "separate*", "feed*", "added up"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-03",
            name="multiplies the functions",
            hint="multiplies the two function values",
            rule=lambda p: integer(p.a * p.t * (p.t + p.b)),
            steps=lambda p: {"first": p.a * p.t, "second": p.t + p.b},
            says=(
                "f({t}) is {first} and g({t}) is {second}, so I multiplied",
                "f next to g means times",
                "{first} times {second} is {wrong}",
            ),
            reworded=("I found both values, {first} and {second}, and took their product",),
            cues=(
                "directly in f",
                "function name",
                "sits",
                "of each other",
                "belt",
                "phone",
                "side by side",
                "a sock",
                "changes nothing",
                "swap*",
                "every number alone",
                "twice in a row",
            ),
            turns={
                "locate": (
                    "You worked out f({t}). Where in f(g({t})) do you see the {t} standing directly in f?",
                    "Look at the parenthesis right after the f in f(g({t})). What does it mean after a function name?",
                    "In f({t}), a plain number sits between the parentheses. What sits there in f(g({t}))?",
                    "Write the multiplication of f({t}) and g({t}) under f(g({t})). Are the two just copies of each other?",
                ),
                "represent": (
                    "Draw f and g as machines on one belt. How many of them get the {t} straight from you?",
                    "Suppose you may phone the number {t} to one function only. Who tells the other its number?",
                    "Sketch your work with a box for f and a box for g. Do they stand side by side, or in a line?",
                    "Think of g as socks and f as shoes. How does wearing both differ from multiplying a sock by a shoe?",
                ),
                "check": (
                    "Let g be a function that changes nothing, g(x) = x. What should f(g({t})) be then, and what does your way give?",
                    "Swap f and g in your multiplication. Does the result notice, and should a composite notice?",
                    "Test your way with an f that leaves every number alone. What would you expect, and what comes out?",
                    "Use your way on f(f({t})). How does that compare with running f twice in a row?",
                ),
            },
            source="E487",
        ),
        Misconception(
            id="G912-FUN-04",
            name="wrong order",
            hint="applies the functions in the wrong order",
            rule=lambda p: integer(p.a * p.t + p.b),
            steps=lambda p: {"first": p.a * p.t},
            says=(
                "f comes first, so {a} times {t} is {first}, then plus {b}",
                "I went left to right, f and then g",
                "{first} plus {b} is {wrong}",
            ),
            reworded=("the f is written in front, so {t} goes into f and the {b} is added at the end",),
            cues=(
                "closest",
                "touch*",
                "with f and g",
                "g(f({t}))",
                "envelope",
                "wait",
                "wood",
                "egg",
                "sam",
                "half of the sum",
                "dough",
            ),
            turns={
                "locate": (
                    "Which function stands closest to the {t} in f(g({t}))? Compare it with the one you used at the start.",
                    "You gave the {t} to f. Which function does the {t} touch in f(g({t}))?",
                    "Your steps were times {a}, then plus {b}. How would you write exactly those with f and g?",
                    "Write g(f({t})) below f(g({t})). Which of the two fits the way you got {wrong}?",
                ),
                "represent": (
                    "Picture {t} in a small envelope g, and that one in a large envelope f. Which did you deal with at the start?",
                    "Draw an arrow that leaves {t} and goes through both machines. Which machine does f(g({t})) let it touch at once?",
                    "To act, f needs a number in its parentheses. Is that number ready in f(g({t})), or must f wait?",
                    "Say f is painting and g is sanding. In f(g(board)), what happens to the wood before anything else?",
                ),
                "analog": (
                    "Let g mean boil and f mean peel. In f(g(egg)), what is done while the egg is still raw?",
                    "Think of the mother of the friend of Sam. Whom must you find before you can find anybody else?",
                    "Someone asks for half of the sum of 8 and 4. How does the word order compare with what your hand does?",
                    "A cook writes frost(bake(dough)). What would your way of reading do to the raw dough?",
                ),
            },
            source="E168",
        ),
    ),
)


def _parabola(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(2, 12), "s": rng.choice("+-"), "k": rng.randint(1, 12), "u": rng.choice("+-")}


def _large_parabola(rng: random.Random) -> dict[str, Any]:
    return {"a": rng.randint(15, 90), "s": rng.choice("+-"), "k": rng.randint(15, 90), "u": rng.choice("+-")}


def _signed(sign: str, size: int) -> int:
    return size if sign == "+" else -size


def _parabola_steps(p: Parameters) -> dict[str, Any]:
    return {"wx": _signed(p.s, p.a), "kk": _signed(p.u, p.k)}


# --- the vertex of a parabola ---

VERTEX_OF_A_PARABOLA = Family(
    id="vertex",
    grade_band="9-12",
    grade="9",
    ccss="HSF-BF.B.3",
    topic="vertex form",
    mission="read the vertex from the equation of a parabola",
    vocabulary=("vertex", "shift", "horizontal"),
    sample=_parabola,
    larger=_large_parabola,
    statements=(
        "What is the vertex of y = (x {s} {a})^2 {u} {k}?",
        "Find the vertex of the parabola y = (x {s} {a})^2 {u} {k}.",
        "A parabola has the equation y = (x {s} {a})^2 {u} {k}. Give the coordinates of its vertex.",
    ),
    stories=(
        "{name} draws the arch of a fountain upside down as y = (x {s} {a})^2 {u} {k}. Where is the vertex?",
        "In a video game a path follows y = (x {s} {a})^2 {u} {k}. At which point does {name} turn from going down to going up?",
    ),
    reworded=("Name the turning point of the graph of y = (x {s} {a})^2 {u} {k}.",),
    solve=lambda p: coordinate(-_signed(p.s, p.a), _signed(p.u, p.k)),
    trace=lambda p: {"x that makes the square zero": -_signed(p.s, p.a)},
    elicit=(
        "What shape does the graph of a squared expression have?",
        "How small can the square of a number get?",
        "Which parts of this equation change with x, and which one stays put?",
        "How is y = x^2 different from the curve in this problem?",
    ),
    extend=(
        "How would a minus sign in front of the square change the graph?",
        "Which line is the axis of symmetry of this parabola, and how do you know?",
        "How could you move the curve so that its vertex sits on the y-axis?",
        "Where does this parabola cross the y-axis, and how did you find that?",
    ),
    check=(
        "Put the x of your vertex into the equation. What y comes out, and does it match your point?",
        "Choose an x one step to each side of your vertex. What do the heights tell you?",
        "What value does the squared part take at your vertex, and is that the value it should take?",
        "Can any other x give a lower y than your vertex does, and how would you look for one?",
    ),
    repair=(
        "What is y when x is 0 in this equation?",
        "Pick any x you like. What do you get for x {s} {a}?",
        "Which number do you square if x is 1?",
        "Does this parabola open up or down, and what tells you so?",
    ),
    plausible=(
        PlausibleError(
            id="G912-FUN-01-A",
            name="coordinates exchanged",
            hint="gives the height as the first coordinate and the place as the second",
            rule=lambda p: coordinate(_signed(p.u, p.k), -_signed(p.s, p.a)),
            applies_if=lambda p: _signed(p.u, p.k) != -_signed(p.s, p.a),
            cues=("which axis", "first coordinate", "exchanged", "pair is listed", "across before"),
        ),
        PlausibleError(
            id="G912-FUN-01-B",
            name="turns both signs around",
            hint="changes the sign of the shift and the sign of the height",
            rule=lambda p: coordinate(-_signed(p.s, p.a), -_signed(p.u, p.k)),
            cues=("outside the square", "below the axis", "last number", "after squaring"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-01",
            name="shift follows the sign",
            hint="moves the graph in the direction that the sign beside x seems to show",
            rule=lambda p: coordinate(_signed(p.s, p.a), _signed(p.u, p.k)),
            steps=_parabola_steps,
            says=(
                "there is a {s} {a} with the x, so the x is {wx}",
                "I read off {wx} and {kk} from the equation",
                "a plus moves it up the x-axis and a minus moves it down, so it sits at {wx}",
            ),
            reworded=("both numbers just stand there, so I copied them with their signs",),
            cues=("x = {wx}", "watch", "thermometer", "score sheet", "panel"),
            turns={
                "conflict": (
                    "Put x = {wx} into x {s} {a}. What number do you then square, and could a square be smaller?",
                    "What is the part you square when x = {wx}? Think about what it says about being at the bottom of the curve.",
                    "Compute y for x = {wx} and for x = 0. Which one is lower, and what does that do to {wrong}?",
                    "Find y at x = {wx} and compare it with {kk}. Where is {wrong} compared with the curve?",
                ),
                "check": (
                    "Go a step to the left and a step to the right of x = {wx}. How should those heights compare at a turning point?",
                    "A parabola is even on both sides of its vertex. What heights do you find on both sides of x = {wx}?",
                    "Fill a small table with x = {wx} in the middle. Where do the heights change from falling to rising?",
                    "Suppose a friend doubts that {wrong} is the turning point. Which heights near x = {wx} would settle it?",
                ),
                "analog": (
                    "Your watch always shows the true time plus 15 minutes. When it shows noon, is true noon still ahead or already past?",
                    "A thermometer reads 20 degrees too high. On which side of zero is the true temperature when it shows 0?",
                    "Every score sheet adds 30 bonus points. What kind of test score would leave a total of zero on it?",
                    "An elevator panel shows your floor plus 25. Where in the building are you when the panel says 0?",
                ),
            },
            source="E1537; E1234 (neighbour)",
        ),
    ),
)


def _function_of_a_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(2, 13), 2)
    return {"m": rng.choice(("", "2", "3", "4")), "a": a, "b": b}


def _large_function_of_a_sum(rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(range(20, 60), 2)
    return {"m": rng.choice(("", "2", "3", "4")), "a": a, "b": b}


def _scaled_square(p: Parameters, x: int) -> int:
    return int(p.m or "1") * x * x


def _sum_trace(p: Parameters) -> dict[str, Any]:
    square = {"square of the input": (p.a + p.b) ** 2} if p.m else {}
    return {"input": p.a + p.b, **square}


def _sum_steps(p: Parameters) -> dict[str, Any]:
    return {"fa": _scaled_square(p, p.a), "fb": _scaled_square(p, p.b)}


# --- the value of a function at a sum ---

FUNCTION_OF_A_SUM = Family(
    id="func_sum",
    grade_band="9-12",
    grade="9",
    ccss="HSF-IF.A.2",
    topic="function notation",
    mission="find the value of a function at a sum",
    vocabulary=("function", "input", "output"),
    sample=_function_of_a_sum,
    larger=_large_function_of_a_sum,
    statements=(
        "If f(x) = {m}x^2, find f({a} + {b}).",
        "Let f(x) = {m}x^2. What is f({a} + {b})?",
        "For the function f(x) = {m}x^2, work out f({a} + {b}).",
    ),
    stories=(
        "A patio x feet wide costs f(x) = {m}x^2 dollars. {name} plans {a} feet and adds {b} feet. Find f({a} + {b}).",
        "A sled has slid f(x) = {m}x^2 feet after x seconds. {name} waits {a} seconds and then {b} more. Find f({a} + {b}).",
    ),
    reworded=("A function is given by f(x) = {m}x^2. Give the number that f({a} + {b}) stands for.",),
    solve=lambda p: integer(_scaled_square(p, p.a + p.b)),
    trace=_sum_trace,
    elicit=(
        "What does f tell you to do with any input?",
        "How would you read f({a} + {b}) aloud?",
        "What does the x in f(x) stand for?",
        "How would you find f(5) with this rule?",
    ),
    extend=(
        "For which kind of function would splitting the input make no difference?",
        "How would you write f(x + {b}) without parentheses?",
        "What happens to the output when the input is doubled?",
        "Where would this value show up on the graph of f?",
    ),
    check=(
        "Which input belongs to your output, and what does the graph say there?",
        "Is your output more or less than f of the larger number alone, and should it be?",
        "How could you run the rule backward from your output to see which input it came from?",
        "Make a table of f for some inputs near this one. Does your output fit into it?",
    ),
    repair=(
        "What is f(1) for this function?",
        "Which symbol in {m}x^2 shows that something gets squared?",
        "Where in f({a} + {b}) do you see the input?",
        "What would you do with f(10) here?",
    ),
    plausible=(
        PlausibleError(
            id="G912-FUN-02-A",
            name="leaves the second number outside",
            hint="applies f to the first number and then adds the second number as it is",
            rule=lambda p: integer(_scaled_square(p, p.a) + p.b),
            cues=("left outside", "untouched", "only the {a}", "came in later"),
        ),
        PlausibleError(
            id="G912-FUN-02-B",
            name="multiplies the outputs",
            hint="multiplies the two outputs",
            rule=lambda p: integer(_scaled_square(p, p.a) * _scaled_square(p, p.b)),
            cues=("times sign", "product of", "huge", "multipl*"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-02",
            name="function distributes over a sum",
            hint="applies f to each number alone and adds the outputs",
            rule=lambda p: integer(_scaled_square(p, p.a) + _scaled_square(p, p.b)),
            steps=_sum_steps,
            says=(
                "f({a}) is {fa} and f({b}) is {fb}, and I added them",
                "you give the f to the {a} and to the {b}, like with parentheses",
                "{fa} plus {fb} makes {wrong}",
            ),
            reworded=("the f goes with both numbers, so I worked out both and put a plus between",),
            cues=(
                "bare",
                "split*",
                "every 1",
                "climb*",
                "machine",
                "separate goes",
                "circle",
                "written",
                "pizza*",
                "photo*",
                "roots",
                "brak*",
            ),
            turns={
                "conflict": (
                    "Lay squares of side {a} and {b} inside one big square of side {a} + {b}. Which parts of it stay bare?",
                    "Split the same input in another way, as 1 and the rest. What does your way give now, and should it change?",
                    "Write {a} as a row of ones and use your way on every 1. How does that f({a}) compare with {fa}?",
                    "On the graph, f climbs faster the farther right you go. How does adding {fa} and {fb} take account of that?",
                ),
                "locate": (
                    "In f({a} + {b}), how often is the machine f switched on, and how often did you switch it on?",
                    "You used f in two separate goes. What in f({a} + {b}) tells you how often to use it?",
                    "Draw a circle around everything that f receives. How many letters f stand inside that circle?",
                    "Your work is f({a}) + f({b}). What is different about the way the problem is written?",
                ),
                "analog": (
                    "Two pizzas are 5 inches wide and another is 10 inches wide. Which order takes more dough, and how is that like your sum?",
                    "A square photo is doubled in width. How many of the old photos would it take to cover the new one?",
                    "Work out the root of 9 + 16, then both roots one by one. What does that suggest about sharing f out?",
                    "A car at double speed needs four times the road for braking. How would your adding predict that road?",
                ),
            },
            source="ML functions.function_distributive_property",
        ),
    ),
)


def _linear_inverse(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(2, 9), rng.randint(1, 12)
    return {"a": a, "b": b, "out": a * rng.randint(2, 12) + b}


def _large_linear_inverse(rng: random.Random) -> dict[str, Any]:
    a, b = rng.randint(11, 25), rng.randint(15, 60)
    return {"a": a, "b": b, "out": a * rng.randint(13, 40) + b}


# --- the inverse of a linear function ---

INVERSE_FUNCTION = Family(
    id="inverse",
    grade_band="9-12",
    grade="11",
    ccss="HSF-BF.B.4",
    topic="inverse functions",
    mission="find the value of an inverse function",
    vocabulary=("inverse", "undo"),
    sample=_linear_inverse,
    larger=_large_linear_inverse,
    statements=(
        "f(x) = {a}x + {b}. Find the value of the inverse function at {out}.",
        "Let f(x) = {a}x + {b}. What does the inverse function of f give for {out}?",
        "The function f(x) = {a}x + {b} has an inverse. Evaluate that inverse at {out}.",
    ),
    stories=(
        "A taxi ride of x miles costs f(x) = {a}x + {b} dollars. {name} evaluates the inverse function of f at {out}. What is the value?",
        "Printing x shirts takes f(x) = {a}x + {b} minutes. {name} wants the value of the inverse function of f at {out}. What is it?",
    ),
    reworded=("What number does the inverse of the function f(x) = {a}x + {b} assign to {out}?",),
    solve=lambda p: lowest(Fraction(p.out - p.b, p.a)),
    trace=lambda p: {"output without the constant": p.out - p.b},
    elicit=(
        "What does f do to a number, told as a short story?",
        "What is an inverse function meant to do?",
        "Where does {out} belong in the picture of f, as you see it?",
        "Which everyday actions can be taken back, and how?",
    ),
    extend=(
        "How could you write a formula for the inverse function?",
        "How are the graphs of f and its inverse placed to each other?",
        "Is there a number that f and its inverse treat alike?",
        "How would the inverse change if the {b} were subtracted instead?",
    ),
    check=(
        "What do you get when you give your value to f?",
        "Where on the graph of f would your value and {out} appear together?",
        "If the inverse takes {out} to your value, where should f take your value?",
        "How does your value fit in a table of inputs and outputs of f?",
    ),
    repair=(
        "What is f(0) for this function?",
        "What is multiplied by x in this rule?",
        "Give f any small number. What comes out?",
        "What does the word inverse make you think of?",
    ),
    plausible=(
        PlausibleError(
            id="G912-FUN-05-A",
            name="undoes in the wrong order",
            hint="divides before subtracting",
            rule=lambda p: lowest(Fraction(p.out, p.a) - p.b),
            cues=("came last", "last step", "socks", "in which order", "divided too soon"),
        ),
        PlausibleError(
            id="G912-FUN-05-B",
            name="evaluates the function itself",
            hint="puts the number into f instead of going backward",
            rule=lambda p: integer(p.a * p.out + p.b),
            cues=("same direction", "forward again", "even larger", "an input here"),
        ),
    ),
    misconceptions=(
        Misconception(
            id="G912-FUN-05",
            name="inverse means reciprocal",
            hint="takes one over the function's value",
            rule=lambda p: fraction(1, p.a * p.out + p.b),
            steps=lambda p: {"forward": p.a * p.out + p.b},
            says=(
                "f({out}) is {forward}, so the inverse is 1 over {forward}",
                "inverse means you flip it, and f({out}) is {forward}",
                "it is to the power of minus 1, so {forward} goes under the 1",
            ),
            reworded=("I worked out {forward} and then took its reciprocal",),
            cues=(
                "feed*",
                "about how large",
                "send {wrong}",
                "x-axis",
                "supposed to answer",
                "zipping",
                "stands above",
                "undone",
                "bare foot",
                "receiver",
                "1/69",
                "speck",
            ),
            turns={
                "conflict": (
                    "Feed {wrong} to f, which does {a}x + {b}. How does the result compare with {out}?",
                    "If x were {wrong}, about how large would {a}x + {b} be, next to {out}?",
                    "Send {wrong} through f and see where it lands. What would f and its inverse be doing to each other then?",
                    "Mark {wrong} on the x-axis of a graph of f. How high is the line there, compared with {out}?",
                ),
                "elicit": (
                    "You wrote 1 over {forward}. What question about f is that fraction supposed to answer?",
                    "Tell me what inverse would mean for an action such as zipping a coat. Where does a fraction come in?",
                    "How would you explain to a friend why the 1 stands above the {forward}?",
                    "One over a number can take back a multiplication. In {wrong}, what has undone the plus {b}?",
                ),
                "analog": (
                    "You put on a sock and a shoe. What takes you back to a bare foot, and where is a fraction in that?",
                    "A secret code moves each letter on by three. How does the receiver read it, and would a fraction of the code help?",
                    "Someone doubled a number, added 3 and got 33. Why would 1/69 be an odd guess for that number?",
                    "A bank turns dollars into pesos. Going back, why would you not expect a speck of a dollar?",
                ),
            },
            source="E1713 (neighbour); memory",
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (
    COMPOSITE_FUNCTIONS,
    VERTEX_OF_A_PARABOLA,
    FUNCTION_OF_A_SUM,
    INVERSE_FUNCTION,
)
