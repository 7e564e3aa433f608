"""Small files in the formats of the human-labelled sets, with problems and replies of our own."""

from __future__ import annotations

import json
import random
from pathlib import Path

GOOD = ("Not quite. What if you add {a} and {b} again?", "Check the {a}. Can you count on from {b}?")
BAD = ("Great job! That's correct.", "Well done, keep it up!")


def _labels(good: bool) -> dict[str, str]:
    word = "Yes" if good else "No"
    names = ("Mistake_Identification", "Mistake_Location", "Providing_Guidance", "Actionability")
    return dict.fromkeys(names, word)


def mrbench(folder: Path, version: int, problems: int = 12) -> Path:
    """Dialogues with three tutors each; "Coach" replies well, "Cheer" badly, "Mixed" either way."""
    rng = random.Random(f"made up {version}")
    rows = []
    for number in range(problems):
        a, b = number + 3, 2 * number + 5
        told = f"Ben has {a} red and {b} blue beads. How many beads has he got?"
        transcript = (
            f"Tutor: Hi, solve this. The question is: {told}\u00a0\n\u00a0Student: It is {a + b + 1}."
        )
        replies = {}
        for tutor in ("Coach", "Cheer", "Mixed"):
            good = tutor == "Coach" or (tutor == "Mixed" and rng.random() < 0.5)
            text = rng.choice(GOOD if good else BAD).format(a=a, b=b)
            labels = _labels(good)
            if version == 2:
                leak = tutor == "Mixed" and number % 4 == 0
                text += f" The answer is {a + b}." if leak else ""
                labels["Revealing_of_the_Answer"] = "Yes (and the answer is correct)" if leak else "No"
            replies[tutor] = {"response": text, "annotation": labels}
        row = {"conversation_id": "same", "conversation_history": transcript}
        row["anno_llm_responses" if version == 2 else "tutor_responses"] = replies
        if version == 2:
            row |= {"Ground_Truth_Solution": f"{a} + {b} makes\n {a + b}", "Data": "MathDial"}
        rows.append(row)
    path = folder / f"mrbench_v{version}.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def euler(folder: Path) -> Path:
    rows = [
        {
            "prompt": 'Student: "Sir, here is the text: Ben has 3 beads. How many? Here is my solution 4"',
            "output": text,
            "evaluation": {"questions": said, "on_topic": 4, "helpful": 3, "reveal_answer": "no"},
        }
        for text, said in (("What is 3?", "yes"), ("It is 3.", "no"), ("Count again.", "no"), ("Why?", "yes"))
    ]
    path = folder / "euler.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def mathdial(folder: Path) -> Path:
    rows = [
        {
            "qid": 1,
            "question": "Ben has 3 red and 5 blue beads. How many beads has he got?",
            "ground_truth": "3 + 5 = 8\n 8",
            "student_incorrect_solution": "3 + 5 is 9.\n 9",
            "conversation": "Teacher: (generic)Hi, tell me more|EOM|Mia: I added 3 and 5.|EOM|"
            "Teacher: (probing)What is 3 and 5?|EOM|Mia: 9|EOM|Teacher: (telling)It is 8.",
        }
    ]
    path = folder / "mathdial.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def bridge(folder: Path) -> Path:
    rows = [
        {
            "c_h": [{"text": "What is 4 times 6?", "user": "tutor"}, {"text": "20", "user": "student"}],
            "c_r": [{"text": "No.", "user": "tutor"}, {"text": "It is 24.", "user": "tutor"}],
            "c_r_": [{"text": "How did you count?", "user": "tutor"}],
            "lesson_topic": "3.4B.Multiplying",
            "e": "guess",
            "z_what": "ask_question",
        }
    ]
    path = folder / "bridge.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def mae(folder: Path) -> Path:
    row = {
        "Misconception ID": "M1",
        "Question": "0.5 + 0.7",
        "Incorrect Answer": "0.12",
        "Correct Answer": "1.2",
    }
    rows = [{**row, "Question image": ""}, {**row, "Question image": "picture"}]
    path = folder / "mae.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path
