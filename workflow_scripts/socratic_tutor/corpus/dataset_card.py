"""The dataset card: from the report's numbers to Markdown with the hub's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from socratic_tutor.corpus.benchmarks import BENCHMARKS
from socratic_tutor.corpus.card_findings import findings
from socratic_tutor.corpus.cases import PARTS
from socratic_tutor.corpus.diversity import OPENING_WORDS, SELF_BLEU_TURNS
from socratic_tutor.corpus.human_turns import SETS
from socratic_tutor.corpus.overlap import ORDERS, TEXTS
from socratic_tutor.corpus.statistics import EXAMPLE_RULE
from socratic_tutor.corpus.verification import LONGEST_SENTENCE, LONGEST_WORD, WORDS
from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.hub_metadata import PROJECT_LICENSE, fenced_yaml
from socratic_tutor.markdown import code, fenced, prose, render, table
from socratic_tutor.records import Item

TEMPLATE = Path(__file__).parent / "templates" / "dataset_card.md.jinja"
TAGS = ["synthetic", "education", "math-tutoring", "socratic", "misconceptions", "k12"]
# The hub's categories: from this many rows on.
SIZES = (
    (1_000_000, "1M<n<10M"),
    (100_000, "100K<n<1M"),
    (10_000, "10K<n<100K"),
    (1_000, "1K<n<10K"),
    (0, "n<1K"),
)
TITLE = "Socratic math tutoring, K-12, synthetic"

FIELDS = {
    "id": "family and a digest of the row",
    "split": "train, validation or the benchmark's name",
    "messages": "the chat; in training it ends with the tutor's turn, in a benchmark with the student's",
    "reference": "the authored tutor turn to the last student turn",
    "grade_band": "K-2, 3-5, 6-8 or 9-12",
    "grade": "the grade in which the family is taught",
    "topic": "what the problem is about",
    "family": "the kind of problem",
    "misconception": "id of the wrong rule that the student follows; empty without one",
    "student_kind": "state of the student in the last turn",
    "move": "what the tutor's turn does",
    "problem": "the problem as the student reads it",
    "student_said": "the last student turn",
    "correct_answer": "the exact right answer, as text",
    "wrong_answer": "the student's answer where it is wrong",
    "answer_kind": "how to read both answers: fraction, time, expression, ...",
    "prompt_shows_answer": "whether problem, student or context state the right answer",
    "mission": "the lesson's aim in the prompt; empty where left out",
    "vocabulary": "the lesson's words in the prompt",
    "hint": "the prompt's hint at a likely mistake",
    "trace": "values on the right way, the answer not among them",
    "wrong_trace": "values on the student's way",
    "cues": "phrases that a turn on this misconception would use and a turn on a rival would not",
    "rivals": "other misconceptions of the family, with their cues",
    "also_explained_by": "rivals that give the same wrong answer; such problems are refused",
    "hint_of": "id of the misconception that the hint names",
    "turns": "student turns",
    "later": "what the student says next, whatever is replied (benchmark `pressure`)",
    "later_references": "the authored turns to these",
    "parameters": "digest of the problem's numbers",
    "phrasing": "digest of the tutor's wordings, numbers aside",
    "pair": "shared by two items about one problem (benchmark `contrast_pairs`)",
    "worded_by": "the model that worded `reference`; empty for an authored turn",
}

# Keys of `Misconception.source`: what they point to.
SOURCES = (
    (r"E\d", "E…", "Eedi, misconception ids"),
    (r"ML", "ML …", "MalruleLib (arXiv 2601.03217), names of rules"),
    (r"MaE\d", "MaE…", "MaE, Math Misconceptions for AI in Education, ids"),
    (r"H\d", "H…", "rows of TioSavich/hermes, a collection from the literature"),
    (r"BUG|STACK", "BUG, STACK", "catalogues of buggy rules (BUGGY, STACK)"),
    (r"CCSD|DS|PT|JL|CH", "CCSD, DS, PT, JL, CH", "teachers' sheets and textbooks"),
    (r"BR|PZ|SDAS", "BR, PZ, SDAS", "college pages on common errors"),
    (r"memory", "memory", "known from the literature, source not looked up"),
)


def card_text(
    found: dict[str, Any], examples: dict[str, Item], config: dict[str, Any], pictures: dict[str, str]
) -> str:
    """The whole card. found: see `statistics`. config: seed and corpus section. pictures: paths by name."""
    splits, spread = found["splits"], found["diversity"]
    context = {
        "front_matter": Markup(fenced_yaml(front_matter(found), "dataset card")),
        "title": TITLE,
        "train": splits["train"],
        "validation": splits["validation"],
        "composition": code_free(pictures["composition"]),
        "diversity_picture": code_free(pictures["diversity"]),
        "splits_table": splits_table(found),
        "worded_by": [f"{count(n)} by {model}" for model, n in splits["train"]["worded_by"].items()],
        "system_prompt": fenced(examples[next(iter(examples))].messages[0]["content"]) if examples else "",
        "fields_table": table(
            ["Field", "Type", "What it holds"],
            [[code(f.name), code(str(f.type)), _with_code(FIELDS[f.name])] for f in fields(Item)],
            left=3,
        ),
        "example_rule": EXAMPLE_RULE,
        "examples": [_example(kind, row) for kind, row in examples.items()],
        "parts": _listing(f"{high - low:.0%} {_drawn_from(name)}" for name, (low, high) in PARTS.items()),
        "words_allowed": f"{WORDS[0]} to {WORDS[1]}",
        "sentence_limits": _listing(f"{n} in {band}" for band, n in LONGEST_SENTENCE.items()),
        "word_limits": _listing(f"{n} in {band}" for band, n in LONGEST_WORD.items()),
        "rejections_table": rejections_table(found["rejected"]),
        "candidates": splits["train"]["rows"]
        + splits["validation"]["rows"]
        + sum(found["rejected"].values()),
        "bands_table": bands_table(found["train_by_band"]),
        "topics_table": topics_table(found["train_by_band"]),
        "held_out": found["held_out"],
        "held_out_sha256": code(found["held_out"]["sha256"]),
        "benchmarks_table": benchmarks_table(found["benchmarks"]),
        "overlap_table": overlap_table(found),
        "orders": ", ".join(map(str, ORDERS[:-1])) + f" or {ORDERS[-1]}",
        "order_columns": " / ".join(map(str, ORDERS)),
        "diversity_table": diversity_table(spread),
        "openings_table": table(
            [f"First {OPENING_WORDS} words", "Share of tutor turns"],
            [[o["words"], percent(o["share"])] for o in spread["all"]["openings"]],
        ),
        "self_bleu_turns": SELF_BLEU_TURNS,
        "human_sources": [
            {"name": s.name, "what": s.turns, "source": s.source, "licence": s.licence} for s in SETS.values()
        ],
        "human_date": spread["humans"]["measured"],
        "length_table": length_table(found),
        "limitations": findings(found),
        "sources_table": sources_table(splits["train"]["misconception"]),
        "settings": fenced(yaml.safe_dump(_shown(config), sort_keys=False, allow_unicode=True), "yaml"),
        "hashes_table": table(
            ["File", "sha256"], [[code(path), code(digest)] for path, digest in hashes(found)], left=2
        ),
        "licence": PROJECT_LICENSE,
    }
    return re.sub(r"\n{3,}", "\n\n", render(TEMPLATE, context))


def front_matter(found: dict[str, Any]) -> dict[str, Any]:
    """The hub's metadata: one config for training and validation, one for each benchmark."""
    rows = sum(split["rows"] for split in found["splits"].values())
    default = {
        "config_name": "default",
        "default": True,
        "data_files": [{"split": name, "path": f"{name}.jsonl"} for name in found["splits"]],
    }
    benchmarks = [
        {"config_name": name, "data_files": [{"split": "test", "path": f"benchmarks/{name}.jsonl"}]}
        for name in found["benchmarks"]
    ]
    return {
        "pretty_name": TITLE,
        "license": PROJECT_LICENSE,
        "language": ["en"],
        "multilinguality": ["monolingual"],
        "task_categories": ["text-generation"],
        "size_categories": [next(name for least, name in SIZES if rows >= least)],
        "source_datasets": ["original"],
        "annotations_creators": ["machine-generated"],
        "tags": TAGS,
        "configs": [default, *benchmarks],
    }


