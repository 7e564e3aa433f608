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

from socratic_tutor.filtering.amounts import in_own_unit, number
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten

_AT_MOST = 6  # numbers of a sentence that are read
_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*")
# Words that say no more than which operation on which number gives what.
_GLUE = frozenset(
    ["it", "its", "it's", "is", "isn't", "are", "was", "be", "been", "being", "the", "a", "an", "this", "that", "that's", "these", "those", "there", "here", "answer", "answers", "result", "results", "number", "numbers", "value", "total", "sum", "solution", "product", "difference", "quotient", "you", "your", "yours", "you're", "you've", "you'd", "i", "i'm", "we", "us", "our", "get", "gets", "got", "give", "gives", "gave", "make", "makes", "made", "would", "will", "could", "can", "should", "must", "may", "have", "has", "had", "say", "says", "said", "do", "does", "did", "done", "just", "only", "exactly", "simply", "so", "then", "now", "and", "but", "or", "to", "in", "as", "than", "of", "for", "with", "at", "on", "by", "from", "not", "no", "one", "which", "what", "who", "when", "while", "if", "well", "yes", "okay", "really", "actual", "actually", "real", "right", "correct", "true", "whole", "wanted", "want", "wants", "need", "needs", "find", "found", "gets", "equal", "equals", "equal's", "reach", "reaches", "arrive", "land", "lands", "leave", "leaves", "left", "becomes", "become", "come", "comes", "came", "call", "called", "thing", "bring", "brings", "one's", "ours", "another", "all", "every", "each", "both", "same", "still", "even", "ever", "too", "much", "many", "far", "big", "large", "small", "high", "low", "few", "little", "exact", "full", "start", "starts", "begin", "from", "until", "till", "into", "out", "over", "about", "between", "next", "number's", "figure", "tally", "guess", "work", "way", "back", "again", "itself's", "take", "takes", "put", "count", "counts", "go", "goes", "going", "went", "step", "steps", "hop", "hops", "jump", "jumps", "unit", "units", "place", "places", "point", "points", "stands", "stand", "lies", "lie", "sits", "sit", "written", "write", "missing", "left's", "half", "quite", "merely", "think", "mean", "means", "meant", "look", "like", "looks", "two", "three", "ones", "tens", "hundreds", "hundred", "dozen", "score", "gross", "couple", "late", "early", "percent", "per", "cent", "cents", "dollars", "dollar", "minutes", "hours", "minute", "hour", "s", "x", "see", "ans", "percentage", "time", "parts", "part", "copies", "middle", "between", "average", "mean", "bundles", "invert", "inverted", "reciprocal", "upside", "flip", "flipped", "neither", "nor", "front", "side", "absolute", "size", "loose", "single", "singles", "sticks", "cubes", "blocks", "rods", "bound", "neighbor", "neighbour", "door", "upper", "lower", "copy", "whatever", "something", "anything", "off's", "lets", "let's", "please", "fine", "more'n", "size", "its'", "minus", "plus", "times"]
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
        for pattern in (_MORE, _FEWER, _TIMES, *(p for p, _ in _FACTORS), _SQUARED, _ROOT, _OPPOSITE)
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
    known = {value for value, _ in _numbers(spoken, frozenset())} | {Fraction(0)}
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
    told = in_own_unit(item, plain)
    if told != plain and (found := _said_in_unit(plain, told, heard, known, worth)):
        return found
    for piece in _SENTENCE.findall(told):
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
    before = {value for value, _ in _numbers(text, known)}
    said = [value for value, _ in _numbers(told, known)]
    as_put = set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", heard))
    return shorten(text) if worth in said and worth not in before and not (worth in known and as_put) else ""


def _left_of_all(item: Item, piece: str, known: set[Fraction], worth: Fraction) -> str:
    """ "The other 55% ride the bus": the share that is left tells the share."""
    whole = {"percent": Fraction(100), "fraction": Fraction(1), "decimal": Fraction(1)}.get(item.answer_kind)
    if whole is None or not 0 < worth < whole or not _THE_REST.search(piece):
        return ""
    hits = [value for value, is_new in _numbers(piece, known) if is_new and whole - value == worth]
    return shorten(piece) if hits else ""


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


def _numbers(
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
    numbers = _numbers(piece, known, heard)[:_AT_MOST]
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
            if any(worth in _from_own(value, other, more, fewer, times, piece) for other in values):
                return piece
    if (
        len(values) in (3, 4)
        and any(news)
        and (more or fewer)
        and worth in _of_several(values, more, fewer, times)
    ):
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


def _from_own(
    own: Fraction, other: Fraction, more: bool, fewer: bool, times: bool, piece: str
) -> Iterator[Fraction]:
    if more:
        yield own + other
    if fewer:
        yield own - other
    if times and other:
        yield from (own * other, own / other)


def _of_several(values: list[Fraction], more: bool, fewer: bool, times: bool) -> Iterator[Fraction]:
    """a + b + c, and a product with a number more or less: "8 x 10 - 8"."""
    if more:
        yield sum(values, Fraction(0))
    head, *rest = values
    if len(rest) == 2:
        b, c = rest
        yield from (head + b - c, head - b + c, head - b - c)
        if times:
            yield from (head * b + c, head * b - c, head + b * c, head - b * c, b * c - head)


_KIND_OF_NUMBER = (
    (re.compile(r"\bprimes?\b"), lambda n: n > 1 and all(n % d for d in range(2, isqrt(n) + 1))),
    (re.compile(r"\beven\b"), lambda n: n % 2 == 0),
    (re.compile(r"\bodd\b"), lambda n: n % 2 == 1),
    (re.compile(r"\b(?:perfect )?squares?\b"), lambda n: isqrt(n) ** 2 == n),
)
_NEXT_OF_KIND = re.compile(
    r"\b(?:next|after|follow\w*|above|following|over)\b|\b(?P<back>before|previous|preced\w+|below|under)\b"
)


def next_of_kind(item: Item, text: str, heard: str, worth: Fraction) -> str:
    """ "The prime right after 41"."""
    if worth.denominator != 1 or worth < 0:
        return ""
    for piece in _SENTENCE.findall(text[:4000]):
        side = _NEXT_OF_KIND.search(piece)
        if side is None or "?" in piece:
            continue
        for pattern, belongs in _KIND_OF_NUMBER:
            for value, _ in _numbers(piece, set()) if pattern.search(piece) else ():
                step = -1 if side["back"] else 1
                row = range(int(value) + step, int(value) + 200 * step, step) if 0 < value < 10**6 else ()
                if next((n for n in row if n > 0 and belongs(n)), None) == worth:
                    return shorten(piece)
    return ""


def sequence(item: Item, text: str, heard: str, worth: Fraction) -> str:
    """A row of numbers whose next, or left-out, member is the answer: "70, 71, __", "4, ?, 6"."""
    for match in _ROW.finditer(text):
        if match[0] in heard:
            continue
        row = re.sub(r"(?:\.\.\.|\u2026)[ ,]*(?:and )?(?:the )?(?=next|what)", "", match[0])
        members = [Fraction(n) if n[-1].isdigit() else None for n in _MEMBER.findall(row)]
        if members.count(None) == 1 and len(members) >= 3 and _fits(members, worth):
            return shorten(match[0])
    return ""


_MEMBER = re.compile(r"-?\d+(?:\.\d+)?|_+|\?|\.\.\.|…|what|next|blank|yours|it\b|the answer")
_ROW = re.compile(
    r"(?:-?\d{1,6}(?:\.\d{1,4})?|_+)(?:,? ?(?:-?\d{1,6}(?:\.\d{1,4})?|_+|\?|\.\.\.|…|(?:and )?then|blank|yours|it\b|the answer|,))+(?:[,. ]{0,3}(?:and )?(?:the )?(?:next|what))?"
)


def _fits(members: list[Fraction | None], worth: Fraction) -> bool:
    row = [worth if member is None else member for member in members]
    steps = {b - a for a, b in pairwise(row)}
    return len(steps) == 1 and 0 not in steps
