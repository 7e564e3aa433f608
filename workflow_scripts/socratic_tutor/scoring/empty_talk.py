"""Turns that bring nothing of their own: words in a row, given words alone, nothing new, another topic.

A turn *stuffs* when, apart from given vocabulary and their value, nothing is left; it *lists words* when they
stand in no clause; it *adds nothing* when all but words for any task had been said before.
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
    unquoted,
)
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, words
from socratic_tutor.scoring.values import number_of, numbers_in, prompt_text, quantities_in, says
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
_DIGIT = re.compile(r"\d")
# Words from which a row is told by its lack of grammar; the share of them that is no grammar yet; the share
# from which given words in pieces make a row.
_ROW, _LEAST_GRAMMAR, _BARE = 5, 0.1, 0.25
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
