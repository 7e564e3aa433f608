"""Answers of several parts: both numbers of a ratio, point or remainder, a list's order, a formula in words.

The parts of such an answer give it away wherever they stand together, in whatever words ("it goes 7 times, 2
remain"); so what counts is that a turn names exactly these numbers and that not all of them were known.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.filtering.amounts import number
from socratic_tutor.filtering.numerals import numerals
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.values import answer_of, said

_NUMBER = re.compile(r"(?<![\d.])-?\d{1,9}(?:\.\d{1,6})?(?:/\d{1,6})?(?![\d]|\.\d)")
_PART = r"(-?\d+(?:\.\d+)?(?: \d+/\d+|/\d+)?)"
_TO = re.compile(rf"{_PART} ?(?:to|:|for every|for each|per|is to) ?{_PART}")
_ABOUT = re.compile(
    r"(-?\d+(?:\.\d+)?) ?(?:±|\+/-|\+-|plus or minus|plus and minus|plus-minus) ?(\d+(?:\.\d+)?)"
)
_ENDS = re.compile(r"[.!](?=\s|$)")

_V = r"(-?\d{1,9}(?:\.\d{1,6}|/\d{1,4})?)(?![\d/]|\.\d)"
_OPEN, _CLOSED = r"(?:open|hollow|empty|unfilled)", r"(?:closed|filled|solid|full)"
_MARK = r"(?:circle|dot|point|spot|ring|mark)s?\b[^.?!\d-]{0,24}"
_LESS, _MORE = (
    r"(?:less|fewer|lower|smaller|below|under|down|left|colder)",
    r"(?:more|greater|higher|larger|bigger|above|over|up|right|beyond|past|warmer)",
)
_CANNOT = r"\b(?:can ?not|can't|never|not|must not|mustn't|no|does not|doesn't)"
# How the side of a bound is told, and the sign that it comes to; the first that fits counts.
_BOUNDS = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        *(
            (pattern, sign)
            for side, other, strict, weak in ((_LESS, _MORE, "<", "<="), (_MORE, _LESS, ">", ">="))
            for pattern, sign in (
                (rf"\b{_OPEN} {_MARK}{_V}[^.?!\d]{{0,50}}\b{side}\b", strict),
                (rf"\b{_CLOSED} {_MARK}{_V}[^.?!\d]{{0,50}}\b{side}\b", weak),
                (rf"\b(?:arrow|ray|shad\w+|line)\b[^.?!\d-]{{0,20}}\b{side}\b[^.?!\d-]{{0,12}}{_V}", strict),
                (rf"{_CANNOT}(?: be| go| get)? {other}(?: than)? {_V}", weak),
                (rf"{_CANNOT} (?:reach|be|equal) {_V}[^.?!\d]{{0,20}}\b{side}\b", strict),
                (rf"{_V} (?:or|and) (?:(?:everything|anything|all|any|the|numbers?) )*{side}\b", weak),
                (rf"\b{side} than or equal to {_V}", weak),
                (rf"\b{side}(?: than| of)? {_V}", strict),
            )
        ),
        (rf"\b(?:up to|until|as far as|to)(?:,? but)? (?:not including|excluding|without|not counting) {_V}", "<"),
        (rf"\b(?:up to|until) {_V},? (?:(?:but )?(?:not including|excluding|without)|\d+ (?:not included|excluded|left out))", "<"),
        (rf"[\](]-\u221e[,;] ?{_V} ?[\[)]", "<"),
        (rf"[\](]-\u221e[,;] ?{_V} ?\]", "<="),
        (rf"\[ ?{_V}[,;] ?\+?\u221e", ">="),
        (rf"[\](] ?{_V}[,;] ?\+?\u221e", ">"),
        (rf"\b(?:at least|minimum(?: of| is)?|start\w* (?:from|at)|from) {_V}", ">="),
        (rf"\b(?:at most|maximum(?: of| is)?|up to(?: and including)?) {_V}", "<="),
    )
)  # fmt: skip


def composed(item: Item, text: str, heard: str) -> str:
    """The words that hold all parts of the answer, "" when none do; text and heard are `numerals`."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None:
        return ""
    flat = text[:4000].replace("\u2212", "-")
    reckoned = _IN_BRACKETS.sub(lambda match: _LITTLE_SUM.sub(_result, match[0]), flat)
    if item.answer_kind == "set":
        reckoned = reckoned.replace(";", " or")
    if reckoned != flat and reckoned not in heard and said(item.correct_answer, item.answer_kind, reckoned):
        return shorten(flat)
    if item.answer_kind == "inequality":
        return _bounded(item, flat, heard) or _both_bounds(item, flat, heard)
    return _results(item, flat) or _parts_named(right, flat, heard)


