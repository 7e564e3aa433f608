"""What a person typed to a problem, as the item that the filter and the scorers judge.

The problem and its ground truth are a benchmark item's. Who the person plays is read off their words: the
item's own student (its wrong answer is said), one who is right, or another one; of the last no misconception
is known, so metrics that need one do not apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socratic_tutor.dialogue.prompts import user_prompt
from socratic_tutor.records import Item, Message
from socratic_tutor.scoring import TurnScore, score_turn
from socratic_tutor.scoring.metrics import BY_NAME
from socratic_tutor.scoring.values import said

KINDS = {
    "misconception": "answers as this problem's misconception does",
    "correct": "is right",
    "vague": "says neither the right answer nor the misconception's: what needs a known error is left out",
}


def conversation(item: Item, turns: Sequence[Message]) -> list[Message]:
    """The chat as the model reads it: the item's system prompt, the problem with the student's first words,
    then the turns as they were said. `turns` begins with the student."""
    system = [message for message in item.messages if message["role"] == "system"]
    first = {"role": "user", "content": user_prompt(item.problem, turns[0]["content"])}
    return [*system, first, *turns[1:]]


def exchange(item: Item, turns: Sequence[Message]) -> Item:
    """The item with what the person said in place of its own student; `turns` ends with the student."""
    words = [turn["content"] for turn in turns if turn["role"] == "user"]
    kind = student_kind(item, words[-1])
    known = kind == "misconception"
    return replace(
        item,
        messages=conversation(item, turns),
        student_said=" ".join(words),
        student_kind=kind,
        wrong_answer=item.wrong_answer if known else "",
        wrong_trace=item.wrong_trace if known else [],
        rivals=item.rivals if known else [],
        reference="",
        later=[],
        later_references=[],
    )


def student_kind(item: Item, words: str) -> str:
    """A key of KINDS. The wrong answer decides before the right one: "40.6, not 46" is not right yet."""
    if item.wrong_answer and said(item.wrong_answer, item.answer_kind, words):
        return "misconception"
    return "correct" if said(item.correct_answer, item.answer_kind, words) else "vague"


def judged(item: Item, text: str) -> list[tuple[TurnScore, bool]]:
    """Every metric that applies to the turn, and whether that is as it should be (a fault found is not).

    Of the three classes of scaffolding the one that holds.
    """
    scores = [score for score in score_turn(item, text) if score.value is not None]
    scores = [score for score in scores if score.value or not score.metric.startswith("scaffolding.")]
    return [(score, bool(score.value) == BY_NAME[score.metric].higher_is_better) for score in scores]
