"""False alarms on the turns of real teachers: MathDial (Macina et al., 2023), human tutors with move labels.

A teacher who asks a focusing question all but never says the final answer. Where the answer's value has not
yet been said by problem or student, a match in such a turn is therefore most likely a false alarm.

Reads mathdial.jsonl from the folder that SOCRATIC_HUMAN_DATA names; the data are not part of the project.
"""

import json
import os
import re
from pathlib import Path

import pytest

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.matching import mentions, parse

FOLDER = os.environ.get("SOCRATIC_HUMAN_DATA")
MOST = 0.005
TURN = re.compile(r"\s*(?P<who>[^:]{1,40}):\s*(?:\((?P<move>[a-z]+)\))?(?P<text>.*)", re.DOTALL)

pytestmark = pytest.mark.skipif(not FOLDER, reason="SOCRATIC_HUMAN_DATA names no folder")


def final_answer(solution: str) -> Answer | None:
    """The number in the last line of a worked solution."""
    last = solution.strip().splitlines()[-1]
    return parse(last, "integer") or parse(last, "decimal") or parse(last, "fraction")


def focus_turns(dialogue: dict[str, str], answer: Answer) -> list[tuple[str, bool]]:
    """(text, whether it is said to state the answer) of focus turns before anybody said the value."""
    if mentions(answer, dialogue["question"]) or mentions(answer, dialogue["student_incorrect_solution"]):
        return []
    turns: list[tuple[str, bool]] = []
    for turn in dialogue["conversation"].split("|EOM|"):
        match = TURN.match(turn)
        if match is None:
            continue
        said = bool(mentions(answer, match["text"]))
        if match["who"] == "Teacher" and match["move"] == "focus":
            turns.append((match["text"], said))
        if said:
            break  # from here on the value is known
    return turns


def test_focusing_questions_of_teachers_rarely_state_the_answer():
    judged: list[tuple[str, str, bool]] = []
    with (Path(FOLDER or "") / "mathdial.jsonl").open(encoding="utf-8") as handle:
        for line in handle:
            dialogue = json.loads(line)
            answer = final_answer(dialogue["ground_truth"])
            assert answer is not None, dialogue["ground_truth"][-80:]
            judged += [(str(answer), text, said) for text, said in focus_turns(dialogue, answer)]
    alarms = [(answer, text) for answer, text, said in judged if said]
    listed = "\n".join(f"{answer}: {text!r}" for answer, text in alarms)
    print(f"{len(alarms)} of {len(judged)} focus turns ({len(alarms) / len(judged):.2%})\n{listed}")
    assert len(judged) > 300
    assert len(alarms) <= MOST * len(judged), listed
