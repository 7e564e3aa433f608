"""The rates a card claims, from its tables and its prose.

Two kinds of table are read: a row for each metric with columns for rate, interval and n; and cells that hold
all three ("77.0 [67.8, 84.2] 77/100"), of which the column that the card is about comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PERCENT = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d+)?) ?%")
_RANGE = re.compile(r"[\[(] ?(\d{1,3}(?:\.\d+)?) ?%? ?(?:,|to|-|–) ?(\d{1,3}(?:\.\d+)?) ?%? ?[\])]")
_COUNTED = re.compile(r"(?<![\d/.])(\d+)(?: ?/ ?| of )(\d+)(?![\d/.])")
_SAMPLE = re.compile(r"\bn ?= ?(\d+)|\b(?:on|of|over|in) (\d+) (?:turns|items|samples|replies|responses)")
_CELL = re.compile(r"(?:>|<)?(\d{1,3}\.\d) ?\[([\d.]+), ([\d.]+)\] ?(\d+)/(\d+)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_MARKUP = re.compile(r"<br ?/?>|\*\*|[`\\]")

_METRIC_HEAD = re.compile(r"metric|measure|criterion|scorer", re.I)
_RATE_HEAD = re.compile(r"rate|score|value|result|%", re.I)
_INTERVAL_HEAD = re.compile(r"\bci\b|interval|confidence", re.I)
_N_HEAD = re.compile(r"^(?:n|samples?|items?|turns?|size|count)$", re.I)
_INTERVAL_WORDS = re.compile(r"interval|confidence|\bci\b|bound|level", re.I)


@dataclass(frozen=True)
class Claim:
    """One rate. rate, low, high: in percent, as printed; decimals: digits printed behind the rate's point.

    metric: the row's name, or the sentence it stands in. k, n: None where the card does not say.
    table: whether it stands in a table. own: False for the cells of other systems beside the card's own.
    """

    line: int
    metric: str
    rate: float
    decimals: int
    low: float | None
    high: float | None
    k: int | None
    n: int | None
    table: bool
    own: bool = True


def read_claims(lines: list[str]) -> list[Claim]:
    """Every rate in the lines (code blocks already blanked), in order."""
    claims: list[Claim] = []
    number = 0
    while number < len(lines):
        if lines[number].lstrip().startswith("|"):
            end = number
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            claims += _of_table(lines[number:end], number + 1)
            number = end
        elif lines[number].lstrip().startswith(">"):  # quoted: what a student or a tutor said is no claim
            number += 1
        else:
            claims += _of_prose(lines[number], number + 1)
            number += 1
    return claims


def cells(row: str) -> list[str]:
    """A table row's cells as plain text; an escaped bar is part of its cell."""
    parts = re.split(r"(?<!\\)\|", row.strip().strip("|"))
    return [" ".join(_MARKUP.sub(" ", part).split()) for part in parts]


def _of_table(rows: list[str], first: int) -> list[Claim]:
    head = cells(rows[0])
    columns = {
        name: next((place for place, title in enumerate(head) if pattern.search(title)), None)
        for name, pattern in (
            ("metric", _METRIC_HEAD),
            ("interval", _INTERVAL_HEAD),
            ("n", _N_HEAD),
        )
    }
    taken = set(columns.values())
    columns["rate"] = next(
        (p for p, title in enumerate(head) if p not in taken and _RATE_HEAD.search(title)), None
    )
    found = []
    for offset, row in enumerate(rows[2:], start=2):
        filled = cells(row)
        line = first + offset
        packed = [match for cell in filled if (match := _CELL.fullmatch(cell))]
        if packed:
            for place, cell in enumerate(packed):
                rate, low, high = map(float, cell.group(1, 2, 3))
                k, n = map(int, cell.group(4, 5))
                found.append(Claim(line, filled[0], rate, 1, low, high, k, n, True, own=place == 0))
        elif columns["metric"] is not None and columns["rate"] is not None and len(filled) >= len(head):
            found += _of_row(filled, columns, line)
    return found


def _of_row(filled: list[str], columns: dict[str, int | None], line: int) -> list[Claim]:
    def cell(name: str) -> str:
        place = columns[name]
        return filled[place] if place is not None else ""

    rate = _PERCENT.search(cell("rate"))
    if rate is None:
        return []
    bounds = [float(number) for number in _NUMBER.findall(cell("interval"))]
    low, high = bounds if len(bounds) == 2 else (None, None)
    n = _NUMBER.fullmatch(cell("n").replace(",", ""))
    counted = _COUNTED.search(cell("rate"))
    return [
        Claim(
            line,
            cell("metric"),
            float(rate.group(1)),
            len(rate.group(1).partition(".")[2]),
            low,
            high,
            int(counted.group(1)) if counted else None,
            int(counted.group(2)) if counted else int(n.group()) if n else None,
            True,
        )
    ]


def _of_prose(line: str, number: int) -> list[Claim]:
    found = []
    plain = " ".join(_MARKUP.sub(" ", line).split())
    sample = _SAMPLE.search(plain)
    n_of_line = int(sample.group(1) or sample.group(2)) if sample else None
    for rate in _PERCENT.finditer(plain):
        around = plain[max(0, rate.start() - 60) : rate.start()]
        after = plain[rate.end() : rate.end() + 60]
        inside = plain.rfind("[", 0, rate.start()) > plain.rfind("]", 0, rate.start())
        if inside or _INTERVAL_WORDS.search(around[-45:] + plain[rate.end() : rate.end() + 45]):
            continue
        interval, counted = _RANGE.search(after), _COUNTED.search(after) or _COUNTED.search(around)
        found.append(
            Claim(
                number,
                plain,
                float(rate.group(1)),
                len(rate.group(1).partition(".")[2]),
                float(interval.group(1)) if interval else None,
                float(interval.group(2)) if interval else None,
                int(counted.group(1)) if counted else None,
                int(counted.group(2)) if counted else n_of_line,
                False,
            )
        )
    return found