# "18 : 6 = 3 and 24 : 6 = 4": what the calculations of a sentence come to.
_RESULT = re.compile(
    r"\d ?(?:[-+*/\u00d7\u00f7]|times|divided by) ?\d[^.?!=]{0,12}?(?:=|\bis\b|\bgives\b|\bmakes\b) ?(-?\d{1,6}(?:\.\d+)?)(?![\d/]|\.\d| ?[-+*\u00d7\u00f7])"
)


def _results(item: Item, text: str) -> str:
    """Results that are the answer's numbers in their order; "" when a sentence has none."""
    wanted = re.findall(r"\d+(?:\.\d+)?", item.correct_answer)
    for piece in (*_ENDS.split(text), text):
        if len(wanted) > 1 and _RESULT.findall(piece) == wanted:
            return shorten(piece)
    return ""


_END = re.compile(
    r"\b(?:bounds?|ends?|left|right|lower|upper|least|most|from|also|too|other|missing|between|to)\b"
)


def _both_bounds(item: Item, text: str, heard: str) -> str:
    """Of "-3 <= x <= 7": the bound that nobody has said, both around a middle, or a row from one to the other."""
    bounds = [Fraction(n) for n in re.findall(r"-?\d+(?:\.\d+)?", item.correct_answer.replace("\u2212", "-"))]
    if len(bounds) != 2:
        return ""
    new = set(bounds) - set(_numbers(numerals(item.wrong_answer))) - set(_numbers(heard))
    around = _ABOUT.search(text)
    if around and {
        Fraction(around[1]) - Fraction(around[2]),
        Fraction(around[1]) + Fraction(around[2]),
    } == set(bounds):
        return around[0]
    for piece in _ENDS.split(text):
        numbers = _numbers(piece)
        row = len(numbers) > 3 and numbers == sorted(numbers) and [numbers[0], numbers[-1]] == bounds
        if "?" not in piece and (row or (new and new <= set(numbers) and _END.search(piece))):
            return shorten(piece)
    return ""


# A part of a point or list as a little sum: "(1-4, 1-3)".
_IN_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]{1,40}[,;][^()\[\]{}]{1,40}[)\]}]")
_LITTLE_SUM = re.compile(r"(?<=[(\[{,;])( ?)(-?\d{1,4}) ?([-+*]) ?(\d{1,4})(?= ?[,;)\]}])")


def _result(match: re.Match[str]) -> str:
    one, other = int(match[2]), int(match[4])
    return match[1] + str({"+": one + other, "-": one - other, "*": one * other}[match[3]])


_POINT = re.compile(r"\((-?\d{1,4}), ?(-?\d{1,4})\)")
_MOVE = re.compile(
    r"(?<![\d.])(\d{1,4})(?: [a-z]+)?(?: further)? (?:to the |to |further )?(left|right|up|down|above|below|higher|lower)\b"
)
_DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "above": (0, 1), "higher": (0, 1)}
_DOWN = (0, -1)


def _moved(right: Answer, text: str, heard: str) -> str:
    """ "6 units to the left of (3, -2)": a point that the conversation holds, moved to the right one."""
    moves = [(int(move[1]), _DIRECTIONS.get(move[2], _DOWN)) for move in _MOVE.finditer(text)]
    if not moves or "?" in text:
        return ""
    for base in _POINT.findall(f"{text} {heard}"):
        x, y = (int(base[i]) + sum(size * way[i] for size, way in moves) for i in (0, 1))
        if (x, y) == right.value:
            return shorten(text)
    return ""


def _numbers(text: str) -> list[Fraction]:
    found = []
    text = re.sub(r"(?<![\d])\.(?=\d)", "0.", text)
    for one in _NUMBER.findall(text):
        top, _, bottom = one.partition("/")
        if not bottom or int(bottom):
            found.append(Fraction(top) / int(bottom or 1))
    return found


def _parts_named(right: Answer, text: str, heard: str) -> str:
    known = _numbers(heard)
    if right.kind == "remainder" and (found := _as_quotient(right, text, known)):
        return found
    if right.kind == "coordinate" and (found := _moved(right, text, heard)):
        return found
    if right.kind == "ratio" and (found := _as_ratio(right, text, heard) or _by_things(right, text, heard)):
        return found
    parts = _parts(right)
    if len(parts) < 2:
        return ""
    roots = [Fraction(m[2]) * (1 if m[1] == "-" else -1) for m in _FACTOR.finditer(text) if m[0] not in heard]
    named = {Fraction(m[1]) for m in _LETTER_IS.finditer(text)}
    if right.kind == "set" and "?" not in text.split(".")[0] and set(parts) in (set(roots), named):
        return shorten(text)
    if right.kind == "set" and (around := _ABOUT.search(text)):
        middle, gap = Fraction(around[1]), Fraction(around[2])
        if {middle - gap, middle + gap} == set(parts):
            return around[0]
    for piece in (*_ENDS.split(text), text):
        numbers = _numbers(piece)
        if right.kind == "list" and _orders(parts, numbers, known, piece):
            return shorten(piece)
        if right.kind == "remainder" and _as_product(right, numbers, known):
            return shorten(piece)
        few = set(parts) <= set(numbers) and len(numbers) <= len(parts) + _BESIDES
        if few and _names_all(right, parts, numbers, known, piece):
            return shorten(piece)
    return ""


