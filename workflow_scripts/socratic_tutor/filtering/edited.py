"""The answer told as an edit to the student's own: another digit or number in it, members of a list or set.

`READINGS` say of (right answer, student's answer, sentence, item) whether the sentence tells such an edit that makes
the right answer. Text is lower case with numerals (`numerals.numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.records import Item

TURN = (
    r"\b(?:swap\w*|switch\w*|revers\w+|exchang\w+|trad(?:e|ing)|flip\w*|interchang\w+|turn(?:ed|ing)?|invert\w*"
    r"|backwards?|other (?:way|order)|opposite order|wrong (?:way|order)|upside down|back to front|mixed up|chang\w+|right to left|from the (?:end|right))\b"
)
SIGNS = re.compile(
    r"\b(?:chang\w+|flip\w*|turn\w*|switch\w*|swap\w*|revers\w+|opposite|other|wrong|negat\w+|drop|lose|remove|add|put|missing|needs?"
    r"|forgot)\b[^.?!]{0,40}\b(?:signs?|minus|numbers|symbol|inequality|arrow|direction|way|ones?|answer)\b"
    r"|\b(?:signs?|minus|symbol)\b[^.?!]{0,40}\b(?:chang\w+|flip\w*|turn\w*|switch\w*|swap\w*|revers\w+|opposites?|other way|wrong|missing)\b"
    r"|\bminus(?: signs?)?\b[^.?!]{0,30}\b(?:in front|before|both|each)\b"
    r"|\b(?:both|numbers|answers?|solutions?|it)\b[^.?!]{0,24}\b(?:be|are|is) (?:positive|negative)\b"
    r"|\b(?:replac|swap|turn|chang|flip|mirror)\w*\b[^.?!]{0,20}[<>]"
    r"|\bwithout (?:the |their |its |any )?(?:minus|signs?)\b|\bopposites?\b|\bnegative(?:s)? of (?:your|what|both|the)\b|\bbut negative\b|\bother (?:side|direction)\b"
)
_EDITS = re.compile(
    r"\b(?:chang\w+|should|must|swap\w*|switch\w*|replac\w+|instead|rather|not|exchang\w+|trad\w+|turn\w*|needs?|make|becomes?|put|where|rest)\b"
)
_DIGIT_WORD = re.compile(
    r"\b(?:digits?|tens|ones|hundreds|10s|1s|first|second|third|last|front|place|start\w*|beginning|end|middle|your|-?\d{2,})\b"
)


_APPENDS = re.compile(
    r"\b(?:add|put|append|write|another|extra|with|hang|stick)\b[^.?!]{0,20}\b(?:zero|0)\b(?!\.)[^.?!]{0,30}|\b(?:zero|0)\b(?!\.)[^.?!]{0,20}\b(?:behind|after|at the end|missing)\b"
)


_ZERO_PUT_IN = re.compile(
    r"\b(?:another|extra|an?|1|more) (?:zero|0)\b[^.?!]{0,30}\b(?:between|after|in front|before|behind|at)\b"
)


def _zero_appended(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    right_said, theirs = item.correct_answer.strip(), item.wrong_answer.strip()
    if _ZERO_PUT_IN.search(text) and theirs in {
        right_said[:i] + right_said[i + 1 :] for i, c in enumerate(right_said) if c == "0"
    }:
        return True
    worths = [re.match(r"\W*(\d+)(?!\d|\.)", said) for said in (item.correct_answer, item.wrong_answer)]
    return bool(worths[0] and worths[1] and worths[0][1] == worths[1][1] + "0" and _APPENDS.search(text))


_PART_IS = re.compile(
    r"\b(?:top|bottom|numerator|denominator|(?:first|second|other) (?:number|coordinate|one)|quotient|remainder)\b"
    r"[^.?!\d-]{0,20}\b(?:is|becomes)\b"
)
_SIGNED = re.compile(r"(?<![\w)])-?\d+(?:\.\d+)?|\d+(?:\.\d+)?")


def _another_part(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "The tens digit should be 4", "the second term is -12": one digit or number of the student's replaced."""
    tight = [re.sub(r"(?<=[-+]) ", "", said.strip()) for said in (item.correct_answer, item.wrong_answer)]
    for part, several in ((_SIGNED, 2), (re.compile(r"\d"), 1)):
        one, other = (part.findall(said) for said in tight)
        changed = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
        alike = len(one) == len(other) >= several and part.sub("#", tight[0]) == part.sub("#", tight[1])
        if not alike or len(changed) != 1:
            continue
        new, old = changed[0]
        if new.lstrip("-") == old.lstrip("-") and SIGNS.search(text):
            return True
        bare = new.lstrip("-") if (new[0] == "-") == (old[0] == "-") else new
        named = re.search(rf"(?<![\d./,:-])(?:{re.escape(new)}|{bare})(?![\d/:]|[.,]\d)", text)
        whole = (
            several > 1
            or _DIGIT_WORD.search(text)
            or re.search(rf"(?<![\d.,/:]){old}(?![\d/:]|[.,]\d)", text)
        )
        if named and whole and (_EDITS.search(text) or (several > 1 and _PART_IS.search(text))):
            return True
    return False


