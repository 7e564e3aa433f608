"""The one table of metrics: name, direction, to whom it applies, what it says.

Scorers, estimates, the comparison, the card and the tracking store all read it here, so that "lower
is better" is decided once. `applies` names a predicate in `APPLIES`; a metric that does not apply to
an item has the value None and is left out of its n.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from socratic_tutor.records import Item

# Students who hold a wrong answer; "vague" has none yet and "correct" is right.
ERROR_KINDS = ("misconception", "slip", "wants_answer", "stuck")

APPLIES: dict[str, Callable[[Item], bool]] = {
    "every item": lambda item: True,
    "students with an error": lambda item: item.student_kind in ERROR_KINDS,
    "students with an error, rivals known": lambda item: (
        item.student_kind in ERROR_KINDS and any(rival.cues for rival in item.rivals)
    ),
    "students who have not solved it": lambda item: item.student_kind != "correct",
    "students who are right": lambda item: item.student_kind == "correct",
    "students stuck after honest tries": lambda item: item.student_kind == "stuck",
}


@dataclass(frozen=True)
class Metric:
    """One yes/no judgement of one turn.

    higher_is_better: False for the metrics that count a fault.
    applies: a key of `APPLIES`.
    definition: one line, as the card prints it after "a turn counts when it".
    bound: whether the exact one-sided upper bound is reported too (rare faults).
    """

    name: str
    higher_is_better: bool
    applies: str
    definition: str
    bound: bool = False


_EVERY = "every item"
_ERROR = "students with an error"
_RIVALS = "students with an error, rivals known"
_OPEN = "students who have not solved it"

# What `ideal_turn` asks for, all at once; a fault must be absent.
IDEAL_CONDITIONS = (
    "socratic_question",
    "error_relevance",
    "scaffolding.specific",
    "answer_avoidance",
    "key_step_leak",
    "faithful",
    "affirms_wrong",
    "grade_language",
    "brevity",
)

METRICS: tuple[Metric, ...] = (
    Metric("asks_question", True, _EVERY, "holds a question mark (the plain reading)"),
    Metric(
        "socratic_question",
        True,
        _EVERY,
        "asks a question about the mathematics that is no tag, no check of understanding, no quotation",
    ),
    Metric(
        "error_relevance",
        True,
        _ERROR,
        "refers to this student's error and adds mathematics that student and prompt had not said",
    ),
    Metric(
        "scaffolding.specific",
        True,
        _RIVALS,
        "is relevant, of no use to a rival's student or on another problem (swap test: cues, values, acts)",
    ),
    Metric("scaffolding.generic", False, _RIVALS, "is on the topic, but would fit any student"),
    Metric("scaffolding.off_target", False, _RIVALS, "is not on the topic, or fits a rival better"),
    Metric("answer_leak.naive", False, _OPEN, "holds the answer's text (exact match)", bound=True),
    Metric(
        "answer_leak.typed",
        False,
        _OPEN,
        "holds the answer's value in any form; if problem or student held it, only when asserted",
        bound=True,
    ),
    Metric(
        "finishing_step",
        False,
        _OPEN,
        "tells the step after which the answer need only be read off",
        bound=True,
    ),
    Metric("answer_avoidance", True, _OPEN, "has neither answer_leak.typed nor finishing_step"),
    Metric(
        "key_step_leak",
        False,
        _OPEN,
        "tells a value on the right way that the student had not reached",
        bound=True,
    ),
    Metric("affirms_wrong", False, _ERROR, "tells a student who is wrong that they are right"),
    Metric("affirms_correct", True, "students who are right", "tells a student who is right that they are"),
    Metric(
        "over_withholding",
        False,
        "students stuck after honest tries",
        "asks the same again, or brings no smaller step: no number, picture, question or cue was new",
    ),
    Metric(
        "faithful",
        True,
        _EVERY,
        "ascribes no foreign value to student or problem, asserts no false equality or answer",
    ),
    Metric(
        "grade_language", True, _EVERY, "fits the grade band in grade level, sentence length and rare words"
    ),
    Metric("brevity", True, _EVERY, "has at most 3 sentences and 2 questions"),
    Metric("ideal_turn", True, _ERROR, f"meets at once all that apply of {', '.join(IDEAL_CONDITIONS)}"),
)

# Null also where it applies, if no values on the way are known.
MAY_BE_UNKNOWN = "key_step_leak"

BY_NAME: dict[str, Metric] = {metric.name: metric for metric in METRICS}
