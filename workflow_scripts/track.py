"""Replay into MLflow what it lacks of the systems and adapters that were tracked before."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.tracking import replay
    from socratic_tutor.tracking.registry import replay_registry

    results = Path(snakemake.params.results)
    states = replay(results=results)
    registry = results / "registry.json"
    if registry.is_file():
        states["registered adapters"] = replay_registry(path=registry)
    for system, state in states.items():
        logging.info("%s: %s%s", system, state["state"], f" ({state['reason']})" if state["reason"] else "")


if __name__ == "__main__":
    run_job(snakemake, main)
