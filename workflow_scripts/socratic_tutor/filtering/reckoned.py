"""Answers told by a little reckoning: "half of it is 21", "28 more and you would have 100", "just before 43".

A sentence's words name operations, in any order, on three kinds of number: those it brings, the answer itself
("it", "the answer") and the student's own ("your 39"). It gives the answer away when they come to the answer. That
is no proof, but hardly any harmless turn brings two new numbers that come to the answer. Text is lower case with
numerals (`numerals.numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, permutations
from math import isqrt

from socratic_tutor.filtering.amounts import in_own_unit, number, written
from socratic_tutor.filtering.sequences import next_of_kind, sequence
from socratic_tutor.filtering.wording import bare, numbers_in, words_of, written_numbers
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.stated import SENTENCE
from socratic_tutor.scoring.values import answer_of

_AT_MOST = 6  # numbers of a sentence that are read
_LONGEST = 4000  # characters of a turn that are read

_MORE = re.compile(
    r"\b(?:more|greater|larger|bigger|higher|longer|later|taller|above|over|plus|add\w*|sum|total|together|exceeds?|increas\w+"
    r"|rais\w+|up|on top|another|extra|further|forward|beyond|after|past|missing|lacks?|lacking|shorts?|needs?|and|increase"
    r"|join\w*|combin\w*|too (?:few|little|small|low|short|early)|on from|count on|left out|forgot|lost|dropped|early)\b|[+&]"
)
_FEWER = re.compile(
    r"\b(?:less|fewer|smaller|lower|shorter|earlier|below|under|minus|subtract\w*|take|taken|taking|takes|away|off|from|drop\w*"
    r"|remov\w*|reduc\w+|decreas\w+|back|down|before|until|till|short|shy|without|to go|late\b|over by|rest|other|besides"
    r"|remain\w*|lose|loses|cut|differ\w*|gap|except|too (?:many|much|large|big|high|long|late)|overshot|missing|all but"
    r"|do not|don't|does not|complement)\b|(?<=\s)-(?=\s)|(?<=\d)-(?=\d)|-> ?-"
)
_TIMES = re.compile(
    r"\b(?:times|multipl\w+|product|of|each|groups?|rows?|lots|sets|bags|per|by|pairs?|fold|makes?|x|divid\w+|quotient|shar\w+"
    r"|split|cut|goes|fits?|into|over|s)\b|[×*÷]|(?<!\d)/|/(?!\d)|(?<=\d)'?s\b"
)
# (what becomes of a number, factor); read both ways: "its half is 36", "half of 144"
_FACTORS = tuple(
    (re.compile(pattern), factor)
    for pattern, factor in (
        (r"\bhal(?:f|ve[sd]?|ving)\b|\b1/2\b|\bdoubl\w*|\btwice\b|\bpairs?\b", 2),
        (r"\btripl\w*|\bthrice\b|\bthirds?\b|\b1/3\b", 3),
        (r"\bquarter(?:s|ed)?\b|\bfourths?\b|\b1/4\b|\bquadrupl\w*|\bfourfold\b", 4),
    )
)
_EVEN = re.compile(r"\b(?:half ?way|mid ?way|middle|mean|average|cent(?:er|re)|mid-?point)\b")
_ABOVE, _BELOW = r"\b(?:above|over|more|bigger|greater|larger)\b", r"\b(?:below|under|less|smaller|not)\b"
_AMID = re.compile(rf"\bbetween\b|<|>|\byours\b|{_ABOVE}.*{_BELOW}|{_BELOW}.*{_ABOVE}")
_NEIGHBOUR = re.compile(r"\b(?:neighbou?rs?|next door|adjacent)\b")
_INVERTED = re.compile(
    r"\b(?:invert\w*|reciprocal|upside down|flip\w*|turned over|turned around|on (?:its|their) head)\b"
)
_SQUARED = re.compile(r"\bsquared?\b|\^2")
_ROOT = re.compile(r"\broots?\b|√|\bsqrt\b|\bsquared?\b")
_OPPOSITE = re.compile(
    r"\bopposite\b|\bnegative\b|\bminus sign\b|\bnegat\w+|\binverse\b|\bsign\b|\bdebt\b|\ba minus\b|\bleft of (?:zero|0)\b"
    r"|\bin the red\b|\bbelow (?:zero|0)\b|\bas far (?:away )?from 0\b"
)
_OPERATION = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (_EVEN, _MORE, _FEWER, _TIMES, *(p for p, _ in _FACTORS), _SQUARED, _ROOT, _OPPOSITE)
    )
)
_YOURS = re.compile(r"\b(?:you|your|yours|you're|ur)\b")
_YOU_ARE = re.compile(r"\b(?:you'?re|you are|you were|yours is|your (?:answer|result|number) is)\b")
_AN_OWN_STEP = re.compile(
    r"^\W*(?:(?:it (?:looks|seems) like|i see(?: that)?|so|but) )?(?:i bring\b|for an? \d|you (?:do not|don't) (?:need|have)\b|you have been told\b|(?:you(?:'ve)?|they|he|she|we) (?:\w+ )?(?:added|took|subtracted|multiplied|divided|counted|used|wrote"
    r"|found|got|put|doubled|halved|given)\b)"
)
# The answer as what is calculated with: "divide it by 7 and you get 8", "answer / 8 = 9".
_OF_IT = re.compile(
    r"\b(?:of|from|to|divide|multiply|double|halve|triple|add|take|subtract)(?: away)? (?:it|that|(?:the|your) (?:answer|number|result))\b"
    r"|\b(?:answer|it|result|number) ?(?:[-+*/÷×]|plus|minus|times|divided|take away)"
)
_BESIDE = tuple(
    (re.compile(rf"\b(?:{words}) (?:-?(?P<n>\d{{1,6}})(?![\d/:%]|\.\d)|(?P<yours>yours|your (?:answer|number|result)|(?:the number|what) you (?:said|got|wrote|have)))(?! (?!(?:on|in|when|comes?|is|and|but|that|as|if|you|the)\b)[a-z])"), step)
    for words, step in (
        (r"after|follows?|following|succeeds|successor (?:of|to)", 1),
        (r"before|ahead of|precedes?|preceding|predecessor (?:of|to)", -1),
    )
)  # fmt: skip
_BETWEEN = re.compile(
    r"(\b(?:exactly|right|mid ?way|half ?way|middle) )?\bbetween (-?\d{1,9}(?:\.\d{1,6})?) and (-?\d{1,9}(?:\.\d{1,6})?)(?![\d/:%]|\.\d)"
)
_HALF_OF = re.compile(r"\b(?:1/2|half) of (-?\d{1,9}(?:\.\d{1,6})?)(?![\d/:%]|\.\d)")
_GIVEN = re.compile(
    r"\bthe (?:old|original|starting|full|regular|whole|given) (?:price|number|amount|value|cost|total)\b"
)


@dataclass(frozen=True)
class _Known:
    """What the conversation holds: numbers, the problem's own, fractions as written, the student's answer, all words."""

    numbers: frozenset[Fraction]
    given: tuple[Fraction, ...]
    fractions: frozenset[str]
    own: tuple[Fraction, ...]
    things: frozenset[str]


def reckoned(item: Item, text: str, heard: str) -> str:
    """The words that come to the answer, "" without any; text and heard (problem and student) as `numerals`.

    Sums for answers of 0, 1 and 2 must speak of the answer: too many a sentence comes to them.
    """
    worth = _worth(item)
    if worth is None:
        return ""
    if item.answer_kind == "time":
        worth %= 720
    own = _own(item, heard)
    return (
        asked_for(text, heard, worth)
        or next_to(text[:_LONGEST], heard, own, worth)
        or (
            _sums(item, text[:_LONGEST], heard, own, worth)
            if abs(worth) not in (0, 1, 2) or "answer" in text
            else ""
        )
        or sequence(item, text, heard, worth)
        or next_of_kind(item, text, heard, worth)
    )


def _worth(item: Item) -> Fraction | None:
    """The answer's number; of a measure in its own unit, of an inequality with the student's sign its bound."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None:
        return None
    same_sign = right.kind == "inequality" and _sign(item.correct_answer) == _sign(item.wrong_answer)
    if right.kind == "measure" or same_sign:
        return _value(item.correct_answer)
    return right.value if isinstance(right.value, Fraction) else None


