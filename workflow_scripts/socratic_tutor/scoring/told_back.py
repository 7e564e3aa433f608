"""Is a number that the turn tells back in the problem or in the student's words at all?

Told back is what "you wrote", "it says", "in your message" stand with, in whatever order, and the things of
the problem when they are counted. A case of the turn's own ("if you had 8 boxes") tells nothing back.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.curriculum.cues import stands
from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.records import Item
from socratic_tutor.scoring.references import stem
from socratic_tutor.scoring.values import number_of, numbers_in, prompt_text, quantities_in, says

# What tells back what student or problem said, in whatever order.
_TELLS_BACK = re.compile(
    r"\b(?:(?:that|what|as|one|it|slope|number|answer|result|,) you (?:just |have )?(?:gave|told|put"
    r"|wrote|said|got|chose|picked|handed in|found)|you (?:just )?(?:gave|put|handed in|told me)|kept going"
    r"|did you(?: (?:get|arrive|come|reach|find|write|say|end|land|put|choose|pick|take|add|start)\b|\?)"
    r"|in your (?:message|work|solution|calculations?|answer|answer line|lines?|list|text|notes)"
    r"|(?:was|is) your (?:pick|result|answer|number|count|total|sum)|of yours|your (?=-?\d|')|says the"
    r"|(?:it|problem|task|recipe|text|story|question|label|list|sign) (?:says|said|states|tells us"
    r"|gives|reads)"
    r"|as it says|i read|we were given|were given|don't forget|read the (?:task|problem)"
    r"|in (?:this|the) (?:story|pictograph|problem|task|recipe|equation|question|text))",
    re.IGNORECASE,
)
_OWN_CASE = re.compile(
    r"\b(?:if|suppose|imagine|pretend|say that|let|let's|try|would|could|might|instead|another|than|more|less"
    r"|fewer|too (?:many|much|few)|times|off|away|to go|left|short|with your"
    r"|your (?:way|rule|method|pattern|idea))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d.,/:^$-])(\d{1,6})(?: [a-z]{2,10})?? ([a-z]{4,12})\b", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"^\W*(?:an?|one|some|share|split|work|test|fill|count|build|cut|go|begin|stack|pack|deal)\b"
    r"|\b(?:if|suppose|imagine|pretend|let|let's|try|take|draw|make|use|put|lay|give|would|could|might|instead"
    r"|another|example|what about|think of|picture|start|begin|with|when|after|than|not|never"
    r"|you (?:have|had|see|win|pay|own|meet|buy))\b",
    re.IGNORECASE,
)

_SMALL_WORD = re.compile(r"^[A-Za-z]+$")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"[\d./]"), re.compile(r"[\d/:]|\.\d")


def told_back_wrongly(item: Item, sentence: str) -> str:
    """A number told back that stands nowhere: "31 eggs, you told me", "the recipe says 3 cans"."""
    if not _TELLS_BACK.search(sentence) or _OWN_CASE.search(sentence):
        return ""
    known = _known(item)
    for quantity in quantities_in(sentence):
        written = quantity.text.strip()
        in_fraction = written.isdigit() and re.search(rf"(?<!\d){written}/|/{written}(?!\d)", known)
        stands_there = in_fraction or holds(quantity, known) or composed(quantity, known)
        in_words = _SMALL_WORD.match(written) and quantity.kind == "fraction"  # "half of your 22"
        small = in_words or quantity.value in (0, 1, 2)
        digit = len(written) == 1 and written in known  # "the 6 of 67"
        if not (stands_there or small or digit):
            return f"tells back {written!r}, which nobody said"
    return ""


def another_count(item: Item, sentence: str) -> str:
    """Things of the problem in another number than there: "she has 8 boxes" of 9; or ""."""
    if _SUPPOSES.search(sentence):
        return ""
    told = {stem(thing) for _, thing in _COUNTED.findall(item.problem)}
    for number, thing in _COUNTED.findall(sentence):
        if stem(thing.lower()) in told and int(number) > 2:
            known = _known(item)
            if number not in known and not says(number, known):
                return f"tells of {number} {thing}, which the problem does not"
    return ""


@lru_cache(maxsize=64)
def _known(item: Item) -> str:
    """What prompt and student said, and the values on either way."""
    ways = [*item.wrong_trace, *item.trace, item.correct_answer, item.wrong_answer]
    return "\n".join([prompt_text(item), *ways])


def holds(quantity: Quantity, text: str) -> bool:
    """Whether the text says the quantity, in its own words or another form."""
    written = quantity.text.strip()
    if written and stands(written, text, _NUMBER_BEFORE, _NUMBER_AFTER):
        return True
    number = number_of(quantity)
    if number is not None and number in numbers_in(text):
        return True
    return says(written, text)


def composed(quantity: Quantity, text: str) -> bool:
    """Whether it joins two of their numbers: who kept the 4 over a new 10 used 4/10, or went "4 to 10"."""
    parts = re.split(r" ?/ ?| to ", quantity.text.strip())
    return len(parts) == 2 and all(part and says(part, text) for part in parts)
