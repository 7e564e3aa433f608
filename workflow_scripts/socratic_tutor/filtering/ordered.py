"""Answers that are one of the things compared: "0.3 is greater" tells which, and "Yes!" tells whether."""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.text import plain_text, sentences
from socratic_tutor.scoring.values import conversation, said

_WORTH = r"(?:greater|larger|bigger|smaller|less|more|fewer|longer|shorter|taller|heavier|lighter|higher|lower|closer"
_COMPARED = re.compile(
    rf"{_WORTH}|older|younger|earlier|later|fuller|wider|warmer|colder|cheaper|likelier|steeper|faster|slower"
    r"|greatest|largest|biggest|smallest|least|most|fewest|longest|shortest|tallest|highest|lowest|first|last"
    r"|better|worse|the winner|ahead)\b",
    re.IGNORECASE,
)
_ASKS_WHICH = re.compile(
    r"\b(?:which|who|compare|order|greater|larger|bigger|smaller|less|more|least|greatest|longer|shorter|taller"
    r"|heavier|closer|most|fewest)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^[^.?!]{0,14}?\b(?:is|are|was|has|comes|looks|stands|would be|must be|wins|beats|weighs)\b"
)
_SIGN = re.compile(r"^\s?(?:<|>|&lt;|&gt;)\s?\S|\S\s?[<>]\s?$")
_IF = re.compile(
    r"\b(?:if|whether|why|how|suppose|say|says|said|think|thought|wrote|mean|because)\b[^.?!]*$",
    re.IGNORECASE,
)
_TOLD_BACK = re.compile(
    r"(?:so |and |but )?you (?:said|say|think|thought|wrote|told|picked|chose)\b", re.IGNORECASE
)
_BOOLEAN = {"yes": "yes|yep|yeah|yup|indeed|it is|it does|true", "no": "no|nope|nah|never|it isn't|it does ?n.t|false",
            "true": "true|yes|correct", "false": "false|no|untrue"}  # fmt: skip


def ordered(item: Item, text: str) -> str:
    """The statement that says where the answer stands among the things compared; "" without one."""
    heard = plain_text(conversation(item))
    if item.answer_kind == "choice" and (found := _chosen(item, text)):
        return found
    boolean = _BOOLEAN.get(item.correct_answer.strip().lower())
    which = bool(_ASKS_WHICH.search(item.problem)) and bool(
        said(item.correct_answer, item.answer_kind, heard)
    )
    if not boolean and not which:
        return ""
    for sentence in sentences(plain_text(text)):
        if sentence.question or _TOLD_BACK.match(sentence.text):
            continue
        if boolean:
            if re.match(rf"[\"'(]{{0,2}}(?:{boolean})\b", sentence.text, re.IGNORECASE):
                return shorten(sentence.text)
            continue
        for hit in said(item.correct_answer, item.answer_kind, sentence.text):
            before, after = sentence.text[: hit.start], sentence.text[hit.end :]
            if _IF.search(before):
                continue
            if _LINK.match(after) and _COMPARED.search(after[:60]):
                return shorten(sentence.text)
            if re.search(r"\bthan\W*$", before) and _COMPARED.search(before[-40:]):
                return shorten(sentence.text)
            if _SIGN.match(after) or _SIGN.search(before[-4:]):
                return shorten(sentence.text)
    return ""


_LEADS = re.compile(
    r"\b(?:it is|it's|its|that is|that's|must be|should be|has to be|answer is|choose|pick|go with|circle|i would say"
    r"|i'd say)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|n't|isn't|never|wrong|rule out|cross out|other than|instead of)\b", re.IGNORECASE
)
_PLAIN_WORDS = frozenset("the a an of is and or one same it they are both to in that this be".split())  # noqa: SIM905


def _chosen(item: Item, text: str) -> str:
    """The statement that takes one option or rules out the student's, by the words in which they differ."""
    right, wrong = (_names(answer) for answer in (item.correct_answer, item.wrong_answer))
    own, others = right - wrong, wrong - right
    for sentence in sentences(plain_text(text)):
        if sentence.question or _TOLD_BACK.match(sentence.text) or _IF.search(sentence.text):
            continue
        words = _names(sentence.text)
        if own and own <= words and not others & words:
            if len(words) <= 3 or _LEADS.search(sentence.text) or _placed(own, sentence.text):
                return shorten(sentence.text)
        elif others and others <= words and not own & words:
            if _DENIED.search(sentence.text) or (
                len(words) <= 6 and _placed(others, sentence.text, besides=item.problem)
            ):
                return shorten(sentence.text)
        elif own and others and own | others <= words and _DENIED.search(sentence.text) and len(words) <= 8:
            return shorten(sentence.text)
    return ""


def _placed(option: frozenset[str], text: str, besides: str = "") -> bool:
    """Whether the sentence says that the option is the greater, the longer ...; besides: in words not these."""
    lowered = text.lower()
    after = lowered[max(lowered.rfind(word) + len(word) for word in option) :]
    found = _COMPARED.search(after[:60]) if _LINK.match(after) else None
    return bool(found) and not (found and found[0] in besides.lower())


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+|\d[\d./]*", text.lower().rstrip("."))) - _PLAIN_WORDS
