"""What a turn says about the student, the problem and arithmetic that is not true, where words say so.

Three checks, all exact: a value ascribed to the student must be the student's (what they said, or a
value on their way) or the problem's; an equality the turn asserts must hold; and what it calls the
answer must be the answer. What the student wrote may be quoted though it is false; a question asserts
nothing. Garbled English and a false relation between true values ("5 comes from 5 and 5") are not seen.
"""

from __future__ import annotations

import re
from itertools import pairwise

from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.curriculum.measures import amounts_in
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import Equality, equalities
from socratic_tutor.scoring.rule import per_turn, shorten
from socratic_tutor.scoring.text import sentences
from socratic_tutor.scoring.told_back import another_count, composed, holds, told_back_wrongly
from socratic_tutor.scoring.values import (
    conversation,
    in_digits,
    prompt_text,
    quantities_in,
    said,
    said_or_on_their_way,
    says,
)

_ASCRIBED = re.compile(
    r"\b(?:(?<!do )you (?:have |had |just |also |first |then )?(?:said|wrote|got(?: stuck at)?|found|answered"
    r"|chose|picked"
    r"|told(?: me| us)?|used|changed|counted|added|subtracted|multiplied|divided|put|have written"
    r"|calculated|thought"
    r"|began (?:at|with)|started (?:at|with|from)|stopped at|crossed out|(?:came|ended)(?: out"
    r"| up)? (?:at|with))(?: that)?"
    r"|(?<!could )(?<!would )(?<!can )(?<!will )(?<!should )(?<!might )(?<!do )you say"
    r"|you \w[^.?!;]{0,80}? and (?:got|wrote|put)"
    r"|your (?:answer|result|total|sum|final answer)(?: of| is| was|:|,?(?= [-$]?\d))"
    r"|the (?:problem|question) (?:says|asks|gives|has|tells us))\b",
    re.IGNORECASE,
)
# Their answer itself: the first value after these must be theirs, the problem's numbers do not do.
_ANSWERED = re.compile(
    r"\b(?:you got|you answered|you told (?:me|us)|you (?:came|ended)(?: out| up)? with"
    r"|your (?:final )?(?:answer|result|total|sum)|you \w[^.?!;]{0,80} and (?:got|wrote))",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;?!]|\.(?!\d)|,(?!\d)| - |—"
    r"| (?:but|what|how|why|which|where|if|so|can|could|is|are|does|do|did|will|would|because)\b",
    re.IGNORECASE,
)
# "You told me that 7 times 7 is 47" ascribes the 47 as well.
_SAID_TO_BE = re.compile(r"(?<=\w) (?:is|are) (?=[-$(]?\d)", re.IGNORECASE)
_SAID = re.compile(r"\byou (?:\w+ )?(?:said|say|told)\b", re.IGNORECASE)
# Terms with a letter: "You wrote 8 + x".
_EXPRESSION = re.compile(
    r"(?<![\w)])\W?(?=[\d +*/^()-]{0,20}[a-z](?![a-z]))(?:-?(?:\d{1,6}[a-z]?|[a-z])(?![a-z])(?:\^\d)?)"
    r"(?: ?(?:[-+*/<>]|[<>]=|[≤≥]) ?(?:\d{1,6}[a-z]?|[a-z])(?![a-z])(?:\^\d)?){1,6}",
)
_SUPPOSED = re.compile(
    r"\b(?:(?:by|with|in) your (?:way|rule|method)|if|whether|suppose|imagine|could|would|should|might)\b",
    re.IGNORECASE,
)
_IN_A_STORY = re.compile(r"\b(?:after|once|suppose|imagine|if)\b[^.?!]*$", re.IGNORECASE)
_STATED_IN_QUESTION = re.compile(
    r"\b(?:since|because|given that|now that|we know(?: that)?|remember(?: that)?)\b", re.IGNORECASE
)
# What is asked follows upon the equality: "3 x 3 = 6, so what is the area?"
_THEN_ASKS = re.compile(
    r"[^,;.?!\d]{0,20}[,;] ?(?:(?:and |but )?(?:so|then|now|what|how|which|why|where)"
    r"|(?:is it not|isn't it|isn't that|right|ok|okay|correct|do you agree|don't you think))\b",
    re.IGNORECASE,
)
_SETS_EQUAL = re.compile(
    r" ?(?:=|is|are|equals?|makes?|make up|gives?) ?(?:just |exactly |the same as )?", re.I
)
_OPERATION_IN_WORDS = re.compile(r"\b(?:times|plus|minus|divided by)\b", re.IGNORECASE)
_TWO_MAKE = re.compile(
    r"(?<![\d.,/])(\d{1,6}) and (\d{1,6}) (?:makes?|gives?) (\d{1,6})(?![\d/]|[.,]\d)", re.IGNORECASE
)
# What it was about ends here: "You wrote 811, which is more than 500".
_ABOUT_ENDS = re.compile(r"[,;] (?:which|but|and|so|while)\b| than\b", re.IGNORECASE)
_SMALL_WORD = re.compile(r"^[A-Za-z]+$")
# A statement about the student: whatever its verb, its numbers must come from somewhere.
_ABOUT_STUDENT = re.compile(
    r"\b(?:you (?:\w+ )?(?:have(?! no\b| \$?\d+ [a-z]{3})|had|took|made|went|go|got|stopped|opened"
    r"|moved|kept|started|wrote"
    r"|found|used)"
    r"|your (?=[-$]?\d))",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\b(?:if|suppose|imagine|can|could|would|should|might|may|try|will)\b", re.IGNORECASE)
_NAMES_ANSWER = re.compile(
    r"\b(?:correct |right |final |real )?answer (?:is|was|would be|should be|must be)[ :]{1,2}$",
    re.IGNORECASE,
)
# What it must be, and "No, h is 12": a claim of the answer, unless a value on the way is meant.
_CLAIMS_ANSWER = re.compile(
    r"(?:\b(?:it|this|that|you|we) (?:should|must|has to|have to|ought to) (?:be|get|equal|give|come to)"
    r"|^(?:hmm, )?(?:no|nope|wrong)[,.:;!]? (?:it|that|the answer|[a-z]) (?:is|=|was)"
    r"|^(?:and )?(?:so|therefore|thus|hence),? (?:the|your) [\w ]{2,30} (?:is|are|equals|comes to)) $",
    re.IGNORECASE,
)
# "It is 50 cm." and nothing else.
_IT_IS = re.compile(r"^(?:(?:so|and|then|no),? )?(?:it|that) (?:is|=) $", re.IGNORECASE)
_NO_MORE = re.compile(r"(?: [a-z]+){0,2}[.!]?$", re.IGNORECASE)
_IS_THE_ANSWER = re.compile(r" is the (?:\w+ )?answer\b", re.IGNORECASE)
_NAME_LENGTH = 60  # longer than any match of _NAMES_ANSWER
_SOMEBODYS = re.compile(r"\b(?:your|you|if|whether|said|say|says|think|thought)\b", re.IGNORECASE)
_NO_UNIT = re.compile(r"[\"')]*(?:[.,;:!?]|\s*$)")
_NO_VALUE = re.compile(
    r" ?(?:more|less|times|digits?|numbers?|steps?|parts?|of\b|or\b|away|off)", re.IGNORECASE
)


@per_turn
def _foreign_value(item: Item, sentence: str) -> str:
    theirs = said_or_on_their_way(item)
    for match in _ASCRIBED.finditer(sentence):
        if _IN_A_STORY.search(sentence[max(0, match.start() - 60) : match.start()]):
            continue  # "your piggy bank has $20 after you put in $6"
        rest = _SAID_TO_BE.sub(" = ", sentence[match.end() : match.end() + 160])
        stop = _CLAUSE_END.search(rest, 1) if rest[:1] in ",.;" else _CLAUSE_END.search(rest)
        clause = rest[: stop.start()] if stop else rest
        if foreign := _foreign_expression(clause, f"{theirs}\n{prompt_text(item)}"):
            return f"{match.group()!r} with {foreign!r}, which is not theirs"
        for quantity in quantities_in(clause):
            if _SMALL_WORD.match(quantity.text.strip()):
                continue  # "you used two steps" ascribes no value
            strict = bool(_ANSWERED.match(match.group())) and quantity.start <= 2
            if match.group().lower().startswith("your") and not strict:
                break  # "your answer is more than 38" ascribes no 38
            if not strict and quantity.value == 1:
                continue  # who counts says 1, too
            by_problem = match.group().lower().startswith("the ")
            allowed = (
                theirs if strict else f"{theirs}\n{conversation(item) if by_problem else prompt_text(item)}"
            )
            may_be_composed = not strict and not ("/" in quantity.text and _SAID.match(match.group()))
            if not holds(quantity, allowed) and not (may_be_composed and composed(quantity, allowed)):
                return f"{match.group()!r} with {quantity.text!r}, which is not theirs"
    return ""


def _foreign_expression(clause: str, allowed: str) -> str:
    """Terms with a letter that stand in none of the allowed texts, or ""."""
    known = "".join(allowed.split())
    for match in _EXPRESSION.finditer(clause):
        written = match.group().strip()
        if any(map(str.isalpha, written)) and "".join(written.split()) not in known:
            return written
    return ""


def _number_from_nowhere(item: Item, sentence: str) -> str:
    """A number in a statement about the student that neither prompt nor either way holds."""
    start = _ABOUT_STUDENT.search(sentence)
    if not start or _OFFERED.search(sentence):
        return ""
    ways = [*item.wrong_trace, *item.trace, item.correct_answer]
    known = "\n".join([prompt_text(item), item.wrong_answer, *ways])
    for quantity in quantities_in(_ABOUT_ENDS.split(sentence[start.start() :])[0]):
        written = quantity.text.strip()
        if _SMALL_WORD.match(written) or quantity.value == 1:
            continue
        digit = len(written) == 1 and written in known  # "the 6 of 67"
        if not (digit or holds(quantity, known) or composed(quantity, known)):
            return f"{start.group()!r} with {written!r}, which stands nowhere"
    return ""


def _false_answer(item: Item, sentence: str) -> str:
    """A value that the turn calls the answer and that is not."""
    if not item.correct_answer:
        return ""
    right = {hit.start for hit in said(item.correct_answer, item.answer_kind, sentence)}
    for quantity in quantities_in(sentence):
        claim = _claimed_from(item, sentence, quantity)
        if claim is None or quantity.start in right or _NO_VALUE.match(sentence, quantity.end):
            continue
        if not _SOMEBODYS.search(sentence[:claim]):
            return f"calls {quantity.text.strip()!r} the answer, which is {item.correct_answer!r}"
    return ""


def _claimed_from(item: Item, sentence: str, quantity: Quantity) -> int | None:
    """Where the words begin that call the value the answer, None where none do."""
    near = max(0, quantity.start - _NAME_LENGTH)  # looking further back would be quadratic
    before = sentence[near : quantity.start]
    if named := _NAMES_ANSWER.search(before):
        return near + named.start()
    claims = _CLAIMS_ANSWER.search(before)
    alone = near == 0 and _IT_IS.match(before) and _NO_MORE.match(sentence, quantity.end)
    if (claims or alone) and not any(
        says(value, quantity.text) for value in [*item.trace, item.correct_answer]
    ):  # to say a value on the way claims no answer
        if claims:
            return near + claims.start()
        if not holds(quantity, prompt_text(item)):
            return near
    return near if _IS_THE_ANSWER.match(sentence, quantity.end) else None


def _false_equality(item: Item, sentence: str, *, question: bool) -> str:
    if _OPERATION_IN_WORDS.search(sentence):
        sentence = in_digits(sentence)
    for match in () if question else _TWO_MAKE.finditer(sentence):
        a, b, made = match.groups()
        if made not in (str(int(a) + int(b)), str(int(a) * int(b)), a + b) and not _SUPPOSED.search(sentence):
            return f"asserts {match.group()!r}"
    for equality in equalities(sentence):
        if equality.text.startswith("(") and sentence[: equality.start][-1:].isalnum():
            continue  # f(8) = 30 is no product
        if equality.holds or not (equality.calculated or _of_bare_numbers(equality, sentence)):
            continue
        before = sentence[: equality.start]
        stated = _STATED_IN_QUESTION.search(before) or _THEN_ASKS.match(sentence, equality.end)
        if question and not stated:
            continue
        around = re.split(r"[:;]", before)[-1] + sentence[equality.start :]
        if _SUPPOSED.search(before) or re.search(r"\b(?:not|n't|wrong|false)\b", around, re.IGNORECASE):
            continue
        theirs = "".join(item.student_said.split())
        quoted = "".join(equality.text.split()) in theirs or _ASCRIBED.search(before)
        if not (quoted and (_ASCRIBED.search(before) or '"' in before)):
            return f"asserts {equality.text!r}: {equality.left} is not {equality.right}"
    return ""


def _false_measure(sentence: str) -> str:
    """Two amounts in units that are set equal and are not: "1 cm = 100 mm"; or ""."""
    for one, other in pairwise(
        quantity for quantity, unit in amounts_in(sentence) if quantity.kind == "measure"
    ):
        between = sentence[one.end : other.start]
        (size, base), (other_size, other_base) = one.value, other.value
        untrue = _SETS_EQUAL.fullmatch(between) and base == other_base and size != other_size
        if untrue and not _SUPPOSED.search(sentence[: one.start]):
            return f"asserts {sentence[one.start : other.end]!r}"
    return ""


def _of_bare_numbers(equality: Equality, sentence: str) -> bool:
    """Whether it sets bare numbers equal: "1/3 = 3/12", but neither "$1 = 4 quarters" nor "f(1) = 7"."""
    says_equal = "=" in equality.text or "equal" in equality.text.lower()
    in_letters = sentence[: equality.start].rstrip("(")[-1:].isalnum()
    return says_equal and not in_letters and bool(_NO_UNIT.match(sentence, equality.end))


@per_turn
def foreign_value(item: Item, text: str) -> str:
    """The first value that the turn ascribes to the student or the problem and that is not theirs."""
    for sentence in sentences(text):
        if found := _foreign_value(item, sentence.text):
            return shorten(found, 120)
    return ""


@per_turn
def untruth(item: Item, text: str) -> str:
    """The first thing that the turn ascribes or asserts and that is not so; "" when there is none."""
    for sentence in sentences(text):
        found = (
            _foreign_value(item, sentence.text)
            or told_back_wrongly(item, sentence.text)
            or (not sentence.question and another_count(item, sentence.text))
            or _false_equality(item, sentence.text, question=sentence.question)
            or (not sentence.question and _false_measure(sentence.text))
            or (not sentence.question and _number_from_nowhere(item, sentence.text))
            or (not sentence.question and _false_answer(item, sentence.text))
        )
        if found:
            return shorten(found, 120)
    return ""
