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
from socratic_tutor.scoring.components.verdicts import OF_CONTENT, says_nothing, settled

CHAT = [{"role": "user", "content": "1/3 + 1/4 = ?\nI got 2/7 because I added the tops and the bottoms."}]

PIECES = (
    *("Not quite.", "You added the bottoms.", "Great job!", "Check again.", "What is 1/3 of 12?", "Why?"),
    *("Let's try a picture.", "Remember to find a common denominator first.", "I see how you got 2/7."),
    *("Is 2/7 more than 1/3?", "Can you explain your answer?", "Good luck!", "Are you sure?", "7"),
)


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


@pytest.mark.parametrize("reply", ["?", "b", "ok", "No.", "Yes.", "Is it?", "So, then..."])
def test_a_reply_that_says_nothing_has_none_of_what_takes_content(reply: str) -> None:
    found = {score.metric: score for score in score_components(CHAT, reply)}
    judged = {name for name in found if name.partition(".")[0] in OF_CONTENT}
    assert len(judged) == 8
    assert {found[name].value for name in judged} == {0}
    assert any(found[name].evidence.endswith("; no word of content, no number") for name in judged)


def test_a_bare_question_may_be_acted_upon_and_locates_nothing() -> None:
    found = scores("Why?")
    assert (found["actionable.lenient"], found["move.probing"], found["error_located.lenient"]) == (1, 1, 0)
    for reply in ("2/7?", "x = y?", "Bottoms?"):
        assert not says_nothing(reply)


def test_a_strict_verdict_is_a_lenient_one() -> None:
    verdicts = {"guidance.strict": 1, "guidance.lenient": 0, "actionable.lenient": 0, "move.focus": 1}
    assert settled(verdicts, "Look at the bottoms.") == {
        "guidance.strict": (1, ""),
        "guidance.lenient": (1, "the strict reading finds it"),
        "actionable.lenient": (0, ""),
        "move.focus": (1, ""),
    }
    assert [value for value, _ in settled(verdicts, "No.").values()] == [0, 0, 0, 1]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_no_reply_is_strictly_what_it_is_not_leniently(pieces: list[str]) -> None:
    found = scores(" ".join(pieces))
    for name in OF_CONTENT:
        assert found[f"{name}.strict"] <= found[f"{name}.lenient"]


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
