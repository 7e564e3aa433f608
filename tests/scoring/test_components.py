"""The component scorers: usable alone, deterministic, with evidence, on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.files import InputError, write_json
from socratic_tutor.scoring.components import score_components
from socratic_tutor.scoring.components.features import features
from socratic_tutor.scoring.components.model import read_components, shipped

CHAT = [{"role": "user", "content": "1/3 + 1/4 = ?\nI got 2/7 because I added the tops and the bottoms."}]


def scores(reply: str) -> dict[str, int | None]:
    return {score.metric: score.value for score in score_components(CHAT, reply)}


def test_a_probing_reply_and_mere_praise_are_told_apart() -> None:
    good = scores(
        "Not quite, you added the bottoms. Check: is 2/7 more than 1/3? What could you draw to see it?"
    )
    praise = scores("Great job! Keep up the good work.")
    for name in (
        "error_identified.lenient",
        "error_located.lenient",
        "actionable.lenient",
        "guidance.lenient",
    ):
        assert (good[name], praise[name]) == (1, 0)


def test_evidence_names_the_features_that_weighed_most() -> None:
    found = score_components(CHAT, "Not quite. Check the bottoms again?")
    assert all(score.evidence.startswith("p = 0.") for score in found)
    names = set(shipped()[0].weights)
    assert any(name in found[0].evidence for name in names)


def test_an_empty_reply_has_no_component() -> None:
    assert set(scores("  ").values()) == {0}


def test_each_component_knows_exactly_the_features() -> None:
    names = list(features(CHAT, "Why?"))
    assert shipped()
    assert all(list(component.weights) == names for component in shipped())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_features_of_any_text_are_shares(said: str, reply: str) -> None:
    found = features([{"role": "user", "content": said}], reply)
    assert all(0 <= value <= 1 for name, value in found.items() if name != "log_words")


@pytest.mark.parametrize("piece", ["?", "a ", "1+1=", "can you ", "let's ", "<|", "\n", "if a? "])
def test_a_reply_of_100_kb_costs_no_more_than_prose(piece: str) -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        features(CHAT, text)
        return time.perf_counter() - start

    prose = min(seconds("You added the bottoms. What is a third of it? " * 130) for _ in range(3))
    assert min(seconds(piece * (100_000 // len(piece))) for _ in range(3)) < 60 * prose + 0.05


def test_another_file_is_refused(tmp_path) -> None:
    write_json(tmp_path / "w.json", {"components": [{"name": "x"}]})
    with pytest.raises(InputError, match="holds no components"):
        read_components(tmp_path / "w.json")
