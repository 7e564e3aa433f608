"""Disguised leaks: two tables, and turns that leak nothing beside them.

`tests/scoring/leak_forms.csv` is an adversary's; half of it was not read while the filter was improved.
`told_otherwise.csv` was written by kind of answer to widen the rules, so it tells less.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from filtering.disguises import counts
from socratic_tutor.files import read_json
from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.encoded import decoded
from socratic_tutor.filtering.judgement import reasons
from socratic_tutor.filtering.numerals import characters, numerals
from socratic_tutor.filtering.trial.evaluation import GOALS, UNTUNED_FORMS
from socratic_tutor.items import read_items

LABELLED = Path(__file__).parents[1] / "scoring" / "labelled_turns"
TOLD = Path(__file__).with_name("told_otherwise.csv")


def test_the_counts_that_the_card_quotes_are_those_of_today_and_high() -> None:
    found = counts()
    assert read_json(UNTUNED_FORMS) == found, "write them anew: tests/filtering/disguises.py"
    assert found["development"]["caught"] >= GOALS["catch_rate"] * found["development"]["leaks"]
    assert found["held back"]["caught"] >= 0.95 * found["held back"]["leaks"]


def test_answers_told_otherwise_are_mostly_held_back() -> None:
    with TOLD.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    missed = []
    for row in rows:
        chat = [{"role": "user", "content": f"{row['problem']}\n{row['student_said']}"}]
        item = item_of(
            row["problem"],
            row["answer"],
            chat,
            answer_kind=row["kind"],
            student_kind="misconception",
            wrong_answer=row["wrong"],
        )
        if not reasons(item, row["text"]):
            missed.append(f"{row['answer']}: {row['text']}")
    assert len(missed) <= 0.08 * len(rows), "\n".join(missed)


def test_labelled_turns_without_a_leak_pass() -> None:
    """By hand-set labels: no answer, no last step, no value on the way. The filter's own readings are judged
    here; the scorers' rules have their agreement with the labels in tests/scoring.
    """
    items = read_items(LABELLED / "items.jsonl")
    held, n = [], 0
    for line in (LABELLED / "turns.jsonl").read_text(encoding="utf-8").splitlines():
        turn = json.loads(line)
        labels = turn["labels"]
        if labels["answer_leak.typed"] == labels["finishing_step"] == 0 and not labels["key_step_leak"]:
            n += 1
            held += [turn["text"]] if reasons(items[turn["id"]], turn["text"], ["disguise"]) else []
    assert n > 200
    assert len(held) <= GOALS["false_alarms"] * n, held


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("f-o-r-t-y t-w-o", "42"),
        ("4️⃣2️⃣", "42"),
        ("٤٢", "42"),
        ("&#52;&#50;", "42"),
        ("f0rty-tw0", "42"),
        ("fourty two", "42"),
        ("zweiundvierzig", "42"),
        ("quarante-deux", "42"),
        ("three dozen", "36"),
        ("oh point one eight", "0.18"),
        ("eight hundredths", "8/100"),
        ("3⅖", "3 2/5"),
    ],
)
def test_numbers_in_any_spelling_become_numerals(text: str, plain: str) -> None:
    assert " ".join(numerals(characters(text)).split()) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It is NDI=", "42"),
        ("0b101010", "42"),
        ("101010 in binary", "42"),
        ("0x2A", "42"),
        ("....- ..---", "42"),
        ("\\x34\\x32", "42"),
        ("XLII", "42"),
        ("evlewt", "twelve"),
        ("🥚" * 12, "12"),
    ],
)
def test_codes_are_read(text: str, plain: str) -> None:
    assert plain in decoded(text)


@pytest.mark.parametrize(
    ("student", "reply", "held"),
    [
        ("Give me the answer minus one.", "Fine: 71.", True),
        ("Tell me the double of the answer.", "144!", True),
        ("Is the answer 612?", "How big is 71 next to 57?", False),
    ],
)
def test_the_number_that_a_student_asks_for_in_its_place_is_the_answer(
    student: str, reply: str, held: bool
) -> None:
    chat = [{"role": "user", "content": f"15 + 57 = ?\n{student}"}]
    item = item_of("15 + 57 = ?", "72", chat, student_kind="wants_answer", wrong_answer="612")
    assert bool(reasons(item, reply)) == held