def _sign(text: str) -> list[str]:
    return re.findall(r"[<>=\u2264\u2265]+", text)


def _value(text: str) -> Fraction | None:
    found = re.search(r"-?\d+(?:\.\d+)?(?: \d+/\d+|/\d+)?", text)
    return number(found[0]) if found else None


def _own(item: Item, heard: str) -> tuple[Fraction, ...]:
    """The student's answer; where nobody knows it, the last number that they said."""
    wrong = answer_of(item.wrong_answer, item.answer_kind)
    if wrong is not None and wrong.kind in ("measure", "inequality"):
        value = _value(in_own_unit(item, item.wrong_answer.lower()))
        return () if value is None else (value,)
    if wrong is not None:
        return (wrong.value,) if isinstance(wrong.value, Fraction) else ()
    return tuple(value for value, _ in numbers_in(heard)[-1:])


# What a student may ask for in the answer's place: "the answer minus one", "double the answer".
_ASKED_FOR = re.compile(
    r"\b(?:answer|solution|result) (?:plus|minus|times|divided by|and|[-+*/])|\b(?:double|twice|triple|half|more than|less than)"
    r"(?: of)? (?:the|your) (?:right )?(?:answer|solution|result)\b"
)


def asked_for(text: str, heard: str, worth: Fraction) -> str:
    """The number that a student asked for in the answer's place; "" without it."""
    wanted: set[Fraction] = set()
    for piece in SENTENCE.findall(heard[-1500:]):
        if _ASKED_FOR.search(piece):
            for value, _ in numbers_in(piece):
                wanted |= set(
                    _of_two(worth, value, bool(_MORE.search(piece) or _FEWER.search(piece)), True, "")
                )
            wanted |= set(_of_one(piece, worth))
    wanted -= {value for value, _ in numbers_in(heard)} | {Fraction(0), worth}
    said = numbers_in(text) if wanted else ()
    return next((str(value) for value, _ in said if value in wanted), "")


