"""The prompt under production conditions: grade band, mission, vocabulary, misconception hint.

Each part of the context can be left out; what is left is still a complete prompt.
"""

from __future__ import annotations

from collections.abc import Sequence

INSTRUCTIONS = (
    "You are a Socratic math tutor for grades {grade_band}. Never give the answer. "
    "Ask one question that helps the student find the mistake. Use one to three short sentences."
)


def system_prompt(
    grade_band: str, *, mission: str = "", vocabulary: Sequence[str] = (), hint: str = ""
) -> str:
    """The system message; `hint` is a clause about the student ("adds the denominators")."""
    context = context_lines(mission=mission, vocabulary=vocabulary, hint=hint)
    return "\n".join([INSTRUCTIONS.format(grade_band=grade_band), *context])


def context_lines(*, mission: str = "", vocabulary: Sequence[str] = (), hint: str = "") -> list[str]:
    """What a platform knows beside the conversation, a line each; what is empty is left out."""
    lines = []
    if mission:
        lines.append(f"Mission: {mission}.")
    if vocabulary:
        lines.append(f"Vocabulary: {', '.join(vocabulary)}.")
    if hint:
        lines.append(f"Hint: the student {hint}.")
    return lines


def user_prompt(problem: str, student_said: str) -> str:
    """The problem and what the student wrote under it."""
    return f"{problem}\n{student_said}"
