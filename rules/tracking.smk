"""MLflow, the index of the results.

Needs each system's answers, scores and metrics, and of trained systems the loss curve, the facts and the card.
Makes the store (mlflow/store.ready) and for each system tracked.json: complete, or pending until `snakemake track`
replays it. Training itself feeds the store from beside (workflow_scripts/train_adapter.py). No reproducible file
depends on anything made here. By name: `tracked` for all systems.
"""


# No training waits for the store, but with one there its curve can be watched from the first step.
rule create_tracking_store:
    output:
        ready="<results>/mlflow/store.ready",
    log:
        "<logs>/create_tracking_store.log",
    priority: 100
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        experiment=config["experiment"],
        code=code_of("create_tracking_store"),
    message:
        "Create the MLflow store"
    script:
        "../workflow_scripts/create_tracking_store.py"


def base_of_system(wildcards):
    """The base model of a system that has one, with what identifies its content."""
    return BASE_MODEL if wildcards.system in GENERATING else {}


rule track_system:
    input:
        **benchmark_files(),
        store=ancient("<results>/mlflow/store.ready"),
        train=if_trained("<results>/corpus/train.jsonl"),
        validation=if_trained("<results>/corpus/validation.jsonl"),
        responses="<results>/systems/{system}/responses.jsonl",
        scores="<results>/systems/{system}/scores.jsonl",
        metrics="<results>/systems/{system}/metrics.json",
        history=if_trained("<results>/systems/{system}/history.jsonl"),
        facts=if_trained("<results>/systems/{system}/training.json"),
        card=if_trained("<results>/systems/{system}/card/README.md"),
        # The picture is of all systems: a new run must not make every other one be tracked again.
        comparison=ancient("<results>/comparison/comparison.png"),
    output:
        tracked="<results>/systems/{system}/tracked.json",
    log:
        "<logs>/track_system/{system}.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        experiment=config["experiment"],
        sections=sections_of,
        benchmarks=BENCHMARKS,
        base_model=base_of_system,
        code=code_of("track_system"),
    message:
        "Track {wildcards.system} in MLflow"
    script:
        "../workflow_scripts/track_system.py"


rule tracked:
    input:
        of_systems("<results>/systems/{system}/tracked.json", SYSTEMS),


rule track:
    log:
        "<logs>/track.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        results=RESULTS,
        code=code_of("track"),
    message:
        "Replay what the MLflow store lacks"
    script:
        "../workflow_scripts/track.py"
