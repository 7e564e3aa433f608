"""The answer told as a change to the student's own: swap them, turn the sign, move the point, another digit.

Each reading makes the changed answer and holds the words back only when it is the right one. Words that ask
("what happens if you swap them?") are left to the student.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.values import answer_of

_TURN = (
    r"\b(?:swap\w*|switch\w*|revers\w+|exchang\w+|trad(?:e|ing)|flip\w*|interchang\w+|turn(?:ed|ing)?|invert\w*"
    r"|backwards?|other (?:way|order)|opposite order|wrong (?:way|order)|upside down|back to front|mixed up|chang\w+)\b"
)
_THEIRS = (
    r"\b(?:your|yours|you|them|it|both|two|numbers|coordinates|order|ratio|fraction|parts|round|around)\b"
)
_SWAPS = re.compile(
    rf"{_TURN}[^.?!]{{0,40}}{_THEIRS}|{_THEIRS}[^.?!]{{0,40}}{_TURN}|\bthe other way (?:a?round)\b"
)
_SIGNS = re.compile(
    r"\b(?:chang\w+|flip\w*|turn\w*|switch\w*|swap\w*|revers\w+|opposite|other|wrong|negat\w+|drop|lose|remove|add|put|missing|needs?"
    r"|forgot)\b[^.?!]{0,40}\b(?:signs?|minus|numbers|symbol|inequality|arrow|direction|way|ones?|answer)\b"
    r"|\b(?:signs?|minus|symbol)\b[^.?!]{0,40}\b(?:chang\w+|flip\w*|turn\w*|switch\w*|swap\w*|revers\w+|opposites?|other way|wrong|missing)\b"
    r"|\bminus(?: signs?)?\b[^.?!]{0,30}\b(?:in front|before|both|each)\b"
    r"|\bopposites?\b|\bnegative(?:s)? of (?:your|what|both|the)\b|\bbut negative\b|\bother (?:side|direction)\b"
)
_NOT_THIS = re.compile(r"\b(?:not|in place of|instead of|rather than|isn't)\b")
_POINT = re.compile(
    r"\b(?:point|spot|decimal|comma|dot|digits?)\b[^.?!]{0,60}\b(left|right|back|forward)\b"
    r"|\b(left|right|back|forward)\b[^.?!]{0,40}\b(?:point|spot|decimal|comma)\b"
)
_STEPS = re.compile(
    r"(?<![\d.])([1-4])(?: more| further)? (?:decimal )?(?:places?|spots?|steps?|digits?|positions?)|\b(once|twice)\b"
)
_TIMES_OFF = re.compile(r"(?<![\d.])(10|100|1000) times (?:too )?([a-z]+)|\b(tenth|hundredth) of")
_DIGIT = re.compile(r"(?<![\d.,/:])\d(?![\d/:]|[.,]\d)")
_EDITS = re.compile(
    r"\b(?:chang\w+|should|must|swap\w*|switch\w*|replac\w+|instead|rather|not|exchang\w+|trad\w+|turn\w*|needs?|make|becomes?|put|where|rest)\b"
)
_DIGIT_WORD = re.compile(
    r"\b(?:digits?|tens|ones|hundreds|10s|1s|first|second|third|last|front|place|start\w*|beginning|end|middle|your|-?\d{2,})\b"
)
_OTHER_ONE = re.compile(
    r"^\W*(?:(?:so|no|well|then|hmm|look|actually)\W+)*(?:(?:it|that|answer|it's|that's|take|choose|pick|try|go for|is|was|should|be|must|the answer|would|i would|i'd) )*"
    r"(?:the )?(?:other(?: (?:one|\w+))?|opposite(?: (?:one|of (?:what )?(?:you\b|yours?)[^.?!]*))?"
    r"|(?:one|\w+) (?:that )?you (?:did(?: not|n't)|have(?: not|n't)) (?:pick|choose|chose|name|say|take|said|picked|chosen|named|taken|circle|circled)\w*)\W*$"
)
_SHOULD_TURN = re.compile(
    r"\b(?:say|be|is|choose|pick|should|take|must)\b[^.?!]{0,30}\b(?:opposite|other|reverse|contrary)\b"
)


def exchanged(item: Item, text: str, heard: str) -> str:
    """The words that change the student's answer into the right one, "" when none do; text as `numerals`."""
    right, wrong = (answer_of(said, item.answer_kind) for said in (item.correct_answer, item.wrong_answer))
    if right is None:
        return ""
    for sentence in re.findall(r"[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*", text[:4000]):
        flat = sentence.strip()
        if not flat or "?" in flat or flat in heard or _TELLS_A_STORY.match(flat):
            continue
        if right.kind == "choice" and _OTHER_ONE.match(flat):
            return shorten(flat)
        if not _bare(flat):
            continue
        if right.kind == "set" and _one_missing(right, right, flat, item):
            return shorten(flat)
        if wrong is not None and any(reading(right, wrong, flat, item) for reading in _READINGS):
            return shorten(flat)
    return ""


