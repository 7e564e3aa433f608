"""The committed figures of human teachers' turns: whole, without text, and measured by the present code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from socratic_tutor.corpus.diversity import diversity
from socratic_tutor.corpus.human_turns import SETS, bridge_replies, human_figures, mathdial_turns, measure

DATA = os.environ.get("SOCRATIC_HUMAN_DATA", "")


def test_figures_are_those_that_diversity_gives_and_hold_no_text() -> None:
    ours = diversity(["What is it?", "Why is that so?"])
    sets = human_figures()["sets"]
    assert set(sets) == set(SETS)
    for found in sets.values():
        figures = found["figures"]
        assert set(figures) == set(ours)
        assert set(figures["masked"]) == set(ours["masked"])
        assert all(set(opening) == {"share"} for opening in figures["openings"])
        assert len(found["sha256"]) == 64


def test_only_focus_and_probing_turns_are_read(tmp_path: Path) -> None:
    said = [
        "Teacher: (generic)Hi, talk me through it",
        "Student: (focus) I said it",
        "Teacher: (focus)Look at the 3. What is it?",
        "Teacher: (telling)It is 4",
        " Teacher: (probing) And if it were 5?",
    ]
    path = tmp_path / "mathdial.jsonl"
    path.write_text(json.dumps({"conversation": "|EOM|".join(said)}) + "\n", encoding="utf-8")
    assert mathdial_turns(path) == ["Look at the 3. What is it?", "And if it were 5?"]


def test_messages_of_one_expert_reply_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "bridge.json"
    rows = [{"c_r_": [{"text": "Good try. "}, {"text": "What is 4 x 4?"}]}, {"c_r_": []}]
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert bridge_replies(path) == ["Good try. What is 4 x 4?"]


@pytest.mark.skipif(
    not DATA, reason="SOCRATIC_HUMAN_DATA names no folder with mathdial.jsonl and bridge.json"
)
def test_figures_are_what_the_present_code_measures() -> None:
    assert measure(Path(DATA)) == human_figures()["sets"]
