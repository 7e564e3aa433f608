"""Questions that give nothing away, for a draft that could not be repaired: by move and kind of student.

They name no number, so there is no answer that they could hold; the filter still judges them as it judges
a draft. A student is met first in the words of `dialogue.moves`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from socratic_tutor.dialogue.moves import ELICIT, HOLD, REPAIR, SLIP
from socratic_tutor.records import Item

QUESTIONS: dict[str, tuple[str, ...]] = {
    "locate": (
        "Which step of your work would you like to look at again, and why that step?",
        "Show me the place where you feel least sure. What did you do there?",
        "Where did each number in your work come from?",
    ),
    "conflict": (
        "Does your number fit the story? What would tell you that it does not?",
        "Make a guess without working it out. How far is your number from your guess?",
        "What should happen to the numbers here: do they grow or shrink? Does yours?",
    ),
    "analog": (
        "Can you think of a problem like this that you can do? What is the same here?",
        "Make up a story with small numbers that works the same way. What happens in it?",
    ),
    "check": (
        "How could you check your number with the numbers of the problem?",
        "Put your number back into the problem. Does everything fit?",
    ),
    "simplify": (
        "What would you do if the numbers were very small? Try that way here.",
        "Take easier numbers for a moment. What do you do with them?",
    ),
    "represent": (
        "Can you draw it? What does each part of your picture show?",
        "Show it with counters, a bar or a line. What do you see?",
    ),
    "elicit": (
        "What does the problem want you to find? Tell me in your own words.",
        "What do you know from the problem, and what is missing?",
    ),
    "repair": (
        "What did you think when you read the problem?",
        "Which part of the problem can you tell me about?",
    ),
    "hold": (
        "What have you tried so far, and what would you try now?",
        "Which part of your work are you sure about, and which part not?",
    ),
}
# How a student is met; a wrong answer is named where it is known.
_MEETING: dict[str, Sequence[str]] = {
    "wants_answer": HOLD,
    "vague": ELICIT,
    "stuck": ELICIT,
    "hollow": REPAIR,
    "misconception": SLIP,
    "slip": SLIP,
}
# For an item without a move, as in production.
MOVE_OF_KIND = {
    "wants_answer": "hold",
    "vague": "elicit",
    "stuck": "simplify",
    "hollow": "repair",
    "slip": "check",
}


def move_of(item: Item) -> str:
    """The item's move where there is a question for it, else the one that suits its kind of student."""
    return item.move if item.move in QUESTIONS else MOVE_OF_KIND.get(item.student_kind, "locate")


def safe_questions(item: Item) -> Iterator[str]:
    """Every replacement that suits the item, from a place that its id and what was said decide.

    First each question with a meeting, then each question alone, the shortest text that can be said.
    """
    said = f"{item.id}:{item.problem}:{item.student_said}".encode()
    start = int.from_bytes(hashlib.sha256(said).digest()[:8], "big")
    questions = _from(QUESTIONS[move_of(item)], start)
    meetings = _from(_MEETING.get(item.student_kind, ()), start // 7)
    for number, question in enumerate(questions):
        for meeting in meetings[number:] + meetings[:number]:
            if "{wrong}" not in meeting:
                yield f"{meeting} {question}"
            elif item.wrong_answer:
                yield f"{meeting.format(wrong=item.wrong_answer)} {question}"
    yield from questions


def _from(texts: Sequence[str], start: int) -> list[str]:
    place = start % len(texts) if texts else 0
    return [*texts[place:], *texts[:place]]
