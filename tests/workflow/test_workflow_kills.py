"""One plain call brings the workflow back after any kill, with the same bytes and no orphan writing on."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from workflow_copy import ROOT, Workflow

from socratic_tutor.files import InputError
from socratic_tutor.job import _remedy, alone_on
from socratic_tutor.workflow_lock import needs_accelerator, only_looks, own_workflow

SNAKEFILE = """
import sys
from pathlib import Path

sys.path.insert(0, {library!r})
from socratic_tutor.files import InputError
from socratic_tutor.workflow_lock import own_workflow

if workflow.is_main_process and not workflow.output_settings.dryrun:
    try:
        own_workflow(Path(".snakemake"))
    except InputError as error:
        sys.exit(f"Error: {{error}}")

rule all:
    input: "results/second.txt"

rule first:
    output: "results/first.txt"
    log: "logs/first.log"
    params: seconds=1
    script: "write.py"

rule second:
    input: "results/first.txt"
    output: "results/second.txt"
    log: "logs/second.log"
    params: seconds=0
    script: "write.py"
"""

# Appends as training appends to its history: what a killed job left there must not be taken for a result.
SCRIPT = """
import os, time
from pathlib import Path
from socratic_tutor.job import run_job

def main(snakemake):
    from socratic_tutor.files import InputError, atomic_open

    if os.environ.get("BAD_INPUT"):
        raise InputError("rows.jsonl:3: no id\\nGive every row one.")
    if os.environ.get("BROKEN"):
        raise KeyError("seven")
    if os.environ.get("FULL"):
        with atomic_open(snakemake.output[0]) as stream, open("/dev/full", "w") as full:
            stream.write("half ")
            full.write("more")
    Path("pids").open("a").write(f"{os.getpid()}\\n")
    with atomic_open(snakemake.output[0]) as stream:
        stream.write("half ")
        stream.flush()
        time.sleep(snakemake.params.seconds)
        while os.environ.get("HOLD") and not Path("go").exists():
            time.sleep(0.1)
        stream.write("whole\\n")

