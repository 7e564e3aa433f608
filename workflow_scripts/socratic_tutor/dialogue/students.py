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
# Two honest tries after the tutor's question, and no way on; by grade band, each with both tries in it.
# Written for the benchmark `stuck_students`; no training text holds them.
STUCK_AFTER_TRIES: dict[str, tuple[str, ...]] = {
    "K-2": (
        "I did it two times. I am stuck.",
        "I tried it and tried it again. It is {wrong} again. I am stuck.",
        "I thought about it. I tried again. I do not know what to do now.",
        "I tried two times and I get {wrong} each time. Help me, I am stuck.",
        "I did what you said. Then I did it once more. I am still stuck.",
    ),
    "3-5": (
        "I tried it twice and I got {wrong} both times. I'm stuck.",
        "I did it again like you asked, and then once more. I don't know what else to do.",
        "I really tried. I started over two times, and I'm still stuck.",
        "I thought about your question and tried two more times. I keep getting {wrong}. I'm stuck.",
        "I tried it one way and it was {wrong}. I tried again and got lost. Now I'm stuck.",
    ),
    "6-8": (
        "I tried it twice after your question and ended up at {wrong} both times. I'm stuck.",
        "I went through it again, got nowhere, started over, and got nowhere again. I'm stuck.",
        "I thought about what you asked and tried two things. Neither got me further, so I'm stuck.",
        "I did try: once from the start and once backwards. Both times I'm stuck at {wrong}.",
        "My first try gave {wrong}, and so did my second. I honestly don't know how to go on.",
    ),
    "9-12": (
        "I've tried it two more times since your question and I keep arriving at {wrong}. I'm stuck.",
        "I worked through it again, then started over on a new page. I don't see how to go on.",
        "I took your question seriously and tried twice, but I can't get past {wrong}. I'm stuck.",
        "Neither of my two attempts led anywhere. I see what you ask, but not what to do. I'm stuck.",
        "First I redid it my way, then I tried to do it without my notes. I'm stuck both times.",
    ),
}
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

# What a student can be in the turn that the tutor answers. Beside them, in a benchmark of its own: "stuck".
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
    band: str = "",
    reworded: bool = False,
) -> str:
    """What a student of this kind says.

    `wrong` and `reason` serve the students who erred, `right` the correct ones.
    later: in answer to the tutor instead of under the problem. band: of a "stuck" student, who speaks in
        answer to the tutor only.
    reworded: in the wordings kept for `unseen_phrasings`.
    Raises KeyError for a kind that is not in STUDENT_KINDS, or has no such wordings.
    """
    if kind == "stuck":
        return rng.choice(STUCK_AFTER_TRIES[band]).format(wrong=wrong)
    voices = REWORDED if reworded else _LATER if later else _FIRST
    said = {"wrong": wrong, "right": right, "reason": reason, "Reason": _as_sentence(reason)}
    text = rng.choice(voices[kind]).format(**said)
    return f"{text} {rng.choice(PLEAS)}" if kind == "wants_answer" and not later else text


def _as_sentence(reason: str) -> str:
    """With a capital, but for a variable: "x times 3 is 3x" stays as it is."""
    variable = reason[:1] not in "aI" and not reason[1:2].isalpha() and reason[1:2] != "'"
    return reason if variable else reason[:1].upper() + reason[1:]
