"""LoRA training: what it learns from, and one adapter for each run and seed.

Needs the training and validation rows and the base model. Makes systems/{run}-seed{seed}/: adapter/ (PEFT format),
training.json (facts), history.jsonl and training_time.json (measured). Checkpoints lie in checkpoints/, which is
no output: Snakemake would wipe it before a job that could go on from there. By name: `adapters` for all runs.
Not part of `all`: `preview_masks` writes training_preview/ and shows in the terminal, at each call, which tokens the
loss counts.
"""


rule render_training_preview:
    input:
        train="<results>/corpus/train.jsonl",
    output:
        page=report(
            "<results>/training_preview/index.html",
            caption="report/training_preview.rst",
            category="Training",
        ),
        text="<results>/training_preview/terminal.txt",
    log:
        "<logs>/render_training_preview.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        base_model=BASE_MODEL,
        max_length=shortest_max_length(),
        versions=versions_of("transformers", "trl"),
        code=code_of("render_training_preview"),
    message:
        "Render what training learns from"
    script:
        "../workflow_scripts/render_training_preview.py"


# Without an output, so that it shows the rows each time it is called.
rule preview_masks:
    input:
        page="<results>/training_preview/index.html",
        text="<results>/training_preview/terminal.txt",
    log:
        "<logs>/preview_masks.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        code=code_of("preview_masks"),
    message:
        "Show which tokens the loss counts"
    script:
        "../workflow_scripts/preview_masks.py"


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
