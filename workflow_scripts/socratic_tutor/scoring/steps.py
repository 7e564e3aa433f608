"""Does the turn tell the step after which only reading off is left?

A step is told when one sentence names an operation and its numbers (or takes them from the sentence before),
and the outcome is the answer: "Add 4 twelfths and 3 twelfths", "2 hours is 120 minutes. Add the 35.", "so
halve it". A question tells it as well ("What is 260 + 4?"). What problem or student had said in these words
and numbers is no news. Steps in letters and steps that only move digits or signs: `rearranged`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.cues import stands
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import calculations
from socratic_tutor.scoring.operations import outcomes
from socratic_tutor.scoring.rearranged import in_letters, rearranged
from socratic_tutor.scoring.rule import per_turn, shorten
from socratic_tutor.scoring.text import Sentence, plain_text, sentences
from socratic_tutor.scoring.values import (
    any_answer,
    conversation,
    correct_answer,
    number_of,
    numbers_apart,
    quantities_in,
    said,
    says,
    writes,
)

_SENTENCES = 40  # of a turn that are read
_QUOTIENT = re.compile(r"(?<![\d./])(\d{1,9}(?:\.\d{1,6})?) ?/ ?(\d{1,9}(?:\.\d{1,6})?)(?![\d/])")
_TRIVIAL = {Fraction(0), Fraction(1)}  # too many pairs of numbers give these
_ONES = frozenset({"1", "one"})  # nor does an operation with 1 say more than its other number
_TASK_WORDS = {
    sign: re.compile(pattern, re.IGNORECASE)
    for sign, pattern in {
        "+": r"\+|\b(?:add\w*|plus|sum|total|altogether|in all)\b",
        "-": r"[-\u2013−]|\b(?:subtract\w*|minus|difference|take\w*|took|less|away|fewer)\b",
        "×": r"[×*·]|\bx\b|\b(?:multipl\w*|times|product|tens|hundreds|thousands|groups of|rows of)\b"
        r"|(?:\d|%|percent|half|third|fourth|quarter|fifth|tenth)s? of\b",
        "÷": r"[÷/]|\b(?:divid\w*|quotient|share\w*|split|half|fraction)\b",
        "/": r"[÷/]|\b(?:divid\w*|quotient|share\w*|split|half|fraction)\b",
        "^": r"\^|\b(?:power|squared|cubed|exponent)\b|[²³]",
        "√": r"√|\b(?:root|sqrt)\b",
    }.items()
}
_OF_ONE_NUMBER = re.compile(r"\b(?:twice|doubl\w*|half|halv\w*|tripl\w*|thirds?|quarters?)\b", re.IGNORECASE)
_CHAIN = re.compile(r"[^=.?!]{1,60}=[^=.?!]{1,60}= ?$")
_PART = {
    "expression": re.compile(r"[\w^().]+"),
    **dict.fromkeys(("fraction", "mixed", "time", "coordinate", "ratio"), re.compile(r"\d+(?:\.\d+)?")),
}
_YOU_SAY = re.compile(r"\byou (?:say|said|wrote|think|thought)(?: that)? $", re.IGNORECASE)
# What is done to the student's own answer: "You need one more than you said", "Multiply by 3 once more".
_ON_THEIR_ANSWER = re.compile(
    r"\b(?:your (?:answer|number|result|total|count|value|sum)|yours|what you (?:have|got|said|wrote)"
    r"|than you (?:said|have|got|wrote|think|counted)|once more|again)\b",
    re.IGNORECASE,
)
_PART_BEFORE, _PART_AFTER = re.compile(r"[\w./:]"), re.compile(r"[\w/:]|\.\d")
_SMALL_WORD = re.compile(
    r"^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|both|half)$", re.IGNORECASE
)


@per_turn
def finishing(item: Item, text: str) -> tuple[str, str]:
    """(the step told or "", why)."""
    answer = correct_answer(item)
    flat = plain_text(text)
    wanted = _worth(answer)
    step = (
        _calculation(item, flat, wanted)
        or _in_words(item, sentences(text), wanted - _TRIVIAL, minutes=answer.kind == "time")
        or in_letters(item, answer, flat)
        or _end_of_a_chain(item, flat)
        or _last_part(item, answer, flat)
        or rearranged(item, answer, flat)
    )
    if step:
        return step, f"tells {shorten(step)!r}, whose outcome is the answer"
    known = plain_text(conversation(item))
    untold = [value for value in item.trace if not tells(value, flat)]
    if not all(says(value, known) for value in untold):
        return "", "no step that ends in the answer"
    given = [value for value in item.trace if not says(value, known)]
    if len(given) > 1:
        return ", ".join(given), f"tells every value on the way: {', '.join(given)}"
    return "", "no step that ends in the answer"


def calculation_told(item: Item, text: str) -> str:
    """A calculation written out in the turn whose value is the answer and that is not the task; or ""."""
    return _calculation(item, plain_text(text), _worth(correct_answer(item)))


def tells(value: str, flat: str) -> str:
    """The words that say a value on the way, "" if none do.

    A small number word alone ("two bars") is everyday language and says none.
    """
    if any_answer(value) is None:
        return value if says(value, flat) else ""
    hits = (hit for hit in said(value, "", flat) if "cent" not in hit.text)  # 7 cents of an example
    return next((hit.text for hit in hits if not _SMALL_WORD.match(hit.text.strip())), "")


def _worth(answer: Answer) -> set[Fraction]:
    """The number that is this answer, when it is one: minutes for a time, the amount for a measure."""
    if isinstance(answer.value, Fraction):
        return {answer.value}
    numbers = [number_of(q) for q in quantities_in(answer.text)] if answer.kind == "measure" else []
    return {number for number in numbers[:1] if number is not None}


def _part_to_mend(item: Item) -> set[Fraction]:
    """The one number in which the right answer differs from the student's: 56 of 56/9 to who said 12/9."""
    differing = {right for right, _ in numbers_apart(item.correct_answer, item.wrong_answer)}
    return differing if len(differing) == 1 else set()


