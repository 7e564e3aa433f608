"""The weights are what the turns give, and hold on hundreds that were drawn by another seed."""

from __future__ import annotations

from collections import defaultdict

import pytest

from scoring.automatic_turns import automatic_turns
from scoring.fit_relevance import fit, rows
from socratic_tutor.scoring.components.model import read_components
from socratic_tutor.scoring.relevance import scaffolding_class
from socratic_tutor.scoring.signs import signs
from socratic_tutor.scoring.weighing import REGRESSIONS, WEIGHTS


def test_each_regression_reads_signs_that_exist(item):
    names = set(signs(item, "Is 2/7 more than 1/3?"))
    shipped = read_components(WEIGHTS)
    assert [component.name for component in shipped] == list(REGRESSIONS)
    assert all(set(component.weights) == names for component in shipped)


def test_the_shipped_weights_are_those_of_the_turns():
    found = rows()
    for shipped in read_components(WEIGHTS):
        again = fit(shipped.name, found)
        assert shipped.weights == pytest.approx(again.weights, abs=2e-3)


@pytest.fixture(scope="module")
def classes_by_source():
    """The classes of turns drawn by another seed than those of the fit."""
    found = defaultdict(list)
    for turn in automatic_turns("not fitted to"):
        found[turn.source].append(scaffolding_class(turn.item, turn.text)[0])
    return found


@pytest.mark.parametrize(
    ("source", "most"),
    [
        ("hint", 0.0),
        ("anybody's", 0.05),
        ("rival", 0.05),
        ("other", 0.1),
        ("pasted", 0.1),
        ("misled", 0.05),
        ("shuffled", 0.1),
        ("elicit", 0.1),
    ],
)
def test_turns_for_somebody_else_are_seldom_specific(source, most, classes_by_source):
    classes = classes_by_source[source]
    specific = classes.count("specific")
    assert specific <= most * len(classes), f"{specific} of {len(classes)}"


def test_authored_turns_are_known_without_their_cues(classes_by_source):
    classes = classes_by_source["own words"]
    assert classes.count("specific") >= 0.8 * len(classes), f"{classes.count('specific')} of {len(classes)}"


def test_a_turn_on_the_error_is_known_where_the_hint_names_another(classes_by_source):
    classes = classes_by_source["not misled"]
    assert classes.count("specific") >= 0.7 * len(classes), f"{classes.count('specific')} of {len(classes)}"
