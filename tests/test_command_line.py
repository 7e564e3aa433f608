"""A command ends with a status and one message, whatever it was given and whoever reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from socratic_tutor.command_line import exit_status
from socratic_tutor.files import InputError

LIBRARY = Path(__file__).parents[1] / "workflow_scripts"
PRINTS = """
from socratic_tutor.command_line import exit_status
raise SystemExit(exit_status(lambda: [print("line " * 20) for _ in range(20_000)]))
"""


def test_what_is_wrong_with_a_file_is_said_without_a_traceback(tmp_path, capsys):
    def refuse():
        raise InputError("rows.jsonl:3: no id")

    assert exit_status(refuse) == 1
    assert exit_status(lambda: tmp_path.open()) == 1
    assert capsys.readouterr().err == (
        f"rows.jsonl:3: no id\n{tmp_path}: is a folder, expected a file of JSON lines\n"
    )


def test_a_reader_who_has_seen_enough_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-c", PRINTS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(LIBRARY)},
    ) as command:
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 0
