"""What ties a turn to this student: their values, their step, the authored cues of their misconception.

And what would tie it to another student: a rival's cues, the acts that name the rival's error. Both
sides of the swap test (`relevance`) are counted here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from socratic_tutor.curriculum.cues import cues_in, plain
from socratic_tutor.records import Item, Rival
from socratic_tutor.scoring.arithmetic import relations
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, sentences, words
from socratic_tutor.scoring.values import (
    number_of,
    numbers_in,
    prompt_text,
    quantities_in,
    said,
    says,
    writes,
)

# Words that say nothing of a step: grammar, and what students and tutors say about any task.
_COMMON = frozenset(
    """
    about after again ahead all also always and another answer any are ask away back because been before
    being big both but came can comes could did does doing done each easy end even every find first for
    found from gave get gets gives giving goes going good got had has have her here his how into its just
    keep kept know last let like look looks made make makes means more most much must need never next not
    now number numbers off one ones only onto other our out over part pick place put puts right rule said
    same say says see she should sign since some sure take takes tell than that the their them then there
    these they thing things think this those three too took top two under until use used very want was way
    well went were what when where which who why will with work works would write writes wrong wrote yes
    you your
    """.split()  # noqa: SIM905 - reads as a list of words
)
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_DIGITS = re.compile(r"\d")
_RUN = re.compile(r"\d{1,12}")
_PIECE = re.compile(r"[A-Za-z']+|[^\sA-Za-z'\".,;:?!]+(?:[.,:]\d+)*")
_QUOTED_RUN, _LONGEST_RUN = 4, 60
# A number line serves any value: it makes no turn this student's.
_ANYWHERE = frozenset(["number line", "line", "lines"])
_REPRESENTED = frozenset(["draw", "lin"])
_READ = 4000  # characters of a turn in which a link is looked for


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude stem, alike for "multiply", "multiplied", "multiplying"; "swap" and "swapped"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word.rstrip("e")


@lru_cache(maxsize=2048)
def stems_of(text: str) -> frozenset[str]:
    """Stems of all words."""
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=50_000)
def _content_stem(word: str) -> str:
    """The stem of a word that carries content, "" of any other."""
    return stem(word) if len(word) > 2 and word not in _COMMON else ""


@lru_cache(maxsize=8192)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry content."""
    if "\n" in text:  # the lines of a prompt come again in many others
        return frozenset().union(*map(content_stems, set(text.split("\n"))))
    return frozenset(filter(None, map(_content_stem, words(text))))


def own_cues(item: Item, text: str, cues: list[str]) -> list[str]:
    """The cues that the turn holds and the prompt does not."""
    found = cues_in(plain_text(text), cues)
    return [cue for cue in found if plain(cue).rstrip("*") not in plain(prompt_text(item))]


@per_turn
def their_value(item: Item, text: str) -> str:
    """The student's answer, or a value on their way that is neither the problem's nor on the right way."""
    wrong = item.wrong_answer
    if wrong and (said(wrong, item.answer_kind, text) or says(wrong, text)):
        return f"their answer {wrong}"
    for value in item.wrong_trace:
        if not says(value, text):
            continue
        a_digit_of_it = len(value) == 1 and value in item.problem
        if not (a_digit_of_it or says(value, item.problem) or _on_the_right_way(item, value)):
            return f"their value {value}"
    return ""


def _on_the_right_way(item: Item, value: str) -> bool:
    return value in item.trace or says(value, item.correct_answer)


@lru_cache(maxsize=4096)
def account(said_by_student: str) -> str:
    """The student's sentences about the work; "Please, I have no time" is none."""
    pieces = [piece.text for piece in sentences(said_by_student)]
    return "\n".join(piece for piece in pieces if _DIGITS.search(piece) or maths_terms(piece))


@per_turn
def their_step(item: Item, text: str) -> str:
    """A word of the student's own account of what they did that the problem does not hold."""
    given = content_stems("\n".join([item.problem, *item.vocabulary]))
    own = content_stems(account(item.student_said)) - given
    found = sorted(own & content_stems(plain_text(text)))
    return f"their step ({', '.join(found[:3])})" if found else ""


@per_turn
def reference_to_error(item: Item, text: str) -> str:
    """What ties the turn to the student's error, "" if nothing does."""
    flat = plain_text(text)
    if found := their_value(item, flat) or their_step(item, flat):
        return found
    cues = own_cues(item, text, item.cues)
    return f"cue {cues[0]!r}" if cues else ""


