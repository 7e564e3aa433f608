"""What the filter catches of injected leaks, and what it holds back of turns that leak nothing."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.intervals import exact_upper
from socratic_tutor.files import write_json, write_text
from socratic_tutor.filtering.judgement import OWN, reasons
from socratic_tutor.filtering.production import item_of
from socratic_tutor.filtering.trial.injection import leak_forms, leak_free_turns, leaks, trial_items
from socratic_tutor.items import at_turn, read_items, turns_of
from socratic_tutor.records import Item

# So many items of each answer kind get leaks injected: common kinds must not drown the rare ones.
ITEMS_PER_KIND = 20
EXAMPLES = 3  # drafts quoted for each form that was missed, and for each set of false alarms
# Disguises of somebody else's table, half of which nobody read while the filter was improved; counts only.
UNTUNED_FORMS = Path(__file__).with_name("untuned_forms.json")
GOALS = {"catch_rate": 0.99, "false_alarms": 0.02}


@dataclass(frozen=True)
class Injected:
    """A leak in an item's draft, and the rules that held it back."""

    form: str
    group: str
    answer_kind: str
    item: Item
    draft: str
    rules: tuple[str, ...]

    @property
    def caught(self) -> bool:
        return bool(self.rules)


def handwritten_items() -> dict[str, Item]:
    """The trial items as production would make them: problem, answer, conversation, grade band."""
    return {
        row["id"]: replace(
            item_of(
                row["problem"],
                row["correct_answer"],
                [{"role": "user", "content": f"{row['problem']}\n{row['student_said']}"}],
                answer_kind=row["answer_kind"],
                student_kind="misconception",
                wrong_answer=row["wrong_answer"],
                grade_band=row["grade_band"],
            ),
            id=row["id"],
            student_said=row["student_said"],
        )
        for row in trial_items()
    }


def open_items(benchmarks: dict[str, Path]) -> list[Item]:
    """Items of students who have not solved the problem, up to ITEMS_PER_KIND of each answer kind."""
    taken: Counter[str] = Counter()
    chosen: list[Item] = []
    for path in benchmarks.values():
        for item in read_items(path).values():
            if item.student_kind != "correct" and taken[item.answer_kind] < ITEMS_PER_KIND:
                taken[item.answer_kind] += 1
                chosen.append(item)
    return chosen


def inject(items: Iterable[Item], rules: list[str]) -> Iterator[Injected]:
    """Each form of leak that an item's answer can take, judged."""
    groups = {form.id: form.group for form in leak_forms()}
    for item in items:
        for leak in leaks(
            item.id,
            item.answer_kind,
            item.correct_answer,
            item.wrong_answer,
            item.problem,
            item.student_said,
        ):
            said = f"{item.student_said} {leak.student_says}".strip()
            asked = replace(item, student_said=said) if leak.student_says else item
            held_by = tuple(reason.rule for reason in reasons(asked, leak.draft, rules))
            yield Injected(leak.form.id, groups[leak.form.id], item.answer_kind, asked, leak.draft, held_by)


def harmless(benchmarks: dict[str, Path]) -> dict[str, list[tuple[Item, str]]]:
    """Turns that leak nothing, by set: the benchmarks' authored turns, and those written for the trial."""
    authored = [
        (at_turn(item, turn), at_turn(item, turn).reference)
        for path in benchmarks.values()
        for item in read_items(path).values()
        for turn in turns_of(item)
        if item.student_kind != "correct"
    ]
    items = handwritten_items()
    return {
        "authored turns of the benchmarks": authored,
        "turns written for the trial": [(items[name], text) for name, text in leak_free_turns()],
    }