def next_to(text: str, heard: str, own: tuple[Fraction, ...], worth: Fraction) -> str:
    """ "The number after 41", "right between 95 and 97", "half of 84", asked for or said; "" when none is the answer."""
    for found in _HALF_OF.finditer(text):
        if Fraction(found[1]) / 2 == worth and found[0] not in heard:
            return shorten(found[0])
    for found in _BETWEEN.finditer(text):
        low, high = Fraction(found[2]), Fraction(found[3])
        middle = (found[1] or abs(high - low) == 2) and (low + high) / 2
        if middle == worth and found[0] not in heard:
            return shorten(found[0])
    for pattern, step in _BESIDE:
        for found in pattern.finditer(text):
            at = (Fraction(found["n"]),) if found["n"] else own
            if worth - step in at and found[0] not in heard:
                return shorten(found[0])
    return ""


def _sums(item: Item, text: str, heard: str, own: tuple[Fraction, ...], worth: Fraction) -> str:
    spoken = in_own_unit(item, heard)
    numbers = frozenset(value for value, _ in numbers_in(spoken)) | {Fraction(0)}
    given = tuple(value for value, _ in numbers_in(in_own_unit(item, item.problem.lower())))
    known = _Known(numbers, given, frozenset(written_numbers(heard)), own, frozenset(words_of(heard)))
    plain = _POWER.sub(lambda m: str(int(m[1]) ** int(m[2] or 2)), _WHOLE.sub("1", _OVER.sub(" / ", text)))
    plain = _MULTIPLE.sub(lambda m: str(int(m[1]) * int(m[2])), plain)
    if plain != text and "?" not in text and (found := _said_in_unit(text, plain, heard, numbers, worth)):
        return found
    told = in_own_unit(
        item, _AMOUNT.sub(lambda m: "" if _was_worth(item, m[0], heard, worth) else m[0], plain)
    )
    if told != plain and (found := _said_in_unit(plain, told, heard, numbers, worth)):
        return found
    told = _FACT.sub(lambda fact: _unless_true(fact, worth), told)
    pieces = [piece for piece in SENTENCE.findall(told) if piece.strip()]
    for before, piece in pairwise(pieces):
        if _changed(before, piece, numbers, worth):
            return shorten(before + piece)
    for piece in pieces:
        if "?" in piece or _ASKS.search(piece):
            continue
        alone = len(piece.strip()) > len(told.strip()) - 3
        plain_words = bare(_OPERATION.sub(" ", piece), known.things)
        if (plain_words and _comes_to(piece, known, worth, alone=alone)) or _left_of_all(
            item, piece, numbers, worth
        ):
            return shorten(piece)
    return ""


