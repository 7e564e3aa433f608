"""The embedded base model, trained from scratch by the project itself. Not part of `all`.

Needs the config section `base_training`. Makes results/base_model/ (`snakemake train_base_model`, about 90
minutes on two cores); `snakemake promote_base_model` copies it to resources/base_model/, whose manifest every
run then depends on. By name: `synthesize_base_documents`, `train_base_model`, `promote_base_model`.
"""


rule synthesize_base_documents:
    output:
        documents="results/base_model/documents.jsonl",
    log:
        "results/base_model/logs/synthesize_base_documents.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        seed=config["seed"],
        documents=config["base_training"]["documents"],
        code=code_of("synthesize_base_documents"),
    message:
        "Write the documents that the base model reads"
    script:
        "../workflow_scripts/synthesize_base_documents.py"


rule train_base_model:
    input:
        documents="results/base_model/documents.jsonl",
    output:
        manifest="results/base_model/manifest.json",
        config="results/base_model/config.json",
        weights="results/base_model/model.safetensors",
        tokenizer="results/base_model/tokenizer.json",
    log:
        "results/base_model/logs/train_base_model.log",
    conda:
        "../envs/workflow.yaml"
    threads: config["base_training"]["processes"] * config["base_training"]["threads"]
    resources:
        mem_mb=4000,
        runtime=240,
    params:
        seed=config["seed"],
        base_training=section("base_training"),
        facts=base_facts,
        versions=versions_of("torch", "transformers", "tokenizers"),
        code=code_of("train_base_model"),
    message:
        "Train the embedded base model"
    script:
        "../workflow_scripts/train_base_model.py"


rule promote_base_model:
    input:
        manifest="results/base_model/manifest.json",
    log:
        "results/base_model/logs/promote_base_model.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        code=code_of("promote_base_model"),
    message:
        "Copy results/base_model to resources/base_model"
    script:
        "../workflow_scripts/promote_base_model.py"