def percent(share: float) -> str:
    """One digit; a share above 0 never reads 0.0%."""
    return f"{share:.1%}" if share == 0 or share >= 0.0005 else "<0.1%"


def code_free(path: str) -> Markup:
    """A path of this workflow's own inside a Markdown link."""
    return Markup(path.replace(" ", "%20").replace("(", "%28").replace(")", "%29"))


def splits_table(found: dict[str, Any]) -> Markup:
    rows = [
        [
            name,
            code(f"{name}.jsonl"),
            count(split["rows"]),
            count(split["tutor_turns"]),
            *(count(split["turns"].get(str(n), 0)) for n in (1, 2, 3)),
        ]
        for name, split in found["splits"].items()
    ]
    return table(["Split", "File", "Rows", "Tutor turns", "One turn", "Two turns", "Three turns"], rows)


def bands_table(bands: dict[str, dict[str, Any]]) -> Markup:
    """Everything countable by band: size, variety, students, moves, turns."""
    total = sum(band["rows"] for band in bands.values())
    body: list[list[Any]] = [
        _row("rows", [band["rows"] for band in bands.values()], bold=True),
        ["share", *(percent(band["rows"] / total) for band in bands.values()), ""],
        _row("tutor turns", [band["tutor_turns"] for band in bands.values()]),
    ]
    for name in ("family", "misconception", "topic"):
        different = {value for band in bands.values() for value in band[name]}
        plural = {"family": "families"}.get(name, f"{name}s")
        body.append([plural, *(len(band[name]) for band in bands.values()), len(different)])
    for name, title in (("student_kind", "student"), ("move", "move"), ("turns", "student turns")):
        for value in sorted({value for band in bands.values() for value in band[name]}):
            label = Markup(f"{prose(title)}: {code(value)}")
            body.append(_row(label, [band[name].get(value, 0) for band in bands.values()]))
    return table(["Training rows", *(f"Grades {band}" for band in bands), "All"], body)


