"""A training whose store lies on a disk of its own that takes nothing more, while the results' disk does.

python full_disk.py RESULTS STEPS PAUSE: as a program, because a process that mounts must have no threads.
Exit code 77: mounting is not permitted here.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fake_training import end_normally, start
from trial import SYSTEM, loss_curve, track, write_system

import own_disk
from socratic_tutor import tracking


def main(results: Path, steps: int, pause: float) -> None:
    store, kept = results / "mlflow", results / "kept"
    store.rename(kept)
    try:
        own_disk.mount(store, 3)
    except OSError:
        sys.exit(77)
    shutil.copytree(kept, store, dirs_exist_ok=True)
    own_disk.fill(store)
    end_normally(start(results, steps, pause), results, calm=steps * pause)
    write_system(results)
    record = track(results)
    assert record["state"] == "pending", record
    print("reason:", record["reason"])
    (store / own_disk.BALLAST).unlink()
    for _ in range(2):
        state = tracking.replay(results=results)[SYSTEM]
        assert state["state"] == "complete", state["reason"]
        assert loss_curve(results) == [(step, 2.0 / step) for step in range(1, steps + 1)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
