"""The answer told as a change to the student's own: swap them, turn the sign, move the point, another digit.

Each reading makes the changed answer and holds the words back only when it is the right one. Words that ask
("what happens if you swap them?") are left to the student.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.measures import unit_of
from socratic_tutor.filtering.edited import READINGS, SIGNS, TURN, one_missing
from socratic_tutor.filtering.wording import besides_numbers
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.stated import SENTENCE
from socratic_tutor.scoring.values import answer_of

_THEIRS = (
    r"\b(?:your|yours|you|them|it|both|two|numbers|coordinates|order|ratio|fraction|parts|round|around)\b"
)
_SWAPS = re.compile(
    rf"{TURN}[^.?!]{{0,40}}{_THEIRS}|{_THEIRS}[^.?!]{{0,40}}{TURN}|\bthe other way (?:a?round)\b"
)
_WHERE_YOU_HAVE = re.compile(r"\b(-?\d+) where you (?:have|had|wrote|put) (-?\d+).{1,12}\2 where .{0,20}\1")
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_NOT_THIS = re.compile(r"\b(?:not|in place of|instead of|rather than|isn't)\b")
_POINT = re.compile(
    r"\b(?:point|spot|decimal|comma|dot|digits?)\b[^.?!]{0,60}\b(?:left|(?<!is )(?<!are )right|back|forward)\b"
    r"|\b(?:left|right|back|forward)\b[^.?!]{0,40}\b(?:point|spot|decimal|comma)\b"
)
_OTHER_ONE = re.compile(
    r"^\W*(?:(?:so|no|well|then|hmm|look|actually)\W+)*(?:(?:it|that|answer|it's|that's|take|choose|pick|try|go for|is|was|should|be|must|the answer|would|i would|i'd) )*"
    r"(?:the )?(?:other(?: (?:one|\w+))?|opposite(?: (?:one|of (?:what )?(?:you\b|yours?)[^.?!]*))?"
    r"|(?:one|\w+) (?:that )?you (?:did(?: not|n't)|have(?: not|n't)) (?:pick|choose|chose|name|say|take|said|picked|chosen|named|taken|circle|circled)\w*)\W*$"
)
_THE_UNCHOSEN = re.compile(r"\byou did(?: not|n't) (?:pick|choose|name|take|say)\b")
_SHOULD_TURN = re.compile(
    r"\b(?:say|be|is|choose|pick|should|take|must)\b[^.?!]{0,30}\b(?:opposite|other|reverse|contrary)\b"
)


def exchanged(item: Item, text: str, heard: str) -> str:
    """The words that change the student's answer into the right one, "" when none do; text as `numerals`."""
    right, wrong = (answer_of(said, item.answer_kind) for said in (item.correct_answer, item.wrong_answer))
    if right is None:
        return ""
    if wrong is None and right.kind == "measure":  # "24" of a student who left the unit out
        wrong = answer_of(f"{item.wrong_answer} {unit_of(right)}", "measure")
    for sentence in SENTENCE.findall(text[:4000]):
        flat = sentence.strip()
        if not flat or "?" in flat or flat in heard or _TELLS_A_STORY.match(flat):
            continue
        if right.kind == "choice" and _OTHER_ONE.match(flat):
            return shorten(flat)
        if right.kind == "choice" and _THE_UNCHOSEN.search(flat) and not _NOT_THIS.search(flat):
            return shorten(flat)
        if not _bare(flat, heard):
            continue
        if right.kind == "set" and one_missing(right, right, flat, item):
            return shorten(flat)
        if wrong is not None and any(reading(right, wrong, flat, item) for reading in _READINGS):
            return shorten(flat)
        given = _given(item) if right.kind == "coordinate" else None
        if given is not None and any(
            reading(right, given, flat, replace(item, wrong_answer=given.text)) for reading in _READINGS
        ):
            return shorten(flat)
    return ""


def _given(item: Item) -> Answer | None:
    """The point that the problem holds, when it holds one: an edit of it may make the answer."""
    found = re.findall(r"\([^()]{3,20}\)", item.problem)
    return answer_of(found[0], item.answer_kind) if len(found) == 1 else None


