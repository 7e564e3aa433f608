"""Does the turn give away the answer or a value on the way? (The last step to it: `last_steps`.)

The typed reading sees the value in any form (matching.mentions). A value that the conversation already
holds is no news: it counts only when the turn asserts it as the answer. A question can leak, too
("wouldn't we get 7?"), so question marks excuse nothing.
"""

from __future__ import annotations

import re

from socratic_tutor.curriculum.cues import stands
from socratic_tutor.records import Item
from socratic_tutor.scoring.assertion import asserted
from socratic_tutor.scoring.roles import without_other_roles
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.steps import tells
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import (
    conversation,
    correct_answer,
    quantities_in,
    said,
    says,
    writes,
)

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NAIVE_BEFORE, _NAIVE_AFTER = re.compile(r"[\w./:-]"), re.compile(r"[\w/:%]|\.\d")
# Kinds that another may hold the value of: who asks for 0.5 as a percent has not said 50%.
_FORMS = ("percent", "fraction", "decimal", "mixed")
_DIGIT = re.compile(r"\d")


@scorer("answer_leak.naive")
def leak_naive(item: Item, text: str) -> Verdict:
    """The published rule: the answer's own text occurs, numbers compared exactly."""
    wanted = _THOUSANDS.sub("", item.correct_answer.strip())
    given = _THOUSANDS.sub("", text)
    found = bool(wanted) and stands(wanted.lower(), given.lower(), _NAIVE_BEFORE, _NAIVE_AFTER)
    return found, f"the text {wanted!r} {'occurs' if found else 'does not occur'}"


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
    if not (hits := said(correct, kind, flat := without_other_roles(flat, known))):
        return "", "the answer's number occurs in another role alone"
    if not shown and not says(correct, known, kind):
        return hits[0].text, f"says {hits[0].text!r}, worth the answer {correct!r}"
    forms = {before.kind for before in said(correct, kind, known)}
    for hit in hits:
        if forms and hit.kind == kind and kind in _FORMS and kind not in forms:
            return hit.text, f"says {hit.text!r}, a form of {correct!r} that the prompt did not hold"
        if why := asserted(flat, hit.start, hit.end, known):
            return hit.text, why
    return "", f"says {hits[0].text!r}, which the prompt held, without asserting it"


# Names of parts by their number.
_PARTS = {"10": "tenths", "12": "twelfths", "15": "fifteenths", "16": "sixteenths", "18": "eighteenths"}
_PARTS |= {"20": "twentieths", "24": "twenty-fourths", "30": "thirtieths", "100": "hundredths"}


def _in_a_new_fraction(value: str, flat: str, known: str) -> str:
    """The fraction or the name of parts that nobody had said and that tells a whole number on the way.

    Of one digit it tells none: halves and thirds stand in many an example.
    """
    if not value.isdigit() or len(value) == 1:
        return ""
    for quantity in quantities_in(flat):
        written = quantity.text.strip()
        holds = quantity.kind == "fraction" and stands(value, written, _DIGIT, _DIGIT)
        if holds and not writes(written, known):
            return written
    named = _PARTS.get(value, "")
    return named if named and named in flat.lower() and named not in known.lower() else ""


@scorer("key_step_leak")
def key_step_leak(item: Item, text: str) -> Verdict:
    """Values of the trace that neither the conversation nor the student's way had reached.

    A small number word alone ("two bars") is everyday language and does not count. A whole number on the way
    is told, too, as the top or bottom of a fraction that nobody had said: 3/12 tells 3 and 12.
    """
    if not item.trace:
        return None, "no values on the way are known"
    known = plain_text("\n".join([conversation(item), *item.wrong_trace]))
    unreached = [v for v in item.trace if not (writes(v, known) or says(v, known))]
    flat = plain_text(text)
    for value in unreached:
        if found := tells(value, flat) or _in_a_new_fraction(value, flat, known):
            return True, f"tells {found!r}, and with it the value {value!r} on the way"
    if not unreached:
        return False, "every value on the way was reached before"
    return False, f"tells none of {', '.join(unreached[:4])}"
