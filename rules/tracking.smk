"""MLflow, the index of the results.

Needs each system's answers, scores and metrics, and of trained systems the loss curve, the facts and the card.
Makes the store (mlflow/store.ready), for each system tracked.json, and for the adapters registry.json: complete,
or pending until `snakemake track` replays it. Training itself feeds the store from beside
(workflow_scripts/train_adapter.py). No reproducible file depends on anything made here. By name: `tracked` for all
systems and the registry.
"""


# Before anything else, so that the first training can be watched. Nothing depends on it: a job that finds no store
# makes it, and a marker taken as ancient() would hide from Snakemake that a job behind it has changed as well.
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


rule track_system:
    input:
        **benchmark_files(),
        train=if_trained("<results>/corpus/train.jsonl"),
        validation=if_trained("<results>/corpus/validation.jsonl"),
        responses="<results>/systems/{system}/responses.jsonl",
        scores="<results>/systems/{system}/scores.jsonl",
        metrics="<results>/systems/{system}/metrics.json",
        breakdowns="<results>/systems/{system}/breakdowns.json",
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
        tags=tags_of,
        code=code_of("track_system"),
    message:
        "Track {wildcards.system} in MLflow"
    script:
        "../workflow_scripts/track_system.py"


rule register_models:
    input:
        **benchmark_files(),
        adapters=expand(
            "<results>/systems/{system}/adapter/{file}",
            system=TRAINED,
            file=[
                "adapter_config.json",
                "adapter_model.safetensors",
                "chat_template.jinja",
                "tokenizer.json",
                "tokenizer_config.json",
            ],
        ),
        tracked=of_systems("<results>/systems/{system}/tracked.json", TRAINED),
        scores=of_systems("<results>/systems/{system}/scores.jsonl", ["base", *TRAINED]),
    output:
        registry="<results>/registry.json",
    log:
        "<logs>/register_models.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        experiment=config["experiment"],
        runs=TRAINED,
        benchmarks=BENCHMARKS,
        level=config["evaluation"]["level"],
        code=code_of("register_models"),
    message:
        "Register the adapters in MLflow"
    script:
        "../workflow_scripts/register_models.py"


rule tracked:
    input:
        rules.create_tracking_store.output,
        of_systems("<results>/systems/{system}/tracked.json", SYSTEMS),
        rules.register_models.output,


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
