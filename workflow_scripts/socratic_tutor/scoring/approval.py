"""Does a turn approve of what the student answered, in whatever words?

A sentence approves that holds a common word or sign of approval and none of doubt, of a condition or of
something to do. What the whole turn sounds like is weighed by a logistic regression over a few signs and its
words, readable in `approval_weights.json` and fitted by `tests/scoring/fit_approval.py` to labelled turns.
"""

from __future__ import annotations

import re
from pathlib import Path

from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import component_of
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import Sentence, plain_text, sentences, words
from socratic_tutor.scoring.turn_words import with_words
from socratic_tutor.scoring.values import says

WEIGHTS = Path(__file__).with_name("approval_weights.json")

_READ = 300  # characters of a sentence
_TURN = 2_000  # and of a turn, that are read

# Patterns, parted by commas.
_APPROVAL = """
    yes, yep, yup, sure(?:ly)?, totally, absolutely, indeed, certainly, definitely, undoubtedly, of course,
    no doubt, without (?:a |any )?doubt, affirmative, correct(?:ly)?, true(?=[.!;]| one), valid, spot on,
    perfect(?:ly)?, flawless(?:ly)?, faultless, impeccable, exactly, precisely, bang on, dead on, proven,
    on the (?:nose|money|mark|dot), bingo, bullseye, jackpot, hooray, bravo, nailed, aced, cracked, solved,
    agree[ds]?, agreement, approved?, accepted, confirm(?:s|ed)?, verif(?:y|ied), convinced, vouch, sign off,
    trust, happy with, full (?:credit|marks), gold star, thumbs up, flying colors, ten out of ten,
    checks? out, holds? up, stands, stays? (?:as it is|put), match(?:es)?, belongs (?:there|here),
    (?:very )?same (?:number|one|result|as), i (?:also |too )?(?:got|get), so (?:do|did) i, me too,
    same here, ditto, my key, as it should, got it, got there, it is(?=[.!;]|$), that's it, is it(?=[.!; ]|$),
    is all there is, understood (?:it|this), worked out (?:well|fine),
    well (?:done|counted|worked|reckoned|spotted),
    nothing (?:there )?(?:is )?(?:to|for you to) (?:fix|change|correct|mend|add), case closed, settled,
    all done, you(?:'re| are) done, can keep (?:it|that), on to the next, hand it in, close the book,
    turn the page, move on, i'd say,
    (?:nice|good|great|lovely|excellent|super|fine) (?:work|job|result|answer|solution)
"""
_RIGHT = (
    r"(?<!the )(?<!all )\bright\b(?! (?:of|behind|next|to|now|here|there|away|hand|side|angle|triangle|after"
    r"|before|in|under|above|below|up|down)\b)"
)
_MARKS = "[\u2705\u2714\u2713\u2611\u2b50\U0001f4af\U0001f44f\U0001f389\U0001f44d\U0001f31f\U0001f64c]"
_DOUBT = """
    not, n't, no(?! doubt), never, none, but, however, though, only, almost, nearly, close(?! the), if,
    whether, suppose, unless, until, too, check(?! out), try, look, would, should, could, might, maybe,
    perhaps, hmm+,
    wait, hang on, hold on, so far, half, part, partly, let, let's, take, put, draw, think, see, still, yet,
    wrong, mistake, error, instead, before, after, what(?! an?\\b), how, why, which, where, than, more, less,
    needs?, start, first, said, say, wrote, thought
"""
# What a sentence begins with that tells what to do.
_TO_DO = """
    plug, read, stick, swap, cut, turn, find, count, show, tell, add, subtract, multiply, divide, write, use,
    make, give, go, place, move, build, compare, test, hang, keep going, say, point, hold
"""


def _one_of(block: str) -> str:
    return rf"\b(?:{'|'.join(piece.strip() for piece in block.split(',') if piece.strip())})\b"


_APPROVES = re.compile(f"{_one_of(_APPROVAL)}|{_RIGHT}|{_MARKS}", re.IGNORECASE)
_DOUBTS = re.compile(rf"{_one_of(_DOUBT)}|n't\b|\?", re.IGNORECASE)
_TOLD_TO_DO = re.compile(rf"^\W*{_one_of(_TO_DO)}", re.IGNORECASE)


def approves(sentence: Sentence) -> bool:
    """Whether the sentence states approval and nothing that takes from it."""
    text = sentence.text[:_READ]
    if sentence.question or not _APPROVES.search(text):
        return False
    return not (_TOLD_TO_DO.match(text) or _DOUBTS.search(text))


@per_turn
def approval(item: Item, text: str) -> float:
    """The chance, between 0 and 1, that the turn tells the student that they are right."""
    return component_of(WEIGHTS).probability_of_known(with_words(signs(item, text), item, text))


def sounds_right(item: Item, text: str) -> bool:
    """Whether that is rather so, and it calls nothing "not" or "almost" right and names no other answer."""
    if approval(item, text) < component_of(WEIGHTS).threshold or _NOT_YET.search(text[:_TURN]):
        return False
    theirs = item.wrong_answer or item.correct_answer
    named = _ANSWER_IS.search(plain_text(text[:_TURN]))
    names_another = named is not None and not says(theirs, named[1])
    tells = bool(item.wrong_answer) and says(item.correct_answer, text[:_TURN], item.answer_kind)
    return not (names_another or tells)


def signs(item: Item, text: str) -> dict[str, float]:
    """How much of the turn approves, doubts, asks and names the student's answer."""
    theirs = item.wrong_answer or item.correct_answer
    pieces = sentences(text[:_TURN])
    stated = [piece for piece in pieces if not piece.question]
    found = {
        "sentences": len(pieces),
        "statements": len(stated),
        "a question": any(piece.question for piece in pieces),
        "ends in a question": bool(pieces) and pieces[-1].question,
        "exclamation": "!" in text,
        "approving sentences": sum(map(approves, pieces)),
        "with words of approval": sum(bool(_APPROVES.search(piece.text[:_READ])) for piece in stated),
        "with words of doubt": sum(bool(_DOUBTS.search(piece.text[:_READ])) for piece in stated),
        "their answer stated": bool(theirs) and any(says(theirs, piece.text) for piece in stated),
        "length": min(len(words(text)), 60) / 20,
        "marks": bool(re.search(_MARKS, text)),
    }
    return {name: float(value) for name, value in found.items()}


# Denials, and agreement on what is to be done.
_NOT_YET = re.compile(
    r"\b(?:almost|nearly|not (?:quite|yet|right|correct)|isn't (?:quite )?(?:right|correct)|so close"
    r"|(?:can't|cannot|can not|won't) be (?:right|correct)"
    r"|(?:doesn't|does not) (?:check out|hold|work|add up)"
    r"|far from (?:right|correct)|agree that (?:we|you|it) (?:needs?|should|must))\b",
    re.IGNORECASE,
)
_ANSWER_IS = re.compile(
    r"(?<!your )\b(?:answer|result|solution)(?: here)? (?:is|was|=|would be)[: ]{0,2}(.{1,40})", re.IGNORECASE
)
