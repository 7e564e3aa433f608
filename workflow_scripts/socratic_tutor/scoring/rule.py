"""What every scorer shares: the `TurnScore`, and how applicability and empty replies are settled.

A scorer is written as `rule(item, text) -> (verdict, evidence)`. The decorator adds the two decisions
that must be the same everywhere:

* a metric that does not apply to the item gives None, whatever the reply;
* an empty reply is a failure and stays in the denominator: 0 for a metric where higher is better, 1
  for one that counts faults. (Were it 0 there too, a tutor that says nothing would have the best leak
  rate of all, and `answer_avoidance` would contradict `answer_leak`.)
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import NamedTuple

from socratic_tutor.records import Item
from socratic_tutor.scoring.metrics import APPLIES, BY_NAME

Verdict = tuple[bool | None, str]

_CONTROL = re.compile(r"<\|[^|>\n]{1,40}\|>|</?s>")

# For what several scorers ask of one turn: found once. Small, for turns come one after the other.
per_turn = lru_cache(maxsize=64)


class TurnScore(NamedTuple):
    """One metric of one turn: 1, 0, or None (not applicable), and what decided it."""

    metric: str
    value: int | None
    evidence: str


def scorer(
    name: str, *, empty: int | None = None
) -> Callable[[Callable[[Item, str], Verdict]], Callable[[Item, str], TurnScore]]:
    """Makes a rule the scorer of metric `name`; KeyError when the table does not list it.

    empty: value of an empty reply where it is not simply the failure (classes that exclude each other).
    """
    metric = BY_NAME[name]
    when_empty = int(not metric.higher_is_better) if empty is None else empty
    applies = APPLIES[metric.applies]

    def decorate(rule: Callable[[Item, str], Verdict]) -> Callable[[Item, str], TurnScore]:
        @per_turn
        @wraps(rule)
        def score(item: Item, text: str) -> TurnScore:
            if not applies(item):
                return TurnScore(name, None, f"applies to {metric.applies}; this one is {item.student_kind}")
            if says_nothing(text):
                verdict, evidence = rule(item, "")
                if verdict is None:
                    return TurnScore(name, None, evidence)
                return TurnScore(name, when_empty, "empty reply")
            verdict, evidence = rule(item, text)
            return TurnScore(name, None if verdict is None else int(verdict), evidence)

        return score

    return decorate


@per_turn
def says_nothing(text: str) -> bool:
    """Whether nothing is left but marks, blanks and a model's control tokens ("<|eot_id|>")."""
    return not any(map(str.isalnum, text)) or not any(map(str.isalnum, _CONTROL.sub("", html.unescape(text))))


def shorten(text: str, limit: int = 80) -> str:
    """One line of evidence: spaces collapsed, cut at `limit` characters."""
    flat = " ".join(text[: 4 * limit].split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
