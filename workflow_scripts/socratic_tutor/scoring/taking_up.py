"""How a turn takes up what the student did when no authored cue says it: values put to use, acts.

A turn *applies* their value or step when words that nobody had said and that are no words for any task
stand around it. It *stuffs* when, apart from given vocabulary and their value, nothing is left.
"""

from __future__ import annotations

import re

from socratic_tutor.curriculum.number_words import SCALES, TENS, UNITS
from socratic_tutor.records import Item
from socratic_tutor.scoring.lexicon import GRAMMAR, maths_terms
from socratic_tutor.scoring.references import (
    content_stems,
    new_mathematics,
    reference_to_error,
    stem,
    stems_of,
    their_step,
    their_value,
    unquoted,
)
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, sentences, words
from socratic_tutor.scoring.values import (
    number_of,
    numbers_in,
    prompt_text,
    quantities_in,
    said_or_on_their_way,
    says,
)
from socratic_tutor.scoring.word_order import jumbled

_READ = 4000  # characters of a turn that are looked at
# Strategies, comparisons and representations that serve any student: with their value they fit a rival, too.
STRATEGY = frozenset(
    stem(word)
    for word in """
    draw sketch picture diagram model label mark solve check estimate plan read reread given asked task
    step carefully care try see notice understand explain tell show find figure mean remember recall meaning
    strategy method formula rule way approach kind sort information problem question answer solution result
    value line number bar larger smaller greater bigger less compare differ difference same equal compute
    calculate simplify write start begin order own word words fit match agree sense sure close together
    super great good nice hard today hello happy love idea thinking job multiple always never someone
    true equation expression operation math maths mathematics correct incorrect mistake error mission hint
    example believe claim suppose wonder guess feel
    """.split()  # noqa: SIM905 - reads as a list of words
)
_TALK = frozenset(stem(word) for word in "think compare fit relate match agree go belong".split())  # noqa: SIM905
_FRAGMENT = re.compile(r"[.,;:!?]+(?=\s|$)")
_SMALL = frozenset("a an the and or about think of is are what how does to yes no so now".split())  # noqa: SIM905
_NUMBERS = frozenset([*UNITS, *TENS, *SCALES])
_LATEX = frozenset(["frac", "dfrac", "tfrac", "sqrt", "pi", "cdot"])
_ASCRIBES = re.compile(
    r"\b(?:you (?:have |had |just |only |first |then )?(?!are|can|may|will|would|could|should|do|need|see)"
    r"[a-z]{2,14}(?:ed|ot|nt|ok|ut|ade|aid|ote|ave|ook|new|ept|eft|old)\b|did you\b(?: only| just)?)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:you (?:only |just )?(?:said|wrote|got|found|answered|gave|have written)"
    r"|you [^.?!,;]{1,60} and (?:got|found|wrote|said|get)) ",
    re.IGNORECASE,
)
# "Your 4", "the 11 that you took": the student's own number, though the problem may hold it, too.
_YOURS = re.compile(
    r"\b(?:your|you (?:only |just )?(?:call|took|take|gave|give|put|used|made|moved|kept|changed|counted|left"
    r"|added|subtracted|multiplied|divided|doubled|stopped at))"
    r" (?:the )?(?=[-$(]?\.?\d)",
    re.IGNORECASE,
)
_THEIR_WORK = re.compile(
    r"\byour (?:own )?(?:two |both )?(way|rule|value|fraction|brackets?|middle|sign|symbol|list|sum|product"
    r"|point|pieces?|bars?|terms?|exponent|line|graph|[<>]=?)",
    re.IGNORECASE,
)
# A part of their answer that is there to be named: the sign by which it is known.
_PARTS = {
    "fraction": "/",
    "bracket": "(",
    "sign": "-+<>",
    "symbol": "<>",
    "point": ".",
    "exponent": "^",
    "<": "<",
    ">": ">",
    "<=": "<",
    ">=": ">",
}
_TRIED = re.compile(
    r"\b(?:let|suppose|if|try|put|take|for|say|with)\b[^.?!]{1,40}(?:\bbe |\bis |= ?|\bwas |\bwere )-?\d",
    re.I,
)
_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"[-$(]{0,2}[\d.]*\d(?:[/:]\d+)?")
_NUMERAL_ALONE = re.compile(r"\d+(?:[./:]\d+)*")
# Words from which a row is told by its lack of grammar; the share of them that is no grammar yet; the share
# from which given words in pieces make a row.
_ROW, _LEAST_GRAMMAR, _BARE = 5, 0.1, 0.25
_COMPARES = frozenset(
    ["less", "greater", "larger", "bigger", "smaller", "same", "compar*", "how many", "how much", "equal*"]
)
_CLAUSE = 90  # characters after "you ...ed" that belong to the act
_STUDY = re.compile(
    r"\b(?:read|plan|task|given|asked|remember|recall|formula|rule|method|strategy|sketch|draw|step|work"
    r"|problem|check|estimate|operation|quantity|remains?)\b",
    re.IGNORECASE,
)


