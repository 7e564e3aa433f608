"""What a turn states and what it asks, and how near that comes to the answer: signs for what a turn tells.

They know no wording of a step or an answer: whose numbers stand in statements and in questions, whether
numbers that are stated come to the answer or say what is the matter with the student's, and common words of
duty, change, comparison. `last_steps` weighs them for last steps, `filtering.telling` for drafts that tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, compress

from socratic_tutor.records import Item
from socratic_tutor.scoring.text import plain_text, words
from socratic_tutor.scoring.values import answer_of, conversation, made_of, numbers_apart

Signs = dict[str, float]
Flatten = Callable[[str], str]

SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*")
OPTION = re.compile(
    r"(?<![A-Za-z])\(?([A-E])[).:] ?(.{1,80}?)(?=[,;]? ?\(?(?<![A-Za-z])[A-E][).:] |[.?!]?\s*$|\n)"
)
_READ = 4000  # characters of a draft that are looked at
_AT_MOST = 6  # numbers of a sentence that are combined
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ASKS = re.compile(
    r"\?|^\W*(?:(?:and|so|ok|okay|then|but|now|yes|no|well) )*(?:what|how|why|which|where|who|when|is|are|do"
    r"|does|did|can|could|would|will|should|have|has) |\bhow (?:many|much|do|would|can)\b"
    r"|\b(?:what|which) (?:is|are|do|does|would|can)\b"
)
_EQUALS, _OPERATORS = re.compile(r"=|->|\u2192"), re.compile(r"[-+*/\u00d7\u00f7\u00b7<>]")
_GROUPS = {
    name: re.compile(rf"\b(?:{block})\b")
    for name, block in {
        "duty": "should|must|has to|have to|needs?|ought|wants?",
        "denial": "instead|rather|not|isn't|doesn't|wrong",
        "conclusion": "so|therefore|that's why|which means|that makes|hence|then|thus",
        "nothing else": "just|only|simply|all|exactly|precisely",
        "the answer": "answer|solution|result|correct|right|total|final",
        "being": "is|are|equals|gives|makes|get|gets|becomes|comes|be|leaves|stays",
        "you": r"you(?:r|rs|'re|'ve|'d|'ll)?",
        "we": "let's|let us|we|us|our",
        "I": "i|i'm|i'd|me|my",
        "nearness": "close|almost|nearly|off|too|fine|perfect|spot on|good",
        "change": r"(?:swap|switch|change|flip|turn|move|replace|drop|take|add|put|write|make|give|cross|lose"
        r"|multiply|divide|subtract|remove|reverse)\w*",
        "looking": "look|think|check|try|draw|count|read|imagine|picture|remember|compare|show|tell|explain"
        "|see|find|ask",
        "others": "other|another|kids|student|class|partner|key|book|calculator",
        "order": "first|second|third|last|both|each|every|rest|left|remaining|one",
        "comparing": "more|less|fewer|higher|lower|bigger|smaller|larger|greater|times|half|twice|double",
    }.items()
}
# What ties a statement to the answer.
_NEAR = (
    "new parts told",
    "parts told",
    "all parts told",
    "told numbers come to it",
    "told how far off",
    "told how many times",
    "told the other numbers",
    "right option told",
    "other options told",
    "another sign",
)
_ASKED_AFTER = ("duty", "the answer", "change", "looking", "comparing")


def stated(item: Item, text: str, flatten: Flatten) -> Signs:
    """All signs of one turn by name; what it states ("told") counts once more where it asks nothing.

    flatten: makes plain lower-case text with numerals of any text.
    """
    flat = flatten(text[:_READ])
    pieces = [piece.strip() for piece in SENTENCE.findall(flat) if piece.strip()]
    asks = [bool(_ASKS.search(piece)) for piece in pieces]
    asked = " ".join(compress(pieces, asks))
    told = [piece for piece, is_asked in zip(pieces, asks, strict=True) if not is_asked]
    statements = " ".join(told)
    found = {
        **_form(statements, asked),
        "statements": min(len(told), 5),
        "questions": min(len(pieces) - len(told), 3),
        "ends in a question": bool(asks and asks[-1]),
        **_numbers(item, statements, asked, flatten),
        **_relations(item, told, flatten),
        **_option(item, statements),
    }
    found["told near the answer"] = any(found[name] for name in _NEAR)
    for name, pattern in _GROUPS.items():
        found[f"{name} told"] = min(len(pattern.findall(statements)), 3)
    for name in _ASKED_AFTER:
        found[f"{name} asked"] = min(len(_GROUPS[name].findall(asked)), 2)
    alone = {
        f"{name}, nothing asked": 0 if asked else value for name, value in found.items() if "told" in name
    }
    return {name: float(value) for name, value in {**found, **alone}.items()}


@lru_cache(maxsize=1024)
def _written(text: str, flatten: Flatten) -> frozenset[str]:
    return frozenset(_NUMBER.findall(flatten(text)))


def _form(statements: str, asked: str) -> Signs:
    return {
        "asks nothing": not asked,
        "words told": min(len(words(statements)), 40) / 20,
        "words asked": min(len(words(asked)), 40) / 20,
        "equals told": min(len(_EQUALS.findall(statements)), 4),
        "operators told": min(len(_OPERATORS.findall(statements)), 6),
    }


def _numbers(item: Item, told: str, asked: str, flatten: Flatten) -> Signs:
    """Whose numbers are stated and asked after; a part of the answer is any number that its text holds."""
    texts = (item.correct_answer, item.wrong_answer, item.problem, item.student_said)
    right, wrong, given, said = (_written(text, flatten) for text in texts)
    known = right | wrong | given | said
    new_parts = right - wrong - given - said
    stated, put = _NUMBER.findall(told), _NUMBER.findall(asked)

    def count(numbers: list[str], among: frozenset[str], most: int) -> int:
        return min(sum(number in among for number in numbers), most)

    return {
        "new parts told": count(stated, new_parts, 3),
        "new parts asked": count(put, new_parts, 2),
        "parts told": min(len((right - given) & set(stated)), 3),
        "all parts told": bool(right) and right <= set(stated),
        "all parts of several told": len(right) > 1 and right <= set(stated),
        "all parts": bool(right) and right <= {*stated, *put},
        "several parts": len(right) > 1,
        "their numbers told": count(stated, wrong, 3),
        "their numbers asked": count(put, wrong, 3),
        "given numbers told": count(stated, given - right, 5),
        "given numbers asked": count(put, given, 5),
        "new numbers told": min(sum(number not in known for number in stated), 5),
        "new numbers asked": min(sum(number not in known for number in put), 4),
    }


def _relations(item: Item, told: list[str], flatten: Flatten) -> Signs:
    """Whether numbers that are stated come to the answer, or say what is the matter with the student's."""
    known = _written(conversation(item), flatten)
    numbers = [[(number, Fraction(number)) for number in _NUMBER.findall(piece)[:_AT_MOST]] for piece in told]
    one, other = (answer_of(said, item.answer_kind) for said in (item.correct_answer, item.wrong_answer))
    worth = one.value if one and isinstance(one.value, Fraction) else None
    theirs = other.value if other and isinstance(other.value, Fraction) else None
    pairs = [
        (a, b)
        for of_piece in numbers
        for (a, first), (b, second) in combinations(of_piece, 2)
        if worth is not None and worth in made_of(first, second)
    ]
    apart = numbers_apart(item.correct_answer, item.wrong_answer)
    ways = [(worth, theirs)] if worth is not None and theirs is not None else []
    ways += apart if len(apart) == 1 else ()
    stated = {value for of_piece in numbers for _, value in of_piece}
    return {
        "told numbers come to it": bool(pairs),
        "told new numbers come to it": any(number not in known for pair in pairs for number in pair),
        "told how far off": any(abs(a - b) in stated for a, b in ways if a != b),
        "told how many times": any(
            max(a / b, b / a) in stated for a, b in ways if a * b and abs(a) != abs(b)
        ),
        "told the other numbers": bool(apart) and all(right in stated for right, _ in apart),
        "another sign": bool(item.wrong_answer)
        and _SIGN.sub("", item.correct_answer) == _SIGN.sub("", item.wrong_answer),
    }


