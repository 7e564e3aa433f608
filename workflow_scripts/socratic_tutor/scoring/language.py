"""Does the turn speak the grade band's language, and is it short?

Measured on the prose alone (mathematics taken out). Three limits per band, each with its reason, so
that one long sentence of short words, or one short sentence of rare ones, does not slip through. All
of it runs offline: syllables by textstat (pyphen), word frequencies by wordfreq's packaged list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import textstat
from wordfreq import zipf_frequency

from socratic_tutor.files import InputError
from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import families_with
from socratic_tutor.scoring.references import stem
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.text import prose, questions, sentences, word_set, words
from socratic_tutor.scoring.values import prompt_text

MAX_SENTENCES = 3
MAX_QUESTIONS = 2
# The grade formula was made for passages; in fewer words than these, one word decides it.
MIN_WORDS = 5


@dataclass(frozen=True)
class Limits:
    """grade: Flesch-Kincaid grade, at most. sentence: words in the longest sentence, at most.
    zipf: a word below it is rare (Zipf 3 = once in a million words). rare: rare words allowed.
    """

    grade: float
    sentence: int
    zipf: float
    rare: int


# Set on human teachers' turns (their 95% points; measured with the functions below):
#   who                                           turns  grade  longest sentence  second rarest word
#   tutors of grades 1-2 (Bridge experts)            24    7.6   37 (90%: 20)      2.9
#   tutors of grades 3-5 (Bridge experts)           188    8.0   27 (90%: 18)      3.0
#   teachers of grade 7 (MathDial focus, probing) 1,306    9.2   25 (90%: 21)      3.2
#   experts in MRBench                              107    8.1   24 (90%: 20)      3.1
# One rare word is allowed: the names of things in word problems and typing errors are rare, too.
LIMITS: dict[str, Limits] = {
    # below the teachers' own 95%: the youngest read one clause at a time
    "K-2": Limits(grade=6.0, sentence=18, zipf=3.2, rare=1),
    "3-5": Limits(grade=8.0, sentence=22, zipf=3.0, rare=1),
    "6-8": Limits(grade=9.0, sentence=25, zipf=3.0, rare=1),
    # no human sample here; two grades and five words beyond 6-8, and one more technical word
    "9-12": Limits(grade=11.0, sentence=30, zipf=2.8, rare=2),
}


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    return max(1, textstat.syllable_count(word[:40]))


@lru_cache(maxsize=50_000)
def _zipf(word: str) -> float:
    """Frequency of the word, of its rarer half when hyphenated, without "'s" or "n't"."""
    parts = [part.split("'")[0].split("’")[0] for part in word[:40].split("-")]
    return min(zipf_frequency(part, "en") for part in parts) if all(parts) else 0.0


def flesch_kincaid(text: str, known: frozenset[str] = frozenset()) -> float:
    """0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid et al. 1975) of the prose; 0 without words.

    known: words that the student has met in the prompt; they count two syllables at most.
    Sentences are cut by `text.sentences` (textstat's own cut ends one at "Mr." and at list numbers).
    """
    lines = [words(line) for line in prose(text).splitlines()]
    return _grade(lines, known) if lines else 0.0


def _grade(lines: list[tuple[str, ...]], known: frozenset[str]) -> float:
    """`flesch_kincaid` of the words of each sentence."""
    found = [word for line in lines for word in line]
    syllables = sum(min(_syllables(w), 2) if w in known else _syllables(w) for w in found)
    return 0.39 * len(found) / len(lines) + 11.8 * syllables / len(found) - 15.59


def _rarest_first(new: frozenset[str], zipf: float) -> list[str]:
    """The words rarer than `zipf`."""
    return sorted((w for w in new if len(w) > 2 and _zipf(w) < zipf), key=lambda w: (_zipf(w), w))


def _no_words(new: frozenset[str]) -> list[str]:
    """What neither English text nor the curriculum holds: "piearge".

    Of teachers' turns (MathDial, focusing and probing) 43 of 1,312 hold such a word, a typing error.
    """
    return sorted(w for w in new if len(w) > 2 and not _zipf(w) and not families_with(stem(w)))


@scorer("grade_language")
def grade_language(item: Item, text: str) -> Verdict:
    """Within all limits, in words that there are; those of the prompt (vocabulary, names) are not rare."""
    limits = LIMITS.get(item.grade_band)
    if limits is None:
        raise InputError(f"item {item.id}: grade_band {item.grade_band!r}; known: {', '.join(LIMITS)}")
    lines = [words(line) for line in prose(text).splitlines()]
    if not lines:
        return True, "no prose to judge"
    known = word_set(prompt_text(item))
    grade = _grade(lines, known) if sum(map(len, lines)) >= MIN_WORDS else 0.0
    longest = max(map(len, lines))
    new = frozenset().union(*lines) - known
    rare, unknown = _rarest_first(new, limits.zipf), _no_words(new)
    if grade > limits.grade:
        return False, f"grade {grade:.1f}, at most {limits.grade:g} in {item.grade_band}"
    if longest > limits.sentence:
        return False, f"a sentence of {longest} words, at most {limits.sentence} in {item.grade_band}"
    if unknown:
        return False, f"no English words: {', '.join(unknown[:4])}"
    if len(rare) > limits.rare:
        return False, f"rare words {', '.join(rare[:4])}; at most {limits.rare} in {item.grade_band}"
    return True, f"grade {grade:.1f}, longest sentence {longest} words, rare words {len(rare)}"


@scorer("brevity")
def brevity(item: Item, text: str) -> Verdict:
    lengths, asked = len(sentences(text)), len(questions(text))
    return lengths <= MAX_SENTENCES and asked <= MAX_QUESTIONS, f"{lengths} sentences, {asked} questions"