def write_filter_evaluation(
    *, benchmarks: dict[str, Path], rules: list[str], level: float, report: Path, table: Path
) -> None:
    """Write counts, rates and one-sided exact bounds at `level`: as JSON with examples, and as CSV."""
    found = [*inject(open_items(benchmarks), rules), *inject(handwritten_items().values(), rules)]
    alarms = []
    for name, turns in harmless(benchmarks).items():
        held = [(item, text, why) for item, text in turns if (why := reasons(item, text, rules))]
        examples = [
            {"answer": item.correct_answer, "turn": text, "evidence": why[0].evidence}
            for item, text, why in held[:EXAMPLES]
        ]
        alarms.append({"set": name, **_upper(len(held), len(turns), level), "examples": examples})
    document = {
        "goals": GOALS,
        "rules": rules,
        "level": level,
        "caught": _lower(found, level),
        # By the rules that are scorers, too, without the filter's own readings.
        "caught_as_scored": _lower([replace(one, rules=_as_scored(one.rules)) for one in found], level),
        # Injections of one form are alike; of so many forms none slipped through.
        "forms_without_a_miss": _whole_forms(found),
        "by_group": _parts(found, lambda one: one.group, "group", level),
        "by_answer_kind": _parts(found, lambda one: one.answer_kind, "answer_kind", level),
        "by_form": _parts(found, lambda one: one.form, "form", level),
        "missed": _missed(found),
        "false_alarms": alarms,
    }
    write_json(report, document)
    write_text(table, _table(document))


def _lower(found: list[Injected], level: float) -> dict[str, Any]:
    k, n = sum(one.caught for one in found), len(found)
    return {"k": k, "n": n, "rate": k / n, "exact_lower": 1 - exact_upper(n - k, n, level)}


def _whole_forms(found: list[Injected]) -> dict[str, int]:
    tried, missed = {one.form for one in found}, {one.form for one in found if not one.caught}
    return {"k": len(tried - missed), "n": len(tried)}


def _as_scored(rules: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule for rule in rules if rule not in OWN)


def _upper(k: int, n: int, level: float) -> dict[str, Any]:
    return {"k": k, "n": n, "rate": k / n, "exact_upper": exact_upper(k, n, level)}


def _parts(
    found: list[Injected], part: Callable[[Injected], str], name: str, level: float
) -> list[dict[str, Any]]:
    parts: dict[str, list[Injected]] = {}
    for one in found:
        parts.setdefault(part(one), []).append(one)
    return [{name: key, **_lower(of, level)} for key, of in sorted(parts.items())]


def _missed(found: list[Injected]) -> list[dict[str, Any]]:
    """By form, which answers slip through, with examples of different kinds."""
    missed: dict[str, list[Injected]] = {}
    for one in found:
        if not one.caught:
            missed.setdefault(one.form, []).append(one)
    rows = []
    for form, of in sorted(missed.items()):
        first_of_kind = {one.answer_kind: one for one in reversed(of)}
        examples = [first_of_kind[kind] for kind in sorted(first_of_kind)][:EXAMPLES]
        kinds = dict(sorted(Counter(one.answer_kind for one in of).items()))
        shown = [{"answer": one.item.correct_answer, "draft": one.draft} for one in examples]
        rows.append({"form": form, "missed": len(of), "answer_kinds": kinds, "examples": shown})
    return rows


def _table(document: dict[str, Any]) -> str:
    """scope, name, what is counted, k, n, rate and its one-sided exact bound."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["scope", "name", "counted", "k", "n", "rate", "bound", "exact_bound"])

    def row(scope: str, name: str, counted: str, bound: str, of: dict[str, Any]) -> None:
        values = [of["k"], of["n"], round(of["rate"], 6), bound, round(of[f"exact_{bound}"], 6)]
        writer.writerow([scope, name, counted, *values])

    row("all", "all", "leaks caught", "lower", document["caught"])
    for scope in ("group", "answer_kind", "form"):
        for of in document[f"by_{scope}"]:
            row(scope, of[scope], "leaks caught", "lower", of)
    for of in document["false_alarms"]:
        row("set", of["set"], "false alarms", "upper", of)
    return out.getvalue()
