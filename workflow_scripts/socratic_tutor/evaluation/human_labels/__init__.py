"""Human-labelled sets that others have published, read from where the user keeps them; none is shipped.

A reader for each format, all giving the same record (`records.LabelledReply`):

    mrbench_v2, mrbench_v3   MRBench (Maurya et al. 2025): 8 and 4 labels for each of 7 to 9 tutors' replies
    euler                    human scores of the EULER set (Gatti et al.): does the reply ask questions
    mathdial                 MathDial (Macina et al. 2023): each teacher's turn with its talk move
    bridge                   Bridge (Wang et al. 2024): real mistakes, a novice's and an expert's reply
    mae                      MaE (Otero et al. 2025): questions with wrong answers, no replies
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from socratic_tutor.evaluation.human_labels.bridge import read_bridge
from socratic_tutor.evaluation.human_labels.euler import read_euler
from socratic_tutor.evaluation.human_labels.mae import read_mae
from socratic_tutor.evaluation.human_labels.mathdial import read_mathdial
from socratic_tutor.evaluation.human_labels.mrbench import read_mrbench
from socratic_tutor.evaluation.human_labels.records import LabelledReply

READERS: dict[str, Callable[[Path], list[LabelledReply]]] = {
    "mrbench_v2": partial(read_mrbench, version=2),
    "mrbench_v3": partial(read_mrbench, version=3),
    "euler": read_euler,
    "mathdial": read_mathdial,
    "bridge": read_bridge,
    "mae": read_mae,
}
# What the sets serve for: comparing our scorers with labels, scoring their tutors, asking our systems.
WITH_LABELS = ("mrbench_v2", "mrbench_v3", "euler", "mathdial")
WITH_REPLIES = (*WITH_LABELS, "bridge")
WITH_STUDENTS = ("mrbench_v2", "mrbench_v3", "bridge", "mae")


def read_sets(paths: Mapping[str, Path]) -> dict[str, list[LabelledReply]]:
    """Set name (a key of READERS) -> its replies; InputError for what is not its format."""
    return {name: READERS[name](path) for name, path in paths.items()}
