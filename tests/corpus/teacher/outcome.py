"""What a run of the teacher over a few dozen rows gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from socratic_tutor.corpus.rows import Draft

KINDS = {"misconception": 0.4, "slip": 0.1, "wants_answer": 0.1, "vague": 0.2, "hollow": 0.1, "correct": 0.1}


@dataclass(frozen=True)
class Outcome:
    drafts: list[Draft]
    report: dict[str, Any]
    calls: int
    recalled: int
