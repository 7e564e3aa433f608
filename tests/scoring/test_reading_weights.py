"""Approval, last steps and misquotes are weighed by weights that are those of the turns."""

from __future__ import annotations

import pytest

from scoring import fit_approval, fit_last_steps, fit_misquotes
from scoring.automatic_turns import automatic_turns
from socratic_tutor.scoring import approval, faithfulness, last_steps
from socratic_tutor.scoring.affirmation import affirms_wrong
from socratic_tutor.scoring.components.model import read_components
from socratic_tutor.scoring.faithfulness import faithful
from socratic_tutor.scoring.last_steps import answer_avoidance, finishing_step
from socratic_tutor.scoring.misquotes import may_misquote, misquotes
from socratic_tutor.scoring.text import Sentence


@pytest.mark.parametrize(
    ("read", "fitted"),
    [(approval, fit_approval), (last_steps, fit_last_steps), (faithfulness, fit_misquotes)],
)
def test_the_shipped_weights_are_those_of_the_turns(read, fitted):
    (shipped,) = read_components(read.WEIGHTS)
    again = fitted.fit(fitted.turns())
    assert shipped.weights == pytest.approx(again.weights, abs=2e-3)
    assert shipped.threshold == again.threshold


@pytest.fixture(scope="module")
def authored():
    """Turns drawn by another seed than those of the fits."""
    turns = [turn for turn in automatic_turns("not fitted to") if turn.source in ("authored", "elicit")]
    return [(turn.item, turn.text) for turn in turns]


def test_authored_turns_tell_no_step_and_approve_of_no_wrong_answer(authored):
    assert len(authored) > 1000
    assert sum(finishing_step(item, text).value for item, text in authored) <= 0.01 * len(authored)
    assert sum(faithful(item, text).value == 0 for item, text in authored) <= 0.02 * len(authored)
    assert sum(affirms_wrong(item, text).value or 0 for item, text in authored) <= 0.002 * len(authored)


@pytest.mark.parametrize(
    "text", ["2/7, absolutely!", "Same here, 2/7.", "Nothing to fix in your 2/7.", "Your 2/7 holds up."]
)
def test_a_sentence_of_approval_beside_their_answer_affirms_it(item, text):
    assert affirms_wrong(item, text).value == 1, affirms_wrong(item, text)


@pytest.mark.parametrize(
    ("text", "approving"),
    [
        ("Spot on.", True),
        ("You may trust that result.", True),
        ("Spot on, but check the bottom.", False),
        ("Put it on the right side.", False),
        ("It is all right to be unsure.", False),
        ("Add what is right.", False),
    ],
)
def test_one_word_of_doubt_or_of_something_to_do_undoes_approval(text, approving):
    assert approval.approves(Sentence(text, False)) == approving


def test_a_question_approves_of_nothing():
    assert not approval.approves(Sentence("Is it spot on?", True))


@pytest.mark.parametrize(
    "text",
    [
        "Tack 3/12 onto the 4/12.",
        "4/12 along with 3/12, that is all.",
        "You have 4/12. Now join it with 3/12.",
    ],
)
def test_a_step_in_other_words_is_told_and_not_avoided(item, text):
    assert finishing_step(item, text).value == 1, finishing_step(item, text)
    assert answer_avoidance(item, text).value == 0


@pytest.mark.parametrize(
    "text", ["The correct answer is 7/12. You got 2/7.", "The correct answer is 3/8. You got 2/7."]
)
def test_who_names_another_answer_approves_of_none(item, text):
    assert affirms_wrong(item, text).value == 0, affirms_wrong(item, text)


@pytest.mark.parametrize("text", ["Nice work so far. How could you check it?", "Almost right!", "So close!"])
def test_encouragement_sounds_like_no_approval(item, text):
    assert not approval.sounds_right(item, text)


MISQUOTES = {
    "Our jar is 5/17 full already.": ["new, of a thing in the problem"],
    "We have 1/3 + 1/97 here.": ["a formula of theirs altered"],
    "If it were 5/17, what then?": [],
}


@pytest.mark.parametrize("text", MISQUOTES)
def test_a_number_that_nobody_had_counts_where_nothing_is_supposed(make_item, text):
    jar = make_item(problem="A jar is 1/4 full, and 1/3 + 1/4 = ?")
    signs = misquotes(jar, text)
    assert may_misquote(jar, text) == bool(MISQUOTES[text])
    assert all(signs[name] for name in MISQUOTES[text]), signs
