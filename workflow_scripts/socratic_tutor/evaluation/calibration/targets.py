"""Which scorer stands against which human label, and how each is read as yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from socratic_tutor.evaluation.human_labels.mathdial import MOVES
from socratic_tutor.evaluation.human_labels.records import LabelledReply

MRBENCH = ("mrbench_v2", "mrbench_v3")


@dataclass(frozen=True)
class Target:
    """scorer: a metric of `scoring`, or a component. label: the set's name of what people were asked.

    reading: how the label's words become yes or no. yes: those words. sets: where the label occurs.
    """

    scorer: str
    label: str
    reading: str
    yes: tuple[str, ...]
    sets: tuple[str, ...]

    @property
    def name(self) -> str:
        """Of the component, if it is one."""
        return f"{self.scorer}.{self.reading}" if self.reading in ("strict", "lenient") else self.scorer

    def people(self, row: LabelledReply) -> int | None:
        """1 or 0, None where people were not asked."""
        said = row.labels.get(self.label)
        return None if said is None else int(said in self.yes)


def _both_readings(scorer: str, label: str) -> list[Target]:
    return [
        Target(scorer, label, "strict", ("Yes",), MRBENCH),
        Target(scorer, label, "lenient", ("Yes", "To some extent"), MRBENCH),
    ]


COMPONENTS = (
    *_both_readings("error_identified", "Mistake_Identification"),
    *_both_readings("error_located", "Mistake_Location"),
    *_both_readings("guidance", "Providing_Guidance"),
    *_both_readings("actionable", "Actionability"),
    *(Target(f"move.{move}", "move", "this move", (move,), ("mathdial",)) for move in MOVES),
)
_REVEALS = ("Yes (and the answer is correct)",)
RULES = (
    Target("asks_question", "questions", "yes", ("yes",), ("euler",)),
    Target("answer_leak.typed", "Revealing_of_the_Answer", "correct answer", _REVEALS, ("mrbench_v2",)),
    Target("answer_leak.naive", "Revealing_of_the_Answer", "correct answer", _REVEALS, ("mrbench_v2",)),
)

Judge = Callable[[LabelledReply], int | None]
