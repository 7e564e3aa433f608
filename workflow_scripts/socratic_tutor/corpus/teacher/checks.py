"""What a new wording must keep of the authored turn, beyond the corpus' verification.

An authored turn is to the point, true and in place by construction; a model's need not be. These checks are
strict: a refusal costs one wording, an error that slips through is learnt.
"""

from __future__ import annotations

import re
from functools import cache

from wordfreq import top_n_list

from socratic_tutor.corpus.rows import Draft
from socratic_tutor.curriculum.cues import plain
from socratic_tutor.curriculum.matching import quantities

_THINKING = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_LABEL = re.compile(r"^(?:the )?(?:tutor|teacher|new turn|tutor's (?:next|new) turn)\s*:\s*", re.IGNORECASE)
_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019"}
_MARKUP = re.compile(r"\*\*|__|`|\\[a-zA-Z(\[]|^\s*#|</?[a-z]+>|\]\(|[^\S \n]")
_DECLINES = re.compile(
    r"\b(?:i'm sorry|i am sorry|i apologi[sz]e|as an ai|language model|"
    r"i (?:can't|cannot|can not|won't|am unable to|'m unable to|am not able to|'m not able to)"
    r" (?:help|assist|do|comply|answer|provide|fulfill|rewrite|reword|continue))"
)
_PRAISE = re.compile(
    r"\b(?:correct|exactly|well done|you(?:'re| are) right|(?:that|it)(?:'s| is) (?:right|true)|is right|"
    r"(?:good|great|nice) (?:job|work)|perfect|spot on|you (?:got|found) it|yes)\b"
)
_BLAME = re.compile(
    r"\b(?:wrong|incorrect|not (?:right|correct|true|quite)|isn't (?:right|correct)|mistaken)\b"
)
_WORD = re.compile(r"[a-z]{4,}")
# Common words, and those of any lesson: sharing them says nothing about the problem.
_COMMON_WORDS = 500
_LESSON_WORDS = {"answer", "answers", "math", "problem", "question", "solve", "student", "teacher", "tutor"}


def tidy(reply: str) -> str:
    """The reply as one line, without thinking, a label in front and quotes around it."""
    text = " ".join(_THINKING.sub("", reply).replace("\u2019", "'").split())
    text = _LABEL.sub("", text)
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def refusal(draft: Draft, turn: str) -> str | None:
    """Why the new wording must not replace the authored turn, as a short fixed phrase; None if it may."""
    authored, new = plain(draft.last.turn), plain(turn)
    if not new:
        return "empty"
    if new == authored:
        return "same words"
    if _DECLINES.search(new):
        return "declines"
    if _MARKUP.search(turn) or not turn.isprintable():
        return "markup"
    if _brings_a_number(draft, turn):
        return "brings a number"
    if draft.last.student_kind == "correct":
        if _BLAME.search(new) or not _PRAISE.search(new):
            return "does not confirm"
    elif _new_words(_PRAISE, new, authored) or _new_words(_BLAME, new, authored):
        return "judges the answer"
    if not _is_about(draft, turn, new):
        return "strays from the problem"
    return None


def _new_words(pattern: re.Pattern[str], new: str, authored: str) -> bool:
    return not set(pattern.findall(new)) <= set(pattern.findall(authored))


def _brings_a_number(draft: Draft, turn: str) -> bool:
    """Whether the turn holds a quantity that nobody has named; "one" and "two" are words as well."""
    found = [q for q in quantities(turn) if not (q.text.isalpha() and q.value in (1, 2))]
    if not found:
        return False
    known = [draft.last.turn, *draft.said, *(message["content"] for message in draft.row.messages[1:])]
    named = {(q.kind, q.value) for text in known for q in quantities(text)}
    return any((q.kind, q.value) not in named for q in found)


def _is_about(draft: Draft, turn: str, new: str) -> bool:
    """Whether the turn shares a number or a telling word with the authored turn, the problem or the topic."""
    numbers = {(q.kind, q.value) for text in (draft.last.turn, *draft.said) for q in quantities(text)}
    if any((q.kind, q.value) in numbers for q in quantities(turn)):
        return True
    source = plain(" ".join([draft.last.turn, draft.row.problem, *draft.case.family.vocabulary]))
    return bool((set(_WORD.findall(new)) & set(_WORD.findall(source))) - _anywhere())


@cache
def _anywhere() -> frozenset[str]:
    return frozenset(top_n_list("en", _COMMON_WORDS)) | _LESSON_WORDS
