"""What the teacher is asked: to word one tutor turn anew. It is never told the right answer."""

from __future__ import annotations

from typing import Any

from socratic_tutor.corpus.rows import Draft, hint_text
from socratic_tutor.corpus.verification import LONGEST_SENTENCE, WORDS
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.files import digest_of

INSTRUCTION = """\
You word the turns of a Socratic math tutor for grades {grade_band} anew.
You see a problem, what student and tutor said, and the tutor's next turn. Say that turn in other words, as \
a warm teacher would say it to this student.
- Keep its purpose: {purpose}.
- Keep its key words and its numbers. Bring in no other number.
- Ask exactly one question, with one question mark.
- Use {fewest} to {most} words, in short simple sentences of at most {sentence} words.
- Do not solve the problem, do not tell its answer or a step of it, and do not judge the student's answer \
unless the turn does.
- Write plain text: no quotes, no lists, no Markdown, no LaTeX.
Reply with the new turn and nothing else."""

PURPOSES = {
    "elicit": "it gets the student to say how they think",
    "locate": "it points the student to the place where the mistake is",
    "conflict": "it lets the student meet a contradiction",
    "represent": "it gets the student to draw, lay out or picture the problem",
    "simplify": "it turns to a smaller case",
    "analog": "it compares with something that the student knows",
    "check": "it lets the student test the answer",
    "extend": "it says that the student is right and asks further",
    "hold": "it kindly declines to tell the answer and asks on",
    "repair": "it asks for something small and concrete after a reply that says nothing",
}

# Part of every cache key; no edit of the words above can be forgotten here.
PROMPT_VERSION = digest_of([INSTRUCTION, PURPOSES])[:8]


def messages_for(draft: Draft) -> list[dict[str, str]]:
    """The request for another wording of the draft's last tutor turn, as chat messages.

    The right answer stands in it only where the problem or the student has said it.
    """
    row = draft.row
    instruction = INSTRUCTION.format(
        grade_band=row.grade_band,
        purpose=PURPOSES[row.move],
        fewest=WORDS[0],
        most=WORDS[1],
        sentence=LONGEST_SENTENCE[row.grade_band],
    )
    lines = [f"Problem: {row.problem}"]
    tutor_said = [message["content"] for message in row.messages if message["role"] == "assistant"]
    for number, said in enumerate(draft.said[1:]):
        lines.append(f"Student: {said}")
        lines += [f"Tutor: {turn}" for turn in tutor_said[number : number + 1]]
    if hint := _hint(draft):
        lines.append(f"What the student does: {hint}.")
    lines.append(f"The tutor's next turn: {draft.last.turn}")
    return [
        {"role": "system", "content": instruction},
        {"role": "user", "content": "\n".join(lines)},
    ]


def payload_for(
    draft: Draft, *, model: str, temperature: float, max_tokens: int, seed: int
) -> dict[str, Any]:
    """The whole body of the request, as the server gets it."""
    return {
        "model": model,
        "messages": messages_for(draft),
        "temperature": temperature,
        "max_tokens": max_tokens,
        "seed": seed,
    }


def _hint(draft: Draft) -> str:
    """The misconception in a clause, also where the row's own prompt leaves it out."""
    if not draft.case.misconception:
        return ""
    hint = hint_text(draft.case.misconception, draft.case)
    return "" if mentions(draft.case.right, hint) else hint
