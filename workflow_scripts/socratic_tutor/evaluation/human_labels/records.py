"""One reply that people have judged, whatever set it comes from, and the key that tells problems apart."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json
from socratic_tutor.records import Message

_TURN = re.compile(r"(?:^|(?<=\n)|(?<=\s))(Tutor|Teacher|Student):")
_ROLES = {"Tutor": "assistant", "Teacher": "assistant", "Student": "user"}
# Sets put the problem into the first turn after one of these.
_BEFORE_PROBLEM = re.compile(r"(?:The question is|here is the text): *(.+)", re.DOTALL)
_STANDARD = re.compile(r"\s*(1[0-2]|[1-9])\.\d+[A-Z]?\.")
# MathDial's students are described to its teachers as seventh graders; other sets took over its dialogues.
MATHDIAL_BAND = "6-8"
_BETWEEN_ROWS = re.compile(r"[\s,]*")
_NUMBER_AT_END = re.compile(r"(-?\$?\d[\d,]*(?:\.\d+)?(?:/\d+)?)\s*%?\s*$")


@dataclass(frozen=True)
class LabelledReply:
    """problem: its key (problem_key), the same in all sets. dialogue: key of the conversation that the
    reply stands in; a set may hold replies to several turns of one.

    tutor: who replied, "" unknown. history: the chat before the reply. reply: "" in sets that hold none.
    labels: what was asked -> what people said, in the set's words; without what nobody answered.
    answer: the right one, "" unknown.
    grade_band: of the student, as ours are called, where the set says or implies it; "" where it does not.
    """

    problem: str
    dialogue: str
    tutor: str
    history: list[Message]
    reply: str
    labels: dict[str, str] = field(default_factory=dict)
    answer: str = ""
    grade_band: str = ""


def problem_key(text: str) -> str:
    """Letters and digits of the problem's text, lower case: the same problem in whatever typography."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def problem_digest(key: str) -> str:
    """16 hexadecimal digits that stand for a problem where its text must not."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def band_of_lesson(topic: str) -> str:
    """The grade band of a lesson whose name begins with its standard, "3.4B.Rounding"; "" for other names."""
    found = _STANDARD.match(topic)
    if not found:
        return ""
    return next(
        band for last, band in ((2, "K-2"), (5, "3-5"), (8, "6-8"), (12, "9-12")) if int(found[1]) <= last
    )


def problem_in(first_turn: str) -> str:
    """The problem's text where a first turn introduces it; "" where it does not."""
    found = _BEFORE_PROBLEM.search(first_turn)
    return found.group(1).strip() if found else ""


def chat(transcript: str) -> list[Message]:
    """A transcript with "Tutor:", "Teacher:", "Student:" as a chat; words before them are the student's."""
    pieces = _TURN.split(transcript.replace("\u00a0", " "))
    turns = [{"role": "user", "content": pieces[0].strip()}] if pieces[0].strip() else []
    for who, said in zip(pieces[1::2], pieces[2::2], strict=True):
        turns.append({"role": _ROLES[who], "content": said.strip()})
    return turns


def last_number(solution: str) -> str:
    """The number that a worked solution ends with, as text; "" when it ends with none."""
    found = _NUMBER_AT_END.search(solution.strip())
    return found.group(1).replace(",", "").replace("$", "") if found else ""


def member(row: Any, key: str, kind: type, where: str) -> Any:
    """row[key]; InputError at `where` when it is missing or of another type."""
    value = row.get(key) if isinstance(row, dict) else None
    if not isinstance(value, kind):
        raise InputError(f"{where}: {key} is missing or no {kind.__name__}; is this a file of that set?")
    return value


def labels_in(said: Mapping[str, Any], words: Mapping[str, Sequence[str]], where: str) -> dict[str, str]:
    """The labels that people gave; an answer left blank, or null, is none.

    words: for each label that is compared, the answers it has. Such a label is read whatever its case and
    blanks; InputError at `where` for another answer, for it would count as "no".
    """
    found = {}
    for name, value in said.items():
        answer = "" if value is None else " ".join(str(value).split())
        if answer and name in words:
            known = {word.casefold(): word for word in words[name]}
            if answer.casefold() not in known:
                raise InputError(
                    f"{where}: {name} is {answer!r:.60}\n"
                    f"Known are: {', '.join(words[name])} (in any case).\n"
                    "Correct it, or leave it blank where people were not asked."
                )
            answer = known[answer.casefold()]
        if answer:
            found[str(name)] = answer
    return found


def rows_of(path: Path) -> Iterator[tuple[str, Any]]:
    """The rows of a JSON list, each with the place where it begins, for errors: file, line and number."""
    document = read_json(path)
    if not isinstance(document, list) or not document:
        raise InputError(f"{path}: a list of rows was expected; is this a file of that set?")
    text, decoder = path.read_text(encoding="utf-8-sig"), json.JSONDecoder()
    place, line = text.index("[") + 1, 1 + text.count("\n", 0, text.index("["))
    for number in range(1, len(document) + 1):
        between = _BETWEEN_ROWS.match(text, place)
        start = between.end() if between else place
        row, end = decoder.raw_decode(text, start)
        line += text.count("\n", place, start)
        yield f"{path}:{line}: row {number}", row
        line, place = line + text.count("\n", start, end), end
