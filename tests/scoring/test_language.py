"""Grade language is measured on prose, and length on real sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest

from socratic_tutor.files import InputError
from socratic_tutor.scoring.language import LIMITS, brevity, flesch_kincaid, grade_language
from socratic_tutor.scoring.text import plain_text, prose, questions, sentences

CLASSROOM = [
    "Look at 2/7 next to 1/3 alone. Which one is larger, and what should adding do?",
    "Can you show me how you got 11?",
    "What does the 4 in 3/4 tell you about the pieces?",
    r"Compare $\frac{2}{7}$ with \(\frac{1}{3}\). Which is larger?",
]
LECTURE = (
    "It is imperative to comprehend that the aforementioned representation necessitates establishing "
    "an equivalence relation between heterogeneous quantities prior to their consolidation."
)
LONG = "If " + "you look at it and " * 12 + "stop, what is it?"


@pytest.mark.parametrize("text", CLASSROOM)
@pytest.mark.parametrize("band", LIMITS)
def test_classroom_turns_fit_every_band(make_item, text, band):
    score = grade_language(make_item(grade_band=band), text)
    assert score.value == 1, score


@pytest.mark.parametrize("band", LIMITS)
def test_a_lecture_and_one_long_sentence_fit_none(make_item, band):
    assert grade_language(make_item(grade_band=band), LECTURE).value == 0
    assert grade_language(make_item(grade_band=band), LONG).value == 0


def test_mathematics_alone_has_no_prose_that_could_be_too_hard(item):
    found = grade_language(item, "2/7 < 1/3")
    assert (found.value, found.evidence) == (1, "no prose to judge")


def test_limits_grow_with_the_band():
    in_order = [LIMITS[band] for band in ("K-2", "3-5", "6-8", "9-12")]
    for low, high in pairwise(in_order):
        assert (low.grade, low.sentence) < (high.grade, high.sentence)


def test_an_unknown_band_is_an_input_error(make_item):
    with pytest.raises(InputError, match="grade_band"):
        grade_language(make_item(grade_band="5-7"), "Look at it.")


def test_the_formula_is_flesch_kincaid():
    # 10 words, 1 sentence, 13 syllables (ve-ry, hap-py, lit-tle): .39*10 + 11.8*1.3 - 15.59
    assert flesch_kincaid("The cat sat on a very happy and little dog.") == pytest.approx(3.65, abs=0.01)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is 3.5 cm long. Why?", 2),
        ("1. Look at it.\n2. Draw it.", 2),
        ("Mr. Lee has 5. How many now?", 2),
        ("Use bars, e.g. two of them. What now?", 2),
        ('You said "why?" and stopped. What now?', 2),
        ("Wait... what?!", 2),
        ("No stop at the end", 1),
        ("", 0),
        ("...", 0),
        ("- one bar\n- two bars", 2),
    ],
)
def test_sentences_are_cut_where_they_end(text, count):
    assert len(sentences(text)) == count, sentences(text)


def test_brevity_allows_three_sentences_and_two_questions(item):
    assert brevity(item, "Look. What is 0.5? Is it 1.5?").value == 1
    assert brevity(item, "One. Two. Three. Four?").value == 0
    assert brevity(item, "What? Why? How?").value == 0


def test_markdown_and_latex_become_plain():
    assert plain_text(r"**Look** at $\frac{2}{7}$ \times 3") == "Look at 2/7 × 3"
    assert plain_text("It costs $5 or $6.") == "It costs $5 or $6."
    assert plain_text("3 * 4 is *not* 7") == "3 * 4 is not 7"
    assert plain_text("2**3 is **not** 6, and x**2 has **2** roots") == "2^3 is not 6, and x^2 has 2 roots"


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"$3\frac{1}{7}$", "3 1/7"),
        (r"3\frac17", "3 1/7"),
        (r"\frac{22}7 \tfrac 7{12}", "22/7 7/12"),
        (r"-\frac{\sqrt{3}}{2}", "-√3/2"),
        (r"\frac{1}{7^{3}}", "1/(7^3)"),
    ],
)
def test_fractions_in_latex_keep_their_whole_and_their_parts(latex, plain):
    assert plain_text(latex) == plain


def test_a_word_that_there_is_not_fits_no_band(make_item):
    for band in LIMITS:
        assert grade_language(make_item(grade_band=band), "How much piearge is there?").value == 0
        assert grade_language(make_item(grade_band=band), "How many fiftieths are there?").value == 1


def test_questions_end_in_other_scripts_as_well():
    assert [piece.question for piece in sentences("为什么是5？想一想。")] == [True, False]
    assert [piece.question for piece in sentences("لماذا؟ نعم.")] == [True, False]
    assert prose("Is 1/3 + 1/4 a part of x?") == "Is a part of ?"
    assert len(questions("What？ 2/7?")) >= 1