def _row(label: Any, values: Sequence[int], *, bold: bool = False) -> list[Any]:
    cells = [count(value) for value in (*values, sum(values))]
    return [label, *(Markup(f"**{cell}**") if bold else cell for cell in cells)]


def topics_table(bands: dict[str, dict[str, Any]]) -> Markup:
    body = [
        [f"Grades {band}", ", ".join(f"{topic} {count(n)}" for topic, n in counts["topic"].items())]
        for band, counts in bands.items()
    ]
    return table(["Band", "Rows by topic"], body, left=2)


def rejections_table(rejected: dict[str, int]) -> Markup | str:
    """Commonest first; "" when nothing was refused."""
    if not rejected:
        return ""
    commonest = sorted(rejected.items(), key=lambda pair: (-pair[1], pair[0]))
    return table(["Reason", "Candidates refused"], [[reason, count(n)] for reason, n in commonest])


def benchmarks_table(benchmarks: dict[str, dict[str, Any]]) -> Markup:
    bands = list(dict.fromkeys(band for b in benchmarks.values() for band in b["grade_band"]))
    body = [
        [
            code(name),
            b["new"],
            count(b["rows"]),
            count(b["tutor_turns"]),
            *(count(b["grade_band"].get(band, 0)) for band in bands),
        ]
        for name, b in benchmarks.items()
    ]
    return table(["Benchmark", "What is new", "Items", "Turns to answer", *bands], body, left=2)


def overlap_table(found: dict[str, Any]) -> Markup:
    def shares(by_order: dict[str, dict[str, int]], items: int) -> str:
        return " / ".join(f"{by_order[str(n)]['shared'] / items:.0%}" for n in ORDERS)

    measured = {"validation": found["validation_overlap"]}
    measured |= {name: b["overlap"] for name, b in found["benchmarks"].items()}
    body = [
        [
            code(name),
            percent(of["problem_exact"] / of["items"]),
            percent(of["problem_masked"] / of["items"]),
            *(shares(of[text], of["items"]) for text in TEXTS),
        ]
        for name, of in measured.items()
    ]
    head = ["Split", "Problem, exact", "Problem, but for numbers", "Problem", "Problem and student", "Tutor"]
    return table(head, body)


