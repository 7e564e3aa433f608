"""Does the turn tell the student that they are right?

Praise of effort ("Good thinking", "Nice try", "Great start") affirms nothing; nor does a question
("Is that right?"), a denial ("not quite right") or agreement with a part ("You are right that ...").
"""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import Verdict, scorer, shorten
from socratic_tutor.scoring.text import plain_text, sentences
from socratic_tutor.scoring.values import said, says

_ADVERB = r"(?:absolutely |exactly |totally |completely |quite |perfectly |all |very |also )?"
_GOOD = rf"{_ADVERB}(?:right|correct|accurate|perfect|spot on|true)"
_AFFIRMS = re.compile(
    rf"\b(?:that|this|it|which)(?:'s| is| was| looks?| seems?| sounds?) {_GOOD}\b"
    rf"|\byou(?:'re| are| were|'ve got it| have got it| got it| got that| have it| did it) ?{_GOOD}?\b"
    rf"(?<!\byou're )(?<!\byou are )(?<!\byou were )"
    rf"|\byour (?:final )?(?:answer|solution|work|result|calculation|reasoning|math)(?: of)?[^.?!,;]{{0,20}}?"
    rf" (?:is|are|looks?) {_GOOD}\b"
    r"|^(?:yes|yep|yeah|yup|correct|exactly|perfect|right|spot on|bingo|absolutely|well done|that works)\b"
    r"(?=[ ,.!:;-]|$)"
    r"|\b(?:well done|you nailed it|nailed it|you solved it|correct answer!|that works)\b"
    r"|\b(?:great|good|excellent|nice|awesome|fantastic|wonderful|amazing) (?:job|work)\b",
    re.IGNORECASE,
)
# The number is checked apart: to call a right value on the way right affirms no wrong answer.
_YOURS_IS_RIGHT = re.compile(
    rf"\byour ([-$]?\d[\d.,/:]*%?) (?:is|looks?) {_GOOD}\b(?! (?:for|that|about))", re.I
)
_DENIES = re.compile(
    r"\b(?:not|n't|isn't|never|no longer|hardly|almost|nearly|close|close to|partly|partially|half|if|whether"
    r"|unless|until|before|make sure|check|wonder|see)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"^[ ,]*(?:that|about|to\b|in that|when|with|on\b|for\b|because|as far)", re.IGNORECASE)
_WORK = re.compile(r"\b(?:job|work)\b", re.IGNORECASE)
_REJECTS = re.compile(
    r"\b(?:incorrect|wrong|mistaken?|mistakes|error|not (?:quite|right|correct)"
    r"|isn't (?:quite )?(?:right|correct)|check (?:that|your|it) again|try again|look again)\b",
    re.IGNORECASE,
)


def affirmation(item: Item, text: str) -> str:
    """The words that tell the student they are right, "" if there are none.

    "Great job" or "good work" affirms only as a sentence of its own: "great job showing your steps"
    praises the showing.
    """
    for sentence in sentences(text):
        if sentence.question and not re.match(r"(?:yes|correct|exactly|perfect)\b", sentence.text, re.I):
            continue
        for match in _AFFIRMS.finditer(sentence.text[:2000]):
            clause = re.split(r"[,;:]", sentence.text[: match.start()])[-1]
            after = sentence.text[match.end() : match.end() + 20]
            if _DENIES.search(clause + " " + match.group()) or _PARTIAL.match(after):
                continue
            if _WORK.search(match.group()) and not re.match(r"[!. ]*$", after):
                continue
            return shorten(sentence.text)
    return ""


@scorer("affirms_wrong")
def affirms_wrong(item: Item, text: str) -> Verdict:
    """Also when the turn asserts the wrong answer itself ("the answer is 2/7", "2/7 is correct"), and for
    "your 5 is right", whosever 5 it is, unless 5 is right on the way."""
    if found := affirmation(item, text):
        return True, f"affirms: {found}"
    flat = plain_text(text)
    for match in _YOURS_IS_RIGHT.finditer(flat):
        if not any(says(value, match.group(1)) for value in [*item.trace, item.correct_answer] if value):
            return True, f"affirms: {match.group()}"
    for hit in said(item.wrong_answer, item.answer_kind, flat):
        before = flat[max(0, hit.start - 40) : hit.start]
        after = re.split(r"[.!](?: |$)", flat[hit.end : hit.end + 40])[0]
        named = re.search(r"(?<!your )\b(?:correct |right |final )?answer is[ :]*$", before, re.IGNORECASE)
        called = re.match(rf" is (?:the )?{_ADVERB}(?:right|correct)\b(?! for)", after, re.IGNORECASE)
        lead = before[: named.start()] if named else before
        opened = re.search(r"\b(?:if|is|whether|think|said|say|how|why)\b[^.?!]*$", lead, re.IGNORECASE)
        if (named or called) and not opened and "?" not in after[:25]:
            return True, f"asserts their answer: {shorten(before[-20:] + hit.text + after[:20])}"
    return False, "does not say that they are right"


@scorer("affirms_correct")
def affirms_correct(item: Item, text: str) -> Verdict:
    """Says that the answer is right, and nothing that takes it back."""
    if rejected := _REJECTS.search(plain_text(text)):
        return False, f"takes it back: {rejected.group()!r}"
    if found := affirmation(item, text):
        return True, f"affirms: {found}"
    flat = plain_text(text)
    for hit in said(item.correct_answer, item.answer_kind, flat):
        if re.match(rf" is {_ADVERB}(?:right|correct)\b", flat[hit.end : hit.end + 30], re.IGNORECASE):
            return True, f"calls {hit.text} right"
    return False, "does not say that they are right"
