"""List the curriculum: `PYTHONPATH=workflow_scripts python -m socratic_tutor.curriculum --csv`."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter

from socratic_tutor.command_line import exit_status
from socratic_tutor.curriculum import FAMILIES, is_held_out

COLUMNS = ("id", "family", "grade_band", "grade", "topic", "ccss", "held_out")


def rows() -> list[tuple[str, ...]]:
    """One row per misconception, in the curriculum's order, by COLUMNS."""
    return [
        (m.id, f.id, f.grade_band, f.grade, f.topic, f.ccss, "yes" if is_held_out(f.id, m.id) else "no")
        for f in FAMILIES
        for m in f.misconceptions
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m socratic_tutor.curriculum", description=__doc__)
    parser.add_argument("--csv", action="store_true", help="every misconception as CSV; else counts by band")
    as_csv = parser.parse_args().csv
    return exit_status(lambda: show(as_csv=as_csv))


def show(*, as_csv: bool) -> None:
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows())
        return
    families = Counter(f.grade_band for f in FAMILIES)
    misconceptions = Counter(row[2] for row in rows())
    for band in families:
        print(f"{band:>5}: {families[band]:3} families, {misconceptions[band]:3} misconceptions")


if __name__ == "__main__":
    sys.exit(main())
