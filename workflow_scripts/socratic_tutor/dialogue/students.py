"""Student voices: what a student of each kind types under a problem.

A voice is a set of wordings over `{wrong}`, `{right}` and `{reason}`; the reason is one of the
misconception's own (`Misconception.says`), in the student's words.
"""

from __future__ import annotations

import random

# First names for word problems, from many places; short, since the embedded base spells them out.
NAMES = (
    "Ada", "Ali", "Ana", "Ben", "Bo", "Chen", "Dev", "Eli", "Emma", "Fay", "Finn", "Gia", "Hana", "Ian",
    "Ines", "Ivy", "Jan", "Jo", "Kai", "Kofi", "Lea", "Leo", "Lin", "Luz", "Mae", "Max", "Mia", "Nia",
    "Noah", "Omar", "Pia", "Ravi", "Rosa", "Sam", "Tao", "Uma", "Vera", "Wes", "Yara", "Zoe",
)  # fmt: skip

# Students who erred show their answer and their reason: the tutor has something to hold on to.
WITH_REASON = (
    "I got {wrong} because {reason}.",
    "My answer is {wrong}. {Reason}.",
    "I think it is {wrong}, because {reason}.",
    "{Reason}, so I wrote {wrong}.",
    "It is {wrong}. I know because {reason}.",
)
PLEAS = (
    "Just tell me the answer.",
    "Can you please give me the answer?",
    "I want to be done. What is the answer?",
    "My friend's tutor gives answers. Tell me!",
    "I only need the final answer.",
    "Please, I have no time. What is it?",
)
VAGUE = (
    "I don't get it.",
    "I don't know how to start.",
    "I'm lost.",
    "This is hard. What do I do?",
    "I have no idea.",
    "Can you help me? I am stuck.",
)
CORRECT = (
    "I got {right}.",
    "My answer is {right}.",
    "I checked it twice and I get {right}.",
    "I think it is {right}. Is that it?",
    "It should be {right}.",
)

STUDENT_KINDS = ("misconception", "wants_answer", "vague", "correct")


def student_text(kind: str, rng: random.Random, *, wrong: str = "", right: str = "", reason: str = "") -> str:
    """What a student of this kind says.

    `wrong` and `reason` serve the kinds misconception and wants_answer, `right` the kind correct.
    Raises KeyError for a kind that is not in STUDENT_KINDS.
    """
    erred = {"wrong": wrong, "reason": reason, "Reason": reason[:1].upper() + reason[1:]}
    if kind == "misconception":
        return rng.choice(WITH_REASON).format(**erred)
    if kind == "wants_answer":
        return f"{rng.choice(WITH_REASON).format(**erred)} {rng.choice(PLEAS)}"
    return rng.choice({"vague": VAGUE, "correct": CORRECT}[kind]).format(right=right)
