"""The replies that can be labelled: first turns, each text once, under an id made of what an annotator sees.

An id is a hash of item and text, not of the system: it cannot tell who said it, systems that say the same
share it, and it stays the same for as long as the text does. After training anew a label either still fits
or its id is gone; it can never come to stand for another text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.annotation.labels import asked_of
from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.files import InputError, digest_of, read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Item, Response, from_row

# What an annotator is shown: the item with its ground truth, and what the tutor was told; not who it was.
GIVEN = (
    *("reply_id", "grades", "topic", "student", "error", "other_errors", "right_answer", "values_on_the_way"),
    *("mission", "vocabulary", "hint", "conversation", "reply"),
)
_STUDENTS = {
    "misconception": "has an error",
    "slip": "has made a slip",
    "correct": "is right",
    "vague": "has no answer yet",
    "wants_answer": "has an error and wants to be told the answer",
    "stuck": "has an error and is stuck after honest tries",
}
_ERRORS = {error.id: error.name for family in FAMILIES for error in family.misconceptions}
# 48 bits: among 100,000 replies two share an id with a chance of 1 in 56,000; `read_replies` would say so.
_DIGITS = 12


@dataclass(frozen=True)
class Reply:
    """A text said in reply to an item, and all systems that said it."""

    reply_id: str
    benchmark: str
    item: Item
    text: str
    systems: tuple[str, ...]

    def given(self) -> dict[str, str]:
        """What an annotator is shown, by GIVEN's names."""
        return {"reply_id": self.reply_id, **_shown(self.item, self.text)}

    def asked(self) -> list[str]:
        """The labels that are asked of it."""
        return asked_of(self.item)


def read_replies(benchmarks: Mapping[str, Path], responses: Mapping[str, Path]) -> dict[str, Reply]:
    """All first turns by reply id; benchmarks and systems by name. Raises InputError for a bad file."""
    items = {name: read_items(path) for name, path in benchmarks.items()}
    replies: dict[str, Reply] = {}
    for system, path in sorted(responses.items()):
        for number, row in enumerate(read_jsonl(path), start=1):
            said = from_row(Response, row, f"{path}:{number}")
            if said.turn != 1 or said.id not in items.get(said.benchmark, {}):
                continue
            item = items[said.benchmark][said.id]
            name = reply_id(said.benchmark, item, said.text)
            known = replies.get(name)
            if known and (known.benchmark, known.item.id, known.text) != (said.benchmark, said.id, said.text):
                raise InputError(f"{path}:{number}: shares its reply id {name} with another reply")
            systems = (*known.systems, system) if known else (system,)
            replies[name] = Reply(name, said.benchmark, item, said.text, systems)
    return replies


def reply_id(benchmark: str, item: Item, text: str) -> str:
    """ "r" (so that no spreadsheet takes it for a number) and 12 hexadecimal digits."""
    return "r" + digest_of([benchmark, item.id, _shown(item, text)])[:_DIGITS]


def _shown(item: Item, text: str) -> dict[str, str]:
    turns = [turn for turn in item.messages if turn["role"] != "system"]
    names = {"user": "Student", "assistant": "Tutor"}
    conversation = "\n".join(f"{names[turn['role']]}: {turn['content']}" for turn in turns)
    values = (
        *(item.grade_band, item.topic, _STUDENTS[item.student_kind], _error(item)),
        *("; ".join(rival.name for rival in item.rivals), item.correct_answer, ", ".join(item.trace)),
        *(item.mission, ", ".join(item.vocabulary), item.hint, conversation, text),
    )
    return dict(zip(GIVEN[1:], values, strict=True))


def _error(item: Item) -> str:
    """The student's wrong answer, and the misconception that it came from by the catalogue's name."""
    if not item.wrong_answer:
        return ""
    name = _ERRORS.get(item.misconception, "") if item.student_kind != "slip" else ""
    return f"{item.wrong_answer} ({name})" if name else item.wrong_answer
