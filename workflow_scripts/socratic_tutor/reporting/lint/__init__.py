"""Does a model card contradict itself? A linter for any card in the hub's format, ours and other people's.

    PYTHONPATH=workflow_scripts python -m socratic_tutor.reporting.lint README.md

card.py and claims.py read a card; numbers.py, snippets.py and statements.py hold the rules on rates, on code
and on metadata and prose. Every card that the workflow renders must come out clean.
"""

from __future__ import annotations

from socratic_tutor.reporting.lint.card import Card, Finding, read_card
from socratic_tutor.reporting.lint.numbers import NUMBER_RULES
from socratic_tutor.reporting.lint.snippets import SNIPPET_RULES
from socratic_tutor.reporting.lint.statements import STATEMENT_RULES

__all__ = ["Card", "Finding", "lint"]

RULES = (*NUMBER_RULES, *SNIPPET_RULES, *STATEMENT_RULES)


def lint(text: str) -> list[Finding]:
    """Everything wrong with the card, in the order of its lines; empty for a sound one."""
    card = read_card(text)
    return sorted((finding for rule in RULES for finding in rule(card)), key=lambda f: (f.line, f.rule))
