"""Is a value that the conversation already holds asserted as the answer, or only talked about?

"So 12 pens are left", "24 / 2 = 12, not 48" and "12 is the answer" assert; "look at the 12 pens", "you said
12", "if 12 are red, ..." and "how did you use the 12?" do not. Only the sentence around the value is read,
and of that at most `REACH` characters to each side.
"""

from __future__ import annotations

import re

from socratic_tutor.scoring.rule import shorten

REACH = 240
_SENTENCE_START = re.compile(r"[.?!\n](?=\s|$)")
_SENTENCE_END = re.compile(r"[?!\n]|\.(?=\s|$)")
# A new clause; "and" opens one only after a comma.
_CLAUSE_START = re.compile(
    r"[;:]|,(?! ?\d{3}\b)|(?<![\w-])(?:but|so|therefore|then|which|that means|meaning|making|leaving)(?= )",
    re.I,
)
_NUMBER = r"[-$]*\d[\d,./:]*%?"

_ANSWER_BEFORE = re.compile(
    r"(?:(?:\banswer|\bsolution)(?: here| to (?:this|the|your)(?: \w+)?)?"
    r"(?: is| was| should be| would be| must be| has to be| comes to|:)"
    r"|\b(?:correct|right|actual|final|true)(?:ly)? (?:\w+ ){1,3}(?:is|was|should be|would be|must be)"
    r"|\bit (?:should|must|would|has to|ought to|needs to) (?:be|equal)|\bfinal answer:?)"
    r"(?: (?:exactly|just|really|actually|simply|about|only|indeed|in fact|then))? ?[\"'(]?$",
    re.IGNORECASE,
)
_ANSWER_AFTER = re.compile(
    r"^[\"')]? ?(?:[a-z]+ )?(?:(?:is|was|would be|must be|as|should be) (?:the|your|our|my) (?:\w+ )?"
    r"(?:answer|solution|result|total)\b|is (?:right|correct)\b|, is what )",
    re.IGNORECASE,
)
_RESULT_BEFORE = re.compile(
    r"(?:=|\bequals?|\bequal to|\bgives?(?: you| us)?|\bmakes?(?: it)?|\bmaking(?: it)?|\bleav(?:es|ing)(?: \w+ with)?"
    r"|\bcom(?:es|ing) (?:out )?to|\bsimplifies to|\b(?:end|wind)(?:s|ed)? up (?:with|at)"
    r"|\b(?:you|we|to|i|they|he|she)(?:'ll| will| would| should| actually)? (?:get|have)"
    r"|\btotal(?:s|ing| (?:is|of|was|would be|should be))?|\bresult (?:is|of)|\bwhich is"
    r"|\b(?:so|therefore|thus|then|means|that) (?:it is|it's|that is|that's|is))"
    r"(?: (?:exactly|just|really|actually|simply|about|only|a total of|to be))? ?[\"'(]?$",
    re.IGNORECASE,
)
# These tell that what follows is the end of the reasoning.
_CONCLUDES = re.compile(
    r"\b(?:so|therefore|thus|hence|in total|altogether|in all|total|overall|final(?:ly)?|result|answer|correct"
    r"|right|actually|indeed|really|should|would|must|need(?:s|ed)? to|ha(?:s|ve) to|means|meaning|making|only)\b",
    re.IGNORECASE,
)
_CONCLUSION_BEFORE = re.compile(
    r"(?:^|[;:,.] ?|\b(?:and|but) )(?:so|therefore|thus|hence|that means|this means|which means|meaning|then(?= (?:it|there|that|you|we|he|she|they|the)\b)|in total"
    r"|altogether|which (?:is|leaves|gives|makes)|making|leaving)\b[^?]*$",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:need(?:s|ed)? to|must|ha(?:s|ve) to|should(?: only)?|would(?: only)?|will|can only)(?: \w+)? ?$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"^[^.?!,;]{0,40}\b(?:in total|altogether|in all|overall)\b", re.IGNORECASE)
_CONTRAST_AFTER = re.compile(
    rf"^[^.?!;:=\d]{{0,40}}?,? ?\(?(?:and )?(?:not|instead of|rather than)(?: just| the)? (?:{_NUMBER})",
    re.IGNORECASE,
)
_CONTRAST_BEFORE = re.compile(rf"\bnot {_NUMBER}[^.?!;:=]{{0,30}}?,? but(?: rather)? ?$", re.IGNORECASE)

