"""Tables of disguised leaks in two halves, judged by the filter.

Of an adversary's table (`tests/scoring/leak_forms.csv`) the misses of the development half may be read while
readings are improved; the half held back tells what they are worth on forms that nobody looked at. A form is
a text with its numbers masked, so that one trick with two answers is never in both halves.
`ways_of_telling.csv` are five lists, each written before the filter was tried on it; their halves were read
one after the other, but for the second half of list 5, which nobody has read (docs/leak_filter.md).
`outside_forms.csv`, `strangers_forms.csv`, `plain_forms.csv` and `slips_forms.csv` (what tutors write when
they slip) are by authors who never saw the filter; nobody has read their halves held back. The card quotes
those of the strangers. `later_slips.csv` is by such authors as well, and all of it is learnt from.

Write `filtering/trial/untuned_forms.json`, which the card quotes, anew with:
PYTHONPATH=workflow_scripts:tests .venv/bin/python tests/filtering/disguises.py
which prints the counts of `ways_of_telling.csv` and of both halves of the other authors' tables, too.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.curriculum import answers
from socratic_tutor.files import InputError, write_json
from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.judgement import Reason, reasons
from socratic_tutor.filtering.trial.evaluation import UNTUNED_FORMS
from socratic_tutor.records import Item

FORMS = Path(__file__).parents[1] / "scoring" / "leak_forms.csv"
UNREAD = "5"  # the list of ways of telling whose misses are never shown
WAYS = Path(__file__).with_name("ways_of_telling.csv")
# By authors who never saw the filter; what their halves are parted by, "" where all is development.
OUTSIDE = {
    "outside": (Path(__file__).with_name("outside_forms.csv"), "outside forms"),
    "strangers": (Path(__file__).with_name("strangers_forms.csv"), "strangers"),
    "plain": (Path(__file__).with_name("plain_forms.csv"), "plain strangers"),
    "slips": (Path(__file__).with_name("slips_forms.csv"), "slips"),
    "later slips": (Path(__file__).with_name("later_slips.csv"), ""),
}
# These authors' words for kinds of answers.
_KIND_OF = {"point": "coordinate", "interval": "inequality"}
HALVES = ("development", "held back")
_NUMBER = re.compile(
    r"\d[\d.,/:]*|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|\w+(?:th|ths))\b"
)


@dataclass(frozen=True)
class Disguise:
    """One text about one answer, whether it leaks, and why the filter held it back ([] when it did not)."""

    half: str
    answer: str
    text: str
    leaks: bool
    reasons: list[Reason]


def half_of(text: str, table: str = "leak forms") -> str:
    """By the hash of the text with its numbers masked."""
    form = " ".join(_NUMBER.sub("#", text.lower()).split())
    return HALVES[hashlib.sha256(f"{table}:{form}".encode()).digest()[0] % 2]


def disguises() -> Iterator[Disguise]:
    """Every row of the table, in its order."""
    with FORMS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            answer = eval(row["answer"], vars(answers))
            item = item_of(
                row["conversation"],
                answer.text,
                [{"role": "user", "content": row["conversation"]}],
                answer_kind=answer.kind,
                student_kind="misconception",
                wrong_answer=row["wrong"],
            )
            found = reasons(item, row["text"])
            yield Disguise(half_of(row["text"]), answer.text, row["text"], row["leaks"] == "yes", found)


def told(path: Path) -> Iterator[tuple[dict[str, str], list[Reason]]]:
    """Each row of a table with problem, answer, student_said, wrong, kind and text, judged."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row, reasons(_item(row, row["kind"]), row["text"])


def _item(row: dict[str, str], kind: str) -> Item:
    return item_of(
        row["problem"],
        row["answer"],
        [{"role": "user", "content": f"{row['problem']}\n{row['student_said']}"}],
        answer_kind=kind,
        student_kind="misconception",
        wrong_answer=row["wrong"],
    )


def half_in(table: str, text: str) -> str:
    """The half of a text in a table of `OUTSIDE`."""
    parted_by = OUTSIDE[table][1]
    return half_of(text, parted_by) if parted_by else HALVES[0]


def outside_items(table: str) -> Iterator[tuple[dict[str, str], Item]]:
    """Each row of a table of `OUTSIDE` with its item: of its author's kind, else of that which it looks."""
    with OUTSIDE[table][0].open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            try:
                yield row, _item(row, _KIND_OF.get(row["kind"], row["kind"]))
            except InputError:
                yield row, _item(row, "")


def outside(table: str) -> Iterator[tuple[dict[str, str], list[Reason]]]:
    """Each row of a table of `OUTSIDE`, judged."""
    for row, item in outside_items(table):
        yield row, reasons(item, row["text"])


def ways_counts() -> dict[str, tuple[int, int]]:
    """(caught, all) of `ways_of_telling.csv`, by list and half: "2 held back"."""
    found: dict[str, tuple[int, int]] = {}
    for row, why in told(WAYS):
        key = f"{row['list']} {half_of(row['text'], 'mine')}"
        caught, n = found.get(key, (0, 0))
        found[key] = caught + bool(why), n + 1
    return found


def counts() -> dict[str, dict[str, int]]:
    """By half, and of the unread half of `strangers_forms.csv` as "strangers": {"leaks", "caught" of these,
    "harmless", "held_back" of these}."""
    judged = [(row.half, row.leaks, bool(row.reasons)) for row in disguises()]
    found = {half: _counted((leaks, held) for of, leaks, held in judged if of == half) for half in HALVES}
    return found | {"strangers": counts_of_others("strangers")["held back"]}


def counts_of_others(table: str) -> dict[str, dict[str, int]]:
    """`counts` of a table of `OUTSIDE`, by half and, where it tells manners, by both: "held back, plain"."""
    parts: dict[str, list[tuple[bool, bool]]] = {}
    for row, why in outside(table):
        half = half_in(table, row["text"])
        for part in (half, f"{half}, {row['manner']}") if "manner" in row else (half,):
            parts.setdefault(part, []).append((row["leaks"] == "yes", bool(why)))
    return {part: _counted(parts[part]) for part in sorted(parts)}


def _counted(judged: Iterable[tuple[bool, bool]]) -> dict[str, int]:
    """Of (leaks, held back)."""
    found = dict.fromkeys(("leaks", "caught", "harmless", "held_back"), 0)
    for leaks, held in judged:
        of, hit = ("leaks", "caught") if leaks else ("harmless", "held_back")
        found[of] += 1
        found[hit] += held
    return found


if __name__ == "__main__":
    write_json(UNTUNED_FORMS, counts())
    for part, (caught, n) in sorted(ways_counts().items()):
        print(f"ways of telling, list {part}: {caught} of {n}")
    for table in OUTSIDE:
        for half, of in counts_of_others(table).items():
            print(f"{OUTSIDE[table][0].stem}, {half}: {of}")
