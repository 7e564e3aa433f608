"""Which operation a sentence tells to do, on which numbers, with which outcome: "120 minutes. Add the 35."

`outcomes` reads a sentence in every way that makes sense of its operations and numbers; whether an outcome
matters is for `steps` to say. Work is bounded: a sentence's first characters and numbers alone are read.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise, permutations, product
from typing import NamedTuple

from socratic_tutor.scoring.arithmetic import calculations
from socratic_tutor.scoring.text import Sentence
from socratic_tutor.scoring.values import quantities_in

READ, _NUMBERS = 400, 6

_SOME = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))"
# What tells the reader to do an operation. Past forms ("you added") tell what was done.
_OPERATIONS = {
    "+": (
        r"\badd(?:ing)?\b|\badded to\b|\bplus\b|\bsum of\b|\btotal of\b|\btogether\b|\bcombin(?:e|ing)\b"
        rf"|\bjoin\b|\bmore than\b|{_SOME} more\b|\banother (?:one\b|\d)"
        r"|\bcount(?:ing)? (?:on|up)\b|\bup from\b|\balong with\b|\bon top of\b|\bfurther (?:than|up|on)\b"
        r"|\b(?:tack|drop|pile|pour|stack|throw|toss|put|hang|set|lay)\b.{1,30}\b(?:onto|on top"
        r"|together|with|(?<!next )to)\b"
        r"|\bcomes? on top\b|\bjoin(?:ed)? (?:with|to|by|up)\b|\bunite\b|\bcombined with\b"
        r"|\band\b.{1,20}\b(?:make|makes|give|gives)\b"
    ),
    "-": (
        r"\bsubtract(?:ing)?\b|\bminus\b|\btak(?:e|ing) (?:.{0,30} )?(?:away|off|from)\b|\bremov(?:e|ing)\b"
        r"|\b(?:less|fewer) than\b|\bdifference (?:of|between)\b|\bcount(?:ing)? (?:back|down)\b"
        r"|\b(?:knock|chop|shave|lop|strip|peel|cut|break|snip|slice|lift|pull|drop"
        r"|trim)\b.{1,30}\b(?:off|away|from)\b"
        r"|\b(?:comes?|has to come|goes?|go) (?:off|away)\b|\bloses?\b|\bdeduct\b|\bhide\b|\bcover up\b"
        r"|\bfurther down\b|\b(?:goes?|step|move|hop|jump) (?:\w+ )?(?:down|back)\b"
        r"|\bhow many (?:more )?(?:are|is|makes?|to)\b"
        rf"|{_SOME} (?:\w+ )?(?:fewer|less)\b|\breduc(?:e|ed) by\b|\bdecreas(?:e|ed) by\b"
        rf"|\bwithout (?:the |its |those )?{_SOME}"
    ),
    "×": (
        r"\bmultipl(?:y|ying|ied by)\b|\btimes (?=[$\d]|the\b|your\b|what\b|which\b|that\b)"
        rf"|\btimes (?={_SOME})|\b(?:add|take|subtract|count|jump|hop|go)\b.{{1,40}}\btimes\b"
        r"|\bproduct of\b|\b(?:groups|rows|lots|sets|jumps|bags|piles?|copies|strips|packs|boxes) of\b"
        rf"|\bskip-?count\b.{{1,30}}\b(?:skips|times|steps)\b|\bfor (?:every|each)\b|{_SOME} (?:piles"
        rf"|copies)\b"
        r"|(?:%|percent|half|third|quarter|fourth|fifth|tenth)s? of\b"
        r"|\d[^.?!]{0,15}\b(?:of|with|at) \$?\d[^.?!]{0,12}\beach\b"
    ),
    "÷": (
        r"\bdivid(?:e|ing|ed by)\b|\bquotient\b|\bshar(?:e|ing)\b|\bsplit(?:ting)?\b"
        r"|\bcut .{1,40} (?:into|by)\b"
        r"|\bshared (?:out )?(?:\w+ly )?(?:among|between|by)\b|\bdealt? out\b|\bhow often does\b"
        r"|\bfits? into\b"
        r"|\bover (?:the (?:sum|total)|all)\b|\binto equal\b"
        r"|\btimes (?:what|which)\b|\b(?:what|which number|what number) times\b"
    ),
}
_NAMED = {sign: re.compile(pattern, re.IGNORECASE) for sign, pattern in _OPERATIONS.items()}
# Of each pattern's words one that every match holds.
_WORDS = {
    "+": (
        *("add", "plus", "sum of", "total of", "together", "combin", "join", "more", "another", "count"),
        *("up from", "make", "give", "along with", "top", "further", "onto", "put", "pour", "hang"),
        *("set", "lay", "drop", "pile", "stack", "throw", "toss", "unite"),
    ),
    "-": (
        *("subtract", "minus", "tak", "remov", "less", "fewer", "difference", "count", "off", "away", "from"),
        *("lose", "deduct", "hide", "cover", "down", "back", "how many", "reduc", "decreas", "without"),
    ),
    "×": ("multipl", "times", " of", "each", "skip", "every", "pile", "copies"),
    "÷": ("divid", "quotient", "shar", "split", "cut", "times", "deal", "how often", "fit", "over", "equal"),
}
# Each time that one is named, where they are done in turn.
_EACH = {
    sign: re.compile(pattern, re.IGNORECASE)
    for sign, pattern in {
        "+": r"\b(?:add(?:ing)?|plus)\b",
        "-": r"\b(?:subtract(?:ing)?|minus|tak(?:e|ing)(?: away)?|remov(?:e|ing))\b",
        "×": r"\b(?:multipl(?:y|ying)|times)\b",
        "÷": r"\b(?:divid(?:e|ing)|split(?:ting)?|shar(?:e|ing)|over)\b",
    }.items()
}
_FROM_TO = re.compile(
    r"\b(?:jumps?|hops?|steps?|far|distance|long|count|how many)\b[^.?!]{0,40}?"
    r"\bfrom (?:the )?(?=[-$]?\d)[^.?!]{1,24}? to (?:the )?[-$]?\d[\d.,]*",
    re.IGNORECASE,
)
_BY_FIVES = re.compile(r"\bby (twos|threes|fours|fives|sixes|tens|twenties|hundreds)\b", re.IGNORECASE)
_IN = {
    "twos": 2,
    "threes": 3,
    "fours": 4,
    "fives": 5,
    "sixes": 6,
    "tens": 10,
    "twenties": 20,
    "hundreds": 100,
}
_LATER = re.compile(r"\b(?:after|later|past)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:before|earlier)\b", re.IGNORECASE)
# Of one number: what becomes of it.
_ONE_NUMBER = tuple(
    (re.compile(pattern, re.IGNORECASE), factor)
    for pattern, factor in (
        (r"\b(?:half|halve|halving)\b", Fraction(1, 2)),
        (r"\b(?:double|doubling|twice|be doubled)\b", Fraction(2)),
        (r"\b(?:triple|tripling)\b", Fraction(3)),
        (r"\ba third of\b", Fraction(1, 3)),
        (r"\ba (?:quarter|fourth) of\b", Fraction(1, 4)),
    )
)
# One of these stands in every text that `_of_one` reads.
_OF_ONE = (
    *("half", "halv", "doubl", "twice", "tripl", "third", "quarter", "fourth"),
    *("square", "itself", "root", "sqrt", "√"),
)
_BACK_ON = re.compile(r"\bback on\b|\bput .{1,20} (?:back|on)\b", re.IGNORECASE)
_SQUARE = re.compile(
    r"(?:^|\b(?:now|then|just|and|to) )square (?=the |your |it|that|\d)|\btimes itself\b|\bby itself\b",
    re.IGNORECASE,
)
_ROOT = re.compile(r"\bsquare root of\b|\bsqrt\b|√|\broot of\b", re.IGNORECASE)
# What somebody did, or what is only weighed, is no step to take.
_DONE = re.compile(
    r"\b(?:you|they|he|she|we)(?:'ve| have| had)? (?:\w+ )?(?:added|subtracted|multiplied|divided|took"
    r"|doubled|halved|split|shared|counted|combined|put)\b"
    r"|\bwhen you (?:add|multipl|divid|subtract|doubl)\w*|(?<!is )\bwhy\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"^\W*(?:(?:and|but|so|now|then|ok|hmm),? )*(?:is|are|was|were|do|does|did|should|would|will|has|have)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:one (?:more|less|fewer|further|step|up|down)|another one|a single (?:number|step|hop))\b",
    re.IGNORECASE,
)
_IN_PARTS = {"tenths": 10, "hundredths": 100, "cents": 100, "pennies": 100}
_PLACES = {"tens": 10, "hundreds": 100, "thousands": 1000}
_PLACE = re.compile(r" (tens|hundreds|thousands)\b")
_GOES_ON = re.compile(r"\b(?:one more|next|and then|go on|keep going|what comes)\b|\.\.\.|…", re.IGNORECASE)


class Outcome(NamedTuple):
    """value of an operation on `numbers` (as written); sign: one of + - × ÷ ^ √, of the first operation."""

    value: Fraction
    numbers: tuple[str, ...]
    sign: str


_OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "×": operator.mul,
    "÷": operator.truediv,
}
_Read = list[tuple[Fraction, str]]


def outcomes(sentence: Sentence, before: str, *, minutes: bool) -> Iterator[Outcome]:
    """Every way to read the sentence as a step; nothing for what was done, asked why, or only weighed.

    before: the sentence before, whose numbers serve where this one has fewer than two. minutes: times are
    meant, and "30 minutes after 3:50" adds.
    """
    text = sentence.text[:READ]
    if _DONE.search(text) or (sentence.question and _WEIGHED.search(text)):
        return
    here, earlier = _numbers(text), _numbers(before[:READ])
    signs = _signs(text) if here or earlier else []
    if minutes:
        signs += ["+"] * bool(_LATER.search(text)) + ["-"] * bool(_EARLIER.search(text))
    yield from _of_a_count(text)
    yield from _of_two(here, earlier, signs)
    if len(here) >= 3:
        yield from _of_several(here, signs)
        yield from _in_turn(text)
    yield from _of_one(text, here, earlier, signs)
    yield from _of_a_distance(text)
    yield from _of_a_right_triangle(text, here)


def _numbers(text: str) -> _Read:
    """Numbers with the words that say them; "7 tens" is 70, "one more" is 1, a time its minutes."""
    found: _Read = []
    for quantity in quantities_in(text)[:_NUMBERS]:
        if quantity.text == "two" and text[: quantity.start].endswith(("the ", "these ", "those ", "both ")):
            continue  # "join the two"
        if quantity.kind == "ratio" and " to " in quantity.text:  # "add 1 to 11"
            found += [(Fraction(number), number) for number in re.findall(r"\d+", quantity.text)]
        value = quantity.value
        if not isinstance(value, Fraction):
            continue
        if place := _PLACE.match(text, quantity.end):
            value *= _PLACES[place.group(1)]
        found.append((value, quantity.text.strip()))
        if quantity.kind == "percent":
            found.append((value / 100, quantity.text.strip()))
    if counted := _BY_FIVES.search(text):
        found.append((Fraction(_IN[counted.group(1).lower()]), counted.group(1)))
    in_parts = next((n for word, n in _IN_PARTS.items() if f"in {word}" in text.lower()), 0)
    if in_parts:  # "measured in tenths, 13 plus 48"
        found += [(value / in_parts, written) for value, written in found if value.denominator == 1]
    return [*found, (Fraction(1), "one")] if _ANOTHER.search(text) else found


def _signs(text: str) -> list[str]:
    """The operations a sentence names, in the order of their first words."""
    is_in = text.lower().__contains__
    named = [(sign, pattern) for sign, pattern in _NAMED.items() if any(map(is_in, _WORDS[sign]))]
    found = [(match.start(), sign) for sign, pattern in named if (match := pattern.search(text))]
    return [sign for _, sign in sorted(found)]


def _of(sign: str, a: Fraction, b: Fraction) -> Fraction | None:
    if sign == "÷" and not b:
        return None
    return _OPERATORS[sign](a, b)


def _of_a_count(text: str) -> Iterator[Outcome]:
    """What comes after a count that is nearly at its end: "13, 12, 11, 10 and one more"."""
    counted = [q for q in quantities_in(text)[:20] if isinstance(q.value, Fraction)]
    values = [q.value for q in counted if not (q.text == "one" and text.startswith(" more", q.end))]
    if len(values) == 2 and abs(values[1] - values[0]) == 1 and _ANOTHER.search(text):
        yield Outcome(2 * values[1] - values[0], tuple(map(str, values)), "+")
    while len(values) > 3 and values[1] - values[0] != values[2] - values[1]:
        values = values[1:]
    steps = {b - a for a, b in pairwise(values)}
    if len(values) >= 3 and len(steps) == 1 and _GOES_ON.search(text):
        yield Outcome(values[-1] + steps.pop(), tuple(map(str, values)), "+")


def _of_two(here: _Read, earlier: _Read, signs: list[str]) -> Iterator[Outcome]:
    pairs = list(permutations(here, 2))
    if len(here) < 2:
        pairs += [*product(here, earlier), *product(earlier, here)]
    if not here:
        pairs += permutations(earlier, 2)
    for sign, ((a, said_a), (b, said_b)) in product(signs, pairs):
        if (value := _of(sign, a, b)) is not None:
            yield Outcome(value, (said_a, said_b), sign)


def _of_several(numbers: _Read, signs: list[str]) -> Iterator[Outcome]:
    """Sums and products of all numbers, and two operations in turn ("add ..., then divide by 3")."""
    values, written = [value for value, _ in numbers], tuple(text for _, text in numbers)

    def folded(sign: str, some: list[Fraction]) -> Fraction | None:
        whole: Fraction | None = some[0]
        for value in some[1:]:
            whole = None if whole is None else _of(sign, whole, value)
        return whole

    if signs[:1] in (["+"], ["×"]) and (whole := folded(signs[0], values)) is not None:
        yield Outcome(whole, written, signs[0])
    for first, then in permutations(signs, 2):
        for head, tail, sign in (
            (folded(first, values[:-1]), values[-1], then),  # (a + b) ÷ c
            (values[0], folded(then, values[1:]), first),  # a + b × c
        ):
            if head is not None and tail is not None and (value := _of(sign, head, tail)) is not None:
                yield Outcome(value, written, first)


def _in_turn(text: str) -> Iterator[Outcome]:
    """Operations one after the other: "multiply 6 by 9, add 2, and put it over 9".

    The first takes two numbers, in either order, each further one its outcome and one more number.
    """
    numbers = [q for q in quantities_in(text)[:_NUMBERS] if isinstance(q.value, Fraction)]
    named = sorted((m.start(), sign) for sign, pattern in _EACH.items() for m in pattern.finditer(text))
    signs = [sign for _, sign in named]
    if len(numbers) < 3 or len(numbers) != len(signs) + 1:
        return
    written = tuple(q.text.strip() for q in numbers)
    first, second, *rest = (q.value for q in numbers)
    for a, b in ((first, second), (second, first)):
        whole = _of(signs[0], a, b)
        for sign, value in zip(signs[1:], rest, strict=True):
            whole = None if whole is None else _of(sign, whole, value)
        if whole is not None:
            yield Outcome(whole, written, signs[0])


def _of_a_distance(text: str) -> Iterator[Outcome]:
    """Jumps or a way from one number to another: "How many jumps from the 10 to the 15?"."""
    for match in _FROM_TO.finditer(text):
        ends = _numbers(match.group())[-2:]
        if len(ends) == 2:
            (a, said_a), (b, said_b) = ends
            yield Outcome(abs(b - a), (said_a, said_b), "-")


def _of_a_right_triangle(text: str, here: _Read) -> Iterator[Outcome]:
    """ "Square 5 and 12, add them, and take the root": the third side."""
    lowered = text.lower()
    if len(here) == 2 and "squar" in lowered and "root" in lowered:
        (a, said_a), (b, said_b) = here
        for value in (a * a + b * b, abs(a * a - b * b)):
            root = _root(value)
            if root is not None:
                yield Outcome(root, (said_a, said_b), "√")


def _root(value: Fraction) -> Fraction | None:
    """The root where it is whole."""
    root = Fraction(round(float(value) ** 0.5)) if 0 <= value < 10**12 else None
    return root if root is not None and root * root == value else None


def _of_one(text: str, here: _Read, earlier: _Read, signs: list[str]) -> Iterator[Outcome]:
    """Halves, doubles, squares and roots of a number here, or of the last one before."""
    for quantity in quantities_in(text):  # "You have 56 tens. What number is that?"
        place = _PLACE.match(text, quantity.end)
        if place and isinstance(quantity.value, Fraction) and quantity.value > 9:
            yield Outcome(quantity.value * _PLACES[place.group(1)], (quantity.text.strip(),), "×")
    if "absolute value" in text.lower():
        yield from (Outcome(abs(value), (written,), "-") for value, written in here if value < 0)
    if not any(map(text.lower().__contains__, _OF_ONE)):
        return
    turns = [1] * ("+" in signs or bool(_BACK_ON.search(text))) + [-1] * ("-" in signs)
    pointed_at = earlier[-1:] if not here or re.search(r"\b(?:it|that)\b", text) else []
    for pattern, factor in _ONE_NUMBER:
        if pattern.search(text):
            for value, written in [*here, *pointed_at]:
                yield Outcome(value * factor, (written,), "×" if factor > 1 else "÷")
                # "double the 40 and put the 2 back on"
                for (other, said_other), turn in product(here, turns):
                    yield Outcome(value * factor + turn * other, (written, "", said_other), "+")
    if _SQUARE.search(text):
        for value, written in here or earlier[-1:]:
            yield Outcome(value * value, (written,), "^")
    if _ROOT.search(text):
        for value in [value for value, _ in here] + [found.value for found in calculations(text)]:
            if (root := _root(value)) is not None:
                yield Outcome(root, (str(value),), "√")
