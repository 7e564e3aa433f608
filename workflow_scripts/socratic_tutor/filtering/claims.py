"""Answers given away without being news: claimed though the problem holds them, picked out of guesses.

A value that problem or student has said may be spoken of ("what does the 9 in 0.9 stand for?"). It is given
away when the turn says that it is the answer, in whatever words, or points at it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import UNITS
from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.curriculum.measures import unit_of
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import answer_of, conversation, number_of, quantities_in, said, writes

# What stands right before a value that is claimed.
_BEFORE = re.compile(
    r"(?:"
    r"\banswer\b[^.?!]{0,30}\bis"
    r"|\b(?:answer|result|solution|outcome|it|that|this)(?: here)?"
    r"(?:'s| is| was| be| would be| should be| must be| has to be| will be| can only be|:| =|=|\b)"
    r"|\bit (?:is|was|would be|should be|must be|has to be)"
    r"|\bshould(?:n't)? (?:it |this |that |you )?(?:be|get|say|write|read|have \w+)"
    r"|\b(?:(?:has|have|need|needs|ought) to be|end(?:s|ed)? up (?:with|at)|comes? (?:out )?(?:as|to|at)"
    r"|works? out (?:to|as|at)|adds? up to|get|write(?: down)?(?: is)?|lands? (?:on|at)|shows|says|said"
    r"|wrote"
    r"|have written|reads|spelled|means|equals|makes|gives|leaves|boxed|belongs|down)"
    r"|(?:=>|->|→|[=:])"
    r"|\byes,?"
    r")(?: (?:exactly|about|just|only|really|actually|simply|now|the|a))?[\s\"'(*_`$]{0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[\"')*_`$]{0,3},? (?:(?:is|was|would be) (?:the (?:\w+ )?(?:answer|solution|result|one)|right\b"
    r"|correct|what (?:you|belongs|goes|we)|where you)|instead\b|belongs (?:there|here)|altogether\b"
    r"|it is\b)",
    re.IGNORECASE,
)
# Kinds whose text stands for nothing else, in whatever surroundings.
_WRITTEN = ("set", "list", "equation", "expression", "inequality", "remainder", "coordinate", "measure")
_SPOKEN_OF = re.compile(r"^ (?:for|times|down|of|and(?! not)|in|above|below|beside|next|starts|put)\b")
# The words for 0, 1 and 2 are everyday words; a claim of them stands alone or ends its clause.
_SMALL_WORDS = {"zero": "0", "one": "1", "two": "2"}
_SMALL = re.compile(
    r"(?:^|[.!?:]\s{1,3}|\b(?:be|is|get|gets|exactly|with)\s)[\"'(*_]{0,3}(zero|one|two)[\"')*_]{0,3}(?:[.!?]|$)",
    re.IGNORECASE | re.MULTILINE,
)
# The student's own saying is told back: "you got 12".
_TOLD_BACK = re.compile(
    r"\b(?:you|your (?:\w+ )?(?:answer|number|work))(?: have| had)? "
    r"(?:said|say|wrote|got|found|think|thought|picked|chose|used|is|was)[\s\"']{0,3}$",
    re.IGNORECASE,
)
_SAYS_BACK = re.compile(
    r"\byou(?:'re| are| were)? (?:say|says|said|saying|think|thinking)\b[^.?!]*$", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:what|how|why|which|does|do|did) (?:\w+ )?(?:it|that|this|is)?\s?$", re.IGNORECASE)
_ORDER = r"(?:first|second|third|fourth|middle|last|other|latter|former|next)"
_PICKS = re.compile(
    rf"\b{_ORDER} (?:one|number|guess|option|answer|value)\b[^.?!]{{0,40}}\b(?:right|correct|it|answer|one)\b"
    rf"|\b(?:it is|it's|that is|but|take|choose|pick|answer is) the {_ORDER}(?: one)?\b"
    r"|\bstop(?:!| at\b| there\b)|\b(?:that is|that's) (?:it|the one|right|correct)\b"
    r"|^(?:[^.?!]{0,30}[.!] )?(?:yes|correct|exactly|right|bingo)\b"
    r"|\byou (?:just )?(?:got|named|said|found) it\b",
    re.IGNORECASE,
)
_NAMED_OPTION = re.compile(r"\b(?i:it is|it's|answer is|choose|pick|correct is)(?: option)? ([A-D])\b")
_RIGHT_ONE = re.compile(
    rf"\b{_ORDER} (?:one|number|of them)\b[^.?!]{{0,20}}\b(?:right|correct)\b", re.IGNORECASE
)


def claimed(item: Item, text: str) -> str:
    """The words that claim the answer, "" when none do; for plain text (scoring.text.plain_text)."""
    heard = plain_text(conversation(item))
    if small := _small_word(item, text):
        return small
    if item.answer_kind in _WRITTEN and _newly_written(item.correct_answer, text, heard):
        return item.correct_answer
    for hit in said(item.correct_answer, item.answer_kind, text):
        as_asked = hit.text == item.correct_answer
        if not as_asked and writes(hit.text, heard):
            continue  # the problem's own fraction, not the decimal that it asks for
        before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 40]
        # Who hears 3:85 knows no 4:25.
        in_words = item.answer_kind == "time" and not re.search(r"\d", hit.text)
        if (as_asked or in_words) and not writes(hit.text, heard):
            return shorten(f"{before[-20:]}{hit.text}")  # at most its worth was known, not its form
        if _SPOKEN_OF.search(after):
            continue
        clause = re.split(r"[.?!\n](?=\s)", before)[-1]
        if _TOLD_BACK.search(clause) and not _AFTER.search(after):
            continue
        if _alone(text, hit) or _AFTER.search(after) or _claims_before(clause, before):
            return shorten(f"{clause}{hit.text}{after[:20]}")
        if _pointed_at(text, hit):
            return shorten(text)
    return ""


def _newly_written(answer: str, text: str, heard: str) -> bool:
    is_number = re.fullmatch(r"-?\d+(?:\.\d+)?|[a-z]", answer)
    return not is_number and writes(answer, text) and not writes(answer, heard)


def _small_word(item: Item, text: str) -> str:
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None or str(right.value) not in _SMALL_WORDS.values():
        return ""
    hits = (match for match in _SMALL.finditer(text) if _SMALL_WORDS[match[1].lower()] == str(right.value))
    return next((shorten(match[0]) for match in hits), "")


def _claims_before(clause: str, before: str) -> bool:
    match = _BEFORE.search(clause or before[-12:])
    return bool(match) and not _ASKED.search(clause[: match.start() if match else 0])


def _alone(text: str, hit: Quantity) -> bool:
    """Whether the value is a sentence or a line of its own."""
    before = re.split(r"[.?!\n](?=\s)", text[: hit.start])[-1]
    after = re.split(r"(?<!\d)[.?!\n](?=\s|$)|[.?!\n](?=\s|$)|(?= [A-Z])", text[hit.end : hit.end + 60])[0]
    return not re.search(r"[A-Za-z0-9]", re.sub(r"^\s*\d\.\s", "", before) + after)


def _pointed_at(text: str, hit: Quantity) -> bool:
    """Whether the value stands in a list of which one is called right."""
    option = re.search(r"\b([A-D])[).:]\s?$", text[max(0, hit.start - 6) : hit.start])
    named = _NAMED_OPTION.search(text)
    return bool((option and named and option[1] == named[1]) or _RIGHT_ONE.search(text[hit.end :]))


def picked(item: Item, text: str) -> str:
    """How the turn points at one of the student's guesses; "" if it does not."""
    heard = plain_text(item.student_said)
    hits = said(item.correct_answer, item.answer_kind, heard)
    if not hits:
        return ""
    around = heard[max(0, hits[-1].start - 80) : hits[-1].end + 80]
    others = {number_of(q) for q in quantities_in(around)} - {number_of(hits[-1])}
    found = _PICKS.search(text[:2000])
    return found[0] if others and found else ""