def _given(item: Item) -> frozenset[str]:
    return content_stems("\n".join([*item.vocabulary, item.topic, item.wrong_answer]))


@per_turn
def stuffed(item: Item, text: str) -> bool:
    """Whether given vocabulary, their value and talk is all there is."""
    flat = plain_text(text[:_READ])
    several = sum(phrase.lower() in flat.lower() for phrase in item.vocabulary) >= 2
    if content_stems(flat) - _given(item) - (_TALK | STRATEGY if several else _TALK):
        return False
    theirs = numbers_in(item.wrong_answer)
    return not any(
        number_of(quantity) not in theirs and not says(quantity.text.strip(), item.wrong_answer)
        for quantity in quantities_in(flat)
    )


def _spoken(word: str) -> bool:
    """Whether it is a word, and no number or letter of a formula."""
    return word == "a" or (len(word) > 1 and word.partition("-")[0] not in _NUMBERS and word not in _LATEX)


@per_turn
def lists_words(item: Item, text: str) -> bool:
    """Whether words stand in a row without a clause: in no order, without grammar, or given ones alone."""
    flat = plain_text(text[:_READ])
    spoken = [word for word in words(flat) if _spoken(word)]
    if jumbled(flat):
        return True
    if len(spoken) >= _ROW and sum(map(GRAMMAR.__contains__, spoken)) < _LEAST_GRAMMAR * len(spoken):
        return True
    given = frozenset().union(*map(stems_of, item.vocabulary))
    bare = []
    for piece in _FRAGMENT.split(flat):
        stems = stems_of(piece)
        if not given.isdisjoint(stems) and stems <= given | _SMALL:
            bare.append(piece)
    return len(bare) >= 2 and sum(len(words(piece)) for piece in bare) >= _BARE * len(spoken)


@per_turn
def other_act(item: Item, text: str) -> str:
    """An act or a result that the turn ascribes to the student and that a rival's student did; or ""."""
    flat = plain_text(text[:_READ])
    theirs = said_or_on_their_way(item)
    for match in _RESULT.finditer(flat):
        for quantity in quantities_in(flat[match.end() : match.end() + 40])[:1]:
            at_once = quantity.start <= 2 and not re.fullmatch(r"[A-Za-z ]+", quantity.text)
            if at_once and not says(quantity.text.strip(), theirs) and quantity.text.strip() not in theirs:
                return f"{match.group().strip()} {quantity.text.strip()}, which is not theirs"
    ascribed = list(_ASCRIBES.finditer(flat))
    if not ascribed:
        return ""
    own = content_stems(f"{item.student_said}\n{item.problem}")
    if item.hint_of == item.misconception:
        own |= content_stems(item.hint)
    acted = content_stems(f"{item.student_said}\n{item.hint}")
    for match in ascribed:
        clause = re.split(r"[.?!;]", flat[match.start() : match.start() + _CLAUSE])[0]
        act = content_stems(clause)
        for rival in item.rivals:
            verb = stem(words(rival.name)[0]) if words(rival.name) else ""
            found = sorted((content_stems(rival.name) - own) & act)
            if found or (verb in act and verb not in acted):
                found = found or [verb]
                return f"{rival.name} ({found[0]})"
    return ""


