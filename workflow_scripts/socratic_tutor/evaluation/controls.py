"""Tutors that must lose, and the references they are held against.

A control knows one trick that has won keyword scoreboards; a metric that one of them wins measures the
trick. `gold` and `retrieval` are no controls: the one answers with the item's own authored turn, the
other with the nearest training turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from socratic_tutor.evaluation.retrieval import Retrieval
from socratic_tutor.files import InputError, write_jsonl
from socratic_tutor.items import at_turn, read_items, turns_of
from socratic_tutor.records import Item, Response


def constant(item: Item) -> str:
    """One polite question for everybody."""
    return "Can you look at your work again? What do you think you should try next?"


def echo(item: Item) -> str:
    """The student's own words, and why."""
    return f'You said "{item.student_said}". Why do you think that is true?'


def hint(item: Item) -> str:
    """The student's value and the prompt's hint, and whether it always works."""
    if not item.wrong_answer:
        return f"Think about this: {item.mission or item.topic}. Does that always work?"
    if not item.hint:
        return f"You answered {item.wrong_answer}. Does the way you found {item.wrong_answer} always work?"
    return f"You answered {item.wrong_answer}. Does it always work when someone {item.hint}?"


def answer(item: Item) -> str:
    """The answer, kindly."""
    return f"Good try! The answer is {item.correct_answer}. Do you see why?"


def keyword(item: Item) -> str:
    """The vocabulary and the student's value, in the form of a question."""
    named = ", ".join(item.vocabulary) or item.topic
    return f"Think about {named}. How does {item.wrong_answer or 'your answer'} compare with that?"


_CHECKS = (
    "Estimate first. Is your {value} close to your estimate, or far off?",
    "Check your {value} with an estimate. Does your way still work there, and how do you know?",
    "Test your {value} with smaller numbers first. Does your way still work there, and how do you know?",
    "What does your {value} stand for in the problem? Show me where your work says so.",
    "Your {value} is one idea. What is another way to do it, and does it give {value} too?",
)


def check(item: Item) -> str:
    """The student's value in advice for any task (estimate, test, try another way); which, the id decides."""
    advice = _CHECKS[sum(item.id.encode()) % len(_CHECKS)]
    return advice.format(value=item.wrong_answer or "answer")


_LINES = (
    "Why {value} from {number}?",
    "How does {value} fit with the {number}?",
    "Draw the {number} on paper. Where in your drawing do you see {value}?",
    "Look at the {number} once more. Which step takes you from {number} to {value}?",
    "Does {value} change when you start with {number} again? Show me where.",
)
_NUMERAL = re.compile(r"\d+(?:[./]\d+)?")


def numbers(item: Item) -> str:
    """The student's value beside a number of the problem, in a canned line; which, the id decides."""
    line = _LINES[sum(item.id.encode()) % len(_LINES)]
    given = [number for number in _NUMERAL.findall(item.problem) if number != item.wrong_answer]
    return line.format(value=item.wrong_answer or "your answer", number=given[0] if given else "problem")


def gold(item: Item) -> str:
    """The turn authored for this item."""
    return item.reference


CONTROLS: dict[str, Callable[[Item], str]] = {
    "constant": constant,
    "echo": echo,
    "hint": hint,
    "answer": answer,
    "keyword": keyword,
    "check": check,
    "numbers": numbers,
}
REFERENCES = ("gold", "retrieval")


def responder(system: str, train: Path | None = None) -> Callable[[Item], str]:
    """What answers an item under this name; `train` is the split that `retrieval` looks up.

    Raises InputError for a name that is no control or reference.
    """
    if system == "retrieval" and train is not None:
        return Retrieval(train)
    known = CONTROLS | {"gold": gold}
    if system not in known:
        names = ", ".join([*CONTROLS, *REFERENCES])
        raise InputError(f"evaluation: {system!r} is no control or reference; there are {names}")
    return known[system]


def write_control_responses(
    *, system: str, benchmarks: dict[str, Path], out: Path, train: Path | None = None
) -> None:
    """Write the `Response` rows of a control or reference to every turn of every item of every benchmark."""
    respond = responder(system, train)

    def rows() -> Iterator[dict[str, object]]:
        for benchmark, path in benchmarks.items():
            for item in read_items(path).values():
                for turn in turns_of(item):
                    yield asdict(Response(item.id, benchmark, turn, respond(at_turn(item, turn))))

    write_jsonl(out, rows())
