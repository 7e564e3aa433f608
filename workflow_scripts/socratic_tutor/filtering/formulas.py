"""Formulas in words, and formulas worth the answer: "multiply h by 20, then add 30", "a + a + 6".

The words of a sentence become signs and the problem's names become its letters; what results is compared with the
answer by its worth, whatever its form, unless the conversation holds that form. Text is lower case with numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.expressions import canonical_or_none, expression_spans
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.values import answer_of
from socratic_tutor.scoring.values import said as said_as

_NAMED = re.compile(r"\b([a-z]{3,})(?:,)? (?:is |be |as |in )?([a-z])\b(?! [a-z]+ )")
_NAMED_AFTER = re.compile(r"\b([a-z]),? (?:is |be |for |the |of |number ){0,4}([a-z]{3,})\b")
_PIECE = re.compile(r"[^\n.!?;]*(?:[.!?;](?!\s|$)[^\n.!?;]*)*[.!?;]*")
_TERM = r"((?:\d{1,6}\*)?(?:\d{0,6} ?[a-z](?:\^\d)?|\d{1,6}(?:\.\d{1,4})?(?: ?\* ?[a-z])?|\([^()]{1,40}\)))(?![\w^])"
_SUM = r"(\d{0,4}[a-z](?:\^\d)?(?: ?[-+] ?\d{0,4}[a-z]?(?:\^\d)?(?![a-z])){1,3})"
_SPOKEN = tuple(
    (re.compile(pattern), signs)
    for pattern, signs in (
        (r"[-]?\b(?:squared|to the (?:2nd|second|2)(?: power)?|to the power (?:of )?2)\b", "^2"),
        (r"(?<=\b[a-z])'?s\b", ""),
        (r"\b(?:the )?square of ([a-z])\b", r"\1^2"),
        (rf"\b(?:double|twice|2 times) {_SUM}(?=[.,!]| and\b|$)", r"2*(\1)"),
        (r"\b(?:the )?(?:square )?root of (\d{1,4})", r"√\1"),
        (r"(\d{1,4}) times (√\d{1,4})", r"\1\2"),
        (rf"\b1/(\d{{1,3}}) of {_TERM}", r"\2/\1"),
        (rf"\b(?:double|twice|2 times) {_TERM}", r"2*\1"),
        (rf"\b(?:triple|thrice) {_TERM}", r"3*\1"),
        (rf"\bmultiply(?:ing)? {_TERM} (?:by|with|times) {_TERM}", r"\1*\2"),
        (rf"\b(?:the )?sum of {_TERM} and {_TERM}", r"(\1 + \2)"),
        (
            rf"{_TERM} (?:multiplied by|times|lots of|copies of|for (?:each|every)|per) (?:the |each |every |an? )?{_TERM}",
            r"\1*\2",
        ),
        (rf"{_TERM} (?:more than|added to|greater than|on top of|over and above) {_TERM}", r"\2 + \1"),
        (rf"{_TERM} (?:less than|fewer than|subtracted from|taken from|taken away from) {_TERM}", r"\2 - \1"),
        (rf"\bwith (?:an? )?(?:extra )?{_TERM} (?:added|more|on top)", r"+ \1"),
        (rf"\bwith (?:an? )?{_TERM} (?:taken away|subtracted|less|taken off|removed)", r"- \1"),
        (r",? ?\b(?:and |but )?(?:then )?(?:add(?:ed)?|plus|increased by)(?: an?(?= \d))?\b", " +"),
        (
            r",? ?\b(?:and |but )?(?:then )?(?:subtract(?:ed)?|take away|takeaway|minus|less|decreased by|reduced by)(?: an?(?= \d))?\b",
            " -",
        ),
        (r",? \band (?=-\d)", " "),
        (r"\b(?:times|multiplied by)\b|×|·", "*"),
        (r"\b(?:equals?|is equal to)\b", "="),
        (r"(.{3,60}) to (?:get|find) ([a-z])\b", r"\2 = \1"),
        (
            r",? \band (?=\d{1,6}(?:$|[ .,!]| more\b))|, (?=\d*[a-z]\b and\b)|,? \band (?=the \d)|,? \band an? (?=\d)",
            " + ",
        ),
        (r"\bthe (?=\d*[a-z]?\b)", ""),
    )
)
_TERMS = re.compile(r"(-?\d*)([a-z]?)(?:\^(\d))?(?=[+-]|$)")
_SPEAKS_OF_PARTS = re.compile(
    r"\b(?:coefficients?|constants?|terms?|slope|gradient|intercepts?|rate|goes with|alone|in front of|next to|beside|starts? (?:at|with)|stays|comes out|outside|leaves)\b|\b[a-c] ?= ?-?\d"
)
_NUMBER = re.compile(r"(?<![\d.^])-?\d{1,6}(?:\.\d{1,4})?(?![\d^]|\.\d)")
_OWN_CHANGED = re.compile(r"\b(?:your|yours|you|missing|lacks?|insert|middle|add|plus|minus|subtract|take)\b")


# "3 times x is 3x, 3 times 4 is 12": the terms that are worked out one by one.
_TERM_RESULT = re.compile(
    r"(?:[*×·]|times) ?[^=.,;]{1,12}? ?(?:is|=|gives|makes) (-?\d*[a-z]?(?:\^\d)?)(?![\w^/])"
)


def formula(item: Item, text: str, heard: str) -> str:
    """The words worth the answer's formula, "" when none are; text and heard as `numerals`."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None or right.kind not in ("expression", "equation"):
        return ""
    wanted = [right, *_right_side(right)]
    if not any(wanted):
        return ""
    literal, translated = (
        {_bare(span) for _, _, span in _spans(right, way)} for way in (heard, _in_letters(heard, heard))
    )
    words = set(re.findall(r"\w+", heard))
    for piece in _PIECE.findall(text[:3000]):
        if not piece.strip() or piece.strip() in heard:
            continue
        said = literal | translated if words.issuperset(re.findall(r"\w+", piece)) else literal
        for way in dict.fromkeys(
            (_in_letters(piece, heard), piece, re.sub(r"\b([a-z])(\d)\b", r"\1^\2", piece))
        ):
            if "√" in way and any(
                not re.search(rf"(?<!\d){re.escape(_bare(hit.text))}", _bare(heard))
                for hit in said_as(right.text, right.kind, way)
            ):
                return shorten(piece)
            if found := _worth(item, right, wanted, way, said):
                return shorten(found)
        factors = re.findall(r"\(([^()]+)\)", _bare(right.text))
        if (
            len(factors) > 1
            and "?" not in piece
            and all(f in _bare(piece) and f not in _bare(heard) for f in factors)
        ):
            return shorten(piece)
        joined = " + ".join(_TERM_RESULT.findall(piece))
        if joined and any(
            canonical_or_none(joined) == one.value for one in wanted if one.kind == "expression"
        ):
            return shorten(piece)
        if "?" not in piece and _SPEAKS_OF_PARTS.search(piece) and _names_parts(right, piece):
            return shorten(piece)
    return ""