def _is_the_task(item: Item, numbers: tuple[str, ...], sign: str) -> bool:
    """Whether these are the problem's numbers, and problem or student had named the operation."""
    problem = plain_text(item.problem)
    given = all(_stands_in(number, problem) for number in numbers)
    asked = conversation(item)
    if item.wrong_answer:
        asked = asked.replace(item.wrong_answer, " ")  # whose own signs name no operation
    if len(numbers) == 1 and sign in "×÷" and not _OF_ONE_NUMBER.search(asked):
        return False
    if sign == "√":
        given = given or any(str(found.value) == numbers[0] for found in calculations(problem))
    return given and len(numbers) <= 2 and bool(_TASK_WORDS[sign].search(asked))


def _stands_in(number: str, problem: str) -> bool:
    """7 stands in "7 boxes" and "(6, 7)", but not in "-7 times -13", whose sign is another step."""
    if not writes(number, problem):
        return number.isalpha() and says(number, problem)
    return says(number, problem) or not says(f"-{number}", problem)


def _calculation(item: Item, flat: str, wanted: set[Fraction]) -> str:
    """A calculation written out, or a quotient written as a fraction, whose value is the answer."""
    known = plain_text(conversation(item))
    for found in calculations(flat):
        news = found.value in wanted and not any(
            asked.value == found.value and asked.numbers == found.numbers for asked in calculations(known)
        )
        news = news and not _YOU_SAY.search(flat[: found.start])
        signed = tuple(f"-{n}" if f"-{n}" in found.text else n for n in found.numbers)
        if news and not _is_the_task(item, signed, min(found.signs)):
            return found.text
    for match in _QUOTIENT.finditer(flat):
        outcome = Fraction(match[1]) / Fraction(match[2]) if Fraction(match[2]) else None
        is_the_answer = outcome is not None and outcome.denominator != 1 and "." not in match.group()
        if outcome in wanted and not is_the_answer and not writes(match.group(), known):
            return match.group()
    return ""


def _in_words(item: Item, pieces: tuple[Sentence, ...], wanted: set[Fraction], *, minutes: bool) -> str:
    before, known = "", plain_text(conversation(item))
    part = _part_to_mend(item) - _TRIVIAL
    for piece in pieces[:_SENTENCES] if wanted or part else ():
        quoted = piece.text.strip(" .?!\"'") in known
        if _ON_THEIR_ANSWER.search(piece.text):
            before = f"{before} {item.wrong_answer}"
        for outcome in () if quoted else outcomes(piece, before, minutes=minutes):
            ends = outcome.value in wanted or (
                outcome.value in part and not _ONES.intersection(outcome.numbers)
            )
            if ends and not _is_the_task(item, outcome.numbers, outcome.sign):
                return piece.text
        before = piece.text
    return ""


def _end_of_a_chain(item: Item, flat: str) -> str:
    """The answer at the end of at least two equals signs: 2/4 = 1/2 = 0.5."""
    for hit in said(item.correct_answer, item.answer_kind, flat):
        if found := _CHAIN.search(flat[max(0, hit.start - 120) : hit.start].rstrip("$ ") + " "):
            return found.group() + hit.text
    return ""


def _last_part(item: Item, answer: Answer, flat: str) -> str:
    """The last missing part of an answer of several parts, when the problem holds the others: the 15 of 1:15.

    A turn that says the answer as a whole leaks it, and tells no step.
    """
    part = _PART.get(answer.kind)
    if part is None or said(item.correct_answer, item.answer_kind, flat):
        return ""
    parts = set(part.findall(item.correct_answer))
    missing = parts - set(part.findall(plain_text(item.problem)))
    if len(parts) < 2 or len(missing) != 1:
        return ""
    (wanted,) = missing
    if answer.kind == "expression" and wanted.isdigit():
        return ""
    said_it, tells_it = (
        stands(wanted, text, _PART_BEFORE, _PART_AFTER) for text in (plain_text(item.student_said), flat)
    )
    return wanted if tells_it and not said_it else ""
