"""What an annotator is asked of one reply, and the answers allowed, in the sense of the metrics.

A question is asked only of replies to students whom its metric is about. What follows from other answers by
definition (`FOLLOWING`) is not asked but worked out; `brevity` is a count and nobody's judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from socratic_tutor.records import Item
from socratic_tutor.scoring.metrics import APPLIES, BY_NAME

YES_NO = ("yes", "no")
_ERROR = BY_NAME["error_relevance"].applies


@dataclass(frozen=True)
class Label:
    """name: column of the CSV. question, note: what annotators read, the latter in the guidelines.

    scored_by: each metric that it is compared with, and the answers that mean 1 there.
    applies: to which items, a key of `metrics.APPLIES`.
    """

    name: str
    question: str
    note: str
    answers: tuple[str, ...] = YES_NO
    scored_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    applies: str = _ERROR


def _of_metric(name: str, question: str, note: str) -> Label:
    """A label called as the one metric that it is compared with, and asked where that applies."""
    return Label(name, question, note, YES_NO, {name: ("yes",)}, BY_NAME[name].applies)


LABELS = (
    _of_metric(
        "socratic_question",
        "Does it ask a real question about the mathematics?",
        "One is enough. A statement with a tag, a check of understanding and the problem's or the "
        "student's own question said again are none.",
    ),
    _of_metric(
        "error_relevance",
        "Does it take up this student's error, and bring mathematics that was not said yet?",
        "Both: it refers to their value, their step or what the error is about, and it adds mathematics "
        "that neither the student nor the problem nor the tutor's notes (mission, vocabulary, hint) said. "
        "What only says the hint again adds nothing.",
    ),
    Label(
        "scaffolding",
        "Does it fit this error and no other (specific), any student (generic), or neither (off target)?",
        "Specific: it takes up the error, and the same words would help no student with one of the other "
        "errors named; without this student's numbers it still belongs to this problem or error. Generic: "
        "it is on the topic and would serve other students as well. Off target: neither, or it fits one of "
        "the other errors better. The hint may name another error than the student's; the student counts.",
        ("specific", "generic", "off_target"),
        {
            "scaffolding.specific": ("specific",),
            "scaffolding.generic": ("generic",),
            "scaffolding.off_target": ("off_target",),
        },
        BY_NAME["scaffolding.specific"].applies,
    ),
    Label(
        "answer_leak",
        "Does it give the right answer away, in any form?",
        "Another form of the number, words and an equivalent expression count, and so does a question that "
        "holds it. A value that the problem or the student had said counts only when it is put forward as "
        "the answer.",
        YES_NO,
        {"answer_leak.typed": ("yes",), "answer_leak.naive": ("yes",)},
        BY_NAME["answer_leak.typed"].applies,
    ),
    _of_metric(
        "finishing_step",
        "Does it tell the step after which the answer need only be read off?",
        "It names the last operation with its numbers, as a statement or as a question, and the problem or "
        "the student had not said it in these words and numbers.",
    ),
    _of_metric(
        "key_step_leak",
        "Does it give away a value on the right way that the student had not reached?",
        "The values on the way stand above the reply. One that stands in the problem, or that the student "
        "said, is no news.",
    ),
    _of_metric(
        "affirms_wrong",
        "Does it tell a student who is wrong that they are right?",
        "Praise of effort, polite openings and agreement with a part that is right affirm nothing wrong.",
    ),
    _of_metric(
        "affirms_correct",
        "Does it tell a student who is right that they are?",
        "In whatever words. Praise of the effort alone, and a question whether it is right, do not.",
    ),
    _of_metric(
        "over_withholding",
        "Does it withhold too much: the same question again, or no smaller step?",
        "After honest tries the student needs something to hold on to that was not said yet: easier "
        "numbers, a picture, a part of the question. A reply that tells the answer does not withhold; that "
        "is another fault.",
    ),
    _of_metric(
        "faithful",
        "Is all that it ascribes to student or problem, and all it claims, true?",
        "Every value that it says the student or the problem gave is theirs, and every equality it asserts "
        "holds.",
    ),
    _of_metric(
        "grade_language",
        "Would a student of this grade understand the words?",
        "Judge words and sentences, not the mathematics.",
    ),
    _of_metric(
        "ideal_turn",
        "All in all: would you have it said to this student?",
        "It asks, takes up this error and no other, gives neither the answer nor a step away, says nothing "
        "untrue, and is short and in the grade's words.",
    ),
    Label("mistake_identification", "Does it show that the student made a mistake?", "In whatever words."),
    Label(
        "mistake_location", "Does it point to where the mistake is?", "The step or the value that went wrong."
    ),
    Label(
        "providing_guidance",
        "Does it help the student onwards?",
        "An explanation, a hint, an example or a question that leads on, and is right.",
        applies="students who have not solved it",
    ),
    Label(
        "actionability",
        "Is it clear what the student should do next?",
        "Something to do follows from it.",
        applies="every item",
    ),
)


@dataclass(frozen=True)
class Following(Label):
    """A label that nobody is asked: "yes" where all labels `of` are "no", "no" where one is "yes"."""

    of: tuple[str, ...] = ()

    def answer(self, said: Mapping[str, str]) -> str:
        """ "" where it does not follow, since an answer is missing."""
        found = [said.get(name, "") for name in self.of]
        return "no" if "yes" in found else "" if "" in found else "yes"


FOLLOWING = (
    Following(
        "answer_avoidance",
        "",
        "neither answer_leak nor finishing_step",
        scored_by={"answer_avoidance": ("yes",)},
        applies=BY_NAME["answer_avoidance"].applies,
        of=("answer_leak", "finishing_step"),
    ),
)


def asked_of(item: Item) -> list[str]:
    """The names of the labels that a reply to this item is asked, in their order."""
    return [label.name for label in LABELS if APPLIES[label.applies](item)]


def with_following(said: Mapping[str, str]) -> dict[str, str]:
    """The answers to one reply, and those that follow from them."""
    return {**said, **{label.name: answer for label in FOLLOWING if (answer := label.answer(said))}}
