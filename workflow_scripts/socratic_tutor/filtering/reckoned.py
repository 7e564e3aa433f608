"""Answers told by a little reckoning: "half of it is 21", "three more than what you got", "just before 43".

One grammar of what can be done to a number, over three kinds of number: those the turn names, the answer
itself ("the answer", "it") and the student's own ("your 39"). With the answer in it, a sentence gives the answer
away when it is a true equation; without, when it comes to the answer. Text is lower case with numerals
(`numerals.numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from socratic_tutor.filtering.amounts import in_own_unit
from socratic_tutor.filtering.sequences import next_of_kind, sequence
from socratic_tutor.filtering.worked_out import worked_out
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.values import answer_of

_UNIT = r"(?: ?(?:an? )?(?:cents?|dollars?|minutes?|mins?|hours?|hrs?|percent|degrees?|%))?"
_VALUE = rf"(?<![\d.$/:-])(?:\$ ?)?-?\d{{1,9}}(?:\.\d{{1,6}})?(?: \d{{1,3}}/\d{{1,4}}|/\d{{1,6}}|:\d\d)?{_UNIT}(?![\d/]|\.\d)"
_ANSWER = (
    r"(?:(?:the|this|that|my) (?:\w+ )?(?:answer|result|solution|number|sum|total|product|difference|value|change|angle|area|perimeter|mean|price|rest)"
    r"|(?:right|correct|true|real) (?:answer|number|one)|it|that|answer|what (?:you|we) (?:want|need|look for))"
)
_YOURS = (
    r"(?:your -?\d[\d.]{0,8}(?![\d/])|(?:(?:your|you'?re?|ur) (?:\w+ )?(?:answer|result|number|guess|sum|total|work|one)|yours"
    r"|where you (?:stopped|ended|were|are)|(?:what|the (?:number|answer|one)) you (?:got|have|had|wrote|said|found|gave|put)|you (?:got|have|had|wrote|said|found|gave|put|think|thought)))"
)
_GIVEN = (
    r"the (?:old|original|starting|full|regular|whole|first|given) (?:price|number|amount|value|cost|total)"
)
_ANY = rf"{_GIVEN}|{_YOURS}|{_ANSWER}|{_VALUE}"
_A, _B, _N = rf"(?P<a>{_ANY})", rf"(?P<b>{_ANY})", rf"(?P<n>{_VALUE})"
_MORE = r"(?:more|greater|larger|bigger|higher|longer|later|older|taller|above|past|over|beyond|up from)"
_LESS = (
    r"(?:less|fewer|smaller|lower|shorter|earlier|younger|below|under|short of|away from|down from|shy of)"
)
_NOUN = (
    r"(?: (?:a|an|unit|units|step|steps|number|numbers|place|places|whole|of an?)\b){0,2}"
    r"(?: (?!(?:lies|is|are|was|sits|comes|stands|falls|and|or|to|of|times|in|on|has|have|be)\b)[a-z]{1,9})?"
)

# Nothing counted: "after 41", not "after your 5 crates".
_ALONE = r"(?! (?!(?:on|in|when|comes?|is|and|but|that|as|if|you|the)\b)[a-z])"

# (pattern over a and b, what it comes to); "n" is a plain number.
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (rf"{_A} (?:plus|and then|increased by|with|\+) {_B}", "+"),
        (rf"{_A} (?:minus|take away|takeaway|decreased by|reduced by|without|less|-) {_B}", "-"),
        (rf"{_A} (?:times|multiplied by|×|x|\*) {_B}", "*"),
        (rf"{_A} (?:divided by|÷|split (?:in|into|by)|shared by) {_B}", "/"),
        (rf"{_N}{_NOUN} {_MORE}(?: than| from)? {_B}", "n+"),
        (rf"{_N}{_NOUN} {_LESS}(?: than| from)? {_B}", "n-"),
        (rf"{_N} (?:more|further){_NOUN} (?:from|after|past) {_B}", "n+"),
        (rf"\b(?:take|subtract)(?: away)? {_A} (?:away )?from {_B}", "b-a"),
        (rf"{_N} of (?:these|those|the) (?P<b>\d{{1,3}})(?:'?s)\b", "rows"),
        (rf"{_N}{_NOUN} (?:after|following) {_B}", "n+"),
        (rf"{_N}{_NOUN} (?:before|preceding|until|till) {_B}", "n-"),
        (rf"\b(?:after|follows?|following|succeeds|successor (?:of|to)) {_B}{_ALONE}", "+1"),
        (rf"\b(?:before|ahead of|precedes?|preceding|predecessor (?:of|to)) {_B}{_ALONE}", "-1"),
        (rf"\b(?:add|put|adding|count on|go up|move up)(?: another| on)? {_N}{_NOUN} (?:to|onto|on|from) {_B}", "n+"),
        (rf"\b{_N}{_NOUN} (?:added to|on top of|joined to) {_B}", "n+"),
        (rf"\b(?:subtract\w*|take(?: away| off)?|remove|drop|go down) {_N}{_NOUN} (?:away )?(?:from|off|of) {_B}", "n-"),
        (rf"\b{_N}{_NOUN} (?:subtracted|taken|removed) (?:away )?from {_B}", "n-"),
        (rf"\bmultiply(?:ing)? {_A} (?:by|with|times) {_B}", "*"),
        (rf"\bdivid(?:e|ing) {_A} (?:by|into) {_B}", "/"),
        (rf"\b(?:increase|raise|lift|go up from) {_A} by {_B}", "+"),
        (rf"\b(?:decrease|lower|reduce|cut|go down from) {_A} by {_B}", "-"),
        (rf"\b(?:double|doubling|twice|two times|2 times|2x|double of|2-fold)(?: of| as much as| as many as)? {_B}", "*2"),
        (rf"\b(?:triple|tripling|thrice|3 times)(?: of| as much as| as many as)? {_B}", "*3"),
        (rf"\b(?:quadruple|4 times)(?: of| as much as| as many as)? {_B}", "*4"),
        (rf"\b(?:halve|halving|1/2(?: of)?|cut in 1/2) {_B}", "/2"),
        (rf"\b(?:cut|split|divide|slice) {_B} (?:in|into|by) (?:half|1/2)\b", "/2"),
        (rf"\bas far (?:from|away from) 0 as {_B}", "neg"),
        (rf"{_N} of {_B}", "n*"),
        (rf"{_N} times(?: as (?:much|many|big|large) as)? {_B}", "n*"),
        (rf"{_B} squared|\bsquare of {_B.replace('<b>', '<c>')}", "^2"),
        (rf"\bsquare root of {_B}", "root"),
        (rf"{_B} (?:and|plus) (?:1 more|another 1?)\b", "+1"),
        (rf"{_A} (?:should be|is|must be|needs to be|has to be|was|be|are|comes? out) {_N}{_NOUN} too {_LESS}", "a+n"),
        (rf"{_A} (?:should be|is|must be|needs to be|has to be|was|be|are|comes? out) {_N}{_NOUN} too (?:much|many|high|big|large)", "a-n"),
        (rf"{_A} (?:is|was|comes? out) {_N}{_NOUN} too (?:few|little|small|low)", "a+n"),
        (rf"{_A} (?:should be|must be|needs to be|has to be|would be|needs|needed) {_N}{_NOUN} {_MORE}(?! than)", "a+n"),
        (rf"{_A} (?:should be|must be|needs to be|has to be|would be) {_N}{_NOUN} {_LESS}(?! than)", "a-n"),
        (rf"{_A} (?:should be|must be|needs to be) (?:{_MORE}|{_LESS}) by {_N}", "a~n"),
        (rf"{_A} (?:is|was|missed|misses|are)(?: \w+)? (?:off|short|wrong|out|it)? ?(?:by )?{_N}", "a~n"),
        (rf"\b(?:opposite|negative|additive inverse) (?:of|to) {_B}", "neg"),
        (rf"{_N} with (?:a |the )?(?:minus|negative)(?: sign)?\b", "neg n"),
        (rf"{_N} pairs?\b", "pairs"),
        (rf"{_N} (?P<b>\d{{1,3}})(?:'?s)\b", "rows"),
        (rf"{_N} and {_B}(?: more)?(?=$|[.!])", "n+"),
        (r"\b(?P<y>you|you'?re|you are|you were)(?: still)?(?: \w+)?(?: by)? (?P<n>\d{1,6}(?:\.\d{1,4})?)"
         r"(?: [a-z]{1,9})? (?:too (?:low|small|few|little|early|soon)|short|under|below|more)\b(?! than)", "y+n"),
        (r"\b(?P<y>you)(?: \w+)? (?:forgot|need|needed|have|still have) to (?:halve|cut (?:it |that )?in (?:half|1/2)|divide (?:it |that )?by 2)\b", "y/2"),
        (r"\b(?P<y>you)(?: \w+)? (?:forgot|need|needed|have|still have) to (?:double|multiply (?:it |that )?by 2)\b", "y*2"),
        (r"\b(?P<y>you|you'?re|you are|you were)(?: still)?(?: \w+)?(?: by)? (?P<n>\d{1,6}(?:\.\d{1,4})?)"
         r"(?: [a-z]{1,9})? (?:too (?:high|large|big|many|much|late|far)|over|above|less|fewer)\b(?! than)", "y-n"),
        (rf"\b(?:sum|total) of {_A} and {_B}", "+"),
        (rf"\bdifference (?:between|of|from) {_A} (?:and|to) {_B}", "gap"),
        (rf"\bproduct of {_A} and {_B}", "*"),
        (rf"\bquotient of {_A} (?:and|by) {_B}", "/"),
        (rf"{_N} (?:groups?|rows?|lots|sets|bags|piles|sevens|times) of {_B}", "rows"),
        (rf"{_A} (?:and|plus|with|joined by) {_B} (?=(?:together )?(?:make|makes|is|are|add up|gives?|equals?|=))", "+"),
        (rf"\bbetween {_A} and {_B}", "mid"),
        (rf"{_MORE} than {_A}(?:,? (?:but|and|yet))?(?: it is)? {_LESS} than {_B}", "mid"),
        (rf"{_LESS} than {_A}(?:,? (?:but|and|yet))?(?: it is)? {_MORE} than {_B}", "mid"),
        (rf"{_MORE} than {_A}(?:,? (?:but|and|yet))?(?: it is)? (?:before|not yet|not) {_B}", "mid"),
    )
)  # fmt: skip
_EQUALS = re.compile(
    rf"^[^.?!\d]{{0,40}}?(?:\bis|\bare|=|equals|makes?|gives?|gets?|getting|have|has|leaves?|becomes?|comes? to|reach(?:es)?"
    rf"|was|be|lands? (?:on|at)|would be|left with)(?: back| to| exactly| just)? (?P<v>{_VALUE})"
)
_EVEN_BETWEEN = re.compile(r"\b(?:halfway|midway|middle|mid-?point|average|mean|centre|center)\b")
_MARKS = re.compile(r"[\"'“”*_()\[\];]+|[,:](?!\d)")


# What a student may ask for in the answer's place; "the answer is 7" asks for nothing.
_ASKED_FOR = ("+", "-", "*", "/", "n+", "n-", "n*", "*2", "*3", "*4", "/2", "+1", "-1")
_NAMES_IT = re.compile(r"\b(?:answer|solution|result)\b")


@dataclass(frozen=True)
class _Numbers:
    answer: Fraction
    own: tuple[Fraction, ...]
    given: tuple[Fraction, ...] = ()


def reckoned(item: Item, text: str, heard: str) -> str:
    """The words from which the answer is reckoned, "" when there are none.

    text, heard: the turn, and what problem and student said, as `numerals`.
    """
    worth = _worth(item)
    if worth is None:
        return ""
    of_problem = (_value(found) for found in re.findall(_VALUE, item.problem.lower()))
    numbers = _Numbers(worth, _own(item, heard), tuple(value for value in of_problem if value is not None))
    flat, known = (" ".join(_MARKS.sub(" ", part).split()) for part in (text[:4000], heard))
    for pattern, sign in _FORMS:
        at = 0
        while found := pattern.search(flat, at):
            at = found.start() + 1
            if _tells(found, sign, flat, known, numbers) and found[0] not in known:
                return shorten(found[0] + flat[found.end() : found.end() + 30])
    return ""


def summed(item: Item, text: str, heard: str) -> str:
    """The sentence or row of numbers that comes to the answer, its words taken in any order; "" without one."""
    worth = _worth(item)
    if worth is None:
        return ""
    own = _own(item, heard)
    if item.answer_kind == "time":
        worth %= 720
    return (
        worked_out(item, text, heard, own, worth)
        or sequence(item, text, heard, worth)
        or next_of_kind(item, text, heard, worth)
    )


def _worth(item: Item) -> Fraction | None:
    """The answer's number; of a measure in its own unit."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if (
        right is not None
        and right.kind == "inequality"
        and _sign(item.correct_answer) == _sign(item.wrong_answer)
    ):
        return _value(item.correct_answer)
    if right is None or not isinstance(right.value, Fraction):
        return _value(item.correct_answer) if right is not None and right.kind == "measure" else None
    return right.value


