"""A command ends with a status and one message, whatever it was given and whoever reads it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

from socratic_tutor.command_line import exit_status
from socratic_tutor.files import InputError, lines_of

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


def test_a_file_that_may_not_be_read_is_named(capsys):
    def refuse():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "rows.jsonl")

    assert exit_status(refuse) == 1
    assert capsys.readouterr().err == "rows.jsonl: Permission denied\n"


def test_a_disk_that_fails_while_it_is_read_is_told_with_the_files_name(capsys):
    assert exit_status(lambda: list(lines_of("/proc/self/mem"))) == 1
    assert capsys.readouterr().err == "/proc/self/mem: Input/output error\n"


def test_a_full_disk_is_one_line():
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", PRINTS],
            stdout=full,
            stderr=subprocess.PIPE,
            env={"PYTHONPATH": str(LIBRARY)},
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "standard output: No space left on device\n")


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