_OWN_WORDS = frozenset(
    ["your", "yours", "you", "the", "a", "an", "it", "its", "both", "two", "numbers", "coordinates", "order", "ratio", "fraction", "parts", "round", "around", "of", "in", "to", "and", "but", "then", "with", "for", "is", "be", "should", "must", "needs", "has", "have", "are", "by", "on", "at", "one", "first", "last", "second", "digit", "digits", "tens", "ones", "sign", "signs", "minus", "answer", "point", "decimal", "place", "places", "spot", "spots", "left", "right", "back", "forward", "other", "way", "direction", "time", "times", "too", "large", "small", "big", "far", "not", "from", "into", "what", "that", "this", "them", "put", "make", "move", "shift", "slide", "hop", "spot", "point's", "opposite", "opposites", "rather", "instead", "more", "less", "than", "greater", "smaller", "symbol", "inequality", "arrow", "only", "just", "simply", "get", "got", "so", "now", "further", "once", "twice", "true", "correct", "work", "here", "belongs", "belong", "fine", "stays", "stay", "there", "front", "start", "beginning", "end", "middle", "list", "values", "value", "pair", "number", "either", "each", "change", "changed", "group", "groups", "over", "row", "rows", "than", "term", "terms", "zero", "behind", "add", "yours", "where", "too", "also", "other", "forgot", "forget", "missing", "works", "well", "another", "same", "instead", "before", "comes", "goes", "come", "go", "turn", "turned", "flip", "flipped", "swap", "swapped", "switch", "switched", "reverse", "reversed", "said", "say", "wrote"]
)


def _bare(flat: str) -> bool:
    """Whether the sentence speaks of the answer and what to do to it alone."""
    rest = [w for w in re.findall(r"[a-z]+", flat) if w not in _OWN_WORDS and not re.search(_TURN, w)]
    return len(rest) <= 2


_TELLS_A_STORY = re.compile(
    r"^\W*(?:(?:you|they|the \w+) (?:have )?(?:swapped|switched|turned|flipped|changed|said|wrote|put)|if|suppose|when|point at|look at)\b"
)