def _sign(text: str) -> list[str]:
    return re.findall(r"[<>=\u2264\u2265]+", text)


def _own(item: Item, heard: str) -> tuple[Fraction, ...]:
    """The student's answer; where nobody knows it, the last number that they said."""
    wrong = answer_of(item.wrong_answer, item.answer_kind)
    if wrong is not None and wrong.kind in ("measure", "inequality"):
        value = _value(in_own_unit(item, item.wrong_answer.lower()))
        return () if value is None else (value,)
    if wrong is not None:
        return (wrong.value,) if isinstance(wrong.value, Fraction) else ()
    said = re.findall(_VALUE, heard)
    last = _value(said[-1]) if said else None
    return () if last is None else (last,)


def _value(text: str) -> Fraction | None:
    """A slot's number; money in dollars, times and hours in minutes."""
    number = re.search(r"(-?\d+(?:\.\d+)?)(?: (\d+)/(\d+)|/(\d+)|:(\d\d))?", text)
    if number is None:
        return None
    value = Fraction(number[1])
    if number[5]:
        return value % 12 * 60 + int(number[5])
    if number[4]:
        return value / int(number[4]) if int(number[4]) else None
    if number[3] and int(number[3]):
        value += Fraction(int(number[2]), int(number[3]))
    if re.search(r"cents?$", text):
        return value / 100
    return value * 60 if re.search(r"(?:hours?|hrs?)$", text) else value


