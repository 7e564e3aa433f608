"""How well `mentions` reads a table of forms and near misses that was written from the list of types alone.

The table's author had seen only the constructors of answers, not the matcher: its errors are therefore
an estimate for texts that nobody tuned the matcher on, as long as the table is not changed to suit it.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from socratic_tutor.curriculum import answers
from socratic_tutor.curriculum.matching import mentions

TABLE = Path(__file__).with_name("answer_forms.csv")
OVERALL, PER_KIND = 0.99, 0.95

with TABLE.open(encoding="utf-8", newline="") as handle:
    ROWS = list(csv.DictReader(handle))


def answer_of(call: str) -> answers.Answer:
    """The answer that a constructor call such as "fraction(7, 12)" makes."""
    made = eval(call, {"__builtins__": {}}, vars(answers))
    assert isinstance(made, answers.Answer)
    return made


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, str], bool]]:
    made = {call: answer_of(call) for call in {row["answer"] for row in ROWS}}
    return [(row, bool(mentions(made[row["answer"]], row["text"]))) for row in ROWS]


def precision_and_recall(judged: list[tuple[dict[str, str], bool]]) -> tuple[float, float, str]:
    """(precision, recall, the rows that were misjudged, one a line)."""
    hits = sum(found and row["says"] == "yes" for row, found in judged)
    alarms = [row for row, found in judged if found and row["says"] == "no"]
    missed = [row for row, found in judged if not found and row["says"] == "yes"]
    lines = [f"false alarm: {row['answer']} in {row['text']!r}" for row in alarms]
    lines += [f"missed: {row['answer']} in {row['text']!r}" for row in missed]
    return hits / max(1, hits + len(alarms)), hits / max(1, hits + len(missed)), "\n".join(lines)


def test_the_table_is_large_and_holds_forms_and_near_misses_of_every_kind():
    assert len(ROWS) >= 1_000
    assert len({(row["answer"], row["text"]) for row in ROWS}) == len(ROWS)
    count = Counter((row["kind"], row["says"]) for row in ROWS)
    assert {says for _, says in count} == {"yes", "no"}
    for kind in answers.KINDS:
        yes, no = count[kind, "yes"], count[kind, "no"]
        assert yes + no >= 50, kind
        assert 0.35 <= yes / (yes + no) <= 0.65, kind


def test_answers_are_of_their_kind():
    for row in ROWS:
        assert answer_of(row["answer"]).kind == row["kind"]


def test_precision_and_recall_over_all_kinds(judged):
    precision, recall, misjudged = precision_and_recall(judged)
    print(f"{len(judged)} rows: precision {precision:.4f}, recall {recall:.4f}\n{misjudged}")
    assert precision >= OVERALL, misjudged
    assert recall >= OVERALL, misjudged


@pytest.mark.parametrize("kind", answers.KINDS)
def test_precision_and_recall_of_a_kind(judged, kind):
    precision, recall, misjudged = precision_and_recall([pair for pair in judged if pair[0]["kind"] == kind])
    print(f"{kind}: precision {precision:.4f}, recall {recall:.4f}\n{misjudged}")
    assert precision >= PER_KIND, misjudged
    assert recall >= PER_KIND, misjudged