def _novel(item: Item, text: str) -> frozenset[str]:
    return content_stems(plain_text(text)) - content_stems(plain_text(prompt_text(item))) - STRATEGY


def _anchor(item: Item, text: str) -> str:
    if found := their_value(item, text) or their_step(item, text):
        return found
    return own_mark(item, text)


def own_mark(item: Item, text: str) -> str:
    """A number of the student's that the turn calls theirs, or a piece of their work; or ""."""
    theirs = said_or_on_their_way(item)
    for match in _YOURS.finditer(text):
        number = _NUMERAL.match(text, match.end())
        if number and number.group() in theirs:
            return f"their {number.group()}"
    found = _THEIR_WORK.search(text)
    if not found:
        return ""
    marks = _PARTS.get(found.group(1).lower().rstrip("s"), "")
    held = any(mark in item.wrong_answer for mark in marks)
    return found.group() if held or _problem_tie(item, text) else ""


def _problem_tie(item: Item, text: str) -> str:
    """A number of the problem other than theirs, or a thing of it, in the text."""
    numbers = numbers_in(item.problem) - numbers_in(item.wrong_answer) - {None}
    for quantity in quantities_in(text):
        if number_of(quantity) in numbers:
            return quantity.text.strip()
    return min(content_stems(item.problem) & content_stems(text), default="")


@per_turn
def applied(item: Item, text: str) -> str:
    """Their value or step with at least two new words around it that are no strategy; or ""."""
    pieces = sentences(text[:_READ])
    for index, piece in enumerate(pieces):
        if not (anchor := _anchor(item, piece.text)):
            continue
        near = " ".join(p.text for p in pieces[max(0, index - 1) : index + 2])
        new = sorted(_novel(item, near))
        mark = own_mark(item, piece.text)
        if len(new) >= 2 and (mark or _problem_tie(item, near)):
            return f"{anchor} put to {', '.join(new[:3])}"
        if _TRIED.search(near) and (their_value(item, near) or mark) and brings_number(item, near):
            return f"{anchor} tried with a number"
        acts = maths_terms(near) - maths_terms(plain_text(prompt_text(item))) - _COMPARES
        if mark and acts and (len(new) >= 1 or len(_numerals(near)) >= 2):
            return f"{mark} and {min(acts)!r}"
    return ""


def brings_number(item: Item, text: str) -> bool:
    """Whether a number stands there that the prompt has not."""
    return bool(_numerals(text) - _numerals(plain_text(prompt_text(item))))


def _numerals(text: str) -> set[str]:
    return set(_NUMERAL_ALONE.findall(text))


def speaks_of_work(text: str) -> bool:
    """Whether it names what one does with any task: read, plan, check, draw, recall."""
    return bool(_STUDY.search(text[:_READ]))


@per_turn
def adds_nothing(item: Item, text: str) -> bool:
    """Whether it holds nothing but their value, what the prompt had said and words for any task."""
    flat = plain_text(text[:_READ])
    rest = unquoted(item, flat)
    if content_stems(rest) - STRATEGY or new_mathematics(item, flat):
        return False
    known = numbers_in(item.wrong_answer) | numbers_in(plain_text(prompt_text(item)))
    return {number_of(quantity) for quantity in quantities_in(rest)} <= known | {None}


@per_turn
def on_topic(item: Item, text: str) -> bool:
    """Whether it holds a number, a word of mathematics or of any work, or anything of topic or problem."""
    flat = plain_text(text)
    lowered = flat.lower()
    return bool(
        _DIGIT.search(flat)
        or quantities_in(flat)
        or reference_to_error(item, text)
        or maths_terms(flat)
        or speaks_of_work(flat)
        or content_stems(item.problem) & content_stems(flat)
        or any(word.lower() in lowered for word in [*item.vocabulary, item.topic] if word)
    )
