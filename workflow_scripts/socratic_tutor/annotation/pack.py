"""The pack: replies of all systems, shuffled and without names, as CSV and as a page to label on.

Who said what stands in key.json alone, which annotators do not get.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path
from typing import Any

from socratic_tutor.annotation.examples import ASKED_BEFORE, EXAMPLES, HINT, PROBLEM, STUDENT
from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.annotation.replies import GIVEN, Reply, read_replies
from socratic_tutor.annotation.sheets import NOT_ASKED, guarded
from socratic_tutor.files import InputError, atomic_open, digest_of, write_json, write_text
from socratic_tutor.pages import render_page

TEMPLATES = Path(__file__).parent / "templates"
COLUMNS = (*GIVEN, *(label.name for label in LABELS), "comment", "annotator", "pack")


def draw(
    *, benchmarks: Mapping[str, Path], responses: Mapping[str, Path], replies: int, seed: str
) -> list[Reply]:
    """`replies` first turns, as many of each system as can be and spread over its benchmarks, in blind order.

    A text that several systems say counts for each and comes once. The order within a system, and that of the
    pack, is that of sha256 over the seed and the reply's name. Raises InputError when there are fewer
    different replies than asked for.
    """
    found = read_replies(benchmarks, responses)
    if len(found) < replies:
        raise InputError(f"annotation.replies: {replies} were asked for and there are {len(found)}; lower it")
    queues = [
        _queue(system, [reply for reply in found.values() if system in reply.systems], seed)
        for system in sorted(responses)
    ]
    dealt = dict.fromkeys(name for row in zip_longest(*queues) for name in row if name is not None)
    chosen = sorted(list(dealt)[:replies], key=lambda name: _rank(seed, "order", name))
    return [found[name] for name in chosen]


def _queue(system: str, replies: Sequence[Reply], seed: str) -> list[str]:
    """The ids of a system's replies, one of each benchmark in turn."""
    by_benchmark: dict[str, list[Reply]] = {}
    for reply in replies:
        by_benchmark.setdefault(reply.benchmark, []).append(reply)
    for benchmark, found in by_benchmark.items():
        found.sort(key=lambda reply: _rank(seed, system, benchmark, reply.item.id))
    order = sorted(by_benchmark, key=lambda name: _rank(seed, system, name))
    rows = zip_longest(*(by_benchmark[name] for name in order))
    return [reply.reply_id for row in rows for reply in row if reply]


def _rank(*names: str) -> str:
    return hashlib.sha256(":".join(names).encode()).hexdigest()


def digest_of_pack(replies: Sequence[Reply]) -> str:
    """Names a pack: the same questions about the same texts in the same order, and nothing else."""
    return digest_of([[asdict(label) for label in LABELS], [reply.reply_id for reply in replies]])[:12]


def write_pack(
    *,
    benchmarks: Mapping[str, Path],
    responses: Mapping[str, Path],
    replies: int,
    seed: str,
    table: Path,
    page: Path,
    key: Path,
) -> None:
    """Write the CSV (COLUMNS; labels empty, or NOT_ASKED), the page, and the key.

    The key: {"pack": its digest, "replies": {reply_id: {"systems": [name], "benchmark", "id"}}}.
    """
    drawn = draw(benchmarks=benchmarks, responses=responses, replies=replies, seed=seed)
    digest = digest_of_pack(drawn)
    with atomic_open(table) as stream:
        stream.write("\ufeff")  # without it Excel takes UTF-8 for Windows-1252
        # ends of line as in RFC 4180: with a bare \n Python would leave a \r in a reply unquoted
        rows = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
        rows.writeheader()
        for reply in drawn:
            asked = reply.asked()
            unasked = {label.name: NOT_ASKED for label in LABELS if label.name not in asked}
            shown = {name: guarded(text) for name, text in reply.given().items()}
            rows.writerow(shown | unasked | {"pack": digest})
    origins = {
        reply.reply_id: {
            "systems": list(reply.systems),
            "benchmark": reply.benchmark,
            "id": reply.item.id,
        }
        for reply in drawn
    }
    write_json(key, {"pack": digest, "replies": origins})
    questions = [
        {**asdict(label), "examples": [asdict(one) for one in EXAMPLES[label.name]]} for label in LABELS
    ]
    shown_of = ("name", "question", "note", "answers", "examples")
    data = {
        "digest": digest,
        "labels": [{name: question[name] for name in shown_of} for question in questions],
        "replies": [{**reply.given(), "asked": reply.asked()} for reply in drawn],
    }
    context: dict[str, Any] = {
        "labels": questions,
        "count": len(drawn),
        "problem": PROBLEM,
        "hint": HINT,
        "asked_before": ASKED_BEFORE,
        "student": STUDENT,
    }
    write_text(
        page,
        render_page(
            TEMPLATES / "annotate.html.jinja",
            context,
            styles=[TEMPLATES / "annotate.css"],
            scripts=[TEMPLATES / "annotate_csv.js", TEMPLATES / "annotate.js"],
            data=data,
        ),
    )
