"""Turns that are labelled by where they come from: authored ones, other students' and other families'.

They hold nobody's judgement and are many: what the scorers make of them shows what labelled turns
are too few for, such as another problem's turn with this student's value put in its place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from scoring.agreement import half_of
from socratic_tutor.corpus.rows import Draft, Plan, make_draft
from socratic_tutor.corpus.subjects import Subject, subjects
from socratic_tutor.curriculum.catalogue import Misconception
from socratic_tutor.dialogue.moves import HOLD
from socratic_tutor.evaluation.controls import hint
from socratic_tutor.records import Item

_NUMERAL, _THING = re.compile(r"\d+(?:[./]\d+)?"), re.compile(r"[a-z]{4,}s")
_OWN, _OTHERS, _ANYBODYS = 6, 4, 9  # turns of each item's misconception, of other families, for any student


@dataclass(frozen=True)
class AutomaticTurn:
    """source: "authored", "own words" (the same, its cues unknown), "shuffled" (the same, in no order),
    "rival", "misled" (the same where the prompt's hint names that rival), "not misled" (own words there),
    "elicit", "repair", "hint" (the control's), "anybody's" (advice for any task, with this student's value),
    "other" (family's), "pasted" (the same with this student's value).

    label: a class of scaffolding. wording: the authored template, placeholders and all.
    """

    source: str
    label: str
    item: Item
    text: str
    wording: str


def for_any_student(half: str) -> list[str]:
    """Lines that fit every task, with places for `filled`; parted by hash as turns are."""
    lines = Path(__file__).with_name("for_any_student.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if half_of(line) == half]


def filled(line: str, item: Item, rng: random.Random) -> str | None:
    """The line about this item, None where the item has not what it asks for.

    {value}: the student's answer. {number}, {other}: numbers of the problem. {thing}: a word of it.
    {term}: of the vocabulary. {said}: the student's words.
    """
    numbers = sorted(set(_NUMERAL.findall(item.problem)) - {item.wrong_answer})
    given = {
        "value": item.wrong_answer,
        "said": item.student_said,
        "term": rng.choice([*item.vocabulary, ""]),
        "thing": rng.choice([*(word for word in item.problem.split() if _THING.fullmatch(word)), ""]),
    }
    given |= dict(zip(("number", "other"), rng.sample(numbers, min(2, len(numbers))), strict=False))
    try:
        return line.format(**{name: said for name, said in given.items() if said})
    except KeyError:
        return None


@cache
def drafts() -> tuple[tuple[Subject, Draft], ...]:
    """One problem for each misconception of the curriculum, from a part that no benchmark draws from."""
    return tuple(
        (
            subject,
            make_draft(
                subject,
                "misconception",
                Plan("validation", "validation", which=which),
                f"automatic turns:{subject[1].id if subject[1] else ''}",
            ),
        )
        for which in ("known", "families", "misconceptions")
        for subject in subjects("misconception", which)
    )


def automatic_turns(seed: str = "automatic turns") -> Iterator[AutomaticTurn]:
    """Some thousand turns, the same for the same seed."""
    rng = random.Random(seed)
    for (family, misconception), draft in drafts():
        if misconception is None:
            continue
        item, values = draft.row, draft.case.values
        for wording in rng.sample(_wordings(misconception), _OWN):
            text = _maybe_held(wording.format(**values), rng)
            yield AutomaticTurn("own words", "specific", replace(item, cues=[]), text, wording)
            yield AutomaticTurn("authored", "specific", item, text, wording)
            yield AutomaticTurn("shuffled", "off_target", item, _shuffled(text, rng), wording)
        yield AutomaticTurn("hint", "generic", item, hint(item), "")
        for line in rng.sample(for_any_student("development"), _ANYBODYS):
            if text := filled(line, item, rng):
                yield AutomaticTurn("anybody's", "generic", item, text, "")
        for rival in family.misconceptions:
            if rival.id != misconception.id and rival.applies_if(draft.case.parameters):
                theirs = {**values, **rival.steps(draft.case.parameters)}
                misled = replace(item, hint=rival.name, hint_of=rival.id)
                for wording in rng.sample(_wordings(rival), 2):
                    text = wording.format(**theirs)
                    yield AutomaticTurn("rival", "off_target", item, text, wording)
                    yield AutomaticTurn("misled", "off_target", misled, text, wording)
                wording = rng.choice(_wordings(misconception))
                text = wording.format(**values)
                yield AutomaticTurn("not misled", "specific", replace(misled, cues=[]), text, wording)
        for wording in rng.sample(family.elicit, 2):
            yield AutomaticTurn("elicit", "generic", item, wording.format(**values), wording)
        for wording in rng.sample(family.repair, 1):
            yield AutomaticTurn("repair", "generic", item, wording.format(**values), wording)
        yield from _of_other_families(family.id, item, rng)


def _wordings(misconception: Misconception) -> list[str]:
    return [wording for turns in misconception.turns.values() for wording in turns]


def _of_other_families(family: str, item: Item, rng: random.Random) -> Iterator[AutomaticTurn]:
    """Turns as they are, and with this student's value in the place of theirs."""
    strangers = [other for other in drafts() if other[0][0].id != family]
    for (_, misconception), draft in rng.sample(strangers, _OTHERS):
        if misconception is None:
            continue
        values, wordings = draft.case.values, _wordings(misconception)
        wording = rng.choice(wordings)
        text = _maybe_held(wording.format(**values), rng)
        yield AutomaticTurn("other", "off_target", item, text, "")
        with_value = [wording for wording in wordings if "{wrong}" in wording]
        if with_value:
            pasted = rng.choice(with_value).format(**{**values, "wrong": item.wrong_answer})
            yield AutomaticTurn("pasted", "off_target", item, _maybe_held(pasted, rng), "")


def _shuffled(text: str, rng: random.Random) -> str:
    words = text.split()
    return " ".join(rng.sample(words, len(words)))


def _maybe_held(text: str, rng: random.Random) -> str:
    """One turn in three begins as to a student who wants the answer: words without mathematics."""
    return f"{rng.choice(HOLD)} {text}" if rng.random() < 1 / 3 else text