def diversity_table(spread: dict[str, Any]) -> Markup:
    """Ours as a whole, then each human set beside as many turns of ours."""
    columns: list[tuple[str, dict[str, Any]]] = [("This corpus", spread["all"])]
    for key, chosen in SETS.items():
        columns.append(("Sample of it", spread["as_many_as"][key]))
        columns.append((chosen.name, spread["humans"]["sets"][key]["figures"]))

    def both(name: str, digits: int) -> list[str]:
        return [f"{of[name]:.{digits}f} / {of['masked'][name]:.{digits}f}" for _, of in columns]

    def share(of: dict[str, Any]) -> list[float]:
        return [opening["share"] for opening in of["openings"]]

    body: list[list[Any]] = [
        ["Turns", *(count(of["turns"]) for _, of in columns)],
        ["Differ in more than numbers", *(percent(of["distinct_turns"] / of["turns"]) for _, of in columns)],
        ["Compression ratio ↓", *both("compression_ratio", 2)],
        ["Distinct-2 ↑", *both("distinct_2", 3)],
        ["Self-BLEU-4 ↓", *both("self_bleu_4", 3)],
        ["Commonest opening", *(percent(share(of)[0]) for _, of in columns)],
        [f"Commonest {len(share(spread['all']))} openings", *(percent(sum(share(of))) for _, of in columns)],
        ["Exactly one question mark", *(percent(of["one_question"]) for _, of in columns)],
        ["Words", *(_spread(of["words"]) for _, of in columns)],
        ["Reading grade", *(_spread(of["reading_grade"]) for _, of in columns)],
    ]
    return table(["Tutor turns", *(name for name, _ in columns)], body)


def length_table(found: dict[str, Any]) -> Markup:
    """A row for each band, then the human sets, whose variety does not compare with lists of another size."""
    rows = [
        [
            f"Grades {band}",
            count(of["turns"]),
            *(_spread(of[name]) for name in ("words", "reading_grade")),
            *(_spread(found["words"][band][name]) for name in ("problem", "student")),
            percent(of["distinct_turns"] / of["turns"]),
            f"{of['masked']['self_bleu_4']:.3f}",
        ]
        for band, of in found["diversity"]["bands"].items()
    ]
    for key, chosen in SETS.items():
        of = found["diversity"]["humans"]["sets"][key]["figures"]
        measured = [_spread(of["words"]), _spread(of["reading_grade"])]
        rows.append([chosen.name, count(of["turns"]), *measured, *["–"] * 4])
    head = [
        "",
        "Tutor turns",
        "Tutor, words",
        "Tutor, reading grade",
        "Problem, words",
        "Student, words",
        "Differ in more than numbers",
        "Self-BLEU-4, numbers masked ↓",
    ]
    return table(head, rows)


def sources_table(misconceptions: Iterable[str]) -> Markup:
    used = set(misconceptions)
    keys = [m.source for f in FAMILIES for m in f.misconceptions if m.id in used]
    body = []
    for pattern, shown, name in SOURCES:
        start = re.compile(rf"(?:^|[;,] ?)(?:{pattern})")
        if n := sum(bool(start.search(key)) for key in keys):
            body.append([code(shown), name, count(n)])
    return table(["Key", "Source", "Misconceptions"], body, left=2)


def hashes(found: dict[str, Any]) -> list[tuple[str, str]]:
    splits = [(f"{name}.jsonl", split["sha256"]) for name, split in found["splits"].items()]
    return [*splits, *((f"benchmarks/{name}.jsonl", b["sha256"]) for name, b in found["benchmarks"].items())]


def count(number: int) -> str:
    return f"{number:,}"


def _spread(points: dict[str, float] | None) -> str:
    return " / ".join(f"{value:g}" for value in points.values()) if points else "–"


def _listing(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _drawn_from(part: str) -> str:
    """Who draws from a part of the parameter spaces."""
    names = [name for name, b in BENCHMARKS.items() if b.plan.part == part and not b.plan.larger]
    if not names:
        return {"train": "training"}.get(part, part)
    return _listing(names) if len(names) < 3 else "most benchmarks"


def _shown(config: dict[str, Any]) -> dict[str, Any]:
    """The config without the address of a teacher's server, which is nobody else's business."""
    teacher = config["corpus"].get("teacher")
    if not teacher:
        return config
    hidden = {**teacher, "base_url": "http://your-server/v1"}
    return {**config, "corpus": {**config["corpus"], "teacher": hidden}}


def _with_code(text: str) -> Markup:
    """Escaped, with what stands between backticks as code."""
    parts = text.split("`")
    return Markup("".join(code(part) if i % 2 else prose(part) + _edge(part) for i, part in enumerate(parts)))


def _edge(part: str) -> str:
    return " " if part.endswith(" ") else ""


def _example(kind: str, row: Item) -> dict[str, Any]:
    """The chat without its system prompt, who speaks by name."""
    names = {"user": "Student", "assistant": "Tutor"}
    said = [(names[m["role"]], prose(m["content"])) for m in row.messages if m["role"] in names]
    return {"kind": kind, "row": row, "said": [("Problem and student", said[0][1]), *said[1:]]}