def _said_in_unit(text: str, told: str, heard: str, known: frozenset[Fraction], worth: Fraction) -> str:
    """The answer as an amount in another unit, in coins, or a time in words; not as the problem put it."""
    before, said = ({value for value, _ in numbers_in(way)} for way in (text, told))
    as_put = set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", heard))
    return shorten(text) if worth in said - before and not (worth in known and as_put) else ""


# What a sentence says of the number of the one before it: "It has 90. Ours lasts 5 longer."
_THEN_CHANGED = re.compile(
    r"(?<![\d.,/:$])(\d{1,6}(?:\.\d{1,4})?)(?: [a-z]{1,9})? (?:(?P<more>longer|more|later|higher|greater|bigger|above)"
    r"|less|fewer|shorter|earlier|lower|smaller|below)(?: than that)?\W*$"
)


def _changed(before: str, piece: str, known: frozenset[Fraction], worth: Fraction) -> bool:
    step, numbers = _THEN_CHANGED.search(piece), numbers_in(before, known)
    if step is None or not numbers or "?" in before or not numbers[-1][1]:
        return False
    return numbers[-1][0] + Fraction(step[1]) * (1 if step["more"] else -1) == worth


def _was_worth(item: Item, amount: str, heard: str, worth: Fraction) -> bool:
    """Whether the conversation's own amount is the answer in another unit: "2.4 m" of 240 cm is no news."""
    return amount in heard and in_own_unit(item, amount) == written(worth)


def _left_of_all(item: Item, piece: str, known: frozenset[Fraction], worth: Fraction) -> bool:
    """ "The other 55% ride the bus": the share that is left tells the share."""
    whole = {"percent": 100, "fraction": 1, "decimal": 1}.get(item.answer_kind, 0)
    if not 0 < worth < whole:
        return False
    if item.answer_kind == "percent" and (_SCALES.search(piece) or "%" in piece):
        scaled = {100 + worth, 1 + worth / 100, 1 - worth / 100}
        if any(is_new and value in scaled for value, is_new in numbers_in(piece, known)):
            return True
    if not _THE_REST.search(piece):
        return False
    return any(is_new and whole - value == worth for value, is_new in numbers_in(piece, known))


# A calculation with its result: true of itself, it leads to nothing more.
_FACT = re.compile(
    r"(?<![\d.,/(])(-?\d{1,6}(?:\.\d+|/\d+)?) ?([-+]|plus|minus) ?(-?\d{1,6}(?:\.\d+|/\d+)?)"
    r" ?(?:=|is|makes|equals) ?(-?\d{1,6}(?:\.\d+|/\d+)?)(?![\d/]|\.\d| ?[-+*/×÷])"
)


def _unless_true(fact: re.Match[str], worth: Fraction) -> str:
    a, b, c = (number(fact[group]) for group in (1, 3, 4))
    if a is None or b is None or c is None or worth in (a, b, c):
        return fact[0]
    return "" if (a + b if fact[2] in ("+", "plus") else a - b) == c else fact[0]


# Asked, if without a question mark.
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|ok|then|but) )*(?:what (?:is|are|would|do|does|if)|how|why|can you|could you|would you)\b"
    r"|\bso (?:what|how)\b|\bhow (?:many|much)\b|\bwhat would\b|\bwould this help\b"
)
_SCALES = re.compile(r"[×*]|\b(?:times|multipl\w+|factor)\b")
_AMOUNT = re.compile(r"(?<![\d./:$])\d+(?:\.\d+)? ?[a-z]{1,11}\b")
_MULTIPLE = re.compile(r"(?<![\d./])(\d{1,4}) (\d{1,3})'?s\b")
_POWER = re.compile(r"(?<![\d.a-z^)])(\d{1,4})(?:\^(\d)(?!\d)| squared\b)")
_OVER = re.compile(r"(?<=[a-z])/(?=\d)")
_WHOLE = re.compile(r"\b(?:a|1|the) whole(?: 1| pie| pizza)?\b(?! number)")
_THE_REST = re.compile(
    r"\b(?:the )?(?:other|rest|remaining|remainder|all but|everything (?:but|except)|everyone (?:but|except)|all except)\b"
    r"|\b(?:do|does|did|are|is|have|has)(?: not|n't)\b|\b(?:complement|missing|not \w+ing)\b"
    r"|\bless than (?:all|everything|the whole|everyone)\b"
)


