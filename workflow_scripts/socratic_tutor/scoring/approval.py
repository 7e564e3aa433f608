"""A statement that approves and doubts nothing: in whatever words, it tells the student that they are right.

Approval is a common word or sign of it; one word of doubt, of a condition or of something to do undoes it.
Whose answer is approved of is for `affirmation` to say.
"""

from __future__ import annotations

import re

from socratic_tutor.scoring.text import Sentence

_READ = 300  # characters of a sentence

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
