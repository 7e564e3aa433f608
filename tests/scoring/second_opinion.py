"""How far the author of a turn and readers of `codebook.md` agree on `scaffolding`.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/second_opinion.py

`second_labels.csv` has three labels of a turn and the one that stands in its folder: the majority's.
`labelled_turns/stricter_labels.csv` has those of two readers by a stricter reading, which was not kept.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from sklearn.metrics import cohen_kappa_score

from scoring.agreement import FOLDER, judged

SECOND_LABELS = Path(__file__).with_name("second_labels.csv")
STRICTER = FOLDER / "stricter_labels.csv"


def second_labels() -> pd.DataFrame:
    """folder, turn_id, author, second, third, label; "" where no two of three agree."""
    return pd.read_csv(SECOND_LABELS, keep_default_na=False)


def print_second_labels() -> None:
    found = second_labels()
    for name, rows in [("all", found), *found.groupby("folder")]:
        again = cohen_kappa_score(rows["second"], rows["third"])
        authors = cohen_kappa_score(rows["author"], rows["label"])
        changed = (rows["author"] != rows["label"]).sum()
        print(f"{name:20} n {len(rows):4}, changed {changed:3}, ", end="")
        print(f"kappa {again:.2f} of second and third, {authors:.2f} of author and label")


def print_stricter_labels() -> None:
    found = pd.read_csv(STRICTER, index_col="turn_id")
    scored = {row.turn_id: row.found for row in judged() if row.metric == "scaffolding"}
    both = found[found["one"] == found["other"]]
    scorers = cohen_kappa_score(both["one"], [scored[turn] for turn in both.index])
    between = cohen_kappa_score(found["one"], found["other"])
    specific = (both["one"] == "specific").sum()
    print(f"stricter: n {len(found)}, kappa {between:.2f} of the two, who label {len(both)} alike, ", end="")
    print(f"{specific} of them specific; kappa {scorers:.2f} of these and the scorers")


if __name__ == "__main__":
    print_second_labels()
    print_stricter_labels()
