"""Is what the turn says about the student, the problem and arithmetic true?

Two checks, both exact: a value ascribed to the student must be the student's (what they said, or a
value on their way) or the problem's; an equality the turn asserts must hold. What the student wrote
may be quoted though it is false; a question asserts nothing.
"""

from __future__ import annotations

import re

from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import equalities
from socratic_tutor.scoring.rule import Verdict, scorer, shorten
from socratic_tutor.scoring.text import sentences
from socratic_tutor.scoring.values import number_of, prompt_text, quantities_in, says

_ASCRIBED = re.compile(
    r"\b(?:you (?:have |had |just |also |first |then )?(?:said|wrote|got|found|answered|chose|picked|told"
    r"|used|changed|counted|added|subtracted|multiplied|divided|put|have written|calculated|thought)"
    r"|your (?:answer|result|total|sum|final answer)(?: of| is| was|:)"
    r"|the (?:problem|question) (?:says|asks|gives|has|tells us))\b",
    re.IGNORECASE,
)
# Their answer itself: the first value after these must be theirs, the problem's numbers do not do.
_ANSWERED = re.compile(
    r"\b(?:you got|you answered|your (?:final )?(?:answer|result|total|sum))", re.IGNORECASE
)
_CLAUSE_END = re.compile(
    r"[;?!]|\.(?!\d)|,(?!\d)| - |—"
    r"| (?:but|what|how|why|which|where|if|so|can|could|is|are|does|do|did|will|would|because)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|whether|suppose|imagine|could|would|should|might)\b", re.IGNORECASE)
_STATED_IN_QUESTION = re.compile(
    r"\b(?:since|because|given that|now that|we know(?: that)?|remember(?: that)?)\b", re.IGNORECASE
)
_SMALL_WORD = re.compile(r"^[A-Za-z]+$")


def _foreign_value(item: Item, sentence: str) -> str:
    for match in _ASCRIBED.finditer(sentence):
        rest = sentence[match.end() : match.end() + 160]
        stop = _CLAUSE_END.search(rest, 1) if rest[:1] in ",.;" else _CLAUSE_END.search(rest)
        clause = rest[: stop.start()] if stop else rest
        theirs = "\n".join([item.student_said, item.wrong_answer, *item.wrong_trace])
        for quantity in quantities_in(clause):
            if _SMALL_WORD.match(quantity.text.strip()):
                continue  # "you used two steps" ascribes no value
            strict = bool(_ANSWERED.match(match.group())) and quantity.start <= 2
            if match.group().lower().startswith("your") and not strict:
                break  # "your answer is more than 38" ascribes no 38
            if not strict and quantity.value == 1:
                continue  # who counts says 1, too
            allowed = theirs if strict else f"{theirs}\n{prompt_text(item)}"
            if not _holds(quantity, allowed) and not (not strict and _composed(quantity, allowed)):
                return f"{match.group()!r} with {quantity.text!r}, which is not theirs"
    return ""


def _holds(quantity: Quantity, text: str) -> bool:
    written = quantity.text.strip()
    if written and re.search(rf"(?<![\d./:]){re.escape(written)}(?![\d/:]|\.\d)", text):
        return True
    number = number_of(quantity)
    if number is not None and any(number_of(other) == number for other in quantities_in(text)):
        return True
    return says(written, text)


def _composed(quantity: Quantity, text: str) -> bool:
    """Whether it is a fraction of two of their numbers: who kept the 4 over a new 10 used 4/10."""
    top, slash, bottom = quantity.text.partition("/")
    return bool(slash) and says(top, text) and says(bottom, text)


def _false_equality(item: Item, sentence: str, *, question: bool) -> str:
    theirs = "".join(item.student_said.split())
    for equality in equalities(sentence):
        if equality.holds or not equality.calculated:
            continue
        before = sentence[: equality.start]
        if question and not _STATED_IN_QUESTION.search(before):
            continue
        if _SUPPOSED.search(before) or re.search(r"\b(?:not|n't|wrong|false)\b", sentence, re.IGNORECASE):
            continue
        quoted = "".join(equality.text.split()) in theirs or _ASCRIBED.search(before)
        if not (quoted and (_ASCRIBED.search(before) or '"' in before)):
            return f"asserts {equality.text!r}: {equality.left} is not {equality.right}"
    return ""


@scorer("faithful")
def faithful(item: Item, text: str) -> Verdict:
    for sentence in sentences(text):
        if foreign := _foreign_value(item, sentence.text):
            return False, shorten(foreign, 120)
        if untrue := _false_equality(item, sentence.text, question=sentence.question):
            return False, shorten(untrue, 120)
    return True, "nothing ascribed or asserted falsely"