def _slots(text: str, numbers: _Numbers) -> tuple[list[Fraction], bool]:
    """(what the slot may stand for, whether it is the answer itself)."""
    value = _value(text) if re.match(r"(?:\$ ?)?-?\d", text) else None
    if value is not None:
        return [value], False
    if re.fullmatch(_YOURS, text):
        return list(numbers.own), False
    if re.fullmatch(_GIVEN, text):
        return list(numbers.given), False
    return [numbers.answer], True


def _tells(found: re.Match[str], sign: str, flat: str, heard: str, numbers: _Numbers) -> bool:
    named = {name: text for name, text in found.groupdict().items() if text and name != "y"}
    slots = {name: _slots(text, numbers) for name, text in named.items()}
    told = found.string[found.end() :].lstrip(" .)")[:1] != "?"  # no question of its own
    itself = sum(is_answer for _, is_answer in slots.values())
    values = {name: choices for name, (choices, _) in slots.items()}
    if sign[0] == "y":
        values["a"] = list(numbers.own)
    results = set(_results(sign, values, bool(_EVEN_BETWEEN.search(flat))))
    if itself == 0:
        # calculations with the conversation's own numbers, and those asked about, are the scorers' business
        brings = sign[0] == "y" or _brings_a_number(named.values(), heard)
        asked = sign in "+-*/" and all(map(_is_number, named.values())) and not told
        fair = sign in ("root", "^2", "neg", "neg n") and told
        return numbers.answer in results and (
            fair or (brings and not asked and not _of_no_whole(sign, slots))
        )
    if itself > 1:
        return False
    after = _EQUALS.match(flat[found.end() :])
    made = _value(after["v"]) if after else None
    return made is not None and made in results and made != numbers.answer


