"""Adapters merged into their base, for tools that read plain models only. Not part of `all`.

Needs an adapter with its tokenizer, the validation rows and the base in full precision. Makes systems/{system}/merged/:
a model folder in Hugging Face layout, and merge_report.json (how far its logits are from base + adapter).
By name: `export_merged` for all runs.
"""


rule merge_adapter:
    input:
        validation="<results>/corpus/validation.jsonl",
        adapter="<results>/systems/{system}/adapter/adapter_model.safetensors",
        adapter_config="<results>/systems/{system}/adapter/adapter_config.json",
        template="<results>/systems/{system}/adapter/chat_template.jinja",
        tokenizer="<results>/systems/{system}/adapter/tokenizer.json",
        tokenizer_config="<results>/systems/{system}/adapter/tokenizer_config.json",
    output:
        weights="<results>/systems/{system}/merged/model.safetensors",
        config="<results>/systems/{system}/merged/config.json",
        generation_config="<results>/systems/{system}/merged/generation_config.json",
        template="<results>/systems/{system}/merged/chat_template.jinja",
        tokenizer="<results>/systems/{system}/merged/tokenizer.json",
        tokenizer_config="<results>/systems/{system}/merged/tokenizer_config.json",
        report="<results>/systems/{system}/merged/merge_report.json",
    log:
        "<logs>/merge_adapter/{system}.log",
    wildcard_constraints:
        system="|".join(map(re.escape, TRAINED)),
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=4000,
        runtime=60,
        gpu=GPUS,
    params:
        base_model=BASE_MODEL,
        versions=versions_of("torch", "transformers", "peft"),
        code=code_of("merge_adapter"),
    message:
        "Merge the adapter of {wildcards.system} into its base"
    script:
        "../workflow_scripts/merge_adapter.py"


rule export_merged:
    input:
        of_systems(rules.merge_adapter.output.weights, TRAINED),
