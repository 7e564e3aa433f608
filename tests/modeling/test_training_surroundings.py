"""An adapter's bytes depend on what it is made from, and on nothing around the process that makes it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_adapter import arguments, digests

pytestmark = pytest.mark.slow  # each is a process of its own, with all its imports

RUN = """
import json, os, sys
os.umask(int(sys.argv[2], 8))
call = json.loads(sys.argv[1])
from pathlib import Path
from socratic_tutor.modeling.adapter import train_adapter
paths = ("train", "validation", "adapter", "facts", "history", "timings", "checkpoints")
train_adapter(**{key: Path(value) if key in paths else value for key, value in call.items()})
"""

# environment, umask, folder (relative to the test's)
SURROUNDINGS = {
    "as it is": ({}, "022", "."),
    "hash seed 0": ({"PYTHONHASHSEED": "0"}, "022", "."),
    "hash seed 4711": ({"PYTHONHASHSEED": "4711"}, "022", "."),
    "time zone": ({"TZ": "Pacific/Chatham"}, "022", "."),
    "locale": ({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}, "022", "."),
    "umask": ({}, "077", "."),
    "folder": ({}, "022", "a folder with spaces/é"),
    "home and temporary folder": ({"HOME": "elsewhere", "TMPDIR": "elsewhere"}, "022", "."),
    "threads": ({"OMP_NUM_THREADS": "2", "MKL_NUM_THREADS": "2"}, "022", "."),
    "unoptimised imports": ({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "1"}, "022", "."),
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_no_byte(
    name: str, calm: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    environment, umask, folder = SURROUNDINGS[name]
    (tmp_path / "elsewhere").mkdir()
    changed = {k: str(tmp_path / v) if v == "elsewhere" else v for k, v in environment.items()}
    out = tmp_path / folder
    out.mkdir(parents=True, exist_ok=True)
    call = json.dumps(arguments(tiny_base, chats, out), default=str)
    done = subprocess.run(
        [sys.executable, "-c", RUN, call, umask],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changed},
        cwd=out,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert digests(out) == digests(calm)
