"""The answer-leak filter: each run behind it, from the same drafts, and the filter itself on trial.

Needs the benchmarks, a run's responses and (only if a draft is held back) its adapter. Makes
systems/{run}-seed{seed}-filtered/responses.jsonl with filtering.json (what was done and why) and filtering_time.json
(measured), and filter/filter_evaluation.{json,csv}: what it catches and what it wrongly holds back. What was said
anew is kept in second_drafts/, which is no output: another judgement of the same drafts asks the model for nothing.
By name: `filtered` for all runs, `evaluate_filter`.
"""


rule filter_responses:
    input:
        **benchmark_files(),
        drafts="<results>/systems/{system}/responses.jsonl",
        adapter="<results>/systems/{system}/adapter/adapter_model.safetensors",
        adapter_config="<results>/systems/{system}/adapter/adapter_config.json",
        facts="<results>/systems/{system}/training.json",
    output:
        responses="<results>/systems/{system}-filtered/responses.jsonl",
        report="<results>/systems/{system}-filtered/filtering.json",
        timing="<results>/systems/{system}-filtered/filtering_time.json",
    log:
        "<logs>/filter_responses/{system}.log",
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
        seed=config["seed"],
        benchmarks=BENCHMARKS,
        base_model=BASE_MODEL,
        generation=generation_param,
        filter=section("filter"),
        versions=versions_of("torch", "transformers", "peft"),
        drafting_code=code_of("socratic_tutor/modeling/second_drafts"),
        code=code_of("filter_responses"),
    message:
        "Put {wildcards.system} behind the leak filter"
    script:
        "../workflow_scripts/filter_responses.py"


rule filtered:
    input:
        of_systems("<results>/systems/{system}/responses.jsonl", FILTERED),


rule evaluate_filter:
    input:
        **benchmark_files(),
    output:
        report="<results>/filter/filter_evaluation.json",
        table="<results>/filter/filter_evaluation.csv",
    log:
        "<logs>/evaluate_filter.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        rules=config["filter"]["rules"],
        level=config["evaluation"]["level"],
        code=code_of("evaluate_filter"),
    message:
        "Put the leak filter on trial"
    script:
        "../workflow_scripts/evaluate_filter.py"
