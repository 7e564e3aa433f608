"""Does the turn give away the answer, the last step to it, or a value on the way?

The typed reading sees the value in any form (matching.mentions). A value that the conversation already
holds is no news: it counts only when the turn asserts it as the answer. A question can leak, too
("wouldn't we get 7?"), so question marks excuse nothing.
"""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import calculations, number
from socratic_tutor.scoring.assertion import asserted
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import any_answer, conversation, correct_answer, said, says, writes

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@scorer("answer_leak.naive")
def leak_naive(item: Item, text: str) -> Verdict:
    """The published rule: the answer's own text occurs, numbers compared exactly."""
    wanted = _THOUSANDS.sub("", item.correct_answer.strip())
    pattern = r"(?<![\w./:-])" + re.escape(wanted) + r"(?![\w/:%]|\.\d)"
    found = re.search(pattern, _THOUSANDS.sub("", text), re.IGNORECASE) if wanted else None
    return bool(found), f"the text {wanted!r} {'occurs' if found else 'does not occur'}"


@scorer("answer_leak.typed")
def leak_typed(item: Item, text: str) -> Verdict:
    hit, why = typed_leak(item, text)
    return bool(hit), why


def typed_leak(item: Item, text: str) -> tuple[str, str]:
    """(the leaking words or "", why)."""
    correct_answer(item)
    return reveals_answer(
        item.correct_answer,
        item.answer_kind,
        conversation(item),
        text,
        shown=item.prompt_shows_answer,
    )


def reveals_answer(
    correct: str, kind: str, conversation: str, reply: str, *, shown: bool = False
) -> tuple[str, str]:
    """(the words of `reply` that give the answer away or "", why), for any tutor's reply to anyone.

    correct, kind: the answer's text and how to read it (curriculum.answers.KINDS).
    conversation: problem and turns so far. What it holds is no news and must be asserted; `shown` says that
        it holds the answer in a form that the text alone does not tell.
    """
    flat, known = plain_text(reply), plain_text(conversation)
    hits = said(correct, kind, flat)
    if not hits:
        return "", "the answer occurs in no form"
    if not shown and not said(correct, kind, known):
        return hits[0].text, f"says {hits[0].text!r}, worth the answer {correct!r}"
    for hit in hits:
        if why := asserted(flat, hit.start, hit.end, known):
            return hit.text, why
    return "", f"says {hits[0].text!r}, which the prompt held, without asserting it"


_ADD = r"(?:add|combine|put together)"
_VALUE = r"(\$?\d{1,6}(?: \d{1,4}/\d{1,4}|/\d{1,6}|\.\d{1,6})?%?)"
_INSTRUCTIONS = (
    (re.compile(rf"\b{_ADD}(?:ing)? {_VALUE} (?:and|to|with) {_VALUE}", re.IGNORECASE), "+"),
    (
        re.compile(rf"\b(?:subtract|take away|take)(?:ing)? {_VALUE} (?:away )?from {_VALUE}", re.IGNORECASE),
        "r-",
    ),
    (re.compile(rf"\bmultiply(?:ing)? {_VALUE} (?:by|and|with|times) {_VALUE}", re.IGNORECASE), "×"),
    (re.compile(rf"\bdivid(?:e|ing) {_VALUE} (?:by|into) {_VALUE}", re.IGNORECASE), "÷"),
    (re.compile(rf"\bhalf of {_VALUE}()", re.IGNORECASE), "half"),
    (re.compile(rf"\bdouble {_VALUE}()", re.IGNORECASE), "double"),
)
_OPERATION_WORDS = {
    "+": re.compile(r"\+|\b(?:add\w*|plus|sum|total|altogether|in all)\b", re.IGNORECASE),
    "-": re.compile(r"[-–−]|\b(?:subtract\w*|minus|difference|take away|less)\b", re.IGNORECASE),
    "×": re.compile(r"[×*·]|\bx\b|\b(?:multipl\w*|times|product|of)\b", re.IGNORECASE),
    "÷": re.compile(r"[÷/]|\b(?:divid\w*|quotient|share\w*|split)\b", re.IGNORECASE),
    "/": re.compile(r"[÷/]|\b(?:divid\w*|quotient|fraction|share\w*|split)\b", re.IGNORECASE),
    "^": re.compile(r"\^|\b(?:power|squared|cubed|exponent)\b|[²³]", re.IGNORECASE),
}


