"""What can be read off a reply without knowing the right answer: cue words, forms of questions, overlaps.

Each feature is a yes/no (0 or 1) or a share (0 to 1, the logarithm of the length aside), chosen for reasons
that hold for any tutor: how an error is named, what the student is asked to do, whose numbers and words come back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from socratic_tutor.records import Message
from socratic_tutor.scoring.arithmetic import equalities
from socratic_tutor.scoring.text import plain_text

_READ = 6000  # characters of a reply and of each turn that are read

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:/\d+)?")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_QUESTION = re.compile(r"[^.?!]*\?")
_COMPUTES = re.compile(r"\d ?[-+*x×/÷] ?\$?\d")
_STOP_WORDS = frozenset(
    """the a an of to and in is are was were be been it its it's that that's this these those for on at with as by
    or so if then we you your i me my our us they them he she his her let let's do does did have has had can could
    would will not there here what how why which when where who from about into just also very more most some any
    all up out now""".split()  # noqa: SIM905
)

_VERBS_OF_WORK = (
    "check try think look read multiply divide add subtract find count consider calculate draw use start write "
    "compare explain break recalculate recheck redo re-read reread show tell work solve see imagine double focus "
    "set figure take round simplify review revisit"
).replace(" ", "|") + "|go back"
_VERBS_DONE = (
    "added subtracted multiplied divided calculated said got used found counted assumed forgot made mixed did "
    "wrote thought thinking adding subtracting multiplying dividing using calculating solved identified considered "
    "included accounted misread mistakenly took missed missing confusing computed set started swapped arrived "
    "applied ended"
).replace(" ", "|")

# Name -> the words that show it. Counted once, or up to three times for those in _COUNTED.
CUES = {
    name: re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for name, pattern in {
        "contrast": r"\b(?:but|however|although|though|instead|rather than|while)\b",
        "names_error": r"\b(?:mistakes?|errors?|incorrect|wrong|not (?:quite |exactly )?(?:right|correct|accurate)"
        r"|isn't (?:quite |exactly )?(?:right|correct)|misunderst\w+|misread|misinterpret\w*|miscalculat\w+"
        r"|mix(?:ed|ing)? up|mix-?up|confus\w+|overlook\w*|forg[eo]t\w*|missed|missing|discrepancy|slip)\b",
        "nearly": r"\b(?:not quite|close|almost|nearly|right track|partially|partly)\b",
        "praises_try": r"\b(?:good|great|nice) (?:try|attempt|effort|guess)\b",
        "asks_to_check": r"\b(?:re-?check\w*|double[- ]check\w*|check|look (?:again|back|at|closely|carefully)"
        r"|revisit|review|re-?read\w*|re-?examine|reconsider|re-?think|think again|try again|re-?calculate"
        r"|re-?evaluate|closer look|another look|verify|make sure)\b",
        "actually": r"\bactually\b",
        "reminds": r"\b(?:remember|recall|keep in mind|don't forget|note that|think about)\b",
        "obliges": r"\b(?:should|needs? to|must|ha(?:ve|s) to)\b",
        "affirms": r"\b(?:that's|that is|you're|you are|this is) (?:absolutely |exactly |totally )?"
        r"(?:correct|right|great)\b|\b(?:exactly|perfect|well done|great job|excellent|good job|great work|awesome)\b"
        r"|^ *correct\b|correct!",
        "affirms_part": r"\b(?:you(?:'re| are| have|'ve)? (?:correctly|right(?:ly)?|correct)|correctly"
        r"|(?:is|are|was) correct|right that|(?:good|great) start)\b",
        "thanks": r"\b(?:appreciate|effort|thank(?:s| you)?|understand(?: (?:your|where|how|why))|i see|see how"
        r"|see that|like how|love how)\b",
        "begins_with_no": r"\A\W*(?:no\b|not\b|actually|hmm|wait|oops|sorry|incorrect|that's not|that is not"
        r"|are you sure)",
        "wh_question": r"\b(?:what|how|why|which|where|when)\b[^.?!]{0,300}\?",
        "yes_no_question": r"\b(?:can|could|would|will|do|did|does|is|are|have|should)"
        r" (?:you|we|it|that|there|this|the)\b[^.?!]{0,300}\?",
        "can_you": r"\b(?:can|could) you\b",
        "lets": r"\blet(?:'s| us)\b",
        "tries": r"\b(?:try|attempt|give it)\b",
        "imperative": rf"(?:\A|[.!?:;,] |\bplease |\bthen |\band |\bso )(?:{_VERBS_OF_WORK})\b",
        "steps": r"\b(?:first|then|next|steps?|start by|after that|finally|before)\b",
        "gives_reason": r"\b(?:because|since|means?|so that|therefore|which is|represents|refers?|in order to"
        r"|that's why)\b",
        "says_equal": r"=|\b(?:equals?|equal to)\b",
        "asks_to_explain": r"\b(?:explain|walk (?:me |us )?through|how (?:did )?you (?:got|get|arrived|calculated"
        r"|came)|tell me|show me|your (?:thinking|reasoning|thought process)|describe)\b",
        "names_students_act": rf"\b(?:you(?:'ve| have|'re| are)? (?:[a-z]{{2,12}}ly )?(?:{_VERBS_DONE})|your (?:answer"
        r"|calculation|solution|work|approach|equation|math|multiplication|addition|subtraction|division|logic"
        r"|reasoning|method|number|result|sum|initial|last|final|first|second))\b",
        "mathematics": r"\b(?:add\w*|subtract\w*|multipl\w*|divid\w*|division|sum|difference|product|total|half"
        r"|twice|double|triple|percent\w*|fractions?|denominators?|numerators?|decimals?|place value|ones|tens|carry"
        r"|area|perimeter|remainder|equation|round\w*)\b",
        "hedges": r"\b(?:might|may|seems?|looks like|perhaps|maybe|appears|i think|i noticed?"
        r"|there(?:'s| is| was) a)\b",
        "denies": r"\b(?:not|no|never|none|without)\b|n't\b",
        "limits": r"\b(?:only|just|exactly|each|per|both|already|too|extra|also)\b",
        "chat_debris": r"###|\bUser:|\bTutor response|Assistant:|^ ?Student:|\bAI\b|Human:|maximum (?:one|two)",
        "we": r"\b(?:we|us|our|together)\b",
        "moves_on": r"\b(?:anything else|any (?:other |more )?questions|need help|keep up|good luck"
        r"|next (?:question|problem)|move on|moving on|practice|feel free|delve|explore)\b",
        "agrees": r"\b(?:ok|okay|yes|yep|sure)\b",
        "points_to_problem": r"\b(?:the (?:question|problem|total|original|number|cost|price|amount|value)|given"
        r"|(?:problem|question) (?:says|states|asks))\b",
    }.items()
}
_COUNTED = (
    *(
        "mathematics",
        "says_equal",
        "names_students_act",
        "contrast",
        "asks_to_check",
        "imperative",
        "obliges",
    ),
    *("denies", "we"),
)
_ERROR_CUES = ("names_error", "contrast", "asks_to_check", "nearly", "actually")
_ANY_CUE = (*_ERROR_CUES, "reminds", "praises_try", "begins_with_no", "denies", "hedges")


def read_text(reply: str) -> str:
    """The part of a reply that is read, without its markup."""
    return plain_text(reply[:_READ])


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def content_words(text: str) -> set[str]:
    return {word for word in words(text) if word not in _STOP_WORDS and len(word) > 2}


def numbers(text: str) -> list[str]:
    return [found.replace(",", "").rstrip(".") for found in _NUMBER.findall(text)]


def _turns(history: Sequence[Message], role: str) -> list[str]:
    return [plain_text(turn["content"][-_READ:]) for turn in history if turn["role"] == role]


def _share(part: set[str], whole: set[str]) -> float:
    return len(part & whole) / max(1, len(part))


def features(history: Sequence[Message], reply: str) -> dict[str, float]:
    """Name -> value, always the same names in the same order."""
    text = read_text(reply)
    student, tutor = _turns(history, "user"), _turns(history, "assistant")
    said, asked = student[-1] if student else "", tutor[-1] if tutor else ""
    before = "\n".join([*student, *tutor])
    # Markdown's marks are debris here
    found = (
        _cues(text, debris=bool(CUES["chat_debris"].search(reply[:_READ])))
        | _form(text)
        | _overlap(text, said, asked, before)
        | _numbers(text, said, before)
    )
    found["student_is_brief"] = float(len(words(said)) <= 8)
    found["student_has_no_number"] = float(not numbers(said))
    found["long_conversation"] = float(len(words(before)) > 80)
    return found


def _cues(text: str, debris: bool) -> dict[str, float]:
    counts = {name: len(pattern.findall(text)) for name, pattern in CUES.items()}
    counts["chat_debris"] = int(debris)
    found = {name: float(count > 0) for name, count in counts.items()}
    found |= {f"{name}_often": min(counts[name], 3) / 3 for name in _COUNTED}
    question = float("?" in text)
    found["affirms_without_error_cue"] = float(
        found["affirms"] and not any(found[name] for name in _ERROR_CUES)
    )
    found["no_error_cue"] = float(not any(found[name] for name in _ANY_CUE))
    found["question_and_error_cue"] = question * (1 - found["no_error_cue"])
    found["affirms_and_asks"] = found["affirms"] * question
    acts = ("imperative", "asks_to_check", "lets", "tries")
    found["gives_something_to_do"] = float(question or any(found[name] for name in acts))
    return found


def _form(text: str) -> dict[str, float]:
    questions = _QUESTION.findall(text)
    length = len(words(text))
    asked = {word for question in questions for word in content_words(question)}
    return {
        "question": float("?" in text),
        "questions": min(text.count("?"), 3) / 3,
        "ends_with_question": float(text.strip().rstrip("\"')").endswith("?")),
        "words_of_questions": min(len(asked), 6) / 6,
        "number_in_question": float(any(numbers(question) for question in questions)),
        "log_words": math.log(1 + length),
        "six_words_or_less": float(length <= 6),
        "three_words_or_less": float(length <= 3),
        "over_45_words": float(length > 45),
        "sentences": min(len(_SENTENCE_END.findall(text)), 5) / 5,
        "exclamations": min(text.count("!"), 2) / 2,
    }


def _overlap(text: str, said: str, asked: str, before: str) -> dict[str, float]:
    reply, student, all_said = content_words(text), content_words(said), content_words(before)
    new = reply - all_said
    return {
        "shares_students_words": _share(reply, student),
        "shares_a_word_of_the_student": float(bool(reply & student)),
        "shares_conversations_words": _share(reply, all_said),
        "shares_no_word": float(not reply & all_said),
        "shares_last_questions_words": _share(reply, content_words(asked)),
        "new_words": len(new) / max(1, len(reply)),
        "many_new_words": min(len(new), 12) / 12,
        "new_mathematics": float(any(CUES["mathematics"].fullmatch(word) for word in new)),
    }


def _numbers(text: str, said: str, before: str) -> dict[str, float]:
    reply, student, all_said = set(numbers(text)), numbers(said), set(numbers(before))
    return {
        "number": float(bool(reply)),
        "numbers": min(len(reply), 5) / 5,
        "students_number": float(bool(reply & set(student))),
        "students_last_number": float(bool(student) and student[-1] in reply),
        "conversations_number": float(bool(reply & all_said)),
        "earlier_number": float(bool((reply & all_said) - set(student))),
        "new_number": float(bool(reply - all_said)),
        "computes": float(bool(_COMPUTES.search(text))),
        "false_equality": float(any(not equality.holds for equality in equalities(text))),
    }