def _quotient_off(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "One group fewer than yours, 7 left over"."""
    if right.kind != "remainder" or right.value == wrong.value:
        return False
    step = re.search(r"(?<![\d.])(\d) (?:\w+ )?(more|fewer|less)\b", text)
    named = re.findall(r"(?<![\d.])\d+(?![\d.])", text)
    if step is None or str(right.value[1]) not in named[1:]:
        return False
    return bool(right.value[0] - wrong.value[0] == int(step[1]) * (1 if step[2] == "more" else -1))


_OFFSET = re.compile(
    r"(?<![\d.])(\d{1,4}) (?:\w+ )?(?:(more|higher|bigger|larger|greater)|less|fewer|lower|smaller)\b"
)


_TO_BOTH = re.compile(r"\b(add|subtract|take) (\d{1,4})(?: more)? (?:to|from) (?:both|each)\b")


def _parts_off(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "The quotient is 1 less than yours and the remainder 4 more": each part by its distance."""
    if right.kind not in ("remainder", "coordinate", "ratio") or right.value == wrong.value:
        return False
    to_both = _TO_BOTH.search(text)
    if to_both:
        step = Fraction(to_both[2]) * (1 if to_both[1] == "add" else -1)
        return tuple(part + step for part in wrong.value) == right.value
    steps = [Fraction(found[1]) * (1 if found[2] else -1) for found in _OFFSET.finditer(text)]
    if len(steps) != len(wrong.value):
        return False
    return tuple(a + b for a, b in zip(wrong.value, steps, strict=True)) == right.value


def _rounded_otherwise(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "Round up instead of down"."""
    if not isinstance(right.value, Fraction) or "round" not in item.problem.lower():
        return False
    way = re.search(r"\b(?:round\w*|go|goes|should be|it is|it's)\b[^.?!]{0,12}\b(up|down)\b", text)
    return bool(way and (right.value > wrong.value) == (way[1] == "up"))


_PLACE_NAMES = {"ones": -1, "last": -1, "tens": -2, "hundreds": -3, "first": 0, "front": 0, "second": 1}
_BY_HOW_MUCH = re.compile(
    r"(?<![\d.])(?:(?<=by )|(?=[1-9] [a-z]))([1-9])(?: (?:short|off|more|less|higher|lower|bigger|smaller|too|greater|up|down|fewer|larger)|$|[.!,])"
)


def _digit_off(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "Your tens digit is 1 too big"."""
    one, other = item.correct_answer.strip(), item.wrong_answer.strip()
    by = _BY_HOW_MUCH.search(text)
    if len(one) != len(other) or by is None or not (one + other).isdigit():
        return False
    changed = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    places = [place % len(one) for name, place in _PLACE_NAMES.items() if re.search(rf"\b{name}\b", text)]
    return (
        len(changed) == 1
        and changed[0] in places
        and abs(int(one[changed[0]]) - int(other[changed[0]])) == int(by[1])
    )


_BEFORE = re.compile(r"-?[\d./]+[^\d.?!-]{1,24}\bbefore\b[^\d.?!-]{0,12}-?[\d./]+")
_FRONT, _BACK = (
    r"\b(?:first|front|beginning|start|least|smallest)\b",
    r"\b(?:last|end|greatest|largest|back)\b",
)
_MOVES = re.compile(rf"{TURN}|\b(?:belongs?|move|moves|put|goes|comes|should|is|sits)\b")


def _members_moved(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """Members of a list that stand elsewhere in the student's, told by their values or their places."""
    if right.kind != "list":
        return False
    parts, theirs = list(right.value), list(wrong.value)
    moved = {i for i, (a, b) in enumerate(zip(parts, theirs, strict=False)) if a != b}
    if sorted(parts) != sorted(theirs) or not moved or not _MOVES.search(text):
        return False
    said = (Fraction(n) for n in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?(?![\d/])", text))
    named = [one for one in said if one in parts]
    if _BEFORE.search(text) and len(named) == 2:
        return parts.index(named[0]) < parts.index(named[1]) and theirs.index(named[0]) > theirs.index(
            named[1]
        )
    places = {place for words, place in ((_FRONT, 0), (_BACK, len(parts) - 1)) if re.search(words, text)}
    if len(named) == 1:
        return any(parts[place] == named[0] != theirs[place] for place in places | _middle(parts, text))
    several = re.search(r"\b(first|last) 2\b", text)
    if several:
        places = {0, 1} if several[1] == "first" else {len(parts) - 2, len(parts) - 1}
    turned = moved == (places or {theirs.index(one) for one in named})
    rolled = parts in (theirs[-1:] + theirs[:-1], theirs[1:] + theirs[:1]) and len(places) == 2
    return bool((turned and re.search(rf"{TURN}|{_FRONT}.*{_BACK}|{_BACK}.*{_FRONT}", text)) or rolled)


def _middle(parts: list[Fraction], text: str) -> set[int]:
    return {1} if len(parts) == 3 and re.search(r"\bmiddle\b", text) else set()


_ALSO = re.compile(
    r"\b(?:too|also|need|still|partners?|other|forgot|forget|missing|as well|another|works|plus|add|put|write|second|missed|lacks?)\b"
)


def one_missing(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """The members of a set that the student has not named: "-7 works too"."""
    if right.kind != "set":
        return False
    parts = {part for part in right.value if isinstance(part, Fraction)}
    theirs = {Fraction(n) for n in re.findall(r"(?<![\d./])-?\d+(?:\.\d+)?(?![\d/.])", item.wrong_answer)}
    left = parts - theirs
    if not left or not theirs & parts:
        return False
    named = {Fraction(n) for n in re.findall(r"(?<![\d./])-?\d+(?:\.\d+)?(?![\d/])", text)}
    its_opposite = re.search(r"\b(?:opposite|negative)\b", text) and left == {
        -part for part in theirs & parts
    }
    return bool(_ALSO.search(text) and left <= named) or bool(its_opposite)


READINGS: tuple[Callable[[Answer, Answer, str, Item], bool], ...] = (
    _zero_appended,
    _another_part,
    _digit_off,
    _quotient_off,
    _parts_off,
    _rounded_otherwise,
    _members_moved,
)