def _swapped(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    if not _SWAPS.search(text) or right.value == wrong.value:
        return False
    if right.kind == "fraction" and wrong.value:
        return bool(right.value == 1 / wrong.value)
    return isinstance(right.value, tuple) and right.value in (
        wrong.value[::-1],
        (*wrong.value[1:], wrong.value[0]),
    )


def _negated(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    if not _SIGNS.search(text):
        return False
    if isinstance(right.value, Fraction):
        return right.value == -wrong.value != 0
    if right.kind == "inequality":
        return _sides(right.text) == _sides(wrong.text) and right.value != wrong.value
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
    powers = [power for power in range(-4, 5) if power and ratio == Fraction(10) ** power]
    if not powers:
        return False
    if off := _TIMES_OFF.search(text):
        size = {"10": 1, "100": 2, "1000": 3, "tenth": 1, "hundredth": 2}[off[1] or off[3]]
        return size == abs(powers[0])
    if not _POINT.search(text):
        return False
    count = _STEPS.search(text)
    places = 1 if count is None else int(count[1] or {"once": 1, "twice": 2}[count[2]])
    return places == abs(powers[0])


_APPENDS = re.compile(
    r"\b(?:add|put|append|write|another|extra|with|hang|stick)\b[^.?!]{0,20}\b(?:zero|0)\b[^.?!]{0,30}|\b(?:zero|0)\b[^.?!]{0,20}\b(?:behind|after|at the end|missing)\b"
)


def _zero_appended(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    worths = [re.match(r"\W*(\d+)(?!\d|\.)", said) for said in (item.correct_answer, item.wrong_answer)]
    return bool(worths[0] and worths[1] and worths[0][1] == worths[1][1] + "0" and _APPENDS.search(text))


def _another_number(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "The second term should be -12": one number of the student's answer replaced."""
    one, other = (re.findall(r"\d+(?:\.\d+)?", said) for said in (item.correct_answer, item.wrong_answer))
    shapes = [re.sub(r"\d+(?:\.\d+)?", "#", said) for said in (item.correct_answer, item.wrong_answer)]
    if shapes[0] != shapes[1] or len(one) < 2 or not _EDITS.search(text):
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(changed) == 1 and bool(
        re.search(rf"(?<![\d./]){re.escape(changed[0][0])}(?![\d/]|\.\d)", text)
    )


def _quotient_off(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "One group fewer than yours, 7 left over"."""
    if right.kind != "remainder" or right.value == wrong.value:
        return False
    step = re.search(r"(?<![\d.])(\d) (?:\w+ )?(more|fewer|less)\b", text)
    named = re.findall(r"(?<![\d.])\d+(?![\d.])", text)
    if step is None or str(right.value[1]) not in named[1:]:
        return False
    return bool(right.value[0] - wrong.value[0] == int(step[1]) * (1 if step[2] == "more" else -1))


def _another_digit(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """ "The tens digit should be 4": one digit of the student's answer replaced."""
    one, other = item.correct_answer.strip(), item.wrong_answer.strip()
    if len(one) != len(other) or not _EDITS.search(text):
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(changed) != 1 or not changed[0][0].isdigit():
        return False
    digits = _DIGIT.findall(text)
    return changed[0][0] in digits and (bool(_DIGIT_WORD.search(text)) or changed[0][1] in digits)


def _other_choice(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    return right.kind == "choice" and right.value != wrong.value and bool(_SHOULD_TURN.search(text))


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


def _two_swapped(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
    """Two members of a list swapped, by their places or their values, or put in their order."""
    if right.kind != "list":
        return False
    parts, theirs = list(right.value), list(wrong.value)
    moved = [i for i, (a, b) in enumerate(zip(parts, theirs, strict=False)) if a != b]
    if sorted(parts) != sorted(theirs) or not moved:
        return False
    named = [Fraction(n) for n in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?(?![\d/])", text)]
    if (before := re.search(r"(-?[\d./]+)[^\d.?!-]{1,24}\bbefore\b[^\d.?!-]{0,12}(-?[\d./]+)", text)) and len(
        named
    ) == 2:
        return (
            parts.index(named[0]) < parts.index(named[1]) and theirs.index(named[0]) > theirs.index(named[1])
            if set(named) <= set(parts) and before
            else False
        )
    places = {
        "first": 0,
        "front": 0,
        "beginning": 0,
        "least": 0,
        "smallest": 0,
        "last": -1,
        "end": -1,
        "greatest": -1,
        "largest": -1,
    }
    if len(parts) == 3:
        places["middle"] = 1
    if len(named) == 1 and any(
        re.search(rf"\b{word}\b", text) and parts[at] == named[0] != theirs[at] for word, at in places.items()
    ):
        return True
    if len(moved) == 2 and re.search(_TURN, text):
        ends = {
            "first 2": (0, 1),
            "last 2": (len(parts) - 2, len(parts) - 1),
            "first and last": (0, len(parts) - 1),
        }
        by_place = any(words in text and tuple(moved) == where for words, where in ends.items())
        return by_place or {theirs[i] for i in moved} == set(named)
    to_front = re.search(r"\b(?:front|beginning|start|first)\b", text) and re.search(
        r"\b(?:last|end)\b", text
    )
    return bool(to_front and re.search(r"\b(?:belongs|move|put|goes)\b", text)) and parts in (
        theirs[-1:] + theirs[:-1],
        theirs[1:] + theirs[:1],
    )


_ALSO = re.compile(
    r"\b(?:too|also|other|forgot|forget|missing|as well|another|works|plus|add|second|missed|lacks?)\b"
)


def _one_missing(right: Answer, wrong: Answer, text: str, item: Item) -> bool:
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
    _zero_appended,
    _another_digit,
    _another_number,
    _digit_off,
    _quotient_off,
    _two_swapped,
    _other_bound,
    _other_choice,
)