def _right_side(right: Answer) -> Iterator[Answer]:
    """Of an equation y = ... what it says y is."""
    if right.kind == "equation":
        for side in right.text.split("="):
            found = answer_of(side.strip(), "expression")
            if found is not None and len(side.strip()) > 2:
                yield found


_POSITION = re.compile(r"\b(?:the )?(?:position|place|term number|place number|input)\b")


def _in_letters(piece: str, heard: str) -> str:
    """The piece with words as signs and the problem's names ("the cost c") as their letters."""
    way = piece
    for name, letter in _names(heard).items():
        way = re.sub(rf"\b(?:the )?(?:number of )?{re.escape(name.rstrip('s'))}s?\b", letter, way)
    letters = set(re.findall(r"\b[a-z]\b", heard)) - {"a", "i"}
    if len(letters) == 1:
        way = _POSITION.sub(next(iter(letters)), way)
    for pattern, signs in _SPOKEN:
        way = pattern.sub(signs, way)
    return re.sub(r"\b([a-z]) (?:is|would be|must be|should be) ", r"\1 = ", " ".join(way.split()))


def _names(heard: str) -> dict[str, str]:
    """Things that a letter stands for: "the cost c for h hours"."""
    pairs = [(match[1], match[2]) for match in _NAMED.finditer(heard)]
    pairs += [(match[2], match[1]) for match in _NAMED_AFTER.finditer(heard)]
    return {name: letter for name, letter in pairs if name[0] == letter}


def _spans(right: Answer, text: str) -> list[tuple[int, int, str]]:
    letters = "".join(sorted(set(re.findall(r"[a-z]", right.text.lower()))))
    return expression_spans(text, letters) if letters else []


def _bare(span: str) -> str:
    return re.sub(r"[\s*]", "", span.lower())


def _worth(item: Item, right: Answer, wanted: list[Answer], way: str, said: set[str]) -> str:
    if right.kind == "equation" and mentions(right, way) and _bare(way.strip(" .!")) not in said:
        return way
    own = canonical_or_none(item.wrong_answer) if right.kind == "expression" else None
    changes = own is not None and "?" not in way and bool(_OWN_CHANGED.search(way))
    for number in _NUMBER.findall(way) if changes and len(way) < 60 else ():
        if any(
            canonical_or_none(f"({item.wrong_answer}) {sign} {number.lstrip('-')}") == right.value
            for sign in "+-"
        ):
            return way
    for start, end, span in _spans(right, way):
        if _bare(span) in said or not re.search(r"[a-z]", span):
            continue
        if re.search(r"[-+*/(]|\d *[a-z]", span):
            value = canonical_or_none(span)
            if value is not None and any(value == one.value for one in wanted if one.kind == "expression"):
                return way[start:end] or span
        if changes and any(
            canonical_or_none(f"({item.wrong_answer}) {sign} ({span.lstrip('+-* ')})") == right.value
            for sign in "+-"
        ):
            return way
    return ""


def _names_parts(right: Answer, piece: str) -> bool:
    """Whether the sentence names all coefficients ("the slope is 20 and the intercept 30")."""
    if "√" in right.text:
        return set(re.findall(r"\d+", right.text)) <= set(_NUMBER.findall(piece)) and "√" in piece
    side = re.sub(r"\s|\*", "", right.text.lower().rpartition("=")[2])
    found = [match for match in _TERMS.finditer(side) if match[0]]
    values = [(match[1] + ("1" if match[1] in ("", "-") else "")).lstrip("+") for match in found]
    named = _NUMBER.findall(piece)
    return len(values) > 1 and set(values) - {"1"} <= set(named) <= set(values) | {"1", "2"}
