"""The answer by an operation that a sentence's words name, on the numbers that the sentence holds.

Where `reckoned` reads a phrase by its grammar, this reading takes the words of a sentence in any order: "28 more
and you would have 100" names adding or taking away, 28 and 100, and 100 - 28 is the answer. It is no proof, but
hardly any harmless turn brings two new numbers that come to the answer. Text is lower case with numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, permutations
from math import isqrt

from socratic_tutor.filtering.amounts import in_own_unit, number, written
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten

_AT_MOST = 6  # numbers of a sentence that are read
SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*")
# Words that say no more than which operation on which number gives what.
_GLUE = frozenset(
    re.findall(
        r"\S+",
        """
        a about absolute actual actually afternoon again all almost an and another ans answer answers anything are arrive
        as at average back be become becomes been begin being between big blocks both bound bring brings
        bundles but by call called came can cent cents come comes copies copy correct could count counts
        couple cubes did difference do does dollar dollars done door dozen each early equal equal's
        equals even ever every exact exactly fact far few figure find fine flip flipped for found from front
        full gave get gets give gives go goes going got gross guess had half has have here high hop hops
        hour hours hundred hundreds i i'm if in into invert inverted is isn't it it's its its' itself's
        jump jumps just land lands large late leave leaves left left's let's lets lie lies like little
        look looks loose low lower made make makes many may mean means meant merely middle minus minute morning
        minutes missing more'n much must nearest nearly need needs neighbor neighbour neither next no nor not now
        number number's numbers of off's okay on one one's ones only or our ours out over part parts per
        percent percentage place places please plus point points product put quite quotient reach
        reaches real really reciprocal result results right rods round rounded s said same say says score see should
        side simply single singles sit sits size small so solution something stand stands start starts
        step steps sticks still sum take takes tally tens than that that's the then there these thing
        think this those three till time times to too total true two unit units until upper upside us
        value want wanted wants was way we well went what whatever when which while who whole will with
        work would write written x yes you you'd you're you've your yours
        """,
    )
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_NUMBER = re.compile(
    r"(?<![\d.,/:a-z^])-?\d{1,9}(?:\.\d{1,6})?(?:(?: \d{1,3})?/\d{1,4})?(?![\d/]|[.,:]\d|[a-z^])"
)
_PERCENT_SIGN = re.compile(r"(?<=\d) ?(?:%|percent(?:age points?)?|points?)")
_CURRENCY = re.compile(r"\$ ?(?=\d)")

_MORE = re.compile(
    r"\b(?:more|greater|larger|bigger|higher|longer|later|taller|above|over|plus|add\w*|sum|total|together|exceeds?|increas\w+|rais\w+"
    r"|up|on top|another|extra|further|forward|beyond|after|past|missing|lacks?|lacking|shorts?|needs?|and|increase|join\w*|combin\w*"
    r"|too (?:few|little|small|low|short|early)|on from|count on|left out|forgot|lost|dropped|early)\b|[+&]"
)
_FEWER = re.compile(
    r"\b(?:less|fewer|smaller|lower|shorter|earlier|below|under|minus|subtract\w*|take|taken|taking|takes|away|off|from|drop\w*|remov\w*"
    r"|reduc\w+|decreas\w+|back|down|before|until|till|short|shy|without|to go|late\b|over by|rest|other|besides|remain\w*|lose|loses|cut|differ\w*|gap|except"
    r"|too (?:many|much|large|big|high|long|late)|overshot|missing|all but|do not|don't|does not|complement)\b|(?<=\s)-(?=\s)|(?<=\d)-(?=\d)|-> ?-"
)
_TIMES = re.compile(
    r"\b(?:times|multipl\w+|product|of|each|groups?|rows?|lots|sets|bags|per|by|pairs?|fold|makes?|x|divid\w+|quotient|shar\w+|split|cut|goes"
    r"|fits?|into|over|s)\b|[×*÷/]|(?<=\d)'?s\b"
)
# (what becomes of a number, factor); read both ways: "its half is 36", "half of 144"
_FACTORS = tuple(
    (re.compile(pattern), Fraction(*factor))
    for pattern, factor in (
        (r"\bhal(?:f|ve[sd]?|ving)\b|\b1/2\b|\bdoubl\w*|\btwice\b|\bpairs?\b", (2, 1)),
        (r"\btripl\w*|\bthrice\b|\bthirds?\b|\b1/3\b", (3, 1)),
        (r"\bquarter(?:s|ed)?\b|\bfourths?\b|\b1/4\b|\bquadrupl\w*|\bfourfold\b", (4, 1)),
    )
)
_EVEN = re.compile(r"\b(?:half ?way|mid ?way|middle|mean|average|cent(?:er|re)|mid-?point)\b")
_AMID = re.compile(
    r"\bbetween\b|<|>|\byours\b|\b(?:above|over|more)\b.*\b(?:below|under|less)\b|\b(?:below|under|less)\b.*\b(?:above|over|more)\b"
)
_NEIGHBOUR = re.compile(r"\b(?:neighbou?rs?|next door|adjacent)\b")
_INVERTED = re.compile(r"\b(?:invert\w*|reciprocal|upside down|flip\w*|turned over|turned around)\b")
_SQUARED = re.compile(r"\bsquared?\b|\^2")
_ROOT = re.compile(r"\broots?\b|√|\bsqrt\b|\bsquared?\b")
_OPPOSITE = re.compile(
    r"\bopposite\b|\bnegative\b|\bminus sign\b|\bnegat\w+|\binverse\b|\bsign\b|\bdebt\b|\ba minus\b|\bleft of (?:zero|0)\b|\bin the red\b|\bbelow zero\b"
)
_OPERATION = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (_EVEN, _MORE, _FEWER, _TIMES, *(p for p, _ in _FACTORS), _SQUARED, _ROOT, _OPPOSITE)
    )
)
_YOURS = re.compile(r"\b(?:you|your|yours|you're|ur)\b")
_AN_OWN_STEP = re.compile(
    r"^\W*(?:i bring\b|(?:you(?:'ve)?|they|he|she|we) (?:\w+ )?(?:added|took|subtracted|multiplied|divided|counted|used|wrote|got|put)\b)"
)
_ONE = re.compile(
    r"(?<![\d.,/:])1(?![\d/:.])(?! (?:minus|plus|less|without|take|[-+]|more|less|fewer|greater|smaller|below|above|under|over|short|after|before|past|too|to (?:go|spare)|further|step)\b)"
)
_ADDED_ONE = re.compile(r"(?:\b(?:plus|minus|add|adding|subtract|take|by|and|less|off|than|from|of)|[+-]) ?$")


def worked_out(item: Item, text: str, heard: str, own: tuple[Fraction, ...], worth: Fraction) -> str:
    """The sentence whose numbers come to the answer by an operation it names; "" without one.

    own: what the student answered. worth: the answer, in its unit. Small answers are left out: too many a
    sentence comes to 1 or 2.
    """
    if abs(worth) in (0, 1, 2):
        return ""
    spoken = in_own_unit(item, heard)
    known = {value for value, _ in numbers_in(spoken, frozenset())} | {Fraction(0)}
    fractions = set(_NUMBER.findall(heard))
    things = frozenset(_WORD.findall(spoken))
    told = _OVER.sub(" / ", _SQUARE_OF.sub(_squared, _WHOLE.sub("1", text[:4000])))
    plain = _POWER.sub(lambda m: str(int(m[1]) ** int(m[2])), told)
    plain = _MULTIPLE.sub(lambda m: str(int(m[1]) * int(m[2])), plain)
    if (
        plain != text[:4000]
        and "?" not in text
        and (found := _said_in_unit(text[:4000], plain, heard, known, worth))
    ):
        return found
    told = in_own_unit(
        item, _AMOUNT.sub(lambda m: "" if _was_worth(item, m[0], heard, worth) else m[0], plain)
    )
    if told != plain and (found := _said_in_unit(plain, told, heard, known, worth)):
        return found
    if found := _changed_by_the_next(told, known, worth):
        return found
    for piece in SENTENCE.findall(told):
        if "?" in piece or not piece.strip():
            continue
        alone = len(piece.strip()) > len(told.strip()) - 3
        if _bare(piece, things) and (found := _comes_to(piece, known, own, worth, fractions, alone=alone)):
            return shorten(found)
        if found := _left_of_all(item, piece, known, worth):
            return found
    return ""


def _said_in_unit(text: str, told: str, heard: str, known: set[Fraction], worth: Fraction) -> str:
    """The answer as an amount in another unit, in coins, or a time in words; not as the problem put it."""
    before = {value for value, _ in numbers_in(text, known)}
    said = [value for value, _ in numbers_in(told, known)]
    as_put = set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", heard))
    return shorten(text) if worth in said and worth not in before and not (worth in known and as_put) else ""


# What a sentence says of the number of the one before it: "It has 90. Ours lasts 5 longer."
_THEN_CHANGED = re.compile(
    r"(?<![\d.,/:$])(\d{1,6}(?:\.\d{1,4})?)(?: [a-z]{1,9})? (?:(?P<more>longer|more|later|higher|greater|bigger|above)"
    r"|less|fewer|shorter|earlier|lower|smaller|below)(?: than that)?\W*$"
)


def _changed_by_the_next(told: str, known: set[Fraction], worth: Fraction) -> str:
    pieces = [piece for piece in SENTENCE.findall(told) if piece.strip()]
    for before, piece in pairwise(pieces):
        step, numbers = _THEN_CHANGED.search(piece), numbers_in(before, known)
        if step is None or not numbers or "?" in before or not numbers[-1][1]:
            continue
        if numbers[-1][0] + Fraction(step[1]) * (1 if step["more"] else -1) == worth:
            return shorten(before + piece)
    return ""


def _was_worth(item: Item, amount: str, heard: str, worth: Fraction) -> bool:
    """Whether the conversation's own amount is the answer in another unit: "2.4 m" of 240 cm is no news."""
    return amount in heard and in_own_unit(item, amount) == written(worth)


