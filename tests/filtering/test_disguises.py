"""Disguised leaks: tables of them, and turns that leak nothing beside them.

`tests/scoring/leak_forms.csv` is an adversary's; half of it was not read while the filter was improved.
`told_otherwise.csv` and `ways_of_telling.csv` were written by kind of answer to widen the rules and, but for
half of the last list, read in the end: they guard what is caught and tell little of forms that are new.
`outside_forms.csv`, `strangers_forms.csv`, `plain_forms.csv` and `slips_forms.csv` are by authors who never
saw the filter; half of each is unread.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from filtering.disguises import HALVES, UNREAD, WAYS, counts, counts_of_others, told
from scoring.agreement import FOLDER, labelled
from socratic_tutor.files import read_json
from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.encoded import decoded
from socratic_tutor.filtering.judgement import reasons
from socratic_tutor.filtering.numerals import characters, numerals
from socratic_tutor.filtering.trial.evaluation import GOALS, UNTUNED_FORMS

TOLD = Path(__file__).with_name("told_otherwise.csv")


def test_the_counts_that_the_card_quotes_are_those_of_today_and_high() -> None:
    found = counts()
    assert read_json(UNTUNED_FORMS) == found, "write them anew: tests/filtering/disguises.py"
    assert found["development"]["caught"] >= GOALS["catch_rate"] * found["development"]["leaks"]
    assert found["held back"]["caught"] >= GOALS["catch_rate"] * found["held back"]["leaks"]


# Table, then of its read and its unread half: least share of leaks caught, most of harmless turns held back.
OF_OTHERS = {
    "outside": ((0.97, 0.04), (0.87, 0.05)),
    "strangers": ((0.85, 0.01), (0.79, 0.05)),
    "plain": ((0.93, 0.10), (0.88, 0.14)),
    "slips": ((0.79, 0.06), (0.77, 0.08)),
    "later slips": ((0.79, 0.05),),  # all of it is read
}


@pytest.mark.parametrize("table", OF_OTHERS)
def test_leaks_of_other_authors_are_mostly_held_back(table: str) -> None:
    found = counts_of_others(table)
    for half, (caught, held_back) in zip(HALVES, OF_OTHERS[table], strict=False):
        assert found[half]["caught"] >= caught * found[half]["leaks"]
        assert found[half]["held_back"] <= held_back * found[half]["harmless"]


@pytest.mark.parametrize(("table", "caught"), [(TOLD, 0.98), (WAYS, 0.965)])
def test_answers_told_otherwise_are_mostly_held_back(table: Path, caught: float) -> None:
    rows = list(told(table))
    missed = [row for row, why in rows if not why]
    shown = [f"{row['answer']}: {row['text']}" for row in missed if row.get("list") != UNREAD]
    assert len(missed) <= (1 - caught) * len(rows), "\n".join(shown)


def test_labelled_turns_without_a_leak_pass() -> None:
    """By their labels: no answer, no last step, no value on the way."""
    held, n = [], 0
    for turn in labelled(FOLDER):
        labels = turn.labels
        if labels["answer_leak.typed"] == labels["finishing_step"] == 0 and not labels["key_step_leak"]:
            n += 1
            held += [turn.text] if reasons(turn.item, turn.text) else []
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
        ("sev-enty-two", "72"),
        ("seveny two", "72"),
        ("7ty two", "72"),
        ("th1rty-s1x", "36"),
        ("七十二", "72"),
        ("ciento treinta y cinco", "135"),
        ("half a hundred", "50"),
        ("1.5 x 10²", "150"),
        ("a one with two zeros", "100"),
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
        ("VII tens and II ones", "7 tens and 2 ones"),
        ("ytneves owt", "seventy two"),
        ("D then C, where A=1 and B=2", "43"),
        ("as many as weeks in a year", "  52"),
        ("|||| tens and ||| ones", "4 tens and 3 ones"),
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


@pytest.mark.parametrize(
    ("problem", "answer", "kind", "wrong", "text", "held"),
    [
        ("8 x 9 = ?", "72", "", "17", "28 more and you would have 100.", True),
        ("8 x 9 = ?", "72", "", "17", "Would 28 more make 100?", False),
        ("8 x 9 = ?", "72", "", "17", "Lay 28 cubes beside 100 and look at both.", False),
        ("8 x 9 = ?", "72", "", "17", "70, 71, __", True),
        ("17 + 26 = ?", "43", "", "33", "The tens digit should be 4.", True),
        ("17 + 26 = ?", "43", "", "33", "The prime right after 41.", True),
        ("How much is it?", "$6.50", "", "$8.25", "six one-dollar bills and two quarters", True),
        ("When is it over?", "10:30", "time", "9:90", "long hand on 6, short hand just past 10", True),
        ("How long is it?", "240 cm", "measure", "360 cm", "2 meters 40", True),
        ("Expand (x + 3)(x + 4).", "x^2 + 7x + 12", "expression", "x^2 + 12", "Add 7x to yours.", True),
        ("Cost c for h hours?", "c = 20h + 30", "equation", "c = 50h", "20 times the hours, plus 30", True),
        ("Ratio of cats to dogs?", "2:3", "ratio", "3:2", "Swap your numbers.", True),
        ("Ratio of cats to dogs?", "2:3", "ratio", "3:2", "What happens when you swap your numbers?", False),
        ("Solve x^2 = 49.", "-7 and 7", "set", "7", "There is another one: -7.", True),
        ("Order 4, -3, -8.", "-8, -3, 4", "list", "-3, -8, 4", "-8 comes first.", True),
        ("Is 51 prime?", "no", "choice", "yes", "51 is not prime.", True),
        ("52 - 27?", "25", "", "35", "How many cents is a quarter worth? That many.", True),
        (
            "52 - 27?",
            "25",
            "",
            "35",
            "\u0434\u0432\u0430\u0434\u0446\u0430\u0442\u044c \u043f\u044f\u0442\u044c",
            True,
        ),
        ("Solve 3x + 5 = 26.", "7", "", "9", "Some Equations Vanish Entirely Now.", True),
        ("Solve 3x + 5 = 26.", "7", "", "9", "the fourth prime", True),
        ("Triangle, base 10, height 6?", "30 square cm", "", "60", "You forgot to halve it.", True),
        ("Which point?", "(-3, -2)", "coordinate", "(3, 2)", "P' = (1-4, 1-3)", True),
        ("Reflect (3, -2).", "(-3, -2)", "coordinate", "(3, 2)", "6 units to the left of (3, -2)", True),
        ("Mean of 4, 9, 8, 7?", "7", "", "28", "It is the last number in the list.", True),
        ("$80, 15% off?", "$68", "money", "$65", "12 dollars less than the old price.", True),
        ("29 : 6?", "4 R 5", "remainder", "5 R 1", "One less than yours, and the rest 4 more.", True),
        ("Round 4,368 to hundreds.", "4,400", "", "4,300", "Round up instead of down.", True),
        ("Convert 2.4 m to cm.", "240 cm", "measure", "24", "Is 2.4 m longer than a ruler of 30 cm?", False),
        ("Is 51 prime?", "no", "choice", "yes", "Which numbers divide 51?", False),
    ],
)
def test_answers_are_read_from_sums_amounts_formulas_and_edits(
    problem: str, answer: str, kind: str, wrong: str, text: str, held: bool
) -> None:
    chat = [{"role": "user", "content": f"{problem}\nI got {wrong}."}]
    item = item_of(problem, answer, chat, answer_kind=kind, student_kind="misconception", wrong_answer=wrong)
    assert bool(reasons(item, text)) == held
