"""Tens and ones of two-digit numbers."""

from __future__ import annotations

from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def digits(p: Parameters) -> dict[str, Any]:
    """Tens and ones of both numbers: `a` = 10`ta` + `oa`, `b` = 10`tb` + `ob`."""
    return {"ta": p.a // 10, "oa": p.a % 10, "tb": p.b // 10, "ob": p.b % 10}
