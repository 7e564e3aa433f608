"""What became of the rows that a teacher was asked to reword, and what that cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from socratic_tutor.corpus.teacher.cache import Reply
from socratic_tutor.corpus.teacher.settings import TeacherSettings


@dataclass
class Tally:
    """Counts over the rows of one split.

    All of it follows from the cached replies, so that a resumed run reports what an uninterrupted one does.
    refused: texts that checks or verification did not let through. failed_calls: requests without a text.
    failed_attempts: attempts that were repeated. seconds: of the calls, added up.
    """

    asked: int = 0
    accepted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failed_calls: Counter[str] = field(default_factory=Counter)
    failed_attempts: Counter[str] = field(default_factory=Counter)
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0

    def add(self, reply: Reply, reason: str | None) -> None:
        """Count a reply; reason: why its text was refused, None when it was accepted."""
        self.asked += 1
        if reply.fault:
            self.failed_calls[reply.fault] += 1
        elif reason:
            self.refused[reason] += 1
        else:
            self.accepted += 1
        self.failed_attempts.update(reply.failed_attempts)
        self.prompt_tokens += reply.prompt_tokens
        self.completion_tokens += reply.completion_tokens
        self.seconds += reply.seconds

    def as_dict(self, settings: TeacherSettings) -> dict[str, Any]:
        """For the report; `cost` in the currency of the prices."""
        cost = self.prompt_tokens * settings.price_per_million_prompt_tokens
        cost += self.completion_tokens * settings.price_per_million_completion_tokens
        return {
            "asked": self.asked,
            "accepted": self.accepted,
            "refused": dict(sorted(self.refused.items())),
            "failed_calls": dict(sorted(self.failed_calls.items())),
            "failed_attempts": dict(sorted(self.failed_attempts.items())),
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "seconds": round(self.seconds, 3),
            "cost": round(cost / 1e6, 6),
        }