_FACTOR = re.compile(r"\([a-z] ?([-+\u2212]) ?(\d{1,4})\)")
_LETTER_IS = re.compile(r"\b[a-z] ?(?:=|is|with|at) ?(-?\d{1,4})(?![\d/]|\.\d)")
_BESIDES = 3  # numbers that a sentence may hold besides the answer's parts
_DECIMAL = re.compile(r"(?<![\d.])\d?\.\d{1,4}(?!\d)")


def _as_ratio(right: Answer, text: str, heard: str) -> str:
    """Two numbers in the answer's ratio, or their quotient as a decimal."""
    worth = right.value[0] / right.value[1]
    for match in _TO.finditer(text):
        one, other = number(match[1]), number(match[2])
        if one is None or not other or match[0] in heard or one / other != worth:
            continue
        if not _are_the_problems({one, other}, right, heard):
            return match[0]
    hits = (match[0] for match in _DECIMAL.finditer(text) if Fraction(match[0]) == worth)
    return next((hit for hit in hits if hit not in heard), "")


def _orders(parts: list[Fraction], numbers: list[Fraction], known: list[Fraction], piece: str) -> bool:
    """Whether a sentence puts a list's members in their order, or its first and last in their places."""
    chained = len(_CHAIN.findall(piece)) == len(parts) - 1 == len(numbers) - 1
    if chained and 0 not in parts and len({a / b for a, b in zip(numbers, parts, strict=True)}) == 1:
        return True  # in thousandths, too
    if chained and numbers in (parts, parts[::-1]):
        return True
    if "?" in piece:
        return False
    in_places = set(numbers) == set(parts) and not _in_order(numbers, known)
    turned = numbers == parts[::-1] and bool(_DESCENDS.search(piece))
    return in_places or turned or _by_rank(parts, piece)


def _names_all(
    right: Answer, parts: list[Fraction], numbers: list[Fraction], known: list[Fraction], piece: str
) -> bool:
    """Whether a sentence with all parts tells them: not all were known, or not in this order."""
    products = {a * b for a in numbers for b in numbers} - set(known)
    besides = [one for one in numbers if one not in parts and one not in products]
    if not set(besides) <= {1} | {abs(one) for one in known} | set(known):  # "the other 1" counts nothing
        return False
    if besides and (right.kind not in ("remainder", "set") or "?" in piece):
        return False
    bare = not besides and len(re.findall(r"[a-z]{3,}", piece)) < 2
    in_dots = right.kind == "remainder" and numbers == parts and re.search(r"\.\.\.|\u2026", piece)
    if right.kind in ("ratio", "remainder") and bare and not in_dots:
        return False  # two bare numbers name neither
    told_in_order = numbers == parts and "?" not in piece and not _in_order(numbers, known)
    return not set(parts) <= set(known) or told_in_order


def _as_product(right: Answer, numbers: list[Fraction], known: list[Fraction]) -> bool:
    """ "54 + 7" of 61 : 9: the quotient's whole groups and what is left."""
    whole, rest = right.value
    return any(
        whole * divisor + rest in known and whole * divisor in numbers and rest in numbers
        for divisor in known
        if divisor > rest and whole * divisor not in known
    )


_CHAIN = re.compile(r"[<>]=?")
_DESCENDS = re.compile(
    r">|\b(?:backwards?|revers\w+|right to left|from (?:the )?(?:greatest|largest|biggest)|down)\b"
)
_LEAST = r"(?:least|smallest|lowest|first|shortest|lightest|front|start|beginning|minimum)"
_MOST = r"(?:greatest|largest|biggest|highest|last|longest|heaviest|end|back|maximum|most)"


def _by_rank(parts: list[Fraction], piece: str) -> bool:
    """Whether a sentence puts the first and the last number of a list in their places."""
    ranks: dict[str, set[Fraction]] = {"least": set(), "most": set()}
    marks = list(re.finditer(rf"\b(?P<least>{_LEAST})\b|\b(?P<most>{_MOST})\b|{_NUMBER.pattern}", piece))
    for one, other in pairwise(marks):
        for word, value in ((one, other), (other, one)):
            if word.lastgroup and not value.lastgroup:
                ranks[word.lastgroup] |= set(_numbers(value[0]))
    return parts[0] in ranks["least"] and parts[-1] in ranks["most"] and len(set(parts)) > 1


