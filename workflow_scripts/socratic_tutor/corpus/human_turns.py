"""What human teachers' turns measure, by the code that measures ours: figures only, no text.

`human_turns.json` beside this file holds them. To measure again, from a folder with the files of SETS:

    PYTHONPATH=workflow_scripts python -m socratic_tutor.corpus.human_turns FOLDER DATE
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.diversity import diversity
from socratic_tutor.files import read_json, read_jsonl, sha256_of, write_json

FIGURES = Path(__file__).parent / "human_turns.json"
_TEACHER = re.compile(r"Teacher: *\((?:focus|probing)\) *(.+)", re.DOTALL)


def mathdial_turns(path: Path) -> list[str]:
    """The teachers' focus and probing turns of a MathDial file (JSONL), in order."""
    said = (turn for row in read_jsonl(path) for turn in row["conversation"].split("|EOM|"))
    found = (_TEACHER.fullmatch(turn.strip()) for turn in said)
    return [match.group(1).strip() for match in found if match]


def bridge_replies(path: Path) -> list[str]:
    """The experts' replies of a Bridge file (JSON), the messages of one reply joined."""
    replies = (" ".join(message["text"].strip() for message in row["c_r_"]) for row in read_json(path))
    return [reply for reply in replies if reply]


@dataclass(frozen=True)
class HumanSet:
    """A published set: where it is from, what of it is measured, and how it is read."""

    name: str
    file: str
    source: str
    licence: str
    turns: str
    read: Callable[[Path], list[str]]


SETS: dict[str, HumanSet] = {
    "mathdial": HumanSet(
        name="MathDial teachers",
        file="mathdial.jsonl",
        source="eth-nlped/mathdial @ b452be46, 353 dialogues of the test part",
        licence="CC BY-SA 4.0",
        turns="focus and probing turns",
        read=mathdial_turns,
    ),
    "bridge": HumanSet(
        name="Bridge experts",
        file="bridge.json",
        source="rosewang2008/bridge @ a5b1d426, 236 mistakes of the train part",
        licence="MIT",
        turns="expert replies",
        read=bridge_replies,
    ),
}


def measure(folder: Path) -> dict[str, dict[str, Any]]:
    """By set: the file's sha256 and the figures of its turns, without the openings' words.

    Raises InputError when a file is not there.
    """
    found: dict[str, dict[str, Any]] = {}
    for key, chosen in SETS.items():
        path = folder / chosen.file
        figures = diversity(chosen.read(path))
        figures["openings"] = [{"share": opening["share"]} for opening in figures["openings"]]
        found[key] = {"sha256": sha256_of(path), "figures": figures}
    return found


def human_figures() -> dict[str, Any]:
    """The committed figures: `measured` (a date) and `sets`, by key as in SETS."""
    return json.loads(FIGURES.read_text(encoding="utf-8"))


if __name__ == "__main__":
    write_json(FIGURES, {"measured": sys.argv[2], "sets": measure(Path(sys.argv[1]))})
