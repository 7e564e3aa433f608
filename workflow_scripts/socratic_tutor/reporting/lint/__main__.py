"""`python -m socratic_tutor.reporting.lint CARD.md` prints file:line: rule: what; status 1 for findings."""

from __future__ import annotations

import sys
from pathlib import Path

from socratic_tutor.reporting.lint import lint


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m socratic_tutor.reporting.lint CARD.md", file=sys.stderr)
        return 2
    path = Path(arguments[0])
    try:
        findings = lint(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    for finding in findings:
        print(f"{path}:{finding.line}: {finding.rule}: {finding.message}")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