@per_turn
def new_mathematics(item: Item, text: str) -> str:
    """Mathematics of the turn that nobody had said: a cue, a lexicon word, a relation, a number; or ""."""
    cues = own_cues(item, text, item.cues)
    if cues:
        return f"cue {cues[0]!r}"
    flat, prompt = plain_text(text), plain_text(prompt_text(item))
    if (named := maths_terms(flat)) and (terms := named - maths_terms(prompt)):
        return f"names {sorted(terms)[0]!r}"
    if (related := relations(flat)) and (new := related - relations(prompt)):
        return f"relates {sorted(new)[0]}"
    for quantity in quantities_in(flat):
        value = number_of(quantity)
        if value is not None and _DIGITS.search(quantity.text) and value not in numbers_in(prompt):
            return f"brings {quantity.text.strip()}"
    return ""


@lru_cache(maxsize=4096)
def _pieces(line: str) -> str:
    return " ".join(_PIECE.findall(line)).lower()


@lru_cache(maxsize=64)
def _pieces_of_prompt(item: Item) -> str:
    lines = map(_pieces, plain_text(prompt_text(item)).split("\n"))
    return f" {' '.join(filter(None, lines))} "


@per_turn
def unquoted(item: Item, text: str) -> str:
    """The turn without the runs of at least _QUOTED_RUN words that stand in the prompt as they are."""
    pieces = _PIECE.findall(text)
    prompt = _pieces_of_prompt(item)
    kept: list[str] = []
    at = 0
    while at < len(pieces):
        run = 0
        if f" {' '.join(pieces[at : at + _QUOTED_RUN]).lower()} " in prompt:
            run = _QUOTED_RUN
            while at + run < len(pieces) and f" {' '.join(pieces[at : at + run + 1]).lower()} " in prompt:
                run += 1
                if run >= _LONGEST_RUN:
                    break
        if run == 0 or at + _QUOTED_RUN > len(pieces):
            kept.append(pieces[at])
            run = 1
        at += run
    return " ".join(kept)


@per_turn
def link(item: Item, text: str) -> str:
    """Their value or step set against something definite of the problem: a number, an object.

    A turn that holds their value and words for any task ("is 2/7 larger or smaller?") has no link: a
    rival's value in its place would make it that student's turn. Parts of their own value, what is
    quoted from the prompt and a text without words link nothing. The number stands in the sentence of
    the value, or next to it where one of the two asks.
    """
    flat = plain_text(text[:_READ])
    if not reference_to_error(item, flat):
        return ""
    pieces = sentences(flat)
    asking = [index for index, piece in enumerate(pieces) if piece.question]
    for index, piece in enumerate(pieces):
        anchor = their_value(item, piece.text) or their_step(item, piece.text)
        if not anchor:
            continue
        near = {index} | {i for i in (index - 1, index + 1) if index in asking or i in asking}
        about = " ".join(p.text for i, p in enumerate(pieces) if i in near)
        if found := _definite(item, about, anchor):
            return f"{anchor} against {found}"
    return ""


def _runs(*texts: str) -> set[Fraction]:
    """The runs of digits, each as a number."""
    return {Fraction(run) for text in texts for run in _RUN.findall(text)}


def _definite(item: Item, text: str, anchor: str) -> str:
    own_words = unquoted(item, text)
    if len(words(own_words)) < _QUOTED_RUN:
        return ""
    given = content_stems("\n".join([*item.vocabulary, item.topic]))
    things = (content_stems(item.problem) & content_stems(own_words)) - given - _REPRESENTED
    for quantity in quantities_in(own_words):
        number = number_of(quantity)
        if number is None or number == 1 or not _DIGITS.search(quantity.text):
            continue
        if number in numbers_in(f"{item.wrong_answer} ; {anchor}") or number in _runs(
            item.wrong_answer, anchor
        ):
            continue
        if things or number in numbers_in(item.problem) or writes(quantity.text.strip(), item.problem):
            return quantity.text.strip()
    new = maths_terms(own_words) - maths_terms(plain_text(prompt_text(item))) - _ANYWHERE
    return f"{sorted(things)[0]}, {sorted(new)[0]}" if things and new else ""


def names_rival(item: Item, text: str, rival: Rival) -> str:
    """The rival's error by its acts: at least two content words of its name, none of the student's own."""
    own = content_stems(f"{item.student_said}\n{item.problem}")
    name = content_stems(rival.name) - own
    found = sorted(name & content_stems(plain_text(text)))
    return ", ".join(found) if len(found) >= 2 else ""