run_job(snakemake, main)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = ROOT / "workflow_scripts"
    (tmp_path / "Snakefile").write_text(SNAKEFILE.format(library=str(library)), encoding="utf-8")
    (tmp_path / "write.py").write_text(
        f"import sys\nsys.path.insert(0, {str(library)!r})\n{SCRIPT}", encoding="utf-8"
    )
    profile = ROOT / "profiles" / "default" / "profile.yaml"
    (tmp_path / "profiles" / "default").mkdir(parents=True)
    (tmp_path / "profiles" / "default" / "profile.yaml").write_bytes(profile.read_bytes())
    return tmp_path


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "1", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wait_for(condition: Callable[[], object], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def writing(folder: Path) -> bool:
    return any(path.stat().st_size for path in (folder / "results").glob(".first.txt.*.tmp"))


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def terminate_then_kill(process: subprocess.Popen[str]) -> None:
    """What a cluster does at the end of the time it granted, to the process it knows: Snakemake alone."""
    process.terminate()
    time.sleep(0.5)
    process.terminate()
    time.sleep(0.5)
    assert process.poll() is None  # it waits for its job
    process.kill()


KILLS = {
    "whole group": lambda process: os.killpg(process.pid, signal.SIGKILL),
    "snakemake alone": lambda process: os.kill(process.pid, signal.SIGKILL),
    "ctrl-c": lambda process: os.killpg(process.pid, signal.SIGINT),
    "terminated group": lambda process: os.killpg(process.pid, signal.SIGTERM),
    "terminated, then killed": terminate_then_kill,
}


@pytest.mark.parametrize("kill", KILLS)
def test_a_plain_call_recovers(folder: Path, kill: str) -> None:
    process = start(folder, "all", HOLD="yes")
    wait_for(lambda: writing(folder))
    (pid,) = map(int, (folder / "pids").read_text(encoding="utf-8").split())
    KILLS[kill](process)
    process.communicate(timeout=180)
    wait_for(lambda: not alive(pid), seconds=30)
    assert not (folder / "results" / "first.txt").exists()
    again = start(folder, "all")
    output, _ = again.communicate(timeout=240)
    assert again.returncode == 0, output
    assert {path.name: path.read_text(encoding="utf-8") for path in (folder / "results").iterdir()} == {
        "first.txt": "half whole\n",
        "second.txt": "half whole\n",
    }


def test_terminated_alone_snakemake_ends_its_job_and_starts_no_other(folder: Path) -> None:
    process = start(folder, "all", HOLD="yes")
    wait_for(lambda: writing(folder))
    process.terminate()
    (folder / "go").touch()
    process.communicate(timeout=180)
    assert process.returncode == 1
    assert [path.name for path in (folder / "results").iterdir()] == ["first.txt"]
    again = start(folder, "all")
    output, _ = again.communicate(timeout=240)
    assert again.returncode == 0, output
    assert len((folder / "pids").read_text(encoding="utf-8").split()) == 2  # the finished job was kept


def test_a_second_run_is_refused_and_a_dry_run_is_not(folder: Path) -> None:
    first = start(folder, "all", HOLD="yes")
    wait_for(lambda: writing(folder))
    locks = sorted((folder / ".snakemake" / "locks").iterdir())
    assert locks
    second = start(folder, "all")
    output, _ = second.communicate(timeout=180)
    assert second.returncode == 1
    assert f"a snakemake is already running here (process {first.pid})" in output
    looking = start(folder, "-n", "all")
    output, _ = looking.communicate(timeout=180)
    assert looking.returncode == 0, output
    assert sorted((folder / ".snakemake" / "locks").iterdir()) == locks
    (folder / "go").touch()
    first.communicate(timeout=180)
    assert first.returncode == 0


def test_bad_input_is_explained_in_the_terminal_and_in_the_log(folder: Path) -> None:
    process = start(folder, "all", BAD_INPUT="yes")
    output, _ = process.communicate(timeout=180)
    assert process.returncode == 1
    assert "rows.jsonl:3: no id\nGive every row one.\n" in output
    assert "Traceback" not in output
    assert (folder / "logs" / "first.log").read_text(
        encoding="utf-8"
    ) == "rows.jsonl:3: no id\nGive every row one.\n"


def test_a_defect_leaves_its_traceback_in_the_log(folder: Path) -> None:
    process = start(folder, "all", BROKEN="yes")
    output, _ = process.communicate(timeout=180)
    assert process.returncode == 1
    assert "first: KeyError: 'seven'\nThe traceback is in logs/first.log" in output
    assert "Traceback" in (folder / "logs" / "first.log").read_text(encoding="utf-8")


def test_a_full_disk_is_named_and_with_room_a_plain_call_goes_on(folder: Path) -> None:
    process = start(folder, "all", FULL="yes")
    output, _ = process.communicate(timeout=180)
    assert process.returncode == 1
    assert "first: no space left on the disk of results\nHalf-written files are removed;" in output
    assert "Traceback" not in output
    assert not list(folder.glob("results/*")) + list(folder.glob("results/.*"))
    again = start(folder, "all")
    output, _ = again.communicate(timeout=240)
    assert again.returncode == 0, output


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "Free some space, then give the same command again."),
        (errno.EROFS, "Get the right to write there, or use another folder: --directory elsewhere."),
        (errno.EACCES, "Get the right to write there, or use another folder: --directory elsewhere."),
        (errno.EIO, "Mend that, or use another folder: --directory elsewhere."),
    ],
)
def test_where_nothing_can_be_written_no_job_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, advice: str
) -> None:
    state = tmp_path / ".snakemake"

    def refuse(**_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(InputError) as caught:
        own_workflow(state)
    why = f"{state}: cannot be written to ({os.strerror(number)})"
    assert str(caught.value) == f"{why}\nNo job was started. {advice}"


def test_checkpoints_are_no_output_that_snakemake_would_remove(finished: Workflow) -> None:
    summary = finished.snakemake("--summary")
    outputs = [line.split("\t")[0] for line in summary.stdout.splitlines()]
    assert "results/default/systems/rank-4-seed1/training.json" in outputs
    assert not [output for output in outputs if "checkpoints" in output]


def test_two_jobs_never_write_one_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = Path("a.txt")
    leftover = Path(".a.txt.123.tmp")
    with alone_on([output]):
        leftover.touch()
        with (
            pytest.raises(InputError, match=r"a\.txt: another process still writes"),
            alone_on([output], 0.1),
        ):
            pass
        assert leftover.exists()
    with alone_on([output]):
        assert not leftover.exists()


@pytest.mark.parametrize(
    ("arguments", "looks"),
    [
        (["--rulegraph", "mermaid-js"], True),
        (["--report", "report.html"], True),
        (["all", "--report", "report.html", "--report-after-run"], False),
        (["--cores", "1", "all"], False),
    ],
)
def test_calls_that_only_look_are_told_apart(arguments: list[str], looks: bool) -> None:
    assert only_looks(arguments) is looks


@pytest.mark.parametrize(
    ("arguments", "needs"),
    [
        (["--cores", "1"], True),
        (["--cores", "1", "all", "preview_masks"], True),
        (["--cores", "1", "preview_masks"], False),
        (["--cores", "1", "export_merged"], False),
    ],
)
def test_calls_that_load_no_base_in_four_bits_are_told_apart(arguments: list[str], needs: bool) -> None:
    assert needs_accelerator(arguments) is needs


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("results/x/scores.jsonl:5: not a JSON object (Expecting value at column 1)", True),
        ("results/x/scores.jsonl: ideal_turn of 'a': no score.\nScore the responses again.", False),
        ("results/x/annotation/labels/ana.csv:2: answer_leak is 'perhaps'", False),
        ("mrbench.json:7: row 1: holds no tutors' replies", False),
        ("evaluation.level is 3", False),
    ],
)
def test_of_a_broken_file_that_the_workflow_made_it_is_said_what_to_do(message: str, says: bool) -> None:
    files = ["results/x/scores.jsonl", "results/x/annotation/labels/ana.csv", "mrbench.json"]
    assert ("delete it" in _remedy(message, SimpleNamespace(input=files))) == says