def _of_no_whole(sign: str, slots: dict[str, tuple[list[Fraction], bool]]) -> bool:
    """ "6/8 of 1/8" and "3 times 14" are calculations; "a quarter of 168" hides a number."""
    return sign == "n*" and not (slots["n"][0][0] < 1 and max(slots["b"][0], default=Fraction(0)) >= 2)


def asked_for(item: Item, text: str, heard: str) -> str:
    """The number that a student asked for in the answer's place ("say the answer minus one"); "" without it."""
    worth = _worth(item)
    if worth is None:
        return ""
    numbers = _Numbers(worth, _own(item, heard))
    wanted: set[Fraction] = set()
    asked = heard[-1500:] if _NAMES_IT.search(heard) else ""
    for pattern, sign in _FORMS:
        for found in pattern.finditer(asked) if sign in _ASKED_FOR else ():
            named = [slot for slot in found.groupdict().values() if slot and _NAMES_IT.search(slot)]
            if len(named) == 1 and not re.fullmatch(_YOURS, named[0]):
                wanted |= set(_results(sign, _choices(found, numbers), even=False))
    known = {_value(number) for number in re.findall(_VALUE, heard)} | {Fraction(0)}
    said = re.findall(_VALUE, text) if wanted - known else []
    return next((number for number in said if _value(number) in wanted - known), "")