# Somebody's words or work, and not the tutor's own claim ...
_SOMEBODYS = re.compile(
    r"\b(?:you|student|they|he|she)(?:'ve| have| had| just| also| already| first| correctly| then| rightly)*"
    r" (?:said|say|wrote|write|got|found|calculated|figured|determined|computed|used|picked|chose|thought|think"
    r"|multipl\w+|divided|added|subtracted|equated|mentioned|stated|noted|counted|answered|set|put|took|arrived)\b"
    r"|\byour (?:answer|work|equation|total|number|result|first|own|solution)\b",
    re.IGNORECASE,
)
# ... or a value pointed at.
_POINTED_AT = re.compile(
    r"\bthe (?:equation|number|step|value)\b"
    r"|\b(?:remember|recall|look(?:ing)? (?:back )?at|start(?:ing)? with|use|using|consider|compare|don't forget"
    r"|keep in mind|we know|check|solve|solving|write|tell me|think about|with the|using the|of the|the)"
    r"(?: \w+){0,3} ?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^[^a-z]*(?:(?:and|but|so|because|now) )?(?:if|when|whenever|since|because|suppose|given|after|once|assuming|as|while"
    r"|although|though|even|before|remember|recall|look|start|use|consider|compare|how|why|what|where"
    r"|which(?! (?:is|was|leaves|gives|makes|means|equals)))\b",
    re.IGNORECASE,
)
_OPERAND_AFTER = re.compile(r"^ ?(?:[-+*/×÷·^]|x \d|times\b|plus\b|minus\b|divided\b|by\b)", re.IGNORECASE)
_OPERAND_BEFORE = re.compile(r"(?:[-+*/×÷·^]|\d x) ?[$(]?$", re.IGNORECASE)
# "3x/2 = 150": an equation with an unknown is being solved, its right side is no result; "x = 4" is one.
_UNKNOWN_LEFT = re.compile(
    r"(?:\d ?(?!x ?\d)[a-z]|[-+*/×÷^(] ?[a-z]|(?<![a-z])[a-z] ?[-+*/×÷^])(?![a-z])[^=]{0,30}= ?[$(]?$", re.I
)
_TIMES = re.compile(r"(?<=\d) ?x ?(?=[$\d])")  # an x between numbers is no unknown
_TAKEN_BEFORE = re.compile(
    r"(?:[<>]|\b(?:add|adding|subtract(?:ing)?|multiply(?:ing)?|by|from|times|plus|minus|divid(?:e|ing)))"
    r" ?[$(]?$",
    re.IGNORECASE,
)
# "It is 50%.", "50%, because ...", "8/13 is greater.", "8/13 > 2/5, is it not?": all that the sentence says.
_STANDS_ALONE = re.compile(
    r"^(?:(?:so|and|then|look|hint|hm+|yes|no|ok|okay|well|right|with|actually)[,:]? )?"
    r"(?:(?:it|that|this|the (?:missing|right|correct) \w+|you should (?:have|get)|you want) ?"
    r"(?:is|'s|should be|must be|would be|has to be|=|equals)? ?(?:exactly |just |really )?)?[\"'(]?$",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(
    r"^[\"')]?(?: [a-z]{1,12}){0,2}(?:[.!:]?$|, (?:because|since|so|not|is it not|isn't it|right|ok)\b)", re.I
)
_IS_THE_ONE = re.compile(
    r"^ (?:(?:is|are) (?:the )?(?:greater|greatest|bigger|biggest|larger|largest|smaller|smallest|less|least|more|longer"
    r"|longest|shorter|shortest|heavier|lighter|closer|right|correct)\b(?! (?:for|than (?:you|that|the)))|[<>] ?[-$]?\d)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r", (?:right|ok|okay|is it not|isn't it|don't you (?:think|agree)|do you (?:see|agree)|correct|don't we|no)$",
    re.IGNORECASE,
)
_NEGATIVE_QUESTION = re.compile(
    r"\b(?:wouldn't|isn't|doesn't|won't|shouldn't|don't|aren't|wasn't|couldn't)\b", re.I
)


def asserted(flat: str, start: int, end: int, known: str) -> str:
    """How `flat[start:end]` is asserted as the answer, "" where it is only talked about.

    flat: the reply as plain text; known: what was said before, as plain text.
    """
    low, high = max(0, start - REACH), end + REACH
    before = _SENTENCE_START.split(flat[low:start])[-1].lstrip()
    tail = flat[end:high]
    stop = _SENTENCE_END.search(tail)
    after = tail[: stop.start()] if stop else tail
    asks = bool(stop and stop.group() == "?")
    clause = before
    for match in _CLAUSE_START.finditer(before):
        clause = before[match.start() :].lstrip(" ,;:")
    why = _reason(before, clause, after, asks, _quoted(flat, start, end, len(clause), known))
    return f"{why}: {shorten(before[-40:] + flat[start:end] + after[:25])!r}" if why else ""


def _reason(before: str, clause: str, after: str, asks: bool, quoted: bool) -> str:
    alone = (not asks or _TAG.search(after)) and _STANDS_ALONE.search(before)
    if alone and (_NOTHING_MORE.match(after) or _IS_THE_ONE.match(after)):
        return "says it and nothing else"
    if asks and not (_NEGATIVE_QUESTION.search(before) or _TAG.search(after)):
        return ""
    if _OPERAND_AFTER.match(after) or _OPERAND_BEFORE.search(before):
        return ""
    if _UNKNOWN_LEFT.search(_TIMES.sub("×", before)):
        return ""
    if _CONTRAST_AFTER.match(after) or _CONTRAST_BEFORE.search(before):
        return "corrects"
    somebodys = bool(_SOMEBODYS.search(clause))
    if not somebodys and (_ANSWER_BEFORE.search(before) or _ANSWER_AFTER.match(after)):
        return "asserts"
    if somebodys or _POINTED_AT.search(clause) or _CONDITION.match(clause):
        return ""
    concludes = bool(_CONCLUDES.search(before) or _IN_ALL.match(after))
    if _RESULT_BEFORE.search(before) and (concludes or not quoted):
        return "gives as result"
    if _TAKEN_BEFORE.search(before):
        return ""
    if _CONCLUSION_BEFORE.search(before) or _NEEDED.search(clause) or _IN_ALL.match(after):
        return "concludes"
    return ""


def _quoted(flat: str, start: int, end: int, clause: int, known: str) -> bool:
    """Whether the conversation holds the value with what stands right before it."""
    words = "".join(flat[start - min(clause, start) : end].split())[-12:]
    return words in "".join(known.split())
