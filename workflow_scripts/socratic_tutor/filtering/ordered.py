"""Answers that are one of the things compared: "0.3 is greater" tells which, and "Yes!" tells whether."""

from __future__ import annotations

import re

from socratic_tutor.filtering.numerals import numerals
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.text import plain_text, sentences
from socratic_tutor.scoring.values import conversation, said

_WORTH = r"(?:greater|larger|bigger|smaller|less|more|fewer|longer|shorter|taller|heavier|lighter|higher|lower|closer"
_COMPARED = re.compile(
    rf"{_WORTH}|older|younger|earlier|later|fuller|wider|warmer|colder|cheaper|likelier|steeper|faster|slower"
    r"|greatest|largest|biggest|smallest|least|most|fewest|longest|shortest|tallest|highest|lowest|first|last"
    r"|better|worse|the winner|ahead|wins|loses|dearer)\b",
    re.IGNORECASE,
)
_ASKS_WHICH = re.compile(
    r"\b(?:which|who|compare|order|greater|larger|bigger|smaller|less|more|least|greatest|longer|shorter|taller"
    r"|heavier|closer|most|fewest)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^[^.?!]{0,14}?\b(?:is|are|was|has|comes|looks|stands|would be|must be|wins|beats|weighs|costs?|takes|needs|holds|loses)\b"
)
_SIGN = re.compile(r"^\s?(?:<|>|&lt;|&gt;)\s?\S|\S\s?[<>]\s?$")
_IF = re.compile(
    r"\b(?:if|whether|why|how|suppose|say|says|said|think|thought|wrote|mean|because)\b[^.?!]*$",
    re.IGNORECASE,
)
_TOLD_BACK = re.compile(
    r"(?:so |and |but )?you (?:said|say|think|thought|wrote|told|picked|chose)\b", re.IGNORECASE
)
_BOOLEAN = {
    "yes": "yes|yep|yeah|yup|indeed|it is|it does|(?:that is |that's )?true|affirmative|sure(?:ly)?|si|oui|ja|certainly|absolutely|of course",
    "no": "no|nope|nah|never|it isn't|it is not|it does ?n.t|(?:that is |that's )?false|negative|non|nein|not at all",
    "true": "true|yes|correct", "false": "false|no|untrue",
}  # fmt: skip
_OPPOSITE_CALLED = re.compile(r"\byour (?P<own>\w+)\b[^.?!]{0,20}\b(?:be|is) (?:an? )?(?P<other>\w+)\b")
_NEGATED = re.compile(r"\b(?:not|isn't|doesn't|don't|aren't|can't|cannot|never|no|n't)\b")
_AUXILIARY = frozenset("is are does do can has have will would was were could should".split())  # noqa: SIM905


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
            if re.sub(r"[^a-z]", "", sentence.text.lower()) in boolean.split("|"):
                return shorten(sentence.text)
            opens = re.match(rf"[\"'(]{{0,2}}(?:{boolean})\b", sentence.text, re.IGNORECASE)
            if opens or _states_it(item, sentence.text):
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


_ALIKE_WORDS = frozenset("same equal equals equivalent alike".split())  # noqa: SIM905
_SAYS = re.compile(r"\b(?:is|are|has|have|does|do|goes|fits?|equals|isn't|aren't|doesn't)\b|=")
_GREATER_WORDS = frozenset("more greater larger bigger higher above over than".split())  # noqa: SIM905
_GREATER = re.compile(r"\b(?:more|greater|larger|bigger|higher|above|over)\b")


def _states_it(item: Item, text: str) -> bool:
    """Whether a statement says what the problem asks (or denies it), or calls the student's no a yes."""
    wanted = item.correct_answer.strip().lower() in ("yes", "true")
    lowered = text.lower()
    if (
        re.search(rf"\b(?:opposite of|not) [\"']?{re.escape(item.wrong_answer.strip().lower())}\b", lowered)
        and item.wrong_answer
    ):
        return True
    if called := _OPPOSITE_CALLED.search(lowered):
        return (
            called["own"] == item.wrong_answer.strip().lower()
            and called["other"] == item.correct_answer.strip().lower()
        )
    asked = next((s.text.lower() for s in sentences(plain_text(item.problem)) if s.question), "")
    said_of = _COMPARED.search(asked) or re.search(
        r"\b(?:equals?|even|odd|prime|multiple|factor|equivalent|same|fit)\b", asked
    )
    alike = bool(
        said_of and _ALIKE_WORDS & _names(said_of[0]) and (_ALIKE_WORDS & _names(text) or "=" in text)
    )
    greater = alike or bool(said_of and _GREATER.search(said_of[0]) and _GREATER.search(lowered))
    if (
        not said_of
        or (said_of[0] not in lowered and not greater)
        or _IF.search(lowered)
        or lowered.startswith(tuple(_AUXILIARY))
    ):
        return False
    key = _names(asked) - _AUXILIARY
    told = (
        _names(text)
        - _AUXILIARY
        - frozenset(["not", "no", "n", "t", "s", "isn", "aren", "doesn", "don", "hasn"])
    )
    about = told <= key | _GREATER_WORDS | _ALIKE_WORDS | {
        "really",
        "indeed",
        "clearly",
        "its",
        "number",
        "answer",
    }
    return about and _SAYS.search(lowered) is not None and bool(_NEGATED.search(lowered)) != wanted


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
        elif own and others and own | others <= words:
            if (_DENIED.search(sentence.text) and len(words) <= 8) or _set_against(
                own, others, sentence.text
            ):
                return shorten(sentence.text)
        elif (
            own
            and others
            and (_by_place(item, sentence.text) or _described(item, own, others, sentence.text))
        ) or (own and (len(words) <= 4 or all(len(word) == 1 for word in words)) and _scrambled(own, words)):
            return shorten(sentence.text)
    return ""


