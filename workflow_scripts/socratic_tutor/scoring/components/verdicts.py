"""What a component's probability cannot decide by itself: replies that say nothing, and its other reading.

    settled({"guidance.strict": 1, "guidance.lenient": 0}, "Draw it.")   # lenient is 1 as well

Calibration settles what cross-validated weights say by the same rules, so that its figures are of the
verdicts that are given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from socratic_tutor.scoring.components.features import content_words, numbers, read_text

# What people judge of a reply that refers to something. Moves are not among them: people call "Why?" probing.
OF_CONTENT = ("error_identified", "error_located", "guidance", "actionable")
NOTHING_SAID = "no word of content, no number"
EVEN_STRICTLY = "the strict reading finds it"

_FILLERS = frozenset(("yes", "yeah", "yep", "nope", "okay", "hmm"))
_FORMULA = re.compile(r"[=<>≤≥≠+×÷√π∞]")
_ASKS_IN_WORDS = re.compile(r"\b(?:what|how|why|which|where|when|who)\b[^.?!]*\?", re.IGNORECASE)


def says_nothing(reply: str) -> bool:
    """Whether it holds no word of content, no number and no formula: "?", "b", "No.", "Is it?"."""
    text = read_text(reply)
    return not (content_words(text) - _FILLERS or numbers(text) or _FORMULA.search(text))


def has_none(name: str, reply: str) -> bool:
    """Whether a reply cannot have the component `name` since it says nothing.

    No reply of MRBench is so short, and weights that were fitted to longer ones say anything of these. One
    that asks in words ("Why?") may be acted upon.
    """
    scorer = name.partition(".")[0]
    asks = scorer == "actionable" and _ASKS_IN_WORDS.search(read_text(reply)) is not None
    return scorer in OF_CONTENT and not asks and says_nothing(reply)


def strict_of(name: str) -> str | None:
    """ "guidance.lenient" -> "guidance.strict"; None for what has no such reading."""
    scorer, _, reading = name.partition(".")
    return f"{scorer}.strict" if reading == "lenient" else None


def settled(verdicts: Mapping[str, int], reply: str) -> dict[str, tuple[int, str]]:
    """Each component's verdict as it is given, with the rule that changed it or "".

    verdicts: component -> 1 or 0, as its weights have it. What people call "Yes" they call at least "To some
    extent", so that a strict 1 is a lenient one as well, where both are given.
    """
    found: dict[str, tuple[int, str]] = {}
    for name, value in verdicts.items():
        strict = strict_of(name)
        if has_none(name, reply):
            found[name] = 0, NOTHING_SAID if value else ""
        elif not value and strict is not None and verdicts.get(strict) == 1:
            found[name] = 1, EVEN_STRICTLY
        else:
            found[name] = value, ""
    return found
