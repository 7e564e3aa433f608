"""How far the second labels of labelled_turns agree with the first: prints kappa and the confusion table.

Run it as `PYTHONPATH=workflow_scripts python tests/scoring/second_opinion.py`.
"""

from __future__ import annotations

from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from socratic_tutor.files import read_jsonl

FOLDER = Path(__file__).parent / "labelled_turns"


def both_labels(metric: str) -> list[tuple[str, str]]:
    """(first, second) label of every turn that has both; a null on either side leaves the turn out."""
    first = {row["turn_id"]: row["labels"][metric] for row in read_jsonl(FOLDER / "turns.jsonl")}
    second = {row["turn_id"]: row["labels"][metric] for row in read_jsonl(FOLDER / "second_opinion.jsonl")}
    pairs = [(first[turn], label) for turn, label in second.items()]
    return [(str(one), str(two)) for one, two in pairs if one is not None and two is not None]


def print_agreement(metric: str) -> None:
    pairs = both_labels(metric)
    firsts, seconds = zip(*pairs, strict=True)
    classes = sorted({*firsts, *seconds})
    print(f"{metric}: n {len(pairs)}, kappa {cohen_kappa_score(firsts, seconds):.2f}")
    print(f"  {'first / second':<16}", *(f"{name:>10}" for name in classes), "kappa of the class")
    for name in classes:
        row = (pairs.count((name, other)) for other in classes)
        kappa = cohen_kappa_score([one == name for one in firsts], [two == name for two in seconds])
        print(f"  {name:<16}", *(f"{count:>10}" for count in row), f"{kappa:.2f}")


if __name__ == "__main__":
    for each in ("error_relevance", "scaffolding"):
        print_agreement(each)
