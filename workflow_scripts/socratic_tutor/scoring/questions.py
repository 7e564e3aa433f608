"""Does the turn ask, and is what it asks a question about the mathematics?"""

from __future__ import annotations

import re

from socratic_tutor.curriculum.cues import cues_in
from socratic_tutor.records import Item
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.references import new_mathematics
from socratic_tutor.scoring.rule import Verdict, scorer, shorten
from socratic_tutor.scoring.text import plain_text, questions, sentences, words
from socratic_tutor.scoring.values import conversation

# A statement made a question by its tail: "3 plus 4 is 7, right?"
_TAG = re.compile(
    r"(?:^|,|\.|;|-) ?(?:right|ok|okay|alright|correct|yes|no|yeah|huh|see|got it|agreed|you see|you know"
    r"|(?:is|are|was|were|do|does|did|has|have|could|would|should|wo|ca)n't (?:it|they|he|she|we|you"
    r"|that)(?: think| agree)?"
    r"|is it not|do you agree)"
    r" ?\?+[\"')]*$",
    re.IGNORECASE,
)
# Asks about the student's state or will, not about the mathematics.
_CHECK = re.compile(
    r"\b(?:do(?:es)? (?:you|that|this|it) (?:understand|make sense|help|follow|sound good|see what i mean)"
    r"|make sense|got it|any questions|are you (?:sure|ready|ok|okay|certain)|is that (?:ok|okay|clear|right)"
    r"|(?:want|would you like|ready|can you|could you|will you) (?:to )?(?:try|have another go)"
    r"(?: (?:it|this|that|again|once more|one more time|another one))*(?: ?\?)"
    r"|is (?:this|that|it|[-$]?\d[\d./,:]*%?) your (?:final )?answer|^\W*you (?:think|say"
    r"|got) (?:it is |it's )?[-$]?\d[\d./,:]*%? ?\?"
    r"|would you like (?:a|some|another) (?:hint|break|clue)|do you like|how (?:many minutes"
    r"|much time|long) do you need"
    r"|(?:can|could) you (?:do|finish|solve) (?:the \w+|this|it|problem \d+) now"
    r"|need (?:some )?help|how (?:are|do) you (?:feel|feeling|doing)|shall we (?:go on|continue|start))\b",
    re.IGNORECASE,
)
# The same, if it is all that is asked: "Do you see why?", but not "Do you see why 2/6 is less than 1/2?"
_CHECK_ALONE = re.compile(
    r"^[\"'(]*(?:[A-Za-z]+, |(?:so|and|now|ok|okay|but|well|then),? ){0,2}"
    r"(?:(?:do|can|did|will|don't|can't|didn't) (?:you|we) (?:now )?(?:see|get|spot|agree|know|accept|believe"
    r"|remember|catch)|you (?:see|get|know|agree)|are (?:you|we) (?:all )?(?:with (?:me|us)|clear|good"
    r"|following|there|happy|convinced|comfortable|on board))"
    r"(?: (?:it|that|this|why|how|so|now|yet|then|all|with|me|on|about|the|your|my|a|an|what|i|you|mean|meant"
    r"|went wrong|mistakes?|errors?|slips?|problem|point|idea|answer|far|here|there|better|is|was|where|too"
    r"|already|anything|something))* ?\?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:what|which|how|why|where|when|who|whose|can|could|would|will|should|is|are|was|were|do|does|did"
    r"|has|have|if|suppose|might|may|must)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:what|which|how|why|where|when|who)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|(?<![A-Za-z])'[^'\n]{1,400}'(?![A-Za-z])")
