"""The records that travel between stages, each defined once.

A stage writes `asdict(record)` as a JSON line and the next one reads it back with `from_row`, which
names file key and id when a field is missing or has the wrong type. Scores, some twenty for each reply, are
msgspec structs, so that `stream_scores` reads and checks them in a thirtieth of the time.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from socratic_tutor.files import InputError, json_object, lines_of

T = TypeVar("T")
Message = dict[str, str]  # {"role": "system" | "user" | "assistant", "content": text}
FILTERED = "-filtered"  # ends the name of a system behind the leak filter, and no other's


@dataclass(frozen=True)
class Rival:
    """Another misconception of the family, as a scorer needs it."""

    id: str
    name: str
    cues: list[str]


@dataclass(frozen=True)
class Item:
    """One tutoring exchange with its ground truth: a training example or a benchmark question.

    messages: the chat. In training it ends with the tutor's turn; in a benchmark it ends with the
        student and the authored turn stands in `reference`.
    trace: values on the way to the right answer, as text (never the answer itself).
    wrong_trace: values on the student's way, as text.
    cues: what a turn that fits this misconception would mention, and no rival's would.
    student_kind, move, student_said: of the last student turn and the tutor's answer to it; what a "stuck"
        student said is all they said, the error that they are stuck at included.
    hint_of: whose error the hint names: the student's misconception, or a rival where the hint misleads.
    turns: student turns so far. later: what the student says in further turns, whatever is replied;
        later_references: the authored turns to it.
    parameters, phrasing: digests of the problem's numbers and of the tutor's wordings, numbers aside.
    worded_by: the model that worded `reference`; "" for an authored turn.
    pair: shared by the two items about one problem in `contrast_pairs`.
    Answers are text; `answer_kind` says how to read them (curriculum.answers.KINDS).
    """

    id: str
    split: str
    messages: list[Message]
    reference: str
    grade_band: str
    grade: str
    topic: str
    family: str
    misconception: str
    student_kind: str
    move: str
    problem: str
    student_said: str
    correct_answer: str
    wrong_answer: str
    answer_kind: str
    prompt_shows_answer: bool
    mission: str = ""
    vocabulary: list[str] = field(default_factory=list)
    hint: str = ""
    trace: list[str] = field(default_factory=list)
    wrong_trace: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    also_explained_by: list[str] = field(default_factory=list)
    hint_of: str = ""
    turns: int = 1
    later: list[str] = field(default_factory=list)
    later_references: list[str] = field(default_factory=list)
    parameters: str = ""
    phrasing: str = ""
    pair: str = ""
    worded_by: str = ""

    def __hash__(self) -> int:
        """Of the id alone: items are keys of the scorers' memories, and most fields are lists."""
        return hash(self.id)


@dataclass(frozen=True)
class Response:
    """What a system answered to one item. `turn` counts from 1."""

    id: str
    benchmark: str
    turn: int
    text: str


class Score(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One metric of one response.

    value: 1 or 0; None where the metric does not apply to the item.
    evidence: the span, value or rule that decided it.
    """

    id: str
    benchmark: str
    turn: int
    metric: str
    value: int | None
    evidence: str


@dataclass(frozen=True)
class Estimate:
    """A rate over many scores, as a fraction, with its interval."""

    benchmark: str
    metric: str
    k: int
    n: int
    rate: float
    ci_low: float
    ci_high: float
    level: float
    method: str
    clusters: int
    design_effect: float
    n_not_applicable: int


@lru_cache(maxsize=32)
def _types_of(record: Any) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _fits(value: Any, expected: Any) -> bool:
    if isinstance(expected, types.UnionType):
        return any(_fits(value, option) for option in typing.get_args(expected))
    if expected is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if expected is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if is_dataclass(expected):  # read by itself
        return isinstance(value, dict)
    members = typing.get_args(expected)
    if not members:
        return isinstance(value, expected)
    held = value.values() if isinstance(value, dict) else value
    return isinstance(value, typing.get_origin(expected)) and all(_fits(one, members[-1]) for one in held)


_WORDS = {int: "a whole number", float: "a number", str: "text", bool: "true or false", list: "a list"}
_WORDS |= {dict: "an object", types.NoneType: "null"}


def _in_words(expected: Any) -> str:
    if isinstance(expected, types.UnionType):
        return " or ".join(map(_in_words, typing.get_args(expected)))
    if is_dataclass(expected):
        return "an object"
    members = typing.get_args(expected)
    each = f", each member {_in_words(members[-1])}" if members else ""
    return _WORDS[typing.get_origin(expected) or expected] + each


@lru_cache(maxsize=32)
def _required(record: Any) -> list[str]:
    parameters = inspect.signature(record).parameters.values()
    return [parameter.name for parameter in parameters if parameter.default is parameter.empty]


def from_row(record: type[T], row: dict[str, Any], where: str) -> T:
    """`row` as a `record`; raises InputError naming `where`, the id and the field.

    Unknown keys are refused: a silently dropped field would be a silently wrong result.
    """
    expected = _types_of(record)  # type: ignore[arg-type]
    if "rivals" not in expected and row.keys() <= expected.keys():
        try:
            return msgspec.convert(row, record)
        except msgspec.ValidationError:
            pass  # said in our words below
    label = f"{where}: {record.__name__} {row.get('id', '')}".rstrip()
    if unknown := sorted(row.keys() - expected.keys()):
        raise InputError(f"{label}: unknown field {unknown[0]!r}")
    values = dict(row)
    for name, value in row.items():
        if not _fits(value, expected[name]):
            raise InputError(f"{label}: {name} is {value!r:.40}, expected {_in_words(expected[name])}")
    if missing := [name for name in _required(record) if name not in row]:  # type: ignore[arg-type]
        raise InputError(f"{label}: no field {missing[0]!r}")
    if "rivals" in values:
        values["rivals"] = [from_row(Rival, r, f"{label}: rivals") for r in values["rivals"]]
    return record(**values)


_SCORE = msgspec.json.Decoder(Score)


def stream_scores(path: str | Path, metric: str = "") -> Iterator[tuple[int, Score]]:
    """Line number and score of every line of a scores.jsonl; InputError as of `stream_jsonl`, `from_row`.

    metric: the only one that is wanted; lines that do not name it are passed over unread.
    """
    name = metric.encode()
    for number, line in lines_of(path):
        if name not in line:
            continue
        try:
            score = _SCORE.decode(line)
        except ValueError:  # read once more, for an error in our words
            score = from_row(Score, json_object(line, path, number), f"{path}:{number}")
        if metric in ("", score.metric):
            yield number, score
