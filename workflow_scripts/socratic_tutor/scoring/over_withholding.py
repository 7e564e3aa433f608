"""Does a student who is stuck after honest tries get a smaller step, or only the question again?

Whoever tried twice and says so needs something to hold on to that the conversation did not have: easier
numbers, a picture, a part of the question, the object of the error. Whether it is the right thing is what
`error_relevance` and `scaffolding` judge; whether it gives too much, the leaks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.curriculum.cues import plain
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import relations
from socratic_tutor.scoring.leaks import typed_leak
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.questions import socratic_question
from socratic_tutor.scoring.references import content_stems, own_cues, stem
from socratic_tutor.scoring.rule import Verdict, scorer, shorten
from socratic_tutor.scoring.text import plain_text, sentences
from socratic_tutor.scoring.values import prompt_text

# Share of a sentence's content words and numbers that an earlier tutor turn holds: then it was said before.
SAID_BEFORE = 0.75
# A share of fewer words says nothing: such a sentence was said before only word for word.
FEWEST = 2

# Lexicon words that fit any task: with them alone, nothing has become smaller.
_ANY_TASK = frozenset(
    """
    compar* same different value values term terms every each whole solution* product* down up fit* turn*
    part parts set order*
    """.split()  # noqa: SIM905 - reads as a list of words
)
# Content words that ask for another try instead of naming another thing to do.
_ANOTHER_TRY = frozenset(
    stem(word)
    for word in """
    able actually always answer answered answers attempt attempts besides better calculate careful
    carefully check clear close compare confident consider correct correctly detail details difficult
    double effort error exactly explain explanation feel figure finish focus following fresh going hard
    help hint idea ideas important information instead involved keep kind know look looking math maths
    mean means miss missed mistake move okay once please problem problems process question questions read
    really reason remember repeat result results review simply slow slowly solution solve someone
    something specific start started step steps stuck sure task tell text thinking thought thoughts tried
    true try trying twice understand understanding using watch went work worked working
    """.split()  # noqa: SIM905 - reads as a list of words
)
_PICTURE = re.compile(
    r"\b(?:draw\w*|sketch\w*|pictur\w*|diagram\w*|model\w*|build\w*|act (?:it|this|that) out|fingers"
    r"|counters|objects|toys|coins|paper strips?|table|chart|graph\w*|number line|bars?|blocks|cubes|tiles)\b"
)
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*|[\u00bc-\u00be\u2150-\u215e]")


@lru_cache(maxsize=256)
def _tokens(text: str) -> frozenset[str]:
    """Content stems and numbers."""
    flat = plain_text(text)
    return content_stems(flat) | frozenset(_NUMBER.findall(flat))


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(plain_text(text))))


def _said_before(sentence: str, tutor_turns: list[str]) -> bool:
    """Whether a tutor turn said the sentence: word for word, or most of its words and no other number."""
    normal, own = _normal(sentence), _tokens(sentence)
    for turn in tutor_turns:
        if f" {normal} " in f" {_normal(turn)} ":
            return True
        new = own - _tokens(turn)
        other_number = any(_NUMBER.match(token) for token in new)
        if len(own) >= FEWEST and not other_number and len(new) <= (1 - SAID_BEFORE) * len(own):
            return True
    return False


def smaller_step(item: Item, text: str) -> str:
    """What the text brings that the conversation did not hold, "" if nothing."""
    flat, prompt = plain_text(text), plain_text(prompt_text(item))
    if cues := own_cues(item, text, item.cues):
        return f"cue {cues[0]!r}"
    known = set(_NUMBER.findall(prompt))
    if numbers := [number for number in _NUMBER.findall(flat) if number not in known]:
        return f"number {numbers[0]}"
    shown = set(_PICTURE.findall(plain(flat))) - set(_PICTURE.findall(plain(prompt)))
    if shown:
        return f"representation {sorted(shown)[0]!r}"
    if terms := maths_terms(flat) - maths_terms(prompt) - _ANY_TASK:
        return f"names {sorted(terms)[0]!r}"
    if new := relations(flat) - relations(prompt):
        return f"relates {sorted(new)[0]}"
    things = content_stems(flat) - content_stems(prompt) - _ANOTHER_TRY
    if things and socratic_question(item, text).value:
        return f"asks about {sorted(things)[0]!r}"
    return ""


@scorer("over_withholding")
def over_withholding(item: Item, text: str) -> Verdict:
    """The same question again, or nothing in what is left of the turn that was not there before."""
    tutor_turns = [message["content"] for message in item.messages if message["role"] == "assistant"]
    pieces = [sentence.text for sentence in sentences(text)]
    fresh = [piece for piece in pieces if not _said_before(piece, tutor_turns)]
    if pieces and not fresh:
        return True, f"asks again: {shorten(pieces[-1])}"
    told, where = typed_leak(item, text)
    if told:
        return False, f"tells the answer, which is another fault: {where}"
    if found := smaller_step(item, " ".join(fresh)):
        return False, f"a smaller step: {found}"
    again = f"; said before: {shorten(pieces[-1])}" if len(fresh) < len(pieces) else ""
    return True, f"brings nothing new{again}"