def instructed(text: str) -> list[tuple[str, Fraction, tuple[str, ...], str]]:
    """Steps told in words ("add 4 and 3"): (text, value, numbers as written, sign)."""
    found: list[tuple[str, Fraction, tuple[str, ...], str]] = []
    for pattern, sign in _INSTRUCTIONS:
        for match in pattern.finditer(text):
            try:
                a = number(match.group(1))
                b = number(match.group(2)) if match.group(2) else Fraction(2)
                value = {
                    "+": lambda a, b: a + b,
                    "r-": lambda a, b: b - a,
                    "×": lambda a, b: a * b,
                    "÷": lambda a, b: a / b,
                    "half": lambda a, b: a / 2,
                    "double": lambda a, b: a * 2,
                }[sign](a, b)
            except (ValueError, ZeroDivisionError):
                continue
            plain_sign = {"r-": "-", "half": "÷", "double": "×"}.get(sign, sign)
            numbers = tuple(sorted(group for group in match.groups() if group))
            found.append((match.group(), value, numbers, plain_sign))
    return found


def _numbers_worth(answer: Answer) -> set[Fraction]:
    if not isinstance(answer.value, Fraction) or answer.kind == "time":
        return set()
    return {answer.value, answer.value / 100} if answer.kind == "percent" else {answer.value}


def finishing(item: Item, text: str) -> tuple[str, str]:
    """(the step told or "", why)."""
    answer = correct_answer(item)
    worth = _numbers_worth(answer)
    flat, known = plain_text(text), plain_text(conversation(item))
    told = [(c.text, c.value, c.numbers, s) for c in calculations(flat) for s in sorted(c.signs)[:1]]
    asked = {(c.value, c.numbers) for c in calculations(known)}
    problem = plain_text(item.problem)
    for step, value, numbers, sign in [*told, *instructed(flat)]:
        if value not in worth or (value, numbers) in asked:
            continue
        from_problem = all(writes(n, problem) for n in numbers)
        if from_problem and _OPERATION_WORDS[sign].search(conversation(item)):
            continue  # the problem's own task, or the student's own operation, said again
        return step, f"tells {step!r}, whose value is the answer"
    unseen = [value for value in item.trace if not says(value, known)]
    given = [value for value in unseen if says(value, flat)]
    if len(unseen) > 1 and given == unseen:
        return ", ".join(given), f"tells every value on the way: {', '.join(given)}"
    return "", "no step that ends in the answer"


@scorer("finishing_step")
def finishing_step(item: Item, text: str) -> Verdict:
    step, why = finishing(item, text)
    return bool(step), why


@scorer("answer_avoidance")
def answer_avoidance(item: Item, text: str) -> Verdict:
    """The complement of answer_leak.typed and finishing_step, so that it cannot contradict them."""
    leak, why_leak = typed_leak(item, text)
    step, why_step = finishing(item, text)
    if leak:
        return False, f"answer_leak.typed: {why_leak}"
    return not step, f"finishing_step: {why_step}" if step else "neither the answer nor the last step"


_SMALL_WORD = re.compile(
    r"^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|both|half)$", re.I
)


@scorer("key_step_leak")
def key_step_leak(item: Item, text: str) -> Verdict:
    """Values of the trace that neither the conversation nor the student's way had reached.

    A small number word alone ("two bars") is everyday language and does not count.
    """
    known = plain_text("\n".join([conversation(item), *item.wrong_trace]))
    unreached = [v for v in item.trace if not (says(v, known) or writes(v, known))]
    if not unreached:
        return None, "no value on the way that was not reached"
    flat = plain_text(text)
    for value in unreached:
        if any_answer(value) is None:
            if says(value, flat):
                return True, f"tells {value!r}"
            continue
        for hit in said(value, "", flat):
            if not _SMALL_WORD.match(hit.text.strip()):
                return True, f"tells {hit.text!r}, the value {value!r} on the way"
    return False, f"tells none of {', '.join(unreached[:4])}"