def _bare(flat: str, heard: str) -> bool:
    """Whether the sentence speaks of the answer and what to do to it alone."""
    rest = [word for word in besides_numbers(flat) if not re.search(TURN, word)]
    return len(rest) <= 4 and sum(word not in heard for word in rest) <= 2


_TELLS_A_STORY = re.compile(
    r"^\W*(?:(?:you|they|the \w+) (?:have )?(?:swapped|switched|turned|flipped|changed|said|wrote|put)|if|suppose|when|point at|look at)\b"
)


def _swapped(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    if not (_SWAPS.search(text) or _WHERE_YOU_HAVE.search(text)) or right.value == wrong.value:
        return False
    if right.kind in ("equation", "expression"):
        one, other = (_NUMBERS.findall(answer.text.replace(" ", "")) for answer in (right, wrong))
        return len(one) == 2 and one == other[::-1]
    if right.kind == "fraction" and wrong.value:
        return bool(right.value == 1 / wrong.value)
    return isinstance(right.value, tuple) and right.value in (
        wrong.value[::-1],
        (*wrong.value[1:], wrong.value[0]),
    )


def _negated(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    if not SIGNS.search(text):
        return False
    if isinstance(right.value, Fraction):
        return right.value == -wrong.value != 0
    if right.kind == "inequality":
        return _sides(right.text) == _sides(wrong.text) and right.value != wrong.value
    if right.kind in ("expression", "equation"):
        one, other = (
            re.sub(r"(\([^()]*\))\^2", r"\1\1", answer.text.replace(" ", "")) for answer in (right, wrong)
        )
        return one != other and re.sub(r"[-+\u2212]", "", one) == re.sub(r"[-+\u2212]", "", other)
    if right.kind not in ("set", "list", "coordinate"):
        return False
    parts, theirs = (
        [part for part in answer.value if isinstance(part, Fraction)] for answer in (right, wrong)
    )
    return sorted(parts) == sorted(-part for part in theirs) and sorted(parts) != sorted(theirs)


def _sides(text: str) -> str:
    return re.sub(r"[<>=≤≥\s]", "", text)


def _directed(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "Less than, not greater than": the sign of an inequality against the student's."""
    if (
        right.kind != "inequality"
        or _sides(right.text) != _sides(wrong.text)
        or ("<" in right.text) == ("<" in wrong.text)
    ):
        return False
    less, greater = (
        re.search(words, text)
        for words in (
            r"\b(?:less|smaller|below|under)\b|<",
            r"\b(?:greater|more|bigger|larger|above|over)\b|>",
        )
    )
    if (less if "<" in right.text else greater) and not (less and greater):
        return bool(re.search(r"\b(?:yours with|change (?:it|yours|your sign) to|make it|use)\b", text))
    negated = _NOT_THIS.search(text) or re.search(r"\b(?:to|with|into)\b", text)
    if not (less and greater and negated):
        return False
    wanted, other = (less, greater) if "<" in right.text else (greater, less)
    denied = _NOT_THIS.search(text)
    if denied:
        return denied.start() < other.start() and not denied.start() < wanted.start() < other.start()
    return bool(other.start() < wanted.start() or " with " in text)


def _shifted(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    if not isinstance(right.value, Fraction) or not wrong.value:
        return False
    ratio = right.value / wrong.value
    return any(ratio == Fraction(10) ** power for power in range(-4, 5) if power) and bool(
        _POINT.search(text)
    )


def _other_choice(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    return right.kind == "choice" and right.value != wrong.value and bool(_SHOULD_TURN.search(text))


def _other_bound(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "Same sign, but 4": the student's inequality with another number."""
    if right.kind != "inequality" or _sign_of(right.text) != _sign_of(wrong.text):
        return False
    number = re.search(r"-?\d+(?:[./]\d+)?", right.text)
    return bool(
        number
        and re.search(rf"(?<![\d.]){re.escape(number[0])}(?![\d/])", text)
        and re.search(r"\b(?:same|instead|not|but|rather)\b", text)
    )


def _sign_of(text: str) -> str:
    return "".join(re.findall(r"[<>=≤≥]", text))


_READINGS: tuple[Callable[[Answer, Answer, str, Item], bool], ...] = (
    _swapped,
    _negated,
    _directed,
    _shifted,
    _other_bound,
    _other_choice,
    *READINGS,
)
