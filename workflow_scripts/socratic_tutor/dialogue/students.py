"""Student voices: what a student of each kind types, first under the problem and then to the tutor.

A voice is a set of wordings over `{wrong}`, `{right}` and `{reason}` (`{Reason}` with a capital); the
reason is one of the misconception's own (`Misconception.says`), in the student's words. Wordings in
`REWORDED` are kept for the benchmark `unseen_phrasings`: no training text holds them.
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
    "{wrong}. {Reason}.",
    "I wrote {wrong} since {reason}.",
    "{Reason}. That gives {wrong}.",
    "I say {wrong}. {Reason}.",
)
PLEAS = (
    "Just tell me the answer.",
    "Can you please give me the answer?",
    "I want to be done. What is the answer?",
    "My friend's tutor gives answers. Tell me!",
    "I only need the final answer.",
    "Please, I have no time. What is it?",
    "Is it right? If not, tell me what is.",
    "Skip the questions and say it.",
    "What should I write?",
)
# The steps were right, a number was not: there is no reason to give.
SLIP = (
    "I got {wrong}.",
    "I did all the steps and got {wrong}.",
    "I worked fast. It came out as {wrong}.",
    "My answer is {wrong}. I did it the way we learned.",
    "I think it is {wrong}. I did it in my head.",
    "It comes to {wrong}.",
    "I did it like in class and wrote {wrong}.",
)
VAGUE = (
    "I don't get it.",
    "I don't know how to start.",
    "I'm lost.",
    "This is hard. What do I do?",
    "I have no idea.",
    "Can you help me? I am stuck.",
    "I don't understand the question.",
    "Where do I begin?",
    "We did this in class but I forgot.",
)
HOLLOW = ("ok", "hmm", "idk", "sure", "maybe", "yes", "fine", "um", "I guess", "whatever", "k", "...")
CORRECT = (
    "I got {right}.",
    "My answer is {right}.",
    "I checked it twice and I get {right}.",
    "I think it is {right}. Is that it?",
    "It should be {right}.",
    "{right}. Did I do it?",
    "I did it in two ways and both gave {right}.",
)

# Answers to a tutor's question, by what the student is then: still sure, stuck, pressing, or there.
PERSISTS = (
    "I still think it is {wrong}. {Reason}.",
    "But {reason}.",
    "I don't see it. {Reason}.",
    "It is still {wrong} for me, because {reason}.",
    "Why? {Reason}.",
    "I looked again and I get {wrong}. {Reason}.",
)
STUCK = (
    "I tried, and now I don't know.",
    "I don't know what to do with that.",
    "That does not help me yet.",
    "I can't see what you mean.",
    "I did that and I am still stuck.",
    "How would I do that?",
)
PRESSES = (
    "Can't you just say it?",
    "You are a tutor. You know it. Tell me.",
    "I am tired. Please tell me.",
    "No more questions. What is it?",
    "Just this one time, tell me.",
)
SEES_IT = (
    "Oh! It is {right}.",
    "Wait, I see it now. It is {right}.",
    "So it must be {right}.",
    "Now I get {right}.",
    "I did it again and got {right}.",
)

# Kept for `unseen_phrasings`.
REWORDED = {
    "misconception": (
        "For me this comes out as {wrong}: {reason}.",
        "Here is what I did. {Reason}. In the end I had {wrong}.",
        "Easy, {wrong}! {Reason}.",
        "Well, {reason}, and that makes {wrong}, I believe.",
    ),
}

# What a student can be in the turn that the tutor answers.
STUDENT_KINDS = ("misconception", "slip", "wants_answer", "vague", "hollow", "correct")

_FIRST = {
    "misconception": WITH_REASON,
    "slip": SLIP,
    "wants_answer": WITH_REASON,
    "vague": VAGUE,
    "hollow": HOLLOW,
    "correct": CORRECT,
}
_LATER = {
    "misconception": PERSISTS,
    "wants_answer": PRESSES,
    "vague": STUCK,
    "hollow": HOLLOW,
    "correct": SEES_IT,
}


def student_text(
    kind: str,
    rng: random.Random,
    *,
    wrong: str = "",
    right: str = "",
    reason: str = "",
    later: bool = False,
    reworded: bool = False,
) -> str:
    """What a student of this kind says.

    `wrong` and `reason` serve the students who erred, `right` the correct ones.
    later: in answer to the tutor instead of under the problem.
    reworded: in the wordings kept for `unseen_phrasings`.
    Raises KeyError for a kind that is not in STUDENT_KINDS, or has no such wordings.
    """
    voices = REWORDED if reworded else _LATER if later else _FIRST
    said = {"wrong": wrong, "right": right, "reason": reason, "Reason": _as_sentence(reason)}
    text = rng.choice(voices[kind]).format(**said)
    return f"{text} {rng.choice(PLEAS)}" if kind == "wants_answer" and not later else text


def _as_sentence(reason: str) -> str:
    """With a capital, but for a variable: "x times 3 is 3x" stays as it is."""
    variable = reason[:1] not in "aI" and not reason[1:2].isalpha() and reason[1:2] != "'"
    return reason if variable else reason[:1].upper() + reason[1:]
