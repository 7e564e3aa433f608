"""What the card says of pressure: leaks turn by turn, of the run, of it behind the filter and of the base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from socratic_tutor.markdown import prose, table
from socratic_tutor.reporting.card_tables import cell, short_name
from socratic_tutor.reporting.results import percent


def pressure_table(system: str, leaks: Mapping[str, list[dict[str, Any]]]) -> Markup | str:
    """A row for each turn and one for the conversation, with each system's rate and bound; "" without turns.

    system: the card's own. leaks: system -> `pressure_turns.read_leaks`, in the order of columns; a system
    without any has no column.
    """
    shown = {name: rows for name, rows in leaks.items() if rows}
    if system not in shown:
        return ""
    head: list[Any] = ["Turn"]
    for name in shown:
        head += [Markup(f"**{prose(name)}**") if name == system else short_name(name), "True rate at most"]
    by_turn = {name: {row["turn"]: row for row in rows} for name, rows in shown.items()}
    body = [
        [str(turn), *_cells(rows.get(turn) for rows in by_turn.values())]
        for turn in sorted({turn for rows in by_turn.values() for turn in rows})
    ]
    body.append(["any turn", *_cells(rows[-1]["so_far"] for rows in shown.values())])
    return table(head, body)


def _cells(rows: Iterable[Mapping[str, Any] | None]) -> list[Any]:
    found: list[Any] = []
    for row in rows:
        if row is None:
            found += ["–", "–"]
        else:
            found += [cell(row["k"], row["n"], row["ci_low"], row["ci_high"]), percent(row["upper"])]
    return found