_AGAINST = re.compile(r"\b(?:than|as|while|whereas|but|only|beats?|wins?|over)\b|[<>]", re.IGNORECASE)


def _set_against(own: frozenset[str], others: frozenset[str], text: str) -> bool:
    """Whether a statement that names both options says how they compare, with the right one ahead."""
    lowered = text.lower()
    first, second = (min(lowered.find(word.strip("_")) for word in words) for words in (own, others))
    if re.search(r"\b(?:beats?|over|wins)\b", lowered) and first > second:
        return False
    return bool(
        _AGAINST.search(text)
        and (
            _COMPARED.search(text)
            or re.search(
                r"[<>]|\b(?:choose|pick|take|prefer)\b|\b(?:has|is|holds|weighs|costs|makes|gets)\b.{1,60}\bonly\b|\bbeats?\b|\bas\b",
                text,
            )
        )
    )


_FIRST, _SECOND = (
    r"(?:first|former|left|1st|one on the left|option (?:1|one|a))",
    r"(?:second|latter|right|2nd|last|one on the right|option (?:2|two|b))",
)
_AT_PLACE = re.compile(
    rf"^\W*(?:(?:it|that|is|it's|that's|answer|the answer|choose|pick|take|go for|should be|must be) )*(?:the )?(?:(?P<one>{_FIRST})|(?P<two>{_SECOND}))"
    r"\b(?! (?:step|thing|digit|place|question|part|number line))[^.?!,]{0,40}[.!]?$",
    re.IGNORECASE,
)


def _by_place(item: Item, text: str) -> bool:
    """ "The former": the option by where the problem names it."""
    found, problem = _AT_PLACE.match(text), item.problem.lower()
    if not found or len(text.split()) > 8:
        return False
    one, other = (
        _place_of(answer, rest, problem)
        for answer, rest in (
            (item.correct_answer, item.wrong_answer),
            (item.wrong_answer, item.correct_answer),
        )
    )
    return min(one, other) >= 0 and bool(found["one"]) == (one < other)


def _place_of(answer: str, other: str, problem: str) -> int:
    own = sorted(_names(answer) - _names(other), key=len, reverse=True)
    return problem.find(answer.lower()) if answer.lower() in problem else problem.find(own[0]) if own else -1


_THE_ONE = re.compile(
    r"^\W*(?:(?:it|that|is|it's|that's|choose|pick|take|go for|should|must|be|the answer|answer) )*the (?:one|\w+) (?:with|for|made of|of|that|which|who|from|in|on|at)\b",
    re.IGNORECASE,
)
_BY_PART = re.compile(
    r"\b(?P<more>larger|bigger|greater|higher)|(?P<less>smaller|lower|lesser)\b", re.IGNORECASE
)


def _described(item: Item, own: frozenset[str], others: frozenset[str], text: str) -> bool:
    """ "The one with 5 pieces": by what the problem says of this option alone."""
    if not _THE_ONE.search(text) or len(text.split()) > 10:
        return False
    fractions = [
        re.fullmatch(r"(\d+)/(\d+)", answer.strip()) for answer in (item.correct_answer, item.wrong_answer)
    ]
    if fractions[0] and fractions[1]:
        part = (
            2
            if re.search(r"\b(?:denominator|bottom|below)\b", text)
            else 1
            if re.search(r"\b(?:numerator|top)\b", text)
            else 0
        )
        side = _BY_PART.search(text)
        if part and side:
            larger = int(fractions[0][part]) > int(fractions[1][part])
            return larger == bool(side["more"]) and fractions[0][part] != fractions[1][part]
        of_own, of_other = (frozenset(f.groups()) for f in fractions if f)
    else:
        of_own, of_other = _said_of(item, own, others), _said_of(item, others, own)
    words = _names(numerals(text)) - {"1"}
    return bool(words & (of_own - of_other)) and not words & (of_other - of_own)


def _said_of(item: Item, own: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    clauses = re.split(r"[.?!,;](?=\s|$)|\b(?:and|while|but|or)\b", numerals(item.problem))
    return frozenset().union(*(_names(c) for c in clauses if own & _names(c) and not others & _names(c)))


def _scrambled(own: frozenset[str], words: frozenset[str]) -> bool:
    """ "neerg": the option's word with its letters in another order."""
    apart = "".join(sorted("".join(words))) if all(len(word) == 1 for word in words) else ""
    return any(
        len(one) > 3 and (sorted(one) == sorted(word) or apart == "".join(sorted(set(one))))
        for one in own
        for word in words
    )


def _placed(option: frozenset[str], text: str, besides: str = "") -> bool:
    """Whether the sentence says that the option is the greater, the longer ...; besides: in words not these."""
    lowered = text.lower()
    after = lowered[max(lowered.rfind(word) + len(word) for word in option) :]
    found = _COMPARED.search(after[:60]) if _LINK.match(after) else None
    return bool(found) and not (found and found[0] in besides.lower())


_OPTION_A = re.compile(
    r"\bA\b(?= (?:is|has|costs?|beats|wins|loses|isn't|does|was|holds|takes|gives)\b|[.!]?$)|(?<=[a-z] )A\b"
)


def _names(text: str) -> frozenset[str]:
    """The words and numbers by which an option is known; the letter A is a name, the article none."""
    lettered = _OPTION_A.sub("option_a", text)
    return frozenset(re.findall(r"[a-z_]+|\d[\d./]*", lettered.lower().rstrip("."))) - _PLAIN_WORDS