def _left_of_all(item: Item, piece: str, known: set[Fraction], worth: Fraction) -> str:
    """ "The other 55% ride the bus": the share that is left tells the share."""
    whole = {"percent": Fraction(100), "fraction": Fraction(1), "decimal": Fraction(1)}.get(item.answer_kind)
    if whole is None or not 0 < worth < whole or not _THE_REST.search(piece):
        return ""
    hits = [value for value, is_new in numbers_in(piece, known) if is_new and whole - value == worth]
    return shorten(piece) if hits else ""


_AMOUNT = re.compile(r"(?<![\d./:$])\d+(?:\.\d+)? ?[a-z]{1,11}\b")
_MULTIPLE = re.compile(r"(?<![\d./])(\d{1,4}) (\d{1,3})'?s\b")
_POWER = re.compile(r"(?<![\d.a-z^)])(\d{1,3})\^(\d)(?!\d)")
_OVER = re.compile(r"(?<=[a-z])/(?=\d)")
_SQUARE_OF = re.compile(r"(?<![\d./])(\d{1,4}) squared\b|\bsquare of (\d{1,4})\b(?!\.)")


def _squared(match: re.Match[str]) -> str:
    return str(int(match[1] or match[2]) ** 2)


_WHOLE = re.compile(r"\b(?:a|1|the) whole(?: 1| pie| pizza)?\b(?! number)")
_THE_REST = re.compile(
    r"\b(?:the )?(?:other|rest|remaining|remainder|all but|everything (?:but|except)|everyone (?:but|except)|all except)\b"
    r"|\b(?:do|does|did|are|is|have|has)(?: not|n't)\b|\b(?:complement|missing)\b|\bless than (?:all|everything|the whole|everyone)\b"
)