def as_quotient(item: Item, text: str) -> str:
    """A fraction worth a whole answer ("3600/2") that the conversation does not hold; "" without one."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None or not isinstance(right.value, Fraction) or right.kind in ("time", "percent"):
        return ""
    heard = plain_text(conversation(item))
    for quantity in quantities_in(text):
        written = quantity.kind == "fraction" and "/" in quantity.text and quantity.text not in heard
        if _SAYS_BACK.search(text[max(0, quantity.start - 40) : quantity.start]):
            continue
        exponent = text[max(0, quantity.start - 3) : quantity.start].rstrip(" (").endswith("^")
        if written and not exponent and number_of(quantity) == right.value:
            return quantity.text
    return ""


_PAIR = re.compile(
    r"(?<![\d(.,])(-?\d{1,6}(?:/\d{1,4}|\.\d{1,4})?), ?(-?\d{1,6}(?:/\d{1,4}|\.\d{1,4})?)(?![\d)]|, ?\d)"
)


def bare_point(item: Item, text: str) -> str:
    """A point said without its brackets ("thirty-three, nineteen", as numerals); "" without one."""
    if item.answer_kind != "coordinate":
        return ""
    for match in _PAIR.finditer(text):
        if said(item.correct_answer, item.answer_kind, f"({match[1]}, {match[2]})"):
            return match[0]
    return ""


_ROUNDED = re.compile(r"(?<![\d.])(0?\.0{0,3}[1-9]\d{1,3}|\d{1,2}\.\d{1,4})(%| percent)?(?![\d/])")


def rounded(item: Item, text: str) -> str:
    """A decimal or percent of two digits or more that is the answer rounded ("about 0.056"), not yet said."""
    right = answer_of(item.correct_answer, item.answer_kind)
    unit = unit_of(right) if right is not None and right.kind == "measure" else None
    if right is None or (right.kind not in ("fraction", "mixed") and unit is None):
        return ""
    worth = right.value[0] / UNITS[unit][1] if unit else right.value
    heard = plain_text(conversation(item))
    for match in _ROUNDED.finditer(text):
        share = 100 if match[2] else 1
        places = len(match[1].partition(".")[2])
        exact = worth * share
        same = f"{float(exact):.{places}f}" == f"{float(match[1]):.{places}f}"
        if same and exact.denominator != 1 and match[0] not in heard:
            return match[0]
    return ""


_ANNOUNCED = re.compile(
    r"(?<!your )(?<!own )\b(?:(?:correct |right |true |final )?(?:answer|result|solution)"
    r" (?:is|was|would be|should be)|it should be)"
    r"[: ]{1,3}[^\w.?!]{0,4}[a-z]{0,2}[^\w.?!]{0,4}\d[^ ,;?!]{0,20}",
    re.IGNORECASE,
)


def announced(text: str) -> str:
    """Words that announce an answer, right or wrong ("the correct answer is 46"); "" without any."""
    found = _ANNOUNCED.search(plain_text(text))
    return found[0] if found else ""
