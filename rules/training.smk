"""LoRA training: one adapter for each run and seed.

Needs the training and validation rows and the base model. Makes systems/{run}-seed{seed}/: adapter/ (PEFT format),
training.json (facts), history.jsonl and training_time.json (measured). Checkpoints lie in checkpoints/, which is
no output: Snakemake would wipe it before a job that could go on from there. By name: `adapters` for all runs.
"""


rule train_adapter:
    input:
        train="<results>/corpus/train.jsonl",
        validation="<results>/corpus/validation.jsonl",
    output:
        config="<results>/systems/{system}/adapter/adapter_config.json",
        weights="<results>/systems/{system}/adapter/adapter_model.safetensors",
        template="<results>/systems/{system}/adapter/chat_template.jinja",
        tokenizer="<results>/systems/{system}/adapter/tokenizer.json",
        tokenizer_config="<results>/systems/{system}/adapter/tokenizer_config.json",
        facts="<results>/systems/{system}/training.json",
        history="<results>/systems/{system}/history.jsonl",
        timings="<results>/systems/{system}/training_time.json",
    log:
        "<logs>/train_adapter/{system}.log",
    wildcard_constraints:
        system="|".join(map(re.escape, TRAINED)),
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=4000,
        runtime=240,
        gpu=GPUS,
    params:
        seed=training_seed,
        base_model=BASE_MODEL,
        training=training_param,
        versions=versions_of("torch", "transformers", "trl", "peft"),
        code=code_of("train_adapter"),
    message:
        "Train the adapter of {wildcards.system}"
    script:
        "../workflow_scripts/train_adapter.py"


rule adapters:
    input:
        of_systems(rules.train_adapter.output.weights, TRAINED),