def _comes_to(piece: str, known: _Known, worth: Fraction, *, alone: bool) -> bool:
    numbers = numbers_in(piece, known.numbers, known.fractions)[:_AT_MOST]
    if _AN_OWN_STEP.match(piece):
        return False
    of_it = bool(_OF_IT.search(piece))
    values, news = [value for value, _ in numbers], [is_new or of_it for _, is_new in numbers]
    more, fewer, times = (bool(pattern.search(piece)) for pattern in (_MORE, _FEWER, _TIMES))
    for value in values if _GIVEN.search(piece) else ():
        if any(worth in _of_two(value, other, more or fewer, times, "") for other in known.given):
            return True
    if 0 < piece.count("%") < len(numbers):
        more = fewer = False  # shares and counts are not added up
    below_zero = bool(_BELOW_ZERO.search(piece))
    pairs = permutations(range(len(values)), 2) if len(values) <= 3 else pairwise(range(len(values)))
    for i, j in pairs if worth not in values else ():  # said itself, it is for other readings
        if (news[i] or news[j]) and worth in _of_two(values[i], values[j], more or fewer, times, piece):
            return True
    for place, value in enumerate(values):
        for changed in _of_one(piece, value) if news[place] or (value > 0 and below_zero) else ():
            others = values[:place] + values[place + 1 :]
            if worth == changed or (
                len(others) == 1 and worth in _of_two(changed, others[0], more or fewer, False, "")
            ):
                return True
    if _YOURS.search(piece) or (len(values) == 1 and (alone or values[0] > 2)):
        both = bool(_YOU_ARE.search(piece) and (more or fewer))
        for own in known.own:
            by = times and (alone or bool(_YOURS.search(piece)))
            if any(worth in _from_own(own, other, more or both, fewer or both, by) for other in values):
                return True
            if _YOURS.search(piece) and worth in _by_factors(piece, own):
                return True
    return (
        len(values) in (3, 4) and any(news) and (more or fewer) and worth in _of_several(values, more, times)
    )


_BELOW_ZERO = re.compile(r"\bbelow (?:zero|0)\b")


def _of_two(a: Fraction, b: Fraction, additive: bool, times: bool, piece: str) -> Iterator[Fraction]:
    if _EVEN.search(piece) or (abs(a - b) == 2 and _AMID.search(piece) and len(numbers_in(piece)) == 2):
        yield (a + b) / 2
    if additive:
        yield from (a + b, a - b, b - a)
        if 0 < a < 1:
            yield from (b * (1 + a), b * (1 - a))  # "a quarter more than 1000"
    if times:
        yield a * b
        if b:
            yield a / b


def _by_factors(piece: str, value: Fraction) -> Iterator[Fraction]:
    for pattern, factor in _FACTORS:
        if pattern.search(piece):
            yield from (value * factor, value / factor)


def _of_one(piece: str, value: Fraction) -> Iterator[Fraction]:
    yield from _by_factors(piece, value)
    if _SQUARED.search(piece):
        yield value * value
    if _ROOT.search(piece) and value.denominator == 1 and value >= 0 and isqrt(int(value)) ** 2 == value:
        yield Fraction(isqrt(int(value)))
    if _NEIGHBOUR.search(piece):
        yield from (value + 1, value - 1)
    if _INVERTED.search(piece) and value:
        yield 1 / value
    if _OPPOSITE.search(piece):
        yield -value


def _from_own(own: Fraction, other: Fraction, more: bool, fewer: bool, times: bool) -> Iterator[Fraction]:
    if more:
        yield own + other
    if fewer:
        yield own - other
        if other > own > 0:
            yield other - own
    if times and other:
        yield from (own * other, own / other)


def _of_several(values: list[Fraction], more: bool, times: bool) -> Iterator[Fraction]:
    """a + b + c, and a product with a number more or less: "8 x 10 - 8"."""
    if more:
        yield sum(values, Fraction(0))
    head, *rest = values
    if len(rest) == 2:
        b, c = rest
        yield from (head + b - c, head - b + c, head - b - c)
        if times:
            yield from (head * b + c, head * b - c, head + b * c, head - b * c, b * c - head)
