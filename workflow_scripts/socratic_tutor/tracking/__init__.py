"""The index of results in MLflow; results on disk stay the truth.

`create_store` runs first, for the store to be there when the first training begins. While a training goes on,
`live` (a process beside it) feeds its loss curve. `track_system` puts one finished system into the store and
always succeeds: it says in `tracked.json` whether the store holds everything ("complete") or not yet
("pending", with a reason). `registry.register_models` does the same with all adapters as versions of a
registered model, in `registry.json`. `replay` completes what is missing, any number of times.

    create_store(folder=results/{exp}/mlflow, experiment={exp}, ready=.../store.ready)
    track_system(system=..., store=results/{exp}/mlflow, experiment={exp}, sections={...},
                 metrics=.../metrics.json, history=.../history.jsonl | None, facts=.../training.json | None,
                 artifacts=[.../card/README.md, .../comparison/comparison.png], out=.../tracked.json, ...)
    replay(results=results/{exp})

Only this package imports mlflow, and only it reads MLFLOW_TRACKING_URI (which replaces the local store).
"""

from socratic_tutor.tracking.requests import replay, track_system
from socratic_tutor.tracking.store import create_store

__all__ = ["create_store", "replay", "track_system"]
