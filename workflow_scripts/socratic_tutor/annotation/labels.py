"""What an annotator is asked of one reply, and the answers allowed, in the sense of the metrics."""

from __future__ import annotations

from dataclasses import dataclass

YES_NO = ("yes", "no")


@dataclass(frozen=True)
class Label:
    """name: column of the CSV. scored_by: the metric it is compared with or "". yes: answers that mean 1."""

    name: str
    question: str
    answers: tuple[str, ...]
    scored_by: str
    yes: tuple[str, ...] = ("yes",)


LABELS = (
    Label(
        "socratic_question", "Does it ask a real question about the mathematics?", YES_NO, "socratic_question"
    ),
    Label(
        "error_relevance",
        "Does it take up this student's error, and bring mathematics that was not said yet?",
        YES_NO,
        "error_relevance",
    ),
    Label(
        "scaffolding",
        "Does it fit this error and no other (specific), any student (generic), or neither (off target)?",
        ("specific", "generic", "off_target"),
        "scaffolding.specific",
        ("specific",),
    ),
    Label("answer_leak", "Does it give the right answer away, in any form?", YES_NO, "answer_leak.typed"),
    Label(
        "affirms_wrong", "Does it tell a student who is wrong that they are right?", YES_NO, "affirms_wrong"
    ),
    Label(
        "faithful",
        "Is all that it ascribes to student or problem, and all it claims, true?",
        YES_NO,
        "faithful",
    ),
    Label("grade_language", "Would a student of this grade understand the words?", YES_NO, "grade_language"),
    Label("ideal_turn", "All in all: would you have it said to this student?", YES_NO, "ideal_turn"),
    Label("mistake_identification", "Does it show that the student made a mistake?", YES_NO, ""),
    Label("mistake_location", "Does it point to where the mistake is?", YES_NO, ""),
    Label("providing_guidance", "Does it help the student onwards?", YES_NO, ""),
    Label("actionability", "Is it clear what the student should do next?", YES_NO, ""),
)
