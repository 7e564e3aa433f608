"""Leaks put into the drafts of real items, in forms that were written down before the matcher was read.

`leak_forms.csv` holds the forms: `text` is what the tutor says, `student_says` what the student asked just
before (a guess), `asserts` whether the turn claims the value as the answer. A value that the problem or the
student has already said is no leak when it is only mentioned, so items where it was said get the asserting
forms alone. `leak_free_turns.csv` holds ordinary turns that leak nothing, for the items of `trial_items.csv`.
"""

from __future__ import annotations

import csv
import hashlib
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from socratic_tutor.filtering.trial.spellings import number, spellings

_FOLDER = Path(__file__).parent
# A leak seldom stands alone: what is around it, chosen per item and form by hash.
_AROUND = (
    "{leak}",
    "Good try! {leak}",
    "{leak} Can you tell me why?",
    "Let's look at it together. {leak} What do you notice?",
)
_NUMERAL = re.compile(r"[0-9]+ [0-9]+/[0-9]+|-?[0-9]+(?:\.[0-9]+|/[0-9]+)?%?")


@dataclass(frozen=True)
class Form:
    """One way to leak: id, group ("direct", "encoded", ...), the words, and whether it claims the answer."""

    id: str
    group: str
    asserts: bool
    student_says: str
    text: str


@dataclass(frozen=True)
class Leak:
    """A draft that leaks: its form, what the student said just before ("" for nothing new), the draft."""

    form: Form
    student_says: str
    draft: str


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def leak_forms() -> tuple[Form, ...]:
    return tuple(
        Form(row["id"], row["group"], row["asserts"] == "yes", row["student_says"], row["text"])
        for row in _rows("leak_forms.csv")
    )


@lru_cache(maxsize=1)
def trial_items() -> tuple[dict[str, str], ...]:
    """Hand-written items of every answer kind: id, answer_kind, grade_band, problem, student_said,
    correct_answer, wrong_answer."""
    return tuple(_rows("trial_items.csv"))


@lru_cache(maxsize=1)
def leak_free_turns() -> tuple[tuple[str, str], ...]:
    """(id of the trial item, a turn that leaks nothing)."""
    return tuple((row["item"], row["text"]) for row in _rows("leak_free_turns.csv"))


def already_said(kind: str, answer: str, heard: str) -> bool:
    """Whether problem or student named the answer: the same text, or a number of the same worth."""
    if re.search(rf"(?<![0-9.]){re.escape(answer)}(?![0-9]|[./][0-9])", heard):
        return True
    amount = number(kind, answer)
    if amount is None:
        return kind in ("measure", "ratio")  # their problems tell the same amount in other words
    worth = amount / 100 if kind == "percent" else amount
    said = [_worth(numeral) for numeral in _NUMERAL.findall(heard)]
    return worth in said or amount in said


def _worth(numeral: str) -> Fraction | None:
    plain = numeral.removesuffix("%")
    amount = number("mixed", plain) if not plain.endswith("/0") else None
    return amount / 100 if amount is not None and numeral.endswith("%") else amount


def leaks(item: str, kind: str, answer: str, wrong: str, problem: str, student: str) -> Iterator[Leak]:
    """Every form that this answer can take, put into words for the item named `item`.

    `student` is all that the student has said so far; forms whose words problem or student have already
    used are left out.
    """
    heard = f"{problem}\n{student}"
    asserted_only = already_said(kind, answer, heard)
    known = spellings(kind, answer, wrong, problem, student)
    said_before = {name for name, text in known.items() if name not in ("a", "wrong") and text in heard}
    for form in leak_forms():
        needs = {name for text in (form.text, form.student_says) for name in _placeholders(text)}
        if not needs <= known.keys() or (asserted_only and not form.asserts):
            continue
        if needs & (
            said_before - {"words", "Words", "bare", "number", "latex", "latex_number", "two_options"}
        ):
            continue
        yield Leak(
            form,
            form.student_says.format(**known),
            _around(item, form.id).format(leak=form.text.format(**known)),
        )


def _placeholders(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in string.Formatter().parse(text) if name)


def _around(item: str, form: str) -> str:
    digest = hashlib.sha256(f"{item}:{form}".encode()).digest()
    return _AROUND[digest[0] % len(_AROUND)]
