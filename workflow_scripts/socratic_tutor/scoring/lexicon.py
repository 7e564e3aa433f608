"""A small lexicon of school mathematics: acts, relations and objects, as cues (`*` = any ending).

It answers one question: does this text name anything mathematical, and what? Words that any tutor
uses about any task (work, step, answer, check, explain, draw, show, number, problem) are left out on
purpose: with them a turn that fits everything would pass for one that brings mathematics. So are "left",
"right" and "after": "the left side is 6" and "the tens after regrouping" name a place in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from socratic_tutor.curriculum.cues import plain

ACTS = """
compar* count* add added adding adds subtract* "take away" "takes away" "took away" "taken away" multipl*
divid* division shar* split* group* ungroup* regroup* trad* borrow* carr* round* estimat* measur* doubl*
halv* jump* hop* land* match* "line up" "lines up" "lined up" "lining up" "set up" shad* cut* combin*
simplif* reduc* factor* expand* distribut* cancel* isolat* substitut* graph* plot* convert* order* cover*
fill* fold* stack* rename* exchang* "put together" join* remov* undo* revers* flip* swap* rotat* reflect*
translat* slid* scal* stretch* squar* cub* rearrang* arrang* skip* fit* turn*
"""
RELATIONS = """
less fewer greater larger bigger smaller longer shorter taller wider thinner heavier equal* equivalent*
same "more than" most least between closer nearest nearer above below before half twice
triple times double "how many" "how much" "how far" "how long" "how big" every each whole past different
even odd farther further outside inside higher lower up down zero negative positive opposite per
"""
OBJECTS = """
"number line" bar bars array* grid* block* stick* cube* tile* ones tens hundred* thousand* gap* tenth*
hundredth* thousandth* digit* place column* row rows edge* side sides corner* square* angle* degree*
triangle* rectangle* circle* radius diameter circumference area perimeter volume surface base height
length* width* unit* piece* part parts slice* numerator* denominator* fraction* decimal* percent* ratio*
rate slope intercept variable* letter coefficient* exponent* power* root* term terms sign signs minus
plus equation* expression* inequalit* parenthes* bracket* remainder* multiple* "hour hand" hand hands
ruler* "minute hand" hour* minute* clock* coin* penny pennies nickel* dime* quarter* dollar* cent cents
mean median mode average* probability chance* outcome* event* sample sum sums total difference product*
quotient* function* input* output* domain axis axes point points coordinate* vertex parabola* line lines
parallel perpendicular scale pattern* table tables pair pairs tick* mark marks box boxes counter* dot
dots top bottom "place value" layer* net nets ray rays sine cosine tangent hypotenuse leg legs log
logarithm* sequence* solution* value values set sets tree data balance third* fourth* fifth*
"""

# Words that hold a sentence together.
GRAMMAR = frozenset(
    """
    a an the is are was were do does did can could would should you your it its that this they he she we i
    to of in on at for from by with as than then so if but or and not no how what which who why will when
    where there has have had be been let's don't isn't
    """.split()  # noqa: SIM905 - reads as a list of words
)


def _entries(block: str) -> list[str]:
    return [quoted or single for quoted, single in re.findall(r'"([^"]+)"|(\S+)', block)]


LEXICON: tuple[str, ...] = tuple(dict.fromkeys(_entries(ACTS) + _entries(RELATIONS) + _entries(OBJECTS)))


_WORDS = frozenset(entry for entry in LEXICON if " " not in entry and not entry.endswith("*"))
_STEMS = frozenset(entry.rstrip("*") for entry in LEXICON if entry.endswith("*"))
_PHRASES = frozenset(entry for entry in LEXICON if " " in entry)  # of two words each
_ALIKE = {"adds": "add", "added": "add", "adding": "add"}  # "add*" would take "address" in
_LONGEST_ENDING = 8
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@lru_cache(maxsize=50_000)
def _entry(word: str) -> str | None:
    if word in _WORDS:
        return _ALIKE.get(word, word)
    for cut in range(min(len(word), 20), max(2, len(word) - _LONGEST_ENDING - 1), -1):
        if word[:cut] in _STEMS:
            return f"{word[:cut]}*"
    return None


@lru_cache(maxsize=8192)
def _of_line(line: str) -> tuple[frozenset[str], str, str]:
    """(the entries, the first word, the last word)"""
    words = _WORD.findall(plain(line))
    if not words:
        return frozenset(), "", ""
    entries = frozenset(filter(None, map(_entry, words)))
    return entries.union(_PHRASES.intersection(map(" ".join, pairwise(words)))), words[0], words[-1]


@lru_cache(maxsize=512)
def maths_terms(text: str) -> frozenset[str]:
    """The lexicon's entries that occur in the text."""
    if "\n" not in text:
        return _of_line(text)[0]
    lines = [line for line in map(_of_line, text.split("\n")) if line[1]]
    across = {f"{before[2]} {after[1]}" for before, after in pairwise(lines)}
    return _PHRASES.intersection(across).union(*(entries for entries, _, _ in lines))