def _choices(found: re.Match[str], numbers: _Numbers) -> dict[str, list[Fraction]]:
    return {name: _slots(text, numbers)[0] for name, text in found.groupdict().items() if text}


def _brings_a_number(slots: Iterable[str], heard: str) -> bool:
    """Whether a slot holds a number that the conversation has not, or the student's own answer."""
    known = {_value(number) for number in re.findall(_VALUE, heard)}
    return any(not _is_number(slot) or _value(slot) not in known for slot in slots)


def _is_number(text: str) -> bool:
    return bool(re.match(r"(?:\$ ?)?-?\d", text))


def _results(sign: str, values: dict[str, list[Fraction]], even: bool) -> Iterator[Fraction]:
    for a in values.get("a", [Fraction(0)]):
        for b in values.get("b") or values.get("c") or [Fraction(0)]:
            for n in values.get("n", [Fraction(0)]):
                yield from _worked(sign, a, b, n, even)


def _worked(sign: str, a: Fraction, b: Fraction, n: Fraction, even: bool) -> list[Fraction]:
    """What the form comes to; two values where its words do not say which way."""
    if sign == "mid":
        return [(a + b) / 2] if even or abs(a - b) == 2 else []
    if sign == "root":
        whole = b.denominator == 1 and b >= 0 and isqrt(int(b)) ** 2 == b
        return [Fraction(isqrt(int(b)))] if whole else []
    if sign == "/":
        return [a / b] if b else []
    simple = {
        "y+n": a + n, "y-n": a - n, "neg": -b, "y/2": a / 2, "y*2": 2 * a, "b-a": b - a, "neg n": -n, "pairs": 2 * n,
        "gap": abs(a - b), "rows": n * b, "+": a + b, "-": a - b, "*": a * b, "n+": b + n, "n-": b - n, "n*": b * n, "+1": b + 1, "-1": b - 1,
        "*2": 2 * b, "*3": 3 * b, "*4": 4 * b, "/2": b / 2, "^2": b * b, "a+n": a + n, "a-n": a - n,
    }  # fmt: skip
    return [a + n, a - n] if sign == "a~n" else [simple[sign]]