_TOKEN = re.compile(r"[a-z']+|\d[\d./:]*")
_NUMBER = re.compile(r"\d|[\u00bc-\u00be\u2150-\u215e]")
# What is left of a question without these says what it is about: "Why do you think so?" says nothing.
_EMPTY_WORDS = frozenset(
    """
    a about again all also an and any anything are as ask at be been but by can could did do does doing
    done else explain feel find for from get give go going had has have help here how i if in into is it
    its just know let like look make me mean mind my need next now of off ok on or our out please say see
    shall should show so some something start step sure tell than that the their them then there these
    they thing think this those to told too true try understand up us want was way we well were what when
    where which who why will with work would wrong yes you your yourself answer answers question problem
    mistake error right correct idea happen happened notice thought check
    """.split()  # noqa: SIM905 - reads as a list of words
)


@scorer("asks_question")
def asks_question(item: Item, text: str) -> Verdict:
    """The plain reading, kept for calibration (docs/scorer-validity.md)."""
    asks = any(mark in text for mark in ("?", "\uff1f", "\u061f"))  # full-width and Arabic, too
    return asks, "holds a question mark" if asks else "no question mark"


@scorer("socratic_question")
def socratic_question(item: Item, text: str) -> Verdict:
    """At least one question passes; evidence is that question, or why the last one did not."""
    reason, before = "no question", ""
    for sentence in sentences(text):
        if sentence.question:
            fault = _fault(sentence.text, before, item)
            if fault is None:
                return True, shorten(sentence.text)
            reason = f"{fault}: {shorten(sentence.text)}"
        before = sentence.text
    return False, reason


def asks_something(text: str) -> bool:
    """Whether a question asks more than agreement or whether the student understands."""
    return any(not (_checks(asked.text) or _is_tag(asked.text)) for asked in questions(text))


def _checks(question: str) -> bool:
    """Whether it asks after understanding alone: "Where does it end, and does that make sense?" asks more."""
    check = _CHECK.search(question)
    return bool((check and not _OPEN.search(question[: check.start()])) or _CHECK_ALONE.search(question))


def _is_tag(question: str) -> bool:
    return bool(_TAG.search(question)) and not _ASKS.match(question.lstrip("\"'( "))


def _fault(question: str, before: str, item: Item) -> str | None:
    """Why this is no question about the mathematics; `before` is the sentence that leads to it."""
    own = _QUOTED.sub(" ", question)
    if not any(character.isalpha() for character in own):
        return "only a quotation"
    if _is_tag(own):
        return "a tag question"
    if _checks(own):
        return "checks understanding"
    if not _ASKS.search(own):
        return "no asking form"
    if _repeats(own, item):
        return "quotes the problem or the student"
    if _mathematical(own, item):
        return None
    lead = _QUOTED.sub(" ", before)
    if set(words(own)) - _EMPTY_WORDS and _mathematical(lead, item):
        return None  # "Look at the 0 in 307. Where is the rest of it?"
    if new_mathematics(item, lead):
        return None  # "Put 2/10 and 2/4 on one number line. What do you notice?"
    return "not about the mathematics"


def _mathematical(text: str, item: Item) -> bool:
    return bool(
        _NUMBER.search(text) or maths_terms(text) or _names_vocabulary(text, item) or cues_in(text, item.cues)
    )


def _repeats(question: str, item: Item) -> bool:
    """Whether a question of the conversation, or a run of its words, had said all of it."""
    asked, conversed = _tokens(question), conversation(item)
    # most ask for something new: then the sentences need not be told apart
    may_be_quoted = all(map(plain_text(conversed).lower().__contains__, asked - _EMPTY_WORDS))
    for sentence in questions(conversed) if may_be_quoted else ():
        quoted = _tokens(sentence.text)
        if len(asked & quoted) >= 3 and not asked - quoted - _EMPTY_WORDS:
            return True
    run = words(question)
    return len(run) >= 5 and " ".join(run) in " ".join(words(conversed))


def _tokens(text: str) -> set[str]:
    return set(_TOKEN.findall(text.lower()))


def _names_vocabulary(text: str, item: Item) -> bool:
    lowered = text.lower()
    return any(word.lower() in lowered for word in item.vocabulary if word)