_SIGN = re.compile(r"[-+<>\u2264\u2265\u2212]=?\s*")


def _option(item: Item, told: str) -> Signs:
    """What is stated of the options of a choice: the right one, and which share of the others."""
    right, others = options_of(item)

    def named(option: tuple[str, ...]) -> bool:
        return any(re.search(rf"(?<![\w.]){re.escape(name)}(?![\w%]|\.\d)", told) for name in option)

    return {
        "a choice": item.answer_kind == "choice",
        "right option told": bool(right) and named(right),
        "other options told": sum(map(named, others)) / max(1, len(others)),
    }


def options_of(item: Item) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The names in lower case of a choice's right option and of each other one: its letter and its words.

    An answer that is no option of the problem has its own words for a name; () and [] for other kinds.
    """
    if item.answer_kind != "choice":
        return (), []
    answer = item.correct_answer.strip().lower()
    found = OPTION.findall(plain_text(item.problem))
    options = [(letter.lower(), said.strip().lower()) for letter, said in found]
    right = [option for option in options if answer in option]
    if len(right) != 1:
        return (answer,), []
    return _names(right[0]), [_names(option) for option in options if option != right[0]]


def _names(option: tuple[str, str]) -> tuple[str, ...]:
    letter, said = option
    return (said,) if letter == "a" else (letter, said)  # "a" is a word