def _bare(piece: str, things: frozenset[str]) -> bool:
    """Whether the sentence speaks of operations, numbers and the problem's things alone: no scene of its own."""
    rest = [word for word in _WORD.findall(_OPERATION.sub(" ", piece)) if word not in _GLUE]
    return len(rest) <= 3 and all(word in things for word in rest)


def numbers_in(
    text: str, known: frozenset[Fraction] | set[Fraction], heard: set[str] | None = None
) -> tuple[tuple[Fraction, bool], ...]:
    """Each number with whether it is news: its value, or (given what was `heard`) the fraction it is written as."""
    flat = _CURRENCY.sub("", _PERCENT_SIGN.sub("", text))
    found = []
    for match in _NUMBER.finditer(flat):
        value = number(match[0])
        if value is None or (value == 1 and not _counts(flat, match)):
            continue
        found.append((value, value not in known or bool(heard and "/" in match[0] and match[0] not in heard)))
    return tuple(found)


def _counts(text: str, match: re.Match[str]) -> bool:
    """ "One" is mostly a pronoun: it counts in "1 more", "plus 1"."""
    return not _ONE.match(text, match.start()) or bool(_ADDED_ONE.search(text[: match.start()]))


def _comes_to(
    piece: str,
    known: set[Fraction],
    own: tuple[Fraction, ...],
    worth: Fraction,
    heard: set[str],
    *,
    alone: bool,
) -> str:
    numbers = numbers_in(piece, known, heard)[:_AT_MOST]
    if not numbers or _AN_OWN_STEP.match(piece):
        return ""
    more, fewer, times = (bool(pattern.search(piece)) for pattern in (_MORE, _FEWER, _TIMES))
    values = [value for value, _ in numbers]
    news = [is_new for _, is_new in numbers]
    near = [(i, i + 1) for i in range(len(values) - 1)]
    pairs = list(permutations(range(len(values)), 2)) if len(values) <= 3 else near
    for i, j in pairs:
        if (news[i] or news[j]) and worth in _of_two(values[i], values[j], more or fewer, times, piece):
            return piece
    for place, (value, is_new) in enumerate(numbers):
        for changed in _of_one(piece, value) if is_new else ():
            others = values[:place] + values[place + 1 :]
            if worth == changed or (
                len(others) == 1
                and worth in _of_two(changed, others[0], more or fewer, times=False, piece="")
            ):
                return piece
    if _YOURS.search(piece) or (len(values) == 1 and (alone or values[0] > 2)):
        for value in own:
            if any(worth in _from_own(value, other, more, fewer, times) for other in values):
                return piece
    if len(values) in (3, 4) and any(news) and (more or fewer) and worth in _of_several(values, more, times):
        return piece
    return ""


def _of_two(a: Fraction, b: Fraction, additive: bool, times: bool, piece: str) -> Iterator[Fraction]:
    if _EVEN.search(piece) or (abs(a - b) == 2 and _AMID.search(piece)):
        yield (a + b) / 2
    if additive:
        yield from (a + b, a - b, b - a)
        if 0 < a < 1:
            yield from (b * (1 + a), b * (1 - a))  # "a quarter more than 1000"
    if times:
        yield a * b
        if b:
            yield a / b


def _of_one(piece: str, value: Fraction) -> Iterator[Fraction]:
    for pattern, factor in _FACTORS:
        if pattern.search(piece):
            yield from (value * factor, value / factor)
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
