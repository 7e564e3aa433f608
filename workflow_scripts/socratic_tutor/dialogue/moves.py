"""Tutor moves: one is chosen first, from what the student did, and then worded.

Moves for an error are authored per misconception; the family words the others (`elicit` for a student
who cannot begin, `check` for a slip, `repair` for a reply that says nothing, `extend` for one who is
right). A short opening meets the student first; there are many, so that no tutor sounds like a form.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from socratic_tutor.curriculum.catalogue import Family, Misconception

# A move answers a student's state; where the family words it, under this name.
MOVE_FOR = {"slip": "check", "vague": "elicit", "hollow": "repair", "correct": "extend"}

# Meeting a student who only wants the answer; the misconception's own question follows.
HOLD = (
    "I hear that you want to be done.",
    "I know you want the answer now.",
    "You can find this one yourself.",
    "Let's find it together.",
    "I will not hand it over, but I can help you look.",
    "Stay with it for one more minute.",
    "If I say it, you miss the best part.",
    "It is yours to find.",
    "One small step, and you will need me less.",
    "I believe you can get there.",
    "Being stuck for a bit is fine.",
    "My telling you would not help tomorrow.",
    "That would be quick, but it would not stay with you.",
    "Answers are easy to forget, so let's look at yours.",
    "We are closer than you think.",
    "Give me one more try with you.",
    "I would rather help you see it.",
    "You have done a lot of it already.",
    "Fair wish, but let's use what you wrote.",
    "Not yet, because you are on to something.",
    "Take a breath first.",
    "Let me ask you something instead.",
    "No shortcut from me, just a good look.",
    "Almost everybody wants that here.",
)
# Meeting a student who does not know where to begin, or gave up on the way.
ELICIT = (
    "That is okay.",
    "Let's look at it together.",
    "No rush.",
    "We can start small.",
    "Let's begin with what you see.",
    "Good that you say so.",
    "Many people feel that way at first.",
    "Thanks for telling me.",
    "Let's take it apart.",
    "Forget the answer for now.",
    "You know more about this than you think.",
    "First things first.",
)
# Meeting a student who said nothing to go by.
REPAIR = (
    "I would like to hear more.",
    "Tell me a little more.",
    "Let's make it smaller.",
    "A guess is fine here.",
    "Any thought will do.",
    "Let's slow down.",
    "I am curious.",
    "Say it in your own words.",
    "Nothing has to be perfect.",
    "Let me ask it another way.",
)
# Meeting a student whose way was right and whose number is not: the answer is to be tested, not judged.
SLIP = (
    "Let's test {wrong}.",
    "You have {wrong} there.",
    "Before we trust {wrong}, test it.",
    "Hold {wrong} up to the problem.",
    "Be your own judge of {wrong}.",
    "Put {wrong} on trial.",
    "I see {wrong} on your page.",
    "So {wrong} is what came out.",
    "Let's not take {wrong} for granted.",
    "Pretend a friend wrote {wrong}.",
)
# Meeting a student who is right; they hear so before they are asked further.
EXTEND = (
    "Yes, {right} is correct.",
    "Your answer {right} is right.",
    "That works, {right} is correct.",
    "You are right, it is {right}.",
    "Exactly, {right} is right.",
    "Correct, it is {right}.",
    "You found it: {right} is right.",
    "Well done, {right} is correct.",
    "Right, {right} fits.",
    "{right} is correct.",
    "Good thinking, {right} is right.",
    "That is right, {right} it is.",
    "{right} is right, and you got there yourself.",
    "True, it is {right}.",
)
# Meeting a student who stays with the error after a question: heard, not judged.
STAYS = (
    "I see why that looks true.",
    "Thanks for holding on to your idea.",
    "Let's try another angle.",
    "You explain your way well.",
    "Good, now I see how you think.",
    "Let's come at it from elsewhere.",
    "Then let's put your idea to work.",
    "Keep your idea for a moment.",
)

_OPENINGS = {"elicit": ELICIT, "repair": REPAIR, "check": SLIP, "extend": EXTEND}
# How often the opening is spoken at all; a student who is right is always told so, a slip always named.
_OPENED = {"elicit": 0.5, "repair": 0.5, "check": 1.0, "extend": 1.0}


def error_turn(
    misconception: Misconception, rng: random.Random, used_moves: Sequence[str], used: Sequence[str]
) -> tuple[str, str]:
    """(move, wording) for a student who erred; what was used is left alone while there is something else."""
    fresh = [move for move in sorted(misconception.turns) if move not in used_moves]
    move = rng.choice(fresh or sorted(misconception.turns))
    return move, _fresh(misconception.turns[move], used, rng)


def hold_turn(question: str, rng: random.Random, used: Sequence[str]) -> str:
    """Decline kindly, then ask the misconception's own question."""
    return f"{_fresh(HOLD, used, rng)} {question}"


def stay_turn(question: str, rng: random.Random, used: Sequence[str]) -> str:
    """Hear a student who repeats the error, then ask from another side."""
    return f"{_fresh(STAYS, used, rng)} {question}" if rng.random() < 0.4 else question


def family_turn(
    family: Family, student_kind: str, rng: random.Random, used: Sequence[str]
) -> tuple[str, str]:
    """(move, wording) for a student without a misconception; what `used` holds is not said again.

    Raises KeyError for a student kind that has a misconception.
    """
    move = MOVE_FOR[student_kind]
    wordings = getattr(family, move)
    question = _fresh(wordings, used, rng)
    if rng.random() >= _OPENED[move]:
        return move, question
    return move, f"{_fresh(_OPENINGS[move], used, rng)} {question}"


def _fresh(wordings: Sequence[str], used: Sequence[str], rng: random.Random) -> str:
    """One of the wordings that none of `used` holds; any of them when all were said."""
    return rng.choice([w for w in wordings if not any(w in said for said in used)] or wordings)