_COUNT_OF = re.compile(
    r"(?<![\d.:/])(\d{1,4}) (?:parts? (?:of )?)?([a-z]{3,})\b|\b(?!(?:for|every|each|are|there|per|with|and|has|the)\b)([a-z]{3,})(?: is| are| has| gets|:| =|,)? (\d{1,4})(?![\d.:/])"
)


def _by_things(right: Answer, text: str, heard: str) -> str:
    """ "3 dogs for each 2 cats" of a ratio of cats to dogs: by the order in which the problem asks."""
    for piece in _ENDS.split(text):
        if "?" in piece:
            continue
        counts = [(m[2] or m[3], int(m[1] or m[4])) for m in _COUNT_OF.finditer(piece)]
        named = {thing.rstrip("s"): count for thing, count in counts if thing.rstrip("s") in heard}
        if len(named) != 2:
            continue
        one, other = named
        asked = re.search(
            rf"\b(?:{one}s?\b[^.?!\d]{{0,12}} to (?:the )?{other}|{other}s?\b[^.?!\d]{{0,12}} to (?:the )?{one})",
            heard,
        )
        if asked is None or piece.strip() in heard:
            continue
        first, second = (one, other) if asked[0].startswith(one) else (other, one)
        told_back = _are_the_problems(set(map(Fraction, named.values())), right, heard)
        if not named[second] or told_back:
            continue
        if Fraction(named[first], named[second]) == right.value[0] / right.value[1]:
            return shorten(piece)
    return ""


def _are_the_problems(numbers: set[Fraction], right: Answer, heard: str) -> bool:
    """Whether a ratio is told back as the problem gave it, not yet made smaller."""
    return numbers != set(right.value) and numbers <= set(_numbers(heard))


def _parts(right: Answer) -> list[Fraction]:
    if right.kind in ("ratio", "remainder", "coordinate", "list", "set"):
        return [part for part in right.value if isinstance(part, Fraction)]
    return []


def _in_order(numbers: list[Fraction], known: list[Fraction]) -> bool:
    """Whether the conversation had named the numbers in this order."""
    size = len(numbers)
    return any(known[start : start + size] == numbers for start in range(len(known) - size + 1))


def _as_quotient(right: Answer, text: str, known: list[Fraction]) -> str:
    """7 R 2 as 7 2/5 or 7.4: by a divisor that the problem names."""
    whole, rest = right.value
    worth = {whole + rest / divisor for divisor in known if divisor > rest > 0}
    for match in re.finditer(
        r"(?<![\d./])(?:(\d+) (?:and |\+ )?)?(\d+)/(\d+)(?![\d/])|(?<![\d.])\d+\.(\d+)", text
    ):
        value = Fraction(match[0]) if match[4] else None
        if value is None and int(match[3]):
            value = int(match[1] or 0) + Fraction(int(match[2]), int(match[3]))
        if (
            value is None
            or value in known
            or (match[2] and not match[1] and {int(match[2]), int(match[3])} <= set(known))
        ):
            continue
        rounded = match[4] is not None and len(match[4]) > 1
        if value in worth or (rounded and any(abs(value - one) * 10 ** len(match[4]) < 1 for one in worth)):
            return match[0]
    return ""


# An inequality whose bound is one step away: "x + 3 > 0".
_ONE_STEP = re.compile(r"(?<![\w.])([a-z]) ?([-+]) ?(\d{1,6}) ?([<>]=?) ?(-?\d{1,6})(?![\d.]|[a-z])")


def _bounded(item: Item, text: str, heard: str) -> str:
    """ "Four or more": the bound with its side, though no letter is said."""
    letter = re.search(r"[a-z]", item.correct_answer)
    text = re.sub(r"\bis positive\b", "> 0", re.sub(r"\bis negative\b", "< 0", text))
    for match in _ONE_STEP.finditer(text):
        bound = Fraction(match[5]) - Fraction(match[3]) * (1 if match[2] == "+" else -1)
        if match[0] not in heard and said(
            item.correct_answer, "inequality", f"{match[1]} {match[4]} {bound}"
        ):
            return match[0]
    for pattern, sign in _BOUNDS if letter else ():
        for match in pattern.finditer(text):
            if match[0] not in heard and said(
                item.correct_answer, item.answer_kind, f"{letter[0] if letter else ''} {sign} {match[1]}"
            ):
                return match[0]
    return ""
